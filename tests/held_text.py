"""
What a reader must account for: every letter of a text is in a field, is frame, or is reported.

The notion of frame is the tests' own: it is written from the documents, and knows nothing of the reader.
"""

from __future__ import annotations

import re

from mlweekly.document import Document, Span

__all__ = ["unheld"]

LETTER = re.compile(r"[^\W_]")
LINE = re.compile(r"[^\r\n]+")
FRAME = re.compile(
    r"[\s|*_:-]*"
    r"(?:(?:Paper|Title|Links|Release Date|论文|链接|논문|링크)[\s|*_:-]*)+"
    r"|\([\w.-]+\)-?"
    r"|論文紹介|論文要旨\(Abstract\)|論文リンク|さらに読む|原文|[0-9]+件のコメント"
)
SOURCE = re.compile(r">\s*[^:]{1,20}:\s*\[\S+\]\(")
CONTAINERS = re.compile(r"(?:/issues/[0-9]+)?(?:/(?:papers|contents)/[0-9]+)?(?:/links/[0-9]+)?")


def unheld(document: Document) -> list[tuple[int, str]]:
    """
    Return line number and words of each part of a text that has letters, and is in no field, no frame and not unplaced.
    """
    pointers = {pointer + name for pointer, names, _ in document.places for name in names}
    spans = (document.span(pointer) for pointer in pointers if not CONTAINERS.fullmatch(pointer))
    fields = [span for span in spans if span is not None]
    held = sorted([*fields, *_reported(document, fields)])
    left: list[tuple[int, str]] = []
    for line in LINE.finditer(document.text):
        if FRAME.fullmatch(line[0].strip()):
            continue
        position = line.start()
        for start, end in [*held, Span(line.end(), line.end())]:
            gap = document.text[position : min(start, line.end())]
            if start > position and LETTER.search(gap) and not SOURCE.fullmatch(gap):
                left.append((document.position(position).line, gap))
            position = max(position, min(end, line.end()))
            if start >= line.end():
                break
    return left


def _reported(document: Document, fields: list[Span]) -> list[Span]:
    """
    Return where unplaced words stand: of the places in their line that have these words, the first that no field has.
    """
    starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", document.text))]
    spans: list[Span] = []
    for line, words in document.unplaced:
        taken = [*fields, *spans]
        start = document.text.index(words, starts[line - 1])
        while any(start < span.end and span.start < start + len(words) for span in taken):
            start = document.text.index(words, start + 1)
        spans.append(Span(start, start + len(words)))
    return spans
