"""
What `loads` and `from_data` read, and what they refuse.
"""

from __future__ import annotations

import copy
import inspect
import json as standard_json
import sys
from datetime import date, datetime
from typing import Any

import pytest

from mlweekly import DateRange, DecodeError, Issue, Series, Text, json
from mlweekly.errors import Problem
from mlweekly.model import FrozenMapping


def document(**members: object) -> str:
    """
    Return a document of version 1.0 with these members.
    """
    return standard_json.dumps({"version": "1.0", **members})


def paper(**members: object) -> dict[str, object]:
    """
    Return the data of a paper with these members beside, or instead of, the two that it must have.
    """
    return {"rank": 1, "title": {"original": "Moshi"}, **members}


def problems_of(text: str | bytes) -> list[tuple[str, str]]:
    """
    Return pointer and message of each problem of a text that is refused.
    """
    with pytest.raises(DecodeError) as caught:
        json.loads(text)
    return [(problem.pointer, problem.message) for problem in caught.value.problems]


def pointers_of(text: str | bytes) -> list[str]:
    """
    Return the pointer of each problem of a text that is refused.
    """
    return [pointer for pointer, _ in problems_of(text)]


def test_an_absent_member_is_its_default() -> None:
    """
    A document needs its version alone.
    """
    assert json.loads('{"version": "1.0"}') == Issue()
    assert json.loads_series('{"version": "1.0", "issues": []}') == Series()


def test_the_language_of_an_original_is_english_unless_said() -> None:
    """
    An original without a language is English, translations alone have no original's language.
    """
    issue = json.loads(
        document(papers=[paper(title={"original": "Moshi"}), paper(title={"translations": {"ja": "x"}})])
    )

    assert [each.title.language for each in issue.papers] == ["en", None]


@pytest.mark.parametrize("rank", ["8.0", "8", "80e-1"])
def test_a_whole_number_may_be_written_as_a_fraction(rank: str) -> None:
    """
    8.0 is 8, as JSON Schema counts.
    """
    [read] = json.loads(f'{{"version": "1.0", "papers": [{{"rank": {rank}, "title": {{"original": "x"}}}}]}}').papers

    assert (read.rank, type(read.rank)) == (8, int)


@pytest.mark.parametrize(
    ("rank", "message"),
    [
        ('"' + "8" * 60 + '"', f"must be a whole number, got '{'8' * 60}'"),
        ('"' + "8" * 61 + '"', f"must be a whole number, got '{'8' * 60}'..."),
        ("{}", "must be a whole number, got an object"),
        ("false", "must be a whole number, got false"),
        ('"8"', "must be a whole number, got '8'"),
        ("8.5", "must be a whole number, got 8.5"),
        ("true", "must be a whole number, got true"),
        ("null", "must be a whole number, got null"),
        ("[]", "must be a whole number, got an array"),
        ("0", "must be from 1 to 2147483647, got 0"),
        ("2147483648", "must be from 1 to 2147483647, got 2147483648"),
        ("1e300", "must be from 1 to 2147483647, got a number of more than 20 digits"),
        ("1e999", "must be a number of at most 1.8e308, got 1e999"),
        ("-1e999", "must be a number of at most 1.8e308, got -1e999"),
        ("NaN", "must be a number that JSON knows, got NaN"),
        ("-Infinity", "must be a number that JSON knows, got -Infinity"),
        ("9" * 5000, "must have at most 300 digits, got 5000"),
        ("-" + "9" * 5000, "must have at most 300 digits, got 5000"),
        ("1." + "0" * 5000, "must have at most 300 digits, got 5001"),
        ("9" * 300, "must be from 1 to 2147483647, got a number of more than 20 digits"),
    ],
)
def test_what_is_no_rank_is_refused(rank: str, message: str) -> None:
    """
    A rank is a whole number from 1 to what 31 bits hold, and neither a string nor a truth value.
    """
    text = f'{{"version": "1.0", "papers": [{{"rank": {rank}, "title": {{"original": "x"}}}}]}}'

    assert problems_of(text) == [("/papers/0/rank", message)]


@pytest.mark.parametrize(
    "day",
    [
        *("20240922", "2024-W38", "2024-W38-7", "2024-9-2", "2024-09-31", "2023-02-29", "0000-01-01", "24-09-22"),
        *("2024-09-22T00:00:00", "2024-09-22\n", " 2024-09-22", "٢٠٢٤-٠٩-٢٢", "", 20240922, 1.5, True, ["2024-09-22"]),
    ],
)
def test_what_is_no_day_is_refused(day: object) -> None:
    """
    A day is a real one, written YYYY-MM-DD, as RFC 3339's full-date.
    """
    assert pointers_of(document(published=day)) == ["/published"]


@pytest.mark.parametrize("member", ["title", "period", "language", "source", "published"])
def test_null_is_an_absent_member(member: str) -> None:
    """
    Where the model holds None, null says so.
    """
    assert json.loads(document(**{member: None})) == Issue()


def test_null_is_no_list_and_no_language() -> None:
    """
    A list that is empty is left out or is `[]`, and the language of an original is a tag.
    """
    text = document(lead=None, papers=[paper(title={"original": "x", "language": None}, links=None)])

    assert set(pointers_of(text)) == {"/lead", "/papers/0/links", "/papers/0/title/language"}


@pytest.mark.parametrize("member", ["lead", "notices", "comments"])
def test_a_string_is_no_list_of_strings(member: str) -> None:
    """
    By hand a string may stand for a list of one; in a document it is a mistake.
    """
    assert problems_of(document(**{member: "ab"})) == [(f"/{member}", "must be an array, got 'ab'")]


def test_all_problems_are_told_at_once() -> None:
    """
    Wrong types, unknown and missing members, and what constructors refuse, each with its pointer from the root.
    """
    text = document(
        titel="x",
        title=" ",
        period={"start": "2024-09-22", "end": "2024-09-16"},
        language="en_US",
        published="20240923",
        lead=[8, ""],
        papers=[
            {"rank": "8", "title": {"original": " "}, "authors": [""], "links": [{"url": "javascript:x", "label": 1}]},
            {"rank": 0, "title": {"original": "x", "language": 1, "translations": {"j_a": "x", "ja": 2}}},
            {"titles": {}},
            "Moshi",
        ],
    )

    assert sorted(pointers_of(text)) == [
        "/language",
        "/lead/0",
        "/lead/1",
        "/papers/0/authors/0",
        "/papers/0/links/0/label",
        "/papers/0/links/0/url",
        "/papers/0/rank",
        "/papers/0/title/original",
        "/papers/1/rank",
        "/papers/1/title/language",
        "/papers/1/title/translations/j_a",
        "/papers/1/title/translations/ja",
        "/papers/2/rank",
        "/papers/2/title",
        "/papers/2/titles",
        "/papers/3",
        "/period/end",
        "/published",
        "/titel",
        "/title",
    ]


def test_problems_of_the_text_and_of_the_data_are_told_together() -> None:
    """
    A repeated member, a number that is none and a wrong type are one exception, and none is told twice.
    """
    text = '{"version": "1.0", "title": "a", "title": "b", "papers": [{"rank": NaN, "title": 5}], "lead": ["\\ud800"]}'

    assert problems_of(text) == [
        ("/title", "must be in its object once, got the member again"),
        ("/papers/0/rank", "must be a number that JSON knows, got NaN"),
        ("/lead/0", "must be Unicode text, got a lone surrogate in '\\ud800'"),
        ("/papers/0/title", "must be an object, got 5"),
    ]


def test_an_unknown_member_is_told_with_the_nearest_known_one() -> None:
    """
    A slip of the keyboard is named beside what was meant.
    """
    [(pointer, message)] = problems_of(document(papers=[paper(sumary={})]))

    assert (pointer, message) == ("/papers/0/sumary", "must be a known member, did you mean 'summary'?")


def test_a_member_that_is_like_no_other_is_told_with_all() -> None:
    """
    Where nothing is near, the known members are listed.
    """
    [(pointer, message)] = problems_of(document(papers=[paper(links=[{"url": "https://example.org", "x/y": 1}])]))

    assert pointer == "/papers/0/links/0/x~1y"
    assert message == "must be one of url, label, section, got an unknown member"


@pytest.mark.parametrize("name", ["extra", "anchor", "key", "version"])
def test_attributes_that_are_no_members_are_unknown(name: str) -> None:
    """
    What a class has beside its JSON members cannot be set from a document.
    """
    assert pointers_of(document(papers=[paper(**{name: {}})])) == [f"/papers/0/{name}"]


def test_a_lone_surrogate_in_a_name_is_told_at_its_object() -> None:
    """
    A name that cannot be written does not stand in a pointer.
    """
    expected = [("/papers/0", "must have Unicode text as names of members, got '\\udc00'")]

    assert problems_of('{"version": "1.7", "papers": [{"rank":1, "title":{"original":"x"}, "\\udc00": 1}]}') == expected
    assert problems_of('{"version": "1.0", "papers": [{"rank":1, "title":{"original":"x"}, "\\udc00": 1}]}') == expected


def test_a_name_that_cannot_be_written_may_stand_twice() -> None:
    """
    It is told once, as what it is.
    """
    text = '{"version": "1.7", "\\udc00": 1, "\\udc00": 2}'

    assert problems_of(text) == [("", "must have Unicode text as names of members, got '\\udc00'")]


def test_a_number_may_have_three_hundred_digits() -> None:
    """
    A sign and a point are no digits.
    """
    text = f'{{"version": "1.7", "x": -{"9" * 300}, "y": -1.{"0" * 299}}}'

    assert json.loads(text).extra == {"x": -(10**300 - 1), "y": -1.0}


def test_a_deep_stack_is_not_the_fault_of_the_text() -> None:
    """
    A caller that has used up Python's stack is told so, and not that the text nests too deep.
    """
    text = '{"version": "1.7", "x": ' + "[" * 60 + "]" * 60 + "}"

    def read(calls: int) -> Issue:
        return read(calls - 1) if calls else json.loads(text)

    assert read(0).extra
    with pytest.raises(RecursionError):
        read(sys.getrecursionlimit() - len(inspect.stack(0)) - 50)


def test_a_pair_of_surrogate_escapes_is_a_character() -> None:
    """
    Escaped UTF-16, as many writers print what stands beyond U+FFFF.
    """
    assert json.loads('{"version": "1.0", "title": "\\ud83d\\udd2c"}').title == "\U0001f52c"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the text is empty"),
        ('{"version": "1.0",\r\n\r"title": }', 3, "must be JSON, got a syntax error: expecting value"),
        ('{"version": "1.0"}\n{}', 2, "must be JSON, got a syntax error: extra data"),
        ('{"title": "a\tb"}', 1, "must be JSON, got a syntax error: invalid control character at"),
        ('\n"\ud800"', 2, "must be Unicode text, got the lone surrogate '\\ud800'"),
        (b'{\n"title": "\xe9"}', 2, "must be encoded in UTF-8, got the byte 0xe9"),
        ('{"version": "1.0"}'.encode("utf-16"), 1, "must be encoded in UTF-8, got what looks like UTF-16 or UTF-32"),
        ('{"version": "1.0"}'.encode("utf-16-be"), 1, "must be encoded in UTF-8, got what looks like UTF-16 or UTF-32"),
        ("[" * 100_000, None, "must nest at most 64 deep"),
        ('{"a":' * 100_000, None, "must nest at most 64 deep"),
    ],
)
def test_what_is_no_json_is_refused_with_its_line(text: str | bytes, line: int | None, message: str) -> None:
    """
    LF, CRLF and CR end a line, and a text that is no JSON is one problem.
    """
    with pytest.raises(DecodeError) as caught:
        json.loads(text)

    assert caught.value.problems == (Problem("", message, line),)


@pytest.mark.parametrize("text", ['\ufeff{"version": "1.0"}', b'\xef\xbb\xbf{"version": "1.0"}'])
def test_a_byte_order_mark_is_ignored(text: str | bytes) -> None:
    """
    RFC 8259, section 8.1, lets a reader ignore it.
    """
    assert json.loads(text) == Issue()


@pytest.mark.parametrize("text", ["[]", '"x"', "8", "null", "true"])
def test_a_root_that_is_no_object_is_refused(text: str) -> None:
    """
    A document is an object.
    """
    assert pointers_of(text) == [""]


class TestVersions:
    """
    The member `version`.
    """

    def test_a_later_minor_version_keeps_its_members(self) -> None:
        """
        Members that this library does not know are held as immutable values, at every object.
        """
        issue = json.loads(
            '{"version": "1.7", "mood": {"a": [1, null]}, "papers": [{"rank": 1, "doi": "10.1/x",'
            ' "title": {"original": "x", "sub": 1}, "links": [{"url": "https://example.org", "n": 1}]}]}'
        )

        assert issue.version == "1.7"
        assert issue.extra == {"mood": FrozenMapping({"a": (1, None)})}
        assert issue.papers[0].extra == {"doi": "10.1/x"}
        assert issue.papers[0].title.extra == {"sub": 1}
        assert issue.papers[0].links[0].extra == {"n": 1}

    def test_a_later_minor_version_reaches_the_issues_of_a_series(self) -> None:
        """
        The version stands at the root, and each issue tells the one that it was read from.
        """
        series = json.loads_series('{"version": "1.7", "issues": [{"x": 1}], "contents": [{"label": "a", "y": 2}]}')

        assert (series.version, series[0].version) == ("1.7", "1.7")
        assert (series[0].extra, series.contents[0].extra) == ({"x": 1}, {"y": 2})

    @pytest.mark.parametrize("version", ["1.0", "1.7"])
    def test_a_period_is_closed_for_good(self, version: str) -> None:
        """
        A range of days has two days, in any version.
        """
        period = {"start": "2024-09-16", "end": "2024-09-22", "note": 1}

        assert pointers_of(document(version=version, period=period)) == ["/period/note"]

    @pytest.mark.parametrize("version", ["2.0", "0.9", "10.0", "2.x", "02.1"])
    def test_another_major_version_is_one_problem(self, version: str) -> None:
        """
        Nothing is said about the rest of a document that the library cannot know.
        """
        [(pointer, message)] = problems_of(document(version=version, unknown=1))[:1]

        assert pointer == "/version"
        assert repr(version) in message

    @pytest.mark.parametrize(
        "version", [None, 1.0, 1, "1", "1.00", "1.0.0", " 1.0", "1.0\n", "v1.0", "1." + "9" * 5000]
    )
    def test_what_is_no_version_is_refused(self, version: object) -> None:
        """
        A version is a string, major.minor.
        """
        assert pointers_of(document(version=version)) == ["/version"]

    def test_a_version_is_required(self) -> None:
        """
        A document without one is refused, and the rest is still looked at.
        """
        assert pointers_of('{"title": 5}') == ["/version", "/title"]

    def test_a_member_beyond_the_stated_depth_is_refused(self) -> None:
        """
        An object that has unknown members is the first of 64 levels.
        """

        def nested(levels: int) -> str:
            return f'{{"version": "1.7", "x": {"[" * (levels - 1)}{"]" * (levels - 1)}}}'

        assert json.loads(nested(64)).extra
        assert problems_of(nested(65)) == [("/x" + "/0" * 63, "must nest at most 64 deep")]

    def test_the_version_stands_at_the_root_alone(self) -> None:
        """
        An issue within a series has none.
        """
        with pytest.raises(DecodeError, match=r"/issues/0/version"):
            json.loads_series('{"version": "1.0", "issues": [{"version": "1.0"}]}')


class TestRoots:
    """
    One issue or a series.
    """

    def test_a_series_of_one_is_read_as_an_issue(self) -> None:
        """
        `loads` returns the only issue there is.
        """
        assert json.loads('{"version": "1.0", "title": "s", "issues": [{"title": "x"}]}') == Issue(title="x")

    @pytest.mark.parametrize("count", [0, 2])
    def test_a_series_of_another_length_is_refused(self, count: int) -> None:
        """
        The exception names the function that reads it.
        """
        with pytest.raises(DecodeError, match=f"must hold one issue, got {count}; loads_series reads a series"):
            json.loads(document(issues=[{}] * count))

    def test_an_issue_is_read_as_a_series_of_one(self) -> None:
        """
        `loads_series` reads either.
        """
        assert json.loads_series(document(title="x")) == Series([Issue(title="x")])


class TestData:
    """
    `from_data`: JSON that something else has parsed.
    """

    def test_it_changes_nothing_and_takes_any_mapping_and_tuple(self) -> None:
        """
        Immutable data is read as well, and the argument stays as it was.
        """
        links = [{"url": "https://example.org"}]
        data = {"version": "1.0", "papers": [paper(links=links)]}
        before = copy.deepcopy(data)
        frozen = FrozenMapping({"version": "1.0", "papers": (FrozenMapping(paper(links=tuple(links))),)})

        assert json.from_data(data) == json.from_data(frozen)
        assert data == before

    def test_it_takes_days_that_are_dates_already(self) -> None:
        """
        YAML reads 2024-09-16 as a date; a moment is none.
        """
        period = {"start": date(2024, 9, 16), "end": date(2024, 9, 22)}

        assert json.from_data({"version": "1.0", "period": period}).period == DateRange.week_of(date(2024, 9, 16))
        with pytest.raises(DecodeError, match=r"/published: must be a day such as"):
            json.from_data({"version": "1.0", "published": datetime(2024, 9, 16, 1)})

    @pytest.mark.parametrize(
        ("members", "pointer"),
        [
            ({1: "x"}, ""),
            ({"\ud800": "x"}, ""),
            (
                {"papers": [{"rank": 1, "title": {"translations": {"\ud800": "x", 1: "y"}}}]},
                "/papers/0/title/translations",
            ),
            ({"title": "\ud800"}, "/title"),
            ({"title": b"x"}, "/title"),
            ({"papers": {1, 2}}, "/papers"),
            ({"papers": [{"rank": 10**5000, "title": {"original": "x"}}]}, "/papers/0/rank"),
            ({"papers": [{"rank": float("nan"), "title": {"original": "x"}}]}, "/papers/0/rank"),
            ({"version": "1.7", "x": 10**5000}, "/x"),
            ({"version": "1.7", "x": float("inf")}, "/x"),
            ({"version": "1.7", "x": {"y": object()}}, "/x/y"),
        ],
    )
    def test_what_json_cannot_carry_is_refused(self, members: dict[Any, object], pointer: str) -> None:
        """
        Data that no JSON text can give is a `DecodeError` like any other.
        """
        with pytest.raises(DecodeError) as caught:
            json.from_data({"version": "1.0", **members})

        assert {problem.pointer for problem in caught.value.problems} == {pointer}

    def test_a_series_is_read_from_data(self) -> None:
        """
        `from_data_series` is to `from_data` what `loads_series` is to `loads`.
        """
        data = {"version": "1.0", "issues": [{"title": "x"}, {"papers": [paper()]}]}

        assert json.from_data_series(data)[1].papers[0].title == Text("Moshi")


def with_paper(**members: object) -> dict[str, object]:
    """
    Return the data of a document of one paper with these members.
    """
    return {"version": "1.0", "papers": [paper(**members)]}


@pytest.mark.parametrize(
    ("data", "pointer", "kind"),
    [
        ({"version": "1.0", "papers": None}, "/papers", "an array"),
        ({"version": "1.0", "lead": None, "papers": []}, "/lead", "an array"),
        ({"version": "1.0", "metadata": None, "papers": []}, "/metadata", "an object"),
        ({"version": "1.0", "issues": None}, "/issues", "an array"),
        (with_paper(title=None), "/papers/0/title", "an object"),
        (with_paper(links=None), "/papers/0/links", "an array"),
        (with_paper(authors=None), "/papers/0/authors", "an array"),
        (with_paper(details=None), "/papers/0/details", "an object"),
        (with_paper(links=[{"url": None}]), "/papers/0/links/0/url", "a string"),
        (with_paper(title={"original": "A", "translations": None}), "/papers/0/title/translations", "an object"),
    ],
)
def test_null_stands_for_nothing_but_an_optional_member(data: dict[str, object], pointer: str, kind: str) -> None:
    """
    Elsewhere it is refused in the words of JSON.
    """
    with pytest.raises(DecodeError, match="cannot read this document") as raised:
        json.from_data_series(data)
    assert raised.value.problems[0] == Problem(pointer, f"must be {kind}, got null")
