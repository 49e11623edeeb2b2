"""A form of figures as a sheet: header block, joined titles, column numbers, sums as formulas, total row, footnotes, who made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kh_desktop.documents.workbook import Figure, FigureRow, FigureSheet, at
from kh_desktop.domain.report_forms import FormColumn, ReportForm

TOTAL = "TỔNG SỐ"
_WIDTH = 257.0  # mm between the margins of A4 landscape


@dataclass(frozen=True, slots=True)
class FormHead:
    """What stands above a form: who reports to whom, for which period, counted in what."""

    agency: str
    receiver: str
    period: str
    unit: str


@dataclass(frozen=True, slots=True)
class FormLine:
    """A row of a form: its label and its numbers by column key; None: nothing arose."""

    label: str
    values: Mapping[str, int | Decimal | None]


def build_form(
    form: ReportForm, head: FormHead, lines: Sequence[FormLine], *, name: str = "", notes: Sequence[str] = (), foot: Sequence[str] = ()
) -> FigureSheet:
    """The sheet of a form. Columns with ``sum_of`` are formulas, and so is the total row; ``foot``: who signs, from the left."""
    columns = form.columns
    count = len(columns)
    rows = [*_head_rows(form, head, count)]
    first = len(rows) + 1
    rows += _title_rows(columns)
    rows.append(FigureRow(tuple(Figure(f"({n})", align="center", italic=True, size=10) for n in range(1, count + 1))))
    last = len(rows)
    begin = last + 1
    for place, line in enumerate(lines, start=1):
        rows.append(_line_row(columns, line, place, len(rows) + 1))
    rows.append(_total_row(columns, lines, begin, len(rows) + 1))
    for note in notes:
        rows.append(FigureRow((Figure(note, italic=True, frame=False, colspan=count, size=11),)))
    rows += _foot_rows(foot, count)
    scale = _WIDTH / sum(column.width for column in columns)
    widths = tuple(round(column.width * scale, 2) for column in columns)
    return FigureSheet(name or form.name, widths, tuple(rows), (first, last))


def _head_rows(form: ReportForm, head: FormHead, count: int) -> list[FigureRow]:
    """Number and legal line left, title and period in the middle, who reports to whom right."""
    left, right = max(count // 5, 2), max(count // 4, 2)
    middle = count - left - right
    lines = (
        (form.name, form.title.upper(), f"Đơn vị báo cáo: {head.agency}"),
        (form.legal_line, f"Kỳ báo cáo: {head.period}", f"Đơn vị nhận báo cáo: {head.receiver or '…'}"),
        ("", "", f"Đơn vị tính: {head.unit}"),
    )
    rows = []
    for place, (a, b, c) in enumerate(lines):
        cells: list[Figure | None] = [None] * count
        cells[0] = Figure(a, bold=place == 0, frame=False, colspan=left)
        size = 13.0 if place == 0 else 12.0
        cells[left] = Figure(b, bold=place == 0, italic=place == 1, align="center", frame=False, colspan=middle, size=size)
        cells[left + middle] = Figure(c, frame=False, colspan=right)
        rows.append(FigureRow(tuple(cells)))
    return [*rows, FigureRow((Figure("", frame=False),), height=6.0)]


def _title_rows(columns: Sequence[FormColumn]) -> list[FigureRow]:
    """The titles, group over group, joined where they are the same."""
    depth = max(len(column.group) for column in columns) + 1
    grid: list[list[Figure | None]] = [[None] * len(columns) for _ in range(depth)]
    for place, column in enumerate(columns):
        path = (*column.group, column.label)
        for level, label in enumerate(path):
            before = columns[place - 1].group if place else ()
            if level < len(column.group) and before[: level + 1] == column.group[: level + 1]:
                continue
            wide = _same(columns, place, level) if level < len(column.group) else 1
            high = depth - level if level == len(path) - 1 else 1
            grid[level][place] = Figure(label, bold=True, align="center", colspan=wide, rowspan=high, size=11)
    return [FigureRow(tuple(row)) for row in grid]


def _same(columns: Sequence[FormColumn], place: int, level: int) -> int:
    wide = 1
    group = columns[place].group[: level + 1]
    while place + wide < len(columns) and columns[place + wide].group[: level + 1] == group:
        wide += 1
    return wide


def _line_row(columns: Sequence[FormColumn], line: FormLine, place: int, row: int) -> FigureRow:
    cells: list[Figure] = []
    for column in columns:
        if column.kind == "text":
            text = str(place) if column.key == "no" else line.label if column.key == "label" else ""
            cells.append(Figure(text, align="center" if column.key == "no" else "left"))
            continue
        formula = _sum(columns, column, row)
        value = _number(line.values, column)
        cells.append(Figure(value, formula, align="right", decimals=1 if column.kind == "percent" else 0))
    return FigureRow(tuple(cells))


def _total_row(columns: Sequence[FormColumn], lines: Sequence[FormLine], begin: int, row: int) -> FigureRow:
    texts = 0
    while texts < len(columns) and columns[texts].kind == "text":
        texts += 1
    cells: list[Figure | None] = [Figure(TOTAL, bold=True, align="center", colspan=max(texts, 1)), *[None] * (max(texts, 1) - 1)]
    for place, column in enumerate(columns[texts:], start=texts + 1):
        if not column.adds_up:
            cells.append(Figure(""))
            continue
        summed = sum(_number(line.values, column) or 0 for line in lines)
        formula = _sum(columns, column, row) or (f"SUM({at(begin, place)}:{at(row - 1, place)})" if lines else "")
        cells.append(Figure(summed, formula, bold=True, align="right"))
    return FigureRow(tuple(cells))


def _number(values: Mapping[str, int | Decimal | None], column: FormColumn) -> int | Decimal | None:
    """The number of a column; a sum is worked out as its formula does."""
    if column.sum_of:
        return sum((values.get(key) or 0 for key in column.sum_of), 0)
    return values.get(column.key, 0)


def _sum(columns: Sequence[FormColumn], column: FormColumn, row: int) -> str:
    place = {c.key: n for n, c in enumerate(columns, start=1)}
    return "+".join(at(row, place[key]) for key in column.sum_of)


def _foot_rows(foot: Sequence[str], count: int) -> list[FigureRow]:
    """Who made the form and who answers for it, with room to sign."""
    if not foot:
        return []
    share = count // len(foot)
    cells: list[Figure | None] = [None] * count
    for place, text in enumerate(foot):
        cells[place * share] = Figure(text, bold=True, align="center", frame=False, colspan=share)
    return [FigureRow((Figure("", frame=False),), height=10.0), FigureRow(tuple(cells)), FigureRow((Figure("", frame=False),), height=60.0)]
