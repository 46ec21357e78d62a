"""
The rules about suppressions: each one silences something, names rules that there are, and says why.

Lives here: N901 to N903.
Must not know: how findings are silenced; how rules are chosen and run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from mlweekly.changes import Patch
from mlweekly.validation._facts._directives import SuppressionUse
from mlweekly.validation._finding import Fix, Violation
from mlweekly.validation._rule import SuppressionContext

__all__ = ["suppression_no_reason", "suppression_unknown", "suppression_unused"]

_OF_SUPPRESSIONS = "N9"


def suppression_unused(context: SuppressionContext) -> Iterator[Violation]:
    """
    A suppression silences something.

    A code is unused where no finding of any rule that it stands for is silenced by it, whether the rule was chosen or
    not. Codes that stand for rules about suppressions are left alone, and so is everything where the report stopped
    early.

    Why it matters: what was suppressed once and mended since hides the next mistake of the kind.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        <!-- mlweekly: ignore D103 because the posts were late -->

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (June 10 - June 16) - 2024

        <!-- mlweekly: ignore D103 because the heading is kept as it was printed -->

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/kyutai_labs/status/1836427396959932492) |
    Fix: safe. The code is taken out of the comment, and with its last code the comment; one in the settings has no fix.
    Counted: 0 of 130 issues; none of them holds a suppression.
    """
    unused = [(use, codes) for use in context.uses if (codes := _unused(use, context))]
    shorter = {
        use.directive: _shorter(use.directive.comment, use.suppression.codes, codes)
        for use, codes in unused
        if use.directive is not None
    }
    texts = evolve(context.texts, shorter=shorter)
    for use, codes in unused:
        operation = None if use.directive is None else texts.without(use.directive)
        verb = "is" if len(codes) == 1 else "are"
        yield _violation(
            use,
            f"no finding of {_listed(codes)} {verb} silenced by {_named(use)}",
            codes,
            fix=None if operation is None else Fix(Patch([operation]), safe=True),
        )


def suppression_unknown(context: SuppressionContext) -> Iterator[Violation]:
    """
    A suppression names rules that there are.

    A code is known where the code of some rule begins with it, those of the user's own rules included; upper and lower
    case differ. A suppression without any code names none.

    Why it matters: a misspelled code silences nothing, or, once there is such a rule, the wrong thing.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        <!-- mlweekly: ignore D10x because the posts were late -->

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        <!-- mlweekly: ignore D103 because the posts were late -->

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: none. Which rule was meant is not plain.
    Counted: 0 of 130 issues; none of them holds a suppression.
    """
    for use in context.uses:
        codes = [entry for entry in use.suppression.codes if not _is_known(entry, context)]
        if codes:
            words = "no rule has the code" if len(codes) == 1 else "no rules have the codes"
            yield _violation(use, f"{words} {_listed(codes)}, named by {_named(use)}", codes)
        elif not use.suppression.codes:
            yield _violation(use, f"no code is named by {_named(use)}", codes)


def suppression_no_reason(context: SuppressionContext) -> Iterator[Violation]:
    """
    A suppression says why.

    The reason follows the word `because` in a comment, and is the member `because` in the settings.

    Why it matters: the next editor cannot tell a decision from a mistake that was waved through.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        <!-- mlweekly: ignore D103 -->

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        <!-- mlweekly: ignore D103 because the posts were late -->

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: none. Only its author knows the reason.
    Counted: 0 of 130 issues; none of them holds a suppression.
    """
    for use in context.uses:
        if not use.suppression.because.strip():
            yield _violation(use, f"no reason is given by {_named(use)}", use.suppression.codes)


def _unused(use: SuppressionUse, context: SuppressionContext) -> list[str]:
    return [
        entry
        for entry in dict.fromkeys(use.suppression.codes)
        if entry not in use.used and not entry.startswith(_OF_SUPPRESSIONS) and _is_known(entry, context)
    ]


def _is_known(entry: str, context: SuppressionContext) -> bool:
    return bool(entry) and any(code.startswith(entry) for code in context.codes)


def _shorter(comment: str, codes: Iterable[str], unused: Iterable[str]) -> str:
    """
    Return a comment without the codes that are not needed; nothing where none is left.
    """
    gone = set(unused)
    kept = [code for code in codes if code not in gone]
    if not kept:
        return ""
    every = r"[\s,;:]+".join(map(re.escape, codes))
    return re.sub(rf"(?<=ignore)([\s,;:]+){every}", lambda match: match[1] + ", ".join(kept), comment, count=1)


def _violation(use: SuppressionUse, message: str, codes: Iterable[str], fix: Fix | None = None) -> Violation:
    directive, suppression = use.directive, use.suppression
    pointer = ""
    if directive is not None:
        pointer = directive.passage.pointer if directive.passage is not None else suppression.where
    where = suppression.where if directive is None else ""
    return Violation(
        pointer=pointer,
        message=message,
        evidence={"codes": tuple(codes), "because": suppression.because, "where": suppression.where},
        seen=(where, suppression.because, *suppression.codes, *codes),
        fix=fix,
        span=None if directive is None else directive.span,
    )


def _named(use: SuppressionUse) -> str:
    if use.directive is not None:
        return f'the comment "{use.directive.comment}"'
    where = f" at {use.suppression.where}" if use.suppression.where else ""
    return f"the suppression of {_listed(use.suppression.codes) or 'nothing'}{where} in the settings"


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(code or '""' for code in codes)
