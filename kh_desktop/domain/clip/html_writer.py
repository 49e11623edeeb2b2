"""A block as an HTML table that Excel, Word and LibreOffice take over with its borders, spans and widths."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from html import escape

from kh_desktop.domain.clip.block import Block, Cell

_CELL = "border:.5pt solid windowtext;padding:2pt 4pt;vertical-align:top"
# "@": the text stays as it is, "=…" is no formula and "1.1" no date; Excel reads the style, LibreOffice the attribute.
_TEXT = 'mso-number-format:"\\@"'
_TEXT_TOO = ' sdnum="1033;0;@"'
# A line break does not begin a new row in Excel.
_BREAK = "<br style='mso-data-placement:same-cell'>"
_BLANKS = re.compile(" {2,}")


def write_html(block: Block, *, widths: Sequence[float] = (), header_rows: int = 0, centred: Collection[int] = ()) -> str:
    """``block`` as a page with one table. ``widths``: of the columns in mm; ``header_rows``: so many first rows are repeated as header
    and centred; ``centred``: columns whose cells stand in the middle."""
    columns = "".join(f'<col style="width:{round(width * 72 / 25.4)}pt">' for width in widths)
    rows = []
    for at, row in enumerate(block.rows):
        header = at < header_rows
        cells = "".join(_cell(cell, header or (number in centred and cell.colspan == 1)) for number, cell in enumerate(row))
        rows.append(f"<tr>{cells}</tr>")
    if header_rows:
        rows[:header_rows] = ["<thead>", *rows[:header_rows], "</thead>", "<tbody>"]
        rows.append("</tbody>")
    return (
        "<html><head><meta charset=\"utf-8\"><style>td{mso-number-format:'\\@'}</style></head><body>"
        "<table border=1 style=\"border-collapse:collapse;font-family:'Times New Roman',serif;font-size:12pt\">"
        f"{columns}{''.join(rows)}</table></body></html>"
    )


def _cell(cell: Cell, centred: bool) -> str:
    spans = (f" rowspan={cell.rowspan}" if cell.rowspan > 1 else "") + (f" colspan={cell.colspan}" if cell.colspan > 1 else "")
    middle = ";text-align:center" if centred else ""
    text = _marked_up(cell.text)
    return f"<td{spans}{_TEXT_TOO} style='{_CELL}{middle};{_TEXT}'>{f'<b>{text}</b>' if cell.bold else text}</td>"


def _marked_up(text: str) -> str:
    """Line breaks stay in the cell, runs of blanks stay as many as they are."""
    return _BLANKS.sub(lambda run: "&nbsp;" * (len(run.group()) - 1) + " ", escape(text)).replace("\n", _BREAK)
