"""
Issues and series as JSON: one canonical spelling out, strict reading in, and a schema.

Lives here: the JSON codec; `docs/json.md` says what the form is.
Must not know: Markdown, and what is good or bad in an issue.
"""

from __future__ import annotations

from mlweekly.json._codec import dumps, from_data, from_data_series, loads, loads_series, make_converter, to_data
from mlweekly.json._schema import schema

__all__ = ["dumps", "from_data", "from_data_series", "loads", "loads_series", "make_converter", "schema", "to_data"]
