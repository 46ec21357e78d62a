"""
The rules about what a reader could not read, or only with doubt: links without a target, bent links, lines left over.

Each piece that is left over is one finding of one of them, or of L213.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.changes import Patch, Rewritten
from mlweekly.document import Span
from mlweekly.errors import Problem
from mlweekly.identifiers import url_problem
from mlweekly.validation._analysis._addresses import impossible_address
from mlweekly.validation._analysis._leftovers import Leftover, is_of_page
from mlweekly.validation._analysis._prose import outside_code
from mlweekly.validation._context import Context, SeriesContext
from mlweekly.validation._finding import Facts, Fix, Violation

__all__ = ["link_target_empty", "unparsed_text", "url_malformed"]

_LINK = expression(
    r"!?\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\]){0,300})\]\s{0,8}(?:\((?P<target>.*)\)|\[(?P<other>[^\[\]]*)\])?",
    re.DOTALL,
)
_ORPHAN = expression(r"[^\[\]\n]{0,80}\]\s{0,8}\(.*\)", re.DOTALL)
_LABEL_IN_TEXT = r"(?<![!\\\]])\[(?=[^\[\]\n]*[^\W\d_])[^\[\]\n]{2,200}\]"
_EMPTY_IN_TEXT = expression(
    rf"{_LABEL_IN_TEXT}\((?:[ \t]*|x{{2,}}|\?+|to-?do|tb[acd]|url|link|#|\.{{3}}|…)\)", re.IGNORECASE
)
_BENT_IN_TEXT = expression(
    rf"{_LABEL_IN_TEXT}(?:\((?:(?!https?://\S)h\w{{0,3}}t\w{{0,4}}:?\s?/{{1,2}}|www\.|(?:[\w-]{{1,63}}\.){{1,4}}[a-z]{{2,6}}/)"
    r"[^()\n]{0,300}\)|(?:\(\(|[ \t]{1,4}\(|\[|\(\[[^\[\]\n]{1,80}\]\()<?https?://[^\s()\[\]<>]{1,300}[)\]>]{0,2})",
    re.IGNORECASE,
)
_URL_LIKE = expression(
    r"<?(?:[A-Za-z][A-Za-z.+-]{1,10}(?::{1,2}/{0,3}|//)|//|www\.)[^\s]+>?|(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,12}/\S*"
)
_IS_ADDRESS = expression(r"[A-Za-z]{2,12}:|//|www\.|[\w-]\.[A-Za-z]{2}|[/\\]")
_NO_ADDRESS = expression(
    r"(?i)[<\s]*(?:n/a|t/b/[acd]|https?:?/*|www\.|#\S*|\.{1,3}/?|/|x{2,}(?:[./]x{2,})*|(?:to-?do|tb[acd]|fixme)\b.*)[>\s]*"
)
# What a link on the same site, or an image of it, leads to.
_RELATIVE = expression(
    r"(?:\.{1,2}/|/(?!/))[^\s:]+|(?!(?i:h?t+ps?))[\w%-]+/(?!/)[^\s:]+"
    r"|[\w%-][\w.%-]*\.(?:md|html?|png|jpe?g|gif|svg|webp|pdf)"
)
_ANCHOR = expression(r"#\w[^\s#]+")
_SWAPPED = expression(r"\([^()\n]{1,80}\)\[[^\[\]\n]+\]|\[[^\[\]\n]{1,200}\]\s{0,4}[{（［【]")
_PATH = expression(r"(?=\S*[0-9])[\w.-]+(?:/[\w.?=&%-]+)+/?")
_REST = expression(r"(?=[^0-9]*[0-9])[\w./?=&%-]+")
_PLACEHOLDER = expression(r"(?i)x{2,}|to-?do|tb[acd]|fixme|n/a|none|\?+|#|\.{3}|…")
# A row, and before the next one a line that is neither a row nor a heading.
_MAY_BE_SEPARATED = expression(r"\n\|.*\n(?:(?![|#]).*\n)+(?=\|[ \t]*[(*]{0,4}[0-9])")
_CLOSING = expression(r"[)\]>]+")
_BEFORE_ON_LINE, _BEHIND_ON_LINE = expression(r"[ \t*-]*"), expression(r"[ \t\r]*(?:\n|\Z)")
_LONGEST_QUOTE = 60
# More than the end of a line and a mark at the end of the row.
_SHORTEST_GAP = 3


def url_malformed(context: SeriesContext) -> Iterator[Violation]:
    """
    Every link is written as one, and its URL is an address on the web.

    The rule finds what is in the place of a link and is no http or https address (a scheme misspelled or missing, a
    space inside, `javascript:`), a target without its label, and links whose brackets are doubled, separated, of the
    wrong kind or missing: the reader knows what is meant, other readers of Markdown do not. In texts, links of these
    kinds are found. Of the links that are read, those are found whose host cannot have a name such as it
    (`https://https://…`, `https://arxiv/…`), and two addresses that were pasted into one.

    Why it matters: the page shows brackets and raw text instead of a link, or a link that leads nowhere.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks, and answers at once | [Paper][https://arxiv.org/abs/2410.00037] |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks, and answers at once | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: safe where only the brackets are wrong: the link is written `[label](URL)`. Else none.
    Counted: 0 in 65 issues of one series; 35 in the states before and after 43 edits of it, all true.
    """
    for leftover, kind in _judged(context):
        if kind == "malformed":
            words = (
                "leads to no address on the web: correct it"
                if leftover.text.startswith("[")
                else "is not written as one: write [label](address)"
            )
            yield _of_leftover(context, leftover, f"the link {_quoted(leftover)} {words}")
    for each in context.issues:
        rests = {leftover.span.start: leftover for leftover in each.leftovers}
        for problem in each.doubts:
            if problem.kind == "link-bent" and (span := each.span(problem.pointer)) is not None:
                yield from _bent(each, problem, rests.get(span.end) or rests.get(span.end + 1))
        yield from _impossible(each)
    yield from _in_texts(context, _BENT_IN_TEXT, "leads nowhere as it is written: correct it")


def link_target_empty(context: SeriesContext) -> Iterator[Violation]:
    """
    Every link has a target: no `[Tweet]()`, no `[Paper](xxx)`, no label in brackets alone.

    The rule finds what the reader left over because it has the form of a link, and no address, and such links inside
    texts. A target that is an address, and a wrong one, is found by L215.

    Why it matters: the link that readers look for is missing, and was meant to be there.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks | [Paper](https://arxiv.org/abs/2410.00037), [Tweet]() |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: none. Only the editor knows the target.
    Counted: 0 in 65 issues of one series; 20 in the states before and after 43 edits of it, all true.
    """
    for leftover, kind in _judged(context):
        if kind == "empty":
            yield evolve(
                _of_leftover(
                    context, leftover, f"the link {_quoted(leftover)} has no address: add it, or delete the link"
                ),
                habit="no address",
            )
    yield from _in_texts(context, _EMPTY_IN_TEXT, "has no address: add it, or delete the link")


def unparsed_text(context: SeriesContext) -> Iterator[Violation]:
    """
    Every line of a digest, and every part of a line, fits a field.

    The rule finds what fits no field and none of L213, L215 and L220 speaks of; lines that follow each other are one
    finding. So is a line between two rows of a table, which the reader may take for a remark: it ends the table, and
    the rows behind it are shown as text. Words in a document without rows only inform, for its form has room for more
    than a digest. In a row with a cell too many or too few M701 says so instead.

    Why it matters: text that fits no field is in no feed, no archive and no translation of the digest.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks | [Paper](https://arxiv.org/abs/2410.00037) see also there |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: none. Where it belongs is the editor's to say.
    Counted: 0 in 65 issues of one series and in the other documents.
    """
    for leftover, kind in _judged(context):
        if kind == "text":
            violation = _of_leftover(context, leftover, _unparsed(leftover))
            yield evolve(violation, severity="info") if _has_room(context, leftover) else violation
    text = "" if context.document is None else context.document.text
    if text.startswith("|") or _MAY_BE_SEPARATED.search(text) is not None:
        for issue in context.issues:
            yield from _between_rows(issue)


def _unparsed(leftover: Leftover) -> str:
    """
    Return what a piece is and what to do with it: marks without words are what an edit left behind.
    """
    lines = sum(not line.isspace() and line != "" for line in leftover.text.splitlines())
    if lines > 1:
        return (
            f"{lines} lines from {_quoted(leftover)} on fit no field: delete them, or move them to where they are read"
        )
    if not any(map(str.isalnum, leftover.text)):
        return f"stray {_quoted(leftover)}: delete it"
    return f"{_quoted(leftover)} fits no field: delete it, or move it to where it is read"


def _has_room(context: SeriesContext, leftover: Leftover) -> bool:
    """
    Return whether a piece is words, or the votes for a paper, or outside all issues, in a document without rows.

    The form of such a document has room for more.
    """
    has_rows = any(each.source("/papers/0").startswith("|") for each in context.issues)
    return not has_rows and (not leftover.pointer or any(map(str.isalnum, leftover.text)))


def _in_texts(context: SeriesContext, pattern: re.Pattern[str], words: str) -> Iterator[Violation]:
    """
    Yield the links inside texts that look so.
    """
    for issue in context.issues:
        for passage in issue.passages:
            text = passage.text
            if "]" not in text or not passage.is_markdown or not ("](" in text or "] (" in text or "][" in text):
                continue
            for match in outside_code(pattern, text):
                message = f'{passage.name}: the link "{match[0]}" {words}'
                evidence: Facts = {"text": match[0]}
                yield Violation(f"/issues/{issue.index}{passage.pointer}", message, evidence, (passage.name, match[0]))


def _judged(context: SeriesContext) -> Iterator[tuple[Leftover, str]]:
    """
    Yield each piece that one of these rules speaks of, and of which kind it is: "malformed", "empty" or "text".
    """
    for index, leftovers in context.leftovers_by_issue.items():
        issue = None if index is None or index >= len(context.issues) else context.issues[index]
        bent, torn = (tuple[Span, ...](), set[str]()) if issue is None else _elsewhere(issue)
        for leftover in leftovers:
            start = leftover.span.start
            link = bent[bisect_right(bent, start, key=_start) - 1] if bent else Span(-2, -2)
            is_told = leftover.pointer in torn or link.start <= start <= link.end + 1
            if (
                not is_told
                and not is_of_page(leftover, context.document)
                and (issue is None or issue.link_ended_by(leftover) is None)
            ):
                yield leftover, _kind_of(leftover, issue)


def _elsewhere(issue: Context) -> tuple[tuple[Span, ...], set[str]]:
    """
    Return where bent links are, for what is left there is one finding with them, and the rows of which M701 speaks.
    """
    bent = (issue.span(problem.pointer) for problem in issue.doubts if problem.kind == "link-bent")
    torn = {f"/issues/{issue.index}{problem.pointer}" for problem in issue.doubts if problem.kind == "row-cells"}
    return tuple(sorted(span for span in bent if span is not None)), torn


def _start(span: Span) -> int:
    return span.start


def _kind_of(leftover: Leftover, issue: Context | None) -> str:
    link = _LINK.fullmatch(leftover.text)
    if link is not None:
        if link["other"] is None and _is_sound(link["target"] or "", leftover):
            return "text"
        target = link["target"] if link["other"] is None else link["other"]
        is_address = target and _IS_ADDRESS.search(target) and not _NO_ADDRESS.fullmatch(target)
        return "malformed" if is_address else "empty"
    text = leftover.text
    if _ORPHAN.fullmatch(text) or _SWAPPED.fullmatch(text):
        return "malformed"
    if issue is None or "/papers/" not in leftover.pointer:
        return "text"
    if _PLACEHOLDER.fullmatch(text) and _is_line(leftover, issue):
        return "empty"
    is_address = _URL_LIKE.fullmatch(text) or _PATH.fullmatch(text) or _goes_on(leftover, issue)
    return "malformed" if is_address else "text"


def _is_sound(target: str, leftover: Leftover) -> bool:
    """
    Return whether a link that the reader did not place is a good one: to the web, to a file beside, or on the page.
    """
    if target.startswith("#"):
        return "/papers/" not in leftover.pointer and _ANCHOR.fullmatch(target) is not None
    if _RELATIVE.fullmatch(target) is not None:
        return _NO_ADDRESS.fullmatch(target) is None
    is_address = target.startswith(("https://", "http://")) and url_problem(target) is None
    return is_address and leftover.text.endswith(f"]({target})") and impossible_address(target) is None


def _goes_on(leftover: Leftover, issue: Context) -> bool:
    """
    Return whether a piece is behind a bare URL on its line, and can only be the rest of it.
    """
    if leftover.text != '"' and _REST.fullmatch(leftover.text) is None:
        return False
    text, end = issue.text, leftover.span.start
    while end and text[end - 1] in " \t":
        end -= 1
    pointer = issue.link_ends.get(end)
    return pointer is not None and not issue.source(pointer).startswith("[")


def _is_line(leftover: Leftover, issue: Context) -> bool:
    """
    Return whether a piece is all that is on its line, but for the mark of a list.
    """
    document, (start, end) = issue.whole.document, leftover.span
    if document is None or _BEHIND_ON_LINE.match(document.text, end) is None:
        return False
    line_start = start - document.position(start).column + 1
    return _BEFORE_ON_LINE.fullmatch(document.text, line_start, start) is not None


def _impossible(issue: Context) -> Iterator[Violation]:
    """
    Yield the links that the reader took, and whose URL no server can have.
    """
    for paper, pointer, link in issue.links:
        words = impossible_address(link.url)
        if words is not None:
            yield Violation(
                f"/issues/{issue.index}{pointer}/url",
                f"{paper.name}: {words}, in {link.url}: correct it",
                {"url": link.url},
                (paper.key, words.partition(" is ")[0].rstrip(".,;:)")),
            )


def _between_rows(issue: Context) -> Iterator[Violation]:
    """
    Yield the lines that are between two rows of one table, whatever the reader took them for.
    """
    text, left = issue.text, [leftover.span.start for leftover in issue.leftovers]
    spans = [issue.span(paper.pointer) for paper in issue.papers]
    for paper, first, second in zip(issue.papers, spans, spans[1:], strict=False):
        if first is None or second is None or second.start - first.end < _SHORTEST_GAP:
            continue
        line_end = text.find("\n", first.end)
        is_told = bisect_left(left, line_end) < bisect_left(left, second.start)
        if line_end < 0 or text[first.start] != "|" or text[second.start] != "|" or is_told:
            continue
        lines = [line.strip() for line in text[line_end : second.start].splitlines()]
        stray = [line for line in lines if line and not line.startswith(("|", "<!-- mlweekly"))]
        if stray:
            more = "" if len(stray) == 1 else f" and {len(stray) - 1} more"
            where = f'"{stray[0][:_LONGEST_QUOTE]}"{more} is between its row and the next'
            message = f"{paper.name}: {where}: delete it, or move it"
            evidence: Facts = {"lines": tuple(stray)}
            yield Violation(f"/issues/{issue.index}{paper.pointer}", message, evidence, (paper.key, *stray))


def _of_leftover(context: SeriesContext, leftover: Leftover, words: str) -> Violation:
    name, identity = _around(context, leftover.pointer)
    evidence: Facts = {"text": leftover.text, "line": leftover.line}
    return Violation(leftover.pointer, f"{name}: {words}", evidence, (identity, leftover.text), span=leftover.span)


def _around(context: SeriesContext, pointer: str) -> tuple[str, str]:
    """
    Return what a message calls the paper or issue around a piece, and what tells it from others.
    """
    parts = pointer.split("/")
    if len(parts) < 3 or int(parts[2]) >= len(context.issues):
        return "the document", ""
    issue = context.issues[int(parts[2])]
    if len(parts) > 4 and int(parts[4]) < len(issue.papers):
        paper = issue.papers[int(parts[4])]
        return paper.name, paper.key
    title = issue.issue.title or "the issue"
    return title, title


def _quoted(leftover: Leftover) -> str:
    words = " ".join((leftover.text.strip().splitlines() or [""])[0].split())
    return f'"{words}"' if len(words) <= _LONGEST_QUOTE else f'"{words[:_LONGEST_QUOTE].rstrip()}…"'


def _bent(issue: Context, problem: Problem, rest: Leftover | None) -> Iterator[Violation]:
    """
    Yield a link that is written otherwise than links are.

    Args:
        issue: Its issue.
        problem: The doubt with which the link was read.
        rest: What is left over right behind it.
    """
    span = issue.span(problem.pointer)
    if span is None or problem.pointer.count("/") != 4:
        return
    paper, link = issue.link_at(problem.pointer)
    written = issue.source(problem.pointer)
    is_cut = rest is not None and (rest.span.start > span.end or _CLOSING.fullmatch(rest.text) is None)
    # Outside a table the second of two closing brackets may be that of the entry.
    is_cut = is_cut or (written.endswith("))") and not issue.source(paper.pointer).startswith("|"))
    label, url = issue.source(f"{problem.pointer}/label"), issue.source(f"{problem.pointer}/url")
    pointer = f"/issues/{issue.index}{problem.pointer}"
    before = written if rest is None else written + rest.text
    form = Rewritten(pointer, before=before, after=f"[{label}]({url})")
    message = f"{paper.name}: a link is written {before}: write [label](address)"
    evidence: Facts = {"written": before, "url": link.url}
    fix = None if is_cut else Fix(Patch([form]), safe=True)
    yield Violation(pointer, message, evidence, (paper.key, link.canonical, written), fix=fix, span=span)
