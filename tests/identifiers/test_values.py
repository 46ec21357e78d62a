"""
Identifiers as values: wrong input, `str`, subclasses, copies, pickles.
"""

from __future__ import annotations

import base64
import contextlib
import copy
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly.errors import ModelError
from mlweekly.identifiers import (
    AclId,
    ArxivId,
    Doi,
    HubId,
    Identifier,
    OpenReviewId,
    PostId,
    Repository,
    SsrnId,
    Target,
    VideoId,
    arxiv_problem,
    padded_arxiv,
    target_of,
    tracking_parameters,
    url_problem,
    with_arxiv_abstract,
    without_alias,
    without_tracking,
)

HUGE = 10**5000
SHOWN = (
    (ArxivId("2409.12917", 2), "2409.12917"),
    (Doi("10.1126/Science.ado9336"), "10.1126/science.ado9336"),
    (AclId("P18-1007"), "P18-1007"),
    (OpenReviewId("LuCLf4BJsr"), "LuCLf4BJsr"),
    (SsrnId("4945566"), "4945566"),
    (PostId("x", "1836427396959932492"), "1836427396959932492"),
    (Repository("github.com", "Apple", "ML-4M"), "Apple/ML-4M"),
    (HubId("dataset", "cais/hle"), "cais/hle"),
    (VideoId("dQw4w9WgXcQ"), "dQw4w9WgXcQ"),
)
OTHERS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.binary(max_size=12),
    st.just(HUGE),
    st.lists(st.just("x"), max_size=1),
    st.sampled_from(["x", "mastodon", "bluesky", "github.com", "model", "2409.12917", "113158404182340216"]),
)
CLASSES: tuple[tuple[Callable[..., object], int], ...] = (
    *((ArxivId, 2), (Doi, 1), (AclId, 1), (OpenReviewId, 1), (SsrnId, 1), (VideoId, 1)),
    *((PostId, 4), (Repository, 3), (HubId, 2)),
)
FUNCTIONS = (
    *(url_problem, target_of, tracking_parameters, without_tracking, without_alias),
    *(arxiv_problem, padded_arxiv, with_arxiv_abstract),
)


@pytest.mark.parametrize(("identifier", "words"), SHOWN)
def test_an_identifier_prints_as_people_write_it(identifier: Identifier, words: str) -> None:
    """
    `str` is the id, of a repository the owner and the name; `repr` names the class.
    """
    assert str(identifier) == f"{identifier}" == words
    assert repr(identifier).startswith(f"{type(identifier).__name__}(")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ArxivId(None), "/id: expected an arXiv number, YYMM.NNNNN or archive/YYMMNNN, got None"),
        (lambda: ArxivId(2409.12917), "/id: expected an arXiv number, .* got 2409.12917"),
        (lambda: ArxivId(b"2409.12917"), "/id: expected an arXiv number, .* got a bytes"),
        (lambda: ArxivId(["/"]), "/id: expected an arXiv number, .* got a list"),
        (lambda: ArxivId("2409.12917", version="2"), "/version: must be a number from 1 to 9999, got '2'"),
        (lambda: ArxivId("2409.12917", version=True), "/version: must be a number from 1 to 9999, got True"),
        (lambda: ArxivId("2409.12917", version=1.5), "/version: must be a number from 1 to 9999, got 1.5"),
        (lambda: ArxivId("2409.12917", version=10_000), "/version: must be a number from 1 to 9999, got 10000"),
        (lambda: ArxivId("2409.12917", HUGE), "/version: must be .* got a number of more than 20 digits"),
        (lambda: ArxivId("2409." + "1" * 5000), "expected 5 digits after the point from 2015 on, got 5000"),
        (lambda: Doi(None), "/id: expected a DOI, 10.NNNN/name, got None"),
        (lambda: Doi(b"10.1126/a"), "/id: expected a DOI, 10.NNNN/name, got a bytes"),
        (lambda: AclId(5), "/id: expected YYYY.venue-volume.number or XYY-NNNN, got 5"),
        (lambda: OpenReviewId(HUGE), "/id: expected 6 to 40 letters, .* got a number of more than 20 digits"),
        (lambda: SsrnId(4945566), "/id: expected up to 12 digits, the first not 0, got 4945566"),
        (lambda: VideoId(None), "/id: expected 11 letters, digits, - or _, got None"),
        (lambda: PostId("x", 1836427396959932492), "/id: expected a number from 1 to .* got 1836427396959932492"),
        (lambda: PostId(None, "1"), '/platform: expected "x", "bluesky" or "mastodon", got None'),
        (lambda: PostId([], "1"), '/platform: expected "x", "bluesky" or "mastodon", got a list'),
        (lambda: PostId("bluesky", "3l4hxmnupsk2f", 5), "/author: expected the author's name, .* got 5"),
        (lambda: PostId("mastodon", "113158404182340216", "a", 5), "/server: expected the server's host .* got 5"),
        (lambda: Repository([], "a", "b"), '/host: expected "github.com", "gitlab.com", .* got a list'),
        (lambda: Repository("github.com", None, 5), "/owner: expected the name of an account, got None"),
        (lambda: HubId([], "a/b"), '/kind: expected "model" or "dataset", got a list'),
        (lambda: HubId("model", None), "/id: expected owner/name, got None"),
    ],
)
def test_wrong_values_are_refused_by_name(make: Callable[[], object], message: str) -> None:
    """
    A constructor raises a `ModelError` that shows the value, whatever it is.
    """
    with pytest.raises(ModelError, match=message):
        make()


@given(st.sampled_from(CLASSES), st.tuples(OTHERS, OTHERS, OTHERS, OTHERS))
def test_no_value_makes_a_constructor_raise_an_exception_of_others(
    made: tuple[Callable[..., object], int], values: tuple[object, ...]
) -> None:
    """
    Every class makes an identifier, which can be hashed and printed, or raises a `ModelError`, whatever it is given.
    """
    kind, count = made
    with contextlib.suppress(ModelError):
        identifier = kind(*values[:count])
        assert hash(identifier) == hash(kind(*values[:count]))
        assert str(identifier)


@pytest.mark.parametrize("value", [None, 5, b"https://arxiv.org", ["https://arxiv.org"]])
def test_what_is_no_text_is_a_type_error(value: Any) -> None:
    """
    Every function that takes a URL says that it expected one.
    """
    for function in FUNCTIONS:
        found = "None" if value is None else type(value).__name__
        with pytest.raises(TypeError, match=f"expected a URL, got {found}"):
            function(value)


@given(st.from_regex(r"(?:[0-9]{4}\.[0-9]{3,6}|[a-z]{2}/[0-9]{7})(?:v[0-3])?", fullmatch=True))
def test_a_number_exists_or_has_a_problem(number: str) -> None:
    """
    A URL has either an arXiv number or the reason why there is no such number.
    """
    url = f"https://arxiv.org/abs/{number}"
    assert (target_of(url).identifier is None) == (arxiv_problem(url) is not None)


class MyId(ArxivId):
    """
    A user's own kind of identifier.
    """

    @property
    def pdf(self) -> str:
        """
        The address of the PDF.
        """
        return f"https://arxiv.org/pdf/{self.id}"


@attrs.frozen
class Branch(Repository):
    """
    A user's own kind of repository, with a further field.
    """

    branch: str = "main"


def test_a_subclass_is_checked_and_shown_as_what_it_is() -> None:
    """
    A subclass refuses what its base refuses, under its own name, and is equal to its own kind alone.
    """
    assert MyId("2409.12917", 2).pdf == "https://arxiv.org/pdf/2409.12917"
    assert MyId("2409.12917") != ArxivId("2409.12917")
    assert Branch("github.com", "A", "b", "dev").key == "github.com/a/b"
    with pytest.raises(ModelError, match="Branch"):
        Branch("github.com", "A", "..")
    with pytest.raises(ModelError, match="expected an arXiv number"):
        MyId("x")


def test_identifiers_are_matched_by_keywords_and_by_position() -> None:
    """
    A `match` statement sees the fields.
    """
    match ArxivId("2409.12917", 2):
        case ArxivId(id=number, version=version):
            assert (number, version) == ("2409.12917", 2)
    match Repository("github.com", "a", "b"):
        case Repository(host, owner, name):
            assert (host, owner, name) == ("github.com", "a", "b")


def replaced(value: Any, **changes: object) -> object:
    """
    Return a copy with changes, as `copy.replace` makes it from Python 3.13 on.
    """
    return copy.replace(value, **changes) if sys.version_info >= (3, 13) else attrs.evolve(value, **changes)


def test_copies_are_equal_and_changes_are_checked() -> None:
    """
    Copies and pickles are equal to the value, in every protocol, and a copy with changes is checked.
    """
    values = [identifier for identifier, _ in SHOWN]
    for value in (*values, target_of("https://arxiv.org/abs/2409.12917"), Branch("github.com", "A", "b", "dev")):
        assert copy.copy(value) == copy.deepcopy(value) == replaced(value) == value
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(value, protocol))
            assert again == value
            assert hash(again) == hash(value)
    assert replaced(ArxivId("2409.12917", 2), version=None) == ArxivId("2409.12917")
    with pytest.raises(ModelError, match=r"the month of .2413.00001. is 13"):
        replaced(ArxivId("2409.12917"), id="2413.00001")


OLD_PICKLES = (Path(__file__).parent / "pickles_of_0_1.txt").read_text(encoding="ascii").splitlines()
PICKLED = (
    ArxivId("2409.12917", 2),
    Doi("10.1126/science.ado9336"),
    AclId("P18-1007"),
    OpenReviewId("LuCLf4BJsr"),
    SsrnId("4945566"),
    PostId("mastodon", "113158404182340216", "alice", "mastodon.social"),
    Repository("github.com", "Apple", "ML-4M"),
    HubId("dataset", "cais/hle"),
    VideoId("dQw4w9WgXcQ"),
    target_of("https://arxiv.org/abs/2409.12917"),
)


@pytest.mark.parametrize(("pickled", "value"), list(zip(OLD_PICKLES, PICKLED, strict=True)))
def test_pickles_of_version_0_1_are_read(pickled: str, value: Identifier | Target) -> None:
    """
    What was pickled before modules were rearranged is the same value.
    """
    again = pickle.loads(base64.b85decode(pickled))
    assert again == value
    assert repr(again) == repr(value)
