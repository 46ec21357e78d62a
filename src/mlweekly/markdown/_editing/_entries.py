"""
Editing the layout "entries": a paper is a paragraph of its own, its links in brackets at the end.

Lives here: issues that come, leave, or change places, each from its first line to its last.
Must not know: what changes inside an issue that stays (`_entry_issues` does).
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly.markdown._editing._entry_issues import EntryForm, EntryIssueEditor
from mlweekly.markdown._editing._origins import Origin
from mlweekly.markdown._editing._replacements import Element, Replacement, made, resequenced
from mlweekly.markdown._editing._source import BETWEEN_PARAGRAPHS, Source
from mlweekly.markdown._writing._entries import write_entries
from mlweekly.model import Issue, Series

__all__ = ["edit_entries"]

_FIRST_OF_ISSUE = ("title", "source", "lead/0", "papers/0", "notices/0")


def edit_entries(source: Source, old: Series, new: Series, origins: Origin) -> Iterator[Replacement]:
    """
    Yield what makes a document of entries show a series.
    """
    regions = list(_regions(source, old))
    forms = [EntryForm(source, index, issue, regions[index]) for index, issue in enumerate(old.issues)]
    positions = origins.positions("issues")
    stays = positions == list(range(len(forms)))
    elements: list[Element] = []
    for index, (position, issue) in enumerate(zip(positions, new.issues, strict=True)):
        neighbours = sorted(forms, key=lambda form: abs(form.position - index))
        if position is None:
            elements.append(Element(None, _new_issue(source, issue, f"/issues/{index}", neighbours)))
            continue
        changes: list[Replacement] = []
        if old[position] != issue:
            origin = origins.sequence("issues")[index]
            changes += EntryIssueEditor(forms[position], neighbours, index, issue, origin).changes()
            yield from changes
        elements.append(Element(position, "" if stays else made(source.text, changes, *regions[position])))
    if stays:
        return
    mark = source.line_end(0)
    yield from resequenced(source.text, regions, elements, BETWEEN_PARAGRAPHS, mark * 2)


def _new_issue(source: Source, issue: Issue, pointer: str, neighbours: list[EntryForm]) -> str:
    beside = next((form for form in neighbours if form.entries), None)
    if beside is not None and pointer not in source.wholes:
        return beside.issue(issue, pointer, neighbours)
    return write_entries(issue, source.dialect, inert=True).removesuffix("\n").replace("\n", source.line_end(0))


def _regions(source: Source, series: Series) -> Iterator[tuple[int, int]]:
    """
    Yield start and end of each issue: from the line of its first field to the last line before the next issue.

    A rule behind an issue is its own, for each issue of this layout ends with one.
    """
    starts = [
        source.whole_lines(first, first)[0]
        for index in range(len(series))
        for first in [min(source.places[place][0] for place in _first_places(source, index))]
    ]
    for start, following in zip(starts, [*starts[1:], len(source.text)], strict=False):
        last = start + len(source.text[start:following].rstrip())
        yield start, min(following, source.whole_lines(last, last)[1])


def _first_places(source: Source, index: int) -> Iterator[str]:
    for name in _FIRST_OF_ISSUE:
        if f"/issues/{index}/{name}" in source.places:
            yield f"/issues/{index}/{name}"
