"""
What a URL points to: the table of hosts and their readers, and the canonical form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

from attrs import frozen

from mlweekly._wording import expect
from mlweekly.dates import DateRange
from mlweekly.identifiers import _artifacts, _papers, _posts
from mlweekly.identifiers._artifacts import HubId, Repository, VideoId
from mlweekly.identifiers._arxiv import ARXIV_SITES, ArxivId, read_arxiv
from mlweekly.identifiers._papers import AclId, Doi, OpenReviewId, SsrnId
from mlweekly.identifiers._paths import kind_of_path
from mlweekly.identifiers._posts import PostId
from mlweekly.identifiers._reading import Kind, Reading
from mlweekly.identifiers._url import X_HOSTS, Url, joined, kept_query, split

PaperIdentifier: TypeAlias = ArxivId | Doi | AclId | OpenReviewId | SsrnId
Identifier: TypeAlias = PaperIdentifier | PostId | Repository | HubId | VideoId

_Reader: TypeAlias = Callable[[Url], Reading[Identifier] | None]

_READERS: Mapping[str, _Reader] = {
    **dict.fromkeys(ARXIV_SITES, read_arxiv),
    **dict.fromkeys(("aclanthology.org", "aclweb.org"), _papers.read_acl),
    **dict.fromkeys(("papers.ssrn.com", "ssrn.com"), _papers.read_ssrn),
    **dict.fromkeys(X_HOSTS, _posts.read_x),
    **dict.fromkeys(("github.com", "bitbucket.org", "codeberg.org"), _artifacts.read_repository),
    **dict.fromkeys(("youtube.com", "music.youtube.com", "youtube-nocookie.com"), _artifacts.read_youtube),
    "doi.org": _papers.read_doi,
    "zenodo.org": _papers.read_zenodo,
    "openreview.net": _papers.read_openreview,
    "bsky.app": _posts.read_bluesky,
    "gitlab.com": _artifacts.read_gitlab,
    "raw.githubusercontent.com": _artifacts.read_raw_file,
    "gist.github.com": _artifacts.read_gist,
    "huggingface.co": _artifacts.read_hub,
    "youtu.be": _artifacts.read_short_youtube,
}
_LONGEST_REMEMBERED = 2_000


@frozen
class Target:
    """
    What a URL points to, as far as the URL itself says.

    Attributes:
        kind: None if the URL does not say.
        identifier: None if the URL carries none, or one that cannot exist. A page inside a repository, a model or a
            data set has the identifier of the whole.
        canonical: One spelling for each target, itself a URL.
        created: When the target was created, as far as its identifier tells.
    """

    kind: Kind | None
    identifier: Identifier | None
    canonical: str
    created: DateRange | None


def target_of(url: str) -> Target:
    """
    Return what a URL points to.

    The canonical form is https, the host in lower case without `www.`, no default port, `/` for no path, no empty query
    or fragment, no parameter that is known to be tracking. An identified target has the identifier's own address and no
    fragment. Every other byte is as written: unknown parameters, percent-escapes, trailing slashes. The canonical form
    of a canonical form is itself.

    >>> target_of("http://www.arxiv.org/pdf/2409.12917v2.pdf").canonical
    'https://arxiv.org/abs/2409.12917'
    >>> target_of("https://twitter.com/omarsar0/status/1836427396959932492?s=20").canonical
    'https://x.com/i/status/1836427396959932492'
    >>> target_of("http://www.example.com/a?ref=b&utm_source=c#d").canonical
    'https://example.com/a?ref=b#d'

    Raises:
        ModelError: `url_problem` refuses the URL.
    """
    expect(url, str, "a URL")
    return _remembered(url) if len(url) <= _LONGEST_REMEMBERED else _read(url)


def _read(url: str) -> Target:
    parts = split(url)
    reader = _READERS.get(parts.host)
    reading = (reader(parts) if reader else None) or _read_anywhere(parts)
    identifier, query = reading.identifier, kept_query(parts, reading.used)
    if identifier is None:
        canonical = joined(f"https://{parts.host}{parts.path}", query, parts.fragment)
        return Target(reading.kind or _kind_of_file(parts), None, canonical, None)
    if reading.page is None:
        return Target(reading.kind, identifier, joined(identifier.canonical, query), identifier.created)
    kind = _kind_of_file(parts) or reading.kind
    return Target(kind, identifier, joined(reading.page, query, parts.fragment), identifier.created)


# A pure function that every property of a link calls: 0.1 us instead of 7.
_remembered = lru_cache(maxsize=8192)(_read)


def _read_anywhere(url: Url) -> Reading[Identifier]:
    """
    Read a URL by what holds on every host: the forms of posts, a DOI in the path, the table of paths.
    """
    kind = kind_of_path(url)
    post = _posts.read_mastodon(url) or _posts.read_x_anywhere(url)
    found = _papers.read_doi_in_path(url, publisher=kind == "paper") or post
    return Reading(kind) if found is None else found


def _kind_of_file(url: Url) -> Kind | None:
    return "paper" if url.path[-4:].lower() == ".pdf" else None
