"""The Word file, read back with python-docx and lxml."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from kh_desktop.documents.tree import Columns, Document, Paragraph, Part, Row, Run, Table
from kh_desktop.documents.word import write_word
from tests.documents.office_trees import (
    LONG,
    WIDTHS,
    appendix,
    cell,
    centred,
    expected,
    full_document,
    hostile_document,
    lines_of,
    plan_part,
    small_table,
    task_table,
    text,
)

TWIPS_PER_MM = 1440 / 25.4


def written(document: Document) -> bytes:
    out = io.BytesIO()
    write_word(document, out)
    return out.getvalue()


def opened(document: Document) -> Any:
    return docx.Document(io.BytesIO(written(document)))


def body(document: Document) -> Any:
    return opened(document).element.body


def paragraph_text(paragraph: Any) -> str:
    return "".join("\n" if node.tag == qn("w:br") else node.text or "" for node in paragraph.iter(qn("w:t"), qn("w:br")))


def value(element: Any, path: str, attribute: str = "w:val") -> str | None:
    found = element.find("/".join(qn(step) for step in path.split("/")))
    return None if found is None else found.get(qn(attribute))


def task_grid(document: Document) -> Any:
    return next(table for table in body(document).iter(qn("w:tbl")) if table.find(".//" + qn("w:tblHeader")) is not None)


@pytest.mark.parametrize("document", [full_document(), hostile_document()], ids=["full", "hostile"])
def test_every_text_is_there_in_order(document: Document) -> None:
    found = [paragraph_text(p) for p in body(document).iter(qn("w:p"))]
    wanted = [line for words in lines_of(document) for line in expected(words).split("\n")]
    assert [line for words in found for line in words.split("\n") if line] == [line for line in wanted if line]


def test_each_part_is_a_section_that_counts_its_own_pages() -> None:
    sections = list(opened(full_document()).sections)
    assert [(round(s.page_width.mm), round(s.page_height.mm)) for s in sections] == [(210, 297), (297, 210), (210, 297)]
    assert [s._sectPr.find(qn("w:pgSz")).get(qn("w:orient")) for s in sections] == [None, "landscape", None]
    for section in sections:
        assert [round(m.mm) for m in (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)] == [
            20,
            20,
            20,
            30,
        ]
        assert section.different_first_page_header_footer
        assert value(section._sectPr, "w:pgNumType", "w:start") == "1"
        assert section.header_distance.mm < 12


def test_page_number_is_the_only_field_and_not_on_the_first_page() -> None:
    file = opened(full_document())
    section = file.sections[0]
    assert [node.text.strip() for node in section.header._element.iter(qn("w:instrText"))] == ["PAGE"]
    assert section.header.paragraphs[0].style.paragraph_format.alignment == 1
    assert not list(section.first_page_header._element.iter(qn("w:instrText"), qn("w:t")))
    assert not list(file.element.body.iter(qn("w:instrText"), qn("w:fldSimple"), qn("w:fldChar")))


def test_font_and_language_hold_for_every_script() -> None:
    styles = opened(full_document()).styles.element
    fonts = styles.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
    assert value(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang") == "vi-VN"
    assert not list(body(full_document()).iter(qn("w:rFonts")))


def test_components_are_named_styles_with_levels_for_the_navigation_pane() -> None:
    file = opened(full_document())
    names = {p.text: p.style.name for p in file.paragraphs}
    assert names["KẾ HOẠCH"] == "KH Tên loại văn bản"
    assert names["I. MỤC ĐÍCH, YÊU CẦU"] == "KH Mục"
    assert names["1. Mục đích"] == "KH Khoản có tiêu đề"
    levels = {s.name: value(s.element, "w:pPr/w:outlineLvl") for s in file.styles if s.name.startswith("KH ")}
    assert (levels["KH Mục"], levels["KH Khoản có tiêu đề"], levels["KH Phụ lục"], levels["KH Nội dung"]) == ("0", "1", "0", None)
    style = file.styles["KH Mục"]
    assert style.font.bold and style.font.size.pt == 14 and style.paragraph_format.keep_with_next


def test_indents_spacing_and_alignment_are_the_trees() -> None:
    paragraphs = (
        text("Đầu", "noi_dung", first_indent=12.7, line_spacing=1.15, space_after=6.0),
        text(
            "Khác", "noi_dung", size=13.0, align="right", left_indent=10.0, first_indent=-5.0, space_before=3.0, space_after=0.0, bold=True
        ),
    )
    file = opened(Document("x", (Part("x", paragraphs),)))
    style = file.styles["KH Nội dung"].paragraph_format
    assert (round(style.first_line_indent.mm, 1), style.space_after.pt, style.line_spacing, style.alignment) == (12.7, 6, 1.15, 3)
    assert file.paragraphs[0]._p.pPr.find(qn("w:spacing")) is None, "what the style says is not said again"
    other = file.paragraphs[1]
    own = other.paragraph_format
    assert (round(own.left_indent.mm), round(own.first_line_indent.mm), own.space_before.pt, own.space_after.pt) == (10, -5, 3, 0)
    assert own.alignment == 2 and other.runs[0].font.size.pt == 13 and other.runs[0].bold


def test_a_run_in_another_dress_than_its_style() -> None:
    runs = (Run("Đậm. ", bold=True), Run("thường "), Run("nghiêng", italic=True))
    file = opened(Document("x", (Part("x", (text("Cả đoạn đậm", "muc", bold=True), Paragraph(runs, "muc"))),)))
    marks = [(run.text, run.bold, run.italic) for run in file.paragraphs[1].runs]
    assert marks == [("Đậm. ", None, None), ("thường ", False, None), ("nghiêng", False, True)]


def test_letterhead_is_one_table_without_borders() -> None:
    tables = list(body(full_document()).iterchildren(qn("w:tbl")))
    assert [len(list(row.iterchildren(qn("w:tc")))) for row in tables[0].iter(qn("w:tr"))] == [2, 2]
    assert tables[0].find(".//" + qn("w:tblBorders")) is None
    widths = [int(column.get(qn("w:w"))) for column in tables[0].iter(qn("w:gridCol"))]
    assert sum(widths) == round(160 * TWIPS_PER_MM) and widths[0] == pytest.approx(64 * TWIPS_PER_MM, abs=1)
    second = [paragraph_text(p) for p in list(tables[0].iter(qn("w:tr")))[1].iter(qn("w:p"))]
    assert second == ["Số: 08/KH-UBND", "Sông Mây, ngày 15 tháng 01 năm 2027"]


def rule_after(document: Document, words: str) -> Any:
    paragraph = next(p for p in body(document).iter(qn("w:p")) if paragraph_text(p) == words)
    assert paragraph.pPr.find(qn("w:keepNext")) is not None or value(paragraph, "w:pPr/w:pStyle") is not None
    return paragraph.getnext().pPr


def rule_length(rule: Any, width: float) -> float:
    assert value(rule, "w:pBdr/w:top") == "single"
    left, right = (int(value(rule, "w:ind", f"w:{side}") or 0) / TWIPS_PER_MM for side in ("left", "right"))
    assert left == pytest.approx(right, abs=0.1), "the rule is centred"
    return width - left - right


def test_rules_are_as_long_as_asked() -> None:
    document = full_document()
    # The widths of the words were measured with the font file (Liberation Serif Bold at 14 and 13 pt).
    assert rule_length(rule_after(document, "Độc lập - Tự do - Hạnh phúc"), 96) == pytest.approx(60.5, abs=0.5)
    assert rule_length(rule_after(document, "XÃ SÔNG MÂY"), 61) == pytest.approx(0.4 * 32.9, abs=0.3)
    assert rule_length(rule_after(document, "Kiểm soát thủ tục hành chính năm 2027"), 160) == pytest.approx(0.4 * 84.1, abs=0.3)


def test_a_long_centred_title_is_drawn_in_so_that_its_lines_are_even() -> None:
    words = "Kiểm soát thủ tục hành chính và thực hiện cơ chế một cửa, một cửa liên thông trên địa bàn xã Sông Mây năm 2027"
    title = body(Document("x", (Part("x", (centred(words, "trich_yeu", rule=0.4),)),)))[0]
    sides = [int(value(title, "w:pPr/w:ind", f"w:{side}") or 0) / TWIPS_PER_MM for side in ("left", "right")]
    assert sides[0] == sides[1] > 5


def test_a_line_hardly_too_wide_for_the_letterhead_is_squeezed_not_broken() -> None:
    nation = centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "quoc_hieu", size=13.0)
    narrow = Columns((centred("A", "x"),), (nation,), 0.41)
    file = body(Document("x", (Part("x", (narrow,)),)))
    squeezed = next(run for run in file.iter(qn("w:r")) if run.find(qn("w:t")).text.startswith("CỘNG"))
    assert int(value(squeezed, "w:rPr/w:spacing") or 0) < 0


def test_table_is_fixed_in_twips_and_repeats_its_header() -> None:
    table = task_grid(full_document())
    assert value(table, "w:tblPr/w:tblLayout", "w:type") == "fixed"
    assert [int(c.get(qn("w:w"))) for c in table.iter(qn("w:gridCol"))] == [round(w * TWIPS_PER_MM) for w in WIDTHS]
    rows = list(table.iterchildren(qn("w:tr")))
    assert [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows[:4]] == [True, True, False, False]
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)


def test_spans_fill_every_row_and_merge_what_they_should() -> None:
    table = task_grid(full_document())
    for row in table.iterchildren(qn("w:tr")):
        cells = list(row.iterchildren(qn("w:tc")))
        spans = [int(value(c, "w:tcPr/w:gridSpan") or 1) for c in cells]
        widths = [int(value(c, "w:tcPr/w:tcW", "w:w") or 0) for c in cells]
        assert sum(spans) == len(WIDTHS)
        assert sum(widths) == sum(round(w * TWIPS_PER_MM) for w in WIDTHS)
    model = next(t for t in opened(full_document()).tables if len(t.columns) == len(WIDTHS))
    assert model.cell(0, 2)._tc is model.cell(0, 3)._tc and model.cell(0, 2).text == "Phân công nhiệm vụ"
    assert model.cell(0, 0)._tc is model.cell(1, 0)._tc
    row = next(i for i in range(2, 20) if model.cell(i, 0).text == "4")
    assert model.cell(row, 1)._tc is model.cell(row + 1, 1)._tc
    assert model.cell(row + 1, 2).text == "Công an xã"


def test_group_rows_are_bold_and_stay_with_their_tasks() -> None:
    group = list(task_grid(full_document()).iterchildren(qn("w:tr")))[2]
    assert all(p.pPr.find(qn("w:keepNext")) is not None for p in group.iter(qn("w:p")))
    assert all(run.find(qn("w:rPr")).find(qn("w:b")) is not None for run in group.iter(qn("w:r")))


def test_lines_of_a_cell_are_paragraphs() -> None:
    row = list(task_grid(full_document()).iterchildren(qn("w:tr")))[3]
    found = [[paragraph_text(p) for p in c.iter(qn("w:p"))] for c in row.iterchildren(qn("w:tc"))]
    assert found[4] == ["- Bảng niêm yết;", "- Danh mục thủ tục."]


def test_a_row_higher_than_a_page_may_break() -> None:
    table = small_table(("ngắn", LONG), (120.0, 40.0))
    rows = list(task_grid(Document("x", (Part("x", (table,)),))).iterchildren(qn("w:tr")))
    kept = [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows]
    assert kept == [True, True, False]


def test_spans_that_reach_too_far_end_with_the_table() -> None:
    rows = (Row((cell("a", colspan=9, rowspan=9),)), Row(()), Row((cell("thừa"),)))
    table = Table((50.0, 50.0), (), rows)
    found = body(Document("x", (Part("x", (table,)),))).find(qn("w:tbl"))
    for row in found.iterchildren(qn("w:tr")):
        assert sum(int(value(c, "w:tcPr/w:gridSpan") or 1) for c in row.iterchildren(qn("w:tc"))) == 2


def test_tables_that_follow_each_other_stay_two_and_the_file_ends_in_a_paragraph() -> None:
    table = small_table(("Một",))
    document = Document("x", (Part("x", (table, table)), Part("y", ()), plan_part(task_table(3))))
    children = list(body(document).iterchildren())
    tags = [child.tag for child in children]
    assert all(not (a == b == qn("w:tbl")) for a, b in zip(tags, tags[1:], strict=False))
    assert tags[-2:] == [qn("w:p"), qn("w:sectPr")]
    assert len(opened(document).sections) == 3


def test_a_table_without_rows_does_not_damage_the_file() -> None:
    file = body(Document("x", (Part("x", (Table((50.0,), (), ()), Table((), (), (Row(()),)))),)))
    assert not list(file.iter(qn("w:tbl"))) and len(list(file.iter(qn("w:p")))) == 1


def test_a_table_wider_than_the_page_is_made_narrower() -> None:
    table = task_grid(Document("x", (plan_part(task_table(2)),)))
    widths = [int(c.get(qn("w:w"))) / TWIPS_PER_MM for c in table.iter(qn("w:gridCol"))]
    assert sum(widths) == pytest.approx(160, abs=0.5) and widths[0] == pytest.approx(WIDTHS[0] * 160 / 247, abs=0.1)


def test_nothing_parts_a_signature_from_the_text_above() -> None:
    document = full_document()
    tables = list(body(document).iterchildren(qn("w:tbl")))
    above = tables[1].getprevious()
    assert paragraph_text(above).startswith("2. Yêu cầu.") and above.pPr.find(qn("w:keepNext")) is not None


def test_same_document_same_bytes_and_nobodys_name() -> None:
    first, second = written(full_document()), written(full_document())
    assert first == second
    core = opened(full_document()).core_properties
    assert (core.title, core.language, core.author, core.last_modified_by) == ("Kế hoạch năm 2027", "vi-VN", "", "")
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_two_sizes_of_tables() -> None:
    small = Table((160.0,), (), (Row((cell("nhỏ"),)),), size=11.0)
    file = opened(Document("x", (appendix("A", task_table(2)), Part("B", (small,)))))
    sizes = {t.cell(0, 0).paragraphs[0].style.font.size.pt for t in file.tables}
    assert sizes == {11, 12}


def test_spans_never_lie_over_one_another() -> None:
    rows = (Row((cell("a"), cell("b", rowspan=2), cell("c"))), Row((cell("d", colspan=3), cell("e"))))
    table = opened(Document("x", (Part("x", (Table((50.0, 50.0, 60.0), (), rows),)),))).tables[0]
    assert [c.text for c in table.rows[1].cells] == ["d", "b", "e"]
