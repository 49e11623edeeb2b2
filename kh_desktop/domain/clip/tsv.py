"""Tab-separated text as spreadsheets put it on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Generator

from kh_desktop.domain.clip.block import Block, Cell, check_cell, check_rows, check_size, lay_out_all, text_at, tidied
from kh_desktop.domain.clip.legacy import mended

_END = re.compile(r"[\t\n]")
# Without backtracking: letters that are no quote, doubled quotes, then a quote that ends the cell.
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"(?=[\t\n]|\Z)')
_NEEDS_QUOTES = re.compile(r'[\t\n"]')
# Rows between two reports of progress.
SLICE = 200


def read_tsv(text: str) -> Block:
    """The block in ``text``. Quoted cells may hold tabs, line breaks and doubled quotes; a stray quote is a quote; a last empty line is
    no row. KhError: see ``block.check_size`` and its neighbours."""
    reading = reading_tsv(text)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def reading_tsv(text: str) -> Generator[float, None, Block]:
    """Reads slice by slice, yielding how much is done (0 to 1), so that a window can show progress and stop; returns the block."""
    check_size(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if '"' not in text:
        check_rows(text.count("\n"))
    rows: list[list[Cell]] = [[]]
    place = 0
    while place <= len(text):
        cell, place = _read_cell(text, place)
        check_cell(len(cell))
        rows[-1].append(Cell(cell))
        if place >= len(text) or (text[place] == "\n" and place + 1 == len(text)):
            break
        if text[place] == "\n":
            rows.append([])
            check_rows(len(rows))
            if len(rows) % SLICE == 0:
                yield place / len(text)
        place += 1
    return tidied(mended(Block(tuple(map(tuple, rows)))))


def _read_cell(text: str, start: int) -> tuple[str, int]:
    """The cell that begins at ``start`` and the place of the tab, line break or end after it."""
    if text.startswith('"', start):
        quoted = _read_quoted(text, start)
        if quoted is not None:
            return quoted
    found = _END.search(text, start)
    end = found.start() if found else len(text)
    return text[start:end], end


def _read_quoted(text: str, start: int) -> tuple[str, int] | None:
    """A quoted cell; None when its quote is not closed at the end of a cell: then the quote is only a quote."""
    found = _QUOTED.match(text, start)
    return None if found is None else (found.group(1).replace('""', '"'), found.end())


def write_tsv(block: Block) -> str:
    """``block`` as tab-separated text; cells with tabs, line breaks or quotes are quoted as Excel does; spanned places are empty."""
    grid = lay_out_all(block)
    return "".join("\t".join(_quoted(text_at(row, at, column)) for column in range(len(row))) + "\r\n" for at, row in enumerate(grid))


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell
