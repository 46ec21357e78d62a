"""
Mutation testing: a seeded sample of small faults in the source, and the tests that should notice them.

`python -m tests.mutation changes markdown --mutants 70` says which faults no test noticed.
"""

from __future__ import annotations
