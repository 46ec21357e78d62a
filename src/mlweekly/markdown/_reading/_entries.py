"""
The layout "entries": a paper is a paragraph of its own, its links in brackets at the end.

Lives here: what each paragraph of such a document is.
Must not know: how rank, title and summary part (`_titles` does).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mlweekly.dates import find_range
from mlweekly.errors import ModelError
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import unescape
from mlweekly.markdown._languages import language_of_script, text_in_edition
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._frames import end_without_directives, heading_at, is_directive, is_rule
from mlweekly.markdown._reading._lines import stripped
from mlweekly.markdown._reading._links import Scanned, scan_links
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._tables import links_of
from mlweekly.markdown._reading._titles import Head, choose_separators, read_head
from mlweekly.model import LinkSet, Paper, role_of_label

__all__ = ["ENTRY", "read_entries"]

ENTRY = re.compile(
    r"[ \t]*+(?:[-*+][ \t]+)?(?:\*\*|__)?[ \t]*+[(（]?[0-9]{1,9}[ \t]*+(?:[)）]\.?|[.．](?![0-9])[)）]?|[:：、])"
)
_SOURCE = re.compile(r"[ \t]{0,3}>")
_OPENING = re.compile(r"(?<!\])[(（\[【][ \t]*+(?=\[(?:[^\[\]\\]|\\.){0,80}\][ \t]?\(|<?https?://)", re.IGNORECASE)
_BARE_LINK = re.compile(r"\[[^\[\]]{1,80}\]\(https?://")
_NO_TARGET = re.compile(r"\[([^\[\]]{1,80})\][ \t]?\([^()]{0,300}\)")
_MOST_LINKS = 20
_CLOSING = re.compile(r"[ \t]*+[)）\]】][ \t.。]*$")


class _Entry(NamedTuple):
    start: int
    end: int
    head: Head
    links: Scanned | None


def read_entries(notes: Notes, dialect: Dialect) -> SeriesDraft:
    """
    Read a document whose papers are paragraphs that begin with a rank.
    """
    return _EntriesReader(notes, dialect).read()


class _EntriesReader:
    def __init__(self, notes: Notes, dialect: Dialect) -> None:
        self.notes = notes
        self.text = notes.text
        self.dialect = dialect
        self.draft = SeriesDraft(notes)
        self.issue: IssueDraft | None = None
        self.entries: list[_Entry] = []
        self.pending: list[tuple[int, int]] = []

    def read(self) -> SeriesDraft:
        for start, end in self._paragraphs():
            heading = heading_at(self.text, start, end)
            if heading is not None and heading.start < heading.end:
                self._take_heading(heading.start, heading.end)
            elif not is_rule(self.text[start:end]):
                self._take_paragraph(start, end)
        self._close()
        return self.draft

    def _paragraphs(self) -> list[tuple[int, int]]:
        """
        Consecutive lines make a paragraph; a heading, a rule and the first line of an entry begin a new one.
        """
        paragraphs: list[tuple[int, int]] = []
        is_open = False
        for index in range(len(self.notes.lines)):
            start, end = self.notes.lines.stripped(index)
            if start == end:
                is_open = False
                continue
            if is_directive(self.text, start, end):
                continue
            alone = heading_at(self.text, start, end) is not None or is_rule(self.text[start:end])
            if is_open and not alone and ENTRY.match(self.text, start, end) is None:
                paragraphs[-1] = (paragraphs[-1][0], end)
            else:
                paragraphs.append((start, end))
            is_open = not alone
        return paragraphs

    def _take_heading(self, start: int, end: int) -> None:
        title = unescape(self.text[start:end])
        if self.entries and find_range(title) is None:
            self.pending.append((start, end))
            return
        if self.issue is not None and (self.entries or self.issue.title is not None):
            self._close()
        issue = self._opened(start)
        issue.entitle(title, self.notes, self._pointer, (start, end))

    @property
    def _pointer(self) -> str:
        return f"/issues/{len(self.draft.issues) - 1}"

    def _opened(self, offset: int) -> IssueDraft:
        if self.issue is None:
            self.issue = IssueDraft(offset, language=self.dialect.language)
            self.draft.issues.append(self.issue)
        return self.issue

    def _take_paragraph(self, start: int, end: int) -> None:
        issue = self._opened(start)
        if ENTRY.match(self.text, start, end) is not None:
            self._take_entry(start, end)
        elif self.entries:
            self.pending.append((start, end))
        elif _SOURCE.match(self.text, start) is not None and issue.source is None and self._take_source(start, end):
            return
        else:
            self.notes.place(f"{self._pointer}/lead/{len(issue.lead)}", start, end)
            issue.lead.append(self._words(start, end))

    def _words(self, start: int, end: int) -> str:
        return self.text[start:end].replace("\r\n", "\n").replace("\r", "\n")

    def _take_source(self, start: int, end: int) -> bool:
        """
        Take a quote with one link as the source; the words before the link name it and are frame.
        """
        scanned = scan_links(self.text, start, end)
        if len(scanned.links) != 1 or self.issue is None:
            return False
        link = scanned.links[0]
        self.issue.source = link.link.url
        self.notes.place(f"{self._pointer}/source", *link.url)
        named = self.text[start : link.whole[0]].rstrip().endswith((":", "："))
        for piece in scanned.residue:
            if self.text[slice(*piece)].strip("> \t:：") and not (named and piece[1] <= link.whole[0]):
                self.notes.leave(*piece)
        if link.link.label not in (None, link.link.url):
            self.notes.leave(*link.label)
        return True

    def _take_entry(self, start: int, end: int) -> None:
        for pending in self.pending:
            self._leave(*pending)
        self.pending = []
        scanned, head_end = self._links_at_end(start, end)
        bullet = re.compile(r"[ \t]*+[-+*][ \t]+(?=[*_(（0-9])").match(self.text, start, head_end)
        head = read_head(self.text, start if bullet is None else bullet.end(), head_end)
        self.entries.append(_Entry(start, end, head, scanned))

    def _links_at_end(self, start: int, end: int) -> tuple[Scanned | None, int]:
        end = end_without_directives(self.text, start, end)
        closing = _CLOSING.search(self.text, max(start, end - 40), end)
        if closing is None:
            return None, end
        best: tuple[Scanned | None, int] = (None, end)
        for opening in reversed(list(_OPENING.finditer(self.text, max(start, end - 6000), end))):
            scanned = scan_links(self.text, opening.end(), closing.start())
            if not all(map(self._lacks_target, scanned.residue)):
                break
            best = (scanned, stripped(self.text, start, opening.start())[1])
        return best if best[0] is not None else self._bare_links_at_end(start, closing.end())

    def _lacks_target(self, piece: tuple[int, int]) -> bool:
        """
        Tell whether this is a link with a label that names a role, and without a target.
        """
        link = _NO_TARGET.fullmatch(self.text, *piece)
        return link is not None and role_of_label(unescape(link[1])) is not None

    def _bare_links_at_end(self, start: int, end: int) -> tuple[Scanned | None, int]:
        """
        Take links at the end that no brackets hold together, as long as each label names a role: others are the text's.
        """
        end = start + len(self.text[start:end].rstrip(" \t.。"))
        best: tuple[Scanned | None, int] = (None, end)
        openings = list(_BARE_LINK.finditer(self.text, max(start, end - 6000), end))
        for opening in reversed(openings[-_MOST_LINKS:]):
            scanned = scan_links(self.text, opening.start(), end)
            if scanned.residue or not all(found.link.role for found in scanned.links):
                break
            best = (scanned, stripped(self.text, start, opening.start())[1])
        return best

    def _leave(self, start: int, end: int) -> None:
        first, last = self.notes.lines.number_at(start), self.notes.lines.number_at(max(start, end - 1))
        for index in range(first - 1, last):
            self.notes.leave(max(start, self.notes.lines.starts[index]), min(end, self.notes.lines.ends[index]))

    def _close(self) -> None:
        issue, entries = self.issue, self.entries
        self.issue, self.entries = None, []
        if issue is None:
            return
        heads = choose_separators(self.text, [entry.head for entry in entries])
        sample = " ".join(self.text[head.summary[0] : head.summary[1]][:300] for head in heads)
        issue.language = language_of_script(sample[:3000]) or self.dialect.language
        for entry, head in zip(entries, heads, strict=True):
            self._add_paper(issue, entry, head)
        for start, end in self.pending:
            self.notes.place(f"{self._pointer}/notices/{len(issue.notices)}", start, end)
            issue.notices.append(self._words(start, end))
        self.pending = []

    def _add_paper(self, issue: IssueDraft, entry: _Entry, head: Head) -> None:
        pointer = f"{self._pointer}/papers/{len(issue.papers)}"
        title = stripped(self.text, *head.title)
        summary = stripped(self.text, *head.summary)
        scanned = entry.links or Scanned([], [])
        try:
            paper = Paper(
                rank=len(issue.papers) + 1 if head.rank is None else head.rank,
                title=text_in_edition(unescape(self.text[slice(*title)]), issue.language),
                summary=text_in_edition(self._words(*summary), issue.language) if summary[0] < summary[1] else None,
                links=LinkSet(links_of(scanned.links, self.dialect)),
            )
        except ModelError as error:
            for problem in error.problems:
                kind = "rank-refused" if problem.pointer == "/rank" else None
                self.notes.doubt(pointer + problem.pointer, entry.start, problem.message, kind=kind)
            self._leave(entry.start, entry.end)
            return
        issue.papers.append(paper)
        for piece in scanned.residue:
            self.notes.leave(*piece)
        self.notes.place(pointer, entry.start, entry.end)
        if head.rank is not None:
            self.notes.place(f"{pointer}/rank", entry.start, title[0])
        self.notes.place(f"{pointer}/title", *title)
        if summary[0] < summary[1]:
            self.notes.place(f"{pointer}/summary", *summary)
        self.notes.place_links(scanned.links, f"{pointer}/links")
        if head.doubt is not None:
            self.notes.doubt(f"{pointer}/title", title[0], head.doubt, kind=head.kind)
