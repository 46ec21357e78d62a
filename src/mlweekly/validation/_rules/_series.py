"""
The rules about the weeks of a series: each is covered once, by one issue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from mlweekly.dates import DateRange
from mlweekly.errors import pointer_to
from mlweekly.validation._analysis._habits import ENOUGH_OTHERS
from mlweekly.validation._context import Context, SeriesContext
from mlweekly.validation._finding import Facts, Violation

__all__ = ["duplicate_issue", "gap", "overlap"]

_HABIT = 3
_WEEK = 7
_MOST_EXPECTED = 52


class _Week(NamedTuple):
    """
    An issue and the days that it names.
    """

    days: DateRange
    context: Context


def overlap(whole: SeriesContext) -> Iterator[Violation]:
    """
    No day is in two issues of a series.

    The ranges that the titles print are compared, or else the periods; only issues in one language are, for a document
    may hold two editions of a week. Of two issues the one is pointed at whose own links contradict its range, or that
    is no whole week, or that starts on another day of the week than the series; else the later one. Where at least
    three issues begin on the last day of the one before, that is how the series counts, and one warning for all. Two
    issues of the same days are S603's.

    Why it matters: a day has two issues, so no look-up by date can be right, and one of the ranges is mistyped.
    Bad:
        ## Weekly Papers (April 6 - April 13) - 2025

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2504.00037) |

        ## Weekly Papers (March 31 - April 6) - 2025

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagrams** - our own words there | [Paper](https://arxiv.org/abs/2503.10038) |
    Good:
        ## Weekly Papers (April 7 - April 13) - 2025

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2504.00037) |

        ## Weekly Papers (March 31 - April 6) - 2025

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagrams** - our own words there | [Paper](https://arxiv.org/abs/2503.10038) |
    Fix: none. Which day a range should begin or end with is for the editor to say.
    Counted: 1 of 130 issues, true.
    """
    pairs = [pair for weeks in _by_language(whole) for pair in _overlapping(weeks)]
    touching = [later for earlier, later in pairs if _is_last_day(earlier, later)]
    if len(touching) >= _HABIT:
        yield _habit(touching)
        pairs = [(earlier, later) for earlier, later in pairs if not _is_last_day(earlier, later)]
    for earlier, later in pairs:
        pointed = max((later, earlier), key=_doubts)
        other = earlier if pointed is later else later
        shared = DateRange(max(earlier.days.start, later.days.start), min(earlier.days.end, later.days.end))
        days = "1 day" if len(shared) == 1 else f"{len(shared)} days"
        message = f"{_name(pointed.context)}: {_words(pointed.days)} shares {days} with {_words(other.days)}"
        evidence: Facts = {"range": str(pointed.days), "other": str(other.days), "shared": str(shared)}
        pointers = (_pointer(pointed.context), _pointer(other.context))
        yield Violation(pointers[0], message, evidence, (str(pointed.days), str(other.days)), places=pointers)


def gap(whole: SeriesContext) -> Iterator[Violation]:
    """
    Each issue of a series begins on the day after the one before it ended.

    One finding for each gap, with the issues that were to be expected in it, by the length and the first day of the
    settings, or else by the habits of the series. An issue is judged by five others or more, and most issues begin on
    the day after the one before: a digest that comes out now and then has no gaps. Days that most of its issues leave
    out, and days of the week that few cover, such as weekends, are no gap. An issue whose links contradict its title
    counts for the week that they propose: the title is what is wrong then, and D103 or D104 says so. A week without an
    issue, at the turn of a year say, is a known false alarm.

    Why it matters: a week that nobody misses stays lost; most often its issue was left out by mistake.
    Bad:
        {"version": "1.0", "issues": [
        {"title": "Weekly Papers (September 2 - September 8) - 2024", "papers": []},
        {"title": "Weekly Papers (September 9 - September 15) - 2024", "papers": []},
        {"title": "Weekly Papers (September 23 - September 29) - 2024", "papers": []},
        {"title": "Weekly Papers (September 30 - October 6) - 2024", "papers": []},
        {"title": "Weekly Papers (October 7 - October 13) - 2024", "papers": []},
        {"title": "Weekly Papers (October 14 - October 20) - 2024", "papers": []}]}
    Good:
        {"version": "1.0", "issues": [
        {"title": "Weekly Papers (September 2 - September 8) - 2024", "papers": []},
        {"title": "Weekly Papers (September 9 - September 15) - 2024", "papers": []},
        {"title": "Weekly Papers (September 16 - September 22) - 2024", "papers": []},
        {"title": "Weekly Papers (September 23 - September 29) - 2024", "papers": []},
        {"title": "Weekly Papers (September 30 - October 6) - 2024", "papers": []},
        {"title": "Weekly Papers (October 7 - October 13) - 2024", "papers": []}]}
    Fix: none.
    Counted: 0 between 130 issues.
    """
    for weeks in _by_language(whole):
        if len(weeks) <= ENOUGH_OTHERS or next(_gaps(weeks), None) is None:
            continue
        covered = sorted(map(_covered, weeks), key=_days)
        gaps = list(_gaps(covered))
        left_out = _left_out([len(missing) for missing, _ in gaps], len(weeks) - 1)
        weekdays = _usual_weekdays(covered)
        gaps = [each for each in gaps if len(each[0]) != left_out and not weekdays.isdisjoint(_weekdays(each[0]))]
        if 2 * len(gaps) < len(weeks) - 1:
            for missing, context in gaps:
                starts = [str(day) for day in _expected(missing, whole, left_out) if day.weekday() in weekdays]
                days = "1 day" if len(missing) == 1 else f"{len(missing)} days"
                words = f"no issue covers the {days} before, {_words(missing)}{_weeks(starts)}"
                evidence: Facts = {"missing": str(missing), "expected": tuple(starts[:_MOST_EXPECTED])}
                yield Violation(_pointer(context), f"{_name(context)}: {words}", evidence, (str(missing),))


def _usual_weekdays(weeks: list[_Week]) -> frozenset[int]:
    """
    Return the days of the week that at least half as many issues cover as cover the commonest one.
    """
    counts = Counter(weekday for week in weeks for weekday in _weekdays(week.days))
    return frozenset(weekday for weekday, count in counts.items() if 2 * count >= max(counts.values()))


def _weekdays(days: DateRange) -> frozenset[int]:
    return frozenset(day.weekday() for day in islice(days, _WEEK))


def duplicate_issue(whole: SeriesContext) -> Iterator[Violation]:
    """
    A series has one issue for a range of days, and one heading for an issue.

    Two issues are the same one where their titles print the same days, or where the title is the same, holds a number
    and there are no days. The one is pointed at whose links contradict its range; else the later in the text. Issues in
    two languages are editions, and not the same.

    Why it matters: the second cannot be linked to, and is found by no look-up; as a rule its heading was copied.
    Bad:
        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.12037) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagrams** - our own words there | [Paper](https://arxiv.org/abs/2409.07038) |
    Good:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.12037) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagrams** - our own words there | [Paper](https://arxiv.org/abs/2409.07038) |
    Fix: none. Where the links contradict one of the two, D103 or D104 proposes its week.
    Counted: 0 of 130 issues.
    """
    known: dict[tuple[str | None, object], Context] = {}
    for context in whole.issues:
        title, judged = context.issue.title, context.dating.judged
        is_numbered = title is not None and any(character.isdecimal() for character in title)
        name = " ".join((title or "").casefold().split()) if judged is None and is_numbered else judged
        first = context if name is None else known.setdefault((context.issue.language, name), context)
        if first is not context:
            is_doubted = first.dating.is_contradicted and not context.dating.is_contradicted
            pointed, other = (first, context) if is_doubted else (context, first)
            says = "the same heading" if judged is None else f"{judged.start} to {judged.end}"
            message = f"{_name(pointed)}: two issues are under {says}"
            evidence: Facts = {
                "title": pointed.issue.title,
                "other": other.issue.title,
                "range": str(judged or ""),
            }
            pointers = (_pointer(pointed), _pointer(other))
            yield Violation(pointers[0], message, evidence, (str(name),), places=pointers)


def _by_language(whole: SeriesContext) -> Iterator[list[_Week]]:
    """
    Yield the issues that name their days, those of one language together, the earliest first.
    """
    groups: dict[str | None, list[_Week]] = {}
    for context in whole.issues:
        judged = context.dating.judged
        if judged is not None:
            groups.setdefault(context.issue.language, []).append(_Week(judged, context))
    for weeks in groups.values():
        yield sorted(weeks, key=_days)


def _days(week: _Week) -> DateRange:
    return week.days


def _overlapping(weeks: list[_Week]) -> Iterator[tuple[_Week, _Week]]:
    """
    Yield each issue that shares days with an earlier one beside the one of these that ends last.
    """
    last: _Week | None = None
    for week in weeks:
        if last is not None and last.days.overlaps(week.days) and last.days != week.days:
            yield last, week
        if last is None or week.days.end >= last.days.end:
            last = week


def _is_last_day(earlier: _Week, later: _Week) -> bool:
    return earlier.days.end == later.days.start


def _doubts(week: _Week) -> tuple[bool, bool, bool]:
    """
    Return what speaks against the range of an issue, the strongest first.
    """
    days, first_weekday = _counted(week.context.whole)
    is_other_day = days % _WEEK == 0 and week.days.start.weekday() != first_weekday
    return week.context.dating.is_contradicted, len(week.days) != days, is_other_day


def _counted(whole: SeriesContext) -> tuple[int, int]:
    """
    Return how many days an issue covers and the day of the week that it begins with.
    """
    habits, settings = whole.habits, whole.settings
    first_weekday = settings.first_weekday if habits.first_weekday is None else habits.first_weekday
    return habits.days_expected(settings.days), first_weekday


def _habit(weeks: list[_Week]) -> Violation:
    days = [str(week.days.start) for week in weeks]
    places = tuple(_pointer(week.context) for week in weeks)
    message = f"{len(weeks)} issues begin on the last day of the issue before: {', '.join(days)}"
    evidence: Facts = {"days": tuple(days)}
    return Violation(places[0], message, evidence, ("begin on the last day",), severity="warning", places=places)


def _covered(week: _Week) -> _Week:
    """
    Return the days that an issue covers, by its links where they contradict its title.
    """
    dating = week.context.dating
    proposal = dating.proposal if dating.is_contradicted else None
    return week if proposal is None else _Week(proposal, week.context)


def _gaps(weeks: list[_Week]) -> Iterator[tuple[DateRange, Context]]:
    """
    Yield the days between issues that none covers, and the issue behind them.
    """
    last: date | None = None
    for days, context in weeks:
        if last is not None and days.start.toordinal() > last.toordinal() + 1:
            first_missing = date.fromordinal(last.toordinal() + 1)
            yield DateRange(first_missing, date.fromordinal(days.start.toordinal() - 1)), context
        last = days.end if last is None else max(last, days.end)


def _left_out(lengths: list[int], pairs: int) -> int:
    """
    Return how many days, less than a week, most issues leave out before them.
    """
    for length, count in Counter(lengths).most_common(1):
        if length < _WEEK and count >= _HABIT and 2 * count > pairs:
            return length
    return 0


def _expected(missing: DateRange, whole: SeriesContext, left_out: int) -> Iterator[date]:
    """
    Yield the first days of the issues that a gap has room for; of a very long gap, not all.

    None where issues differ in length, as months do.
    """
    days, first_weekday = _counted(whole)
    if whole.habits.days is None and whole.settings.days == _WEEK:
        return
    first = missing.start.toordinal() + left_out
    if days % _WEEK == 0:
        first += (first_weekday - date.fromordinal(first).weekday()) % _WEEK
    last = missing.end.toordinal() - days + 1
    yield from map(date.fromordinal, range(first, last + 1, days + left_out)[: _MOST_EXPECTED + 1])


def _weeks(starts: list[str]) -> str:
    if not starts:
        return ""
    if len(starts) > _MOST_EXPECTED:
        return f"; more than {_MOST_EXPECTED} issues were to be expected from {starts[0]} on"
    issues = "an issue was" if len(starts) == 1 else f"{len(starts)} issues were"
    return f"; {issues} to be expected from {', '.join(starts)}"


def _words(days: DateRange) -> str:
    return f"{days.start}" if len(days) == 1 else f"{days.start} to {days.end}"


def _name(context: Context) -> str:
    return context.issue.title or "an issue without a title"


def _pointer(context: Context) -> str:
    return pointer_to("issues", context.index) + ("/title" if context.dating.judged is None else context.dating.pointer)
