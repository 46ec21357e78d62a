"""
Dialects as values: the class `Dialect`, the names of sections by language, and the built-in `DIALECTS`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal, TypeAlias

from attrs import evolve, field, frozen

from mlweekly._expressions import expression
from mlweekly._tokens import Tokenized
from mlweekly.errors import Problem, pointer_to, reject_if_any
from mlweekly.markdown._names import FIELD_NAMES
from mlweekly.model import FrozenMapping

__all__ = ["DIALECTS", "TITLE_COLUMNS", "Dialect", "Layout", "SectionNames", "folded"]

Layout: TypeAlias = Literal["rows", "headings", "lines", "entries", "outline", "list"]
_LAYOUTS: tuple[Layout, ...] = ("rows", "headings", "lines", "entries", "outline", "list")

TITLE_COLUMNS = ("paper", "title", "linked title")
"""
The columns that can hold titles.
"""
_COLUMNS = (*TITLE_COLUMNS, *FIELD_NAMES, "details", "ignore")

_EDGES = " \t#*_:-|"
# Posts number their sections, and put emoji before and behind their names.
_LEADING_ORNAMENTS = expression(r"(?:[0-9]{1,2}[.)]|[0-9]\ufe0f?\u20e3|[^\w\s\x00-\x7f]|\s|\*|_)+")
_ORNAMENT = expression(r"[^\w\s\x00-\x7f]|\s|\*|_")
_BEFORE_BRACKET = expression(r"\s+(?=\()|(?<=\()\s+|\s+(?=\))")


def folded(words: str) -> str:
    """
    Return the words as they are compared: width, case, marks of emphasis and spaces around brackets do not matter.
    """
    words = unicodedata.normalize("NFKC", words).strip(_EDGES).casefold()
    return _BEFORE_BRACKET.sub("", words) if "(" in words or ")" in words else words


def _without_ornaments(name: str) -> str:
    """
    Return a name without a number in front, and without symbols and white space at its edges.
    """
    leading = _LEADING_ORNAMENTS.match(name)
    start, end = 0 if leading is None else leading.end(), len(name)
    while start < end and _ORNAMENT.match(name, end - 1) is not None:
        end -= 1
    return name[start:end]


def _names(names: tuple[str, ...] | str) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


@frozen(kw_only=True)
class SectionNames:
    """
    The names of a post's sections in one language; of several names for one section the first is written.

    Attributes:
        summary: What the editor says.
        abstract: What the authors say.
        paper: Links to the paper.
        further: All other links.
        source: The text that the edition was made from.
        comments: Readers' comments; `{count}` stands for their number.
    """

    summary: tuple[str, ...] = field(converter=_names)
    abstract: tuple[str, ...] = field(converter=_names)
    paper: tuple[str, ...] = field(converter=_names)
    further: tuple[str, ...] = field(converter=_names)
    source: tuple[str, ...] = field(converter=_names)
    comments: tuple[str, ...] = field(converter=_names)

    def __attrs_post_init__(self) -> None:
        reject_if_any("SectionNames", self._problems())

    def _problems(self) -> Iterator[Problem]:
        for section, names in self.items():
            if not names:
                yield Problem(f"/{section}", "must have a name")
            for index, name in enumerate(names):
                if not folded(name) or "\n" in name or "\r" in name:
                    yield Problem(pointer_to(section, index), f"must be a name on one line, got {name!r}")
                elif section == "comments" and "{count}" not in name:
                    yield Problem(pointer_to(section, index), f"must say where {{count}} is, got {name!r}")

    def items(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """
        Each section with its names.
        """
        return (
            ("summary", self.summary),
            ("abstract", self.abstract),
            ("paper", self.paper),
            ("further", self.further),
            ("source", self.source),
            ("comments", self.comments),
        )


_NO_SECTIONS: FrozenMapping[str, SectionNames] = FrozenMapping()
_NO_LABELS: FrozenMapping[str, str] = FrozenMapping()


def _sections(sections: Mapping[str, SectionNames]) -> FrozenMapping[str, SectionNames]:
    return FrozenMapping(sections)


def _labels(labels: Mapping[str, str]) -> FrozenMapping[str, str]:
    return FrozenMapping(labels)


@frozen(kw_only=True)
class Dialect(Tokenized):
    """
    How one kind of document is written: words and marks, no code.

    Attributes:
        name: What the dialect is called.
        layout: Where a paper is: in a table row ("rows"), under headings ("headings"), in bare lines ("lines"),
            in a paragraph of its own ("entries"), under a heading of its own ("outline"), or in a list item ("list").
        columns: What the columns of a table hold, for the layout "rows": "paper" (rank, title and summary in one cell);
            "title"; "linked title" (the title inside the first link, if that has no label); "authors", "links",
            "released", "abstract", "summary", "tags", "rank"; "details" under the name in the header; "ignore" for
            what is not read. Only "links" and "details" may come twice.
        header: The header cells that are written, one for each column; a table with this header is read by it.
        rank_and_title: How rank and title are written; `{rank}` and `{title}` stand for them.
        separator: What is written between title and summary.
        link_separator: What is written between two links.
        link_brackets: What is written around the links of an entry.
        sections: The names of sections by language; a post in another language is written with those of `language`.
        language: The language of an edition whose text does not show it.
        labels: Roles of labels that the model does not know, by label.
    """

    name: str
    layout: Layout
    columns: tuple[str, ...] = ("paper", "links")
    header: tuple[str, ...] = ("**Paper** ", "**Links**")
    rank_and_title: str = "{rank}) **{title}**"
    separator: str = " - "
    link_separator: str = ", "
    link_brackets: tuple[str, str] = ("(", ")")
    sections: FrozenMapping[str, SectionNames] = field(default=_NO_SECTIONS, converter=_sections)
    language: str = "en"
    labels: FrozenMapping[str, str] = field(default=_NO_LABELS, converter=_labels)

    def __attrs_post_init__(self) -> None:
        reject_if_any("Dialect", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if self.layout not in _LAYOUTS:
            yield Problem("/layout", f"must be one of {_LAYOUTS}, got {self.layout!r}")
        if self.layout == "rows":
            yield from self._column_problems()
        for mark in ("{rank}", "{title}"):
            if self.rank_and_title.count(mark) != 1:
                yield Problem("/rank_and_title", f"must say once where {mark} is, got {self.rank_and_title!r}")
        if self.layout in ("headings", "lines") and self.language not in self.sections:
            yield Problem("/sections", f"must have names in {self.language!r}, the dialect's language")

    def _column_problems(self) -> Iterator[Problem]:
        columns, wanted = self.columns, len(self.columns)
        once = [column for column in columns if column not in ("links", "details", "ignore")]
        is_known = set(columns) <= set(_COLUMNS) and len(once) == len(set(once))
        if not is_known or wanted < 2 or len(set(TITLE_COLUMNS) & set(columns)) != 1:
            known = ", ".join(map(repr, _COLUMNS))
            yield Problem(
                "/columns", f"must have one of {TITLE_COLUMNS} and at least one more of {known}, got {columns!r}"
            )
        if len(self.header) != wanted:
            yield Problem("/header", f"must have a cell for each of {wanted} columns, got {len(self.header)}")

    @cached_property
    def section_of_name(self) -> dict[str, tuple[str, str]]:
        """
        Section and language of each folded name, the comments' excepted.
        """
        return {
            folded(name): (section, language)
            for language, names in reversed(list(self.sections.items()))
            for section, words in names.items()
            if section != "comments"
            for name in words
        }

    @cached_property
    def comment_heading(self) -> re.Pattern[str]:
        """
        What matches the folded heading of readers' comments in some language.
        """
        return re.compile("|".join(heading.pattern for heading, _ in self.comment_headings) or r"(?!)")

    @cached_property
    def comment_headings(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """
        What matches the folded heading of readers' comments, with its language.
        """
        return tuple(
            (re.compile(re.escape(folded(name)).replace(r"\{count\}", r"[0-9]{1,9}")), language)
            for language, names in self.sections.items()
            for name in names.comments
        )

    def section_of(self, words: str) -> tuple[str, str] | None:
        """
        Return the section that a line or heading opens, and the language of its name; None where it opens none.
        """
        if len(words) > 80:
            return None
        name = folded(words)
        found = self.section_of_name.get(name)
        if found is None and not (name[:1].isalpha() and name[-1:].isalnum()):
            found = self.section_of_name.get(folded(_without_ornaments(name)))
        if found is not None:
            return found
        if self.comment_heading.fullmatch(name) is None:
            return None
        return next(("comments", language) for heading, language in self.comment_headings if heading.fullmatch(name))

    def names_for(self, language: str | None) -> tuple[str, SectionNames]:
        """
        Return the section names to write for an edition, and the language that they are in.
        """
        for tag in (language, None if language is None else language.partition("-")[0], self.language):
            if tag is not None and tag in self.sections:
                return tag, self.sections[tag]
        raise KeyError(self.language)


_SECTIONS = {
    "en": SectionNames(
        summary=("Summary", "Paper Introduction", "Introduction"),
        abstract=("Abstract", "Paper Abstract"),
        paper=("Paper", "Paper link", "Paper links"),
        further=("Further reading", "Read more", "Links"),
        source=("Source", "Original"),
        comments=("{count} comments", "{count} comment"),
    ),
    "ja": SectionNames(
        summary=("論文紹介", "論文の紹介", "論文概要"),
        abstract=("論文要旨(Abstract)", "論文要旨", "論文抄録(Abstract)", "論文抄録", "要旨(Abstract)"),
        paper=("論文リンク", "論文へのリンク"),
        further=("さらに読む", "もっと読む", "続きを読む", "関連リンク"),
        source=("原文", "出典"),
        comments=("{count}件のコメント", "コメント{count}件"),
    ),
    "ko": SectionNames(
        summary=("논문 소개", "논문소개", "논문 요약"),
        abstract=("논문 초록(Abstract)", "논문 초록", "논문초록(Abstract)", "논문초록", "초록(Abstract)"),
        paper=("논문 링크", "논문링크"),
        further=("더 읽어보기", "더 읽어 보기", "더읽어보기", "더 알아보기"),
        source=("원문", "출처"),
        comments=("댓글 {count}개", "{count}개의 댓글", "댓글 {count}"),
    ),
    "zh": SectionNames(
        summary=("论文介绍", "论文简介", "論文介紹"),
        abstract=("论文摘要(Abstract)", "论文摘要", "摘要(Abstract)", "論文摘要"),
        paper=("论文链接", "論文連結"),
        further=("延伸阅读", "更多阅读", "阅读更多", "延伸閱讀"),
        source=("原文链接", "来源", "原文連結"),
        comments=("{count} 条评论", "{count}条评论", "评论 {count}"),
    ),
}

_POST = Dialect(name="post", layout="headings", sections=FrozenMapping(_SECTIONS))

DIALECTS: FrozenMapping[str, Dialect] = FrozenMapping(
    {
        "post": _POST,
        "plain": evolve(_POST, name="plain", layout="lines"),
        "table": Dialect(name="table", layout="rows"),
        "columns": Dialect(
            name="columns",
            layout="rows",
            columns=("paper", "released", "links"),
            header=("**Paper**", "**Release Date**", "**Links**"),
            rank_and_title="({rank}) **{title}**",
        ),
        "bracket": Dialect(
            name="bracket",
            layout="entries",
            rank_and_title="**{rank}). {title}**",
            link_separator=" | ",
            sections=FrozenMapping(_SECTIONS),
            language="zh",
        ),
        "outline": Dialect(
            name="outline", layout="outline", rank_and_title="{rank}. {title}", sections=FrozenMapping(_SECTIONS)
        ),
        "list": Dialect(
            name="list", layout="list", rank_and_title="{rank}. **{title}**", sections=FrozenMapping(_SECTIONS)
        ),
    }
)
"""
The dialects in which digests are known to exist, by name. The section names of "ja", "ko" and "en" are those of posts
that exist; "zh" and the further names of each section are the words that translations of them use.
"""
