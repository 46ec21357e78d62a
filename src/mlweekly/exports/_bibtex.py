"""
BibTeX: one entry per paper, safe to typeset whatever the digest says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mlweekly._wording import MONTHS
from mlweekly.exports._identities import citation_key
from mlweekly.exports._names import Name, name_of
from mlweekly.exports._papers import Exported, arxiv_number, date_parts, distinct, doi, paper_url
from mlweekly.exports._texts import in_language, one_line, plain
from mlweekly.model import Issue, Paper

__all__ = ["bibtex"]

# BibTeX counts braces behind backslashes too, so a brace has a name.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{mark: f"\\{mark}" for mark in "$%&#_"},
    }
)


def bibtex(value: Exported) -> str:
    r"""
    Return the papers of a value as BibTeX, one `@misc` entry per paper, for BibTeX, biblatex and reference managers.

    A key is the paper's identity (`arxiv:2409.12917`), and a paper that occurs twice has one entry, from where it
    occurs first. Titles keep their capitals, and no text of a digest acts as TeX. `annote` is the digest's
    summary, `abstract` the authors' own. Year, month and day are given as far as they are known.

    Sources: Patashnik, BibTeXing (1988); https://info.arxiv.org/help/hypertex/bibstyles

    >>> from mlweekly import Link, LinkSet, Paper, Text
    >>> links = LinkSet([Link("https://arxiv.org/abs/2409.10038")])
    >>> print(bibtex(Paper(rank=1, title=Text("Thought & Diagrams"), authors=["Ada Byron", "OpenAI"], links=links)))
    @misc{arxiv:2409.10038,
      title = {{Thought \& Diagrams}},
      author = {Byron, Ada and {OpenAI}},
      year = {2024},
      month = sep,
      eprint = {2409.10038},
      archiveprefix = {arXiv},
      url = {https://arxiv.org/abs/2409.10038}
    }
    <BLANKLINE>

    Raises:
        TypeError: The value has no papers.
    """
    return "\n".join(_entry(paper, issue) for issue, paper in distinct(value))


def _entry(paper: Paper, issue: Issue | None) -> str:
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(paper, issue))
    return f"@misc{{{citation_key(paper)},\n{fields}\n}}\n"


def _fields(paper: Paper, issue: Issue | None) -> Iterator[tuple[str, str]]:
    edition = None if issue is None else issue.language
    title, language = in_language(paper.title, paper.title.language or edition)
    yield "title", f"{{{{{_tex(title)}}}}}"
    if paper.authors:
        yield "author", f"{{{' and '.join(_authors(map(name_of, paper.authors)))}}}"
    yield from _date(*date_parts(paper))
    if (number := arxiv_number(paper)) is not None:
        yield "eprint", f"{{{number}}}"
        yield "archiveprefix", "{arXiv}"
    for name, address in (("doi", doi(paper)), ("url", paper_url(paper))):
        if address is not None:
            yield name, f"{{{address.replace('{', '%7B').replace('}', '%7D')}}}"
    # English is what a text is in unless something says otherwise.
    if language not in {"en", "und"}:
        yield "language", f"{{{language}}}"
    if paper.tags:
        yield "keywords", f"{{{', '.join(map(_tex, paper.tags))}}}"
    for name, text in (("abstract", paper.abstract), ("annote", paper.summary)):
        words = "" if text is None else plain(in_language(text, edition)[0])
        if words:
            yield name, f"{{{_tex(words)}}}"


def _date(year: int | None = None, month: int | None = None, day: int | None = None) -> Iterator[tuple[str, str]]:
    if year is not None:
        yield "year", f"{{{year}}}"
    if month is not None:
        yield "month", MONTHS[month - 1][:3].lower()
    if day is not None:
        yield "day", f"{{{day}}}"


def _authors(names: Iterable[Name]) -> Iterator[str]:
    has_more = False
    for name in names:
        has_more = has_more or name.has_more
        yield f"{{{_tex(name.literal)}}}" if name.family is None else f"{_tex(name.family)}, {_tex(name.given or '')}"
    if has_more:
        yield "others"


def _tex(text: str) -> str:
    return one_line(text).translate(_TEX)
