"""
Comments that speak to validation are no part of a digest, in any dialect.
"""

from __future__ import annotations

from contextlib import nullcontext, suppress

import attrs
import pytest

import mlweekly
from mlweekly import EncodeError
from mlweekly.changes import LinkAdded, LinkRetargeted, PaperRetitled, Patch, TextReworded
from mlweekly.document import DIRECTIVE
from mlweekly.model import Link

COMMENT = "<!-- mlweekly: ignore L206 because the pick is late -->"

TABLE = """\
## Papers of the Week (September 16 - September 22) - 2024

| **Paper** | **Links** |
|---|---|
| 1) **Moshi** - hums | [Paper](https://arxiv.org/abs/2410.00037), [Tweet](https://x.com/a/status/1836427396959932492) |
| 2) **SCoRe** - corrects itself | [Paper](https://arxiv.org/abs/2409.12917) |
"""
POST = """\
# [2024/09/16 ~ 09/22] Papers of the Week

Some words ahead.

## Moshi

### Summary

It talks and listens.

### Paper

https://arxiv.org/abs/2410.00037

### Further reading

https://x.com/a/status/1836427396959932492

## SCoRe

### Summary

It corrects itself.

### Paper

https://arxiv.org/abs/2409.12917

## Source

https://example.com/digest
"""
PLAIN = "\n".join(line.lstrip("# ") for line in POST.splitlines() if line) + "\n"
BRACKET = """\
## Papers of the Week (September 16 - September 22) - 2024

**1). Moshi** - talks and listens. ([Paper](https://arxiv.org/abs/2410.00037) | [Tweet](https://x.com/a/status/1836427396959932492))

**2). SCoRe** - corrects itself. ([Paper](https://arxiv.org/abs/2409.12917))
"""
TEXTS = {"table": TABLE, "post": POST, "plain": PLAIN, "bracket": BRACKET}
PLACES = [(name, number) for name, text in TEXTS.items() for number in range(len(text.splitlines()) + 1)]


def with_line(text: str, number: int, line: str) -> str:
    """
    Return the text with a line more.
    """
    lines = text.splitlines()
    return "\n".join([*lines[:number], line, *lines[number:]]) + "\n"


@pytest.mark.parametrize("name", TEXTS)
def test_texts_without_a_comment_are_read(name: str) -> None:
    """
    What the comments are put into is read whole.
    """
    document = mlweekly.markdown.parse(TEXTS[name])

    assert (document.dialect, document.unplaced, document.problems) == (name, (), ())
    assert [len(paper.links) for paper in document.series[0].papers] == [2, 1]


@pytest.mark.parametrize(("name", "number"), PLACES)
def test_a_comment_on_a_line_of_its_own_says_nothing(name: str, number: int) -> None:
    """
    Wherever the line stands, the dialect stays, nothing is left over, and only a summary around it holds it.
    """
    before = mlweekly.markdown.parse(TEXTS[name])
    after = mlweekly.markdown.parse(with_line(TEXTS[name], number, COMMENT))

    assert (after.dialect, after.unplaced, after.problems) == (name, (), ())
    words = mlweekly.json.dumps(after.series).replace(COMMENT, "").replace("\\n", "")
    assert words == mlweekly.json.dumps(before.series).replace("\\n", "")


@pytest.mark.parametrize(("name", "number"), PLACES)
def test_an_edit_keeps_the_comment(name: str, number: int) -> None:
    """
    Changes of a title, a summary and the links beside it leave the comment where it is.
    """
    text = with_line(TEXTS[name], number, COMMENT)
    paper = mlweekly.markdown.loads(text).papers[0]
    assert paper.summary is not None
    link = paper.links[1]
    kept = COMMENT if COMMENT in str(paper.summary) else ""
    patch = Patch(
        [
            PaperRetitled("/papers/0/title", before=str(paper.title), after="Moshi, again"),
            TextReworded("/papers/0/summary", before=str(paper.summary), after=f"It speaks. {kept}".strip()),
            LinkRetargeted("/papers/0/links/1", before=link.url, after=f"{link.url}?s=20"),
        ]
    )

    assert mlweekly.markdown.edit(text, patch).count(COMMENT) == 1


@pytest.mark.parametrize(("name", "number"), PLACES)
@pytest.mark.parametrize("lines", [COMMENT, f"{COMMENT}\n"], ids=["alone", "before a blank line"])
def test_papers_that_change_places_take_no_comment_away(name: str, number: int, lines: str) -> None:
    """
    The comment stays wherever it stands; where the layout cannot place it, as before a row, nothing is edited.
    """
    text = with_line(TEXTS[name], number, lines)
    issue = mlweekly.markdown.loads(text)
    papers = [attrs.evolve(paper, rank=rank) for rank, paper in enumerate(issue.papers[::-1], 1)]
    patch = mlweekly.diff(issue, attrs.evolve(issue, papers=papers))

    with suppress(EncodeError) if name == "bracket" or lines != COMMENT else nullcontext():
        assert mlweekly.markdown.edit(text, patch).count(COMMENT) == 1


@pytest.mark.parametrize(
    ("name", "place"),
    [("table", "before"), ("table", "between"), ("table", "behind"), ("bracket", "between"), ("bracket", "behind")],
)
def test_a_comment_between_links_is_a_separator(name: str, place: str) -> None:
    """
    The links beside it are read, nothing is left over, and an edit of the links keeps it.
    """
    marks = {"before": "[Paper](https://arxiv.org/abs/2410", "between": "[Tweet](", "behind": "1836427396959932492)"}
    mark = marks[place]
    text = TEXTS[name].replace(mark, f"{mark} {COMMENT}" if place == "behind" else f"{COMMENT} {mark}")
    document = mlweekly.markdown.parse(text)

    assert text.count(COMMENT) == 1
    assert (document.series, document.unplaced, document.problems) == (
        mlweekly.markdown.parse(TEXTS[name]).series,
        (),
        (),
    )
    added = Link("https://github.com/kyutai-labs/moshi", label="Code")
    edited = mlweekly.markdown.edit(text, Patch([LinkAdded("/papers/0/links/2", after=added)]))
    assert edited.count(COMMENT) == 1


def test_a_comment_behind_an_entry_is_no_part_of_it() -> None:
    """
    The links in front of it are found.
    """
    text = BRACKET.replace("1836427396959932492))", f"1836427396959932492)) {COMMENT}")

    assert mlweekly.markdown.loads_series(text) == mlweekly.markdown.loads_series(BRACKET)


@pytest.mark.parametrize("name", TEXTS)
def test_a_comment_in_a_summary_makes_the_round_trip(name: str) -> None:
    """
    What is written of it is read as the same words, also where they are a line of their own.
    """
    issue = mlweekly.markdown.loads(TEXTS[name])
    paper = issue.papers[0]
    assert paper.summary is not None
    patch = Patch([TextReworded("/papers/0/summary", before=str(paper.summary), after=f"It talks. {COMMENT}")])
    changed = patch.apply(issue)

    assert mlweekly.markdown.loads(mlweekly.markdown.edit(TEXTS[name], patch)) == changed
    assert mlweekly.markdown.loads(mlweekly.markdown.dumps(changed)) == changed


@pytest.mark.parametrize(
    ("comment", "is_directive"),
    [
        (COMMENT, True),
        ("<!--mlweekly:ignore-->", True),
        ("<!-- mlweekly: ignore D103, L2 because a -> b - c < d -->", True),
        ('<!-- mlweekly: {"issue": {}} -->', False),
        ("<!-- mlweekly: ignored -->", False),
        ("<!-- mlweekly: ignore L206", False),
        ("<!-- mlweekly: ignore L206\nbecause -->", False),
    ],
)
def test_what_is_a_directive(comment: str, *, is_directive: bool) -> None:
    """
    A comment on one line that begins with `mlweekly: ignore`, closed, and nothing else.
    """
    assert (DIRECTIVE.fullmatch(comment) is not None) == is_directive
