"""What stands on the pages of a PDF, as PDFium tells it: words with their places and dress, and straight lines.

Places are in pt from the top left corner of the page as it is read: a page whose text runs sideways is turned upright first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

# A line on paper: where it stands across its direction, and from where to where it runs.
Rule = tuple[float, float, float]


@dataclass(slots=True)
class Word:
    """A word. ``x0`` and ``base``: where its baseline begins, ``x1`` as much further as it is long; ``size`` of its letters in pt.
    ``turn``: the angle of its writing against the page's, against the clock (0, 90, 180, 270)."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    turn: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        """A point inside the word on the page."""
        along, up = (self.x1 - self.x0) / 2, self.size * 0.3
        dx, dy = {0: (along, -up), 90: (-up, -along), 180: (-along, up), 270: (up, along)}[self.turn]
        return self.x0 + dx, self.base + dy


@dataclass(slots=True)
class PageInk:
    """A page (``number`` from 1). ``across`` and ``down``: level and upright rules. ``pictures``: the share of the page under images.

    ``marks``: characters in all, ``unmapped`` of them without a meaning, ``hidden`` of them invisible (the text behind a scan),
    ``legacy`` in fonts of the time before Unicode. ``slanted``: text at other angles (watermarks).
    ``damaged``: nothing of it could be read. ``notes``: what comments and form fields on it hold.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    slanted: list[str] = field(default_factory=list)
    pictures: float = 0.0
    marks: int = 0
    unmapped: int = 0
    hidden: int = 0
    legacy: int = 0
    damaged: bool = False
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Frame:
    """The turn that makes a page's main text run from left to right, from PDF's corner (bottom left) to ours (top left)."""

    turn: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn in (90, 270) else (width, height)

    def near(self, x: float, y: float) -> bool:
        """Whether a point of the upright page lies on it or not further off than it is large; false for what is no number."""
        width, height = self.size
        return -width <= x <= 2 * width and -height <= y <= 2 * height

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the PDF on the upright page."""
        return _TURNS[self.turn](self, x, y)


_TURNS: dict[int, Callable[[Frame, float, float], tuple[float, float]]] = {
    0: lambda f, x, y: (x - f.left, f.top - y),
    90: lambda f, x, y: (y - f.bottom, x - f.left),
    180: lambda f, x, y: (f.right - x, y - f.bottom),
    270: lambda f, x, y: (f.top - y, f.right - x),
}


def upright(word: Word) -> Word:
    """A turned word as it stands when it and its neighbours with the same turn are read upright."""
    if word.turn == 0:
        return word
    x, y = word.x0, word.base
    x0, base = {90: (-y, x), 180: (-x, -y), 270: (y, -x)}[word.turn]
    return Word(word.text, x0, x0 + word.x1 - word.x0, base, word.size, word.bold, word.italic)
