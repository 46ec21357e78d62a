"""
The algebra of what the rules about texts mend.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mlweekly import Abstract, Issue, Paper, Text, validate

RULES = ("X401", "X404", "X405", "X406", "X407", "X408", "X409")
PIECES = st.sampled_from(
    [
        *(
            "(",
            ")",
            "[",
            "]",
            "（",
            "」",
            "{",
            "}",
            "1)",
            "a)",
            ":)",
            "``",
            "''",
            "`",
            '"',
            "\\",
            "$",
            "\\alpha",
            "\\'e",
        ),
        *(
            "<",
            ">",
            "<think>",
            "</b>",
            "<b>",
            "<br>",
            "br>",
            "<!--",
            "-->",
            "&lt;",
            "*",
            "_",
            "|",
            "●",
            ".",
            "。",
            ",",
            " ",
        ),
        *("\n\n", "a", "o", "word", "and", "は", "는", "é", "e\u0301", "\u1100\u1161", "\u212b", "\ufa19", "Ã©", "â€™"),
        *("\u200b", "\u200d", "\ufeff", "\u00ad", "\u2028", "\x85", "\x00", "\ufffd", "縺ｧ縺", "👩", "💻", "\\emph{x}"),
    ]
)
WORDS = st.lists(PIECES, min_size=1, max_size=12).map("".join).filter(lambda words: bool(words.strip()))


@st.composite
def issues(draw: st.DrawFn) -> Issue:
    """
    Return an issue whose texts are made of what the rules look for.
    """
    papers = [
        Paper(
            rank=rank,
            title=Text(draw(WORDS)),
            summary=draw(st.none() | st.builds(Text, WORDS, translations=st.fixed_dictionaries({"ja": WORDS}))),
            abstract=draw(st.none() | st.builds(Abstract, WORDS)),
        )
        for rank in range(1, draw(st.integers(1, 3)))
    ]
    return Issue(title=draw(WORDS), lead=draw(st.lists(WORDS, max_size=2)), comments=[draw(WORDS)], papers=papers)


@given(issues())
def test_fixes_leave_nothing_to_fix(issue: Issue) -> None:
    """
    One rule at a time: what it mended it finds no more, and there is nothing more for it to mend.
    """
    for code in RULES:
        fixed = validate(issue, select=code).fix(unsafe=True)

        assert [str(finding) for finding in validate(fixed, select=code).findings if finding.fix] == []


@given(issues())
def test_safe_fixes_bring_up_no_damage_and_no_notation(issue: Issue) -> None:
    """
    A text does not gain residue of TeX, damaged characters or open brackets by what is safe.
    """
    report = validate(issue, select=RULES)
    codes = ("X404", "X405", "X406")
    before = [finding.code for finding in report.findings if finding.code in codes]
    after = [finding.code for finding in validate(report.fix(), select=codes).findings]

    assert len(after) <= len(before)
