"""
The two kinds of rules: those of one issue, and those of a whole series.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from attrs import frozen

from mlweekly.validation._context import Context, SeriesContext
from mlweekly.validation._finding import Severity as Severity  # noqa: PLC0414 # `get_type_hints` looks here for it
from mlweekly.validation._finding import Violation
from mlweekly.validation._rule import Rule

__all__ = ["AnyRule", "Check", "IssueRule", "SeriesCheck", "SeriesRule"]

Check: TypeAlias = Callable[[Context], Iterator[Violation]]
"""
A pure function that yields what it saw in the issue of its context.
"""

SeriesCheck: TypeAlias = Callable[[SeriesContext], Iterator[Violation]]
"""
A pure function that yields what it saw between the issues of its context, or in the text around them.
"""


@frozen(repr=False)
class IssueRule(Rule):
    """
    A promise that an issue keeps.

    Attributes:
        check: Yields the violations of one issue; their pointers start from it.
    """

    check: Check


@frozen(repr=False)
class SeriesRule(Rule):
    """
    A promise that the issues of a series keep among each other, or the text around them.

    Attributes:
        check: Yields the violations of the whole; their pointers start from the series.
    """

    check: SeriesCheck


AnyRule: TypeAlias = IssueRule | SeriesRule
"""
A rule of any kind.
"""
