"""
Which URLs are refused, and which of their bytes do not matter.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable

import pytest

from mlweekly import ModelError
from mlweekly.identifiers import (
    padded_arxiv,
    target_of,
    tracking_parameters,
    url_problem,
    with_arxiv_abstract,
    without_alias,
    without_tracking,
)

BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2409.12917",
        "HTTP://EXAMPLE.COM",
        "https://arxiv.org/abs//2306.17156",
        "https://example.com/a_(b)_(c(d))",
        "https://example.com/論文/요약?q=é#部分",
        "https://例え.jp/",
        "https://हिन्दी.भारत/",
        "https://example.com:8080/a",
        "https://example.com?x=1",
        "https://example.com#top",
        "https://[2001:db8::1]/a",
        "https://medium.com/@user/a-story",
        r"https://example.com/a\_b",
        'https://example.com/"a"|b^c`{d}',
        "https://example.com/%zz%20",
        "https://example.com/a...",
    ],
)
def test_real_and_messy_urls_are_accepted(url: str) -> None:
    """
    Whatever a real digest links to passes, however messy.
    """
    assert url_problem(url) is None


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "must not be empty"),
        ("xxx", "must begin with http:// or https://, got 'xxx'"),
        ("XXX", "must begin with http"),
        ("javascript:alert(1)", "must begin with http"),
        ("mailto:a@example.com", "must begin with http"),
        ("ftp://example.com/", "must begin with http"),
        ("//example.com/", "must begin with http"),
        ("http\u017f://example.com/", "must begin with http"),
        ("https:/example.com", "must begin with http"),
        ("https://", "has no host"),
        ("https:///a", "has no host"),
        ("https://?a", "has no host"),
        ("https://…", "no host that can exist"),
        ("https://.", "no host that can exist"),
        ("https://a%2fb/", "no host that can exist"),
        (r"https://example.com\@example.org/", "user name before its host"),
        ("https://arxiv.org@example.org/", "user name before its host"),
        ("https://example.com:port/", "no host that can exist"),
        ("https://example.com/a b", "white space, U\\+0020, at character 22"),
        (" https://example.com/", "white space"),
        ("https://example.com/\n", "white space, U\\+000A"),
        ("https://example.com/\x00", "a control character, U\\+0000"),
        ("https://example.com/\x7f", "a control character"),
        ("https://example.com/\u3000", "white space, U\\+3000"),
        ("https://example.com/\ud800", "a lone surrogate, U\\+D800"),
        ("https://example.com/\u202egro", "a bidirectional control, U\\+202E"),
        ("https://example.com/<id>", "an angle bracket"),
    ],
)
def test_urls_that_cannot_mean_anything_are_refused(url: str, reason: str) -> None:
    """
    Each refusal names what was found, and `target_of` raises with the same words.
    """
    problem = url_problem(url)
    assert problem is not None
    assert re.search(reason, problem)
    with pytest.raises(ModelError, match=reason):
        target_of(url)


def test_every_blank_control_surrogate_and_bidirectional_control_is_refused() -> None:
    """
    The refused characters are those of Unicode's own properties, no more and no fewer, and the angle brackets.
    """
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        refused = (
            character.isspace()
            or unicodedata.category(character) in ("Cc", "Cs")
            or character in BIDI_CONTROLS
            or character in "<>"
        )
        assert (url_problem(f"https://example.com/{character}") is not None) == refused, hex(code)


CHANGED_BY_LOWER_CASE = [code for code in range(sys.maxunicode + 1) if chr(code).lower() != chr(code)]


@pytest.mark.parametrize(
    "codes",
    [
        pytest.param(CHANGED_BY_LOWER_CASE, id="changed by lower case"),
        pytest.param(range(sys.maxunicode + 1), id="all", marks=pytest.mark.long),
    ],
)
def test_lower_case_of_an_accepted_host_is_accepted(codes: Iterable[int]) -> None:
    """
    No letter becomes, in lower case, something that a host cannot hold or that has another lower case.
    """
    for code in codes:
        url = f"https://{chr(code)}.example/"
        if url_problem(url) is None:
            canonical = target_of(url).canonical
            assert target_of(canonical).canonical == canonical, hex(code)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://example.com", "https://example.com/"),
        ("https://example.com/", "https://example.com/"),
        ("HTTPS://WWW.Example.COM/Path", "https://example.com/Path"),
        ("https://www.www.example.com/", "https://example.com/"),
        ("https://www.a.www.example.com/", "https://a.www.example.com/"),
        ("https://www.awww.example.com/", "https://awww.example.com/"),
        ("https://www.com/", "https://www.com/"),
        ("https://www.www.com/", "https://www.com/"),
        ("https://example.com./a", "https://example.com/a"),
        ("http://example.com:80/", "https://example.com/"),
        ("https://example.com:443/", "https://example.com/"),
        ("https://example.com:0443/", "https://example.com/"),
        ("https://example.com:/", "https://example.com/"),
        ("https://example.com:80/", "https://example.com:80/"),
        ("http://example.com:8080/", "https://example.com:8080/"),
        ("https://github.com:8443/a/b", "https://github.com:8443/a/b"),
        ("https://example.com/a/", "https://example.com/a/"),
        ("https://example.com//a//b", "https://example.com//a//b"),
        ("https://example.com/%7Ea%2fb", "https://example.com/%7Ea%2fb"),
        ("https://example.com/a?", "https://example.com/a"),
        ("https://example.com/a#", "https://example.com/a"),
        ("https://example.com/a#b", "https://example.com/a#b"),
        ("https://example.com/a?b=%20&a&&c=", "https://example.com/a?b=%20&a&&c="),
        ("https://example.com/a?hn", "https://example.com/a?hn"),
        ("https://example.com/?utm_source=a&s=20&t=1&fbclid=b", "https://example.com/?s=20&t=1"),
        ("https://example.com/?gclid=1&ref_src=2&ecid=3&_hsenc=4&_hsmi=5&mc_cid=6&mc_eid=7", "https://example.com/"),
        ("https://example.com/?UTM_source=a&ref=b&id=c", "https://example.com/?UTM_source=a&ref=b&id=c"),
        ("https://twitter.com/dair_ai?s=20", "https://x.com/dair_ai"),
        ("https://hf.co/Qwen", "https://huggingface.co/Qwen"),
    ],
)
def test_canonical_form_of_a_page_without_identifier(url: str, canonical: str) -> None:
    """
    Scheme, host, default port and tracking parameters are made one; every other byte stays.
    """
    assert target_of(url).canonical == canonical
    assert target_of(canonical).canonical == canonical


@pytest.mark.parametrize(
    ("url", "names", "without"),
    [
        ("https://example.com/a", (), "https://example.com/a"),
        ("https://example.com/a?s=20", (), "https://example.com/a?s=20"),
        ("http://www.x.com/a/status/1?s=20&t=abc#m", ("s", "t"), "http://www.x.com/a/status/1#m"),
        ("https://twitter.com/a/status/1?lang=en&s=20", ("s",), "https://twitter.com/a/status/1?lang=en"),
        ("https://youtu.be/dQw4w9WgXcQ?si=abc&t=30", ("si",), "https://youtu.be/dQw4w9WgXcQ?t=30"),
        (
            "https://example.com/?a=1&utm_source=x&b=2&utm_medium&fbclid=3",
            ("utm_source", "utm_medium", "fbclid"),
            "https://example.com/?a=1&b=2",
        ),
        ("https://example.com/#?utm_source=x", (), "https://example.com/#?utm_source=x"),
    ],
)
def test_tracking_parameters_are_told_and_taken_off(url: str, names: tuple[str, ...], without: str) -> None:
    """
    Parameters known to be tracking for their host are named in order; without them every other byte is as written.
    """
    assert tracking_parameters(url) == names
    assert without_tracking(url) == without


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://twitter.com/a/status/1?s=20", "https://x.com/a/status/1?s=20"),
        ("http://www.twitter.com/a", "http://x.com/a"),
        ("https://www.x.com", "https://x.com"),
        ("https://mobile.x.com#a", "https://x.com#a"),
        ("https://WWW.ArXiv.org/abs/2409.12917", "https://arxiv.org/abs/2409.12917"),
        ("https://export.arxiv.org/abs/2409.12917", "https://arxiv.org/abs/2409.12917"),
        ("https://dx.doi.org/10.1/A", "https://doi.org/10.1/A"),
        ("https://m.youtube.com:443/watch?v=a", "https://youtube.com:443/watch?v=a"),
        ("https://hf.co/Qwen", "https://huggingface.co/Qwen"),
        ("https://www.Example.com/A", "https://www.example.com/A"),
        ("https://www.youtube.com/watch?v=a", "https://www.youtube.com/watch?v=a"),
        ("https://example.com/?u=twitter.com", "https://example.com/?u=twitter.com"),
        ("https://mytwitter.com/", "https://mytwitter.com/"),
        ("https://[::1]:80/a", "https://[::1]:80/a"),
    ],
)
def test_former_names_of_a_host_give_way_to_its_own(url: str, kept: str) -> None:
    """
    A host is written as its keeper writes it; what is nobody's former name, and every other byte, stays.
    """
    assert without_alias(url) == kept
    assert without_alias(kept) == kept
    assert target_of(kept).canonical == target_of(url).canonical


@pytest.mark.parametrize("change", [without_alias, without_tracking, with_arxiv_abstract, padded_arxiv])
def test_what_is_no_url_is_not_changed(change: Callable[[str], str | None]) -> None:
    """
    A URL that no link can hold is refused with its reason.
    """
    with pytest.raises(ModelError, match="must begin with http"):
        change("javascript:alert(1)")
