"""What a student may put into a notebook to have it act when somebody opens a page of it."""

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output

from tests.support.classes import RIGHT, assignment

RUN = "window.ran=1"
AWAY = "http://tracker.example/"
HOSTILE = [
    f"<script>{RUN}</script>",
    f"</pre></div></main><script>{RUN}</script>",
    f'<img src="x" onerror="{RUN}">',
    f'<img src="{AWAY}a.png">',
    f'<svg onload="{RUN}"><script>{RUN}</script><image href="{AWAY}b.png"/></svg>',
    f'<iframe srcdoc="<script>parent.ran=1</script>"></iframe><iframe src="{AWAY}"></iframe>',
    f'<a href="javascript:{RUN}" class="trap">click</a>',
    f"```\n\n$$\n\n$$ [click](javascript:{RUN})\n\n[click](javascript:{RUN})\n```",
    f'<details open ontoggle="{RUN}"><summary>x</summary></details>',
    f'<style>@import "{AWAY}c.css"; body {{ background: url({AWAY}d.png) }}</style>',
    f'<link rel="stylesheet" href="{AWAY}e.css"><meta http-equiv="refresh" content="0;{AWAY}">',
    f'<base href="{AWAY}"><form action="{AWAY}"><button>send</button></form>',
    f'<object data="{AWAY}f"></object><embed src="{AWAY}g"><video src="{AWAY}h" autoplay></video>',
    f'<div style="background:url({AWAY}i.png);width:3000px">wide</div>',
    "<math><mtext><table><mglyph><style><!--</style>"
    f'<img title="--&gt;&lt;img src=1 onerror={RUN}&gt;">',
    f'<table background="{AWAY}j.png"><td>{"wide" * 500}</td></table>',
]
KINDS = [
    "text/html",
    "text/markdown",
    "text/latex",
    "text/plain",
    "image/svg+xml",
    "image/png",
    "application/javascript",
    "application/vnd.jupyter.widget-view+json",
]


def hostile() -> NotebookNode:
    """A notebook with every payload in every place that a page shows."""
    nb = assignment(RIGHT)
    shown = [new_output("display_data", data={kind: text}) for text in HOSTILE for kind in KINDS]
    script = f"{RUN}; fetch('{AWAY}')"
    shown.append(new_output("display_data", data={"application/javascript": script}))
    shown.append(new_output("stream", name="stdout", text="\n".join(HOSTILE) + "\x1b[38;5;208mx"))
    shown.append(new_output("error", ename="<b>", evalue="", traceback=HOSTILE))
    nb.cells[1].outputs = shown
    nb.cells[1].source += "".join(f"\n# {line}" for text in HOSTILE for line in text.split("\n"))
    texts = [f"### {text}\n\n{text}\n\n[a](javascript:{RUN}) ![b]({AWAY}k.png)" for text in HOSTILE]
    nb.cells[1:1] = [new_markdown_cell(text, id=f"text-{n}") for n, text in enumerate(texts)]
    return nb
