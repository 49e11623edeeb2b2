"""Ready column sets of the task table; every plan may change labels, order and widths.

Widths are mm and add up to 165 mm; the writers scale them to the width of the page. The deadline column holds "20/02/2025" on one line.
"""

from __future__ import annotations

from kh_desktop.domain.model import Column

FIELDS = ("no", "content", "lead", "coord", "product", "deadline")

COLUMN_SETS: dict[str, tuple[Column, ...]] = {
    "assignment": (
        Column("no", "TT", width=10),
        Column("content", "Nội dung công việc", width=50),
        Column("lead", "Bộ phận chủ trì", "Phân công nhiệm vụ", 26),
        Column("coord", "Bộ phận phối hợp", "Phân công nhiệm vụ", 25),
        Column("product", "Dự kiến sản phẩm", width=29),
        Column("deadline", "Thời gian thực hiện", width=25),
    ),
    "responsible": (
        Column("no", "STT", width=11),
        Column("content", "Nội dung công việc", width=54),
        Column("lead", "Bộ phận phụ trách", width=27),
        Column("coord", "Bộ phận phối hợp", width=25),
        Column("deadline", "Thời hạn hoàn thành", width=25),
        Column("product", "Sản phẩm dự kiến hoàn thành", width=23),
    ),
    "result_first": (
        Column("no", "TT", width=10),
        Column("content", "Nhiệm vụ", width=46),
        Column("product", "Kết quả công việc", width=34),
        Column("lead", "Chủ trì", "Phân công thực hiện", 25),
        Column("coord", "Phối hợp", "Phân công thực hiện", 25),
        Column("deadline", "Thời gian thực hiện", width=25),
    ),
    "lines": (
        Column("no", "TT", width=10),
        Column("content", "Nhiệm vụ", width=56),
        Column("lead", "Bộ phận chủ trì", width=27),
        Column("coord", "Bộ phận phối hợp", width=27),
        Column("product", "Sản phẩm", width=24),
        Column("deadline", "Thời gian thực hiện", width=21),
    ),
}

COLUMN_SET_NAMES: dict[str, str] = {
    "assignment": "Phân công nhiệm vụ (chủ trì | phối hợp), sản phẩm, thời gian",
    "responsible": "Bộ phận phụ trách, phối hợp, thời hạn, sản phẩm",
    "result_first": "Kết quả công việc trước, phân công thực hiện (chủ trì | phối hợp) sau",
    "lines": "Từng dòng chủ trì, phối hợp, sản phẩm, thời gian dưới mỗi nhiệm vụ",
}


def column_title(column: Column) -> str:
    """Group and label in one line, as plans are exchanged: "Phân công nhiệm vụ / Bộ phận chủ trì"."""
    return f"{column.group} / {column.label}" if column.group else column.label
