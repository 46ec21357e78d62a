r"""
What is left of TeX in a text, and what it would have printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mlweekly._expressions import expression

__all__ = ["Remnant", "remnants_in", "without_remnants"]


class Remnant(NamedTuple):
    """
    A place with notation of TeX, and what TeX prints for it; None where that cannot be printed in a line.

    In Markdown, `mark` is on both sides of what is printed.
    """

    start: int
    end: int
    shown: str
    printed: str | None
    mark: str = ""


_QUOTES = expression(r"``(?<![`\\]``)(?![`\s])([^`\n]{1,400}?[^`\s])(?:''|\"|”)(?![`'])")
_SINGLE_QUOTES = expression(r"`(?<![`\w\\]`)(?=[^\W\d_])([^`'\n]{1,200}?)'(?![\w`'])")
_LETTER_OF_ACCENT: Final = r"(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))"
_ACCENT_IN_WORD = expression(rf"\\(?:(?<=[^\W\d_]\\)|(?<=\{{\\)|(?<![\w\\]\\)(?=.\{{))([\"'`^~=.]){_LETTER_OF_ACCENT}")
_ACCENT_IN_FRONT = expression(rf"\\(?<![\w\\{{]\\)([\"'`^~=.])(?!\{{){_LETTER_OF_ACCENT}(?=[a-z])")
_LETTER_ACCENT = expression(r"\\(?P<accent>[cvuHkrdb])\{\\?(?P<braced>[A-Za-z])\}")
_SPECIAL_LETTER = expression(
    r"(?:\{\\(?P<braced>ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)\}|\\(?P<plain>ss|ae|AE|oe|OE|aa|AA|o|O|l|L)\{\})"
)
_LOST_BACKSLASH = expression(r"\"(?<=[^\W\d_]\")([aeiouAEIOU])(?=[a-z])")
_COMMAND = expression(
    r"\\(?<![\\A-Za-z0-9_:/.]\\)(?!n[A-Z])(?P<name>[A-Za-z]{2,}\*?)(?![A-Za-z0-9_\\:])(?P<argument>\{[^{}\n]{0,200}\})?"
)
_FORMULA = expression(r"\$(?<![\\$]\$)(?=[^\s$])([^$\n]{0,120}?[^\s\\$])\$(?![0-9$])")
_IS_FORMULA = expression(
    r"\\[A-Za-z%]|^[A-Za-z]\([^()]+\)$|[\^]|_[{A-Za-z0-9]|^[A-Za-z]'?$|^[A-Za-z] ?[=<>] ?[A-Za-z0-9.]+$"
)
_WORD_BEFORE = expression(r"[^\W\d_]+$")
_WORD_BEHIND = expression(r"[^\W\d_]+")
_LONGEST_WORD = 24
_LEFT_IN_FORMULA = expression(r"[\\^_{}$]")
_MARKS_BY_ACCENT = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
_SPECIAL = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
}
_SIGNS: Final[dict[str, str]] = dict(
    re.findall(
        r"(\w+)=(\S+)",
        "alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ mu=μ "
        "nu=ν xi=ξ pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ "
        "Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Phi=Φ Psi=Ψ Omega=Ω times=× cdot=· pm=± sim=∼ approx=≈ neq=≠ ne=≠ le=≤ leq=≤ "
        "ge=≥ geq=≥ ll=≪ gg=≫ infty=∞ to=→ rightarrow=→ leftarrow=← Rightarrow=⇒ ldots=… dots=… cdots=⋯ "
        "textellipsis=… textendash=– textemdash=— ell=ℓ partial=∂ nabla=∇ sum=∑ prod=∏ in=∈ notin=∉ subset=⊂ "
        "cup=∪ cap=∩ forall=∀ exists=∃ checkmark=✓ dagger=† degree=° copyright=© textregistered=® texttrademark=™ "
        "textasciitilde=~ textbackslash=\\ log=log exp=exp max=max min=min sin=sin cos=cos",
    )
)
_EMPHASIS = {"emph": "*", "textit": "*", "textsl": "*", "it": "*", "textbf": "**", "bf": "**", "texttt": "`"}
_BARE = expression("text(?:rm|sf|sc|up|normal)?|math(?:rm|sf|it|bf)|mbox|underline|operatorname")


def remnants_in(text: str, prose: str) -> list[Remnant]:
    r"""
    Return the places of a text that hold notation of TeX, in order; none overlap.

    >>> [(each.shown, each.printed) for each in remnants_in(*2 * (r"``deep'' Poincar\'e, a \emph{new} $1M to $2M",))]
    [("``deep''", '“deep”'), ("Poincar\\'e", 'é'), ('\\emph{new}', 'new')]

    Args:
        text: The text; quotes are looked for in it, for two grave accents may open code.
        prose: The text with its code blanked.
    """
    if "\\" not in text and "`" not in text and '"' not in text and "$" not in text:
        return []
    found: list[Remnant] = []
    for looked_for in (_formulas, _quotes, _accents, _letters, _commands):
        taken = [(each.start, each.end) for each in found]
        source = text if looked_for is _quotes else prose
        found += [each for each in looked_for(source) if not any(a < each.end and each.start < b for a, b in taken)]
    return sorted(each if each.shown in text else _as_written(each, text) for each in found)


def _as_written(remnant: Remnant, text: str) -> Remnant:
    """
    Return a remnant around a URL or code, which nothing is printed in the place of.
    """
    return remnant._replace(shown=text[remnant.start : remnant.end], printed=None)


def without_remnants(text: str, remnants: Sequence[Remnant], *, is_markdown: bool) -> str:
    """
    Return the text with what TeX prints in the place of its notation, where that can be printed.
    """
    pieces: list[str] = []
    done = 0
    for each in remnants:
        if each.printed is not None:
            mark = each.mark if is_markdown else ""
            pieces += [text[done : each.start], mark, each.printed, mark]
            done = each.end
    return "".join([*pieces, text[done:]])


def _quotes(text: str) -> Iterator[Remnant]:
    if "`" not in text:
        return
    for match in _QUOTES.finditer(text):
        yield Remnant(match.start(), match.end(), match[0], f"“{match[1]}”")
    if "``" not in text:
        singles = list(_SINGLE_QUOTES.finditer(text))
        if len(singles) == text.count("`"):
            yield from (Remnant(match.start(), match.end(), match[0], f"‘{match[1]}’") for match in singles)


def _accents(text: str) -> Iterator[Remnant]:
    for match in _ACCENT_IN_WORD.finditer(text):
        is_word_after = match[3] and match[3].isupper() and text[match.end() : match.end() + 1].islower()
        if not is_word_after:
            yield from _composed(match, text, match[1], match[2] or match[3])
    in_front = list(_ACCENT_IN_FRONT.finditer(text))
    escapes = {accent: text.count(f"\\{accent}") for accent in {match[1] for match in in_front}}
    for match in in_front:
        if escapes[match[1]] == 1:
            yield from _composed(match, text, match[1], match[2] or match[3])
    lost = list(_LOST_BACKSLASH.finditer(text))
    if lost and (text.count('"') - text.count('\\"') - len(lost)) % 2 == 0:
        for match in lost:
            yield from _composed(match, text, '"', match[1])


def _letters(text: str) -> Iterator[Remnant]:
    if "\\" not in text:
        return
    for match in _LETTER_ACCENT.finditer(text):
        yield from _composed(match, text, match["accent"], match["braced"])
    for match in _SPECIAL_LETTER.finditer(text):
        yield Remnant(match.start(), match.end(), match[0], _SPECIAL[match["braced"] or match["plain"]])


def _composed(match: re.Match[str], text: str, accent: str, letter: str) -> Iterator[Remnant]:
    """
    Yield a letter with its accent, and the braces around both; nothing where Unicode has no such letter.
    """
    printed = unicodedata.normalize("NFC", letter + _MARKS_BY_ACCENT[accent])
    start, end = match.span()
    if len(printed) > 1:
        return
    if text[start - 1 : start] == "{" and text[end : end + 1] == "}":
        start, end = start - 1, end + 1
    word_before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    word_behind = _WORD_BEHIND.match(text, end, end + _LONGEST_WORD)
    shown = f"{word_before[0] if word_before else ''}{text[start:end]}{word_behind[0] if word_behind else ''}"
    yield Remnant(start, end, shown, printed)


def _commands(text: str) -> Iterator[Remnant]:
    if "\\" not in text:
        return
    for match in _COMMAND.finditer(text):
        name, argument = match["name"], match["argument"]
        words = "" if argument is None else argument[1:-1].strip()
        if name in _SIGNS and argument in (None, "{}"):
            yield Remnant(match.start(), match.end(), match[0], _SIGNS[name])
        elif words and "\\" not in words and (name in _EMPHASIS or _BARE.fullmatch(name)):
            yield Remnant(match.start(), match.end(), match[0], words, _EMPHASIS.get(name, ""))
        else:
            yield Remnant(match.start(), match.end(), match[0], None)


def _formulas(text: str) -> Iterator[Remnant]:
    if text.count("$") < 2:
        return
    for match in _FORMULA.finditer(text):
        content = match[1]
        if not _IS_FORMULA.search(content):
            continue
        printed = _COMMAND.sub(_sign, content)
        is_plain = _LEFT_IN_FORMULA.search(printed) is None
        yield Remnant(match.start(), match.end(), match[0], printed if is_plain else None)


def _sign(match: re.Match[str]) -> str:
    argument = match["argument"]
    return _SIGNS.get(match["name"], match[0]) if argument is None else match[0]
