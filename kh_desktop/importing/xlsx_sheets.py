"""The sheets of an Excel workbook as cells with values: what plans, figures and lists are read from. Rows and columns count from 0.

The XML is read piece by piece and only cells that hold something are kept, so a sheet with a million styled rows costs its few values.
Formulas are never worked out: the value stored by the program that saved the file counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pyexpat import ParserCreate
from typing import NamedTuple

from kh_desktop.domain.clip.legacy import font_encoding
from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Progress
from kh_desktop.importing.docx_fonts import to_unicode
from kh_desktop.importing.ooxml import MAX_STREAM, Package, quiet, without_collector
from kh_desktop.importing.xlsx_numbers import as_date, general, shown
from kh_desktop.importing.xlsx_strings import Piece, RichText, Text, bare, parse_pieces, read_strings, unescaped
from kh_desktop.importing.xlsx_styles import PLAIN, CellStyle, Look, read_styles

# Cells with something in them, of all sheets together: 300 bytes of memory for each at the most.
MAX_CELLS = 1_000_000
MAX_SHEETS = 1_000
MAX_MERGED = 200_000
MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Cells and rows with a place, perhaps a style, and nothing else; those without a place count for the place of the next.
_EMPTY = re.compile(rb'<(?:c|row)(?=[^<>]* r=")(?: [\w:]+="[^"<>]*")*\s*/>')
_KNOWN_CELLS = 100_000
_ON = frozenset({"1", "true", "on"})


class SheetCell(NamedTuple):
    """A cell. ``value``: its text (an error is its text too), number, truth as 1 or 0, or day (a datetime when hours are shown); None when
    a formula was saved without a value. ``shown``: as a person sees it. ``looks``: its dress."""

    value: str | float | int | date | None
    shown: str
    formula: bool = False
    error: bool = False
    look: Look = PLAIN.look
    # An old font whose letters were turned into Unicode, "" for none.
    legacy: str = ""


class Merged(NamedTuple):
    """Cells joined into one: the top left place and how many rows and columns."""

    row: int
    col: int
    rows: int
    cols: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``row_count`` and ``col_count`` reach to the last cell with something in it; ``hidden_rows`` among those only."""

    name: str
    hidden: bool
    cells: Mapping[tuple[int, int], SheetCell]
    merged: tuple[Merged, ...]
    row_count: int
    col_count: int
    hidden_rows: frozenset[int] = frozenset()
    hidden_cols: frozenset[int] = frozenset()
    # The part of the package it was read from.
    part: str = ""


def read_sheets(data: bytes, progress: Progress = quiet) -> tuple[Sheet, ...]:
    """All sheets of an .xlsx or .xlsm file, in their order, charts left out. KhError: see ``ooxml.Package``; "import.too_big" beyond a
    million cells, "import.old_excel" for a binary workbook, "import.damaged" when it is no workbook."""
    return sheets_of(Package(data), progress)


def sheets_of(package: Package, progress: Progress = quiet, most: int = MAX_CELLS) -> tuple[Sheet, ...]:
    """``read_sheets`` of a package already open; "import.too_big" beyond ``most`` cells."""
    with without_collector():
        return _sheets(package, progress, most)


def _sheets(package: Package, progress: Progress, most: int) -> tuple[Sheet, ...]:
    main = package.main_part()
    if main.lower().endswith(".bin"):
        raise KhError("import.old_excel")
    root = package.tree(main) if main else None
    if root is None or root.tag != f"{_MAIN}workbook":
        raise KhError("import.damaged")
    relations = package.relations(main)
    named = {relation.kind: relation.target for relation in relations.values()}
    settings = root.find(f"{_MAIN}workbookPr")
    book = _Book(
        read_strings(package, named.get("sharedStrings", "")),
        read_styles(package, named.get("styles", "")),
        settings is not None and settings.get("date1904", "") in _ON,
        most,
    )
    listed = [
        (item.get("name", ""), item.get("state", "visible") != "visible", relation.target)
        for item in root.iter(f"{_MAIN}sheet")
        if (relation := relations.get(item.get(f"{_RELATIONS}id", ""))) and relation.kind == "worksheet"
    ][:MAX_SHEETS]
    whole = max(sum(package.size(target) for _, _, target in listed), 1)
    if whole > MAX_STREAM:
        raise KhError("import.too_big")
    done = 0
    sheets = []
    for name, hidden, target in listed:
        reader = _SheetReader(book)
        for count in reader.read(package, target):
            done += count
            progress(min(done / whole, 1.0))
        sheets.append(reader.sheet(name, hidden, target))
    return tuple(sheets)


@dataclass(slots=True)
class _Book:
    """What all sheets share. Equal cells are one object: a plan of 50,000 rows has few different ones."""

    strings: list[Text]
    styles: tuple[CellStyle, ...]
    from_1904: bool
    most: int
    count: int = 0
    known: dict[tuple[str, str, str], SheetCell | None] = field(default_factory=dict)

    def cell(self, kind: str, style: str, raw: str) -> SheetCell | None:
        """The cell without a formula for a type, a style and a stored value; None when it is empty."""
        key = (kind, style, raw)
        if key in self.known:
            return self.known[key]
        if len(self.known) > _KNOWN_CELLS:
            self.known.clear()
        made = self.known[key] = self._make(kind, style, raw)
        return made

    def style(self, number: str) -> CellStyle:
        """The style with this number."""
        return self.styles[int(number)] if number.isdecimal() and len(number) < 7 and int(number) < len(self.styles) else PLAIN

    def _make(self, kind: str, style: str, raw: str) -> SheetCell | None:
        if kind == "s":
            number = int(raw) if raw.strip().isdecimal() and len(raw) < 10 else -1
            return self.text(self.strings[number], style) if 0 <= number < len(self.strings) else None
        if kind == "e":
            return SheetCell(raw, raw, error=True, look=self.style(style).look)
        if kind == "b":
            truth = raw.strip() in _ON
            return SheetCell(int(truth), "TRUE" if truth else "FALSE", look=self.style(style).look)
        if kind == "d":
            return self.text((Piece(raw),), style)
        return self.text((Piece(unescaped(raw)),), style) if kind == "str" else self._number(raw, style)

    def text(self, text: Text, style: str) -> SheetCell | None:
        """A cell with a text; bold and italic when all that is seen of it is."""
        look = self.style(style).look
        legacy = ""
        letters = []
        for piece in text:
            font = piece.font or look.font
            words = to_unicode(piece.text, font) if font_encoding(font) else piece.text
            legacy = legacy or (font if words != piece.text else "")
            letters.append(words)
        whole = "".join(letters)
        if not whole:
            return None
        seen = [piece for piece in text if piece.text.strip()]
        bold = all(look.bold if piece.bold is None else piece.bold for piece in seen)
        italic = all(look.italic if piece.italic is None else piece.italic for piece in seen)
        if (bold, italic) != (look.bold, look.italic):
            look = Look(bold, italic, look.centered, look.size, look.ruled, look.font)
        return SheetCell(whole, whole, look=look, legacy=legacy)

    def _number(self, raw: str, style: str) -> SheetCell | None:
        dress = self.style(style)
        try:
            number = float(raw)
        except ValueError:
            return self.text((Piece(raw),), style)
        if number != number or abs(number) == float("inf"):
            return SheetCell(raw, raw, look=dress.look)
        value = int(number) if number == int(number) and abs(number) < 1e15 else number
        if dress.form.kind == "date":
            day, words = as_date(number, dress.form, self.from_1904)
            return SheetCell(value if day is None else day, words, look=dress.look)
        return SheetCell(value, general(number) if dress.form.kind == "text" else shown(number, dress.form), look=dress.look)


class _SheetReader:
    """Reads one sheet."""

    def __init__(self, book: _Book) -> None:
        self._book = book
        self._cells: dict[tuple[int, int], SheetCell] = {}
        self._merged: list[Merged] = []
        self._hidden_rows: set[int] = set()
        self._hidden_spans: list[tuple[int, int]] = []
        self._row, self._col = -1, -1
        self._kind, self._style = "n", ""
        self._raw: list[str] | None = None
        self._value, self._has_formula, self._has_value = "", False, False
        self._rich: RichText | None = None
        self._columns: dict[str, int] = {}

    def read(self, package: Package, name: str) -> Iterator[int]:
        """Read the part, yielding the bytes read."""
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters
        cut = [0]
        for _ in parse_pieces(parser, _without_empty(package.pieces(name), cut)):
            self._check()
            yield cut[0]
            cut[0] = 0
        self._check()

    def sheet(self, name: str, hidden: bool, part: str) -> Sheet:
        """What was read."""
        cells = self._cells
        rows = max((row for row, _ in cells), default=-1) + 1
        cols = max((col for _, col in cells), default=-1) + 1
        return Sheet(
            name,
            hidden,
            cells,
            _clipped(self._merged, rows, cols),
            rows,
            cols,
            frozenset(row for row in self._hidden_rows if row < rows),
            frozenset(col for first, last in self._hidden_spans for col in range(first, min(last + 1, cols))),
            part,
        )

    def _check(self) -> None:
        if self._book.count > self._book.most or len(self._merged) > MAX_MERGED or len(self._hidden_spans) > MAX_COLUMN:
            raise KhError("import.too_big")

    def _start(self, tag: str, values: dict[str, str]) -> None:
        if tag == "c" or tag.endswith(":c"):
            self._kind, self._style = values.get("t", "n"), values.get("s", "0")
            self._place(values.get("r", ""))
            self._value, self._has_formula, self._has_value = "", False, False
            self._rich = RichText() if self._kind == "inlineStr" else None
            return
        tag = bare(tag)
        if tag == "v":
            self._raw, self._has_value = [], True
        elif self._rich is not None:
            self._rich.start(tag, values)
        elif tag == "f":
            self._has_formula = True
        elif tag == "row":
            self._open_row(values)
        elif tag == "mergeCell":
            self._merge(values.get("ref", ""))
        elif tag == "col" and values.get("hidden", "") in _ON:
            self._hidden_spans.append((_whole(values.get("min", "1")) - 1, min(_whole(values.get("max", "1")), MAX_COLUMN) - 1))

    def _letters(self, letters: str) -> None:
        if self._raw is not None:
            self._raw.append(letters)
        elif self._rich is not None:
            self._rich.text(letters)

    def _end(self, tag: str) -> None:
        tag = bare(tag)
        if tag == "v" and self._raw is not None:
            self._value, self._raw = "".join(self._raw), None
        elif tag == "c":
            self._close_cell()
        elif self._rich is not None:
            self._rich.end(tag)

    def _close_cell(self) -> None:
        if self._rich is not None:
            made = self._book.text(self._rich.take(), self._style)
            self._rich = None
        elif self._has_value and (self._value or self._kind == "str"):
            made = self._book.cell(self._kind, self._style, self._value)
        else:
            made = None
        if self._has_formula:
            if made is None:
                # A text formula may well have come out empty; without any value nobody knows.
                made = SheetCell("" if self._has_value and self._kind == "str" else None, "", look=self._book.style(self._style).look)
            made = made._replace(formula=True)
        if made is not None:
            self._book.count += 1
            self._cells[self._row, self._col] = made

    def _place(self, name: str) -> None:
        """Where a cell stands; one without a name stands beside the last."""
        letters = name.rstrip("0123456789")
        if not name:
            self._col += 1
            return
        col = self._columns.get(letters)
        if col is None:
            col = self._columns[letters] = _column(letters)
        row = name[len(letters) :]
        self._col = col
        self._row = _whole(row) - 1 if row else max(self._row, 0)
        if not (0 <= self._row < MAX_ROW and 0 <= col < MAX_COLUMN):
            raise KhError("import.damaged")

    def _open_row(self, values: dict[str, str]) -> None:
        self._row = _whole(values["r"]) - 1 if "r" in values else self._row + 1
        self._col = -1
        if not 0 <= self._row < MAX_ROW:
            raise KhError("import.damaged")
        if values.get("hidden", "") in _ON:
            self._hidden_rows.add(self._row)

    def _merge(self, ref: str) -> None:
        ends = [place_of(name) for name in ref.replace("$", "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            (top, left), (bottom, right) = ends[0], ends[1]
            if top <= bottom and left <= right and (top, left) != (bottom, right):
                self._merged.append(Merged(top, left, bottom - top + 1, right - left + 1))


def _clipped(merged: list[Merged], rows: int, cols: int) -> tuple[Merged, ...]:
    """Joined cells within the used range: whole merged columns would reach to row 1,048,576."""
    inside = [m for m in sorted(merged) if m.row < rows and m.col < cols]
    return tuple(Merged(m.row, m.col, min(m.rows, rows - m.row), min(m.cols, cols - m.col)) for m in inside)


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else -1


def _column(letters: str) -> int:
    """The number of a column from its letters, from 0; -1 for what is none."""
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        return -1
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def place_of(name: str) -> tuple[int, int] | None:
    """The row and column of a cell's name; None for what is no name."""
    letters = name.rstrip("0123456789")
    row, col = _whole(name[len(letters) :]) - 1, _column(letters)
    return (row, col) if 0 <= row < MAX_ROW and 0 <= col < MAX_COLUMN else None


def _without_empty(pieces: Iterator[bytes], cut: list[int]) -> Iterator[bytes]:
    """The pieces without cells and rows that hold nothing, cut between tags; ``cut[0]`` counts the bytes gone through.

    Taking them out as bytes is ten times as fast as hearing of each."""
    rest = b""
    plain = True
    for piece in pieces:
        cut[0] += len(piece)
        piece = rest + piece
        end = piece.rfind(b">") + 1
        # In a CDATA section the same letters would be somebody's text; a tag without end is not collected for ever.
        plain = plain and b"<![CDATA[" not in piece and len(piece) < 1 << 23
        if not plain:
            rest = b""
            yield piece
            continue
        piece, rest = piece[:end], piece[end:]
        yield _EMPTY.sub(b"", piece)
    if rest:
        yield rest
