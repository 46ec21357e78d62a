"""
What a URL points to, without asking the network: its identifier, its date, and one canonical form for each target.

This package knows URLs alone: no links, labels or issues. Its classes load when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.identifiers._url import tracking_parameters, url_problem, without_alias, without_tracking

if TYPE_CHECKING:
    from mlweekly.identifiers._artifacts import HubId, Repository, VideoId
    from mlweekly.identifiers._arxiv import ArxivId, arxiv_problem, padded_arxiv, with_arxiv_abstract
    from mlweekly.identifiers._papers import AclId, Doi, OpenReviewId, SsrnId
    from mlweekly.identifiers._posts import PostId
    from mlweekly.identifiers._reading import Kind
    from mlweekly.identifiers._target import Identifier, PaperIdentifier, Target, target_of

__all__ = [
    "AclId",
    "ArxivId",
    "Doi",
    "HubId",
    "Identifier",
    "Kind",
    "OpenReviewId",
    "PaperIdentifier",
    "PostId",
    "Repository",
    "SsrnId",
    "Target",
    "VideoId",
    "arxiv_problem",
    "padded_arxiv",
    "target_of",
    "tracking_parameters",
    "url_problem",
    "with_arxiv_abstract",
    "without_alias",
    "without_tracking",
]

# What loads late is known to a checker by the imports above; a `__getattr__` would let every misspelling pass.
if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(
        __name__,
        __all__,
        {
            **dict.fromkeys(("HubId", "Repository", "VideoId"), "_artifacts"),
            **dict.fromkeys(("ArxivId", "arxiv_problem", "padded_arxiv", "with_arxiv_abstract"), "_arxiv"),
            **dict.fromkeys(("AclId", "Doi", "OpenReviewId", "SsrnId"), "_papers"),
            **dict.fromkeys(("Identifier", "PaperIdentifier", "Target", "target_of"), "_target"),
            "Kind": "_reading",
            "PostId": "_posts",
        },
    )
