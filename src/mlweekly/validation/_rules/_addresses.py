"""
The rule about addresses that are well formed and mistyped.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from mlweekly._expressions import expression
from mlweekly.changes import Patch
from mlweekly.identifiers import PostId, url_problem
from mlweekly.model import Link
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import in_paper, retargeted

__all__ = ["address_mistyped"]

# Long enough that a host one letter away is a slip of the hand.
_HOSTS = (
    *("arxiv.org", "github.com", "huggingface.co", "openreview.net", "twitter.com", "youtube.com"),
    *("aclanthology.org", "alphaxiv.org", "proceedings.mlr.press", "paperswithcode.com", "researchgate.net"),
)
_OTHERS = frozenset(("ar5iv.org", "gitlab.com", "gitee.com", "github.io", "huggingface.com", "arxiv.cn"))
_OTHER_ENDING = expression(r"(arxiv|openreview|aclanthology)\.(?:com|net|org|edu|info|ogr|rog)")
_BY_NAME = {"arxiv": "arxiv.org", "openreview": "openreview.net", "aclanthology": "aclanthology.org"}
_HOST = expression(r"https?://(?:www\.)?([^/?#:]+)", re.IGNORECASE)
# Archives and proxies hold whole addresses in theirs; these hosts never do.
_ADDRESS_WITHIN = expression(
    r"https?://(?:www\.)?(?:(?:dx\.)?doi\.org|arxiv\.org|github\.com|huggingface\.co|openreview\.net|x\.com|twitter\.com"
    r"|aclanthology\.org)/(?:[a-z]+/)?(?P<inner>https?:/+.+)",
    re.IGNORECASE,
)
_POST = expression(r"(?P<good>.*/status/(?P<number>[0-9]*))(?P<rest>[^/?#]*).*", re.DOTALL)
_NO_NUMBER = expression(r"https?://(?:www\.)?(?:openreview\.net/(?:forum|pdf)|youtube\.com/watch)(?:[?#].*)?")
_DIGITS = range(17, 20)


def address_mistyped(context: Context) -> Iterator[Violation]:
    """
    The host of a link is not one letter away from one that papers, posts and code are at, and no number is cut off.

    The rule finds known hosts that are misspelled or have another ending (`axriv.org`, `arxiv.com`), an address inside
    another (`https://doi.org/https://doi.org/…`), and the numbers of posts, forums and videos that are missing, cut off
    or run on (`status/`, `status/183642739695993?`, `status/1836427396959932492&s=20`). What is no address at all is
    L215's, and numbers of arXiv are L203's.

    Why it matters: the link looks right and leads nowhere, or to somebody who bought the misspelled name.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi"},
         "links": [{"url": "https://axriv.org/abs/2410.00037", "label": "Paper"}]}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi"},
         "links": [{"url": "https://arxiv.org/abs/2410.00037", "label": "Paper"}]}]}
    Fix: unsafe. The host, the inner address, or the number without what runs on; none where digits are missing.
    Counted: 0 in 130 issues; it is found in lists that are kept by hand.
    """
    for paper, pointer, link in context.links:
        found = _mistyped(link)
        if found is not None:
            words, url = found
            evidence: Facts = {"url": link.url, "proposed": url}
            is_good = url is not None and url_problem(url) is None
            fix = Fix(Patch([retargeted(paper, pointer, link, url)]), safe=False) if url and is_good else None
            yield in_paper(paper, f"{pointer}/url", f"{words}, in {link.url}", evidence, link.canonical, fix=fix)


def _mistyped(link: Link) -> tuple[str, str | None] | None:
    """
    Return what is wrong with an address, and the right one where it can be told.
    """
    url = link.url
    within = _ADDRESS_WITHIN.fullmatch(url) if ":/" in url[6:] else None
    if within is not None:
        return "an address is inside another", re.sub(r":/+", "://", within["inner"], count=1)
    host = _HOST.match(url)
    meant = None if host is None else _host_meant(host[1].lower())
    if host is not None and meant is not None:
        return f"{host[1]} is nearly {meant}", f"{url[: host.start(1)]}{meant}{url[host.end(1) :]}"
    if link.kind == "post" and "/status" in url:
        return _mistyped_post(link)
    if link.identifier is None and _NO_NUMBER.fullmatch(url) is not None:
        return "the number of the page is missing or cut off", None
    return None


def _mistyped_post(link: Link) -> tuple[str, str | None] | None:
    if isinstance(link.identifier, PostId) and link.created is not None:
        return None
    found = _POST.fullmatch(link.url)
    if found is None or len(found["number"]) not in _DIGITS:
        return "the number of the post is missing or cut off", None
    return f'"{found["rest"]}" runs on behind the number of the post', found["good"]


# Few hosts are in very many links.
@lru_cache(maxsize=1024)
def _host_meant(host: str) -> str | None:
    """
    Return the known host that a misspelled one stands for.
    """
    if host in _HOSTS or host in _OTHERS:
        return None
    ending = _OTHER_ENDING.fullmatch(host)
    if ending is not None:
        return _BY_NAME[ending[1]]
    return next((known for known in _HOSTS if _is_one_slip_away(host, known)), None)


def _is_one_slip_away(host: str, known: str) -> bool:
    """
    Return whether one letter is added, left out, changed or swapped with its neighbour.
    """
    if abs(len(host) - len(known)) > 1:
        return False
    alike = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(host, known, strict=False))
    start = sum(1 for _ in alike)
    ours, theirs = host[start:], known[start:]
    is_swapped = len(ours) > 1 and ours[:2] == theirs[1::-1] and ours[2:] == theirs[2:]
    return is_swapped or ours[1:] == theirs[1:] or ours[1:] == theirs or ours == theirs[1:]
