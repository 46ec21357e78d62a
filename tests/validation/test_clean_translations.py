"""
Good translations stay silent: fluent abstracts in Japanese, Korean and Chinese, with numbers in every form.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mlweekly import Issue, Paper, Text, validate

FOLDER = Path(__file__).parent / "translations"
TEXTS = FOLDER / "clean.txt"
PHRASES = FOLDER / "phrases.txt"


def abstracts() -> Iterator[Text]:
    """
    Yield each English abstract with its translations.
    """
    for block in TEXTS.read_text(encoding="utf-8").strip().split("\n\n"):
        versions = dict(line.split(": ", maxsplit=1) for line in block.splitlines())
        yield Text(versions.pop("en"), "en", versions)


@pytest.mark.parametrize("abstract", list(abstracts()), ids=lambda abstract: abstract.original[:30])
def test_good_translation_stays_silent(abstract: Text) -> None:
    """
    No rule about translations finds anything.
    """
    paper = Paper(rank=1, title=Text("Larkspur", "en"), summary=abstract)

    report = validate(Issue(papers=[paper], language="en"), select="T5")

    assert [f"{each.code} {each.message}" for each in report.findings] == []


def test_good_translations_of_one_issue_stay_silent() -> None:
    """
    Beside one another they are no odd ones either.
    """
    papers = [
        Paper(rank=rank, title=Text("Larkspur", "en"), summary=abstract)
        for rank, abstract in enumerate(abstracts(), start=1)
    ]

    report = validate(Issue(papers=papers, language="en"), select="T5")

    assert [f"{each.code} {each.message}" for each in report.findings] == []


@pytest.mark.parametrize("line", PHRASES.read_text(encoding="utf-8").splitlines())
def test_phrase_with_numbers_stays_silent(line: str) -> None:
    """
    Each form of a number has its counterparts: an English phrase, a language, and a good translation into it.
    """
    source, language, target = line.split("|")

    assert findings(source, language, target) == []


@pytest.mark.parametrize(
    ("source", "language", "target", "code"),
    [
        ("It renders 2048x2048 pixels well.", "ja", "高い解像度で描画します。", "T501"),
        ("It renders 2048x2048 pixels well.", "ja", "1024x1024ピクセルで描画します。", "T501"),
        ("It beats LLaMA-3.1-8B by far.", "ja", "既存手法を大きく上回ります。", "T520"),
        ("It uses GPT-4o.", "ja", "GPT-4を使います。", "T520"),
        ("It uses GPT-4o and GPT-4.", "ko", "GPT-4와 GPT-4를 사용합니다.", "T520"),
        ("It uses GPT-4.", "zh", "使用GPT-4o。", "T520"),
        ("It uses Qwen2.5-VL-7B.", "zh", "使用Qwen2-VL-7B。", "T520"),
        ("It uses Llama-3-70B.", "ko", "Llama-3-7B를 사용합니다.", "T520"),
        ("It uses Gemini-1.5-Pro.", "ja", "Gemini-1.0-Proを使います。", "T520"),
        ("It uses DeepSeek-R1.", "ja", "DeepSeek-V3を使います。", "T520"),
        ("It uses Claude 3.5 Sonnet.", "ja", "Claude 3 Sonnetを使います。", "T501"),
        ("It uses Llama 3.1.", "ja", "Llama 3を使います。", "T501"),
        ("It uses GPT-4 Turbo on 8 H100s.", "zh", "在8块A100上使用GPT-4 Turbo。", "T520"),
        ("It uses o3-mini.", "ja", "o1-miniを使います。", "T520"),
        ("It is 3x faster.", "ja", "3%高速です。", "T521"),
        ("It is 2.5 times faster.", "ko", "2.5% 더 빠릅니다.", "T521"),
        ("It is ten times cheaper.", "zh", "便宜10%。", "T521"),
        ("It triples throughput.", "ja", "スループットが3%向上します。", "T521"),
        ("It improves by 30%.", "ja", "30倍向上します。", "T521"),
        ("It improves by 30%.", "ko", "30배 향상됩니다.", "T521"),
        ("Up to $3\\times$ faster.", "zh", "最多快3%。", "T521"),
        ("It reaches -12.5 nats.", "ja", "12.5ナットに達します。", "T522"),
        ("At −40 degrees.", "ko", "40도에서.", "T522"),
        ("A score of $-0.3$ on X.", "zh", "X上的得分为0.3。", "T522"),
        ("from minus 5 to 5", "ja", "5から5まで", "T522"),
        ("It has 7B parameters.", "ja", "7億パラメータ。", "T502"),
        ("Over two decades of work.", "ja", "200年以上の研究。", "T502"),
        ("Over two decades of work.", "ja", "2年以上の研究。", "T502"),
        ("Trained on 12,000 hours.", "ko", "120,000시간으로 학습.", "T502"),
        ("With .638 accuracy.", "ja", "精度は6.38です。", "T502"),
        ("Half a million users.", "zh", "5万用户。", "T502"),
        ("Fifty thousand users.", "zh", "50万用户。", "T502"),
        ("620 Mt of CO2", "ja", "6200万トンのCO2", "T502"),
        ("the 1990s", "ja", "80年代", "T501"),
        ("It needs 3 GPUs and 9 in 10 nodes.", "ja", "3つのGPUと8割のノード。", "T501"),
        ("It has 15 layers.", "zh", "它有多层。", "T501"),
        ("Accuracy is 95.2%.", "ko", "정확도가 높습니다.", "T501"),
        ("It uses o3.", "ja", "o1を使います。", "T520"),
        ("It is 3-fold faster.", "ja", "3%高速です。", "T521"),
        ("It is three times as fast.", "zh", "快3%。", "T521"),
        ("It is twice as fast.", "ko", "2% 빠릅니다.", "T521"),
        ("A reduction by 40%.", "ja", "40倍の削減。", "T521"),
        ("score of (-0.8)", "ko", "점수는 (0.8)", "T522"),
        ("It is at −5 dB.", "zh", "在5 dB下。", "T522"),
        ("Gemini 2.0 Flash wins.", "ja", "Gemini 2.5 Flashが勝ちます。", "T501"),
        ("It uses Llama 3.1 8B.", "ja", "Llama 3.1 80Bを使います。", "T502"),
        ("GPT-4 costs 4 cents.", "zh", "GPT-4需要3美分。", "T501"),
        ("Trained for 36 hours on 8 GPUs.", "ja", "8つのGPUで48時間学習。", "T501"),
        ("It calls DoT a graph.", "ja", "DATをグラフと呼びます。", "T506"),
        ("It uses CoT-SC here.", "ja", "この手法を使います。", "T506"),
        ("It has 12,000 samples.", "de", "Es hat 120.000 Beispiele.", "T502"),
        ("It has 7B parameters.", "fr", "Il a 70 milliards de paramètres.", "T502"),
        ("It costs $1.4M.", "ru", "Он стоит 1,4 млрд долларов.", "T502"),
        ("It reaches 91.4%.", "vi", "Nó đạt 94,1%.", "T501"),
        ("It beats GPT-4o.", "pt", "Supera o GPT-4.", "T520"),
        ("Letters of the 19th century.", "ja", "18世紀の手紙。", "T501"),
        ("Letters of the nineteenth century.", "ko", "18세기의 편지.", "T501"),
        ("Letters of the 19th century.", "zh", "十八世纪的信件。", "T501"),
        ("It won the 14th CASP.", "ja", "第15回CASPで優勝しました。", "T501"),
        ("It uses GPT 4o.", "ja", "GPT 4を使います。", "T520"),
        ("It uses GPT 4o.", "zh", "使用GPT-4。", "T520"),
        ("It uses GPT-4o.", "ko", "GPT 4를 사용합니다.", "T520"),
        ("It runs Gemma 3n.", "ko", "Gemma 3을 실행합니다.", "T520"),
        ("Some 43 million users.", "zh", "约四百多万用户。", "T501"),
        ("It uses 433 MWh.", "zh", "消耗433万千瓦时。", "T502"),
        ("Fewer than 2 percent fail.", "zh", "失败率不到百分之三。", "T501"),
        ("It took 3.5 days.", "ko", "나흘 반이 걸렸습니다.", "T501"),
        ("See https://a.org/b for code.", "ja", "[コード](https://c.org/)は https://a.org/b にあります。", "T514"),
        ("It is small. It was trained on calls.", "de", "Es ist klein. It was trained on calls.", "T509"),
    ],
)
def test_one_slip_is_one_finding(source: str, language: str, target: str, code: str) -> None:
    """
    A number, a name or a sign that is wrong is told once, by the rule of its kind.
    """
    assert findings(source, language, target) == [code]


def findings(source: str, language: str, target: str) -> list[str]:
    """
    Return the codes of what is found in a translation of a summary.
    """
    summary = Text(source, "en", {language: target})
    issue = Issue(papers=[Paper(rank=1, title=Text("Larkspur", "en"), summary=summary)], language="en")
    return [each.code for each in validate(issue, select="T5").findings]
