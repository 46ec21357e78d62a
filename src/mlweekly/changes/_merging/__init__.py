"""
How a merge is decided and built: conflicts, the two sides in terms of the base, orders, words, decisions.
"""

from __future__ import annotations
