"""
The layout "entries": a paper is a paragraph of its own, its links in brackets at the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.dates import find_range
from mlweekly.errors import ModelError
from mlweekly.markdown._blocks import Block, bounds_of, is_directive, is_rule
from mlweekly.markdown._dialects import Dialect, folded
from mlweekly.markdown._languages import language_of_script, language_of_text, text_in_edition
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._links import Scanned, links_of
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._title_words import read_title
from mlweekly.markdown._reading._titles import Head, choose_separators, read_head
from mlweekly.model import LinkSet, Paper, role_of_label

__all__ = ["ENTRY", "read_entries"]

ENTRY = expression(
    r"[ \t]*+(?:[-*+][ \t]+)?(?:\*\*|__)?[ \t]*+[(（]?[0-9]{1,9}[ \t]*+(?:[)）]\.?|[.．](?![0-9])[)）]?|[:：、])"
)
_SOURCE = expression(r"[ \t]{0,3}>")
_BULLET = expression(r"[ \t]*+[-+*][ \t]+(?=[*_(（0-9])")
# The look behind comes second, and the case is spelt out: a search then passes over words at once.
_OPENING = expression(r"[(（\[【](?<!\].)[ \t]*+(?=\[(?:[^\[\]\\]|\\.){0,80}\]|<?[Hh][Tt][Tt][Pp][Ssſ]?://|<!--)")
_BARE_LINK = expression(r"\[[^\[\]]{1,80}\]\(https?://")
_NO_TARGET = expression(r"\[([^\[\]]{1,80})\][ \t]?\([^()]{0,300}\)")
# A link without its target, with half of it, or a comment: what may be between links that are whole.
_BROKEN = expression(
    r"\[([^\[\]]{1,80})\](?:[ \t]?[(\[]\S*+|[ \t]?\([^()]{0,300}\))?|<!--.*-->|\]\([^()\s]*\)", re.DOTALL
)
_NAME = expression(r"[^.,;:!?。，；：！？]{1,40}[:：]")
_CLOSING = expression(r"[ \t]*+[)）\]】][ \t.。]*$")
# Links at the end are looked for in this many characters, from this many brackets on: the time stays linear.
_REACH, _MOST_OPENINGS = 6000, 20
_NO_LINKS = Scanned([], [])


class _Entry(NamedTuple):
    start: int
    end: int
    head: Head
    links: Scanned


def read_entries(log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> SeriesDraft:
    """
    Read a document whose papers are paragraphs that begin with a rank.
    """
    return _EntriesReader(log, dialect).read(blocks)


class _EntriesReader:
    def __init__(self, log: ReadLog, dialect: Dialect) -> None:
        self.log = log
        self.text = log.text
        self.dialect = dialect
        self.draft = SeriesDraft(log)
        self.issue: IssueDraft | None = None
        self.entries: list[_Entry] = []
        self.pending: list[tuple[int, int]] = []

    def read(self, blocks: Sequence[Block]) -> SeriesDraft:
        """
        Go through the paragraphs: consecutive lines make one, and the first line of an entry begins a new one.
        """
        paragraph: tuple[int, int] | None = None
        for block in blocks:
            if block.kind == "directive":
                continue
            goes_on = block.kind not in ("blank", "heading", "comment", "front matter")
            goes_on = goes_on and not is_rule(block)
            if paragraph is not None and not (goes_on and ENTRY.match(self.text, block.start, block.end) is None):
                self._take_paragraph(*paragraph)
                paragraph = None
            if goes_on:
                first, last = bounds_of(self.text, block)
                paragraph = (first if paragraph is None else paragraph[0], last)
            elif block.kind == "heading" and block.first < block.last:
                self._take_heading(block)
            elif block.kind in ("comment", "front matter"):
                self.log.leave(block.start, block.end)
        if paragraph is not None:
            self._take_paragraph(*paragraph)
        self._close()
        return self.draft

    def _take_heading(self, block: Block) -> None:
        heading = read_title(self.text, block.first, block.last)
        title = heading.words
        if self.entries and find_range(title) is None:
            self.pending.append((block.first, block.last))
            return
        if self.issue is not None and (self.entries or self.issue.title is not None):
            self._close()
        issue = self._opened(block.start)
        issue.set_title(title, self.log, self.draft.pointer, heading.span)
        for target in heading.targets:
            self.log.leave(*target)

    def _opened(self, offset: int) -> IssueDraft:
        if self.issue is None:
            self.issue = self.draft.open_issue(offset, self.dialect.language)
        return self.issue

    def _take_paragraph(self, start: int, end: int) -> None:
        issue = self._opened(start)
        if ENTRY.match(self.text, start, end) is not None:
            self._take_entry(start, end)
        elif self.entries:
            self.pending.append((start, end))
        elif (
            _SOURCE.match(self.text, start) is None
            or issue.source is not None
            or not self._take_source(issue, start, end)
        ):
            self.draft.hold(f"{self.draft.pointer}/lead", issue.lead, self._words(start, end), start, end)

    def _words(self, start: int, end: int) -> str:
        return self.text[start:end].replace("\r\n", "\n").replace("\r", "\n")

    def _take_source(self, issue: IssueDraft, start: int, end: int) -> bool:
        """
        Take the last line of a quote as the source if it has one link; a short name with a colon before it names it.

        Lines above it are a paragraph of the lead. Other words on the line are left over.
        """
        first, last = self.log.lines.within(start, end)[-1]
        scanned = self.log.scan_links(first, last)
        if len(scanned.links) != 1:
            return False
        link = scanned.links[0]
        name = self.text[first : link.whole[0]].strip("> \t")
        if self._names_another_source(name):
            return False
        issue.source = link.link.url
        pointer = f"{self.draft.pointer}/source"
        if link.link.label == link.link.url:
            self.log.place(pointer, *link.label)
        elif link.link.label is not None:
            self.log.leave(*link.label)
        self.log.place(pointer, *link.url)
        self.log.extents[pointer] = (first, last)
        is_named = _NAME.fullmatch(name) is not None
        self.log.take_link(link)
        for piece in scanned.leftovers:
            if self.text[slice(*piece)].strip("> \t:：") and not (is_named and piece[1] <= link.whole[0]):
                self.log.leave(*piece)
        above = stripped(self.text, start, first)
        if self.text[slice(*above)].strip("> \t\r\n"):
            self.draft.hold(f"{self.draft.pointer}/lead", issue.lead, self._words(*above), *above)
        return True

    def _names_another_source(self, name: str) -> bool:
        """
        Return whether a name is that of a source with more to it: that of the data, of a picture, is not the text's.

        Chinese digests thank a site for their data in such a line.
        """
        name = name.rstrip(":： ")
        words = (folded(word) for names in self.dialect.sections.values() for word in names.source)
        return self.dialect.section_of(name) is None and any(word in folded(name) for word in words)

    def _take_entry(self, start: int, end: int) -> None:
        for pending in self.pending:
            self.log.leave(*pending)
        self.pending = []
        scanned, head_end = self._links_at_end(start, end)
        bullet = _BULLET.match(self.text, start, head_end)
        head = read_head(self.text, start if bullet is None else bullet.end(), head_end)
        self.entries.append(_Entry(start, end, head, scanned))

    def _links_at_end(self, start: int, end: int) -> tuple[Scanned, int]:
        end = self._end_without_directives(start, end)
        closing = _CLOSING.search(self.text, max(start, end - 40), end)
        if closing is None:
            return _NO_LINKS, end
        best: tuple[Scanned, int] | None = None
        openings = list(_OPENING.finditer(self.text, max(start, end - _REACH), end))
        for opening in reversed(openings[-_MOST_OPENINGS:]):
            scanned = self.log.scan_links(opening.end(), closing.start())
            if not self._holds_links(scanned):
                break
            best = (scanned, stripped(self.text, start, opening.start())[1])
        return best or self._bare_links_at_end(start, closing.end())

    def _end_without_directives(self, start: int, end: int) -> int:
        """
        Return where a paragraph ends without the comments to validation at its end.
        """
        while self.text.endswith("-->", start, end):
            opening = self.text.rfind("<!--", start, end)
            if opening == -1 or not is_directive(self.text, opening, end):
                break
            end = stripped(self.text, start, opening)[1]
        return end

    def _holds_links(self, scanned: Scanned) -> bool:
        """
        Return whether a part of a text is links, of which some may be broken: they are left over one by one.

        The label of a broken link must name a role, for other words in brackets are the text's.
        """
        return all(self._is_broken_link(piece, or_comment=bool(scanned.links)) for piece in scanned.leftovers)

    def _is_broken_link(self, piece: tuple[int, int], *, or_comment: bool) -> bool:
        link = (_BROKEN if or_comment else _NO_TARGET).fullmatch(self.text, *piece)
        return link is not None and (link[1] is None or role_of_label(plain_text(link[1])) is not None)

    def _bare_links_at_end(self, start: int, end: int) -> tuple[Scanned, int]:
        """
        Take links at the end without brackets around them, as long as each label names a role: others are the text's.
        """
        end = start + len(self.text[start:end].rstrip(" \t.。"))
        best = (_NO_LINKS, end)
        openings = list(_BARE_LINK.finditer(self.text, max(start, end - _REACH), end))
        for opening in reversed(openings[-_MOST_OPENINGS:]):
            scanned = self.log.scan_links(opening.start(), end)
            if not self._holds_links(scanned) or not all(found.link.role for found in scanned.links):
                break
            best = (scanned, stripped(self.text, start, opening.start())[1])
        return best

    def _close(self) -> None:
        """
        Build the papers of the issue that ends here, whose titles depend on each other.
        """
        issue, entries = self.issue, self.entries
        self.issue, self.entries = None, []
        if issue is None:
            return
        heads = choose_separators(self.text, [entry.head for entry in entries])
        sample = "\n".join(self.text[head.summary[0] : head.summary[1]][:300] for head in heads)
        sample = f"{issue.title or ''}\n{sample}"[:3000]
        issue.language = language_of_text(sample) or language_of_script(sample) or self.dialect.language
        for entry, head in zip(entries, heads, strict=True):
            self._add_paper(issue, entry, head)
        for start, end in self.pending:
            self.draft.hold(f"{self.draft.pointer}/notices", issue.notices, self._words(start, end), start, end)
        self.pending = []

    def _add_paper(self, issue: IssueDraft, entry: _Entry, head: Head) -> None:
        pointer = f"{self.draft.pointer}/papers/{len(issue.papers)}"
        title = read_title(self.text, *stripped(self.text, *head.title))
        summary = stripped(self.text, *head.summary)
        links = [*title.links, *entry.links.links]
        try:
            paper = Paper(
                rank=len(issue.papers) + 1 if head.rank is None else head.rank,
                title=text_in_edition(title.words, issue.language),
                summary=text_in_edition(self._words(*summary), issue.language) if summary[0] < summary[1] else None,
                links=LinkSet(links_of(links, self.dialect)),
            )
        except ModelError as error:
            self.log.refuse(pointer, entry.start, error.problems)
            self.log.leave(entry.start, entry.end)
            return
        issue.papers.append(paper)
        for piece in (*title.leftovers, *entry.links.leftovers):
            self.log.leave(*piece)
        first = title.span[0]
        rank = (first if head.rank is None else entry.start, first)
        self.log.place_all(
            pointer, ("", "/rank", "/title", "/summary"), ((entry.start, entry.end), rank, title.span, summary)
        )
        self.log.place_links(links, f"{pointer}/links")
        if head.doubt is not None:
            self.log.doubt(f"{pointer}/title", first, head.doubt, kind=head.kind)
