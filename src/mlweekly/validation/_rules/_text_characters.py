"""
The rules about characters: what is in a text can be seen, and is what was typed.

Lives here: X401, X406 and X407.
Must not know: what a text says; the series around an issue; how rules are chosen and run.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from mlweekly.changes import Patch
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._analysis._tex import residue_in
from mlweekly.validation._analysis._text_damage import damage_in
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Fix, Violation

__all__ = ["invisible_characters", "mojibake", "not_nfc"]

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_PRINTABLE_INVISIBLE = ("\u034f", "\u115f", "\u1160", "\u3164", "\uffa0", "\u17b4", "\u17b5", "\ufe0e", "\ufe0f")
_LINE_ENDS = frozenset("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")
_MARKS_OF_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINED_SCRIPT = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
_UNSPACED_SCRIPT = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff]")
_BESIDE_EMPHASIS = re.compile("[*_][\u2e80-\uffdc]|[\u2e80-\uffdc][*_]")
_MONGOLIAN = re.compile("[\u1800-\u18af]")
_PICTOGRAPH = re.compile(
    "[\u00a9\u00ae\u200d\u20e3\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]"
)
_MAY_BE_PICTURE = re.compile("[0-9#*\u00a9\u00ae\u2010-\u2e7f\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")
_TAG = re.compile("[\U000e0020-\U000e007f]")
_VARIATION = re.compile("[\U000e0100-\U000e01ef]")
_COMPATIBILITY_IDEOGRAPH = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_LONGEST_LIST = 5
_CONTEXT = 12


def invisible_characters(context: Context) -> Iterator[Violation]:
    r"""
    No text holds characters that nobody can see.

    These are blanks without width, byte order marks, soft hyphens, marks of direction, fillers, separators of lines and
    paragraphs, and controls. Excused is what a script or a picture needs: joiners in emoji and in Arabic or Indic
    words, variation selectors of emoji and of characters of China and Japan, marks of direction in a text with letters
    that run from right to left, blanks without width between the words of Thai, Lao, Khmer and Burmese, and beside the
    asterisks of emphasis, which Markdown does not see otherwise between letters of Chinese, Japanese or Korean.
    No-break spaces and no-break hyphens are typography. What is left of a damaged encoding is X406's.

    Why it matters: a word with a hidden character in it is found by no search, and equal to no other spelling.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Mo\u200bshi", "language": "en"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"}}]}
    Fix: safe. The characters are taken out, one that ends a line becomes a blank; unsafe where that would show notation
    of TeX.
    Counted: 0 of 65 issues. A byte order mark at the very start of a file is no part of its text, and not counted.
    """
    for passage in _all_texts(context):
        text = passage.text
        if text.isprintable() and (text.isascii() or not any(each in text for each in _PRINTABLE_INVISIBLE)):
            continue
        places = list(_places_of_invisible(text))
        if places:
            yield _invisible(passage, places)


def _places_of_invisible(text: str) -> Iterator[int]:
    matches = list(_INVISIBLE.finditer(text))
    if not matches:
        return
    needed = _MARKS_OF_DIRECTION if _RIGHT_TO_LEFT.search(text) else frozenset[str]()
    damaged = {place for each in damage_in(text) for place in range(each.start, each.end)}
    for match in matches:
        place = match.start()
        if match[0] not in needed and place not in damaged and not _is_needed(text, place):
            yield place


def _invisible(passage: Passage, places: list[int]) -> Violation:
    text = passage.text
    counts = Counter(text[place] for place in places)
    names = [
        f"{_code_point(character)} ({count} times)" if count > 1 else _code_point(character)
        for character, count in counts.items()
    ]
    after = _without(text, places)
    return Violation(
        pointer=passage.pointer,
        message=f"{passage.name}: {len(places)} characters that cannot be seen: {_listed(names)}"
        if len(places) > 1
        else f"{passage.name}: a character that cannot be seen, {names[0]}, after "
        f"{text[max(0, places[0] - _CONTEXT) : places[0]]!r}",
        evidence={"characters": tuple(map(_code_point, counts)), "count": len(places)},
        identity_parts=(passage.field, passage.language or "", *sorted(map(_code_point, counts))),
        fix=Fix(Patch([passage.reworded(after)]), safe=_marks_in(after) <= _marks_in(text)) if after.strip() else None,
    )


def _marks_in(text: str) -> int:
    """
    Return how much of what other rules find may come together where a character is taken out.
    """
    return len(residue_in(text, text)) + len(damage_in(text))


def _without(text: str, places: list[int]) -> str:
    pieces: list[str] = []
    done = 0
    for place in places:
        pieces.append(text[done:place])
        around = text[max(0, place - 1) : place + 2]
        if text[place] in _LINE_ENDS and not around[0].isspace() and not around[-1].isspace():
            pieces.append(" ")
        done = place + 1
    return "".join([*pieces, text[done:]])


def _is_needed(text: str, place: int) -> bool:
    """
    Tell whether a script or a picture needs the character that cannot be seen.
    """
    character, before, behind = text[place], text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if character in _JOINERS:
        in_word = bool(_JOINED_SCRIPT.match(before)) or bool(_JOINED_SCRIPT.match(behind))
        in_picture = character == "\u200d" and bool(_PICTOGRAPH.match(before)) and bool(_PICTOGRAPH.match(behind))
        return in_word or in_picture
    if character == "\u200b":
        between_words = _UNSPACED_SCRIPT.match(before) or _UNSPACED_SCRIPT.match(behind)
        return bool(between_words or _BESIDE_EMPHASIS.fullmatch(before + behind))
    if "\u180b" <= character <= "\u180e":
        return _MONGOLIAN.match(before) is not None
    if _VARIATION.match(character):
        return before > "\u2e80"
    if "\ufe00" <= character <= "\ufe0f":
        is_of_character = character < "\ufe0e" and before > "\u2e80"
        return is_of_character or _MAY_BE_PICTURE.match(before) is not None
    return _TAG.match(character) is not None and _PICTOGRAPH.match(before) is not None


def mojibake(context: Context) -> Iterator[Violation]:
    """
    No text shows the bytes of another encoding, or the mark of a character that was lost.

    UTF-8 that was read as Windows-1252 or Latin-1 is told by reading it back: `â€™` are the three bytes of `’`.
    Accented letters beside quotation marks and dashes (`CAFÉ»`, `MENÜ”`) can be read back too, by chance, so letters
    that stand alone in real words count only in runs, or inside a word. Also told are the usual leavings of Japanese,
    Korean and Chinese that was read in another of their encodings, and U+FFFD.

    Why it matters: nobody can read it, and what was meant gets lost with the next copy.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "The modelâ€™s view", "language": "en"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "The model’s view", "language": "en"}}]}
    Fix: none. What was lost is not in the text.
    Counted: 0 of 130 issues.
    """
    for passage in _all_texts(context):
        if passage.text.isascii():
            continue
        found = damage_in(passage.text)
        if found:
            kinds = list(dict.fromkeys((each.shown, each.meant) for each in found))
            words = [
                f'"{shown}", which is "{meant}" in another encoding' if meant else f'"{shown}"'
                for shown, meant in kinds
            ]
            yield Violation(
                pointer=passage.pointer,
                message=f"{passage.name}: damaged characters: {_listed(words)}",
                evidence={"shown": tuple(each[0] for each in kinds), "meant": tuple(each[1] for each in kinds)},
                identity_parts=(passage.field, passage.language or "", *sorted(each[0] for each in kinds)),
            )


def not_nfc(context: Context) -> Iterator[Violation]:
    r"""
    Letters are written as one character each, in the form NFC of Unicode.

    Files from some systems hold the parts of letters: `e` and an accent, or the single sounds of a Korean syllable.
    They look the same and are equal to nothing that was typed. Compatibility ideographs, the older forms of
    characters in names, stay as they are, though NFC would replace them.

    Why it matters: look-ups, word counts and diffs take the two spellings for two words.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Poincare\u0301", "language": "en"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Poincar\u00e9", "language": "en"}}]}
    Fix: safe. The text in the form NFC, canonically equal to what it was; unsafe where that would show notation of TeX.
    Counted: 0 of 130 issues.
    """
    for passage in _all_texts(context):
        text = passage.text
        if text.isascii() or unicodedata.is_normalized("NFC", text):
            continue
        after = _composed(text)
        if after == text:
            continue
        start = next(place for place, (old, new) in enumerate(zip(text, f"{after}\0", strict=False)) if old != new)
        yield Violation(
            pointer=passage.pointer,
            message=f"{passage.name}: not in the form NFC from {text[start : start + _CONTEXT]!a} on, "
            f"{len(text)} characters for {len(after)}",
            evidence={"characters": len(text), "composed": len(after)},
            identity_parts=(passage.field, passage.language or ""),
            fix=Fix(Patch([passage.reworded(after)]), safe=_marks_in(after) <= _marks_in(text)),
        )


def _composed(text: str) -> str:
    parts = _COMPATIBILITY_IDEOGRAPH.split(text)
    return "".join(part if number % 2 else unicodedata.normalize("NFC", part) for number, part in enumerate(parts))


def _all_texts(context: Context) -> Iterator[Passage]:
    return chain(context.passages, context.asides)


def _code_point(character: str) -> str:
    name = unicodedata.name(character, "control character" if ord(character) < 0xA0 else "")
    return f"U+{ord(character):04X} {name}".rstrip()


def _listed(words: list[str]) -> str:
    shown = words[:_LONGEST_LIST]
    return ", ".join([*shown, f"and {len(words) - len(shown)} more"] if len(words) > len(shown) else shown)
