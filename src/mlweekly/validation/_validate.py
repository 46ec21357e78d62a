"""
The door to the room.

Lives here: `validate`, which loads the rules when it is first called.
Must not know: how rules are run.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from mlweekly.document import Document
    from mlweekly.model import Issue, Series
    from mlweekly.validation._report import Report

__all__ = ["validate"]


@overload
def validate(subject: Issue, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Report[Issue]: ...
@overload
def validate(
    subject: Series | Document, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Report[Series]: ...
def validate(
    subject: Issue | Series | Document, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Report[Issue] | Report[Series]:
    """
    Return everything that the rules find; content never makes it raise, and the subject never changes.

    Args:
        subject: For a document the findings have spans.
        select: Codes, or beginnings of codes, of the rules to run; all of them if there is none.
        ignore: Codes, or beginnings of codes, of the rules to leave out.

    Raises:
        ModelError: An entry of `select` or `ignore` fits no rule; every such entry is listed.
    """
    # Building the classes of the room takes as long as building the model, and many users only read or write.
    from mlweekly.validation._engine import report_on

    return report_on(subject, select, ignore)
