"""
Mistakes between issues, in contents lists and between editions: plants for S601 to S610 and P309.
"""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta
from random import Random

from tests.planting import Plant, Sample

__all__ = ["PLANTS"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
HEADING = re.compile(
    r"^## .*?(?P<m1>[A-Z][a-z]+) (?P<d1>\d+) - (?P<m2>[A-Z][a-z]+) (?P<d2>\d+).*?(?P<year>20\d\d)$", re.MULTILINE
)
ENTRY = re.compile(r"^- \[(?P<label>[^\]\n]*\d[^\]\n]*)\]\((?P<target>[^)\n]*#(?P<anchor>[^)\n]*))\)\n", re.MULTILINE)
ROW = re.compile(r"^\| ?\(?(?P<rank>\d+)\)[^\n]*\|[ \t]*\n", re.MULTILINE)
BOLD = re.compile(r"\*\*(?P<title>[^*\n]+)\*\*")
ARXIV = re.compile(r"https://arxiv\.org/abs/\d{4}\.\d{5}")
POST = re.compile(r"https://(?:x|twitter)\.com/\w+/status/\d{18,19}")
LINK = re.compile(r"\[(?P<label>Paper|Tweet)\]\((?P<url>[^)\s]+)\)(?:, *)?")
BARE = re.compile(r"^- https://(?:arxiv\.org/abs/[\d.]+|x\.com/\w+/status/\d+)\n", re.MULTILINE)
OTHER_TITLES = (
    "Weather Vanes for Robots",
    "Counting Stars with Crayons",
    "A Quiet Orchestra of Thermostats",
    "Bicycle Routes from Gossip",
    "Origami Planning under Rain",
)
MILLISECONDS_OF_POSTS = 22
DAY = 86_400_000 << MILLISECONDS_OF_POSTS


def overlap(sample: Sample, random: Random) -> Sample | None:
    """
    Let an issue begin before the one before has ended, or end after the next has begun.
    """
    headings = sorted(headings_of(sample.text), key=lambda each: each[1])
    if len(headings) < 2:
        return None
    place = random.randrange(len(headings) - 1)
    (one, _, one_end), (other, other_start, _) = headings[place], headings[place + 1]
    days = timedelta(days=random.randint(0, 2))
    if random.random() < 0.5:
        return sample.with_text(redated(sample.text, one, last=other_start + days))
    return sample.with_text(redated(sample.text, other, first=one_end - days))


def gap(sample: Sample, random: Random) -> Sample | None:
    """
    Take an issue out of a text that holds every week, or let one begin later or end earlier.
    """
    headings = sorted(headings_of(sample.text), key=lambda each: each[1])
    follow = [later[1] - earlier[2] == timedelta(days=1) for earlier, later in itertools.pairwise(headings)]
    if len(headings) < 3 or not all(follow):
        return None
    heading, first, last = headings[random.randrange(1, len(headings) - 1)]
    days = timedelta(days=random.randint(1, 3))
    start, end = section(sample.text, heading)
    return sample.with_text(
        random.choice(
            [
                sample.text[:start] + sample.text[end:],
                redated(sample.text, heading, first=first + days),
                redated(sample.text, heading, last=last - days),
            ]
        )
    )


def duplicate_issue(sample: Sample, random: Random) -> Sample | None:
    """
    Put the heading of one issue over another, or an issue with its heading twice.
    """
    headings = headings_of(sample.text)
    if len(headings) < 2:
        return None
    (one, _, _), (other, _, _) = random.sample(headings, 2)
    if random.random() < 0.5:
        return sample.with_text(sample.text[: one.start()] + other[0] + sample.text[one.end() :])
    start, end = section(sample.text, one)
    return sample.with_text(sample.text[:end] + sample.text[start:end] + sample.text[end:])


def repeated_paper(sample: Sample, random: Random) -> Sample | None:
    """
    Present a paper of one issue in another, too: as a further row, or in the place of one.
    """
    places = two_rows(sample.text, random)
    if places is None:
        return None
    one, other = places
    row = one[0].replace(one["rank"], other["rank"], 1)
    return sample.with_text(sample.text[: other.start()] + row + sample.text[other.end() :])


def copied_issue(sample: Sample, random: Random) -> Sample | None:
    """
    Put all or most of the papers of one issue under the heading of another.
    """
    headings = headings_of(sample.text)
    if len(headings) < 2:
        return None
    (one, _, _), (other, _, _) = random.sample(headings, 2)
    here, there = rows_of(sample.text, one), rows_of(sample.text, other)
    count = min(len(here), len(there))
    if count < 2:
        return None
    text, copied = sample.text, random.randint((count + 1) // 2 + count % 2, count)
    if 2 * copied < min(len(here), len(there)):
        return None
    for row, source in reversed(list(zip(here, there, strict=False))[:copied]):
        text = text[: row.start()] + source[0].replace(source["rank"], row["rank"], 1) + text[row.end() :]
    return sample.with_text(text)


def index_target(sample: Sample, random: Random) -> Sample | None:
    """
    Let an entry lead elsewhere than it says: to another issue, to nothing, or under the words of another week.
    """
    entries = list(ENTRY.finditer(sample.text))
    if len(entries) < 3:
        return None
    entry, other = random.sample(entries, 2)
    anchor, label = entry["anchor"], entry["label"]
    day = random.choice(list(re.finditer(r"(?<!\d)\d{1,2}(?!\d)", label)))
    planted = random.choice(
        [
            ("anchor", other["anchor"]),
            ("anchor", re.sub(r"-+20\d\d$", "", anchor)),
            ("anchor", re.sub(r"20(\d\d)$", lambda year: str(2001 + int(year[1])), anchor)),
            ("anchor", re.sub(r"(\d+)-", lambda number: f"{int(number[1]) % 27 + 1}-", anchor, count=1)),
            ("anchor", anchor.replace("---", "-")),
            ("anchor", anchor.replace("e", "", 1)),
            ("label", other["label"]),
            ("label", label[: day.start()] + str(int(day[0]) % 27 + 1) + label[day.end() :]),
        ]
    )
    if planted[1] == entry[planted[0]]:
        return None
    start, end = entry.span(planted[0])
    return sample.with_text(sample.text[:start] + planted[1] + sample.text[end:])


def index_incomplete(sample: Sample, random: Random) -> Sample | None:
    """
    Leave an issue out of the contents list, or list it twice.
    """
    entries = list(ENTRY.finditer(sample.text))
    if len(entries) < 3:
        return None
    entry = random.choice(entries)
    if random.random() < 0.5:
        entry = random.choice([entry for entry in entries if f"\n## {entry['label']}" in sample.text])
        return sample.with_text(sample.text[: entry.start()] + sample.text[entry.end() :])
    return sample.with_text(sample.text[: entry.end()] + entry[0] + sample.text[entry.end() :])


def one_id_two_titles(sample: Sample, random: Random) -> Sample | None:
    """
    Link the paper of one issue under the title of a paper of another.
    """
    places = two_rows(sample.text, random)
    if places is None:
        return None
    here, there = ([*ARXIV.finditer(row[0])] for row in places)
    if len(here) != 1 or len(there) != 1:
        return None
    start = places[1].start()
    return sample.with_text(
        sample.text[: start + there[0].start()] + here[0][0] + sample.text[start + there[0].end() :]
    )


def same_post_twice(sample: Sample, random: Random) -> Sample | None:
    """
    Link the post about one paper under another, of the same issue or another one; also in another spelling.
    """
    rows = [row for row in ROW.finditer(sample.text) if len(POST.findall(row[0])) == 1]
    if len(rows) < 2:
        return None
    one, other = random.sample(rows, 2)
    found = POST.search(other[0])
    source = POST.search(one[0])
    assert found
    assert source
    if found[0].rpartition("/")[2] == source[0].rpartition("/")[2]:
        return None
    url = random.choice([source[0], source[0] + "?s=20", re.sub("//.*?/", "//twitter.com/", source[0])])
    start = other.start()
    return sample.with_text(sample.text[: start + found.start()] + url + sample.text[start + found.end() :])


def edition_difference(sample: Sample, random: Random) -> Sample | None:
    """
    Lose or change something in a text that its other edition, which is written differently, has right.
    """
    damaged = random.choice([without_link, with_other_link, without_paper, in_other_order])(sample.text, random)
    if damaged is None or damaged == sample.text:
        return None
    other = random.choice([sample.text, as_other_edition(sample.text)])
    return sample._replace(text=damaged, editions=(other,))


def title_not_in_edition(sample: Sample, random: Random) -> Sample | None:
    """
    Put another title over a paper.
    """
    titles = [
        match
        for row in ROW.finditer(sample.text)
        if LINK.search(row[0]) and (match := BOLD.search(sample.text, row.start(), row.end()))
    ]
    if not titles:
        return None
    start, end = random.choice(titles).span("title")
    text = sample.text[:start] + random.choice(OTHER_TITLES) + sample.text[end:]
    return sample._replace(text=text, editions=(random.choice([sample.text, as_other_edition(sample.text)]),))


def without_link(text: str, random: Random) -> str | None:
    """
    Return a text with a link to a paper or a post taken out, of a paper that another link or its title tells.
    """
    bare = list(BARE.finditer(text))
    if bare:
        found = random.choice(bare)
        return text[: found.start()] + text[found.end() :]
    rows = [row for row in ROW.finditer(text) if len(POST.findall(row[0])) == len(ARXIV.findall(row[0])) == 1]
    rows = [row for row in rows if {"Paper", "Tweet"} == {link["label"] for link in LINK.finditer(row[0])}]
    if not rows:
        return None
    row = random.choice(rows)
    link = random.choice(list(LINK.finditer(text, row.start(), row.end())))
    return text[: link.start()] + text[link.end() :]


def with_other_link(text: str, random: Random) -> str | None:
    """
    Return a text with a post of another day, or a paper of another number, in the place of one.
    """
    rows = [row for row in ROW.finditer(text) if len(POST.findall(row[0])) == len(ARXIV.findall(row[0])) == 1]
    if not rows:
        return None
    row = random.choice(rows)
    pattern = random.choice([ARXIV, POST])
    found = pattern.search(text, row.start(), row.end())
    assert found
    if pattern is ARXIV:
        number = int(found[0][-5:])
        other = f"{found[0][:-5]}{(number + random.randint(1, 9_000)) % 9_000 + 1:05}"
    else:
        head, _, identifier = found[0].rpartition("/")
        other = f"{head}/{int(identifier) + random.randint(-40, 40) * DAY + random.randint(1, 9_999)}"
    return text[: found.start()] + other + text[found.end() :]


def without_paper(text: str, random: Random) -> str | None:
    """
    Return a text without one of its papers.
    """
    rows = list(ROW.finditer(text))
    if len(rows) < 3:
        return None
    row = random.choice(rows)
    return text[: row.start()] + text[row.end() :]


def in_other_order(text: str, random: Random) -> str | None:
    """
    Return a text with two papers of one issue in each other's place.
    """
    rows = list(ROW.finditer(text))
    pairs = [(one, other) for one, other in itertools.pairwise(rows) if one.end() == other.start()]
    if not pairs:
        return None
    one, other = random.choice(pairs)
    first = other[0].replace(other["rank"], one["rank"], 1)
    second = one[0].replace(one["rank"], other["rank"], 1)
    return text[: one.start()] + first + second + text[other.end() :]


def as_other_edition(text: str) -> str:
    """
    Return a text with its links in the form of another editor: labels, hosts and tracking parameters.
    """
    text = re.sub(r"(https://arxiv\.org)/abs/", r"\1/pdf/", text)
    text = POST.sub(lambda post: post[0].replace("//x.com", "//twitter.com") + "?s=20", text)
    return text.replace("[Paper](", "[論文](").replace("[Tweet](", "[推文](")


def headings_of(text: str) -> list[tuple[re.Match[str], date, date]]:
    """
    Return each heading with a range of days, and the first and the last of them.
    """
    found: list[tuple[re.Match[str], date, date]] = []
    for heading in HEADING.finditer(text):
        first, last = (MONTHS.index(heading[name]) + 1 for name in ("m1", "m2"))
        year = int(heading["year"])
        start = date(year - (first > last), first, int(heading["d1"]))
        found.append((heading, start, date(year, last, int(heading["d2"]))))
    return found


def redated(text: str, heading: re.Match[str], *, first: date | None = None, last: date | None = None) -> str:
    """
    Return a text with another first or last day in one heading.
    """
    if last is not None:
        text = text[: heading.start("year")] + str(last.year) + text[heading.end("year") :]
    parts = [("m1", "d1", first), ("m2", "d2", last)]
    for month, day, value in reversed(parts):
        if value is not None:
            printed = f"{MONTHS[value.month - 1]} {value.day}"
            text = text[: heading.start(month)] + printed + text[heading.end(day) :]
    return text


def section(text: str, heading: re.Match[str]) -> tuple[int, int]:
    """
    Return where an issue begins, and where the next heading or the text ends it.
    """
    following = text.find("\n## ", heading.end())
    return heading.start(), len(text) if following < 0 else following + 1


def rows_of(text: str, heading: re.Match[str]) -> list[re.Match[str]]:
    """
    Return the rows of an issue.
    """
    return list(ROW.finditer(text, *section(text, heading)))


def two_rows(text: str, random: Random) -> tuple[re.Match[str], re.Match[str]] | None:
    """
    Return a row of one issue, and one of another.
    """
    headings = headings_of(text)
    if len(headings) < 2:
        return None
    one, other = (rows_of(text, heading) for heading, _, _ in random.sample(headings, 2))
    return (random.choice(one), random.choice(other)) if one and other else None


PLANTS: dict[str, Plant] = {
    "P309": title_not_in_edition,
    "S601": overlap,
    "S602": gap,
    "S603": duplicate_issue,
    "S604": repeated_paper,
    "S605": copied_issue,
    "S606": index_target,
    "S607": index_incomplete,
    "S608": one_id_two_titles,
    "S609": edition_difference,
    "S610": same_post_twice,
}
