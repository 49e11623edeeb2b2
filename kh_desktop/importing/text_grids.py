"""Tables that plain text still shows as such: tabs between the cells, Markdown's bars, or a file of separated values."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence

from kh_desktop.domain.clip.block import MAX_COLUMNS
from kh_desktop.domain.column_titles import is_title
from kh_desktop.importing.blocks import Cell, Paragraph, Table
from kh_desktop.importing.text_lines import Line
from kh_desktop.importing.text_marks import BREAK, paragraph, plain, without_markdown

_BARS = re.compile(r"(?<!\\)\|")
_DIVIDER = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)*\s*:?-{2,}:?\s*\|?\s*")
_QUOTED = re.compile(r'(^|\t)"([^"]*+(?:""[^"]*+)*+)"(?=\t|$)', re.MULTILINE)
_MOST_HEADERS = 3

Grid = list[list[str]]


def unquoted(text: str) -> str:
    """``text`` with tab-separated cells freed of the quotes a spreadsheet puts around line breaks; those become ``BREAK``."""
    if "\t" not in text or '"' not in text:
        return text
    return _QUOTED.sub(_unquoted, text)


def _unquoted(found: re.Match[str]) -> str:
    inner = found.group(2)
    if "\n" not in inner and '""' not in inner and "\t" not in inner:
        return found.group()
    return found.group(1) + inner.replace('""', '"').replace("\n", BREAK).replace("\t", " ")


def tab_table(lines: Sequence[Line], start: int) -> tuple[Table, int] | None:
    """The tab-separated table that begins at ``lines[start]`` and the line behind it; None when none begins there."""
    if "\t" not in lines[start].raw.strip(" "):
        return None
    end = start
    while end < len(lines) and "\t" in lines[end].raw:
        end += 1
    rows = [line.raw.strip(" ").split("\t") for line in lines[start:end]]
    inner = [len(line.text_cells) for line in map(_Row, rows)]
    if end - start < 2 or max(inner) < 2 or sum(count >= 2 for count in inner) * 2 < len(inner):
        return None
    return table(rows, lines[start:end]), end


class _Row:
    """A row of a tab-separated table while it is looked at."""

    def __init__(self, cells: Sequence[str]) -> None:
        self.text_cells = [cell for cell in cells if cell.strip()]


def bar_table(lines: Sequence[Line], start: int) -> tuple[Table, int] | None:
    """The Markdown table that begins at ``lines[start]`` and the line behind it; None when none begins there."""
    if "|" not in lines[start].text or start + 1 >= len(lines) or not _DIVIDER.fullmatch(lines[start + 1].text):
        return None
    if "|" not in lines[start + 1].text:
        return None
    end = start
    while end < len(lines) and "|" in lines[end].text and (end == start or lines[end].gap == 0):
        end += 1
    kept = [line for line in lines[start:end] if not _DIVIDER.fullmatch(line.text)]
    rows = [_barred(line.text) for line in kept]
    return table(rows, kept), end


def _barred(text: str) -> list[str]:
    inner = text.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [without_markdown(cell.replace("\\|", "|")) for cell in _BARS.split(inner)]


def separated_values(text: str) -> Grid | None:
    """The rows of a whole text of separated values; None when it is not one."""
    lines = [line for line in text.split("\n") if line.strip()][:50]
    if len(lines) < 2:
        return None
    for sign in ";,":
        counts = [line.count(sign) for line in lines if '"' not in line] or [0]
        if min(counts) >= 2 and (min(counts) == max(counts) or _is_header(lines[0].split(sign))):
            rows = list(csv.reader(io.StringIO(text), delimiter=sign))
            rows = [row for row in rows if any(cell.strip() for cell in row)]
            if len({len(row) for row in rows}) == 1:
                return [[cell.strip().replace("\n", BREAK) for cell in row] for row in rows]
    return None


def _is_header(cells: Sequence[str]) -> bool:
    filled = [plain(cell) for cell in cells if plain(cell)]
    return len(filled) >= 2 and all(map(is_title, filled))


def table(rows: Grid, lines: Sequence[Line] = (), *, markdown: Callable[[str], str] | None = None) -> Table:
    """A table of ``rows``: titles of the header reach over the empty cells beside and below them, as they did where the text comes from;
    rows that repeat the header begin pages."""
    rows = [[markdown(cell) if markdown else cell for cell in row[:MAX_COLUMNS]] for row in rows]
    width = max(len(row) for row in rows)
    while width > 1 and not any(plain(row[width - 1]) for row in rows if len(row) >= width):
        width -= 1
    grid = [[row[c] if c < len(row) else "" for c in range(width)] for row in rows]
    header = _header_rows(grid)
    starts = [0, *_repeated(grid, header)]
    cells: list[Cell] = []
    spans = _header_spans(grid[:header])
    for at, row in enumerate(grid):
        top = next((s for s in reversed(starts) if s <= at), 0)
        page = lines[at].page if at < len(lines) else 0
        for column, text in enumerate(row):
            if plain(text):
                down, across = spans.get((at - top, column), (1, 1)) if at - top < header else (1, 1)
                cells.append(Cell(at, column, _paragraphs(text, page), down, across))
    pages = tuple(starts[1:])
    ruled = width > 2 or header > 0
    return Table(tuple(cells), len(grid), width, ruled, False, header if pages else 0, pages, lines[0].page if lines else 0)


def _paragraphs(text: str, page: int) -> tuple[Paragraph, ...]:
    made = (paragraph(line, page=page) for line in text.split(BREAK))
    return tuple(p for p in made if p.text)


def _header_rows(grid: Grid) -> int:
    """How many rows at the top are titles of columns."""
    if not _is_header(grid[0]):
        return 0
    rows = 1
    while rows < min(_MOST_HEADERS, len(grid)):
        row = grid[rows]
        if plain(row[0]) or not any(map(plain, row)) or not all(is_title(plain(cell)) for cell in row if plain(cell)):
            break
        rows += 1
    return rows


def _repeated(grid: Grid, header: int) -> list[int]:
    """Rows below the first header where the same header stands again."""
    if not header:
        return []
    titles = [[plain(cell).casefold() for cell in row] for row in grid[:header]]
    found, at = [], header
    first = titles[0]
    while at + header <= len(grid):
        if plain(grid[at][0]).casefold() == first[0] and [[plain(c).casefold() for c in row] for row in grid[at : at + header]] == titles:
            found.append(at)
            at += header
        else:
            at += 1
    return found


def _header_spans(header: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """How many rows and columns the titles reach over: beside them while there are titles below, else down to the last row."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    height = len(header)
    for at, row in enumerate(header):
        for column, text in enumerate(row):
            if not plain(text):
                continue
            below = at + 1 < height and bool(plain(header[at + 1][column]))
            across = 1
            while below and column + across < len(row) and not plain(row[column + across]) and plain(header[at + 1][column + across]):
                across += 1
            down = 1
            while across == 1 and not below and at + down < height and not plain(header[at + down][column]):
                down += 1
            spans[at, column] = down, across
    return spans
