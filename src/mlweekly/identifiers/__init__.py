"""
What a URL points to, told without the network.

Lives here: which URLs are refused, the identifiers that a URL can carry, the canonical form, `target_of`; the classes
load when a target is first asked for.
Must not know: links, labels, issues, or any text that a URL stands in.
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
            "AclId": "_papers",
            "ArxivId": "_arxiv",
            "Doi": "_papers",
            "HubId": "_artifacts",
            "Identifier": "_target",
            "Kind": "_reading",
            "OpenReviewId": "_papers",
            "PaperIdentifier": "_target",
            "PostId": "_posts",
            "Repository": "_artifacts",
            "SsrnId": "_papers",
            "Target": "_target",
            "VideoId": "_artifacts",
            "arxiv_problem": "_arxiv",
            "padded_arxiv": "_arxiv",
            "with_arxiv_abstract": "_arxiv",
            "target_of": "_target",
        },
    )
