"""
The rules about a contents list: it leads to every issue of its document, once, and to the right one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mlweekly.changes import ContentsAdded, ContentsRelabelled, ContentsRemoved, ContentsRetargeted, Patch
from mlweekly.errors import pointer_to
from mlweekly.model import ContentsEntry, ContentsMatch
from mlweekly.validation._analysis._contents import ContentsOrder, entry_for
from mlweekly.validation._context import Context, SeriesContext
from mlweekly.validation._finding import Fix, Violation

__all__ = ["index_incomplete", "index_target"]

_FEW = 3


def index_target(whole: SeriesContext) -> Iterator[Violation]:
    """
    An entry of the contents list leads to the issue that its words name.

    Words and anchor are compared by the days that they print, and with the headings of the document: the anchor has to
    be that of the heading, as GitHub makes it, or as most entries of the list spell it. Spaces and dashes in the words
    are excused, and so are entries of issues that the document does not hold, unless words and anchor name two weeks.
    The rest of the list shows which of the two is at fault: the week that another entry has already is the wrong
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
    Counted: 3 of 130 entries, all true; 4 that differ from their heading in spaces alone are excused.
    """
    for index, fault in whole.contents_faults.items():
        match = whole.contents_list.matches[index]
        entry, labelled, anchored = match.entry, _title(whole, match.labelled), _title(whole, match.anchored)
        why = "which does not name the same days"
        if anchored is not None:
            why = f'the anchor of "{anchored}"'
        elif labelled is not None:
            why = f'which is not the anchor of "{labelled}"'
        yield Violation(
            pointer=pointer_to("contents", index),
            message=f'the entry "{entry.label}" leads to {entry.target or "nothing"}, {why}',
            evidence={
                "label": entry.label,
                "target": entry.target,
                "labelled": labelled,
                "anchored": anchored,
                "at_fault": fault.culprit,
            },
            identity_parts=(entry.label, entry.target or "", entry.group or ""),
            fix=_fix_of(match, fault.fixed),
        )


def _title(whole: SeriesContext, index: int | None) -> str | None:
    return None if index is None else whole.series.issues[index].title


def _fix_of(match: ContentsMatch, fixed: ContentsEntry | None) -> Fix | None:
    if fixed is None:
        return None
    entry, pointer = match.entry, pointer_to("contents", match.index)
    if fixed.label != entry.label:
        return Fix(Patch([ContentsRelabelled(pointer, before=entry.label, after=fixed.label)]), safe=True)
    return Fix(Patch([ContentsRetargeted(pointer, before=entry.target, after=fixed.target)]), safe=True)


def index_incomplete(whole: SeriesContext) -> Iterator[Violation]:
    """
    Every issue of a document is in its contents list, once.

    An entry belongs to the issue that its words name, or else its target. A list that leads to less than half of the
    issues, and leaves out more than three, is another list. An entry of the newest issue above the list, under words
    that are no year, is excused. Where an entry names two issues S606 speaks, and both count as listed. Of an entry
    that is listed again under another year, the rule finds the copy.

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
    matches = whole.contents_list.matches
    sound = [match for match in matches if match.index not in whole.contents_faults]
    listed = {index for match in matches for index in (match.labelled, match.anchored) if index is not None}
    missing = list(_unlisted(whole, listed))
    if listed and (len(missing) <= _FEW or 2 * len(listed) >= len(whole.issues)):
        orders = {by_week: ContentsOrder(sound, by_week=by_week) for by_week in (True, False)} if missing else {}
        for context in missing:
            yield _missing(whole, context, orders[context.dating.judged is not None])
    yield from _repeated(sound, len(matches))


def _unlisted(whole: SeriesContext, listed: set[int]) -> Iterator[Context]:
    """
    Yield the issues that no entry names, without those whose heading another issue has too: that is S603's.
    """
    known: set[object] = {None}
    for index in listed:
        known |= {whole.issues[index].issue.title, whole.issues[index].dating.judged}
    for context in whole.issues:
        title, judged = context.issue.title, context.dating.judged
        is_listed = context.index in listed or title in known or (judged is not None and judged in known)
        if title is not None and not is_listed:
            known |= {title, judged}
            yield context


def _missing(whole: SeriesContext, context: Context, order: ContentsOrder) -> Violation:
    title, week, count = context.issue.title or "", context.dating.judged, len(whole.series.contents)
    index, example = order.index(week, context.index)
    entry = None if example is None else entry_for(context.issue, week, example)
    added = None if entry is None else ContentsAdded(pointer_to("contents", index), after=entry, count=count)
    return Violation(
        f"{pointer_to('issues', context.index)}/title",
        f'no entry of the contents list leads to "{title}"',
        {"title": title, "entries": count},
        ("missing", title, str(context.issue.period)),
        fix=None if added is None else Fix(Patch([added]), safe=True),
    )


def _repeated(sound: Iterable[ContentsMatch], count: int) -> Iterator[Violation]:
    first: dict[tuple[object, ...], ContentsMatch] = {}
    for match in sound:
        if match.year is None and match.entry.group is not None:
            continue
        named = match.issue
        key = ("issue", named) if named is not None else ("words", *_year_and_words(match))
        if first.setdefault(key, match) is not match and (named is not None or match.label_days is not None):
            is_first_astray = match.is_in_group and not first[key].is_in_group
            copy, kept = (first[key], match) if is_first_astray else (match, first[key])
            first[key] = kept
            yield _second(copy, kept, count)


def _year_and_words(match: ContentsMatch) -> tuple[int | None, str]:
    """
    Return what tells an entry from others; two that lead to one place need no year for it.
    """
    words = "".join(f"{match.entry.label}\n{match.entry.target}".casefold().split())
    return (match.year if match.entry.target is None else None), words


def _second(match: ContentsMatch, first: ContentsMatch, count: int) -> Violation:
    entry, pointer = match.entry, pointer_to("contents", match.index)
    return Violation(
        pointer,
        f'the entry "{entry.label}" leads where "{first.entry.label}" leads',
        {"label": entry.label, "target": entry.target, "first_label": first.entry.label},
        ("repeated", entry.label, entry.target or "", entry.group or ""),
        fix=Fix(Patch([ContentsRemoved(pointer, before=entry, count=count)]), safe=True),
        places=(pointer, pointer_to("contents", first.index)),
    )
