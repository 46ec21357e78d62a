"""
Reads the docstring of a rule's function, and writes it as a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

from attrs import frozen

from mlweekly._expressions import expression
from mlweekly.validation._finding import Severity

__all__ = ["Documentation", "documentation_of"]

_PARTS = ("Why it matters", "Bad", "Good", "With", "Beside", "Fix", "Counted")
_PART = expression(rf"({'|'.join(_PARTS)}):(?:[ ]+(.*))?")
_BACKTICKS = expression("`+")
_SEVERITIES: dict[Severity, str] = {
    "error": "error: a reader is misled",
    "warning": "warning: a lead to follow",
    "info": "info: a matter of form",
}


@frozen
class Documentation:
    """
    The docstring of a rule, in its parts; a part that it lacks is empty.

    Attributes:
        promise: What a good digest does, in one sentence.
        details: What counts as evidence and what is excused, in paragraphs.
        why: Why it matters.
        bad: A document in which the rule speaks: a text, or the JSON form of an issue or a series.
        good: The same, fixed.
        settings: The arguments of `Settings` that both need.
        beside: Another edition that both are compared with.
        fix: What the fix does, and whether it is safe.
        counted: How often the rule speaks, on how many real documents, and how often it is wrong.
    """

    promise: str
    details: str = ""
    why: str = ""
    bad: str = ""
    good: str = ""
    settings: str = ""
    beside: str = ""
    fix: str = ""
    counted: str = ""

    def page(self, title: str, severity: Severity) -> str:
        """
        Return the page of a rule, as Markdown.

        Args:
            title: The code and the name of the rule.
            severity: How much it matters.
        """
        blocks = [f"# {title}", self.promise, f"*Severity:* {_SEVERITIES[severity]}.", self.details]
        settings = f"`Settings({self.settings})`" if self.settings else ""
        for heading, text in (
            ("Why it matters", _sentence(self.why)),
            ("Settings of the examples", settings),
            ("Bad", _fenced(self.bad)),
            ("Good", _fenced(self.good)),
            ("The edition beside it", _fenced(self.beside)),
            ("Fix", _sentence(self.fix)),
            ("Counted on real documents", _sentence(self.counted)),
        ):
            blocks += [f"## {heading}", text] if text else []
        return "\n\n".join(block for block in blocks if block) + "\n"


def documentation_of(docstring: str) -> Documentation:
    """
    Return the parts of a rule's docstring.

    >>> documentation_of("A title is short. Why it matters: no.").promise
    'A title is short. Why it matters: no.'
    """
    before, parts = _divided(cleandoc(docstring).splitlines())
    promise, _, details = "\n".join(before).strip().partition("\n\n")
    return Documentation(
        promise=" ".join(promise.split()),
        details=details.strip(),
        why=_prose(parts, "Why it matters"),
        bad=_block(parts, "Bad"),
        good=_block(parts, "Good"),
        settings=_prose(parts, "With"),
        beside=_block(parts, "Beside"),
        fix=_prose(parts, "Fix"),
        counted=_prose(parts, "Counted"),
    )


def _divided(lines: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    """
    Return the lines before the first part, and those of each part by its name.
    """
    before: list[str] = []
    parts: dict[str, list[str]] = {}
    current = before
    for line in lines:
        match = _PART.fullmatch(line)
        if match is not None and match[1] not in parts:
            current = parts[match[1]] = [match[2] or ""]
        else:
            current.append(line)
    return before, parts


def _prose(parts: dict[str, list[str]], name: str) -> str:
    return " ".join(" ".join(parts.get(name, ())).split())


def _block(parts: dict[str, list[str]], name: str) -> str:
    lines = list(_trimmed([line.removeprefix("    ") for line in parts.get(name, ())]))
    return "\n".join(lines) + "\n" if lines else ""


def _trimmed(lines: list[str]) -> Iterator[str]:
    numbers = [number for number, line in enumerate(lines) if line.strip()]
    if numbers:
        yield from lines[numbers[0] : numbers[-1] + 1]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fenced(text: str) -> str:
    if not text:
        return ""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{'json' if text.startswith('{') else 'markdown'}\n{text}{fence}"
