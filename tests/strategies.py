"""
Hypothesis strategies for every public class of the model, messy text included.

What they draw is what the constructors accept: no more, and nearly no less.
"""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from mlweekly import Abstract, ContentsEntry, DateRange, Issue, Link, LinkSet, Paper, Series, Text
from mlweekly.model import MAXIMUM_RANK, FrozenMapping, JsonValue

__all__ = [
    "abstracts",
    "contents_entries",
    "date_ranges",
    "details",
    "extras",
    "issues",
    "json_values",
    "language_tags",
    "link_sets",
    "links",
    "metadata",
    "papers",
    "series",
    "strings",
    "texts",
    "urls",
]

HOSTILE_PARTS = (
    *(
        "|",
        "\\|",
        "\\",
        "](javascript:alert(1))",
        "[Paper](https://example.org/)",
        "<script>",
        "</script>",
        "<!-- mlweekly:",
    ),
    *(
        "-->",
        "# ",
        "## ",
        "> ",
        ">",
        "- ",
        "* ",
        "1. ",
        "1) ",
        "`",
        "```",
        "~~~",
        "**",
        "__",
        "_",
        "&amp;",
        "&#124;",
        "<br>",
    ),
    *(
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "\t",
        "\x00",
        "\x1b",
        "\x85",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\u200b",
        "\u00a0",
        "\u3000",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u2069",
        "\u200f",
        "e\u0301",
        "\u00e9",
        "\U0001f469\u200d\U0001f52c",
        "\U00020bb7",
        "\U0010ffff",
    ),
    *(
        "論文紹介",
        "論文要旨(Abstract)",
        "論文リンク",
        "さらに読む",
        "原文",
        "논문 소개",
        "더 읽어보기",
        "Summary",
        "Source",
        " / ",
        " - ",
    ),
    *(
        "| **Paper**  | **Links** |",
        "---",
        "===",
        "|---|---|",
        "3件のコメント",
        "⚠️広告⚠️",
        "(September 16 - September 22) - 2024",
    ),
    *(
        "[2024/09/16 ~ 09/22]",
        "1) **Moshi** - ",
        "https://arxiv.org/abs/2409.12917",
        "{",
        "}",
        '"',
        "'",
        "$x_1$",
        "<think>",
    ),
)
URLS = (
    "https://arxiv.org/abs/2409.12917",
    "http://www.arxiv.org/pdf/2409.12917v2.pdf",
    "https://x.com/dair_ai/status/1836427396959932492?s=20",
    "https://github.com/kyutai-labs/moshi",
    "https://huggingface.co/papers/2409.12917",
    "https://openreview.net/forum?id=Abc_123&noteId=x",
    "https://example.org/a_(b)/c|d?q=[1]&r=*_~#`frag`",
    "https://example.org/論文/%E8%AB%96?a=1&b=2#:~:text=x",
    "HTTPS://EXAMPLE.org:8443//path\\to?x",
)
TAGS = ("en", "ja", "ko", "zh", "zh-Hant", "pt-BR", "de-CH-1996", "x-private", "und")


def _is_text(value: str) -> bool:
    return bool(value) and not value.isspace()


def language_tags() -> SearchStrategy[str]:
    """
    Draw well-formed tags of BCP 47, common ones most often.
    """
    return st.one_of(st.sampled_from(TAGS), st.from_regex(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,2}", fullmatch=True))


def strings() -> SearchStrategy[str]:
    """
    Draw strings that are not blank, of harmless and of hostile parts.
    """
    characters = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
    words = st.sampled_from(("Moshi", "On the Diagram of Thought", "思考", "논문", "a", " "))
    return (
        st.lists(st.one_of(words, st.sampled_from(HOSTILE_PARTS), characters), min_size=1, max_size=5)
        .map("".join)
        .filter(_is_text)
    )


def urls() -> SearchStrategy[str]:
    """
    Draw URLs that a link can hold.
    """
    path = st.text(st.sampled_from("abz019-._~!$&'()*+,;=:@/|[]{}`\"\\^%é論\U0001f9ea"), max_size=10)
    made = st.builds("https://{}/{}".format, st.sampled_from(("example.org", "例え.jp", "a.b-c.io:80", "[::1]")), path)
    return st.one_of(st.sampled_from(URLS), made)


def json_values() -> SearchStrategy[JsonValue]:
    """
    Draw immutable values of JSON.
    """
    single = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        strings(),
        st.just(""),
    )
    return st.recursive(
        single,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(tuple),
            st.dictionaries(st.text("abc/~é", max_size=3), inner, max_size=3).map(FrozenMapping),
        ),
        max_leaves=5,
    )


def extras() -> SearchStrategy[FrozenMapping[str, JsonValue]]:
    """
    Draw the members of a later version, most often none; their names are those of no member.
    """
    names = st.one_of(
        st.sampled_from(("x-note", "doi", "a/b~c", "", "extra", "注")), st.text("xyz", min_size=1, max_size=3)
    )
    some = st.dictionaries(names, json_values(), min_size=1, max_size=2)
    return st.one_of(
        st.just(FrozenMapping[str, JsonValue]()), st.just(FrozenMapping[str, JsonValue]()), some.map(FrozenMapping)
    )


def days() -> SearchStrategy[date]:
    """
    Draw days, those of real digests most often.
    """
    return st.one_of(st.dates(date(2023, 1, 1), date(2026, 12, 31)), st.dates())


@st.composite
def date_ranges(draw: st.DrawFn) -> DateRange:
    """
    Draw ranges of one day and more, weeks most often.
    """
    first, last = sorted((draw(days()), draw(days())))
    week = st.dates(date(2023, 1, 1), date(2026, 12, 31)).map(DateRange.week_of)
    return draw(st.one_of(week, st.just(DateRange(first, last)), st.just(DateRange(first, first))))


@st.composite
def texts(draw: st.DrawFn, kind: type[Text] = Text) -> Text:
    """
    Draw texts: an original, translations, or both.
    """
    translations = draw(st.dictionaries(language_tags(), strings(), max_size=2))
    original = draw(st.one_of(strings(), st.none())) if translations else draw(strings())
    if original is None:
        return kind(None, translations=FrozenMapping(translations), extra=draw(extras()))
    language = draw(st.one_of(st.just("en"), language_tags()))
    # The drawn tags are in any case, and "EN" is the language of an original in "en".
    translations = {tag: words for tag, words in translations.items() if tag.lower() != language.lower()}
    return kind(original, language, FrozenMapping(translations), extra=draw(extras()))


def abstracts() -> SearchStrategy[Abstract]:
    """
    Draw abstracts.
    """
    return texts(Abstract).map(_abstract)


def _abstract(text: Text) -> Abstract:
    assert isinstance(text, Abstract)
    return text


def links() -> SearchStrategy[Link]:
    """
    Draw links, with and without a label and a section.
    """
    labels = st.one_of(st.none(), st.sampled_from(("Paper", "Tweet", "Code & Data", "論文")), strings())
    sections = st.one_of(st.none(), st.sampled_from(("paper", "project")), strings())
    return st.builds(Link, url=urls(), label=labels, section=sections, extra=extras())


def link_sets() -> SearchStrategy[LinkSet]:
    """
    Draw sets of links, empty ones and such with a target twice included.
    """
    return st.lists(links(), max_size=3).map(LinkSet)


def details() -> SearchStrategy[FrozenMapping[str, str]]:
    """
    Draw labelled lines, most often none.
    """
    labels = st.one_of(st.sampled_from(("Venue", "Code & data", "a/b~c", "extra", "会議")), strings())
    return st.one_of(st.just({}), st.dictionaries(labels, strings(), max_size=2)).map(FrozenMapping)


def metadata() -> SearchStrategy[FrozenMapping[str, JsonValue]]:
    """
    Draw front matter that is no member, most often none.
    """
    names = st.one_of(st.sampled_from(("tags", "draft", "title", "a/b~c", "")), st.text("xyz", min_size=1, max_size=3))
    return st.one_of(st.just({}), st.dictionaries(names, json_values(), max_size=2)).map(FrozenMapping)


def papers() -> SearchStrategy[Paper]:
    """
    Draw papers, with odd ranks and without most members too.
    """
    return st.builds(
        Paper,
        rank=st.one_of(st.integers(1, 10), st.integers(1, MAXIMUM_RANK)),
        title=texts(),
        authors=st.lists(strings(), max_size=2).map(tuple),
        released=st.one_of(st.none(), days()),
        summary=st.one_of(st.none(), texts()),
        abstract=st.one_of(st.none(), abstracts()),
        links=link_sets(),
        topics=_paragraphs(),
        tags=_paragraphs(),
        details=details(),
        extra=extras(),
    )


def _paragraphs() -> SearchStrategy[tuple[str, ...]]:
    return st.lists(strings(), max_size=2).map(tuple)


def issues() -> SearchStrategy[Issue]:
    """
    Draw issues, with and without each member.
    """
    return st.builds(
        Issue,
        title=st.one_of(st.none(), strings()),
        period=st.one_of(st.none(), date_ranges()),
        language=st.one_of(st.none(), language_tags()),
        source=st.one_of(st.none(), urls()),
        published=st.one_of(st.none(), days()),
        lead=_paragraphs(),
        notices=_paragraphs(),
        comments=_paragraphs(),
        metadata=metadata(),
        papers=st.lists(papers(), max_size=3).map(tuple),
        extra=extras(),
    )


def contents_entries() -> SearchStrategy[ContentsEntry]:
    """
    Draw entries of a contents list.
    """
    maybe = st.one_of(st.none(), strings())
    return st.builds(ContentsEntry, label=strings(), target=maybe, group=maybe, extra=extras())


def series() -> SearchStrategy[Series]:
    """
    Draw series of no, one or two issues.
    """
    return st.builds(
        Series,
        issues=st.lists(issues(), max_size=2).map(tuple),
        title=st.one_of(st.none(), strings()),
        lead=_paragraphs(),
        contents=st.lists(contents_entries(), max_size=2).map(tuple),
        foot=_paragraphs(),
        extra=extras(),
    )
