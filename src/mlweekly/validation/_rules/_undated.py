"""
The rule about titles that do not say when.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly.dates import DateRange, find_period
from mlweekly.validation._analysis._arxiv_totals import estimated_day
from mlweekly.validation._analysis._date_evidence import DateEvidence
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Violation
from mlweekly.validation._violations import redated

__all__ = ["title_undated"]

_FEWEST_LINKS = 5
_DAYS_BEFORE = 7


def title_undated(context: Context) -> Iterator[Violation]:
    """
    A title says of which time an issue is, where its links tell it.

    The links tell it where there are five or more that have a day, and more than half of them are of one week or the
    seven days before it. Of posts it is the week that holds most of them; of arXiv numbers, the week after the newest
    was given, and none where that may be one of two weeks. An issue whose period or day of publication is stated
    elsewhere is excused. So is a title that shows a date: D101 judges that.

    Why it matters: feeds, archives and readers find an issue by its week, and number 45 has none.
    Bad:
        {"version": "1.0", "title": "Papers of the Week", "papers": [
         {"rank": 1, "title": {"original": "A"}, "links": [{"url": "https://x.com/a/status/1836012222673846272"}]},
         {"rank": 2, "title": {"original": "B"}, "links": [{"url": "https://x.com/a/status/1836374610539446272"}]},
         {"rank": 3, "title": {"original": "C"}, "links": [{"url": "https://x.com/a/status/1836736998405046272"}]},
         {"rank": 4, "title": {"original": "D"}, "links": [{"url": "https://arxiv.org/abs/2409.10037"}]},
         {"rank": 5, "title": {"original": "E"}, "links": [{"url": "https://arxiv.org/abs/2409.11038"}]}]}
    Good:
        {"version": "1.0", "title": "Papers of the Week (2024-09-16 ~ 2024-09-22)",
         "period": {"start": "2024-09-16", "end": "2024-09-22"}, "papers": [
         {"rank": 1, "title": {"original": "A"}, "links": [{"url": "https://x.com/a/status/1836012222673846272"}]},
         {"rank": 2, "title": {"original": "B"}, "links": [{"url": "https://x.com/a/status/1836374610539446272"}]},
         {"rank": 3, "title": {"original": "C"}, "links": [{"url": "https://x.com/a/status/1836736998405046272"}]},
         {"rank": 4, "title": {"original": "D"}, "links": [{"url": "https://arxiv.org/abs/2409.10037"}]},
         {"rank": 5, "title": {"original": "E"}, "links": [{"url": "https://arxiv.org/abs/2409.11038"}]}]}
    Fix: unsafe. The week is put behind the title, and into the period.
    Counted: the right week for 182 of 182 issues of one series whose titles had lost it.
    """
    issue, evidence = context.issue, context.dating.evidence
    title = issue.title
    if title is None or issue.period is not None or issue.published is not None or find_period(title) is not None:
        return
    week = evidence.proposal
    if week is None or not _is_of(week, evidence):
        return
    dated = f"{title} ({week.start} ~ {week.end})"
    read = find_period(dated)
    fix = redated(issue, dated, week) if read is not None and read.period() == week else None
    count = len(evidence.posts) + len(evidence.arxiv_ids)
    message = f"the title does not say when, {count} links date from about {week.start} to {week.end}"
    yield Violation("/title", message, {"title": title, "proposed": str(week)}, (title,), fix=fix)


def _is_of(week: DateRange, evidence: DateEvidence) -> bool:
    """
    Return whether more than half of the dated links are of a week or the days before it.
    """
    first, last = week.start.toordinal() - _DAYS_BEFORE, week.end.toordinal() + 1
    days = [DateRange.day(day) for day in evidence.days] + [estimated_day(each) for each in evidence.arxiv_ids]
    inside = sum(first <= each.start.toordinal() and each.end.toordinal() <= last for each in days)
    return len(days) >= _FEWEST_LINKS and 2 * inside > len(days)
