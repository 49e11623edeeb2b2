"""Rules 3, 5 and 6 of the house that show in the code itself, sizes, names, docstrings."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, Module, call_name, functions, layer, modules, strings

SQL = re.compile(
    r"\bSELECT\b[\s\S]+\bFROM\b|\bINSERT\s+(OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b"
    r"|\b(CREATE|ALTER|DROP)\s+(TABLE|INDEX|TRIGGER|VIEW|VIRTUAL)\b|\bPRAGMA\s+\w|\bVACUUM\b|\bSAVEPOINT\b|\bBEGIN\s+(IMMEDIATE|EXCLUSIVE)\b"
)
RAW_EDITORS = {"QLineEdit", "QComboBox", "QPlainTextEdit", "QTextEdit", "QCompleter", "QDateEdit"}
# What a module may make once, at import: values that never change, and loggers.
CONSTANT_MAKERS = {
    "getLogger", "compile", "frozenset", "tuple", "MappingProxyType", "TypeVar", "ParamSpec", "NewType", "namedtuple", "range", "len",
    "timedelta", "date", "Decimal", "Fraction", "Struct", "join", "split", "maketrans", "QT_TRANSLATE_NOOP", "dict", "zip", "enumerate",
    "items", "sorted", "str", "int", "float", "min", "max", "chr", "ord", "sum", "round", "format", "replace", "strip", "lower", "upper",
    "casefold", "normalize", "fold", "cast", "N_", "fromhex", "fields", "dataclass_fields",
    "RLock",  # of a library that is one for the process (kh_desktop.pdfium)
}  # fmt: skip


def test_sql_is_written_only_in_the_store() -> None:
    bad = [f"{m.at(s)} {s.value[:60]!r}" for m in modules() if layer(m.name) != "store" for s in strings(m) if SQL.search(s.value)]
    assert not bad, "\n".join(bad)
    assert any(SQL.search(s.value) for m in modules() if layer(m.name) == "store" for s in strings(m)), "the scan finds nothing at all"


def test_raw_editors_are_built_only_in_widgets() -> None:
    bad = []
    for module in modules():
        if module.name.startswith("kh_desktop.ui.widgets"):
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and call_name(node) in RAW_EDITORS:
                bad.append(f"{module.at(node)} builds {call_name(node)}")
            if isinstance(node, ast.ClassDef):
                bases = {b.attr if isinstance(b, ast.Attribute) else getattr(b, "id", "") for b in node.bases}
                bad += [f"{module.at(node)} derives from {b}" for b in sorted(bases & RAW_EDITORS)]
    assert not bad, "\n".join(bad)


def _frozen_classes() -> set[str]:
    names = set()
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                marks = " ".join(ast.unparse(d) for d in node.decorator_list) + " ".join(ast.unparse(b) for b in node.bases)
                if "frozen=True" in marks or re.search(r"NamedTuple|Enum", marks):
                    names.add(node.name)
    return names


def _import_time_calls(module: Module) -> list[ast.Call]:
    """Calls that run when the module is imported: in its body and its class bodies, outside decorators, functions and main guards."""
    found: list[ast.Call] = []

    def look(node: ast.AST) -> None:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return
        if isinstance(node, ast.ClassDef):
            for child in node.body:
                look(child)
            return
        if isinstance(node, ast.If) and "__name__" in ast.unparse(node.test):
            return
        if isinstance(node, ast.Call):
            found.append(node)
        for child in ast.iter_child_nodes(node):
            look(child)

    for statement in module.tree.body:
        look(statement)
    return found


def test_no_singletons_and_no_qt_objects_at_import_time() -> None:
    fine = CONSTANT_MAKERS | _frozen_classes() | {"Signal", "Slot", "Property", "field", "auto", "print", "exit"}
    bad = []
    for module in modules():
        own = {n.name for n in module.tree.body if isinstance(n, ast.FunctionDef)}
        if module.name == "kh_desktop.__main__":
            continue
        for call in _import_time_calls(module):
            name = call_name(call)
            if name not in fine and name not in own:
                bad.append(f"{module.at(call)} makes {ast.unparse(call)[:70]}")
    assert not bad, "\n".join(bad)


def test_no_global_state_is_rebound() -> None:
    bad = [m.at(n) for m in modules() for n in ast.walk(m.tree) if isinstance(n, ast.Global)]
    assert not bad, "global statement: " + ", ".join(bad)


def _lines(node: ast.AST) -> int:
    return (node.end_lineno or 0) - node.lineno + 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("top", ["kh_desktop", "tests", "installer", "i18n"])
def test_no_long_file_and_no_long_function(top: str) -> None:
    bad = [f"{m.path.relative_to(ROOT)}: {m.text.count(chr(10))} lines" for m in modules(top) if m.text.count("\n") > 600]
    for module in modules(top):
        bad += [f"{module.at(f)} {f.name}: {_lines(f)} lines" for f, _, _ in functions(module) if _lines(f) > 60]
    assert not bad, "\n".join(bad)


def test_typical_sizes() -> None:
    files = [m.text.count("\n") for m in modules() if m.text.strip()]
    sizes = sorted(_lines(f) for m in modules() for f, _, _ in functions(m))
    assert statistics.median(files) < 150
    assert sizes[int(len(sizes) * 0.9)] < 25


def _qt_names() -> set[str]:
    from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

    names: set[str] = set()
    for module in (QtCore, QtGui, QtWidgets, QtPrintSupport):
        # getattr, not vars(): PySide6 makes its classes when they are first asked for.
        for thing in (getattr(module, name) for name in dir(module)):
            if isinstance(thing, type):
                names.update(dir(thing))
    return names


def _explained_by_a_base() -> set[tuple[str, str]]:
    """(class, method) pairs whose method is explained in a base class of ours: an override needs no second docstring."""
    classes = {node.name: node for m in modules() for node in ast.walk(m.tree) if isinstance(node, ast.ClassDef)}

    def ancestors(name: str) -> Iterator[ast.ClassDef]:
        for base in classes[name].bases if name in classes else ():
            word = ast.unparse(base).split("[")[0].split(".")[-1]
            if word in classes and word != name:
                yield classes[word]
                yield from ancestors(word)

    return {
        (name, f.name)
        for name in classes
        for above in ancestors(name)
        for f in above.body
        if isinstance(f, ast.FunctionDef) and ast.get_docstring(f)
    }


def test_public_functions_say_what_they_are_for() -> None:
    overrides = _qt_names()
    explained = _explained_by_a_base()
    bad = []
    for module in modules():
        in_ui = layer(module.name) == "ui"
        for function, owner, nested in functions(module):
            hidden = nested or function.name.startswith("_") or (owner is not None and owner.name.startswith("_"))
            marks = {ast.unparse(d).split(".")[-1] for d in function.decorator_list}
            if hidden or "overload" in marks or "setter" in marks:
                continue
            if owner is not None and ((in_ui and function.name in overrides) or (owner.name, function.name) in explained):
                continue
            if not ast.get_docstring(function):
                bad.append(f"{module.at(function)} {function.name}")
    assert not bad, f"{len(bad)} without a docstring:\n" + "\n".join(bad)


def test_identifiers_are_ascii() -> None:
    bad = []
    for module in (*modules(), *modules("tests")):
        for node in ast.walk(module.tree):
            for field in ("id", "attr", "arg", "name"):
                word = getattr(node, field, None)
                if isinstance(word, str) and not word.isascii():
                    bad.append(f"{module.at(node)} {word}")
    assert not bad, "\n".join(bad)


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.decode("utf-8")
    found = [ROOT / name for name in listed.split("\0") if name]
    return [p for p in (found or [m.path for m in modules()]) if p.is_file()]


def test_no_path_of_one_machine_is_written_down() -> None:
    machine = re.compile("|".join([r"(?<![\w.])/(root|work)/\w", r"(?<![\w.])/home/\w", r"[A-Z]:\\\\?" + r"Users\\\\?\w"]))
    bad = []
    for path in _tracked():
        data = path.read_bytes()
        if path.suffix in {".png", ".ttf", ".otf", ".khdb", ".qm", ".ico", ".pdf", ".docx", ".xlsx"} or path == Path(__file__):
            continue
        for number, line in enumerate(data.decode("utf-8", errors="replace").splitlines(), 1):
            if machine.search(line):
                bad.append(f"{path.relative_to(ROOT)}:{number} {line.strip()[:80]}")
    assert not bad, "\n".join(bad)


def test_the_top_level_holds_nothing_else() -> None:
    folders = {p.relative_to(ROOT).parts[0] for p in _tracked()}
    known = {"kh_desktop", "resources", "i18n", "installer", "tests", "README.md", "pyproject.toml", "Makefile", "LICENSE"}
    assert {f for f in folders if not f.startswith(".")} <= known
