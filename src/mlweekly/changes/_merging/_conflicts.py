"""
What two sides changed differently in one place, and how a person is shown it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, cast

from attrs import evolve, field, frozen

from mlweekly.changes._names import called
from mlweekly.model import Abstract, ContentsEntry, FrozenMapping, Issue, JsonValue, Link, Paper, Text
from mlweekly.model._mapping import comparable
from mlweekly.model._members import Sealed
from mlweekly.model._pointers import ABSENT

ConflictKind: TypeAlias = Literal["added", "changed", "order", "removed"]
Value: TypeAlias = object
"""
What a place of the model can hold: a string, a date, a number, None, an object of the model, a value of JSON, `ABSENT`.
"""

_SENTENCES: dict[ConflictKind, str] = {
    "added": "both sides added one, and not the same",
    "changed": "both sides changed it, and not in the same way",
    "order": "both sides moved elements, and not to the same places",
    "removed": "one side removed what the other changed",
}
_MARKS = ("<<<<<<< ours", "||||||| base", "=======", ">>>>>>> theirs")


@frozen
class Conflict(Sealed):
    """
    One place that both sides changed in ways that contradict each other.

    Attributes:
        pointer: The place in the base, an RFC 6901 pointer; for `added` elements, where in the base they would be.
        kind: `changed`: each has another value there. `removed`: one side has no such value any more, and the other
            changed it. `added`: the base has none, and each side another. `order`: the elements of a sequence.
        base: What the base holds there; for `order`, the indexes in the base of the elements that stay: 0, 1, 2, …
        ours: What our side holds there; for `order`, the same indexes in our order.
        theirs: What their side holds there.
    """

    pointer: str
    kind: ConflictKind
    base: Value = field(eq=comparable)
    ours: Value = field(eq=comparable)
    theirs: Value = field(eq=comparable)

    def __str__(self) -> str:
        return f"{self.pointer or '(root)'}: {_SENTENCES[self.kind]}"

    def swapped(self) -> Conflict:
        """
        Return the same conflict as the other side sees it.
        """
        return evolve(self, ours=self.theirs, theirs=self.ours)

    def marked(self) -> str:
        """
        Return the three values between the marks that version control uses.

        >>> conflict = Conflict("/title", "changed", "June", "July", "May")
        >>> conflict.marked().splitlines()[1:5]
        ['<<<<<<< ours', 'July', '||||||| base', 'June']
        """
        ours, base, between, theirs = _MARKS
        parts = (str(self), ours, *lines_of(self.ours), base, *lines_of(self.base))
        return "\n".join((*parts, between, *lines_of(self.theirs), theirs))


def lines_of(value: Value) -> Iterator[str]:
    """
    Yield a value in the lines that a person knows it by; a place that holds nothing yields none.
    """
    if value is None or value is ABSENT:
        return
    if isinstance(value, Text):
        yield from _lines_of_text(value)
    elif isinstance(value, Paper):
        yield f"{value.rank}. {value.title}"
        for text in (value.summary, value.abstract):
            yield from () if text is None else _lines_of_text(text)
        yield from (f"- {link.label or link.role or 'link'}: {link.url}" for link in value.links)
    elif isinstance(value, Issue):
        yield value.title or (str(value.period) if value.period else "(without a title)")
        yield from (f"{paper.rank}. {paper.title}" for paper in value.papers)
    elif isinstance(value, Link):
        yield value.url if value.label is None else f"{value.label}: {value.url}"
    elif isinstance(value, ContentsEntry):
        yield value.label if value.target is None else f"{value.label}: {value.target}"
    else:
        yield _shown(value)


def _lines_of_text(text: Text) -> Iterator[str]:
    prefix = "abstract " if isinstance(text, Abstract) else ""
    for tag in text.languages:
        yield f"{prefix}{tag}: {text[tag]}"


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(_shown(item) for item in cast('tuple[object, ...]', value))})"
    if isinstance(value, FrozenMapping):
        members = cast("FrozenMapping[str, JsonValue]", value)
        return f"{{{', '.join(f'{name}: {_shown(member)}' for name, member in members.items())}}}"
    return called(value)
