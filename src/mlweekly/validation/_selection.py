"""
Which rules run.

Lives here: choosing rules of a catalogue by code and prefix.
Must not know: any single rule; what is validated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mlweekly.errors import ModelError, Problem
from mlweekly.validation._rule import Rule

__all__ = ["selected"]


def selected(
    catalogue: tuple[Rule, ...], select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()
) -> tuple[Rule, ...]:
    """
    Return the rules whose code begins with an entry of `select`, or all if there is none, less those of `ignore`.

    Raises:
        ModelError: An entry fits no rule; every such entry is listed.
    """
    wanted, unwanted = _entries(select), _entries(ignore)
    problems = [*_problems(catalogue, "select", wanted), *_problems(catalogue, "ignore", unwanted)]
    if problems:
        raise ModelError("cannot choose these rules", problems)
    return tuple(
        rule
        for rule in catalogue
        if (not wanted or rule.code.startswith(wanted)) and not (unwanted and rule.code.startswith(unwanted))
    )


def _entries(entries: str | Iterable[str]) -> tuple[str, ...]:
    return (entries,) if isinstance(entries, str) else tuple(entries)


def _problems(catalogue: tuple[Rule, ...], argument: str, entries: tuple[str, ...]) -> Iterator[Problem]:
    codes = [rule.code for rule in catalogue]
    for entry in entries:
        if not entry or not any(code.startswith(entry) for code in codes):
            yield Problem(
                f"/{argument}", f"no rule has the code or prefix {entry!r}, expected one of {', '.join(codes)}"
            )
