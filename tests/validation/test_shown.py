"""
What a message shows of much: the first ones of a list and the beginning of a long text, and whether there is more.
"""

from __future__ import annotations

import pytest

from mlweekly import Issue, Paper, Text, markdown, validate
from mlweekly.document import Document

SOURCE = "A model that listens while it speaks."
HEAD = "## Papers of the Week (September 16 - September 22) - 2024\n| Paper | Links |\n|---|---|\n"
LINKS = "[Paper](https://arxiv.org/abs/24{:02}.00037)"


def told(code: str, subject: Issue | Document) -> str:
    """
    Return the one message of a rule about an issue, without the name of the text.
    """
    (finding,) = validate(subject, select=code).findings
    return finding.message.partition(": ")[2]


def summarized(original: str, **translations: str) -> Issue:
    """
    Return an issue of one paper with this summary.
    """
    summary = Text(original, "en", translations)
    return Issue(papers=[Paper(rank=1, title=Text("Moshi", "en"), summary=summary)], language="ja")


def rows(*cells: str) -> Document:
    """
    Return a document of tables with these first cells.
    """
    lines = (f"| {cell} | {LINKS.format(number)} |\n" for number, cell in enumerate(cells, 1))
    return markdown.parse(HEAD + "".join(lines))


@pytest.mark.parametrize(("count", "shown"), [(1, "가"), (3, "가, 나, 다"), (4, "가, 나, 다, …")])
def test_runs_of_another_script(count: int, shown: str) -> None:
    """
    Three are shown.
    """
    words = "가나다라"[:count]

    assert (
        told("T510", summarized(SOURCE, ja=f"話す{'と'.join(words)}です。"))
        == f"{shown} is not in the script of ja: translate it"
    )


@pytest.mark.parametrize(("count", "rest"), [(6, ""), (7, ", …")])
def test_markers_of_a_list(count: int, rest: str) -> None:
    """
    Six are shown.
    """
    source = "It " + ", ".join(f"({number}) listens" for number in range(1, count + 1)) + "."

    assert told("T513", summarized(source, ja="聞き続けるモデルです。")).endswith(f"(6){rest}")


@pytest.mark.parametrize(("count", "rest"), [(5, ""), (6, ", …")])
def test_ranks_that_are_missing(count: int, rest: str) -> None:
    """
    Five are shown. More than half of the ranks are there, so this digest numbers its papers.
    """
    last = 2 * count + 2
    ranks = (1, *range(count + 2, last + 1), *[last] * count)
    issue = Issue(papers=[Paper(rank=rank, title=Text(f"Moshi {place}")) for place, rank in enumerate(ranks)])

    assert told("P302", issue).endswith(f"2, 3, 4, 5, 6{rest} missing: number the papers in order")


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("abcde", "<a1>, <b1>, <c1>, <d1>, <e1>"),
        ("abcdef", "<a1>, <b1>, <c1>, <d1>, <e1>, and 1 more"),
        ("abcdefg", "<a1>, <b1>, <c1>, <d1>, <e1>, and 2 more"),
    ],
)
def test_words_in_angle_brackets(names: str, shown: str) -> None:
    """
    Five are shown, and the others counted.
    """
    issue = summarized(f"Ends with {' '.join(f'<{name}1>' for name in names)}.")

    assert told("X408", issue) == f"read as HTML, and not shown on the page, put a backslash before it: {shown}"


@pytest.mark.parametrize(("count", "rest"), [(3, ""), (4, " …")])
def test_elements_that_act(count: int, rest: str) -> None:
    """
    Three are shown.
    """
    issue = summarized(f"Listens {'<script> ' * count}.")

    assert told("M704", issue) == f'"<script", "<script", "<script"{rest} acts where the text is shown: delete it'


@pytest.mark.parametrize("count", [3, 4])
def test_ends_of_addresses(count: int) -> None:
    """
    Three are shown.
    """
    urls = [f"https://example.org/{number}" for number in range(count)]
    issue = summarized(" ".join(f"[it]({url}.)" for url in urls))

    assert told("L213", issue) == ", ".join(f'an address ends in ".", delete that: {url}.' for url in urls[:3])


@pytest.mark.parametrize(("length", "shown"), [(40, "あ" * 40), (41, f"{'あ' * 40}…")])
def test_a_text_in_another_script(length: int, shown: str) -> None:
    """
    Of a whole text, 40 characters are shown.
    """
    assert told("T510", summarized("あ" * length)) == f"{shown} is not in the script of en: translate it"


@pytest.mark.parametrize(("length", "shown"), [(60, "a" * 60), (61, f"{'a' * 60}…")])
def test_a_line_that_fits_no_field(length: int, shown: str) -> None:
    """
    60 characters of it are quoted.
    """
    document = markdown.parse(f"{HEAD}| 1) **A** - b | {LINKS.format(1)} {'a' * length} |\n")

    assert told("M708", document) == f'"{shown}" fits no field: delete it, or move it to where it is read'


@pytest.mark.parametrize(("lines", "more"), [(("Updated.",), ""), (("Updated.", "Later.", "Again."), " and 2 more")])
def test_lines_between_rows(lines: tuple[str, ...], more: str) -> None:
    """
    The first is quoted, and the others are counted.
    """
    first, second = (f"| {number}) **A{number}** - b | {LINKS.format(number)} |\n" for number in (1, 2))
    document = markdown.parse(HEAD + first + "\n".join(["", *lines, "", ""]) + second)

    assert told("M708", document) == f'"Updated."{more} is between its row and the next: delete it, or move it'


def test_marks_of_two_sides() -> None:
    """
    60 characters of them are shown.
    """
    words = [f"`listen{number}`" for number in range(9)]
    listed = ", ".join(word.strip("`") for word in words)

    message = told("T514", summarized(f"Calls {' '.join(words)}.", ja="呼び出します。"))
    assert message == f"code: 9 ({listed[:60]}) in the original, none here: mark the same words"
