"""
Hosts whose paths tell what they keep, without an identifier.

Lives here: the table of hosts, path beginnings and kinds.
Must not know: identifiers.
"""

from __future__ import annotations

from collections.abc import Mapping

from mlweekly.identifiers._reading import Kind
from mlweekly.identifiers._url import Url

_PAPER: Kind = "paper"
_POST: Kind = "post"
_CODE: Kind = "code"
_MODEL: Kind = "model"
_DATASET: Kind = "dataset"
_VIDEO: Kind = "video"

_KINDS: Mapping[str, tuple[tuple[str, Kind], ...]] = {
    # Journals and publishers.
    "academic.oup.com": (("/", _PAPER),),
    "bmj.com": (("/content/", _PAPER),),
    "cell.com": (("/", _PAPER),),
    "direct.mit.edu": (("/", _PAPER),),
    "distill.pub": (("/1", _PAPER), ("/2", _PAPER)),
    "dl.acm.org": (("/doi/", _PAPER), ("/citation.cfm", _PAPER)),
    "elifesciences.org": (("/articles/", _PAPER), ("/reviewed-preprints/", _PAPER)),
    "epubs.siam.org": (("/doi/", _PAPER),),
    "frontiersin.org": (("/articles/", _PAPER), ("/journals/", _PAPER)),
    "ieeexplore.ieee.org": (("/document/", _PAPER), ("/abstract/", _PAPER), ("/stamp/", _PAPER)),
    "iopscience.iop.org": (("/article/", _PAPER),),
    "jair.org": (("/index.php/jair/article/", _PAPER),),
    "jamanetwork.com": (("/journals/", _PAPER),),
    "jmlr.org": (("/papers/", _PAPER), ("/tmlr/papers/", _PAPER)),
    "journals.aps.org": (("/", _PAPER),),
    "journals.plos.org": (("/", _PAPER),),
    "journals.sagepub.com": (("/doi/", _PAPER),),
    "link.springer.com": (("/article/", _PAPER), ("/chapter/", _PAPER), ("/content/", _PAPER)),
    "mdpi.com": (("/", _PAPER),),
    "nature.com": (("/articles/", _PAPER),),
    "nejm.org": (("/doi/", _PAPER),),
    "onlinelibrary.wiley.com": (("/doi/", _PAPER),),
    "pnas.org": (("/doi/", _PAPER), ("/content/", _PAPER)),
    "pubs.acs.org": (("/doi/", _PAPER),),
    "royalsocietypublishing.org": (("/doi/", _PAPER),),
    "science.org": (("/doi/", _PAPER),),
    "sciencedirect.com": (("/science/article/", _PAPER),),
    "tandfonline.com": (("/doi/", _PAPER),),
    "thelancet.com": (("/journals/", _PAPER),),
    # Proceedings.
    "ecva.net": (("/papers/", _PAPER),),
    "iclr.cc": (("/virtual/", _PAPER),),
    "icml.cc": (("/virtual/", _PAPER),),
    "ijcai.org": (("/proceedings/", _PAPER),),
    "isca-archive.org": (("/", _PAPER),),
    "neurips.cc": (("/virtual/", _PAPER),),
    "ojs.aaai.org": (("/index.php/", _PAPER),),
    "openaccess.thecvf.com": (("/content", _PAPER),),
    "openreview.net": (("/references/pdf", _PAPER),),
    "papers.neurips.cc": (("/paper", _PAPER),),
    "papers.nips.cc": (("/paper", _PAPER),),
    "proceedings.mlr.press": (("/v", _PAPER), ("/r", _PAPER)),
    "proceedings.neurips.cc": (("/paper", _PAPER),),
    "roboticsproceedings.org": (("/", _PAPER),),
    "usenix.org": (("/conference/", _PAPER),),
    # Preprints and indexes.
    "biorxiv.org": (("/content/", _PAPER),),
    "chemrxiv.org": (("/engage/", _PAPER),),
    "eprint.iacr.org": (("/1", _PAPER), ("/2", _PAPER)),
    "medrxiv.org": (("/content/", _PAPER),),
    "nber.org": (("/papers/", _PAPER),),
    "ncbi.nlm.nih.gov": (("/pmc/articles/", _PAPER), ("/pubmed/", _PAPER)),
    "osf.io": (("/preprints/", _PAPER),),
    "paperswithcode.com": (("/paper/", _PAPER), ("/dataset/", _DATASET)),
    "pmc.ncbi.nlm.nih.gov": (("/articles/", _PAPER),),
    "preprints.org": (("/manuscript/", _PAPER),),
    "pubmed.ncbi.nlm.nih.gov": (("/", _PAPER),),
    "researchgate.net": (("/publication/", _PAPER),),
    "researchsquare.com": (("/article/", _PAPER),),
    "semanticscholar.org": (("/paper/", _PAPER), ("/reader/", _PAPER)),
    "techrxiv.org": (("/", _PAPER),),
    # Laboratories' own lists of publications.
    "ai.meta.com": (("/research/publications/", _PAPER),),
    "microsoft.com": (("/en-us/research/publication/", _PAPER),),
    "research.facebook.com": (("/publications/", _PAPER),),
    "research.google": (("/pubs/", _PAPER),),
    "research.nvidia.com": (("/publication/", _PAPER),),
    # Posts, code, models, data sets, videos.
    "linkedin.com": (("/posts/", _POST), ("/feed/update/", _POST)),
    "kaggle.com": (("/datasets/", _DATASET), ("/models/", _MODEL), ("/code/", _CODE)),
    "modelscope.cn": (("/models/", _MODEL), ("/datasets/", _DATASET)),
    "bilibili.com": (("/video/", _VIDEO),),
    "vimeo.com": (("/", _VIDEO),),
}


def kind_of_path(url: Url) -> Kind | None:
    """
    Return what the host keeps under such paths; None where it is not known, and for the host's front page.
    """
    beginnings = _KINDS.get(url.host, ())
    return next((kind for beginning, kind in beginnings if url.path.startswith(beginning) and url.path != "/"), None)
