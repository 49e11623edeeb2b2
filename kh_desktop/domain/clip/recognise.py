"""What a block of cells means in a table of tasks: which column is which field, which rows are headers, groups, tasks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kh_desktop.domain.clip.block import Block, Spot, lay_out, text_at
from kh_desktop.domain.clip.numbers import has_figures, is_group_mark, is_number, level_of, split_group, split_task
from kh_desktop.domain.column_titles import column_key, is_title
from kh_desktop.domain.model import Column
from kh_desktop.domain.task_rows import MERGEABLE
from kh_desktop.domain.vitext import clean_line, fold

Kind = Literal["group", "task"]
_FIRST_ROWS = 12  # where a header is looked for: titles of the appendix stand above it
_HEADER_ROWS = 4
_SINGLE_LETTER = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?")
_MOST_WORDS_OF_TITLE = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the block that means something. ``texts`` by field; ``shared``: fields whose cell is one with that of the line above;
    ``continues``: the row goes on with the task above it; ``lost``: texts in columns that are no field."""

    kind: Kind
    texts: Mapping[str, str]
    title: str = ""
    number: str = ""
    level: int = 0
    continues: bool = False
    shared: frozenset[str] = frozenset()
    lost: tuple[str, ...] = ()

    @property
    def merged(self) -> tuple[str, ...]:
        """Fields whose cell a task row shares with the row above, as a task keeps them."""
        return tuple(key for key in MERGEABLE if key in self.shared)


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised block. ``keys``: the field of each of its columns ("": none); ``titles``: what its header calls them, or else their
    first text; ``by_title``: the fields are known from a header; ``headers``: how many rows were skipped as header or above it;
    ``extra``: columns with text behind the last column of the plan."""

    keys: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    by_title: bool = False
    headers: int = 0
    lines: tuple[Line, ...] = ()
    width: int = 0
    extra: int = 0

    @property
    def groups(self) -> int:
        """How many group rows there are."""
        return sum(line.kind == "group" for line in self.lines)


@dataclass(slots=True)
class _Sheet:
    """The laid out block while it is being read."""

    grid: list[list[Spot]]
    keys: list[str] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        return text_at(self.grid[row], row, column)

    def filled(self, row: int) -> list[int]:
        return [column for column in range(len(self.grid[row])) if self.text(row, column)]


def recognise(
    block: Block, columns: Sequence[Column], *, start: str = "content", keys: Sequence[str] | None = None, plain: bool = False
) -> Table:
    """Reads ``block`` as task rows for a plan with ``columns``. ``start``: the field of the current column, where the block begins when
    it has no header. ``keys`` fixes the fields of the columns. ``plain``: every row is a task, nothing but a header is recognised."""
    sheet = _Sheet(lay_out(block))
    width = len(sheet.grid[0]) if sheet.grid else 0
    if not width:
        return Table()
    first, found = _header(sheet, columns)
    by_title = bool(found)
    extra = 0
    if not by_title:
        found, extra = _by_place(sheet, [column.key for column in columns], start)
    sheet.keys = list(keys) if keys is not None else found
    sheet.keys += [""] * (width - len(sheet.keys))
    titles = tuple(_title(sheet, first, column) if by_title else _sample(sheet, column) for column in range(width))
    lines = _plain_lines(sheet, first) if plain else _lines(sheet, first)
    return Table(tuple(sheet.keys), titles, by_title, first, tuple(lines), width, extra)


# --- columns


def _header(sheet: _Sheet, columns: Sequence[Column]) -> tuple[int, list[str]]:
    """The row below the header and the fields by its titles; (0, []) when there is none."""
    own = {fold(text) for column in columns for text in (column.label, column.group) if text}

    def is_label(text: str) -> bool:
        return is_title(text) or fold(clean_line(text)) in own

    for row in range(min(_FIRST_ROWS, len(sheet.grid))):
        filled = sheet.filled(row)
        labels = [column for column in filled if is_label(sheet.text(row, column))]
        if len(labels) < max(2, len(filled) - 1) or len(filled) < 2:
            continue
        end = _header_end(sheet, row, is_label)
        keys = _keys_by_title(sheet, row, end, columns)
        known = {key for key in keys if key}
        if len(known) >= 3 or (len(known) == 2 and len(filled) <= 3):
            return _behind_figures(sheet, end), keys
    return 0, []


def _header_end(sheet: _Sheet, row: int, is_label: Callable[[str], bool]) -> int:
    """The row below a header that begins at ``row``: cells that reach down and rows of nothing but titles belong to it."""
    end = row + 1
    while end < min(len(sheet.grid), row + _HEADER_ROWS):
        filled = sheet.filled(end)
        reaches = any(spot.top < end and spot.top >= row and spot.cell.text for spot in sheet.grid[end])
        labels = bool(filled) and all(is_label(sheet.text(end, column)) for column in filled)
        if not (labels and (reaches or len(filled) < len(sheet.grid[end]))) and not (reaches and not filled):
            break
        end += 1
    return end


def _behind_figures(sheet: _Sheet, row: int) -> int:
    """Skips a row that numbers the columns: "(1) (2) (3)", "A B 1 2"."""
    if row < len(sheet.grid):
        texts = [sheet.text(row, column) for column in sheet.filled(row)]
        if len(texts) >= 3 and len(texts) >= len(sheet.grid[row]) - 1 and all(map(_SINGLE_LETTER.fullmatch, texts)):
            return row + 1
    return row


def _title(sheet: _Sheet, end: int, column: int) -> str:
    """The lowest title of a column."""
    for row in range(end - 1, -1, -1):
        spot = sheet.grid[row][column]
        if spot.cell.text and not _SINGLE_LETTER.fullmatch(spot.cell.text):
            return clean_line(spot.cell.text)
    return ""


def _sample(sheet: _Sheet, column: int) -> str:
    """The first text under a column, to know it by where it has no title."""
    texts = (sheet.text(row, column) for row in range(len(sheet.grid)))
    return next((clean_line(text) for text in texts if text), "")


def _keys_by_title(sheet: _Sheet, start: int, end: int, columns: Sequence[Column]) -> list[str]:
    own = {fold(column.label): column.key for column in columns if column.label}
    keys: list[str] = []
    for column in range(len(sheet.grid[start])):
        key = ""
        for row in range(end - 1, start - 1, -1):
            spot = sheet.grid[row][column]
            label = clean_line(spot.cell.text)
            # A title above several columns names their group, not a field.
            if label and (spot.cell.colspan == 1 or row == end - 1):
                key = own.get(fold(label)) or column_key(label)
            if label:
                break
        keys.append(key if key not in keys else "")
    return keys


def _by_place(sheet: _Sheet, order: Sequence[str], start: str) -> tuple[list[str], int]:
    """The fields from the current column on; a first column of numbers is the number column wherever the cursor stands."""
    width = len(sheet.grid[0])
    at = order.index(start) if start in order else 0
    if start in ("no", "content") and "no" in order and width > 1 and "content" in order:
        numbered = _is_number_column(sheet, 0)
        at = order.index("no") if numbered else (order.index("content") if start == "no" else at)
        if numbered and order.index("content") != at + 1:
            at = order.index(start)
    elif start == "no" and "content" in order:
        at = order.index("content")
    keys = list(order[at : at + width])
    rest = range(len(keys), width)
    extra = sum(any(sheet.text(row, column) for row in range(len(sheet.grid))) for column in rest)
    return keys + [""] * len(rest), extra


def _is_number_column(sheet: _Sheet, column: int) -> bool:
    texts = [sheet.text(row, column) for row in range(len(sheet.grid))]
    filled = [text for text in texts if text]
    spanning = sum(sheet.grid[row][column].cell.colspan > 1 for row, text in enumerate(texts) if text)
    numbers = sum(map(is_number, filled))
    return bool(numbers) and numbers + spanning >= len(filled) * 0.8


# --- rows


def _plain_lines(sheet: _Sheet, first: int) -> list[Line]:
    """Every row that has text as a task of its own; merged cells give their text to each row they cover."""
    lines = []
    for row in range(first, len(sheet.grid)):
        texts = {key: sheet.grid[row][column].cell.text for column, key in enumerate(sheet.keys) if key}
        if any(texts.values()):
            texts.pop("no", None)
            lines.append(Line("task", texts, lost=_lost(sheet, row)))
    return lines


def _lost(sheet: _Sheet, row: int) -> tuple[str, ...]:
    return tuple(sheet.text(row, column) for column, key in enumerate(sheet.keys) if not key and sheet.text(row, column))


def _lines(sheet: _Sheet, first: int) -> list[Line]:
    groups = "content" in sheet.keys
    lines: list[Line] = []
    in_text = _numbers_in_text(sheet, first)
    above = -1  # level of the last row numbered with figures
    for row in range(first, len(sheet.grid)):
        group = _group(sheet, row) if groups else None
        if group is not None:
            lines.append(group)
            above = -1
            continue
        line = _task(sheet, row, lines, above, in_text)
        lines.append(line)
        if has_figures(line.number):
            above = line.level
    while lines and not any(lines[-1].texts.values()) and not lines[-1].title and not lines[-1].shared:
        lines.pop()
    return lines


def _group(sheet: _Sheet, row: int) -> Line | None:
    """The group row at ``row``, if it is one: only a title, with a group's number, or across the table, or bold."""
    filled = sheet.filled(row)
    # A cell that reaches down into this row is a task's.
    if not filled or any(spot.top < row and spot.cell.text for spot in sheet.grid[row]):
        return None
    texts = [(sheet.text(row, column), sheet.grid[row][column].cell) for column in filled]
    if len(texts) == 2 and is_group_mark(texts[0][0]) and _place(sheet, filled[0]) in ("no", ""):
        return _group_line(texts[0][0], texts[1][0]) if _place(sheet, filled[1]) == "content" or texts[1][1].colspan > 1 else None
    if len(texts) != 1 or _place(sheet, filled[0]) not in ("no", "content") or is_number(texts[0][0]):
        return None
    text, cell = texts[0]
    number, title = split_group(text)
    if len(title.split()) > _MOST_WORDS_OF_TITLE:
        return None
    wide = len(sheet.grid[row])
    if number or (wide > 1 and (cell.colspan >= max(2, wide - 1) or (cell.bold and not split_task(text)[0]))):
        return _group_line(number, title)
    return None


def _place(sheet: _Sheet, column: int) -> str:
    return sheet.keys[column]


def _group_line(number: str, title: str) -> Line:
    title = split_group(title)[1]
    return Line("group", {}, title=clean_line(title), number=number.strip().rstrip(".)"))


def _numbers_in_text(sheet: _Sheet, first: int) -> bool:
    """Whether the contents themselves begin with the numbers ("1. Rà soát", "2. Báo cáo"), for want of a number column."""
    if "content" not in sheet.keys:
        return False
    if "no" in sheet.keys:
        column = sheet.keys.index("no")
        if any(sheet.text(row, column) for row in range(first, len(sheet.grid))):
            return False
    column = sheet.keys.index("content")
    texts = [sheet.text(row, column) for row in range(first, len(sheet.grid))]
    numbers = [split_task(text)[0] for text in texts if text and not split_group(text)[0]]
    return len(numbers) >= 2 and all(numbers) and numbers[0] in ("1", "1.1") and len(set(numbers)) > 1


def _task(sheet: _Sheet, row: int, lines: Sequence[Line], above: int, in_text: bool) -> Line:
    texts: dict[str, str] = {}
    shared: set[str] = set()
    below_task = bool(lines) and lines[-1].kind == "task"
    for column, key in enumerate(sheet.keys):
        if not key:
            continue
        texts[key] = sheet.text(row, column)
        spot = sheet.grid[row][column]
        if below_task and spot.top < row and spot.left == column and spot.cell.text:
            shared.add(key)
    number = texts.pop("no", "")
    if in_text and texts.get("content"):
        number, texts["content"] = split_task(texts["content"])
    empty = "content" in texts and not texts["content"] and not number.strip()
    goes_on = below_task and empty and ("content" in shared or "no" in shared or any(texts.values()))
    level = lines[-1].level if goes_on else level_of(number, above)
    return Line("task", texts, "", number, level, goes_on, frozenset(shared), _lost(sheet, row))
