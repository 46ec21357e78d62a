"""
What a reviewer reads beside a change or a finding in a translated text.
"""

from __future__ import annotations

from mlweekly._display import Item, Run, quote, shortened
from mlweekly.model._pointers import ABSENT, child_of, tokens_of
from mlweekly.model._text import Text

__all__ = ["texts_at"]


def texts_at(value: object, pointer: str) -> tuple[Item, ...]:
    """
    Return the original and the translations of the text that a pointer leads to or into; nothing if there is only one.
    """
    for token in tokens_of(pointer):
        value = child_of(value, token)
        if isinstance(value, Text) or value is ABSENT:
            break
    if not isinstance(value, Text) or len(value.languages) == 1:
        return ()
    return tuple(
        Item("note", (Run(f"{language} ", "quiet"), quote(shortened(value[language]), language=language)))
        for language in value.languages
    )
