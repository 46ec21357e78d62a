"""
The operations: each changes one field or one element, and knows what was there before.

An operation is a value: frozen, hashable, picklable. Its `pointer` is an RFC 6901 pointer into the JSON form, from the
issue or the series that the patch is made in; positions are those that hold when the operation's turn comes. It has
what it replaces (`before`) and what it puts there (`after`), or where it moves an element (`to`), and an `inverse()`;
`str()` is its line of a changelog. `of` says in people's words which paper, issue or entry it is about, and it never
fits another one.

Lives here: one class per kind of change, by subject, and `OPERATIONS`, all of them.
Must not know: how an operation is made (`_applying` does); why anyone wants it.
"""

from __future__ import annotations

from mlweekly.changes._operations._extra import ExtraAdded, ExtraChanged, ExtraRemoved
from mlweekly.changes._operations._form import Rewritten
from mlweekly.changes._operations._issues import (
    IssueRetitled,
    LanguageChanged,
    ParagraphAdded,
    ParagraphRemoved,
    ParagraphReworded,
    PeriodChanged,
    PublishedChanged,
    SourceChanged,
)
from mlweekly.changes._operations._links import (
    LinkAdded,
    LinkMoved,
    LinkRelabelled,
    LinkRemoved,
    LinkRetargeted,
    LinkSectionChanged,
)
from mlweekly.changes._operations._papers import (
    AuthorAdded,
    AuthorRemoved,
    AuthorRenamed,
    PaperAdded,
    PaperMoved,
    PaperRemoved,
    PaperReranked,
    ReleasedChanged,
)
from mlweekly.changes._operations._series import (
    ContentsAdded,
    ContentsMoved,
    ContentsRegrouped,
    ContentsRelabelled,
    ContentsRemoved,
    ContentsRetargeted,
    IssueAdded,
    IssueMoved,
    IssueRemoved,
    SeriesRetitled,
)
from mlweekly.changes._operations._shapes import (
    ElementAdded,
    ElementMoved,
    ElementRemoved,
    FieldChanged,
    Operation,
    known_by,
)
from mlweekly.changes._operations._texts import (
    OriginalAdded,
    OriginalRemoved,
    PaperRetitled,
    TextAdded,
    TextLanguageChanged,
    TextRemoved,
    TextReworded,
    TextTranslated,
    TranslationChanged,
    TranslationRemoved,
)

__all__ = [
    "OPERATIONS",
    "AuthorAdded",
    "AuthorRemoved",
    "AuthorRenamed",
    "ContentsAdded",
    "ContentsMoved",
    "ContentsRegrouped",
    "ContentsRelabelled",
    "ContentsRemoved",
    "ContentsRetargeted",
    "ElementAdded",
    "ElementMoved",
    "ElementRemoved",
    "ExtraAdded",
    "ExtraChanged",
    "ExtraRemoved",
    "FieldChanged",
    "IssueAdded",
    "IssueMoved",
    "IssueRemoved",
    "IssueRetitled",
    "LanguageChanged",
    "LinkAdded",
    "LinkMoved",
    "LinkRelabelled",
    "LinkRemoved",
    "LinkRetargeted",
    "LinkSectionChanged",
    "Operation",
    "OriginalAdded",
    "OriginalRemoved",
    "PaperAdded",
    "PaperMoved",
    "PaperRemoved",
    "PaperReranked",
    "PaperRetitled",
    "ParagraphAdded",
    "ParagraphRemoved",
    "ParagraphReworded",
    "PeriodChanged",
    "PublishedChanged",
    "ReleasedChanged",
    "Rewritten",
    "SeriesRetitled",
    "SourceChanged",
    "TextAdded",
    "TextLanguageChanged",
    "TextRemoved",
    "TextReworded",
    "TextTranslated",
    "TranslationChanged",
    "TranslationRemoved",
    "known_by",
]

OPERATIONS: tuple[type[Operation], ...] = (
    AuthorAdded,
    AuthorRemoved,
    AuthorRenamed,
    ContentsAdded,
    ContentsMoved,
    ContentsRegrouped,
    ContentsRelabelled,
    ContentsRemoved,
    ContentsRetargeted,
    ExtraAdded,
    ExtraChanged,
    ExtraRemoved,
    IssueAdded,
    IssueMoved,
    IssueRemoved,
    IssueRetitled,
    LanguageChanged,
    LinkAdded,
    LinkMoved,
    LinkRelabelled,
    LinkRemoved,
    LinkRetargeted,
    LinkSectionChanged,
    OriginalAdded,
    OriginalRemoved,
    PaperAdded,
    PaperMoved,
    PaperRemoved,
    PaperReranked,
    PaperRetitled,
    ParagraphAdded,
    ParagraphRemoved,
    ParagraphReworded,
    PeriodChanged,
    PublishedChanged,
    ReleasedChanged,
    Rewritten,
    SeriesRetitled,
    SourceChanged,
    TextAdded,
    TextLanguageChanged,
    TextRemoved,
    TextReworded,
    TextTranslated,
    TranslationChanged,
    TranslationRemoved,
)
"""
Every kind of operation that a `Patch` can hold.
"""
