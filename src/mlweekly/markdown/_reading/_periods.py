"""
The year of a period that prints none: which period an issue has, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mlweekly._expressions import expression
from mlweekly.dates import DateRange, PrintedRange
from mlweekly.markdown._reading._drafts import IssueDraft
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.model import ContentsEntry, ContentsList, Paper

__all__ = ["resolve_periods"]

_FARTHEST_WEEK = 21
_YEAR = expression(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def resolve_periods(drafts: Sequence[IssueDraft], contents: Sequence[ContentsEntry], log: ReadLog) -> None:
    """
    Give each issue whose title prints a period its days, and note the ground where the year was not printed.

    The grounds, the first that tells: the year printed; the group of the issue in the contents list; the day of its
    publication; the nearest headings whose year is known; the days that the links tell.
    """
    waiting: list[int] = []
    for index, draft in enumerate(drafts):
        if draft.printed is None or draft.period_is_final:
            continue
        draft.period = draft.printed.period()
        if draft.printed.problem is not None:
            log.doubt(f"/issues/{index}/title", draft.offset, f"no period is read: {draft.printed.problem}")
        elif draft.period is None:
            waiting.append(index)
    if not waiting:
        return
    listed = ContentsList(contents) if contents else None
    for index in waiting:
        _resolve_by_group(index, drafts[index], listed, log)
        _resolve_by_publication(index, drafts[index], log)
    _resolve_by_neighbours(set(waiting), drafts, log)
    for index in waiting:
        _resolve_by_links(index, drafts[index], log)


def _resolve_by_group(index: int, draft: IssueDraft, listed: ContentsList | None, log: ReadLog) -> None:
    if draft.printed is None:
        return
    if draft.group is not None and (year := _YEAR.search(draft.group)) is not None:
        draft.period = _in_group(draft.printed, int(year[0]), draft.papers)
        _note(index, draft, log, f"the heading {draft.group!r} above it")
    elif listed is not None and draft.title is not None:
        years = listed.years_of(draft.title, draft.printed)
        periods = [period for year in years if (period := _in_group(draft.printed, year, draft.papers))]
        draft.period = _nearest(periods, draft.papers)
        _note(index, draft, log, "its group in the contents list")


def _resolve_by_publication(index: int, draft: IssueDraft, log: ReadLog) -> None:
    if draft.period is None and draft.printed is not None and draft.published is not None:
        draft.period = _near(draft.printed, draft.published)
        _note(index, draft, log, "the day of publication")


def _near(printed: PrintedRange, day: date | None) -> DateRange | None:
    """
    Return the period in the year that is nearest to a day.

    The number of a week is taken for that of the calendar only if the day is near that week: "第1周" is often the first
    issue of a series, in whatever month.
    """
    period = printed.period(near=day)
    if period is None or day is None or printed.kind != "week":
        return period
    return period if _distance(period, day) <= _FARTHEST_WEEK else None


def _in_group(printed: PrintedRange, year: int, papers: Sequence[Paper]) -> DateRange | None:
    """
    A group is the year of the first day or of the last; only a range over New Year can tell, then the links decide.
    """
    first, last = printed.in_year(year + 1), printed.in_year(year)
    if first is None or last is None or first.start.year == first.end.year:
        return last
    return _nearest((first, last), papers) or first


def _nearest(periods: Sequence[DateRange], papers: Sequence[Paper]) -> DateRange | None:
    """
    Return the only period, or the one nearest to the days that the links tell; None where they tell none.
    """
    if len(periods) <= 1:
        return next(iter(periods), None)
    day = median_day(papers)
    return None if day is None else min(periods, key=lambda period: _distance(period, day))


def _resolve_by_neighbours(waiting: set[int], drafts: Sequence[IssueDraft], log: ReadLog) -> None:
    """
    Work outwards from the issues whose period is known, so that each unknown one has the nearest known one beside it.
    """
    known = [draft.period for draft in drafts]
    for order in (range(len(drafts)), range(len(drafts) - 1, -1, -1)):
        beside: DateRange | None = None
        for index in order:
            draft = drafts[index]
            if known[index] is None and index in waiting and beside is not None and draft.printed is not None:
                known[index] = draft.period = _near(draft.printed, beside.start)
                _note(index, draft, log, f"the heading beside it, {beside}")
            beside = known[index] or beside


def _resolve_by_links(index: int, draft: IssueDraft, log: ReadLog) -> None:
    if draft.period is None and draft.printed is not None:
        draft.period = _near(draft.printed, median_day(draft.papers))
        _note(index, draft, log, "the days that its links tell")


def _note(index: int, draft: IssueDraft, log: ReadLog, ground: str) -> None:
    if draft.period is not None:
        message = f"no year is printed, {draft.period} is read by {ground}"
        log.doubt(f"/issues/{index}/period", draft.offset, message)


def median_day(papers: Sequence[Paper]) -> date | None:
    """
    Return the middle one of the days that the papers' links tell, posts before papers; None where none tells.
    """
    days = sorted(_days(papers, "post")) or sorted(_days(papers, "paper"))
    return days[len(days) // 2] if days else None


def _days(papers: Sequence[Paper], kind: str) -> Iterator[date]:
    for paper in papers:
        for link in paper.links:
            if link.kind == kind and link.created is not None:
                yield link.created.end


def _distance(period: DateRange, day: date) -> int:
    return abs((period.start - day).days)
