"""What a table of figures is worth before it is taken in: lines of II.06a, the total it states, dossiers, readings of indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

from kh_desktop.domain import form06a
from kh_desktop.domain.dossiers import Case, count_cases, without_doubles
from kh_desktop.domain.form06a import Line06a
from kh_desktop.domain.indicators import Reading
from kh_desktop.domain.periods import Period
from kh_desktop.domain.vitext import fold
from kh_desktop.importing.figure_tables import FigureRow
from kh_desktop.services.figure_files import FigureTable


@dataclass(frozen=True, slots=True)
class TableSummary:
    """What a table will add to a period: its rows, the sum of its lines (None when it has none), its readings, and how many of its
    dossiers other files have already."""

    rows: int
    total: Line06a | None
    readings: tuple[Reading, ...]
    doubles: int = 0


def summary_of(table: FigureTable, period: Period, known: set[str]) -> TableSummary:
    """What ``table`` will add; ``known``: codes of dossiers that are there already (see ``figures.known_codes``), left as they are."""
    if table.read is None or table.layout is None:
        return TableSummary(0, None, ())
    count = len(table.read.rows) + len(table.read.dossiers)
    if table.layout.kind == "dossiers":
        kept, doubles = without_doubles(cases_of(table), set(known))
        lines = count_cases(kept, period.start, period.end)
        return TableSummary(count, form06a.sum_lines(lines), (), len(doubles))
    lines = lines_of(table)
    return TableSummary(count, form06a.sum_lines(lines) if lines else None, tuple(readings_of(table, period, 0, "", "")))


def own_rows(table: FigureTable) -> list[FigureRow]:
    """The rows that count: in a table by units only that of the chosen unit, unless all rows are ours."""
    rows = list(table.read.rows) if table.read else []
    return [row for row in rows if row.label == table.unit] if table.units and not table.all_rows else rows


def lines_of(table: FigureTable) -> tuple[Line06a, ...]:
    """The rows of a table of counts as lines of II.06a; rows of one field are summed."""
    layout = table.layout
    if layout is None or layout.kind != "counts":
        return ()
    groups: dict[str, list[Line06a]] = {}
    for row in own_rows(table):
        counts = {column: sum(row.counts.get(p, 0) for p in layout.parts(column, table.present)) for column in layout.counts}
        stated = {f"stated.{key}": row.counts[key] for key in ("received", "settled", "open") if key in row.counts}
        name = {"field": row.label, "procedure": table.field or row.group}.get(layout.rows, table.field)
        groups.setdefault(fold(name), []).append(form06a.line_of(name, {**counts, **stated}, sheet=table.sheet, row=row.row))
    return tuple(lines[0] if len(lines) == 1 else form06a.sum_lines(lines, lines[0].field) for lines in groups.values())


def total_of(table: FigureTable) -> dict[str, int]:
    """The whole table's total as the file states it, by column of II.06a, with its row; empty when it states none."""
    layout, read = table.layout, table.read
    if layout is None or read is None or layout.kind != "counts" or (table.units and not table.all_rows) or not read.totals:
        return {}
    row = read.totals[-1]
    found = {}
    for column in layout.counts:
        parts = layout.parts(column, table.present)
        if parts and column != "withdrawn" and all(part in row.counts for part in parts):
            found[column] = sum(row.counts[part] for part in parts)
    found |= {key: row.counts[key] for key in ("received", "settled", "open") if key in row.counts}
    return {**found, "row": row.row}


def cases_of(table: FigureTable) -> list[Case]:
    """The dossiers of a register, with what a person said of those that name no field or channel."""
    assert table.read is not None
    return [
        Case(d.code, d.field or table.field, d.received, d.due, d.returned, d.channel or table.channel, d.status)
        for d in table.read.dossiers
    ]


def packed(table: FigureTable, kept: Sequence[Case]) -> object:
    """The rows as they are kept with the file: enough to show and to count again."""
    assert table.read is not None
    if kept:
        return [[c.code, c.field, c.received, c.due, c.returned, c.channel, c.status] for c in kept]
    if table.read.dossiers:
        return [list(asdict(d).values()) for d in table.read.dossiers]
    return [[row.row, row.label, row.group, dict(row.counts)] for row in own_rows(table)]


def readings_of(table: FigureTable, period: Period, file_id: int, who: str, at: str) -> list[Reading]:
    """The indicators a table yields: sums above and below the line; none where the table lacks the columns."""
    layout, rows = table.layout, own_rows(table)
    found = []
    for ratio in layout.ratios if layout else ():
        if set(ratio.numerator) <= table.present and set(ratio.denominator) <= table.present:
            above, below = (sum(row.counts.get(key, 0) for row in rows for key in keys) for keys in (ratio.numerator, ratio.denominator))
            source = f"{table.name}, {table.sheet}"
            found.append(
                Reading(
                    indicator=ratio.indicator, period=period.key, numerator=Decimal(above), denominator=Decimal(below),
                    origin="imported", source=source, file_id=file_id, at=at, who=who,
                )
            )  # fmt: skip
    return found
