"""
The rules about a week: how long it is, that its days exist, and that its links and its publication fit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mlweekly.dates import DateRange
from mlweekly.model import FrozenMapping
from mlweekly.validation._analysis._arxiv_totals import estimated_day
from mlweekly.validation._analysis._date_evidence import ENOUGH, DateEvidence
from mlweekly.validation._analysis._habits import DAYS_TO_PUBLISH
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Severity, Violation

__all__ = [
    "date_evidence_conflict",
    "impossible_date",
    "post_from_future",
    "published_out_of_range",
    "week_length",
    "week_start",
]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OLDEST_IN_DAYS = 21
_WEEK = 7
_DAYS_LATER = 7


def date_evidence_conflict(context: Context) -> Iterator[Violation]:
    """
    The posts and the arXiv numbers of an issue are of one time.

    Three of each are needed. The posts confirm the week, or tell it where none is stated; yet most numbers are of a
    month that begins later, or suggest days more than a week after it, or even the newest suggests a day three weeks
    before that week. Where the links contradict
    the title, D103 or D104 says so instead. A single number of a later month is L204's.

    Why it matters: one kind of links was taken from another issue, and the title is not to blame.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** | [Paper](https://arxiv.org/abs/2405.00037), [Post](https://x.com/a/status/1836012222673846272) |
        | 2) **Mimi** | [Paper](https://arxiv.org/abs/2405.00038), [Post](https://x.com/a/status/1836374610539446272) |
        | 3) **Momo** | [Paper](https://arxiv.org/abs/2405.00039), [Post](https://x.com/a/status/1836736998405046272) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** | [Paper](https://arxiv.org/abs/2409.10037), [Post](https://x.com/a/status/1836012222673846272) |
        | 2) **Mimi** | [Paper](https://arxiv.org/abs/2409.11038), [Post](https://x.com/a/status/1836374610539446272) |
        | 3) **Momo** | [Paper](https://arxiv.org/abs/2409.12039), [Post](https://x.com/a/status/1836736998405046272) |
    Fix: none. The right links are not in the text.
    Counted: 0 of 65 issues; the one whose posts are all wrong contradicts its title, and is D103's.
    """
    dating, evidence = context.dating, context.dating.evidence
    period = dating.judged or evidence.week_of_posts
    if period is None or dating.is_contradicted or min(len(evidence.days), len(evidence.arxiv_ids)) < ENOUGH:
        return
    newest = evidence.arxiv_ids[-1]
    is_old = estimated_day(newest).end.toordinal() < period.start.toordinal() - _OLDEST_IN_DAYS
    is_later = 2 * len(evidence.ids_after(period)) > len(evidence.arxiv_ids)
    soonest = None if is_old or is_later else _soonest_later(evidence, period)
    months = [str(each.created.start)[:7] for each in evidence.arxiv_ids]
    if soonest is not None:
        told = f"most of {len(months)} arXiv ids date from about {soonest} or later"
    elif is_old or is_later:
        told = f"{len(months)} arXiv ids are from {months[0]} to {months[-1]}"
    else:
        return
    yield Violation(
        pointer=dating.pointer if dating.judged else "/papers",
        message=f"{len(evidence.days)} posts date from {evidence.days[0]} to {evidence.days[-1]}, {told}",
        evidence={
            "posts": tuple(map(str, evidence.days)),
            "arxiv": tuple(each.id for each in evidence.arxiv_ids),
            "period": str(period),
        },
        identity_parts=(str(period), newest.id),
    )


def _soonest_later(evidence: DateEvidence, period: DateRange) -> date | None:
    """
    Return the first day that numbers suggest which is more than a week after the period, if most of them are so late.
    """
    latest = period.end.toordinal() + _DAYS_LATER
    if estimated_day(evidence.arxiv_ids[-1]).start.toordinal() <= latest:
        return None
    late = [day for each in evidence.arxiv_ids if (day := estimated_day(each).start).toordinal() > latest]
    return min(late) if 2 * len(late) > len(evidence.arxiv_ids) else None


def week_length(context: Context) -> Iterator[Violation]:
    """
    An issue covers a week, or as many days as its series does.

    The setting `days` says how many days that is; without it, it is the number that most of five or more other issues
    cover, or else seven, where the title says that it is of a week. A week from Sunday to Sunday has eight: one of its
    days is in two issues. Any other number of days is a digest's own. A range of fewer days that
    begins on Monday only informs where too few others tell: it may be the working days. Months and years differ in
    length and are never found, nor is a single day that is no range in the title.

    Why it matters: archives that count weeks put the eighth day, or the missing one, into the wrong issue.
    Bad:
        ## Papers of the Week (September 16 - September 23) - 2024
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024
    Fix: none. Which of both ends is wrong is for the editor to say.
    Counted: 4 of 130 issues, all true.
    """
    period = context.dating.judged
    index, habits = context.index, context.whole.habits
    expected = habits.days_of(index, context.settings.days)
    if period is None or expected is None or _is_whole_months(period):
        return
    if len(period) == 1 and context.dating.titled is None:
        return
    if len(period) != expected:
        count = "1 day" if len(period) == 1 else f"{len(period)} days"
        ends = f"{_DAYS[period.start.weekday()]} to {_DAYS[period.end.weekday()]}"
        message = f"{context.dating.statement}, {count} ({ends}), not {expected}"
        evidence: Facts = {"period": str(period), "days": len(period), "expected": expected}
        may_be_meant = (
            len(period) < expected == _WEEK
            and context.settings.days == _WEEK
            and period.start.weekday() == 0
            and not habits.has_length(index)
        )
        severity: Severity | None = "info" if may_be_meant and len(period) > 1 else None
        yield Violation(context.dating.pointer, message, evidence, (str(period),), severity=severity)


def _is_whole_months(period: DateRange) -> bool:
    after = period.end.toordinal() + 1
    return period.start.day == 1 and (period.end == date.max or date.fromordinal(after).day == 1)


def week_start(context: Context) -> Iterator[Violation]:
    """
    The week begins with the day that the weeks of its series begin with.

    Where most of five or more other issues begin with one day, it is that day; else the setting `first_day` says it,
    and where that is Monday, only for an issue whose title says that it is of a week. Judged are whole weeks, with or
    without a day that two issues share: a day or a month begins with any day. Where the links contradict the whole
    week, D103 or D104 says so instead.

    Why it matters: weeks that begin on other days overlap, or leave a day out.
    Bad:
        ## Papers of the Week (September 17 - September 23) - 2024
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024
    Fix: none. Which day is meant is for the editor to say.
    Counted: 3 of 130 issues, all true.
    """
    period = context.dating.judged
    if period is None or len(period) < _WEEK or len(period) % _WEEK > 1:
        return
    expected = context.whole.habits.weekday_of(context.index, context.settings.first_weekday)
    if expected is not None and period.start.weekday() != expected and not context.dating.is_contradicted:
        first, usual = _DAYS[period.start.weekday()], _DAYS[expected]
        message = f"{context.dating.statement}, which begins with a {first}, not a {usual}"
        evidence: Facts = {"period": str(period), "first": first.lower(), "expected": usual.lower()}
        yield Violation(context.dating.pointer, message, evidence, (str(period),))


def impossible_date(context: Context) -> Iterator[Violation]:
    """
    The days in a title exist, and the first is not after the last.

    The title is judged as printed: 30 February, 31 September, a month 13, a range that runs backwards, and 29 February
    where the year, or else the year that the period or the links tell, has none. A range that cannot be read at all is
    D101's.

    Why it matters: nobody can tell which week was meant, and readers by program find none.
    Bad:
        ## Papers of the Week (September 25 - September 31) - 2024
    Good:
        ## Papers of the Week (September 23 - September 29) - 2024
    Fix: none. Which number is wrong is for the editor to say.
    Counted: 0 of 130 issues.
    """
    dating, period = context.dating, context.issue.period
    if dating.printed is None or dating.titled is not None:
        return
    near = dating.evidence.proposal if period is None else period
    problem = dating.printed.problem or (None if near is None else f"it is in no year close to {near.start.year}")
    if problem is not None:
        message = f'the title says "{dating.printed.printed}": {problem}'
        evidence: Facts = {"title": context.issue.title, "problem": problem}
        yield Violation("/title", message, evidence, (dating.printed.printed,))


def published_out_of_range(context: Context) -> Iterator[Violation]:
    """
    An issue comes out on the last day of its week, or in the two weeks after it.

    Where most of three or more issues of a series came out later, the series is an archive that was filled afterwards,
    and lateness says nothing.

    Why it matters: an issue that came out before its week was over, or long after it, often has the wrong week.
    Bad:
        {"version": "1.0", "title": "Papers of the Week (September 16 - September 22) - 2024",
         "published": "2024-06-23", "papers": []}
    Good:
        {"version": "1.0", "title": "Papers of the Week (September 16 - September 22) - 2024",
         "published": "2024-09-23", "papers": []}
    Fix: none. Which of both dates is wrong is for the editor to say.
    Counted: no text of the 65 issues says when it was published.
    """
    published, period = context.issue.published, context.dating.judged
    lag = 0 if published is None or period is None else (published - period.end).days
    if lag < 0 or (lag > DAYS_TO_PUBLISH and not context.whole.habits.is_archive):
        distance = f"{abs(lag)} day{'' if abs(lag) == 1 else 's'} {'after' if lag > 0 else 'before'} its last day"
        message = f"published {published}, {distance}, {context.dating.statement}"
        evidence: Facts = {"published": str(published), "period": str(period), "days": lag}
        yield Violation("/published", message, evidence, (str(published), str(period)))


def post_from_future(context: Context) -> Iterator[Violation]:
    """
    No post is later than the day on which the issue was published, or the setting `as_of`.

    A post's day is that of UTC, so the zone of the editor may add one. All such posts of an issue are one finding. An
    editor who adds a post to an issue that is out gives it a new day of publication.

    Why it matters: nobody can link to what is not written yet, so the link or the day is wrong.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** | [Paper](https://arxiv.org/abs/2409.10037), [Post](https://x.com/a/status/1836736998405046272) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** | [Paper](https://arxiv.org/abs/2409.10037), [Post](https://x.com/a/status/1836012222673846272) |
    With: as_of=date(2024, 9, 17)
    Fix: none. The right link is not in the text.
    Counted: 0 of 65 issues with the day of the count.
    """
    limit = min((day for day in (context.issue.published, context.settings.as_of) if day is not None), default=None)
    if limit is None:
        return
    late = [
        (paper, f"{pointer}/url", link, link.created.start)
        for paper, pointer, link in context.links
        if link.kind == "post" and link.created is not None and (link.created.start - limit).days > 1
    ]
    if late:
        first, places = late[0][0], tuple(pointer for _, pointer, _, _ in late)
        earliest, latest = min(day for _, _, _, day in late), max(day for _, _, _, day in late)
        told = f"{first.name}: the post dates" if len(late) == 1 else f"{len(late)} posts date"
        span = f"{earliest}" if earliest == latest else f"{earliest} to {latest}"
        is_published = limit == context.issue.published
        reason = f"the issue was published {limit}" if is_published else f"the text is as of {limit}"
        yield Violation(
            places[0],
            f"{told} from {span}, {reason}",
            {"posts": FrozenMapping({link.url: str(day) for _, _, link, day in late}), "limit": str(limit)},
            (str(limit), *sorted(link.canonical for _, _, link, _ in late)),
            places=places if len(late) > 1 else (),
        )
