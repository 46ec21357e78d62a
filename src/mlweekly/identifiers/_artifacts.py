"""
What comes beside a paper: code, models, data sets, videos.

Lives here: `Repository`, `HubId`, `VideoId`, and the readers of the hosts that keep them.
Must not know: posts; of papers only those that the Hugging Face hub lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from attrs import field, frozen

from mlweekly.dates import DateRange
from mlweekly.errors import Problem, reject_if_any
from mlweekly.identifiers._arxiv import ArxivId, read_arxiv
from mlweekly.identifiers._reading import Reading
from mlweekly.identifiers._url import Url, parameter_named

HubKind: TypeAlias = Literal["model", "dataset"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# First path segments that are pages of the host itself and no account's name.
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
_OWNED = re.compile(r"/+([^/]+)/+([^/]+)(/.*)?")
_OWNER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*")
_NAME = re.compile(r"(?!\.{1,2}\Z)[A-Za-z0-9_.-]+")
_GIT_SUFFIX = ".git"
# What stands behind a project's name at GitLab, where a project may lie any number of groups deep.
_GITLAB_PAGES = _words("- activity blob commit commits issues merge_requests raw releases tags tree wikis")

_HUB_RESERVED = _words(
    "api blog chat collections datasets docs enterprise hub inference join kernels learn login metrics models new "
    "notifications organizations papers posts pricing search settings spaces storage support tasks terms-of-service "
    "privacy welcome"
)
_HUB_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,95}")
_HUB_DATASET = re.compile(r"/+datasets/+([^/]+)(?:/+([^/]+))?(/.*)?")
_HUB_DATASET_PAGES = _words("blob commits discussions raw resolve tree viewer")

_VIDEO = re.compile(r"[A-Za-z0-9_-]{11}")
_VIDEO_PATH = re.compile(r"/+(?:shorts|embed|live|v|e)/+([^/]+)/*")


@frozen
class Repository:
    """
    A repository of code.

    Equal are names that differ in case alone: the hosts make no difference.

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

    def __attrs_post_init__(self) -> None:
        reject_if_any("Repository", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if self.host not in _RESERVED:
            yield Problem("/host", f"expected one of {', '.join(_RESERVED)}, got {self.host!r}")
        elif self.owner.partition("/")[0].lower() in _RESERVED[self.host]:
            yield Problem("/owner", f"{self.owner!r} is a page of {self.host} and no account")
        if not _OWNER.fullmatch(self.owner) or ("/" in self.owner and self.host != "gitlab.com"):
            yield Problem("/owner", f"expected the name of an account, got {self.owner[:60]!r}")
        if not _NAME.fullmatch(self.name) or self.name.lower().endswith(_GIT_SUFFIX):
            yield Problem("/name", f"expected the name of a repository, without .git, got {self.name[:60]!r}")

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

    @property
    def created(self) -> DateRange | None:
        """
        None: a name carries no date.
        """
        return None


@frozen
class HubId:
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

    def __attrs_post_init__(self) -> None:
        reject_if_any("HubId", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if self.kind not in ("model", "dataset"):
            yield Problem("/kind", f'expected "model" or "dataset", got {self.kind!r}')
        names = self.id.split("/")
        if not all(_HUB_NAME.fullmatch(name) for name in names) or len(names) > 2:
            yield Problem("/id", f"expected owner/name, got {self.id[:60]!r}")
        elif len(names) == 1 and self.kind == "model":
            yield Problem("/id", f"expected owner/name, got {self.id!r}, which could be an account")
        elif names[0] in _HUB_RESERVED and self.kind == "model":
            yield Problem("/id", f"{names[0]!r} is a page of huggingface.co and no account")
        elif len(names) == 2 and names[1] in _HUB_DATASET_PAGES and self.kind == "dataset":
            yield Problem("/id", f"{names[1]!r} is a page of a data set and no data set")

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

    @property
    def created(self) -> DateRange | None:
        """
        None: a name carries no date.
        """
        return None


@frozen
class VideoId:
    """
    A video of YouTube; case counts.
    """

    id: str

    def __attrs_post_init__(self) -> None:
        reject_if_any("VideoId", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not _VIDEO.fullmatch(self.id):
            yield Problem("/id", f"expected 11 letters, digits, - or _, got {self.id[:60]!r}")

    @property
    def key(self) -> str:
        """
        The identity key.
        """
        return f"youtube:{self.id}"

    @property
    def canonical(self) -> str:
        """
        The address of the page that plays it.
        """
        return f"https://youtube.com/watch?v={self.id}"

    @property
    def created(self) -> DateRange | None:
        """
        None: the name carries no date.
        """
        return None


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
    Read a page of GitLab, where a project may lie any number of groups deep.
    """
    segments = [segment for segment in url.path.split("/") if segment]
    end = next((place for place, segment in enumerate(segments) if segment in _GITLAB_PAGES), len(segments))
    if end < 2 or segments[0].lower() in _RESERVED["gitlab.com"]:
        return None
    rest = "".join(f"/{segment}" for segment in segments[end:])
    return _read_owned("gitlab.com", "/".join(segments[: end - 1]), segments[end - 1], rest)


def _read_owned(host: str, owner: str, name: str, rest: str) -> Reading[Repository]:
    while name[-4:].lower() == _GIT_SUFFIX:
        name = name[:-4]
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
    if not all(_HUB_NAME.fullmatch(name) for name in item.split("/")):
        return Reading(kind)
    identifier = HubId(kind, item)
    return Reading(kind, identifier, f"{identifier.canonical}{rest}" if rest.strip("/") else None)


def read_youtube(url: Url) -> Reading[VideoId] | None:
    """
    Read a video of YouTube under its long addresses.
    """
    if url.path.rstrip("/") == "/watch":
        held = parameter_named(url, ("v",))
        if held is None or not _VIDEO.fullmatch(held, 2):
            return Reading("video")
        return Reading("video", VideoId(held[2:]), held=held)
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
