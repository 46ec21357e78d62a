"""
What a rule saw, what validation makes of it, and what fixes it, as values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol, TypeAlias

from attrs import field, frozen

import mlweekly._display
from mlweekly._display import Displayed, on_one_line, shortened
from mlweekly._immutable import Immutable
from mlweekly._tokens import Tokenized
from mlweekly.changes import Patch
from mlweekly.document import Span
from mlweekly.model import FrozenMapping, JsonValue

__all__ = ["Evidence", "Facts", "Finding", "Fix", "Severity", "Trials", "Violation"]

Severity: TypeAlias = Literal["error", "warning", "info"]
"""
"error": a reader is misled; "warning": a lead to follow; "info": a matter of form.
"""

Evidence: TypeAlias = FrozenMapping[str, JsonValue]
"""
What was seen, as immutable JSON: enough to check the finding by hand.
"""


Facts: TypeAlias = dict[str, JsonValue]
"""
Evidence as a rule writes it down.
"""


def _evidence(members: Mapping[str, JsonValue]) -> Evidence:
    return FrozenMapping(members)


@frozen
class Fix(Tokenized):
    """
    A patch that takes the cause of a finding away.

    Attributes:
        patch: The change; it starts where the finding's pointer starts.
        safe: Whether the meaning stays as it is; an unsafe fix is a proposal, made only when asked for.
    """

    patch: Patch
    safe: bool = field(kw_only=True)


@frozen
class Violation:
    """
    One thing that a rule saw, in an issue or in a series; pointers start from there.

    Attributes:
        pointer: Where, from the issue.
        message: The evidence in words, never a verdict.
        evidence: The evidence as data.
        identity_parts: What tells this violation from others of the rule in the same paper or issue, without positions.
        fix: A change of the issue that takes the violation away; its pointers start from the issue.
        severity: How much this one matters, where that is not as the rule says.
        places: Every place, where one finding is about several; `pointer` is the first.
        span: Where in the text, for what fits no field; the engine knows where fields are.
        habit: What it has in common with others that may be the habit of an issue: they are one finding with all its
            places where five papers or more have it, if that is most papers or is said of each in the same words.
        more: How many others one finding speaks for.
    """

    pointer: str
    message: str
    evidence: Evidence = field(converter=_evidence)
    identity_parts: tuple[str, ...]
    fix: Fix | None = field(default=None, kw_only=True)
    severity: Severity | None = field(default=None, kw_only=True)
    places: tuple[str, ...] = field(default=(), kw_only=True)
    span: Span | None = field(default=None, kw_only=True)
    habit: str | None = field(default=None, kw_only=True)
    more: int = field(default=0, kw_only=True)


class Trials(Protocol):
    """
    What tries the fixes of a report.
    """

    def fix_of(self, finding: Finding) -> Fix | None:
        """
        Return the fix of a finding if it holds.
        """
        ...


@frozen(kw_only=True, repr=False)
class Finding(Displayed, Immutable, Tokenized):
    """
    One thing that is unwise, inconsistent or misleading, with its evidence.

    Attributes:
        code: The code of the rule, which never changes its meaning.
        name: The name of the rule.
        severity: "error", "warning" or "info".
        pointer: Where, from the value that was validated; from the series for a document.
        message: The evidence in words, in one line; a character that would act on a terminal is replaced by its name.
        evidence: The evidence as data.
        proposal: What the rule proposes, not tried yet; ask `fix`.
        fingerprint: 16 hexadecimal digits that stay the same while the same thing is seen in the same paper, or
            issue, wherever that is.
        places: Every place, where the finding is about several; `pointer` is the first.
        span: Where in the text: the field, or the nearest thing around it that the text prints; None where no text is
            at hand.
        line: The line of the span's start, from 1.
        column: Its column, from 1, in code points.
        trials: Tries the proposal.
    """

    code: str
    name: str
    severity: Severity
    pointer: str
    message: str
    evidence: Evidence
    proposal: Fix | None = field(alias="fix")
    fingerprint: str
    places: tuple[str, ...] = ()
    span: Span | None = None
    line: int | None = None
    column: int | None = None
    trials: Trials | None = field(default=None, eq=False, repr=False)

    @property
    def fix(self) -> Fix | None:
        """
        A change that removes the cause; None if there is none to propose.

        It is tried when the first fix of a report is asked for: applied as `edit` does, it leaves a text that is read
        as the fixed value, without this finding, without another that the finding did not hide, and without a change
        in any URL that the finding is not about. A proposal that fails is dropped.
        """
        return self.proposal if self.proposal is None or self.trials is None else self.trials.fix_of(self)

    def __str__(self) -> str:
        return on_one_line(f"{self.pointer or '(root)'}: {self.code} {self.message}")

    def __repr__(self) -> str:
        return f"<Finding {shortened(str(self))}>"

    def __page__(self) -> mlweekly._display.Page:
        # Pages are for people, and few programs show anything.
        from mlweekly.validation._finding_page import finding_page, fix_item

        position = "" if self.line is None else f" · line {self.line}, column {self.column}"
        where = f"{self.pointer or '(root)'}{position}"
        fix = () if self.fix is None else (fix_item(self.fix.patch.__page__(), safe=self.fix.safe),)
        return finding_page(f"{self.code} {self.name}", self.severity, self.message, where, self.evidence, fix)
