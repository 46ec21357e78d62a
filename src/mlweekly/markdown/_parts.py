"""
What the two visible parts of a post's text are: which is the original, and which the translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from mlweekly._expressions import expression
from mlweekly.markdown._languages import ScriptCounts, in_script_of, language_of_script
from mlweekly.markdown._plain_text import plain_span, plain_text
from mlweekly.model import Text

__all__ = ["RANK_IN_HEADING", "Parts", "Roles", "attributed", "has_words", "roles_of", "title_parts"]

RANK_IN_HEADING = expression(r"([1-9][0-9]{0,3})[.)][ \t]+(?=\S)")
"""
The rank before the title of a paper, `2. Moshi`; a title that begins so is written `2\\. Moshi`.
"""

TextT = TypeVar("TextT", bound=Text)

# An image, a bare URL or a tag: posts have figures and links to demos on lines of their own.
_FIGURE = expression(
    r"!\[[^\[\]]{0,500}\](?:\([^()\n]{0,2000}\))?|<?https?://[^\s<>]+>?|<[A-Za-z/][^<>]{0,2000}>", re.IGNORECASE
)
_LETTER = expression(r"\w")
_SLASH = expression(r"(?<![ \t])[ \t]++/[ \t]++")


class Parts(NamedTuple):
    """
    The visible parts of a text, in paragraphs: what the edition says itself, and what it quotes.
    """

    own: tuple[str, ...]
    quoted: tuple[str, ...]


class Roles(NamedTuple):
    """
    The language of the original that is visible, and of the translation; None if the part is not visible.
    """

    original: str | None
    translation: str | None

    def build(self, kind: type[TextT], parts: Parts) -> TextT:
        """
        Return the text that the parts are in these roles.
        """
        own, quoted = "\n\n".join(parts.own), "\n\n".join(parts.quoted)
        if self.translation is None:
            return kind(own or quoted, self.original)
        if self.original is None:
            return kind(translations={self.translation: own or quoted})
        return kind(quoted, self.original, {self.translation: own})

    @property
    def visible(self) -> int:
        """
        How many parts are visible.
        """
        return (self.original is not None) + (self.translation is not None)


def title_parts(heading: str, language: str | None, *, roles: Roles | None = None) -> Parts:
    """
    Split a heading `translation / original`; a slash inside a title is escaped in titles that we write.

    Of several slashes, the first with the edition's script before it and none of it after it separates the two.
    """
    whole, heading = heading, heading[slice(*plain_span(heading, 0, len(heading)))]
    slashes = list(_SLASH.finditer(heading))
    is_split = bool(slashes) and (language or "en").partition("-")[0] != "en"
    if roles is not None:
        is_split = bool(slashes) and roles.visible == 2
    if is_split:
        slash = slashes[0] if len(slashes) == 1 else _slash_between_scripts(heading, slashes, language)
        if slash is not None:
            return Parts((plain_text(heading[: slash.start()]),), (plain_text(heading[slash.end() :]),))
    return Parts((plain_text(whole),), ())


def _slash_between_scripts(
    heading: str, slashes: Iterable[re.Match[str]], language: str | None
) -> re.Match[str] | None:
    if in_script_of(language, "") is None:
        return None
    counts = ScriptCounts(heading)
    fitting = (
        slash
        for slash in slashes
        if counts.is_east_asian(0, slash.start()) and not counts.is_east_asian(slash.end(), len(heading))
    )
    return next(fitting, None)


def has_words(paragraphs: Iterable[str]) -> bool:
    """
    Return whether some paragraph is more than images and bare URLs.
    """
    return any(not _has_figure(each) or _LETTER.search(_FIGURE.sub("", each)) for each in paragraphs)


def _has_figure(paragraph: str) -> bool:
    # Most paragraphs have none of these, which is told in a tenth of the time.
    is_possible = "![" in paragraph or "://" in paragraph or "<" in paragraph
    return is_possible and _FIGURE.search(paragraph) is not None


def roles_of(parts: Parts, language: str | None) -> tuple[Roles, Parts, str | None]:
    """
    Tell what the parts are if nothing but the text says it.

    A quote is the original, in English. What is not quoted is the edition's own: the translation, or the original in an
    edition in English. Without a quote the script tells: Latin paragraphs of a Japanese post are the original.
    Images and bare URLs are no words: they belong to the paragraph before them, or else behind them.

    Returns:
        The roles, the parts that they belong to, and the doubt with which they were told.
    """
    language = language or "en"
    is_english = language.partition("-")[0] == "en"
    if parts.own and parts.quoted and not has_words(parts.own):
        parts = Parts((), parts.own + parts.quoted)
    elif parts.own and parts.quoted and not has_words(parts.quoted):
        parts = Parts(parts.own + parts.quoted, ())
    if parts.own and parts.quoted:
        return Roles("und" if is_english else "en", language), parts, None
    if parts.quoted:
        return Roles("en", None), parts, None
    if in_script_of(language, "") is None:
        return (Roles("en", None) if is_english else Roles(None, language)), parts, None
    own, quoted = _told_by_script(parts.own, language)
    if own and quoted:
        return Roles("en", language), Parts(own, quoted), "the original is not quoted, known by its script"
    return (Roles(None, language) if own else Roles("en", None)), parts, None


def _told_by_script(paragraphs: Iterable[str], language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    own: list[str] = []
    quoted: list[str] = []
    undecided: list[str] = []
    side: list[str] | None = None
    for paragraph in paragraphs:
        if not has_words([paragraph]):
            (undecided if side is None else side).append(paragraph)
            continue
        is_own = in_script_of(language, paragraph) or (language_of_script(paragraph) is None and not quoted)
        side = own if is_own else quoted
        side += [*undecided, paragraph]
        undecided = []
    return tuple(own + undecided), tuple(quoted)


def attributed(kind: type[TextT], parts: Parts, language: str | None) -> tuple[TextT, str | None]:
    """
    Return the text that the parts are, and the doubt with which it was told.
    """
    roles, parts, doubt = roles_of(parts, language)
    return roles.build(kind, parts), doubt
