"""Workbooks of figures as systems export them, made for tests: grouped headers with joined cells, column numbers, totals, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def book(*sheets: tuple[str, Sequence[Sequence[Any]]], merged: Sequence[str] = ()) -> bytes:
    """A workbook of plain rows; ``merged`` ranges are joined on the first sheet."""
    wb = Workbook()
    wb.remove(wb.active)
    for name, rows in sheets:
        ws = wb.create_sheet(name)
        for row in rows:
            ws.append(list(row))
    for area in merged:
        wb.worksheets[0].merge_cells(area)
    out = BytesIO()
    wb.save(out)
    return out.getvalue()


def export(
    labels: Sequence[str], rows: Sequence[Sequence[Any]], *, above: Sequence[str] = (), numbers: bool = False, joined: bool = True
) -> bytes:
    """An export whose ``labels`` ("Tiếp nhận: Trong kỳ: Trực tuyến") become a header of as many rows as they have parts."""
    wb = Workbook()
    ws = wb.active
    for line in above:
        ws.append([line])
    top = len(above) + 1
    parts = [label.split(": ") for label in labels]
    height = max(map(len, parts))
    _header(ws, parts, top, height, joined)
    row = top + height
    if numbers:
        for col in range(len(labels)):
            ws.cell(row, col + 1, f"({col + 1})")
        row += 1
    for values in rows:
        for col, value in enumerate(values):
            if value is not None:
                ws.cell(row, col + 1, value)
        row += 1
    out = BytesIO()
    wb.save(out)
    return out.getvalue()


def _header(ws: Worksheet, parts: Sequence[Sequence[str]], top: int, height: int, joined: bool) -> None:
    for col, path in enumerate(parts):
        for depth, text in enumerate(path):
            first = col == 0 or list(parts[col - 1][: depth + 1]) != list(path[: depth + 1])
            if first:
                ws.cell(top + depth, col + 1, text)
                last = col
                while last + 1 < len(parts) and list(parts[last + 1][: depth + 1]) == list(path[: depth + 1]):
                    last += 1
                down = height - 1 if depth == len(path) - 1 else depth
                if joined and (last > col or down > depth):
                    ws.merge_cells(start_row=top + depth, start_column=col + 1, end_row=top + down, end_column=last + 1)
