"""
The rules about a contents list: it leads to every issue of its document, once, and to the right one.

Lives here: S606 and S607.
Must not know: how entries and headings are matched (`_facts._contents` does); how rules are chosen and run.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly.changes import ContentsAdded, ContentsRelabelled, ContentsRemoved, ContentsRetargeted, Operation, Patch
from mlweekly.errors import pointer_to
from mlweekly.validation._facts._contents import Listing, entry_for
from mlweekly.validation._facts._contents_order import ContentsOrder
from mlweekly.validation._finding import Fix, Violation
from mlweekly.validation._rule import Context, SeriesContext

__all__ = ["index_incomplete", "index_target"]

_FEW = 3


def index_target(whole: SeriesContext) -> Iterator[Violation]:
    """
    An entry of the contents list leads to the issue that its words name.

    Words and anchor are compared by the days that they print, and with the headings of the document: the anchor has to
    be that of the heading, as GitHub makes it, or as most entries of the list spell it. Blanks and dashes in the words
    are excused, and so are entries of issues that the document does not hold, unless words and anchor name two weeks.
    Which of the two is at fault is told by the rest of the list: the week that another entry has already is the wrong
    one, then the week that shares days with its neighbours, then the week that no heading has.

    Why it matters: a reader who looks for one week is sent to another, and may not notice.
    Bad:
        - [Weekly Papers (September 16 - September 22)](#weekly-papers-september-9---september-15---2024)
        - [Weekly Papers (September 9 - September 15)](#weekly-papers-september-9---september-15---2024)

        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.12037) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagrams** - our own words there | [Paper](https://arxiv.org/abs/2409.07038) |
    Good:
        - [Weekly Papers (September 16 - September 22)](#weekly-papers-september-16---september-22---2024)
        - [Weekly Papers (September 9 - September 15)](#weekly-papers-september-9---september-15---2024)

        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.12037) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagrams** - our own words there | [Paper](https://arxiv.org/abs/2409.07038) |
    Fix: safe. The anchor is made from the heading, or the words get its days; where nothing tells which of the two is
    wrong, none.
    Counted: 3 of 130 entries, all true; 4 that differ from their heading in blanks alone are excused.
    """
    for listing in whole.listings:
        if listing.fault is not None:
            entry = listing.entry
            target = "nothing" if entry.target is None else entry.target
            yield Violation(
                pointer=pointer_to("contents", listing.index),
                message=f'the entry "{entry.label}" leads to {target}, {_why(whole, listing)}',
                evidence={
                    "label": entry.label,
                    "target": entry.target,
                    "labelled": _title(whole, listing.labelled),
                    "anchored": _title(whole, listing.anchored),
                    "at_fault": listing.fault,
                },
                seen=(entry.label, entry.target or "", entry.group or ""),
                fix=_mending(listing),
            )


def _why(whole: SeriesContext, listing: Listing) -> str:
    if listing.anchored is not None:
        return f'the anchor of "{_title(whole, listing.anchored)}"'
    if listing.labelled is not None:
        return f'which is not the anchor of "{_title(whole, listing.labelled)}"'
    return "which does not name the same days"


def _title(whole: SeriesContext, index: int | None) -> str | None:
    return None if index is None else whole.series.issues[index].title


def _mending(listing: Listing) -> Fix | None:
    entry, mended = listing.entry, listing.mended
    if mended is None:
        return None
    pointer = pointer_to("contents", listing.index)
    operations: list[Operation] = []
    if mended.label != entry.label:
        operations.append(ContentsRelabelled(pointer, before=entry.label, after=mended.label))
    if mended.target != entry.target:
        operations.append(ContentsRetargeted(pointer, before=entry.target, after=mended.target))
    return Fix(Patch(operations), safe=True)


def index_incomplete(whole: SeriesContext) -> Iterator[Violation]:
    """
    Every issue of a document is in its contents list, once.

    An entry belongs to the issue that its words name, or else its target. A list that leads to less than half of the
    issues, and leaves out more than three, is another list. An entry of the newest issue above the list, under words
    that are no year, is excused. Where an entry names two issues S606 speaks, and both count as listed. Of an entry
    that stands a second time, under another year, it is the copy that is found.

    Why it matters: an issue that is missing from the list is not found by readers who go by it.
    Bad:
        - [Weekly Papers (September 9 - September 15)](#weekly-papers-september-9---september-15---2024)

        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.12037) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagrams** - our own words there | [Paper](https://arxiv.org/abs/2409.07038) |
    Good:
        - [Weekly Papers (September 16 - September 22)](#weekly-papers-september-16---september-22---2024)
        - [Weekly Papers (September 9 - September 15)](#weekly-papers-september-9---september-15---2024)

        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.12037) |

        ## Weekly Papers (September 9 - September 15) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagrams** - our own words there | [Paper](https://arxiv.org/abs/2409.07038) |
    Fix: safe. The missing entry is added at its place in the order of the list, in the form of its neighbour; the
    second entry of an issue is taken out.
    Counted: 0 of 65 issues; three entries with a wrong label or anchor are S606's.
    """
    listings = whole.listings
    listed = {index for each in listings for index in (each.labelled, each.anchored) if index is not None}
    missing = list(_unlisted(whole, listed))
    if listed and (len(missing) <= _FEW or 2 * len(listed) >= len(whole.issues)):
        orders = {by_week: ContentsOrder(listings, by_week=by_week) for by_week in (True, False)} if missing else {}
        for context in missing:
            yield _missing(whole, context, orders[context.dating.judged is not None])
    yield from _repeated(whole)


def _unlisted(whole: SeriesContext, listed: set[int]) -> Iterator[Context]:
    """
    Yield the issues that no entry names, without those whose heading another issue has too: that is S603's.
    """
    known: set[object] = {None}
    for index in listed:
        known |= {whole.issues[index].issue.title, whole.issues[index].dating.judged}
    for context in whole.issues:
        title, judged = context.issue.title, context.dating.judged
        if (
            context.index not in listed
            and title is not None
            and title not in known
            and (not judged or judged not in known)
        ):
            known |= {title, judged}
            yield context


def _missing(whole: SeriesContext, context: Context, order: ContentsOrder) -> Violation:
    title = context.issue.title or ""
    return Violation(
        pointer=f"{pointer_to('issues', context.index)}/title",
        message=f'no entry of the contents list leads to "{title}"',
        evidence={"title": title, "entries": len(whole.series.contents)},
        seen=("missing", title, str(context.issue.period)),
        fix=_listed(whole, context, order),
    )


def _repeated(whole: SeriesContext) -> Iterator[Violation]:
    first: dict[tuple[object, ...], Listing] = {}
    for listing in whole.listings:
        entry = listing.entry
        if listing.fault is not None or (listing.group is None and entry.group is not None):
            continue
        named = listing.issue
        key = ("issue", named) if named is not None else ("words", _year(listing), _words(listing))
        if first.setdefault(key, listing) is not listing and (named is not None or listing.names_days):
            is_first_astray = listing.is_in_group and not first[key].is_in_group
            copy, kept = (first[key], listing) if is_first_astray else (listing, first[key])
            first[key] = kept
            yield _second(whole, copy, kept)


def _year(listing: Listing) -> int | None:
    """
    Return the year that tells an entry from others of its words: two that lead to one place need none.
    """
    return listing.group if listing.entry.target is None else None


def _words(listing: Listing) -> str:
    return "".join(f"{listing.entry.label}\n{listing.entry.target}".casefold().split())


def _second(whole: SeriesContext, listing: Listing, first: Listing) -> Violation:
    entry, contents = listing.entry, whole.series.contents
    pointer = pointer_to("contents", listing.index)
    return Violation(
        pointer=pointer,
        message=f'the entry "{entry.label}" leads where "{first.entry.label}" leads',
        evidence={"label": entry.label, "target": entry.target, "first_label": first.entry.label},
        seen=("repeated", entry.label, entry.target or "", entry.group or ""),
        fix=Fix(Patch([ContentsRemoved(pointer, before=entry, count=len(contents))]), safe=True),
        places=(pointer, pointer_to("contents", first.index)),
    )


def _listed(whole: SeriesContext, context: Context, order: ContentsOrder) -> Fix | None:
    """
    Return the fix that adds the entry of an issue, at its place and in the form of its neighbour.
    """
    week = context.dating.judged
    place, model = order.place(week, context.index)
    entry = None if model is None else entry_for(whole.series, context.index, week, model)
    if entry is None:
        return None
    count = len(whole.series.contents)
    return Fix(Patch([ContentsAdded(pointer_to("contents", place), after=entry, count=count)]), safe=True)
