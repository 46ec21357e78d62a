"""
The words that digests put on links, by what the links lead to.
"""

from __future__ import annotations

from collections.abc import Mapping

from mlweekly._expressions import expression
from mlweekly.identifiers import PostId
from mlweekly.model import Link
from mlweekly.validation._analysis._vocabulary import listed

__all__ = ["HUB_LIST", "described", "host_of", "label_for"]

HUB_LIST = expression(r"https://huggingface\.co/(?:[A-Za-z0-9_.-]+/?|collections/.+)")
"""
The page of an owner, or of a collection, on the hub: a list of models.
"""

_WORDS: Mapping[str, str] = {
    "paper": "a paper",
    "post": "a post",
    "code": "a repository",
    "model": "a model",
    "dataset": "a data set",
    "video": "a video",
}
_LABELS: Mapping[str, Mapping[str, str]] = {
    tongue: dict(zip(listed("paper code model dataset video models project tweet post"), listed(words), strict=True))
    for tongue, words in (
        ("en", "Paper Code Model Dataset Video Models Project Tweet Post"),
        ("ja", "論文 コード モデル データセット 動画 モデル プロジェクト ツイート ポスト"),
        ("ko", "논문 코드 모델 데이터셋 영상 모델 프로젝트 트윗 포스트"),
        ("zh", "论文 代码 模型 数据集 视频 模型 项目 推文 帖子"),
    )
}


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
    labels = _LABELS.get("en" if is_latin or language is None else language.partition("-")[0], _LABELS["en"])
    if link.kind == "post":
        is_tweet = isinstance(link.identifier, PostId) and link.identifier.platform == "x"
        return labels["tweet" if is_tweet else "post"]
    if link.kind is not None:
        return labels[link.kind]
    if HUB_LIST.fullmatch(link.canonical):
        return labels["models"]
    is_project = link.role == "code" and host_of(link).endswith((".github.io", ".gitlab.io"))
    return labels["project"] if is_project else None
