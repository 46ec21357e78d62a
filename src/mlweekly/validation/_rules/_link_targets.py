"""
The rules about what links lead to: a paper has its paper, and the numbers of papers can exist and agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.changes import LinkAdded, Operation, Patch
from mlweekly.identifiers import ArxivId, Doi, PaperIdentifier, arxiv_problem, padded_arxiv, url_problem
from mlweekly.model import Link
from mlweekly.validation._analysis._habits import has_paper_link
from mlweekly.validation._analysis._link_labels import label_for
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import in_paper, retargeted

__all__ = ["arxiv_id_invalid", "identifier_conflict", "paper_link_missing"]

_NO_SOURCES = ("post", "code", "model", "dataset", "video", "demo", "slides", "leaderboard")
_TRAILING = ".,;)。、，；）"
_NUMBERED = expression(r"[0-9①-⑳]|\b(?:[IV]+|[A-Z]|[Pp]apers)\b")
_FORMS = ("abstract", "abs", "pdf", "html", "arxiv", "full text")
_ARXIV_HOSTS = ("arxiv.org", "browse.arxiv.org")


def paper_link_missing(context: Context) -> Iterator[Violation]:
    """
    Each paper has a link to the paper, or to the report, the card or the book that stands for it.

    A link counts that is called so, or whose URL tells it. Where a paper has five others or more, half of them have
    one; among fewer, some link leads to a paper, or to more than pages of one site: a digest that links to its own
    pages, or to nothing, is a form of its own. Releases without a paper have a page of their makers at
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
    if not context.whole.habits.papers.links_papers:
        return
    for each in context.papers:
        if has_paper_link(each.paper):
            continue
        # A page may be all that the makers have published.
        pages = (link for _, link in each.links if link.kind is None and link.role not in _NO_SOURCES)
        source, count = next(pages, None), len(each.links)
        found = f"none of its {count} links leads to a paper"
        if count < 2:
            found = "its link does not lead to a paper" if count else "there are no links"
        words = found if source is None else f"{found}, the closest is {source.url}"
        evidence: Facts = {"links": tuple(link.url for _, link in each.links)}
        fix = _paper_from_editions(context, each)
        yield in_paper(
            each, f"{each.pointer}/links", words, evidence, fix=fix, severity=None if source is None else "info"
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
    for each, pointer, link in context.links:
        problem = arxiv_problem(link.url) if link.identifier is None and link.kind == "paper" else None
        if problem is None or "/http" in link.url or _is_only_followed(link.url):
            continue
        padded = padded_arxiv(link.url)
        fix = None if padded is None else Fix(Patch([retargeted(each, pointer, link, padded)]), safe=False)
        evidence = {"url": link.url, "problem": problem}
        yield in_paper(each, f"{pointer}/url", f"{problem}, in {link.url}", evidence, link.url, fix=fix)


def identifier_conflict(context: Context) -> Iterator[Violation]:
    """
    The links to one paper lead to one paper.

    The rule compares numbers of one kind: two of arXiv, two DOIs of one publisher, two of one archive; a preprint and
    its published version are one paper with two numbers. The rule counts links called paper, and pages of sites that
    show arXiv's papers. Labels with a number of their own, such as `Paper 1` and `Paper 2`, say that there are two
    papers.

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
    for each in context.papers:
        for group in _conflicts(each):
            right = _right_key(context, each, group)
            wrong = [member for member in group if member.identifier.key != (right or group[0].identifier.key)]
            numbers = list(dict.fromkeys(member.identifier.key for member in group))
            operations = [] if right is None else [*_renumbered(each, wrong, group, right)]
            words = f"its links lead to {len(numbers)} papers, {' and '.join(numbers)}"
            evidence: Facts = {"urls": tuple(member.link.url for member in group), "identifiers": tuple(numbers)}
            fix = Fix(Patch(operations), safe=False) if operations else None
            yield in_paper(each, f"{wrong[0].pointer}/url", words, evidence, *sorted(numbers), fix=fix)


class _Numbered(NamedTuple):
    """
    A link to a paper that has a number.
    """

    pointer: str
    link: Link
    identifier: PaperIdentifier


def _paper_from_editions(context: Context, each: PaperContext) -> Fix | None:
    """
    Return the fix that adds the paper link of another edition, as the first link, and printed like the issue's others.
    """
    found = (counterpart.paper.links.paper for counterpart in context.counterparts[each.index])
    link = next((link for link in found if link is not None and link not in each.paper.links), None)
    if link is None:
        return None
    links = [other for _, _, other in context.links]
    form = next((other for other in links if other.role == "paper"), None)
    if form is not None:
        added = Link(link.url, form.label, section=form.section)
    elif any(other.label is not None for other in links) or not links:
        added = Link(link.url, label_for(link, context.issue.language) if link.kind == "paper" else "Paper")
    else:
        added = Link(link.url, section="paper")
    operation = LinkAdded(f"{each.pointer}/links/0", after=added, count=len(each.links), of=each.paper.title)
    return Fix(Patch([operation]), safe=False)


def _is_only_followed(url: str) -> bool:
    """
    Return whether nothing but punctuation behind it keeps the number from being read.
    """
    bare = url.rstrip(_TRAILING)
    return bare != url and url_problem(bare) is None and arxiv_problem(bare) is None


def _conflicts(each: PaperContext) -> list[list[_Numbered]]:
    """
    Return the links of each kind of number that has two of them: who gives numbers gives a paper one.
    """
    if each.paper_links < 2:
        return []
    groups: dict[str, list[_Numbered]] = {}
    for pointer, link in each.links:
        identifier = link.identifier
        if isinstance(identifier, PaperIdentifier) and _speaks_for_paper(link):
            family = identifier.key.partition("/" if isinstance(identifier, Doi) else ":")[0]
            groups.setdefault(family, []).append(_Numbered(pointer, link, identifier))
    return [group for group in groups.values() if len({member.identifier.key for member in group}) > 1]


def _speaks_for_paper(link: Link) -> bool:
    if link.role == "paper":
        return link.label is None or not _NUMBERED.search(link.label)
    host = link.url.split("/", 3)[2].lower().removeprefix("www.")
    if link.label is not None and link.label.casefold() in _FORMS:
        return True
    is_mirror = isinstance(link.identifier, ArxivId) and host not in _ARXIV_HOSTS
    return is_mirror and link.role is None and link.label is not None


def _right_key(context: Context, each: PaperContext, group: list[_Numbered]) -> str | None:
    """
    Return the number that another edition has, or else more than half of the links; None where neither tells.
    """
    keys = [member.identifier.key for member in group]
    others = (link.identifier for counterpart in context.counterparts[each.index] for link in counterpart.paper.links)
    known = {identifier.key for identifier in others if identifier is not None} & set(keys)
    if len(known) == 1:
        return known.pop()
    key, count = Counter(keys).most_common(1)[0]
    return key if 2 * count > len(keys) else None


def _renumbered(each: PaperContext, wrong: list[_Numbered], group: list[_Numbered], right: str) -> Iterator[Operation]:
    """
    Yield the operations that put the right number into the URLs that print another one.
    """
    number = next(member.identifier for member in group if member.identifier.key == right)
    for pointer, link, identifier in wrong:
        if not isinstance(identifier, ArxivId) or not isinstance(number, ArxivId):
            continue
        written = identifier.id if identifier.version is None else f"{identifier.id}v{identifier.version}"
        if written in link.url:
            yield retargeted(each, pointer, link, link.url.replace(written, number.id, 1))
