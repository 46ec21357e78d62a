"""
The rules about what other notations leave in a text: TeX and HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.changes import Operation, Patch, Rewritten
from mlweekly.validation._analysis._emphasis import unopened_in
from mlweekly.validation._analysis._html import HtmlNames
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._analysis._prose import with_pieces
from mlweekly.validation._analysis._tex import remnants_in, without_remnants
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Fix, Severity, Violation
from mlweekly.validation._violations import enumerated, in_passage

__all__ = ["emphasis_not_open", "latex_residue", "raw_tag"]

_MARKDOWN_TAG = expression(
    r"\\.|<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9_-]*)"
    r"(?P<attributes>(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^'<>]*'|\"[^\"<>]*\"))?)*)\s*/?>",
    re.DOTALL,
)
_REST_OF_TAG = expression(
    r"(?<![<\w/&-])(?:[A-Za-z]*br ?/?|/(?:[biap]|su[bp]))>|(?<!<)/(?:em|strong|su[bp]|[ou]l|li|span|div|code)>"
    r"|<br(?=[^\s/>\w-]|\s+[^\s/>])"
)
_FORMULA = expression(r"\$[^$]+\$", re.DOTALL)
_VOID = expression("br|hr|wbr|img|col|source|track|area")
_NEEDS_ATTRIBUTES = expression("img|a|source|track|area|font")
_MAY_STAY_OPEN = expression("p|li|d[td]|t[rdh]|thead|tbody|tfoot|colgroup|r[tp]")
_FORMATTING = expression(
    "a|abbr|acronym|address|area|article|aside|audio|b|bd[io]|big|blockquote|br|caption|center|cite|code|col|colgroup"
    "|d[dtl]|del|details|dfn|div|em|figcaption|figure|font|footer|h[1-6r]|header|i|img|ins|kbd|li|main|mark|nav|[ou]l|p"
    "|picture|pre|q|r[tp]|ruby|s|samp|section|small|source|span|strike|strong|su[bp]|summary|svg|table|tbody|t[drht]"
    "|tfoot|thead|track|u|var|video|wbr"
)
# Blocks may open in one field and close in another: a list of links folded away by `<details>`.
_BLOCKS = expression(
    "article|aside|blockquote|center|details|div|d[dtl]|figure|footer|header|main|nav|[ou]l|p|section|summary|table"
)
_OF_ANOTHER_RULE = expression("script|style|iframe|object|embed|form|meta|base|link|textarea|input|button")


class _Raw(NamedTuple):
    """
    Words in angle brackets: the passage, and the Markdown that they are in; of a title, that of its document.
    """

    passage: Passage
    pointer: str
    source: str
    words: list[re.Match[str]]


def latex_residue(context: Context) -> Iterator[Violation]:
    r"""
    No text has leftovers of TeX: quotes made of grave accents, accent commands, other commands.

    Told are quotes such as ``x'', accents such as `\"o`, also where the backslash was lost on the way (`Schr"odinger`,
    if no other quotation mark pairs with this one), commands such as `\emph` and `\alpha`, and formulas between dollars
    that hold a command, an index or a single letter. Amounts (`$1M`), escapes of Markdown (`\_`, `\~`), code, file
    paths and quotes that were escaped in pairs are none. Formulas alone only inform, for many sites set
    `$x_i$` as one.

    Why it matters: most sites show the source; abstracts that were copied from arXiv hold it.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Schr\"odinger's memory", "language": "en"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Schrödinger's memory", "language": "en"}}]}
    Fix: unsafe. Quotes, accents and signs are printed as themselves, emphasis as Markdown; the rest stays.
    Counted: 0 of 65 issues of one series, 1 of 13 of another, 2 of 20 texts of a post; all true.
    """
    for passage in context.passages:
        remnants = remnants_in(passage.text, passage.prose)
        if not remnants:
            continue
        after = without_remnants(passage.text, remnants, is_markdown=passage.is_markdown)
        again = remnants_in(after, evolve(passage, text=after).prose) if after.strip() else remnants
        left = {each.shown for each in again}
        shown = dict.fromkeys(each.shown for each in remnants)
        fix = Fix(Patch([passage.reworded(after)]), safe=False)
        for own, own_fix in (
            ([each for each in shown if each not in left], fix),
            ([*filter(left.__contains__, shown)], None),
        ):
            if own:
                words = f"notation of TeX, which pages show as it is: {enumerated(own)}"
                severity: Severity | None = "info" if all(map(_FORMULA.fullmatch, own)) else None
                evidence: Facts = {"remnants": tuple(own)}
                yield in_passage(passage, words, evidence, *sorted(own), fix=own_fix, severity=severity)


def raw_tag(context: Context) -> Iterator[Violation]:
    r"""
    A word in angle brackets is escaped, or is in code, so that it is seen.

    Markdown takes `<think>` for a tag, and browsers and sites drop tags that they do not know; names with an underscore
    (`<tool_call>`) are none to Markdown, but are to browsers that get them unescaped. Elements of HTML that format a
    text are meant as such where they are closed, blocks such as `<details>` also in another field; one without a
    partner is a word, or its end was lost. Addresses in angle brackets are links, and what M704 calls unsafe is its
    own. A title is plain text, so it is judged as its document writes it, if there is one. All words of an issue are
    one finding. The rest of a tag that lost a bracket (`strongbr>`) is another, without a fix.

    Why it matters: the sentence loses the very token that it is about.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"},
         "summary": {"original": "The model puts its steps after <think> and before its answer.", "language": "en"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"},
         "summary": {"original": "The model puts its steps after \\<think> and before its answer.", "language": "en"}}]}
    Fix: safe. A backslash before the word; nothing where HTML lost its partner.
    Counted: 3 in 65 issues, all true, and one rest of a tag.
    """
    found: list[_Raw] = []
    for passage in context.passages:
        text, pointer = passage.text, passage.operation_pointer
        has_none = "<" not in text and ">" not in text
        if has_none or text.count("<br>") == text.count("<") == text.count(">"):
            continue
        if passage.is_markdown:
            found.append(_Raw(passage, pointer, text, _words_in(text, passage.prose)))
            yield from _rests(passage)
        else:
            source = context.source(pointer or "/title")
            found.append(_Raw(passage, pointer or "/title", source, _words_in(source, source)))
    found = [each for each in found if each.words]
    if found:
        found = _without_blocks(found, context.whole.html_names)
    if found:
        yield _raw_tags(found)


def emphasis_not_open(context: Context) -> Iterator[Violation]:
    """
    Asterisks around words are read as emphasis.

    CommonMark opens emphasis by what is on both sides of the asterisks. Beside a bracket or another mark they need a
    space, which Chinese, Japanese and Korean do not write: of `これは**「重要」**です` a page shows the asterisks.
    Spaces inside them (`** so **`) have the same effect. The rule finds two equal runs with words between them; a
    single asterisk has to touch its words, and one of those scripts, for it may be a footnote or a product.

    Why it matters: readers see the asterisks, and not what is important.
    Bad:
        {"version": "1.0", "language": "ja", "lead": ["これは**「重要」**です。"], "papers": []}
    Good:
        {"version": "1.0", "language": "ja", "lead": ["これは「**重要**」です。"], "papers": []}
    Fix: unsafe. Spaces and brackets go outside the asterisks, or a space is put beside them.
    Counted: 0 in 130 issues.
    """
    for passage in context.all_passages:
        found = unopened_in(passage.text, passage.prose) if passage.is_markdown and "*" in passage.text else []
        if found:
            pieces = [(each.start, each.end, each.fixed) for each in found if each.fixed is not None]
            fix = Fix(Patch([passage.reworded(with_pieces(passage.text, pieces))]), safe=False)
            shown = tuple(passage.text[each.start : each.end] for each in found)
            words = f"shown with its asterisks on the page: {enumerated(shown)}"
            is_whole = len(pieces) == len(found)
            yield in_passage(passage, words, {"shown": shown}, *shown, fix=fix if is_whole else None)


def _words_in(text: str, prose: str) -> list[re.Match[str]]:
    """
    Return the tags of a text that format nothing; the prose tells which are in code.
    """
    tags = [each for each in _MARKDOWN_TAG.finditer(text) if each["name"] and prose[each.start()] == "<"]
    opened = {match["name"].lower() for match in tags if not match["closing"]}
    closed = {match["name"].lower() for match in tags if match["closing"]}
    return [match for match in tags if not _formats(match["name"].lower(), match, opened, closed)]


def _without_blocks(found: list[_Raw], names: HtmlNames) -> list[_Raw]:
    """
    Return what is left without the blocks of HTML that open in one field of the document and close in another.
    """
    left = (
        each._replace(words=[word for word in each.words if not _crosses(word["name"].lower(), names)])
        for each in found
    )
    return [each for each in left if each.words]


def _crosses(name: str, names: HtmlNames) -> bool:
    is_block = _BLOCKS.fullmatch(name) is not None and (name != "summary" or "details" in names.opened)
    return is_block and name in names.opened and name in names.closed


def _formats(name: str, match: re.Match[str], opened: set[str], closed: set[str]) -> bool:
    if _OF_ANOTHER_RULE.fullmatch(name):
        return True
    if not _FORMATTING.fullmatch(name) or (name == "summary" and "details" not in opened):
        return False
    if _NEEDS_ATTRIBUTES.fullmatch(name) and not match["closing"] and not match["attributes"]:
        return name == "a" and "a" in closed
    if _VOID.fullmatch(name) or _MAY_STAY_OPEN.fullmatch(name) or match[0].endswith("/>"):
        return True
    return name in opened and name in closed


def _raw_tags(found: list[_Raw]) -> Violation:
    words = list(dict.fromkeys(match[0] for each in found for match in each.words))
    names = list(dict.fromkeys(each.passage.name for each in found))
    return Violation(
        found[0].passage.pointer,
        f"{enumerated(names, '; ')}: read as HTML, and not shown on the page, "
        f"put a backslash before it: {enumerated(words)}",
        {"tags": tuple(words), "count": sum(len(each.words) for each in found)},
        tuple(sorted(words)),
        fix=Fix(Patch([_escaped(each) for each in found]), safe=True),
        places=tuple(dict.fromkeys(each.passage.pointer for each in found)),
    )


def _escaped(raw: _Raw) -> Operation:
    """
    Return the operation that puts a backslash before each of the words; in a title, whose value has none, one of form.
    """
    after = with_pieces(raw.source, ((match.start(), match.start(), "\\") for match in raw.words))
    if raw.passage.is_markdown:
        return raw.passage.reworded(after)
    return Rewritten(raw.pointer, before=raw.source, after=after)


def _rests(passage: Passage) -> Iterator[Violation]:
    for match in _REST_OF_TAG.finditer(passage.prose):
        if passage.prose[match.start() - 1 : match.start()] != "\\":
            yield in_passage(passage, f'the rest of a tag, delete it: "{match[0]}"', {"rest": match[0]}, match[0])
