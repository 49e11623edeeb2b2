"""Where the files shipped with the program are: in a checkout, an installed wheel or a frozen program."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen)] if frozen else []
    # A wheel carries resources/ and i18n/ inside the package (pyproject maps them), a checkout has them beside it.
    places += [here / "_data", here.parent]
    return next((p for p in places if (p / "resources").is_dir()), here.parent)


def resource_path(*parts: str) -> Path:
    """Path of a shipped file under ``resources/``."""
    return _root().joinpath("resources", *parts)


def i18n_path(name: str) -> Path:
    """Path of a translation file under ``i18n/``."""
    return _root() / "i18n" / name


def resource_json(*parts: str) -> object:
    """The content of a shipped JSON file."""
    return json.loads(resource_path(*parts).read_text(encoding="utf-8"))
