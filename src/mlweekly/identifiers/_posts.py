"""
Posts of X, Bluesky and Mastodon, whose numbers tell when they were written, and the readers of their hosts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from mlweekly._expressions import expression
from mlweekly._wording import one_of, shown
from mlweekly.dates import DateRange
from mlweekly.errors import Problem
from mlweekly.identifiers._identity import Identity, in_lower_case, matches
from mlweekly.identifiers._reading import Reading
from mlweekly.identifiers._spans import day_at
from mlweekly.identifiers._url import Url, canonical_host, url_problem

Platform: TypeAlias = Literal["x", "bluesky", "mastodon"]

_NUMBER = expression(r"[1-9][0-9]{0,18}")
_LARGEST = 2**63 - 1
# X counted posts one by one until 4 November 2010; this is the first number that holds a time.
_FIRST_SNOWFLAKE = 29_700_859_247
_X_EPOCH = 1_288_834_974_657
# https://atproto.com/specs/tid: 64 bits, the highest of them 0.
_TID = expression(r"[2-7a-j][2-7a-z]{12}")
_TID_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
# Bluesky's first year and Mastodon's: an earlier time in a number is no time. The other end keeps plain numbers out.
_BLUESKY_START = 1_640_995_200_000
_MASTODON_START = 1_451_606_400_000
_MASTODON_END = 4_102_444_800_000

_X_PATH = expression(r"/+(?:(?:i/+web|[^/]+)/+)?status(?:es)?(?:/+([^/]*)(?:/.*)?)?")
_X_ANYWHERE = expression(r"/+([A-Za-z0-9_]{1,15})/+status/+([1-9][0-9]{15,18})(?:/+(?:(?:photo|video)/+[0-9])?)?")
_BLUESKY_PATH = expression(r"/+profile/+([^/]+)/+post(?:/+([^/]*)(?:/.*)?)?")
_HANDLE = expression(r"did:[a-z0-9]+:[A-Za-z0-9._:-]+|[A-Za-z0-9.-]+")
_ACCOUNT = expression(r"[^/?#]+")
_MASTODON_PATH = expression(r"/@([^/]+)/+([1-9][0-9]{16,17})/*")


def _author(author: str | None) -> str | None:
    return author if author is None or str(author).startswith("did:") else in_lower_case(author)


@frozen
class PostId(Identity):
    """
    The number of a post.

    Posts of the same platform and number are equal; on Mastodon, where each server counts for itself, the server has to
    be the same too.

    >>> print(PostId("x", "1836427396959932492").created)
    2024-09-18/2024-09-18

    Attributes:
        platform: Where it was posted.
        id: Decimal on X and Mastodon, 13 characters of base 32 on Bluesky.
        author: The name or DID on Bluesky, the name on Mastodon: part of the address there and no identity; names are
            stored in lower case. None on X.
        server: The host, on Mastodon; None elsewhere.
    """

    platform: Platform
    id: str
    author: str | None = field(default=None, eq=False, converter=_author)
    server: str | None = None

    def __str__(self) -> str:
        return self.id

    def _problems(self) -> Iterator[Problem]:
        if self.platform == "x":
            if not _is_number(self.id):
                yield Problem("/id", f"expected a number from 1 to {_LARGEST}, got {shown(self.id)}")
            if self.author is not None:
                yield Problem(
                    "/author", f"expected none, a post's address on X needs no author, got {shown(self.author)}"
                )
        elif self.platform == "bluesky":
            if not matches(_TID, self.id):
                yield Problem("/id", f"expected 13 characters of {_TID_DIGITS}, got {shown(self.id)}")
            yield from self._author_problems(_HANDLE)
        elif self.platform == "mastodon":
            if not _is_number_of_mastodon(self.id):
                yield Problem("/id", f"expected a number that holds a time from 2016 on, got {shown(self.id)}")
            yield from self._author_problems(_ACCOUNT)
            if not _is_canonical_host(self.server):
                yield Problem("/server", f"expected the server's host in canonical form, got {shown(self.server)}")
        else:
            yield Problem("/platform", f"expected {one_of(get_args(Platform))}, got {shown(self.platform)}")
        if self.platform != "mastodon" and self.server is not None:
            yield Problem("/server", f"expected none, only Mastodon has servers, got {shown(self.server)}")

    def _author_problems(self, pattern: re.Pattern[str]) -> Iterator[Problem]:
        if not matches(pattern, self.author) or url_problem(f"https://a/{self.author}"):
            yield Problem("/author", f"expected the author's name, part of the address here, got {shown(self.author)}")

    @property
    def key(self) -> str:
        """
        The identity key.
        """
        if self.server is None:
            return f"{self.platform}:{self.id}"
        return f"{self.platform}:{self.server}/{self.id}"

    @property
    def canonical(self) -> str:
        """
        The address of the post; on X the one without a user name.
        """
        if self.platform == "x":
            return f"https://x.com/i/status/{self.id}"
        if self.platform == "bluesky":
            return f"https://bsky.app/profile/{self.author}/post/{self.id}"
        return f"https://{self.server}/@{self.author}/{self.id}"

    @property
    def created(self) -> DateRange | None:
        """
        The day, in UTC, on which the post was written; None for numbers from before numbers held a time.
        """
        if self.platform == "x":
            number = int(self.id)
            return day_at((number >> 22) + _X_EPOCH) if number >= _FIRST_SNOWFLAKE else None
        if self.platform == "mastodon":
            return day_at(int(self.id) >> 16)
        milliseconds = _tid_microseconds(self.id) // 1000
        return day_at(milliseconds) if milliseconds >= _BLUESKY_START else None


def _is_number(value: object) -> bool:
    return isinstance(value, str) and _NUMBER.fullmatch(value) is not None and int(value) <= _LARGEST


def _is_number_of_mastodon(value: object) -> bool:
    return isinstance(value, str) and _is_number(value) and _MASTODON_START <= int(value) >> 16 < _MASTODON_END


def _is_canonical_host(value: object) -> bool:
    return isinstance(value, str) and canonical_host(value) == value


def _tid_microseconds(tid: str) -> int:
    number = 0
    for character in tid:
        number = number << 5 | _TID_DIGITS.index(character)
    return number >> 10


def read_x(url: Url) -> Reading[PostId] | None:
    """
    Read a post of X, under whichever host; the user's name counts for nothing.
    """
    found = _X_PATH.fullmatch(url.path)
    if found is None:
        return None
    number = found[1]
    return Reading("post", PostId("x", number) if number and _is_number(number) else None)


def read_x_anywhere(url: Url) -> Reading[PostId] | None:
    """
    Read a post of X on a host that shows it under its number, known by the form alone: such hosts come and go.
    """
    found = _X_ANYWHERE.fullmatch(url.path) if "/status/" in url.path else None
    post = PostId("x", found[2]) if found is not None and _is_number(found[2]) else None
    return None if post is None or post.created is None else Reading("post", post)


def read_bluesky(url: Url) -> Reading[PostId] | None:
    """
    Read a post of Bluesky.
    """
    found = _BLUESKY_PATH.fullmatch(url.path)
    if found is None:
        return None
    author, tid = found[1], found[2] or ""
    if not _TID.fullmatch(tid) or not _HANDLE.fullmatch(author):
        return Reading("post")
    return Reading("post", PostId("bluesky", tid, author))


def read_mastodon(url: Url) -> Reading[PostId] | None:
    """
    Read a post of a Mastodon server, known by its form alone: `/@user/` and a number that holds a time.
    """
    found = _MASTODON_PATH.fullmatch(url.path) if url.path.startswith("/@") else None
    if found is None or not _is_number_of_mastodon(found[2]):
        return None
    return Reading("post", PostId("mastodon", found[2], found[1], url.host))
