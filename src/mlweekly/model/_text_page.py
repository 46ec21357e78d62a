"""
Texts on pages: in the language of an edition first, and an original beside its translations.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly._display import Inline, Mark, Quote, Run, quote, shortened
from mlweekly.model._text import Text

__all__ = ["languages_for", "other_languages", "preferred"]


def languages_for(text: Text, edition: str | None) -> tuple[str, ...]:
    """
    Return the languages of a text, the edition's own first; a tag with the same language but another region counts.

    >>> text = Text("Moshi", translations={"ja": "モシ", "pt-BR": "Moshi"})
    >>> languages_for(text, "ja"), languages_for(text, "pt"), languages_for(text, None)
    (('ja', 'en', 'pt-BR'), ('pt-BR', 'en', 'ja'), ('en', 'ja', 'pt-BR'))
    """
    primary = None if edition is None else edition.partition("-")[0]

    def distance(tag: str) -> int:
        return 0 if tag == edition else 1 if tag.partition("-")[0] == primary else 2

    return tuple(sorted(text.languages, key=distance))


def preferred(text: Text, edition: str | None, mark: Mark = "plain", *, is_short: bool = False) -> Quote:
    """
    Return a text in the language of an edition, if it has one, else the original, else a translation.
    """
    language = languages_for(text, edition)[0]
    words = text[language]
    return quote(shortened(words) if is_short else words, mark, language=language)


def other_languages(text: Text, edition: str | None) -> Iterator[Inline]:
    """
    Yield what a text says in its other languages, each after its tag.
    """
    for language in languages_for(text, edition)[1:]:
        yield Run(f" {language} ", "quiet")
        yield quote(text[language], language=language)
