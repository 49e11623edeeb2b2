"""How targets and figures are said: what is asked, what is there, how far that is."""

from __future__ import annotations

from decimal import Decimal

from kh_desktop.domain.indicators import Reading, asks_for_less, nothing_arose
from kh_desktop.domain.model import Target
from kh_desktop.domain.numbers import number_words, of_stored
from kh_desktop.services.dashboard import TargetRow
from kh_desktop.services.indicators import figure_words
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.period_words import period_words

JUDGED: dict[str, str] = {
    "met": N_("Đạt"),
    "near": N_("Gần đạt"),
    "missed": N_("Chưa đạt"),
    "no_figure": N_("Chưa có số liệu"),
    "nothing": N_("Không phát sinh"),
    "no_number": N_("Chưa có mức để so"),
}
ORIGINS: dict[str, str] = {"typed": N_("nhập tay"), "imported": N_("từ tệp"), "computed": N_("tính từ biểu II.06a")}
COMPARATORS: dict[str, str] = {
    ">=": N_("ít nhất (≥)"),
    "<=": N_("nhiều nhất (≤)"),
    "=": N_("đúng bằng (=)"),
    "+": N_("tăng, giảm mỗi năm"),
    "assigned": N_("theo mức cấp trên giao"),
}
UNNAMED = N_("Chưa gắn với chỉ tiêu nào")
_SIGNS = {">=": "≥ ", "<=": "≤ ", "=": "", "assigned": ""}


def unit_words(number: Decimal, unit: str, places: int = 2) -> str:
    """ "94,5%", "12 ngày"."""
    return number_words(number, places) + ("%" if unit == "%" else f" {unit}" if unit else "")


def row_unit(row: TargetRow) -> str:
    """The unit of a target; per cent where no indicator is known."""
    return row.indicator.unit if row.indicator else "%"


def row_less(row: TargetRow) -> bool:
    """Whether a smaller figure is better."""
    return asks_for_less(row.target, row.indicator.direction if row.indicator else "up")


def row_name(row: TargetRow) -> str:
    """What a target is about: its indicator, else its sentence."""
    return row.indicator.name if row.indicator else " ".join(row.target.sentence.split()) or tr(UNNAMED)


def aim_words(target: Target, unit: str = "%") -> str:
    """What the plan asks for: "≥ 95%", "60% đến 80%", "mỗi năm tăng 20 điểm %, đến 100%", "theo mức cấp trên giao"."""
    value, ceiling = of_stored(target.value), of_stored(target.ceiling)
    if target.comparator == "+":
        return _growth_words(target, unit, ceiling)
    if value is None:
        return tr("theo mức cấp trên giao")
    if target.comparator == "assigned":
        return tr("{value}, cấp trên giao", value=unit_words(value, unit))
    if ceiling is not None:
        return tr("{low} đến {high}", low=unit_words(value, unit), high=unit_words(ceiling, unit))
    return _SIGNS[target.comparator] + unit_words(value, unit)


def _growth_words(target: Target, unit: str, ceiling: Decimal | None) -> str:
    plain = target.growth.removesuffix("%")
    step = of_stored(plain) or Decimal(0)
    share = target.growth.endswith("%")
    size = f"{number_words(abs(step))}%" if share or unit != "%" else tr("{points} điểm %", points=number_words(abs(step)))
    words = tr("mỗi năm tăng {size}", size=size) if step >= 0 else tr("mỗi năm giảm {size}", size=size)
    return tr("{growth}, đến {limit}", growth=words, limit=unit_words(ceiling, unit)) if ceiling is not None else words


def level_words(row: TargetRow) -> str:
    """The level of the year where it is not the number in the plan itself."""
    if row.target.comparator != "+":
        return ""
    if row.level is None:
        return tr("chưa ghi mức gốc")
    return tr("năm nay {level}", level=unit_words(row.level, row_unit(row)))


def reading_words(reading: Reading | None, unit: str) -> str:
    """ "94,5% (189/200)", "Không phát sinh", "Chưa có số liệu"."""
    if reading is None:
        return tr(JUDGED["no_figure"])
    return tr(JUDGED["nothing"]) if nothing_arose(reading) else figure_words(reading, unit) or tr(JUDGED["no_figure"])


def value_words(row: TargetRow) -> str:
    """The figure in short: "94,5%", "–" without one."""
    return unit_words(row.value, row_unit(row), 1) if row.value is not None else "–"


def judged_words(row: TargetRow) -> str:
    """ "Chưa đạt, thiếu 3,5 điểm %"."""
    words, gap = tr(JUDGED[row.judged]), gap_words(row)
    return tr("{judged}, {gap}", judged=words, gap=gap) if gap else words


def gap_words(row: TargetRow) -> str:
    """By how much the figure is beyond or short of the target."""
    if row.gap is None or not row.gap:
        return ""
    unit = row_unit(row)
    size = tr("{points} điểm %", points=number_words(abs(row.gap), 1)) if unit == "%" else unit_words(abs(row.gap), unit, 1)
    if row_less(row):
        return tr("dưới mức trần {size}", size=size) if row.gap > 0 else tr("quá mức trần {size}", size=size)
    return tr("vượt {size}", size=size) if row.gap > 0 else tr("thiếu {size}", size=size)


def forecast_words(row: TargetRow) -> str:
    """Where the year will end at the present pace; "" when nothing can be said."""
    return tr("cả năm ước {value}", value=unit_words(row.forecast, row_unit(row), 1)) if row.forecast is not None else ""


def forecast_figure(row: TargetRow) -> str:
    """The same figure alone."""
    return unit_words(row.forecast, row_unit(row), 1) if row.forecast is not None else ""


def source_words(row: TargetRow) -> str:
    """Of which period the figure is and where it comes from."""
    if not row.period:
        return ""
    return tr("{period}, {origin}", period=period_words(row.period), origin=tr(ORIGINS[row.origin]))


def trend_figures(row: TargetRow) -> str:
    """The same without the periods, for a narrow cell."""
    unit = row_unit(row)
    return "; ".join(unit_words(value, unit, 1) if value is not None else "–" for _key, value in row.trend)


def trend_words(row: TargetRow) -> str:
    """The figures of the last periods, oldest first."""
    unit = row_unit(row)
    return "; ".join(f"{period_words(key)}: {unit_words(value, unit, 1) if value is not None else '–'}" for key, value in row.trend)
