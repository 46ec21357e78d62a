"""
What is taken from which side, decided for every place before anything is built, and the value that comes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Literal, TypeAlias, cast

from attrs import evolve, frozen

from mlweekly.changes import _operations as kinds
from mlweekly.changes._drafts import ObjectDraft, SequenceDraft, reject
from mlweekly.changes._merging._additions import Added, Addition, additions_of
from mlweekly.changes._merging._conflicts import Conflict, ConflictKind, Value
from mlweekly.changes._merging._orders import additions_by_anchor, common_order, order_of
from mlweekly.changes._merging._sides import Side
from mlweekly.changes._merging._words import combined
from mlweekly.changes._operations import Operation
from mlweekly.changes._origins import Order
from mlweekly.errors import ModelError
from mlweekly.model import Issue, Paper, Series, Text
from mlweekly.model._mapping import comparable
from mlweekly.model._members import Sealed
from mlweekly.model._pointers import ABSENT, tokens_of, value_at

Choice: TypeAlias = Literal["ours", "theirs", "both", "combined", "conflict", "resolved"]

_WORDED = (
    kinds.TextReworded,
    kinds.TranslationChanged,
    kinds.ParagraphReworded,
    kinds.DetailChanged,
    kinds.IssueRetitled,
    kinds.SeriesRetitled,
    # Entries of a contents list follow the titles: both their words and the words of their anchors.
    kinds.ContentsRelabelled,
    kinds.ContentsRetargeted,
)
_RESHAPING = (
    kinds.OriginalAdded,
    kinds.OriginalRemoved,
    kinds.TextLanguageChanged,
    kinds.TextTranslated,
    kinds.TranslationRemoved,
)
_MANY = 4


@frozen
class Arrangement:
    """
    The elements of a sequence afterwards.

    Attributes:
        entries: The index in the base of each that stays, and those that are added.
        counting: Whether they are papers that take the ranks 1…n.
    """

    entries: tuple[int | Added, ...]
    counting: bool


@frozen
class Decision(Sealed):
    """
    What the merge puts in one place, and why.

    Attributes:
        pointer: The place in the base.
        choice: Whose change is taken; `both`: they made the same one; `combined`: changes of both; `conflict`: none of
            them; `resolved`: a conflict, and somebody decided it.
        value: What it puts there; for a sequence whose elements change, their arrangement.
        ours: Our operations at the place.
        theirs: Their operations at the place.
        conflict: The conflict, where there is or was one.
        is_arranged: Whether the arrangement of the sequence around the place does what is decided.
    """

    pointer: str
    choice: Choice
    value: Value | Arrangement
    ours: tuple[Operation, ...] = ()
    theirs: tuple[Operation, ...] = ()
    conflict: Conflict | None = None
    is_arranged: bool = False


def decide(base: Issue | Series, ours: Side, theirs: Side, resolved: Mapping[Conflict, Value]) -> tuple[Decision, ...]:
    """
    Return a decision for each place that either side changed.

    Args:
        base: The value that both sides started from.
        ours: Our side.
        theirs: Their side.
        resolved: What somebody decided for conflicts of this merge.
    """
    return tuple(_Deciding(base, ours, theirs, resolved).decisions())


def merged_value(base: Issue | Series, decisions: Iterable[Decision]) -> Value:
    """
    Return the value that the decisions lead to; an open conflict leaves its place as it was.

    Raises:
        ModelError: A constructor refuses what was decided by hand.
    """
    root = ObjectDraft(base)
    arrangements: list[tuple[SequenceDraft, Arrangement]] = []
    for decision in decisions:
        if isinstance(decision.value, Arrangement):
            draft = cast("SequenceDraft", root.at(tokens_of(decision.pointer)))
            arrangements.append((draft, decision.value))
        elif decision.choice != "conflict" and not decision.is_arranged:
            root.put_at(tokens_of(decision.pointer), decision.value)
    # Until here every index is one of the base.
    for draft, arrangement in arrangements:
        items = draft.items
        draft.items = [each.value if isinstance(each, Added) else items[each] for each in arrangement.entries]
        draft.counting = arrangement.counting
    return root.closed(reject)


class _Deciding:
    def __init__(self, base: Issue | Series, ours: Side, theirs: Side, resolved: Mapping[Conflict, Value]) -> None:
        self._base, self._ours, self._theirs, self._resolved = base, ours, theirs, resolved
        self._contested: dict[str, Decision] = {}
        self._sequences = sorted({*ours.orders, *theirs.orders}, key=_sort_key)

    def decisions(self) -> Iterator[Decision]:
        self._rank()
        yield from self._removals()
        texts: dict[str, list[str]] = {text: [] for text in self._reshaped_texts()}
        for place in sorted({*self._ours.fields, *self._theirs.fields}, key=_sort_key):
            holder = place.rpartition("/")[0]
            text = next((each for each in (holder, holder.rpartition("/")[0]) if each in texts), None)
            if text is not None:
                texts[text].append(place)
            elif not self._is_contested(place):
                yield self._field(place)
        for text, places in texts.items():
            yield from self._text(text, places)
        for sequence in self._sequences:
            if not self._is_contested(sequence):
                yield from self._sequence(sequence)

    def _is_contested(self, place: str) -> bool:
        if not self._contested:
            return False
        while place and place not in self._contested:
            place = place.rpartition("/")[0]
        return place in self._contested

    def _conflict(self, pointer: str, kind: ConflictKind, base: Value, ours: Value, theirs: Value) -> Decision:
        return self._disagreement(Conflict(pointer, kind, base, ours, theirs))

    def _disagreement(self, conflict: Conflict) -> Decision:
        pointer = conflict.pointer
        if conflict not in self._resolved:
            return Decision(pointer, "conflict", conflict.base, conflict=conflict)
        return Decision(pointer, "resolved", self._resolved[conflict], conflict=conflict)

    def _at(self, pointer: str, kind: ConflictKind) -> Decision:
        base, ours, theirs = value_at(self._base, pointer), self._ours.at(pointer), self._theirs.at(pointer)
        return self._conflict(pointer, kind, base, ours, theirs)

    def _rank(self) -> None:
        """
        Treat the ranks of papers as fields of their own unless all sides count 1…n.
        """
        for pointer in self._sequences:
            if pointer.endswith("/papers") and not self._counts(pointer):
                for side in (self._ours, self._theirs):
                    for position, paper in enumerate(cast("Sequence[Paper]", value_at(self._base, pointer))):
                        here = f"{pointer}/{position}"
                        rank = side.at(f"{here}/rank")
                        if isinstance(rank, int) and rank != paper.rank:
                            side.fields[f"{here}/rank"] = kinds.PaperReranked(here, before=paper.rank, after=rank)

    def _counts(self, pointer: str) -> bool:
        return pointer.endswith("/papers") and all(
            paper.rank == rank
            for papers in (value_at(self._base, pointer), self._ours.at(pointer), self._theirs.at(pointer))
            if isinstance(papers, tuple)
            for rank, paper in enumerate(cast("Sequence[Paper]", papers), 1)
        )

    def _removals(self) -> Iterator[Decision]:
        """
        Decide about what one side removed and the other changed inside.
        """
        ours, theirs = _removed(self._ours), _removed(self._theirs)
        for pointer in sorted(ours ^ theirs, key=_sort_key):
            keeper = self._theirs if pointer in ours else self._ours
            if pointer in keeper.touched and not self._is_contested(pointer):
                self._contested[pointer] = self._at(pointer, "removed")
                yield self._contested[pointer]

    def _field(self, place: str) -> Decision:
        ours, theirs = self._ours.fields.get(place), self._theirs.fields.get(place)
        if theirs is None:
            return Decision(place, "ours", self._ours.at(place), ours=(cast("Operation", ours),))
        if ours is None:
            return Decision(place, "theirs", self._theirs.at(place), theirs=(theirs,))
        base, one, other = value_at(self._base, place), self._ours.at(place), self._theirs.at(place)
        if comparable(one) == comparable(other):
            return Decision(place, "both", one, (ours,), (theirs,))
        is_worded = isinstance(ours, _WORDED) and isinstance(theirs, _WORDED)
        if is_worded and isinstance(base, str) and isinstance(one, str) and isinstance(other, str):
            words = combined(base, one, other)
            if words is not None:
                return Decision(place, "combined", words, (ours,), (theirs,))
        is_new = base is ABSENT or (base is None and isinstance(one, Text))
        kind: ConflictKind = "added" if is_new else "removed" if one is ABSENT or other is ABSENT else "changed"
        return evolve(self._conflict(place, kind, base, one, other), ours=(ours,), theirs=(theirs,))

    def _reshaped_texts(self) -> list[str]:
        """
        Return the texts that both sides changed and at least one gave or took an original or a translation.
        """
        reshaped = {
            operation.pointer
            for side in (self._ours, self._theirs)
            for operation in side.fields.values()
            if isinstance(operation, _RESHAPING)
        }
        both = reshaped & self._ours.touched & self._theirs.touched
        return sorted((text for text in both if not self._is_contested(text)), key=_sort_key)

    def _text(self, pointer: str, places: Iterable[str]) -> list[Decision]:
        """
        Decide about a text by its parts, or as a whole if some outcome of the parts could be no text.
        """
        decisions = [self._field(place) for place in places]
        conflicts = [decision.conflict for decision in decisions if decision.conflict is not None]
        outcomes = product(*((each.base, each.ours, each.theirs) for each in conflicts))
        base = value_at(self._base, pointer)
        sure = [decision for decision in decisions if decision.conflict is None]
        if len(conflicts) <= _MANY and all(_is_text(pointer, base, sure, conflicts, values) for values in outcomes):
            return decisions
        return [self._at(pointer, "changed")]

    def _sequence(self, pointer: str) -> Iterator[Decision]:
        """
        Decide about the elements of a sequence: which stay, in which order, and what is added where.
        """
        items = cast("Sequence[Value]", value_at(self._base, pointer))
        unchanged = Order.of(items)
        ours, theirs = self._ours.orders.get(pointer, unchanged), self._theirs.orders.get(pointer, unchanged)
        removed = ours.removed | theirs.removed
        contested = {position for position in removed if f"{pointer}/{position}" in self._contested}
        kept = [position for position in range(len(items)) if position not in removed or position in contested]
        order = common_order(kept, ours, theirs)
        if order is None:
            decision = self._conflict(
                pointer, "order", tuple(kept), tuple(order_of(ours, kept)), tuple(order_of(theirs, kept))
            )
            order = list(cast("Sequence[int]", decision.value))
            yield evolve(decision, is_arranged=True)
        is_counting = self._counts(pointer)
        added = additions_of(
            pointer,
            _added(kept, ours, self._ours.at(pointer)),
            _added(kept, theirs, self._theirs.at(pointer)),
            is_counting=is_counting,
        )
        yield from (evolve(self._disagreement(conflict), is_arranged=True) for conflict in added.conflicts)
        gone = {place for place in contested if self._contested[f"{pointer}/{place}"].value is ABSENT}
        entries: list[int | Added] = []
        for position in (-1, *order):
            if position >= 0 and position not in gone:
                entries.append(position)
            entries.extend(self._settled(added.runs.get(position, ())))
        if entries != unchanged.positions:
            choice = _choice(ours.operations, theirs.operations)
            arrangement = Arrangement(tuple(entries), is_counting)
            yield Decision(pointer, choice, arrangement, tuple(ours.operations), tuple(theirs.operations))

    def _settled(self, run: Iterable[Added | Conflict]) -> Iterator[Added]:
        for item in run:
            if isinstance(item, Added):
                yield item
            elif self._resolved.get(item, ABSENT) is not ABSENT:
                yield Added(self._resolved[item])


def _removed(side: Side) -> set[str]:
    removed = {each.pointer for each in side.fields.values() if isinstance(each, kinds.TextRemoved)}
    for pointer, order in side.orders.items():
        removed.update(f"{pointer}/{position}" for position in order.removed)
    return removed


def _added(kept: Sequence[int], order: Order, elements: Value) -> list[Addition]:
    runs = additions_by_anchor(order, kept)
    values = cast("Sequence[Value]", elements)
    return [Addition(values[place], anchor) for anchor, places in runs.items() for place in places]


def _choice(ours: Sequence[Operation], theirs: Sequence[Operation]) -> Choice:
    if not theirs:
        return "ours"
    return "theirs" if not ours else "both" if list(ours) == list(theirs) else "combined"


def _is_text(
    pointer: str, base: Value, sure: Iterable[Decision], conflicts: Iterable[Conflict], values: Iterable[Value]
) -> bool:
    draft = ObjectDraft(cast("Text", base))
    for decision in sure:
        draft.put_at(tokens_of(decision.pointer.removeprefix(pointer)), decision.value)
    for conflict, value in zip(conflicts, values, strict=True):
        draft.put_at(tokens_of(conflict.pointer.removeprefix(pointer)), value)
    try:
        draft.closed(reject)
    except ModelError:
        return False
    return True


def _sort_key(pointer: str) -> tuple[tuple[int, str], ...]:
    """
    Return a key that sorts pointers by their tokens, indexes by number.
    """
    return tuple((int(token) if token.isdecimal() else -1, token) for token in pointer.split("/")[1:])
