"""
Texts and values that a slow program takes more than linear time for; each function makes one of a given size.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from random import Random

import attrs

import mlweekly
from mlweekly import Issue, Link, LinkSet, Paper, Series, Text

_SITES = count()
HEADER = "## Papers of the Week (May 6 - May 12) - 2024\n| **Paper** | **Links** |\n|---|---|\n"
PARSED_UNITS = (
    *("|", "| 1) ", "| ", "| 1) **x** - y | [P](http://a) |\n", "|\n", "1) x  ", "1) x - ", "** ", "**", "__ "),
    *("[", "](", "[a](", "[a](http://x", "[a](http://x) ", "[a][b]", "[[", "((", "(([a](http://x)", "(http", "! ["),
    *("http://a/", "https://a.b/(", "https://a.b/c,", "Paper (http", "x ,", "**1). x** (", "1). ", "- [", "\\["),
    *("> ", "> 论文: [", "# ", "#", "- ", "* * ", "```\n", "<!-- mlweekly: ", "<!-- mlweekly: {\n", "## x\n", "a / "),
    *("論文紹介\n", "## x\n### 論文紹介\n", "## Jan 1-2\n", "[2024/09/16 ~ 09/22] ", "- [a](#b)\n", "件のコメント"),
    *("\\", "\\|", "&#", "&#10;", " ", "\t", "\n", "<!--", "<!-- -->", "<b>", "[a]: b\n", "1. ", "  - x\n", "x\n===\n"),
)
VALIDATED_UNITS = (
    *("A model reads 1.5B tokens – and tells how sure it is of each “step”. ", "モデルは15億のトークンを読みます。"),
    *("word ", "``thinking'' ", '"', "``", "`", "(", ")", "[", "](", "[a](http://b) ", "https://a.b/c,", "<think>"),
    *("<!-- ", "&lt;", "1) ", "(4) ", "- ", "* ", "**", "__", "~", "$", "\\", "\\(", "{", " ", "  ", "\u00a0"),
    *("\u2011", "\n", "\n\n", "1", "1,", "1.", "十", "億", "만", "one ", "twenty-", "GPT-4 ", "DAT", "Unity ", "AB "),
    *("é", "e\u0301", "\ufffd", "000…!", "&#10;"),
)
URL_STARTS = (
    *("https://a.example/", "https://doi.org/10.1234/", "https://arxiv.org/abs/", "https://x.com/a/status/"),
    *("https://gitlab.com/a/", "https://dl.acm.org/doi/10.1/", "https://aclanthology.org/2022.a-", "https://www."),
    *("https://github.com/a/", "https://huggingface.co/datasets/", "https://bsky.app/profile/", "https://zenodo.org/"),
)
URL_UNITS = (
    *("/", "/full", ".pdf", ".git", "/10.1234/", "/doi/", "&utm_a=1", "?id=", "/a/-", "@", "//www.", "v1", "/@a/1"),
    *("1.", "a", "a-", "a.", "?", "#", "%2f", "%", "/status/", "/post/", "0", "1"),
)
DATE_UNITS = (
    *("1", " ", "-", "2024-", "1 - ", "9/16~", "12/30~2/", "2024/09/16 ~ ", "Sep ", "September 16 - ", "may 5-6 x "),
    *(
        "5-6 May Be ",
        "Mon, ",
        "1月2日〜",
        "2024年1月",
        "2024-09-16-22 ",
        "(((",
        "1st of ",
        " / ",
        "9월 ",
        "1 2 ",
        "['24 ",
    ),
)


def paper(rank: int, *links: Link, title: str | None = None, summary: str | None = None) -> Paper:
    """
    Return a paper whose title tells it from others.
    """
    return Paper(
        rank=rank,
        title=Text(f"Paper number {rank}" if title is None else title),
        summary=None if summary is None else Text(summary),
        links=LinkSet(links),
    )


def arxiv(number: int) -> Link:
    """
    Return a link to an arXiv paper of its own.
    """
    return Link(arxiv_url(number), label="Paper")


def arxiv_url(number: int) -> str:
    """
    Return the URL of an arXiv paper of its own, of any of a million.
    """
    return f"https://arxiv.org/abs/24{number // 90_000 % 12 + 1:02}.{number % 90_000 + 10_000}"


def issue(size: int, *, linked: bool = True) -> Issue:
    """
    Return an issue of so many papers, each with a link that gives it a key, or without.
    """
    return Issue(
        title="Papers of the Week (May 6 - May 12) - 2024",
        language="en",
        papers=[paper(rank, *([arxiv(rank)] if linked else []), summary="Some words.") for rank in range(1, size + 1)],
    )


def with_papers(old: Issue, papers: Sequence[Paper]) -> Issue:
    """
    Return the issue with these papers, ranked in this order.
    """
    return attrs.evolve(old, papers=[attrs.evolve(each, rank=rank) for rank, each in enumerate(papers, 1)])


def shuffled(old: Issue) -> Issue:
    """
    Return the issue with its papers in another order, the same in each run.
    """
    papers = list(old.papers)
    Random(0).shuffle(papers)
    return with_papers(old, papers)


def retitled(old: Issue) -> Issue:
    """
    Return the issue with another title for each paper.
    """
    return attrs.evolve(old, papers=[attrs.evolve(each, title=Text(f"{each.title}, revised")) for each in old.papers])


def linked(size: int, *, order: int = 0, same: bool = False) -> Issue:
    """
    Return an issue of one paper with so many links.

    Args:
        size: How many.
        order: 0 as they come, otherwise the seed of a random order.
        same: Whether all of them lead to one target.
    """
    links = [Link(f"https://example.com/{0 if same else number}", label="Paper") for number in range(size)]
    if order:
        Random(order).shuffle(links)
    return Issue(title="Papers", language="en", papers=[paper(1, *links)])


def link_sets(size: int) -> tuple[LinkSet, LinkSet]:
    """
    Return two sets of so many links, half of which they share.

    No earlier set had these links, so that nothing is remembered of their URLs, however few they are.
    """
    site = f"https://example.com/{next(_SITES)}"
    links = [Link(f"{site}/{number}", label="Paper") for number in range(size + size // 2)]
    return LinkSet(links[:size]), LinkSet(attrs.evolve(link) for link in links[size // 2 :])


def rows(size: int, row: Callable[[int], str], *, header: str = HEADER) -> str:
    """
    Return a document of one table of so many rows.
    """
    return header + "".join(f"{row(number)}\n" for number in range(1, size + 1))


def usual_row(number: int) -> str:
    """
    Return a row as a digest has it.
    """
    return f"| {number}) **Paper number {number}** - Some words. | [Paper]({arxiv(number).url}) |"


def table_of(cell: str, links: str = "[Paper](https://arxiv.org/abs/2405.10000)") -> str:
    """
    Return a document of one table of one row.
    """
    return f"{HEADER}| 1) **Moshi** - {cell} | {links} |\n"


def post_of(**parts: str) -> str:
    """
    Return a Japanese post of one paper, some of whose parts are given.
    """
    said = {
        "title": "今週の論文",
        "lead": "十本の論文。",
        "heading": "モシ / Moshi",
        "body": "音声のモデル。",
        "original": "A model of speech.",
        "links": "https://arxiv.org/abs/2410.00037",
        "notice": "機械翻訳です。",
        **parts,
    }
    return (
        "# [2024/09/16 ~ 09/22] {title}\n\n{lead}\n\n## {heading}\n\n### 論文紹介\n\n{body}\n\n> {original}\n\n"
        "### 論文リンク\n\n- {links}\n\n### 原文\n\nhttps://example.com/1\n\n{notice}\n"
    ).format_map(said)


def written(dialect: str, size: int) -> tuple[str, Issue]:
    """
    Return a document of so many papers in a dialect, and the issue that is read from it.
    """
    text = mlweekly.markdown.dumps(issue(size), dialect=dialect, lossy=True)
    return text, mlweekly.markdown.loads(text, dialect=dialect)


def translated(unit: str, size: int) -> Series:
    """
    Return a series of one paper whose summary and its translation repeat a piece of text, in so many characters.
    """
    text = f"x {unit * (size // len(unit))} x"
    summary = Text(text, language="en", translations={"ja": text.replace("x", "あ")})
    return Series([Issue(title="Papers", papers=[Paper(rank=1, title=Text("Moshi"), summary=summary)])])


def repeated(unit: str, size: int, *, start: str = "", end: str = "x") -> str:
    """
    Return a text of so many characters that repeats a piece.
    """
    return f"{start}{unit * (size // len(unit))}{end}"


def calls(function: Callable[..., object], *arguments: object, **options: object) -> Callable[[], object]:
    """
    Return a call that is ready to be measured.
    """
    return partial(function, *arguments, **options)
