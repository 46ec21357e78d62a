"""
Changes of form that follow others: a piece that an earlier change wrote is changed in one step with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from mlweekly.changes import Patch, Rewritten
from mlweekly.document import Document, Span

__all__ = ["followed_by"]


def followed_by(done: Patch, step: Patch, document: Document | None) -> Patch:
    """
    Return a patch and the next step as one patch.

    Changes of form are made before all others, in the text as it is: what a step rewrites of the words that an earlier
    change of form wrote becomes one change with it.

    Args:
        done: What was done.
        step: What is done in the text that this gives.
        document: The text as it is; None where there is none, and so no form.
    """
    earlier = [each for each in done if isinstance(each, Rewritten)]
    later = [each for each in step if isinstance(each, Rewritten)]
    if document is None or not later:
        return done + step
    values = Patch(each for each in done if not isinstance(each, Rewritten))
    more = Patch(each for each in step if not isinstance(each, Rewritten))
    return Patch(_in_one_step(earlier, later, document)) + values + more


def _in_one_step(earlier: Sequence[Rewritten], later: Sequence[Rewritten], document: Document) -> list[Rewritten]:
    if not earlier:
        return list(later)
    rewritten = document.edited(Patch(earlier))
    forms, text = sorted(_placed(earlier, document), key=_start), rewritten.text
    places = sorted(_placed(later, rewritten), key=_start)
    for place, form in reversed(places):
        forms = _with(forms, form, place, document.text, text)
        text = text[: place.start] + form.after + text[place.end :]
    # A piece that is not there was written by a change of another kind; the editor says whether it is in the text too.
    return [form for _, form in forms] + [form for form in later if all(form is not each for _, each in places)]


def _start(placed: tuple[Span, Rewritten]) -> int:
    return placed[0].start


def _placed(forms: Sequence[Rewritten], document: Document) -> list[tuple[Span, Rewritten]]:
    """
    Return changes of form, each with the span that it replaces.
    """
    placed: list[tuple[Span, Rewritten]] = []
    for form in forms:
        span = document.find(form.before, form.pointer, [span for span, _ in placed])
        if span is not None:
            placed.append((span, form))
    return placed


def _with(
    forms: list[tuple[Span, Rewritten]], form: Rewritten, place: Span, text: str, rewritten: str
) -> list[tuple[Span, Rewritten]]:
    """
    Return changes of form with one more, which is at a place in the text that they give.
    """
    shifts = [0, *accumulate(len(each.after) - len(each.before) for _, each in forms)]
    start, end = place
    first = sum(
        1 for (span, each), shift in zip(forms, shifts, strict=False) if span.start + shift + len(each.after) <= start
    )
    last = sum(1 for (span, _), shift in zip(forms, shifts, strict=False) if span.start + shift < end)
    if first == last:
        span = Span(start - shifts[first], end - shifts[first])
        return [*forms[:first], (span, form), *forms[first:]]
    touched = forms[first:last]
    span = Span(min(touched[0][0].start, start - shifts[first]), max(touched[-1][0].end, end - shifts[last]))
    opening = rewritten[span.start + shifts[first] : start]
    closing = rewritten[end : span.end + shifts[last]]
    whole = Rewritten(form.pointer, before=text[slice(*span)], after=opening + form.after + closing)
    return [*forms[:first], (span, whole), *forms[last:]]
