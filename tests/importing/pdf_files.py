"""PDF files drawn for tests: text at places, ruled tables, turned and hidden text, scans."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from kh_desktop.importing.blocks import Paragraph, Source, Table
from kh_desktop.importing.pdf_reader import read_pdf
from kh_desktop.resources import resource_path

A4 = (595.0, 842.0)
REGULAR, BOLD = "Regular", "Bold"


def pdf(*pages: Callable[[Any], None], size: tuple[float, float] = A4, **options: Any) -> bytes:
    """A PDF of pages, each drawn by a function that is given the canvas; 13 pt upright letters to begin with."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(resource_path("fonts", f"LiberationSerif-{name}.ttf"))))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, **options)
    for draw in pages:
        canvas.setFont(REGULAR, 13)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(*pages: Callable[[Any], None], **options: Any) -> Source:
    """The blocks of such a PDF."""
    return read_pdf(pdf(*pages, **options), "x.pdf")


def texts(source: Source) -> list[str]:
    """The paragraphs outside tables."""
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def tables(source: Source) -> list[Table]:
    """The tables."""
    return [block for block in source.blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    """The texts of the cells, row by row."""
    found: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        found[cell.row].append(" ".join(cell.text.split()))
    return found


def wrapped(text: str, width: float, size: float = 13, font: str = REGULAR) -> list[str]:
    """The lines of a text as a word processor breaks them."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, font, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def write(canvas: Any, x: float, y: float, text: str, width: float = 455, size: float = 13, indent: float = 0, step: float = 1.2) -> float:
    """Writes a paragraph from baseline ``y`` down, its first line set in; the baseline of the next line."""
    first = True
    canvas.setFont(REGULAR, size)
    lines = wrapped(text, width, size) if not indent else _set_in(text, width, size, indent)
    for line in lines:
        canvas.drawString(x + (indent if first else 0), y, line)
        y -= size * step
        first = False
    return y


def _set_in(text: str, width: float, size: float, indent: float) -> list[str]:
    first = wrapped(text, width - indent, size)[0]
    rest = text[len(first) :].strip()
    return [first, *(wrapped(rest, width, size) if rest else [])]


def grid(canvas: Any, xs: Sequence[float], ys: Sequence[float], cells: Sequence[Sequence[str]], size: float = 11) -> None:
    """A ruled table: borders, and the texts of the cells broken to their width. ``None`` instead of a text draws nothing."""
    canvas.grid(list(xs), list(ys))
    fill(canvas, xs, ys, cells, size)


def fill(canvas: Any, xs: Sequence[float], ys: Sequence[float], cells: Sequence[Sequence[str]], size: float = 11) -> None:
    """The texts of a table without its borders."""
    for row, texts_of_row in enumerate(cells):
        for col, text in enumerate(texts_of_row):
            y = ys[row] - size - 2
            for paragraph in text.split("\n"):
                y = write(canvas, xs[col] + 5, y, paragraph, xs[col + 1] - xs[col] - 10, size)
