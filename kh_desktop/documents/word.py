"""The Word file: one section per part of the document, its text in named styles, its tables as real tables.

The package is written straight as XML in a zip: it needs no template, is the same byte for byte each time,
and carries no author or machine.
"""

from __future__ import annotations

import zipfile
from itertools import groupby
from typing import BinaryIO

from kh_desktop.documents.office_package import CORE_PART, add_entry, core_xml
from kh_desktop.documents.office_spacing import spaced
from kh_desktop.documents.tree import Block, Columns, Document, Paragraph, Part, Table
from kh_desktop.documents.word_parts import FIXED_PARTS, header_xml
from kh_desktop.documents.word_styles import component_dresses, styles_xml, twips
from kh_desktop.documents.word_table import table_xml
from kh_desktop.documents.word_text import TextWriter, gap

A4 = (210.0, 297.0)
# The page number stands inside the top margin (NĐ 30/2020, Phụ lục I, I.7).
_HEADER_SHARE = 0.4
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
        CORE_PART: core_xml(document),
        "word/header1.xml": header_xml(numbered=True),
        "word/header2.xml": header_xml(numbered=False),
        "word/styles.xml": styles_xml(document, dresses),
        "word/document.xml": _document_xml(document, TextWriter(dresses)),
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            add_entry(archive, name, text)


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
    """The blocks of a part. A section ends in a paragraph that carries its properties; after a table one has to be made.

    A table without any row is left out: Word calls a file with one damaged."""
    pieces: list[str] = []
    shown = [block for block in part.blocks if not isinstance(block, Table) or (block.widths and (block.header or block.rows))]
    for kind, group in groupby(enumerate(spaced(shown)), key=_kind):
        blocks = [block for _, block in group]
        if kind == "text":
            pieces += [writer.paragraph(block, width) for block in blocks if isinstance(block, Paragraph)]
            continue
        if pieces and pieces[-1].endswith("</w:tbl>"):
            pieces.append(gap())  # two tables that touch would become one
        if isinstance(blocks[0], Table):
            pieces.append(table_xml(blocks[0], width))
        else:
            pieces.append(writer.columns([block for block in blocks if isinstance(block, Columns)], width))
    if section and pieces and not pieces[-1].endswith("</w:tbl>"):
        start, end = pieces[-1].rsplit("</w:pPr>", 1)
        pieces[-1] = f"{start}{section}</w:pPr>{end}"
    elif section or not pieces or pieces[-1].endswith("</w:tbl>"):
        pieces.append(gap(section))
    return "".join(pieces)


def _kind(numbered: tuple[int, Block]) -> str:
    """What belongs together: text, pairs of blocks with the same shares; each table stands alone."""
    number, block = numbered
    if isinstance(block, Paragraph):
        return "text"
    return f"table {number}" if isinstance(block, Table) else f"{block.kind} {block.left_share}"


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
