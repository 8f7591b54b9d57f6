"""What can be wrong with a source notebook, found before a student finds it.

A rule is a function from a `Page`, one source notebook and what it needs of the others, to pairs of
a cell (None for the notebook as a whole) and what to do. Its name is the key in `RULES`.
"""

import ast
import difflib
import io
import json
import re
import statistics
import subprocess
import sys
import tempfile
import textwrap
import tokenize
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode, v4

from grader import notebook, release

LONGEST_MEDIAN = 8  # lines a code cell
# Not asked of a notebook: imports on top (E402), a name imported again by a test cell (F811), a
# last line that shows a value (B018), strict zip (B905), and jaxtyping's shapes, which ruff takes
# for the names of types (F722).
RUFF_RULES = ("--select=E,F,I,UP,B,SIM", "--ignore=E402,F811,F722,B018,B905", "--exit-zero")
RUFF_STYLE = ("--isolated", "--no-cache", "--line-length=100", "--target-version=py311")

Fault = tuple[NotebookNode | None, str]


@dataclass(frozen=True)
class Finding:
    """One fault: the file below the root, the cell's id and grade_id, the rule, what to do."""

    file: str
    cell: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.cell or 'notebook'}: {self.rule}: {self.message}"


@dataclass(frozen=True)
class Page:
    """A source notebook under lint, and the solutions of all sections by `assignment/grade_id`."""

    name: str
    source: NotebookNode
    solutions: dict[str, str]

    def tests(self) -> Iterator[tuple[NotebookNode, ast.Module]]:
        """Test cells that parse; the rule `syntax` reports the others."""
        for cell in filter(notebook.is_test, self.source.cells):
            if tree := _tree(cell, plain=True):
                yield cell, tree

    def student_names(self) -> set[str]:
        """Names that the student's own cells define, given cells among them."""
        cells = (c for c in notebook.code_cells(self.source) if _is_students(c))
        codes = [_code(cell) for cell in cells if _tree(cell, plain=True)]
        return {name for code in codes for name in notebook.bound_names(code)}


def lint(root: Path) -> list[Finding]:
    """Every fault in the source notebooks below `root`, in the order of files and cells.

    Raises ValueError when a source is no notebook at all.
    """
    pages = _pages(Path(root))
    faults = [
        (page, rule, cell, message)
        for page in pages
        for rule, check in RULES.items()
        for cell, message in check(page)
    ]
    faults += [(page, "duplicate-helper", cell, text) for page, cell, text in _helpers(pages)]
    faults += [(page, "ruff", cell, text) for page, cell, text in _ruff(pages)]
    order = {id(cell): i for page in pages for i, cell in enumerate(page.source.cells)}
    faults.sort(key=lambda fault: (fault[0].name, order.get(id(fault[2]), -1)))
    return [_finding(root, *fault) for fault in faults]


def fix(root: Path) -> list[Path]:
    """Set every given cell to its solution's text; return the source notebooks that changed."""
    changed = []
    for page in _pages(Path(root)):
        wrong = [cell for cell, _ in _given_differs(page) if cell.metadata.given in page.solutions]
        for cell in wrong:
            cell.source = page.solutions[cell.metadata.given]
        if wrong:
            notebook.write(path := notebook.source_path(root, page.name), page.source)
            changed.append(path)
    return changed


# --- both languages ---


def _twin_missing(page: Page) -> Iterator[Fault]:
    cells = page.source.cells
    for index, cell in enumerate(cells):
        lang = _lang(cell)
        if cell.cell_type == "markdown" and lang not in notebook.LANGUAGES:
            yield cell, 'set metadata.lang to "ko" or "en"'
        if lang == "ko" and (index + 1 == len(cells) or _lang(cells[index + 1]) != "en"):
            yield cell, "write its English twin directly below"
        if lang == "en" and (index == 0 or _lang(cells[index - 1]) != "ko"):
            yield cell, "write the Korean text directly above"


def _twin_stale(page: Page) -> Iterator[Fault]:
    for korean, english in _twins(page.source):
        current = notebook.ko_hash(korean.source)
        if english.metadata.get("ko_hash") != current:
            yield english, f'compare with the Korean text above, then set ko_hash to "{current}"'


def _twin_nbgrader(page: Page) -> Iterator[Fault]:
    for cell in page.source.cells:
        if _lang(cell) and "nbgrader" in cell.metadata:
            yield cell, "remove the nbgrader metadata: only one twin reaches a student"


# --- exercises ---

_HEADER = {
    "ko": {
        "number": r"\*\*연습 (\d+\.\d+)\*\*",
        "minutes": r"· (\d+)분(?:$| ·)",
        "difficulty": r"· 난이도 ([1-5])/5(?:$| ·)",
        "points": r"· (\d+)점(?:$| ·)",
    },
    "en": {
        "number": r"\*\*Exercise (\d+\.\d+)\*\*",
        "minutes": r"· (\d+) min(?:$| ·)",
        "difficulty": r"· difficulty ([1-5])/5(?:$| ·)",
        "points": r"· (\d+) points?(?:$| ·)",
    },
}


def _missing_minutes(page: Page) -> Iterator[Fault]:
    for exercise in notebook.exercises(page.source):
        headers = _headers(page.source, exercise.solution)
        for lang in notebook.LANGUAGES:
            for key in ("number", "minutes", "difficulty"):
                if not headers[lang].get(key):
                    yield exercise.solution, f"its {lang} header line lacks the {key}"
                elif lang == "en" and headers["ko"].get(key) not in (None, headers["en"][key]):
                    yield exercise.solution, f"the {key} differs between its two header lines"


def _missing_points(page: Page) -> Iterator[Fault]:
    for exercise in notebook.exercises(page.source):
        headers = _headers(page.source, exercise.solution)
        for lang in notebook.LANGUAGES:
            points = headers[lang].get("points")
            if points is None:
                yield exercise.solution, f"its {lang} header line lacks the points"
            elif int(points) != exercise.points:
                message = f"its {lang} header says {points} points, its tests {exercise.points:g}"
                yield exercise.solution, message


def _headers(source: NotebookNode, solution: NotebookNode) -> dict[str, dict[str, str]]:
    """The fields of the nearest header line above a solution, in each language."""
    headers: dict[str, dict[str, str]] = {"ko": {}, "en": {}}
    for cell in source.cells:
        if cell is solution:
            break
        if notebook.is_solution(cell):
            headers = {"ko": {}, "en": {}}
        patterns = _HEADER.get(_lang(cell), {"number": "(?!)"})
        for line in map(str.strip, cell.source.split("\n")):
            if re.match(patterns["number"], line):
                found = {key: re.search(pattern, line) for key, pattern in patterns.items()}
                headers[_lang(cell)] = {key: match[1] for key, match in found.items() if match}
    return headers


def _grade_id(page: Page) -> Iterator[Fault]:
    seen: set[str] = set()
    exercises = notebook.exercises(page.source)
    names = {exercise.grade_id for exercise in exercises}
    for cell in page.source.cells:
        if "nbgrader" not in cell.metadata:
            continue
        name = notebook.grade_id(cell)
        needed = {"schema_version", "grade", "solution", "locked", "task", "grade_id"}
        if missing := sorted(needed - set(cell.metadata.nbgrader)):
            yield cell, f"add to its nbgrader metadata: {', '.join(missing)}"
        if name in seen:
            yield cell, f"grade_id {name!r} is taken: choose another"
        seen.add(name)
        if notebook.is_test(cell) and not re.search(r"-\d+$", name or ""):
            yield cell, "name it after its exercise: grade_id, dash, number"
        elif notebook.is_test(cell) and notebook.exercise_of(name) not in names:
            yield cell, f"no solution cell has the grade_id {notebook.exercise_of(name)!r}"
        if notebook.is_test(cell) and not cell.metadata.nbgrader.get("points", 0) > 0:
            yield cell, "give it points"
    for exercise in exercises:
        if not exercise.tests:
            yield exercise.solution, f"write a test cell {exercise.grade_id}-1"


def _skip_grading(page: Page) -> Iterator[Fault]:
    for cell in page.source.cells:
        locked = cell.metadata.get("nbgrader", {}).get("locked")
        if notebook.SKIP in notebook.tags(cell):
            if not notebook.grade_id(cell) or not locked:
                yield cell, "add nbgrader metadata with a grade_id and locked: true"
            if notebook.is_test(cell) or notebook.is_solution(cell):
                yield cell, f"remove the tag {notebook.SKIP}: this cell is graded"


def _given_differs(page: Page) -> Iterator[Fault]:
    for cell in page.source.cells:
        name = cell.metadata.get("given")
        if name is None:
            continue
        if name not in page.solutions or name.partition("/")[0] >= page.name:
            yield cell, f"given {name!r} is no solution of an earlier section"
        elif cell.source != page.solutions[name]:
            yield cell, f"differs from the solution {name}: run lint with --fix"


# --- stubs ---


def _stub_stale(page: Page) -> Iterator[Fault]:
    for cell in notebook.code_cells(page.source):
        try:
            parts = notebook.split(cell.source)
            regions = [part for part in parts if not isinstance(part, str)]
            if notebook.is_solution(cell):
                notebook.stub_text(cell.source)
            elif regions:
                yield cell, "make it a solution cell: it has a solution region"
        except ValueError as error:
            yield cell, str(error)
            continue
        for region in regions:
            solution = _token_lines("\n".join(region.solution))
            for line in region.stub:
                if not _matches(line, solution):
                    yield cell, f"no line of its solution is like the stub's `{line.strip()}`"


def _matches(stub: str, solution: list[str]) -> bool:
    """Whether a stub line is a solution line with blanks, `FIXME` or `...`, that stand for code."""
    text = _tokens(stub)
    if text in ("", "pass", "raise NotImplementedError", "raise NotImplementedError ( )"):
        return True
    words = (".+" if word in ("FIXME", "...") else re.escape(word) for word in text.split(" "))
    pattern = re.compile(" ".join(words))
    return any(pattern.fullmatch(line) for line in solution)


def _token_lines(code: str) -> list[str]:
    """Statements and physical lines of code as tokens with one space between, comments left out."""
    whole = [_tokens(line) for line in code.split("\n")]
    statement: list[str] = []
    skipped = (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT)
    try:
        for token in tokenize.generate_tokens(io.StringIO(textwrap.dedent(code)).readline):
            if token.type == tokenize.NEWLINE:
                whole.append(_joined(statement))
                statement = []
            elif token.type not in skipped:
                statement.append(token.string)
    except (tokenize.TokenError, IndentationError):
        pass
    return list(filter(None, dict.fromkeys(whole)))


def _tokens(line: str) -> str:
    """One physical line, which may be the middle of a statement."""
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(line.strip()).readline):
            if token.type not in (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE):
                found.append(token.string)
    except (tokenize.TokenError, IndentationError):
        pass
    return _joined(found)


def _joined(tokens: list[str]) -> str:
    text = " ".join(re.sub(r"\s+", " ", token) for token in tokens if token.strip())
    return re.sub(r" ,(?= [)\]}])", "", text)


# --- test cells ---


def _test_names(page: Page) -> Iterator[Fault]:
    known = page.student_names()
    for cell, _ in page.tests():
        for name in sorted(notebook.free_names(cell.source) - known):
            yield cell, f"`{name}` is defined by no solution cell: import it in the test cell"


def _test_writes(page: Page) -> Iterator[Fault]:
    known = page.student_names()
    for cell, tree in page.tests():
        for name in sorted(notebook.bound_names(cell.source) & known):
            yield cell, f"`{name}` is the student's name: choose another for the test's own value"
        student = notebook.free_names(cell.source)
        for node in ast.walk(tree):
            for target in _written(node):
                if _root_name(target) in student:
                    yield (
                        cell,
                        f"`{ast.unparse(target)}` changes what is the student's: make a copy",
                    )


def _written(node: ast.AST) -> list[ast.expr]:
    """What a statement writes to or deletes, plain names that it binds left out."""
    if isinstance(node, ast.Delete):
        return node.targets
    if isinstance(node, ast.Call) and _dotted(node.func) in ("setattr", "delattr"):
        return node.args[:1]
    inside = isinstance(node, ast.Attribute | ast.Subscript)
    return [node] if inside and isinstance(node.ctx, ast.Store) else []


def _root_name(node: ast.expr) -> str | None:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def _test_seed(page: Page) -> Iterator[Fault]:
    for cell, tree in page.tests():
        for name in _calls(tree):
            if name.rpartition(".")[2] in ("seed", "manual_seed", "manual_seed_all", "seed_all"):
                yield cell, f"`{name}`: write the values down, or make them with load_state_dict"


def _test_outside(page: Page) -> Iterator[Fault]:
    for cell, tree in page.tests():
        outside = {"urllib", "requests", "httpx", "socket", "subprocess"} & _imported(tree)
        calls = [n for n in _calls(tree) if n == "open" or n.endswith((".open", ".cuda"))]
        strings = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
        devices = [s for s in strings if isinstance(s, str) and re.fullmatch(r"cuda(:\d+)?", s)]
        for word in sorted(outside | set(calls) | set(devices)):
            yield cell, f"`{word}`: a test cell reads no file or address and needs no GPU"


def _test_check(page: Page) -> Iterator[Fault]:
    for cell, tree in page.tests():
        attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
        if not any(isinstance(n.value, ast.Name) and n.value.id == "check" for n in attributes):
            yield cell, "compare with `check.`: a bare assert gives no diagnosis"


def _imports(page: Page) -> Iterator[Fault]:
    for cell in notebook.code_cells(page.source):
        for name in sorted({"nbgrader", "grader"} & _imported(_tree(cell) or ast.Module([], []))):
            yield cell, f"remove the import of {name}: a student does not have it"


def _imported(tree: ast.AST) -> set[str]:
    """The top-level packages that code imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}


def _calls(tree: ast.AST) -> list[str]:
    return [_dotted(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _dotted(node: ast.expr) -> str:
    """`a.b` for a name or an attribute, with whatever else stands in front left out."""
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


# --- the notebook ---


def _syntax(page: Page) -> Iterator[Fault]:
    for cell in notebook.code_cells(page.source):
        if _tree(cell) is None:
            yield cell, "this is not Python"
        elif notebook.is_test(cell) and _tree(cell, plain=True) is None:
            yield cell, "write it without magics: a test cell is plain Python"


def _outputs(page: Page) -> Iterator[Fault]:
    for cell in notebook.code_cells(page.source):
        if cell.get("outputs"):
            yield cell, "clear its outputs"


def _execution_count(page: Page) -> Iterator[Fault]:
    for cell in notebook.code_cells(page.source):
        if cell.get("execution_count") is not None:
            yield cell, "clear its execution count"


def _ids(page: Page) -> Iterator[Fault]:
    count = Counter(cell.get("id") for cell in page.source.cells)
    for cell in page.source.cells:
        if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", cell.get("id") or ""):
            yield cell, "give it an id of 1 to 64 letters, digits, - and _"
        elif count[cell.id] > 1:
            yield cell, f"its id {cell.id!r} is taken: choose another"


def _setup(page: Page) -> Iterator[Fault]:
    first = next(notebook.code_cells(page.source), None)
    lines = first.source.split("\n") if first else []
    for line in (release.REPOSITORY_LINE, release.SETUP_LINE):
        if line not in lines:
            yield first, f"the first code cell needs the line `{line}`"


def _cell_length(page: Page) -> Iterator[Fault]:
    lengths = [len(_code(cell).strip().split("\n")) for cell in notebook.code_cells(page.source)]
    if lengths and (median := statistics.median(lengths)) > LONGEST_MEDIAN:
        yield None, f"half of its code cells have {median:g} lines or more, not {LONGEST_MEDIAN}"


def _helpers(pages: list[Page]) -> Iterator[tuple[Page, NotebookNode, str]]:
    """Functions with the same parameters and body in two cells, wherever they stand."""
    places: dict[str, list[tuple[Page, NotebookNode, str]]] = defaultdict(list)
    for page in pages:
        for cell in notebook.code_cells(page.source):
            tree = _tree(cell)
            if tree is None or "given" in cell.metadata:
                continue
            for node in tree.body:
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    places[_shape(node)].append((page, cell, node.name))
    for (first, origin, _), *others in places.values():
        for page, cell, name in others:
            where = f"{first.name}, cell {_label(origin)}"
            yield page, cell, f"`{name}` already stands in {where}: move it to nlplab"


def _shape(function: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return "\n".join(ast.dump(node) for node in [function.args, *body])


def _ruff(pages: list[Page]) -> Iterator[tuple[Page, NotebookNode, str]]:
    """What `ruff check` and `ruff format` say of the code cells that are Python.

    ruff would write `#~` as `# ~`; `#:` is as long and left alone. Names that a stub uses stand in
    a cell of their own at the end, so that they count as used, and as undefined when they are.
    """
    cells = {page.name: list(filter(_tree, notebook.code_cells(page.source))) for page in pages}
    stubs = {page.name: [c for c in cells[page.name] if _stub_names(c)] for page in pages}
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            code = [re.sub(r"(?m)^(\s*)#~", r"\1#:", c.source) for c in cells[page.name]]
            code += ["\n".join(sorted(_stub_names(c))) for c in stubs[page.name]]
            copy = v4.new_notebook(cells=[v4.new_code_cell(source) for source in code])
            notebook.write(Path(folder, f"{page.name}.ipynb"), copy)
        before = {page.name: notebook.read(Path(folder, f"{page.name}.ipynb")) for page in pages}
        entries = json.loads(_run_ruff("check", *RUFF_RULES, "--output-format=json", folder))
        _run_ruff("format", "--quiet", folder)
        after = {page.name: notebook.read(Path(folder, f"{page.name}.ipynb")) for page in pages}
    for page in pages:
        own = cells[page.name]
        for entry in (e for e in entries if Path(e["filename"]).stem == page.name):
            place = entry["cell"] - 1
            where = f"line {entry['location']['row']}" if place < len(own) else "its stub"
            cell = (own + stubs[page.name])[place]
            yield page, cell, f"{entry['code']} in {where}: {entry['message']}"
        pairs = zip(own, before[page.name].cells, after[page.name].cells, strict=False)
        for cell, old, new in pairs:
            if old.source != new.source:
                yield page, cell, f"format it: {_first_difference(old.source, new.source)}"


def _stub_names(cell: NotebookNode) -> set[str]:
    """Names that a solution cell's stub takes from elsewhere."""
    try:
        return notebook.free_names(notebook.stub_text(cell.source))
    except ValueError:  # no solution cell, or one that the rule stub-stale reports
        return set()


def _run_ruff(command: str, *arguments: str) -> str:
    line = [sys.executable, "-m", "ruff", command, *RUFF_STYLE, *arguments]
    done = subprocess.run(line, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"ruff {command} failed: {done.stderr.strip()}")
    return done.stdout


def _first_difference(old: str, new: str) -> str:
    lines = difflib.ndiff(old.split("\n"), new.split("\n"))
    return next(line for line in lines if line.startswith(("- ", "+ ")))


# --- cells ---


def _pages(root: Path) -> list[Page]:
    names = notebook.assignments(root)
    sources = {name: notebook.read(notebook.source_path(root, name)) for name in names}
    solutions: dict[str, str] = {}
    for name, source in sources.items():
        for exercise in notebook.exercises(source):
            try:
                text = notebook.solution_text(exercise.solution.source)
            except ValueError:  # the rule stub-stale reports it
                continue
            solutions[f"{name}/{exercise.grade_id}"] = text
    return [Page(name, source, solutions) for name, source in sources.items()]


def _finding(root: Path, page: Page, rule: str, cell: NotebookNode | None, message: str) -> Finding:
    file = notebook.source_path(root, page.name).relative_to(root).as_posix()
    return Finding(file, _label(cell) if cell else "", rule, message)


def _label(cell: NotebookNode) -> str:
    name = notebook.grade_id(cell)
    own = cell.get("id", "?")
    return f"{own} ({name})" if name and name != own else own


def _lang(cell: NotebookNode) -> str:
    return cell.metadata.get("lang", "")


def _twins(source: NotebookNode) -> Iterator[tuple[NotebookNode, NotebookNode]]:
    for one, two in zip(source.cells, source.cells[1:], strict=False):
        if _lang(one) == "ko" and _lang(two) == "en":
            yield one, two


def _is_students(cell: NotebookNode) -> bool:
    return notebook.is_solution(cell) or "given" in cell.metadata


def _code(cell: NotebookNode) -> str:
    """A cell as the solution shows it, or as it stands when its markers are wrong."""
    try:
        return notebook.solution_text(cell.source)
    except ValueError:
        return cell.source


def _tree(cell: NotebookNode, *, plain: bool = False) -> ast.Module | None:
    """The syntax tree of a code cell, magics read as calls unless `plain`; None for no Python."""
    code = _code(cell)
    if not plain and re.search(r"^\s*[%!?]|\?$", code, re.MULTILINE):
        from IPython.core.inputtransformer2 import TransformerManager

        code = TransformerManager().transform_cell(code)
    try:
        return ast.parse(code)
    except SyntaxError:
        return None


RULES: dict[str, Callable[[Page], Iterator[Fault]]] = {
    "ids": _ids,
    "twin-missing": _twin_missing,
    "twin-stale": _twin_stale,
    "twin-nbgrader": _twin_nbgrader,
    "setup": _setup,
    "syntax": _syntax,
    "outputs-in-source": _outputs,
    "execution-count": _execution_count,
    "grade-id": _grade_id,
    "skip-grading": _skip_grading,
    "missing-minutes": _missing_minutes,
    "missing-points": _missing_points,
    "stub-stale": _stub_stale,
    "given-differs": _given_differs,
    "imports": _imports,
    "test-names": _test_names,
    "test-writes": _test_writes,
    "test-seed": _test_seed,
    "test-outside": _test_outside,
    "test-check": _test_check,
    "cell-length": _cell_length,
}
