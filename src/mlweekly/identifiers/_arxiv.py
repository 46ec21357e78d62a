"""
Papers of arXiv, in every form in which they are linked, and why a number cannot exist.

Source: https://info.arxiv.org/help/arxiv_identifier.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from mlweekly._expressions import expression
from mlweekly._wording import shown
from mlweekly.dates import DateRange
from mlweekly.errors import Problem, reject_if_any
from mlweekly.identifiers._identity import SiteId, matches
from mlweekly.identifiers._reading import Reading
from mlweekly.identifiers._spans import month_span
from mlweekly.identifiers._url import Url, split

_MONTH = r"(?:0[1-9]|1[0-2])"
_NEW = (
    r"(?!0000|070[1-3])"
    rf"(?:(?:0[7-9]|1[0-4]){_MONTH}\.(?!0000)[0-9]{{4}}|(?:1[5-9]|[2-9][0-9]){_MONTH}\.(?!00000)[0-9]{{5}})"
)
_OLD_MONTH = rf"(?:91(?:0[89]|1[0-2])|9[2-9]{_MONTH}|0[0-6]{_MONTH}|070[1-3])"
_OLD = rf"[a-z]+(?:-[a-z]+)*/{_OLD_MONTH}(?!000)[0-9]{{3}}"
_VALID = expression(rf"{_NEW}|{_OLD}")
_NEW_SHAPE = expression(r"([0-9]{2})([0-9]{2})\.([0-9]+)")
_UNPOINTED = expression(r"([0-9]{4})([0-9]{4,5})")
_OLD_SHAPE = expression(r"[a-z]+(?:-[a-z]+)*/([0-9]{2})([0-9]{2})([0-9]{3})")
_SUBJECT_CLASS = expression(r"([a-z]+(?:-[a-z]+)*)\.[A-Za-z]+(?:-[A-Za-z]+)*/")
_VERSIONED = expression(r"(.*[0-9])v([0-9]{1,4})")
# An identifier of the new form ends at the next slash, one of the old form at the one after.
_IN_PATH = expression(r"(?:[aA][rR][xX][iI][vV]:)?([0-9][^/]*|[^/]*(?:/[^/]*)?)")

_OWN_PATHS = expression(r"/+(?:(?:abs|pdf|html|format|ps|src|e-print|tex)(?:/+(.*))?|([0-9]{4}\.[0-9].*))")
_SUMMARY_PATHS = expression(r"/+(?:[a-z]{2}/+)?(?:abs|pdf|html|overview|audio|resources)/+(.*)")
_ABSTRACT_PATH = expression(r"/abs/(?![^/]*\.[pP][dD][fF])[^/].*")
_NUMBERED_PAPERS = expression(r"/+papers/+([0-9].*)")
_OWN_HOSTS = ("arxiv.org", "browse.arxiv.org")
ARXIV_SITES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys((*_OWN_HOSTS, "de.arxiv.org", "cn.arxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org"), _OWN_PATHS),
    **dict.fromkeys(("emergentmind.com", "arxiv-vanity.com"), _NUMBERED_PAPERS),
    "alphaxiv.org": _SUMMARY_PATHS,
    "scirate.com": expression(r"/+arxiv/+(.*)"),
}
"""
The hosts that show arXiv papers under their number, and the paths under which they do.
"""
_FORMS: Mapping[str, re.Pattern[str]] = {
    **ARXIV_SITES,
    "huggingface.co": _NUMBERED_PAPERS,
    "doi.org": expression(r"/+(?:doi:)?10\.48550/arxiv\.(.*)", re.IGNORECASE | re.ASCII),
}
# Other sites give their own pages names under the same paths: `alphaxiv.org/abs/2609.some-words`.
_NAME = expression(r"(?=.*[A-Za-z])(?![0-9]{4}\.?[0-9])(?![a-z-]+/[0-9]).+")
_VERSIONS = range(1, 10_000)


def _without_subject_class(text: str) -> str:
    try:
        found = _SUBJECT_CLASS.match(text) if "/" in text else None
    except TypeError:  # no string: refused with its name
        return text
    return f"{found[1]}/{text[found.end() :]}" if found else text


@frozen
class ArxivId(SiteId):
    """
    The number of an arXiv paper.

    Two numbers that differ in their version alone are equal: a version is not part of the identity. Neither is
    the subject class of the old form, which is dropped.

    >>> ArxivId("2409.12917", version=2) == ArxivId("2409.12917")
    True
    >>> ArxivId("math.GT/0309136").key
    'arxiv:math/0309136'

    Attributes:
        id: `YYMM.NNNN` from April 2007, `YYMM.NNNNN` from 2015, `archive/YYMMNNN` from August 1991 to March 2007.
        version: From 1 to 9999; None for the paper as such.
    """

    _NAMESPACE = "arxiv"
    _ADDRESS = "https://arxiv.org/abs/"

    id: str = field(converter=_without_subject_class)
    version: int | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        # True of nearly every number of a digest, and faster than a search for problems.
        if self.version is not None or not matches(_VALID, self.id):
            reject_if_any("ArxivId", self._problems())

    def _problems(self) -> Iterator[Problem]:
        for message in _id_problems(self.id):
            yield Problem("/id", message)
        if not _is_version(self.version):
            yield Problem("/version", f"must be a number from 1 to {_VERSIONS[-1]}, got {shown(self.version)}")

    @property
    def created(self) -> DateRange:
        """
        The month in which the paper was announced.
        """
        start = self.id.find("/") + 1
        year = int(self.id[start : start + 2])
        century = 1900 if start and year > 90 else 2000
        return month_span(century + year, int(self.id[start + 2 : start + 4]))


def _is_version(value: object) -> bool:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value is None or (is_number and value in _VERSIONS)


def _id_problems(text: object) -> Iterator[str]:
    """
    Yield each reason why a number, without version, cannot exist.
    """
    new = _NEW_SHAPE.fullmatch(text) if isinstance(text, str) else None
    old = _OLD_SHAPE.fullmatch(text) if isinstance(text, str) else None
    found = new or old
    if found is None:
        yield f"expected an arXiv number, YYMM.NNNNN or archive/YYMMNNN, got {shown(text)}"
        return
    year, month, number = found.groups()
    if not "01" <= month <= "12":
        yield f"the month of {shown(text)} is {month}, expected 01 to 12"
    if not number.strip("0"):
        yield f"the number of {shown(text)} is 0, expected at least 1"
    if new:
        yield from _new_era_problems(year, month, number)
    elif not ("9108" <= year + month <= "9912" or year + month <= "0703"):
        yield f"the form archive/YYMMNNN ran from 9108 to 0703, got {year}{month}"


def _new_era_problems(year: str, month: str, number: str) -> Iterator[str]:
    if year + month < "0704":
        yield f"the form YYMM.NNNN begins with 0704, got {year}{month}"
    expected = 4 if year < "15" else 5
    if len(number) != expected:
        era = "before 2015" if expected == 4 else "from 2015 on"
        yield f"expected {expected} digits after the point {era}, got {len(number)}"


def _text_in(url: Url) -> str | None:
    """
    Return what a URL of these sites has in place of the number; None for a URL that has none of their forms.
    """
    form = _FORMS.get(url.host)
    found = form.fullmatch(url.path) if form else None
    return None if found is None else found[found.lastindex] if found.lastindex else ""


def _parts_of(text: str) -> tuple[str, str | None]:
    """
    Return number and version of the text in a path, neither of them checked.
    """
    found = _IN_PATH.match(text)
    number = found[1] if found else text
    if number[-4:] in (".pdf", ".PDF"):
        number = number[:-4]
    versioned = _VERSIONED.fullmatch(number)
    number, version = versioned.groups() if versioned else (number, None)
    return _without_subject_class(number), version


def arxiv_id_in(text: str) -> ArxivId | None:
    """
    Return the number, with its version, that a path or a DOI contains; None if it cannot exist.
    """
    number, version = _parts_of(text)
    if not _VALID.fullmatch(number) or (version is not None and not int(version)):
        return None
    return ArxivId(number, None if version is None else int(version))


def read_arxiv(url: Url) -> Reading[ArxivId] | None:
    """
    Read a URL of arXiv, or of a site that shows arXiv's papers under their number.
    """
    text = _text_in(url)
    return None if text is None else Reading("paper", arxiv_id_in(text))


def arxiv_problem(url: str) -> str | None:
    """
    Return why the arXiv number in a URL cannot exist; None if it can, or if the URL is not one of arXiv.

    >>> arxiv_problem("https://arxiv.org/abs/2413.00001")
    "the month of '2413.00001' is 13, expected 01 to 12"

    Raises:
        ModelError: `url_problem` refuses the URL.
    """
    text = _text_in(split(url))
    if text is None:
        return None
    number, version = _parts_of(text)
    if _NAME.fullmatch(number) is not None and split(url).host not in (*_OWN_HOSTS, "doi.org"):
        return None
    problems = list(_id_problems(number))
    if version is not None and not int(version):
        problems.append("the version is 0, expected at least 1")
    return "; ".join(problems) or None


def padded_arxiv(url: str) -> str | None:
    """
    Return a URL with as many digits in its arXiv number as the number's era has, or with the point that it lacks.

    None if there is nothing to correct, or if that would not be enough.

    >>> padded_arxiv("https://arxiv.org/pdf/2409.2917v2"), padded_arxiv("https://arxiv.org/abs/240912917")
    ('https://arxiv.org/pdf/2409.02917v2', 'https://arxiv.org/abs/2409.12917')
    >>> padded_arxiv("https://arxiv.org/abs/2413.2917")

    Raises:
        ModelError: `url_problem` refuses the URL.
    """
    text = _text_in(split(url))
    number = "" if text is None else _parts_of(text)[0]
    found = _NEW_SHAPE.fullmatch(number)
    if found:
        digits = found[3].lstrip("0").zfill(4 if found[1] < "15" else 5)
        padded = f"{found[1]}{found[2]}.{digits}"
    else:
        padded = _UNPOINTED.sub(r"\1.\2", number) if _UNPOINTED.fullmatch(number) else number
    is_corrected = padded != number and number in url and _VALID.fullmatch(padded)
    return url.replace(number, padded, 1) if is_corrected else None


def with_arxiv_abstract(url: str) -> str:
    """
    Return a URL of arXiv's own with the page of the abstract in place of another form of the paper.

    The version stays, as do the host, the query and the fragment; any other URL is returned as it is.

    >>> with_arxiv_abstract("https://arxiv.org/pdf/2409.12917v2.pdf?download=1")
    'https://arxiv.org/abs/2409.12917v2?download=1'

    Raises:
        ModelError: `url_problem` refuses the URL.
    """
    parts = split(url)
    text = _text_in(parts) if parts.host in _OWN_HOSTS else None
    if text is None or _ABSTRACT_PATH.fullmatch(parts.path):
        return url
    number, version = _parts_of(text)
    if arxiv_id_in(text) is None:
        return url
    start = url.index(parts.path, url.index("//") + 2)
    page = f"/abs/{number}" if version is None else f"/abs/{number}v{version}"
    return f"{url[:start]}{page}{url[start + len(parts.path) :]}"
