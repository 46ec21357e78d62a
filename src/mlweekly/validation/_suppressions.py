"""
Which suppression covers a finding, and which findings are reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from mlweekly.changes import Patch
from mlweekly.document import Document
from mlweekly.errors import pointer_to
from mlweekly.model import Series
from mlweekly.validation._comments import Comment, comments_in, removals
from mlweekly.validation._finding import Finding, Fix
from mlweekly.validation._fingerprints import fingerprint
from mlweekly.validation._settings import Settings, Suppression

__all__ = ["ABOUT_SUPPRESSIONS", "FindingFilter", "Suppressed", "SuppressionUse", "suppressions_of"]

ABOUT_SUPPRESSIONS = "N9"
"""
How the codes of the rules begin that are asked when all others have run.
"""


@frozen
class Suppressed:
    """
    A finding that is not reported.

    Attributes:
        finding: The finding.
        suppression: What keeps it from being reported.
        in_text: Whether that is a comment of the text, and not a part of the settings.
    """

    finding: Finding
    suppression: Suppression
    in_text: bool


@frozen(eq=False, repr=False)
class SuppressionUse:
    """
    A suppression, where it holds, and, after every other rule has run, what came of it.

    Attributes:
        suppression: The suppression.
        regions: Pointers from the series: findings below them are suppressed.
        comment: The comment that it is; None where it is in the settings.
        unknown: Those of its codes that are the beginning of no rule's code.
        unused: Those of its codes that suppressed nothing.
        fix: Takes the codes that are unused out of the comment.
    """

    suppression: Suppression
    regions: frozenset[str]
    comment: Comment | None = None
    unknown: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    fix: Fix | None = None


def suppressions_of(settings: Settings, series: Series, document: Document | None, root: str) -> list[SuppressionUse]:
    """
    Return the suppressions of the settings and of the text, in this order.

    Args:
        settings: The settings.
        series: What is validated.
        document: The text, if there is one.
        root: Where pointers start from: `/issues/0` where an issue was given, and else the empty string.
    """
    own, papers = settings.suppressions, dict[str, set[str]]()
    for index, issue in enumerate(series.issues if any(each.where[:1] not in ("", "/") for each in own) else ()):
        for number, paper in enumerate(issue.papers):
            if paper.key is not None:
                papers.setdefault(paper.key, set()).add(pointer_to("issues", index, "papers", number))
    starts = ("", "/issues/0") if root or len(series) == 1 else ("",)
    uses: list[SuppressionUse] = []
    for each in own:
        is_key = each.where[:1] not in ("", "/")
        regions = papers.get(each.where, ()) if is_key else (start + each.where.removesuffix("/") for start in starts)
        uses.append(SuppressionUse(each, frozenset(regions)))
    comments = comments_in(series, document)
    return [*uses, *(SuppressionUse(each.suppression, frozenset([each.suppression.where]), each) for each in comments)]


class FindingFilter:
    """
    What findings go through, one by one, and where they end: `reported`, `suppressed` or `known`.

    Attributes:
        silenced: The fingerprints, as they were before they were numbered, of the findings that are not reported.
        is_complete: Whether there was room for all findings.
    """

    def __init__(
        self, suppressions: Sequence[SuppressionUse], settings: Settings, root: str, silenced: frozenset[str]
    ) -> None:
        """
        Hold findings apart.

        Args:
            suppressions: The suppressions.
            settings: The baseline, and after how many findings to stop.
            root: What pointers lack to start from the series.
            silenced: The fingerprints of findings that were not reported of an earlier version of the same subject.
        """
        self.reported: list[Finding] = []
        self.suppressed: list[Suppressed] = []
        self.known: list[Finding] = []
        self.silenced = set(silenced)
        self.is_complete = True
        self._suppressions, self._settings, self._root = suppressions, settings, root
        self._silenced_before = silenced
        self._counts: Counter[str] = Counter()
        self._used: set[tuple[str, frozenset[str]]] = set()
        self._first: dict[tuple[str, frozenset[str]], int] = {}
        self._regions: dict[tuple[str, str], set[frozenset[str]]] = {}
        for index, each in enumerate(suppressions):
            for code in each.suppression.codes:
                self._first.setdefault((code, each.regions), index)
                for region in each.regions:
                    self._regions.setdefault((code, region), set()).add(each.regions)

    def take(self, findings: Iterable[Finding]) -> None:
        """
        Take findings in, as long as there is room for them.

        Of findings with one fingerprint, the second and each later one get another of their own.
        """
        for found in findings:
            base = found.fingerprint
            self._counts[base] += 1
            count = self._counts[base]
            finding = found if count == 1 else evolve(found, fingerprint=fingerprint(base, str(count)))
            use = self.suppression_of(finding)
            if use is not None:
                self.suppressed.append(Suppressed(finding, use.suppression, use.comment is not None))
            elif finding.fingerprint in self._settings.baseline or base in self._silenced_before:
                self.known.append(finding)
            elif len(self.reported) == self._settings.limit:
                self.is_complete = False
                return
            else:
                self.reported.append(finding)
                continue
            self.silenced.add(base)

    def suppression_of(self, finding: Finding) -> SuppressionUse | None:
        """
        Return the first suppression that covers all places of a finding, and note the use of each one that does.
        """
        if not self._regions:
            return None
        first, *others = dict.fromkeys(self._root + pointer for pointer in (finding.pointer, *finding.places))
        found: list[int] = []
        for code in (finding.code[:end] for end in range(1, len(finding.code) + 1)):
            for region in _around(first):
                for regions in self._regions.get((code, region), ()):
                    if all(not regions.isdisjoint(_around(pointer)) for pointer in others):
                        self._used.add((code, regions))
                        found.append(self._first[code, regions])
        return self._suppressions[min(found)] if found else None

    def uses(self, codes: Sequence[str], document: Document | None) -> tuple[SuppressionUse, ...]:
        """
        Return what came of each suppression.

        Args:
            codes: The codes of all rules that there are.
            document: The text, if there is one.
        """
        uses = [self._use(each, codes) for each in self._suppressions]
        shorter = {use.comment: _shorter(use.comment, use.unused) for use in uses if use.comment and use.unused}
        operations = removals(document, shorter)
        return tuple(
            evolve(use, fix=Fix(Patch([operation]), safe=True))
            if use.comment is not None and (operation := operations.get(use.comment)) is not None
            else use
            for use in uses
        )

    def _use(self, use: SuppressionUse, codes: Sequence[str]) -> SuppressionUse:
        own = use.suppression.codes
        unknown = tuple(each for each in own if not each or not any(code.startswith(each) for code in codes))
        unused = tuple(
            each
            for each in dict.fromkeys(own)
            if (each, use.regions) not in self._used and each not in unknown and not each.startswith(ABOUT_SUPPRESSIONS)
        )
        return evolve(use, unknown=unknown, unused=unused)


def _around(pointer: str) -> Iterator[str]:
    """
    Yield a pointer and those of everything around it.
    """
    yield pointer
    while pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer


def _shorter(comment: Comment, unused: Sequence[str]) -> str:
    """
    Return a comment without the codes that suppress nothing; the empty string where none is left.
    """
    codes = comment.suppression.codes
    kept = [code for code in codes if code not in unused]
    if not kept:
        return ""
    every = r"[\s,;:]+".join(map(re.escape, codes))
    return re.sub(rf"(?<=ignore)([\s,;:]+){every}", lambda match: match[1] + ", ".join(kept), comment.text, count=1)
