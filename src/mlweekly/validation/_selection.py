"""
Which rules run.

Lives here: the rules that there are, and choosing some of them by code and prefix.
Must not know: any single rule; what is validated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from mlweekly.errors import ModelError, Problem, pointer_to
from mlweekly.validation._rule import Rule

__all__ = ["all_rules", "entries", "selected"]

AnyRule = TypeVar("AnyRule", bound=Rule)


def all_rules(catalogue: tuple[AnyRule, ...], own: tuple[AnyRule, ...]) -> tuple[AnyRule, ...]:
    """
    Return the rules of the catalogue and those of the user, in the order of the codes in which they were given.

    Raises:
        ModelError: A rule of the user's has no code, or one that is taken; every such rule is listed.
    """
    if not own:
        return catalogue
    taken = {rule.code: rule.name for rule in catalogue}
    problems: list[Problem] = []
    for index, rule in enumerate(own):
        if not rule.code:
            problems.append(Problem(pointer_to("rules", index, "code"), "must not be empty"))
        elif rule.code in taken:
            message = f"the code {rule.code!r} is that of {taken[rule.code]}, expected one of its own"
            problems.append(Problem(pointer_to("rules", index, "code"), message))
        taken[rule.code] = rule.name
    if problems:
        raise ModelError("cannot use these rules", problems)
    return (*catalogue, *own)


def selected(
    catalogue: tuple[AnyRule, ...],
    wanted: tuple[str, ...] = (),
    unwanted: tuple[str, ...] = (),
    weighed: tuple[str, ...] = (),
) -> tuple[AnyRule, ...]:
    """
    Return the rules whose code begins with a wanted entry, or all if there is none, less those that are unwanted.

    Args:
        catalogue: The rules that there are.
        wanted: Codes, or beginnings of codes.
        unwanted: The same.
        weighed: The same, of rules that get another severity; they choose nothing.

    Raises:
        ModelError: An entry fits no rule; every such entry is listed.
    """
    given = {"select": wanted, "ignore": unwanted, "severities": weighed}
    problems = [problem for argument, values in given.items() for problem in _problems(catalogue, argument, values)]
    if problems:
        raise ModelError("cannot choose these rules", problems)
    return tuple(
        rule
        for rule in catalogue
        if (not wanted or rule.code.startswith(wanted)) and not (unwanted and rule.code.startswith(unwanted))
    )


def entries(values: str | Iterable[str]) -> tuple[str, ...]:
    """
    Return codes, or beginnings of codes, that a user gave as one string or several.
    """
    return (values,) if isinstance(values, str) else tuple(values)


def _problems(catalogue: Iterable[Rule], argument: str, given: tuple[str, ...]) -> Iterator[Problem]:
    codes = [rule.code for rule in catalogue]
    for entry in given:
        if not entry or not any(code.startswith(entry) for code in codes):
            yield Problem(
                f"/{argument}", f"no rule has the code or prefix {entry!r}, expected one of {', '.join(codes)}"
            )
