"""
What comes with a paper: code, models, data sets, videos, and the readers of the hosts that keep them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from mlweekly._expressions import expression
from mlweekly._wording import one_of, shown
from mlweekly.errors import Problem
from mlweekly.identifiers._arxiv import ArxivId, read_arxiv
from mlweekly.identifiers._identity import Identity, SiteId, matches
from mlweekly.identifiers._reading import Reading
from mlweekly.identifiers._url import Url, parameter_named

HubKind: TypeAlias = Literal["model", "dataset"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# First path segments that are pages of the host itself, not accounts.
_RESERVED: Mapping[str, frozenset[str]] = {
    "github.com": _words(
        "about account apps blog codespaces collections contact copilot customer-stories dashboard discussions "
        "enterprise events explore features issues join login logout marketplace models new nonprofit notifications "
        "organizations orgs pages pricing pulls readme resources search security sessions settings showcases signup "
        "site solutions sponsors stars team teams topics trending users watching"
    ),
    "gitlab.com": _words("- admin api dashboard explore groups help projects search snippets users"),
    "bitbucket.org": _words("account blog dashboard product repo site snippets support workspace"),
    "codeberg.org": _words("- admin api assets explore org repo user"),
}
_OWNED = expression(r"/+([^/]+)/+([^/]+)(/.*)?")
_OWNER = expression(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*")
_NAME = expression(r"(?!\.{1,2}\Z)[A-Za-z0-9_.-]+")
_GIT_SUFFIX = ".git"
# What follows a project's name at GitLab, where a project may be any number of groups deep.
_GITLAB_PAGES = _words("- activity blob commit commits issues merge_requests raw releases tags tree wikis")

_HUB_RESERVED = _words(
    "api blog chat collections datasets docs enterprise hub inference join kernels learn login metrics models new "
    "notifications organizations papers posts pricing search settings spaces storage support tasks terms-of-service "
    "privacy welcome"
)
_HUB_NAME = r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,95}"
_HUB_ID = expression(rf"{_HUB_NAME}(?:/{_HUB_NAME})?")
_HUB_DATASET = expression(r"/+datasets/+([^/]+)(?:/+([^/]+))?(/.*)?")
_HUB_DATASET_PAGES = _words("blob commits discussions raw resolve tree viewer")

_VIDEO = expression(r"[A-Za-z0-9_-]{11}")
_VIDEO_PATH = expression(r"/+(?:shorts|embed|live|v|e)/+([^/]+)/*")


@frozen
class Repository(Identity):
    """
    A repository of code.

    Names that differ in case alone are equal, as they are to the hosts.

    >>> Repository("github.com", "MoonshotAI", "Kimi-k1.5").key
    'github.com/moonshotai/kimi-k1.5'

    Attributes:
        host: `github.com`, `gitlab.com`, `bitbucket.org` or `codeberg.org`.
        owner: The account; groups within groups, at GitLab, with slashes.
        name: Without `.git`.
    """

    host: str
    owner: str = field(eq=str.lower)
    name: str = field(eq=str.lower)

    def __str__(self) -> str:
        return f"{self.owner}/{self.name}"

    def _problems(self) -> Iterator[Problem]:
        if self.host not in tuple(_RESERVED):
            yield Problem("/host", f"expected {one_of(tuple(_RESERVED))}, got {shown(self.host)}")
        elif matches(_OWNER, self.owner) and self.owner.partition("/")[0].lower() in _RESERVED[self.host]:
            yield Problem("/owner", f"{shown(self.owner)} is a page of {self.host} and no account")
        if not matches(_OWNER, self.owner) or ("/" in self.owner and self.host != "gitlab.com"):
            yield Problem("/owner", f"expected the name of an account, got {shown(self.owner)}")
        if not matches(_NAME, self.name) or self.name.lower().endswith(_GIT_SUFFIX):
            yield Problem("/name", f"expected the name of a repository, without .git, got {shown(self.name)}")

    @property
    def key(self) -> str:
        """
        The identity key: host, owner and name in lower case.
        """
        return f"{self.host}/{self.owner.lower()}/{self.name.lower()}"

    @property
    def canonical(self) -> str:
        """
        The address of the repository's front page.
        """
        return f"https://{self.key}"


@frozen
class HubId(Identity):
    """
    A model or a data set of the Hugging Face hub; case counts.

    >>> HubId("dataset", "cais/hle").canonical
    'https://huggingface.co/datasets/cais/hle'

    Attributes:
        kind: `model` or `dataset`.
        id: `owner/name`; old data sets have a name alone.
    """

    kind: HubKind
    id: str

    def __str__(self) -> str:
        return self.id

    def _problems(self) -> Iterator[Problem]:
        if self.kind not in get_args(HubKind):
            yield Problem("/kind", f"expected {one_of(get_args(HubKind))}, got {shown(self.kind)}")
        if not matches(_HUB_ID, self.id):
            yield Problem("/id", f"expected owner/name, got {shown(self.id)}")
            return
        owner, _, name = self.id.partition("/")
        if self.kind == "model" and not name:
            yield Problem("/id", f"expected owner/name, got {shown(self.id)}, which could be an account")
        elif self.kind == "model" and owner in _HUB_RESERVED:
            yield Problem("/id", f"{owner!r} is a page of huggingface.co and no account")
        elif self.kind == "dataset" and name in _HUB_DATASET_PAGES:
            yield Problem("/id", f"{name!r} is a page of a data set and no data set")

    @property
    def key(self) -> str:
        """
        The identity key.
        """
        return f"huggingface:{self.kind}/{self.id}"

    @property
    def canonical(self) -> str:
        """
        The address of its front page.
        """
        return f"https://huggingface.co/{'datasets/' if self.kind == 'dataset' else ''}{self.id}"


class VideoId(SiteId):
    """
    A video of YouTube; case counts.
    """

    __slots__ = ()

    _PATTERN = _VIDEO
    _EXPECTED = "11 letters, digits, - or _"
    _NAMESPACE = "youtube"
    _ADDRESS = "https://youtube.com/watch?v="


def read_repository(url: Url) -> Reading[Repository] | None:
    """
    Read a page of GitHub, Bitbucket or Codeberg.
    """
    found = _OWNED.fullmatch(url.path)
    if found is None or found[1].lower() in _RESERVED[url.host]:
        return None
    return _read_owned(url.host, found[1], found[2], found[3] or "")


def read_raw_file(url: Url) -> Reading[Repository] | None:
    """
    Read a file of a GitHub repository at the host that serves it bare.
    """
    found = _OWNED.fullmatch(url.path)
    if found is None or found[1].lower() in _RESERVED["github.com"]:
        return None
    reading = _read_owned("github.com", found[1], found[2], "")
    if reading.identifier is None:
        return reading
    address = reading.identifier.canonical.replace("//github.com/", f"//{url.host}/", 1)
    return Reading("code", reading.identifier, f"{address}{found[3] or ''}")


def read_gitlab(url: Url) -> Reading[Repository] | None:
    """
    Read a page of GitLab, where a project may be any number of groups deep.
    """
    segments = [segment for segment in url.path.split("/") if segment]
    end = next((index for index, segment in enumerate(segments) if segment in _GITLAB_PAGES), len(segments))
    if end < 2 or segments[0].lower() in _RESERVED["gitlab.com"]:
        return None
    rest = "".join(f"/{segment}" for segment in segments[end:])
    return _read_owned("gitlab.com", "/".join(segments[: end - 1]), segments[end - 1], rest)


def _read_owned(host: str, owner: str, name: str, rest: str) -> Reading[Repository]:
    end = len(name)
    while name[max(0, end - len(_GIT_SUFFIX)) : end].lower() == _GIT_SUFFIX:
        end -= len(_GIT_SUFFIX)
    name = name[:end]
    if not _OWNER.fullmatch(owner) or not _NAME.fullmatch(name):
        return Reading("code")
    repository = Repository(host, owner, name)
    return Reading("code", repository, f"{repository.canonical}{rest}" if rest.strip("/") else None)


def read_gist(url: Url) -> Reading[Repository] | None:
    """
    Read a gist: code, in no repository that has a name.
    """
    return Reading("code") if url.path.strip("/") else None


def read_hub(url: Url) -> Reading[ArxivId | HubId] | None:
    """
    Read a page of the Hugging Face hub: a model, a data set, or the arXiv paper under `/papers/`.
    """
    if url.path.startswith("/papers/"):
        return read_arxiv(url)
    found = _HUB_DATASET.fullmatch(url.path)
    if found:
        owner, name, rest = found.groups("")
        if name in _HUB_DATASET_PAGES:
            return _read_hub_item("dataset", owner, f"/{name}{rest}")
        return _read_hub_item("dataset", f"{owner}/{name}" if name else owner, rest)
    found = _OWNED.fullmatch(url.path)
    if found is None or found[1] in _HUB_RESERVED:
        return None
    return _read_hub_item("model", f"{found[1]}/{found[2]}", found[3] or "")


def _read_hub_item(kind: HubKind, item: str, rest: str) -> Reading[HubId]:
    if not _HUB_ID.fullmatch(item):
        return Reading(kind)
    identifier = HubId(kind, item)
    return Reading(kind, identifier, f"{identifier.canonical}{rest}" if rest.strip("/") else None)


def read_youtube(url: Url) -> Reading[VideoId] | None:
    """
    Read a video of YouTube under its long addresses.
    """
    if url.path.rstrip("/") == "/watch":
        used = parameter_named(url, ("v",))
        if used is None or not _VIDEO.fullmatch(used, 2):
            return Reading("video")
        return Reading("video", VideoId(used[2:]), used=used)
    found = _VIDEO_PATH.fullmatch(url.path)
    return _read_video(found[1]) if found else None


def read_short_youtube(url: Url) -> Reading[VideoId] | None:
    """
    Read a video of YouTube under its short address.
    """
    name = url.path.strip("/")
    return _read_video(name) if name else None


def _read_video(name: str) -> Reading[VideoId]:
    return Reading("video", VideoId(name) if _VIDEO.fullmatch(name) else None)
