"""
The values of a paper's fields, as they are printed beside titles, behind labels and on lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mlweekly._expressions import expression
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._names import FieldName
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._days import day_in, end_of_day
from mlweekly.markdown._reading._entry_drafts import EntryDraft
from mlweekly.markdown._reading._heads import EntryHead
from mlweekly.markdown._reading._link_lines import RELATIVE_LINK
from mlweekly.markdown._reading._links import Scanned
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._people import are_names_before, authors_and_venue, is_name, split_names
from mlweekly.markdown._reading._tails import DASH, ITALIC, take_day, take_tail
from mlweekly.markdown._reading._values import split_tags
from mlweekly.model import role_of_label

__all__ = ["leave_beside", "take_authors", "take_head", "take_relative", "take_value"]

_BREAKS = expression(r"(?:<br[ \t]*/?>|[ \t])*", re.IGNORECASE)
_WORD = expression(r"\w")
_HASHTAG = expression(r"#\w[\w\-/]*[,，]?")


def take_head(log: ReadLog, draft: EntryDraft, head: EntryHead) -> None:
    """
    Take what a head says beside the title: its links, a short name, authors and a date before it.
    """
    text = log.text
    draft.add_links([*([] if head.link is None else [head.link]), *head.others])
    draft.add_links_in(text, *draft.title_span)
    if head.relative is not None:
        draft.detail("link").add(text[slice(*head.relative)], *head.relative)
    if head.name is not None:
        draft.detail("name").add(text[slice(*head.name)], *head.name)
    if head.authors is not None:
        draft.authors, draft.authors_span = split_names(plain_text(text[slice(*head.authors)])), head.authors
    if head.day is not None:
        take_day(draft, head.day, head.day_span)
    if head.tooltip is not None:
        log.leave(*head.tooltip)


def take_value(log: ReadLog, draft: EntryDraft, known: FieldName, name: str, start: int, end: int) -> None:
    """
    Take the value of a field that is no prose; what it cannot hold becomes a detail.
    """
    value = log.text[start:end]
    if known == "authors" and not draft.authors:
        draft.take_authors(log.text, plain_text(value), "", (start, end))
    elif known == "tags" and not draft.tags:
        draft.add_links_in(log.text, start, end)
        draft.tags, draft.tags_span = split_tags(value), (start, end)
    elif known == "released" and draft.released is None and (day := day_in(plain_text(value))) is not None:
        draft.released, draft.released_span = day, (start, end)
        rest = start + min(end_of_day(value), len(value.partition("<")[0]))
        if _BREAKS.fullmatch(log.text, rest, end) is None and _WORD.search(log.text, rest, end):
            log.leave(*stripped(log.text, rest, end))
    elif known != "links" or not _take_labelled_links(log, draft, name, start, end):
        draft.detail(name).add(value, start, end)


def _take_labelled_links(log: ReadLog, draft: EntryDraft, name: str, start: int, end: int) -> bool:
    scanned = log.scan_links(start, end)
    if not scanned.links:
        return False
    role = role_of_label(name)
    draft.add_links(scanned.links, role, None if role is None else name)
    beside = [piece for piece in scanned.leftovers if _WORD.search(log.text, *piece)]
    if beside and beside[0][0] >= scanned.links[-1].whole[1]:
        # "https://… (ICML 2026, 9 pages)": the label is that of the words, too.
        draft.detail(name).add(log.text[beside[0][0] : end], beside[0][0], end)
    else:
        for piece in beside:
            log.leave(*piece)
    return True


def leave_beside(log: ReadLog, draft: EntryDraft, scanned: Scanned) -> None:
    """
    Take hashtags beside links as tags, and leave the rest over.
    """
    tags: list[str] = []
    for piece in scanned.leftovers:
        if _HASHTAG.fullmatch(log.text, *piece) is not None:
            tags.append(log.text[slice(*piece)].strip("#,，"))
        elif not take_relative(log, draft, *piece) and _WORD.search(log.text, *piece):
            log.leave(*piece)
    if tags and not draft.tags:
        draft.tags = tuple(tags)


def take_relative(log: ReadLog, draft: EntryDraft, start: int, end: int) -> bool:
    """
    Take a link to a page of the same site as a detail; return whether it is one.
    """
    match = RELATIVE_LINK.fullmatch(log.text, start, end)
    if match is None or "![" in match[1]:
        return False
    draft.detail(plain_text(match[1])).add(match[2], *match.span(2))
    return True


def take_authors(log: ReadLog, draft: EntryDraft, first: int, last: int, *, may_be_one: Callable[[], bool]) -> bool:
    """
    Take the authors on a line without a label; return whether it is one. `may_be_one` tells if a single name counts.
    """
    words = plain_text(log.text[first:last])
    italic = ITALIC.fullmatch(log.text, first, last)
    dash = DASH.search(log.text, first, last)
    if dash is not None and are_names_before(plain_text(log.text[first : dash.start()]), log.text[dash.end() : last]):
        take_tail(log, draft, first, last)
        return True
    found = authors_and_venue(words)
    if found is None:
        is_one = is_name(words) and (italic is not None or ("://" not in words and may_be_one()))
        if not is_one:
            return False
    names, venue = found or (words, "")
    draft.take_authors(log.text, names, venue, (first, last))
    return True
