"""
What papers and issues are known by: ids that depend on what a value is, never on where it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from mlweekly._expressions import expression
from mlweekly._wording import folded
from mlweekly.model import Issue, Paper

__all__ = ["citation_key", "digest_of", "issue_ids", "paper_id"]

_UNSAFE = expression(r"[^a-z0-9:._/+-]+")
_LONGEST_KEY = 80


def digest_of(*parts: str | None) -> str:
    """
    Return the first 16 hexadecimal digits of a hash of these texts.
    """
    # Importing hashlib loads OpenSSL, and most papers have a key.
    from hashlib import sha256

    spelled = "".join("-" if part is None else f"{len(part)}:{part}" for part in parts)
    return sha256(spelled.encode()).hexdigest()[:16]


def paper_id(paper: Paper) -> str:
    """
    Return the identity key of a paper, or "title:" and a hash of its title where it has none.
    """
    key = paper.key
    return f"title:{digest_of(folded(str(paper.title)))}" if key is None else key


def citation_key(paper: Paper) -> str:
    r"""
    Return the identity of a paper as a key that BibTeX, `\cite` and pandoc accept; case makes no difference to it.

    A hash follows what had to be respelt, so that two identities never share a key.
    """
    identity = paper_id(paper)
    plain = identity.removeprefix("https://")
    key = _UNSAFE.sub("-", plain.lower()).strip("-")[:_LONGEST_KEY].rstrip("-")
    return key if key == plain else f"{key}-{digest_of(identity)}"


def issue_ids(issues: Sequence[Issue]) -> list[str]:
    """
    Return an id for each issue: its period, or what else it is known by, and its language.

    Issues of the same days and language are told apart by a hash of what is in them; equal ones by a number.
    """
    plain = [_issue_id(issue) for issue in issues]
    shared = Counter(plain)
    ids = [
        f"{name}/{_contents_of(issue)}" if shared[name] > 1 else name for issue, name in zip(issues, plain, strict=True)
    ]
    return list(_numbered(ids))


def _numbered(ids: Iterable[str]) -> Iterable[str]:
    seen: Counter[str] = Counter()
    for each in ids:
        seen[each] += 1
        yield each if seen[each] == 1 else f"{each}/{seen[each]}"


def _issue_id(issue: Issue) -> str:
    if issue.period is not None:
        name = str(issue.period)
    elif issue.published is not None:
        name = str(issue.published)
    elif issue.source is not None:
        name = f"source:{digest_of(issue.source)}"
    else:
        name = f"title:{digest_of(None if issue.title is None else folded(issue.title))}"
    return name if issue.language is None else f"{name}/{issue.language}"


def _contents_of(issue: Issue) -> str:
    published = None if issue.published is None else str(issue.published)
    return digest_of(issue.title, published, issue.source, *map(paper_id, issue.papers))
