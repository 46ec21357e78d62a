"""
What the visible form of a post cannot say.

Lives here: the `<!-- mlweekly: ... -->` blocks, and what goes into them.
Must not know: the frame around them; how they are laid over the text that is read (`_reading/_overlay` does).

A block repeats nothing that the visible text says, and holds only where it still fits it: tags where as many parts are
visible, labels where as many links are, a period where the title is the one that it was written for. Where a person
edited the text, the text wins, and a problem says so.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from mlweekly.dates import find_range
from mlweekly.markdown._parts import Parts, Roles, roles_of, title_parts
from mlweekly.model import VERSION, ContentsEntry, Issue, Link, Paper, Series, Text, thaw

__all__ = [
    "BLOCK",
    "Block",
    "ShownPaper",
    "issue_block",
    "paper_block",
    "read_block",
    "series_block",
    "shown_roles",
    "title_seal",
    "told_section",
    "write_block",
]

# A comment that speaks to validation is no block: `mlweekly.document.DIRECTIVE`.
BLOCK = re.compile(r"[ \t]*<!--[ \t]*mlweekly:(?![ \t]*ignore(?!\w|-(?!->)))")
_KINDS = ("series", "issue", "paper")


class Block(NamedTuple):
    """
    The members of one block, and whether they are of a series, an issue or a paper.
    """

    kind: str
    members: Mapping[str, object]


def read_block(comment: str) -> Block | None:
    """
    Return the block that an HTML comment holds, or None where it holds none.
    """
    match = BLOCK.match(comment)
    if match is None or not comment.rstrip().endswith("-->"):
        return None
    try:
        data: object = json.loads(comment[match.end() : comment.rindex("-->")])
    except (ValueError, RecursionError):
        return None
    root = cast("dict[str, object]", data) if isinstance(data, dict) else {}
    kind, members = next(iter(root.items()), ("", None))
    if len(root) != 1 or kind not in _KINDS or not isinstance(members, dict):
        return None
    return Block(kind, cast("dict[str, object]", members))


def write_block(kind: str, members: Mapping[str, object]) -> str:
    """
    Return the comment that holds these members; no text in them can end it.
    """
    data = json.dumps({kind: members}, ensure_ascii=False, separators=(", ", ": "))
    return f"<!-- mlweekly: {data.replace('--', '-' + chr(92) + 'u002d')} -->"


def title_seal(title: str | None) -> str:
    """
    Return what a period is sealed with: the CRC-32 of the title that it was written beside.
    """
    return f"{zlib.crc32((title or '').encode()):08x}"


def issue_block(issue: Issue, shown_language: str) -> dict[str, object]:
    """
    Return what the visible form of an issue cannot say.
    """
    members: dict[str, object] = {}
    if issue.version != VERSION:
        members["version"] = issue.version
    if issue.language != shown_language:
        members["language"] = issue.language
    printed = None if issue.title is None else find_range(issue.title)
    shown = None if printed is None else printed.period()
    if issue.period != shown or (printed is not None and not printed.year_printed):
        period = issue.period
        value = None if period is None else [period.start.isoformat(), period.end.isoformat()]
        members["period"] = {"is": value, "over": title_seal(issue.title)}
    if issue.published is not None:
        members["published"] = issue.published.isoformat()
    if issue.extra:
        members["extra"] = thaw(issue.extra)
    return members


def series_block(series: Series) -> dict[str, object]:
    """
    Return what stands around the issues of a series, all of which a post has no visible place for.
    """
    members: dict[str, object] = {}
    if series.version != VERSION:
        members["version"] = series.version
    if series.title is not None:
        members["title"] = series.title
    if series.lead:
        members["lead"] = list(series.lead)
    if series.contents:
        members["contents"] = [_entry_members(entry) for entry in series.contents]
    if series.foot:
        members["foot"] = list(series.foot)
    if series.extra:
        members["extra"] = thaw(series.extra)
    return members


def _entry_members(entry: ContentsEntry) -> dict[str, object]:
    members: dict[str, object] = {"label": entry.label, "target": entry.target, "group": entry.group}
    if entry.extra:
        members["extra"] = thaw(entry.extra)
    return {name: value for name, value in members.items() if value is not None}


class ShownPaper(NamedTuple):
    """
    What the visible text shows of a paper.
    """

    rank: int
    heading: str
    summary: Parts | None
    abstract: Parts | None
    links: tuple[Link, ...]


def paper_block(paper: Paper, shown: ShownPaper, shown_order: Sequence[int], language: str | None) -> dict[str, object]:
    """
    Return what the visible form of a paper cannot say.

    Args:
        paper: The paper.
        shown: What its visible form shows.
        shown_order: For each visible link its index among the paper's links.
        language: The language of the edition.
    """
    members: dict[str, object] = {}
    if paper.rank != shown.rank:
        members["rank"] = paper.rank
    if paper.authors:
        members["authors"] = list(paper.authors)
    if paper.released is not None:
        members["released"] = paper.released.isoformat()
    for name, text in (("title", paper.title), ("summary", paper.summary), ("abstract", paper.abstract)):
        hidden = {} if text is None else _text_members(name, text, shown, language)
        if hidden:
            members[name] = hidden
    links = _link_members(paper, shown, shown_order)
    if links:
        members["links"] = links
    if paper.extra:
        members["extra"] = thaw(paper.extra)
    return members


def _text_members(name: str, text: Text, shown: ShownPaper, language: str | None) -> dict[str, object]:
    roles = shown_roles(text, language)
    if name == "title":
        told, _, _ = roles_of(title_parts(shown.heading, language), language)
    else:
        parts = shown.summary if name == "summary" else shown.abstract
        told, parts, doubt = roles_of(parts or Parts((), ()), language)
        told = Roles(None, None) if doubt is not None else told
    members: dict[str, object] = {}
    if told != roles:
        members |= {role: tag for role, tag in zip(Roles._fields, roles, strict=True) if tag is not None}
    further = {tag: words for tag, words in text.translations.items() if tag != roles.translation}
    if further:
        members["translations"] = further
    if text.extra:
        members["extra"] = thaw(text.extra)
    return members


def shown_roles(text: Text, language: str | None) -> Roles:
    """
    Return which original and which translation of a text an edition shows.
    """
    language = language or "en"
    if text.original is None:
        return Roles(None, language if language in text.translations else next(iter(text.translations)))
    return Roles(text.language, language if language in text.translations else None)


def _link_members(paper: Paper, shown: ShownPaper, shown_order: Sequence[int]) -> dict[str, object]:
    members: dict[str, object] = {}
    links = [paper.links[index] for index in shown_order]
    if any(link.label is not None for link in links):
        members["labels"] = [link.label for link in links]
    told = [told_section(link, visible.section) for link, visible in zip(links, shown.links, strict=True)]
    if [link.section for link in links] != told:
        members["sections"] = [link.section for link in links]
    if list(shown_order) != sorted(shown_order):
        members["order"] = list(shown_order)
    if any(link.extra for link in links):
        members["extra"] = [thaw(link.extra) for link in links]
    return members


def told_section(link: Link, section: str | None) -> str | None:
    """
    Return the section that a link is read with: none where its label already says a role.
    """
    return None if link.label is not None and Link(link.url, link.label).role is not None else section
