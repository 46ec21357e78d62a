"""
What `CONTRIBUTING.md` says of a new field is true: a line in its class, and a class for its change.
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

@frozen
class AcceptedChanged(FieldChanged[date | None], on=members(Paper, "accepted"), noun="day of acceptance"):
    """
    The day that a paper was accepted changes.
    """
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


def test_a_field_and_its_change_are_all(copy_of_source: Path) -> None:
    """
    Constructors, JSON, schema, differences, patches, merges, pages and what is told of losses come with them.
    """
    insert(copy_of_source / "model" / "_paper.py", FIELD, "    extra: Extra = field(")
    operations = copy_of_source / "changes" / "_operations" / "_papers.py"
    insert(operations, '    "AcceptedChanged",\n', '    "AuthorAdded",\n')
    operations.write_text(operations.read_text(encoding="utf-8") + OPERATION, encoding="utf-8")

    environment = {**os.environ, "PYTHONPATH": str(copy_of_source.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=False)

    assert run.stderr == ""
