"""
The rules about the dates of links: papers and posts are of the week, and no post is older than its paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from mlweekly.dates import DateRange
from mlweekly.identifiers import ArxivId
from mlweekly.validation._analysis._arxiv_totals import estimated_day
from mlweekly.validation._analysis._date_evidence import DAYS_BEFORE_PAPER, day_or_month
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Facts, Violation
from mlweekly.validation._violations import in_paper

__all__ = ["arxiv_from_future", "arxiv_old", "post_before_paper", "post_out_of_window"]

_MONTHS_OLD = 3
_DAYS_BEFORE_WEEK = 7


def arxiv_from_future(context: Context) -> Iterator[Violation]:
    """
    No arXiv number is of a later month than the day after the week.

    That day is the last day of the week in other zones. Where most links contradict the week, the title is the cause,
    D103 or D104 says so, and this rule is silent; it speaks where three posts or more confirm the week.

    Why it matters: the paper cannot have been there, so the link leads to another one.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/a/status/1836427396959932492) |
        | 2) **SCoRe** - our own words here | [Tweet](https://x.com/a/status/1837228446839361984) |
        | 3) **Qwen2.5-Coder** - our own words here | [Tweet](https://x.com/a/status/1837170643563073960) |
        | 4) **Llama-Omni** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/a/status/1836427396959932492) |
        | 2) **SCoRe** - our own words here | [Tweet](https://x.com/a/status/1837228446839361984) |
        | 3) **Qwen2.5-Coder** - our own words here | [Tweet](https://x.com/a/status/1837170643563073960) |
        | 4) **Llama-Omni** - our own words here | [Paper](https://arxiv.org/abs/2409.00037) |
    Fix: none. The wrong number does not show the right one.
    Counted: 0 of 1,103 numbers in 130 issues.
    """
    period = _judged(context)
    for each, pointer, arxiv_id, first_day in _arxiv_ids(context, period):
        if period is not None and (first_day - period.end).days > 1:
            month = str(first_day)[:7]
            words = f"arXiv {arxiv_id.id} is from {month}, {context.dating.statement}"
            evidence = {"arxiv": arxiv_id.id, "month": month, "period": str(period)}
            yield in_paper(each, pointer, words, evidence, arxiv_id.key)


def arxiv_old(context: Context) -> Iterator[Violation]:
    """
    A paper of the week is not three months old, by the month in its arXiv number.

    Classics, revisions and papers that have come out at a conference are late picks on purpose, which is why this only
    informs. Where the links contradict the week, D103 or D104 speaks instead.

    Why it matters: an old number under a new title is sometimes the number of another paper.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Attention** - our own words here | [Paper](https://arxiv.org/abs/2406.03762) |
        | 2) **SCoRe** - our own words here | [Paper](https://arxiv.org/abs/2409.12917) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Attention** - our own words here | [Paper](https://arxiv.org/abs/2407.03762) |
        | 2) **SCoRe** - our own words here | [Paper](https://arxiv.org/abs/2409.12917) |
    Fix: none. Most are meant.
    Counted: 13 of 1,103 numbers in 130 issues, all of them late picks.
    """
    period = _judged(context)
    for each, pointer, arxiv_id, first_day in _arxiv_ids(context, period):
        start = first_day if period is None else period.start
        age = (start.year - first_day.year) * 12 + start.month - first_day.month
        if age >= _MONTHS_OLD:
            month = str(first_day)[:7]
            words = f"arXiv {arxiv_id.id} is from {month}, {age} months before the week of {start}"
            evidence = {"arxiv": arxiv_id.id, "month": month, "period": str(period)}
            yield evolve(in_paper(each, pointer, words, evidence, arxiv_id.key), habit="old")


def post_out_of_window(context: Context) -> Iterator[Violation]:
    """
    A post is from the week, the week before it, or the day after it.

    Days are those of UTC, so the editor's zone may add one. Later posts are warnings: the text would be older than what
    it links to. Posts of more than a week before the first day inform, for late picks have them; they are warnings
    where the post is older than its paper too (L219). Where the links contradict the week as a whole, D103 or D104
    speaks instead.

    Why it matters: a post of another time is mostly a post on another paper, copied along.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/a/status/1836427396959932492) |
        | 2) **SCoRe** - our own words here | [Tweet](https://x.com/a/status/1837228446839361984) |
        | 3) **Qwen2.5-Coder** - our own words here | [Tweet](https://x.com/a/status/1841500000000000000) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/a/status/1836427396959932492) |
        | 2) **SCoRe** - our own words here | [Tweet](https://x.com/a/status/1837228446839361984) |
        | 3) **Qwen2.5-Coder** - our own words here | [Tweet](https://x.com/a/status/1837170643563073960) |
    Fix: none. The right post is not told by the wrong one.
    Counted: on 130 issues no post is later; 13 are earlier, 10 of them wrong links and 3 late picks.
    """
    period = _judged(context)
    for each, pointer, link in context.dated_links if period is not None else ():
        day = None if link.created is None else link.created.start
        if period is None or day is None or link.kind != "post":
            continue
        late = (day - period.end).days
        if late > 1 or (period.start - day).days > _DAYS_BEFORE_WEEK:
            is_warning = late > 1 or _younger_paper(each, day) is not None
            words = f"the post dates from {day}, {_days(abs(late))} {'after' if late > 1 else 'before'} the last day"
            evidence: Facts = {"post": link.url, "day": str(day), "period": str(period)}
            yield in_paper(
                each, f"{pointer}/url", words, evidence, link.canonical, severity="warning" if is_warning else "info"
            )


def post_before_paper(context: Context) -> Iterator[Violation]:
    """
    No post is more than a week older than its own paper can be.

    A paper's day is estimated from its arXiv number, which runs through the month: right within 3 days for 94 % of 121
    issues; of numbers from before 2023, which are not counted, the first day of their month is taken. Of several
    numbers the oldest counts, and late picks are no exception: their posts are as old as they are.

    Why it matters: such a post is about another paper.
    Bad:
        {"version": "1.0", "language": "en", "title": "Papers (September 23 - September 29) - 2024", "papers": [
          {"rank": 1, "title": {"original": "Molmo"}, "links": [
            {"url": "https://arxiv.org/abs/2409.17146"}, {"url": "https://x.com/a/status/1826427396959932492"}
          ]}
        ]}
    Good:
        {"version": "1.0", "language": "en", "title": "Papers (September 23 - September 29) - 2024", "papers": [
          {"rank": 1, "title": {"original": "Molmo"}, "links": [
            {"url": "https://arxiv.org/abs/2409.17146"}, {"url": "https://x.com/a/status/1838950000000000000"}
          ]}
        ]}
    Fix: none. The right post is not told by the wrong one.
    Counted: 6 of 1,037 pairs, all of them wrong links.
    """
    for each, pointer, link in context.dated_links:
        day = link.created.start if link.kind == "post" and link.created is not None else None
        arxiv_id = None if day is None else _younger_paper(each, day)
        if day is None or arxiv_id is None:
            continue
        estimate = estimated_day(arxiv_id)
        about = f"{'' if estimate == arxiv_id.created else 'about '}{day_or_month(estimate)}"
        early = _days((estimate.start - day).days)
        words = f"the post dates from {day}, {early} before arXiv {arxiv_id.id} of {about}"
        evidence: Facts = {"post": link.url, "day": str(day), "arxiv": arxiv_id.id, "estimate": str(estimate)}
        yield in_paper(each, f"{pointer}/url", words, evidence, link.canonical, arxiv_id.key)


def _judged(context: Context) -> DateRange | None:
    """
    Return the week that links are compared with; None where there is none, or where they contradict it together.
    """
    return None if context.dating.is_contradicted else context.dating.judged


def _arxiv_ids(context: Context, period: DateRange | None) -> Iterator[tuple[PaperContext, str, ArxivId, date]]:
    """
    Yield each arXiv number with its paper, its pointer and the first day of its month; none without a week.
    """
    for each, pointer, link in context.dated_links if period is not None else ():
        if isinstance(link.identifier, ArxivId) and link.created is not None:
            yield each, f"{pointer}/url", link.identifier, link.created.start


def _younger_paper(each: PaperContext, day: date) -> ArxivId | None:
    """
    Return the paper's oldest arXiv number where even that was given more than a week after the day.
    """
    oldest = each.oldest_arxiv_id
    is_younger = oldest is not None and (estimated_day(oldest).start - day).days > DAYS_BEFORE_PAPER
    return oldest if is_younger else None


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
