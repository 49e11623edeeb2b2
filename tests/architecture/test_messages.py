"""Each expected failure has its Vietnamese sentence, and each sentence is said somewhere."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator

from kh_desktop.services.messages import MESSAGES
from tests.architecture.source import Module, call_name, modules, strings

PEOPLE = [m for m in modules() if not m.name.startswith("kh_desktop.services.messages")]


def _error_classes() -> set[str]:
    names = {"KhError"}
    classes = [n for m in modules() for n in ast.walk(m.tree) if isinstance(n, ast.ClassDef)]
    for _ in range(4):
        names |= {c.name for c in classes if any(ast.unparse(b).split(".")[-1] in names for b in c.bases)}
    return names


def _raised() -> Iterator[tuple[Module, ast.Call, str]]:
    errors = _error_classes()
    for module in PEOPLE:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and call_name(node) in errors and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield module, node, first.value


def test_every_raised_code_has_a_sentence() -> None:
    found = list(_raised())
    assert found, "no error is raised anywhere: the scan is blind"
    bad = [f"{module.at(node)} {code}" for module, node, code in found if code not in MESSAGES]
    assert not bad, "\n".join(bad)


def _placeholders(sentence: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_raised_error_fills_its_sentence() -> None:
    bad = []
    for module, node, code in _raised():
        if any(k.arg is None for k in node.keywords):
            continue
        lacking = _placeholders(MESSAGES.get(code, "")) - {k.arg for k in node.keywords}
        if lacking:
            bad.append(f"{module.at(node)} {code} lacks {sorted(lacking)}")
    assert not bad, "\n".join(bad)


def test_no_sentence_is_unused() -> None:
    said: set[str] = set()
    prefixes: set[str] = set()
    for module in PEOPLE:
        said.update(s.value for s in strings(module))
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                prefixes.add(str(node.values[0].value))
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and isinstance(node.left, ast.Constant):
                prefixes.add(str(node.left.value))
    # A label is said as "label." + the action's code.
    codes = {f"label.{word}" for word in said}
    starts = tuple(p for p in prefixes if p.endswith(".") and p != "label.")
    unused = sorted(code for code in MESSAGES if code not in said | codes and not code.startswith(starts or ("\0",)))
    assert not unused, "\n".join(unused)


def test_sentences_are_plain() -> None:
    for code, sentence in MESSAGES.items():
        assert sentence == sentence.strip() and sentence, code
        assert "!" not in sentence, f"{code}: no exclamation marks"
