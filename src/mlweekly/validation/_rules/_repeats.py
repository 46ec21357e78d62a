"""
The rules about what a series presents twice: papers, issues, posts.

Lives here: S604, S605, S608 and S610.
Must not know: how repetitions are found (`_analysis._repeats` does); how rules are chosen and run.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly.errors import pointer_to
from mlweekly.identifiers import ArxivId
from mlweekly.model import Issue, Paper
from mlweekly.validation._analysis._date_evidence import DAYS_BEFORE_PAPER, estimated_day
from mlweekly.validation._analysis._passages import key_of, name_of
from mlweekly.validation._analysis._repeats import Place
from mlweekly.validation._analysis._titles_alike import are_alike
from mlweekly.validation._context import SeriesContext
from mlweekly.validation._finding import Violation

__all__ = ["copied_issue", "one_id_two_titles", "repeated_paper", "same_post_twice"]


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
            yield Violation(
                _pointer(second),
                f"{name_of(later)}: {_when(whole, first)} has the same paper, {key_of(later)}",
                {"key": later.key, "title": str(later.title), "earlier_title": str(earlier.title)},
                (key_of(later), _issue_name(whole, first), _issue_name(whole, second)),
                places=(_pointer(second), _pointer(first)),
            )


def copied_issue(whole: SeriesContext) -> Iterator[Violation]:
    """
    An issue shares less than half of its papers with any other.

    At least two papers are shared, by identity key or by title, and they are half of those of the shorter issue. The
    one is pointed at whose links contradict its week; else the later one. The papers and posts that both have are no
    findings of S604, S608 and S610.

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
    for first, second, pairs in whole.repeats.copies:
        one, other = whole.issues[first], whole.issues[second]
        is_first = one.dating.is_contradicted and not other.dating.is_contradicted
        pointed, source = (first, second) if is_first else (second, first)
        count = len(whole.series.issues[pointed].papers)
        name = whole.series.issues[pointed].title or "an issue without a title"
        yield Violation(
            pointer_to("issues", pointed),
            f"{name}: {len(pairs)} of {count} papers are those of {_issue_name(whole, Place(source, 0))}",
            {"shared": len(pairs), "papers": count, "titles": tuple(_titles(whole, pairs))},
            (name, _issue_name(whole, Place(source, 0))),
            places=(pointer_to("issues", pointed), pointer_to("issues", source)),
        )


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
            when = _when(whole, first)
            yield Violation(
                f"{_pointer(second)}/title",
                f'{name_of(later)}: {when} has {key_of(later)} as "{name_of(earlier)}"',
                {"key": later.key, "title": str(later.title), "earlier_title": str(earlier.title)},
                (key_of(later), str(earlier.title), str(later.title)),
                places=(f"{_pointer(second)}/title", f"{_pointer(first)}/title"),
            )


def same_post_twice(whole: SeriesContext) -> Iterator[Violation]:
    """
    A post stands under one paper of a series only.

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
    for target, places in whole.repeats.posts:
        pointed = max(places, key=lambda place: (*_doubts(whole, place, target), places.index(place)))
        others = [place for place in places if place != pointed]
        titles = ", ".join(f'"{name_of(_paper(whole, place))}"' for place in others)
        yield Violation(
            _link_pointer(whole, pointed, target),
            f"{name_of(_paper(whole, pointed))}: the post {target} stands under {titles} too",
            {"post": target, "titles": tuple(str(_paper(whole, place).title) for place in places)},
            (target,),
            places=tuple(_link_pointer(whole, place, target) for place in (pointed, *others)),
        )


def _doubts(whole: SeriesContext, place: Place, target: str) -> tuple[bool, int]:
    """
    Return whether a paper is too young for a post, and how many days the post is away from its issue.
    """
    paper, week = _paper(whole, place), whole.series.issues[place.issue].period
    created = next((link.created for link in paper.links if link.canonical == target), None)
    source = paper.links.paper
    if created is None:
        return False, 0
    identifier = None if source is None else source.identifier
    is_young = False
    if isinstance(identifier, ArxivId):
        is_young = created.end.toordinal() + DAYS_BEFORE_PAPER < estimated_day(identifier).start.toordinal()
    day = created.start.toordinal()
    away = 0 if week is None else max(week.start.toordinal() - day, day - week.end.toordinal(), 0)
    return is_young, away


def _paper(whole: SeriesContext, place: Place) -> Paper:
    return whole.series.issues[place.issue].papers[place.paper]


def _titles(whole: SeriesContext, pairs: tuple[tuple[Place, Place], ...]) -> Iterator[str]:
    for _, place in pairs:
        yield str(_paper(whole, place).title)


def _issue_name(whole: SeriesContext, place: Place) -> str:
    issue: Issue = whole.series.issues[place.issue]
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
