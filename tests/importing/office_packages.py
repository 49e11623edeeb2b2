"""Word and Excel packages put together by hand, so that a test holds exactly the XML it is about. Made-up communes only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def relations(*pairs: tuple[str, str]) -> str:
    """A part of relations: kind and target, numbered rId1, rId2 …"""
    rows = "".join(f'<Relationship Id="rId{n}" Type="{_REL}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(pairs, 1))
    return f'<Relationships xmlns="{_PACKAGE_REL}">{rows}</Relationships>'


def docx(body: str, *, namespace: str = W, **parts: str) -> bytes:
    """A Word file with this inside its body; ``parts`` as ``styles``, ``numbering``, ``footnotes``, ``comments``, ``header1`` …"""
    kinds = {name: name.rstrip("0123456789") for name in parts}
    named = (
        f'xmlns:w="{namespace}" xmlns:r="{_REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    )
    roots = {"header": "hdr", "footer": "ftr"}
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*((kind, f"{name}.xml") for name, kind in kinds.items())),
        "word/document.xml": f"<w:document {named}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    for name, inside in parts.items():
        root = roots.get(kinds[name], kinds[name])
        files[f"word/{name}.xml"] = f"<w:{root} {named}>{inside}</w:{root}>"
    return zipped(files)


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def tc(text: str | Sequence[str] = "", properties: str = "") -> str:
    """A cell with a paragraph for each text; XML is taken as it is."""
    texts = [text] if isinstance(text, str) else text
    inside = "".join(one if one.startswith("<w:") else p(one) for one in texts)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; plain texts become cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<w:') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str, columns: int = 2, properties: str = "") -> str:
    """A table."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def xlsx(*sheets: str | tuple[str, str], strings: str = "", styles: str = "", workbook: str = "", **parts: str) -> bytes:
    """An Excel file; a sheet is what stands in its ``worksheet`` (rows in ``sheetData``), or its state and that."""
    listed = [sheet if isinstance(sheet, tuple) else ("visible", sheet) for sheet in sheets]
    rows = "".join(f'<sheet name="Trang {n}" sheetId="{n}" state="{state}" r:id="rId{n}"/>' for n, (state, _) in enumerate(listed, 1))
    pairs = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(listed) + 1)]
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{_REL}">{workbook}<sheets>{rows}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(*pairs, ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")),
        "xl/sharedStrings.xml": f'<sst xmlns="{S}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{S}">{styles}</styleSheet>',
        **{f"xl/{name}": text for name, text in parts.items()},
    }
    for number, (_, inside) in enumerate(listed, 1):
        files[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{S}">{inside}</worksheet>'
    return zipped(files)


def data(*cells: str) -> str:
    """The ``sheetData`` of cells given as XML with their places."""
    return f"<sheetData>{''.join(f'<row>{cell}</row>' for cell in cells)}</sheetData>"
