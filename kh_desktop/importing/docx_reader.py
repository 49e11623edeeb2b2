"""A Word file as blocks: the text as it reads when all tracked changes are accepted, with notices of what stands beside it.

Comments, footnotes, headers and deleted words become notices; text boxes follow the paragraph they hang on; a table inside a cell becomes
paragraphs of that cell; a table of one cell is only a frame. Macros, links and embedded files are never run, followed or opened.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Block, Notice, Paragraph, Progress, Source, Spot
from kh_desktop.importing.docx_names import W
from kh_desktop.importing.docx_numbering import Numbering
from kh_desktop.importing.docx_styles import Styles
from kh_desktop.importing.docx_tables import cells_of, finished, grid_widths, is_deleted, read_table, rows_of
from kh_desktop.importing.docx_text import Mark, TextReader, tidy
from kh_desktop.importing.ooxml import Package, Relation, quiet, without_collector

_P, _TBL, _TC_PR = f"{W}p", f"{W}tbl", f"{W}tcPr"
# What holds no blocks, or none that are to be read here.
_SKIPPED = frozenset({f"{W}{n}" for n in ("sectPr", "tcPr", "tblPr", "sdtPr", "sdtEndPr", "customXmlPr")})
_DELETIONS = frozenset({f"{W}del", f"{W}moveFrom"})
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_EMBEDDED = frozenset({f"{W}altChunk", f"{W}subDoc"})
_NOTES = {"footnotes": ("footnote", f"{W}footnote"), "endnotes": ("endnote", f"{W}endnote"), "comments": ("comments", f"{W}comment")}
# Controls, boxes and frames inside one another, and tables inside tables: no office goes as far.
_DEEPEST = 40
_NESTED = 10
# Notices that are said once, with how many there were.
_COUNTED = ("tracked_changes", "legacy_font", "picture", "embedded")
_PAGE_NUMBER = re.compile(r"(?:[\W\d_]|\b(?:trang|page|số|of)\b)*", re.IGNORECASE)


def read_docx(data: bytes, name: str, progress: Progress = quiet) -> Source:
    """A .docx or .docm file (Word, LibreOffice, WPS, Google Docs; also the strict kind) as blocks.

    KhError: "import.damaged", "import.zip_bomb", "import.too_big", "import.locked" (see ``ooxml.Package``); "import.no_text" when it has
    no letter at all."""
    return docx_source(Package(data), name, progress)


def docx_source(package: Package, name: str, progress: Progress = quiet) -> Source:
    """``read_docx`` of a package already open."""
    with without_collector():
        return _source(package, name, progress)


def _source(package: Package, name: str, progress: Progress) -> Source:
    main = package.main_part()
    root = package.tree(main, lambda done: progress(done / 2)) if main else None
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise KhError("import.damaged")
    relations = list(package.relations(main).values())
    reader = _Reader(package, relations)
    blocks = reader.read(body, lambda done: progress(0.5 + done / 2))
    notices = [*reader.notices, *reader.counted(), *reader.around(package, relations)]
    if any(entry.endswith("vbaproject.bin") for entry in package.names()):
        notices.append(Notice("macros"))
    if not blocks and not any(notice.text for notice in notices):
        raise KhError("import.no_text")
    return Source("docx", name, tuple(blocks), tuple(notices))


def _part(package: Package, relations: list[Relation], kind: str) -> ET.Element | None:
    target = next((one.target for one in relations if one.kind == kind and one.target), "")
    return package.tree(target) if target else None


@dataclass(slots=True)
class _Counted:
    """A notice that is said once."""

    count: int = 0
    spot: Spot | None = None
    texts: list[str] = field(default_factory=list)


class _Reader:
    """Reads the body of a document; ``notices`` grows with it."""

    def __init__(self, package: Package, relations: list[Relation]) -> None:
        self._styles = Styles(_part(package, relations, "styles"))
        numbering = Numbering(_part(package, relations, "numbering"), self._styles)
        notes: dict[tuple[str, str], str] = {}
        for part, (kind, tag) in _NOTES.items():
            root = _part(package, relations, part)
            for item in root.iter(tag) if root is not None else ():
                if item.get(f"{W}type", "normal") == "normal":
                    notes[kind, item.get(f"{W}id", "")] = "\n".join(dict.fromkeys(self._plain(item)))
        self._text = TextReader(self._styles, numbering, notes)
        self.notices: list[Notice] = []
        self._once = {code: _Counted() for code in _COUNTED}

    def _plain(self, element: ET.Element) -> Iterator[str]:
        """The paragraphs of a note as plain text."""
        reader = TextReader(self._styles, Numbering(None, self._styles), {})
        for one in element.iter(_P):
            paragraph = reader.paragraph(one)
            if paragraph is not None and paragraph.text:
                yield paragraph.text

    def read(self, body: ET.Element, progress: Progress) -> list[Block]:
        """All blocks of the body."""
        blocks: list[Block] = []
        whole = max(len(body), 1)
        step = max(whole // 50, 1)
        reached = 0.0
        for at, child in enumerate(body):
            for block in self._blocks(child, 0):
                spot = Spot(len(blocks))
                if isinstance(block, Paragraph):
                    if block.text or block.number:
                        blocks.append(block)
                    self._settle(spot if block.text or block.number else Spot(max(len(blocks) - 1, 0)))
                elif isinstance(block, ET.Element):
                    self._table(block, blocks, partial(progress, reached))
            if at % step == 0:
                reached = at / whole
                progress(reached)
        rest = self._text.rest()
        if rest is not None and rest.text:
            blocks.append(rest)
        self._settle(Spot(max(len(blocks) - 1, 0)))
        return blocks

    def _blocks(self, element: ET.Element, depth: int) -> Iterator[Paragraph | ET.Element]:
        """The paragraphs and the tables (as elements) in an element, through controls, changes and frames of one cell."""
        tag = element.tag
        if depth > _DEEPEST:
            raise KhError("import.damaged")
        if tag == _P:
            paragraph = self._text.paragraph(element)
            boxes, self._text.boxes = self._text.boxes, []
            if paragraph is not None:
                yield paragraph
            for box in boxes:
                self._text.marks.append(Mark("text_box"))
                for child in box:
                    yield from self._blocks(child, depth + 1)
        elif tag == _TBL:
            rest = self._text.rest()
            if rest is not None:
                yield rest
            frame = _frame(element)
            if frame is None:
                yield element
            for child in frame if frame is not None else ():
                yield from self._blocks(child, depth + 1)
        elif tag in _DELETIONS:
            self._text.marks.append(Mark("tracked_changes", _all_words(element)))
        elif tag in _EMBEDDED:
            self._text.marks.append(Mark("embedded"))
        elif tag == _ALTERNATE:
            for choice in element[:1]:
                yield from self._blocks(choice, depth + 1)
        elif tag not in _SKIPPED:
            for child in element:
                yield from self._blocks(child, depth + 1)

    def _table(self, element: ET.Element, blocks: list[Block], alive: Callable[[], None]) -> None:
        rows = self._kept(rows_of(element))
        places: list[tuple[int, int, list[Mark]]] = []

        def content(cell: ET.Element, row: int, column: int) -> list[Paragraph]:
            paragraphs = list(self._cell(cell, 0))
            if self._text.marks:
                marks, self._text.marks = self._text.marks, []
                places.append((row, column, marks))
            if column == 0 and row % 100 == 99:
                alive()
            return paragraphs

        raw = read_table(element, rows, self._styles, content)
        if not raw.cells:
            return
        table, columns = finished(raw, grid_widths(element))
        if not any(cell.paragraphs for cell in table.cells):
            return
        blocks.append(table)
        for row, column, marks in places:
            self._settle(Spot(len(blocks) - 1, row, columns.get(column, 0)), marks)

    def _kept(self, rows: list[ET.Element]) -> list[ET.Element]:
        """The rows without those tracked changes deleted, whose words are noted."""
        kept = []
        for row in rows:
            if is_deleted(row):
                self._text.marks.append(Mark("tracked_changes", _all_words(row)))
            else:
                kept.append(row)
        return kept

    def _cell(self, cell: ET.Element, depth: int) -> Iterator[Paragraph]:
        """The paragraphs of a cell, with those of the tables inside it."""
        if depth > _NESTED:
            raise KhError("import.damaged")
        for child in cell:
            if child.tag == _TC_PR:
                continue
            for block in self._blocks(child, 0):
                if isinstance(block, Paragraph):
                    yield block
                    continue
                self._text.marks.append(Mark("nested_table"))
                for row in self._kept(rows_of(block)):
                    for inner in cells_of(row):
                        yield from self._cell(inner, depth + 1)
        rest = self._text.rest()
        if rest is not None:
            yield rest

    def _settle(self, spot: Spot, marks: list[Mark] | None = None) -> None:
        """Turn marks into notices of this place."""
        if marks is None:
            if not self._text.marks:
                return
            marks, self._text.marks = self._text.marks, []
        for mark in marks:
            counted = self._once.get(mark.code)
            if counted is None:
                self.notices.append(Notice(mark.code, spot, text=mark.text))
                continue
            counted.count += 1
            counted.spot = counted.spot or spot
            if mark.text and (mark.code != "legacy_font" or mark.text not in counted.texts):
                counted.texts.append(mark.text)

    def counted(self) -> Iterator[Notice]:
        """The notices that are said once."""
        for code, one in self._once.items():
            if one.count:
                yield Notice(code, one.spot, one.count, "\n".join(one.texts))

    def around(self, package: Package, relations: list[Relation]) -> Iterator[Notice]:
        """Headers and footers that say more than the number of the page."""
        said: list[str] = []
        for one in relations:
            root = package.tree(one.target) if one.kind in ("header", "footer") and one.target and len(said) < 100 else None
            words = "\n".join(dict.fromkeys(self._plain(root))) if root is not None else ""
            if words and words not in said and not _PAGE_NUMBER.fullmatch(words):
                said.append(words)
                yield Notice(one.kind, None, text=words)


def _all_words(element: ET.Element) -> str:
    return tidy(" ".join(text.text or "" for text in element.iter() if text.tag in (f"{W}t", f"{W}delText")))


def _frame(table: ET.Element) -> ET.Element | None:
    """The only cell of a table that has one; None when it has more."""
    rows = rows_of(table)
    if len(rows) != 1 or is_deleted(rows[0]):
        return None
    cells = cells_of(rows[0])
    return cells[0] if len(cells) == 1 else None
