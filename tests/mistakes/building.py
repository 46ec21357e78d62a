"""
Mistakes in building and asking values.
"""

from __future__ import annotations

from mlweekly import ModelError
from tests.mistakes.mistake import Mistake

MISTAKES = (
    Mistake(
        'Paper(rank=1, title="Moshi")',
        ModelError,
        "must be a Text, got 'Moshi': write Text(\"...\")",
        "cannot make this Paper\n/title: must be a Text, got 'Moshi'",
    ),
    Mistake('Paper(rank=1, title=Text("Moshi"), summary=Abstract("Listens."))', ModelError, "belongs in abstract="),
    Mistake('Paper(rank=1, title=Text("Moshi"), abstract="Listens.")', ModelError, 'write Abstract("...")'),
    Mistake(
        'Paper(rank=1, title=Text("Moshi"), abstract=Text("Listens."))',
        ModelError,
        "write Abstract(text.original, ...)",
        "cannot make this Paper\n/abstract: must be an Abstract, got Text('Listens.')",
    ),
    Mistake(
        'Paper(rank=1, title=Text("Moshi"), links=[Link(url)])',
        ModelError,
        "write LinkSet(links)",
        "cannot make this Paper\n/links: must be a LinkSet, got [Link('https://arxiv.org/abs/2410.00037')]",
    ),
    Mistake('Paper(rank=1, title=Text("Moshi"), links=Link(url))', ModelError, "write LinkSet([link])"),
    Mistake('Paper(rank=1, title=Text("Moshi"), links=url)', ModelError, "write LinkSet([Link(url)])"),
    Mistake('Paper(rank=1, title=Text("Moshi"), links=[url])', ModelError, "write LinkSet(map(Link, urls))"),
    Mistake(
        'Paper(rank=1, title=Text("Moshi"), links={"Paper": url})', ModelError, "write LinkSet([Link(url, label), ...])"
    ),
    Mistake('Paper(rank=1, title=Text("Moshi"), released="2024-09-18")', ModelError, "date.fromisoformat"),
    Mistake("LinkSet(Link(url))", ModelError, "put it in a list"),
    Mistake(
        "LinkSet([url])",
        ModelError,
        "write Link(url)",
        "cannot make this LinkSet\n/0: must be a Link, got 'https://arxiv.org/abs/2410.00037'",
    ),
    Mistake("LinkSet(url)", ModelError, "write [Link(url)]"),
    Mistake('LinkSet({"Paper": url})', ModelError, "write [Link(url, label), ...]"),
    Mistake(
        "Issue(papers=paper)",
        ModelError,
        "put it in a list",
        "cannot make this Issue\n/papers: must be a sequence of Paper, got <Paper 1, 'Moshi', links: 3>",
    ),
    Mistake(
        'Issue(papers=[{"rank": 1, "title": "Moshi"}])',
        ModelError,
        "write Paper(rank=1, title=Text(...))",
        "cannot make this Issue\n/papers/0: must be a Paper, got {'rank': 1, 'title': 'Moshi'}",
    ),
    Mistake('Issue(papers=["Moshi"])', ModelError, 'write Paper(rank=1, title=Text("..."))'),
    Mistake(
        'Issue(period="September 16 - 22, 2024")',
        ModelError,
        "DateRange.parse(text)",
        "cannot make this Issue\n/period: must be a DateRange, got 'September 16 - 22, 2024'",
    ),
    Mistake("Issue(period=date(2024, 9, 18))", ModelError, "DateRange.week_of(day)"),
    Mistake("Issue(period=(date(2024, 9, 16), date(2024, 9, 22)))", ModelError, "write DateRange(start, end)"),
    Mistake('Issue(period=("2024-09-16", "2024-09-22"))', ModelError, "DateRange(start, end) with two dates"),
    Mistake(
        "Issue(published=datetime(2024, 9, 22, 8))",
        ModelError,
        "moment.date() is the day",
        "cannot make this Issue\n/published: must be a date without a time, got datetime.datetime(2024…",
    ),
    Mistake("Issue(published=week)", ModelError, "range.start and range.end are days"),
    Mistake('Issue(title=Text("June"))', ModelError, "text.original is the original"),
    Mistake('Issue(title=b"June")', ModelError, "data.decode()"),
    Mistake("Issue(source=path)", ModelError, "write str(path)"),
    Mistake(
        'Text("Moshi", {"ja": "x"})',
        ModelError,
        "translations belong in translations=",
        "cannot make this Text\n/language: must be a BCP 47 tag (\"und\" if it is unknown), got {'ja': 'x'}",
    ),
    Mistake(
        "Series([document])",
        ModelError,
        "document.series holds the issues",
        "cannot make this Series\n/issues/0: must be an Issue, got <Document 'digest.md', dialect: post…",
    ),
    Mistake("Series(document)", ModelError, "document.series is a series already"),
    Mistake("Series([text])", ModelError, "mlweekly.markdown.loads(text)"),
    Mistake(
        'DateRange("2024-09-16", "2024-09-22")',
        ModelError,
        "date.fromisoformat",
        "cannot make this DateRange\n/start: must be a date without a time, got '2024-09-16'\n…",
    ),
    Mistake("week.shifted(timedelta(days=7))", TypeError, "difference.days is the number"),
    Mistake("week.overlaps(date(2024, 9, 18))", TypeError, "DateRange.week_of(day)"),
    Mistake('series.on("2024-09-18")', TypeError, "date.fromisoformat", "nothing is raised"),
    Mistake('series["2024-09-18"]', TypeError, "series.find(key) returns a paper"),
    Mistake("series[date(2024, 9, 18)]", TypeError, "series.on(day) returns the issue of a day"),
    Mistake("series.find(paper)", TypeError, "paper.key is its identity key", "nothing is raised"),
    Mistake('issue.find(["arxiv:2410.00037"])', TypeError, "expected an identity key"),
    Mistake(
        'paper.links["paper"]',
        TypeError,
        "links.paper is the paper's link",
        "tuple indices must be integers or slices, not str",
    ),
    Mistake("mlweekly.identifiers.target_of(link)", TypeError, "link.url is its URL"),
    Mistake(
        'setattr(issue, "title", "June")',
        AttributeError,
        "attrs.evolve(value, title=...) returns a changed one",
        "FrozenInstanceError: can't set attribute",
    ),
    Mistake('delattr(issue, "title")', AttributeError, "Issue is immutable, cannot delete title"),
    Mistake("mlweekly.model.members_of(str)", TypeError, "expected a class of the model"),
)
