"""
The forms in which a day, a week or a month is printed, as regular expressions.

As in the forms of ranges, every repetition is bounded, and an expression is compiled when it is first used. The groups
are `y m d w` for year, month, day and weekday, `n` for the number of a week, and `z` for a year that comes last.
"""

from __future__ import annotations

import re
from functools import cache

from mlweekly._expressions import expression
from mlweekly.dates._forms import MONTH_WORD, any_month, shared_expressions
from mlweekly.dates._months import NO_LETTER, expression_for, full_names, month_expression

_P = shared_expressions()
_D, _S, _SPACES, _YEAR, _OF = _P.digit, _P.space, _P.spaces, _P.year, _P.of
_NO_NUMBER_BEFORE = rf"(?<![0-9A-Za-z０-９])(?<!{_D}[./\-–:,])"
_YEAR_LATER = (
    rf"(?:[{_SPACES},.|/·:;_'’()（）\-–—]{{1,4}}{_OF}(?P<z>{_YEAR}|(?<=['’])[0-9]{{2}})(?![0-9A-Za-z０-９]|[./\-]{_D}))"
)
_NO_NUMBER_AFTER = rf"(?![0-9A-Za-z０-９%％]|[.,:/\-–~]{_S}?{_D})"
_WEEKDAY_BEFORE = rf"(?:(?<![^\W\d_])(?P<w>{_P.weekday})[.,]{{0,2}}{_S}{{1,2}}(?:(?i:den|dem|le|el|dia|día){_S})?)?"
_WEEK_WORD = (
    r"(?:(?<![^\W_])W|(?<![^\W\d_])(?i:(?:calendar )?week|wk|kw|cw|semaine|semana|(?:kalender)?woche|неделя|неделю"
    r"|tuần|tua\u0302\u0300n|hafta))"
)
NUMBER_OF_WEEK = expression(rf"[Ww][{_SPACES}_#.\-]{{0,2}}{_D}")
"""
Matches the number of a week behind a letter ("W27", "KW 27"); behind or before any other word, `names_week` tells.
"""
# In each match of the words for a week is one of these; to look for them takes a fifth of the time.
_SIGNS_OF_WEEK = (
    "week",
    "wk",
    "w/c",
    "sema",
    "woche",
    "недел",
    "tu\u1ea7",
    "tua\u0302",
    "hafta",
    *"週周주",
    "\u110c\u116e",
)
_MARKS = rf"[{_SPACES},:·|/()（）_\-–—]"


@cache
def month_first() -> re.Pattern[str]:
    """
    Match "October 14, 2024", "Oct 14", "2024 October 14".
    """
    return re.compile(
        rf"{_WEEKDAY_BEFORE}(?:(?<!{_D})(?P<y>{_YEAR})[{_SPACES},\-]{{1,2}})?"
        rf"(?<![^\W\d_])(?P<m>{month_expression()}{NO_LETTER}\.?){_P.joint}"
        rf"(?P<d>{_D}{{1,2}}{_P.ordinal})(?!{_D})(?:{_YEAR_LATER}|{_NO_NUMBER_AFTER})"
    )


@cache
def day_first() -> re.Pattern[str]:
    """
    Match "14 October 2024", "14. Oktober 2024", "14 de octubre de 2024", "14 октября".
    """
    return re.compile(
        rf"{_WEEKDAY_BEFORE}(?P<d>{_NO_NUMBER_BEFORE}{_D}{{1,2}}{_P.ordinal})(?![0-9A-Za-z０-９])\.?"
        rf"{any_month() % 'm'}(?:{_YEAR_LATER}|{_NO_NUMBER_AFTER})"
    )


@cache
def year_first() -> re.Pattern[str]:
    """
    Match "2024-10-14", "2024/10/14", "2024. 10. 14.".
    """
    return re.compile(
        rf"(?P<y>(?<![0-9A-Za-z０-９])(?<!{_D}[./\-]){_YEAR}){_S}?(?P<s>[/／.．_\-\u2010-\u2015]){_S}?(?P<m>{_D}{{1,2}})"
        rf"{_S}?(?P=s){_S}?(?P<d>{_D}{{1,2}})(?!{_D}|[./:\-]{_D})"
    )


@cache
def compact() -> re.Pattern[str]:
    """
    Match "20220710".
    """
    return re.compile(
        r"(?P<y>(?<![0-9A-Za-z.])(?:19|20)[0-9][0-9])(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])"
        r"(?![0-9A-Za-z]|[.,][0-9])"
    )


@cache
def east_asian() -> re.Pattern[str]:
    """
    Match "2025年06月23日", "2025년 6월 23일", "9月16日".
    """
    return re.compile(
        rf"(?:(?P<y>(?<!{_D}){_D}{{4}}){_S}?{_P.year_sign}{_S}{{0,2}})?(?P<m>(?<!{_D}){_D}{{1,2}}){_S}?{_P.month_sign}"
        rf"{_S}{{0,2}}(?P<d>{_D}{{1,2}}){_S}?{_P.day_sign}(?:[{_SPACES},、(（]{{1,3}}(?P<z>{_YEAR})(?!{_D}))?"
    )


@cache
def numeric(*, day_leads: bool) -> re.Pattern[str]:
    """
    Match "14.10.2024", "14/10/2024", or, the month first, "10/14/2024".
    """
    first, second = ("d", "m") if day_leads else ("m", "d")
    return re.compile(
        rf"(?P<{first}>{_NO_NUMBER_BEFORE}{_D}{{1,2}})(?P<s>[./\-])(?P<{second}>{_D}{{1,2}})(?P=s)"
        rf"(?P<y>{_YEAR})(?![0-9A-Za-z０-９]|[./\-]{_D})"
    )


@cache
def bare(*, day_leads: bool) -> re.Pattern[str]:
    """
    Match "16/9", or, the month first, "9/16": a day only in a week that words name.
    """
    first, second = ("d", "m") if day_leads else ("m", "d")
    return re.compile(
        rf"(?P<{first}>{_NO_NUMBER_BEFORE}{_D}{{1,2}})(?P<s>[./])(?P<{second}>{_D}{{1,2}})\.?(?![0-9A-Za-z０-９%％]|[./:,\-]{_D})"
    )


@cache
def vietnamese() -> re.Pattern[str]:
    """
    Match "14 tháng 10 năm 2024".
    """
    return re.compile(
        rf"(?P<d>{_NO_NUMBER_BEFORE}{_D}{{1,2}}){_S}{MONTH_WORD}{_S}(?P<m>{_D}{{1,2}})(?!{_D})"
        rf"(?:{_YEAR_LATER}|{_NO_NUMBER_AFTER})"
    )


def names_week(text: str) -> bool:
    """
    Return whether a text has any of the words that can make a day a week.
    """
    may_be_named = any(map(text.casefold().__contains__, _SIGNS_OF_WEEK))
    return may_be_named and _week_words().search(text) is not None


@cache
def _week_words() -> re.Pattern[str]:
    return re.compile("(?i:week|wk|w/c|semaine|woche|semana|недел|tuần|tua\u0302\u0300n|hafta|[週周주]|\u110c\u116e)")


@cache
def week_before() -> re.Pattern[str]:
    """
    Match, before a day, the words that make it a week; `day_leads` are those of languages that print the day first.
    """
    return re.compile(
        rf"(?:(?<![^\W\d_])(?i:(?:week|wk){_S}(?:of|from|starting|beginning|commencing|ending)|w/c)"
        rf"|(?P<day_leads>(?<![^\W\d_])(?i:semaine{_S}d[ue]|woche{_S}(?:vom|ab(?:{_S}dem)?)|semana{_S}d(?:el?|o(?:{_S}dia)?|a)"
        rf"|недел[яюи]{_S}(?:с|со|от)|(?:tuần|tua\u0302\u0300n)(?:{_S}(?:từ|của))?(?:{_S}ngày)?)))"
        rf":?{_S}{{1,2}}(?i:the{_S}|le{_S}|el{_S}|día{_S}|dia{_S})?(?:[^\W\d_]{{3,10}}(?:-feira)?[,.]?{_S})?\Z"
    )


@cache
def week_after() -> re.Pattern[str]:
    """
    Match, after a day, the words that make it a week: "9月16日の週", "9월 16일 주간", "16 Eylül haftası".
    """
    return re.compile(
        rf"(?:の週|週(?!年)|那周|当周|的一周|起的一周|所在周|所在的一周|{_S}?(?:의{_S}?)?주(?:간|차|(?![가-힣]))"
        rf"|{_S}(?i:haftası|haftasi|week)(?![^\W\d_]))"
    )


@cache
def weeks() -> tuple[re.Pattern[str], ...]:
    """
    Match weeks that are numbered, "2026-W27", "Week 27, 2026", "第27周", "2026년 27주차", "27. hafta 2026".
    """
    year = rf"(?P<y>(?<![0-9A-Za-z０-９])(?<!{_D}[./\-]){_YEAR})"
    later = rf"(?:{_MARKS}{{1,4}}(?:(?i:of|de|del|im|в|năm){_S})?(?P<z>{_YEAR})(?!{_D}|[./\-]{_D}|年{_S}?{_D}))"
    number = rf"(?P<n>{_D}{{1,2}})(?!{_D})"
    sign = rf"{_S}?(?:周|週|주차)(?!年)"
    return (
        re.compile(
            rf"{year}(?:{_MARKS}{{0,3}}(?i:w|kw|cw){_S}?|{_MARKS}{{1,4}}{_WEEK_WORD}[{_SPACES}_#.]{{0,2}}){number}{NO_LETTER}"
        ),
        re.compile(rf"{year}{_S}?(?:{_P.year_sign})?{_MARKS}{{0,3}}(?:第{_S}?)?{number}{sign}"),
        re.compile(
            rf"(?P<word>{_WEEK_WORD})[{_SPACES}_#.\-]{{0,2}}{number}{NO_LETTER}(?!{_S}?[%％]|[.,:]{_D}){later}?"
        ),
        re.compile(rf"(?P<word>第){_S}?{number}{sign}{later}?"),
        re.compile(
            rf"(?<![0-9A-Za-z０-９.]){number}(?:[ªº.]|-?я)?{_S}(?i:неделя|hafta|semana|woche|주차){NO_LETTER}{later}"
        ),
    )


@cache
def months_in_figures() -> tuple[re.Pattern[str], ...]:
    """
    Match months with their year: "2026-01", "01/2026", "2026年1月", "tháng 1 năm 2026".
    """
    return (
        re.compile(
            r"(?<![0-9A-Za-z.])(?<![0-9][/\-])(?P<y>(?:19|20)[0-9][0-9])[/.\-](?P<m>0[1-9]|1[0-2])(?![0-9A-Za-z]|[/.\-:][0-9])"
        ),
        re.compile(
            r"(?<![0-9A-Za-z./\-])(?P<m>0[1-9]|1[0-2])[/.\-](?P<y>(?:19|20)[0-9][0-9])(?![0-9A-Za-z]|[/.\-][0-9])"
        ),
        re.compile(rf"(?<!{_D})(?P<y>{_D}{{4}}){_S}?{_P.year_sign}{_S}{{0,2}}(?P<m>{_D}{{1,2}}){_S}?{_P.month_sign}"),
        re.compile(
            rf"(?<![^\W\d_]){MONTH_WORD}{_S}(?P<m>{_D}{{1,2}})(?!{_D})"
            rf"(?:[{_SPACES},/.\-]{{1,3}}{_OF}(?P<y>{_YEAR})(?!{_D})|(?![./\-]{_D}))"
        ),
    )


@cache
def named_months() -> tuple[re.Pattern[str], ...]:
    """
    Match months with their year: "January 2026", "janeiro de 2026", "2026 January".
    """
    name = rf"(?<![^\W\d_])(?P<m>{month_expression()}{NO_LETTER}\.?)"
    return (
        re.compile(rf"{name}[{_SPACES},'’_/\-]{{1,3}}{_OF}(?P<y>{_YEAR})(?![0-9A-Za-z０-９]|[./\-]{_D})"),
        re.compile(rf"(?<![0-9A-Za-z０-９])(?P<y>{_YEAR})[{_SPACES},:_/\-–—|]{{1,3}}{name}(?!{_S}?{_D})"),
    )


@cache
def lone_months_in_figures() -> re.Pattern[str]:
    """
    Match "10月" without a day.
    """
    return re.compile(rf"(?<!{_D})(?P<m>1[0-2]|[1-9]){_S}?{_P.month_sign}(?!{_S}?{_D}|{_S}?第)")


@cache
def lone_months() -> tuple[re.Pattern[str], ...]:
    """
    Match the full name of a month without a year where it is plainly the month of a digest: "Highlights from October".

    English names have a capital; names in other languages follow a preposition.
    """
    english = rf"(?-i:{_P.english_months})"
    kinds = (
        r"highlights|digest|papers|round-?up|recap|review|edition|issue|newsletter|summary|reading|update|research|news"
    )
    others = expression_for(full_names())
    return (
        re.compile(rf"(?<![^\W\d_])(?:in|from|of|for|during){_S}(?P<m>{english})(?![A-Za-z'’\-]|{_S}?{_D})"),
        re.compile(
            rf"(?<![^\W\d_])(?P<m>{english})['’s]{{0,2}}{_S}(?i:ml |ai |arxiv |paper |research ){{0,2}}"
            rf"(?i:{kinds})(?![A-Za-z])"
        ),
        re.compile(rf"(?:\A|(?<=[{_SPACES}(\[|:–—-]))(?P<m>{english})(?=[{_SPACES})\]]{{0,3}}\Z)"),
        re.compile(
            rf"(?<![^\W\d_])(?:(?i:de|du mois de|en|em|im|vom|aus dem|für|за|в|para){_S}|(?i:d)['’])"
            rf"(?P<m>{others}){NO_LETTER}(?!['’\-]|{_S}?{_D})"
        ),
        re.compile(rf"(?<![^\W\d_])(?P<m>{others}){NO_LETTER}{_S}(?i:ayı|ayi|bülteni|makaleleri)"),
    )


@cache
def month_before_week() -> re.Pattern[str]:
    """
    Match a month directly before the number of a week, which then is a week of that month: "January 2026 Week 3".
    """
    return re.compile(
        rf"(?:(?<![^\W\d_]){month_expression()}{NO_LETTER}\.?|{_P.month_sign}|[0-9][/.\-][0-9]{{1,2}})"
        rf"(?:{_MARKS}|[,.]){{0,4}}{_OF}\Z"
    )
