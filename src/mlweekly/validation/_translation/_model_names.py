"""
Names with digits, such as `GPT-4o` and `LLaMA-3.1-8B`, in an original beside those in its translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from mlweekly._expressions import expression
from mlweekly.validation._analysis._vocabulary import listed
from mlweekly.validation._analysis._words import Words
from mlweekly.validation._translation._tokens import Tokens
from mlweekly.validation._translation._values import normal, value_of

__all__ = ["LostName", "lost_names", "names_with_digits"]

_SEPARATOR: Final = expression("[-_ ]")
# What English hangs on a name, which a translation says in its own words: GPT-4o-based, non-GPT-4.
_HUNG_ON: Final = frozenset(
    listed(
        "based style like level generated powered scale class only size sized trained tuned driven assisted annotated"
        " and or to vs as non post pre anti enhanced augmented judged family series parameter parameters backbone"
        " model models score core cores gpu gpus tpu tpus hour hours day days week weeks month months year years"
    )
)
_HUNG_BEHIND: Final = expression("[-_]([A-Za-z]+)$")
_HUNG_BEFORE: Final = expression("([A-Za-z]+)[-_]")
_SIZE: Final = expression(r"(?P<digits>[0-9]+(?:\.[0-9]+)?)(?P<unit>[kmbtKMBT])$")
_EXPONENTS: Final = dict(zip("kmbt", (3, 6, 9, 12), strict=True))
_PLURAL: Final = expression("(?<=[0-9A-Z])s$")
_HEAD: Final = expression("[A-Za-z]+")
_LONG_ENOUGH: Final = 2
_TWO_CAPITALS: Final = expression("[A-Z].*[A-Z]")
_FORMULA: Final = expression("(?:[A-Z][a-z]?[0-9]*)+$")
# To look for one takes as long as its text, and no text has so many.
_MOST_NAMES: Final = 200


class LostName(NamedTuple):
    """
    A name of the original that its translation lacks.

    Attributes:
        name: It, as the original writes it.
        instead: What the translation has in its place; None where it has nothing alike.
    """

    name: str
    instead: str | None


def names_with_digits(tokens: Tokens) -> dict[str, str]:
    """
    Return the names with digits in a text, by their letters and digits.

    >>> names_with_digits(Tokens(Words("GPT-4o-based and Qwen2.5-72B")))
    {'gpt4o': 'GPT-4o', 'qwen2.5|72b': 'Qwen2.5-72B'}
    """
    names: dict[str, str] = {}
    for start, end in tokens.names:
        name = tokens.folded[start:end]
        while (match := _HUNG_BEHIND.search(name)) is not None and match[1].lower() in _HUNG_ON:
            name = name[: match.start()]
        while (match := _HUNG_BEFORE.match(name)) is not None and match[1].lower() in _HUNG_ON:
            name = name[match.end() :]
        name = _PLURAL.sub("", name)
        if any(character.isdecimal() for character in name):
            names.setdefault(_key(name), name)
    return names


def lost_names(source: Tokens, target: Tokens, elsewhere: Iterable[Words]) -> Iterator[LostName]:
    """
    Yield each name of an original that its translation lacks, or has with other letters or digits.

    Args:
        source: What the original is made of.
        target: What the translation is made of: its numbers may say the size of a model apart from its name.
        elsewhere: The words of all originals of the paper, whose names the translation may have.
    """
    own = dict(islice(names_with_digits(source).items(), _MOST_NAMES))
    there = names_with_digits(target) if own else {}
    missing = {key: name for key, name in own.items() if key not in there and not _is_written(name, target)}
    if not missing:
        return
    known = {*own, *(key for words in elsewhere for key in names_with_digits(Tokens(words)))}
    added = {key: name for key, name in there.items() if key not in known}
    for name in missing.values():
        key = next((key for key in added if _is_nearly(name, added[key])), None)
        if key is not None:
            yield LostName(name, added.pop(key))
        elif (shorter := _shortened_in(name, target.folded)) is not None:
            yield LostName(name, shorter)
        elif _is_sure_name(name):
            yield LostName(name, None)


def _key(name: str) -> str:
    parts = [part for part in _SEPARATOR.split(name.lower()) if part]
    # Where digits touch, the hyphen between them is a part of the name: Qwen2.5-72B and Qwen2-572B are two.
    key = ""
    for part in parts:
        key += ("|" if key and key[-1].isdecimal() and part[0].isdecimal() else "") + part
    return key


def _written(name: str, *, is_whole: bool) -> re.Pattern[str]:
    pieces = re.findall(r"[A-Za-z]+|[0-9]+(?:\.[0-9]+)*", name)
    behind = r"(?![A-Za-z0-9]|[.-][0-9]|-[A-Za-z])" if is_whole else r"(?![0-9]|\.[0-9])"
    return re.compile(
        rf"(?<![A-Za-z0-9])(?<![0-9]\.){'[-_ .(/:]*'.join(map(re.escape, pieces))}s?{behind}", re.IGNORECASE
    )


def _is_written(name: str, target: Tokens) -> bool:
    """
    Return whether a text has a name with other separators, or its size apart from it: Qwen2の720億モデル.
    """
    if _written(name, is_whole=True).search(target.folded) is not None:
        return True
    head, _, size = name.rpartition("-")
    match = _SIZE.match(size) if head else None
    if match is None:
        return False
    digits, exponent = value_of(match["digits"])
    value = normal(digits, exponent + _EXPONENTS[match["unit"].lower()])
    is_told = any(value in number.values for number in target.numbers)
    return is_told and _written(head, is_whole=True).search(target.folded) is not None


def _shortened_in(name: str, target: str) -> str | None:
    """
    Return the beginning of a name that a translation has without what follows: GPT-4 for GPT-4o.
    """
    pieces = re.findall(r"[A-Za-z]+|[0-9]+(?:\.[0-9]+)*", name)
    for count in range(len(pieces) - 1, 1, -1):
        match = _written("-".join(pieces[:count]), is_whole=False).search(target)
        if match is not None:
            # The rest may be before the name: FPN付きResNet-50.
            rest = [piece for piece in pieces[count:] if len(piece) > 1 and piece.isalpha()]
            return None if rest and all(piece.lower() in target.lower() for piece in rest) else match[0]
    return None


def _is_nearly(name: str, other: str) -> bool:
    own, their = _HEAD.match(name), _HEAD.match(other)
    if own is None or their is None:
        return False
    if own[0].lower() == their[0].lower():
        return True
    return name[own.end() :].lower().strip("-") == other[their.end() :].lower().strip("-") and (
        len(own[0]) == len(their[0])
    )


def _is_sure_name(name: str) -> bool:
    """
    Return whether a name without anything alike in the translation is one that had to stay; CO2 may become 二酸化炭素.
    """
    head = _HEAD.match(name)
    is_formula = "-" not in name and len(name) <= 5 and _FORMULA.match(name) is not None
    return head is not None and len(head[0]) >= _LONG_ENOUGH and bool(_TWO_CAPITALS.search(head[0])) and not is_formula
