"""
Suppressions that stand in a text: `<!-- mlweekly: ignore L206 because the post is the announcement -->`.

Lives here: finding them in a document or in passages, what they cover, and taking them out again.
Must not know: any rule; which findings are silenced.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import evolve, field, frozen

from mlweekly.changes import Operation, Rewritten
from mlweekly.document import DIRECTIVE, Document, Span
from mlweekly.errors import pointer_to
from mlweekly.model import Series
from mlweekly.validation._facts._passages import Passage, asides_of, passages_of
from mlweekly.validation._settings import Suppression

__all__ = ["Directive", "DirectiveTexts", "SuppressionUse", "directives_in", "suppression_of"]

_BECAUSE = re.compile(r"(?<![\w-])because(?![\w-])[ \t:]*", re.IGNORECASE)
_BETWEEN_CODES = re.compile(r"[\s,;:]+")
_IN_PAPER = re.compile(r"/issues/[0-9]+/papers/[0-9]+")
_IN_ISSUE = re.compile(r"/issues/[0-9]+")
_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LINE_AT_END = re.compile(r"(\r\n|\r|\n)(?:\r\n|\r|\n)\Z")
_LONGEST_BLANK = 4
_HINT = "mlweekly:"


@frozen
class Directive:
    """
    A comment that suppresses findings.

    Attributes:
        comment: The comment, as it is written.
        suppression: What it says; its `where` is a pointer from the series.
        span: Where it stands in the text, if there is one.
        passage: The passage that holds it, whose pointers start from the series; None where no field holds it.
    """

    comment: str
    suppression: Suppression
    span: Span | None = None
    passage: Passage | None = field(default=None, eq=False)


@frozen
class SuppressionUse:
    """
    A suppression, and the entries among its codes that silenced something.

    Attributes:
        suppression: The suppression.
        used: The entries.
        directive: The comment that says it; None for one of the settings.
    """

    suppression: Suppression
    used: frozenset[str]
    directive: Directive | None = None


def suppression_of(words: str, where: str) -> Suppression:
    """
    Return what a comment says behind `ignore`.

    >>> suppression_of(" L206, L219 because the post is the announcement ", "/issues/0")
    Suppression(codes=('L206', 'L219'), because='the post is the announcement', where='/issues/0')
    """
    because = _BECAUSE.search(words)
    codes, reason = (words, "") if because is None else (words[: because.start()], words[because.end() :])
    return Suppression([code for code in _BETWEEN_CODES.split(codes) if code], reason.strip(), where)


def directives_in(series: Series, document: Document | None) -> tuple[Directive, ...]:
    """
    Return the comments of a document, or, where there is none, of the passages of a series.
    """
    if document is not None and _HINT not in document.text:
        return ()
    passages = [passage for passage in _passages(series) if _HINT in passage.text]
    if document is None:
        return tuple(
            Directive(match[0], suppression_of(match[1], _region(passage.pointer)), None, passage)
            for passage in passages
            for match in DIRECTIVE.finditer(passage.text)
        )
    return tuple(_in_text(document, passages))


def _passages(series: Series) -> Iterator[Passage]:
    for name, paragraphs in (("lead", series.lead), ("foot", series.foot)):
        for index, words in enumerate(paragraphs):
            pointer = pointer_to(name, index)
            yield Passage(pointer, words, None, "lead", None, pointer)
    for index, issue in enumerate(series.issues):
        prefix = pointer_to("issues", index)
        for each in (*passages_of(issue), *asides_of(issue)):
            yield _under(prefix, each)


def _under(prefix: str, passage: Passage) -> Passage:
    return evolve(passage, pointer=prefix + passage.pointer, operation_pointer=prefix + passage.operation_pointer)


def _region(pointer: str) -> str:
    match = _IN_PAPER.match(pointer) or _IN_ISSUE.match(pointer)
    return "" if match is None else match[0]


def _in_text(document: Document, passages: Iterable[Passage]) -> Iterator[Directive]:
    regions = _Regions.of(document)
    held = [(span, passage) for passage in passages if (span := document.span(passage.pointer)) is not None]
    for match in DIRECTIVE.finditer(document.text):
        suppression = suppression_of(match[1], regions.around(match.start()))
        holders = (each for span, each in held if span.start <= match.start() < span.end and match[0] in each.text)
        yield Directive(match[0], suppression, Span(*match.span()), next(holders, None))


@frozen(eq=False)
class _Regions:
    """
    From which offset on the text is about which part of the series.
    """

    starts: list[int]
    pointers: list[str]

    @classmethod
    def of(cls, document: Document) -> _Regions:
        """
        Return the lines of each issue and each paper: a paper ends before the next one, the last with its last line.
        """
        spans: dict[str, Span] = {}
        for pointer, names, places in document.places:
            for name, (start, end) in zip(names, places, strict=True):
                region = _region(pointer + name)
                if region and start < end:
                    known = spans.get(region, Span(start, end))
                    spans[region] = Span(min(start, known.start), max(end, known.end))
        edges: list[tuple[int, int, str]] = []
        last_lines: dict[str, int] = {}
        for region, span in spans.items():
            issue = region.partition("/papers/")[0]
            edges.append((_line_start(document, span.start), 1 if region == issue else 2, region))
            if region != issue:
                last_lines[issue] = max(last_lines.get(issue, 0), _line_end(document, span.end))
        edges += [(end, 0, issue) for issue, end in last_lines.items()]
        edges.sort()
        return cls([start for start, _, _ in edges], [pointer for _, _, pointer in edges])

    def around(self, offset: int) -> str:
        """
        Return the paper in whose lines an offset stands, or else the issue, or else the whole.
        """
        index = bisect_right(self.starts, offset)
        return self.pointers[index - 1] if index else ""


def _line_start(document: Document, offset: int) -> int:
    return offset - document.position(offset).column + 1


def _line_end(document: Document, offset: int) -> int:
    end = _LINE_END.search(document.text, offset)
    return len(document.text) if end is None else end.end()


@frozen(eq=False)
class DirectiveTexts:
    """
    The texts that comments stand in.

    Attributes:
        document: The document, if there is one.
        shorter: For each comment that has codes to lose what shall stand in its place.
    """

    document: Document | None
    shorter: Mapping[Directive, str] = field(factory=dict[Directive, str])

    def without(self, directive: Directive) -> Operation | None:
        """
        Return what takes a comment, and every other beside it that has to change, out of its text.
        """
        if directive.passage is not None:
            return self._reworded(directive.passage)
        if self.document is None or directive.span is None:
            return None
        return self._rewritten(self.document, directive.span)

    def _reworded(self, passage: Passage) -> Operation | None:
        after = passage.text
        for directive, words in self.shorter.items():
            held = directive.passage
            if held is not None and held.operation_pointer == passage.operation_pointer and held.text == passage.text:
                start = after.find(directive.comment)
                after = _replaced(after, start, start + len(directive.comment), words) if start >= 0 else after
        return passage.reworded(after) if after.strip() else None

    def _rewritten(self, document: Document, span: Span) -> Operation | None:
        """
        Return the change of form of everything between the fields around a comment, so that it touches a field.
        """
        pointer, gap = self._gap(document, span)
        after = before = document.text[slice(*gap)]
        opens_line = document.text[max(0, gap.start - 1) : gap.start] in ("", "\n", "\r")
        for directive, words in self.shorter.items():
            if directive.passage is None and directive.span is not None and gap.start <= directive.span.start < gap.end:
                start = after.find(directive.comment)
                after = _replaced(after, start, start + len(directive.comment), words, opens_line=opens_line)
        return Rewritten(pointer, before=before, after=after) if pointer else None

    def _gap(self, document: Document, span: Span) -> tuple[str, Span]:
        """
        Return a field beside a place that no field holds, and the text between it and the next field.
        """
        ends, starts = self._edges
        left = bisect_right(ends, (span.start, "\U0010ffff"))
        right = bisect_right(starts, (span.end - 1, "\U0010ffff"))
        start = ends[left - 1][0] if left else 0
        end = starts[right][0] if right < len(starts) else len(document.text)
        pointer = ends[left - 1][1] if left else starts[right][1] if right < len(starts) else ""
        return pointer, Span(start, end)

    @cached_property
    def _edges(self) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
        fields = [
            (start, end, pointer + name)
            for pointer, names, spans in (() if self.document is None else self.document.places)
            for name, (start, end) in zip(names, spans, strict=True)
            if start < end
        ]
        return sorted((end, pointer) for _, end, pointer in fields), sorted(
            (start, pointer) for start, _, pointer in fields
        )


def _replaced(text: str, start: int, end: int, words: str, *, opens_line: bool = True) -> str:
    """
    Return a text with other words in a place, or, where there are none, without the blanks and the line around it.

    Args:
        text: The text.
        start: Where the place begins.
        end: Where it ends.
        words: The other words.
        opens_line: Whether the text begins at the start of a line.
    """
    if words:
        return text[:start] + words + text[end:]
    before, after = text[:start].rstrip(" \t"), text[end:]
    if not before.endswith(("\n", "\r")) and (before or not opens_line):
        return before + after
    after = after.lstrip(" \t")
    line_end = _LINE_END.match(after)
    if line_end is not None:
        after = after[line_end.end() :]
    elif after:
        return before + after
    if after and _ends_with_blank_line(before):
        blank = _LINE_END.match(after)
        return before + after[0 if blank is None else blank.end() :]
    return before + after if after else _BLANK_LINE_AT_END.sub(r"\1", before)


def _ends_with_blank_line(text: str) -> bool:
    return not text or _BLANK_LINE_AT_END.search(text[-_LONGEST_BLANK:]) is not None
