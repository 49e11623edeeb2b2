"""Which export of which system a sheet is: recognised by its header rows, never by the name of the file.

A layout is data (``resources/export_layouts.json``): columns with the labels they go by, those that must be there, and which of them make
up the columns of form II.06a or the parts of an indicator. Labels are compared as sets of words, so that grouped headers over two or
three rows, "Tiếp nhận - Trực tuyến" and "Hồ sơ tiếp nhận trực tuyến" are the same column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.importing.xlsx_sheets import Sheet

# A header is looked for in the first rows only, and is at most this many rows high.
_LOOK_IN = 40
_HIGHEST = 4
_LIKE = 0.55
_ENOUGH = 0.6
# A column a person is going to confirm: rather none than a wrong one.
_PROPOSED = 0.65

# Different words of different systems for one thing, folded; longer ones first.
_SAME = (
    ("dich vu buu chinh cong ich", "buuchinh"), ("dich vu buu chinh", "buuchinh"), ("buu chinh", "buuchinh"), ("bcci", "buuchinh"),
    ("dich vu cong truc tuyen", "dvctt"), ("muc do 4", "toantrinh"), ("muc 4", "toantrinh"), ("toan trinh", "toantrinh"),
    ("muc do 3", "motphan"), ("muc 3", "motphan"), ("mot phan", "motphan"), ("ky truoc chuyen sang", "kytruoc"),
    ("ky truoc chuyen qua", "kytruoc"), ("tu ky truoc", "kytruoc"), ("ky truoc", "kytruoc"), ("truc tuyen", "tructuyen"),
    ("truc tiep", "tructiep"), ("chua den han", "tronghan"), ("con han", "tronghan"), ("trong han", "tronghan"), ("tre han", "quahan"),
    ("qua han", "quahan"), ("truoc han", "truochan"), ("dung thoi han", "dunghan"), ("dung han", "dunghan"), ("da xu ly", "dagiaiquyet"),
    ("da giai quyet", "dagiaiquyet"), ("dang xu ly", "danggiaiquyet"), ("dang giai quyet", "danggiaiquyet"),
    ("thu tuc hanh chinh", "tthc"), ("tong so", "tong"), ("tong cong", "tong"), ("so luong", ""), ("ho so", ""), ("xin rut", "rut"),
)  # fmt: skip
_EMPTY_WORDS = frozenset({"so", "sl", "hs", "cac", "va", "theo", "ten", "gop", "cua", "nay", "thuoc"})


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """One column: ``kind`` "count", "percent", "day" or "text"."""

    key: str
    labels: tuple[str, ...]
    kind: str = "count"


@dataclass(frozen=True, slots=True)
class Ratio:
    """An indicator that a layout yields: the columns summed above and below the line."""

    indicator: str
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """An export layout. ``kind``: "counts" (lines of II.06a), "ratios" (indicators only), "dossiers" (one a row) or "list".

    ``rows`` says what a row is about: "field", "unit" or "procedure". ``counts``: columns of II.06a by the columns summed into them; a
    column of the same name is the whole of the others and counts alone when the sheet has it.
    """

    id: str
    title: str
    kind: str
    rows: str
    columns: tuple[LayoutColumn, ...]
    required: frozenset[str]
    counts: Mapping[str, tuple[str, ...]]
    ratios: tuple[Ratio, ...] = ()
    note: str = ""

    def parts(self, column: str, present: frozenset[str]) -> tuple[str, ...]:
        """The sheet's columns that make up a column of II.06a."""
        parts = self.counts.get(column, ())
        return (column,) if column in parts and column in present else tuple(p for p in parts if p in present)

    def column(self, key: str) -> LayoutColumn | None:
        """The column of that key."""
        return next((c for c in self.columns if c.key == key), None)

    def title_of(self, key: str) -> str:
        """The usual title of the column of that key."""
        column = self.column(key)
        return column.labels[0] if column else key


@dataclass(frozen=True, slots=True)
class Match:
    """A sheet taken for a layout: the header's first row, the first row under it, and the key of each sheet column (0 up)."""

    layout: Layout
    header_row: int
    data_row: int
    keys: Mapping[int, str]
    score: float


def layouts_of(data: Any) -> tuple[Layout, ...]:
    """The layouts of the resource ``export_layouts.json``."""
    return tuple(
        Layout(
            id=item["id"], title=item["title"], kind=item["kind"], rows=item["rows"], note=item.get("note", ""),
            columns=tuple(LayoutColumn(c["key"], tuple(c["labels"]), c.get("kind", "count")) for c in item["columns"]),
            required=frozenset(item["required"]),
            counts={key: tuple(parts) for key, parts in item.get("counts", {}).items()},
            ratios=tuple(Ratio(r["indicator"], tuple(r["numerator"]), tuple(r["denominator"])) for r in item.get("ratios", ())),
        )
        for item in data["layouts"]
    )  # fmt: skip


def recognise_layout(sheet: Sheet, layouts: Sequence[Layout]) -> Match | None:
    """The layout that the sheet's header rows fit best; None when none fits well enough (then a person maps the columns)."""
    best: Match | None = None
    wanted = [(layout, [[_words(label) for label in column.labels] for column in layout.columns]) for layout in layouts]
    grid = _header_texts(sheet)
    for top in range(min(len(grid), _LOOK_IN)):
        for height in range(1, min(_HIGHEST, len(grid) - top) + 1):
            titles = column_titles(grid, top, height)
            if len(titles) < 3:
                continue
            found = {col: _words(title) for col, title in titles.items()}
            for layout, words in wanted:
                match = _fit(layout, words, found, top, top + height)
                # The same columns under fewer rows: the row more holds data.
                if match and (best is None or match.score > best.score + 1e-9):
                    best = match
    return best


def column_titles(grid: Sequence[Sequence[str]], top: int, height: int) -> dict[int, str]:
    """The title of each column under a header of ``height`` rows: its words from the top down, "Tiếp nhận: Trong kỳ: Trực tuyến"."""
    titles = {}
    for col in range(len(grid[top])):
        parts: list[str] = []
        for row in range(top, top + height):
            text = grid[row][col]
            if not text and row < top + height - 1 and any(grid[r][col] for r in range(row + 1, top + height)):
                # A group title that was not merged over its columns: it stands in the first of them.
                text = next((grid[row][c] for c in range(col - 1, -1, -1) if grid[row][c]), "")
                text = text if parts or _is_group(grid, row, col) else ""
            if text and text not in parts:
                parts.append(text)
        if parts:
            titles[col] = ": ".join(parts)
    return titles


def _is_group(grid: Sequence[Sequence[str]], row: int, col: int) -> bool:
    """Whether the title to the left in ``row`` also stands over ``col``: its own column has a title below, too."""
    left = next((c for c in range(col - 1, -1, -1) if grid[row][c]), -1)
    return left >= 0 and row + 1 < len(grid) and bool(grid[row + 1][left]) and grid[row + 1][left] != grid[row][left]


def header_grid(sheet: Sheet) -> list[list[str]]:
    """The first rows of a sheet as texts, joined cells filled with their text."""
    return _header_texts(sheet)


def _header_texts(sheet: Sheet) -> list[list[str]]:
    rows, cols = min(sheet.row_count, _LOOK_IN + _HIGHEST), min(sheet.col_count, 200)
    grid = [[""] * cols for _ in range(rows)]
    for (row, col), cell in sheet.cells.items():
        if row < rows and col < cols:
            grid[row][col] = clean_line(cell.shown)
    for merged in sheet.merged:
        if merged.row < rows and merged.col < cols:
            text = grid[merged.row][merged.col]
            for row in range(merged.row, min(merged.row + merged.rows, rows)):
                for col in range(merged.col, min(merged.col + merged.cols, cols)):
                    grid[row][col] = text
    return grid


def _words(label: str) -> frozenset[str]:
    """What a label is about, as a set of words: marks, order and filling words do not count."""
    text = re.sub(r"\(\s*\d+\s*(=[^)]*)?\)", " ", fold(label))
    text = f" {re.sub(r'[^a-z0-9%]+', ' ', text)} "
    for said, meant in _SAME:
        text = text.replace(f" {said} ", f" {meant} ")
    return frozenset(word for word in text.split() if word not in _EMPTY_WORDS)


def _fit(
    layout: Layout, wanted: Sequence[Sequence[frozenset[str]]], found: Mapping[int, frozenset[str]], top: int, below: int
) -> Match | None:
    """The best pairs of sheet columns and layout columns, each taken once; None when a required one is missing."""
    order = {col: place for place, col in enumerate(sorted(found))}
    pairs = []
    for place, labels in enumerate(wanted):
        for col, words in found.items():
            like = max(_likeness(words, label) for label in labels)
            if like >= _LIKE:
                # Between equal labels ("Quá hạn" twice) the one in the usual order counts.
                pairs.append((like - 0.002 * abs(order[col] - place), like, place, col))
    keys: dict[int, str] = {}
    taken: set[int] = set()
    total = 0.0
    for _, like, place, col in sorted(pairs, key=lambda p: (-p[0], p[2], p[3])):
        if place not in taken and col not in keys:
            taken.add(place)
            keys[col] = layout.columns[place].key
            total += like
    if not layout.required <= set(keys.values()):
        return None
    score = 2 * total / (len(wanted) + len(found))
    return Match(layout, top, below, keys, score) if score >= _ENOUGH else None


def likely_columns(layout: Layout, titles: Sequence[str]) -> dict[str, str]:
    """The key of the layout's column for each title it is like; each column and each title once, the likest pairs first."""
    words = {title: _words(title) for title in titles}
    pairs = [
        (max(_likeness(said, _words(label)) for label in column.labels), place, title)
        for place, column in enumerate(layout.columns)
        for title, said in words.items()
    ]
    found: dict[str, str] = {}
    for like, place, title in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        key = layout.columns[place].key
        if like >= _PROPOSED and title not in found and key not in found.values():
            found[title] = key
    return found


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """1 for the same words, 0 for none in common."""
    if not a or not b:
        return 0.0
    return 2 * len(a & b) / (len(a) + len(b))
