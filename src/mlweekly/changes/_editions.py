"""
What two editions of one issue say differently, where both can say it.

Lives here: `diff_editions`.
Must not know: merging; which edition is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from mlweekly.changes._alignment import link_pairs, paper_pairs
from mlweekly.changes._diff import diff
from mlweekly.changes._edition_pairs import reject_all_but_issues
from mlweekly.changes._patch import Patch
from mlweekly.model import Abstract, FrozenMapping, Issue, Link, LinkSet, Paper, Text

__all__ = ["diff_editions"]

_WORD = re.compile(r"\w+")


def diff_editions(a: Issue, b: Issue) -> Patch:
    """
    Return the patch that makes one edition of an issue say what the other says, over what both can hold.

    Compared are the period, the papers and their order, the words that both have in one language, and the targets of
    links, of the roles that both editions print. Not compared is what belongs to an edition: its title, lead, notices
    and comments, its translations, the labels and spellings of links, a short title against a full one.

    Args:
        a: The edition that the patch fits.
        b: The edition that it is compared with.

    Raises:
        TypeError: They are not two issues.
    """
    reject_all_but_issues(a, b)
    period = b.period if a.period is not None and b.period is not None else a.period
    pairs = {place: position for position, place in paper_pairs(a.papers, b.papers)}
    roles = set(_roles(a)) & set(_roles(b))
    papers = [
        _paper_as_in(a.papers[pairs[place]], paper, a, roles) if place in pairs else paper
        for place, paper in enumerate(b.papers)
    ]
    return diff(a, evolve(a, period=period, papers=papers))


def _paper_as_in(mine: Paper, other: Paper, edition: Issue, roles: set[str]) -> Paper:
    abstract = mine.abstract
    if abstract is not None and other.abstract is not None:
        original, translations = _words_as_in(abstract, other.abstract)
        abstract = Abstract(original, abstract.language, translations, extra=abstract.extra)
    title = _text_as_in(mine.title, other.title) if _are_titles_alike(mine.title, other.title) else mine.title
    summary = mine.summary
    if summary is not None and other.summary is not None:
        summary = _text_as_in(summary, other.summary)
    links = LinkSet(_links_as_in(mine.links, other.links, edition, roles))
    return evolve(mine, rank=other.rank, title=title, summary=summary, abstract=abstract, links=links)


def _text_as_in(mine: Text, other: Text) -> Text:
    original, translations = _words_as_in(mine, other)
    return Text(original, mine.language, translations, extra=mine.extra)


def _words_as_in(mine: Text, other: Text) -> tuple[str | None, FrozenMapping[str, str]]:
    """
    Return the original and the translations with the other's words in each language that both have.
    """
    words = {tag: other[tag] for tag in mine.languages if tag in other and _folded(mine[tag]) != _folded(other[tag])}
    original = None if mine.language is None else words.get(mine.language, mine.original)
    return original, FrozenMapping({tag: words.get(tag, text) for tag, text in mine.translations.items()})


def _are_titles_alike(one: Text, other: Text) -> bool:
    """
    Tell whether the titles are one title, as words that differ here and there; a short one is none of a full one.
    """
    ours, theirs = _folded(str(one)), _folded(str(other))
    same = sum(mine == word for mine, word in zip(ours, theirs, strict=False))
    return len(ours) == len(theirs) and 2 * same >= len(ours)


def _links_as_in(mine: LinkSet, other: LinkSet, edition: Issue, roles: set[str]) -> Iterator[Link]:
    pairs = dict(link_pairs([*map(_bare, mine)], [*map(_bare, other)]))
    for position, link in enumerate(mine):
        if position in pairs:
            target = other[pairs[position]]
            yield link if link.canonical == target.canonical else evolve(link, url=target.url)
        elif _role(link) not in roles:
            yield link
    known = set(pairs.values())
    for place, link in enumerate(other):
        if place not in known and _role(link) in roles:
            yield _in_the_form_of(edition, link)


def _in_the_form_of(edition: Issue, link: Link) -> Link:
    """
    Return the link as the edition labels the links of its role.
    """
    links = (each for paper in edition.papers for each in paper.links)
    model = next((each for each in links if _role(each) == _role(link)), link)
    return Link(link.url, model.label, section=model.section)


def _bare(link: Link) -> Link:
    return Link(link.url, section=_role(link))


def _role(link: Link) -> str | None:
    return link.role or link.kind


def _roles(edition: Issue) -> Iterator[str]:
    for paper in edition.papers:
        yield from filter(None, map(_role, paper.links))


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
