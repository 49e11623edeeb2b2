"""The parts of a Word file that are the same in each: what is in the package, its settings, the page number."""

from __future__ import annotations

from kh_desktop.documents.office_package import PACKAGE, XML

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _content_types() -> str:
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "header1": "header", "header2": "header"}
    parts = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>' for name, kind in kinds.items())
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*relations: tuple[str, str]) -> str:
    rows = "".join(f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(relations, start=1))
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _settings() -> str:
    # Mode 15: Word 2013 and later; otherwise the window says "Compatibility Mode". Without the two switches a line
    # break inside a justified paragraph stretches the line before it, and the room above a paragraph swallows the room below the last.
    modern = "compatibilityMode", "overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures", "doNotFlipMirrorIndents"
    values = ("15", "1", "1", "1")
    settings = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in zip(modern, values, strict=True)
    )
    return (
        f'{XML}<w:settings xmlns:w="{_MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:doNotExpandShiftReturn/><w:doNotUseHTMLParagraphAutoSpacing/>{settings}</w:compat><w:themeFontLang w:val="vi-VN"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


FIXED_PARTS = {
    "[Content_Types].xml": _content_types(),
    "_rels/.rels": _relations(
        (f"{_OFFICE_RELS}/officeDocument", "word/document.xml"),
        (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ),
    "word/_rels/document.xml.rels": _relations(
        (f"{_OFFICE_RELS}/styles", "styles.xml"),
        (f"{_OFFICE_RELS}/settings", "settings.xml"),
        (f"{_OFFICE_RELS}/header", "header1.xml"),
        (f"{_OFFICE_RELS}/header", "header2.xml"),
    ),
    "word/settings.xml": _settings(),
}


def header_xml(numbered: bool) -> str:
    """A page header: the page number in the middle, or nothing (a first page shows no number)."""
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    inside = number if numbered else ""
    return f'{XML}<w:hdr xmlns:w="{_MAIN}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{inside}</w:p></w:hdr>'
