"""
Plants for the rules about translations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from tests.planting import Plant, Sample

__all__ = ["PLANTS"]

PAIR = re.compile(r"^(?![>#\-\[])(?P<target>[^\n]+)\n\n?> (?P<source>[^\n]+)$", re.MULTILINE)
HIDDEN = re.compile(
    r"`[^`]*`|10\^[0-9]+|https?://[!-~]+|(?<=\]\()[^)]*|\(?[0-9]+\)|[A-Za-z][A-Za-z0-9.-]*[0-9][0-9.A-Za-z-]*"
)
UNITS = "万億亿兆만억조"
FIGURE = re.compile(
    rf"(?<![0-9.,A-Za-z])(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+(?:\.[0-9]+)?)(?P<unit>万亿|[{UNITS}])?(?![0-9^]|,[0-9]|[百千백천])"
)
BEFORE_ANOTHER = re.compile(rf"(?:第|제|分の|분의|分之|[0-9][{UNITS}] ?)\s?$")
AFTER_ANOTHER = re.compile(rf"[{UNITS}] ?[0-9]|分の|분의|分之|月|월| ?[0-9]")
SENTENCE_END = re.compile(r"(?<=。)|(?<=[가-힣]\.) ")
WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


class Place(NamedTuple):
    """
    A translation and its original: where the translation stands, and both texts.
    """

    start: int
    end: int
    target: str
    source: str
    language: str


def places(text: str) -> Iterator[Place]:
    """
    Yield each translation of a summary or an abstract with its original.
    """
    for match in PAIR.finditer(text):
        target = match["target"]
        language = "ko" if re.search("[가-힣]", target) else "ja" if re.search("[ぁ-ヿ]", target) else "zh"
        if re.search("[가-힣ぁ-ヿ一-鿿]", target):
            yield Place(*match.span("target"), target, match["source"], language)


def replanted(sample: Sample, place: Place, target: str | None) -> Sample | None:
    """
    Return the sample with another translation, or None where there is none, or the same.
    """
    if target is None or target == place.target:
        return None
    return sample.with_text(sample.text[: place.start] + target + sample.text[place.end :])


def in_translation(change: Callable[[Place, Random], str | None]) -> Plant:
    """
    Return a plant that changes one translation.
    """

    def plant(sample: Sample, random: Random) -> Sample | None:
        choices = list(places(sample.text))
        random.shuffle(choices)
        results = (replanted(sample, place, change(place, random)) for place in choices)
        return next((result for result in results if result is not None), None)

    return plant


def figures_of(text: str) -> list[re.Match[str]]:
    """
    Return the figures that are not in a name, a marker, a URL or code.
    """
    visible = HIDDEN.sub(lambda match: "x" * len(match[0]), text)
    return [
        match
        for match in FIGURE.finditer(visible)
        if not BEFORE_ANOTHER.search(visible[: match.start()]) and not AFTER_ANOTHER.match(visible, match.end())
    ]


def shifted(figure: re.Match[str], random: Random) -> str:
    """
    Return the figure with the same digits and another magnitude.
    """
    unit = figure["unit"] or ""
    digits = figure[0].removesuffix(unit)
    plain = digits.replace(",", "")
    whole, _, part = plain.partition(".")
    forms = [whole + part[:1] + "." + part[1:] if len(part) > 1 else whole + (part or "0")]
    if whole.endswith("0") and len(whole) > 1 and not part:
        forms.append(whole[:-1])
    if not part:
        forms += [f"{int(whole + '0'):,}", whole + "00", whole + "000"]
    if not part and not figure.string[figure.end() :][:1].isdecimal():
        forms.append(f"{whole[:-1] or '0'}.{whole[-1]}")
    texts = [form + unit for form in forms]
    texts += [digits + other for other in other_units(unit, figure) if other != unit]
    text = random.choice(texts)
    return text.translate(WIDE) if random.random() < 0.2 else text


def other_units(unit: str, figure: re.Match[str]) -> tuple[str, ...]:
    """
    Return the units that could stand by mistake for the one at hand.
    """
    if not unit:
        return ()
    if unit in "만억조":
        return ("만", "억", "조", "천만", "")
    return ("万", "亿", "万亿") if "亿" in figure.string else ("万", "億", "兆", "千万", "")


def with_shifted_number(place: Place, random: Random) -> str | None:
    """
    Give one number another magnitude, in any form that it can be written in.
    """
    figures = [figure for figure in figures_of(place.target) if figure[0].strip("0.,") and figure[0] != "1"]
    if not figures:
        return None
    figure = random.choice(figures)
    return place.target[: figure.start()] + shifted(figure, random) + place.target[figure.end() :]


def without_number(place: Place, random: Random) -> str | None:
    """
    Return the translation without a figure that both sides write the same way.
    """
    there = {figure[0] for figure in figures_of(place.source)}
    figures = [figure for figure in figures_of(place.target) if figure[0] in there and figure[0] != "1"]
    if not figures:
        return None
    figure = random.choice(figures)
    rest = re.sub(r"^\s?(?:%p|[%％]|ms|GB|TB|kWh|개|件|個|个)", "", place.target[figure.end() :])
    return place.target[: figure.start()] + random.choice(("", "", "いくつか" if place.language == "ja" else "")) + rest


def with_another_number(place: Place, random: Random) -> str | None:
    """
    Add a sentence with a number that neither side has.
    """
    digits = re.sub("[^0-9]", "", place.source + place.target)
    number = random.randrange(21, 9999)
    if number % 10 == 0 or str(number) in digits:
        return None
    phrase = {"ja": "{}件の例で、", "ko": "{}개의 예에서 ", "zh": "在{}个例子中，"}[place.language]
    form = random.choice(
        (
            str(number),
            f"{number:,}",
            str(number).translate(WIDE),
            f"{number}万" if place.language == "zh" else f"{number}",
        )
    )
    return phrase.format(form) + place.target


def with_swapped_kind(place: Place, random: Random) -> str | None:
    """
    Write points for percent, or percent for points.
    """
    points = {
        "ja": ("ポイント", "%ポイント", "パーセントポイント"),
        "ko": ("%p", "포인트", "퍼센트포인트"),
        "zh": ("个百分点",),
    }
    marks = list(re.finditer(r"(?<=[0-9])(?:[%％](?!p)|ポイント|%p|포인트|个百分点)", place.target))
    if not marks or "absolute" in place.source:
        return None
    mark = random.choice(marks)
    other = random.choice(points[place.language]) if mark[0] in "%％" else random.choice("%％")
    return place.target[: mark.start()] + other + place.target[mark.end() :]


def without_marker(place: Place, random: Random) -> str | None:
    """
    Take out one marker of a list.
    """
    if not re.search(r"\b1\).*\b2\)", place.source):
        return None
    markers = list(re.finditer(r"[(（]?(?<![0-9])[1-9][)）]\s?", place.target))
    if len(markers) < 2:
        return None
    marker = random.choice(markers)
    return place.target[: marker.start()] + place.target[marker.end() :]


def without_url(place: Place, random: Random) -> str | None:
    """
    Take out a URL, or change it.
    """
    urls = [url for url in re.findall(r"https?://[!-~]+?(?=[).,]*(?:[^!-~]|$))", place.source) if url in place.target]
    if not urls:
        return None
    url = random.choice(urls)
    letter = random.randrange(len(url) - 4, len(url))
    wrong = url[:letter] + random.choice("kqz789".replace(url[letter], "")) + url[letter + 1 :]
    return place.target.replace(url, random.choice(("", wrong, url.rpartition("/")[0])))


def names_of(source: str, target: str, least: int = 2) -> list[str]:
    """
    Return the words with two capitals that both sides have outside brackets.
    """
    names = re.findall(r"(?<![A-Za-z0-9(（/-])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![A-Za-z0-9)/-])", source)
    return [name for name in names if name in target and len(name) >= least and name not in ("LLM", "LLMs", "AI", "RL")]


def without_name(place: Place, random: Random) -> str | None:
    """
    Take out a name with two capitals.
    """
    names = names_of(place.source, place.target)
    if not names:
        return None
    other = random.choice(("", {"ja": "この手法", "ko": "이 기법", "zh": "该方法"}[place.language]))
    return place.target.replace(random.choice(names), other)


STRANGERS = ("Unity", "Jupiter", "Wolfram", "Quibble", "Zanzibar", "Oberon", "Krypton", "Yonder", "Fjord", "Vortex")


def with_stranger(place: Place, random: Random) -> str | None:
    """
    Begin a sentence with a Latin word from elsewhere.
    """
    word = random.choice(STRANGERS)
    phrase = {"ja": "{}は、", "ko": "{}는 ", "zh": "{}"}[place.language].format(word)
    ends = [0, *(match.end() for match in re.finditer(r"[。、，] ?|[가-힣]\. ", place.target))]
    end = random.choice(ends)
    return place.target[:end] + phrase + place.target[end:]


def with_broken_term(sample: Sample, random: Random) -> Sample | None:
    """
    Translate or misspell a name outside URLs, and tell the glossary to keep it.
    """
    choices = [
        (place, word)
        for place in places(sample.text)
        for word in set(
            re.findall(r"(?<![A-Za-z0-9.-])[A-Z][A-Za-z]{4,}(?![A-Za-z0-9.-])", HIDDEN.sub("", place.source))
        )
        if word in HIDDEN.sub("", place.target)
    ]
    if not choices:
        return None
    place, word = random.choice(sorted(choices))
    other = {"ja": "その仕組み", "ko": "그 장치", "zh": "该装置"}[place.language]
    changed = replanted(sample, place, place.target.replace(word, random.choice((other, word[:-1], word.swapcase()))))
    preferred: dict[str, str] = random.choice(({}, {place.language: word}))
    return None if changed is None else changed._replace(terms=((word, preferred),))


def with_original(place: Place, random: Random) -> str | None:
    """
    Put the original in the place of the translation, or a sentence of it behind it.
    """
    own = re.split(r"(?<=[a-z]\.) ", place.source)
    theirs = [sentence for sentence in SENTENCE_END.split(place.target) if sentence]
    if len(own) == len(theirs) > 1 and random.random() < 0.5:
        index = random.randrange(len(own))
        return place.target.replace(theirs[index], own[index] + random.choice((" ", "")), 1).strip()
    sentences = re.split("(?<=[.;]) ", place.source)
    long = [sentence for sentence in sentences if len(re.findall("[a-z]+ ", sentence)) > 14 and "(" not in sentence]
    if long and random.random() < 0.3 and not re.search("[0-9*`_]", long[0]):
        return place.target + " " + long[0]
    return place.source


STRANGE_LETTERS = {
    "ja": ("모델", "그리고", "这个", "我们", "训练", "논문의", "还有"),
    "ko": ("モデル", "この", "する", "データ"),
    "zh": ("モデル", "これ", "する", "데이터", "모델"),
}


CHINESE = ("我们提出了一种新的训练方法。", "这个模型可以处理更长的文本。", "实验结果表明该方法优于现有技术。")
TRADITIONAL = {
    "这": "這",
    "个": "個",
    "们": "們",
    "训": "訓",
    "练": "練",
    "数": "數",
    "据": "據",
    "语": "語",
    "时": "時",
    "为": "為",
}


def with_strange_letters(place: Place, random: Random) -> str | None:
    """
    Add a word in the script of another language, Chinese among Korean, or traditional characters among simplified ones.
    """
    if place.language == "ko" and random.random() < 0.5:
        return random.choice(("".join(CHINESE), f"{place.target} {random.choice(CHINESE)}"))
    letters = sorted({letter for letter in place.target if letter in TRADITIONAL})
    if place.language == "zh" and len(letters) > 1 and random.random() < 0.5:
        changed = random.sample(letters, 2)
        return "".join(TRADITIONAL[each] if each in changed else each for each in place.target)
    ends = [match.end() for match in re.finditer("[。、，.](?![0-9a-z])", place.target)]
    end = random.choice([0, *ends])
    return place.target[:end] + random.choice(STRANGE_LETTERS[place.language]) + place.target[end:]


def with_other_length(place: Place, random: Random) -> str | None:
    """
    Cut the translation, or repeat it.
    """
    if len(place.source) < 160:
        return None
    if random.random() < 0.5:
        return place.target[: max(8, len(place.source) // 10)] + ("." if place.language == "ko" else "。")
    return " ".join([place.target] * 4)


def without_side(sample: Sample, random: Random) -> Sample | None:
    """
    Take out an original or its translation.
    """
    choices = [place for place in places(sample.text) if len(place.source) > 30]
    if not choices:
        return None
    place = random.choice(choices)
    quoted = sample.text.find("> " + place.source, place.end)
    if random.random() < 0.5:
        return sample.with_text(sample.text[: place.start] + sample.text[quoted:])
    return sample.with_text(sample.text[: place.end] + sample.text[quoted + 2 + len(place.source) :])


def with_other_markup(place: Place, random: Random) -> str | None:
    """
    Take out one mark of Markdown, or add one.
    """
    marks = list(re.finditer(r"(\*\*|[*`])(?P<inside>[^*`]+)\1|\[(?P<label>[^\]]+)\]\([^)]*\)", place.target))
    if marks and random.random() < 0.6:
        mark = random.choice(marks)
        return place.target[: mark.start()] + (mark["inside"] or mark["label"]) + place.target[mark.end() :]
    words = list(
        re.finditer(
            "[ァ-ヺー]{3,}|(?<= )[가-힣]{2,}(?= )|(?<=[，。])[一-鿿]{2}",
            HIDDEN.sub(lambda m: " " * len(m[0]), place.target),
        )
    )
    if not words or marks:
        return None
    word = random.choice(words)
    form = random.choice(("`{}`", "**{}**", "*{}*", "[{}](https://example.org/)"))
    text = place.target
    return text[: word.start()] + form.format(text[word.start() : word.end()]) + text[word.end() :]


NOTICES = {
    "ja": (
        "以下は日本語の翻訳です。",
        "申し訳ありませんが、原文を確認できませんでした。",
        "翻訳: ",
        "AI言語モデルとして、正確に訳しました。",
    ),
    "ko": (
        "다음은 한국어 번역입니다. ",
        "죄송합니다, 원문을 확인할 수 없습니다. ",
        "번역: ",
        "AI 언어 모델로서 최선을 다해 옮겼습니다. ",
    ),
    "zh": ("以下是翻译：", "抱歉，我无法确认原文。", "译文：", "作为一个AI语言模型，我尽力翻译了这段文字。"),
    "en": ("Here is the translation: ", "Sure, here is the summary. ", "As an AI language model, I kept the terms. "),
}


def with_notice(place: Place, random: Random) -> str | None:
    """
    Let a machine speak before the translation.
    """
    return random.choice(NOTICES[random.choice((place.language, place.language, "en"))]) + place.target


ROW = re.compile(r"^\|\s*[0-9]+\)\s*\*\*(?P<title>[^*|]+)\*\*(?P<summary>[^|]+)\|", re.MULTILINE)
NAME = re.compile(r"(?<![A-Za-z0-9-])[A-Z]*[a-z]?[A-Z]{2,}(?![A-Za-z0-9-])")


def with_wrong_letter(sample: Sample, random: Random) -> Sample | None:
    """
    Change one letter of an acronym that the title or the abstract has.
    """
    choices = [
        (match.start("summary") + found.start(), found[0])
        for match in ROW.finditer(sample.text)
        for found in NAME.finditer(match["summary"])
        if len(found[0]) > 2 and found[0] in NAME.findall(match["title"])
    ]
    for place in places(sample.text):
        rest = sample.text[place.end :].partition("\n## ")[0].partition("(Abstract)")[2]
        found = [(place.start + each.start(), each[0]) for each in NAME.finditer(place.target) if each[0] in rest]
        choices += [(start, name) for start, name in found if len(name) > 2 and name not in place.source]
    if not choices:
        return None
    start, name = random.choice(choices)
    letter = random.randrange(1, len(name))
    wrong = name[:letter] + random.choice("JQXZ".replace(name[letter], "")) + name[letter + 1 :]
    return sample.with_text(sample.text[:start] + wrong + sample.text[start + len(name) :])


MODELS = (
    ("GPT-4o", ("GPT-4", "GPT-4.0", "GPT-3.5")),
    ("Qwen2.5-72B", ("Qwen2-72B", "Qwen2.5-7B", "Qwen2.5")),
    ("LLaMA-3.1-8B", ("LLaMA-3-8B", "LLaMA-3.1-80B", "LLaMA-3.1")),
    ("ResNet-50", ("ResNet-101", "ResNet-5")),
    ("Phi-3", ("Phi-2", "Phi-4")),
    ("o1-mini", ("o1", "o3-mini")),
    ("Claude-3.5", ("Claude-3", "Claude-4.5")),
    ("GPT 4o", ("GPT 4", "GPT-4", "GPT-3.5")),
    ("Gemma 3n", ("Gemma 3", "Gemma-3")),
)
BESIDE = {"ja": "{}と比べて、", "ko": "{}와 비교하면 ", "zh": "与{}相比，"}


def with_other_model(sample: Sample, random: Random) -> Sample | None:
    """
    Name a model on both sides, and another one in the translation.
    """
    choices = list(places(sample.text))
    if not choices:
        return None
    place = random.choice(choices)
    name, others = random.choice(MODELS)
    if name in sample.text:
        return None
    target = BESIDE[place.language].format(random.choice(others)) + place.target
    quoted = sample.text.find("> " + place.source, place.end) + 2
    text = sample.text[:quoted] + f"Compared with {name}, it is new. " + sample.text[quoted:]
    return sample.with_text(text[: place.start] + target + text[place.end :])


def with_sentences(sample: Sample, random: Random, english: str, others: dict[str, str]) -> Sample | None:
    """
    Begin an original with a sentence, and its translation with another.
    """
    choices = list(places(sample.text))
    if not choices:
        return None
    place = random.choice(choices)
    quoted = sample.text.find("> " + place.source, place.end) + 2
    text = f"{sample.text[:quoted]}{english} {sample.text[quoted:]}"
    target = others[place.language] + (" " if place.language == "ko" else "") + place.target
    return sample.with_text(text[: place.start] + target + text[place.end :])


CENTURIES = {
    17: ("17th", "seventeenth", "十七"),
    18: ("18th", "eighteenth", "十八"),
    19: ("19th", "nineteenth", "十九"),
    20: ("20th", "twentieth", "二十"),
}


def with_number_lost(sample: Sample, random: Random) -> Sample | None:
    """
    Take out a number, or name another century.
    """
    if random.random() < 0.7:
        return in_translation(without_number)(sample, random)
    century, other = random.sample(sorted(CENTURIES), 2)
    if re.search("centur|世[紀纪]|세기", sample.text):
        return None
    others = {
        "ja": f"{other}世紀に始まりました。",
        "ko": f"{other}세기에 시작되었습니다.",
        "zh": f"始于{random.choice((CENTURIES[other][2], str(other)))}世纪。",
    }
    return with_sentences(sample, random, f"It began in the {random.choice(CENTURIES[century][:2])} century.", others)


TIMES = ("{}x faster", "{} times faster", "{}× faster", "faster by a factor of {}")


def with_percent_for_times(sample: Sample, random: Random) -> Sample | None:
    """
    Say percent for times, or times for percent.
    """
    number = random.choice(("3", "7", "2.5", "12", "40"))
    if random.random() < 0.5:
        english, mark = random.choice(TIMES).format(number), random.choice(("%", "％"))
        words = {"ja": mark, "ko": mark, "zh": mark}
    else:
        english, words = f"faster by {number}%", {"ja": "倍", "ko": "배", "zh": "倍"}
    others = {
        "ja": f"従来より{number}{words['ja']}高速です。",
        "ko": f"이전보다 {number}{words['ko']} 빠릅니다.",
        "zh": f"比以前快{number}{words['zh']}。",
    }
    return with_sentences(sample, random, f"It is {english} than before.", others)


def without_minus(sample: Sample, random: Random) -> Sample | None:
    """
    Lose the minus of a number.
    """
    number, minus = random.choice(("0.82", "37", "5.25", "410")), random.choice(("-", "−", "minus ", "$-$"))
    number = number if minus != "$-$" else f"{number}$"
    others = {
        "ja": f"相関係数は{number.strip('$')}になります。",
        "ko": f"상관 계수는 {number.strip('$')}입니다.",
        "zh": f"相关系数为{number.strip('$')}。",
    }
    return with_sentences(sample, random, f"The correlation is {minus.replace('$-$', '$-')}{number} there.", others)


def with_sentence_twice(place: Place, random: Random) -> str | None:
    """
    Repeat a sentence, right behind itself or at the end, with or without a space.
    """
    sentences = [sentence for sentence in SENTENCE_END.split(place.target) if len(sentence) > 11]
    if not sentences or not re.search("[。.]$", place.target):
        return None
    sentence = random.choice(sentences)
    if random.random() < 0.5:
        return place.target.replace(sentence, sentence + random.choice((" ", "")) + sentence, 1)
    return place.target + random.choice((" ", "")) + sentence


def without_sentence(place: Place, random: Random) -> str | None:
    """
    Drop one sentence of several.
    """
    sentences = [sentence for sentence in SENTENCE_END.split(place.target) if sentence]
    if len(sentences) < 2 or len(place.source) < 160:
        return None
    return place.target.replace(random.choice(sentences), "", 1).strip()


PLANTS: dict[str, Plant] = {
    "T501": with_number_lost,
    "T502": in_translation(with_shifted_number),
    "T503": in_translation(with_another_number),
    "T504": in_translation(with_swapped_kind),
    "T505": in_translation(without_url),
    "T506": in_translation(without_name),
    "T507": in_translation(with_stranger),
    "T508": with_broken_term,
    "T509": in_translation(with_original),
    "T510": in_translation(with_strange_letters),
    "T511": in_translation(with_other_length),
    "T512": without_side,
    "T513": in_translation(without_marker),
    "T514": in_translation(with_other_markup),
    "T517": in_translation(with_notice),
    "T519": with_wrong_letter,
    "T520": with_other_model,
    "T521": with_percent_for_times,
    "T522": without_minus,
    "T523": in_translation(with_sentence_twice),
    "T524": in_translation(without_sentence),
}
