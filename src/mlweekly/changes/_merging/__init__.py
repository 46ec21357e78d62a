"""
How a merge is decided and built: conflicts, the two sides in terms of the base, orders, words, decisions.

Nothing in here knows how patches are found or applied.
"""

from __future__ import annotations
