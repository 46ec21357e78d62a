"""
A week before and after each of many real edits: read or reported, letter for letter.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

import pytest

from mlweekly import markdown
from tests.held_text import unheld


class Edit(TypedDict):
    """
    One edit: its kind, and the text of a week before and after it.
    """

    kind: str
    before: str
    after: str


@pytest.fixture(scope="module")
def edits(corpus: Path) -> dict[str, Edit]:
    """
    The edits, by name.
    """
    paths = sorted((corpus / "history").glob("H*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def test_every_state_is_read_or_reported(edits: dict[str, Edit]) -> None:
    """
    No letter of any state is lost: it is in a field, is frame, or is unplaced.
    """
    for name, edit in edits.items():
        for text in (edit["before"], edit["after"]):
            document = markdown.parse(text, name=name)
            assert (name, unheld(document)) == (name, [])


def test_every_state_holds_papers(edits: dict[str, Edit]) -> None:
    """
    A state that has rows has as many papers as rows that begin with a rank.
    """
    for name, edit in edits.items():
        for text in (edit["before"], edit["after"]):
            rows = [line for line in text.splitlines() if line.lstrip("| *(")[:1].isdigit() and line.startswith("|")]
            read = sum(len(issue.papers) for issue in markdown.parse(text).series)
            assert (name, read >= len(rows)) == (name, True)


def test_a_change_of_form_alone_changes_no_issue(edits: dict[str, Edit]) -> None:
    """
    Padding, headers, marks and separators are form: both sides of such an edit are equal.
    """
    pairs = {
        name: (markdown.loads_series(edit["before"]), markdown.loads_series(edit["after"]))
        for name, edit in edits.items()
        if edit["kind"] in ("format-only", "bulk-format")
    }

    assert len(pairs) == 16
    assert [name for name, (before, after) in pairs.items() if before.issues != after.issues] == []


@pytest.mark.parametrize("name", ["table.md", "three-columns.md", "bracket.zh.md", "post.ja.txt"])
def test_every_document_is_read_or_reported(corpus: Path, name: str) -> None:
    """
    The same holds of the whole documents.
    """
    assert unheld(markdown.parse((corpus / name).read_text(encoding="utf-8"))) == []
