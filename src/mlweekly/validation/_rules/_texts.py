"""
The rules about the shape of texts: brackets are closed, and a text has an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Violation
from mlweekly.validation._violations import in_passage

__all__ = ["truncated_end", "unbalanced_brackets"]

_CLOSED_BY = {"(": ")", "[": "]", "{": "}", "「": "」", "『": "』", "【": "】", "〔": "〕", "《": "》", "〈": "〉"}
_FOLDED = {"（": "(", "）": ")", "［": "[", "］": "]", "｛": "{", "｝": "}", "﹙": "(", "﹚": ")"}
_OPENED_BY = {closing: opening for opening, closing in _CLOSED_BY.items()}
_BRACKET = expression("[][(){}「」『』【】〔〕《》〈〉（）［］｛｝﹙﹚]")
_BRACKETS_BETWEEN_WORDS = expression("[^][(){}「」『』【】〔〕《》〈〉（）［］｛｝﹙﹚]+")
_PAIRED = expression(r"\(\)|\[\]|\{\}|（）|［］|｛｝|「」|『』|【】|〔〕|《》|〈〉|\(）|（\)")
_PARAGRAPH_END = expression(r"\n[^\S\n]*\n")
_NOT_WIDE = expression(
    r"(?<!\S)[:;=][-'^o]?[()\[\]{}](?=\s|$|[.,!?])"
    r"|(?<![A-Za-z0-9_])[\[(［（][^][(){},，［］（）]{1,16}[,，] ?[^][(){},，［］（）]{1,16}[\])］）](?!\()"
)
_BOUND = expression(
    r"[+\-−–±\\]?(?:[0-9][0-9.]*[%KMB]?|[A-Za-zα-ω][0-9_]?|∞|inf(?:ty|inity)?|π)(?: ?[+\-−/*] ?[A-Za-z0-9]{1,3})?"
)
_MARKER = expression(r"(?<![^\W\d_])(?<![0-9./%$#=-])(?:[12１２]?[0-9０-９]|[A-Za-z]|[ivxIVX]{2,5})$", re.ASCII)
_ITEM_BEFORE = expression(r"(?:^|[,;:.!?，；：。、>●•*\n]|[^\x00-\u2e7f]|\b(?:and|or))\s{0,3}$")
_DEEPEST = 16
_LONGEST_MARKER = 6
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_EXCERPT = 40
_MOST_ALONE = 20


class _Bracket(NamedTuple):
    place: int
    sign: str


class _Marker(NamedTuple):
    place: int
    words: str
    opened: int | None
    begins_item: bool


def unbalanced_brackets(context: Context) -> Iterator[Violation]:
    """
    Every bracket that is opened is closed in the same paragraph, and none is closed that was not opened.

    A full-width bracket may close a plain one. Quotation marks are not counted, but the corner brackets of Japanese
    are. Code, comments, URLs and targets of links are set aside. Excused are the markers of a list (`1)`, `a)`, `ii)`),
    half-open intervals (`[0, 1)`) and smileys. A number before a bracket may be a marker or the end of what is in
    brackets: it is a marker where the next marker of its list is one.

    Why it matters: a reader cannot tell where the aside ends; often words were lost with the bracket.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"},
         "summary": {"original": "It listens (and speaks at the same time.", "language": "en"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"},
         "summary": {"original": "It listens (and speaks) at the same time.", "language": "en"}}]}
    Fix: none. Where the bracket belongs is for the editor to say.
    Counted: 5 in 65 issues, all true; without the excuses there were 34.
    """
    for passage in context.passages:
        if not _is_balanced(passage.prose) or "\n" in passage.text:
            for start, paragraph in _paragraphs(passage.prose):
                for bracket in _unbalanced(paragraph)[:_MOST_ALONE]:
                    yield _unbalanced_bracket(passage, start, len(paragraph), bracket)


def _is_balanced(prose: str) -> bool:
    """
    Return whether all brackets pair, which nearly all do, so that only the rest is looked at closely.
    """
    opened = prose.count("(")
    is_plain = prose.isascii() and "[" not in prose and "]" not in prose and "{" not in prose and "}" not in prose
    if is_plain and opened < 2 and opened == prose.count(")"):
        return prose.find("(") <= prose.find(")")
    left = _BRACKETS_BETWEEN_WORDS.sub("", prose)
    for _ in range(_DEEPEST):
        if not left:
            return True
        left = _PAIRED.sub("", left)
    return False


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _PARAGRAPH_END.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _unbalanced_bracket(passage: Passage, start: int, length: int, bracket: _Bracket) -> Violation:
    place = start + bracket.place
    is_opening = _FOLDED.get(bracket.sign, bracket.sign) in _CLOSED_BY
    first, last = (place, place + _EXCERPT) if is_opening else (place + 1 - _EXCERPT, place + 1)
    excerpt = " ".join(passage.text[max(start, first) : min(last, start + length)].split())
    state = "never closed" if is_opening else "never opened"
    to_do = "close it, or delete it" if is_opening else "open it, or delete it"
    words = f'"{bracket.sign}" is {state}, {to_do}: "{excerpt}"'
    evidence = {"bracket": bracket.sign, "state": state, "excerpt": excerpt}
    return in_passage(passage, words, evidence, bracket.sign, excerpt)


def _unbalanced(paragraph: str) -> list[_Bracket]:
    """
    Return the brackets of a paragraph that have no partner, in order.
    """
    excused = {place for match in _NOT_WIDE.finditer(paragraph) if _is_excused(match[0]) for place in _ends(match)}
    opened: list[_Bracket] = []
    alone: list[_Bracket] = []
    markers: list[_Marker] = []
    for match in _BRACKET.finditer(paragraph):
        place, sign = match.start(), _FOLDED.get(match[0], match[0])
        if place in excused:
            continue
        if sign in _CLOSED_BY:
            opened.append(_Bracket(place, match[0]))
            continue
        marker = _MARKER.search(paragraph, max(0, place - _LONGEST_MARKER), place) if sign == ")" else None
        partner = _partner(opened, sign)
        if marker is not None and (partner is None or partner.place < marker.start() - 1):
            opened_at = None if partner is None else partner.place
            begins_item = (
                _ITEM_BEFORE.search(paragraph, max(0, marker.start() - _LONGEST_MARKER), marker.start()) is not None
            )
            markers.append(_Marker(place, marker[0].lower(), opened_at, begins_item))
        elif partner is None:
            alone.append(_Bracket(place, match[0]))
        while partner is not None and (closed := opened.pop()) != partner:
            alone.append(closed)
    places = [*_opened_before_markers(markers), *_no_markers(markers)]
    return sorted([*opened, *alone, *(_Bracket(place, paragraph[place]) for place in places)])


def _partner(opened: list[_Bracket], sign: str) -> _Bracket | None:
    """
    Return the innermost bracket that the sign closes.
    """
    opening = _OPENED_BY[sign]
    near = reversed(opened[-_DEEPEST:])
    return next((each for each in near if _FOLDED.get(each.sign, each.sign) == opening), None)


def _opened_before_markers(markers: list[_Marker]) -> Iterator[int]:
    """
    Yield the offsets of brackets that only a marker seemed to close: another marker of its list closes none.
    """
    of_list: dict[str, _Marker] = {}
    for marker in markers:
        before = of_list.pop(_marker_before(marker.words), None)
        if before is not None and before.opened is not None and marker.opened is None:
            yield before.opened
        elif before is not None and before.opened is None and marker.opened is not None and marker.begins_item:
            yield marker.opened
        of_list[marker.words] = marker


def _no_markers(markers: list[_Marker]) -> Iterator[int]:
    """
    Yield where brackets close nothing behind a number in mid-sentence that counts nothing: `as in Table 3)`.
    """
    words = {marker.words for marker in markers}
    counted = {_marker_before(word) for word in words}
    for marker in markers:
        before = _marker_before(marker.words)
        if marker.opened is None and not (
            marker.begins_item or marker.words in counted or before in words or not before
        ):
            yield marker.place


def _marker_before(words: str) -> str:
    if words.isdecimal():
        return str(int(words) - 1) if int(words) > 1 else ""
    if words in _ROMAN[1:]:
        return _ROMAN[_ROMAN.index(words) - 1]
    return chr(ord(words) - 1) if len(words) == 1 and words != "a" else ""


def _is_excused(words: str) -> bool:
    """
    Return whether this is a smiley, or an interval that is open on one side.
    """
    if words[0] in ":;=":
        return True
    opening, closing = (_FOLDED.get(sign, sign) for sign in (words[0], words[-1]))
    if _CLOSED_BY[opening] == closing:
        return False
    return all(_BOUND.fullmatch(bound.strip()) for bound in words[1:-1].replace("，", ",").split(","))


def _ends(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.end() - 1


_TAG_AT_END = expression(r"<(?:/?[A-Za-z][^<>]{0,80}|!--[^<>]{0,200}--)>$")
_NO_WORDS_AT_END = expression(r"(?:https?://[^\s<>]+|\]\([^()\s]*\)|`)$")
_WINDOW = 400
_UNSEEN = " \t\r\n\u3000*_~|\xa0\xad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff" + "".join(
    map(chr, (*range(32), *range(127, 160)))
)
_CLOSING_QUOTES = ")]}”’\"'»›）］」』】》〉〕"
_BEHIND_MARKS = _CLOSING_QUOTES + _UNSEEN
_SENTENCE_MARKS = frozenset(".!?…。！？．｡؟।။።")
_OPEN_MARKS = frozenset(",，、،;；:：([{（「『—–-")
_LISTED = expression(r"(?:^|\n|<br ?/?>)[ \t]*(?:[-*+•●○▪◦·‣–—]|\(?[0-9]{1,2}[.)])[ \t]*(?=\S)")
_WORD = expression(r"[A-Za-z]+(?:['’][a-z]+)?$")
_OPEN_WORD = expression(
    "an?|the|and|n?or|but|of|to|with|for|from|by|at|into|onto|than|that|which|whose|while|when|where|because|if|as|is|are"
    "|was|were|be|been|being|has|have|can|could|will|would|may|might|should|must|its|their|our|such|via|between|among|without"
    "|within|during|including|using|per|very|both|either"
)
_OPEN_JAPANESE = expression("(?:[はがをにへ、]|および|または|かつ|による|における|ための|という|そして|しかし)$")
_OPEN_KOREAN = expression(
    "(?:[가-힣](?:은|는|을|를|의|에서|으로|와|과|하고|하며|하여|되어|있는|하는)|그리고|또는|및|위한)$"
)
_OPEN_CHINESE = expression("(?:[和与或及在将对从以把被且而、]|以及|并且|通过|因为|但是|为了|例如|包括)$")
_OPEN_BY_LANGUAGE = {"ja": _OPEN_JAPANESE, "ko": _OPEN_KOREAN, "zh": _OPEN_CHINESE}
_PARAGRAPH_IN_CELL = expression(r"<br ?/?>\s*<br ?/?>|\n\s*\n")
_FEWEST_ITEMS = 3
_FEWEST_OTHERS = 2
_LAST_WORDS = 48


def truncated_end(context: Context) -> Iterator[Violation]:
    """
    A summary or an abstract has an end.

    It has none where its last word asks for another (`the`, `and`; は in Japanese, 를 in Korean, 和 in Chinese), where
    its last sign does (a comma, a colon, an open bracket), or where it stops without a mark while two of three other
    texts of the issue in that language have one. A list whose items carry no marks, a link, code, a picture and an
    ellipsis are ends.

    Why it matters: a cell that was cut when it was copied reads as if the editor had been called away.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"},
         "summary": {"original": "It listens and speaks at the same time, and", "language": "en"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"},
         "summary": {"original": "It listens and speaks at the same time.", "language": "en"}}]}
    Fix: none. What is missing is not in the text.
    Counted: 29 in 65 issues, all true: most lack no more than the mark, four lack words.
    """
    groups: dict[tuple[str, str | None], list[tuple[Passage, str]]] = {}
    for passage in context.passages:
        if passage.field in ("summary", "abstract"):
            groups.setdefault((passage.field, passage.language), []).append((passage, _bare_end(passage.text)))
    for members in groups.values():
        ended, others = sum(_is_ended(end) for _, end in members), len(members) - 1
        is_habit = others >= _FEWEST_OTHERS and 3 * ended >= 2 * others
        for passage, end in members:
            reason = _reason(passage, end) if end and not _is_ended(end) else ""
            if reason is None and is_habit and not _is_free(passage, end):
                reason = f"no mark at the end, as {ended} of {others} others have"
            if reason:
                last = " ".join(end[-_LAST_WORDS:].split())
                evidence: Facts = {"end": last, "ended": ended, "others": others}
                violation = in_passage(passage, f'{reason}: "…{last}"', evidence, last)
                yield evolve(violation, habit=f"{passage.field} {passage.language}")


def _bare_end(text: str) -> str:
    """
    Return the last part of a text without spaces and markup after it.
    """
    end = text[-_WINDOW:].rstrip(_UNSEEN)
    while end.endswith(">"):
        bare = _TAG_AT_END.sub("", end).rstrip(_UNSEEN)
        if bare == end:
            break
        end = bare
    return end


def _is_ended(end: str) -> bool:
    return end.rstrip(_BEHIND_MARKS)[-1:] in _SENTENCE_MARKS


def _reason(passage: Passage, end: str) -> str | None:
    """
    Return what at the end asks for more, or None.
    """
    if end[-1] in _OPEN_MARKS and not end.endswith("--"):
        return f'ends with "{end[-1]}"'
    word = _WORD.search(end, end.rfind(" ") + 1)
    if word is not None:
        is_open = passage.language in ("en", None) and _OPEN_WORD.fullmatch(word[0])
        return f'ends with the word "{word[0]}"' if is_open else None
    pattern = _OPEN_BY_LANGUAGE.get((passage.language or "").partition("-")[0])
    found = None if pattern is None else pattern.search(end)
    return None if found is None else f'ends with "{found[0]}"'


def _is_free(passage: Passage, end: str) -> bool:
    """
    Return whether an end needs no mark: a link, code, a picture, or an item of a list whose items have none.
    """
    is_word = end[-1].isalnum() or end[-1] in _CLOSING_QUOTES + "%$€°′″+"
    if not is_word or _NO_WORDS_AT_END.search(end):
        return True
    items = list(_LISTED.finditer(passage.text))
    if len(items) < _FEWEST_ITEMS or _PARAGRAPH_IN_CELL.search(passage.text, items[-1].end()):
        return False
    ends = [_bare_end(passage.text[: match.start()]) for match in items[1:]]
    return 2 * sum(1 for each in ends if _is_ended(each)) < len(ends)
