"""
The rules about numbers in translations: each value is there, is of its magnitude, and counts the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlweekly.changes import Patch
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import in_passage

__all__ = ["list_marker_missing", "number_added", "number_magnitude", "number_missing", "percent_kind"]

_ABSOLUTE = re.compile("absolute|絶対|绝对|절대", re.IGNORECASE)
_CONTEXT = 24
_MOST_SHOWN = 6
_MOST_SINGLY = 50


def number_missing(context: Context) -> Iterator[Violation]:
    """
    Each number of the original is in the translation, whatever units it is written with.

    Numbers are compared by value, each as often as it stands there: 1.5B, 15億, 15억 and 15亿 are one, and so are
    ９０％ and 0.9. A figure may have become a word (2 and 두 가지), a month its number. Digits in names (`GPT-4`) are
    no numbers, but the sizes of models are (`Qwen2-72B`). Milliseconds and cents may have become parts of a second and
    of a dollar, orders of magnitude the factor that they are. Markers such as `(1)` are left to T513, a number that is
    there with another magnitude to T502. Where the value is there, only less often, sentences may have been drawn
    together: that is a remark, not a warning. More than fifty numbers that are missing are one finding; a text of more
    than five thousand figures is a table of data, and is not judged.

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
        missing = pair.numbers.missing
        if len(missing) > _MOST_SINGLY:
            yield _of_many(pair.target, f"{len(missing)} numbers of the original are not here", missing[0].text)
            continue
        for number in missing:
            is_repeated = not pair.numbers.repeated.isdisjoint(number.values)
            words = f"{number.text} is in the original and {'less often here' if is_repeated else 'not here'}"
            evidence: Facts = {"original": number.text, "elsewhere": is_repeated}
            yield in_passage(pair.target, words, evidence, number.text, severity="info" if is_repeated else None)


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
        slips = pair.numbers.slips
        if len(slips) > _MOST_SINGLY:
            yield _of_many(pair.target, f"{len(slips)} numbers have slipped", slips[0].target.text)
            continue
        for slip in slips:
            source, target, after = slip.source.text, slip.target.text, pair.corrected(slip)
            words = f"{target} stands for {source}, {_times(slip.exponent)}"
            evidence: Facts = {"original": source, "translation": target, "power of ten": slip.exponent}
            fix = None if after is None else Fix(Patch([pair.target.reworded(after)]), safe=False)
            yield in_passage(pair.target, words, evidence, source, target, fix=fix)


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
        added = [number for number in pair.numbers.added if (1, 0) not in number.values]
        if len(added) > _MOST_SINGLY:
            yield _of_many(pair.target, f"{len(added)} numbers are not in the original", added[0].text)
            continue
        for number in added:
            words = f"{number.text} is here and not in the original"
            yield in_passage(pair.target, words, {"translation": number.text}, number.text)


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
            if {source.kind, target.kind} != {"percent", "points"}:
                continue
            # The side that says percent may also say absolute, which means points.
            passage, number = (pair.source, source) if source.kind == "percent" else (pair.target, target)
            nearby = passage.text[max(0, number.start - _CONTEXT) : number.end + _CONTEXT]
            if _ABSOLUTE.search(nearby) is None:
                words = f"{source.text} of the original is {target.text} here"
                evidence = {"original": source.text, "translation": target.text}
                yield in_passage(pair.target, words, evidence, source.text, target.text)


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
        missing, count = pair.missing_markers
        if missing:
            shown = ", ".join(missing[:_MOST_SHOWN]) + (", …" if len(missing) > _MOST_SHOWN else "")
            words = f"{len(missing)} of {count} markers of the original are not here: {shown}"
            yield in_passage(pair.target, words, {"missing": tuple(missing), "markers": count}, *missing)


def _of_many(passage: Passage, words: str, first: str) -> Violation:
    """
    Return the one violation for a translation that is no translation of these numbers at all.
    """
    return in_passage(passage, f"{words}, from {first} on", {"first": first}, "many")


def _times(exponent: int | None) -> str:
    if exponent is None:
        return "with a part of another magnitude"
    times = f"{10 ** abs(exponent):,} times" if abs(exponent) <= 15 else f"{abs(exponent)} powers of ten"
    return f"{times} too {'large' if exponent > 0 else 'small'}"
