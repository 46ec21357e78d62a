"""
Mistakes in reports and exports.
"""

from __future__ import annotations

from tests.mistakes.mistake import Mistake

MISTAKES = (
    Mistake("mlweekly.reports.text(text)", TypeError, "mlweekly.markdown.loads(text)"),
    Mistake("mlweekly.reports.text(report.findings)", TypeError, "pass the report itself"),
    Mistake("mlweekly.reports.data(issue)", TypeError, "mlweekly.validate(issue) returns one"),
    Mistake("mlweekly.reports.data(series)", TypeError, "mlweekly.validate(series) returns one"),
    Mistake(
        "mlweekly.reports.sarif(document)",
        TypeError,
        "mlweekly.validate(document) returns one",
        "expected a Report, got Document",
    ),
    Mistake("mlweekly.reports.sarif(text)", TypeError, "mlweekly.validate(mlweekly.markdown.parse(text)) returns one"),
    Mistake("mlweekly.exports.bibtex(text)", TypeError, "mlweekly.markdown.loads(text)"),
    Mistake(
        "mlweekly.exports.bibtex(data)",
        TypeError,
        "mlweekly.json.from_data(data)",
        "expected a Paper, an Issue, a Series or papers, got str",
    ),
    Mistake("mlweekly.exports.bibtex([issue])", TypeError, "issue.papers holds its papers"),
    Mistake(
        'mlweekly.exports.atom(issue, feed_url="https://example.org/feed")',
        TypeError,
        "Series([issue])",
        "expected a Series, got Issue",
    ),
    Mistake(
        'mlweekly.exports.atom(text, feed_url="https://example.org/feed")',
        TypeError,
        "mlweekly.markdown.loads_series(text)",
    ),
    Mistake(
        'mlweekly.exports.atom(json_text, feed_url="https://example.org/feed")',
        TypeError,
        "mlweekly.json.loads_series(text)",
    ),
    Mistake(
        'mlweekly.exports.atom(text.encode(), feed_url="https://example.org/feed")',
        TypeError,
        "mlweekly.markdown.loads_series(data.decode())",
    ),
    Mistake(
        'mlweekly.exports.atom(path, feed_url="https://example.org/feed")',
        TypeError,
        'mlweekly.markdown.loads_series(path.read_text(encoding="utf-8"))',
    ),
    Mistake(
        'mlweekly.exports.atom(file, feed_url="https://example.org/feed")',
        TypeError,
        "mlweekly.markdown.loads_series(file.read())",
    ),
    Mistake(
        'mlweekly.exports.atom(data, feed_url="https://example.org/feed")',
        TypeError,
        "mlweekly.json.from_data_series(data)",
    ),
    Mistake(
        'mlweekly.exports.atom(series, feed_url="https://example.org/feed", updated="2024-09-22")',
        TypeError,
        "date.fromisoformat",
    ),
    Mistake(
        'mlweekly.exports.records(issue, of="paper")',
        TypeError,
        "did you mean 'papers'?",
        'expected "papers" or "links", got \'paper\'',
    ),
    Mistake(
        "mlweekly.exports.bibtext(issue)",
        AttributeError,
        "did you mean 'bibtex'?",
        "module 'mlweekly.exports' has no attribute 'bibtext'",
    ),
    Mistake("mlweekly.exports.rss(series)", AttributeError, "atom and json_feed write feeds"),
    Mistake("mlweekly.exports.csv(series)", AttributeError, "records returns flat rows"),
    Mistake("mlweekly.reports.json(report)", AttributeError, "data returns plain data"),
)
