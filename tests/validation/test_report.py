"""
Choosing rules, and what a report offers.
"""

from __future__ import annotations

import pickle
from datetime import date
from functools import partial

import pytest
from attrs import evolve

import mlweekly
from mlweekly import ContentsEntry, DateRange, Document, Issue, ModelError, Series, ValidationError, rules, validate
from mlweekly.changes import ContentsRelabelled, ContentsRetargeted, IssueRetitled, Patch, PeriodChanged
from mlweekly.dates import PrintedRange
from mlweekly.document import Span
from mlweekly.validation import Fix, Report
from tests.digests import digest, post_url

JUNE = DateRange(date(2024, 6, 10), date(2024, 6, 16))
SEPTEMBER = DateRange(date(2024, 9, 16), date(2024, 9, 22))
JUNE_TITLE = "Papers (June 10 - June 16) - 2024"
SEPTEMBER_TITLE = "Papers (September 16 - September 22) - 2024"
POSTS = [post_url(date(2024, 9, day)) for day in (16, 18, 20)]
GOOD = digest(SEPTEMBER_TITLE, SEPTEMBER, POSTS)
WRONG = digest(JUNE_TITLE, JUNE, POSTS)
ABOUT_WEEKS = ("D101", "D102", "D103", "D104")
judged = partial(validate, select=ABOUT_WEEKS)


def test_good_issue_has_no_findings() -> None:
    """
    A report without findings is ok, raises nothing, and its fix is the issue itself.
    """
    report = judged(GOOD)

    assert report.ok
    assert report.findings == ()
    assert not report.patch(unsafe=True)
    assert report.fix(unsafe=True) == GOOD
    assert str(report) == "no findings"
    report.raise_for_errors()


def test_finding_states_evidence_as_data() -> None:
    """
    A finding has code, name, severity, place, words, and the evidence to check them by.
    """
    (finding,) = judged(WRONG).findings

    assert (finding.code, finding.name, finding.severity) == ("D103", "title-vs-posts", "error")
    assert finding.pointer == "/title"
    assert finding.span is None
    assert finding.evidence == {
        "stated": "2024-06-10/2024-06-16",
        "posts": {
            url.replace("someone", "i"): day
            for url, day in zip(POSTS, ["2024-09-16", "2024-09-18", "2024-09-20"], strict=True)
        },
        "arxiv": {},
        "proposed": "2024-09-16/2024-09-22",
    }


def test_unsafe_fix_is_made_only_when_asked_for() -> None:
    """
    `fix()` makes safe fixes alone; `fix(unsafe=True)` makes proposals too; the subject stays as it is.
    """
    report = judged(WRONG)

    assert report.fix() == WRONG
    assert report.fix(unsafe=True) == GOOD
    assert list(report.patch(unsafe=True)) == [
        IssueRetitled("", before=JUNE_TITLE, after=SEPTEMBER_TITLE),
        PeriodChanged("", before=JUNE, after=SEPTEMBER),
    ]


def test_fix_in_a_series_takes_the_contents_entry_along() -> None:
    """
    Title, period, label and anchor change in one patch; the other issues and entries stay.
    """
    entry = ContentsEntry("Papers (June 10 - June 16)", "./#papers-june-10---june-16---2024", "2024")
    other = ContentsEntry("Papers (September 9 - September 15)", "./#papers-september-9---september-15---2024", "2024")
    report = judged(Series([WRONG, Issue()], contents=[entry, other]))

    assert [finding.pointer for finding in report.findings] == ["/issues/0/title"]
    assert [type(operation) for operation in report.patch(unsafe=True)] == [
        IssueRetitled,
        PeriodChanged,
        ContentsRelabelled,
        ContentsRetargeted,
    ]
    followed = ContentsEntry(
        "Papers (September 16 - September 22)", "./#papers-september-16---september-22---2024", "2024"
    )
    assert report.fix(unsafe=True) == Series([GOOD, Issue()], contents=[followed, other])


def test_issues_that_share_a_title_are_fixed_apart() -> None:
    """
    Two sections under one copied heading, and their two entries, each get the week of their own links.
    """
    entry = ContentsEntry("Papers (June 10 - June 16)", "#papers-june-10---june-16---2024")
    later = digest(JUNE_TITLE, JUNE, [post_url(date(2024, 9, day)) for day in (24, 25, 26)])
    fixed = judged(Series([WRONG, later], contents=[entry, entry])).fix(unsafe=True)

    assert [issue.title for issue in fixed] == [SEPTEMBER_TITLE, "Papers (September 23 - September 29) - 2024"]
    assert [entry.label for entry in fixed.contents] == [
        "Papers (September 16 - September 22)",
        "Papers (September 23 - September 29)",
    ]


def test_fixes_that_disagree_are_not_mixed() -> None:
    """
    Of two fixes that change one field differently the first is made, the second not even in part; of equal ones, one.
    """
    (finding,) = judged(WRONG).findings
    other = evolve(
        finding,
        fix=Fix(
            Patch([PeriodChanged("", before=JUNE, after=None), IssueRetitled("", before=JUNE_TITLE, after="Papers")]),
            safe=True,
        ),
    )

    assert Report(WRONG, (finding, other, finding)).fix(unsafe=True) == GOOD
    assert Report(WRONG, (other, finding)).fix(unsafe=True) == evolve(WRONG, title="Papers", period=None)
    assert Report(WRONG, (finding, other)).fix() == evolve(WRONG, title="Papers", period=None)


def test_title_that_cannot_be_printed_anew_has_no_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where the words around the range keep any other week from being read again, the finding stands without a fix.
    """

    def refuse(*_: object) -> str:
        raise ModelError("cannot print this range")

    monkeypatch.setattr(PrintedRange, "replaced", refuse)
    (finding,) = judged(WRONG).findings

    assert finding.evidence["proposed"] == "2024-09-16/2024-09-22"
    assert finding.fix is None


def test_report_raises_with_every_error() -> None:
    """
    `raise_for_errors` lists each finding of severity "error" with its place.
    """
    with pytest.raises(ValidationError, match="validation found 2 errors") as raised:
        judged(Series([WRONG, GOOD, WRONG])).raise_for_errors()

    assert [problem.pointer for problem in raised.value.problems] == ["/issues/0/title", "/issues/2/title"]
    assert raised.value.problems[0].message == (
        "D103 3 of 3 posts date from 2024-09-16 to 2024-09-20, the title says 2024-06-10 to 2024-06-16"
    )


def test_findings_of_a_document_have_places_in_its_text() -> None:
    """
    A finding has the span of its field, the report prints name, line and column, and the exception has the line.
    """
    text = f"\n## {JUNE_TITLE}\n"
    places = (("/issues/0", ("/title",), ((4, 4 + len(JUNE_TITLE)),)),)
    report = judged(Document(Series([WRONG]), text, "README.md", places=places))

    (finding,) = report.findings
    assert finding.span == Span(4, 4 + len(JUNE_TITLE))
    assert text[slice(*finding.span)] == JUNE_TITLE
    assert (finding.line, finding.column) == (2, 4)
    assert str(report).splitlines() == [
        f"README.md:2:4: D103 {finding.message} [proposed: 2024-09-16 to 2024-09-22]",
        "1 finding: 1 error; 1 with a proposed fix",
        "report.fix(unsafe=True) applies the proposed fixes",
    ]
    assert report.fix(unsafe=True) == Series([GOOD])
    with pytest.raises(ValidationError, match="line 2, /issues/0/title: D103"):
        report.raise_for_errors()


def test_report_without_a_text_prints_pointers() -> None:
    """
    Where no text is at hand, a line begins with the pointer.
    """
    said = "D103 3 of 3 posts date from 2024-09-16 to 2024-09-20, the title says 2024-06-10 to 2024-06-16"
    line = f"{said} [proposed: 2024-09-16 to 2024-09-22]"
    last = "report.fix(unsafe=True) applies the proposed fixes"

    assert str(judged(WRONG)).splitlines() == [f"/title: {line}", "1 finding: 1 error; 1 with a proposed fix", last]
    assert str(judged(Series([WRONG, WRONG]))).splitlines() == [
        f"/issues/0/title: {line}",
        f"/issues/1/title: {line}",
        "2 findings: 2 errors; 2 with a proposed fix",
        last,
    ]


def week(number: int, *, year: str = " - 2024", row: str = "") -> str:
    """
    Return an issue of a week of September 2024, with six papers and a row of its own.
    """
    monday = date(2024, 9, 2 + 7 * number)
    ids = [f"2409.{3000 * number + rank:05}" for rank in range(1, 7)]
    post = post_url(monday).rpartition("/")[2][:-1]
    rows = "".join(
        f"| {rank}) **Model {number}{rank}** - listens while it speaks, and answers in one second at most. | "
        f"[Paper](https://arxiv.org/abs/{each}), [Tweet](https://x.com/a/status/{post}{rank}) |\n"
        for rank, each in enumerate(ids, 1)
    )
    heading = f"## Papers of the Week (September {monday.day} - September {monday.day + 6}){year}"
    return f"{heading}\n\n| **Paper** | **Links** |\n|---|---|\n{rows}{row}\n"


def test_report_has_the_wrong_week_first_and_habits_last() -> None:
    """
    Whatever the order of the text: a wrong week, errors, warnings, infos, each by paper, then a line for each habit.
    """
    odd = (
        "| 7) **Model A** - listens (while it speaks, and answers in one second at most. | [Code](https://x.org/a) |\n"
        "| 8) **Mimi** - listens, speaks and answers in a second. | [Papre](https://arxiv.org/abs/2409.00100) |\n"
    )
    text = week(0, row=odd) + "".join(week(number).replace("https://x.com", "https://twitter.com") for number in (1, 2))
    text += week(3).replace("September 23 - September 29", "June 10 - June 16")
    report = validate(mlweekly.markdown.parse(text), select=["D103", "L201", "X404", "L216", "L208"])

    lines = str(report).splitlines()

    assert [line.split()[1] for line in lines[:-2]] == ["D103", "L201", "X404", "L216", "L208", "L208"]
    assert [line.endswith(end) for line, end in zip(lines[3:6], ("[fix]", "[fix]", "[fix]"), strict=True)]
    assert lines[-2] == "6 findings: 2 errors, 1 warning, 3 infos; 3 with a safe fix, 1 with a proposed fix"
    assert lines[-1] == (
        "markdown.edit(text, report.patch()) applies the safe fixes; "
        "markdown.edit(text, report.patch(unsafe=True)) also applies the proposed fixes"
    )


def test_habit_of_a_series_is_one_line() -> None:
    """
    A matter of form with a safe fix in five issues is said once, in four issues four times.
    """
    select = partial(validate, select=["L207"])
    posts = [f"{url}?s=20" for url in POSTS]
    tracked = Series([digest(f"Papers (September {day}-{day + 6}), 2024", SEPTEMBER, posts) for day in range(1, 6)])

    assert len(str(select(tracked)).splitlines()) == 3
    assert str(select(tracked)).splitlines()[0].endswith("; and 4 more of L207, in 5 issues [fix]")
    assert len(str(select(Series(tracked.issues[:4]))).splitlines()) == 6


def test_an_error_in_many_papers_is_no_habit() -> None:
    """
    Links without a target in most papers come before what only informs.
    """
    rows = "".join(f"| {rank}) **Model {rank}** - listens and speaks, and | [Tweet]() |\n" for rank in range(1, 8))
    text = f"## Papers (September 16 - September 22) - 2024\n\n| **Paper** | **Links** |\n|---|---|\n{rows}"
    report = validate(mlweekly.markdown.parse(text), select=["L220", "X409"])
    lines = str(report).splitlines()

    assert [line.split(": ")[1][:4] for line in lines[:2]] == ["L220", "X409"]
    assert all("and so 6 more times" in line for line in lines[:2])


def test_fingerprint_holds_no_position() -> None:
    """
    The same thing seen in the same issue has one fingerprint wherever the issue stands; another title has another.
    """
    alone = judged(WRONG).findings[0].fingerprint
    third = judged(Series([GOOD, GOOD, WRONG])).findings[0].fingerprint
    other = judged(digest("Papers (June 3 - June 9) - 2024", None, POSTS)).findings[0].fingerprint

    assert alone == third != other
    assert len(alone) == 16
    assert set(alone) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    ("choice", "codes"),
    [
        ({}, {"D103"}),
        ({"select": ["D103"]}, {"D103"}),
        ({"select": "D10"}, {"D103"}),
        ({"select": ["D101", "D102"]}, set()),
        ({"ignore": ["D103", "D101"]}, set()),
        ({"select": ["D10"], "ignore": "D103"}, set()),
        ({"ignore": "D"}, set()),
    ],
)
def test_rules_are_chosen_by_code_and_prefix(choice: dict[str, list[str]], codes: set[str]) -> None:
    """
    Without a choice every rule runs; `select` keeps, `ignore` drops, whole codes or their beginnings.
    """
    assert {finding.code for finding in validate(WRONG, **choice).findings} & set(ABOUT_WEEKS) == codes


def test_choice_that_fits_no_rule_is_refused_with_every_entry() -> None:
    """
    A misspelled code is no silent choice of nothing.
    """
    with pytest.raises(ModelError, match="cannot choose these rules") as raised:
        validate(WRONG, select=["D103", "D999"], ignore=["", "d103"])

    assert [problem.pointer for problem in raised.value.problems] == ["/select", "/ignore", "/ignore"]
    assert [problem.message for problem in raised.value.problems] == [
        "no rule has the code or prefix 'D999': mlweekly.rules() lists the rules",
        "no rule has the code or prefix '': mlweekly.rules() lists the rules",
        "no rule has the code or prefix 'd103', did you mean 'D103'?",
    ]


def test_catalogue_lists_each_rule_once_with_its_promise() -> None:
    """
    Codes and names are unique and in order, and each rule's summary is the first sentence of its docstring.
    """
    catalogue = rules()
    codes = [rule.code for rule in catalogue]

    assert codes == sorted(set(codes))
    assert len({rule.name for rule in catalogue}) == len(catalogue)
    assert all(rule.summary.endswith(".") for rule in catalogue)
    assert catalogue[0].summary == (
        "A title that shows a date holds a period in a known form: a range of days, a day, a week or a month."
    )


def test_reports_and_findings_are_values() -> None:
    """
    A report can be hashed, compared and pickled.
    """
    report = judged(WRONG)

    assert hash(report) == hash(judged(WRONG))
    assert pickle.loads(pickle.dumps(report)) == report


def test_room_offers_the_names_that_it_lists() -> None:
    """
    Every listed name loads when it is asked for, and no other name is there.
    """
    assert set(mlweekly.validation.__all__) <= set(dir(mlweekly.validation))
    assert all(getattr(mlweekly.validation, name) is not None for name in mlweekly.validation.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        getattr(mlweekly.validation, "Nothing")  # noqa: B009 -- the name must not be known to the checkers


def test_report_shows_itself_in_one_line_and_prints_as_a_list() -> None:
    """
    A prompt is no place for hundreds of findings; `print` is.
    """
    head = "## Papers (June 10 - June 16) - 2024\n\n| **Paper** | **Links** |\n|---|---|\n"
    report = validate(mlweekly.markdown.parse(f"{head}| 1) **A** - b | [Paper](xxx) |\n", name="README.md"))

    assert repr(report).startswith(f"<Report on README.md: {len(report.findings)} findings: ")
    assert "\n" not in repr(report)
    assert len(str(report).splitlines()) == len(report.findings) + 1
    assert repr(validate(mlweekly.Issue(), select="D")) == "<Report: no findings>"
