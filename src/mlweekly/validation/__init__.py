"""
Rules on evidence: what in an issue is unwise, inconsistent or misleading, and what to do about it.

Lives here: the names of the room, and nothing else; all but `validate` load when they are first used.
Must not know: texts and dialects (a `Document` tells where a field stands).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.validation._validate import validate

if TYPE_CHECKING:
    from mlweekly.validation._catalogue import rules
    from mlweekly.validation._finding import Evidence, Finding, Fix, Severity, Violation
    from mlweekly.validation._report import Report
    from mlweekly.validation._rule import Check, Context, Rule

__all__ = [
    "Check",
    "Context",
    "Evidence",
    "Finding",
    "Fix",
    "Report",
    "Rule",
    "Severity",
    "Violation",
    "rules",
    "validate",
]

# What loads late is known to a checker by the imports above; a `__getattr__` would let every misspelling pass.
if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(
        __name__,
        __all__,
        {
            "Check": "_rule",
            "Context": "_rule",
            "Evidence": "_finding",
            "Finding": "_finding",
            "Fix": "_finding",
            "Report": "_report",
            "Rule": "_rule",
            "Severity": "_finding",
            "Violation": "_finding",
            "rules": "_catalogue",
        },
    )
