"""
What `CONTRIBUTING.md` says of a new field and of new operations is true: an attribute, and a class for each change.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src"
FIELD = """\
    accepted: date | None = field(default=None, metadata=member(DAY, "the day that a paper was accepted"))
"""
OPERATION = '''

class AcceptedChanged(FieldChanged[date | None], on=members(Paper, "accepted"), noun="day of acceptance"):
    """
    The day that a paper was accepted changes.
    """

    __slots__ = ()
'''
SEQUENCE = """\
    venues: tuple[str, ...] = field(default=(), converter=strings, metadata=member(STRINGS, "venues", element="venue"))
"""
OPERATIONS_OF_SEQUENCE = '''

@frozen
class VenueAdded(ElementAdded[str], on=members(Paper, "venues")):
    """
    A paper gets one more venue.
    """


@undoes(VenueAdded)
@frozen
class VenueRemoved(ElementRemoved[str], on=members(Paper, "venues")):
    """
    A paper loses a venue.
    """


@frozen
class VenueRenamed(ElementChanged, on=members(Paper, "venues")):
    """
    A venue gets another name.
    """

    def __str__(self) -> str:
        return f"venue of {self.name} renamed from {quoted(self.before)} to {quoted(self.after)}"
'''
PROGRAM = """
import pickle
from datetime import date, datetime

from attrs import evolve

from mlweekly import EncodeError, Issue, ModelError, Paper, Patch, PatchError, Text
from mlweekly import diff, json, markdown, merge, reports
from mlweekly.changes import AcceptedChanged
from mlweekly.changes._operations import OPERATIONS
from mlweekly.model import members_of, noun_at

day, moshi = date(2024, 9, 16), Paper(rank=1, title=Text("Moshi"))
old, new = (Issue(title="June", papers=[paper]) for paper in (moshi, evolve(moshi, accepted=day)))


def refused(function, *arguments, **more):
    try:
        function(*arguments, **more)
    except (EncodeError, ModelError, PatchError) as error:
        return [(problem.pointer, problem.message) for problem in error.problems]
    raise AssertionError("nothing was refused")


# The constructor looks at it.
assert refused(evolve, moshi, accepted=datetime(2024, 9, 16))[0][0] == "/accepted"
assert refused(evolve, moshi, extra={"accepted": 1}) == [("/extra", "must not repeat the member 'accepted'")]

# JSON holds it, in its place, and the schema knows it.
assert json.to_data(new)["papers"] == [{"rank": 1, "title": {"original": "Moshi"}, "accepted": "2024-09-16"}]
assert json.loads(json.dumps(new)) == new
assert json.schema()["$defs"]["paper"]["properties"]["accepted"]["anyOf"][0] == {"$ref": "#/$defs/day"}
assert "accepted-changed" in str(json.schema_of_patch())

# A difference tells it, and what comes of differences follows.
patch = diff(old, new)
assert patch == Patch([AcceptedChanged("/papers/0", before=None, after=day)])
assert (patch.apply(old), patch.inverse().apply(new)) == (new, old)
assert str(patch) == "day of acceptance of Moshi changed from nothing to 2024-09-16"
assert "  + day of acceptance: {+2024-09-16+}" in reports.text(patch).splitlines()
assert json.loads_patch(json.dumps_patch(patch)) == patch
assert patch.to_json_patch()[-1] == {"op": "add", "path": "/papers/0/accepted", "value": "2024-09-16"}
assert merge(old, ours=new, theirs=evolve(old, title="July")).value == evolve(new, title="July")
other = Issue(title="June", papers=[evolve(moshi, accepted=date(2024, 9, 17))])
assert [each.pointer for each in merge(old, ours=new, theirs=other).conflicts] == ["/papers/0/accepted"]

# The operation is one of those that a patch holds: it names its place, can be undone, and fits nothing else.
(operation,) = patch
assert AcceptedChanged in OPERATIONS
assert (operation.noun, operation.MEMBER, operation.place) == ("day of acceptance", "accepted", "/papers/0/accepted")
assert operation.inverse() == AcceptedChanged("/papers/0", before=day, after=None)
assert (pickle.loads(pickle.dumps(patch)), operation.under("/issues/3").pointer) == (patch, "/issues/3/papers/0")
for other in ({"pointer": "/papers/1"}, {"pointer": ""}, {"before": day, "after": None}, {"of": "Qwen"}):
    assert len(refused(Patch([evolve(operation, **other)]).apply, old)) == 1

# No text loses it in silence.
assert "accepted" in [member.name for member in members_of(Paper)]
assert noun_at(Issue, "/papers/0/accepted") == "the day that a paper was accepted"
for dialect in ("post", "table", "columns", "bracket", "plain"):
    assert "/papers/0/accepted" in [pointer for pointer, _ in refused(markdown.dumps, new, dialect=dialect)]
"""
PROGRAM_OF_SEQUENCE = """
from attrs import evolve

from mlweekly import Issue, ModelError, Paper, Patch, PatchError, Text, diff, json, merge, reports
from mlweekly.changes import VenueAdded, VenueRemoved, VenueRenamed

moshi = Paper(rank=1, title=Text("Moshi"))


def shown_at(*venues):
    return Issue(title="June", papers=[evolve(moshi, venues=venues)])


# A difference finds each kind of change, and the patch is applied, undone, printed and written.
steps = {
    VenueAdded("/papers/0/venues/1", after="ICML"): (("ACL",), ("ACL", "ICML")),
    VenueRemoved("/papers/0/venues/0", before="ACL"): (("ACL", "ICML"), ("ICML",)),
    VenueRenamed("/papers/0/venues/0", before="Interspeech", after="Interspeech 2024"): (
        ("Interspeech",),
        ("Interspeech 2024",),
    ),
}
for operation, (before, after) in steps.items():
    old, new = shown_at(*before), shown_at(*after)
    patch = diff(old, new)
    assert [evolve(each, count=None) if hasattr(each, "count") else each for each in patch] == [operation]
    assert (patch.apply(old), patch.inverse().apply(new)) == (new, old)
    assert json.loads_patch(json.dumps_patch(patch)) == patch
    try:
        patch.apply(shown_at("NeurIPS", "EMNLP", "COLM"))
    except PatchError as error:
        assert len(error.problems) == 1
    else:
        raise AssertionError("a patch of other venues was applied")
assert type(VenueAdded("/papers/0/venues/0", after="ACL").inverse()) is VenueRemoved
assert str(diff(shown_at(), shown_at("ACL"))) == "venue added to Moshi: ACL"
assert "  + venue: {+ACL+}" in reports.text(diff(shown_at(), shown_at("ACL"))).splitlines()
assert merge(shown_at("ACL"), ours=shown_at("ACL", "ICML"), theirs=shown_at()).value == shown_at("ICML")
"""


def insert(path: Path, text: str, before: str) -> None:
    """
    Insert a text into a file, before another one that it holds once.
    """
    source = path.read_text(encoding="utf-8")
    assert source.count(before) == 1
    path.write_text(source.replace(before, text + before), encoding="utf-8")


@pytest.fixture
def copy_of_source(tmp_path: Path) -> Path:
    """
    A copy of the package that may be changed.
    """
    folder = tmp_path / "src"
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder / "mlweekly"


def run(program: str, package: Path) -> str:
    """
    Run a program with a copy of the package, and return what it writes to the stream of errors.
    """
    environment = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    return done.stderr


def declare(package: Path, attribute: str, operations: str, *names: str) -> None:
    """
    Add an attribute to the class of papers, and operations to their module, listed where CONTRIBUTING says.
    """
    insert(package / "model" / "_paper.py", attribute, "    extra: Extra = field(")
    module = package / "changes" / "_operations" / "_papers.py"
    for name in names:
        insert(module, f'    "{name}",\n', '    "AuthorAdded",\n')
    module.write_text(module.read_text(encoding="utf-8") + operations, encoding="utf-8")


def test_a_field_and_its_change_are_all(copy_of_source: Path) -> None:
    """
    Constructors, JSON, schema, differences, patches, merges, pages and what is told of losses come with them.
    """
    declare(copy_of_source, FIELD, OPERATION, "AcceptedChanged")

    assert run(PROGRAM, copy_of_source) == ""


def test_operations_on_a_sequence_are_declarations(copy_of_source: Path) -> None:
    """
    A sequence that changes element by element has an operation for each kind of change, and nothing else is needed.
    """
    declare(copy_of_source, SEQUENCE, OPERATIONS_OF_SEQUENCE, "VenueAdded", "VenueRemoved", "VenueRenamed")

    assert run(PROGRAM_OF_SEQUENCE, copy_of_source) == ""
