"""
Merging texts: lines and words are merged as they are written, and what then says something else is edited by field.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mlweekly.changes import Merged, Patch, diff, merge
from mlweekly.errors import DecodeError, EncodeError
from mlweekly.markdown._editing import edited
from mlweekly.markdown._editing._originals import Original
from mlweekly.markdown._merged import MergedText
from mlweekly.markdown._merging._blocks import marked
from mlweekly.markdown._merging._pieces import Choice, MarkedText, Piece, Which, contradictions, pieces_of, text_of
from mlweekly.markdown._merging._places import lines_of_conflicts, outcomes_of, spans_of_conflicts
from mlweekly.markdown._reading import Reading
from mlweekly.model import Series

__all__ = ["merged_texts"]


def merged_texts(base: Reading, ours: Reading, theirs: Reading, labels: tuple[str, str]) -> MergedText:
    """
    Return the merge of three texts as they were read.

    There are three outcomes: with all conflicts decided for our side, for theirs, and for neither. Each is read as the
    value that is decided so; where the first two differ, there is a conflict, and everywhere else is the merged text.

    Raises:
        DecodeError: A text holds no issue.
    """
    _require_issues({"base": base, "ours": ours, "theirs": theirs})
    values = merge(base.series, ours=ours.series, theirs=theirs.series)
    sides = [values.resolve_all(side).value for side in ("ours", "theirs")] if values.conflicts else [values.value] * 2
    decided = [values.value, *sides]
    texts = (_marked_text(base, values), _marked_text(ours), _marked_text(theirs))
    for pieces in _attempts(*texts):
        outcomes = _outcomes(pieces, decided, base)
        if outcomes is not None:
            return _merged_text(outcomes, values, labels)
    pieces = list(contradictions(base.text, ours.text, theirs.text))
    return _merged_text([base.reread(text_of(pieces, which)) for which in _WHICH], values, labels)


_WHICH: tuple[Which, Which, Which] = ("base", "ours", "theirs")


def _require_issues(readings: dict[str, Reading]) -> None:
    unreadable = [name for name, reading in readings.items() if not reading.holds_series]
    if unreadable:
        problems = [problem for name in unreadable for problem in readings[name].document().problems]
        raise DecodeError(f"cannot merge: no issue in the text of {', '.join(unreadable)}", problems)


def _marked_text(reading: Reading, values: Merged[Series] | None = None) -> MarkedText:
    kept = [] if reading.dialect is None else Original(reading, reading.dialect).kept
    decided = [] if values is None else spans_of_conflicts(values.conflicts, reading.document())
    return MarkedText(reading.text, decided, kept)


def _attempts(base: MarkedText, ours: MarkedText, theirs: MarkedText) -> Iterator[Sequence[Piece]]:
    """
    Yield the texts to start from, the one that keeps most of both sides first.

    A side alone keeps nothing of the other side's form, so it is the last resort, for a text that is in another form on
    one side; it must not lose what fits no field.
    """
    yield list(pieces_of(base, ours, theirs, "words"))
    yield list(pieces_of(base, ours, theirs, "lines"))
    kept = [Counter(each.kept_in(0, len(each.text))) for each in (base, ours, theirs)]
    if kept[2] in kept[:2]:
        yield [ours.text]
    if kept[1] in (kept[0], kept[2]):
        yield [theirs.text]


def _outcomes(pieces: Sequence[Piece], decided: Sequence[Series], base: Reading) -> list[Reading] | None:
    """
    Return the three outcomes, of the base first; None if the dialect cannot show one of them.
    """
    if decided[0] is decided[1] and not any(isinstance(piece, Choice) for piece in pieces):
        outcome = _outcome(pieces, "ours", decided[0], base)
        return None if outcome is None else [outcome] * 3
    found: list[Reading] = []
    for which, value in zip(_WHICH, decided, strict=True):
        outcome = _outcome(pieces, which, value, base)
        if outcome is None:
            return None
        found.append(outcome)
    return found


def _outcome(pieces: Sequence[Piece], which: Which, value: Series, base: Reading) -> Reading | None:
    """
    Return the reading of the text, edited until it is read as the value.
    """
    starts = _starts(pieces, which, value, base)
    start = min(starts, key=lambda pair: len(pair[1]), default=None)
    try:
        return None if start is None else edited(*start)
    except EncodeError:
        return None


def _starts(pieces: Sequence[Piece], which: Which, value: Series, base: Reading) -> Iterator[tuple[Reading, Patch]]:
    """
    Yield the texts to edit, each with what is to change in it, as far as one in which nothing is.

    The value has what both sides insert at one place in an order of its own, to which each paper would have to move.
    """
    for text in dict.fromkeys(text_of(pieces, which, theirs_first=theirs_first) for theirs_first in (False, True)):
        reading = base.reread(text)
        if reading.holds_series:
            patch = diff(reading.series, value)
            yield reading, patch
            if not patch:
                return


def _merged_text(outcomes: Sequence[Reading], values: Merged[Series], labels: tuple[str, str]) -> MergedText:
    if outcomes[1].text == outcomes[2].text:
        return MergedText(outcomes[1].text, (), values)
    documents = [each.document() for each in outcomes]
    fields = lines_of_conflicts(values, documents[0])
    return MergedText(*marked(outcomes_of(documents, values.conflicts), labels, fields), values)
