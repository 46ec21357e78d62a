"""
Titles, periods and links that tell of different weeks, and ranges that are none.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import NamedTuple

from tests.planting import Plant, Sample

__all__ = ["PLANTS"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
TITLE = re.compile(r"^#{1,2} (?=.*[0-9] ?[-~–] ?).*$", re.MULTILINE)
DAY = r"(?:(?P<m{0}>[A-Z][a-z]+) )?(?P<d{0}>[0-9]{{1,2}})"
WORDS = re.compile(
    rf"(?P<open>\(?){DAY.format(1)} ?- ?{DAY.format(2)}(?P<close>\)?)(?P<year>(?: - |, )(?P<y>[0-9]{{4}}))?"
)
NUMBERS = re.compile(
    r"(?P<y>[0-9]{4})/(?P<m1>[0-9]{2})/(?P<d1>[0-9]{2}) ~ (?:[0-9]{4}/)?(?P<m2>[0-9]{2})/(?P<d2>[0-9]{2})"
)
ARXIV = re.compile(r"(?<=arxiv\.org/abs/)([0-9]{4})\.([0-9]{4,5})|(?<=arxiv\.org/pdf/)([0-9]{4})\.([0-9]{4,5})")
POST = re.compile(r"https?://(?:mobile\.)?(?:x|twitter)\.com/\w+/status/([0-9]{18,19})[^\s)]*")
LABELLED_POST = re.compile(rf"[ ,]*\[[^]\n]*\]\({POST.pattern}\)")
FEWEST_LINKS = 10
EPOCH_OF_POSTS = 1_288_834_974_657
DAY_IN_MS = 86_400_000


class Heading(NamedTuple):
    """
    Where a range stands, in which form, and the days that it means.
    """

    start: int
    end: int
    match: re.Match[str]
    first: date
    last: date

    @property
    def in_numbers(self) -> bool:
        """
        Whether the range is `2024/09/16 ~ 09/22`.
        """
        return "/" in self.match[0]


def headings(text: str) -> Iterator[Heading]:
    """
    Yield the ranges of the titles of issues, where a year is printed.
    """
    for title in TITLE.finditer(text):
        numbers = NUMBERS.search(title[0])
        match = numbers or WORDS.search(title[0])
        if match is None or not match["y"]:
            continue
        first_month, last_month = match["m1"], match["m2"] or match["m1"]
        months = (int(first_month), int(last_month)) if numbers else (month_of(first_month), month_of(last_month))
        if 0 in months:
            continue
        year, turns = int(match["y"]), months[0] > months[1]
        years = (year, year + turns) if numbers else (year - turns, year)
        first, last = (date(y, m, int(match[d])) for y, m, d in zip(years, months, ("d1", "d2"), strict=True))
        start = title.start() + match.start()
        yield Heading(start, start + len(match[0]), match, first, last)


def month_of(name: str | None) -> int:
    """
    Return the number of a month, 0 for another word.
    """
    return next((number for number, month in enumerate(MONTHS, 1) if name and month.startswith(name)), 0)


def printed(first: date, last: date, generator: Random, *, numbers: bool, bracketed: bool) -> str:
    """
    Return a range in a form that titles have.
    """
    if numbers:
        year = f"{last:%Y}/" if first.year != last.year else ""
        return f"{first:%Y/%m/%d} ~ {year}{last:%m/%d}"
    names = [MONTHS[day.month - 1] for day in (first, last)]
    names = [name[:3] for name in names] if generator.random() < 0.3 else names
    words = f"{names[0]} {first.day} - {names[1]} {last.day}"
    return f"({words}) - {last.year}" if bracketed else f"{words}, {last.year}"


def retitled(sample: Sample, generator: Random, first_shift: int, last_shift: int) -> Sample | None:
    """
    Return the sample with the range of one title moved, its ends by so many days.
    """
    found = list(headings(sample.text))
    if not found:
        return None
    heading = generator.choice(found)
    first, last = heading.first + timedelta(first_shift), heading.last + timedelta(last_shift)
    is_bracketed = heading.in_numbers or heading.match["close"] != ""
    words = printed(first, last, generator, numbers=heading.in_numbers, bracketed=is_bracketed)
    return replaced(sample, heading, words)


def replaced(sample: Sample, heading: Heading, words: str) -> Sample:
    """
    Return the sample with other words in the place of a range.
    """
    return sample.with_text(sample.text[: heading.start] + words + sample.text[heading.end :])


def unreadable(sample: Sample, generator: Random) -> Sample | None:
    """
    Misspell the months of a title, or leave out a day.
    """
    found = list(headings(sample.text))
    if not found:
        return None
    heading = generator.choice(found)
    words = heading.match[0]
    if heading.in_numbers:
        return replaced(sample, heading, words[:-5] + generator.choice(("", "??", "??/??", "xx/xx")))

    def misspelled(match: re.Match[str]) -> str:
        place = generator.randrange(0, 2)
        name = match[0]
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]

    return replaced(sample, heading, re.sub("[A-Z][a-z]+", misspelled, words))


def other_period(sample: Sample, generator: Random) -> Sample | None:
    """
    State another week beside the title, as the writer of posts does: under a seal of the title.
    """
    match = re.match("# (.*)\n", sample.text)
    found = list(headings(sample.text))
    if match is None or len(found) != 1 or not found[0].in_numbers:
        return None
    shift = timedelta(7 * generator.choice([-30, -5, -2, -1, 1, 2, 8]))
    seal = f"{zlib.crc32(match[1].encode()):08x}"
    period = {"is": [str(found[0].first + shift), str(found[0].last + shift)], "over": seal}
    block = json.dumps({"issue": {"period": period}})
    return sample.with_text(f"<!-- mlweekly: {block} -->\n\n{sample.text}")


def wrong_week(sample: Sample, generator: Random) -> Sample | None:
    """
    Put an issue under the title of another week.
    """
    if len(set(POST.findall(sample.text))) < 3:
        return None
    shift = 7 * generator.choice([-52, -14, -4, -2, -1, 1, 2, 3, 10, 30])
    return retitled(sample, generator, shift, shift)


def wrong_week_without_posts(sample: Sample, generator: Random) -> Sample | None:
    """
    Put an issue that links to no posts under the title of another week.
    """
    if len(list(headings(sample.text))) != 1 or len(set(ARXIV.findall(sample.text))) < 5:
        return None
    text = POST.sub("", LABELLED_POST.sub("", sample.text))
    shift = 7 * generator.choice([-30, -10, -6, -5, 5, 7, 12, 40])
    return retitled(sample.with_text(text), generator, shift, shift)


def other_months(sample: Sample, generator: Random) -> Sample | None:
    """
    Give all arXiv numbers of an issue another month.
    """
    if len(list(headings(sample.text))) != 1:
        return None
    if len(set(POST.findall(sample.text))) < 4 or len(set(ARXIV.findall(sample.text))) < 4:
        return None
    shift = generator.choice([-30, -12, -5, -3, 2, 4, 9])

    def moved(match: re.Match[str]) -> str:
        month, number = match[1] or match[3], match[2] or match[4]
        count = int(month[:2]) * 12 + int(month[2:]) - 1 + shift
        return f"{count // 12:02}{count % 12 + 1:02}.{number}"

    return sample.with_text(ARXIV.sub(moved, sample.text))


def other_length(sample: Sample, generator: Random) -> Sample | None:
    """
    Add days to a week, or take some from it.
    """
    return retitled(sample, generator, 0, generator.choice([-6, -3, -1, 1, 1, 2, 7, 10]))


def other_start(sample: Sample, generator: Random) -> Sample | None:
    """
    Let a week begin on another day.
    """
    shift = generator.choice([-3, -2, -1, 1, 2, 3])
    return retitled(sample, generator, shift, shift)


def impossible(sample: Sample, generator: Random) -> Sample | None:
    """
    Print days that are none, or the last before the first.
    """
    found = list(headings(sample.text))
    if not found:
        return None
    heading = generator.choice(found)
    year = heading.last.year
    if heading.in_numbers:
        words = (f"{year}/02/25 ~ 02/31", f"{year}/13/01 ~ 13/07", f"{year}/09/22 ~ 09/16", f"{year}/04/25 ~ 04/31")
        return replaced(sample, heading, generator.choice(words))
    words = (
        "February 25 - February 30",
        "September 25 - September 31",
        "Sep 22 - Sep 16",
        "June 31 - July 6",
        "May 25-32",
    )
    return replaced(sample, heading, f"({generator.choice(words)}) - {year}")


def turn_without_years(sample: Sample, generator: Random) -> Sample | None:
    """
    Print a range over New Year without a year, or with that of its first day.
    """
    found = list(headings(sample.text))
    if not found:
        return None
    heading = generator.choice(found)
    year = heading.last.year
    if heading.first.year < year and not heading.in_numbers and generator.random() < 0.5:
        wrong = heading.match[0].replace(str(year), str(year - 1))
        return replaced(sample, heading, wrong) if POST.search(sample.text) else None
    if heading.in_numbers:
        return replaced(sample, heading, f"{year}/12/30 ~ 01/05")
    forms = ("(December 30 - January 5)", "(Dec 27 - Jan 2)", f"(December 30, {year} - January 5)", "(Dec 28-Jan 3)")
    return replaced(sample, heading, generator.choice(forms))


def without_year(sample: Sample, generator: Random) -> Sample | None:
    """
    Leave out the year of a title.
    """
    found = [heading for heading in headings(sample.text) if heading.first.year == heading.last.year]
    if not found:
        return None
    heading = generator.choice(found)
    words = heading.match[0]
    return replaced(sample, heading, words[5:] if heading.in_numbers else words[: -len(heading.match["year"])])


def published(sample: Sample, generator: Random) -> Sample | None:
    """
    State that a post was published before its week was over, or long after it.
    """
    found = list(headings(sample.text))
    if not sample.text.startswith("# ") or len(found) != 1:
        return None
    day = found[0].last + timedelta(generator.choice([-365, -91, -20, -3, -1, 15, 16, 40, 365]))
    return sample.with_text(f'<!-- mlweekly: {{"issue": {{"published": "{day}"}}}} -->\n\n{sample.text}')


def later_post(sample: Sample, generator: Random) -> Sample | None:
    """
    Read a text on a day before its newest posts, or link to a post of a later day.
    """
    posts = list(POST.finditer(sample.text))
    if not posts:
        return None
    days = sorted((int(match[1]) >> 22) + EPOCH_OF_POSTS for match in posts)
    if generator.random() < 0.5:
        newest = datetime.fromtimestamp(days[-1] / 1000, UTC).date()
        return sample._replace(as_of=newest - timedelta(generator.choice([2, 3, 5, 20])))
    match = generator.choice(posts)
    as_of = datetime.fromtimestamp(days[-1] / 1000, UTC).date()
    later = days[-1] + DAY_IN_MS * generator.choice([3, 7, 30]) - EPOCH_OF_POSTS << 22
    text = sample.text[: match.start(1)] + str(later) + sample.text[match.end(1) :]
    return sample.with_text(text)._replace(as_of=as_of)


def undated(sample: Sample, generator: Random) -> Sample | None:
    """
    Give an issue alone in its text a title without its week.
    """
    found = list(headings(sample.text))
    if len(found) != 1 or len(ARXIV.findall(sample.text)) + len(POST.findall(sample.text)) < FEWEST_LINKS:
        return None
    start = sample.text.rfind("\n", 0, found[0].start) + 1
    end = sample.text.find("\n", start)
    words = generator.choice(("# Papers of the Week", "# ML Papers", "# Weekly picks, number 45"))
    return sample.with_text(sample.text[:start] + words + sample.text[end:])


PLANTS: dict[str, Plant] = {
    "D101": unreadable,
    "D102": other_period,
    "D103": wrong_week,
    "D104": wrong_week_without_posts,
    "D105": other_months,
    "D106": other_length,
    "D107": other_start,
    "D108": impossible,
    "D109": turn_without_years,
    "D110": without_year,
    "D111": published,
    "D113": undated,
    "D112": later_post,
}
