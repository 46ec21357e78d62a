"""
Issues and series while they are read, and how they become values.
"""

from __future__ import annotations

from datetime import date

from attrs import define, field

from mlweekly.dates import DateRange, PrintedRange, find_period
from mlweekly.errors import ModelError
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.model import VERSION, ContentsEntry, Extra, Issue, Paper, Series
from mlweekly.model._kinds import EMPTY

__all__ = ["IssueDraft", "SeriesDraft"]


@define(eq=False, repr=False)
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
    metadata: Extra = EMPTY
    version: str = VERSION
    extra: Extra = EMPTY
    group: str | None = None
    columns: tuple[str, ...] | None = None
    header: tuple[str, ...] = ()

    def set_title(
        self,
        title: str,
        log: ReadLog,
        pointer: str,
        span: tuple[int, int],
        printed: PrintedRange | None = None,
    ) -> None:
        """
        Take the title, and the period that it prints: the one that was found before, else the first in it.
        """
        self.title = title
        self.printed = printed or find_period(title)
        log.place(f"{pointer}/title", *span)
        if self.printed is not None:
            start = log.text.find(self.printed.printed, *span)
            if start != -1:
                log.place(f"{pointer}/period", start, start + len(self.printed.printed))

    def build(self) -> Issue:
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
            metadata=self.metadata,
            papers=self.papers,
            version=self.version,
            extra=self.extra,
        )


@define(eq=False, repr=False)
class SeriesDraft:
    """
    A series that is being read.
    """

    log: ReadLog
    title: str | None = None
    lead: list[str] = field(factory=list[str])
    contents: list[ContentsEntry] = field(factory=list[ContentsEntry])
    issues: list[IssueDraft] = field(factory=list[IssueDraft])
    foot: list[str] = field(factory=list[str])
    version: str = VERSION
    extra: Extra = EMPTY

    @property
    def pointer(self) -> str:
        """
        The pointer of the issue that is being read.
        """
        return f"/issues/{len(self.issues) - 1}"

    def open_issue(self, offset: int, language: str | None) -> IssueDraft:
        """
        Return a new issue that begins at an offset.
        """
        self.issues.append(IssueDraft(offset, language=language))
        return self.issues[-1]

    def hold(self, pointer: str, paragraphs: list[str], words: str, start: int, end: int) -> None:
        """
        Add a paragraph to those of a field, and note its span.
        """
        self.log.place(f"{pointer}/{len(paragraphs)}", start, end)
        paragraphs.append(words)

    def build(self) -> Series:
        """
        Return the series; an issue that a constructor refuses is left out, with a problem.
        """
        issues: list[Issue] = []
        for index, draft in enumerate(self.issues):
            try:
                issues.append(draft.build())
            except ModelError as error:
                for problem in error.problems:
                    self.log.doubt(f"/issues/{index}{problem.pointer}", draft.offset, problem.message)
        return Series(
            issues,
            title=self.title,
            lead=self.lead,
            contents=self.contents,
            foot=self.foot,
            version=self.version,
            extra=self.extra,
        )
