"""
What a user decides about a validation.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from mlweekly import DateRange, Issue, ModelError, Settings, validate
from mlweekly.validation import Context, IssueRule, Rule, Suppression, Term, Violation
from tests.digests import digest, post_url

POSTS = [post_url(date(2024, 9, day)) for day in (16, 18, 20)]
WRONG = digest("Papers (June 10 - June 16) - 2024", DateRange(date(2024, 6, 10), date(2024, 6, 16)), POSTS)


def test_every_wrong_setting_is_listed() -> None:
    """
    A severity, a count and a day that cannot be are refused at once.
    """
    with pytest.raises(ModelError, match="Settings") as raised:
        Settings(severities={"D1": "fatal"}, papers=0, days=-1, first_day="Mon", limit=0)  # type: ignore[dict-item] # wrong on purpose

    assert [problem.pointer for problem in raised.value.problems] == [
        "/severities/D1",
        "/papers",
        "/days",
        "/limit",
        "/first_day",
    ]


def test_term_needs_words() -> None:
    """
    An empty term, or an empty translation of one, is refused.
    """
    with pytest.raises(ModelError, match="Term") as raised:
        Term(" ", {"ja": ""})

    assert [problem.pointer for problem in raised.value.problems] == ["/source", "/translations/ja"]


def test_longest_beginning_decides_the_severity() -> None:
    """
    A severity set for a code outweighs one set for a group of codes, and the usual one.
    """
    report = validate(
        WRONG, select="D103", settings=Settings(severities={"D": "info", "D103": "warning", "D10": "error"})
    )

    assert [finding.severity for finding in report.findings] == ["warning"]
    assert report.ok
    assert validate(WRONG, select="D103", settings=Settings(severities={"D": "info"})).findings[0].severity == "info"
    assert validate(WRONG, select="D103", settings=Settings(severities={"L": "info"})).findings[0].severity == "error"


def test_choice_in_the_call_goes_before_that_of_the_settings() -> None:
    """
    `select` takes the place of the settings' own, `ignore` adds to it.
    """
    settings = Settings(select="D103", ignore=["D104"])

    assert [rule.code for rule in validate(WRONG, settings=settings).rules] == ["D103"]
    assert [rule.code for rule in validate(WRONG, select=["D101", "D104"], settings=settings).rules] == ["D101"]
    assert validate(WRONG, ignore="D103", settings=settings).rules == ()


def test_wrong_code_in_the_settings_is_refused() -> None:
    """
    It is no silent choice of nothing.
    """
    with pytest.raises(ModelError, match="no rule has the code or prefix 'D999'"):
        validate(WRONG, settings=Settings(select="D999"))
    with pytest.raises(ModelError, match="no rule has the code or prefix 'L2O6'") as raised:
        validate(WRONG, settings=Settings(severities={"L2": "info", "L2O6": "error"}))
    assert [problem.pointer for problem in raised.value.problems] == ["/severities"]


def test_settings_are_values() -> None:
    """
    Lists and dicts become immutable; equal settings are equal, hashable and picklable.
    """
    settings = Settings(
        select=["D"],
        severities={"D1": "info"},
        suppressions=[Suppression("D103", because="kept")],
        baseline=["0123456789abcdef"],
        glossary=[Term("agent", {"ja": "エージェント"})],
    )

    assert settings.select == ("D",)
    assert settings.suppressions[0].codes == ("D103",)
    assert settings.baseline == frozenset({"0123456789abcdef"})
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert len({settings, pickle.loads(pickle.dumps(settings))}) == 1


@pytest.mark.parametrize(("day", "number"), [("monday", 0), ("sunday", 6), ("saturday", 5)])
def test_first_day_counts_as_dates_do(day: str, number: int) -> None:
    """
    Monday is 0, Sunday is 6.
    """
    assert Settings(first_day=day).first_weekday == number


@pytest.mark.parametrize(
    ("name", "value", "pointer"),
    [
        ("select", 5, "/select"),
        ("select", ["D", 5], "/select/1"),
        ("ignore", b"D", "/ignore"),
        ("severities", ["D"], "/severities"),
        ("severities", None, "/severities"),
        ("severities", {"D": ["error"]}, "/severities/D"),
        ("suppressions", "D103", "/suppressions"),
        ("suppressions", ["D103"], "/suppressions/0"),
        ("suppressions", None, "/suppressions"),
        ("baseline", "abc", "/baseline"),
        ("baseline", [["abc"]], "/baseline"),
        ("baseline", [5], "/baseline/0"),
        ("rules", validate, "/rules"),
        ("rules", [validate], "/rules/0"),
        ("papers", "10", "/papers"),
        ("papers", True, "/papers"),
        pytest.param("papers", 10**5000, "/papers", id="papers-huge"),
        ("days", 1.5, "/days"),
        ("days", 367, "/days"),
        ("days", None, "/days"),
        ("first_day", 0, "/first_day"),
        ("first_day", ["monday"], "/first_day"),
        ("glossary", ["agent"], "/glossary/0"),
        ("glossary", Term("agent"), "/glossary"),
        ("as_of", "2024-09-10", "/as_of"),
        ("as_of", datetime(2024, 9, 10), "/as_of"),
        ("limit", 2**31, "/limit"),
        pytest.param("limit", -(10**5000), "/limit", id="limit-huge"),
    ],
)
def test_setting_of_another_type_is_refused_by_name(name: str, value: object, pointer: str) -> None:
    """
    What cannot be meant is told before anything is validated, and never by an exception from inside.
    """
    with pytest.raises(ModelError, match="Settings") as raised:
        Settings(**{name: value})  # type: ignore[arg-type] # wrong on purpose

    assert [problem.pointer for problem in raised.value.problems] == [pointer]
    assert len(raised.value.problems[0].message) < 160


@pytest.mark.parametrize(("most", "name"), [(366, "days"), (2**31 - 1, "papers"), (2**31 - 1, "limit")])
def test_largest_counts_are_taken(most: int, name: str) -> None:
    """
    A year, and as many papers as there are ranks.
    """
    assert getattr(Settings(**{name: most}), name) == most
    assert getattr(Settings(**{name: 1}), name) == 1


def test_parts_of_settings_refuse_other_types_by_name() -> None:
    """
    A term, a suppression and a rule say which of their members is wrong.
    """
    with pytest.raises(ModelError, match="Term") as raised:
        Term(date, ["agent"])  # type: ignore[arg-type] # wrong on purpose
    assert [problem.pointer for problem in raised.value.problems] == ["/source", "/translations"]
    with pytest.raises(ModelError, match="Term") as raised:
        Term("agent", {"ja": None})  # type: ignore[dict-item] # wrong on purpose
    assert [problem.pointer for problem in raised.value.problems] == ["/translations/ja"]
    with pytest.raises(ModelError, match="Suppression") as raised:
        Suppression(["D103", None], because=1, where=None)  # type: ignore[list-item, arg-type] # wrong on purpose
    assert [problem.pointer for problem in raised.value.problems] == ["/codes/1", "/because", "/where"]
    with pytest.raises(ModelError, match="Rule") as raised:
        IssueRule(1, None, "fatal", "check")  # type: ignore[arg-type] # wrong on purpose
    assert [problem.pointer for problem in raised.value.problems] == ["/code", "/name", "/severity", "/check"]


def test_rule_of_no_kind_is_refused() -> None:
    """
    What is asked of neither an issue nor a series would never run.
    """

    def silent(_: Context) -> Iterator[Violation]:
        yield from ()

    with pytest.raises(ModelError, match="must be an IssueRule or a SeriesRule, got Rule") as raised:
        validate(Issue(), settings=Settings(rules=[Rule("Z1", "silent", "info", silent)]))
    assert [problem.pointer for problem in raised.value.problems] == ["/rules/0"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"subject": "# Papers"},
            "expected an Issue, a Series or a Document, got str: read it first, mlweekly.markdown.parse",
        ),
        ({"subject": None}, "expected an Issue, a Series or a Document, got None"),
        ({"select": 5}, "select must be codes of rules, such as 'D103' or \\['D', 'L2'\\], got 5"),
        ({"ignore": ["D", 5]}, "ignore must be codes of rules, .* got 5"),
        ({"settings": {"days": 7}}, "expected settings=Settings\\(...\\), got dict: write Settings"),
        ({"editions": Issue()}, "expected a list of editions, got Issue: put it in a list"),
        ({"editions": 5}, "expected a list of editions, got int"),
        ({"editions": ["# Papers"]}, "expected an Issue, a Series or a Document, got str"),
    ],
)
def test_argument_of_another_type_is_refused(arguments: dict[str, object], message: str) -> None:
    """
    In words that say what was expected.
    """
    with pytest.raises(TypeError, match=message):
        validate(**{"subject": Issue(), **arguments})  # type: ignore[call-overload] # wrong on purpose
