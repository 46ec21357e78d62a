"""
A series of issues in one document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import ClassVar, overload

from attrs import field, frozen

import mlweekly._display
from mlweekly._display import Displayed
from mlweekly._wording import expect, wrong_type
from mlweekly.model._issue import Issue
from mlweekly.model._kinds import (
    EMPTY,
    STRING,
    STRINGS,
    VERSION,
    VERSION_NUMBER,
    Extra,
    elements,
    json_members,
    sequence_kind,
    strings,
)
from mlweekly.model._members import ModelObject, member
from mlweekly.model._paper import Paper
from mlweekly.model._strings import day_problem, shortened

_LONGEST_SHOWN = 80


@frozen(repr=False)
class ContentsEntry(ModelObject):
    """
    One entry of a contents list.

    Attributes:
        label: The words of the entry, plain text.
        target: What the entry points to, as written: `./#top-ml-papers-of-the-week-jan-1-8`; None if it points
            nowhere.
        group: The heading that the entry is under, most often a year.
        extra: Members of a newer minor version.
    """

    label: str = field(metadata=member(STRING, "this entry"))
    target: str | None = field(default=None, metadata=member(STRING, "the target of an entry"))
    group: str | None = field(default=None, metadata=member(STRING, "the group of an entry"))
    extra: Extra = field(default=EMPTY, converter=json_members, kw_only=True)


_ISSUES = sequence_kind(Issue, "issue")
_CONTENTS = sequence_kind(ContentsEntry, "entry")


def _issues(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    return elements(issues)


def _contents(entries: Iterable[ContentsEntry]) -> tuple[ContentsEntry, ...]:
    return elements(entries)


@frozen(repr=False)
class Series(Displayed, ModelObject, Sequence[Issue]):
    """
    The issues of one document, in the order of the text, and what surrounds them.

    Attributes:
        issues: The issues; iteration, `len` and indices go over them.
        title: The title of the whole document, plain text.
        lead: The paragraphs before the first issue, inline Markdown.
        contents: The contents list.
        foot: The paragraphs after the last issue, inline Markdown.
        version: The version of the document that the series was read from; not compared.
        extra: Members of a newer minor version.
    """

    RESERVED: ClassVar[tuple[str, ...]] = ("papers", "period")

    title: str | None = field(default=None, kw_only=True, metadata=member(STRING, "this title"))
    lead: tuple[str, ...] = field(
        default=(),
        converter=strings,
        kw_only=True,
        metadata=member(STRINGS, "this opening paragraph", element="paragraph"),
    )
    contents: tuple[ContentsEntry, ...] = field(
        default=(),
        converter=_contents,
        kw_only=True,
        metadata=member(_CONTENTS, "a contents list", element="contents entry"),
    )
    issues: tuple[Issue, ...] = field(
        default=(), converter=_issues, metadata=member(_ISSUES, "this issue", element="issue", always=True)
    )
    foot: tuple[str, ...] = field(
        default=(), converter=strings, kw_only=True, metadata=member(STRINGS, "a foot", element="paragraph")
    )
    version: str = field(default=VERSION, eq=False, kw_only=True, metadata=member(VERSION_NUMBER, "this version"))
    extra: Extra = field(default=EMPTY, converter=json_members, kw_only=True)

    @overload
    def __getitem__(self, index: int) -> Issue: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Issue, ...]: ...
    def __getitem__(self, index: int | slice) -> Issue | tuple[Issue, ...]:
        try:
            return self.issues[index]
        except TypeError:
            raise wrong_type(index, (int, slice), "the index of an issue") from None

    def __len__(self) -> int:
        return len(self.issues)

    def __iter__(self) -> Iterator[Issue]:
        return iter(self.issues)

    def on(self, day: date) -> Issue | None:
        """
        Return the first issue whose period holds the day, or None.

        Raises:
            TypeError: It is no date, or one with a time.
        """
        if day_problem(day) is not None:
            raise wrong_type(day, date, "a date without a time")
        return next((issue for issue in self.issues if issue.period is not None and day in issue.period), None)

    @cached_property
    def _papers_by_key(self) -> dict[str, list[tuple[Issue, Paper]]]:
        papers: dict[str, list[tuple[Issue, Paper]]] = {}
        for issue in self.issues:
            for paper in issue.papers:
                if paper.key is not None:
                    papers.setdefault(paper.key, []).append((issue, paper))
        return papers

    def find(self, key: str) -> Paper | None:
        """
        Return the first paper with this identity key, or None.

        Raises:
            TypeError: It is no key.
        """
        expect(key, str, "an identity key")
        return next((paper for _, paper in self._papers_by_key.get(key, ())), None)

    def find_all(self, key: str) -> tuple[tuple[Issue, Paper], ...]:
        """
        Return every paper with this identity key, each beside its issue.

        Raises:
            TypeError: It is no key.
        """
        expect(key, str, "an identity key")
        return tuple(self._papers_by_key.get(key, ()))

    def __repr__(self) -> str:
        name = "without a title" if self.title is None else repr(shortened(self.title, _LONGEST_SHOWN))
        return f"<Series {name}, issues: {len(self)}>"

    def __page__(self) -> mlweekly._display.Page:
        # Pages are for people, and few programs show anything.
        from mlweekly.model._series_page import series_page

        return series_page(self.title, self.issues)
