"""
Two orders of the same papers made one, held against every order that there is.
"""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from attrs import evolve

from mlweekly import Issue, Paper, Text, diff, merge
from mlweekly.changes import ABSENT, PaperMoved

Order = tuple[int, ...]
COUNT = 4
BASE: Order = tuple(range(COUNT))


def issue(order: Order, extra: dict[int, str] | None = None) -> Issue:
    """
    Return an issue of papers with the titles that the numbers are, and a summary for some of them.
    """
    summaries = extra or {}
    return Issue(
        papers=[
            Paper(rank=rank, title=Text(str(number)), summary=Text(summaries.get(number, "a")))
            for rank, number in enumerate(order, 1)
        ]
    )


def order_of(value: Issue) -> Order:
    """
    Return the numbers of an issue.
    """
    return tuple(int(str(paper.title)) for paper in value.papers)


def moved(order: Order) -> set[int]:
    """
    Return the papers that `diff` moves.
    """
    return {int(str(each.element)) for each in diff(issue(BASE), issue(order)) if isinstance(each, PaperMoved)}


def is_swapped(order: Order, pair: tuple[int, int]) -> bool:
    """
    Return whether an order has a pair of the base the other way round.
    """
    return order.index(pair[0]) > order.index(pair[1])


def expected(ours: Order, theirs: Order) -> Order | None:
    """
    Return the one order that swaps exactly the pairs that either side swaps, looked for among all orders.

    None where a paper that both moved goes to two places among those that neither moved.
    """
    if theirs in {ours, BASE}:
        return ours
    if ours == BASE:
        return theirs
    staying = [number for number in BASE if number not in moved(ours) | moved(theirs)]
    for number in moved(ours) & moved(theirs):
        before = [{other for other in staying if side.index(other) < side.index(number)} for side in (ours, theirs)]
        if before[0] != before[1]:
            return None
    pairs = [*combinations(BASE, 2)]
    wanted = [is_swapped(ours, pair) or is_swapped(theirs, pair) for pair in pairs]
    found = [order for order in permutations(BASE) if [is_swapped(order, pair) for pair in pairs] == wanted]
    return found[0] if found else None


@pytest.mark.parametrize("ours", list(permutations(BASE)), ids=str)
def test_every_two_orders_of_four_papers(ours: Order) -> None:
    """
    A pair stands as the side has it that swapped it; where no order has them all so, there is one conflict.
    """
    for theirs in permutations(BASE):
        merged = merge(issue(BASE), ours=issue(ours), theirs=issue(theirs))
        wanted = expected(ours, theirs)
        if wanted is None:
            (conflict,) = merged.conflicts
            assert (conflict.kind, conflict.base) == ("order", BASE)
            assert (conflict.ours, conflict.theirs) == (ours, theirs)
            assert merged.value == issue(BASE)
            assert merged.resolve(conflict, "theirs").value == issue(theirs)
        else:
            assert merged.conflicts == ()
            assert order_of(merged.value) == wanted


@pytest.mark.parametrize(
    ("ours", "theirs", "order"),
    [
        # Ours removed paper 2, theirs reworded it and moved another: it follows the paper that it follows in the base.
        ((3, 0, 1), (0, 1, 2, 3), (3, 0, 1, 2)),
        ((1, 0, 3), (0, 1, 2, 3), (1, 2, 0, 3)),
        ((0, 1, 3), (3, 0, 1, 2), (3, 0, 1, 2)),
        ((1, 3, 0), (0, 1, 2, 3), (1, 2, 3, 0)),
    ],
)
def test_a_contested_paper_keeps_its_place_by_its_neighbour(ours: Order, theirs: Order, order: Order) -> None:
    """
    A paper that one side removed and the other reworded stays, in an order that both sides' moves allow.
    """
    merged = merge(issue(BASE), ours=issue(ours), theirs=issue(theirs, {2: "b"}))

    assert [(each.kind, each.pointer) for each in merged.conflicts] == [("removed", "/papers/2")]
    assert order_of(merged.value) == order
    assert order_of(merged.resolve(merged.conflicts[0], ABSENT).value) == tuple(n for n in order if n != 2)


def test_the_first_paper_of_all_is_contested() -> None:
    """
    What follows nothing in the base stands first.
    """
    merged = merge(issue(BASE), ours=issue((3, 1, 2)), theirs=issue(BASE, {0: "b"}))

    assert order_of(merged.value) == (0, 3, 1, 2)


def test_what_both_add_behind_moved_papers_follows_them() -> None:
    """
    An addition follows the element that it follows on its side, wherever that goes.
    """
    ours = issue((1, 0, 7, 2, 3))
    theirs = issue((0, 1, 2, 8, 3))
    merged = merge(issue(BASE), ours=ours, theirs=theirs)

    assert order_of(merged.value) == (1, 0, 7, 2, 8, 3)


@pytest.mark.parametrize(
    ("ours", "theirs", "order"),
    [
        # What both add at one place: the common ones stand once, and runs that agree are interleaved.
        ((7, 8), (7, 8), (7, 8)),
        ((7, 8), (7,), (7, 8)),
        ((7, 8, 9), (7, 9), (7, 8, 9)),
        ((6, 7), (7, 8), (6, 7, 8)),
        ((7, 8), (8, 7), (7, 8)),
        ((7,), (8,), (7, 8)),
        ((8,), (7,), (7, 8)),
    ],
)
def test_runs_of_additions_become_one(ours: Order, theirs: Order, order: Order) -> None:
    """
    Whichever side is called ours; where nothing tells, the lesser title comes first.
    """
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge(issue(BASE), ours=issue((*BASE, *one)), theirs=issue((*BASE, *other)))
        assert order_of(merged.value) == (*BASE, *order)
        assert merged.conflicts == ()


def test_an_addition_of_both_at_two_places_stands_at_the_first() -> None:
    """
    It stands once.
    """
    merged = merge(issue(BASE), ours=issue((0, 7, 1, 2, 3)), theirs=issue((0, 1, 2, 7, 3)))

    assert order_of(merged.value) == (0, 7, 1, 2, 3)


def test_newer_issues_and_unequal_additions() -> None:
    """
    Papers of one key that are not equal are one conflict, at the first of their places.
    """
    ours, theirs = issue((0, 7, 1, 2, 3)), issue((0, 1, 2, 7, 3), {7: "b"})
    merged = merge(issue(BASE), ours=ours, theirs=theirs)

    assert [(each.kind, each.pointer, each.base) for each in merged.conflicts] == [("added", "/papers/1", ABSENT)]
    assert order_of(merged.value) == BASE
    assert merged.resolve(merged.conflicts[0], "theirs").value == evolve(
        issue((0, 7, 1, 2, 3)), papers=issue((0, 7, 1, 2, 3), {7: "b"}).papers
    )
