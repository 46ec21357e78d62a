"""
Mistakes in links: papers that are missing, targets that do not fit, numbers that cannot exist, links of another time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from random import Random
from typing import NamedTuple, TypeAlias

from tests.planting import Plant, Sample

__all__ = ["PLANTS"]

PAPER_SECTIONS = ("論文リンク", "논문 링크", "论文链接", "Paper")
FURTHER_SECTIONS = ("さらに読む", "더 읽어보기", "延伸阅读", "Further reading")
HEADING = re.compile(r"##? .*[(\[].*[0-9].*|\[[0-9]{4}/.*")
ROW = re.compile(r"\| *(?:\(?[0-9]+[.)]|\*\*)")
BRACKETED = re.compile(r"\*\*[0-9]+\)\.")
LABELLED = re.compile(r"\[(?P<label>[^\[\]]*)\]\((?P<url>https?://[^()\s]+)\)")
BARE = re.compile(r"(?:[-*] )?(?P<url>https?://\S+)")
ARXIV = re.compile(
    r"https?://(?:www\.)?arxiv\.org/abs/(?P<year>[0-9]{2})(?P<month>[0-9]{2})\.(?P<number>[0-9]{5})(?:v[0-9])?"
)
POST = re.compile(r"https?://(?:twitter|x)\.com/\w+/status/(?P<id>[0-9]{18,19})(?:\?\S*)?")
EPOCH_OF_POSTS = 1_288_834_974_657
MILLISECONDS_OF_A_DAY = 86_400_000


class Place(NamedTuple):
    """
    A link in a text.

    Attributes:
        start: Where it begins, its label included.
        end: Where it ends.
        label: Its words; None where the URL stands alone.
        url: Its URL.
        section: "paper" or "further" in a post, "row" elsewhere.
        paper: The number of its paper in the text.
        issue: The number of its issue; 0 where no heading with a date stands before it.
    """

    start: int
    end: int
    label: str | None
    url: str
    section: str
    paper: int
    issue: int


def places_in(text: str) -> list[Place]:
    """
    Return the links of the papers; not those that stand in a sentence, or under the name of a source.
    """
    return list(_places(text))


def _places(text: str) -> Iterator[Place]:
    section, paper, issue, offset = "", 0, 0, 0
    for line in text.splitlines(keepends=True):
        words, bare = line.strip().strip("# ").strip(), BARE.fullmatch(line.strip())
        if ROW.match(line) or BRACKETED.match(line):
            paper += 1
            cell = line.rfind("。(") if line.startswith("**") else line.rfind("|", 0, line.rstrip().rfind("|"))
            for found in LABELLED.finditer(line, max(cell, 0)):
                start, end = offset + found.start(), offset + found.end()
                yield Place(start, end, found["label"], found["url"], "row", paper, issue)
        elif bare is not None and section:
            start = offset + line.index("http")
            yield Place(start, start + len(bare["url"]), None, bare["url"], section, paper, issue)
        elif words and bare is None:
            issue += HEADING.match(line) is not None
            section = "paper" if words in PAPER_SECTIONS else "further" if words in FURTHER_SECTIONS else ""
            paper += section == "paper"
        offset += len(line)


def papers_in(text: str) -> list[list[Place]]:
    """
    Return the links paper by paper.
    """
    return [list(links) for _, links in groupby(places_in(text), key=lambda place: place.paper)]


Change: TypeAlias = Callable[[Place, Random], str | None]
"""
Returns the other URL that a link gets; None where the link is not of the kind that is changed.
"""


def with_url(text: str, place: Place, url: str) -> str:
    """
    Return the text with another URL in a link.
    """
    head, link, tail = text[: place.start], text[place.start : place.end], text[place.end :]
    return f"{head}{link.replace(place.url, url)}{tail}"


def one_url(change: Change, *, dated: bool = False) -> Plant:
    """
    Return the plant that gives one link another URL.

    Args:
        change: The change.
        dated: Whether only issues with a date in their heading, and three posts or more, have a place for it.
    """

    def plant(sample: Sample, random: Random) -> Sample | None:
        places = places_in(sample.text)
        posts = [place.issue for place in places if POST.fullmatch(place.url)]
        random.shuffle(places)
        for place in places:
            if dated and (not place.issue or posts.count(place.issue) < 4):
                continue
            url = change(place, random)
            if url is not None:
                return sample.with_text(with_url(sample.text, place, url))
        return None

    return plant


def month_shifted(url: str, months: int, random: Random) -> str | None:
    """
    Return an arXiv URL with a number of so many months later; None for other URLs, and for months that have no numbers.
    """
    found = ARXIV.fullmatch(url)
    if found is None:
        return None
    year, month = divmod(int(found["year"]) * 12 + int(found["month"]) - 1 + months, 12)
    if not 15 <= year <= 60:
        return None
    return f"https://arxiv.org/abs/{year:02}{month + 1:02}.{random.randint(1, 19_000):05}"


def days_shifted(url: str, days: int) -> str | None:
    """
    Return a post's URL with the number of a post of so many days later; None for other URLs.
    """
    found = POST.fullmatch(url)
    if found is None:
        return None
    number = int(found["id"]) + (days * MILLISECONDS_OF_A_DAY << 22)
    return f"https://x.com/someone/status/{number}" if number >> 22 > 0 else None


def paper_taken_out(sample: Sample, random: Random) -> Sample | None:
    """
    Take the paper link out of a paper that has one.
    """
    papers = papers_in(sample.text)
    random.shuffle(papers)
    for links in papers:
        arxiv = [place for place in links if ARXIV.fullmatch(place.url)]
        others = [place for place in links if place not in arxiv]
        if len(arxiv) != 1 or any(place.section == "paper" or _may_be_paper(place) for place in others):
            continue
        start, end = arxiv[0].start, arxiv[0].end
        if arxiv[0].section == "row":
            separator = re.compile(r" *(?:[,|]|(?=\[)) *").match(sample.text, end)
            end = separator.end() if separator is not None else end
        return sample.with_text(sample.text[:start] + sample.text[end:])
    return None


def _may_be_paper(place: Place) -> bool:
    return place.label is not None and place.label.strip(" )") not in ("Tweet", "Code", "GitHub", "Repo", "推文")


def target_changed(place: Place, random: Random) -> str | None:
    """
    Put a target of another kind under the label, or into the section of paper links.
    """
    paper = f"https://arxiv.org/abs/2409.{random.randint(1, 19_000):05}"
    post = f"https://x.com/someone/status/{random.randint(10**18, 18 * 10**17)}"
    code = random.choice(["https://github.com/someone/something", "https://gitlab.com/a/b"])
    others = {
        "Paper": (post, code, "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://huggingface.co/datasets/a/b"),
        "论文": (post, code),
        "Tweet": (paper, code, "https://huggingface.co/someone/something", "https://someone.example.org/blog"),
        "推文": (paper, code),
        "Code": (paper, post),
        "Repo": (paper, post),
        "GitHub": (paper, post, "https://someone.github.io/something/"),
        "Project": (paper, post, code),
    }
    known = others.get(place.label or "", (post, code) if place.section == "paper" else ())
    return random.choice(known) if known else None


def label_changed(sample: Sample, random: Random) -> Sample | None:
    """
    Call a link what it is not.
    """
    labels = {"Paper": ("Tweet", "Code", "Video", "GitHub", "Dataset"), "Tweet": ("Paper", "Code", "Model", "Report")}
    places = [place for place in places_in(sample.text) if place.label in labels and _is_told_by_url(place)]
    if not places:
        return None
    place = random.choice(places)
    label = random.choice(labels[place.label or ""])
    return sample.with_text(f"{sample.text[: place.start]}[{label}]({place.url}){sample.text[place.end :]}")


def _is_told_by_url(place: Place) -> bool:
    return bool(ARXIV.fullmatch(place.url) or POST.fullmatch(place.url))


def number_broken(place: Place, random: Random) -> str | None:
    """
    Break an arXiv number: its month, its digits, its point.
    """
    found = ARXIV.fullmatch(place.url)
    if found is None:
        return None
    year, month, number = found.group("year", "month", "number")
    broken = random.choice(
        [
            f"{year}{random.choice(['00', '13', '14', '20', '99'])}.{number}",
            f"{year}{month}.{number[:-1]}",
            f"{year}{month}.{number[1:]}",
            f"{year}{month}.{number[:2]}",
            f"{year}{month}.{number}{random.randint(0, 9)}",
            f"{year}{month}.00000",
            f"{year}{month}{number}",
            f"{year}{month}-{number}",
            f"{year}{month}",
            f"{year}{month}.{number[:-1]}O",
            "",
        ]
    )
    form = random.choice(["https://arxiv.org/abs/{}", "https://arxiv.org/pdf/{}", "https://huggingface.co/papers/{}"])
    return form.format(broken) if broken else "https://arxiv.org/abs/"


def tracked(place: Place, random: Random) -> str | None:
    """
    Add a parameter that says where a reader came from.
    """
    if "#" in place.url:
        return None
    parameters = [
        "utm_source=newsletter",
        "utm_medium=social&utm_campaign=week",
        "fbclid=IwAR0",
        "gclid=a",
        "ref_src=twsrc",
    ]
    if POST.fullmatch(place.url):
        parameters += ["s=20", "s=46&t=abc", "t=abc"]
    return f"{place.url}{'&' if '?' in place.url else '?'}{random.choice(parameters)}"


def side_door(place: Place, random: Random) -> str | None:
    """
    Put another name of the host into a URL.
    """
    names = {
        "x.com": ("twitter.com", "mobile.twitter.com", "www.x.com", "mobile.x.com", "www.twitter.com", "fxtwitter.com"),
        "arxiv.org": ("www.arxiv.org", "export.arxiv.org", "arXiv.org"),
        "github.com": ("www.github.com", "GitHub.com"),
        "huggingface.co": ("hf.co", "www.huggingface.co"),
    }
    scheme, host, path = place.url.partition("//")[0], place.url.split("/")[2], place.url.split("/", 3)[3:]
    return "/".join((scheme, "", random.choice(names[host]), *path)) if host in names else None


def insecure(place: Place, random: Random) -> str | None:
    """
    Take the s out of https.
    """
    scheme = random.choice(["http", "http", "HTTP"])
    return place.url.replace("https", scheme, 1) if place.url.startswith("https:") else None


def other_form(place: Place, random: Random) -> str | None:
    """
    Link to another form of an arXiv paper.
    """
    found = ARXIV.fullmatch(place.url)
    if found is None:
        return None
    number = f"{found['year']}{found['month']}.{found['number']}"
    form = random.choice(["pdf/{}", "pdf/{}.pdf", "pdf/{}v2", "pdf/{}v1.pdf", "html/{}", "html/{}v1", "abs//{}", "{}"])
    return f"https://arxiv.org/{form.format(number)}"


def signed(place: Place, random: Random) -> str | None:
    """
    Link to a file whose URL a store has signed, in the place of a paper.
    """
    if not _is_paper_link(place):
        return None
    moment = random.randint(1_600_000_000, 1_900_000_000)
    return random.choice(
        [
            f"https://scontent-lax3-1.xx.fbcdn.net/v/t39/a.pdf?_nc_cat=1&ccb=1-7&oh=00_A&oe={moment:X}",
            f"https://instagram.fabc1-1.fna.cdninstagram.com/v/a.jpg?oh=00_A&oe={moment:x}",
            "https://a.s3.us-east-2.amazonaws.com/a.pdf?X-Amz-Date=20240916T101010Z&X-Amz-Expires=3600&X-Amz-Signature=a",
            f"https://a.s3.amazonaws.com/a.pdf?AWSAccessKeyId=A&Expires={moment}&Signature=a%3D",
            f"https://d1.cloudfront.net/a.pdf?Expires={moment}&Signature=a&Key-Pair-Id=K",
            f"https://cdn-lfs.hf.co/a?response-content-type=a&Expires={moment}&Policy=p&Signature=a&Key-Pair-Id=K",
            "https://a.blob.core.windows.net/a.pdf?sp=r&st=2024-09-16T00:00:00Z&se=2024-09-17T00:00:00Z&sr=b&sig=a%3D",
            "https://storage.googleapis.com/a/a.pdf?X-Goog-Date=20240916T000000Z&X-Goog-Expires=600&X-Goog-Signature=a",
            f"https://a.oss-cn-beijing.aliyuncs.com/a.pdf?Expires={moment}&OSSAccessKeyId=A&Signature=a",
            f"https://a.cos.ap-beijing.myqcloud.com/a.pdf?q-sign-time={moment};{moment + 600}&q-signature=a",
            f"https://cdn.discordapp.com/attachments/1/2/a.pdf?ex={moment:x}&is={moment - 99:x}&hm=a",
            f"https://media.licdn.com/dms/document/a?e={moment}&v=beta&t=a",
            "https://raw.githubusercontent.com/a/b/main/a.pdf?token=ABC",
            "https://doc-0s-docs.googleusercontent.com/docs/securesc/a/b/c?e=download",
            f"https://files.example.com/a.pdf?expires={moment}&signature=a",
            f"https://files.example.com/a.pdf?token=a&exp={moment}",
        ]
    )


def second_paper(sample: Sample, random: Random) -> Sample | None:
    """
    Put a link to another paper beside the link to a paper.
    """
    places = [place for place in places_in(sample.text) if ARXIV.fullmatch(place.url) and _is_paper_link(place)]
    if not places:
        return None
    place = random.choice(places)
    other = month_shifted(place.url, random.choice([-1, 0, 0, 0, 1]), random)
    if other is None or other[-10:] in place.url:
        return None
    form = random.choice(["https://arxiv.org/abs/", "https://arxiv.org/pdf/", "https://huggingface.co/papers/"])
    url = form + other.rpartition("/")[2]
    if place.label is None:
        bullet = "- " if sample.text[: place.start].endswith("- ") else ""
        added = f"\n{bullet}{url}"
    else:
        label = place.label if place.label == "论文" else random.choice(["Paper", "PDF", "arXiv", "Preprint"])
        added = f"{' | ' if place.label == '论文' else ', '}[{label}]({url})"
    return sample.with_text(sample.text[: place.end] + added + sample.text[place.end :])


def _is_paper_link(place: Place) -> bool:
    return place.label in ("Paper", "论文") or place.section == "paper"


def post_of_another_time(sample: Sample, random: Random) -> Sample | None:
    """
    Put a post that is much older than the paper beside it, or a paper much younger than its post.
    """
    papers = papers_in(sample.text)
    random.shuffle(papers)
    for links in papers:
        arxiv = [place for place in links if ARXIV.fullmatch(place.url)]
        posts = [place for place in links if POST.fullmatch(place.url)]
        if len(arxiv) != 1 or len(posts) != 1:
            continue
        if random.random() < 0.5:
            changed, url = posts[0], days_shifted(posts[0].url, -random.randint(60, 700))
        else:
            changed, url = arxiv[0], month_shifted(arxiv[0].url, random.randint(3, 20), random)
        if url is not None:
            return sample.with_text(with_url(sample.text, changed, url))
    return None


def late_paper(place: Place, random: Random) -> str | None:
    """
    Put a number of months after the week into a paper link; the paper may have been an old one.
    """
    return month_shifted(place.url, random.randint(10, 30), random)


def old_paper(place: Place, random: Random) -> str | None:
    """
    Put a number of long before the week into a paper link.
    """
    return month_shifted(place.url, -random.randint(5, 40), random)


def stray_post(place: Place, random: Random) -> str | None:
    """
    Put a post of long after the week, or of long before it, in the place of one of the week.
    """
    return days_shifted(place.url, random.choice([random.randint(15, 300), -random.randint(25, 300)]))


def either(*plants: Plant) -> Plant:
    """
    Return the plant that is one of several.
    """

    def plant(sample: Sample, random: Random) -> Sample | None:
        return random.choice(plants)(sample, random)

    return plant


PLANTS: dict[str, Plant] = {
    "L201": paper_taken_out,
    "L202": either(one_url(target_changed), label_changed),
    "L203": one_url(number_broken),
    "L204": one_url(late_paper, dated=True),
    "L205": one_url(old_paper, dated=True),
    "L206": one_url(stray_post, dated=True),
    "L207": one_url(tracked),
    "L208": one_url(side_door),
    "L209": one_url(insecure),
    "L210": one_url(other_form),
    "L212": one_url(signed),
    "L217": second_paper,
    "L219": post_of_another_time,
}
