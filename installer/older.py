"""The installer of an "earlier version" for the tests: the same program under a lower number, with one file that the present one lacks.

    older.py OUT.exe TARGET
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import build

VERSION = "0.0.1"
STALE = "_internal/kh_desktop_cu/mo_dun_cu.pyd"


def main(out: Path, target: str) -> None:
    """Makes ``out``, packed quickly."""
    folder = build.WORK / "older"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(build.PROGRAM, folder)
    (folder / STALE).parent.mkdir()
    (folder / STALE).write_bytes(b"left behind")
    build.make_setup("makensis", folder, VERSION, out, target, fast=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
