"""
What changed in a paper.

Lives here: from two states of a paper to operations on its title, its texts, its links and its other fields.
Must not know: how papers are matched and ordered; patches.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly.changes import _operations as kinds
from mlweekly.changes._alignment import link_pairs, string_pairs
from mlweekly.changes._operations import Operation
from mlweekly.changes._ordering import Addition, Removal, steps
from mlweekly.model import Extra, LinkSet, Paper, Text

__all__ = ["extra_changes", "paper_changes"]

Name = Text | str | None


def paper_changes(old: Paper, new: Paper, pointer: str, *, renumbers: bool) -> Iterator[Operation]:
    """
    Yield the operations that lead from one state to the other; the title goes first, so that others name the new one.

    Args:
        old: The paper before.
        new: The paper after.
        pointer: Where it stands.
        renumbers: Ranks follow the order, and are not compared.
    """
    name = new.title
    if old.title != name:
        yield from _title_changes(old.title, name, f"{pointer}/title")
    if not renumbers and old.rank != new.rank:
        yield kinds.PaperReranked(pointer, before=old.rank, after=new.rank, of=name)
    if old.authors != new.authors:
        yield from _author_changes(old, new, f"{pointer}/authors", name)
    if old.released != new.released:
        yield kinds.ReleasedChanged(pointer, before=old.released, after=new.released, of=name)
    for body, before, after in (("summary", old.summary, new.summary), ("abstract", old.abstract, new.abstract)):
        if before != after:
            yield from _body_changes(before, after, f"{pointer}/{body}", name)
    if old.links != new.links:
        yield from _link_changes(old.links, new.links, f"{pointer}/links", name)
    yield from extra_changes(old.extra, new.extra, pointer, name)


def extra_changes(old: Extra, new: Extra, pointer: str, of: Name) -> Iterator[Operation]:
    """
    Yield an operation for each extra member that is not the same.
    """
    if old == new:
        return
    for member in old:
        if member not in new:
            yield kinds.ExtraRemoved(pointer, member=member, before=old[member], of=of)
        elif old[member] != new[member]:
            yield kinds.ExtraChanged(pointer, member=member, before=old[member], after=new[member], of=of)
    for member in new:
        if member not in old:
            yield kinds.ExtraAdded(pointer, member=member, after=new[member], of=of)


def _title_changes(old: Text, new: Text, pointer: str) -> Iterator[Operation]:
    # A title that has no original is known by a translation, which these very operations may change.
    of = old if old.original is not None else None
    yield from _translation_changes(old, new, pointer, of)
    yield from _original_changes(old, new, pointer, None, kinds.PaperRetitled)
    yield from extra_changes(old.extra, new.extra, pointer, None)


def _body_changes(old: Text | None, new: Text | None, pointer: str, of: Name) -> Iterator[Operation]:
    if old is None or new is None:
        if new is not None:
            yield kinds.TextAdded(pointer, after=new, of=of)
        if old is not None:
            yield kinds.TextRemoved(pointer, before=old, of=of)
        return
    yield from _translation_changes(old, new, pointer, of)
    yield from _original_changes(old, new, pointer, of, kinds.TextReworded)
    yield from extra_changes(old.extra, new.extra, pointer, of)


def _translation_changes(old: Text, new: Text, pointer: str, of: Name) -> Iterator[Operation]:
    before, after = old.translations, new.translations
    if before == after:
        return
    count = len(before)
    for tag, translation in before.items():
        if tag not in after:
            yield kinds.TranslationRemoved(pointer, language=tag, before=translation, count=count, of=of)
            count -= 1
        elif translation != after[tag]:
            yield kinds.TranslationChanged(pointer, language=tag, before=translation, after=after[tag], of=of)
    for tag, translation in after.items():
        if tag not in before:
            yield kinds.TextTranslated(pointer, language=tag, after=translation, count=count, of=of)
            count += 1


def _original_changes(
    old: Text, new: Text, pointer: str, of: Name, reworded: type[kinds.TextReworded]
) -> Iterator[Operation]:
    if old.original is None or new.original is None:
        if new.original is not None and new.language is not None:
            yield kinds.OriginalAdded(pointer, after=new.original, language=new.language, of=of)
        if old.original is not None and old.language is not None:
            yield kinds.OriginalRemoved(pointer, before=old.original, language=old.language, of=of)
        return
    if old.original != new.original:
        yield reworded(pointer, before=old.original, after=new.original, of=of)
    if old.language is not None and new.language is not None and old.language != new.language:
        yield kinds.TextLanguageChanged(pointer, before=old.language, after=new.language, of=of)


def _author_changes(old: Paper, new: Paper, pointer: str, of: Name) -> Iterator[Operation]:
    pairs = string_pairs(old.authors, new.authors)
    for position, place in pairs:
        before, after = old.authors[position], new.authors[place]
        if before != after:
            yield kinds.AuthorRenamed(f"{pointer}/{position}", before=before, after=after, of=of)
    for step in steps(len(old.authors), len(new.authors), pairs):
        if isinstance(step, Removal):
            author = old.authors[step.old]
            yield kinds.AuthorRemoved(f"{pointer}/{step.old}", before=author, count=step.among, of=of)
        elif isinstance(step, Addition):
            author = new.authors[step.new]
            yield kinds.AuthorAdded(f"{pointer}/{step.new}", after=author, count=step.among, of=of)


def _link_changes(old: LinkSet, new: LinkSet, pointer: str, of: Name) -> Iterator[Operation]:
    olds, news = old.links, new.links
    pairs = link_pairs(olds, news)
    for position, place in pairs:
        before, after, here = olds[position], news[place], f"{pointer}/{position}"
        if before.url != after.url:
            yield kinds.LinkRetargeted(here, before=before.url, after=after.url, of=of)
        if before.label != after.label:
            yield kinds.LinkRelabelled(here, before=before.label, after=after.label, of=of)
        if before.section != after.section:
            yield kinds.LinkSectionChanged(here, before=before.section, after=after.section, of=of)
        yield from extra_changes(before.extra, after.extra, here, of)
    for step in steps(len(olds), len(news), pairs):
        if isinstance(step, Removal):
            yield kinds.LinkRemoved(f"{pointer}/{step.old}", before=olds[step.old], count=step.among, of=of)
        elif isinstance(step, Addition):
            yield kinds.LinkAdded(f"{pointer}/{step.new}", after=news[step.new], count=step.among, of=of)
        else:
            yield kinds.LinkMoved(f"{pointer}/{step.position}", to=step.to, element=news[step.new].url, of=of)
