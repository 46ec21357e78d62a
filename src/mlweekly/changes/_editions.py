"""
What two editions of one issue say differently, as far as both can say it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.changes._alignment import link_pairs, paper_pairs
from mlweekly.changes._edition_pairs import reject_all_but_issues
from mlweekly.changes._patch import Patch, diff
from mlweekly.model import Abstract, FrozenMapping, Issue, Link, LinkSet, Paper, Text

_WORD = expression(r"\w+")


def diff_editions(a: Issue, b: Issue) -> Patch:
    """
    Return the patch after which one edition of an issue says what the other says, as far as both can say it.

    It compares the period, the papers and their order, the words that both have in one language, and the targets of
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
    forms, others = _forms(a), _forms(b)
    roles = {role: form for role, form in forms.items() if role in others}
    papers = [
        _paper_as_in(a.papers[pairs[place]], paper, roles) if place in pairs else paper
        for place, paper in enumerate(b.papers)
    ]
    return diff(a, evolve(a, period=period, papers=papers))


def _paper_as_in(mine: Paper, other: Paper, roles: Mapping[str, Link]) -> Paper:
    abstract = mine.abstract
    if abstract is not None and other.abstract is not None:
        original, translations = _words_as_in(abstract, other.abstract)
        abstract = Abstract(original, abstract.language, translations, extra=abstract.extra)
    title = _text_as_in(mine.title, other.title) if _are_titles_alike(mine.title, other.title) else mine.title
    summary = mine.summary
    if summary is not None and other.summary is not None:
        summary = _text_as_in(summary, other.summary)
    links = LinkSet(_links_as_in(mine.links, other.links, roles))
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
    Return whether the titles are one title, as words that differ here and there; a short one is none of a full one.
    """
    ours, theirs = _folded(str(one)), _folded(str(other))
    same = sum(mine == word for mine, word in zip(ours, theirs, strict=False))
    return len(ours) == len(theirs) and 2 * same >= len(ours)


def _links_as_in(mine: LinkSet, other: LinkSet, roles: Mapping[str, Link]) -> Iterator[Link]:
    """
    Yield the links with the other's targets; of roles that both editions print, with those that only the other has.

    Args:
        mine: The links of the edition that the patch fits.
        other: The links of the other edition.
        roles: The roles that both editions print, each with a link that shows how the first edition labels it.
    """
    pairs = dict(link_pairs([*map(_bare, mine)], [*map(_bare, other)]))
    for index, link in enumerate(mine):
        if index in pairs:
            target = other[pairs[index]]
            yield link if link.canonical == target.canonical else evolve(link, url=target.url)
        elif _role(link) not in roles:
            yield link
    known = set(pairs.values())
    for index, link in enumerate(other):
        form = roles.get(_role(link) or "")
        if index not in known and form is not None:
            yield Link(link.url, form.label, section=form.section)


def _bare(link: Link) -> Link:
    return Link(link.url, section=_role(link))


def _role(link: Link) -> str | None:
    return link.role or link.kind


def _forms(edition: Issue) -> dict[str, Link]:
    """
    Return the roles that an edition prints, each with the first link that has it.
    """
    forms: dict[str, Link] = {}
    for paper in edition.papers:
        for link in paper.links:
            role = _role(link)
            if role is not None:
                forms.setdefault(role, link)
    return forms


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
