"""
Links in a cell, a line or a pair of brackets: well formed or malformed, and everything between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from mlweekly._expressions import expression
from mlweekly.document import DIRECTIVE
from mlweekly.errors import ModelError
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import unescape
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_span, plain_text
from mlweekly.model import Link

__all__ = ["Definitions", "Scanned", "ScannedLink", "folded_reference", "links_of", "scan_links"]


class ScannedLink(NamedTuple):
    """
    A link in a text: start and end of the whole, its URL and its label, and how it is malformed, if it is.

    `doubt` says the latter in words, `kind` as the kind of a problem. `inner` is what else is written in its brackets
    and fits no field: the title of the target, or the words of a link in it. `reference` is
    the folded name of the definition that it refers to.
    """

    link: Link
    whole: tuple[int, int]
    url: tuple[int, int]
    label: tuple[int, int]
    doubt: str | None
    kind: str | None = None
    inner: tuple[int, int] | None = None
    reference: str | None = None


class Scanned(NamedTuple):
    """
    The links of a part of a text, and start and end of each piece that is neither a link nor a separator.
    """

    links: list[ScannedLink]
    leftovers: list[tuple[int, int]]


_PLAIN_LINK = expression(r"[ \t,]*(\[([^\[\]\\&|`<*_~\s][^\[\]\\&|`<*_~]*)\]\((https?://[!-'*-:=?-Z^-~]+)\))")
# A link that is well formed and has nothing to unescape, as most have.
_SIMPLE_LINK = expression(r"\[([^\[\]\\&|`<*_~\s][^\[\]\\&|`<*_~\r\n]{0,299})\]\((https?://[!#-%'*-:=?-Z^-{}~]+)\)")
# A URL that is alone and has nothing to unescape, as in posts without marks.
_PLAIN_URL = expression(r"[ \t]*(https?://[!#-%'*+\-./0-:=?-Z^-{}~]+)[ \t]*")
_SEPARATORS = expression(r"[\s,;|/·•、，；]+")
_LABEL = expression(r"!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,300})\]")
_OPENING = expression(
    r"\s{0,8}(?:(\()\s{0,8}(?:\[(?P<inner>[^\[\]()]{0,80})\])?\(|([(\[])\s{0,8}<?|(<))\s{0,8}(?=https?://)",
    re.IGNORECASE,
)
# CommonMark 0.31, section 6.3: what is before and behind the destination of an inline link.
_BEFORE_URL = expression(r"\(\s*+(<)?(?=https?://)", re.IGNORECASE)
_BEHIND_URL = expression(
    r"(>)?(?:\s++(?P<title>\"(?:[^\"\\]|\\.){0,300}\"|'(?:[^'\\]|\\.){0,300}'|\((?:[^()\\]|\\.){0,300}\)))?\s*+\)",
    re.DOTALL,
)
_HOLDS_LINK = expression(r"(?<![!\\])\[(?:[^\[\]\\]|\\.)*+\]\(")
_PAIRS = {"[": "]", "(": ")", "（": "）", "【": "】", "「": "」"}
_SCHEME = expression(r"https?://", re.IGNORECASE)
_URL_PART = expression(r"(?:[^\s|<>()\[\]\\\"]|\\[^\sA-Za-z0-9])+")
_TAIL = expression(r"(?<![\\,;])[,;]+$")
_CLOSING = expression(r"[)\]>]{1,3}")
_NO_TARGET = expression(r"\s{0,8}\((?:[^()\[\]]{0,300}|[^()\s]{0,2000})\)|\s{0,8}\[[^()\[\]]{0,300}\]")
_HALF_TARGET = expression(r"\([^\s()\[\]|]{0,2000}")
_REFERENCE = expression(r"\[((?:[^\[\]\\]|\\.){0,300})\]")
_BARE_LABEL = expression(r"([^\W\d_][\w &.-]{0,30}?)\s{0,8}\((?=https?://)", re.IGNORECASE)
_ORPHANED_TARGET = expression(r"\]\s{0,8}\([^()\s]{0,2000}\)")
# As many as CommonMark asks for (0.31, section 6.3); without a limit the time would be quadratic.
_DEEPEST = 32
_LONGEST_LABEL = 600
_WORD = expression(r"[^\W_]+|.", re.DOTALL)
# Between two of these there are only words and separators, unless a label without brackets is before a URL.
_NO_WORDS = expression(r"[\[\]<!]|https?://", re.IGNORECASE)
_LONGEST_BARE_LABEL = 40
# A bracket, which may be one around a link, or everything up to a separator.
_WORDS = expression(r"[()（）【】「」]|[^\s,;|/·•、，；\[\]<!()（）【】「」]+")
_REST_OF_WORD = expression(r"[^\W_]+")


Definitions: TypeAlias = Mapping[str, str]
"""
The targets of link reference definitions, as written, by their folded names.
"""


def folded_reference(name: str) -> str:
    """
    Return the name of a definition as names are compared (CommonMark 0.31, section 6.3).
    """
    return " ".join(name.split()).casefold()


def scan_links(text: str, start: int, end: int, definitions: Definitions | None = None) -> Scanned:
    """
    Find every link between two offsets; a comment that speaks to validation is a separator.

    A link whose brackets are doubled, separated, of the wrong kind or missing is read, too, and says so; what has no
    http(s) target is left over, and so is any other comment, whatever it hides. The time is linear in the length.
    """
    links: list[ScannedLink] = []
    position = start
    while position < end and (match := _PLAIN_LINK.match(text, position, end)) is not None:
        _, whole, label, url = match.regs
        link = _linked(match[3], match[2].rstrip(), whole, url, label)
        if link is None:
            break
        position = whole[1]
        links.append(link)
    if position == end or not text[position:end].strip(" \t,"):
        return Scanned(links, [])
    bare = _PLAIN_URL.fullmatch(text, start, end)
    if bare is not None:
        url = bare.span(1)
        link = _linked(bare[1], None, url, url, (url[0], url[0]))
        if link is not None:
            return Scanned([link], [])
    return _scan_malformed(text, position, end, links, definitions or {})


def _scan_malformed(text: str, start: int, end: int, links: list[ScannedLink], definitions: Definitions) -> Scanned:
    leftovers: list[tuple[int, int]] = []
    position = start
    end_of_last_comment = text.rfind("-->", start, end)
    end_of_words = start - 1
    while position < end:
        if position > end_of_words:
            limit, end_of_words = _end_of_words(text, position, end)
            if position < limit:
                position = _take_words(text, position, limit, end, leftovers)
                continue
        separators = _SEPARATORS.match(text, position, end)
        if separators is not None:
            position = separators.end()
            continue
        if text.startswith("<!--", position):
            directive = DIRECTIVE.match(text, position, end)
            if directive is not None:
                position = directive.end()
                continue
            if position + 4 <= end_of_last_comment:
                closing = text.find("-->", position + 4, end) + 3
                leftovers.append((position, closing))
                position = closing
                continue
        link = _link_at(text, position, end, definitions)
        if link is not None:
            links.append(link)
            position = link.whole[1]
            continue
        stop = _end_of_leftover(text, position, end)
        leftovers.append((position, stop))
        position = stop
    return _without_brackets(text, links, leftovers)


def _end_of_words(text: str, position: int, end: int) -> tuple[int, int]:
    """
    Return up to where no link and no comment can begin, and the offset of what may be the next one.
    """
    found = _NO_WORDS.search(text, position, end)
    if found is None:
        return end, end
    start = found.start()
    return (start if found.end() == start + 1 else start - _LONGEST_BARE_LABEL), start


def _take_words(text: str, position: int, limit: int, end: int, leftovers: list[tuple[int, int]]) -> int:
    """
    Add the words before the limit to what is left over, and return where the last of them ends.
    """
    leftovers += [words.span() for words in _WORDS.finditer(text, position, limit)]
    if limit < end and leftovers and leftovers[-1][1] == limit:
        rest = _REST_OF_WORD.match(text, limit - 1, end)
        if rest is not None:
            leftovers[-1] = leftovers[-1][0], rest.end()
            return rest.end()
    return limit


def _without_brackets(text: str, links: list[ScannedLink], leftovers: Sequence[tuple[int, int]]) -> Scanned:
    """
    Return links and leftovers without the brackets around links, `[[Paper](URL)] [[Code](URL)]`.

    Brackets around one link become part of it. Leftovers that touch are one.
    """
    starts = [link.whole[0] for link in links]
    rest: list[tuple[int, int]] = []
    index = 0
    while index < len(leftovers):
        start, end = leftovers[index]
        pair = _PAIRS.get(text[start]) if links and end == start + 1 else None
        closing = leftovers[index + 1] if pair is not None and index + 1 < len(leftovers) else (end, end)
        if pair is not None and text[closing[0] : closing[1]] == pair:
            first, last = bisect_left(starts, end), bisect_left(starts, closing[0])
            if last == first + 1 and links[first].whole == stripped(text, end, closing[0]):
                links[first] = links[first]._replace(whole=(start, closing[1]))
            if first < last:
                index += 2
                continue
        if rest and rest[-1][1] == start:
            rest[-1] = (rest[-1][0], end)
        else:
            rest.append((start, end))
        index += 1
    return Scanned(links, rest)


def _end_of_leftover(text: str, position: int, end: int) -> int:
    """
    Return where a piece that is no link ends: a label with its target, a URL that the model refuses, or a word.
    """
    orphan = _ORPHANED_TARGET.match(text, position, end)
    if orphan is not None:
        return orphan.end()
    label = _label_at(text, position, end)
    if label is not None:
        target = _NO_TARGET.match(text, label.end(), end)
        is_url = _SCHEME.match(label[1].lstrip(" \t<")) is not None
        if target is None and is_url and text[position - 1 : position] != ")":
            return position + 1
        target = target or _HALF_TARGET.match(text, label.end(), end)
        return label.end() if target is None else target.end()
    refused = _url_at(text, position, end)
    if refused is not None:
        return refused[1]
    word = _WORD.match(text, position, end)
    return position + 1 if word is None else word.end()


def _label_at(text: str, position: int, end: int) -> re.Match[str] | None:
    """
    Match the words of a link in their brackets; a bracket that nothing near closes is not looked into.
    """
    if text[position] not in "![" or text.find("]", position, min(end, position + _LONGEST_LABEL)) == -1:
        return None
    label = _LABEL.match(text, position, end)
    # A link holds no link, but it may hold an image, as badges do.
    return None if label is not None and "](" in label[1] and _HOLDS_LINK.search(label[1]) is not None else label


def _link_at(text: str, position: int, end: int, definitions: Definitions) -> ScannedLink | None:
    simple = _SIMPLE_LINK.match(text, position, end)
    if simple is not None:
        whole, words, target = simple.regs
        return _linked(simple[2], simple[1].rstrip(), whole, target, words)
    label = _label_at(text, position, end)
    if label is not None and text[position] != "!":
        link = _reference_at(text, label, end, definitions) if definitions else None
        return link or _after_label(text, label.span(1), position, label.end(), end)
    bare = _BARE_LABEL.match(text, position, end)
    if bare is not None:
        return _after_label(text, bare.span(1), position, bare.end(1), end, "without brackets around its label")
    opening = 1 if text[position] == "<" else 0
    url = _url_at(text, position + opening, end)
    if url is None:
        return None
    stop = url[1] + (1 if opening and text[url[1] : url[1] + 1] == ">" else 0)
    return _built(text, None, (position, stop), url, None)


def _linked(
    url: str, label: str | None, whole: tuple[int, int], target: tuple[int, int], words: tuple[int, int]
) -> ScannedLink | None:
    try:
        link = Link(url, label)
    except ModelError:
        return None
    return ScannedLink(link, whole, target, words, None)


def _reference_at(text: str, label: re.Match[str], end: int, definitions: Definitions) -> ScannedLink | None:
    """
    Return a reference link, `[Paper][p]`, `[Paper][]` or `[Paper]`, whose definition is known.

    The reference stands for the URL, so that an edit of the URL replaces it.
    """
    reference = _REFERENCE.match(text, label.end(), end)
    if reference is None and text.startswith(("(", "[", ":"), label.end(), end):
        return None
    name, stop, url = label[1], label.end(), (label.end(), label.end())
    if reference is not None:
        name, stop, url = reference[1] or name, reference.end(), reference.span(1)
    name = folded_reference(name)
    if name not in definitions:
        return None
    try:
        link = Link(unescape(definitions[name]), unescape(label[1]).strip() or None)
    except ModelError:
        return None
    return ScannedLink(link, (label.start(), stop), url, label.span(1), None, reference=name)


def _after_label(
    text: str, label: tuple[int, int], start: int, position: int, end: int, malformed: str | None = None
) -> ScannedLink | None:
    opening = _OPENING.match(text, position, end)
    if opening is None:
        return None
    url = _url_at(text, opening.end(), end)
    if url is None:
        return None
    before, behind = _BEFORE_URL.match(text, position, end), _BEHIND_URL.match(text, url[1], end)
    if before is not None and behind is not None and (before[1] is None) == (behind[1] is None):
        has_title = behind["title"] is not None and bool(behind["title"][1:-1].strip())
        title = (behind.start("title") + 1, behind.end("title") - 1) if has_title else None
        return _built(text, label, (start, behind.end()), url, malformed, title)
    stop = url[1]
    closing = _CLOSING.match(text, stop, end)
    wanted = opening[0].count("(") + opening[0].count("<") + (1 if opening[3] == "[" else 0)
    stop = stop if closing is None else min(closing.end(), stop + wanted)
    inner = opening.span("inner") if opening["inner"] and not opening["inner"].isspace() else None
    found = _built(text, label, (start, stop), url, malformed or "with malformed brackets")
    return None if found is None else found._replace(inner=inner)


def _url_at(text: str, position: int, end: int) -> tuple[int, int] | None:
    scheme = _SCHEME.match(text, position, end)
    if scheme is None:
        return None
    stop = scheme.end()
    opened: list[int] = []
    while stop < end:
        part = _URL_PART.match(text, stop, end)
        if part is not None:
            stop = part.end()
        elif text[stop] == "(" and len(opened) < _DEEPEST:
            opened.append(stop)
            stop += 1
        elif text[stop] == ")" and opened:
            opened.pop()
            stop += 1
        else:
            break
    stop = opened[0] if opened else stop
    if text[stop : stop + 1] not in (")", "]", ">"):
        stop = position + len(_TAIL.sub("", text[position:stop]))
    return position, stop


def _built(
    text: str,
    label: tuple[int, int] | None,
    whole: tuple[int, int],
    target: tuple[int, int],
    malformed: str | None,
    title: tuple[int, int] | None = None,
) -> ScannedLink | None:
    words = None if label is None else plain_text(text[label[0] : label[1]]).strip()
    try:
        link = Link(unescape(text[target[0] : target[1]]), words or None)
    except ModelError:
        return None
    flaws = [] if malformed is None else [malformed]
    if title is not None:
        flaws.append("with a title that is not kept")
    doubt = f"a link {' and '.join(flaws)}, read as {link.url}" if flaws else None
    kind = "link-bent" if malformed is not None else "link-titled" if title is not None else None
    words_span = (whole[0], whole[0]) if label is None else plain_span(text, *label)
    return ScannedLink(link, whole, target, words_span, doubt, kind, title)


def links_of(scanned: Sequence[ScannedLink], dialect: Dialect, section: str | None = None) -> list[Link]:
    """
    Return the links as values; a role that only the dialect or the section knows is kept as their section.
    """
    links = [found.link for found in scanned]
    if section is None and not dialect.labels:
        return links
    return [_with_role(link, dialect, section) for link in links]


def _with_role(link: Link, dialect: Dialect, section: str | None) -> Link:
    if link.label is not None:
        if link.role is not None:
            return link
        section = dialect.labels.get(link.label, section)
    return link if section is None else Link(link.url, link.label, section=section)
