"""Opening a PDF and taking its pages' words and rules from PDFium, one page at a time."""

from __future__ import annotations

import ctypes
from typing import Any

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.vitext import clean_line
from kh_desktop.importing.blocks import Progress
from kh_desktop.importing.pdf_chars import CharReader
from kh_desktop.importing.pdf_ink import PageInk
from kh_desktop.importing.pdf_rules import read_rules
from kh_desktop.pdfium import PDFIUM

MAX_PAGES = 1000
# More characters than any office's plan has; a made-up file could have hundreds of millions.
_MAX_MARKS = 3_000_000
_PASSWORD, _SECURITY = 4, 5
_MAX_NOTES, _MAX_STRING = 1000, 20_000


def read_pages(data: bytes, progress: Progress) -> list[PageInk]:
    """The pages of a PDF. Holds PDFium's lock for one page at a time, so that the preview can draw in between.

    KhError import.damaged, import.locked, import.too_big. Whatever ``progress`` raises goes through; the file is closed.
    """
    import pypdfium2
    from pypdfium2 import raw

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            code = "import.locked" if getattr(error, "err_code", 0) in (_PASSWORD, _SECURITY) else "import.damaged"
            raise KhError(code) from error
        reader, count = CharReader(raw), len(document)
    try:
        if count > MAX_PAGES:
            raise KhError("import.too_big")
        inks: list[PageInk] = []
        marks = 0
        for index in range(count):
            with PDFIUM:
                inks.append(_read_page(raw, document, reader, index))
            marks += inks[-1].marks
            if marks > _MAX_MARKS:
                raise KhError("import.too_big")
            progress((index + 1) / count * 0.9)
        return inks
    finally:
        with PDFIUM:
            document.close()


def _read_page(raw: Any, document: Any, reader: CharReader, index: int) -> PageInk:
    page = raw.FPDF_LoadPage(document.raw, index)
    if not page:
        return PageInk(index + 1, 0.0, 0.0, damaged=True)
    try:
        text_page = raw.FPDFText_LoadPage(page)
        if not text_page:
            return PageInk(index + 1, 0.0, 0.0, damaged=True)
        try:
            ink, frame = reader.read(page, text_page, index + 1)
        finally:
            raw.FPDFText_ClosePage(text_page)
        read_rules(raw, page, ink, frame)
        ink.notes = _notes(raw, page)
        return ink
    finally:
        raw.FPDF_ClosePage(page)


def _notes(raw: Any, page: Any) -> list[str]:
    """The words of the comments and form fields laid over a page: they are no part of its text."""
    found = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            if raw.FPDFAnnot_GetSubtype(note) not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
                found.append(_string(raw, note, b"Contents") or _string(raw, note, b"V"))
            raw.FPDFPage_CloseAnnot(note)
    return found


def _string(raw: Any, note: Any, key: bytes) -> str:
    size = min(raw.FPDFAnnot_GetStringValue(note, key, None, 0), _MAX_STRING)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(note, key, buffer, size)
    return clean_line(bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace"))
