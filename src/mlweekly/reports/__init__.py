"""
Issues, series, patches, merges and reports written for a person, and reports for programs.

Each of these functions takes any such value. Notebooks and `rich.print` show the same
values by themselves. This package knows neither how a text is read nor how a value was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mlweekly._display import Displayed, Page, html_document, plain_text
from mlweekly._display import markdown as markdown_of
from mlweekly._loading import on_demand
from mlweekly._wording import expect
from mlweekly.changes import Merged, MergedEditions, Patch
from mlweekly.model import Issue, Series
from mlweekly.validation import Report

__all__ = ["Displayable", "data", "html", "markdown", "sarif", "text"]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(__name__, __all__)

Displayable: TypeAlias = (
    Issue | Series | Patch | Merged[Issue] | Merged[Series] | MergedEditions | Report[Issue] | Report[Series]
)
"""
What can be shown.
"""


def text(value: Displayable) -> str:
    """
    Return the value as plain text; changed words are marked as in `git diff --word-diff`: `[-old-]{+new+}`.

    Control characters are replaced by their names, so the text does nothing to a terminal.

    >>> from mlweekly.changes import IssueRetitled, Patch
    >>> print(text(Patch([IssueRetitled("", before="Papers of June", after="Papers of September")])))
    1 change
    1 issue retitled
      ~ title: Papers of [-June-]{+September+}

    Raises:
        TypeError: It is nothing that can be shown.
    """
    return plain_text(_page_of(value))


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

    Args:
        value: Any of them.
        title: The heading of the document; without one, the value's own title or count is the heading.

    Raises:
        TypeError: It is nothing that can be shown, or the title is no text.
    """
    if title is not None:
        expect(title, str, "a title as a text")
    return html_document(_page_of(value), title)


def data(report: Report[Issue] | Report[Series]) -> dict[str, object]:
    """
    Return a report as plain data: dicts, lists, strings, numbers, booleans and None, ready for any JSON library.

    Offsets count code points from 0, lines and columns from 1, and ends are excluded; a fix is a list of sentences.

    Raises:
        TypeError: It is no report.
    """
    from mlweekly.reports._data import data_of

    expect(report, Report, "a Report")
    return data_of(report)


def sarif(report: Report[Issue] | Report[Series]) -> dict[str, object]:
    """
    Return a report as plain data by SARIF 2.1.0, which hosted repositories and editors show beside the text.

    For a document, a result has its region, and a fix is the text to replace; otherwise a result has the pointer as its
    logical location. Findings that are suppressed or in the baseline are included and marked as such.

    Args:
        report: The report; the name of its document becomes the URI of the artifact.

    Raises:
        TypeError: It is no report.
    """
    from mlweekly.reports._sarif import sarif_of

    expect(report, Report, "a Report")
    return sarif_of(report)


def _page_of(value: Displayable) -> Page:
    expect(value, Displayed, "an Issue, a Series, a Patch, a Merged or a Report")
    return value.__page__()
