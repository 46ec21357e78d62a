"""
Mistakes in writing, comparing, patching and merging.
"""

from __future__ import annotations

from mlweekly import EncodeError, ModelError, PatchError
from tests.mistakes.mistake import Mistake

MISTAKES = (
    Mistake(
        "mlweekly.markdown.dumps(text)",
        TypeError,
        "mlweekly.markdown.loads(text)",
        "expected an Issue or a Series, got str",
    ),
    Mistake("mlweekly.markdown.dumps(json_text)", TypeError, "mlweekly.json.loads(text)"),
    Mistake("mlweekly.markdown.dumps(text.encode())", TypeError, "mlweekly.markdown.loads(data.decode())"),
    Mistake("mlweekly.markdown.dumps(path)", TypeError, 'mlweekly.markdown.loads(path.read_text(encoding="utf-8"))'),
    Mistake("mlweekly.markdown.dumps(file)", TypeError, "mlweekly.markdown.loads(file.read())"),
    Mistake(
        "mlweekly.markdown.dumps(document)",
        TypeError,
        "document.series is what was read",
        "expected an Issue or a Series, got Document",
    ),
    Mistake(
        "mlweekly.markdown.dumps(paper)", TypeError, "Issue(papers=[paper])", "expected an Issue or a Series, got Paper"
    ),
    Mistake("mlweekly.markdown.dumps(issue.papers)", TypeError, "Issue(papers=papers)"),
    Mistake("mlweekly.markdown.dumps([issue])", TypeError, "Series(issues)"),
    Mistake('mlweekly.markdown.dumps(issue, dialect="tabel")', EncodeError, "did you mean 'table'?"),
    Mistake(
        "mlweekly.json.dumps(patch)",
        TypeError,
        "mlweekly.json.dumps_patch(patch) writes the patch",
        "expected an Issue or a Series, got Patch",
    ),
    Mistake(
        "mlweekly.json.dumps(data)",
        TypeError,
        "mlweekly.json.from_data(data)",
        "expected an Issue or a Series, got dict",
    ),
    Mistake("mlweekly.json.dumps(report)", TypeError, "report.subject is what was validated"),
    Mistake("mlweekly.json.dumps(merged)", TypeError, "merged.value is the result"),
    Mistake("mlweekly.json.dumps_patch(issue)", TypeError, "mlweekly.diff(old, new)"),
    Mistake(
        "mlweekly.diff(text, text)",
        TypeError,
        "mlweekly.markdown.loads(text)",
        "expected two issues or two series, got str and str",
    ),
    Mistake("mlweekly.diff(issue, series)", TypeError, "Series([issue]) is a series of one"),
    Mistake(
        "mlweekly.diff_editions(document, document)",
        TypeError,
        "document.series holds the issues",
        "expected two issues, got Document and Document",
    ),
    Mistake("mlweekly.diff_editions(series, series)", TypeError, "series[0] is its first issue"),
    Mistake("mlweekly.diff_editions(data, data)", TypeError, "mlweekly.json.from_data(data)"),
    Mistake(
        "mlweekly.markdown.edit(text, report)",
        TypeError,
        "report.patch() is the patch of its fixes",
        "expected a Patch, got Report",
    ),
    Mistake("mlweekly.markdown.edit(text, finding)", TypeError, "finding.fix.patch is its patch"),
    Mistake(
        "mlweekly.markdown.edit(text, finding.fix)", TypeError, "fix.patch is its patch", "expected a Patch, got Fix"
    ),
    Mistake("mlweekly.markdown.edit(text, merged)", TypeError, "merged.patch is its patch"),
    Mistake("mlweekly.markdown.edit(text, operation)", TypeError, "write Patch([operation])"),
    Mistake("mlweekly.markdown.edit(text, list(patch))", TypeError, "write Patch(operations)"),
    Mistake("mlweekly.markdown.edit(text, json_of_patch)", TypeError, "mlweekly.json.loads_patch(text)"),
    Mistake(
        "mlweekly.markdown.edit(text, json.loads(json_of_patch))", TypeError, "mlweekly.json.patch_from_data(data)"
    ),
    Mistake(
        "mlweekly.markdown.edit(text, patch.to_json_patch())", TypeError, "a JSON Patch of RFC 6902 is only written"
    ),
    Mistake("mlweekly.markdown.edit(text, series)", TypeError, "mlweekly.diff(old, new)"),
    Mistake(
        "mlweekly.markdown.edit(text_of_many, patch)",
        PatchError,
        "mlweekly.diff of two series returns its patch",
        "the patch is an issue's, the text holds 2\n"
        '(root): expected a pointer from the series, such as "/issues/0/title"',
    ),
    Mistake(
        "patch.apply(many)",
        PatchError,
        "it is an issue's patch, apply it to series[0]",
        "cannot apply this patch to the Series\n"
        "(root): IssueRetitled does not fit: expected a pointer to an issue, found ''",
    ),
    Mistake(
        "mlweekly.diff(many, Series(many.issues[:1])).apply(issue)", PatchError, "cannot apply this patch to the Issue"
    ),
    Mistake("Patch(patch.to_json_patch())", ModelError, "mlweekly.json.patch_from_data(data) reads a patch"),
    Mistake("Patch([patch])", ModelError, "patch + other joins two"),
    Mistake("mlweekly.markdown.replacements(text, [patch])", TypeError, "mlweekly.markdown.parse(text) returns one"),
    Mistake(
        "mlweekly.markdown.replacements(path, [patch])",
        TypeError,
        'mlweekly.markdown.parse(path.read_text(encoding="utf-8")) returns one',
    ),
    Mistake("mlweekly.markdown.replacements(report, [patch])", TypeError, "report.document"),
    Mistake("document.replacements(patch)", TypeError, "put it in a list", "expected a Patch, got IssueRetitled"),
    Mistake('document.find(3, "")', TypeError, "expected a piece of the text as str"),
    Mistake('merged.resolve("/title", "ours")', TypeError, "it is one of merged.conflicts"),
    Mistake('merged.resolve(0, "ours")', TypeError, "write merged.conflicts[index]"),
)
