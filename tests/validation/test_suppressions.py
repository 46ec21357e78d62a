"""
Findings that are known and wanted, in the call and in the text.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date

import pytest
from attrs import evolve

import mlweekly
from mlweekly import Issue, Link, LinkSet, Paper, Report, Series, Settings, Text, validate
from mlweekly.validation import Context, IssueRule, Suppression, Violation
from tests.digests import arxiv_url, post_url

KEY = "arxiv:2409.12917"
TABLE = """\
# Papers

{top}

## Papers of the Week (June 10 - June 16) - 2024

{below}

| **Paper** | **Links** |
|---|---|
| 1) **Moshi** - our own words | [Tweet](https://x.com/someone/status/1836427396959932492) {in_row} |
| 2) **SCoRe** - our own words{in_summary} | [Paper](https://arxiv.org/abs/2409.12917) |

{behind}
"""
COMMENT = "<!-- mlweekly: ignore {} because it is kept -->"


def shouts(context: Context) -> Iterator[Violation]:
    """
    A title does not shout.
    """
    for each in context.papers:
        if str(each.paper.title).isupper():
            yield Violation(pointer=f"{each.pointer}/title", message=each.name, evidence={}, identity_parts=())


def all_shout(context: Context) -> Iterator[Violation]:
    """
    No two titles shout.
    """
    places = tuple(f"{each.pointer}/title" for each in context.papers if str(each.paper.title).isupper())
    if len(places) > 1:
        yield Violation(pointer=places[0], message="two", evidence={}, identity_parts=(), places=places)


RULES = (IssueRule("Z1", "shouts", "warning", shouts), IssueRule("Z2", "all-shout", "warning", all_shout))


def table(**comments: str) -> str:
    """
    Return a table under a June title, with comments at its places.
    """
    return TABLE.format(**{"top": "", "below": "", "in_row": "", "in_summary": "", "behind": ""} | comments)


def of_table(text: str, **settings: object) -> Report[Series]:
    """
    Return what the rules about titles and suppressions find in a table.
    """
    return validate(mlweekly.markdown.parse(text), select=["D", "N"], settings=Settings(**settings))


def shouting(*titles: str) -> Issue:
    """
    Return an issue of papers with these titles, the second of which has a key.
    """
    urls = (post_url(date(2024, 9, 18)), arxiv_url("2409.12917"), arxiv_url("2409.12918"))
    papers = [
        Paper(rank=rank, title=Text(title), links=LinkSet([Link(url)]))
        for rank, (title, url) in enumerate(zip(titles, urls, strict=False), 1)
    ]
    return Issue(papers=papers)


def pointers(report: Report[Issue] | Report[Series]) -> list[str]:
    """
    Return where the findings are.
    """
    return [finding.pointer for finding in report.findings]


@pytest.mark.parametrize("place", ["top", "below", "behind"])
def test_comment_outside_the_rows_covers_its_issue_or_the_document(place: str) -> None:
    """
    Before the first issue it covers everything, inside an issue but in no paper the issue; it says why.
    """
    report = of_table(table(**{place: COMMENT.format("D103")}))

    assert report.findings == ()
    (suppressed,) = report.suppressed
    assert (suppressed.finding.code, suppressed.in_text) == ("D103", True)
    assert suppressed.suppression.because == "it is kept"
    assert suppressed.suppression.where == ("" if place == "top" else "/issues/0")
    assert report.ok


@pytest.mark.parametrize("place", ["in_row", "in_summary"])
def test_comment_in_a_row_covers_its_paper_alone(place: str) -> None:
    """
    The title of the issue is not of that paper: the finding stays, and the comment is unused.
    """
    report = of_table(table(**{place: " " + COMMENT.format("D103")}))

    assert [finding.code for finding in report.findings] == ["D103", "N901"]
    assert report.suppressed == ()


def test_comment_in_one_issue_does_not_cover_the_next() -> None:
    """
    An issue ends where the next one begins.
    """
    silent = table(below=COMMENT.format("D103"))
    text = silent + table().partition("\n## ")[2].join(["## ", ""])

    assert pointers(of_table(text)) == ["/issues/1/title"]


def test_comment_in_a_post_covers_the_paper_in_whose_sections_it_stands() -> None:
    """
    From the heading of a paper to that of the next.
    """
    post = mlweekly.markdown.dumps(shouting("ONE", "TWO", "THREE"), dialect="post")
    comment = COMMENT.format("Z1")
    text = post.replace("## THREE", f"{comment}\n\n## THREE")
    document = mlweekly.markdown.parse(text)

    assert comment in text
    assert document.series[0].papers == mlweekly.markdown.parse(post).series[0].papers
    assert pointers(validate(document, select=["Z1", "N"], settings=Settings(rules=RULES))) == [
        "/issues/0/papers/0/title",
        "/issues/0/papers/2/title",
    ]


@pytest.mark.parametrize(
    ("where", "left"),
    [
        ("", []),
        ("/papers/0", [1, 2]),
        ("/papers/0/title", [1, 2]),
        ("/papers", []),
        ("/papers/1/links", [0, 1, 2]),
        (KEY, [0, 2]),
        ("arxiv:2409.99999", [0, 1, 2]),
        ("/issues/0/papers/2", [0, 1]),
    ],
)
def test_settings_silence_by_pointer_and_by_key(where: str, left: list[int]) -> None:
    """
    A pointer covers what is below it, a key its paper, the empty string everything; in the issue and in its series.
    """
    settings = Settings(rules=RULES, suppressions=[Suppression("Z", because="they shout", where=where)])
    issue = shouting("ONE", "TWO", "THREE")

    alone = validate(issue, select=["Z1"], settings=settings)
    assert pointers(alone) == [f"/papers/{index}/title" for index in left]
    assert len(alone.suppressed) == 3 - len(left)
    whole = validate(Series([issue]), select=["Z1"], settings=settings)
    assert pointers(whole) == [f"/issues/0/papers/{index}/title" for index in left]


def test_habit_is_covered_where_all_its_places_are() -> None:
    """
    A finding about several papers is silenced for the issue, not for one of them.
    """
    issue = shouting("ONE", "TWO")
    for where, count in (("", 0), ("/papers", 0), ("/papers/0", 1)):
        settings = Settings(rules=RULES, suppressions=[Suppression("Z2", because="they shout", where=where)])
        assert len(validate(issue, select=["Z2"], settings=settings).findings) == count


def test_suppressed_findings_are_not_fixed() -> None:
    """
    What is wanted stays as it is, also where another fix makes a second turn needed.
    """
    text = table(below=COMMENT.format("D103"), in_summary=" " + COMMENT.format("D104"))
    report = of_table(text)

    fixed = report.fix(unsafe=True)
    assert fixed[0].title == "Papers of the Week (June 10 - June 16) - 2024"
    assert str(fixed[0].papers[1].summary) == "our own words"
    assert mlweekly.markdown.edit(text, report.patch(unsafe=True)) == table(below=COMMENT.format("D103"))


def test_unused_is_not_told_where_the_report_stopped_early() -> None:
    """
    A rule that did not run to its end proves nothing.
    """
    settings = Settings(rules=RULES, limit=1, suppressions=[Suppression("D103", because="it is kept")])
    report = validate(shouting("ONE", "TWO"), select=["Z", "N"], settings=settings)

    assert [finding.code for finding in report.findings] == ["Z1"]
    assert not report.complete


def test_rules_about_suppressions_are_chosen_like_others() -> None:
    """
    They can be left out, made errors, and silenced themselves.
    """
    text = table(below=COMMENT.format("D103, D101"))

    assert [finding.code for finding in of_table(text).findings] == ["N901"]
    assert validate(mlweekly.markdown.parse(text), select="D", ignore="N").findings == ()
    assert [each.severity for each in of_table(text, severities={"N9": "error"}).findings] == ["error"]
    assert of_table(text, suppressions=[Suppression("N901", because="later")]).findings == ()


def test_comment_is_one_line_that_begins_with_its_word() -> None:
    """
    Other comments, and other words after `ignore`, say nothing to validation.
    """
    for comment in ("<!-- ignore D103 because x -->", "<!-- mlweekly: ignored D103 because x -->"):
        assert [finding.code for finding in of_table(table(in_summary=f" {comment}")).findings] == ["D103"]


def test_report_with_suppressions_is_a_value() -> None:
    """
    It is hashed, compared and pickled, and says how many findings were silenced.
    """
    report = of_table(table(below=COMMENT.format("D103")))

    assert pickle.loads(pickle.dumps(report)) == report
    assert hash(report) == hash(of_table(table(below=COMMENT.format("D103"))))
    assert str(report) == "no findings; 1 suppressed"
    assert report != evolve(report, suppressed=())


def test_comment_stays_while_it_silences_something() -> None:
    """
    A comment that loses one code that nothing needs keeps the one that silences a finding, in every turn of the fixes.
    """
    comment = "<!-- mlweekly: ignore D101, D102 because it is kept -->"
    issue = Issue(title="Papers of the Week (aMrch 4 - aMrch 10) - 2024", lead=[f"{comment} Ours."])

    fixed = validate(issue).fix(unsafe=True)

    assert fixed.lead == ("<!-- mlweekly: ignore D101 because it is kept --> Ours.",)
    assert fixed.title == issue.title
    assert validate(fixed).fix(unsafe=True) == fixed


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("{} One.", "One."),
        ("One. {}", "One."),
        ("One. {} Two.", "One. Two."),
        ("One.{}Two.", "One.Two."),
        ("One. {}|Two.", "One.|Two."),
        ("{}|One.", "One."),
        ("{}||One.", "One."),
        ("One.|{}|Two.", "One.|Two."),
        ("One.|  {} \t|Two.", "One.|Two."),
        ("One.||{} Two.", "One.||Two."),
        ("One.|{}||Two.", "One.||Two."),
        ("One.||{}|Two.", "One.||Two."),
        ("One.||{}||Two.", "One.||Two."),
        ("One.|{}|{}||Two.", "One.||Two."),
        ("One.||{}||{}||Two.", "One.||Two."),
        ("One.||{}|||Two.", "One.|||Two."),
        ("One.||{}", "One.|"),
    ],
)
def test_comment_goes_with_the_space_that_was_its_own(text: str, fixed: str, end: str) -> None:
    """
    The blanks before it and its line go too, and one of two blank lines around it; never the only one.
    """
    given = text.replace("|", end).replace("{}", COMMENT.format("D103"))

    assert validate(Issue(lead=[given]), select="N901").fix().lead == (fixed.replace("|", end),)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("below", "left"),
    [("One.\n{}\n\nTwo.", "One.\n\nTwo."), ("One.\n\n{}\n\nTwo.", "One.\n\nTwo."), ("{}\n\nOne.", "One.")],
)
def test_comment_between_paragraphs_leaves_them_apart(below: str, left: str, end: str) -> None:
    """
    In a document too, whatever ends its lines.
    """
    text, fixed = (table(below=each.replace("{}", COMMENT.format("D101"))).replace("\n", end) for each in (below, left))
    report = validate(mlweekly.markdown.parse(text), select="N901")

    assert mlweekly.markdown.edit(text, report.patch()) == fixed
