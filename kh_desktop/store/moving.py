"""A workspace goes to another place: copied while it is locked, compared, and only then is the old file put aside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kh_desktop.domain.errors import KhError, WorkspaceError
from kh_desktop.files import replace_file
from kh_desktop.store.backup import keep_aside
from kh_desktop.store.known_errors import known_errors, os_error
from kh_desktop.store.lock import acquire
from kh_desktop.store.schema import APPLICATION_ID
from kh_desktop.store.uri import read_only_uri


def move(source: Path, target: Path, now: datetime) -> Path:
    """Puts the (closed) workspace ``source`` at ``target``; where the old file was kept aside, in the old place's folder of backups.

    Nothing has happened when it fails. WorkspaceError: workspace.locked, workspace.damaged, move.not_same; KhError: move.taken (something
    is at ``target``), disk.full, file.no_access.
    """
    held = acquire(source)
    try:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise os_error(error, target.parent) from error
        if target.exists():
            raise KhError("move.taken", path=target)
        held_there = acquire(target)
        try:
            _copy(source, target)
            try:
                return keep_aside(source, now, "truoc-chuyen") or source
            except OSError as error:
                # The old file is still in its place and stays the only one.
                target.unlink(missing_ok=True)
                raise os_error(error, source) from error
        finally:
            held_there.release()
    finally:
        held.release()


def _copy(source: Path, target: Path) -> None:
    partial = target.with_name(target.name + ".tmp")
    try:
        with known_errors(source), closing(sqlite3.connect(read_only_uri(source), uri=True)) as old:
            if old.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise WorkspaceError("workspace.not_ours", path=source)
            with known_errors(target), closing(sqlite3.connect(partial)) as new:
                old.backup(new)
                new.execute("PRAGMA journal_mode = DELETE")
                if new.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok" or _contents(new) != _contents(old):
                    raise WorkspaceError("move.not_same", path=target)
        replace_file(partial, target)
    except OSError as error:
        raise os_error(error, target) from error
    finally:
        partial.unlink(missing_ok=True)


def _contents(conn: sqlite3.Connection) -> list[tuple[str, int]]:
    """Each table of the file with its number of rows, and the version of its shape."""
    tables = [name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    version = int(conn.execute("PRAGMA user_version").fetchone()[0])
    return [("", version), *((name, int(conn.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])) for name in tables)]
