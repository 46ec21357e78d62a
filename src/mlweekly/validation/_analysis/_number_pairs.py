"""
The numbers of an original beside those of its translation.

Lives here: `NumberComparison`: what is the same by value, what is missing or added, and what slipped by a
power of ten.
Must not know: any rule; how numbers are read.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, TypeAlias

from attrs import frozen

from mlweekly.validation._analysis._numbers import Number, NumberWeight, Value

__all__ = ["NumberComparison", "Slip", "compared"]

_DigitsOf: TypeAlias = Callable[[Number], Iterator[tuple[Value, int]]]
_Side: TypeAlias = Literal["source", "target"]
_COUNTED: Final = 13
_SHORTEST_ROW: Final = 10


@frozen(eq=False)
class Slip:
    """
    A number of the original, and one of the translation that has the same digits and another magnitude.

    Attributes:
        source: The number in the original.
        target: The number in the translation.
        value: What the translation should say.
        exponent: The power of ten that the translation has too much; None where only a part of it slipped.
    """

    source: Number
    target: Number
    value: Value
    exponent: int | None


@frozen(eq=False)
class NumberComparison:
    """
    How the numbers of a translation differ from those of its original.

    Attributes:
        same: Figures of both sides that have one value.
        slips: Numbers that differ by a power of ten.
        missing: Figures of the original that nothing in the translation stands for.
        added: Figures of the translation that nothing in the original stands for.
        repeated: The values that the translation has, though less often than the original.
    """

    same: tuple[tuple[Number, Number], ...]
    slips: tuple[Slip, ...]
    missing: tuple[Number, ...]
    added: tuple[Number, ...]
    repeated: frozenset[Value]


def compared(source: tuple[Number, ...], target: tuple[Number, ...]) -> NumberComparison:
    """
    Compare the numbers of two texts by value, each as often as it stands there.

    What is written with digits on one side may be a word on the other. A word that both sides have stands for nothing
    else, so that the 4 of a name is no excuse for the 4 that got lost beside it.
    """
    same, missing, added = _matched(_figures(source), _figures(target))
    source_words, target_words = _WordsLeft(source, target), _WordsLeft(target, source)
    missing = [number for number in missing if not target_words.excuse(number)]
    added = [number for number in added if not source_words.excuse(number)]
    slips = [
        *_slips(missing, added, _digits_of),
        *_slips(_lost_words(source, target), added, _digits_of),
        *_slips(missing, _lost_words(target, source), _digits_of),
        *_slips(_lost_words(source, target), _lost_ordinals(target, source), _digits_of),
        *_slips(missing, added, _digits_of_groups),
    ]
    slipped = {id(number) for slip in slips for number in (slip.source, slip.target)}
    return NumberComparison(
        same=tuple(same),
        slips=tuple(sorted(slips, key=lambda slip: slip.target.start)),
        missing=tuple(number for number in missing if id(number) not in slipped),
        added=tuple(number for number in added if id(number) not in slipped),
        repeated=frozenset(value for number in _figures(target) for value in number.values),
    )


def _figures(numbers: Iterable[Number]) -> list[Number]:
    return [number for number in numbers if number.weight == "figure"]


def _matched(
    source: list[Number], target: list[Number]
) -> tuple[list[tuple[Number, Number]], list[Number], list[Number]]:
    """
    Return the pairs of one value, and what is left of both sides: first those that also agree in kind.
    """
    same: list[tuple[Number, Number]] = []
    for keys_of in (_kind_and_likeliest, _likeliest, _all_readings, _as_parts):
        waiting: defaultdict[object, deque[Number]] = defaultdict(deque)
        for number in target:
            for key in keys_of(number, "target"):
                waiting[key].append(number)
        taken: set[int] = set()
        for number in source:
            found = _first_waiting(waiting, keys_of(number, "source"), taken)
            if found is not None:
                same.append((number, found))
                taken.update((id(number), id(found)))
        source = [number for number in source if id(number) not in taken]
        target = [number for number in target if id(number) not in taken]
    return same, source, target


def _first_waiting(
    waiting: defaultdict[object, deque[Number]], keys: Iterable[object], taken: set[int]
) -> Number | None:
    for key in keys:
        candidates = waiting[key]
        while candidates:
            number = candidates.popleft()
            if id(number) not in taken:
                return number
    return None


def _kind_and_likeliest(number: Number, _: _Side) -> tuple[object, ...]:
    return ((number.kind, number.values[0]),)


def _likeliest(number: Number, _: _Side) -> tuple[object, ...]:
    return (number.values[0],)


def _all_readings(number: Number, _: _Side) -> tuple[object, ...]:
    return number.values


def _as_parts(number: Number, side: _Side) -> tuple[object, ...]:
    """
    Return keys that are equal only where one side counts parts, such as percent or milliseconds, and the other wholes.
    """
    other = "target" if side == "source" else "source"
    part = -2 if number.kind == "percent" else number.part
    if part:
        return tuple((side, (digits, exponent + part)) for digits, exponent in number.values)
    return () if number.kind else tuple((other, value) for value in number.values)


class _WordsLeft:
    """
    How often the words and hints of one side mean each value, less what those of the other side mean.
    """

    def __init__(self, numbers: tuple[Number, ...], others: tuple[Number, ...]) -> None:
        self._words = _values_in_words(numbers, ("word", "hint")) - _values_in_words(others, ("word", "hint"))
        self._sure = Counter(number.values[0] for number in numbers if number.weight == "word" and not number.digits)

    def excuse(self, number: Number) -> bool:
        """
        Whether a word stands for a figure; it then stands for no other.

        A small percentage or a figure with decimals is not what `first` or 一 stands for.
        """
        for value in number.values:
            is_exact = number.kind is not None or "." in number.digits
            is_small = value[1] == 0 and value[0] < _COUNTED
            if self._words[value] > 0 and not (is_exact and is_small and not self._sure[value]):
                self._words[value] -= 1
                return True
        return False


def _values_in_words(numbers: tuple[Number, ...], weights: tuple[NumberWeight, ...]) -> Counter[Value]:
    return Counter(value for number in numbers if number.weight in weights for value in number.values)


def _lost_words(numbers: tuple[Number, ...], others: tuple[Number, ...]) -> list[Number]:
    """
    Return the number words for which the other side has nothing left.
    """
    left = Counter(value for number in others for value in number.values)
    left.subtract(value for number in numbers if number.weight != "word" for value in number.values)
    lost: list[Number] = []
    for number in numbers:
        if number.weight == "word":
            left.subtract(number.values[:1])
            if left[number.values[0]] < 0:
                lost.append(number)
    return lost


def _lost_ordinals(numbers: tuple[Number, ...], others: tuple[Number, ...]) -> list[Number]:
    return [number for number in _lost_words(numbers, others) if number.digits]


def _digits_of(number: Number) -> Iterator[tuple[Value, int]]:
    return ((value, value[0]) for value in number.values if value[0])


def _digits_of_groups(number: Number) -> Iterator[tuple[Value, int]]:
    """
    Yield each value with its digits but the zeros, which are the same where one group of 1億5000万 has slipped.
    """
    return ((value, int(str(value[0]).replace("0", ""))) for value in number.values if value[0] >= _SHORTEST_ROW)


def _is_bare_one(number: Number) -> bool:
    """
    Whether a number is a plain 1, which a translation adds as it likes: 1つ, 1件あたり.
    """
    return number.digits == "1" and not number.unit and number.kind is None


def _slips(source: list[Number], target: list[Number], digits_of: _DigitsOf) -> list[Slip]:
    """
    Return the pairs with the same digits and another magnitude, and take them out of both lists.
    """
    waiting: defaultdict[int, deque[tuple[Number, Value]]] = defaultdict(deque)
    for number in target:
        for value, digits in dict(digits_of(number)).items():
            waiting[digits].append((number, value))
    taken: set[int] = set()
    slips: list[Slip] = []
    for number in source:
        slip = _slip(number, waiting, taken, digits_of)
        if slip is not None:
            slips.append(slip)
            taken.update((id(slip.source), id(slip.target)))
    source[:] = [number for number in source if id(number) not in taken]
    target[:] = [number for number in target if id(number) not in taken]
    return slips


def _slip(
    number: Number, waiting: defaultdict[int, deque[tuple[Number, Value]]], taken: set[int], digits_of: _DigitsOf
) -> Slip | None:
    for value, digits in digits_of(number):
        candidates = waiting[digits]
        while candidates:
            target, found = candidates.popleft()
            if id(target) not in taken and not (_is_bare_one(target) and ("." in number.digits or number.unit)):
                is_shifted = found[0] == value[0]
                return Slip(number, target, value, found[1] - value[1] if is_shifted else None)
    return None
