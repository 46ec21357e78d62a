"""
Lists of papers as people publish them, in eleven languages, each with what is right to read.

In the texts, `@p1` is a link to a paper, `@c1` one to code, and `@b1` one to a blog.
"""

from __future__ import annotations

import re

from attrs import frozen

__all__ = ["SAMPLES", "ExpectedPaper", "Sample", "with_urls"]

_URLS = {"p": "https://arxiv.org/abs/2401.0000", "c": "https://github.com/lab/tool-", "b": "https://blog.example.org/"}


def with_urls(text: str) -> str:
    """
    Return a text with the URLs that its placeholders stand for.
    """
    return re.sub(r"@([pcb])([0-9])", lambda match: _URLS[match[1]] + match[2], text)


@frozen
class ExpectedPaper:
    """
    What is right to read of an entry; `links` are URLs apart by spaces, `authors`, `tags` and `topics` by semicolons.
    """

    title: str
    links: str = ""
    authors: str = ""
    released: str | None = None
    summary: str | None = None
    tags: str = ""
    topics: str = ""
    details: str = ""
    rank: int | None = None


P = ExpectedPaper


@frozen
class Sample:
    """
    A text and the issues that it holds, each with its title, period and papers.
    """

    name: str
    language: str | None
    text: str
    issues: tuple[tuple[str | None, str | None, tuple[ExpectedPaper, ...]], ...]
    dialect: str = "list"


def one(
    name: str,
    language: str | None,
    text: str,
    title: str | None,
    period: str | None,
    *papers: ExpectedPaper,
    dialect: str = "list",
) -> Sample:
    """
    Return the sample of one issue.
    """
    return Sample(name, language, text, ((title, period, papers),), dialect)


SAMPLES = (
    one(
        "dated bold titles",
        "en",
        """# Papers on Agents

We collect the papers that we read in our group. New ones are at the top of the list.

- [2024/02] **Agents That Plan.** *Ada Byron et al. arXiv.* [[paper](@p1)] [[code](@c1)]
- [2024/01] **A Survey of Tools** *Grace Hopper and Alan Turing. ACL 2024.* [[paper](@p2)]
- [2023/12] **Memory for Agents?** *Emmy Noether et al. arXiv.* [[paper](@p3)]
""",
        "Papers on Agents",
        None,
        P("Agents That Plan", "@p1 @c1", "Ada Byron et al.", details="date=2024/02; venue=arXiv."),
        P("A Survey of Tools", "@p2", "Grace Hopper; Alan Turing", details="date=2024/01; venue=ACL 2024."),
        P("Memory for Agents?", "@p3", "Emmy Noether et al.", details="date=2023/12; venue=arXiv."),
    ),
    one(
        "linked titles with authors on the next line",
        "en",
        """# Weekly reading, 2024-03-04

1. [Sparse Attention Is Enough](@p1)
   Ada Byron, Grace Hopper
   We show that the model needs only a few of the tokens for the answer.
1. [Dense Attention Is Not](@p2)
   Alan Turing, Kurt Gödel
   The authors say that this is what happens in the other case.
1. [Attention, Again](@p3)
   Emmy Noether, Sofia Kovalevskaya
   It is a note on the two papers above and on what they leave open.
""",
        "Weekly reading, 2024-03-04",
        "2024-03-04 2024-03-04",
        P(
            "Sparse Attention Is Enough",
            "@p1",
            "Ada Byron; Grace Hopper",
            summary="We show that the model needs only a few of the tokens for the answer.",
            rank=1,
        ),
        P(
            "Dense Attention Is Not",
            "@p2",
            "Alan Turing; Kurt Gödel",
            summary="The authors say that this is what happens in the other case.",
            rank=2,
        ),
        P(
            "Attention, Again",
            "@p3",
            "Emmy Noether; Sofia Kovalevskaya",
            summary="It is a note on the two papers above and on what they leave open.",
            rank=3,
        ),
    ),
    one(
        "an ordered list counts from its first number",
        None,
        """# Papers

4. [Fourth Things](@p1)
4. [Fifth Things](@p2)
4. [Sixth Things](@p3)
""",
        "Papers",
        None,
        P("Fourth Things", "@p1", rank=4),
        P("Fifth Things", "@p2", rank=5),
        P("Sixth Things", "@p3", rank=6),
    ),
    one(
        "numbers are counted in each list",
        None,
        """# Papers

## Vision

1. [Seeing Things](@p1)
1. [Seeing More Things](@p2)

## Speech

1. [Hearing Things](@p3)
1. [Hearing More Things](@p4)
""",
        "Papers",
        None,
        P("Seeing Things", "@p1", topics="Vision", rank=1),
        P("Seeing More Things", "@p2", topics="Vision", rank=2),
        P("Hearing Things", "@p3", topics="Speech", rank=1),
        P("Hearing More Things", "@p4", topics="Speech", rank=2),
    ),
    one(
        "plain titles with year and authors",
        "en",
        """# Graph papers

## Models

* Graphs of Graphs (2019), Ada Byron, Grace Hopper. [[pdf]](@p1)
* Learning to Walk on Trees (2020), Alan Turing, Kurt Gödel. [[pdf]](@p2)

## Surveys

* A Short Survey of Edges (2021), Emmy Noether, David Hilbert. [[pdf]](@p3)
""",
        "Graph papers",
        None,
        P("Graphs of Graphs", "@p1", "Ada Byron; Grace Hopper", topics="Models", details="date=2019"),
        P("Learning to Walk on Trees", "@p2", "Alan Turing; Kurt Gödel", topics="Models", details="date=2020"),
        P("A Short Survey of Edges", "@p3", "Emmy Noether; David Hilbert", topics="Surveys", details="date=2021"),
    ),
    one(
        "bold inside of the link, and category with day",
        "fr",
        """# Veille du 4 au 10 mars 2024

Voici les articles que nous avons lus cette semaine dans notre équipe.

- [**Des modèles plus petits**](@p1) — *cs.CL*, 2024-03-05
- [**Le son et la parole.**](@p2) — *cs.SD*, 2024-03-06
- [**Une étude des données**](@p3) — *cs.LG*, 2024-03-07
""",
        "Veille du 4 au 10 mars 2024",
        "2024-03-04 2024-03-10",
        P("Des modèles plus petits", "@p1", tags="cs.CL", released="2024-03-05"),
        P("Le son et la parole", "@p2", tags="cs.SD", released="2024-03-06"),
        P("Une étude des données", "@p3", tags="cs.LG", released="2024-03-07"),
    ),
    one(
        "the link inside of the bold, and a summary behind a colon",
        "de",
        """# Lesestoff der Woche (11. März - 17. März 2024)

* **[Kleine Modelle lernen schneller](@p1)**: Die Autoren zeigen, dass ein kleines Modell mit wenigen Daten auskommt.
* **[Sprache ohne Text](@p2)**: Das Modell hört zu und spricht, ohne dass es den Text sieht.
* **[Was ein Agent vergisst](@p3)**: Eine Studie über das Gedächtnis der Agenten und seine Grenzen.
""",
        "Lesestoff der Woche (11. März - 17. März 2024)",
        "2024-03-11 2024-03-17",
        P(
            "Kleine Modelle lernen schneller",
            "@p1",
            summary="Die Autoren zeigen, dass ein kleines Modell mit wenigen Daten auskommt.",
        ),
        P("Sprache ohne Text", "@p2", summary="Das Modell hört zu und spricht, ohne dass es den Text sieht."),
        P(
            "Was ein Agent vergisst",
            "@p3",
            summary="Eine Studie über das Gedächtnis der Agenten und seine Grenzen.",
        ),
    ),
    one(
        "quoted titles",
        "en",
        """# Reading list

- "Attention for Small Machines", Ada Byron, Grace Hopper [[paper](@p1)]
- "Learning from Two Examples", Alan Turing, Kurt Gödel [[paper](@p2)] [[code](@c2)]
- “The Cost of Words”, Emmy Noether, David Hilbert [[paper](@p3)]
""",
        "Reading list",
        None,
        P("Attention for Small Machines", "@p1", "Ada Byron; Grace Hopper"),
        P("Learning from Two Examples", "@p2 @c2", "Alan Turing; Kurt Gödel"),
        P("The Cost of Words", "@p3", "Emmy Noether; David Hilbert"),
    ),
    one(
        "a day before linked titles",
        "en",
        """# Log

- 2022-11-30, [Talking to Machines](@p1)
- 2022-12-02, [Machines That Talk Back](@p2) ([code](@c2))
- 2022-12-05, [The Silence of Machines](@p3)
""",
        "Log",
        None,
        P("Talking to Machines", "@p1", released="2022-11-30"),
        P("Machines That Talk Back", "@p2 @c2", released="2022-12-02"),
        P("The Silence of Machines", "@p3", released="2022-12-05"),
    ),
    one(
        "a day with dots, in Korean",
        "ko",
        """# 논문 읽기 목록

이번 주에 읽은 논문을 정리했습니다.

- 2021.06.02 [작은 모델의 힘](@p1): 작은 모델도 충분히 강력하다는 것을 보여줍니다.
- 2021.06.04 [말하는 기계](@p2): 음성을 직접 다루는 모델을 제안합니다.
- 2021.06.07 [기억하는 에이전트](@p3): 에이전트의 기억을 연구합니다.
""",
        "논문 읽기 목록",
        None,
        P("작은 모델의 힘", "@p1", released="2021-06-02", summary="작은 모델도 충분히 강력하다는 것을 보여줍니다."),
        P("말하는 기계", "@p2", released="2021-06-04", summary="음성을 직접 다루는 모델을 제안합니다."),
        P("기억하는 에이전트", "@p3", released="2021-06-07", summary="에이전트의 기억을 연구합니다."),
    ),
    one(
        "a month before bold titles, authors as the first sub-item",
        "en",
        """# What we read about safety

- [Feb 2024] **Guards for Models**
  - Ada Byron, Grace Hopper, Alan Turing
  - [Paper](@p1) | [Code](@c1)
  - The guard reads what the model says before the user can see it.
- [Jan 2024] **Models for Guards**
  - Kurt Gödel, Emmy Noether
  - [Paper](@p2)
  - This is the same idea, but the roles of the two are the other way round.
- [Jan 2024] **Neither of the Two**
  - Sofia Kovalevskaya, David Hilbert
  - [Paper](@p3)
  - It says that there is no need for a guard if the model is small.
""",
        "What we read about safety",
        None,
        P(
            "Guards for Models",
            "@p1 @c1",
            "Ada Byron; Grace Hopper; Alan Turing",
            details="date=Feb 2024",
            summary="The guard reads what the model says before the user can see it.",
        ),
        P(
            "Models for Guards",
            "@p2",
            "Kurt Gödel; Emmy Noether",
            details="date=Jan 2024",
            summary="This is the same idea, but the roles of the two are the other way round.",
        ),
        P(
            "Neither of the Two",
            "@p3",
            "Sofia Kovalevskaya; David Hilbert",
            details="date=Jan 2024",
            summary="It says that there is no need for a guard if the model is small.",
        ),
    ),
    one(
        "italic titles",
        "en",
        """# Seminar

- *Trees and Their Leaves*, Ada Byron, Grace Hopper. [paper](@p1)
- *Leaves and Their Trees*, Alan Turing, Kurt Gödel. [paper](@p2)
- *Forests*, Emmy Noether, David Hilbert. [paper](@p3)
""",
        "Seminar",
        None,
        P("Trees and Their Leaves", "@p1", "Ada Byron; Grace Hopper"),
        P("Leaves and Their Trees", "@p2", "Alan Turing; Kurt Gödel"),
        P("Forests", "@p3", "Emmy Noether; David Hilbert"),
    ),
    one(
        "a short name before a quoted title",
        None,
        """# Diffusion

- **FastDiff**: "Diffusion in Four Steps", ICML 2024 [[paper](@p1)] [[code](@c1)]
- **SlowDiff**: "Diffusion in Four Thousand Steps", NeurIPS 2023 [[paper](@p2)]
- **NoDiff**: "Generation Without Diffusion", ICLR 2024 [[paper](@p3)]
""",
        "Diffusion",
        None,
        P("Diffusion in Four Steps", "@p1 @c1", details="name=FastDiff; venue=ICML 2024"),
        P("Diffusion in Four Thousand Steps", "@p2", details="name=SlowDiff; venue=NeurIPS 2023"),
        P("Generation Without Diffusion", "@p3", details="name=NoDiff; venue=ICLR 2024"),
    ),
    one(
        "escaped numbers",
        "pt",
        """# Artigos da semana de 8 a 14 de abril de 2024

1\\. [Modelos que aprendem com poucos dados](@p1)

Os autores mostram que não é preciso ter muitos dados para que o modelo aprenda uma tarefa.

2\\. [Uma visão geral dos agentes](@p2)

É um resumo do que foi feito até agora com os agentes e do que ainda falta.

3\\. [A fala sem o texto](@p3)

O modelo ouve e fala, mas não usa o texto para isso.
""",
        "Artigos da semana de 8 a 14 de abril de 2024",
        "2024-04-08 2024-04-14",
        P(
            "Modelos que aprendem com poucos dados",
            "@p1",
            summary="Os autores mostram que não é preciso ter muitos dados para que o modelo aprenda uma tarefa.",
            rank=1,
        ),
        P(
            "Uma visão geral dos agentes",
            "@p2",
            summary="É um resumo do que foi feito até agora com os agentes e do que ainda falta.",
            rank=2,
        ),
        P("A fala sem o texto", "@p3", summary="O modelo ouve e fala, mas não usa o texto para isso.", rank=3),
        dialect="outline",
    ),
    one(
        "groups of a nested list",
        "ru",
        """# Что мы читали на этой неделе

- Модели языка
  - [Малые модели учатся быстрее](@p1): авторы показывают, что для этого не нужно много данных.
  - [Большие модели забывают](@p2): это работа о том, как модель теряет то, что она знала.
- Речь
  - [Речь без текста](@p3): модель слышит и говорит, но текста она не видит.
""",
        "Что мы читали на этой неделе",
        None,
        P(
            "Малые модели учатся быстрее",
            "@p1",
            topics="Модели языка",
            summary="авторы показывают, что для этого не нужно много данных.",
        ),
        P(
            "Большие модели забывают",
            "@p2",
            topics="Модели языка",
            summary="это работа о том, как модель теряет то, что она знала.",
        ),
        P("Речь без текста", "@p3", topics="Речь", summary="модель слышит и говорит, но текста она не видит."),
    ),
    one(
        "labelled sub-items",
        "vi",
        """# Bài báo trong tuần

Đây là những bài báo mà chúng tôi đã đọc trong tuần này.

1. **Mô hình nhỏ học nhanh hơn**
   - Tác giả: Nguyễn An, Trần Bình
   - Link: @p1
   - Tóm tắt: Các tác giả cho thấy rằng mô hình nhỏ cũng học được nhiều điều.
2. **Giọng nói không cần văn bản**
   - Tác giả: Lê Chi, Phạm Dũng
   - Link: @p2
   - Tóm tắt: Mô hình nghe và nói mà không cần nhìn thấy văn bản.
3. **Bộ nhớ của tác tử**
   - Tác giả: Hoàng Em
   - Link: @p3
   - Tóm tắt: Một nghiên cứu về những gì mà tác tử có thể nhớ được.
""",
        "Bài báo trong tuần",
        None,
        P(
            "Mô hình nhỏ học nhanh hơn",
            "@p1",
            "Nguyễn An; Trần Bình",
            summary="Các tác giả cho thấy rằng mô hình nhỏ cũng học được nhiều điều.",
        ),
        P(
            "Giọng nói không cần văn bản",
            "@p2",
            "Lê Chi; Phạm Dũng",
            summary="Mô hình nghe và nói mà không cần nhìn thấy văn bản.",
        ),
        P(
            "Bộ nhớ của tác tử",
            "@p3",
            "Hoàng Em",
            summary="Một nghiên cứu về những gì mà tác tử có thể nhớ được.",
        ),
    ),
    one(
        "topics above and years as groups",
        None,
        """# Robot papers

## Grasping

### 2024

- **Hands of Steel.** [[paper](@p1)]

### 2023

- **Hands of Rubber.** [[paper](@p2)]

## Walking

### 2024

- **Feet of Clay.** [[paper](@p3)]
- **Feet of Sand.** [[paper](@p4)]
""",
        "Robot papers",
        None,
        P("Hands of Steel", "@p1", topics="Grasping; 2024"),
        P("Hands of Rubber", "@p2", topics="Grasping; 2023"),
        P("Feet of Clay", "@p3", topics="Walking; 2024"),
        P("Feet of Sand", "@p4", topics="Walking; 2024"),
    ),
    Sample(
        "issues under dated headings",
        "es",
        """# Lecturas

## 2024-05-06

- [Modelos pequeños que aprenden más rápido](@p1): los autores muestran que no hace falta tener muchos datos.
- [La voz sin el texto](@p2): el modelo oye y habla, pero no ve el texto.

## 2024-05-13

- [Lo que olvida un agente](@p3): es un estudio de la memoria de los agentes.
- [Una guía de las herramientas](@p4): para qué sirven y cómo se usan con los modelos.
""",
        (
            (
                "2024-05-06",
                "2024-05-06 2024-05-06",
                (
                    P(
                        "Modelos pequeños que aprenden más rápido",
                        "@p1",
                        summary="los autores muestran que no hace falta tener muchos datos.",
                    ),
                    P("La voz sin el texto", "@p2", summary="el modelo oye y habla, pero no ve el texto."),
                ),
            ),
            (
                "2024-05-13",
                "2024-05-13 2024-05-13",
                (
                    P("Lo que olvida un agente", "@p3", summary="es un estudio de la memoria de los agentes."),
                    P(
                        "Una guía de las herramientas",
                        "@p4",
                        summary="para qué sirven y cómo se usan con los modelos.",
                    ),
                ),
            ),
        ),
    ),
    one(
        "software beside papers",
        "en",
        """# Papers on retrieval

## Papers

- [Finding Things](@p1) - Ada Byron, Grace Hopper
- [Finding More Things](@p2) - Alan Turing, Kurt Gödel

## Software

- [finder](@c1) - a tool that finds the things that you have lost
- [keeper](@c2) - a tool that keeps them for you
""",
        "Papers on retrieval",
        None,
        P("Finding Things", "@p1", "Ada Byron; Grace Hopper", topics="Papers"),
        P("Finding More Things", "@p2", "Alan Turing; Kurt Gödel", topics="Papers"),
    ),
    one(
        "references at the end",
        "en",
        """# Safety digest, 2024-06-03

- **Red Teams at Work** [1]: the authors attack their own model and say what they have found.
- **Blue Teams at Rest** [2]: what to do when the attack is over, and for how long.
- **The Purple Team** [3]: both of them at once, and this is better than one.

## References

[1] Ada Byron. Red Teams at Work. 2024. @p1

[2] Grace Hopper. Blue Teams at Rest. 2024. @p2

[3] Alan Turing. The Purple Team. 2024. @p3
""",
        "Safety digest, 2024-06-03",
        "2024-06-03 2024-06-03",
        P("Red Teams at Work", "@p1", summary="the authors attack their own model and say what they have found."),
        P("Blue Teams at Rest", "@p2", summary="what to do when the attack is over, and for how long."),
        P("The Purple Team", "@p3", summary="both of them at once, and this is better than one."),
    ),
    one(
        "relative links",
        "en",
        """# Notes on papers

We write a note on each of the papers that we have read in the group.

- [2024-02-01] [Small Models](papers/small-models.md) ([arXiv](@p1))
- [2024-02-08] [Large Models](papers/large-models.md) ([arXiv](@p2))
- [2024-02-15] [No Models](papers/no-models.md) ([arXiv](@p3))
""",
        "Notes on papers",
        None,
        P("Small Models", "@p1", released="2024-02-01", details="link=papers/small-models.md"),
        P("Large Models", "@p2", released="2024-02-08", details="link=papers/large-models.md"),
        P("No Models", "@p3", released="2024-02-15", details="link=papers/no-models.md"),
    ),
    one(
        "Chinese titles in brackets",
        "zh",
        """# 每周论文（2024年3月4日 - 2024年3月10日）

1. 《小模型学得更快》：作者证明小模型只需要很少的数据。[[论文](@p1)] [[代码](@c1)]
2. 《没有文本的语音》：模型直接听和说，不需要文本。[[论文](@p2)]
3. 《智能体的记忆》：这项研究讨论智能体能记住什么。[[论文](@p3)]
""",
        "每周论文（2024年3月4日 - 2024年3月10日）",
        "2024-03-04 2024-03-10",
        P("小模型学得更快", "@p1 @c1", summary="作者证明小模型只需要很少的数据。"),
        P("没有文本的语音", "@p2", summary="模型直接听和说，不需要文本。"),
        P("智能体的记忆", "@p3", summary="这项研究讨论智能体能记住什么。"),
    ),
    one(
        "Japanese with linked titles and sub-items",
        "ja",
        """# 2024年4月1日の論文

- [小さなモデルは速く学ぶ](@p1)
  - 著者: 山田太郎、鈴木花子
  - 少ないデータでも十分に学べることを示しました。
- [テキストのない音声](@p2)
  - 著者: 佐藤一郎
  - モデルは聞いて話しますが、テキストは見ません。
- [エージェントの記憶](@p3)
  - 著者: 田中実
  - エージェントが何を覚えているかを調べました。
""",
        "2024年4月1日の論文",
        "2024-04-01 2024-04-01",
        P(
            "小さなモデルは速く学ぶ",
            "@p1",
            "山田太郎; 鈴木花子",
            summary="少ないデータでも十分に学べることを示しました。",
        ),
        P("テキストのない音声", "@p2", "佐藤一郎", summary="モデルは聞いて話しますが、テキストは見ません。"),
        P("エージェントの記憶", "@p3", "田中実", summary="エージェントが何を覚えているかを調べました。"),
    ),
    one(
        "Turkish with italics",
        "tr",
        """# Bu haftanın makaleleri

Bu hafta okuduğumuz makaleler için kısa bir liste ve her biri için bir not.

- **[Küçük modeller daha hızlı öğrenir](@p1)** *Ayşe Yılmaz, Mehmet Demir*
  Yazarlar bunun için çok veri gerekmediğini gösteriyor ve bu bir ilk.
- **[Metinsiz konuşma](@p2)** *Ali Kaya, Zeynep Çelik*
  Model dinliyor ve konuşuyor ama metni görmüyor.
- **[Ajanların belleği](@p3)** *Can Şahin, Elif Arslan*
  Bu çalışma ajanların ne kadar hatırladığını ölçüyor.
""",
        "Bu haftanın makaleleri",
        None,
        P(
            "Küçük modeller daha hızlı öğrenir",
            "@p1",
            "Ayşe Yılmaz; Mehmet Demir",
            summary="Yazarlar bunun için çok veri gerekmediğini gösteriyor ve bu bir ilk.",
        ),
        P(
            "Metinsiz konuşma",
            "@p2",
            "Ali Kaya; Zeynep Çelik",
            summary="Model dinliyor ve konuşuyor ama metni görmüyor.",
        ),
        P(
            "Ajanların belleği",
            "@p3",
            "Can Şahin; Elif Arslan",
            summary="Bu çalışma ajanların ne kadar hatırladığını ölçüyor.",
        ),
    ),
    one(
        "front matter and plus signs",
        "fr",
        """---
title: Lectures de la semaine
date: 2024-02-05
lang: fr
---

+ [Petits modèles](@p1) : les auteurs montrent que peu de données suffisent.
+ [Grands modèles](@p2) : ce qui se passe quand on leur donne plus de temps.
+ [Aucun modèle](@p3) : un essai sur ce que l'on fait sans eux.
""",
        "Lectures de la semaine",
        None,
        P("Petits modèles", "@p1", summary="les auteurs montrent que peu de données suffisent."),
        P("Grands modèles", "@p2", summary="ce qui se passe quand on leur donne plus de temps."),
        P("Aucun modèle", "@p3", summary="un essai sur ce que l'on fait sans eux."),
    ),
    one(
        "a bare URL behind each title",
        "en",
        """# Papers of the week: May 6 - May 12, 2024

What we have read, and what it is about.

- Trees of Words: @p1
- Roots of Words - <@p2>
- Leaves of the Words that Nobody Has Read @p3
""",
        "Papers of the week: May 6 - May 12, 2024",
        "2024-05-06 2024-05-12",
        P("Trees of Words", "@p1"),
        P("Roots of Words", "@p2"),
        P("Leaves of the Words that Nobody Has Read", "@p3"),
    ),
    one(
        "a bare URL below each title, in French",
        "fr",
        """## Semaine du 6 mai 2024

1. Les arbres de mots
   @p1
   Le modèle fait pousser un arbre pour chacun des mots qu'il lit.
2. Les racines de mots
   @p2
   Ce que les arbres sont, et comment on les fait.
""",
        "Semaine du 6 mai 2024",
        "2024-05-06 2024-05-12",
        P(
            "Les arbres de mots",
            "@p1",
            summary="Le modèle fait pousser un arbre pour chacun des mots qu'il lit.",
            rank=1,
        ),
        P("Les racines de mots", "@p2", summary="Ce que les arbres sont, et comment on les fait.", rank=2),
    ),
    one(
        "a deeper item for each URL and each remark",
        "en",
        """## Week 19, 2024

- Trees of Words
  - @p1
  - The model grows a tree for each of the words that it reads.
- Roots of Words
  - <@p2>
  - This is what the trees are made from, and how.
""",
        "Week 19, 2024",
        "2024-05-06 2024-05-12",
        P("Trees of Words", "@p1", summary="The model grows a tree for each of the words that it reads."),
        P("Roots of Words", "@p2", summary="This is what the trees are made from, and how."),
    ),
    one(
        "links in brackets behind plain titles",
        "en",
        """# Papers of the week: May 6 - May 12, 2024

- Trees of Words ([arXiv](@p1), [code](@c1))
- Roots of Words | [Paper](@p2) | [Code](@c2)
  This is what the trees are made from, and how.
- Leaves of the Words [Paper](@p3)
""",
        "Papers of the week: May 6 - May 12, 2024",
        "2024-05-06 2024-05-12",
        P("Trees of Words", "@p1 @c1"),
        P("Roots of Words", "@p2 @c2", summary="This is what the trees are made from, and how."),
        P("Leaves of the Words", "@p3"),
    ),
    one(
        "the number of the paper before its title",
        "en",
        """# Papers of the week: May 6 - May 12, 2024

- [2401.00001](@p1) Trees of the Words
- [arXiv:2401.00002](@p2): **Roots of Words** - This is what the trees are made from, and how.
- [2401.00003](@p3): **Leaves of Words** - They fall when the model is not sure.
""",
        "Papers of the week: May 6 - May 12, 2024",
        "2024-05-06 2024-05-12",
        P("Trees of the Words", "@p1"),
        P("Roots of Words", "@p2", summary="This is what the trees are made from, and how."),
        P("Leaves of Words", "@p3", summary="They fall when the model is not sure."),
    ),
    one(
        "a bare URL before each title, in German",
        "de",
        """# Wochenrückblick: 6. Mai - 12. Mai 2024

Was wir in dieser Woche gelesen haben, und worum es geht.

- @p1 Bäume aus Wörtern
- <@p2> - Wurzeln der Wörter
- @p3 : Blätter der Wörter
""",
        "Wochenrückblick: 6. Mai - 12. Mai 2024",
        "2024-05-06 2024-05-12",
        P("Bäume aus Wörtern", "@p1"),
        P("Wurzeln der Wörter", "@p2"),
        P("Blätter der Wörter", "@p3"),
    ),
    one(
        "ranks in parentheses and bold titles with a dash",
        "en",
        """# Top papers of the week: May 6 - May 12, 2024

- (1) **Trees of Words** - The model grows a tree for each of the words that it reads. [Paper](@p1), [Code](@c1)
- (2) **Roots of Words** - This is what the trees are made from, and how. [Paper](@p2)
- (3) **Leaves of Words** - They fall when the model is not sure. [Paper](@p3), [Tweet](@b3)
""",
        "Top papers of the week: May 6 - May 12, 2024",
        "2024-05-06 2024-05-12",
        P(
            "Trees of Words",
            "@p1 @c1",
            summary="The model grows a tree for each of the words that it reads.",
            rank=1,
        ),
        P("Roots of Words", "@p2", summary="This is what the trees are made from, and how.", rank=2),
        P("Leaves of Words", "@p3 @b3", summary="They fall when the model is not sure.", rank=3),
        dialect="list",
    ),
    one(
        "links below the title",
        None,
        """# Reading

- **Seeds**
  [Paper](@p1) / [Code](@c1)
- **Stems**
  [Paper](@p2)
- **Petals**
  [Paper](@p3) / [Project](@b3)
""",
        "Reading",
        None,
        P("Seeds", "@p1 @c1"),
        P("Stems", "@p2"),
        P("Petals", "@p3 @b3"),
    ),
    one(
        "bare URLs",
        "en",
        """# This week in papers (2024-W10)

- **A Theory of Small Steps**: why it is better to go slowly, and when it is not. @p1
- **A Theory of Large Steps**: the other side of the same question. @p2
- **A Practice of Steps**: what the two of them have in common with each other. @p3
""",
        "This week in papers (2024-W10)",
        "2024-03-04 2024-03-10",
        P(
            "A Theory of Small Steps",
            "@p1",
            summary="why it is better to go slowly, and when it is not.",
        ),
        P("A Theory of Large Steps", "@p2", summary="the other side of the same question."),
        P("A Practice of Steps", "@p3", summary="what the two of them have in common with each other."),
    ),
    one(
        "venues behind a comma",
        "en",
        """# Vision papers

- [Seeing in the Dark](@p1), CVPR 2024
- [Seeing in the Light](@p2), ICCV 2023
- [Not Seeing](@p3), ECCV 2022 ([code](@c3))
""",
        "Vision papers",
        None,
        P("Seeing in the Dark", "@p1", details="venue=CVPR 2024"),
        P("Seeing in the Light", "@p2", details="venue=ICCV 2023"),
        P("Not Seeing", "@p3 @c3", details="venue=ECCV 2022"),
    ),
    one(
        "a group without a link above linked titles",
        "de",
        """# Woche vom 3. Juni 2024

* Sprachmodelle
  * [Wie Modelle rechnen](@p1) (Ada Byron, Grace Hopper)
  * [Wie Modelle raten](@p2) (Alan Turing, Kurt Gödel)
* Bilder
  * [Wie Modelle sehen](@p3) (Emmy Noether, David Hilbert)
    Das ist eine Studie, die zeigt, was ein Modell auf einem Bild sieht und was nicht.
""",
        "Woche vom 3. Juni 2024",
        "2024-06-03 2024-06-09",
        P("Wie Modelle rechnen", "@p1", "Ada Byron; Grace Hopper", topics="Sprachmodelle"),
        P("Wie Modelle raten", "@p2", "Alan Turing; Kurt Gödel", topics="Sprachmodelle"),
        P(
            "Wie Modelle sehen",
            "@p3",
            "Emmy Noether; David Hilbert",
            topics="Bilder",
            summary="Das ist eine Studie, die zeigt, was ein Modell auf einem Bild sieht und was nicht.",
        ),
    ),
    one(
        "a month as the period, titles with colons",
        "es",
        """# Artículos de enero de 2024

1) **Mirlo: un modelo que canta** - El modelo aprende a cantar con los pájaros de la zona. ([artículo](@p1))
2) **Grajo: un modelo que grita** - Es como el otro, pero para los que no oyen bien. ([artículo](@p2), [código](@c2))
3) **Búho: un modelo que calla** - No dice nada hasta que no está seguro de lo que ve. ([artículo](@p3))
""",
        "Artículos de enero de 2024",
        "2024-01-01 2024-01-31",
        P("Mirlo: un modelo que canta", "@p1", summary="El modelo aprende a cantar con los pájaros de la zona."),
        P("Grajo: un modelo que grita", "@p2 @c2", summary="Es como el otro, pero para los que no oyen bien."),
        P("Búho: un modelo que calla", "@p3", summary="No dice nada hasta que no está seguro de lo que ve."),
        dialect="list",
    ),
    one(
        "a paragraph between the items, and a foot",
        "pt",
        """# Boletim

Olá! Estes são os artigos que mais gostamos de ler.

- [Árvores](@p1) *Ana Souza, Rui Costa*

  Um modelo que cresce com os dados e que não para de crescer.

- [Folhas](@p2) *Eva Lima, Ivo Reis*

  O que cai do modelo quando ele não precisa mais de tudo.

Obrigado por ler até aqui.
""",
        "Boletim",
        None,
        P(
            "Árvores",
            "@p1",
            "Ana Souza; Rui Costa",
            summary="Um modelo que cresce com os dados e que não para de crescer.",
        ),
        P(
            "Folhas",
            "@p2",
            "Eva Lima; Ivo Reis",
            summary="O que cai do modelo quando ele não precisa mais de tudo.",
        ),
    ),
    one(
        "Korean with bold links and labelled sub-items",
        "ko",
        """# 2024년 5월 6일 논문 모음

- **[작은 모델은 빨리 배운다](@p1)**
  - 저자: 김하나, 이두리
  - 요약: 적은 데이터로도 충분히 배울 수 있음을 보입니다.
  - 코드: @c1
- **[텍스트 없는 음성](@p2)**
  - 저자: 박세나
  - 요약: 모델은 듣고 말하지만 텍스트는 보지 않습니다.
""",
        "2024년 5월 6일 논문 모음",
        "2024-05-06 2024-05-06",
        P(
            "작은 모델은 빨리 배운다",
            "@p1 @c1",
            "김하나; 이두리",
            summary="적은 데이터로도 충분히 배울 수 있음을 보입니다.",
        ),
        P("텍스트 없는 음성", "@p2", "박세나", summary="모델은 듣고 말하지만 텍스트는 보지 않습니다."),
    ),
    one(
        "Russian with dates and categories",
        "ru",
        """# Обзор статей, 10 июня 2024

- **Как модели считают.** — *cs.LG*, 2024-06-04 [[статья](@p1)]
- **Как модели видят.** — *cs.CV*, 2024-06-05 [[статья](@p2)] [[код](@c2)]
- **Как модели слышат и что они при этом теряют.** — *cs.SD*, 2024-06-06 [[статья](@p3)]
""",
        "Обзор статей, 10 июня 2024",
        "2024-06-10 2024-06-10",
        P("Как модели считают", "@p1", tags="cs.LG", released="2024-06-04"),
        P("Как модели видят", "@p2 @c2", tags="cs.CV", released="2024-06-05"),
        P("Как модели слышат и что они при этом теряют", "@p3", tags="cs.SD", released="2024-06-06"),
    ),
    one(
        "Chinese with bold titles, authors and venue",
        "zh",
        """# 强化学习论文列表

## 综述

- **强化学习综述。** 张三, 李四. [[论文](@p1)]

## 方法

- **快速学习的方法。** 王五, 赵六. [[论文](@p2)] [[代码](@c2)]
- **慢速学习的方法。** 孙七, 周八. [[论文](@p3)]
""",
        "强化学习论文列表",
        None,
        P("强化学习综述", "@p1", "张三; 李四", topics="综述"),
        P("快速学习的方法", "@p2 @c2", "王五; 赵六", topics="方法"),
        P("慢速学习的方法", "@p3", "孙七; 周八", topics="方法"),
    ),
    one(
        "tags on a line of their own",
        "en",
        """# Papers of 12 February 2024

- [Speaking in Turns](@p1)
  - Keywords: dialogue, speech
  - The model knows when it should stop to let the other one speak.
- [Speaking at Once](@p2)
  - Keywords: speech
  - It is about what to do if both of them speak at the same time.
""",
        "Papers of 12 February 2024",
        "2024-02-12 2024-02-12",
        P(
            "Speaking in Turns",
            "@p1",
            tags="dialogue; speech",
            summary="The model knows when it should stop to let the other one speak.",
        ),
        P(
            "Speaking at Once",
            "@p2",
            tags="speech",
            summary="It is about what to do if both of them speak at the same time.",
        ),
    ),
    one(
        "unknown labels are details",
        "en",
        """# Reading group

- **On Rivers** ([paper](@p1))
  - **Speaker:** Ada Byron
  - **Room:** 101
  - This is the paper that we will read in the first week.
- **On Lakes** ([paper](@p2))
  - **Speaker:** Grace Hopper
  - **Room:** 102
  - And this is the one for the second week of the term.
""",
        "Reading group",
        None,
        P(
            "On Rivers",
            "@p1",
            details="Speaker=Ada Byron; Room=101",
            summary="This is the paper that we will read in the first week.",
        ),
        P(
            "On Lakes",
            "@p2",
            details="Speaker=Grace Hopper; Room=102",
            summary="And this is the one for the second week of the term.",
        ),
    ),
    one(
        "a link with a title, angle brackets and parentheses in the URL",
        None,
        """# Links

- [Brackets](<https://example.org/papers/a(b).pdf>), Ada Byron, Grace Hopper
- [Titles](@p2 "A tooltip"), Alan Turing, Kurt Gödel
- [Both of Them](https://example.org/papers/c_(d).pdf), Emmy Noether, David Hilbert
""",
        "Links",
        None,
        P("Brackets", "https://example.org/papers/a(b).pdf", "Ada Byron; Grace Hopper"),
        P("Titles", "@p2", "Alan Turing; Kurt Gödel"),
        P("Both of Them", "https://example.org/papers/c_(d).pdf", "Emmy Noether; David Hilbert"),
    ),
    one(
        "Vietnamese with groups and day",
        "vi",
        """# Các bài báo ngày 15 tháng 4 năm 2024

- Ngôn ngữ
  - [Mô hình nhỏ](@p1): bài báo này nói về những mô hình có ít tham số.
  - [Mô hình lớn](@p2): đây là một nghiên cứu về các mô hình rất lớn.
- Âm thanh
  - [Giọng nói](@p3): mô hình này nghe và nói được trong thời gian thực.
""",
        "Các bài báo ngày 15 tháng 4 năm 2024",
        "2024-04-15 2024-04-15",
        P(
            "Mô hình nhỏ",
            "@p1",
            topics="Ngôn ngữ",
            summary="bài báo này nói về những mô hình có ít tham số.",
        ),
        P(
            "Mô hình lớn",
            "@p2",
            topics="Ngôn ngữ",
            summary="đây là một nghiên cứu về các mô hình rất lớn.",
        ),
        P(
            "Giọng nói",
            "@p3",
            topics="Âm thanh",
            summary="mô hình này nghe và nói được trong thời gian thực.",
        ),
    ),
    one(
        "titles with question marks, abbreviations and dots",
        "en",
        """# Titles

- **Is This the End?** Ada Byron, Grace Hopper [[paper](@p1)]
- **Beyond Llama 3.1.** Alan Turing, Kurt Gödel [[paper](@p2)]
- **And So On ...** Emmy Noether, David Hilbert [[paper](@p3)]
- **Notes on Noether et al.** Sofia Kovalevskaya, Karl Weierstraß [[paper](@p4)]
""",
        "Titles",
        None,
        P("Is This the End?", "@p1", "Ada Byron; Grace Hopper"),
        P("Beyond Llama 3.1", "@p2", "Alan Turing; Kurt Gödel"),
        P("And So On ...", "@p3", "Emmy Noether; David Hilbert"),
        P("Notes on Noether et al.", "@p4", "Sofia Kovalevskaya; Karl Weierstraß"),
    ),
    one(
        "authors behind a dash, day in parentheses",
        None,
        """# Speech

- [Whispers](@p1) - Ada Byron, Grace Hopper (2024-01-08)
- [Shouts](@p2) - Alan Turing, Kurt Gödel (2024-01-09)
- [Songs](@p3) - Emmy Noether, David Hilbert (2024-01-10)
""",
        "Speech",
        None,
        P("Whispers", "@p1", "Ada Byron; Grace Hopper", "2024-01-08"),
        P("Shouts", "@p2", "Alan Turing; Kurt Gödel", "2024-01-09"),
        P("Songs", "@p3", "Emmy Noether; David Hilbert", "2024-01-10"),
    ),
    one(
        "authors with by",
        "en",
        """# Papers we liked in March 2024

* [Clouds](@p1) by Ada Byron and Grace Hopper
  What the model sees in the clouds is not what we see in them.
* [Rain](@p2) by Alan Turing, Kurt Gödel and Emmy Noether
  This one is about the noise that comes from the data.
""",
        "Papers we liked in March 2024",
        "2024-03-01 2024-03-31",
        P(
            "Clouds",
            "@p1",
            "Ada Byron; Grace Hopper",
            summary="What the model sees in the clouds is not what we see in them.",
        ),
        P(
            "Rain",
            "@p2",
            "Alan Turing; Kurt Gödel; Emmy Noether",
            summary="This one is about the noise that comes from the data.",
        ),
    ),
    one(
        "an icon before each title, points below",
        "en",
        """# Weekly, 19 - 25 February 2024

- 🔥 **[Fire](@p1)**
  - It burns everything that the model has ever seen.
  - It is slow.
- 🌊 **[Water](@p2)**
  - The model is put out with this, but not for long.
  - It is fast.
""",
        "Weekly, 19 - 25 February 2024",
        "2024-02-19 2024-02-25",
        P("Fire", "@p1", summary="It burns everything that the model has ever seen.\n\nIt is slow."),
        P("Water", "@p2", summary="The model is put out with this, but not for long.\n\nIt is fast."),
    ),
    one(
        "German with date in words before the title",
        "de",
        """# Gelesen

- 2024-01-15: **Karten ohne Land** – Ada Byron, Grace Hopper [[Artikel](@p1)]
- 2024-01-16: **Land ohne Karten** – Alan Turing, Kurt Gödel [[Artikel](@p2)] [[Code](@c2)]

Das sind die Artikel, die wir in der letzten Woche gelesen haben, und nicht mehr.
""",
        "Gelesen",
        None,
        P("Karten ohne Land", "@p1", "Ada Byron; Grace Hopper", "2024-01-15"),
        P("Land ohne Karten", "@p2 @c2", "Alan Turing; Kurt Gödel", "2024-01-16"),
    ),
    one(
        "plain titles before authors in italics",
        "en",
        """# Papers on Things

## Surveys

- A Survey of Things. *Ada Byron, Grace Hopper.* arXiv 2023. [[Paper]](@p1)
- Another Survey of Things. *Alan Turing.* ACL 2024. [[Paper]](@p2) [[Code]](@c1)
""",
        "Papers on Things",
        None,
        P("A Survey of Things", "@p1", "Ada Byron; Grace Hopper", topics="Surveys", details="venue=arXiv 2023."),
        P("Another Survey of Things", "@p2 @c1", "Alan Turing", topics="Surveys", details="venue=ACL 2024."),
    ),
    one(
        "authors before the title",
        "en",
        """# Reading of June 2024

- Ada Byron, Grace Hopper. [The Size of a Model](@p1). ACL 2024.
- Alan Turing and Kurt Gödel (2023). *The Limits of a Model*. EMNLP. [paper](@p2)
""",
        "Reading of June 2024",
        "2024-06-01 2024-06-30",
        P("The Size of a Model", "@p1", "Ada Byron; Grace Hopper", details="venue=ACL 2024."),
        P("The Limits of a Model", "@p2", "Alan Turing; Kurt Gödel", details="date=2023; venue=EMNLP."),
    ),
    one(
        "bars between the parts",
        None,
        """# 2024-W12

* [Small Models](@p1) | Ada Byron, Grace Hopper | cs.CL
* [Large Models](@p2) | Alan Turing, Kurt Gödel | cs.LG, stat.ML | 2024-03-19
""",
        "2024-W12",
        "2024-03-18 2024-03-24",
        P("Small Models", "@p1", "Ada Byron; Grace Hopper", tags="cs.CL"),
        P("Large Models", "@p2", "Alan Turing; Kurt Gödel", "2024-03-19", tags="cs.LG; stat.ML"),
    ),
    one(
        "Russian with first authors in parentheses",
        "ru",
        """# Дайджест за 3–9 июня 2024

1. **Малые модели** (Иванов и др., 2024) [[статья](@p1)]: авторы показывают, как учить модели.
2. **Большие модели** (Петров и др., 2023) [[статья](@p2)]: о том, что они забывают.
""",
        "Дайджест за 3–9 июня 2024",
        "2024-06-03 2024-06-09",
        P("Малые модели", "@p1", "Иванов и др.", details="date=2024", summary="авторы показывают, как учить модели."),
        P("Большие модели", "@p2", "Петров и др.", details="date=2023", summary="о том, что они забывают."),
    ),
    one(
        "Turkish with first authors in parentheses",
        "tr",
        """# Haftalık özet: 6-12 Mayıs 2024

1) [Küçük modeller](@p1) (Yılmaz ve ark., 2024) - Az veriyle öğrenen bir model.
2) [Büyük modeller](@p2) (Demir ve ark., 2023) - Unutan bir model için çözüm.
""",
        "Haftalık özet: 6-12 Mayıs 2024",
        "2024-05-06 2024-05-12",
        P("Küçük modeller", "@p1", "Yılmaz ve ark.", details="date=2024", summary="Az veriyle öğrenen bir model."),
        P("Büyük modeller", "@p2", "Demir ve ark.", details="date=2023", summary="Unutan bir model için çözüm."),
    ),
    one(
        "French quotation marks",
        None,
        """# Revue de presse

- « Petits modèles », A. Dupont et B. Martin, 2024. [Lien](@p1)
- « Grands modèles », C. Durand et E. Petit, 2023. [Lien](@p2)
""",
        "Revue de presse",
        None,
        P("Petits modèles", "@p1", "A. Dupont; B. Martin", details="date=2024"),
        P("Grands modèles", "@p2", "C. Durand; E. Petit", details="date=2023"),
    ),
    one(
        "Vietnamese with authors and day behind dashes",
        "vi",
        """# Tổng hợp tuần 23/2024

1. [Mô hình nhỏ](@p1) — Nguyễn An và cộng sự — 2024-06-03
2. [Mô hình lớn](@p2) — Trần Bình và cộng sự — 2024-06-04
""",
        "Tổng hợp tuần 23/2024",
        "2024-06-03 2024-06-09",
        P("Mô hình nhỏ", "@p1", "Nguyễn An và cộng sự", "2024-06-03"),
        P("Mô hình lớn", "@p2", "Trần Bình và cộng sự", "2024-06-04"),
    ),
    one(
        "boxes to tick, and days with marks",
        None,
        """# Leituras de maio de 2024

- [ ] **[2024-05-02]** [Modelos pequenos](@p1)
- [x] `2024-05-03` [Modelos grandes](@p2)
""",
        "Leituras de maio de 2024",
        "2024-05-01 2024-05-31",
        P("Modelos pequenos", "@p1", released="2024-05-02"),
        P("Modelos grandes", "@p2", released="2024-05-03"),
    ),
    one(
        "labelled titles",
        None,
        """# Semana 12 de 2024

- Título: **Modelos pequeños**
  - Autores: Ana Ruiz, Luis Gil
  - Enlace: @p1
- Título: **Modelos grandes**
  - Autores: Eva Paz
  - Enlace: @p2
""",
        "Semana 12 de 2024",
        "2024-03-18 2024-03-24",
        P("Modelos pequeños", "@p1", "Ana Ruiz; Luis Gil"),
        P("Modelos grandes", "@p2", "Eva Paz"),
    ),
)
