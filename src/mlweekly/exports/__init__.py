"""
Digests in the formats of citations, feeds, tables and search engines.

Text or plain data, ready for any JSON library. Equal values give equal output; keys and ids come from what a paper or
an issue is, never from where it is. This package knows neither rules nor reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.exports._atom import atom
from mlweekly.exports._bibtex import bibtex
from mlweekly.exports._csl_json import csl_json
from mlweekly.exports._json_feed import json_feed
from mlweekly.exports._papers import Exported
from mlweekly.exports._records import Record, records
from mlweekly.exports._schema_org import schema_org

__all__ = ["Exported", "Record", "atom", "bibtex", "csl_json", "json_feed", "records", "schema_org"]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(__name__, __all__)
