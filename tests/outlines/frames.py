"""
Digests with various things around their papers: front matter, topics, issues, notices and other lists.
"""

from __future__ import annotations

from tests.outlines import Sample, issue, paper

QUIET, LOUD, CALM = (f"https://arxiv.org/abs/2410.0100{number}" for number in (1, 2, 3))

FRAMES = (
    Sample(
        "front matter in YAML",
        """\
---
title: "Semana en papers: 14 - 20 octubre 2024"
date: 2024-10-21
lang: es
author: Lucía Gómez
tags:
  - papers
  - ml
draft: false
description: Lo mejor de la semana.
---

## Redes silenciosas

**Paper:** https://arxiv.org/abs/2410.01001

Las redes son ruidosas y este trabajo las calla.

## Redes ruidosas

**Paper:** https://arxiv.org/abs/2410.01002

Los autores hacen lo contrario.
""",
        (
            issue(
                paper(
                    "Redes silenciosas",
                    f"Paper {QUIET}",
                    summary="Las redes son ruidosas y este trabajo las calla.",
                ),
                paper("Redes ruidosas", f"Paper {LOUD}", summary="Los autores hacen lo contrario."),
                title="Semana en papers: 14 - 20 octubre 2024",
                period="2024-10-14..2024-10-20",
                language="es",
                published="2024-10-21",
                lead=["Lo mejor de la semana."],
                metadata={"author": "Lucía Gómez", "tags": ["papers", "ml"], "draft": False},
            ),
        ),
    ),
    Sample(
        "front matter in JSON",
        """\
{
  "title": "Tuần 42: bài báo hay",
  "publishedAt": "2024-10-21",
  "lang": "vi",
  "number": 42
}

# Bài báo từ 14/10/2024 đến 20/10/2024

### Mạng yên tĩnh

Liên kết: https://arxiv.org/abs/2410.01001

Bài báo này làm cho các mạng yên tĩnh hơn.

### Mạng ồn ào

Liên kết: https://arxiv.org/abs/2410.01002

Ngược lại với bài báo trên.
""",
        (
            issue(
                paper("Mạng yên tĩnh", QUIET, summary="Bài báo này làm cho các mạng yên tĩnh hơn."),
                paper("Mạng ồn ào", LOUD, summary="Ngược lại với bài báo trên."),
                title="Bài báo từ 14/10/2024 đến 20/10/2024",
                period="2024-10-14..2024-10-20",
                language="vi",
                published="2024-10-21",
                metadata={"title": "Tuần 42: bài báo hay", "number": 42},
            ),
        ),
    ),
    Sample(
        "many issues, topics in each",
        """\
# Papers that we read

One section a week, the newest one first.

## October 14 - October 20, 2024

### Language

#### Quiet Networks

- Paper: https://arxiv.org/abs/2410.01001

It turns the volume down, and nothing else.

### Vision

#### Loud Networks

- Paper: https://arxiv.org/abs/2410.01002

It turns the volume up.

## October 7 - October 13, 2024

### Language

#### Calm Networks

- Paper: https://arxiv.org/abs/2410.01003

It is calm, and that is all.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    f"Paper {QUIET}",
                    summary="It turns the volume down, and nothing else.",
                    topics=["Language"],
                ),
                paper("Loud Networks", f"Paper {LOUD}", summary="It turns the volume up.", topics=["Vision"]),
                title="October 14 - October 20, 2024",
                period="2024-10-14..2024-10-20",
                language="en",
            ),
            issue(
                paper("Calm Networks", f"Paper {CALM}", summary="It is calm, and that is all.", topics=["Language"]),
                title="October 7 - October 13, 2024",
                period="2024-10-07..2024-10-13",
                language="en",
            ),
        ),
        series={"title": "Papers that we read", "lead": ["One section a week, the newest one first."]},
    ),
    Sample(
        "a notice behind a rule at the end",
        """\
# Дайджест: 14 - 20 октября 2024

## 1. Тихие сети

Статья: https://arxiv.org/abs/2410.01001

Авторы делают сети тише, и это работает.

## 2. Громкие сети

Статья: https://arxiv.org/abs/2410.01002

А здесь всё наоборот.

---

*Этот дайджест собран автоматически.*
""",
        (
            issue(
                paper("Тихие сети", f"Статья {QUIET}", summary="Авторы делают сети тише, и это работает."),
                paper("Громкие сети", f"Статья {LOUD}", summary="А здесь всё наоборот."),
                title="Дайджест: 14 - 20 октября 2024",
                period="2024-10-14..2024-10-20",
                language="ru",
                notices=["*Этот дайджест собран автоматически.*"],
            ),
        ),
    ),
    Sample(
        "rules between the papers, and a notice behind the last one",
        """\
# Papers of October 14, 2024

---

## Quiet Networks

**Link:** https://arxiv.org/abs/2410.01001

It turns the volume down.

---

## Loud Networks

**Link:** https://arxiv.org/abs/2410.01002

It turns the volume up, and they are proud of it.

---

Thanks for reading. Subscribe [here](https://example.com/subscribe).
""",
        (
            issue(
                paper("Quiet Networks", QUIET, summary="It turns the volume down."),
                paper("Loud Networks", LOUD, summary="It turns the volume up, and they are proud of it."),
                title="Papers of October 14, 2024",
                period="2024-10-14..2024-10-14",
                language="en",
                notices=["Thanks for reading. Subscribe [here](https://example.com/subscribe)."],
            ),
        ),
    ),
    Sample(
        "a list of contents on top",
        """\
# Papers of October 14, 2024

## Contents

- [Quiet Networks](#quiet-networks)
- [Loud Networks](#loud-networks)

## Quiet Networks

**Authors:** Ada Byron
**Link:** https://arxiv.org/abs/2410.01001

It turns the volume down, and nothing else.

## Loud Networks

**Authors:** Grace Hopper
**Link:** https://arxiv.org/abs/2410.01002

It turns the volume up.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    QUIET,
                    authors=["Ada Byron"],
                    summary="It turns the volume down, and nothing else.",
                ),
                paper("Loud Networks", LOUD, authors=["Grace Hopper"], summary="It turns the volume up."),
                title="Papers of October 14, 2024",
                period="2024-10-14..2024-10-14",
                language="en",
                lead=["- [Quiet Networks](#quiet-networks)\n- [Loud Networks](#loud-networks)"],
            ),
        ),
        unplaced=("Contents",),
    ),
    Sample(
        "numbered trends that are no papers",
        """\
# Weekly Digest: October 14 - October 20, 2024

## Trends of the week

1. **Agents everywhere**: they are in each paper.
2. **Smaller models**: they are cheap.

## Papers

### 1. Quiet Networks

- **Authors**: Ada Byron, Mary Keller
- **URL**: https://arxiv.org/abs/2410.01001

It turns the volume down, and nothing else.

### 2. Loud Networks

- **Authors**: Grace Hopper
- **URL**: https://arxiv.org/abs/2410.01002

It turns the volume up.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    QUIET,
                    authors=["Ada Byron", "Mary Keller"],
                    summary="It turns the volume down, and nothing else.",
                    topics=["Papers"],
                ),
                paper(
                    "Loud Networks",
                    LOUD,
                    authors=["Grace Hopper"],
                    summary="It turns the volume up.",
                    topics=["Papers"],
                ),
                title="Weekly Digest: October 14 - October 20, 2024",
                period="2024-10-14..2024-10-20",
                language="en",
                lead=["1. **Agents everywhere**: they are in each paper.\n2. **Smaller models**: they are cheap."],
            ),
        ),
        unplaced=("Trends of the week",),
    ),
    Sample(
        "an appendix on the level of the papers",
        """\
# Articles du 14 octobre 2024

## Des réseaux calmes

**Auteurs :** Jeanne Dupont
**Lien :** https://arxiv.org/abs/2410.01001

Le calme est une vertu, et les auteurs le montrent.

## Des réseaux bruyants

**Auteurs :** Luc Petit
**Lien :** https://arxiv.org/abs/2410.01002

Le bruit est aussi utile.

## À propos

Cette lettre est écrite par deux personnes.
""",
        (
            issue(
                paper(
                    "Des réseaux calmes",
                    QUIET,
                    authors=["Jeanne Dupont"],
                    summary="Le calme est une vertu, et les auteurs le montrent.",
                ),
                paper("Des réseaux bruyants", LOUD, authors=["Luc Petit"], summary="Le bruit est aussi utile."),
                title="Articles du 14 octobre 2024",
                period="2024-10-14..2024-10-14",
                language="fr",
                notices=["Cette lettre est écrite par deux personnes."],
            ),
        ),
        unplaced=("À propos",),
    ),
    Sample(
        "a reading list in the body of a paper",
        """\
# Papers of October 14, 2024

## 1. Quiet Networks

[Paper](https://arxiv.org/abs/2410.01001)

It turns the volume down. It builds on older work:

- [Silent Nets](https://arxiv.org/abs/1901.00001), which was first
- [Mute Nets](https://arxiv.org/abs/2001.00001), which was better

## 2. Loud Networks

[Paper](https://arxiv.org/abs/2410.01002)

It turns the volume up.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    f"Paper {QUIET}",
                    summary="It turns the volume down. It builds on older work:\n\n"
                    "- [Silent Nets](https://arxiv.org/abs/1901.00001), which was first\n"
                    "- [Mute Nets](https://arxiv.org/abs/2001.00001), which was better",
                ),
                paper("Loud Networks", f"Paper {LOUD}", summary="It turns the volume up."),
                title="Papers of October 14, 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "further reading under a label, then another paper",
        """\
# Papers of October 14, 2024

## 1. Quiet Networks

**Authors:** Ada Byron
**Paper:** https://arxiv.org/abs/2410.01001

It turns the volume down, and nothing else.

**Further reading:**

- [Silent Nets](https://arxiv.org/abs/1901.00001)
- [Mute Nets](https://arxiv.org/abs/2001.00001)

## 2. Loud Networks

**Authors:** Grace Hopper
**Paper:** https://arxiv.org/abs/2410.01002

It turns the volume up.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    f"Paper {QUIET}",
                    "Silent Nets https://arxiv.org/abs/1901.00001",
                    "Mute Nets https://arxiv.org/abs/2001.00001",
                    authors=["Ada Byron"],
                    summary="It turns the volume down, and nothing else.",
                ),
                paper("Loud Networks", f"Paper {LOUD}", authors=["Grace Hopper"], summary="It turns the volume up."),
                title="Papers of October 14, 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "an emoji before each topic, a line under the title tells the period",
        """\
# 주간 AI 논문

검색 기간: 2024-10-14 ~ 2024-10-20

## 🤖 언어 모델

### 조용한 네트워크

**링크:** https://arxiv.org/abs/2410.01001

**요약:** 네트워크를 조용하게 만드는 방법입니다.

## 👁️ 비전

### 시끄러운 네트워크

**링크:** https://arxiv.org/abs/2410.01002

**요약:** 반대로 시끄럽게 만듭니다.
""",
        (
            issue(
                paper(
                    "조용한 네트워크",
                    QUIET,
                    summary="네트워크를 조용하게 만드는 방법입니다.",
                    topics=["🤖 언어 모델"],
                ),
                paper(
                    "시끄러운 네트워크",
                    LOUD,
                    summary="반대로 시끄럽게 만듭니다.",
                    topics=["👁️ 비전"],
                ),
                title="주간 AI 논문",
                period="2024-10-14..2024-10-20",
                language="ko",
                lead=["검색 기간: 2024-10-14 ~ 2024-10-20"],
            ),
        ),
    ),
    Sample(
        "a group of a year above issues of a month",
        """\
# Artigos lidos

## 2024

### Outubro de 2024

#### Redes quietas

- Artigo: https://arxiv.org/abs/2410.01001
- Resumo: As redes são barulhentas, e este artigo não.

### Setembro de 2024

#### Redes barulhentas

- Artigo: https://arxiv.org/abs/2409.01002
- Resumo: O contrário do que foi dito acima.
""",
        (
            issue(
                paper("Redes quietas", f"Artigo {QUIET}", summary="As redes são barulhentas, e este artigo não."),
                title="Outubro de 2024",
                period="2024-10-01..2024-10-31",
                language="pt",
            ),
            issue(
                paper(
                    "Redes barulhentas",
                    "Artigo https://arxiv.org/abs/2409.01002",
                    summary="O contrário do que foi dito acima.",
                ),
                title="Setembro de 2024",
                period="2024-09-01..2024-09-30",
                language="pt",
            ),
        ),
        series={"title": "Artigos lidos"},
    ),
    Sample(
        "a lead in bold and a quote above the papers",
        """\
# 今日のAI論文 2025年06月23日

> 毎朝、気になった論文を紹介しています。

**本日のポイント**: 静かさがテーマです。

## 1. 静かなネットワーク

**著者**: 山田太郎
**リンク**: https://arxiv.org/abs/2410.01001
**要約**: ネットワークを静かにする手法です。

## 2. うるさいネットワーク

**著者**: 佐藤次郎
**リンク**: https://arxiv.org/abs/2410.01002
**要約**: うるさいままで良いという主張です。
""",
        (
            issue(
                paper(
                    "静かなネットワーク",
                    QUIET,
                    authors=["山田太郎"],
                    summary="ネットワークを静かにする手法です。",
                ),
                paper(
                    "うるさいネットワーク",
                    LOUD,
                    authors=["佐藤次郎"],
                    summary="うるさいままで良いという主張です。",
                ),
                title="今日のAI論文 2025年06月23日",
                period="2025-06-23..2025-06-23",
                language="ja",
                lead=[
                    "> 毎朝、気になった論文を紹介しています。",
                    "**本日のポイント**: 静かさがテーマです。",
                ],
            ),
        ),
    ),
    Sample(
        "a comment, a code fence and a table in a body",
        """\
# Papers of October 14, 2024

## Quiet Networks

**Link:** https://arxiv.org/abs/2410.01001

<!-- ask Ada -->

It is called so, and that is all:

```
quiet(x)
```

## Loud Networks

**Link:** https://arxiv.org/abs/2410.01002

| volume | score |
|---|---|
| 11 | 97 |

It turns the volume up.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    QUIET,
                    summary="It is called so, and that is all:\n\n```\nquiet(x)\n```",
                ),
                paper("Loud Networks", LOUD, summary="It turns the volume up."),
                title="Papers of October 14, 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
        unplaced=("<!-- ask Ada -->", "| volume | score |", "| 11 | 97 |"),
    ),
)
