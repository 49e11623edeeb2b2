"""What the clipboard brings from Word, Excel, LibreOffice or a browser, as blocks."""

from __future__ import annotations

from collections.abc import Sequence

from kh_desktop.domain.clip import block as clip
from kh_desktop.domain.clip.html_reader import read_html as read_clip
from kh_desktop.importing.blocks import Block, Cell, Notice, Paragraph, Source, Table


def read_html(html: str, name: str = "") -> Source:
    """The paragraphs and tables of ``html``, in order; bold is kept where a whole paragraph or cell is bold. Old Vietnamese letters give a
    notice "legacy_font" ("?" behind the name: seen, not converted). KhError "paste.…" for more than anybody means to paste."""
    found = read_clip(html)
    notices = (Notice("legacy_font", text=found.legacy),) if found.legacy else ()
    return Source("html", name, tuple(_blocks(found)), notices)


def _blocks(found: clip.Block) -> list[Block]:
    blocks: list[Block] = []
    start = 0
    for at in range(len(found.rows) + 1):
        ends = at == len(found.rows) or at in found.loose
        if (ends or at in found.starts) and at > start:
            blocks += _table(found.rows[start:at])
            start = at
        if ends and at < len(found.rows):
            cell = found.rows[at][0]
            blocks += _paragraphs(cell.text, bold=cell.bold)
            start = at + 1
    return blocks


def _paragraphs(text: str, *, bold: bool) -> tuple[Paragraph, ...]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple(Paragraph(line, bold=bold) for line in lines if line)


def _table(rows: Sequence[tuple[clip.Cell, ...]]) -> list[Table]:
    """The table of ``rows``; none when it is empty."""
    grid = clip.lay_out(clip.Block(tuple(rows)))
    if not grid:
        return []
    height, width = len(grid), len(grid[0])
    cells = []
    for top, row in enumerate(grid):
        for left, spot in enumerate(row):
            if spot.cell.text and spot.top == top and spot.left == left:
                down = sum(grid[r][left] is spot for r in range(top, height))
                across = sum(row[c] is spot for c in range(left, width))
                cells.append(Cell(top, left, _paragraphs(spot.cell.text, bold=spot.cell.bold), down, across))
    return [Table(tuple(cells), height, width, ruled=width > 1)]
