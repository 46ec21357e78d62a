"""
How a text writes the marks of its lines, and what separates the elements of its lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from attrs import define, field

from mlweekly._expressions import expression
from mlweekly.markdown._editing._trees import Node

__all__ = ["Style", "gaps_of"]

_MARK = expression(r"[ \t]*(?:(#{1,6})|[-*+•])[ \t]+")
_MARK_OF_LINE = expression(rf"(?:\A|(?<=[\r\n])){_MARK.pattern}")
_LINE_END = expression(r"\r\n?|\n")


def gaps_of(node: Node) -> Iterator[tuple[Node | None, Node | None, int, int]]:
    """
    Yield start and end of what is between the fields of a node, with the fields at both sides.
    """
    fields: list[Node | None] = [None, *node.children, None]
    for before, behind in pairwise(fields):
        yield before, behind, node.start if before is None else before.end, node.end if behind is None else behind.start


def _kind(node: Node | None) -> str:
    return "" if node is None else node.kind


@define(eq=False, repr=False)
class Style:
    """
    What is between the fields of a text, where it is spelled otherwise than `dumps` would.

    Attributes:
        listed: The kinds of elements that are in lists, whose separators are copied.
        separated: The kinds of further neighbours whose separators are copied.
        is_clean: Whether a part of the text holds nothing but fields and what separates them.
        marks: By kind of element and usual mark, what the lines between its fields begin with.
        gaps: By kinds of neighbours and usual separator, what separates elements of a list.
    """

    listed: AbstractSet[str]
    separated: AbstractSet[tuple[str, str]]
    is_clean: Callable[[int, int], bool]
    marks: dict[tuple[str, str], str] = field(factory=dict[tuple[str, str], str])
    gaps: dict[tuple[str, str, str], str] = field(factory=dict[tuple[str, str, str], str])

    def learn(self, source: Node, usual: Node) -> None:
        """
        Learn from an element in the text, and from the same one as `dumps` writes it; what was learned first holds.
        """
        gaps = {
            (before and before.key, behind and behind.key): (start, end)
            for before, behind, start, end in gaps_of(source)
        }
        for before, behind, start, end in gaps_of(usual):
            span = gaps.get((before and before.key, behind and behind.key))
            if span is not None:
                gap, usual_gap = source.text[slice(*span)], usual.text[start:end]
                self._learn_marks(usual.kind, gap, usual_gap)
                kinds = _kind(before), _kind(behind)
                # A title without marks is separated from its summary otherwise than one with them.
                is_alike = set(kinds) <= self.listed or (kinds in self.separated and gap[:1] == usual_gap[:1])
                if is_alike and self.is_clean(*span):
                    self.gaps.setdefault((*kinds, usual_gap), gap)
        for child in usual.children:
            if child.key in source.by_key:
                self.learn(source.by_key[child.key], child)

    def _learn_marks(self, kind: str, gap: str, usual: str) -> None:
        """
        Learn the marks of the whole lines in a gap, and of the line whose words are behind it.
        """
        lines, usual_lines = _LINE_END.split(gap), _LINE_END.split(usual)
        whole, usual_whole = ([line for line in each[:-1] if line.strip()] for each in (lines, usual_lines))
        pairs = [*zip(whole, usual_whole, strict=False)] if len(whole) == len(usual_whole) else []
        for line, usual_line in (*pairs, (lines[-1], usual_lines[-1])):
            mark, usual_mark = _MARK.match(line), _MARK.match(usual_line)
            if usual_mark is not None and mark is not None and (mark[1] is None) == (usual_mark[1] is None):
                self.marks.setdefault((kind, usual_mark[0]), mark[0])
            elif usual_mark is not None and not line and usual_mark[1] is None:
                self.marks.setdefault((kind, usual_mark[0]), "")

    def gap(self, node: Node, before: Node | None, behind: Node | None, start: int, end: int) -> str:
        """
        Return what is between two fields of an element that `dumps` wrote, in this style.
        """
        usual = node.text[start:end]
        found = self.gaps.get((_kind(before), _kind(behind), usual))
        if found is not None:
            return found
        return _MARK_OF_LINE.sub(lambda mark: self.marks.get((node.kind, mark[0]), mark[0]), usual)
