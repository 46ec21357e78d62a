"""
Patches in the words of RFC 6902, for whoever has JSON alone.

In the JSON form an empty array, an empty object and a default are left out, and ranks are spelled out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.changes import _operations as kinds
from mlweekly.changes._operations import ElementAdded, ElementMoved, ElementRemoved, EntryAdded, EntryRemoved, Operation
from mlweekly.errors import EncodeError, Problem, pointer_to
from mlweekly.model import Paper, Text
from mlweekly.model._form import data_of
from mlweekly.model._pointers import ABSENT

Step: TypeAlias = dict[str, object]
_Element: TypeAlias = ElementAdded[object] | ElementRemoved[object]

_OF_PAPERS = (kinds.PaperAdded, kinds.PaperRemoved, kinds.PaperMoved)
_INDEX = expression(r"/(?:0|[1-9][0-9]{0,8})\Z")
_IN_PAPER = expression(r"(?:/issues/[0-9]+)?/papers/[0-9]+(?=/)")
_IN_ISSUE = expression(r"/issues/[0-9]+")
_IN_ENTRY = expression(r"/contents/[0-9]+")


def json_patch(operations: Iterable[Operation]) -> list[Step]:
    """
    Return the steps of RFC 6902 that apply the operations to a JSON form; `test` steps guard what they replace.

    Raises:
        EncodeError: An operation does not tell the index of its paper, or among how many it is, and steps need it.
    """
    problems: list[Problem] = []
    steps: list[Step] = []
    papers, stale = "", range(0)
    for operation in operations:
        message = _lack(operation)
        if message is not None:
            problems.append(Problem(operation.pointer, f"{type(operation).__name__} {message}"))
            continue
        here = _renumbered(operation)
        if here != papers or _compares_stale_rank(operation, stale):
            steps.extend(_ranks(papers, stale))
            stale = range(0)
        papers = here
        if isinstance(operation, _OF_PAPERS) and here:
            stale = _stale_after(operation, stale)
        own = list(_steps(operation))
        if own and not any(step["op"] == "test" for step in own):
            steps.extend(_guard(operation))
        steps.extend(own)
    if problems:
        raise EncodeError("cannot write this patch by RFC 6902", problems)
    return [*steps, *_ranks(papers, stale)]


def _renumbered(operation: Operation) -> str:
    """
    Return the pointer of the papers whose ranks follow the order that an operation leaves; empty if none do.
    """
    renumbers = isinstance(operation, _OF_PAPERS) and operation.renumbers
    return operation.pointer.rpartition("/")[0] if renumbers else ""


def _compares_stale_rank(operation: Operation, stale: range) -> bool:
    return isinstance(operation, kinds.PaperRemoved) and bool(stale) and _index(operation) >= stale.start


def _stale_after(operation: kinds.PaperAdded | kinds.PaperRemoved | kinds.PaperMoved, stale: range) -> range:
    """
    Return which papers still have other ranks than their places; ranks are spelled out once for operations in a row.
    """
    first = _index(operation)
    if isinstance(operation, kinds.PaperMoved):
        first, last = sorted((first, operation.to))
        stop = max(last + 1, stale.stop)
    else:
        is_added = isinstance(operation, kinds.PaperAdded)
        first, stop = first + is_added, operation.count_after or 0
    return range(min(first, stale.start) if stale else first, stop)


def _ranks(papers: str, indexes: range) -> Iterator[Step]:
    for index in indexes:
        yield _step("replace", f"{papers}/{index}/rank", index + 1)


def _index(operation: Operation) -> int:
    return int(operation.pointer.rpartition("/")[2])


def _lack(operation: Operation) -> str | None:
    """
    Say what steps need to know of an operation, and it does not tell.
    """
    if not isinstance(operation, kinds.PaperAdded | kinds.PaperRemoved) or not operation.renumbers:
        return None
    if operation.count is None:
        return "must tell the count of papers, whose ranks change, got None"
    return None if _INDEX.search(operation.pointer) else f"must end with a position, got {operation.pointer!r}"


def _steps(operation: Operation) -> Iterator[Step]:
    before: object = getattr(operation, "before", None)
    after: object = getattr(operation, "after", None)
    match operation:
        case kinds.Rewritten():
            return
        case ElementMoved():
            yield from _moved(operation)
        case ElementAdded() | ElementRemoved():
            yield from _of_element(cast("_Element", operation))
        case kinds.OriginalAdded() | kinds.OriginalRemoved():
            yield from _exchanged(f"{operation.pointer}/original", _given(before), _given(after))
            languages = (operation.language if side is not None else "en" for side in (before, after))
            yield from _exchanged(f"{operation.pointer}/language", *map(_unless_default, languages))
        case kinds.TextLanguageChanged():
            yield from _exchanged(operation.place, _unless_default(operation.before), _unless_default(operation.after))
        case EntryAdded():
            yield from _entry_added(cast("EntryAdded[object]", operation))
        case EntryRemoved():
            yield from _entry_removed(cast("EntryRemoved[object]", operation))
        case kinds.Entry():
            yield from _exchanged(operation.place, before, after)
        case _:
            yield from _exchanged(operation.place, _given(before), _given(after))


def _entry_added(operation: EntryAdded[object]) -> Iterator[Step]:
    if operation.mapping != "extra" and operation.count == 0:
        yield _step("add", f"{operation.pointer}/{operation.mapping}", {operation.key: operation.after})
    else:
        yield from _exchanged(operation.place, ABSENT, operation.after)


def _entry_removed(operation: EntryRemoved[object]) -> Iterator[Step]:
    yield _step("test", operation.place, operation.before)
    is_last = operation.mapping != "extra" and operation.count == 1
    yield {"op": "remove", "path": f"{operation.pointer}/{operation.mapping}" if is_last else operation.place}


def _exchanged(place: str, before: object, after: object) -> Iterator[Step]:
    if before is not ABSENT:
        yield _step("test", place, before)
    if after is not ABSENT:
        yield _step("add" if before is ABSENT else "replace", place, after)
    elif before is not ABSENT:
        yield {"op": "remove", "path": place}


def _of_element(operation: _Element) -> Iterator[Step]:
    count = operation.count
    sequence, _, position = operation.pointer.rpartition("/")
    # The JSON form has no empty arrays, but for the issues of a series.
    vanishes = sequence != "/issues"
    if isinstance(operation, ElementRemoved):
        element = _numbered(operation, operation.before, position)
        yield _step("test", operation.pointer, element)
        yield {"op": "remove", "path": sequence if vanishes and count == 1 else operation.pointer}
    else:
        element = _numbered(operation, operation.after, position)
        is_first = vanishes and count == 0
        yield _step("add", sequence, (element,)) if is_first else _step("add", operation.pointer, element)


def _moved(operation: ElementMoved) -> Iterator[Step]:
    sequence = operation.pointer.rpartition("/")[0]
    name = operation.element
    if isinstance(name, Text):
        yield _test_of_title(f"{operation.pointer}/title", name)
    elif name is not None:
        member = {"links": "url", "contents": "label"}.get(sequence.rpartition("/")[2], "title")
        yield _step("test", f"{operation.pointer}/{member}", name)
    yield {"op": "move", "from": operation.pointer, "path": f"{sequence}/{operation.to}"}


def _numbered(operation: Operation, element: object, position: str) -> object:
    if isinstance(operation, _OF_PAPERS) and operation.renumbers and isinstance(element, Paper):
        return evolve(element, rank=int(position) + 1)
    return element


def _guard(operation: Operation) -> Iterator[Step]:
    of = operation.of
    if isinstance(of, Text):
        within = _IN_PAPER.match(operation.pointer)
        if within:
            yield _test_of_title(f"{within[0]}/title", of)
    elif of is not None:
        for expression, member in ((_IN_ISSUE, "title"), (_IN_ENTRY, "label")):
            within = expression.match(operation.pointer)
            if within:
                yield _step("test", f"{within[0]}/{member}", of)


def _test_of_title(pointer: str, title: Text) -> Step:
    if title.original is not None:
        return _step("test", f"{pointer}/original", title.original)
    tag = min(title.translations)
    return _step("test", pointer + pointer_to("translations", tag), title.translations[tag])


def _given(value: object) -> object:
    return ABSENT if value is None or value == () else value


def _unless_default(language: str) -> object:
    return ABSENT if language == "en" else language


def _step(kind: str, pointer: str, value: object) -> Step:
    return {"op": kind, "path": pointer, "value": data_of(value)}
