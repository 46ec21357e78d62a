"""
The head of a paper: rank, day, title and link, and what follows them on the line.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

from mlweekly._expressions import expression
from mlweekly.errors import ModelError
from mlweekly.markdown._inline import unescape
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import has_marks, plain_span, plain_text
from mlweekly.markdown._reading._links import ScannedLink, scan_links
from mlweekly.markdown._reading._paper_urls import BARE_URL
from mlweekly.markdown._reading._people import are_names
from mlweekly.markdown._reading._values import MEDALS
from mlweekly.model import Link

__all__ = ["EntryHead", "Style", "head_at", "with_links_behind"]

Style: TypeAlias = Literal["link", "bold", "italic", "quoted", "plain"]
Span = tuple[int, int]

_ICON = expression(r"[^\w\s*_`\[\]()<>#|.,:;!?'\"“”„«»‘’/\\$%&+=~@{}《》「」『』【】〈〉（）^\-–—]{1,4}[ \t\ufe0f]*")
_KEYCAP = expression(r"([0-9])\ufe0f?\u20e3[ \t]*|(🔟)[ \t]*")
_RANK = expression(
    r"(?:[(（\[【]([0-9]{1,4})[)）\]】](?!\()"
    r"|#?([0-9]{1,4})(?:\\?[.．](?![0-9])|\\?[)）](?![0-9])|[、:：](?![0-9])|(?=[ \t]+\**\[)))[)）]?[ \t]*"
)
_TASK = expression(r"\[[ xX]\][ \t]+")
_DATE = expression(
    r"(?P<mark>\*\*|__|`|\*|_|)"
    r"(?:[\[(（【]((?:19|20)[0-9]{2}(?:[-/.][0-9]{1,2}){1,2}|[A-Za-z]{3,9}\.?,? (?:19|20)[0-9]{2})[\])）】]"
    r"|((?:19|20)[0-9]{2}([-/.])[0-9]{1,2}(?:\4[0-9]{1,2})?)(?=[ \t,:：*_`]))(?P=mark)[,:：]?[ \t]*"
)
_LABEL = r"\[(?P<{0}>(?!!\[)(?:[^\[\]\\]|\\.|\[[^\[\]]{{0,300}}\]){{1,600}})\]"
_TARGET = (
    r"\([ \t]*<?(?P<{0}>(?:[^()\s<>\\]|\\.|\([^()\s]{{0,300}}\)){{0,2000}})>?"
    r"(?:[ \t]+(?P<{0}_title>\"[^\"]{{0,300}}\"|'[^']{{0,300}}'))?[ \t]*\)"
)
_LINK = expression(
    rf"(?P<mark>\*\*\*|\*\*|__|\*|_|)(?P<whole>{_LABEL.format('label')}{_TARGET.format('url')})(?P=mark)"
)
_MARKED = expression(
    r"(?P<mark>\*\*\*|\*\*|__|\*|_)(?=[^\s*_])(?P<words>(?:(?!(?P=mark))[^\\]|\\.){1,800}?)(?P=mark)(?!\w)"
)
_QUOTED = expression(
    r"《(?P<a>[^《》]{1,600})》|[“\"](?P<b>[^“”\"]{4,600})[”\"]|「(?P<c>[^「」]{4,600})」|『(?P<d>[^『』]{4,600})』"
    r"|«(?P<e>[^«»]{4,600})»|„(?P<f>[^„“”]{4,600})[“”]"
)
_NAMED = expression(r"[ \t]*[:：][ \t]*")
# "T (2019), A. Uthor, B. Uthor": a reading list in plain words.
_PLAIN = expression(r"(?P<words>[^\[\]()|]{8,400}?)[ \t]*\((?P<year>(?:19|20)[0-9]{2})\)[ \t]*[,.:]?[ \t]*")
_BEFORE_LINKS = expression(r"[ \t]*[(（\[【|:：·•/\-–—]+[ \t]*$")
_WORD = expression(r"\w")
# "T. *A. Uthor, B. Uthor.* Venue. [[pdf]](u)": the title ends at what is marked.
_PLAIN_BEFORE_MARKS = expression(r"(?P<words>[^\[\]()|*_`:]{8,400}?)(?:[.?!][ \t]+(?=[*_][^*_\s])|[.,]?[ \t]+(?=\[\[))")
# "T: https://…", "T - <https://…>", "T https://…": the URL is all that follows.
_PLAIN_BEFORE_URL = expression(
    r"(?P<words>[^\[\]()|*_`<>]{3,300}?)(?:[ \t]*[:：,–—-][ \t]*|[ \t]+)"
    rf"(?={BARE_URL}[ \t]*$)",
    re.IGNORECASE,
)
# "[2405.21060](https://…) T" and "https://… T": what tells the paper by its number is before the title.
_NUMBER_BEFORE = expression(
    r"(?P<link>\[(?:arXiv[: \t]*)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?\]\(https?://[^\s()]{4,2000}\)"
    rf"|{BARE_URL}(?<![:：,]))"
    r"(?:[ \t]*[:：,|–—-][ \t]*|[ \t]+)(?=\S)",
    re.IGNORECASE,
)
# "A. Uthor, B. Uthor. [T](u)" and "A. Uthor (2024). *T*.": the authors are before what is marked.
_NAMES_BEFORE = expression(
    r"(?P<names>[^\[\]()|*_`:\"“«《]{4,400}?)(?:[ \t]*\((?P<year>(?:19|20)[0-9]{2})\))?[.,:]?[ \t]*(?=[\[*_\"“«《])"
)
# What `_NAMES_BEFORE` looks for behind the names.
_OPENS_TITLE = expression(r"[\[*_\"“«《]")
# Up to the first link there is no word, unless it is a label without brackets.
_BEGINS_LINKS = expression(r"[^\w\[<]*(?:[\[<]|https?://|[^\W\d_][\w &.-]*\s*\()", re.IGNORECASE)
# What begins so may be a tag, a comment, a footnote mark or an image without words.
_MAY_HIDE = frozenset("<[!&\\*_~` \t")
_MARKS_AROUND_RANK = expression(r"(\*\*|__)(?=[\[(（#0-9])")
_FIRST_MARKS = expression(r"[^*_]*(\*\*|__)")
_END = expression(r"(?<!\.)(?<!\bal)[.。,，:：][ \t]*$")


class EntryHead(NamedTuple):
    """
    The parts of a head, as spans in the text.

    Attributes:
        style: What marks the title.
        title: The title as plain text.
        span: Where its words are.
        tail: What follows on the line.
        rank: The rank that is printed, or None.
        rank_span: Where it is.
        day: The date before the title as printed, or None.
        day_span: Where it is.
        link: The link on the title, without a label.
        relative: The target on the title that is no URL, or None.
        others: The links behind the title, as in `Title [[paper](…)] [[code](…)]`.
        name: A short name before the title, or None.
        authors: The names before the title, or None.
        tooltip: The title of the link on the title, which fits no field, or None.
    """

    style: Style
    title: str
    span: Span
    tail: Span
    rank: int | None = None
    rank_span: Span = (0, 0)
    day: str | None = None
    day_span: Span = (0, 0)
    link: ScannedLink | None = None
    relative: Span | None = None
    others: tuple[ScannedLink, ...] = ()
    name: Span | None = None
    tooltip: Span | None = None
    authors: Span | None = None

    @property
    def is_linked(self) -> bool:
        """
        Whether the title is a link, to a page of the same site or of another one, or has links behind it.
        """
        return self.link is not None or self.relative is not None or bool(self.others)


def head_at(text: str, start: int, end: int) -> EntryHead | None:
    """
    Return the head that a line begins with; None if nothing is on it. A title without marks goes on to the end.
    """
    position, rank, rank_span, day, day_span = start, None, (0, 0), None, (0, 0)
    # What begins with a letter has no icon, rank or date before it, and no mark around it.
    if start < end and not text[start].isalpha():
        task = _TASK.match(text, start, end)
        position, rank, rank_span = _rank(text, start if task is None else task.end(), end)
        date = _DATE.match(text, position, end)
        if date is not None:
            day, day_span = date[2] or date[3], date.span(2 if date[2] else 3)
            position = date.end()
            if rank is None:
                position, rank, rank_span = _rank(text, position, end)
    links, position = _links_before(text, position, end)
    head = _title(text, position, end, "" if rank is None else _mark_around(text, start, position))
    if head is None or not head.title:
        return None
    if rank is not None or links:
        head = head._replace(rank=rank, rank_span=rank_span, others=links)
    return head if day is None else head._replace(day=day, day_span=day_span)


def _links_before(text: str, start: int, end: int) -> tuple[tuple[ScannedLink, ...], int]:
    """
    Return the links that name the paper before its title, by a number or a bare URL, and where the title begins.
    """
    links: list[ScannedLink] = []
    while (match := _NUMBER_BEFORE.match(text, start, end)) is not None:
        found = scan_links(text, *match.span("link")).links
        if not found:
            break
        links += found
        start = match.end()
    return tuple(links), start


def with_links_behind(text: str, head: EntryHead, end: int) -> EntryHead:
    """
    Return the head of a line with the links that come behind its title, if nothing else does.

    A bracket, a bar or a dash separates them from the title, or their labels name roles; a link on some words of a
    title is none of them.
    """
    start = head.span[0] if head.style == "plain" else head.tail[0]
    if "://" not in text[start:end] or (head.style != "plain" and _BEGINS_LINKS.match(text, start, end) is None):
        return head
    scanned = scan_links(text, start, end)
    first = scanned.links[0].whole[0] if scanned.links else start
    if not scanned.links or any(_WORD.search(text, *piece) for piece in scanned.leftovers if piece[1] > first):
        return head
    title = stripped(text, start, first)
    edge = _BEFORE_LINKS.search(text, max(title[0], title[1] - 8), title[1])
    if edge is None and any(found.link.label is not None and found.link.role is None for found in scanned.links):
        return head
    if head.style == "plain":
        shortened = _built(text, "plain", (start, title[1] if edge is None else edge.start()), (end, end))
        if not shortened.title:
            return head
        head = head._replace(title=shortened.title, span=shortened.span)
    elif _WORD.search(text, start, first) is not None:
        return head
    return head._replace(tail=(end, end), others=(*head.others, *scanned.links))


def _rank(text: str, start: int, end: int) -> tuple[int, int | None, Span]:
    """
    Return where the title begins, behind icon and rank.
    """
    position, rank, span = start, None, (0, 0)
    keycap = _KEYCAP.match(text, position, end)
    if keycap is not None:
        return keycap.end(), 10 if keycap[1] is None else int(keycap[1]), keycap.span()
    icon = _ICON.match(text, position, end)
    if icon is not None and icon.end() < end:
        medal = MEDALS.get(icon[0][0])
        if medal is not None:
            rank, span = medal, icon.span()
        position = icon.end()
    match = _RANK.match(text, position, end)
    if match is None:
        marks = _MARKS_AROUND_RANK.match(text, position, end)
        within = None if marks is None else _RANK.match(text, marks.end(), end)
        if marks is None or within is None:
            return position, rank, span
        # `**1. Title**`: the rank is inside the marks, and the title goes on to where they close.
        return within.end(), int(within[1] or within[2]), within.span()
    return match.end(), int(match[1] or match[2]), match.span()


def _mark_around(text: str, start: int, position: int) -> str:
    """
    Return the mark that a rank is inside, as in `**1. Title**`, or nothing.
    """
    match = _FIRST_MARKS.match(text, start, position)
    return "" if match is None or text.count(match[1], start, position) != 1 else match[1]


def _title(text: str, start: int, end: int, mark: str = "") -> EntryHead | None:
    """
    Return the head of a title; `mark` is one before its rank that may close behind it.
    """
    if start < end and not text[start].isalpha():
        link = _LINK.match(text, start, end)
        if link is not None:
            return _linked(text, link, end)
        quoted = _QUOTED.match(text, start, end)
        if quoted is not None:
            group = str(quoted.lastgroup)
            return _built(text, "quoted", quoted.span(group), (quoted.end(), end))
        marked = _MARKED.match(text, start, end)
        if marked is not None:
            return _marked(text, marked, end)
    closing = text.find(mark, start, end) if mark else -1
    behind = closing + len(mark)
    names = _NAMES_BEFORE.match(text, start, end) if _OPENS_TITLE.search(text, start, end) is not None else None
    # What opens nothing behind the words is the mark that closes them: `**1. Title** - a summary`.
    is_closed = names is not None and names.end() == closing and (behind == end or text[behind] == " ")
    if names is not None and not is_closed and are_names(plain_text(names["names"])):
        head = _title(text, names.end(), end)
        if head is not None and head.style != "plain" and head.authors is None:
            head = head._replace(authors=names.span("names"))
            return head if names["year"] is None else head._replace(day=names["year"], day_span=names.span("year"))
    if closing in (-1, start):
        return _unmarked(text, start, end)
    # A title goes on to where a mark before its rank closes, unless a page shows nothing of the line.
    is_shown = text[start] not in _MAY_HIDE or bool(_unmarked(text, start, end).title)
    return _built(text, "bold", (start, closing), (behind, end)) if is_shown else None


def _unmarked(text: str, start: int, end: int) -> EntryHead:
    """
    Return the head of a title without marks: up to marks, a URL or a year in brackets, or all of the line.
    """
    words = text[start:end]
    before = _PLAIN_BEFORE_MARKS.match(text, start, end) if "*" in words or "_" in words or "[[" in words else None
    if before is None and "://" in words:
        before = _PLAIN_BEFORE_URL.match(text, start, end)
    if before is not None:
        return _built(text, "plain", before.span("words"), (before.end(), end))
    plain = _PLAIN.match(text, start, end) if "(" in words else None
    if plain is not None:
        span = stripped(text, *plain.span("words"))
        return _built(text, "plain", span, (plain.start("year") - 1, end))
    return _built(text, "plain", (start, end), (end, end))


def _marked(text: str, match: re.Match[str], end: int) -> EntryHead | None:
    start, stop = match.span("words")
    words = stripped(text, start, stop)
    linked = _LINK.fullmatch(text, *words)
    if linked is not None:
        return _linked(text, linked, end)._replace(tail=(match.end(), end))
    inner = _QUOTED.fullmatch(text, *words)
    if inner is not None:
        return _built(text, "quoted", inner.span(str(inner.lastgroup)), (match.end(), end))
    between = _NAMED.match(text, match.end(), end)
    quoted = None if between is None else _QUOTED.match(text, between.end(), end)
    if quoted is not None:
        head = _built(text, "quoted", quoted.span(str(quoted.lastgroup)), (quoted.end(), end))
        return head._replace(name=plain_span(text, start, stop))
    return _built(text, "bold" if len(match["mark"]) > 1 else "italic", (start, stop), (match.end(), end))


def _linked(text: str, match: re.Match[str], end: int) -> EntryHead:
    head = _built(text, "link", match.span("label"), (match.end(), end))
    target, url = unescape(match["url"]), match.span("url")
    if match["url_title"]:
        head = head._replace(tooltip=match.span("url_title"))
    if not target.lower().startswith(("http://", "https://")):
        return head._replace(relative=url if target and not target.startswith("#") else None)
    try:
        link = Link(target)
    except ModelError:
        return head
    return head._replace(
        link=ScannedLink(link, match.span("whole"), url, (match.start("whole"), match.start("whole")), None)
    )


def _built(text: str, style: Style, span: Span, tail: Span) -> EntryHead:
    start, end = stripped(text, *span)
    is_marked = has_marks(text, start, end)
    if is_marked:
        start, end = plain_span(text, start, end)
    quoted = _QUOTED.fullmatch(text, start, end) if text.startswith("《", start, end) else None
    if quoted is not None:
        start, end = quoted.span("a")
    closing = None if style == "plain" else _END.search(text, max(start, end - 8), end)
    if closing is not None:
        end = closing.start()
    words = text[start:end]
    title = " ".join((plain_text(words) if is_marked else words).split())
    return EntryHead(style, title, (start, end), stripped(text, *tail))
