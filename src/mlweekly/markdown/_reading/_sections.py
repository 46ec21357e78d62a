"""
Posts: papers with sections, whatever marks them.

Lives here: how titles, headings, sections and lines, once told apart, become issues.
Must not know: what tells them apart (`_headings` and `_bare_lines` do).
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

from attrs import define, field

from mlweekly.errors import ModelError
from mlweekly.markdown._blocks import Block, ShownPaper
from mlweekly.markdown._bodies import decode_body
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import unescape
from mlweekly.markdown._parts import Parts
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._lines import stripped
from mlweekly.markdown._reading._links import ScannedLink, scan_links
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._overlay import language_of, overlay_issue, overlay_paper, overlay_series
from mlweekly.markdown._reading._tables import links_of

__all__ = ["Kind", "SectionsReader", "Token"]

Kind: TypeAlias = Literal["title", "paper", "section", "line", "blank", "rule", "bullet", "block", "frame"]

_BULLET = re.compile(r"[ \t]*[-*+•][ \t]+")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")


class Token(NamedTuple):
    """
    One line, or more of a block: what it is, where it stands, and what follows from its kind.
    """

    kind: Kind
    start: int
    end: int
    section: str = ""
    language: str = ""
    block: Block | None = None


@define
class _PaperDraft:
    span: tuple[int, int]
    parts: dict[str, Parts] = field(factory=dict)
    spans: dict[str, list[tuple[int, int]]] = field(factory=dict)
    links: list[tuple[ScannedLink, str | None]] = field(factory=list)
    block: Block | None = None


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
        for token, language in zip(tokens, _languages_ahead(tokens), strict=True):
            self.language_ahead = language or self.language
            if token.kind in ("line", "blank", "bullet"):
                self.body.append(token)
            elif token.kind == "rule":
                self.body.append(token._replace(kind="blank"))
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
            self.paper = _PaperDraft((token.start, token.end))
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
        else:
            self.notes.leave(token.start, token.end)

    def _take_title(self, token: Token) -> None:
        if self.section != "issue block":
            self._close_issue()
        issue = self._opened_issue(token.start)
        issue.entitle(unescape(self.text[token.start : token.end]))
        self.notes.place(f"{self._pointer}/title", token.start, token.end)
        self.section = "title"

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
        while body and body[0].kind == "blank":
            body.pop(0)
        while body and body[-1].kind == "blank":
            body.pop()
        if not body:
            return
        if self.section in ("summary", "abstract") and self.paper is not None:
            self._close_text(self.paper, body)
        elif self.section in ("paper", "further") and self.paper is not None:
            self._close_links(self.paper, body)
        elif self.section == "source":
            self._close_source(body)
        elif self.section == "comments":
            self._hold_lines("comments", body)
        elif self.section in ("", "title", "issue block") and self.paper is None:
            self._opened_issue(body[0].start)
            self._close_lead(body)
        else:
            for token in body:
                self.notes.leave(token.start, token.end)

    def _close_text(self, paper: _PaperDraft, body: list[Token]) -> None:
        kinds: dict[bool, list[str]] = {False: [], True: []}
        spans: dict[bool, list[tuple[int, int]]] = {False: [], True: []}
        quoted = False
        was_blank = True
        for token in body:
            if token.kind == "blank":
                was_blank = True
                kinds[quoted].append("")
                continue
            quote = _QUOTE.match(self.text, token.start, token.end)
            if quote is not None or was_blank or not self.has_marks:
                if quoted != (quote is not None) and kinds[quote is not None]:
                    kinds[quote is not None].append("")
                quoted = quote is not None
            start = token.start if quote is None else quote.end()
            was_blank = quote is not None and not self.text[start : token.end].strip()
            kinds[quoted].append("" if was_blank else self.text[start : token.end])
            if not was_blank:
                spans[quoted].append((start, token.end))
            if not self.has_marks:
                kinds[quoted].append("")
        paper.parts[self.section] = Parts(self._paragraphs(kinds[False]), self._paragraphs(kinds[True]))
        paper.spans[self.section] = [*spans[False], *spans[True]]

    def _paragraphs(self, lines: list[str]) -> tuple[str, ...]:
        paragraphs: list[list[str]] = [[]]
        for line in lines:
            if line.strip():
                paragraphs[-1].append(line)
            elif paragraphs[-1]:
                paragraphs.append([])
        return tuple(
            decode_body(paragraph) if self.has_marks else "\n".join(paragraph).strip()
            for paragraph in paragraphs
            if paragraph
        )

    def _close_links(self, paper: _PaperDraft, body: list[Token]) -> None:
        section = "paper" if self.section == "paper" else None
        for token in body:
            bullet = _BULLET.match(self.text, token.start, token.end)
            scanned = scan_links(self.text, token.start if bullet is None else bullet.end(), token.end)
            paper.links.extend((link, section) for link in scanned.links)
            for piece in scanned.residue:
                self.notes.leave(*piece)

    def _close_source(self, body: list[Token]) -> None:
        issue = self._opened_issue(body[0].start)
        if [token.kind for token in body[:2]] == ["bullet", "blank"]:
            self._hold_paragraphs("notices", body[2:])
            return
        first = body[0]
        scanned = scan_links(self.text, first.start, first.end)
        if scanned.links and issue.source is None:
            link = scanned.links[0]
            issue.source = link.link.url
            self.notes.place(f"{self._pointer}/source", link.url_start, link.url_end)
            if link.link.label not in (None, link.link.url):
                self.notes.leave(link.label_start, link.label_end)
            for other in scanned.links[1:]:
                self.notes.leave(other.start, other.end)
            for piece in scanned.residue:
                if self.text[slice(*piece)].strip("-*+• \t"):
                    self.notes.leave(*piece)
            body = body[1:]
        if self.has_marks:
            self._hold_paragraphs("notices", body)
        else:
            self._hold_lines("notices", body)

    def _close_lead(self, body: list[Token]) -> None:
        if self.has_marks:
            self._hold_paragraphs("lead", body, bullets=True)
        else:
            self._hold_lines("lead", body, bullets=True)

    def _hold_lines(self, name: str, body: list[Token], *, bullets: bool = False) -> None:
        for token in body:
            if token.kind != "line":
                continue
            bullet = _BULLET.match(self.text, token.start, token.end) if bullets else None
            start, end = stripped(self.text, token.start if bullet is None else bullet.end(), token.end)
            words = self.text[start:end]
            self._hold(name, decode_body([words]) if self.has_marks else words, start, end)

    def _hold_paragraphs(self, name: str, body: list[Token], *, bullets: bool = False) -> None:
        lines: list[str] = []
        start = end = 0
        in_item = False
        for token in [*body, Token("blank", 0, 0)]:
            bullet = None
            if bullets and token.kind == "line" and self.text[token.start] not in " \t":
                bullet = _BULLET.match(self.text, token.start, token.end)
            if lines and (token.kind != "line" or bullet is not None):
                self._hold(name, decode_body(lines), start, end)
                lines = []
                in_item = False
            if token.kind != "line":
                continue
            words = self.text[token.start : token.end]
            if bullet is not None:
                in_item = True
                words = self.text[bullet.end() : token.end]
            elif in_item and words.startswith("  "):
                words = words[2:]
            if not lines:
                start = token.start if bullet is None else bullet.end()
            lines.append(words)
            end = token.end

    def _hold(self, name: str, words: str, start: int, end: int) -> None:
        issue = self._opened_issue(start)
        held = {"lead": issue.lead, "notices": issue.notices, "comments": issue.comments}[name]
        if not words.strip():
            return
        self.notes.place(f"{self._pointer}/{name}/{len(held)}", start, end)
        held.append(words)

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
            self.notes.leave(*draft.span)
        else:
            self.issue.papers.append(paper)
            self._note_places(draft, pointer)
        for problem in problems:
            self.notes.doubt(pointer + problem.pointer, draft.span[0], problem.message)

    def _note_places(self, draft: _PaperDraft, pointer: str) -> None:
        self.notes.place(pointer, *draft.span)
        self.notes.place(f"{pointer}/title", *draft.span)
        for section, spans in draft.spans.items():
            if spans:
                self.notes.place(f"{pointer}/{section}", spans[0][0], spans[-1][1])
        self.notes.place_links([link for link, _ in draft.links], f"{pointer}/links")


def _languages_ahead(tokens: list[Token]) -> list[str]:
    """
    Return for each token the language of the next section's name in the same issue; empty where there is none.
    """
    ahead: list[str] = []
    language = ""
    title_is_open = False
    for token in reversed(tokens):
        if title_is_open and token.kind != "blank":
            language = language if _is_issue_block(token) else ""
            title_is_open = False
        language = token.language or language
        ahead.append(language)
        title_is_open = title_is_open or token.kind == "title"
        if _is_issue_block(token):
            language = ""
    return ahead[::-1]


def _is_issue_block(token: Token) -> bool:
    return token.block is not None and token.block.kind == "issue"
