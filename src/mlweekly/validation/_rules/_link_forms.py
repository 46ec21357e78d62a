"""
The rules about how links are written: plain, canonical, secure and lasting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from mlweekly._expressions import expression
from mlweekly.changes import Patch
from mlweekly.identifiers import ArxivId, tracking_parameters, with_arxiv_abstract, without_alias, without_tracking
from mlweekly.model import Link
from mlweekly.validation._analysis._link_expiry import expiry_of
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import in_paper, retargeted

__all__ = ["arxiv_form", "expiring_url", "host_alias", "insecure_http", "tracking_parameters_kept"]

_INSECURE = expression(r"[hH][tT][tT][pP]://([^/?#:]+)(?=[/?#]|$)")
_LOCAL_HOST = expression(r"[0-9.]+|.*\.(?:local|internal|lan|onion|test)|[^.]+")
_ABSTRACT_PAGE = expression(r"https://arxiv\.org/abs/[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?")
# Under these names posts and papers have the addresses that they have at the host itself.
_MIRRORS = {
    "browse.arxiv.org": "arxiv.org",
    "cn.arxiv.org": "arxiv.org",
    "de.arxiv.org": "arxiv.org",
    "fixupx.com": "x.com",
    "fxtwitter.com": "x.com",
    "nitter.net": "x.com",
    "vxtwitter.com": "x.com",
    "xcancel.com": "x.com",
}
_FILE_LABELS = ("pdf", "html")


def tracking_parameters_kept(context: Context) -> Iterator[Violation]:
    """
    URLs carry no parameters that only say where a reader came from.

    Known are those of each host: `s` and `t` at X, `si` and `feature` at YouTube, and `utm_*`, `fbclid`, `gclid`,
    `ref_src`, `ecid`, `_hsenc` and the like anywhere. Unknown parameters may be the address itself, and stay. It is a
    habit, so an issue has one finding with all of its places.

    Why it matters: they tell the site who shared the link, and make one target look like two.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/a/status/1836427396959932492?s=20) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/a/status/1836427396959932492) |
    Fix: safe. The parameters are taken off; every other byte of the URLs stays.
    Counted: 709 links of 130 issues.
    """
    yield from _habit(context, "the link carries tracking parameters", _without_tracking, safe=True)


def host_alias(context: Context) -> Iterator[Violation]:
    """
    URLs name a host by the name that it uses itself.

    Known are former names and side doors: `twitter.com`, `mobile.x.com`, `dx.doi.org`, `hf.co`, `export.arxiv.org`,
    `m.youtube.com`, `www.` at hosts that call themselves without, and mirrors of X and arXiv. Other hosts keep their
    `www.`. It is a habit, so an issue has one finding with all of its places.

    Why it matters: side doors close, and one target under two names looks like two.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://twitter.com/a/status/1836427396959932492) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/a/status/1836427396959932492) |
    Fix: safe. The host is replaced; every other byte of the URLs stays.
    Counted: 387 links of 130 issues.
    """
    yield from _habit(context, "the site has another name for itself", _with_own_host, safe=True)


def insecure_http(context: Context) -> Iterator[Violation]:
    """
    URLs begin with https.

    Which servers have no https cannot be told from here; ports, numbers in the place of a host and local names are
    left alone. It is a habit, so an issue has one finding with all of its places.

    Why it matters: anyone between a reader and the server can read and change the page.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - our own words here | [Paper](http://arxiv.org/abs/2409.12917) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - our own words here | [Paper](https://arxiv.org/abs/2409.12917) |
    Fix: unsafe. The scheme becomes https, which a few old servers do not speak.
    Counted: 20 links of 130 issues, in 2 of them.
    """
    yield from _habit(context, "the link begins with http, not https", _secured, safe=False)


def arxiv_form(context: Context) -> Iterator[Violation]:
    """
    A link to a paper on arXiv leads to the page of its abstract.

    Excused are links that are called PDF or HTML, those into a certain page of the file, and a second form beside the
    page itself. Other sites that show arXiv's papers are somebody's choice. It is a habit, so an issue has one finding
    with all of its places.

    Why it matters: the page has the versions, the comments and the code, and is light on a telephone.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - our own words here | [Paper](https://arxiv.org/pdf/2409.12917v1.pdf) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - our own words here | [Paper](https://arxiv.org/abs/2409.12917v1) |
    Fix: safe. The form becomes `/abs/`; the version stays.
    Counted: 3 links of 130 issues, and 4 with a doubled slash in an older state of one.
    """
    words = "the link leads to another form of the arXiv paper than /abs/"
    yield from _habit(context, words, _abstract_page, safe=True)


def expiring_url(context: Context) -> Iterator[Violation]:
    """
    A link works for as long as its target is there.

    A URL that a store has signed carries its own end in its query, in the forms of the large stores and networks, or as
    seconds since 1970 in a parameter such as `expires`. A signature alone says nothing, but at the stores themselves.

    Why it matters: after that day readers of the archive get an error in the place of a paper.
    Bad:
        ## Papers of the Week (July 22 - July 28) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Llama 3.1** - our own words here | [Paper](https://scontent.fna.fbcdn.net/v/a.pdf?oh=00_a&oe=66A5D24D) |
    Good:
        ## Papers of the Week (July 22 - July 28) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Llama 3.1** - our own words here | [Paper](https://arxiv.org/abs/2407.21783) |
    Fix: none. The page that the file was found on is not told by the file.
    Counted: 2 links of 130 issues, both true.
    """
    for each, pointer, link in context.links:
        expiry = expiry_of(link.url)
        if expiry is None:
            continue
        signed = f"the URL is signed ({', '.join(expiry.parameters)})" if expiry.parameters else "the URL is signed"
        until = None if expiry.day is None else str(expiry.day)
        address = link.url.partition("?")[0]
        words = f"{signed}{'' if until is None else f' and works until {until}'}, {address}"
        evidence: Facts = {"url": link.url, "parameters": expiry.parameters, "until": until}
        yield in_paper(each, f"{pointer}/url", words, evidence, address)


def _habit(
    context: Context, words: str, change: Callable[[PaperContext, Link], tuple[str, str] | None], *, safe: bool
) -> Iterator[Violation]:
    """
    Yield the one finding about all links of an issue that are written so, with one fix for all of them.

    Args:
        context: The issue.
        words: What a message says of such a link.
        change: Returns how a link should be written, and what is wrong with it; None where nothing is.
        safe: Whether the fix is safe.
    """
    found = [
        (paper, pointer, link, changed)
        for paper, pointer, link in context.links
        if (changed := change(paper, link)) is not None
    ]
    if not found:
        return
    (paper, first, _, (_, reason)), more = found[0], len(found) - 1
    also = "" if not more else "; so does 1 more link" if more == 1 else f"; so do {more} more links"
    operations = [retargeted(each, pointer, link, after) for each, pointer, link, (after, _) in found]
    yield in_paper(
        paper,
        f"{first}/url",
        f"{words}, {reason}{also}",
        {"urls": tuple(link.url for _, _, link, _ in found)},
        *sorted({reason for _, _, _, (_, reason) in found}),
        places=tuple(f"{pointer}/url" for _, pointer, _, _ in found),
        fix=Fix(Patch(operations), safe=safe),
    )


def _with_own_host(_: PaperContext, link: Link) -> tuple[str, str] | None:
    host = link.url.split("/", 3)[2]
    kept = _own_name(host)
    # A mirror is left where it has no address for the item itself.
    kept = _MIRRORS[kept] if kept in _MIRRORS and link.identifier is not None else kept
    return None if kept == host else (link.url.replace(host, kept, 1), f"{kept} for {host}")


def _secured(_: PaperContext, link: Link) -> tuple[str, str] | None:
    found = _INSECURE.match(link.url) if link.url[4:5] == ":" else None
    is_local = found is None or _LOCAL_HOST.fullmatch(found[1]) is not None
    return None if found is None or is_local else (f"https{link.url[4:]}", found[1].lower())


def _abstract_page(paper: PaperContext, link: Link) -> tuple[str, str] | None:
    if not isinstance(link.identifier, ArxivId) or _ABSTRACT_PAGE.fullmatch(link.url):
        return None
    after = with_arxiv_abstract(link.url)
    # A form other than the page may be linked on purpose.
    is_called_so = link.label is not None and any(word in link.label.lower() for word in _FILE_LABELS)
    is_meant = is_called_so or paper.targets[link.canonical] > 1 or "#" in link.url
    return None if after == link.url or is_meant else (after, link.identifier.id)


# Few hosts and few queries are in very many links.
@lru_cache(maxsize=1024)
def _own_name(host: str) -> str:
    return without_alias(f"https://{host}").removeprefix("https://")


def _without_tracking(_: PaperContext, link: Link) -> tuple[str, str] | None:
    if "?" not in link.url:
        return None
    address, rest = link.url.split("?", 1)
    if "#" in address:
        return None
    query, mark, fragment = rest.partition("#")
    names, kept = _kept_query(address.split("/", 3)[2], query)
    return (f"{address}{kept}{mark}{fragment}", names) if names else None


@lru_cache(maxsize=1024)
def _kept_query(host: str, query: str) -> tuple[str, str]:
    """
    Return the names of a query's tracking parameters, and the query without them, with its mark.
    """
    url = f"https://{host}/?{query}"
    return ", ".join(sorted(set(tracking_parameters(url)))), without_tracking(url).removeprefix(f"https://{host}/")
