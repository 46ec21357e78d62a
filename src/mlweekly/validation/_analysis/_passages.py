"""
The texts of an issue, each with its language, its place, and the operation that rewords it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, TypeAlias

from attrs import frozen

from mlweekly.changes import (
    IssueRetitled,
    Operation,
    PaperRetitled,
    ParagraphReworded,
    TextReworded,
    TranslationChanged,
)
from mlweekly.errors import pointer_to
from mlweekly.model import Issue, Paper, Text
from mlweekly.validation._analysis._prose import prose_of
from mlweekly.validation._analysis._words import Words

__all__ = ["Passage", "PassageField", "asides_of", "key_of", "name_of", "passages_of"]

PassageField: TypeAlias = Literal["issue title", "lead", "notice", "comment", "title", "summary", "abstract"]
"""
Which field of an issue or a paper a passage is.
"""

_FIELDS: tuple[Literal["title", "summary", "abstract"], ...] = ("title", "summary", "abstract")
_LONGEST_NAME = 60


@frozen(eq=False)
class Passage:
    """
    A text that a person reads.

    Attributes:
        pointer: Where, from the issue: `/papers/0/summary/translations/ja`.
        text: The words: plain text in titles, inline Markdown elsewhere.
        language: The tag of its language; None where the issue does not tell.
        field: Which field it is.
        paper: The paper that it is about; None if it is about no paper.
        operation_pointer: What an operation on the text points to.
        is_translation: Whether it is held as a translation.
    """

    pointer: str
    text: str
    language: str | None
    field: PassageField
    paper: Paper | None
    operation_pointer: str
    is_translation: bool = False

    @property
    def is_markdown(self) -> bool:
        """
        Whether the text is inline Markdown.
        """
        return self.field not in ("issue title", "title")

    @cached_property
    def name(self) -> str:
        """
        What a message calls the passage: `Moshi, summary in ja`.
        """
        if self.paper is None:
            return self.field
        words = f"{name_of(self.paper)}, {self.field}"
        return f"{words} in {self.language}" if self.is_translation else words

    @cached_property
    def prose(self) -> str:
        """
        The text with comments, code, URLs and targets of links blanked, of the same length, so that offsets hold.
        """
        return prose_of(self.text)

    @cached_property
    def words(self) -> Words:
        """
        The Latin words in the prose.
        """
        return Words(self.prose)

    def reworded(self, after: str) -> Operation:
        """
        Return the operation that puts other words in the place of these.
        """
        pointer, before = self.operation_pointer, self.text
        # A title is no name for what changes the title: undone, the operation would look for a paper that is not there.
        of = None if self.paper is None or self.field == "title" else self.paper.title
        if self.field == "issue title":
            return IssueRetitled(pointer, before=before, after=after)
        if self.paper is None:
            return ParagraphReworded(pointer, before=before, after=after)
        if self.is_translation and self.language is not None:
            return TranslationChanged(pointer, before=before, after=after, language=self.language, of=of)
        if self.field == "title":
            return PaperRetitled(pointer, before=before, after=after, of=of)
        return TextReworded(pointer, before=before, after=after, of=of)


def name_of(paper: Paper) -> str:
    """
    Return what a message calls a paper: its title, cut where it is long.
    """
    title = " ".join(str(paper.title).split())
    return title if len(title) <= _LONGEST_NAME else f"{title[:_LONGEST_NAME].rstrip()}…"


def key_of(paper: Paper) -> str:
    """
    Return what tells a paper from others: its identity key, else its title.
    """
    return paper.key or str(paper.title)


def passages_of(issue: Issue) -> Iterator[Passage]:
    """
    Yield the issue's title, its lead, and every title, summary and abstract, the original before its translations.
    """
    if issue.title is not None:
        yield Passage("/title", issue.title, issue.language, "issue title", None, "")
    yield from _paragraphs(issue, "lead", issue.lead)
    for index, paper in enumerate(issue.papers):
        for field in _FIELDS:
            text: Text | None = getattr(paper, field)
            if text is not None:
                yield from _of_text(text, field, f"/papers/{index}/{field}", paper)


def asides_of(issue: Issue) -> Iterator[Passage]:
    """
    Yield what others say: the notices and the readers' comments.
    """
    yield from _paragraphs(issue, "notice", issue.notices)
    yield from _paragraphs(issue, "comment", issue.comments)


def _paragraphs(
    issue: Issue, field: Literal["lead", "notice", "comment"], paragraphs: tuple[str, ...]
) -> Iterator[Passage]:
    member = field if field == "lead" else f"{field}s"
    for index, paragraph in enumerate(paragraphs):
        pointer = pointer_to(member, index)
        yield Passage(pointer, paragraph, issue.language, field, None, pointer)


def _of_text(text: Text, field: PassageField, pointer: str, paper: Paper) -> Iterator[Passage]:
    if text.original is not None:
        yield Passage(f"{pointer}/original", text.original, text.language, field, paper, pointer)
    for tag, words in text.translations.items():
        yield Passage(pointer + pointer_to("translations", tag), words, tag, field, paper, pointer, is_translation=True)
