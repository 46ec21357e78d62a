"""
The rules about suppressions: each one suppresses something, names rules that there are, and says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mlweekly.validation._context import SeriesContext
from mlweekly.validation._finding import Fix, Violation
from mlweekly.validation._suppressions import SuppressionUse

__all__ = ["suppression_no_reason", "suppression_unknown", "suppression_unused"]


def suppression_unused(context: SeriesContext) -> Iterator[Violation]:
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
    for use in context.suppressions:
        if use.unused:
            verb = "is" if len(use.unused) == 1 else "are"
            message = f"no finding of {_joined(use.unused)} {verb} silenced by {_named(use)}"
            yield _violation(use, message, use.unused, fix=use.fix)


def suppression_unknown(context: SeriesContext) -> Iterator[Violation]:
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
    for use in context.suppressions:
        if use.unknown:
            words = "no rule has the code" if len(use.unknown) == 1 else "no rules have the codes"
            yield _violation(use, f"{words} {_joined(use.unknown)}, named by {_named(use)}", use.unknown)
        elif not use.suppression.codes:
            yield _violation(use, f"no code is named by {_named(use)}", ())


def suppression_no_reason(context: SeriesContext) -> Iterator[Violation]:
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
    for use in context.suppressions:
        if not use.suppression.because.strip():
            yield _violation(use, f"no reason is given by {_named(use)}", use.suppression.codes)


def _violation(use: SuppressionUse, message: str, codes: tuple[str, ...], fix: Fix | None = None) -> Violation:
    suppression, comment = use.suppression, use.comment
    where = suppression.where if comment is None else ""
    pointer = "" if comment is None else comment.pointer
    return Violation(
        pointer,
        message,
        {"codes": codes, "because": suppression.because, "where": suppression.where},
        (where, suppression.because, *suppression.codes, *codes),
        fix=fix,
        span=None if comment is None else comment.span,
    )


def _named(use: SuppressionUse) -> str:
    if use.comment is not None:
        return f'the comment "{use.comment.text}"'
    where = f" at {use.suppression.where}" if use.suppression.where else ""
    return f"the suppression of {_joined(use.suppression.codes) or 'nothing'}{where} in the settings"


def _joined(codes: Iterable[str]) -> str:
    return ", ".join(code or '""' for code in codes)
