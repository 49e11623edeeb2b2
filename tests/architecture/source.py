"""The program's source as the architecture tests read it: modules, their imports, calls and strings, by ``ast`` only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kh_desktop"


@dataclass(frozen=True)
class Module:
    """One source file. ``name`` is its dotted name."""

    name: str
    path: Path
    tree: ast.Module
    text: str

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"

    def at(self, node: ast.AST) -> str:
        """Where a node stands, for the message of a failing test."""
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


@dataclass(frozen=True)
class Import:
    """One imported module, absolute. ``in_function``: only when the function runs. ``typing_only``: under TYPE_CHECKING."""

    target: str
    where: str
    in_function: bool
    typing_only: bool


def _dotted(path: Path) -> str:
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules(top: str = "kh_desktop") -> tuple[Module, ...]:
    """Every Python file below a top-level folder."""
    found = []
    for path in sorted((ROOT / top).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Module(_dotted(path), path, ast.parse(text), text))
    return tuple(found)


def layer(name: str) -> str:
    """The part of the house a module belongs to: "domain", "ui", … or the module's own name directly below the package."""
    parts = name.split(".")
    if parts[0] != "kh_desktop":
        return ""
    return parts[1] if len(parts) > 1 else "kh_desktop"


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)


def _targets(module: Module, node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    base = node.module or ""
    if node.level:
        package = module.name.split(".") if module.is_package else module.name.split(".")[:-1]
        kept = package[: len(package) - node.level + 1]
        base = ".".join([*kept, *([node.module] if node.module else [])])
    known = {m.name for m in modules()}
    return [f"{base}.{alias.name}" if f"{base}.{alias.name}" in known else base for alias in node.names]


def imports(module: Module) -> Iterator[Import]:
    """All imports of a module, those inside functions too."""

    def walk(node: ast.AST, in_function: bool, typing_only: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            inside = in_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            typing = typing_only or _is_type_checking(child)
            for target in _targets(module, child):
                yield Import(target, module.at(child), in_function, typing_only)
            yield from walk(child, inside, typing)

    return walk(module.tree, False, False)


def call_name(node: ast.Call) -> str:
    """Last part of what is called: "QLineEdit" for ``QtWidgets.QLineEdit()``."""
    func = node.func
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def functions(module: Module) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, ast.ClassDef | None, bool]]:
    """Every function with the class it stands in (if any) and whether it is nested in another function."""

    def walk(node: ast.AST, owner: ast.ClassDef | None, nested: bool) -> Iterator[tuple[ast.FunctionDef, ast.ClassDef | None, bool]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                yield child, owner, nested
                yield from walk(child, None, True)
            elif isinstance(child, ast.ClassDef):
                yield from walk(child, child, nested)
            else:
                yield from walk(child, owner, nested)

    return walk(module.tree, None, False)


def strings(module: Module) -> Iterator[ast.Constant]:
    """Every string constant that is not a docstring."""
    docs = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            docs.add(id(node.value))
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node
