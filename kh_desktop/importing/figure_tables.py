"""The rows of an exported sheet of figures under a known layout: lines of counts, stated totals, or single dossiers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from kh_desktop.domain.cell_names import cell_name
from kh_desktop.domain.errors import KhError
from kh_desktop.domain.vitext import fold
from kh_desktop.importing.blocks import Progress
from kh_desktop.importing.figure_layouts import Layout, LayoutColumn, Match
from kh_desktop.importing.figure_values import HUGE, read_count, read_day, read_words
from kh_desktop.importing.xlsx_sheets import Sheet, SheetCell

T = TypeVar("T")
# More wrong cells than anybody reads: the rest is counted.
MOST_PROBLEMS = 200
_NUMBERED = re.compile(r"\(?\s*(\d{1,2}|[a-z])\s*\)?(\s*=.*)?", re.IGNORECASE)
_TOTAL = re.compile(r"(tong|cong)( (so|cong|hop|chung|ho so))*\b(?! hop)")
_STEP = 2_000


@dataclass(frozen=True, slots=True)
class FigureProblem:
    """Something wrong in a cell ("C12") of a sheet. ``code`` names the sentence; an error keeps the file out, a warning does not."""

    sheet: str
    cell: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    error: bool = True


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of counts by the keys of the layout. ``row`` from 1; ``group``: the heading above it ("Hộ tịch")."""

    row: int
    label: str
    group: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier of a register or a list; days are ISO, "" for none."""

    row: int
    code: str
    label: str
    received: str
    due: str
    returned: str
    field: str = ""
    channel: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """A sheet read under a layout. ``totals``: rows of sums the sheet states; the last one is the whole table's. ``wrong_rows``: how many
    rows have a cell that cannot be read."""

    sheet: str
    layout: Layout
    rows: tuple[FigureRow, ...] = ()
    totals: tuple[FigureRow, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    problems: tuple[FigureProblem, ...] = ()
    more_problems: int = 0
    wrong_rows: int = 0


def read_figure_sheet(sheet: Sheet, match: Match, progress: Progress = lambda _done: None) -> FigureSheet:
    """All rows under the header. What cannot be read is among the problems with its cell; such a row is not counted."""
    return _Rows(sheet, match, progress).read()


class _Rows:
    """Walks the rows once and keeps what was found."""

    def __init__(self, sheet: Sheet, match: Match, progress: Progress) -> None:
        self.sheet, self.match, self.progress = sheet, match, progress
        self.columns: dict[int, LayoutColumn] = {
            col: column for col, key in match.keys.items() if (column := match.layout.column(key)) is not None
        }
        self.place = {column.key: col for col, column in self.columns.items()}
        self.titles = {fold(label.rpartition(": ")[2]) for column in self.columns.values() for label in column.labels}
        self.longest = max(map(len, self.titles), default=0) + 20
        self.texts = {key: col for key, col in self.place.items() if self.columns[col].kind == "text"}
        self.days = {key: col for key, col in self.place.items() if self.columns[col].kind == "day"}
        self.rows: list[FigureRow] = []
        self.totals: list[FigureRow] = []
        self.dossiers: list[Dossier] = []
        self.problems: list[FigureProblem] = []
        self.more = 0
        self.wrong: set[int] = set()
        self.group = ""

    def read(self) -> FigureSheet:
        """The whole sheet."""
        single = self.match.layout.kind in ("dossiers", "list")
        self._hidden()
        last = self.sheet.row_count
        by_row: dict[int, dict[int, SheetCell]] = {}
        for (row, col), cell in self.sheet.cells.items():
            if row >= self.match.data_row and (cell.shown.strip() or cell.formula):
                by_row.setdefault(row, {})[col] = cell
        for count, row in enumerate(sorted(by_row)):
            if count % _STEP == 0:
                self.progress(row / max(last, 1))
            if not self._is_numbering(row, by_row[row]) and not self._is_header(by_row[row]):
                (self._dossier if single else self._line)(row, by_row[row])
        return FigureSheet(
            self.sheet.name, self.match.layout, tuple(self.rows), self._whole_last(), tuple(self.dossiers), tuple(self.problems), self.more,
            len(self.wrong),
        )  # fmt: skip

    def _hidden(self) -> None:
        if self.sheet.hidden:
            self._say("figures.hidden_sheet", -1, -1, error=False)
        rows = [r for r in self.sheet.hidden_rows if r >= self.match.data_row]
        if rows:
            self._say("figures.hidden_rows", min(rows), 0, {"count": len(rows)}, error=False)

    def _is_numbering(self, row: int, cells: Mapping[int, SheetCell]) -> bool:
        """The row of column numbers under the header: "(1) (2) (3)=(4)+(5)…"."""
        if row > self.match.data_row + 1 or len(cells) < 3:
            return False
        found = [_NUMBERED.fullmatch(read_words(cell)) for _, cell in sorted(cells.items())]
        if not all(found):
            return False
        numbers = [int(f[1]) for f in found if f and f[1].isdigit()]
        return len(numbers) >= 2 and all(b - a == 1 for a, b in zip(numbers, numbers[1:], strict=False))

    def _is_header(self, cells: Mapping[int, SheetCell]) -> bool:
        """The header once more, as on each printed page."""
        found = [cell.shown for col, cell in cells.items() if col in self.columns]
        return len(found) >= 3 and all(self._is_title(text) for text in found)

    def _is_title(self, text: str) -> bool:
        return len(text) <= self.longest and fold(text) in self.titles

    # --- rows of counts

    def _line(self, row: int, cells: Mapping[int, SheetCell]) -> None:
        counted = {col: c for col, c in self.columns.items() if c.kind == "count" and col in cells}
        label = self._label(cells)
        if (
            self.totals
            and not any(char.isdigit() for col in counted for char in cells[col].shown)
            and not any(cells[col].formula for col in counted)
        ):
            return  # below the total: who made the table, who signs
        if not counted:
            if label and not self.totals:
                self.group = re.sub(r"^([IVXLC]+|[A-Z]|\d+)[.)]\s+", "", label)
            return
        counts = {column.key: value for col, column in counted.items() if (value := self._count(row, col, cells[col])) is not None}
        found = FigureRow(row + 1, label, self.group, counts)
        if _TOTAL.match(fold(label)) or not label:
            self.totals.append(found)
        else:
            self.rows.append(found)

    def _label(self, cells: Mapping[int, SheetCell]) -> str:
        """What a row is about; a joined cell over number and label has its text in the number's column."""
        text = read_words(cells.get(self.place.get("label", -1)))
        number = read_words(cells.get(self.place.get("no", -1)))
        if not text and not re.fullmatch(r"[\d.)]*", number):
            return number
        return text

    def _count(self, row: int, col: int, cell: SheetCell) -> int | None:
        value = self._read(read_count, row, col, cell)
        if value is not None and value > HUGE:
            self._say("figures.huge", row, col, {"value": value}, error=False)
        return value

    def _whole_last(self) -> tuple[FigureRow, ...]:
        """The totals with the one of the whole table last: the one that counts most. The others are sums of groups within it."""
        if len(self.totals) < 2:
            return tuple(self.totals)
        whole = max(self.totals, key=lambda t: sum(t.counts.values()))
        for part in self.totals:
            if part is not whole:
                self._say("figures.subtotal", part.row - 1, self.place.get("label", 0), {"label": part.label}, error=False)
        return (*(t for t in self.totals if t is not whole), whole)

    # --- single dossiers

    def _dossier(self, row: int, cells: Mapping[int, SheetCell]) -> None:
        words = {key: read_words(cells.get(col)) for key, col in self.place.items() if self.columns[col].kind == "text"}
        days = {column.key: self._read(read_day, row, col, cells.get(col)) for col, column in self.columns.items() if column.kind == "day"}
        if not any(days.values()):
            text = words.get("label") or words.get("no", "")
            # A heading over dossiers of one field, or the signatures at the foot; a coded row without a day is neither.
            if words.get("code"):
                self._say("figures.no_day", row, self.place["received_day"])
            elif text and not self.dossiers:
                self.group = text
            return
        if not days.get("received_day") and days.get("received_day") is not None:
            self._say("figures.no_day", row, self.place["received_day"])
        if None in days.values() or not days.get("received_day"):
            return
        self.dossiers.append(
            Dossier(
                row + 1, words.get("code", ""), words.get("label", ""), days.get("received_day") or "", days.get("due_day") or "",
                days.get("returned_day") or "", words.get("field", "") or self.group, words.get("channel", ""), words.get("status", ""),
            )
        )  # fmt: skip

    # --- what is wrong

    def _read(self, read: Callable[[SheetCell | None], T], row: int, col: int, cell: SheetCell | None) -> T | None:
        try:
            return read(cell)
        except KhError as problem:
            self._say(problem.code, row, col, problem.params)
            return None

    def _say(self, code: str, row: int, col: int, params: Mapping[str, object] | None = None, *, error: bool = True) -> None:
        if error:
            self.wrong.add(row)
        if len(self.problems) >= MOST_PROBLEMS:
            self.more += 1
            return
        cell = cell_name(row, col) if row >= 0 else ""
        self.problems.append(FigureProblem(self.sheet.name, cell, code, params or {}, error))
