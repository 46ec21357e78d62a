"""
Which URLs stop working by themselves, and when, as far as they tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from attrs import frozen

from mlweekly._expressions import expression

__all__ = ["Expiry", "expiry_of"]

_MAY_EXPIRE = expression("sig|expir|token|hdne|hdnt|jwt|[?&;](?:exp?|oe|e|se)=", re.IGNORECASE)
_HOST = expression(r"//([^/?#:]*)")
_EPOCH = date(1970, 1, 1)
_SECONDS = expression(r"[1-9][0-9]{9}")
_MILLISECONDS = expression(r"[1-9][0-9]{12}")
_HEXADECIMAL = expression(r"[0-9A-Fa-f]{8}")
_DAY = expression(r"(20[0-9]{2})-?([01][0-9])-?([0-3][0-9])")
_AKAMAI = expression(r"exp=([0-9]{10})")
_PLAIN_NAMES = ("expires", "expiry", "expiration", "expires_at", "expiresat", "expirationtimestamp", "x-oss-expires")
_EXPIRY_NAMES = (*_PLAIN_NAMES, "expire", "exp", "ossexpires")
_SIGNATURE_NAMES = (
    *("signature", "sig", "sign", "token", "hmac", "hash", "md5", "policy", "key-pair-id", "x-oss-signature"),
    *("access_token", "auth_key"),
)
_DATED = (("x-amz-signature", "x-amz-date", "x-amz-expires"), ("x-goog-signature", "x-goog-date", "x-goog-expires"))


# Whose key has signed: names that these stores made for themselves.
_KEYS = ("awsaccesskeyid", "googleaccessid", "ossaccesskeyid", "key-pair-id", "x-amz-security-token")
_STORES = (".amazonaws.com", ".cloudfront.net", ".core.windows.net", ".aliyuncs.com", "storage.googleapis.com")


@frozen(eq=False, repr=False)
class Expiry:
    """
    Why a URL stops working.

    Attributes:
        parameters: The names of the parameters that say so, as written.
        day: The last day, where a parameter tells it.
    """

    parameters: tuple[str, ...]
    day: date | None = None


def expiry_of(url: str) -> Expiry | None:
    """
    Return why the URL expires, or None where nothing in it says so.

    Known are the signed URLs of S3, CloudFront, Google, Azure, Alibaba, Tencent and Akamai, those of the networks of
    Facebook, Instagram, Discord and LinkedIn, downloads of Google Drive, GitHub's tokens, any query with a parameter
    such as `expires` that counts seconds since 1970, and any with both a signature and another moment. A signature
    alone says nothing but at the stores themselves: `token` may be a page's own word.

    >>> str(expiry_of("https://scontent.fna.fbcdn.net/v/a.pdf?_nc_cat=1&oh=00_a&oe=684FA230").day)
    '2025-06-16'
    """
    mark = url.find("?")
    if (mark < 0 or _MAY_EXPIRE.search(url, mark) is None) and "/securesc/" not in url:
        return None
    address, _, query = url.partition("#")[0].partition("?")
    names = {part.partition("=")[0].lower(): part.partition("=")[0] for part in re.split("[&;]", query)}
    values = {part.partition("=")[0].lower(): part.partition("=")[2] for part in re.split("[&;]", query)}
    found = _HOST.search(address)
    host = found[1].lower() if found else ""
    held = _by_host(host, address, values) or _by_service(values) or _by_any(values) or _by_store(host, values)
    if held is None:
        return None
    parameters, day = held
    return Expiry(tuple(names[name] for name in parameters if name in names), day)


_Held = tuple[tuple[str, ...], date | None]


def _by_host(host: str, address: str, values: Mapping[str, str]) -> _Held | None:
    """
    Read what only these hosts mean by a parameter.
    """
    if host.endswith((".fbcdn.net", ".cdninstagram.com")) and _HEXADECIMAL.fullmatch(values.get("oe", "")):
        return ("oe",), _day_of(int(values["oe"], 16))
    if host.endswith((".discordapp.com", ".discordapp.net")) and _HEXADECIMAL.fullmatch(values.get("ex", "")):
        return ("ex", "hm"), _day_of(int(values["ex"], 16))
    if host.endswith(".licdn.com") and _SECONDS.fullmatch(values.get("e", "")):
        return ("e", "t"), _day_of(int(values["e"]))
    if host.endswith(".githubusercontent.com") and ("token" in values or "jwt" in values):
        return ("token", "jwt"), None
    if host.endswith(".googleusercontent.com") and "/securesc/" in address:
        return (), None
    return None


def _by_service(values: Mapping[str, str]) -> _Held | None:
    """
    Read the signed URLs of the large stores, whose parameters have names of their own.
    """
    for signature, moment, duration in _DATED:
        if signature in values or duration in values:
            return (duration, signature), _last_day(values.get(moment, ""), values.get(duration, ""))
    if "sig" in values and "se" in values:
        return ("se", "sig"), _written_day(values["se"])
    if "q-signature" in values:
        end = re.split(";|%3[bB]", values.get("q-sign-time", ""))[-1]
        return ("q-sign-time", "q-signature"), _moment(end)
    for name in ("hdnea", "hdnts", "__token__"):
        if found := _AKAMAI.search(values.get(name, "")):
            return (name,), _day_of(int(found[1]))
    return None


def _by_any(values: Mapping[str, str]) -> _Held | None:
    """
    Read a query that has a moment, and a signature where that may mean something else, under their common names.
    """
    moment = next((name for name in _EXPIRY_NAMES if values.get(name)), None)
    signature = next((name for name in _SIGNATURE_NAMES if values.get(name)), "")
    if moment is None or not (signature or (moment in _PLAIN_NAMES and _moment(values[moment]))):
        return None
    return (moment, signature), _moment(values[moment]) or _written_day(values[moment])


def _by_store(host: str, values: Mapping[str, str]) -> _Held | None:
    """
    Read a signature without a moment, where a store's key or its host says what it is.
    """
    key = next((name for name in _KEYS if values.get(name)), "")
    signature = next((name for name in ("signature", "sig") if values.get(name)), "")
    is_signed = signature and (key or host.endswith(_STORES))
    return ((signature, key), None) if is_signed or key == "x-amz-security-token" else None


def _last_day(start: str, seconds: str) -> date | None:
    first = _written_day(start)
    if first is None or not seconds.isdecimal() or len(seconds) > 9:
        return None
    hours = start[9:15] if start[8:9] in ("T", "t") and start[9:15].isdecimal() else "000000"
    moment = int(hours[:2]) * 3600 + int(hours[2:4]) * 60 + int(hours[4:]) + int(seconds)
    return first + timedelta(days=moment // 86_400)


def _moment(text: str) -> date | None:
    if _MILLISECONDS.fullmatch(text):
        return _day_of(int(text) // 1000)
    return _day_of(int(text)) if _SECONDS.fullmatch(text) else None


def _day_of(seconds: int) -> date:
    return _EPOCH + timedelta(days=seconds // 86_400)


def _written_day(text: str) -> date | None:
    found = _DAY.match(text)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:  # no such day: the URL is signed, but does not tell until when
        return None
