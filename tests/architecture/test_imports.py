"""Who may import whom: rules 1 to 4 of the house."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.architecture.source import Module, imports, layer, modules

ALLOWED = {
    "domain": {"domain"},
    "store": {"store", "domain"},
    "documents": {"documents", "domain"},
    "importing": {"importing", "domain"},
    "services": {"services", "store", "documents", "importing", "domain"},
    "ui": {"ui", "services", "domain"},
    "cli": {"cli", "commands", "services", "domain"},
    "commands": {"cli", "commands", "services", "domain"},
    "__main__": {"cli"},
    "resources": set(),
    "pdfium": set(),
    "files": set(),
    "kh_desktop": set(),
}
# Version, the finder of shipped files, putting a file in its place: known to everybody but the domain.
COMMON = {"kh_desktop", "resources", "files", "pdfium"}
# The command line starts the window: these doors, opened only when the function runs.
DOORS = {"kh_desktop.ui.app", "kh_desktop.ui.tour", "kh_desktop.ui.window_check"}
NOT_IN_DOMAIN = {"sqlite3", "os", "pathlib", "time", "io", "shutil", "tempfile", "subprocess", "socket", "locale", "random", "threading"}
HEAVY_PLACES = {
    "reportlab": ("kh_desktop.documents.",),
    "docx": ("kh_desktop.documents.word", "kh_desktop.importing."),
    "openpyxl": ("kh_desktop.documents.excel", "kh_desktop.importing."),
    "pypdfium2": ("kh_desktop.documents.render", "kh_desktop.importing."),
    "lxml": ("kh_desktop.documents.word", "kh_desktop.documents.excel", "kh_desktop.importing."),
    "sqlite_utils": ("kh_desktop.store.",),
    "sqlite3": ("kh_desktop.store.",),
    "PySide6": ("kh_desktop.ui.",),
    "shiboken6": ("kh_desktop.ui.",),
}


def _of(*layers: str) -> list[Module]:
    return [m for m in modules() if layer(m.name) in layers]


def test_the_parser_sees_the_house() -> None:
    names = {m.name for m in modules()}
    assert {"kh_desktop.domain.model", "kh_desktop.services.session", "kh_desktop.cli"} <= names
    assert any(i.target == "kh_desktop.domain.errors" for m in _of("services") for i in imports(m))


def test_domain_uses_only_the_standard_library() -> None:
    bad = []
    for module in _of("domain"):
        for item in imports(module):
            top = item.target.split(".")[0]
            if top == "kh_desktop":
                continue
            if top not in sys.stdlib_module_names or top in NOT_IN_DOMAIN:
                bad.append(f"{item.where} imports {item.target}")
    assert not bad, "\n".join(bad)


def test_domain_reads_no_clock_and_no_file() -> None:
    bad = []
    for module in _of("domain"):
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Attribute) and node.func.attr in {"today", "now", "utcnow"}:
                bad.append(f"{module.at(node)} asks the clock")
            if isinstance(node.func, ast.Name) and node.func.id in {"open", "print", "input"}:
                bad.append(f"{module.at(node)} does input or output")
    assert not bad, "\n".join(bad)


def test_layers_import_only_what_is_below_them() -> None:
    bad = []
    for module in modules():
        here = layer(module.name)
        here = "cli" if here.startswith("cli_") else here
        assert here in ALLOWED, f"{module.name}: the house has no place of that name"
        for item in imports(module):
            there = layer(item.target)
            there = "cli" if there.startswith("cli_") else there
            if not there or there in ALLOWED[here] or (there in COMMON and here != "domain"):
                continue
            if here in {"cli", "commands"} and item.target in DOORS and item.in_function:
                continue
            if here == "cli" and item.typing_only and there in ALLOWED["services"]:
                continue
            bad.append(f"{item.where} ({here}) imports {item.target}")
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("library", HEAVY_PLACES)
def test_each_library_stays_in_its_place(library: str) -> None:
    bad = []
    for module in modules():
        if f"{module.name}.".startswith(HEAVY_PLACES[library]) or module.name.startswith(HEAVY_PLACES[library]):
            continue
        bad += [f"{i.where} imports {i.target}" for i in imports(module) if i.target.split(".")[0] == library and not i.typing_only]
    assert not bad, "\n".join(bad)


def _feature(name: str) -> str:
    """The folder of a feature ("grid"); empty for what all features share (ui/*.py and ui/widgets)."""
    parts = name.split(".")
    path_is_folder = any(m.name.startswith(f"kh_desktop.ui.{parts[2]}.") for m in modules()) if len(parts) > 2 else False
    return parts[2] if path_is_folder and parts[2] != "widgets" else ""


def test_feature_folders_do_not_know_one_another() -> None:
    bad = []
    for module in _of("ui"):
        mine = _feature(module.name)
        shared = module.name.startswith("kh_desktop.ui.widgets")
        for item in imports(module):
            if layer(item.target) != "ui":
                continue
            theirs = _feature(item.target)
            if (mine and theirs and mine != theirs) or (shared and theirs):
                bad.append(f"{item.where} imports {item.target}")
            if (mine or shared) and item.target in {"kh_desktop.ui.main_window", "kh_desktop.ui.app"}:
                bad.append(f"{item.where} imports {item.target}")
    assert not bad, "\n".join(bad)
