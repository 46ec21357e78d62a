"""
Changes of issues and series as values: operations, and the patches that hold them.

Lives here: the names of the room, and nothing else.
Must not know: texts and dialects; why anyone wants a change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.changes._contents import ContentsIndex, contents_following
from mlweekly.changes._diff import diff
from mlweekly.changes._operations import (
    OPERATIONS,
    AuthorAdded,
    AuthorRemoved,
    AuthorRenamed,
    ContentsAdded,
    ContentsMoved,
    ContentsRegrouped,
    ContentsRelabelled,
    ContentsRemoved,
    ContentsRetargeted,
    ElementAdded,
    ElementMoved,
    ElementRemoved,
    ExtraAdded,
    ExtraChanged,
    ExtraRemoved,
    FieldChanged,
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
    Operation,
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
from mlweekly.changes._patch import Patch
from mlweekly.changes._words import WordChange, word_changes, words_of

if TYPE_CHECKING:
    from mlweekly.changes._edition_pairs import edition_pairs
    from mlweekly.changes._editions import diff_editions
    from mlweekly.changes._editions_merge import MergedEditions, merge_editions
    from mlweekly.changes._merge import Merged, merge
    from mlweekly.changes._merging._conflicts import ABSENT, Absent, Conflict
    from mlweekly.changes._merging._decisions import Decision

__all__ = [
    "ABSENT",
    "OPERATIONS",
    "Absent",
    "AuthorAdded",
    "AuthorRemoved",
    "AuthorRenamed",
    "Conflict",
    "ContentsAdded",
    "ContentsIndex",
    "ContentsMoved",
    "ContentsRegrouped",
    "ContentsRelabelled",
    "ContentsRemoved",
    "ContentsRetargeted",
    "Decision",
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
    "Merged",
    "MergedEditions",
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
    "Patch",
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
    "WordChange",
    "contents_following",
    "diff",
    "diff_editions",
    "edition_pairs",
    "merge",
    "merge_editions",
    "word_changes",
    "words_of",
]

# A merge is made by few, and costs as much to import as the rest.
if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(
        __name__,
        __all__,
        {
            "ABSENT": "_merging._conflicts",
            "Absent": "_merging._conflicts",
            "Conflict": "_merging._conflicts",
            "Decision": "_merging._decisions",
            "Merged": "_merge",
            "MergedEditions": "_editions_merge",
            "diff_editions": "_editions",
            "edition_pairs": "_edition_pairs",
            "merge": "_merge",
            "merge_editions": "_editions_merge",
        },
    )
