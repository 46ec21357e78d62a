"""
What a rule is.

Lives here: `Rule`, and the `Context` that a rule may ask beside its issue.
Must not know: any single rule; how rules are chosen and run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeAlias

from attrs import frozen

from mlweekly.model import Issue
from mlweekly.validation._dating import Dating, dating_of
from mlweekly.validation._finding import Severity, Violation

__all__ = ["Check", "Context", "Rule"]


@frozen
class Context:
    """
    An issue, and what its rules share, so that it is worked out once.

    Attributes:
        issue: The issue that is being validated.
    """

    issue: Issue

    @cached_property
    def dating(self) -> Dating:
        """
        What the issue says about its week, and what its links say.
        """
        return dating_of(self.issue)


Check: TypeAlias = Callable[[Context], Iterator[Violation]]
"""
A pure function that yields what it saw in the issue of its context.
"""


@frozen
class Rule:
    """
    A promise that a good issue keeps, and the function that sees where one does not.

    Attributes:
        code: A letter for the subject and three digits; never used again for anything else.
        name: The code in words.
        severity: How much a violation matters.
        check: Yields the violations of one issue.
    """

    code: str
    name: str
    severity: Severity
    check: Check

    @property
    def summary(self) -> str:
        """
        The promise in one sentence: the first line of the function's docstring.
        """
        return next(line.strip() for line in (self.check.__doc__ or self.name).splitlines() if line.strip())
