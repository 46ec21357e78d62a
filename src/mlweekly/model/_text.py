"""
Texts with their translations.

Lives here: `Text` and `Abstract`.
Must not know: where a text stands, or how a dialect writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import Factory, field, frozen

from mlweekly.errors import Problem, pointer_to, reject_if_any
from mlweekly.model._extra import NO_EXTRA, Extra, extra_members, extra_problems
from mlweekly.model._mapping import FrozenMapping
from mlweekly.model._strings import is_language_tag, language_problem, string_problem

__all__ = ["Abstract", "Text"]

_NO_TRANSLATIONS: FrozenMapping[str, str] = FrozenMapping()


def _translations(values: Mapping[str, str]) -> FrozenMapping[str, str]:
    if values is _NO_TRANSLATIONS or not values:
        return _NO_TRANSLATIONS
    return values if isinstance(values, FrozenMapping) else FrozenMapping(values)


def _language_of_original(text: Text) -> str | None:
    return None if text.original is None else "en"


@frozen
class Text:
    """
    An original, or translations, or both; never neither.

    >>> title = Text("On the Diagram of Thought", translations={"ja": "思考のダイアグラムについて"})
    >>> title["ja"], title["en"] == title.original
    ('思考のダイアグラムについて', True)

    Attributes:
        original: The text in the language that it was written in; None where an edition holds a translation alone.
        language: The BCP 47 tag of the original, "en" unless said otherwise (the language of every paper counted, 1,300
            of 1,300); None where there is no original.
        translations: The translations by tag, immutable; never one in the original's own language.
        extra: Members of a newer minor version.
    """

    original: str | None = None
    language: str | None = field(default=Factory(_language_of_original, takes_self=True))
    translations: FrozenMapping[str, str] = field(default=_NO_TRANSLATIONS, converter=_translations)
    extra: Extra = field(default=NO_EXTRA, converter=extra_members, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # Nearly every text of a digest; what follows costs as much again.
        is_plain = self.translations is _NO_TRANSLATIONS and self.language == "en" and self.extra is NO_EXTRA
        if is_plain and string_problem(self.original) is None:
            return
        reject_if_any(type(self).__name__, self._problems())

    def _problems(self) -> Iterator[Problem]:
        if self.original is None:
            if self.language is not None:
                yield Problem("/language", f"must be None where there is no original, got {self.language!r}")
            if self.translations is _NO_TRANSLATIONS:
                yield Problem("", "must have an original or a translation")
        else:
            problem = string_problem(self.original)
            if problem is not None:
                yield Problem("/original", problem)
            if not is_language_tag(self.language):
                yield Problem("/language", f'must be a BCP 47 tag ("und" if it is unknown), got {self.language!r}')
        if self.translations is not _NO_TRANSLATIONS:
            yield from self._translation_problems()
        if self.extra is not NO_EXTRA:
            yield from extra_problems(self.extra, ("original", "language", "translations"))

    def _translation_problems(self) -> Iterator[Problem]:
        for tag, translation in self.translations.items():
            pointer = "/translations" + pointer_to(tag)
            problem = language_problem(tag)
            if problem is not None:
                yield Problem(pointer, problem)
            elif tag == self.language:
                yield Problem(pointer, f"must not be in the language of the original, {tag!r}")
            problem = string_problem(translation)
            if problem is not None:
                yield Problem(pointer, problem)

    def __str__(self) -> str:
        return next(iter(self.translations.values())) if self.original is None else self.original

    def __getitem__(self, tag: str) -> str:
        if self.original is not None and tag == self.language:
            return self.original
        return self.translations[tag]

    def __contains__(self, tag: object) -> bool:
        return tag in self.languages

    def __iter__(self) -> Iterator[str]:
        return iter(self.languages)

    @property
    def languages(self) -> tuple[str, ...]:
        """
        The tags that there is a text for, the original's first.
        """
        return tuple(self.translations) if self.language is None else (self.language, *self.translations)

    def get(self, tag: str, default: str | None = None) -> str | None:
        """
        Return the text in the language, original or translation, or the default.
        """
        return self[tag] if tag in self else default


@frozen
class Abstract(Text):
    """
    What the authors say of their paper: a `Text` that is never equal to a summary with the same words.
    """
