"""
What the functions of `markdown` say to values that they are not for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mlweekly import Issue, Patch, markdown

# Callers without types pass anything, so the functions are looked at without theirs.
parse: Callable[..., object] = markdown.parse
loads: Callable[..., object] = markdown.loads
loads_series: Callable[..., object] = markdown.loads_series
dumps: Callable[..., object] = markdown.dumps
edit: Callable[..., object] = markdown.edit
replacements: Callable[..., object] = markdown.replacements


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: parse(b"# x"), "expected a text as str, got bytes: decode it first"),
        (lambda: parse(None), "expected a text as str, got None"),
        (lambda: loads(Issue()), "expected a text as str, got Issue"),
        (lambda: loads_series(3), "expected a text as str, got int"),
        (lambda: edit(3, Patch()), "expected a text as str, got int"),
        (lambda: parse("x", name=3), "expected a name as str, or None, got int"),
        (lambda: parse("x", dialect=3), "expected the name of a dialect, a Dialect or None, got int"),
        (lambda: parse("x", dialects=3), r"expected dialects, such as dialects=\[mine\], got int"),
        (lambda: parse("x", dialects=markdown.DIALECTS["post"]), r"expected dialects, .*, got Dialect"),
        (lambda: parse("x", dialects="post"), "expected dialects, .*, got str"),
        (lambda: parse("x", dialects=["post"]), "expected a Dialect among dialects, got str"),
        (lambda: dumps("x"), "expected an Issue or a Series, got str"),
        (lambda: dumps(parse("x")), "expected an Issue or a Series, got Document"),
        (lambda: dumps(Issue(), dialect=3), "expected the name of a dialect, or a Dialect, got int"),
        (lambda: edit("x", []), "expected a Patch, got list"),
        (lambda: replacements("x", []), "expected a Document, as parse returns it, got str"),
        (lambda: replacements(parse("x"), 3), "expected patches, got int"),
        (lambda: replacements(parse("x"), [3]), "expected a Patch, got int"),
    ],
)
def test_a_wrong_type_is_told_in_our_words(call: Callable[[], Any], message: str) -> None:
    """
    A value of a wrong class is a `TypeError` that says what was expected and what came.
    """
    with pytest.raises(TypeError, match=message):
        call()
