"""
What a person is shown of one operation: a line on a page, with the words that change marked in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import cast

from mlweekly._display import Inline, Item, Mark, Quote, Run, counted, link_to, quote, shortened
from mlweekly.changes import _operations as kinds
from mlweekly.changes._names import called
from mlweekly.changes._operations import ElementMoved, FieldChanged, Operation
from mlweekly.changes._pieces import number_changes, pieces
from mlweekly.dates import DateRange
from mlweekly.model import ContentsEntry, Issue, JsonValue, Link, Paper, Text, thaw
from mlweekly.model._pointers import Absent
from mlweekly.model._strings import shown

_BODIES = (kinds.ParagraphReworded, kinds.TextReworded, kinds.TranslationChanged, kinds.DetailChanged)
_JSON = (
    kinds.ExtraAdded,
    kinds.ExtraChanged,
    kinds.ExtraRemoved,
    kinds.MetadataAdded,
    kinds.MetadataChanged,
    kinds.MetadataRemoved,
)
_TEXTS = (kinds.TextReworded, kinds.TextAdded, kinds.TextRemoved, kinds.Rewritten)


def item_of(operation: Operation) -> Item:
    """
    Return the line of an operation, and below it what a whole paper or issue brings along.
    """
    if isinstance(operation, ElementMoved):
        return Item("moved", _moved(operation))
    if isinstance(operation, FieldChanged):
        return _changed(cast("FieldChanged[object]", operation))
    sign: Mark = "added" if hasattr(operation, "after") else "removed"
    return _whole(operation, sign, getattr(operation, "after" if sign == "added" else "before"))


def value_inlines(value: object) -> tuple[Inline, ...]:
    """
    Return a value of a field or an element as a person is shown it in one line.
    """
    match value:
        case None | Absent():
            return (Run("nothing", "quiet"),)
        case Link():
            return link_to(value.url, value.label)
        case Paper():
            return _text(value.title), Run(f" (paper, rank {value.rank})", "quiet")
        case Issue():
            return quote(called(value), language=value.language), Run(
                f" ({counted(len(value.papers), 'paper')})", "quiet"
            )
        case ContentsEntry():
            return (quote(value.label), *((Run(" → ", "quiet"), quote(value.target)) if value.target else ()))
        case Text():
            return (_text(value),)
        case str() | date() | DateRange() | int():
            return (quote(str(value)),)
        case tuple():
            texts = cast("tuple[object, ...]", value)
            return tuple(part for text in texts for part in (Run(" · ", "quiet"), *value_inlines(text)))[1:]
        case _:
            return (quote(shown(value), "code"),)


def _changed(operation: FieldChanged[object]) -> Item:
    before, after = _string(operation, operation.before), _string(operation, operation.after)
    what = (*_about(operation), Run(f"{_what(operation)}: "))
    url = after if isinstance(operation, kinds.LinkRetargeted | kinds.SourceChanged) else None
    language = _language(operation)
    if isinstance(operation, kinds.Rewritten):
        return Item("form", (*what, Quote(pieces(before, after))))
    if not after:
        return Item("removed", (*what, quote(before, "removed", language=language)))
    if not before:
        return Item("added", (*what, quote(after, "added", url=url, language=language)))
    if isinstance(operation.before, str) and isinstance(operation.after, str) and url is None:
        numbers = number_changes(before, after) if isinstance(operation, _BODIES) else ()
        notes = tuple(Item("note", _number(*change)) for change in numbers)
        return Item("changed", (*what, Quote(pieces(before, after), language=language)), notes)
    return Item("changed", (*what, quote(before, "removed"), Run(" → ", "quiet"), quote(after, "added", url=url)))


def _number(before: str, after: str) -> tuple[Inline, ...]:
    return Run("number ", "quiet"), quote(before, "removed"), Run(" → ", "quiet"), quote(after, "added")


def _moved(operation: ElementMoved) -> Iterator[Inline]:
    yield Run(f"{_what(operation)} from {operation.unit} {operation.position + 1} to {operation.to + 1}")
    if operation.element is not None:
        yield Run(": ")
        url = str(operation.element)
        yield from link_to(url) if isinstance(operation, kinds.LinkMoved) else (quote(url),)


def _whole(operation: Operation, sign: Mark, value: object) -> Item:
    what = (*_about(operation), Run(f"{_what(operation)}"))
    where = f" at rank {operation.rank}" if isinstance(operation, kinds.PaperAdded | kinds.PaperRemoved) else ""
    if isinstance(value, str | Text):
        text = str(value) if sign == "added" else shortened(str(value))
        language = value.languages[0] if isinstance(value, Text) else _language(operation)
        line: tuple[Inline, ...] = (quote(text, sign, language=language),)
    elif isinstance(value, Paper):
        line = (_text(value.title, sign),)
    elif isinstance(operation, _JSON):
        line = (quote(_string(operation, value), sign),)
    else:
        line = value_inlines(value)
    return Item("added" if sign == "added" else "removed", (*what, Run(f"{where}: "), *line), tuple(_inner(value)))


def _inner(value: object) -> Iterator[Item]:
    if isinstance(value, Paper):
        yield from (Item("note", link_to(link.url, link.label)) for link in value.links)
        if value.summary is not None:
            yield Item("note", (_text(value.summary, "quiet"),))
    elif isinstance(value, Text) and value.original is not None:
        for tag, translation in value.translations.items():
            yield Item("note", (Run(f"{tag} ", "quiet"), quote(translation, language=tag)))


def _text(text: Text, mark: Mark = "plain") -> Quote:
    return quote(str(text), mark, language=text.languages[0])


def _language(operation: Operation) -> str | None:
    """
    Return the language of the words that an operation puts in or takes out, if it knows it.
    """
    language = getattr(operation, "language", None)
    return language if isinstance(language, str) else None


def _about(operation: Operation) -> tuple[Inline, ...]:
    """
    Return which link, author or entry changes, if the pointer of the operation alone does not tell it.
    """
    if isinstance(operation, kinds.ContentsRegrouped | kinds.ContentsRetargeted) and operation.of is not None:
        return quote(str(operation.of)), Run(", ")
    return ()


def _what(operation: Operation) -> str:
    holder, _, tail = operation.pointer.rpartition("/")
    match operation:
        case kinds.LinkRetargeted() | kinds.LinkRelabelled() | kinds.LinkSectionChanged():
            return f"{operation.noun} {_number_of(tail)}"
        case kinds.TextTranslated() | kinds.TranslationChanged() | kinds.TranslationRemoved():
            return f"{tail}, {operation.language} translation"
        case kinds.OriginalAdded() | kinds.OriginalRemoved():
            return f"{tail}, original in {operation.language}"
        case kinds.TextLanguageChanged():
            return f"{tail}, language of the original"
        case kinds.ParagraphAdded() | kinds.ParagraphReworded() | kinds.ParagraphRemoved():
            return f"paragraph {_number_of(tail)} of the {holder.rpartition('/')[2]}"
        case _:
            return (tail or "text") if isinstance(operation, _TEXTS) else operation.noun


def _number_of(index: str) -> str:
    return str(int(index) + 1) if index.isdecimal() else index


def _string(operation: Operation, value: object) -> str:
    if isinstance(operation, _JSON):
        return json.dumps(thaw(cast("JsonValue", value)), ensure_ascii=False, sort_keys=True)
    return "" if value is None or value == () else called(value)
