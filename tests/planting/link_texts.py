"""
Mistakes in how links are written: plants for L213 to L216, L218 and L220.
"""

from __future__ import annotations

import re
from random import Random

from tests.planting import Plant, Sample

__all__ = ["PLANTS"]

LABELLED = re.compile(r"\[(?P<label>[^\[\]\n]+)\]\((?P<url>https?://[^()\s]+)\)")
OF_PAPER = re.compile(rf"(?:(?<=\| )|(?<=\), )|(?<=\()){LABELLED.pattern}")
BARE = re.compile(r"^- (?P<url>https?://\S+)$", re.MULTILINE)
IN_TEXT = re.compile(r"(?P<url>https?://[\w./-]+\w) (?=[\u3040-\u30ff\u4e00-\u9fff])")
ARXIV = re.compile(r"https?://(?:www\.)?arxiv\.org/abs/(?P<id>[0-9]{4}\.[0-9]{5})(?:v[0-9])?")
POST = re.compile(r"https?://(?:twitter|x)\.com/(?P<path>\w+/status/[0-9]+)(?:\?\S*)?")
ROW = re.compile(r"^\| *\(?[0-9]+\)[^\n]*?[^\s|*](?= *\| *(?:\w[^|\n]*\| *)?\[[^\n]*$)", re.MULTILINE)
SUMMARY = re.compile(r"(?<=### 論文紹介\n\n)[^\n]+|(?<=### 논문 소개\n\n)[^\n]+|(?<=### 论文介绍\n\n)[^\n]+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PLURALS = ("papers", "tweets", "codes", "models", "projects", "blogs", "demos", "datasets", "repos")

SLIPS = {
    "arxiv.org": ("axriv.org", "arxiv.com", "arxv.org", "arxivv.org", "arxib.org"),
    "github.com": ("githib.com", "gthub.com", "github.co"),
}


def trailing_punctuation(sample: Sample, random: Random) -> Sample | None:
    """
    Put punctuation at the end of a URL: of a link, of a bare one, or of one in a Japanese or Chinese sentence.
    """
    link = one(OF_PAPER, sample.text, random)
    if link is not None:
        return put(
            sample, link.end("url"), link.end("url"), random.choice([".", ",", ";", ")", "。", "、", "）", ".)"])
        )
    bare = one(BARE, sample.text, random)
    inside = one(IN_TEXT, sample.text, random)
    if inside is not None and random.random() < 0.3:
        return put(sample, inside.end("url"), inside.end(), random.choice("。、，"))
    if bare is None:
        return None
    return put(sample, bare.end("url"), bare.end("url"), random.choice([".", ")", "。", "、", "）"]))


def duplicate_link(sample: Sample, random: Random) -> Sample | None:
    """
    Link to a target a second time: with the same words, with others, or in another form of its URL.
    """
    link = one(OF_PAPER, sample.text, random)
    if link is not None:
        label = random.choice([link["label"], "Project", "Blog"])
        return put(sample, link.end(), link.end(), f", [{label}]({other_form(link['url'], random)})")
    bare = one(BARE, sample.text, random)
    if bare is None:
        return None
    line = bare[0].replace(bare["url"], other_form(bare["url"], random))
    return put(sample, bare.end(), bare.end(), f"\n{line}")


def url_malformed(sample: Sample, random: Random) -> Sample | None:
    """
    Bend the brackets of a link, or misspell what makes its URL one.
    """
    link = one(OF_PAPER, sample.text, random)
    if link is None:
        bare = one(BARE, sample.text, random)
        return None if bare is None else put(sample, *bare.span("url"), misspelled(bare["url"], random))
    label, url = link["label"], link["url"]
    written = random.choice(
        [
            f"[{label}][{url}]",
            f"[{label}] ({url})",
            f"[{label}](({url})",
            f"[{label}]([XXX]({url}))",
            f"[{label}]({misspelled(url, random)})",
            f"[{label}]({url.replace('://', ':// ')})",
            f"[{label}](javascript:alert(1))",
            f"{label}({url})",
            f"{label}]({url})",
        ]
    )
    return put(sample, link.start(), link.end(), written)


def label_unknown(sample: Sample, random: Random) -> Sample | None:
    """
    Misspell the label of a link, or leave punctuation in it.
    """
    link = one(LABELLED, sample.text, random)
    if link is None or not link["label"].isascii() or not link["label"].isalpha():
        return None
    word = link["label"]
    place = random.randrange(1, len(word))
    misspelling = random.choice(
        [
            f"{word})",
            f"({word}",
            f"{word}.",
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[:place] + random.choice(LETTERS) + word[place + 1 :],
            word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :],
        ]
    )
    if misspelling.lower() in (word.lower(), *PLURALS) or len(misspelling) < 4:
        return None
    return put(sample, *link.span("label"), misspelling)


def text_link_unlisted(sample: Sample, random: Random) -> Sample | None:
    """
    Put a link into a summary: with words, bare, or in angle brackets.
    """
    summary = one(ROW, sample.text, random) or one(SUMMARY, sample.text, random)
    if summary is None:
        return None
    url = f"https://example.org/notes/{random.randrange(1000)}"
    words = random.choice([f" ([notes]({url}))", f" (see {url})", f" <{url}>", f" {url}.", f" [here]({url}_(draft))"])
    return put(sample, summary.end(), summary.end(), words)


def link_target_empty(sample: Sample, random: Random) -> Sample | None:
    """
    Take the target of a link away, or leave what stood for it in a template.
    """
    target = random.choice(["()", "( )", "(xxx)", "(XXX)", "(#)", "(TODO)", "(tbd)", "(link)", "", "(...)", "[]"])
    link = one(OF_PAPER, sample.text, random) or one(LABELLED, sample.text, random)
    if link is not None and (link.re is OF_PAPER or target not in ("", "[]")):
        return put(sample, link.start(), link.end(), f"[{link['label']}]{target}")
    bare = one(BARE, sample.text, random)
    return None if bare is None else put(sample, *bare.span("url"), f"[Tweet]{target}")


def address_mistyped(sample: Sample, random: Random) -> Sample | None:
    """
    Slip in the host of arXiv or GitHub, paste an address into another, or lose the end of a post's number.
    """
    link = one(LABELLED, sample.text, random)
    if link is None:
        return None
    url = link["url"]
    forms = [url.replace(host, random.choice(wrong), 1) for host, wrong in SLIPS.items() if f"/{host}/" in url]
    if "/status/" in url and ("/x.com/" in url or "/twitter.com/" in url):
        head, _, number = url.partition("/status/")
        forms += [f"{head}/status/{number[:9]}", f"{head}/status/", f"{head}/status/{number[:19]}&s=20"]
    if "//arxiv.org/" in url:
        forms.append(f"https://arxiv.org/abs/{url}")
    return put(sample, *link.span("url"), random.choice(forms)) if forms else None


def misspelled(url: str, random: Random) -> str:
    """
    Return a URL that is none.
    """
    rest = url.partition("://")[2]
    return random.choice([f"htp://{rest}", f"htps://{rest}", f"https:/{rest}", f"https//{rest}", rest, f"www.{rest}"])


def other_form(url: str, random: Random) -> str:
    """
    Return another URL of the same target, or the same.
    """
    arxiv, post = ARXIV.fullmatch(url), POST.fullmatch(url)
    forms = [url]
    if arxiv is not None:
        forms += [f"https://arxiv.org/{part}/{arxiv['id']}" for part in ("pdf", "abs", "html")]
        forms += [f"http://www.arxiv.org/abs/{arxiv['id']}v2"]
    if post is not None:
        forms += [f"https://twitter.com/{post['path']}", f"https://x.com/{post['path']}?s=20"]
    return random.choice(forms)


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


PLANTS: dict[str, Plant] = {
    "L213": trailing_punctuation,
    "L214": duplicate_link,
    "L215": url_malformed,
    "L216": label_unknown,
    "L218": text_link_unlisted,
    "L220": link_target_empty,
    "L221": address_mistyped,
}
