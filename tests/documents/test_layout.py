"""The layout numbers stay inside what Nghị định 30/2020 allows."""

from __future__ import annotations

import pytest

from kh_desktop.documents.layout import layout

# Smallest and largest size of each component in the decree (pt).
DECREE = {
    "quoc_hieu": (12, 13),
    "tieu_ngu": (13, 14),
    "co_quan_chu_quan": (12, 13),
    "co_quan_ban_hanh": (12, 13),
    "so_ky_hieu": (13, 13),
    "dia_danh_thoi_gian": (13, 14),
    "ten_loai": (13, 14),
    "trich_yeu": (13, 14),
    "can_cu": (13, 14),
    "noi_dung": (13, 14),
    "muc_la_ma": (13, 14),
    "khoan_co_tieu_de": (13, 14),
    "khoan": (13, 14),
    "diem": (13, 14),
    "quyen_han_chuc_vu": (13, 14),
    "ho_ten": (13, 14),
    "noi_nhan_label": (12, 12),
    "noi_nhan_list": (11, 11),
    "phu_luc_label": (14, 14),
    "phu_luc_ten": (13, 14),
    "phu_luc_chi_dan": (13, 14),
}
BOLD = {"quoc_hieu", "tieu_ngu", "co_quan_ban_hanh", "ten_loai", "trich_yeu", "muc_la_ma", "khoan_co_tieu_de", "quyen_han_chuc_vu"}
BOLD |= {"ho_ten", "noi_nhan_label", "phu_luc_label", "phu_luc_ten"}
ITALIC = {"dia_danh_thoi_gian", "can_cu", "noi_nhan_label", "phu_luc_chi_dan"}


@pytest.mark.parametrize("name", sorted(DECREE))
def test_component(name: str) -> None:
    component = layout().components[name]
    low, high = DECREE[name]
    assert component.limits == (low, high)
    assert low <= component.size <= high
    assert component.bold == (name in BOLD)
    assert component.italic == (name in ITALIC)


def test_page() -> None:
    top, right, bottom, left = layout().margins
    assert 20 <= top <= 25
    assert 20 <= bottom <= 25
    assert 30 <= left <= 35
    assert 15 <= right <= 20
    assert layout().page == (210, 297)
    assert 13 <= layout().page_number <= 14
    assert layout().text_width(landscape=False) == 160
    assert layout().text_width(landscape=True) == 247


def test_rules_and_gaps() -> None:
    components = layout().components
    assert components["tieu_ngu"].rule == 1
    for name in ("co_quan_ban_hanh", "trich_yeu"):
        assert 1 / 3 <= components[name].rule <= 1 / 2
    assert components["noi_dung"].space_after >= 6
    assert layout().indent_cm == (1.0, 1.27)
