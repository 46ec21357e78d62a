"""
The page of a rule: its docstring, part by part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlweekly._display import Block, Code, Heading, Page, Paragraph, Run
from mlweekly._expressions import expression
from mlweekly.validation._documentation import Documentation
from mlweekly.validation._finding import Severity

__all__ = ["rule_page"]

_CODE = expression(r"(`+)(.+?)\1", re.DOTALL)


def rule_page(documentation: Documentation, code: str, name: str, severity: Severity) -> Page:
    """
    Return the page of the rule that says this of itself.
    """
    blocks: list[Block] = [
        Paragraph(_prose(documentation.promise)),
        Paragraph((Run(f"Severity: {severity}", "quiet"),)),
    ]
    blocks += (Paragraph(_prose(each)) for each in documentation.details.split("\n\n") if each)
    settings = f"`Settings({documentation.settings})`" if documentation.settings else ""
    for heading, text in (("Why it matters", documentation.why), ("Settings of the examples", settings)):
        blocks += _section(heading, Paragraph(_prose(text))) if text else ()
    for heading, text in (("Bad", documentation.bad), ("Good", documentation.good), ("Beside", documentation.beside)):
        blocks += _section(heading, Code(text)) if text else ()
    for heading, text in (("Fix", documentation.fix), ("Counted on real documents", documentation.counted)):
        blocks += _section(heading, Paragraph(_prose(text))) if text else ()
    return Page((Run(f"{code} {name}"),), blocks)


def _section(heading: str, block: Block) -> tuple[Block, ...]:
    return Heading((Run(heading),), 3), block


def _prose(text: str) -> Iterator[Run]:
    """
    Yield a text of a docstring with what is in backticks as code.
    """
    end = 0
    for found in _CODE.finditer(text):
        yield Run(text[end : found.start()])
        yield Run(found[2].strip(), "code")
        end = found.end()
    yield Run(text[end:])
