"""Breaking text into lines. Widths are in pt; each word is measured once per face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kh_desktop.documents.fonts import Dress, FontSet
from kh_desktop.documents.tree import Cell, Run

Piece = tuple[Dress, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces left to right, its natural width in pt, the blanks that may be stretched, whether it ends a paragraph."""

    pieces: tuple[Piece, ...]
    width: float
    gaps: int
    last: bool

    @property
    def text(self) -> str:
        """The plain text of the line."""
        return "".join(text for _dress, text in self.pieces)


@dataclass(slots=True)
class _Word:
    pieces: list[Piece]
    em: float
    # False for the rest of a word that was too long for a line.
    spaced: bool = True


class Ruler:
    """Measures words in one set of faces and remembers them."""

    def __init__(self, fonts: FontSet) -> None:
        self.fonts = fonts
        self._words: dict[Dress, dict[str, float]] = {dress: {} for dress in fonts.faces}
        self._cells: dict[tuple[tuple[str, ...], Dress, float, float, bool], tuple[Line, ...]] = {}

    def em(self, text: str, dress: Dress) -> float:
        """Width of ``text`` in em."""
        known = self._words[dress]
        width = known.get(text)
        if width is None:
            widths = self.fonts.faces[dress].widths
            width = known[text] = sum(widths.get(char, 0.5) for char in text)
        return width

    def cell_lines(self, cell: Cell, size: float, width: float) -> tuple[Line, ...]:
        """The lines of a table cell; cells with the same text are broken once."""
        dress, title = (cell.bold, cell.italic), cell.bold and cell.align == "center"
        key = (cell.lines, dress, size, width, title)
        lines = self._cells.get(key)
        if lines is None:
            made: list[Line] = []
            for text in cell.lines:
                made += break_lines(self, (Run(text, *dress),), size, width, balanced=title)
            lines = self._cells[key] = tuple(made)
        return lines


def break_lines(ruler: Ruler, runs: Sequence[Run], size: float, width: float, indent: float = 0.0, *, balanced: bool = False) -> list[Line]:
    """Lines of ``runs`` at ``size`` pt in ``width`` pt, the first one shorter by ``indent``.

    A word wider than a line is cut. ``balanced``: lines of about equal length, for centred titles. Never returns nothing.
    """
    room, first = width / size, (width - indent) / size
    words = _words(ruler, runs)
    shortest = min(first, room)
    if any(word.em > shortest for word in words):
        words = [part for word in words for part in _cut(ruler, word, shortest)]
    space = ruler.em(" ", (False, False))
    rows = _fill(words, first, room, space)
    if balanced and 1 < len(rows) < 12:
        rows = _balance(words, rows, room - first, room, space)
    return [_line(row, size, space, last=at == len(rows) - 1) for at, row in enumerate(rows)]


def _words(ruler: Ruler, runs: Sequence[Run]) -> list[_Word]:
    words: list[_Word] = []
    open_word = False
    for run in runs:
        dress = (run.bold, run.italic)
        for at, text in enumerate(run.text.split(" ")):
            if at:
                open_word = False
            if not text:
                continue
            if open_word:
                words[-1].pieces.append((dress, text))
                words[-1].em += ruler.em(text, dress)
            else:
                words.append(_Word([(dress, text)], ruler.em(text, dress)))
            open_word = True
    return words


def _cut(ruler: Ruler, word: _Word, room: float) -> list[_Word]:
    """``word`` in parts that fit ``room`` em; at least one character each, cut after a "/", "-", "_" or "." when one is near the end."""
    if word.em <= room:
        return [word]
    parts: list[_Word] = []
    part = _Word([], 0.0, spaced=True)
    for dress, text in word.pieces:
        start, em = 0, part.em
        for at, char in enumerate(text):
            step = ruler.em(char, dress)
            if em + step > room and (part.pieces or at > start):
                end = _soft_end(text, start, at)
                if end > start:
                    part.pieces.append((dress, text[start:end]))
                parts.append(part)
                part, start = _Word([], 0.0, spaced=False), end
                em = sum(ruler.em(kept, dress) for kept in text[start:at])
            em += step
        if start < len(text):
            part.pieces.append((dress, text[start:]))
        part.em = em
    parts.append(part)
    for done in parts:
        done.em = sum(ruler.em(char, dress) for dress, text in done.pieces for char in text)
    return parts


def _soft_end(text: str, start: int, at: int) -> int:
    for end in range(at, start + (at - start) // 2, -1):
        if text[end - 1] in "/-_.,;:":
            return end
    return at


def _fill(words: Sequence[_Word], first: float, room: float, space: float) -> list[list[_Word]]:
    rows: list[list[_Word]] = [[]]
    used, limit = 0.0, first + 1e-6
    for word in words:
        step = word.em + (space if word.spaced else 0.0)
        if not rows[-1]:
            rows[-1].append(word)
            used = word.em
        elif used + step <= limit:
            rows[-1].append(word)
            used += step
        else:
            rows.append([word])
            used, limit = word.em, room + 1e-6
    return rows


def _balance(words: Sequence[_Word], rows: list[list[_Word]], indent: float, room: float, space: float) -> list[list[_Word]]:
    low, high, best = room / 2, room, rows
    for _ in range(12):
        middle = (low + high) / 2
        tried = _fill(words, middle - indent, middle, space) if all(word.em <= middle - indent for word in words) else []
        if tried and len(tried) <= len(rows):
            high, best = middle, tried
        else:
            low = middle
    return best


def _line(row: Sequence[_Word], size: float, space: float, *, last: bool) -> Line:
    pieces: list[Piece] = []
    em = 0.0
    for at, word in enumerate(row):
        blank = " " if at and word.spaced else ""
        em += word.em + (space if blank else 0.0)
        for index, (dress, text) in enumerate(word.pieces):
            text = text if index else blank + text
            if pieces and pieces[-1][0] == dress:
                pieces[-1] = (dress, pieces[-1][1] + text)
            else:
                pieces.append((dress, text))
    gaps = sum(text.count(" ") + text.count("\u00a0") for _dress, text in pieces)
    return Line(tuple(pieces), em * size, gaps, last)
