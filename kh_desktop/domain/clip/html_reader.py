"""Tables in the HTML that Excel, Word, LibreOffice, Google Sheets and browsers put on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field, replace

from kh_desktop.domain.clip.block import MAX_COLUMNS, MAX_ROWS, Block, Cell, check_cell, check_rows, check_size, tidied
from kh_desktop.domain.clip.html_styles import Sheet, Style, styled
from kh_desktop.domain.clip.html_text import CellText
from kh_desktop.domain.clip.html_tokens import tokens, without_header
from kh_desktop.domain.clip.legacy import from_tcvn3, mended

_ROW = re.compile("<tr", re.IGNORECASE)
_PARAGRAPHS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 blockquote pre dl dd dt center address article section header footer ul ol li hr form fieldset caption".split()
)
_VOID = frozenset("br col hr img input meta link wbr area base embed source param".split())
# Elements that may stand inside one another; deeper ones are still read, but not told apart.
_DEEPEST = 200
# Tags and texts between two reports of progress: a few milliseconds.
_SLICE = 2_000
_NUMBERS = {"a": "abcdefghijklmnopqrstuvwxyz", "i": ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")}


def read_html(html: str) -> Block:
    """The table (all tables, one below the other, with the paragraphs between them) in ``html``; a page without one gives a row per
    paragraph. Broken markup is read as browsers do. KhError: see ``block.check_size`` and its neighbours."""
    reading = reading_html(html)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def reading_html(html: str) -> Generator[float, None, Block]:
    """Reads slice by slice, yielding how much is done (0 to 1), so that a window can show progress and stop; returns the block."""
    check_size(html)
    html = without_header(html.replace("\x00", ""))
    # One row more: Excel adds a hidden one.
    if sum(1 for _ in zip(range(MAX_ROWS + 2), _ROW.finditer(html), strict=False)) > MAX_ROWS + 1:
        check_rows(MAX_ROWS + 1)
    reader = _Reader()
    for count, (kind, name, inside, place) in enumerate(tokens(html), start=1):
        if kind == "text":
            reader.text(inside)
        elif kind == "open":
            reader.open(name, inside)
        elif kind == "close":
            reader.close(name)
        elif name == "style":
            reader.sheet.read(inside)
        if count % _SLICE == 0:
            yield place / max(len(html), 1)
    return tidied(mended(reader.block()))


@dataclass(slots=True)
class _OpenCell:
    text: CellText
    rowspan: int = 1
    colspan: int = 1
    apart: bool = False  # Excel's mso-ignore:colspan: neighbours that are empty, not a merged cell
    hidden: bool = False
    value: str = ""
    depth: int = 0  # tables inside this cell
    lists: list[tuple[str, int]] = field(default_factory=list)


class _Reader:
    """Follows the tags; what is open is the row, the cell and the styles around the text."""

    def __init__(self) -> None:
        self.sheet = Sheet({}, set(), {})
        self._rows: list[tuple[Cell, ...]] = []
        self._loose: list[int] = []  # rows that are paragraphs outside tables
        self._starts: set[int] = set()  # rows that begin tables
        self._row: list[Cell] | None = None
        self._row_hidden = False
        self._cell: _OpenCell | None = None
        self._outside = CellText()
        self._stack: list[tuple[str, Style]] = []
        self._style = Style()
        self._legacy = ""

    # --- texts

    def text(self, text: str) -> None:
        """Text between tags."""
        style = self._style
        if style.hidden:
            return
        if style.encoding:
            text = self._decoded(text, style.encoding)
        if style.mark:
            text = text.replace("\u00a0", " ")
        if self._cell is not None:
            self._cell.text.add(text, bold=style.bold, as_is=style.as_is)
            check_cell(self._cell.text.length)
        elif self._row is None or text.strip():
            self._outside.add(text, bold=style.bold, as_is=style.as_is)
            check_cell(self._outside.length)

    def _decoded(self, text: str, encoding: str) -> str:
        if text.isascii() and encoding != "tcvn3h":
            return text
        if encoding == "vni":
            self._legacy = self._legacy or "vni?"
            return text
        self._legacy = "tcvn3"
        return from_tcvn3(text, capitals=encoding == "tcvn3h")

    def _target(self) -> CellText:
        return self._cell.text if self._cell is not None else self._outside

    # --- tags

    def open(self, tag: str, inside: str) -> None:
        """A tag that begins something."""
        if tag in ("table", "tr", "td", "th"):
            self._open_table_part(tag, inside)
            return
        style, found = styled(self._style, tag, inside, self.sheet)
        if tag == "br":
            if not self._style.hidden:
                self._target().line_break()
            return
        if tag in _PARAGRAPHS:
            self._paragraph(tag)
        if tag not in _VOID and not inside.endswith("/"):
            self._push(tag, style)
        if self._cell is not None and not style.hidden:
            self._list_tag(tag, found)

    def _open_table_part(self, tag: str, inside: str) -> None:
        if self._cell is not None and (self._cell.depth or tag == "table"):
            if tag == "table":
                self._cell.depth += 1
            if tag in ("td", "th"):
                self._cell.text.gap()
            else:
                self._cell.text.paragraph()
            return
        if tag == "table":
            self._close_row()
            self._end_outside()
            self._starts.add(len(self._rows))
            self._unwind("table", keep=True)
            self._push(tag, styled(self._style, tag, inside, self.sheet)[0])
        elif tag == "tr":
            self._close_row()
            self._open_row(inside)
        else:
            self._close_cell()
            if self._row is None:
                self._open_row("")
            self._open_cell(tag, inside)

    def close(self, tag: str) -> None:
        """A tag that ends something."""
        cell = self._cell
        if tag in ("table", "tr", "td", "th") and cell is not None and cell.depth:
            cell.depth -= tag == "table"
            if tag in ("table", "tr"):
                cell.text.paragraph()
        elif tag in ("td", "th"):
            self._close_cell()
        elif tag == "tr":
            self._close_row()
        elif tag == "table":
            self._close_row()
            self._unwind("table")
        elif tag == "br":
            self._target().line_break()
        else:
            if tag in _PARAGRAPHS:
                self._paragraph(tag)
            if cell is not None and tag in ("ul", "ol") and cell.lists:
                cell.lists.pop()
            self._unwind(tag)

    def _paragraph(self, tag: str) -> None:
        if self._style.hidden:
            return
        if self._cell is not None:
            # The paragraph inside a list item follows its bullet on the same line.
            self._cell.text.paragraph()
        elif self._row is None:
            self._end_outside()

    def _list_tag(self, tag: str, found: Mapping[str, str]) -> None:
        cell = self._cell
        if cell is None:
            return
        if tag == "ul":
            cell.lists.append(("-", 0))
        elif tag == "ol":
            start = found.get("start", "1")
            cell.lists.append((found.get("type", "1"), int(start) if start.isdigit() and len(start) < 6 else 1))
        elif tag == "li":
            kind, number = cell.lists[-1] if cell.lists else ("-", 0)
            cell.text.bullet(_bullet(kind, number), bold=self._style.bold)
            if number:
                cell.lists[-1] = (kind, number + 1)

    # --- rows and cells

    def _open_row(self, inside: str) -> None:
        self._unwind("table", keep=True)
        style, _ = styled(self._style, "tr", inside, self.sheet)
        self._row, self._row_hidden = [], style.hidden
        self._push("tr", style)

    def _open_cell(self, tag: str, inside: str) -> None:
        self._unwind("tr", keep=True)
        style, found = styled(self._style, tag, inside, self.sheet)
        css = found.get("style", "").replace(" ", "").lower()
        self._cell = _OpenCell(
            CellText(),
            rowspan=_span(found.get("rowspan", ""), MAX_ROWS),
            colspan=_span(found.get("colspan", ""), MAX_COLUMNS),
            apart="mso-ignore:colspan" in css,
            hidden=style.hidden,
            value=found.get("x:num", ""),
        )
        self._push(tag, style)

    def _close_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None or self._row is None:
            return
        self._unwind("tr", keep=True)
        if cell.hidden:
            return
        text = cell.text.text()
        if cell.value and text.strip() and not text.strip().strip("#"):
            text = cell.value  # a number that did not fit into its column
        made = Cell(text, cell.rowspan, 1 if cell.apart else cell.colspan, cell.text.bold)
        self._row.append(made)
        if cell.apart:
            self._row += [Cell(rowspan=cell.rowspan)] * (cell.colspan - 1)

    def _close_row(self) -> None:
        self._close_cell()
        row, self._row = self._row, None
        if row is None:
            return
        self._unwind("table", keep=True)
        if not self._row_hidden:
            self._rows.append(tuple(row))
            check_rows(len(self._rows))

    def _end_outside(self) -> None:
        """A paragraph outside tables has ended: it is a row of one cell."""
        if self._outside.length:
            text = self._outside.text()
            if text.strip():
                self._loose.append(len(self._rows))
                self._rows.append((Cell(text, bold=self._outside.bold),))
                check_rows(len(self._rows))
            self._outside = CellText()

    def block(self) -> Block:
        """What was read."""
        self._close_row()
        self._end_outside()
        loose = set(self._loose)
        width = max((sum(cell.colspan for cell in row) for at, row in enumerate(self._rows) if at not in loose), default=1)
        for at in loose:
            self._rows[at] = (replace(self._rows[at][0], colspan=max(1, min(width, MAX_COLUMNS))),)
        return Block(tuple(self._rows), self._legacy, frozenset(loose), frozenset(self._starts))

    # --- styles

    def _push(self, tag: str, style: Style) -> None:
        if len(self._stack) < _DEEPEST:
            self._stack.append((tag, style))
            self._style = style

    def _unwind(self, tag: str, *, keep: bool = False) -> None:
        """Close everything down to the last ``tag`` (that stays open with ``keep``); a closing tag never reaches out of its cell."""
        for at in range(len(self._stack) - 1, -1, -1):
            found = self._stack[at][0]
            if found == tag:
                del self._stack[at + keep :]
                self._style = self._stack[-1][1] if self._stack else Style()
                return
            if found in ("td", "th") and not keep and tag not in ("table", "tr"):
                return


def _span(text: str, most: int) -> int:
    text = text.strip()
    return max(1, min(int(text), most)) if text.isdecimal() and text.isascii() and len(text) < 8 else 1


def _bullet(kind: str, number: int) -> str:
    """What is printed before a list item: "-", "2.", "b)"."""
    if not number:
        return "- "
    signs = _NUMBERS.get(kind.lower())
    if signs is None or number > len(signs):
        return f"{number}. "
    sign = signs[number - 1]
    return f"{sign.upper() if kind.isupper() else sign}{')' if kind == 'a' else '.'} "
