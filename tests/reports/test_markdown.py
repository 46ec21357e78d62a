"""
Values as Markdown, read back by markdown-it-py.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import mlweekly
from mlweekly import Issue, Link, LinkSet, Paper, Series, Text, reports
from mlweekly.changes import IssueRetitled, Patch
from tests.reports.corrected import AFTER, BEFORE, titled
from tests.strategies import strings

READER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
NOTHING = "<!-- -->"
OWN_HTML = {"<ins>", "</ins>", "<del>", "</del>", "<strong>", "</strong>", "<code>", "</code>", NOTHING}
PUNCTUATION = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum())


def tokens(text: str) -> Iterator[Token]:
    """
    Yield the tokens of a text, those inside of lines included.
    """
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def structure(text: str) -> list[str]:
    """
    Return what a text consists of, its words and the comments of nothing between them apart.
    """
    names = [
        f"{token.type} {token.content if token.type == 'html_inline' else ''}"
        for token in tokens(text)
        if token.type not in ("text", "text_special") and token.content != NOTHING
    ]
    return [name for name in names if name.strip() != "inline"]


def words(text: str) -> list[str]:
    """
    Return the words of each line that a reader is shown.
    """
    return [
        "".join(child.content for child in token.children or () if child.type != "html_inline")
        for token in READER.parse(text)
        if token.type == "inline"
    ]


def test_a_patch_shows_its_changes() -> None:
    """
    The changes are a list, by paper, with the words that go and come in `<del>` and `<ins>`.
    """
    text = reports.markdown(mlweekly.diff(BEFORE, AFTER))

    assert text.startswith("# 5 changes\n")
    assert "\n## Moshi\n" in text
    assert "- **changed** summary, ja translation: <del>70億</del><ins>700億</ins>の単語で学習しました\n" in text
    assert "- **added** paper link: Paper → [arxiv.org](<https://arxiv.org/abs/2410.00037>)\n" in text
    assert "moved paper from rank 3 to 1: Qwen2.5-Coder" in words(text)


def headings(text: str) -> list[tuple[str, str]]:
    """
    Return the headings of a text, each behind its level.
    """
    found = list(READER.parse(text))
    return [(token.tag, following.content) for token, following in pairwise(found) if token.type == "heading_open"]


def test_headings_are_nested() -> None:
    """
    A paper stands below its issue or its edition where there are several, and else right below the title.
    """
    moshi = Paper(rank=1, title=Text("Moshi"), links=LinkSet([Link("https://arxiv.org/abs/2410.00037", "Paper")]))
    one, other = (Issue(title="May", papers=[each]) for each in (evolve(moshi, links=LinkSet()), moshi))
    of_issue, of_series = mlweekly.diff(one, other), mlweekly.diff(Series([one]), Series([other]))

    assert headings(reports.markdown(of_issue)) == [("h1", "1 change"), ("h2", "Moshi")]
    assert headings(reports.markdown(of_series)) == [("h1", "1 change"), ("h2", "Issue 1"), ("h3", "Moshi")]
    assert headings(reports.markdown(mlweekly.merge_editions(one, other))) == [
        ("h1", "Merged without conflict"),
        ("h2", "1 change in the first edition"),
        ("h3", "Moshi"),
        ("h2", "No changes in the second edition"),
    ]


def text_nodes(text: str) -> list[str]:
    """
    Return the texts between the tags and comments of a rendered Markdown text, where a forge looks for names.
    """
    return [html.unescape(node) for node in re.split(r"<[^>]*>", READER.render(text))]


@pytest.mark.parametrize(
    "said",
    ["@octocat", "@org/team", "a@example.org", "see #12", "org/name#12", "GH-12", "www.example.org", ":tada:", ":a_b:"],
)
def test_nobody_is_called_and_nothing_is_referred_to(said: str) -> None:
    """
    What a forge would make a mention, a reference, an address or an emoji is in no one text node, and reads the same.
    """
    text = reports.markdown(titled(said))

    assert not any(said in node for node in text_nodes(text))
    assert words(text)[0] == said


@given(strings(), strings(), st.sampled_from(["@octocat", "#12", "www.example.org"]))
def test_no_text_around_a_mention_brings_it_back(before: str, after: str, said: str) -> None:
    """
    Whatever stands around a name, it is not whole in the Markdown.
    """
    assert said not in reports.markdown(Issue(title=before + said + after))


def test_an_issue_is_a_table() -> None:
    """
    The papers of an issue are rows of a table with three cells each.
    """
    kinds = [token.type for token in tokens(reports.markdown(BEFORE))]

    assert kinds.count("tr_open") == 4
    assert kinds.count("td_open") == 9


@given(strings())
def test_no_text_becomes_markup(text: str) -> None:
    """
    Whatever an issue says, its Markdown has the same structure as that of one that says a harmless word.
    """
    assert structure(reports.markdown(titled(text))) == structure(reports.markdown(titled("word")))


@given(strings(), strings())
def test_no_change_becomes_markup(before: str, after: str) -> None:
    """
    In a patch the only HTML is that of words put in and taken out.
    """
    patch = Patch([IssueRetitled("", before=before, after=after)])

    found = list(tokens(reports.markdown(patch)))

    assert {token.content for token in found if token.type == "html_inline"} <= OWN_HTML
    assert {token.type for token in found}.isdisjoint({"html_block", "fence", "code_block", "link_open", "image"})


@given(st.text(PUNCTUATION + "a1é論 ", min_size=1).filter(lambda text: bool(text.strip())))
def test_a_text_reads_as_it_is(text: str) -> None:
    """
    A reader is shown the very characters of a title.
    """
    shown = words(reports.markdown(Issue(title=text)))[0]

    assert shown.split() == text.split()
