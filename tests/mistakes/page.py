"""
The page of the documentation about mistakes; `python -m tests.mistakes.page` writes it.
"""

from __future__ import annotations

from pathlib import Path

from tests.mistakes import MISTAKES, Mistake

PAGE = Path(__file__).resolve().parents[2] / "docs" / "mistakes.md"
INTRODUCTION = """\
# Common mistakes

A message says what was expected, what came, and what to call instead. A constructor and `Settings` raise `ModelError`,
a text that cannot be read is a `DecodeError`, and an argument of a wrong class is a `TypeError`. A misspelt word gets a
"did you mean".

Each call below is run by the tests. `text` is the text of a digest, `path` its file, `file` that file opened, `data`
parsed JSON, `document` what `mlweekly.markdown.parse` returned, and `many` a series of two issues.
"""


def page() -> str:
    """
    Return the page.
    """
    return "\n".join([INTRODUCTION, *(_section(title, mistakes) for title, mistakes in MISTAKES.items())])


def _section(title: str, mistakes: tuple[Mistake, ...]) -> str:
    rows = [_row(mistake) for mistake in mistakes if mistake.before is not None]
    return "\n".join([f"## {title}", "", "| Call | Error | Before | Now |", "|---|---|---|---|", *rows, ""])


def _row(mistake: Mistake) -> str:
    error = mistake.made()
    now = "" if error is None else str(error)
    cells = (_code(mistake.call), _code(type(error).__name__), _code(mistake.before or ""), _code(now))
    return f"| {' | '.join(cells)} |"


def _code(words: str) -> str:
    lines = (line.strip().replace("|", r"\|") for line in words.splitlines())
    return "<br>".join(f"`` {line} ``" if "`" in line else f"`{line}`" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
