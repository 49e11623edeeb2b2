"""Loads everything the program could ever ask for, so that a module that a build has forgotten is found before an official finds it.

The compiled code of each of our modules names what it imports, inside functions too; nothing needs to be listed by hand.
"""

from __future__ import annotations

import dis
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from types import CodeType, ModuleType
from typing import Any

# Modules of the standard library that other systems have.
_ELSEWHERE = {"fcntl", "msvcrt", "winreg", "pwd"}


def load_all(package: ModuleType, *, window: bool) -> list[str]:
    """Imports all modules of ``package`` and whatever they name; the names of what is not ours. ``window``: also the window and Qt.
    ImportError names what is missing."""
    foreign: set[str] = set()
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        ours = found.name.split(".")[1]
        if ours == "__main__" or (ours == "ui" and not window):
            continue
        importlib.import_module(found.name)
        foreign |= {name for name in named(found.name) if name.split(".")[0] != package.__name__}
    for name in sorted(foreign - _ELSEWHERE):
        if window or name.split(".")[0] not in ("PySide6", "shiboken6"):
            importlib.import_module(name)
    return sorted(name for name in foreign if name.split(".")[0] not in sys.stdlib_module_names)


def named(module: str) -> set[str]:
    """The modules that the code of ``module`` imports at any time."""
    spec = importlib.import_module(module).__spec__
    loader: Any = spec.loader if spec is not None else None
    if spec is not None and spec.origin and not hasattr(loader, "get_code"):
        loader = SourceFileLoader(module, spec.origin)
    code = loader.get_code(module) if loader is not None else None
    return {str(i.argval) for c in _codes(code) for i in dis.get_instructions(c) if i.opname == "IMPORT_NAME" and i.argval}


def _codes(code: CodeType | None) -> Iterator[CodeType]:
    if code is not None:
        yield code
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                yield from _codes(constant)
