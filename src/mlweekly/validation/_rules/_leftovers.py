"""
The rules about what a reader could not read, or only with doubt: links without a target, bent links, lines left over.

Lives here: L215, L220 and M708; each piece that is left over is one finding of one of them, or of L213.
Must not know: how a dialect is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mlweekly.changes import Patch, Rewritten
from mlweekly.errors import Problem
from mlweekly.validation._facts._leftovers import Leftover
from mlweekly.validation._facts._passages import name_of
from mlweekly.validation._finding import Fix, Violation
from mlweekly.validation._rule import Context, SeriesContext
from mlweekly.validation._rules._link_texts import link_ended, outside_code

__all__ = ["link_target_empty", "unparsed_text", "url_malformed"]

_LINK = re.compile(
    r"!?\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\]){0,300})\]\s{0,8}(?:\((?P<target>.*)\)|\[(?P<other>[^\[\]]*)\])?",
    re.DOTALL,
)
_ORPHAN = re.compile(r"[^\[\]\n]{0,80}\]\s{0,8}\(.*\)", re.DOTALL)
_LABEL_IN_TEXT = r"(?<![!\\\]])\[(?=[^\[\]\n]*[^\W\d_])[^\[\]\n]{2,200}\]"
_EMPTY_IN_TEXT = re.compile(
    rf"{_LABEL_IN_TEXT}\((?:[ \t]*|x{{2,}}|\?+|to-?do|tb[acd]|url|link|#|\.{{3}}|…)\)", re.IGNORECASE
)
_BENT_IN_TEXT = re.compile(
    rf"{_LABEL_IN_TEXT}(?:\((?:(?!https?://\S)h\w{{0,3}}t\w{{0,4}}:?\s?/{{1,2}}|www\.|(?:[\w-]{{1,63}}\.){{1,4}}[a-z]{{2,6}}/)"
    r"[^()\n]{0,300}\)|(?:\(\(|[ \t]{1,4}\(|\[|\(\[[^\[\]\n]{1,80}\]\()<?https?://[^\s()\[\]<>]{1,300}[)\]>]{0,2})",
    re.IGNORECASE,
)
_URL_LIKE = re.compile(
    r"<?(?:[A-Za-z][A-Za-z.+-]{1,10}(?::{1,2}/{0,3}|//)|//|www\.)[^\s]+>?|(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,12}/\S*"
)
_IS_ADDRESS = re.compile(r"[A-Za-z]{2,12}:|//|www\.|[\w-]\.[A-Za-z]{2}|[/\\]")
_NO_ADDRESS = re.compile(r"(?i)[<\s]*(?:n/a|t/b/[acd]|https?:?/*|www\.|#\S*|\.{1,3}/?|/)[>\s]*")
_CLOSING = re.compile(r"[)\]>]+")
_LONGEST_QUOTE = 60


def url_malformed(context: SeriesContext) -> Iterator[Violation]:
    """
    Every link is written as one, and its URL is an address on the web.

    Found are what stands in the place of a link and is no http or https address (a scheme misspelled or missing, a
    blank inside, `javascript:`), a target without its label, and links whose brackets are doubled, parted, of the wrong
    kind or missing: the reader knows what is meant, other readers of Markdown do not. In texts, links of
    these kinds are found.

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
            words = "is no http or https address" if leftover.text.startswith("[") else "is not written as one"
            yield _of_leftover(context, leftover, f"the link {_quoted(leftover)} {words}")
    for each in context.issues:
        rests = {leftover.span.start: leftover for leftover in each.leftovers}
        for problem in each.doubts:
            if problem.kind == "link-bent":
                yield from _bent(each, problem, rests)
    yield from _in_texts(context, _BENT_IN_TEXT, "leads nowhere as it is written")


def link_target_empty(context: SeriesContext) -> Iterator[Violation]:
    """
    Every link has a target: no `[Tweet]()`, no `[Paper](xxx)`, no label in brackets alone.

    Found is what the reader left over because it has the form of a link, and no address, and such links inside of
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
            yield _of_leftover(context, leftover, f"the link {_quoted(leftover)} has no target")
    yield from _in_texts(context, _EMPTY_IN_TEXT, "has no target")


def unparsed_text(context: SeriesContext) -> Iterator[Violation]:
    """
    Every line of a digest, and every part of a line, has its place.

    Found is what no field holds and none of L213, L215 and L220 speaks of; lines that follow each other are one
    finding. In a row with a cell too many or too few M701 says so instead.

    Why it matters: what has no place in the form of the digest is in no feed, no archive and no translation of it.
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
            lines = sum(not line.isspace() and line != "" for line in leftover.text.splitlines())
            what = _quoted(leftover) if lines == 1 else f"{lines} lines from {_quoted(leftover)} on"
            verb = "has" if lines == 1 else "have"
            yield _of_leftover(context, leftover, f"{what} {verb} no place in the digest")


def _in_texts(context: SeriesContext, pattern: re.Pattern[str], words: str) -> Iterator[Violation]:
    """
    Yield the links inside of texts that look so.
    """
    for issue in context.issues:
        for passage in issue.passages:
            text = passage.text
            if not passage.is_markdown or not ("](" in text or "] (" in text or "][" in text):
                continue
            for match in outside_code(pattern, text):
                yield Violation(
                    pointer=f"/issues/{issue.index}{passage.pointer}",
                    message=f'{passage.name}: the link "{match[0]}" {words}',
                    evidence={"text": match[0]},
                    seen=(passage.name, match[0]),
                )


def _judged(context: SeriesContext) -> Iterator[tuple[Leftover, str]]:
    """
    Yield each piece that one of these rules speaks of, and of which kind it is: "malformed", "empty" or "text".
    """
    for index, leftovers in context.leftovers_by_issue.items():
        issue = None if index is None or index >= len(context.issues) else context.issues[index]
        bent, torn = _elsewhere(issue)
        for leftover in leftovers:
            start = leftover.span.start
            is_told = leftover.pointer in torn or start in bent or start - 1 in bent
            if not is_told and (issue is None or link_ended(issue, leftover) is None):
                yield leftover, _kind_of(leftover)


def _elsewhere(issue: Context | None) -> tuple[set[int], set[str]]:
    """
    Return where bent links end, for what is left there is one finding with them, and the rows of which M701 speaks.
    """
    bent: set[int] = set()
    torn: set[str] = set()
    for problem in () if issue is None else issue.doubts:
        if problem.kind == "row-cells" and issue is not None:
            torn.add(f"/issues/{issue.index}{problem.pointer}")
        elif problem.kind == "link-bent" and issue is not None and (span := issue.span(problem.pointer)) is not None:
            bent.add(span.end)
    return bent, torn


def _kind_of(leftover: Leftover) -> str:
    link = _LINK.fullmatch(leftover.text)
    if link is not None:
        target = link["target"] if link["other"] is None else link["other"]
        is_address = target and _IS_ADDRESS.search(target) and not _NO_ADDRESS.fullmatch(target)
        return "malformed" if is_address else "empty"
    is_url = _ORPHAN.fullmatch(leftover.text) or ("/papers/" in leftover.pointer and _URL_LIKE.fullmatch(leftover.text))
    return "malformed" if is_url else "text"


def _of_leftover(context: SeriesContext, leftover: Leftover, words: str) -> Violation:
    name, identity = _around(context, leftover.pointer)
    return Violation(
        pointer=leftover.pointer,
        message=f"{name}: {words}",
        evidence={"text": leftover.text, "line": leftover.line},
        seen=(identity, leftover.text),
        span=leftover.span,
    )


def _around(context: SeriesContext, pointer: str) -> tuple[str, str]:
    """
    Return what a message calls the paper or issue around a piece, and what tells it from others.
    """
    parts = pointer.split("/")
    if len(parts) < 3 or int(parts[2]) >= len(context.issues):
        return "the document", ""
    issue = context.series.issues[int(parts[2])]
    title = issue.title or "the issue"
    if len(parts) < 5 or int(parts[4]) >= len(issue.papers):
        return title, title
    paper = issue.papers[int(parts[4])]
    return name_of(paper), paper.key or str(paper.title)


def _quoted(leftover: Leftover) -> str:
    words = " ".join((leftover.text.strip().splitlines() or [""])[0].split())
    return f'"{words}"' if len(words) <= _LONGEST_QUOTE else f'"{words[:_LONGEST_QUOTE].rstrip()}…"'


def _bent(issue: Context, problem: Problem, rests: Mapping[int, Leftover]) -> Iterator[Violation]:
    span = issue.span(problem.pointer)
    parts = problem.pointer.split("/")
    if span is None or len(parts) != 5:
        return
    paper = issue.papers[int(parts[2])]
    link = paper.paper.links[int(parts[4])]
    written = issue.source(problem.pointer)
    rest = rests.get(span.end) or rests.get(span.end + 1)
    is_cut = rest is not None and (rest.span.start > span.end or _CLOSING.fullmatch(rest.text) is None)
    # Outside of a table the second of two closing brackets may be that of the entry.
    is_cut = is_cut or (written.endswith("))") and not issue.source(paper.pointer).startswith("|"))
    label, url = issue.source(f"{problem.pointer}/label"), issue.source(f"{problem.pointer}/url")
    pointer = f"/issues/{issue.index}{problem.pointer}"
    before = written if rest is None else written + rest.text
    form = Rewritten(pointer, before=before, after=f"[{label}]({url})")
    yield Violation(
        pointer=pointer,
        message=f"{paper.name}: a link is written {before}",
        evidence={"written": before, "url": link.url},
        seen=(paper.paper.key or str(paper.paper.title), link.canonical, written),
        fix=None if is_cut else Fix(Patch([form]), safe=True),
        span=span,
    )
