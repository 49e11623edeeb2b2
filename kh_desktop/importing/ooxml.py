"""Word and Excel packages opened with care: a zip of XML parts, each of which may be damaged, endless or made to do harm.

Only what a reader asks for is unpacked, never more than a limit of bytes and elements; a document type (the door of entity expansion)
is refused; nothing outside the package is ever looked at, so links, macros and pictures stay what they are: bytes.
"""

from __future__ import annotations

import gc
import io
import posixpath
import struct
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pyexpat import ExpatError, ParserCreate
from urllib.parse import unquote

from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Progress

MAX_ENTRIES = 20_000
# Bytes of all parts together, as the package declares them: pictures count too.
MAX_DECLARED = 2_000_000_000
# Bytes of one part that is held in memory as a tree, and of one that is read piece by piece.
MAX_TREE = 64_000_000
MAX_STREAM = 400_000_000
# Memory a tree may take, about 60 bytes for each tag and 130 for each attribute: a table of 20,000 rows stays below.
MAX_TREE_MEMORY = 350_000_000
_TAG_COST, _ATTRIBUTE_COST = 60, 130
# No text of an office shrinks as much; a part smaller than the floor does no harm anyway.
_MAX_RATIO = 500
_RATIO_FLOOR = 8_000_000
_PIECE = 1 << 20
# Where the names of namespaces are looked for, and what the strict kind of the standard calls them.
_HEAD = 16_384
_OPEN = b"http://schemas.openxmlformats.org/"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _OPEN + b"wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": _OPEN + b"spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _OPEN + b"officeDocument/2006/relationships",
}
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError, OSError, LookupError, OverflowError)


def quiet(_done: float) -> None:
    """Progress nobody listens to."""


class _RootSeen(Exception):
    """The prolog of a part is over."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part points to: the last word of its type ("styles", "worksheet") and the part named, "" for anything outside."""

    kind: str
    target: str


class Package:
    """The parts of a package by name. Names are compared as Windows does; each method raises KhError "import.damaged" when the zip is
    broken, "import.zip_bomb" or "import.too_big" when a part is larger than any document, "import.locked" when a password is needed."""

    def __init__(self, data: bytes) -> None:
        # Counted before the zip is opened: opening builds an object for each entry.
        if data.count(b"PK\x01\x02") > MAX_ENTRIES:
            raise KhError("import.zip_bomb")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _DAMAGE as error:
            raise KhError("import.damaged") from error
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_DECLARED:
            raise KhError("import.zip_bomb")
        self._entries = {_key(entry.filename): entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def names(self) -> Iterator[str]:
        """The names of all parts, in small letters."""
        return iter(self._entries)

    def size(self, name: str) -> int:
        """The declared bytes of a part, 0 when there is none."""
        entry = self._entries.get(_key(name))
        return entry.file_size if entry else 0

    def pieces(self, name: str, limit: int = MAX_STREAM) -> Iterator[bytes]:
        """The bytes of a part, piece by piece."""
        entry = self._entries.get(_key(name))
        if entry is None or entry.compress_type not in _METHODS:
            raise KhError("import.damaged")
        if entry.flag_bits & 1:
            raise KhError("import.locked")
        if entry.file_size > _RATIO_FLOOR and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1):
            raise KhError("import.zip_bomb")
        if entry.file_size > limit:
            raise KhError("import.too_big")
        count = 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(_PIECE):
                    count += len(piece)
                    if count > limit:
                        raise KhError("import.zip_bomb")
                    yield piece
        except (*_DAMAGE, RuntimeError) as error:
            raise KhError("import.damaged") from error

    def part(self, name: str, limit: int = MAX_TREE) -> bytes:
        """All bytes of a part; none when there is no such part."""
        return b"".join(self.pieces(name, limit)) if name in self else b""

    def tree(self, name: str, progress: Progress = quiet) -> ET.Element | None:
        """A part as a tree of elements; None when there is no such part."""
        return xml_tree(self.part(name), progress) if name in self else None

    def relations(self, name: str) -> dict[str, Relation]:
        """Where the part ``name`` ("" for the package itself) points to, by id."""
        folder, last = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{last}.rels"))
        found: dict[str, Relation] = {}
        for item in root if root is not None else ():
            target = unquote(item.get("Target", "")).replace("\\", "/")
            outside = item.get("TargetMode") == "External"
            path = "" if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[item.get("Id", "")] = Relation(item.get("Type", "").rpartition("/")[2], path)
        return found

    def main_part(self) -> str:
        """The part the package is about: "word/document.xml", "xl/workbook.xml"; "" when there is none."""
        return next((r.target for r in self.relations("").values() if r.kind == "officeDocument"), "")


@contextmanager
def without_collector() -> Iterator[None]:
    """No search for cycles of garbage meanwhile: a tree of a million elements has none, and each search walks all of it again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def xml_tree(data: bytes, progress: Progress = quiet) -> ET.Element:
    """XML as a tree of elements with their names in full ("{namespace}name"). KhError "import.damaged" when it is broken or has a
    document type, "import.too_big" when its tree would take too much memory."""
    refuse_doctype(data)
    data = _transitional(data)
    if data.count(b"<") * _TAG_COST + data.count(b"=") * _ATTRIBUTE_COST > MAX_TREE_MEMORY:
        raise KhError("import.too_big")
    parser = ET.XMLParser()
    # Few large slices: what expat cannot finish in one slice it reads again with the next.
    step = max(len(data) // 16, 1 << 18)
    try:
        for start in range(0, len(data), step):
            parser.feed(data[start : start + step])
            progress(min(start + step, len(data)) / len(data))
        root = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:
        raise KhError("import.damaged") from error
    assert isinstance(root, ET.Element)
    return root


def refuse_doctype(data: bytes) -> None:
    """KhError "import.damaged" when XML begins with a document type: no office program writes one, and only that can define entities."""
    parser = ParserCreate()

    def doctype(*_: object) -> None:
        raise KhError("import.damaged")

    def root(*_: object) -> None:
        raise _RootSeen

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = root
    start, step = 0, 4096
    try:
        # Piece by piece: after an exception expat reads what it was given to its end. Each piece larger, as it begins long marks anew.
        while start < len(data):
            parser.Parse(data[start : start + step])
            start, step = start + step, step * 2
    except _RootSeen:
        return
    except (ExpatError, ValueError, LookupError) as error:
        raise KhError("import.damaged") from error


def local(tag: object) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _transitional(data: bytes) -> bytes:
    """XML of the strict kind with the names of the usual one; they all stand in the first element."""
    head = data[:_HEAD]
    if b"purl.oclc.org/ooxml" not in head:
        return data
    for strict, usual in _STRICT.items():
        head = head.replace(strict, usual)
    return head + data[_HEAD:]
