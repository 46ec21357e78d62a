"""
`translation_desk.py` shows a translation beside its original, with what speaks against it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples.running import digests, example

translation_desk = example("translation_desk")


def review(folder: Path) -> tuple[int, str]:
    """
    Return the exit code and the page of the two samples.
    """
    output = folder / "review.html"
    names = (str(folder / "digests" / f"2024-09-16.{language}.md") for language in ("en", "ja"))
    return translation_desk.main([*names, "-o", str(output)]), output.read_text(encoding="utf-8")


def test_original_is_beside_the_translation(tmp_path: Path) -> None:
    """
    Each text has its language; where the translated edition has no original, it comes from the other edition.
    """
    path = digests(tmp_path) / "2024-09-16.ja.md"
    text = path.read_text(encoding="utf-8")
    quoted = "> Open models for writing code, in two sizes: 1.5B and 7B parameters.\n"
    assert quoted in text
    path.write_text(text.replace(quoted, ""), encoding="utf-8")
    code, page = review(tmp_path)

    assert code == 1  # a side is missing
    assert page.count("<section>") == 10
    assert '<p lang="en">On the Diagram of Thought</p><p lang="ja">' in page.replace("\n", "")
    assert '<p lang="en">Open models for writing code, in two sizes: 1.5B and 7B parameters.</p>' in page


def test_finding_is_below_its_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A number that is wrong by a power of ten is an error, on the page and in the exit code.
    """
    path = digests(tmp_path) / "2024-09-16.ja.md"
    text = path.read_text(encoding="utf-8")
    assert "70億パラメータ" in text
    path.write_text(text.replace("70億パラメータ", "700億パラメータ"), encoding="utf-8")
    code, page = review(tmp_path)
    sections = page.split("<section>")

    assert code == 1
    assert ["T502" in section for section in sections] == ["Qwen2.5-Coder" in section for section in sections]
    assert '<li class="error">T502 ' in page
    assert "T502" in capsys.readouterr().out


def test_finding_about_the_whole_issue_is_below_its_title(tmp_path: Path) -> None:
    """
    A finding about two editions as a whole is no paper's.
    """
    path = digests(tmp_path) / "2024-09-16.ja.md"
    text = path.read_text(encoding="utf-8")
    start = text.index("## Moshi")
    path.write_text(text[:start] + text[text.index("\n## ", start) + 1 :], encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("06/10 ~ 06/16", "09/16 ~ 09/22"), encoding="utf-8")
    code, page = review(tmp_path)

    assert code == 0
    assert '<li class="warning">S609 Moshi' in page.split("<section>")[0]
    assert page.count("<section>") == 9
