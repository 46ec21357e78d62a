"""
Changes of issues and series as values: operations, the patches that hold them, differences and merges.

This package knows neither documents and their dialects, nor the JSON text of a patch, nor why a change is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.changes._operation import Operation
from mlweekly.changes._patch import Patch, diff
from mlweekly.model._pointers import ABSENT, Absent

if TYPE_CHECKING:
    from mlweekly.changes._contents import ContentsIndex, contents_following
    from mlweekly.changes._edition_pairs import edition_pairs
    from mlweekly.changes._editions import diff_editions
    from mlweekly.changes._editions_merge import MergedEditions, merge_editions
    from mlweekly.changes._merge import Merged, merge
    from mlweekly.changes._merging._conflicts import Conflict
    from mlweekly.changes._merging._decisions import Decision
    from mlweekly.changes._operations import *  # noqa: F403 -- every operation, by the lists of its modules
    from mlweekly.changes._ordering import longest_rising_run
    from mlweekly.changes._origins import Origin, origins_of
    from mlweekly.changes._words import WordChange, word_changes, words_of

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
    "DetailAdded",
    "DetailChanged",
    "DetailRemoved",
    "Element",
    "ElementAdded",
    "ElementChanged",
    "ElementMoved",
    "ElementRemoved",
    "Entry",
    "EntryAdded",
    "EntryChanged",
    "EntryRemoved",
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
    "MetadataAdded",
    "MetadataChanged",
    "MetadataRemoved",
    "Operation",
    "Origin",
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
    "TagAdded",
    "TagRemoved",
    "TagRenamed",
    "TextAdded",
    "TextLanguageChanged",
    "TextRemoved",
    "TextReworded",
    "TextTranslated",
    "TopicsChanged",
    "TranslationChanged",
    "TranslationRemoved",
    "WordChange",
    "contents_following",
    "diff",
    "diff_editions",
    "edition_pairs",
    "longest_rising_run",
    "merge",
    "merge_editions",
    "origins_of",
    "word_changes",
    "words_of",
]


_MODULES = {
    "ContentsIndex": "_contents",
    "Conflict": "_merging._conflicts",
    "Decision": "_merging._decisions",
    "Merged": "_merge",
    "MergedEditions": "_editions_merge",
    "Origin": "_origins",
    "WordChange": "_words",
    "contents_following": "_contents",
    "diff_editions": "_editions",
    "edition_pairs": "_edition_pairs",
    "longest_rising_run": "_ordering",
    "merge": "_merge",
    "merge_editions": "_editions_merge",
    "origins_of": "_origins",
    "word_changes": "_words",
    "words_of": "_words",
}

# Whatever reads or writes text has `Patch` in its annotations, and most programs never make a change.
if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(__name__, __all__, _MODULES, others="_operations")
