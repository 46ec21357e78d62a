"""
The rules about the length of translations: as long as others, no sentence twice, and none lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import frozen

from mlweekly._wording import shortened
from mlweekly.validation._analysis._words import primary
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Severity, Violation
from mlweekly.validation._violations import in_passage

__all__ = ["length_ratio", "sentence_missing", "sentence_repeated"]

if TYPE_CHECKING:
    from mlweekly.validation._translation import Pair

_SHORTEST_JUDGED: Final = 120
_SHORTEST_WITH_SENTENCES: Final = 60
_LEAST_OTHERS: Final = 5
_LEAST_OF_MIDDLE: Final = 0.68
_MOST_OF_MIDDLE: Final = 1.45
# In 438 abstracts read beside their translations, those that had lost a sentence were below this part of the middle.
_LEAST_WITH_ALL_SENTENCES: Final = 0.92
_LEAST_WITHOUT_ONE: Final = 0.45
_LONGEST_SHOWN: Final = 40


def length_ratio(context: Context) -> Iterator[Violation]:
    """
    A translation is about as long as texts of its language are beside their English originals.

    The rule counts characters without spaces and URLs: 0.25 to 0.9 of the original for Japanese, 0.28 to 1.0 for
    Korean, 0.15 to 0.7 for Chinese, and the inverse for translations from these into English. Where an issue has six
    such texts or more, each is also compared with the one in their middle: no less than 0.68 and no more than 1.45
    times its ratio. Names and figures that both have are as long in both, and widen the upper bound by their part.
    Below half of the least, that is a warning; a text that has lost a sentence is told by T524. Titles and texts of
    fewer than 120 characters vary too much to be judged.

    Why it matters: what is far too short has lost a sentence, what is far too long has won one.
    Bad:
        ## Moshi

        ### 論文紹介

        モデルです。

        > A model that listens while it speaks, answers in less than a breath, keeps two voices apart in any room, and
        > was trained on recordings of calls that nobody had labeled before.
    Good:
        ## Moshi

        ### 論文紹介

        話しながら聞き取り、一息より短い間に答え、どんな部屋でも2つの声を聞き分けるモデルです。これまで誰もラベルを付けたことのない通話の録音で学習されました。

        > A model that listens while it speaks, answers in less than a breath, keeps two voices apart in any room, and
        > was trained on recordings of calls that nobody had labeled before.
    Fix: none.
    Counted: 0 of 20 pairs of summaries and abstracts, whose ratios lie between 0.44 and 0.70.
    """
    for judged in _by_languages(context):
        for each in judged.pairs:
            band = each.usual_ratio
            source, target = each.lengths
            if band is None or max(source, target) < _SHORTEST_JUDGED or judged.has_lost_sentence(each):
                continue
            low, high = judged.narrowed(*band)
            ratio = target / source
            if ratio > high:
                # Names and figures are as long in every script.
                high += (1 - min(high, 1)) * each.length_kept / source
            if not low <= ratio <= high:
                words = f"{target} characters for {source} of the original, a ratio of {ratio:.2f}"
                beside = f" beside {len(judged.pairs) - 1} other texts" if judged.shows_habit else ""
                words = f"{words}, where {low:.2f} to {high:.2f} is usual{beside}: look for lost or added sentences"
                evidence = {"original": source, "translation": target}
                severity: Severity | None = "warning" if ratio < low / 2 else None
                yield in_passage(each.target, words, evidence, str(source), str(target), severity=severity)


def sentence_repeated(context: Context) -> Iterator[Violation]:
    """
    No sentence is twice in a translation and once in its original.

    Sentences are compared by their letters and digits; those of fewer than eight are not judged. Where the original
    repeats a sentence, its translation may.

    Why it matters: it is a slip of a machine or of the clipboard, and every reader sees it.
    Bad:
        ## Moshi

        ### 論文紹介

        話しながら聞き取るモデルです。話しながら聞き取るモデルです。

        > A model that listens while it speaks. It is small.
    Good:
        ## Moshi

        ### 論文紹介

        話しながら聞き取るモデルです。小さなモデルです。

        > A model that listens while it speaks. It is small.
    Fix: none. A translator has to say what belongs there.
    Counted: 0 of 29 pairs; 1 of 438 abstracts elsewhere, true.
    """
    for pair in context.pairs:
        for sentence, count in pair.repeated_sentences if pair.source.field != "title" else ():
            shown = shortened(sentence, _LONGEST_SHOWN)
            words = f'"{shown}" is here {count} times, once in the original: take it out, or translate the other'
            yield in_passage(pair.target, words, {"sentence": sentence, "times": count}, shown)


def sentence_missing(context: Context) -> Iterator[Violation]:
    """
    No sentence of the original is lost in the translation.

    A translation may draw sentences together. It is told where it has fewer sentences than its original, and is also
    shorter than 0.92 of what the other texts of the issue are in that language, beside their originals. Five other
    texts are needed. What is shorter than half is left to T511.

    Why it matters: what the sentence said is lost, and nobody who reads the translation alone can see it.
    Bad:
        {"version": "1.0", "papers": [
          {"rank": 1, "title": {"original": "Larkspur", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "A model listens while it speaks, in any room and at any hour. It answers in less than one breath.",
             "translations": {"ja":
               "モデルはどの部屋でもどの時間でも、話しながら聞き取ります。一息より短い間に答えます。"}}},
          {"rank": 2, "title": {"original": "Lantern", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "A search engine writes a short reason beside each passage it returns. Its readers trust it more often.",
             "translations": {"ja":
               "検索エンジンは返す段落のそれぞれに短い理由を添えます。読者はそれをより多く信頼します。"}}},
          {"rank": 3, "title": {"original": "Echo", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "Models that learn from models forget what is rare, and never find it again. Human text keeps it alive.",
             "translations": {"ja":
               "モデルから学ぶモデルは稀なことを忘れ、二度と見つけません。人の文章がそれを保ちます。"}}},
          {"rank": 4, "title": {"original": "Gauge", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "A probe shows which parts of an input a model uses, layer by layer. Most of it is dropped at the start.",
             "translations": {"ja":
               "プローブは入力のどの部分をモデルが使うかを層ごとに示します。大半は最初に捨てられます。"}}},
          {"rank": 5, "title": {"original": "Stones", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "A robot learns to sort waste by a curriculum of small steps. Each step takes no more than an hour.",
             "translations": {"ja":
               "ロボットは小さな段階のカリキュラムでごみの分別を学びます。各段階は一時間もかかりません。"}}},
          {"rank": 6, "title": {"original": "Garden", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "Sketches say what words do not, and both can be aligned with ease. A gate opens where the styles differ.",
             "translations": {"ja":
               "スケッチは言葉にできないことを語り、両者は容易に揃えられます。"}}}
        ]}
    Good:
        {"version": "1.0", "papers": [
          {"rank": 1, "title": {"original": "Larkspur", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "A model listens while it speaks, in any room and at any hour. It answers in less than one breath.",
             "translations": {"ja":
               "モデルはどの部屋でもどの時間でも、話しながら聞き取ります。一息より短い間に答えます。"}}},
          {"rank": 2, "title": {"original": "Lantern", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "A search engine writes a short reason beside each passage it returns. Its readers trust it more often.",
             "translations": {"ja":
               "検索エンジンは返す段落のそれぞれに短い理由を添えます。読者はそれをより多く信頼します。"}}},
          {"rank": 3, "title": {"original": "Echo", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "Models that learn from models forget what is rare, and never find it again. Human text keeps it alive.",
             "translations": {"ja":
               "モデルから学ぶモデルは稀なことを忘れ、二度と見つけません。人の文章がそれを保ちます。"}}},
          {"rank": 4, "title": {"original": "Gauge", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "A probe shows which parts of an input a model uses, layer by layer. Most of it is dropped at the start.",
             "translations": {"ja":
               "プローブは入力のどの部分をモデルが使うかを層ごとに示します。大半は最初に捨てられます。"}}},
          {"rank": 5, "title": {"original": "Stones", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "A robot learns to sort waste by a curriculum of small steps. Each step takes no more than an hour.",
             "translations": {"ja":
               "ロボットは小さな段階のカリキュラムでごみの分別を学びます。各段階は一時間もかかりません。"}}},
          {"rank": 6, "title": {"original": "Garden", "language": "en"}, "links": [],
           "summary": {"language": "en", "original":
             "Sketches say what words do not, and both can be aligned with ease. A gate opens where the styles differ.",
             "translations": {"ja":
               "スケッチは言葉にできないことを語り、両者は容易に揃えられます。様式が違うところで門が開きます。"}}}
        ]}
    Fix: none. The lost sentence is for a translator to write.
    Counted: 0 of 20 pairs; of 438 abstracts elsewhere 26, of them 16 true and 6 debatable.
    """
    for judged in _by_languages(context):
        for each in judged.pairs:
            if not judged.has_lost_sentence(each):
                continue
            source, target = each.sentence_counts
            part = judged.ratio_of(each) / judged.middle
            others = f"{len(judged.pairs) - 1} other texts"
            sentences = f"{target} sentence{'s' * (target > 1)} for {source} of the original"
            words = f"{sentences}, and {part:.0%} of the length usual in {others}"
            evidence: Facts = {"original": source, "translation": target, "others": len(judged.pairs) - 1}
            yield in_passage(each.target, f"{words}: look for a lost sentence", evidence, str(source), str(target))


@frozen(eq=False, repr=False)
class _Judged:
    """
    The translations of an issue from one language into another, which show how long such a translation is.
    """

    pairs: tuple[Pair, ...]
    middle: float

    @property
    def shows_habit(self) -> bool:
        """
        Whether each has five others beside it, or more.
        """
        return len(self.pairs) > _LEAST_OTHERS

    def ratio_of(self, pair: Pair) -> float:
        """
        Return how long a translation is beside its original.
        """
        source, target = pair.lengths
        return target / source

    def narrowed(self, low: float, high: float) -> tuple[float, float]:
        """
        Return a usual band, narrowed to what is usual here where there are five others or more.
        """
        if not self.shows_habit:
            return low, high
        return max(low, _LEAST_OF_MIDDLE * self.middle), min(high, _MOST_OF_MIDDLE * self.middle)

    def has_lost_sentence(self, pair: Pair) -> bool:
        """
        Return whether a translation has fewer sentences than its original, and is also too short for as many.
        """
        if not self.shows_habit or pair.lengths[0] < _SHORTEST_WITH_SENTENCES:
            return False
        part = self.ratio_of(pair) / self.middle if self.middle else 1
        if not _LEAST_WITHOUT_ONE <= part < _LEAST_WITH_ALL_SENTENCES:
            return False
        source, target = pair.sentence_counts
        return target < source


def _by_languages(context: Context) -> Iterator[_Judged]:
    if not context.pairs:
        return
    # It loads what counts in fractions and draws at random, and few texts have translations.
    from statistics import median

    found: dict[tuple[str | None, str | None], list[Pair]] = {}
    for pair in context.pairs:
        source, target = pair.lengths
        if pair.source.field != "title" and source and max(source, target) >= _SHORTEST_WITH_SENTENCES:
            found.setdefault((primary(pair.source.language), primary(pair.target.language)), []).append(pair)
    for pairs in found.values():
        yield _Judged(tuple(pairs), median(pair.lengths[1] / pair.lengths[0] for pair in pairs))
