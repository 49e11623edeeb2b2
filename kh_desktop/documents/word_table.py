"""A table of the Word file as one string of XML: python-docx's own ``table.cell()`` is quadratic (2,000 rows never end)."""

from __future__ import annotations

from collections.abc import Iterator

from kh_desktop.documents.office_text import escape
from kh_desktop.documents.tree import Align, Cell, Row, Table
from kh_desktop.documents.word_styles import table_style_id, twips

_MARGINS = {"top": 60, "left": 80, "bottom": 60, "right": 80}  # twips around a cell's text
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_JC = {"left": "left", "center": "center", "right": "right", "justify": "both"}
# Lines a row may have and still be kept whole: half a page. A row that is higher than a page must be allowed to break.
_MOST_KEPT_LINES = 24


def table_xml(table: Table, room: float) -> str:
    """The whole table: fixed widths, header rows repeated on each page, rows kept whole, spans both ways.

    ``room`` in mm: a table wider than that is made narrower in proportion, so that nothing stands beyond the page."""
    return _TableWriter(table, room).xml()


class _TableWriter:
    def __init__(self, table: Table, room: float) -> None:
        self._table = table
        share = min(1.0, (room + 0.1) / max(sum(table.widths), 0.1))
        self._widths = [twips(width * share) for width in table.widths]
        self._open: dict[int, tuple[int, int]] = {}  # column -> (rows still covered from above, columns covered)
        self._cell_style = table_style_id(table.size, "Cell")
        self._header_style = table_style_id(table.size, "Header")
        self._starts: dict[tuple[Align, bool, bool, bool], str] = {}

    def xml(self) -> str:
        pieces = [self._head()]
        for rows, header in ((self._table.header, True), (self._table.rows, False)):
            self._open.clear()
            last = len(rows)
            for number, row in enumerate(rows):
                pieces.append(self._row(row, header, last - number))
        pieces.append("</w:tbl>")
        return "".join(pieces)

    def _head(self) -> str:
        borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
        margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in _MARGINS.items())
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self._widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )

    def _row(self, row: Row, header: bool, rows_left: int) -> str:
        if header:
            start = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        elif self._is_high(row):
            start = "<w:tr>"
        else:
            start = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        return f"{start}{''.join(self._cells(row, header, rows_left))}</w:tr>"

    def _cells(self, row: Row, header: bool, rows_left: int) -> Iterator[str]:
        column, count = 0, len(self._widths)
        for cell in row.cells:
            while column in self._open:
                covered, column = self._covered(column)
                yield covered
            if column >= count:
                break
            span = 1
            while span < cell.colspan and column + span < count and column + span not in self._open:
                span += 1
            down = max(1, min(cell.rowspan, rows_left))
            merge = ""
            if down > 1:
                self._open[column] = (down - 1, span)
                merge = '<w:vMerge w:val="restart"/>'
            yield self._cell(cell, column, span, merge, header, row.group)
            column += span
        while column < count:
            if column in self._open:
                covered, column = self._covered(column)
                yield covered
            else:
                yield f"{self._properties(column, 1, '')}{self._start('left', False, False, header, False)}</w:p></w:tc>"
                column += 1

    def _covered(self, column: int) -> tuple[str, int]:
        rows, span = self._open.pop(column)
        if rows > 1:
            self._open[column] = (rows - 1, span)
        return f"{self._properties(column, span, '<w:vMerge/>')}<w:p/></w:tc>", column + span

    def _properties(self, column: int, span: int, merge: str) -> str:
        width = self._widths[column] if span == 1 else sum(self._widths[column : column + span])
        grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid}{merge}<w:vAlign w:val="center"/></w:tcPr>'

    def _cell(self, cell: Cell, column: int, span: int, merge: str, header: bool, group: bool) -> str:
        start = self._start(cell.align, cell.bold, cell.italic, header, group)
        text = "\n".join(cell.lines) if len(cell.lines) != 1 else cell.lines[0]
        if not text:
            return f"{self._properties(column, span, merge)}{start}</w:p></w:tc>"
        marks = _marks(cell, header)
        run = f'{start}<w:r>{marks}<w:t xml:space="preserve">'
        lines = escape(text).replace("\n", f"</w:t></w:r></w:p>{run}")
        return f"{self._properties(column, span, merge)}{run}{lines}</w:t></w:r></w:p></w:tc>"

    def _start(self, align: Align, bold: bool, italic: bool, header: bool, group: bool) -> str:
        """The opening of a paragraph of a cell, made once for each dress."""
        key = (align, header, group, bold)
        start = self._starts.get(key)
        if start is None:
            style = self._header_style if header else self._cell_style
            keep = "<w:keepNext/>" if group and not header else ""
            jc = "" if align == ("center" if header else "left") else f'<w:jc w:val="{_JC[align]}"/>'
            start = self._starts[key] = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{jc}</w:pPr>'
        return start

    def _is_high(self, row: Row) -> bool:
        """Whether a row might be higher than half a page; a rough count is enough, and is cheap."""
        for number, cell in enumerate(row.cells):
            length = sum(map(len, cell.lines))
            if length < 200 and len(cell.lines) < _MOST_KEPT_LINES:
                continue
            width = self._table.widths[number] if len(row.cells) == len(self._widths) else min(self._table.widths)
            letters_on_line = max(width / (self._table.size * 0.18), 1)
            if length / letters_on_line + len(cell.lines) > _MOST_KEPT_LINES:
                return True
        return False


def _marks(cell: Cell, header: bool) -> str:
    marks = "" if cell.bold == header else f'<w:b w:val="{int(cell.bold)}"/><w:bCs w:val="{int(cell.bold)}"/>'
    if cell.italic:
        marks += "<w:i/><w:iCs/>"
    return f"<w:rPr>{marks}</w:rPr>" if marks else ""
