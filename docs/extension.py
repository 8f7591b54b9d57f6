"""What the site needs beside Sphinx: links across languages, folded cells, help of commands."""

import json
import os
from pathlib import Path
from typing import Any

import typer
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective
from typer.cli import get_docs_for_click

from grader import cli

FOLDED = "hide-input"  # MyST-NB's tag


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_transform(AcrossLanguages)
    app.add_directive("commands", Commands)
    app.connect("source-read", _fold)
    app.connect("html-page-context", _name_twin)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class AcrossLanguages(SphinxTransform):
    """A link to a text of the other language, which this build does not have, leads to its page."""

    default_priority = 5

    def apply(self, **kwargs: Any) -> None:
        own = self.env.found_docs
        for node in [*self.document.findall(addnodes.pending_xref)]:
            if node.get("refdomain") == "doc" and node["reftarget"] not in own:
                here = os.path.dirname(self.env.docname)
                self._lead(node, os.path.relpath(node["reftarget"], here or "."))
        for node in [*self.document.findall(addnodes.download_reference)]:
            if node["reftarget"].endswith(".md"):
                self._lead(node, node["reftarget"].removesuffix(".md"))

    def _lead(self, node: nodes.Element, page: str) -> None:
        text = node.astext()
        node.replace_self(nodes.reference("", text, refuri=f"{page}.html"))


class Commands(SphinxDirective):
    """Every command of `grader` as its own help says, a heading for each."""

    def run(self) -> list[nodes.Node]:
        command = typer.main.get_command(cli.app.app)
        context = typer.Context(command, info_name="grader")
        text = get_docs_for_click(obj=command, ctx=context, indent=1, name="grader")
        return self.parse_text_to_nodes(text, allow_section_headings=True)


def _fold(app: Sphinx, page: str, source: list[str]) -> None:
    """Fold in the page of a notebook the cells that JupyterLab folds."""
    if Path(app.env.doc2path(page)).suffix == ".ipynb":
        notebook = json.loads(source[0])
        for cell in notebook["cells"]:
            if cell["metadata"].get("jupyter", {}).get("source_hidden"):
                cell["metadata"]["tags"] = [FOLDED]
        source[0] = json.dumps(notebook)


def _name_twin(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Give the template of each page where its twin is, or the first page of the other language."""
    korean = app.config.language == "ko"
    texts = Path(app.confdir) if korean else Path(app.confdir) / "ko"
    there = any((texts / f"{page}{suffix}").is_file() for suffix in (".md", ".ipynb"))
    up = "../" * (page.count("/") + korean)
    context["twin"] = f"{up}{'' if korean else 'ko/'}{page if there else 'index'}.html"
