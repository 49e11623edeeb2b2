"""Numbers given to issued plans."""

from __future__ import annotations

import sqlite3


def title_with_number(conn: sqlite3.Connection, number: str, code: str, year: str, except_id: int) -> str | None:
    """The title of another issued plan that has this number in ``year``, or None."""
    row = conn.execute(
        "SELECT title FROM plan WHERE number = ? AND code = ? AND substr(issued, 1, 4) = ? AND state = 'issued' AND id != ?",
        (number, code, year, except_id),
    ).fetchone()
    return None if row is None else str(row[0])


def numbers_of_year(conn: sqlite3.Connection, year: str) -> list[str]:
    """The numbers given in ``year``."""
    return [n for (n,) in conn.execute("SELECT number FROM plan WHERE substr(issued, 1, 4) = ? AND number != ''", (year,))]


def newer_version(conn: sqlite3.Connection, plan_id: int) -> int | None:
    """The plan that replaces ``plan_id``, or None."""
    row = conn.execute("SELECT id FROM plan WHERE previous_id = ?", (plan_id,)).fetchone()
    return None if row is None else int(row[0])
