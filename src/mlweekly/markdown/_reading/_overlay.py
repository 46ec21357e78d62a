"""
How the members of a hidden block change what was read of the visible text, and when they no longer fit it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar, cast

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.dates import DateRange
from mlweekly.errors import ModelError, Problem
from mlweekly.markdown._hidden import HiddenBlock, ShownPaper, shown_section, title_seal
from mlweekly.markdown._parts import Parts, Roles, attributed, has_words, title_parts
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.model import (
    Abstract,
    ContentsEntry,
    FrozenMapping,
    Issue,
    Link,
    LinkSet,
    Paper,
    Series,
    Text,
    is_language_tag,
    version_problem,
)

__all__ = ["language_of", "overlay_issue", "overlay_paper", "overlay_series"]

TextT = TypeVar("TextT", bound=Text)
Value = TypeVar("Value")

_NO_ROLES = Roles(None, None)
_DAY = expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_SHOWN = 60


class _Members:
    """
    The members of a block, taken one by one; what is not taken, or does not fit, becomes a problem.
    """

    def __init__(self, members: Mapping[str, object], pointer: str = "") -> None:
        self.members = dict(members)
        self.pointer = pointer
        self.problems: list[Problem] = []

    def take(self, name: str, read: Callable[[object], Value]) -> Value | None:
        """
        Return what a member says; None if there is no such member, or a problem with it.
        """
        if name not in self.members:
            return None
        value = self.members.pop(name)
        try:
            return read(value)
        except ModelError as error:
            reasons = "; ".join(problem.message for problem in error.problems) or error.summary
        except (ValueError, TypeError) as error:
            reasons = str(error)
        words = repr(value)
        words = words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 3]}..."
        self.problem(f"/{name}", f"the block says {words}, not used: {reasons}")
        return None

    def take_members(self, name: str) -> _Members:
        """
        Return the members of a member that is an object; none if it is not there.
        """
        return _Members(self.take(name, _object) or {}, f"/{name}")

    def problem(self, pointer: str, message: str, kind: str | None = None) -> None:
        """
        Add a problem.
        """
        self.problems.append(Problem(self.pointer + pointer, message, kind=kind))

    def finish(self) -> list[Problem]:
        """
        Return all problems, those of members that were not taken among them.
        """
        for name in self.members:
            self.problem("", f"the block has a member {name!r} that is not known")
        return self.problems


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("it must be a string")
    return value


def _strings(value: object) -> tuple[str, ...]:
    return tuple(_string(item) for item in _array(value))


def _array(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("it must be an array")
    return cast("list[object]", value)


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("it must be an object")
    return cast("dict[str, object]", value)


def _strings_by_name(value: object) -> Mapping[str, str]:
    return {name: _string(words) for name, words in _object(value).items()}


def _whole_number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("it must be a whole number")
    return value


def _day(value: object) -> date:
    if not isinstance(value, str) or _DAY.fullmatch(value) is None:
        raise ValueError("it must be a date such as 2024-09-16")
    return date.fromisoformat(value)


def _tag(value: object) -> str:
    if not isinstance(value, str) or not is_language_tag(value):
        raise ValueError("it must be a BCP 47 tag")
    return value


def _version(value: object) -> str:
    problem = version_problem(value)
    if problem is not None:
        raise ValueError(f"it {problem}")
    return str(value)


def language_of(block: HiddenBlock | None, shown: str | None) -> str | None:
    """
    Return the language of an edition: what the block says, else what the names of its sections show.
    """
    if block is None or "language" not in block.members:
        return shown
    tag = block.members["language"]
    return tag if isinstance(tag, str) and is_language_tag(tag) else None if tag is None else shown


def overlay_series(draft: SeriesDraft, block: HiddenBlock) -> list[Problem]:
    """
    Take what a block says of a series.
    """
    members = _Members(block.members)
    draft.version = members.take("version", _version) or draft.version
    title = members.take("title", lambda value: Series(title=_string(value)).title)
    draft.title = title or draft.title
    draft.lead.extend(members.take("lead", lambda value: Series(lead=_strings(value)).lead) or ())
    draft.contents.extend(members.take("contents", _entries) or ())
    draft.foot.extend(members.take("foot", lambda value: Series(foot=_strings(value)).foot) or ())
    draft.extra = members.take("extra", lambda value: Series(extra=_object(value)).extra) or draft.extra
    return members.finish()


def _entries(value: object) -> list[ContentsEntry]:
    return [_entry(_object(item)) for item in _array(value)]


def _entry(members: Mapping[str, object]) -> ContentsEntry:
    target, group = members.get("target"), members.get("group")
    return ContentsEntry(
        _string(members.get("label")),
        None if target is None else _string(target),
        None if group is None else _string(group),
        extra=_object(members.get("extra", {})),
    )


def overlay_issue(draft: IssueDraft, block: HiddenBlock) -> list[Problem]:
    """
    Take what a block says of an issue.
    """
    members = _Members(block.members)
    draft.version = members.take("version", _version) or draft.version
    language = members.take("language", lambda value: (None if value is None else _tag(value),))
    draft.language = draft.language if language is None else language[0]
    draft.published = members.take("published", _day)
    period = members.take("period", lambda value: _period(_object(value), draft.title))
    if period is not None:
        draft.period = period[0]
        draft.period_is_final = True
    metadata = members.take("metadata", lambda value: Issue(metadata=_object(value)).metadata)
    draft.metadata = metadata or draft.metadata
    draft.extra = members.take("extra", lambda value: Issue(extra=_object(value)).extra) or draft.extra
    return members.finish()


def _period(members: Mapping[str, object], title: str | None) -> tuple[DateRange | None]:
    if members.get("over") != title_seal(title):
        raise ValueError("the title was edited since, it wins")
    value = members.get("is")
    if value is None:
        return (None,)
    start, end = _strings(value)
    return (DateRange(_day(start), _day(end)),)


def overlay_paper(shown: ShownPaper, block: HiddenBlock | None, language: str | None) -> tuple[Paper, list[Problem]]:
    """
    Return the paper that the visible text shows and a block completes, and every problem.

    Raises:
        ModelError: A constructor refuses what the visible text shows.
    """
    members = _Members({} if block is None else block.members)
    texts = _Texts(shown, members, language)
    title = texts.read(Text, "title")
    if title is None:
        raise ModelError("cannot make this Paper", [Problem("/title", "must not be empty")])
    paper = Paper(
        rank=shown.rank,
        title=title,
        summary=texts.read(Text, "summary"),
        abstract=texts.read(Abstract, "abstract"),
        links=LinkSet(_links(shown.links, members)),
    )
    for name, change in _CHANGES_OF_PAPER.items() if members.members else ():
        paper = members.take(name, partial(change, paper)) or paper
    return paper, [*texts.problems, *members.finish()]


_CHANGES_OF_PAPER: Mapping[str, Callable[[Paper, object], Paper]] = {
    "rank": lambda paper, value: evolve(paper, rank=_whole_number(value)),
    "authors": lambda paper, value: evolve(paper, authors=_strings(value)),
    "released": lambda paper, value: evolve(paper, released=_day(value)),
    "topics": lambda paper, value: evolve(paper, topics=_strings(value)),
    "tags": lambda paper, value: evolve(paper, tags=_strings(value)),
    "details": lambda paper, value: evolve(paper, details={**paper.details, **_strings_by_name(value)}),
    "extra": lambda paper, value: evolve(paper, extra=_object(value)),
}


class _Texts:
    """
    The texts of a paper, from their visible parts and from what a block says of them.
    """

    def __init__(self, shown: ShownPaper, members: _Members, language: str | None) -> None:
        self.shown = shown
        self.members = members
        self.language = language
        self.problems: list[Problem] = []

    def read(self, kind: type[TextT], name: str) -> TextT | None:
        """
        Return a text; None if the visible text shows none of it, or nothing but images and URLs.
        """
        hidden = self.members.take_members(name)
        roles = _NO_ROLES
        if hidden.members:
            roles = Roles(hidden.take("original", _tag), hidden.take("translation", _tag))
        parts = self._parts(name, roles)
        visible = bool(parts.own) + bool(parts.quoted)
        is_text = name == "title" or roles.visible or has_words([*parts.own, *parts.quoted])
        if not visible or not is_text:
            if hidden.members or hidden.problems or roles.visible:
                self._doubt(name, f"the block says something of the {name}, but the text shows none and wins")
            return None
        if roles.visible and roles.visible != visible:
            self._doubt(name, f"the block names {roles.visible} parts, but the text shows {visible} and wins")
            roles = _NO_ROLES
        elif roles.visible and roles.original == roles.translation:
            said = f"the block says that original and translation are both {roles.original!r}, not used"
            self._doubt(name, said)
            roles = _NO_ROLES
        text, doubt = attributed(kind, parts, self.language)
        if roles.visible:
            text, doubt = roles.build(kind, parts), None
        if doubt is not None:
            self._doubt(name, doubt, kind="original-not-quoted")
        for member, change in (("translations", _translated), ("extra", _text_extended)) if hidden.members else ():
            text = hidden.take(member, partial(change, text)) or text
        self.problems.extend(hidden.finish())
        return text

    def _parts(self, name: str, roles: Roles) -> Parts:
        if name == "title":
            return title_parts(self.shown.heading, self.language, roles=roles if roles.visible else None)
        return (self.shown.summary if name == "summary" else self.shown.abstract) or Parts((), ())

    def _doubt(self, name: str, message: str, kind: str | None = None) -> None:
        self.problems.append(Problem(f"/{name}", message, kind=kind))


def _translated(text: TextT, further: object) -> TextT:
    translations = {**text.translations, **_strings_by_name(further)}
    return evolve(text, translations=FrozenMapping(translations))


def _text_extended(text: TextT, extra: object) -> TextT:
    return evolve(text, extra=_object(extra))


def _links(shown: Sequence[Link], members: _Members) -> list[Link]:
    hidden = members.take_members("links")

    def for_each(change: Callable[[Link, object], Link], value: object) -> list[Link]:
        return [change(link, item) for link, item in zip(links, _one_for_each(links, value), strict=True)]

    links = list(shown)
    links = hidden.take("labels", partial(for_each, _labelled)) or links
    links = [_shown(link) for link in links]
    links = hidden.take("sections", partial(for_each, _sectioned)) or links
    links = hidden.take("extra", partial(for_each, _extended)) or links
    links = hidden.take("order", lambda value: _ordered(links, _one_for_each(links, value))) or links
    members.problems.extend(hidden.finish())
    return links


def _shown(link: Link) -> Link:
    section = shown_section(link, link.section) if link.section is not None else None
    return link if section == link.section else evolve(link, section=section)


def _one_for_each(links: Sequence[Link], value: object) -> list[object]:
    items = _array(value)
    if len(items) != len(links):
        raise ValueError(f"the text shows {len(links)} links and wins")
    return items


def _labelled(link: Link, label: object) -> Link:
    return link if label is None else evolve(link, label=_string(label))


def _sectioned(link: Link, section: object) -> Link:
    return evolve(link, section=None if section is None else _string(section))


def _extended(link: Link, extra: object) -> Link:
    return evolve(link, extra=_object(extra))


def _ordered(links: Sequence[Link], order: Sequence[object]) -> list[Link]:
    if sorted(index for index in order if type(index) is int) != list(range(len(links))):
        raise ValueError("it must name each link once")
    places = dict(zip(order, links, strict=True))
    return [places[index] for index in range(len(links))]
