"""Places in an ordered list: numbers with room between them, so that inserting one row writes one row."""

from __future__ import annotations

from collections.abc import Sequence

from kh_desktop.store.unit_of_work import UnitOfWork

_SMALLEST_GAP = 1e-6


def siblings(uow: UnitOfWork, table: str, column: str, parent: int) -> list[tuple[int, float]]:
    """(id, position) of the rows of ``table`` under ``parent``, in order."""
    return list(uow.conn.execute(f"SELECT id, position FROM {table} WHERE {column} = ? ORDER BY position, id", (parent,)))


def make_room(uow: UnitOfWork, table: str, rows: Sequence[tuple[int, float]], at: int | None, count: int) -> list[float]:
    """``count`` rising positions before the ``at``-th of ``rows`` (None: at the end); moves the others only when no room is left."""
    at = len(rows) if at is None else max(0, min(at, len(rows)))
    low = rows[at - 1][1] if at else (rows[0][1] - count - 1 if rows else 0.0)
    if at == len(rows):
        return [low + 1 + i for i in range(count)]
    step = (rows[at][1] - low) / (count + 1)
    if step > _SMALLEST_GAP:
        return [low + step * (i + 1) for i in range(count)]
    for place, (id, _) in enumerate(rows, start=1):
        uow.update(table, id, {"position": float(place if place <= at else place + count)})
    return [float(at + 1 + i) for i in range(count)]
