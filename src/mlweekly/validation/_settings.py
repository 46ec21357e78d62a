"""
What a user decides about a validation, as plain values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, TypeVar, cast, get_args

from attrs import field, frozen

from mlweekly._immutable import Immutable
from mlweekly._mistakes import did_you_mean, instead
from mlweekly._tokens import Tokenized
from mlweekly._wording import counted, shown
from mlweekly.errors import Problem, pointer_to, reject_if_any
from mlweekly.model import MAXIMUM_RANK, FrozenMapping
from mlweekly.validation._finding import Severity
from mlweekly.validation._rule import Rule

__all__ = ["Settings", "Suppression", "Term"]

Value = TypeVar("Value")

_SEVERITIES: Final = get_args(Severity)
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MOST_DAYS: Final = 366
_LONGEST_SHOWN: Final = 60
_WORDS: Final = "a str that is not empty"


# What is no collection stays as it is, so that the class can refuse it together with everything else that is wrong.
def _tuple(values: Iterable[Value]) -> tuple[Value, ...]:
    try:
        return cast("tuple[Value, ...]", values) if isinstance(values, str | bytes) else tuple(values)
    except TypeError:
        return cast("tuple[Value, ...]", values)


def _words(values: str | Iterable[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else _tuple(values)


def _count(fingerprints: frozenset[str]) -> str:
    return f"<{counted(len(fingerprints), 'fingerprint')}>"


def _fingerprints(values: Iterable[str]) -> frozenset[str]:
    try:
        return cast("frozenset[str]", values) if isinstance(values, str | bytes) else frozenset(values)
    except TypeError:
        return cast("frozenset[str]", values)


def _by_code(values: Mapping[str, Severity]) -> FrozenMapping[str, Severity]:
    return FrozenMapping(values) if _is(Mapping)(values) else cast("FrozenMapping[str, Severity]", values)


def _by_tag(values: Mapping[str, str]) -> FrozenMapping[str, str]:
    return FrozenMapping(values) if _is(Mapping)(values) else cast("FrozenMapping[str, str]", values)


# A checker cannot tell of which elements the tuple is that a generic converter returns.
def _terms(values: Iterable[Term]) -> tuple[Term, ...]:
    return _tuple(values)


def _suppressions(values: Iterable[Suppression]) -> tuple[Suppression, ...]:
    return _tuple(values)


def _rules(values: Iterable[Rule]) -> tuple[Rule, ...]:
    return _tuple(values)


def _is(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kind)


_is_text: Final = _is(str)


def _is_words(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _is_severity(value: object) -> bool:
    return value in _SEVERITIES


def _wrong(
    pointer: str, value: object, expected: str, *, fits: bool, known: Sequence[str] = (), wanted: str = ""
) -> Iterator[Problem]:
    """
    Yield the problem of a value that does not fit.

    Args:
        pointer: Where it is.
        value: What was given.
        expected: What should have been.
        fits: Whether it is right.
        known: The words that it can be, if it is a word.
        wanted: What `instead` calls what should have been.
    """
    if not fits:
        advice = did_you_mean(value, known) if known and isinstance(value, str) else instead(wanted, value)
        yield Problem(pointer, f"must be {expected}, got {shown(value)}{advice}")


def _wrong_items(
    pointer: str,
    values: object,
    expected: str,
    fits: Callable[[object], bool],
    *,
    known: Sequence[str] = (),
    wanted: str = "",
) -> Iterator[Problem]:
    """
    Yield the problem of each element of a collection that is of another kind, or of something that is no collection.
    """
    if isinstance(values, FrozenMapping):
        items: Iterable[tuple[object, object]] = cast("FrozenMapping[object, object]", values).items()
    elif isinstance(values, tuple | frozenset):
        items = enumerate(cast("tuple[object, ...]", values))
    else:
        items = ()
        yield from _wrong(pointer, values, f"a collection, and each element {expected}", fits=False, wanted=wanted)
    for key, value in items:
        here = pointer + pointer_to(str(key))
        yield from _wrong(here, value, expected, fits=fits(value), known=known, wanted=wanted)


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
        yield from _wrong("/source", self.source, _WORDS, fits=_is_words(self.source))
        yield from _wrong_items("/translations", self.translations, _WORDS, _is_words)


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

    def __attrs_post_init__(self) -> None:
        reject_if_any("Suppression", self._problems())

    def _problems(self) -> Iterator[Problem]:
        yield from _wrong_items("/codes", self.codes, "a code", _is_text)
        yield from _wrong("/because", self.because, "a str", fits=_is_text(self.because))
        yield from _wrong("/where", self.where, "a str", fits=_is_text(self.where))


@frozen(kw_only=True)
class Settings(Immutable, Tokenized):
    """
    Which rules run, how much they matter, and what they expect.

    Attributes:
        select: Codes, or beginnings of codes, of the rules to run; all of them if there is none.
        ignore: Codes, or beginnings of codes, of the rules to leave out.
        severities: Another severity for the rules whose code begins so; the longest beginning counts.
        suppressions: Findings that are known and wanted; a text may hold more of them.
        baseline: Fingerprints of findings that are not reported again.
        rules: The user's own rules.
        papers: How many papers an issue has; None: as many as most of five or more other issues of the series.
        days: How many days an issue covers; 7: as many as most of five or more other issues, or a week where an issue
            says that it is of one.
        first_day: The day that a week begins with, "monday" to "sunday", where five or more other issues do not tell.
        glossary: Terms that a translation keeps, and those with a preferred translation.
        as_of: The day on which the text was as it is: no link can be newer.
        limit: After how many findings to stop; None: never.
    """

    select: tuple[str, ...] = field(default=(), converter=_words)
    ignore: tuple[str, ...] = field(default=(), converter=_words)
    severities: FrozenMapping[str, Severity] = field(default=FrozenMapping(), converter=_by_code)
    suppressions: tuple[Suppression, ...] = field(default=(), converter=_suppressions)
    baseline: frozenset[str] = field(default=frozenset(), converter=_fingerprints, repr=_count)
    rules: tuple[Rule, ...] = field(default=(), converter=_rules)
    papers: int | None = None
    days: int = 7
    first_day: str = "monday"
    glossary: tuple[Term, ...] = field(default=(), converter=_terms)
    as_of: date | None = None
    limit: int | None = None

    def __attrs_post_init__(self) -> None:
        reject_if_any("Settings", self._problems())

    def _problems(self) -> Iterator[Problem]:
        yield from _wrong_items("/select", self.select, "a code", _is_text, wanted="rule code")
        yield from _wrong_items("/ignore", self.ignore, "a code", _is_text, wanted="rule code")
        severities = f"one of {', '.join(_SEVERITIES)}"
        yield from _wrong_items(
            "/severities", self.severities, severities, _is_severity, known=_SEVERITIES, wanted="severities"
        )
        yield from _wrong_items(
            "/suppressions", self.suppressions, "a Suppression", _is(Suppression), wanted="Suppression"
        )
        yield from _wrong_items("/baseline", self.baseline, "a fingerprint", _is_text, wanted="fingerprint")
        yield from _wrong_items("/rules", self.rules, "an IssueRule or a SeriesRule", _is(Rule), wanted="Rule")
        for name, count, most in (
            ("papers", self.papers, MAXIMUM_RANK),
            ("days", self.days, _MOST_DAYS),
            ("limit", self.limit, MAXIMUM_RANK),
        ):
            is_count = type(count) is int and 1 <= count <= most
            expected = f"a whole number from 1 to {most:,}"
            yield from _wrong(f"/{name}", count, expected, fits=is_count or (count is None and name != "days"))
        is_weekday = self.first_day in _DAYS
        yield from _wrong("/first_day", self.first_day, f"one of {', '.join(_DAYS)}", fits=is_weekday, known=_DAYS)
        yield from _wrong_items("/glossary", self.glossary, "a Term", _is(Term), wanted="Term")
        is_day = self.as_of is None or type(self.as_of) is date
        yield from _wrong("/as_of", self.as_of, "a date", fits=is_day, wanted="date")

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
