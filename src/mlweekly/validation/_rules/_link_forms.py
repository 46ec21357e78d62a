"""
The rules about how links are written: plain, canonical, secure and lasting.

Lives here: L207 to L210, L212.
Must not know: what a link is called; the series around an issue; how rules are chosen and run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mlweekly.changes import LinkRetargeted, Patch
from mlweekly.identifiers import ArxivId, tracking_parameters, with_arxiv_abstract, without_alias, without_tracking
from mlweekly.model import Link
from mlweekly.validation._analysis._link_expiry import expiry_of
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Fix, Violation

__all__ = ["arxiv_form", "expiring_url", "host_alias", "insecure_http", "tracking_parameters_kept"]

_INSECURE = re.compile(r"[hH][tT][tT][pP]://([^/?#:]+)(?=[/?#]|$)")
_LOCAL_HOST = re.compile(r"[0-9.]+|.*\.(?:local|internal|lan|onion|test)|[^.]+")
_ABSTRACT_PAGE = re.compile(r"https://arxiv\.org/abs/[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?")
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


class _Change(NamedTuple):
    """
    A link that is not written as it should be, and how it should.
    """

    each: PaperContext
    pointer: str
    link: Link
    after: str
    reason: str


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
    changes = [
        _Change(each, pointer, link, *shorter)
        for each, pointer, link in _links(context)
        if "?" in link.url and (shorter := _without_tracking(link.url))
    ]
    yield from _habit(changes, "the link carries tracking parameters", safe=True)


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
    changes = [
        _Change(each, pointer, link, link.url.replace(host, kept, 1), f"{host} for {kept}")
        for each, pointer, link in _links(context)
        if (kept := _host_for(link, host := link.url.split("/", 3)[2])) != host
    ]
    yield from _habit(changes, "the link does not use the host's own name", safe=True)


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
    changes = [
        _Change(each, pointer, link, f"https{link.url[4:]}", found[1].lower())
        for each, pointer, link in _links(context)
        if link.url[4:5] == ":" and (found := _INSECURE.match(link.url)) and not _LOCAL_HOST.fullmatch(found[1])
    ]
    yield from _habit(changes, "the link begins with http, not https", safe=False)


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
    changes = [
        _Change(each, pointer, link, after, link.identifier.id)
        for each, pointer, link in _links(context)
        if isinstance(link.identifier, ArxivId)
        and not _ABSTRACT_PAGE.fullmatch(link.url)
        and (after := with_arxiv_abstract(link.url)) != link.url
        and not _is_meant(each, link)
    ]
    yield from _habit(changes, "the link leads to another form of the arXiv paper than /abs/", safe=True)


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
    for each, pointer, link in _links(context):
        expiry = expiry_of(link.url)
        if expiry is None:
            continue
        signed = f"the URL is signed ({', '.join(expiry.parameters)})" if expiry.parameters else "the URL is signed"
        until = "" if expiry.day is None else f" and works until {expiry.day}"
        address = link.url.partition("?")[0]
        yield Violation(
            pointer=f"{pointer}/url",
            message=f"{each.name}: {signed}{until}, {address}",
            evidence={
                "url": link.url,
                "parameters": expiry.parameters,
                "until": None if expiry.day is None else str(expiry.day),
            },
            identity_parts=(address,),
        )


def _links(context: Context) -> Iterator[tuple[PaperContext, str, Link]]:
    return ((each, pointer, link) for each in context.papers for pointer, link in each.links)


def _habit(changes: list[_Change], words: str, *, safe: bool) -> Iterator[Violation]:
    """
    Yield the one finding about all links of an issue that are written so, with one fix for all of them.

    Args:
        changes: The links; their reasons are what tells this habit from others of the rule.
        words: What the first link does.
        safe: Whether the changes keep the meaning.
    """
    if not changes:
        return
    first, more = changes[0], len(changes) - 1
    also = "" if not more else "; so does 1 more link" if more == 1 else f"; so do {more} more links"
    yield Violation(
        pointer=f"{first.pointer}/url",
        message=f"{first.each.name}: {words}, {first.reason}{also}",
        evidence={"urls": tuple(change.link.url for change in changes)},
        identity_parts=tuple(sorted({change.reason for change in changes})),
        places=tuple(f"{change.pointer}/url" for change in changes),
        fix=Fix(Patch(map(_operation, changes)), safe=safe),
    )


def _operation(change: _Change) -> LinkRetargeted:
    return LinkRetargeted(change.pointer, before=change.link.url, after=change.after, of=change.each.paper.title)


def _host_for(link: Link, host: str) -> str:
    """
    Return the host that a link should name; that of a mirror, only where the mirror has the item's own address.
    """
    kept = _own_name(host)
    return kept if link.identifier is None else _MIRRORS.get(kept, kept)


# Few hosts and few queries stand in very many links.
@lru_cache(maxsize=1024)
def _own_name(host: str) -> str:
    return without_alias(f"https://{host}").removeprefix("https://")


def _without_tracking(url: str) -> tuple[str, str] | None:
    """
    Return the URL without its tracking parameters, and their names; None where it has none.
    """
    address, _, rest = url.partition("?")
    query, mark, fragment = rest.partition("#")
    names, kept = ("", query) if "#" in address else _kept_query(address.split("/", 3)[2], query)
    return (f"{address}{kept}{mark}{fragment}", names) if names else None


@lru_cache(maxsize=1024)
def _kept_query(host: str, query: str) -> tuple[str, str]:
    """
    Return the names of a query's tracking parameters, and the query without them, with its mark.
    """
    url = f"https://{host}/?{query}"
    return ", ".join(sorted(set(tracking_parameters(url)))), without_tracking(url).removeprefix(f"https://{host}/")


def _is_meant(each: PaperContext, link: Link) -> bool:
    """
    Tell whether a form other than the page is linked on purpose.
    """
    is_called_so = link.label is not None and any(word in link.label.lower() for word in _FILE_LABELS)
    return is_called_so or each.targets[link.canonical] > 1 or "#" in link.url
