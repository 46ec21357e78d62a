"""
What the headings of a document of tables are: titles of issues, topics of the papers below them, or neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from mlweekly.dates import PrintedRange
from mlweekly.markdown._reading._tables import Table

__all__ = ["TableHeading", "set_roles"]


@define(eq=False, repr=False)
class TableHeading:
    """
    A heading.

    Attributes:
        level: Its level.
        title: Its words, plain text.
        span: Where they are.
        printed: The period that they print.
        is_dated: Whether they are more than the name of a month above other headings, and print a period.
        heads_entries: Whether entries of a contents list follow.
        table: The table before the next heading, if it holds papers.
        tables: The tables of papers in its section, those under deeper headings included.
        ranked_tables: Those of them whose rows begin with a rank.
        holds_dated: Whether a deeper heading in its section prints a period.
        role: "issue", "topic", or "" for what neither is.
    """

    level: int
    title: str
    span: tuple[int, int]
    printed: PrintedRange | None
    is_dated: bool
    heads_entries: bool
    table: Table | None = None
    tables: int = 0
    ranked_tables: int = 0
    holds_dated: bool = False
    role: str = ""

    @property
    def opens_period(self) -> bool:
        """
        Whether it prints the period of an issue, and not one over other periods or of entries of a contents list.
        """
        return self.is_dated and (self.table is not None or not (self.heads_entries or self.holds_dated))


def set_roles(headings: Sequence[TableHeading]) -> None:
    """
    Tell which headings are the titles of issues, and which are topics.

    A heading with a period is an issue's title. One without is the topic of the open tables below it, unless all tables
    are in its section: then it is the title. Tables whose rows begin with a rank are issues of their own: that is how
    the digest of which most issues are known prints them, and it never has topics. They are topics only below the title
    of an issue.
    """
    _count(headings)
    total = sum(heading.table is not None for heading in headings)
    title: TableHeading | None = None
    for heading in headings:
        if not heading.title:
            continue
        is_below = title is not None and title.level < heading.level
        is_ranked = heading.table is not None and not heading.table.is_open
        if heading.opens_period or (is_ranked and not is_below):
            heading.role = "issue"
        elif heading.tables and not heading.holds_dated:
            if title is None and _holds_all(heading, total):
                heading.role = "issue"
            elif is_below or heading.tables > heading.ranked_tables:
                heading.role = "topic"
        if heading.role == "issue":
            title = heading


def _holds_all(heading: TableHeading, total: int) -> bool:
    """
    Return whether a heading without a period can be the title of the only issue.

    On the first level, above ranked tables, it is the title of the series, as in the oldest of these documents.
    """
    is_series = heading.level == 1 and heading.table is None and heading.ranked_tables == heading.tables
    return heading.tables == total and not is_series


def _count(headings: Sequence[TableHeading]) -> None:
    """
    Count the tables in the section of each heading, from the last one on.
    """
    around: list[TableHeading] = []
    for heading in headings:
        while around and around[-1].level >= heading.level:
            around.pop()
        around.append(heading)
        if heading.table is not None:
            for each in around:
                each.tables += 1
                each.ranked_tables += not heading.table.is_open
        if heading.is_dated and not heading.heads_entries:
            for each in around[:-1]:
                each.holds_dated = True
