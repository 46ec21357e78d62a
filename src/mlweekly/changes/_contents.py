"""
What a contents list owes to a title that changes.

Lives here: which entry belongs to an issue, and the operations that carry it along.
Must not know: why the title changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly.changes._operations import ContentsRelabelled, ContentsRetargeted
from mlweekly.dates import DateRange, find_range
from mlweekly.errors import pointer_to
from mlweekly.model import Series, anchor_of

__all__ = ["contents_following"]


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
    old_title = series.issues[index].title
    if old_title is None or not series.contents:
        return
    old_anchor, new_anchor = anchor_of(old_title), anchor_of(title)
    named = [
        place
        for place, entry in enumerate(series.contents)
        if _prints(entry.label, period) or _prints(_anchor_in(entry.target), period)
    ]
    places = named or _places_of(series, index, old_title, old_anchor)
    for place in places:
        entry = series.contents[place]
        pointer = pointer_to("contents", place)
        label = entry.label if named else _label_after(entry.label, old_title, title, period)
        if label != entry.label:
            yield ContentsRelabelled(pointer, before=entry.label, after=label)
        if entry.target is not None and _anchor_in(entry.target) == old_anchor:
            target = entry.target[: entry.target.index("#") + 1] + new_anchor
            if target != entry.target:
                yield ContentsRetargeted(pointer, before=entry.target, after=target)


def _places_of(series: Series, index: int, title: str, anchor: str) -> list[int]:
    """
    Return where the issue's own entry stands: one place, or none where that is not plain.

    Issues that share a title have as many entries, in the same order, or no entry that is plainly theirs.
    """
    printed = find_range(title)
    issue = series.issues[index]
    near = issue.period.start if issue.period else None
    period = printed.period(near) if printed else None
    places = [
        place
        for place, entry in enumerate(series.contents)
        if (_prints(entry.label, period) if period else entry.label == title or _anchor_in(entry.target) == anchor)
    ]
    namesakes = [place for place, other in enumerate(series.issues) if other.title == title]
    return [places[namesakes.index(index)]] if len(places) == len(namesakes) else []


def _prints(text: str | None, period: DateRange) -> bool:
    """
    Tell whether a label or an anchor prints this period, in the nearest year where it prints none.
    """
    printed = None if text is None else find_range(text)
    return printed is not None and printed.period(period.start) == period


def _label_after(label: str, old_title: str, title: str, period: DateRange) -> str:
    if label == old_title:
        return title
    printed = find_range(label)
    return label if printed is None else printed.replaced(period)


def _anchor_in(target: str | None) -> str | None:
    return None if target is None or "#" not in target else target.partition("#")[2].lower()
