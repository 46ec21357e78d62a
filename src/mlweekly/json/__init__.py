"""
Issues, series and patches as JSON: one canonical spelling out, strict reading in, and a schema.

This package knows neither Markdown nor what is good or bad in a digest; `docs/json.md` and `docs/changes.md` describe
the forms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.json._codec import dumps, from_data, from_data_series, loads, loads_series, to_data
from mlweekly.json._schema import schema

if TYPE_CHECKING:
    from mlweekly.json._converter import make_converter
    from mlweekly.json._patches import dumps_patch, loads_patch, patch_from_data, patch_to_data, schema_of_patch

__all__ = [
    "dumps",
    "dumps_patch",
    "from_data",
    "from_data_series",
    "loads",
    "loads_patch",
    "loads_series",
    "make_converter",
    "patch_from_data",
    "patch_to_data",
    "schema",
    "schema_of_patch",
    "to_data",
]

_OF_PATCHES = ("dumps_patch", "loads_patch", "patch_from_data", "patch_to_data", "schema_of_patch")

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(
        __name__, __all__, {"make_converter": "_converter", **dict.fromkeys(_OF_PATCHES, "_patches")}
    )
