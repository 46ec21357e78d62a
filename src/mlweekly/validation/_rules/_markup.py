"""
The rule about markup that acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.changes import Operation, Patch, Rewritten
from mlweekly.errors import pointer_to
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._analysis._prose import outside_code, prose_of, with_pieces
from mlweekly.validation._context import Context, SeriesContext
from mlweekly.validation._finding import Facts, Fix, Violation

__all__ = ["unsafe_html"]

_MAY_BE_TAG = expression(r"<(?!br\b|think|/think)/?[A-Za-z]")
_SCHEMES = r"(?:javascript|vbscript|livescript)[ \t]*:|data[ \t]*:[ \t]*text/html"
_ACTS = expression(
    r"(?P<tag><(?=/?(?:script|iframe|frameset|frame|object|embed|applet)(?![\w-])"
    r"|style>[^<>]{0,2000}</style>|form>[^<>]{0,2000}<(?:input|button|select)"
    r"|(?:base|meta|link|form|style|svg|math)(?=[\s/][^<>]{0,500}=)"
    r"|[a-z][\w:-]{0,30}[\s/](?:[^<>]{0,2000}?[\s\"'/])?on[a-z]{3,24}[ \t]*="
    rf"|(?:[a-z][^<>]{{0,500}}?)?(?:{_SCHEMES})))"
    rf"|(?P<link>\[)(?=[^\[\]]{{0,300}}\]\([ \t]*<?[ \t]*(?:{_SCHEMES}))",
    re.IGNORECASE,
)
_MAY_BE_LINK = expression(rf"\]\([ \t]*<?[ \t]*(?:{_SCHEMES})", re.IGNORECASE)
_WORDS = expression(r"[^\s>)]{1,40}")
_TAG = expression(r"(?<!\\)<(?P<closing>/?)(?P<name>[A-Za-z][\w:-]{0,30})")


def unsafe_html(context: SeriesContext) -> Iterator[Violation]:
    r"""
    No text holds markup that acts: a script, a frame, an event handler, a link that runs code.

    Texts are inline Markdown, so a tag in them is live wherever a site does not strip it. Code, and what is escaped, is
    excused; so are tags that do nothing, of which X408 speaks. A title is judged as the text writes it. Judged is what
    is around the issues, too.

    Why it matters: on a page that shows the text, the code of a stranger runs with the rights of the reader.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens <script>alert(1)</script> and speaks | [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens `<script>` and speaks | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: safe. The tag and its end, or the bracket of the link, are escaped, so that they are shown and do nothing.
    Counted: 0 in all documents.
    """
    for member, paragraphs in (("lead", context.series.lead), ("foot", context.series.foot)):
        for index, text in enumerate(paragraphs):
            pointer = pointer_to(member, index)
            passage = Passage(pointer, text, None, "lead", None, pointer)
            yield from _in_text(passage, f"the {member} of the series")
    for issue in context.issues:
        pointer = pointer_to("issues", issue.index)
        for violation in _in_issue(issue):
            fix = violation.fix and Fix(Patch(each.under(pointer) for each in violation.fix.patch), safe=True)
            paper = violation.pointer.split("/")[2] if violation.pointer.startswith("/papers/") else None
            owner = issue.identity if paper is None else issue.papers[int(paper)].identity
            parts = (owner, *violation.identity_parts)
            yield evolve(violation, pointer=pointer + violation.pointer, identity_parts=parts, fix=fix)


def _in_issue(issue: Context) -> Iterator[Violation]:
    for passage in issue.all_passages:
        if passage.is_markdown:
            yield from _in_text(passage)
    for passage in issue.passages if issue.text else ():
        if not passage.is_markdown:
            pointer = passage.operation_pointer or "/title"
            source = issue.source(pointer)
            found = _acting(source)
            if found:
                form = Rewritten(pointer, before=source, after=_escaped(source, found))
                yield _violation(passage, passage.name, "title", source, found, form, passage.field)


def _in_text(passage: Passage, name: str | None = None) -> Iterator[Violation]:
    found = _acting(passage.text)
    if found:
        operation = passage.reworded(_escaped(passage.text, found))
        parts = passage.field, passage.language or ""
        yield _violation(passage, name or passage.name, "text", passage.text, found, operation, *parts)


def _violation(
    passage: Passage, name: str, shown: str, text: str, found: list[int], operation: Operation, *parts: str
) -> Violation:
    """
    Return the violation of a text in which something acts.

    Args:
        passage: The text.
        name: What the message calls it.
        shown: What a page shows of it: a text, or a title.
        text: The words as they are written.
        found: Where something acts.
        operation: What escapes it.
        parts: What tells the text from others of its paper.
    """
    words = tuple(match[0] if (match := _WORDS.match(text, offset)) else text[offset] for offset in found)
    listed = ", ".join(f'"{each}"' for each in words[:3]) + (" …" if len(words) > 3 else "")
    message = f"{name}: {listed} acts where the {shown} is shown"
    evidence: Facts = {"found": words}
    return Violation(passage.pointer, message, evidence, (*parts, *words), fix=Fix(Patch([operation]), safe=True))


def _acting(text: str) -> list[int]:
    """
    Return where something acts: the brackets that open it, outside code and not escaped.
    """
    if ("<" not in text or _MAY_BE_TAG.search(text) is None) and (
        "](" not in text or _MAY_BE_LINK.search(text) is None
    ):
        return []
    return [match.start() for match in outside_code(_ACTS, text) if not _is_escaped(text, match.start())]


def _is_escaped(text: str, place: int) -> bool:
    before = text[max(0, place - 60) : place]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _escaped(text: str, offsets: list[int]) -> str:
    """
    Return a text with a backslash before each of the offsets, and before the end of an element that begins at one.
    """
    return with_pieces(text, ((offset, offset, "\\") for offset in {*offsets, *_ends_of(text, offsets)}))


def _ends_of(text: str, places: Iterable[int]) -> Iterator[int]:
    """
    Yield where the elements end that begin at the places: an end that is left alone would be the next thing to mend.
    """
    acting, prose = frozenset(places), prose_of(text)
    opened: dict[str, list[int]] = {}
    for match in _TAG.finditer(prose):
        name = match["name"].lower()
        if not match["closing"]:
            opened.setdefault(name, []).append(match.start())
        elif opened.get(name) and opened[name].pop() in acting:
            yield match.start()
