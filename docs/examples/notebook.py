"""
Digests in a notebook: every cell ends with a value, and the notebook shows it as a page.

Each `# %%` begins a cell: VS Code, Spyder and PyCharm run the file as it is, and `jupytext --to ipynb notebook.py`
makes a notebook of it. Run it in the folder that holds `digest.md`. Needs mlweekly; for the table, pandas.
"""
# A cell shows its last value.
# pyright: reportUnusedExpression=false

# %%
from __future__ import annotations

from pathlib import Path

import attrs
import pandas as pd

import mlweekly
from mlweekly import exports

document = mlweekly.markdown.parse(Path("digest.md").read_text(encoding="utf-8"), name="digest.md")
issue = document.series[0]
issue

# %% What is wrong with it
report = mlweekly.validate(document)
report

# %% What the fixes would change
patch = report.patch(unsafe=True)
patch

# %% Two people corrected it
other = attrs.evolve(issue, title="Top ML Papers of the Week")
merged = mlweekly.merge(issue, ours=report.fix(unsafe=True)[0], theirs=other)
merged

# %% Its papers as a table
pd.DataFrame(exports.records(issue))[["rank", "paper", "title", "created_start"]]
