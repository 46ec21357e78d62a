"""
Digests with the various headings of papers, and lines in place of them.
"""

from __future__ import annotations

from tests.outlines import Sample, issue, paper

HEADS = (
    Sample(
        "bold lines as titles, a link line each",
        """\
# AI Papers, October 14 - October 20, 2024

**1. Quiet Networks**

Networks are loud, and this paper turns them down.

[Paper](https://arxiv.org/abs/2410.01001) | [Code](https://github.com/byron/quiet)

**2. Loud Networks**

It is the other way around here.

[Paper](https://arxiv.org/abs/2410.01002)
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    "Paper https://arxiv.org/abs/2410.01001",
                    "Code https://github.com/byron/quiet",
                    summary="Networks are loud, and this paper turns them down.",
                ),
                paper(
                    "Loud Networks",
                    "Paper https://arxiv.org/abs/2410.01002",
                    summary="It is the other way around here.",
                ),
                title="AI Papers, October 14 - October 20, 2024",
                period="2024-10-14..2024-10-20",
                language="en",
            ),
        ),
    ),
    Sample(
        "bold linked lines under topics, without ranks",
        """\
# Lecturas de la semana del 14 al 20 de octubre de 2024

## Lenguaje

**[Quiet Networks in Noisy Rooms](https://arxiv.org/abs/2410.01001)**

Este trabajo muestra que las redes pueden ser más silenciosas.

## Visión

**[Seeing With No Eyes at All](https://arxiv.org/abs/2410.01002)**

Los autores entrenan un modelo que ve sin cámara.
""",
        (
            issue(
                paper(
                    "Quiet Networks in Noisy Rooms",
                    "https://arxiv.org/abs/2410.01001",
                    summary="Este trabajo muestra que las redes pueden ser más silenciosas.",
                    topics=["Lenguaje"],
                ),
                paper(
                    "Seeing With No Eyes at All",
                    "https://arxiv.org/abs/2410.01002",
                    summary="Los autores entrenan un modelo que ve sin cámara.",
                    topics=["Visión"],
                ),
                title="Lecturas de la semana del 14 al 20 de octubre de 2024",
                period="2024-10-14..2024-10-20",
                language="es",
            ),
        ),
    ),
    Sample(
        "numbered titles in angle quotes",
        """\
# 【2024-10-14】今日论文

[1]《安静的网络》

作者：张三、李四
链接：https://arxiv.org/abs/2410.01001
内容概要：本文研究了如何让网络安静下来。

[2]《吵闹的网络》

作者：王五
链接：https://arxiv.org/abs/2410.01002
内容概要：本文研究了吵闹的网络。
""",
        (
            issue(
                paper(
                    "安静的网络",
                    "https://arxiv.org/abs/2410.01001",
                    authors=["张三", "李四"],
                    summary="本文研究了如何让网络安静下来。",
                ),
                paper(
                    "吵闹的网络",
                    "https://arxiv.org/abs/2410.01002",
                    authors=["王五"],
                    summary="本文研究了吵闹的网络。",
                ),
                title="【2024-10-14】今日论文",
                period="2024-10-14..2024-10-14",
                language="zh",
            ),
        ),
    ),
    Sample(
        "numbered link paragraphs",
        """\
# Weekly arXiv: October 14 - October 20, 2024

1\\. [Quiet Networks in Noisy Rooms](https://arxiv.org/abs/2410.01001)

Ada Byron, Mary Keller

It turns the volume down, and nothing else changes.

2\\. [Loud Networks in Quiet Rooms](https://arxiv.org/abs/2410.01002)

Grace Hopper, Ada Byron

It turns the volume up.
""",
        (
            issue(
                paper(
                    "Quiet Networks in Noisy Rooms",
                    "https://arxiv.org/abs/2410.01001",
                    authors=["Ada Byron", "Mary Keller"],
                    summary="It turns the volume down, and nothing else changes.",
                ),
                paper(
                    "Loud Networks in Quiet Rooms",
                    "https://arxiv.org/abs/2410.01002",
                    authors=["Grace Hopper", "Ada Byron"],
                    summary="It turns the volume up.",
                ),
                title="Weekly arXiv: October 14 - October 20, 2024",
                period="2024-10-14..2024-10-20",
                language="en",
            ),
        ),
    ),
    Sample(
        "headings with prose that has the links",
        """\
# Apprentissage automatique : semaine du 14 au 20 octobre 2024

Bonjour à tous, voici ce que nous avons lu cette semaine.

## Des réseaux calmes

Dans [cet article](https://arxiv.org/abs/2410.01001), les auteurs montrent que le calme est utile.
Le code est [ici](https://github.com/dupont/calme).

## Des réseaux bruyants

Un [second article](https://arxiv.org/abs/2410.01002) dit le contraire, et il a des chiffres pour le dire.
""",
        (
            issue(
                paper(
                    "Des réseaux calmes",
                    "cet article https://arxiv.org/abs/2410.01001",
                    "ici https://github.com/dupont/calme",
                    summary="Dans [cet article](https://arxiv.org/abs/2410.01001), les auteurs montrent que le calme "
                    "est utile.\nLe code est [ici](https://github.com/dupont/calme).",
                ),
                paper(
                    "Des réseaux bruyants",
                    "second article https://arxiv.org/abs/2410.01002",
                    summary="Un [second article](https://arxiv.org/abs/2410.01002) dit le contraire, et il a des "
                    "chiffres pour le dire.",
                ),
                title="Apprentissage automatique : semaine du 14 au 20 octobre 2024",
                period="2024-10-14..2024-10-20",
                language="fr",
                lead=["Bonjour à tous, voici ce que nous avons lu cette semaine."],
            ),
        ),
    ),
    Sample(
        "links behind the title in the heading",
        """\
# Papers of the Week, 14-20 October 2024

## Quiet Networks [[paper](https://arxiv.org/abs/2410.01001)] [[code](https://github.com/byron/quiet)]

It turns the volume down.

## Loud Networks ([arXiv](https://arxiv.org/abs/2410.01002))

It turns the volume up, and they are proud of it.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    "paper https://arxiv.org/abs/2410.01001",
                    "code https://github.com/byron/quiet",
                    summary="It turns the volume down.",
                ),
                paper(
                    "Loud Networks",
                    "arXiv https://arxiv.org/abs/2410.01002",
                    summary="It turns the volume up, and they are proud of it.",
                ),
                title="Papers of the Week, 14-20 October 2024",
                period="2024-10-14..2024-10-20",
                language="en",
            ),
        ),
    ),
    Sample(
        "closing marks, bold titles in headings, badges",
        """\
# Top papers (October 14 - October 20, 2024) #

## 1. **Quiet Networks** ##

[![arXiv](https://img.shields.io/badge/arXiv-2410.01001-red)](https://arxiv.org/abs/2410.01001)
[![Code](https://img.shields.io/badge/code-blue)](https://github.com/byron/quiet)

It turns the volume down, and nothing else.

## 2. **Loud Networks** ##

[![arXiv](https://img.shields.io/badge/arXiv-2410.01002-red)](https://arxiv.org/abs/2410.01002)

It turns the volume up.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    "arXiv https://arxiv.org/abs/2410.01001",
                    "Code https://github.com/byron/quiet",
                    summary="It turns the volume down, and nothing else.",
                ),
                paper(
                    "Loud Networks",
                    "arXiv https://arxiv.org/abs/2410.01002",
                    summary="It turns the volume up.",
                ),
                title="Top papers (October 14 - October 20, 2024)",
                period="2024-10-14..2024-10-20",
                language="en",
            ),
        ),
    ),
    Sample(
        "authors in italics below the heading",
        """\
# Wochenlese 2024-W42

### [Stille Netze](https://arxiv.org/abs/2410.01001)

*Karl Weber, Lena Fuchs*

Die Autoren drehen die Lautstärke herunter, und es wird nicht schlechter.

### [Laute Netze](https://arxiv.org/abs/2410.01002)

*Max Braun*

Hier ist es umgekehrt.
""",
        (
            issue(
                paper(
                    "Stille Netze",
                    "https://arxiv.org/abs/2410.01001",
                    authors=["Karl Weber", "Lena Fuchs"],
                    summary="Die Autoren drehen die Lautstärke herunter, und es wird nicht schlechter.",
                ),
                paper(
                    "Laute Netze",
                    "https://arxiv.org/abs/2410.01002",
                    authors=["Max Braun"],
                    summary="Hier ist es umgekehrt.",
                ),
                title="Wochenlese 2024-W42",
                period="2024-10-14..2024-10-20",
                language="de",
            ),
        ),
    ),
    Sample(
        "papers on level 1 of many titles",
        """\
# 1. Quiet Networks

Paper: https://arxiv.org/abs/2410.01001
Code: https://github.com/byron/quiet

It turns the volume down, and nothing else.

# 2. Loud Networks

Paper: https://arxiv.org/abs/2410.01002

It turns the volume up.

# 3. No Networks

Paper: https://arxiv.org/abs/2410.01003

It is quiet here.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    "Paper https://arxiv.org/abs/2410.01001",
                    "Code https://github.com/byron/quiet",
                    summary="It turns the volume down, and nothing else.",
                ),
                paper(
                    "Loud Networks",
                    "Paper https://arxiv.org/abs/2410.01002",
                    summary="It turns the volume up.",
                ),
                paper("No Networks", "Paper https://arxiv.org/abs/2410.01003", summary="It is quiet here."),
                language="en",
            ),
        ),
    ),
    Sample(
        "ranks in corner brackets, emoji before links",
        """\
# 2024年第42周 论文周报

## 【1】安静的网络

📄 [论文](https://arxiv.org/abs/2410.01001) · 💻 [代码](https://github.com/zhang/quiet)

本文让网络安静下来，效果很好。

## 【2】吵闹的网络

📄 [论文](https://arxiv.org/abs/2410.01002)

本文的网络很吵。
""",
        (
            issue(
                paper(
                    "安静的网络",
                    "论文 https://arxiv.org/abs/2410.01001",
                    "代码 https://github.com/zhang/quiet",
                    summary="本文让网络安静下来，效果很好。",
                ),
                paper("吵闹的网络", "论文 https://arxiv.org/abs/2410.01002", summary="本文的网络很吵。"),
                title="2024年第42周 论文周报",
                period="2024-10-14..2024-10-20",
                language="zh",
            ),
        ),
    ),
    Sample(
        "ranks that do not begin at 1, a title with a colon and a year",
        """\
# Reading list of October 14, 2024

## (4) Gates: A Survey of 2023

Link: https://arxiv.org/abs/2410.01001

It is a survey, and it is long.

## (5) 3D Worlds from 2 Words

Link: https://arxiv.org/abs/2410.01002

They make worlds.
""",
        (
            issue(
                paper(
                    "Gates: A Survey of 2023",
                    "https://arxiv.org/abs/2410.01001",
                    rank=4,
                    summary="It is a survey, and it is long.",
                ),
                paper(
                    "3D Worlds from 2 Words", "https://arxiv.org/abs/2410.01002", rank=5, summary="They make worlds."
                ),
                title="Reading list of October 14, 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "titles with markup and entities",
        """\
# Papers of 2024-10-14

## `quiet`: Networks & *Noise* &amp; More

- **arXiv:** https://arxiv.org/abs/2410.01001

It is `quiet`.

## A \\* Star and $O(n \\log n)$ Sorts

- **arXiv:** https://arxiv.org/abs/2410.01002

It is sorted, and they did it with stars.
""",
        (
            issue(
                paper(
                    "quiet: Networks & Noise & More", "arXiv https://arxiv.org/abs/2410.01001", summary="It is `quiet`."
                ),
                paper(
                    "A * Star and $O(n \\log n)$ Sorts",
                    "arXiv https://arxiv.org/abs/2410.01002",
                    summary="It is sorted, and they did it with stars.",
                ),
                title="Papers of 2024-10-14",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "relative links on the titles",
        """\
# 論文メモ 2024-10-14

## [静かなネットワーク](notes/quiet.md)

- 論文：https://arxiv.org/abs/2410.01001
- 概要：ネットワークを静かにする手法です。

## [うるさいネットワーク](notes/loud.md)

- 論文：https://arxiv.org/abs/2410.01002
- 概要：うるさいままで良いという主張です。
""",
        (
            issue(
                paper(
                    "静かなネットワーク",
                    "論文 https://arxiv.org/abs/2410.01001",
                    summary="ネットワークを静かにする手法です。",
                    details={"link": "notes/quiet.md"},
                ),
                paper(
                    "うるさいネットワーク",
                    "論文 https://arxiv.org/abs/2410.01002",
                    summary="うるさいままで良いという主張です。",
                    details={"link": "notes/loud.md"},
                ),
                title="論文メモ 2024-10-14",
                period="2024-10-14..2024-10-14",
                language="ja",
            ),
        ),
    ),
)
