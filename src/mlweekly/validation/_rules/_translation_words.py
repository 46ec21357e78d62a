"""
The rules about the words of translations: names, acronyms, terms, URLs and markup stay, and no other words come in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mlweekly.changes import Patch
from mlweekly.validation import _translation
from mlweekly.validation._analysis._words import plain
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import in_passage

__all__ = ["acronym_missing", "foreign_token_added", "glossary_term", "markup_mismatch", "model_name", "url_missing"]

if TYPE_CHECKING:
    from mlweekly.validation._translation import Pair

_LONGEST_SHOWN = 60


def url_missing(context: Context) -> Iterator[Violation]:
    """
    The URLs in the text of an original are in its translation.

    URLs are compared by what they point to, so that `http` and tracking parameters do not matter, and a bare URL may
    have become the target of a link. What follows a URL without a space, such as で or 。, is no part of it. A
    translation may have more of them.

    Why it matters: code and data are found by these links, and one changed letter makes them dead.
    Bad:
        ## Moshi

        ### 論文紹介

        コードは公開されています。

        > The code is at https://example.org/moshi for all.
    Good:
        ## Moshi

        ### 論文紹介

        コードはhttps://example.org/moshi で公開されています。

        > The code is at https://example.org/moshi for all.
    Fix: unsafe. The URL takes the place of one that the original does not have, or is at the end, as `<URL>`.
    Counted: 0 of 29 pairs.
    """
    for pair in context.pairs:
        missing, added = pair.url_differences
        after = pair.with_urls() if missing else ""
        for url in missing:
            fix = Fix(Patch([pair.target.reworded(after)]), safe=False)
            words = f"the original has {url}, and this translation does not: add it"
            yield in_passage(pair.target, words, {"original": url, "others": tuple(added)}, url, fix=fix)


def acronym_missing(context: Context) -> Iterator[Violation]:
    """
    The acronyms and mixed-case names of an original are in its translation.

    Two capitals make one (`DoT`, `GPTQ`, `GitHub`). Excused are words that languages have words of their own for
    (`AI`, `LLM`, `RL`, `SOTA`), an acronym that is in the original only in brackets, behind what it is short for,
    and one that the translation spells out. A preferred term in the glossary excuses its source. A name with one letter
    wrong is a warning. CoT-SC is one name; names with digits are left to T520.

    Why it matters: names are how readers look things up, and a sentence that lost its name may have lost its subject.
    Bad:
        ## Moshi

        ### 論文紹介

        Moshiは推論を図としてモデル化します。

        > Models thoughts as a diagram, so that DoT explains itself.
    Good:
        ## Moshi

        ### 論文紹介

        推論を図としてモデル化し、DoTが自らを説明できるようにします。

        > Models thoughts as a diagram, so that DoT explains itself.
    Fix: none.
    Counted: 1 of 29 pairs, true.
    """
    terms = {plain(term.source) for term in context.settings.glossary}
    for pair in context.pairs:
        missing = list(pair.missing_acronyms(terms)) if pair.is_into_asian else []
        added = list(pair.added_words(context.passages)) if missing else []
        for word, name in missing:
            near = next((each for each in added if pair.is_nearly(each, word)), None)
            evidence: Facts = {"original": word, "translation": near}
            words = f"the original names {word}, and this translation does not: keep the name"
            if near is not None:
                words = f"the original names {word}, this translation {near}: write {word}"
            yield in_passage(pair.target, words, evidence, name, severity="warning" if near is not None else None)


def model_name(context: Context) -> Iterator[Violation]:
    """
    Names with digits stay whole: `GPT-4o`, `LLaMA-3.1-8B`, `Qwen2.5`, `o1-mini`.

    Separators and capitals do not matter (`GPT 4o`), and what English hangs on a name (`GPT-4o-based`) is no part of
    it. A name that is lost whole is a remark, and only told where its letters show a name (`GPT-4`): CO2, Top-5 and
    COVID-19 have words of their own in other languages.

    Why it matters: `GPT-4o` and `GPT-4` are two models, and readers compare results by these names.
    Bad:
        ## Moshi

        ### 論文紹介

        GPT-4を上回ります。

        > It beats GPT-4o.
    Good:
        ## Moshi

        ### 論文紹介

        GPT-4oを上回ります。

        > It beats GPT-4o.
    Fix: unsafe. The name of the original replaces the other one if that occurs once.
    Counted: 0 of 29 pairs; of 438 abstracts elsewhere 2, one of them true.
    """
    for pair in context.pairs:
        for name, instead in pair.lost_names(context.passages):
            if instead is None:
                words = f"the original names {name}, and this translation does not: keep the name"
                yield in_passage(pair.target, words, {"original": name}, name, severity="info")
                continue
            words = f"the original names {name}, this translation {instead}: write {name}"
            evidence: Facts = {"original": name, "translation": instead}
            after = pair.target.text.replace(instead, name)
            is_once = pair.target.text.count(instead) == 1
            fix = Fix(Patch([pair.target.reworded(after)]), safe=False) if is_once else None
            yield in_passage(pair.target, words, evidence, name, instead, fix=fix)


def foreign_token_added(context: Context) -> Iterator[Violation]:
    """
    A translation has no Latin word that nothing in the original stands for.

    Known is what the paper's originals or links have, in any field and any form (`fine-tuned` for `finetuning`), what
    abbreviates or spells out some of their words (`CoT` for chain of thought), a well-known acronym whose letters begin
    words of theirs (`RLHF` for reinforcement learning from feedback by humans), a gloss in brackets behind a
    translated phrase, and everyday words such as `AI`, `API` and `Web`. Where a word came in, its sound in katakana or
    Hangul (ユニティ for `Unity`) came in with it: it is found in all translations of the issue.

    Why it matters: such a word is a slip of a machine, as `Unity` in the place of "we", and readers take it for a name.
    Bad:
        ## Moshi

        ### 論文紹介

        これに対し、Unityは話しながら聞き取るモデルを紹介します。

        > To this end, we introduce a model that listens while it speaks.
    Good:
        ## Moshi

        ### 論文紹介

        これに対し、私たちは話しながら聞き取るモデルを紹介します。

        > To this end, we introduce a model that listens while it speaks.
    Fix: none. What the word stands for is for a translator to say.
    Counted: 2 of 29 pairs, both true.
    """
    pairs = [pair for pair in context.pairs if pair.is_into_asian]
    found = [(pair, word) for pair in pairs for word in _added_words(pair, context)]
    if found:
        added = _translation.Sounds(word for _, word in found)
        found += [(pair, loan) for pair in pairs for loan in pair.words_sounding_like(added)]
    for pair, word in found:
        words = f"nothing in the original stands for {word}: write what the original says"
        yield in_passage(pair.target, words, {"translation": word}, word)


def glossary_term(context: Context) -> Iterator[Violation]:
    """
    A translation keeps the terms that are not to be translated, and has the preferred translation of the others.

    The terms are those of `Settings.glossary`. A term is looked for as a word, in capitals or not; its translation
    anywhere, so that endings and particles may follow. For `ko`, the ending 다 or 하다 of a preferred verb is free.
    Tags are compared by language: a term for `zh` holds for `zh-TW`.

    Why it matters: one thing with two names looks like two things.
    With: glossary=[Term("Moshi"), Term("agent", {"ja": "エージェント"})]
    Bad:
        ## Moshi

        ### 論文紹介

        代理人は話しながら聞き取ります。

        > An agent that listens while it speaks.
    Good:
        ## Moshi

        ### 論文紹介

        エージェントは話しながら聞き取ります。

        > An agent that listens while it speaks.
    Fix: unsafe. Where the translation left a term that has a preferred translation in Latin letters, or wrote one that
    has none by its sound, that is replaced; else none.
    Counted: no document has a glossary; terms are in the caller's settings.
    """
    for pair in context.pairs if context.settings.glossary else ():
        for term in context.settings.glossary:
            preferred = pair.preferred(term.translations)
            if (term.translations and preferred is None) or not pair.lacks_term(term.source, preferred):
                continue
            after = pair.with_term(term.source, preferred)
            wanted = preferred or f"{term.source}, untranslated"
            words = f"the original has {term.source}, for which the glossary wants {wanted}: use it here"
            evidence: Facts = {"original": term.source, "preferred": preferred}
            fix = None if after == pair.target.text else Fix(Patch([pair.target.reworded(after)]), safe=False)
            yield in_passage(pair.target, words, evidence, term.source, fix=fix)


def markup_mismatch(context: Context) -> Iterator[Violation]:
    """
    A translation has as much code, strong text, emphasis and links as its original.

    Code has to be the same, but for its order. Emphasis may have become quotes (『』, “”), a bare URL a link. Quotes of
    TeX (``` ``so'' ```) are no code, and a lone asterisk, as in `A*`, is no emphasis.

    Why it matters: a mark that was lost shows a name as a word, one that was left over shows itself.
    Bad:
        ## Moshi

        ### 論文紹介

        話す前に listen を呼び出します。

        > Calls `listen` before it speaks.
    Good:
        ## Moshi

        ### 論文紹介

        話す前に`listen`を呼び出します。

        > Calls `listen` before it speaks.
    Fix: none.
    Counted: 0 of 29 pairs.
    """
    for pair in context.pairs:
        for kind, own, other in pair.markup_differences():
            words = f"{kind}: {_counted(own)} in the original, {_counted(other)} here: mark the same words"
            evidence: Facts = {"kind": kind, "original": tuple(own), "translation": tuple(other)}
            yield in_passage(pair.target, words, evidence, kind, *own, *other)


def _added_words(pair: Pair, context: Context) -> Iterator[str]:
    """
    Yield the words that came in, but for those that T506 and T520 tell: DAT for DoT, Qwen2 for Qwen2.5.
    """
    added = list(pair.added_words(context.passages))
    if not added:
        return iter(())
    instead = " ".join(lost.instead or "" for lost in pair.lost_names(context.passages))
    missing = [word for word, _ in pair.missing_acronyms(())]
    return (word for word in added if word not in instead and not any(pair.is_nearly(word, each) for each in missing))


def _counted(marks: list[str]) -> str:
    return f"{len(marks)} ({', '.join(marks)[:_LONGEST_SHOWN]})" if marks else "none"
