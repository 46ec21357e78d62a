"""
Editing entries: issues, sources and entries that come, go and move in the form of their neighbours.
"""

from __future__ import annotations

from datetime import date

import pytest

from mlweekly import DateRange, EncodeError, Issue, Link, LinkSet, Paper, Text, markdown
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch

FIRST = """\
### 周报 (2024/05/06 - 2024/05/12)

> 译自: [https://example.org/a](https://example.org/a)

开头的话。

* * *
**1).甲** - 第一个模型。（[论文](https://example.org/1) / [代码](https://github.com/a/b)）

* * *
**2).乙** - 第二个模型。（[论文](https://example.org/2)）

* * *

"""
SECOND = """\
### 周报 (2024/05/13 - 2024/05/19)

* * *
**1).丙** - 第三个模型。（[论文](https://example.org/3)）

* * *
"""
TEXT = FIRST + SECOND
NEW = Issue(
    title="周报 (2024/05/20 - 2024/05/26)",
    period=DateRange(date(2024, 5, 20), date(2024, 5, 26)),
    language="zh",
    source="https://example.org/c",
    lead=["新的话。"],
    papers=[
        Paper(
            rank=1,
            title=Text(translations={"zh": "丁"}),
            summary=Text(translations={"zh": "第四个模型。"}),
            links=LinkSet(
                [Link("https://example.org/4", label="论文"), Link("https://x.com/a/status/4", label="推文")]
            ),
        )
    ],
)


def edited(*operations: Operation, text: str = TEXT) -> str:
    """
    Return the text with the operations made in it, read again as the patched value.
    """
    patch = Patch(operations)
    result = markdown.edit(text, patch)
    assert markdown.loads_series(result) == patch.apply(markdown.loads_series(text))
    return result


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_an_issue_comes_in_the_form_of_its_neighbour(line_end: str) -> None:
    """
    Level, source, rules, brackets and separators are those of the issue beside it, and no other line changes.
    """
    text = TEXT.replace("\n", line_end)
    block = (
        "### 周报 (2024/05/20 - 2024/05/26)\n\n> 译自: [https://example.org/c](https://example.org/c)\n\n新的话。\n\n"
        "* * *\n**1).丁** - 第四个模型。（[论文](https://example.org/4) / [推文](https://x.com/a/status/4)）\n\n"
        "* * *\n\n"
    )
    result = edited(ops.IssueAdded("/issues/0", after=NEW), text=text)
    assert result == block.replace("\n", line_end) + text


def test_an_issue_goes_with_its_lines() -> None:
    """
    What is left is the text of the others, byte by byte.
    """
    series = markdown.loads_series(TEXT)
    assert edited(ops.IssueRemoved("/issues/0", before=series[0])) == SECOND
    assert edited(ops.IssueRemoved("/issues/1", before=series[1])) == FIRST.rstrip() + "\n"


def test_an_issue_moves_as_it_is_written() -> None:
    """
    Issues change places with all that they hold.
    """
    assert edited(ops.IssueMoved("/issues/0", to=1)) == f"{SECOND}\n{FIRST.rstrip()}\n"


def test_an_added_issue_that_goes_leaves_the_text() -> None:
    """
    Its lines go as they came.
    """
    added = edited(ops.IssueAdded("/issues/1", after=NEW))
    assert edited(ops.IssueRemoved("/issues/1", before=NEW), text=added) == TEXT


def test_a_source_comes_goes_and_changes() -> None:
    """
    A source is a quote like the one beside it; a link that shows its target shows the new one.
    """
    came = edited(ops.SourceChanged("/issues/1", before=None, after="https://example.org/b"))
    heading = SECOND.splitlines(keepends=True)[0]
    quote = "> 译自: [https://example.org/b](https://example.org/b)\n"
    assert came == TEXT.replace(heading, f"{heading}\n{quote}")
    old = "https://example.org/a"
    assert edited(ops.SourceChanged("/issues/0", before=old, after="https://example.org/b")) == TEXT.replace(
        old, "https://example.org/b"
    )
    assert edited(ops.SourceChanged("/issues/0", before=old, after=None)) == TEXT.replace(
        f"> 译自: [{old}]({old})\n\n", ""
    )


def test_a_title_comes_and_goes_where_it_can() -> None:
    """
    The first issue needs no heading, every other one does.
    """
    bare = FIRST[FIRST.index(">") :]
    assert edited(ops.IssueRetitled("/issues/0", before=None, after="周报"), text=bare) == f"## 周报\n\n{bare}"
    titled = f"## 周报\n\n{bare}"
    assert edited(ops.IssueRetitled("/issues/0", before="周报", after=None), text=titled) == bare


def test_a_first_entry_is_like_those_of_the_issue_beside_it() -> None:
    """
    An issue whose only entry went gets one again.
    """
    paper = markdown.loads_series(TEXT)[1].papers[0]
    without = edited(ops.PaperRemoved("/issues/1/papers/0", before=paper))
    again = edited(ops.PaperAdded("/issues/1/papers/0", after=paper), text=without)
    assert "**1).丙** - 第三个模型。（[论文](https://example.org/3)）\n" in again


@pytest.mark.parametrize(
    ("operation", "pointer", "message"),
    [
        (ops.PublishedChanged("/issues/0", before=None, after=date(2024, 5, 6)), "/issues/0/published", "day of publ"),
        (ops.ParagraphAdded("/issues/0/comments/0", after="a"), "/issues/0/comments/0", "comments"),
        (ops.SeriesRetitled("", before=None, after="a"), "/title", "cannot hold this title"),
        (
            ops.IssueAdded("/issues/1", after=Issue(language="zh", lead=["无题。"])),
            "/issues/2",
            "cannot hold this issue",
        ),
    ],
)
def test_what_entries_cannot_show_is_listed(operation: Operation, pointer: str, message: str) -> None:
    """
    A second issue without a heading, comments, a day and a title of the series have no place.
    """
    with pytest.raises(EncodeError, match=message) as error:
        markdown.edit(TEXT, Patch([operation]))
    assert pointer in [problem.pointer for problem in error.value.problems]
    assert "object at" not in str(error.value)
