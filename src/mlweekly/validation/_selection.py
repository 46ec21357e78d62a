"""
Chooses the rules that run, by their codes and beginnings of codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from mlweekly._mistakes import did_you_mean, instead
from mlweekly._wording import shown
from mlweekly.errors import ModelError, Problem, pointer_to
from mlweekly.validation._rule import Rule
from mlweekly.validation._rule_kinds import AnyRule, IssueRule, SeriesRule

__all__ = ["all_rules", "codes_in", "selected"]


def all_rules(catalogue: tuple[AnyRule, ...], own: tuple[Rule, ...]) -> tuple[AnyRule, ...]:
    """
    Return the rules of the catalogue and those of the user, in the order of the codes in which they were given.

    Raises:
        ModelError: A rule of the user's has no code, or one that is taken, or is of no kind; each one is listed.
    """
    if not own:
        return catalogue
    taken = {rule.code: rule.name for rule in catalogue}
    rules: list[AnyRule] = []
    problems: list[Problem] = []
    for index, rule in enumerate(own):
        if not isinstance(rule, IssueRule | SeriesRule):
            message = f"must be an IssueRule or a SeriesRule, got {type(rule).__name__}"
            problems.append(Problem(pointer_to("rules", index), message))
            continue
        if not rule.code:
            problems.append(Problem(pointer_to("rules", index, "code"), "must not be empty"))
        elif rule.code in taken:
            message = f"the code {rule.code!r} is that of {taken[rule.code]}, expected one of its own"
            problems.append(Problem(pointer_to("rules", index, "code"), message))
        taken[rule.code] = rule.name
        rules.append(rule)
    if problems:
        raise ModelError("cannot use these rules", problems)
    return (*catalogue, *rules)


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


def codes_in(argument: str, values: object) -> tuple[str, ...]:
    """
    Return the codes, or beginnings of codes, that a user gave as one string or several.

    Raises:
        TypeError: They are none.
    """
    is_one = isinstance(values, str) or not hasattr(values, "__iter__")
    codes: list[str] = []
    for code in cast("Iterable[object]", (values,) if is_one else values):
        if not isinstance(code, str):
            found = f"{shown(code)}{instead('rule code', code)}"
            raise TypeError(f"{argument} must be codes of rules, such as 'D103' or ['D', 'L2'], got {found}")
        codes.append(code)
    return tuple(codes)


def _problems(catalogue: Iterable[Rule], argument: str, given: tuple[str, ...]) -> Iterator[Problem]:
    codes = [rule.code for rule in catalogue]
    for entry in given:
        if not entry or not any(code.startswith(entry) for code in codes):
            message = f"no rule has the code or prefix {entry!r}{_advice(catalogue, entry)}"
            yield Problem(f"/{argument}", message)


def _advice(catalogue: Iterable[Rule], entry: str) -> str:
    several = entry.replace(",", " ").split()
    if len(several) > 1:
        return f": write a list, {several!r}"
    known = [rule.code[:length] for rule in catalogue for length in (1, 2, len(rule.code))]
    return (
        did_you_mean(entry, known, {rule.name: rule.code for rule in catalogue}) or ": mlweekly.rules() lists the rules"
    )
