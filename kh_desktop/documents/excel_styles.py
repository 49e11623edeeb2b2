"""Dresses of cells, each made once: building style objects per cell is what makes openpyxl slow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from kh_desktop.documents.tree import Align, Paragraph, Run

FONT = "Times New Roman"
# Texts that begin like a formula keep the mark "this is text", so that they stay text when somebody edits the cell.
_FORMULA_STARTS = ("=", "+", "-", "@")


class CellDress(NamedTuple):
    """How a cell looks; ``frame`` names the sides that have a line ("tblr"), ``indent`` in steps of Excel's own, ``fit``: one line,
    drawn smaller rather than cut."""

    size: float
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    vertical: str = "top"
    frame: str = ""
    indent: int = 0
    fit: bool = False


class StyleBook:
    """Finished openpyxl styles by dress."""

    def __init__(self, sheet: Any) -> None:
        self._maker = sheet.cell(1, 1)
        self._styles: dict[tuple[CellDress, bool], Any] = {}

    def style(self, dress: CellDress, text: str) -> Any:
        """The style of a cell with this dress; shared, never to be changed."""
        key = (dress, text.startswith(_FORMULA_STARTS))
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._make(*key)
        return style

    def _make(self, dress: CellDress, quote: bool) -> Any:
        from copy import copy

        from openpyxl.styles import Alignment, Border, Font, Side

        cell = self._maker
        line = Side("thin", color="FF000000")
        sides = {name: line if name[0] in dress.frame else Side() for name in ("top", "bottom", "left", "right")}
        cell.font = Font(name=FONT, size=dress.size, bold=dress.bold, italic=dress.italic)
        cell.border = Border(**sides)
        cell.alignment = Alignment(
            horizontal=dress.align, vertical=dress.vertical, wrap_text=not dress.fit, shrink_to_fit=dress.fit, indent=dress.indent
        )
        cell.quotePrefix = quote
        return copy(cell._style)


def rich_text(pieces: Iterable[tuple[Run, float]], cleaned: Callable[[str], str]) -> Any:
    """Text of several dresses and sizes in one cell; ``cleaned`` makes a text fit for one."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    return CellRichText([TextBlock(InlineFont(rFont=FONT, sz=size, b=run.bold, i=run.italic), cleaned(run.text)) for run, size in pieces])


def stacked(paragraphs: Sequence[Paragraph], line: float) -> list[tuple[Run, float]]:
    """Paragraphs as lines of one cell; room above a paragraph becomes empty lines of ``line`` times its size."""
    pieces: list[tuple[Run, float]] = []
    breaks = 0
    for number, paragraph in enumerate(paragraphs):
        breaks += round(paragraph.space_before / (paragraph.size * line)) + 1 if number else 0
        for run in paragraph.runs:
            if run.text:
                # The breaks go before the next letters: alone they would be lost as empty text.
                pieces.append((replace(run, text="\n" * breaks + run.text), paragraph.size))
                breaks = 0
    return pieces


def use_normal_font(workbook: Any) -> None:
    """Times New Roman 12 as the workbook's normal font: column widths are counted in its digits."""
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    font = Font(name=FONT, size=12, family=1)
    workbook._fonts = IndexedList([font])
    workbook._named_styles["Normal"].font = font
