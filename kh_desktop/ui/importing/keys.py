"""The keys of the review, for the key card."""

from __future__ import annotations

from kh_desktop.ui.i18n import N_

KEYS: tuple[tuple[str, str], ...] = (
    ("F8", N_("Chỗ cần xem lại tiếp theo")),
    ("Shift+F8", N_("Chỗ cần xem lại trước")),
    ("← →", N_("Ô bên cạnh trong dòng")),
    ("Enter, F2", N_("Bản gốc: nói lại chỗ này là gì; kết quả: sửa chữ")),
    ("Shift+F10", N_("Mọi việc làm được với chỗ này")),
    ("F9", N_("Chỗ này đúng rồi, sang chỗ tiếp theo")),
    ("Delete", N_("Trong danh sách “Đã chỉnh”: bỏ chỗ chỉnh")),
    ("Ctrl+Z, Ctrl+Y", N_("Hoàn tác, làm lại các chỗ đã chỉnh")),
    ("Ctrl+Enter", N_("Đưa vào sổ")),
)
