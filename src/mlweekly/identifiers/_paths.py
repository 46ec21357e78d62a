"""
Hosts whose paths tell what they keep, without an identifier.
"""

from __future__ import annotations

from collections.abc import Mapping

from mlweekly.identifiers._reading import Kind
from mlweekly.identifiers._url import Url

# Beginnings of addresses, by what is kept below them.
_BEGINNINGS: Mapping[Kind, str] = {
    "paper": (
        # Journals and publishers.
        "academic.oup.com/ bmj.com/content/ cell.com/ direct.mit.edu/ distill.pub/1 distill.pub/2 dl.acm.org/doi/ "
        "dl.acm.org/citation.cfm elifesciences.org/articles/ elifesciences.org/reviewed-preprints/ epubs.siam.org/doi/ "
        "frontiersin.org/articles/ frontiersin.org/journals/ ieeexplore.ieee.org/document/ "
        "ieeexplore.ieee.org/abstract/ ieeexplore.ieee.org/stamp/ iopscience.iop.org/article/ "
        "jair.org/index.php/jair/article/ jamanetwork.com/journals/ jmlr.org/papers/ jmlr.org/tmlr/papers/ "
        "journals.aps.org/ journals.plos.org/ journals.sagepub.com/doi/ link.springer.com/article/ "
        "link.springer.com/chapter/ link.springer.com/content/ mdpi.com/ nature.com/articles/ nejm.org/doi/ "
        "onlinelibrary.wiley.com/doi/ pnas.org/doi/ pnas.org/content/ pubs.acs.org/doi/ "
        "royalsocietypublishing.org/doi/ science.org/doi/ sciencedirect.com/science/article/ tandfonline.com/doi/ "
        "thelancet.com/journals/ "
        # Proceedings.
        "ecva.net/papers/ iclr.cc/virtual/ icml.cc/virtual/ ijcai.org/proceedings/ isca-archive.org/ "
        "neurips.cc/virtual/ ojs.aaai.org/index.php/ openaccess.thecvf.com/content openreview.net/references/pdf "
        "papers.neurips.cc/paper papers.nips.cc/paper proceedings.mlr.press/v proceedings.mlr.press/r "
        "proceedings.neurips.cc/paper roboticsproceedings.org/ usenix.org/conference/ "
        # Preprints and indexes.
        "biorxiv.org/content/ chemrxiv.org/engage/ eprint.iacr.org/1 eprint.iacr.org/2 medrxiv.org/content/ "
        "nber.org/papers/ ncbi.nlm.nih.gov/pmc/articles/ ncbi.nlm.nih.gov/pubmed/ osf.io/preprints/ "
        "paperswithcode.com/paper/ pmc.ncbi.nlm.nih.gov/articles/ preprints.org/manuscript/ pubmed.ncbi.nlm.nih.gov/ "
        "researchgate.net/publication/ researchsquare.com/article/ semanticscholar.org/paper/ "
        "semanticscholar.org/reader/ techrxiv.org/ "
        # Laboratories' own lists of publications.
        "ai.meta.com/research/publications/ microsoft.com/en-us/research/publication/ "
        "research.facebook.com/publications/ research.google/pubs/ research.nvidia.com/publication/"
    ),
    "post": "linkedin.com/posts/ linkedin.com/feed/update/",
    "code": "kaggle.com/code/",
    "model": "kaggle.com/models/ modelscope.cn/models/",
    "dataset": "kaggle.com/datasets/ modelscope.cn/datasets/ paperswithcode.com/dataset/",
    "video": "bilibili.com/video/ vimeo.com/",
}


def _kinds_by_host() -> dict[str, list[tuple[str, Kind]]]:
    kinds: dict[str, list[tuple[str, Kind]]] = {}
    for kind, beginnings in _BEGINNINGS.items():
        for beginning in beginnings.split():
            host, slash, path = beginning.partition("/")
            kinds.setdefault(host, []).append((slash + path, kind))
    return kinds


_KINDS = _kinds_by_host()


def kind_of_path(url: Url) -> Kind | None:
    """
    Return what the host keeps under such paths; None if that is unknown, and for the host's front page.
    """
    beginnings = _KINDS.get(url.host, ())
    return next((kind for path, kind in beginnings if url.path.startswith(path) and url.path != "/"), None)
