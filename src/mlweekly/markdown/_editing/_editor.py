"""
One way to edit every layout: carry over to a text what a patch changes in the text as `dumps` writes it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.markdown._editing._days import printed_like
from mlweekly.markdown._editing._element_sources import ElementSource
from mlweekly.markdown._editing._originals import Original
from mlweekly.markdown._editing._skeletons import Skeleton
from mlweekly.markdown._editing._spelling import MARKS, Replacement, applied, transfer_edit
from mlweekly.markdown._editing._styles import Style, gaps_of
from mlweekly.markdown._editing._trees import Node
from mlweekly.model import Issue, Series

__all__ = ["Editor"]

_RANK = "/issues/papers/rank"
_LINKS, _PAPERS, _SOURCE, _ISSUES = "/issues/papers/links", "/issues/papers", "/issues/source", "/issues"
_PADDING = expression(r"[ \t]{2,}(?=\|)|(?<=\|)[ \t]{2,}")
_STEP = expression(r"/([a-z]+)/([0-9]+)")
_IN_ISSUE = expression(r"/issues/([0-9]+)(?:/|$)")
_MOST_NEIGHBOURS = 10


class Editor:
    """
    A patch that is applied in a text.

    Attributes:
        original: The text.
        new: The series that it shall hold.
        sources: Where each element of that series comes from.
        rewrite_at: Pointers, in that series, of what is written anew, because finer edits were not read as they should.
    """

    def __init__(
        self, original: Original, new: Series, sources: ElementSource, rewrite_at: Collection[str] = ()
    ) -> None:
        self.original = original
        self.old = original.reading.series
        self.new = new
        self.sources = sources
        self.rewrite_at = frozenset(rewrite_at)
        # A post writes every paper in the same paragraphs; all else is best written like what is beside it.
        self.copies = original.dialect.layout in ("rows", "entries", "outline", "list")
        self.changes: dict[str, list[Replacement]] = {}
        self._issues: dict[tuple[int, bool], Node | None] = {}

    def replacements(self) -> list[Replacement]:
        """
        Return what makes the text hold the new series, as far as its dialect can show it.
        """
        for index, position in enumerate(self._positions):
            if position is not None and self.old[position] != self.new[index]:
                self.changes[f"/issues/{position}"] = list(self._issue(position, index))
        is_same_order = self._positions == list(range(len(self.old)))
        if is_same_order and evolve(self.old, issues=()) == evolve(self.new, issues=()):
            return list(chain.from_iterable(self.changes.values()))
        return list(self._series())

    def _issue(self, position: int, index: int) -> Iterator[Replacement]:
        """
        Yield what makes an issue that stays hold what it shall.
        """
        pair, new = self.original.issue(position), self._new_issue(index)
        if pair is not None and new is not None:
            yield from self._transfer(*pair, new, self._style(*pair))

    def _new_issue(self, index: int, *, inert: bool = False) -> Node | None:
        """
        Return the tree of a new issue as `dumps` writes it; None if that is not read as an issue.
        """
        if (index, inert) not in self._issues:
            beside = self._beside(index)
            offset = 0 if beside is None else self.original.trees.extent(beside)[0]
            dialect = self.original.dialect if beside is None else self.original.dialect_of(beside)
            trees = self.original.written(self.new[index], offset, dialect, naming=self._key, only=index, inert=inert)
            self._issues[index, inert] = trees.issue(0) if len(trees) == 1 else None
        return self._issues[index, inert]

    @cached_property
    def _positions(self) -> list[int | None]:
        return self.sources.positions("issues")

    @cached_property
    def _nearest(self) -> list[int]:
        """
        For each new issue, which issue of the text is the nearest: for one that stays, itself.
        """
        nearest: list[tuple[int, int]] = [(len(self.new) + index, 0) for index in range(len(self.new))]
        for order in (range(len(self.new)), reversed(range(len(self.new)))):
            known: tuple[int, int] | None = None
            for index in order:
                position = self._positions[index]
                known = known if position is None else (index, position)
                if known is not None:
                    nearest[index] = min(nearest[index], (abs(known[0] - index), known[1]))
        return [position for _, position in nearest]

    def _beside(self, index: int) -> int | None:
        return self._nearest[index] if len(self.old) else None

    def _key(self, pointer: str) -> str:
        """
        Return the key of a field of the new series: its pointer in the old one, or its own with a `+` if it is added.
        """
        source, key, rest = self.sources, "", pointer
        while (step := _STEP.match(rest)) is not None:
            elements = source.sequence(step[1])
            position = elements[int(step[2])].position if int(step[2]) < len(elements) else None
            if position is None:
                return f"+{pointer}"
            source, key, rest = elements[int(step[2])], f"{key}/{step[1]}/{position}", rest[step.end() :]
        return key + rest

    def _style(self, source: Node, usual: Node) -> Style:
        listed = {_LINKS, *((_PAPERS, _ISSUES, "/contents", "/contents/group") if self.copies else ())}
        separated = {("/issues/papers/title", "/issues/papers/summary")} if self.copies else set[tuple[str, str]]()
        style = Style(listed, separated, lambda start, end: not self.original.kept_within(start, end))
        style.learn(source, usual)
        return style

    def _series(self) -> Iterator[Replacement]:
        """
        Yield what changes around the issues, and of the issues in their order.
        """
        dialect, source = self.original.dialect, self.original.trees.series
        olds = self.original.written(_with_stubs(self.old), 0, dialect)
        news = self.original.written(_with_stubs(self.new), 0, dialect, naming=self._key)
        if "" in self.rewrite_at:
            written = self.original.written(self.new, 0, dialect).text
            yield Replacement(source.start, source.end, written)
        elif len(olds) == len(self.old) and len(news) == len(self.new):
            yield from self._transfer(source, olds.series, news.series, self._style(source, olds.series))

    def _transfer(self, source: Node, old: Node, new: Node, style: Style) -> Iterator[Replacement]:
        """
        Yield what makes an element of the text show the new one.
        """
        if new.pointer in self.rewrite_at:
            yield Replacement(source.start, source.end, self._anew(source, new, style))
            return
        if new.kind == "/issues/papers/released" and old.words != new.words:
            yield Replacement(source.start, source.end, self._day(new))
            return
        if old.words == new.words and not any(each.startswith(new.pointer) for each in self.rewrite_at) and old.kind:
            return
        keys = dict.fromkeys(child.key for child in (*old.children, *new.children))
        marks = dict(zip(keys, map(chr, MARKS), strict=False))
        skeleton = Skeleton(source, marks)
        gone: set[int] = set()
        # What is around the issues are lists of their own; the parts of an issue or a paper are one list.
        kinds = {marks[child.key]: "" if old.kind else child.kind for child in (*old.children, *new.children)}
        usual = _marked(old, marks, style), _marked(new, marks, style)
        for start, end, words in transfer_edit(skeleton.text, *usual, kinds):
            first, last = bisect_left(skeleton.places, start), bisect_left(skeleton.places, end)
            gone.update(range(first, last))
            written = self._expanded(words, marks, (source, old, new), style)
            change = Replacement(skeleton.offset(start), skeleton.offset(end), written)
            yield from self._sparing(change, skeleton.fields[first:last])
        for index, field in enumerate(skeleton.fields):
            if index not in gone and field.key in old.by_key and field.key in new.by_key:
                yield from self._within(field, old.by_key[field.key], new.by_key[field.key], style)

    def _within(self, source: Node, old: Node, new: Node, style: Style) -> Iterator[Replacement]:
        """
        Yield what changes inside a field that stays; issues have trees of their own.
        """
        if new.kind == _ISSUES:
            yield from self.changes.get(source.key, ())
        else:
            yield from self._transfer(source, old, new, style)

    def _expanded(self, words: str, marks: dict[str, str], nodes: tuple[Node, Node, Node], style: Style) -> str:
        """
        Return words with each mark as the field that it is: one that moves as it is written, a new one like others.
        """
        source, old, new = nodes
        keys = {mark: key for key, mark in marks.items() if mark in words}
        parts: list[str] = []
        for character in words:
            key = keys.get(character)
            if key is None:
                parts.append(character)
            elif key in source.by_key and key in old.by_key:
                field = source.by_key[key]
                changes = self._within(field, old.by_key[key], new.by_key[key], style)
                parts.append(applied(field.text, changes, field.start, field.end))
            else:
                parts.append(self._added(new.by_key[key], nodes, style))
        return "".join(parts)

    def _added(self, field: Node, nodes: tuple[Node, Node, Node], style: Style) -> str:
        """
        Return a field that the text does not have yet: like the nearest one of its kind, else as `dumps` writes it.
        """
        if field.kind == _ISSUES:
            return self._added_issue(field)
        if field.kind == "/issues/papers/released":
            return self._day(field)
        if field.pointer in self.rewrite_at:
            return self._anew(None, field, style)
        if self.copies and field.kind in (_PAPERS, _SOURCE):
            prints_ranks = any(_RANK in _kinds(child) for child in nodes[0].children)
            needed = _kinds(field) if prints_ranks else _kinds(field) - {_RANK}
            for source, usual in self._examples(field, nodes):
                if needed <= _kinds(source):
                    return self._like(source, usual, field, style)
        return self._written(field, style)

    def _examples(self, field: Node, nodes: tuple[Node, Node, Node]) -> Iterator[tuple[Node, Node]]:
        """
        Yield fields of the same kind in the text and as `dumps` writes them, the nearest first.

        They are those of another issue if this one has none.
        """
        source, old, new = nodes
        near = [new.children[index] for index in _near(new.places[field.key], len(new.children))]
        keys = [
            each.key
            for each in near
            if each.kind == field.kind and each.key in source.by_key and each.key in old.by_key
        ]
        yield from ((source.by_key[key], old.by_key[key]) for key in keys)
        if keys:
            return
        index = _indices(field)[0]
        for position in _near(self._nearest[index], len(self.old)):
            pair = self.original.issue(position) if self.old[position].language == self.new[index].language else None
            first = (
                None if pair is None else next((child for child in pair[0].children if child.kind == field.kind), None)
            )
            if pair is not None and first is not None and first.key in pair[1].by_key:
                yield first, pair[1].by_key[first.key]

    def _added_issue(self, field: Node) -> str:
        index = int(field.pointer.rpartition("/")[2])
        beside = self._beside(index)
        new = self._new_issue(index, inert=field.pointer in self.rewrite_at)
        pair = None if beside is None else self.original.issue(beside)
        if new is None:
            return field.words
        if pair is None:
            return new.words
        if self.copies and field.pointer not in self.rewrite_at:
            return self._like(*pair, new, self._style(*pair))
        return self._written(new, self._style(*pair))

    def _like(self, source: Node, usual: Node, new: Node, style: Style) -> str:
        """
        Return a new element in the form of one that the text has, without its padding and what fits no field in it.
        """
        changes = [*self._transfer(source, usual, new.renamed(new.key, usual.key), style)]
        kept = [Replacement(*span, "") for span in self.original.kept_within(source.start, source.end)]
        return _PADDING.sub(" ", applied(source.text, [*changes, *kept], source.start, source.end))

    def _written(self, node: Node, style: Style) -> str:
        """
        Return an element as `dumps` writes it, with the marks of the text.
        """
        parts: list[str] = []
        for before, behind, start, end in gaps_of(node):
            parts.append(style.gap(node, before, behind, start, end))
            if behind is not None:
                parts.append(self._written(behind, style))
        return "".join(parts)

    def _anew(self, source: Node | None, field: Node, style: Style) -> str:
        """
        Return a field as `dumps` writes it, on lines that open nothing, with what fits no field behind its first line.
        """
        match = _IN_ISSUE.match(field.pointer)
        if match is None:
            trees = self.original.written(_with_stubs(self.new), 0, self.original.dialect, naming=self._key, inert=True)
            root: Node | None = trees.series
        else:
            root = self._new_issue(int(match[1]), inert=True)
        found = None if root is None else _find(root, field.pointer)
        words = self._written(found or field, style)
        if source is None or self.copies:
            return words
        lines = [source.text[slice(*span)] for span in self.original.kept_within(source.start, source.end)]
        line_end = self.original.line_end_at(source.start)
        first, between, rest = words.partition(line_end)
        return "".join((first, *lines, between, rest))

    def _day(self, field: Node) -> str:
        """
        Return the day of a paper in the form of the days beside it.
        """
        index, place = _indices(field)[:2]
        day = self.new[index].papers[place].released
        return field.words if day is None else printed_like(day, self._days_near(index, place))

    def _days_near(self, index: int, place: int) -> Iterator[tuple[date, str]]:
        """
        Yield days in the text and how they are printed, the nearest first.
        """
        position = self._nearest[index]
        pair, papers = self.original.issue(position), self.old[position].papers
        sources = self.sources.sequence("issues")[index].positions("papers")
        for paper in (sources[near] for near in _near(place, len(sources))):
            if pair is None or paper is None or paper >= len(papers):
                continue
            key = f"/issues/{position}/papers/{paper}"
            printed, released = pair[0].by_key[key].by_key.get(f"{key}/released"), papers[paper].released
            if printed is not None and released is not None:
                yield released, printed.words

    def _sparing(self, change: Replacement, fields: Sequence[Node]) -> Iterator[Replacement]:
        """
        Yield a replacement without what fits no field, which stays, except inside fields that go.
        """
        position, words = change.start, change.words
        for start, end in self.original.kept_within(change.start, change.end):
            if not any(field.start <= start and end <= field.end for field in fields):
                yield Replacement(position, max(position, start), words)
                position, words = max(position, end), ""
        yield Replacement(position, max(position, change.end), words)


def _kinds(node: Node) -> set[str]:
    """
    Return the kinds of the fields of an element.
    """
    return {child.kind for child in node.children}


def _near(place: int, count: int) -> list[int]:
    """
    Return the indices around one of so many, the nearest first; never more than a few.
    """
    around = range(max(0, place - _MOST_NEIGHBOURS), min(count, place + _MOST_NEIGHBOURS + 1))
    return sorted(around, key=lambda index: abs(index - place))


def _indices(field: Node) -> list[int]:
    """
    Return the indices in the pointer of a field: that of its issue, that of its paper.
    """
    return [int(number) for number in re.findall(r"/([0-9]+)", field.pointer)]


def _marked(node: Node, marks: dict[str, str], style: Style) -> str:
    """
    Return an element that `dumps` wrote, in a style, with each field as one character.
    """
    return "".join(
        style.gap(node, before, behind, start, end) + ("" if behind is None else marks[behind.key])
        for before, behind, start, end in gaps_of(node)
    )


def _find(node: Node, pointer: str) -> Node | None:
    """
    Return the field with a pointer inside a node.
    """
    for child in node.children:
        if child.pointer == pointer:
            return child
        if pointer.startswith(f"{child.pointer}/"):
            return _find(child, pointer)
    return None


def _with_stubs(series: Series) -> Series:
    """
    Return the series with nothing but titles and first papers in its issues.
    """
    issues = [Issue(title=each.title, language=each.language, papers=each.papers[:1]) for each in series.issues]
    return evolve(series, issues=issues)
