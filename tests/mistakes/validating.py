"""
Mistakes in validating, and in its settings.
"""

from __future__ import annotations

from mlweekly import ModelError
from tests.mistakes.mistake import Mistake

MISTAKES = (
    Mistake(
        "mlweekly.validate(text)",
        TypeError,
        "mlweekly.markdown.parse(text)",
        "expected an Issue, a Series or a Document, got str: read it with mlwee…",
    ),
    Mistake("mlweekly.validate(text.encode())", TypeError, "mlweekly.markdown.parse(data.decode())"),
    Mistake("mlweekly.validate(path)", TypeError, 'mlweekly.markdown.parse(path.read_text(encoding="utf-8"))'),
    Mistake("mlweekly.validate(file)", TypeError, "mlweekly.markdown.parse(file.read())"),
    Mistake(
        'mlweekly.validate(issue, settings={"papers": 10})',
        TypeError,
        "write Settings(**settings)",
        "settings must be Settings(...), got dict",
    ),
    Mistake('mlweekly.validate(issue, settings="D103")', TypeError, "write Settings(select=...)"),
    Mistake("mlweekly.validate(issue, editions=series)", TypeError, "put it in a list"),
    Mistake("mlweekly.validate(issue, editions=[text])", TypeError, "mlweekly.markdown.parse(text)"),
    Mistake(
        'mlweekly.validate(issue, select="d103")',
        ModelError,
        "did you mean 'D103'?",
        "cannot choose these rules\n/select: no rule has the code or prefix 'd103', expected one of D101…",
    ),
    Mistake(
        'mlweekly.validate(issue, select="title_vs_posts")',
        ModelError,
        "did you mean 'D103'?",
        "cannot choose these rules\n/select: no rule has the code or prefix 'title_vs_posts', expected one…",
    ),
    Mistake(
        'mlweekly.validate(issue, select="D101,D102")',
        ModelError,
        "write a list, ['D101', 'D102']",
        "cannot choose these rules\n/select: no rule has the code or prefix 'D101,D102', expected one of D…",
    ),
    Mistake('mlweekly.validate(issue, ignore="L2*")', ModelError, "did you mean 'L2'?"),
    Mistake('mlweekly.validate(issue, ignore="ALL")', ModelError, "mlweekly.rules() lists the rules"),
    Mistake(
        'mlweekly.validate(issue, settings=Settings(severities={"d103": "info"}))', ModelError, "did you mean 'D103'?"
    ),
    Mistake("mlweekly.validate(issue, select=mlweekly.rules()[0])", TypeError, "rule.code is its code"),
    Mistake(
        'Settings(severities={"D103": "warn"})',
        ModelError,
        "did you mean 'warning'?",
        "cannot make this Settings\n/severities/D103: must be one of error, warning, info, got 'warn'",
    ),
    Mistake('Settings(severities=["D103"])', ModelError, "write {'D103': 'info'}"),
    Mistake(
        'Settings(first_day="Monday")',
        ModelError,
        "did you mean 'monday'?",
        "cannot make this Settings\n/first_day: must be one of monday, tuesday, wednesday, thursday, frida…",
    ),
    Mistake('Settings(as_of="2024-09-30")', ModelError, "date.fromisoformat"),
    Mistake(
        'Settings(glossary=["Moshi"])',
        ModelError,
        "write Term('...')",
        "cannot make this Settings\n/glossary/0: must be a Term, got 'Moshi'",
    ),
    Mistake('Settings(glossary=[{"source": "Moshi"}])', ModelError, "write Term(source, translations)"),
    Mistake(
        'Settings(suppressions=["D103"])',
        ModelError,
        "write Suppression('...', because='...')",
        "cannot make this Settings\n/suppressions/0: must be a Suppression, got 'D103'",
    ),
    Mistake('Settings(rules=["D103"])', ModelError, "rules= takes rules of your own"),
    Mistake(
        "Settings(baseline=report)",
        ModelError,
        "report.fingerprints holds its fingerprints",
        "cannot make this Settings\n/baseline: must be a collection, and each element a fingerprint, got <…",
    ),
    Mistake("Settings(baseline=report.findings)", ModelError, "finding.fingerprint is its fingerprint"),
)
