"""The Word file: one section per part of the document, its text in named styles, its tables as real tables.

The package is written straight as XML in a zip: it needs no template, is the same byte for byte each time,
and carries no author or machine.
"""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from kh_desktop.documents.office_text import clean
from kh_desktop.documents.tree import Block, Columns, Document, Paragraph, Part, Table
from kh_desktop.documents.word_parts import FIXED_PARTS, FIXED_TIME, core_xml, header_xml
from kh_desktop.documents.word_styles import component_dresses, styles_xml, twips
from kh_desktop.documents.word_table import table_xml
from kh_desktop.documents.word_text import TextWriter, gap

A4 = (210.0, 297.0)
# The page number stands inside the top margin (NĐ 30/2020, Phụ lục I, I.7): half-way down it.
_HEADER_SHARE = 0.5
_DOCUMENT_START = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)


def write_word(document: Document, out: BinaryIO) -> None:
    """Write the document as a .docx file to ``out``. Characters no Office file may hold are left out; nothing else is."""
    dresses = component_dresses(document)
    parts = {
        **FIXED_PARTS,
        "docProps/core.xml": core_xml(" ".join(clean(document.title).split())),
        "word/header1.xml": header_xml(numbered=True),
        "word/header2.xml": header_xml(numbered=False),
        "word/styles.xml": styles_xml(document, dresses),
        "word/document.xml": _document_xml(document, TextWriter(dresses)),
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode("utf-8"))


def _document_xml(document: Document, writer: TextWriter) -> str:
    pieces = [_DOCUMENT_START]
    last = len(document.parts) - 1
    for number, part in enumerate(document.parts):
        section = _section_xml(document, part)
        width = text_width(document, part)
        if number < last:
            pieces.append(_part_xml(part, writer, width, section))
        else:
            pieces += [_part_xml(part, writer, width, ""), section]
    pieces.append("</w:body></w:document>")
    return "".join(pieces)


def text_width(document: Document, part: Part) -> float:
    """Width in mm between the margins of a part's pages."""
    _, right, _, left = document.margins
    return A4[1 if part.landscape else 0] - left - right


def _part_xml(part: Part, writer: TextWriter, width: float, section: str) -> str:
    """The blocks of a part. A section ends in a paragraph that carries its properties; after a table one has to be made."""
    pieces: list[str] = []
    last = len(part.blocks) - 1
    before: Block | None = None
    for number, block in enumerate(part.blocks):
        if isinstance(block, Paragraph):
            pieces.append(writer.paragraph(block, width, section if number == last else ""))
        else:
            if before is not None and not isinstance(before, Paragraph):
                pieces.append(gap())  # two tables that touch would become one
            pieces.append(_table_like(block, writer, width))
        before = block
    if not isinstance(before, Paragraph):
        pieces.append(gap(section))
    return "".join(pieces)


def _table_like(block: Table | Columns, writer: TextWriter, width: float) -> str:
    return table_xml(block) if isinstance(block, Table) else writer.columns(block, width)


def _section_xml(document: Document, part: Part) -> str:
    top, right, bottom, left = (twips(margin) for margin in document.margins)
    wide, high = (twips(side) for side in (reversed(A4) if part.landscape else A4))
    orient = ' w:orient="landscape"' if part.landscape else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{wide}" w:h="{high}"{orient}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{round(top * _HEADER_SHARE)}" w:footer="{round(bottom * _HEADER_SHARE)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
