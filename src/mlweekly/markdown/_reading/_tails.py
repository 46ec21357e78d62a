"""
What follows the title on its line: links, authors, venue, category, day and the first words of a summary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mlweekly._expressions import expression
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._names import field_of_name
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._days import day_in, end_of_day
from mlweekly.markdown._reading._entry_drafts import EntryDraft
from mlweekly.markdown._reading._links import ScannedLink
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._people import are_names, are_names_before, authors_and_venue, is_name, split_names
from mlweekly.model import role_of_label

__all__ = ["DASH", "ITALIC", "take_day", "take_tail"]

_OPENING = "([（【|·/{"
_EDGES = " \t,;|·/()[]（）【】{}\\"
_PAIRS = {"(": ")", "（": "）", "[": "]", "【": "】"}
_MARKS = " \t.,;:：–—-|·/"
_SUMMARY = expression(r"[ \t]*(?:[:：]|[-–—]{1,3}(?=[ \t]))[ \t]*")
_WORD = expression(r"\w")
_NAMED_WORD = expression(r"[^\W\d_]+")
_PRINTED = r"[(（\[]((?:19|20)[0-9]{2}(?:[-/.][0-9]{1,2}){0,2}|[^\W\d_]{3,9}\.?,? (?:19|20)[0-9]{2})[\])）]"
_DATE_BEFORE = expression(rf"{_PRINTED}(?!\()[ \t,.:;]*")
_DATE_BEHIND = expression(
    rf"[ \t,.:;–—-]*{_PRINTED}[.。]?$|[ \t]*[,–—-][ \t]*((?:19|20)[0-9]{{2}}(?:[-/.][0-9]{{1,2}}){{0,2}})[.。]?$"
)
_LONGEST_DATE = 40
_YEAR = expression(r"(?:19|20)[0-9]{2}")
_BARS = expression(r"(?:(?! \| )[^\r\n])+")
# What is in brackets behind the title is apart from what follows it: `(A. Uthor et al., 2024) - a summary`.
_GROUP = expression(r"[ \t]*[(（](?P<words>[^()（）\[\]]{1,200})[)）](?=[ \t]*(?:[-–—:：.,，。]|$))")
# The categories of arXiv: `cs.CL, stat.ML`.
_CATEGORIES = expression(r"[a-z-]{2,8}\.[A-Z]{2}(?:[ \t]*[,;][ \t]*[a-z-]{2,8}\.[A-Z]{2}){0,20}")
# Words for "by" before names.
_BY = expression(r"(?:by|von|par|por|de|di|от|bởi)[ \t]+", re.IGNORECASE)
_LONGEST_VENUE = 90
_LONGEST_CATEGORY = 40

DASH: Final = expression(r"(?<![ \t])[ \t]+[-–—]{1,3}[ \t]+")
"""
A dash between words: "A. Byron, G. Hopper — *cs.CL*, 2025-08-29".
"""
ITALIC: Final = expression(r"(\*|_)(?![*_\s])([^*_]{2,3000}?)(?<![\s*_])\1[.。]?")
"""
Words in italics, and the full stop behind them.
"""

Span = tuple[int, int]


def take_tail(log: ReadLog, entry: EntryDraft, start: int, end: int) -> None:
    """
    Take what is behind a title.

    The links are those in brackets, those whose label names a role, and bare ones; others belong to the words.
    """
    links = _links(log, start, end)
    entry.add_links(links)
    position = start
    for found in links:
        _take_words(log, entry, position, found.whole[0])
        position = found.whole[1]
    _take_words(log, entry, position, end)


def take_day(entry: EntryDraft, words: str, span: Span) -> None:
    """
    Take a date: a day, or a detail if it is a month or a second day.
    """
    day, end = day_in(words), end_of_day(words)
    if day is None or entry.released is not None:
        entry.detail("date").add(words, *span)
        return
    entry.released, entry.released_span = day, (span[0], span[0] + end)
    rest = words[end:].strip(_EDGES)
    if rest:
        entry.detail("venue").add(rest, span[0] + end, span[1])


def _links(log: ReadLog, start: int, end: int) -> Sequence[ScannedLink]:
    text = log.text
    if "](" not in text[start:end] and "://" not in text[start:end] and "][" not in text[start:end]:
        return ()
    scanned = log.scan_links(start, end)
    if not any(_WORD.search(text, *piece) for piece in scanned.leftovers):
        return scanned.links
    return [found for found in scanned.links if _is_apart(text, found, start)]


def _is_apart(text: str, found: ScannedLink, start: int) -> bool:
    label = found.link.label
    if label is None or role_of_label(label) is not None or field_of_name(label) == "links":
        return True
    # `[[Artikel](u)]`: the brackets around a link may be part of it.
    before = text[max(start, found.whole[0] - 4) : max(found.whole[0], found.label[0] - 1)].rstrip()
    return before[-1:] != "" and before[-1] in _OPENING


def _take_words(log: ReadLog, entry: EntryDraft, start: int, end: int) -> None:
    """
    Take words between links: names before a dash are authors, what follows is taken for itself.
    """
    dash = DASH.search(log.text, start, end)
    before = "" if dash is None else plain_text(log.text[start : dash.start()]).strip(_MARKS)
    if dash is not None and not entry.authors and are_names_before(before, log.text[dash.end() : end]):
        entry.authors, entry.authors_span = split_names(before), (start, dash.start())
        start = dash.end()
    _take_part(log, entry, start, end)


def _take_part(log: ReadLog, entry: EntryDraft, start: int, end: int) -> None:
    text = log.text
    if " | " in text[start:end]:
        for piece in _BARS.finditer(text, start, end):
            _take_words(log, entry, *piece.span())
        return
    group = _GROUP.match(text, start, end)
    if group is not None:
        _take_piece(entry, text, *group.span("words"))
        start = group.end()
    _take_piece(entry, text, start, end)


def _take_piece(entry: EntryDraft, text: str, start: int, end: int) -> None:
    start, end = _without_edges(text, start, end)
    if _WORD.search(text, start, end) is None:
        return
    mark = _SUMMARY.match(text, start, end)
    first, last = stripped(text, start if mark is None else mark.end(), end)
    while first < last and text[first] in _MARKS:
        first += 1
    if first >= last:
        return
    if _is_enclosed(text, first, last):
        first, last = stripped(text, first + 1, last - 1)
    first, last = _take_dates(entry, text, first, last)
    if first < last and _CATEGORIES.fullmatch(text, first, last) is not None:
        entry.tags = (*entry.tags, *(tag.strip() for tag in re.split("[,;]", text[first:last])))
        entry.tags_span = first, last
        return
    if first >= last or _take_italic(entry, text, first, last) or _take_authors(entry, text, first, last):
        return
    if mark is not None or last - first > _LONGEST_VENUE or _is_sentence(text[first:last]):
        entry.summary.add(text[first:last], first, last)
    else:
        entry.detail("venue").add(text[first:last], first, last)


def _take_dates(entry: EntryDraft, text: str, start: int, end: int) -> Span:
    """
    Take a date at the beginning or the end of words, in brackets or alone; return the span of the other words.

    `(2019), Ada Byron`, `Ada Byron (2024-01-08)`, `2024-03-05`.
    """
    words = text[start:end].rstrip(". ")
    if day_in(words) is not None or _YEAR.fullmatch(words) is not None:
        take_day(entry, words, (start, start + len(words)))
        return end, end
    before = _DATE_BEFORE.match(text, start, end)
    if before is not None:
        take_day(entry, before[1], before.span(1))
        start = before.end()
    behind = _DATE_BEHIND.search(text, max(start, end - _LONGEST_DATE), end)
    if behind is not None:
        group = 1 if behind[1] else 2
        take_day(entry, behind[group], behind.span(group))
        end = behind.start()
    return stripped(text, start, end)


def _without_edges(text: str, start: int, end: int) -> Span:
    """
    Return the span of words without what separates them from others; brackets stay that are closed in the words.
    """
    last = {opening: text.rfind(closing, start, end) for opening, closing in _PAIRS.items()}
    while start < end and text[start] in _EDGES:
        if last.get(text[start], -1) > start and _WORD.match(text, start + 1, end) is not None:
            break
        start += 1
    first = {closing: text.find(opening, start, end) for opening, closing in _PAIRS.items()}
    while start < end and text[end - 1] in _EDGES and not -1 < first.get(text[end - 1], -1) < end - 1:
        end -= 1
    return start, end


def _is_sentence(words: str) -> bool:
    """
    Return whether words are a sentence, and not a venue: most have no capitals, and a full stop is at their end.
    """
    each = _NAMED_WORD.findall(words)
    return words[-1:] in ".!?。" and len(each) > 3 and sum(map(str.islower, each)) * 2 > len(each)


def _is_enclosed(text: str, start: int, end: int) -> bool:
    """
    Return whether words are in one pair of brackets, and have no others inside.
    """
    opening, closing = text[start], text[end - 1]
    return _PAIRS.get(opening) == closing and not any(
        text.find(bracket, start + 1, end - 1) != -1 for bracket in (opening, closing)
    )


def _take_italic(entry: EntryDraft, text: str, start: int, end: int) -> bool:
    """
    Take words in italics: authors with their venue, or a category; what follows them is taken for itself.
    """
    match = ITALIC.match(text, start, end)
    if match is None:
        return False
    words = plain_text(match[2])
    found = authors_and_venue(words)
    is_one = words.endswith(".") and " " in words and is_name(words)
    if found is not None or is_one or are_names(words):
        if entry.authors:
            return False
        names, venue = found or (words.rstrip(".") if is_one else words, "")
        entry.take_authors(text, names, venue, match.span(2))
    elif len(words) <= _LONGEST_CATEGORY and match.end() >= end - 16:
        entry.add_links_in(text, *match.span(2))
        entry.tags, entry.tags_span = (*entry.tags, words), match.span(2)
    else:
        entry.detail("venue").add(text[slice(*match.span(2))], *match.span(2))
    first, last = stripped(text, match.end(), end)
    while first < last and text[first] in _MARKS:
        first += 1
    if first < last:
        if day_in(text[first:last]) is not None:
            take_day(entry, text[first:last], (first, last))
        else:
            entry.detail("venue").add(text[first:last], first, last)
    return True


def _take_authors(entry: EntryDraft, text: str, start: int, end: int) -> bool:
    if entry.authors:
        return False
    by = _BY.match(text, start, end)
    words = plain_text(text[start if by is None else by.end() : end])
    found = authors_and_venue(words) or ((words, "") if by is not None and is_name(words) else None)
    if found is None:
        return False
    entry.take_authors(text, *found, (start, end))
    return True
