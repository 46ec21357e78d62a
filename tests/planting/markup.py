"""
Mistakes in markup: plants for M701 to M709.
"""

from __future__ import annotations

import re
from random import Random

from tests.planting import Plant, Sample

__all__ = ["PLANTS"]

ROW = re.compile(r"^\|(?P<paper>[^|\n]*[0-9]+\)[^|\n]*)\|(?P<links>[^|\n]*\]\([^|\n]*)\|[ \t]*$", re.MULTILINE)
TITLE = re.compile(
    r"^\| *\(?(?P<rank>[0-9]+)\) \*\*(?P<title>[^*\n|]+)\*\*(?P<mark> - )(?P<summary>[^|\n]+)", re.MULTILINE
)
ENTRY = re.compile(r"^\*\*(?P<rank>[0-9]+)\)\. (?P<title>[^*\n]+)\*\*(?P<mark> - )(?P<summary>[^|\n]+)", re.MULTILINE)
QUOTE = re.compile(r"^> ?(?=[A-Z][^\n]{40})", re.MULTILINE)
SECTION = re.compile(r"^### [^\n]+\n\n(?P<body>(?:(?!#)[^\n]*\n)+)", re.MULTILINE)
LINE = re.compile(r"^(?![#|\-*]|> |https?:)[^\n]{30,}$|(?<=\*\* - )[^|\n]{30,}?(?= *\|)", re.MULTILINE)
UNSAFE = (
    "<script>alert(1)</script>",
    "<script src='https://example.org/x.js'></script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    '<img src="x" onerror="alert(1)">',
    "<b onclick=alert(1)>word</b>",
    "<svg onload=alert(1)>",
    "<iframe src='https://example.org'></iframe>",
    "[word](javascript:alert(1))",
    "[word](JavaScript:alert(1))",
    "<a href='javascript:alert(1)'>word</a>",
    "<object data='x'></object>",
)

TABLE_ROW = re.compile(r"^\| ?[0-9]+\).*\n(?=\| ?[0-9]+\))", re.MULTILINE)
DASHES = re.compile(r"^\|[ :|-]+\|[ ]*\n(?=\| ?[0-9]+\))", re.MULTILINE)
WEEK_HEADING = re.compile(r"^## (?=Top .*\()", re.MULTILINE)


def table_cell(sample: Sample, random: Random) -> Sample | None:
    """
    Put a bar into a cell, make the comma between two links a bar, add a cell, or take the bar before the links away.
    """
    row = one(ROW, sample.text, random)
    if row is None:
        return None
    paper, links = row["paper"], row["links"]
    blanks = [match.start() for match in re.finditer(r"(?<=[a-z]) (?=[a-z])", paper)]
    kinds = [f"|{paper}|{links}| note |", f"|{paper.rstrip()} {links.lstrip()}|", f"|{paper}|"]
    if blanks:
        place = random.choice(blanks)
        kinds += [f"|{paper[:place]} |{paper[place:]}|{links}|", f"|{paper[:place]}|{paper[place + 1 :]}|{links}|"]
    if "), [" in links:
        kinds.append(f"|{paper}|{links.replace('), [', ') | [', 1)}|")
    return put(sample, row.start(), row.end(), random.choice(kinds))


def quote_missing(sample: Sample, random: Random) -> Sample | None:
    """
    Take the quote mark before an original away.
    """
    quote = one(QUOTE, sample.text, random)
    return None if quote is None else put(sample, quote.start(), quote.end(), "")


def unsafe_html(sample: Sample, random: Random) -> Sample | None:
    """
    Put markup that acts into a text.
    """
    line = one(LINE, sample.text, random)
    if line is None:
        return None
    place = random.choice([line.end(), line.start() + line[0].find(" ") + 1])
    return put(sample, place, place, f" {random.choice(UNSAFE)} ")


def section_missing(sample: Sample, random: Random) -> Sample | None:
    """
    Take a section of a post away, with its heading or without it.
    """
    section = one(SECTION, sample.text, random)
    if section is None:
        return None
    return put(sample, *section.span(random.choice([0, "body"])), "\n")


def title_style(sample: Sample, random: Random) -> Sample | None:
    """
    Write a title in another form than the others: not in bold type, or with another mark behind it.
    """
    title = one(TITLE, sample.text, random) or one(ENTRY, sample.text, random)
    if title is None:
        return None
    start, end = title.start("title"), title.end("mark")
    if random.random() < 0.5:
        mark = random.choice([": ", " ", "- ", " -- ", " – ", " -"])
        return put(sample, title.end("mark") - 3, end, mark)
    if title.re is ENTRY or "  " in title["title"] or " - " in title["title"]:
        return None
    return put(sample, start - 2, end, title["title"] + random.choice(["  ", " - "]))


def unparsed_text(sample: Sample, random: Random) -> Sample | None:
    """
    Leave words behind the links of a paper, or in the section of its links.
    """
    row = one(ROW, sample.text, random)
    words = random.choice(["_", "soon", "to be added", "*", "see the thread", "**", "(updated)"])
    if row is not None:
        place = row.end("links") - len(row["links"]) + len(row["links"].rstrip())
        return put(sample, place, place, random.choice([" ", ""]) + words)
    bare = one(re.compile(r"^- https?://\S+\n", re.MULTILINE), sample.text, random)
    return None if bare is None else put(sample, bare.end(), bare.end(), f"{words}\n")


def title_not_separated(sample: Sample, random: Random) -> Sample | None:
    """
    Let nothing but one blank stand between a title and its summary.
    """
    title = one(TITLE, sample.text, random) or one(ENTRY, sample.text, random)
    if title is None:
        return None
    words = f"{title['title']} {title['summary']}"
    if re.search(r"[ \t][-–—−]+[ \t]|[ \t]{2}", words.strip()) or len(words) < 80:
        return None
    start = title.start("title") if title.re is TITLE else title.start("rank")
    opening = start - 2
    rank = "" if title.re is TITLE else f"{title['rank']}). "
    return put(sample, opening, title.end("mark"), f"{rank}{title['title']} ")


def one(pattern: re.Pattern[str], text: str, random: Random) -> re.Match[str] | None:
    """
    Return one of the places that a pattern finds, or None where there is none.
    """
    found = list(pattern.finditer(text))
    return random.choice(found) if found else None


def put(sample: Sample, start: int, end: int, words: str) -> Sample:
    """
    Return the sample with other words between two offsets.
    """
    return sample.with_text(sample.text[:start] + words + sample.text[end:])


def table_not_shown(sample: Sample, generator: Random) -> Sample | None:
    """
    Put a blank line between two rows, lose a cell of the row of dashes, or the blank of a heading.
    """
    text = sample.text
    places = [
        *((match.end(), match.end(), "\n") for match in TABLE_ROW.finditer(text)),
        *((*match.span(), "|---|\n") for match in DASHES.finditer(text)),
        *((match.end() - 1, match.end(), "") for match in WEEK_HEADING.finditer(text)),
    ]
    if not places:
        return None
    start, end, words = generator.choice(places)
    return sample.with_text(text[:start] + words + text[end:])


PLANTS: dict[str, Plant] = {
    "M701": table_cell,
    "M703": quote_missing,
    "M704": unsafe_html,
    "M706": section_missing,
    "M707": title_style,
    "M708": unparsed_text,
    "M709": title_not_separated,
    "M710": table_not_shown,
}
