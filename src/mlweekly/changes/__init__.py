"""
Changes of issues and series as values: operations, and the patches that hold them.

Lives here: the names of the room, and nothing else.
Must not know: texts and dialects; why anyone wants a change.
"""

from __future__ import annotations

from mlweekly.changes._contents import contents_following
from mlweekly.changes._operations import (
    ContentsRelabelled,
    ContentsRetargeted,
    IssueRetitled,
    Operation,
    PeriodChanged,
)
from mlweekly.changes._patch import Patch

__all__ = [
    "ContentsRelabelled",
    "ContentsRetargeted",
    "IssueRetitled",
    "Operation",
    "Patch",
    "PeriodChanged",
    "contents_following",
]
