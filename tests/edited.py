"""
Hypothesis strategies for states that come of one another: an issue or a series with a few edits made in it.
"""

from __future__ import annotations

from typing import TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from mlweekly import Abstract, Issue, Link, LinkSet, ModelError, Paper, Series, Text
from tests.strategies import (
    abstracts,
    contents_entries,
    date_ranges,
    days,
    details,
    extras,
    issues,
    language_tags,
    links,
    metadata,
    papers,
    series,
    strings,
    texts,
    urls,
)

__all__ = ["edited_issues", "edited_series", "three_issues", "three_series"]

Element = TypeVar("Element")
AnyText = TypeVar("AnyText", Text, Abstract)
MOST_EDITS = 4


@st.composite
def edited_sequences(
    draw: st.DrawFn,
    elements: tuple[Element, ...],
    new: SearchStrategy[Element],
) -> tuple[Element, ...]:
    """
    Draw the elements with one more, one less, one moved or one edited.
    """
    items = list(elements)
    kind = draw(st.sampled_from(("add", "remove", "move", "edit")))
    if kind == "add" or not items:
        items.insert(draw(st.integers(0, len(items))), draw(new))
        return tuple(items)
    place = draw(st.integers(0, len(items) - 1))
    item = items.pop(place)
    if kind == "move":
        items.insert(draw(st.integers(0, len(items))), item)
    elif kind == "edit":
        items.insert(place, draw(_edited(item, new)))
    return tuple(items)


def _edited(item: object, new: SearchStrategy[Element]) -> SearchStrategy[Element]:
    edit = {Paper: edited_papers, Link: edited_links, Issue: edited_issues, str: edited_strings}.get(type(item))
    return new if edit is None else edit(item)  # type: ignore[operator, no-any-return] -- each takes its own kind


@st.composite
def edited_strings(draw: st.DrawFn, text: str) -> str:
    """
    Draw a string with one of its words replaced, or another string.
    """
    words = text.split(" ")
    words[draw(st.integers(0, len(words) - 1))] = draw(strings())
    return draw(st.one_of(st.just(" ".join(words)), strings()))


@st.composite
def edited_texts(draw: st.DrawFn, text: AnyText) -> AnyText:
    """
    Draw a text with another original, language or translation.
    """
    name = draw(st.sampled_from(("original", "language", "translations", "extra", "drop")))
    translations = dict(text.translations)
    try:
        if name == "original":
            return attrs.evolve(
                text, original=draw(edited_strings(text.original or "a")), language=text.language or "en"
            )
        if name == "language" and text.original is not None:
            return attrs.evolve(text, language=draw(language_tags()))
        if name == "translations" and translations and draw(st.booleans()):
            tag = draw(st.sampled_from(sorted(translations)))
            translations[tag] = draw(edited_strings(translations[tag]))
            return attrs.evolve(text, translations=translations)
        if name == "translations":
            return attrs.evolve(text, translations={**translations, draw(language_tags()): draw(strings())})
        if name == "drop":
            return (
                attrs.evolve(text, original=None, language=None)
                if draw(st.booleans())
                else attrs.evolve(text, translations={})
            )
        return attrs.evolve(text, extra=draw(extras()))
    except ModelError:
        return text


@st.composite
def edited_links(draw: st.DrawFn, link: Link) -> Link:
    """
    Draw a link with another member.
    """
    name = draw(st.sampled_from(("url", "label", "section", "extra")))
    new = {"url": urls(), "label": st.one_of(st.none(), strings()), "section": st.one_of(st.none(), strings())}
    return attrs.evolve(link, **{name: draw(new.get(name, extras()))})


@st.composite
def edited_papers(draw: st.DrawFn, paper: Paper) -> Paper:
    """
    Draw a paper with another member.
    """
    names = (
        "title",
        "summary",
        "abstract",
        "links",
        "authors",
        "tags",
        "topics",
        "details",
        "released",
        "extra",
        "rank",
    )
    name = draw(st.sampled_from(names))
    if name == "title":
        return attrs.evolve(paper, title=draw(edited_texts(paper.title)))
    if name == "summary":
        summary = texts() if paper.summary is None else st.one_of(edited_texts(paper.summary), st.none())
        return attrs.evolve(paper, summary=draw(summary))
    if name == "abstract":
        abstract = abstracts() if paper.abstract is None else st.one_of(edited_texts(paper.abstract), st.none())
        return attrs.evolve(paper, abstract=draw(abstract))
    if name == "links":
        return attrs.evolve(paper, links=LinkSet(draw(edited_sequences(paper.links.links, links()))))
    if name in {"authors", "tags", "topics"}:
        return attrs.evolve(paper, **{name: draw(edited_sequences(getattr(paper, name), strings()))})
    if name == "details":
        return attrs.evolve(paper, details={**paper.details, **draw(details())})
    new = {"released": st.one_of(st.none(), days()), "extra": extras(), "rank": st.integers(1, 20)}
    return attrs.evolve(paper, **{name: draw(new[name])})


@st.composite
def edited_issues(draw: st.DrawFn, issue: Issue) -> Issue:
    """
    Draw an issue with up to four edits made in it.
    """
    for _ in range(draw(st.integers(0, MOST_EDITS))):
        names = ("papers", "papers", "lead", "notices", "comments", "title", "period", "metadata", "extra")
        name = draw(st.sampled_from(names))
        if name == "papers":
            chosen = draw(edited_sequences(issue.papers, papers()))
            issue = attrs.evolve(issue, papers=counted(chosen) if draw(st.booleans()) else chosen)
        elif name in {"lead", "notices", "comments"}:
            issue = attrs.evolve(issue, **{name: draw(edited_sequences(getattr(issue, name), strings()))})
        else:
            title, period = st.one_of(st.none(), strings()), st.one_of(st.none(), date_ranges())
            new = {"title": title, "period": period, "metadata": metadata()}
            issue = attrs.evolve(issue, **{name: draw(new.get(name, extras()))})
    return issue


@st.composite
def edited_series(draw: st.DrawFn, whole: Series) -> Series:
    """
    Draw a series with up to four edits made in it.
    """
    for _ in range(draw(st.integers(0, MOST_EDITS))):
        name = draw(st.sampled_from(("issues", "issues", "contents", "lead", "foot", "title")))
        if name == "issues":
            whole = attrs.evolve(whole, issues=draw(edited_sequences(whole.issues, issues())))
        elif name == "contents":
            whole = attrs.evolve(whole, contents=draw(edited_sequences(whole.contents, contents_entries())))
        elif name == "title":
            whole = attrs.evolve(whole, title=draw(st.one_of(st.none(), strings())))
        else:
            whole = attrs.evolve(whole, **{name: draw(edited_sequences(getattr(whole, name), strings()))})
    return whole


@st.composite
def three_issues(draw: st.DrawFn) -> tuple[Issue, Issue, Issue]:
    """
    Draw an issue and two states that came of it; every other time its papers count 1…n.
    """
    base = draw(issues())
    if draw(st.booleans()):
        base = attrs.evolve(base, papers=counted((*base.papers, *draw(st.lists(papers(), max_size=3)))))
    return base, draw(edited_issues(base)), draw(edited_issues(base))


@st.composite
def three_series(draw: st.DrawFn) -> tuple[Series, Series, Series]:
    """
    Draw a series and two states that came of it.
    """
    base = draw(series())
    return base, draw(edited_series(base)), draw(edited_series(base))


def counted(chosen: tuple[Paper, ...]) -> tuple[Paper, ...]:
    """
    Return the papers with the ranks 1…n.
    """
    return tuple(attrs.evolve(paper, rank=rank) for rank, paper in enumerate(chosen, 1))
