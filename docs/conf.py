"""The site, as `make docs` builds it: in English from `docs/`, with the tag `ko` from `docs/ko/`.

A page and its twin have the same path in both, so each links to the other.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import nlplab  # noqa: E402 (found by the line above)

KOREAN = tags.has("ko")  # noqa: F821 (Sphinx provides it)

project = "토큰에서 트랜스포머까지" if KOREAN else "From Tokens to Transformers"
language = "ko" if KOREAN else "en"
release = nlplab.__version__
html_title = project
exclude_patterns = [".ipynb_checkpoints"] if KOREAN else [".ipynb_checkpoints", "ko"]

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
    "sphinx_design",
    "sphinxcontrib.mermaid",
    "extension",
]
locale_dirs = [str(HERE / "locale")]
templates_path = ["_templates"]

# --- texts and notebooks ---

nb_execution_mode = "off"  # they are what students get: with blanks, and never executed
nb_code_prompt_show = "코드 펼치기" if KOREAN else "Show the code"
nb_code_prompt_hide = "코드 접기" if KOREAN else "Fold the code"
myst_enable_extensions = ["colon_fence", "dollarmath"]
myst_fence_as_directive = ["mermaid"]
myst_heading_anchors = 3
copybutton_prompt_text = "$ "
copybutton_exclude = ".linenos, .gp, .go"

# --- the reference of nlplab ---

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
default_role = "code"  # what docstrings have in backticks

# --- how it looks ---

html_theme = "pydata_sphinx_theme"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options = {
    "logo": {"text": project},
    "navbar_align": "content",
    "navbar_end": ["language", "theme-switcher"],
    "navigation_with_keys": False,
    "header_links_before_dropdown": 6,
    "footer_start": [],
    "footer_end": [],
    "show_prev_next": True,
}
html_sidebars: dict[str, list[str]] = {"index": [], "students": [], "authors": []}
