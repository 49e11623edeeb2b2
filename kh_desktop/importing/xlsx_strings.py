"""The texts of a workbook: shared strings and rich text, with what their runs say about bold, italic and font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pyexpat import ExpatError, ParserCreate, XMLParserType
from typing import NamedTuple

from kh_desktop.domain.errors import KhError
from kh_desktop.importing.ooxml import Package

# Texts of one workbook: each takes memory even when it is empty.
MAX_STRINGS = 2_000_000
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_OFF = frozenset({"0", "false", "off"})


class Piece(NamedTuple):
    """A run of rich text; None where the run leaves it to the cell."""

    text: str
    bold: bool | None = None
    italic: bool | None = None
    font: str = ""


Text = tuple[Piece, ...]


def unescaped(text: str) -> str:
    """Text with the characters XML cannot hold put back ("_x000D_"; ECMA-376 22.9.2.19)."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text


@dataclass(slots=True)
class RichText:
    """Collects the runs of one text from the elements of a parser; phonetic runs are no text."""

    pieces: list[Piece] = field(default_factory=list)
    _bold: bool | None = None
    _italic: bool | None = None
    _font: str = ""
    _letters: list[str] = field(default_factory=list)
    _open: bool = False
    _phonetic: int = 0

    def start(self, name: str, values: dict[str, str]) -> None:
        """An element begins."""
        if name == "t":
            self._open = not self._phonetic
        elif name == "r":
            self._bold, self._italic, self._font = None, None, ""
        elif name == "rPr":
            self._bold, self._italic = False, False
        elif name == "b":
            self._bold = values.get("val", "1") not in _OFF
        elif name == "i":
            self._italic = values.get("val", "1") not in _OFF
        elif name == "rFont":
            self._font = values.get("val", "")
        elif name == "rPh":
            self._phonetic += 1

    def text(self, letters: str) -> None:
        """Letters between tags."""
        if self._open:
            self._letters.append(letters)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "t":
            self._open = False
        elif name == "rPh":
            self._phonetic -= 1
        if name in ("t", "r") and self._letters:
            self.pieces.append(Piece(unescaped("".join(self._letters)), self._bold, self._italic, self._font))
            self._letters.clear()

    def take(self) -> Text:
        """What was collected, and a fresh start."""
        pieces = tuple(self.pieces)
        self.pieces.clear()
        self._bold, self._italic, self._font, self._phonetic, self._open = None, None, "", 0, False
        return pieces


def bare(name: str) -> str:
    """An element's name without its prefix."""
    return name.rpartition(":")[2] if ":" in name else name


def _doctype(*_: object) -> None:
    raise KhError("import.damaged")


def parse_pieces(parser: XMLParserType, pieces: Iterator[bytes]) -> Iterator[int]:
    """Feed a part to a parser, yielding the bytes of each piece read. KhError "import.damaged" for broken XML
    and for a document type."""
    parser.StartDoctypeDeclHandler = _doctype
    try:
        for piece in pieces:
            parser.Parse(piece)
            yield len(piece)
        parser.Parse(b"", True)
    except (ExpatError, LookupError, ValueError) as error:
        raise KhError("import.damaged") from error


def read_strings(package: Package, name: str) -> list[Text]:
    """The shared strings of the part ``name``, in order; none when there is no such part."""
    if not name or name not in package:
        return []
    found: list[Text] = []
    rich = RichText()

    def end(tag: str) -> None:
        tag = bare(tag)
        rich.end(tag)
        if tag == "si":
            found.append(rich.take())

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, values: rich.start(bare(tag), values)
    parser.EndElementHandler = end
    parser.CharacterDataHandler = rich.text
    for _ in parse_pieces(parser, package.pieces(name)):
        if len(found) > MAX_STRINGS:
            raise KhError("import.too_big")
    return found
