"""The printed pages, measured: places, sizes and faces as the layout says (read back with pdfium)."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kh_desktop.documents.build import build_document
from kh_desktop.documents.fonts import ASCENT, LINE, fonts, load_fonts, missing_characters, windows_font_folder
from kh_desktop.documents.layout import PT_PER_MM, layout
from kh_desktop.documents.pdf import write_pdf
from kh_desktop.documents.render import open_pdf
from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import SignatureBlock, TaskGroup
from kh_desktop.resources import resource_path
from tests.documents.plans_to_print import LONG, Printed, PrintedLine, plan, printed, shapes, task

MM = PT_PER_MM
# pdfium gives the edges of the ink, the layout those of the letters' boxes.
INK = 2.0


@pytest.fixture(scope="module")
def paper() -> Printed:
    return printed(plan())


def middle(line: PrintedLine) -> float:
    return (line.x0 + line.x1) / 2


def rule_under(paper: Printed, line: PrintedLine) -> tuple[float, float]:
    """Ends of the straight line right below ``line``."""
    below = [
        s for s in paper.strokes if s[0] == line.page and 0 < s[2] - line.baseline < 12 and s[2] == s[4] and s[1] < middle(line) < s[3]
    ]
    assert len(below) == 1
    return below[0][1], below[0][3]


@pytest.mark.parametrize("shape", sorted(shapes()))
def test_all_text_is_on_paper(shape: str) -> None:
    document = build_document(shapes()[shape])
    read = printed(document)
    everything = "".join(read.text.split())
    for part in document.parts:
        for block in part.blocks:
            for paragraph in getattr(block, "runs", None) and [block] or [*getattr(block, "left", ()), *getattr(block, "right", ())]:
                assert "".join(paragraph.text.split()) in everything
            for row in (*getattr(block, "header", ()), *getattr(block, "rows", ())):
                for cell in row.cells:
                    for line in cell.lines:
                        assert all(word in everything for word in line.split())


@pytest.mark.parametrize("shape", sorted(shapes()))
def test_margins(shape: str) -> None:
    read = printed(shapes()[shape])
    top, right, bottom, left = (margin * MM for margin in layout().margins)
    for line in read.lines:
        width, height = read.sizes[line.page]
        assert line.x0 >= left - INK
        assert line.x1 <= width - right + INK
        assert line.baseline <= height - bottom + 0.1
        assert line.baseline >= top or line.text.isdigit()
    for page, x0, y0, x1, y1 in read.strokes:
        width, height = read.sizes[page]
        assert x0 >= left - 0.1
        assert x1 <= width - right + 0.1
        assert min(y0, y1) >= top - 0.1
        assert max(y0, y1) <= height - bottom + 0.1


def test_paper_is_a4() -> None:
    read = printed(shapes()["appendix_landscape"])
    assert read.sizes[0] == pytest.approx((210 * MM, 297 * MM), abs=0.1)
    assert read.sizes[-1] == pytest.approx((297 * MM, 210 * MM), abs=0.1)


@pytest.mark.parametrize(
    ("words", "component", "face"),
    [
        ("CỘNG HÒA XÃ HỘI", "quoc_hieu", "Bold"),
        ("Độc lập - Tự do", "tieu_ngu", "Bold"),
        ("XÃ SUỐI MƠ", "co_quan_ban_hanh", "Bold"),
        ("Số: 08/KH-UBND", "so_ky_hieu", ""),
        ("Suối Mơ, ngày 05", "dia_danh_thoi_gian", "Italic"),
        ("KẾ HOẠCH", "ten_loai", "Bold"),
        ("Kiểm soát thủ tục", "trich_yeu", "Bold"),
        ("Căn cứ Nghị định", "can_cu", "Italic"),
        ("I. MỤC ĐÍCH", "muc_la_ma", "Bold"),
        ("1. Mục đích", "khoan_co_tieu_de", "Bold"),
        ("a) Đối với", "diem", ""),
        ("Trong dự toán", "noi_dung", ""),
        ("TM. ỦY BAN NHÂN DÂN", "quyen_han_chuc_vu", "Bold"),
        ("Lò Văn Mẫu", "ho_ten", "Bold"),
        ("Nơi nhận:", "noi_nhan_label", "BoldItalic"),
        ("- UBND tỉnh;", "noi_nhan_list", ""),
        ("Phụ lục", "phu_luc_label", "Bold"),
        ("VIỆC PHẢI LÀM", "phu_luc_ten", "Bold"),
        ("(Kèm theo Kế hoạch", "phu_luc_chi_dan", "Italic"),
    ],
)
def test_size_and_face(paper: Printed, words: str, component: str, face: str) -> None:
    line = next(found for found in paper.lines if found.text.startswith(words))
    assert line.size == layout().components[component].size
    family = fonts().faces[(False, False)].name.split("-")[0]
    assert line.font == (f"{family}-{face}" if face else f"{family}") or not face and line.font == f"{family}-Regular"


def test_letterhead_is_centred_in_its_columns(paper: Printed) -> None:
    left, right = 30 * MM, 190 * MM
    between = left + layout().letterhead_left_share * (right - left)
    for words in ("ỦY BAN NHÂN DÂN", "XÃ SUỐI MƠ", "Số: 08"):
        assert middle(paper.find(words)) == pytest.approx((left + between) / 2, abs=INK)
    for words in ("CỘNG HÒA XÃ HỘI", "Độc lập - Tự do", "Suối Mơ, ngày"):
        assert middle(paper.find(words)) == pytest.approx((between + right) / 2, abs=INK)
    assert paper.find("Số: 08").baseline == pytest.approx(paper.find("Suối Mơ, ngày").baseline, abs=0.1)
    assert paper.find("ỦY BAN NHÂN DÂN").baseline == pytest.approx(paper.find("CỘNG HÒA").baseline, abs=0.1)


def test_quoc_hieu_stands_on_one_line(paper: Printed) -> None:
    assert paper.find("CỘNG HÒA").text.strip() == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_rules_have_the_lengths_of_the_decree(paper: Printed) -> None:
    motto = paper.find("Độc lập - Tự do")
    x0, x1 = rule_under(paper, motto)
    assert (x0, x1) == pytest.approx((motto.x0, motto.x1), abs=INK)
    for words in ("XÃ SUỐI MƠ", "xã Suối Mơ năm 2027"):
        line = paper.find(words)
        x0, x1 = rule_under(paper, line)
        assert 1 / 3 <= (x1 - x0) / (line.x1 - line.x0) <= 1 / 2
        assert (x0 + x1) / 2 == pytest.approx(middle(line), abs=INK)


def test_titles_are_centred_on_the_text(paper: Printed) -> None:
    centre = (30 + 80) * MM
    for words in ("KẾ HOẠCH", "Kiểm soát thủ tục", "xã Suối Mơ năm 2027", "VIỆC PHẢI LÀM", "(Kèm theo"):
        assert middle(paper.find(words)) == pytest.approx(centre, abs=INK)


@pytest.mark.parametrize("indent", [1.0, 1.27])
def test_first_lines_are_indented_and_lines_justified(indent: float) -> None:
    read = printed(plan(indent_cm=indent, intro=f"{LONG} {LONG}"))
    first = next(line for line in read.lines if line.text.startswith("Các bộ phận"))
    assert first.x0 == pytest.approx((30 + indent * 10) * MM, abs=INK)
    at = read.lines.index(first)
    second = read.lines[at + 1]
    assert second.x0 == pytest.approx(30 * MM, abs=INK)
    assert [line.x1 for line in (first, second)] == pytest.approx([190 * MM] * 2, abs=INK)


def test_the_first_line_stands_below_the_top_margin(paper: Printed) -> None:
    assert paper.lines[0].baseline == pytest.approx(20 * MM + ASCENT * 13, abs=0.1)


def test_paragraphs_are_set_apart(paper: Printed) -> None:
    first = paper.find("Thực hiện Kế hoạch số 5")
    second = paper.find("ban hành Kế hoạch năm 2027")
    assert second.baseline - first.baseline == pytest.approx(14 * LINE + 6, abs=0.2)


def test_page_numbers() -> None:
    read = printed(plan(intro="\n".join([LONG] * 40)))
    numbers = {line.page: line for line in read.lines if line.baseline < 20 * MM}
    pages = range(1, _first_appendix(read))
    assert len(pages) > 2
    assert 0 not in numbers
    for page in pages:
        number = numbers[page]
        assert number.text.strip() == str(page + 1)
        assert number.size == 13
        assert middle(number) == pytest.approx(110 * MM, abs=INK)
        assert number.font == fonts().faces[(False, False)].name.removesuffix("-Regular")


def _first_appendix(read: Printed) -> int:
    return next(page for page, text in enumerate(read.texts) if text.startswith("Phụ lục"))


def test_appendices_number_their_own_pages() -> None:
    read = printed(plan(groups=(TaskGroup(1, "Nhóm", tuple(task(n) for n in range(1, 61))),)))
    first = _first_appendix(read)
    pages = range(first, len(read.sizes))
    assert len(pages) > 2
    tops = [[line.text for line in read.lines if line.page == page and line.baseline < 20 * MM] for page in pages]
    assert tops == [[], *([str(number)] for number in range(2, len(pages) + 1))]


def test_signature_block(paper: Printed) -> None:
    centre = 30 * MM + 0.75 * 160 * MM
    authority, position, name = (paper.find(words) for words in ("TM. ỦY BAN", "CHỦ TỊCH", "Lò Văn Mẫu"))
    for line in (authority, position, name):
        assert middle(line) == pytest.approx(centre, abs=INK)
    label = paper.find("Nơi nhận:")
    assert label.baseline == pytest.approx(authority.baseline, abs=0.1)
    assert label.x0 == pytest.approx(30 * MM, abs=INK)
    assert name.baseline - position.baseline > 60


@pytest.mark.parametrize("count", range(1, 30, 3))
def test_the_signature_never_stands_alone_on_a_page(count: int) -> None:
    read = printed(plan(intro="\n".join([LONG] * count), groups=()))
    assert read.find("Nơi nhận:").page == read.find("Lò Văn Mẫu").page == read.find("Trên đây là").page


@pytest.mark.parametrize("count", range(1, 40, 3))
def test_no_heading_at_the_foot_of_a_page(count: int) -> None:
    read = printed(plan(intro="\n".join(["Một dòng."] * count), groups=()))
    for heading, following in (("2. Yêu cầu", "a) Đối với"), ("a) Đối với", "Các bộ phận"), ("III. KINH PHÍ", "Trong dự toán")):
        page = read.find(heading).page
        assert any(line.text.startswith(following) for line in read.lines if line.page == page)


def test_many_recipients_go_on_below() -> None:
    read = printed(plan(recipients=tuple(f"Đơn vị nhận thứ {n}" for n in range(1, 121)), groups=()))
    assert all(f"- Đơn vị nhận thứ {n}{'.' if n == 120 else ';'}" in read.text for n in range(1, 121))


def test_a_title_of_5000_characters() -> None:
    words = " ".join(f"đoạn{n}" for n in range(700))[:5000]
    read = printed(plan(title=words, appendix_title=words, signature=SignatureBlock((), words[:600], words[:600])))
    assert "".join(words.split()) in "".join(read.text.split())
    assert max(line.baseline for line in read.lines) < (297 - 20) * MM + 0.1


def test_a_letterhead_longer_than_a_page() -> None:
    agency = replace(plan().agency, letterhead="CƠ QUAN CÓ TÊN DÀI " * 200)
    read = printed(plan(agency=agency))
    assert read.text.count("QUAN") == read.text.count("DÀI") == 200
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in read.text


def test_boxes_name_the_parts(paper: Printed) -> None:
    places = {box[5]: box for box in paper.placement.boxes}
    wanted = {"agency", "number", "issued", "title", "basis:1", "intro", "section:4", "closing", "recipients", "signature"}
    assert wanted | {"appendix_title", "group:2", "task:3:deadline"} <= set(places)
    line = paper.find("I. MỤC ĐÍCH")
    page, x0, y0, x1, y1, _anchor = next(box for box in paper.placement.boxes if box[5] == "section:1")
    assert page == line.page
    assert x0 <= line.x0
    assert line.x1 <= x1
    assert y0 < line.baseline < y1
    assert [size == pytest.approx(paper.sizes[0], abs=0.1) for size in paper.placement.page_sizes] == [True] * len(paper.sizes)


def test_a_character_no_font_has_stops_before_printing() -> None:
    what = build_document(plan(intro="Họp lúc 8 giờ 😀 tại hội trường xã"))
    assert [(char, anchor) for char, anchor, _text in missing_characters(what)] == [("😀", "intro")]
    out = io.BytesIO()
    with pytest.raises(KhError) as caught:
        write_pdf(what, out)
    assert caught.value.code == "font.missing"
    assert caught.value.params["char"] == "😀"
    assert "Họp lúc 8 giờ" in str(caught.value.params["where"])
    assert out.getvalue() == b""


def test_all_vietnamese_letters_can_be_printed() -> None:
    letters = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    text = f"{letters} {letters.upper()} “”–—…•≥≤²"
    assert missing_characters(build_document(plan(intro=text))) == []
    assert "".join(text.split()) in "".join(printed(plan(intro=text)).text.split())


def test_without_times_new_roman_our_own_font_is_used(tmp_path: Path) -> None:
    assert load_fonts(None).family == "Liberation Serif"
    assert load_fonts(tmp_path).family == "Liberation Serif"


def test_the_installed_times_new_roman_is_used_when_it_is_complete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for ours, theirs in (("Regular", "times"), ("Bold", "timesbd"), ("Italic", "timesi"), ("BoldItalic", "timesbi")):
        shutil.copy(resource_path("fonts", f"LiberationSerif-{ours}.ttf"), tmp_path / f"{theirs}.ttf")
    assert load_fonts(tmp_path).family == "Times New Roman"
    # Old releases lack letters with two marks.
    monkeypatch.setattr("kh_desktop.documents.fonts._NEEDED", "😀")
    assert load_fonts(tmp_path).family == "Liberation Serif"
    (tmp_path / "timesi.ttf").write_bytes(b"damaged")
    assert load_fonts(tmp_path).family == "Liberation Serif"


def test_the_font_folder_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINDIR", str(tmp_path))
    assert windows_font_folder() is None
    (tmp_path / "Fonts").mkdir()
    assert windows_font_folder() == tmp_path / "Fonts"
    monkeypatch.delenv("WINDIR")
    assert windows_font_folder() is None


def test_the_same_plan_gives_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_pdf(build_document(plan()), first, invariant=True)
    write_pdf(build_document(plan()), second, invariant=True)
    assert first.getvalue() == second.getvalue()


def test_properties_name_the_plan_and_not_the_machine() -> None:
    import pypdfium2

    out = io.BytesIO()
    write_pdf(build_document(plan()), out)
    pdf = pypdfium2.PdfDocument(out.getvalue())
    facts = pdf.get_metadata_dict()
    pdf.close()
    assert facts["Title"].startswith("Kế hoạch kiểm soát thủ tục hành chính")
    assert facts["Author"] == "Ủy ban nhân dân xã Suối Mơ"
    assert facts["Subject"] == "Kế hoạch số 8/KH-UBND"
    assert facts["Creator"] == facts["Producer"] == "KH Desktop"


def test_fonts_are_embedded() -> None:
    out = io.BytesIO()
    write_pdf(build_document(plan()), out, invariant=True)
    assert out.getvalue().count(b"/FontFile2") >= 3


def test_rendered_pages() -> None:
    out = io.BytesIO()
    write_pdf(build_document(plan()), out)
    with open_pdf(out.getvalue()) as pages:
        assert pages.page_count == len(printed(plan()).sizes)
        assert pages.page_size(0) == pytest.approx((595.28, 841.89), abs=0.1)
        width, height, data = pages.render(0, 72)
        assert (width, height) == (596, 842)
        assert len(data) == width * height * 4
        # White paper with black ink on it.
        assert data[:4] == b"\xff\xff\xff\xff"
        assert sum(data[at] < 64 for at in range(0, len(data), 4)) > 1000


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(KhError) as caught:
        open_pdf(b"khong phai PDF")
    assert caught.value.code == "pdf.damaged"
