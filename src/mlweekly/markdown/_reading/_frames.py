"""
What is around the papers of an outline or a list: front matter, titles, issues, topics, opening and closing paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from mlweekly._expressions import expression
from mlweekly.dates import PrintedRange, find_period
from mlweekly.errors import ModelError
from mlweekly.markdown._blocks import Block, bounds_of, is_rule
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._languages import language_of_text
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_span, plain_text
from mlweekly.markdown._prose import decode_prose
from mlweekly.markdown._reading._days import day_in, end_of_day
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._entry_drafts import EntryDraft
from mlweekly.markdown._reading._front_matter import FrontMatter, read_front_matter
from mlweekly.markdown._reading._links import scan_links
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.model._kinds import json_members
from mlweekly.model._strings import canonical_tag, is_language_tag

__all__ = ["Frame", "Heading", "Role", "roles_of"]

Role: TypeAlias = Literal["series", "issue", "group", "topic", "other"]
# A line of links to other editions names their languages.
_LINKS = expression(r"(?:\[[^\[\]]{1,60}\]\([^()]{0,300}\)|[\s|·/,])+")
_YEAR = expression(r"\W*(?:19|20)[0-9]{2}[年년]?\W*")
_SAMPLE, _FEW = 4000, 20
_LONGEST_WINDOW = 100


class Heading(NamedTuple):
    """
    A heading that is no paper's.

    Attributes:
        level: Its level.
        title: Its words as plain text.
        span: Where they are.
        start: Where the heading begins.
        holds_papers: Whether papers are below it, before a heading of its level or a higher one.
    """

    level: int
    title: str
    span: tuple[int, int]
    start: int
    holds_papers: bool


def roles_of(headings: Sequence[Heading], *, has_title: bool) -> list[Role]:
    """
    Return what each heading is.

    Headings that print a period each, on the highest level on which two do and papers are below, are issues. If there
    are none, the first heading is the title of the one issue, unless papers are below another one of its level, or
    front matter has a title and this is no heading of level 1. Above issues, a year is the group of those below it.
    Every other heading with papers below it is a topic.
    """
    dated = [heading for heading in headings if heading.holds_papers and find_period(heading.title) is not None]
    levels = [heading.level for heading in dated]
    first = headings[0] if headings else None
    is_root = first is not None and not any(
        heading.holds_papers and heading.level <= first.level for heading in headings[1:]
    )
    many = next((level for level in sorted(set(levels)) if levels.count(level) > 1), None)
    if many is not None and is_root and first is not None and _is_period_of_all(first.title):
        many = None
    roles: list[Role] = []
    for index, heading in enumerate(headings):
        is_first = index == 0 and is_root and (heading.level == 1 or not has_title)
        if many is not None and heading.level == many and heading in dated:
            roles.append("issue")
        elif is_first:
            roles.append("issue" if many is None else "series")
        elif many is not None and heading.level < many and _YEAR.fullmatch(heading.title) is not None:
            roles.append("group")
        else:
            roles.append("topic" if heading.holds_papers else "other")
    return roles


def _is_period_of_all(title: str) -> bool:
    """
    Return whether a title prints the period of everything below it, whatever days are there.

    A title that is only a month is that of a group of issues.
    """
    found = find_period(title)
    if found is None:
        return False
    rest = title[: found.start] + title[found.end :]
    return found.kind != "month" or re.search(r"\w", rest) is not None


class Frame:
    """
    Collects what a reader finds, in the order of the text.

    Attributes:
        draft: The series.
        issue: The issue that is open.
        topics: The headings above the next paper, with their levels.
        headings: Start and end of those that no paper is below yet.
        year: The year in the heading above the issues, or None.
    """

    def __init__(self, log: ReadLog, dialect: Dialect, blocks: Sequence[Block]) -> None:
        self.log, self.text, self.dialect = log, log.text, dialect
        self.draft = SeriesDraft(log)
        self.issue: IssueDraft | None = None
        self.topics: list[tuple[int, str]] = []
        self.headings: list[tuple[int, int]] = []
        self.year: str | None = None
        self.entries: list[EntryDraft] = []
        self.closed: list[tuple[IssueDraft, list[EntryDraft]]] = []
        self.paragraph: list[Block] = []
        self.front_matter: FrontMatter | None = None
        if blocks and blocks[0].kind == "front matter":
            self.front_matter = _front_matter(self.text, blocks[0])

    @property
    def has_title(self) -> bool:
        """
        Whether front matter names a title.
        """
        return self.front_matter is not None and any(True for _ in self.front_matter.titles)

    def take_heading(self, heading: Heading, role: Role) -> None:
        """
        Take a heading that is no paper's.
        """
        self._flush()
        if role != "other":
            self.leave_targets(*heading.span)
        if role == "series":
            self.draft.title = heading.title
            self.log.place("/title", *heading.span)
        elif role == "issue":
            self._close()
            self.topics = [(level, topic) for level, topic in self.topics if level < heading.level]
            issue = self.opened(heading.start)
            issue.group = self.year
            issue.set_title(heading.title, self.log, self.draft.pointer, heading.span)
        elif role == "topic":
            self.topics = [*((level, topic) for level, topic in self.topics if level < heading.level)]
            self.topics.append((heading.level, heading.title))
            self.headings.append(heading.span)
        elif role == "group":
            self.topics, self.year = [], heading.title
        else:
            self.topics = [(level, topic) for level, topic in self.topics if level < heading.level]
            self.log.leave(*heading.span)

    def leave_targets(self, start: int, end: int) -> None:
        """
        Leave the URLs in words over that become a title or a topic, which are plain text.
        """
        if "://" in self.text[start:end]:
            for found in scan_links(self.text, start, end).links:
                self.log.leave(*found.url)

    def take_entry(self, entry: EntryDraft, groups: tuple[str, ...] = ()) -> None:
        """
        Take a paper; it has the topics of the headings above it.
        """
        self._flush()
        self.opened(entry.start)
        entry.topics = (*(topic for _, topic in self.topics), *groups)
        entry.topics_spans, self.headings = (
            {len(self.topics) - place: span for place, span in enumerate(reversed(self.headings), 1)},
            [],
        )
        self.entries.append(entry)

    def take_words(self, block: Block) -> None:
        """
        Take a block around the papers.
        """
        if block.kind in ("blank", "directive", "underline") or is_rule(block):
            self._flush()
        elif block.kind in ("comment", "front matter", "verbatim", "html", "fence", "row", "delimiter"):
            self._flush()
            if block.kind != "front matter" or self.front_matter is None:
                self.log.leave(block.start, block.end)
        else:
            self.paragraph.append(block)

    def opened(self, offset: int) -> IssueDraft:
        """
        Return the issue that is open, or a new one.
        """
        if self.issue is None:
            self.issue = self.draft.open_issue(offset, None)
        return self.issue

    def finish(self) -> SeriesDraft:
        """
        Return the series.
        """
        self._flush()
        self._close()
        self._build()
        if self.front_matter is not None and len(self.draft.issues) == 1:
            _add_front_matter(self.draft.issues[0], self.front_matter, self.log)
        elif self.front_matter is not None:
            self._add_front_matter_of_series(self.front_matter)
        return self.draft

    def _add_front_matter_of_series(self, found: FrontMatter) -> None:
        """
        Give the title to the series, which has no other member for what front matter says.
        """
        titles = dict(found.titles) if self.draft.title is None and self.draft.issues else {}
        name = next(iter(titles), None)
        if name is not None:
            self.draft.title = titles[name]
            self.log.place("/title", *found.spans[name])
        held = {name, *(name for name, _ in found.languages if any(issue.language for issue in self.draft.issues))}
        # In JSON, all members are one span.
        left = dict.fromkeys(span for each, span in found.spans.items() if each not in held)
        for span in left:
            self.log.leave(*span)

    def _flush(self) -> None:
        if not self.paragraph:
            return
        blocks, self.paragraph = self.paragraph, []
        start, end = stripped(self.text, bounds_of(self.text, blocks[0])[0], blocks[-1].end)
        words = decode_prose(self.text[slice(*line)].strip() for line in self.log.lines.within(start, end))
        if not words.strip("> \n"):
            return
        if self.issue is None and self.draft.title is not None:
            self.draft.hold("/lead", self.draft.lead, words, start, end)
            return
        issue = self.opened(start)
        if self.entries:
            self.draft.hold(f"{self.draft.pointer}/notices", issue.notices, words, start, end)
        elif issue.title is None and not self.has_title and not issue.lead and _is_title(words):
            issue.set_title(plain_text(words), self.log, self.draft.pointer, plain_span(self.text, start, end))
        else:
            if issue.printed is None:
                issue.printed = _window(words)
            self.draft.hold(f"{self.draft.pointer}/lead", issue.lead, words, start, end)

    def _close(self) -> None:
        issue, entries = self.issue, self.entries
        if issue is None or (not entries and issue.title is None):
            return
        self.closed.append((issue, entries))
        self.issue, self.entries = None, []

    def _build(self) -> None:
        """
        Build the papers, now that all is known that tells the language.
        """
        if not any(entries for _, entries in self.closed):
            return
        language = self._language(self.closed) if len(self.closed) > 1 else None
        for index, (issue, entries) in enumerate(self.closed):
            issue.language = self._language([(issue, entries)]) or language
            for entry in entries:
                entry.add_to(issue, f"/issues/{index}", self.log)

    def _language(self, issues: Sequence[tuple[IssueDraft, Sequence[EntryDraft]]]) -> str | None:
        """
        Return the language that front matter names, or that the digest's own words tell; else None.
        """
        if self.front_matter is not None:
            for _, language in self.front_matter.languages:
                if is_language_tag(language):
                    return canonical_tag(language)
        around, own, titles = list[str](), list[str](), list[str]()
        for issue, entries in issues:
            names = dict.fromkeys(name for entry in entries for name in (*entry.topics, *entry.details))
            around += (words for words in (*issue.lead, *issue.notices) if _LINKS.fullmatch(words) is None)
            own += (*names, *([] if issue.title is None else [issue.title]))
            own += (words for entry in entries[:_FEW] for words in entry.prose())
            titles += (entry.title for entry in entries[:_FEW])
        abstracts = [
            entry.abstract.words for _, entries in issues for entry in entries[:_FEW] if entry.abstract.paragraphs
        ]
        # English summaries under a lead in another language are the authors' words: two public digests have them so.
        first = language_of_text("\n".join(around)[:_SAMPLE])
        if first not in (None, "en"):
            return first
        found = language_of_text("\n".join((*around, *own))[:_SAMPLE])
        return found or language_of_text("\n".join(abstracts)[:_SAMPLE], titles="\n".join(titles))


def _is_title(words: str) -> bool:
    """
    Return whether the first paragraph is a title: one short line that prints a period.

    Two public digests have their title in a bold or bare line on top.
    """
    return "\n" not in words and len(words) < 100 and "://" not in words and find_period(words) is not None


def _window(words: str) -> PrintedRange | None:
    """
    Return the days that a line under the title prints, such as "Search window: 2026-01-05 to 2026-01-11".

    A single day may be that of the publication, or of the last update.
    """
    if "\n" in words or len(words) > _LONGEST_WINDOW:
        return None
    found = find_period(words)
    return found if found is not None and found.kind == "range" and len(found.printed) * 3 >= len(words) else None


def _front_matter(text: str, block: Block) -> FrontMatter | None:
    start, end = block.start, block.end
    if text.startswith("---", start):
        start = start + len(text[start:end].splitlines()[0])
        end = max(text.rfind("\n", start, end), text.rfind("\r", start, end))
    return read_front_matter(text, start, end)


def _add_front_matter(issue: IssueDraft, found: FrontMatter, log: ReadLog) -> None:
    """
    Give the members of front matter to the fields of an issue; the rest is its metadata.
    """
    used: set[str] = set()
    for name, words in found.titles:
        used.update([name] if issue.title in (None, words) else [])
        if issue.title is None:
            issue.set_title(words, log, "/issues/0", found.spans[name])
    for name, words in found.days:
        is_day = end_of_day(words) == len(words)
        if issue.published is None and is_day and (day := day_in(words)) is not None:
            issue.published = day
            log.place("/issues/0/published", *found.spans[name])
            used.add(name)
    for name, words in found.languages:
        if is_language_tag(words) and canonical_tag(words) == issue.language:
            used.add(name)
    for name, words in found.leads:
        if issue.printed is None:
            issue.printed = find_period(words)
        if not issue.lead:
            issue.lead.append(words)
            used.add(name)
    rest: dict[str, object] = {name: value for name, value in found.members.items() if name not in used}
    try:
        issue.metadata = json_members(rest)
    except ModelError as error:
        log.refuse("/issues/0/metadata", 0, error.problems)
        for name in rest:
            log.leave(*found.spans[name])
