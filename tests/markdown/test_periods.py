"""
The year of a range that prints none.
"""

from __future__ import annotations

from datetime import date

import pytest

from mlweekly import markdown
from mlweekly.dates import find_period
from mlweekly.markdown._lines import Lines
from mlweekly.markdown._reading._drafts import IssueDraft
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._periods import resolve_periods

POSTS_OF = {
    "2024-09-18": "https://x.com/a/status/1836427396959932492",
    "2023-01-04": "https://x.com/a/status/1610500000000000000",
}
HEADER = "| **Paper**  | **Links** |\n| ------------- | ------------- |\n"


def issue(days: str, link: str = "https://example.org/") -> str:
    """
    Return a heading with a table of one paper.
    """
    return f"## Papers of the Week ({days})\n{HEADER}| 1) **Moshi** - Speaks. | [Paper]({link}) |\n\n"


def read(text: str) -> list[tuple[str | None, str | None]]:
    """
    Return the period of each issue, and the ground that the document gives for its year.
    """
    document = markdown.parse(text, dialect="table")
    grounds = {
        problem.pointer: problem.message.partition(" is read by ")[2]
        for problem in document.problems
        if problem.pointer.endswith("/period")
    }
    return [
        (None if each.period is None else str(each.period), grounds.get(f"/issues/{index}/period"))
        for index, each in enumerate(document.series)
    ]


def contents(year: str, *ranges: str) -> str:
    """
    Return a group of a contents list.
    """
    return f"## {year}\n" + "".join(f"- [Papers of the Week ({days})](./#x)\n" for days in ranges) + "\n"


@pytest.mark.parametrize("days", ["September 16 - September 22, 2024", "2024/09/16 ~ 09/22"])
def test_a_printed_year_is_no_doubt(days: str) -> None:
    """
    Where the year is printed nothing else is asked, whatever the contents list says.
    """
    assert read(contents("2019", days) + issue(days)) == [("2024-09-16/2024-09-22", None)]


def test_a_year_after_the_range_is_that_of_the_last_day() -> None:
    """
    Across New Year the first day is in the year before.
    """
    heading = issue("December 30 - January 5").replace(")\n", ") - 2025\n", 1)
    assert read(heading) == [("2024-12-30/2025-01-05", None)]


def test_the_group_of_the_contents_list_tells() -> None:
    """
    A range that the contents list has under a year is of this year.
    """
    text = contents("2023", "Jan 9-15", "Jan 1-8") + issue("Jan 9-15") + issue("Jan 1-8")
    assert read(text) == [
        ("2023-01-09/2023-01-15", "its group in the contents list"),
        ("2023-01-01/2023-01-08", "its group in the contents list"),
    ]


@pytest.mark.parametrize("year", ["2022", "2023"])
def test_new_year_may_stand_under_either_year(year: str) -> None:
    """
    The week over New Year is grouped by its first or its last day; the links tell which: here a post of 2023-01-04.
    """
    text = contents(year, "December 26 - January 1") + issue("December 26 - January 1", POSTS_OF["2023-01-04"])
    assert read(text) == [("2022-12-26/2023-01-01", "its group in the contents list")]


def test_new_year_without_links_is_of_the_groups_year() -> None:
    """
    Where no link tells, the first day is in the year of the group.
    """
    text = contents("2023", "December 25 - December 31") + contents("2023", "December 26 - January 1")
    assert read(text + issue("December 26 - January 1")) == [
        ("2023-12-26/2024-01-01", "its group in the contents list")
    ]


def test_a_week_under_two_years_is_decided_by_links() -> None:
    """
    The same words under two groups mean two issues; each issue's links tell which one it is.
    """
    days = "September 16 - September 22"
    text = contents("2024", days) + contents("2019", days) + issue(days, POSTS_OF["2024-09-18"])
    assert read(text) == [("2024-09-16/2024-09-22", "its group in the contents list")]


def test_the_nearest_heading_tells() -> None:
    """
    Beside an issue whose year is known, the range nearest to it is meant, on both sides and across New Year.
    """
    known = issue("January 2 - January 8").replace(")\n", ") - 2023\n", 1)
    text = (
        issue("January 9 - January 15") + known + issue("December 26 - January 1") + issue("December 19 - December 25")
    )
    assert [period for period, _ in read(text)] == [
        "2023-01-09/2023-01-15",
        "2023-01-02/2023-01-08",
        "2022-12-26/2023-01-01",
        "2022-12-19/2022-12-25",
    ]
    assert read(text)[3][1] == "the heading beside it, 2022-12-26/2023-01-01"


@pytest.mark.parametrize(
    "link", [POSTS_OF["2024-09-18"], "https://arxiv.org/abs/2409.12917"], ids=["a post", "an arXiv number"]
)
def test_the_links_tell(link: str) -> None:
    """
    In a document of one issue without a year, the days of its links bring it.
    """
    assert read(issue("September 16 - September 22", link)) == [
        ("2024-09-16/2024-09-22", "the days that its links tell")
    ]


def test_nothing_tells() -> None:
    """
    A year is never invented, and never taken from a clock.
    """
    assert read(issue("September 16 - September 22")) == [(None, None)]


def test_an_impossible_range_is_no_period() -> None:
    """
    A day that no month has gives no period, and a problem that says so.
    """
    heading = issue("September 16 - September 31").replace(")\n", ") - 2024\n", 1)
    document = markdown.parse(heading)
    assert document.series[0].period is None
    assert [problem.pointer for problem in document.problems] == ["/issues/0/title"]


def test_a_period_stands_where_the_title_prints_it() -> None:
    """
    The span of a period is that of the printed range, its year included.
    """
    text = "## Top AI Papers of the Week (December 29 - January 4) - 2026\n"
    document = markdown.parse(text)
    span = document.span("/issues/0/period")
    assert span is not None
    assert text[slice(*span)] == "(December 29 - January 4) - 2026"


def test_posts_tell_before_papers_and_the_middle_day_counts() -> None:
    """
    The number of an arXiv paper tells a month alone, so posts are asked first; one wrong link of three decides nothing.
    """
    rows = "".join(
        f"| {rank}) **A** - b. | [Tweet]({POSTS_OF[day]}), [Paper](https://arxiv.org/abs/1909.00001) |\n"
        for rank, day in enumerate(("2023-01-04", "2024-09-18", "2024-09-18"), start=1)
    )
    text = f"## Papers of the Week (September 16 - September 22)\n{HEADER}{rows}"
    assert read(text) == [("2024-09-16/2024-09-22", "the days that its links tell")]


def test_the_anchor_of_an_entry_tells_before_its_days() -> None:
    """
    An entry whose target is the heading's anchor is the issue's, whatever other entries print.
    """
    anchor = "papers-of-the-week-september-16---september-22"
    text = (
        f"## 2023\n- [The week](./#{anchor})\n\n"
        + contents("2019", "September 16 - September 22")
        + issue("September 16 - September 22")
    )
    assert read(text) == [("2023-09-16/2023-09-22", "its group in the contents list")]


@pytest.mark.parametrize(
    "target",
    ["#週刊-september-16---september-22", "#%E9%80%B1%E5%88%8A-september-16---september-22"],
    ids=["as it is", "percent-encoded"],
)
def test_an_anchor_may_be_percent_encoded(target: str) -> None:
    """
    An anchor is the same one in whichever way its target is written.
    """
    text = f"## 2023\n- [The week]({target})\n\n" + issue("September 16 - September 22").replace(
        "Papers of the Week", "週刊"
    )
    assert read(text) == [("2023-09-16/2023-09-22", "its group in the contents list")]


@pytest.mark.parametrize("days", ["Sep 16-22", "September 16-22", "09/16 ~ 09/22"])
def test_the_days_of_an_entry_may_be_spelled_in_another_way(days: str) -> None:
    """
    Days are compared, not their spelling.
    """
    assert read(contents("2023", days) + issue("September 16 - September 22")) == [
        ("2023-09-16/2023-09-22", "its group in the contents list")
    ]


@pytest.mark.parametrize("group", ["Weeks of 1999", "In 2023, later", "12023", "2022 and 2023"])
def test_a_group_names_a_year_of_four_digits(group: str) -> None:
    """
    The year is a number of four digits that begins with 19 or 20; of two years none is chosen.
    """
    text = contents(group, "September 16 - September 22") + issue("September 16 - September 22")
    expected = {"Weeks of 1999": "1999-09-16/1999-09-22", "In 2023, later": "2023-09-16/2023-09-22"}
    assert [period for period, _ in read(text)] == [expected.get(group)]


@pytest.mark.parametrize(
    ("title", "published", "period"),
    [
        ("Highlights in October", date(2023, 11, 3), "2023-10-01/2023-10-31"),
        ("Papers of December 30 - January 5", date(2025, 1, 6), "2024-12-30/2025-01-05"),
        ("W38", date(2024, 9, 23), "2024-09-16/2024-09-22"),
        ("第1周", date(2024, 9, 23), "None"),
        ("Week of September 16", date(2024, 9, 23), "2024-09-16/2024-09-22"),
    ],
)
def test_the_day_of_publication_tells_before_the_links(title: str, published: date, period: str) -> None:
    """
    A period of any kind takes its year from that day; the number of a week that is far from it only counts issues.
    """
    draft = IssueDraft(0, title=title, printed=find_period(title), published=published)
    log = ReadLog(Lines(title), {})
    resolve_periods([draft], (), log)
    assert str(draft.period) == period
    grounds = [problem.message for problem in log.problems]
    assert grounds == ([] if period == "None" else [f"no year is printed, {period} is read by the day of publication"])


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ("[2023] September 16 - 22", "2023-09-16/2023-09-22"),
        ("(December 30 - January 5) - 2024/2025", "2024-12-30/2025-01-05"),
        ("16. bis 22. September 2024", "2024-09-16/2024-09-22"),
    ],
)
def test_a_printed_year_goes_before_the_links(days: str, period: str) -> None:
    """
    A year in brackets or two years count as printed, whatever the links tell, and no doubt is noted.
    """
    assert read(issue(days, "https://arxiv.org/abs/2106.00001")) == [(period, None)]
