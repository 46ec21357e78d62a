"""
The hidden blocks of a post, `<!-- mlweekly: ... -->`, which say what its visible form cannot.

A block repeats nothing that the visible text says, and holds only if it still fits it: tags if as many parts are
visible, labels if as many links are, a period if the title is the one that it was written for. If a person edited the
text, the text wins, and a problem says so.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import NamedTuple, cast

from mlweekly._expressions import expression
from mlweekly.dates import find_range
from mlweekly.markdown._parts import Parts, Roles, has_words, roles_of, title_parts
from mlweekly.model import VERSION, ContentsEntry, Issue, Link, Paper, Series, Text, role_of_label, thaw

__all__ = [
    "HIDDEN",
    "HiddenBlock",
    "ShownPaper",
    "has_hidden_block",
    "issue_members",
    "paper_members",
    "read_hidden",
    "series_members",
    "shown_roles",
    "shown_section",
    "title_seal",
    "write_hidden",
]

# A comment to validation is no block: `mlweekly.document.DIRECTIVE`.
HIDDEN = expression(r"[ \t]*<!--[ \t]*mlweekly:(?![ \t]*ignore(?!\w|-(?!->)))")
_COMMENT = expression("<!--")
_KINDS = ("series", "issue", "paper")


def has_hidden_block(text: str) -> bool:
    """
    Return whether a hidden block begins anywhere in a text. The time is linear in its length.
    """
    return any(HIDDEN.match(text, comment.start()) is not None for comment in _COMMENT.finditer(text))


class HiddenBlock(NamedTuple):
    """
    The members of one block, and whether they are of a series, an issue or a paper.
    """

    kind: str
    members: Mapping[str, object]


def read_hidden(comment: str) -> HiddenBlock | None:
    """
    Return the block that an HTML comment holds, or None if it holds none.
    """
    match = HIDDEN.match(comment)
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
    return HiddenBlock(kind, cast("dict[str, object]", members))


def write_hidden(kind: str, members: Mapping[str, object]) -> str:
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


def _without_empty(members: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in members.items() if value}


def issue_members(issue: Issue, shown_language: str) -> dict[str, object]:
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
    published = None if issue.published is None else issue.published.isoformat()
    further = {"published": published, "metadata": thaw(issue.metadata), "extra": thaw(issue.extra)}
    return members | _without_empty(further)


def series_members(series: Series) -> dict[str, object]:
    """
    Return what is around the issues of a series, none of which a post shows.
    """
    return _without_empty(
        {
            "version": None if series.version == VERSION else series.version,
            "title": series.title,
            "lead": list(series.lead),
            "contents": [_entry_members(entry) for entry in series.contents],
            "foot": list(series.foot),
            "extra": thaw(series.extra),
        }
    )


def _entry_members(entry: ContentsEntry) -> dict[str, object]:
    members = {"label": entry.label, "target": entry.target, "group": entry.group, "extra": thaw(entry.extra)}
    return _without_empty(members)


class ShownPaper(NamedTuple):
    """
    What the visible text shows of a paper.
    """

    rank: int
    heading: str
    summary: Parts | None
    abstract: Parts | None
    links: tuple[Link, ...]


def paper_members(
    paper: Paper, shown: ShownPaper, sections: Mapping[int, str | None], language: str | None
) -> dict[str, object]:
    """
    Return what the visible form of a paper cannot say.

    Args:
        paper: The paper.
        shown: What its visible form shows.
        sections: The index of each visible link among the paper's links, with the section that it is shown in.
        language: The language of the edition.
    """
    texts = {"title": paper.title, "summary": paper.summary, "abstract": paper.abstract}
    return _without_empty(
        {
            "rank": None if paper.rank == shown.rank else paper.rank,
            "authors": list(paper.authors),
            "released": None if paper.released is None else paper.released.isoformat(),
            **{name: _text_members(name, text, shown, language) for name, text in texts.items() if text is not None},
            "links": _link_members(paper, sections),
            "topics": list(paper.topics),
            "tags": list(paper.tags),
            "details": dict(paper.details),
            "extra": thaw(paper.extra),
        }
    )


def _text_members(name: str, text: Text, shown: ShownPaper, language: str | None) -> dict[str, object]:
    roles = shown_roles(text, language)
    if name == "title":
        told, _, _ = roles_of(title_parts(shown.heading, language), language)
    else:
        parts = shown.summary if name == "summary" else shown.abstract
        told, parts, doubt = roles_of(parts or Parts((), ()), language)
        told = told if doubt is None and has_words([*parts.own, *parts.quoted]) else Roles(None, None)
    roles_told = {} if told == roles else dict(zip(Roles._fields, roles, strict=True))
    further = {tag: words for tag, words in text.translations.items() if tag != roles.translation}
    return _without_empty({**roles_told, "translations": further, "extra": thaw(text.extra)})


def shown_roles(text: Text, language: str | None) -> Roles:
    """
    Return which original and which translation of a text an edition shows.
    """
    language = language or "en"
    if text.original is None:
        return Roles(None, language if language in text.translations else next(iter(text.translations)))
    return Roles(text.language, language if language in text.translations else None)


def _link_members(paper: Paper, shown: Mapping[int, str | None]) -> dict[str, object]:
    order, links = list(shown), [paper.links[index] for index in shown]
    labels, sections = [link.label for link in links], [link.section for link in links]
    told = [shown_section(link, section) for link, section in zip(links, shown.values(), strict=True)]
    return _without_empty(
        {
            "labels": labels if any(label is not None for label in labels) else None,
            "sections": sections if sections != told else None,
            "order": None if order == sorted(order) else order,
            "extra": [thaw(link.extra) for link in links] if any(link.extra for link in links) else None,
        }
    )


def shown_section(link: Link, section: str | None) -> str | None:
    """
    Return the section that a link is read with: none if its label already says a role.
    """
    return None if link.label is not None and role_of_label(link.label) is not None else section
