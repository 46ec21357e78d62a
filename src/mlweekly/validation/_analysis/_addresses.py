"""
Addresses that are written as URLs, and that no server can have.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mlweekly._expressions import expression

__all__ = ["impossible_address"]

_POSSIBLE = expression(
    r"(?:[^/?#@]*@)?(?:(?:\w[\w-]{0,62}\.)+(?!\d)\w[\w-]{1,62}\.?|localhost|[0-9]{1,3}(?:\.[0-9]{1,3}){3}"
    r"|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:[?#]|$)",
    re.IGNORECASE,
)
_PASTED = expression(r"\whttps?://")


# Few hosts are in very many links.
@lru_cache(maxsize=1024)
def _is_possible(host: str) -> bool:
    return _POSSIBLE.match(host) is not None


def impossible_address(url: str) -> str | None:
    """
    Return why no server can have a URL, in words, or None.
    """
    host = url.split("/", 3)[2]
    if not _is_possible(host):
        return f"{host} is no name of a host"
    if '"' in url:
        return "a quote mark is in it"
    if url.find("http", 8) >= 0 and _PASTED.search(url, 8) is not None:
        return "two addresses run into each other"
    return None
