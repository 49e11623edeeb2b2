"""The only writer of a workspace: a transaction that remembers what each row was before and after.

Undo and redo replay these images, so no command writes its own inverse. Outside a unit of work the connection refuses writes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from kh_desktop.domain.errors import KhError
from kh_desktop.store.schema import TABLES, empty

Value = str | int | float | bytes | None
Image = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; None where it did not exist."""

    table: str
    id: int
    before: Image | None
    after: Image | None


@dataclass(slots=True)
class Step:
    """What one command did: its label code with parameters, and its changes in order."""

    label: str
    params: dict[str, object]
    changes: list[Change] = field(default_factory=list)


class UnitOfWork:
    """Writes inside one open transaction. Made by ``Workspace.unit_of_work``; do not keep it."""

    def __init__(self, conn: sqlite3.Connection, next_ids: dict[str, int]) -> None:
        self.conn = conn
        self._next_ids = next_ids
        self.changes: list[Change] = []

    def row(self, table: str, id: int) -> Image:
        """The row as a dict. KhError "row.gone" when it does not exist."""
        found = self.find(table, id)
        if found is None:
            raise KhError("row.gone")
        return found

    def find(self, table: str, id: int) -> Image | None:
        """The row as a dict, or None."""
        columns = TABLES[table]
        values = self.conn.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?", (id,)).fetchone()
        return None if values is None else dict(zip(columns, values, strict=True))

    def insert(self, table: str, values: Mapping[str, Value]) -> int:
        """A new row; missing columns are empty. Returns its id, which is never used again in this session."""
        image = {c: values.get(c, empty(c)) for c in TABLES[table]}
        id = self._next_id(table)
        write_row(self.conn, table, id, image)
        self.changes.append(Change(table, id, None, image))
        return id

    def update(self, table: str, id: int, values: Mapping[str, Value]) -> bool:
        """Changes columns of a row; False when nothing differs (then nothing is recorded)."""
        before = self.row(table, id)
        after = {**before, **values}
        if after == before:
            return False
        changed = [c for c in TABLES[table] if after[c] != before[c]]
        sets = ", ".join(f"{c} = ?" for c in changed)
        self.conn.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*(after[c] for c in changed), id))
        self.changes.append(Change(table, id, before, after))
        return True

    def remove(self, table: str, id: int) -> None:
        """Deletes a row. Its children must have been removed before (nothing cascades: everything is recorded)."""
        before = self.row(table, id)
        self.conn.execute(f"DELETE FROM {table} WHERE id = ?", (id,))
        self.changes.append(Change(table, id, before, None))

    def _next_id(self, table: str) -> int:
        known = self._next_ids.get(table)
        if known is None:
            known = self.conn.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0]
            if table == "task":
                # A removed task leaves its history behind; a new one must not be taken for it.
                known = max(known, self.conn.execute("SELECT coalesce(max(task_id), 0) + 1 FROM task_log").fetchone()[0])
            if table in ("reading", "figure_line"):  # the same holds for figures
                past = self.conn.execute("SELECT coalesce(max(ref), 0) + 1 FROM figure_log WHERE kind = ?", (table,))
                known = max(known, past.fetchone()[0])
        self._next_ids[table] = known + 1
        return int(known)


def settled(changes: list[Change]) -> list[Change]:
    """``changes`` without rows that in the end are as they were at first: a command that changed its mind is no undo step."""
    first: dict[tuple[str, int], Image | None] = {}
    last: dict[tuple[str, int], Image | None] = {}
    for change in changes:
        first.setdefault((change.table, change.id), change.before)
        last[change.table, change.id] = change.after
    same = {key for key, image in first.items() if image == last[key]}
    return [change for change in changes if (change.table, change.id) not in same] if same else changes


def write_row(conn: sqlite3.Connection, table: str, id: int, image: Image) -> None:
    """Inserts a whole row under its id."""
    columns = TABLES[table]
    marks = ", ".join("?" * (len(columns) + 1))
    conn.execute(f"INSERT INTO {table} (id, {', '.join(columns)}) VALUES ({marks})", (id, *(image[c] for c in columns)))


def replay(conn: sqlite3.Connection, changes: list[Change], *, backwards: bool) -> list[Change]:
    """Puts rows back (``backwards``) or forward again inside the open transaction; returns the changes as they now happened."""
    done = []
    for change in reversed(changes) if backwards else changes:
        old, new = (change.after, change.before) if backwards else (change.before, change.after)
        if old is not None and new is not None:
            sets = ", ".join(f"{c} = ?" for c in new)
            conn.execute(f"UPDATE {change.table} SET {sets} WHERE id = ?", (*new.values(), change.id))
        elif old is not None:
            conn.execute(f"DELETE FROM {change.table} WHERE id = ?", (change.id,))
        elif new is not None:
            write_row(conn, change.table, change.id, new)
        done.append(Change(change.table, change.id, old, new))
    return done
