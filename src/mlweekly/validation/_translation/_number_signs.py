"""
Numbers whose value a translation keeps, and what they say not: times that became percent, and a minus that got lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from mlweekly._expressions import expression
from mlweekly.validation._translation._numbers import Number
from mlweekly.validation._translation._values import Value

__all__ = ["lost_minuses", "times_for_percent"]

Both: TypeAlias = tuple[Number, Number]
# A fall may be told in words: "changes by -5%" becomes 5%減少.
_FALL: Final = expression(
    "減|减|低下|降|下回|下が|下げ|以下|零下|負|负|감소|하락|낮|줄|떨어|마이너스|マイナス|minus|negative|below|lower|decrease|drop"
)
_CLAUSE_END: Final = expression("[。、，,;；!?！？]|\\.(?![0-9])")
_CONTEXT: Final = 8


def times_for_percent(source: Iterable[Number], target: Iterable[Number]) -> Iterator[Both]:
    """
    Yield each number that counts times on one side and percent on the other.
    """
    times, percent = _by_value(source, _is_times), _by_value(source, _is_percent)
    times_there, percent_there = _by_value(target, _is_times), _by_value(target, _is_percent)
    for own, their, own_kind, their_kind in (
        (times, percent_there, times_there, percent),
        (percent, times_there, percent_there, times),
    ):
        for value, numbers in own.items():
            lost, came = len(numbers) - len(own_kind[value]), len(their[value]) - len(their_kind[value])
            yield from zip(numbers[: max(0, lost)], their[value][: max(0, came)], strict=False)


def lost_minuses(source: Iterable[Number], target: Iterable[Number], folded: str) -> Iterator[Both]:
    """
    Yield each number that is below zero in the original, and not in the translation, nor a fall there.

    Args:
        source: The numbers of the original.
        target: The numbers of the translation.
        folded: The translation, in ordinary width.
    """
    below, above = _by_value(source, _is_below), _by_value(source, _is_above)
    below_there, above_there = _by_value(target, _is_below), _by_value(target, _is_above)
    for value, numbers in below.items():
        lost, came = len(numbers) - len(below_there[value]), len(above_there[value]) - len(above[value])
        for own, their in zip(numbers[: max(0, lost)], above_there[value][: max(0, came)], strict=False):
            before = _CLAUSE_END.split(folded[max(0, their.start - _CONTEXT) : their.start])[-1]
            behind = _CLAUSE_END.split(folded[their.end : their.end + _CONTEXT])[0]
            if _FALL.search(before) is None and _FALL.search(behind) is None:
                yield own, their


def _by_value(numbers: Iterable[Number], holds: Callable[[Number], bool]) -> defaultdict[Value, list[Number]]:
    found: defaultdict[Value, list[Number]] = defaultdict(list)
    for number in numbers:
        if holds(number):
            found[number.values[0]].append(number)
    return found


def _is_times(number: Number) -> bool:
    return number.is_times and number.kind is None


def _is_percent(number: Number) -> bool:
    return number.kind == "percent"


def _is_below(number: Number) -> bool:
    return number.weight == "figure" and number.is_negative


def _is_above(number: Number) -> bool:
    return number.weight == "figure" and not number.is_negative
