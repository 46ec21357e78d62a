"""
What the reference says beside the docstrings: the arguments of attrs classes, and examples as blocks of code.

A reader of the source alone cannot know the constructor that attrs writes, and takes `>>>` for a quote.
"""

from __future__ import annotations

import importlib
import inspect
import re

import attrs
import griffe

EXAMPLE = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)


class Examples(griffe.Extension):
    """
    Examples of docstrings become blocks of code.
    """

    def on_object(self, *, obj: griffe.Object, **_: object) -> None:
        """
        Fence the examples of one docstring.
        """
        if obj.docstring is not None:
            obj.docstring.value = EXAMPLE.sub(r"```pycon\n\g<0>\n```", obj.docstring.value)


class Constructors(griffe.Extension):
    """
    Classes of attrs get the signature of the constructor that attrs writes.
    """

    def on_package(self, *, pkg: griffe.Module, **_: object) -> None:
        """
        Add the constructors, once all bases of all classes are known.
        """
        for module in modules_of(pkg):
            for cls in module.classes.values():
                if not cls.is_alias and "__init__" not in cls.members:
                    add_constructor(cls)


def modules_of(module: griffe.Module) -> list[griffe.Module]:
    """
    Return a module and all modules inside it.
    """
    inner = [each for each in module.modules.values() if not each.is_alias]
    return [module, *(found for each in inner for found in modules_of(each))]


def add_constructor(cls: griffe.Class) -> None:
    """
    Add the constructor of a class if attrs writes one.
    """
    real = getattr(importlib.import_module(cls.module.path), cls.name)
    if not attrs.has(real):
        return
    names = {field.alias: field.name for field in attrs.fields(real)}
    parameters = [griffe.Parameter("self", kind=griffe.ParameterKind.positional_or_keyword)]
    for parameter in list(inspect.signature(real.__init__).parameters.values())[1:]:
        attribute = cls.all_members.get(names.get(parameter.name, parameter.name))
        default = parameter.default
        shown = None if default is inspect.Parameter.empty else "..." if default is attrs.NOTHING else repr(default)
        parameters.append(
            griffe.Parameter(
                parameter.name,
                annotation=None if attribute is None else attribute.annotation,
                kind=griffe.ParameterKind[parameter.kind.name.lower()],
                default=shown,
            )
        )
    cls.set_member("__init__", griffe.Function("__init__", parameters=griffe.Parameters(*parameters), parent=cls))
