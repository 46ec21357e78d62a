"""
What digests call their links: the words on links, by role, in the languages of the known editions.
"""

from __future__ import annotations

from mlweekly._expressions import expression
from mlweekly._wording import expect

ROLES: dict[str, tuple[str, ...]] = {
    role: tuple(words.split(", "))
    for role, words in {
        "paper": (
            "paper, papers, preprint, pdf, arxiv, arxiv link, arxiv url, article, doi, openreview, 論文, 论文, "
            "논문, paper link, paper url, 论文链接, 论文地址, 論文リンク, 논문 링크, 원문, статья, "
            "bài báo, artículo, artigo, makale, artikel, aufsatz, papier"
        ),
        "post": "tweet, tweets, thread, post, x, twitter, ツイート, ポスト, 推文, 推特, 帖子, 트윗, 포스트",
        "code": "code, github, repo, repository, codes, source code, official code, コード, 代码, 代碼, "
        "代码地址, 代码链接, 开源地址, 코드, 코드 링크, mã nguồn, код, código, kod",
        "model": "model, models, weights, checkpoints, モデル, 模型, 모델, mô hình, модель, modèle, modell, modelo",
        "dataset": "dataset, datasets, data, データセット, 数据集, 데이터셋, dữ liệu, данные, "
        "données, daten, datos, dados, veri",
        "video": "video, videos, talk, youtube, 動画, 视频, 영상, 비디오, видео, vidéo, vídeo",
        "project": "project, project page, website, page, homepage, site, プロジェクト, 项目, 项目主页, 项目地址, "
        "主页, 프로젝트, dự án, проект, projet, projekt, proyecto, projeto, proje",
        "blog": "blog, blog post, announcement, news, ブログ, 博客, 블로그",
        "demo": "demo, try it, playground, デモ, 演示, 데모",
        "report": "report, technical report, tech report, system card, model card, white paper, whitepaper",
        "book": "book",
        "survey": "survey",
        "documentation": "documentation, docs, guide, tutorial",
        "slides": "slides",
        "leaderboard": "leaderboard, benchmark",
    }.items()
}
"""
The words of each role, in lower case. On 2,587 links of 130 issues the commonest were Paper 1,287, Tweet 1,231,
Code 19, Project 19, GitHub 11 and Blog 10.
"""

_ROLE_OF_WORD = {word: role for role, words in ROLES.items() for word in words}
_EDGES = " \t\r\n()[]{}*_#:.,;!|0123456789"
_PARTS = expression(r"[&/,+]|\band\b")


def role_of_label(label: str) -> str | None:
    """
    Return the role that a label names, or None.

    Case, punctuation and a number at the edges do not matter; of a label with several words the first known one
    decides.

    >>> role_of_label("Paper 1"), role_of_label("Code & Data"), role_of_label("推文"), role_of_label("Moshi")
    ('paper', 'code', 'post', None)

    Raises:
        TypeError: It is no text.
    """
    expect(label, str, "a label")
    known = _ROLE_OF_WORD.get(label.lower())
    if known is not None:
        return known
    for part in (label, *_PARTS.split(label)):
        known = _ROLE_OF_WORD.get(part.casefold().strip(_EDGES))
        if known is not None:
            return known
    return None
