"""
The merge driver of the docs in a repository of its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

DRIVER = Path(__file__).resolve().parents[1] / "docs" / "examples" / "merge_driver.py"
TABLE = """\
## Top ML Papers of the Week (September 16 - September 22) - 2024
| **Paper**  | **Links** |
| ---------- | --------- |
| 1) **Moshi** - A model that listens while it speaks.   | [Paper](https://arxiv.org/abs/2410.00037) |
"""


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """
    Run a command of git in a folder, whatever the user's own settings are.
    """
    settings = ("user.name=Nobody", "user.email=nobody@example.org", "commit.gpgsign=false", "core.autocrlf=false")
    options = [option for each in settings for option in ("-c", each)]
    return subprocess.run(["git", *options, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def branches(folder: Path, base: str, ours: str, theirs: str) -> Path:
    """
    Make a repository with the driver and two branches of one file, and merge them; return the file.
    """
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "merge.mlweekly.driver", f'"{sys.executable}" "{DRIVER}" %O %A %B %L %P')
    (folder / ".gitattributes").write_text("README.md merge=mlweekly\n")
    file = folder / "README.md"
    for name, text, start in (("main", base, "main"), ("theirs", theirs, "main"), ("ours", ours, "main")):
        git(folder, "checkout", "--quiet", "-b", name, start)
        file.write_bytes(text.encode())
        git(folder, "add", "--all")
        assert git(folder, "commit", "--quiet", "--message", name).returncode == 0
    return file


def test_two_branches_that_edit_one_row(tmp_path: Path) -> None:
    """
    The merge is clean with the driver, and a conflict without it.
    """
    ours, theirs = TABLE.replace("A model", "A speech model"), TABLE.replace("it speaks", "it talks")
    file = branches(tmp_path, TABLE, ours, theirs)

    assert git(tmp_path, "merge", "--no-edit", "theirs").returncode == 0
    assert file.read_text() == ours.replace("it speaks", "it talks")

    git(tmp_path, "reset", "--hard", "HEAD~1")
    (tmp_path / ".gitattributes").unlink()
    git(tmp_path, "commit", "--all", "--message", "without the driver")
    assert git(tmp_path, "merge", "--no-edit", "theirs").returncode == 1


def test_a_contradiction_is_a_conflict_of_git(tmp_path: Path) -> None:
    """
    Git knows that the file is in conflict, and the driver says which field is.
    """
    ours, theirs = TABLE.replace("A model", "A speech model"), TABLE.replace("A model", "A small model")
    file = branches(tmp_path, TABLE, ours, theirs)
    done = git(tmp_path, "merge", "--no-edit", "theirs")

    assert done.returncode == 1
    assert "README.md: line 4: /issues/0/papers/0/summary/original: both sides changed it" in done.stderr + done.stdout
    assert git(tmp_path, "ls-files", "--unmerged").stdout.count("README.md") == 3
    assert file.read_text().count("<<<<<<< ours\n") == 1


@pytest.mark.parametrize("theirs", ["# Hello\n", "Hello\nyou\n"])
def test_a_file_that_is_no_digest_is_left_to_git(tmp_path: Path, theirs: str) -> None:
    """
    It is merged line by line.
    """
    file = branches(tmp_path, "Hello\n", "Hello\n\n\n\nall\n", theirs)
    done = git(tmp_path, "merge", "--no-edit", "theirs")

    assert "README.md is merged line by line: cannot merge: no issue in the text of base, ours, theirs" in done.stderr
    assert done.returncode == ("<<<<<<<" in file.read_text())


def test_the_driver_is_short() -> None:
    """
    It is a file to copy.
    """
    assert len(DRIVER.read_text().splitlines()) <= 25
