"""
Operations applied to a value: what each shape does where its pointer leads, and when it does not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar, cast

from attrs import evolve, fields, frozen, has

from mlweekly.changes import _operations as kinds
from mlweekly.changes._drafts import Draft, MappingDraft, ObjectDraft, SequenceDraft
from mlweekly.changes._names import called
from mlweekly.changes._operations import Operation
from mlweekly.errors import ModelError, Problem
from mlweekly.model import ContentsEntry, FrozenMapping, Issue, Link, Paper, Series, Text
from mlweekly.model._mapping import comparable
from mlweekly.model._pointers import ABSENT, tokens_of
from mlweekly.model._strings import shown

_Root = TypeVar("_Root", Issue, Series)

_OF_PAPERS = (kinds.PaperAdded, kinds.PaperRemoved, kinds.PaperMoved)
_NOUNS: dict[type, str] = {
    Series: "series",
    Issue: "issue",
    ContentsEntry: "contents entry",
    Paper: "paper",
    Text: "text",
    Link: "link",
}
_LONGEST_SHOWN = 80


@frozen(eq=False, repr=False)
class _Site:
    """
    Where an operation is applied.

    Attributes:
        container: The object, sequence or mapping that changes.
        token: The reference token of the member, element or item in it.
        owner: The object that changes, or that holds the sequence or mapping.
        path: The drafts on the way, the root first.
    """

    container: Draft
    token: str
    owner: ObjectDraft
    path: tuple[Draft, ...]


def applied(operations: Iterable[Operation], target: _Root, problems: list[Problem]) -> _Root:
    """
    Return the target with the operations applied to it, one after the other.

    What constructors demand has to hold when all are applied, and not in between.

    Args:
        operations: Their pointers start from the target.
        target: Never changed; the new value shares all that the operations leave alone.
        problems: Grows by one for each reason why the operations do not fit; the target comes back as it is then.
    """
    root = ObjectDraft(target)
    for operation in operations:
        message = None if isinstance(operation, kinds.Rewritten) else _misfit(operation, root)
        if message is not None:
            problems.append(_problem(operation, message))
    if problems:
        return target
    new = root.closed(lambda draft, error: problems.extend(_refusals(draft, error)))
    return target if problems else cast("_Root", new)


def _misfit(operation: Operation, root: ObjectDraft) -> str | None:
    """
    Apply the operation, or say why it does not fit.
    """
    try:
        site = _site_of(operation, root)
        if isinstance(site, str):
            return site
        message = _other_name(operation, site)
        if message is None and isinstance(site.container, SequenceDraft):
            message = _apply_in_sequence(operation, site, site.container)
        elif message is None:
            message = _apply_in_object(operation, site)
    except ModelError as error:
        return f"expected a value to compare with, found one that cannot be: {error.problems[0]}"
    if message is None:
        site.owner.touched.append(operation)
    return message


def _site_of(operation: Operation, root: ObjectDraft) -> _Site | str:
    """
    Return where an operation is applied, or why nowhere.
    """
    holder, member, token = _parts_of(operation)
    path: list[Draft] = [root]
    for each in holder:
        opened = path[-1].open(each)
        if opened is None:
            return _outside(path[-1], each, operation) if isinstance(path[-1], SequenceDraft) else _elsewhere(operation)
        path.append(opened)
    owner = path[-1]
    if not isinstance(owner, ObjectDraft) or not _is_made_on(operation, owner, holder, member):
        return _elsewhere(operation)
    if token is None:
        return _Site(owner, member, owner, tuple(path))
    container = cast("Draft", owner.open(member))
    return _Site(container, token, owner, (*path, container))


def _parts_of(operation: Operation) -> tuple[list[str], str, str | None]:
    """
    Return the way to the object that changes, its member, and in that the element or item, if it is about one.
    """
    tokens = tokens_of(operation.pointer)
    if isinstance(operation, kinds.Entry):
        return tokens, operation.mapping, operation.key
    if isinstance(operation, kinds.Element):
        return tokens[:-2], "".join(tokens[-2:-1]), "".join(tokens[-1:])
    if isinstance(operation, kinds.TextAdded | kinds.TextRemoved):
        return tokens[:-1], "".join(tokens[-1:]), None
    return tokens, operation.MEMBER, None


def _is_made_on(operation: Operation, owner: ObjectDraft, holder: list[str], member: str) -> bool:
    is_elsewhere = isinstance(operation, kinds.PaperRetitled) and holder[-1:] != ["title"]
    if operation.pointer[:1] not in {"", "/"} or is_elsewhere:
        return False
    return not operation.ON or any(isinstance(owner.value, kind) and member == name for kind, name in operation.ON)


def _other_name(operation: Operation, site: _Site) -> str | None:
    if operation.of is None:
        return None
    named = next(filter(None, map(_name_of_draft, reversed(site.path))), None)
    what, found = named or ("title", None)
    return None if found == called(operation.of) else _expected(f"the {what}", called(operation.of), found)


def _apply_in_object(operation: Operation, site: _Site) -> str | None:
    container, nothing, name = site.container, None, f"the {site.token}"
    if isinstance(operation, kinds.Entry):
        nothing, name = ABSENT, f"{site.token!r} in {operation.mapping}"
    before: object = getattr(operation, "before", nothing)
    after: object = getattr(operation, "after", nothing)
    message = None
    if isinstance(operation, kinds.EntryAdded | kinds.EntryRemoved):
        message = _miscounted(operation.mapping, operation.count, len(cast("MappingDraft", container)))
    elif isinstance(operation, kinds.OriginalAdded | kinds.OriginalRemoved):
        languages = (operation.language if side is not None else None for side in (before, after))
        message = _exchange(container, "language", "the language", *languages)
    elif isinstance(operation, kinds.PaperReranked):
        for papers in site.path:
            if isinstance(papers, SequenceDraft):
                papers.settle()
    return message or _exchange(container, site.token, name, before, after)


def _exchange(container: Draft, token: str, name: str, before: object, after: object) -> str | None:
    found = container.get(token)
    if comparable(found) != comparable(before):
        return _expected(name, before, found)
    container.put(token, after)
    return None


def _apply_in_sequence(operation: Operation, site: _Site, sequence: SequenceDraft) -> str | None:
    index = sequence.index(site.token, end=isinstance(operation, kinds.ElementAdded))
    if index is None:
        return _outside(sequence, site.token, operation)
    if isinstance(operation, kinds.ElementChanged):
        return _exchange(sequence, site.token, "the words", operation.before, operation.after)
    message = None
    if isinstance(operation, kinds.Counted):
        message = _miscounted("elements", operation.count, len(sequence.items))
    if message is None and isinstance(operation, _OF_PAPERS):
        message = _numbering(sequence, renumbers=operation.renumbers)
    if message is not None:
        return message
    if isinstance(operation, kinds.ElementMoved):
        return _move(operation, sequence, index)
    if isinstance(operation, kinds.ElementRemoved):
        return _remove(cast("kinds.ElementRemoved[object]", operation), sequence, index)
    sequence.items.insert(index, cast("kinds.ElementAdded[object]", operation).after)
    return None


def _remove(operation: kinds.ElementRemoved[object], sequence: SequenceDraft, index: int) -> str | None:
    found, before = sequence.get(index), operation.before
    if sequence.counting and isinstance(found, Paper) and isinstance(before, Paper):
        before = evolve(before, rank=found.rank)
    if found != before:
        return _expected("the element" if _name_of(before) is None else "", before, found)
    del sequence.items[index]
    return None


def _move(operation: kinds.ElementMoved, sequence: SequenceDraft, index: int) -> str | None:
    if operation.to >= len(sequence.items):
        return f"expected one of {len(sequence.items)} indexes to move to, found {shown(operation.to)}"
    if operation.element is not None:
        what, found = _name_of(sequence.get(index)) or ("element", None)
        if found != called(operation.element):
            return _expected(f"the {what}", called(operation.element), found)
    sequence.items.insert(operation.to, sequence.items.pop(index))
    return None


def _numbering(papers: SequenceDraft, *, renumbers: bool) -> str | None:
    if not renumbers:
        papers.settle()
        return None
    papers.counting = papers.counting or papers.counts()
    return None if papers.counting else "expected papers that count 1…n, found other ranks"


def _miscounted(what: str, expected: int | None, found: int) -> str | None:
    return None if expected is None or expected == found else f"expected {shown(expected)} {what}, found {found}"


def _name_of(value: object) -> tuple[str, str | None] | None:
    """
    Return what a value is and what people know it by, or None if it has no name of its own.
    """
    if isinstance(value, Issue):
        return "issue", value.title
    return (_NOUNS[type(value)], called(value)) if isinstance(value, Paper | ContentsEntry | Link) else None


def _name_of_draft(draft: Draft) -> tuple[str, str | None] | None:
    """
    Return the same of a value that is being changed.
    """
    if not isinstance(draft, ObjectDraft) or not isinstance(draft.value, Issue | ContentsEntry | Paper):
        return None
    noun = _NOUNS[type(draft.value)]
    if not isinstance(draft.value, Paper):
        return noun, cast("str | None", draft.get("label" if isinstance(draft.value, ContentsEntry) else "title"))
    # Amid its changes, the title may be no text that a constructor accepts.
    title = draft.open("title")
    if not isinstance(title, ObjectDraft):
        return None
    original = title.get("original")
    translations = cast("FrozenMapping[str, str]", title.get("translations"))
    name = translations[min(translations)] if original is None and translations else original
    return noun, None if name is None else str(name)


def _outside(draft: Draft, token: str, operation: Operation) -> str:
    count = len(cast("SequenceDraft", draft).items)
    return f"expected one of {count} elements, found index {token!r} in {operation.pointer!r}"


def _elsewhere(operation: Operation) -> str:
    if isinstance(operation, kinds.Element):
        expected = f"an element of {' or '.join(dict.fromkeys(name for _, name in operation.ON))}"
    elif isinstance(operation, kinds.TextAdded | kinds.TextRemoved):
        expected = "a summary or an abstract"
    elif isinstance(operation, kinds.PaperRetitled):
        expected = "the title of a paper"
    else:
        noun = _NOUNS[operation.ON[0][0]] if operation.ON else "object"
        expected = f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    return f"expected a pointer to {expected}, found {operation.pointer!r}"


def _expected(what: str, expected: object, found: object) -> str:
    start = _first_difference(expected, found)
    # In a mapping a value can be null, which is not the same as no value.
    none = "null" if expected is ABSENT or found is ABSENT else "nothing"
    wanted, seen = _shown(expected, start, none), _shown(found, start, none)
    difference = _difference(expected, found) if wanted == seen else ""
    return f"expected {f'{what} {wanted}'.lstrip()}, found {seen}{difference}"


def _first_difference(one: object, other: object) -> int:
    """
    Return where two strings begin to differ; 0 where they are no strings.
    """
    if not isinstance(one, str) or not isinstance(other, str):
        return 0
    shorter = min(len(one), len(other))
    return next((index for index in range(shorter) if one[index] != other[index]), shorter)


def _shown(value: object, start: int, none: str) -> str:
    named = _name_of(value)
    if named is not None:
        return f'the {named[0]} "{named[1]}"'
    words = none if value is None else "nothing" if value is ABSENT else called(value)
    if len(words) > _LONGEST_SHOWN:
        first = max(start - _LONGEST_SHOWN // 2, 0)
        last = first + _LONGEST_SHOWN
        words = f"{'…' if first else ''}{words[first:last]}{'…' if last < len(words) else ''}"
    return f'"{words}"' if isinstance(value, str) else words


def _difference(expected: object, found: object) -> str:
    """
    Say what is not the same in two values that look alike.
    """
    kind, other = type(expected), type(found)
    if kind is not other:
        return f", which is {other.__name__} and not {kind.__name__}"
    if not has(kind):
        return ", which goes on otherwise"
    names = (each.name for each in fields(kind))
    return f" with other {' and '.join(name for name in names if getattr(expected, name) != getattr(found, name))}"


def _refusals(draft: ObjectDraft, error: ModelError) -> Iterator[Problem]:
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
