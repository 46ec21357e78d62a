"""
What changes in a title, a summary or an abstract.

Lives here: the operations on a text: its original, its translations, and the text as a whole.
Must not know: how words are compared (`_words` does).
"""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from mlweekly.changes._operations._shapes import FieldChanged, Operation, known_by, quoted
from mlweekly.changes._words import rewording
from mlweekly.errors import pointer_to
from mlweekly.model import Text

__all__ = [
    "OriginalAdded",
    "OriginalRemoved",
    "PaperRetitled",
    "TextAdded",
    "TextLanguageChanged",
    "TextRemoved",
    "TextReworded",
    "TextTranslated",
    "TranslationChanged",
    "TranslationRemoved",
]


@frozen
class TextReworded(FieldChanged[str]):
    """
    The original of a text changes: `/papers/0/summary`.

    >>> str(
    ...     TextReworded(
    ...         "/papers/0/summary", before="a model of 70億 words", after="a model of 700億 words", of="Moshi"
    ...     )
    ... )
    'summary of Moshi reworded: number 70億 → 700億'
    """

    MEMBER: ClassVar[str] = "original"

    def __str__(self) -> str:
        return f"{_part(self)} reworded: {rewording(self.before, self.after)}"


@frozen
class PaperRetitled(TextReworded):
    """
    The original of a paper's title changes: `/papers/0/title`.
    """

    def __str__(self) -> str:
        return f"paper retitled from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class TextLanguageChanged(FieldChanged[str]):
    """
    The tag of the language that an original is written in changes.
    """

    MEMBER: ClassVar[str] = "language"

    def __str__(self) -> str:
        return f"language of the original {_part(self)} changed from {self.before} to {self.after}"


@frozen
class OriginalAdded(Operation):
    """
    A text that had translations alone gets its original.

    Attributes:
        after: The original.
        language: The tag of its language.
    """

    MEMBER: ClassVar[str] = "original"

    after: str = field(kw_only=True)
    language: str = field(default="en", kw_only=True)

    def __str__(self) -> str:
        return f"original {_part(self)} added in {self.language}: {quoted(self.after)}"

    def inverse(self) -> OriginalRemoved:
        """
        Return the operation that undoes this one.
        """
        return OriginalRemoved(self.pointer, before=self.after, language=self.language, of=self.of)


@frozen
class OriginalRemoved(Operation):
    """
    A text keeps its translations alone.

    Attributes:
        before: The original.
        language: The tag of its language.
    """

    MEMBER: ClassVar[str] = "original"

    before: str = field(kw_only=True)
    language: str = field(default="en", kw_only=True)

    def __str__(self) -> str:
        return f"original {_part(self)} removed: {quoted(self.before)}"

    def inverse(self) -> OriginalAdded:
        """
        Return the operation that undoes this one.
        """
        return OriginalAdded(self.pointer, after=self.before, language=self.language, of=self.of)


@frozen
class TextTranslated(Operation):
    """
    A text gets a translation more.

    Attributes:
        language: The tag of the translation.
        after: The translation.
        count: How many translations there are before; None where that is not known. Checked, and not compared.
    """

    language: str = field(kw_only=True)
    after: str = field(kw_only=True)
    count: int | None = field(default=None, kw_only=True, eq=False)

    @property
    def place(self) -> str:
        """
        The pointer to the translation.
        """
        return self.pointer + pointer_to("translations", self.language)

    def __str__(self) -> str:
        return f"{_part(self)} translated into {self.language}: {quoted(self.after)}"

    def inverse(self) -> TranslationRemoved:
        """
        Return the operation that undoes this one.
        """
        count = None if self.count is None else self.count + 1
        return TranslationRemoved(self.pointer, language=self.language, before=self.after, count=count, of=self.of)


@frozen
class TranslationRemoved(Operation):
    """
    A text loses a translation.

    Attributes:
        language: The tag of the translation.
        before: The translation.
        count: How many translations there are before, this one included; None where that is not known.
    """

    language: str = field(kw_only=True)
    before: str = field(kw_only=True)
    count: int | None = field(default=None, kw_only=True, eq=False)

    @property
    def place(self) -> str:
        """
        The pointer to the translation.
        """
        return self.pointer + pointer_to("translations", self.language)

    def __str__(self) -> str:
        return f"{self.language} translation of the {_part(self)} removed: {quoted(self.before)}"

    def inverse(self) -> TextTranslated:
        """
        Return the operation that undoes this one.
        """
        count = None if self.count is None else self.count - 1
        return TextTranslated(self.pointer, language=self.language, after=self.before, count=count, of=self.of)


@frozen
class TranslationChanged(FieldChanged[str]):
    """
    The words of a translation change.

    Attributes:
        language: The tag of the translation.
    """

    language: str = field(kw_only=True)

    @property
    def place(self) -> str:
        """
        The pointer to the translation.
        """
        return self.pointer + pointer_to("translations", self.language)

    def __str__(self) -> str:
        return f"{self.language} translation of the {_part(self)} changed: {rewording(self.before, self.after)}"


@frozen
class TextAdded(Operation):
    """
    A paper gets a summary or an abstract: `/papers/0/summary`.

    Attributes:
        after: The text.
    """

    after: Text = field(kw_only=True)

    def __str__(self) -> str:
        return f"{_part(self)} added: {quoted(known_by(self.after))}"

    def inverse(self) -> TextRemoved:
        """
        Return the operation that undoes this one.
        """
        return TextRemoved(self.pointer, before=self.after, of=self.of)


@frozen
class TextRemoved(Operation):
    """
    A paper loses its summary or its abstract.

    Attributes:
        before: The text.
    """

    before: Text = field(kw_only=True)

    def __str__(self) -> str:
        return f"{_part(self)} removed: {quoted(known_by(self.before))}"

    def inverse(self) -> TextAdded:
        """
        Return the operation that undoes this one.
        """
        return TextAdded(self.pointer, after=self.before, of=self.of)


def _part(operation: Operation) -> str:
    return operation.pointer.rpartition("/")[2] + operation.aside
