"""
The operations: each changes one field or one element, and knows what was there before.

An operation is a value: frozen, hashable, picklable. Its `pointer` is an RFC 6901 pointer into the JSON form, from the
issue or the series that the patch is applied to; indexes are those that hold when the operation's turn comes. It has
what it replaces (`before`) and what it puts there (`after`), or where it moves an element (`to`), and an `inverse()`;
`str()` is its line of a changelog. `of` says in people's words which paper, issue or entry it is about, and it never
fits another one.

A class is a declaration on one of the shapes of `_shapes` and `_entries`: which members of which class it changes, and
its sentence. One without an attribute of its own needs no `@frozen`: what attrs made for its shape serves it, and each
class that attrs makes takes half a millisecond of the import. Nothing in here knows how an operation is applied.
"""

from __future__ import annotations

from functools import cache

from mlweekly.changes._operation import Operation as Operation
from mlweekly.changes._operations import _issues, _papers, _texts
from mlweekly.changes._operations._entries import *  # noqa: F403 -- as below
from mlweekly.changes._operations._issues import *  # noqa: F403 -- each module lists its operations in __all__
from mlweekly.changes._operations._papers import *  # noqa: F403 -- as above
from mlweekly.changes._operations._shapes import *  # noqa: F403 -- as above
from mlweekly.changes._operations._texts import *  # noqa: F403 -- as above

OPERATIONS: tuple[type[Operation], ...] = tuple(
    vars(module)[name] for module in (_issues, _papers, _texts) for name in module.__all__
)
"""
Every kind of operation that a `Patch` can hold.
"""


@cache
def operation_on(owner: type, member: str, shape: type) -> type[Operation] | None:
    """
    Return the kind of operation of a shape that changes a member of a class, or None.
    """
    return next((kind for kind in OPERATIONS if (owner, member) in kind.ON and issubclass(kind, shape)), None)
