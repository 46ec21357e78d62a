"""
The rules about the week that a title names: it can be read, it is that of the period, and the links agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mlweekly._expressions import expression
from mlweekly.dates import DateRange, PrintedRange, find_period, shows_date
from mlweekly.identifiers import ArxivId
from mlweekly.model import FrozenMapping, JsonValue
from mlweekly.validation._analysis._arxiv_totals import estimated_day
from mlweekly.validation._analysis._date_evidence import day_or_month
from mlweekly.validation._analysis._dating import Dating
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Severity, Violation
from mlweekly.validation._violations import redated

__all__ = ["title_range_mismatch", "title_range_unreadable", "title_vs_arxiv", "title_vs_posts"]

_DIGIT = expression("[0-9０-９]")
_DAY_NUMBER = r"(?<![A-Za-z.#])(?<![A-Za-z]-)(?<![0-9])(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])(?!\.[0-9])"
# Two numbers that can be days, and what may be the misspelled name of a month beside each; not `Top 10 of 3 labs`.
_DAYS = expression(
    rf"(?!24/7){_DAY_NUMBER}\.? ?(?:[a-z]{{0,2}}[^\W\d_a-z][^\W\d_]{{1,11}}\.?)? ?(?:[-–—~〜～/.]|to|bis|à|al?|по) ?"
    rf"(?:[a-z]{{0,2}}[^\W\d_a-z][^\W\d_]{{1,11}}\.? ?)?{_DAY_NUMBER}"
)
_LONGEST_IN_DAYS = 62
_LEFT_OPEN = expression(r"MM[/.-]DD|(?<![A-Za-z])(?:XX|xx|\?\?) ?[/.~～月日월일-]|[/.~～-] ?(?:XX|xx|\?\?)(?![A-Za-z])")
_WEEK_NUMBER = expression(
    "(?:[0-9０-９]{1,2} ?(?:月|월) ?)?第? ?(?:[0-9０-９]{1,2}|[一二三四五]|첫|둘|셋|넷|다섯)째? ?(?:週|周|주)"
    r"|(?ai:\bweek) ?#?[0-9]{1,2}\b"
)
_NUMBERED_UNIT = expression("[0-9０-９] ?[月월日일]")
_TO = r"\s*(?:[-–—~〜～]|\bto\b)\s*"
_OPEN_END = expression(rf"{_TO}(?:$|[)\]）］】]|(?:[^\W\d]{{3,12}}\.? )?[0-9]{{1,2}}\s*(?:$|[)\]）］】,]))")
_OPEN_START = expression(rf"[0-9]{_TO}$")
_LONGEST_SEPARATOR = 8


def title_range_unreadable(context: Context) -> Iterator[Violation]:
    """
    A title that shows a date holds a period in a known form: a range of days, a day, a week or a month.

    A single day may be in words or numbers (`2024-09-16`, `14 October 2024`, `2025年06月23日`), or the day that a week
    begins with; a month has its name or a year before it (`January 2026`, `2026年1月`), and a week its number. A range
    with one end (`2024/09/16 ~`) is none. A date is shown by the name of a month, by a number with 月, 日, 월 or 일, by
    two numbers that can be days and a sign between them, or by a month or day that is left open (`2024/XX/XX`). The
    version in the name of a model (`GPT-4 special`), a count or a year alone is none, and a week that is counted
    (`September, week 3`, `9월 3주차`) needs no days.

    Why it matters: feeds, archives and checks find an issue by its week; a misspelled month hides it from all of them.
    Bad:
        ## Papers of the Week (Setember 16 - Septmber 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: unsafe. The part in brackets is printed anew with the period, or else the week that the links propose.
    Counted: 0 of 130 issues.
    """
    issue, dating = context.issue, context.dating
    if issue.title is None or dating.printed is not None or not _shows_days(issue.title):
        return
    week = dating.evidence.proposal if issue.period is None or dating.is_contradicted else issue.period
    readable = None if week is None else dating.readable_title(week)
    message = f'the title shows a date, and no days can be read in "{issue.title}"'
    fix = None if readable is None else redated(issue, readable, week)
    yield Violation("/title", message, {"title": issue.title, "proposed": _range(week)}, (issue.title,), fix=fix)


def title_range_mismatch(context: Context) -> Iterator[Violation]:
    """
    The range in the title is the period of the issue.

    Where the links contradict the title, that is the cause, and D103 or D104 says so instead.

    Why it matters: readers go by the title, look-ups by the period.
    Bad:
        {
          "version": "1.0",
          "title": "Papers of the Week (September 16 - September 22) - 2024",
          "period": {"start": "2024-09-09", "end": "2024-09-15"},
          "papers": []
        }
    Good:
        {
          "version": "1.0",
          "title": "Papers of the Week (September 16 - September 22) - 2024",
          "period": {"start": "2024-09-16", "end": "2024-09-22"},
          "papers": []
        }
    Fix: unsafe. The period follows the title where the links contradict the period; where they fit both, or
    there are none, it is not plain which one is right, and no fix is proposed.
    Counted: no text can show it but one that states both; a reader takes the period from the title.
    """
    issue, dating = context.issue, context.dating
    if dating.titled is None or issue.period in (None, dating.titled) or dating.is_contradicted:
        return
    is_wrong = dating.evidence.contradicts(issue.period)
    message = f"{dating.statement}, the period is {issue.period.start} to {issue.period.end}"
    evidence: Facts = {"title": issue.title, "titled": _range(dating.titled), "period": _range(issue.period)}
    fix = redated(issue, issue.title, dating.titled) if is_wrong else None
    yield Violation("/period", message, evidence, (str(dating.titled), str(issue.period)), fix=fix)


def title_vs_posts(context: Context) -> Iterator[Violation]:
    """
    No post is later than the day after the week that the title names, and half of the posts are of that week.

    Days are those of UTC, so the editor's zone may add one. Three dated posts are needed, or one or two that are all
    later. Where the named week holds more of them than any other, the rest are late picks or wrong links, and not the
    title's fault. Where the title has no range, the period is judged. What arXiv numbers add is part of the finding.

    Why it matters: a title copied from an earlier issue sends readers, feeds and archives to the wrong week.
    Bad:
        ## Papers of the Week (June 10 - June 16) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/kyutai_labs/status/1836427396959932492) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/kyutai_labs/status/1836427396959932492) |
    Fix: unsafe. Proposed is the ISO week that holds most posts, right in 127 of 129 issues; nothing where
    arXiv numbers of later months outvote them, for then the posts are to blame.
    Counted: no false alarm on 129 issues; titles moved by one week were found in 99 %, those moved further all.
    """
    dating = context.dating
    against = () if dating.judged is None else dating.evidence.posts_against(dating.judged)
    if dating.judged is not None and against:
        later_ids = dating.evidence.ids_after(dating.judged)
        counts = [_count_of_posts(against, dating), *([_count_of_ids(later_ids, dating)] if later_ids else [])]
        yield _contradiction(dating, ", ".join(counts))


def title_vs_arxiv(context: Context) -> Iterator[Violation]:
    """
    No arXiv number is of a later month than the day after the week that the title names.

    In an issue with fewer than three dated posts, the day that the newest number suggests also lies between five days
    before the week and two days after it: too late is an error, too old a warning, for editors pick late papers. The
    day is told by the number's share of all numbers of its month. Of months that are not counted yet two bounds are
    known, and the one that accuses less counts. A period of a few days is a day of publication, and its papers may be
    of any age. Where D103 speaks, this is part of its finding; where three posts or more
    confirm the week, a number of a later month is a wrong link, and not the title's fault.

    Why it matters: as for D103, in issues that link to no posts.
    Bad:
        ## Papers of the Week (June 10 - June 16) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Training to Self-Correct** - our own words here | [Paper](https://arxiv.org/abs/2409.12917) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Training to Self-Correct** - our own words here | [Paper](https://arxiv.org/abs/2409.12917) |
    Fix: unsafe. Proposed is the week that most posts are of, or else the week of the day after the newest
    number was given: right in 64 of 65 issues.
    Counted: no false alarm on 130 issues by month, on 121 by estimated day, on 24 weeks of 2026; titles moved by two
    weeks were all found.
    """
    dating, evidence = context.dating, context.dating.evidence
    if dating.judged is None or evidence.posts_against(dating.judged):
        return
    week = dating.judged
    later, too_late, too_old = evidence.ids_against(week), evidence.id_too_late_for(week), evidence.id_too_old_for(week)
    newest = too_late or too_old
    if later:
        yield _contradiction(dating, _count_of_ids(later, dating))
    elif newest is not None:
        count = len(evidence.arxiv_ids)
        words = f"the newest of {count} arXiv ids" if count > 1 else "the only arXiv id"
        told = f"{words}, {newest.id}, dates from about {day_or_month(estimated_day(newest))}"
        yield _contradiction(dating, told, None if too_late else "warning")


def _shows_days(title: str) -> bool:
    if _LEFT_OPEN.search(title):
        return True
    if not shows_date(title):
        return False
    period = find_period(title)
    if period is not None and not _is_open(title, period):
        return False
    rest = _WEEK_NUMBER.sub("", title)
    names_month = rest == title and _DIGIT.search(title) is not None and shows_date(_DIGIT.sub("", title))
    return names_month or _NUMBERED_UNIT.search(rest) is not None or _DAYS.search(rest) is not None


def _is_open(title: str, period: PrintedRange) -> bool:
    """
    Return whether a day or a month is one end of a range, whose other end is missing or cannot be read.
    """
    before = title[max(0, period.start - _LONGEST_SEPARATOR) : period.start]
    return _OPEN_END.match(title, period.end) is not None or _OPEN_START.search(before) is not None


def _contradiction(dating: Dating, words: str, severity: Severity | None = None) -> Violation:
    """
    Return what D103 and D104 say of a week that the links contradict.
    """
    evidence, proposal = dating.evidence, dating.proposal
    title = None if proposal is None else dating.title_of(proposal)
    has_fix = proposal is not None and (title is not None or dating.issue.title is None)
    return Violation(
        pointer=dating.pointer,
        message=f"{words}, {dating.statement}",
        evidence={
            "stated": _range(dating.judged),
            "posts": FrozenMapping({url: day.isoformat() for url, day in evidence.posts}),
            "arxiv": FrozenMapping({each.id: str(each.created.start)[:7] for each in evidence.arxiv_ids}),
            "proposed": _range(proposal),
        },
        identity_parts=(str(dating.judged), str(evidence.proposal)),
        fix=redated(dating.issue, title, proposal) if has_fix else None,
        severity=severity,
    )


def _count_of_posts(days: Sequence[date], dating: Dating) -> str:
    verb = "dates" if len(days) == 1 else "date"
    first, last = str(days[0]), str(days[-1])
    if (days[-1] - days[0]).days > _LONGEST_IN_DAYS:
        first, last = first[:7], last[:7]
    whole = len(dating.evidence.days)
    count = "the only post" if whole == 1 else f"{len(days)} of {whole} posts"
    return f"{count} {verb} from {_ends(first, last)}"


def _count_of_ids(ids: Sequence[ArxivId], dating: Dating) -> str:
    months = [str(each.created.start)[:7] for each in ids]
    verb = "is" if len(ids) == 1 else "are"
    whole = len(dating.evidence.arxiv_ids)
    count = "the only arXiv id" if whole == 1 else f"{len(ids)} of {whole} arXiv ids"
    return f"{count} {verb} from {_ends(months[0], months[-1])}"


def _ends(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _range(period: DateRange | None) -> JsonValue:
    return None if period is None else str(period)
