"""
The page of a paper's links.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from mlweekly._display import Page, Run, Table, counted, quote
from mlweekly.dates import DateRange

__all__ = ["LinkRow", "link_table", "links_page"]

LinkRow: TypeAlias = tuple[str | None, str | None, str, DateRange | None]
"""
What a page shows of a link: its role or kind, its label, its URL, and when its target was created.
"""


def links_page(rows: Sequence[LinkRow]) -> Page:
    """
    Return the page of links.
    """
    return Page((Run(counted(len(rows), "link").capitalize()),), [link_table(rows)] if rows else [])


def link_table(rows: Iterable[LinkRow]) -> Table:
    """
    Return a table with a row for each link.
    """
    cells = (
        (
            (Run(role or "link", "quiet"),),
            () if label is None else (quote(label),),
            (quote(url, url=url),),
            () if created is None else (Run(str(created), "quiet"),),
        )
        for role, label, url, created in rows
    )
    return Table(("Role", "Label", "URL", "Created"), cells)
