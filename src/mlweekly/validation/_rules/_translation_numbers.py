"""
The rules about numbers in translations: each value is there, is of its magnitude, and counts the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mlweekly._expressions import expression
from mlweekly.changes import Patch
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Fix, Severity, Violation
from mlweekly.validation._violations import in_passage

__all__ = [
    "list_marker_missing",
    "minus_lost",
    "number_added",
    "number_magnitude",
    "number_missing",
    "percent_kind",
    "times_percent",
]

if TYPE_CHECKING:
    from mlweekly.validation._translation._numbers import Number

_ABSOLUTE = expression("absolute|絶対|绝对|절대", re.IGNORECASE)
_BY = expression(r"[ $]{0,2}(?:x|X|×|\*|\\times)[ $]{0,2}")
_CONTEXT = 24
_MOST_SHOWN = 6
_MOST_SINGLY = 50


def number_missing(context: Context) -> Iterator[Violation]:
    """
    Each number of the original is in the translation, whatever units it is written with.

    Numbers are compared by value, each as often as it occurs: 1.5B, 15億, 15억 and 15亿 are one, and so are
    ９０％ and 0.9. A figure may have become a word (2 and 두 가지), a month its number, `1990s` 90年代, 9 in 10 9割.
    Digits in names (`GPT-4`, `Qwen2-72B`: T520), citations such as `[1]` and years in names (`ICLR 2024`) are none.
    Thousands may be separated by commas, spaces or apostrophes, and TeX such as `$7$B` is read. Milliseconds and cents
    may have become parts of a second and of a dollar, orders of magnitude the factor that they are. Markers such as
    `(1)` are left to T513, a number that is there with another magnitude to T502. Where the value is there, only less
    often, sentences may have been drawn together: that is a remark, not a warning. More than fifty numbers that are
    missing are one finding; a text of more than five thousand figures is a table of data, and is not judged.

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
        told = {id(source) for source, _ in pair.times_for_percent}
        instead = {source.start: target.text for source, target in pair.numbers.replaced}
        lost = [number for number in pair.numbers.missing if id(number) not in told]
        missing = list(_of_one_size(lost, pair.source.text))
        if len(missing) > _MOST_SINGLY:
            yield _of_many(
                pair.target, f"{len(missing)} numbers of the original are missing: compare both texts", missing[0].text
            )
            continue
        for number in missing:
            is_repeated = not pair.numbers.repeated.isdisjoint(number.values)
            words = f"the original has {number.text}, and this translation does not: add it"
            if number.start in instead:
                words = f"the original has {number.text}, this translation {instead[number.start]}: write {number.text}"
            elif is_repeated:
                words = f"the original has {number.text} more often than this translation: check that no part is lost"
            evidence: Facts = {"original": number.text, "elsewhere": is_repeated}
            yield in_passage(pair.target, words, evidence, number.text, severity="info" if is_repeated else None)


def number_magnitude(context: Context) -> Iterator[Violation]:
    """
    No number of the translation differs from one of the original by a power of ten.

    A number that the translation lacks and one that it has too much are taken for the same where their digits are
    equal and their magnitudes are not. A percentage that is written as a part of one (90 % and 0.9) is the same value,
    and 兆 may be a million in Chinese. Behind a fraction or before a verb (1/10만, 10만 필요), the Korean 만 may be the
    particle "only": both readings are right there. `decades` and `centuries` multiply (`two decades` is 20年), so do
    units such as `Mt`. Where one of both is written in words, that is a warning.

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
            yield _of_many(
                pair.target,
                f"{len(slips)} numbers have another size than in the original: compare both texts",
                slips[0].target.text,
            )
            continue
        for slip in slips:
            source, target, after = slip.source.text, slip.target.text, pair.corrected(slip)
            right = "correct it" if after is None else f"write {_piece_of(after, pair.target.text, slip.target)}"
            words = f"{target} {_wrong_by(slip.exponent)}, the original has {source}: {right}"
            # A number in words may be meant otherwise: `two` can be a part of a larger expression.
            severity: Severity | None = "warning" if "word" in (slip.source.weight, slip.target.weight) else None
            evidence: Facts = {"original": source, "translation": target, "power of ten": slip.exponent}
            fix = None if after is None else Fix(Patch([pair.target.reworded(after)]), safe=False)
            yield in_passage(pair.target, words, evidence, source, target, fix=fix, severity=severity)


def number_added(context: Context) -> Iterator[Violation]:
    """
    Each number of the translation is in the original, in digits or in words.

    Words count (two and 2段階, second and 第2, phase II and 第2相, September and 9月), and a 1 may always be added
    (1つ). A numeral within a word (ツー in ツール, 両 in 両立) is none.

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
        # What is in the place of a missing number is told by T501.
        told = {id(target) for _, target in (*pair.times_for_percent, *pair.numbers.replaced)}
        others = [each for each in pair.numbers.added if (1, 0) not in each.values and id(each) not in told]
        added = list(_of_one_size(others, pair.target.text))
        if len(added) > _MOST_SINGLY:
            yield _of_many(
                pair.target, f"{len(added)} numbers are not in the original: compare both texts", added[0].text
            )
            continue
        for number in added:
            words = f"{number.text} is not in the original: correct it or take it out"
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
                words = (
                    f"{source.text} of the original is {target.text} here: percent and points differ, write the same"
                )
                evidence = {"original": source.text, "translation": target.text}
                yield in_passage(pair.target, words, evidence, source.text, target.text)


def times_percent(context: Context) -> Iterator[Violation]:
    """
    What the original counts in times, the translation does not count in percent, nor the other way round.

    `3x`, `3 times`, `threefold`, `a factor of 3`, 3倍 and 3배 are one. 300% beside `3 times` is no mistake.

    Why it matters: 3 times as fast is no 3 % faster, and the claim of the paper is gone.
    Bad:
        ## Moshi

        ### 論文紹介

        従来より3%高速です。

        > It is 3 times faster.
    Good:
        ## Moshi

        ### 論文紹介

        従来より3倍高速です。

        > It is 3 times faster.
    Fix: none.
    Counted: 0 of 20 pairs of summaries and abstracts.
    """
    for pair in context.pairs:
        for source, target in pair.times_for_percent:
            right = "percent" if source.kind == "percent" else "times"
            words = f"{source.text} in the original counts {right}, {target.text} here does not: write {right}"
            evidence = {"original": source.text, "translation": target.text}
            yield in_passage(pair.target, words, evidence, source.text, target.text)


def minus_lost(context: Context) -> Iterator[Violation]:
    """
    A number below zero stays one.

    A minus may be written as -, −, マイナス, 마이너스, 负 or `minus`. A hyphen and the dash of a range are none, and a
    fall may be told in words (5%減少 for -5%).

    Why it matters: the number says the contrary of what was measured.
    Bad:
        ## Moshi

        ### 論文紹介

        スコアは0.82です。

        > The score is -0.82.
    Good:
        ## Moshi

        ### 論文紹介

        スコアは−0.82です。

        > The score is -0.82.
    Fix: unsafe. A minus is put before the number.
    Counted: 0 of 20 pairs of summaries and abstracts.
    """
    for pair in context.pairs:
        for source, target in pair.lost_minuses:
            words = f"the original has -{source.text}, this translation {target.text}: put the minus before it"
            evidence = {"original": f"-{source.text}", "translation": target.text}
            text = pair.target.text
            after = f"{text[: target.start]}-{text[target.start :]}"
            fix = Fix(Patch([pair.target.reworded(after)]), safe=False)
            yield in_passage(pair.target, words, evidence, source.text, target.text, fix=fix)


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
            words = f"{len(missing)} of {count} markers of the original are not here: add {shown}"
            yield in_passage(pair.target, words, {"missing": tuple(missing), "markers": count}, *missing)


def _of_many(passage: Passage, words: str, first: str) -> Violation:
    """
    Return the one violation for a translation that is no translation of these numbers at all.
    """
    return in_passage(passage, f"{words}, from {first} on", {"first": first}, "many")


def _of_one_size(numbers: list[Number], text: str) -> Iterator[Number]:
    """
    Yield numbers, those of one size such as 2048x2048 as one.
    """
    waiting: Number | None = None
    for number in numbers:
        if waiting is not None and _BY.fullmatch(text, waiting.end, number.start) is not None:
            waiting = waiting._replace(end=number.end, text=text[waiting.start : number.end])
            continue
        if waiting is not None:
            yield waiting
        waiting = number
    if waiting is not None:
        yield waiting


def _wrong_by(exponent: int | None) -> str:
    if exponent is None:
        return "has one part of the wrong size"
    times = f"{10 ** abs(exponent):,} times" if abs(exponent) <= 15 else f"{abs(exponent)} powers of ten"
    return f"is {times} too {'large' if exponent > 0 else 'small'}"


def _piece_of(after: str, before: str, number: Number) -> str:
    return after[number.start : number.end + len(after) - len(before)]
