"""
The rules about translations as wholes: both sides are there, each in its language, and of a like length.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from attrs import frozen

from mlweekly._expressions import BEYOND_LATIN
from mlweekly._wording import shortened
from mlweekly.model import Paper, Text
from mlweekly.validation import _translation
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._analysis._scripts import (
    ASIAN_LETTER,
    LANGUAGES,
    chinese_in_korean,
    foreign_runs,
    mixed_chinese,
)
from mlweekly.validation._analysis._words import Words, plain, primary
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Facts, Severity, Violation
from mlweekly.validation._violations import in_paper, in_passage

__all__ = ["side_missing", "untranslated", "wrong_script"]

_FIELDS: Final[tuple[Literal["title", "summary", "abstract"], ...]] = ("title", "summary", "abstract")
_LEAST_PAPERS: Final = 3
_LONGEST_SHOWN: Final = 40


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
    pairs = {pair.target.pointer: pair for pair in context.pairs}
    for passage in context.passages:
        is_translation = passage.is_translation and passage.paper is not None
        left = _translation.left_untranslated(passage, pairs.get(passage.pointer)) if is_translation else None
        if left is not None:
            evidence = {"text": shortened(passage.text, _LONGEST_SHOWN)}
            yield in_passage(passage, f"{left}: translate it", evidence, plain(passage.text)[:_LONGEST_SHOWN])


def wrong_script(context: Context) -> Iterator[Violation]:
    """
    A text has no letters that the script of its language lacks.

    That is no Hangul in Japanese, no kana in Korean and Chinese, no Hangul in Chinese, and in Japanese no character
    that China simplified and Japan does not write (这, 们): in GB 2312, and not in JIS X 0213. A Korean text, and a
    sentence in it, has more Hangul than Han. A Chinese text is in traditional or in simplified characters: two that
    only Big5 or only GB 2312 has, or a common one, are not beside others of the other kind. Names and readings in
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
    sources = {pair.target.pointer: pair.source.text for pair in context.pairs}
    for passage in context.passages:
        language = primary(passage.language)
        if language == "zh" and (mixed := mixed_chinese(passage.prose)) is not None:
            words = f"traditional and simplified characters are side by side: write {_listed(mixed)} in the other form"
            evidence: Facts = {"letters": tuple(mixed), "language": passage.language}
            yield in_passage(passage, words, evidence, mixed)
        if language in LANGUAGES:
            known = sources.get(passage.pointer, "")
            runs = [run for run in dict.fromkeys(foreign_runs(passage.prose, language)) if run not in known]
            chinese = chinese_in_korean(passage.prose) if language == "ko" else None
            runs = [shortened(chinese, _LONGEST_SHOWN)] if chinese is not None else runs
        else:
            runs = _asian_text(passage) if language == "en" else []
        if runs:
            shown = ", ".join(runs[:3]) + (", …" if len(runs) > 3 else "")
            evidence = {"letters": tuple(runs), "language": passage.language}
            yield in_passage(
                passage, f"{shown} is not in the script of {passage.language}: translate it", evidence, *runs
            )


def side_missing(context: Context) -> Iterator[Violation]:
    """
    In an edition that is a translation, each paper has its texts in the language of the edition.

    An edition is a translation where one paper in it has the text translated into that language. Where the language of
    the edition is not known, three papers with the text are needed, and more than half of them with original and
    translation; so are they for a missing original. What is left untranslated in a paper is one finding; a title alone
    is a warning, and one that is a name needs no translation. An edition in one language, and a text that is missing
    whole, are no matter of this rule.

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
    missing: dict[str, list[_Missing]] = {}
    for field in _FIELDS:
        for each in _missing_in(context, field):
            missing.setdefault(each.paper.pointer, []).append(each)
    for found in missing.values():
        paper, fields = found[0].paper, [each.field for each in found]
        pointers = tuple(f"{paper.pointer}/{field}" for field in fields)
        words = "; ".join(each.words for each in found)
        evidence: Facts = {"fields": tuple(fields), "missing": found[0].side, "papers": found[0].papers}
        severity: Severity | None = "warning" if fields == ["title"] else None
        places = pointers if len(pointers) > 1 else ()
        identity = (*fields, found[0].side)
        first = f"{paper.pointer}/{fields[0]}"
        yield in_paper(paper, first, words, evidence, *identity, severity=severity, places=places)


@frozen(eq=False, repr=False)
class _Missing:
    """
    A text of a paper that lacks one side.
    """

    paper: PaperContext
    field: str
    side: str
    words: str
    papers: int


def _missing_in(context: Context, field: str) -> Iterator[_Missing]:
    """
    Yield what each paper lacks in one field, beside the other papers of the issue.
    """
    texts = [(each, text) for each in context.papers if (text := _text_of(each.paper, field)) is not None]
    both = [text for _, text in texts if text.original is not None and text.translations]
    if not both:
        return
    is_habit = len(texts) >= _LEAST_PAPERS and len(both) * 2 > len(texts)
    language = context.issue.language
    translated = [text for text in both if language is not None and language in text.translations]
    for paper, text in texts:
        is_name = field == "title" and text.original is not None and Words(text.original).is_name
        if text.original is None:
            words = f"the {field} has no original, {len(both)} of {len(texts)} have both: add it"
            if is_habit:
                yield _Missing(paper, field, "original", words, len(texts))
        elif is_name:
            continue
        elif translated and language is not None and not _is_in(text, language):
            of_all = f"{len(translated)} of {len(texts)} papers have it"
            words = f"the {field} is not translated into {language}, {of_all}: translate it"
            yield _Missing(paper, field, "translation", words, len(texts))
        elif not translated and is_habit and not text.translations:
            words = f"the {field} has no translation, {len(both)} of {len(texts)} have both: translate it"
            yield _Missing(paper, field, "translation", words, len(texts))


def _is_in(text: Text, language: str) -> bool:
    tags = [*text.translations, *([text.language] if text.original is not None and text.language is not None else [])]
    return any(primary(tag) == primary(language) for tag in tags)


def _text_of(paper: Paper, field: str) -> Text | None:
    text: Text | None = getattr(paper, field)
    return text


def _asian_text(passage: Passage) -> list[str]:
    """
    Return the beginning of an English text that is not in Latin letters.
    """
    is_latin = passage.text.isascii() or BEYOND_LATIN.search(passage.prose) is None
    letters = 0 if is_latin else len(ASIAN_LETTER.findall(passage.prose))
    is_asian = letters > 0 and letters > sum(map(len, passage.words.texts))
    return [shortened(passage.prose.strip(), _LONGEST_SHOWN)] if is_asian else []


def _listed(letters: str) -> str:
    return ", ".join(letters[:3]) + (", …" if len(letters) > 3 else "")
