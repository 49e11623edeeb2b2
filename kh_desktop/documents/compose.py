"""A document as pages of placed lines, rules and boxes. All lengths in pt, measured from the top left corner of the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kh_desktop.documents.fonts import ASCENT
from kh_desktop.documents.layout import PT_PER_MM, layout
from kh_desktop.documents.pages import HeaderItem, Ink, Item, Page, RowItem, SidesItem, TextItem
from kh_desktop.documents.paginate import Atom, paginate, row_atoms
from kh_desktop.documents.place import place_items
from kh_desktop.documents.table_measure import PAD_Y, measure_table
from kh_desktop.documents.text_flow import Ruler, break_lines
from kh_desktop.documents.tree import Columns, Document, Paragraph, Part, Run, Table

# Where the page number stands: its baseline as a share of the top margin.
_NUMBER_AT = 0.62
_RULE_ROOM = 7.0
_SIGNATURE_GAP = 10.0
_TABLE_GAP = 8.0


def compose(document: Document, ruler: Ruler) -> list[Page]:
    """All pages of ``document``; each part starts a new page and counts its own."""
    pages: list[Page] = []
    for part in document.parts:
        flow = _Flow(document, part, ruler)
        for block in part.blocks:
            flow.add(block)
        width, height = flow.sheet
        for number, (start, end) in enumerate(paginate(flow.atoms, flow.page_height) or [(0, 0)], start=1):
            page = Page(width, height)
            place_items(page, ruler.fonts, flow.items[start:end], flow.atoms[start:end], flow.left, flow.top)
            if number > 1:
                _number(page, number, document, flow, ruler)
            pages.append(page)
    return pages


def _number(page: Page, number: int, document: Document, flow: _Flow, ruler: Ruler) -> None:
    """The page number, centred in the top margin over the text (NĐ 30/2020: from the second page on)."""
    line = break_lines(ruler, (Run(str(number)),), document.page_number_size, flow.width)[0]
    page.inks.append(Ink(flow.left + (flow.width - line.width) / 2, flow.top * _NUMBER_AT, document.page_number_size, line))


class _Flow:
    """Collects the atoms of one part and what each of them shows."""

    def __init__(self, document: Document, part: Part, ruler: Ruler) -> None:
        top, right, bottom, left = (margin * PT_PER_MM for margin in document.margins)
        width, height = (side * PT_PER_MM for side in layout().sheet(part.landscape))
        self.sheet = (width, height)
        self.left, self.top = left, top
        self.width = width - left - right
        self.page_height = height - top - bottom
        self.ruler = ruler
        self.atoms: list[Atom] = []
        self.items: list[Item] = []
        self._gap = 0.0

    def add(self, block: Paragraph | Table | Columns) -> None:
        """Append one block."""
        if isinstance(block, Paragraph):
            self._paragraph(block, self.left, self.left + self.width)
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._columns(block)

    def _push(self, atom: Atom, item: Item) -> None:
        self.atoms.append(replace(atom, gap=self._gap) if self._gap else atom)
        self.items.append(item)
        self._gap = 0.0

    def _paragraph(self, paragraph: Paragraph, x0: float, x1: float) -> None:
        self._gap += paragraph.space_before
        lines = paragraph_lines(paragraph, self.ruler, x0, x1)
        count = len(lines)
        for at, item in enumerate(lines):
            # No single line of a paragraph alone at the foot or the head of a page.
            glued = paragraph.keep_with_next if at == count - 1 else at in (0, count - 2)
            self._push(Atom(item.height, glued=glued), item)
        self._gap += paragraph.space_after

    def _table(self, table: Table) -> None:
        measured = measure_table(table, self.ruler, self.page_height)
        if measured.header:
            self._push(Atom(measured.header_height, glued=bool(measured.rows)), HeaderItem(measured))
        atoms, slices = row_atoms(measured.sizes(), measured.header_height, measured.line_height, PAD_Y, self.page_height)
        for atom, piece in zip(atoms, slices, strict=True):
            self._push(atom, RowItem(measured, piece))
        self._gap += _TABLE_GAP

    def _columns(self, block: Columns) -> None:
        middle = self.left + block.left_share * self.width
        sides = ((block.left, self.left, middle), (block.right, middle, self.left + self.width))
        fitting: list[tuple[list[list[TextItem]], list[Paragraph]]] = []
        for paragraphs, x0, x1 in sides:
            fitting.append(_fitting(paragraphs, self.ruler, x0, x1, self.page_height * 0.9))
        lines, height, after = _side_by_side([stack for stack, _rest in fitting])
        self._gap += max([stack[0][0].paragraph.space_before for stack, _rest in fitting if stack], default=0.0)
        if block.kind == "signature":
            self._gap += _SIGNATURE_GAP
            if self.atoms:
                self.atoms[-1] = replace(self.atoms[-1], glued=True)
        self._push(Atom(height, glued=block.kind == "letterhead"), SidesItem(tuple(lines)))
        self._gap += after
        # What found no room beside the other column goes on below, in its own column.
        for (_stack, rest), (_paragraphs, x0, x1) in zip(fitting, sides, strict=True):
            for paragraph in rest:
                self._paragraph(paragraph, x0, x1)


def paragraph_lines(paragraph: Paragraph, ruler: Ruler, x0: float, x1: float) -> list[TextItem]:
    """The lines of ``paragraph`` in the column ``x0`` … ``x1``; the last one has room for its rule."""
    x0 += paragraph.left_indent * PT_PER_MM
    indent = paragraph.first_indent * PT_PER_MM
    # Bold centred lines are titles: two lines of equal length look better than a full one and a rest.
    title = paragraph.align == "center" and all(run.bold for run in paragraph.runs)
    lines = break_lines(ruler, paragraph.runs, paragraph.size, x1 - x0, indent, balanced=title)
    height = ruler.fonts.line_height(paragraph.size) * paragraph.line_spacing
    rule = _RULE_ROOM if paragraph.rule else 0.0
    last = len(lines) - 1
    return [
        TextItem(paragraph, line, x0, x1, indent if at == 0 else 0.0, height + (rule if at == last else 0.0))
        for at, line in enumerate(lines)
    ]


def _fitting(
    paragraphs: Sequence[Paragraph], ruler: Ruler, x0: float, x1: float, room: float
) -> tuple[list[list[TextItem]], list[Paragraph]]:
    stack: list[list[TextItem]] = []
    used = 0.0
    for at, paragraph in enumerate(paragraphs):
        lines = paragraph_lines(paragraph, ruler, x0, x1)
        used += sum(item.height for item in lines) + paragraph.space_before + paragraph.space_after
        if used > room:
            return stack, list(paragraphs[at:])
        stack.append(lines)
    return stack, []


def _side_by_side(sides: Sequence[list[list[TextItem]]]) -> tuple[list[tuple[float, TextItem]], float, float]:
    """Lines with their offsets, the common height, the room below. The first lines of both sides share a baseline."""
    firsts = [stack[0][0].paragraph.size for stack in sides if stack]
    lowest = max(firsts, default=0.0)
    placed: list[tuple[float, TextItem]] = []
    height, after = 0.0, 0.0
    for stack in sides:
        y = (lowest - stack[0][0].paragraph.size) * ASCENT if stack else 0.0
        for at, lines in enumerate(stack):
            paragraph = lines[0].paragraph
            y += paragraph.space_before if at else 0.0
            for item in lines:
                placed.append((y, item))
                y += item.height
            y += paragraph.space_after if at < len(stack) - 1 else 0.0
        height = max(height, y)
        after = max(after, stack[-1][0].paragraph.space_after if stack else 0.0)
    return placed, height, after
