"""What both sides of the review are made of: lines with one or more boxes, each box with the name of its place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kh_desktop.services.import_review import Spot
from kh_desktop.ui.i18n import tr

Key = Spot | str
"""A place of the source, or the name of a field of the result; "" for neither."""


@dataclass(frozen=True, slots=True)
class Box:
    """A text of a line. ``share``: its part of the width; ``token``: the colour of its text; ``ground``: that of its ground;
    ``covered``: it belongs to the box above it; ``doubtful``: somebody should look at it; ``written``: a person wrote it."""

    text: str
    key: Key = ""
    share: float = 1.0
    bold: bool = False
    italic: bool = False
    centered: bool = False
    token: str = "text"
    ground: str = ""
    covered: bool = False
    doubtful: bool = False
    written: bool = False


def as_above(box: Box, text: str) -> Box:
    """The box of a row that a cell above it with ``text`` reaches over: says so, as an empty one would look lost."""
    words = tr("như trên") if any(c.isalpha() for c in text) else ""
    ground = box.ground if box.ground == "raised" else ""
    return replace(box, text=words, covered=True, italic=True, bold=False, token="text_muted", doubtful=False, ground=ground)


@dataclass(frozen=True, slots=True)
class PaneLine:
    """A line of a side. ``kind``: "head" (a title of a part), "text" or "cells" (boxes with lines around); ``word`` stands in the margin
    when it is another one than above, ``bar`` is the colour beside it; ``indent`` in steps; ``said``: a person said what it is."""

    boxes: tuple[Box, ...]
    kind: str = "text"
    word: str = ""
    bar: str = ""
    indent: int = 0
    said: bool = False

    def spoken(self, doubtful: str = "") -> str:
        """The line for a screen reader."""
        texts = "; ".join(box.text for box in self.boxes if box.text)
        mark = doubtful if any(box.doubtful for box in self.boxes) else ""
        return ". ".join(filter(None, (self.word, mark, texts)))

    def box_of(self, key: Key) -> int:
        """The box with a key, -1 for none."""
        return next((at for at, box in enumerate(self.boxes) if box.key == key), -1)
