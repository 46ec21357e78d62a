"""
Texts with their translations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import Factory, field, frozen

from mlweekly.errors import Problem, pointer_to
from mlweekly.model._kinds import (
    EMPTY,
    ORIGINAL_LANGUAGE,
    STRING,
    TRANSLATIONS,
    Extra,
    json_members,
    language_tag,
    translations,
)
from mlweekly.model._mapping import FrozenMapping
from mlweekly.model._members import ModelObject, member
from mlweekly.model._strings import canonical_tag, shortened, shown, string_problem

_LONGEST_SHOWN = 60


def _language_of_original(text: Text) -> str | None:
    return None if text.original is None else "en"


@frozen(repr=False)
class Text(ModelObject):
    """
    An original, or translations, or both; never neither.

    >>> title = Text("On the Diagram of Thought", translations={"ja": "思考のダイアグラムについて"})
    >>> title["ja"], title["en"] == title.original
    ('思考のダイアグラムについて', True)

    Attributes:
        original: The text in the language that it was written in; None if an edition holds a translation alone.
        language: The BCP 47 tag of the original, "en" by default (the language of every paper counted, 1,300
            of 1,300); None if there is no original.
        translations: The translations by tag, immutable and in the order of the tags; never one in the original's own
            language.
        extra: Members of a newer minor version.
    """

    original: str | None = field(default=None, metadata=member(STRING, "this original"))
    language: str | None = field(
        default=Factory(_language_of_original, takes_self=True),
        converter=language_tag,
        metadata=member(ORIGINAL_LANGUAGE, "this language", implied="en"),
    )
    translations: FrozenMapping[str, str] = field(
        default=EMPTY, converter=translations, metadata=member(TRANSLATIONS, "this translation")
    )
    extra: Extra = field(default=EMPTY, converter=json_members, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # Nearly every text of a digest; the full look costs as much again.
        is_plain = self.language == "en" and self.extra is EMPTY and string_problem(self.original) is None
        if self.translations is not EMPTY:
            is_plain = is_plain and not TRANSLATIONS.check(self.translations) and "en" not in self.translations
        if not is_plain:
            super().__attrs_post_init__()

    def __contradictions__(self) -> Sequence[Problem]:
        language: object = self.language
        if self.original is not None and language is not None and self.translations is EMPTY:
            return ()
        problems: list[Problem] = []
        if self.original is None and language is not None:
            problems.append(Problem("/language", f"must be None if there is no original, got {shown(language)}"))
        if self.original is not None and language is None:
            problems.append(Problem("/language", 'must be a BCP 47 tag ("und" if it is unknown), got None'))
        if self.original is None and self.translations is EMPTY:
            problems.append(Problem("", "must have an original or a translation"))
        if isinstance(language, str) and type(self.translations) is FrozenMapping and language in self.translations:
            pointer = pointer_to("translations", language)
            problems.append(Problem(pointer, f"must not be in the language of the original, {language!r}"))
        return problems

    def __str__(self) -> str:
        return next(iter(self.translations.values())) if self.original is None else self.original

    def __repr__(self) -> str:
        words = [] if self.original is None else [repr(shortened(self.original, _LONGEST_SHOWN))]
        if self.language not in {None, "en"}:
            words.append(repr(self.language))
        if self.translations:
            words.append(f"translations in {', '.join(self.translations)}")
        return f"{type(self).__name__}({', '.join(words)})"

    def __getitem__(self, tag: str) -> str:
        tag = canonical_tag(tag)
        if self.original is not None and tag == self.language:
            return self.original
        return self.translations[tag]

    def __contains__(self, tag: object) -> bool:
        return isinstance(tag, str) and canonical_tag(tag) in self.languages

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


class Abstract(Text):
    """
    What the authors say about their paper: a `Text` that is never equal to a summary with the same words.
    """

    __slots__ = ()
