"""
URLs as written: which are refused, what they consist of, and which of their bytes do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from mlweekly._expressions import expression
from mlweekly._wording import expect, shortened
from mlweekly.errors import ModelError, Problem

# Controls, White_Space and Bidi_Control of Unicode, surrogates, and the delimiters around a URL (RFC 3986, appendix C).
_REFUSED = (
    r"\x00-\x20\x7f-\xa0\u061c\u1680\u2000-\u200a\u200e\u200f\u2028-\u202f\u205f\u2066-\u2069\u3000\ud800-\udfff<>"
)
# Nearly every link of a digest is like this, and is accepted without a look at its parts.
_PLAIN = r"https?+://[A-Za-z0-9][A-Za-z0-9.-]*+(?:/[!-;=?-~]*+)?+"
_PLAIN_URL, _PLAIN_URLS = expression(_PLAIN), expression(rf"(?:{_PLAIN}\n)*+")
_SCHEME_AND_HOST = expression(r"[hH][tT][tT][pP][sS]?://([^/?#]*)")
_TEXT = frozenset({str})
_AFTER_HOST = expression("[/?#:]")
_WWW = expression(r"(?:www\.)+(?=[^.]+\.)")
_REASONS: tuple[tuple[str, str], ...] = (
    (r"[\ud800-\udfff]", "a lone surrogate"),
    (r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", "a bidirectional control"),
    (r"[ \t\n\v\f\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]", "white space"),
    (r"[\x00-\x1f\x7f-\x9f]", "a control character"),
    (r"[<>]", "an angle bracket, which is only ever around a URL"),
)

_ALIASES: Mapping[str, str] = {
    **dict.fromkeys(("twitter.com", "mobile.twitter.com", "m.twitter.com", "mobile.x.com"), "x.com"),
    "export.arxiv.org": "arxiv.org",
    "dx.doi.org": "doi.org",
    "hf.co": "huggingface.co",
    "m.youtube.com": "youtube.com",
}
# Hosts that are known to go without `www.`.
_BARE_HOSTS = frozenset({"arxiv.org", "github.com", "huggingface.co", "openreview.net", "x.com"})
# Names made up by advertisers and senders of newsletters, so that no page uses them for its own address.
_TRACKING = frozenset(
    (
        *("fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "igsh"),
        *("igshid", "gad_source", "srsltid", "ref_src", "ecid", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi"),
        *("__hstc", "__hssc", "__hsfp", "hsCtaTracking", "vero_id", "vero_conv", "oly_enc_id", "oly_anon_id", "_gl"),
    )
)
X_HOSTS = ("x.com", "fxtwitter.com", "vxtwitter.com", "fixupx.com", "nitter.net", "xcancel.com")
"""
X, and the sites that show its posts under their numbers.
"""
_TRACKING_BY_HOST: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(X_HOSTS, frozenset({"s", "t", "ref_url", "cxt"})),
    **dict.fromkeys(("youtube.com", "youtu.be"), frozenset({"si", "feature"})),
    "openreview.net": frozenset({"referrer"}),
}


class Url(NamedTuple):
    """
    A URL taken apart; its host in the canonical spelling, everything else as written.

    Attributes:
        host: Lower case, without `www.`, an alias replaced, a port kept only if it is not the default.
        path: `/` if none is written.
        query: Without its `?`; empty if there is none.
        fragment: Without its `#`; empty if there is none.
    """

    host: str
    path: str
    query: str
    fragment: str


@cache
def _url() -> re.Pattern[str]:
    """
    Return the expression for every URL, compiled when the first one comes that is not plain.
    """
    return re.compile(
        r"([hH][tT][tT][pP][sS]?)://"
        # The rest of the class is WHATWG's forbidden domain code points.
        rf"(\w[^{_REFUSED}/?#@:\\%\[\]^|]*|\[[0-9A-Fa-f:.]+\])"
        r"(?::([0-9]{0,5}))?"
        rf"((?:/[^{_REFUSED}?#]*)?)"
        rf"(?:\?([^{_REFUSED}#]*))?"
        rf"(?:#([^{_REFUSED}]*))?"
    )


def url_problem(url: str) -> str | None:
    """
    Return why a URL is refused, or return None for one that a link can hold.

    A URL that no link can mean is refused: with another scheme than http(s), without a host, or with a user name before
    it, which hides the host; with white space, control characters, lone surrogates, bidirectional controls or angle
    brackets. Everything else passes: non-ASCII letters, parentheses, `//` in a path, backslashes, ports.

    >>> url_problem("https://arxiv.org/abs//2306.17156")
    >>> url_problem("javascript:alert(1)")
    "must begin with http:// or https://, got 'javascript:alert(1)'"

    Raises:
        TypeError: It is no text.
    """
    expect(url, str, "a URL")
    return None if _PLAIN_URL.fullmatch(url) or _url().fullmatch(url) else _reason(url)


def are_urls(values: Sequence[object]) -> bool:
    """
    Return whether each of some values is a text that `url_problem` passes; faster than to ask one by one.
    """
    if not _TEXT.issuperset(map(type, values)):
        return False
    urls = cast("Sequence[str]", values)
    lines = "\n".join((*urls, ""))
    are_plain = lines.count("\n") == len(urls) and _PLAIN_URLS.fullmatch(lines) is not None
    return are_plain or not any(map(url_problem, urls))


def _reason(url: str) -> str:
    if not url:
        return "must not be empty"
    for pattern, name in _REASONS:
        if found := re.search(pattern, url):
            return f"holds {name}, U+{ord(found[0]):04X}, at character {found.start() + 1}"
    shown = repr(shortened(url, 80))
    found = _SCHEME_AND_HOST.match(url)
    if found is None:
        return f"must begin with http:// or https://, got {shown}"
    if not found[1]:
        return f"has no host, got {shown}"
    if "@" in found[1]:
        return f"has a user name before its host, expected the host alone, got {shown}"
    return f"has no host that can exist, got {shown}"


def split(url: str) -> Url:
    """
    Take a URL apart.

    Raises:
        ModelError: `url_problem` refuses the URL.
    """
    expect(url, str, "a URL")
    found = _url().fullmatch(url)
    if found is None:
        raise ModelError("cannot read this URL", (Problem("", _reason(url)),))
    scheme, host, port, path, query, fragment = found.groups("")
    host = host.lower()
    if host[-1] == ".":
        host = host.rstrip(".")
    if host.startswith("www."):
        host = _WWW.sub("", host, count=1)
    host = _ALIASES.get(host, host)
    if port and (number := int(port)) != 443 and (number != 80 or len(scheme) == 5):
        host = f"{host}:{number}"
    return Url(host, path or "/", query, fragment)


def canonical_host(host: str) -> str | None:
    """
    Return the one spelling of a host; None for what is no host.
    """
    url = f"https://{host}"
    parts = None if url_problem(url) else split(url)
    return None if parts is None or parts[1:] != ("/", "", "") else parts.host


def is_tracking(host: str, parameter: str) -> bool:
    """
    Return whether a parameter, `name=value` or `name`, only tracks where a reader comes from.

    Args:
        host: The canonical host; `s` and `t` mean this on X and something else elsewhere.
        parameter: As written in the query.
    """
    name = parameter.partition("=")[0]
    return name in _TRACKING or name.startswith("utm_") or name in _TRACKING_BY_HOST.get(host, ())


def kept_query(url: Url, used: str | None = None) -> str:
    """
    Return the query without its tracking parameters; order and bytes of the others are as written.

    Args:
        url: The URL, taken apart.
        used: One further parameter to leave out, as written: an identifier was read from it.
    """
    if not url.query:
        return ""
    parameters = url.query.split("&")
    kept = [parameter for parameter in parameters if not is_tracking(url.host, parameter)]
    if used is not None:
        kept.remove(used)
    return url.query if len(kept) == len(parameters) else "&".join(kept)


def joined(address: str, query: str, fragment: str = "") -> str:
    """
    Return an address with a query and a fragment, if there are any.
    """
    if query:
        address = f"{address}{'&' if '?' in address else '?'}{query}"
    return f"{address}#{fragment}" if fragment else address


def parameter_named(url: Url, names: Iterable[str]) -> str | None:
    """
    Return the first parameter, `name=value` as written, that has one of these names.
    """
    if not url.query:
        return None
    return next((parameter for parameter in url.query.split("&") if parameter.partition("=")[0] in names), None)


def tracking_parameters(url: str) -> tuple[str, ...]:
    """
    Return the names of a URL's tracking parameters, in their order.

    >>> tracking_parameters("https://x.com/omarsar0/status/1836427396959932492?s=20&lang=en&utm_source=a")
    ('s', 'utm_source')

    Raises:
        ModelError: `url_problem` refuses the URL.
    """
    parts = split(url)
    parameters = parts.query.split("&")
    return tuple(parameter.partition("=")[0] for parameter in parameters if is_tracking(parts.host, parameter))


def without_tracking(url: str) -> str:
    """
    Return a URL without its tracking parameters, every other byte as written.

    >>> without_tracking("http://twitter.com/omarsar0/status/1836427396959932492?s=20#m")
    'http://twitter.com/omarsar0/status/1836427396959932492#m'

    Raises:
        ModelError: `url_problem` refuses the URL.
    """
    parts = split(url)
    kept = kept_query(parts)
    if kept == parts.query:
        return url
    address, mark, fragment = url.partition("#")
    return f"{joined(address.partition('?')[0], kept)}{mark}{fragment}"


def without_alias(url: str) -> str:
    """
    Return a URL with the host that the site itself uses, every other byte as written.

    Former names, other hosts of the same pages, and capitals are replaced, and `www.` at hosts that go without it.

    >>> without_alias("http://mobile.twitter.com/omarsar0/status/1836427396959932492?s=20")
    'http://x.com/omarsar0/status/1836427396959932492?s=20'
    >>> without_alias("https://www.nature.com/articles/s41586-024-07566-y")
    'https://www.nature.com/articles/s41586-024-07566-y'

    Raises:
        ModelError: `url_problem` refuses the URL.
    """
    bare = split(url).host.partition(":")[0]
    start = url.index("//") + 2
    written = _AFTER_HOST.split(url[start:], maxsplit=1)[0]
    host = written.lower()
    kept = bare if bare in _BARE_HOSTS or host.removeprefix("www.") in _ALIASES else host
    return f"{url[:start]}{kept}{url[start + len(written) :]}"
