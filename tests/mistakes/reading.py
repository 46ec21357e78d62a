"""
Mistakes in reading: a file, a path, bytes or a page in place of a text, JSON in place of Markdown.
"""

from __future__ import annotations

from mlweekly import DecodeError
from tests.mistakes.mistake import Mistake

MISTAKES = (
    Mistake(
        "mlweekly.markdown.loads(path)",
        TypeError,
        'path.read_text(encoding="utf-8")',
        "expected a text as str, decoded if it was bytes, got PosixPath",
    ),
    Mistake(
        "mlweekly.markdown.loads(file)",
        TypeError,
        "file.read()",
        "expected a text as str, decoded if it was bytes, got StringIO",
    ),
    Mistake(
        "mlweekly.markdown.loads(text.encode())",
        TypeError,
        "data.decode()",
        "expected a text as str, decoded if it was bytes, got bytes",
    ),
    Mistake("mlweekly.markdown.loads(text.splitlines())", TypeError, "join the lines"),
    Mistake("mlweekly.markdown.loads(None)", TypeError, "expected a text as str, got None"),
    Mistake(
        "mlweekly.markdown.loads(document)",
        TypeError,
        "document.text is the text",
        "expected a text as str, decoded if it was bytes, got Document",
    ),
    Mistake("mlweekly.markdown.loads(issue)", TypeError, "mlweekly.markdown.dumps(issue)"),
    Mistake("mlweekly.markdown.loads(series)", TypeError, "mlweekly.markdown.dumps(series)"),
    Mistake("mlweekly.markdown.loads(data)", TypeError, "mlweekly.json.from_data(data)"),
    Mistake("mlweekly.markdown.parse(report)", TypeError, "report.document"),
    Mistake("mlweekly.markdown.parse(text, name=path)", TypeError, "write str(path)"),
    Mistake(
        'mlweekly.markdown.loads("digests/digest.md")',
        DecodeError,
        "this is the path of a file, nothing is opened",
        "the text holds no issue\nline 1, (root): 'digests/digest.md' fits no field",
    ),
    Mistake(
        'mlweekly.markdown.loads("https://example.org/digest")',
        DecodeError,
        "this is a URL, nothing is fetched",
        "the text holds no issue\nline 1, (root): 'https://example.org/digest' fits no field",
    ),
    Mistake("mlweekly.markdown.loads(html)", DecodeError, "this is HTML, expected Markdown"),
    Mistake(
        "mlweekly.markdown.loads(json_text)",
        DecodeError,
        "mlweekly.json.loads reads it",
        "the text holds no issue\nline 1, (root): 10 links to papers, and no paper was read from the tex…\n…",
    ),
    Mistake("mlweekly.markdown.loads(text_of_many)", DecodeError, "loads_series reads a document of many"),
    Mistake(
        'mlweekly.markdown.loads(text, dialect="tabel")',
        DecodeError,
        "did you mean 'table'?",
        "no dialect is called 'tabel', there are 'post', 'plain', 'table', 'col…",
    ),
    Mistake(
        'mlweekly.markdown.loads(text, dialects=mlweekly.markdown.DIALECTS["post"])', TypeError, "put it in a list"
    ),
    Mistake(
        "mlweekly.markdown.plain_text(paper.title)",
        TypeError,
        "text.original is the original",
        "expected inline Markdown as str, got Text",
    ),
    Mistake(
        "mlweekly.json.loads(path)",
        TypeError,
        "path.read_bytes()",
        "expected JSON text as str or bytes, got PosixPath; from_data reads parsed data",
    ),
    Mistake("mlweekly.json.loads(file)", TypeError, "file.read()"),
    Mistake("mlweekly.json.loads(data)", TypeError, "from_data reads parsed JSON"),
    Mistake("mlweekly.json.loads([data])", TypeError, "from_data reads parsed JSON"),
    Mistake("mlweekly.json.loads(bytearray(2))", TypeError, "write bytes(data)"),
    Mistake("mlweekly.json.loads(document)", TypeError, "mlweekly.json.dumps(document.series)"),
    Mistake(
        "mlweekly.json.loads(text)",
        DecodeError,
        "mlweekly.markdown.loads reads it",
        "cannot read this JSON text\nline 1, (root): must be JSON, got a syntax error: expecting value",
    ),
    Mistake(
        'mlweekly.json.loads("digest.json")',
        DecodeError,
        "this is the path of a file, nothing is opened",
        "cannot read this JSON text\nline 1, (root): must be JSON, got a syntax error: expecting value",
    ),
    Mistake('mlweekly.json.loads("")', DecodeError, "the text is empty"),
    Mistake("mlweekly.json.loads(json_of_many)", DecodeError, "loads_series reads a series"),
    Mistake(
        "mlweekly.json.loads(json_of_patch)",
        DecodeError,
        "mlweekly.json.loads_patch reads it",
        "cannot read this document\n/operations: must be a known member, did you mean 'period'?",
    ),
    Mistake(
        "mlweekly.json.loads_patch(json_text)",
        DecodeError,
        "mlweekly.json.loads_series reads it",
        "cannot read this patch\n/title: must be version or operations, got an unknown member\n…",
    ),
    Mistake(
        "mlweekly.json.from_data(json_text)",
        DecodeError,
        "mlweekly.json.loads(text) reads JSON text",
        'cannot read this document\n(root): must be an object, got \'{"version":"1.0","title":"[2024/06/10…',
    ),
    Mistake("mlweekly.json.from_data(path)", DecodeError, "mlweekly.json.loads(path.read_bytes())"),
    Mistake("mlweekly.json.from_data([data])", DecodeError, "read each document by itself"),
    Mistake('mlweekly.json.from_data({"version": "1.0", "titel": "June"})', DecodeError, "did you mean 'title'?"),
    Mistake(
        "mlweekly.json.patch_from_data(patch.to_json_patch())", DecodeError, "a JSON Patch of RFC 6902 is only written"
    ),
    Mistake(
        "mlweekly.load(path)",
        AttributeError,
        "no file is opened here, mlweekly.markdown.loads takes a text",
        "module 'mlweekly' has no attribute 'load'",
    ),
    Mistake(
        "mlweekly.loads(text)",
        AttributeError,
        "mlweekly.markdown.loads reads Markdown, mlweekly.json.loads JSON",
        "module 'mlweekly' has no attribute 'loads'",
    ),
    Mistake(
        "mlweekly.dumps(issue)", AttributeError, "mlweekly.markdown.dumps writes Markdown, mlweekly.json.dumps JSON"
    ),
    Mistake("mlweekly.parse(text)", AttributeError, "mlweekly.markdown.parse reads Markdown"),
    Mistake("mlweekly.edit(text, patch)", AttributeError, "mlweekly.markdown.edit applies a patch"),
    Mistake("mlweekly.markdown.load(path)", AttributeError, "no file is opened here, loads takes a text"),
    Mistake("mlweekly.json.dump(issue, file)", AttributeError, "dumps returns a text"),
    Mistake(
        "mlweekly.json.from_dict(data)",
        AttributeError,
        "from_data reads parsed JSON",
        "module 'mlweekly.json' has no attribute 'from_dict'",
    ),
    Mistake("mlweekly.json.to_dict(issue)", AttributeError, "to_data returns plain data"),
)
