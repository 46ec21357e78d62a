"""
The rules about links where they are: a URL ends where it should, and each target is listed, once.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.changes import LinkAdded, LinkRemoved, Operation, Patch, Rewritten, SourceChanged
from mlweekly.identifiers import url_problem
from mlweekly.model import Link, role_of_label
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._analysis._prose import outside_code, with_pieces
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import in_paper, retargeted

__all__ = ["duplicate_link", "text_link_unlisted", "trailing_punctuation"]

_ENDS = ".,;:)。、，；：）」』】"
_MARK_AT_END = expression(r"([,;])[^\S\n]{0,79}(?:\n|\Z)")
_TARGET = expression(r"(?<=\]\()(<?)(https?://[^\s<>]+)")
_ANGLED = expression(r"(?<!\]\()(<)(https?://[^\s<>]+)(?=>)")
_BARE = expression(r"(?<!\]\()(?<![<\w])(https?://[!-;=?-Z_a-z~]{1,500}+)([、。，；：）」』】])")
_RUN = expression(r"(?<!\]\()(?<![<\w(\[])https?://[!-;=?-Z_a-z~]{1,500}+")
_ADDRESS = expression(
    r"(?:\[(?P<label>[^\[\]]{1,200})\]\(<?)?(?P<url>https?://(?:(?!\]\()[^\s<>\"'`|{}、。，；：（）「」『』【】])+)"
)
_BEHIND_ADDRESS = ".,;:!?*_~'\""
_FORMATS = frozenset({"pdf", "html", "abs", "arxiv", "alphaxiv", "hf", "hugging face", "mirror"})
_MOST_NAMED = 3
_QUOTES_TEXT = ":~:text="
_LABELS = {"paper": "Paper", "post": "Tweet", "code": "Code", "model": "Model", "dataset": "Dataset", "video": "Video"}


def trailing_punctuation(context: Context) -> Iterator[Violation]:
    """
    A URL does not end in punctuation.

    Judged are the URLs of links, the source, the targets in texts, and a bare URL in a text that East Asian punctuation
    follows without a space: GitHub and most sites take that for a part of it. A point or a comma of Latin script behind
    a bare URL is not, for they leave it out; but not every site does, so one remark tells of all in an issue. A
    bracket that a URL opens itself is excused, and so is a fragment that quotes text. A closing bracket that a text has
    twice behind a URL is left over by the reader, and found here too.

    Why it matters: a reader who follows the link finds nothing.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - corrects its own answers | [Paper](https://arxiv.org/abs/2409.12917.) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - corrects its own answers | [Paper](https://arxiv.org/abs/2409.12917) |
    Fix: safe. The URL without it; a bare URL in a text is put between angle brackets.
    Counted: 1 in 65 issues of one series, a doubled closing bracket; 1 remark, on the two points behind bare
    URLs of a Japanese post.
    """
    for paper, pointer, link in context.links:
        if link.url[-1] in _ENDS and (url := _trimmed(link.url)) != link.url:
            operation = retargeted(paper, pointer, link, url)
            yield _ended(paper.name, f"{pointer}/url", link.url, url, operation)
    source = context.issue.source or ""
    if source[-1:] in tuple(_ENDS) and (url := _trimmed(source)) != source:
        yield _ended("the source", "/source", source, url, SourceChanged("", before=source, after=url))
    for passage in context.passages:
        if passage.is_markdown and "://" in passage.text:
            yield from _in_text(passage)
    yield from _latin_ends(context)
    yield from _behind_lines(context)
    yield from _behind_links(context)


def duplicate_link(context: Context) -> Iterator[Violation]:
    """
    A paper links to each target once.

    Targets are compared in their canonical form: a paper's abstract page, its PDF and a mirror of it are one. Two links
    with different labels are excused where one of them says that it is another form of the same (`PDF`, `HTML`), and so
    is a title or a picture that links where a labelled link leads.

    Why it matters: the second link is where another one was meant: the post, the code.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** | [Paper](https://arxiv.org/abs/2410.00037), [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: safe where the label repeats as well: the second link goes. Else none: it is not plain what was meant.
    Counted: 1 in 65 issues of one series, true: the post's link is that of the paper.
    """
    for paper in context.papers:
        first: dict[str, Link] = {}
        for pointer, link in paper.links:
            other = first.setdefault(link.canonical, link)
            if other is link or _is_other_form(other, link) or (other.label is None) != (link.label is None):
                continue
            repeats = other.label == link.label and other.section == link.section
            removed = LinkRemoved(pointer, before=link, count=len(paper.links), of=paper.paper.title)
            words = f'"{other.label}"' if other.label == link.label else f'"{other.label}" and "{link.label}"'
            named = "" if other.label is None and link.label is None else f", as {words}"
            yield in_paper(
                paper,
                pointer,
                f"{link.canonical} is linked twice{named}",
                {"target": link.canonical, "urls": (other.url, link.url), "labels": (other.label, link.label)},
                link.canonical,
                fix=Fix(Patch([removed]), safe=True) if repeats else None,
            )


def text_link_unlisted(context: Context) -> Iterator[Violation]:
    """
    What a summary or an abstract links to is among the links of its paper.

    A target that several texts of a paper name is one finding.

    Why it matters: feeds and archives show the links of a paper, and not those inside its text.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - see [it](https://github.com/kyutai-labs/moshi) | [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** | [Paper](https://arxiv.org/abs/2410.00037), [Code](https://github.com/kyutai-labs/moshi) |
    Fix: unsafe. The link is added behind the others; it may be no link of the paper.
    Counted: 1 in 65 issues of one series; 0 in the Japanese post, whose two are listed.
    """
    listed: dict[int, set[str]] = {}
    for passage in context.passages:
        if passage.paper is None or not passage.is_markdown or "://" not in passage.text:
            continue
        paper = context.papers[int(passage.pointer.split("/")[2])]
        targets = listed.setdefault(paper.index, set(paper.targets))
        for words, url in _addresses(passage):
            link = Link(url)
            if link.canonical not in targets:
                targets.add(link.canonical)
                yield _unlisted(paper, passage, link, words)


def _ended(name: str, pointer: str, url: str, trimmed: str, operation: Operation) -> Violation:
    message = f'{name}: an address ends in "{url[len(trimmed) :]}", delete that: {url}'
    evidence: Facts = {"url": url, "proposed": trimmed}
    return Violation(pointer, message, evidence, (url,), fix=Fix(Patch([operation]), safe=True))


def _in_text(passage: Passage) -> Iterator[Violation]:
    """
    Yield what a text has of it, as one finding with one change.
    """
    found: list[tuple[int, str, str, str]] = []
    for pattern in (_TARGET, _ANGLED):
        for match in outside_code(pattern, passage.text):
            written = _balanced(match[2]) if pattern is _TARGET and not match[1] else match[2]
            url = _trimmed(written)
            if url != written:
                found.append((match.start(2), written, written[len(url) :], url))
    for match in outside_code(_BARE, passage.text):
        url = match[1].rstrip(_BEHIND_ADDRESS)
        found.append((match.start(), match[0], match[2], f"<{url}>{match[0][len(url) :]}"))
    if found:
        after = with_pieces(passage.text, ((start, start + len(old), new) for start, old, _, new in found))
        words = ", ".join(f'an address ends in "{end}", delete that: {url}' for _, url, end, _ in found[:_MOST_NAMED])
        urls = tuple(url for _, url, _, _ in found)
        yield Violation(
            passage.pointer,
            f"{passage.name}: {words}",
            {"urls": urls},
            (passage.pointer.rpartition("/papers/")[2].partition("/")[2], *urls),
            fix=Fix(Patch([passage.reworded(after)]), safe=True),
        )


def _latin_ends(context: Context) -> Iterator[Violation]:
    """
    Yield one violation for the bare URLs of texts that a point, a comma or a semicolon follows without a space.
    """
    operations: dict[str, Operation] = {}
    urls: list[str] = []
    for passage in context.passages:
        if passage.is_markdown and "://" in passage.text:
            found = [match for match in outside_code(_RUN, passage.text) if _ends_in_sentence(match[0])]
            urls += [match[0][:-1] for match in found]
            if found:
                pieces = ((match.start(), match.end() - 1, f"<{match[0][:-1]}>") for match in found)
                operations[passage.pointer] = passage.reworded(with_pieces(passage.text, pieces))
    if urls:
        others = {1: "", 2: "; so does 1 more"}.get(len(urls), f"; so do {len(urls) - 1} more")
        yield Violation(
            next(iter(operations)),
            f"a point or comma is right behind the bare URL {urls[0]}{others}: write <URL>",
            {"urls": tuple(urls)},
            tuple(sorted(urls)),
            places=tuple(operations),
            fix=Fix(Patch(operations.values()), safe=True),
            severity="info",
        )


def _ends_in_sentence(run: str) -> bool:
    """
    Return whether a bare URL ends in one mark of a sentence; three points and the like stand for what is left out.
    """
    return run[-1] in ".,;" and run[-2] not in _BEHIND_ADDRESS + ")" and run[:-1] == _balanced(run[:-1])


def _behind_links(context: Context) -> Iterator[Violation]:
    """
    Yield the closing marks that the reader left over right behind a link.
    """
    bent = {problem.pointer for problem in context.doubts if problem.kind == "link-bent"}
    for leftover in context.leftovers:
        pointer = context.link_ended_by(leftover)
        if pointer is not None and pointer not in bent:
            paper, link = context.link_at(pointer)
            words = f'"{leftover.text}" is no part of the link before it, delete it: {link.url}'
            violation = _behind(context, paper, pointer, link, leftover.text, words)
            yield evolve(violation, span=leftover.span)


def _behind(context: Context, paper: PaperContext, pointer: str, link: Link, end: str, words: str) -> Violation:
    written = context.source(pointer)
    form = Rewritten(pointer, before=written + end, after=written)
    fix = Fix(Patch([form]), safe=True)
    return in_paper(paper, f"{pointer}/url", words, {"url": link.url, "end": end}, link.url, end, fix=fix)


def _behind_lines(context: Context) -> Iterator[Violation]:
    """
    Yield the commas and semicolons that are behind a bare URL at the end of its line, where they separate nothing.
    """
    document = context.whole.document
    for paper, pointer, link in context.links if document is not None else ():
        span = context.span(pointer) if link.label is None else None
        found = None if document is None or span is None else _MARK_AT_END.match(document.text, span.end)
        if found is not None:
            words = f'"{found[1]}" at the end of the line is no part of the link before it, delete it: {link.url}'
            yield _behind(context, paper, pointer, link, found[1], words)


def _trimmed(url: str) -> str:
    """
    Return a URL without punctuation at its end; brackets that it opens itself are its own.
    """
    if _QUOTES_TEXT in url:
        return url
    end = len(url)
    opened, closed = url.count("("), url.count(")")
    while end and url[end - 1] in _ENDS:
        if url[end - 1] == ")":
            if closed <= opened:
                break
            closed -= 1
        end -= 1
    return url if url_problem(url[:end]) is not None else url[:end]


def _balanced(target: str) -> str:
    """
    Return a target up to the bracket that closes it.
    """
    depth = 0
    for position, character in enumerate(target):
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth < 0:
                return target[:position]
    return target


def _is_other_form(first: Link, second: Link) -> bool:
    labels = {(link.label or "").strip().casefold() for link in (first, second)}
    return len(labels) == 2 and first.url != second.url and not labels.isdisjoint(_FORMATS)


def _addresses(passage: Passage) -> Iterator[tuple[str | None, str]]:
    """
    Yield label and URL of each link in a text, and of each URL that stands alone.
    """
    for match in outside_code(_ADDRESS, passage.text):
        url = _trimmed(_balanced(match["url"]).rstrip(_BEHIND_ADDRESS))
        if url_problem(url) is None:
            yield match["label"], url


def _unlisted(paper: PaperContext, passage: Passage, link: Link, words: str | None) -> Violation:
    links, label = paper.paper.links, None
    if not links or paper.has_labels:
        role = link.kind or (None if words is None else role_of_label(words))
        label = link.url.split("/")[2] if role is None else _LABELS.get(role, role.capitalize())
    pointer, title = f"{paper.pointer}/links/{len(links)}", paper.paper.title
    added = LinkAdded(pointer, after=evolve(link, label=label), count=len(links), of=title)
    message = f"{passage.name}: the text links to {link.url}, the links of the paper do not"
    evidence: Facts = {"url": link.url, "target": link.canonical, "paper": paper.name}
    return Violation(passage.pointer, message, evidence, (link.canonical,), fix=Fix(Patch([added]), safe=False))
