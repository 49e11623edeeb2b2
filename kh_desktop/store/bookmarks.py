"""Where a person was in the wizard of each plan. Not recorded: walking through the wizard is no undo step."""

from __future__ import annotations

import sqlite3

from kh_desktop.store.unit_of_work import UnitOfWork


def read(conn: sqlite3.Connection, plan_id: int) -> tuple[str, str, bool]:
    """(step, visited steps as JSON, finished); empty texts when the wizard was never opened."""
    row = conn.execute("SELECT step, visited FROM bookmark WHERE plan_id = ?", (plan_id,)).fetchone()
    done = conn.execute("SELECT wizard_done FROM plan WHERE id = ?", (plan_id,)).fetchone()
    step, visited = row or ("", "[]")
    return step, visited, bool(done and done[0])


def write(uow: UnitOfWork, plan_id: int, step: str, visited: str) -> None:
    """Remembers the step."""
    uow.conn.execute("INSERT OR REPLACE INTO bookmark (plan_id, step, visited) VALUES (?, ?, ?)", (plan_id, step, visited))
