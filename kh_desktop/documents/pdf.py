"""Writing a document as PDF: embedded subset fonts, the layout to the hundredth of a point, no data of the machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from kh_desktop.documents.compose import compose
from kh_desktop.documents.fonts import Dress, FontSet, fonts, missing_characters
from kh_desktop.documents.pages import Page
from kh_desktop.documents.text_flow import Ruler
from kh_desktop.documents.tree import Document
from kh_desktop.domain.errors import KhError

_RULE_WIDTH = 0.75
_FRAME_WIDTH = 0.5


@dataclass(frozen=True, slots=True)
class Placement:
    """Where each part of the plan stands: ``boxes`` hold (page from 0, x0, y0 from the top, x1, y1 from the top, anchor) in pt,
    ``page_sizes`` (width, height) in pt."""

    boxes: list[tuple[int, float, float, float, float, str]] = field(default_factory=list)
    page_sizes: list[tuple[float, float]] = field(default_factory=list)


def write_pdf(document: Document, out: BinaryIO, *, invariant: bool = False) -> Placement:
    """Write ``document`` to ``out``. ``invariant``: the same bytes each time, without the date of writing.

    Raises KhError("font.missing") before anything is written when a character cannot be printed.
    """
    missing = missing_characters(document)
    if missing:
        char, _anchor, text = missing[0]
        raise KhError("font.missing", char=char, where=_around(text, char))
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    # Streams as they are, not as text of 5 characters for 4 bytes: a quarter less to write and to store.
    rl_config.useA85 = 0
    faces = fonts()
    pages = compose(document, Ruler(faces))
    canvas = Canvas(out, pageCompression=1, invariant=int(invariant), lang="vi-VN")
    _describe(canvas, document)
    pen = _Pen(canvas, faces)
    placement = Placement()
    for index, page in enumerate(pages):
        canvas.setPageSize((page.width, page.height))
        canvas.addLiteral(pen.page(page))
        canvas.showPage()
        placement.page_sizes.append((page.width, page.height))
        placement.boxes.extend((index, box.x0, box.y0, box.x1, box.y1, box.anchor) for box in page.boxes)
    canvas.save()
    return placement


def _describe(canvas: Any, document: Document) -> None:
    canvas.setTitle(document.title)
    canvas.setAuthor(document.meta.get("author", ""))
    canvas.setSubject(document.meta.get("subject", ""))
    canvas.setCreator("KH Desktop")
    canvas.setProducer("KH Desktop")


def _around(text: str, char: str) -> str:
    """A few words round the first ``char``, so that people find it."""
    at = text.index(char)
    start, end = max(at - 20, 0), at + 21
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _edges(page: Page) -> dict[str, None]:
    """The edges of all cells, each once: an edge two cells share would look thicker when drawn twice."""
    edges: dict[str, None] = {}
    for x0, y0, x1, y1 in page.frames:
        left, right, top, bottom = f"{x0:.2f}", f"{x1:.2f}", f"{page.height - y0:.2f}", f"{page.height - y1:.2f}"
        edges[f"{left} {top} m {right} {top} l"] = None
        edges[f"{left} {bottom} m {right} {bottom} l"] = None
        edges[f"{left} {top} m {left} {bottom} l"] = None
        edges[f"{right} {top} m {right} {bottom} l"] = None
    return edges


class _Pen:
    """Writes page content directly: a canvas call for each of 30,000 lines takes most of the time of a large plan."""

    def __init__(self, canvas: Any, faces: FontSet) -> None:
        self._doc = canvas._doc
        self._escape = canvas._escape
        self._faces = faces
        self._encoded: dict[tuple[Dress, str], list[tuple[str, str]]] = {}

    def page(self, page: Page) -> str:
        """All operators of ``page``."""
        return "\n".join((*self._rules(page), "BT", *self._texts(page), "ET"))

    def _rules(self, page: Page) -> Iterator[str]:
        height = page.height
        if page.frames:
            yield f"{_FRAME_WIDTH} w"
            yield from _edges(page)
            yield "S"
        if page.rules:
            yield f"{_RULE_WIDTH} w"
            for x0, x1, y in page.rules:
                yield f"{x0:.2f} {height - y:.2f} m {x1:.2f} {height - y:.2f} l"
            yield "S"

    def _texts(self, page: Page) -> Iterator[str]:
        font, stretch = "", 0.0
        for ink in page.inks:
            if ink.stretch != stretch:
                stretch = ink.stretch
                yield f"{stretch:.4f} Tw"
            yield f"1 0 0 1 {ink.x:.2f} {page.height - ink.baseline:.2f} Tm"
            for dress, text in ink.line.pieces:
                for name, codes in self._encode(dress, text):
                    wanted = f"{name} {ink.size:g} Tf"
                    if wanted != font:
                        font = wanted
                        yield wanted
                    yield f"({codes}) Tj"

    def _encode(self, dress: Dress, text: str) -> list[tuple[str, str]]:
        known = self._encoded.get((dress, text))
        if known is None:
            font = self._faces.faces[dress].font
            pieces = font.splitString(text, self._doc)
            known = [(font.getSubsetInternalName(subset, self._doc), self._escape(codes)) for subset, codes in pieces]
            self._encoded[(dress, text)] = known
        return known
