"""
A change of one spelling of a value, carried over to another spelling.

Lives here: the merge of two sequences of pieces that both began as a third: lines first, then the words of a line.
Must not know: what the pieces mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher

__all__ = ["carried", "carried_lines", "differences"]

_PIECE = re.compile(r"\s+|[A-Za-z0-9_]+|\\.|&#?[A-Za-z0-9]+;|.", re.DOTALL)
_PREFIX = re.compile(r"(?:#{1,6}|[-*+•])[ \t]+")
_LINK = re.compile(r"<([^<>\s]+)>|\[(?:[^\[\]\\]|\\.)*\]\(<?([^<>\s]+?)>?\)")


def carried_lines(
    source: Sequence[str], old: Sequence[str], new: Sequence[str], kept: AbstractSet[int] = frozenset()
) -> list[str]:
    """
    Return the source lines with what changes from old to new, and all that the source spells otherwise as it is.

    Args:
        source: The lines as they are.
        old: What they say, in another spelling.
        new: What they shall say, in that spelling.
        kept: The places of source lines that say nothing of this, and stay.

    >>> carried_lines(["#### Moshi", "", "* a"], ["## Moshi", "", "- a"], ["## Moshi 2", "", "- a", "- b"])
    ['#### Moshi 2', '', '* a', '* b']
    """
    matches = _matches(old, source)
    prefixes = dict(_prefixes(source, old, matches))
    lines: list[str] = []
    position = 0
    for tag, first, last, begin, end in differences(old, new):
        if tag == "equal":
            continue
        start, stop = _range(matches, (len(old), len(source)), first, last)
        start = max(start, position)
        stop = max(stop, start)
        lines += source[position:start]
        spelled = [place for place in range(start, stop) if place not in kept]
        beside = [place for place in range(start, stop) if place in kept]
        first_spelled = min(spelled, default=stop)
        lines += [source[place] for place in beside if place < first_spelled]
        lines += _changed([source[place] for place in spelled], old[first:last], new[begin:end], prefixes)
        lines += [source[place] for place in beside if place > first_spelled]
        position = stop
    return [*lines, *source[position:]]


def _changed(source: Sequence[str], old: Sequence[str], new: Sequence[str], prefixes: dict[str, str]) -> Iterator[str]:
    if not len(source) == len(old) == len(new):
        yield from (_like_neighbours(line, prefixes) for line in new)
        return
    for spelled, before, after in zip(source, old, new, strict=True):
        yield after if spelled == before else carried(spelled, before, after)


def _bare(line: str) -> str:
    """
    Return what a line says, without the mark at its head; of a link alone, where it points.
    """
    words = _PREFIX.sub("", line.strip(), count=1)
    link = _LINK.fullmatch(words)
    return words if link is None else link[1] or link[2]


def carried(source: str, old: str, new: str) -> str:
    """
    Return a source line with the words that change from old to new.

    >>> carried("####  Moshi,  a model", "## Moshi, a model", "## Moshi, two models")
    '####  Moshi,  two models'
    """
    pieces, before, after = (_PIECE.findall(line) for line in (source, old, new))
    matches = _matches(before, pieces)
    words: list[str] = []
    position = 0
    for tag, first, last, begin, end in differences(before, after):
        if tag == "equal":
            continue
        start, stop = _range(matches, (len(before), len(pieces)), first, last)
        start = max(start, position)
        words += (*pieces[position:start], *after[begin:end])
        position = max(stop, start)
    return "".join((*words, *pieces[position:]))


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """
    Yield the steps from one sequence to the other, as `SequenceMatcher.get_opcodes` names them.

    What both begin and end with is set aside first, and blank pieces tell no place: so it takes little time where
    little changes.
    """
    most = min(len(old), len(new))
    head = next((place for place in range(most) if old[place] != new[place]), most)
    tail = next((place for place in range(most - head) if old[-1 - place] != new[-1 - place]), most - head)
    if head:
        yield "equal", 0, head, 0, head
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    for tag, first, last, begin, end in SequenceMatcher(_is_blank, *middle, autojunk=False).get_opcodes():
        yield tag, first + head, last + head, begin + head, end + head
    if tail:
        yield "equal", len(old) - tail, len(old), len(new) - tail, len(new)


def _is_blank(piece: str) -> bool:
    return not piece.strip()


def _matches(old: Sequence[str], source: Sequence[str]) -> dict[int, int]:
    """
    Return for each old piece the source piece that spells it; blank ones follow those before them.
    """
    left = [place for place, piece in enumerate(old) if not _is_blank(piece)]
    right = [place for place, piece in enumerate(source) if not _is_blank(piece)]
    matches: dict[int, int] = {}
    steps = differences([_bare(old[place]) for place in left], [_bare(source[place]) for place in right])
    for _, first, last, begin, end in steps:
        if last - first == end - begin:
            matches.update(zip(left[first:last], right[begin:end], strict=True))
    for place, piece in enumerate(old):
        behind = 0 if place == 0 else matches.get(place - 1, len(source)) + 1
        if place not in matches and _is_blank(piece) and behind < len(source) and _is_blank(source[behind]):
            matches[place] = behind
    return matches


def _range(matches: Mapping[int, int], sizes: tuple[int, int], first: int, last: int) -> tuple[int, int]:
    """
    Return start and end of the source pieces that spell a part of the old ones.
    """
    low = next((matches[place] + 1 for place in range(first - 1, -1, -1) if place in matches), 0)
    if first == last:
        return low, low
    high = next((matches[place] for place in range(last, sizes[0]) if place in matches), sizes[1])
    start = matches.get(first, low)
    return start, max(start, matches[last - 1] + 1 if last - 1 in matches else high)


def _prefixes(source: Sequence[str], old: Sequence[str], matches: Mapping[int, int]) -> Iterator[tuple[str, str]]:
    for place, match in matches.items():
        before, spelled = _PREFIX.match(old[place]), _PREFIX.match(source[match])
        if before is not None and spelled is not None and spelled[0] != before[0]:
            yield before[0], spelled[0]


def _like_neighbours(line: str, prefixes: dict[str, str]) -> str:
    prefix = _PREFIX.match(line)
    if prefix is None or prefix[0] not in prefixes:
        return line
    return prefixes[prefix[0]] + line[prefix.end() :]
