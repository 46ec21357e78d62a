"""
Names of people on a line: where authors stand without a label, and where one name ends and the next begins.
"""

from __future__ import annotations

import re

__all__ = ["are_names", "are_names_before", "authors_and_venue", "is_name", "split_names"]

_BETWEEN = re.compile(
    r"\s*[,;，、；]\s*(?:(?:and|und|et(?!\s+al)|и|và|ve|y|e|&)\s+)?|\s+(?:and|und|et(?!\s+al)|и|và|ve|&|＆|と|및|和|与)\s+"
    # "y" and "e" are in names, too: "José Ortega y Gasset", not "Lucía Gómez y Pablo Ruiz".
    r"|\s+(?:y|e)\s+(?=[^\W\d_][\w.'’-]*\s+(?!y\b|e\b)[^\W\d_])"
)
_ET_AL = re.compile(r"\bet\.?\s?al\b\.?|等$|외 ?[0-9]*명?$|ら$", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_][\w.'’\-‐·・]*)(?:[ \u00a0][^\W\d_][\w.'’\-‐·・]*){0,5}")
_PLACE = re.compile(r"[ \t]*[(（][^()（）]{1,120}[)）]")
_PARTICLE = re.compile("van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ben|ter|ten|et|y|e|and")
_FIRST_LETTERS = re.compile(r"(?:^| )(([^\W\d_]{2})[^\W_]*)")
# Names in Han and Hangul have a few letters; a clause such as "本文研究了网络" has more.
_CLAUSE = re.compile(r"[\u3041-\u309f\u4e00-\u9fff\uac00-\ud7a3]{7}")
_EAST_ASIAN = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
# "… et al. arXiv." and "A. Jacovi, Y. Goldberg. ACL 2020": the names end at a full stop behind a whole word.
_END_OF_NAMES = re.compile(r"\bet\.?\s?al(?:\b|(?=\.))\.?(?=\s|$|[A-Z])|(?<=[^\W\d_]{2})\.(?=\s)", re.IGNORECASE)
_MOST = 200


def split_names(words: str) -> tuple[str, ...]:
    """
    Return the names on a line as printed; "et al." stays with the name before it.

    >>> split_names("Ada Byron, Grace Hopper and Mary Kenneth Keller et al.")
    ('Ada Byron', 'Grace Hopper', 'Mary Kenneth Keller et al.')
    """
    names: list[str] = []
    for part in _BETWEEN.split(words.strip().rstrip(",;，、；")):
        name = part.strip() if part else ""
        if name and names and names[-1].count("(") > names[-1].count(")"):
            names[-1] = f"{names[-1]}, {name}"
            continue
        if name and names and _ET_AL.fullmatch(name) is not None:
            names[-1] = f"{names[-1]}, {name}"
        elif name:
            names.append(name)
    return tuple(names)


def are_names(words: str) -> bool:
    """
    Return whether a line without a label can only be names: two or more, each of a few capitalised words.
    """
    is_sentence = words.rstrip().endswith(".") and not words.rstrip().endswith("al.")
    words = words.strip().rstrip(".")
    if not words or words[-1] in "!?。:：" or "http" in words:
        return False
    if is_sentence and _EAST_ASIAN.search(words) is not None:
        return False
    names = split_names(words)
    has_more = _ET_AL.search(words) is not None
    if not names or len(names) > _MOST or (len(names) == 1 and not has_more):
        return False
    bare = [name for name in (_ET_AL.sub("", each).strip(" ,") for each in names) if name]
    # Of many names, one may be misspelt: "Hao liu".
    return sum(map(_is_name, bare)) * 5 >= len(bare) * 4 and all(
        name.count(" ") < 6 for name in map(_without_place, bare)
    )


def is_name(words: str) -> bool:
    """
    Return whether words could be the name of one author, a person's or a group's, such as "OpenAI".
    """
    return _is_name(words.strip().rstrip(".")) and words.count(" ") < 4


def are_names_before(words: str, behind: str) -> bool:
    """
    Return whether words before a dash are names; a single one needs a category in italics behind the dash.
    """
    return are_names(words) or (is_name(words) and " " in words.strip() and behind.startswith(("*", "_")))


def _is_name(name: str) -> bool:
    name = _without_place(name)
    return (
        _NAME.fullmatch(name) is not None
        and len(name) <= 60
        and _CLAUSE.search(name) is None
        and not any(
            start.islower() and _PARTICLE.fullmatch(word) is None for word, start in _FIRST_LETTERS.findall(name)
        )
    )


def _without_place(name: str) -> str:
    """
    Return a name without the institution in brackets behind it, and without soft hyphens.
    """
    return _PLACE.sub("", name).replace("\xad", "").strip()


def authors_and_venue(words: str) -> tuple[str, str] | None:
    """
    Return the authors and the venue of words such as "Ada Byron et al. arXiv."; None if they do not begin with names.

    >>> authors_and_venue("Ada Byron et al. ACL 2020.")
    ('Ada Byron et al.', 'ACL 2020.')
    """
    match = _END_OF_NAMES.search(words)
    if match is not None:
        authors = words[: match.end()].strip()
        names = authors if match[0] != "." else authors[:-1]
        single = len(split_names(names)) == 1 and _is_name(names.strip()) and " " in names.strip()
        if single or are_names(names):
            return names, words[match.end() :].strip(" ,;")
        return None
    names = words.strip().rstrip(".")
    return (names, "") if are_names(words) else None
