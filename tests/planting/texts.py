"""
Texts with a character that nobody sees, a bracket too few, residue of TeX or HTML, damage, or no end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from random import Random

from tests.planting import Plant, Sample

__all__ = ["PLANTS"]

ROW = re.compile(r"^(?:\| ?[*(]*|\*\*)[0-9]+.*$", re.MULTILINE)
LINKS = re.compile(r"(?:\|[^|\n]{0,30})?\|[^|\n]*\[[^|\n]*\|?\s*$|\((?=\[[^]\n]*\]\()")
PARAGRAPH = re.compile(r"^(?:> )?[^\W\d_][^\n|]{80,}$", re.MULTILINE)
FRAME = re.compile(r"^(?:#+ )?(?:原文|원문|来源|原文链接|Source)\s*$", re.MULTILINE)
WORD = re.compile(r"(?<=[a-z] )[a-z]{4,12}(?= [a-z])")
BETWEEN = re.compile("(?<=[ぁ-ヿ一-鿿가-힣])(?=[ぁ-ヿ一-鿿가-힣])")
ASIDE = re.compile(r"\([^()\n|]{12,80}\)|（[^（）\n|]{6,80}）")
LONGEST_TITLE = 150
QUOTED = ("「重要」", "（重要）", "10%", "『重要』")
Surgery = Callable[[str, Random], str]


def bodies(text: str) -> Iterator[tuple[int, int]]:
    """
    Yield where summaries and abstracts stand: the later part of long rows, before their links, and long paragraphs.
    """
    frame = FRAME.search(text)
    for match in ROW.finditer(text):
        links = LINKS.search(match[0])
        end = len(match[0].rstrip(" |")) if links is None else links.start()
        if end > 2 * LONGEST_TITLE and "http" not in match[0][LONGEST_TITLE:end]:
            yield match.start() + LONGEST_TITLE, match.start() + end
    if ROW.search(text):
        return
    for match in PARAGRAPH.finditer(text, 0, len(text) if frame is None else frame.start()):
        if "http" not in match[0] and " / " not in match[0]:
            yield match.span()


def body_changed(sample: Sample, generator: Random, pattern: re.Pattern[str], surgery: Surgery) -> Sample | None:
    """
    Return the sample with the words at one place of a body changed.
    """
    found = list(bodies(sample.text))
    if not found:
        return None
    start, end = generator.choice(found)
    places = [match for match in pattern.finditer(sample.text, start, end) if "`" not in sample.text[start:end]]
    if not places:
        return None
    match = generator.choice(places)
    return sample.with_text(
        sample.text[: match.start()] + surgery(match[0], generator) + sample.text[match.end() :],
    )


def invisible(sample: Sample, generator: Random) -> Sample | None:
    """
    Plant a character without width in a word.
    """
    sign = generator.choice("\u200b\u200c\u200d\u200e\u202a\u2060\ufeff\u00ad\u0008\u001f\u0080\u2063\u3164\u2028")
    pattern = generator.choice((re.compile("(?<=[a-z])(?=[a-z])"), BETWEEN))
    return body_changed(sample, generator, pattern, lambda _word, _generator: sign)


def unbalanced(sample: Sample, generator: Random) -> Sample | None:
    """
    Plant a bracket without a partner, or take one of a pair away.
    """
    if generator.random() < 0.5:
        return body_changed(sample, generator, ASIDE, lambda words, chance: chance.choice((words[1:], words[:-1])))
    if generator.random() < 0.3:
        return body_changed(sample, generator, BETWEEN, lambda _words, chance: chance.choice("（）「」【】(["))
    signs = ("({}", "{})", "[{}", "{}]", "（{}", "{}）", "{{{}")
    return body_changed(sample, generator, WORD, lambda word, chance: chance.choice(signs).format(word))


def residue_of_tex(sample: Sample, generator: Random) -> Sample | None:
    """
    Plant quotes, accents or commands of TeX.
    """
    forms = (
        "``{}''",
        "\\emph{{{}}}",
        "\\textbf{{{}}}",
        "{} \\cite{{smith2024}}",
        "$\\alpha$ {}",
        'Schr\\"odinger {}',
        'Schr\\"{{o}}dinger {}',
        "Poincar\\'e {}",
        "{}~\\ref{{tab:main}}",
        "$\\mathcal{{O}}(n^2)$ {}",
        "\\sim 3 {}",
        "\\method {}",
    )
    return body_changed(sample, generator, WORD, lambda word, chance: chance.choice(forms).format(word))


def damaged(sample: Sample, generator: Random) -> Sample | None:
    """
    Plant characters that were read in the wrong encoding.
    """
    if generator.random() < 0.3:
        pattern = re.compile("[ぁ-ヿ一-鿿가-힣]{3,12}")
        return body_changed(sample, generator, pattern, lambda words, _generator: words.encode().decode("latin-1"))
    if generator.random() < 0.3:
        return body_changed(
            sample, generator, re.compile("(?<=[a-z])[a-z](?=[a-z])"), lambda _letter, _generator: "\ufffd"
        )
    signs = [each.encode().decode("cp1252", "replace").replace("\ufffd", "") for each in "’“–…é→™×öü•"]
    return body_changed(sample, generator, WORD, lambda word, chance: f"{word}{chance.choice(signs)}s")


def decomposed(sample: Sample, generator: Random) -> Sample | None:
    """
    Plant letters whose accents, or sounds, are characters of their own.
    """
    if generator.random() < 0.5:
        pattern = re.compile(
            "[가-힣がぎぐげござじずぜぞだでどばびぶべぼガギグゲゴザジズゼゾダデドバビブベボパピプペポ]+"
        )
        return body_changed(sample, generator, pattern, lambda words, _generator: unicodedata.normalize("NFD", words))
    letters = re.compile("(?<=[a-z])[aeioun](?=[a-z])")
    return body_changed(sample, generator, letters, lambda letter, chance: letter + chance.choice("\u0301\u0300\u0303"))


def tag(sample: Sample, generator: Random) -> Sample | None:
    """
    Plant a word in angle brackets, or break a tag.
    """
    names = ("think", "pause", "RET", "answer", "tool_call", "image-token", "s", "EOS", "search", "IS")
    forms = ("<{0}> {1}", "{1} </{0}>", "<{0}>{1}</{0}>")
    tokens = [name for name in names if name not in ("s", "tool_call")]
    return body_changed(
        sample, generator, WORD, lambda word, chance: chance.choice(forms).format(chance.choice(tokens), word)
    )


def cut(sample: Sample, generator: Random) -> Sample | None:
    """
    Cut a body off in its last sentence.
    """
    text = sample.text
    found = [(start, end) for start, end in bodies(text) if re.search(r"[a-z]{2,} [a-z]{2,}\.[ ]*$", text[start:end])]
    if not found:
        return None
    start, end = generator.choice(found)
    last = text.rindex(".", start, end)
    words = [match.start() for match in re.finditer(r"(?<=[a-z]) [a-z]", text[:last]) if match.start() > last - 60]
    stop = generator.choice([last, *words])
    if re.search(r"[.!?:;,]", text[stop:last]):
        return None
    return sample.with_text(text[:stop] + generator.choice(("", ",", " -", "")) + text[last + 1 :])


def emphasis(sample: Sample, generator: Random) -> Sample | None:
    """
    Put emphasis around brackets in a text without blanks, or with blanks inside.
    """
    if generator.random() < 0.5:
        return body_changed(sample, generator, BETWEEN, lambda _, random: f"**{random.choice(QUOTED)}**")
    return body_changed(sample, generator, WORD, lambda word, _: f"** {word} **")


PLANTS: dict[str, Plant] = {
    "X401": invisible,
    "X404": unbalanced,
    "X405": residue_of_tex,
    "X406": damaged,
    "X407": decomposed,
    "X408": tag,
    "X409": cut,
    "X410": emphasis,
}
