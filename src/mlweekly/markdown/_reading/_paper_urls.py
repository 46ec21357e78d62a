"""
URLs in a text that is not read yet, and which of them are those of papers.
"""

from __future__ import annotations

import re
from typing import Final

from mlweekly._expressions import expression
from mlweekly.errors import ModelError
from mlweekly.model import Link

__all__ = ["BARE_URL", "URL", "is_of_paper"]

URL: Final = expression(r"https?://[^\s()<>\[\]\"|]{4,2000}", re.IGNORECASE)
"""
A URL up to the bracket, the bar or the space behind it.
"""
BARE_URL: Final = rf"(?:<https?://[^\s<>]{{4,2000}}>|{URL.pattern})"
"""
A URL without a label, alone or between angle brackets.
"""


def is_of_paper(url: str) -> bool:
    """
    Return whether a URL as it is found in a text, refused ones included, is that of a paper.
    """
    try:
        return Link(url.rstrip(".,;:!?'")).kind == "paper"
    except ModelError:
        return False
