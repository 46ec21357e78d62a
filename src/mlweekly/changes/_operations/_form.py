"""
What changes in the form of a text, and not in what it says.

Lives here: `Rewritten`.
Must not know: any dialect; how a text is edited.
"""

from __future__ import annotations

from attrs import frozen

from mlweekly.changes._operations._shapes import FieldChanged, quoted

__all__ = ["Rewritten"]


@frozen
class Rewritten(FieldChanged[str]):
    """
    The source text of a field is written otherwise: identity on the model, made by `mlweekly.markdown.edit` alone.

    Attributes:
        pointer: The field: `/papers/0/title`.
        before: The piece of source text that the operation replaces; it stands where the field's span is, or around it.
        after: The piece of source text that it puts there; it reads as the same value.
    """

    def __str__(self) -> str:
        return f"form of {self.pointer or 'the document'} changed from {quoted(self.before)} to {quoted(self.after)}"
