"""Files made to do harm, and files damaged at random: each ends in blocks or in a KhError, soon and with little memory."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kh_desktop.domain.errors import KhError
from kh_desktop.importing import ooxml
from kh_desktop.importing.sniff import open_source
from tests.importing.mutations import mutated, packed, samples, unpacked
from tests.importing.office_packages import W, data, docx, p, relations, tbl, tr, xlsx, zipped

SAMPLES = samples()


def _code(content: bytes) -> str:
    try:
        open_source(content, "x")
    except KhError as error:
        return error.code
    return ""


def _word(document: str | bytes) -> bytes:
    return zipped(
        {"_rels/.rels": relations(("officeDocument", "word/document.xml")), "word/document.xml": document, "[Content_Types].xml": "<T/>"}
    )


def test_a_part_that_grows_without_measure_is_not_unpacked() -> None:
    bomb = _word(b" " * (ooxml._RATIO_FLOOR + 1))
    tracemalloc.start()
    assert _code(bomb) == "import.zip_bomb"
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_part_larger_than_it_says_is_not_read_on() -> None:
    made = bytearray(_word(f'<w:document xmlns:w="{W}"><w:body>{p("a") * 3000}</w:body></w:document>'))
    at = made.rfind(b"word/document.xml") - 46
    made[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert _code(bytes(made)) == "import.damaged"


def test_too_many_entries_and_too_much_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ooxml, "MAX_ENTRIES", 50)
    assert _code(zipped({f"{n}.xml": "" for n in range(60)})) == "import.zip_bomb"
    monkeypatch.setattr(ooxml, "MAX_DECLARED", 1000)
    assert _code(docx(p("a" * 2000))) == "import.zip_bomb"


def test_more_tags_than_any_document_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ooxml, "MAX_TREE_MEMORY", 50_000)
    assert _code(docx(p("a") * 300)) == "import.too_big"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    kind = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY l0 "lol">{lol}]>'
    text = f'{kind}<w:document xmlns:w="{W}"><w:body>{p("&l8;")}</w:body></w:document>'
    assert _code(_word(text.encode(encoding))) == "import.damaged"
    outside = f'<!DOCTYPE d SYSTEM "http://example.test/a.dtd"><w:document xmlns:w="{W}"><w:body>{p("a")}</w:body></w:document>'
    assert _code(_word(outside)) == "import.damaged"


def test_elements_in_elements_without_end() -> None:
    deep = 100_000
    for tag in ("w:sdtContent", "w:tbl", "w:ins", "w:hyperlink", "w:tr", "x"):
        inside = f"<{tag}>" * deep + p("a") + f"</{tag}>" * deep
        assert _code(docx(inside)) in ("import.damaged", "import.no_text", ""), tag
        assert _code(docx(f"<w:p>{inside}</w:p>")) in ("import.damaged", "import.no_text", ""), tag
    table = p("a")
    for _ in range(60):
        table = tbl(tr(f"<w:tc>{table}</w:tc>", "b"))
    assert _code(docx(table)) == "import.damaged"


def test_alternatives_in_alternatives() -> None:
    box = f"<w:txbxContent>{p('a')}</w:txbxContent>"
    inside = "<mc:AlternateContent><mc:Choice>" * 2000 + box + "</mc:Choice></mc:AlternateContent>" * 2000
    assert _code(docx(f"<w:p><w:r>{inside}</w:r></w:p>{p('b')}")) == "import.damaged"
    assert _code(docx("<w:p><w:r><mc:AlternateContent><mc:AlternateContent/></mc:AlternateContent></w:r></w:p>" + p("b"))) == ""


def test_huge_attributes_names_and_numbers() -> None:
    long = "9" * 1_000_000
    body = p("a", f'<w:jc w:val="{long}"/><w:numPr><w:numId w:val="{long}"/></w:numPr>', f'<w:sz w:val="{long}"/>')
    assert _code(docx(body)) == ""
    assert _code(docx(tbl(tr(f'<w:tc><w:tcPr><w:gridSpan w:val="{long}"/></w:tcPr>{p("a")}</w:tc>', "b")))) == ""
    assert _code(xlsx(data(f'<c r="A{long}"><v>1</v></c>'))) == "import.damaged"
    assert _code(xlsx(data(f'<c r="A1"><v>{long}</v></c>'))) == ""


def test_joins_over_the_whole_sheet() -> None:
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 300))
    cells = data('<c r="A1"><v>1</v></c>', '<c r="XFD1048576"><v>2</v></c>')
    assert _code(xlsx(f"{cells}<mergeCells>{merges}</mergeCells>")) == "import.too_big"


def test_a_format_no_one_can_read_does_not_hang() -> None:
    for code in ("#" * 100_000 + "[", '"' * 5001, "\\" * 5001, "0." + "0" * 400, "y" * 5000 + "m" * 5000, "[" * 3000):
        styles = (
            f"<numFmts><numFmt numFmtId='200' formatCode='{code.replace(chr(39), '')}'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs>"
        )
        styles = styles.replace("'" + code, "'" + code.replace('"', "&quot;"))
        assert _code(xlsx(data('<c r="A1" s="0"><v>45000.5</v></c>'), styles=styles)) == ""


@settings(max_examples=150)
@given(st.sampled_from(sorted(SAMPLES)), st.integers(0, 2**32))
def test_damaged_files_end_well(name: str, seed: int) -> None:
    _code(mutated(SAMPLES[name], seed))


def test_the_samples_themselves_are_read() -> None:
    assert {name: _code(content) for name, content in SAMPLES.items()} == dict.fromkeys(SAMPLES, "")
    for content in SAMPLES.values():
        if content.startswith(b"PK"):
            again = packed(unpacked(content))
            assert zipfile.ZipFile(io.BytesIO(again)).testzip() is None
