"""
The rules about what a series presents twice: papers, issues, posts.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly.errors import pointer_to
from mlweekly.identifiers import ArxivId
from mlweekly.model import Paper
from mlweekly.validation._analysis._arxiv_totals import estimated_day
from mlweekly.validation._analysis._date_evidence import DAYS_BEFORE_PAPER
from mlweekly.validation._analysis._passages import key_of, name_of
from mlweekly.validation._analysis._repeats import Place
from mlweekly.validation._analysis._titles_alike import are_alike
from mlweekly.validation._context import SeriesContext
from mlweekly.validation._finding import Facts, Violation

__all__ = ["copied_issue", "one_id_two_titles", "repeated_paper", "same_post_twice"]

_MOST_IN_A_COPY = 2


def repeated_paper(whole: SeriesContext) -> Iterator[Violation]:
    """
    A paper is in one issue of a series only.

    Papers are the same by their identity key, or where they have none by their title. Two titles that have nothing in
    common are S608's, an issue that repeats another is S605's. An update of a report that is presented again is a known
    false alarm.

    Why it matters: a reader meets as new what was presented before.
    Bad:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.12037) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words there | [Paper](https://arxiv.org/abs/2409.12037) |
    Good:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.12037) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagrams** - our own words there | [Paper](https://arxiv.org/abs/2409.07038) |
    Fix: none. Which of the two was meant is for the editor to say.
    Counted: 0 of 650 papers.
    """
    for first, second in whole.repeats.papers:
        earlier, later = _paper(whole, first), _paper(whole, second)
        if are_alike(str(earlier.title), str(later.title)):
            key, pointers = key_of(later), (_pointer(second), _pointer(first))
            message = f"{name_of(later)}: {_when(whole, first)} has the same paper, {key}"
            parts = (key, _issue_name(whole, first.issue), _issue_name(whole, second.issue))
            yield Violation(pointers[0], message, _titles(earlier, later), parts, places=pointers)


def copied_issue(whole: SeriesContext) -> Iterator[Violation]:
    """
    An issue shares less than half of its papers with any other.

    At least two papers are shared, by identity key or by title, and they are half of those of the shorter issue. The
    one is pointed at whose links contradict its week; else the later one. The papers and posts that both have are no
    findings of S604, S608 and S610. Excused are a summing up and what it sums up: one is at least twice as long as the
    other, in days, or in papers where one of them names no days. So are lists that carry papers on from issue to issue,
    as rankings do: three issues or more, and most of the document, share half of their papers with another.

    Why it matters: a copy under a new heading takes the place of the week that it should hold.
    Bad:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words | [Paper](https://arxiv.org/abs/2409.07037) |
        | 2) **Diagrams** - our own words | [Paper](https://arxiv.org/abs/2409.07038) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words | [Paper](https://arxiv.org/abs/2409.07037) |
        | 2) **Diagrams** - our own words | [Paper](https://arxiv.org/abs/2409.07038) |
    Good:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Agents** - our own words | [Paper](https://arxiv.org/abs/2409.12037) |
        | 2) **Retrieval** - our own words | [Paper](https://arxiv.org/abs/2409.12038) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words | [Paper](https://arxiv.org/abs/2409.07037) |
        | 2) **Diagrams** - our own words | [Paper](https://arxiv.org/abs/2409.07038) |
    Fix: none.
    Counted: 0 of 130 issues.
    """
    copies = {issues: pairs for issues, pairs in whole.repeats.copies.items() if not _sums_up(whole, *issues)}
    repeating = len({index for issues in copies for index in issues})
    if repeating > _MOST_IN_A_COPY and 2 * repeating > len(whole.series.issues):
        return
    for (first, second), pairs in copies.items():
        one, other = whole.issues[first], whole.issues[second]
        is_first = one.dating.is_contradicted and not other.dating.is_contradicted
        pointed, source = (first, second) if is_first else (second, first)
        count = len(whole.series.issues[pointed].papers)
        name, copied = whole.series.issues[pointed].title or "an issue without a title", _issue_name(whole, source)
        titles = tuple(str(_paper(whole, place).title) for _, place in pairs)
        message = f"{name}: {len(pairs)} of {count} papers are those of {copied}"
        evidence: Facts = {"shared": len(pairs), "papers": count, "titles": titles}
        pointers = (pointer_to("issues", pointed), pointer_to("issues", source))
        yield Violation(pointers[0], message, evidence, (name, copied), places=pointers)


def _sums_up(whole: SeriesContext, first: int, second: int) -> bool:
    """
    Return whether one of two issues is at least twice as long as the other.
    """
    periods = [whole.issues[index].dating.judged for index in (first, second)]
    lengths = [len(period) for period in periods if period is not None]
    if len(lengths) < len(periods):
        lengths = [len(whole.series.issues[index].papers) for index in (first, second)]
    return max(lengths) >= 2 * min(lengths)


def one_id_two_titles(whole: SeriesContext) -> Iterator[Violation]:
    """
    A paper that two issues present has one title.

    A short name and a full title are one, and so are an abbreviation and its words: more than half of the words that
    say something have to agree. Two titles in one issue are P304's. A paper that its authors renamed is a known false
    alarm.

    Why it matters: one of the two links leads to another paper than its title says.
    Bad:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.07038) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagram of Thought** - our own words there | [Paper](https://arxiv.org/abs/2409.07038) |
    Good:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.12037) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagram of Thought** - our own words there | [Paper](https://arxiv.org/abs/2409.07038) |
    Fix: none. Nothing in the digest tells which of the two links is right.
    Counted: 0 of 650 papers; FacTool, a legitimate new name, in the years since.
    """
    for first, second in whole.repeats.papers:
        earlier, later = _paper(whole, first), _paper(whole, second)
        if not are_alike(str(earlier.title), str(later.title)):
            key, pointers = key_of(later), (f"{_pointer(second)}/title", f"{_pointer(first)}/title")
            message = f'{name_of(later)}: {_when(whole, first)} has {key} as "{name_of(earlier)}"'
            parts = (key, str(earlier.title), str(later.title))
            yield Violation(pointers[0], message, _titles(earlier, later), parts, places=pointers)


def same_post_twice(whole: SeriesContext) -> Iterator[Violation]:
    """
    A post is under one paper of a series only.

    One finding for each post, with all of its papers. The paper is pointed at that is more than a week younger than the
    post, or else the one whose issue is further from the day of the post, or else the last. A paper that is presented
    twice with its post is S604's or P304's. A post about several papers at once is a known false alarm.

    Why it matters: a reader who wants the news about one paper gets those about another.
    Bad:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words | [Tweet](https://x.com/a/status/1836427396959932492) |
        | 2) **Diagrams** - our own words | [Tweet](https://x.com/a/status/1836427396959932492) |
    Good:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words | [Tweet](https://x.com/a/status/1836427396959932492) |
        | 2) **Diagrams** - our own words | [Tweet](https://x.com/a/status/1836060391837851654) |
    Fix: none. The right post is not known.
    Counted: 0 of 650 papers; one in the years since, true.
    """
    for target, places in whole.repeats.posts.items():
        pointed = max(reversed(places), key=lambda place: _doubts(whole, place, target))
        others = [place for place in places if place != pointed]
        names = ", ".join(f'"{name_of(_paper(whole, place))}"' for place in others)
        pointers = tuple(_link_pointer(whole, place, target) for place in (pointed, *others))
        message = f"{name_of(_paper(whole, pointed))}: the post {target} is under {names} too"
        evidence: Facts = {"post": target, "titles": tuple(str(_paper(whole, place).title) for place in places)}
        yield Violation(pointers[0], message, evidence, (target,), places=pointers)


def _doubts(whole: SeriesContext, place: Place, target: str) -> tuple[bool, int]:
    """
    Return whether a paper is too young for a post, and how many days the post is away from its issue.
    """
    paper, week = _paper(whole, place), whole.series.issues[place.issue].period
    created = next((link.created for link in paper.links if link.canonical == target), None)
    source = paper.links.paper
    identifier = None if source is None else source.identifier
    if created is None:
        return False, 0
    is_young = (
        isinstance(identifier, ArxivId) and (estimated_day(identifier).start - created.end).days > DAYS_BEFORE_PAPER
    )
    day = created.start
    return is_young, 0 if week is None else max((week.start - day).days, (day - week.end).days, 0)


def _paper(whole: SeriesContext, place: Place) -> Paper:
    return whole.series.issues[place.issue].papers[place.paper]


def _titles(earlier: Paper, later: Paper) -> Facts:
    return {"key": later.key, "title": str(later.title), "earlier_title": str(earlier.title)}


def _issue_name(whole: SeriesContext, index: int) -> str:
    issue = whole.series.issues[index]
    return issue.title or str(issue.period or "an issue without a title")


def _when(whole: SeriesContext, place: Place) -> str:
    week = whole.series.issues[place.issue].period
    return "another issue" if week is None else f"the issue of {week.start} to {week.end}"


def _pointer(place: Place) -> str:
    return pointer_to("issues", place.issue, "papers", place.paper)


def _link_pointer(whole: SeriesContext, place: Place, target: str) -> str:
    links = _paper(whole, place).links
    position = next(position for position, link in enumerate(links) if link.canonical == target)
    return f"{_pointer(place)}/links/{position}/url"
