"""
What follows the title on its line: links, authors, venue, category, day and the first words of a summary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._days import day_in
from mlweekly.markdown._reading._entry_drafts import EntryDraft
from mlweekly.markdown._reading._links import ScannedLink, scan_links
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._people import are_names, authors_and_venue, split_names
from mlweekly.model import role_of_label

__all__ = ["take_day", "take_tail"]

_OPENING = "([（【|·/{"
_EDGES = " \t,;|·/()[]（）【】{}"
_MARKS = " \t.,;:：–—-|·/"
_SUMMARY = re.compile(r"[ \t]*(?:[:：]|[-–—]{1,3}(?=[ \t]))[ \t]*")
_ITALIC = re.compile(r"(\*|_)(?![*_\s])([^*_]{2,1000}?)(?<![\s*_])\1[.。]?")
_WORD = re.compile(r"\w")
_LONGEST_VENUE = 90
_LONGEST_CATEGORY = 40

Span = tuple[int, int]


def take_tail(log: ReadLog, entry: EntryDraft, start: int, end: int) -> None:
    """
    Take what stands behind a title.

    The links are those in brackets, those whose label names a role, and bare ones; others belong to the words.
    """
    links = _links(log.text, start, end)
    entry.add_links(links)
    position = start
    for found in links:
        _take_words(log, entry, position, found.whole[0])
        position = found.whole[1]
    _take_words(log, entry, position, end)


def take_day(entry: EntryDraft, words: str, span: Span) -> None:
    """
    Take the date before a title: a day, or a detail if it is a month.
    """
    day = day_in(words)
    if day is None:
        entry.detail("date").add(words, *span)
    elif entry.released is None:
        entry.released, entry.released_span = day, span


def _links(text: str, start: int, end: int) -> Sequence[ScannedLink]:
    if "://" not in text[start:end]:
        return ()
    scanned = scan_links(text, start, end)
    if not any(_WORD.search(text, *piece) for piece in scanned.leftovers):
        return scanned.links
    return [found for found in scanned.links if _is_apart(text, found, start)]


def _is_apart(text: str, found: ScannedLink, start: int) -> bool:
    label = found.link.label
    if label is None or role_of_label(label) is not None:
        return True
    before = text[max(start, found.whole[0] - 4) : found.whole[0]].rstrip()
    return before[-1:] != "" and before[-1] in _OPENING


def _take_words(log: ReadLog, entry: EntryDraft, start: int, end: int) -> None:
    text = log.text
    while start < end and text[start] in _EDGES and not _opens_words(text, start, end):
        start += 1
    while start < end and text[end - 1] in _EDGES and not _closes_words(text, start, end):
        end -= 1
    if _WORD.search(text, start, end) is None:
        return
    mark = _SUMMARY.match(text, start, end)
    first, last = stripped(text, start if mark is None else mark.end(), end)
    while first < last and text[first] in _MARKS:
        first += 1
    if first >= last:
        return
    if _take_italic(entry, text, first, last) or _take_authors(entry, text, first, last):
        return
    day = day_in(plain_text(text[first:last]).rstrip(". "))
    if day is not None and entry.released is None:
        entry.released, entry.released_span = day, (first, last)
    elif mark is not None or last - first > _LONGEST_VENUE:
        entry.summary.add(text[first:last], first, last)
    else:
        entry.detail("venue").add(text[first:last], first, last)


def _opens_words(text: str, start: int, end: int) -> bool:
    """
    Return whether a bracket is closed in the words, so that it is theirs.
    """
    pairs = {"(": ")", "（": "）", "[": "]", "【": "】"}
    closing = pairs.get(text[start])
    return closing is not None and text.find(closing, start + 1, end) != -1 and bool(_WORD.match(text, start + 1, end))


def _closes_words(text: str, start: int, end: int) -> bool:
    pairs = {")": "(", "）": "（", "]": "[", "】": "【"}
    opening = pairs.get(text[end - 1])
    return opening is not None and text.find(opening, start, end - 1) != -1


def _take_italic(entry: EntryDraft, text: str, start: int, end: int) -> bool:
    """
    Take words in italics: authors with their venue, or a category; what follows them is taken for itself.
    """
    match = _ITALIC.match(text, start, end)
    if match is None:
        return False
    words = plain_text(match[2])
    found = authors_and_venue(words)
    if found is not None or are_names(words):
        if entry.authors:
            return False
        names, venue = found or (words, "")
        entry.authors, entry.authors_span = split_names(names), match.span(2)
        if venue.strip(" ."):
            entry.detail("venue").add(venue, *match.span(2))
    elif len(words) <= _LONGEST_CATEGORY and match.end() >= end - 16:
        entry.tags, entry.tags_span = (words,), match.span(2)
    else:
        entry.detail("venue").add(text[slice(*match.span(2))], *match.span(2))
    first, last = stripped(text, match.end(), end)
    while first < last and text[first] in _MARKS:
        first += 1
    if first < last:
        day = day_in(text[first:last])
        if day is not None:
            entry.released, entry.released_span = day, (first, last)
        else:
            entry.detail("venue").add(text[first:last], first, last)
    return True


def _take_authors(entry: EntryDraft, text: str, start: int, end: int) -> bool:
    if entry.authors:
        return False
    found = authors_and_venue(plain_text(text[start:end]))
    if found is None:
        return False
    names, venue = found
    entry.authors, entry.authors_span = split_names(names), (start, end)
    if venue.strip(" ."):
        entry.detail("venue").add(venue, start, end)
    return True
