"""
The rules themselves, a module for each subject.

A module holds what the rules of its subject need; what subjects share is in `_analysis`, `_translation` and
`_violations`. No rule knows how rules are chosen and run.
"""
