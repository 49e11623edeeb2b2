"""Documents of made-up communes, built by hand, for the tests of the Word and the Excel file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kh_desktop.documents.tree import Align, Block, Cell, Columns, Document, Paragraph, Part, Row, Run, Table

WIDTHS = (12.0, 62.0, 38.0, 40.0, 45.0, 40.0, 10.0)
FORMULAS = ("=1+1", "+84 912 000 111", "-x", "@a", '=HYPERLINK("http://example.test","x")', "=cmd|' /C calc'!A0")
MARKUP = ("<&>", "</w:t></w:r>", "]]>", "&amp;", "{ PAGE }", "_x0041_ và _x005F_", "\"nháy\" 'đơn'")
# What is typed or pasted, and what must be left of it in the files.
ODD = {
    "chuông\x07 và\x00 xóa\x7f": "chuông và xóa",
    "nửa cặp \ud83d hỏng": "nửa cặp  hỏng",
    "cột\tcột": "cột cột",
    "dòng một\r\ndòng hai\u2028dòng ba": "dòng một\ndòng hai\ndòng ba",
    "khoảng\u00a0dính": "khoảng\u00a0dính",
}
LONG = " ".join(f"chữ{number}" for number in range(900))[:5010].rsplit(" ", 1)[0]
BODY = "Giữ nền nếp tiếp nhận hồ sơ, trả kết quả đúng hẹn, công khai thủ tục để người dân xã Sông Mây dễ theo dõi. "


def text(words: str, style: str, **changes: Any) -> Paragraph:
    """A paragraph in one dress."""
    run = Run(words, changes.pop("bold", False), changes.pop("italic", False))
    return Paragraph((run,), style, **changes)


def centred(words: str, style: str, **changes: Any) -> Paragraph:
    """A bold centred line."""
    return text(words, style, **{"bold": True, "align": "center", "space_after": 0.0, **changes})


def cell(words: str, align: Align = "left", **changes: Any) -> Cell:
    """A cell; line breaks part its paragraphs."""
    return Cell(tuple(words.split("\n")), align=align, **changes)


def head(words: str, **changes: Any) -> Cell:
    """A header cell."""
    return cell(words, "center", bold=True, **changes)


def letterhead() -> tuple[Columns, Columns]:
    """Agency beside quốc hiệu and tiêu ngữ; number beside place and date."""
    agency = (centred("ỦY BAN NHÂN DÂN", "co_quan_ban_hanh", size=13.0), centred("XÃ SÔNG MÂY", "co_quan_ban_hanh", size=13.0, rule=0.4))
    nation = (
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "quoc_hieu", size=13.0),
        centred("Độc lập - Tự do - Hạnh phúc", "tieu_ngu", rule=1.0),
    )
    number = centred("Số: 08/KH-UBND", "so_ky_hieu", bold=False, size=13.0, space_before=6.0, space_after=12.0)
    dated = centred("Sông Mây, ngày 15 tháng 01 năm 2027", "dia_danh_thoi_gian", bold=False, italic=True, space_before=6.0)
    return Columns(agency, nation, 0.4), Columns((number,), (dated,), 0.4)


def signature() -> Columns:
    """Nơi nhận beside the signature."""
    names = ("- UBND tỉnh;", "- Thường trực HĐND xã;", "- Lưu: VT, VP.")
    left = (
        text("Nơi nhận:", "noi_nhan_label", size=12.0, bold=True, italic=True, align="left", space_after=0.0),
        *(text(name, "noi_nhan_list", size=11.0, align="left", space_after=0.0) for name in names),
    )
    right = (
        centred("TM. ỦY BAN NHÂN DÂN", "quyen_han_chuc_vu"),
        centred("CHỦ TỊCH", "quyen_han_chuc_vu"),
        centred("Lò Thị Mai", "ho_ten", space_before=70.0),
    )
    return Columns(left, right, 0.5, "signature")


def plan_part(*more: Block) -> Part:
    """The plan itself; ``more`` stands before the signature."""
    blocks: list[Block] = [
        *letterhead(),
        centred("KẾ HOẠCH", "ten_loai", keep_with_next=True),
        centred("Kiểm soát thủ tục hành chính năm 2027", "trich_yeu", rule=0.4, space_after=12.0),
        text("Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ.", "can_cu", italic=True, first_indent=12.7),
        text("I. MỤC ĐÍCH, YÊU CẦU", "muc_la_ma", bold=True, first_indent=12.7, keep_with_next=True),
        text("1. Mục đích", "khoan_co_tieu_de", bold=True, first_indent=12.7, keep_with_next=True),
        *(text(BODY * (2 + number % 2), "noi_dung", first_indent=12.7, line_spacing=1.15) for number in range(12)),
        Paragraph((Run("2. Yêu cầu. ", bold=True), Run(BODY)), "noi_dung", first_indent=12.7, line_spacing=1.15),
        *more,
        signature(),
    ]
    return Part("Kế hoạch", tuple(blocks))


def task_table(count: int) -> Table:
    """Two header rows with a grouped cell, group rows, rows that span two."""
    header = (
        Row(
            (
                head("TT", rowspan=2),
                head("Nội dung nhiệm vụ", rowspan=2),
                head("Phân công nhiệm vụ", colspan=2),
                head("Sản phẩm", rowspan=2),
                head("Thời gian", rowspan=2),
                head("", rowspan=2),
            )
        ),
        Row((head("Chủ trì"), head("Phối hợp"))),
    )
    rows: list[Row] = []
    for number in range(1, count + 1):
        if number % 10 == 1:
            rows.append(Row((head("I"), cell("Công khai thủ tục", bold=True, colspan=6)), group=True))
        many = number % 4 == 0
        down = 2 if many else 1
        rows.append(
            Row(
                (
                    cell(str(number), "center", rowspan=down),
                    cell(f"Niêm yết thủ tục của lĩnh vực thứ {number} tại Bộ phận Một cửa và trên trang thông tin điện tử", rowspan=down),
                    cell("Văn phòng HĐND và UBND", "center"),
                    cell("Công chức chuyên môn", "center"),
                    cell("- Bảng niêm yết;\n- Danh mục thủ tục."),
                    cell(f"Trước ngày {number % 28 + 1:02d}/9/2027", "center"),
                    cell(""),
                )
            )
        )
        if many:
            rows.append(Row((cell("Công an xã", "center"), cell(""), cell("Báo cáo"), cell("Quý II/2027", "center"), cell(""))))
    return Table(WIDTHS, header, tuple(rows))


def appendix(name: str, table: Table, landscape: bool = True) -> Part:
    """A further part: three lines and a table."""
    lines = (
        centred(name, "phu_luc_label", keep_with_next=True),
        centred("DANH MỤC NHIỆM VỤ NĂM 2027", "phu_luc_ten", keep_with_next=True),
        centred("(Kèm theo Kế hoạch số 08/KH-UBND)", "phu_luc_chi_dan", bold=False, italic=True, rule=0.3, space_after=12.0),
    )
    return Part(name, (*lines, table), landscape)


def small_table(texts: tuple[str, ...], widths: tuple[float, float] = (20.0, 140.0)) -> Table:
    """Two columns: a number and a text."""
    rows = tuple(Row((cell(str(number), "center"), Cell((words,)))) for number, words in enumerate(texts, start=1))
    return Table(widths, (Row((head("TT"), head("Tên"))),), rows)


def full_document(count: int = 45) -> Document:
    """A plan, an appendix across, another one upright."""
    parts = (plan_part(), appendix("Phụ lục I", task_table(count)), appendix("Phụ lục II", small_table(("Một", "Hai")), landscape=False))
    return Document("Kế hoạch năm 2027", parts)


def hostile_document() -> Document:
    """Everything somebody could type or paste."""
    texts = (*FORMULAS, *MARKUP, *ODD, LONG)
    paragraphs = tuple(text(words, "noi_dung", first_indent=12.7) for words in texts)
    parts = (Part("Kế hoạch: 1/2 [thử]*?", paragraphs), appendix("Phụ lục", small_table(texts), landscape=False))
    return Document("Tên <&> \x07 lạ", parts)


def lines_of(document: Document) -> Iterator[str]:
    """Every paragraph of text of a document, in the tree's order."""
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, Columns):
                yield from (paragraph.text for paragraph in (*block.left, *block.right))
            else:
                for row in (*block.header, *block.rows):
                    for item in row.cells:
                        yield from item.lines


def expected(words: str) -> str:
    """What must be left of a text."""
    for typed, left in ODD.items():
        words = words.replace(typed, left)
    return words
