"""
What opens a block of HTML, by CommonMark 0.31, section 4.6.
"""

from __future__ import annotations

import re

from mlweekly._expressions import expression

__all__ = ["ENDS", "HTML_TAG"]

ENDS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (expression(r"<!--"), expression(r"-->")),
    (
        expression(r"<(?:script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE),
        expression(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    ),
    (expression(r"<\?"), expression(r"\?>")),
    (expression(r"<!\[CDATA\["), expression(r"\]\]>")),
    (expression(r"<![A-Za-z]"), expression(r">")),
)
"""
The openings of the first five kinds and their ends: such a block may hold blank lines, and goes on to its end.
"""

HTML_TAG = expression(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    r"|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu"
    r"|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr"
    r"|track|ul)(?=[\s>]|/>|$)"
    r"|(?:<[A-Za-z][A-Za-z0-9-]*+(?:\s++[A-Za-z_:][\w.:-]*+"
    r"(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?)*+\s*+/?>|</[A-Za-z][A-Za-z0-9-]*+\s*+>)[ \t]*$",
    re.IGNORECASE,
)
"""
A tag that opens a block of the sixth kind, or alone on its line one of the seventh, which ends at a blank line.
"""
