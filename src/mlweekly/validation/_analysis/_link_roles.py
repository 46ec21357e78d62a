"""
Which targets a label can stand for.

Lives here: the table of roles and the kinds of target that contradict them, and the words for a target of each kind.
Must not know: any rule; papers; what is made of a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mlweekly.identifiers import PostId
from mlweekly.model import Link
from mlweekly.validation._finding import Severity

__all__ = ["contradiction_in", "described", "label_for"]

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
_OWN_SERVER = re.compile(r"(?:git|gitlab|code|forge|svn|cvs|hg)\.")
_GITHUB_WORDS = ("github", "git hub")
_GITHUB = ("github.com", "github.dev")
_HUB_LIST = re.compile(r"https://huggingface\.co/(?:[A-Za-z0-9_.-]+/?|collections/.+)")
_WORDS: Mapping[str, str] = {
    "paper": "a paper",
    "post": "a post",
    "code": "a repository",
    "model": "a model",
    "dataset": "a data set",
    "video": "a video",
}
_LABELS: Mapping[str, Mapping[str, str]] = {
    "en": {"paper": "Paper", "code": "Code", "model": "Model", "dataset": "Dataset", "video": "Video"},
    "ja": {"paper": "論文", "code": "コード", "model": "モデル", "dataset": "データセット", "video": "動画"},
    "ko": {"paper": "논문", "code": "코드", "model": "모델", "dataset": "데이터셋", "video": "영상"},
    "zh": {"paper": "论文", "code": "代码", "model": "模型", "dataset": "数据集", "video": "视频"},
}
_LABEL_OF_HUB_LIST = {"ja": "モデル", "ko": "모델", "zh": "模型"}
_LABEL_OF_PROJECT = {"ja": "プロジェクト", "ko": "프로젝트", "zh": "项目"}
_POST_LABELS = {"en": ("Tweet", "Post"), "ja": ("ツイート", "ポスト"), "ko": ("트윗", "포스트"), "zh": ("推文", "帖子")}


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
    return "info" if _HUB_LIST.fullmatch(link.canonical) or not is_place else None


def _is_one_of(host: str, hosts: tuple[str, ...]) -> bool:
    return host in hosts or host.endswith(tuple(f".{each}" for each in hosts))


def host_of(link: Link) -> str:
    """
    Return the host of a link's target.
    """
    return link.canonical.split("/", 3)[2].partition(":")[0]


def described(link: Link) -> str:
    """
    Return what a link leads to, in words.
    """
    return f"a page of {host_of(link)}" if link.kind is None else _WORDS[link.kind]


def label_for(link: Link, language: str | None) -> str | None:
    """
    Return the word that digests put on a link of this kind; None where only a person can tell.

    Args:
        link: The link; its label tells whether labels are in Latin letters.
        language: The tag of the edition, for those that are not.
    """
    is_latin = link.label is None or link.label.isascii()
    tongue = "en" if is_latin or language is None else language.partition("-")[0]
    labels = _LABELS.get(tongue, _LABELS["en"])
    if link.kind is None:
        return (
            _LABEL_OF_HUB_LIST.get(tongue, "Models")
            if _HUB_LIST.fullmatch(link.canonical)
            else _label_of_page(link, tongue)
        )
    if link.kind == "post":
        names = _POST_LABELS.get(tongue, _POST_LABELS["en"])
        return names[0 if isinstance(link.identifier, PostId) and link.identifier.platform == "x" else 1]
    return labels[link.kind]


def _label_of_page(link: Link, tongue: str) -> str | None:
    is_project = link.role == "code" and host_of(link).endswith((".github.io", ".gitlab.io"))
    return _LABEL_OF_PROJECT.get(tongue, "Project") if is_project else None
