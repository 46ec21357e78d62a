"""
The words that digests use for what they say of a paper: on labelled lines, over deeper sections, and over columns.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from mlweekly._expressions import expression
from mlweekly.model import role_of_label

__all__ = ["FIELD_NAMES", "FieldName", "field_of_name", "folded_name"]

FieldName: TypeAlias = Literal["title", "authors", "links", "released", "abstract", "summary", "tags", "rank"]

_NAMES: dict[FieldName, str] = {
    "title": (
        "paper, papers, title, paper title, name, 論文, 論文名, タイトル, 论文, 论文标题, 标题, 標題, 题目, "
        "논문, 논문명, 제목, bài báo, tiêu đề, tên bài báo, статья, название, article, titre, papier, titel, "
        "artículo, título, artigo, makale, başlık"
    ),
    "authors": (
        "authors, author, by, 著者, 著者名, 作者, 저자, tác giả, автор, авторы, auteur, auteurs, autor, autoren, "
        "autores, autor/a, yazar, yazarlar, first author, author(s)"
    ),
    "links": (
        "link, links, url, urls, resources, paper link, paper links, リンク, 链接, 連結, 鏈接, 링크, liên kết, "
        "đường dẫn, ссылка, ссылки, lien, liens, enlace, enlaces, ligação, ligações, bağlantı, bağlantılar, "
        "verweis, verweise, source link, 原文链接"
    ),
    "released": (
        "released, release date, date, published, publish date, publication date, published on, published date, "
        "submitted, submitted on, submission date, 公開日, 投稿日, 発表日, 日付, 发布, 发布日期, 发布时间, "
        "发表日期, 发表时间, 提交日期, 提交时间, 日期, 時間, 时间, 공개일, 게시일, 제출일, 발표일, 날짜, ngày, "
        "ngày đăng, ngày công bố, ngày xuất bản, дата, дата публикации, опубликовано, date de publication, "
        "publié, publié le, datum, veröffentlicht, veröffentlicht am, fecha, fecha de publicación, publicado, "
        "publicado em, publicado el, data, data de publicação, tarih, yayın tarihi, yayımlanma tarihi"
    ),
    "abstract": (
        "abstract, paper abstract, original abstract, アブストラクト, 要旨, 论文摘要, 摘要, 論文要旨, 초록, "
        "논문 초록, аннотация"
    ),
    "summary": (
        "summary, tl;dr, tldr, tl; dr, description, overview, paper introduction, core summary, 内容概要, "
        "内容摘要, 核心摘要, 概要, 概述, 总结, 論文概要, 論文紹介, 一言, 一言で, 要約, まとめ, 论文介绍, "
        "论文简介, 一句话总结, 简介, 요약, 개요, 한 줄 요약, 한줄 요약, 논문 소개, 논문 요약, tóm tắt, mô tả, "
        "резюме, краткое содержание, описание, кратко, résumé, description courte, en bref, zusammenfassung, "
        "kurzfassung, beschreibung, resumen, descripción, resumo, descrição, özet, açıklama"
    ),
    "tags": (
        "tags, tag, keywords, keyword, key words, categories, category, subjects, subject, キーワード, タグ, "
        "カテゴリ, カテゴリー, 分野, 关键词, 關鍵詞, 关键字, 核心关键词, 标签, 標籤, 分类, 类别, 分類, 키워드, "
        "태그, 카테고리, 분야, từ khóa, thẻ, danh mục, ключевые слова, теги, категории, категория, mots-clés, "
        "mots clés, catégories, catégorie, étiquettes, schlagwörter, schlagworte, schlüsselwörter, kategorien, "
        "kategorie, palabras clave, etiquetas, categorías, categoría, palavras-chave, categorias, categoria, "
        "anahtar kelimeler, etiketler, kategoriler"
    ),
    "rank": ("#, no, no., nr, nr., №, rank, rang, 排名, 序号, 编号, 順位, 番号, 순위, 번호, sıra, stt"),
}
FIELD_NAMES: Final[dict[FieldName, tuple[str, ...]]] = {
    field: tuple(words.split(", ")) for field, words in _NAMES.items()
}
"""
The names of what a paper has, in lower case, by member. They are the names on the labelled lines and columns of 45
digests in en, zh, ko, ja, tr and es, and what fr, de, pt, ru and vi say in their place.
"""

_EDGES = " \t*_`#:：-–—|•·~"
_LONGEST = 80
_PARTS = expression(r"[&/,+]|\band\b")


def folded_name(words: str) -> str:
    """
    Return a name as names are compared: without marks, symbols such as emoji at its edges, width and case.
    """
    words = unicodedata.normalize("NFKC", words).strip(_EDGES)
    start, end = 0, len(words)
    while start < end and _is_decoration(words[start]):
        start += 1
    while end > start and _is_decoration(words[end - 1]):
        end -= 1
    return (words[start:end].strip(_EDGES) or words).casefold()


def _is_decoration(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk", "Mn", "Cf", "Me", "Zs") or character in _EDGES


_FIELD_OF_NAME: dict[str, FieldName] = {
    folded_name(word): field for field, words in FIELD_NAMES.items() for word in words if word != "#"
}


@lru_cache(maxsize=2048)
def field_of_name(words: str) -> FieldName | None:
    """
    Return which member of a paper a label, a section or a column with this name holds, or None.

    The name of a role, such as "Code" or "PDF", is a name of links: which links, `role_of_label` tells.

    >>> field_of_name("**👥 Authors:**"), field_of_name("关键词"), field_of_name("GitHub"), field_of_name("Venue")
    ('authors', 'tags', 'links', None)
    """
    if len(words) > _LONGEST:
        return None
    if words.strip() == "#":
        return "rank"
    name = folded_name(words)
    return _FIELD_OF_NAME.get(name) or ("links" if _names_links(name) else None)


def _names_links(name: str) -> bool:
    """
    Return whether each part of a name is one of links: "Code & Data", and not the title "Language Models and Code".
    """
    parts = [part for part in _PARTS.split(name) if part.strip()]
    return bool(parts) and all(role_of_label(part) is not None for part in parts)
