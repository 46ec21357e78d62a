"""
The words of the library: how messages show values, count and list, how words are compared, and the names of months.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

__all__ = [
    "MONTHS",
    "counted",
    "excerpt",
    "expect",
    "expect_each",
    "folded",
    "instead",
    "listed",
    "one_of",
    "quoted",
    "shortened",
    "shown",
    "squeezed",
    "wrong_type",
]

Element = TypeVar("Element")

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)

_LONGEST_SHOWN = 60
_MOST_DIGITS = 20
_LONGEST_EXCERPT, _LONGEST_WORD = 280, 30


def folded(text: str) -> str:
    """
    Return a text for comparisons that ignore case and the amount of white space.

    >>> folded(" Training  LLMs ")
    'training llms'
    """
    return " ".join(text.casefold().split())


def squeezed(text: str) -> str:
    """
    Return a text for comparisons that ignore case and all white space.

    >>> squeezed("September 16 -22")
    'september16-22'
    """
    return "".join(text.casefold().split())


def shortened(text: str, longest: int) -> str:
    """
    Return a text, or the beginning of one that is longer than `longest` characters, with an ellipsis.

    >>> shortened("On the Diagram of Thought", 6)
    'On the…'
    """
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


def excerpt(text: str) -> str:
    """
    Return a paragraph, or about 280 characters of a long one, up to a space if one is near.
    """
    if len(text) <= _LONGEST_EXCERPT:
        return text
    end = text.rfind(" ", _LONGEST_EXCERPT - _LONGEST_WORD, _LONGEST_EXCERPT)
    return text[: end if end > 0 else _LONGEST_EXCERPT - 1].rstrip() + "…"


def shown(value: object) -> str:
    """
    Return a value as messages about wrong values show it: short, and never an exception.

    >>> shown("ten"), shown(10), shown(10**5000), shown([10]), shown("x" * 100)[-5:]
    ("'ten'", '10', 'a number of more than 20 digits', 'a list', "xxx…'")
    """
    if isinstance(value, str):
        return repr(shortened(value, _LONGEST_SHOWN))
    if isinstance(value, int) and abs(value) >= 10**_MOST_DIGITS:
        return f"a number of more than {_MOST_DIGITS} digits"
    if value is None or isinstance(value, int | float | date):
        return repr(value)
    name = type(value).__name__
    return f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


def expect(value: object, kind: type[object] | tuple[type[object], ...], expected: str) -> None:
    """
    Raise a `TypeError` if a value, which a caller without types may have passed, is not of the kind.

    >>> expect(b"# Papers", str, "a text as str")
    Traceback (most recent call last):
    ...
    TypeError: expected a text as str, got bytes: decode it first, data.decode()
    """
    if not isinstance(value, kind):
        raise wrong_type(value, kind, expected)


def expect_each(
    values: Iterable[Element], kind: type[Element] | tuple[type[object], ...], each: str, expected: str
) -> tuple[Element, ...]:
    """
    Return several values as a tuple; raise a `TypeError` if they are one value, none, or not all of the kind.

    >>> expect_each(3, int, "a number", "numbers")
    Traceback (most recent call last):
    ...
    TypeError: expected numbers, got int: put it in a list

    Args:
        values: What a caller without types may have passed.
        kind: The class of each, or the classes.
        each: What each is, as the message says it.
        expected: What they are together.
    """
    if isinstance(values, kind):
        raise TypeError(f"expected {expected}, got {type(values).__name__}: put it in a list")
    if not _are_several(values):
        raise wrong_type(values, kind, expected)
    held = tuple(values)
    for value in held:
        expect(value, kind, each)
    return held


def _are_several(values: object) -> bool:
    return isinstance(values, Iterable) and not isinstance(values, str | bytes | Mapping)


def instead(wanted: str, value: object) -> str:
    """
    Return what to do with a value that is not what is wanted, as an addition to a message; empty if that is not known.
    """
    # Only a mistake pays for the import.
    from mlweekly._mistakes import instead as advice

    return advice(wanted, value)


def wrong_type(value: object, kind: type[object] | tuple[type[object], ...], expected: str) -> TypeError:
    """
    Return the exception that `expect` raises, with what to do instead if that is known.
    """
    from mlweekly._mistakes import class_name

    names = " or ".join(each.__name__.removesuffix("Type") for each in (kind if isinstance(kind, tuple) else (kind,)))
    return TypeError(f"expected {expected}, got {class_name(value)}{instead(expected, value) or instead(names, value)}")


def quoted(value: object) -> str:
    """
    Return a value as a sentence about a change names it: "nothing" for None, a text in quotation marks.

    >>> quoted("Moshi"), quoted(None), quoted(3)
    ('"Moshi"', 'nothing', '3')
    """
    return "nothing" if value is None else f'"{value}"' if isinstance(value, str) else str(value)


def counted(count: int, noun: str) -> str:
    """
    Return a number with its noun.

    >>> counted(0, "finding"), counted(1, "finding"), counted(2, "entry")
    ('no findings', '1 finding', '2 entries')
    """
    if count == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"
    return f"{count or 'no'} {plural}"


def listed(words: Iterable[str], most: int | None = None, *, more: str = "and {} more", separator: str = ", ") -> str:
    """
    Return words as a list in a sentence, at most so many of them.

    >>> listed(["a", "b", "c"]), listed(["a", "b", "c"], 1), listed(["a", "b", "c"], 2, more="…")
    ('a, b, c', 'a, and 2 more', 'a, b, …')

    Args:
        words: All of them.
        most: How many are named; None is no limit.
        more: What replaces the others; `{}` is their number.
        separator: What separates two words.
    """
    every = list(words)
    named = every[:most]
    rest = [more.format(len(every) - len(named))] if len(every) > len(named) else []
    return separator.join(named + rest)


def one_of(words: Sequence[str]) -> str:
    """
    Return the strings that are possible, as a message about another one names them.

    >>> one_of(("x", "bluesky", "mastodon")), one_of(["post"])
    ('"x", "bluesky" or "mastodon"', '"post"')
    """
    *others, last = (f'"{word}"' for word in words)
    return f"{', '.join(others)} or {last}" if others else last
