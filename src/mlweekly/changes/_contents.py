"""
The operations by which a contents list follows a title that changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from mlweekly.changes._operations import ContentsRelabelled, ContentsRetargeted
from mlweekly.dates import DateRange, find_range
from mlweekly.errors import pointer_to
from mlweekly.model import ContentsList, ContentsMatch, Series, anchor_of

__all__ = ["ContentsIndex", "contents_following"]


def contents_following(
    series: Series, index: int, title: str, period: DateRange
) -> Iterator[ContentsRelabelled | ContentsRetargeted]:
    """
    Yield the operations that make the contents list follow an issue to a new title.

    An entry whose words or target already name the new period stays, and at most its target follows. Where it is not
    plain which entry belongs to the issue (two issues under one title and one entry, say), the list stays as it is:
    nothing is guessed.

    Args:
        series: The series before the change.
        index: Which of its issues gets the title.
        title: The new title.
        period: The days that the new title names.
    """
    return ContentsIndex(series).following(index, title, period)


@frozen(eq=False)
class ContentsIndex:
    """
    The contents list of a series, looked through once for any number of titles that change.

    Attributes:
        series: The series before the changes.
        entries: The entries of its contents list, if they are read already.
    """

    series: Series
    entries: ContentsList | None = field(default=None, kw_only=True)

    def following(self, index: int, title: str, period: DateRange) -> Iterator[ContentsRelabelled | ContentsRetargeted]:
        """
        Yield what `contents_following` yields.
        """
        old_title = self.series.issues[index].title
        if old_title is None or not self.series.contents:
            return
        old_anchor, new_anchor = anchor_of(old_title), anchor_of(title)
        named = self._list.entries_naming(period)
        for match in named or self._entries_of(index, old_title):
            label, target, pointer = match.entry.label, match.entry.target, pointer_to("contents", match.index)
            after = label if named else _label_after(label, old_title, title, period)
            if after != label:
                yield ContentsRelabelled(pointer, before=label, after=after)
            if target is not None and match.anchor == old_anchor != new_anchor:
                prefix = target[: target.index("#") + 1]
                yield ContentsRetargeted(pointer, before=target, after=prefix + new_anchor)

    @cached_property
    def _list(self) -> ContentsList:
        return ContentsList(self.series.contents) if self.entries is None else self.entries

    @cached_property
    def _titles(self) -> dict[str | None, list[int]]:
        indices: dict[str | None, list[int]] = {}
        for index, issue in enumerate(self.series.issues):
            indices.setdefault(issue.title, []).append(index)
        return indices

    def _entries_of(self, index: int, title: str) -> list[ContentsMatch]:
        """
        Return the issue's own entry, or none where it is not plain which one that is.

        Issues that share a title have as many entries, in the same order, or no entry that is plainly theirs.
        """
        printed = find_range(title)
        issue = self.series.issues[index]
        period = printed.period(issue.period.start if issue.period else None) if printed else None
        entries, namesakes = self._list.entries_of(title, period), self._titles[title]
        return [entries[namesakes.index(index)]] if len(entries) == len(namesakes) else []


def _label_after(label: str, old_title: str, title: str, period: DateRange) -> str:
    if label == old_title:
        return title
    printed = find_range(label)
    return label if printed is None else printed.replaced(period)
