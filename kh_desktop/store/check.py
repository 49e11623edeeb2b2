"""Is a workspace sound? Read-only."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from kh_desktop.domain.errors import WorkspaceError
from kh_desktop.store.known_errors import known_errors
from kh_desktop.store.schema import APPLICATION_ID, VERSION
from kh_desktop.store.uri import has_journal, read_only_uri


def findings(path: Path) -> list[tuple[str, dict[str, object]]]:
    """What is wrong with the file at ``path``: (message code, parameters)."""
    if not path.is_file():
        raise WorkspaceError("file.missing", path=path)
    # Without a journal beside it the file is read as it is, so that looking leaves nothing behind.
    uri = read_only_uri(path, immutable=not has_journal(path))
    with known_errors(path), closing(sqlite3.connect(uri, uri=True)) as conn:
        if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise WorkspaceError("workspace.not_ours", path=path)
        version = conn.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise WorkspaceError("workspace.newer", path=path)
        found: list[tuple[str, dict[str, object]]] = []
        if conn.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            found.append(("workspace.damaged", {"path": path}))
        for table, row, *_ in conn.execute("PRAGMA foreign_key_check"):
            found.append(("doctor.orphan", {"table": table, "row": row}))
        return found
