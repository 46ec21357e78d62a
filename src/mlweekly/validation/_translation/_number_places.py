"""
Where figures are: in citations, in names, behind a minus, before the mark of a multiple.
"""

from __future__ import annotations

import re
from typing import Final

from mlweekly._expressions import expression
from mlweekly.validation._analysis._vocabulary import listed

__all__ = ["counts_nothing", "is_negative", "is_of_century", "is_times", "spans_of_names"]

_LONGEST_BEFORE: Final = 40
_LONGEST_NAME: Final = 60
_CITATION: Final = expression(r"\[[0-9]{1,3}(?:[ ]?[,–-][ ]?[0-9]{1,3})*\]")
_IN_CITATION: Final = expression(r"\[(?:[0-9]{1,3}[ ]?[,–-][ ]?){0,20}$")
_YEAR: Final = expression("(?:19|20)[0-9]{2}(?![0-9])")
_NAME_BEFORE_YEAR: Final = expression(
    r"(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*[ '’-]|al\.?,?[ ]?\(?"
    r"|[\(;][ ]?[A-Z][A-Za-z-]+(?:[ ](?:and|&)[ ][A-Z][A-Za-z-]+)?,?[ ]|(?:ら|等|등)[ ]?\()$"
)
_YEAR_IN_BRACKETS: Final = expression("(?:19|20)[0-9]{2}[a-z]?[)]")
_WORD_BEFORE_BRACKET: Final = expression(r"[A-Za-z.][ ]?\($")
_ITEM: Final = expression(r"[0-9]{1,2}[.、．][ ]?(?![0-9])")
_BEFORE_ITEM: Final = expression(r"(?:^|\n|[:：;；][ ]?|[.。][ ])$")
_TENTHS_BEFORE: Final = expression(r"[ ](?:out[ ])?(?:in|of)(?:[ ]every)?[ ]$", re.IGNORECASE)
_CENTURY: Final = expression("[ ]?(?:世[纪紀]|세기)|[ -]centur(?:y|ies)")
_MINUS: Final = expression(
    r"(?:(?:^|[^0-9A-Za-z)\]}%.\- ]|(?:^|[^0-9%])[ ])[-−–]"
    r"|(?:minus|negative)[ -]|マイナス|마이너스[ ]?|영하[ ]?|零下|[负負])[$]?$",
    re.IGNORECASE,
)
_TIMES: Final = expression(
    r"[$]?[ -]?(?:(?:x|×|\\times)[$]?(?![A-Za-z0-9])(?![ ]?[0-9])|times?\b|fold\b|倍|배(?!치|경|열|포|출|급|분|송|터))"
)
_FACTOR: Final = expression(r"factors? of (?:about |roughly |nearly )?[$]?$")
# Words before a hyphen and a number that make no name: Top-5, Stage-2, COVID-19.
_COMMON: Final = frozenset(
    listed(
        "top stage step level type phase table fig figure sec section eq part day week chapter task grade tier class"
        " group covid cov rank layer round version pass non post pre sub mid multi age year volume vol no under over"
    )
)
_NAME: Final = expression(r"(?<![A-Za-z0-9.])[A-Za-z][A-Za-z0-9]*(?:(?:[-_]|(?<=[0-9])\.(?=[0-9]))[A-Za-z0-9]+)*")
_DIGIT_IN_NAME: Final = expression("[0-9](?:(?<=[A-Za-z].)|(?<=[A-Za-z][-_].))")
# The last piece without a space before a digit, from its first character on.
_WITHIN_NAME: Final = expression(r"[A-Za-z0-9._-]+$")
# A version behind a space is a part of the name where a letter ends it that is no unit: GPT 4o, Gemma 3n.
_SPACED_VERSION: Final = expression(r"[0-9](?<=[A-Za-z] .)[0-9]?(?:\.[0-9])?[aefijlnoqruvyz](?![A-Za-z0-9])")
_CAPITALIZED_BEFORE: Final = expression(r"(?<![A-Za-z0-9.-])[A-Z][A-Za-z]+$")
_HEAD: Final = expression("[A-Za-z]+")
_LOWER_NAME: Final = expression(r"[a-z]{1,9}[0-9][0-9.]*(?:-|$)|[a-z]{3,9}-[0-9][0-9.]*(?:[a-z]|-[a-z0-9])")


def counts_nothing(folded: str, start: int, end: int) -> bool:
    """
    Return whether a figure is in a citation or a name, or is the mark of an item: it may be left out.
    """
    before = folded[max(0, start - _LONGEST_BEFORE) : start]
    if "[" in before and _is_cited(folded, start, before):
        return True
    if _YEAR.match(folded, start) is not None and _NAME_BEFORE_YEAR.search(before) is not None:
        return True
    if _YEAR_IN_BRACKETS.match(folded, start) is not None and _WORD_BEFORE_BRACKET.search(before) is not None:
        return True
    if folded[start:end] == "10" and _TENTHS_BEFORE.search(before) is not None:
        return True
    return _ITEM.match(folded, start) is not None and _BEFORE_ITEM.search(before) is not None


def _is_cited(folded: str, start: int, before: str) -> bool:
    opening = _IN_CITATION.search(before)
    return opening is not None and _CITATION.match(folded, start - len(opening[0])) is not None


def is_of_century(folded: str, end: int) -> bool:
    """
    Return whether a number counts a century, as an ordinal does.
    """
    return _CENTURY.match(folded, end) is not None


def is_negative(folded: str, start: int) -> bool:
    """
    Return whether a number is below zero: behind a minus that is no hyphen and no dash of a range.
    """
    return _MINUS.search(folded[max(0, start - 12) : start]) is not None


def is_times(folded: str, start: int, end: int) -> bool:
    """
    Return whether a number says how many times: `3x`, `3 times`, 3倍, 3배, `a factor of 3`.
    """
    return _TIMES.match(folded, end) is not None or _FACTOR.search(folded[max(0, start - 24) : start]) is not None


def spans_of_names(folded: str) -> list[tuple[int, int]]:
    """
    Return where names with digits are, such as `GPT-4o`, `GPT 4o`, `LLaMA-3.1-8B`, `Qwen2.5` and `o1-mini`.

    >>> text = "GPT-4o and o1-mini beat Phi-3 and Gemma 3n on top-5, 3 times"
    >>> [text[start:end] for start, end in spans_of_names(text)]
    ['GPT-4o', 'o1-mini', 'Phi-3', 'Gemma 3n']
    """
    spans: list[tuple[int, int]] = []
    done = 0
    for digit in _DIGIT_IN_NAME.finditer(folded):
        letter = digit.start() - (2 if folded[digit.start() - 1] in "-_" else 1)
        if letter < done:
            continue
        first = _WITHIN_NAME.search(folded, max(done, letter - _LONGEST_NAME), letter + 1)
        start = letter if first is None else first.start()
        for match in _NAME.finditer(folded, start, digit.end() + _LONGEST_NAME):
            if match.end() >= digit.end():
                done = match.end()
                if match.start() < digit.end() and match.end() - match.start() <= _LONGEST_NAME and _is_name(match[0]):
                    spans.append(match.span())
                break
    for version in _SPACED_VERSION.finditer(folded):
        head = _CAPITALIZED_BEFORE.search(folded, max(0, version.start() - _LONGEST_BEFORE), version.start() - 1)
        if head is not None:
            spans.append((head.start(), version.end()))
    return spans


def _is_name(token: str) -> bool:
    if not any(character.isdecimal() for character in token):
        return False
    head = _HEAD.match(token)
    if head is None or head[0].lower() in _COMMON:
        return False
    return not head[0].islower() or _LOWER_NAME.match(token) is not None
