"""What a chosen file is, whatever it is called, and one code for each kind that cannot be read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Cancelled
from kh_desktop.importing.sniff import MAX_FILE, MAX_TEXT, open_source
from kh_desktop.services.messages import MESSAGES
from tests.importing.office_packages import data, docx, p, relations, tbl, tr, xlsx, zipped
from tests.importing.test_xlsx_reader import XML2003

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ODT = "application/vnd.oasis.opendocument.text"


def _stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(100)


def _binary_book() -> bytes:
    return zipped(
        {"_rels/.rels": relations(("officeDocument", "xl/workbook.bin")), "xl/workbook.bin": b"\x00", "[Content_Types].xml": "<Types/>"}
    )


def _locked_zip() -> bytes:
    """A zip whose first part says it needs a password."""
    made = bytearray(docx(p("a")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := made.find(mark, start)) >= 0:
            made[start + at] |= 1
            start += 4
    return bytes(made)


READ = {
    "kế hoạch.doc": (docx(p("Kế hoạch")), "docx"),
    "danh sách.pdf": (xlsx(data('<c r="A1"><v>1</v></c>')), "xlsx"),
    "báo cáo.xls": (XML2003.encode("utf-8"), "xlsx"),
    "xuất.xls": ("<html><table><tr><td>Lĩnh vực</td><td>Hộ tịch</td></tr></table></html>".encode(), "html"),
    "xuất khác.xls": (b"\xef\xbb\xbf\r\n<!-- x -->\n<TABLE><tr><td>a<td>b</table>", "html"),
    "bảng.xls": ("STT\tLĩnh vực\n1\tHộ tịch\n2\tĐất đai\n".encode("utf-16"), "text"),
    "ghi chú": ("# Kế hoạch\n\nNăm 2027".encode(), "text"),
}


@pytest.mark.parametrize("name", READ)
def test_files_are_known_by_what_is_in_them(name: str) -> None:
    content, kind = READ[name]
    source = open_source(content, name)
    assert (source.kind, source.name) == (kind, name)
    assert source.blocks


def test_a_page_saved_as_one_file() -> None:
    page = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td>X=C3=A3</td><td>2</td></tr></table>\r\n--b--\r\n"
    )
    assert "Xã" in str(open_source(page.encode(), "x.xls").blocks)


REFUSED = {
    "nothing": (b"", "import.empty"),
    "blanks": (b"\xef\xbb\xbf \r\n\x00", "import.empty"),
    "old word": (_stream("WordDocument"), "import.old_word"),
    "old excel": (_stream("Workbook"), "import.old_excel"),
    "older excel": (b"\x09\x08\x10\x00\x00\x06\x05\x00", "import.old_excel"),
    "binary excel": (_binary_book(), "import.old_excel"),
    "password": (_stream("EncryptedPackage"), "import.locked"),
    "password in the zip": (_locked_zip(), "import.locked"),
    "some container": (OLE, "import.unknown_kind"),
    "rich text": (b"{\\rtf1 abc}", "import.rtf"),
    "open document": (zipped({"mimetype": ODT}), "import.open_document"),
    "some zip": (zipped({"a.txt": "a"}), "import.unknown_kind"),
    "cut zip": (docx(p("a"))[:-40], "import.damaged"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "import.no_text"),
    "program": (b"MZ" + bytes(range(256)) * 20, "import.unknown_kind"),
    "no letter": (docx("<w:p/>"), "import.no_text"),
    "empty table": (docx(tbl(tr("", ""))), "import.no_text"),
    "no letter in text": (b"\n\n\x0c\n", "import.no_text"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_says_why(what: str) -> None:
    content, code = REFUSED[what]
    with pytest.raises(KhError) as caught:
        open_source(content, "tệp")
    assert caught.value.code == code
    assert "Hãy" in MESSAGES[code]


def test_too_much_is_refused_before_it_is_read() -> None:
    for size, start in ((MAX_FILE + 1, b"PK\x03\x04"), (MAX_TEXT + 1, b"a")):
        with pytest.raises(KhError) as caught:
            open_source(start + b" a" * (size // 2), "x")
        assert caught.value.code == "import.too_big"


def test_macros_are_told_and_links_are_letters() -> None:
    out = io.BytesIO(docx(p("Xã") + '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>trang tin</w:t></w:r></w:hyperlink></w:p>'))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", "Sub AutoOpen()")
    source = open_source(out.getvalue(), "x.docm")
    assert [notice.code for notice in source.notices] == ["macros"]
    assert len(source.blocks) == 2


def test_nothing_outside_the_package_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "bí mật.xml"
    secret.write_text("<w:styles/>", encoding="utf-8")
    link = f'<Relationships><Relationship Id="a" Type="x/styles" TargetMode="External" Target="{secret.as_uri()}"/></Relationships>'
    made = zipped(
        {
            "_rels/.rels": relations(("officeDocument", "../../word/document.xml")),
            "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            + p("Kế hoạch")
            + "</w:body></w:document>",
            "word/_rels/document.xml.rels": link,
            "[Content_Types].xml": "<Types/>",
        }
    )
    assert len(open_source(made, "x").blocks) == 1


def test_reading_can_be_stopped() -> None:
    def stop(_: float) -> None:
        raise Cancelled

    for content, _ in READ.values():
        with pytest.raises(Cancelled):
            open_source(content, "x", stop)
