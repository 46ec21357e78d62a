"""
Reference links: the target stands in a definition anywhere in the text, which is then structure.
"""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import mlweekly
from mlweekly import Link, markdown
from mlweekly import changes as ops
from mlweekly.changes import Patch

P, C = "https://arxiv.org/abs/2409.12917", "https://github.com/kyutai-labs/moshi"
DOCUMENTS = {
    "table": "## Week (May 6 - May 12) - 2024\n| **Paper** | **Links** |\n|---|---|\n| 1) **A** - b | {links} |\n",
    "columns": "| Paper | Release Date | Links |\n|---|---|---|\n| (1) **A** - b | 2024-09-20 | {links} |\n",
    "bracket": "## [2024/09/16 ~ 09/22]\n\n**1). A** - b ({links})\n\n**2). B** - c\n",
    "post": "# [2024/09/16 ~ 09/22]\n\n## A\n\n### Summary\n\nb\n\n### Paper\n\n- {links}\n",
    "plain": "[2024/09/16 ~ 09/22]\nA\nSummary\nb\nPaper\n{links}\n",
}
DEFINITIONS = f"[paper]: {P}\n[the  Code]: <{C}>\n"


@pytest.mark.parametrize("place", ["above", "below"])
@pytest.mark.parametrize(
    "links", ["[Paper] [Code][the code]", "[Paper][] [Code][The Code]", "[Paper][PAPER], [Code][the\tcode]"]
)
@pytest.mark.parametrize("dialect", DOCUMENTS)
def test_a_reference_is_a_link_in_every_dialect(dialect: str, links: str, place: str) -> None:
    """
    Full, collapsed and shortcut references are links; their definitions are in no field, and not left over.
    """
    text = DOCUMENTS[dialect].format(links=links)
    text = f"{DEFINITIONS}\n{text}" if place == "above" else f"{text}\n{DEFINITIONS}"
    rendered: list[Token] = MarkdownIt("commonmark").parse(f"{links}\n\n{DEFINITIONS}")
    hrefs = [child.attrGet("href") for child in rendered[1].children or () if child.type == "link_open"]
    document = markdown.parse(text, dialect=dialect)
    (issue,) = document.series.issues
    assert [link.url for link in issue.papers[0].links] == hrefs == [P, C]
    assert [link.label for link in issue.papers[0].links] == ["Paper", "Code"]
    assert (document.unplaced, document.problems and document.problems[0].kind) in (((), ()), ((), None))
    assert (issue.lead, issue.notices, document.series.lead, document.series.foot) == ((), (), (), ())
    assert str(issue.papers[0].summary) == "b"


@pytest.mark.parametrize("dialect", ["table", "bracket"])
def test_an_edit_keeps_references_that_it_does_not_change(dialect: str) -> None:
    """
    A new target takes the place of the reference, and a definition stays as long as anything refers to it.
    """
    text = DOCUMENTS[dialect].format(links="[Paper][paper] [Code][the code]") + f"\n{DEFINITIONS}"
    pointer = "/issues/0/papers/0/links"
    patch = Patch([ops.LinkRetargeted(f"{pointer}/1", before=C, after="https://github.com/a/b")])
    edited = markdown.edit(text, patch)
    assert markdown.loads_series(edited) == patch.apply(markdown.loads_series(text))
    assert "[Paper][paper]" in edited
    assert f"[paper]: {P}\n" in edited
    added = Patch([ops.LinkAdded(f"{pointer}/2", after=Link("https://example.org/blog"))])
    assert markdown.loads_series(markdown.edit(text, added)) == added.apply(markdown.loads_series(text))


@pytest.mark.parametrize("dialect", DOCUMENTS)
def test_a_definition_that_no_link_refers_to_is_left_over(dialect: str) -> None:
    """
    So is one that only a summary refers to: its target is in no field.
    """
    text = DOCUMENTS[dialect].format(links=P).replace("b", "b [x][p]", 1)
    document = markdown.parse(f"{text}\n[p]: {C}\n\n[other]: {C}\n", dialect=dialect)
    assert [words for _, words in document.unplaced] == [f"[p]: {C}", f"[other]: {C}"]
    assert [link.url for link in document.series[0].papers[0].links] == [P]


def test_the_title_of_a_definition_is_left_over() -> None:
    """
    No field holds it.
    """
    text = DOCUMENTS["table"].format(links="[Paper][p]")
    for title in ('"annex"', "'annex'", "(annex)"):
        document = markdown.parse(f"{text}\n[p]: {P} {title}\n[p]: {C}\n")
        assert [link.url for link in document.series[0].papers[0].links] == [P]
        assert [words for _, words in document.unplaced] == ["annex"]


@pytest.mark.parametrize("links", ["[Paper][none]", "[Paper][]", "[Paper]"])
def test_a_reference_without_a_definition_is_left_over(links: str) -> None:
    """
    It is no link, and validation says that it has no target.
    """
    document = markdown.parse(DOCUMENTS["table"].format(links=f"[Tweet]({C}), {links}"))
    assert [words for _, words in document.unplaced] == [links]
    assert [each.code for each in mlweekly.validate(document, select=["L220"]).findings] == ["L220"]


@pytest.mark.parametrize(
    "text",
    [
        DOCUMENTS["table"].format(links=f"[Paper]({P}) [^1]") + "\n[^1]: As of today.\n",
        DOCUMENTS["table"].format(links=f"[Paper]({P})[^a], [^b]"),
        DOCUMENTS["post"].format(links=f"{P} [^1]") + "\n[^1]: As of today.\n",
        DOCUMENTS["post"].format(links=P) + '\n[quote="a, post:1"]\n[/quote]\n',
        DOCUMENTS["post"].format(links=P) + "\n[quote]\n[/quote]\n",
        DOCUMENTS["table"].format(links="[Paper][paper]") + f"\n{DEFINITIONS}",
    ],
)
def test_marks_of_pages_are_no_links_without_target(text: str) -> None:
    """
    Footnotes, the tags of forums and references with a definition are not found by the rules for broken links.
    """
    document = markdown.parse(text)
    assert [link.url for link in document.series[0].papers[0].links] == [P]
    assert [each.code for each in mlweekly.validate(document, select=["L201", "L215", "L220"]).findings] == []
