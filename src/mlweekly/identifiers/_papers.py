"""
Papers with a DOI or a number of the ACL Anthology, OpenReview or SSRN, and the readers of the hosts that keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field, frozen

from mlweekly._expressions import expression
from mlweekly.dates import DateRange
from mlweekly.errors import Problem
from mlweekly.identifiers._arxiv import ArxivId, arxiv_id_in
from mlweekly.identifiers._identity import SiteId, in_lower_case
from mlweekly.identifiers._reading import Kind, Reading
from mlweekly.identifiers._spans import year_span
from mlweekly.identifiers._url import Url, parameter_named, url_problem

_DOI = expression(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/.*[^/]")
_DOI_SAFE = "/:;()._-~!$&'*+,=@"
_DOI_PLAIN = expression(r"[a-z0-9/:;()._~!$&'*+,=@-]+")
_DOI_ALONE = expression(r"/+(?:doi:)?(10\.[0-9]{4,9}(?:\.[0-9]+)*/.+)")
_DOI_AFTER_NAME = expression(r"/doi/(?:[a-zA-Z]+/)?(10\.[0-9]{4,9}(?:\.[0-9]+)*/.+)")
_DOI_ANYWHERE = expression(r"/(10\.[0-9]{4,9}(?:\.[0-9]+)*/.+)")
# What publishers add to a DOI for one form of the paper, sometimes twice: `10.1101/2023.04.30.538439v2.full.pdf`.
_DOI_TAILS = (
    *("/full", "/abstract", "/pdf", "/epdf", "/meta", "/fulltext", "/html"),
    *(".full", ".abstract", ".pdf", ".full-text", ".full-html", ".supplementary-material", ".article-info"),
)
# The number of the article, or a part of it, in a publisher's path behind the DOI:
# `/doi/10.1093/bib/bbaa123/33426424/bbaa123`, `/10.1007/s11263-019-01247-4/figures/3`.
_DOI_PATH_TAIL = expression(r"/(?:(?<=[0-9]{3}/)[0-9]{6,9}(?:/[^/]*)?|(?:figures|tables)(?:/[0-9]{1,3})?)\Z")
_PREPRINT_VERSION = expression(r"v[0-9]{1,3}\Z")
_PREPRINT_HOSTS = ("biorxiv.org", "medrxiv.org")
_ARXIV_DOI = "10.48550/arxiv."
_SSRN_DOI = "10.2139/ssrn."
_ZENODO_DOI = "10.5281/zenodo."
_ZENODO_PATH = expression(r"/*records?/([0-9]{1,12})/*")

_ACL = expression(r"(?:19|20)[0-9]{2}\.[a-z0-9_]+-[a-z0-9_]+\.[0-9]+|[A-Z][0-9]{2}-[0-9]{4}")
_ACL_PATH = expression(
    r"/+(?:anthology/+)?(?:papers/+(?:[A-Z]/+[A-Z][0-9]{2}/+)?)?"
    r"((?:19|20)[0-9]{2}\.[a-z0-9_]+-[a-z0-9_]+\.[0-9]+|[A-Za-z][0-9]{2}-[0-9]{4})(?:v[0-9]+)?(?:\.pdf|\.bib)?/*"
)
_ACL_SHAPE = expression(r"/+(?:anthology/+)?(?:[12][0-9]{3}\.[^/]*|[A-Za-z][0-9]+-[0-9]+[^/]*)/*")
_OPENREVIEW = expression(r"[A-Za-z0-9_-]{6,40}")
_OPENREVIEW_PATH = expression(r"/+(?:forum|pdf|attachment)/*")
_SSRN = expression(r"[1-9][0-9]{0,11}")
_SSRN_PATH = expression(r"/+(?:abstract[=/]([0-9]+)/*|(?:sol3/+)?(?:papers|delivery)\.cfm(?:/.*)?)", re.IGNORECASE)


@frozen
class Doi(SiteId):
    """
    A digital object identifier; it ignores case and is stored in lower case.

    >>> Doi("10.1038/S41586-024-07566-Y").key
    'doi:10.1038/s41586-024-07566-y'
    """

    _PATTERN = _DOI
    _EXPECTED = "a DOI, 10.NNNN/name"
    _NAMESPACE = "doi"
    _ADDRESS = "https://doi.org/"

    id: str = field(converter=in_lower_case)

    def _problems(self) -> Iterator[Problem]:
        yield from super()._problems()
        problem = _address_problem(self.id)
        if problem is not None:
            yield Problem("/id", problem)

    @property
    def canonical(self) -> str:
        """
        The address at the resolver of the DOI Foundation.
        """
        if _DOI_PLAIN.fullmatch(self.id):
            return f"{self._ADDRESS}{self.id}"
        # Loaded here: few DOIs need escapes.
        from urllib.parse import quote

        return f"{self._ADDRESS}{quote(self.id, safe=_DOI_SAFE)}"


class AclId(SiteId):
    """
    The number of a paper of the ACL Anthology: `2022.acl-long.42`, and `P18-1007` until 2019.

    Source: https://aclanthology.org/info/ids/
    """

    __slots__ = ()

    _PATTERN = _ACL
    _EXPECTED = "YYYY.venue-volume.number or XYY-NNNN"
    _NAMESPACE = "acl"
    _ADDRESS = "https://aclanthology.org/"

    @property
    def created(self) -> DateRange:
        """
        The year of the volume; the old form's two digits stand for 1960 to 2059.
        """
        if self.id[0].isdecimal():
            return year_span(int(self.id[:4]))
        year = int(self.id[1:3])
        return year_span(1900 + year if year >= 60 else 2000 + year)


class OpenReviewId(SiteId):
    """
    The name of a forum, that is of a submission, at OpenReview; its case counts.
    """

    __slots__ = ()

    _PATTERN = _OPENREVIEW
    _EXPECTED = "6 to 40 letters, digits, - or _"
    _NAMESPACE = "openreview"
    _ADDRESS = "https://openreview.net/forum?id="


class SsrnId(SiteId):
    """
    The number of an abstract at SSRN.
    """

    __slots__ = ()

    _PATTERN = _SSRN
    _EXPECTED = "up to 12 digits, the first not 0"
    _NAMESPACE = "ssrn"
    _ADDRESS = "https://papers.ssrn.com/sol3/papers.cfm?abstract_id="


def _address_problem(name: object) -> str | None:
    # An angle bracket is good in a DOI: its address has it escaped.
    bare = name.replace("<", "").replace(">", "") if isinstance(name, str) else ""
    return url_problem(f"https://doi.org/{bare}")


def _read_doi_name(name: str) -> Reading[ArxivId | Doi | SsrnId]:
    """
    Read a DOI as a path holds it; arXiv's and SSRN's own DOIs are their papers.
    """
    if "%" in name:
        # Loaded here: few DOIs need escapes.
        from urllib.parse import unquote

        name = unquote(name)
    name = name.rstrip("/")
    folded = name.lower()
    if folded.startswith(_ARXIV_DOI):
        return Reading("paper", arxiv_id_in(name[len(_ARXIV_DOI) :]))
    if folded.startswith(_SSRN_DOI) and _SSRN.fullmatch(folded, len(_SSRN_DOI)):
        return Reading("paper", SsrnId(folded[len(_SSRN_DOI) :]))
    if not _DOI.fullmatch(folded) or "\ufffd" in folded or _address_problem(folded):
        return Reading("paper")
    kind: Kind | None = None if folded.startswith(_ZENODO_DOI) else "paper"
    return Reading(kind, Doi(folded))


def read_doi(url: Url) -> Reading[ArxivId | Doi | SsrnId] | None:
    """
    Read a URL of the DOI resolver.
    """
    found = _DOI_ALONE.fullmatch(url.path)
    if found:
        return _read_doi_name(found[1])
    return Reading("paper") if url.path.strip("/") else None


def read_doi_in_path(url: Url, *, publisher: bool) -> Reading[ArxivId | Doi | SsrnId] | None:
    """
    Read the DOI in a publisher's path, without what the publisher adds to it.

    Args:
        url: The URL, taken apart.
        publisher: The host is known to keep papers, so a DOI may be anywhere; else only after `/doi/`.
    """
    if "/10." not in url.path:
        return None
    found = (_DOI_ANYWHERE if publisher else _DOI_AFTER_NAME).search(url.path)
    if found is None:
        return None
    name = found[1].rstrip("/")
    for _ in range(2):
        tail = next((tail for tail in _DOI_TAILS if name.endswith(tail)), "")
        name = name.removesuffix(tail)
    name = _without_path_tail(name)
    return _read_doi_name(_PREPRINT_VERSION.sub("", name) if url.host.endswith(_PREPRINT_HOSTS) else name)


def _without_path_tail(name: str) -> str:
    """
    Return a DOI without what is in a path behind it; a name of digits alone is the DOI's own.
    """
    found = _DOI_PATH_TAIL.search(name)
    is_name = found is not None and re.search("/[^/]*[A-Za-z][^/]*$", name[: found.start()]) is not None
    return name[: found.start()] if found is not None and is_name else name


def read_zenodo(url: Url) -> Reading[ArxivId | Doi | SsrnId] | None:
    """
    Read a record of Zenodo, which keeps papers, code and data alike.
    """
    found = _ZENODO_PATH.fullmatch(url.path)
    return Reading(None, Doi(f"{_ZENODO_DOI}{found[1]}")) if found else None


def read_acl(url: Url) -> Reading[AclId] | None:
    """
    Read a page of the ACL Anthology, or its PDF.
    """
    found = _ACL_PATH.fullmatch(url.path)
    if found is None:
        return Reading("paper") if _ACL_SHAPE.fullmatch(url.path) else None
    name = found[1]
    return Reading("paper", AclId(name if name[0].isdecimal() else name.upper()))


def read_openreview(url: Url) -> Reading[OpenReviewId] | None:
    """
    Read a forum of OpenReview, or a PDF of it.
    """
    if not _OPENREVIEW_PATH.fullmatch(url.path):
        return None
    used = parameter_named(url, ("id",))
    if used is None or not _OPENREVIEW.fullmatch(used, 3):
        return Reading("paper")
    return Reading("paper", OpenReviewId(used[3:]), used=used)


def read_ssrn(url: Url) -> Reading[SsrnId] | None:
    """
    Read an abstract of SSRN, or its file.
    """
    found = _SSRN_PATH.fullmatch(url.path)
    if found is None:
        return None
    if found[1]:
        return Reading("paper", SsrnId(found[1]) if _SSRN.fullmatch(found[1]) else None)
    used = parameter_named(url, ("abstract_id", "abstractid", "abstractId"))
    number = used.partition("=")[2] if used else ""
    if not _SSRN.fullmatch(number):
        return Reading("paper")
    return Reading("paper", SsrnId(number), used=used)
