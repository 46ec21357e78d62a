"""
How a document is edited: the value that a reader puts into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from mlweekly.document import Document, Replacements
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._reading import Reading, read

if TYPE_CHECKING:
    from mlweekly.changes import Patch

__all__ = ["DialectForm"]


@frozen
class DialectForm:
    """
    The form of documents in a dialect.

    Attributes:
        dialect: The dialect.
        candidates: As in `Reading`: an edited text is read as the text before it was.
    """

    dialect: Dialect
    candidates: tuple[Dialect, ...] | None = field(eq=False)

    @classmethod
    def of(cls, reading: Reading) -> DialectForm | None:
        """
        Return the form of what was read; None if it is in no dialect.
        """
        return None if reading.dialect is None else cls(reading.dialect, reading.candidates)

    def _read(self, text: str) -> Reading:
        return read(text, self.dialect if self.candidates is None else None, self.candidates or ())

    @property
    def name(self) -> str:
        """
        The name of the dialect.
        """
        return self.dialect.name

    def edited(self, document: Document, patch: Patch) -> Document:
        """
        Return the document with the patch applied in its text.
        """
        # Few who read a digest edit it, and the room of changes is as large as this one.
        from mlweekly.markdown._editing import edited

        reading = edited(self._read(document.text), patch)
        return reading.document(document.name, DialectForm.of(reading))

    def replacements(self, document: Document, patches: Sequence[Patch]) -> tuple[Replacements | None, ...]:
        """
        Return for each patch what it would replace in the text.
        """
        from mlweekly.markdown._editing._many_patches import replacements_of

        return replacements_of(self._read(document.text), patches)
