"""
Editing posts as people write them: their levels, bullets, blanks and forms of links stay.
"""

from __future__ import annotations

import pytest

from mlweekly import Abstract, Issue, Link, LinkSet, Paper, Text, markdown
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch

POST = """\
# [2024/09/16 ~ 09/22] Digest

- Lead.


### Moshi
#### Summary
A *model*.
#### Further reading
* https://example.org/a


### DoT
#### Summary
Thoughts.
#### Further reading
* <https://example.org/b>
* [words](https://example.org/c)

***

### Third
"""
P = "/issues/0/papers"


def edited(*operations: Operation, text: str = POST) -> str:
    """
    Return the text with the operations made in it, read again as the patched value.
    """
    patch = Patch(operations)
    result = markdown.edit(text, patch)
    assert markdown.loads_series(result) == patch.apply(markdown.loads_series(text))
    return result


def test_a_new_paper_has_the_levels_and_bullets_of_the_others() -> None:
    """
    Papers of the third level stay papers: a heading of the second one would be read as a title.
    """
    paper = Paper(rank=1, title=Text("New"), summary=Text("Words."), links=LinkSet([Link("https://example.org/n")]))
    block = "### New\n\n#### Summary\n\nWords.\n\n#### Further reading\n\n* https://example.org/n\n"
    assert edited(ops.PaperAdded(f"{P}/0", after=paper)) == POST.replace("- Lead.\n", f"- Lead.\n\n{block}")


def test_a_new_issue_has_the_levels_of_the_others() -> None:
    """
    No line of the issue that there is changes.
    """
    issue = Issue(title="Next", language="en", papers=[Paper(rank=1, title=Text("A"), summary=Text("B."))])
    assert edited(ops.IssueAdded("/issues/1", after=issue)) == f"{POST}\n# Next\n\n### A\n\n#### Summary\n\nB.\n"


def test_a_first_section_stands_below_its_paper() -> None:
    """
    A paper without sections gets them on the level that the others have.
    """
    result = edited(ops.TextAdded(f"{P}/2/abstract", after=Abstract("Words.")))
    assert result == f"{POST.rstrip()}\n\n#### Abstract\n\nWords.\n"


def test_links_keep_their_brackets() -> None:
    """
    A link in angle brackets stays in them, and one that shows words goes on showing them.
    """
    retargeted = (
        ops.LinkRetargeted(f"{P}/1/links/0", before="https://example.org/b", after="https://example.org/d"),
        ops.LinkRetargeted(f"{P}/1/links/1", before="https://example.org/c", after="https://example.org/e"),
    )
    assert edited(*retargeted) == POST.replace("org/b", "org/d").replace("org/c", "org/e")


def test_a_new_link_is_bare_where_links_are() -> None:
    """
    Where no bullet stands before a link, none is written.
    """
    text = POST.replace("* https", "https").replace("* <https://example.org/b>\n* [words](https://example.org/c)\n", "")
    result = edited(ops.LinkAdded(f"{P}/0/links/1", after=Link("https://example.org/n")), text=text)
    assert result == text.replace("https://example.org/a\n", "https://example.org/a\nhttps://example.org/n\n")


def test_a_rule_between_papers_stays() -> None:
    """
    A rule is frame, and not part of the paper before it.
    """
    paper = markdown.loads_series(POST)[0].papers[1]
    result = edited(ops.PaperRemoved(f"{P}/1", before=paper))
    assert result == POST[: POST.index("\n\n### DoT")] + POST[POST.index("\n***") :]


@pytest.mark.parametrize("line_end", ["  \n", "\t\r\n"])
def test_blanks_that_end_lines_stay(line_end: str) -> None:
    """
    A change inside a paper leaves the blanks at the end of all other lines, and all other papers.
    """
    text = POST.replace("\n", line_end)
    before = str(markdown.loads_series(text)[0].papers[1].summary)
    result = edited(ops.TextReworded(f"{P}/1/summary", before=before, after="Graphs."), text=text)
    assert result.splitlines()[14].rstrip() == "Graphs."
    lines, new = text.splitlines(keepends=True), result.splitlines(keepends=True)
    assert [*new[:14], *new[15:]] == [*lines[:14], *lines[15:]]


def test_a_title_with_a_backslash_is_carried_whole() -> None:
    """
    An escape is one piece: none of its characters is taken for another escape's.
    """
    text = POST.replace("### Moshi", "### Moshi / M")
    before = str(markdown.loads_series(text)[0].papers[0].title)
    result = edited(ops.PaperRetitled(f"{P}/0/title", before=before, after="a|b \\| c"), text=text)
    assert result == POST.replace("### Moshi", "### a|b \\\\| c")


def test_a_comment_to_validation_stays() -> None:
    """
    A section that goes leaves the comment that stands in it, for no field holds that.
    """
    comment = "<!-- mlweekly: ignore L206 because it is late -->\n"
    text = POST.replace("* https://example.org/a\n", f"* https://example.org/a\n{comment}")
    link = markdown.loads_series(text)[0].papers[0].links[0]
    result = edited(ops.LinkRemoved(f"{P}/0/links/0", before=link), text=text)
    assert result.count(comment) == 1
    assert "org/a" not in result
