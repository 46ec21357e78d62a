"""
Where rules begin to speak: a value on each side of every limit that a user can meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Series, Settings, Text, markdown, validate
from mlweekly.model import ContentsEntry
from mlweekly.validation import Finding
from tests.digests import arxiv_url, post_url

WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))


def found(code: str, subject: Issue | Series, **settings: object) -> list[Finding]:
    """
    Return what one rule finds.
    """
    return list(validate(subject, select=[code], settings=Settings(**settings)).findings)


def paper(rank: int = 1, title: str = "Moshi", *urls: str, **fields: object) -> Paper:
    """
    Return a paper with these links.
    """
    return Paper(rank=rank, title=Text(title, "en"), links=LinkSet(map(Link, urls)), **fields)


def issue(*papers: Paper, title: str | None = None, period: DateRange | None = None, language: str = "en") -> Issue:
    """
    Return an issue of these papers.
    """
    return Issue(title=title, period=period, papers=papers, language=language)


def translated(source: str, target: str, language: str = "ja") -> Issue:
    """
    Return an issue of one paper, whose summary is translated.
    """
    return issue(paper(summary=Text(source, "en", {language: target})), language=language)


def summarised(*summaries: str) -> Issue:
    """
    Return an issue of papers with these summaries.
    """
    return issue(*(paper(rank, f"Paper {rank}", summary=Text(words, "en")) for rank, words in enumerate(summaries, 1)))


def week(first: int, *titles: str, month: int = 9, days: int = 7) -> Issue:
    """
    Return an issue that begins on a day of the year 2024, of papers with these titles.
    """
    start = date(2024, month, first)
    period = DateRange(start, date.fromordinal(start.toordinal() + days - 1))
    return issue(*(paper(rank, title) for rank, title in enumerate(titles, 1)), title="Weekly", period=period)


@pytest.mark.parametrize(("day", "count"), [(25, 0), (24, 1)])
def test_post_may_be_a_week_older_than_its_paper(day: int, count: int) -> None:
    """
    Number 1 of September is of the first day: the post of a week before is well, that of eight days before is not.
    """
    subject = issue(paper(1, "Moshi", arxiv_url("2409.00001"), post_url(date(2024, 8, day))))

    assert len(found("L219", subject)) == count


@pytest.mark.parametrize(("number", "count"), [(11247, 0), (11248, 0), (11249, 1)])
def test_most_papers_may_be_a_week_later_than_their_posts(number: int, count: int) -> None:
    """
    22,500 numbers in 30 days: 11,250 is the first of the 16th, the eighth day after the week of the posts.
    """
    papers = [
        paper(rank, f"Paper {rank}", arxiv_url(f"2409.{number + rank - 1}"), post_url(date(2024, 9, 2 + rank)))
        for rank in (1, 2, 3)
    ]

    assert len(found("D105", issue(*papers, period=DateRange(date(2024, 9, 2), date(2024, 9, 8))))) == count


@pytest.mark.parametrize(
    ("summaries", "count"),
    [
        (["It listens.", "It speaks"], 0),
        (["It listens.", "It thinks.", "It speaks"], 1),
        (["It listens.", "It thinks", "It speaks"], 0),
        (["It listens.", "It thinks.", "It waits", "It speaks"], 2),
    ],
)
def test_end_is_missed_where_two_of_three_others_have_one(summaries: Sequence[str], count: int) -> None:
    """
    One other summary is no habit, and neither is a mark that only half of the others have.
    """
    assert len(found("X409", summarised(*summaries))) == count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("as in part i) of the text", 0),
        ("as in part ii) of the text", 1),
        ("as in part vi) of the text", 1),
        ("as in part a) of the text", 0),
        ("as in part b) of the text", 1),
        ("as in part 1) of the text", 0),
        ("as in part 2) of the text", 1),
        ("first i) it listens then ii) it speaks", 0),
        ("first 2) it listens then 3) it speaks", 0),
    ],
)
def test_bracket_behind_a_number_may_be_that_of_a_list(words: str, count: int) -> None:
    """
    The first of a list needs no other; a later one needs a neighbour, or the bracket closes nothing.
    """
    assert len(found("X404", summarised(words))) == count


@pytest.mark.parametrize(("before", "count"), [("", 1), ("「", 0), ("（", 0), ("『", 0)])
def test_row_of_latin_words_may_be_quoted(before: str, count: int) -> None:
    """
    Ten words in a row with three that make a sentence were left untranslated, unless they are quoted.
    """
    row = "the model listens to the user and then it speaks to the other person"
    subject = translated(
        "The paper says something else.", f"この論文は、{before}{row}、と説明している重要な研究成果である。" * 2
    )

    assert len(found("T509", subject)) == count


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("新大模型", "老大模型", "S604"),
        ("新大模型", "老大论文", "S608"),
        ("新", "老", "S608"),
        ("Speech agents", "speech agent", "S604"),
    ],
)
def test_titles_in_asian_scripts_are_alike_by_pairs_of_characters(one: str, other: str, code: str) -> None:
    """
    More than half of the pairs of characters, or of the beginnings of words, make one title.
    """
    earlier = issue(paper(1, one, arxiv_url("2409.12917")), period=DateRange(date(2024, 9, 9), date(2024, 9, 15)))
    later = issue(paper(1, other, arxiv_url("2409.12917")), period=WEEK)

    assert [each.code for each in validate(Series([earlier, later]), select=["S604", "S608"]).findings] == [code]


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("It is an AI for all.", "これはAIsです。", []),
        ("It uses a GPU.", "GPUsを使う。", []),
        ("It uses agents.", "Unityを使う。", ["Unity"]),
        ("It generalizes well.", "Generalization が良い。", []),
        ("It acts well.", "Acting が良い。", ["Acting"]),
        ("It retrieves documents and generates text.", "RAGで生成する。", []),
        ("It is small.", "小さい（Small）。", []),
        ("It has 5 parts.", "5 cm ある。", []),
        ("It has 5 parts.", "5 cmsx ある。", ["cmsx"]),
    ],
)
def test_latin_word_in_a_translation_needs_a_reason(source: str, target: str, names: list[str]) -> None:
    """
    The plural of a word that is there, another form of a long one, a gloss, a unit and an acronym of what is said.
    """
    assert [each.evidence["translation"] for each in found("T507", translated(source, target))] == names


@pytest.mark.parametrize(
    ("target", "missing"),
    [
        ("(1)聞き、(2)話す。(1)考え、(2)眠る。", []),
        ("(1)聞き、(2)話す。", ["(1)", "(2)"]),
        ("(1)聞き、(2)話す。(2)眠る。", ["(1)"]),
        ("聞き、話す。", ["(1)", "(2)", "(1)", "(2)"]),
        ("まず聞き、次に話す。", []),
    ],
)
def test_each_marker_of_two_lists_is_counted(target: str, missing: list[str]) -> None:
    """
    A marker of the translation stands for one of the original.
    """
    findings = found("T513", translated("It (1) listens, (2) speaks. Then it (1) thinks, (2) sleeps.", target))

    assert [word for each in findings for word in _texts(each.evidence["missing"])] == missing


def _texts(value: object) -> Sequence[str]:
    assert isinstance(value, tuple)
    return [str(each) for each in value]


@pytest.mark.parametrize(
    ("source", "target", "fixed"),
    [
        ("It has 15B parameters.", "1.5Bのパラメータ。", "15Bのパラメータ。"),
        ("It has 1.5B parameters.", "15Bのパラメータ。", "1.5Bのパラメータ。"),
        ("It has 70B parameters.", "70億のパラメータ。", "700億のパラメータ。"),
        ("It costs 1,200 dollars.", "120ドルかかる。", "1200ドルかかる。"),
        ("It costs 0.12 dollars.", "0.012ドルかかる。", "0.12ドルかかる。"),
        ("It has 2.5 million users.", "25万人の利用者。", "250万人の利用者。"),
    ],
)
def test_value_is_written_in_the_form_at_hand(source: str, target: str, fixed: str) -> None:
    """
    The digits, the unit and the decimals of the translation stay as they are written, with the value of the original.
    """
    subject = translated(source, target)
    value = validate(subject, select=["T502"]).fix(unsafe=True)

    assert value.papers[0].summary is not None
    assert value.papers[0].summary["ja"] == fixed


@pytest.mark.parametrize(("shared", "count"), [(2, 0), (3, 1)])
def test_copy_shares_half_of_the_papers_of_the_shorter_issue(shared: int, count: int) -> None:
    """
    Two of five papers are two repeated papers; three of five are a copy.
    """
    first = week(9, *(f"Paper {number}" for number in range(5)))
    second = week(16, *(f"Paper {number}" for number in range(shared)), *"ABCDE"[shared:])

    assert len(found("S605", Series([first, second]))) == count


def test_issues_that_are_missing_begin_on_the_day_of_the_series() -> None:
    """
    After an issue of eight days the next one is to be expected on a Monday, and not on the Tuesday after it.
    """
    october = (week(day, title, month=10) for day, title in ((7, "D"), (14, "E"), (21, "F")))
    series = Series([week(2, "A", days=8), week(23, "B"), week(30, "C"), *october])

    assert [each.evidence["expected"] for each in found("S602", series)] == [("2024-09-16",)]


def test_row_that_is_covered_twice_is_found_once() -> None:
    """
    Lines between two rows are told of each pair of rows, not only of the first.
    """
    text = (
        "## Weekly (September 16 - September 22) - 2024\n\n| **Paper** | **Links** |\n|---|---|\n"
        "| 1) **A** - words | [Paper](https://arxiv.org/abs/2409.12917) |\n"
        "| 2) **B** - words | [Paper](https://arxiv.org/abs/2409.12918) |\n"
        "some line\n"
        "| 3) **C** - words | [Paper](https://arxiv.org/abs/2409.12919) |\n"
    )

    assert len(validate(markdown.parse(text), select=["M708"]).findings) == 1


def contents(entries: Sequence[tuple[str, str | None, str | None]], *issues: Issue) -> Series:
    """
    Return a series with a contents list.
    """
    return Series(issues, contents=[ContentsEntry(*entry) for entry in entries])


SEPTEMBER_16 = Issue(title="Weekly (September 16 - September 22) - 2024", period=WEEK)
SEPTEMBER_9 = Issue(
    title="Weekly (September 9 - September 15) - 2024", period=DateRange(date(2024, 9, 9), date(2024, 9, 15))
)
LEADS_TO_16 = "#weekly-september-16---september-22---2024"
LEADS_TO_9 = "#weekly-september-9---september-15---2024"
ENTRY_16 = ("Weekly (September 16 - September 22)", LEADS_TO_16, None)
ENTRY_9 = ("Weekly (September 9 - September 15)", LEADS_TO_9, None)


@pytest.mark.parametrize(
    ("entries", "pointers"),
    [
        ([ENTRY_16, ENTRY_9], []),
        ([("Newest", LEADS_TO_16, None), ENTRY_16, ENTRY_9], ["/contents/1"]),
        ([ENTRY_16, ENTRY_9, ("Newest", LEADS_TO_16, None)], ["/contents/2"]),
        ([("Newest", LEADS_TO_16, "Start here"), ENTRY_16, ENTRY_9], []),
        ([("About", "#about", None), ENTRY_16, ENTRY_9, ("About", "#about", None)], []),
        (
            [ENTRY_16, ENTRY_9, *[("Weekly (August 5 - August 11)", "#weekly-august-5---august-11---2024", None)] * 2],
            ["/contents/3"],
        ),
        (
            [ENTRY_16, ENTRY_9, *(("Weekly (August 5 - August 11)", None, year) for year in ("2023", "2024"))],
            [],
        ),
        ([ENTRY_16, ENTRY_9, *[("Weekly (August 5 - August 11)", None, "2023")] * 2], ["/contents/3"]),
    ],
)
def test_entry_that_leads_where_another_leads(
    entries: Sequence[tuple[str, str | None, str | None]], pointers: list[str]
) -> None:
    """
    By the issue that it names or leads to; of other issues by days, words, target and, where it has none, the year.
    """
    assert [each.pointer for each in found("S607", contents(entries, SEPTEMBER_16, SEPTEMBER_9))] == pointers


@pytest.mark.parametrize(
    ("label", "target", "fixed"),
    [
        (
            "Weekly (February 26 - March 3)",
            "#weekly-february-19---february-25---2024",
            "#weekly-february-26---march-3---2024",
        ),
        (
            "Weekly (February 23 - February 29)",
            "#weekly-february-19---february-25---2024",
            "#weekly-february-23---february-29---2024",
        ),
        (
            "Weekly (December 30 - January 5)",
            "#weekly-february-19---february-25---2024",
            "#weekly-december-30---january-5---2025",
        ),
    ],
)
def test_target_of_a_week_that_the_document_does_not_hold(label: str, target: str, fixed: str) -> None:
    """
    Words and target name two weeks: the target that another entry has gets the days of the words, leap days as well.
    """
    other = ("Weekly (February 19 - February 25)", "#weekly-february-19---february-25---2024", "2024")
    entries = [(label, target, "2024"), other, *((words, led, "2024") for words, led, _ in (ENTRY_16, ENTRY_9))]
    series = contents(entries, SEPTEMBER_16, SEPTEMBER_9)

    assert [(each.pointer, each.evidence["at_fault"]) for each in found("S606", series)] == [("/contents/0", "target")]
    assert validate(series, select=["S606"]).fix().contents[0].target == fixed


@pytest.mark.parametrize(
    ("label", "target"),
    [("About", "#about"), ("Papers of the year", "https://example.com/year"), ("Weekly", None)],
)
def test_entry_that_names_no_week_is_well(label: str, target: str | None) -> None:
    """
    A list may lead to other parts of the text.
    """
    series = contents([ENTRY_16, ENTRY_9, (label, target, None)], SEPTEMBER_16, SEPTEMBER_9)

    assert validate(series, select=["S606", "S607"]).findings == ()


@pytest.mark.parametrize(
    ("places", "order"),
    [((0, 1), (9, 16)), ((1, 0), (16, 9)), ((0, 1, 2), (9, 16, 23)), ((2, 1, 0), (23, 16, 9))],
)
def test_missing_entry_is_put_in_the_order_of_the_list(places: Sequence[int], order: Sequence[int]) -> None:
    """
    A list that rises, and one that falls, have the new entry between its neighbours, or at their end.
    """
    issues = [
        Issue(
            title=f"Weekly (September {first} - September {first + 6}) - 2024",
            period=DateRange(date(2024, 9, first), date(2024, 9, first + 6)),
        )
        for first in (9, 16, 23)[: len(places)]
    ]
    entries = [
        (
            f"Weekly (September {first} - September {first + 6})",
            f"#weekly-september-{first}---september-{first + 6}---2024",
            None,
        )
        for first in order
    ]
    for gone in range(len(entries)):
        kept = entries[:gone] + entries[gone + 1 :]
        if len(kept) > 1:
            fixed = validate(contents(kept, *issues), select=["S607"]).fix()
            assert [each.label for each in fixed.contents] == [label for label, _, _ in entries]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The model’s café", []),
        ("The modelâ€™s words", ["â€™"]),
        ("cafÃ©", ["Ã©"]),
        ("CAFÉ» MENÜ", []),
        ("a ðŸ˜€ b", ["ðŸ˜€"]),
        ("a ï¼ˆ b", ["ï¼ˆ"]),
        ("lost \ufffd sign", ["\ufffd"]),
    ],
)
def test_damaged_characters(text: str, shown: list[str]) -> None:
    """
    UTF-8 read as Windows-1252 is none that a real language writes.
    """
    findings = found("X406", summarised(text))

    assert [word for each in findings for word in _texts(each.evidence["shown"])] == shown


@pytest.mark.parametrize(
    ("label", "nearest"),
    [
        ("Tweet)", "Tweet"),
        ("Peper", "Paper"),
        ("papre", "paper"),
        ("Twete", "Tweet"),
        ("Githb", "GitHub"),
        ("Projcet", "Project"),
        ("CODE", None),
        ("Blob", None),
    ],
)
def test_label_is_near_a_known_one(label: str, nearest: str | None) -> None:
    """
    A letter more, less, other or swapped; two in a long word; the case stays.
    """
    subject = issue(Paper(rank=1, title=Text("Moshi"), links=LinkSet([Link(arxiv_url("2409.12917"), label)])))

    assert [each.evidence["nearest"] for each in found("L216", subject)] == ([] if nearest is None else [nearest])


def test_label_of_a_second_link_is_left() -> None:
    """
    A link called post that leads to the paper gets another label only where no other link leads to the paper.
    """
    target, post = arxiv_url("2409.12917"), post_url(date(2024, 9, 18))
    wrong, right = Link(target, "Tweet"), Link(target, "Paper")
    alone = issue(Paper(rank=1, title=Text("Moshi"), links=LinkSet([wrong])))
    beside = issue(Paper(rank=1, title=Text("Moshi"), links=LinkSet([right, wrong])))
    other = issue(
        Paper(
            rank=1,
            title=Text("Moshi"),
            links=LinkSet([Link(arxiv_url("2409.12918"), "Paper"), wrong, Link(post)]),
        )
    )

    assert [len(found("L202", each)) for each in (alone, beside, other)] == [1, 1, 1]
    assert [found("L202", each)[0].fix is not None for each in (alone, beside, other)] == [True, False, False]


@pytest.mark.parametrize(
    ("length", "count"),
    [(29, 1), (30, 0), (108, 0), (109, 1)],
)
def test_length_of_a_translation(length: int, count: int) -> None:
    """
    A Japanese text has a quarter to nine tenths of the letters of its original, the ends included.
    """
    assert len(found("T511", translated("a" * 120, "文" * length))) == count


def test_report_is_equal_whatever_rules_ran() -> None:
    """
    A report is what was found, and not how.
    """
    assert validate(issue(), select=["D103"]) == validate(issue(), select=["X406"])
