"""
What identifiers have in common: they refuse what cannot exist, and most are one id on one site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from mlweekly._tokens import Tokenized
from mlweekly._wording import shown
from mlweekly.dates import DateRange
from mlweekly.errors import Problem, reject_if_any


class Identity(Tokenized):
    """
    What a URL identifies.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        reject_if_any(type(self).__name__, self._problems())

    def _problems(self) -> Iterator[Problem]:
        raise NotImplementedError

    @property
    def created(self) -> DateRange | None:
        """
        When the target was created, as far as the identifier tells; None if it carries no date.
        """
        return None


@frozen
class SiteId(Identity):
    """
    An id on one site, whose address ends in it.
    """

    _PATTERN: ClassVar[re.Pattern[str]]
    _EXPECTED: ClassVar[str]
    _NAMESPACE: ClassVar[str]
    _ADDRESS: ClassVar[str]

    id: str

    def __str__(self) -> str:
        return self.id

    def _problems(self) -> Iterator[Problem]:
        if not matches(self._PATTERN, self.id):
            yield Problem("/id", f"expected {self._EXPECTED}, got {shown(self.id)}")

    @property
    def key(self) -> str:
        """
        The identity key.
        """
        return f"{self._NAMESPACE}:{self.id}"

    @property
    def canonical(self) -> str:
        """
        The address of its page.
        """
        return f"{self._ADDRESS}{self.id}"


def matches(pattern: re.Pattern[str], value: object) -> bool:
    """
    Return whether a value, which a caller without types may have passed, is a string of this pattern.
    """
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def in_lower_case(text: str) -> str:
    """
    Return a string in lower case; any other value as it is, to be refused with its name.
    """
    try:
        return text.lower()
    except AttributeError:
        return text
