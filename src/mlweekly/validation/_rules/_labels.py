"""
The rules about the words on links: they are words that digests use, and fit what the link leads to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.changes import LinkRelabelled, Patch
from mlweekly.model import ROLES, Link
from mlweekly.validation._analysis._link_labels import HUB_LIST, described, host_of, label_for
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Facts, Fix, Severity, Violation
from mlweekly.validation._violations import in_paper, retargeted

__all__ = ["label_unknown", "role_target_mismatch"]

_CONTRADICTIONS: Mapping[str, Mapping[str, Severity]] = {
    "paper": {"post": "error", "code": "warning", "model": "warning", "dataset": "warning", "video": "warning"},
    "report": {"post": "error", "video": "warning"},
    "book": {"post": "error"},
    "survey": {"post": "error"},
    "post": {"paper": "error", "code": "error", "model": "error", "dataset": "error", "video": "error"},
    "code": {"paper": "error", "post": "error", "video": "error"},
    "model": {"paper": "error", "post": "error", "video": "error"},
    "dataset": {"paper": "error", "post": "error", "video": "error"},
    "video": {"paper": "error", "code": "error", "model": "error", "dataset": "error"},
    "project": {"paper": "warning", "post": "warning", "code": "info"},
    "blog": {"paper": "warning"},
    "demo": {"paper": "warning"},
    "slides": {"paper": "warning"},
}
"""
For each role the kinds that contradict it; a paper may be a page of its makers, and weights may lie beside code.
"""

# What these roles name may be a file or an article as papers are: only a paper's number tells.
_NEED_NUMBER = ("blog", "demo", "slides")
# An article may be a long post.
_ARTICLES = ("article", "articles")
_NAMES_OF_X = frozenset({"tweet", "tweets", "twitter", "x", "ツイート", "推文", "推特", "트윗"})
# Where posts are, or short links to them.
_SOCIAL = (
    *("x.com", "twitter.com", "threads.net", "threads.com", "bsky.app", "linkedin.com", "facebook.com", "weibo.com"),
    *("reddit.com", "news.ycombinator.com", "instagram.com", "tiktok.com", "xiaohongshu.com", "mastodon.social"),
    *("t.co", "lnkd.in", "bit.ly", "buff.ly", "tinyurl.com", "threadreaderapp.com", "typefully.com", "nitter.net"),
)
# Where code is, beside the repositories that a URL tells.
_CODE_PLACES = (
    *("github.com", "github.dev", "gitlab.com", "gitee.com", "gitcode.com", "gitcode.net", "bitbucket.org"),
    *("codeberg.org", "sourceforge.net", "sr.ht", "googlesource.com", "huggingface.co", "kaggle.com", "zenodo.org"),
    *("osf.io", "figshare.com", "codeocean.com", "replit.com", "pypi.org", "npmjs.com", "crates.io", "readthedocs.io"),
    *("colab.research.google.com", "anonymous.4open.science", "drive.google.com", "dropbox.com", "modelscope.cn"),
)
_OWN_SERVER = expression(r"(?:git|gitlab|code|forge|svn|cvs|hg)\.")
_GITHUB_WORDS = ("github", "git hub")
_GITHUB = ("github.com", "github.dev")
_STRAY = expression(r"[()\[\]{}.,;:|<>]+")
_NUMBER = expression(r"[\s#_-]*[0-9０-９]{1,3}$")
_PARTS = expression(r"\s*(?:[&/,+]|\band\b)\s*")
_WORDS = {word: role for role, words in ROLES.items() for word in words}
_LATIN = expression(r"[A-Za-z]")
_FEWEST_ALIKE = 5
_SHORTEST, _LONG, _LONGEST = 4, 8, 30
_LONGEST_LABEL = 200
_BY_CHANCE = expression("blob|cook|cores?|dates?|hosts?|logs?|look|modes?|nodes?|past|ports?|rate|size|suite|tasks?")
_WRITTEN = {"github": "GitHub", "arxiv": "arXiv", "pdf": "PDF", "x": "X", "youtube": "YouTube"}
_PLACEHOLDER = expression(
    r"(?i)x{2,}|\?+|tbd|todo|tba|foo|bar|baz|link|url|here|click here|label|untitled|asdf\w*|lorem\w*"
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
    found: list[tuple[PaperContext, str, Link, Severity]] = [
        (paper, pointer, link, severity)
        for paper, pointer, link in context.links
        if (severity := contradiction_in(link)) is not None
    ]
    used = _labels_used(context) if found else {}
    elsewhere: dict[tuple[int, str | None], Link | None] = {}
    for paper, pointer, link, severity in found:
        key = paper.index, link.role
        if key not in elsewhere:
            elsewhere[key] = _link_elsewhere(context, *key)
        called = f'the link "{link.label}"' if link.label is not None else f"a link among the {link.section} links"
        violation = in_paper(
            paper,
            f"{pointer}/url",
            f"{called} leads to {described(link)}, {link.url}",
            {"label": link.label, "role": link.role, "kind": link.kind, "url": link.url},
            link.label or link.role or "",
            link.canonical,
            fix=_other_target(paper, pointer, link, elsewhere[key])
            or _other_label(context, paper, pointer, link, used),
            severity=severity,
        )
        yield evolve(violation, habit=f"{called} leads to {link.kind}")


def label_unknown(context: Context) -> Iterator[Violation]:
    """
    The words on a link are words that digests use for links, spelled as they are.

    The rule finds a known word with a letter too many, too few, wrong or out of place (two in a long word), a known
    word with stray punctuation at its edge, and words that name nothing, such as `here`. The known words are those of
    English, Japanese, Korean and Chinese editions. A label that is rare, but no misspelling (`Qwen Chat App`), is
    nobody's mistake and is excused, but for one on a paper or a post where all others of the issue have known words; so
    is an English word that is like a known one by chance (`Core`, `Suite`).

    Why it matters: what a link is, is told by its label; a misspelled one is missed by whoever looks for the posts.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks, and answers at once | [Papre](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks, and answers at once | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: safe. The nearest known word; none where the label resembles no word.
    Counted: 3 in 65 issues of one series, `Tweet)` each time; `App` and `Qwen Chat App` are excused.
    """
    others = [
        (paper, pointer, link, link.label)
        for paper, pointer, link in context.links
        if link.label is not None and link.label.lower() not in _WORDS
    ]
    if not others:
        return
    kinds = Counter((link.kind, link.role is None) for _, _, link in context.links)
    for paper, pointer, link, label in others:
        verdict, word = _judged(label)
        if verdict == "known" or (verdict == "rare" and not _is_odd(link, kinds)):
            continue
        nearest = _spelled_like(word, label) if word else None
        fix = None
        if nearest is not None:
            operation = LinkRelabelled(pointer, before=link.label, after=nearest, of=paper.paper.title)
            fix = Fix(Patch([operation]), safe=True)
        like = "which does not say what it leads to: write that" if nearest is None else f'write "{nearest}"'
        words = f'a link is called "{label}"{": " if nearest else ", "}{like}'
        evidence: Facts = {"label": label, "nearest": nearest, "url": link.url}
        violation = in_paper(paper, f"{pointer}/label", words, evidence, label, link.canonical, fix=fix)
        yield evolve(violation, habit=label)


def _labels_used(context: Context) -> dict[str, Counter[str]]:
    """
    Return the labels that the issue has on links that are what they are called, by kind.
    """
    used: dict[str, Counter[str]] = {}
    for _, _, link in context.links:
        if link.label is not None and link.kind is not None and link.kind == link.role:
            used.setdefault(link.kind, Counter())[link.label] += 1
    return used


def _link_elsewhere(context: Context, index: int, kind: str | None) -> Link | None:
    """
    Return the first link of a kind that another edition has of a paper, and this one has not.
    """
    own = context.papers[index].paper.links
    others = (link for counterpart in context.counterparts[index] for link in counterpart.paper.links)
    return next((link for link in others if link.kind == kind and link not in own), None)


def _other_target(paper: PaperContext, pointer: str, link: Link, other: Link | None) -> Fix | None:
    return None if other is None else Fix(Patch([retargeted(paper, pointer, link, other.url)]), safe=False)


def _other_label(
    context: Context, paper: PaperContext, pointer: str, link: Link, used: Mapping[str, Counter[str]]
) -> Fix | None:
    """
    Return the fix that calls the link what it leads to, in the issue's own word where it has one.
    """
    is_second = paper.targets[link.canonical] > 1
    has_paper = paper.paper_links > (link.kind == "paper" or link.role == "paper")
    if link.label is None or is_second or (link.kind == "paper" and has_paper):
        return None
    own = used.get(link.kind or "")
    after = own.most_common(1)[0][0] if own else label_for(link, context.issue.language)
    if after is None or after == link.label or contradiction_in(Link(link.url, after)):
        return None
    operation = LinkRelabelled(pointer, before=link.label, after=after, of=paper.paper.title)
    return Fix(Patch([operation]), safe=False)


def contradiction_in(link: Link) -> Severity | None:
    """
    Return how much a link's target contradicts what the link is called; None where it may be what it is called.
    """
    role, kind = link.role, link.kind
    if role is None or role == kind:
        return None
    if kind is None:
        return _without_kind(link, role)
    if role == "paper" and kind == "post" and link.label is not None and link.label.casefold() in _ARTICLES:
        return None
    severity = _CONTRADICTIONS.get(role, {}).get(kind)
    return None if role in _NEED_NUMBER and link.identifier is None else severity


def _without_kind(link: Link, role: str) -> Severity | None:
    """
    Judge a page of which only the host is known, for labels that promise a certain place.
    """
    if link.label is None or role not in ("post", "code"):
        return None
    host = host_of(link)
    label = link.label.casefold().strip(" \t()[]*_:.,")
    if role == "post":
        return "warning" if label in _NAMES_OF_X and not _is_one_of(host, _SOCIAL) else None
    if label in _GITHUB_WORDS:
        return None if _is_one_of(host, _GITHUB) else "warning"
    is_place = _is_one_of(host, _CODE_PLACES) or _OWN_SERVER.match(host)
    return "info" if HUB_LIST.fullmatch(link.canonical) or not is_place else None


def _is_one_of(host: str, hosts: tuple[str, ...]) -> bool:
    return host in hosts or host.endswith(tuple(f".{each}" for each in hosts))


def _is_odd(link: Link, kinds: Mapping[tuple[str | None, bool], int]) -> bool:
    """
    Return whether a rare label is on a post or paper where the issue has known words for all others of the kind.
    """
    if link.kind not in ("paper", "post") or link.role is not None:
        return False
    return kinds[link.kind, True] == 1 and kinds[link.kind, False] + 1 >= _FEWEST_ALIKE


@lru_cache(maxsize=1024)
def _judged(label: str) -> tuple[Literal["known", "rare", "stray", "near", "nothing"], str]:
    """
    Return what a label is: a known word, one with stray marks, nearly one, or a word for nothing; and the known word.
    """
    if len(label) > _LONGEST_LABEL:
        return "known", ""
    words = _NUMBER.sub("", label.strip()).casefold()
    bare = _without_stray(words)
    if bare != words and bare in _WORDS:
        return "stray", bare
    if words in _WORDS or any(part in _WORDS for part in _PARTS.split(bare)):
        return "known", ""
    nearest = _nearest(bare)
    if nearest is not None:
        return "near", nearest
    return ("rare" if _PLACEHOLDER.fullmatch(bare) is None else "nothing"), ""


def _without_stray(words: str) -> str:
    start, end = 0, len(words)
    leading = _STRAY.match(words)
    if leading is not None:
        start = leading.end()
    while end > start and _STRAY.match(words, end - 1) is not None:
        end -= 1
    return words[start:end].strip()


def _nearest(label: str) -> str | None:
    shortest = _SHORTEST if _LATIN.search(label) is not None else _SHORTEST - 1
    if (
        not _SHORTEST - 1 <= len(label) <= _LONGEST
        or _BY_CHANCE.fullmatch(label) is not None
        or f"{label}s" in _WORDS
        or label.removesuffix("s") in _WORDS
    ):
        return None
    best: tuple[int, str] | None = None
    for word in _WORDS:
        if len(word) < shortest or abs(len(word) - len(label)) > 2:
            continue
        distance = _distance(label, word)
        if distance <= (2 if min(len(label), len(word)) >= _LONG else 1) and (best is None or distance < best[0]):
            best = (distance, word)
    return None if best is None else best[1]


def _distance(first: str, second: str) -> int:
    """
    Return how many letters are added, dropped, changed or swapped with their neighbour.
    """
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        following = [i]
        for j, other in enumerate(second, start=1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1]


def _spelled_like(word: str, label: str) -> str:
    """
    Return a known word in the letter case of the label that it replaces.
    """
    if label[:1].islower():
        return word
    if label.isupper() and len(label) > 1:
        return word.upper()
    written = _WRITTEN.get(word)
    if written is not None:
        return written
    is_title = all(part[:1].isupper() for part in label.split())
    return " ".join(part[:1].upper() + part[1:] for part in word.split()) if is_title else word.capitalize()
