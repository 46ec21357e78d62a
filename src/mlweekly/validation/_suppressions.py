"""
Findings that are known and wanted.

Lives here: which suppression covers a finding, and the sifting of findings into those that are reported and the rest.
Must not know: any single rule; how findings are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from mlweekly.errors import pointer_to
from mlweekly.model import Series
from mlweekly.validation._facts._directives import Directive, SuppressionUse
from mlweekly.validation._finding import Finding
from mlweekly.validation._settings import Suppression

__all__ = ["Sieve", "Suppressed", "suppressions_of"]

_FIRST_ISSUE = "/issues/0"


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


@frozen(eq=False)
class _Silencer:
    """
    A suppression, and where it holds: pointers from the series.
    """

    suppression: Suppression
    regions: frozenset[str]
    directive: Directive | None

    def entries_for(self, code: str, places: Iterable[str]) -> list[str]:
        """
        Return the entries among its codes that silence a finding of this code at these places.
        """
        entries = [entry for entry in self.suppression.codes if entry and code.startswith(entry)]
        return entries if entries and all(map(self._covers, places)) else []

    def _covers(self, place: str) -> bool:
        if "" in self.regions or place in self.regions:
            return True
        while place:
            place = place.rpartition("/")[0]
            if place in self.regions:
                return True
        return False


def suppressions_of(
    settings: Iterable[Suppression], directives: Iterable[Directive], series: Series, *, alone: bool
) -> tuple[_Silencer, ...]:
    """
    Return the suppressions of the settings and of the text, each with the places where it holds.

    Args:
        settings: The suppressions of the settings.
        directives: The comments of the text.
        series: What is validated.
        alone: Whether pointers of the settings start from the only issue, and not from its series.
    """
    keys: dict[str, set[str]] = {}
    given = tuple(settings)
    if any(each.where and not each.where.startswith("/") for each in given):
        for index, issue in enumerate(series.issues):
            for number, paper in enumerate(issue.papers):
                if paper.key is not None:
                    keys.setdefault(paper.key, set()).add(pointer_to("issues", index, "papers", number))
    own = (_Silencer(each, frozenset(_regions(each.where, keys, series, alone=alone)), None) for each in given)
    return (*own, *(_Silencer(each.suppression, frozenset([each.suppression.where]), each) for each in directives))


def _regions(where: str, keys: dict[str, set[str]], series: Series, *, alone: bool) -> Iterator[str]:
    if not where:
        yield ""
    elif not where.startswith("/"):
        yield from keys.get(where, ())
    else:
        yield where.removesuffix("/")
        if alone or len(series.issues) == 1:
            yield _FIRST_ISSUE + where.removesuffix("/")


class Sieve:
    """
    What findings go through, one by one, and where they end: `reported`, `suppressed` or `known`.
    """

    def __init__(
        self,
        silencers: tuple[_Silencer, ...],
        baseline: frozenset[str],
        silenced: frozenset[tuple[str, str]],
        limit: int | None,
        prefix: str,
    ) -> None:
        """
        Hold findings apart.

        Args:
            silencers: The suppressions.
            baseline: The fingerprints of findings that are not reported again.
            silenced: Code and message of findings that are not reported again, wherever they stand.
            limit: After how many findings to stop.
            prefix: What pointers lack to start from the series.
        """
        self.reported: list[Finding] = []
        self.suppressed: list[Suppressed] = []
        self.known: list[Finding] = []
        self._silencers = silencers
        self._baseline = baseline
        self._silenced = silenced
        self._limit = limit
        self._prefix = prefix
        self._used: dict[int, set[str]] = {}

    def sift(self, findings: Iterable[Finding]) -> bool:
        """
        Take findings in; tell whether there was room for all of them.
        """
        for finding in findings:
            silencer = self._silencer_of(finding) if self._silencers else None
            if silencer is not None:
                self.suppressed.append(Suppressed(finding, silencer.suppression, silencer.directive is not None))
            elif finding.fingerprint in self._baseline or (finding.code, finding.message) in self._silenced:
                self.known.append(finding)
            elif len(self.reported) == self._limit:
                return False
            else:
                self.reported.append(finding)
        return True

    def try_out(self, findings: Iterable[Finding]) -> None:
        """
        Note what would be silenced, and report nothing.
        """
        for finding in findings:
            self._silencer_of(finding)

    def uses(self) -> tuple[SuppressionUse, ...]:
        """
        Return each suppression with the entries that silenced something so far.
        """
        return tuple(
            SuppressionUse(each.suppression, frozenset(self._used.get(index, ())), each.directive)
            for index, each in enumerate(self._silencers)
        )

    def _silencer_of(self, finding: Finding) -> _Silencer | None:
        places = [self._prefix + place for place in (finding.pointer, *finding.places)]
        first: _Silencer | None = None
        for index, silencer in enumerate(self._silencers):
            entries = silencer.entries_for(finding.code, places)
            if entries:
                self._used.setdefault(index, set()).update(entries)
                first = first or silencer
        return first
