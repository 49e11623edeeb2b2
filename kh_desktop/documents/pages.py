"""Pages, and the items that are put on them. All lengths in pt, measured from the top left corner of the sheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from kh_desktop.documents.paginate import Slice
from kh_desktop.documents.table_measure import TableBox
from kh_desktop.documents.text_flow import Line
from kh_desktop.documents.tree import Paragraph


@dataclass(frozen=True, slots=True)
class Ink:
    """A line of text at its place: ``x``, ``baseline``, ``stretch`` pt more in each blank."""

    x: float
    baseline: float
    size: float
    line: Line
    stretch: float = 0.0


@dataclass(frozen=True, slots=True)
class AnchorBox:
    """Where the part of the plan named ``anchor`` stands on a page."""

    x0: float
    y0: float
    x1: float
    y1: float
    anchor: str


@dataclass(slots=True)
class Page:
    """One page: lines of text, rules (x0, x1, y), cell frames (x0, y0, x1, y1), places of the plan's parts."""

    width: float
    height: float
    inks: list[Ink] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    frames: list[tuple[float, float, float, float]] = field(default_factory=list)
    boxes: list[AnchorBox] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TextItem:
    """One line of a paragraph in a column ``x0`` … ``x1``."""

    paragraph: Paragraph
    line: Line
    x0: float
    x1: float
    indent: float
    height: float


@dataclass(frozen=True, slots=True)
class SidesItem:
    """Two stacks of lines side by side; each line with its offset from the top."""

    lines: tuple[tuple[float, TextItem], ...]


@dataclass(frozen=True, slots=True)
class HeaderItem:
    """The header rows where a table begins."""

    table: TableBox


@dataclass(frozen=True, slots=True)
class RowItem:
    """A row of a table, or a slice of its lines."""

    table: TableBox
    piece: Slice


Item = TextItem | SidesItem | HeaderItem | RowItem
