"""
Issues with a rank too many, a paper too few, a paper twice, or a summary that is missing or short.
"""

from __future__ import annotations

import re
from random import Random

from tests.planting import Plant, Sample

__all__ = ["PLANTS"]

ROW = re.compile(
    r"^(?P<open>\| ?[*(]*|\*\*)(?P<rank>[0-9]+)(?:\)|\)\.) *\*\*[^*\n]+\*\*(?P<joint> -+ ?| - )(?P<summary>[^|\n]+?)"
    r"(?: *\|[^|\n]{0,30})? *\|[^|\n]*\[[^|\n]*\|[ ]*$",
    re.MULTILINE,
)
PAPER_LINK = re.compile(r"(?<=\[Paper\]\()https?://[^\s()]+(?=\))")
POST_PAPER = re.compile(r"^## .+ / .+$", re.MULTILINE)
SUMMARY_SECTION = re.compile(r"^(### (?:論文紹介|논문 소개|论文介绍|Summary)\n\n)[^#]+(?=^### )", re.MULTILINE)
FEWEST_ROWS = 3
LONG = 60


def issues(text: str) -> list[list[re.Match[str]]]:
    """
    Return the rows of each table: rows that follow each other.
    """
    found: list[list[re.Match[str]]] = []
    end = -1
    for match in ROW.finditer(text):
        if match.start() != end + 1:
            found.append([])
        found[-1].append(match)
        end = match.end()
    return [rows for rows in found if len(rows) >= FEWEST_ROWS]


def issue_of(sample: Sample, generator: Random) -> list[re.Match[str]] | None:
    """
    Return the rows of one issue, or None.
    """
    found = issues(sample.text)
    return generator.choice(found) if found else None


def replaced(sample: Sample, start: int, end: int, words: str) -> Sample:
    """
    Return the sample with other words in one place.
    """
    return sample.with_text(sample.text[:start] + words + sample.text[end:])


def wrong_rank(sample: Sample, generator: Random) -> Sample | None:
    """
    Print another rank or none, swap two, or lose a row.
    """
    rows = issue_of(sample, generator)
    if rows is None:
        return None
    kind = generator.randrange(4)
    if kind == 3 and rows[0][0].startswith("|"):
        row = generator.choice(rows)
        return replaced(sample, row.start(), row.end(), re.sub(r"^(\| ?)\(?[0-9]+\)\.? *", r"\1", row[0]))
    if kind == 0:
        row = generator.choice(rows)
        ranks = [rank for rank in (0, 1, 2, 3, 5, 7, 11, 12, 100) if str(rank) != row["rank"]]
        return replaced(sample, *row.span("rank"), str(generator.choice(ranks)))
    if kind == 1:
        row = generator.choice(rows[:-1])
        return replaced(sample, row.start(), row.end() + 1, "")
    place = generator.randrange(len(rows) - 1)
    first, second = rows[place], rows[place + 1]
    text = replaced(sample, *second.span("rank"), first["rank"])
    return replaced(text, *first.span("rank"), second["rank"])


def wrong_count(sample: Sample, generator: Random) -> Sample | None:
    """
    Lose a row or a section, or print one twice.
    """
    if not POST_PAPER.search(sample.text):
        rows = issue_of(sample, generator)
        if rows is None:
            return None
        row = generator.choice(rows)
        words = "" if generator.random() < 0.7 else f"{row[0]}\n{row[0]}\n"
        return replaced(sample, row.start(), row.end() + 1, words)
    starts = [match.start() for match in POST_PAPER.finditer(sample.text)]
    place = generator.randrange(len(starts) - 1)
    return replaced(sample, starts[place], starts[place + 1], "")


def same_paper(sample: Sample, generator: Random) -> Sample | None:
    """
    Give a paper the link of another paper of its issue, in some spelling.
    """
    rows = issue_of(sample, generator)
    if rows is None:
        return None
    first, second = generator.sample(rows, 2)
    source, target = PAPER_LINK.search(first[0]), PAPER_LINK.search(second[0])
    if source is None or target is None:
        return None
    url = source[0]
    if "arxiv.org/abs/" in url:
        number = url.rpartition("/")[2].partition("v")[0]
        forms = (
            url,
            f"https://arxiv.org/abs/{number}v2",
            f"https://arxiv.org/pdf/{number}",
            f"http://www.arxiv.org/abs/{number}",
        )
        url = generator.choice(forms)
    return replaced(sample, second.start() + target.start(), second.start() + target.end(), url)


def no_summary(sample: Sample, generator: Random) -> Sample | None:
    """
    Leave the summary of a paper out.
    """
    sections = list(SUMMARY_SECTION.finditer(sample.text))
    if sections:
        return replaced(sample, *generator.choice(sections).span(), "")
    rows = issue_of(sample, generator)
    if rows is None:
        return None
    row = generator.choice(rows)
    joint = generator.choice(("", " -", "  "))
    return replaced(sample, row.start("joint"), row.end("summary"), joint)


def short_summary(sample: Sample, generator: Random) -> Sample | None:
    """
    Leave little of a summary.
    """
    words = generator.choice(("a survey.", "TBD", "New model from the lab.", "An open 7B model", "…"))
    sections = list(SUMMARY_SECTION.finditer(sample.text))
    if sections:
        section = generator.choice(sections)
        return replaced(
            sample, section.end(1), section.end(), f"{generator.choice(('新しいモデル。', words))}\n\n> {words}\n\n"
        )
    rows = issue_of(sample, generator)
    return None if rows is None else replaced(sample, *generator.choice(rows).span("summary"), words)


def copied_summary(sample: Sample, generator: Random) -> Sample | None:
    """
    Put the summary of a paper under another one of its issue.
    """
    rows = [row for row in issue_of(sample, generator) or [] if len(row["summary"]) >= LONG]
    if len(rows) < 2:
        return None
    first, second = generator.sample(rows, 2)
    return replaced(sample, *second.span("summary"), first["summary"])


def left_from_template(sample: Sample, generator: Random) -> Sample | None:
    """
    Leave the words of a template in the place of a summary.
    """
    words = generator.choice(("XXX", "TODO", "xxxx", "TBD", "Summary here", "TODO: ask them", "Insert text here"))
    rows = issue_of(sample, generator)
    return None if rows is None else replaced(sample, *generator.choice(rows).span("summary"), words)


PLANTS: dict[str, Plant] = {
    "P302": wrong_rank,
    "P303": wrong_count,
    "P304": same_paper,
    "P305": no_summary,
    "P308": short_summary,
    "P310": copied_summary,
    "P311": left_from_template,
}
