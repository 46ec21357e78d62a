"""
Names of people on a line: which lines without a label are authors, and where one name ends and the next begins.
"""

from __future__ import annotations

import re

from mlweekly._expressions import expression

__all__ = ["are_names", "are_names_before", "authors_and_venue", "is_name", "split_names"]

_BETWEEN = expression(
    r"\s*[,;，、；]\s*(?:(?:and|und|et(?!\s+(?:al|coll)\b)|и(?!\s+(?:др|соавт)\b)|và(?!\s+c)|ve(?!\s+ark\b)"
    r"|y(?!\s+(?:cols|otros)\b)|e(?!\s+(?:cols|outros)\b)|&)\s+)?"
    r"|\s+(?:and|und|et(?!\s+(?:al|coll)\b)|и(?!\s+(?:др|соавт)\b)|và(?!\s+c)|ve(?!\s+ark\b)|&|＆|と|및|和|与)\s+"
    # "y" and "e" are in names, too: "José Ortega y Gasset", not "Lucía Gómez y Pablo Ruiz".
    r"|\s+(?:y(?!\s+(?:cols|otros)\b)|e(?!\s+(?:cols|outros)\b))\s+(?=[^\W\d_][\w.'’-]*\s+(?!y\b|e\b)[^\W\d_])"
)
_ET_AL = expression(
    r"\bet\.?\s?al\b\.?|等$|외 ?[0-9]*명?$|ら$"
    r"|\b(?:и др|и соавт|ve ark|et coll|y cols|y otros|e cols|e outros|u\. ?a|và cộng sự|và cs)(?:\.|$)",
    re.IGNORECASE,
)
# In each match of `_ET_AL` is one of these; to look for them takes a tenth of the time.
_SIGNS_OF_MORE = ("et", "等", "외", "ら", "др", "соавт", "ark", "col", "otros", "outros", "u.", "cộng", "cs")
_NAME = expression(r"(?:[^\W\d_][\w.'’\-‐·・]*)(?:[ \u00a0][^\W\d_][\w.'’\-‐·・]*){0,5}")
_PLACE = expression(r"[ \t]*[(（][^()（）]{1,120}[)）]")
_PARTICLE = expression(
    "van|von|de|der|den|del|della|di|da|das|do|dos|du|la|le|el|al|bin|ben|ter|ten|et|y|e|and|и|và|ve"
)
_FIRST_LETTERS = expression(r"(?:^| )(([^\W\d_]{2})[^\W_]*)")
# Names in Han and Hangul have a few letters; a clause such as "本文研究了网络" has more.
_CLAUSE = expression(r"[\u3041-\u309f\u4e00-\u9fff\uac00-\ud7a3]{7}")
_EAST_ASIAN = expression(r"[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
# Scripts without capitals: a name is at most so long ("クロード・シャノン"), and a clause is mostly longer.
_LONGEST_WITHOUT_CASE = 12
# Longer parts before a full stop are those of a sentence.
_LONGEST_IN_HAN = 5
# "… et al. arXiv." and "A. Jacovi, Y. Goldberg. ACL 2020": the names end at a full stop behind a whole word.
_END_OF_NAMES = expression(r"\bet\.?\s?al(?:\b|(?=\.))\.?(?=\s|$|[A-Z])|(?<=[^\W\d_]{2})\.(?=\s)", re.IGNORECASE)
# In each match of `_END_OF_NAMES` is one of these.
_MARKS_OF_END = (".", "et")
_MOST = 200


def split_names(words: str) -> tuple[str, ...]:
    """
    Return the names on a line as printed; "et al." stays with the name before it.

    >>> split_names("Ada Byron, Grace Hopper and Mary Kenneth Keller et al.")
    ('Ada Byron', 'Grace Hopper', 'Mary Kenneth Keller et al.')
    """
    names: list[list[str]] = []
    depth = 0
    for part in _BETWEEN.split(" ".join(words.split()).rstrip(",;，、；")):
        name = part.strip() if part else ""
        if not name:
            continue
        if names and (depth > 0 or _ET_AL.fullmatch(name) is not None):
            names[-1].append(name)
        else:
            names.append([name])
            depth = 0
        depth += name.count("(") - name.count(")")
    return tuple(", ".join(parts) for parts in names)


def are_names(words: str) -> bool:
    """
    Return whether a line without a label can only be names: two or more, each of a few capitalised words.
    """
    is_sentence = words.rstrip().endswith(".") and not words.rstrip().endswith("al.")
    words = words.strip().rstrip(".")
    if not words or words[-1] in "!?。:：" or "http" in words:
        return False
    names = split_names(words)
    if is_sentence and _EAST_ASIAN.search(words) is not None and max(map(len, names), default=0) > _LONGEST_IN_HAN:
        return False
    may_have_more = _may_have_more(words)
    has_more = may_have_more and _ET_AL.search(words) is not None
    if not names or len(names) > _MOST or (len(names) == 1 and not has_more):
        return False
    bare = [_ET_AL.sub("", name) for name in names] if may_have_more else names
    each = [_without_place(name) for words in bare if (name := words.strip(" ,"))]
    # Of many names, one may be misspelt: "Hao liu".
    return sum(map(_is_name, each)) * 5 >= len(each) * 4 and all(name.count(" ") < 6 for name in each)


def _may_have_more(words: str) -> bool:
    return any(map(words.casefold().__contains__, _SIGNS_OF_MORE))


def is_name(words: str) -> bool:
    """
    Return whether words could be the name of one author, a person's or a group's, such as "OpenAI".
    """
    return words.count(" ") < 4 and _is_name(_without_place(words.strip().rstrip(".")))


def are_names_before(words: str, behind: str) -> bool:
    """
    Return whether words before a dash are names; a single one needs a category in italics behind the dash.
    """
    return are_names(words) or (is_name(words) and " " in words.strip() and behind.startswith(("*", "_")))


def _is_name(name: str) -> bool:
    is_long = len(name) > (_LONGEST_WITHOUT_CASE if name.lower() == name.upper() else 60)
    return (
        not is_long
        and _NAME.fullmatch(name) is not None
        and (name.isascii() or _CLAUSE.search(name) is None)
        and not any(
            start.islower() and _PARTICLE.fullmatch(word) is None for word, start in _FIRST_LETTERS.findall(name)
        )
    )


def _without_place(name: str) -> str:
    """
    Return a name without the institution in brackets behind it, and without soft hyphens.
    """
    bare = _PLACE.sub("", name) if "(" in name or "（" in name else name
    return bare.replace("\xad", "").strip()


def authors_and_venue(words: str) -> tuple[str, str] | None:
    """
    Return the authors and the venue of words such as "Ada Byron et al. arXiv."; None if they do not begin with names.

    >>> authors_and_venue("Ada Byron et al. ACL 2020.")
    ('Ada Byron et al.', 'ACL 2020.')
    """
    may_end = any(map(words.casefold().__contains__, _MARKS_OF_END))
    match = _END_OF_NAMES.search(words) if may_end else None
    if match is not None:
        authors = words[: match.end()].strip()
        names = authors if match[0] != "." else authors[:-1]
        single = len(split_names(names)) == 1 and _is_name(_without_place(names.strip())) and " " in names.strip()
        if single or are_names(names):
            return names, words[match.end() :].strip(" ,;")
        return None
    names = words.strip()
    names = names if "." not in names or _ET_AL.search(names, max(0, len(names) - 12)) else names.rstrip(".")
    return (names, "") if are_names(words) else None
