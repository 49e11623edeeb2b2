"""Tables on the clipboard: tab-separated text as Excel writes and reads it, and an HTML table for Word. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

Table = list[list[str]]

_CELL = "border:0.5pt solid black;padding:2pt 4pt;vertical-align:top"


def to_tsv(table: Sequence[Sequence[str]]) -> str:
    """``table`` as tab-separated text; cells with tabs, line breaks or quotes are quoted as Excel does."""
    return "".join("\t".join(_quoted(cell) for cell in row) + "\r\n" for row in table)


def _quoted(cell: str) -> str:
    if not any(char in cell for char in '\t\n"'):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def to_html(table: Sequence[Sequence[str]]) -> str:
    """``table`` as an HTML table; line breaks inside a cell stay in the cell when Excel reads it."""
    rows = []
    for row in table:
        cells = "".join(f'<td style="{_CELL}">{_marked_up(cell)}</td>' for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    return f'<html><head><meta charset="utf-8"></head><body><table style="border-collapse:collapse">{"".join(rows)}</table></body></html>'


def _marked_up(cell: str) -> str:
    return escape(cell).replace("\n", '<br style="mso-data-placement:same-cell">')


def from_tsv(text: str) -> Table:
    """The table in tab-separated ``text``: quoted cells may hold tabs, line breaks and doubled quotes; a last empty line is no row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: Table = [[]]
    place = 0
    while place <= len(text):
        cell, place = _read_cell(text, place)
        rows[-1].append(cell)
        if place >= len(text):
            break
        if text[place] == "\n":
            if place + 1 == len(text):
                break
            rows.append([])
        place += 1
    return rows


def _read_cell(text: str, start: int) -> tuple[str, int]:
    """The cell that begins at ``start`` and the place of the tab, line break or end after it."""
    quoted = _read_quoted(text, start) if text.startswith('"', start) else None
    if quoted is not None:
        return quoted
    end = start
    while end < len(text) and text[end] not in "\t\n":
        end += 1
    return text[start:end], end


def _read_quoted(text: str, start: int) -> tuple[str, int] | None:
    """A quoted cell; None when the quote is never closed before a tab or line end, so that a stray quote is only a quote."""
    place = start + 1
    while True:
        end = text.find('"', place)
        if end < 0:
            return None
        if text.startswith('""', end):
            place = end + 2
            continue
        after = end + 1
        if after < len(text) and text[after] not in "\t\n":
            return None
        return text[start + 1 : end].replace('""', '"'), after


def is_one_cell(table: Table) -> bool:
    """Whether the clipboard holds a single cell."""
    return len(table) == 1 and len(table[0]) == 1
