"""
The pages of patches and merges: changes grouped for a person by issue, then by paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, cast

from attrs import Factory, define

from mlweekly._display import Block, Heading, Inline, Item, Items, Page, Paragraph, Quote, Run, counted, quote
from mlweekly._expressions import expression
from mlweekly.changes._differences import differences
from mlweekly.changes._items import item_of, value_inlines
from mlweekly.changes._merging._conflicts import Conflict
from mlweekly.changes._operations import (
    IssueAdded,
    IssueMoved,
    IssueRemoved,
    IssueRetitled,
    Operation,
    PaperAdded,
    PaperMoved,
    PaperRemoved,
    PaperRetitled,
    Rewritten,
)
from mlweekly.changes._pieces import pieces
from mlweekly.model import Issue, Link, Paper, Series, names_along
from mlweekly.model._pointers import ABSENT
from mlweekly.model._texts_at import texts_at

_WORD = expression(r"[A-Z][a-z]*")
_HOLDERS = expression(r"(?P<issue>/issues/[0-9]+)?(?P<paper>/papers/[0-9]+)?(?P<field>/.*)?", re.DOTALL)
_OF_ISSUES = (IssueAdded, IssueMoved, IssueRemoved)
_OF_PAPERS = (PaperAdded, PaperMoved, PaperRemoved)


@define
class Group:
    """
    The changes of the fields of one paper.
    """

    name: str
    items: list[Item] = Factory(list[Item])


@define
class Section:
    """
    The changes of one issue, its own and paper by paper, or those of a series' own fields.

    Papers that come, go and move are changes of the issue; issues that do so, of the series.
    """

    name: str
    items: list[Item] = Factory(list[Item])
    papers: dict[str, Group] = Factory(dict[str, Group])


def patch_page(operations: Iterable[Operation]) -> Page:
    """
    Return the page of changes: how many there are, and each with its paper.
    """
    every = tuple(operations)
    blocks: list[Block] = []
    if every:
        blocks.append(Paragraph((Run(", ".join(_counts(every)), "quiet"),)))
    for section in _sections(every):
        blocks += _section_blocks(section)
    return Page((Run(counted(len(every), "change").capitalize()),), blocks)


def merged_page(base: Issue | Series, conflicts: Sequence[Conflict], patch: Iterable[Operation]) -> Page:
    """
    Return the page of a merge: each contradiction with its sides, then what is merged.
    """
    blocks = [block for conflict in conflicts for block in _conflict_blocks(base, conflict)]
    page = patch_page(patch)
    return Page((_outcome(conflicts),), (*blocks, Heading((*page.title, Run(" taken"))), *page.blocks))


def editions_page(edition: Issue, conflicts: Sequence[Conflict], patches: Iterable[Iterable[Operation]]) -> Page:
    """
    Return the page of two editions that repaired each other: each contradiction, then what changes in either edition.
    """
    blocks = [block for conflict in conflicts for block in _conflict_blocks(edition, conflict)]
    for name, patch in zip(("first", "second"), map(tuple, patches), strict=True):
        blocks.append(Heading((Run(f"{counted(len(patch), 'change')} in the {name} edition".capitalize()),)))
        for section in _sections(patch):
            blocks += _section_blocks(section, 3)
    return Page((_outcome(conflicts),), blocks)


def _outcome(conflicts: Sequence[Conflict]) -> Run:
    return Run(f"Merged with {counted(len(conflicts), 'conflict')}" if conflicts else "Merged without conflict")


def _conflict_blocks(base: Issue | Series, conflict: Conflict) -> Iterator[Block]:
    yield Heading(_joined(names_along(base, conflict.pointer) or ("the whole",)))
    yield Paragraph((quote(str(conflict), "quiet"),))
    yield Items(_sides(base, conflict))


def _counts(operations: Iterable[Operation]) -> Iterator[str]:
    nouns = Counter(map(_noun, operations))
    for (subject, verb), count in nouns.items():
        yield f"{counted(count, subject)} {verb}"


def _noun(operation: Operation) -> tuple[str, str]:
    if isinstance(operation, Rewritten):
        return "form", "changed"
    *subject, verb = _WORD.findall(type(operation).__name__)
    noun = " ".join(subject).lower()
    return ("contents entry" if noun == "contents" else noun), verb.lower()


def _sections(operations: Iterable[Operation]) -> Iterator[Section]:
    """
    Yield the changes by issue and paper, in the order of their first change.

    Positions hold for the moment of a change: what adds, removes or moves an issue or a paper begins a new count.
    """
    sections: dict[str, Section] = {}
    issues_turn = papers_turn = 0
    for operation in operations:
        issue, paper = _holders(operation)
        section = sections.setdefault(f"{issues_turn}{issue}" if issue else "", Section(_numbered(issue)))
        items = section.items
        if paper:
            group = section.papers.setdefault(f"{papers_turn}{paper}", Group(operation.name))
            group.name = operation.after if isinstance(operation, PaperRetitled) else group.name
            items = group.items
        elif issue:
            section.name = _issue_name(operation, section.name)
        items.append(item_of(operation))
        issues_turn += isinstance(operation, _OF_ISSUES)
        papers_turn += isinstance(operation, _OF_PAPERS)
    yield from sections.values()


def _holders(operation: Operation) -> tuple[str, str]:
    """
    Return the pointers of the issue and of the paper that the operation is inside; empty if it is in none.
    """
    found = _HOLDERS.fullmatch(operation.pointer)
    if found is None or isinstance(operation, _OF_ISSUES):
        return "", ""
    paper = "" if isinstance(operation, _OF_PAPERS) else found["paper"] or ""
    return found["issue"] or "", paper


def _numbered(issue: str) -> str:
    return f"Issue {int(issue.rpartition('/')[2]) + 1}" if issue else ""


def _issue_name(operation: Operation, name: str) -> str:
    if isinstance(operation, IssueRetitled) and operation.after:
        return operation.after
    return name if operation.of is None else str(operation.of)


def _section_blocks(section: Section, level: Literal[2, 3] = 2) -> Iterator[Block]:
    if section.name:
        yield Heading((quote(section.name),))
    if section.items:
        yield Items(section.items)
    for group in section.papers.values():
        yield Heading((quote(group.name),), 3 if section.name else level)
        yield Items(group.items)


def _joined(names: Iterable[str]) -> Iterator[Inline]:
    for number, name in enumerate(names):
        if number:
            yield Run(" › ", "quiet")
        yield quote(name)


def _sides(subject: Issue | Series, conflict: Conflict) -> Iterator[Item]:
    if conflict.kind == "order":
        yield Item("base", tuple(_order(subject, conflict.pointer, conflict.base)))
        yield Item("ours", tuple(_order(subject, conflict.pointer, conflict.ours)))
        yield Item("theirs", tuple(_order(subject, conflict.pointer, conflict.theirs)))
    else:
        language = _language_at(conflict.pointer)
        yield Item("base", _value(conflict.base, language))
        yield _side("ours", conflict.base, conflict.ours, language)
        yield _side("theirs", conflict.base, conflict.theirs, language)
        yield from texts_at(subject, conflict.pointer)


def _language_at(pointer: str) -> str | None:
    """
    Return the language of what a pointer leads to, if that is a translation.
    """
    before, _, tag = pointer.rpartition("/translations/")
    return tag if before else None


def _order(subject: Issue | Series, pointer: str, positions: object) -> Iterator[Inline]:
    if isinstance(positions, tuple):
        for number, position in enumerate(cast("tuple[int, ...]", positions)):
            if number:
                yield Run(" · ", "quiet")
            yield quote(names_along(subject, f"{pointer}/{position}")[-1])


def _side(sign: Literal["ours", "theirs"], base: object, value: object, language: str | None) -> Item:
    """
    Return what a side holds, with what it changed marked, or listed below it.
    """
    match base, value:
        case str(), str():
            return Item(sign, (Quote(pieces(base, value), language=language),))
        case (Paper(), Paper()) | (Issue(), Issue()):
            return Item(
                sign, _value(value, None), tuple(map(item_of, differences(cast("Issue", base), cast("Issue", value))))
            )
        case _ if value is ABSENT and base is not ABSENT:
            return Item(sign, (Run("removed"),))
        case _:
            return Item(sign, _value(value, language))


def _value(value: object, language: str | None) -> tuple[Inline, ...]:
    if isinstance(value, str):
        return (quote(value, language=language),)
    if not isinstance(value, Link):
        return value_inlines(value)
    label = () if value.label is None else (quote(value.label), Run(" → ", "quiet"))
    return (*label, quote(value.url, url=value.url))
