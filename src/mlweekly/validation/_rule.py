"""
What a rule is.

Lives here: `IssueRule`, `SeriesRule` and `SuppressionRule`; what they ask is in `_context`, whose names stand here too.
Must not know: any single rule; how rules are chosen and run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Never, TypeAlias

from attrs import frozen

from mlweekly.validation._context import Context, PaperContext, SeriesContext, SuppressionContext
from mlweekly.validation._finding import Severity, Violation

if TYPE_CHECKING:
    from mlweekly.validation._documentation import Documentation

__all__ = [
    "AnyRule",
    "Check",
    "Context",
    "IssueRule",
    "PaperContext",
    "Rule",
    "SeriesCheck",
    "SeriesContext",
    "SeriesRule",
    "SuppressionCheck",
    "SuppressionContext",
    "SuppressionRule",
]


Check: TypeAlias = Callable[[Context], Iterator[Violation]]
"""
A pure function that yields what it saw in the issue of its context.
"""

SeriesCheck: TypeAlias = Callable[[SeriesContext], Iterator[Violation]]
"""
A pure function that yields what it saw between the issues of its context, or in the text around them.
"""


SuppressionCheck: TypeAlias = Callable[[SuppressionContext], Iterator[Violation]]
"""
A pure function that yields what it saw in the suppressions of its context.
"""


@frozen
class Rule:
    """
    A promise that a good digest keeps.

    Attributes:
        code: A letter for the subject and three digits; never used again for anything else.
        name: The code in words.
        severity: How much a violation matters.
        check: Yields the violations of what its kind of rule is asked about.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Never], Iterator[Violation]]

    @property
    def docstring(self) -> str:
        """
        What the rule says of itself: the docstring of its function.
        """
        return self.check.__doc__ or self.name

    @property
    def summary(self) -> str:
        """
        The promise in one sentence: the first line of the docstring.
        """
        return next((line.strip() for line in self.docstring.splitlines() if line.strip()), self.name)

    @property
    def documentation(self) -> Documentation:
        """
        The parts of the docstring: the promise, a bad and a good example, what the fix does.
        """
        from mlweekly.validation._documentation import documentation_of

        return documentation_of(self)

    def page(self) -> str:
        """
        Return the page of the rule, as Markdown: its docstring under its code and name.
        """
        # Pages are made for people, and few programs show anything.
        from mlweekly.validation._documentation import rule_page

        return rule_page(self)


@frozen
class IssueRule(Rule):
    """
    A promise that an issue keeps.

    Attributes:
        check: Yields the violations of one issue; their pointers start from it.
    """

    check: Check


@frozen
class SeriesRule(Rule):
    """
    A promise that the issues of a series keep among each other, or the text around them.

    Attributes:
        check: Yields the violations of the whole; their pointers start from the series.
    """

    check: SeriesCheck


@frozen
class SuppressionRule(Rule):
    """
    A promise that suppressions keep, in the call and in the text.

    Attributes:
        check: Yields the violations; their pointers start from the series.
    """

    check: SuppressionCheck


AnyRule: TypeAlias = IssueRule | SeriesRule | SuppressionRule
"""
A rule of any kind.
"""
