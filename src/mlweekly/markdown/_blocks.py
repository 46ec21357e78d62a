"""
The blocks of a Markdown text, by CommonMark 0.31 and the tables of GitHub Flavored Markdown, as a flat sequence.

A block is one line, except for fences, comments, verbatim HTML and front matter, which are opaque: no line inside them
is looked at. The readers of all layouts, and the detection of dialects, interpret these blocks.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple, TypeAlias

from mlweekly._expressions import expression
from mlweekly.document import DIRECTIVE
from mlweekly.markdown._html_blocks import ENDS, HTML_TAG
from mlweekly.markdown._lines import Lines, end_of_object, stripped

__all__ = ["OPAQUE", "Block", "Kind", "blocks_of", "bounds_of", "is_blank_or_rule", "is_directive", "is_rule"]

Kind: TypeAlias = Literal[
    "blank",
    "text",
    "heading",
    "underline",
    "rule",
    "item",
    "quote",
    "row",
    "delimiter",
    "definition",
    "html",
    "directive",
    "comment",
    "verbatim",
    "fence",
    "front matter",
]
OPAQUE: Final[frozenset[Kind]] = frozenset({"comment", "verbatim", "fence", "front matter"})
"""
The kinds of blocks that may span lines.
"""


class Block(NamedTuple):
    """
    A line, or the lines of an opaque block.

    Attributes:
        kind: What it is. Text above an "underline" is a setext heading; a "directive" holds nothing but comments to
            validation; "html" begins with a tag, or with a comment that other words follow.
        start: The offset at which its first line begins.
        end: The offset at which its last line ends, the line end excluded.
        first: The offset at which its words begin, behind indentation and marks.
        last: The offset at which its words end, before white space and closing marks.
        level: Of a heading and an underline the level; of an item, how many items are around it; of text, the level of
            the heading that it would be with a space behind its marks (`##Title`), else 0.
        number: The number of an item of an ordered list.
    """

    kind: Kind
    start: int
    end: int
    first: int
    last: int
    level: int = 0
    number: int | None = None


_HEADING = expression(r"(#{1,6})(?:(?=[ \t]|$)|(?=[^#\s]))")
_RULE = expression(r"(?:-[ \t]*+){3,}|(?:\*[ \t]*+){3,}|(?:_[ \t]*+){3,}")
_ITEM = expression(r"(?:[-*+]|([0-9]{1,9})[.)])(?=[ \t]|$)[ \t]*+")
_UNDERLINE, _QUOTE = expression(r"=+|-+"), expression(r">[ \t]?")
_DELIMITER = expression(r"(?=[^|]*\|)\|?[ \t]*+:?-+:?[ \t]*+(?:\|[ \t]*+:?-+:?[ \t]*+)*+\|?")
_DEFINITION = expression(r"\[(?![\]^])(?:[^\[\]\\]|\\.){1,999}\]:[ \t]*\S")
_FENCE = expression(r"(`{3,})[^`]*$|(~{3,})")
_FRONT_MATTER = expression(r"---[ \t]*(?:\r\n?|\n)(?=[\w\"'-]{1,80}[ \t]*:)")
_MARKS = frozenset("#>[-=*_+:0123456789")
_LIKE_RULES = frozenset("-*_=|: \t")
_INDENTED_CODE = 4
_IN_QUOTE = -1


def bounds_of(text: str, block: Block) -> tuple[int, int]:
    """
    Return start and end of a block with its marks, without the white space around it.
    """
    if block.kind in ("text", "row", "delimiter"):
        return block.first, block.last
    return stripped(text, block.start, block.end)


def is_rule(block: Block) -> bool:
    """
    Return whether a block is a thematic break, or would be one if no text were right above it.
    """
    return block.kind == "rule" or (block.kind == "underline" and block.level == 2 and block.last - block.first >= 3)


def is_blank_or_rule(line: str) -> bool:
    """
    Return whether a line shows no words: it is blank, or a thematic break.
    """
    words = line.strip()
    return not words or _RULE.fullmatch(words) is not None


def is_directive(text: str, start: int, end: int) -> bool:
    """
    Return whether a part of a text is nothing but comments to validation.
    """
    while text.startswith("<!--", start, end):
        directive = DIRECTIVE.match(text, start, end)
        if directive is None:
            return False
        start, end = stripped(text, directive.end(), end)
        if start == end:
            return True
    return False


def blocks_of(lines: Lines) -> list[Block]:
    """
    Return the blocks of a text in order; together they hold all of its lines. The time is linear in the length.
    """
    return _Scanner(lines).blocks


class _Scanner:
    """
    Goes through the lines once.

    Attributes:
        blocks: The blocks so far.
        items: The columns at which the words of the open items begin.
        depth: How many of these items hold the line, by its indentation.
        column: Its indentation beyond the innermost of them.
        paragraph: How many items hold the paragraph that the line before is part of; -1 for one in a quote, None if
            there is no paragraph.
        is_bare: Whether the line before is a row of a table without bars in front.
        end_of_inner: Where a fence or a comment ends that the words of the last item open; it begins on the next line.
    """

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.text = lines.text
        self.blocks: list[Block] = []
        self.items: list[int] = []
        self.depth = self.column = 0
        self.paragraph: int | None = None
        self.is_bare = False
        self.end_of_inner = -1
        self.never_closed: set[re.Pattern[str]] = set()
        index = self._front_matter()
        while index < len(lines.starts):
            index = self._take(index)

    def _front_matter(self) -> int:
        """
        Take YAML between lines of dashes whose first one names a member, or JSON; return the index of the next line.
        """
        start = self.lines.starts[0]
        if self.text.startswith("{", start):
            return self._front_matter_in_json(start)
        if _FRONT_MATTER.match(self.text, start) is None:
            return 0
        for index in range(1, len(self.lines.starts)):
            end = self.lines.ends[index]
            if self.text[self.lines.starts[index] : end].rstrip(" \t") in ("---", "..."):
                self.blocks.append(Block("front matter", start, end, start, end))
                return index + 1
        return 0

    def _front_matter_in_json(self, start: int) -> int:
        """
        Take an object that other lines follow; return the index of the next line.
        """
        end = end_of_object(self.text, start)
        if end is None:
            return 0
        index = self.lines.index_at(end)
        self.blocks.append(Block("front matter", start, end, start, end))
        return index + 1

    def _take(self, index: int) -> int:
        """
        Add the block that begins at a line, and return the index of the line behind it.
        """
        start, end = self.lines.starts[index], self.lines.ends[index]
        first, last = stripped(self.text, start, end)
        if self.end_of_inner > start:
            self.blocks.append(Block("fence", start, self.end_of_inner, first, self.end_of_inner))
            return self.lines.index_at(self.end_of_inner) + 1
        if first == last:
            self.blocks.append(Block("blank", start, end, first, last))
            self.paragraph, self.is_bare = None, False
            return index + 1
        mark = self.text[first]
        if mark == "|":
            is_delimiter = _DELIMITER.fullmatch(self.text, first, last) is not None
            self.blocks.append(Block("delimiter" if is_delimiter else "row", start, end, first, last))
            self.paragraph = None
            self.items.clear()
            return index + 1
        self._indent(start, first)
        block = Block("text", start, end, first, last)
        if mark in "`~<" and self.column < _INDENTED_CODE:
            block = self._fence(index, block) if mark != "<" else self._html(block)
        elif mark in _MARKS:
            block = self._marked(block, mark)
        if block.kind == "text" and self.is_bare and "|" in self.text[first:last]:
            block = block._replace(kind="row")
        self._put(block, first)
        if block.kind == "item" and self.text.startswith(("`", "~", "<"), block.first, block.last):
            self.end_of_inner = self._end_of_inner(index, block)
        return index + 1 if block.end == end else self.lines.index_at(block.end) + 1

    def _indent(self, start: int, first: int) -> None:
        column = 0
        if start < first:
            indentation = self.text[start:first]
            column = len(indentation.expandtabs(4))
            if indentation.strip(" \t"):  # other white space is text to Markdown
                column = _INDENTED_CODE + (self.items[-1] if self.items else 0)
        self.depth = len(self.items)
        while self.depth and column < self.items[self.depth - 1]:
            self.depth -= 1
        self.column = column - self.items[self.depth - 1] if self.depth else column

    def _put(self, block: Block, first: int) -> None:
        """
        Add a block whose line has its first mark or word here, and note which items and paragraph it leaves open.
        """
        self.blocks.append(block)
        if block.kind not in ("row", "delimiter"):
            self.is_bare = False
        if block.kind == "text" and self.paragraph is not None:
            return
        around = self.items[self.depth - 1] if self.depth else 0
        del self.items[self.depth :]
        self.paragraph = self.depth if block.kind == "text" else _IN_QUOTE if block.kind == "quote" else None
        if self.column >= _INDENTED_CODE:
            self.paragraph = None
        if block.kind == "item":
            self.items.append(around + self.column + block.first - first)
            if block.first < block.last and self.text[block.first] != "#":
                self.paragraph = len(self.items)

    def _marked(self, block: Block, mark: str) -> Block:
        """
        Return the block of a line whose first character may be a mark.
        """
        first, last = block.first, block.last
        # What most items are: a bullet, a space, and what is neither a rule nor the delimiter of a table.
        if (
            mark in "-*+"
            and first + 2 < last
            and self.text[first + 1] == " "
            and self.text[first + 2] not in _LIKE_RULES
        ):
            return block if self.column >= _INDENTED_CODE else self._item(block)
        if mark in "-*_" and _RULE.fullmatch(self.text, first, last) is not None and not self._is_underline(block):
            return block._replace(kind="rule")
        if mark in "-:" and self._is_delimiter(block):
            return block._replace(kind="delimiter")
        if self.column >= _INDENTED_CODE:
            return block
        if mark == "#":
            return self._heading(block)
        if mark == ">":
            quote = _QUOTE.match(self.text, first, last)
            return block._replace(kind="quote", first=last if quote is None else quote.end())
        if mark == "[":
            is_definition = self.paragraph is None and _DEFINITION.match(self.text, first, last) is not None
            return block._replace(kind="definition") if is_definition else block
        if mark in "-=" and self._is_underline(block):
            return block._replace(kind="underline", level=1 if mark == "=" else 2)
        return self._item(block)

    def _is_underline(self, block: Block) -> bool:
        is_under_text = self.paragraph == self.depth and self.blocks[-1].kind == "text"
        return is_under_text and _UNDERLINE.fullmatch(self.text, block.first, block.last) is not None

    def _is_delimiter(self, block: Block) -> bool:
        """
        Return whether this is the second line of a table without bars in front; text above it then becomes a row.
        """
        if _DELIMITER.fullmatch(self.text, block.first, block.last) is None:
            return False
        above = self.blocks[-1] if self.blocks else None
        if above is None or above.kind != "text":
            return True
        bars, bars_above = (self.text[each.first : each.last].strip("|").count("|") for each in (block, above))
        if bars != bars_above:
            return False
        self.blocks[-1] = above._replace(kind="row")
        self.is_bare = True
        return True

    def _heading(self, block: Block) -> Block:
        opening = _HEADING.match(self.text, block.first, block.last)
        if opening is None:
            return block
        level = len(opening[1])
        if opening.end() < block.last and self.text[opening.end()] not in " \t":
            return block._replace(level=level)
        first, last = stripped(self.text, opening.end(), block.last)
        words = self.text[first:last]
        bare = words.rstrip("#")
        if bare != words and (not bare or bare[-1] in " \t"):
            last = first + len(bare.rstrip())
        return Block("heading", block.start, block.end, first, last, level)

    def _item(self, block: Block) -> Block:
        marker = _ITEM.match(self.text, block.first, block.last)
        if marker is None:
            return block
        number = None if marker[1] is None else int(marker[1])
        is_empty = marker.end() == block.last
        if self.paragraph == self.depth and (is_empty or number not in (None, 1)):
            return block
        return Block("item", block.start, block.end, marker.end(), block.last, self.depth, number)

    def _fence(self, index: int, block: Block) -> Block:
        """
        Return the fence that begins at a line; one that is never closed goes on to the end of its item, or of the text.
        """
        opening = _FENCE.match(self.text, block.first, block.last)
        if opening is None:
            return block
        around = self.items[self.depth - 1] if self.depth else 0
        return block._replace(kind="fence", end=self._end_of_fence(index, opening[1] or opening[2], around))

    def _end_of_fence(self, index: int, fence: str, around: int) -> int:
        for following in range(index + 1, len(self.lines.starts)):
            start, end = self.lines.starts[following], self.lines.ends[following]
            words = self.text[start:end].strip(" \t")
            indentation = len(self.text[start:end]) - len(self.text[start:end].lstrip(" "))
            if words and indentation < around:
                return self.lines.ends[following - 1]
            if len(words) >= len(fence) and not words.strip(fence[0]) and indentation < around + _INDENTED_CODE:
                return end
        return self.lines.ends[-1]

    def _end_of_inner(self, index: int, item: Block) -> int:
        """
        Return where a fence or a comment ends that the words of an item open; -1 if they open none.

        Both end with their item at the latest. A comment that is not closed in it hides nothing, as elsewhere.
        """
        fence = _FENCE.match(self.text, item.first, item.last)
        if fence is not None:
            return self._end_of_fence(index, fence[1] or fence[2], self.items[-1])
        if not self.text.startswith("<!--", item.first, item.last) or "-->" in self.text[item.first : item.last]:
            return -1
        for following in range(index + 1, len(self.lines.starts)):
            start, end = self.lines.starts[following], self.lines.ends[following]
            words = self.text[start:end].lstrip(" ")
            if words.strip() and end - start - len(words) < self.items[-1]:
                break
            if "-->" in words:
                return end
        return -1

    def _html(self, block: Block) -> Block:
        """
        Return the comment, the verbatim HTML or the line of HTML that begins at a line, if one does.

        A comment that is never closed is a line of its own: a page would show nothing behind it, but who forgot the end
        of a comment did not mean to hide a digest.
        """
        for opening, closing in ENDS:
            match = opening.match(self.text, block.first, block.last)
            if match is not None:
                is_comment = match[0] == "<!--"
                found = None if closing in self.never_closed else closing.search(self.text, match.end())
                if found is None:
                    self.never_closed.add(closing)
                    return block._replace(kind="comment" if is_comment else "html")
                end = self.lines.ends[self.lines.index_at(found.start())]
                if end > block.end:
                    return block._replace(kind="comment" if is_comment else "verbatim", end=end)
                if is_directive(self.text, block.first, block.last):
                    return block._replace(kind="directive")
                return block._replace(kind="comment" if is_comment and found.end() == block.last else "html")
        tag = HTML_TAG.match(self.text, block.first, block.last)
        return (
            block
            if tag is None or (tag.end() == block.last and self.paragraph is not None)
            else block._replace(kind="html")
        )
