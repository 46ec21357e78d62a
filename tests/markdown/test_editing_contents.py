"""
Editing contents lists: entries under the headings of their groups.
"""

from __future__ import annotations

import pytest

from mlweekly import ContentsEntry, EncodeError, markdown
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch

LIST = """\
### 2024
* [May](./#may)
* [April](./#april)

### 2023
* [December](./#december)
"""
TABLE = """
## Week (May 6 - May 12) - 2024
| Paper | Links |
|---|---|
| 1) **A** - b. | [Paper](https://example.org/a) |
"""


def edited(operation: Operation, contents: str = LIST) -> str:
    """
    Return the contents list after an operation; what stands behind it is as it was.
    """
    text, patch = contents + TABLE, Patch([operation])
    result = markdown.edit(text, patch)
    assert markdown.loads_series(result) == patch.apply(markdown.loads_series(text))
    assert result.endswith(TABLE)
    return result.removesuffix(TABLE)


def test_a_new_group_gets_a_heading_like_the_others() -> None:
    """
    An entry of a group that there is not comes with a heading.
    """
    result = edited(ops.ContentsAdded("/contents/3", after=ContentsEntry("June", "./#june", "2022")))
    assert result == f"{LIST}\n### 2022\n* [June](./#june)\n"


def test_a_group_inside_another_parts_it() -> None:
    """
    The entries behind it stand under the heading of their own group again.
    """
    result = edited(ops.ContentsAdded("/contents/1", after=ContentsEntry("June", "./#june", "2022")))
    assert result == LIST.replace("* [April]", "\n### 2022\n* [June](./#june)\n\n### 2024\n* [April]")


def test_an_entry_changes_its_group() -> None:
    """
    It stands under the heading of the other group, and the other entries stay.
    """
    result = edited(ops.ContentsRegrouped("/contents/1", before="2024", after="2023"))
    assert result == LIST.replace("* [April](./#april)\n\n### 2023\n", "\n### 2023\n* [April](./#april)\n")


def test_an_entry_keeps_its_group_where_it_moves() -> None:
    """
    Behind another group it gets its heading once more.
    """
    result = edited(ops.ContentsMoved("/contents/0", to=2))
    assert result == LIST.replace("* [May](./#may)\n", "") + "\n### 2024\n* [May](./#may)\n"


def test_an_entry_of_no_group_behind_one_is_refused() -> None:
    """
    Nothing ends a group but the next one.
    """
    patch = Patch([ops.ContentsRegrouped("/contents/1", before="2024", after=None)])
    with pytest.raises(EncodeError, match="'2024' would be read"):
        markdown.edit(LIST + TABLE, patch)


def test_other_lines_between_the_entries_stay() -> None:
    """
    A paragraph between entries belongs to the lead, and is not touched.
    """
    contents = LIST.replace("### 2023", "Words.\n\n### 2023")
    result = edited(ops.ContentsRegrouped("/contents/1", before="2024", after="2023"), contents)
    assert result == contents.replace("* [April](./#april)\n", "").replace("2023\n", "2023\n* [April](./#april)\n")
