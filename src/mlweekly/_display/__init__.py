"""
How a value is shown to a person: as plain text, Markdown, HTML or coloured text.

A value that can be shown is `Displayed`, and its `__page__` says what is on its page. How a page is written is decided
here, once, so no value can forget to escape what a digest says. This package knows no value that is shown, and imports
no library that shows it. All but `Displayed` loads when something is first shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly._wording import counted
from mlweekly._wording import excerpt as shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mlweekly._display._bounds import beginning
    from mlweekly._display._characters import is_web_address, on_one_line
    from mlweekly._display._console import Console, Dimensions
    from mlweekly._display._html import html_document, html_fragment
    from mlweekly._display._markdown import markdown
    from mlweekly._display._page import (
        Block,
        Code,
        Heading,
        Inline,
        Item,
        Items,
        Mark,
        Page,
        Paragraph,
        Quote,
        Run,
        Sign,
        Table,
        link_to,
        quote,
    )
    from mlweekly._display._text import plain_text

__all__ = [
    "Block",
    "Code",
    "Displayed",
    "Heading",
    "Inline",
    "Item",
    "Items",
    "Mark",
    "Page",
    "Paragraph",
    "Quote",
    "Run",
    "Sign",
    "Table",
    "beginning",
    "counted",
    "html_document",
    "html_fragment",
    "is_web_address",
    "link_to",
    "markdown",
    "on_one_line",
    "plain_text",
    "quote",
    "shortened",
]

__getattr__, __dir__ = on_demand(
    __name__,
    __all__,
    {
        **dict.fromkeys(__all__, "_page"),
        **dict.fromkeys(("html_document", "html_fragment"), "_html"),
        "beginning": "_bounds",
        "markdown": "_markdown",
        **dict.fromkeys(("is_web_address", "on_one_line"), "_characters"),
        "plain_text": "_text",
    },
)


class Displayed:
    """
    A value that notebooks and consoles can show: as HTML and Markdown in Jupyter, in colours if rich prints it.

    A notebook shows the beginning of what is long; what is asked for by a call or printed is shown whole.
    """

    __slots__ = ()

    def __page__(self) -> Page:
        """
        Return what there is to show.
        """
        raise NotImplementedError

    def _page_at_a_prompt(self) -> Page:
        """
        Return what is shown to a person who typed the name of the value.
        """
        from mlweekly._display._bounds import beginning

        return beginning(self.__page__())

    def _repr_html_(self) -> str:
        from mlweekly._display._html import html_fragment

        return html_fragment(self._page_at_a_prompt())

    def _repr_markdown_(self) -> str:
        from mlweekly._display._markdown import markdown

        return markdown(self._page_at_a_prompt())

    def __rich_console__(self, console: Console, options: Dimensions) -> Iterator[object]:
        from mlweekly._display._console import coloured_lines

        return coloured_lines(self.__page__(), console, options)
