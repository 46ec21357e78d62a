"""
The rule about the words on links.

Lives here: L216.
Must not know: whether a label fits its target (`_link_targets` judges that).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from mlweekly.changes import LinkRelabelled, Patch
from mlweekly.model import ROLES, Link
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Fix, Violation

__all__ = ["label_unknown"]

_STRAY = re.compile(r"[()\[\]{}.,;:|<>]+")
_NUMBER = re.compile(r"[\s#_-]*[0-9０-９]{1,3}$")
_PARTS = re.compile(r"\s*(?:[&/,+]|\band\b)\s*")
_WORDS = {word: role for role, words in ROLES.items() for word in words}
_LATIN = re.compile(r"[A-Za-z]")
_FEWEST_ALIKE = 5
_SHORTEST, _LONG, _LONGEST = 4, 8, 30
_LONGEST_LABEL = 200
_BY_CHANCE = re.compile("blob|cook|cores?|dates?|hosts?|logs?|look|modes?|nodes?|past|ports?|rate|size|suite|tasks?")
_WRITTEN = {"github": "GitHub", "arxiv": "arXiv", "pdf": "PDF", "x": "X", "youtube": "YouTube"}
_PLACEHOLDER = re.compile(
    r"(?i)x{2,}|\?+|tbd|todo|tba|foo|bar|baz|link|url|here|click here|label|untitled|asdf\w*|lorem\w*"
)


def label_unknown(context: Context) -> Iterator[Violation]:
    """
    The words on a link are words that digests use for links, spelled as they are.

    Found are a known word with a letter too many, too few, wrong or out of place (two in a long word), a known word
    with stray punctuation at its edge, and words that name nothing, such as `here`. The known words are those of
    English, Japanese, Korean and Chinese editions. A label that is rare, but no misspelling (`Qwen Chat App`), is
    nobody's mistake and is excused, but for one on a paper or a post where all others of the issue have known words; so
    is an English word that is like a known one by chance (`Core`, `Suite`).

    Why it matters: what a link is, is told by its label; a misspelled one is missed by whoever looks for the posts.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks, and answers at once | [Papre](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks, and answers at once | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: safe. The nearest known word; none where the label resembles no word.
    Counted: 3 in 65 issues of one series, `Tweet)` each time; `App` and `Qwen Chat App` are excused.
    """
    for paper in context.papers:
        for pointer, link in paper.links:
            if link.label is None or link.label.lower() in _WORDS:
                continue
            verdict, word = _judged(link.label)
            if verdict == "known" or (verdict == "rare" and not _is_odd(context, link)):
                continue
            nearest = _spelled_like(word, link.label) if word else None
            fix = None
            if nearest is not None:
                operation = LinkRelabelled(pointer, before=link.label, after=nearest, of=paper.paper.title)
                fix = Fix(Patch([operation]), safe=True)
            like = "which is no name of a link" if nearest is None else f'the nearest known label is "{nearest}"'
            yield Violation(
                pointer=f"{pointer}/label",
                message=f'{paper.name}: a link is labelled "{link.label}", {like}',
                evidence={"label": link.label, "nearest": nearest, "url": link.url},
                identity_parts=(link.label, link.canonical),
                fix=fix,
            )


@lru_cache(maxsize=1024)
def _judged(label: str) -> tuple[Literal["known", "rare", "stray", "near", "nothing"], str]:
    """
    Return what a label is: a known word, one with stray marks, nearly one, or a word for nothing; and the known word.
    """
    if len(label) > _LONGEST_LABEL:
        return "known", ""
    words = _NUMBER.sub("", label.strip()).casefold()
    bare = _without_stray(words)
    if bare != words and bare in _WORDS:
        return "stray", bare
    if words in _WORDS or any(part in _WORDS for part in _PARTS.split(bare)):
        return "known", ""
    nearest = _nearest(bare)
    if nearest is not None:
        return "near", nearest
    return ("rare" if _PLACEHOLDER.fullmatch(bare) is None else "nothing"), ""


def _is_odd(context: Context, link: Link) -> bool:
    """
    Tell whether a rare label stands on a post or paper where the issue has known words for all others of the kind.
    """
    if link.kind not in ("paper", "post") or link.role is not None:
        return False
    alike = [other for paper in context.papers for _, other in paper.links if other.kind == link.kind]
    return len(alike) >= _FEWEST_ALIKE and sum(other.role is None for other in alike) == 1


def _without_stray(words: str) -> str:
    start, end = 0, len(words)
    leading = _STRAY.match(words)
    if leading is not None:
        start = leading.end()
    while end > start and _STRAY.match(words, end - 1) is not None:
        end -= 1
    return words[start:end].strip()


def _nearest(label: str) -> str | None:
    shortest = _SHORTEST if _LATIN.search(label) is not None else _SHORTEST - 1
    if (
        not _SHORTEST - 1 <= len(label) <= _LONGEST
        or _BY_CHANCE.fullmatch(label) is not None
        or f"{label}s" in _WORDS
        or label.removesuffix("s") in _WORDS
    ):
        return None
    best: tuple[int, str] | None = None
    for word in _WORDS:
        if len(word) < shortest or abs(len(word) - len(label)) > 2:
            continue
        distance = _distance(label, word)
        if distance <= (2 if min(len(label), len(word)) >= _LONG else 1) and (best is None or distance < best[0]):
            best = (distance, word)
    return None if best is None else best[1]


def _distance(first: str, second: str) -> int:
    """
    Return how many letters are added, dropped, changed or swapped with their neighbour.
    """
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        following = [i]
        for j, other in enumerate(second, start=1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1]


def _spelled_like(word: str, label: str) -> str:
    """
    Return a known word in the letter case of the label that it replaces.
    """
    if label[:1].islower():
        return word
    if label.isupper() and len(label) > 1:
        return word.upper()
    written = _WRITTEN.get(word)
    if written is not None:
        return written
    is_title = all(part[:1].isupper() for part in label.split())
    return " ".join(part[:1].upper() + part[1:] for part in word.split()) if is_title else word.capitalize()
