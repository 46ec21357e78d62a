"""
Tables of papers: which tables these are, and how their rows become papers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.errors import ModelError, pointer_to
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._languages import in_script_of, language_of_script, language_of_text, text_in_edition
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import has_marks, plain_text
from mlweekly.markdown._reading._cells import (
    NOWHERE,
    Cells,
    leave_words_between,
    read_cells,
    words_of_cell,
)
from mlweekly.markdown._reading._columns import TITLE_COLUMNS, Header, Row, Span, with_titles_elsewhere
from mlweekly.markdown._reading._drafts import IssueDraft
from mlweekly.markdown._reading._links import links_of
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._paper_urls import URL, is_of_paper
from mlweekly.markdown._reading._title_words import read_title
from mlweekly.markdown._reading._titles import Head, choose_separators, read_head
from mlweekly.markdown._reading._values import says_nothing
from mlweekly.model import Abstract, LinkSet, Paper, Text

__all__ = ["RANKED", "Table", "Topic", "holds_papers", "read_papers", "table_of"]

RANKED = expression(
    r"[ \t]*+\|?[ \t]*+(?:\*{1,3}|_{1,3})?[ \t]*+[(（]?([0-9]{1,9})(?:[ \t]*+\\?[)）]|\\?[.:、](?![0-9]))"
)
_PLACED = ("", "/rank", "/title", "/summary")
_MORE = ("released", "authors", "abstract", "tags")
_ALL_PLACED = (*_PLACED, *(f"/{name}" for name in _MORE))
_OLDEST = {"paper", "released", "links"}
_SAMPLES, _SAMPLE = 5, 150
_ROWS_OF_EVIDENCE = 20

Topic = tuple[str, Span]


class Table(NamedTuple):
    """
    A table of papers.

    Attributes:
        rows: Its rows.
        header: What its header says; None if it has none.
        is_open: Whether its titles have no rank in their cell, so that nothing but a header tells what a cell holds.
    """

    rows: Sequence[Row]
    header: Header | None
    is_open: bool

    def columns(self, papers: Sequence[Paper]) -> tuple[str, ...] | None:
        """
        Return what the columns hold, where it is clear whether rank, summary or the first link are with the title.
        """
        if self.header is None:
            return None
        if not self.is_open:
            return self.header.columns
        is_linked = any(paper.links and paper.links[0].label is None for paper in papers[:1])
        if set(self.header.columns) <= _OLDEST and not is_linked:
            return self.header.columns
        title = "linked title" if is_linked else "title"
        return tuple(title if column == "paper" else column for column in self.header.columns)


def table_of(text: str, rows: Sequence[Row], header: Header | None) -> Table:
    """
    Return the table with these rows under this header.
    """
    if header is None or not rows:
        return Table(rows, header, is_open=False)
    if "paper" not in header.columns:
        return Table(rows, header, is_open=True)
    found = with_titles_elsewhere(text, rows, header)
    if found is not header or "rank" in header.columns:
        return Table(rows, found, is_open=found is not None)
    title = header.columns.index("paper")
    ranked = (len(row.cells) > title and RANKED.match(text, *row.cells[title]) is not None for row in rows)
    if next(ranked):
        return Table(rows, header, is_open=False)
    # Editors forget ranks, and a title may begin with a number and a colon: between the two, the columns decide.
    count = sum(ranked)
    return Table(rows, header, is_open=not count if set(header.columns) <= _OLDEST else 2 * count < len(rows))


def holds_papers(text: str, table: Table, *, is_dated: bool) -> bool:
    """
    Return whether the rows of a table are papers, and not chapters, options or the places of a ranking.

    Ranks with the titles tell it, and headers such as "Paper" or "Authors". Below "Title" or "Name" a link to a paper
    has to tell it, or a day and a link in a row, or a heading with a period above.

    Args:
        text: The text.
        table: The table.
        is_dated: Whether it is under a heading with a period.
    """
    header, rows = table.header, table.rows
    if header is None:
        return any(RANKED.match(text, row.start) for row in rows)
    if not table.is_open or not rows:
        return not table.is_open or header.is_sure
    known = set(header.columns) - {*TITLE_COLUMNS, "details", "ignore"}
    sample = rows[:_ROWS_OF_EVIDENCE]
    if known == {"rank"} and not any(URL.search(text, row.start, row.end) for row in sample):
        return False
    if header.is_sure or is_dated:
        return True
    if "released" in known and any("](" in text[row.start : row.end] for row in sample):
        return True
    urls = (match[0] for row in sample for match in islice(URL.finditer(text, row.start, row.end), _SAMPLES))
    return any(is_of_paper(url) for url in urls)


def read_papers(
    table: Table, dialect: Dialect, log: ReadLog, pointer: str, issue: IssueDraft, topics: Sequence[Topic]
) -> None:
    """
    Add the papers of a table to an issue.

    Args:
        table: The table.
        dialect: The dialect that it is read in.
        log: The log.
        pointer: The pointer of the issue.
        issue: The issue.
        topics: The headings between the issue's title and the table, and where they are.
    """
    text, header = log.text, table.header
    read = [
        read_cells(row.cells, header or _usual_header(row, dialect), log, is_open=table.is_open) for row in table.rows
    ]
    if table.is_open:
        heads = [_head_of(cells) for cells in read]
        leave_words_between(read, text)
    else:
        heads = choose_separators(text, [_ranked_head(text, cells) for cells in read])
    if not (table.is_open and issue.papers):
        issue.language = _language(text, heads, read, dialect)
    has_ranks = not table.is_open or any(cells.rank is not None for cells in read)
    reader = _PapersReader(dialect, log, f"{pointer}/papers", issue, topics)
    for row, cells, head in zip(table.rows, read, heads, strict=True):
        reader.take(row, cells, head, has_ranks=has_ranks)


def _usual_header(row: Row, dialect: Dialect) -> Header:
    columns = dialect.columns
    if len(row.cells) == 3 and columns == ("paper", "links"):
        columns = ("paper", "released", "links")
    return Header(columns, columns, (None,) * len(columns), is_sure=True)


def _head_of(cells: Cells) -> Head:
    return Head(cells.rank, cells.title, cells.spans.get("summary", NOWHERE))


def _ranked_head(text: str, cells: Cells) -> Head:
    """
    Split a cell with a rank; with a column for the summary, all behind the rank is the title.
    """
    head = read_head(text, *cells.paper)
    if "summary" in cells.spans and head.candidates is not None:
        return head._replace(candidates=None, summary=cells.spans["summary"])
    return head


def _language(text: str, heads: Sequence[Head], read: Sequence[Cells], dialect: Dialect) -> str:
    summaries = [
        text[start : min(end, start + _SAMPLE)] for start, end in (head.summary for head in heads) if start < end
    ]
    details = (" ".join(cells.details.values())[:_SAMPLE] for cells in islice(read, _SAMPLES))
    sample = " ".join(summaries[:_SAMPLES]) or " ".join(details).strip()
    titles = "\n".join(text[slice(*head.title)] for head in heads)
    told = language_of_text(sample, titles=titles)
    return told or language_of_script(sample or titles) or dialect.language


class _PapersReader:
    def __init__(
        self, dialect: Dialect, log: ReadLog, pointer: str, issue: IssueDraft, topics: Sequence[Topic]
    ) -> None:
        self.dialect = dialect
        self.log = log
        self.text = log.text
        self.pointer = pointer
        self.issue = issue
        self.papers = issue.papers
        self.language = issue.language or dialect.language
        self.topics = topics
        self.topic_words = tuple(words for words, _ in topics)

    def take(self, row: Row, cells: Cells, head: Head, *, has_ranks: bool) -> None:
        """
        Add the paper of a row, or leave the row over.
        """
        pointer = f"{self.pointer}/{len(self.papers)}"
        rank = head.rank
        if rank is None:
            rank = self.papers[-1].rank + 1 if self.papers and has_ranks else len(self.papers) + 1
        title = stripped(self.text, *head.title)
        summary = head.summary
        words = cells.words
        if words is None:
            words, title = self._take_title(title, cells)
        if "summary" in cells.spans and summary[0] < summary[1] and summary != cells.spans["summary"]:
            cells.leftovers.append(summary)
        summary = cells.spans.get("summary", summary)
        try:
            is_blank = (
                not words or words.isspace() or (cells.words is not None and says_nothing(self.text[slice(*title)]))
            )
            paper = None if is_blank else self._paper(rank, words, summary, cells)
        except ModelError as error:
            self.log.refuse(pointer, row.start, error.problems)
            paper = None
        if paper is None:
            self.log.leave(row.start, row.end)
            return
        self.papers.append(paper)
        self._log(row, cells, head, (title, summary), pointer)
        if head.rank is None and has_ranks:
            message = f"no rank is printed, {rank} is read by its place"
            self.log.doubt(f"{pointer}/rank", row.start, message, kind="rank-missing")

    def _take_title(self, title: Span, cells: Cells) -> tuple[str, Span]:
        """
        Return the words of a title without a cell of its own, and where they are, and take what links it has.
        """
        if not has_marks(self.text, *title):
            return self.text[slice(*title)], title
        found = read_title(self.text, *title)
        cells.links[:0] = found.links
        cells.leftovers += found.leftovers
        has_escapes = self.text.find("\\|", *title) != -1
        return plain_text(words_of_cell(self.text, title)) if has_escapes else found.words, found.span

    def _paper(self, rank: int, title: str, summary: Span, cells: Cells) -> Paper:
        prose = words_of_cell(self.text, summary) if summary[0] < summary[1] else ""
        abstract = words_of_cell(self.text, cells.spans["abstract"]) if "abstract" in cells.spans else ""
        return Paper(
            rank=rank,
            title=self._text_of(title),
            authors=cells.authors,
            released=cells.released,
            summary=self._text_of(prose) if prose else None,
            abstract=self._abstract_of(abstract) if abstract else None,
            links=LinkSet(links_of(cells.links, self.dialect)),
            topics=self.topic_words,
            tags=cells.tags,
            details=cells.details,
        )

    def _text_of(self, words: str) -> Text:
        return Text(words) if self.language == "en" else text_in_edition(words, self.language)

    def _abstract_of(self, words: str) -> Abstract:
        is_translated = self.language != "en" and in_script_of(self.language, words)
        return Abstract(translations={self.language: words}) if is_translated else Abstract(words)

    def _log(self, row: Row, cells: Cells, head: Head, spans: tuple[Span, Span], pointer: str) -> None:
        log, held = self.log, cells.spans
        for span in cells.leftovers:
            log.leave(*span)
        title, summary = spans
        rank = (title[0] if head.rank is None or cells.words is not None else cells.paper[0], title[0])
        if not held:
            log.place_all(pointer, _PLACED, ((row.start, row.end), rank, title, summary))
        else:
            more = (held.get("rank", rank), title, summary, *[held.get(name, NOWHERE) for name in _MORE])
            log.place_all(pointer, _ALL_PLACED, ((row.start, row.end), *more))
        if self.topics or cells.details:
            self._log_more(cells, pointer)
        if head.doubt is not None:
            log.doubt(f"{pointer}/title", title[0], head.doubt, kind=head.kind)
        if cells.doubt is not None:
            log.doubt(pointer, row.start, cells.doubt, kind="row-cells")
        if row.is_broken:
            message = "the row goes on over a line end, read as one row"
            log.doubt(pointer, row.start, message, kind="row-broken")
        log.place_links(cells.links, f"{pointer}/links")

    def _log_more(self, cells: Cells, pointer: str) -> None:
        for index, (_, span) in enumerate(self.topics):
            self.log.place(f"{pointer}/topics/{index}", *span)
        for label in cells.details:
            self.log.place(pointer + pointer_to("details", label), *cells.spans[f"details/{label}"])
