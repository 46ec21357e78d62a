"""
The marks of inline Markdown, by CommonMark 0.31 (section 6) and the strikethrough of GitHub Flavored Markdown.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left

from attrs import define

from mlweekly._expressions import expression
from mlweekly.markdown._inline import unescape
from mlweekly.markdown._link_targets import end_of_target

__all__ = ["InlineParser"]

_ACTIVE = expression(r"[\\&`<\[\]!*_~\r\n]")
_BACKTICKS = expression(r"`++")
_RUN = expression(r"\*++|_++|~++")
_LINE_END = expression(r"(?:\r\n?|\n)[ \t]*+")
_AROUND_BREAKS = " \t\n"
_ESCAPE = expression(r"\\[!-/:-@\[-`{-~]")
_REFERENCE = expression(r"&(?:#[xX]?)?[0-9A-Za-z]{1,32};")
_AUTOLINK = expression(
    r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\x00-\x20\x7f<>]*+"
    r"|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?+"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?+)*+)>"
)
_TAG = expression(
    r"<([A-Za-z][A-Za-z0-9-]*+)(?:[ \t\r\n]++[A-Za-z_:][A-Za-z0-9_.:-]*+"
    r"(?:[ \t\r\n]*+=[ \t\r\n]*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+[ \t\r\n]*+/?>"
    r"|</([A-Za-z][A-Za-z0-9-]*+)[ \t\r\n]*+>"
)
# What opens HTML that is no tag, where to look for its end from there, and how it ends.
_OPAQUE: tuple[tuple[re.Pattern[str], int, str], ...] = (
    (expression(r"<!--"), 2, "-->"),
    (expression(r"<\?"), 2, "?>"),
    (expression(r"<!\[CDATA\["), 9, "]]>"),
    (expression(r"<![A-Za-z]"), 2, ">"),
)
# The elements of HTML that show words. What acts, also by an event handler, is kept for rules to find. Digests also
# print tokens of models, as `<think>` (in the history of `table`): these are words.
_ELEMENT = expression(
    r"a|abbr|acronym|b|bdi|bdo|big|br|center|cite|code|data|del|details|dfn|div|em|font|h1|h2|h3|h4|h5|h6"
    r"|hr|i|img|ins|kbd|label|li|mark|math|nobr|ol|output|p|picture|pre|q|rp|rt|ruby|s|samp|small|source"
    r"|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr",
    re.IGNORECASE,
)
_ACTS = expression(r"[\s/\"']on[a-z]+[ \t\r\n]*=|=[ \t\r\n]*[\"']?[ \t\r\n]*javascript:", re.IGNORECASE)
_FOOTNOTE = expression(r"\[\^[^\s\[\]]{1,100}\](?!\()")
_FULL_REFERENCE = expression(r"\[(?!\^)(?=[^\]]*[^\s\]])((?:[^\[\]\\]|\\.){1,999})\](?!\()", re.DOTALL)
_LABEL = expression(r"\[(?:[^\[\]\\]|\\.){1,999}\]", re.DOTALL)


@define(eq=False, repr=False)
class _Run:
    """
    A run of marks of emphasis, what is left of it from `start` to `end`; `piece` is the index of what it shows.
    """

    mark: str
    piece: int
    start: int
    end: int
    length: int
    can_open: bool
    can_close: bool

    def may_pair_with(self, closer: _Run) -> bool:
        """
        Return whether emphasis may open here and close there (CommonMark's rules 9 and 10).
        """
        if self.mark != closer.mark:
            return False
        is_exempt = self.length % 3 == 0 and closer.length % 3 == 0
        return is_exempt or not (self.can_close or closer.can_open) or (self.length + closer.length) % 3 != 0


@define(eq=False, repr=False)
class _Bracket:
    """
    A bracket that may open a link or an image; `runs` is the number of runs of marks before it.
    """

    start: int
    end: int
    piece: int
    runs: int
    is_image: bool


class InlineParser:
    """
    Parses a part of a text, as the algorithm in CommonMark's appendix does.

    Attributes:
        pieces: What the parts of the text show, in order.
        runs: The runs of marks that no pair is found for yet.
        brackets: The brackets that may still open a link.
        spent: How many of the brackets are before a link, and can open an image alone: a link holds no link.
        enclosed: The span between two marks that belong together, by the span with the marks.
        absent: The ends of HTML that do not come any more.
        backticks: Where the runs of backticks of each length begin, once the first was found.
        ends_with_text: Whether the last piece is text as it is written.
        breaks: How many pieces are before each `<br>`.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start, self.end = start, end
        self.pieces: list[str] = []
        self.runs: list[_Run] = []
        self.brackets: list[_Bracket] = []
        self.spent = 0
        self.enclosed: dict[tuple[int, int], tuple[int, int]] = {}
        self.absent: set[str] = set()
        self.backticks: dict[int, list[int]] | None = None
        self.ends_with_text = False
        self.breaks: list[int] = []
        self._parse()

    def shown(self) -> str:
        """
        Return the plain text.
        """
        if not self.breaks:
            return "".join(self.pieces)
        starts, ends = [0, *self.breaks], [*self.breaks, len(self.pieces)]
        lines = ["".join(self.pieces[start:end]) for start, end in zip(starts, ends, strict=True)]
        lines = [
            lines[0].rstrip(_AROUND_BREAKS),
            *(line.strip(_AROUND_BREAKS) for line in lines[1:-1]),
            lines[-1].lstrip(_AROUND_BREAKS),
        ]
        return " ".join(line for line in lines if line)

    def _show(self, words: str, *, is_text: bool = False) -> None:
        self.pieces.append(words)
        self.ends_with_text = is_text

    def _parse(self) -> None:
        position = self.start
        while position < self.end:
            active = _ACTIVE.search(self.text, position, self.end)
            stop = self.end if active is None else active.start()
            if position < stop:
                self._show(self.text[position:stop], is_text=True)
            position = stop if active is None else self._take(active[0], stop)
        self._pair_runs(0)

    def _take(self, mark: str, position: int) -> int:
        """
        Read what begins at an active character, and return where it ends.
        """
        if mark in "*_~":
            return self._take_run(position)
        if mark == "[":
            return self._take_bracket(position, position + 1)
        if mark == "]":
            return self._take_closing_bracket(position)
        if mark == "!":
            is_image = self.text.startswith("[", position + 1, self.end)
            return self._take_bracket(position, position + 2) if is_image else self._take_text(position)
        if mark == "`":
            return self._take_code(position)
        if mark == "<":
            return self._take_html(position)
        if mark in "\r\n":
            return self._take_line_end(position)
        return self._take_escape(position)

    def _take_text(self, position: int) -> int:
        self._show(self.text[position], is_text=True)
        return position + 1

    def _take_escape(self, position: int) -> int:
        if self.text.startswith(("\\\n", "\\\r"), position, self.end):
            self.ends_with_text = False
            return position + 1
        escape = (_ESCAPE if self.text[position] == "\\" else _REFERENCE).match(self.text, position, self.end)
        if escape is None:
            return self._take_text(position)
        self._show(unescape(escape[0]))
        return escape.end()

    def _take_line_end(self, position: int) -> int:
        line_end = _LINE_END.match(self.text, position, self.end)
        if self.ends_with_text:
            self.pieces[-1] = self.pieces[-1].rstrip(" ")
        self._show("\n")
        return position + 1 if line_end is None else line_end.end()

    def _take_code(self, position: int) -> int:
        opening = _BACKTICKS.match(self.text, position, self.end)
        if opening is None:
            return self._take_text(position)
        closing = self._closing_backticks(len(opening[0]), opening.end())
        if closing == -1:
            self._show(opening[0])
            return opening.end()
        words = re.sub(r"\r\n?|\n", " ", self.text[opening.end() : closing])
        if words.strip(" ") and words.startswith(" ") and words.endswith(" "):
            words = words[1:-1]
        self._show(words)
        last = closing + len(opening[0])
        self.enclosed[position, last] = opening.end(), closing
        return last

    def _closing_backticks(self, length: int, position: int) -> int:
        if self.backticks is None:
            self.backticks = {}
            for run in _BACKTICKS.finditer(self.text, self.start, self.end):
                self.backticks.setdefault(len(run[0]), []).append(run.start())
        starts = self.backticks.get(length, [])
        index = bisect_left(starts, position)
        return starts[index] if index < len(starts) else -1

    def _take_html(self, position: int) -> int:
        autolink = _AUTOLINK.match(self.text, position, self.end)
        if autolink is not None:
            self._show(autolink[1])
            self.enclosed[autolink.span()] = autolink.span(1)
            return autolink.end()
        tag = _TAG.match(self.text, position, self.end)
        if tag is None:
            stop = self._end_of_opaque(position)
            return self._take_text(position) if stop == -1 else stop
        name = tag[1] or tag[2]
        if _ELEMENT.fullmatch(name) is None or _ACTS.search(tag[0]) is not None:
            self._show(tag[0])
            return tag.end()
        if name.lower() == "br":
            self.breaks.append(len(self.pieces))
        return tag.end()

    def _end_of_opaque(self, position: int) -> int:
        for opening, ahead, closing in _OPAQUE:
            if closing not in self.absent and opening.match(self.text, position, self.end) is not None:
                found = self.text.find(closing, position + ahead, self.end)
                if found != -1:
                    return found + len(closing)
                self.absent.add(closing)
        return -1

    def _take_run(self, position: int) -> int:
        run = _RUN.match(self.text, position, self.end)
        stop = position + 1 if run is None else run.end()
        words = self.text[position:stop]
        self._show(words)
        if words[0] != "~" or words == "~~":
            before = self.text[position - 1] if position > self.start else "\n"
            after = self.text[stop] if stop < self.end else "\n"
            can_open, can_close = _flanking(words[0], before, after)
            if can_open or can_close:
                piece = len(self.pieces) - 1
                self.runs.append(_Run(words[0], piece, position, stop, len(words), can_open, can_close))
        return stop

    def _pair_runs(self, bottom: int) -> None:
        """
        Find the pairs among the runs from this index on, and forget these runs.
        """
        openers: list[_Run] = []
        # For each kind of closing run, the offset before which nothing can open emphasis for it.
        bottoms: dict[tuple[str, bool, int], int] = {}
        for closer in self.runs[bottom:]:
            key = (closer.mark, closer.can_open, closer.length % 3)
            while closer.can_close and closer.start < closer.end:
                index = len(openers) - 1
                while index >= 0 and openers[index].start >= bottoms.get(key, -1):
                    if openers[index].may_pair_with(closer):
                        break
                    index -= 1
                else:
                    bottoms[key] = closer.start
                    break
                del openers[index + 1 :]
                self._pair(openers[index], closer)
                if openers[index].start == openers[index].end:
                    openers.pop()
            if closer.can_open and closer.start < closer.end:
                openers.append(closer)
        del self.runs[bottom:]

    def _pair(self, opener: _Run, closer: _Run) -> None:
        used = 2 if min(opener.end - opener.start, closer.end - closer.start) >= 2 else 1
        self.enclosed[opener.end - used, closer.start + used] = opener.end, closer.start
        opener.end -= used
        closer.start += used
        for run in (opener, closer):
            self.pieces[run.piece] = run.mark * (run.end - run.start)

    def _take_bracket(self, position: int, stop: int) -> int:
        footnote = _FOOTNOTE.match(self.text, position, self.end)
        if footnote is not None:
            return footnote.end()
        self._show(self.text[position:stop])
        self.brackets.append(_Bracket(position, stop, len(self.pieces) - 1, len(self.runs), self.text[position] == "!"))
        return stop

    def _take_closing_bracket(self, position: int) -> int:
        opener = self.brackets.pop() if self.brackets else None
        is_spent = opener is not None and not opener.is_image and len(self.brackets) < self.spent
        self.spent = min(self.spent, len(self.brackets))
        stop = -1 if opener is None or is_spent else self._end_of_link(opener, position + 1)
        if opener is None or stop == -1:
            return self._take_text(position)
        self._pair_runs(opener.runs)
        self.pieces[opener.piece] = ""
        self.ends_with_text = False
        self.enclosed[opener.start, stop] = opener.end, position
        if not opener.is_image:
            self.spent = len(self.brackets)
        return stop

    def _end_of_link(self, opener: _Bracket, position: int) -> int:
        """
        Return where the target of a link ends whose words end at `position`; -1 if this is no link.
        """
        stop = end_of_target(self.text, position, self.end)
        if stop != -1:
            return stop
        label = _FULL_REFERENCE.match(self.text, position, self.end)
        if label is not None:
            return label.end()
        if self.text.startswith("[]", position, self.end) and not self.text.startswith("(", position + 2, self.end):
            words = _LABEL.match(self.text, opener.end - 1, self.end)
            return position + 2 if words is not None and words.end() == position else -1
        return -1


def _flanking(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """
    Return whether a run of marks between these characters can open emphasis, and whether it can close it.
    """
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_punctuation(before), _is_punctuation(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    if mark != "_":
        return left, right
    return left and (not right or mark_before), right and (not left or mark_after)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
