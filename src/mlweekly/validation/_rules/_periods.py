"""
The rules about a week: how long it is, that its days exist, and that its links and its publication fit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mlweekly.dates import DateRange
from mlweekly.model import FrozenMapping
from mlweekly.validation._analysis._date_evidence import ENOUGH, DateEvidence, estimated_day
from mlweekly.validation._analysis._habits import DAYS_TO_PUBLISH
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Violation

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
    dating = context.dating
    evidence = dating.evidence
    period = dating.judged or evidence.week_of_posts
    if period is None or dating.is_contradicted or len(evidence.days) < ENOUGH or len(evidence.arxiv_ids) < ENOUGH:
        return
    newest = evidence.arxiv_ids[-1]
    is_old = estimated_day(newest).end.toordinal() < period.start.toordinal() - _OLDEST_IN_DAYS
    is_later = 2 * len(evidence.ids_after(period)) > len(evidence.arxiv_ids)
    soonest = None if is_old or is_later else _soonest_later(evidence, period)
    if not is_old and not is_later and soonest is None:
        return
    months = [str(each.created.start)[:7] for each in evidence.arxiv_ids]
    told = f"{len(months)} arXiv ids are from {months[0]} to {months[-1]}"
    if soonest is not None:
        told = f"most of {len(months)} arXiv ids date from about {soonest} or later"
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
    days = [estimated_day(each).start for each in evidence.arxiv_ids]
    late = [day for day in days if day.toordinal() > latest]
    return min(late) if 2 * len(late) > len(days) else None


def week_length(context: Context) -> Iterator[Violation]:
    """
    An issue covers a week, or as many days as its series does.

    The setting `days` says how many days that is; without it, it is the number that most of three or more issues cover,
    or else seven. A week from Sunday to Sunday has eight: one of its days is in two issues.

    Why it matters: archives that count weeks put the eighth day, or the missing one, into the wrong issue.
    Bad:
        ## Papers of the Week (September 16 - September 23) - 2024
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024
    Fix: none. Which of both ends is wrong is for the editor to say.
    Counted: 4 of 130 issues, all true.
    """
    period = context.dating.judged
    expected = context.whole.habits.days_expected(context.settings.days)
    if period is None or len(period) == expected:
        return
    count = "1 day" if len(period) == 1 else f"{len(period)} days"
    ends = f"{_DAYS[period.start.weekday()]} to {_DAYS[period.end.weekday()]}"
    yield Violation(
        pointer=context.dating.pointer,
        message=f"{context.dating.statement}, {count} ({ends}), not {expected}",
        evidence={"period": str(period), "days": len(period), "expected": expected},
        identity_parts=(str(period),),
    )


def week_start(context: Context) -> Iterator[Violation]:
    """
    The week begins with the day that the weeks of its series begin with.

    Where most of three or more issues begin with one day, it is that day; else the setting `first_day` says it. Where
    the links contradict the whole week, D103 or D104 says so instead.

    Why it matters: weeks that begin on other days overlap, or leave a day out.
    Bad:
        ## Papers of the Week (September 17 - September 23) - 2024
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024
    Fix: none. Which day is meant is for the editor to say.
    Counted: 3 of 130 issues, all true.
    """
    period = context.dating.judged
    habit = context.whole.habits.first_weekday
    expected = context.settings.first_weekday if habit is None else habit
    if period is None or period.start.weekday() == expected or context.dating.is_contradicted:
        return
    first = _DAYS[period.start.weekday()]
    yield Violation(
        pointer=context.dating.pointer,
        message=f"{context.dating.statement}, which begins with a {first}, not a {_DAYS[expected]}",
        evidence={"period": str(period), "first": first.lower(), "expected": _DAYS[expected].lower()},
        identity_parts=(str(period),),
    )


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
    dating = context.dating
    if dating.printed is None or dating.titled is not None:
        return
    problem = dating.printed.problem
    near = dating.evidence.proposal if context.issue.period is None else context.issue.period
    if problem is None and near is not None:
        problem = f"it is in no year close to {near.start.year}"
    if problem is not None:
        printed = dating.printed.printed
        yield Violation(
            pointer="/title",
            message=f'the title says "{printed}": {problem}',
            evidence={"title": context.issue.title, "problem": problem},
            identity_parts=(printed,),
        )


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
    if published is None or period is None:
        return
    lag = (published - period.end).days
    if 0 <= lag <= DAYS_TO_PUBLISH or (lag > 0 and context.whole.habits.is_archive):
        return
    distance = f"{abs(lag)} day{'' if abs(lag) == 1 else 's'} {'after' if lag > 0 else 'before'} its last day"
    yield Violation(
        pointer="/published",
        message=f"published {published}, {distance}, {context.dating.statement}",
        evidence={"published": str(published), "period": str(period), "days": lag},
        identity_parts=(str(published), str(period)),
    )


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
    limits = [day for day in (context.issue.published, context.settings.as_of) if day is not None]
    if not limits:
        return
    limit = min(limits)
    late = [
        (pointer, link, paper.name, link.created.start)
        for paper in context.papers
        for pointer, link in paper.links
        if link.kind == "post" and link.created is not None and link.created.start.toordinal() > limit.toordinal() + 1
    ]
    if not late:
        return
    first = late[0]
    days = sorted(day for _, _, _, day in late)
    told = f"{first[2]}: the post dates" if len(late) == 1 else f"{len(late)} posts date"
    span = str(days[0]) if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
    reason = f"the issue was published {limit}" if limit == context.issue.published else f"the text is as of {limit}"
    yield Violation(
        pointer=f"{first[0]}/url",
        message=f"{told} from {span}, {reason}",
        evidence={"posts": FrozenMapping({link.url: str(day) for _, link, _, day in late}), "limit": str(limit)},
        identity_parts=(str(limit), *sorted(link.canonical for _, link, _, _ in late)),
        places=tuple(f"{pointer}/url" for pointer, _, _, _ in late) if len(late) > 1 else (),
    )
