"""The workspace goes to another folder, drive or stick."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kh_desktop.store import moving


def move_workspace(source: Path, target: Path) -> Path:
    """Copies the closed workspace to ``target`` (which must be free), compares, and keeps the old file aside; returns where.

    Nothing has happened when it fails. KhError: move.taken, move.not_same, workspace.locked, workspace.damaged, disk.full, file.no_access.
    """
    return moving.move(source, target, datetime.now())
