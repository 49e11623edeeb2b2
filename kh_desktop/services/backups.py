"""Backups and the health of a workspace."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kh_desktop.domain.errors import WorkspaceError
from kh_desktop.services.messages import error_text, text
from kh_desktop.services.session import Session
from kh_desktop.store import backup
from kh_desktop.store.backup import Backup
from kh_desktop.store.check import findings

__all__ = ["Backup", "backup_now", "doctor", "list_backups", "restore"]


def backup_now(s: Session) -> Path:
    """A verified backup at once; returns its file."""
    return s.workspace.backup("tay")


def list_backups(path: Path) -> list[Backup]:
    """The backups of the workspace at ``path``, newest first."""
    return backup.list_backups(path)


def restore(path: Path, chosen: Path) -> Path | None:
    """Puts a backup in the place of the (closed) workspace; returns where the present file was kept aside.

    WorkspaceError: backup.damaged, workspace.locked, disk.full.
    """
    in_folder = backup.folder_of(path) / chosen.name
    # The list shows names; a name alone means the backup of this workspace.
    return backup.restore(path, in_folder if not chosen.exists() and in_folder.exists() else chosen, datetime.now())


def doctor(path: Path) -> list[str]:
    """What is wrong with the workspace at ``path``, one sentence each; empty when it is sound. Changes nothing."""
    try:
        return [text(code, **params) for code, params in findings(path)]
    except WorkspaceError as error:
        return [error_text(error)]
