"""What openpyxl does not do for a workbook: the same bytes each time, rules as thin pictures, no "number stored as text" marks."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any, BinaryIO

from kh_desktop.documents.office_package import CORE_PART, add_entry, core_xml
from kh_desktop.documents.tree import Document

_EMU_PER_MM = 36000
_EMU_PER_PT = 12700
_RULE_HEIGHT = 9525  # 0.75 pt
# A PNG of one black point.
_BLACK_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)
_DIMENSION = re.compile(rb'<dimension ref="([A-Z0-9:]+)"')


class StableArchive:
    """The zip openpyxl writes into: entries carry a fixed time, and the properties of the file are ours."""

    def __init__(self, out: BinaryIO, document: Document) -> None:
        self._archive = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
        self._core = core_xml(document)

    def writestr(self, name: str, data: str | bytes) -> None:
        """Add an entry."""
        add_entry(self._archive, name, self._core if name == CORE_PART else data)

    def write(self, path: str, name: str) -> None:
        """Add a sheet openpyxl has written to a file, with a line that numbers as text (a row's "1") are meant to be text."""
        self.writestr(name, _numbers_are_text(Path(path).read_bytes()))

    def namelist(self) -> list[str]:
        """The entries so far."""
        return self._archive.namelist()

    def close(self) -> None:
        """Finish the file; ``out`` itself stays open."""
        self._archive.close()


def save(workbook: Any, document: Document, out: BinaryIO) -> None:
    """Write the workbook without a time, a person or a machine in it."""
    from openpyxl.writer.excel import ExcelWriter

    ExcelWriter(workbook, StableArchive(out, document)).save()


def _numbers_are_text(sheet: bytes) -> bytes:
    found = _DIMENSION.search(sheet)
    if not found:
        return sheet
    note = b'<ignoredErrors><ignoredError sqref="' + found.group(1) + b'" numberStoredAsText="1"/></ignoredErrors>'
    at = sheet.rfind(b"<drawing ")
    at = at if at > 0 else sheet.rfind(b"</worksheet>")
    return sheet[:at] + note + sheet[at:]


def add_rule(sheet: Any, row: int, down: float, column: int, across: float, length: float) -> None:
    """A black line in ``row`` (from 1), ``down`` pt below its top, starting ``across`` mm into ``column`` (from 0), ``length`` mm long.

    It is a picture, because cells only have lines as long as themselves."""
    from openpyxl.drawing.image import Image
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
    from openpyxl.drawing.xdr import XDRPositiveSize2D

    # The class itself would open the picture with Pillow, which the installed program does not carry.
    picture = Image.__new__(Image)
    picture.format = "png"
    picture._data = lambda: _BLACK_DOT
    start = AnchorMarker(col=column, colOff=round(across * _EMU_PER_MM), row=row - 1, rowOff=round(down * _EMU_PER_PT))
    picture.anchor = OneCellAnchor(_from=start, ext=XDRPositiveSize2D(max(round(length * _EMU_PER_MM), 1), _RULE_HEIGHT))
    sheet.add_image(picture)
