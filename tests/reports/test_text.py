"""
Values as plain text.
"""

from __future__ import annotations

import pytest
from attrs import evolve

import mlweekly
from mlweekly import Issue, Link, LinkSet, Paper, Series, Text, reports
from mlweekly.changes import ABSENT, IssueRetitled, Patch, Rewritten, TextAdded
from tests.reports.corrected import AFTER, BEFORE, titled


def test_a_patch_is_grouped_by_paper_with_the_changed_words_marked() -> None:
    """
    The issue's own changes and its moves come first, then each paper with what changes in it; a number is named so.
    """
    assert reports.text(mlweekly.diff(BEFORE, AFTER)).splitlines() == [
        "5 changes",
        "1 issue retitled, 1 period changed, 1 translation changed, 1 link added, 1 paper moved",
        "  ~ title: Papers of the Week ([-June 10-]{+September 16+} - [-June 16-]{+September 22+})",
        "  ~ period: [-2024-06-10/2024-06-16-] → {+2024-09-16/2024-09-22+}",
        "  ↕ paper from rank 3 to 1: Qwen2.5-Coder",
        "",
        "Moshi",
        "  ~ summary, ja translation: [-70億-]{+700億+}の単語で学習しました",
        "    · number [-70億-] → {+700億+}",
        "  + paper link: Paper → arxiv.org <https://arxiv.org/abs/2410.00037>",
    ]


def test_no_change_is_said() -> None:
    """
    An empty patch has a page too.
    """
    assert reports.text(Patch()) == "No changes"


def test_a_patch_of_a_series_is_grouped_by_issue() -> None:
    """
    Each issue has its heading, and what changes in the series itself stands above them.
    """
    old = Series([BEFORE, titled("Other")], title="Digest")
    new = Series([AFTER, titled("Other")], title="The digest")

    lines = reports.text(mlweekly.diff(old, new)).splitlines()

    assert "  ~ title of the series: [-Digest-]{+The digest+}" in lines
    assert "Papers of the Week (September 16 - September 22)" in lines
    assert lines.index("Papers of the Week (September 16 - September 22)") < lines.index("Moshi")
    assert not any("Other" in line for line in lines)


def test_a_long_text_shows_what_stands_around_a_change() -> None:
    """
    Of a long stretch that stays, the end before the change and the beginning behind it are shown.
    """
    words = " ".join(f"word{number}" for number in range(100))
    patch = mlweekly.diff(titled(f"{words} old {words}"), titled(f"{words} new {words}"))

    line = next(line for line in reports.text(patch).splitlines() if line.startswith("  ~ title"))

    assert "word99 [-old-]{+new+} word0" in line
    assert "word50" not in line


def test_a_long_text_that_goes_shows_its_beginning() -> None:
    """
    What comes is shown in full, since it is new; of what goes, the beginning tells which it is.
    """
    text = Text("word " * 99 + "end")
    added = Patch([TextAdded("/papers/0/summary", after=text, of="Moshi")])

    assert reports.text(added).endswith(" end+}")
    assert reports.text(added.inverse()).endswith(" word…-]")


def test_texts_and_forms_are_named() -> None:
    """
    A text that comes, and a change of form alone, say what they are.
    """
    operations = [
        TextAdded("/papers/0/summary", after=Text("New."), of="Moshi"),
        Rewritten("/title", before="*", after="_"),
    ]

    lines = reports.text(Patch(operations)).splitlines()

    assert "  + summary: {+New.+}" in lines
    assert "  ¶ title: [-*-]{+_+}" in lines


def test_a_merge_shows_each_conflict_with_its_sides() -> None:
    """
    A conflict has the name of its place, and what either side made of the base; then comes what was taken.
    """
    base = Issue(title="Papers of June", language="en", papers=[Paper(rank=1, title=Text("Moshi"))])
    merged = mlweekly.merge(
        base,
        ours=evolve(base, title="Papers of July", papers=[]),
        theirs=evolve(
            base,
            title="Papers of May",
            language="ja",
            papers=[Paper(rank=1, title=Text("Moshi"), links=LinkSet([Link("https://arxiv.org/abs/2410.00037")]))],
        ),
    )

    lines = reports.text(merged).splitlines()

    assert lines[0] == "Merged with 2 conflicts"
    assert lines[lines.index("title") + 2 :][:3] == [
        "  base Papers of June",
        "  ours Papers of [-June-]{+July+}",
        "  theirs Papers of [-June-]{+May+}",
    ]
    assert lines[lines.index("Moshi") + 2 :][:4] == [
        "  base Moshi (paper, rank 1)",
        "  ours removed",
        "  theirs Moshi (paper, rank 1)",
        "    + paper link: arxiv.org <https://arxiv.org/abs/2410.00037>",
    ]
    assert lines[-3:] == ["1 change taken", "1 language changed", "  ~ language: [-en-]{+ja+}"]


def test_a_conflict_of_order_names_the_papers() -> None:
    """
    Two orders are shown by the titles of the papers, not by numbers.
    """
    one, two, three = (Paper(rank=rank, title=Text(name)) for rank, name in enumerate(("One", "Two", "Three"), 1))
    base = Issue(papers=[one, two, three])
    ours = Issue(papers=[evolve(three, rank=1), evolve(two, rank=2), evolve(one, rank=3)])
    theirs = Issue(papers=[evolve(two, rank=1), evolve(one, rank=2), three])

    text = reports.text(mlweekly.merge(base, ours=ours, theirs=theirs))

    assert "  base One · Two · Three" in text
    assert "  ours Three · Two · One" in text
    assert "  theirs Two · One · Three" in text


def test_merged_editions_show_what_changes_in_each() -> None:
    """
    Each edition has a heading with the count of its repairs.
    """
    moshi = Paper(rank=1, title=Text("Moshi"), links=LinkSet([Link("https://arxiv.org/abs/2410.00037", "Paper")]))
    merged = mlweekly.merge_editions(Issue(papers=[moshi]), Issue(papers=[evolve(moshi, links=LinkSet())]))

    lines = reports.text(merged).splitlines()

    assert lines[0] == "Merged without conflict"
    assert "No changes in the first edition" in lines
    assert lines[lines.index("1 change in the second edition") :][2:] == [
        "Moshi",
        "  + paper link: Paper → arxiv.org <https://arxiv.org/abs/2410.00037>",
    ]


def test_a_report_prints_places_evidence_and_fixes() -> None:
    """
    A finding has its severity, its place, its code and its message; its fix stands below it.
    """
    posts = ("1836427396959932492", "1835882277563179512", "1837228446839361984")
    papers = [
        Paper(rank=rank, title=Text("P"), links=LinkSet([Link(f"https://x.com/a/status/{post}", "Tweet")]))
        for rank, post in enumerate(posts, 1)
    ]
    report = mlweekly.validate(evolve(BEFORE, papers=papers), select=["D103"])

    lines = reports.text(report).splitlines()

    assert lines[0] == "1 finding: 1 error"
    assert lines[1].startswith("  E /title D103 3 of 3 posts date from 2024-09-17 to 2024-09-20")
    assert lines[2] == "    proposed fix 2 changes"
    assert "[-June 10-]{+September 16+}" in lines[3]


def test_findings_of_a_document_have_lines() -> None:
    """
    Where a text is at hand a finding is found by name, line and column; in the order of the text, under its issue.
    """
    title = "## Papers (June 10 - June 16) - 2024"
    rows = "\n".join(
        f"| {rank}) **P{rank}** - text | [Paper](https://arxiv.org/abs/2409.1291{rank}) |" for rank in range(1, 5)
    )
    text = f"{title}\n| **Paper** | **Links** |\n|---|---|\n{rows}\n"
    report = mlweekly.validate(mlweekly.markdown.parse(text, name="README.md"), select=["D104"])

    lines = reports.text(report, sort="document").splitlines()

    assert lines[1:4] == ["README.md", "", "Papers (June 10 - June 16) - 2024"]
    assert lines[4].startswith("  E README.md:1:4: D104 ")


def test_an_issue_lists_its_papers_with_their_links() -> None:
    """
    What is known of the issue stands in one line, and a link is its label and the host that it leads to.
    """
    lines = reports.text(BEFORE).splitlines()

    assert lines[:3] == [
        "Papers of the Week (June 10 - June 16)",
        "2024-06-10/2024-06-16 · ja · 3 papers · source → discuss.example.org <https://discuss.example.org/t/1?a=1&b=2>",
        "  · Ten papers.",
    ]
    assert "  1.  モシ en Moshi — 70億の単語で学習しました" in lines
    assert "      Paper → arxiv.org <https://arxiv.org/abs/2409.12186>" in lines


def test_a_series_lists_its_issues() -> None:
    """
    A series shows its title, the counts, and a line for each issue.
    """
    assert reports.text(Series([BEFORE, Issue()], title="Digest")).splitlines() == [
        "Digest",
        "2 issues, 3 papers",
        "  2024-06-10/2024-06-16  Papers of the Week (June 10 - June 16)",
        "      3 papers",
        "    Issue without a title",
        "      no papers",
    ]
    assert reports.text(Series()).splitlines() == ["Series of no issues", "no issues, no papers"]


def test_control_characters_are_named_and_not_written() -> None:
    """
    A title does nothing to a terminal, and does not turn the text around it.
    """
    text = reports.text(titled("a\x1b[31mb\u202ec\u2066d\x00"))

    assert text.splitlines()[0] == "a‹U+001B›[31mb‹U+202E›c‹U+2066›d‹U+0000›"


def test_a_text_of_many_lines_stays_in_one() -> None:
    """
    A line end in a title opens no line of its own; in changed words it is shown.
    """
    patch = Patch([IssueRetitled("", before="a b", after="a\r\nb")])

    assert reports.text(titled("a\r\n\n b")).splitlines()[0] == "a b"
    assert "↵" in reports.text(patch).splitlines()[2]


def test_other_values_are_refused() -> None:
    """
    What is no value of the library is a TypeError that names what is expected.
    """
    with pytest.raises(TypeError, match=r"expected an Issue, a Series, .* or several reports, got None"):
        reports.text(None)  # type: ignore[arg-type]  # the mistake that is tested


def test_the_absent_is_named() -> None:
    """
    `ABSENT` shows as removed and never as the name of an enumeration's member.
    """
    base = Issue(papers=[Paper(rank=1, title=Text("A", translations={"ja": "あ"}))])
    ours = Issue(papers=[Paper(rank=1, title=Text("A"))])
    theirs = Issue(papers=[Paper(rank=1, title=Text("A", translations={"ja": "い"}))])
    merged = mlweekly.merge(base, ours=ours, theirs=theirs)

    assert [conflict.ours for conflict in merged.conflicts] == [ABSENT]
    assert "  ours removed" in reports.text(merged)
    assert "ABSENT" not in reports.text(merged)
