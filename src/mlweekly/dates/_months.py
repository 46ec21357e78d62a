"""
The names of months and weekdays in seven languages: numbers, expressions that match them, names in the style of others.

Names are read in any case, and with or without their accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeAlias

from mlweekly._expressions import expression
from mlweekly._wording import MONTHS

_Trie: TypeAlias = "dict[str, _Trie]"

_STYLES: dict[str, tuple[str, ...]] = {
    "en": (" ".join(MONTHS), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv févr mars avr mai juin juil août sept oct nov déc",
    ),
    "de": (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    ),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sep oct nov dic",
    ),
    "pt": (
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan fev mar abr mai jun jul ago set out nov dez",
    ),
    "ru": (
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "янв фев мар апр мая июн июл авг сен окт ноя дек",
    ),
    "tr": (
        "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    ),
}
_FURTHER = {
    "Sept": ("en", 9),
    "fév": ("fr", 2),
    "Jänner": ("de", 1),
    "Maerz": ("de", 3),
    "Mrz": ("de", 3),
    "Sept.": ("de", 9),
    "setiembre": ("es", 9),
    "февр": ("ru", 2),
    "сент": ("ru", 9),
    "нояб": ("ru", 11),
}
_WEEKDAYS = tuple(
    tuple(row.split())
    for row in (
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "lunes martes miércoles jueves viernes sábado domingo",
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "segunda terça quarta quinta sexta sábado domingo",
        "понедельник вторник среда четверг пятница суббота воскресенье",
        "понедельника вторника среды четверга пятницы субботы воскресенья",
        "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
    )
)
WEEKDAY_ENDINGS = frozenset(name[-3:].lower() for row in _WEEKDAYS for name in row)
_WORDS_OF = {
    "fr": {"du", "au", "le", "semaine", "en"},
    "de": {"bis", "vom", "zum", "woche", "im"},
    "es": {"del", "al", "el", "semana"},
    "pt": {"ao", "até", "em", "dia"},
    "tr": {"ile", "haftası", "ayı"},
}
# "Mars" is a planet and "mart" a shop: alone they show no date.
_OTHER_WORDS = frozenset({"mars", "mart", "mayo", "mai", "may", "march", "set", "out"})
_SHORTEST_ALONE = 4
_WORD = expression(r"[A-Za-z\u00c0-\u024f\u0300-\u036f\u0400-\u052f\u1e00-\u1eff]{3,12}")

NO_LETTER = r"(?![A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff])"
"""
An expression for the end of a word; other scripts write on without a space.
"""


@cache
def _numbers() -> dict[str, int]:
    numbers = {
        _unaccented(name): number
        for styles in _STYLES.values()
        for style in styles
        for number, name in enumerate(style.split(), start=1)
    }
    return numbers | {_unaccented(name): number for name, (_, number) in _FURTHER.items()}


def named_month(printed: str) -> int | None:
    """
    Return the number of the month with this name, in full or abbreviated, or None.

    >>> named_month("Sept."), named_month("février"), named_month("AOUT"), named_month("сентября"), named_month("x")
    (9, 2, 8, 9, None)
    """
    return _numbers().get(_unaccented(printed))


def names_month(text: str) -> bool:
    """
    Return whether a text has the name of a month, in full or abbreviated; quicker than any expression for them all.
    """
    words = _WORD.findall(text)
    if text.isascii():
        return not _numbers().keys().isdisjoint(" ".join(words).lower().split(" "))
    return any(named_month(word) is not None for word in words)


def full_names(*, lone: bool = False) -> list[str]:
    """
    Return the full names of months in the languages other than English.

    Args:
        lone: Whether words that mean something else too are left out.
    """
    names = dict.fromkeys(
        name
        for language, styles in _STYLES.items()
        for style in styles[: 2 if language == "ru" else 1]
        for name in style.split()
        if language != "en"
    )
    return [
        name for name in names if not lone or (len(name) >= _SHORTEST_ALONE and _unaccented(name) not in _OTHER_WORDS)
    ]


@cache
def month_expression() -> str:
    """
    Return an expression for the name of a month in any language; the caller tests what follows it.
    """
    names = [*(name for styles in _STYLES.values() for style in styles for name in style.split()), *_FURTHER]
    return expression_for(names)


@cache
def weekday_expression() -> str:
    """
    Return an expression for the name of a weekday in a language other than English.
    """
    return expression_for(name for row in _WEEKDAYS for name in row) + NO_LETTER


def weekday_name(value: int, printed: str) -> str | None:
    """
    Return the name of a weekday (Monday is 0) in the language of `printed`; None if that is no name in these languages.
    """
    word = _unaccented(printed)
    row = next((row for row in _WEEKDAYS if word in map(_unaccented, row)), None)
    return None if row is None else printed if _unaccented(row[value]) == word else row[value]


def expression_for(words: Iterable[str]) -> str:
    """
    Return an expression for one of the words, the longest first, in any case, with or without accents.
    """
    trie: _Trie = {}
    for word in words:
        node = trie
        for letter in unicodedata.normalize("NFC", word.rstrip(".")).lower():
            node = node.setdefault(_letter(letter), {})
        node[""] = {}
    return f"(?i:{_branches(trie)})"


def name_in_style(value: int, printed: str, other: str, context: str) -> str | None:
    """
    Return the name of a month as `printed` has its own, without regard to case and dots; None if that is no name.

    Args:
        value: The month, 1 to 12.
        printed: The name of a month.
        other: The other month that is printed, which may tell the language and the style.
        context: The words around it, which may tell the language.
    """
    styles = list(_styles_of(printed, context))
    tells = _unaccented(other) != _unaccented(printed)
    shared = [names for names in styles if tells and _unaccented(other) in map(_unaccented, names)]
    chosen = next(iter(shared or styles), None)
    return None if chosen is None else chosen[value - 1]


def is_abbreviated(name: str) -> bool:
    """
    Return whether a name is an abbreviation that may have a dot: "Sep" and "janv", not "May" and "mai".
    """
    return all(name not in style.split() for styles in _STYLES.values() for style in styles[:1])


def _styles_of(printed: str, context: str) -> Iterator[list[str]]:
    word, number = _unaccented(printed), named_month(printed)
    words = set(re.findall(r"[^\W\d_]+", context.lower()))
    dotted = re.search(r"[0-9]\.[ \u00a0–-]", context) is not None

    def rank(language: str) -> int:
        told = bool(words & _WORDS_OF.get(language, set())) or (language == "de" and dotted)
        return 0 if told else 1

    for language in sorted(_STYLES, key=rank):
        styles = [style.split() for style in _STYLES[language]]
        if printed.endswith("."):  # "May." is abbreviated, though "May" looks like the full name
            styles.reverse()
        for names in styles:
            if number is not None and _unaccented(names[number - 1]) == word:
                yield names
        if any(each == language and _unaccented(name) == word for name, (each, _) in _FURTHER.items()):
            yield _STYLES[language][-1 if len(word) <= _SHORTEST_ALONE else 0].split()


def _unaccented(word: str) -> str:
    word = word.rstrip(".").casefold()
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word.replace("ı", "i"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _letter(letter: str) -> str:
    """
    Return an expression for a letter with or without its accent, composed or decomposed.
    """
    decomposed = unicodedata.normalize("NFD", letter)
    base = decomposed[0]
    if decomposed != letter:
        return f"(?:{letter}|{decomposed}?)"
    return "i\u0307?" if base in "iı" else base


def _branches(trie: _Trie) -> str:
    tails = [f"{letter}{_branches(node)}" for letter, node in trie.items() if letter]
    if not tails:
        return ""
    return f"(?:{'|'.join(tails)}){'?' if '' in trie else ''}"
