"""
`merge_bot.py` merges texts and patches, leaves the rest of the text alone, and reports conflicts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import mlweekly
from tests.examples.running import SAMPLES, example

merge_bot = example("merge_bot")

BASE = (SAMPLES / "2024-09-16.en.md").read_text(encoding="utf-8")
OURS = BASE.replace("7B parameters", "32B parameters")
THEIRS = BASE.replace("Open models for writing code", "Open models that write code").replace("**Moshi**", "**Moshi 2**")


def run(folder: Path, ours: str, theirs: str, *, ours_name: str = "ours.md") -> tuple[int, str]:
    """
    Return the exit code and the merged text.
    """
    for name, text in (("base.md", BASE), (ours_name, ours), ("theirs.md", theirs)):
        (folder / name).write_text(text, encoding="utf-8", newline="")
    merged = folder / "merged.md"
    code = merge_bot.main([*(str(folder / name) for name in ("base.md", ours_name, "theirs.md")), "-o", str(merged)])
    return code, merged.read_text(encoding="utf-8") if merged.is_file() else ""


def test_changes_of_one_row_are_merged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Two people changed different words of one summary: both changes are in the text, and nothing else changes.
    """
    expected = THEIRS.replace("7B parameters", "32B parameters")

    assert run(tmp_path, OURS, THEIRS) == (0, expected)
    assert "Moshi" in capsys.readouterr().out


def test_side_can_be_a_patch(tmp_path: Path) -> None:
    """
    A change that was sent as a patch is merged like one that was made in the text.
    """
    base, ours = (mlweekly.markdown.loads_series(text) for text in (BASE, OURS))
    patch = mlweekly.json.dumps_patch(mlweekly.diff(base, ours))

    assert run(tmp_path, patch, THEIRS, ours_name="ours.json") == run(tmp_path, OURS, THEIRS)


def test_conflict_is_reported_and_left_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Both changed the same number: the text has the base's, and the comment has all three.
    """
    code, text = run(tmp_path, OURS, BASE.replace("7B parameters", "14B parameters"))

    assert (code, text) == (1, BASE)
    printed = capsys.readouterr().out
    assert "1 conflict" in printed
    assert all(number in printed for number in ("7B", "32B", "14B"))


@pytest.mark.parametrize("theirs", ["Dear reader,\n", "{"])
def test_what_cannot_be_read_is_2(tmp_path: Path, theirs: str, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A side that is no digest is told, and nothing is written.
    """
    assert run(tmp_path, OURS, theirs) == (2, "")
    assert "cannot merge: " in capsys.readouterr().err


def test_patch_that_does_not_fit_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A patch of another state of the digest is refused with its reason.
    """
    ours, theirs = (mlweekly.markdown.loads_series(text) for text in (OURS, THEIRS))
    patch = mlweekly.json.dumps_patch(mlweekly.diff(theirs, ours))

    assert run(tmp_path, patch, THEIRS, ours_name="ours.json") == (2, "")
    assert "Moshi 2" in capsys.readouterr().err
