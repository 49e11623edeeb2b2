"""The names of reporting periods in the language of the window."""

from __future__ import annotations

import re

from kh_desktop.domain.periods import period_name
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import text_from_iso

_KEY = re.compile(r"(\d{4})-(?:M(\d{2})|Q([1-4])|(H1|H2|N9|Y))")
_ROMAN = ("I", "II", "III", "IV")
_PARTS = {
    "H1": N_("6 tháng đầu năm {year}"), "H2": N_("6 tháng cuối năm {year}"), "N9": N_("9 tháng đầu năm {year}"), "Y": N_("năm {year}"),
}  # fmt: skip
_SHORT = {"H1": N_("6 tháng đầu"), "H2": N_("6 tháng cuối"), "N9": N_("9 tháng"), "Y": N_("Cả năm")}


def period_words(key: str) -> str:
    """ "quý III/2026", "6 tháng đầu năm 2026", "tháng 7/2026", "năm 2026", "từ ngày 01/07/2025 đến ngày 14/12/2025"."""
    found = _KEY.fullmatch(key)
    if found is None:
        start, _, end = key.partition("..")
        return tr("từ ngày {start} đến ngày {end}", start=text_from_iso(start), end=text_from_iso(end)) if end else period_name(key)
    year, month, quarter, part = found.groups()
    if month:
        # As NĐ 30/2020/NĐ-CP writes months: 01 and 02, then 3 to 12.
        return tr("tháng {month}/{year}", month=month if int(month) < 3 else int(month), year=year)
    if quarter:
        return tr("quý {quarter}/{year}", quarter=_ROMAN[int(quarter) - 1], year=year)
    return tr(_PARTS[part], year=year)


def period_title(key: str) -> str:
    """The same at the beginning of a line: "Quý III/2026"."""
    words = period_words(key)
    return words[:1].upper() + words[1:]


def short_period_words(key: str) -> str:
    """The same under the year it belongs to: "Quý III", "Tháng 7", "6 tháng đầu", "Cả năm"."""
    found = _KEY.fullmatch(key)
    if found is None:
        return period_words(key)
    _year, month, quarter, part = found.groups()
    if month:
        return tr("Tháng {month}", month=int(month))
    return tr("Quý {quarter}", quarter=_ROMAN[int(quarter) - 1]) if quarter else tr(_SHORT[part])
