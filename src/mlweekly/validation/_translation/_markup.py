"""
The URLs, the code and the emphasis in an original beside those in its translation.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly._expressions import expression
from mlweekly.identifiers import target_of, url_problem

__all__ = ["markup_differences", "urls_in", "with_urls"]

_URL = expression(r"https?://[!-;=?-Z_a-z~]+")
_BEHIND_URL = ".,;:!?*_~'\"]"
_SENTENCE_ENDS = "。．.!?！？"
_CODE = expression(r"(?<!`)(`{1,3})(?!`)((?:(?!''|\n\n)[^`]){1,400})(?<!`)\1(?!`)")
_LINK = expression(r"(?<!!)\[[^\[\]]{1,400}\]\(<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*>?\)")
_STRONG = expression(
    r"(?<![\\*])\*\*(?![\s*])[^*]{1,400}?(?<![\s\\])\*\*(?!\*)"
    r"|(?<![\w\\])__(?![\s_])[^_]{1,400}?(?<!\s)__(?!\w)"
)
_EMPHASIS = expression(
    r"(?<![\\*\w])\*(?![\s*])[^*\n]{1,400}?(?<![\s\\])\*(?![*0-9A-Za-z])"
    r"|(?<![\w\\])_(?![\s_])[^_\n]{1,400}?(?<!\s)_(?!\w)"
)
_EMPHASIS_BESIDE_ASIAN = expression(r"(?<![\\*])\*(?![\s*])[^*\n]{1,400}?(?<![\s\\])\*(?!\*)")
_QUOTES = expression("[「『《〈“‘]")
_MARKUP = expression(r"[`*_\[]")


def urls_in(text: str) -> dict[str, str]:
    """
    Return the URLs of a text by their canonical form.
    """
    urls: dict[str, str] = {}
    for match in _URL.finditer(text.replace("\\_", "_")):
        url = _trimmed(match[0])
        if url_problem(url) is None:
            urls.setdefault(target_of(url).canonical.removesuffix("/"), url)
    return urls


def _trimmed(url: str) -> str:
    end, surplus = len(url), url.count(")") - url.count("(")
    while end and (url[end - 1] in _BEHIND_URL or (url[end - 1] == ")" and surplus > 0)):
        surplus -= url[end - 1] == ")"
        end -= 1
    return url[:end]


def with_urls(text: str, missing: list[str], added: list[str]) -> str:
    """
    Return a translation with the URLs that it lacks: in the place of those that it has instead, or else at its end.
    """
    right = dict(zip(added, missing, strict=False))
    text = _URL.sub(lambda match: right.get(url := _trimmed(match[0]), url) + match[0][len(url) :], text)
    rest = missing[len(added) :]
    end = len(text.rstrip())
    end -= text[end - 1 : end] in tuple(_SENTENCE_ENDS)
    return f"{text[:end]} {', '.join(f'<{url}>' for url in rest)}{text[end:]}" if rest else text


def markup_differences(source: str, target: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """
    Yield each kind of markup that an original and its translation have not equally often, and what both have of it.
    """
    if _MARKUP.search(source) is None and _MARKUP.search(target) is None:
        return
    own, other = _Marks(source), _Marks(target)
    if sorted(own.code) != sorted(other.code):
        yield "code", own.code, other.code
    if len(own.strong) != len(other.strong):
        yield "strong text", own.strong, other.strong
    # Quotation marks may stand for emphasis.
    quotes = max(0, len(_QUOTES.findall(target)) - len(_QUOTES.findall(source)))
    if not 0 <= len(own.emphasis) - len(other.emphasis) <= quotes:
        yield "emphasis", own.emphasis, other.emphasis
    # A bare URL may become a link to it.
    bare = urls_in(source).keys() - urls_in(" ".join(own.links)).keys()
    linked = sum(not bare.isdisjoint(urls_in(link)) for link in other.links) if bare else 0
    if not 0 <= len(other.links) - len(own.links) <= linked:
        yield "links", own.links, other.links


class _Marks:
    """
    The marks of Markdown in a text, each kind with what it holds.
    """

    def __init__(self, text: str) -> None:
        self.code = [match[2].strip() for match in _CODE.finditer(text)]
        text = _URL.sub("", _CODE.sub("", text)) if "`" in text else text
        self.links = [match[0] for match in _LINK.finditer(text)]
        text = _URL.sub("", text)
        self.strong = [match[0] for match in _STRONG.finditer(text)]
        text = _STRONG.sub("", text)
        pattern = _EMPHASIS if text.isascii() else _EMPHASIS_BESIDE_ASIAN
        self.emphasis = [match[0] for match in pattern.finditer(text)]
