"""
Ordinary texts, which are no digests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mlweekly import DecodeError, markdown
from tests.not_digests import not_digests

_ROOT = Path(__file__).parents[2]
_TEXTS = dict(not_digests())
_OWN = sorted(path for path in (*_ROOT.glob("*.md"), *_ROOT.glob("docs/**/*.md")) if "samples" not in path.parts)


@pytest.mark.parametrize("text", _TEXTS.values(), ids=_TEXTS)
def test_ordinary_texts_hold_no_issue(text: str) -> None:
    """
    READMEs, change logs, pages of documentation, mails, programs, notes and lists of things are no digests.
    """
    document = markdown.parse(text)
    assert (document.dialect, len(document.series)) == (None, 0)


@pytest.mark.parametrize("text", [text for text in _TEXTS.values() if "://arxiv.org" in text])
def test_links_to_papers_are_noticed(text: str) -> None:
    """
    Where a text has links to papers and none was read, a problem says so, and strict reading refuses the text.
    """
    assert "no-paper-read" in {problem.kind for problem in markdown.parse(text).problems}
    with pytest.raises(DecodeError, match="no paper was read"):
        markdown.loads(text, strict=True)


@pytest.mark.parametrize("text", [text for name, text in _TEXTS.items() if name.startswith("HTML")])
def test_html_is_named(text: str) -> None:
    """
    A page of HTML has a problem that says what it is.
    """
    assert "html" in {problem.kind for problem in markdown.parse(text).problems}


def test_an_issue_without_its_papers_is_refused_if_strict() -> None:
    """
    An issue whose paragraphs link to papers is read, but not by strict reading, since no paper was read from it.
    """
    text = (
        "# Papers of the week (May 6 - May 12, 2024)\n\nWe liked [this one](https://arxiv.org/abs/2401.00001) most.\n"
    )
    assert markdown.loads(text).papers == ()
    with pytest.raises(DecodeError, match="no paper was read"):
        markdown.loads(text, strict=True)
    with pytest.raises(DecodeError, match="no paper was read"):
        markdown.loads_series(text, dialect="list", strict=True)


@pytest.mark.parametrize("path", _OWN, ids=[str(path.relative_to(_ROOT)) for path in _OWN])
def test_own_pages_hold_no_issue(path: Path) -> None:
    """
    The pages of this project speak about digests and are none.
    """
    assert markdown.parse(path.read_text(encoding="utf-8")).dialect is None
