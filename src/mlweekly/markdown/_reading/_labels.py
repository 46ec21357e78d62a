"""
Labelled lines: `**Authors:** …`, `- Code: …`, `作者：…`, and names that stand alone above what they name.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._names import field_of_name, folded_name

__all__ = ["Label", "label_at", "labels_on", "name_alone"]

# An icon before the name is no part of it: `👥 **Authors**`, `🔗 Paper: …`.
_ICON = r"(?:[^\w\s*_`\[\]()<>#|.,:;!?'\"/\\$%&+=~@{}《》「」【】^\-–—•]{1,4}[ \t]*)?"
_MARKED = expression(
    rf"{_ICON}(?P<mark>\*\*|__|\*|_|`)(?=\S)(?P<name>[^*_`\r\n]{{1,80}}?)[ \t]*"
    rf"(?:(?P<inside>[:：])[ \t]*(?P=mark)|(?P=mark)[ \t]*(?P<outside>[:：]))[ \t]*"
)
_PLAIN = expression(
    rf"(?P<icon>{_ICON})(?P<name>[^\W\d_][^:：\r\n*_`\[\]()<>|\"“]{{0,39}}?)[ \t]*[:：](?!//)(?:[ \t]+|(?=[^\s/\d])|$)"
)
_ALONE = expression(rf"{_ICON}(?P<mark>\*\*|__)(?=\S)(?P<name>[^*_`\r\n]{{1,80}}?)[ \t]*(?P=mark)[ \t]*[:：]?")
# A row of spaces is looked at from its first one alone, however long it is.
_BETWEEN = expression(r"(?:(?<![ \t])[ \t]+)?(?:[|｜·•]|<br */?>)[ \t]*(?=\S)", re.IGNORECASE)
_MARKS_BETWEEN = "|｜·•<"
_LONGEST = 40


class Label(NamedTuple):
    """
    A name, start and end of it, start and end of its value, and whether the name is marked.
    """

    name: str
    span: tuple[int, int]
    value: tuple[int, int]
    is_marked: bool

    @property
    def folded(self) -> str:
        """
        The name as names are compared.
        """
        return folded_name(self.name)

    @property
    def is_known(self) -> bool:
        """
        Whether this names a member of a paper.
        """
        return field_of_name(self.name) is not None


def label_at(text: str, start: int, end: int, habits: Collection[str] | None = ()) -> Label | None:
    """
    Return the label that a line begins with, or None.

    A marked name with a colon is a label. A plain one is, if it is known, or a habit of the document: a sentence may
    have a colon, too. None for `habits` takes every name for one.
    """
    head = text[start : min(end, start + 120)]
    if ":" not in head and "：" not in head:
        return None
    match = _MARKED.match(text, start, end)
    if match is not None:
        return Label(match["name"].strip(), match.span("name"), stripped(text, match.end(), end), is_marked=True)
    match = _PLAIN.match(text, start, end)
    if match is None or len(match["name"]) > _LONGEST:
        return None
    label = Label(match["name"].strip(), match.span("name"), stripped(text, match.end(), end), is_marked=False)
    return label if habits is None or label.is_known or label.folded in habits else None


def labels_on(text: str, label: Label, habits: Collection[str]) -> list[Label]:
    """
    Return a label and those that follow it on its line, behind bars or breaks: `**By:** … | **Date:** …`.
    """
    labels, end = [label], label.value[1]
    value = text[label.value[0] : end]
    if not any(mark in value for mark in _MARKS_BETWEEN):
        return labels
    for match in _BETWEEN.finditer(text, *label.value):
        following = label_at(text, match.end(), end, habits)
        if following is not None and (following.is_marked or following.is_known):
            last = labels[-1]
            labels[-1] = last._replace(value=stripped(text, last.value[0], match.start()))
            labels.append(following)
    return labels


def name_alone(text: str, start: int, end: int) -> Label | None:
    """
    Return the marked name that is all of a line, or None.
    """
    match = _ALONE.fullmatch(text, start, end)
    return (
        None if match is None else Label(match["name"].strip(" \t:："), match.span("name"), (end, end), is_marked=True)
    )
