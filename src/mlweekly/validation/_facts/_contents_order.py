"""
The order of a contents list, and where an entry belongs in it.

Lives here: `ContentsOrder`.
Must not know: any rule; what an entry says.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from mlweekly.dates import DateRange
from mlweekly.model import ContentsEntry
from mlweekly.validation._facts._contents import Listing

__all__ = ["ContentsOrder"]


class ContentsOrder:
    """
    The entries that are as they should be, in the order of the weeks, or else in that of the document.

    The list may rise or fall.
    """

    def __init__(self, listings: Sequence[Listing], *, by_week: bool) -> None:
        self._entries = [listing.entry for listing in listings]
        self._places: dict[int, int] = {}
        has_targets = any(listing.entry.target is not None and not listing.is_elsewhere for listing in listings)
        for listing in reversed(listings):
            is_bare = listing.entry.target is None and has_targets
            key = _day(listing.period) if by_week else listing.issue
            if key is not None and listing.fault is None and not listing.is_elsewhere and not is_bare:
                self._places[key] = listing.index
        self._keys = sorted(self._places)
        rises = sum(self._places[one] < self._places[other] for one, other in pairwise(self._keys))
        is_single = len(self._keys) == 1
        self._rises = not by_week if is_single else 2 * rises > len(self._keys) - 1

    def place(self, week: DateRange | None, index: int) -> tuple[int, ContentsEntry | None]:
        """
        Return where the entry of an issue belongs, and the entry that it stands beside, in whose group it is put.

        Args:
            week: The days of the issue; None where the order is that of the document.
            index: Where the issue stands in the document.
        """
        key = index if week is None else week.start.toordinal()
        earlier, later = bisect_left(self._keys, key) - 1, bisect_right(self._keys, key)
        above, below = (self._at(place) for place in ((earlier, later) if self._rises else (later, earlier)))
        if above is not None and (
            below is None or _is_of_year(week, self._entries[above]) or not _is_of_year(week, self._entries[below])
        ):
            return above + 1, self._entries[above]
        return (0, None) if below is None else (below, self._entries[below])

    def _at(self, place: int) -> int | None:
        return self._places[self._keys[place]] if 0 <= place < len(self._keys) else None


def _day(period: DateRange | None) -> int | None:
    return None if period is None else period.start.toordinal()


def _is_of_year(week: DateRange | None, entry: ContentsEntry) -> bool:
    return week is None or entry.group is None or str(week.start.year) in entry.group
