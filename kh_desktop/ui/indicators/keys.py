"""The keys of the page "Chỉ tiêu", for the printable key card."""

from __future__ import annotations

from kh_desktop.ui.i18n import N_

KEYS: tuple[tuple[str, str], ...] = (
    ("Alt+1 … Alt+4", N_("Tổng hợp, chỉ tiêu của kế hoạch, số liệu, danh mục")),
    ("↑ ↓, PgUp, PgDn", N_("Từng dòng trong một hình")),
    ("← →", N_("Từng tháng")),
    ("Enter", N_("Mở các dòng đứng sau con số")),
    ("Esc", N_("Đóng danh sách bên cạnh")),
    ("F8", N_("Xem bảng số thay cho hình")),
    ("F2", N_("Ghi số liệu của ô đang chọn; gõ số luôn cũng được")),
    ("Delete", N_("Bỏ số đã ghi")),
    ("Ctrl+P, Ctrl+Shift+E, P", N_("In, xuất Excel, PDF trang tổng hợp")),
)
