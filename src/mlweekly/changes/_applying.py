"""
Making operations: from a value to a new value that shares everything off the operations' paths.

Lives here: what each shape of operation does at its place, and when it does not fit.
Must not know: patches; where an operation came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar, cast

from attrs import evolve, fields, has

from mlweekly.changes import _operations as kinds
from mlweekly.changes._drafts import DraftObject, DraftSequence
from mlweekly.changes._operations import ElementAdded, ElementMoved, ElementRemoved, FieldChanged, Operation, known_by
from mlweekly.changes._places import Place, name_of, name_of_draft, place_of
from mlweekly.errors import ModelError, Problem
from mlweekly.model import FrozenMapping, Issue, Paper, Series

__all__ = ["applied"]

_Root = TypeVar("_Root", Issue, Series)

_OF_PAPERS = (kinds.PaperAdded, kinds.PaperRemoved, kinds.PaperMoved)
_LONGEST_SHOWN = 80


class _Absent:
    def __repr__(self) -> str:
        return "nothing"


_ABSENT: Final = _Absent()


def applied(operations: Iterable[Operation], target: _Root, problems: list[Problem]) -> _Root:
    """
    Return the target with the operations made in it, one after the other.

    What constructors demand has to hold when all are made, and not in between.

    Args:
        operations: Their pointers start from the target.
        target: Never changed; the new value shares all that the operations leave alone.
        problems: Grows by one for each reason why the operations do not fit; the target comes back as it is then.
    """
    root: DraftObject = DraftObject(target)
    for operation in operations:
        message = _misfit(operation, root)
        if message is not None:
            problems.append(_problem(operation, message))
    if problems:
        return target
    new = root.closed(lambda draft, error: problems.extend(_refusals(draft, error)))
    return target if problems else cast("_Root", new)


def _misfit(operation: Operation, root: DraftObject) -> str | None:
    """
    Make the operation, or say why it does not fit.
    """
    if isinstance(operation, kinds.Rewritten):
        return None
    place = place_of(operation, root)
    if isinstance(place, str):
        return place
    try:
        message = _other_name(operation, place)
        if message is None:
            message = (
                _made_in_object(operation, place)
                if place.sequence is None
                else _made_in_sequence(operation, place, place.sequence)
            )
    except ModelError as error:
        return f"expected a value to compare with, found one that cannot be: {error.problems[0]}"
    if message is None:
        place.owner.touched.append(operation)
    return message


def _other_name(operation: Operation, place: Place) -> str | None:
    if operation.of is None:
        return None
    named = next(filter(None, map(name_of_draft, reversed(place.around))), None)
    what, found = named or ("title", None)
    return None if found == known_by(operation.of) else _expected(f"the {what}", known_by(operation.of), found)


def _made_in_object(operation: Operation, place: Place) -> str | None:
    owner = place.owner
    before: object = getattr(operation, "before", _ABSENT)
    after: object = getattr(operation, "after", _ABSENT)
    if isinstance(operation, kinds.ExtraAdded | kinds.ExtraChanged | kinds.ExtraRemoved):
        return _item_exchanged(owner, "extra", operation.member, before, after)
    if isinstance(operation, kinds.TextTranslated | kinds.TranslationRemoved):
        message = _miscounted("translations", operation.count, len(_items(owner, "translations")))
        return message or _item_exchanged(owner, "translations", operation.language, before, after)
    if isinstance(operation, kinds.TranslationChanged):
        return _item_exchanged(owner, "translations", operation.language, before, after)
    before, after = (None if side is _ABSENT else side for side in (before, after))
    if isinstance(operation, kinds.OriginalAdded | kinds.OriginalRemoved):
        languages = (operation.language if side is not None else None for side in (before, after))
        message = _exchanged(owner, "language", *languages)
        return message or _exchanged(owner, "original", before, after)
    if isinstance(operation, kinds.PaperReranked):
        for papers in place.around:
            if isinstance(papers, DraftSequence):
                papers.settle()
    return _exchanged(owner, place.part, before, after)


def _exchanged(owner: DraftObject, member: str, before: object, after: object) -> str | None:
    found = owner.get(member)
    if found != before:
        return _expected(f"the {member}", before, found)
    owner.put(member, after)
    return None


def _item_exchanged(owner: DraftObject, member: str, name: str, before: object, after: object) -> str | None:
    items = dict(_items(owner, member))
    found = items.get(name, _ABSENT)
    if found is not before and found != before:
        return _expected(f"{name!r} in {member}", before, found)
    if after is not _ABSENT:
        items[name] = after
    else:
        items.pop(name)
    owner.put(member, FrozenMapping(items))
    return None


def _items(owner: DraftObject, member: str) -> Mapping[str, object]:
    return cast("Mapping[str, object]", owner.get(member))


def _made_in_sequence(operation: Operation, place: Place, sequence: DraftSequence) -> str | None:
    position = sequence.position(place.part, end=isinstance(operation, ElementAdded))
    if position is None:
        return f"expected one of {len(sequence.items)} elements, found position {place.part!r} in {operation.pointer!r}"
    if isinstance(operation, FieldChanged):
        changed = cast("FieldChanged[object]", operation)
        found = sequence.get(position)
        if found != changed.before:
            return _expected("the words", changed.before, found)
        sequence.items[position] = changed.after
        return None
    message = _miscounted("elements", getattr(operation, "count", None), len(sequence.items))
    if message is None and isinstance(operation, _OF_PAPERS):
        message = _numbering(sequence, renumbers=operation.renumbers)
    if message is not None:
        return message
    if isinstance(operation, ElementAdded):
        sequence.items.insert(position, cast("ElementAdded[object]", operation).after)
        return None
    if isinstance(operation, ElementMoved):
        return _moved(operation, sequence, position)
    return _removed(cast("ElementRemoved[object]", operation), sequence, position)


def _removed(operation: ElementRemoved[object], sequence: DraftSequence, position: int) -> str | None:
    found, before = sequence.get(position), operation.before
    if sequence.counting and isinstance(found, Paper) and isinstance(before, Paper):
        before = evolve(before, rank=found.rank)
    if found != before:
        return _expected("the element" if name_of(before) is None else "", before, found)
    del sequence.items[position]
    return None


def _moved(operation: ElementMoved, sequence: DraftSequence, position: int) -> str | None:
    if operation.to >= len(sequence.items):
        return f"expected one of {len(sequence.items)} positions to move to, found {operation.to}"
    if operation.element is not None:
        what, found = name_of(sequence.get(position)) or ("element", None)
        if found != known_by(operation.element):
            return _expected(f"the {what}", known_by(operation.element), found)
    sequence.items.insert(operation.to, sequence.items.pop(position))
    return None


def _numbering(papers: DraftSequence, *, renumbers: bool) -> str | None:
    if not renumbers:
        papers.settle()
        return None
    papers.counting = papers.counting or papers.counts()
    return None if papers.counting else "expected papers that count 1…n, found other ranks"


def _miscounted(what: str, expected: int | None, found: int) -> str | None:
    return None if expected is None or expected == found else f"expected {expected} {what}, found {found}"


def _expected(what: str, expected: object, found: object) -> str:
    start = _first_difference(expected, found)
    shown, seen = _shown(expected, start), _shown(found, start)
    wanted = f"{what} {shown}".lstrip()
    return f"expected {wanted}, found {seen}{_otherwise(expected, found) if shown == seen else ''}"


def _first_difference(one: object, other: object) -> int:
    """
    Return where two strings begin to differ; 0 where they are no strings.
    """
    if not isinstance(one, str) or not isinstance(other, str):
        return 0
    shorter = min(len(one), len(other))
    return next((place for place in range(shorter) if one[place] != other[place]), shorter)


def _shown(value: object, start: int) -> str:
    named = name_of(value)
    if named is not None:
        return f'the {named[0]} "{named[1]}"'
    shown = "nothing" if value is None else str(value)
    if len(shown) > _LONGEST_SHOWN:
        first = max(start - _LONGEST_SHOWN // 2, 0)
        last = first + _LONGEST_SHOWN
        shown = f"{'…' if first else ''}{shown[first:last]}{'…' if last < len(shown) else ''}"
    return f'"{shown}"' if isinstance(value, str) else shown


def _otherwise(expected: object, found: object) -> str:
    """
    Say what differs in two values that look alike.
    """
    kind, other = type(expected), type(found)
    if kind is not other:
        return f", which is {other.__name__} and not {kind.__name__}"
    if not has(kind):
        return ", which goes on otherwise"
    names = (each.name for each in fields(kind))
    return f" with other {' and '.join(name for name in names if getattr(expected, name) != getattr(found, name))}"


def _refusals(draft: DraftObject, error: ModelError) -> Iterator[Problem]:
    """
    Yield, for each reason of a constructor, the operation that asked for it.
    """
    touched = cast("list[Operation]", draft.touched)
    for problem in error.problems:
        member = problem.pointer.split("/")[1] if problem.pointer else ""
        operation = next((each for each in reversed(touched) if member and f"/{member}" in each.place), touched[-1])
        yield _problem(operation, f"its {problem.pointer[1:] or 'text'} {problem.message}")


def _problem(operation: Operation, message: str) -> Problem:
    return Problem(operation.pointer, f"{type(operation).__name__} does not fit: {message}")
