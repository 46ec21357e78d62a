"""
How pages look in a browser.

A document follows what the reader prefers. A fragment is light unless the page around it says that it is dark: the
reader's preference says nothing about the background of somebody else's page. Nothing is requested, and nothing outside
the element is styled.
"""

from __future__ import annotations

_LIGHT = """\
--quiet: #59636e; --line: #7d859044; --link: #0a5fc4;
--green: #11632b; --red: #a40e26; --blue: #0550ae; --yellow: #7a4f01; --purple: #6639ba;
--green-back: #2da44e2e; --red-back: #ff5a4f2b; --blue-back: #54aeff2e; --yellow-back: #d4a72c33;
--purple-back: #a475f92b;
"""
_DARK = """\
--quiet: #9198a1; --line: #7d859055; --link: #6cb0ff;
--green: #56d364; --red: #ff8880; --blue: #79c0ff; --yellow: #e3b341; --purple: #d2a8ff;
--green-back: #2ea04340; --red-back: #f8514938; --blue-back: #388bfd33; --yellow-back: #bb800933;
--purple-back: #a371f733;
"""

# Classes are repeated because JupyterLab styles every `td` by two classes and every other `tr` by a class and a
# pseudo-class: what is styled here has to be more specific than that.
_OURS = ".mlweekly.mlweekly.mlweekly"

STYLE = f"""\
{_OURS} {{ {_LIGHT}\
font: 15px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
max-width: 60rem; text-align: start; overflow-wrap: break-word; }}
[data-jp-theme-light="false"] {_OURS}, [data-theme="dark"] {_OURS}, html[theme="dark"] {_OURS},
.vscode-dark {_OURS} {{ {_DARK}}}
{_OURS} h1 {{ font-size: 1.4em; font-weight: 650; line-height: 1.3; margin: 0 0 .5em; padding: 0; }}
{_OURS} h2 {{ font-size: 1.15em; font-weight: 650; line-height: 1.35; margin: 1.6em 0 .5em; padding: 0 0 .3em;
border-bottom: 1px solid var(--line); }}
{_OURS} h3 {{ font-size: 1em; font-weight: 650; line-height: 1.4; margin: 1.3em 0 .4em; }}
{_OURS} p {{ margin: .4em 0; }}
{_OURS} ul {{ list-style: none; margin: .5em 0; padding: 0; }}
{_OURS} li {{ display: grid; grid-template-columns: 5.3em minmax(0, 1fr); column-gap: .7em; align-items: baseline;
margin: 0; padding: .28em 0; }}
{_OURS} li.note {{ display: block; }}
{_OURS} li ul {{ grid-column: 2; margin: .15em 0 .2em; }}
{_OURS} li.note ul {{ margin-inline-start: 1em; }}
{_OURS} li li {{ padding: .12em 0; }}
{_OURS} .sign {{ padding: .05em 0; border-radius: 1em; font-size: .8em; font-weight: 600; text-align: center;
color: var(--tint); background: var(--back); }}
{_OURS} .added, {_OURS} .safe {{ --tint: var(--green); --back: var(--green-back); }}
{_OURS} .removed, {_OURS} .error {{ --tint: var(--red); --back: var(--red-back); }}
{_OURS} .moved, {_OURS} .info, {_OURS} .ours {{ --tint: var(--blue); --back: var(--blue-back); }}
{_OURS} .changed, {_OURS} .warning {{ --tint: var(--yellow); --back: var(--yellow-back); }}
{_OURS} .theirs, {_OURS} .unsafe {{ --tint: var(--purple); --back: var(--purple-back); }}
{_OURS} .form, {_OURS} .base, {_OURS} .note {{ --tint: currentColor; --back: var(--line); }}
{_OURS} bdi {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
{_OURS} ins, {_OURS} del {{ border-radius: .2em; padding: .05em .1em; }}
{_OURS} ins {{ color: var(--green); background: var(--green-back); text-decoration: underline; }}
{_OURS} del {{ color: var(--red); background: var(--red-back); text-decoration: line-through; }}
{_OURS} del + ins {{ margin-inline-start: .15em; }}
{_OURS} code, {_OURS} pre {{ font: .88em/1.4 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace;
color: inherit; background: none; padding: 0; }}
{_OURS} pre {{ margin: .6em 0; padding: .6em .8em; border: 1px solid var(--line); border-radius: .3em; overflow: auto;
white-space: pre; }}
{_OURS} .quiet, {_OURS} .under {{ color: var(--quiet); }}
{_OURS} a, {_OURS} a ins {{ color: var(--link); }}
{_OURS} table {{ display: table; table-layout: auto; border: 0; border-collapse: collapse; width: 100%; margin: .8em 0;
font-size: 1em; }}
{_OURS} tr {{ background: none; border: 0; }}
{_OURS} th, {_OURS} td {{ padding: .5em 1em .5em 0; border: 0; border-bottom: 1px solid var(--line);
vertical-align: top; text-align: start !important; line-height: inherit; max-width: none; background: none; }}
{_OURS} th {{ color: var(--quiet); font-weight: 600; font-size: .85em; white-space: nowrap; }}
{_OURS} td:first-child {{ white-space: nowrap; }}
{_OURS} td:last-child {{ min-width: 11em; padding-inline-end: 0; }}
@media (max-width: 36rem) {{
{_OURS} li {{ display: block; }}
{_OURS} .sign {{ display: inline-block; padding: .05em .7em; margin-inline-end: .3em; }}
{_OURS} table, {_OURS} tbody, {_OURS} tr {{ display: block; }}
{_OURS} thead {{ display: none; }}
{_OURS} td {{ display: inline; border: 0; padding: 0; }}
{_OURS} td:first-child {{ padding-inline-end: .4em; }}
{_OURS} td:last-child {{ display: block; padding-top: .2em; }}
{_OURS} tr {{ padding: .6em 0; border-bottom: 1px solid var(--line); }}
}}
"""

STYLE_OF_DOCUMENT = f"""\
body {{ margin: 0; color: #1f2328; background: #ffffff; }}
{_OURS} {{ margin: 0 auto; padding: 2rem 1.25rem 4rem; }}
@media (prefers-color-scheme: dark) {{
body {{ color: #e6edf3; background: #0d1117; }}
{_OURS} {{ {_DARK}}}
}}
"""
