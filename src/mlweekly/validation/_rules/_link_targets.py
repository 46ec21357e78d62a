"""
The rules about what links lead to: a paper has its paper, a label fits its target, numbers can exist and agree.

Lives here: L201, L202, L203, L217.
Must not know: dates; how URLs are spelled; how rules are chosen and run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mlweekly.changes import LinkAdded, LinkRelabelled, LinkRetargeted, Operation, Patch
from mlweekly.identifiers import ArxivId, Doi, PaperIdentifier, arxiv_problem, padded_arxiv, url_problem
from mlweekly.model import Issue, Link
from mlweekly.validation._analysis._link_roles import contradiction_in, described, label_for
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Fix, Severity, Violation

__all__ = ["arxiv_id_invalid", "identifier_conflict", "paper_link_missing", "role_target_mismatch"]

_PAPER_ROLES = ("paper", "report", "book", "survey")
_NO_SOURCES = ("post", "code", "model", "dataset", "video", "demo", "slides", "leaderboard")
_TRAILING = ".,;)。、，；）"
_NUMBERED = re.compile(r"[0-9①-⑳]|\b(?:[IV]+|[A-Z]|[Pp]apers)\b")
_FORMS = ("abstract", "abs", "pdf", "html", "arxiv", "full text")
_ARXIV_HOSTS = ("arxiv.org", "browse.arxiv.org")


def paper_link_missing(context: Context) -> Iterator[Violation]:
    """
    Each paper has a link to the paper, or to the report, the card or the book that stands for it.

    A link counts that is called so, or whose URL tells it. Releases without a paper have a page of their makers at
    best: where a blog, a project or a page of unknown kind is linked, this only informs.

    Why it matters: a reader cannot check the summary, and no index can tell which paper it is.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Tweet](https://x.com/kyutai_labs/status/1836427396959932492) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: unsafe. The paper link that another edition has, in the form of the issue's other paper links.
    Counted: 0 of 650 papers of an English series, where one more has a technical report; 1 of 10 of a Japanese post,
    where the English edition has it.
    """
    for position, each in enumerate(context.papers):
        if any(link.kind == "paper" or link.role in _PAPER_ROLES for _, link in each.links):
            continue
        source = next((link for _, link in each.links if _may_be_source(link)), None)
        count = len(each.links)
        found = {0: "there are no links", 1: "its link does not lead to a paper"}.get(
            count, f"none of its {count} links leads to a paper"
        )
        closest = "" if source is None else f", the closest is {source.url}"
        yield Violation(
            pointer=f"{each.pointer}/links",
            message=f"{each.name}: {found}{closest}",
            evidence={"links": tuple(link.url for _, link in each.links)},
            identity_parts=(),
            fix=_paper_from_editions(context, position),
            severity=None if source is None else _INFO,
        )


def role_target_mismatch(context: Context) -> Iterator[Violation]:
    """
    A link leads to what it is called.

    A paper may be a page of its makers, and code may lie beside weights; what contradicts is a post, a paper or a
    repository under another's name. Labels that promise a place keep it: GitHub leads to GitHub, a tweet to a social
    network. A project that is a repository, and code that is some other page, only inform.

    Why it matters: a reader who wants the post gets the paper twice, and the post is lost.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - our own words here | [Tweet](https://arxiv.org/abs/2409.12917) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - our own words here | [Paper](https://arxiv.org/abs/2409.12917) |
    Fix: unsafe. The target that another edition has, else the label that fits the target; none where the paper has a
    link to that target already, for then the right target is lost.
    Counted: 5 links of 65 issues, all true: 1 error, 2 warnings, 2 informations; in another editor's series, 8 that
    inform.
    """
    for position, each in enumerate(context.papers):
        for pointer, link in each.links:
            severity = contradiction_in(link)
            if severity is None:
                continue
            called = f'the link "{link.label}"' if link.label is not None else f"a link among the {link.section} links"
            yield Violation(
                pointer=f"{pointer}/url",
                message=f"{each.name}: {called} leads to {described(link)}, {link.url}",
                evidence={"label": link.label, "role": link.role, "kind": link.kind, "url": link.url},
                identity_parts=(link.label or link.role or "", link.canonical),
                fix=_other_target(context, position, pointer, link) or _other_label(context.issue, each, pointer, link),
                severity=severity,
            )


def arxiv_id_invalid(context: Context) -> Iterator[Violation]:
    """
    An arXiv number in a URL can exist: a month of the year, the digits of its era, a number from 1.

    Numbers had four digits until 2014 and have five since; the older form is `archive/YYMMNNN`. Read are arXiv's own
    URLs and those of sites that show its papers. A number that only has punctuation behind it is left to L213.

    Why it matters: the link leads nowhere, and the paper cannot be told.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - our own words here | [Paper](https://arxiv.org/abs/2409.2917) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - our own words here | [Paper](https://arxiv.org/abs/2409.02917) |
    Fix: unsafe. Zeros that the era asks for, or the point that is missing, are put in.
    Counted: 0 of 1,103 numbers in 130 issues.
    """
    for each in context.papers:
        for pointer, link in each.links:
            problem = arxiv_problem(link.url) if link.identifier is None and link.kind == "paper" else None
            if problem is None or _is_only_followed(link.url):
                continue
            padded = padded_arxiv(link.url)
            yield Violation(
                pointer=f"{pointer}/url",
                message=f"{each.name}: {problem}, in {link.url}",
                evidence={"url": link.url, "problem": problem},
                identity_parts=(link.url,),
                fix=None if padded is None else Fix(Patch([_retargeted(each, pointer, link, padded)]), safe=False),
            )


def identifier_conflict(context: Context) -> Iterator[Violation]:
    """
    The links to one paper lead to one paper.

    Compared are numbers of one kind: two of arXiv, two DOIs of one publisher, two of one archive; a preprint and its
    published version are one paper with two numbers. Counted are links called paper, and pages of sites that show
    arXiv's papers. Labels with a number of their own, such as `Paper 1` and `Paper 2`, say that there are two papers.

    Why it matters: one of the links is another paper's.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - ours | [Paper](https://arxiv.org/abs/2409.12917), [PDF](https://arxiv.org/pdf/2409.12971) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **SCoRe** - ours | [Paper](https://arxiv.org/abs/2409.12917), [PDF](https://arxiv.org/pdf/2409.12917) |
    Fix: unsafe. The number that another edition has, or else most of the links, takes the place of the other one.
    Counted: 0 of 130 issues; one row has two papers, numbered.
    """
    for position, each in enumerate(context.papers):
        for group in _conflicts(each):
            right = _right_key(context, position, group)
            wrong = [member for member in group if member.identifier.key != (right or group[0].identifier.key)]
            numbers = list(dict.fromkeys(member.identifier.key for member in group))
            operations = [] if right is None else [*_renumbered(each, wrong, group, right)]
            yield Violation(
                pointer=f"{wrong[0].pointer}/url",
                message=f"{each.name}: its links lead to {len(numbers)} papers, {' and '.join(numbers)}",
                evidence={"urls": tuple(member.link.url for member in group), "identifiers": tuple(numbers)},
                identity_parts=tuple(sorted(numbers)),
                fix=Fix(Patch(operations), safe=False) if operations else None,
            )


_INFO: Severity = "info"


class _Numbered(NamedTuple):
    """
    A link to a paper that has a number.
    """

    pointer: str
    link: Link
    identifier: PaperIdentifier


def _may_be_source(link: Link) -> bool:
    """
    Tell whether a page may be all that the makers have published.
    """
    return link.kind is None and link.role not in _NO_SOURCES


def _retargeted(each: PaperContext, pointer: str, link: Link, url: str) -> Operation:
    return LinkRetargeted(pointer, before=link.url, after=url, of=each.paper.title)


def _paper_from_editions(context: Context, position: int) -> Fix | None:
    """
    Return the fix that adds the paper link of another edition, as the first link, and printed like the issue's others.
    """
    each = context.papers[position]
    found = (counterpart.paper.links.paper for counterpart in context.counterparts[position])
    link = next((link for link in found if link is not None and link not in each.paper.links), None)
    if link is None:
        return None
    links = [other for paper in context.papers for _, other in paper.links]
    form = next((other for other in links if other.role == "paper"), None)
    if form is not None:
        added = Link(link.url, form.label, section=form.section)
    elif any(other.label is not None for other in links) or not links:
        added = Link(link.url, label_for(link, context.issue.language) if link.kind == "paper" else "Paper")
    else:
        added = Link(link.url, section="paper")
    operation = LinkAdded(f"{each.pointer}/links/0", after=added, count=len(each.links), of=each.paper.title)
    return Fix(Patch([operation]), safe=False)


def _other_target(context: Context, position: int, pointer: str, link: Link) -> Fix | None:
    """
    Return the fix that puts the target of another edition under the label.
    """
    each = context.papers[position]
    for counterpart in context.counterparts[position]:
        for other in counterpart.paper.links:
            if other.kind == link.role and other not in each.paper.links:
                return Fix(Patch([_retargeted(each, pointer, link, other.url)]), safe=False)
    return None


def _other_label(issue: Issue, each: PaperContext, pointer: str, link: Link) -> Fix | None:
    """
    Return the fix that calls the link what it leads to, in the issue's own word where it has one.
    """
    others = [other for other_pointer, other in each.links if other_pointer != pointer]
    is_second = any(other.canonical == link.canonical for other in others)
    if link.label is None or is_second or (link.kind == "paper" and any(map(_is_paper, others))):
        return None
    words = Counter(
        other.label
        for paper in issue.papers
        for other in paper.links
        if other.label is not None and other.kind is not None and link.kind == other.kind == other.role
    )
    after = words.most_common(1)[0][0] if words else label_for(link, issue.language)
    if after is None or after == link.label or contradiction_in(Link(link.url, after)):
        return None
    operation = LinkRelabelled(pointer, before=link.label, after=after, of=each.paper.title)
    return Fix(Patch([operation]), safe=False)


def _is_paper(link: Link) -> bool:
    return link.kind == "paper" or link.role == "paper"


def _is_only_followed(url: str) -> bool:
    """
    Tell whether nothing but punctuation behind it keeps the number from being read.
    """
    bare = url.rstrip(_TRAILING)
    return bare != url and url_problem(bare) is None and arxiv_problem(bare) is None


def _conflicts(each: PaperContext) -> list[list[_Numbered]]:
    """
    Return the links of each kind of number that has two of them.
    """
    if sum(link.kind == "paper" for _, link in each.links) < 2:
        return []
    groups: dict[str, list[_Numbered]] = {}
    for pointer, link in each.links:
        identifier = link.identifier
        if isinstance(identifier, PaperIdentifier) and _speaks_for_paper(link):
            groups.setdefault(_family(identifier), []).append(_Numbered(pointer, link, identifier))
    return [group for group in groups.values() if len({member.identifier.key for member in group}) > 1]


def _family(identifier: PaperIdentifier) -> str:
    """
    Return who gave the number: a paper has one of each.
    """
    key = identifier.key
    return key.partition("/")[0] if isinstance(identifier, Doi) else key.partition(":")[0]


def _speaks_for_paper(link: Link) -> bool:
    if link.role == "paper":
        return link.label is None or not _NUMBERED.search(link.label)
    host = link.url.split("/", 3)[2].lower().removeprefix("www.")
    if link.label is not None and link.label.casefold() in _FORMS:
        return True
    is_mirror = isinstance(link.identifier, ArxivId) and host not in _ARXIV_HOSTS
    return is_mirror and link.role is None and link.label is not None


def _right_key(context: Context, position: int, group: list[_Numbered]) -> str | None:
    """
    Return the number that another edition has, or else more than half of the links; None where neither tells.
    """
    keys = [member.identifier.key for member in group]
    elsewhere = {
        link.identifier.key
        for counterpart in context.counterparts[position]
        for link in counterpart.paper.links
        if link.identifier is not None
    }
    known = {key for key in keys if key in elsewhere}
    if len(known) == 1:
        return known.pop()
    key, count = Counter(keys).most_common(1)[0]
    return key if 2 * count > len(keys) else None


def _renumbered(each: PaperContext, wrong: list[_Numbered], group: list[_Numbered], right: str) -> Iterator[Operation]:
    """
    Yield the operations that put the right number into the URLs that have another one, where it stands there as such.
    """
    number = next(member.identifier for member in group if member.identifier.key == right)
    for member in wrong:
        if not isinstance(member.identifier, ArxivId) or not isinstance(number, ArxivId):
            continue
        version = "" if member.identifier.version is None else f"v{member.identifier.version}"
        written = f"{member.identifier.id}{version}"
        if written in member.link.url:
            url = member.link.url.replace(written, number.id, 1)
            yield _retargeted(each, member.pointer, member.link, url)
