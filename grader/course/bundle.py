"""A hand-out without GitHub: a zip of released notebooks, the wheel of `nlplab` and a how-to."""

import io
import json
import time
import zipfile
from collections.abc import Iterable
from html import escape
from importlib import resources
from pathlib import Path
from string import Template
from textwrap import dedent

from nbformat import NotebookNode

from grader.course import package, sources
from grader.errors import ReleaseError, SettingError
from grader.notebooks import files, notebook
from nlplab.messages import LANGUAGES, say

IMPORT = "from nlplab"  # the lines of a first cell from here on stay as they are


def bundle(root: Path, folder: Path, lang: str = "ko", only: Iterable[str] | None = None) -> Path:
    """Write the hand-out of the sections named, or of all, into `folder`; return its zip.

    The same sources give the same bytes. Raises PublishError when anything in it gives a solution
    away, ReleaseError, and SettingError for a language the course does not have.
    """
    if lang not in LANGUAGES:
        raise SettingError(f"a language is one of {', '.join(LANGUAGES)}, not {lang!r}")
    names = sources.chosen(root, only)
    notebooks = {name: package.released(root, lang, name) for name in names}
    wheel, content = package.wheel(root, names)
    packed = {wheel: content, "README.html": _how_to(lang, names, wheel).encode("utf-8")}
    for name, released in notebooks.items():
        find_wheel(released, lang, wheel)
        packed[f"{name}.ipynb"] = files.dumps(released).encode("utf-8")
    sections = [] if only is None else names
    path = Path(folder) / f"{'-'.join(['nlplab', lang, *sections])}.zip"
    files.write_bytes(path, _zip(f"nlplab-{lang}", packed))
    return path


def find_wheel(released: NotebookNode, lang: str, wheel: str) -> None:
    """Have the first cell of a release install `nlplab` from a file, which it finds or asks for.

    Raises ReleaseError when that cell does not import nlplab.
    """
    first = next(notebook.code_cells(released))
    lines = first.source.split("\n")
    start = next((i for i, line in enumerate(lines) if line.startswith(IMPORT)), None)
    if start is None:
        raise ReleaseError(f"the first code cell has no line `{IMPORT} …`")
    needs = wheel.split("-")[1]
    install = Template(_INSTALL).substitute(
        needs=json.dumps(needs),
        wheel=json.dumps(wheel),
        upload=_text("setup.upload", lang, wheel=wheel),
        no_wheel=_text("setup.no_wheel", lang, wheel=wheel, needs=needs),
    )
    first.source = "\n".join([install, *lines[start:]])


# Without dependencies, so that nothing else is replaced: `setup` installs what is missing.
_INSTALL = dedent("""\
    import subprocess
    import sys
    from pathlib import Path

    from packaging.version import Version

    NEEDS = $needs
    WHEEL = Path($wheel)
    try:
        from nlplab import __version__ as found
    except ImportError:
        found = None
    if found is None or Version(found) < Version(NEEDS):
        places = [place for place in (WHEEL, "/content" / WHEEL) if place.exists()]
        if not places and "google.colab" in sys.modules:
            from google.colab import files

            print($upload)
            for name, content in files.upload().items():
                if name.startswith(f"nlplab-{NEEDS}-") and name.endswith(".whl"):
                    WHEEL.write_bytes(content)
                    places = [WHEEL]
        if places:
            pip = [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--no-deps"]
            subprocess.run([*pip, str(places[0])], check=True)
        elif found is None:
            raise SystemExit($no_wheel)
        else:
            print($no_wheel)
        for name in [name for name in sys.modules if name.partition(".")[0] == "nlplab"]:
            del sys.modules[name]
""")


def _text(key: str, lang: str, **values: str) -> str:
    return json.dumps(say(key, lang=lang, **values), ensure_ascii=False)


def _how_to(lang: str, names: list[str], wheel: str) -> str:
    page = (
        resources.files("grader.course")
        .joinpath("templates", f"bundle.{lang}.html")
        .read_text("utf-8")
    )
    items = "".join(f"<li><code>{escape(name)}.ipynb</code></li>" for name in names)
    return Template(page).substitute(wheel=escape(wheel), notebooks=items)


def _zip(folder: str, packed: dict[str, bytes]) -> bytes:
    date = time.gmtime(int(package.EPOCH))[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(packed):
            item = zipfile.ZipInfo(f"{folder}/{name}", date)
            item.external_attr = 0o644 << 16
            archive.writestr(item, packed[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
