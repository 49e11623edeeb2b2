"""Plans of a made-up commune as Word files, and the page that reads them."""

from __future__ import annotations

from pathlib import Path

import docx
from pytestqt.qtbot import QtBot

from kh_desktop.ui.importing import ImportPage
from kh_desktop.ui.main_window import MainWindow

TITLES = ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn")
ROWS = (
    ("I", "Công khai thủ tục hành chính", "", "", "", ""),
    ("1", "Niêm yết danh mục thủ tục", "Văn phòng", "Công chức chuyên môn", "Danh mục", "Quý I/2026"),
    ("2", "Rà soát thủ tục", "Tư pháp", "Văn phòng", "Báo cáo", "Trước ngày 31/9/2026"),
    ("", "Đơn giản hóa thủ tục", "Tư pháp", "", "Tờ trình", "Quý IV/2026"),
)
TABLE = 14


def word_plan(
    path: Path, *, number: str = "15", rows: tuple[tuple[str, ...], ...] = ROWS, loose: str = "", titles: tuple[str, ...] = TITLES
) -> Path:
    """A plan with a letterhead, one citation, three sections and a table of tasks; ``loose``: a line behind the table."""
    made = docx.Document()
    head = made.add_table(2, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ TÂN LÂM"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = f"Số: {number}/KH-UBND"
    head.cell(1, 1).text = "Tân Lâm, ngày 12 tháng 01 năm 2026"
    for text, bold in (
        ("KẾ HOẠCH", True),
        ("Kiểm soát thủ tục hành chính năm 2026 trên địa bàn xã Tân Lâm", True),
        ("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành chính;", False),
        ("Ủy ban nhân dân xã Tân Lâm ban hành Kế hoạch kiểm soát thủ tục hành chính năm 2026 như sau:", False),
        ("I. MỤC ĐÍCH", True),
        ("Bảo đảm kiểm soát chặt chẽ việc ban hành thủ tục hành chính.", False),
        ("II. NỘI DUNG", True),
        ("Chi tiết tại phụ lục kèm theo.", False),
        ("III. TỔ CHỨC THỰC HIỆN", True),
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã theo dõi việc thực hiện.", False),
    ):
        made.add_paragraph().add_run(text).bold = bold
    foot = made.add_table(1, 2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    foot.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn Bình"
    made.add_paragraph().add_run("PHỤ LỤC").bold = True
    made.add_paragraph().add_run("Nhiệm vụ kiểm soát thủ tục hành chính năm 2026").bold = True
    table = made.add_table(len(rows) + 1, len(titles))
    table.style = "Table Grid"
    for row, texts in zip(table.rows, (titles, *rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    if loose:
        made.add_paragraph(loose)
    made.save(str(path))
    return path


def opened(window: MainWindow, qtbot: QtBot, path: Path) -> ImportPage:
    """The page with a file that was read, or refused."""
    window.open_plan_file(path)
    page = window.page("import")
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: not page.job.is_busy, timeout=20_000)
    return page
