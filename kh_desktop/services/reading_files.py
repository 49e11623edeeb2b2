"""Tables of readings in Excel, CSV or JSON: indicator and result, or numerator and denominator. All of a file is taken, or nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from kh_desktop.domain.cell_names import cell_name
from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.indicators import Indicator, Reading
from kh_desktop.domain.periods import period_of
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.services.indicator_book import indicators
from kh_desktop.services.messages import Said, said
from kh_desktop.services.readings import checked, doubts, error_of, now, user
from kh_desktop.services.schedule import report_rules
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import indicators as store
from kh_desktop.store.known_errors import os_error

_MOST = 20_000_000
_COLUMNS = {
    "indicator": ("indicator", "chi tieu", "ma chi tieu", "ten chi tieu", "ma", "key"),
    "value": ("value", "ket qua", "gia tri", "ty le", "so lieu", "ket qua (%)", "ty le (%)", "gia tri (%)"),
    "num": ("num", "numerator", "tu so"),
    "den": ("den", "denominator", "mau so"),
    "note": ("note", "ghi chu"),
}


@dataclass(frozen=True, slots=True)
class ReadingImport:
    """What a table of readings gave: ``added`` figures stored, ``doubts`` about some of them."""

    changes: ChangeSet
    added: int
    doubts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a table: its fields, and where each stands ("Trang tính1!B3", "dòng 3")."""

    fields: dict[str, str]
    places: dict[str, str]


_Cells = dict[int, tuple[str, str]]
"""The cells of a row by column: the text, and where it stands."""


def import_readings(s: Session, path: Path, period: str, *, who: str = "") -> ReadingImport:
    """Takes a table of readings for a period: one step, in place of what an earlier table gave for the same indicators.

    Indicators are named by key or by name (marks and case do not count). KhError file.missing, file.unreadable, import.…,
    readings.no_table, and readings.refused with the first wrong place (sheet and cell) when anything is wrong; UsageError readings.kind.
    """
    period_of(report_rules(s), period)
    known = indicators(s)
    by_name = {fold(name): i for i in reversed(known) for name in (i.name, i.key)}
    made: dict[str, Reading] = {}
    wrong: list[Said] = []
    source, at, name = clean_line(path.name), now(), clean_line(who) or user()
    for row in _rows(path):
        try:
            found = _indicator(by_name, row, made)
            base = Reading(0, found.key, period, origin="imported", source=source, note=row.fields.get("note", ""), at=at, who=name)
            made[found.key] = checked(found, base, *(row.fields.get(key, "") for key in ("num", "den", "value")))
        except KhError as error:
            wrong.append(said("readings.problem", place=_place(row, error), reason=error_of(error)))
    if wrong:
        raise KhError("readings.refused", count=len(wrong), first=wrong[0])
    if not made:
        raise KhError("readings.no_table", path=path)
    with s.step("reading.import", count=len(made), file=source) as doing:
        for reading in made.values():
            store.write_reading(doing.uow, reading)
    of = {i.key: i for i in known}
    return ReadingImport(doing.changes, len(made), tuple(d for r in made.values() for d in doubts(of[r.indicator], r)))


def _indicator(by_name: dict[str, Indicator], row: _Row, made: dict[str, Reading]) -> Indicator:
    named = row.fields.get("indicator", "")
    found = by_name.get(fold(named))
    if found is None:
        raise UsageError("readings.unknown", value=named[:80])
    if found.key in made:
        raise UsageError("readings.twice", value=named[:80])
    return found


def _place(row: _Row, error: KhError) -> str:
    """The cell that is wrong, as far as the error says which."""
    value = str(error.params.get("value", ""))
    wrong = next((key for key, text in row.fields.items() if value and clean_line(text)[:80] == value), "indicator")
    return row.places.get(wrong) or next(iter(row.places.values()))


def _rows(path: Path) -> Iterator[_Row]:
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv", ".json"):
        raise UsageError("readings.kind", suffix=path.suffix or "?")
    try:
        if path.stat().st_size > _MOST:
            raise KhError("answers.too_big", path=path)
        data = path.read_bytes()
    except OSError as error:
        raise os_error(error, path) from error
    if suffix == ".json":
        return _of_json(data, path)
    if suffix == ".csv":
        return _of_table(_csv_cells(data, path), path)
    return _of_table(_sheet_cells(data), path)


def _of_json(data: bytes, path: Path) -> Iterator[_Row]:
    try:
        # Numbers stay as they are written: 94.5 must not become 94.49999.
        items = json.loads(data.decode("utf-8-sig"), parse_float=lambda number: number.replace(".", ","), parse_int=str)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise KhError("answers.not_json", path=path) from error
    if isinstance(items, dict):
        items = items.get("readings")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise KhError("readings.no_table", path=path)
    for number, item in enumerate(items, start=1):
        fields = {key: clean_line(str(item[name])) for key in _COLUMNS for name in item if _column(name) == key and item[name] is not None}
        yield _Row(fields, {"indicator": f"mục {number}"})


def _csv_cells(data: bytes, path: Path) -> list[_Cells]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KhError("readings.no_table", path=path) from error
    # Excel with Vietnamese settings parts the cells with ";", for the comma parts the decimals.
    first = text.partition("\n")[0]
    mark = max(";\t,", key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=mark)
    try:
        return [{n: (cell, f"dòng {number}, cột {n + 1}") for n, cell in enumerate(row)} for number, row in enumerate(rows, start=1)]
    except csv.Error as error:  # a cell without end
        raise KhError("readings.no_table", path=path) from error


def _sheet_cells(data: bytes) -> list[_Cells]:
    """The cells of the first sheet that has any, as text: what a cell in per cent holds as 0.95 is "95%"."""
    from kh_desktop.importing.xlsx_sheets import read_sheets

    for sheet in read_sheets(data):
        rows: dict[int, _Cells] = {}
        for (row, col), cell in sheet.cells.items():
            rows.setdefault(row, {})[col] = (_cell_text(cell.value, cell.shown), f"{sheet.name}!{cell_name(row, col)}")
        if rows:
            return [rows[row] for row in sorted(rows)]
    return []


def _cell_text(value: object, shown: str) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            number = Decimal(repr(value))
        except InvalidOperation:
            return shown
        plain = f"{number * 100:f}%" if shown.rstrip().endswith("%") else f"{number:f}"
        return plain.replace(".", ",")
    return shown


def _of_table(cells: Sequence[_Cells], path: Path) -> Iterator[_Row]:
    """The lines under the first row that names an indicator column and a column of figures."""
    for number, row in enumerate(cells):
        columns = {key: place for place, (text, _) in sorted(row.items(), reverse=True) if (key := _column(text))}
        if "indicator" in columns and ("value" in columns or {"num", "den"} <= columns.keys()):
            for line in cells[number + 1 :]:
                found = {key: line[place] for key, place in columns.items() if place in line}
                fields = {key: clean_line(text) for key, (text, _) in found.items()}
                if any(fields.values()):
                    yield _Row(fields, {key: at for key, (_, at) in found.items()})
            return
    raise KhError("readings.no_table", path=path)


def _column(title: str) -> str:
    name = fold(clean_line(title))
    return next((key for key, names in _COLUMNS.items() if name in names), "")
