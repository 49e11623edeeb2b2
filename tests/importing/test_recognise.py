"""A plan of each kind, as its blocks are read into fields."""

from dataclasses import replace

from kh_desktop.domain.model import BasisForm, Numbering, SectionRole, Shape
from kh_desktop.importing.blocks import Notice, Paragraph, Spot
from kh_desktop.importing.reading import Cutoffs, Reading
from kh_desktop.importing.recognise import recognise
from tests.importing.plan_blocks import HEADER, P, bold, ending, letterhead, opening, source, table


def codes(reading: Reading) -> list[str]:
    return [doubt.code for doubt in reading.doubts]


def plain() -> Reading:
    return recognise(
        source(
            letterhead(),
            *opening(),
            bold("I. MỤC ĐÍCH, YÊU CẦU"),
            P("1. Mục đích"),
            P("- Phục vụ tốt hơn."),
            P("2. Yêu cầu"),
            P("a) Về tiến độ:"),
            P("Đúng hạn."),
            bold("II. NỘI DUNG"),
            P("Niêm yết đầy đủ."),
            bold("III. TỔ CHỨC THỰC HIỆN"),
            P("1. Các phòng triển khai việc được giao."),
            P("2. Trung tâm Phục vụ hành chính công theo dõi."),
            P("Trên đây là Kế hoạch của phường An Khánh./."),
            ending(),
        )
    )


def test_letterhead_number_place_and_day() -> None:
    plan = plain().plan
    assert (plan.agency.level, plan.agency.name, plan.agency.place) == ("phường", "An Khánh", "An Khánh")
    assert plan.agency.letterhead == plan.agency.letterhead_superior == ""
    assert (plan.number, plan.code, plan.issued, plan.year) == ("12", "KH-UBND", "2026-01-05", 2026)
    assert plan.shape is Shape.SECTIONS


def test_a_complete_plan_leaves_no_doubt_and_nothing_over() -> None:
    reading = plain()
    assert codes(reading) == []
    assert reading.leftovers == ()


def test_sections_are_a_tree_with_their_numbers_as_written() -> None:
    reading = plain()
    first, content, organisation = reading.plan.sections
    assert [s.role for s in reading.plan.sections] == [SectionRole.PURPOSE, SectionRole.CONTENT, SectionRole.ORGANISATION]
    assert [s.heading for s in first.children] == ["Mục đích", "Yêu cầu"]
    assert first.children[1].children[0].heading == "Về tiến độ"
    assert first.children[1].children[0].text == "Đúng hạn."
    assert content.text == "Niêm yết đầy đủ."
    # No sibling has a heading: they are numbered paragraphs and no lines of the list of sections.
    assert [(s.heading, s.text[:10]) for s in organisation.children] == [("", "Các phòng "), ("", "Trung tâm ")]
    assert reading.written.sections == (
        "I. MỤC ĐÍCH, YÊU CẦU",
        "I.1. Mục đích",
        "I.2. Yêu cầu",
        "I.2.a) Về tiến độ",
        "II. NỘI DUNG",
        "III. TỔ CHỨC THỰC HIỆN",
    )
    assert reading.plan.closing == "Trên đây là Kế hoạch của phường An Khánh./."


def test_who_signs_and_who_receives() -> None:
    plan = plain().plan
    assert plan.recipients == ("Thường trực Đảng ủy phường", "Các phòng chuyên môn", "Lưu: VT")
    assert plan.signature.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert (plan.signature.position, plan.signature.name) == ("PHÓ CHỦ TỊCH", "Lê Thị Thu Hà")


def test_origins_and_roles_name_places_of_the_source() -> None:
    reading = plain()
    assert reading.origins["number"] == (Spot(0, 1, 0),)
    assert reading.origins["title"] == (Spot(1), Spot(2))
    assert reading.origins["section:0.1.0"] == (Spot(9),)
    assert reading.roles[Spot(0)] == "letterhead"
    assert reading.roles[Spot(3)] == "basis"
    assert reading.roles[Spot(5)] == "heading1"


def test_lines_side_by_side_without_a_table() -> None:
    reading = recognise(
        source(
            P("UỶ BAN NHÂN DÂN"),
            P("THỊ TRẤN CỒN LỮ"),
            P("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            P("Độc lập - Tự do - Hạnh phúc"),
            P("Số: 43/KH-UBND Cồn Lữ, ngày 27 tháng 12 năm 2023"),
            P("KẾ HOẠCH"),
            P("Kiểm soát thủ tục hành chính năm 2024"),
            P("A. Mục đích, yêu cầu:"),
            P("1. Mục đích"),
            P("- Giữ nền nếp."),
            P("B. NỘI DUNG"),
            P("Như năm trước."),
            P("C. TỔ CHỨC"),
            P("Văn phòng theo dõi."),
            P("Nơi nhận:"),
            P("- UBND huyện;"),
            P("- Lưu VT."),
            P("TM. ỦY BAN NHÂN DÂN"),
            P("CHỦ TỊCH"),
            P("Mạc Thanh Tòng"),
        )
    )
    plan = reading.plan
    assert (plan.agency.short_name, plan.full_number, plan.agency.place, plan.issued) == (
        "UBND thị trấn Cồn Lữ",
        "43/KH-UBND",
        "Cồn Lữ",
        "2023-12-27",
    )
    assert plan.numbering is Numbering.LETTER
    # "C." could be a Roman hundred; after B it is the letter.
    assert reading.written.sections[-1] == "C. TỔ CHỨC"
    assert plan.signature.name == "Mạc Thanh Tòng"
    assert reading.leftovers == ()


def test_superior_above_the_agency() -> None:
    plan = recognise(source(letterhead(above="UBND TỈNH HẢI NAM"), *opening(), bold("I. MỤC ĐÍCH"), P("- A."), ending())).plan
    assert plan.agency.letterhead_superior == "UBND TỈNH HẢI NAM"
    assert plan.agency.superior == "UBND tỉnh Hải Nam"


def test_title_over_several_lines_and_a_period() -> None:
    title = "Kiểm soát thủ tục hành chính\ntrên địa bàn xã những tháng cuối năm 2025"
    plan = recognise(source(letterhead("XÃ THANH ĐÀM"), *opening(title), bold("I. MỤC ĐÍCH"), P("- A."), ending())).plan
    assert plan.title == "Kiểm soát thủ tục hành chính trên địa bàn xã những tháng cuối năm 2025"
    assert (plan.year, plan.period_start, plan.period_end) == (2025, "2025-07-01", "2025-12-31")


def test_introduction_in_the_last_citation() -> None:
    last = P(
        "Thực hiện Kế hoạch số 94/KH-UBND ngày 25/12/2025 của UBND huyện Hải Trạch về kiểm soát thủ tục hành chính năm 2026; "
        "UBND xã Bình Khê xây dựng kế hoạch năm 2026 như sau:"
    )
    plan = recognise(source(letterhead("XÃ BÌNH KHÊ"), *opening()[:2], last, bold("I. MỤC ĐÍCH"), P("- A."), ending())).plan
    assert [(b.form, b.number, b.issuer) for b in plan.bases] == [(BasisForm.THUC_HIEN, "94/KH-UBND", "UBND huyện Hải Trạch")]
    assert plan.intro == "UBND xã Bình Khê xây dựng kế hoạch năm 2026 như sau:"


def test_what_is_missing_is_said() -> None:
    reading = recognise(
        source(P("KẾ HOẠCH"), P("Kiểm soát thủ tục hành chính"), P("UBND xã Gò Mây xây dựng như sau:"), P("I. MỤC ĐÍCH"), P("- A."))
    )
    assert reading.plan.agency.short_name == "UBND xã Gò Mây"
    assert set(codes(reading)) == {"agency_from_text", "number_missing", "date_missing", "signer_missing", "year_missing"}


def test_the_year_of_today_when_none_is_named() -> None:
    assert recognise(source(P("KẾ HOẠCH"), P("Rà soát")), today="2027-02-03").plan.year == 2027


def test_days_no_calendar_has() -> None:
    reading = recognise(
        source(letterhead(dated="An Khánh, ngày 31 tháng 02 năm 2026"), *opening(), bold("I. MỤC ĐÍCH"), P("- A."), ending())
    )
    assert reading.plan.issued == ""
    assert [(d.code, d.path, d.params["text"]) for d in reading.doubts if d.code == "date_invalid"] == [
        ("date_invalid", "issued", "ngày 31 tháng 02 năm 2026")
    ]


def test_number_and_day_from_the_appendix() -> None:
    reading = recognise(
        source(
            P("KẾ HOẠCH"),
            P("Kiểm soát thủ tục hành chính xã Gò Mây năm 2024"),
            P("I. MỤC ĐÍCH"),
            P("- A."),
            P("Nơi nhận:"),
            P("- Lưu: VT."),
            P("CHỦ TỊCH"),
            P("Ngô Đình Khải"),
            P("PHỤ LỤC"),
            P("Các nội dung năm 2024"),
            P("(Ban hành kèm theo kế hoạch số 8/KH-UBND, ngày 23/01/2024 của UBND xã Gò Mây)"),
            table([HEADER, ["1", "Rà soát", "Văn phòng", "", "Báo cáo", "Quý II"]]),
        )
    )
    plan = reading.plan
    assert (plan.full_number, plan.issued, plan.agency.short_name) == ("8/KH-UBND", "2024-01-23", "UBND xã Gò Mây")
    assert plan.appendix_title == "Các nội dung năm 2024"
    assert "number_from_appendix" in codes(reading)


def test_an_appendix_that_names_another_number_is_doubted() -> None:
    reading = recognise(
        source(
            letterhead(),
            *opening(),
            bold("I. MỤC ĐÍCH"),
            P("- A."),
            ending(),
            P("PHỤ LỤC"),
            P("VIỆC"),
            P("(Kèm theo Kế hoạch số 13/KH-UBND ngày 05/01/2026 của UBND phường An Khánh)"),
            table([HEADER, ["1", "A", "B", "", "C", "D"]]),
        )
    )
    assert reading.plan.number == "12"
    assert "appendix_differs" in codes(reading)
    assert "13/KH-UBND" in reading.leftovers[0].text


def test_sections_numbered_twice_are_doubted() -> None:
    reading = recognise(
        source(
            letterhead(),
            *opening(),
            bold("I. MỤC ĐÍCH"),
            P("- A."),
            bold("II. NỘI DUNG"),
            P("- B."),
            bold("II. KINH PHÍ"),
            P("C."),
            ending(),
        )
    )
    assert [(d.path, dict(d.params)) for d in reading.doubts if d.code == "section_number"] == [
        ("section:2", {"number": "II", "expected": 3})
    ]
    assert reading.written.sections[-1] == "II. KINH PHÍ"


def test_headings_on_the_line_of_their_text() -> None:
    reading = recognise(
        source(
            letterhead(),
            *opening(),
            P("II. NỘI DUNG: (Theo phụ lục chi tiết đính kèm)"),
            bold("III. TỔ CHỨC THỰC HIỆN"),
            P("1. Văn phòng:"),
            P("- Theo dõi."),
            P("2. Các công chức khác: Theo chức năng, nhiệm vụ."),
            P("3. Công chức Văn hóa, Đài Truyền thanh xã thường xuyên, kịp thời tuyên truyền."),
            P("4. Đề nghị Mặt trận Tổ quốc phối hợp."),
            ending(),
        )
    )
    content, organisation = reading.plan.sections
    assert (content.heading, content.text, content.run_in) == ("NỘI DUNG", "(Theo phụ lục chi tiết đính kèm)", True)
    assert [s.heading for s in organisation.children] == ["Văn phòng", "Các công chức khác", "Công chức Văn hóa, Đài Truyền thanh xã", ""]
    assert organisation.children[2].text == "thường xuyên, kịp thời tuyên truyền."
    assert reading.written.sections[-1] == "III.4."


def test_decimal_numbers_and_articles_of_their_own() -> None:
    reading = recognise(
        source(
            letterhead(),
            *opening(),
            P("1. Mục đích"),
            P("Phục vụ."),
            P("2. Nội dung"),
            P("2.1. Rà soát"),
            P("- A."),
            P("2.2. Công khai"),
            P("- B."),
            ending(),
        )
    )
    assert [s.heading for s in reading.plan.sections] == ["Mục đích", "Nội dung"]
    assert [s.heading for s in reading.plan.sections[1].children] == ["Rà soát", "Công khai"]
    assert reading.written.sections == ("1. Mục đích", "2. Nội dung", "2.1. Rà soát", "2.2. Công khai")
    assert "numbering_changes" in codes(reading)


def test_headings_by_style_and_list_marks_of_the_word_processor() -> None:
    reading = recognise(
        source(
            letterhead(),
            *opening(),
            Paragraph("MỤC ĐÍCH", number="I.", bold=True),
            Paragraph("Phục vụ tốt hơn.", number="-"),
            Paragraph("NỘI DUNG", number="II.", bold=True),
            Paragraph("Rà soát", number="1.", level=2),
            P("Cả năm."),
            ending(),
        )
    )
    assert reading.plan.sections[0].text == "- Phục vụ tốt hơn."
    assert reading.written.sections == ("I. MỤC ĐÍCH", "II. NỘI DUNG", "II.1. Rà soát")


def assigned() -> Reading:
    items = []
    for number, name in enumerate(("Chỉ đạo, điều hành", "Rà soát thủ tục"), start=1):
        items += [
            P(f"{number}. {name}"),
            P("- Ban hành văn bản."),
            P("- Bộ phận chủ trì: Trung tâm Phục vụ hành chính công."),
            P("- Công chức phối hợp: Các phòng; Công an phường"),
            P("- Sản phẩm: Kế hoạch."),
            P("- Thời gian thực hiện: Quý I."),
        ]
    last = [P("3. Chế độ báo cáo"), P("- Báo cáo đúng hạn.")]
    return recognise(
        source(
            letterhead(),
            *opening(),
            bold("I. MỤC ĐÍCH"),
            P("- A."),
            bold("II. NỘI DUNG THỰC HIỆN"),
            *items,
            *last,
            bold("III. KINH PHÍ"),
            P("B."),
            ending(),
        )
    )


def test_tasks_printed_as_sections() -> None:
    reading = assigned()
    plan = reading.plan
    assert plan.shape is Shape.ASSIGNMENTS
    assert [s.holds_tasks for s in plan.sections] == [False, True, False]
    assert plan.sections[1].children == ()
    (group,) = plan.groups
    assert group.title == "NỘI DUNG THỰC HIỆN"
    first = group.tasks[0]
    assert (first.content, first.detail, first.product, first.deadline) == (
        "Chỉ đạo, điều hành",
        "- Ban hành văn bản.",
        "Kế hoạch.",
        "Quý I.",
    )
    assert [u.label for u in first.coord] == ["Các phòng", "Công an phường"]
    assert group.tasks[2].lead == ()
    assert reading.written.rows == (("1", "2", "3"),)
    assert "II.2. Rà soát thủ tục" in reading.written.sections
    assert next(c.label for c in plan.columns if c.key == "coord") == "Công chức phối hợp"


def test_a_plan_issued_by_a_decision() -> None:
    reading = recognise(
        source(
            letterhead(number="Số: 45/QĐ-UBND"),
            bold("QUYẾT ĐỊNH"),
            bold("Về việc ban hành Kế hoạch năm 2026"),
            bold("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG AN KHÁNH"),
            P("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính;"),
            bold("QUYẾT ĐỊNH:"),
            P("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch năm 2026."),
            ending(),
            letterhead(number=""),
            bold("KẾ HOẠCH"),
            bold("Kiểm soát thủ tục hành chính năm 2026"),
            P("(Ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 05/01/2026 của UBND phường An Khánh)"),
            bold("I. MỤC ĐÍCH"),
            P("- A."),
        )
    )
    plan = reading.plan
    assert (plan.full_number, plan.title) == ("45/QĐ-UBND", "Kiểm soát thủ tục hành chính năm 2026")
    assert (plan.signature.name, [b.number for b in plan.bases]) == ("Lê Thị Thu Hà", ["63/2010/NĐ-CP"])
    assert plan.agency.letterhead == ""
    assert "decision_cover" in codes(reading)
    assert any("Điều 1." in left.text for left in reading.leftovers)


def test_reporting_rules() -> None:
    body = P(
        "+ Báo cáo hàng quý được tính từ ngày 15 của tháng trước kỳ báo cáo đến ngày 14 của tháng cuối quý; kỳ báo cáo năm "
        "được tính từ ngày 15 tháng 12 "
        "năm trước đến ngày 14 tháng 12; gửi chậm nhất vào ngày 15 của tháng cuối quý."
    )
    reading = recognise(source(letterhead(), *opening(), bold("I. BÁO CÁO"), body, ending()))
    assert reading.cutoffs == Cutoffs(15, 14, "12-15", "12-14", "ngày 15 của tháng cuối quý")
    assert plain().cutoffs is None


def test_what_the_reader_met_becomes_a_doubt() -> None:
    made = source(letterhead(), *opening(), bold("I. MỤC ĐÍCH"), P("- A."), ending())
    reading = recognise(replace(made, notices=(Notice("tracked_changes", Spot(5), 3), Notice("sheet", text="Trang 1"))))
    assert [(d.code, d.params["count"]) for d in reading.doubts] == [("source_tracked_changes", 3)]


def test_brackets_beside_the_recipients_are_left_over() -> None:
    reading = recognise(
        source(
            letterhead(),
            *opening(),
            P("I. MỤC ĐÍCH"),
            P("- A."),
            P("Nơi nhận:"),
            P("- UBND huyện;"),
            P("- } (để b/c)"),
            P("- Lưu: VT."),
            P("CHỦ TỊCH"),
            P("Trần Văn Mẫn"),
        )
    )
    assert reading.plan.recipients == ("UBND huyện", "Lưu: VT")
    assert [left.text for left in reading.leftovers] == ["- } (để b/c)"]


def test_parts_with_their_number_on_a_line_of_its_own() -> None:
    reading = recognise(
        source(
            P("UBND XÃ GÒ MÂY"),
            P("Số: 05/KH-UBND"),
            P("Gò Mây, ngày 5/1/2026"),
            *opening("Kiểm soát thủ tục hành chính năm 2026"),
            bold("Phần I"),
            bold("MỤC ĐÍCH"),
            P("• Một"),
            bold("Phần II"),
            bold("NỘI DUNG"),
            P("1- Rà soát"),
            P("* Hai"),
            P("Nơi nhận"),
            P("UBND huyện (b/c);"),
            P("Lưu VP./."),
            P("T/M ỦY BAN NHÂN DÂN XÃ"),
            P("CHỦ TỊCH"),
            P("(Đã ký)"),
            P("Phạm Văn Mạnh"),
        )
    )
    plan = reading.plan
    assert (plan.agency.letterhead, plan.full_number, plan.issued) == ("UBND XÃ GÒ MÂY", "5/KH-UBND", "2026-01-05")
    assert [(s.heading, s.text) for s in plan.sections] == [("MỤC ĐÍCH", "- Một"), ("NỘI DUNG", "")]
    assert reading.written.sections == ("Phần I. MỤC ĐÍCH", "Phần II. NỘI DUNG", "Phần II.1. Rà soát")
    assert plan.recipients == ("UBND huyện (b/c)", "Lưu VP")
    assert (plan.signature.authority, plan.signature.name) == (("T/M ỦY BAN NHÂN DÂN XÃ",), "Phạm Văn Mạnh")
    assert [left.text for left in reading.leftovers] == ["(Đã ký)"]


def test_headings_without_numbers() -> None:
    reading = recognise(
        source(letterhead(), *opening(), bold("MỤC ĐÍCH"), P("Phục vụ tốt."), bold("TỔ CHỨC THỰC HIỆN"), P("Văn phòng theo dõi."), ending())
    )
    assert [(s.heading, s.text) for s in reading.plan.sections] == [
        ("MỤC ĐÍCH", "Phục vụ tốt."),
        ("TỔ CHỨC THỰC HIỆN", "Văn phòng theo dõi."),
    ]
    assert reading.written.sections == ("MỤC ĐÍCH", "TỔ CHỨC THỰC HIỆN")


def test_citations_as_a_list_and_under_one_type() -> None:
    reading = recognise(
        source(
            letterhead(),
            *opening()[:2],
            P("Căn cứ các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010; số 48/2013/NĐ-CP ngày 14/5/2013;"),
            P("Căn cứ:"),
            P("- Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;"),
            P("- Quyết định số 5/QĐ-UBND ngày 02/01/2026 của Chủ tịch UBND tỉnh Hải Nam về giao chỉ tiêu."),
            P("UBND phường An Khánh ban hành Kế hoạch:"),
            bold("I. MỤC ĐÍCH"),
            P("- A."),
            ending(),
        )
    )
    assert [(b.doc_type, b.number, b.joined) for b in reading.plan.bases] == [
        ("Nghị định", "63/2010/NĐ-CP", False),
        ("Nghị định", "48/2013/NĐ-CP", True),
        ("Nghị định", "61/2018/NĐ-CP", False),
        ("Quyết định", "5/QĐ-UBND", False),
    ]
    assert reading.plan.intro == "UBND phường An Khánh ban hành Kế hoạch:"
    assert reading.leftovers == ()


def test_groups_of_tasks_printed_as_sections() -> None:
    task = [P("- Đơn vị chủ trì: Văn phòng"), P("- Sản phẩm:"), P("+ Danh mục"), P("+ Báo cáo")]
    reading = recognise(
        source(
            letterhead(),
            *opening(),
            bold("I. MỤC ĐÍCH"),
            P("A."),
            bold("II. NHIỆM VỤ"),
            bold("1. Chỉ đạo"),
            P("a) Ban hành kế hoạch"),
            *task,
            bold("2. Rà soát"),
            P("a) Rà soát thủ tục"),
            *task,
            ending(),
        )
    )
    assert [(g.title, [t.content for t in g.tasks]) for g in reading.plan.groups] == [
        ("Chỉ đạo", ["Ban hành kế hoạch"]),
        ("Rà soát", ["Rà soát thủ tục"]),
    ]
    assert reading.plan.groups[0].tasks[0].product == "Danh mục\nBáo cáo"
    assert (reading.written.groups, reading.written.rows) == (("1", "2"), (("a",), ("a",)))
