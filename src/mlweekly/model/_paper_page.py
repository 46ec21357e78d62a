"""
The page of a paper: its texts with original and translations side by side, its details and its links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mlweekly._display import Block, Heading, Inline, Item, Items, Page, Paragraph, Run, Table, counted, quote
from mlweekly._wording import listed
from mlweekly.model._link_page import LinkRow, link_table
from mlweekly.model._text import Text
from mlweekly.model._text_page import preferred

_MOST_COLUMNS = 3


def paper_page(
    facts: Iterable[tuple[str, str]],
    title: Text,
    others: Mapping[str, Text | None],
    details: Mapping[str, str],
    links: Iterable[LinkRow],
) -> Page:
    """
    Return the page of the paper that has these members; facts are names and values of the others.
    """
    texts = {"Title": title} | {name: text for name, text in others.items() if text is not None}
    blocks: list[Block] = [Paragraph(_facts(facts)), *_texts(texts)]
    if details:
        lines = ((quote(label, "strong"), Run(": "), quote(words)) for label, words in details.items())
        blocks += [Heading((Run("Details"),)), Items(Item("note", line) for line in lines)]
    table = link_table(links)
    if table.rows:
        blocks += [Heading((Run("Links"),)), table]
    return Page((preferred(title, None),), blocks)


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[Inline]:
    for number, (name, value) in enumerate(facts):
        yield Run(f" · {name} " if number else f"{name} ", "quiet")
        yield quote(value)


def _texts(texts: Mapping[str, Text]) -> Iterator[Block]:
    """
    Yield a table with a column for each language, and say what other languages there are.
    """
    languages = tuple(dict.fromkeys(language for text in texts.values() for language in text.languages))
    shown, more = languages[:_MOST_COLUMNS], languages[_MOST_COLUMNS:]
    yield Table(("", *shown), (((Run(name, "quiet"),), *_cells(text, shown)) for name, text in texts.items()))
    if more:
        yield Paragraph((Run(f"{counted(len(more), 'more translation')}: {listed(more, 10)}", "quiet"),))


def _cells(text: Text, languages: Iterable[str]) -> Iterator[tuple[Inline, ...]]:
    for language in languages:
        words = text.get(language)
        yield () if words is None else (quote(words, language=language),)
