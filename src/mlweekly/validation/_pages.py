"""
What stands on the page of a report.

Lives here: how findings are grouped and counted for a person, with their fixes below them.
Must not know: how a page is written; any rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mlweekly._display import Block, Heading, Inline, Item, Items, Page, Paragraph, Run, Sign, counted, quote
from mlweekly.document import Document
from mlweekly.model import Issue, Series
from mlweekly.validation._finding import Finding, Severity

__all__ = ["report_page"]

_NOUNS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "remark"}


def report_page(subject: Issue | Series, findings: Sequence[Finding], document: Document | None) -> Page:
    """
    Return the page of what was found: how many findings there are, and each with its place, its evidence and its fix.
    """
    severities = Counter(finding.severity for finding in findings)
    counts = ", ".join(counted(severities[word], noun) for word, noun in _NOUNS.items() if severities[word])
    title = counted(len(findings), "finding").capitalize() + (f": {counts}" if counts else "")
    name = document.name if document is not None else None
    blocks: list[Block] = [Paragraph((quote(name, "code"),))] if name else []
    for heading, group in _by_issue(subject, findings):
        if heading is not None:
            blocks.append(Heading((heading,)))
        blocks.append(Items(_item(finding, document) for finding in group))
    return Page((Run(title),), blocks)


def _by_issue(subject: Issue | Series, findings: Iterable[Finding]) -> Iterator[tuple[Inline | None, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        parts = finding.pointer.split("/")
        issue = parts[2] if parts[1:2] == ["issues"] and len(parts) > 2 else ""
        groups.setdefault(issue, []).append(finding)
    for issue, group in groups.items():
        if isinstance(subject, Series) and issue.isdecimal() and int(issue) < len(subject):
            title = subject[int(issue)].title
            yield (Run(f"Issue {int(issue) + 1}") if title is None else quote(title)), group
        else:
            yield None, group


def _item(finding: Finding, document: Document | None) -> Item:
    line: tuple[Inline, ...] = (
        quote(_place(finding, document), "code"),
        Run(" "),
        Run(finding.code, "strong"),
        Run(" "),
        quote(finding.message),
        Run(f" ({finding.name})", "quiet"),
    )
    if finding.fix is None:
        return Item(finding.severity, line)
    page = finding.fix.patch.__page__()
    sign: Sign = "safe" if finding.fix.safe else "unsafe"
    return Item(finding.severity, line, (Item(sign, page.title, tuple(_listed(page))),))


def _listed(page: Page) -> Iterator[Item]:
    """
    Yield the items of a page; what stands below a heading, below an item.
    """
    heading: tuple[Inline, ...] = ()
    for block in page.blocks:
        if isinstance(block, Heading):
            heading = block.inlines
        elif isinstance(block, Items):
            yield from (Item("note", heading, block.items),) if heading else block.items


def _place(finding: Finding, document: Document | None) -> str:
    if document is None or finding.span is None:
        return finding.pointer or "(root)"
    line, column = document.position(finding.span.start)
    return f"{document.name or '(text)'}:{line}:{column}:"
