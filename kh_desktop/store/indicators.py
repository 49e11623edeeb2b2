"""Rows of indicators, of the targets of plans, and of readings with the log of what they were before."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kh_desktop.domain.indicators import Reading
from kh_desktop.domain.model import Target
from kh_desktop.domain.numbers import of_stored, stored
from kh_desktop.store.plans import rows_where
from kh_desktop.store.rows import target_of, target_values
from kh_desktop.store.unit_of_work import UnitOfWork, Value


def indicator_rows(conn: sqlite3.Connection) -> list[dict[str, Any]]:
    """The office's own indicators and its wording of shipped ones, in order."""
    return rows_where(conn, "indicator", "1 = 1")


def write_indicator(uow: UnitOfWork, key: str, values: Mapping[str, Value]) -> None:
    """Sets columns of the row of an indicator, making it when there is none."""
    row = uow.conn.execute("SELECT id FROM indicator WHERE key = ?", (key,)).fetchone()
    if row is not None:
        uow.update("indicator", row[0], values)
        return
    last = uow.conn.execute("SELECT coalesce(max(position), 0) FROM indicator").fetchone()[0]
    uow.insert("indicator", {"position": float(last) + 1, **values, "key": key})


def remove_indicator(uow: UnitOfWork, key: str) -> None:
    """Takes the row of an indicator away; a shipped one then is as it was shipped."""
    for (id,) in uow.conn.execute("SELECT id FROM indicator WHERE key = ?", (key,)).fetchall():
        uow.remove("indicator", id)


def targets(conn: sqlite3.Connection, plan_id: int) -> tuple[Target, ...]:
    """The targets of a plan, in order."""
    return tuple(map(target_of, rows_where(conn, "target", "plan_id = ?", (plan_id,))))


def plan_of_target(conn: sqlite3.Connection, target_id: int) -> int:
    """The plan a target belongs to; 0 when the target is gone."""
    row = conn.execute("SELECT plan_id FROM target WHERE id = ?", (target_id,)).fetchone()
    return 0 if row is None else int(row[0])


def target(conn: sqlite3.Connection, target_id: int) -> Target | None:
    """One target, or None."""
    rows = rows_where(conn, "target", "id = ?", (target_id,))
    return target_of(rows[0]) if rows else None


def add_target(uow: UnitOfWork, plan_id: int, value: Target) -> int:
    """A new last target of a plan; returns its id."""
    last = uow.conn.execute("SELECT coalesce(max(position), 0) FROM target WHERE plan_id = ?", (plan_id,)).fetchone()[0]
    return uow.insert("target", {"plan_id": plan_id, "position": float(last) + 1, **target_values(value)})


def readings(conn: sqlite3.Connection, *, period: str | None = None, indicator: str | None = None) -> list[Reading]:
    """Stored readings, oldest first; None asks for all periods or all indicators."""
    asked = [(column, value) for column, value in (("period", period), ("indicator", indicator)) if value is not None]
    where = " AND ".join(f"{column} = ?" for column, _ in asked) or "1 = 1"
    # By the columns' places: a dict for each of thousands of rows takes twice as long.
    found = conn.execute(
        "SELECT id, indicator, period, numerator, denominator, value, origin, source, file_id, note, at, who FROM reading "
        f"WHERE {where} ORDER BY id",
        [value for _, value in asked],
    )
    return [_reading(row) for row in found]


def _reading(row: tuple[Any, ...]) -> Reading:
    id, indicator, period, numerator, denominator, value, *rest = row
    return Reading(id, indicator, period, of_stored(numerator), of_stored(denominator), of_stored(value), *rest)


def reading(conn: sqlite3.Connection, reading_id: int) -> Reading | None:
    """One stored reading, or None."""
    columns = "id, indicator, period, numerator, denominator, value, origin, source, file_id, note, at, who"
    row = conn.execute(f"SELECT {columns} FROM reading WHERE id = ?", (reading_id,)).fetchone()
    return None if row is None else _reading(row)


def write_reading(uow: UnitOfWork, reading: Reading) -> int:
    """Stores a reading in place of the one of the same indicator, period, origin and file; returns its id."""
    row = uow.conn.execute(
        "SELECT id FROM reading WHERE period = ? AND indicator = ? AND origin = ? AND file_id = ?",
        (reading.period, reading.indicator, reading.origin, reading.file_id),
    ).fetchone()
    values: dict[str, Value] = {
        "indicator": reading.indicator, "period": reading.period, "numerator": stored(reading.numerator),
        "denominator": stored(reading.denominator), "value": stored(reading.value), "origin": reading.origin, "source": reading.source,
        "file_id": reading.file_id, "note": reading.note, "at": reading.at, "who": reading.who,
    }  # fmt: skip
    if row is None:
        return uow.insert("reading", values)
    before = uow.row("reading", row[0])
    # The same figure again is no change: its day and name stay.
    if any(before[key] != value for key, value in values.items() if key not in ("at", "who")):
        uow.update("reading", row[0], values)
    return int(row[0])


@dataclass(frozen=True, slots=True)
class Past:
    """A figure as it was until ``at`` (ISO time of the change)."""

    at: str
    before: dict[str, str]


def log(conn: sqlite3.Connection, kind: str, ref: int) -> list[Past]:
    """What a row ("reading", "figure_line") was before each change, oldest first; undo leaves its trace, too."""
    found = conn.execute("SELECT at, before FROM figure_log WHERE kind = ? AND ref = ? ORDER BY id", (kind, ref))
    return [Past(at, json.loads(before)) for at, before in found]


def is_used(conn: sqlite3.Connection, key: str) -> bool:
    """Whether an indicator has readings or targets."""
    sql = "SELECT EXISTS (SELECT 1 FROM reading WHERE indicator = :key) OR EXISTS (SELECT 1 FROM target WHERE indicator = :key)"
    return bool(conn.execute(sql, {"key": key}).fetchone()[0])


def periods_with_readings(conn: sqlite3.Connection) -> set[str]:
    """The keys of periods that have a stored reading."""
    return {period for (period,) in conn.execute("SELECT DISTINCT period FROM reading")}
