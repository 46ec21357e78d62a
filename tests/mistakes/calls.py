"""
What the calls of the mistakes are made with: a digest in every form that a caller may hold it in.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from functools import cache
from io import StringIO
from pathlib import Path

from attrs import evolve

import mlweekly
import mlweekly.json
from mlweekly import Abstract, DateRange, Issue, Link, LinkSet, Paper, Patch, Series, Settings, Text
from mlweekly.validation import Term

SAMPLES = Path(__file__).resolve().parents[2] / "docs" / "samples"
HTML = "<!DOCTYPE html>\n<html><body><h1>Papers</h1></body></html>\n"


@cache
def namespace() -> dict[str, object]:
    """
    Return the names that a call may use.
    """
    text = (SAMPLES / "2024-09-16.ja.md").read_text(encoding="utf-8")
    document = mlweekly.markdown.parse(text, name="digest.md")
    issue, series = document.series[0], document.series
    report = mlweekly.validate(document)
    many = Series([issue, evolve(issue, title="September")])
    patch = mlweekly.diff(issue, evolve(issue, title="June"))
    merged = mlweekly.merge(issue, ours=evolve(issue, title="June"), theirs=evolve(issue, title="May"))
    return {
        "mlweekly": mlweekly,
        "json": json,
        "date": date,
        "datetime": datetime,
        "timedelta": timedelta,
        "DateRange": DateRange,
        "Issue": Issue,
        "Link": Link,
        "LinkSet": LinkSet,
        "Paper": Paper,
        "Patch": Patch,
        "Abstract": Abstract,
        "Series": Series,
        "Settings": Settings,
        "Term": Term,
        "Text": Text,
        "text": text,
        "document": document,
        "issue": issue,
        "series": series,
        "many": many,
        "report": report,
        "patch": patch,
        "operation": patch.operations[0],
        "merged": merged,
        "paper": issue.papers[0],
        "finding": next(each for each in report.findings if each.fix),
        "link": issue.papers[0].links[0],
        "path": Path("digest.md"),
        "file": StringIO(text),
        "html": HTML,
        "data": mlweekly.json.to_data(issue),
        "text_of_many": mlweekly.markdown.dumps(many),
        "json_of_many": mlweekly.json.dumps(many),
        "json_text": mlweekly.json.dumps(issue),
        "json_of_patch": mlweekly.json.dumps_patch(patch),
        "week": DateRange.week_of(date(2024, 9, 18)),
        "url": "https://arxiv.org/abs/2410.00037",
    }
