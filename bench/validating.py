"""
`mlweekly.validate` beside markdown-it-py, which parses the same text to tokens, and how its time grows.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt

import mlweekly
from bench.made_up import made_up_paper, made_up_series
from bench.timing import compare, seconds
from mlweekly import Issue, LinkSet, Paper, Series, Text

BOUND = 1.0
FACTOR = 100
# Quadratic would be FACTOR times FACTOR; short inputs are done in so little time that noise counts as much as work.
GROWTH, NOISE = 3.0 * FACTOR, 0.15
PAPERS, CHARACTERS = 20, 1000
UNITS = (
    *(
        "A model reads 1.5B tokens – and tells how sure it is of each “step”. ",
        "モデルは15億のトークンを読みます。",
        "word ",
    ),
    *(
        "``thinking'' ",
        '"',
        "``",
        "`",
        "(",
        ")",
        "[",
        "](",
        "[a](http://b) ",
        "https://a.b/c,",
        "<think>",
        "<!-- ",
        "&lt;",
    ),
    *("1) ", "(4) ", "- ", "* ", "**", "__", "~", "$", "\\", "\\(", "{", " ", "  ", "\u00a0", "\u2011", "\n", "\n\n"),
    *("1", "1,", "1.", "十", "億", "만", "one ", "twenty-", "GPT-4 ", "DAT", "Unity ", "AB ", "é", "e\u0301", "\ufffd"),
)


def run(text: str, rounds: int) -> bool:
    """
    Compare the two on one document, then let papers and texts grow; tell whether all is within the bounds.
    """
    peer = MarkdownIt("commonmark").enable("table")
    return all(
        [
            compare(
                "validate a series",
                {
                    "mlweekly": lambda: validation_of(text),
                    "markdown-it-py": lambda: seconds(lambda: peer.parse(text)),
                },
                BOUND,
                rounds,
            ),
            grows_with_papers(),
            grows_with_text(),
        ]
    )


def validation_of(text: str) -> float:
    """
    Return how long the validation of a text takes that was read just now, so that no link is known from before.
    """
    document = mlweekly.markdown.parse(text)
    return seconds(lambda: mlweekly.validate(document))


def grows_with_papers() -> bool:
    """
    Tell whether a hundred times as many papers, in one issue or in many, take a hundred times as long.
    """
    return all(
        [
            is_linear("papers of an issue", lambda factor: Series([issue_of(PAPERS * factor)])),
            is_linear("issues of a series", lambda factor: Series(made_up_series().issues[:2] * factor)),
        ]
    )


def grows_with_text() -> bool:
    """
    Tell whether a summary and its translation a hundred times as long take a hundred times as long, whatever they hold.
    """
    growths = [is_linear(f"text of {unit!r}", lambda factor, unit=unit: translated(unit, factor)) for unit in UNITS]
    print(f"growth of validation: {len(UNITS)} texts, {growths.count(False)} of them more than linear")
    return all(growths)


def is_linear(title: str, subject: Callable[[int], Series]) -> bool:
    """
    Tell whether the time grows with the size, and print it where it grows more.
    """
    short = min(seconds(lambda: mlweekly.validate(subject(1))) for _ in range(3))
    made = subject(FACTOR)
    long = seconds(lambda: mlweekly.validate(made))
    if long > NOISE and long > GROWTH * short:
        long = min(seconds(lambda: mlweekly.validate(made)) for _ in range(2))
    if long <= NOISE or long <= GROWTH * short:
        return True
    print(f"growth of validation: {title}: {short:.4f} s, {FACTOR} times as much {long:.2f} s, more than linear")
    return False


def issue_of(count: int) -> Issue:
    """
    Return an issue of so many papers.
    """
    return Issue(title="Papers", language="en", papers=map(made_up_paper, range(1, count + 1)))


def translated(unit: str, factor: int) -> Series:
    """
    Return a series of one paper, whose summary and its translation repeat a piece of text.
    """
    text = "x " + unit * (CHARACTERS * factor // len(unit)) + " x"
    summary = Text(text, language="en", translations={"ja": text.replace("x", "あ")})
    return Series(
        [Issue(title="Papers", papers=[Paper(rank=1, title=Text("Moshi"), summary=summary, links=LinkSet())])]
    )
