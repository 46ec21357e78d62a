"""
What a merge offers: its conflicts, their resolution, and what a person reads of them.
"""

from __future__ import annotations

import pickle

import attrs
import pytest

from mlweekly import Abstract, Issue, Link, LinkSet, Merged, ModelError, Paper, PatchError, Series, Text, merge
from mlweekly.changes import ABSENT, Conflict
from mlweekly.model import FrozenMapping

MOSHI = Paper(rank=1, title=Text("Moshi", translations={"ja": "モシ"}), summary=Text("a model"))
QWEN = Paper(rank=2, title=Text("Qwen"), summary=Text("a coder"))
BASE = Issue(title="June", language="en", papers=[MOSHI, QWEN])


def with_title(text: Text) -> Issue:
    """
    Return the base with another title of its first paper.
    """
    return attrs.evolve(BASE, papers=[attrs.evolve(MOSHI, title=text), QWEN])


def titles_in_conflict() -> Merged[Issue]:
    """
    Return a merge with one conflict, of titles.
    """
    return merge(BASE, ours=attrs.evolve(BASE, title="July"), theirs=attrs.evolve(BASE, title="May"))


@pytest.mark.parametrize(("choice", "title"), [("ours", "July"), ("theirs", "May"), ("August", "August"), (None, None)])
def test_a_conflict_is_resolved_to_a_side_or_to_any_value(choice: str | None, title: str | None) -> None:
    """
    "ours" and "theirs" name a side; every other choice is the value itself.
    """
    merged = titles_in_conflict()
    resolved = merged.resolve(merged.conflicts[0], choice)

    assert resolved.value == attrs.evolve(BASE, title=title)
    assert resolved.conflicts == ()
    assert resolved.resolved == ((merged.conflicts[0], title),)


def test_a_conflict_of_another_merge_is_refused() -> None:
    """
    What is not in conflict, or not any more, cannot be resolved.
    """
    merged = titles_in_conflict()
    other = Conflict("/language", "changed", "en", "ja", "ko")
    resolved = merged.resolve(merged.conflicts[0], "ours")

    with pytest.raises(PatchError, match="/language: expected one of the open conflicts, found: /language: both sides"):
        merged.resolve(other, "ours")
    with pytest.raises(PatchError, match="/title: expected one of the open conflicts"):
        resolved.resolve(merged.conflicts[0], "theirs")


def test_a_value_that_the_place_cannot_hold_is_refused() -> None:
    """
    The constructor that refuses the value says why.
    """
    merged = titles_in_conflict()

    with pytest.raises(ModelError, match="must not be blank"):
        merged.resolve(merged.conflicts[0], " ")
    with pytest.raises(ModelError, match="must be a string, got 7"):
        merged.resolve(merged.conflicts[0], 7)


def test_a_removed_paper_stays_goes_or_is_replaced() -> None:
    """
    A removal against an edit leaves the paper as it was, until somebody decides.
    """
    edited = attrs.evolve(MOSHI, summary=Text("a speech model"))
    ours, theirs = attrs.evolve(BASE, papers=[attrs.evolve(QWEN, rank=1)]), attrs.evolve(BASE, papers=[edited, QWEN])
    merged = merge(BASE, ours=ours, theirs=theirs)
    replaced = attrs.evolve(MOSHI, summary=Text("another"))

    assert merged.conflicts == (Conflict("/papers/0", "removed", MOSHI, ABSENT, edited),)
    assert merged.value == BASE
    assert merged.resolve(merged.conflicts[0], "ours").value == ours
    assert merged.resolve(merged.conflicts[0], "theirs").value == theirs
    assert merged.resolve(merged.conflicts[0], ABSENT).value == ours
    assert merged.resolve(merged.conflicts[0], replaced).value == attrs.evolve(BASE, papers=[replaced, QWEN])


def test_a_removed_issue_conflicts_with_every_edit_in_it() -> None:
    """
    In a series the whole issue is the conflict, however deep the edit is, and there is one.
    """
    base = Series([BASE, Issue(title="May")])
    edited = with_title(Text("Moshi!", translations={"ja": "モシ!"}))
    merged = merge(base, ours=Series(base.issues[1:]), theirs=Series([edited, base.issues[1]]))

    assert merged.conflicts == (Conflict("/issues/0", "removed", BASE, ABSENT, edited),)
    assert merged.value == base


def test_a_translation_is_removed_and_changed() -> None:
    """
    The rest of the text is merged, and the translation stays as it was.
    """
    ours = with_title(Text("Moshi, a Model"))
    theirs = with_title(Text("Moshi", translations={"ja": "モーシ"}))
    merged = merge(BASE, ours=ours, theirs=theirs)

    assert merged.conflicts == (Conflict("/papers/0/title/translations/ja", "removed", "モシ", ABSENT, "モーシ"),)
    assert merged.value == with_title(Text("Moshi, a Model", translations={"ja": "モシ"}))
    assert merged.resolve(merged.conflicts[0], "ours").value == ours


def test_an_extra_member_is_removed_and_changed() -> None:
    """
    An extra member that is null is there, and one that is removed is not.
    """
    base = Issue(extra=FrozenMapping({"x-note": 1, "x-other": 1}))
    ours = Issue(extra=FrozenMapping({"x-other": 2}))
    merged = merge(base, ours=ours, theirs=Issue(extra=FrozenMapping({"x-note": None, "x-other": 1})))

    assert merged.conflicts == (Conflict("/x-note", "removed", 1, ABSENT, None),)
    assert merged.value.extra == {"x-note": 1, "x-other": 2}
    assert merged.resolve(merged.conflicts[0], "ours").value == ours
    assert merged.resolve(merged.conflicts[0], "theirs").value.extra == {"x-note": None, "x-other": 2}
    assert merged.resolve(merged.conflicts[0], {"a": [1]}).value.extra["x-note"] == {"a": (1,)}


def test_parts_that_make_no_text_together_conflict_as_a_whole() -> None:
    """
    One side takes the original away, the other the only translation: both together would leave nothing.
    """
    ours, theirs = Text(None, translations={"ja": "モシ"}), Text("Moshi")
    merged = merge(BASE, ours=with_title(ours), theirs=with_title(theirs))

    assert merged.conflicts == (Conflict("/papers/0/title", "changed", MOSHI.title, ours, theirs),)
    assert merged.value == BASE
    assert merged.resolve(merged.conflicts[0], "ours").value == with_title(ours)


def test_a_translation_in_the_new_language_of_the_original_conflicts() -> None:
    """
    A text has no translation into its original's own language.
    """
    ours = Text("Moshi", "ko", FrozenMapping({"ja": "モシ"}))
    theirs = Text("Moshi", translations={"ja": "モシ", "ko": "모시"})
    merged = merge(BASE, ours=with_title(ours), theirs=with_title(theirs))

    assert [conflict.pointer for conflict in merged.conflicts] == ["/papers/0/title"]


def test_both_add_an_abstract() -> None:
    """
    Neither is taken.
    """
    ours = attrs.evolve(BASE, papers=[attrs.evolve(MOSHI, abstract=Abstract("One.")), QWEN])
    theirs = attrs.evolve(BASE, papers=[attrs.evolve(MOSHI, abstract=Abstract("Two.")), QWEN])
    merged = merge(BASE, ours=ours, theirs=theirs)

    assert merged.conflicts == (Conflict("/papers/0/abstract", "added", None, Abstract("One."), Abstract("Two.")),)
    assert merged.resolve(merged.conflicts[0], "theirs").value == theirs


def test_both_add_one_link_with_two_labels() -> None:
    """
    A target stands once, with the label that somebody chooses; without a choice it is not added.
    """
    url = "https://arxiv.org/abs/2410.00037"
    ours = attrs.evolve(BASE, papers=[attrs.evolve(MOSHI, links=LinkSet([Link(url, "Paper")])), QWEN])
    theirs = attrs.evolve(BASE, papers=[attrs.evolve(MOSHI, links=LinkSet([Link(f"{url}v2", "PDF")])), QWEN])
    merged = merge(BASE, ours=ours, theirs=theirs)

    assert [(conflict.kind, conflict.pointer) for conflict in merged.conflicts] == [("added", "/papers/0/links/0")]
    assert merged.value == BASE
    assert merged.resolve(merged.conflicts[0], "ours").value == ours
    assert merged.resolve(merged.conflicts[0], ABSENT).value == BASE


def test_an_order_is_resolved_by_positions_in_the_base() -> None:
    """
    Every position once, and nothing else.
    """
    papers = [Paper(rank=rank, title=Text(str(rank))) for rank in (1, 2, 3, 4)]
    base = Issue(papers=papers)
    ours = Issue(papers=[attrs.evolve(papers[place], rank=rank) for rank, place in enumerate((3, 0, 1, 2), 1)])
    theirs = Issue(papers=[attrs.evolve(papers[place], rank=rank) for rank, place in enumerate((0, 3, 1, 2), 1)])
    merged = merge(base, ours=ours, theirs=theirs)
    (conflict,) = merged.conflicts

    assert merged.resolve(conflict, "theirs").value == theirs
    assert [str(paper.title) for paper in merged.resolve(conflict, (3, 2, 1, 0)).value.papers] == ["4", "3", "2", "1"]
    for choice in ((0, 1, 2), (0, 0, 1, 2), ("0", "1", "2", "3"), None):
        with pytest.raises(PatchError, match=r"expected the indexes \(0, 1, 2, 3\) in some order"):
            merged.resolve(conflict, choice)


def test_ranks_that_do_not_count_are_fields() -> None:
    """
    Where one side prints a rank twice, ranks are merged paper by paper, and a removal does not renumber.
    """
    base = Issue(papers=[MOSHI, QWEN, attrs.evolve(QWEN, rank=3, title=Text("Third"))])
    ours = Issue(papers=[MOSHI, attrs.evolve(QWEN, rank=1), base.papers[2]])
    theirs = Issue(papers=base.papers[1:])
    theirs = Issue(papers=[attrs.evolve(paper, rank=rank) for rank, paper in enumerate(theirs.papers, 1)])
    merged = merge(base, ours=ours, theirs=theirs)

    assert [(paper.rank, str(paper.title)) for paper in merged.value.papers] == [(1, "Qwen"), (2, "Third")]
    assert merged.conflicts == ()


def test_decisions_say_what_is_taken_from_whom() -> None:
    """
    There is one for each place that either side changed, with the operations of both sides.
    """
    ours = attrs.evolve(BASE, title="July", language="ja", lead=["One."])
    theirs = attrs.evolve(BASE, title="May", language="ja", source="https://example.org/")
    merged = merge(BASE, ours=ours, theirs=theirs)
    merged = merged.resolve(merged.conflicts[0], "ours")

    assert {each.pointer: each.choice for each in merged.decisions} == {
        "/language": "both",
        "/lead": "ours",
        "/source": "theirs",
        "/title": "resolved",
    }
    assert [str(operation) for each in merged.decisions for operation in each.theirs if each.pointer == "/title"] == [
        'issue retitled from "June" to "May"'
    ]


def test_a_person_sees_the_changes_and_the_conflicts() -> None:
    """
    A merge is one short line; its patch has a line for each change that is taken, and `marked` shows open conflicts.
    """
    merged = merge(BASE, ours=attrs.evolve(BASE, title="July", language="ja"), theirs=attrs.evolve(BASE, title="May"))

    assert str(merged) == repr(merged) == "<Merged Issue, changes: 1, conflicts: 1>"
    assert str(merged.patch) == 'language changed from "en" to "ja"'
    assert [str(conflict) for conflict in merged.conflicts] == [
        "/title: both sides changed it, and not in the same way"
    ]
    assert merged.marked().splitlines() == [
        "/title: both sides changed it, and not in the same way",
        "<<<<<<< ours",
        "July",
        "||||||| base",
        "June",
        "=======",
        "May",
        ">>>>>>> theirs",
    ]


def test_the_marks_show_every_kind_of_value() -> None:
    """
    A paper shows its texts and links, an issue its papers, an extra member its JSON; what is not there shows nothing.
    """
    links = LinkSet([Link("https://example.org/", "Paper"), Link("https://example.org/b")])
    paper = attrs.evolve(MOSHI, abstract=Abstract("We …"), links=links)
    issue = Issue(papers=[paper])
    value = FrozenMapping({"a": (1, "b")})

    assert Conflict("/papers/0", "removed", paper, ABSENT, links[1]).marked().splitlines()[1:] == [
        *("<<<<<<< ours", "||||||| base", "1. Moshi", "en: a model", "abstract en: We …"),
        *("- Paper: https://example.org/", "- link: https://example.org/b", "=======", "https://example.org/b"),
        ">>>>>>> theirs",
    ]
    assert Conflict("", "changed", issue, value, None).marked().splitlines() == [
        *("(root): both sides changed it, and not in the same way", "<<<<<<< ours", "{a: (1, b)}", "||||||| base"),
        *("(without a title)", "1. Moshi", "=======", ">>>>>>> theirs"),
    ]


def test_values_of_a_merge_survive_pickling() -> None:
    """
    `ABSENT` is one thing on both sides of a pickle.
    """
    assert pickle.loads(pickle.dumps(ABSENT)) is ABSENT
    assert repr(ABSENT) == "ABSENT"


def test_an_issue_and_a_series_do_not_merge() -> None:
    """
    All three are issues, or all three are series.
    """
    with pytest.raises(TypeError, match="expected two issues or two series, got Issue and Series"):
        merge(BASE, ours=BASE, theirs=Series())  # type: ignore[type-var] -- what a checker refuses too
