"""
Digests whose papers say things in rarer ways.
"""

from __future__ import annotations

from tests.outlines import Sample, issue, paper

QUIET, LOUD, CALM = (f"https://arxiv.org/abs/2410.0100{number}" for number in (1, 2, 3))

MORE = (
    Sample(
        "authors before the linked titles of headings",
        """\
# Reading group, 14 October 2024

## Ada Byron, Mary Keller. [Quiet Networks](https://arxiv.org/abs/2410.01001)

It is quiet, and nobody knows why.

## Grace Hopper, Ada Byron. [Loud Networks](https://arxiv.org/abs/2410.01002)

It is loud, and everybody knows why.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    QUIET,
                    authors=["Ada Byron", "Mary Keller"],
                    summary="It is quiet, and nobody knows why.",
                ),
                paper(
                    "Loud Networks",
                    LOUD,
                    authors=["Grace Hopper", "Ada Byron"],
                    summary="It is loud, and everybody knows why.",
                ),
                title="Reading group, 14 October 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "authors and venue as a line, a sentence with a colon",
        """\
# Reading group, 14 October 2024

## Quiet Networks
Ada Byron, Mary Keller and Grace Hopper. ACL 2024.

[PDF](https://arxiv.org/pdf/2410.01001)

One thing is clear: it is quiet. Note: they used one GPU.

## Loud Networks
Grace Hopper and Ada Byron. EMNLP 2024.

[PDF](https://arxiv.org/pdf/2410.01002)

There is a catch: it is loud.
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    "PDF https://arxiv.org/pdf/2410.01001",
                    authors=["Ada Byron", "Mary Keller", "Grace Hopper"],
                    summary="One thing is clear: it is quiet. Note: they used one GPU.",
                    details={"venue": "ACL 2024."},
                ),
                paper(
                    "Loud Networks",
                    "PDF https://arxiv.org/pdf/2410.01002",
                    authors=["Grace Hopper", "Ada Byron"],
                    summary="There is a catch: it is loud.",
                    details={"venue": "EMNLP 2024."},
                ),
                title="Reading group, 14 October 2024",
                period="2024-10-14..2024-10-14",
                language="en",
            ),
        ),
    ),
    Sample(
        "abstract in a quote under its label, a translation under another",
        """\
# 每日论文 2024-10-14

## 1. Quiet Networks

**Link**: https://arxiv.org/abs/2410.01001

**Abstract**:

> Networks are loud. We turn them down.
>
> It works.

**摘要翻译**：网络很吵。我们把它调低。

## 2. Loud Networks

**Link**: https://arxiv.org/abs/2410.01002

**Abstract**:

> Networks are quiet. We turn them up.

**摘要翻译**：网络很安静。我们把它调高。
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    QUIET,
                    abstract="Networks are loud. We turn them down.\n\nIt works.",
                    details={"摘要翻译": "网络很吵。我们把它调低。"},
                ),
                paper(
                    "Loud Networks",
                    LOUD,
                    abstract="Networks are quiet. We turn them up.",
                    details={"摘要翻译": "网络很安静。我们把它调高。"},
                ),
                title="每日论文 2024-10-14",
                period="2024-10-14..2024-10-14",
                language="zh",
            ),
        ),
    ),
    Sample(
        "summary and key points under deeper headings with emoji",
        """\
# ML weekly #42 (October 14 - 20, 2024)

## Quiet Networks

[arXiv](https://arxiv.org/abs/2410.01001)

### 📝 Summary

Networks are loud, and this paper turns them down.

### 💡 Key points

- It is cheap.
- It is quick.

### 🏷️ Tags

`quiet`, `networks`

## Loud Networks

[arXiv](https://arxiv.org/abs/2410.01002)

### 📝 Summary

It turns the volume up.

### 💡 Key points

- It is loud.

### 🏷️ Tags

`loud`
""",
        (
            issue(
                paper(
                    "Quiet Networks",
                    f"arXiv {QUIET}",
                    summary="Networks are loud, and this paper turns them down.",
                    tags=["quiet", "networks"],
                    details={"💡 Key points": "- It is cheap.\n- It is quick."},
                ),
                paper(
                    "Loud Networks",
                    f"arXiv {LOUD}",
                    summary="It turns the volume up.",
                    tags=["loud"],
                    details={"💡 Key points": "- It is loud."},
                ),
                title="ML weekly #42 (October 14 - 20, 2024)",
                period="2024-10-14..2024-10-20",
                language="en",
            ),
        ),
    ),
    Sample(
        "papers on two levels of depth under topics of various depth",
        """\
# Semaine 42, 2024

## Langage

### [Des réseaux calmes](https://arxiv.org/abs/2410.01001)

Les auteurs montrent que le calme est utile pour les grands modèles.

## Vision

### Vidéo

### [Des réseaux bruyants](https://arxiv.org/abs/2410.01002)

Le bruit est aussi utile dans la vidéo.
""",
        (
            issue(
                paper(
                    "Des réseaux calmes",
                    QUIET,
                    summary="Les auteurs montrent que le calme est utile pour les grands modèles.",
                    topics=["Langage"],
                ),
                paper(
                    "Des réseaux bruyants",
                    LOUD,
                    summary="Le bruit est aussi utile dans la vidéo.",
                    topics=["Vision"],
                ),
                title="Semaine 42, 2024",
                period="2024-10-14..2024-10-20",
                language="fr",
            ),
        ),
        unplaced=("Vidéo",),
    ),
    Sample(
        "hashtags, an empty value and values of nothing",
        """\
# Дайджест 14.10.2024

## 1. Тихие сети

**Авторы:** Анна Иванова и Пётр Сидоров
**Теги:** #nlp #тишина
**Код:** нет
**Ссылка:** https://arxiv.org/abs/2410.01001

Авторы делают сети тише, и это хорошо.

## 2. Громкие сети

**Авторы:** Иван Петров
**Теги:** #cv
**Код:** https://github.com/petrov/loud
**Ссылка:** https://arxiv.org/abs/2410.01002

А здесь всё наоборот.
""",
        (
            issue(
                paper(
                    "Тихие сети",
                    QUIET,
                    authors=["Анна Иванова", "Пётр Сидоров"],
                    tags=["nlp", "тишина"],
                    summary="Авторы делают сети тише, и это хорошо.",
                    details={"Код": "нет"},
                ),
                paper(
                    "Громкие сети",
                    "Код https://github.com/petrov/loud",
                    LOUD,
                    authors=["Иван Петров"],
                    tags=["cv"],
                    summary="А здесь всё наоборот.",
                ),
                title="Дайджест 14.10.2024",
                period="2024-10-14..2024-10-14",
                language="ru",
            ),
        ),
    ),
    Sample(
        "one issue a day under a title with the month",
        """\
# Tháng 10 năm 2024

## 2024-10-15

### Mạng yên tĩnh

- Liên kết: https://arxiv.org/abs/2410.01001
- Tóm tắt: Bài báo này làm cho các mạng yên tĩnh hơn.

## 2024-10-14

### Mạng ồn ào

- Liên kết: https://arxiv.org/abs/2410.01002
- Tóm tắt: Ngược lại với bài báo trên, mạng này rất ồn.

### Mạng bình thường

- Liên kết: https://arxiv.org/abs/2410.01003
- Tóm tắt: Một mạng không có gì đặc biệt.
""",
        (
            issue(
                paper("Mạng yên tĩnh", QUIET, summary="Bài báo này làm cho các mạng yên tĩnh hơn."),
                title="2024-10-15",
                period="2024-10-15..2024-10-15",
                language="vi",
            ),
            issue(
                paper("Mạng ồn ào", LOUD, summary="Ngược lại với bài báo trên, mạng này rất ồn."),
                paper("Mạng bình thường", CALM, summary="Một mạng không có gì đặc biệt."),
                title="2024-10-14",
                period="2024-10-14..2024-10-14",
                language="vi",
            ),
        ),
        series={"title": "Tháng 10 năm 2024"},
    ),
    Sample(
        "a summary with numbered points, bold words in prose, an image",
        """\
# Artigos da semana: 14 a 20 de outubro de 2024

## 1. Redes quietas

![figura](https://example.com/quieta.png)

[Artigo](https://arxiv.org/abs/2410.01001)

Este artigo não é longo, mas traz **três ideias**:

1. **Calma** é barata.
2. **Silêncio** é ouro.

## 2. Redes barulhentas

[Artigo](https://arxiv.org/abs/2410.01002)

O contrário do que foi dito acima.
""",
        (
            issue(
                paper(
                    "Redes quietas",
                    f"Artigo {QUIET}",
                    summary="Este artigo não é longo, mas traz **três ideias**:\n\n"
                    "1. **Calma** é barata.\n2. **Silêncio** é ouro.",
                ),
                paper("Redes barulhentas", f"Artigo {LOUD}", summary="O contrário do que foi dito acima."),
                title="Artigos da semana: 14 a 20 de outubro de 2024",
                period="2024-10-14..2024-10-20",
                language="pt",
            ),
        ),
        unplaced=("![figura](https://example.com/quieta.png)",),
    ),
    Sample(
        "a numbered heading without a link among numbered ones, other sections in between",
        """\
# Papers of the week of October 14, 2024

Hello everyone.

## Editor's note

It was a quiet week.

## 1. Quiet Networks

[Paper](https://arxiv.org/abs/2410.01001)

It turns the volume down.

## 2. An Unlinked Paper

They did not put it online, and we are sorry.

## 3. Loud Networks

[Paper](https://arxiv.org/abs/2410.01002)

It turns the volume up.

## Quick links

- [A blog post](https://example.com/post) about noise
""",
        (
            issue(
                paper("Quiet Networks", f"Paper {QUIET}", summary="It turns the volume down."),
                paper("An Unlinked Paper", summary="They did not put it online, and we are sorry."),
                paper("Loud Networks", f"Paper {LOUD}", summary="It turns the volume up."),
                title="Papers of the week of October 14, 2024",
                period="2024-10-14..2024-10-20",
                language="en",
                lead=["Hello everyone.", "It was a quiet week."],
                notices=["- [A blog post](https://example.com/post) about noise"],
            ),
        ),
        unplaced=("Editor's note", "Quick links"),
    ),
    Sample(
        "dates before the titles in the headings",
        """\
# 論文読み会のメモ

## 2024-10-14: 静かなネットワーク

**リンク**: https://arxiv.org/abs/2410.01001

ネットワークを静かにする手法です。

## 2024-10-07: うるさいネットワーク

**リンク**: https://arxiv.org/abs/2410.01002

うるさいままで良いという主張です。
""",
        (
            issue(
                paper(
                    "静かなネットワーク",
                    QUIET,
                    released="2024-10-14",
                    summary="ネットワークを静かにする手法です。",
                ),
                paper(
                    "うるさいネットワーク",
                    LOUD,
                    released="2024-10-07",
                    summary="うるさいままで良いという主張です。",
                ),
                title="論文読み会のメモ",
                language="ja",
            ),
        ),
    ),
    Sample(
        "upvotes and scores as badges in words, a label whose value goes on",
        """\
# Papers du jour - 14 octobre 2024

### [Des réseaux calmes](https://huggingface.co/papers/2410.01001) ⬆️ 45

**Résumé** : Les auteurs montrent que le calme est utile.
Ils le montrent sur trois jeux de données.

**Limites** : Une seule langue.
Et un seul modèle.

### [Des réseaux bruyants](https://huggingface.co/papers/2410.01002) ⬆️ 12

**Résumé** : Le bruit est aussi utile.

**Limites** : Aucune étude humaine.
""",
        (
            issue(
                paper(
                    "Des réseaux calmes",
                    "https://huggingface.co/papers/2410.01001",
                    summary="Les auteurs montrent que le calme est utile.\nIls le montrent sur trois jeux de données.",
                    details={"Limites": "Une seule langue.\nEt un seul modèle."},
                ),
                paper(
                    "Des réseaux bruyants",
                    "https://huggingface.co/papers/2410.01002",
                    summary="Le bruit est aussi utile.",
                    details={"Limites": "Aucune étude humaine."},
                ),
                title="Papers du jour - 14 octobre 2024",
                period="2024-10-14..2024-10-14",
                language="fr",
            ),
        ),
        unplaced=("⬆️ 45", "⬆️ 12"),
    ),
    Sample(
        "details elements around the abstracts",
        """\
# Wochenlese vom 14. bis 20. Oktober 2024

## 1. Stille Netze

**Autoren:** Karl Weber und Lena Fuchs

Die Autoren drehen die Lautstärke herunter, und es wird nicht schlechter.

<details>
<summary>Abstract</summary>

Networks are loud. We turn them down.

</details>

[Paper](https://arxiv.org/abs/2410.01001)

## 2. Laute Netze

**Autoren:** Max Braun

Hier ist es umgekehrt, und das ist auch gut.

<details>
<summary>Abstract</summary>

Networks are quiet. We turn them up.

</details>

[Paper](https://arxiv.org/abs/2410.01002)
""",
        (
            issue(
                paper(
                    "Stille Netze",
                    f"Paper {QUIET}",
                    authors=["Karl Weber", "Lena Fuchs"],
                    summary="Die Autoren drehen die Lautstärke herunter, und es wird nicht schlechter.",
                    abstract="Networks are loud. We turn them down.",
                ),
                paper(
                    "Laute Netze",
                    f"Paper {LOUD}",
                    authors=["Max Braun"],
                    summary="Hier ist es umgekehrt, und das ist auch gut.",
                    abstract="Networks are quiet. We turn them up.",
                ),
                title="Wochenlese vom 14. bis 20. Oktober 2024",
                period="2024-10-14..2024-10-20",
                language="de",
            ),
        ),
    ),
)
