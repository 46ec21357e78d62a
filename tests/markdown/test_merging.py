"""
Merging texts, example by example: what merges, what is in conflict, and what stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from attrs import evolve

from mlweekly import DecodeError, merge
from mlweekly.markdown import DIALECTS, MergedText, loads_series, parse
from mlweekly.markdown import merge as merge_texts
from tests.branches import sides_of

TITLE = "## Top ML Papers of the Week (September 16 - September 22) - 2024\n"
HEADER = "| **Paper**  | **Links** |\n| ---------- | --------- |\n"
MOSHI = "| 1) **Moshi** - A model that listens while it speaks.   | [Paper](https://arxiv.org/abs/2410.00037) |\n"
DIAGRAM = (
    "| 2) Diagrams  Reasoning in a graph. | [Paper](https://arxiv.org/abs/2409.10038) , [Code](https://a.org/b) |\n"
)
PLAN = "| 3) **Plans** - Long plans of small steps. | [Paper](https://arxiv.org/abs/2409.10039) |\n"
BASE = TITLE + HEADER + MOSHI + DIAGRAM + PLAN
POST = """\
---
date: 2024-09-23
---
# Papers of June (June 3 - June 9)

## 1. Moshi

A model that listens
while it speaks.

- [Paper](https://arxiv.org/abs/2410.00037)

## 2. Diagram of Thought

Reasoning in a graph.

- [Paper](https://arxiv.org/abs/2409.10038)
"""
OUTLINE = """\
# Papers of the week

### Moshi

**Paper:** https://arxiv.org/abs/2410.00037

A model that listens while it speaks.

### Diagram of Thought

**Paper:** https://arxiv.org/abs/2409.10038

Reasoning in a graph.
"""
LIST = """\
# Papers of the week

1. [Moshi](https://arxiv.org/abs/2410.00037): a model that listens while it speaks
2. [Diagram of Thought](https://arxiv.org/abs/2409.10038): reasoning in a graph
"""


def merged(ours: str, theirs: str, base: str = BASE) -> MergedText:
    """
    Return the merge, which must be lawful.
    """
    found = merge_texts(base, ours=ours, theirs=theirs)
    values = merge(loads_series(base), ours=loads_series(ours), theirs=loads_series(theirs))

    assert found.values == values
    assert not found.clean or loads_series(found.text) == values.value
    return found


def swap(text: str, *changes: tuple[str, str]) -> str:
    """
    Return a text with words exchanged, each of which it has.
    """
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return text


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(("**Moshi**", "**Moshi 2**"), ("listens while", "listens and thinks while"), id="fields of a row"),
        pytest.param(("A model", "A speech model"), ("it speaks", "they speak"), id="words of a summary"),
        pytest.param(("Top ML", "The Top ML"), ("16 - September 22", "16 - September 23"), id="words of a heading"),
        pytest.param(("2409.10038", "2409.10099"), ("https://a.org/b", "https://a.org/c"), id="two links of a row"),
        pytest.param(("speaks.   |", "speaks.          |"), ("it speaks.", "it talks."), id="padding beside a word"),
        pytest.param(
            ("2) Diagrams  ", "2) **Diagrams** - "), ("Diagrams", "Diagrams of Thought"), id="marks of a title"
        ),
        pytest.param(
            ("[Paper](https://arxiv.org/abs/2409.10038) , ", ""), ("a.org/b", "a.org/c"), id="a link that goes"
        ),
        pytest.param((PLAN, ""), ("in a graph", "in a circle"), id="neighbouring rows"),
        pytest.param((HEADER, HEADER.replace("--- ", " ")), ("Moshi", "Moshi 2"), id="the header of a table"),
    ],
)
def test_changes_of_both_sides_merge(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    """
    Edits of different words are taken from both sides, to the byte, whichever is called ours.
    """
    one, other = swap(BASE, ours), swap(BASE, theirs)
    expected = swap(one, theirs)

    assert merged(one, other).text == expected
    assert merged(other, one).text == expected


def test_a_move_of_a_row_that_is_reworded() -> None:
    """
    The row moves and is reworded, and the ranks follow the order.
    """
    up = PLAN.replace("3)", "2)"), DIAGRAM.replace("2)", "3)")
    found = merged(TITLE + HEADER + MOSHI + "".join(up), swap(BASE, ("small", "large")))

    assert found.text == TITLE + HEADER + MOSHI + up[0].replace("small", "large") + up[1]


def test_rows_that_both_add_at_one_place() -> None:
    """
    Both are there, each as its side writes it, and are counted on.
    """
    mine = "|4) **Mine** — A paper.|[Paper](https://arxiv.org/abs/2409.10041)|\n"
    yours = "| 4) Yours  Another paper.  | [Paper](https://arxiv.org/abs/2409.10042) |\n"

    assert merged(BASE + mine, BASE + yours).text == BASE + mine + yours.replace("4)", "5)")


def test_rows_that_both_add_in_the_order_of_the_value_are_not_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The lesser rank comes first, whichever side has it, so the text needs no edit.
    """
    monkeypatch.delattr("mlweekly.markdown._editing.Editor")
    last = "|5) **Mine** — A paper.|[Paper](https://arxiv.org/abs/2409.10041)|\n"
    first = "| 4) Yours  Another paper.  | [Paper](https://arxiv.org/abs/2409.10042) |\n"

    assert merged(BASE + last, BASE + first).text == BASE + first + last
    assert merged(BASE + first, BASE + last).text == BASE + first + last


def test_issues_that_both_add_at_the_top() -> None:
    """
    The newest comes first.
    """
    mine, yours = (swap(BASE, ("16 -", f"{day} -"), ("22)", f"{day + 6})")) for day in (23, 24))
    mine, yours = mine.replace("September 30", "September 29"), yours.replace("10039", "10049")
    base = "# Papers\n\n" + BASE
    ours, theirs = (f"# Papers\n\n{each}\n{BASE}" for each in (mine, yours))

    assert merged(ours, theirs, base).text == f"# Papers\n\n{yours}\n{mine}\n{BASE}"


@pytest.mark.parametrize("base", [POST, OUTLINE, LIST], ids=["post", "outline", "list"])
def test_other_forms(base: str) -> None:
    """
    Words of one paragraph, and of two papers, merge in every form.
    """
    ours = swap(base, ("listens", "hears"), ("in a graph", "in a tree"))
    theirs = swap(base, ("model that", "machine that"), ("Diagram of", "Diagrams of"))

    assert merged(ours, theirs, base).text == swap(ours, ("model that", "machine that"), ("Diagram of", "Diagrams of"))


@pytest.mark.parametrize("form", [lambda text: text.replace("\n", "\r\n"), str.rstrip, lambda text: "\ufeff" + text])
def test_line_ends_a_missing_final_newline_and_a_byte_order_mark(form: Callable[[str], str]) -> None:
    """
    They are changes of form like any other.
    """
    changed = swap(BASE, ("A model", "A machine"), ("small steps", "large steps"))

    assert merged(form(BASE), changed).text == form(changed)
    assert merged(changed, form(BASE)).text == form(changed)


def test_a_conflict_is_a_block_of_whole_lines() -> None:
    """
    The block has what is not in conflict from both sides, and says which field is.
    """
    ours = swap(BASE, ("**Moshi**", "**Moshi 2**"), ("in a graph", "in a tree"))
    theirs = swap(BASE, ("in a graph", "in a circle"), ("https://a.org/b", "https://a.org/c"))
    found = merge_texts(BASE, ours=ours, theirs=theirs, labels=("main", "fix/the-graph"))

    one, other = (
        swap(DIAGRAM, ("in a graph", words), ("a.org/b", "a.org/c")) for words in ("in a tree", "in a circle")
    )
    block = f"<<<<<<< main\n{one}=======\n{other}>>>>>>> fix/the-graph\n"
    assert found.text == TITLE + HEADER + MOSHI.replace("Moshi", "Moshi 2") + block + PLAN
    (conflict,) = found.conflicts
    (field,) = conflict.fields
    assert (conflict.line, conflict.base) == (5, swap(DIAGRAM, ("a.org/b", "a.org/c")))
    assert (conflict.ours, conflict.theirs) == (one, other)
    assert (field.pointer, field.kind) == ("/issues/0/papers/1/summary/original", "changed")
    assert str(conflict) == f"line 5: {field}"
    assert not found.clean
    assert repr(found) == "<MergedText, lines: 10, conflicts: 1>"


def test_contradictions_of_neighbouring_rows_are_a_block_each() -> None:
    """
    Each row can be decided alone.
    """
    ours = swap(BASE, ("in a graph", "in a tree"), ("small steps", "two steps"))
    theirs = swap(BASE, ("in a graph", "in a circle"), ("small steps", "three steps"))
    found = merged(ours, theirs)

    assert [each.line for each in found.conflicts] == [5, 10]
    assert [[field.pointer for field in each.fields] for each in found.conflicts] == [
        ["/issues/0/papers/1/summary/original"],
        ["/issues/0/papers/2/summary/original"],
    ]
    assert sides_of(found.text) == (ours, theirs)


def test_a_row_that_one_side_drops_and_the_other_changes() -> None:
    """
    The block holds that row alone, as their side writes it; the ranks behind it are as in the base until it is decided.
    """
    ours = swap(BASE, (DIAGRAM, ""), ("3)", "2)"))
    theirs = swap(BASE, ("Diagrams  Reasoning in a graph", "**Diagrams** — Thought in a graph"))
    found = merged(ours, theirs)

    block = f"<<<<<<< ours\n=======\n{swap(DIAGRAM, ('Diagrams  Reasoning', '**Diagrams** — Thought'))}>>>>>>> theirs\n"
    assert found.text == TITLE + HEADER + MOSHI + block + PLAN
    assert [field.kind for each in found.conflicts for field in each.fields] == ["removed"]


def test_a_row_that_both_sides_add_keeps_its_rank() -> None:
    """
    Behind a row in conflict, where both sides count on alike, the rank is theirs and not that of the base.
    """
    added = "| 5) **Same new one** - Words. | [Paper](https://arxiv.org/abs/2409.10041) |\n"
    row = "| 4) **{}** - Words. | [Paper](https://arxiv.org/abs/2409.10042) |\n"
    ours, theirs = BASE + row.format("Alpha beta") + added, BASE + row.format("Gamma delta") + added
    found = merge_texts(BASE, ours=ours, theirs=theirs)

    assert len(found.conflicts) == 1
    assert found.text.endswith(f">>>>>>> theirs\n{added}")
    assert sides_of(found.text) == (ours, theirs)


def test_text_that_fits_no_field() -> None:
    """
    A note that one side changes stays changed; one that both change otherwise is a conflict of no field.
    """
    base = BASE + "\n| A note on the choice of papers |\n"
    ours, theirs = swap(base, ("A note", "Some notes")), swap(base, ("A model", "A machine"))
    assert parse(base).unplaced
    assert merged(ours, theirs, base).text == swap(ours, ("A model", "A machine"))

    found = merged(ours, swap(theirs, ("A note", "Words")), base)
    assert [each.fields for each in found.conflicts] == [()]
    assert "fits no field" in str(found.conflicts[0])
    assert sides_of(found.text) == (swap(ours, ("A model", "A machine")), swap(theirs, ("A note", "Words")))


def test_marks_have_the_line_ends_of_the_text() -> None:
    """
    Also behind a last line that has none.
    """
    base = BASE.replace("\n", "\r\n").rstrip()
    found = merged(swap(base, ("small", "two")), swap(base, ("small", "three")), base)

    assert "\n" not in found.text.replace("\r\n", "")
    assert found.text.endswith("|\r\n>>>>>>> theirs\r\n")


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (("Hello", BASE, BASE), "of base$"),
        ((BASE, "", BASE), "of ours$"),
        ((BASE, BASE, "# Hello\n"), "of theirs$"),
        ((BASE, "a", "b"), "of ours, theirs$"),
    ],
)
def test_a_text_without_an_issue_is_named(texts: tuple[str, str, str], names: str) -> None:
    """
    What cannot be read cannot be merged.
    """
    with pytest.raises(DecodeError) as raised:
        merge_texts(texts[0], ours=texts[1], theirs=texts[2])

    assert re.search(names, raised.value.summary)


def test_dialects() -> None:
    """
    All three texts are read in the dialect that is named, or in one of the user's own.
    """
    mine = evolve(DIALECTS["table"], name="mine")
    ours, theirs = swap(BASE, ("A model", "A machine")), swap(BASE, ("it speaks", "they speak"))
    expected = swap(ours, ("it speaks", "they speak"))

    assert merge_texts(BASE, ours=ours, theirs=theirs, dialect="table").text == expected
    assert merge_texts(BASE, ours=ours, theirs=theirs, dialect=mine).text == expected
    assert merge_texts(BASE, ours=ours, theirs=theirs, dialects=iter([mine])).text == expected
    with pytest.raises(DecodeError, match="no dialect is called 'tabel'"):
        merge_texts(BASE, ours=ours, theirs=theirs, dialect="tabel")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"ours": b""}, "expected a text as str"),
        ({"theirs": None}, "expected a text as str"),
        ({"labels": ["a", "b"]}, "expected the names of both sides"),
        ({"labels": ("a",)}, "expected the names of both sides"),
        ({"labels": ("a", 1)}, "expected the names of both sides"),
        ({"labels": ("a\nb", "c")}, "expected the names of both sides on one line each"),
        ({"labels": ("a", "c\r")}, "expected the names of both sides on one line each"),
        ({"dialects": 1}, "expected dialects"),
    ],
)
def test_wrong_types(arguments: dict[str, object], message: str) -> None:
    """
    The message says what is expected.
    """
    with pytest.raises(TypeError, match=message):
        merge_texts(BASE, **{"ours": BASE, "theirs": BASE, **arguments})  # type: ignore[arg-type] -- that is the test
