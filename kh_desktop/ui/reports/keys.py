"""The keys of the page of reports, for the printable key card."""

from __future__ import annotations

from kh_desktop.ui.i18n import N_

TAKE_KEY, NEXT_STEP, STEP_BEFORE = "Ctrl+Shift+O", "Ctrl+PgDown", "Ctrl+PgUp"
NEXT_PERIOD, PERIOD_BEFORE, OTHER_PERIOD = "Alt+PgDown", "Alt+PgUp", "Ctrl+G"
NEXT_BREAK, NEW_FIELD = "F8", "Ctrl+Shift+N"

KEYS: tuple[tuple[str, str], ...] = (
    ("Ctrl+Shift+O", N_("Nhập tệp số liệu")),
    ("Ctrl+PgUp, Ctrl+PgDn", N_("Bước trước, bước sau")),
    ("Alt+PgUp, Alt+PgDn", N_("Kỳ trước, kỳ sau")),
    ("Ctrl+G", N_("Chọn kỳ khác")),
    ("F8", N_("Đến chỗ không khớp tiếp theo")),
    ("Ctrl+Shift+N", N_("Thêm lĩnh vực")),
    ("F2", N_("Sửa số trong ô")),
    ("Delete", N_("Bỏ tệp hoặc dòng nhập tay đang chọn")),
    ("Ctrl+P, Ctrl+Shift+E, W, P", N_("In, xuất Excel, Word, PDF của báo cáo")),
)
