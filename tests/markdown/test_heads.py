"""
Heads of papers in lists and outlines: no link of them is lost, however many there are.
"""

from __future__ import annotations

import pytest

from mlweekly import markdown

PAPER, CODE = "https://arxiv.org/abs/2405.2106{}", "https://github.com/a/b{}"


def links_of(item: str) -> list[list[str]]:
    """
    Return the URLs of the papers that are read from three such items, in which `{}` is a number.
    """
    text = "## Week 38, 2024\n\n" + "".join(f"{item}\n".replace("{}", str(number)) for number in range(3))
    document = markdown.parse(text)
    assert document.unplaced == ()
    return [[link.url for link in paper.links] for issue in document.series for paper in issue.papers]


@pytest.mark.parametrize(
    ("item", "urls"),
    [
        (f"- **[A nice title {{}}]({PAPER}) ** some words on it", [PAPER]),
        (f"- {PAPER} A nice title {{}} of it · [Code]({CODE})", [PAPER, CODE]),
        (f"- [2405.2106{{}}]({PAPER}) A nice title {{}} of it | [Code]({CODE})", [PAPER, CODE]),
        (f"- {PAPER} {CODE} A nice title {{}} of it", [PAPER, CODE]),
        (f"- A nice title {{}} of it\n  {PAPER.replace('https', 'HTTPS')}", [PAPER.replace("https", "HTTPS")]),
        (f"- A nice title {{}} of it: {PAPER.replace('https', 'HTTPS')}", [PAPER.replace("https", "HTTPS")]),
        (f"### {PAPER} A nice title {{}} of it · [Code]({CODE})\n\nSome words on it.\n", [PAPER, CODE]),
    ],
)
def test_no_link_of_a_head_is_lost(item: str, urls: list[str]) -> None:
    """
    Before, on and behind the title.
    """
    assert links_of(item) == [[url.format(number) for url in urls] for number in range(3)]


def test_a_thousand_urls_before_a_title() -> None:
    """
    Reading raises nothing.
    """
    text = f"# Papers\n\n- {f'{PAPER.format(0)} ' * 1200}A title of a paper\n"

    assert markdown.parse(text, dialect="list").text == text
