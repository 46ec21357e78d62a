"""
The forms in which a range of days is printed, as regular expressions.

Every repetition is bounded, so each expression does a bounded amount of work at each offset of a text. Whatever their
order in the text, the groups have one name each: `y1 m1 d1 w1` are year, month, day and weekday of the first day, `y2`
... those of the last; `z2` is a year after the whole range, which belongs to the last day, and `v2` a weekday after it.

An expression is compiled when it is first used: together they take longer than the rest of the library to import.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple, TypeAlias

from mlweekly._expressions import expression
from mlweekly._wording import MONTHS
from mlweekly.dates._months import (
    NO_LETTER,
    expression_for,
    full_names,
    month_expression,
    weekday_expression,
)
from mlweekly.dates._months import WEEKDAY_ENDINGS as _FURTHER_ENDINGS


def _either(*words: str) -> str:
    """
    Return an expression for one of the words, composed or decomposed (Korean text often is).
    """
    spellings = dict.fromkeys(spelling for word in words for spelling in (word, unicodedata.normalize("NFD", word)))
    return f"(?:{'|'.join(spellings)})"


Span: TypeAlias = tuple[int, int]


class DayFields(NamedTuple):
    """
    The spans of the parts of one end of a range, or of a day; None for a part that is not printed with it.

    `week` is the span of the number of the week that is printed with a range ("2026-W27 (06/29-07/05)"), or of the
    words that make a day a week ("Week of September 16").
    """

    year: Span | None
    month: Span | None
    day: Span
    weekday: Span | None
    week: Span | None = None


class WeekFields(NamedTuple):
    """
    The spans of an ISO week's year, if it is printed, and of its number.
    """

    year: Span | None
    week: Span


class MonthFields(NamedTuple):
    """
    The spans of a month's year, if it is printed, and of the month.
    """

    year: Span | None
    month: Span


OPENING, CLOSING = "([（［【〔「『", ")]）］】〕」』"
PAIRS = dict(zip(OPENING, CLOSING, strict=True))
OPENERS = dict(zip(CLOSING, OPENING, strict=True))

_D = "[0-9０-９]"
_SPACES = r" \t\u00a0\u2000-\u200a\u202f\u3000"
_HYPHENS = r"\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_TILDES = r"~\u02dc\u2053\u223c\u301c\uff5e"
_DASH = f"[{_HYPHENS}{_TILDES}\u2192]"
_S = f"[{_SPACES}]"
_OPENING, _CLOSING = re.escape(OPENING), re.escape(CLOSING)
_PLAUSIBLE_YEAR = "(?:(?:19|20|21)[0-9][0-9]|(?:１９|２０|２１)[０-９][０-９])"
_ORDINAL = "(?:(?ai:st|nd|rd|th|er)|[º°])?"
_WEEKDAY = (
    "(?ai:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)


def _month(after: str = "") -> str:
    """
    Return an expression for an English month, in full, in three letters, or "Sept"; `after` tests its first letter.

    It begins with a set of letters, which the engine looks for faster than for words in any case.
    """
    tails = "|".join(f"(?<=[{name[0]}{name[0].lower()}])(?ai:{_tail(name)})" for name in MONTHS)
    return f"[JFMASONDjfmasond]{after}(?:{tails})"


def _tail(name: str) -> str:
    return "ep(?:t(?:ember)?)?" if name == "September" else f"{name[1:3]}(?:{name[3:]})?"


_AT_WORD_START = r"(?<![A-Za-z][\s\S])"
_MONTH = rf"{_month()}\.?"
_JOINT = rf"[{_SPACES}\-_.]{{0,4}}"
_TO = (
    rf"(?:[{_SPACES}_]{{0,8}}{_DASH}{{1,3}}[{_SPACES}_]{{0,8}}"
    rf"|[{_SPACES}\-_]{{1,4}}(?ai:to|thru|through|until|till)[{_SPACES}\-_]{{1,4}})"
)
_NOT_A_DAY = rf"(?![0-9A-Za-z０-９%％]|[.,:]{_D})"
_OF = rf"(?:(?i:of|in|d[eo]l?|năm|na\u0306m|г\.?){_S})?"
_YEAR_AFTER = (
    rf"(?:[{_SPACES}{_CLOSING}{_OPENING}{_HYPHENS}~,.|/·:;_'’]{{1,8}}{_OF}"
    rf"(?:(?P<z1>{_PLAUSIBLE_YEAR})/(?=(?:[0-9]{{2}}){{1,2}}(?![/.\-]?[0-9])))?"
    rf"(?P<z2>{_PLAUSIBLE_YEAR}|(?<=['’])[0-9]{{2}}|(?<=(?:19|20|21)[0-9][0-9]/)[0-9]{{2}})(?![0-9A-Za-z０-９])"
    rf"|{_NOT_A_DAY})"
)
_YEAR_BETWEEN = rf"(?:[{_SPACES},.\-_]{{1,3}}{_OF}(?P<y1>{_PLAUSIBLE_YEAR})(?!{_D})(?:{_S}?(?:г\.|года|год))?)?"


def _never(*names: str) -> str:
    """
    Return an expression for groups that this form has not, so that every form has the same names.
    """
    return "".join(f"(?P<{name}>(?!))?" for name in names)


def _weekday_after(name: str) -> str:
    """
    Return an expression for a weekday in parentheses, in any of the languages.
    """
    sign = "周|週|星期|礼拜"
    day = rf"(?:{sign})?(?P<{name}>[月火水木金土日월화수목금토일一二三四五六天]|{_WEEKDAY})(?:曜日?|요일)?\.?"
    return rf"(?:\.?{_S}{{0,2}}[(（]{day}[)）])?"


@cache
def month_first() -> re.Pattern[str]:
    """
    Match "September 16 - September 22", "Sep 16-22", "(December 30 - January 5) - 2025".
    """
    return re.compile(
        rf"(?P<m1>{_month(_AT_WORD_START)}\.?){_JOINT}(?P<d1>{_D}{{1,2}}{_ORDINAL})(?!{_D})"
        rf"{_weekday_after('w1')}{_YEAR_BETWEEN}{_TO}(?:(?P<w2>{_WEEKDAY})[.,]{{0,2}}[{_SPACES}\-]{{0,4}})?"
        rf"(?:(?P<m2>{_MONTH}){_JOINT})?(?P<d2>{_D}{{1,2}}{_ORDINAL}){_weekday_after('v2')}{_YEAR_AFTER}{_never('y2')}"
    )


_TO_WORDS = (
    r"(?i:to|thru|through|until|till|bis(?: zum)?|au|a|al|ao|hasta(?: el)?|по|до|ile|à|a\u0300|até|ate\u0301"
    r"|(?:đến|đe\u0302\u0301n|tới|to\u031b\u0301i)(?: hết)?)"
)
_TO_ANY = (
    rf"(?:[{_SPACES}_]{{0,8}}{_DASH}{{1,3}}[{_SPACES}_]{{0,8}}"
    rf"|[{_SPACES}\-_]{{1,4}}{_TO_WORDS}[{_SPACES}\-_]{{1,4}})"
)
_ARTICLE = rf"(?:(?i:le|el|den|dem|o|dia|día|ngày|nga\u0300y){_S})?"


@cache
def any_weekday() -> str:
    """
    Return an expression for the name of a weekday in any language.
    """
    return rf"(?:{_WEEKDAY}|{weekday_expression()})"


@cache
def any_month() -> str:
    """
    Return an expression for the name of a month in any language, with what may join it to its day.
    """
    return rf"{_JOINT}{_OF}(?:d['’])?(?P<%s>{month_expression()}{NO_LETTER}\.?)"


@cache
def day_first() -> re.Pattern[str]:
    """
    Match "16-22 September 2024", "16 September – 22 September 2024", "16. bis 22. September", "16 al 22 de septiembre".
    """
    return re.compile(
        rf"(?P<d1>(?<![0-9A-Za-z０-９])(?<!{_D}[./\-–:,]){_D}{{1,2}}{_ORDINAL})(?![0-9A-Za-z０-９])\.?"
        rf"(?:{any_month() % 'm1'}{_YEAR_BETWEEN})?"
        rf"{_TO_ANY}{_ARTICLE}(?:(?P<w2>{any_weekday()})[.,]{{0,2}}[{_SPACES}\-]{{0,4}})?"
        rf"(?:(?i:den|dem){_S})?(?P<d2>{_D}{{1,2}}{_ORDINAL})(?!{_D}){any_month() % 'm2'}"
        rf"{_YEAR_AFTER}{_never('w1', 'y2', 'v2')}"
    )


@cache
def vietnamese() -> re.Pattern[str]:
    """
    Match "từ ngày 16 đến ngày 22 tháng 9 năm 2024", "16 - 22 tháng 9, 2024".
    """
    month = rf"{_S}{{0,2}},?{_S}?{MONTH_WORD}{_S}(?P<%s>{_D}{{1,2}})(?!{_D})"
    return re.compile(
        rf"(?P<d1>(?<![0-9A-Za-z０-９])(?<!{_D}[./\-–:,]){_D}{{1,2}})(?!{_D})(?:{month % 'm1'}{_YEAR_BETWEEN})?"
        rf"{_TO_ANY}{_ARTICLE}(?P<d2>{_D}{{1,2}})(?!{_D}){month % 'm2'}{_YEAR_AFTER}{_never('w1', 'w2', 'y2', 'v2')}"
    )


SHOWN_MONTH_WORD = expression("(?i:th[aá]\u0301?ng)")
MONTH_WORD = "(?i:th[aá]\u0301?ng)"


@cache
def numeric(*, day_leads: bool) -> re.Pattern[str]:
    """
    Match "16.09.2024 – 22.09.2024", "16.–22.09.2024", or, the month first, "09/16/2024 - 09/22/2024".
    """
    first, second = ("d", "m") if day_leads else ("m", "d")
    start = rf"(?P<{first}1>(?<![0-9A-Za-z０-９])(?<!{_D}[./\-–:,]){_D}{{1,2}})"
    rest = rf"(?P<s>[./\-])(?P<{second}1>{_D}{{1,2}})(?!{_D})(?:(?P=s)(?P<y1>{_PLAUSIBLE_YEAR})(?!{_D})|\.)?"
    opening = rf"(?:{rest}|\.?(?!{_D}))" if day_leads else rest
    return re.compile(
        rf"{start}{opening}(?P<to>{_TO_ANY}){_ARTICLE}"
        rf"(?P<{first}2>{_D}{{1,2}})(?P<s2>[./\-])(?P<{second}2>{_D}{{1,2}})(?!{_D})"
        rf"(?:(?P=s2)(?P<y2>{_PLAUSIBLE_YEAR})(?!{_D})|(?P<dot>\.)(?!{_D}))?(?![/\-]?{_D}|[A-Za-z%％])"
    )


@cache
def issue_number_before() -> re.Pattern[str]:
    """
    Match, before a number, what makes it the number of an issue: "Issue #12 - 16 Sep 2024" is one day.
    """
    words = "n[°º]|no|nr|issue|vol|volume|edition|episode|ep|édition|numéro"
    further = "número|edición|edição|ausgabe|выпуск|номер|số|sayı"
    return re.compile(rf"(?:[#№]|(?<![^\W\d_])(?i:{words}|{further})\.?){_S}?\Z")


@cache
def day_words_before() -> re.Pattern[str]:
    """
    Match, before numbers, a word of a language that prints the day before the month.
    """
    return re.compile(
        rf"(?<![^\W\d_])(?i:du|del?|dal|vom|von|с|со|от|từ|tu\u031b\u0300|ngày|nga\u0300y|tuần|desde|entre){_S}"
        rf"(?:(?i:le|el|ngày|nga\u0300y|dia|día){_S})?\Z"
    )


_SEPARATOR = rf"{_S}?(?P<s>[/／.．_{_HYPHENS}]){_S}?"
_SAME = rf"{_S}?(?P=s){_S}?"
_TO_NUMBER = (
    rf"(?P<to>{_S}{{0,8}}(?:{_DASH}{{1,3}}|[/_]|{_either('から', '부터', '에서', '至', '到', 'to')}){_S}{{0,8}}"
    rf"|{_S}{{1,4}}{_TO_WORDS}{_S}{{1,4}})"
)
_NOT_A_NUMBER = rf"(?!{_D}|[:%％]|[.,]{_D})"


@cache
def year_first() -> re.Pattern[str]:
    """
    Match "[2024/09/16 ~ 09/22]", "2024-09-16/2024-09-22", "2024-12-30-2025-01-05".
    """
    return re.compile(
        rf"(?P<y1>(?<!{_D})(?<!{_D}[./\-]){_D}{{4}}){_SEPARATOR}(?P<m1>{_D}{{1,2}}){_SAME}(?P<d1>{_D}{{1,2}})(?!{_D})\.?"
        rf"{_weekday_after('w1')}{_TO_NUMBER}"
        rf"(?:(?:(?P<y2>{_D}{{4}}){_SAME})?(?P<m2>{_D}{{1,2}}){_SAME})?(?P<d2>{_D}{{1,2}}){_NOT_A_NUMBER}{_weekday_after('v2')}"
        rf"{_never('w2', 'z2')}"
    )


@cache
def compact() -> re.Pattern[str]:
    """
    Match "20240916-20240922".
    """
    return re.compile(
        rf"(?P<y1>(?<!{_D}){_PLAUSIBLE_YEAR})(?P<m1>0[1-9]|1[0-2])(?P<d1>[0-3][0-9])"
        rf"{_S}{{0,8}}(?:(?:{_DASH}|_){{1,3}}{_S}{{0,8}}(?P<y2>{_PLAUSIBLE_YEAR})|[{_TILDES}]{_S}{{0,8}})"
        rf"(?P<m2>0[1-9]|1[0-2])(?P<d2>[0-3][0-9])(?!{_D}){_never('w1', 'w2', 'v2', 'z2')}"
    )


@cache
def bare_date() -> re.Pattern[str]:
    """
    Match "9/16~9/22", "[09/16 - 09/22]", and fractions and versions, which look alike.
    """
    return re.compile(
        rf"(?P<m1>(?<![0-9A-Za-z０-９])(?<!{_D}[./\-:,]){_D}{{1,2}})(?P<s>[/／.．\-])(?P<d1>{_D}{{1,2}})(?!{_D})"
        rf"{_weekday_after('w1')}(?P<to>{_S}{{0,8}}{_DASH}{{1,3}}{_S}{{0,8}})"
        rf"(?:(?P<m2>{_D}{{1,2}})(?P=s))?(?P<d2>{_D}{{1,2}})(?![0-9A-Za-z０-９%％/／])(?![.,:\-]{_D}){_weekday_after('v2')}"
        rf"(?P<after>(?=[{_CLOSING}]))?(?:[{_SPACES}{_CLOSING}{_HYPHENS},]{{1,8}}(?P<z2>{_PLAUSIBLE_YEAR})(?![0-9A-Za-z０-９]))?"
        rf"{_never('y1', 'y2', 'w2')}"
    )


EAST_ASIAN_MONTHS = ("月", "월", unicodedata.normalize("NFD", "월"))
_YEAR_SIGN, _MONTH_SIGN, _DAY_SIGN = _either("年", "년"), _either("月", "월"), _either("日", "号", "號", "일")
_FROM = _either("から", "より", "부터", "에서")
_TO_EAST_ASIAN = rf"{_S}{{0,8}}(?:{_FROM}{_S}?{_DASH}{{0,2}}|{_DASH}{{1,3}}|至|到|(?ai:to)){_S}{{0,8}}"


@cache
def east_asian() -> re.Pattern[str]:
    """
    Match "2024年9月16日～9月22日", "9月16日(月)〜22日(日)", "9월 16일부터 22일까지", "2024年9月16日至9月22日".
    """
    return re.compile(
        rf"(?:(?P<y1>(?<!{_D}){_D}{{4}}){_S}?{_YEAR_SIGN}{_S}{{0,2}})?"
        rf"(?P<m1>(?<!{_D}){_D}{{1,2}}){_S}?{_MONTH_SIGN}{_S}{{0,2}}(?P<d1>{_D}{{1,2}})(?:{_S}?{_DAY_SIGN})?"
        rf"{_weekday_after('w1')}{_TO_EAST_ASIAN}"
        rf"(?:(?:(?P<y2>{_D}{{4}}){_S}?{_YEAR_SIGN}{_S}{{0,2}})?(?P<m2>{_D}{{1,2}}){_S}?{_MONTH_SIGN}{_S}{{0,2}})?"
        rf"(?P<d2>{_D}{{1,2}})(?:{_S}?{_DAY_SIGN}|(?![\w%％]|[.,:]{_D})){_weekday_after('v2')}"
        rf"(?:[{_SPACES}{_CLOSING}{_OPENING}{_HYPHENS},、]{{1,8}}(?P<z2>{_PLAUSIBLE_YEAR})(?![0-9A-Za-z０-９]))?{_never('w2')}"
    )


@cache
def leading_year_and_weekday() -> re.Pattern[str]:
    """
    Match the year, or two of them, the weekday or both directly before a range; a week's number may be between.
    """
    week = rf"{_S}?(?:-?{_S}?W|(?i:week{_S})|第?{_S}?)(?P<week>[0-9]{{1,2}})(?:{_S}?(?:周|週|주차))?(?!{_D})"
    between = rf"[{_SPACES}{_OPENING}{_CLOSING}{_HYPHENS},:_.|·]{{0,5}}"
    return re.compile(
        rf"(?:(?<!{_D})(?<!{_D}[./\-])(?P<y1>{_PLAUSIBLE_YEAR})(?:[/–-](?P<y2>{_PLAUSIBLE_YEAR}))?"
        rf"{_YEAR_SIGN}?(?:{week})?{between})?"
        rf"(?:(?<![^\W\d_])(?P<w1>{any_weekday()})[.,]{{0,2}}[{_SPACES}\-]{{0,4}}(?:(?i:den|dem|le|el|dia|día){_S})?)?\Z"
    )


LEADING_PUNCTUATION = " \t\u00a0\u3000,:-–—_.|·" + OPENING + CLOSING
YEAR_ENDINGS = "0123456789０１２３４５６７８９年周週" + unicodedata.normalize("NFD", "년차") + "년차"
WEEKDAY_ENDINGS = (
    frozenset({"mon", "tue", "ues", "wed", "thu", "hur", "urs", "fri", "sat", "sun", "day"}) | _FURTHER_ENDINGS
)

DIGIT = expression(_D)
NUMBERS = expression(rf"{_D}{_S}?[/／.．_{_HYPHENS}]{_S}?{_D}")
"""
Matches two numbers with a mark between them, which every form of days and months in figures has, except for these.
"""
COMPACT_NUMBER = expression(rf"{_D}{{8}}")
TILDES = frozenset("~\u02dc\u2053\u223c\u301c\uff5e")


@cache
def shown_date() -> re.Pattern[str]:
    """
    Match a digit or the name of a month; "may" and "march" in small letters are verbs.
    """
    named = rf"(?<![^\W\d_]){expression_for(full_names(lone=True))}{NO_LETTER}"
    return re.compile(rf"{_D}|[一二三四五六七八九十][月월]|(?!may|mar){_month(_AT_WORD_START)}(?![A-Za-z])|{named}")


class SharedExpressions(NamedTuple):
    """
    The parts that the forms of single days, weeks and months are built from too.
    """

    digit: str
    space: str
    spaces: str
    year: str
    of: str
    weekday: str
    joint: str
    ordinal: str
    year_sign: str
    month_sign: str
    day_sign: str
    english_months: str


def shared_expressions() -> SharedExpressions:
    """
    Return the expressions for a digit, a space, a plausible year, and so on.
    """
    english = "|".join(f"{name}|{name.upper()}" for name in MONTHS)
    signs = _YEAR_SIGN, _MONTH_SIGN, _DAY_SIGN
    return SharedExpressions(
        _D, _S, _SPACES, _PLAUSIBLE_YEAR, _OF, any_weekday(), _JOINT, _ORDINAL, *signs, f"(?:{english})"
    )
