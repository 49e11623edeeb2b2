"""Rows of the files of figures, of the lines of a period's forms, and of how columns of unknown exports are read."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kh_desktop.store.plans import rows_where
from kh_desktop.store.rows import dump
from kh_desktop.store.unit_of_work import UnitOfWork, Value

_FILE = "id, period, name, layout, unit, sha256, size, row_count, added, who, summary"
_LINE = "id, period, form, file_id, position, field, counts, note, at, who"


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of figures as it was read, without its rows. ``unit``: whose figures; ``size`` in bytes; ``summary`` what was summed."""

    id: int
    period: str
    name: str
    layout: str
    unit: str
    sha256: str
    size: int
    row_count: int
    added: str
    who: str
    summary: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a form ("06a", "pakn", "review", …) of a period: from a file, or typed (``file_id`` 0). ``counts`` by column."""

    id: int
    period: str
    form: str
    file_id: int
    position: float
    field: str
    counts: dict[str, int]
    note: str
    at: str
    who: str


def files(conn: sqlite3.Connection, period: str) -> list[FileRow]:
    """The files of a period, oldest first; their rows stay packed."""
    return [_file(row) for row in conn.execute(f"SELECT {_FILE} FROM figure_file WHERE period = ? ORDER BY id", (period,))]


def file(conn: sqlite3.Connection, file_id: int) -> FileRow | None:
    """One file, or None."""
    row = conn.execute(f"SELECT {_FILE} FROM figure_file WHERE id = ?", (file_id,)).fetchone()
    return None if row is None else _file(row)


def _file(row: tuple[Any, ...]) -> FileRow:
    own: list[Any] = [*row[:-1], json.loads(row[-1] or "{}")]
    return FileRow(*own)


def layouts(conn: sqlite3.Connection) -> dict[int, str]:
    """The layout of each file, by its id."""
    return dict(conn.execute("SELECT id, layout FROM figure_file").fetchall())


def same_file(conn: sqlite3.Connection, period: str, sha256: str) -> list[FileRow]:
    """Files of the period with these very bytes (each sheet is a file of its own)."""
    found = conn.execute(f"SELECT {_FILE} FROM figure_file WHERE period = ? AND sha256 = ? ORDER BY id", (period, sha256))
    return [_file(row) for row in found]


def periods_with_figures(conn: sqlite3.Connection) -> set[str]:
    """The keys of periods that have a file or a line."""
    found = conn.execute("SELECT period FROM figure_file UNION SELECT period FROM figure_line")
    return {period for (period,) in found}


def add_file(uow: UnitOfWork, values: Mapping[str, Value], summary: Mapping[str, Any], rows: object) -> int:
    """Stores a file: ``values`` are its own columns (period, name, layout, unit, sha256, size, row_count, added, who); ``rows``, anything
    JSON can hold, are packed. Returns its id."""
    return uow.insert("figure_file", {**values, "summary": dump(summary), "packed": pack(rows)})


def pack(rows: object) -> bytes:
    """Rows of a file as they are stored: JSON, deflated (50,000 dossiers take about 1 MB)."""
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), 6)


def file_rows(conn: sqlite3.Connection, file_id: int) -> Any:
    """The rows of a file as they were given to ``add_file``; None when the file is gone."""
    row = conn.execute("SELECT packed FROM figure_file WHERE id = ?", (file_id,)).fetchone()
    if row is None:
        return None
    return json.loads(zlib.decompress(row[0]).decode("utf-8")) if row[0] else []


def remove_file(uow: UnitOfWork, file_id: int) -> None:
    """Deletes a file with its lines and with the readings that came from it."""
    for table in ("figure_line", "reading"):
        for (id,) in uow.conn.execute(f"SELECT id FROM {table} WHERE file_id = ?", (file_id,)).fetchall():
            uow.remove(table, id)
    uow.remove("figure_file", file_id)


def lines(conn: sqlite3.Connection, period: str, form: str) -> list[LineRow]:
    """The lines of a form of a period, in order: those of files first, typed ones by their place."""
    return list(all_lines(conn, form, [period]))


def all_lines(conn: sqlite3.Connection, form: str, periods: Sequence[str] | None = None) -> Iterator[LineRow]:
    """The lines of a form over ``periods`` (None: all), period by period."""
    where, params = "form = ?", [form]
    if periods is not None:
        where += f" AND period IN ({', '.join('?' * len(periods))})"
        params += periods
    found = conn.execute(f"SELECT {_LINE} FROM figure_line WHERE {where} ORDER BY period, file_id = 0, position, id", params)
    return map(_line, found)


def line(conn: sqlite3.Connection, line_id: int) -> LineRow | None:
    """One line, or None."""
    row = conn.execute(f"SELECT {_LINE} FROM figure_line WHERE id = ?", (line_id,)).fetchone()
    return None if row is None else _line(row)


def _line(row: tuple[Any, ...]) -> LineRow:
    id, period, form, file_id, position, field, counts, note, at, who = row
    return LineRow(id, period, form, file_id, position, field, json.loads(counts or "{}"), note, at, who)


def add_line(
    uow: UnitOfWork,
    period: str,
    form: str,
    field: str,
    counts: Mapping[str, int],
    *,
    file_id: int = 0,
    note: str = "",
    at: str = "",
    who: str = "",
) -> int:
    """A new last line of a form; returns its id."""
    last = uow.conn.execute("SELECT coalesce(max(position), 0) FROM figure_line WHERE period = ? AND form = ?", (period, form))
    place = float(last.fetchone()[0]) + 1
    return uow.insert(
        "figure_line",
        {
            "period": period, "form": form, "file_id": file_id, "position": place, "field": field,
            "counts": json.dumps(counts, ensure_ascii=False, sort_keys=True), "note": note, "at": at, "who": who,
        },
    )  # fmt: skip


def update_line(uow: UnitOfWork, line_id: int, *, counts: Mapping[str, int] | None = None, **values: Value) -> bool:
    """Changes counts, field, note, at or who of a line; False when nothing differs."""
    if counts is not None:
        values["counts"] = json.dumps(counts, ensure_ascii=False, sort_keys=True)
    return uow.update("figure_line", line_id, values)


def remove_line(uow: UnitOfWork, line_id: int) -> None:
    """Deletes a line."""
    uow.remove("figure_line", line_id)


def layout_map(conn: sqlite3.Connection, signature: str) -> tuple[str, dict[str, Any]] | None:
    """(name, mapping) of an export the office explained once; ``signature`` is made of its header."""
    rows = rows_where(conn, "layout_map", "signature = ?", (signature,), order="id")
    return (rows[0]["name"], json.loads(rows[0]["mapping"])) if rows else None


def layout_maps(conn: sqlite3.Connection) -> dict[str, tuple[str, dict[str, Any]]]:
    """All explained exports, by signature."""
    return {r["signature"]: (r["name"], json.loads(r["mapping"])) for r in rows_where(conn, "layout_map", "1 = 1", order="id")}


def write_layout_map(uow: UnitOfWork, signature: str, name: str, mapping: Mapping[str, Any] | None) -> None:
    """Remembers how an export is read; None forgets it."""
    row = uow.conn.execute("SELECT id FROM layout_map WHERE signature = ?", (signature,)).fetchone()
    if mapping is None:
        if row is not None:
            uow.remove("layout_map", row[0])
        return
    values: dict[str, Value] = {"name": name, "mapping": dump(mapping)}
    if row is None:
        uow.insert("layout_map", {"signature": signature, **values})
    else:
        uow.update("layout_map", row[0], values)
