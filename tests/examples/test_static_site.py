"""
`static_site.py` makes pages, feeds and citations of a folder, which browsers and readers of feeds take.
"""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import feedparser
import pytest
from bibtexparser import parse_string

from tests.examples.running import digests, example

static_site = example("static_site")

OPTIONS = ["--url", "https://example.org/papers", "--title", "Papers & more", "--author", "The editors"]


class Links(HTMLParser):
    """
    The addresses that a page links to, and the language that it says it is in.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.language = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """
        Note a link or the root.
        """
        if tag == "html":
            self.language = dict(attrs)["lang"] or ""
        self.addresses += [value or "" for name, value in attrs if name == "href"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """
    The site of the two samples.
    """
    static_site.main([str(digests(tmp_path)), str(tmp_path / "site"), *OPTIONS])
    return tmp_path / "site"


def test_two_digests_of_one_week_have_two_pages(tmp_path: Path) -> None:
    """
    The one that is listed later has its number in its name.
    """
    folder = digests(tmp_path)
    copy = (folder / "2024-09-16.en.md").read_text(encoding="utf-8").replace("# ", "# Other ", 1)
    (folder / "other.md").write_text(copy, encoding="utf-8")
    static_site.main([str(folder), str(tmp_path / "site"), *OPTIONS])
    pages = sorted(path.name for path in (tmp_path / "site").glob("*2024-09-16*.html"))

    assert len(pages) == 2
    assert set(pages) < set(Links(tmp_path / "site" / "index.html").addresses)


def test_site_has_a_page_for_each_issue(site: Path) -> None:
    """
    The index links to each page, the newest first, and no link inside the site is dead.
    """
    pages = ["2024-09-16.en.html", "2024-06-10.ja.html"]
    assert [each for each in Links(site / "index.html").addresses if each in pages] == pages
    for page in site.glob("*.html"):
        inside = [each for each in Links(page).addresses if "://" not in each]
        assert inside
        assert [each for each in inside if not (site / each).is_file()] == []
    assert [Links(site / page).language for page in pages] == ["en", "ja"]
    assert "<title>Papers &amp; more</title>" in (site / "index.html").read_text(encoding="utf-8")


def test_feeds_lead_to_the_pages(site: Path) -> None:
    """
    Atom is read without a complaint, and both feeds have each issue with the address of its page.
    """
    atom = feedparser.parse((site / "feed.atom").read_bytes())
    addresses = ["https://example.org/papers/2024-09-16.en.html", "https://example.org/papers/2024-06-10.ja.html"]

    assert not atom.bozo
    assert [entry.link for entry in atom.entries] == addresses
    feed = json.loads((site / "feed.json").read_text(encoding="utf-8"))
    assert [item["url"] for item in feed["items"]] == addresses
    assert feed["home_page_url"] == "https://example.org/papers/"


def test_citations_list_each_paper_once(site: Path) -> None:
    """
    Both editions have the same ten papers; the citation formats have one key for each.
    """
    items = json.loads((site / "papers.csl.json").read_text(encoding="utf-8"))
    library = parse_string((site / "papers.bib").read_text(encoding="utf-8"))

    assert len(items) == 10
    assert [entry.key for entry in library.entries] == [item["id"] for item in items]


def written(folder: Path, title: str) -> Path:
    """
    Return a folder with one digest of that title.
    """
    row = "| 1) **$title** - A model. | [Paper](https://arxiv.org/abs/2409.12917) |"
    folder.mkdir()
    (folder / "a.md").write_text(f"## {title}\n| **Paper** | **Links** |\n|---|---|\n{row}\n", encoding="utf-8")
    return folder


def test_no_title_breaks_a_page(tmp_path: Path) -> None:
    """
    What a title says stays text, also in the data for search engines.
    """
    title = "Papers </script><script>alert(1)</script> (September 16 - September 22) - 2024"
    static_site.main([str(written(tmp_path / "digests", title)), str(tmp_path / "site"), *OPTIONS])
    text = (tmp_path / "site" / "2024-09-16.en.html").read_text(encoding="utf-8")

    assert "alert(1)" in text
    assert text.count("<script") == text.count("</script>") == 1
    assert ">$title</a>" in text


def test_issue_without_days_is_named(tmp_path: Path) -> None:
    """
    A feed needs a day for each entry: the message says which issue has none.
    """
    with pytest.raises(SystemExit, match="/issues/0: neither a day of publication nor a period"):
        static_site.main([str(written(tmp_path / "digests", "Papers")), str(tmp_path / "site"), *OPTIONS])


def test_file_without_a_digest_is_named(tmp_path: Path) -> None:
    """
    A folder may hold no other Markdown: the message says which file is no digest.
    """
    folder = digests(tmp_path)
    (folder / "letter.md").write_text("Dear reader,\n", encoding="utf-8")

    with pytest.raises(SystemExit, match=r"letter\.md: "):
        static_site.main([str(folder), str(tmp_path / "site"), *OPTIONS])
