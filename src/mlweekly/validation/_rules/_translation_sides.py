"""
The rules about translations as wholes: both sides are there, each in its language, and of a like length.

Lives here: T509 to T512.
Must not know: single words and numbers; how rules are chosen and run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from mlweekly.model import Text
from mlweekly.validation._analysis._passages import Pair, Passage
from mlweekly.validation._analysis._scripts import ASIAN_LETTER, LANGUAGES, foreign_runs
from mlweekly.validation._analysis._vocabulary import FUNCTION_WORDS
from mlweekly.validation._analysis._words import Words, plain, primary
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Violation

__all__ = ["length_ratio", "side_missing", "untranslated", "wrong_script"]

_Field = Literal["title", "summary", "abstract"]
_FIELDS: Final[tuple[_Field, ...]] = ("title", "summary", "abstract")
_LEAST_WORDS: Final = 4
_LATIN: Final = "!-~±×À-ɏ‐-―‘-”…"
_ROW: Final = re.compile(f"(?<![{_LATIN}])(?=[A-Za-z0-9(])(?:[{_LATIN}]+[ ]){{4,}}[{_LATIN}]+")
_SENTENCE_OF_ORIGINAL: Final = re.compile(r"(?<=[.;:!?])\s+")
_FEWEST_OF_ORIGINAL: Final = 5
_FEWEST_IN_ROW: Final = 10
_LEAST_FUNCTION_WORDS: Final = 3
_BANDS: Final = {"ja": (0.25, 0.9), "ko": (0.28, 1.0), "zh": (0.15, 0.7)}
_SHORTEST_JUDGED: Final = 120
_LEAST_COMPARED: Final = 6
_LEAST_OF_MIDDLE: Final = 0.68
_MOST_OF_MIDDLE: Final = 1.45
_LEAST_PAPERS: Final = 3
_MOST_SHOWN: Final = 40


def untranslated(context: Context) -> Iterator[Violation]:
    """
    A translation differs from its original, and is written in the script of its language.

    For Japanese, Korean and Chinese, a text is translated where its letters outnumber the Latin words; a sentence of
    ten Latin words or more within a translation is one that was left, and so is a shorter one that the original has,
    but for quotations. For other languages, it differs from the
    original. A title that is a name (`Moshi`, `Qwen2.5-Coder Technical Report`) may stay: only one of four words or
    more with a word such as `of` or `with` is judged. A translation without its original is judged by its script alone.

    Why it matters: readers who chose their language meet another one, mostly where a machine gave up.
    Bad:
        ## Moshi

        ### 論文紹介

        A model that listens while it speaks.

        > A model that listens while it speaks.
    Good:
        ## Moshi

        ### 論文紹介

        話しながら聞き取るモデルです。

        > A model that listens while it speaks.
    Fix: none.
    Counted: 0 of 29 pairs.
    """
    originals = {pair.target.pointer: pair.source for pair in context.pairs}
    for passage in context.passages:
        if not passage.is_translation or passage.paper is None:
            continue
        source = originals.get(passage.pointer)
        left = _left(passage, source)
        if left is None:
            continue
        yield Violation(
            pointer=passage.pointer,
            message=f"{passage.name}: {left}",
            evidence={"text": _shortened(passage.text)},
            identity_parts=(passage.field, str(passage.language), plain(passage.text)[:_MOST_SHOWN]),
        )


def wrong_script(context: Context) -> Iterator[Violation]:
    """
    A text has no letters that the script of its language lacks.

    That is no Hangul in Japanese, no kana in Korean and Chinese, no Hangul in Chinese, and in Japanese no character
    that China simplified and Japan does not write (这, 们): in GB 2312, and not in JIS X 0213. Names and readings in
    brackets or quotes are excused, and so are letters that the original has as well. An English text is one where
    Latin letters outnumber all others.

    Why it matters: the words are those of the edition that this one was made from, and its readers cannot read them.
    Bad:
        ## Moshi

        ### 論文紹介

        話しながら聞き取る 모델 です。

        > A model that listens while it speaks.
    Good:
        ## Moshi

        ### 論文紹介

        話しながら聞き取るモデル(모델)です。

        > A model that listens while it speaks.
    Fix: none.
    Counted: 0 of 29 pairs.
    """
    originals = {pair.target.pointer: pair.source for pair in context.pairs}
    for passage in context.passages:
        language = primary(passage.language)
        source = originals.get(passage.pointer)
        if language in LANGUAGES:
            known = "" if source is None else source.text
            runs = [run for run in dict.fromkeys(foreign_runs(passage.prose, language)) if run not in known]
        else:
            runs = _asian_text(passage) if language == "en" else []
        if runs:
            shown = ", ".join(runs[:3]) + (", …" if len(runs) > 3 else "")
            yield Violation(
                pointer=passage.pointer,
                message=f"{passage.name}: {shown} is not in the script of {passage.language}",
                evidence={"letters": tuple(runs), "language": passage.language},
                identity_parts=(passage.field, str(passage.language), *runs),
            )


def length_ratio(context: Context) -> Iterator[Violation]:
    """
    A translation is about as long as texts of its language are beside their English originals.

    Counted are characters without blanks and URLs: 0.25 to 0.9 of the original for Japanese, 0.28 to 1.0 for Korean,
    0.15 to 0.7 for Chinese, and the inverse for translations from these into English. Where an issue has six such
    texts or more, each is also held against the one in their middle: no less than 0.68 and no more than 1.45 times its
    ratio. Titles and texts of fewer than 120 characters vary too much to be judged.

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
    judged: dict[tuple[str | None, str | None], list[tuple[Pair, int, int]]] = {}
    for pair in context.pairs:
        languages = (primary(pair.source.language), primary(pair.target.language))
        source, target = (len("".join(passage.prose.split())) for passage in (pair.source, pair.target))
        if pair.source.field != "title" and source and max(source, target) >= _SHORTEST_JUDGED:
            judged.setdefault(languages, []).append((pair, source, target))
    for languages, lengths in judged.items():
        band = _band(*languages)
        if band is not None:
            yield from _odd_lengths(lengths, band)


def _odd_lengths(lengths: list[tuple[Pair, int, int]], band: tuple[float, float]) -> Iterator[Violation]:
    if len(lengths) >= _LEAST_COMPARED:
        middle = sorted(target / source for _, source, target in lengths)[len(lengths) // 2]
        band = max(band[0], _LEAST_OF_MIDDLE * middle), min(band[1], _MOST_OF_MIDDLE * middle)
    for pair, source, target in lengths:
        if band[0] <= target / source <= band[1]:
            continue
        yield Violation(
            pointer=pair.target.pointer,
            message=(
                f"{pair.target.name}: {target} characters for {source} of the original, a ratio of"
                f" {target / source:.2f}, where {band[0]:.2f} to {band[1]:.2f} is usual"
            ),
            evidence={"original": source, "translation": target},
            identity_parts=(pair.target.field, str(pair.target.language), str(source), str(target)),
        )


def side_missing(context: Context) -> Iterator[Violation]:
    """
    Where most papers of an issue have a text in two languages, all that have the text do.

    Three papers with the text are needed, and more than half of them with original and translation. A title that is a
    name needs no translation. An edition in one language, and a text that is missing whole, are no matter of this rule.

    Why it matters: the reader of the other language finds nothing, and no other rule can compare.
    Bad:
        {"version": "1.0", "papers": [
          {"rank": 1, "title": {"original": "Moshi", "language": "en"}, "links": [],
           "summary": {"original": "Listens.", "language": "en", "translations": {"ja": "聞きます。"}}},
          {"rank": 2, "title": {"original": "Larkspur", "language": "en"}, "links": [],
           "summary": {"original": "Speaks.", "language": "en", "translations": {"ja": "話します。"}}},
          {"rank": 3, "title": {"original": "Echo", "language": "en"}, "links": [],
           "summary": {"original": "Answers.", "language": "en"}}
        ]}
    Good:
        {"version": "1.0", "papers": [
          {"rank": 1, "title": {"original": "Moshi", "language": "en"}, "links": [],
           "summary": {"original": "Listens.", "language": "en", "translations": {"ja": "聞きます。"}}},
          {"rank": 2, "title": {"original": "Larkspur", "language": "en"}, "links": [],
           "summary": {"original": "Speaks.", "language": "en", "translations": {"ja": "話します。"}}},
          {"rank": 3, "title": {"original": "Echo", "language": "en"}, "links": [],
           "summary": {"original": "Answers.", "language": "en", "translations": {"ja": "答えます。"}}}
        ]}
    Fix: none.
    Counted: 0 on the Japanese post.
    """
    for field in _FIELDS:
        texts = [(paper, text) for paper in context.papers if (text := _text_of(paper, field)) is not None]
        both = [text for _, text in texts if text.original is not None and text.translations]
        if len(texts) < _LEAST_PAPERS or len(both) * 2 <= len(texts):
            continue
        for paper, text in texts:
            missing = _missing_side(field, text)
            if missing is not None:
                yield Violation(
                    pointer=f"{paper.pointer}/{field}",
                    message=f"{paper.name}: the {field} has no {missing}, {len(both)} of {len(texts)} have both",
                    evidence={"missing": missing, "both": len(both), "papers": len(texts)},
                    identity_parts=(field, missing),
                )


def _left(passage: Passage, source: Passage | None) -> str | None:
    """
    Return how it shows that a translation was left untranslated, or None.
    """
    words = [plain(word.text) for word in passage.words.all]
    is_title = passage.field == "title"
    if is_title and (len(words) < _LEAST_WORDS or FUNCTION_WORDS.isdisjoint(words)):
        return None
    if source is not None and words and plain(source.text) == plain(passage.text) and not _letters(passage.text):
        return "the text is that of the original"
    if primary(passage.language) not in LANGUAGES or len(words) < _LEAST_WORDS:
        return None
    letters = _letters(passage.prose)
    if letters < len(words):
        return f"{len(words)} Latin words beside {letters} letters of {passage.language}"
    if is_title:
        return None
    for row in _ROW.finditer(passage.prose):
        own = [plain(word) for word in row[0].split()]
        is_sentence = sum(word in FUNCTION_WORDS for word in own) >= _LEAST_FUNCTION_WORDS
        if len(own) >= _FEWEST_IN_ROW and is_sentence and not _is_quoted(passage, row.start()):
            return f"{len(own)} Latin words in a row: {_shortened(row[0])}"
        sentence = None if source is None else _left_sentence(passage, row, source)
        if sentence is not None:
            return f"a sentence of the original: {_shortened(sentence)}"
    return None


def _left_sentence(passage: Passage, row: re.Match[str], source: Passage) -> str | None:
    """
    Return the sentence of the original that a row of Latin words begins with, where it is no quotation.
    """
    sentence = _SENTENCE_OF_ORIGINAL.split(row[0], maxsplit=1)[0]
    words = [plain(word) for word in sentence.split()]
    is_left = len(words) >= _FEWEST_OF_ORIGINAL and not FUNCTION_WORDS.isdisjoint(words)
    return sentence if is_left and sentence in source.prose and not _is_quoted(passage, row.start()) else None


def _letters(text: str) -> int:
    return len(ASIAN_LETTER.findall(text))


def _is_quoted(passage: Passage, place: int) -> bool:
    return passage.prose[max(0, place - 1) : place] in tuple("\"“”'‘「『《〈(（*_[")


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN].rstrip()}…"


def _asian_text(passage: Passage) -> list[str]:
    """
    Return the beginning of an English text that is not in Latin letters.
    """
    if passage.text.isascii() or ASIAN_LETTER.search(passage.text) is None:
        return []
    letters = _letters(passage.prose)
    latin = sum(len(word.text) for word in Words(passage.prose).all)
    return [_shortened(passage.prose.strip())] if letters > latin else []


def _band(source: str | None, target: str | None) -> tuple[float, float] | None:
    if source == "en" and target in _BANDS:
        return _BANDS[target]
    if target == "en" and source in _BANDS:
        low, high = _BANDS[source]
        return 1 / high, 1 / low
    return None


def _text_of(paper: PaperContext, field: _Field) -> Text | None:
    text: Text | None = getattr(paper.paper, field)
    return text


def _missing_side(field: _Field, text: Text) -> str | None:
    if text.original is None:
        return "original"
    if text.translations:
        return None
    words = [plain(word.text) for word in Words(text.original).all]
    is_name = len(words) < _LEAST_WORDS or FUNCTION_WORDS.isdisjoint(words)
    return None if field == "title" and is_name else "translation"
