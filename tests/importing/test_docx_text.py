"""Paragraphs of Word files: looks through styles, list marks, changes, notes, boxes, fields, old fonts."""

from __future__ import annotations

import pytest

from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Cancelled, Notice, Paragraph, Source
from kh_desktop.importing.docx_fonts import from_vni, to_unicode
from kh_desktop.importing.docx_numbering import in_letters
from kh_desktop.importing.docx_reader import read_docx
from tests.importing.office_packages import STRICT_W, docx, p, tbl, tc, tr


def _read(body: str, **parts: str) -> Source:
    return read_docx(docx(body, **parts), "thử.docx")


def _paragraphs(body: str, **parts: str) -> list[Paragraph]:
    return [block for block in _read(body, **parts).blocks if isinstance(block, Paragraph)]


def _texts(body: str, **parts: str) -> list[str]:
    return [" ".join(filter(None, (one.number, one.text))) for one in _paragraphs(body, **parts)]


def _notices(body: str, **parts: str) -> list[tuple[str, int, str]]:
    return [(one.code, one.count, one.text) for one in _read(body, **parts).notices]


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục của xã"/><w:basedOn w:val="H2"/>'
    '<w:rPr><w:i/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Manh"><w:name w:val="Mạnh"/><w:rPr><w:b/></w:rPr></w:style>'
)


def test_looks_come_from_styles_paragraphs_and_runs() -> None:
    body = (
        p("Mục một", '<w:pStyle w:val="Muc"/>')
        + p("Mục hai", '<w:pStyle w:val="H2"/><w:jc w:val="both"/><w:outlineLvl w:val="9"/>', '<w:b w:val="0"/>')
        + p("Thường")
        + p("Có kiểu chữ", '<w:pStyle w:val="H2"/>', '<w:rStyle w:val="Manh"/>')
        + p("Cấp ba", '<w:outlineLvl w:val="2"/>', "<w:caps/>")
    )
    got = _paragraphs(body, styles=STYLES)
    assert got == [
        Paragraph("Mục một", "", 2, True, True, True, 14.0),
        Paragraph("Mục hai", "", 0, False, False, False, 13.0),
        Paragraph("Thường", "", 0, False, False, False, 13.0),
        # A bold style of letters in a bold style of paragraphs turns it off.
        Paragraph("Có kiểu chữ", "", 2, False, False, True, 13.0),
        Paragraph("CẤP BA", "", 3, False, False, False, 13.0),
    ]


def test_styles_based_on_one_another_in_a_circle_end() -> None:
    circle = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    assert _paragraphs(p("a", '<w:pStyle w:val="A"/>'), styles=circle)[0].bold


def test_letters_of_a_run() -> None:
    run = (
        '<w:r><w:t xml:space="preserve">Số:  </w:t><w:tab/><w:t>12</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:softHyphen/><w:br/>'
        "<w:t>dòng hai</w:t></w:r>"
    )
    symbols = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> đạt </w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    )
    assert _texts(f"<w:p>{run}</w:p><w:p>{symbols}</w:p>{p('Tie&#x302;&#x301;ng Vie&#x323;&#x302;t')}") == [
        "Số: 12-KH\ndòng hai",
        "☑ đạt ≥",
        "Tiếng Việt",
    ]


def test_links_controls_and_fields_give_what_is_seen() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF moc \\h</w:instrText></w:r><w:r><w:t>ẩn</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Phụ lục I</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        f"<w:p>{field}<w:hyperlink><w:r><w:t> kèm theo</w:t></w:r></w:hyperlink></w:p>"
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p('Trong khung')}</w:sdtContent></w:sdt>"
        '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>05/01/2027</w:t></w:r></w:fldSimple><w:smartTag><w:r><w:t> xã</w:t></w:r></w:smartTag>'
        "<w:sdt><w:sdtContent><w:r><w:t> Sông Mây</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        # A field that never ends must not swallow the rest.
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + p("Còn đây")
    )
    assert _texts(body) == ["Phụ lục I kèm theo", "Trong khung", "05/01/2027 xã Sông Mây", "Còn đây"]


def _level(at: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    + _level(0, "upperRoman", "%1.")
    + _level(1, "decimal", "%2.")
    + _level(2, "lowerLetter", "%3)")
    + _level(3, "decimal", "%1.%2.%4", "<w:isLgl/>")
    + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2">' + _level(0, "bullet", "\uf0b7") + _level(1, "bullet", "+") + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def _item(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_lists_are_counted_as_printed() -> None:
    body = "".join(
        [
            _item("một", 1), _item("con", 1, 1), _item("cháu", 1, 2), _item("cháu", 1, 2), _item("con", 1, 1), _item("cháu", 1, 2),
            _item("hai", 1), _item("con", 1, 1), _item("luật", 1, 3), _item("gạch", 2), _item("cộng", 2, 1), _item("năm", 3),
            _item("sáu", 3), _item("tiếp", 1), _item("không", 0),
        ]
    )  # fmt: skip
    assert _texts(body, numbering=NUMBERING) == [
        "I. một", "1. con", "a) cháu", "b) cháu", "2. con", "a) cháu", "II. hai", "1. con", "2.1.1 luật", "- gạch", "+ cộng", "V. năm",
        "VI. sáu", "VII. tiếp", "không",
    ]  # fmt: skip


def test_lists_by_style_and_numbers_in_cells() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="De"><w:name w:val="Đề"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="De"/></w:style>'
    )
    numbering = NUMBERING.replace('w:ilvl="1"><w:start w:val="1"/>', 'w:ilvl="1"><w:start w:val="1"/><w:pStyle w:val="De"/>', 1)
    assert _texts(p("theo kiểu", '<w:pStyle w:val="Con"/>'), styles=styles, numbering=numbering) == ["1. theo kiểu"]
    (table,) = _read(tbl(tr(tc(_item("", 1, 1)), "việc"), tr(tc(_item("", 1, 1)), "việc")), numbering=NUMBERING).blocks
    assert [cell.text for cell in table.cells] == ["1.", "việc", "2.", "việc"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("count", "form", "words"),
    [(4, "upperRoman", "IV"), (27, "lowerLetter", "aa"), (3, "decimalZero", "03"),
     (5000, "upperRoman", "5000"), (0, "lowerLetter", "0"), (7, "hebrew1", "7")],
)  # fmt: skip
def test_forms_of_numbers(count: int, form: str, words: str) -> None:
    assert in_letters(count, form) == words


def test_tracked_changes_are_accepted_and_told() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Trước ngày </w:t></w:r><w:del w:id="1"><w:r><w:delText>15/6</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>30/6</w:t></w:r></w:ins></w:p>'
        '<w:p><w:moveFrom w:id="3"><w:r><w:t>chuyển đi</w:t></w:r></w:moveFrom></w:p>'
        '<w:p><w:moveTo w:id="4"><w:r><w:t>chuyển đi</w:t></w:r></w:moveTo></w:p>'
        '<w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Câu bị </w:t></w:r></w:p>' + p("nối liền")
    )
    rows = tbl(tr("giữ", "a"), tr("bỏ", "b", properties='<w:del w:id="6"/>'))
    source = _read(body + rows)
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == ["Trước ngày 30/6", "chuyển đi", "Câu bị nối liền"]
    assert source.blocks[-1].row_count == 1  # type: ignore[union-attr]
    (notice,) = source.notices
    assert (notice.code, notice.count, notice.text) == ("tracked_changes", 6, "15/6\nbỏ b")


def test_notes_and_comments_are_told_with_their_place() -> None:
    body = p("Đầu") + tbl(
        tr(
            "a",
            tc('<w:p><w:r><w:t>b</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'),
            tc('<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>'),
        ),
        columns=3,
    )
    notes = f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote><w:footnote w:id="2">{p("Theo Quyết định số 5")}</w:footnote>'
    source = _read(body, footnotes=notes, comments=f'<w:comment w:id="0">{p("Xem lại")}{p("thời hạn")}</w:comment>')
    told = {notice.code: (notice.text, notice.spot) for notice in source.notices}
    assert told["footnote"][0] == "Theo Quyết định số 5"
    assert told["comments"][0] == "Xem lại\nthời hạn"
    spot = told["footnote"][1]
    assert spot is not None and (spot.block, spot.row, spot.col) == (1, 0, 1)


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    inside = f"<w:txbxContent>{p('UBND XÃ SÔNG MÂY')}{p('Số: 05/KH')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{inside.replace('05', '06')}</v:textbox></w:pict></w:r>"
    body = f"<w:p>{drawing}<w:r><w:t>Neo</w:t></w:r></w:p>" + p("Sau") + f"<w:p>{old}</w:p>"
    assert _texts(body) == ["Neo", "UBND XÃ SÔNG MÂY", "Số: 05/KH", "Sau", "UBND XÃ SÔNG MÂY", "Số: 06/KH"]
    assert [code for code, _, _ in _notices(body)] == ["text_box", "text_box"]


def test_hidden_words_pictures_and_headers_are_told() -> None:
    picture = "<w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>"
    body = p("Thấy") + p("không thấy", "", "<w:vanish/>") + picture
    assert _notices(body, header1=p("Dự thảo lần 2"), header2=p("Trang 3"), footer1=p("- 2 -")) == [
        ("hidden_text", 1, "không thấy"), ("picture", 1, ""), ("header", 1, "Dự thảo lần 2"),
    ]  # fmt: skip
    assert _texts(body) == ["Thấy"]


def test_old_fonts_become_unicode() -> None:
    old, capitals, vni = (f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>' for name in (".VnTime", ".VnTimeH", "VNI-Times"))
    parted = f"<w:r><w:rPr>{vni}</w:rPr><w:t>que</w:t></w:r><w:r><w:rPr>{vni}<w:b/></w:rPr><w:t>â</w:t></w:r>"
    body = (
        p("KÕ ho¹ch n¨m 2027", "", old)
        + p("uû ban nh©n d©n", "", capitals)
        + p("Coâng vieäc cuûa xaõ", "", vni)
        + p("Ñoâng Thaï", "", vni)
        + f"<w:p>{parted}</w:p>"
    )
    assert _texts(body) == ["Kế hoạch năm 2027", "UỶ BAN NHÂN DÂN", "Công việc của xã", "Đông Thạ", "quê"]
    assert ("legacy_font", 5, ".VnTime\n.VnTimeH\nVNI-Times") in _notices(body)


def test_a_soft_hyphen_of_an_old_font_is_a_letter() -> None:
    old = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    body = f"<w:p><w:r>{old}<w:t>Ng</w:t><w:softHyphen/><w:t>êi thùc hiÖn</w:t></w:r></w:p>"
    assert _texts(body + "<w:p><w:r><w:t>Công</w:t><w:softHyphen/></w:r></w:p>") == ["Người thực hiện", "Công"]


def test_vni_letters() -> None:
    assert from_vni(
        "Thöïc hieän cô cheá moät cöûa, lieân thoâng; ñöôøng, kyù, huyeän, xaây döïng, Uûy ban; nghæ, giöõ, möôøi, thò xaõ, baõi"
    ) == ("Thực hiện cơ chế một cửa, liên thông; đường, ký, huyện, xây dựng, Ủy ban; nghỉ, giữ, mười, thị xã, bãi")
    assert from_vni("naêm, taêng, baèng, saüng, traéng, laëp, ÑAËC ÑIEÅM") == "năm, tăng, bằng, sẵng, trắng, lặp, ĐẶC ĐIỂM"
    assert to_unicode("Coâng", "Times New Roman") == "Coâng"


def test_the_strict_kind_reads_the_same() -> None:
    body = p("Mục", "", "<w:b/>") + tbl(tr("a", "b"))
    assert read_docx(docx(body, namespace=STRICT_W), "x").blocks == read_docx(docx(body), "x").blocks


def test_nothing_to_read_and_damage() -> None:
    for bad, code in ((docx(""), "import.no_text"), (b"PK\x05\x06" + bytes(18), "import.damaged"), (b"PK", "import.damaged")):
        with pytest.raises(KhError) as caught:
            read_docx(bad, "x")
        assert caught.value.code == code


def test_reading_can_be_stopped() -> None:
    def stop(_: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_docx(docx(p("a")), "x", stop)


def test_embedded_parts_are_told() -> None:
    source = _read(p("a") + '<w:altChunk r:id="rId9"/>')
    assert [Notice(one.code) for one in source.notices] == [Notice("embedded")]
