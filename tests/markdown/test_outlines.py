"""
Outlines of many kinds, in eleven languages: what is read of each, and that no word of it is lost.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mlweekly
from tests.outlines import Sample, shown
from tests.outlines.frames import FRAMES
from tests.outlines.heads import HEADS
from tests.outlines.labels import LABELS
from tests.outlines.more import MORE

SAMPLES = (*LABELS, *HEADS, *FRAMES, *MORE)
FOREIGN = "Zyqx"
PIECES = (
    *("# A week", "## 1. T", "### [T](https://arxiv.org/abs/2401.00001)", "**T**", "《T》", "[1]《T》", "1\\. [T](x)"),
    *("**Authors:** A, B", "- Link: https://a.b/c", "**Abstract**", "Tags: a, b", "### Links", "> q", "- x", "  - y"),
    *("[P](https://a.b) | [C](https://a.c)", "---", "", "", "```", "<!-- c -->", "<p>", "| a |", "|---|", "[a]: b"),
    *("{", "}", '{"title": "x"}', "title: x", "===", "* * *", "1. **N**: v", "作者：张三", "🥇 T", "![i](u)", "x"),
)


NO_DIGESTS = {
    "a review of one paper": """\
# A Review of Quiet Networks

**Authors:** Ada Byron, Mary Keller
**Link:** https://arxiv.org/abs/2410.01001

## Summary

Networks are loud, and this paper turns them down.

## Strengths

It is cheap.

## Weaknesses

It is slow.
""",
    "a README": """\
# quiet

A library that turns networks down, as described in [our paper](https://arxiv.org/abs/2410.01001).

## Installation

```sh
pip install quiet
```

## Usage

**Note:** it needs one GPU.

## Citation

If you use it, please cite [the paper](https://arxiv.org/abs/2410.01001).
""",
    "notes of a meeting": """\
# Meeting of the editors

## Present

Ada, Mary, Grace

## Decisions

**Release:** we wait for a week.

- Mary asks the others.
""",
    "a change log": """\
# Changelog

## 2.0.0 - 2024-10-14

### Added

- **Gates:** see [#12](https://github.com/byron/gates/pull/12).

## 1.9.0 - 2024-10-01

### Fixed

- A fault in the gates.
""",
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_each_outline_is_read_as_it_is_meant(sample: Sample) -> None:
    """
    Every member of every paper and issue is what the text says, and no more.
    """
    document = mlweekly.markdown.parse(sample.text, dialect="outline")
    issues, series = shown(document.series)
    assert issues == [*sample.issues]
    assert series == sample.series
    assert tuple(words for _, words in document.unplaced) == sample.unplaced


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_each_outline_is_detected(sample: Sample) -> None:
    """
    Without a dialect, the same is read.
    """
    document = mlweekly.markdown.parse(sample.text)
    assert document.dialect == "outline"
    assert document.series == mlweekly.markdown.parse(sample.text, dialect="outline").series


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_foreign_word_anywhere_is_held_or_reported(sample: Sample) -> None:
    """
    A word that is put before any word of the text is in a field or unplaced.
    """
    for match in re.finditer(r"(?<!\w)\w", sample.text):
        text = f"{sample.text[: match.start()]}{FOREIGN} {sample.text[match.start() :]}"
        document = mlweekly.markdown.parse(text, dialect="outline")
        held = (*(words for _, words in document.unplaced), mlweekly.json.dumps(document.series))
        words = "\n".join(held).casefold()
        assert FOREIGN.casefold() in words, text[max(0, match.start() - 60) : match.start() + 60]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_line_end_is_read_alike(sample: Sample, end: str) -> None:
    """
    The same is read of a text with the line ends of other systems.
    """
    whole = mlweekly.markdown.parse(sample.text, dialect="outline").series
    assert mlweekly.markdown.parse(sample.text.replace("\n", end), dialect="outline").series == whole


@pytest.mark.parametrize("text", NO_DIGESTS.values(), ids=NO_DIGESTS)
def test_a_text_that_is_no_digest_has_no_issue(text: str) -> None:
    """
    Reviews of one paper, READMEs and notes are no digests.
    """
    document = mlweekly.markdown.parse(text)
    assert document.dialect is None
    assert not document.series.issues


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=16), st.sampled_from(("\n", "\n\n", "\r\n")))
def test_any_text_can_be_read_as_an_outline(pieces: list[str], end: str) -> None:
    """
    No text raises, whatever it holds.
    """
    document = mlweekly.markdown.parse(end.join(pieces), dialect="outline")
    assert document.text == end.join(pieces)
