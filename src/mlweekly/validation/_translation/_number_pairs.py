"""
The numbers of an original beside those of its translation: what is the same, missing, added, or of another magnitude.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, TypeAlias

from attrs import evolve, frozen

from mlweekly.validation._translation._numbers import Number, Value

__all__ = ["NumberComparison", "Slip", "compared"]

Digits: TypeAlias = Iterable[tuple[Value, int]]
Side: TypeAlias = Literal["source", "target"]
_COUNTED: Final = 13
_SHORTEST_ROW: Final = 10
_MOST_IN_WORDS: Final = 100
_LONGEST_IN_WORDS: Final = 2


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
        repeated: The values that the translation has, though it may have them less often than the original.
    """

    same: tuple[tuple[Number, Number], ...]
    slips: tuple[Slip, ...]
    missing: tuple[Number, ...]
    added: tuple[Number, ...]
    repeated: frozenset[Value]

    @property
    def without_words(self) -> NumberComparison:
        """
        The same, but for what may be a word in a language whose number words are not read: whole numbers to a hundred.
        """
        return evolve(
            self,
            slips=tuple(slip for slip in self.slips if slip.source.weight == slip.target.weight == "figure"),
            missing=tuple(number for number in self.missing if not _may_be_word(number)),
            added=tuple(number for number in self.added if not _may_be_word(number)),
        )

    @property
    def replaced(self) -> tuple[tuple[Number, Number], ...]:
        """
        Missing figures and the added ones that are in their place: as many of both, in their order.
        """
        return tuple(zip(self.missing, self.added, strict=False)) if len(self.missing) == len(self.added) else ()


def compared(source: tuple[Number, ...], target: tuple[Number, ...]) -> NumberComparison:
    """
    Compare the numbers of two texts by value, each as often as it occurs.

    What is written with digits on one side may be a word on the other. A word that both sides have stands for nothing
    else, so that the 4 of a name is no excuse for the 4 that got lost beside it.
    """
    same, missing, added = _matched(_figures(source), _figures(target))
    if missing:
        target_words = _WordsLeft(target, source)
        missing = [number for number in missing if not target_words.excuse(number)]
    if added:
        # A vague word of the translation, such as 両 or 一, takes nothing away from what the original counts.
        source_words = _WordsLeft(
            source, tuple(number for number in target if number.weight == "word" or number.digits)
        )
        added = [number for number in added if not source_words.excuse(number)]
    lost, lost_there = _lost_words(source, target), _lost_words(target, source)
    slips = [
        *_slips(missing, added, _digits_of),
        *_slips(lost, added, _digits_of),
        *_slips(missing, lost_there, _digits_of),
        *_slips(lost, [number for number in lost_there if number.digits], _digits_of),
        *_slips(missing, added, _digits_of_groups),
    ]
    # A translation may leave an ordinal out, but not give another one in its place.
    others = zip(_ordinals(lost), _ordinals(lost_there), strict=False)
    for number, instead in others:
        missing.append(number)
        added.append(instead)
    return NumberComparison(
        same=tuple(same),
        slips=tuple(sorted(slips, key=lambda slip: slip.target.start)),
        missing=tuple(missing),
        added=tuple(added),
        repeated=frozenset(value for number in _figures(target) for value in number.values),
    )


def _ordinals(numbers: Iterable[Number]) -> Iterator[Number]:
    return (number for number in numbers if number.is_ordinal)


def _may_be_word(number: Number) -> bool:
    digits, exponent = number.values[0]
    return number.kind is None and 0 <= exponent <= _LONGEST_IN_WORDS and digits * 10**exponent <= _MOST_IN_WORDS


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
        if not source or not target:
            break
        waiting: defaultdict[object, deque[Number]] = defaultdict(deque)
        for number in target:
            for key in keys_of(number, "target"):
                waiting[key].append(number)
        taken: set[int] = set()
        for number in source:
            found = _first_free((waiting[key] for key in keys_of(number, "source")), taken)
            if found is not None:
                same.append((number, found))
                taken.update((id(number), id(found)))
        source, target = _without(source, taken), _without(target, taken)
    return same, source, target


def _without(numbers: list[Number], taken: set[int]) -> list[Number]:
    return [number for number in numbers if id(number) not in taken]


def _first_free(queues: Iterable[deque[Number]], taken: set[int]) -> Number | None:
    for queue in queues:
        while queue:
            number = queue.popleft()
            if id(number) not in taken:
                return number
    return None


def _kind_and_likeliest(number: Number, _: Side) -> tuple[object, ...]:
    return ((number.kind, number.values[0]),)


def _likeliest(number: Number, _: Side) -> tuple[object, ...]:
    return (number.values[0],)


def _all_readings(number: Number, _: Side) -> tuple[object, ...]:
    return number.values


def _as_parts(number: Number, side: Side) -> tuple[object, ...]:
    """
    Return keys that are equal only where one side counts parts, such as percent or milliseconds, and the other wholes.
    """
    part = -2 if number.kind == "percent" else number.part
    if part:
        return tuple((side, (digits, exponent + part)) for digits, exponent in number.values)
    other = "target" if side == "source" else "source"
    return () if number.kind else tuple((other, value) for value in number.values)


class _WordsLeft:
    """
    How often the words and hints of one side mean each value, less what those of the other side mean.
    """

    def __init__(self, numbers: tuple[Number, ...], others: tuple[Number, ...]) -> None:
        self._words = _values_in_words(numbers) - _values_in_words(others)
        self._sure = Counter(number.values[0] for number in numbers if number.weight == "word" and not number.digits)

    def excuse(self, number: Number) -> bool:
        """
        Return whether a word stands for a figure; it then stands for no other.

        A small percentage or a figure with decimals is not what `first` or 一 stands for.
        """
        for value in number.values:
            is_exact = number.kind is not None or "." in number.digits
            is_small = value[1] == 0 and value[0] < _COUNTED
            if self._words[value] > 0 and not (is_exact and is_small and not self._sure[value]):
                self._words[value] -= 1
                return True
        return False


def _values_in_words(numbers: tuple[Number, ...]) -> Counter[Value]:
    return Counter(value for number in numbers if number.weight != "figure" for value in number.values)


def _lost_words(numbers: tuple[Number, ...], others: tuple[Number, ...]) -> list[Number]:
    """
    Return the number words for which the other side has nothing left.
    """
    words = [number for number in numbers if number.weight == "word"]
    if not words:
        return []
    left = Counter(value for number in others for value in number.values)
    left.subtract(value for number in numbers if number.weight != "word" for value in number.values)
    lost: list[Number] = []
    for number in words:
        value = next((each for each in number.values if left[each] > 0), number.values[0])
        left[value] -= 1
        if left[value] < 0:
            lost.append(number)
    return lost


def _digits_of(number: Number) -> Digits:
    return ((value, value[0]) for value in number.values if value[0])


def _digits_of_groups(number: Number) -> Digits:
    """
    Return each value with its digits but the zeros, which are the same where one group of 1億5000万 has slipped.
    """
    return ((value, int(str(value[0]).replace("0", ""))) for value in number.values if value[0] >= _SHORTEST_ROW)


def _slips(source: list[Number], target: list[Number], digits_of: Callable[[Number], Digits]) -> list[Slip]:
    """
    Return the pairs with the same digits and another magnitude, and take them out of both lists.
    """
    waiting: defaultdict[int, deque[tuple[Number, Value]]] = defaultdict(deque)
    for number in target if source else ():
        for value, digits in dict(digits_of(number)).items():
            waiting[digits].append((number, value))
    taken: set[int] = set()
    slips: list[Slip] = []
    for number in source if waiting else ():
        slip = _slip(number, waiting, taken, digits_of)
        if slip is not None:
            slips.append(slip)
            taken.update((id(slip.source), id(slip.target)))
    source[:], target[:] = _without(source, taken), _without(target, taken)
    return slips


def _slip(
    number: Number,
    waiting: defaultdict[int, deque[tuple[Number, Value]]],
    taken: set[int],
    digits_of: Callable[[Number], Digits],
) -> Slip | None:
    for value, digits in digits_of(number):
        candidates = waiting[digits]
        while candidates:
            target, found = candidates.popleft()
            # A translation adds a plain 1 as it likes: 1つ, 1件あたり.
            is_bare_one = target.digits == "1" and not target.unit and target.kind is None
            if id(target) not in taken and not (is_bare_one and ("." in number.digits or number.unit)):
                return Slip(number, target, value, found[1] - value[1] if found[0] == value[0] else None)
    return None
