"""
Values written for a person, and reports for programs.

A value says what is on its page; `text`, `markdown` and `html` write any page. Notebooks and `rich.print` show the same
values by themselves. Where a function takes a report, it takes several, too. This package knows neither how a text is
read nor how a value was made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypeAlias, cast, get_args, overload

from mlweekly._display import Displayed, Page, html_document, plain_text
from mlweekly._display import markdown as markdown_of
from mlweekly._loading import on_demand
from mlweekly._wording import expect, wrong_type
from mlweekly.changes import Merged, MergedEditions, Patch
from mlweekly.document import Document
from mlweekly.model import Issue, LinkSet, Paper, Series
from mlweekly.validation import Finding, Report, Rule

__all__ = ["AnyReport", "Displayable", "Sort", "data", "github", "html", "markdown", "sarif", "text"]

AnyReport: TypeAlias = Report[Issue] | Report[Series]
"""
A report of any kind.
"""

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(__name__, __all__)

Displayable: TypeAlias = (
    Issue
    | Series
    | Paper
    | LinkSet
    | Document
    | Patch
    | Merged[Issue]
    | Merged[Series]
    | MergedEditions
    | Finding
    | Rule
    | AnyReport
    | Iterable[AnyReport]
)
"""
What can be shown; of several values at once, reports.
"""

Sort: TypeAlias = Literal["document", "severity"]
"""
The order of findings: by issue, as the text has them, or by severity, with wrong weeks first and habits last.
"""


def text(value: Displayable, *, sort: Sort = "severity") -> str:
    """
    Return the value as plain text; changed words are marked as in `git diff --word-diff`: `[-old-]{+new+}`.

    Control characters are replaced by their names, so the text does nothing to a terminal.

    >>> from mlweekly.changes import IssueRetitled, Patch
    >>> print(text(Patch([IssueRetitled("", before="Papers of June", after="Papers of September")])))
    1 change
    1 issue retitled
      ~ title: Papers of [-June-]{+September+}

    Args:
        value: Any of them, or several reports.
        sort: The order of the findings of a report: "severity", wrong weeks first, then errors, warnings and infos, and
            habits last; or "document", issue by issue in the order of the text.

    Raises:
        TypeError: It is nothing that can be shown, or no order.
    """
    if sort not in get_args(Sort):
        raise TypeError(f'expected "document" or "severity" as the order of findings, got {sort!r}')
    return plain_text(_page_of(value, is_by_severity=sort == "severity"))


def markdown(value: Displayable) -> str:
    """
    Return the value as Markdown for a comment or a pull request; nothing that a digest says becomes markup.

    Raises:
        TypeError: It is nothing that can be shown.
    """
    return markdown_of(_page_of(value))


def html(value: Displayable, title: str | None = None) -> str:
    """
    Return the value as an HTML document that needs nothing else: no script, no request, for light and dark.

    Each text of a digest has its language in `lang`.

    Args:
        value: Any of them, or several reports.
        title: The heading of the document; without one, the value's own title or count is the heading.

    Raises:
        TypeError: It is nothing that can be shown, or the title is no text.
    """
    if title is not None:
        expect(title, str, "a title as a text")
    return html_document(_page_of(value), title)


@overload
def data(report: AnyReport) -> dict[str, object]: ...
@overload
def data(report: Iterable[AnyReport]) -> list[dict[str, object]]: ...
def data(report: AnyReport | Iterable[AnyReport]) -> dict[str, object] | list[dict[str, object]]:
    """
    Return a report as plain data: dicts, lists, strings, numbers, booleans and None, ready for any JSON library.

    Offsets count code points from 0, lines and columns from 1, and ends are excluded; a fix is a list of sentences. Of
    several reports, the list.

    Raises:
        TypeError: It is no report.
    """
    from mlweekly.reports._data import data_of

    reports = [data_of(each) for each in _reports(report)]
    return reports[0] if isinstance(report, Report) else reports


def github(report: AnyReport | Iterable[AnyReport]) -> str:
    """
    Return a report, or several, as annotations of GitHub Actions: a workflow command a line, to be printed in a step.

    An error is an `error`, a warning a `warning`, an info a `notice`, beside the lines of the file that the name of the
    document is the path of. Without findings there is nothing to print.

    Raises:
        TypeError: It is no report.
    """
    from mlweekly.reports._github import github_of

    return github_of(_reports(report))


def sarif(report: AnyReport | Iterable[AnyReport], *, home_url: str | None = None) -> dict[str, object]:
    """
    Return a report, or several as one run, as plain data by SARIF 2.1.0, which hosted repositories and editors show.

    For a document, a result has its region, and a fix is the text to replace; otherwise a result has the pointer as its
    logical location. Findings that are suppressed or in the baseline are included and marked as such. Every document
    is an artifact, also where nothing was found.

    Args:
        report: The report or reports; the names of their documents become the URIs of the artifacts.
        home_url: Where the documentation is: each rule of the catalogue gets the URL of its page there.

    Raises:
        EncodeError: A document has no name, or `home_url` is no URL; each one is listed.
        Error: Python removed the docstrings that the log quotes, since it runs with `-OO`.
        TypeError: It is no report.
    """
    from mlweekly.reports._sarif import sarif_of

    if home_url is not None:
        expect(home_url, str, "the URL of the documentation")
    return sarif_of(_reports(report), home_url)


def _page_of(value: Displayable, *, is_by_severity: bool = True) -> Page:
    if isinstance(value, Displayed) and not isinstance(value, Report):
        return value.__page__()
    from mlweekly.validation._listing import listing_of
    from mlweekly.validation._pages import reports_page

    expected = "an Issue, a Series, a Paper, a Document, a Patch, a Merged, a Report, or several reports"
    reports = _reports(value, Displayed, expected)
    return reports_page([listing_of(each, is_by_severity=is_by_severity) for each in reports])


def _reports(
    value: object, wanted: type[object] = Report, expected: str = "a Report, or several"
) -> tuple[AnyReport, ...]:
    if isinstance(value, Report):
        return (cast("AnyReport", value),)
    if not isinstance(value, Iterable) or isinstance(value, str | bytes | Displayed):
        raise wrong_type(value, wanted, expected)
    reports = tuple(cast("Iterable[object]", value))
    if not all(isinstance(each, Report) for each in reports):
        raise wrong_type(reports, wanted, expected)
    return cast("tuple[AnyReport, ...]", reports)
