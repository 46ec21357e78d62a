"""
Digests whose papers are at several depths, or share their line with links.
"""

from __future__ import annotations

from tests.outlines import Sample, issue, paper

QUIET, LOUD, CALM = (f"https://arxiv.org/abs/2410.0100{number}" for number in (1, 2, 3))

DEPTHS = (
    Sample(
        "a topic with subtopics among topics without",
        """\
# Papers of October 14, 2024

## Language

### [Quiet Networks](https://arxiv.org/abs/2410.01001)

It turns the volume down.

### [Calm Networks](https://arxiv.org/abs/2410.01003)

It is calm, and that is all.

## Vision

### Video

#### [Loud Networks](https://arxiv.org/abs/2410.01002)

It turns the volume up.
""",
        (
            issue(
                paper("Quiet Networks", QUIET, summary="It turns the volume down.", topics=["Language"]),
                paper("Calm Networks", CALM, summary="It is calm, and that is all.", topics=["Language"]),
                paper("Loud Networks", LOUD, summary="It turns the volume up.", topics=["Vision", "Video"]),
                title="Papers of October 14, 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "a paper of its own above topics",
        """\
# Papers of October 14, 2024

## [Loud Networks](https://arxiv.org/abs/2410.01002)

It turns the volume up, and it is our paper of the day.

## Language

### [Quiet Networks](https://arxiv.org/abs/2410.01001)

It turns the volume down.

### [Calm Networks](https://arxiv.org/abs/2410.01003)

It is calm, and that is all.
""",
        (
            issue(
                paper("Loud Networks", LOUD, summary="It turns the volume up, and it is our paper of the day."),
                paper("Quiet Networks", QUIET, summary="It turns the volume down.", topics=["Language"]),
                paper("Calm Networks", CALM, summary="It is calm, and that is all.", topics=["Language"]),
                title="Papers of October 14, 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "bold titles with links behind them",
        """\
# Редкие статьи, 14 октября 2024

**Тихие сети** [[статья](https://arxiv.org/abs/2410.01001)] [[код](https://github.com/petrov/quiet)]

Авторы делают сети тише, и это хорошо.

**Громкие сети** ([arXiv](https://arxiv.org/abs/2410.01002))

А здесь всё наоборот, и это тоже работает.
""",
        (
            issue(
                paper(
                    "Тихие сети",
                    f"статья {QUIET}",
                    "код https://github.com/petrov/quiet",
                    summary="Авторы делают сети тише, и это хорошо.",
                ),
                paper("Громкие сети", f"arXiv {LOUD}", summary="А здесь всё наоборот, и это тоже работает."),
                title="Редкие статьи, 14 октября 2024",
                period="2024-10-14..2024-10-14",
                language="ru",
            ),
        ),
    ),
    Sample(
        "bold titles with labels right below",
        """\
# Tuần 42, 2024

**1. Mạng yên tĩnh**
Tác giả: Nguyễn Văn An
Liên kết: https://arxiv.org/abs/2410.01001
Tóm tắt: Bài báo này làm cho các mạng yên tĩnh hơn.

**2. Mạng ồn ào**
Tác giả: Trần Thị Bình
Liên kết: https://arxiv.org/abs/2410.01002
Tóm tắt: Ngược lại với bài báo trên.
""",
        (
            issue(
                paper(
                    "Mạng yên tĩnh",
                    QUIET,
                    authors=["Nguyễn Văn An"],
                    summary="Bài báo này làm cho các mạng yên tĩnh hơn.",
                ),
                paper("Mạng ồn ào", LOUD, authors=["Trần Thị Bình"], summary="Ngược lại với bài báo trên."),
                title="Tuần 42, 2024",
                period="2024-10-14..2024-10-20",
                language="vi",
            ),
        ),
    ),
    Sample(
        "a title that ends like the name of links",
        """\
# Papers of October 14, 2024

## Language Models and Code

**Link:** https://arxiv.org/abs/2410.01001

It is about code, and it is long.

## Worlds, Words / Video

**Link:** https://arxiv.org/abs/2410.01002

They make worlds.
""",
        (
            issue(
                paper("Language Models and Code", QUIET, summary="It is about code, and it is long."),
                paper("Worlds, Words / Video", LOUD, summary="They make worlds."),
                title="Papers of October 14, 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "a single paper",
        """\
# Artículo del día: 14 de octubre de 2024

## Redes silenciosas

**Autores:** Lucía Gómez, Pablo Ruiz
**Enlace:** https://arxiv.org/abs/2410.01001

Las redes son ruidosas y este trabajo las calla.
""",
        (
            issue(
                paper(
                    "Redes silenciosas",
                    QUIET,
                    authors=["Lucía Gómez", "Pablo Ruiz"],
                    summary="Las redes son ruidosas y este trabajo las calla.",
                ),
                title="Artículo del día: 14 de octubre de 2024",
                period="2024-10-14..2024-10-14",
                language="es",
            ),
        ),
    ),
    Sample(
        "topics with links of their own",
        """\
# Leituras de 14 de outubro de 2024

## Linguagem

Mais em [uma lista](https://example.com/lista).

### Redes quietas

[Artigo](https://arxiv.org/abs/2410.01001)

Este artigo não é longo, mas é bom.

### Redes calmas

[Artigo](https://arxiv.org/abs/2410.01003)

Uma rede calma, sem mais.

## Visão

[Mais artigos](https://example.com/visao)

### Redes barulhentas

[Artigo](https://arxiv.org/abs/2410.01002)

O contrário do que foi dito acima.
""",
        (
            issue(
                paper(
                    "Redes quietas",
                    f"Artigo {QUIET}",
                    summary="Este artigo não é longo, mas é bom.",
                    topics=["Linguagem"],
                ),
                paper("Redes calmas", f"Artigo {CALM}", summary="Uma rede calma, sem mais.", topics=["Linguagem"]),
                paper(
                    "Redes barulhentas",
                    f"Artigo {LOUD}",
                    summary="O contrário do que foi dito acima.",
                    topics=["Visão"],
                ),
                title="Leituras de 14 de outubro de 2024",
                period="2024-10-14..2024-10-14",
                language="pt",
                lead=["Mais em [uma lista](https://example.com/lista)."],
                notices=["[Mais artigos](https://example.com/visao)"],
            ),
        ),
    ),
)
