"""
Real edits as patches: the laws hold, and what changed only in form is no change.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import jsonpatch
import pytest

import mlweekly
from mlweekly import Issue, PatchError, Series
from mlweekly.changes import LinkAdded, Patch, diff


def series_pairs(corpus: Path, *kinds: str) -> Iterator[tuple[str, Series, Series]]:
    """
    Yield the name and both sides of each edit of these kinds, or of each edit.
    """
    for path in sorted((corpus / "history").glob("H*.json")):
        edit = json.loads(path.read_text(encoding="utf-8"))
        if not kinds or edit["kind"] in kinds:
            sides = (mlweekly.markdown.loads_series(edit[side]) for side in ("before", "after"))
            old, new = sides
            yield path.stem, old, new


def test_a_patch_makes_the_state_after_a_real_edit(corpus: Path) -> None:
    """
    For every pair: apply, inverse, composition, JSON and RFC 6902.
    """
    for name, old, new in series_pairs(corpus):
        patch = diff(old, new)

        assert patch.apply(old) == new, name
        assert patch.inverse().apply(new) == old, name
        assert patch + patch.inverse() == Patch(), name
        assert mlweekly.json.loads_patch(mlweekly.json.dumps_patch(patch)) == patch, name
        made = jsonpatch.apply_patch(mlweekly.json.to_data(old), patch.to_json_patch())
        assert made == mlweekly.json.to_data(new), name


def test_a_change_of_form_alone_is_no_change(corpus: Path) -> None:
    """
    Padding, headers, marks and separators change no issue, so the patch is empty.
    """
    pairs = list(series_pairs(corpus, "format-only", "bulk-format"))

    assert len(pairs) == 16
    assert [name for name, old, new in pairs if diff(old, new)] == []


def test_a_corrected_heading_is_two_operations(corpus: Path) -> None:
    """
    A heading that was corrected changes the title and the period that it prints, and nothing else.
    """
    for name, old, new in series_pairs(corpus, "template-mistake", "heading-fix"):
        assert {operation.MEMBER for operation in diff(old, new)} <= {"title", "period"}, name


def test_patches_are_no_longer_than_those_of_jsonpatch(corpus: Path) -> None:
    """
    Over all pairs there are no more operations than another library needs for the same JSON.
    """
    pairs = list(series_pairs(corpus))
    ours = sum(len(diff(old, new)) for _, old, new in pairs)
    theirs = sum(
        len(jsonpatch.make_patch(mlweekly.json.to_data(old), mlweekly.json.to_data(new)).patch) for _, old, new in pairs
    )

    assert ours <= theirs


def test_a_patch_refuses_another_week(corpus: Path) -> None:
    """
    What a patch expects does not stand in a week without papers; nothing is made then.
    """
    for name, old, new in series_pairs(corpus):
        patch = diff(old, new)
        if patch:
            with pytest.raises(PatchError, match="expected"):
                patch.apply(Series([Issue(title=name)]))


@pytest.fixture(scope="module")
def editions(corpus: Path) -> tuple[Issue, Issue]:
    """
    The Japanese and the English edition of one week.
    """
    japanese = mlweekly.markdown.loads((corpus / "post.ja.txt").read_text(encoding="utf-8"))
    english = mlweekly.markdown.loads_series((corpus / "table.md").read_text(encoding="utf-8")).on(date(2024, 9, 18))
    assert english is not None
    return japanese, english


def test_editions_differ_where_both_can_speak(editions: tuple[Issue, Issue]) -> None:
    """
    A paper link is missing, and a post link differs; short titles, labels and translations are no change.
    """
    japanese, english = editions
    patch = mlweekly.diff_editions(japanese, english)
    added, retargeted = sorted(patch, key=lambda operation: operation.pointer)

    assert isinstance(added, LinkAdded)
    assert str(added) == "paper link added to Moshi: https://kyutai.org/Moshi.pdf"
    assert retargeted.place == "/papers/6/links/1/url"
    assert len(mlweekly.diff_editions(english, japanese)) == 2
    assert mlweekly.diff_editions(patch.apply(japanese), english) == Patch()
