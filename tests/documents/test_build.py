"""A plan as a neutral document: what is printed, in which words, under which anchors."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from kh_desktop.documents.build import build_document
from kh_desktop.documents.build_common import BLANK, date_words, without_mark
from kh_desktop.documents.column_widths import fitted
from kh_desktop.documents.fonts import texts
from kh_desktop.documents.layout import PT_PER_MM
from kh_desktop.documents.text_width import width_table
from kh_desktop.documents.tree import Cell, Columns, Document, Paragraph, Row, Table
from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Agency, Annex, BasisForm, LegalBasis, Plan, Section, Shape, Task, TaskGroup
from tests.documents.plans_to_print import ANNEX, TABLE_SECTION, groups, plan, sections, shapes, task, units


def paragraphs(document: Document, part: int = 0) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in document.parts[part].blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Columns):
            found += [*block.left, *block.right]
    return found


def lines(what: Plan, part: int = 0) -> list[str]:
    return [p.text for p in paragraphs(build_document(what), part)]


def table(document: Document, part: int = -1) -> Table:
    return next(block for block in document.parts[part].blocks if isinstance(block, Table))


def by_anchor(document: Document, anchor: str) -> str:
    return " ".join(text for text, _dress, found in texts(document) if found == anchor)


def plan_texts(what: Plan) -> list[str]:
    """Every text of a plan that must be on paper, words only."""
    found = [what.title, what.intro, what.closing.rstrip("."), *what.recipients, what.signature.position, what.signature.name]
    found += [*what.signature.authority, what.agency.name.upper()]

    def walk(level: tuple[Section, ...], depth: int) -> None:
        for section in level:
            found.append(section.heading.upper() if depth == 0 else section.heading)
            found.extend(section.text.split("\n"))
            walk(section.children, depth + 1)

    walk(what.sections, 0)
    for group in what.groups:
        found.append(group.title)
        for one in group.tasks:
            found += [*one.content.split("\n"), *one.detail.split("\n"), one.product, one.deadline]
            found += [ref.label for ref in (*one.lead, *one.coord)]
    for annex in what.annexes:
        found += [annex.title.upper(), *annex.columns, *(text for row in annex.rows for text in row)]
    return [text for text in found if text]


@pytest.mark.parametrize("shape", sorted(shapes()))
def test_nothing_of_the_plan_is_left_out(shape: str) -> None:
    what = shapes()[shape]
    document = build_document(what)
    everything = "\n".join(text for text, _dress, _anchor in texts(document))
    missing = [text for text in plan_texts(what) if text not in everything]
    alone = [g.title for g in what.groups] if len(what.groups) == 1 else []
    assert [text for text in missing if text not in alone] == []


def test_letterhead() -> None:
    agency, number = (block for block in build_document(plan()).parts[0].blocks[:2] if isinstance(block, Columns))
    assert [p.text for p in agency.left] == ["ỦY BAN NHÂN DÂN", "XÃ SUỐI MƠ"]
    assert [p.text for p in agency.right] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert [p.text for p in (*number.left, *number.right)] == ["Số: 08/KH-UBND", "Suối Mơ, ngày 05 tháng 01 năm 2027"]
    assert [p.rule > 0 for p in agency.left] == [False, True]
    assert [p.anchor for p in (*agency.left, *number.left, *number.right)] == ["agency", "agency", "number", "issued"]


def test_letterhead_of_an_agency_with_a_superior() -> None:
    agency = Agency(
        "xã", "Suối Mơ", place="Suối Mơ", letterhead_superior="UBND xã Suối Mơ", letterhead="Trung tâm Phục vụ\nhành chính công"
    )
    left = build_document(plan(agency=agency)).parts[0].blocks[0]
    assert isinstance(left, Columns)
    assert [(p.text, p.runs[0].bold) for p in left.left] == [
        ("UBND XÃ SUỐI MƠ", False),
        ("TRUNG TÂM PHỤC VỤ", True),
        ("HÀNH CHÍNH CÔNG", True),
    ]


def test_blanks_while_the_plan_has_no_number_and_date() -> None:
    text = lines(plan(number="", issued=""))
    assert f"Số: {BLANK * 6}/KH-UBND" in text
    assert f"Suối Mơ, ngày {BLANK * 4} tháng {BLANK * 4} năm {BLANK * 6}" in text


@pytest.mark.parametrize(
    ("issued", "words"),
    [
        ("2027-01-05", "ngày 05 tháng 01 năm 2027"),
        ("2027-06-29", "ngày 29 tháng 6 năm 2027"),
        ("2027-02-10", "ngày 10 tháng 02 năm 2027"),
        ("2027-12-01", "ngày 01 tháng 12 năm 2027"),
        ("2027-02", f"ngày {BLANK * 4} tháng 02 năm 2027"),
    ],
)
def test_date(issued: str, words: str) -> None:
    assert date_words(issued) == words


def test_number_of_two_digits_and_with_letters() -> None:
    assert "Số: 124/KH-UBND" in lines(plan(number="124"))
    assert "Số: 08a/KH-UBND" in lines(plan(number="08a"))


def test_citations_end_with_semicolons_and_a_full_stop() -> None:
    cited = [p for p in paragraphs(build_document(plan())) if p.style == "can_cu"]
    assert [p.anchor for p in cited] == ["basis:1", "basis:3"]
    assert cited[0].text.startswith("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010")
    assert cited[0].text.endswith("; văn bản sửa đổi của cấp trên;")
    assert cited[1].text == "Thực hiện Kế hoạch số 5/KH-UBND của tỉnh Mẫu."
    assert all(run.italic for p in cited for run in p.runs)


def test_a_joined_citation_says_its_opening_word_when_it_is_another() -> None:
    bases = (
        LegalBasis(1, text="văn bản một"),
        LegalBasis(2, BasisForm.THUC_HIEN, text="văn bản hai", joined=True),
        LegalBasis(3, joined=True),
    )
    cited = [p.text for p in paragraphs(build_document(plan(bases=bases))) if p.style == "can_cu"]
    assert cited == ["Căn cứ văn bản một; thực hiện văn bản hai."]


def test_sections_are_numbered_and_dressed() -> None:
    found = {p.anchor: p for p in reversed(paragraphs(build_document(plan()))) if p.anchor.startswith("section:")}
    assert found["section:1"].text == "I. MỤC ĐÍCH, YÊU CẦU"
    assert found["section:1"].style == "muc_la_ma"
    assert found["section:2"].text == "1. Mục đích"
    assert found["section:2"].runs[0].bold
    assert found["section:4"].text == "a) Đối với bộ phận một cửa"
    assert not found["section:4"].runs[0].bold
    assert found["section:10"].text == "2. Các công chức: Làm theo phân công."
    assert [run.bold for run in found["section:10"].runs] == [True, False]
    assert found["section:11"].text == "3. Báo cáo kịp thời."
    assert all(p.first_indent == 12.7 for p in found.values())
    assert all(p.keep_with_next for p in (found["section:1"], found["section:2"], found["section:4"]))


def test_the_body_closes_with_the_end_mark() -> None:
    assert "Trên đây là Kế hoạch của xã Suối Mơ./." in lines(plan())
    assert "Đã có dấu./." in lines(plan(closing="Đã có dấu./."))
    assert "3. Báo cáo kịp thời./." in lines(plan(closing=""))
    assert "I. MỘT" in lines(plan(closing="", sections=(Section(1, "Một"),)))


def test_recipients_and_signature() -> None:
    block = next(b for b in build_document(plan()).parts[0].blocks if isinstance(b, Columns) and b.kind == "signature")
    assert [p.text for p in block.left] == ["Nơi nhận:", "- UBND tỉnh;", "- Các công chức;", "- Lưu: VT, VP."]
    assert [p.text for p in block.right] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Mẫu"]
    assert block.right[-1].space_before > 50


def test_recipients_typed_with_their_marks_are_not_marked_twice() -> None:
    block = build_document(plan(recipients=("- Như trên;", "- Lưu: VT."))).parts[0].blocks[-1]
    assert isinstance(block, Columns)
    assert [p.text for p in block.left[1:]] == ["- Như trên;", "- Lưu: VT."]


def test_appendix_heading_names_the_plan() -> None:
    text = lines(plan(), part=1)
    assert text == [
        "Phụ lục",
        "VIỆC PHẢI LÀM TRONG NĂM 2027",
        "(Kèm theo Kế hoạch số 08/KH-UBND ngày 05 tháng 01 năm 2027 của Ủy ban nhân dân xã Suối Mơ)",
    ]


def test_appendices_are_numbered_when_there_are_two() -> None:
    document = build_document(plan(annexes=(ANNEX,)))
    assert [part.name for part in document.parts] == ["Kế hoạch", "Phụ lục I", "Phụ lục II"]
    assert [p.text for p in paragraphs(document, 2)][:2] == ["Phụ lục II", "DANH MỤC HỒ SƠ"]
    assert [cell.lines for cell in table(document, 2).rows[0].cells] == [("1",), ("Hồ sơ đăng ký",), ("Mức độ một",)]


def test_an_annex_of_uneven_rows_keeps_all_cells() -> None:
    annex = Annex(5, "Bảng", ("A",), (("1", "2", "3"), ("4",), ()))
    found = table(build_document(plan(annexes=(annex,))), 2)
    assert [len(row.cells) for row in (*found.header, *found.rows)] == [3, 3, 3, 3]
    assert sum(found.widths) == pytest.approx(160)


def test_grouped_header_cells_span() -> None:
    upper, lower = table(build_document(plan())).header
    assert [(c.lines[0], c.colspan, c.rowspan) for c in upper.cells] == [
        ("TT", 1, 2),
        ("Nội dung công việc", 1, 2),
        ("Phân công nhiệm vụ", 2, 1),
        ("Dự kiến sản phẩm", 1, 2),
        ("Thời gian thực hiện", 1, 2),
    ]
    assert [c.lines[0] for c in lower.cells] == ["Bộ phận chủ trì", "Bộ phận phối hợp"]


def test_task_rows() -> None:
    document = build_document(plan())
    rows = table(document).rows
    assert [row.group for row in rows[:3]] == [True, False, False]
    assert [(c.lines, c.colspan) for c in rows[0].cells] == [(("I",), 1), (("Nhóm việc thứ 1 của xã",), 5)]
    assert [c.anchor for c in rows[1].cells] == [f"task:1:{key}" for key in ("no", "content", "lead", "coord", "product", "deadline")]
    assert by_anchor(document, "task:2:coord") == "Các công chức chuyên môn; Tổ giúp việc 2"
    assert [row.cells[0].lines[0] for row in rows if not row.group] == [str(n) for n in range(1, 7)] * 3
    assert sum(table(document).widths) == pytest.approx(160)


def test_rows_that_continue_a_task_share_its_number_and_content() -> None:
    first, more = task(1), replace(task(2), content="", product="Sản phẩm hai", continues=True)
    rows = table(build_document(plan(groups=(TaskGroup(1, "Nhóm", (first, more, task(3))),)))).rows
    assert [(c.lines[0], c.rowspan) for c in rows[1].cells[:3]] == [("1", 2), (first.content, 2), ("Bộ phận 1", 1)]
    assert [c.anchor for c in rows[2].cells] == ["task:2:lead", "task:2:coord", "task:2:product", "task:2:deadline"]
    assert rows[3].cells[0].lines == ("2",)


def test_a_text_of_a_continuing_row_is_not_lost() -> None:
    more = replace(task(2), content="Nội dung thêm", detail="- chi tiết", continues=True)
    cell = table(build_document(plan(groups=(TaskGroup(1, "Nhóm", (task(1), more)),)))).rows[1].cells[1]
    assert cell.lines == (task(1).content, "Nội dung thêm", "- chi tiết")


def test_tasks_as_sections() -> None:
    what = plan(shape=Shape.ASSIGNMENTS, sections=sections(TABLE_SECTION), columns=COLUMN_SETS["lines"], groups=groups(2, 1))
    what = replace(what, groups=(replace(what.groups[0], title="Nội dung"),))
    text = lines(what)
    at = text.index("II. NỘI DUNG")
    assert text[at + 1 : at + 6] == [
        f"1. {task(1).content}",
        "- Bộ phận chủ trì: Bộ phận 1;",
        "- Bộ phận phối hợp: Các công chức chuyên môn; Tổ giúp việc 1;",
        "- Sản phẩm: Văn bản 1;",
        "- Thời gian thực hiện: Tuần 1 năm 2027.",
    ]
    assert text[at + 6] == f"2. {task(2).content}"


def test_groups_of_tasks_as_sections_get_their_own_number() -> None:
    what = shapes()["assignments"]
    text = lines(what)
    assert "2. Nhóm việc thứ 2 của xã" in text
    assert f"2.1. {task(7).content}" in text


def test_tasks_follow_the_subsections_of_their_section() -> None:
    holder = replace(TABLE_SECTION, children=(Section(50, "Phần chung", "Văn bản chung."),))
    what = plan(shape=Shape.ASSIGNMENTS, sections=sections(holder), groups=groups(1, 1), columns=())
    text = lines(what)
    assert text.index("1. Phần chung") < text.index("2. Nhóm việc thứ 1 của xã") < text.index("III. KINH PHÍ")
    assert f"a) {task(1).content}" in text


@pytest.mark.parametrize("shape", [Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY])
def test_tasks_are_printed_even_when_no_section_holds_them(shape: Shape) -> None:
    document = build_document(plan(shape=shape, sections=(Section(1, "Một", "Lời."),)))
    assert by_anchor(document, "task:1:content").endswith(task(1).content)


def test_several_lines_of_an_assignment_stand_below_its_label() -> None:
    one = task(1, product="- Kế hoạch\n- Báo cáo...", coord=())
    what = plan(shape=Shape.ASSIGNMENTS, sections=sections(TABLE_SECTION), groups=(TaskGroup(1, "", (one,)),), columns=COLUMN_SETS["lines"])
    text = lines(what)
    at = text.index("- Sản phẩm:")
    assert text[at : at + 3] == ["- Sản phẩm:", "+ Kế hoạch", "+ Báo cáo..."]
    assert not any("phối hợp" in line for line in text)


def test_table_in_the_body_stands_in_its_section() -> None:
    blocks = build_document(shapes()["table_in_body"]).parts[0].blocks
    at = next(i for i, block in enumerate(blocks) if isinstance(block, Table))
    before, after = blocks[at - 1], blocks[at + 1]
    assert isinstance(before, Paragraph)
    assert before.text == "B. NỘI DUNG"
    assert before.keep_with_next
    assert isinstance(after, Paragraph)
    assert after.text == "C. KINH PHÍ"


def test_parts_without_an_id_are_named_by_their_place() -> None:
    what = plan(
        bases=(LegalBasis(text="a"), LegalBasis(text="b")),
        sections=(Section(0, "Một", "x", children=(Section(0, "Hai", "y"),)),),
        groups=(TaskGroup(0, "Nhóm", (Task(0, "Việc", lead=units("A")),)),),
    )
    anchors = {anchor for _text, _dress, anchor in texts(build_document(what))}
    assert {"basis:#0", "basis:#1", "section:#0", "section:#1", "group:#0", "task:#0.0:content"} <= anchors


def test_an_empty_plan_has_a_document() -> None:
    document = build_document(Plan())
    assert [part.name for part in document.parts] == ["Kế hoạch"]
    assert "KẾ HOẠCH" in lines(Plan())


@pytest.mark.parametrize(("text", "bare"), [("a;", "a"), ("a.", "a"), ("a...", "a..."), ("a…", "a…"), ("a ;.", "a"), ("", "")])
def test_without_mark(text: str, bare: str) -> None:
    assert without_mark(text) == bare


def test_columns_without_a_number_column() -> None:
    columns = tuple(c for c in COLUMN_SETS["responsible"] if c.key != "no")
    row = table(build_document(plan(columns=columns))).rows[0]
    assert row.cells == (Cell(("I. Nhóm việc thứ 1 của xã",), bold=True, colspan=5, anchor="group:1"),)


def test_decomposed_letters_are_printed_composed() -> None:
    assert "Kế hoạch của xã./." in lines(plan(closing=unicodedata.normalize("NFD", "Kế hoạch của xã")))


def test_no_word_of_a_narrow_column_is_cut() -> None:
    narrow = tuple(replace(c, width=1.0 if c.key in ("no", "deadline") else 40.0) for c in COLUMN_SETS["responsible"])
    widths = table(build_document(plan(columns=narrow))).widths
    assert sum(widths) == pytest.approx(160)
    assert width_table(True)["STT"] * 12 / 1000 / PT_PER_MM + 2.9 < widths[0] < 13
    assert widths[4] > 12
    assert widths[1] == pytest.approx(widths[2], rel=0.05)


def test_wished_widths_are_kept_in_proportion() -> None:
    assert fitted((10, 20, 50), (Row((Cell(("a",)), Cell(("b",)), Cell(("c",)))),), 12, 160) == pytest.approx((20, 40, 100))


def test_more_columns_than_there_is_room_for() -> None:
    words = Row(tuple(Cell(("chuyên-môn-nghiệp-vụ",)) for _ in range(20)))
    assert fitted([1.0] * 20, (words,), 12, 160) == pytest.approx([8.0] * 20)


def test_a_code_may_be_cut_at_its_strokes() -> None:
    def first(word: str) -> float:
        return fitted((1, 159), (Row((Cell((word,)), Cell(("a",)))),), 12, 160)[0]

    assert first("1955/QĐ-UBND") < first("HĐND-UBND")
    assert first("15/9/2027") > first("2027")


def test_a_very_long_word_does_not_starve_the_other_columns() -> None:
    widths = fitted((80, 80), (Row((Cell(("x" * 500,)), Cell(("a",)))),), 12, 160)
    assert widths == pytest.approx((80, 80))


def test_a_click_on_the_place_line_goes_to_what_is_open() -> None:
    assert by_anchor(build_document(plan()), "issued").startswith("Suối Mơ, ngày")
    assert by_anchor(build_document(plan(agency=replace(plan().agency, place=""))), "place").startswith("Suối Mơ, ngày")
