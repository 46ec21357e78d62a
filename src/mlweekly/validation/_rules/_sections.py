"""
The rules about the sections of posts: each is there and filled, and the authors' own words are a quote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mlweekly._expressions import expression
from mlweekly.changes import Patch, Rewritten
from mlweekly.model import Link, Paper, Text
from mlweekly.validation._analysis._habits import ENOUGH_OTHERS
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._analysis._scripts import ASIAN_LETTER
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import enumerated, in_paper

__all__ = ["quote_missing", "section_missing"]

_LATIN_WORD = expression(r"[A-Za-z]{2,}")
_FEWEST_WORDS = 5
_PARAGRAPHS = expression(r"\n[ \t]*\n")
_EAST_ASIAN_TAGS = ("ja", "ko", "zh")


def quote_missing(context: Context) -> Iterator[Violation]:
    """
    In a translated post, the original of each summary and abstract is a quote, as the others are.

    The rule finds an original that only its script tells from the translation, and a paragraph of it that was read as
    one of the translation, because no quote mark is before it. A post that quotes nothing has another habit, and is
    excused.

    Why it matters: readers, and programs, take the original for a part of the translation.
    Bad:
        # [2024/09/16 ~ 09/22] 今週の論文

        ## Moshi

        ### 論文紹介

        話しながら聞くモデルです。

        It listens while it speaks.

        ## SCoRe

        ### 論文紹介

        自ら直すモデルです。

        > It corrects itself.
    Good:
        # [2024/09/16 ~ 09/22] 今週の論文

        ## Moshi

        ### 論文紹介

        話しながら聞くモデルです。

        > It listens while it speaks.

        ## SCoRe

        ### 論文紹介

        自ら直すモデルです。

        > It corrects itself.
    Fix: safe. The quote mark is put before each line of the original; a paragraph that was read as translation moves.
    Counted: 2 in the Japanese post, both of one paper, both true.
    """
    unquoted = [problem.pointer for problem in context.doubts if problem.kind == "original-not-quoted"]
    texts = sum(
        text.original is not None and bool(text.translations)
        for paper in context.papers
        for text in (paper.paper.summary, paper.paper.abstract)
        if text is not None
    )
    if len(unquoted) < texts:
        for pointer in unquoted:
            yield from _unquoted(context, pointer)
    for pair in context.pairs:
        if pair.source.is_markdown and pair.target.operation_pointer not in unquoted:
            yield from _half_quoted(pair.source, pair.target)


def section_missing(context: Context) -> Iterator[Violation]:
    """
    Each paper of a post has the sections that the others have, and none of them is empty.

    Judged are the summary, the abstract, the link to the paper and, where all others have some, the further links. An
    issue is taken for a post where most of its papers have an abstract: tables have no sections. A paper is judged by
    five others or more, and three of four of them must have what it lacks.

    Why it matters: a section without its text is a part of the post that was lost on the way.
    Bad:
        {"version": "1.0", "title": "Papers", "papers": [
        {"rank": 1, "title": {"original": "Moshi", "language": "en"}, "abstract": {"original": "a", "language": "en"}},
        {"rank": 2, "title": {"original": "SCoRe", "language": "en"}, "abstract": {"original": "b", "language": "en"}},
        {"rank": 3, "title": {"original": "DoT", "language": "en"}},
        {"rank": 4, "title": {"original": "Mimi", "language": "en"}, "abstract": {"original": "d", "language": "en"}},
        {"rank": 5, "title": {"original": "Momo", "language": "en"}, "abstract": {"original": "e", "language": "en"}},
        {"rank": 6, "title": {"original": "Nana", "language": "en"}, "abstract": {"original": "f", "language": "en"}}]}
    Good:
        {"version": "1.0", "title": "Papers", "papers": [
        {"rank": 1, "title": {"original": "Moshi", "language": "en"}, "abstract": {"original": "a", "language": "en"}},
        {"rank": 2, "title": {"original": "SCoRe", "language": "en"}, "abstract": {"original": "b", "language": "en"}},
        {"rank": 3, "title": {"original": "DoT", "language": "en"}, "abstract": {"original": "c", "language": "en"}},
        {"rank": 4, "title": {"original": "Mimi", "language": "en"}, "abstract": {"original": "d", "language": "en"}},
        {"rank": 5, "title": {"original": "Momo", "language": "en"}, "abstract": {"original": "e", "language": "en"}},
        {"rank": 6, "title": {"original": "Nana", "language": "en"}, "abstract": {"original": "f", "language": "en"}}]}
    Fix: none. Another edition may have what is missing.
    Counted: 1 in the Japanese post, true: a paper's link, of which L201 speaks too; 0 in the other documents.
    """
    papers = context.papers
    with_abstract = sum(paper.paper.abstract is not None for paper in papers)
    if len(papers) <= ENOUGH_OTHERS or 2 * with_abstract < len(papers):
        return
    for section, (is_filled, share) in _SECTIONS.items():
        others = sum(is_filled(paper.paper) for paper in papers)
        if others >= share * (len(papers) - 1):
            without = [paper for paper in papers if not is_filled(paper.paper)]
            if without:
                yield _missing(section, without, others)


def _missing(section: str, papers: Sequence[PaperContext], others: int) -> Violation:
    """
    Return one violation for all papers that lack a section.
    """
    more = f"; so have {enumerated([each.name for each in papers[1:]])}" if len(papers) > 1 else ""
    words = f"no {section}, {others} of the other papers have one{more}"
    evidence: Facts = {"section": section, "others": others}
    places = tuple(each.pointer for each in papers) if len(papers) > 1 else ()
    return in_paper(
        papers[0], papers[0].pointer, words, evidence, section, *(each.key for each in papers[1:]), places=places
    )


def _leads_to_paper(link: Link) -> bool:
    return link.role in ("paper", "report") or link.kind == "paper"


_SECTIONS: dict[str, tuple[Callable[[Paper], bool], float]] = {
    "summary": (lambda paper: paper.summary is not None, 0.75),
    "abstract": (lambda paper: paper.abstract is not None, 0.75),
    "link to the paper": (lambda paper: any(map(_leads_to_paper, paper.links)), 0.75),
    "further link": (lambda paper: not all(map(_leads_to_paper, paper.links)), 1.0),
}


def _unquoted(context: Context, pointer: str) -> Iterator[Violation]:
    parts = pointer.split("/")
    paper = context.papers[int(parts[2])]
    text: Text | None = paper.paper.summary if parts[3] == "summary" else paper.paper.abstract
    if text is None or text.original is None:
        return
    own = {line.strip() for words in text.translations.values() for line in words.splitlines()}
    source = context.source(pointer)
    lines = source.splitlines(keepends=True)
    foreign = [index for index, line in enumerate(lines) if line.strip() and line.strip() not in own]
    fix = None
    if foreign:
        before = "".join(lines[foreign[0] : foreign[-1] + 1])
        after = "".join(f"> {line}" if line.strip() else line for line in lines[foreign[0] : foreign[-1] + 1])
        fix = Fix(Patch([Rewritten(pointer, before=before, after=after)]), safe=True)
    message = f"{paper.name}: the original of the {parts[3]} is not quoted, those of other papers are"
    yield Violation(f"{pointer}/original", message, {"original": text.original}, (parts[3],), fix=fix)


def _half_quoted(source: Passage, target: Passage) -> Iterator[Violation]:
    if not (target.language or "").startswith(_EAST_ASIAN_TAGS) or ASIAN_LETTER.search(source.text):
        return
    paragraphs = _PARAGRAPHS.split(target.text)
    foreign = [words for words in paragraphs if _is_foreign(words)]
    if not foreign or len(foreign) == len(paragraphs):
        return
    kept = "\n\n".join(words for words in paragraphs if not _is_foreign(words))
    whole = "\n\n".join((source.text, *foreign))
    yield Violation(
        pointer=target.pointer,
        message=f"{target.name}: {len(foreign)} of {len(paragraphs)} paragraphs are in the script of the original, "
        "and not quoted as the rest of it",
        evidence={"paragraphs": tuple(foreign)},
        identity_parts=(target.field, *foreign),
        fix=Fix(Patch([target.reworded(kept), source.reworded(whole)]), safe=True),
    )


def _is_foreign(words: str) -> bool:
    return ASIAN_LETTER.search(words) is None and len(_LATIN_WORD.findall(words)) >= _FEWEST_WORDS
