"""
Names of authors, taken apart only where one reading is possible.
"""

from __future__ import annotations

import re
import unicodedata

from attrs import frozen

from mlweekly._expressions import expression
from mlweekly.exports._texts import one_line

__all__ = ["Name", "name_of"]

_ET_AL = expression(r"\b(?:et\.? ?al\b\.?|and others)\Z", re.IGNORECASE)
_INITIAL = expression(r"[^\W\d_](?:\.(?:-?[^\W\d_]\.)*)?")
_WORD = expression(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTICLE = expression(
    r"(?:van|von|vom|zu|de|der|den|del|della|di|da|das|do|dos|du|la|le|el|al|bin|ibn|ben|ter|ten)\Z", re.IGNORECASE
)
_SUFFIX = expression(r"(?:jr|sr|i{2,3}|iv|phd|md|inc|ltd|llc|gmbh|corp)\.?\Z", re.IGNORECASE)
# "Google Research", "Gemma Team", "Allen Institute": groups of two words.
_GROUP = expression(
    r"\b(?:academy|ai|association|authors|brain|center|centre|collaboration|college|community|company|consortium"
    r"|contributors|deepmind|department|foundation|google|group|institute|intelligence|labs?|laborator(?:y|ies)"
    r"|meta|microsoft|network|nvidia|organi[sz]ation|project|research|robotics|school|society|studio|team|tech"
    r"|technolog(?:y|ies)|university|working)\b",
    re.IGNORECASE,
)
# "DeepMind" and "ByteDance" are no people; "LeCun", "McCallum" and "DeJong" are.
_CAPITAL_INSIDE = expression(r"(?!(?:Mc|Mac|Le|La|De|Di|Du|Van|Von|Fitz|O['’]?)[A-Z])[A-Z][^\W\d_]*[a-z][A-Z]")
# In Vietnamese the family name comes first, and the letters tell.
_VIETNAMESE = expression("[\u1ea0-\u1ef9đơưĐƠƯ]")


@frozen
class Name:
    """
    A name: in two parts where that is safe, else as printed.

    Attributes:
        literal: The name as printed, without "et al.".
        family: The family name, or None.
        given: The given names, or None.
        has_more: Whether "et al." followed.
    """

    literal: str
    family: str | None = None
    given: str | None = None
    has_more: bool = False


def name_of(author: str) -> Name:
    """
    Return the name of an author, in parts if it is `Last, First`, `First Last` or `First M. Last` in Latin script.

    Particles, a second word between first and last, suffixes, groups, other scripts and Vietnamese stay whole.

    >>> name_of("Geoffrey E. Hinton").family, name_of("Gabriel García Márquez").family, name_of("Gemma Team").family
    ('Hinton', None, None)
    """
    printed = one_line(author)
    name = _ET_AL.sub("", printed).strip(" ,") or printed
    has_more = name != printed.strip(" ,")
    parts = _parts(name)
    return Name(name, None, None, has_more) if parts is None else Name(name, *parts, has_more)


def _parts(name: str) -> tuple[str, str] | None:
    if _GROUP.search(name) or _VIETNAMESE.search(name) or not _is_latin(name):
        return None
    if name.count(",") == 1:
        family, given = (part.strip() for part in name.split(","))
        words = family.split()
        if not given or not words or not _is_family(words[-1]) or not all(map(_is_given, given.split())):
            return None
        return (family, given) if all(_is_family(word) or _is_particle(word) for word in words) else None
    *given_words, last = name.split()
    if not given_words or not _is_family(last) or not all(map(_is_given, given_words)):
        return None
    # "Gabriel García Márquez" has two family names, "Mary Kenneth Keller" one: only initials are sure.
    is_sure = all(_INITIAL.fullmatch(word) for word in given_words[1:])
    return (last, " ".join(given_words)) if is_sure else None


def _is_latin(name: str) -> bool:
    return all(not letter.isalpha() or unicodedata.name(letter, "").startswith("LATIN ") for letter in name)


def _is_particle(word: str) -> bool:
    return _PARTICLE.match(word) is not None


def _is_family(word: str) -> bool:
    return len(word) > 1 and _is_capitalised(word) and not _is_particle(word) and _SUFFIX.match(word) is None


def _is_given(word: str) -> bool:
    is_initial = _INITIAL.fullmatch(word) is not None and word[0].isupper()
    return is_initial or (_is_capitalised(word) and not _is_particle(word) and _SUFFIX.match(word) is None)


def _is_capitalised(word: str) -> bool:
    is_word = _WORD.fullmatch(word) is not None and word[0].isupper() and not (len(word) > 1 and word.isupper())
    return is_word and _CAPITAL_INSIDE.match(word) is None
