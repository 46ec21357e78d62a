"""
Review a translated edition beside its original: a page with both, and what speaks against the translation.

    python translation_desk.py original.md translation.md -o review.html

Papers are paired by what they are (the arXiv number, the DOI, the address of the paper), so the editions may be in any
form and order. The findings of the rules on translations and editions are below the paper that they are about. The exit
code is 1 if one of them is an error. Needs mlweekly alone.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from string import Template

import mlweekly
from mlweekly import Document, Finding, Paper, Report, Series, Text

RULES = ("T", "S609", "P309")
"""
The rules on translations, and on two editions of an issue.
"""

PAGE = Template("""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Review</title>
<style>
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
section { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; border-top: 1px solid; padding: 1rem 0 }
section > ul { grid-column: 1 / -1 } .error { color: light-dark(#b00020, #ff8a80); font-weight: bold }
</style>
</head>
<body>
<h1>$title</h1>
$content
</body>
</html>
""")


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Write the page and return the exit code.
    """
    parser = argparse.ArgumentParser(prog="translation_desk.py", description="Review a translated edition.")
    parser.add_argument("original", type=Path)
    parser.add_argument("translation", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, help="the page to write")
    options = parser.parse_args(arguments)
    original, translation = (
        mlweekly.markdown.parse(path.read_text(encoding="utf-8"), name=str(path))
        for path in (options.original, options.translation)
    )
    report = mlweekly.validate(translation, select=RULES, editions=[original])
    options.output.write_text(page(original, report), encoding="utf-8")
    print(report)
    return 0 if report.ok else 1


def page(original: Document, report: Report[Series]) -> str:
    """
    Return the review of every issue of the translation.
    """
    blocks: list[str] = []
    for place, issue in enumerate(report.subject):
        language = issue.language or "und"
        blocks.append(f'<h2 lang="{language}">{escape(issue.title or "")}</h2>')
        blocks += listed([each for each in report.findings if about(each) == (place, None)])
        for index, paper in enumerate(issue.papers):
            found = [each for each in report.findings if about(each) == (place, index)]
            before = None if paper.key is None else original.series.find(paper.key)
            blocks += ["<section>", *cells(before, paper, language), *listed(found), "</section>"]
    return PAGE.substitute(title=f"{len(report.findings)} findings", content="\n".join(blocks))


def cells(before: Paper | None, after: Paper, language: str) -> Iterator[str]:
    """
    Yield the texts of a paper, each original and then its translation.
    """
    for name in ("title", "summary", "abstract"):
        text: Text | None = getattr(after, name)
        if text is not None:
            # A translated edition may hold the original's words itself; else they are in the original's edition.
            source: Text | None = text if text.original is not None else getattr(before, name, None)
            yield cell(None, "und") if source is None else cell(source.original, source.language or "und")
            yield cell(text.get(language), language)


def cell(words: str | None, language: str) -> str:
    """
    Return words in a language, or a dash for none.
    """
    return f'<p lang="{language}">{escape(mlweekly.markdown.plain_text(words or "–"))}</p>'


def listed(findings: Sequence[Finding]) -> list[str]:
    """
    Return findings as a list, if there are any.
    """
    items = [f'<li class="{each.severity}">{each.code} {escape(each.message)}</li>' for each in findings]
    return ["<ul>", *items, "</ul>"] if items else []


def about(finding: Finding) -> tuple[int, int | None] | None:
    """
    Return the index of the issue and of the paper that a finding is about; no paper for one about the whole issue.
    """
    match = re.match(r"/issues/(\d+)(?:/papers/(\d+))?", finding.pointer)
    return match and (int(match[1]), None if match[2] is None else int(match[2]))


if __name__ == "__main__":
    sys.exit(main())
