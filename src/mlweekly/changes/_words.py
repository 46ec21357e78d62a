"""
What changed inside a text of any script, word by word, in n log n.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from mlweekly._display import on_one_line
from mlweekly._expressions import expression
from mlweekly._wording import expect
from mlweekly.changes._alike import told_apart
from mlweekly.changes._ordering import longest_rising_run

_HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA = "\u3041-\u309f"
_KATAKANA = "\u30a0-\u30ff\u31f0-\u31ff"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
_MAGNITUDES = "十百千万萬億亿兆십백천만억조"
_WORD = expression(
    r"https?://[^\s<>()\[\]|\"、。]+"
    r"|[A-Za-z]+(?:['’][A-Za-z]+)*"
    r"|\s+"
    rf"|\d+(?:[.,]\d+)*(?:[{_MAGNITUDES}]+(?:\d+(?:[.,]\d+)*[{_MAGNITUDES}]+)*|[KMBTkmbt](?![^\W\d_])|[%％])?"
    rf"|[{_HIRAGANA}]+|[{_KATAKANA}]+|[{_HANGUL}]+"
    rf"|[^\W\d_A-Za-z{_HAN}{_HIRAGANA}{_KATAKANA}{_HANGUL}]+"
    r"|.",
    re.DOTALL,
)
_INFLECTED = expression(rf"[{_HIRAGANA}]+|[{_HANGUL}]+")
_LARGEST_TABLE = 2048
_DEEPEST = 12
_CERTAIN = 3
_NEAR = sorted(
    ((ahead, other) for ahead in range(5) for other in range(5) if ahead or other),
    key=lambda pair: (sum(pair), abs(pair[0] - pair[1])),
)
_MOST_SHOWN = 6
_LONGEST_SHOWN = 60

Range: TypeAlias = tuple[int, int, int, int]


class WordChange(NamedTuple):
    """
    A run of words that another run replaces.

    Attributes:
        start: The offset in the text before, in code points.
        end: The offset behind the run.
        other_start: The offset in the text after.
        other_end: The offset behind the run there.
        before: The run that is replaced; empty if words are added.
        after: The run that replaces it; empty if words are removed.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    before: str
    after: str

    @property
    def is_of_number(self) -> bool:
        """
        Return whether a number takes the place of another: 70億 and 700億.
        """
        return all(side[:1].isdigit() and _WORD.fullmatch(side) is not None for side in (self.before, self.after))

    def __str__(self) -> str:
        if self.is_of_number:
            return f"number {self.before} → {self.after}"
        before, after = map(_short, told_apart(self.before, self.after))
        if not before:
            return f'"{after}" added'
        return f'"{before}" → "{after}"' if after else f'"{before}" removed'


def words_of(text: str) -> list[str]:
    """
    Return the words, numbers, URLs, spaces and marks of a text, in order; joined they are the text again.

    Kana run by run, Chinese characters one by one, Hangul by the space; a number keeps its magnitude.

    >>> words_of("70億の単語で学習しました")
    ['70億', 'の', '単', '語', 'で', '学', '習', 'しました']

    Raises:
        TypeError: It is no text.
    """
    expect(text, str, "a text")
    return _WORD.findall(text)


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """
    Return what changed between two texts; replacing each run by its other gives the text after.

    >>> [str(change) for change in word_changes("学習しました", "学習した")]
    ['"ました" → "た"']

    Raises:
        TypeError: One of them is no text.
    """
    old, new = words_of(before), words_of(after)
    if before == after:
        return ()
    starts, other_starts = [0, *accumulate(map(len, old))], [0, *accumulate(map(len, new))]
    changes: list[WordChange] = []
    for low, high, other_low, other_high in changed_ranges(old, new):
        start, end, other_start, other_end = (
            starts[low],
            starts[high],
            other_starts[other_low],
            other_starts[other_high],
        )
        if high - low == other_high - other_low == 1:
            same = _same_stem(old[low], new[other_low])
            start, other_start = start + same, other_start + same
        changes.append(WordChange(start, end, other_start, other_end, before[start:end], after[other_start:other_end]))
    return tuple(changes)


def rewording(before: str, after: str) -> str:
    """
    Say what changed between two texts, phrase by phrase; of many changes, the first.

    >>> rewording("a model of 7B words", "a small model of 70B words")
    '"small " added, number 7B → 70B'
    """
    changes = _phrases(word_changes(before, after), before, after)
    shown = [str(change) for change in changes[:_MOST_SHOWN]]
    more = len(changes) - len(shown)
    return ", ".join((*shown, f"and {more} more") if more else shown)


def _phrases(changes: Sequence[WordChange], before: str, after: str) -> list[WordChange]:
    """
    Return the changes with those joined that only white space separates.
    """
    phrases: list[WordChange] = []
    for change in changes:
        last = phrases[-1] if phrases else None
        if last is None or not before[last.end : change.start].isspace() or last.is_of_number or change.is_of_number:
            phrases.append(change)
            continue
        phrases[-1] = WordChange(
            last.start,
            change.end,
            last.other_start,
            change.other_end,
            before[last.start : change.end],
            after[last.other_start : change.other_end],
        )
    return phrases


def _same_stem(before: str, after: str) -> int:
    """
    Return how many characters an inflected word keeps in front: the endings of Japanese and Korean are what changes.
    """
    if not (_INFLECTED.fullmatch(before) and _INFLECTED.fullmatch(after)):
        return 0
    shorter = min(len(before), len(after)) - 1
    return next((place for place in range(shorter) if before[place] != after[place]), shorter)


def _short(run: str) -> str:
    run = on_one_line(run, line_end=" ↵ ")
    return run if len(run) <= _LONGEST_SHOWN else f"{run[: _LONGEST_SHOWN // 2]}…{run[-_LONGEST_SHOWN // 2 :]}"


def changed_ranges(old: Sequence[str], new: Sequence[str]) -> Iterator[Range]:
    """
    Yield the ranges of words, or of lines, that differ, in order; no two of them touch.

    A few words in the place of a few others are seen at once, by the words behind them; from the first change that is
    larger, anchors decide.
    """
    low = other = 0
    count, other_count = len(old), len(new)
    while True:
        while low < count and other < other_count and old[low] == new[other]:
            low += 1
            other += 1
        for ahead, other_ahead in _NEAR:
            place, other_place = low + ahead, other + other_ahead
            if old[place : place + _CERTAIN] == new[other_place : other_place + _CERTAIN] and place + 2 < count:
                yield low, place, other, other_place
                low, other = place, other_place
                break
        else:
            yield from _ranges_by_anchors(old, new, low, other)
            return


def _ranges_by_anchors(old: Sequence[str], new: Sequence[str], low: int, other_low: int) -> Iterator[Range]:
    """
    Yield the ranges that differ, from these places on.

    What both sides begin and end with is set aside; words that both have once are anchors, as many as keep their order;
    the same is done between them. This is patience diff: n log n, as a fixed number of levels is looked at.
    """
    todo: list[tuple[int, int, int, int, int]] = [(low, len(old), other_low, len(new), 0)]
    while todo:
        low, high, other_low, other_high, depth = todo.pop()
        while low < high and other_low < other_high and old[low] == new[other_low]:
            low += 1
            other_low += 1
        while low < high and other_low < other_high and old[high - 1] == new[other_high - 1]:
            high -= 1
            other_high -= 1
        if low == high and other_low == other_high:
            continue
        within = (low, high, other_low, other_high)
        anchors = _anchors(old, new, within) if low < high and other_low < other_high and depth < _DEEPEST else []
        if not anchors:
            yield within
            continue
        gaps: list[tuple[int, int, int, int, int]] = []
        for place, other_place in (*anchors, (high, other_high)):
            if low < place or other_low < other_place:
                gaps.append((low, place, other_low, other_place, depth + 1))
            low, other_low = place + 1, other_place + 1
        todo.extend(reversed(gaps))


def _anchors(old: Sequence[str], new: Sequence[str], within: Range) -> list[tuple[int, int]]:
    """
    Return pairs of places that hold the same word, rising on both sides.
    """
    low, high, other_low, other_high = within
    size = (high - low) * (other_high - other_low)
    if size == 1:
        return []
    if size <= 16:
        return _common(old, new, within)
    words, other_words = old[low:high], new[other_low:other_high]
    places = dict(zip(reversed(words), range(high - 1, low - 1, -1), strict=True))
    lasts = dict(zip(words, range(low, high), strict=True))
    others = dict(zip(reversed(other_words), range(other_high - 1, other_low - 1, -1), strict=True))
    other_lasts = dict(zip(other_words, range(other_low, other_high), strict=True))
    # Sets of pairs find at once the words whose first place is their last.
    once, other_once = dict(places.items() & lasts.items()), dict(others.items() & other_lasts.items())
    pairs = [(once[word], other_once[word]) for word in once.keys() & other_once.keys()]
    if not pairs:
        return _common(old, new, within) if size <= _LARGEST_TABLE else []
    pairs.sort()
    order = [other for _, other in pairs]
    return [pairs[place] for place in longest_rising_run(order)]


def _common(old: Sequence[str], new: Sequence[str], within: Range) -> list[tuple[int, int]]:
    """
    Return a longest common run of words with gaps, from a table; spaces alone are no match.
    """
    low, high, other_low, other_high = within
    width = other_high - other_low
    rows = [[0] * (width + 1)]
    for place in range(high - 1, low - 1, -1):
        word, below = old[place], rows[-1]
        row = [0] * (width + 1)
        for column in range(width - 1, -1, -1):
            if word == new[other_low + column]:
                row[column] = below[column + 1] + 1
            else:
                row[column] = max(below[column], row[column + 1])
        rows.append(row)
    rows.reverse()
    pairs: list[tuple[int, int]] = []
    line = column = 0
    while line < high - low and column < width:
        if old[low + line] == new[other_low + column]:
            pairs.append((low + line, other_low + column))
            line, column = line + 1, column + 1
        elif rows[line + 1][column] >= rows[line][column + 1]:
            line += 1
        else:
            column += 1
    return pairs
