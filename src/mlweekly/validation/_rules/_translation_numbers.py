"""
The rules about numbers in translations: each value is there, is of its magnitude, and counts the same thing.

Lives here: T501 to T504 and T513.
Must not know: how numbers are read; how rules are chosen and run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mlweekly.changes import Patch
from mlweekly.validation._analysis._markers import Marker, markers_in
from mlweekly.validation._analysis._number_forms import in_form_of
from mlweekly.validation._analysis._number_pairs import Slip
from mlweekly.validation._analysis._numbers import Number, numbers_in, of_ordinary_width
from mlweekly.validation._analysis._passages import Pair
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Fix, Violation

__all__ = ["list_marker_missing", "number_added", "number_magnitude", "number_missing", "percent_kind"]

_ABSOLUTE = re.compile("absolute|絶対|绝对|절대", re.IGNORECASE)
_CONTEXT = 24
_ORDINAL = re.compile(
    "第[一二三四五六七八九十0-9]|首先|其次|最後|最后|まず|次に|첫|둘째|셋째|[0-9]번째|번째|마지막|[0-9][.、．]"
)
_MOST_IN_WORDS = 6


def number_missing(context: Context) -> Iterator[Violation]:
    """
    Each number of the original is in the translation, whatever units it is written with.

    Numbers are compared by value, each as often as it stands there: 1.5B, 15億, 15억 and 15亿 are one, and so are
    ９０％ and 0.9. A figure may have become a word (2 and 두 가지), a month its number. Digits in names (`GPT-4`) are
    no numbers, but the sizes of models are (`Qwen2-72B`). Milliseconds and cents may have become parts of a second and
    of a dollar, orders of magnitude the factor that they are. Markers such as `(1)` are left to T513, a number that is
    there with another magnitude to T502. Where the value is there, only less often, sentences may have been drawn
    together: that is a remark, not a warning.

    Why it matters: the figures are what readers quote, and a sentence that lost its number often lost more.
    Bad:
        ## Moshi

        ### 論文紹介

        2つのチャンネルで聞き取ります。

        > Listens on 2 channels with a delay of 160 ms.
    Good:
        ## Moshi

        ### 論文紹介

        2つのチャンネルを160ミリ秒の遅延で聞き取ります。

        > Listens on 2 channels with a delay of 160 ms.
    Fix: none. Where the number belongs is for a translator to say.
    Counted: 0 of 20 pairs of summaries and abstracts; the one number that was lost there is a marker.
    """
    for pair in context.pairs:
        for number in pair.numbers.missing:
            is_repeated = not pair.numbers.repeated.isdisjoint(number.values)
            words = "less often here" if is_repeated else "not here"
            yield Violation(
                pointer=pair.target.pointer,
                message=f"{pair.target.name}: {number.text} is in the original and {words}",
                evidence={"original": number.text, "elsewhere": is_repeated},
                identity_parts=(pair.target.field, str(pair.target.language), number.text),
                severity="info" if is_repeated else None,
            )


def number_magnitude(context: Context) -> Iterator[Violation]:
    """
    No number of the translation differs from one of the original by a power of ten.

    A number that the translation lacks and one that it has too much are taken for the same where their digits are
    equal and their magnitudes are not. A percentage that is written as a part of one (90 % and 0.9) is the same value,
    and 兆 may be a million in Chinese. Behind a fraction or before a verb (1/10만, 10만 필요), the Korean 만 may be the
    particle "only": both readings are right there.

    Why it matters: units of ten thousand slip easily (70B is 700億, not 70億), and nobody who reads the translation
    alone can see it.
    Bad:
        ## Moshi

        ### 論文紹介

        7億パラメータのモデルです。

        > A model with 7B parameters.
    Good:
        ## Moshi

        ### 論文紹介

        70億パラメータのモデルです。

        > A model with 7B parameters.
    Fix: unsafe. The value of the original in the form of the translation.
    Counted: 0 of 20 pairs of summaries and abstracts.
    """
    for pair in context.pairs:
        for slip in pair.numbers.slips:
            yield Violation(
                pointer=pair.target.pointer,
                message=f"{pair.target.name}: {slip.target.text} stands for {_slipped(slip)}",
                evidence={
                    "original": slip.source.text,
                    "translation": slip.target.text,
                    "power of ten": slip.exponent,
                },
                identity_parts=(pair.target.field, str(pair.target.language), slip.source.text, slip.target.text),
                fix=_fix_of(pair, slip),
            )


def number_added(context: Context) -> Iterator[Violation]:
    """
    Each number of the translation is in the original, in digits or in words.

    Words count (two and 2段階, second and 第2, September and 9月), and a 1 may always be added (1つ, 1つ目).

    Why it matters: a figure that the original does not have is a wrong one, or a sentence from elsewhere.
    Bad:
        ## Moshi

        ### 논문 소개

        두 단계로 200ms 안에 듣고 말합니다.

        > Listens while it speaks, in two stages.
    Good:
        ## Moshi

        ### 논문 소개

        2단계로 말하면서 듣습니다.

        > Listens while it speaks, in two stages.
    Fix: none.
    Counted: 0 of 20 pairs of summaries and abstracts.
    """
    for pair in context.pairs:
        for number in pair.numbers.added:
            if (1, 0) in number.values:
                continue
            yield Violation(
                pointer=pair.target.pointer,
                message=f"{pair.target.name}: {number.text} is here and not in the original",
                evidence={"translation": number.text},
                identity_parts=(pair.target.field, str(pair.target.language), number.text),
            )


def percent_kind(context: Context) -> Iterator[Violation]:
    """
    What the original counts in percent, the translation does not count in points, nor the other way round.

    Percentage points are written as `points`, `%p`, ポイント, 포인트 or 个百分点. An original that says `absolute`
    beside its percent means points.

    Why it matters: from 50 %, an improvement by 5 % and one by 5 points are not the same.
    Bad:
        ## Moshi

        ### 논문 소개

        정확도를 5% 높입니다.

        > Improves accuracy by 5 percentage points.
    Good:
        ## Moshi

        ### 논문 소개

        정확도를 5%p 높입니다.

        > Improves accuracy by 5 percentage points.
    Fix: none.
    Counted: 0 of 20 pairs of summaries and abstracts.
    """
    for pair in context.pairs:
        for source, target in pair.numbers.same:
            if {source.kind, target.kind} != {"percent", "points"} or _is_absolute(pair, source, target):
                continue
            yield Violation(
                pointer=pair.target.pointer,
                message=f"{pair.target.name}: {source.text} of the original is {target.text} here",
                evidence={"original": source.text, "translation": target.text},
                identity_parts=(pair.target.field, str(pair.target.language), source.text, target.text),
            )


def list_marker_missing(context: Context) -> Iterator[Violation]:
    """
    The markers of a list within the original, such as (1) to (4), are in its translation.

    A list begins with the first marker and has two or more. Another style of markers will do, and so will words
    such as 第一に, 첫째 or 首先 where there are no markers at all.

    Why it matters: where a marker is lost, two items have become one, or one is gone.
    Bad:
        ## Moshi

        ### 論文紹介

        (1)聞き、(2)考え、そして話します。

        > It (1) listens, (2) thinks, and (3) speaks.
    Good:
        ## Moshi

        ### 論文紹介

        ①聞き、②考え、そして③話します。

        > It (1) listens, (2) thinks, and (3) speaks.
    Fix: none. Where an item begins is for a translator to say.
    Counted: 1 of 20 pairs of summaries and abstracts, true.
    """
    for pair in context.pairs:
        markers = _markers_of_lists(of_ordinary_width(pair.source.prose))
        if not markers:
            continue
        prose = of_ordinary_width(pair.target.prose)
        there = Counter(marker.number for marker in markers_in(prose))
        if not there and len(_ORDINAL.findall(prose)) > 1:
            continue
        left = there.copy()
        missing: list[str] = []
        for marker in markers:
            if left[marker.number] > 0:
                left[marker.number] -= 1
            else:
                missing.append(pair.source.text[marker.start : marker.end])
        if missing:
            listed = ", ".join(missing[:_MOST_IN_WORDS]) + (", …" if len(missing) > _MOST_IN_WORDS else "")
            count = f"{len(missing)} of {len(markers)} markers"
            yield Violation(
                pointer=pair.target.pointer,
                message=f"{pair.target.name}: {count} of the original are not here: {listed}",
                evidence={"missing": tuple(missing), "markers": len(markers)},
                identity_parts=(pair.target.field, str(pair.target.language), *missing),
            )


def _slipped(slip: Slip) -> str:
    return f"{slip.source.text}, {_times(slip.exponent)}"


def _times(exponent: int | None) -> str:
    if exponent is None:
        return "with a part of another magnitude"
    if abs(exponent) > 15:
        return f"{abs(exponent)} powers of ten too {'large' if exponent > 0 else 'small'}"
    return f"{10 ** abs(exponent):,} times too {'large' if exponent > 0 else 'small'}"


def _fix_of(pair: Pair, slip: Slip) -> Fix | None:
    """
    Return the fix that writes the right value, where it is then read as such.
    """
    target, number = pair.target, slip.target
    words = in_form_of(number, slip.value, target.language)
    if words is None:
        return None
    before, after = target.text[: number.start], target.text[number.end :]
    around = before[-_CONTEXT:] + words + after[:_CONTEXT]
    place = min(len(before), _CONTEXT)
    read = next((each for each in numbers_in(around, target.language) if each.start == place), None)
    if read is None or slip.value not in read.values:
        return None
    return Fix(Patch([target.reworded(before + words + after)]), safe=False)


def _is_absolute(pair: Pair, source: Number, target: Number) -> bool:
    """
    Whether the side that says percent also says absolute, which means points.
    """
    passage, number = (pair.source, source) if source.kind == "percent" else (pair.target, target)
    nearby = passage.text[max(0, number.start - _CONTEXT) : number.end + _CONTEXT]
    return _ABSOLUTE.search(nearby) is not None


def _markers_of_lists(folded: str) -> tuple[Marker, ...]:
    """
    Return the markers that begin with the first of their style and follow one another.
    """
    lists: list[Marker] = []
    current: dict[str, list[Marker]] = {}
    for marker in markers_in(folded):
        row = current.get(marker.style, [])
        if marker.number == 1:
            lists += row if len(row) > 1 else []
            current[marker.style] = [marker]
        elif row and marker.number == row[-1].number + 1:
            row.append(marker)
    lists += [marker for row in current.values() if len(row) > 1 for marker in row]
    return tuple(sorted(lists, key=lambda marker: marker.start))
