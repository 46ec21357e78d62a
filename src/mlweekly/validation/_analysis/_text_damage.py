"""
What is left of characters that were read in the wrong encoding, told from the letters of real languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mlweekly._expressions import expression

__all__ = ["Damage", "damage_in"]


class Damage(NamedTuple):
    """
    A damaged place: where it is, what it shows, and what was meant, "" where that is lost.
    """

    start: int
    end: int
    shown: str
    meant: str


_LATER = (
    "\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d"
    "\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_SEQUENCE = f"(?:[\u00c2-\u00df][{_LATER}]|[\u00e0-\u00ef][{_LATER}]{{2}}|[\u00f0-\u00f4][{_LATER}]{{3}})"
_RUN = expression(f"{_SEQUENCE}+")
_LATIN_RUN = expression("[\u00a1-\u00fe]{4,}")
_OTHER_SIGNS = expression(
    "\ufffd+|锟斤拷(?:锟斤拷|锟斤|锟)*|ï¿½|\u2018?\u00ef\u00bb\u00bf"
    "|(?:[縺繧繝][^\\sぁ-ヿ一-鿿]?){2,}|[縺繧繝].[縺繧繝]|(?:[锛銆鐨鏄].?){2,}|[쓽뒗뿉쓣]+(?:[^쓽뒗뿉쓣]{0,12}[쓽뒗뿉쓣]+)+"
    "|(?:[\u0192\x83][!-~\x80-\u00ff\u2010-\u2122]){2,}|(?:[\u201a\x82][\u0178\x9f-\u00f1]){2,}|\u201a\u00c4[\u00f4\u00fa\u00f9\u00ec\u00ee\u00f2\u00a2\u00b6]"
)
_ANY_LEAD = expression("[\u00a1-\u00f4\u0192\u201a\x82\x83\ufffd锟縺繧繝锛銆鐨鏄쓽뒗뿉쓣]")
_LEAD_OF_OTHER_SIGN = expression("[\ufffdï锟縺繧繝锛銆鐨鏄쓽뒗뿉쓣\u0192\u201a\x82\x83]")
_CLOSING = frozenset("\u2019\u201d\u00bb\u203a\u2026\u2013\u2014\u00a0")
_LETTER = expression(r"[^\W\d_]")
_MULTIBYTE = ("euc_kr", "gb2312", "euc_jp")
_READABLE = expression("(?:[가-힣]|[一-鿿ぁ-ヿ])+")
_FEWEST_LETTERS = 3
_FROM_WINDOWS = {
    character: bytes([number])
    for number in range(0x80, 0xA0)
    if (character := bytes([number]).decode("cp1252", "ignore"))
}


def damage_in(text: str) -> list[Damage]:
    """
    Return the damaged places of a text, in order; none overlap.

    >>> [(each.shown, each.meant) for each in damage_in("The modelâ€™s cafÃ©")]
    [('â€™', '’'), ('Ã©', 'é')]
    >>> damage_in("CAFÉ» MENÜ”, à « là »")
    []
    """
    if _ANY_LEAD.search(text) is None:
        return []
    found = list(_read_as_windows(text))
    if all(len(each.meant) == 1 for each in found):
        found = list(_read_as_latin(text)) or found
    taken = {place for each in found for place in range(each.start, each.end)}
    if _LEAD_OF_OTHER_SIGN.search(text) is not None:
        found += [
            Damage(match.start(), match.end(), match[0], "")
            for match in _OTHER_SIGNS.finditer(text)
            if match.start() not in taken
        ]
    return sorted(found)


def _read_as_windows(text: str) -> Iterator[Damage]:
    """
    Yield UTF-8 that was read as Windows-1252 or Latin-1.
    """
    for match in _RUN.finditer(text):
        shown = match[0]
        try:
            meant = b"".join(map(_byte, shown)).decode()
        except UnicodeDecodeError:
            continue
        if _is_no_chance(
            shown, meant, text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        ):
            yield Damage(match.start(), match.end(), shown, meant)


def _byte(character: str) -> bytes:
    return _FROM_WINDOWS.get(character) or character.encode("latin-1", "replace")


def _is_no_chance(shown: str, meant: str, before: str, behind: str) -> bool:
    """
    Return whether a run that can be read back as UTF-8 is none that a real language writes.
    """
    if len(meant) > 1:
        return not (set(shown[1:]) <= _CLOSING)
    lead = shown[0]
    in_word = bool(_LETTER.match(behind))
    if lead in "\u00c2\u00c3":
        return not (shown[1] in _CLOSING and before.isupper() and not in_word)
    if lead in "\u00ce\u00cf\u00d0":
        return shown[1] not in _CLOSING
    if lead in "\u00c4\u00c5":
        return in_word and shown[1] not in "\u2013\u2014\u00a0"
    if lead == "\u00e2":
        return not (set(shown[1:]) <= _CLOSING and bool(_LETTER.match(before)) and shown[1] != "\u20ac")
    return lead == "\u00f0" or shown[:2] in (
        "\u00ef\u00bc",
        "\u00ef\u00bd",
        "\u00ef\u00bb",
        "\u00ef\u00bf",
        "\u00ef\u00b8",
    )


def _read_as_latin(text: str) -> Iterator[Damage]:
    """
    Yield older encodings of Korean, Chinese or Japanese that were read as Latin-1: letters that nobody writes in a row.
    """
    for match in _LATIN_RUN.finditer(text):
        shown = match[0]
        letters = {letter for letter in shown if letter >= "\u00c0"}
        if len(letters) < min(_FEWEST_LETTERS, len(shown) // 2):
            continue
        for encoding in _MULTIBYTE:
            meant = shown.encode("latin-1").decode(encoding, "ignore")
            if 2 * len(meant) >= len(shown) - 1 and _READABLE.fullmatch(meant):
                yield Damage(match.start(), match.end(), shown, meant)
                break
