"""Text is read and written as UTF-8 and says so: what Python takes by itself on a Vietnamese Windows is cp1252 or cp1258."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import Module, call_name, modules

# Calls that read or write text unless their mode says "b".
OPENERS = {"open", "fdopen"}
ALWAYS_TEXT = {"read_text": 0, "write_text": 1, "TextIOWrapper": 1, "FileHandler": 2}
PROCESSES = {"run", "Popen", "check_output", "check_call"}


def _given(call: ast.Call, name: str, place: int) -> ast.expr | None:
    """An argument by name or by its place."""
    found = next((k.value for k in call.keywords if k.arg == name), None)
    return found if found is not None or len(call.args) <= place else call.args[place]


def _is_true(call: ast.Call, name: str) -> bool:
    value = next((k.value for k in call.keywords if k.arg == name), None)
    return isinstance(value, ast.Constant) and value.value is True


def _is_text_open(call: ast.Call) -> bool:
    """Whether this opens a file as text: ``open(path, …)``, ``os.fdopen(handle, …)`` or ``path.open(…)``, but not ``Image.open``."""
    name = call_name(call)
    if name not in OPENERS:
        return False
    method = isinstance(call.func, ast.Attribute) and name == "open"
    mode = _given(call, "mode", 0 if method else 1)
    text = mode.value if isinstance(mode, ast.Constant) and isinstance(mode.value, str) else None
    if method:
        # A method named ``open`` takes a mode only where it opens a file.
        return text is not None and set(text) <= set("rwxat+") and text != ""
    return isinstance(call.func, ast.Name | ast.Attribute) and (mode is None or (text is not None and "b" not in text))


def _faults(module: Module) -> Iterator[str]:
    for call in (n for n in ast.walk(module.tree) if isinstance(n, ast.Call)):
        name = call_name(call)
        place = ALWAYS_TEXT.get(name, 3)
        as_text = name in ALWAYS_TEXT or _is_text_open(call)
        if name in PROCESSES and any(k.arg in ("stdout", "stderr", "capture_output", "text", "universal_newlines") for k in call.keywords):
            as_text = _is_true(call, "text") or _is_true(call, "universal_newlines")
            place = 99
        if name == "NamedTemporaryFile":
            mode = _given(call, "mode", 0)
            as_text, place = isinstance(mode, ast.Constant) and "b" not in str(mode.value), 2
        if as_text and _given(call, "encoding", place) is None:
            yield f"{module.at(call)} {ast.unparse(call)[:80]}"


@pytest.mark.parametrize("top", ["kh_desktop", "tests", "installer", "i18n"])
def test_text_files_and_processes_name_their_encoding(top: str) -> None:
    bad = [fault for module in modules(top) for fault in _faults(module)]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("open(p)", True),
        ("open(p, 'w')", True),
        ("open(p, 'wb')", False),
        ("open(p, encoding='utf-8')", False),
        ("p.open('w')", True),
        ("p.open('rb')", False),
        ("Image.open(p)", False),
        ("p.read_text()", True),
        ("p.read_text('utf-8')", False),
        ("p.write_text(t)", True),
        ("p.write_text(t, encoding='utf-8')", False),
        ("os.fdopen(h, 'wb')", False),
        ("os.fdopen(h)", True),
        ("subprocess.run(c, text=True)", True),
        ("subprocess.run(c, text=True, encoding='utf-8')", False),
        ("subprocess.run(c, capture_output=True)", False),
        ("NamedTemporaryFile('w')", True),
        ("NamedTemporaryFile()", False),
    ],
)
def test_the_scan_sees_what_it_must(line: str, wrong: bool) -> None:
    module = modules()[0]
    assert bool(list(_faults(Module("x", module.path, ast.parse(line), line)))) is wrong
