"""
Papers while they are read line by line, and how they become values when the language of the edition is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import define, field

from mlweekly.errors import ModelError, pointer_to
from mlweekly.markdown._languages import text_in_edition
from mlweekly.markdown._prose import decode_prose
from mlweekly.markdown._reading._drafts import IssueDraft
from mlweekly.markdown._reading._links import ScannedLink, scan_links
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._people import split_names
from mlweekly.model import Abstract, Link, LinkSet, Paper

__all__ = ["EntryDraft", "Prose"]

_PLACED = ("", "/rank", "/title", "/summary", "/abstract", "/released", "/authors", "/tags")
_NOWHERE = (0, 0)

Span = tuple[int, int]


@define(eq=False, repr=False)
class Prose:
    """
    Paragraphs as they are collected, each with its lines, and start and end of them all.
    """

    paragraphs: list[list[str]] = field(factory=list[list[str]])
    start: int = 0
    end: int = 0
    is_open: bool = False

    def add(self, words: str, start: int, end: int) -> None:
        """
        Add a line to the paragraph that is open, or to a new one.
        """
        if not self.paragraphs:
            self.start = start
        if not self.is_open:
            self.paragraphs.append([])
            self.is_open = True
        self.paragraphs[-1].append(words)
        self.end = end

    @property
    def words(self) -> str:
        """
        The paragraphs as one text, with a blank line between two of them.
        """
        return "\n\n".join(decode_prose(lines) for lines in self.paragraphs)

    @property
    def span(self) -> Span:
        """
        Start and end.
        """
        return self.start, self.end


@define(eq=False, repr=False)
class EntryDraft:
    """
    A paper that is being read; spans are start and end in the text.

    Attributes:
        topics_spans: The spans of the headings that are between it and the paper above, by their place in `topics`.
    """

    start: int
    end: int
    title: str
    title_span: Span
    rank: int | None = None
    rank_span: Span = _NOWHERE
    links: list[ScannedLink] = field(factory=list[ScannedLink])
    sections: list[str | None] = field(factory=list["str | None"])
    authors: tuple[str, ...] = ()
    authors_span: Span = _NOWHERE
    released: date | None = None
    released_span: Span = _NOWHERE
    tags: tuple[str, ...] = ()
    tags_span: Span = _NOWHERE
    topics: tuple[str, ...] = ()
    topics_spans: dict[int, Span] = field(factory=dict[int, Span])
    summary: Prose = field(factory=Prose)
    abstract: Prose = field(factory=Prose)
    details: dict[str, Prose] = field(factory=dict[str, Prose])
    doubt: str | None = None

    def add_links(self, links: Sequence[ScannedLink], section: str | None = None, label: str | None = None) -> bool:
        """
        Add links of a line; those without a label get the line's, those whose label tells no role its section.

        Returns:
            Whether a link holds the words of the line.
        """
        is_held = False
        for found in links:
            link = found.link
            is_held = is_held or link.label is None or (link.role is None and section is not None)
            if link.label is None and label is not None:
                link = Link(link.url, label)
            self.links.append(found._replace(link=link))
            self.sections.append(None if link.role is not None else section)
        return is_held

    def add_links_in(self, text: str, start: int, end: int) -> None:
        """
        Add the links in words that a field holds as plain text, such as those of authors to their pages.
        """
        if "://" in text[start:end]:
            self.add_links(scan_links(text, start, end).links)

    def take_authors(self, text: str, names: str, venue: str, span: Span) -> None:
        """
        Take authors and the venue behind them, with the links that are in their words.
        """
        self.add_links_in(text, *span)
        self.authors, self.authors_span = split_names(names), span
        if venue.strip(" ."):
            self.detail("venue").add(venue, *span)

    def detail(self, name: str) -> Prose:
        """
        Return the prose of a detail, a new one if there is none of this name.
        """
        return self.details.setdefault(name, Prose())

    def prose(self) -> Iterator[str]:
        """
        Yield what the digest itself says of the paper: its summary and the values of its details.
        """
        for prose in (self.summary, *self.details.values()):
            if prose.paragraphs:
                yield prose.words

    def add_to(self, issue: IssueDraft, pointer: str, log: ReadLog) -> None:
        """
        Build the paper and add it to its issue; one that a constructor refuses is left over, with a problem.
        """
        pointer = f"{pointer}/papers/{len(issue.papers)}"
        try:
            paper = self._build(len(issue.papers) + 1, issue.language)
        except ModelError as error:
            log.refuse(pointer, self.start, error.problems)
            log.leave(self.start, self.end)
            return
        issue.papers.append(paper)
        spans = (
            (self.start, self.end),
            self.rank_span,
            self.title_span,
            self.summary.span,
            self.abstract.span,
            self.released_span,
            self.authors_span,
            self.tags_span,
        )
        log.place_all(pointer, _PLACED, spans)
        if self.topics_spans:
            log.place(f"{pointer}/topics", *min(self.topics_spans.values()))
        for place, span in self.topics_spans.items():
            log.place(f"{pointer}/topics/{place}", *span)
        for name, prose in self.details.items():
            log.place(pointer_to_detail(pointer, name), *prose.span)
        log.place_links(self.links, f"{pointer}/links")
        if self.doubt is not None:
            log.doubt(pointer, self.start, self.doubt, kind="paper-guessed")

    def _build(self, place: int, language: str | None) -> Paper:
        abstract = text_in_edition(self.abstract.words, language) if self.abstract.paragraphs else None
        return Paper(
            rank=place if self.rank is None else self.rank,
            title=text_in_edition(self.title, language),
            authors=self.authors,
            released=self.released,
            summary=text_in_edition(self.summary.words, language) if self.summary.paragraphs else None,
            abstract=None if abstract is None else Abstract(abstract.original, translations=abstract.translations),
            links=LinkSet(
                found.link if section is None else Link(found.link.url, found.link.label, section=section)
                for found, section in zip(self.links, self.sections, strict=True)
            ),
            topics=self.topics,
            tags=self.tags,
            details={name: prose.words for name, prose in self.details.items() if prose.paragraphs},
        )


def pointer_to_detail(paper: str, name: str) -> str:
    """
    Return the pointer of a detail of a paper.
    """
    return f"{paper}{pointer_to('details', name)}"
