"""
Issues while they are read.

Lives here: `IssueDraft` and `SeriesDraft`, the mutable halves of `Issue` and `Series`, and how drafts become values.
Must not know: any dialect.
"""

from __future__ import annotations

from datetime import date

from attrs import define, field

from mlweekly.dates import DateRange, PrintedRange, find_range
from mlweekly.errors import ModelError
from mlweekly.markdown._reading._notes import Notes
from mlweekly.model import VERSION, ContentsEntry, Extra, FrozenMapping, Issue, Paper, Series

__all__ = ["IssueDraft", "SeriesDraft"]


_NO_EXTRA: Extra = FrozenMapping()


@define
class IssueDraft:
    """
    An issue that is being read; `offset` is where it begins in the text.
    """

    offset: int
    title: str | None = None
    printed: PrintedRange | None = None
    period: DateRange | None = None
    period_is_final: bool = False
    language: str | None = None
    source: str | None = None
    published: date | None = None
    lead: list[str] = field(factory=list[str])
    notices: list[str] = field(factory=list[str])
    comments: list[str] = field(factory=list[str])
    papers: list[Paper] = field(factory=list[Paper])
    version: str = VERSION
    extra: Extra = _NO_EXTRA
    group: str | None = None

    def entitle(self, title: str, notes: Notes, pointer: str, place: tuple[int, int]) -> None:
        """
        Take the title, which stands at `place`, and the range that it prints.
        """
        self.title = title
        self.printed = find_range(title)
        notes.place(f"{pointer}/title", *place)
        if self.printed is not None:
            start = notes.text.find(self.printed.printed, *place)
            if start != -1:
                notes.place(f"{pointer}/period", start, start + len(self.printed.printed))

    def made(self) -> Issue:
        """
        Return the issue.

        Raises:
            ModelError: A constructor refuses what was read.
        """
        return Issue(
            title=self.title,
            period=self.period,
            language=self.language,
            source=self.source,
            published=self.published,
            lead=self.lead,
            notices=self.notices,
            comments=self.comments,
            papers=self.papers,
            version=self.version,
            extra=self.extra,
        )


@define
class SeriesDraft:
    """
    A series that is being read.
    """

    notes: Notes
    title: str | None = None
    lead: list[str] = field(factory=list[str])
    contents: list[ContentsEntry] = field(factory=list[ContentsEntry])
    issues: list[IssueDraft] = field(factory=list[IssueDraft])
    foot: list[str] = field(factory=list[str])
    version: str = VERSION
    extra: Extra = _NO_EXTRA

    def made(self) -> Series:
        """
        Return the series; an issue that a constructor refuses becomes a doubt and is left out.
        """
        issues: list[Issue] = []
        for index, draft in enumerate(self.issues):
            try:
                issues.append(draft.made())
            except ModelError as error:
                for problem in error.problems:
                    self.notes.doubt(f"/issues/{index}{problem.pointer}", draft.offset, problem.message)
        return Series(
            issues,
            title=self.title,
            lead=self.lead,
            contents=self.contents,
            foot=self.foot,
            version=self.version,
            extra=self.extra,
        )
