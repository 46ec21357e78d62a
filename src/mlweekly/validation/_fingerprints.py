"""
How a finding is known again.

Lives here: fingerprints, which hold no position, and what a paper is known by in them.
Must not know: any rule; what a fingerprint is used for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import evolve

from mlweekly.model import Paper
from mlweekly.validation._finding import Finding

__all__ = ["fingerprint", "identity_of", "numbered", "shortened"]

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


def numbered(findings: Iterable[Finding], counts: Counter[str]) -> Iterator[Finding]:
    """
    Yield the findings; of those with one fingerprint, the second and each later one get another of their own.

    So a baseline of one such finding does not hide two.

    Args:
        findings: The findings.
        counts: How often each fingerprint was seen before.
    """
    for finding in findings:
        counts[finding.fingerprint] += 1
        count = counts[finding.fingerprint]
        yield finding if count == 1 else evolve(finding, fingerprint=fingerprint(finding.fingerprint, str(count)))
