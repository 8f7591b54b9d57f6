"""Changes of a solution, one at a time, in the lines that a learner has to write."""

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.notebooks.regions import Region, split

OTHERS: dict[type, type] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.MatMult: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COMMUTE = (ast.Add, ast.Mult, ast.BitAnd, ast.BitOr)  # whose sides may be swapped
DROPPED = (ast.Assign, ast.AugAssign, ast.Expr, ast.If, ast.For, ast.Raise, ast.Break, ast.Continue)
BESIDE = 24  # characters of a line that are shown beside a change
MODULES = ("torch", "nn", "functional", "pd")  # what stands before a dot and is no value


@dataclass(frozen=True)
class Mutant:
    """A changed solution: the whole cell, and its change, which no other of the cell has."""

    change: str
    code: str


def mutants(cell: str) -> list[Mutant]:
    """Every change of one place in the solution regions of a source cell, each text once."""
    code, own = _solution(cell)
    tree = ast.parse(code)
    whole = ast.unparse(tree)
    found: dict[str, str] = {}
    for owner, field, index, node in _places(tree):
        if getattr(node, "lineno", 0) not in own:
            continue
        for new in _changes(node):
            changed = _with(tree, owner, field, index, new)
            if changed != whole:
                found.setdefault(changed, _difference(whole, changed))
    seen: Counter[str] = Counter()
    made = []
    for changed, change in found.items():
        seen[change] += 1
        number = f" ({seen[change]})" if seen[change] > 1 else ""
        made.append(Mutant(change + number, changed))
    return made


def _solution(cell: str) -> tuple[str, set[int]]:
    """The text of a solution, and which of its lines stand in a region."""
    lines: list[str] = []
    own: set[int] = set()
    for part in split(cell):
        new = part.solution if isinstance(part, Region) else [part]
        if isinstance(part, Region):
            own |= {len(lines) + number for number in range(1, len(new) + 1)}
        lines += new
    return "\n".join(lines), own


def _places(tree: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node with where it hangs; what is raised and said is left out, as no check reads it."""
    raised = (node for node in ast.walk(tree) if isinstance(node, ast.Raise))
    left_out = {id(node) for each in raised for node in ast.walk(each)}
    for owner in ast.walk(tree):
        if id(owner) in left_out:
            continue
        for field, value in ast.iter_fields(owner):
            if isinstance(value, ast.AST):
                yield owner, field, None, value
            elif isinstance(value, list):
                nodes = [(at, node) for at, node in enumerate(value) if isinstance(node, ast.AST)]
                yield from ((owner, field, at, node) for at, node in nodes)


def _with(tree: ast.AST, owner: ast.AST, field: str, index: int | None, new: ast.AST) -> str:
    """The code with `new` in this place; the tree is as it was afterwards."""
    held = getattr(owner, field)
    setattr(owner, field, new if index is None else [*held[:index], new, *held[index + 1 :]])
    try:
        return ast.unparse(ast.fix_missing_locations(tree))
    finally:
        setattr(owner, field, held)


def _difference(before: str, after: str) -> str:
    """The line that changed, before and after, without what both begin and end with."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    old, new = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
    front = _alike(old, new)
    back = _alike(old[front:][::-1], new[front:][::-1])
    start = max(0, front - BESIDE)
    cut = [line[start : len(line) - max(0, back - BESIDE)].strip() for line in (old, new)]
    return "  →  ".join(cut)


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common in front."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))


# --- what may become of a node ---


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant():
            yield from map(ast.Constant, _constants(node.value))
        case ast.BinOp() | ast.BoolOp() | ast.Compare():
            yield from _operators(node)
        case ast.UnaryOp():
            yield node.operand
        case ast.IfExp():
            yield ast.IfExp(node.test, node.orelse, node.body)
        case ast.Call():
            yield from _calls(node)
        case ast.Slice():
            yield ast.Slice(None, node.upper, node.step)
            yield ast.Slice(node.lower, None, node.step)
        case ast.comprehension(ifs=[_, *_]):
            yield ast.comprehension(node.target, node.iter, [], node.is_async)
        case ast.Return(value=ast.expr()):
            yield from _returns(node)
        case stmt if isinstance(stmt, DROPPED):
            yield ast.Pass()


def _constants(value: object) -> Sequence[object]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [value + 0.5, -value]
    return [f"{value}_"] if isinstance(value, str) else []


def _operators(node: ast.BinOp | ast.BoolOp | ast.Compare) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            if other := OTHERS.get(type(operator)):
                ops = [*node.ops[:at], other(), *node.ops[at + 1 :]]
                yield ast.Compare(node.left, ops, node.comparators)
        return
    other = OTHERS.get(type(node.op))
    if isinstance(node, ast.BoolOp):
        yield ast.BoolOp(other(), node.values) if other else node
        yield from node.values
        return
    if other:
        yield ast.BinOp(node.left, other(), node.right)
    if not isinstance(node.op, COMMUTE):
        yield ast.BinOp(node.right, node.op, node.left)
    yield from (node.left, node.right)


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    """Not called at all, arguments in another order, one of them or a keyword less."""
    function, args, keywords = node.func, node.args, node.keywords
    if isinstance(function, ast.Attribute) and not _is_module(function.value):
        yield function.value
    elif args:
        yield args[0]
    if len(args) > 1:
        yield ast.Call(function, [args[1], args[0], *args[2:]], keywords)
        yield ast.Call(function, args[:-1], keywords)
    for at in range(len(keywords)):
        yield ast.Call(function, args, [*keywords[:at], *keywords[at + 1 :]])


def _is_module(node: ast.AST) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and node.id in MODULES


def _returns(node: ast.Return) -> Iterator[ast.AST]:
    """What is returned in another order, cut off from its gradient, without its axes of one."""
    value = node.value
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    if len(parts) > 1:
        yield ast.Return(ast.Tuple([parts[1], parts[0], *parts[2:]], ast.Load()))
    for at, part in enumerate(parts):
        for method in ("detach", "squeeze"):
            called = ast.Call(ast.Attribute(part, method, ast.Load()), [], [])
            new = [*parts[:at], called, *parts[at + 1 :]]
            yield ast.Return(ast.Tuple(new, ast.Load()) if len(parts) > 1 else called)
