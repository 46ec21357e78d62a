"""
A look at what a line has in it saves a longer one: without the first looks, the same is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest import mock

from hypothesis import example, given
from hypothesis import strategies as st

from mlweekly import dates, markdown
from mlweekly._expressions import expression
from mlweekly.dates import _single_forms, _single_matching
from mlweekly.markdown import _blocks, _languages, _parts
from mlweekly.markdown._reading import _headings, _heads, _items, _labels, _people, _sections

ALWAYS, NEVER = expression(""), expression("(?!)")
URL = "https://arxiv.org/abs/2401.10001"
PIECES = (
    *(
        "1. ",
        "2) ",
        "(3) ",
        "- ",
        "  - ",
        "* ",
        "> ",
        "### ",
        "#",
        "\u200b# ",
        "**",
        "**1. ",
        "__",
        "_",
        "`",
        ": ",
        ":** ",
    ),
    *(
        "《",
        "》",
        "“",
        "”",
        '"',
        " - ",
        " | ",
        "(",
        ")",
        "[",
        "](",
        f"[Paper]({URL})",
        f"[Code]({URL})",
        URL,
        f"<{URL}>",
    ),
    *(
        "Authors",
        "**Authors:** ",
        "**Links:** ",
        "Code: ",
        "Venue",
        "Paper (",
        "et al.",
        "ve ark.",
        "等",
        "u. a",
        ", ",
        " and ",
    ),
    *(
        "Ada Lovelace",
        "Alan Turing",
        "van Gogh",
        "liu",
        "On Models That Answer",
        "It reads and answers.",
        "(2024) ",
        "2024-01-05 ",
    ),
    *(
        "January 1 - January 7, 2024",
        "Week of ",
        "sema\u0131ne 3",
        "W27",
        "9月16日",
        "9/16",
        "20240916",
        "<!-- a -->",
        "![a](b)",
        "&amp;",
    ),
    *("---", "===", "- | -", "\\", "[^1]", "<b>", "(MIT)", "\xad", "https", "☕ ", "🥇 "),
)
LINES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join) | st.just("")
TEXTS = st.lists(LINES, max_size=8).map("\n".join)


class _Everything:
    def __contains__(self, value: object) -> bool:
        return True


@contextmanager
def without_first_looks() -> Iterator[None]:
    """
    Look at everything as long as at what the first look does not decide.
    """
    with ExitStack() as stack:
        for module, name, instead in (
            (_heads, "_BEGINS_LINKS", ALWAYS),
            (_heads, "_OPENS_TITLE", ALWAYS),
            (_heads, "_MAY_HIDE", _Everything()),
            (_people, "_SIGNS_OF_MORE", ("",)),
            (_labels, "_MARKS_BETWEEN", ("",)),
            (_items, "_BARE_WORDS", NEVER),
            (_sections, "_LABELLED", NEVER),
            (_headings, "_BENDS", _Everything()),
            (_blocks, "_LIKE_RULES", _Everything()),
            (_parts, "_has_figure", lambda paragraph: _parts._FIGURE.search(paragraph) is not None),
            (_single_forms, "_SIGNS_OF_WEEK", ("",)),
            (_single_matching, "_shows_day_in_figures", lambda _: True),
        ):
            stack.enter_context(mock.patch.object(module, name, instead))
        yield


def told(text: str) -> object:
    """
    Return everything that is read of a text in any form.
    """
    documents = [markdown.parse(text, dialect=dialect) for dialect in (None, *markdown.DIALECTS)]
    return [(each.dialect, each.series, each.problems, each.unplaced, each.places) for each in documents]


@given(TEXTS)
@example(f"**1. On Models** - It reads. ([Paper]({URL}))\n\n**1. Ada Lovelace, Alan Turing** 《On Models》")
@example(f"- [On Models]({URL})\n  - Ada Lovelace, Alan Turing et al.\n  - Code: [official]({URL})\n  - It reads.")
@example(f"# A\n\n**Links:** [Paper]({URL})\n\n**On Models** Paper ({URL})\n\n**1. <!-- ** -->**")
@example("Title\nMoshi\nSummary\n![a](b)\nIt reads.\n\nW\nPaper\nSummary\n<https://a.b/c>")
@example(f"- Ada Lovelace, Alan Turing. [On Models That Answer]({URL})\n- Ada Lovelace, Grace Hopper. [On More]({URL})")
@example(f"# A\n\n### **1. <!-- ** -->\n\n**Links:** [Paper]({URL})")
@example(f"# A\n\n### On Models\n\n**Links:** [Paper]({URL}) | **Authors:** Ada Lovelace")
@example(f"2) van Gogh`[Paper]({URL})")
@example(f"- [On Models]({URL})\n  - Ada Lovelace, Alan Turing ve ark.")
@example("Title\nMoshi\nSummary\nIt reads.\nAbstract\n<https://a.b/c>\n")
@example("- -\n- | -\n* a\n+ `b`\n- <!-- a\n  b -->\n\u200b# Heading\n-")
def test_of_texts(text: str) -> None:
    """
    Blocks, heads, names, labels and titles are the same.
    """
    expected = told(text)
    with without_first_looks():
        assert told(text) == expected


@given(LINES)
@example("sema\u0131ne 3, 2024")
@example("On Models That Answer, Part 1")
def test_of_periods(title: str) -> None:
    """
    The period of a title is the same.
    """
    expected = dates.find_period(title)
    with without_first_looks():
        assert dates.find_period(title) == expected


@given(LINES | st.text())
@example("größe,x ²a_b 東京 e\u0301t")
def test_of_words(line: str) -> None:
    """
    The words of a line are those that the expression finds, in some order.
    """
    found = _languages._WORD.findall(line.lower())
    assert sorted(_languages._words_of(line)) == sorted(found)


@given(LINES | st.text())
@example("Ada Lovelace, Alan Turing et al ArXiv preprint")
@example("A. Jacovi, Y. Goldberg. ACL 2020")
def test_of_the_end_of_names(line: str) -> None:
    """
    The names and the venue on a line are the same if the end of the names is looked for in each.
    """
    with mock.patch.object(_people, "_MARKS_OF_END", ("",)):
        expected = _people.authors_and_venue(line)
    assert _people.authors_and_venue(line) == expected
