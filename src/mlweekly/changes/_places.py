"""
The places that operations change.

Lives here: what the pointer of each kind of operation names, walking a pointer, and what people know a place by.
Must not know: what an operation does there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from attrs import frozen

from mlweekly.changes import _operations as kinds
from mlweekly.changes._drafts import Draft, DraftObject, DraftSequence, ModelObject
from mlweekly.changes._operations import Operation, known_by
from mlweekly.model import ContentsEntry, Issue, Link, Paper, Series, Text

__all__ = ["SEQUENCES", "Place", "name_of", "name_of_draft", "place_of"]

_OWNERS: dict[type[Operation], type[ModelObject]] = {
    kinds.IssueRetitled: Issue,
    kinds.PeriodChanged: Issue,
    kinds.LanguageChanged: Issue,
    kinds.SourceChanged: Issue,
    kinds.PublishedChanged: Issue,
    kinds.PaperReranked: Paper,
    kinds.ReleasedChanged: Paper,
    kinds.PaperRetitled: Text,
    kinds.TextReworded: Text,
    kinds.TextLanguageChanged: Text,
    kinds.OriginalAdded: Text,
    kinds.OriginalRemoved: Text,
    kinds.TextTranslated: Text,
    kinds.TranslationChanged: Text,
    kinds.TranslationRemoved: Text,
    kinds.LinkRetargeted: Link,
    kinds.LinkRelabelled: Link,
    kinds.LinkSectionChanged: Link,
    kinds.SeriesRetitled: Series,
    kinds.ContentsRelabelled: ContentsEntry,
    kinds.ContentsRetargeted: ContentsEntry,
    kinds.ContentsRegrouped: ContentsEntry,
}
"""
What the pointer of an operation on a field names; that of an operation on an extra member names any of them.
"""

_PARAGRAPHS = ("lead", "notices", "comments", "foot")
_BODIES = ("summary", "abstract")
SEQUENCES: dict[type[Operation], tuple[str, ...]] = {
    kinds.ParagraphAdded: _PARAGRAPHS,
    kinds.ParagraphRemoved: _PARAGRAPHS,
    kinds.ParagraphReworded: _PARAGRAPHS,
    kinds.PaperAdded: ("papers",),
    kinds.PaperRemoved: ("papers",),
    kinds.PaperMoved: ("papers",),
    kinds.AuthorAdded: ("authors",),
    kinds.AuthorRemoved: ("authors",),
    kinds.AuthorRenamed: ("authors",),
    kinds.LinkAdded: ("links",),
    kinds.LinkRemoved: ("links",),
    kinds.LinkMoved: ("links",),
    kinds.IssueAdded: ("issues",),
    kinds.IssueRemoved: ("issues",),
    kinds.IssueMoved: ("issues",),
    kinds.ContentsAdded: ("contents",),
    kinds.ContentsRemoved: ("contents",),
    kinds.ContentsMoved: ("contents",),
}
"""
The sequences that the pointer of an operation on an element leads into.
"""

_NAMES: dict[type, str] = {
    Series: "a series",
    Issue: "an issue",
    ContentsEntry: "a contents entry",
    Paper: "a paper",
    Text: "a text",
    Link: "a link",
}


@frozen
class Place:
    """
    Where an operation is made.

    Attributes:
        owner: The object that changes, or that holds the sequence that does.
        sequence: The sequence whose element is concerned, if it is one.
        part: The reference token of the field or of the element in it.
        around: The drafts on the way, the root first.
    """

    owner: DraftObject
    sequence: DraftSequence | None
    part: str
    around: tuple[Draft, ...]


def place_of(operation: Operation, root: DraftObject) -> Place | str:
    """
    Return the place, or why there is none.
    """
    parts = operation.pointer.split("/")[1:]
    in_sequence = SEQUENCES.get(type(operation))
    in_paper = isinstance(operation, kinds.TextAdded | kinds.TextRemoved)
    part = parts.pop() if parts and (in_sequence or in_paper) else operation.MEMBER
    path: list[Draft] = [root]
    for token in parts:
        opened = path[-1].open(token)
        if opened is None:
            return _nowhere(operation, path[-1], token)
        path.append(opened)
    last, above = path[-1], path[-2] if len(path) > 1 else None
    if isinstance(last, DraftSequence) and isinstance(above, DraftObject) and in_sequence and parts[-1] in in_sequence:
        return Place(above, last, part, tuple(path))
    expected = Paper if in_paper else _OWNERS.get(type(operation))
    if in_sequence or isinstance(last, DraftSequence) or (in_paper and part not in _BODIES):
        return _wrong(operation)
    if isinstance(operation, kinds.PaperRetitled) and parts[-1:] != ["title"]:
        return _wrong(operation)
    if operation.pointer[:1] not in {"", "/"} or (expected is not None and not isinstance(last.value, expected)):
        return _wrong(operation)
    return Place(last, None, part, tuple(path))


def name_of(value: object) -> tuple[str, str | None] | None:
    """
    Return what a value is and what people know it by, or None where it has no name of its own.
    """
    if isinstance(value, Paper):
        return "paper", known_by(value.title)
    if isinstance(value, Issue):
        return "issue", value.title
    if isinstance(value, ContentsEntry):
        return "contents entry", value.label
    return ("link", value.url) if isinstance(value, Link) else None


def name_of_draft(draft: Draft) -> tuple[str, str | None] | None:
    """
    Return the same of a value that is being changed.
    """
    if isinstance(draft, DraftSequence) or isinstance(draft.value, Series | Text | Link):
        return None
    if isinstance(draft.value, ContentsEntry):
        return "contents entry", str(draft.get("label"))
    if isinstance(draft.value, Issue):
        title = draft.get("title")
        return "issue", None if title is None else str(title)
    text = draft.open("title")
    if not isinstance(text, DraftObject):
        return None
    # Amid its changes, the title may be no text that a constructor accepts.
    original = text.get("original")
    translations = cast("Mapping[str, str]", text.get("translations"))
    if original is not None:
        return "paper", str(original)
    return "paper", translations[min(translations)] if translations else None


def _nowhere(operation: Operation, draft: Draft, token: str) -> str:
    if isinstance(draft, DraftSequence):
        return f"expected one of {len(draft.items)} elements, found position {token!r} in {operation.pointer!r}"
    return _wrong(operation)


def _wrong(operation: Operation) -> str:
    kind = type(operation)
    if kind in SEQUENCES:
        expected = f"an element of {' or '.join(SEQUENCES[kind])}"
    elif isinstance(operation, kinds.TextAdded | kinds.TextRemoved):
        expected = "a summary or an abstract"
    elif kind is kinds.PaperRetitled:
        expected = "the title of a paper"
    else:
        expected = f"the place of {_NAMES[_OWNERS[kind]]}" if kind in _OWNERS else "the place of an object"
    return f"expected {expected}, found {operation.pointer!r}"
