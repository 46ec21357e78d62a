"""
Digests that say by labels what a paper has.
"""

from __future__ import annotations

from tests.outlines import Sample, issue, paper

LABELS = (
    Sample(
        "bold labels with the colon inside",
        """\
# Weekly Reading: October 14 - October 20, 2024

These are the papers that we liked this week.

## 1. Sparse Gates for Long Documents

**Authors:** Ada Byron, Grace Hopper
**Published:** 2024-10-15
**Link:** https://arxiv.org/abs/2410.11111
**Code:** https://github.com/byron/gates
**Tags:** sparsity, long context

The gates are learned, and they are cheap.

## 2. Counting Without Numbers

**Authors:** Mary Keller
**Published:** 2024-10-16
**Link:** https://arxiv.org/abs/2410.22222
**Tags:** reasoning

They show that it can count.
""",
        (
            issue(
                paper(
                    "Sparse Gates for Long Documents",
                    "https://arxiv.org/abs/2410.11111",
                    "Code https://github.com/byron/gates",
                    authors=["Ada Byron", "Grace Hopper"],
                    released="2024-10-15",
                    tags=["sparsity", "long context"],
                    summary="The gates are learned, and they are cheap.",
                ),
                paper(
                    "Counting Without Numbers",
                    "https://arxiv.org/abs/2410.22222",
                    authors=["Mary Keller"],
                    released="2024-10-16",
                    tags=["reasoning"],
                    summary="They show that it can count.",
                ),
                title="Weekly Reading: October 14 - October 20, 2024",
                period="2024-10-14..2024-10-20",
                language="en",
                lead=["These are the papers that we liked this week."],
            ),
        ),
    ),
    Sample(
        "Chinese labels, values on the lines below",
        """\
# 每周论文 2024-10-14 ~ 2024-10-20

## [1] [Slow Trees](https://arxiv.org/abs/2410.01001)

**作者**：
张三，李四

**摘要**：

本文提出了一种新的树结构，用于加速检索。

它在三个数据集上都有效。

## [2] [Fast Trees](https://arxiv.org/abs/2410.01002)

**作者**：
王五

**摘要**：

我们研究了快速的树。
""",
        (
            issue(
                paper(
                    "Slow Trees",
                    "https://arxiv.org/abs/2410.01001",
                    authors=["张三", "李四"],
                    abstract="本文提出了一种新的树结构，用于加速检索。\n\n它在三个数据集上都有效。",
                ),
                paper(
                    "Fast Trees",
                    "https://arxiv.org/abs/2410.01002",
                    authors=["王五"],
                    abstract="我们研究了快速的树。",
                ),
                title="每周论文 2024-10-14 ~ 2024-10-20",
                period="2024-10-14..2024-10-20",
                language="zh",
            ),
        ),
    ),
    Sample(
        "French items, a space before the colon",
        """\
# Revue des articles du 14 octobre 2024

### Des arbres pour tous

- **Auteurs :** Jeanne Dupont et Paul Morel
- **Date de publication :** 14 octobre 2024
- **Lien :** <https://arxiv.org/abs/2410.01001>
- **Mots-clés :** arbres, vitesse
- **Résumé :** Les auteurs montrent que les arbres sont plus rapides avec une mémoire partagée.

### La mémoire des machines

- **Auteurs :** Luc Petit
- **Date de publication :** 12 octobre 2024
- **Lien :** <https://arxiv.org/abs/2410.01002>
- **Mots-clés :** mémoire
- **Résumé :** Une étude de la mémoire dans les grands modèles, qui est aussi un guide.
""",
        (
            issue(
                paper(
                    "Des arbres pour tous",
                    "https://arxiv.org/abs/2410.01001",
                    authors=["Jeanne Dupont", "Paul Morel"],
                    released="2024-10-14",
                    tags=["arbres", "vitesse"],
                    summary="Les auteurs montrent que les arbres sont plus rapides avec une mémoire partagée.",
                ),
                paper(
                    "La mémoire des machines",
                    "https://arxiv.org/abs/2410.01002",
                    authors=["Luc Petit"],
                    released="2024-10-12",
                    tags=["mémoire"],
                    summary="Une étude de la mémoire dans les grands modèles, qui est aussi un guide.",
                ),
                title="Revue des articles du 14 octobre 2024",
                period="2024-10-14..2024-10-14",
                language="fr",
            ),
        ),
    ),
    Sample(
        "Vietnamese plain labels",
        """\
# Điểm báo tuần 14/10/2024 - 20/10/2024

## 1) Tree Search at Scale

Tác giả: Nguyễn Văn An, Trần Thị Bình
Ngày công bố: 15/10/2024
Đường dẫn: https://arxiv.org/abs/2410.01001
Tóm tắt: Bài báo đề xuất một phương pháp tìm kiếm mới cho các mô hình lớn.
Đánh giá: 4/5

## 2) Small Models

Tác giả: Lê Văn Cường
Ngày công bố: 16/10/2024
Đường dẫn: https://arxiv.org/abs/2410.01002
Tóm tắt: Các tác giả cho thấy mô hình nhỏ cũng có thể suy luận được.
Đánh giá: 3/5
""",
        (
            issue(
                paper(
                    "Tree Search at Scale",
                    "https://arxiv.org/abs/2410.01001",
                    authors=["Nguyễn Văn An", "Trần Thị Bình"],
                    released="2024-10-15",
                    summary="Bài báo đề xuất một phương pháp tìm kiếm mới cho các mô hình lớn.",
                    details={"Đánh giá": "4/5"},
                ),
                paper(
                    "Small Models",
                    "https://arxiv.org/abs/2410.01002",
                    authors=["Lê Văn Cường"],
                    released="2024-10-16",
                    summary="Các tác giả cho thấy mô hình nhỏ cũng có thể suy luận được.",
                    details={"Đánh giá": "3/5"},
                ),
                title="Điểm báo tuần 14/10/2024 - 20/10/2024",
                period="2024-10-14..2024-10-20",
                language="vi",
            ),
        ),
    ),
    Sample(
        "Russian labels and medals",
        """\
# Дайджест статей за 14-20 октября 2024

### 🥇 Deep Forests

**Авторы:** Анна Иванова, Пётр Сидоров
**Опубликовано:** 15 октября 2024
**Ссылка:** [arXiv](https://arxiv.org/abs/2410.01001)

**Аннотация:** Мы предлагаем новый метод обучения лесов.

### 🥈 Shallow Forests

**Авторы:** Иван Петров
**Опубликовано:** 16 октября 2024
**Ссылка:** [arXiv](https://arxiv.org/abs/2410.01002)

**Аннотация:** Работа показывает, что мелкие леса тоже хороши.

### 🥉 No Forests

**Авторы:** Ольга Орлова
**Опубликовано:** 17 октября 2024
**Ссылка:** [arXiv](https://arxiv.org/abs/2410.01003)

**Аннотация:** Авторы обходятся без леса.
""",
        (
            issue(
                paper(
                    "Deep Forests",
                    "arXiv https://arxiv.org/abs/2410.01001",
                    authors=["Анна Иванова", "Пётр Сидоров"],
                    released="2024-10-15",
                    abstract="Мы предлагаем новый метод обучения лесов.",
                ),
                paper(
                    "Shallow Forests",
                    "arXiv https://arxiv.org/abs/2410.01002",
                    authors=["Иван Петров"],
                    released="2024-10-16",
                    abstract="Работа показывает, что мелкие леса тоже хороши.",
                ),
                paper(
                    "No Forests",
                    "arXiv https://arxiv.org/abs/2410.01003",
                    authors=["Ольга Орлова"],
                    released="2024-10-17",
                    abstract="Авторы обходятся без леса.",
                ),
                title="Дайджест статей за 14-20 октября 2024",
                period="2024-10-14..2024-10-20",
                language="ru",
            ),
        ),
    ),
    Sample(
        "Portuguese papers on level 4, two levels of topics",
        """\
# Resumo semanal: 14 a 20 de outubro de 2024

## Linguagem

### Modelos pequenos

#### Um modelo que cabe no bolso

👥 Autores: Maria Silva, João Souza
📅 Publicado em: 15 de outubro de 2024
🔗 Link: https://arxiv.org/abs/2410.01001
📝 Resumo: O artigo mostra que um modelo pequeno não é pior do que os grandes.

## Visão

#### Ver sem olhos

👥 Autores: Ana Costa
📅 Publicado em: 16 de outubro de 2024
🔗 Link: https://arxiv.org/abs/2410.01002
📝 Resumo: Uma rede que vê com o som, sem câmera.
""",
        (
            issue(
                paper(
                    "Um modelo que cabe no bolso",
                    "https://arxiv.org/abs/2410.01001",
                    authors=["Maria Silva", "João Souza"],
                    released="2024-10-15",
                    summary="O artigo mostra que um modelo pequeno não é pior do que os grandes.",
                    topics=["Linguagem", "Modelos pequenos"],
                ),
                paper(
                    "Ver sem olhos",
                    "https://arxiv.org/abs/2410.01002",
                    authors=["Ana Costa"],
                    released="2024-10-16",
                    summary="Uma rede que vê com o som, sem câmera.",
                    topics=["Visão"],
                ),
                title="Resumo semanal: 14 a 20 de outubro de 2024",
                period="2024-10-14..2024-10-20",
                language="pt",
            ),
        ),
    ),
    Sample(
        "German labels under setext headings",
        """\
Papiere der Woche vom 14. bis 20. Oktober 2024
==============================================

Ein Gedächtnis für Roboter
--------------------------

*Autoren*: Karl Weber, Lena Fuchs
*Veröffentlicht am*: 15. Oktober 2024
*Verweis*: https://arxiv.org/abs/2410.01001

Die Autoren zeigen, dass ein Roboter sich auch nach Wochen noch erinnert.

Sprache ohne Worte
------------------

*Autoren*: Max Braun
*Veröffentlicht am*: 16. Oktober 2024
*Verweis*: https://arxiv.org/abs/2410.01002

Eine Sprache, die nicht aus Wörtern besteht.
""",
        (
            issue(
                paper(
                    "Ein Gedächtnis für Roboter",
                    "https://arxiv.org/abs/2410.01001",
                    authors=["Karl Weber", "Lena Fuchs"],
                    released="2024-10-15",
                    summary="Die Autoren zeigen, dass ein Roboter sich auch nach Wochen noch erinnert.",
                ),
                paper(
                    "Sprache ohne Worte",
                    "https://arxiv.org/abs/2410.01002",
                    authors=["Max Braun"],
                    released="2024-10-16",
                    summary="Eine Sprache, die nicht aus Wörtern besteht.",
                ),
                title="Papiere der Woche vom 14. bis 20. Oktober 2024",
                period="2024-10-14..2024-10-20",
                language="de",
            ),
        ),
    ),
    Sample(
        "Spanish keycaps and a label before its items",
        """\
# Artículos de la semana del 14 al 20 de octubre de 2024

## 1️⃣ Árboles sin raíces

**Autores**: Lucía Gómez y Pablo Ruiz
**Enlace**: [PDF](https://arxiv.org/pdf/2410.01001)

**Puntos clave:**

- El método es más rápido que los otros.
- No necesita datos.

## 2️⃣ Raíces sin árboles

**Autores**: Sara López
**Enlace**: [PDF](https://arxiv.org/pdf/2410.01002)

**Puntos clave:**

- Una idea muy simple.
""",
        (
            issue(
                paper(
                    "Árboles sin raíces",
                    "PDF https://arxiv.org/pdf/2410.01001",
                    authors=["Lucía Gómez", "Pablo Ruiz"],
                    details={"Puntos clave": "- El método es más rápido que los otros.\n- No necesita datos."},
                ),
                paper(
                    "Raíces sin árboles",
                    "PDF https://arxiv.org/pdf/2410.01002",
                    authors=["Sara López"],
                    details={"Puntos clave": "- Una idea muy simple."},
                ),
                title="Artículos de la semana del 14 al 20 de octubre de 2024",
                period="2024-10-14..2024-10-20",
                language="es",
            ),
        ),
    ),
    Sample(
        "Japanese sections under deeper headings",
        """\
# 今週の論文（2024年10月14日〜10月20日）

## 《木を育てるモデル》

### 著者

山田太郎、鈴木花子

### リンク

- https://arxiv.org/abs/2410.01001
- [コード](https://github.com/yamada/ki)

### 要旨

本研究では、木を育てる新しいモデルを提案します。

### 感想

とても面白い論文でした。

## 《森を見るモデル》

### 著者

佐藤次郎

### リンク

- https://arxiv.org/abs/2410.01002

### 要旨

森を見るための手法です。

### 感想

続きが楽しみです。
""",
        (
            issue(
                paper(
                    "木を育てるモデル",
                    "https://arxiv.org/abs/2410.01001",
                    "コード https://github.com/yamada/ki",
                    authors=["山田太郎", "鈴木花子"],
                    abstract="本研究では、木を育てる新しいモデルを提案します。",
                    details={"感想": "とても面白い論文でした。"},
                ),
                paper(
                    "森を見るモデル",
                    "https://arxiv.org/abs/2410.01002",
                    authors=["佐藤次郎"],
                    abstract="森を見るための手法です。",
                    details={"感想": "続きが楽しみです。"},
                ),
                title="今週の論文（2024年10月14日〜10月20日）",
                period="2024-10-14..2024-10-20",
                language="ja",
            ),
        ),
    ),
    Sample(
        "Korean labels as items, quotes below them",
        """\
# 주간 논문 2024년 10월 14일

### 1. 나무를 기르는 모델

- **저자**: 김철수, 이영희
- **링크**: [논문](https://arxiv.org/abs/2410.01001), [코드](https://github.com/kim/namu)
- **키워드**: 나무, 성장

> 이 논문은 나무를 기르는 새로운 방법을 제안합니다.
>
> 결과도 좋습니다.

### 2. 숲을 보는 모델

- **저자**: 박민수
- **링크**: [논문](https://arxiv.org/abs/2410.01002)
- **키워드**: 숲

> 숲을 한눈에 봅니다.
""",
        (
            issue(
                paper(
                    "나무를 기르는 모델",
                    "논문 https://arxiv.org/abs/2410.01001",
                    "코드 https://github.com/kim/namu",
                    authors=["김철수", "이영희"],
                    tags=["나무", "성장"],
                    summary="이 논문은 나무를 기르는 새로운 방법을 제안합니다.\n\n결과도 좋습니다.",
                ),
                paper(
                    "숲을 보는 모델",
                    "논문 https://arxiv.org/abs/2410.01002",
                    authors=["박민수"],
                    tags=["숲"],
                    summary="숲을 한눈에 봅니다.",
                ),
                title="주간 논문 2024년 10월 14일",
                period="2024-10-14..2024-10-14",
                language="ko",
            ),
        ),
    ),
    Sample(
        "labels on one line, with a break between them",
        """\
# Papers of 14 October 2024

## Quiet Networks
**Authors:** Ada Byron, Mary Keller<br>
**Date:** 2024-10-13<br>
**Paper:** <https://arxiv.org/abs/2410.01001>

It is quiet, and that is the point.

## Loud Networks
**Authors:** Grace Hopper<br>
**Date:** 2024-10-12<br>
**Paper:** <https://arxiv.org/abs/2410.01002>

It was loud before they fixed it.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    "Paper https://arxiv.org/abs/2410.01001",
                    authors=["Ada Byron", "Mary Keller"],
                    released="2024-10-13",
                    summary="It is quiet, and that is the point.",
                ),
                paper(
                    "Loud Networks",
                    "Paper https://arxiv.org/abs/2410.01002",
                    authors=["Grace Hopper"],
                    released="2024-10-12",
                    summary="It was loud before they fixed it.",
                ),
                title="Papers of 14 October 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "several labels on a line, with bars between them",
        """\
# Papers of 14 October 2024

## Quiet Networks

**Authors**: Ada Byron, Mary Keller | **Published**: 2024-10-13 | **Link**: [arXiv](https://arxiv.org/abs/2410.01001)

It is quiet, and that is the point.

## Loud Networks

**Authors**: Grace Hopper | **Published**: 2024-10-12 | **Link**: [arXiv](https://arxiv.org/abs/2410.01002)

It was loud before they fixed it.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    "arXiv https://arxiv.org/abs/2410.01001",
                    authors=["Ada Byron", "Mary Keller"],
                    released="2024-10-13",
                    summary="It is quiet, and that is the point.",
                ),
                paper(
                    "Loud Networks",
                    "arXiv https://arxiv.org/abs/2410.01002",
                    authors=["Grace Hopper"],
                    released="2024-10-12",
                    summary="It was loud before they fixed it.",
                ),
                title="Papers of 14 October 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "numbered labels",
        """\
# Paper notes, week of October 14, 2024

## [Quiet Networks](https://arxiv.org/abs/2410.01001)

1. **Problem**: Networks are loud.
2. **Method**: We turn them down.

## [Loud Networks](https://arxiv.org/abs/2410.01002)

1. **Problem**: Networks are quiet.
2. **Method**: We turn them up.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    "https://arxiv.org/abs/2410.01001",
                    details={"Problem": "Networks are loud.", "Method": "We turn them down."},
                ),
                paper(
                    "Loud Networks",
                    "https://arxiv.org/abs/2410.01002",
                    details={"Problem": "Networks are quiet.", "Method": "We turn them up."},
                ),
                title="Paper notes, week of October 14, 2024",
                period="2024-10-14..2024-10-20",
                language="en",
            ),
        ),
    ),
    Sample(
        "Turkish labels, names alone on bold lines",
        """\
# Haftanın Makaleleri: 14 - 20 Ekim 2024

## 1. Sessiz Ağlar

**Yazarlar**

Ayşe Yılmaz, Mehmet Demir

**Bağlantı**

https://arxiv.org/abs/2410.01001

**Özet**

Bu çalışma sessiz ağlar için yeni bir yöntem öneriyor ve daha az veri istiyor.

## 2. Gürültülü Ağlar

**Yazarlar**

Can Kaya

**Bağlantı**

https://arxiv.org/abs/2410.01002

**Özet**

Gürültülü ağlar da çok iyi olabilir.
""",
        (
            issue(
                paper(
                    "Sessiz Ağlar",
                    "https://arxiv.org/abs/2410.01001",
                    authors=["Ayşe Yılmaz", "Mehmet Demir"],
                    summary="Bu çalışma sessiz ağlar için yeni bir yöntem öneriyor ve daha az veri istiyor.",
                ),
                paper(
                    "Gürültülü Ağlar",
                    "https://arxiv.org/abs/2410.01002",
                    authors=["Can Kaya"],
                    summary="Gürültülü ağlar da çok iyi olabilir.",
                ),
                title="Haftanın Makaleleri: 14 - 20 Ekim 2024",
                period="2024-10-14..2024-10-20",
                language="tr",
            ),
        ),
    ),
    Sample(
        "labels with deeper items",
        """\
# Research Digest (2024-10-14)

## Quiet Networks

* Authors: Ada Byron, Mary Keller
* Links:
  * [arXiv](https://arxiv.org/abs/2410.01001)
  * [Code](https://github.com/byron/quiet)
* Key ideas:
  * Turn it down.
  * Keep it there.

## Loud Networks

* Authors: Grace Hopper
* Links:
  * [arXiv](https://arxiv.org/abs/2410.01002)
* Key ideas:
  * Turn it up.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    "arXiv https://arxiv.org/abs/2410.01001",
                    "Code https://github.com/byron/quiet",
                    authors=["Ada Byron", "Mary Keller"],
                    details={"Key ideas": "* Turn it down.\n* Keep it there."},
                ),
                paper(
                    "Loud Networks",
                    "arXiv https://arxiv.org/abs/2410.01002",
                    authors=["Grace Hopper"],
                    details={"Key ideas": "* Turn it up."},
                ),
                title="Research Digest (2024-10-14)",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
)
