"""Task tables whose columns a text has lost: said, and never read as sections."""

import pytest

from kh_desktop.importing.reading import Reading
from kh_desktop.importing.recognise import recognise
from kh_desktop.importing.text_reader import read_text

OPENING = (
    "KẾ HOẠCH\n\nKiểm soát thủ tục hành chính năm 2026\n\nUBND xã Gò Mây xây dựng Kế hoạch như sau:\n\n"
    "I. MỤC ĐÍCH\n\nPhục vụ tốt hơn.\n\nII. NHIỆM VỤ\n\n"
)
ENDING = "\n\nIII. TỔ CHỨC THỰC HIỆN\n\nVăn phòng theo dõi.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Mẫu\n"
CELLS = ("1", "2", "Ban hành kế hoạch", "Niêm yết thủ tục", "Văn phòng", "Bộ phận Một cửa", "Quý", "IV. 2026", "Báo cáo")


def reading(*cells: str) -> Reading:
    return recognise(read_text(OPENING + "\n\n".join(cells) + ENDING))


@pytest.mark.parametrize("titles", [("S", "T", "T", "Nội dung", "Chủ trì"), ("ST", "T", "Nội dung", "Chủ trì", "Thời gian")])
def test_cells_of_a_lost_table_are_left_over(titles: tuple[str, ...]) -> None:
    read = reading(*titles, *CELLS)
    assert [d.code for d in read.doubts].count("table_lost") == 1
    assert read.written.sections == ("I. MỤC ĐÍCH", "II. NHIỆM VỤ", "III. TỔ CHỨC THỰC HIỆN")
    assert {"IV. 2026", "Ban hành kế hoạch"} <= {left.text for left in read.leftovers}


def test_titles_scattered_among_cells_are_said() -> None:
    read = reading("TT", "Nhiệm vụ", "1", "2", "III. RÀ SOÁT VĂN BẢN", "Cơ quan chủ trì", "Văn phòng")
    assert "table_lost" in [d.code for d in read.doubts]


def test_text_without_a_table_is_no_lost_table() -> None:
    read = reading("1. Nội dung", "Niêm yết thủ tục.", "2. Thời gian", "Quý I.", "3. Chủ trì", "Văn phòng.")
    assert "table_lost" not in [d.code for d in read.doubts]
