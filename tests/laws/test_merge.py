"""
The algebra of merges.
"""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from mlweekly import Issue, Series
from mlweekly.changes import Merged, merge
from tests.edited import three_issues, three_series
from tests.strategies import issues, series

AnyMerged = Merged[Issue] | Merged[Series]
Three = tuple[Issue, Issue, Issue] | tuple[Series, Series, Series]

states = st.one_of(three_issues(), three_series())
strangers = st.one_of(st.tuples(*[issues()] * 3), st.tuples(*[series()] * 3))


def merged_of(base: Issue | Series, ours: Issue | Series, theirs: Issue | Series) -> AnyMerged:
    """
    Return the merge, of whichever of the two kinds.
    """
    return merge(base, ours=ours, theirs=theirs)  # type: ignore[type-var, return-value] -- one kind in all three


@given(states)
def test_the_change_of_one_side_alone_is_taken(three: Three) -> None:
    """
    Where one side is the base, the other side is the outcome, and nothing is in conflict.
    """
    base, side, _ = three
    for merged in (merged_of(base, side, base), merged_of(base, base, side)):
        assert merged.value == side
        assert merged.conflicts == ()


@given(states)
def test_equal_sides_are_the_outcome(three: Three) -> None:
    """
    What both sides did alike is done once.
    """
    base, side, _ = three
    merged = merged_of(base, side, side)

    assert merged.value == side
    assert merged.conflicts == ()


@given(st.one_of(states, strangers))
def test_swapped_sides_swap_the_conflicts_and_nothing_else(three: Three) -> None:
    """
    It does not matter which side is called ours.
    """
    base, ours, theirs = three
    merged, swapped = merged_of(base, ours, theirs), merged_of(base, theirs, ours)

    assert swapped.value == merged.value
    assert sorted(map(repr, swapped.conflicts)) == sorted(repr(conflict.swapped()) for conflict in merged.conflicts)


@given(st.one_of(states, strangers), st.data())
def test_every_conflict_can_be_resolved_in_any_order_to_either_side(three: Three, data: st.DataObject) -> None:
    """
    Each resolution closes one conflict and opens none, whichever side is chosen.
    """
    merged = merged_of(*three)
    conflicts = data.draw(st.permutations(merged.conflicts))
    left = len(conflicts)
    for conflict in conflicts:
        merged = merged.resolve(conflict, data.draw(st.sampled_from(("ours", "theirs"))))
        left -= 1
        assert len(merged.conflicts) == left


@given(st.one_of(states, strangers))
def test_resolving_to_one_side_is_swapping_and_resolving_to_the_other(three: Three) -> None:
    """
    All of ours is all of theirs of the swapped merge.
    """
    base, ours, theirs = three
    merged, swapped = merged_of(base, ours, theirs), merged_of(base, theirs, ours)
    for conflict in merged.conflicts:
        merged = merged.resolve(conflict, "ours")
        swapped = swapped.resolve(conflict.swapped(), "theirs")

    assert merged.value == swapped.value


@given(st.one_of(states, strangers))
def test_what_is_in_conflict_is_as_in_the_base(three: Three) -> None:
    """
    Resolving every conflict to what the base has changes nothing.
    """
    merged = merged_of(*three)
    resolved = merged
    for conflict in merged.conflicts:
        resolved = resolved.resolve(conflict, conflict.base)

    assert resolved.value == merged.value
    assert resolved.conflicts == ()


@given(st.one_of(states, strangers))
def test_where_their_changes_are_all_in_conflict_resolving_to_ours_gives_ours(three: Three) -> None:
    """
    Nothing of theirs is left then.
    """
    merged = merged_of(*three)
    if all(decision.choice in {"ours", "both", "conflict"} for decision in merged.decisions):
        for conflict in merged.conflicts:
            merged = merged.resolve(conflict, "ours")
        assert merged.value == three[1]


@given(st.one_of(states, strangers))
def test_a_merge_is_a_value(three: Three) -> None:
    """
    It hashes, pickles, compares, prints, and its patch leads from the base to its value.
    """
    merged = merged_of(*three)

    assert pickle.loads(pickle.dumps(merged)) == merged
    assert hash(merged) == hash(merged_of(*three))
    assert merged.patch.apply(three[0]) == merged.value  # type: ignore[type-var] -- one kind in all three
    assert merged.marked().count("<<<<<<< ours") >= len(merged.conflicts)
    assert "\n" not in str(merged)
