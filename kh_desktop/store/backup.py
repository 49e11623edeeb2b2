"""Backups beside the workspace: made online, verified, thinned to recent + daily + weekly + monthly; restore keeps the present file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kh_desktop.domain.errors import WorkspaceError
from kh_desktop.files import replace_file
from kh_desktop.store.known_errors import known_errors, os_error
from kh_desktop.store.lock import acquire
from kh_desktop.store.schema import APPLICATION_ID
from kh_desktop.store.uri import read_only_uri

_STAMP = "%Y%m%d-%H%M%S"
RECENT, DAYS, WEEKS, MONTHS = 10, 14, 8, 24


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file: when it was made, why ("dong", "dinh-ky", "tay", "truoc-nang-cap"), how many bytes."""

    path: Path
    at: datetime
    reason: str
    size: int


def folder_of(workspace: Path) -> Path:
    """The folder that holds the backups of ``workspace``."""
    return workspace.with_name(f"{workspace.stem} - sao lưu")


def list_backups(workspace: Path) -> list[Backup]:
    """The backups of ``workspace``, newest first; files with other names are left alone."""
    found = []
    for path in folder_of(workspace).glob("*.khdb"):
        with suppress(ValueError, OSError):
            found.append(Backup(path, _moment(path.stem[:15]), path.stem[16:], path.stat().st_size))
    return sorted(found, key=lambda b: (b.at, b.path.name), reverse=True)


def _moment(stamp: str) -> datetime:
    """When a backup was made, from its name; ValueError for a name of another kind. Asked at every start, where ``strptime`` would bring
    in the names of months and days of the system."""
    at = datetime.fromisoformat(stamp)
    if at.strftime(_STAMP) != stamp:
        raise ValueError(stamp)
    return at


def newest(workspace: Path) -> datetime | None:
    """When the newest backup was made."""
    backups = list_backups(workspace)
    return backups[0].at if backups else None


def make(conn: sqlite3.Connection, workspace: Path, reason: str, now: datetime) -> Path:
    """Copies the open workspace into the backup folder, checks the copy, thins the older ones. OSError and full disks as WorkspaceError."""
    folder = folder_of(workspace)
    target = _free(folder, now, reason)
    partial = target.with_suffix(".tmp")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(partial)) as copy:
            conn.backup(copy)
            # A copy of a WAL file would need its own journal beside it; a backup is one plain file.
            copy.execute("PRAGMA journal_mode = DELETE")
            if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise WorkspaceError("backup.damaged", path=target)
        replace_file(partial, target)
    except OSError as error:
        raise WorkspaceError(os_error(error, folder).code, path=folder) from error
    finally:
        partial.unlink(missing_ok=True)
    _thin(workspace)
    return target


def _free(folder: Path, now: datetime, reason: str) -> Path:
    """A name in the backup folder that no file has: two backups within a second never overwrite one another."""
    target, count = folder / f"{now.strftime(_STAMP)}-{reason}.khdb", 1
    while target.exists():
        count += 1
        target = folder / f"{now.strftime(_STAMP)}-{reason}-{count}.khdb"
    return target


def _thin(workspace: Path) -> None:
    backups = list_backups(workspace)
    keep = kept([b.at for b in backups])
    for index, backup in enumerate(backups):
        # What was kept aside by a restore, a move or before an upgrade is a person's way back: only they delete it.
        if index not in keep and not backup.reason.startswith(("truoc-nang-cap", "truoc-khoi-phuc", "truoc-chuyen")):
            with suppress(OSError):
                backup.path.unlink()


def kept(times: list[datetime]) -> set[int]:
    """Indexes (newest first) to keep: the newest ``RECENT``, then the newest of each of the last days, weeks and months that have one."""
    keep = set(range(min(RECENT, len(times))))
    rules: Iterable[tuple[int, Callable[[datetime], object]]] = (
        (DAYS, lambda t: t.date()),
        (WEEKS, lambda t: t.isocalendar()[:2]),
        (MONTHS, lambda t: (t.year, t.month)),
    )
    for limit, key in rules:
        seen: dict[object, int] = {}
        for index, time in enumerate(times):
            seen.setdefault(key(time), index)
        keep.update(list(seen.values())[:limit])
    return keep


def restore(workspace: Path, chosen: Path, now: datetime) -> Path | None:
    """Puts the backup ``chosen`` in the place of ``workspace`` (which must be closed). The present file is kept aside; returns where.

    WorkspaceError: backup.damaged, workspace.locked, disk.full.
    """
    held = acquire(workspace)
    try:
        with known_errors(chosen), closing(sqlite3.connect(read_only_uri(chosen), uri=True)) as source:
            ours = source.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            if not ours or source.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise WorkspaceError("backup.damaged", path=chosen)
            partial = workspace.with_name(workspace.name + ".tmp")
            try:
                # Copied before anything moves: a full disk leaves the present file in its place.
                with known_errors(partial), closing(sqlite3.connect(partial)) as copy:
                    source.backup(copy)
                aside = keep_aside(workspace, now, "truoc-khoi-phuc")
                replace_file(partial, workspace)
            finally:
                partial.unlink(missing_ok=True)
        return aside
    except OSError as error:
        raise WorkspaceError(os_error(error, workspace).code, path=workspace) from error
    finally:
        held.release()


def keep_aside(workspace: Path, now: datetime, reason: str) -> Path | None:
    """Moves a present (perhaps damaged) workspace with its journal files into the backup folder, byte for byte. All of them or none: a
    workspace without its journal would lack what was written last. OSError when another program has one of them open."""
    if not workspace.exists():
        return None
    folder = folder_of(workspace)
    folder.mkdir(parents=True, exist_ok=True)
    aside = _free(folder, now, reason)
    moved: list[tuple[Path, Path]] = []
    try:
        # The file itself first: it is the one that others have open.
        for suffix in ("", "-wal", "-shm", "-journal"):
            part = workspace.with_name(workspace.name + suffix)
            if part.exists():
                replace_file(part, aside.with_name(aside.name + suffix))
                moved.append((part, aside.with_name(aside.name + suffix)))
    except OSError:
        for part, kept in reversed(moved):
            replace_file(kept, part)
        raise
    return aside
