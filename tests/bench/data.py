"""A made-up plan of any length, with texts as long as real ones."""

from __future__ import annotations

from dataclasses import replace

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import (
    Agency,
    LegalBasis,
    Plan,
    Section,
    SectionRole,
    Shape,
    SignatureBlock,
    Task,
    TaskGroup,
    UnitRef,
)

_WORK = (
    "Rà soát, đánh giá thủ tục hành chính thuộc phạm vi giải quyết của xã, kiến nghị cấp có thẩm quyền bãi bỏ giấy tờ không cần thiết",
    "Niêm yết công khai thủ tục hành chính",
    "Tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức về quy định hành chính trên địa bàn xã",
    "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực; làm sạch dữ liệu trước khi đưa vào kho dữ liệu dùng chung của tỉnh, "
    "bảo đảm mỗi hồ sơ chỉ phải nộp một lần",
)
_WHEN = ("Thường xuyên trong năm 2027", "Quý II/2027", "Trước ngày 15/9/2027", "Báo cáo quý, báo cáo năm")
_MADE = ("Báo cáo", "Quyết định, kế hoạch", "100 % thủ tục được niêm yết đúng, đủ", "Hồ sơ điện tử có chữ ký số")
_UNITS = ("Trung tâm Phục vụ hành chính công", "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Công chức Tư pháp - Hộ tịch")


def make_plan(rows: int, group_size: int = 12) -> Plan:
    """A plan with ``rows`` tasks in groups of ``group_size``."""
    tasks = [
        Task(
            content=f"{_WORK[i % 4]} ({i + 1})",
            lead=(UnitRef(_UNITS[i % 4]),),
            coord=tuple(UnitRef(u) for u in _UNITS[: i % 3]),
            product=_MADE[i % 4],
            deadline=_WHEN[i % 4],
        )
        for i in range(rows)
    ]
    starts = range(0, rows, group_size)
    groups = tuple(TaskGroup(title=f"Nhóm nhiệm vụ thứ {i}", tasks=tuple(tasks[n : n + group_size])) for i, n in enumerate(starts, start=1))
    basis = LegalBasis(doc_type="Nghị định", number="63/2010/NĐ-CP", issuer="Chính phủ", issued="2010-06-08", title="về kiểm soát TTHC")
    sections = tuple(
        Section(heading=heading, text="\n".join(f"- {work}." for work in _WORK), role=role)
        for heading, role in (
            ("MỤC ĐÍCH, YÊU CẦU", SectionRole.PURPOSE),
            ("NỘI DUNG", SectionRole.CONTENT),
            ("KINH PHÍ", SectionRole.FUNDING),
            ("TỔ CHỨC THỰC HIỆN", SectionRole.ORGANISATION),
        )
    )
    return replace(
        Plan(
            year=2027, period_start="2027-01-01", period_end="2027-12-31",
            title="Kiểm soát thủ tục hành chính và thực hiện cơ chế một cửa, một cửa liên thông xã Suối Mây năm 2027",
            shape=Shape.APPENDIX, agency=Agency("xã", "Suối Mây", "UBND tỉnh Đông Giang", "Suối Mây"),
        ),
        columns=COLUMN_SETS["assignment"], landscape=True, appendix_title="Nhiệm vụ năm 2027",
        bases=(basis,), sections=sections, groups=groups, recipients=("- Lưu: VT.",),
        signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Đỗ Văn Ưỡn"),
    )  # fmt: skip
