"""
`check_digest.py` finds, fixes, remembers and reports, and its exit codes are those of ruff.
"""

from __future__ import annotations

import io
import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import mlweekly
from mlweekly import Report, Series
from tests.examples.running import EXAMPLES, digests, example

check_digest = example("check_digest")

FOUND = "D103 10 of 10 posts date from 2024-09-16 to 2024-09-20"
NAMES = ["digests/2024-09-16.en.md", "digests/2024-09-16.ja.md"]
TITLES = ("# [2024/06/10 ~ 06/16] ", "# [2024/09/16 ~ 09/22] ")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    The folder that the tool is run in; its digests are in `digests`.
    """
    digests(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """
    Make a text the standard input.
    """
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_exit_codes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Nothing found is 0, something is 1, and a file that cannot be checked is 2, while the others are checked.
    """
    english, japanese = NAMES
    assert check_digest.main([english]) == 0
    assert check_digest.main([english, japanese]) == 1
    assert f"{japanese}:1:3: {FOUND}" in capsys.readouterr().out
    assert check_digest.main(["--ignore", "D103, L2", japanese]) == 0
    assert check_digest.main(["--select", "L,T5", japanese]) == 0

    letter = "Dear reader,\n\nsee https://arxiv.org/abs/2409.12917\n"
    (folder / "letter.md").write_text(letter, encoding="utf-8")
    (folder / "latin.md").write_bytes("caf\xe9".encode("latin-1"))
    assert check_digest.main(["letter.md", "latin.md", "missing.md", japanese]) == 2
    captured = capsys.readouterr()
    assert FOUND in captured.out
    named = [line.split(":")[0] for line in captured.err.splitlines() if not line.startswith(" ")]
    assert named == ["letter.md", "latin.md", "missing.md"]
    assert "line 3, (root): a link to a paper, and no paper was read" in captured.err


def test_doubts_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    What was read with doubt is told beside the findings.
    """
    path = folder / "digests" / "2024-09-16.en.md"
    path.write_text(path.read_text(encoding="utf-8").replace(") - 2024", ")"), encoding="utf-8")

    assert check_digest.main(["--ignore", "D110", str(path)]) == 0
    assert capsys.readouterr().err.startswith(f"{path}:1: no year is printed, ")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments", [[], ["--format", "xml", "a.md"], ["--ignore", "Q9", "a.md"], ["--baseline", "none.txt", "a.md"]]
)
def test_wrong_argument_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """
    A wrong call is told in words, before any file is read.
    """
    with pytest.raises(SystemExit) as exit_:
        check_digest.main(arguments)

    assert exit_.value.code == 2
    assert "usage: check_digest.py" in capsys.readouterr().err


def test_fixes_are_applied_in_the_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A proposed fix is applied only on request; then one line changes, line ends stay, and nothing is left to find.
    """
    path = folder / "digests" / "2024-09-16.ja.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()

    assert check_digest.main(["--fix", str(path)]) == 1
    assert path.read_bytes() == before
    assert check_digest.main(["--fix", "--unsafe-fixes", str(path)]) == 0
    assert path.read_bytes() == before.replace(TITLES[0].encode(), TITLES[1].encode())
    assert capsys.readouterr().out.endswith("no findings\n")


def test_safe_fix_needs_no_more_than_fix(folder: Path) -> None:
    """
    A change of form is safe: a tracking parameter goes.
    """
    path = folder / "digests" / "2024-09-16.en.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("/abs/2409.12917)", "/abs/2409.12917?utm_source=x)"), encoding="utf-8")

    assert check_digest.main([str(path)]) == 1
    assert check_digest.main(["--fix", str(path)]) == 0
    assert path.read_text(encoding="utf-8") == text


def test_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A dash is standard input; where it is fixed, the text goes to standard output and the report to standard error.
    """
    text = (folder / "digests" / "2024-09-16.ja.md").read_text(encoding="utf-8")
    feed(monkeypatch, text)
    assert check_digest.main(["-"]) == 1
    assert f"stdin:1:3: {FOUND}" in capsys.readouterr().out

    feed(monkeypatch, text)
    assert check_digest.main(["--fix", "--unsafe-fixes", "-"]) == 0
    captured = capsys.readouterr()
    assert captured.out == text.replace(*TITLES)
    assert "no findings" in captured.err


def test_baseline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    What a baseline holds is not reported again, also where it moves; what is new is.
    """
    path = folder / "digests" / "2024-09-16.ja.md"
    assert check_digest.main(["--write-baseline", "known.txt", str(path)]) == 0
    (line,) = (folder / "known.txt").read_text(encoding="utf-8").splitlines()
    assert FOUND in line
    path.write_text("\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert check_digest.main(["--baseline", "known.txt", str(path)]) == 0

    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("/abs/2409.12917", "/abs/2409.12917?utm_source=x"), encoding="utf-8")
    capsys.readouterr()
    assert check_digest.main(["--baseline", "known.txt", "--write-baseline", "known.txt", str(path)]) == 0
    assert FOUND not in capsys.readouterr().out
    assert len((folder / "known.txt").read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.usefixtures("folder")
def test_json_has_a_report_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    """
    The reports are in the order of the files, also those that found nothing.
    """
    assert check_digest.main(["--format", "json", *NAMES]) == 1
    english, japanese = json.loads(capsys.readouterr().out)
    assert (english["name"], english["findings"]) == (NAMES[0], [])
    assert [finding["code"] for finding in japanese["findings"]] == ["D103"]


@pytest.mark.usefixtures("folder")
def test_sarif_is_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    """
    A log of many files has one run.
    """
    assert check_digest.main(["--format", "sarif", *NAMES]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["D103"]


@pytest.mark.usefixtures("folder")
def test_annotations_name_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    """
    GitHub shows an annotation where the finding is.
    """
    assert check_digest.main(["--format", "github", *NAMES]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"::error file={NAMES[1]},line=1,col=3")


@pytest.mark.usefixtures("folder")
def test_failure_inside_is_2() -> None:
    """
    A failure of the tool itself never looks like a finding.
    """
    command = [
        sys.executable,
        str(EXAMPLES / "check_digest.py"),
        "--write-baseline",
        "no/such/folder",
        "digests/2024-09-16.ja.md",
    ]
    run = subprocess.run(command, capture_output=True, timeout=60, check=False)

    assert run.returncode == 2
    assert b"FileNotFoundError" in run.stderr


def test_hook_and_workflow_run_the_tool(folder: Path) -> None:
    """
    The commands in the two samples are calls that the tool takes, and they find what is wrong.
    """
    (folder / "tools").mkdir()
    shutil.copy(EXAMPLES / "check_digest.py", folder / "tools")
    hooks = yaml.safe_load((EXAMPLES / "pre-commit-config.yaml").read_text(encoding="utf-8"))
    workflow = yaml.safe_load((EXAMPLES / "check-digests.yml").read_text(encoding="utf-8"))
    (hook,) = hooks["repos"][0]["hooks"]
    command = workflow["jobs"]["check"]["steps"][-1]["run"]

    for words in (shlex.split(hook["entry"]) + NAMES, shlex.split(command.replace("digests/*.md", " ".join(NAMES)))):
        assert words[:2] == ["python", "tools/check_digest.py"]
        run = subprocess.run([sys.executable, *words[1:]], capture_output=True, timeout=60, check=False)
        assert run.returncode == 1
        assert b"D103" in run.stdout


@pytest.mark.usefixtures("folder")
def test_report_is_that_of_the_library() -> None:
    """
    The tool adds nothing to what the library finds.
    """
    name = NAMES[1]
    report: Report[Series] = check_digest.check(name, mlweekly.Settings(), fix=False, unsafe=False)

    assert report == mlweekly.validate(mlweekly.markdown.parse(Path(name).read_text(encoding="utf-8"), name=name))
