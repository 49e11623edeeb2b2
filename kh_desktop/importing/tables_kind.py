"""What a table is: letterhead, signature, tasks, a table of its own kind, or only a frame for text; and which column is which field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kh_desktop.domain.clip.numbers import is_number
from kh_desktop.domain.column_titles import column_key, is_number_title, is_title
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.importing.blocks import Cell, Table
from kh_desktop.importing.names import MOTTO, NATION, NUMBER

NOTE = "note"
MARKED = "marked"  # one of several times ("Quý I", "Quý II"), with a cross where it is meant
UNTIL = "until"  # the end of a time whose beginning has a column of its own
_NOTHING = Cell(-1, -1)
_FIRST_ROWS = 15  # where a header is looked for: titles of an appendix may stand above it in a sheet
_HEADER_ROWS = 4
LONGEST_TITLE = 90
_FIGURE = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?")
_SIGNING = re.compile(r"^(?:TM|KT|TL|TUQ|Q)\s*\.|^(?:PHÓ |QUYỀN )?CHỦ TỊCH\b|^N(?:ơi (?:nhận|gửi)|ƠI (?:NHẬN|GỬI))", re.MULTILINE)
_TIME = re.compile(r"(?:quy|thang|tuan|t|q)[\s.]*(?:[ivx]{1,4}|\d{1,2})(?:\s*[/-]\s*\d{4})?")
_BEGINNING = re.compile(r"\b(?:bat dau|tu)\b")
_BEGINNING_WORDS = re.compile(r"\s*\b(?:bắt đầu|từ)\b.*", re.IGNORECASE)
_END = re.compile(r"\b(?:ket thuc|hoan thanh|den)\b")
_DAY_WORDS = re.compile(r"\b(?:thang|quy|nam|ngay|thuong xuyen|truoc|hang|dinh ky|tuan)\b|\d/\d")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with every place filled: ``places[row][col]`` is the cell that covers it, ``texts`` its text where it begins."""

    table: Table
    places: tuple[tuple[Cell, ...], ...]
    texts: tuple[tuple[str, ...], ...]

    def text(self, row: int, col: int) -> str:
        """The text of the cell that begins here; nothing where one only reaches."""
        return self.texts[row][col]

    def filled(self, row: int) -> list[int]:
        """The columns of a row in which a cell with text begins."""
        return [col for col, text in enumerate(self.texts[row]) if text and not text.isspace()]

    def is_reached(self, row: int, top: int = 0) -> bool:
        """Whether a cell with text that begins above (at ``top`` or below it) reaches into a row."""
        return any(top <= cell.row < row and cell.paragraphs and cell.text for cell in self.places[row])

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.places)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.places[0]) if self.places else 0


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header of a table stands (``start`` to ``end``, that one not included) and its columns: field ("" for none), label and
    the label of the cell above several columns."""

    start: int
    end: int
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    groups: tuple[str, ...]
    guessed: bool = field(default=False)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset("deadline" if key == MARKED else key for key in self.keys if key)


def grid_of(table: Table) -> Grid:
    """The grid of a table; cells that reach beyond it are cut."""
    places: list[list[Cell]] = [[_NOTHING] * table.col_count for _ in range(table.row_count)]
    texts = [[""] * table.col_count for _ in range(table.row_count)]
    for cell in table.cells:
        if cell.row < table.row_count and cell.col < table.col_count:
            texts[cell.row][cell.col] = cell.text
        for row in range(cell.row, min(cell.row + cell.rows, table.row_count)):
            for col in range(cell.col, min(cell.col + cell.cols, table.col_count)):
                places[row][col] = cell
    return Grid(table, tuple(map(tuple, places)), tuple(map(tuple, texts)))


def header_of(grid: Grid) -> Header | None:
    """The header of a table; None when no row looks like one."""
    for row in range(min(_FIRST_ROWS, grid.height)):
        filled = grid.filled(row)
        if len(filled) < 2 or not _looks_like_titles(grid, row, filled):
            continue
        end = _header_end(grid, row)
        header = header_between(grid, row, end)
        if len(header.fields) >= 2 or (len(filled) >= 2 and row < grid.table.header_rows) or _is_plain_header(grid, row, filled):
            return header
    return None


def _looks_like_titles(grid: Grid, row: int, filled: Sequence[int]) -> bool:
    texts = [grid.text(row, col) for col in filled]
    if any(len(text) > LONGEST_TITLE for text in texts):
        return False
    titles = sum(is_title(text) or bool(column_key(text) and len(text.split()) <= 8) for text in texts)
    return titles >= max(2, len(filled) - 1) or (row < grid.table.header_rows) or _is_plain_header(grid, row, filled)


def _is_plain_header(grid: Grid, row: int, filled: Sequence[int]) -> bool:
    """A first row that opens with "STT" and has a short text in every column, or is all bold, is a header of whatever kind."""
    if row and any(len(grid.filled(above)) > 1 for above in range(row)):
        return False
    first = fold(grid.text(row, filled[0])).strip(" .")
    whole = len(filled) == grid.width or len(filled) >= 3
    if is_number_title(first) and whole:
        return True
    return whole and len(filled) == grid.width and all(grid.places[row][col].bold for col in filled) and not is_number(first)


def _header_end(grid: Grid, row: int) -> int:
    """The row below a header that begins at ``row``: rows its cells reach into, rows of titles under a spanning cell, figures."""
    end = row + 1
    spanning = any(grid.places[row][col].cols > 1 for col in grid.filled(row))
    while end < min(grid.height, row + _HEADER_ROWS):
        filled = grid.filled(end)
        reached = grid.is_reached(end, row)
        titles = bool(filled) and all(is_title(grid.text(end, c)) or bool(column_key(grid.text(end, c))) for c in filled)
        short = all(len(grid.text(end, c)) <= LONGEST_TITLE for c in filled)
        below = bool(filled) and all(grid.places[row][c].cols > 1 and len(grid.text(end, c).split()) <= 5 for c in filled)
        under = spanning and (titles or below) and len(filled) < grid.width
        if not (reached and (titles or below or not filled) and short) and not under:
            break
        end += 1
    return end + 1 if end < grid.height and is_figures(grid, end) else end


def is_figures(grid: Grid, row: int) -> bool:
    """Whether a row only numbers the columns: "(1) (2) (3)", "A B 1 2"."""
    texts = [grid.text(row, col).strip() for col in grid.filled(row)]
    if len(texts) < 3 or len(texts) < grid.width - 1 or not all(_FIGURE.fullmatch(text) for text in texts):
        return False
    bare = [text.strip("()").partition("=")[0].strip(" )") for text in texts]
    figures = [int(text) for text in bare if text.isdigit()]
    # Letters stand before the figures, and the figures count on; anything else is a row of very short texts.
    return (
        len(figures) >= 2
        and all(text.isdigit() for text in bare[-len(figures) :])
        and figures == list(range(figures[0], figures[0] + len(figures)))
    )


def header_between(grid: Grid, start: int, end: int) -> Header:
    """The columns of a header that stands in the rows ``start`` to ``end``."""
    keys: list[str] = []
    labels: list[str] = []
    groups: list[str] = []
    for col in range(grid.width):
        titles: list[Cell] = []
        for row in range(start, end):
            cell = grid.places[row][col]
            if cell.text.strip() and cell not in titles and not _FIGURE.fullmatch(cell.text.strip()):
                titles.append(cell)
        label = clean_line(titles[-1].text) if titles else ""
        if is_number_title(label) and len(label) <= 4:
            label = label.replace(" ", "")  # a narrow column broke it in the middle
        group = clean_line(titles[-2].text) if len(titles) > 1 else ""
        # A title above several columns with nothing below it names none of them alone.
        wide = bool(titles) and titles[-1].cols > 1 and titles[-1].row + titles[-1].rows < end
        key = "" if wide else key_of(label)
        if not key and column_key(group) == "deadline":
            key = MARKED if is_time(label) else "deadline"  # "Quý I", "Bắt đầu" below "Thời gian"
        if key == "deadline" and key in keys and _is_span(labels[keys.index(key)], label):
            _join_times(keys.index(key), group, labels, groups)
            key = UNTIL
        if key in keys and _takes_over(grid, end, key, keys.index(key), labels):
            keys[keys.index(key)] = ""
        keys.append("" if key in keys and key != MARKED else key)
        labels.append(label)
        groups.append(group)
    return Header(start, end, tuple(keys), tuple(labels), tuple(groups))


def is_time(label: str) -> bool:
    """Whether a title is nothing but a time: "Quý I", "Tháng 3"."""
    return _TIME.fullmatch(fold(label)) is not None


def _takes_over(grid: Grid, end: int, key: str, first: int, labels: Sequence[str]) -> bool:
    """Whether a second column of a field is the one that is meant: the unit beside the leader it answers to, the work beside the heading
    that reaches over several of it."""
    if key == "lead":
        return "lanh dao" in fold(labels[first])
    return key == "content" and reaches_down(grid, end, first)


def reaches_down(grid: Grid, start: int, col: int) -> bool:
    """Whether a column has cells over several rows, from the row ``start`` on."""
    return any(cell.col == col and cell.row >= start and cell.rows > 1 and cell.text.strip() for cell in grid.table.cells)


def _is_span(first: str, second: str) -> bool:
    """Whether two columns of times are a beginning and an end."""
    return bool(_BEGINNING.search(fold(first)) and _END.search(fold(second)))


def _join_times(at: int, group: str, labels: list[str], groups: list[str]) -> None:
    """Column ``at`` holds both times: its title is that above them, or what is left of its own."""
    labels[at] = group or _BEGINNING_WORDS.sub("", labels[at]).strip() or labels[at]
    groups[at] = ""


def key_of(label: str) -> str:
    """The field a column title names, "note" for remarks, "" for none."""
    if "ghi chu" in fold(label):
        return NOTE
    return column_key(label)


def is_task_header(header: Header) -> bool:
    """Whether a table with these columns is about tasks: what is to be done, and by whom, until when or with what result."""
    return "content" in header.fields and bool(header.fields & {"lead", "coord", "product", "deadline"})


def with_columns(header: Header, roles: Mapping[int, str]) -> Header:
    """The header after what a person said of its columns."""
    if not roles:
        return header
    keys = [roles.get(col, "" if key in roles.values() else key) for col, key in enumerate(header.keys)]
    return Header(header.start, header.end, tuple(keys), header.labels, header.groups, header.guessed)


def guessed_header(grid: Grid, start: int) -> Header | None:
    """Fields of columns without titles, by what stands in them: numbers, days, the longest texts; None when nothing can be said."""
    rows = range(start, grid.height)
    columns = [[grid.text(row, col).strip() for row in rows if grid.text(row, col).strip()] for col in range(grid.width)]
    if grid.width < 2 or sum(map(bool, columns)) < 2 or grid.height - start < 2:
        return None
    keys = [""] * grid.width
    if columns[0] and sum(map(is_number, columns[0])) >= 0.7 * len(columns[0]):
        keys[0] = "no"
    free = [col for col in range(grid.width) if not keys[col] and columns[col]]
    if not free:
        return None
    content = max(free, key=lambda col: sum(map(len, columns[col])) / len(columns[col]))
    keys[content] = "content"
    days = {col: sum(bool(_DAY_WORDS.search(fold(text))) for text in columns[col]) / len(columns[col]) for col in free if col != content}
    if days and max(days.values()) >= 0.6:
        keys[max(days, key=lambda col: days[col])] = "deadline"
    for col, key in zip((c for c in free if not keys[c] and c > content), ("lead", "coord", "product"), strict=False):
        keys[col] = key
    return Header(start, start, tuple(keys), ("",) * grid.width, ("",) * grid.width, guessed=True)


def frame_kind(table: Table) -> str:
    """ "letterhead", "signature", "frame" (two blocks side by side) or "text" for a table that only arranges lines; "" for one that is a
    table."""
    texts = [cell.text for cell in table.cells if cell.text.strip()]
    if not texts or table.col_count == 1:
        return "text"
    whole = "\n".join(texts)
    small = table.row_count <= 12 and table.col_count <= 6
    if small and (NATION.search(whole) or MOTTO.search(whole) or (NUMBER.search(whole) and len(texts) <= 4 and not table.ruled)):
        return "letterhead"
    if small and _SIGNING.search(whole) and (not table.ruled or re.search(r"nơi (?:nhận|gửi)", whole, re.IGNORECASE)):
        return "signature"
    if not table.ruled and not table.guessed and table.col_count <= 3 and table.row_count <= 6:
        return "frame"
    return "text" if len(texts) == 1 else ""
