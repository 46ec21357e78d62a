"""
The table of the model: what each member of each class holds, and what people call it.

A class says it once, in the metadata of its attributes; constructors, the JSON form and its schema, differences,
patches and merges follow from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import ClassVar, NamedTuple, cast

from attrs import NOTHING, AttrsInstance, fields

from mlweekly._immutable import Immutable
from mlweekly._tokens import Tokenized
from mlweekly._wording import shown
from mlweekly.dates import DateRange
from mlweekly.errors import Problem, reject_if_any
from mlweekly.model._kinds import DAY, EMPTY, JSON, VERSION_NUMBER, Check, Extra, Kind


class Member(NamedTuple):
    """
    One member of a class.

    Attributes:
        name: Its name, as an attribute and in JSON.
        kind: What it holds.
        noun: What a message calls it: "an abstract".
        element: What a message calls an element of it: "paper".
        is_required: Whether its JSON form always has it.
        is_optional: Whether it may be None.
        implied: What its absence in the JSON form means, if that is neither None nor empty.
    """

    name: str
    kind: Kind
    noun: str
    element: str = ""
    is_required: bool = False
    is_optional: bool = False
    implied: object = None


def member(
    kind: Kind, noun: str, *, element: str = "", implied: object = None, always: bool = False
) -> Mapping[str, object]:
    """
    Return the metadata of an attribute that is a member of its class; `Member` says what the arguments mean.
    """
    return {"kind": kind, "noun": noun, "element": element, "implied": implied, "always": always}


@cache
def members_of(cls: type) -> tuple[Member, ...]:
    """
    Return the members of a class of the model, or of `DateRange`, in the order of the JSON form.

    Raises:
        TypeError: It is no such class.
    """
    _reject_other_classes(cls)
    if cls is DateRange:
        return tuple(Member(name, DAY, f"the {name}", is_required=True) for name in ("start", "end"))
    return tuple(
        Member(
            attribute.name,
            attribute.metadata["kind"],
            attribute.metadata["noun"],
            attribute.metadata["element"],
            attribute.metadata["always"] or attribute.default is NOTHING,
            attribute.default is None or attribute.metadata["implied"] is not None,
            attribute.metadata["implied"],
        )
        for attribute in fields(cast("type[AttrsInstance]", cls))
        if attribute.metadata and attribute.metadata["kind"] is not VERSION_NUMBER
    )


def _reject_other_classes(cls: object) -> None:
    found = shown(cls)
    if not isinstance(cls, type) or not issubclass(cls, ModelObject | DateRange):
        raise TypeError(f"expected a class of the model, such as Paper, got {found}")


@cache
def names_of(cls: type) -> frozenset[str]:
    """
    Return the names of the members of a class.
    """
    return frozenset(each.name for each in members_of(cls))


@cache
def _checks_of(cls: type) -> tuple[tuple[str, object, Check], ...]:
    """
    Return name, default and check of each attribute that says what it holds; a default needs no look.
    """
    return tuple(
        (attribute.name, attribute.default, attribute.metadata["kind"].check)
        for attribute in fields(cast("type[AttrsInstance]", cls))
        if attribute.metadata
    )


def problems_in(cls: type, get: Callable[[str, object], object]) -> Iterator[Problem]:
    """
    Yield what is wrong with the members of a class, each looked at alone.

    Args:
        cls: A class of the model.
        get: Returns the member of a name, or the default that is passed to it.
    """
    for name, default, check in _checks_of(cls):
        held = get(name, default)
        if held is not default:
            for problem in check(held):
                yield problem.under(f"/{name}")


class Sealed(Immutable, Tokenized):
    """
    A class that nobody else derives from: what a subclass adds would be lost in JSON, in a post and in a patch.
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if not cls.__module__.startswith("mlweekly."):
            base = next(each.__name__ for each in cls.__mro__[1:] if each.__module__.startswith("mlweekly."))
            raise TypeError(f"{base} cannot be subclassed; a class of your own can hold one")


class ModelObject(Sealed):
    """
    What the classes of the model share: members that the table knows, further ones, one way to refuse both.
    """

    __slots__ = ()

    RESERVED: ClassVar[tuple[str, ...]] = ()
    """
    Names that no extra member may have, beside those of the members.
    """

    extra: Extra

    def __attrs_post_init__(self) -> None:
        # Nearly every value is right, and is told so without a generator.
        kind: type = type(self)
        for name, default, check in _checks_of(kind):
            held = getattr(self, name)
            if held is not default and check(held):
                break
        else:
            if self.extra is EMPTY and not self.__contradictions__():
                return
        reject_if_any(kind.__name__, self._problems())

    def _problems(self) -> Iterator[Problem]:
        yield from problems_in(type(self), partial(getattr, self))
        yield from self.__contradictions__()
        if self.extra is not EMPTY:
            yield from self._extra_problems()

    def __contradictions__(self) -> Sequence[Problem]:
        """
        Return what is wrong with members that are right alone.
        """
        return ()

    def _extra_problems(self) -> Iterator[Problem]:
        for problem in JSON.check(self.extra):
            yield problem.under("/extra")
        kind: type = type(self)
        known = {*self.RESERVED, *(name for name, _, _ in _checks_of(kind))}
        for name in self.extra if hasattr(self.extra, "keys") else ():
            if name in known:
                yield Problem("/extra", f"must not repeat the member {name!r}")
