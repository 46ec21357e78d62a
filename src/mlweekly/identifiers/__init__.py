"""
What a URL points to, told without the network.

Lives here: which URLs are refused, the identifiers that a URL can carry, the canonical form, `target_of`.
Must not know: links, labels, issues, or any text that a URL stands in.
"""

from __future__ import annotations

from mlweekly.identifiers._artifacts import HubId, Repository, VideoId
from mlweekly.identifiers._arxiv import ArxivId, arxiv_problem
from mlweekly.identifiers._papers import AclId, Doi, OpenReviewId, SsrnId
from mlweekly.identifiers._posts import PostId
from mlweekly.identifiers._reading import Kind
from mlweekly.identifiers._target import Identifier, PaperIdentifier, Target, target_of
from mlweekly.identifiers._url import tracking_parameters, url_problem, without_tracking

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
    "target_of",
    "tracking_parameters",
    "url_problem",
    "without_tracking",
]
