"""Choices of the office kept in the workspace: JSON by key. Written like every other row, so undo knows them."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from kh_desktop.store.unit_of_work import UnitOfWork


def read(conn: sqlite3.Connection, key: str) -> Any:
    """The value of a setting; None when it was never set."""
    row = conn.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return None if row is None else json.loads(row[0])


def read_all(conn: sqlite3.Connection, prefix: str) -> dict[str, Any]:
    """All settings whose key begins with ``prefix``, by the rest of the key."""
    rows = conn.execute("SELECT key, value FROM setting WHERE substr(key, 1, ?) = ? ORDER BY key", (len(prefix), prefix))
    return {key[len(prefix) :]: json.loads(value) for key, value in rows}


def write(uow: UnitOfWork, key: str, value: Any) -> None:
    """Sets a setting; None takes it away, so that the default counts again."""
    row = uow.conn.execute("SELECT id FROM setting WHERE key = ?", (key,)).fetchone()
    if value is None:
        if row is not None:
            uow.remove("setting", row[0])
        return
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if row is None:
        uow.insert("setting", {"key": key, "value": text})
    else:
        uow.update("setting", row[0], {"value": text})
