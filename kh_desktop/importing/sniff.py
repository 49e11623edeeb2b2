"""What kind of file somebody chose, told by what is in it and never by its name, and the reader that reads it."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace

from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Paragraph, Progress, Source
from kh_desktop.importing.old_letters import with_unicode_letters
from kh_desktop.importing.ooxml import Package, local, quiet

MAX_FILE = 200_000_000
# Text larger than this is no plan: a year's plan has some 50,000 letters.
MAX_TEXT = 8_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# Sheets of Excel 2 to 5, documents of Word for DOS, Write and Word 2, which stand in no container.
_OLD_SHEETS = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_OLD_WORDS = (b"\xdb\xa5", b"\x31\xbe\x00\x00", b"\x32\xbe\x00\x00", b"\x9b\xa5")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_PICTURE_BOXES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
_CONTROL = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style|xml)\b", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 65_536


def open_source(data: bytes, name: str, progress: Progress = quiet) -> Source:
    """Read a file into blocks, whatever it is called.

    KhError: "import.empty", "import.too_big", "import.old_word", "import.old_excel", "import.open_document", "import.rtf",
    "import.locked", "import.damaged", "import.zip_bomb", "import.unknown_kind", "import.no_text", those of the PDF reader, and
    Cancelled from ``progress``. ``data`` is only read; nothing it names is opened or fetched."""
    if len(data) > MAX_FILE:
        raise KhError("import.too_big")
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise KhError("import.empty")
    source = _read(data, name, progress)
    if source.kind in ("pdf", "text", "html"):
        source = with_unicode_letters(source)
    if not any(block.text or block.number if isinstance(block, Paragraph) else block.cells for block in source.blocks) and not any(
        notice.text for notice in source.notices
    ):
        raise KhError("import.no_text")
    progress(1.0)
    return source


def _read(data: bytes, name: str, progress: Progress) -> Source:
    if data.startswith(_ZIP):
        return _package(data, name, progress)
    if b"%PDF-" in data[:1024]:
        from kh_desktop.importing.pdf_reader import read_pdf

        return read_pdf(data, name, progress)
    _refuse_binary(data)
    if len(data) > MAX_TEXT:
        raise KhError("import.too_big")
    head = _head(data)
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<?xml" in head[:200]:
        from kh_desktop.importing.xlsx_xml2003 import read_xml2003

        return read_xml2003(data, name, progress)
    if head[:2000].lower().startswith(b"mime-version:") and b"multipart/related" in head[:2000].lower():
        return _web_archive(data, name)
    if _HTML.match(head):
        return _html(data, name)
    from kh_desktop.importing.text_reader import read_text

    return read_text(data, name, progress)


def _head(data: bytes) -> bytes:
    """The beginning of a text as plain bytes, without marks and blanks before it and comments of HTML."""
    head = data[:_SAMPLE]
    if head.startswith(_UTF16):
        head = head.decode("utf-16", "ignore").encode("ascii", "ignore")
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return re.sub(rb"\A(?:<!--.*?-->\s*)+", b"", head, flags=re.DOTALL)


def _package(data: bytes, name: str, progress: Progress) -> Source:
    package = Package(data)
    main = package.main_part()
    kind = _main_kind(package, main)
    if kind == "word":
        from kh_desktop.importing.docx_reader import docx_source

        return docx_source(package, name, progress)
    if kind == "sheet":
        from kh_desktop.importing.xlsx_reader import xlsx_source

        return xlsx_source(package, name, progress)
    if "mimetype" in package and package.part("mimetype", 1000).startswith(b"application/vnd.oasis.opendocument"):
        raise KhError("import.open_document")
    raise KhError("import.unknown_kind")


def _main_kind(package: Package, main: str) -> str:
    """ "word", "sheet" or "": by the type the package gives its main part, else by its place."""
    root = package.tree("[Content_Types].xml")
    parts = [item for item in root if local(item.tag) == "Override"] if root is not None else []
    said = next((item.get("ContentType", "") for item in parts if item.get("PartName", "").lstrip("/").lower() == main.lower()), "").lower()
    if "wordprocessingml" in said or "ms-word" in said or main.lower().startswith("word/"):
        return "word"
    return "sheet" if "spreadsheetml" in said or "ms-excel" in said or main.lower().startswith("xl/") else ""


def _refuse_binary(data: bytes) -> None:
    """KhError for what is recognised and cannot be read."""
    if data.startswith(_OLE):
        _refuse_container(data)
    if data.startswith(_OLD_SHEETS):
        raise KhError("import.old_excel")
    if data.startswith(_OLD_WORDS):
        raise KhError("import.old_word")
    if data.lstrip().startswith(b"{\\rtf"):
        raise KhError("import.rtf")
    if data.startswith(_PICTURES) or data[4:12] in _PICTURE_BOXES or data[8:12] == b"WEBP":
        raise KhError("import.no_text")
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * 100 > len(sample) and not _is_wide(sample):
        raise KhError("import.unknown_kind")


def _refuse_container(data: bytes) -> None:
    """KhError for a compound file: a locked new document, an old one, or something else."""
    for word, code in (
        ("EncryptedPackage", "import.locked"),
        ("WordDocument", "import.old_word"),
        ("Workbook", "import.old_excel"),
        ("Book", "import.old_excel"),
    ):
        if word.encode("utf-16-le") in data:
            raise KhError(code)
    raise KhError("import.unknown_kind")


def _is_wide(sample: bytes) -> bool:
    """Whether the sample is text of two bytes a letter: it says so, or every other byte of much of it is zero."""
    if sample.startswith((*_UTF16, b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return True
    half = max(len(sample) // 2, 1)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    return min(even, odd) < 0.05 and max(even, odd) > 0.3


def _html(data: bytes, name: str) -> Source:
    from kh_desktop.importing.html_reader import read_html
    from kh_desktop.importing.text_decode import decode

    text, notices = decode(data)
    source = read_html(text, name)
    return replace(source, notices=(*source.notices, *notices))


def _web_archive(data: bytes, name: str) -> Source:
    """A page saved in one file (.mht), as some report servers export under the name .xls: its first page."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return _html(page, name)
    raise KhError("import.no_text")
