"""Made-up task tables and what is left of them when the text of a PDF is copied: the lines of each cell, one cell after the other."""

from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass, field

CONTENTS = (
    "Ban hành kế hoạch cải cách hành chính năm {year} của xã",
    "Rà soát các văn bản do Hội đồng nhân dân, Ủy ban nhân dân xã ban hành còn hiệu lực",
    "Tổ chức đối thoại giữa người đứng đầu Ủy ban nhân dân xã với người dân và doanh nghiệp trên địa bàn",
    "Khảo sát mức độ hài lòng của người dân đối với sự phục vụ của cơ quan hành chính",
    "Kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính tại các bộ phận",
    "Duy trì, cập nhật trang thông tin điện tử của xã; đăng tải đầy đủ các văn bản chỉ đạo, điều hành",
    "Tập huấn kỹ năng số cho tổ công nghệ số cộng đồng ở các thôn",
    "Phun thuốc khử trùng chuồng trại, tiêm phòng gia súc, gia cầm đợt 1 và đợt 2",
    "Sắp xếp, chỉnh lý tài liệu lưu trữ tồn đọng từ năm {past} trở về trước",
    "Đánh giá, xếp loại chất lượng cán bộ, công chức cuối năm theo quy định tại Nghị định số 90/2020/NĐ-CP",
    "Triển khai các nhiệm vụ về chuyển đổi số, gồm:\n- Cấp chữ ký số cho người dân;\n- Lắp đặt mạng không dây tại nhà văn hóa thôn;\n"
    "- Vận động hộ kinh doanh dùng hóa đơn điện tử.",
    "Xây dựng phương án phòng, chống thiên tai và tìm kiếm cứu nạn",
    "Thống kê hộ nghèo, hộ cận nghèo theo chuẩn mới",
    "Nâng cấp hệ thống truyền thanh thông minh",
    "Tuyên truyền, phổ biến Luật Căn cước, Luật Đất đai đến từng hộ gia đình (ưu tiên vùng sâu, vùng xa)",
    "Mở lớp bồi dưỡng nghiệp vụ tiếp công dân",
)
UNITS = (
    "Công chức Văn hóa - Xã hội",
    "Văn phòng HĐND và UBND",
    "Công an xã",
    "Trung tâm Phục vụ hành chính công xã",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường",
    "Ban Chỉ huy Quân sự xã",
    "Trạm Y tế",
    "Các thôn, tổ dân phố",
    "Các đơn vị, cá nhân có liên quan",
    "Đoàn Thanh niên; Hội Liên hiệp Phụ nữ",
    "Bộ phận Tiếp nhận và Trả kết quả",
    "Trưởng các thôn",
    "Ủy ban Mặt trận Tổ quốc xã và các tổ chức thành viên",
    "Công chức Tư pháp - Hộ tịch; công chức Tài chính - Kế toán",
)
PRODUCTS = (
    "Kế hoạch của UBND xã",
    "Báo cáo kết quả rà soát",
    "Biên bản, thông báo kết luận",
    "Phiếu khảo sát, báo cáo tổng hợp",
    "Quyết định thành lập đoàn kiểm tra; báo cáo kết quả kiểm tra",
    "Tin, bài, chuyên mục",
    "Hội nghị tập huấn được tổ chức",
    "Danh sách được phê duyệt",
    "Hồ sơ được chỉnh lý, số hóa",
    "Văn bản chỉ đạo, đôn đốc",
    "100% hộ dân được thông báo",
    "Tờ trình, dự toán",
)
DEADLINES = (
    "Trước ngày 15/3/{year}",
    "Thường xuyên",
    "Thường xuyên trong năm {year}",
    "Quý I/{year}",
    "Quý II, quý III năm {year}",
    "Tháng 6/{year}",
    "Hằng quý",
    "Trước ngày 25 tháng cuối quý",
    "Từ tháng 3 đến tháng 10 năm {year}",
    "Theo kế hoạch của UBND huyện",
    "Khi có yêu cầu",
    "Trong năm {year}",
)
GROUPS = (
    "Cải cách thể chế",
    "Cải cách tổ chức bộ máy, xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức cấp xã",
    "CHUYỂN ĐỔI SỐ, XÂY DỰNG CHÍNH QUYỀN SỐ",
    "Nhiệm vụ khác",
)
HEADERS = {
    "lead_first": (
        "content lead coord product deadline",
        "TT|Nội dung công việc|Cơ quan chủ trì|Cơ quan phối hợp|Sản phẩm|Thời gian hoàn thành",
    ),
    "time_first": ("content lead coord deadline product", "STT|Nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Thời hạn|Kết quả, sản phẩm"),
    "product_first": (
        "content product lead coord deadline",
        "TT|Nội dung nhiệm vụ|Sản phẩm dự kiến|Bộ phận chủ trì|Bộ phận phối hợp|Tiến độ thực hiện",
    ),
    "no_coord": ("content lead product deadline", "STT|Nội dung|Bộ phận phụ trách|Kết quả đạt được|Thời gian"),
}


@dataclass
class FlatPlan:
    """What was in the table, and the text that came out. ``groups``: title and rows (field: text)."""

    groups: list[tuple[str, list[dict[str, str]]]]
    text: str
    keys: list[str] = field(default_factory=list)


def made_up(seed: int) -> FlatPlan:
    """A table of 2 to 4 groups with 2 to 6 tasks each, in one of the usual orders, flattened in one of the usual ways."""
    dice = random.Random(seed)
    order, labels = dice.choice(list(HEADERS.values()))
    keys = order.split()
    year = dice.randint(2022, 2026)
    groups = [(title, [_task(dice, keys, year) for _ in range(dice.randint(2, 6))]) for title in dice.sample(GROUPS, dice.randint(2, 4))]
    return FlatPlan(groups, _flattened(dice, groups, keys, labels.split("|")), keys)


def _task(dice: random.Random, keys: list[str], year: int) -> dict[str, str]:
    texts = {
        "content": dice.choice(CONTENTS),
        "lead": dice.choice(UNITS),
        "coord": dice.choice(UNITS) if dice.random() < 0.85 else "",
        "product": dice.choice(PRODUCTS) if dice.random() < 0.9 else "",
        "deadline": dice.choice(DEADLINES),
    }
    return {key: texts[key].format(year=year, past=year - 8) for key in keys}


def _flattened(dice: random.Random, groups: list[tuple[str, list[dict[str, str]]]], keys: list[str], labels: list[str]) -> str:
    widths = {"content": dice.randint(26, 44), "lead": dice.randint(14, 22), "coord": dice.randint(14, 22)}
    widths |= {"product": dice.randint(15, 24), "deadline": dice.randint(13, 20)}
    style = dice.choice(("tight", "cells", "double"))
    alone = dice.random() < 0.5
    point = dice.choice(("", "."))
    per_page = dice.choice((40, 60, 1000))
    header = [labels[0] + " " + labels[1], *(line for label in labels[2:] for line in textwrap.wrap(label, 12))]
    chunks: list[list[str]] = [header]
    room = per_page
    for at, (title, tasks) in enumerate(groups):
        chunks.append([f"{['I', 'II', 'III', 'IV'][at]} {title}"])
        for number, task in enumerate(tasks, start=1):
            cells = [[line for part in task[key].split("\n") for line in textwrap.wrap(part, widths[key])] for key in keys]
            height = max(map(len, cells))
            before, after = cells, []
            if height > room > 2:
                before, after = [c[:room] for c in cells], [c[room:] for c in cells]
            first = [[f"{number}{point}"], *before] if alone else [[f"{number}{point} {before[0][0]}", *before[0][1:]], *before[1:]]
            chunks += [lines for lines in first if lines]
            room -= height
            if room <= 0:
                chunks += [["\f", *header]] if after or per_page < 1000 else []
                chunks += [lines for lines in after if lines]
                room = per_page - max(map(len, after), default=0)
    return _joined(chunks, style)


def _joined(chunks: list[list[str]], style: str) -> str:
    if style == "tight":
        return "\n".join(line for chunk in chunks for line in chunk).replace("\f\n", "\f") + "\n"
    if style == "cells":
        return "\n\n".join("\n".join(chunk) for chunk in chunks).replace("\f\n", "\f") + "\n"
    return "\n\n".join(f"{line} " for chunk in chunks for line in chunk).replace("\f \n\n", "\f") + "\n"
