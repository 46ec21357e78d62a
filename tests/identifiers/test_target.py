"""
What a URL points to: the forms of each host, and the laws of the canonical form.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mlweekly.errors import ModelError
from mlweekly.identifiers import ArxivId, PostId, arxiv_problem, target_of, tracking_parameters, url_problem

X = "https://x.com/i/status/1836427396959932492"
ARXIV = "https://arxiv.org/abs/2409.12917"
VIDEO = "https://youtube.com/watch?v=dQw4w9WgXcQ"

SAME_PAPER = (
    "https://arxiv.org/abs/2409.12917",
    "http://arxiv.org/abs/2409.12917",
    "https://arxiv.org/abs//2409.12917",
    "https://arxiv.org/abs/2409.12917/",
    "https://arxiv.org/abs/2409.12917v1",
    "https://arxiv.org/abs/arXiv:2409.12917",
    "https://arxiv.org/abs/2409.12917#:~:text=a%20b",
    "https://www.arxiv.org/pdf/2409.12917",
    "https://arxiv.org/pdf/2409.12917.pdf",
    "https://arxiv.org/pdf/2409.12917v12.pdf",
    "https://arxiv.org/html/2409.12917v2",
    "https://arxiv.org/html/2409.12917v2/figure.png",
    "https://arxiv.org/format/2409.12917",
    "https://export.arxiv.org/abs/2409.12917",
    "https://ar5iv.org/abs/2409.12917",
    "https://ar5iv.labs.arxiv.org/html/2409.12917",
    "https://www.alphaxiv.org/abs/2409.12917v1",
    "https://alphaxiv.org/overview/2409.12917",
    "https://www.alphaxiv.org/ja/overview/2409.12917",
    "https://huggingface.co/papers/2409.12917",
    "https://hf.co/papers/2409.12917#community",
    "https://doi.org/10.48550/arXiv.2409.12917",
    "http://dx.doi.org/10.48550/ARXIV.2409.12917",
    "https://scirate.com/arxiv/2409.12917",
    "https://ARXIV.org/abs/2409.12917?utm_source=a",
)
SAME_POST = (
    "https://x.com/omarsar0/status/1836427396959932492",
    "https://twitter.com/dair_ai/status/1836427396959932492?s=20",
    "http://www.twitter.com/a/status/1836427396959932492?s=20&t=ygX07dsAPDF8_jwrxZIo1Q",
    "https://mobile.twitter.com/a/status/1836427396959932492",
    "https://x.com/i/status/1836427396959932492",
    "https://x.com/i/web/status/1836427396959932492",
    "https://x.com/a/status/1836427396959932492/photo/1",
    "https://x.com/a/status/1836427396959932492/",
    "https://twitter.com/a/statuses/1836427396959932492",
    "https://twitter.com/statuses/1836427396959932492",
    "https://twitter.com/a/status/1836427396959932492?ref_src=twsrc%5Etfw#m",
    "https://fxtwitter.com/a/status/1836427396959932492",
    "https://vxtwitter.com/a/status/1836427396959932492?s=46",
)

FORMS: tuple[tuple[str, str | None, str | None, str], ...] = (
    ("https://arxiv.org/abs/math.GT/0309136v1", "paper", "arxiv:math/0309136", "https://arxiv.org/abs/math/0309136"),
    ("https://arxiv.org/pdf/cs/0501001.pdf", "paper", "arxiv:cs/0501001", "https://arxiv.org/abs/cs/0501001"),
    ("https://arxiv.org/list/cs.CL/recent", None, None, "https://arxiv.org/list/cs.CL/recent"),
    ("https://arxiv.org/", None, None, "https://arxiv.org/"),
    ("https://arxiv.org/abs/2413.00001", "paper", None, "https://arxiv.org/abs/2413.00001"),
    ("https://arxiv.org/abs/2409.12917v0", "paper", None, "https://arxiv.org/abs/2409.12917v0"),
    ("https://arxiv.org/abs/", "paper", None, "https://arxiv.org/abs/"),
    ("https://doi.org/10.48550/arXiv.2413.00001", "paper", None, "https://doi.org/10.48550/arXiv.2413.00001"),
    ("https://huggingface.co/papers", None, None, "https://huggingface.co/papers"),
    ("https://huggingface.co/papers/date/2024-09-16", None, None, "https://huggingface.co/papers/date/2024-09-16"),
    ("https://arxiv.org/abs/2409.12917?context=cs", "paper", "arxiv:2409.12917", f"{ARXIV}?context=cs"),
    # DOIs.
    ("https://doi.org/10.1038/S41586-1", "paper", "doi:10.1038/s41586-1", "https://doi.org/10.1038/s41586-1"),
    ("https://doi.org/doi:10.1000/a%2Fb/", "paper", "doi:10.1000/a/b", "https://doi.org/10.1000/a/b"),
    ("https://doi.org/10.1000/%FF", "paper", None, "https://doi.org/10.1000/%FF"),
    ("https://doi.org/10.1000/%20a", "paper", None, "https://doi.org/10.1000/%20a"),
    ("https://doi.org/10.2139/ssrn.4945566", "paper", "ssrn:4945566",
     "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4945566"),
    ("https://www.biorxiv.org/content/10.1101/2023.04.30.538439v1", "paper", "doi:10.1101/2023.04.30.538439",
     "https://doi.org/10.1101/2023.04.30.538439"),
    ("https://www.biorxiv.org/content/10.1101/2023.04.30.538439v2.full.pdf", "paper", "doi:10.1101/2023.04.30.538439",
     "https://doi.org/10.1101/2023.04.30.538439"),
    ("https://www.medrxiv.org/content/medrxiv/early/2024/1/10.1101/2024.01.01.1v1.full", "paper",
     "doi:10.1101/2024.01.01.1", "https://doi.org/10.1101/2024.01.01.1"),
    ("https://www.science.org/doi/10.1126/science.ado9336", "paper", "doi:10.1126/science.ado9336",
     "https://doi.org/10.1126/science.ado9336"),
    ("https://dl.acm.org/doi/pdf/10.1145/3442188.3445922", "paper", "doi:10.1145/3442188.3445922",
     "https://doi.org/10.1145/3442188.3445922"),
    ("https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf", "paper", "doi:10.1007/s11263-015-0816-y",
     "https://doi.org/10.1007/s11263-015-0816-y"),
    ("https://www.frontiersin.org/articles/10.3389/frai.2024.1/full", "paper", "doi:10.3389/frai.2024.1",
     "https://doi.org/10.3389/frai.2024.1"),
    ("https://academic.oup.com/bib/advance-article/doi/10.1093/bib/bbaa123/5771333", "paper", "doi:10.1093/bib/bbaa123",
     "https://doi.org/10.1093/bib/bbaa123"),
    ("https://academic.oup.com/bib/article-pdf/doi/10.1093/bib/bbaa123/33426424/bbaa123.pdf", "paper",
     "doi:10.1093/bib/bbaa123", "https://doi.org/10.1093/bib/bbaa123"),
    ("https://link.springer.com/article/10.1007/s11263-015-0816-y/figures/3", "paper", "doi:10.1007/s11263-015-0816-y",
     "https://doi.org/10.1007/s11263-015-0816-y"),
    ("https://journal.example/doi/10.2196/7654321", "paper", "doi:10.2196/7654321", "https://doi.org/10.2196/7654321"),
    ("https://journal.example/doi/10.1088/1748-0221/12/01/C01006", "paper", "doi:10.1088/1748-0221/12/01/c01006",
     "https://doi.org/10.1088/1748-0221/12/01/c01006"),
    ("https://journal.example/doi/full/10.1234/a.b", "paper", "doi:10.1234/a.b", "https://doi.org/10.1234/a.b"),
    ("https://example.com/v/10.1234/a", None, None, "https://example.com/v/10.1234/a"),
    ("https://zenodo.org/records/1234567", None, "doi:10.5281/zenodo.1234567",
     "https://doi.org/10.5281/zenodo.1234567"),
    ("https://doi.org/10.5281/zenodo.1234567", None, "doi:10.5281/zenodo.1234567",
     "https://doi.org/10.5281/zenodo.1234567"),
    ("https://zenodo.org/communities/a", None, None, "https://zenodo.org/communities/a"),
    # Other papers.
    ("https://aclanthology.org/2022.acl-long.42.pdf", "paper", "acl:2022.acl-long.42",
     "https://aclanthology.org/2022.acl-long.42"),
    ("https://www.aclweb.org/anthology/p18-1007/", "paper", "acl:P18-1007", "https://aclanthology.org/P18-1007"),
    ("https://aclanthology.org/venues/acl/", None, None, "https://aclanthology.org/venues/acl/"),
    ("https://aclanthology.org/P18-10", "paper", None, "https://aclanthology.org/P18-10"),
    ("https://openreview.net/pdf?id=LuCLf4BJsr", "paper", "openreview:LuCLf4BJsr",
     "https://openreview.net/forum?id=LuCLf4BJsr"),
    ("https://openreview.net/forum?noteId=abc&id=LuCLf4BJsr", "paper", "openreview:LuCLf4BJsr",
     "https://openreview.net/forum?id=LuCLf4BJsr&noteId=abc"),
    ("https://openreview.net/forum?id=LuCLf4BJsr&referrer=%5BHome%5D", "paper", "openreview:LuCLf4BJsr",
     "https://openreview.net/forum?id=LuCLf4BJsr"),
    ("https://openreview.net/group?id=ICLR.cc/2024", None, None, "https://openreview.net/group?id=ICLR.cc/2024"),
    ("https://openreview.net/forum", "paper", None, "https://openreview.net/forum"),
    ("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4945566", "paper", "ssrn:4945566",
     "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4945566"),
    ("https://papers.ssrn.com/sol3/Delivery.cfm/a.pdf?abstractid=4945566&mirid=1", "paper", "ssrn:4945566",
     "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4945566&mirid=1"),
    ("https://ssrn.com/abstract=4945566", "paper", "ssrn:4945566",
     "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4945566"),
    ("https://ssrn.com/abstract=0", "paper", None, "https://ssrn.com/abstract=0"),
    ("https://ssrn.com/en/", None, None, "https://ssrn.com/en/"),
    ("https://papers.ssrn.com/sol3/papers.cfm", "paper", None, "https://papers.ssrn.com/sol3/papers.cfm"),
    ("https://www.nature.com/articles/s41586-024-07566-y", "paper", None,
     "https://nature.com/articles/s41586-024-07566-y"),
    ("https://www.nature.com/", None, None, "https://nature.com/"),
    ("https://kyutai.org/Moshi.pdf", "paper", None, "https://kyutai.org/Moshi.pdf"),
    ("https://example.com/a.PDF?x=1#page=3", "paper", None, "https://example.com/a.PDF?x=1#page=3"),
    # Posts.
    ("https://x.com/a/status/1?s=20&lang=en", "post", "x:1", "https://x.com/i/status/1?lang=en"),
    ("https://x.com/a/status/99999999999999999999", "post", None, "https://x.com/a/status/99999999999999999999"),
    ("https://x.com/a/status/12x", "post", None, "https://x.com/a/status/12x"),
    ("https://nitter.example.net/a/status/1836427396959932492#m", "post", "x:1836427396959932492",
     "https://x.com/i/status/1836427396959932492"),
    ("https://fixvx.com/a/status/1836427396959932492/photo/1", "post", "x:1836427396959932492",
     "https://x.com/i/status/1836427396959932492"),
    ("https://example.com/a/status/12", None, None, "https://example.com/a/status/12"),
    ("https://example.com/status/5031234567890123", None, None, "https://example.com/status/5031234567890123"),
    ("https://x.com/dair_ai", None, None, "https://x.com/dair_ai"),
    ("https://bsky.app/profile/Alice.bsky.social/post/3l4hxmnupsk2f", "post", "bluesky:3l4hxmnupsk2f",
     "https://bsky.app/profile/alice.bsky.social/post/3l4hxmnupsk2f"),
    ("https://bsky.app/profile/a.example/post/self", "post", None, "https://bsky.app/profile/a.example/post/self"),
    ("https://bsky.app/profile/a.example", None, None, "https://bsky.app/profile/a.example"),
    ("https://sigmoid.social/@alice/113158404182340216", "post", "mastodon:sigmoid.social/113158404182340216",
     "https://sigmoid.social/@alice/113158404182340216"),
    ("https://example.com/@alice/1234", None, None, "https://example.com/@alice/1234"),
    ("https://example.com/@alice/999999999999999999", None, None, "https://example.com/@alice/999999999999999999"),
    ("https://www.linkedin.com/posts/a_b", "post", None, "https://linkedin.com/posts/a_b"),
    # Code.
    ("https://github.com/Apple/ml-4m/", "code", "github.com/apple/ml-4m", "https://github.com/apple/ml-4m"),
    ("https://www.github.com/Apple/ml-4m.git#usage", "code", "github.com/apple/ml-4m", "https://github.com/apple/ml-4m"),
    ("https://github.com/apple/corenet?tab=readme-ov-file", "code", "github.com/apple/corenet",
     "https://github.com/apple/corenet?tab=readme-ov-file"),
    ("https://github.com/A/B/tree/Main/Docs#L1", "code", "github.com/a/b", "https://github.com/a/b/tree/Main/Docs#L1"),
    ("https://github.com/A/B/blob/main/Paper.pdf", "paper", "github.com/a/b",
     "https://github.com/a/b/blob/main/Paper.pdf"),
    ("https://raw.githubusercontent.com/A/B/main/x.py", "code", "github.com/a/b",
     "https://raw.githubusercontent.com/a/b/main/x.py"),
    ("https://raw.githubusercontent.com/A/.git/main/x", "code", None,
     "https://raw.githubusercontent.com/A/.git/main/x"),
    ("https://raw.githubusercontent.com/a", None, None, "https://raw.githubusercontent.com/a"),
    ("https://gist.github.com/a/0123", "code", None, "https://gist.github.com/a/0123"),
    ("https://github.com/topics/llm", None, None, "https://github.com/topics/llm"),
    ("https://github.com/deepseek-ai", None, None, "https://github.com/deepseek-ai"),
    ("https://github.com/a/.git", "code", None, "https://github.com/a/.git"),
    ("https://gitlab.com/A/B/C/-/tree/main", "code", "gitlab.com/a/b/c", "https://gitlab.com/a/b/c/-/tree/main"),
    ("https://gitlab.com/A/B", "code", "gitlab.com/a/b", "https://gitlab.com/a/b"),
    ("https://codeberg.org/a/b", "code", "codeberg.org/a/b", "https://codeberg.org/a/b"),
    ("https://bitbucket.org/a/b/src", "code", "bitbucket.org/a/b", "https://bitbucket.org/a/b/src"),
    ("https://pix2pixzero.github.io/", None, None, "https://pix2pixzero.github.io/"),
    # Models and data sets.
    ("https://huggingface.co/Qwen/Qwen2-7B/", "model", "huggingface:model/Qwen/Qwen2-7B",
     "https://huggingface.co/Qwen/Qwen2-7B"),
    ("https://huggingface.co/Qwen/Qwen2-7B/tree/main", "model", "huggingface:model/Qwen/Qwen2-7B",
     "https://huggingface.co/Qwen/Qwen2-7B/tree/main"),
    ("https://huggingface.co/datasets/cais/hle", "dataset", "huggingface:dataset/cais/hle",
     "https://huggingface.co/datasets/cais/hle"),
    ("https://huggingface.co/datasets/squad/viewer", "dataset", "huggingface:dataset/squad",
     "https://huggingface.co/datasets/squad/viewer"),
    ("https://huggingface.co/spaces/a/b", None, None, "https://huggingface.co/spaces/a/b"),
    ("https://huggingface.co/collections/a/b", None, None, "https://huggingface.co/collections/a/b"),
    ("https://huggingface.co/blog/a", None, None, "https://huggingface.co/blog/a"),
    ("https://huggingface.co/Qwen", None, None, "https://huggingface.co/Qwen"),
    ("https://www.kaggle.com/datasets/a/b", "dataset", None, "https://kaggle.com/datasets/a/b"),
    # Videos.
    ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=30s&si=x", "video", "youtube:dQw4w9WgXcQ", f"{VIDEO}&t=30s"),
    ("https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ", "video", "youtube:dQw4w9WgXcQ", f"{VIDEO}&app=desktop"),
    ("https://youtu.be/dQw4w9WgXcQ", "video", "youtube:dQw4w9WgXcQ", VIDEO),
    ("https://youtube.com/shorts/dQw4w9WgXcQ", "video", "youtube:dQw4w9WgXcQ", VIDEO),
    ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "video", "youtube:dQw4w9WgXcQ", VIDEO),
    ("https://youtube.com/watch?v=short", "video", None, "https://youtube.com/watch?v=short"),
    ("https://youtube.com/@channel", None, None, "https://youtube.com/@channel"),
    ("https://vimeo.com/123", "video", None, "https://vimeo.com/123"),
)  # fmt: skip


@pytest.mark.parametrize("url", SAME_PAPER)
def test_every_form_of_an_arxiv_link_is_one_target(url: str) -> None:
    """
    Whatever the site, the form and the version, the target is the paper.
    """
    target = target_of(url)
    assert (target.kind, target.identifier, target.canonical) == ("paper", ArxivId("2409.12917"), ARXIV)
    assert str(target.created) == "2024-09-01/2024-09-30"


@pytest.mark.parametrize(("url", "version"), [("/abs/2409.12917", None), ("/pdf/2409.12917v12.pdf", 12)])
def test_the_version_is_told(url: str, version: int | None) -> None:
    """
    A version in the URL is held beside the number.
    """
    identifier = target_of(f"https://arxiv.org{url}").identifier
    assert isinstance(identifier, ArxivId)
    assert identifier.version == version


@pytest.mark.parametrize("url", SAME_POST)
def test_every_form_of_an_x_link_is_one_target(url: str) -> None:
    """
    Neither host nor user name nor tracking parameters make another post.
    """
    target = target_of(url)
    assert (target.kind, target.identifier, target.canonical) == ("post", PostId("x", "1836427396959932492"), X)
    assert str(target.created) == "2024-09-18/2024-09-18"


@pytest.mark.parametrize(("url", "kind", "key", "canonical"), FORMS)
def test_forms_of_each_host(url: str, kind: str | None, key: str | None, canonical: str) -> None:
    """
    Each host's forms tell kind, identity and canonical form; the canonical form tells the same again.
    """
    for spelling in (url, canonical):
        target = target_of(spelling)
        assert target.kind == kind
        assert (target.identifier.key if target.identifier else None) == key
        assert target.canonical == canonical
        assert target.created == (target.identifier.created if target.identifier else None)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://arxiv.org/abs/2409.12917v2", None),
        ("https://arxiv.org/list/cs.CL/new", None),
        ("https://example.com/abs/2413.00001", None),
        ("https://alphaxiv.org/abs/2609.some-words", None),
        ("https://alphaxiv.org/abs/2413.00001", "the month of '2413.00001' is 13, expected 01 to 12"),
        (
            "https://arxiv.org/abs/2409.some-words",
            "expected an arXiv number, YYMM.NNNNN or archive/YYMMNNN, got '2409.some-words'",
        ),
        ("https://arxiv.org/abs/2413.00001", "the month of '2413.00001' is 13, expected 01 to 12"),
        ("https://arxiv.org/pdf/2409.1291v1.pdf", "expected 5 digits after the point from 2015 on, got 4"),
        ("https://huggingface.co/papers/2409.00000", "the number of '2409.00000' is 0, expected at least 1"),
        ("https://doi.org/10.48550/arXiv.1501.0001", "expected 5 digits after the point from 2015 on, got 4"),
        ("https://arxiv.org/abs/2409.12917v0", "the version is 0, expected at least 1"),
        ("https://arxiv.org/abs/", "expected an arXiv number, YYMM.NNNNN or archive/YYMMNNN, got ''"),
    ],
)
def test_why_an_arxiv_link_has_no_number(url: str, reason: str | None) -> None:
    """
    A malformed number is explained; a good one, and a page that is no paper's, have no problem.
    """
    assert arxiv_problem(url) == reason


HOSTS = (
    *("arxiv.org", "www.alphaxiv.org", "huggingface.co", "hf.co", "doi.org", "x.com", "twitter.com", "bsky.app"),
    *("github.com", "gitlab.com", "raw.githubusercontent.com", "youtube.com", "youtu.be", "openreview.net"),
    *("papers.ssrn.com", "aclanthology.org", "biorxiv.org", "zenodo.org", "a.example", "www.www.com", "WWW.b.c."),
)
SEGMENTS = (
    *("abs", "pdf", "papers", "datasets", "status", "i", "web", "profile", "post", "doi", "full", "records", "watch"),
    *("2409.12917", "2409.12917v2.pdf", "2413.1", "math.GT", "0309136", "10.48550", "arXiv.2409.12917", "10.1101"),
    *("2023.04.30.538439v1.full.pdf", "1836427396959932492", "99999999999999999999", "3l4hxmnupsk2f", "@a", "-", ""),
    *("113158404182340216", "a.git", "B", "..", "P18-1007", "dQw4w9WgXcQ", "%2F", "%41", "tree", "forum", "sol3"),
)
PARAMETERS = ("s=20", "t=a", "utm_x", "v=dQw4w9WgXcQ", "id=LuCLf4BJsr", "abstract_id=12", "fbclid=1", "", "x=%20", "=")
CHARACTERS = st.characters(exclude_categories=["Cs"]) | st.sampled_from("/?#&=%.@:-v019")


@st.composite
def urls(draw: st.DrawFn) -> str:
    """
    URLs that are made of the parts which the readers look for, in any order, among any text.
    """
    text = st.text(CHARACTERS, max_size=6)
    path = "/".join(draw(st.lists(st.sampled_from(SEGMENTS) | text, max_size=6)))
    query = "&".join(draw(st.lists(st.sampled_from(PARAMETERS) | text, max_size=4)))
    port = draw(st.sampled_from(["", ":", ":80", ":443", ":8080", ":00000"]))
    mark = draw(st.sampled_from(["", "/"]))
    scheme = draw(st.sampled_from(["http://", "https://", "HTTPS://"]))
    fragment = draw(st.sampled_from(["", "#", "#a?b"]))
    return (
        f"{scheme}{draw(st.sampled_from(HOSTS))}{port}{mark}{path}{draw(st.sampled_from(['', '?']))}{query}{fragment}"
    )


@given(urls())
@example("https://youtube.com/watch?&v=dQw4w9WgXcQ&&s=1")
@example("https://doi.org/10.1000/%25zz")
def test_the_canonical_form_is_idempotent(url: str) -> None:
    """
    A canonical form is an acceptable URL, its own canonical form, and has the same kind, identity and date.
    """
    if url_problem(url) is None:
        target = target_of(url)
        assert url_problem(target.canonical) is None
        assert target.canonical.startswith("https://")
        again = target_of(target.canonical)
        assert again == target
        assert tracking_parameters(target.canonical) == ()


@given(urls(), st.text(st.sampled_from("abcxyz019_.-%"), min_size=1, max_size=8).map("q-{}=1".format))
def test_no_unknown_parameter_is_ever_dropped(url: str, parameter: str) -> None:
    """
    A parameter that is not known to be tracking stands in the canonical form, byte for byte, whatever the host.
    """
    address = url.partition("#")[0]
    url = f"{address}{'&' if '?' in address else '?'}{parameter}"
    if url_problem(url) is None:
        assert parameter in target_of(url).canonical.partition("?")[2].split("&")


@given(st.text() | urls() | st.text().map("https://{}".format) | st.text().map("https://x.com/{}".format))
def test_whatever_is_accepted_has_a_target(url: str) -> None:
    """
    Every string is either refused with a reason or read without an exception.
    """
    if url_problem(url) is None:
        target = target_of(url)
        assert target.created == (target.identifier.created if target.identifier else None)


@pytest.mark.parametrize(
    "unit",
    [
        "/",
        "/full",
        ".pdf",
        "/10.1234/",
        "/doi/",
        "&utm_a=1",
        "/a/-",
        "@",
        "//www.",
        "v1",
        "/@a/1",
        "1.",
        "a-",
        "?",
        "#",
    ],
)
@pytest.mark.parametrize(
    "beginning",
    [
        *("https://a.example/", "https://doi.org/10.1234/", "https://arxiv.org/abs/", "https://x.com/a/status/"),
        *("https://gitlab.com/a/", "https://dl.acm.org/doi/10.1/", "https://aclanthology.org/2022.a-", "https://www."),
    ],
)
def test_long_urls_come_to_an_end(beginning: str, unit: str) -> None:
    """
    A hundred thousand repetitions of what a reader looks for are read, or refused; a quadratic one would take minutes.
    """
    url = f"{beginning}{unit * 100_000}!"
    if url_problem(url) is None:
        assert target_of(target_of(url).canonical).canonical == target_of(url).canonical
        assert arxiv_problem(url) is None or "arxiv" in url
    else:
        with pytest.raises(ModelError):
            target_of(url)
