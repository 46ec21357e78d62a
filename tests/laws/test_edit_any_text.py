"""
The law of editing for any text: it is read as the patched value, or one of our errors says why not.
"""

from __future__ import annotations

from datetime import date

from attrs import evolve
from hypothesis import example, given, reject
from hypothesis import strategies as st

from mlweekly import (
    ContentsEntry,
    DateRange,
    DecodeError,
    EncodeError,
    Issue,
    ModelError,
    PatchError,
    Series,
    diff,
    markdown,
)
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch
from tests.laws.test_edit import LAW, issue_operations, series_operations
from tests.strategies import HOSTILE_PARTS, issues, series, strings

HEADING = "## Papers of the Week (May 6 - May 12) - 2024\n"
CONTENTS = "- [Papers of the Week (May 6 - May 12)](#papers-of-the-week-may-6---may-12---2024)\n"
ENTRY = ContentsEntry("Papers of the Week (May 6 - May 12)", "#papers-of-the-week-may-6---may-12---2024")
LINES = (
    *("0) a\n", "1) **Moshi** - a model. [[Paper](https://arxiv.org/abs/2409.12917)]\n", "2) Plain\n", "1. x\n"),
    *(HEADING, CONTENTS, "# All\n", "Lead.\n", "\n", "---\n", "## [2024/09/16 ~ 09/22]\n", "## Alpha\n", "### Beta\n"),
    *("| **Paper** | **Links** |\n|---|---|\n", "| 1) **Moshi** - a model. | [Paper](https://arxiv.org/abs/1) |\n"),
    *("| Title | Summary | Paper |\n|---|---|---|\n", "| 2) b |\n", "> Source: [u](https://example.org/)\n"),
    *(
        "## 論文紹介\n",
        "### 論文要旨(Abstract)\n",
        "### 論文リンク\n",
        "https://example.org/a\n",
        "[2] c\n",
        "文：字\n",
    ),
    *('<!-- mlweekly: {"title": "x"} -->\n', "<!-- mlweekly: ignore L206 -->\n", "```\n", "<!--\n", "-->\n"),
    *("---\ntitle: x\n---\n", "Title\n===\n", "    code\n", "<div>\n", "\ud800\n"),
)
DIALECTS = st.sampled_from([None, *markdown.DIALECTS])


@st.composite
def any_texts(draw: st.DrawFn) -> str:
    """
    Draw any text: lines as digests have them, hostile parts and whatever else.
    """
    parts = st.one_of(
        st.sampled_from(LINES), st.sampled_from(LINES), st.sampled_from(HOSTILE_PARTS), st.text(max_size=4)
    )
    text = "".join(draw(st.lists(parts, max_size=12)))
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))


@st.composite
def pointers(draw: st.DrawFn) -> str:
    """
    Draw pointers, most of which point to nothing.
    """
    steps = st.sampled_from(("issues", "papers", "links", "lead", "title", "summary", "0", "1", "-", "00", "-1", "x"))
    return "".join(f"/{step}" for step in draw(st.lists(steps, max_size=5)))


@st.composite
def misfits(draw: st.DrawFn) -> Operation:
    """
    Draw operations that fit no text, or few.
    """
    pointer, piece = draw(pointers()), draw(st.sampled_from(("a", "-", "#", "|", "\n", "[")))
    before, after = draw(strings()), draw(strings())
    makers = (
        lambda: ops.ParagraphAdded(pointer, after=after),
        lambda: ops.ParagraphRemoved(pointer, before=before),
        lambda: ops.PaperRetitled(pointer, before=before, after=after),
        lambda: ops.IssueMoved(pointer, to=1),
        lambda: ops.LinkMoved(pointer, to=1),
        lambda: ops.SeriesRetitled(pointer, before=before, after=None),
        lambda: ops.Rewritten(pointer, before=before, after=after),
        lambda: ops.Rewritten(pointer, before=piece, after=after),
    )
    try:
        return draw(st.sampled_from(makers))()
    except ModelError:
        reject()


def edited(text: str, patch: Patch, dialect: str | None) -> str | None:
    """
    Return the text with the patch applied, or None if one of our errors says why not.
    """
    try:
        return markdown.edit(text, patch, dialect=dialect)
    except (DecodeError, EncodeError, PatchError):
        return None


@st.composite
def texts_with_patches(draw: st.DrawFn) -> tuple[str, str | None, Patch]:
    """
    Draw a text, a dialect to read it in, and a patch of the series that it holds; a few patches do not fit.
    """
    text, dialect = draw(any_texts()), draw(DIALECTS)
    new = value = markdown.parse(text, dialect=dialect).series
    operations: list[Operation] = []
    for _ in range(draw(st.integers(1, 3))):
        operations.append(draw(series_operations(new)))
        try:
            new = Patch(operations).apply(value)
        except PatchError:
            break
    return text, dialect, Patch(operations)


@LAW
@given(texts_with_patches())
@example(("0) a\n", None, Patch([ops.IssueRemoved("/issues/0", before=Issue(language="zh"))])))
@example((CONTENTS, "table", Patch([ops.ContentsRemoved("/contents/0", before=ENTRY)])))
@example((CONTENTS, "table", Patch([ops.ParagraphAdded("/foot/0", after="x")])))
def test_any_text_holds_a_patch_of_its_series(case: tuple[str, str | None, Patch]) -> None:
    """
    What `edit` returns is read as the patched series.
    """
    text, dialect, patch = case
    result = edited(text, patch, dialect)
    if result is not None:
        value = markdown.loads_series(text, dialect=dialect)
        assert markdown.loads_series(result, dialect=dialect) == patch.apply(value)


@LAW
@given(texts_with_patches())
@example(
    ("1. x\n", "bracket", Patch([ops.IssueRemoved("/issues/0", before=markdown.loads("1. x\n", dialect="bracket"))]))
)
def test_replacements_in_any_text_are_what_edit_does(case: tuple[str, str | None, Patch]) -> None:
    """
    Applied in the text, they give the edited text.
    """
    text, dialect, patch = case
    (found,) = markdown.replacements(markdown.parse(text, dialect=dialect), [patch])
    if found is not None:
        for span, words in reversed(found):
            text = text[: span.start] + words + text[span.end :]
        assert text == edited(case[0], patch, dialect)


@LAW
@given(st.data(), any_texts(), DIALECTS)
def test_any_text_of_one_issue_holds_a_patch_of_it(data: st.DataObject, text: str, dialect: str | None) -> None:
    """
    What `edit` returns is read as the patched issue; a patch that fits the series, too, may be the series'.
    """
    value = markdown.parse(text, dialect=dialect).series
    issue = value[0] if len(value) == 1 else Issue()
    patch = Patch([data.draw(issue_operations("", issue))])
    result = edited(text, patch, dialect)
    if result is not None:
        found = markdown.loads_series(result, dialect=dialect)
        assert found.issues == (patch.apply(issue),) or found == patch.apply(value)


@LAW
@given(any_texts(), DIALECTS, st.lists(misfits(), min_size=1, max_size=2))
def test_any_text_refuses_any_misfit(text: str, dialect: str | None, operations: list[Operation]) -> None:
    """
    An operation that fits nothing raises one of our errors.
    """
    patch = Patch(operations)
    result = edited(text, patch, dialect)
    if result is not None:
        assert markdown.loads_series(result, dialect=dialect) == patch.apply(
            markdown.loads_series(text, dialect=dialect)
        )


@LAW
@given(any_texts(), DIALECTS, st.one_of(issues(), series()))
def test_a_patch_of_another_value(text: str, dialect: str | None, value: Issue | Series) -> None:
    """
    The difference of a text's value from any other is shown, or refused.
    """
    held = markdown.parse(text, dialect=dialect).series
    if isinstance(value, Series):
        result = edited(text, ops.diff(held, value), dialect)
    elif len(held) == 1:
        result = edited(text, ops.diff(held[0], value), dialect)
    else:
        reject()
    if result not in (None, text):
        new = markdown.loads_series(result, dialect=dialect)
        assert value in (new, *new)


@LAW
@given(st.one_of(any_texts(), st.text()), DIALECTS)
def test_an_empty_patch_returns_any_text(text: str, dialect: str | None) -> None:
    """
    Whether there is an issue in it or not.
    """
    assert markdown.edit(text, Patch(), dialect=dialect) == text
    document = markdown.parse(text, dialect=dialect)
    assert document.edited(Patch()) == document
    assert markdown.replacements(document, [Patch()]) == ((),)


def test_insertions_at_one_place_stay_in_their_order() -> None:
    """
    The block of the series comes before that of its issue, whatever their words are.
    """
    text = "## Moshi\n\n### Summary\n\nSpeaks.\n"
    value = markdown.loads_series(text, dialect="post")
    period = DateRange(date(2024, 9, 16), date(2024, 9, 22))
    patch = diff(value, evolve(value, title="Zebras", issues=[evolve(value[0], period=period)]))
    (found,) = markdown.replacements(markdown.parse(text, dialect="post"), [patch])
    assert found is not None
    for span, words in reversed(found):
        text = text[: span.start] + words + text[span.end :]
    assert text.index('{"series"') < text.index('{"issue"')
    assert markdown.loads_series(text, dialect="post") == patch.apply(value)
