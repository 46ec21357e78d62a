"""
What to do instead: the advice that messages give to someone who passed the wrong thing, or misspelt a word.

All of it is here, below every package, so that one mistake gets one answer wherever it is made. Only a mistake pays for
the import. Classes are known by their names, for nothing here may import what it gives advice about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, cast

__all__ = ["Content", "class_name", "did_you_mean", "instead", "missing_name", "mistaken_content"]

_READ_FILE = 'read the file first, path.read_text(encoding="utf-8")'
_OF_VALUES: Mapping[str, str] = {
    "str": "read it first, mlweekly.markdown.loads(text)",
    "JSON": "read it first, mlweekly.json.loads(text)",
    "bytes": "read it first, mlweekly.markdown.loads(data.decode())",
    "path": 'read the file first, mlweekly.markdown.loads(path.read_text(encoding="utf-8"))',
    "file": "read the file first, mlweekly.markdown.loads(file.read())",
    "dict": "read it first, mlweekly.json.from_data(data)",
    "Document": "document.series is what was read",
    "Report": "report.subject is what was validated, report.fix() the same with its fixes applied",
    "Patch": "patch.apply(value) returns the changed value, mlweekly.json.dumps_patch(patch) writes the patch",
    "Merged": "merged.value is the result",
    "Paper": "put it into an issue, Issue(papers=[paper])",
    "[Paper]": "put them into an issue, Issue(papers=papers)",
    "[Issue]": "put them into a series, Series(issues)",
}
_OF_LINK_SETS: Mapping[str, str] = {
    "str": "write LinkSet([Link(url)])",
    "Link": "write LinkSet([link])",
    "[Link]": "write LinkSet(links)",
    "[str]": "write LinkSet(map(Link, urls))",
    "dict": "write LinkSet([Link(url, label), ...])",
}
_OF_DAYS: Mapping[str, str] = {
    "str": "date.fromisoformat reads a day such as '2024-09-16'",
    "datetime.datetime": "moment.date() is the day",
    "DateRange": "range.start and range.end are days",
}

_INSTEAD: Mapping[str, Mapping[str, str]] = {
    "a text as str": {
        "path": _READ_FILE,
        "file": "pass what it holds, file.read()",
        "bytes": "decode it first, data.decode()",
        "Document": "document.text is the text",
        "Issue": "mlweekly.markdown.dumps(issue) writes its text",
        "Series": "mlweekly.markdown.dumps(series) writes its text",
        "Report": "report.document is what was validated",
        "dict": "mlweekly.json.from_data(data) reads parsed JSON",
        "[str]": 'join the lines first, "\\n".join(lines)',
    },
    "str or bytes": {
        "path": "read the file first, path.read_bytes()",
        "file": "pass what it holds, file.read()",
        "dict": "from_data reads parsed JSON",
        "list": "from_data reads parsed JSON",
        "bytearray": "write bytes(data)",
        "Document": "mlweekly.json.dumps(document.series) writes its JSON",
    },
    "inline Markdown as str": {
        "Text": "text.original is the original, text[tag] a translation",
        "bytes": "decode it first, data.decode()",
    },
    "str or None": {"path": "write str(path)", "bytes": "decode it first, data.decode()"},
    "a URL": {"Link": "link.url is its URL"},
    "an identity key": {"Paper": "paper.key is its identity key"},
    "Issue or Series": _OF_VALUES,
    "Issue or Series or Document": {
        **_OF_VALUES,
        "str": "read it first, mlweekly.markdown.parse(text)",
        "bytes": "read it first, mlweekly.markdown.parse(data.decode())",
        "path": 'read the file first, mlweekly.markdown.parse(path.read_text(encoding="utf-8"))',
        "file": "read the file first, mlweekly.markdown.parse(file.read())",
    },
    "Issue": {
        **_OF_VALUES,
        "Document": "document.series holds the issues",
        "Series": "series[0] is its first issue",
        "dict": "mlweekly.json.from_data(data) reads parsed JSON",
    },
    "Series": {
        **_OF_VALUES,
        "bytes": "read it first, mlweekly.markdown.loads_series(data.decode())",
        "path": 'read the file first, mlweekly.markdown.loads_series(path.read_text(encoding="utf-8"))',
        "file": "read the file first, mlweekly.markdown.loads_series(file.read())",
        "dict": "read it first, mlweekly.json.from_data_series(data)",
        "str": "read it first, mlweekly.markdown.loads_series(text)",
        "JSON": "read it first, mlweekly.json.loads_series(text)",
        "Issue": "put it into a series, Series([issue])",
    },
    "a Paper, an Issue, a Series or papers": _OF_VALUES,
    "Displayed": {
        **_OF_VALUES,
        "[Finding]": "pass the report itself",
    },
    "Paper": {
        "str": 'write Paper(rank=1, title=Text("..."))',
        "dict": "write Paper(rank=1, title=Text(...)); mlweekly.json.from_data reads a whole issue",
        "Issue": "issue.papers holds its papers",
    },
    "Patch": {
        "str": "mlweekly.json.loads_patch(text) reads one",
        "dict": "mlweekly.json.patch_from_data(data) reads one",
        "[dict]": "mlweekly.diff(old, new) returns one; a JSON Patch of RFC 6902 is only written",
        "Report": "report.patch() is the patch of its fixes",
        "Finding": "finding.fix.patch is its patch, if it has a fix",
        "Fix": "fix.patch is its patch",
        "Merged": "merged.patch is its patch",
        "Operation": "write Patch([operation])",
        "[Operation]": "write Patch(operations)",
        "Issue": "mlweekly.diff(old, new) returns one",
        "Series": "mlweekly.diff(old, new) returns one",
    },
    "Operation": {
        "Patch": "a Patch is one already, and patch + other joins two",
        "dict": "mlweekly.json.patch_from_data(data) reads a patch",
    },
    "Document": {
        "str": "mlweekly.markdown.parse(text) returns one",
        "path": 'mlweekly.markdown.parse(path.read_text(encoding="utf-8")) returns one',
        "Issue": "mlweekly.markdown.parse(text) returns one",
        "Series": "mlweekly.markdown.parse(text) returns one",
        "Report": "report.document is what was validated",
    },
    "Report": {
        "str": "mlweekly.validate(mlweekly.markdown.parse(text)) returns one",
        "Issue": "mlweekly.validate(issue) returns one",
        "Series": "mlweekly.validate(series) returns one",
        "Document": "mlweekly.validate(document) returns one",
        "[Finding]": "pass the report itself",
    },
    "Conflict": {"str": "it is one of merged.conflicts", "int": "write merged.conflicts[index]"},
    "Settings": {"dict": "write Settings(**settings)", "str": "write Settings(select=...)"},
    "Rule": {"str": "select= and ignore= take codes, rules= takes rules of your own"},
    "Term": {"str": "write Term('...')", "dict": "write Term(source, translations)"},
    "Suppression": {"str": "write Suppression('...', because='...')"},
    "severities": {"list": "write {'D103': 'info'}", "str": "write {'D103': 'info'}"},
    "rule code": {"IssueRule": "rule.code is its code", "SeriesRule": "rule.code is its code"},
    "fingerprint": {
        "Report": "report.fingerprints holds its fingerprints",
        "Finding": "finding.fingerprint is its fingerprint",
    },
    "Text": {
        "str": 'write Text("...")',
        "Abstract": "a summary is a Text; what the authors say belongs in abstract=",
    },
    "Abstract": {"str": 'write Abstract("...")', "Text": "write Abstract(text.original, ...)"},
    "LinkSet": _OF_LINK_SETS,
    "sequence of Link": {"str": "write [Link(url)]", "dict": "write [Link(url, label), ...]"},
    "sequence of Issue": {"Document": "document.series is a series already"},
    "Link": {"str": "write Link(url)"},
    "DateRange": {
        "str": "DateRange.parse(text) reads one",
        "datetime.date": "write DateRange.week_of(day), or DateRange.day(day)",
        "[date]": "write DateRange(start, end)",
        "[str]": "write DateRange(start, end) with two dates",
    },
    "date": _OF_DAYS,
    "string": {
        "Text": "text.original is the original, text[tag] a translation",
        "path": "write str(path)",
        "bytes": "decode it first, data.decode()",
    },
    "language tag": {"dict": "translations belong in translations="},
    "a whole number of days": {"datetime.timedelta": "difference.days is the number"},
    "the index of a link": {"str": 'links.paper is the paper\'s link, links.of("code") those of a kind or role'},
    "the index of an issue": {
        "str": "series.find(key) returns a paper by its identity key",
        "datetime.date": "series.on(day) returns the issue of a day",
    },
    "parsed JSON": {
        "str": "mlweekly.json.loads(text) reads JSON text",
        "path": "read the file first, mlweekly.json.loads(path.read_bytes())",
        "[dict]": "read each document by itself",
    },
}

_NO_FILES = "no file is opened here, {} takes a text"
_MISSING_NAMES: Mapping[str, Mapping[str, str]] = {
    "mlweekly": {
        "load": _NO_FILES.format("mlweekly.markdown.loads"),
        "open": _NO_FILES.format("mlweekly.markdown.loads"),
        "read": _NO_FILES.format("mlweekly.markdown.loads"),
        "loads": "mlweekly.markdown.loads reads Markdown, mlweekly.json.loads JSON",
        "dumps": "mlweekly.markdown.dumps writes Markdown, mlweekly.json.dumps JSON",
        "parse": "mlweekly.markdown.parse reads Markdown, mlweekly.json.loads JSON",
        "edit": "mlweekly.markdown.edit applies a patch to a text",
    },
    "mlweekly.markdown": {
        "load": _NO_FILES.format("loads"),
        "read": _NO_FILES.format("loads"),
        "dump": "no file is written here, dumps returns a text",
    },
    "mlweekly.json": {
        "load": _NO_FILES.format("loads"),
        "dump": "no file is written here, dumps returns a text",
        "from_dict": "from_data reads parsed JSON",
        "to_dict": "to_data returns plain data",
    },
    "mlweekly.exports": {
        "rss": "atom and json_feed write feeds",
        "csv": "records returns flat rows for csv.DictWriter",
    },
    "mlweekly.reports": {"json": "data returns plain data for json.dumps"},
}

_LONGEST_PATH = 260
_ADDRESS = r"https?://\S+"
_PATH = r"(?i)[^\n\r<>|*?\"]*\w\.(?:md|markdown|txt|json|html?|rst)"
_HTML = r"(?i)<(?:!doctype\s+html|html|head|body)\b"
_JSON = r'\{\s*["}]|\[\s*[{\]]'
_MARKDOWN = r"#{1,6} |[-*] |\|"


def instead(wanted: str, value: object) -> str:
    """
    Return what to write in place of a value of the wrong class, after a colon; the empty string if nothing is known.

    Args:
        wanted: What is expected: a class, classes joined with "or", or the words of the message.
        value: What was passed.
    """
    known = _INSTEAD.get(wanted, {})
    advice = next((known[kind] for kind in _kinds(value) if kind in known), None)
    if advice is None and wanted.startswith("sequence of "):
        return ": put it in a list" if class_name(value) == wanted.removeprefix("sequence of ") else ""
    return "" if advice is None else f": {advice}"


def did_you_mean(word: str, known: Iterable[str], answers: Mapping[str, str] = MappingProxyType({})) -> str:
    """
    Return a question for the known word that is most like a wrong one, or the empty string if none is like it.

    Args:
        word: A word that is not known.
        known: The words that are.
        answers: Other words that people try, and the known word for each.

    >>> did_you_mean("tabel", ["post", "table"]), did_you_mean("POST", ["post"]), did_you_mean("rss", ["post"])
    (", did you mean 'table'?", ", did you mean 'post'?", '')
    """
    from difflib import get_close_matches

    spellings = {_plain(each): answer for each, answer in (*answers.items(), *((each, each) for each in known))}
    nearest = get_close_matches(_plain(word), spellings, 1)
    return f", did you mean {spellings[nearest[0]]!r}?" if nearest else ""


def missing_name(package: str, name: str, known: Iterable[str]) -> str:
    """
    Return what to do for a name that people look for in a package, or the question for the name most like it.
    """
    advice = _MISSING_NAMES.get(package, {}).get(name)
    return did_you_mean(name, known) if advice is None else f": {advice}"


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")


class Content(NamedTuple):
    """
    What a text is that is not what was expected.

    Attributes:
        kind: A word for programs: "empty", "address", "path", "html", "json" or "markdown".
        message: What it is, and what to do with it.
    """

    kind: str
    message: str


def mistaken_content(text: str, expected: str) -> Content | None:
    """
    Say what a text is that people pass in place of a document, and what to do; None if it is nothing of the kind.

    Args:
        text: What was passed.
        expected: "Markdown" or "JSON".
    """
    words = text.strip("\ufeff \t\r\n")
    if not words:
        return Content("empty", "the text is empty")
    if re.match(_HTML, words):
        return Content("html", f"this is HTML, expected {expected}: convert the page, or pass its source")
    if re.fullmatch(_ADDRESS, words):
        return Content("address", "this is a URL, nothing is fetched: pass the text that is there")
    if len(words) <= _LONGEST_PATH and re.fullmatch(_PATH, words):
        return Content("path", f"this is the path of a file, nothing is opened: {_READ_FILE}")
    if expected == "Markdown" and re.match(_JSON, words):
        return Content("json", "this is JSON, expected Markdown: mlweekly.json.loads reads it")
    if expected == "JSON" and re.match(_MARKDOWN, words):
        return Content("markdown", "this is Markdown, expected JSON: mlweekly.markdown.loads reads it")
    return None


def class_name(value: object) -> str:
    """
    Return the name of a value's class, with its package if it is neither Python's nor ours: "pandas.Series".
    """
    return "None" if value is None else _name_of(type(value))


def _name_of(kind: type) -> str:
    package = kind.__module__.partition(".")[0].lstrip("_")
    return kind.__name__ if package in {"builtins", "mlweekly"} else f"{package}.{kind.__name__}"


def _kinds(value: object) -> Iterator[str]:
    """
    Yield the names that a value goes by in the table, the most exact first.
    """
    if isinstance(value, str) and re.match(_JSON, value.lstrip()):
        yield "JSON"
    yield from (f"[{each.__name__}]" for each in _kind_of_elements(value).__mro__)
    kind = type(value)
    yield from map(_name_of, kind.__mro__)
    if hasattr(kind, "__fspath__"):
        yield "path"
    if hasattr(kind, "read"):
        yield "file"
    if kind is bytearray:
        yield "bytes"


def _kind_of_elements(value: object) -> type:
    """
    Return the class of the first element of a list or a tuple, or `object`.
    """
    elements = cast("list[object] | tuple[object, ...]", value) if isinstance(value, list | tuple) else ()
    return type(elements[0]) if elements else object
