"""Reading a PDF back as pictures: what preview and printing show. Every call waits for its turn with PDFium."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from kh_desktop.domain.errors import KhError
from kh_desktop.pdfium import PDFIUM


class PdfPages:
    """An opened PDF. Use as a context manager, or call ``close``."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self.page_count: int = len(document)

    def __enter__(self) -> PdfPages:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def page_size(self, index: int) -> tuple[float, float]:
        """Width and height of a page (from 0) in pt."""
        with PDFIUM:
            width, height = self._document.get_page_size(index)
        return float(width), float(height)

    def render(self, index: int, dpi: float) -> tuple[int, int, bytes]:
        """A page (from 0) on white: width and height in pixels, and BGRA bytes, rows top to bottom without padding."""
        with PDFIUM:
            page = self._document[index]
            bitmap = page.render(scale=dpi / 72, rev_byteorder=False, prefer_bgrx=True)
            try:
                width, height = int(bitmap.width), int(bitmap.height)
                data = bytes(bitmap.buffer)
                row = width * 4
                if bitmap.stride != row:
                    data = b"".join(data[at : at + row] for at in range(0, bitmap.stride * height, bitmap.stride))
            finally:
                bitmap.close()
                page.close()
        return width, height, data

    def close(self) -> None:
        """Free the document."""
        with PDFIUM:
            self._document.close()


def chosen_pages(data: bytes, numbers: Sequence[int]) -> bytes:
    """A PDF of the pages with these numbers (from 0) of the PDF ``data``, text and fonts as they are there."""
    import pypdfium2

    with PDFIUM:
        source, target = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
        try:
            target.import_pages(source, list(numbers))
            out = io.BytesIO()
            target.save(out)
            return out.getvalue()
        finally:
            target.close()
            source.close()


def open_pdf(data: bytes) -> PdfPages:
    """The pages of a PDF held in memory. Raises KhError("pdf.damaged") when it is none."""
    import pypdfium2

    try:
        with PDFIUM:
            return PdfPages(pypdfium2.PdfDocument(data))
    except pypdfium2.PdfiumError as error:
        raise KhError("pdf.damaged") from error
