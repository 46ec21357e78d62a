"""
What changes in members that a newer minor version added.

Lives here: the operations on one member of `.extra`, wherever it stands.
Must not know: what the member means.
"""

from __future__ import annotations

from attrs import field, frozen

from mlweekly.changes._operations._shapes import FieldChanged, Operation
from mlweekly.errors import pointer_to
from mlweekly.model import JsonValue

__all__ = ["ExtraAdded", "ExtraChanged", "ExtraRemoved"]


@frozen
class ExtraAdded(Operation):
    """
    A value gets an extra member more.

    Attributes:
        pointer: The value that the member belongs to: `/papers/0`.
        member: The name of the member.
        after: Its value.
    """

    member: str = field(kw_only=True)
    after: JsonValue = field(kw_only=True)

    @property
    def place(self) -> str:
        """
        The pointer to the member.
        """
        return self.pointer + pointer_to(self.member)

    def __str__(self) -> str:
        return f"extra member {self.member!r} added{self.aside}"

    def inverse(self) -> ExtraRemoved:
        """
        Return the operation that undoes this one.
        """
        return ExtraRemoved(self.pointer, member=self.member, before=self.after, of=self.of)


@frozen
class ExtraRemoved(Operation):
    """
    A value loses an extra member.

    Attributes:
        pointer: The value that the member belongs to.
        member: The name of the member.
        before: Its value.
    """

    member: str = field(kw_only=True)
    before: JsonValue = field(kw_only=True)

    @property
    def place(self) -> str:
        """
        The pointer to the member.
        """
        return self.pointer + pointer_to(self.member)

    def __str__(self) -> str:
        return f"extra member {self.member!r} removed{self.aside}"

    def inverse(self) -> ExtraAdded:
        """
        Return the operation that undoes this one.
        """
        return ExtraAdded(self.pointer, member=self.member, after=self.before, of=self.of)


@frozen
class ExtraChanged(FieldChanged[JsonValue]):
    """
    An extra member gets another value.

    Attributes:
        pointer: The value that the member belongs to.
        member: The name of the member.
    """

    member: str = field(kw_only=True)

    @property
    def place(self) -> str:
        """
        The pointer to the member.
        """
        return self.pointer + pointer_to(self.member)

    def __str__(self) -> str:
        return f"extra member {self.member!r} changed{self.aside}"
