"""
The rules about the years of a title.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mlweekly._expressions import expression
from mlweekly.changes import IssueRetitled, Patch
from mlweekly.dates import DateRange, PrintedRange, find_range
from mlweekly.errors import ModelError
from mlweekly.validation._analysis._date_evidence import same_week
from mlweekly.validation._analysis._dating import Dating
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import redated

__all__ = ["year_missing", "year_turn"]

_YEAR = expression(r"(?<!\d)\d{4}(?!\d)")
_ANY_YEAR = 2001
_RECENT_YEARS = range(1990, 2100)
_HALF_A_YEAR = 182
_CLOSING = ")）]］】"
_JOINT = expression(r"[0-9０-９]{1,2}([/.-])[0-9０-９]")


def year_turn(context: Context) -> Iterator[Violation]:
    """
    A range over New Year has the years of both ends, or the year of its last day behind it.

    `(December 30 - January 5) - 2025` follows the rule. The rule finds such a range without any year, one that has
    the year of its first day alone (`[2024/12/30 ~ 01/05]`), and one whose year by the rule is too early: the period,
    or the week that the links propose, is that of the next year.

    Why it matters: read by the rule, the week is a year off, or nobody knows of which year it is.
    Bad:
        # [2024/12/30 ~ 01/05] Papers of the Week
    Good:
        # [2024/12/30 ~ 2025/01/05] Papers of the Week
    Fix: unsafe. The years are added, or the year is corrected, in the form of the title; none where no year is known.
    Counted: 0 of 130 issues; the one range over New Year follows the rule.
    """
    dating = context.dating
    printed = dating.printed
    period = dating.titled or (None if printed is None or printed.year_printed else printed.in_year(_ANY_YEAR))
    if printed is None or period is None or period.start.year == period.end.year:
        return
    years = [int(year) for year in _YEAR.findall(printed.printed)]
    right = _next_year(dating) if years == [period.end.year] else None
    if right is not None:
        words = f", which ends in {period.end.year}, and {_source(dating, right)} {right.start} to {right.end}"
    elif not years or years == [period.start.year]:
        words = f", over New Year, has {'the year of its first day alone' if years else 'no year'}"
    else:
        return
    after = None if dating.titled is None else next(_with_year(printed, right or period), None)
    message = f'the range in the title, "{printed.printed}"{words}'
    evidence: Facts = {"title": context.issue.title, "period": None if dating.titled is None else str(right or period)}
    fix = None if after is None else redated(context.issue, after, right or period)
    yield Violation("/title", message, evidence, (printed.printed,), fix=fix)


def year_missing(context: Context) -> Iterator[Violation]:
    """
    The range in a title has a year.

    One over New Year is D109's, and one that the links contradict is first of all D103's or D104's. Where most of five
    or more other issues print none, that is how the series counts: headings above them tell the year. A year that the
    title has elsewhere will do: `2024-W38 (09/16-09/22)`.

    Why it matters: a title that is quoted, or is in a feed, has no year around it.
    Bad:
        {"version": "1.0", "title": "Papers of the Week (September 16 - September 22)",
         "period": {"start": "2024-09-16", "end": "2024-09-22"}, "papers": []}
    Good:
        {"version": "1.0", "title": "Papers of the Week (September 16 - September 22) - 2024",
         "period": {"start": "2024-09-16", "end": "2024-09-22"}, "papers": []}
    Fix: safe. The year of the period is added where titles have it: behind the brackets, or in front of numbers; none
    where no period is known, or the new title would be read as another week.
    Counted: 52 of 130 issues, all of 2023.
    """
    dating, issue = context.dating, context.issue
    printed, title, period = dating.printed, issue.title, dating.titled
    if printed is None or title is None or printed.year_printed or printed.problem is not None:
        return
    any_year = period or printed.in_year(_ANY_YEAR)
    if dating.is_contradicted or (any_year is not None and any_year.start.year != any_year.end.year):
        return
    habit = context.whole.habits.has_year.habit(context.index)
    if (habit is not None and not habit.value) or _has_year(title, period):
        return
    after = next(_with_year(printed, period), None) if period is not None and period == issue.period else None
    message = f'the range in the title, "{printed.printed}", has no year'
    evidence: Facts = {"title": title, "period": None if issue.period is None else str(issue.period)}
    fix = None if after is None else Fix(Patch([IssueRetitled("", before=title, after=after)]), safe=True)
    yield Violation("/title", message, evidence, (title,), fix=fix)


def _has_year(title: str, period: DateRange | None) -> bool:
    """
    Return whether the title has the year of the period anywhere, or a recent one where there is no period.
    """
    years = _RECENT_YEARS if period is None else range(period.start.year, period.end.year + 1)
    return any(int(year) in years for year in _YEAR.findall(title))


def _next_year(dating: Dating) -> DateRange | None:
    """
    Return the same days a year later where the period, or the week that the links propose, is that.
    """
    titled, period, proposal = dating.titled, dating.issue.period, dating.evidence.proposal
    if titled is None or titled.end.year >= date.max.year:
        return None
    later = DateRange(_a_year_later(titled.start), _a_year_later(titled.end))
    if period == later or (proposal is not None and dating.is_contradicted and same_week(later, proposal)):
        return later
    return None


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _source(dating: Dating, right: DateRange) -> str:
    return "the period is" if dating.issue.period == right else "its links are of"


def _with_year(printed: PrintedRange, period: DateRange) -> Iterator[str]:
    """
    Yield the title with the years that the period needs, in each way that is read as this period again.
    """
    for title in _attempts(printed, period):
        again = find_range(title)
        if title != printed.text and again is not None and again.year_printed and again.period() == period:
            years = [int(year) for year in _YEAR.findall(again.printed)]
            if period.start.year == period.end.year or years != [period.start.year]:
                yield title


def _attempts(printed: PrintedRange, period: DateRange) -> Iterator[str]:
    """
    Yield the title with the years where titles have them: in front of numbers, behind the brackets, behind the range.
    """
    text, start, end, year = printed.text, printed.start, printed.end, period.end.year
    if printed.year_printed:
        yield from _printed_anew(printed, period)
        yield f"{text[:end]}, {year}{text[end:]}"
        return
    joint = _JOINT.match(text, start)
    for sign, behind in (("", joint and joint[1]), ("月", "年"), ("월", "년 ")):
        if behind and sign in printed.printed:
            in_front = f"{text[:start]}{period.start.year}{behind}{text[start:]}"
            found = find_range(in_front)
            if found is not None and period.start.year != year:
                yield from _printed_anew(found, period)
            yield in_front
    if text[end : end + 1] in tuple(_CLOSING):
        yield f"{text[: end + 1]} - {year}{text[end + 1 :]}"
    yield f"{text[:end]}, {year}{text[end:]}"
    yield f"{text[:end]} {year}{text[end:]}"


def _printed_anew(printed: PrintedRange, period: DateRange) -> Iterator[str]:
    """
    Yield the title with the period in it, printed as if it came from a title of another week.

    A range that reads as the period already is never printed anew, whichever years it has.
    """
    try:
        elsewhere = find_range(printed.replaced(period.shifted(-_HALF_A_YEAR)))
        if elsewhere is not None:
            yield elsewhere.replaced(period)
    except ModelError:  # the words around the range keep another week from being read
        return
