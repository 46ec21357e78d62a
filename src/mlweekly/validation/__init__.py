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
    from mlweekly.validation._documentation import Documentation
    from mlweekly.validation._facts._directives import Directive, DirectiveTexts, SuppressionUse
    from mlweekly.validation._facts._passages import Pair, Passage, PassageField
    from mlweekly.validation._finding import Evidence, Finding, Fix, Severity, Violation
    from mlweekly.validation._report import Report
    from mlweekly.validation._rule import (
        AnyRule,
        Check,
        Context,
        IssueRule,
        PaperContext,
        Rule,
        SeriesCheck,
        SeriesContext,
        SeriesRule,
        SuppressionCheck,
        SuppressionContext,
        SuppressionRule,
    )
    from mlweekly.validation._settings import Settings, Suppression, Term
    from mlweekly.validation._suppressions import Suppressed

__all__ = [
    "AnyRule",
    "Check",
    "Context",
    "Directive",
    "DirectiveTexts",
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
    "SuppressionCheck",
    "SuppressionContext",
    "SuppressionRule",
    "SuppressionUse",
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
            "AnyRule": "_rule",
            "Check": "_rule",
            "Context": "_rule",
            "Directive": "_facts._directives",
            "DirectiveTexts": "_facts._directives",
            "Documentation": "_documentation",
            "Evidence": "_finding",
            "Finding": "_finding",
            "Fix": "_finding",
            "IssueRule": "_rule",
            "Pair": "_facts._passages",
            "PaperContext": "_rule",
            "Passage": "_facts._passages",
            "PassageField": "_facts._passages",
            "Report": "_report",
            "Rule": "_rule",
            "SeriesCheck": "_rule",
            "SeriesContext": "_rule",
            "SeriesRule": "_rule",
            "Settings": "_settings",
            "Severity": "_finding",
            "Suppressed": "_suppressions",
            "Suppression": "_settings",
            "SuppressionCheck": "_rule",
            "SuppressionContext": "_rule",
            "SuppressionRule": "_rule",
            "SuppressionUse": "_facts._directives",
            "Term": "_settings",
            "Violation": "_finding",
            "rules": "_catalogue",
        },
    )
