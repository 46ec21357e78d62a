"""
What outlines and lists share: front matter, headings of issues and topics, and the labelled lines of a paper.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from typing import Final

from attrs import frozen

from mlweekly._expressions import expression
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import escape_title
from mlweekly.markdown._names import FieldName
from mlweekly.markdown._prose import encode_prose
from mlweekly.markdown._writing._papers import links_in, words_in
from mlweekly.model import Issue, Link, LinkSet, Paper, Series, thaw

__all__ = ["LABELS", "LabelledWriter"]

_LABELLED: tuple[FieldName, ...] = ("authors", "released", "links", "tags", "summary", "abstract")
LABELS: Final[Mapping[str, Mapping[FieldName, str]]] = {
    language: dict(zip(_LABELLED, names.split(", "), strict=True))
    for language, names in {
        "en": "Authors, Published, Links, Tags, Summary, Abstract",
        "ja": "著者, 公開日, リンク, タグ, 要約, 要旨",
        "ko": "저자, 게시일, 링크, 태그, 요약, 초록",
        "zh": "作者, 发布日期, 链接, 标签, 概要, 摘要",
        "vi": "Tác giả, Ngày công bố, Liên kết, Từ khóa, Tóm tắt, Abstract",
        "fr": "Auteurs, Publié, Liens, Mots-clés, Résumé, Abstract",
        "de": "Autoren, Veröffentlicht, Links, Schlagwörter, Zusammenfassung, Abstract",
        "es": "Autores, Publicado, Enlaces, Palabras clave, Resumen, Abstract",
        "pt": "Autores, Publicado, Links, Palavras-chave, Resumo, Abstract",
        "ru": "Авторы, Дата публикации, Ссылки, Ключевые слова, Краткое содержание, Аннотация",
        "tr": "Yazarlar, Yayın tarihi, Bağlantılar, Anahtar kelimeler, Özet, Abstract",
    }.items()
}
"""
The labels that are written, by language: of the names that readers know, those of the digests in each language.
"""

_PLAIN_NAME = expression(r"[A-Za-z_][\w-]{0,79}")


@frozen(eq=False, repr=False)
class LabelledWriter:
    """
    Writes digests whose papers have labelled lines.

    Attributes:
        dialect: The words and marks of the form.
        write_papers: Yields the blocks of the papers under one heading, at a level of headings.
        inert: Whether each line of a body is guarded, or only one that is known to open something.
        tells_language: Whether front matter names the language of an edition.
    """

    dialect: Dialect
    write_papers: Callable[[LabelledWriter, Sequence[Paper], str | None, int], Iterator[str]]
    inert: bool
    tells_language: bool

    def text(self, value: Issue | Series) -> str:
        """
        Return the text of an issue or a series.
        """
        issues = (value,) if isinstance(value, Issue) else value.issues
        deepest = max((len(paper.topics) for issue in issues for paper in issue.papers), default=0)
        blocks = self._series(value, deepest) if isinstance(value, Series) else self._issue(value, 1, deepest)
        text = "\n\n".join(blocks)
        return text + "\n" if text else ""

    def _series(self, series: Series, deepest: int) -> Iterator[str]:
        is_one = len(series) == 1 and series.title is None and not series.lead
        if series.title is not None:
            yield f"# {escape_title(series.title)}"
        yield from self._paragraphs(series.lead)
        for issue in series.issues:
            yield from self._issue(issue, 1 if is_one else 2, deepest)

    def _issue(self, issue: Issue, level: int, deepest: int) -> Iterator[str]:
        """
        Yield the blocks of an issue; all papers of a text have headings of one level, below the deepest topic.
        """
        front_matter = [*self._front_matter(issue)] if level == 1 else []
        if front_matter:
            yield "\n".join(("---", *front_matter, "---"))
        if issue.title is not None:
            yield f"{'#' * level} {escape_title(issue.title)}"
        yield from self._paragraphs(issue.lead)
        above: tuple[str, ...] = ()
        for topics, papers in groupby(issue.papers, key=lambda paper: paper.topics):
            for depth in range(_kept(above, topics), len(topics)):
                yield f"{'#' * (level + 1 + depth)} {escape_title(topics[depth])}"
            yield from self.write_papers(self, [*papers], issue.language, level + 1 + deepest)
            above = topics

    def _front_matter(self, issue: Issue) -> Iterator[str]:
        if issue.published is not None:
            yield f"published: {issue.published.isoformat()}"
        if issue.language is not None and self.tells_language:
            yield f"language: {issue.language}"
        for name, value in issue.metadata.items():
            key = name if _PLAIN_NAME.fullmatch(name) is not None else json.dumps(name, ensure_ascii=False)
            yield f"{key}: {json.dumps(thaw(value), ensure_ascii=False)}"

    def _paragraphs(self, paragraphs: Sequence[str]) -> Iterator[str]:
        for paragraph in paragraphs:
            yield "\n".join(encode_prose(paragraph, inert=self.inert, paragraphs=False))

    def labelled(self, paper: Paper, language: str | None) -> Iterator[tuple[str, list[str]]]:
        """
        Yield the labels of a paper as they are written, each with the lines of its value.
        """
        for label, lines in self._values(paper, language):
            yield f"**{label}:**", lines

    def _values(self, paper: Paper, language: str | None) -> Iterator[tuple[str, list[str]]]:
        labels = LABELS.get(language or "") or LABELS.get((language or "").partition("-")[0]) or LABELS["en"]
        if paper.authors:
            yield labels["authors"], [", ".join(map(escape_title, paper.authors))]
        if paper.released is not None:
            yield labels["released"], [paper.released.isoformat()]
        for section, links in groupby(paper.links, key=_section_of):
            label = labels["links"] if section is None else escape_title(section.capitalize())
            yield label, [links_in(LinkSet(links), self.dialect)]
        if paper.tags:
            yield labels["tags"], [", ".join(map(escape_title, paper.tags))]
        for label, words in paper.details.items():
            # A label of unknown name with nothing but links would be that of links.
            yield escape_title(label), encode_prose(words, inert=self.inert)
        for name, text in (("summary", paper.summary), ("abstract", paper.abstract)):
            if text is not None:
                label = labels["summary"] if name == "summary" else labels["abstract"]
                yield label, encode_prose(words_in(text, language), inert=self.inert, is_labelled=True)


def _section_of(link: Link) -> str | None:
    return link.section


def _kept(above: tuple[str, ...], topics: tuple[str, ...]) -> int:
    """
    Return how many headings above a paper hold for the next one; the last one is printed again if deeper ones end.
    """
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(above, topics, strict=False)))
    return kept if kept == len(above) or kept < len(topics) else max(0, kept - 1)
