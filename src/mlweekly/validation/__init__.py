"""
Rules on evidence: what in an issue is unwise, inconsistent or misleading, and what to do about it.

A `Document` tells where its fields are, so nothing here knows a dialect, or JSON. All names but `validate` load when
they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.validation._validate import validate

if TYPE_CHECKING:
    from mlweekly.validation._analysis._passages import Passage, PassageField
    from mlweekly.validation._catalogue import rules
    from mlweekly.validation._context import Context, PaperContext, SeriesContext
    from mlweekly.validation._documentation import Documentation
    from mlweekly.validation._finding import Evidence, Finding, Fix, Severity, Violation
    from mlweekly.validation._report import Report
    from mlweekly.validation._rule import Rule
    from mlweekly.validation._rule_kinds import AnyRule, Check, IssueRule, SeriesCheck, SeriesRule
    from mlweekly.validation._settings import Settings, Suppression, Term
    from mlweekly.validation._suppressions import Suppressed
    from mlweekly.validation._translation._pairs import Pair

__all__ = [
    "AnyRule",
    "Check",
    "Context",
    "Documentation",
    "Evidence",
    "Finding",
    "Fix",
    "IssueRule",
    "Pair",
    "PaperContext",
    "Passage",
    "PassageField",
    "Report",
    "Rule",
    "SeriesCheck",
    "SeriesContext",
    "SeriesRule",
    "Settings",
    "Severity",
    "Suppressed",
    "Suppression",
    "Term",
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
            "AnyRule": "_rule_kinds",
            "Check": "_rule_kinds",
            "Context": "_context",
            "Documentation": "_documentation",
            "Evidence": "_finding",
            "Finding": "_finding",
            "Fix": "_finding",
            "IssueRule": "_rule_kinds",
            "Pair": "_translation._pairs",
            "PaperContext": "_context",
            "Passage": "_analysis._passages",
            "PassageField": "_analysis._passages",
            "Report": "_report",
            "Rule": "_rule",
            "SeriesCheck": "_rule_kinds",
            "SeriesContext": "_context",
            "SeriesRule": "_rule_kinds",
            "Settings": "_settings",
            "Severity": "_finding",
            "Suppressed": "_suppressions",
            "Suppression": "_settings",
            "Term": "_settings",
            "Violation": "_finding",
            "rules": "_catalogue",
        },
    )
