"""
The fewest steps from one order to another.
"""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly.changes import longest_rising_run
from mlweekly.changes._merging._orders import common_order
from mlweekly.changes._ordering import Addition, Move, Removal, steps
from mlweekly.changes._origins import Order, Origin


def made(
    old: list[str], new: list[str], pairs: list[tuple[int, int]]
) -> tuple[list[str], list[Removal | Move | Addition]]:
    """
    Return the elements after the steps, and the steps.
    """
    elements, found = list(old), list(steps(len(old), len(new), pairs))
    for step in found:
        if isinstance(step, Removal):
            assert step.among == len(elements)
            del elements[step.old]
        elif isinstance(step, Move):
            elements.insert(step.to, elements.pop(step.position))
        else:
            assert step.among == len(elements)
            elements.insert(step.new, new[step.new])
    return elements, found


def test_moves_are_as_few_as_can_be() -> None:
    """
    Of every order of six elements all move but those of a longest rising run, told by looking at every selection.
    """
    old = [*"abcdef"]
    for order in permutations(range(6)):
        new = [old[place] for place in order]
        elements, found = made(old, new, [(place, order.index(place)) for place in range(6)])
        staying = next(
            size for size in range(6, 0, -1) if any([*some] == sorted(some) for some in combinations(order, size))
        )
        assert elements == new
        assert len(found) == 6 - staying


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_steps_lead_from_one_order_to_the_other(old: list[int], new: list[int]) -> None:
    """
    Whatever comes, goes and stays, one step is one element.
    """
    names, others = [*map(str, old)], [*map(str, new)]
    pairs = [(names.index(name), others.index(name)) for name in names if name in others]
    elements, found = made(names, others, pairs)

    assert elements == others
    assert sum(isinstance(step, Removal) for step in found) == len(names) - len(pairs)
    assert sum(isinstance(step, Addition) for step in found) == len(others) - len(pairs)


def test_longest_run_of_nothing_is_nothing() -> None:
    """
    A run rises strictly: of equal numbers one stays.
    """
    assert longest_rising_run([]) == []
    assert len(longest_rising_run([5, 5, 5])) == 1


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (([1, 2, 3, 0], {0}), ([3, 0, 1, 2], {3}), [3, 1, 2, 0]),
        (([1, 0, 2, 3], {0}), ([0, 1, 3, 2], {2}), [1, 0, 3, 2]),
        (([1, 0, 2, 3], {0}), ([1, 0, 2, 3], {0}), [1, 0, 2, 3]),
        (([1, 0, 2, 3], {0}), ([1, 2, 0, 3], {0}), None),
        (([1, 2, 0, 3], {0}), ([0, 3, 1, 2], {3}), None),
    ],
)
def test_two_orders_become_one_where_every_pair_agrees(
    ours: tuple[list[int | None], set[int]], theirs: tuple[list[int | None], set[int]], expected: list[int] | None
) -> None:
    """
    A pair stands as the side has it that changed it; an element moved to two places, or a circle, has no order.
    """
    one, other = (
        Order([Origin(position, None) for position in positions], moved) for positions, moved in (ours, theirs)
    )

    assert common_order(range(4), one, other) == expected
    assert common_order(range(4), other, one) == expected
