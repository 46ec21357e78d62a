"""
What a user decides about a validation.
"""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from mlweekly import DateRange, ModelError, Settings, validate
from mlweekly.validation import Suppression, Term
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
