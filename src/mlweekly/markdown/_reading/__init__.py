"""
Reading: a text in, a series out, with everything that there is to say about how it was read.

There is a module for each layout, and one for each part that layouts share. None knows how anything is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import frozen

from mlweekly._expressions import expression
from mlweekly.document import Document, Form, Span
from mlweekly.markdown._blocks import Block, blocks_of
from mlweekly.markdown._dialects import Dialect, Layout
from mlweekly.markdown._hidden import HIDDEN, has_hidden_block
from mlweekly.markdown._lines import Lines
from mlweekly.markdown._reading._choice import MOST_OF_A_PAPER, is_digest, report_unread_papers, worth_of
from mlweekly.markdown._reading._definitions import Definition, definitions_in, without_definitions
from mlweekly.markdown._reading._detection import plausible_dialects
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._entries import read_entries
from mlweekly.markdown._reading._headings import with_headings
from mlweekly.markdown._reading._list import ListReader
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._most_papers import most_papers
from mlweekly.markdown._reading._outline import OutlineReader
from mlweekly.markdown._reading._periods import resolve_periods
from mlweekly.markdown._reading._posts import read_bare_lines, read_headings
from mlweekly.markdown._reading._rows import read_rows
from mlweekly.model import Series

__all__ = ["Reading", "read"]

_READERS: dict[Layout, Callable[[ReadLog, Sequence[Block], Dialect], SeriesDraft]] = {
    "rows": read_rows,
    "headings": read_headings,
    "lines": read_bare_lines,
    "entries": read_entries,
}
_OPEN_READERS: dict[Layout, type[OutlineReader | ListReader]] = {"outline": OutlineReader, "list": ListReader}
_BENT_HEADING = "a heading without a space behind its marks, or with unseen characters, which a page shows as text"
_LONE_SURROGATE = expression(r"[\ud800-\udfff]")


@frozen(eq=False, repr=False)
class Reading:
    """
    What was read of a text.

    Attributes:
        text: The text.
        dialect: The dialect that it was read in; None if it is in none.
        series: The series that it holds.
        issues: The issues as they were read, with their offsets.
        log: What the reader wrote down.
        candidates: The dialects that were candidates beside the built-in ones; None if the dialect was named.
    """

    text: str
    dialect: Dialect | None
    series: Series
    issues: Sequence[IssueDraft]
    log: ReadLog
    candidates: tuple[Dialect, ...] | None

    def reread(self, text: str) -> Reading:
        """
        Return what is read of another text in the same way: in the dialect that was named, or in one that is detected.
        """
        return read(text, self.dialect) if self.candidates is None else read(text, None, self.candidates)

    @property
    def holds_series(self) -> bool:
        """
        Whether there is a series: issues, a title, a contents list, or a hidden block that speaks of a series of none.
        """
        series, text = self.series, self.text.removeprefix("\ufeff")
        return bool(series.issues or series.title or series.contents) or HIDDEN.match(text) is not None

    def document(self, name: str | None = None, form: Form | None = None) -> Document:
        """
        Return the document of this reading.
        """
        leftovers = sorted(self.log.leftovers)
        return Document(
            series=self.series,
            text=self.text,
            name=name,
            form=form,
            problems=self.log.problems,
            unplaced=tuple((self.log.lines.index_at(start) + 1, self.text[start:end]) for start, end in leftovers),
            unplaced_spans=tuple(Span(*span) for span in leftovers),
            places=tuple(self.log.places),
        )


def read(text: str, dialect: Dialect | None, candidates: Iterable[Dialect] = ()) -> Reading:
    """
    Return everything that a text holds, in the dialect, or in the one that it is detected to be in.
    """
    others = None if dialect is not None else tuple(candidates)
    lines = Lines(text)
    unreadable = _unreadable_lines(lines)
    lines = _blanked(lines, unreadable) if unreadable else lines
    blocks = blocks_of(lines)
    reader = _Reader(lines, blocks, definitions_in(lines.text, blocks))
    if dialect is None:
        dialect, draft = reader.chosen(others or ())
    else:
        draft = reader.read(dialect)
    log = draft.log
    report_unread_papers(log, has_papers=any(issue.papers for issue in draft.issues))
    resolve_periods(draft.issues, draft.contents, log)
    for index in unreadable:
        log.doubt("", lines.starts[index], "a line with a lone surrogate, which no text can hold")
        log.leftovers.append((lines.starts[index], lines.ends[index]))
    return Reading(text, dialect, draft.build(), draft.issues, log, others)


class _Reader:
    """
    Reads one text in any dialect.
    """

    def __init__(self, lines: Lines, blocks: Sequence[Block], definitions: Mapping[str, Definition]) -> None:
        self.lines = lines
        self.blocks = blocks
        self.definitions = definitions
        self.targets = {name: found.target for name, found in definitions.items()}
        self.headed, self.bent = with_headings(lines.text, blocks)

    def read(self, dialect: Dialect) -> SeriesDraft:
        """
        Return what the text holds in a dialect.
        """
        return self._read(dialect) or SeriesDraft(ReadLog(self.lines, self.targets))

    def _read(self, dialect: Dialect, *, only_papers: bool = False, least: int = 0) -> SeriesDraft | None:
        """
        Return what the text holds; None if the dialect is an open one that finds no papers, and only these are wanted.

        None, too, if its papers cannot be worth as much as the least that is wanted.
        """
        log = ReadLog(self.lines, self.targets)
        has_headings = dialect.layout != "lines"
        blocks = without_definitions(self.headed if has_headings else self.blocks, self.definitions.values())
        for start in self.bent if has_headings else ():
            log.doubt("", start, _BENT_HEADING, kind="heading-mark")
        if dialect.layout in _OPEN_READERS:
            reader = _OPEN_READERS[dialect.layout](log, blocks, dialect)
            if reader.most_papers * MOST_OF_A_PAPER < least or (only_papers and not reader.finds_papers):
                return None
            draft = reader.read()
        else:
            draft = _READERS[dialect.layout](log, blocks, dialect)
        for name, found in self.definitions.items():
            log.take_definition(name, found.block, found.title)
        return draft

    def chosen(self, others: Sequence[Dialect]) -> tuple[Dialect | None, SeriesDraft]:
        """
        Return the dialect in which most is read of the text, with what is read; None if the text is no digest.
        """
        plausible = plausible_dialects(self.lines.text, self.headed, others)
        is_marked = len(plausible) == 1 and has_hidden_block(self.lines.text)
        best = self._best(plausible, is_marked=is_marked, only_papers=True)
        if best is None:
            # A title that prints a period makes a digest of a text without papers.
            best = self._best(plausible, is_marked=is_marked, only_papers=False)
        if best is not None:
            return best
        draft = SeriesDraft(ReadLog(self.lines, self.targets))
        draft.log.leave(0, len(self.lines.text))
        return None, draft

    def _best(
        self, plausible: Sequence[Dialect], *, is_marked: bool, only_papers: bool
    ) -> tuple[Dialect, SeriesDraft] | None:
        if len(plausible) == 1:
            draft = self._read(plausible[0], only_papers=only_papers)
            is_told = draft is not None and (is_marked or is_digest(draft, draft.log, plausible[0].layout))
            return (plausible[0], draft) if draft is not None and is_told else None
        best: tuple[Dialect, SeriesDraft] | None = None
        highest = (0, False, 0)
        most = [most_papers(self.lines.text, self.headed, dialect) * MOST_OF_A_PAPER for dialect in plausible]
        # The form that may find most is read first, a closed one if it may find half of that, and another one only if
        # it may find as much as was found.
        likely = [count * (1 + (dialect.layout in _READERS)) for count, dialect in zip(most, plausible, strict=True)]
        for index in sorted(range(len(plausible)), key=likely.__getitem__, reverse=True):
            dialect, least = plausible[index], 0 if best is None else highest[0]
            draft = None if most[index] < least else self._read(dialect, only_papers=only_papers, least=least)
            if draft is None:
                continue
            # A topic over a list of one paper reads like a paper, and a numbered item like a paragraph with a rank.
            is_list = dialect.layout == "list" and any(issue.papers for issue in draft.issues)
            found = worth_of(draft, draft.log), is_list, index if is_list else -index
            is_better = best is None or found > highest
            if is_better and (is_marked or is_digest(draft, draft.log, dialect.layout)):
                best, highest = (dialect, draft), found
        return best


def _unreadable_lines(lines: Lines) -> Sequence[int]:
    """
    Return the indices of the lines with a lone surrogate, which no text of the model can hold.
    """
    try:
        lines.text.encode()  # ten times as fast as a search
    except UnicodeEncodeError:
        return sorted({lines.index_at(match.start()) for match in _LONE_SURROGATE.finditer(lines.text)})
    return ()


def _blanked(lines: Lines, indices: Sequence[int]) -> Lines:
    """
    Return the lines with nothing on these, every offset as it was.
    """
    text, parts, position = lines.text, list[str](), 0
    for index in indices:
        start, end = lines.starts[index], lines.ends[index]
        parts += (text[position:start], " " * (end - start))
        position = end
    return Lines("".join(parts) + text[position:])
