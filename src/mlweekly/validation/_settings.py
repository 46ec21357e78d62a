"""
What a user decides about a validation, as plain values.

Lives here: `Settings`, and the kinds of values in it.
Must not know: any single rule; how rules are run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, get_args

from attrs import field, frozen

from mlweekly.errors import Problem, pointer_to, reject_if_any
from mlweekly.model import FrozenMapping
from mlweekly.validation._finding import Severity

if TYPE_CHECKING:
    from mlweekly.validation._rule import AnyRule

__all__ = ["Settings", "Suppression", "Term"]

_SEVERITIES: Final = get_args(Severity)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _words(values: str | Iterable[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)


def _by_code(values: Mapping[str, Severity]) -> FrozenMapping[str, Severity]:
    return FrozenMapping(values)


def _by_tag(values: Mapping[str, str]) -> FrozenMapping[str, str]:
    return FrozenMapping(values)


# A checker cannot tell of which elements the tuple is that the class itself makes.
def _terms(values: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(values)


def _suppressions(values: Iterable[Suppression]) -> tuple[Suppression, ...]:
    return tuple(values)


def _rules(values: Iterable[AnyRule]) -> tuple[AnyRule, ...]:
    return tuple(values)


def _fingerprints(values: Iterable[str]) -> frozenset[str]:
    return frozenset(values)


@frozen
class Term:
    """
    A term of a glossary.

    >>> Term("Moshi"), Term("agent", {"ja": "エージェント"}).translations["ja"]
    (Term(source='Moshi', translations=FrozenMapping({})), 'エージェント')

    Attributes:
        source: The term in the original.
        translations: The preferred translation by language tag; a term that has none is not to be translated.
    """

    source: str
    translations: FrozenMapping[str, str] = field(default=FrozenMapping(), converter=_by_tag)

    def __attrs_post_init__(self) -> None:
        reject_if_any("Term", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not self.source.strip():
            yield Problem("/source", "must not be empty")
        for tag, words in self.translations.items():
            if not words.strip():
                yield Problem("/translations" + pointer_to(tag), "must not be empty")


@frozen
class Suppression:
    """
    Findings that are known and wanted.

    Attributes:
        codes: The codes, or beginnings of codes, of the findings.
        because: The reason; without one, N903 asks for it.
        where: A pointer such as `/issues/3` or `/papers/0`, or the identity key of a paper such as `arxiv:2409.12917`;
            the empty string is everywhere.
    """

    codes: tuple[str, ...] = field(converter=_words)
    because: str = ""
    where: str = ""


@frozen(kw_only=True)
class Settings:
    """
    Which rules run, how much they matter, and what they expect.

    Attributes:
        select: Codes, or beginnings of codes, of the rules to run; all of them if there is none.
        ignore: Codes, or beginnings of codes, of the rules to leave out.
        severities: Another severity for the rules whose code begins so; of several beginnings the longest counts.
        suppressions: Findings that are known and wanted; a text may hold more of them.
        baseline: Fingerprints of findings that are not reported again.
        rules: Rules of the user's own.
        papers: How many papers an issue has; None: as many as most of three or more issues of the series, else 10.
        days: How many days an issue covers.
        first_day: The day of the week that it begins with: "monday" to "sunday".
        glossary: Terms that a translation keeps, and those with a preferred translation.
        as_of: The day on which the text was as it is: no link can be younger.
        limit: After how many findings to stop; None: never.
    """

    select: tuple[str, ...] = field(default=(), converter=_words)
    ignore: tuple[str, ...] = field(default=(), converter=_words)
    severities: FrozenMapping[str, Severity] = field(default=FrozenMapping(), converter=_by_code)
    suppressions: tuple[Suppression, ...] = field(default=(), converter=_suppressions)
    baseline: frozenset[str] = field(default=frozenset(), converter=_fingerprints)
    rules: tuple[AnyRule, ...] = field(default=(), converter=_rules)
    papers: int | None = None
    days: int = 7
    first_day: str = "monday"
    glossary: tuple[Term, ...] = field(default=(), converter=_terms)
    as_of: date | None = None
    limit: int | None = None

    def __attrs_post_init__(self) -> None:
        reject_if_any("Settings", self._problems())

    def _problems(self) -> Iterator[Problem]:
        for code, severity in self.severities.items():
            if severity not in _SEVERITIES:
                expected = ", ".join(_SEVERITIES)
                yield Problem("/severities" + pointer_to(code), f"must be one of {expected}, got {severity!r}")
        for name, count in (("papers", self.papers), ("days", self.days), ("limit", self.limit)):
            if count is not None and count < 1:
                yield Problem(f"/{name}", f"must be at least 1, got {count}")
        if self.first_day not in _DAYS:
            yield Problem("/first_day", f"must be one of {', '.join(_DAYS)}, got {self.first_day!r}")

    @property
    def first_weekday(self) -> int:
        """
        The first day as `date.weekday` counts: 0 is Monday.
        """
        return _DAYS.index(self.first_day)

    def severity_of(self, code: str, usual: Severity) -> Severity:
        """
        Return the severity of a rule: the usual one, unless another is set.
        """
        beginnings = [beginning for beginning in self.severities if code.startswith(beginning)]
        return self.severities[max(beginnings, key=len)] if beginnings else usual
