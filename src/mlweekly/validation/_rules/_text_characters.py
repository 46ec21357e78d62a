"""
The rules about characters: what is in a text can be seen, and is what was typed.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from mlweekly._expressions import expression
from mlweekly.changes import Patch
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._analysis._prose import with_pieces
from mlweekly.validation._analysis._tex import remnants_in
from mlweekly.validation._analysis._text_damage import damage_in
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import enumerated, in_passage

__all__ = ["invisible_characters", "mojibake", "not_nfc"]

_INVISIBLE = expression(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_PRINTABLE_INVISIBLE = ("\u034f", "\u115f", "\u1160", "\u3164", "\uffa0", "\u17b4", "\u17b5", "\ufe0e", "\ufe0f")
_LINE_ENDS = frozenset("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")
_MARKS_OF_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RIGHT_TO_LEFT = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINED_SCRIPT = expression("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
_UNSPACED_SCRIPT = expression("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff]")
_BESIDE_EMPHASIS = expression("[*_][\u2e80-\uffdc]|[\u2e80-\uffdc][*_]")
_MONGOLIAN = expression("[\u1800-\u18af]")
_PICTOGRAPH = expression(
    "[\u00a9\u00ae\u200d\u20e3\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]"
)
_MAY_BE_PICTURE = expression("[0-9#*\u00a9\u00ae\u2010-\u2e7f\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")
_TAG = expression("[\U000e0020-\U000e007f]")
_VARIATION = expression("[\U000e0100-\U000e01ef]")
_COMPATIBILITY_IDEOGRAPH = expression("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_CONTEXT = 12


def invisible_characters(context: Context) -> Iterator[Violation]:
    r"""
    No text holds characters that nobody can see.

    These are zero-width spaces, byte order marks, soft hyphens, marks of direction, fillers, separators of lines and
    paragraphs, and controls. Excused is what a script or a picture needs: joiners in emoji and in Arabic or Indic
    words, variation selectors of emoji and of characters of China and Japan, marks of direction in a text with letters
    that run from right to left, zero-width spaces between the words of Thai, Lao, Khmer and Burmese, and beside the
    asterisks of emphasis, which Markdown does not see otherwise between letters of Chinese, Japanese or Korean.
    No-break spaces and no-break hyphens are typography. What is left of a damaged encoding is X406's.

    Why it matters: a word with a hidden character in it is found by no search, and equal to no other spelling.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Mo\u200bshi", "language": "en"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"}}]}
    Fix: safe. The characters are taken out, one that ends a line becomes a space; unsafe where that would show notation
    of TeX.
    Counted: 0 of 65 issues. A byte order mark at the very start of a file is no part of its text, and not counted.
    """
    for passage in context.all_passages:
        text = passage.text
        if not text.isprintable() or (not text.isascii() and any(each in text for each in _PRINTABLE_INVISIBLE)):
            offsets = list(_invisible_in(text))
            if offsets:
                yield _invisible(passage, offsets)


def _invisible_in(text: str) -> Iterator[int]:
    matches = list(_INVISIBLE.finditer(text))
    needed = _MARKS_OF_DIRECTION if matches and _RIGHT_TO_LEFT.search(text) else frozenset[str]()
    damaged = {offset for each in (damage_in(text) if matches else ()) for offset in range(each.start, each.end)}
    for match in matches:
        if match[0] not in needed and match.start() not in damaged and not _is_needed(text, match.start()):
            yield match.start()


def _invisible(passage: Passage, offsets: list[int]) -> Violation:
    text, first = passage.text, offsets[0]
    counts = Counter(_code_point(text[offset]) for offset in offsets)
    names = [f"{name} ({count} times)" if count > 1 else name for name, count in counts.items()]
    words = f"{len(offsets)} characters that cannot be seen: {enumerated(names)}"
    if len(offsets) == 1:
        words = f"a character that cannot be seen, {names[0]}, after {text[max(0, first - _CONTEXT) : first]!r}"
    after = with_pieces(text, ((offset, offset + 1, _instead(text, offset)) for offset in offsets))
    fix = _fix(passage, after) if after.strip() else None
    return in_passage(passage, words, {"characters": tuple(counts), "count": len(offsets)}, *sorted(counts), fix=fix)


def _fix(passage: Passage, after: str) -> Fix:
    """
    Return the fix that rewords a text; where what other rules find may come together by it, it is a proposal.
    """
    return Fix(Patch([passage.reworded(after)]), safe=_marks_in(after) <= _marks_in(passage.text))


def _marks_in(text: str) -> int:
    return len(remnants_in(text, text)) + len(damage_in(text))


def _instead(text: str, offset: int) -> str:
    around = text[max(0, offset - 1) : offset + 2]
    is_between_words = text[offset] in _LINE_ENDS and not around[0].isspace() and not around[-1].isspace()
    return " " if is_between_words else ""


def _is_needed(text: str, place: int) -> bool:
    """
    Return whether a script or a picture needs the character that cannot be seen.
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
    for passage in context.all_passages:
        found = [] if passage.text.isascii() else damage_in(passage.text)
        kinds = dict.fromkeys((each.shown, each.meant) for each in found)
        if kinds:
            shown, meant = zip(*kinds, strict=True)
            words = [
                f'"{each}", which is "{right}" in another encoding' if right else f'"{each}"' for each, right in kinds
            ]
            message = f"damaged characters: {enumerated(words)}"
            yield in_passage(passage, message, {"shown": shown, "meant": meant}, *sorted(shown))


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
    for passage in context.all_passages:
        text = passage.text
        is_composed = text.isascii() or unicodedata.is_normalized("NFC", text)
        after = text if is_composed else _composed(text)
        if after != text:
            pairs = zip(text, f"{after}\0", strict=False)
            start = next(offset for offset, (old, new) in enumerate(pairs) if old != new)
            words = f"not in the form NFC from {text[start : start + _CONTEXT]!a} on"
            evidence: Facts = {"characters": len(text), "composed": len(after)}
            yield in_passage(
                passage, f"{words}, {len(text)} characters for {len(after)}", evidence, fix=_fix(passage, after)
            )


def _composed(text: str) -> str:
    parts = _COMPATIBILITY_IDEOGRAPH.split(text)
    return "".join(part if number % 2 else unicodedata.normalize("NFC", part) for number, part in enumerate(parts))


def _code_point(character: str) -> str:
    name = unicodedata.name(character, "control character" if ord(character) < 0xA0 else "")
    return f"U+{ord(character):04X} {name}".rstrip()
