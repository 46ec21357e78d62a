"""
What is usual is read with one expression, and what is not with more of them: both read the same of a usual text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import ModuleType
from unittest import mock

from hypothesis import example, given
from hypothesis import strategies as st

from mlweekly import Link, ModelError
from mlweekly._expressions import expression
from mlweekly.identifiers import _arxiv, _url
from mlweekly.markdown import _lines, _plain_text
from mlweekly.markdown._reading import _links, _titles
from mlweekly.model import Text
from mlweekly.model._members import ModelObject

NOTHING = expression(r"(?!)")
PIECES = (
    *(
        "1)",
        "12)",
        "0)",
        "**",
        "*",
        "__",
        "_",
        "`",
        "~~",
        "[",
        "]",
        "(",
        ")",
        "](",
        "\\",
        "|",
        "&amp;",
        "<br>",
        "<",
        ">",
    ),
    *("https://arxiv.org/abs/2409.12917", "http://a.b/c_(d)", "https://a.b/\\_", "HTTPS://A.B", "ftp://a.b", "{", "}"),
    *(" ", "  ", "\t", "\n", "\r", "\u00a0", ", ", ";", " - ", "--", "–", ":", "：", ".", "!", "^1", "\\-", "\ud800"),
    *("Moshi", "a model", "Paper", "モデル", "é", "2024", "x"),
)
USUAL_LINES = st.builds(
    "{}){}**{}**{}{}".format,
    *(st.integers(0, 11), st.sampled_from(["", " ", "\t"])),
    *(st.sampled_from(["Moshi", " Moshi ", "A: B", "Moshi:", "a_b", "`a`", "モデル"]),),
    *(
        st.sampled_from(["", " - ", "--", " : ", " \\- ", " ", "* "]),
        st.sampled_from(["", "It reads.", " a | b"]),
    ),
)
USUAL_LINKS = st.lists(
    st.builds("[{}]({}){}".format, st.sampled_from(PIECES), st.sampled_from(PIECES), st.sampled_from(PIECES)),
    max_size=4,
).map("".join)
PAIRS = st.builds("{0}{1}{0}".format, st.sampled_from(PIECES), st.sampled_from(PIECES))
LINES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@contextmanager
def without(module: ModuleType, *names: str) -> Iterator[None]:
    """
    Take away the expressions for what is usual.
    """
    with ExitStack() as stack:
        for name in names:
            stack.enter_context(mock.patch.object(module, name, NOTHING))
        yield


def outcome(call: Callable[[], object]) -> object:
    """
    Return what a call returns, or the problems that it finds.
    """
    try:
        return call()
    except ModelError as error:
        return error.problems


@given(USUAL_LINES | LINES, st.integers(0, 3))
@example("3) **Moshi** - It speaks.", 0)
@example("3)**Moshi:** It speaks.", 0)
def test_head_of_a_usual_row(line: str, start: int) -> None:
    """
    Rank, title and summary of `N) **Title** - text` are those that any line has.
    """
    start = min(start, len(line))
    usual = _titles.read_head(line, start, len(line))
    with without(_titles, "_USUAL"):
        assert usual == _titles.read_head(line, start, len(line))


@given(USUAL_LINKS | LINES)
@example("[Paper](https://arxiv.org/abs/2409.12917), [Tweet](https://x.com/a/status/1)")
@example("[Paper ](https://a.b)")
@example("[Paper](https://a.b/c_(d))")
@example(" https://arxiv.org/abs/2409.12917\t")
@example("https://a.b/c;")
@example("https://a.b/?c=d&amp;e")
@example("https://")
def test_well_formed_links(words: str) -> None:
    """
    Links that are well formed are those that malformed ones are looked for among.
    """
    usual = _links.scan_links(words, 0, len(words))
    with without(_links, "_PLAIN_LINK", "_SIMPLE_LINK", "_PLAIN_URL"):
        assert usual == _links.scan_links(words, 0, len(words))


@given(PAIRS | USUAL_LINKS | LINES)
@example("**Moshi**")
@example("** Moshi**")
@example("**Moshi **")
@example("[Moshi](https://kyutai.org)")
def test_one_pair_of_marks(words: str) -> None:
    """
    One pair around the whole, or one link, shows what the parser of inline Markdown shows.
    """
    usual = _plain_text.plain_text(words), _plain_text.read_inline(words, 0, len(words))
    with without(_plain_text, "_PAIR"):
        assert usual == (_plain_text.plain_text(words), _plain_text.read_inline(words, 0, len(words)))


@given(LINES, st.integers(0, 5), st.integers(0, 40))
@example(" a ", 0, 3)
@example("\u00a0", 0, 1)
def test_white_space_at_the_edges_of_short_and_long_parts(text: str, start: int, end: int) -> None:
    """
    A short part is stripped whole, a long one from its edges.
    """
    end = min(end, len(text))
    start = min(start, end)
    usual = _lines.stripped(text, start, end)
    with mock.patch.object(_lines, "_SHORT", 0):
        assert usual == _lines.stripped(text, start, end)


@given(st.sampled_from(PIECES) | LINES, st.none() | st.sampled_from(PIECES), st.none() | st.sampled_from(PIECES))
@example("https://arxiv.org/abs/2409.12917", "Paper", None)
@example("https://arxiv.org/abs/2409.12917", " ", None)
@example("ftp://a.b", None, None)
@example("https://a.b/<", None, None)
def test_usual_links_are_checked_like_others(url: str, label: str | None, section: str | None) -> None:
    """
    A link that is refused has the problems that the table of members finds.
    """

    def built() -> object:
        return outcome(lambda: Link(url, label, section=section))

    usual = built()
    with mock.patch.object(Link, "__attrs_post_init__", ModelObject.__attrs_post_init__), without(_url, "_PLAIN_URL"):
        assert usual == built()


@given(
    st.none() | st.sampled_from(PIECES),
    st.sampled_from(["en", "EN", "de", "", "und", "x"]) | st.none(),
    st.dictionaries(st.sampled_from(["ja", "en", "JA", "", "zh-hant"]), st.sampled_from(PIECES), max_size=2),
)
@example("Moshi", "en", {})
@example("Moshi", "en", {"ja": "モシ"})
@example("Moshi", "en", {"en": "Moshi"})
@example("Moshi", "en", {"ja": ""})
def test_usual_texts_are_checked_like_others(
    original: str | None, language: str | None, translations: dict[str, str]
) -> None:
    """
    A text that is refused has the problems that the table of members finds.
    """

    def built() -> object:
        return outcome(lambda: Text(original, language, translations))

    usual = built()
    with mock.patch.object(Text, "__attrs_post_init__", ModelObject.__attrs_post_init__):
        assert usual == built()


@given(st.from_regex(r"([a-z.-]{0,9}/)?[0-9]{2}(0[1-9]|1[0-9])\.?[0-9]{3,6}", fullmatch=True) | st.sampled_from(PIECES))
@example("2409.12917")
@example("cs/0112017")
def test_usual_numbers_of_arxiv_are_checked_like_others(number: str) -> None:
    """
    A number is taken or refused as the search for problems does.
    """

    def built() -> object:
        return outcome(lambda: _arxiv.ArxivId(number))

    usual = built()
    with without(_arxiv, "_VALID"):
        assert usual == built()
