"""A workbook of figures: sheets of typed cells, with the sums as formulas beside the results the program worked out.

Only the program makes formulas (``Figure.formula``); whatever people typed is text or a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kh_desktop.domain.cell_names import column_letters

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell. ``formula`` without its "=", its result in ``value``; None is an empty cell. Numbers print as 1.234 or with ``decimals``.

    ``frame``: with lines around. ``colspan``/``rowspan`` count this cell. ``size`` in pt. ``wrap`` False: one line, over its neighbours.
    """

    value: str | int | Decimal | None = None
    formula: str = ""
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    frame: bool = True
    colspan: int = 1
    rowspan: int = 1
    size: float = 12.0
    decimals: int = 0
    wrap: bool = True


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Cells from the first column on; places that a span covers have none. ``height`` in pt, 0: as high as its texts."""

    cells: tuple[Figure | None, ...] = ()
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """A sheet as it is printed: A4, as wide as the page, rows ``header`` (first and last, from 1; (0, 0): none) repeated on each page.

    ``widths`` in mm.
    """

    name: str
    widths: tuple[float, ...]
    rows: tuple[FigureRow, ...]
    header: tuple[int, int] = (0, 0)
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class FigureBook:
    """A whole workbook; ``title`` goes into the file's properties."""

    title: str
    sheets: tuple[FigureSheet, ...]
    author: str = ""


def at(row: int, column: int) -> str:
    """The name of a cell for a formula, row and column from 1: "C8"."""
    return f"{column_letters(column)}{row}"
