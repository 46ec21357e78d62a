"""
Comments of a post that hold what its visible form cannot say, and what is said of those that do not fit.
"""

from __future__ import annotations

from datetime import date

import pytest

from mlweekly import Issue, Link, LinkSet, Paper, Text, markdown
from mlweekly.document import Document

URLS = ("https://example.org/a", "https://example.org/b", "https://example.org/c")
LINES = "".join(f"- {url}\n" for url in URLS)


def paper_with(members: str, body: str = f"### Further reading\n\n{LINES}") -> tuple[Paper, Document]:
    """
    Return the paper of a post beside whose heading a comment stands.
    """
    document = markdown.parse(f'# Week\n\n## A / B\n\n<!-- mlweekly: {{"paper": {members}}} -->\n\n{body}')
    (paper,) = document.series[0].papers
    return paper, document


def messages(document: Document) -> list[str]:
    """
    Return what is said of a document, with pointers.
    """
    return [f"{problem.pointer}: {problem.message}" for problem in document.problems]


def test_links_are_put_into_their_order() -> None:
    """
    `order` says for each visible link which place it has; labels and sections go by the visible order.
    """
    paper, document = paper_with(
        '{"links": {"labels": ["C", null, "A"], "sections": ["x", null, "y"], '
        '"order": [2, 0, 1], "extra": [{"n": 1}, {}, {}]}}'
    )
    assert [(link.url[-1], link.label, link.section) for link in paper.links] == [
        ("b", None, None),
        ("c", "A", "y"),
        ("a", "C", "x"),
    ]
    assert dict(paper.links[2].extra) == {"n": 1}
    assert document.problems == ()


@pytest.mark.parametrize("order", ["[0, 1]", "[0, 0, 1]", "[0, 1, 3]", "[0, 1, 2, 3]", '["0", 1, 2]'])
def test_an_order_that_does_not_name_each_link_once(order: str) -> None:
    """
    It is not used, and a problem says why.
    """
    paper, document = paper_with(f'{{"links": {{"order": {order}}}}}')
    assert [link.url for link in paper.links] == list(URLS)
    (message,) = messages(document)
    assert message.startswith("/issues/0/papers/0/links/order: the block says [")


@pytest.mark.parametrize(
    ("members", "pointer", "message"),
    [
        ('{"rank": "1"}', "/rank", "the block says '1', not used: it must be a whole number"),
        ('{"rank": 0}', "/rank", "the block says 0, not used: must be from 1 to 2147483647, got 0"),
        ('{"authors": "A"}', "/authors", "the block says 'A', not used: it must be an array"),
        ('{"authors": [1]}', "/authors", "the block says [1], not used: it must be a string"),
        ('{"released": "2024"}', "/released", "the block says '2024', not used: it must be a date such as 2024-09-16"),
        ('{"topics": ["A", ""]}', "/topics", "the block says ['A', ''], not used: must not be empty"),
        ('{"tags": "A"}', "/tags", "the block says 'A', not used: it must be an array"),
        ('{"details": {"Venue": 1}}', "/details", "the block says {'Venue': 1}, not used: it must be a string"),
        ('{"title": []}', "/title", "the block says [], not used: it must be an object"),
        ('{"title": {"original": 5}}', "/title/original", "the block says 5, not used: it must be a BCP 47 tag"),
        ('{"title": {"x": 5}}', "/title", "the block has a member 'x' that is not known"),
        ('{"x": 5}', "", "the block has a member 'x' that is not known"),
        (
            '{"abstract": {"translations": {"ja": "a"}}}',
            "/abstract",
            "the block says something of the abstract, but the text shows none and wins",
        ),
        (
            '{"title": {"original": "en", "translation": "en"}}',
            "/title",
            "the block says that original and translation are both 'en', not used",
        ),
        (
            '{"links": {"labels": ["x"]}}',
            "/links/labels",
            "the block says ['x'], not used: the text shows 3 links and wins",
        ),
    ],
)
def test_what_is_said_of_a_member_that_does_not_fit(members: str, pointer: str, message: str) -> None:
    """
    A problem names the member, what it says, and why it is not used.
    """
    _, document = paper_with(members)
    assert messages(document) == [f"/issues/0/papers/0{pointer}: {message}"]


@pytest.mark.parametrize("length", [60, 61])
def test_a_long_member_is_shown_in_part(length: int) -> None:
    """
    Of what does not fit sixty characters are shown.
    """
    value = "x" * (length - 2)
    _, document = paper_with(f'{{"rank": "{value}"}}')
    shown = f"'{value}'" if length == 60 else f"'{'x' * 56}..."
    assert messages(document) == [
        f"/issues/0/papers/0/rank: the block says {shown}, not used: it must be a whole number"
    ]


@pytest.mark.parametrize(
    ("tags", "title"),
    [
        ('{"original": "en", "translation": "de"}', Text("B", "en", translations={"de": "A"})),
        ('{"original": "fr"}', Text("A / B", "fr")),
        ('{"translation": "fr"}', Text(translations={"fr": "A / B"})),
        ('{"translations": {"ja": "C"}}', Text("A / B", "en", translations={"ja": "C"})),
    ],
)
def test_tags_say_what_the_visible_parts_are(tags: str, title: Text) -> None:
    """
    Two tags part the heading at its slash, one takes it whole, and further translations are added.
    """
    paper, document = paper_with(f'{{"title": {tags}}}')
    assert paper.title == title
    assert document.problems == ()


def test_more_tags_than_visible_parts() -> None:
    """
    The text wins, and its own reading of the parts holds.
    """
    paper, document = paper_with('{"summary": {"original": "en", "translation": "de"}}', "### Summary\n\nAlone.\n")
    assert paper.summary == Text("Alone.")
    assert messages(document) == ["/issues/0/papers/0/summary: the block names 2 parts, but the text shows 1 and wins"]


@pytest.mark.parametrize(
    ("members", "expected", "count"),
    [
        ('{"language": null}', Issue(title="May 6 - May 12, 2024"), 0),
        ('{"language": "de"}', Issue(title="May 6 - May 12, 2024", language="de"), 0),
        ('{"published": "2024-05-13"}', Issue(title="May 6 - May 12, 2024", published=date(2024, 5, 13)), 0),
        ('{"metadata": {"a": 1}}', Issue(title="May 6 - May 12, 2024", metadata={"a": 1}), 0),
        ('{"metadata": [1]}', Issue(title="May 6 - May 12, 2024"), 1),
        ('{"published": "2024-5-13"}', Issue(title="May 6 - May 12, 2024"), 1),
    ],
)
def test_members_of_an_issue(members: str, expected: Issue, count: int) -> None:
    """
    A comment before a title speaks of its issue.
    """
    document = markdown.parse(f'<!-- mlweekly: {{"issue": {members}}} -->\n\n# May 6 - May 12, 2024\n')
    (issue,) = document.series
    assert (issue.title, issue.published) == (expected.title, expected.published)
    assert issue.metadata == expected.metadata
    assert issue.language == ("en" if "language" not in members else expected.language)
    assert str(issue.period) == "2024-05-06/2024-05-12"
    assert len(document.problems) == count


def test_a_problem_of_a_paper_is_that_of_its_heading() -> None:
    """
    Its line is the heading's.
    """
    _, document = paper_with('{"rank": 0}')
    assert [problem.line for problem in document.problems] == [3]


@pytest.mark.parametrize("closing", ["-->", "--> words"])
def test_a_comment_of_several_lines(closing: str) -> None:
    """
    It is read up to its end; with words behind it, it holds nothing, and is left over.
    """
    document = markdown.parse(
        f'# Week\n\n## A\n\n<!-- mlweekly:\n{{"paper":\n{{"rank": 7}}}}\n{closing}\n\n### Summary\n\nb.\n',
        dialect="post",
    )
    (paper,) = document.series[0].papers
    is_read = closing == "-->"
    assert paper.rank == (7 if is_read else 1)
    assert len(document.unplaced) == (0 if is_read else 4)
    assert messages(document) == ([] if is_read else [": a block of mlweekly that cannot be read"])


def test_many_comments_without_an_end() -> None:
    """
    Each is left over with its line, and the post is read.
    """
    document = markdown.parse("<!-- mlweekly: {\n" * 3 + "\n# Week\n\n## A\n\n### Summary\n\nb.\n")
    assert [line for line, _ in document.unplaced] == [1, 2, 3]
    assert document.series[0].title == "Week"


def test_labels_tell_roles_before_sections_do() -> None:
    """
    A link whose label says a role needs no section.
    """
    link = Link(URLS[0], label="Code")
    paper = Paper(rank=1, title=Text("A"), links=LinkSet([link]))
    text = markdown.dumps(Issue(title="Week", language="en", papers=[paper]))
    assert '"labels": ["Code"]' in text
    assert '"sections"' not in text
    assert markdown.loads(text).papers[0].links[0] == link


def test_topics_tags_details_and_metadata_are_held() -> None:
    """
    A post shows none of them, so its blocks say them.
    """
    paper = Paper(
        rank=1, title=Text("A"), topics=["Speech", "Codecs"], tags=["audio"], details={"Venue": "ICML", "Code": "-"}
    )
    issue = Issue(title="Week", language="en", papers=[paper], metadata={"draft": False, "tags": ["x", 1.0]})
    text = markdown.dumps(issue)
    assert '"topics": ["Speech", "Codecs"], "tags": ["audio"], "details": {"Code": "-", "Venue": "ICML"}' in text
    assert '"metadata": {"draft": false, "tags": ["x", 1.0]}' in text
    assert markdown.loads(text, strict=True) == issue
