"""
Blocks laid over the visible text.

Lives here: how each member of a `<!-- mlweekly: ... -->` block changes what was read, and when it no longer fits.
Must not know: tokens, lines, offsets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TypeVar, cast

from attrs import evolve

from mlweekly.dates import DateRange
from mlweekly.errors import ModelError, Problem
from mlweekly.markdown._blocks import Block, ShownPaper, title_seal, told_section
from mlweekly.markdown._parts import Parts, Roles, attributed, title_parts
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

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _Members:
    """
    The members of a block, taken one by one; what is not taken, or does not fit, becomes a problem.
    """

    def __init__(self, members: Mapping[str, object], pointer: str = "") -> None:
        self.members = dict(members)
        self.pointer = pointer
        self.problems: list[Problem] = []

    def take(self, name: str, read: Callable[[object], Value]) -> Value | None:
        if name not in self.members:
            return None
        value = self.members.pop(name)
        try:
            return read(value)
        except ModelError as error:
            reasons = "; ".join(problem.message for problem in error.problems) or error.summary
        except (ValueError, TypeError) as error:
            reasons = str(error)
        self.problems.append(Problem(f"{self.pointer}/{name}", f"the block says {_shown(value)}, not used: {reasons}"))
        return None

    def finish(self) -> list[Problem]:
        for name in self.members:
            self.problems.append(Problem(self.pointer, f"the block has a member {name!r} that is not known"))
        return self.problems


def _shown(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}..."


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


def language_of(block: Block | None, shown: str) -> str | None:
    """
    Return the language of an edition: what the block says, else what the names of its sections show.
    """
    if block is None or "language" not in block.members:
        return shown
    tag = block.members["language"]
    return tag if isinstance(tag, str) and is_language_tag(tag) else None if tag is None else shown


def overlay_series(draft: SeriesDraft, block: Block) -> list[Problem]:
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


def overlay_issue(draft: IssueDraft, block: Block) -> list[Problem]:
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


def overlay_paper(shown: ShownPaper, block: Block | None, language: str | None) -> tuple[Paper, list[Problem]]:
    """
    Return the paper that the visible text shows and a block completes, and every doubt.

    Raises:
        ModelError: A constructor refuses what the visible text shows.
    """
    members = _Members({} if block is None else block.members)
    problems: list[Problem] = []
    title = _text(Text, "title", shown, members, language, problems)
    if title is None:
        raise ModelError("cannot make this Paper", [Problem("/title", "must not be empty")])
    paper = Paper(
        rank=shown.rank,
        title=title,
        summary=_text(Text, "summary", shown, members, language, problems),
        abstract=_text(Abstract, "abstract", shown, members, language, problems),
        links=LinkSet(_links(shown.links, members)),
    )
    for name, change in _CHANGES_OF_PAPER.items():
        paper = members.take(name, partial(change, paper)) or paper
    return paper, [*problems, *members.finish()]


_CHANGES_OF_PAPER: Mapping[str, Callable[[Paper, object], Paper]] = {
    "rank": lambda paper, value: evolve(paper, rank=_whole_number(value)),
    "authors": lambda paper, value: evolve(paper, authors=_strings(value)),
    "released": lambda paper, value: evolve(paper, released=_day(value)),
    "extra": lambda paper, value: evolve(paper, extra=_object(value)),
}


def _text(
    kind: type[TextT],
    name: str,
    shown: ShownPaper,
    members: _Members,
    language: str | None,
    problems: list[Problem],
) -> TextT | None:
    hidden = _Members(members.take(name, _object) or {}, f"/{name}")
    roles = Roles(hidden.take("original", _tag), hidden.take("translation", _tag))
    if name == "title":
        parts = title_parts(shown.heading, language, roles=roles if roles.visible else None)
    else:
        parts = (shown.summary if name == "summary" else shown.abstract) or Parts((), ())
    visible = (len(parts.own) > 0) + (len(parts.quoted) > 0)
    if not visible:
        if hidden.members or hidden.problems or roles.visible:
            problems.append(Problem(f"/{name}", f"the block tells of a {name}, the text shows none and wins"))
        return None
    if roles.visible and roles.visible != visible:
        reason = f"the block tells {roles.visible} parts, the text shows {visible} and wins"
        problems.append(Problem(f"/{name}", reason))
        roles = Roles(None, None)
    elif roles.visible and roles.original == roles.translation:
        reason = f"the block says that original and translation are both {roles.original!r}, not used"
        problems.append(Problem(f"/{name}", reason))
        roles = Roles(None, None)
    if roles.visible:
        text, doubt = roles.made(kind, parts, {}), None
    else:
        text, doubt = attributed(kind, parts, language)
    if doubt is not None:
        problems.append(Problem(f"/{name}", doubt, kind="original-not-quoted"))
    for member, change in (("translations", _translated), ("extra", _text_extended)):
        text = hidden.take(member, partial(change, text)) or text
    problems.extend(hidden.finish())
    return text


def _translated(text: TextT, further: object) -> TextT:
    translations = {tag: _string(words) for tag, words in _object(further).items()}
    return evolve(text, translations=FrozenMapping({**text.translations, **translations}))


def _text_extended(text: TextT, extra: object) -> TextT:
    return evolve(text, extra=_object(extra))


def _links(shown: tuple[Link, ...], members: _Members) -> list[Link]:
    hidden = _Members(members.take("links", _object) or {}, "/links")

    def fitting(value: object) -> list[object]:
        items = _array(value)
        if len(items) != len(shown):
            raise ValueError(f"the text shows {len(shown)} links and wins")
        return items

    links = list(shown)
    labels = hidden.take("labels", lambda value: list(map(_labelled, links, fitting(value))))
    links = [evolve(link, section=told_section(link, link.section)) for link in labels or links]
    links = hidden.take("sections", lambda value: list(map(_sectioned, links, fitting(value)))) or links
    links = hidden.take("extra", lambda value: list(map(_extended, links, fitting(value)))) or links
    links = hidden.take("order", lambda value: _ordered(links, fitting(value))) or links
    members.problems.extend(hidden.finish())
    return links


def _labelled(link: Link, label: object) -> Link:
    return link if label is None else evolve(link, label=_string(label))


def _sectioned(link: Link, section: object) -> Link:
    return evolve(link, section=None if section is None else _string(section))


def _extended(link: Link, extra: object) -> Link:
    return evolve(link, extra=_object(extra))


def _ordered(links: list[Link], order: list[object]) -> list[Link]:
    if sorted(index for index in order if type(index) is int) != list(range(len(links))):
        raise ValueError("it must name each link once")
    places = dict(zip(order, links, strict=True))
    return [places[index] for index in range(len(links))]
