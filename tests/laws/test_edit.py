"""
The laws of editing: the new text is read as the patched value, and nothing else in the text changes.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve
from hypothesis import HealthCheck, assume, example, given, reject, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from mlweekly import (
    ContentsEntry,
    EncodeError,
    Issue,
    Link,
    LinkSet,
    ModelError,
    Paper,
    PatchError,
    Series,
    Text,
    markdown,
)
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch
from tests.strategies import (
    abstracts,
    contents_entries,
    date_ranges,
    days,
    issues,
    json_values,
    links,
    papers,
    series,
    strings,
    texts,
    urls,
)

# A series, a patch of it and three readings take their time.
LAW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def _places(draw: st.DrawFn, count: int) -> int:
    assume(count > 0)
    return draw(st.integers(0, count - 1))


@st.composite
def paragraph_operations(draw: st.DrawFn, pointer: str, paragraphs: tuple[str, ...]) -> Operation:
    """
    Draw a paragraph that comes, goes or is reworded.
    """
    if not paragraphs or draw(st.booleans()):
        place = draw(st.integers(0, len(paragraphs)))
        return ops.ParagraphAdded(f"{pointer}/{place}", after=draw(strings()))
    place = _places(draw, len(paragraphs))
    before = paragraphs[place]
    if draw(st.booleans()):
        return ops.ParagraphRemoved(f"{pointer}/{place}", before=before)
    return ops.ParagraphReworded(f"{pointer}/{place}", before=before, after=draw(strings()))


@st.composite
def text_operations(draw: st.DrawFn, pointer: str, text: Text) -> Operation:
    """
    Draw a change inside a text.
    """
    if text.original is not None and draw(st.booleans()):
        return ops.TextReworded(pointer, before=text.original, after=draw(strings()))
    if text.translations and draw(st.booleans()):
        language, before = draw(st.sampled_from(list(text.translations.items())))
        if draw(st.booleans()):
            return ops.TranslationRemoved(pointer, language=language, before=before)
        return ops.TranslationChanged(pointer, language=language, before=before, after=draw(strings()))
    return ops.TextTranslated(pointer, language=draw(st.sampled_from(("ja", "ko", "de"))), after=draw(strings()))


@st.composite
def link_operations(draw: st.DrawFn, pointer: str, held: LinkSet) -> Operation:
    """
    Draw a link that comes, goes, moves or changes.
    """
    kind = draw(st.sampled_from(("add", "remove", "move", "url", "label", "section"))) if held else "add"
    if kind == "add":
        return ops.LinkAdded(f"{pointer}/{draw(st.integers(0, len(held)))}", after=draw(links()))
    place = _places(draw, len(held))
    link, pointer = held[place], f"{pointer}/{place}"
    if kind == "remove":
        return ops.LinkRemoved(pointer, before=link)
    if kind == "move":
        return ops.LinkMoved(pointer, to=_places(draw, len(held)))
    if kind == "url":
        return ops.LinkRetargeted(pointer, before=link.url, after=draw(urls()))
    after = draw(st.one_of(st.none(), strings()))
    if kind == "label":
        return ops.LinkRelabelled(pointer, before=link.label, after=after)
    return ops.LinkSectionChanged(pointer, before=link.section, after=after)


@st.composite
def tag_operations(draw: st.DrawFn, pointer: str, tags: tuple[str, ...]) -> Operation:
    """
    Draw a tag that is added, removed or renamed.
    """
    if not tags or draw(st.booleans()):
        return ops.TagAdded(f"{pointer}/{draw(st.integers(0, len(tags)))}", after=draw(strings()))
    place = _places(draw, len(tags))
    if draw(st.booleans()):
        return ops.TagRemoved(f"{pointer}/{place}", before=tags[place])
    return ops.TagRenamed(f"{pointer}/{place}", before=tags[place], after=draw(strings()))


@st.composite
def detail_operations(draw: st.DrawFn, pointer: str, held: Mapping[str, str]) -> Operation:
    """
    Draw a detail that is added, removed or changed.
    """
    if not held or draw(st.booleans()):
        return ops.DetailAdded(pointer, label=draw(strings()), after=draw(strings()))
    label = draw(st.sampled_from(sorted(held)))
    if draw(st.booleans()):
        return ops.DetailRemoved(pointer, label=label, before=held[label])
    return ops.DetailChanged(pointer, label=label, before=held[label], after=draw(strings()))


@st.composite
def paper_operations(draw: st.DrawFn, pointer: str, paper: Paper) -> Operation:
    """
    Draw a change inside a paper.
    """
    kinds = ("title", "summary", "abstract", "links", "links", "rank", "released", "author", "topics", "tag", "detail")
    kind = draw(st.sampled_from(kinds))
    if kind == "title":
        return draw(text_operations(f"{pointer}/title", paper.title))
    if kind == "links":
        return draw(link_operations(f"{pointer}/links", paper.links))
    if kind == "rank":
        return ops.PaperReranked(pointer, before=paper.rank, after=draw(st.integers(1, 20)))
    if kind == "released":
        return ops.ReleasedChanged(pointer, before=paper.released, after=draw(st.one_of(st.none(), days())))
    if kind == "author":
        return ops.AuthorAdded(f"{pointer}/authors/0", after=draw(strings()))
    if kind == "topics":
        return ops.TopicsChanged(pointer, before=paper.topics, after=draw(st.lists(strings(), max_size=2).map(tuple)))
    if kind == "tag":
        return draw(tag_operations(f"{pointer}/tags", paper.tags))
    if kind == "detail":
        return draw(detail_operations(pointer, paper.details))
    text = paper.summary if kind == "summary" else paper.abstract
    if text is None:
        added = draw(texts()) if kind == "summary" else draw(abstracts())
        return ops.TextAdded(f"{pointer}/{kind}", after=added)
    if draw(st.booleans()):
        return ops.TextRemoved(f"{pointer}/{kind}", before=text)
    return draw(text_operations(f"{pointer}/{kind}", text))


@st.composite
def issue_operations(draw: st.DrawFn, pointer: str, issue: Issue) -> Operation:
    """
    Draw a change inside an issue.
    """
    kind = draw(st.sampled_from(("paper", "paper", "add", "remove", "move", "field", "paragraph")))
    count = len(issue.papers)
    if kind == "paragraph":
        name = draw(st.sampled_from(("lead", "notices", "comments")))
        return draw(paragraph_operations(f"{pointer}/{name}", getattr(issue, name)))
    if kind == "field":
        title = ops.IssueRetitled(pointer, before=issue.title, after=draw(st.one_of(st.none(), strings())))
        period = ops.PeriodChanged(pointer, before=issue.period, after=draw(st.one_of(st.none(), date_ranges())))
        source = ops.SourceChanged(pointer, before=issue.source, after=draw(st.one_of(st.none(), urls())))
        member = ops.MetadataAdded(pointer, member=draw(strings()), after=draw(json_values()))
        return draw(st.sampled_from((title, period, source, member)))
    counts = [paper.rank for paper in issue.papers] == list(range(1, count + 1))
    if kind == "add" or not count:
        place = draw(st.integers(0, count))
        return ops.PaperAdded(f"{pointer}/papers/{place}", after=draw(papers()), renumbers=counts)
    place = _places(draw, count)
    if kind == "remove":
        return ops.PaperRemoved(f"{pointer}/papers/{place}", before=issue.papers[place], renumbers=counts)
    if kind == "move":
        return ops.PaperMoved(f"{pointer}/papers/{place}", to=_places(draw, count), renumbers=counts)
    return draw(paper_operations(f"{pointer}/papers/{place}", issue.papers[place]))


@st.composite
def series_operations(draw: st.DrawFn, value: Series) -> Operation:
    """
    Draw a change anywhere in a series.
    """
    kind = draw(st.sampled_from(("issue", "issue", "issue", "add", "remove", "move", "entry", "lead", "title")))
    count = len(value)
    if kind == "entry":
        return ops.ContentsAdded(
            f"/contents/{draw(st.integers(0, len(value.contents)))}", after=draw(contents_entries())
        )
    if kind == "lead":
        operation = draw(paragraph_operations("/lead", value.lead))
        # In a text of one issue, a paragraph that is added to a lead is the issue's.
        assume(count != 1 or not isinstance(operation, ops.ParagraphAdded))
        return operation
    if kind == "title":
        return ops.SeriesRetitled("", before=value.title, after=draw(st.one_of(st.none(), strings())))
    if kind == "add" or not count:
        return ops.IssueAdded(f"/issues/{draw(st.integers(0, count))}", after=draw(issues()))
    place = _places(draw, count)
    if kind == "remove":
        return ops.IssueRemoved(f"/issues/{place}", before=value[place])
    if kind == "move":
        return ops.IssueMoved(f"/issues/{place}", to=_places(draw, count))
    return draw(issue_operations(f"/issues/{place}", value[place]))


@st.composite
def patches(draw: st.DrawFn, value: Series, most: int = 3) -> tuple[Patch, Series]:
    """
    Draw a patch that fits, and what it makes.
    """
    operations: list[Operation] = []
    new = value
    for _ in range(draw(st.integers(1, most))):
        operation = draw(series_operations(new))
        try:
            new = Patch([*operations, operation]).apply(value)
        except (ModelError, PatchError):
            reject()
        operations.append(operation)
    return Patch(operations), new


@LAW
@given(st.data(), series())
def test_every_patch_is_shown_by_a_post(data: st.DataObject, value: Series) -> None:
    """
    A post loses nothing, so every patch of every series is made in its text.
    """
    text = markdown.dumps(value)
    patch, new = data.draw(patches(value))
    assert markdown.loads_series(markdown.edit(text, patch)) == new == patch.apply(value)


@LAW
@given(st.data(), issues(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_a_patch_does_not_touch_stays(data: st.DataObject, issue: Issue, line_end: str) -> None:
    """
    A change inside one paper leaves the text of all others, line ends included, and what is around them.
    """
    before, after = Issue(title="Before", lead=["a"]), Issue(title="After", notices=["b"])
    assume(issue.papers)
    value = Series([before, issue, after], title="All")
    text = markdown.dumps(value).replace("\n", line_end)
    place = data.draw(st.integers(0, len(issue.papers) - 1))
    operation = data.draw(paper_operations(f"/issues/1/papers/{place}", issue.papers[place]))
    try:
        Patch([operation]).apply(value)
    except (ModelError, PatchError):
        reject()

    edited = markdown.edit(text, Patch([operation]))

    document = markdown.parse(text)
    head = document.span(f"/issues/1/papers/{place}")
    assert head is not None
    assert edited.startswith(text[: head.start])
    following = document.span(f"/issues/1/papers/{place + 1}") or document.span("/issues/2/title")
    assert following is not None
    assert edited.endswith(text[following.start :])


@LAW
@given(issues(), st.data())
def test_undoing_a_patch_gives_the_value_back(issue: Issue, data: st.DataObject) -> None:
    """
    A patch and then its inverse are read as the value of the beginning.
    """
    value = Series([issue])
    text = markdown.dumps(value)
    patch, _ = data.draw(patches(value, most=1))
    edited = markdown.edit(text, patch)
    assert markdown.loads_series(markdown.edit(edited, patch.inverse())) == value


def shown(text: str, patch: Patch) -> str | None:
    """
    Return the table with the patch made in it; None where it cannot be shown, and the error lists why.
    """
    try:
        return markdown.edit(text, patch, dialect="table")
    except EncodeError as error:
        if not error.problems:
            raise
        return None


def words() -> SearchStrategy[str]:
    """
    Draw words that a table can print.
    """
    return st.text("abcdef |*_\\&#~`[]()<>-:1", min_size=1, max_size=12).filter(lambda text: not text.isspace())


@st.composite
def table_issues(draw: st.DrawFn) -> Issue:
    """
    Draw issues that a table can hold, as far as such words can be held.
    """
    rows = [
        Paper(
            rank=rank,
            title=Text(draw(words())),
            summary=draw(st.one_of(st.none(), words().map(Text))),
            links=LinkSet(draw(st.lists(st.builds(Link, urls(), st.one_of(st.none(), words())), max_size=3))),
        )
        for rank in range(1, draw(st.integers(2, 5)))
    ]
    return Issue(title=draw(words()), language="en", papers=rows)


@LAW
@given(table_issues(), st.data(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_table_shows_a_patch_or_lists_what_it_cannot(issue: Issue, data: st.DataObject, line_end: str) -> None:
    """
    In a table, a patch is made, or an error lists what the dialect cannot show; other rows keep every character.
    """
    text = markdown.dumps(issue, dialect="table", lossy=True).replace("\n", line_end)
    text = text.replace(" | ", "  |\t", 3)
    document = markdown.parse(text, dialect="table")
    assume(document.series.issues)
    patch, new = data.draw(patches(document.series, most=2))
    edited = shown(text, patch)
    if edited is not None:
        assert markdown.loads_series(edited, dialect="table") == new


@LAW
@given(words(), words(), st.sampled_from(["\n", "\r\n", "\r"]))
@example("a|b", "c|d", "\r")
def test_a_title_and_a_summary_change_in_their_cell_alone(title: str, summary: str, line_end: str) -> None:
    """
    Whatever the new words are, all that stands before and behind the row stays as it is.
    """
    above = f"\ufeff## Week (May 1 - May 7) - 2023{line_end}| **Paper**   | **Links** |{line_end}|---|:-:|{line_end}"
    row = "|  1)  **Old**  -  words of old   |   [Paper](https://example.org/a) , [Tweet](https://example.org/b)|"
    below = f"{line_end}| 2) Plain  With a summary | [Paper](https://example.org/c)|  {line_end}{line_end}---{line_end}"
    patch = Patch(
        [
            ops.PaperRetitled("/papers/0/title", before="Old", after=title),
            ops.TextReworded("/papers/0/summary", before="words of old", after=summary),
        ]
    )
    text = above + row + below
    edited = shown(text, patch)
    if edited is not None:
        assert edited.startswith(above)
        assert edited.endswith(below)
        paper = markdown.loads(edited).papers[0]
        assert paper == evolve(markdown.loads(text).papers[0], title=Text(title), summary=Text(summary))


@LAW
@given(strings(), strings())
def test_a_contents_list_changes_line_by_line(label: str, target: str) -> None:
    """
    Only the parts of an entry that change are rewritten, or an error says why not.
    """
    line = "*  [Old](./#old)  \n"
    text = f"# All\n\n{line}- [Week](./#week)\n\n## Week\n| Paper | Links |\n|---|---|\n| 1) **a** - b | |\n"
    patch = Patch(
        [
            ops.ContentsRelabelled("/contents/0", before="Old", after=label),
            ops.ContentsRetargeted("/contents/0", before="./#old", after=target),
        ]
    )
    edited = shown(text, patch)
    if edited is not None:
        assert edited.startswith("# All\n\n*  [")
        assert edited.endswith(text[text.index("- [Week]") :])
        assert markdown.loads_series(edited).contents[0] == ContentsEntry(label, target)
