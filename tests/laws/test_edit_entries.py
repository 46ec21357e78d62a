"""
The laws of editing entries: issues come, go and move, or an error lists what cannot be shown.
"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from mlweekly import DateRange, EncodeError, Issue, Link, LinkSet, Paper, Series, Text, markdown
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch
from tests.laws.test_edit import LAW, patches
from tests.strategies import urls

FIRST_DAY = date(2024, 1, 1)


def words() -> SearchStrategy[str]:
    """
    Draw words of Chinese, with what an entry might be told by.
    """
    return st.text("甲乙丙丁，：。 ()*_\\|&#>-1", max_size=8).map(lambda text: f"文{text}字")


def translated(text: str) -> Text:
    """
    Return a text that stands in the edition alone.
    """
    return Text(translations={"zh": text})


@st.composite
def entry_issues(draw: st.DrawFn, week: int) -> Issue:
    """
    Draw the issue of a week that entries can hold, as far as such words can be held.
    """
    start = FIRST_DAY + timedelta(weeks=week)
    period = DateRange(start, start + timedelta(days=6))
    papers = [
        Paper(
            rank=rank,
            title=translated(draw(words())),
            summary=translated(draw(words())),
            links=LinkSet([Link(url, label=draw(words())) for url in draw(st.lists(urls(), max_size=2))]),
        )
        for rank in range(1, draw(st.integers(2, 4)))
    ]
    return Issue(
        title=f"周报 ({period.start:%Y/%m/%d} - {period.end:%Y/%m/%d})",
        period=period,
        language="zh",
        source=draw(st.one_of(st.none(), urls())),
        lead=draw(st.lists(words(), max_size=1)),
        notices=draw(st.lists(words(), max_size=1)),
        papers=papers,
    )


@st.composite
def readable_series(draw: st.DrawFn) -> tuple[str, Series]:
    """
    Draw a text of entries, and the series that it holds.
    """
    value = Series([draw(entry_issues(week)) for week in range(draw(st.integers(1, 3)))])
    text = markdown.dumps(value, dialect="bracket", lossy=True)
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))
    return text, markdown.loads_series(text, dialect="bracket")


def shown(text: str, patch: Patch) -> str | None:
    """
    Return the text with the patch made in it; None where it cannot be shown, and the error lists why.
    """
    try:
        return markdown.edit(text, patch, dialect="bracket")
    except EncodeError as error:
        if not error.problems:
            raise
        return None


@LAW
@given(readable_series(), st.data())
def test_entries_show_a_patch_or_list_what_they_cannot(source: tuple[str, Series], data: st.DataObject) -> None:
    """
    Every patch is read back as its value, or refused.
    """
    text, series = source
    patch, new = data.draw(patches(series, most=2))
    edited = shown(text, patch)
    if edited is not None:
        assert markdown.loads_series(edited, dialect="bracket") == new


@st.composite
def moves_of_issues(draw: st.DrawFn, series: Series) -> Operation:
    """
    Draw an issue that comes, goes or moves.
    """
    place = draw(st.integers(0, len(series) - 1))
    kind = draw(st.sampled_from(["add", "remove", "move"] if len(series) > 1 else ["add"]))
    if kind == "add":
        return ops.IssueAdded(f"/issues/{place}", after=draw(entry_issues(9)))
    if kind == "remove":
        return ops.IssueRemoved(f"/issues/{place}", before=series[place])
    return ops.IssueMoved(f"/issues/{place}", to=draw(st.integers(0, len(series) - 1)))


@LAW
@given(readable_series(), st.data())
def test_issues_come_go_and_move_without_touching_others(source: tuple[str, Series], data: st.DataObject) -> None:
    """
    The lines of every issue that stays are in the new text as they were, in their new order.
    """
    text, series = source
    patch = Patch([data.draw(moves_of_issues(series))])
    edited = shown(text, patch)
    if edited is None:
        return
    new = patch.apply(series)
    assert markdown.loads_series(edited, dialect="bracket") == new
    places = [edited.find(block) for block in blocks_of(text, series, new)]
    assert -1 not in places
    assert places == sorted(places)


def blocks_of(text: str, old: Series, new: Series) -> list[str]:
    """
    Return the text of each old issue that the new series holds, in the order of the new one.
    """
    document = markdown.parse(text, dialect="bracket")
    spans = [document.span(f"/issues/{index}/title") for index in range(len(old))]
    starts = [span.start - len("## ") for span in spans if span is not None]
    ends = [*starts[1:], len(text)]
    blocks = {issue: text[start:end].strip() for issue, start, end in zip(old, starts, ends, strict=True)}
    return [blocks[issue] for issue in new if issue in blocks]
