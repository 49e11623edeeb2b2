"""The keys of the list of legal bases, for the key card."""

from __future__ import annotations

from kh_desktop.ui.i18n import N_

KEYS: tuple[tuple[str, str], ...] = (
    ("↑ ↓", N_("Từng căn cứ")),
    ("Alt+↑ ↓", N_("Đưa căn cứ lên, xuống")),
    ("Enter, F2", N_("Sửa căn cứ")),
    ("Delete", N_("Xóa căn cứ")),
)
