"""
What Korean words can mean as numbers: native numerals, those from Chinese, and days that are counted by names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mlweekly._expressions import any_of, expression
from mlweekly.validation._translation._english_numbers import NumberWord, counted, meant
from mlweekly.validation._translation._numerals import Numerals

__all__ = ["korean_number_words"]

_HINTS: Final = meant(
    (((0, 0),), "제로"),
    (((1, 0),), "하나 단일 최초 처음 우선 먼저 첫"),
    (((2, 0),), "페어 둘 양방향 양쪽 양측 쌍 이중 둘째 두번째 전자 후자 갑절 곱절"),
    (((1, 0), (2, 0)), "한두"),
    (((2, 0), (3, 0)), "두세"),
    (((3, 0), (4, 0)), "서너"),
    (((5, 0), (6, 0)), "대여섯"),
    (((6, 0), (7, 0)), "예닐곱"),
    (((3, 0),), "셋 셋째 삼중 스리"),
    (((4, 0),), "넷"),
    *((((number, 0),), word) for word, number in counted("다섯 여섯 일곱 여덟 아홉", first=5).items()),
    (((5, -1), (50, 0)), "절반 반으로 과반"),
    (((50, 0),), "반세기"),
    (((6, 0), (5, -1)), "반년"),
    (((30, 0), (5, -1)), "반시간"),
)
# 둘러보다 is to look around.
_HINT = expression(rf"(?<![가-힣])(?:{any_of(_HINTS)})(?!러)")
_DAYS: Final = {**counted("하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘"), "보름": 15}
_NATIVE_ONES: Final = counted("한 두 세 네 다섯 여섯 일곱 여덟 아홉")
_NATIVE_TENS: Final = counted("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔", first=10, step=10)
_NATIVE: Final = {**_NATIVE_ONES, **_NATIVE_TENS, "스무": 20, "석": 3, "넉": 4}
_AND_A_HALF = expression(
    rf"(?P<whole>[0-9]{{1,4}}|{any_of({**_NATIVE, **_DAYS})})[ ]?(?P<unit>년|개월|달|시간|주|배|일|분)?[ ]?"
    "(?P<half>반)(?=$|[^가-힣]|[은이을의에]|가량|만)"
)
_MONTHS: Final = 12
_KOREAN = expression(
    rf"(?<![가-힣])(?:(?P<native>(?P<tens>{any_of(_NATIVE_TENS)})(?P<ones>{any_of(_NATIVE_ONES)})?"
    "|한|두|세|네|스무|[석넉](?=[ ](?:달|장|대|줄|점|단계|되|섬|자)))(?=[ ]|가지|개|번|배|명|편|종|단계|차례|째)"
    rf"|(?P<day>{any_of(_DAYS)})"
    "|(?P<sino>[일이삼사오육칠팔구]?[십백천][일이삼사오육칠팔구십백천만억조]{0,12}"
    "|[일이삼사오육칠팔구](?=단계|차원|분의|인칭|세대)|일?[만억조](?=[ ]?(?:개|명|건|장|배|달러|시간)))"
    "(?=여?[ ]?(?:개|명|건|편|토큰|배|가지|번|단계|차원|분의|달러|시간|장|권|줄|인칭|세대|년|초|주|회|쌍|종|쪽|퍼센트))"
    "|(?P<round>[십백천][만억조])(?![가-힣]))"
)
_NUMERALS: Final = Numerals(counted("일 이 삼 사 오 육 칠 팔 구"), counted("십 백 천"), {"만": 4, "억": 8, "조": 12})


def korean_number_words(text: str) -> Iterator[NumberWord]:
    """
    Yield the number words of a Korean text.

    >>> [word.values for word in korean_number_words("사흘 반 동안 스물두 명")]
    [((35, -1),), ((3, 0),), ((22, 0),)]
    """
    for match in _HINT.finditer(text):
        yield NumberWord(*match.span(), _HINTS[match[0]])
    for match in _AND_A_HALF.finditer(text):
        word = match["whole"]
        whole = int(word) if word.isdecimal() else {**_NATIVE, **_DAYS}[word]
        smaller = {"년": ((whole * _MONTHS + _MONTHS // 2, 0),), "시간": ((30, 0),)}.get(match["unit"], ())
        yield NumberWord(*match.span("half"), ((10 * whole + 5, -1), *smaller))
    for match in _KOREAN.finditer(text):
        if match["day"] is not None:
            yield NumberWord(*match.span(), ((_DAYS[match["day"]], 0),))
        elif match["native"] is None:
            word = _NUMERALS.read(match)
            yield word if match["sino"] else word._replace(is_sure=False)
        else:
            parts = (match["tens"], match["ones"]) if match["tens"] else (match["native"],)
            yield NumberWord(*match.span(), ((sum(_NATIVE[each] for each in parts if each), 0),))
