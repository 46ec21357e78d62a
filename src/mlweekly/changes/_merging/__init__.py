"""
How a merge is decided and made: apart from each other, and from what a user sees of it.

Lives here: conflicts, the two sides in terms of the base, orders, words, decisions, and the value that they make.
Must not know: how a difference is found (`_diff` does).
"""

from __future__ import annotations
