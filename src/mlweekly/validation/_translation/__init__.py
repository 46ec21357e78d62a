"""
What the rules about translations share: an original and its translation, read the same way and compared.

Nothing in here is loaded before a translation is met. It knows texts, and no rule and no finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand

if TYPE_CHECKING:
    from mlweekly.validation._translation._loanwords import Sounds
    from mlweekly.validation._translation._pairs import Pair, pairs_of
    from mlweekly.validation._translation._untranslated import left_untranslated

__all__ = ["Pair", "Sounds", "left_untranslated", "pairs_of"]

# What loads late is known to a checker by the imports above; a `__getattr__` would let every misspelling pass.
if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(
        __name__,
        __all__,
        {"Pair": "_pairs", "Sounds": "_loanwords", "left_untranslated": "_untranslated", "pairs_of": "_pairs"},
    )
