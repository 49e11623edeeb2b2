"""The characters of a PDF page put together to words."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass
from typing import Any

from kh_desktop.importing.pdf_ink import Frame, PageInk, Word

_BOLD = ("bold", "black", "heavy", "demi")
_ITALIC = ("italic", "oblique")
# Fonts of TCVN3 and VNI: their codes mean other letters than Unicode says.
_LEGACY = (".vn", "vni-", "vni ")
# Word draws its bullets with symbol fonts, whose codes lie in the private area.
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF02D: "-", 0xF02B: "+", 0xF06F: "o", 0xF0A8: "▪"}
# PDFium's mark for a hyphen at a line's end, and the soft hyphen many fonts use for the common one.
_HYPHENS = {0x02, 0xFFFE, 0xAD}
_BLANKS = {0x09, 0x0A, 0x0D, 0x20, 0x3000}
_UNKNOWN = "\ufffd"
# Render modes of text: filled and outlined is how programs thicken a font that has no bold; invisible is the text behind a scan.
_THICKENED, _INVISIBLE = 2, 3


@dataclass(frozen=True, slots=True)
class _Face:
    bold: bool
    italic: bool
    legacy: bool


@dataclass(frozen=True, slots=True)
class _Stroke:
    """What one text object's characters share: angle (-1 for a slanted one), place across the writing, size, dress."""

    turn: int
    cross: float
    size: float
    bold: bool
    italic: bool
    hidden: bool
    legacy: bool


@dataclass(slots=True)
class _Loose:
    """A word being written: its characters, and from where to where along the writing."""

    stroke: _Stroke
    chars: list[str]
    start: float
    end: float


class CharReader:
    """Reads the words of the pages of one document; fonts are looked at once. Call with PDFium's lock held."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._faces: dict[int, _Face] = {}
        self._box = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(256)

    def read(self, page: Any, text_page: Any, number: int) -> tuple[PageInk, Frame]:
        """The words of a page, and how it was turned. ``page``, ``text_page``: PDFium's handles."""
        ink = PageInk(number, 0.0, 0.0)
        loose = self._gather(text_page, ink)
        weight: dict[int, int] = {}
        for word in loose:
            weight[word.stroke.turn] = weight.get(word.stroke.turn, 0) + len(word.chars)
        weight.pop(-1, None)
        rect = self._raw.FS_RECTF()
        self._raw.FPDF_GetPageBoundingBox(page, rect)
        turn = max(weight, key=lambda t: weight[t], default=0)
        frame = Frame(turn, rect.left, rect.bottom, rect.right, rect.top)
        ink.width, ink.height = frame.size
        ink.slanted = [text for word in loose if word.stroke.turn < 0 and (text := _text(word))]
        placed = (_placed(word, frame) for word in loose if word.stroke.turn >= 0)
        ink.words = _once([word for word in placed if frame.near(word.x1, word.base)])
        return ink, frame

    def _gather(self, text_page: Any, ink: PageInk) -> list[_Loose]:
        raw, box = self._raw, self._box
        unicode_of, object_of, box_of, generated = (
            raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject, raw.FPDFText_GetLooseCharBox, raw.FPDFText_IsGenerated,
        )  # fmt: skip
        done: list[_Loose] = []
        current: _Loose | None = None
        stroke, known, parted = None, 0, False
        for index in range(raw.FPDFText_CountChars(text_page)):
            code = unicode_of(text_page, index)
            if code in _BLANKS:
                parted = True
                if not generated(text_page, index):
                    current = None
                continue
            holder = object_of(text_page, index)
            address = ctypes.addressof(holder.contents) if holder else 0
            if stroke is None or address != known:
                stroke, known, parted = self._stroke(text_page, index, holder), address, True
            box_of(text_page, index, box)
            start, end = _along(box, stroke.turn)
            char = _char(code)
            _count(ink, stroke, char)
            if current is not None and _goes_on(current, stroke, start, parted, char):
                current.chars.append(char)
                current.end = max(end, current.end)
            else:
                current = _Loose(stroke, [char], start, end)
                done.append(current)
            parted = False
        return done

    def _stroke(self, text_page: Any, index: int, holder: Any) -> _Stroke:
        raw, matrix = self._raw, self._matrix
        face, mode = _Face(False, False, False), 0
        if holder:
            mode = raw.FPDFTextObj_GetTextRenderMode(holder)
            face = self._face(raw.FPDFTextObj_GetFont(holder))
        raw.FPDFText_GetMatrix(text_page, index, matrix)
        raw.FPDFText_GetCharOrigin(text_page, index, self._x, self._y)
        angle = math.degrees(math.atan2(matrix.b, matrix.a))
        near = round(angle / 90) * 90
        turn = near % 360 if abs(angle - near) < 3 else -1
        cross = {90: self._x.value, 180: self._y.value, 270: -self._x.value}.get(turn, -self._y.value)
        size = raw.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
        size = round(abs(size), 1) if math.isfinite(size) else 0.0
        slanting = turn == 0 and matrix.c > 0.15 * abs(matrix.d)
        bold, italic = face.bold or mode == _THICKENED, face.italic or slanting
        return _Stroke(turn, cross, size or 1.0, bold, italic, mode == _INVISIBLE, face.legacy)

    def _face(self, font: Any) -> _Face:
        if not font:
            return _Face(False, False, False)
        address = ctypes.addressof(font.contents)
        if address not in self._faces:
            raw = self._raw
            raw.FPDFFont_GetBaseFontName(font, self._name, 256)
            name = self._name.value.decode("utf-8", "replace").rpartition("+")[2].casefold()
            bold = any(word in name for word in _BOLD) or raw.FPDFFont_GetWeight(font) >= 600
            self._faces[address] = _Face(bold, any(word in name for word in _ITALIC), name.startswith(_LEGACY))
        return self._faces[address]


def _along(box: Any, turn: int) -> tuple[float, float]:
    """From where to where a character reaches in the direction of its writing."""
    if turn == 90:
        return box.bottom, box.top
    if turn == 180:
        return -box.right, -box.left
    if turn == 270:
        return -box.top, -box.bottom
    return box.left, box.right


def _char(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    if code < 0x20 or 0xD800 <= code < 0xF900 or code > 0x10FFFF or code == 0xFFFF:
        return _UNKNOWN
    return chr(code)


def _count(ink: PageInk, stroke: _Stroke, char: str) -> None:
    ink.marks += 1
    if char == _UNKNOWN:
        ink.unmapped += 1
    if stroke.hidden:
        ink.hidden += 1
    if stroke.legacy:
        ink.legacy += 1


def _goes_on(word: _Loose, stroke: _Stroke, start: float, parted: bool, char: str) -> bool:
    """Whether a character belongs to the word: on its line, and not further off than letters stand. Spread letters of one text object
    are closer together than PDFium's or the object's own parting says."""
    last = word.stroke
    if stroke.turn != last.turn or abs(stroke.cross - last.cross) > 0.3 * max(stroke.size, last.size):
        return False
    if unicodedata.combining(char):
        return True
    gap = start - word.end
    return -0.8 * last.size < gap < (0.13 if parted else 0.5) * last.size


def _text(word: _Loose) -> str:
    return unicodedata.normalize("NFC", "".join(word.chars)).strip("\u00a0")


def _placed(word: _Loose, frame: Frame) -> Word:
    stroke = word.stroke
    x, y = {
        0: (word.start, -stroke.cross), 90: (stroke.cross, word.start), 180: (-word.start, stroke.cross), 270: (-stroke.cross, -word.start),
    }[stroke.turn]  # fmt: skip
    x0, base = frame.place(x, y)
    turn = (stroke.turn - frame.turn) % 360
    return Word(_text(word), x0, x0 + word.end - word.start, base, stroke.size, stroke.bold, stroke.italic, turn)


def _once(words: list[Word]) -> list[Word]:
    """The words without those printed twice at nearly the same place, which is how some programs make bold. (PDFium itself leaves out
    what is printed again at once.)"""
    kept: list[Word] = []
    seen: dict[tuple[str, int, int], Word] = {}
    for word in words:
        if not word.text:
            continue
        column, row = round(word.x0), round(word.base)
        twin = next((t for dx in (0, -1, 1) for dy in (0, -1, 1) if (t := seen.get((word.text, column + dx, row + dy)))), None)
        if twin is None:
            kept.append(word)
            seen[(word.text, column, row)] = word
        else:
            twin.bold = True
    return kept
