"""
Names that load when they are first used, by PEP 562: the `__getattr__` and the `__dir__` that the packages share.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence

__all__ = ["on_demand"]


def on_demand(
    package: str,
    names: Sequence[str],
    modules: Mapping[str, str] | None = None,
    others: str = "",
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """
    Return `__getattr__` and `__dir__` for a package some of whose names are in modules that not every user needs.

    Args:
        package: The name of the package.
        names: All that a star import brings.
        modules: The module of each name that loads late, relative to the package; a name that is its own module
            is the module.
        others: The module of all other public names, relative to the package, if one has them.
    """
    late = modules or {}

    def load(name: str) -> object:
        if name.startswith("__"):
            # Each import from a module asks for its `__path__`, and needs no advice.
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        path = late.get(name, "" if name.startswith("_") else others)
        module = importlib.import_module(f"{package}.{path}") if path else None
        if module is None or (name not in late and not hasattr(module, name)):
            raise AttributeError(f"module {package!r} has no attribute {name!r}{advice(name)}")
        value: object = module if name == path else getattr(module, name)
        setattr(importlib.import_module(package), name, value)
        return value

    def advice(name: str) -> str:
        from mlweekly._mistakes import missing_name

        return missing_name(package, name, sorted({*names, *late}))

    def listed() -> list[str]:
        special = (name for name in vars(importlib.import_module(package)) if name.startswith("__"))
        return sorted({*names, *late, *special})

    return load, listed
