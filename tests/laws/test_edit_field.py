"""
The laws of editing on the digests of other people: an edit is read as the patched value and leaves all else, or raises.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import TypeAlias

import pytest
from attrs import evolve

from mlweekly import EncodeError, Issue, Link, LinkSet, Paper, Series, Text, diff, markdown
from mlweekly.document import Document
from tests.conftest import corpus_folder

# These are kept for a proof that what was built on the others holds for them.
HELD_OUT = (
    *("bio-ml-digest", "citation-sorted-arxiv", "data-science-reading", "melon-ja", "paper-recommend-ko"),
    *("salvatore-ml-news", "self-rewarding-es", "ziyang-hf-zh"),
)
EDITS = 2
Change: TypeAlias = Callable[[Paper, Random], "Paper | None"]


def documents() -> list[Path]:
    """
    Return the texts to edit: the samples of the known forms, and the digests from the field.

    The long table has tests of its own, `tests/corpus/test_editing.py`.
    """
    folder = corpus_folder()
    if folder is None:
        return []
    field = [path for path in sorted(folder.glob("field/texts/*")) if not path.name.startswith(HELD_OUT)]
    return [*(folder / name for name in ("bracket.zh.md", "post.ja.txt", "three-columns.md")), *field]


@cache
def read(path: Path) -> Document:
    """
    Return what a file holds.
    """
    return markdown.parse(path.read_bytes().decode())


def reworded(text: Text, random: Random) -> Text:
    """
    Return a text with one of its words replaced by another.
    """
    held = text.original if text.original is not None else next(iter(text.translations.values()))
    words = held.split(" ")
    plain = [place for place, word in enumerate(words) if word.isalnum()]
    if plain:
        words[random.choice(plain)] = "another"
    new = " ".join(words) if plain else f"{held} another"
    if text.original is not None:
        return evolve(text, original=new)
    return evolve(text, translations={**text.translations, next(iter(text.translations)): new})


def retitle(paper: Paper, random: Random) -> Paper:
    """
    Correct a word of a title.
    """
    return evolve(paper, title=reworded(paper.title, random))


def add_link(paper: Paper, random: Random) -> Paper:
    """
    Add a link behind those of a paper.
    """
    label = "Demo" if any(link.label is not None for link in paper.links) else None
    return evolve(paper, links=LinkSet([*paper.links, Link(f"https://example.org/{random.randrange(99)}", label)]))


def drop_link(paper: Paper, random: Random) -> Paper | None:
    """
    Take one of several links away.
    """
    links = [*paper.links]
    if len(links) < 2:
        return None
    del links[random.randrange(len(links))]
    return evolve(paper, links=LinkSet(links))


def reword(paper: Paper, random: Random) -> Paper | None:
    """
    Correct a word of a summary, or of an abstract.
    """
    if paper.summary is not None:
        return evolve(paper, summary=reworded(paper.summary, random))
    if paper.abstract is not None:
        return evolve(paper, abstract=reworded(paper.abstract, random))
    return None


def change_detail(paper: Paper, random: Random) -> Paper | None:
    """
    Correct what a labelled line says.
    """
    if not paper.details:
        return None
    label = random.choice(sorted(paper.details))
    words = str(reworded(Text(paper.details[label]), random))
    return evolve(paper, details={**paper.details, label: words})


def rename_tag(paper: Paper, random: Random) -> Paper | None:
    """
    Give a tag another name.
    """
    tags = [*paper.tags]
    if not tags:
        return None
    tags[random.randrange(len(tags))] = "another"
    return evolve(paper, tags=tags)


INSIDE: dict[str, Change] = {
    "retitle": retitle,
    "add a link": add_link,
    "drop a link": drop_link,
    "reword": reword,
    "change a detail": change_detail,
    "rename a tag": rename_tag,
}


def renumbered(issue: Issue, papers: list[Paper]) -> Issue:
    """
    Return the issue with these papers, which count on if those of the issue do.
    """
    if [paper.rank for paper in issue.papers] == list(range(1, len(issue.papers) + 1)):
        papers = [evolve(paper, rank=rank) for rank, paper in enumerate(papers, 1)]
    return evolve(issue, papers=papers)


def around(kind: str, issue: Issue, place: int, random: Random) -> Issue | None:
    """
    Return an issue after a change of which papers it has, or in what order, or of one of its topics.
    """
    papers = [*issue.papers]
    if kind == "drop" and len(papers) > 1:
        del papers[place]
    elif kind == "move":
        same = [other for other, paper in enumerate(papers) if paper.topics == papers[place].topics and other != place]
        if not same:
            return None
        papers.insert(random.choice(same), papers.pop(place))
    elif kind == "add":
        model = papers[place]
        links = LinkSet([Link("https://arxiv.org/abs/2401.00001", next((link.label for link in model.links), None))])
        new = Paper(rank=model.rank, title=evolve(model.title, extra={}), links=links, topics=model.topics)
        papers.insert(place + 1, retitle(evolve(new, summary=model.summary), random))
    elif kind == "change a topic" and papers[place].topics:
        old = papers[place].topics
        new_topics = (*old[:-1], "Another topic")
        papers = [
            evolve(paper, topics=(*new_topics, *paper.topics[len(old) :])) if paper.topics[: len(old)] == old else paper
            for paper in papers
        ]
    else:
        return None
    return renumbered(issue, papers)


KINDS = (*INSIDE, "drop", "move", "add", "change a topic")


def edits(series: Series, kind: str, random: Random) -> Iterator[tuple[Series, str]]:
    """
    Yield a few changed series, each with the pointer of the paper that the change is about.
    """
    places = [(index, place) for index, issue in enumerate(series) for place in range(len(issue.papers))]
    random.shuffle(places)
    found = 0
    for index, place in places:
        issue = series[index]
        if kind in INSIDE:
            paper = INSIDE[kind](issue.papers[place], random)
            papers = [*issue.papers]
            papers[place : place + 1] = [] if paper is None else [paper]
            new = None if paper is None else evolve(issue, papers=papers)
        else:
            new = around(kind, issue, place, random)
        if new is not None and new != issue:
            found += 1
            issues = [*series]
            issues[index] = new
            yield evolve(series, issues=issues), f"/issues/{index}/papers/{place}"
        if found == EDITS:
            return


def extent(document: Document, pointer: str) -> tuple[int, int]:
    """
    Return where the text of a paper begins, and where that of the next one does, or the text ends.
    """
    starts = Counter[str]()
    for field, span in document.fields():
        match = re.match(r"/issues/[0-9]+/papers/[0-9]+", field)
        if match is not None and "/topics" not in field:
            starts[match[0]] = min(starts.get(match[0], span.start), span.start)
    start = starts[pointer]
    return start, min((other for other in starts.values() if other > start), default=len(document.text))


def without_ranks(lines: Counter[str]) -> Counter[str]:
    """
    Return lines without digits and medals, which a renumbering changes.
    """
    kept = Counter[str]()
    for line, count in lines.items():
        kept[re.sub(r"[\W\d]+", "", line)] += count
    return kept


def foreign_lines(document: Document, edited: str, kind: str, pointer: str) -> Counter[str]:
    """
    Return the lines that were changed although the edit is not about them.
    """
    start, end = extent(document, pointer)
    text = document.text
    if kind in INSIDE:
        first = text.rfind("\n", 0, start) + 1
        is_same = edited.startswith(text[:first]) and edited.endswith(text[end:])
        return Counter() if is_same else Counter([pointer])
    own = [*text[start:end].splitlines()] if kind in ("drop", "move") else []
    if kind in ("drop", "change a topic"):
        # The heading of a topic goes with its last paper.
        own += (text[slice(*span)] for field, span in document.fields() if re.search(r"/topics/[0-9]+$", field))
    old, new = (without_ranks(Counter(each.splitlines())) for each in (text, edited))
    gone = old - new - without_ranks(Counter(own))
    del gone[""]
    return gone


def shown(document: Document, new: Series) -> str | None:
    """
    Return the text with the changes made in it; None if they cannot be shown, and the error lists why.
    """
    try:
        return markdown.edit(document.text, diff(document.series, new))
    except EncodeError as error:
        if not error.problems:
            raise
        return None


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_is_shown_or_refused(path: Path, kind: str) -> None:
    """
    The edited text is read as the patched value, and no line changes that the edit is not about; or an error lists why.
    """
    document = read(path)
    for new, pointer in edits(document.series, kind, Random(f"{path.name} {kind}")):
        edited = shown(document, new)
        if edited is not None:
            assert markdown.loads_series(edited) == new
            assert not foreign_lines(document, edited, kind, pointer)
