"""
The README's first command: the sample is read, found wrong, put right and written.
"""

from __future__ import annotations

import runpy
import shutil
from datetime import date
from pathlib import Path

import pytest

import mlweekly
from mlweekly import DateRange, Issue

DOCS = Path(__file__).resolve().parents[1] / "docs"
SAMPLE = "samples/2024-09-16.ja.md"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """
    A copy of what the quick start reads, with nothing written yet.
    """
    copy = tmp_path / "docs"
    shutil.copytree(DOCS / "samples", copy / "samples")
    shutil.copy(DOCS / "quickstart.py", copy)
    return copy


def written(docs: Path) -> tuple[Issue, Issue]:
    """
    Return the issue that the JSON holds, and the one that the Markdown holds.
    """
    text = (docs / "output" / "2024-09-16.ja.md").read_text(encoding="utf-8")
    data = (docs / "output" / "2024-09-16.ja.json").read_text(encoding="utf-8")
    return mlweekly.json.loads(data), mlweekly.markdown.loads(text)


def test_the_quick_start_shows_finding_evidence_fix_and_files(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    What is printed: one finding with its place and evidence, the change, and where the files are, from the project.
    """
    runpy.run_path(str(docs / "quickstart.py"), run_name="__main__")
    printed = capsys.readouterr().out

    assert "docs/samples/2024-09-16.ja.md:1:3: D103 10 of 10 posts date from 2024-09-16 to 2024-09-20" in printed
    assert "\n1 finding: 1 error; 1 with a proposed fix\n" in printed
    assert "2024-09-18  https://x.com/i/status/1836427396959932492" in printed
    assert "2024-09  2409.12917" in printed
    assert 'to "[2024/09/16 ~ 09/22] ' in printed
    assert "docs/output/2024-09-16.ja.json\n" in printed
    assert "docs/output/2024-09-16.ja.md\n" in printed
    assert str(docs) not in printed


def test_the_quick_start_writes_the_same_corrected_issue_twice(docs: Path) -> None:
    """
    JSON and Markdown hold one value: the sample with its title and period corrected, and nothing else changed.
    """
    sample = mlweekly.markdown.loads((docs / SAMPLE).read_text(encoding="utf-8"))
    runpy.run_path(str(docs / "quickstart.py"), run_name="__main__")
    from_json, from_markdown = written(docs)

    assert from_json == from_markdown
    assert from_json.title == "[2024/09/16 ~ 09/22] 今週の主要ML論文 (Top ML Papers of the Week)"
    assert from_json.period == DateRange(date(2024, 9, 16), date(2024, 9, 22))
    assert from_json.papers == sample.papers
    assert mlweekly.validate(from_json).findings == ()


def test_the_quick_start_changes_one_line_of_the_post(docs: Path) -> None:
    """
    The sample is in the form that a post is written in, so all of its other lines come out as they were.
    """
    before = (docs / SAMPLE).read_text(encoding="utf-8").splitlines()
    runpy.run_path(str(docs / "quickstart.py"), run_name="__main__")
    after = (docs / "output" / "2024-09-16.ja.md").read_text(encoding="utf-8").splitlines()

    assert before[0] != after[0] == "# [2024/09/16 ~ 09/22] 今週の主要ML論文 (Top ML Papers of the Week)"
    assert before[1:] == after[1:]


def test_the_quick_start_may_be_run_again(docs: Path) -> None:
    """
    A second run finds the sample as it was, and writes the same files.
    """
    runpy.run_path(str(docs / "quickstart.py"), run_name="__main__")
    first = written(docs)
    runpy.run_path(str(docs / "quickstart.py"), run_name="__main__")

    assert written(docs) == first


@pytest.mark.parametrize("name", ["2024-09-16.ja.md", "2024-09-16.en.md"])
def test_samples_are_read_without_doubt(name: str) -> None:
    """
    Each sample is one issue of ten papers, of which every line has its place.
    """
    document = mlweekly.markdown.parse((DOCS / "samples" / name).read_text(encoding="utf-8"))

    assert document.problems == ()
    assert document.unplaced == ()
    assert [paper.rank for paper in document.series[0].papers] == list(range(1, 11))
