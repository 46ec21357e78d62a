"""
`validate`, which loads the rules when it is first called.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from mlweekly.document import Document
    from mlweekly.model import Issue, Series
    from mlweekly.validation._report import Report
    from mlweekly.validation._settings import Settings

__all__ = ["validate"]


@overload
def validate(
    subject: Issue,
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    settings: Settings | None = None,
    editions: Iterable[Issue | Series | Document] = (),
) -> Report[Issue]: ...
@overload
def validate(
    subject: Series | Document,
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    settings: Settings | None = None,
    editions: Iterable[Issue | Series | Document] = (),
) -> Report[Series]: ...
def validate(
    subject: Issue | Series | Document,
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    settings: Settings | None = None,
    editions: Iterable[Issue | Series | Document] = (),
) -> Report[Issue] | Report[Series]:
    """
    Return everything that the rules find; content never makes it raise, and the subject never changes.

    Args:
        subject: For a document the findings have spans.
        select: Codes, or beginnings of codes, of the rules to run, in the place of those in the settings; all of them
            if there is none.
        ignore: Codes, or beginnings of codes, of the rules to leave out, beside those in the settings.
        settings: What else the user decided.
        editions: Other editions of the same issues, in other languages or by other hands, to compare with.

    Raises:
        ModelError: An entry of `select` or `ignore`, or of the severities in the settings, fits no rule; every such
            entry is listed.
    """
    # Building the classes of the room takes as long as building the model, and many users only read or write.
    from mlweekly.validation._engine import report_on
    from mlweekly.validation._settings import Settings

    return report_on(subject, select, ignore, Settings() if settings is None else settings, editions)
