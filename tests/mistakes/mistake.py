"""
One mistake that people make, and what they are told.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.mistakes.calls import namespace


class Mistake(NamedTuple):
    """
    A wrong call.

    Attributes:
        call: The call, with the names of `namespace`.
        error: The class of what it raises.
        words: What the message must say.
        before: What the message was before mistakes were collected; None for a mistake that the page does not show.
    """

    call: str
    error: type[Exception]
    words: str
    before: str | None = None

    def made(self) -> Exception | None:
        """
        Return what the call raises, or None.
        """
        try:
            eval(self.call, {**namespace()})
        except Exception as error:  # noqa: BLE001 -- whatever is raised is looked at
            return error
        return None
