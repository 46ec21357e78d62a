"""
The algebra of changes.
"""

from __future__ import annotations

import pickle
from typing import Any

import jsonpatch
import jsonschema
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from mlweekly import Issue, Paper, Series, json
from mlweekly.changes import Patch, diff
from mlweekly.model import members_of
from tests.strategies import issues, series

SCHEMA_OF_PATCH = jsonschema.Draft202012Validator(json.schema_of_patch())


@st.composite
def related_issues(draw: DrawFn, base: Issue | None = None) -> Issue:
    """
    Draw an issue that shares papers and fields with another.
    """
    one = draw(issues()) if base is None else base
    other = draw(issues())
    pool = [*one.papers, *other.papers]
    mixed: list[Paper] = []
    for paper in draw(st.permutations(pool)):
        choice = draw(st.integers(0, 3))
        if choice == 0:
            continue
        if choice == 1 and pool:
            donor = draw(st.sampled_from(pool))
            names = [member.name for member in members_of(Paper)]
            name = draw(st.sampled_from([*names, "extra"]))
            mixed.append(evolve(paper, **{name: getattr(donor, name)}))
        else:
            mixed.append(paper)
    if draw(st.booleans()):
        mixed = [evolve(paper, rank=rank) for rank, paper in enumerate(mixed, 1)]
    fields = {
        name: getattr(draw(st.sampled_from([one, other])), name)
        for name in (*(member.name for member in members_of(Issue) if member.name != "papers"), "extra")
    }
    return Issue(papers=tuple(mixed), **fields)


@st.composite
def issue_pairs(draw: DrawFn) -> tuple[Issue, Issue]:
    """
    Draw two states of an issue.
    """
    one = draw(issues())
    if draw(st.booleans()):
        one = evolve(one, papers=[evolve(paper, rank=rank) for rank, paper in enumerate(one.papers, 1)])
    return one, draw(related_issues(one))


@st.composite
def series_pairs(draw: DrawFn) -> tuple[Series, Series]:
    """
    Draw two states of a series.
    """
    one, other = draw(series()), draw(series())
    pool = [*one.issues, *other.issues]
    mixed = [
        draw(related_issues(issue)) if draw(st.booleans()) else issue
        for issue in draw(st.permutations(pool))
        if draw(st.booleans())
    ]
    entries = [entry for entry in draw(st.permutations([*one.contents, *other.contents])) if draw(st.booleans())]
    return one, evolve(other, issues=mixed, contents=entries, lead=draw(st.sampled_from([one.lead, other.lead])))


@given(issue_pairs())
def test_diff_leads_from_one_issue_to_the_other(pair: tuple[Issue, Issue]) -> None:
    """
    The patch makes the new state of the old one, its inverse the old one of the new.
    """
    old, new = pair
    patch = diff(old, new)

    assert patch.apply(old) == new
    assert patch.inverse().apply(new) == old
    assert patch.inverse().inverse() == patch
    assert pickle.loads(pickle.dumps(patch)) == patch
    assert hash(patch) == hash(diff(old, new))
    assert str(patch).count("\n") >= len(patch) - 1


@given(series_pairs())
def test_diff_leads_from_one_series_to_the_other(pair: tuple[Series, Series]) -> None:
    """
    The same holds of series.
    """
    old, new = pair
    patch = diff(old, new)

    assert patch.apply(old) == new
    assert patch.inverse().apply(new) == old


@given(st.one_of(issues(), series()))
def test_equal_values_have_no_difference(value: Issue | Series) -> None:
    """
    Nothing changed between a value and itself.
    """
    assert diff(value, value) == Patch()


@given(issue_pairs(), st.data())
def test_composition_does_one_after_the_other(pair: tuple[Issue, Issue], data: st.DataObject) -> None:
    """
    `p + q` does what p and then q does, and a patch and its inverse leave nothing.
    """
    first, second = pair
    third = data.draw(related_issues(second))
    one, other = diff(first, second), diff(second, third)

    assert (one + other).apply(first) == third
    assert (one + other).inverse().apply(third) == first
    assert one + one.inverse() == Patch()
    assert one + Patch() == one == Patch() + one
    assert ((one + other) + other.inverse()).apply(first) == second
    assert (one + other) + (one + other).inverse() == Patch()


@given(st.one_of(issue_pairs(), series_pairs()))
def test_patch_comes_back_from_json(pair: Any) -> None:
    """
    The JSON form holds every operation, with what is not compared, in one canonical spelling that the schema accepts.
    """
    patch = diff(*pair)
    text = json.dumps_patch(patch)
    read = json.loads_patch(text)

    assert read == patch
    assert str(read) == str(patch)
    assert json.dumps_patch(read) == text
    SCHEMA_OF_PATCH.validate(json.patch_to_data(patch))


def without_version(value: Issue | Series) -> dict[str, Any]:
    """
    Return the JSON form without the version, which extra members alone decide.
    """
    return {name: member for name, member in json.to_data(value).items() if name != "version"}


@given(st.one_of(issue_pairs(), series_pairs()))
def test_json_patch_makes_the_json_of_the_target(pair: Any) -> None:
    """
    Another library that makes the patch of RFC 6902 in the old JSON gets the new JSON.
    """
    old, new = pair
    steps = diff(old, new).to_json_patch()

    assert jsonpatch.apply_patch(without_version(old), steps) == without_version(new)
