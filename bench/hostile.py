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
from mlweekly import Abstract, Issue, Link, LinkSet, Paper, Series, Text
from mlweekly.identifiers import url_problem

_SITES = count()
HEADER = "## Papers of the Week (May 6 - May 12) - 2024\n| **Paper** | **Links** |\n|---|---|\n"
PARSED_UNITS = (
    *("|", "| 1) ", "| ", "| 1) **x** - y | [P](http://a) |\n", "|\n", "1) x  ", "1) x - ", "** ", "**", "__ "),
    *("[", "](", "[a](", "[a](http://x", "[a](http://x) ", "[a][b]", "[[", "((", "(([a](http://x)", "(http", "! ["),
    *("http://a/", "https://a.b/(", "https://a.b/c,", "Paper (http", "x ,", "**1). x** (", "1). ", "- [", "\\["),
    *("> ", "> 论文: [", "# ", "#", "- ", "* * ", "```\n", "<!-- mlweekly: ", "<!-- mlweekly: {\n", "## x\n", "a / "),
    *("論文紹介\n", "## x\n### 論文紹介\n", "## Jan 1-2\n", "[2024/09/16 ~ 09/22] ", "- [a](#b)\n", "件のコメント"),
    *("\\", "\\|", "&#", "&#10;", " ", "\t", "\n", "<!--", "<!-- -->", "<b>", "[a]: b\n", "1. ", "  - x\n", "x\n===\n"),
    *(
        "- **x** ",
        "- [x](http://a) ",
        "- [2024/01] ",
        "《",
        "“",
        "*x* ",
        "(2019), ",
        "A B, ",
        "(a) ",
        " — ",
        "1\\. x\n\n",
    ),
)
_ITEM = "- **Title** ([Paper](https://arxiv.org/abs/2405.00001))"
LISTS: dict[str, Callable[[int], str]] = {
    "n items": lambda n: f"{_ITEM}\n" * n,
    "n items and n labels": lambda n: f"{_ITEM}\n  - **Label:** words\n" * n,
    "n items in an item of n letters": lambda n: f"- {'x' * n}\n" + f"  {_ITEM}\n" * n,
    "an item of n links": lambda n: _ITEM + " [a](http://a.b/c)" * n,
    "an item of n items with URLs": lambda n: f"{_ITEM}\n" + "  - https://a.b/c\n" * n,
    "items in items": lambda n: "".join(f"{'  ' * (k % 40)}- [Title](https://a.b/c)\n" for k in range(n)),
    "n brackets that close": lambda n: _ITEM + " x" + ")" * n,
    "n brackets that open": lambda n: f"{_ITEM} {'(' * n} x",
    "n brackets that open and close": lambda n: f"{_ITEM} {'(' * n}x{')' * n}",
    "n names": lambda n: f"{_ITEM}\n  - Authors: {'Ada Byron, ' * n}",
    "n names in an open bracket": lambda n: f"{_ITEM}\n  - Authors: Ada (x{', x' * n}",
    "n spaces in a name": lambda n: f"{_ITEM}\n  - Authors: Ada{' ' * n}Byron",
    "n spaces in a tail": lambda n: f"{_ITEM} Ada{' ' * n}Byron",
    "n names behind a title": lambda n: _ITEM + " Ada Byron," * n,
    "n dates": lambda n: _ITEM + " (2024-01-01)" * n,
    "n categories": lambda n: _ITEM + " — *cs.CL*" * n,
    "n references": lambda n: (
        "".join(f"- **Title {k}** [{k}]\n" for k in range(n)) + "".join(f"\n[{k}] https://a.b/c\n" for k in range(n))
    ),
    "n citations of one reference": lambda n: "- **Title** [1]\n" * n + "\n[1] https://a.b/c\n",
    "n headings": lambda n: "".join(f"{'#' * (1 + k % 6)} Topic\n\n" for k in range(n)) + _ITEM,
    "n headings with items": lambda n: f"## Topic\n\n{_ITEM}\n\n" * n,
    "n dated headings": lambda n: f"## 2024-01-01\n\n{_ITEM}\n\n" * n,
    "a heading of n links": lambda n: f"# {'[a](http://a.b/c) ' * n}\n\n{_ITEM}",
    "a title of n links": lambda n: f"- **{'[a](http://a.b/c) ' * n}**",
    "n ordered items": lambda n: "1. [Title](https://a.b/c)\n" * n,
    "a summary of n lines": lambda n: f"{_ITEM}\n" + "  words and words\n" * n,
    "n images": lambda n: f"{_ITEM}\n  " + "![a](http://a.b/c)" * n + "x",
}
"""
Lists of n items, and items of n parts.
"""

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

WRITTEN_UNITS = (
    *("a ", " ", "\n", "\n\n", "\n \t", "\r", "\u2028", "\u00a0", "\x00", "\u202e", "é", "あ", "Ada ", "A. ", "A.-"),
    *("a-", "a'", "O'", "Mc", "van ", "et al ", "et al., ", "and others ", ", ", "Labs ", "Jr. ", "ộ"),
    *("{", "}", "\\", "$", "%", "~", "<", "</i", "<i>", "&", "&lt;", "]]>", "<!-- ", "<b>", "[", "](", "[a](b)"),
    *("`", "*"),
)
"""
What writers and exports escape, shorten, and take apart.
"""


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


def weeks(size: int) -> list[Issue]:
    """
    Return so many issues of one paper.
    """
    return [attrs.evolve(issue(1), title=f"Week {number}") for number in range(size)]


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


def saying(unit: str, size: int) -> Series:
    """
    Return a series whose every text, name and address repeats a piece of text, in so many characters.
    """
    words = repeated(unit, size, start="x")
    url = f"https://a.example/{words}"
    said = Paper(
        rank=1,
        title=Text(words, language="en", translations={"ja": words}),
        authors=[words],
        summary=Text(words),
        abstract=Abstract(words),
        tags=[words],
        topics=[words],
        details={"x": words},
        links=LinkSet([Link(url if url_problem(url) is None else "https://a.example/", label=words)]),
    )
    return Series([Issue(title=words, lead=[words], papers=[said])], title=words, lead=[words])


def versions(size: int) -> Series:
    """
    Return a series of one issue of so many papers, each with a link to a version of it.

    No earlier series had these links, so that nothing is remembered of their URLs, however few they are.
    """
    version = f"v{next(_SITES) + 1}"
    links = (Link(f"{arxiv_url(rank)}{version}", label="Paper") for rank in range(1, size + 1))
    return Series([Issue(papers=[paper(rank, link, summary="Some words.") for rank, link in enumerate(links, 1)])])


def linking(size: int) -> Series:
    """
    Return a series of one paper with so many links that no earlier set had.
    """
    return Series([Issue(papers=[paper(1, *link_sets(size)[0])])])


def listing(size: int) -> Series:
    """
    Return a series of one paper whose every list is so long.
    """
    names = [f"Ada Byron {number}" for number in range(size)]
    said = Paper(
        rank=1,
        title=Text("Moshi", language="en", translations={f"x-a{number}": "y" for number in range(size)}),
        authors=names,
        tags=names,
        topics=names,
        details=dict.fromkeys(names, "words"),
        links=LinkSet(arxiv(number) for number in range(size)),
    )
    return Series([Issue(title="Papers", lead=names, papers=[said])])


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


def open_table(size: int, *, more: int = 0) -> str:
    """
    Return a table of so many rows whose header names its columns, and of so many more columns that it leaves unnamed.
    """
    lines = [f"| Title | Authors | Date | Paper |{' x |' * more}", "|---|---|---|---|" + "---|" * more]
    lines += [f"| Title {k} | Ada Byron | 2024-05-06 | [PDF]({arxiv_url(k)}) |{' y |' * more}" for k in range(size)]
    return "\n".join(lines) + "\n\n"


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
