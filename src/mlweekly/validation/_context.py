"""
What rules are asked about: a series, its issues and their papers, and what rules share about them, worked out once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from mlweekly.changes import ContentsIndex
from mlweekly.dates import DateRange
from mlweekly.document import Document, Span
from mlweekly.errors import Problem
from mlweekly.identifiers import ArxivId
from mlweekly.model import ContentsList, Issue, Link, Paper, Series
from mlweekly.validation import _translation
from mlweekly.validation._analysis._contents import ContentsFault, FaultFinder, anchors_in
from mlweekly.validation._analysis._dating import Dating, dating_of
from mlweekly.validation._analysis._editions import (
    Counterpart,
    EditionBeside,
    counterparts_of,
    editions_beside,
    marks_of,
)
from mlweekly.validation._analysis._habits import Habits
from mlweekly.validation._analysis._html import HtmlNames, html_names
from mlweekly.validation._analysis._leftovers import Leftover, doubts_by_issue, leftovers_by_issue, leftovers_of
from mlweekly.validation._analysis._passages import Passage, asides_of, key_of, name_of, passages_of
from mlweekly.validation._analysis._repeats import Repeats
from mlweekly.validation._fingerprints import identity_of, shortened
from mlweekly.validation._settings import Settings
from mlweekly.validation._suppressions import SuppressionUse

__all__ = ["Context", "PaperContext", "SeriesContext"]


@frozen(eq=False)
class SeriesContext:
    """
    What is being validated as a whole: a series, or the one issue that was given.

    Attributes:
        series: The issues; a single issue is in a series of its own.
        settings: What the user decided.
        editions: Other editions of the same issues.
        document: The text that the series was read from, if there is one.
        suppressions: What came of each suppression, after every other rule has run; empty until then.
        identities: What each issue and each of its papers, by their indices, was known by before it was fixed.
    """

    series: Series
    settings: Settings = field(factory=Settings)
    editions: tuple[Issue, ...] = ()
    document: Document | None = None
    suppressions: tuple[SuppressionUse, ...] = ()
    identities: Mapping[tuple[int, ...], str] = field(factory=dict[tuple[int, ...], str])

    @cached_property
    def issues(self) -> tuple[Context, ...]:
        """
        A context for each issue.
        """
        return tuple(Context(issue, index, self) for index, issue in enumerate(self.series.issues))

    @cached_property
    def contents(self) -> ContentsIndex:
        """
        The contents list, looked through once.
        """
        return ContentsIndex(self.series, entries=self.contents_list)

    @cached_property
    def leftovers(self) -> tuple[Leftover, ...]:
        """
        Each piece of the text that fits no field.
        """
        return leftovers_of(self.document)

    @cached_property
    def leftovers_by_issue(self) -> Mapping[int | None, tuple[Leftover, ...]]:
        """
        The pieces that fit no field, by the index of the issue around them.
        """
        return leftovers_by_issue(self.leftovers)

    @cached_property
    def doubts_by_issue(self) -> Mapping[int, tuple[Problem, ...]]:
        """
        What was read with doubt in each issue; pointers start from it.
        """
        return doubts_by_issue(self.document)

    @cached_property
    def contents_list(self) -> ContentsList:
        """
        The entries of the contents list, each beside the issues that it names and leads to.
        """
        titles = [issue.title for issue in self.series.issues]
        return ContentsList(self.series.contents, titles, self._weeks, anchors_in(self.document))

    @cached_property
    def contents_faults(self) -> Mapping[int, ContentsFault]:
        """
        What is wrong with the entries whose words and target disagree, by their index.
        """
        return dict(FaultFinder(self.contents_list).faults())

    @cached_property
    def _weeks(self) -> list[DateRange | None]:
        return [context.dating.judged for context in self.issues]

    @cached_property
    def habits(self) -> Habits:
        """
        What the issues have in common.
        """
        printed = [context.dating.printed for context in self.issues]
        years = [None if each is None else each.year_printed for each in printed]
        return Habits(self.series.issues, self._weeks, years)

    @cached_property
    def html_names(self) -> HtmlNames:
        """
        The names of HTML elements that open and close anywhere in the document, or else in the texts.
        """
        texts = (passage.text for context in self.issues for passage in context.all_passages)
        return html_names("\n".join(texts) if self.document is None else self.document.text)

    @cached_property
    def repeats(self) -> Repeats:
        """
        The papers, issues and posts that are in two places.
        """
        return Repeats(self.series.issues)

    @cached_property
    def edition_marks(self) -> tuple[frozenset[str], ...]:
        """
        For each of the other editions, what it shares with an issue that it is an edition of.
        """
        return tuple(map(marks_of, self.editions))


@frozen(eq=False)
class Context:
    """
    An issue, and what its rules share, so that it is worked out once.

    Attributes:
        issue: The issue that is being validated.
        index: Where it is in its series.
        whole: The series.
    """

    issue: Issue
    index: int
    whole: SeriesContext

    @property
    def settings(self) -> Settings:
        """
        What the user decided.
        """
        return self.whole.settings

    @property
    def leftovers(self) -> tuple[Leftover, ...]:
        """
        Each piece of the text of this issue that fits no field; its pointer starts from the series.
        """
        return self.whole.leftovers_by_issue.get(self.index, ())

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """
        What was read with doubt in this issue, of what has a kind; pointers start from the issue.
        """
        return self.whole.doubts_by_issue.get(self.index, ())

    def link_at(self, pointer: str) -> tuple[PaperContext, Link]:
        """
        Return the link at a pointer, with its paper.
        """
        _, _, paper, _, link = pointer.split("/")
        return self.papers[int(paper)], self.issue.papers[int(paper)].links[int(link)]

    @cached_property
    def link_ends(self) -> Mapping[int, str]:
        """
        The pointer of each link by the offset in the text where it ends.
        """
        pointers = (pointer for _, pointer, _ in self.links)
        return {span.end: pointer for pointer in pointers if (span := self.span(pointer)) is not None}

    def link_ended_by(self, leftover: Leftover) -> str | None:
        """
        Return the pointer of the link right behind which a piece is left that can only have been meant to end its URL.
        """
        if not leftover.is_end:
            return None
        pointer = self.link_ends.get(leftover.span.start)
        is_marked = pointer is not None and self.source(pointer).startswith("[")
        return None if is_marked and leftover.text[0] not in ")）" else pointer

    @property
    def text(self) -> str:
        """
        The text of the document; empty where there is none.
        """
        return "" if self.whole.document is None else self.whole.document.text

    def span(self, pointer: str) -> Span | None:
        """
        Return where a field of this issue is in the text; None where there is no text, or it does not print it.
        """
        document = self.whole.document
        return None if document is None else document.span(f"/issues/{self.index}{pointer}")

    def source(self, pointer: str) -> str:
        """
        Return a field of this issue as the text writes it; empty where there is no text, or it does not print it.
        """
        span = self.span(pointer)
        return "" if span is None else self.text[slice(*span)]

    @cached_property
    def identity(self) -> str:
        """
        What the issue is known by in a fingerprint.
        """
        issue, known_as = self.issue, self.whole.identities.get((self.index,))
        return known_as or shortened(str(issue.title or issue.period or issue.source or ""))

    @cached_property
    def dating(self) -> Dating:
        """
        What the issue says about its week, and what its links say.
        """
        return dating_of(self.issue)

    @cached_property
    def papers(self) -> tuple[PaperContext, ...]:
        """
        The papers with their places.
        """
        known_as = self.whole.identities
        return tuple(
            PaperContext(paper, index, known_as.get((self.index, index)))
            for index, paper in enumerate(self.issue.papers)
        )

    @cached_property
    def links(self) -> tuple[tuple[PaperContext, str, Link], ...]:
        """
        Each link with its paper and its pointer from the issue.
        """
        return tuple((paper, pointer, link) for paper in self.papers for pointer, link in paper.links)

    @cached_property
    def dated_links(self) -> tuple[tuple[PaperContext, str, Link], ...]:
        """
        Each link whose URL tells when its target was created, each target once in its paper.
        """
        return tuple((paper, pointer, link) for paper in self.papers for pointer, link in paper.dated_links)

    @cached_property
    def beside(self) -> tuple[EditionBeside, ...]:
        """
        The other editions of this issue, each with the papers that both present.
        """
        return tuple(editions_beside(self.issue, self.whole.editions, self.whole.edition_marks))

    @cached_property
    def counterparts(self) -> tuple[tuple[Counterpart, ...], ...]:
        """
        For each paper, in order, the same paper as the other editions present it.
        """
        return counterparts_of(self.issue, self.beside)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """
        The title of the issue, its lead, and every title, summary and abstract.
        """
        return tuple(passages_of(self.issue))

    @property
    def all_passages(self) -> tuple[Passage, ...]:
        """
        The passages and the asides.
        """
        return (*self.passages, *self.asides)

    @cached_property
    def asides(self) -> tuple[Passage, ...]:
        """
        The notices and the readers' comments.
        """
        return tuple(asides_of(self.issue))

    @cached_property
    def pairs(self) -> tuple[_translation.Pair, ...]:
        """
        Each translation of a title, a summary or an abstract beside its original.
        """
        # To read the words and numbers of four languages takes as long to load as all other rules.
        has_translation = any(passage.is_translation for passage in self.passages)
        return tuple(_translation.pairs_of(self.passages)) if has_translation else ()


@frozen(eq=False)
class PaperContext:
    """
    A paper and its index in the issue.
    """

    paper: Paper
    index: int
    _known_as: str | None = None

    @cached_property
    def pointer(self) -> str:
        """
        Where the paper is, from the issue.
        """
        return f"/papers/{self.index}"

    @cached_property
    def name(self) -> str:
        """
        What a message calls the paper.
        """
        return name_of(self.paper)

    @property
    def key(self) -> str:
        """
        What tells the paper from others.
        """
        return key_of(self.paper)

    @cached_property
    def identity(self) -> str:
        """
        What the paper is known by in a fingerprint.
        """
        return self._known_as or identity_of(self.paper)

    @cached_property
    def links(self) -> tuple[tuple[str, Link], ...]:
        """
        Each link and its pointer from the issue.
        """
        return tuple([(f"{self.pointer}/links/{index}", link) for index, link in enumerate(self.paper.links.links)])

    @cached_property
    def targets(self) -> Counter[str]:
        """
        How many of its links lead to each target, by its canonical form.
        """
        return Counter(link.canonical for link in self.paper.links)

    @cached_property
    def has_labels(self) -> bool:
        """
        Whether one of its links has a label.
        """
        return any(link.label is not None for link in self.paper.links)

    @cached_property
    def paper_links(self) -> int:
        """
        How many of its links lead to a paper, or are called so.
        """
        return sum(link.kind == "paper" or link.role == "paper" for link in self.paper.links)

    @cached_property
    def dated_links(self) -> tuple[tuple[str, Link], ...]:
        """
        Each link whose URL tells when its target was created, each target once.
        """
        first: dict[str, tuple[str, Link]] = {}
        for pointer, link in self.links:
            if link.created is not None:
                first.setdefault(link.canonical, (pointer, link))
        return tuple(first.values())

    @cached_property
    def oldest_arxiv_id(self) -> ArxivId | None:
        """
        The arXiv number that was given first.
        """
        numbers = [link.identifier for _, link in self.dated_links if isinstance(link.identifier, ArxivId)]
        if len(numbers) > 1:
            return min(numbers, key=lambda each: (each.created.start, each.id))
        return next(iter(numbers), None)
