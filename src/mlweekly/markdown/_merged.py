"""
The outcome of merging texts: a text, and what in it only a person can decide.
"""

from __future__ import annotations

from attrs import frozen

import mlweekly.changes
from mlweekly.model import Series

__all__ = ["MergedText", "TextConflict"]


@frozen
class TextConflict:
    """
    Lines that two sides changed so that only one of them can have its way, or neither.

    Attributes:
        line: The line of the merged text that holds the first mark, counted from 1.
        base: The lines as the base has them, with what of the two sides is not in conflict.
        ours: The lines as our side has them, with what of theirs is not in conflict.
        theirs: The lines as their side has them, with what of ours is not in conflict.
        fields: The fields in conflict, as the merge of the values reports them, each in the block that is nearest; none
            if the lines fit no field.
    """

    line: int
    base: str
    ours: str
    theirs: str
    fields: tuple[mlweekly.changes.Conflict, ...] = ()

    def __str__(self) -> str:
        reasons = "; ".join(map(str, self.fields)) or "text that fits no field: both sides changed it"
        return f"line {self.line}: {reasons}"


@frozen(repr=False)
class MergedText:
    """
    The outcome of merging two texts that started from one base.

    Attributes:
        text: The merged text; each conflict is a block of whole lines between the marks that git uses.
        conflicts: The blocks, in order.
        values: The merge of what the texts hold. Without conflicts, the text is read as `values.value`.
    """

    text: str
    conflicts: tuple[TextConflict, ...]
    values: mlweekly.changes.Merged[Series]

    @property
    def clean(self) -> bool:
        """
        Whether nothing is in conflict.
        """
        return not self.conflicts

    def __repr__(self) -> str:
        return f"<MergedText, lines: {self.text.count(chr(10))}, conflicts: {len(self.conflicts)}>"
