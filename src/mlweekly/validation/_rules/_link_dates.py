"""
The rules about the dates of links: papers and posts are of the week, and no post is older than its paper.

Lives here: L204, L205, L206, L219.
Must not know: the series around an issue; how rules are chosen and run.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mlweekly.dates import DateRange
from mlweekly.identifiers import ArxivId
from mlweekly.validation._analysis._date_evidence import estimated_day
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Severity, Violation

__all__ = ["arxiv_from_future", "arxiv_old", "post_before_paper", "post_out_of_window"]

_MONTHS_OLD = 3
_DAYS_BEFORE_WEEK = 7
_DAYS_BEFORE_PAPER = 7


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
    Fix: none. The right number is not told by the wrong one.
    Counted: 0 of 1,103 numbers in 130 issues.
    """
    period = _judged(context)
    if period is None:
        return
    for each in context.papers:
        for pointer, arxiv_id, first_day in each.arxiv_links:
            if (first_day - period.end).days > 1:
                month = str(first_day)[:7]
                yield Violation(
                    pointer=pointer,
                    message=f"{each.name}: arXiv {arxiv_id.id} is from {month}, {context.dating.statement}",
                    evidence={"arxiv": arxiv_id.id, "month": month, "period": str(period)},
                    identity_parts=(arxiv_id.key,),
                )


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
    if period is None:
        return
    for each in context.papers:
        for pointer, arxiv_id, month in each.arxiv_links:
            age = (period.start.year - month.year) * 12 + period.start.month - month.month
            if age >= _MONTHS_OLD:
                words = f"is from {str(month)[:7]}, {age} months before the week of {period.start}"
                yield Violation(
                    pointer=pointer,
                    message=f"{each.name}: arXiv {arxiv_id.id} {words}",
                    evidence={"arxiv": arxiv_id.id, "month": str(month)[:7], "period": str(period)},
                    identity_parts=(arxiv_id.key,),
                )


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
    if period is None:
        return
    for each in context.papers:
        for pointer, link, day in each.posts:
            late = (day - period.end).days
            if late > 1:
                words, severity = f"{_days(late)} after the last day", _WARNING
            elif (period.start - day).days > _DAYS_BEFORE_WEEK:
                early = _days(-late)
                words, severity = f"{early} before the last day", _WARNING if _is_early(each, day) else _INFO
            else:
                continue
            yield Violation(
                pointer=pointer,
                message=f"{each.name}: the post dates from {day}, {words}",
                evidence={"post": link.url, "day": str(day), "period": str(period)},
                identity_parts=(link.canonical,),
                severity=severity,
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
    for each in context.papers:
        for pointer, link, day in each.posts:
            arxiv_id = _too_young(each, day)
            if arxiv_id is not None:
                estimate = estimated_day(arxiv_id)
                about = f"about {estimate.start}" if len(estimate) == 1 else str(estimate.start)[:7]
                early = _days((estimate.start - day).days)
                yield Violation(
                    pointer=pointer,
                    message=f"{each.name}: the post dates from {day}, {early} before arXiv {arxiv_id.id} of {about}",
                    evidence={"post": link.url, "day": str(day), "arxiv": arxiv_id.id, "estimate": str(estimate)},
                    identity_parts=(link.canonical, arxiv_id.key),
                )


_WARNING: Severity = "warning"
_INFO: Severity = "info"


def _judged(context: Context) -> DateRange | None:
    """
    Return the week that links are compared with; None where there is none, or where they contradict it together.
    """
    return None if context.dating.is_contradicted else context.dating.judged


def _too_young(each: PaperContext, day: date) -> ArxivId | None:
    """
    Return the paper's oldest arXiv number where even that was given more than a week after the day.
    """
    if not each.arxiv_links:
        return None
    found = each.arxiv_links
    oldest = (found[0] if len(found) == 1 else min(found, key=lambda one: (one.month, one.identifier.id))).identifier
    return oldest if (estimated_day(oldest).start - day).days > _DAYS_BEFORE_PAPER else None


def _is_early(each: PaperContext, day: date) -> bool:
    return _too_young(each, day) is not None


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
