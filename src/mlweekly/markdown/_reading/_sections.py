"""
Posts: papers with sections, whatever marks them.

Lives here: how titles, headings, sections and lines, once told apart, become issues.
Must not know: what tells them apart (`_headings` and `_bare_lines` do); how lines become paragraphs (`_paragraphs`
does).
"""

from __future__ import annotations

from attrs import define, field

from mlweekly.errors import ModelError
from mlweekly.markdown._blocks import Block, ShownPaper
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import unescape
from mlweekly.markdown._parts import Parts
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._links import ScannedLink, scan_links
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._overlay import language_of, overlay_issue, overlay_paper, overlay_series
from mlweekly.markdown._reading._paragraphs import end_of_bullet, quoted_and_own, read_lines, read_paragraphs
from mlweekly.markdown._reading._tables import links_of
from mlweekly.markdown._reading._tokens import Token, languages_ahead

__all__ = ["SectionsReader"]


@define
class _PaperDraft:
    """
    A paper that is being read; `taken` are the lines and parts of lines that its fields will hold.
    """

    span: tuple[int, int]
    parts: dict[str, Parts] = field(factory=dict[str, Parts])
    spans: dict[str, tuple[int, int]] = field(factory=dict[str, tuple[int, int]])
    links: list[tuple[ScannedLink, str | None]] = field(factory=list[tuple[ScannedLink, str | None]])
    block: Block | None = None
    taken: list[tuple[int, int]] = field(factory=list[tuple[int, int]])


class SectionsReader:
    """
    Makes a series of tokens.
    """

    def __init__(self, notes: Notes, dialect: Dialect, language: str, *, has_marks: bool) -> None:
        self.notes = notes
        self.text = notes.text
        self.dialect = dialect
        self.language = language
        self.has_marks = has_marks
        self.draft = SeriesDraft(notes)
        self.issue: IssueDraft | None = None
        self.issue_block: Block | None = None
        self.paper: _PaperDraft | None = None
        self.language_ahead = self.shown_language = language
        self.section = ""
        self.body: list[Token] = []

    def read(self, tokens: list[Token]) -> SeriesDraft:
        """
        Take the tokens in their order and return what they hold.
        """
        for token, language in zip(tokens, languages_ahead(tokens), strict=True):
            self.language_ahead = language or self.language
            if token.kind in ("line", "blank", "bullet"):
                self.body.append(token)
            elif token.kind == "rule":
                self.body.append(token._replace(kind="blank"))
            elif token.kind == "directive":
                is_said = self.section in ("summary", "abstract") and self.paper is not None
                self.body.append(token._replace(kind="line" if is_said else "blank"))
            elif token.kind != "frame":
                self._close_body()
                self._open(token)
        self._close_issue()
        return self.draft

    def _open(self, token: Token) -> None:
        if token.kind == "block" and token.block is not None:
            self._take_block(token, token.block)
        elif token.kind == "title":
            self._take_title(token)
        elif token.kind == "paper":
            self._close_paper()
            self._opened_issue(token.start)
            self.paper = _PaperDraft((token.start, token.end), taken=[(token.start, token.end)])
            self.section = "heading"
        else:
            self._opened_issue(token.start)
            if token.section in ("source", "comments"):
                self._close_paper()
            self.section = token.section

    def _take_block(self, token: Token, block: Block) -> None:
        if block.kind == "series":
            for problem in overlay_series(self.draft, block):
                self.notes.doubt(problem.pointer, token.start, problem.message)
        elif block.kind == "issue":
            self._close_issue()
            self._opened_issue(token.start)
            self.issue_block = block
            self.section = "issue block"
        elif self.paper is not None and self.paper.block is None:
            self.paper.block = block
            self.paper.taken.append((token.start, token.end))
        else:
            self.notes.leave(token.start, token.end)

    def _take_title(self, token: Token) -> None:
        if self.section != "issue block" and not self._opens_with_lead:
            self._close_issue()
        issue = self._opened_issue(token.start)
        issue.language = self.shown_language = self.language_ahead
        title = unescape(self.text[token.start : token.end])
        if not title.strip():
            self.notes.leave(token.start, token.end)
            return
        issue.entitle(title, self.notes, self._pointer, (token.start, token.end))
        self.section = "title"

    @property
    def _opens_with_lead(self) -> bool:
        """
        Whether nothing but paragraphs before the first title was read, which belong to the issue of that title.
        """
        return self.issue is not None and self.issue_block is None and self.section == "" and not self.issue.papers

    @property
    def _pointer(self) -> str:
        return f"/issues/{len(self.draft.issues) - 1}"

    def _opened_issue(self, offset: int) -> IssueDraft:
        if self.issue is None:
            self.shown_language = self.language_ahead
            self.issue = IssueDraft(offset, language=self.shown_language)
            self.draft.issues.append(self.issue)
            self.section = ""
        return self.issue

    def _close_body(self) -> None:
        body, self.body = self.body, []
        while body and body[-1].kind == "blank":
            body.pop()
        body = body[next((place for place, token in enumerate(body) if token.kind != "blank"), 0) :]
        if not body:
            return
        if self.section in ("summary", "abstract") and self.paper is not None:
            self._close_text(self.paper, body)
        elif self.section in ("paper", "further") and self.paper is not None:
            self._close_links(self.paper, body)
        elif self.section == "source":
            self._close_source(body)
        elif self.section == "comments":
            self._hold("comments", body, in_paragraphs=False)
        elif self.section in ("", "title", "issue block") and self.paper is None:
            self._hold("lead", body, in_paragraphs=self.has_marks, bullets=True)
        else:
            for token in body:
                self.notes.leave(token.start, token.end)

    def _close_text(self, paper: _PaperDraft, body: list[Token]) -> None:
        if self.section in paper.parts:
            for token in body:
                self.notes.leave(token.start, token.end)
            return
        parts, span = quoted_and_own(self.text, body, has_marks=self.has_marks)
        paper.parts[self.section] = parts
        paper.spans[self.section] = span
        paper.taken.extend((token.start, token.end) for token in body)

    def _close_links(self, paper: _PaperDraft, body: list[Token]) -> None:
        section = "paper" if self.section == "paper" else None
        for token in body:
            scanned = scan_links(self.text, end_of_bullet(self.text, token.start, token.end), token.end)
            paper.links.extend((link, section) for link in scanned.links)
            paper.taken.extend(link.whole for link in scanned.links)
            for piece in scanned.residue:
                self.notes.leave(*piece)

    def _close_source(self, body: list[Token]) -> None:
        issue = self._opened_issue(body[0].start)
        if [token.kind for token in body[:2]] == ["bullet", "blank"]:
            body = body[2:]
        elif issue.source is None and self._take_source(issue, body[0]):
            body = body[1:]
        if body:
            self._hold("notices", body, in_paragraphs=self.has_marks)

    def _take_source(self, issue: IssueDraft, line: Token) -> bool:
        scanned = scan_links(self.text, line.start, line.end)
        if not scanned.links:
            return False
        link = scanned.links[0]
        issue.source = link.link.url
        self.notes.place(f"{self._pointer}/source", *link.url)
        if link.link.label not in (None, link.link.url):
            self.notes.leave(*link.label)
        for other in scanned.links[1:]:
            self.notes.leave(*other.whole)
        for piece in scanned.residue:
            if self.text[slice(*piece)].strip("-*+• \t"):
                self.notes.leave(*piece)
        return True

    def _hold(self, name: str, body: list[Token], *, in_paragraphs: bool, bullets: bool = False) -> None:
        issue = self._opened_issue(body[0].start)
        held = {"lead": issue.lead, "notices": issue.notices, "comments": issue.comments}[name]
        if in_paragraphs:
            passages = read_paragraphs(self.text, body, bullets=bullets)
        else:
            passages = read_lines(self.text, body, has_marks=self.has_marks, bullets=bullets)
        for words, start, end in passages:
            if words.strip():
                self.notes.place(f"{self._pointer}/{name}/{len(held)}", start, end)
                held.append(words)
            else:
                self.notes.leave(start, end)

    def _close_issue(self) -> None:
        self._close_body()
        self._close_paper()
        if self.issue is not None and self.issue_block is not None:
            for problem in overlay_issue(self.issue, self.issue_block):
                self.notes.doubt(self._pointer + problem.pointer, self.issue.offset, problem.message)
        self.issue = self.issue_block = None
        self.section = ""

    def _close_paper(self) -> None:
        draft, self.paper = self.paper, None
        if draft is None or self.issue is None:
            return
        pointer = f"{self._pointer}/papers/{len(self.issue.papers)}"
        links = [link for pair in draft.links for link in links_of([pair[0]], self.dialect, pair[1])]
        shown = ShownPaper(
            rank=len(self.issue.papers) + 1,
            heading=self.text[slice(*draft.span)],
            summary=draft.parts.get("summary"),
            abstract=draft.parts.get("abstract"),
            links=tuple(links),
        )
        try:
            paper, problems = overlay_paper(shown, draft.block, language_of(self.issue_block, self.shown_language))
        except ModelError as error:
            problems = list(error.problems)
            for part in draft.taken:
                self.notes.leave(*part)
        else:
            self.issue.papers.append(paper)
            self._note_places(draft, pointer)
        for problem in problems:
            self.notes.doubt(pointer + problem.pointer, draft.span[0], problem.message, kind=problem.kind)

    def _note_places(self, draft: _PaperDraft, pointer: str) -> None:
        self.notes.place(pointer, *draft.span)
        self.notes.place(f"{pointer}/title", *draft.span)
        for section, span in draft.spans.items():
            self.notes.place(f"{pointer}/{section}", *span)
        self.notes.place_links([link for link, _ in draft.links], f"{pointer}/links")
