"""
A week before and after its correction, for tests of what a person is shown.
"""

from __future__ import annotations

from datetime import date

from attrs import evolve

from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Text

__all__ = ["AFTER", "BEFORE", "titled"]

_MOSHI = Paper(
    rank=1,
    title=Text("Moshi", translations={"ja": "モシ"}),
    summary=Text("A speech model of 7B words.", translations={"ja": "70億の単語で学習しました"}),
    links=LinkSet([Link("https://x.com/kyutai_labs/status/1836427396959932492", "Tweet")]),
)
_THOUGHT = Paper(rank=2, title=Text("On the Diagram of Thought"))
_CODER = Paper(rank=3, title=Text("Qwen2.5-Coder"), links=LinkSet([Link("https://arxiv.org/abs/2409.12186", "Paper")]))

BEFORE = Issue(
    title="Papers of the Week (June 10 - June 16)",
    period=DateRange(date(2024, 6, 10), date(2024, 6, 16)),
    language="ja",
    source="https://discuss.example.org/t/1?a=1&b=2",
    lead=("Ten papers.",),
    papers=(_MOSHI, _THOUGHT, _CODER),
)
AFTER = evolve(
    BEFORE,
    title="Papers of the Week (September 16 - September 22)",
    period=DateRange(date(2024, 9, 16), date(2024, 9, 22)),
    papers=(
        evolve(_CODER, rank=1),
        evolve(
            _MOSHI,
            rank=2,
            summary=Text("A speech model of 7B words.", translations={"ja": "700億の単語で学習しました"}),
            links=LinkSet([Link("https://arxiv.org/abs/2410.00037", "Paper"), *_MOSHI.links]),
        ),
        evolve(_THOUGHT, rank=3),
    ),
)


def titled(text: str) -> Issue:
    """
    Return an issue that says a text wherever it can.
    """
    paper = Paper(
        rank=1,
        title=Text(text, translations={"ja": text}),
        authors=(text,),
        summary=Text(text),
        links=LinkSet([Link("https://arxiv.org/abs/2410.00037", text)]),
    )
    return Issue(title=text, lead=(text,), notices=(text,), comments=(text,), papers=(paper,))
