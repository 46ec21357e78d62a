"""
Editing: a patch applied in the text that a value was read from.

Every new text is read again, and none is returned that is not read as the patched value. Nothing here belongs to one
layout: whatever is read and written can be edited.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.changes import Patch, Rewritten
from mlweekly.document import DIRECTIVE
from mlweekly.errors import DecodeError, EncodeError, PatchError, Problem
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._editing._editor import Editor
from mlweekly.markdown._editing._element_sources import ElementSource, element_sources
from mlweekly.markdown._editing._forms import form_changes
from mlweekly.markdown._editing._originals import Original
from mlweekly.markdown._editing._patches import in_series
from mlweekly.markdown._editing._spelling import applied
from mlweekly.markdown._reading import Reading
from mlweekly.markdown._writing._headings import marked_as_post
from mlweekly.markdown._writing._losses import losses
from mlweekly.model import Series

__all__ = ["edited"]

_PARTS = (
    expression(r"/issues/[0-9]+/papers/[0-9]+/(?:title|summary|abstract|released|authors|links/[0-9]+)"),
    expression(r"/issues/[0-9]+/(?:papers|lead|notices|comments)/[0-9]+|/(?:lead|foot)/[0-9]+"),
    expression(r"/issues/[0-9]+"),
    expression(r""),
)
"""
What is written anew if a finer edit is not read as it should be, the smallest part first.
"""
_IN_ISSUE = expression(r"/issues/([0-9]+)/(papers|lead|notices|comments)/([0-9]+)")
_TRIES = 7


def edited(reading: Reading, patch: Patch) -> Reading:
    """
    Return the reading of the text with a patch applied in it.

    Changes of form come first, in the text as it is. What finer replacements do not show is written anew, part by part.

    Raises:
        DecodeError: The text holds no issue.
        PatchError: The patch does not fit what the text holds.
        EncodeError: The new text would not be read as the patched value.
    """
    if not patch:
        return reading
    dialect = reading.dialect
    if dialect is None or not reading.holds_series:
        raise DecodeError("the text holds no issue to edit", reading.log.problems)
    rooted = in_series(patch, reading.series)
    new = rooted.apply(reading.series)
    forms = [operation for operation in rooted if isinstance(operation, Rewritten)]
    if forms:
        reading = _in_other_form(reading, forms)
    if new == reading.series:
        return reading
    return _with_changes(reading, dialect, new, element_sources(rooted, reading.series))


def _in_other_form(reading: Reading, operations: Iterable[Rewritten]) -> Reading:
    problems: list[Problem] = []
    replacements = list(form_changes(operations, reading.document(), problems))
    if problems:
        raise PatchError("cannot apply this patch in the text", problems)
    again = reading.reread(applied(reading.text, replacements))
    problems = list(losses(reading.series, again.series, "none" if again.dialect is None else again.dialect.name))
    if problems:
        raise EncodeError("the change of form would change what the text says", problems)
    return again


def _with_changes(reading: Reading, dialect: Dialect, new: Series, sources: ElementSource) -> Reading:
    original = Original(reading, dialect)
    rewrite_at: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    for _ in range(_TRIES):
        text = applied(reading.text, Editor(original, new, sources, rewrite_at).replacements())
        again = reading.reread(text)
        if again.dialect != dialect and dialect.layout == "headings":
            again = reading.reread(marked_as_post(text))
        if again.series == new and again.holds_series:
            return again
        problems = tuple(losses(new, again.series, dialect.name)) or (Problem("", "no issue would be left to read"),)
        more = {_part_around(problem.pointer, rewrite_at) for problem in problems} - rewrite_at
        more = {
            part
            for part in more
            if _can_be_rewritten(part, original, sources) and _is_changed(part, original, sources, new)
        }
        if not more:
            break
        rewrite_at |= more
    raise EncodeError(f"the dialect {dialect.name!r} cannot show this patch, the text stays as it is", problems)


def _part_around(pointer: str, rewrite_at: frozenset[str]) -> str:
    """
    Return the smallest part around a field that is not written anew yet.
    """
    matches = (part.match(pointer) for part in _PARTS)
    return next((match[0] for match in matches if match is not None and match[0] not in rewrite_at), "")


def _is_changed(part: str, original: Original, sources: ElementSource, new: Series) -> bool:
    """
    Return whether a patch is about a part of an issue; the text of any other one stays as it is.
    """
    match = _IN_ISSUE.match(part)
    if match is None or int(match[1]) >= len(new):
        return True
    index, name, place = int(match[1]), match[2], int(match[3])
    source = sources.sequence("issues")[index]
    if source.position is None:
        return True
    old, issue = original.reading.series[source.position], new[index]
    if name != "papers":
        return bool(getattr(old, name) != getattr(issue, name))
    position = source.positions("papers")[place] if place < len(issue.papers) else None
    if position is None:
        return True
    before, after = old.papers[position], issue.papers[place]
    # Rows print their ranks; headings and items often leave them to the order.
    return (before if original.dialect.layout == "rows" else evolve(before, rank=after.rank)) != after


def _can_be_rewritten(part: str, original: Original, sources: ElementSource) -> bool:
    """
    Return whether a part can be written anew: a whole issue only if all that is in its text is in its fields.
    """
    if part.count("/") > 2 or part.startswith(("/lead", "/foot")):
        return True
    positions = sources.positions("issues")
    index = int(part.rpartition("/")[2]) if part else len(positions)
    if index < len(positions) and positions[index] is None:
        return True
    holds_more = bool(original.reading.log.leftovers) or DIRECTIVE.search(original.text) is not None
    return original.dialect.layout == "headings" and not holds_more
