"""
What is measured for its growth: for each room, a call on hostile input of any size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

import mlweekly
from bench import growing_output, hostile
from bench.case import Case, Family, Prepare
from bench.hostile import calls
from mlweekly import ContentsEntry, Issue, Link, Series, Text, reports
from mlweekly.dates import find_range
from mlweekly.identifiers import target_of, url_problem


def cases() -> Iterator[Case | Family]:
    """
    Yield everything that is measured, room by room.
    """
    yield from _parse()
    yield from _outlines()
    yield from _json()
    yield from _validate()
    yield from _diff()
    yield from _merge()
    yield from growing_output.dumps_cases()
    yield from _edit()
    yield from _reports()
    yield from growing_output.exports_cases()
    yield from _values()


def _parse() -> Iterator[Case | Family]:
    parse = mlweekly.markdown.parse
    for dialect in (None, *mlweekly.markdown.DIALECTS):
        yield Family("parse", f"{dialect or 'detected'}: repeated text", _parsed(hostile.PARSED_UNITS, dialect))
    texts: dict[str, Callable[[int], str]] = {
        "one table of n rows": lambda n: hostile.rows(n, hostile.usual_row),
        "n rows without a separator": lambda n: hostile.rows(n, lambda number: f"| {number}) Some words | |"),
        "n issues": lambda n: hostile.rows(1, hostile.usual_row) * n,
        "n contents entries": lambda n: "".join(f"- [Week {k}](#w-{k})\n" for k in range(n)) + hostile.HEADER,
        "links cell of http://": lambda n: hostile.table_of("words", "http://" * n + "\0"),
        "links cell of n links": lambda n: hostile.table_of("words", "[Paper](https://arxiv.org/abs/2405.1), " * n),
        "heading of n spaces": lambda n: f"## Papers{' ' * n}x\n{hostile.rows(1, hostile.usual_row)}",
        "Japanese heading of n spaces": lambda n: hostile.post_of(heading=f"モシ{' ' * n}/ Moshi"),
        "Japanese heading of n ' / '": lambda n: hostile.post_of(heading=f"モシ{' / あ' * n} / Moshi"),
        "n headings in a post": lambda n: hostile.post_of(body="x\n\n## 節\n\n" * n),
        "n quotes in a post": lambda n: hostile.post_of(body="> x\n\nあ\n\n" * n),
        "an open table of n rows": hostile.open_table,
        "n open tables": lambda n: hostile.open_table(2) * n,
        "an open table of n columns": lambda n: hostile.open_table(2, more=n),
    }
    for name, text in texts.items():
        yield Case("parse", name, lambda n, text=text: calls(parse, text(n)))
    yield Family("parse", "list: items and what is in them", _parsed_lists())


def _parsed_lists() -> dict[str, Prepare]:
    return {
        name: lambda n, text=text: calls(mlweekly.markdown.parse, text(n), dialect="list")
        for name, text in hostile.LISTS.items()
    }


def _outlines() -> Iterator[Case]:
    parse, head = mlweekly.markdown.parse, "# Papers\n\n## 1. A\n\n**Paper:** https://arxiv.org/abs/2410.01001\n\n"
    texts: dict[str, Callable[[int], str]] = {
        "n bold lines": lambda n: "# Papers\n\n" + "**A title**\n\n[P](https://arxiv.org/abs/2410.01001)\n\n" * n,
        "n bold lines, each of its own": lambda n: "".join(f"**Title {k}**\n\nwords\n\n" for k in range(n)),
        "n papers": lambda n: "# Papers\n\n" + "".join(f"## {k}. A\n\n**Link:** https://a.b/{k}\n\n" for k in range(n)),
        "n headings without papers": lambda n: head + "".join(f"## Heading {k}\n\nwords\n\n" for k in range(n)),
        "n deeper headings": lambda n: head + "".join(f"### Heading {k}\n\nwords\n\n" for k in range(n)),
        "n topics": lambda n: "".join(f"# Topic {k}\n\n" for k in range(n)) + head,
        "n months above a paper": lambda n: "".join(f"# May {2000 + k}\n\n" for k in range(n)) + head,
        "headings of each level": lambda n: "".join(f"{'#' * (k % 6 + 1)} Heading {k}\n\n" for k in range(n)) + head,
        "n labels": lambda n: head + "".join(f"**Label {k}:** value\n" for k in range(n)),
        "n labels on a line": lambda n: head + "**A:** b | " * n,
        "n names of one label on a line": lambda n: head + "**Authors:** " + "Ada Byron, " * n,
        "a label and n blank lines": lambda n: head + "**Abstract**\n" + "\n" * n + "words\n",
        "n labels with blank lines": lambda n: head + "**Abstract**\n\n\n" * n,
        "n of [ in a body": lambda n: head + "[" * n,
        "n of [ in a heading": lambda n: f"## {'[' * n}\n\n{head}",
        "n of [! in a body": lambda n: head + "[![a](b)" * n,
        "n images in a body": lambda n: head + "![a](https://a.b) " * n + "x",
        "n of * in a body": lambda n: head + "*" * n,
        "n of * in a heading": lambda n: f"## {'*' * n}a\n\n{head}",
        "n of <br> in a body": lambda n: head + "<br>" * n,
        "n of <br> behind a label": lambda n: head + "**Abstract:** a" + "<br>" * n,
        "n of <details> in a body": lambda n: head + "<details>" * n,
        "n quotes in a body": lambda n: head + "> words\n" * n,
        "n of > in a body": lambda n: head + "> " * n + "words",
        "n links behind a title": lambda n: f"## A [[paper](https://a.b)]{' [[code](https://a.c)]' * n}\n\n{head}",
        "n rules and words": lambda n: head + "---\n\nwords\n\n" * n + "## 2. B\n\n**Paper:** https://a.b\n",
        "n rules at the end": lambda n: f"{head}## 2. B\n\n**Paper:** https://a.b\n\n" + "---\n\nwords\n\n" * n,
        "n citations in prose": lambda n: "# Papers\n\n" + "## A\n\nSee [a](https://arxiv.org/abs/2410.1), b.\n\n" * n,
        "JSON on top": lambda n: '{"a": ' + "[" * n + f"\n\n{head}",
        "n members of JSON on top": lambda n: "{" + ",".join(f'"a{k}": 1' for k in range(n)) + "}\n\n" + head,
    }
    for name, text in texts.items():
        yield Case("outline", name, lambda n, text=text: calls(parse, text(n), dialect="outline"))


def _parsed(units: Iterable[str], dialect: str | None) -> dict[str, Prepare]:
    return {
        unit: lambda n, unit=unit: calls(mlweekly.markdown.parse, hostile.repeated(unit, n), dialect=dialect)
        for unit in units
    }


def _json() -> Iterator[Case]:
    loads, dumps = mlweekly.json.loads, mlweekly.json.dumps
    yield Case("json", "loads n papers", lambda n: calls(loads, dumps(hostile.issue(n))), memory=True)
    yield Case("json", "dumps n papers", lambda n: calls(dumps, hostile.issue(n)), memory=True)
    texts: dict[str, Callable[[int], str]] = {
        "long name, array of n, NaN": lambda n: f'{{"{"x" * n}": [{"0," * n}NaN]}}',
        "n unknown members": lambda n: "{" + ",".join(f'"m{k}": {k}' for k in range(n)) + "}",
        "n papers that are none": lambda n: '{"version": "1.0", "papers": [' + ",".join(["3"] * n) + "]}",
        "n lone surrogates": lambda n: '{"version": "1.0", "lead": [' + ",".join([r'"\ud800"'] * n) + "]}",
        "n names twice": lambda n: "{" + ",".join(['"a": 1'] * n) + "}",
        "n brackets": lambda n: "[" * n,
        "n digits": lambda n: '{"version": "1.0", "rank": ' + "1" * n + "}",
    }
    for name, text in texts.items():
        yield Case("json", name, lambda n, text=text: calls(_refused, loads, text(n)), memory=True)


def _refused(function: Callable[[str], object], text: str) -> None:
    try:
        function(text)
    except mlweekly.Error as error:
        str(error)


def _validate() -> Iterator[Case | Family]:
    validate, parse = mlweekly.validate, mlweekly.markdown.parse
    values: dict[str, Callable[[int], Issue | Series]] = {
        "n papers": hostile.issue,
        "n papers without links": lambda n: hostile.issue(n, linked=False),
        "n papers of one title": lambda n: Issue(papers=[hostile.paper(k + 1, title="x") for k in range(n)]),
        "n issues": lambda n: Series([hostile.issue(1)] * n),
        "n links in one paper": hostile.linked,
        "n links of one page": lambda n: hostile.linked(n, same=True),
        "n links of one arXiv paper": lambda n: Issue(papers=[hostile.paper(1, *[hostile.arxiv(0)] * n)]),
        "one arXiv address of n letters": lambda n: Issue(
            papers=[hostile.paper(1, Link(f"https://arxiv.org/abs/{'a' * n}/1"))]
        ),
        "n contents entries": lambda n: Series(
            [hostile.issue(1)], contents=[ContentsEntry(f"W{k}", f"#w-{k}") for k in range(n)]
        ),
    }
    texts: dict[str, Callable[[int], str]] = {
        "one table of n rows": lambda n: hostile.rows(n, hostile.usual_row),
        "n rows without a separator": lambda n: hostile.rows(n, lambda number: f"| {number}) Some words | |"),
        "n lines of front matter that never closes": lambda n: (
            "---\n" + "-a: b\n" * n + "...\n\n" + hostile.rows(1, hostile.usual_row)
        ),
        "n malformed links": lambda n: hostile.table_of("words", "[Paper][https://a.b] " * n),
        "n ignore comments": lambda n: hostile.rows(1, hostile.usual_row) + "<!-- mlweekly: ignore D102 -->\n" * n,
        "links cell that ends in n times 0 and !": lambda n: hostile.table_of("x", f"[P](https://a.b) {'0' * n}!"),
        "n HTML blocks": lambda n: hostile.post_of(body="<details>x</details>\n\n" * n),
    }
    for name, value in values.items():
        yield Case("validate", name, lambda n, value=value: calls(validate, value(n)))
    for name, text in texts.items():
        yield Case("validate", name, lambda n, text=text: calls(validate, parse(text(n))))
    units: dict[str, Prepare] = {
        unit: lambda n, unit=unit: calls(validate, hostile.translated(unit, n)) for unit in hostile.VALIDATED_UNITS
    }
    yield Family("validate", "text and translation", units)
    posts: dict[str, Prepare] = {
        f"{unit} in its {place}": lambda n, place=place, unit=unit: calls(
            validate, parse(hostile.post_of(**{place: hostile.repeated(unit, n, start="あ")}))
        )
        for place in ("title", "lead", "heading", "body", "original", "links", "notice")
        for unit in ("&#10;", "&#10; ", "0", "1,", "<b>", "[", "* ", "\\")
    }
    yield Family("validate", "post with repeated text", posts)


def _diff() -> Iterator[Case]:
    sides: dict[str, Callable[[int], tuple[Issue | Series, Issue | Series]]] = {
        "n papers shuffled": lambda n: _with(hostile.issue(n), hostile.shuffled),
        "n papers reversed": lambda n: _with(hostile.issue(n), lambda old: hostile.with_papers(old, old.papers[::-1])),
        "n papers without keys retitled": lambda n: _with(hostile.issue(n, linked=False), hostile.retitled),
        "n papers without keys shuffled": lambda n: _with(hostile.issue(n, linked=False), hostile.shuffled),
        "n other papers": lambda n: (hostile.issue(n), Issue(papers=[hostile.paper(k + 1) for k in range(n)])),
        "n links shuffled": lambda n: (hostile.linked(n), hostile.linked(n, order=1)),
        "n links of one target shuffled": lambda n: (
            hostile.linked(n, same=True),
            hostile.linked(n, order=1, same=True),
        ),
        "n issues reversed": lambda n: (Series(hostile.weeks(n)), Series(hostile.weeks(n)[::-1])),
        "n paragraphs reversed": lambda n: (
            Issue(lead=[f"P{k}" for k in range(n)]),
            Issue(lead=[f"P{n - k}" for k in range(n)]),
        ),
        "n words, each other": lambda n: (Issue(lead=["a " * n + "x"]), Issue(lead=["b " * n + "x"])),
    }
    for name, pair in sides.items():
        yield Case("diff", name, lambda n, pair=pair: calls(_diff_of, pair(n)))
    patches: dict[str, Callable[[mlweekly.Patch, Issue], object]] = {
        "apply n operations": lambda patch, old: patch.apply(old),
        "inverse of n operations": lambda patch, _: patch.inverse(),
        "str of n operations": lambda patch, _: str(patch),
        "to_json_patch of n operations": lambda patch, _: patch.to_json_patch(),
    }
    for name, use in patches.items():
        yield Case("patch", name, lambda n, use=use: calls(use, *_moves(n)))


def _diff_of(pair: tuple[Issue, Issue]) -> object:
    return mlweekly.diff(*pair)


def _with(old: Issue, change: Callable[[Issue], Issue]) -> tuple[Issue, Issue]:
    return old, change(old)


def _moves(size: int) -> tuple[mlweekly.Patch, Issue]:
    old = hostile.issue(size)
    return mlweekly.diff(old, hostile.retitled(old)), old


def _merge() -> Iterator[Case]:
    sides: dict[str, Callable[[Issue], tuple[Issue, Issue]]] = {
        "n titles on one side, n moves on the other": lambda base: (hostile.retitled(base), hostile.shuffled(base)),
        "n titles on both sides": lambda base: (hostile.retitled(base), hostile.retitled(hostile.retitled(base))),
        "n papers added on both sides": lambda base: (base, hostile.issue(2 * len(base.papers))),
        "n papers gone on one side": lambda base: (attrs.evolve(base, papers=[]), hostile.retitled(base)),
    }
    for name, change in sides.items():
        yield Case("merge", name, lambda n, change=change: calls(_merged, base := hostile.issue(n), *change(base)))
    yield Case("merge", "n links shuffled on both sides", lambda n: calls(_merged, *_shuffled_links(n)))
    texts: dict[str, Callable[[str], tuple[str, str]]] = {
        "words of n rows": lambda base: (base.replace("words", "terms"), base.replace("Some", "Few")),
        "n contradictions": lambda base: (base.replace("words", "terms"), base.replace("words", "names")),
        "n rows gone, and reworded": lambda base: (hostile.rows(1, hostile.usual_row), base.replace("words", "names")),
        "n rows added on both sides": lambda base: (
            base + base.replace("Paper", "Own"),
            base + base.replace("/2", "/1"),
        ),
        # The value has theirs first, by their ranks.
        "n rows added on both sides, theirs above ours": lambda base: (
            base + base.removeprefix(hostile.HEADER).replace(") **Paper", "9) **Own"),
            base + base.removeprefix(hostile.HEADER).replace(") **Paper", "1) **Their").replace("/2", "/1"),
        ),
        "other line ends, and nothing but spaces": lambda base: (base.replace("\n", "\r"), base.replace(" ", "  ")),
    }
    for name, edit in texts.items():
        yield Case("merge", f"texts: {name}", lambda n, edit=edit: _merged_texts(n, edit))


def _merged_texts(size: int, edit: Callable[[str], tuple[str, str]]) -> Callable[[], object]:
    base = hostile.rows(size, hostile.usual_row)
    ours, theirs = edit(base)
    return calls(mlweekly.markdown.merge, base, ours=ours, theirs=theirs)


def _shuffled_links(size: int) -> list[Issue]:
    return [hostile.linked(size, order=order) for order in range(3)]


def _merged(base: Issue, ours: Issue, theirs: Issue) -> object:
    return mlweekly.merge(base, ours=ours, theirs=theirs)


def _edit() -> Iterator[Case]:
    changes: dict[str, Callable[[Issue], Issue]] = {
        "all n titles": hostile.retitled,
        "reversed": lambda old: hostile.with_papers(old, old.papers[::-1]),
        "all papers but one gone": lambda old: attrs.evolve(old, papers=old.papers[:1]),
    }
    for dialect in mlweekly.markdown.DIALECTS:
        for name, change in changes.items():
            yield Case("edit", f"{dialect}: {name}", lambda n, d=dialect, change=change: _edited(d, n, change))


def _edited(dialect: str, size: int, change: Callable[[Issue], Issue]) -> Callable[[], object]:
    text, old = hostile.written(dialect, size)
    patch = mlweekly.diff(old, change(old))
    return calls(mlweekly.markdown.edit, text, patch, dialect=dialect)


def _reports() -> Iterator[Case]:
    writers = {"text": reports.text, "markdown": reports.markdown, "html": reports.html}
    for name, write in writers.items():
        yield Case("reports", f"{name}: title of n spaces", lambda n, w=write: calls(w, Issue(title=f"a{' ' * n}b")))
        yield Case("reports", f"{name}: title of n ':'", lambda n, w=write: calls(w, Issue(title=f"a{':' * n}b")))
        yield Case("reports", f"{name}: n operations", lambda n, w=write: calls(w, _moves(n)[0]))
        yield Case("reports", f"{name}: n findings", lambda n, w=write: calls(w, _report(n)))
    yield Case("reports", "data: n findings", lambda n: calls(reports.data, _report(n)))
    yield Case("reports", "sarif: n findings", lambda n: calls(reports.sarif, _report(n)))
    yield Case("reports", "str: n findings", lambda n: calls(str, _report(n)))


def _report(size: int) -> mlweekly.Report[Series]:
    text = hostile.rows(size, lambda number: f"| {number}) **Paper {number}** - some ((words | [Tweet](http://a.b/) |")
    return mlweekly.validate(mlweekly.markdown.parse(text, name="README.md"))


def _values() -> Iterator[Case | Family]:
    uses: dict[str, Callable[[mlweekly.LinkSet, mlweekly.LinkSet], object]] = {
        "|": lambda one, other: one | other,
        "&": lambda one, other: one & other,
        "-": lambda one, other: one - other,
        "in, n times": lambda one, other: [link in one for link in other],
        "hash and ==": lambda one, other: (hash(one), one == other),
    }
    for name, use in uses.items():
        yield Case("LinkSet", name, lambda n, use=use: calls(use, *hostile.link_sets(n)))
    urls: dict[str, Prepare] = {
        f"{start}{unit}…{end}": lambda n, start=start, unit=unit, end=end: calls(
            _target, hostile.repeated(unit, n, start=start, end=end)
        )
        for start in hostile.URL_STARTS
        for unit in hostile.URL_UNITS
        for end in ("", "!")
    }
    yield Family("identifiers", "repeated text", urls)
    dates: dict[str, Prepare] = {
        unit: lambda n, unit=unit: calls(find_range, hostile.repeated(unit, n)) for unit in hostile.DATE_UNITS
    }
    yield Family("dates", "find_range in repeated text", dates)
    yield Case("model", "text of n translations", lambda n: calls(Text, "x", translations=_tags(n)))


def _tags(size: int) -> dict[str, str]:
    return {f"x-a{number}": "y" for number in range(size)}


def _target(url: str) -> object:
    return None if url_problem(url) else target_of(url)
