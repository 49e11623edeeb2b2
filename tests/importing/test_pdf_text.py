"""Words, lines and paragraphs put back from characters with places."""

from __future__ import annotations

import threading
import unicodedata
from typing import Any

import pytest

from kh_desktop.documents.render import open_pdf
from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Cancelled, Paragraph
from kh_desktop.importing.pdf_reader import read_pdf
from tests.importing.pdf_files import BOLD, pdf, read, rows, tables, texts, write

LONG = (
    "Ủy ban nhân dân xã Suối Mơ ban hành kế hoạch kiểm soát thủ tục hành chính năm 2027 nhằm bảo đảm mọi hồ sơ của người dân "
    "và tổ chức được tiếp nhận, giải quyết đúng hạn, đúng quy trình đã công bố"
)
SHORT = "Việc này giao Văn phòng theo dõi."


def code_of(data: bytes) -> str:
    with pytest.raises(KhError) as caught:
        read_pdf(data, "x.pdf")
    return caught.value.code


def test_wrapped_lines_are_one_paragraph_with_first_lines_set_in() -> None:
    def draw(c: Any) -> None:
        y = write(c, 85, 780, LONG + ".", indent=36)
        y = write(c, 85, y, SHORT, indent=36)
        write(c, 85, y, LONG + ";", indent=36)

    source = read(draw)
    assert texts(source) == [LONG + ".", SHORT, LONG + ";"]
    assert source.kind == "pdf" and source.name == "x.pdf" and source.notices == ()


def test_a_line_that_has_room_for_the_next_word_was_ended_by_its_writer() -> None:
    def draw(c: Any) -> None:
        y = write(c, 85, 780, LONG)
        for line in ("Thường xuyên", "Quý I", "quý II"):
            y = write(c, 85, y, line)

    assert texts(read(draw)) == [LONG, "Thường xuyên", "Quý I", "quý II"]


def test_marks_at_the_start_begin_paragraphs_but_a_dash_within_a_sentence_does_not() -> None:
    def draw(c: Any) -> None:
        y = write(c, 85, 780, "- " + LONG + ";", indent=36)
        y = write(c, 85, y, "- " + LONG + ";", indent=36)
        write(c, 85, y, "a) " + LONG, indent=36)

    def dashed(c: Any) -> None:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        text = "Công chức phụ trách lĩnh vực Văn hóa"
        for number in range(3):
            write(c, 85, 780 - number * 60, f"{text} - Xã hội và Đài truyền thanh xã", stringWidth(text, "Regular", 13) + 2)

    assert texts(read(draw)) == ["- " + LONG + ";", "- " + LONG + ";", "a) " + LONG]
    assert texts(read(dashed)) == ["Công chức phụ trách lĩnh vực Văn hóa - Xã hội và Đài truyền thanh xã"] * 3


def test_a_larger_gap_ends_a_paragraph_even_after_a_full_line() -> None:
    def draw(c: Any) -> None:
        y = write(c, 85, 780, LONG)
        c.drawString(85, y - 8, "Đoạn sau có khoảng trống lớn hơn ở trên")

    assert texts(read(draw)) == [LONG, "Đoạn sau có khoảng trống lớn hơn ở trên"]


def test_a_number_broken_after_its_hyphen_stays_one_word() -> None:
    def draw(c: Any) -> None:
        c.drawString(85, 700, "Thực hiện theo Nghị định của Chính phủ và tiếp tục Kế hoạch số 20/KH-")
        c.drawString(85, 684, "UBND của Ủy ban nhân dân tỉnh Mẫu về việc kiểm soát thủ tục hành chính")
        c.drawString(85, 668, "trong năm 2027.")

    assert "số 20/KH-UBND của" in texts(read(draw))[0]


def test_dress_size_and_place_are_told() -> None:
    def draw(c: Any) -> None:
        c.setFont(BOLD, 14)
        c.drawCentredString(307, 780, "KẾ HOẠCH")
        c.setFont("Times-Italic", 12)
        c.drawString(85, 740, "Can cu nghi dinh")
        write(c, 85, 700, LONG)

    found = [b for b in read(draw).blocks if isinstance(b, Paragraph)]
    assert [(p.bold, p.italic, p.centered, p.size, p.page) for p in found] == [
        (True, False, True, 14.0, 1), (False, True, False, 12.0, 1), (False, False, False, 13.0, 1),
    ]  # fmt: skip


def test_letters_taken_apart_come_back_together_and_words_printed_twice_come_once() -> None:
    def draw(c: Any) -> None:
        c.drawString(85, 700, unicodedata.normalize("NFD", "Thủ tục hành chính được giải quyết"))
        for shift in (0, 0.8):
            for line in range(20):
                c.drawString(85 + shift, 600 - 20 * line, f"Lãnh đạo xã {line}")

    source = read(draw)
    assert texts(source) == ["Thủ tục hành chính được giải quyết", *(f"Lãnh đạo xã {line}" for line in range(20))]
    twice = source.blocks[1]
    assert isinstance(twice, Paragraph) and twice.bold


def test_a_page_written_sideways_is_turned_and_watermarks_are_only_told() -> None:
    def draw(c: Any) -> None:
        c.rotate(90)
        write(c, 100, -100, LONG + ".")

    def stamped(c: Any) -> None:
        write(c, 85, 780, LONG + ".")
        c.translate(200, 300)
        c.rotate(45)
        c.setFont(BOLD, 60)
        c.drawString(0, 0, "DỰ THẢO")

    assert texts(read(draw)) == [LONG + "."]
    source = read(stamped)
    assert texts(source) == [LONG + "."]
    assert [(n.code, n.text) for n in source.notices] == [("slanted_text", "DỰ THẢO")]


def test_page_numbers_go_without_a_word_running_text_is_told() -> None:
    def page(number: int) -> Any:
        def draw(c: Any) -> None:
            c.setFont("Regular", 10)
            c.drawString(85, 815, "Văn bản của xã Suối Mơ")
            c.setFont("Regular", 13)
            if number > 1:
                c.drawCentredString(297, 800, str(number))
            write(c, 85, 700, f"Trang thứ {number} nói về việc riêng của mình.")

        return draw

    source = read(*(page(n) for n in range(1, 5)))
    assert texts(source) == [f"Trang thứ {n} nói về việc riêng của mình." for n in range(1, 5)]
    assert [(n.code, n.count, n.text) for n in source.notices] == [("running_text", 4, "Văn bản của xã Suối Mơ")]


def test_a_year_alone_at_the_top_of_a_page_is_no_page_number() -> None:
    source = read(lambda c: write(c, 85, 700, LONG), lambda c: write(c, 85, 780, "2027"))
    assert "2027" in texts(source)[-1]


def test_a_paragraph_goes_on_over_the_page() -> None:
    def first(c: Any) -> None:
        y = write(c, 85, 780, LONG + ".", indent=36)
        for _ in range(4):
            y = write(c, 85, y, LONG + ".", indent=36)
        c.drawString(85 + 36, y, "Các bộ phận chuyên môn rà soát hồ sơ của lĩnh vực mình phụ trách và báo cáo")

    source = read(first, lambda c: c.drawString(85, 780, "kết quả về Văn phòng."))
    assert texts(source)[-1].endswith("và báo cáo kết quả về Văn phòng.")
    last = source.blocks[-1]
    assert isinstance(last, Paragraph) and last.page == 1


def test_letterhead_and_signature_stand_side_by_side() -> None:
    def draw(c: Any) -> None:
        c.setFont(BOLD, 13)
        c.drawCentredString(170, 780, "ỦY BAN NHÂN DÂN")
        c.drawCentredString(400, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        c.drawCentredString(170, 764, "XÃ SUỐI MƠ")
        c.drawCentredString(400, 763, "Độc lập - Tự do - Hạnh phúc")
        c.setFont("Regular", 13)
        c.drawCentredString(170, 735, "Số:       /KH-UBND")
        c.drawCentredString(400, 734, "Suối Mơ, ngày       tháng      năm 2027")
        c.setFont(BOLD, 14)
        c.drawCentredString(312, 700, "KẾ HOẠCH")
        y = write(c, 85, 670, LONG + ".")
        c.setFont("Regular", 11)
        for number, line in enumerate(("Nơi nhận:", "- UBND tỉnh Mẫu;", "- Lưu: VT.")):
            c.drawString(85, y - 30 - number * 13, line)
        c.setFont(BOLD, 13)
        c.drawCentredString(430, y - 31, "TM. ỦY BAN NHÂN DÂN")
        c.drawCentredString(430, y - 47, "CHỦ TỊCH")
        c.drawCentredString(430, y - 140, "Lò Văn Mẫu")

    source = read(draw)
    head, foot = tables(source)
    assert not head.ruled and not foot.ruled and not head.guessed
    left, right = ([p.text for p in cell.paragraphs] for cell in head.cells)
    assert left == ["ỦY BAN NHÂN DÂN", "XÃ SUỐI MƠ", "Số: /KH-UBND"]
    assert right == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Suối Mơ, ngày tháng năm 2027"]
    left, right = ([p.text for p in cell.paragraphs] for cell in foot.cells)
    assert left == ["Nơi nhận:", "- UBND tỉnh Mẫu;", "- Lưu: VT."]
    assert right == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Mẫu"]
    assert texts(source) == ["KẾ HOẠCH", LONG + "."]


def test_clear_columns_without_lines_are_a_guessed_table() -> None:
    lines = [
        ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn"),
        ("1", "Tập huấn nghiệp vụ", "Văn phòng", "Quý I"),
        ("", "cho công chức", "thống kê", ""),
        ("2", "Rà soát thủ tục", "Tư pháp", "Quý II"),
        ("3", "Báo cáo kết quả", "Văn phòng", "Tháng 12"),
    ]

    def draw(c: Any) -> None:
        write(c, 85, 780, LONG + ".")
        c.setFont("Regular", 12)
        for number, line in enumerate(lines):
            for x, text in zip((85, 120, 300, 430), line, strict=True):
                c.drawString(x, 650 - number * 15, text)
        write(c, 85, 500, LONG + ".")

    source = read(draw)
    (table,) = tables(source)
    assert table.guessed and not table.ruled and (table.row_count, table.col_count) == (4, 4)
    assert rows(table)[1] == ["1", "Tập huấn nghiệp vụ cho công chức", "Văn phòng thống kê", "Quý I"]
    assert texts(source) == [LONG + ".", LONG + "."]


def test_scans_locked_empty_and_garbled_files_are_refused_by_name() -> None:
    from PIL import Image
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.new("RGB", (40, 50), "gray"))

    def scan(c: Any) -> None:
        c.drawImage(picture, 0, 0, 595, 842)
        c.drawString(20, 20, "7")

    assert code_of(pdf(scan, scan)) == "import.scanned_pdf"
    assert code_of(pdf(lambda c: None)) == "import.no_text"
    assert code_of(pdf(lambda c: write(c, 85, 700, LONG), encrypt=StandardEncryption("abc"))) == "import.locked"
    assert code_of(pdf(lambda c: write(c, 85, 700, LONG)).replace(b"/ToUnicode", b"/XoUnicode")) == "import.no_text"
    assert code_of(b"%PDF-1.7 khong phai PDF") == "import.damaged"
    mixed = read(lambda c: write(c, 85, 700, LONG), scan)
    assert [(n.code, n.text) for n in mixed.notices] == [("scanned_pages", "2")] and LONG in texts(mixed)


def test_invisible_text_behind_a_scan_is_read_with_a_warning() -> None:
    def draw(c: Any) -> None:
        text = c.beginText(85, 700)
        text.setTextRenderMode(3)
        text.textLine("Chữ do máy nhận dạng đặt sau hình chụp của trang giấy")
        c.drawText(text)

    source = read(draw)
    assert texts(source) == ["Chữ do máy nhận dạng đặt sau hình chụp của trang giấy"]
    assert [n.code for n in source.notices] == ["scan_text"]


def test_comments_laid_over_a_page_are_told() -> None:
    def draw(c: Any) -> None:
        write(c, 85, 700, LONG)
        c.textAnnotation("Xem lại mục này", (100, 100, 120, 120))

    assert [(n.code, n.count, n.text) for n in read(draw).notices] == [("annotations", 1, "Xem lại mục này")]


def test_progress_is_told_and_may_stop_the_reading() -> None:
    heard: list[float] = []
    data = pdf(*[lambda c: write(c, 85, 700, LONG)] * 3)
    read_pdf(data, "x", heard.append)
    assert heard == sorted(heard) and heard[-1] == 1.0 and len(heard) == 4

    def stop(_done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_pdf(data, "x", stop)


def test_reading_and_drawing_at_once_do_not_disturb_each_other() -> None:
    data = pdf(*[lambda c: write(c, 85, 700, LONG)] * 5)
    wanted = read_pdf(data, "x")
    wrong: list[object] = []

    def again() -> None:
        for _ in range(10):
            if read_pdf(data, "x") != wanted:
                wrong.append("read")

    worker = threading.Thread(target=again)
    worker.start()
    with open_pdf(data) as pages:
        first = pages.render(0, 30)
        for _ in range(20):
            if pages.render(0, 30) != first:
                wrong.append("drawn")
    worker.join()
    assert not wrong
