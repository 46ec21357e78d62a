"""
Problems, the exceptions that carry them, and the checks that raise them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from mlweekly._loading import on_demand

__all__ = [
    "DecodeError",
    "EncodeError",
    "Error",
    "ModelError",
    "PatchError",
    "Problem",
    "ValidationError",
    "pointer_to",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(__name__, __all__)


@frozen
class Problem:
    """
    One thing that is wrong, and where.

    Attributes:
        pointer: Where, as an RFC 6901 pointer into the JSON form; the empty string is the whole value.
        message: What, in lower case and without a full stop.
        line: The line of the text that was read, counted from 1; None if there was no text.
        kind: A word for programs, which stays the same when the message is reworded, such as
            "title-not-separated"; None if there is no such word.
    """

    pointer: str
    message: str
    line: int | None = None
    kind: str | None = None

    def __str__(self) -> str:
        place = self.pointer or "(root)"
        return f"{place}: {self.message}" if self.line is None else f"line {self.line}, {place}: {self.message}"

    def under(self, pointer: str) -> Problem:
        """
        Return the same problem as seen from a value that holds this one at `pointer`.
        """
        return Problem(pointer + self.pointer, self.message, self.line, self.kind)


class Error(Exception):
    """
    The root of every exception that the library raises on purpose; carries all of its problems.

    Attributes:
        summary: What failed, in one line.
        problems: Every reason, in the order of the value or the text.
    """

    summary: str
    problems: tuple[Problem, ...]

    def __init__(self, summary: str, problems: Iterable[Problem] = ()) -> None:
        self.summary = summary
        self.problems = tuple(problems)
        super().__init__(summary, self.problems)

    def __str__(self) -> str:
        return "\n".join([self.summary, *(f"  {problem}" for problem in self.problems)])


class ModelError(Error, ValueError):
    """
    A constructor refuses a meaningless value.
    """


class DecodeError(Error):
    """
    A text, or parsed data, is not a document that the library can read.
    """


class EncodeError(Error):
    """
    A dialect or a format cannot hold a value; the problems list what would be lost, or what is missing.
    """


class PatchError(Error):
    """
    A patch does not fit its target; nothing was changed.
    """


class ValidationError(Error):
    """
    A report holds findings of severity "error".
    """


def reject_if_any(subject: str, problems: Iterator[Problem]) -> None:
    """
    Raise one `ModelError` with every problem, or return if there is none.
    """
    for first in problems:
        raise ModelError(f"cannot make this {subject}", (first, *problems))


def pointer_to(*parts: str | int) -> str:
    """
    Return the RFC 6901 pointer with these reference tokens.

    >>> pointer_to("papers", 0, "a/b")
    '/papers/0/a~1b'
    """
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in parts)
