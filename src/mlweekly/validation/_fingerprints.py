"""
Fingerprints of findings, which hold no position, and what a paper is known by in them.
"""

from __future__ import annotations

from mlweekly.model import Paper

__all__ = ["fingerprint", "identity_of", "shortened"]

_LONGEST_IDENTITY = 1000


def fingerprint(*parts: str) -> str:
    """
    Return 16 hexadecimal digits that stand for these words.
    """
    # Importing hashlib loads OpenSSL, which is wasted where nothing is found.
    from hashlib import sha256

    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def identity_of(paper: Paper) -> str:
    """
    Return what a paper is known by, whatever the order of its links: the least of its keys, else its title.
    """
    return min((link.canonical for link in paper.links.of("paper")), default=None) or shortened(str(paper.title))


def shortened(words: str) -> str:
    """
    Return words as they are, or the fingerprint of many: each finding about them is one more time to read them all.
    """
    return words if len(words) <= _LONGEST_IDENTITY else fingerprint(words)
