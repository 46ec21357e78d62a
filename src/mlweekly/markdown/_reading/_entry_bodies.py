"""
What is below the head of a paper: labelled lines, lines of links, authors, deeper sections and paragraphs.

The dialects "outline" and "list" share this; they only differ in where a paper begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.markdown._blocks import Block, bounds_of
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._names import FieldName, field_of_name, folded_name
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._prose import GUARD
from mlweekly.markdown._reading._entry_drafts import EntryDraft, Prose
from mlweekly.markdown._reading._entry_values import leave_beside, take_authors, take_relative, take_value
from mlweekly.markdown._reading._labels import Label, label_at, labels_on, name_alone
from mlweekly.markdown._reading._link_lines import RELATIVE_LINK, links_around_images, links_on
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._values import says_nothing
from mlweekly.model import role_of_label

__all__ = ["Body"]

_QUOTES = expression(r"(?:>[ \t]?)+")
# One public digest folds its contents.
_FOLD = expression(
    r"(?P<closing></details>)|<details\b[^<>]{0,200}>|(?:<details\b[^<>]{0,200}>)?[ \t]*<summary\b[^<>]{0,200}>"
    r"(?P<name>(?:[^<>]|</?(?:b|i|strong|em)>){1,200})</summary>",
    re.IGNORECASE,
)
_WORD = expression(r"\w")
_LONGEST_LEFTOVER = 60


class _Target(NamedTuple):
    """
    Where the lines that follow belong: a prose, or a field that is not prose.

    Attributes:
        prose: The prose, or None.
        field: The field that has no value yet, or None.
        name: The name that opened it.
        level: Of the label's item; deeper items belong to it.
        stays: Whether it goes on after a blank line.
        is_section: Whether a heading opened it.
        column: Where the words of the label's item begin; a paragraph that is indented as far belongs to it.
    """

    prose: Prose | None
    field: FieldName | None
    name: str
    level: int
    stays: bool
    is_section: bool = False
    column: int | None = None


class Body:
    """
    Takes the blocks below the head of one paper.

    Attributes:
        draft: The paper.
        habits: Names, folded, that are on lines of their own under several papers.
        level: The level of the items that are directly in the paper.
        strips: Whether the bullet of such an item is structure, as in a list; else it is the text's.
        has_authors_first: Returns whether the first line below the head is that of authors in most papers.
    """

    def __init__(
        self, log: ReadLog, dialect: Dialect, draft: EntryDraft, habits: Collection[str], *, level: int, strips: bool
    ) -> None:
        self.log, self.text, self.dialect = log, log.text, dialect
        self.draft = draft
        self.habits = habits
        self.level, self.strips = level, strips
        self.has_authors_first: Callable[[], bool] = bool
        self.target: _Target | None = None
        self.is_blank_above = False
        self.is_first = True
        self.word_lines: list[tuple[int, int]] = []
        self.opened: list[Prose] = []
        self.names: list[tuple[Label, Prose]] = []

    def take(self, block: Block) -> None:
        """
        Take a block that belongs to the paper.
        """
        kind = block.kind
        if kind == "blank":
            self._blank()
            return
        if kind in ("rule", "underline", "directive", "delimiter"):
            return
        self.draft.end = max(self.draft.end, block.last)
        if kind == "heading":
            self.is_first = False
            self._section(plain_text(self.text[block.first : block.last]), block)
        elif kind == "fence":
            for start, end in self.log.lines.within(block.start, block.end):
                self._prose().add(self.text[start:end].strip("\r\n"), start, end)
        elif kind in ("comment", "verbatim", "html", "row", "front matter"):
            self._take_opaque(block)
        else:
            self._line(block)
        self.is_blank_above = False

    def _take_opaque(self, block: Block) -> None:
        """
        Take the name of an element of details, which is opened and closed by tags; leave over all else.
        """
        fold = _FOLD.fullmatch(self.text, block.first, block.last)
        if fold is None:
            self.log.leave(block.start, block.end)
        elif fold["name"] is not None:
            span = fold.span("name")
            self._open(Label(plain_text(fold["name"]), span, (span[1], span[1]), is_marked=True), -1, is_section=True)
        elif fold["closing"] is not None:
            self.target = None

    def finish(self) -> None:
        """
        Leave names over that nothing follows, and give a paper without a link those of its words.
        """
        self._leave_names()
        if self.draft.links:
            return
        for start, end in self.word_lines:
            if "://" in self.text[start:end]:
                self.draft.add_links(self.log.scan_links(start, end).links)

    def _leave_names(self) -> None:
        """
        Leave over the names that fit no field, unless several papers have them.
        """
        held = {words for found in self.draft.links for words in (found.link.label, found.link.section)}
        held.update(self.draft.sections)
        for label, prose in self.names:
            is_held = bool(prose.paragraphs) or bool(held & {label.folded, plain_text(label.name)})
            if not is_held and label.folded not in self.habits:
                self.log.leave(*label.span)

    def _blank(self) -> None:
        self.is_blank_above = True
        for prose in self.opened:
            prose.is_open = False
        self.opened.clear()

    def _section(self, name: str, block: Block) -> None:
        """
        Take the heading of a section of the paper.
        """
        links = links_on(self.log, block.first, block.last)
        if links is not None:
            self.draft.add_links(links.links)
        else:
            self.draft.add_links(self.log.scan_links(block.first, block.last).links)
            self._open(
                Label(name, (block.first, block.last), (block.last, block.last), is_marked=True), -1, is_section=True
            )

    def _line(self, block: Block) -> None:
        first, last = block.first, block.last
        if block.kind == "quote":
            quote = _QUOTES.match(self.text, first, last)
            first, last = stripped(self.text, first if quote is None else quote.end(), last)
            if first == last:
                self._blank()
                return
        is_inert = self.text.startswith(GUARD, first, last)
        label = None if is_inert else self._label(block, first, last)
        if label is not None:
            for each in labels_on(self.text, label, self.habits):
                self._open(each, block.level if block.kind == "item" else self.level - 1)
            if self.target is not None and block.kind == "item":
                self.target = self.target._replace(column=block.first - block.start)
        elif is_inert or not self._take_links(first, last):
            self._take_words(block, first, last)
        self.is_first = False

    def _label(self, block: Block, first: int, last: int) -> Label | None:
        """
        Return the label of a line; a name before nothing but links needs no other evidence.
        """
        begun = label_at(self.text, first, last, None)
        counts = begun is not None and (begun.is_marked or begun.is_known or begun.folded in self.habits)
        label = begun if counts else name_alone(self.text, first, last)
        if label is not None and self._is_label(label, block):
            return label
        return None if begun is None or links_on(self.log, *begun.value) is None else begun

    def _is_label(self, label: Label, block: Block) -> bool:
        """
        Return whether a name begins a value of its own, and no sentence of a text.

        What is numbered, in a section, or below another label is a text's point unless its name is known or repeated:
        one public digest numbers its labels, several number the points of a summary.
        """
        if label.folded in self.habits:
            return True
        is_alone = label.value[0] == label.value[1]
        target = self.target
        within = target is not None and (target.is_section or (block.kind == "item" and block.level > target.level))
        if within and target is not None and not (target.is_section and block.kind != "item" and label.is_marked):
            return False
        if label.is_known or label.name in self.dialect.labels:
            return True
        return label.is_marked and block.number is None and not within and not (is_alone and block.kind == "item")

    def _open(self, label: Label, level: int, *, is_section: bool = False) -> None:
        """
        Take a label and its value, and send what follows there.
        """
        start, end = label.value
        name = plain_text(label.name)
        said = self.dialect.labels.get(name)
        known = _field_of_label(said if said is not None else name)
        value = self.text[start:end]
        is_empty = says_nothing(value)
        target = partial(_Target, name=name, level=level, stays=start == end, is_section=is_section)
        if known in ("authors", "released", "tags", "links") and not is_empty:
            self.target = None
            take_value(self.log, self.draft, known, name, start, end)
        elif known in ("authors", "released", "tags", "links"):
            self.target = target(None, known) if start == end else None
        elif not is_section and known is None and (links := links_on(self.log, start, end)) is not None:
            self.target = None
            self.draft.add_links(links.links, folded_name(name), name)
            self.names.append((label, Prose()))
        else:
            prose = self._prose_of(known, name)
            if known is None and (is_section or not value):
                self.names.append((label, prose))
            self.target = target(prose, None)
            prose.is_open = False
            if not is_empty:
                prose.add(value, start, end)
                self.opened.append(prose)

    def _prose_of(self, known: FieldName | None, name: str) -> Prose:
        if known == "summary":
            return self.draft.summary
        return self.draft.abstract if known == "abstract" else self.draft.detail(name)

    def _take_links(self, start: int, end: int) -> bool:
        """
        Take a line of links; return whether it is one. Images show a paper and say nothing of it.
        """
        text = self.text
        around = links_around_images(self.log, start, end)
        if around is not None:
            self.draft.add_links(around)
            self.log.leave(start, end)
            return True
        waiting = self.target is not None and self.target.field == "links"
        if "://" not in text[start:end]:
            return take_relative(self.log, self.draft, start, end)
        scanned = self.log.scan_links(start, end)
        if not scanned.links:
            return False
        beside = [
            text[slice(*piece)]
            for piece in scanned.leftovers
            if _WORD.search(text, *piece) and RELATIVE_LINK.fullmatch(text, *piece) is None
        ]
        is_bar = "|" in text[start:end] or "·" in text[start:end]
        if beside and not waiting and not (is_bar and sum(map(len, beside)) <= _LONGEST_LEFTOVER):
            return False
        self.draft.add_links(scanned.links, self._section_of_links(waiting=waiting))
        leave_beside(self.log, self.draft, scanned)
        return True

    def _section_of_links(self, *, waiting: bool) -> str | None:
        """
        Return the role that the name above a line of links tells, or the name if it is none of a member.
        """
        target = self.target
        if target is None or (target.prose is self.draft.summary or target.prose is self.draft.abstract):
            return None
        if waiting:
            return role_of_label(target.name)
        return folded_name(target.name) if target.prose is not None and not target.prose.paragraphs else None

    def _take_words(self, block: Block, first: int, last: int) -> None:
        """
        Take a line of words: the value of a label above it, authors, or a line of a paragraph.
        """
        target = self.target
        if target is not None and target.field is not None:
            self.target = None
            take_value(self.log, self.draft, target.field, target.name, first, last)
            return
        is_direct = block.kind != "item" or block.level <= self.level
        may_be_authors = self.is_first and is_direct and not self.draft.authors
        if may_be_authors and take_authors(self.log, self.draft, first, last, may_be_one=self.has_authors_first):
            return
        self.word_lines.append((first, last))
        prose = self._prose(block)
        words, start = self.text[first:last], first
        if block.kind == "item":
            if block.level > self.level or not self.strips:
                start = bounds_of(self.text, block)[0]
                # Items below a label are as deep as they are below it.
                above = self.level if self.target is None else max(self.level, self.target.level + 1)
                words = "  " * max(0, block.level - above) + self.text[start:last]
            elif prose is self.draft.summary:
                prose.is_open = False
        prose.add(words, start, last)
        self.opened.append(prose)

    def _prose(self, block: Block | None = None) -> Prose:
        """
        Return where a line of words belongs.
        """
        target = self.target
        if target is None or target.prose is None:
            return self.draft.summary
        if target.stays or target.is_section:
            return target.prose
        if block is not None and block.kind == "item":
            if block.level > target.level:
                return target.prose
        elif not self.is_blank_above or (block is not None and _is_within(block, target)):
            return target.prose
        self.target = None
        return self.draft.summary


def _field_of_label(name: str) -> FieldName | None:
    """
    Return the member that a label names; below a title, "Paper" names links.
    """
    field = field_of_name(name)
    if field == "title":
        return "links" if role_of_label(name) is not None else None
    return None if field == "rank" else field


def _is_within(block: Block, target: _Target) -> bool:
    """
    Return whether a paragraph is in the item of a label.
    """
    return target.column is not None and block.first - block.start >= target.column
