"""The keys of the calendar, for the printable key card."""

from __future__ import annotations

from kh_desktop.ui.i18n import N_

KEYS: tuple[tuple[str, str], ...] = (
    ("← → ↑ ↓", N_("Đi từng ngày, từng tuần")),
    ("PgUp, PgDn", N_("Tháng, quý, năm trước và sau")),
    ("Home, End", N_("Đầu tháng, cuối tháng")),
    ("Enter", N_("Mở ngày hoặc việc đang chọn")),
    ("M", N_("Dời hạn của việc đang chọn")),
    ("F4", N_("Đóng, mở phần bên cạnh")),
)
