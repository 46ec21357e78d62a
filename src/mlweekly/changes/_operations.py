"""
The operations: each changes one field of one value, and knows what it was before.

Lives here: one frozen class per kind of change, and `Operation`, their union.
Must not know: how an operation finds its place in an issue or a series (`_applying` does); why anyone wants it.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from attrs import field, frozen

from mlweekly.dates import DateRange

__all__ = ["ContentsRelabelled", "ContentsRetargeted", "IssueRetitled", "Operation", "PeriodChanged"]


def _shown(value: str | DateRange | None) -> str:
    return "nothing" if value is None else f'"{value}"' if isinstance(value, str) else str(value)


@frozen
class IssueRetitled:
    """
    The title of an issue changes.

    >>> str(IssueRetitled("", before="June 10 - June 16", after="September 16 - September 22"))
    'issue retitled from "June 10 - June 16" to "September 16 - September 22"'

    Attributes:
        pointer: The issue: `""`, or `/issues/3` in a series.
        before: The title that the operation replaces; None where there is none.
        after: The title that it puts there.
    """

    MEMBER: ClassVar[str] = "title"

    pointer: str
    before: str | None = field(kw_only=True)
    after: str | None = field(kw_only=True)

    def __str__(self) -> str:
        return f"issue retitled from {_shown(self.before)} to {_shown(self.after)}"

    def inverse(self) -> IssueRetitled:
        """
        Return the operation that undoes this one.
        """
        return IssueRetitled(self.pointer, before=self.after, after=self.before)


@frozen
class PeriodChanged:
    """
    The period of an issue changes.

    Attributes:
        pointer: The issue: `""`, or `/issues/3` in a series.
        before: The period that the operation replaces; None where there is none.
        after: The period that it puts there.
    """

    MEMBER: ClassVar[str] = "period"

    pointer: str
    before: DateRange | None = field(kw_only=True)
    after: DateRange | None = field(kw_only=True)

    def __str__(self) -> str:
        return f"period changed from {_shown(self.before)} to {_shown(self.after)}"

    def inverse(self) -> PeriodChanged:
        """
        Return the operation that undoes this one.
        """
        return PeriodChanged(self.pointer, before=self.after, after=self.before)


@frozen
class ContentsRelabelled:
    """
    The words of an entry of the contents list change.

    Attributes:
        pointer: The entry: `/contents/5`.
        before: The label that the operation replaces.
        after: The label that it puts there.
    """

    MEMBER: ClassVar[str] = "label"

    pointer: str
    before: str = field(kw_only=True)
    after: str = field(kw_only=True)

    def __str__(self) -> str:
        return f"contents entry relabelled from {_shown(self.before)} to {_shown(self.after)}"

    def inverse(self) -> ContentsRelabelled:
        """
        Return the operation that undoes this one.
        """
        return ContentsRelabelled(self.pointer, before=self.after, after=self.before)


@frozen
class ContentsRetargeted:
    """
    What an entry of the contents list points to changes.

    Attributes:
        pointer: The entry: `/contents/5`.
        before: The target that the operation replaces; None where there is none.
        after: The target that it puts there.
    """

    MEMBER: ClassVar[str] = "target"

    pointer: str
    before: str | None = field(kw_only=True)
    after: str | None = field(kw_only=True)

    def __str__(self) -> str:
        return f"contents entry retargeted from {_shown(self.before)} to {_shown(self.after)}"

    def inverse(self) -> ContentsRetargeted:
        """
        Return the operation that undoes this one.
        """
        return ContentsRetargeted(self.pointer, before=self.after, after=self.before)


Operation: TypeAlias = IssueRetitled | PeriodChanged | ContentsRelabelled | ContentsRetargeted
"""
Every kind of change that a `Patch` can hold.
"""
