"""Putting the items of one page at their places: lines, rules, table cells with their frames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kh_desktop.documents.fonts import ASCENT, DESCENT, FontSet
from kh_desktop.documents.pages import AnchorBox, HeaderItem, Ink, Item, Page, RowItem, SidesItem, TextItem
from kh_desktop.documents.paginate import Atom, Slice, merged
from kh_desktop.documents.table_measure import PAD_X, PAD_Y, CellBox, RowBox, TableBox
from kh_desktop.documents.text_flow import Line

_RULE_GAP = 4.0


def place_items(page: Page, fonts: FontSet, items: Sequence[Item], atoms: Sequence[Atom], left: float, top: float) -> None:
    """Fill ``page`` with ``items``, the first one at ``top``; what a table repeats on each page is added where a page starts in it."""
    y = top
    at = 0
    while at < len(items):
        item = items[at]
        y += atoms[at].gap if at else 0.0
        if isinstance(item, TextItem):
            place_text(page, fonts, item, y)
            y += atoms[at].height
            at += 1
        elif isinstance(item, SidesItem):
            for offset, text in item.lines:
                place_text(page, fonts, text, y + offset)
            y += atoms[at].height
            at += 1
        else:
            end = at + 1
            while end < len(items) and (following := items[end]) and isinstance(following, RowItem) and following.table is item.table:
                end += 1
            y = _place_table(page, items[at:end], left, y)
            at = end


def place_text(page: Page, fonts: FontSet, item: TextItem, y: float) -> None:
    """One line of a paragraph with the top at ``y``, its rule below."""
    paragraph, line = item.paragraph, item.line
    room = item.x1 - item.x0 - item.indent
    x, stretch = item.x0 + item.indent, 0.0
    if paragraph.align == "center":
        x += (room - line.width) / 2
    elif paragraph.align == "right":
        x += room - line.width
    elif paragraph.align == "justify" and not line.last and line.gaps:
        stretch = max((room - line.width) / line.gaps, 0.0)
    # Line spacing above single adds room over the letters, as in word processors.
    single = fonts.line_height(paragraph.size)
    baseline = y + single * (paragraph.line_spacing - 1) + ASCENT * paragraph.size
    page.inks.append(Ink(x, baseline, paragraph.size, line, stretch))
    if paragraph.rule and line.last:
        length = line.width * paragraph.rule
        middle = x + line.width / 2
        page.rules.append((middle - length / 2, middle + length / 2, baseline + DESCENT * paragraph.size + _RULE_GAP))
    _mark(page, item.x0, y, item.x1, y + item.height, paragraph.anchor)


def _mark(page: Page, x0: float, y0: float, x1: float, y1: float, anchor: str) -> None:
    if not anchor:
        return
    last = page.boxes[-1] if page.boxes else None
    if last and (last.anchor, last.x0, last.x1) == (anchor, x0, x1):
        page.boxes[-1] = AnchorBox(x0, last.y0, x1, y1, anchor)
    else:
        page.boxes.append(AnchorBox(x0, y0, x1, y1, anchor))


def _place_table(page: Page, items: Iterable[Item], left: float, y: float) -> float:
    table: TableBox | None = None
    begins = False
    slices: list[Slice] = []
    for item in items:
        if isinstance(item, HeaderItem):
            table, begins = item.table, True
        elif isinstance(item, RowItem):
            table = item.table
            slices.append(item.piece)
    if table is None:
        return y
    writer = _TableWriter(page, table, left)
    pieces = merged(slices)
    shown: list[tuple[RowBox, Slice | None]] = [(row, None) for row in table.header] if begins or pieces else []
    if pieces and not begins:
        row = table.rows[pieces[0].row]
        label = table.labels.get(pieces[0].row if row.group else row.label)
        if label and (not row.group or pieces[0].start):
            shown.append((label, None))
    y = writer.rows(shown, y)
    body = [(table.rows[piece.row], None if piece.whole else piece) for piece in pieces]
    if pieces:
        writer.reaching_in(pieces[0].row, [row.height for row, _piece in body], y)
    return writer.rows(body, y)


class _TableWriter:
    """Draws rows of one table on one page."""

    def __init__(self, page: Page, table: TableBox, left: float) -> None:
        self.page, self.table, self.left = page, table, left
        self.line = table.line_height
        self.size = table.table.size
        self.ascent = ASCENT * self.size

    def rows(self, shown: Sequence[tuple[RowBox, Slice | None]], y: float) -> float:
        """Draw ``shown`` one below the other from ``y``; the place after the last one."""
        heights = [self._height(row, piece) for row, piece in shown]
        for at, (row, piece) in enumerate(shown):
            for box in row.boxes:
                lines = box.lines[piece.start : piece.end] if piece else box.lines
                self._cell(box, lines, y, sum(heights[at : at + box.rowspan]), middle=piece is None)
            y += heights[at]
        return y

    def reaching_in(self, first: int, heights: Sequence[float], y: float) -> None:
        """Cells that span from the page before into row ``first``: their frame and as much of their text as has room."""
        above = first - 1
        while above >= 0 and self.table.rows[above].joined:
            for box in self.table.rows[above].boxes:
                reach = above + box.rowspan - first
                if reach > 0:
                    height = sum(heights[:reach])
                    self._cell(box, box.lines[: max(int((height - 2 * PAD_Y) / self.line), 1)], y, height, middle=True)
            above -= 1

    def _height(self, row: RowBox, piece: Slice | None) -> float:
        return (piece.end - piece.start) * self.line + 2 * PAD_Y if piece else row.height

    def _cell(self, box: CellBox, lines: Sequence[Line], y: float, height: float, *, middle: bool) -> None:
        x0, x1 = self.left + box.x0, self.left + box.x1
        self.page.frames.append((x0, y, x1, y + height))
        if box.cell.anchor:
            self.page.boxes.append(AnchorBox(x0, y, x1, y + height, box.cell.anchor))
        room = x1 - x0 - 2 * PAD_X
        top = y + ((height - len(lines) * self.line) / 2 if middle else PAD_Y)
        baseline = top + self.ascent
        for line in lines:
            x = x0 + PAD_X
            if box.cell.align == "center":
                x += (room - line.width) / 2
            elif box.cell.align == "right":
                x += room - line.width
            self.page.inks.append(Ink(x, baseline, self.size, line))
            baseline += self.line
