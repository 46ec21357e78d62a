"""
Suppressions in a text, such as `<!-- mlweekly: ignore L206 because the post is the announcement -->`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from mlweekly._expressions import expression
from mlweekly.changes import Operation, Rewritten
from mlweekly.document import DIRECTIVE, Document, Span
from mlweekly.errors import pointer_to
from mlweekly.model import Series
from mlweekly.validation._analysis._fields import fields_of
from mlweekly.validation._analysis._passages import Passage, asides_of, passages_of
from mlweekly.validation._settings import Suppression

__all__ = ["Comment", "comments_in", "removals"]

_BECAUSE = expression(r"(?<![\w-])because(?![\w-])[ \t:]*", re.IGNORECASE)
_BETWEEN_CODES = expression(r"[\s,;:]+")
_REGION = expression(r"/issues/[0-9]+(?:/papers/[0-9]+)?(?=/|$)")
_LINE_END = expression(r"\r\n?|\n")
_REST_OF_LINE = expression(r"[ \t]*(?P<end>\r\n?|\n)?")
_BLANK_LINE_AT_END = expression(r"(\r\n|\r(?!\n)|\n)(?:\r\n|\r|\n)\Z")
_HINT = "mlweekly:"


@frozen(eq=False, repr=False)
class Comment:
    """
    A comment that suppresses findings.

    Attributes:
        text: The whole comment, as written.
        suppression: What it suppresses, and where: in its paper, its issue, or the whole.
        span: Where it is in the text; None where there is no text.
        passage: The text of the series that holds it; None where it is around the fields.
    """

    text: str
    suppression: Suppression
    span: Span | None = None
    passage: Passage | None = None

    @property
    def pointer(self) -> str:
        """
        The text of the series that holds it, or else what it covers.
        """
        return self.suppression.where if self.passage is None else self.passage.pointer


def suppression_of(words: str, where: str) -> Suppression:
    """
    Return what a comment says behind `ignore`.

    >>> suppression_of(" L206, L219 because the post is the announcement ", "/issues/0")
    Suppression(codes=('L206', 'L219'), because='the post is the announcement', where='/issues/0')
    """
    because = _BECAUSE.search(words)
    codes, reason = (words, "") if because is None else (words[: because.start()], words[because.end() :])
    return Suppression([code for code in _BETWEEN_CODES.split(codes) if code], reason.strip(), where)


def comments_in(series: Series, document: Document | None) -> tuple[Comment, ...]:
    """
    Return the comments of a document, or, where there is none, of the passages of a series.
    """
    if document is not None and _HINT not in document.text:
        return ()
    passages = list(_passages_with_hints(series))
    if document is None:
        return tuple(
            Comment(match[0], suppression_of(match[1], _region(passage.pointer)), None, passage)
            for passage in passages
            for match in DIRECTIVE.finditer(passage.text)
        )
    return tuple(_in_text(document, passages))


def _passages_with_hints(series: Series) -> Iterator[Passage]:
    for name, paragraphs in (("lead", series.lead), ("foot", series.foot)):
        for index, words in enumerate(paragraphs):
            pointer = pointer_to(name, index)
            if _HINT in words:
                yield Passage(pointer, words, None, "lead", None, pointer)
    for index, issue in enumerate(series.issues):
        prefix = pointer_to("issues", index)
        for each in (*passages_of(issue), *asides_of(issue)):
            if _HINT in each.text:
                yield evolve(each, pointer=prefix + each.pointer, operation_pointer=prefix + each.operation_pointer)


def _region(pointer: str) -> str:
    """
    Return the paper around a field, or else its issue, or else the whole.
    """
    match = _REGION.match(pointer)
    return "" if match is None else match[0]


def _in_text(document: Document, passages: Iterable[Passage]) -> Iterator[Comment]:
    edges = _region_edges(document)
    fields: dict[str, tuple[Span, list[Passage]]] = {}
    for passage in passages:
        span = document.span(passage.pointer)
        if span is not None:
            known, of_field = fields.setdefault(passage.operation_pointer, (span, []))
            fields[passage.operation_pointer] = Span(min(known.start, span.start), max(known.end, span.end)), of_field
            of_field.append(passage)
    held = sorted(fields.values(), key=lambda each: each[0])
    starts = [span.start for span, _ in held]
    for match in DIRECTIVE.finditer(document.text):
        edge, place = bisect_right(edges, (match.start(), 3)), bisect_right(starts, match.start())
        span, of_field = held[place - 1] if place else (Span(0, 0), [])
        holders = [each for each in of_field if match.start() < span.end and match[0] in each.text]
        suppression = suppression_of(match[1], edges[edge - 1][2] if edge else "")
        yield Comment(match[0], suppression, Span(*match.span()), next(iter(holders), None))


def _region_edges(document: Document) -> list[tuple[int, int, str]]:
    """
    Return from which offset on the text is about which paper or issue, beside a number that orders equal offsets.

    The lines of a paper end before the next one, those of the last paper of an issue with its last line.
    """
    spans: dict[str, Span] = {}
    for pointer, span in fields_of(document):
        region = _region(pointer)
        if region:
            known = spans.get(region, span)
            spans[region] = Span(min(span.start, known.start), max(span.end, known.end))
    edges: list[tuple[int, int, str]] = []
    last_lines: dict[str, int] = {}
    for region, (start, end) in spans.items():
        issue = region.partition("/papers/")[0]
        line_start = start - document.position(start).column + 1
        edges.append((line_start, 1 if region == issue else 2, region))
        if region != issue:
            last_lines[issue] = max(last_lines.get(issue, 0), _line_end(document.text, end))
    return sorted([*edges, *((end, 0, issue) for issue, end in last_lines.items())])


def _line_end(text: str, offset: int) -> int:
    end = _LINE_END.search(text, offset)
    return len(text) if end is None else end.end()


def removals(document: Document | None, shorter: Mapping[Comment, str]) -> dict[Comment, Operation | None]:
    """
    Return what takes comments, or some of their codes, out of their texts: one operation for all in the same text.

    Args:
        document: The document, if there is one.
        shorter: What shall be in the place of each comment that has to change.
    """
    fields = () if document is None else fields_of(document)
    ends = sorted((span.end, pointer) for pointer, span in fields)
    starts = sorted((span.start, pointer) for pointer, span in fields)
    groups: dict[object, list[Comment]] = {}
    for comment in shorter:
        place: object = comment.passage and (comment.passage.operation_pointer, comment.passage.text)
        if comment.span is not None and place is None:
            place = bisect_left(ends, (comment.span.start + 1,)), bisect_left(starts, (comment.span.end,))
        groups.setdefault(place, []).append(comment)
    found: dict[Comment, Operation | None] = {}
    for comments in groups.values():
        changes = {comment: shorter[comment] for comment in comments}
        passage = comments[0].passage
        if passage is not None:
            operation = _reworded(passage, changes)
        else:
            operation = None if document is None else _rewritten(document, changes, ends, starts)
        found |= dict.fromkeys(comments, operation)
    return found


def _reworded(passage: Passage, shorter: Mapping[Comment, str]) -> Operation | None:
    words = {comment.text: each for comment, each in shorter.items()}
    places = (match for match in DIRECTIVE.finditer(passage.text) if match[0] in words)
    after = _edited(passage.text, ((*match.span(), words[match[0]]) for match in places))
    return passage.reworded(after) if after.strip() else None


def _rewritten(
    document: Document, shorter: Mapping[Comment, str], ends: list[tuple[int, str]], starts: list[tuple[int, str]]
) -> Operation | None:
    """
    Return the change of form of everything between the fields around comments, so that it touches a field.
    """
    text = document.text
    spans = [(span.start, span.end, words) for each, words in shorter.items() if (span := each.span) is not None]
    left, right = bisect_left(ends, (spans[0][0] + 1,)), bisect_left(starts, (spans[0][1],))
    start, pointer = ends[left - 1] if left else (0, "")
    end, next_pointer = starts[right] if right < len(starts) else (len(text), "")
    opens_line = text[max(0, start - 1) : start] in ("", "\n", "\r")
    after = _edited(text[start:end], ((a - start, b - start, words) for a, b, words in spans), opens_line=opens_line)
    pointer = pointer or next_pointer
    return Rewritten(pointer, before=text[start:end], after=after) if pointer else None


def _edited(text: str, changes: Iterable[tuple[int, int, str]], *, opens_line: bool = True) -> str:
    """
    Return a text with other words in some places, or, where there are none, without the spaces and the line around.

    Args:
        text: The text.
        changes: Start, end and new words of each place, in order.
        opens_line: Whether the text begins at the start of a line.
    """
    parts: list[str] = []
    done = 0
    for start, end, words in changes:
        parts += (text[done:start], words)
        done = end
        if words:
            continue
        while parts and not parts[-1].rstrip(" \t"):
            parts.pop()
        if parts:
            parts[-1] = parts[-1].rstrip(" \t")
        if not (parts[-1].endswith(("\n", "\r")) if parts else opens_line):
            continue
        rest = next(_REST_OF_LINE.finditer(text, end))
        done = rest.end()
        ends_in_blank_line = not parts or _BLANK_LINE_AT_END.search("".join(parts[-4:])[-4:]) is not None
        if done < len(text):
            following = _LINE_END.match(text, done) if rest["end"] and ends_in_blank_line else None
            done = done if following is None else following.end()
        elif parts:
            parts = ["".join(parts)]
            parts[0] = _BLANK_LINE_AT_END.sub(r"\1", parts[0])
    return "".join((*parts, text[done:]))
