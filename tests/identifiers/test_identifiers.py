"""
Identifiers as values: what they refuse, their key, address and date.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import attrs
import pytest

from mlweekly import DateRange, ModelError
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
    VideoId,
    padded_arxiv,
    target_of,
    with_arxiv_abstract,
)

TID_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"

ONE_OF_EACH: tuple[tuple[Identifier, str, str], ...] = (
    (ArxivId("2409.12917", 2), "arxiv:2409.12917", "https://arxiv.org/abs/2409.12917"),
    (ArxivId("hep-th/9901001"), "arxiv:hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
    (Doi("10.1126/Science.ado9336"), "doi:10.1126/science.ado9336", "https://doi.org/10.1126/science.ado9336"),
    (
        Doi("10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"),
        "doi:10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
        "https://doi.org/10.1002/(sici)1097-0258(19980815)17:15%3C1661::aid-sim968%3E3.0.co;2-2",
    ),
    (AclId("2022.acl-long.42"), "acl:2022.acl-long.42", "https://aclanthology.org/2022.acl-long.42"),
    (AclId("P18-1007"), "acl:P18-1007", "https://aclanthology.org/P18-1007"),
    (OpenReviewId("LuCLf4BJsr"), "openreview:LuCLf4BJsr", "https://openreview.net/forum?id=LuCLf4BJsr"),
    (SsrnId("4945566"), "ssrn:4945566", "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4945566"),
    (PostId("x", "1836427396959932492"), "x:1836427396959932492", "https://x.com/i/status/1836427396959932492"),
    (
        PostId("bluesky", "3l4hxmnupsk2f", "Alice.bsky.social"),
        "bluesky:3l4hxmnupsk2f",
        "https://bsky.app/profile/alice.bsky.social/post/3l4hxmnupsk2f",
    ),
    (
        PostId("mastodon", "113158404182340216", "alice", "mastodon.social"),
        "mastodon:mastodon.social/113158404182340216",
        "https://mastodon.social/@alice/113158404182340216",
    ),
    (Repository("github.com", "Apple", "ML-4M"), "github.com/apple/ml-4m", "https://github.com/apple/ml-4m"),
    (Repository("gitlab.com", "a/b", "c"), "gitlab.com/a/b/c", "https://gitlab.com/a/b/c"),
    (HubId("model", "Qwen/Qwen2-7B"), "huggingface:model/Qwen/Qwen2-7B", "https://huggingface.co/Qwen/Qwen2-7B"),
    (HubId("dataset", "cais/hle"), "huggingface:dataset/cais/hle", "https://huggingface.co/datasets/cais/hle"),
    (HubId("dataset", "squad"), "huggingface:dataset/squad", "https://huggingface.co/datasets/squad"),
    (VideoId("dQw4w9WgXcQ"), "youtube:dQw4w9WgXcQ", "https://youtube.com/watch?v=dQw4w9WgXcQ"),
)


@pytest.mark.parametrize(("identifier", "key", "canonical"), ONE_OF_EACH)
def test_key_and_address_of_an_identifier(identifier: Identifier, key: str, canonical: str) -> None:
    """
    The address of an identifier is a URL that leads back to the identifier; the value survives pickling.
    """
    assert identifier.key == key
    assert identifier.canonical == canonical
    target = target_of(canonical)
    assert (target.identifier, target.canonical, target.created) == (identifier, canonical, identifier.created)
    assert pickle.loads(pickle.dumps(identifier)) == identifier
    assert hash(attrs.evolve(identifier)) == hash(identifier)


def test_equal_are_identifiers_of_one_key() -> None:
    """
    What is no identity takes no part in equality: a version, a subject class, a repository's case, an author's name.
    """
    assert ArxivId("2409.12917", 1) == ArxivId("2409.12917", 2) == ArxivId("2409.12917")
    assert len({ArxivId("2409.12917", 1), ArxivId("2409.12917")}) == 1
    assert ArxivId("math.GT/0309136") == ArxivId("math/0309136")
    assert Doi("10.1000/ABC") == Doi("10.1000/abc")
    assert Repository("github.com", "A", "b") == Repository("github.com", "a", "B")
    assert hash(Repository("github.com", "A", "b")) == hash(Repository("github.com", "a", "B"))
    assert PostId("bluesky", "3l4hxmnupsk2f", "a.example") == PostId("bluesky", "3l4hxmnupsk2f", "did:plc:abc")
    assert ArxivId("2409.12917") != ArxivId("2409.12918")
    assert HubId("model", "a/b") != HubId("dataset", "a/b")
    assert PostId("mastodon", "113158404182340216", "a", "a.example") != PostId(
        "mastodon", "113158404182340216", "a", "b.example"
    )


@pytest.mark.parametrize(
    "number",
    [
        *("0704.0001", "0712.9999", "1412.0001", "1412.9999", "1501.00001", "2409.12917", "9912.99999"),
        *("hep-th/9108001", "math/0309136", "cs/0501001", "quant-ph/0703999", "cond-mat/9912001", "cmp-lg/9404001"),
    ],
)
def test_arxiv_numbers_that_can_exist(number: str) -> None:
    """
    Four digits from April 2007, five from 2015, the old form from August 1991 to March 2007.
    """
    assert ArxivId(number).id == number


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("2413.00001", "the month of '2413.00001' is 13, expected 01 to 12"),
        ("2400.00001", "is 00, expected 01 to 12"),
        ("2409.00000", "is 0, expected at least 1"),
        ("1412.0000", "is 0, expected at least 1"),
        ("2409.1291", "expected 5 digits after the point from 2015 on, got 4"),
        ("1501.0001", "expected 5 digits after the point from 2015 on, got 4"),
        ("1412.00001", "expected 4 digits after the point before 2015, got 5"),
        ("2409.129170", "expected 5 digits after the point from 2015 on, got 6"),
        ("0703.0001", "begins with 0704, got 0703"),
        ("math/9107001", "ran from 9108 to 0703, got 9107"),
        ("math/0704001", "ran from 9108 to 0703, got 0704"),
        ("math/0309000", "is 0, expected at least 1"),
        ("math/0313001", "is 13, expected 01 to 12"),
        ("2409.12917v2", "expected an arXiv number"),
        ("arXiv:2409.12917", "expected an arXiv number"),
        ("", "expected an arXiv number"),
        ("٢٤٠٩.12917", "expected an arXiv number"),
        ("2409.12917\n", "expected an arXiv number"),
    ],
)
def test_arxiv_numbers_that_cannot_exist(number: str, reason: str) -> None:
    """
    The constructor says why a number cannot exist.
    """
    with pytest.raises(ModelError, match=reason):
        ArxivId(number)


def test_every_problem_of_an_arxiv_number_is_told_at_once() -> None:
    """
    Month, number, digits and version are refused in one go.
    """
    with pytest.raises(ModelError) as caught:
        ArxivId("2413.0000", version=0)
    assert [problem.pointer for problem in caught.value.problems] == ["/id", "/id", "/id", "/version"]


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        ("2409.12917", date(2024, 9, 1), date(2024, 9, 30)),
        ("2402.00001", date(2024, 2, 1), date(2024, 2, 29)),
        ("2412.00001", date(2024, 12, 1), date(2024, 12, 31)),
        ("0704.0001", date(2007, 4, 1), date(2007, 4, 30)),
        ("hep-th/9108001", date(1991, 8, 1), date(1991, 8, 31)),
        ("math/0001001", date(2000, 1, 1), date(2000, 1, 31)),
    ],
)
def test_an_arxiv_number_tells_its_month(number: str, first: date, last: date) -> None:
    """
    The first four digits are year and month; the old form's years from 91 on are of the last century.
    """
    assert ArxivId(number).created == DateRange(first, last)


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("2022.acl-long.42", 2022),
        ("1998.amta-papers.1", 1998),
        ("P18-1007", 2018),
        ("C65-1001", 1965),
        ("J79-1001", 1979),
    ],
)
def test_an_acl_number_tells_its_year(number: str, year: int) -> None:
    """
    The year stands in front, or as two digits behind the letter of the venue.
    """
    assert AclId(number).created == DateRange(date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize(
    "number",
    ["1836427396959932492", "29700859247", "1614676677757661185", str(2**63 - 1)],
)
def test_a_post_of_x_tells_its_day(number: str) -> None:
    """
    The day is that of (number >> 22) milliseconds after 2010-11-04T01:42:54.657Z, in UTC.
    """
    epoch = datetime(2010, 11, 4, 1, 42, 54, 657_000, tzinfo=UTC)
    day = (epoch + timedelta(milliseconds=int(number) // 2**22)).date()
    assert PostId("x", number).created == DateRange(day, day)


def test_known_days_of_posts() -> None:
    """
    437,838,410,606 ms after the epoch of X are 2024-09-18T15:29:45Z.
    """
    assert 1836427396959932492 >> 22 == 437_838_410_606
    assert str(PostId("x", "1836427396959932492").created) == "2024-09-18/2024-09-18"
    assert str(PostId("x", "29700859247").created) == "2010-11-04/2010-11-04"


def test_posts_of_x_from_before_snowflakes_have_no_day() -> None:
    """
    Until 4 November 2010 numbers were counted one by one and tell no time.
    """
    assert PostId("x", "20").created is None
    assert PostId("x", "29700859246").created is None


@pytest.mark.parametrize("moment", [datetime(2024, 9, 18, 23, 59, 59, 999_999, UTC), datetime(2023, 1, 1, tzinfo=UTC)])
def test_a_post_of_bluesky_tells_its_day(moment: datetime) -> None:
    """
    Thirteen digits of base 32 hold 53 bits of microseconds since 1970 and 10 bits of a clock's number.
    """
    microseconds = (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    number, tid = microseconds * 1024 + 1023, ""
    for _ in range(13):
        number, digit = divmod(number, 32)
        tid = TID_DIGITS[digit] + tid
    assert PostId("bluesky", tid, "did:plc:abc").created == DateRange(moment.date(), moment.date())


def test_a_bluesky_number_from_before_bluesky_has_no_day() -> None:
    """
    Thirteen good characters that were no time are a name all the same.
    """
    assert PostId("bluesky", "2222222222222", "a.example").created is None


def test_a_post_of_mastodon_tells_its_day() -> None:
    """
    The number is milliseconds since 1970, and 16 bits more.
    """
    moment = datetime(2024, 9, 18, 12, tzinfo=UTC)
    milliseconds = int(moment.timestamp()) * 1000
    post = PostId("mastodon", str(milliseconds * 65536 + 65535), "a", "b.example")
    assert post.created == DateRange(date(2024, 9, 18), date(2024, 9, 18))


@pytest.mark.parametrize(
    ("make", "pointers"),
    [
        (lambda: PostId("x", "0"), ["/id"]),
        (lambda: PostId("x", "01"), ["/id"]),
        (lambda: PostId("x", str(2**63))  , ["/id"]),
        (lambda: PostId("x", "9" * 5000), ["/id"]),
        (lambda: PostId("x", "a", "b", "c"), ["/id", "/author", "/server"]),
        (lambda: PostId("bluesky", "k222222222222", "a"), ["/id"]),
        (lambda: PostId("bluesky", "3l4hxmnupsk2f"), ["/author"]),
        (lambda: PostId("bluesky", "3l4hxmnupsk2f", "a/b", "c"), ["/author", "/server"]),
        (lambda: PostId("mastodon", "123", "a b", "www.example.com"), ["/id", "/author", "/server"]),
        (lambda: PostId("myspace", "1"), ["/platform"]),  # type: ignore[arg-type]  # what a caller without types may do
        (lambda: Doi("10.1038"), ["/id"]),
        (lambda: Doi("11.1038/a"), ["/id"]),
        (lambda: Doi("10.1038/a/"), ["/id"]),
        (lambda: Doi("10.1038/a b"), ["/id"]),
        (lambda: AclId("acl-long.42"), ["/id"]),
        (lambda: OpenReviewId("~A"), ["/id"]),
        (lambda: SsrnId("012"), ["/id"]),
        (lambda: Repository("example.com", ".", "a.git"), ["/host", "/owner", "/name"]),
        (lambda: Repository("github.com", "Topics", "b"), ["/owner"]),
        (lambda: Repository("github.com", "a/b", ".."), ["/owner", "/name"]),
        (lambda: HubId("space", "a"), ["/kind"]),  # type: ignore[arg-type]  # what a caller without types may do
        (lambda: HubId("model", "gpt2"), ["/id"]),
        (lambda: HubId("model", "docs/a"), ["/id"]),
        (lambda: HubId("dataset", "squad/tree"), ["/id"]),
        (lambda: HubId("model", "a/b/c"), ["/id"]),
        (lambda: VideoId("short"), ["/id"]),
    ],
)  # fmt: skip
def test_identifiers_that_cannot_exist_are_refused(make: Callable[[], Identifier], pointers: list[str]) -> None:
    """
    Each constructor names every part that cannot be.
    """
    with pytest.raises(ModelError, match="cannot make this") as caught:
        make()
    assert [problem.pointer for problem in caught.value.problems] == pointers


@pytest.mark.parametrize(
    ("url", "padded"),
    [
        ("https://arxiv.org/abs/2409.2917", "https://arxiv.org/abs/2409.02917"),
        ("https://arxiv.org/pdf/2409.2917v2.pdf#a", "https://arxiv.org/pdf/2409.02917v2.pdf#a"),
        ("https://arxiv.org/abs/1412.06980", "https://arxiv.org/abs/1412.6980"),
        ("https://arxiv.org/abs/2409.012917", "https://arxiv.org/abs/2409.12917"),
        ("https://huggingface.co/papers/2409.917", "https://huggingface.co/papers/2409.00917"),
        ("https://arxiv.org/abs/240912917", "https://arxiv.org/abs/2409.12917"),
        ("https://arxiv.org/abs/14126980", "https://arxiv.org/abs/1412.6980"),
        ("https://doi.org/10.48550/arXiv.2409.2917", "https://doi.org/10.48550/arXiv.2409.02917"),
        ("https://arxiv.org/abs/2409.12917", None),
        ("https://arxiv.org/abs/2413.2917", None),
        ("https://arxiv.org/abs/2409.0000", None),
        ("https://arxiv.org/abs/2409.129175", None),
        ("https://arxiv.org/abs/24091291", None),
        ("https://arxiv.org/abs/", None),
        ("https://arxiv.org/abs/hep-th/990100", None),
        ("https://example.com/abs/2409.2917", None),
    ],
)
def test_an_arxiv_number_gets_the_digits_of_its_era(url: str, padded: str | None) -> None:
    """
    Missing zeros, superfluous ones and the point are mended; what stays impossible is not touched.
    """
    assert padded_arxiv(url) == padded


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://arxiv.org/pdf/2409.12917", "https://arxiv.org/abs/2409.12917"),
        ("http://www.arxiv.org/pdf/2409.12917v2.pdf", "http://www.arxiv.org/abs/2409.12917v2"),
        ("https://arxiv.org/html/2409.12917v1", "https://arxiv.org/abs/2409.12917v1"),
        ("https://arxiv.org/abs//2306.17156", "https://arxiv.org/abs/2306.17156"),
        ("https://arxiv.org/2306.17156", "https://arxiv.org/abs/2306.17156"),
        ("https://arxiv.org/abs/2306.17156.pdf?a#b", "https://arxiv.org/abs/2306.17156?a#b"),
        ("https://arxiv.org/pdf/hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
        ("https://arxiv.org/abs/math.GT/0309136", "https://arxiv.org/abs/math.GT/0309136"),
        ("https://arxiv.org/abs/2409.12917v3", "https://arxiv.org/abs/2409.12917v3"),
        ("https://arxiv.org/pdf/2413.12917", "https://arxiv.org/pdf/2413.12917"),
        ("https://arxiv.org/list/cs.CL/recent", "https://arxiv.org/list/cs.CL/recent"),
        ("https://ar5iv.org/html/2409.12917", "https://ar5iv.org/html/2409.12917"),
        ("https://example.com/pdf/2409.12917", "https://example.com/pdf/2409.12917"),
    ],
)
def test_forms_of_an_arxiv_paper_give_way_to_its_abstract(url: str, page: str) -> None:
    """
    On arXiv's own hosts a paper's files give way to its page, of the same version; nothing else does.
    """
    assert with_arxiv_abstract(url) == page
    assert with_arxiv_abstract(page) == page
    assert target_of(page).canonical == target_of(url).canonical
