"""
The rules about words that were left from a template or from another paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mlweekly._expressions import expression
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Facts, Violation
from mlweekly.validation._violations import enumerated, in_paper

__all__ = ["placeholder", "same_text_twice"]

_FEWEST_CHARACTERS = 40
_LONGEST_PLACEHOLDER = 100
_BEGINNING = 24
_NOUNS = {"lead": "text", "notice": "text", "comment": "text"}
_PLACEHOLDER = expression(
    r"(?:TODO|FIXME|TBD)\b.{0,60}"
    r"|(?i:x{3,}|to-?do|tb[acd]|fixme|placeholder|untitled|\?{2,}|lorem ipsum.*"
    r"|(?:(?:insert|add|put|your|the|paper|article)\s+)*(?:title|summary|abstract|description|text|names?|authors?)"
    r"\s+(?:goes\s+)?here)"
    r"|(?:待补充|待更新|待定|作成中|作成予定|準備中|작성 ?(?:중|예정)|미정)",
    re.DOTALL,
)
_MARKS = " \t\r\n*_`~.:。：…[]()（）<>\"'“”"


def same_text_twice(context: Context) -> Iterator[Violation]:
    """
    No two papers of an issue have the same title, summary or abstract.

    Letter case and white space do not count, nor do texts of fewer than forty characters but titles. One paper that
    is listed twice is P304's, and a paper under several topics is meant. The papers that share a text are one finding,
    whichever of their texts are alike.

    Why it matters: one of the two describes another paper, and the words of its own are lost.
    Bad:
        {"version": "1.0", "papers": [
         {"rank": 1, "title": {"original": "Moshi"},
          "summary": {"original": "A model that listens and speaks at the same time."}},
         {"rank": 2, "title": {"original": "Mimi"},
          "summary": {"original": "A model that listens and speaks at the same time."}}]}
    Good:
        {"version": "1.0", "papers": [
         {"rank": 1, "title": {"original": "Moshi"},
          "summary": {"original": "A model that listens and speaks at the same time."}},
         {"rank": 2, "title": {"original": "Mimi"},
          "summary": {"original": "A codec that keeps a second of speech in twelve tokens."}}]}
    Fix: none. The words that are missing are not in the text.
    Counted: 0 in 433 issues; 5 in the states before edits of one series, all true.
    """
    begun = [
        ((each.field, each.language, _beginning(each.text)), each)
        for each in context.passages
        if each.paper is not None
    ]
    counts = Counter(beginning for beginning, _ in begun)
    places: dict[tuple[str, str, str], dict[int, Passage]] = {}
    for beginning, passage in begun:
        if counts[beginning] > 1 and _is_told(passage):
            key = passage.field, passage.language or "", _squeezed(passage.text)
            places.setdefault(key, {}).setdefault(int(passage.pointer.split("/")[2]), passage)
    groups: dict[tuple[int, ...], list[Passage]] = {}
    for found in places.values():
        if len(found) > 1 and not _is_one_paper([context.papers[index] for index in found]):
            first, second, *_ = found.values()
            groups.setdefault(tuple(found), []).extend((second, first))
    for indices, alike in groups.items():
        papers = [context.papers[index] for index in indices]
        fields = list(dict.fromkeys(passage.field for passage in alike))
        words = (
            f"the same {' and '.join(fields)} as {enumerated([each.name for each in papers if each is not papers[1]])}"
        )
        evidence: Facts = {"papers": tuple(each.name for each in papers), "text": alike[0].text}
        pointers = tuple(each.pointer for each in papers)
        yield in_paper(papers[1], alike[0].pointer, words, evidence, *fields, papers[0].key, places=pointers)


def placeholder(context: Context) -> Iterator[Violation]:
    """
    No title, no name of an author and no text is what a template has in its place: `XXX`, `TODO`, `Title here`.

    It has to be all that there is, or to begin with `TODO` in capitals. L220 finds placeholders for targets of links.

    Why it matters: readers see that the digest was not finished, and feeds carry it on.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Title here"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi"}}]}
    Fix: none. The words that are missing are not in the text.
    Counted: 0 in 433 issues; 6 in the states before edits of one series, all true.
    """
    found: dict[str, list[tuple[str, str, str]]] = {}
    for passage in context.all_passages:
        if _stands_for_words(passage.text):
            of = passage.name if passage.paper is None else f"/papers/{passage.pointer.split('/')[2]}"
            found.setdefault(of, []).append((passage.pointer, passage.field, passage.text.strip()))
    for each in context.papers:
        for index, author in enumerate(each.paper.authors):
            if _stands_for_words(author):
                pointer = f"{each.pointer}/authors/{index}"
                found.setdefault(each.pointer, []).append((pointer, "name of an author", author))
    by_pointer = {each.pointer: each.name for each in context.papers} if found else {}
    for of, places in found.items():
        yield _of_template(by_pointer.get(of, of), places)


def _of_template(name: str, places: Sequence[tuple[str, str, str]]) -> Violation:
    """
    Return one violation for what a template left in a paper, or in a text of the issue.

    Args:
        name: What a message calls it.
        places: The pointer, the field and the text of each.
    """
    texts = [f'"{text}" where the {_NOUNS.get(field, field)} should be' for _, field, text in places]
    pointers = tuple(pointer for pointer, _, _ in places)
    whole = "the paper" if pointers[0].startswith("/papers/") else "them"
    to_do = "write it, or delete it" if len(places) == 1 else f"write them, or delete {whole}"
    evidence: Facts = {"texts": tuple(text for _, _, text in places)}
    parts = [part for _, field, text in places for part in (field, text)]
    message = f"{name}: {enumerated(texts)}: {to_do}"
    return Violation(
        pointers[0], message, evidence, tuple(parts), places=pointers if len(pointers) > 1 else (), habit="template"
    )


def _stands_for_words(text: str) -> bool:
    return len(text) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(text.strip(_MARKS) or text.strip()) is not None


def _squeezed(text: str) -> str:
    return "".join(text.casefold().split())


def _beginning(text: str) -> str:
    """
    Return the beginning of the squeezed text, without a look at the rest of a long one.
    """
    found = _squeezed(text[: 2 * _BEGINNING])[:_BEGINNING]
    return found if len(found) == _BEGINNING else _squeezed(text)[:_BEGINNING]


def _is_told(passage: Passage) -> bool:
    is_long = len(passage.text) >= _FEWEST_CHARACTERS or not passage.text.isascii()
    return (is_long or passage.field == "title") and not _stands_for_words(passage.text)


def _is_one_paper(papers: list[PaperContext]) -> bool:
    keys = {each.paper.key for each in papers}
    return (len(keys) == 1 and None not in keys) or len({each.paper.topics for each in papers}) == len(papers)
