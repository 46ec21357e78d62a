"""
How the time of reading grows with the length of a text that is made to be slow.
"""

from __future__ import annotations

import mlweekly
from bench.timing import seconds

SHORT, FACTOR = 20_000, 4
# Quadratic would be 16; short texts are read in so little time that noise counts as much as work.
BOUND, NOISE = 8.0, 0.15
UNITS = (
    *("|", "| 1) ", "| ", "| 1) **x** - y | [P](http://a) |\n", "|\n", "1) x  ", "1) x - ", "** ", "**", "__ "),
    *("[", "](", "[a](", "[a](http://x", "[a](http://x) ", "[a][b]", "[[", "((", "(([a](http://x)", "(http", "! ["),
    *("http://a/", "https://a.b/(", "https://a.b/c,", "Paper (http", "x ,", "**1). x** (", "1). ", "- [", "\\["),
    *("> ", "> 论文: [", "# ", "#", "- ", "* * ", "```\n", "<!-- mlweekly: ", "<!-- mlweekly: {\n", "## x\n", "a / "),
    *("論文紹介\n", "## x\n### 論文紹介\n", "## Jan 1-2\n", "[2024/09/16 ~ 09/22] ", "- [a](#b)\n", "件のコメント"),
    *("\\", "\\|", "&#", " ", "\t", "\n"),
)


def run() -> bool:
    """
    Read each text in every dialect, print those whose time grows more than their length, and tell whether none does.
    """
    slow = 0
    for dialect in (None, *mlweekly.markdown.DIALECTS):
        for unit in UNITS:
            short, long = (f"{unit * (length // len(unit))}x" for length in (SHORT, SHORT * FACTOR))
            before = seconds(lambda: mlweekly.markdown.parse(short, dialect=dialect))  # noqa: B023 # called at once
            after = seconds(lambda: mlweekly.markdown.parse(long, dialect=dialect))  # noqa: B023 # called at once
            if after > NOISE and after > BOUND * before:
                slow += 1
                print(f"growth: {unit!r} as {dialect}: {before:.3f} s, {FACTOR} times as much text {after:.3f} s")
    count = len(UNITS) * (1 + len(mlweekly.markdown.DIALECTS))
    print(f"growth: {count} texts, {slow} of them more than linear")
    return slow == 0
