"""
What a person sees who types the name of a value: one short line, or a page that is bounded, in any language.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import html5lib
import pytest
from attrs import evolve
from hypothesis import Phase, given, settings

import mlweekly
from mlweekly import Document, Issue, Link, LinkSet, Paper, Problem, Report, Series, Settings, Text, markdown, reports
from mlweekly._display import Displayed
from mlweekly.changes import IssueRetitled, Patch
from mlweekly.validation import Finding, Fix
from tests.reports.corrected import AFTER, BEFORE, titled
from tests.strategies import issues, strings

JUNE = """\
## Papers of the Week (June 10 - June 16) - 2024

| **Paper** | **Links** |
|---|---|
| 1) **Moshi** - our own words | [Tweet](https://x.com/kyutai_labs/status/1836427396959932492) |
"""


def finding(message: str = "m") -> Finding:
    """
    Return a finding that says this wherever it can.
    """
    fix = Fix(Patch([IssueRetitled("", before=message, after=f"{message}.")]), safe=True)
    return Finding(
        code="MY1",
        name="mine",
        severity="info",
        pointer="/title",
        message=message,
        evidence={"seen": message, "each": {message or "key": [message]}},
        fix=fix,
        fingerprint="0" * 16,
    )


def values_saying(text: str) -> Iterator[Displayed]:
    """
    Yield a value of each class that has a page, which says this text wherever it can.
    """
    issue = titled(text)
    document = Document(Series([issue], title=text), text, name=text or None, unplaced=((1, text),))
    yield from (issue, issue.papers[0], issue.papers[0].links, document.series, document)
    yield evolve(document, problems=(Problem("/title", text, 1),))
    yield mlweekly.diff(Issue(title="other"), issue)
    yield mlweekly.merge(Issue(), ours=issue, theirs=Issue(title=f"{text}!"))
    yield from (finding(text), Report(issue, (finding(text),)), mlweekly.rules()[2])


def elements(page: str) -> list[tuple[str, dict[str, str]]]:
    """
    Return the elements of a fragment or a document, which has no error by the HTML standard.
    """
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(page if page.startswith("<!DOCTYPE") else f"<!DOCTYPE html><title>t</title>{page}")
    return [(str(each.tag), dict(each.attrib)) for each in tree.iter() if isinstance(each.tag, str)]


@given(strings())
@settings(max_examples=30)
def test_every_page_is_html_by_the_standard(text: str) -> None:
    """
    An HTML parser finds no error in a page, no script in it, and the same elements as where a harmless word is said.
    """
    for hostile, harmless in zip(values_saying(text), values_saying("word"), strict=True):
        tags = {tag for tag, _ in elements(hostile._repr_html_())}
        assert "script" not in tags
        assert not any(name.startswith("on") for _, held in elements(hostile._repr_html_()) for name in held)
        if text.strip() and not isinstance(hostile, mlweekly.Patch | mlweekly.Merged):
            assert tags <= {tag for tag, _ in elements(harmless._repr_html_())} | {"bdi", "ins", "del", "ul", "li"}


@pytest.mark.parametrize("character", ["\ufdd0", "\ufffe", "\U0001ffff", "\U0010fffe"])
def test_characters_that_no_page_may_hold_are_named(character: str) -> None:
    """
    Noncharacters of Unicode are an error in HTML: their names are shown.
    """
    page = reports.html(Issue(title=f"a{character}b"))

    assert f"a‹U+{ord(character):04X}›b" in page
    assert elements(page)


@given(issues())
@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
def test_each_text_of_a_digest_has_its_language(issue: Issue) -> None:
    """
    Every text is in an element that tells its language; where that is not known it is empty, and never English.
    """
    for value in (issue, *issue.papers, mlweekly.diff(Issue(), issue)):
        held = [attributes for tag, attributes in elements(reports.html(value)) if tag == "bdi"]
        assert all("lang" in attributes for attributes in held)


def test_the_language_of_an_edition_goes_first() -> None:
    """
    A title and a summary are shown in the edition's language, then in the original's, each with its tag.
    """
    page = reports.html(BEFORE)

    assert page.startswith('<!DOCTYPE html>\n<html lang="ja">')
    assert '<strong>モシ</strong></bdi><span class="quiet"> en </span><bdi lang="en">Moshi</bdi>' in page
    assert '<bdi lang="ja"><span class="quiet">70億の単語で学習しました</span></bdi>' in page
    assert '<main class="mlweekly" lang="en">' in page
    assert reports.html(Issue(title="제목", language="ko")).count('lang="ko"') == 2
    assert '<html lang="en">' in reports.html(Issue(title="제목"))
    assert '<h1><bdi lang="">제목</bdi></h1>' in reports.html(Issue(title="제목"))


def test_another_region_of_the_language_is_nearer_than_another_language() -> None:
    """
    An edition in `pt` shows a title in `pt-BR`, if it has none in `pt`.
    """
    title = Text("Moshi", translations={"fr": "Un", "pt-BR": "Um"})

    assert "1.  Um en Moshi fr Un" in reports.text(Issue(language="pt", papers=[Paper(rank=1, title=title)]))


def test_original_and_translation_are_side_by_side() -> None:
    """
    A paper has a column for each language; of many, three are shown and the others named.
    """
    cells = reports.text(BEFORE.papers[0]).splitlines()
    many = Text("one", translations={"de": "eins", "fr": "un", "ja": "一", "ko": "하나"})

    assert "  Summary  A speech model of 7B words." in cells
    assert "      70億の単語で学習しました" in cells
    assert "2 more translations: ja, ko" in reports.text(Paper(rank=1, title=many))


def test_a_review_shows_the_original_beside_the_translation() -> None:
    """
    Below a finding in a translated text, and below a conflict in one, are the original and the translations.
    """
    found = evolve(finding(), pointer="/papers/0/summary/translations/ja", fix=None)
    lines = reports.text(Report(BEFORE, (found,))).splitlines()
    papers = [evolve(BEFORE.papers[0], summary=Text("A speech model of 7B words.", translations={"ja": "別の文"}))]
    merged = mlweekly.merge(BEFORE, ours=AFTER, theirs=evolve(BEFORE, papers=(*papers, *BEFORE.papers[1:])))

    assert "    · en A speech model of 7B words." in lines
    assert "    · ja 70億の単語で学習しました" in lines
    assert "  · en A speech model of 7B words." in reports.text(merged).splitlines()
    assert '<bdi lang="ja">' in reports.html(merged)
    assert '<bdi lang="ja"><del>70億</del><ins>700億</ins>' in reports.html(mlweekly.diff(BEFORE, AFTER))


@pytest.mark.parametrize("value", list(values_saying("long words " * 1000)), ids=lambda value: type(value).__name__)
def test_a_name_at_a_prompt_is_one_short_line(value: Displayed) -> None:
    """
    The `repr` of every value that has a page is one line of at most 700 characters, whatever it holds.
    """
    assert len(repr(value)) <= 700
    assert "\n" not in repr(value)


def test_other_values_are_short_too() -> None:
    """
    Settings with a large baseline say how large it is, and a link cuts a long URL and a long label.
    """
    baseline = Settings(baseline={f"{number:016x}" for number in range(10_000)})

    assert "baseline=<10000 fingerprints>" in repr(baseline)
    assert len(repr(Link(f"https://example.org/{'a' * 10_000}", "word " * 1000))) < 500
    assert repr(mlweekly.rules()[2]) == "<IssueRule D103 title-vs-posts, error>"
    assert repr(finding("words")) == "<Finding /title: MY1 words>"


def test_a_name_in_a_notebook_is_bounded() -> None:
    """
    A long report shows its errors first and says how many findings it does not show; a call shows them all.
    """
    findings = [evolve(finding(f"finding {number}"), severity="warning") for number in range(2000)]
    report = Report(BEFORE, (*findings, evolve(finding("the error"), severity="error")))
    page = report._repr_html_()

    assert len(page) < 60_000
    assert page.index("the error") < page.index("finding 0<")
    assert "1951 more findings not shown here" in page
    assert "2001 findings: 1 error, 2000 warnings" in page
    assert "finding 1999" not in page
    assert "finding 1999" in reports.html(report)
    assert "finding 1999" in str(report)


HUGE = Text("word " * 20_000)
LONG: list[Displayed] = [
    Series([Issue(title=f"Week {number}") for number in range(5000)]),
    Issue(papers=[Paper(rank=number, title=Text("t" * 300)) for number in range(1, 3000)]),
    Issue(lead=("word " * 20_000,) * 40),
    Paper(rank=1, title=HUGE, summary=HUGE, details={f"label {number}": "word " * 50 for number in range(3000)}),
    LinkSet([Link(f"https://example.org/{number}/{'a' * 5000}", "label") for number in range(300)]),
    Issue(papers=[Paper(rank=1, title=HUGE, links=LinkSet([Link(f"https://example.org/{n}") for n in range(9000)]))]),
    Patch([IssueRetitled("", before="old", after="new")] * 3000),
    evolve(finding("word " * 50_000), evidence={f"key {number}": ["seen"] * 9 for number in range(5000)}),
]


@pytest.mark.parametrize("value", LONG, ids=lambda value: type(value).__name__)
def test_the_page_of_a_long_value_is_bounded(value: Displayed) -> None:
    """
    A notebook gets at most 200 kB, and is told how much is not shown.
    """
    assert len(value._repr_html_()) < 200_000
    assert len(value._repr_markdown_()) < 200_000
    assert re.search("[0-9]+ more (lines?|characters?)", value._repr_markdown_())


def test_short_values_are_shown_whole() -> None:
    """
    What is short says the same in a notebook as in a call.
    """
    for value in values_saying("word"):
        assert value._repr_markdown_() == reports.markdown(value)  # type: ignore[arg-type]  # each is displayable
        assert "not shown here" not in value._repr_markdown_()


def test_a_document_shows_what_was_not_read() -> None:
    """
    The page of a document has its name and dialect, its issue, and what was read with doubt or fits no field.
    """
    lines = reports.text(markdown.parse(f"{JUNE}| [Tweet]() | x |\n\nstray\n", name="a.md")).splitlines()

    assert lines[0] == "Papers of the Week (June 10 - June 16) - 2024"
    assert lines[1].startswith("a.md · dialect table · ")
    assert any(line.startswith("  · line ") for line in lines[lines.index("Fits no field") :])
    assert reports.text(Document(Series(), "")).splitlines()[:2] == [
        "Series of no issues",
        "dialect None · no problems · no unplaced",
    ]
    assert "Read with doubt" in reports.text(Document(Series(), "", problems=(Problem("", "words", 3),)))


def test_a_rule_shows_its_documentation() -> None:
    """
    The page of a rule has its promise, its examples as they are, and the code of its prose as code.
    """
    page = reports.html(mlweekly.rules()[2])

    assert "<h1>D103 title-vs-posts</h1>" in page
    assert "<h3>Why it matters</h3>" in page
    assert page.count("<pre") == 2
    assert "    ## " in reports.markdown(mlweekly.rules()[2])


def test_many_reports_name_every_file() -> None:
    """
    Text, Markdown and HTML of several reports have one count, and each file with its own, also where nothing was found.
    """
    named = [mlweekly.validate(markdown.parse(JUNE, name=name), select="D103") for name in ("a.md", "b.md")]
    clean = mlweekly.validate(markdown.parse(JUNE, name="c.md"), select="D112")
    lines = reports.text([*named, clean]).splitlines()

    assert lines[0] == "2 findings: 2 errors in 3 reports"
    assert [line for line in lines if line.endswith(".md")] == ["a.md", "b.md", "c.md"]
    assert lines[-1] == "no findings"
    assert reports.html(iter([clean])) == reports.html(clean)
    assert "c.md" in reports.text(clean)
    assert str(clean) == "c.md: no findings"
    assert "Report 1" in reports.text([Report(Issue()), Report(Issue())])
    assert [each["name"] for each in reports.data([*named, clean])] == ["a.md", "b.md", "c.md"]


def test_the_order_of_findings_is_chosen() -> None:
    """
    By severity, errors come first, wherever they are; else the order is that of the text, if one asks for it.
    """
    first, last = evolve(finding("first"), severity="info"), evolve(finding("last"), severity="error")
    report = Report(Issue(), (first, last))

    by_document, by_severity = reports.text(report, sort="document"), reports.text(report)
    assert by_document.index("first") < by_document.index("last")
    assert by_severity.index("last") < by_severity.index("first")
    with pytest.raises(TypeError, match='expected "document" or "severity" as the order of findings, got \'size\''):
        reports.text(report, sort="size")  # type: ignore[arg-type]  # the mistake that is tested


@pytest.mark.parametrize("value", [None, "text", b"text", 3, BEFORE, [BEFORE], ["text"]])
def test_what_is_no_report_is_refused(value: object) -> None:
    """
    Where reports are expected, nothing else is taken for one.
    """
    for write in (reports.data, reports.github, reports.sarif):
        with pytest.raises(TypeError, match="expected a Report, or several, got"):
            write(value)  # type: ignore[operator]  # the mistake that is tested


def test_a_finding_tells_its_line_by_itself() -> None:
    """
    A report uses the line and the column of a finding, also of one that was built by hand.
    """
    report = Report(Issue(), (evolve(finding(), line=3, column=7, fix=None),))

    assert str(report).startswith("(text):3:7: MY1 m\n")
    assert "(text):3:7: MY1 m (mine)" in reports.text(report)


def test_messages_and_lines_of_a_report_do_nothing_to_a_terminal() -> None:
    """
    A title with controls is named in the message, in the report and in its `repr`.
    """
    text = JUNE.replace("Moshi", "Mo\x1b[31mshi \u202e").replace("Week", "We\u202eek")
    report = mlweekly.validate(markdown.parse(text, name="a\x1b[31m.md"))

    for told in (str(report), repr(report), *map(str, report.findings), *(each.message for each in report.findings)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told)


def run(option: str, code: str) -> str:
    """
    Return what Python prints that runs some code with an option.
    """
    command = [sys.executable, *([option] if option else []), "-c", f"import mlweekly\n{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def test_without_docstrings_pages_of_rules_are_refused() -> None:
    """
    With `-OO` reports are as they are without; what quotes the docstrings of rules says that there are none.
    """
    shown = f"report = mlweekly.validate(mlweekly.markdown.parse({JUNE!r}, name='a.md'))\nR = mlweekly.reports\n"
    shown += "print(ascii((str(report), R.text(report), R.html(report), R.github(report), R.data(report))))"
    refused = """
for ask in (lambda: mlweekly.rules()[2].page(), lambda: mlweekly.rules()[2].summary,
            lambda: mlweekly.reports.sarif(mlweekly.validate(mlweekly.Issue()))):
    try:
        ask()
    except mlweekly.Error as error:
        print(error)
"""

    assert run("-OO", shown) == run("", shown)
    sentence = "the pages of rules are docstrings, which Python removes when it runs with -OO; run it with -O"
    assert run("-OO", refused).splitlines() == [sentence] * 3
    assert run("-O", refused) == ""
