"""
What Python's own protocols promise, and what happens to values of every wrong kind.
"""

from __future__ import annotations

import contextlib
import copy
import inspect
import pickle
import sys
import typing
from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import IntEnum, StrEnum
from fractions import Fraction
from functools import partial

import attrs
import pytest

import mlweekly
from mlweekly import (
    Abstract,
    ContentsEntry,
    DateRange,
    DecodeError,
    Issue,
    Link,
    LinkSet,
    ModelError,
    Paper,
    Patch,
    Series,
    Text,
    changes,
    diff,
    diff_editions,
    json,
    merge,
    merge_editions,
    model,
)
from mlweekly.errors import Error
from mlweekly.model import FrozenMapping
from mlweekly.model._form import data_of

ARXIV = Link("https://arxiv.org/abs/2409.12917", "Paper")
PDF = Link("http://www.arxiv.org/pdf/2409.12917v2")
POST = Link("https://x.com/a/status/1836427396959932492", "Tweet")
PAPER = Paper(rank=1, title=Text("Moshi"), links=LinkSet([ARXIV]), tags=["audio"], details={"Venue": "ICLR"})
ISSUE = Issue(title="June", period=DateRange.week_of(date(2024, 6, 12)), papers=[PAPER], metadata={"draft": True})
SERIES = Series([ISSUE, Issue(title="May")], contents=[ContentsEntry("June")])
VALUES = (ARXIV, PAPER.links, PAPER.title, Abstract("We"), PAPER, ISSUE, SERIES, SERIES.contents[0], PAPER.details)
OUTCOMES = (
    diff(ISSUE, Issue(title="May")),
    merge(ISSUE, ours=attrs.evolve(ISSUE, title="May"), theirs=attrs.evolve(ISSUE, title="July")),
    merge_editions(ISSUE, ISSUE),
    changes.Conflict("/title", "changed", "a", "b", "c"),
)


class Number(IntEnum):
    """
    Numbers with names.
    """

    ONE = 1


class Word(StrEnum):
    """
    Words with names.
    """

    MOSHI = "Moshi"


def nested(depth: int) -> list[object]:
    """
    Return lists within lists.
    """
    value: list[object] = []
    for _ in range(depth):
        value = [value]
    return value


ODD: tuple[object, ...] = (
    *(None, True, 0, -1, 1.5, float("nan"), 10**5000, -(10**5000), Fraction(1, 2), 1j, "", " ", "a", "\ud800", b"a"),
    *(
        bytearray(b"a"),
        [],
        [None],
        ["a"],
        [10**5000],
        (),
        {},
        {"a": 1},
        {1: "a"},
        {"ja": 10**5000},
        {1},
        object,
        object(),
    ),
    *(date(2024, 9, 16), datetime(2024, 9, 16), range(3), iter("ab"), nested(5000), Number.ONE, Word.MOSHI, len),
    *(ARXIV, PAPER.links, PAPER.title, Abstract("We"), PAPER, ISSUE, SERIES, ISSUE.period, Patch()),
)
VALID: dict[type, dict[str, object]] = {
    Text: {"original": "a"},
    Abstract: {"original": "a"},
    Link: {"url": "https://example.org/"},
    LinkSet: {},
    ContentsEntry: {"label": "a"},
    Paper: {"rank": 1, "title": Text("a")},
    Issue: {},
    Series: {},
    Patch: {},
    FrozenMapping: {},
}


@pytest.mark.parametrize("cls", VALID, ids=lambda cls: cls.__name__)
def test_a_constructor_takes_a_value_or_refuses_it_in_our_words(cls: type) -> None:
    """
    Whatever is passed for a parameter gives a value that can be shown and hashed, or a `ModelError` that says why.
    """
    for name in inspect.signature(cls).parameters:
        for odd in ODD:
            try:
                value = cls(**{**VALID[cls], name: odd})
            except ModelError as error:
                str(error).encode()
            else:
                repr(value).encode()
                if not isinstance(value, FrozenMapping):
                    hash(value)
                    assert copy.deepcopy(value) == value


@pytest.mark.parametrize("kind", changes.OPERATIONS, ids=lambda kind: kind.__name__)
def test_an_operation_takes_a_value_or_refuses_it_in_our_words(kind: type) -> None:
    """
    What an operation carries may be wrong for its place, which is told when it is applied; nothing foreign is raised.
    """
    required = {field.name: field for field in attrs.fields(kind) if field.default is attrs.NOTHING}
    usual: dict[str, object] = {name: 0 if name == "to" else "a" for name in required} | {"pointer": "/papers/0"}
    for name in inspect.signature(kind).parameters:
        for odd in ODD:
            try:
                operation = kind(**{**usual, name: odd})
            except ModelError as error:
                str(error).encode()
                continue
            operation.inverse()
            for target in (ISSUE, SERIES):
                try:
                    Patch([operation]).apply(target)
                except mlweekly.PatchError as error:
                    str(error)


FUNCTIONS: dict[str, Callable[..., object]] = {
    "diff": diff,
    "diff_editions": diff_editions,
    "merge_editions": merge_editions,
    "merge": lambda one, other: merge(one, ours=other, theirs=other),
    "apply": Patch().apply,
    "dumps": json.dumps,
    "to_data": json.to_data,
    "loads": json.loads,
    "loads_series": json.loads_series,
    "from_data": json.from_data,
    "from_data_series": json.from_data_series,
    "dumps_patch": json.dumps_patch,
    "patch_to_data": json.patch_to_data,
    "loads_patch": json.loads_patch,
    "patch_from_data": json.patch_from_data,
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_refuses_what_it_is_not_for_in_our_words(name: str) -> None:
    """
    A value of a wrong class is a `TypeError` that names what was expected, wrong content one of our own errors.
    """
    function = FUNCTIONS[name]
    count = 2 if name.startswith(("diff", "merge")) else 1
    for odd in ODD:
        with contextlib.suppress(Error):
            try:
                function(*[odd] * count)
            except TypeError as error:
                if "expected" not in str(error):
                    raise


def test_a_helper_refuses_what_it_is_not_for() -> None:
    """
    So do the smaller functions of these rooms.
    """
    for function, expected in (
        *((model.role_of_label, "a label"), (model.anchor_of, "a heading"), (changes.words_of, "a text")),
        *((lambda odd: model.names_along(ISSUE, odd), "an RFC 6901 pointer"),),
        *((lambda odd: model.noun_at(Issue, odd), "an RFC 6901 pointer"),),
        *((lambda odd: model.freeze({}, odd), "a list of problems"), (changes.longest_rising_run, "a sequence")),
        *((lambda odd: changes.word_changes("a", odd), "a text"),),
        *((lambda odd: changes.edition_pairs(odd, []), "a sequence of papers"),),
        *((lambda odd: changes.origins_of([], odd), "an Issue or a Series"),),
        *((lambda odd: changes.origins_of(odd, ISSUE), "operations"),),
    ):
        with pytest.raises(TypeError, match=f"expected {expected}.*, got int"):
            function(5)  # type: ignore[no-untyped-call] -- the wrong type is what is tested


def test_wrong_classes_are_named() -> None:
    """
    The message says what was expected and what came.
    """
    with pytest.raises(TypeError, match=r"expected JSON text as str or bytes, got bytearray: write bytes\(data\)"):
        json.loads(bytearray(b"{}"))  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(TypeError, match="expected an Issue or a Series, got str"):
        json.dumps("{}")  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(TypeError, match="expected an indentation in spaces, or None, got str"):
        json.dumps(ISSUE, indent="x")  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(TypeError, match="expected a Conflict, got int"):
        merge(ISSUE, ours=ISSUE, theirs=ISSUE).resolve(3, "ours")  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(TypeError, match="expected a Patch, got Issue"):
        json.dumps_patch(ISSUE)  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(ModelError, match="/papers: must be a sequence of Paper, got None"):
        Issue(papers=None)  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(ModelError, match="/papers: must be a sequence of Paper, got 'ab'"):
        Issue(papers="ab")  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(ModelError, match="/translations: must be a mapping from language tags to texts, got 5"):
        Text("a", translations=5)  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(ModelError, match="/rank: must be from 1 to 2147483647, got a number of more than 20 digits"):
        Paper(rank=10**5000, title=Text("a"))
    with pytest.raises(ModelError, match="/title: must be a Text, got a value of int that is too large to show"):
        Paper(rank=1, title=10**5000)  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(ModelError, match="/extra: must be a mapping of members, got None"):
        Text("a", extra=None)  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(ModelError, match="must be a mapping, or pairs of a key and a value, got 5"):
        FrozenMapping(5)  # type: ignore[arg-type] -- the wrong type is what is tested


@pytest.mark.parametrize("value", [*VALUES, *OUTCOMES], ids=lambda value: type(value).__name__)
def test_values_are_copied_and_pickled(value: object) -> None:
    """
    A copy, a deep copy and what comes back from a pickle are equal and hash alike.
    """
    for returned in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert returned == value
        assert type(returned) is type(value)
        assert hash(returned) == hash(value)


@pytest.mark.parametrize("value", [*VALUES[:-1], *OUTCOMES], ids=lambda value: type(value).__name__)
def test_values_are_replaced(value: typing.Any) -> None:
    """
    `copy.replace` does what `attrs.evolve` does, where Python has it (3.13).
    """
    replace = partial(attrs.evolve if sys.version_info < (3, 13) else copy.replace, value)

    assert replace() == value
    with pytest.raises(TypeError, match="unexpected keyword argument"):
        replace(no_such_member=1)
    if isinstance(value, Paper):
        assert replace(rank=2) == attrs.evolve(value, rank=2)
        with pytest.raises(ModelError, match="/rank"):
            replace(rank=0)


@pytest.mark.parametrize("cls", [*(type(value) for value in (*VALUES[:-1], *OUTCOMES)), changes.IssueRetitled])
def test_a_class_of_the_model_is_not_derived_from(cls: type) -> None:
    """
    What a subclass adds would be lost on the way through JSON, a post or a patch, so it is refused when it is defined.
    """
    with pytest.raises(TypeError, match=r"cannot be subclassed; a class of your own can hold one"):
        type("Mine", (cls,), {"__module__": "mine"})


def test_values_are_taken_apart_by_keywords() -> None:
    """
    A `match` statement asks for attributes, mappings and sequences.
    """
    match SERIES:
        case Series(issues=[Issue(title=title, papers=[Paper(links=LinkSet(links=[Link(url=url)])), *_]), *_]):
            assert (title, url) == ("June", ARXIV.url)
        case _:
            pytest.fail("no match")
    match PAPER:
        case Paper(title=Text(original="Moshi"), details={"Venue": venue}, links=[Link(label=label)]):
            assert (venue, label) == ("ICLR", "Paper")
        case _:
            pytest.fail("no match")
    match Text("a"), Link("https://e.org", "b"), SERIES:
        case Text(original), Link(url, label), [Issue(), Issue()]:
            assert (original, url, label) == ("a", "https://e.org", "b")
        case _:
            pytest.fail("no match")


class TestSequences:
    """
    `LinkSet` and `Series` keep the contract of `collections.abc.Sequence`.
    """

    def test_a_set_of_links_finds_what_it_contains(self) -> None:
        """
        `in`, `index` and `count` go by target, all of them, for links and URLs in any spelling.
        """
        links = LinkSet([POST, ARXIV, PDF])

        for value in (ARXIV, PDF, "arxiv.org/abs/2409.12917", "https://arxiv.org/abs/2409.12917v7", POST, 5, None):
            places = [place for place, link in enumerate(links) if value in LinkSet([link])]
            assert links.count(value) == len(places)
            assert (value in links) is bool(places)
            if places:
                assert links.index(value) == places[0]
            else:
                with pytest.raises(ValueError, match="no link with the target of"):
                    links.index(value)
        assert links.count(PDF) == 2

    @pytest.mark.parametrize("start", [-5, -2, 0, 1, 2, 3])
    @pytest.mark.parametrize("stop", [-5, -1, 0, 2, 3, 9])
    def test_an_index_is_looked_for_within_bounds(self, start: int, stop: int) -> None:
        """
        `start` and `stop` mean what they mean in a list.
        """
        links, targets = LinkSet([POST, ARXIV, PDF]), [POST.canonical, ARXIV.canonical, PDF.canonical]

        def found(search: Callable[[], int]) -> int | None:
            try:
                return search()
            except ValueError:
                return None

        assert found(lambda: links.index(PDF, start, stop)) == found(lambda: targets.index(PDF.canonical, start, stop))

    @pytest.mark.parametrize("value", [LinkSet([POST, ARXIV, PDF]), SERIES], ids=["LinkSet", "Series"])
    def test_elements_are_the_same_by_every_way(self, value: typing.Any) -> None:
        """
        Iteration, indices, slices and `reversed` agree.
        """
        elements = list(value)

        assert [value[place] for place in range(len(value))] == elements
        assert list(reversed(value)) == elements[::-1]
        assert list(value[::-1]) == elements[::-1]
        assert list(value[1:]) == elements[1:]
        assert all(each in value for each in elements)
        assert value.index(elements[-1]) < len(elements)
        with pytest.raises(IndexError):
            value[len(value)]

    @pytest.mark.parametrize("operate", [lambda a, b: a | b, lambda a, b: a & b, lambda a, b: a - b])
    def test_a_set_of_links_goes_with_another_alone(self, operate: Callable[[object, object], object]) -> None:
        """
        The operators of sets take no list of links.
        """
        with pytest.raises(TypeError, match="unsupported operand"):
            operate(LinkSet([ARXIV]), [ARXIV])


class TestMappings:
    """
    `FrozenMapping` keeps the contract of `collections.abc.Mapping`.
    """

    def test_it_compares_as_a_mapping(self) -> None:
        """
        With any mapping of the same items, whichever side asks; numbers by their type too, at any depth.
        """
        mapping = FrozenMapping({"a": 1, "b": (1, FrozenMapping({"c": 0.0}))})

        assert mapping == {"b": (1, FrozenMapping({"c": 0.0})), "a": 1}
        assert {"b": (1, FrozenMapping({"c": 0.0})), "a": 1} == mapping
        for other in (
            {"a": True, "b": (1, FrozenMapping({"c": 0.0}))},
            {"a": 1.0, "b": (1, FrozenMapping({"c": 0.0}))},
            {"a": 1, "b": (True, FrozenMapping({"c": 0.0}))},
            {"a": 1, "b": (1, FrozenMapping({"c": -0.0}))},
            {"a": 1, "b": (1, FrozenMapping({"c": 0}))},
            {"a": 1},
            {"a": 1, "c": (1, FrozenMapping({"c": 0.0}))},
        ):
            assert mapping != other
            assert FrozenMapping(other) != mapping
        assert mapping != [("a", 1)]
        assert hash(mapping) == hash(FrozenMapping({"b": mapping["b"], "a": 1}))

    def test_it_is_asked_as_a_mapping(self) -> None:
        """
        Keys, values and items are those of a dict.
        """
        mapping = FrozenMapping([("b", 1), ("a", 2)])

        assert (list(mapping.keys()), list(mapping.values())) == (["b", "a"], [1, 2])
        assert dict(mapping.items()) == {"b": 1, "a": 2}
        assert ("a" in mapping, "c" in mapping, mapping.get("c", 3)) == (True, False, 3)


class TestOneSpelling:
    """
    Equal values give equal text, whatever they were made of.
    """

    def test_the_order_of_items_makes_no_difference(self) -> None:
        """
        Translations, details, metadata and extra members have the order of their names.
        """
        pairs = [
            (
                Text(translations={"ko": "b", "ja": "a"}, extra={"b": {"d": 1, "c": 2}, "a": 1}),
                Text(translations={"ja": "a", "ko": "b"}, extra={"a": 1, "b": {"c": 2, "d": 1}}),
            ),
            (
                attrs.evolve(PAPER, details={"b": "1", "a": "2"}, extra={"b": 1, "a": 2}),
                attrs.evolve(PAPER, details={"a": "2", "b": "1"}, extra={"a": 2, "b": 1}),
            ),
            (Issue(metadata={"b": 1, "a": [{"d": 1, "c": 2}]}), Issue(metadata={"a": ({"c": 2, "d": 1},), "b": 1})),
        ]
        for one, other in pairs:
            assert one == other
            assert str(one) == str(other)
            assert repr(one) == repr(other)
            assert str(data_of(one)) == str(data_of(other))
        assert str(pairs[0][0]) == "a"
        assert list(pairs[1][0].details) == ["a", "b"]  # type: ignore[union-attr] -- a paper

    @pytest.mark.parametrize(
        ("tag", "held"),
        [
            *(
                ("JA", "ja"),
                ("Zh-hANT", "zh-Hant"),
                ("EN-gb", "en-GB"),
                ("sgn-be-fr", "sgn-BE-FR"),
                ("X-Ab-CD", "x-ab-cd"),
            ),
            *(("de-ch-1996", "de-CH-1996"), ("de-de-u-co-PHONEBK", "de-DE-u-co-phonebk"), ("I-Klingon", "i-klingon")),
            *(("en", "en"), ("az-arab-x-AZE-derbend", "az-Arab-x-aze-derbend"), ("mn-cyrl-mn", "mn-Cyrl-MN")),
        ],
    )
    def test_a_tag_has_one_case(self, tag: str, held: str) -> None:
        """
        The one that RFC 5646, section 2.1.1, recommends, wherever a tag is; it is found in any case.
        """
        text = Text("a", "x-none", translations={tag: "b"})

        assert Issue(language=tag).language == held
        assert Text("a", tag).language == held
        assert list(text.translations) == [held]
        assert (text[tag], text[held], text.get(tag.upper()), tag.lower() in text) == ("b", "b", "b", True)
        assert json.loads(f'{{"version":"1.0","language":"{tag}"}}') == Issue(language=held)
        assert changes.LanguageChanged("", before=tag, after=None) == changes.LanguageChanged(
            "", before=held, after=None
        )
        assert changes.TextTranslated("/a", language=tag, after="b") == changes.TextTranslated(
            "/a", language=held, after="b"
        )

    def test_a_translation_is_given_once(self) -> None:
        """
        Two spellings of one tag are two translations into one language, and a translation is none into the original's.
        """
        with pytest.raises(ModelError, match="/translations/JA: must be given once, got another spelling of 'ja'"):
            Text("a", translations={"JA": "b", "ja": "c"})
        with pytest.raises(ModelError, match="/translations/en: must not be in the language of the original, 'en'"):
            Text("a", translations={"EN": "b"})

    def test_numbers_of_other_classes_are_plain_ones(self) -> None:
        """
        A number or a word with a name of its own is held as the number or the word that JSON writes.
        """
        issue = Issue(extra={"a": [Number.ONE, Word.MOSHI, True]})

        assert [type(each) for each in typing.cast("tuple[object, ...]", issue.extra["a"])] == [int, str, bool]
        assert issue == json.loads(json.dumps(issue))

    def test_a_changed_type_is_a_change(self) -> None:
        """
        A difference tells it, a patch makes it, and no side of a merge is dropped for it.
        """
        one, true, float_one = (Issue(extra={"x": value}) for value in (1, True, 1.0))

        assert [type(each).__name__ for each in diff(one, true)] == ["ExtraChanged"]
        assert diff(one, true).apply(one) == true
        with pytest.raises(mlweekly.PatchError, match="expected 'x' in extra 1, found True"):
            diff(one, float_one).apply(true)
        assert merge(one, ours=true, theirs=one).value == true
        assert [each.kind for each in merge(one, ours=true, theirs=float_one).conflicts] == ["changed"]
        assert changes.ExtraAdded("", member="x", after=1) != changes.ExtraAdded("", member="x", after=True)


class TestShownShort:
    """
    A value is one short line where Python shows it.
    """

    LONG = "word " * 100

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (ISSUE, "<Issue 'June', papers: 1>"),
            (Issue(), "<Issue without a title, papers: 0>"),
            (SERIES, "<Series without a title, issues: 2>"),
            (Series(title="Weekly"), "<Series 'Weekly', issues: 0>"),
            (PAPER, "<Paper 1, 'Moshi', links: 1>"),
            (Patch(), "<Patch, operations: 0>"),
            (OUTCOMES[1], "<Merged Issue, changes: 0, conflicts: 1>"),
            (OUTCOMES[2], "<MergedEditions, repairs: 0, conflicts: 0>"),
            (Text("Moshi"), "Text('Moshi')"),
            (Abstract("We", "de"), "Abstract('We', 'de')"),
            (Text(translations={"ko": "a", "ja": "b"}), "Text(translations in ja, ko)"),
            (Link("https://e.org"), "Link('https://e.org')"),
            (Link("https://e.org", "A", section="b"), "Link('https://e.org', 'A', section='b')"),
            (LinkSet([ARXIV]), f"LinkSet([Link('{ARXIV.url}', 'Paper')])"),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_it_names_what_it_is(self, value: object, shown: str) -> None:
        """
        The class, what people know it by, and how much there is in it.
        """
        assert repr(value).startswith(shown)
        if not isinstance(value, LinkSet | Text | Patch | mlweekly.MergedEditions):
            assert str(value) == repr(value)

    def test_it_is_short(self) -> None:
        """
        However much a value holds.
        """
        paper = Paper(rank=1, title=Text(self.LONG), links=LinkSet([POST] * 50), summary=Text(self.LONG))
        issue = Issue(title=self.LONG, papers=[paper] * 50)
        other = attrs.evolve(issue, papers=())
        for value in (
            *(paper, paper.title, paper.links, issue, Series([issue] * 9, title=self.LONG)),
            *(diff(issue, other), merge(issue, ours=other, theirs=issue), merge_editions(issue, issue)),
        ):
            assert len(repr(value)) < 240
            assert "\n" not in repr(value)
        assert repr(paper.links).endswith("… 47 more])")


class TestSharedParts:
    """
    Data whose lists and objects are in several places, as aliases of YAML are.
    """

    @staticmethod
    def doubled(levels: int) -> list[object]:
        """
        Return a list of two lists of two lists …, each level one list.
        """
        value: list[object] = ["a", "b"]
        for _ in range(levels):
            value = [value, value]
        return value

    def test_what_is_shared_may_be_large_within_bounds(self) -> None:
        """
        A few shared parts are read like any others.
        """
        link = {"url": "https://e.org"}
        paper = {"rank": 1, "title": {"original": "a"}, "links": [link, link]}

        assert len(json.from_data({"version": "1.0", "papers": [paper] * 100}).papers) == 100
        assert json.from_data({"version": "1.7", "x": self.doubled(10)}).extra["x"]

    def test_what_is_shared_without_bounds_is_refused(self) -> None:
        """
        A million values is the bound, counted in every place where they are, in members that are known and others.
        """
        links = [{"url": "https://e.org"}] * 1000
        papers = [{"rank": 1, "title": {"original": "a"}, "links": links}] * 1000

        for members in ({"papers": papers}, {"x": self.doubled(40)}, {"x": self.doubled(60)}):
            with pytest.raises(
                DecodeError, match="must have at most 1,000,000 values, those in several places counted"
            ):
                json.from_data({"version": "1.7", **members})
        with pytest.raises(DecodeError, match="must have at most 1,000,000 values"):
            json.patch_from_data({"version": "1.0", "operations": [self.doubled(40)]})

    def test_a_list_that_holds_itself_is_refused(self) -> None:
        """
        It nests too deep, or is too large.
        """
        endless: list[object] = []
        endless.append(endless)
        with pytest.raises(DecodeError, match="must nest at most 64 deep"):
            json.from_data({"version": "1.7", "x": endless})

    def test_a_constructor_has_the_same_bound(self) -> None:
        """
        Metadata and extra members are bounded by hand too.
        """
        with pytest.raises(ModelError, match="/metadata: must consist of at most 100,000 values"):
            Issue(metadata={"x": self.doubled(40)})


def public_callables() -> Iterator[tuple[str, object]]:
    """
    Yield every public class, function, method and property of the rooms of values, changes and JSON, with its name.
    """
    for module in (mlweekly, model, changes, json):
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isclass(value):
                yield name, value
                for cls in value.__mro__:
                    for member, held in vars(cls).items() if cls.__module__.startswith("mlweekly.") else ():
                        function = getattr(held, "fget", getattr(held, "__func__", getattr(held, "func", held)))
                        if inspect.isfunction(function):
                            yield f"{cls.__name__}.{member}", function
            elif inspect.isfunction(value):
                yield name, value


ROOMS = ("mlweekly.model.", "mlweekly.changes.", "mlweekly.json.", "mlweekly.errors")


def test_every_annotation_is_resolved() -> None:
    """
    `typing.get_type_hints` works on every public class, function, constructor, method and property.
    """
    failed: list[str] = []
    for name, value in public_callables():
        if str(getattr(value, "__module__", "")).startswith(ROOMS):
            try:
                typing.get_type_hints(value)
            except NameError as error:
                failed.append(f"{name}: {error}")

    assert failed == []


def test_a_star_import_hides_nothing() -> None:
    """
    No public name of the face is one of the standard library or a builtin; `mlweekly.json` is reached by its name.
    """
    names: dict[str, object] = {}
    exec("from mlweekly import *", names)

    assert not (set(names) - {"__builtins__"}) & (set(sys.stdlib_module_names) | set(dir(__builtins__)))
    assert mlweekly.json is json
    assert "json" in dir(mlweekly)
