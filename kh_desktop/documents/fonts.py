"""The four faces documents are printed with, and the check that they have every character.

Liberation Serif has the widths of Times New Roman, so lines break alike with either.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kh_desktop.documents.tree import Block, Columns, Document, Paragraph, Row, Table
from kh_desktop.resources import resource_path

# (bold, italic)
Dress = tuple[bool, bool]
DRESSES: tuple[Dress, ...] = ((False, False), (True, False), (False, True), (True, True))

_TIMES = {(False, False): "times.ttf", (True, False): "timesbd.ttf", (False, True): "timesi.ttf", (True, True): "timesbi.ttf"}
_LIBERATION = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}
# Of both families in em, as word processors use them: top of a line to its baseline, baseline to the foot of "g", line to line.
# (reportlab's own ascent is another one, 0.2 em smaller: letters with two marks would touch what stands above.)
ASCENT, DESCENT, LINE = 0.891, 0.216, 1.149
# Old releases of Times New Roman lack letters with two marks; such a set is not used.
_NEEDED = "ăâđêôơưẮẰẲẴẶấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳỷỹỵ–“”…"


@dataclass(frozen=True)
class Face:
    """One face: ``font`` is reportlab's, ``widths`` in em by character."""

    name: str
    path: Path
    font: Any
    widths: Mapping[str, float]


@dataclass(frozen=True)
class FontSet:
    """The faces in use, by (bold, italic)."""

    family: str
    faces: Mapping[Dress, Face]

    def line_height(self, size: float) -> float:
        """Distance of two baselines at single line spacing in pt, as word processors set this font."""
        return size * LINE


def windows_font_folder() -> Path | None:
    """Where Windows keeps its fonts; None on other systems."""
    root = os.environ.get("WINDIR", "")
    folder = Path(root) / "Fonts" if root else None
    return folder if folder and folder.is_dir() else None


@cache
def fonts() -> FontSet:
    """The faces documents are printed with: the installed Times New Roman where there is one, else Liberation Serif."""
    return load_fonts(windows_font_folder())


def load_fonts(installed: Path | None) -> FontSet:
    """The faces of Times New Roman in the folder ``installed``, or our own when they are not all there or not complete."""
    from reportlab.pdfbase.ttfonts import TTFError

    if installed is not None and all((installed / name).is_file() for name in _TIMES.values()):
        try:
            times = _font_set("Times New Roman", {dress: installed / name for dress, name in _TIMES.items()})
        except (TTFError, OSError):
            times = None
        if times and all(char in face.widths for face in times.faces.values() for char in _NEEDED):
            return times
    return _font_set("Liberation Serif", {dress: resource_path("fonts", name) for dress, name in _LIBERATION.items()})


def _font_set(family: str, paths: Mapping[Dress, Path]) -> FontSet:
    return FontSet(family, {dress: _face(path) for dress, path in paths.items()})


def _face(path: Path) -> Face:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = path.stem
    font = TTFont(name, str(path))
    pdfmetrics.registerFont(font)
    widths = {chr(code): width / 1000 for code, width in font.face.charWidths.items()}
    # reportlab prints a no-break space as a space.
    widths["\u00a0"] = widths[" "]
    return Face(name, path, font, widths)


def missing_characters(document: Document) -> list[tuple[str, str, str]]:
    """Characters no face can print, each once with its first place: (character, anchor, text)."""
    faces = fonts().faces
    missing: dict[str, tuple[str, str, str]] = {}
    for text, dress, anchor in texts(document):
        known = faces[dress].widths
        for char in set(text):
            if char not in known and char != "\n":
                missing.setdefault(char, (char, anchor, text))
    return list(missing.values())


def texts(document: Document) -> Iterator[tuple[str, Dress, str]]:
    """Every text of a document in order with its dress and anchor."""
    for part in document.parts:
        for block in part.blocks:
            yield from _block_texts(block)


def _block_texts(block: Block) -> Iterator[tuple[str, Dress, str]]:
    if isinstance(block, Paragraph):
        for run in block.runs:
            yield run.text, (run.bold, run.italic), block.anchor
    elif isinstance(block, Columns):
        for paragraph in (*block.left, *block.right):
            yield from _block_texts(paragraph)
    else:
        yield from _table_texts(block)


def _table_texts(table: Table) -> Iterator[tuple[str, Dress, str]]:
    rows: tuple[Row, ...] = (*table.header, *table.rows)
    for row in rows:
        for cell in row.cells:
            for line in cell.lines:
                yield line, (cell.bold, cell.italic), cell.anchor
