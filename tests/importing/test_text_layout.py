"""Texts with blanks between their columns, as ``pdftotext -layout`` writes them: what office tables make of them."""

from kh_desktop.importing.blocks import Source, Table
from kh_desktop.importing.recognise import recognise
from kh_desktop.importing.text_reader import read_text


def text(*rows: str, heading: str = "STT   Nội dung công việc      Chủ trì          Phối hợp       Thời gian") -> Source:
    """A plan with a table of these lines."""
    return read_text(
        "\n".join(
            [
                "                         KẾ HOẠCH",
                "           Kiểm soát thủ tục hành chính năm 2026",
                "     UBND xã Gò Mây xây dựng Kế hoạch như sau:",
                "      I. MỤC ĐÍCH",
                "      Phục vụ người dân tốt hơn trong năm 2026.",
                "      II. NHIỆM VỤ",
                *heading.split("\n"),
                *rows,
                "      III. TỔ CHỨC THỰC HIỆN",
                "      Văn phòng theo dõi, đôn đốc./.",
                "Nơi nhận:                          CHỦ TỊCH",
                "- Lưu: VT.",
                "",
                "                                   Trần Văn Mẫu",
            ]
        )
    )


ROWS = (
    "1     Ban hành kế hoạch       Văn phòng -      Tư pháp        Quý I",
    "                              Thống kê",
    "2     Niêm yết thủ tục        Bộ phận Một      Văn phòng      Cả năm",
    "                              cửa",
)


def contents(source: Source) -> list[tuple[str, str, str, str]]:
    """Group, content, who leads and deadline of each task."""
    plan = recognise(source).plan
    return [(g.title, t.content, "; ".join(u.label for u in t.lead), t.deadline) for g in plan.groups for t in g.tasks]


BOTH = [("", "Ban hành kế hoạch", "Văn phòng - Thống kê", "Quý I"), ("", "Niêm yết thủ tục", "Bộ phận Một cửa", "Cả năm")]


def test_the_heading_below_a_table_is_no_group() -> None:
    source = text(*ROWS)
    assert contents(source) == BOTH
    assert recognise(source).written.sections == ("I. MỤC ĐÍCH", "II. NHIỆM VỤ", "III. TỔ CHỨC THỰC HIỆN")


def test_number_titles_broken_in_the_middle() -> None:
    for heading in (
        "ST    Nội dung công việc      Chủ trì          Phối hợp       Thời gian\nT",
        " S    Nội dung                Chủ trì          Phối hợp       Thời gian\nT     công việc\nT",
    ):
        assert contents(text(*ROWS, heading=heading)) == BOTH


def test_a_group_without_a_number_has_its_line_to_itself() -> None:
    source = text("Công tác chỉ đạo, điều hành", *ROWS[:2], "Rà soát, đơn giản hóa thủ tục hành chính", *ROWS[2:])
    assert [row[0] for row in contents(source)] == ["Công tác chỉ đạo, điều hành", "Rà soát, đơn giản hóa thủ tục hành chính"]


def test_lettered_groups_and_rows_that_pages_cut() -> None:
    heading = "STT   Nội dung công việc      Chủ trì          Phối hợp       Thời gian"
    rows = (
        "A     CÔNG TÁC CHỈ ĐẠO",
        "1     Cập nhật, công khai     Bộ phận Một      Văn phòng      Trong 05",
        f"\f{heading}",
        "      thủ tục mới             cửa                             ngày",
        "B     CẢI CÁCH",
        *ROWS[:2],
    )
    assert contents(text(*rows)) == [
        ("CÔNG TÁC CHỈ ĐẠO", "Cập nhật, công khai thủ tục mới", "Bộ phận Một cửa", "Trong 05 ngày"),
        ("CẢI CÁCH", "Ban hành kế hoạch", "Văn phòng - Thống kê", "Quý I"),
    ]


def test_a_task_nobody_leads_shares_the_cell_above() -> None:
    source = text(
        *ROWS[:2],
        "2     Họp giao ban                             Các phòng      Quý II",
        "3     Báo cáo                 Tư pháp          Kế toán        Quý IV",
    )
    assert [row[2] for row in contents(source)] == ["Văn phòng - Thống kê", "Văn phòng - Thống kê", "Tư pháp"]
    assert "guessed_cell" in [notice.code for notice in source.notices]


def test_a_number_with_one_blank_behind_it() -> None:
    source = text(
        "I Chỉ đạo",
        "1 Ban hành kế hoạch           Văn phòng        Tư pháp        Quý I",
        "2     Niêm yết thủ tục        Tư pháp          Văn phòng      Cả năm",
    )
    assert contents(source) == [
        ("Chỉ đạo", "Ban hành kế hoạch", "Văn phòng", "Quý I"),
        ("Chỉ đạo", "Niêm yết thủ tục", "Tư pháp", "Cả năm"),
    ]


def test_headings_with_many_blanks_are_no_letterhead() -> None:
    headings = ("I.     MỤC TIÊU, YÊU CẦU", "", "1.     Mục tiêu", "      Phục vụ tốt.")
    source = read_text("\n".join(("                  KẾ HOẠCH", "          Kiểm soát thủ tục năm 2026", "", *headings)))
    assert not any(isinstance(block, Table) for block in source.blocks)
    assert recognise(source).written.sections == ("I. MỤC TIÊU, YÊU CẦU", "I.1. Mục tiêu")


def test_a_citation_ends_the_title() -> None:
    lines = (
        "KẾ HOẠCH", "Kiểm soát thủ tục hành chính và cải cách hành chính năm 2026 trên địa bàn xã Gò Mây",
        "Căn cứ Quyết định số 1085/QĐ-TTg ngày 15/9/2022 của Thủ tướng Chính phủ ban hành Kế hoạch",
        "rà soát, đơn giản hóa thủ tục hành chính nội bộ trong hệ thống hành chính nhà nước;",
    )  # fmt: skip
    plan = recognise(read_text("\n".join(lines))).plan
    assert (plan.title, [b.number for b in plan.bases]) == (lines[1], ["1085/QĐ-TTg"])


def test_a_table_for_each_section() -> None:
    heading = "STT   Nội dung công việc      Chủ trì          Phối hợp       Thời gian"
    source = text("1     Ban hành kế hoạch       Văn phòng        Tư pháp        Quý I", "      2. Rà soát thủ tục", heading, *ROWS[2:])
    assert sum(isinstance(block, Table) and block.guessed for block in source.blocks) == 2
    assert [row[1] for row in contents(source)] == ["Ban hành kế hoạch", "Niêm yết thủ tục"]
