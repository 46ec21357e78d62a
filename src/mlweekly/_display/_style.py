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

STYLE = f"""\
.mlweekly {{ {_LIGHT}\
font: 15px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK JP", sans-serif;
max-width: 60rem; text-align: start; overflow-wrap: break-word; }}
[data-jp-theme-light="false"] .mlweekly, [data-theme="dark"] .mlweekly, html[theme="dark"] .mlweekly,
.vscode-dark .mlweekly {{ {_DARK}}}
.mlweekly h1 {{ font-size: 1.4em; line-height: 1.3; margin: 0 0 .5em; }}
.mlweekly h2 {{ font-size: 1.15em; line-height: 1.35; margin: 1.8em 0 .5em; padding-bottom: .3em;
border-bottom: 1px solid var(--line); }}
.mlweekly h3 {{ font-size: 1em; line-height: 1.4; margin: 1.3em 0 .4em; }}
.mlweekly p {{ margin: .4em 0; }}
.mlweekly ul {{ list-style: none; margin: .5em 0; padding: 0; }}
.mlweekly li {{ display: flex; gap: .7em; align-items: baseline; margin: 0; padding: .28em 0; }}
.mlweekly li > div {{ flex: 1; min-width: 0; }}
.mlweekly li ul {{ margin: .2em 0 .3em; padding-inline-start: .8em; border-inline-start: 2px solid var(--line); }}
.mlweekly li li {{ padding: .12em 0; }}
.mlweekly .sign {{ flex: none; box-sizing: border-box; width: 6.4em; padding: .05em 0; border-radius: 1em;
font-size: .8em; font-weight: 600; text-align: center; color: var(--tint); background: var(--back); }}
.mlweekly .added, .mlweekly .safe {{ --tint: var(--green); --back: var(--green-back); }}
.mlweekly .removed, .mlweekly .error {{ --tint: var(--red); --back: var(--red-back); }}
.mlweekly .moved, .mlweekly .info, .mlweekly .ours {{ --tint: var(--blue); --back: var(--blue-back); }}
.mlweekly .changed, .mlweekly .warning {{ --tint: var(--yellow); --back: var(--yellow-back); }}
.mlweekly .theirs, .mlweekly .unsafe {{ --tint: var(--purple); --back: var(--purple-back); }}
.mlweekly .form, .mlweekly .base, .mlweekly .note {{ --tint: currentColor; --back: var(--line); }}
.mlweekly bdi {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
.mlweekly ins, .mlweekly del {{ border-radius: .2em; padding: .05em .1em; }}
.mlweekly ins {{ color: var(--green); background: var(--green-back); text-decoration: underline; }}
.mlweekly del {{ color: var(--red); background: var(--red-back); text-decoration: line-through; }}
.mlweekly del + ins {{ margin-inline-start: .15em; }}
.mlweekly code {{ font: .88em/1.4 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }}
.mlweekly .quiet, .mlweekly .under {{ color: var(--quiet); }}
.mlweekly a, .mlweekly a ins {{ color: var(--link); }}
.mlweekly table {{ border-collapse: collapse; width: 100%; margin: .8em 0; font-size: 1em; }}
.mlweekly th {{ color: var(--quiet); font-weight: 600; font-size: .85em; white-space: nowrap; }}
.mlweekly th, .mlweekly td {{ padding: .5em 1em .5em 0; border: 0; border-bottom: 1px solid var(--line);
vertical-align: top; text-align: start; background: none; }}
.mlweekly td:first-child {{ white-space: nowrap; }}
.mlweekly td:last-child {{ min-width: 11em; padding-inline-end: 0; }}
@media (max-width: 36rem) {{
.mlweekly li:has(> .sign) {{ display: block; }}
.mlweekly .sign {{ display: inline-block; margin-bottom: .2em; }}
.mlweekly table, .mlweekly tbody, .mlweekly tr {{ display: block; }}
.mlweekly thead {{ display: none; }}
.mlweekly td {{ display: inline; border: 0; padding: 0; }}
.mlweekly td:first-child {{ padding-inline-end: .4em; }}
.mlweekly td:last-child {{ display: block; padding-top: .2em; }}
.mlweekly tr {{ padding: .6em 0; border-bottom: 1px solid var(--line); }}
}}
"""

STYLE_OF_DOCUMENT = f"""\
body {{ margin: 0; color: #1f2328; background: #ffffff; }}
.mlweekly {{ margin: 0 auto; padding: 2rem 1.25rem 4rem; }}
@media (prefers-color-scheme: dark) {{
body {{ color: #e6edf3; background: #0d1117; }}
.mlweekly {{ {_DARK}}}
}}
"""
