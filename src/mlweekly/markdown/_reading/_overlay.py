"""
Blocks laid over the visible text.

Lives here: how each member of a `<!-- mlweekly: ... -->` block changes what was read, and when it no longer fits.
Must not know: tokens, lines, offsets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from attrs import evolve

from mlweekly.dates import DateRange
from mlweekly.errors import ModelError, Problem
from mlweekly.markdown._blocks import Block, ShownPaper, title_seal, told_section
from mlweekly.markdown._parts import Parts, Roles, attributed, title_parts
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.model import (
    Abstract,
    ContentsEntry,
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
    return words if len(words) <= 60 else f"{words[:57]}..."  # noqa: PLR2004 # what fits on a line


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("it must be a string")
    return value


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("it must be an array of strings")
    return tuple(_string(item) for item in value)  # pyright: ignore[reportUnknownVariableType] # any JSON


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("it must be an object")
    return value  # pyright: ignore[reportUnknownVariableType] # any JSON


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
    if not isinstance(value, list):
        raise ValueError("it must be an array")
    return [_entry(_object(item)) for item in value]  # pyright: ignore[reportUnknownVariableType] # any JSON


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
    if members.members.get("language", "") is None:
        draft.language = members.members.pop("language")  # type: ignore[assignment] # it is None
    else:
        draft.language = members.take("language", _tag) or draft.language
    draft.published = members.take("published", _day)
    period = members.take("period", lambda value: _period(_object(value), draft.title))
    if period is not None:
        draft.period = period[0]
        draft.period_is_final = True
    draft.extra = members.take("extra", lambda value: Series(extra=_object(value)).extra) or draft.extra
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
    for name, read in (
        ("rank", lambda value: evolve(paper, rank=value)),
        ("authors", lambda value: evolve(paper, authors=_strings(value))),
        ("released", lambda value: evolve(paper, released=_day(value))),
        ("extra", lambda value: evolve(paper, extra=_object(value))),
    ):
        paper = members.take(name, read) or paper  # noqa: B023 # called at once
    return paper, [*problems, *members.finish()]


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
        parts = title_parts(shown.heading, language, roles=roles if roles.count else None)
    else:
        parts = (shown.summary if name == "summary" else shown.abstract) or Parts((), ())
    visible = (len(parts.own) > 0) + (len(parts.quoted) > 0)
    if not visible:
        return None
    if roles.count and roles.count != visible:
        problems.append(Problem(f"/{name}", f"the block tells {roles.count} parts, the text shows {visible} and wins"))
        roles = Roles(None, None)
    if roles.count:
        text, doubt = roles.made(kind, parts, {}), None
    else:
        text, doubt = attributed(kind, parts, language)
    if doubt is not None:
        problems.append(Problem(f"/{name}", doubt))
    further = hidden.take("translations", lambda value: evolve(text, translations={**text.translations, **_object(value)}))  # type: ignore[dict-item] # the constructor checks
    text = further or text
    completed = hidden.take("extra", lambda value: evolve(text, extra=_object(value)))
    problems.extend(hidden.finish())
    return completed or text


def _links(shown: tuple[Link, ...], members: _Members) -> list[Link]:
    hidden = _Members(members.take("links", _object) or {}, "/links")

    def fitting(value: object) -> list[object]:
        if not isinstance(value, list) or len(value) != len(shown):  # pyright: ignore[reportUnknownArgumentType] # any JSON
            raise ValueError(f"the text shows {len(shown)} links and wins")
        return value  # pyright: ignore[reportUnknownVariableType] # any JSON

    links = list(shown)
    labels = hidden.take("labels", lambda value: [_labelled(*pair) for pair in zip(links, fitting(value), strict=True)])
    links = [evolve(link, section=told_section(link, link.section)) for link in labels or links]
    for name, change in (("sections", _sectioned), ("extra", _extended)):
        links = (
            hidden.take(name, lambda value: [change(*pair) for pair in zip(links, fitting(value), strict=True)])  # noqa: B023 # called at once
            or links
        )
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
    places = {index: link for index, link in zip(order, links, strict=True)}
    return [places[index] for index in range(len(links))]
