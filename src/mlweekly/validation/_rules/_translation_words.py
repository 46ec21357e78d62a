"""
The rules about Latin words in translations: names and acronyms stay, and no other words come in.

Lives here: T506 to T508 and T519.
Must not know: how words are read; how rules are chosen and run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from mlweekly.changes import Patch
from mlweekly.validation._analysis._numbers import of_ordinary_width
from mlweekly.validation._analysis._passages import Pair, Passage
from mlweekly.validation._analysis._scripts import ASIAN_LETTER, LANGUAGES, loanwords, sounds_like
from mlweekly.validation._analysis._vocabulary import EVERYDAY, KNOWN, SHOUTED, TRANSLATED
from mlweekly.validation._analysis._words import Word, plain, primary, singular
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Fix, Violation
from mlweekly.validation._settings import Term

__all__ = ["acronym_missing", "acronym_near_miss", "foreign_token_added", "glossary_term"]

_GLOSS_AFTER_ASIAN = re.compile(r"(?<=[぀-ヿ㐀-鿿가-힣])[ ]?[(（][^()（）]*[)）]")
_TWO_CAPITALS = re.compile("[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*")
_PHRASE = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)+")
_AFTER_FIGURE = re.compile(r"[0-9０-９][ ]?$")
_LONGEST_UNIT = 3
_SHORT = 3
_LEAST_COMMON = 0.6


def acronym_missing(context: Context) -> Iterator[Violation]:
    """
    The acronyms and mixed-case names of an original are in its translation.

    Two capitals make one (`DoT`, `GPTQ`, `GitHub`). Excused are words that languages have words of their own for
    (`AI`, `LLM`, `RL`, `SOTA`), an acronym that stands in the original only in brackets, behind what it is short for,
    and one that the translation spells out. A preferred term in the glossary excuses its source.

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
    for pair in _into_asian(context.pairs):
        seen: set[str] = set()
        for word in pair.source.words.acronyms:
            name = singular(word.text)
            if name in seen or name in TRANSLATED or name in terms:
                continue
            seen.add(name)
            if _is_missing(word, name, pair):
                yield Violation(
                    pointer=pair.target.pointer,
                    message=f"{pair.target.name}: {word.text} is in the original and not here",
                    evidence={"original": word.text},
                    identity_parts=(pair.target.field, str(pair.target.language), name),
                )


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
    pairs = list(_into_asian(context.pairs))
    added: dict[str, str] = {}
    found: list[tuple[Pair, str]] = []
    for pair in pairs:
        for name in _added_words(pair, context):
            added.setdefault(plain(name), name)
            found.append((pair, name))
    if added:
        found += [(pair, loan) for pair in pairs for loan in _sounding_like(pair, added.values())]
    for pair, name in found:
        yield Violation(
            pointer=pair.target.pointer,
            message=f"{pair.target.name}: {name} is here, and nothing in the original stands for it",
            evidence={"translation": name},
            identity_parts=(pair.target.field, str(pair.target.language), name),
        )


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
    Counted: no document has a glossary; a term stands in the settings of who asks.
    """
    for pair in context.pairs if context.settings.glossary else ():
        language = primary(pair.target.language)
        for term in context.settings.glossary:
            preferred = _preferred(term, language)
            if (term.translations and preferred is None) or not _has_term(pair.source.prose, term.source):
                continue
            if _is_kept(pair, preferred or term.source, language):
                continue
            wanted = f"{preferred} is preferred" if preferred else "it is not to be translated"
            yield Violation(
                pointer=pair.target.pointer,
                message=f"{pair.target.name}: {term.source} is in the original, {wanted}, and not here",
                evidence={"original": term.source, "preferred": preferred},
                identity_parts=(pair.target.field, str(pair.target.language), term.source),
                fix=_glossary_fix(pair, term, preferred),
            )


def acronym_near_miss(context: Context) -> Iterator[Violation]:
    """
    No acronym is one letter away from one that the title or the abstract of its paper has.

    Judged are acronyms of three letters or more in summaries and translations that neither title nor abstract has.
    Excused are those that a text of the paper spells out (beside them in brackets, or in words with capitals), that
    another paper of the issue has, and the well-known ones, for `CoT` beside `DoT` is no slip. An original and its
    translations are one finding.

    Why it matters: it is the name of the thing itself that is wrong, and a search for it finds nothing.
    Bad:
        ## 思考のダイアグラム(DoT) / On the Diagram of Thought (DoT)

        ### 論文紹介

        DATは推論を図としてモデル化します。

        > DAT models reasoning as a diagram.
    Good:
        ## 思考のダイアグラム(DoT) / On the Diagram of Thought (DoT)

        ### 論文紹介

        DoTは推論を図としてモデル化します。

        > DoT models reasoning as a diagram.
    Fix: none. Which of both is right is for an editor to say.
    Counted: 1 on the Japanese post and 1 on the 65 issues of the English table, the same one, true.
    """
    for _, group in groupby(context.passages, key=lambda passage: id(passage.paper)):
        passages = list(group)
        if passages[0].paper is not None:
            yield from _near_misses(passages, context)


def _into_asian(pairs: Iterable[Pair]) -> Iterator[Pair]:
    return (pair for pair in pairs if primary(pair.target.language) in LANGUAGES)


def _is_missing(word: Word, name: str, pair: Pair) -> bool:
    target = pair.target.words
    if name in target.plain or (len(name) > _SHORT and name in target.squeezed) or target.spells(name):
        return False
    own = [each for each in pair.source.words.acronyms if singular(each.text) == name]
    text = pair.source.prose
    is_only_gloss = all(text[: each.start].endswith(("(", "（")) for each in own)
    is_shouted = word.text.isupper() and word.text.lower() in SHOUTED
    return not is_only_gloss and not is_shouted


def _added_words(pair: Pair, context: Context) -> Iterator[str]:
    text = pair.target.prose
    words = [word for word in pair.target.words.all if plain(word.text) not in pair.source.words.plain]
    if not words:
        return
    glosses = [match.span() for match in _GLOSS_AFTER_ASIAN.finditer(text)]
    spelled_out = [match for match in _PHRASE.finditer(text) if _abbreviates(match[0], pair)]
    originals = _originals(pair, context)
    squeezed = " ".join([*(passage.words.squeezed for passage in originals), *_urls(pair)])
    places = [*glosses, *(match.span() for match in spelled_out)]
    seen: set[str] = set()
    for word in words:
        name = plain(word.text)
        if len(name) < 2 or name in EVERYDAY or name in seen or any(start <= word.start < end for start, end in places):
            continue
        is_unit = len(name) <= _LONGEST_UNIT and _AFTER_FIGURE.search(text, max(0, word.start - 2), word.start)
        if not is_unit and not _is_known(word.text, name, originals, squeezed):
            seen.add(name)
            yield word.text


def _originals(pair: Pair, context: Context) -> list[Passage]:
    paper = pair.target.pointer.split("/")[2]
    return [
        each for each in context.passages if not each.is_translation and each.pointer.startswith(f"/papers/{paper}/")
    ]


def _urls(pair: Pair) -> Iterator[str]:
    paper = pair.target.paper
    for link in paper.links if paper is not None else ():
        yield plain(link.url)
    yield plain(pair.source.text)


def _abbreviates(phrase: str, pair: Pair) -> bool:
    initials = "".join(part[0] for part in re.split("[ -]", phrase.lower()))
    return len(initials) > 1 and initials in pair.source.words.plain


def _is_known(word: str, name: str, originals: list[Passage], squeezed: str) -> bool:
    if len(name) > _SHORT and name.removesuffix("s") in squeezed:
        return True
    for passage in originals:
        words = passage.words
        if name in words.plain or singular(word) in words.plain or words.spells(word):
            return True
        if name in KNOWN and _TWO_CAPITALS.fullmatch(word) and set(name) <= set(words.initials[0]):
            return True
        if len(name) > _SHORT and any(_is_form_of(name, other) for other in words.plain):
            return True
    return False


def _is_form_of(word: str, other: str) -> bool:
    """
    Whether two words begin alike: four letters or more, and most of both.
    """
    common = 0
    for own, their in zip(word, other, strict=False):
        if own != their:
            break
        common += 1
    return common > _SHORT and common >= _LEAST_COMMON * len(word)


def _sounding_like(pair: Pair, added: Iterable[str]) -> Iterator[str]:
    """
    Yield each word in the script of a translation that sounds like one of those added, and like none of the original.
    """
    language = primary(pair.target.language) or ""
    seen: set[str] = set()
    for loan in loanwords(pair.target.prose, language):
        if loan in seen:
            continue
        seen.add(loan)
        is_added = any(sounds_like(loan, word) for word in added)
        if is_added and not any(sounds_like(loan, word) for word in pair.source.words.plain):
            yield loan


def _preferred(term: Term, language: str | None) -> str | None:
    return next((words for tag, words in term.translations.items() if primary(tag) == language), None)


def _has_term(text: str, source: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(source)}s?(?![A-Za-z0-9])", text, re.IGNORECASE) is not None


def _is_kept(pair: Pair, wanted: str, language: str | None) -> bool:
    if language == "ko":
        wanted = re.sub("(?<=[가-힣])(?:하다|다)$", "", wanted)
    return wanted.lower() in pair.target.text.lower() if ASIAN_LETTER.search(wanted) else wanted in pair.target.text


def _glossary_fix(pair: Pair, term: Term, preferred: str | None) -> Fix | None:
    text = pair.target.text
    if preferred is not None:
        left = re.compile(rf"(?<![A-Za-z0-9]){re.escape(term.source)}s?(?![A-Za-z0-9])", re.IGNORECASE)
        after = left.sub(lambda _: preferred, text)
    else:
        language = primary(pair.target.language) or ""
        loan = next((each for each in loanwords(text, language) if sounds_like(each, term.source)), None)
        after = re.sub(re.escape(term.source), lambda _: term.source, text, flags=re.IGNORECASE)
        after = after if loan is None else text.replace(loan, term.source)
    return None if after == text else Fix(Patch([pair.target.reworded(after)]), safe=False)


def _near_misses(passages: list[Passage], context: Context) -> Iterator[Violation]:
    sure = [each for each in passages if each.field in ("title", "abstract") and not each.is_translation]
    shown = frozenset[str]().union(*(_capitals_in(passage) for passage in sure))
    others = [passage for passage in passages if passage not in sure] if shown else []
    others = [passage for passage in others if _may_have_near_miss(passage, shown)]
    if not others:
        return
    names = {singular(word.text): word.text for passage in sure for word in passage.words.acronyms}
    names = {name: text for name, text in names.items() if len(name) >= _SHORT}
    places: dict[str, list[tuple[Passage, Word]]] = {}
    for passage in others:
        for word in passage.words.acronyms:
            places.setdefault(singular(word.text), []).append((passage, word))
    for name, own in places.items():
        near = next((text for other, text in names.items() if _is_one_letter_off(name, other)), None)
        if (
            near is None
            or any(name in each.words.plain for each in sure)
            or name in KNOWN
            or _is_explained(name, passages, context)
        ):
            continue
        pointers = tuple(dict.fromkeys(passage.pointer for passage, _ in own))
        text = own[0][1].text
        yield Violation(
            pointer=pointers[0],
            message=f"{own[0][0].name}: {text} is one letter from {near}, which the title or the abstract has",
            evidence={"text": text, "elsewhere": near},
            identity_parts=(name, near),
            places=pointers if len(pointers) > 1 else (),
        )


def _capitals_in(passage: Passage) -> set[str]:
    """
    Return what may be the acronyms of a text, folded: a quick look that misses none.
    """
    found = _TWO_CAPITALS.findall(of_ordinary_width(passage.text))
    return {name.removesuffix("s").lower() for name in found if len(name) >= _SHORT}


def _may_have_near_miss(passage: Passage, names: frozenset[str]) -> bool:
    found = _capitals_in(passage) - names
    return any(_is_one_letter_off(name, other) for name in found for other in names)


def _is_one_letter_off(name: str, other: str) -> bool:
    """
    Whether two names differ by one letter, or by two neighbours that changed places.
    """
    if name == other or len(name) != len(other):
        return False
    places = [place for place, (own, their) in enumerate(zip(name, other, strict=True)) if own != their]
    if len(places) == 1:
        return name[places[0]].isalpha() and other[places[0]].isalpha()
    is_swap = len(places) == 2 and places[1] == places[0] + 1
    return is_swap and name[places[0]] == other[places[1]] and name[places[1]] == other[places[0]]


def _is_explained(name: str, passages: list[Passage], context: Context) -> bool:
    if any(passage.words.spells_out(name) for passage in passages):
        return True
    return any(name in each.words.plain for each in context.passages if each not in passages)
