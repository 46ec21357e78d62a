"""
A series of issues in one document.

Lives here: `Series` and the entries of its contents list.
Must not know: how a dialect writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, overload

from attrs import field, frozen

from mlweekly._display import Displayed
from mlweekly.errors import Problem, pointer_to, reject_if_any
from mlweekly.model._extra import NO_EXTRA, Extra, extra_members, extra_problems
from mlweekly.model._issue import VERSION, Issue, version_problem
from mlweekly.model._paper import Paper
from mlweekly.model._strings import string_problem, strings, strings_problems

if TYPE_CHECKING:
    from mlweekly._display import Page

__all__ = ["ContentsEntry", "Series"]


@frozen
class ContentsEntry:
    """
    One entry of a contents list.

    Attributes:
        label: The words of the entry, plain text.
        target: What the entry points to, as written: `./#top-ml-papers-of-the-week-jan-1-8`; None where it points
            nowhere.
        group: The heading that the entry stands under, most often a year.
        extra: Members of a newer minor version.
    """

    label: str
    target: str | None = None
    group: str | None = None
    extra: Extra = field(default=NO_EXTRA, converter=extra_members, kw_only=True)

    def __attrs_post_init__(self) -> None:
        reject_if_any("ContentsEntry", self._problems())

    def _problems(self) -> Iterator[Problem]:
        for name, value in (("label", self.label), ("target", self.target), ("group", self.group)):
            problem = None if value is None and name != "label" else string_problem(value)
            if problem is not None:
                yield Problem(f"/{name}", problem)
        if self.extra is not NO_EXTRA:
            yield from extra_problems(self.extra, ("label", "target", "group"))


def _issues(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple(issues)


def _contents(entries: Iterable[ContentsEntry]) -> tuple[ContentsEntry, ...]:
    return tuple(entries)


@frozen
class Series(Displayed, Sequence[Issue]):
    """
    The issues of one document, in the order of the text, and what stands around them.

    Attributes:
        issues: The issues; iteration, `len` and indices go over them.
        title: The title of the whole document, plain text.
        lead: The paragraphs before the first issue, inline Markdown.
        contents: The contents list.
        foot: The paragraphs after the last issue, inline Markdown.
        version: The version of the document that the series was read from; not compared.
        extra: Members of a newer minor version.
    """

    issues: tuple[Issue, ...] = field(default=(), converter=_issues)
    title: str | None = field(default=None, kw_only=True)
    lead: tuple[str, ...] = field(default=(), converter=strings, kw_only=True)
    contents: tuple[ContentsEntry, ...] = field(default=(), converter=_contents, kw_only=True)
    foot: tuple[str, ...] = field(default=(), converter=strings, kw_only=True)
    version: str = field(default=VERSION, eq=False, kw_only=True)
    extra: Extra = field(default=NO_EXTRA, converter=extra_members, kw_only=True)

    def __attrs_post_init__(self) -> None:
        reject_if_any("Series", self._problems())

    def _problems(self) -> Iterator[Problem]:
        problem = None if self.title is None else string_problem(self.title)
        if problem is not None:
            yield Problem("/title", problem)
        problem = version_problem(self.version)
        if problem is not None:
            yield Problem("/version", problem)
        yield from strings_problems("lead", self.lead)
        yield from strings_problems("foot", self.foot)
        for index, entry in enumerate(self.contents):
            if type(entry) is not ContentsEntry:
                yield Problem(pointer_to("contents", index), f"must be a ContentsEntry, got {entry!r}")
        for index, issue in enumerate(self.issues):
            if type(issue) is not Issue:
                yield Problem(pointer_to("issues", index), f"must be an Issue, got {issue!r}")
        if self.extra is not NO_EXTRA:
            yield from extra_problems(
                self.extra, ("version", "title", "lead", "contents", "issues", "foot", "papers", "period")
            )

    @overload
    def __getitem__(self, index: int) -> Issue: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Issue, ...]: ...
    def __getitem__(self, index: int | slice) -> Issue | tuple[Issue, ...]:
        return self.issues[index]

    def __len__(self) -> int:
        return len(self.issues)

    def __iter__(self) -> Iterator[Issue]:
        return iter(self.issues)

    def on(self, day: date) -> Issue | None:
        """
        Return the first issue whose period holds the day, or None.
        """
        return next((issue for issue in self.issues if issue.period is not None and day in issue.period), None)

    @cached_property
    def _places(self) -> dict[str, list[tuple[Issue, Paper]]]:
        places: dict[str, list[tuple[Issue, Paper]]] = {}
        for issue in self.issues:
            for paper in issue.papers:
                if paper.key is not None:
                    places.setdefault(paper.key, []).append((issue, paper))
        return places

    def find(self, key: str) -> Paper | None:
        """
        Return the first paper with this identity key, or None.
        """
        return next((paper for _, paper in self._places.get(key, ())), None)

    def find_all(self, key: str) -> tuple[tuple[Issue, Paper], ...]:
        """
        Return every paper with this identity key, each beside its issue.
        """
        return tuple(self._places.get(key, ()))

    def __page__(self) -> Page:
        # Pages are made for people, and few programs show anything.
        from mlweekly.model._pages import series_page

        return series_page(self)
