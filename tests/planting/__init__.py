"""
Planted mistakes: code that puts one defect of a rule's kind into a text, at a random place.

A module for each subject of the catalogue, which lists its plants by code in `PLANTS`. Plants work on the text alone
and import nothing from `mlweekly.validation`: what plants and rules share would hide the mistakes of both.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple, TypeAlias

__all__ = ["Plant", "Sample"]


class Sample(NamedTuple):
    """
    A text, and what is told about it beside it.
    """

    name: str
    text: str
    editions: tuple[str, ...] = ()
    as_of: date | None = None
    terms: tuple[tuple[str, dict[str, str]], ...] = ()

    def with_text(self, text: str) -> Sample:
        """
        Return the sample with another text.
        """
        return self._replace(text=text)


Plant: TypeAlias = Callable[[Sample, Random], Sample | None]
"""
Puts one defect into a sample, at a place that the generator chooses; None where the sample has no place for it.
"""
