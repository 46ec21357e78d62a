"""
Papers outside arXiv that have a number of their own.

Lives here: `Doi`, `AclId`, `OpenReviewId`, `SsrnId`, and the readers of the hosts that keep them.
Must not know: posts, code, models.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field, frozen

from mlweekly.dates import DateRange
from mlweekly.errors import Problem, reject_if_any
from mlweekly.identifiers._arxiv import ArxivId, arxiv_id_in
from mlweekly.identifiers._reading import Kind, Reading
from mlweekly.identifiers._spans import year_span
from mlweekly.identifiers._url import Url, parameter_named, url_problem

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/.*[^/]")
_DOI_SAFE = "/:;()._-~!$&'*+,=@"
_DOI_PLAIN = re.compile(r"[a-z0-9/:;()._~!$&'*+,=@-]+")
_DOI_ALONE = re.compile(r"/+(?:doi:)?(10\.[0-9]{4,9}(?:\.[0-9]+)*/.+)")
_DOI_AFTER_NAME = re.compile(r"/doi/(?:[a-zA-Z]+/)?(10\.[0-9]{4,9}(?:\.[0-9]+)*/.+)")
_DOI_ANYWHERE = re.compile(r"/(10\.[0-9]{4,9}(?:\.[0-9]+)*/.+)")
# What publishers write behind a DOI to show one form of the paper; two of them may follow each other.
_DOI_TAILS = (
    *("/full", "/abstract", "/pdf", "/epdf", "/meta", "/fulltext", "/html"),
    *(".full", ".abstract", ".pdf", ".full-text", ".full-html", ".supplementary-material", ".article-info"),
)
_PREPRINT_VERSION = re.compile(r"v[0-9]{1,3}\Z")
_PREPRINT_HOSTS = ("biorxiv.org", "medrxiv.org")
_ARXIV_DOI = "10.48550/arxiv."
_SSRN_DOI = "10.2139/ssrn."
_ZENODO_DOI = "10.5281/zenodo."

_ACL = re.compile(r"(?:19|20)[0-9]{2}\.[a-z0-9_]+-[a-z0-9_]+\.[0-9]+|[A-Z][0-9]{2}-[0-9]{4}")
_ACL_PATH = re.compile(
    r"/+(?:anthology/+)?(?:papers/+(?:[A-Z]/+[A-Z][0-9]{2}/+)?)?"
    r"((?:19|20)[0-9]{2}\.[a-z0-9_]+-[a-z0-9_]+\.[0-9]+|[A-Za-z][0-9]{2}-[0-9]{4})(?:v[0-9]+)?(?:\.pdf|\.bib)?/*"
)
_ACL_SHAPE = re.compile(r"/+(?:anthology/+)?(?:[12][0-9]{3}\.[^/]*|[A-Za-z][0-9]+-[0-9]+[^/]*)/*")
_OPENREVIEW = re.compile(r"[A-Za-z0-9_-]{6,40}")
_OPENREVIEW_PATH = re.compile(r"/+(?:forum|pdf|attachment)/*")
_SSRN = re.compile(r"[1-9][0-9]{0,11}")
_SSRN_PATH = re.compile(r"/+(?:abstract[=/]([0-9]+)/*|(?:sol3/+)?(?:papers|delivery)\.cfm(?:/.*)?)", re.IGNORECASE)


def _folded(name: str) -> str:
    return name.lower()


@frozen
class Doi:
    """
    A digital object identifier, which knows no case and is held in lower case.

    >>> Doi("10.1038/S41586-024-07566-Y").key
    'doi:10.1038/s41586-024-07566-y'
    """

    id: str = field(converter=_folded)

    def __attrs_post_init__(self) -> None:
        reject_if_any("Doi", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not _DOI.fullmatch(self.id):
            yield Problem("/id", f"expected a DOI, 10.NNNN/name, got {self.id[:60]!r}")
        # An angle bracket is good in a DOI: its address has it escaped.
        if problem := url_problem(f"https://doi.org/{self.id.replace('<', '').replace('>', '')}"):
            yield Problem("/id", problem)

    @property
    def key(self) -> str:
        """
        The identity key.
        """
        return f"doi:{self.id}"

    @property
    def canonical(self) -> str:
        """
        The address at the resolver of the DOI Foundation.
        """
        if _DOI_PLAIN.fullmatch(self.id):
            return f"https://doi.org/{self.id}"
        # Loaded here: few DOIs need escapes.
        from urllib.parse import quote

        return f"https://doi.org/{quote(self.id, safe=_DOI_SAFE)}"

    @property
    def created(self) -> DateRange | None:
        """
        None: a DOI carries no date.
        """
        return None


@frozen
class AclId:
    """
    The number of a paper of the ACL Anthology: `2022.acl-long.42`, and `P18-1007` until 2019.

    Source: https://aclanthology.org/info/ids/
    """

    id: str

    def __attrs_post_init__(self) -> None:
        reject_if_any("AclId", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not _ACL.fullmatch(self.id):
            yield Problem("/id", f"expected YYYY.venue-volume.number or XYY-NNNN, got {self.id[:60]!r}")

    @property
    def key(self) -> str:
        """
        The identity key.
        """
        return f"acl:{self.id}"

    @property
    def canonical(self) -> str:
        """
        The address of the paper's page.
        """
        return f"https://aclanthology.org/{self.id}"

    @property
    def created(self) -> DateRange:
        """
        The year of the volume; the old form's two digits stand for 1960 to 2059.
        """
        if self.id[0].isdecimal():
            return year_span(int(self.id[:4]))
        year = int(self.id[1:3])
        return year_span(1900 + year if year >= 60 else 2000 + year)


@frozen
class OpenReviewId:
    """
    The name of a forum, that is of a submission, at OpenReview; its case counts.
    """

    id: str

    def __attrs_post_init__(self) -> None:
        reject_if_any("OpenReviewId", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not _OPENREVIEW.fullmatch(self.id):
            yield Problem("/id", f"expected 6 to 40 letters, digits, - or _, got {self.id[:60]!r}")

    @property
    def key(self) -> str:
        """
        The identity key.
        """
        return f"openreview:{self.id}"

    @property
    def canonical(self) -> str:
        """
        The address of the forum.
        """
        return f"https://openreview.net/forum?id={self.id}"

    @property
    def created(self) -> DateRange | None:
        """
        None: the name carries no date.
        """
        return None


@frozen
class SsrnId:
    """
    The number of an abstract at SSRN.
    """

    id: str

    def __attrs_post_init__(self) -> None:
        reject_if_any("SsrnId", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not _SSRN.fullmatch(self.id):
            yield Problem("/id", f"expected up to 12 digits, the first not 0, got {self.id[:60]!r}")

    @property
    def key(self) -> str:
        """
        The identity key.
        """
        return f"ssrn:{self.id}"

    @property
    def canonical(self) -> str:
        """
        The address of the abstract.
        """
        return f"https://papers.ssrn.com/sol3/papers.cfm?abstract_id={self.id}"

    @property
    def created(self) -> DateRange | None:
        """
        None: the number carries no date.
        """
        return None


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
    kind: Kind | None = None if folded.startswith(_ZENODO_DOI) else "paper"
    good = _DOI.fullmatch(folded) and "\ufffd" not in folded
    if not good or url_problem(f"https://doi.org/{folded.replace('<', '').replace('>', '')}"):
        return Reading("paper")
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
    Read the DOI in a publisher's path, what the publisher adds behind it taken off.

    Args:
        url: The URL, taken apart.
        publisher: The host is known to keep papers, so that a DOI may stand anywhere; else only behind `/doi/`.
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
    if url.host.endswith(_PREPRINT_HOSTS):
        version = _PREPRINT_VERSION.search(name, max(0, len(name) - 4))
        name = name[: version.start()] if version else name
    return _read_doi_name(name)


def read_zenodo(url: Url) -> Reading[ArxivId | Doi | SsrnId] | None:
    """
    Read a record of Zenodo, which keeps papers, code and data alike.
    """
    section, _, number = url.path.strip("/").partition("/")
    if section in ("record", "records") and number.isascii() and number.isdecimal() and len(number) <= 12:
        return Reading(None, Doi(f"{_ZENODO_DOI}{number}"))
    return None


def read_acl(url: Url) -> Reading[AclId] | None:
    """
    Read a page of the ACL Anthology, or the PDF behind it.
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
    held = parameter_named(url, ("id",))
    if held is None or not _OPENREVIEW.fullmatch(held, 3):
        return Reading("paper")
    return Reading("paper", OpenReviewId(held[3:]), held=held)


def read_ssrn(url: Url) -> Reading[SsrnId] | None:
    """
    Read an abstract of SSRN, or the file behind it.
    """
    found = _SSRN_PATH.fullmatch(url.path)
    if found is None:
        return None
    if found[1]:
        return Reading("paper", SsrnId(found[1]) if _SSRN.fullmatch(found[1]) else None)
    held = parameter_named(url, ("abstract_id", "abstractid", "abstractId"))
    number = held.partition("=")[2] if held else ""
    if not _SSRN.fullmatch(number):
        return Reading("paper")
    return Reading("paper", SsrnId(number), held=held)
