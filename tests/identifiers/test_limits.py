"""
The limits of what the readers of URLs accept: the last value on either side of each of their decisions.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from mlweekly import DateRange, ModelError
from mlweekly.identifiers import (
    ArxivId,
    Identifier,
    PostId,
    arxiv_problem,
    padded_arxiv,
    target_of,
    url_problem,
    with_arxiv_abstract,
)

TID_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
X_EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657_000, tzinfo=UTC)
UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def key_of(url: str) -> str | None:
    """
    Return the identity key that a URL holds.
    """
    identifier = target_of(url).identifier
    return None if identifier is None else identifier.key


def milliseconds(moment: datetime, since: datetime = UNIX_EPOCH) -> int:
    """
    Return the milliseconds from one moment to another.
    """
    return (moment - since) // timedelta(milliseconds=1)


def tid_of(microseconds: int) -> str:
    """
    Return the Bluesky number that holds a time.
    """
    number, tid = microseconds << 10, ""
    for _ in range(13):
        number, digit = divmod(number, 32)
        tid = TID_DIGITS[digit] + tid
    return tid


@pytest.mark.parametrize("day", [date(2011, 1, 1), date(2024, 9, 16), date(2024, 12, 31)])
def test_a_post_of_x_belongs_to_the_day_of_its_millisecond(day: date) -> None:
    """
    The first number of a day is of that day, the number before it of the day before.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    number = milliseconds(midnight, X_EPOCH) << 22

    assert PostId("x", str(number)).created == DateRange.day(day)
    assert PostId("x", str(number - 1)).created == DateRange.day(day - timedelta(days=1))


def test_a_post_of_mastodon_belongs_to_the_day_of_its_millisecond() -> None:
    """
    The first number of a day is of that day, the number before it of the day before.
    """
    number = milliseconds(datetime(2024, 9, 16, tzinfo=UTC)) << 16

    assert PostId("mastodon", str(number), "a", "a.example").created == DateRange.day(date(2024, 9, 16))
    assert PostId("mastodon", str(number - 1), "a", "a.example").created == DateRange.day(date(2024, 9, 15))


FIRST_OF_MASTODON = milliseconds(datetime(2016, 1, 1, tzinfo=UTC)) << 16
LAST_OF_MASTODON = (milliseconds(datetime(2100, 1, 1, tzinfo=UTC)) << 16) - 1


@pytest.mark.parametrize("number", [FIRST_OF_MASTODON, LAST_OF_MASTODON])
def test_mastodon_numbers_hold_times_from_2016_to_2099(number: int) -> None:
    """
    The first and the last such number are posts.
    """
    assert PostId("mastodon", str(number), "a", "a.example").id == str(number)
    assert key_of(f"https://a.example/@a/{number}") == f"mastodon:a.example/{number}"


@pytest.mark.parametrize("number", [FIRST_OF_MASTODON - 1, LAST_OF_MASTODON + 1])
def test_other_numbers_are_no_posts_of_mastodon(number: int) -> None:
    """
    The numbers beside them are refused, and an address with one is just a page.
    """
    with pytest.raises(ModelError, match="expected a number that holds a time from 2016"):
        PostId("mastodon", str(number), "a", "a.example")
    assert target_of(f"https://a.example/@a/{number}").kind is None


def test_bluesky_numbers_hold_times_from_2022_on() -> None:
    """
    The first microsecond of 2022 is a day, the one before it is no time.
    """
    first = (datetime(2022, 1, 1, tzinfo=UTC) - UNIX_EPOCH) // timedelta(microseconds=1)

    assert PostId("bluesky", tid_of(first), "a.example").created == DateRange.day(date(2022, 1, 1))
    assert PostId("bluesky", tid_of(first - 1), "a.example").created is None


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://arxiv.org/abs/2409.12917v1", "arxiv:2409.12917"),
        ("https://arxiv.org/abs/2409.12917v9999", "arxiv:2409.12917"),
        ("https://arxiv.org/abs/2409.12917v10000", None),
        ("https://arxiv.org/abs/2409.12917v", None),
        ("https://arxiv.org/abs/2409.12917v２", None),
        ("https://arxiv.org/abs/v2", None),
        ("https://arxiv.org/abs/0704.0001", "arxiv:0704.0001"),
        ("https://arxiv.org/abs/0703.0001", None),
        ("https://arxiv.org/abs/1412.9999", "arxiv:1412.9999"),
        ("https://arxiv.org/abs/1501.0001", None),
        ("https://arxiv.org/abs/2412.00001", "arxiv:2412.00001"),
        ("https://arxiv.org/abs/hep-th/0703001", "arxiv:hep-th/0703001"),
        ("https://arxiv.org/abs/math.GT/0309136", "arxiv:math/0309136"),
        ("https://arxiv.org/abs/1.GT/0309136", None),
        ("https://arxiv.org/pdf/2409.12917.PDF", "arxiv:2409.12917"),
        ("https://doi.org/10.48550/arXiv.2409.12917v3", "arxiv:2409.12917"),
        ("https://zenodo.org/record/1", "doi:10.5281/zenodo.1"),
        ("https://zenodo.org/records/123456789012", "doi:10.5281/zenodo.123456789012"),
        ("https://zenodo.org/records/1234567890123", None),
        ("https://zenodo.org/records/12a", None),
        ("https://zenodo.org/records/１２", None),
        ("https://zenodo.org/deposit/12", None),
        ("https://doi.org/10.2139/ssrn.123456789012", "ssrn:123456789012"),
        ("https://doi.org/10.2139/ssrn.1234567890123", "doi:10.2139/ssrn.1234567890123"),
        ("https://doi.org/10.2139/other.12", "doi:10.2139/other.12"),
        ("https://doi.org/10.5555/ssrn.12", "doi:10.5555/ssrn.12"),
        ("https://www.biorxiv.org/content/10.1101/2023.04.30.538439v123", "doi:10.1101/2023.04.30.538439"),
        ("https://www.biorxiv.org/content/10.1101/2023.04.30.538439v1234", "doi:10.1101/2023.04.30.538439v1234"),
        ("https://www.pnas.org/doi/10.1073/a.v1", "doi:10.1073/a.v1"),
        ("https://www.pnas.org/doi/full/10.1073/a.full.pdf", "doi:10.1073/a"),
        ("https://www.pnas.org/doi/10.1073/a.full.pdf/abstract", "doi:10.1073/a.full"),
        ("https://www.pnas.org/doi/10.1073/", None),
        ("https://openreview.net/forum?id=123456", "openreview:123456"),
        ("https://openreview.net/forum?id=12345", None),
        (f"https://openreview.net/forum?id={'a' * 40}", f"openreview:{'a' * 40}"),
        (f"https://openreview.net/forum?id={'a' * 41}", None),
        ("https://youtube.com/watch?v=dQw4w9WgXcQ", "youtube:dQw4w9WgXcQ"),
        ("https://youtube.com/watch?v=dQw4w9WgXc", None),
        ("https://youtube.com/watch?v=dQw4w9WgXcQQ", None),
        (f"https://x.com/a/status/{2**63 - 1}", f"x:{2**63 - 1}"),
        (f"https://x.com/a/status/{2**63}", None),
        ("https://x.com/a/status/0", None),
        ("https://x.com/a/status/01", None),
        ("https://huggingface.co/a/" + "b" * 96, f"huggingface:model/a/{'b' * 96}"),
        ("https://huggingface.co/a/" + "b" * 97, None),
        ("https://github.com/a/..", None),
        ("https://github.com/a/...", "github.com/a/..."),
        ("https://github.com/a/b.git.git", "github.com/a/b"),
        ("https://github.com/a/b.GIT/tree", "github.com/a/b"),
        ("https://github.com/a/b.gitx", "github.com/a/b.gitx"),
        ("https://gitlab.com/a/-/b", None),
        ("https://gitlab.com/a/b/-/c", "gitlab.com/a/b"),
        ("https://gitlab.com/Explore/b", None),
        ("https://aclanthology.org/2022.acl-long.42v2.pdf", "acl:2022.acl-long.42"),
        ("https://aclanthology.org/papers/P/P18/P18-1007.bib", "acl:P18-1007"),
        ("https://aclanthology.org/1899.acl-long.42", None),
    ],
)
def test_what_an_address_identifies(url: str, key: str | None) -> None:
    """
    Numbers of the right length are identities; one digit more, another script or another section is none.
    """
    assert key_of(url) == key


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("2412.00001", None),
        ("2413.00001", "the month of '2413.00001' is 13, expected 01 to 12"),
        ("2401.00001", None),
        ("2400.00001", "the month of '2400.00001' is 00, expected 01 to 12"),
        ("0704.0001", None),
        ("0703.0001", "the form YYMM.NNNN begins with 0704, got 0703"),
        ("math/0703001", None),
        ("math/0704001", "the form archive/YYMMNNN ran from 9108 to 0703, got 0704"),
        ("math/9108001", None),
        ("math/9107001", "the form archive/YYMMNNN ran from 9108 to 0703, got 9107"),
        ("math/9912001", None),
        ("math/0001001", None),
        ("1501.00001v1", None),
        ("1501.00001v0", "the version is 0, expected at least 1"),
        ("1412.00001v0", "expected 4 digits after the point before 2015, got 5; the version is 0, expected at least 1"),
    ],
)
def test_why_an_arxiv_number_cannot_exist(number: str, reason: str | None) -> None:
    """
    The address of a number that cannot exist says why; of one that can, nothing.
    """
    assert arxiv_problem(f"https://arxiv.org/abs/{number}") == reason


def test_the_digits_of_an_era_change_with_2015() -> None:
    """
    The last number of 2014 is filled up to four digits, the first of 2015 to five.
    """
    assert padded_arxiv("https://arxiv.org/abs/1412.12") == "https://arxiv.org/abs/1412.0012"
    assert padded_arxiv("https://arxiv.org/abs/1501.12") == "https://arxiv.org/abs/1501.00012"


def test_a_path_that_begins_like_its_host_is_told_from_it() -> None:
    """
    The page of an abstract goes where the path is, also where the host begins with the same letters.
    """
    assert with_arxiv_abstract("https://arxiv.org//2409.12917") == "https://arxiv.org/abs/2409.12917"


@pytest.mark.parametrize(
    ("make", "length"),
    [
        (ArxivId, 60),
        (lambda words: PostId("x", words), 60),
        (lambda words: PostId("mastodon", words, "a", "a.example"), 60),
    ],
)
def test_a_message_shows_the_beginning_of_a_long_value(make: Callable[[str], Identifier], length: int) -> None:
    """
    What is refused is shown, but not ten thousand characters of it.
    """
    with pytest.raises(ModelError) as caught:
        make("x" * length)
    assert f"'{'x' * length}'" in str(caught.value)
    with pytest.raises(ModelError) as caught:
        make("x" * 10_000)
    assert "x" * (length - 1) in str(caught.value)
    assert "x" * (length + 1) not in str(caught.value)


def test_a_url_is_shown_up_to_80_characters() -> None:
    """
    The reason why a URL is refused shows 80 characters of it, and dots where there are more.
    """
    whole, long = f"ftp://{'x' * 74}", f"ftp://{'x' * 75}"

    assert url_problem(whole) == f"must begin with http:// or https://, got {whole!r}"
    problem = url_problem(long)
    assert problem is not None
    assert long not in problem
    assert whole in problem
