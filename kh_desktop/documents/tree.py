"""The neutral tree of an official document: what stands on the pages, in order, and how each piece is dressed.

``build`` makes it from a plan; the PDF, Word and Excel writers all read it and nothing else, so nothing can be in one and missing
in another. Sizes are in pt, lengths in mm. ``anchor`` names the part of the plan a piece shows ("title", "basis:12", "section:5",
"task:33:product", "signature"), so that a click on the page finds its field.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one dress."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``first_indent``/``left_indent`` in mm, ``space_after``/``space_before`` in pt, ``size`` in pt.

    ``rule``: a solid line centred below, as a share of the width of the text (1.0 under the tiêu ngữ, 0.4 under the agency);
    0 for none. ``keep_with_next``: never the last line of a page. ``style`` names the component of the layout
    ("quoc_hieu", "trich_yeu", "can_cu", "muc_la_ma", "noi_dung", …), kept for tests and for named Word styles.
    """

    runs: tuple[Run, ...]
    style: str
    size: float = 14.0
    align: Align = "justify"
    first_indent: float = 0.0
    left_indent: float = 0.0
    space_before: float = 0.0
    space_after: float = 6.0
    line_spacing: float = 1.0
    rule: float = 0.0
    keep_with_next: bool = False
    anchor: str = ""

    @property
    def text(self) -> str:
        """The plain text of the paragraph."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; ``lines`` are its paragraphs. ``colspan``/``rowspan`` count columns and rows covered, this one included."""

    lines: tuple[str, ...]
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    colspan: int = 1
    rowspan: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, left to right; places covered by a span from above or left have no cell.

    ``group``: a group row, repeated with "(tiếp)" when its tasks go on over a page break, and never alone at a page's foot.
    """

    cells: tuple[Cell, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with header rows that are repeated on each page. ``widths`` are column widths in mm."""

    widths: tuple[float, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    size: float = 12.0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Two blocks side by side that share a top line: the letterhead; nơi nhận and signature. Shares of the text width."""

    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    left_share: float = 0.45
    kind: Literal["letterhead", "signature"] = "letterhead"


Block = Paragraph | Table | Columns


@dataclass(frozen=True, slots=True)
class Part:
    """A run of pages with one orientation and its own page numbers: the plan itself, then each appendix.

    ``name`` is a short label ("Kế hoạch", "Phụ lục I"), used for the sheets of the Excel file.
    """

    name: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``title`` goes into the file's properties; ``margins`` are (top, right, bottom, left) in mm."""

    title: str
    parts: tuple[Part, ...]
    margins: tuple[float, float, float, float] = (20.0, 20.0, 20.0, 30.0)
    page_number_size: float = 13.0
    meta: dict[str, str] = field(default_factory=dict)
