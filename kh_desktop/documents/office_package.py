"""What Word and Excel files have in common: a zip that is the same byte for byte each time, and the properties of the file."""

from __future__ import annotations

import zipfile

from kh_desktop.documents.office_text import escape
from kh_desktop.documents.tree import Document

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE_PART = "docProps/core.xml"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def add_entry(archive: zipfile.ZipFile, name: str, data: str | bytes) -> None:
    """Add an entry that carries a fixed time instead of the present one."""
    entry = zipfile.ZipInfo(name, _FIXED_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def core_xml(document: Document) -> str:
    """The properties of the file: title, language, and the agency and subject the document names; no person, no machine, no time."""
    facts = {"title": document.title, "creator": document.meta.get("author", ""), "subject": document.meta.get("subject", "")}
    rows = "".join(f"<dc:{name}>{escape(' '.join(text.split()))}</dc:{name}>" for name, text in facts.items() if text)
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{rows}<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
