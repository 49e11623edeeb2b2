"""What every reader yields: the text of a file as paragraphs and tables, in reading order, with what the source says about their looks.

Texts are NFC with single blanks; nothing is dropped and nothing is made up. A reader never decides what a block means.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kh_desktop.domain.errors import KhError

# Hears how far a reader has come, 0.0 to 1.0; may raise Cancelled.
Progress = Callable[[float], None]


class Cancelled(KhError):
    """A person stopped a long reading; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("import.cancelled")


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a source: a block by index, and in a table the cell by its top left row and column (all from 0; -1 when it has none)."""

    block: int
    row: int = -1
    col: int = -1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``number``: a list mark the word processor made and the text does not hold ("1.", "a)", "-").

    ``level``: depth of a heading style, 1 upwards, 0 for none. ``size`` in pt, 0 when unknown. ``page`` from 1, 0 when the format has none.
    A line break inside the paragraph is a line break in ``text``.
    """

    text: str
    number: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    centered: bool = False
    size: float = 0.0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table by its top left place and how many rows and columns it covers."""

    row: int
    col: int
    paragraphs: tuple[Paragraph, ...] = ()
    rows: int = 1
    cols: int = 1

    @property
    def text(self) -> str:
        """The paragraphs with their list marks, one a line."""
        return "\n".join(" ".join(filter(None, (p.number, p.text))) for p in self.paragraphs)

    @property
    def bold(self) -> bool:
        """Whether all that is written in it is bold."""
        return any(p.text for p in self.paragraphs) and all(p.bold for p in self.paragraphs if p.text)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Cells are sorted by row and column and do not overlap; a place without a cell is empty.

    ``ruled``: it has lines (letterhead and signature are tables without). ``guessed``: the source lost its columns and they were put back
    by reading. ``header_rows``: rows the source itself repeats on each page. ``page_starts``: rows that begin on a new page (repeated
    headers are still there). ``page``: where it begins, from 1.
    """

    cells: tuple[Cell, ...]
    row_count: int
    col_count: int
    ruled: bool = True
    guessed: bool = False
    header_rows: int = 0
    page_starts: tuple[int, ...] = ()
    page: int = 0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader met and a person should know: "tracked_changes", "comments", "text_box", "hidden_sheet"…; ``count`` how often,
    ``text`` what it was when it is not in the blocks (a comment's words, a footnote)."""

    code: str
    spot: Spot | None = None
    count: int = 1
    text: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read. ``kind``: "docx", "xlsx", "pdf", "text" or "html"; ``name`` its file name, "" for the clipboard."""

    kind: str
    name: str
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
