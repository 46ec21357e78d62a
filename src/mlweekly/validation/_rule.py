"""
What every rule has: a code, a name, a severity, and a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Never, get_args

from attrs import field, frozen

import mlweekly._display
from mlweekly._display import Displayed
from mlweekly.errors import Error, Problem, reject_if_any
from mlweekly.validation._documentation import Documentation, documentation_of
from mlweekly.validation._finding import Severity, Violation

__all__ = ["Rule"]


@frozen(repr=False)
class Rule(Displayed):
    """
    A promise that a good digest keeps.

    Attributes:
        code: A letter for the subject and three digits; never used again for anything else.
        name: The code in words.
        severity: How much a violation matters.
        check: Yields the violations of what its kind of rule is asked about.
        advice: What to do about each of them, behind the evidence; empty where the messages say it.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Never], Iterator[Violation]]
    advice: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        reject_if_any("Rule", self._problems())

    def _problems(self) -> Iterator[Problem]:
        values: dict[str, object] = {"code": self.code, "name": self.name, "advice": self.advice}
        for name, value in values.items():
            if not isinstance(value, str):
                yield Problem(f"/{name}", f"must be a str, got {type(value).__name__}")
        if self.severity not in get_args(Severity):
            yield Problem("/severity", f"must be one of {', '.join(get_args(Severity))}, got {self.severity!r}")
        if not callable(self.check):
            yield Problem("/check", f"must be a function, got {type(self.check).__name__}")

    @property
    def docstring(self) -> str:
        """
        What the rule says of itself: the docstring of its function.

        Raises:
            Error: Python removed the docstrings, since it runs with `-OO`.
        """
        if Rule.__doc__ is None:
            raise Error("the pages of rules are docstrings, which Python removes when it runs with -OO; run it with -O")
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
        return documentation_of(self.docstring)

    def page(self) -> str:
        """
        Return the page of the rule, as Markdown: its docstring under its code and name.
        """
        return self.documentation.page(f"{self.code} {self.name}", self.severity)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.code} {self.name}, {self.severity}>"

    def __page__(self) -> mlweekly._display.Page:
        # Pages are for people, and few programs show anything.
        from mlweekly.validation._rule_page import rule_page

        return rule_page(self.documentation, self.code, self.name, self.severity)
