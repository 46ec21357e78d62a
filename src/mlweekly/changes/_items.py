"""
What a person is shown of one operation.

Lives here: the line of each operation on a page, with the words that change marked in it.
Must not know: how a page is written; which operations stand beside this one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import cast

from mlweekly._display import Inline, Item, Mark, Quote, Run, counted, link_to, quote, shortened
from mlweekly.changes import _operations as kinds
from mlweekly.changes._merging._conflicts import Absent
from mlweekly.changes._operations import ElementAdded, ElementMoved, ElementRemoved, FieldChanged, Operation
from mlweekly.changes._pieces import number_changes, pieces
from mlweekly.dates import DateRange
from mlweekly.model import ContentsEntry, Issue, JsonValue, Link, Paper, Text, thaw

__all__ = ["item_of", "value_inlines"]

_WHAT: dict[type[Operation], str] = {
    kinds.AuthorAdded: "author",
    kinds.AuthorRemoved: "author",
    kinds.AuthorRenamed: "author",
    kinds.ContentsAdded: "contents entry",
    kinds.ContentsMoved: "contents entry",
    kinds.ContentsRegrouped: "group of the contents entry",
    kinds.ContentsRelabelled: "words of the contents entry",
    kinds.ContentsRemoved: "contents entry",
    kinds.ContentsRetargeted: "target of the contents entry",
    kinds.IssueAdded: "issue",
    kinds.IssueMoved: "issue",
    kinds.IssueRemoved: "issue",
    kinds.IssueRetitled: "title",
    kinds.LanguageChanged: "language",
    kinds.LinkMoved: "link",
    kinds.LinkRelabelled: "label of link",
    kinds.LinkRetargeted: "target of link",
    kinds.LinkSectionChanged: "section of link",
    kinds.PaperAdded: "paper",
    kinds.PaperMoved: "paper",
    kinds.PaperRemoved: "paper",
    kinds.PaperReranked: "rank",
    kinds.PeriodChanged: "period",
    kinds.PublishedChanged: "day of publication",
    kinds.ReleasedChanged: "day of release",
    kinds.SeriesRetitled: "title of the series",
    kinds.SourceChanged: "source",
}
"""
What an operation is about, where its class alone says it.
"""

_BODIES = (kinds.ParagraphReworded, kinds.TextReworded, kinds.TranslationChanged)


def item_of(operation: Operation) -> Item:
    """
    Return the line of an operation, and below it what a whole paper or issue brings along.
    """
    match operation:
        case ElementMoved():
            return Item("moved", _moved(operation))
        case FieldChanged():
            return _changed(cast("FieldChanged[object]", operation))
        case ElementAdded():
            added = cast("ElementAdded[object]", operation)
            return _whole(added, "added", added.after)
        case ElementRemoved():
            removed = cast("ElementRemoved[object]", operation)
            return _whole(removed, "removed", removed.before)
        case kinds.TextAdded() | kinds.TextTranslated() | kinds.OriginalAdded() | kinds.ExtraAdded():
            return _whole(operation, "added", operation.after)
        case kinds.TextRemoved() | kinds.TranslationRemoved() | kinds.OriginalRemoved() | kinds.ExtraRemoved():
            return _whole(operation, "removed", operation.before)
        case _:
            return Item("changed", (quote(str(operation)),))


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
            return quote(str(value.title)), Run(f" (paper, rank {value.rank})", "quiet")
        case Issue():
            name = value.title or (f"{value.period}" if value.period else "without a title")
            return quote(name), Run(f" ({counted(len(value.papers), 'paper')})", "quiet")
        case ContentsEntry():
            return (quote(value.label), *((Run(" → ", "quiet"), quote(value.target)) if value.target else ()))
        case str() | Text() | date() | DateRange() | int():
            return (quote(str(value)),)
        case tuple():
            texts = cast("tuple[object, ...]", value)
            return tuple(part for text in texts for part in (Run(" · ", "quiet"), *value_inlines(text)))[1:]
        case _:
            return (quote(repr(value), "code"),)


def _changed(operation: FieldChanged[object]) -> Item:
    before, after = _string(operation, operation.before), _string(operation, operation.after)
    what = (*_about(operation), Run(f"{_what(operation)}: "))
    url = after if isinstance(operation, kinds.LinkRetargeted | kinds.SourceChanged) else None
    if isinstance(operation, kinds.Rewritten):
        return Item("form", (*what, Quote(pieces(before, after))))
    if not after:
        return Item("removed", (*what, quote(before, "removed")))
    if not before:
        return Item("added", (*what, quote(after, "added", url=url)))
    if isinstance(operation.before, str) and isinstance(operation.after, str) and url is None:
        numbers = number_changes(before, after) if isinstance(operation, _BODIES) else ()
        notes = tuple(Item("note", _number(*change)) for change in numbers)
        return Item("changed", (*what, Quote(pieces(before, after))), notes)
    return Item("changed", (*what, quote(before, "removed"), Run(" → ", "quiet"), quote(after, "added", url=url)))


def _number(before: str, after: str) -> tuple[Inline, ...]:
    return Run("number ", "quiet"), quote(before, "removed"), Run(" → ", "quiet"), quote(after, "added")


def _moved(operation: ElementMoved) -> Iterator[Inline]:
    ranks = isinstance(operation, kinds.PaperMoved) and operation.renumbers
    yield Run(f"{_what(operation)} from {'rank' if ranks else 'place'} {operation.position + 1} to {operation.to + 1}")
    if operation.element is not None:
        yield Run(": ")
        url = str(operation.element)
        yield from link_to(url) if isinstance(operation, kinds.LinkMoved) else (quote(url),)


def _whole(operation: Operation, sign: Mark, value: object) -> Item:
    what = (*_about(operation), Run(f"{_what(operation)}"))
    where = Run(f" at rank {_rank(operation, value)}: ") if isinstance(value, Paper) else Run(": ")
    if isinstance(value, str | Text):
        text = str(value) if sign == "added" else shortened(str(value))
        line: tuple[Inline, ...] = (quote(text, sign),)
    elif isinstance(value, Paper):
        line = (quote(str(value.title), sign),)
    elif isinstance(operation, kinds.ExtraAdded | kinds.ExtraRemoved):
        line = (quote(_string(operation, value), sign),)
    else:
        line = value_inlines(value)
    return Item("added" if sign == "added" else "removed", (*what, where, *line), tuple(_inner(value)))


def _inner(value: object) -> Iterator[Item]:
    if isinstance(value, Paper):
        yield from (Item("note", link_to(link.url, link.label)) for link in value.links)
        if value.summary is not None:
            yield Item("note", (quote(str(value.summary), "quiet"),))
    elif isinstance(value, Text) and value.original is not None:
        for tag, translation in value.translations.items():
            yield Item("note", (Run(f"{tag} ", "quiet"), quote(translation)))


def _rank(operation: Operation, paper: Paper) -> int:
    position = operation.pointer.rpartition("/")[2]
    renumbers = isinstance(operation, kinds.PaperAdded | kinds.PaperRemoved) and operation.renumbers
    return int(position) + 1 if renumbers and position.isdecimal() else paper.rank


def _about(operation: Operation) -> tuple[Inline, ...]:
    """
    Return which link, author or entry changes, where the place of the operation alone does not tell it.
    """
    if isinstance(operation, kinds.ContentsRegrouped | kinds.ContentsRetargeted) and operation.of is not None:
        return quote(str(operation.of)), Run(", ")
    return ()


def _what(operation: Operation) -> str:
    tail = operation.pointer.rpartition("/")
    match operation:
        case kinds.LinkAdded(after=link) | kinds.LinkRemoved(before=link):
            return f"{link.role or link.kind or ''} link".lstrip()
        case kinds.LinkRetargeted() | kinds.LinkRelabelled() | kinds.LinkSectionChanged():
            return f"{_WHAT[type(operation)]} {_number_of(tail[2])}"
        case kinds.TextTranslated() | kinds.TranslationChanged() | kinds.TranslationRemoved():
            return f"{tail[2]}, {operation.language} translation"
        case kinds.OriginalAdded() | kinds.OriginalRemoved():
            return f"{tail[2]}, original in {operation.language}"
        case kinds.TextLanguageChanged():
            return f"{tail[2]}, language of the original"
        case kinds.ParagraphAdded() | kinds.ParagraphReworded() | kinds.ParagraphRemoved():
            return f"paragraph {_number_of(tail[2])} of the {tail[0].rpartition('/')[2]}"
        case kinds.ExtraAdded() | kinds.ExtraChanged() | kinds.ExtraRemoved():
            return f"extra member {operation.member!r}"
        case _:
            return _WHAT.get(type(operation)) or tail[2] or "text"


def _number_of(position: str) -> str:
    return str(int(position) + 1) if position.isdecimal() else position


def _string(operation: Operation, value: object) -> str:
    if isinstance(operation, kinds.ExtraAdded | kinds.ExtraChanged | kinds.ExtraRemoved):
        return json.dumps(thaw(cast("JsonValue", value)), ensure_ascii=False, sort_keys=True)
    return "" if value is None else str(value)
