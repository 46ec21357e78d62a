"""
Which of several readings of a text is right, and whether the text is a digest at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mlweekly._expressions import expression
from mlweekly._mistakes import mistaken_content
from mlweekly.dates import find_range
from mlweekly.markdown._dialects import Layout
from mlweekly.markdown._hidden import has_hidden_block
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._paper_urls import URL, is_of_paper
from mlweekly.model import Paper, role_of_label

__all__ = ["MOST_OF_A_PAPER", "is_digest", "report_unread_papers", "worth_of"]

_MOST_LOOKED_AT = 200
_DAYS = expression(r"[0-9].*[0-9]")
_TITLE_OF_ENTRY = expression(r"[0-9]{1,4}[.)][ \t]+\*\*[^*\n]+\*\*[ \t]*(?:\n|\Z)")
_MOST_DETAILS = 3
_LINK = 5
_NOTHING = -1_000_000

MOST_OF_A_PAPER: Final = _LINK + 5 + _MOST_DETAILS
"""
The most that a paper counts for in the worth of a reading: its link, five texts, and details.
"""

# Digests have news, software and data beside papers; an index of pages has hardly a paper.
_ENTRIES_PER_PAPER = 4
_DATED_ENTRIES_PER_PAPER = 8
# Pages of documentation end with a list of other pages, of which one may be a paper.
_UNDATED_ENTRIES_PER_PAPER = 2
# A README may list the papers behind a program; in public digests, papers are two fifths of the text and more.
_SHARE = 5


def worth_of(draft: SeriesDraft, log: ReadLog) -> int:
    """
    Return how much a reading found: what its papers hold, less what it left over; nothing without papers.
    """
    papers = [*_papers(draft)]
    held = sum(_held_by(paper) for paper in papers if not _is_week(paper))
    return held - len(log.leftovers) if papers else _NOTHING


def _papers(draft: SeriesDraft) -> Iterator[Paper]:
    return (paper for issue in draft.issues for paper in issue.papers)


def _is_week(paper: Paper) -> bool:
    """
    Return whether the title of a paper prints a range of days, so that it is that of an issue with one paper.
    """
    title = paper.title.original or ""
    return _DAYS.search(title) is not None and find_range(title) is not None


def _held_by(paper: Paper) -> int:
    # An outline has the title of an entry below a topic, `1. **Title**`, for a summary.
    summary = None if paper.summary is None or _TITLE_OF_ENTRY.match(str(paper.summary)) else paper.summary
    texts = (paper.authors, paper.released, paper.tags, paper.abstract, summary)
    link = _LINK if paper.links or "link" in paper.details else 0
    return link + sum(map(bool, texts)) + min(_MOST_DETAILS, len(paper.details))


def is_digest(draft: SeriesDraft, log: ReadLog, layout: Layout) -> bool:
    """
    Return whether what was read is a digest, and no other text that has tables, lists or headings.

    A period in a title says so. So do, in the forms that no other text has, a table of papers, papers with the sections
    of a post, ranked paragraphs with links; in the open forms, links to papers, authors or abstracts, if the papers are
    a good part of the text.
    """
    papers = [*_papers(draft)]
    is_dated = any(issue.printed is not None for issue in draft.issues)
    if layout == "rows" and (is_dated or not (papers or _has_words(draft)) or _has_ranks(log)):
        return True
    if layout in ("headings", "lines"):
        return is_dated or not papers or (any(map(_held_by, papers)) and not _is_readme(papers, log))
    is_of_days = any(map(_is_of_days, draft.issues))
    told = sum(map(_is_told, papers))
    if layout == "rows":
        return 0 < len(papers) <= told * _ENTRIES_PER_PAPER
    if layout == "entries":
        are_linked = bool(papers) and all(any(link.kind != "code" for link in paper.links) for paper in papers)
        return told > 0 or are_linked or (is_of_days and any(map(_is_described, papers)))
    if not papers:
        return bool(draft.contents) or is_of_days
    if is_dated:
        return len(papers) <= told * _DATED_ENTRIES_PER_PAPER or (layout == "outline" and _has_ranks(log))
    is_bare = not _has_words(draft) and all(issue.title is None for issue in draft.issues)
    if is_bare and (len(papers) == 1 or layout == "outline"):
        # Nothing but entries is a digest, though most are news: so is one public newsletter. A single one is a review.
        return len(papers) > 2 and told > 0
    return 1 < len(papers) <= told * _UNDATED_ENTRIES_PER_PAPER and _length(log) * _SHARE >= len(log.text.strip())


def _has_words(draft: SeriesDraft) -> bool:
    return bool(draft.lead or draft.foot) or any(issue.lead or issue.notices for issue in draft.issues)


def _is_of_days(issue: IssueDraft) -> bool:
    """
    Return whether a title prints several days; one day is above the notes of a meeting and the entries of a diary, too.
    """
    period = None if issue.printed is None else issue.printed.period()
    return issue.printed is not None and (period is None or period.start < period.end)


def _is_described(paper: Paper) -> bool:
    return paper.summary is not None or any(link.role is not None for link in paper.links)


def _is_readme(papers: Sequence[Paper], log: ReadLog) -> bool:
    """
    Return whether the one paper of a post is the text itself.

    The sections below it, such as "Introduction", are those of a README.
    """
    line = log.lines.index_at(next(_spans(log, ""))[0])
    return len(papers) == 1 and log.text.startswith(("# ", "#\t"), log.lines.starts[line])


def _is_told(paper: Paper) -> bool:
    if paper.authors or paper.abstract is not None:
        return True
    papers = [link for link in paper.links if link.kind == "paper" or link.role == "paper"]
    # An item with several papers by name is a line of an index: one public README lists 60 digests so.
    named = sum(link.label is not None and role_of_label(link.label) is None for link in papers)
    return bool(papers) and named < 2


def _spans(log: ReadLog, name: str) -> Iterator[tuple[int, int]]:
    for pointer, names, spans in log.places:
        if name in names and pointer.count("/") == 4 and "/papers/" in pointer:
            yield spans[names.index(name)]


def _has_ranks(log: ReadLog) -> bool:
    return any(start < end for start, end in _spans(log, "/rank"))


def _length(log: ReadLog) -> int:
    return sum(end - start for start, end in _spans(log, ""))


def report_unread_papers(log: ReadLog, *, has_papers: bool) -> None:
    """
    Note that a text has links to papers, of which none was read, or that it is no Markdown: a page of HTML, a path.

    A hidden block of a post says that the text is whole without papers.
    """
    content = mistaken_content(log.text, "Markdown")
    if content is not None and content.kind != "empty" and (content.kind == "html" or not has_papers):
        log.doubt("", 0, content.message, kind=content.kind)
    if has_papers or has_hidden_block(log.text):
        return
    urls = [match for match in _first(URL.finditer(log.text)) if is_of_paper(match[0])]
    if urls:
        count = f"{len(urls)} links to papers" if len(urls) > 1 else "a link to a paper"
        message = f"{count}, and no paper was read from the text: it has no headings, items or rows that present papers"
        log.doubt("", urls[0].start(), message, kind="no-paper-read")


def _first(matches: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    for _, match in zip(range(_MOST_LOOKED_AT), matches, strict=False):
        yield match
