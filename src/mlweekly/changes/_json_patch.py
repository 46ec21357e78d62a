"""
Patches in the words of RFC 6902, for whoever has JSON alone.

Lives here: what each operation is in JSON, where an empty array or a default does not stand, and ranks are spelled out.
Must not know: how operations are made in values (`_applying` does).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast

from attrs import evolve

from mlweekly.changes import _operations as kinds
from mlweekly.changes._json_form import data_of
from mlweekly.changes._operations import ElementAdded, ElementMoved, ElementRemoved, Operation
from mlweekly.errors import EncodeError, Problem, pointer_to
from mlweekly.model import Paper, Text

__all__ = ["json_patch"]

Step: TypeAlias = dict[str, object]
_Element: TypeAlias = ElementAdded[object] | ElementRemoved[object]

_OF_PAPERS = (kinds.PaperAdded, kinds.PaperRemoved, kinds.PaperMoved)
_POSITION = re.compile(r"/(?:0|[1-9][0-9]{0,8})\Z")
_IN_PAPER = re.compile(r"(?:/issues/[0-9]+)?/papers/[0-9]+(?=/)")
_IN_ISSUE = re.compile(r"/issues/[0-9]+")
_IN_ENTRY = re.compile(r"/contents/[0-9]+")
_ABSENT = object()


def json_patch(operations: Iterable[Operation]) -> list[Step]:
    """
    Return the steps of RFC 6902 that make the operations in a JSON form; `test` steps guard what they replace.

    Raises:
        EncodeError: An operation does not tell where its paper stands, or among how many, and steps need it.
    """
    problems: list[Problem] = []
    steps: list[Step] = []
    for operation in operations:
        message = _lack(operation)
        if message is not None:
            problems.append(Problem(operation.pointer, f"{type(operation).__name__} {message}"))
            continue
        own = list(_steps(operation))
        if own and not any(step["op"] == "test" for step in own):
            steps.extend(_guard(operation))
        steps.extend(own)
    if problems:
        raise EncodeError("cannot write this patch by RFC 6902", problems)
    return steps


def _lack(operation: Operation) -> str | None:
    """
    Say what steps need to know of an operation, and it does not tell.
    """
    if not isinstance(operation, kinds.PaperAdded | kinds.PaperRemoved) or not operation.renumbers:
        return None
    if operation.count is None:
        return "must tell the count of papers, whose ranks change, got None"
    return None if _POSITION.search(operation.pointer) else f"must end with a position, got {operation.pointer!r}"


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
        case kinds.TextTranslated() if operation.count == 0:
            yield _step("add", f"{operation.pointer}/translations", {operation.language: after})
        case kinds.TranslationRemoved() if operation.count == 1:
            yield _step("test", operation.place, before)
            yield {"op": "remove", "path": f"{operation.pointer}/translations"}
        case kinds.ExtraAdded():
            yield from _exchanged(operation.place, _ABSENT, after)
        case kinds.ExtraRemoved():
            yield from _exchanged(operation.place, before, _ABSENT)
        case kinds.ExtraChanged():
            yield from _exchanged(operation.place, before, after)
        case _:
            yield from _exchanged(operation.place, _given(before), _given(after))


def _exchanged(place: str, before: object, after: object) -> Iterator[Step]:
    if before is not _ABSENT:
        yield _step("test", place, before)
    if after is not _ABSENT:
        yield _step("add" if before is _ABSENT else "replace", place, after)
    elif before is not _ABSENT:
        yield {"op": "remove", "path": place}


def _of_element(operation: _Element) -> Iterator[Step]:
    count = operation.count
    sequence, _, position = operation.pointer.rpartition("/")
    # An array that is empty does not stand in the JSON form; the issues of a series always do.
    vanishes = sequence != "/issues"
    if isinstance(operation, ElementRemoved):
        element = _numbered(operation, operation.before, position)
        yield _step("test", operation.pointer, element)
        yield {"op": "remove", "path": sequence if vanishes and count == 1 else operation.pointer}
    else:
        element = _numbered(operation, operation.after, position)
        is_first = vanishes and count == 0
        yield _step("add", sequence, (element,)) if is_first else _step("add", operation.pointer, element)
    if isinstance(operation, _OF_PAPERS) and operation.renumbers and count is not None:
        is_removed = isinstance(operation, ElementRemoved)
        later = range(int(position), count - 1) if is_removed else range(int(position) + 1, count + 1)
        yield from _ranks(sequence, later)


def _moved(operation: ElementMoved) -> Iterator[Step]:
    sequence = operation.pointer.rpartition("/")[0]
    name = operation.element
    if isinstance(name, Text):
        yield _test_of_title(f"{operation.pointer}/title", name)
    elif name is not None:
        member = {"links": "url", "contents": "label"}.get(sequence.rpartition("/")[2], "title")
        yield _step("test", f"{operation.pointer}/{member}", name)
    yield {"op": "move", "from": operation.pointer, "path": f"{sequence}/{operation.to}"}
    if isinstance(operation, kinds.PaperMoved) and operation.renumbers:
        first, last = sorted((operation.position, operation.to))
        yield from _ranks(sequence, range(first, last + 1))


def _ranks(papers: str, positions: Iterable[int]) -> Iterator[Step]:
    for position in positions:
        yield _step("replace", f"{papers}/{position}/rank", position + 1)


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
    return _ABSENT if value is None else value


def _unless_default(language: str) -> object:
    return _ABSENT if language == "en" else language


def _step(kind: str, pointer: str, value: object) -> Step:
    return {"op": kind, "path": pointer, "value": data_of(value)}
