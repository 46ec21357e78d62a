r"""
The escapes of bodies in a post, a bijection between any text and lines that open no Markdown block.

A line that would open a heading, a quote, a table, a rule, a fence, HTML or a link definition gets one backslash more
than it has; white space that a reader of posts would drop is written as a character reference, `&#32;`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mlweekly._expressions import expression
from mlweekly.markdown._html_blocks import HTML_TAG

__all__ = ["body_paragraphs", "decode_body", "encode_body", "encode_line"]

# A line of marks alone: a rule, the underline of a heading, the delimiter row of a table, a bullet without words.
_MARKS = r"\\*[-*_=+•:|][-*_=+•:| \t]*$"
_OPENS = (
    r"\\*(?:#|>|\||```|~~~|<!|<\?|<(?:script|pre|style|textarea)(?![a-z0-9])|\[[^\[\]]{0,1000}\]:"
    rf"|[-*_=+•:|][-*_=+•:| \t]*$|{HTML_TAG.pattern})"
)
# What opens a block opens it in an item of a list too.
_ITEMS = r"(?:[ \t]*+(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]))*+[ \t]*+"
_TO_ESCAPE = expression(rf"([ \t]*+(?={_MARKS})|{_ITEMS}(?={_OPENS}))", re.IGNORECASE)
_ESCAPED = expression(rf"([ \t]*+(?=\\{_MARKS})|{_ITEMS}(?=\\{_OPENS}))\\", re.IGNORECASE)

_BLANKS = (*range(9, 14), *range(28, 33), 133, 160, 5760, *range(8192, 8203), 8232, 8233, 8239, 8287, 12288)
# What is not seen before the marks of a heading: a reader takes it for one all the same.
_UNSEEN = (173, *range(8203, 8206), 8288, 65279)
_UNSEEN_HEADING = expression(r"[ \t]*+([\u00ad\u200b-\u200d\u2060\ufeff])[\u00ad\u200b-\u200d\u2060\ufeff]*+#")
_REFERENCE = expression(rf"&#({'|'.join(map(str, (38, *_BLANKS, *_UNSEEN)))});")
_LITERAL = expression(rf"&(?=#(?:{'|'.join(map(str, (38, *_BLANKS, *_UNSEEN)))});)")
_RUN = expression(r"\n+")


def encode_body(body: str, *, paragraphs: bool = True, each_stripped: bool = False) -> list[str]:
    """
    Return a body as lines that open nothing in a post; `decode_body` undoes it.

    Args:
        body: Any text.
        paragraphs: Whether one blank line may be between the lines; else each line has something on it.
        each_stripped: Whether a reader drops the white space around each line, or only around all of them.
    """
    body = _LITERAL.sub("&#38;", body).replace("\r", "&#13;")
    core = body.strip("\n")
    blank_lines = 1 if paragraphs else 0

    def run(match: re.Match[str]) -> str:
        kept = min(len(match[0]), 1 + blank_lines)
        return "&#10;" * (len(match[0]) - kept) + "\n" * kept

    before = len(body) - len(body.lstrip("\n")) if core else len(body)
    after = len(body) - before - len(core)
    lines = ("&#10;" * before + _RUN.sub(run, core) + "&#10;" * after).split("\n")
    last = len(lines) - 1
    return [
        _guarded(line, is_first=each_stripped or index == 0, is_last=each_stripped or index == last)
        for index, line in enumerate(lines)
    ]


def body_paragraphs(body: str) -> tuple[str, ...]:
    """
    Return the paragraphs that a reader finds in the lines of a body.
    """
    # One line comes back as it is.
    if body and "\n" not in body:
        return (body,)
    groups: list[list[str]] = [[]]
    for line in encode_body(body):
        if line:
            groups[-1].append(line)
        else:
            groups.append([])
    return tuple(decode_body(group) for group in groups)


def encode_line(body: str) -> str:
    """
    Return a body as one line that opens nothing; `decode_body` undoes it.
    """
    body = _LITERAL.sub("&#38;", body).replace("\r", "&#13;").replace("\n", "&#10;")
    return _guarded(body, is_first=True, is_last=True)


def _guarded(line: str, *, is_first: bool, is_last: bool) -> str:
    if line and (line.isspace() or (is_first and line[0].isspace())):
        line = f"&#{ord(line[0])};{line[1:]}"
    if is_last and line and line[-1].isspace():
        line = f"{line[:-1]}&#{ord(line[-1])};"
    unseen = _UNSEEN_HEADING.match(line)
    if unseen is not None:
        return f"{line[: unseen.start(1)]}&#{ord(unseen[1])};{line[unseen.end(1) :]}"
    return _TO_ESCAPE.sub(r"\1\\", line, count=1) if _TO_ESCAPE.match(line) else line


def decode_body(lines: Iterable[str]) -> str:
    """
    Return the body that these lines hold.
    """
    body = "\n".join(_ESCAPED.sub(r"\1", line, count=1) if _ESCAPED.match(line) else line for line in lines)
    return _REFERENCE.sub(lambda match: chr(int(match[1])), body) if "&#" in body else body
