"""
The fields of a text as a tree: what each element of a series holds, and what is written between its parts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from attrs import evolve, field, frozen

from mlweekly._expressions import expression
from mlweekly.document import Places
from mlweekly.markdown._blocks import is_blank_or_rule
from mlweekly.markdown._reading import Reading

__all__ = ["Node", "Trees"]

Span = tuple[int, int]
Naming = Callable[[str], str]
_Field = tuple[int, int, str, str]

_INDEX = expression(r"/[0-9]+")
_ISSUE = expression(r"/issues/([0-9]+)")
_TOPIC = expression(r"/papers/[0-9]+/topics((?:/[0-9]+)?)$")
_LINK = expression(r"(/issues/[0-9]+/papers/[0-9]+)/links/[0-9]+")
_AROUND = -1


def _as_it_is(pointer: str) -> str:
    return pointer


@frozen(eq=False, repr=False)
class Node:
    """
    A field in a text.

    Attributes:
        key: Its name, which a field has in common with itself in another text.
        pointer: Its pointer in the series that the text holds.
        text: The text.
        start: The offset at which it begins.
        end: The offset at which it ends.
        children: The fields inside it, in the order of the text.
    """

    key: str
    pointer: str
    text: str
    start: int
    end: int
    children: list[Node] = field(factory=list["Node"])

    @property
    def words(self) -> str:
        """
        What is written there.
        """
        return self.text[self.start : self.end]

    @cached_property
    def kind(self) -> str:
        """
        Its pointer without indices, such as `/issues/papers/links`.
        """
        return _INDEX.sub("", self.pointer)

    @cached_property
    def by_key(self) -> dict[str, Node]:
        """
        The children by key; of two with one key, the last one.
        """
        return {child.key: child for child in self.children}

    @cached_property
    def places(self) -> dict[str, int]:
        """
        The index of each child by key.
        """
        return {child.key: index for index, child in enumerate(self.children)}

    def renamed(self, prefix: str, other: str) -> Node:
        """
        Return the node with another beginning of its key, and of the keys of all fields inside it.
        """
        key = other + self.key.removeprefix(prefix)
        return evolve(self, key=key, children=[child.renamed(prefix, other) for child in self.children])


class Trees:
    """
    The trees of a text: that of the series around its issues, and that of each issue.
    """

    def __init__(self, reading: Reading, naming: Naming = _as_it_is, only: int | None = None) -> None:
        """
        Take what was read of a text.

        Args:
            reading: The reading.
            naming: What gives each pointer its key.
            only: The index that the only issue of the text has in its series; None for a whole series.
        """
        self.text = reading.text
        self.lines = reading.log.lines
        self._naming = naming
        self._only = only
        self._extents = reading.log.extents
        self._places: defaultdict[int, list[Places]] = defaultdict(list)
        for place in reading.log.places:
            match = _ISSUE.match(place[0])
            self._places[_AROUND if match is None else int(match[1])].append(place)
        self._starts = [self._start_of(index, issue.offset) for index, issue in enumerate(reading.issues)]
        self._end = min(
            (start for start, _, each in self._fields(_AROUND) if each == "/foot/0"), default=len(self.text)
        )

    def _fields(self, index: int) -> Iterator[tuple[int, int, str]]:
        """
        Yield start, end and pointer of each field of an issue, or of those around the issues.
        """
        for pointer, names, spans in self._places[index]:
            for name, (start, end) in zip(names, spans, strict=True):
                if start < end:
                    yield start, end, pointer + name

    def _start_of(self, index: int, offset: int) -> int:
        """
        Return where the first line of an issue begins, that of its front matter included.
        """
        first = min((start for start, _, _ in self._fields(index)), default=offset) if index == 0 else offset
        line = self.lines.index_at(min(first, offset))
        return self.lines.starts[line if first >= offset else 0]

    def __len__(self) -> int:
        return len(self._starts)

    @cached_property
    def series(self) -> Node:
        """
        The series; its issues are fields without fields of their own.
        """
        groups: dict[Span, str] = {}
        counts = Counter[str]()
        fields: list[_Field] = []
        for start, end, pointer in self._fields(_AROUND):
            if not pointer.endswith("/group"):
                fields.append((start, end, self._naming(pointer), pointer))
            elif (start, end) not in groups:
                # A group is printed once for all of its entries, so its words tell it apart.
                words = groups[start, end] = self.text[start:end]
                counts[words] += 1
                fields.append((start, end, f"/contents/group {counts[words]} {words}", pointer))
        pointers = (f"/issues/{index}" for index in range(len(self)))
        fields += ((*self.extent(index), self._naming(each), each) for index, each in enumerate(pointers))
        return _with_fields(Node("", "", self.text, self.lines.starts[0], len(self.text)), fields)

    def issue(self, index: int) -> Node:
        """
        Return the tree of an issue.
        """
        own = f"/issues/{index}"
        pointer = own if self._only is None else f"/issues/{self._only}"
        fields: dict[_Field, None] = {}
        counts = Counter[str]()
        titles = {each: (start, end) for start, end, each in self._fields(index) if each.endswith("/title")}
        for first, end, each in self._fields(index):
            link = _LINK.fullmatch(each)
            start = first if link is None else _behind_title(first, end, titles.get(f"{link[1]}/title"))
            topic = _TOPIC.search(each)
            if topic is not None:
                # A heading is printed once for all papers below it, so its words tell it apart.
                words = f"{topic[1]} {self.text[start:end]}"
                counts[words] += 1
                if topic[1]:
                    fields[start, end, f"{pointer}/topics {counts[words]}{words}", f"{pointer}/papers/topics"] = None
                continue
            renamed = pointer + each.removeprefix(own)
            extent = self._extents.get(each)
            if extent is not None:
                fields[*self._trimmed(*extent, is_blank_or_rule), self._naming(renamed), renamed] = None
                renamed += "/url" if each.endswith("/source") else ""
            if extent is None or each.endswith("/source"):
                fields[start, end, self._naming(renamed), renamed] = None
        return _with_fields(Node(self._naming(pointer), pointer, self.text, *self.extent(index)), fields)

    def extent(self, index: int) -> Span:
        """
        Return start and end of an issue, from its first line to its last one that is not blank.
        """
        end = self._starts[index + 1] if index + 1 < len(self) else self._end
        return self._trimmed(self._starts[index], end, _is_blank)

    def _trimmed(self, start: int, end: int, is_between: Callable[[str], bool]) -> Span:
        """
        Return start and end of the lines between two offsets, without those at their end that separate elements.
        """
        first, last = self.lines.index_at(start), self.lines.index_at(max(start, end - 1))
        while last > first and is_between(self.text[self.lines.starts[last] : self.lines.ends[last]]):
            last -= 1
        return self.lines.starts[first], self.lines.ends[last]


def _behind_title(start: int, end: int, title: Span | None) -> int:
    """
    Return where a link begins that may have the title for its words, `[Title](url)`: the title is a field beside it.
    """
    return title[1] if title is not None and start <= title[0] and title[1] <= end else start


def _is_blank(line: str) -> bool:
    return not line.strip()


def _with_fields(root: Node, fields: Iterable[_Field]) -> Node:
    """
    Return the node with these fields inside it, each inside the smallest one that holds it.
    """
    around = [root]
    for start, end, key, pointer in sorted(fields, key=lambda each: (each[0], -each[1])):
        while around and start >= around[-1].end and around[-1] is not root:
            around.pop()
        # A period is part of a title, and a heading is a topic of many papers: neither is an element of its own.
        is_shared = pointer.endswith("/period") or "/topics/" in pointer
        if end <= around[-1].end and not is_shared:
            node = Node(key, pointer, root.text, start, end)
            around[-1].children.append(node)
            around.append(node)
    return root
