"""
What changes in a title, a summary or an abstract: its original, its translations, the text as a whole, its form alone.
"""

from __future__ import annotations

from attrs import field, frozen

from mlweekly.changes._names import quoted, replacement
from mlweekly.changes._operation import Operation
from mlweekly.changes._operations._entries import EntryAdded, EntryChanged, EntryRemoved
from mlweekly.changes._operations._shapes import (
    FieldChanged,
    members,
    undoes,
)
from mlweekly.changes._words import rewording
from mlweekly.errors import pointer_to
from mlweekly.model import Paper, Text, canonical_tag

__all__ = [
    "OriginalAdded",
    "OriginalRemoved",
    "PaperRetitled",
    "Rewritten",
    "TextAdded",
    "TextLanguageChanged",
    "TextRemoved",
    "TextReworded",
    "TextTranslated",
    "TranslationChanged",
    "TranslationRemoved",
]


class TextReworded(FieldChanged[str], on=members(Text, "original")):
    """
    The original of a text changes: `/papers/0/summary`.

    >>> str(
    ...     TextReworded(
    ...         "/papers/0/summary", before="a model of 70億 words", after="a model of 700億 words", of="Moshi"
    ...     )
    ... )
    'summary of Moshi reworded: number 70億 → 700億'
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"{_text(self)} reworded: {rewording(self.before, self.after)}"


class PaperRetitled(TextReworded):
    """
    The original of a paper's title changes: `/papers/0/title`.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"paper retitled {replacement(self.before, self.after)}"


@frozen(repr=False)
class TextLanguageChanged(FieldChanged[str], on=members(Text, "language")):
    """
    The tag of the language that an original is written in changes.
    """

    before: str = field(kw_only=True, converter=canonical_tag)
    after: str = field(kw_only=True, converter=canonical_tag)

    def __str__(self) -> str:
        return f"language of the original {_text(self)} changed from {self.before} to {self.after}"


@frozen(repr=False)
class _OriginalOperation(Operation, on=members(Text, "original")):
    language: str = field(default="en", kw_only=True, converter=canonical_tag)

    @property
    def place(self) -> str:
        """
        The pointer to the original.
        """
        return self.pointer + pointer_to(self.MEMBER)


@frozen(repr=False)
class OriginalAdded(_OriginalOperation):
    """
    A text that had translations alone gets its original.

    Attributes:
        after: The original.
        language: The tag of its language.
    """

    after: str = field(kw_only=True)

    def __str__(self) -> str:
        return f"original {_text(self)} added in {self.language}: {quoted(self.after)}"


@undoes(OriginalAdded)
@frozen(repr=False)
class OriginalRemoved(_OriginalOperation):
    """
    A text keeps its translations alone.

    Attributes:
        before: The original.
        language: The tag of its language.
    """

    before: str = field(kw_only=True)

    def __str__(self) -> str:
        return f"original {_text(self)} removed: {quoted(self.before)}"


@frozen(repr=False)
class TextTranslated(EntryAdded[str], on=members(Text, "translations"), key="language"):
    """
    A text gains a translation.

    Attributes:
        language: The tag of the translation.
        after: The translation.
        count: How many translations there are before; None if that is not known. Checked, and not compared.
    """

    language: str = field(kw_only=True, converter=canonical_tag)

    def __str__(self) -> str:
        return f"{_text(self)} translated into {self.language}: {quoted(self.after)}"


@undoes(TextTranslated)
@frozen(repr=False)
class TranslationRemoved(EntryRemoved[str], on=members(Text, "translations"), key="language"):
    """
    A text loses a translation.

    Attributes:
        language: The tag of the translation.
        before: The translation.
        count: How many translations there are before, this one included; None if that is not known.
    """

    language: str = field(kw_only=True, converter=canonical_tag)

    def __str__(self) -> str:
        return f"{self.language} translation of the {_text(self)} removed: {quoted(self.before)}"


@frozen(repr=False)
class TranslationChanged(EntryChanged[str], on=members(Text, "translations"), key="language"):
    """
    The words of a translation change.

    Attributes:
        language: The tag of the translation.
    """

    language: str = field(kw_only=True, converter=canonical_tag)

    def __str__(self) -> str:
        return f"{self.language} translation of the {_text(self)} changed: {rewording(self.before, self.after)}"


@frozen(repr=False)
class TextAdded(Operation, on=members(Paper, "summary", "abstract")):
    """
    A paper gets a summary or an abstract: `/papers/0/summary`.

    Attributes:
        after: The text.
    """

    after: Text = field(kw_only=True)

    def __str__(self) -> str:
        return f"{_text(self)} added: {quoted(self.after)}"


@undoes(TextAdded)
@frozen(repr=False)
class TextRemoved(Operation, on=members(Paper, "summary", "abstract")):
    """
    A paper loses its summary or its abstract.

    Attributes:
        before: The text.
    """

    before: Text = field(kw_only=True)

    def __str__(self) -> str:
        return f"{_text(self)} removed: {quoted(self.before)}"


class Rewritten(FieldChanged[str]):
    """
    The source text of a field is written differently: identity on the model, applied by `mlweekly.markdown.edit` alone.

    Attributes:
        pointer: The field: `/papers/0/title`.
        before: The piece of source text that the operation replaces; it is where the field's span is, or around it.
        after: The piece of source text that it puts there; it reads as the same value.
    """

    __slots__ = ()

    @property
    def place(self) -> str:
        """
        The pointer to the field.
        """
        return self.pointer

    def __str__(self) -> str:
        return f"form of {self.pointer or 'the document'} changed {replacement(self.before, self.after)}"


def _text(operation: Operation) -> str:
    return operation.pointer.rpartition("/")[2] + operation.suffix
