"""The keys of the proposal for the next year, for the key card."""

from __future__ import annotations

from kh_desktop.ui.i18n import N_

KEYS: tuple[tuple[str, str], ...] = (
    ("↑ ↓", N_("Từng chỗ sẽ đổi")),
    ("Space", N_("Đánh dấu, bỏ đánh dấu")),
    ("Enter, F2", N_("Sửa chữ mới; trên tên nhóm: mở, đóng nhóm")),
    ("Shift+Enter", N_("Xuống dòng trong chữ mới")),
)
