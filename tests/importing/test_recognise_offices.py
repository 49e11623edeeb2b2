"""Plans as other offices write them: points above assignment lines, frames too narrow, signatures on one line, appendices alone."""

import pytest

from kh_desktop.domain.model import Shape
from kh_desktop.importing.reading import Reading
from kh_desktop.importing.recognise import recognise
from tests.importing.plan_blocks import HEADER, P, bold, ending, letterhead, opening, source, table


def sections(*items: P) -> Reading:
    """A plan whose second section holds ``items``."""
    return recognise(
        source(
            letterhead(), *opening(), bold("I. MỤC ĐÍCH"), P("- A."), bold("II. NHIỆM VỤ"), *items, bold("III. KINH PHÍ"), P("B."), ending()
        )  # fmt: skip
    )


def test_points_above_the_lines_of_a_task_are_its_text() -> None:
    reading = sections(
        P("1. Bố trí phòng làm việc"),
        P("a) Sắp xếp quầy giao dịch."),
        P("b) Lắp máy lấy số."),
        P("- Cơ quan chủ trì: Văn phòng."),
        P("- Cơ quan phối hợp: Trung tâm."),
        P("- Thời gian thực hiện: Quý I."),
        P("2. Công khai thủ tục"),
        P("a) Niêm yết tại trụ sở."),
        P("- Cơ quan chủ trì: Trung tâm."),
        P("- Thời gian thực hiện: Quý II."),
    )
    (group,) = reading.plan.groups
    assert (group.title, reading.written.groups, reading.written.rows) == ("NHIỆM VỤ", ("II",), (("1", "2"),))
    assert [(t.content, t.detail, t.deadline) for t in group.tasks] == [
        ("Bố trí phòng làm việc", "a) Sắp xếp quầy giao dịch.\nb) Lắp máy lấy số.", "Quý I."),
        ("Công khai thủ tục", "a) Niêm yết tại trụ sở.", "Quý II."),
    ]
    assert reading.written.sections[2:4] == ("II.1. Bố trí phòng làm việc", "II.2. Công khai thủ tục")
    assert reading.leftovers == ()


def test_lettered_tasks_stay_tasks() -> None:
    lines = [P("- Chủ trì: Văn phòng."), P("- Thời gian: Quý I.")]
    reading = sections(P("1. Chỉ đạo"), P("a) Ban hành kế hoạch"), *lines, P("b) Họp giao ban"), *lines)
    assert [t.content for group in reading.plan.groups for t in group.tasks] == ["Ban hành kế hoạch", "Họp giao ban"]


def test_one_line_that_assigns_everything() -> None:
    reading = sections(
        P("1. Bố trí trụ sở"),
        P("Bảo đảm tiết kiệm."),
        P(
            "* Đơn vị thực hiện: Văn phòng; đơn vị phối hợp: Phòng Kinh tế, Hạ tầng; Công an; thời gian hoàn thành: trước ngày 30/9/2026; "
            "sản phẩm đầu ra: Trụ sở."
        ),
        P("2. Chuẩn hóa quy trình"),
        P("(Chủ trì: Trung tâm; phối hợp: các phòng; thời gian: Quý IV)"),
        P("- Kết quả, sản phẩm: Quy trình."),
    )
    first, second = reading.plan.groups[0].tasks
    assert ([u.label for u in first.lead], [u.label for u in first.coord]) == (["Văn phòng"], ["Phòng Kinh tế, Hạ tầng", "Công an"])
    assert (first.detail, first.deadline, first.product) == ("Bảo đảm tiết kiệm.", "trước ngày 30/9/2026", "Trụ sở.")
    assert ([u.label for u in second.lead], second.deadline, second.product) == (["Trung tâm"], "Quý IV", "Quy trình.")
    assert reading.leftovers == ()


def test_bracketed_points_are_below_lettered_ones() -> None:
    reading = sections(
        P("1. Về tuyên truyền"), P("a) Mở chuyên mục hỏi đáp;"), P("b) Phát tờ rơi, nêu rõ:"), P("(1) Địa chỉ cổng;"), P("(2) Các bước."),
        P("2. Về nhân lực"), P("Trực hằng ngày."),
    )  # fmt: skip
    assert reading.written.sections[2:4] == ("II.1. Về tuyên truyền", "II.2. Về nhân lực")
    assert "section_number" not in [d.code for d in reading.doubts]


def test_place_and_date_broken_by_a_narrow_frame() -> None:
    for dated in ("An Khánh, ngày 05 tháng 01 năm\n2026", "An Khánh,\nngày 05 tháng 01 năm 2026", "An Khánh, ngày 05 tháng\n01 năm 2026"):
        reading = recognise(source(letterhead(dated=dated), *opening(), bold("I. MỤC ĐÍCH"), P("- A."), ending()))
        assert (reading.plan.issued, reading.plan.agency.place) == ("2026-01-05", "An Khánh")
        assert (reading.doubts, reading.leftovers) == ((), ())


def test_a_subject_with_its_short_word() -> None:
    reading = recognise(source(letterhead(), *opening("V/v kiểm soát thủ tục năm 2026"), bold("1. Mục đích"), P("- A."), ending()))
    assert (reading.plan.title, reading.written.sections) == ("Kiểm soát thủ tục năm 2026", ("1. Mục đích",))
    assert reading.leftovers == ()


@pytest.mark.parametrize(
    ("joined", "authority", "position"),
    [
        ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH"),
        ("TM. UBND PHƯỜNG KT. CHỦ TỊCH PHÓ CHỦ TỊCH", ("TM. UBND PHƯỜNG", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH"),
        ("TL. CHỦ TỊCH CHÁNH VĂN PHÒNG", ("TL. CHỦ TỊCH",), "CHÁNH VĂN PHÒNG"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", ("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH"),
        ("Q. CHỦ TỊCH", (), "Q. CHỦ TỊCH"),
    ],
)
def test_authority_and_position_on_one_line(joined: str, authority: tuple[str, ...], position: str) -> None:
    block = recognise(source(letterhead(), *opening(), bold("I. MỤC ĐÍCH"), P("- A."), ending(joined))).plan.signature
    assert (block.authority, block.position, block.name) == (authority, position, "Lê Thị Thu Hà")


def test_recipients_under_another_word() -> None:
    block = table([["Nơi gửi:\n- Các phòng;\n- Lưu: VT.", "CHỦ TỊCH\nLê Thị Thu Hà"]], ruled=False)
    assert recognise(source(letterhead(), *opening(), bold("I. MỤC ĐÍCH"), P("- A."), block)).plan.recipients == ("Các phòng", "Lưu: VT")


def test_the_words_of_an_electronic_signature_are_left_over() -> None:
    stamp = P("Ký bởi: ỦY BAN NHÂN DÂN PHƯỜNG AN KHÁNH. Thời gian ký: 19/01/2026 14:05:22 +07:00")
    reading = recognise(source(stamp, letterhead(), *opening(), bold("I. MỤC ĐÍCH"), P("- A."), ending()))
    assert (reading.plan.agency.name, reading.plan.issued) == ("An Khánh", "2026-01-05")
    assert [left.text for left in reading.leftovers] == [stamp.text]


def test_an_appendix_alone_gives_the_title() -> None:
    rows = table([HEADER, ["1", "Rà soát", "Văn phòng", "", "Báo cáo", "Quý I"]])
    lines = P("PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ NĂM 2026"), P("(Kèm theo Kế hoạch số 7/KH-UBND ngày 06/3/2026 của UBND phường An Khánh)")
    reading = recognise(source(*lines, rows))
    plan = reading.plan
    assert (plan.title, plan.appendix_title, plan.year) == ("PHÂN CÔNG NHIỆM VỤ NĂM 2026", "PHÂN CÔNG NHIỆM VỤ NĂM 2026", 2026)
    assert (plan.shape, plan.number, plan.issued) == (Shape.APPENDIX, "7", "2026-03-06")
    assert "title_from_appendix" in [d.code for d in reading.doubts]


@pytest.mark.parametrize("number", ["Số: 33/KH–UBND", "Số 33 /KH-UBND", "Số: 33/KHUBND", "Số: 33/KH\u2011UBND"])
def test_the_code_of_a_number_with_other_dashes(number: str) -> None:
    reading = recognise(source(letterhead(number=number), *opening(), bold("I. MỤC ĐÍCH"), P("- A."), ending()))
    assert (reading.plan.number, reading.plan.code, reading.leftovers) == ("33", "KH-UBND", ())


def test_a_value_on_the_line_below_its_label() -> None:
    reading = sections(P("1. Hỗ trợ"), P("- Chủ trì: Văn phòng; thời gian: Quý I; sản phẩm:"), P("Sổ theo dõi."), P("- Ghi thêm."))
    (task,) = reading.plan.groups[0].tasks
    assert (task.product, task.detail) == ("Sổ theo dõi.", "- Ghi thêm.")


def test_numbers_that_are_no_headings_and_headings_below_their_numbers() -> None:
    reading = sections(P("1."), P("Chỉ đạo"), P("Họp giao ban."), P("Quý"), P("IV/2026"), P("2."), P("Rà soát"), P("Rà soát thủ tục."))
    assert reading.written.sections[2:4] == ("II.1. Chỉ đạo", "II.2. Rà soát")
    assert reading.plan.sections[1].children[0].text == "Họp giao ban.\nQuý\nIV/2026"


def test_a_remark_above_the_agency_is_no_superior() -> None:
    """A sheet that begins with a request to fill it in: the remark is left over, never printed above the agency."""
    from kh_desktop.importing.blocks import Paragraph, Source
    from kh_desktop.importing.recognise import recognise

    remark = "Đề nghị các bộ phận ghi tiến độ trước ngày 20 hằng tháng"
    lines = (remark, "UBND XÃ SUỐI MÂY", "KẾ HOẠCH", "Kiểm soát thủ tục hành chính năm 2026")
    reading = recognise(Source("xlsx", "a.xlsx", tuple(Paragraph(text) for text in lines)))
    assert (reading.plan.agency.name, reading.plan.agency.superior, reading.plan.agency.letterhead_superior) == ("Suối Mây", "", "")
    assert [left.text for left in reading.leftovers] == [remark]
