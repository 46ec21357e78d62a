"""
The numbers, the sentences and the markers of lists in a text: one reading under all rules about translations.
"""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from mlweekly.validation._analysis._words import Words
from mlweekly.validation._translation._markers import Marker, markers_in
from mlweekly.validation._translation._number_places import spans_of_names
from mlweekly.validation._translation._numbers import Number, numbers_in
from mlweekly.validation._translation._sentences import sentences_in

__all__ = ["Tokens"]


@frozen(eq=False)
class Tokens:
    """
    What a text is made of.

    Attributes:
        words: Its Latin words, which other rules share.
        language: The language of the text.
    """

    words: Words
    language: str | None = None

    @property
    def folded(self) -> str:
        """
        The text in ordinary width, of the same length, so that offsets hold.
        """
        return self.words.folded

    @cached_property
    def markers(self) -> tuple[Marker, ...]:
        """
        What can be the marker of a list.
        """
        return markers_in(self.folded)

    @cached_property
    def names(self) -> tuple[tuple[int, int], ...]:
        """
        Where the names with digits are.
        """
        return tuple(spans_of_names(self.folded))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """
        The sentences, in ordinary width.
        """
        return tuple(sentences_in(self.folded))

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """
        The numbers, in figures and in words, without those of markers.
        """
        return numbers_in(self.words.text, self.folded, self.markers, self.names, self.language)
