"""Rows of the files kept with a plan."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

Listed = tuple[int, str, str, str, int, str]


def list_of(conn: sqlite3.Connection, plan_id: int) -> list[Listed]:
    """(id, name, kind, sha256, size, added) of a plan's files, oldest first; never their contents."""
    return list(conn.execute("SELECT id, name, kind, sha256, size, added FROM attachment WHERE plan_id = ? ORDER BY id", (plan_id,)))


def list_by_id(conn: sqlite3.Connection, ids: Sequence[int]) -> list[Listed]:
    """The same of these files, whatever plan they are kept with."""
    marks = ", ".join("?" * len(ids))
    return list(conn.execute(f"SELECT id, name, kind, sha256, size, added FROM attachment WHERE id IN ({marks}) ORDER BY id", tuple(ids)))


def content_of(conn: sqlite3.Connection, attachment_id: int) -> tuple[str, str, bytes] | None:
    """(name, sha256, content) of one file, or None."""
    found: tuple[str, str, bytes] | None = conn.execute(
        "SELECT name, sha256, content FROM attachment WHERE id = ?", (attachment_id,)
    ).fetchone()
    return found


def name_of(conn: sqlite3.Connection, attachment_id: int) -> str | None:
    """The name of one file, or None."""
    row = conn.execute("SELECT name FROM attachment WHERE id = ?", (attachment_id,)).fetchone()
    return None if row is None else str(row[0])


def read_in_untouched(conn: sqlite3.Connection) -> set[int]:
    """The plans that were read from a file and whose tasks nobody has noted anything about since."""
    sql = (
        "SELECT DISTINCT plan_id FROM attachment a WHERE kind = 'original' "
        "AND NOT EXISTS (SELECT 1 FROM task t WHERE t.plan_id = a.plan_id AND t.state <> 'todo') "
        "AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.plan_id = a.plan_id)"
    )
    return {plan_id for (plan_id,) in conn.execute(sql)}
