"""
A merge driver for git: `python merge_driver.py %O %A %B %L %P` merges digests field by field, all else line by line.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mlweekly import DecodeError, markdown

base, ours, theirs, size, name = sys.argv[1:]
try:
    texts = [Path(each).read_bytes().decode() for each in (base, ours, theirs)]
    merged = markdown.merge(texts[0], ours=texts[1], theirs=texts[2])
except (DecodeError, UnicodeDecodeError) as error:
    print(f"{name} is merged line by line: {error}", file=sys.stderr)
    command = ["git", "merge-file", f"--marker-size={size}", ours, base, theirs]
    sys.exit(min(subprocess.run(command, check=False).returncode, 1))
Path(ours).write_bytes(merged.text.encode())
for conflict in merged.conflicts:
    print(f"{name}: {conflict}", file=sys.stderr)
sys.exit(int(not merged.clean))
