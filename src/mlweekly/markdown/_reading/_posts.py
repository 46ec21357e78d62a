"""
The layouts "headings" and "lines": papers with sections, and what is around them in an issue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, evolve, field

from mlweekly.errors import ModelError, pointer_to
from mlweekly.markdown._blocks import Block
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._hidden import HiddenBlock, ShownPaper
from mlweekly.markdown._parts import RANK_IN_HEADING, Parts
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._links import ScannedLink, links_of
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._overlay import language_of, overlay_issue, overlay_paper, overlay_series
from mlweekly.markdown._reading._paragraphs import end_of_bullet, quoted_and_own, read_lines, read_paragraphs
from mlweekly.markdown._reading._post_lines import Line, bare_lines, marked_lines
from mlweekly.markdown._reading._title_words import read_title
from mlweekly.model import Link, Paper

__all__ = ["read_bare_lines", "read_headings"]


def read_headings(log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> SeriesDraft:
    """
    Read a post, or several, whose papers and sections are under headings.
    """
    return _PostReader(log, dialect, has_marks=True).read(marked_lines(log, blocks, dialect))


def read_bare_lines(log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> SeriesDraft:
    """
    Read a post that lost its marks.
    """
    return _PostReader(log, dialect, has_marks=False).read(bare_lines(log, blocks, dialect))


@define(eq=False, repr=False)
class _PaperDraft:
    """
    A paper that is being read.

    Attributes:
        span: Start and end of its heading.
        title: Start and end of the words of its heading.
        rank: The rank that the heading prints.
        rank_span: Where it is.
        heading: Start and end of the heading behind the rank, if there is one.
        end: Where its last section ends.
        parts: What the sections of its texts show, by section.
        spans: Start and end of these sections.
        links: Its links, each with the section that it is in.
        hidden: Its hidden block.
        details: Its sections of unknown name, as inline Markdown.
        detail_spans: Start and end of these.
        taken: The parts of the text that its fields will hold.
    """

    span: tuple[int, int]
    title: tuple[int, int]
    rank: int | None = None
    rank_span: tuple[int, int] = (0, 0)
    heading: tuple[int, int] | None = None
    end: int = 0
    parts: dict[str, Parts] = field(factory=dict[str, Parts])
    spans: dict[str, tuple[int, int]] = field(factory=dict[str, tuple[int, int]])
    links: list[tuple[ScannedLink, str | None]] = field(factory=list[tuple[ScannedLink, str | None]])
    hidden: HiddenBlock | None = None
    details: dict[str, str] = field(factory=dict[str, str])
    detail_spans: dict[str, tuple[int, int]] = field(factory=dict[str, tuple[int, int]])
    taken: list[tuple[int, int]] = field(factory=list[tuple[int, int]])


class _PostReader:
    """
    Goes through the lines of a post. The papers of an issue are built at its end, when its language is known.

    Attributes:
        section: The section that is open; "", "title" or "issue block" before the first paper.
        section_span: Start and end of the words of its heading.
        body: The lines of that section so far.
        language: The language of the first section of the issue.
    """

    def __init__(self, log: ReadLog, dialect: Dialect, *, has_marks: bool) -> None:
        self.log = log
        self.text = log.text
        self.dialect = dialect
        self.has_marks = has_marks
        self.draft = SeriesDraft(log)
        self.issue: IssueDraft | None = None
        self.issue_block: HiddenBlock | None = None
        self.language: str | None = None
        self.papers: list[_PaperDraft] = []
        self.is_in_paper = False
        self.section = ""
        self.section_span = (0, 0)
        self.body: list[Line] = []

    def read(self, lines: Iterable[Line]) -> SeriesDraft:
        """
        Take the lines in their order and return what they hold.
        """
        for line in lines:
            if line.kind in ("line", "verbatim", "blank", "bullet"):
                self.body.append(line)
            elif line.kind == "comment":
                self._take_comment(line)
            elif line.kind != "site":
                self._close_body()
                self._open(line)
        self._close_issue(len(self.text))
        return self.draft

    def _take_comment(self, line: Line) -> None:
        """
        Take a comment, which is part of the words of a summary or an abstract, and of nothing else.
        """
        is_said = self.is_in_paper and self.section in ("summary", "abstract")
        if not is_said:
            self.log.leave(line.start, line.end)
        self.body.append(line._replace(kind="verbatim" if is_said else "blank"))

    def _open(self, line: Line) -> None:
        if line.hidden is not None:
            self._take_hidden(line, line.hidden)
        elif line.kind == "title":
            self._take_title(line)
        elif line.kind == "paper":
            self._end_paper(line.start)
            self._opened_issue(line.start)
            self._open_paper(line)
            self.is_in_paper = True
            self.section = "heading"
        else:
            self._opened_issue(line.start)
            self.language = self.language or line.language
            if line.section in ("source", "comments"):
                self._end_paper(line.start)
            self.section = line.section
            self.section_span = (line.start, line.end)

    def _open_paper(self, line: Line) -> None:
        span = (line.start, line.end)
        rank = RANK_IN_HEADING.match(self.text, line.start, line.end) if self.has_marks else None
        title = read_title(self.text, line.start if rank is None else rank.end(), line.end)
        links: list[tuple[ScannedLink, str | None]] = [(link, None) for link in title.links]
        draft = _PaperDraft(span, title.span, links=links, taken=[span])
        if rank is not None:
            draft.rank, draft.heading = int(rank[1]), (rank.end(), line.end)
            draft.rank_span = rank.span(1)
        self.papers.append(draft)
        for target in title.leftovers:
            self.log.leave(*target)

    def _take_hidden(self, line: Line, hidden: HiddenBlock) -> None:
        if hidden.kind == "series":
            for problem in overlay_series(self.draft, hidden):
                self.log.doubt(problem.pointer, line.start, problem.message)
        elif hidden.kind == "issue":
            self._close_issue(line.start)
            self._opened_issue(line.start)
            self.issue_block = hidden
            self.section = "issue block"
        elif self.is_in_paper and self.papers[-1].hidden is None:
            self.papers[-1].hidden = hidden
            self.papers[-1].taken.append((line.start, line.end))
        else:
            self.log.leave(line.start, line.end)

    def _take_title(self, line: Line) -> None:
        # Words above the first title are the lead of its issue.
        is_lead_alone = self.issue is not None and self.issue_block is None and self.section == "" and not self.papers
        if self.section != "issue block" and not is_lead_alone:
            self._close_issue(line.start)
        issue = self._opened_issue(line.start)
        heading = read_title(self.text, line.start, line.end)
        title = heading.words
        if not title.strip():
            self.log.leave(line.start, line.end)
            return
        issue.set_title(title, self.log, self.draft.pointer, heading.span)
        for target in heading.targets:
            self.log.leave(*target)
        self.section = "title"

    def _opened_issue(self, offset: int) -> IssueDraft:
        if self.issue is None:
            self.issue = self.draft.open_issue(offset, self.dialect.language)
            self.section = ""
        return self.issue

    def _close_body(self) -> None:
        """
        Give the lines of the section that ends here to its field.
        """
        body, self.body = self.body, []
        while body and body[-1].kind == "blank":
            body.pop()
        body = body[next((index for index, line in enumerate(body) if line.kind != "blank"), 0) :]
        if not body:
            if self.section == "details":
                self._leave_heading()
            return
        if self.is_in_paper and self.section in ("summary", "abstract"):
            self._close_text(self.papers[-1], body)
        elif self.is_in_paper and self.section in ("paper", "further"):
            self._close_links(self.papers[-1], body)
        elif self.is_in_paper and self.section == "details":
            self._close_details(self.papers[-1], body)
        elif self.section == "source":
            self._close_source(body)
        elif self.section == "comments":
            self._hold("comments", body, in_paragraphs=False)
        elif self.section in ("", "title", "issue block") and not self.is_in_paper:
            self._hold("lead", body, in_paragraphs=self.has_marks, bullets=True)
        else:
            if self.section == "details":
                self._leave_heading()
            self._leave(body)

    def _leave_heading(self) -> None:
        line = self.log.lines.index_at(self.section_span[0])
        self.log.leave(self.log.lines.starts[line], self.log.lines.ends[line])

    def _leave(self, body: Iterable[Line]) -> None:
        for line in body:
            self.log.leave(line.start, line.end)

    def _close_text(self, paper: _PaperDraft, body: list[Line]) -> None:
        if self.section in paper.parts:
            self._leave(body)
            return
        paper.parts[self.section], paper.spans[self.section] = quoted_and_own(self.text, body, has_marks=self.has_marks)
        paper.taken.extend((line.start, line.end) for line in body)

    def _close_details(self, paper: _PaperDraft, body: list[Line]) -> None:
        """
        Keep a section of unknown name under that name; a second one of a paper is left over.
        """
        name = plain_text(self.text[slice(*self.section_span)]).strip()
        passages = list(read_paragraphs(self.text, body))
        if not name or name in paper.details or not any(words.strip() for words, _, _ in passages):
            self._leave_heading()
            self._leave(body)
            return
        paper.details[name] = "\n\n".join(words for words, _, _ in passages)
        paper.detail_spans[name] = (passages[0].start, passages[-1].end)
        paper.taken += [self.section_span, *((line.start, line.end) for line in body)]

    def _close_links(self, paper: _PaperDraft, body: list[Line]) -> None:
        section = "paper" if self.section == "paper" else None
        for line in body:
            if line.kind in ("verbatim", "blank"):
                if line.kind == "verbatim":
                    self.log.leave(line.start, line.end)
                continue
            scanned = self.log.scan_links(end_of_bullet(self.text, line.start, line.end), line.end)
            for link in scanned.links:
                paper.links.append((link, section))
                paper.taken.append(link.whole)
            for piece in scanned.leftovers:
                self.log.leave(*piece)

    def _close_source(self, body: list[Line]) -> None:
        issue = self._opened_issue(body[0].start)
        if [line.kind for line in body[:2]] == ["bullet", "blank"]:
            body = body[2:]
        elif issue.source is None and body[0].kind == "line" and self._take_source(issue, body[0]):
            body = body[1:]
        if body:
            self._hold("notices", body, in_paragraphs=self.has_marks)

    def _take_source(self, issue: IssueDraft, line: Line) -> bool:
        scanned = self.log.scan_links(line.start, line.end)
        if not scanned.links:
            return False
        link = scanned.links[0]
        self.log.take_link(link)
        issue.source = link.link.url
        if link.link.label == link.link.url:
            self.log.place(f"{self.draft.pointer}/source", *link.label)
        elif link.link.label is not None:
            self.log.leave(*link.label)
        self.log.place(f"{self.draft.pointer}/source", *link.url)
        for other in scanned.links[1:]:
            self.log.leave(*other.whole)
        for piece in scanned.leftovers:
            if self.text[slice(*piece)].strip("-*+• \t"):
                self.log.leave(*piece)
        return True

    def _hold(self, name: str, body: list[Line], *, in_paragraphs: bool, bullets: bool = False) -> None:
        issue = self._opened_issue(body[0].start)
        paragraphs = {"lead": issue.lead, "notices": issue.notices, "comments": issue.comments}[name]
        if in_paragraphs:
            passages = read_paragraphs(self.text, body, bullets=bullets)
        else:
            passages = read_lines(self.text, body, has_marks=self.has_marks, bullets=bullets)
        for words, start, end in passages:
            if words.strip():
                self.draft.hold(f"{self.draft.pointer}/{name}", paragraphs, words, start, end)
            else:
                self.log.leave(start, end)

    def _end_paper(self, offset: int) -> None:
        if self.is_in_paper:
            self.papers[-1].end = (
                self.log.lines.starts[self.log.lines.index_at(offset)] if offset < len(self.text) else offset
            )
        self.is_in_paper = False

    def _close_issue(self, offset: int) -> None:
        self._close_body()
        self._end_paper(offset)
        if self.issue is not None:
            self.issue.language = self.language or self.dialect.language
            for paper in self.papers:
                self._add_paper(self.issue, paper)
            if self.issue_block is not None:
                for problem in overlay_issue(self.issue, self.issue_block):
                    self.log.doubt(self.draft.pointer + problem.pointer, self.issue.offset, problem.message)
        self.issue = self.issue_block = self.language = None
        self.papers = []
        self.section = ""

    def _add_paper(self, issue: IssueDraft, draft: _PaperDraft) -> None:
        pointer = f"{self.draft.pointer}/papers/{len(issue.papers)}"
        links: list[Link] = [
            link for found, section in draft.links for link in links_of([found], self.dialect, section)
        ]
        shown = ShownPaper(
            rank=len(issue.papers) + 1 if draft.rank is None else draft.rank,
            heading=self.text[slice(*(draft.heading or draft.span))],
            summary=draft.parts.get("summary"),
            abstract=draft.parts.get("abstract"),
            links=tuple(links),
        )
        try:
            paper, problems = overlay_paper(shown, draft.hidden, language_of(self.issue_block, issue.language))
        except ModelError as error:
            problems = list(error.problems)
            for part in draft.taken:
                self.log.leave(*part)
        else:
            if draft.details:
                paper = evolve(paper, details={**paper.details, **draft.details})
            issue.papers.append(paper)
            self._log_places(draft, paper, pointer)
        for problem in problems:
            self.log.doubt(pointer + problem.pointer, draft.span[0], problem.message, kind=problem.kind)

    def _log_places(self, draft: _PaperDraft, paper: Paper, pointer: str) -> None:
        self.log.place(pointer, *draft.span)
        self.log.place(f"{pointer}/title", *draft.title)
        self.log.place(f"{pointer}/rank", *draft.rank_span)
        for section, span in draft.spans.items():
            if (paper.summary if section == "summary" else paper.abstract) is None:
                self.log.leave(*span)
            else:
                self.log.place(f"{pointer}/{section}", *span)
        for name, span in draft.detail_spans.items():
            self.log.place(pointer + pointer_to("details", name), *span)
        self.log.place_links([link for link, _ in draft.links], f"{pointer}/links")
        self.log.extents[pointer] = (draft.span[0], draft.end)
