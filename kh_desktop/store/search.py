"""Reading the folded search texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

_TEXT = {"plan": "title", "section": "heading || ' ' || text", "task_group": "title", "task": "content"}


def find(conn: sqlite3.Connection, words: Sequence[str], limit: int) -> list[tuple[str, int, int, int, str]]:
    """(kind, id, plan id, year, text) of the rows whose folded text has all folded ``words``."""
    conditions = " AND ".join("s.folded LIKE ? ESCAPE '\\'" for _ in words)
    patterns = ["%" + w.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%" for w in words]
    rows = conn.execute(
        f"SELECT s.kind, s.ref, s.plan_id, p.year FROM search_text s JOIN plan p ON p.id = s.plan_id WHERE {conditions} "
        "ORDER BY p.year DESC, s.plan_id DESC, s.kind, s.ref LIMIT ?",
        (*patterns, limit),
    ).fetchall()
    return [(kind, ref, plan_id, year, _text(conn, kind, ref)) for kind, ref, plan_id, year in rows]


def _text(conn: sqlite3.Connection, kind: str, ref: int) -> str:
    return str(conn.execute(f"SELECT {_TEXT[kind]} FROM {kind} WHERE id = ?", (ref,)).fetchone()[0])
