"""
`validate`, which loads the rules when it is first called.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import overload

# The annotations name what loads when it is first used, so that `typing.get_type_hints` finds it.
import mlweekly.model

__all__ = ["validate"]


@overload
def validate(
    subject: mlweekly.model.Issue,
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    settings: mlweekly.validation.Settings | None = None,
    editions: Iterable[mlweekly.model.Issue | mlweekly.model.Series | mlweekly.document.Document] = (),
) -> mlweekly.validation.Report[mlweekly.model.Issue]: ...
@overload
def validate(
    subject: mlweekly.model.Series | mlweekly.document.Document,
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    settings: mlweekly.validation.Settings | None = None,
    editions: Iterable[mlweekly.model.Issue | mlweekly.model.Series | mlweekly.document.Document] = (),
) -> mlweekly.validation.Report[mlweekly.model.Series]: ...
def validate(
    subject: mlweekly.model.Issue | mlweekly.model.Series | mlweekly.document.Document,
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    settings: mlweekly.validation.Settings | None = None,
    editions: Iterable[mlweekly.model.Issue | mlweekly.model.Series | mlweekly.document.Document] = (),
) -> mlweekly.validation.Report[mlweekly.model.Issue] | mlweekly.validation.Report[mlweekly.model.Series]:
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
        TypeError: An argument is of another type.
    """
    # Building the classes of the room takes as long as building the model, and many users only read or write.
    from mlweekly.validation._engine import report_on
    from mlweekly.validation._settings import Settings

    return report_on(subject, select, ignore, Settings() if settings is None else settings, editions)
