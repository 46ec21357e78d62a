"""
Which language a text is in, by its script and its words.
"""

from __future__ import annotations

import pytest

from mlweekly.markdown._languages import language_of_text

SHORT = {
    "en": "It listens while it speaks.",
    "fr": "Le modèle écoute pendant qu'il parle.",
    "de": "Das Modell hört zu, während es selbst spricht, und antwortet.",
    "es": "El modelo escucha mientras habla y responde al usuario.",
    "pt": "O modelo ouve enquanto fala e responde ao usuário.",
    "vi": "Mô hình vừa nghe vừa nói.",
    "tr": "Bu model konuşurken aynı anda dinliyor ve yanıt veriyor.",
    "ru": "Модель слушает, пока говорит.",
    "ja": "話しながら聞くモデルです。",
    "ko": "말하면서 듣는 모델입니다.",
    "zh": "一个边说边听的模型。",
}
LONG = {
    "en": "We find that most of these models forget what they were told a few turns ago. This is not a matter"
    " of size: the largest of them do it as often as small ones, and more training does not help.",
    "fr": "Les auteurs montrent que la plupart des modèles oublient ce qui leur a été dit. Ce n'est pas une"
    " question de taille : les plus grands le font aussi souvent que les petits, et un entraînement plus"
    " long ne change rien.",
    "de": "Die meisten Modelle vergessen, was ihnen vor wenigen Sätzen gesagt wurde. Das liegt nicht an der"
    " Größe: Auch die größten tun es so oft wie kleine, und längeres Training hilft nicht.",
    "es": "La mayoría de los modelos olvida lo que se les dijo hace unas frases. No es una cuestión de tamaño:"
    " los más grandes lo hacen con la misma frecuencia que los pequeños, y entrenar más no ayuda.",
    "pt": "A maioria dos modelos esquece o que foi dito há poucas frases. Não é uma questão de tamanho: os"
    " maiores fazem isso com a mesma frequência que os menores, e treinar mais não ajuda.",
    "vi": "Hầu hết các mô hình quên những gì đã được nói trước đó. Đây không phải là vấn đề về kích thước: các"
    " mô hình lớn nhất cũng quên như những mô hình nhỏ, và huấn luyện thêm không giúp được gì.",
    "tr": "Modellerin çoğu, birkaç cümle önce söyleneni unutuyor. Bu bir boyut sorunu değil: en büyükleri de"
    " küçükler kadar sık unutuyor ve daha uzun eğitim bir işe yaramıyor.",
    "ru": "Большинство моделей забывает то, что им сказали несколько фраз назад. Дело не в размере: самые"
    " большие делают это так же часто, как и маленькие, и более долгое обучение не помогает.",
    "ja": "多くのモデルは、数文前に言われたことを忘れます。大きさの問題ではなく、最大のものでも小さいものと同じ"
    "頻度で起こり、学習を長くしても変わりません。",
    "ko": "대부분의 모델은 몇 문장 전에 들은 것을 잊어버립니다. 크기의 문제가 아니라 가장 큰 모델도 작은"
    " 모델만큼 자주 잊으며, 더 오래 학습해도 나아지지 않습니다.",
    "zh": "大多数模型会忘记几句话之前说过的内容。这不是规模的问题：最大的模型和小模型一样经常忘记，延长训练也没"
    "有帮助。",
}
TITLES = (
    "On the Memory of Models for Speech\nA Survey of Agents in the Wild\nTowards Better Evaluation with Tools and Code"
)
OTHERS = sorted(set(LONG) - {"en"})


@pytest.mark.parametrize("language", sorted(LONG))
def test_language_of_prose(language: str) -> None:
    """
    A short sentence tells the language, and so do a few.
    """
    assert language_of_text(SHORT[language]) == language
    assert language_of_text(LONG[language]) == language
    assert language_of_text(f"{SHORT[language]}\n\n{LONG[language]}") == language


@pytest.mark.parametrize("language", OTHERS)
def test_english_titles_among_the_lines(language: str) -> None:
    """
    Titles, links and names of models do not make a digest English.
    """
    items = [f"{title}\nhttps://arxiv.org/abs/2409.12917\n{LONG[language]}" for title in TITLES.splitlines()]
    assert language_of_text("\n\n".join(items)) == language
    assert (
        language_of_text(f"**GPT-4o mini** (OpenAI): {LONG[language]} [GitHub](https://github.com/a/the-of-it)")
        == language
    )


@pytest.mark.parametrize("language", OTHERS)
def test_english_abstracts_beside_the_digests_own_words(language: str) -> None:
    """
    A digest with an English abstract beside each summary is in the language of its summaries.
    """
    assert language_of_text("\n\n".join([SHORT[language], f"{LONG['en']} {LONG['en']}"] * 5)) == language
    assert language_of_text(f"{SHORT[language]}\n\n> {LONG['en']}\n\n" * 3) == language


def test_korean_labels_above_long_abstracts() -> None:
    """
    Names of sections tell the language where abstracts are longer by far.
    """
    paper = f"저자 소개와 소속 기관\n논문 초록과 한 줄 요약\n{LONG['en']}\n관련 링크 모음\n"
    assert language_of_text(paper * 8) == "ko"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Moshi",
        "12 (3)",
        "https://arxiv.org/abs/2409.12917",
        "On the Dangers of Stochastic Parrots",
        "A Survey of Methods for the Evaluation of Agents in the Wild",
        "Large Language Models Can Self-Improve",
        "La casa",
        "Que sera",
        "Paper, Code, Abstract",
        "Модель",
        TITLES,
    ],
)
def test_no_language(text: str) -> None:
    """
    Titles, names, numbers and single words do not tell a language, and none is taken for granted.
    """
    assert language_of_text(text) is None


def test_titles_tell_if_nothing_else_does() -> None:
    """
    A digest of nothing but English titles is English; prose in another language goes before them.
    """
    assert language_of_text("", titles=TITLES) == "en"
    assert language_of_text(SHORT["fr"], titles=TITLES) == "fr"
    assert language_of_text("", titles="Moshi\nDoT of Thought") is None
    assert language_of_text("", titles="話しながら聞くモデル\n記憶の調査") == "ja"


@pytest.mark.parametrize("language", OTHERS)
def test_a_line_in_another_language_leaves_english_as_it_is(language: str) -> None:
    """
    A link to a translation, a name or a quoted sentence does not turn an English digest.
    """
    prose = "\n".join([LONG["en"]] * 6)
    assert language_of_text(f"{SHORT[language]}\n{prose}") == "en"
    assert language_of_text(f"> {SHORT[language]}\n\n{LONG['en']}") == "en"


def test_east_asian_scripts_are_told_apart() -> None:
    """
    A single sign of kana does not make Chinese Japanese, and Chinese characters do not make Korean Chinese.
    """
    assert language_of_text("美味の定义：大模型论文周报，共收录十篇论文与代码。") == "zh"
    assert language_of_text("이 논문(論文)은 모델의 기억을 다룹니다.") == "ko"
    assert language_of_text("大規模言語モデルの記憶に関する調査論文。") == "ja"


def test_other_languages_in_cyrillic_are_not_called_russian() -> None:
    """
    Letters that Russian does not have tell that a text is in another language.
    """
    assert language_of_text("Модель слухає і відповідає, її пам'ять є великою.") is None


def test_decomposed_letters() -> None:
    """
    Letters and their marks count the same, composed or not.
    """
    import unicodedata

    assert language_of_text(unicodedata.normalize("NFD", LONG["vi"])) == "vi"


@pytest.mark.parametrize(
    "part", ["a ", "the ", "é", "話", "Ж", "`", "<a ", "$", "](", "https://", "\n", "> x\n", "www."]
)
def test_time_is_linear(part: str) -> None:
    """
    200,000 repetitions of anything come to an end.
    """
    language_of_text(part * 200_000)
