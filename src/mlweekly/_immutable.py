"""
`Immutable`, the base of the values: someone who sets an attribute is told how to get a changed value.
"""

from __future__ import annotations

from typing import cast

from attrs import AttrsInstance, fields, has

__all__ = ["Immutable"]


class Immutable:
    """
    A value whose attributes never change.
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        # The refusal that attrs gives a frozen class says "can't set attribute" and no more.
        if "__setattr__" in vars(cls):
            type.__setattr__(cls, "__setattr__", _refuse_setting)
            type.__setattr__(cls, "__delattr__", _refuse_deleting)

    def __repr__(self) -> str:
        # One for all classes with `repr=False`: attrs would make, and compile, one for each.
        names = [each.name for each in fields(cast("type[AttrsInstance]", type(self))) if each.repr]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def _refuse_setting(self: object, name: str, value: object) -> None:  # noqa: ARG001 -- the signature of __setattr__
    from mlweekly._mistakes import did_you_mean

    kind = type(self)
    known = [each.name for each in fields(kind) if each.init] if has(kind) else []
    if name in known:
        advice = f"attrs.evolve(value, {name}=...) returns a changed one"
        raise AttributeError(f"{kind.__name__} is immutable, cannot set {name}: {advice}")
    raise AttributeError(f"{kind.__name__} is immutable and has no field {name}{did_you_mean(name, known)}")


def _refuse_deleting(self: object, name: str) -> None:
    raise AttributeError(f"{type(self).__name__} is immutable, cannot delete {name}")
