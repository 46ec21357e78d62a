"""
Where the fields of a document are.
"""

from __future__ import annotations

from collections.abc import Sequence

from mlweekly.document import Document, Span

__all__ = ["fields_of"]


def fields_of(document: Document) -> Sequence[tuple[str, Span]]:
    """
    Return the pointer and the span of each field, and of each part of one, that the text prints.
    """
    return [
        (pointer + part, Span(start, end))
        for pointer, parts, spans in document.places
        for part, (start, end) in zip(parts, spans, strict=True)
        if start < end
    ]
