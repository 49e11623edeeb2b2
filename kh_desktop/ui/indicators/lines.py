"""The rows of the page: targets, units and months, each with what is drawn and what is read out. The same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kh_desktop.services.dashboard import MonthCell, TargetRow, UnitRow
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.indicators import words
from kh_desktop.ui.widgets.charts import (
    Bullet,
    Cells,
    ChartPalette,
    MonthBar,
    Spark,
    StateBar,
    paint_bullet,
    paint_mark,
    paint_spark,
    paint_states,
)
from kh_desktop.ui.widgets.charts.palette import LEFT, RIGHT

# Below this width (in pixels at 100 %) a row of a target has no room for its sparkline.
_WIDE = 620


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target: texts and charts of its row."""

    key: str
    name: str
    aim: str
    value: str
    judged: str
    state: str
    forecast: str
    bullet: Bullet
    spark: Spark
    reading: str


def target_line(row: TargetRow) -> TargetLine:
    """The row of a target."""
    aim = ", ".join(part for part in (words.level_words(row), words.aim_words(row.target, words.row_unit(row))) if part)
    below = " · ".join(part for part in (aim, words.source_words(row)) if part)
    forecast = words.forecast_words(row)
    figure = words.reading_words(row.reading, words.row_unit(row))
    trend = words.trend_words(row)
    said = (words.row_name(row), tr("Mức giao: {aim}", aim=aim), tr("Kết quả: {value}", value=figure), words.source_words(row),
            words.judged_words(row), forecast, trend)  # fmt: skip
    bullet = Bullet(row.value, row.level, row.forecast, row.judged, words.row_less(row), words.row_unit(row) == "%")
    spark = Spark(tuple(value for _key, value in row.trend), row.level)
    return TargetLine(
        str(row.target.id), words.row_name(row), below, words.value_words(row), words.judged_words(row), row.judged, forecast, bullet,
        spark,
        ". ".join(part for part in said if part),
    )  # fmt: skip


def paint_target(painter: QPainter, rect: QRectF, line: TargetLine, palette: ChartPalette) -> None:
    """Two lines: the name over what is asked; the bullet bar; the figure over how far it is; the trend over the forecast."""
    unit, high, mark = palette.unit, palette.line(), palette.line() * 0.78
    whole, rect = rect, QRectF(rect.left(), rect.top(), rect.width(), min(rect.height(), palette.line() * 1.9))
    paint_mark(painter, QRectF(rect.left(), rect.top() + (high - mark) / 2, mark, mark), line.state, palette)
    wide, last, value, bar = _columns(rect.width(), unit)
    right = rect.right() - last
    names = QRectF(rect.left() + mark + 8 * unit, rect.top(), name_width(rect.width(), palette), high)
    # On paper there is no tool tip: a long name takes a line more there.
    if whole.height() >= high * 2.8:
        names.setHeight(high * 2)
        palette.wrapped(painter, names, line.name)
    else:
        palette.text(painter, names, line.name)
    palette.text(painter, QRectF(names.left(), names.bottom(), names.width(), palette.line(0.88)), line.aim, "text_muted", factor=0.88)
    below = QRectF(names.left(), rect.top() + high, names.width(), palette.line(0.88))
    middle = QRectF(right - value - bar - 12 * unit, rect.top() + 4 * unit, bar, rect.height() - 8 * unit)
    paint_bullet(painter, middle, line.bullet, palette)
    figure = QRectF(right - value, rect.top(), value, high)
    palette.text(painter, figure, line.value, bold=True)
    place = QRectF(figure.left(), figure.bottom(), value, below.height())
    palette.text(painter, place, line.judged, _state_token(line.state), factor=0.88)
    if wide:
        paint_spark(painter, QRectF(right + 6 * unit, rect.top(), last - 8 * unit, high), line.spark, palette)
        at = QRectF(right + 2 * unit, below.top(), last - 2 * unit, below.height())
        palette.text(painter, at, line.forecast, "text_muted", factor=0.82, align=RIGHT)


def _columns(width: float, unit: float) -> tuple[bool, float, float, float]:
    """(is there room for the trend, its width, the figure's, the bar's)."""
    wide = width >= _WIDE * unit
    return wide, 118 * unit if wide else 0.0, min(168 * unit, width * 0.28), width * (0.2 if wide else 0.22)


def name_width(width: float, palette: ChartPalette) -> float:
    """The room for the name in a row of ``width``."""
    _wide, last, value, bar = _columns(width, palette.unit)
    return width - last - value - bar - 30 * palette.unit - palette.line() * 0.78


def _state_token(state: str) -> str:
    return {"met": "done", "near": "soon", "missed": "late", "no_number": "waiting"}.get(state, "text_muted")


def target_cells(rows: Iterable[TargetRow]) -> Cells:
    """The targets as a table."""
    titles = (tr("Chỉ tiêu"), tr("Mức giao"), tr("Kết quả"), tr("Kỳ, nguồn"), tr("Đánh giá"), tr("Ước cả năm"), tr("Các kỳ"))
    return Cells(titles, tuple(
        (
            words.row_name(row), words.aim_words(row.target, words.row_unit(row)), words.reading_words(row.reading, words.row_unit(row)),
            words.source_words(row), words.judged_words(row), words.forecast_figure(row), words.trend_figures(row),
        )
        for row in rows
    ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit: its tasks by state."""

    key: str
    name: str
    bar: StateBar
    counts: str
    late: str
    reading: str


def unit_lines(rows: Iterable[UnitRow]) -> list[UnitLine]:
    """The rows of the units, bars to one scale."""
    found = list(rows)
    most = max((row.total for row in found), default=0)
    return [_unit_line(row, most) for row in found]


def unit_name(name: str) -> str:
    """The name of a unit; tasks without one are said to be."""
    return name or tr("Chưa giao đơn vị")


def _unit_line(row: UnitRow, most: int) -> UnitLine:
    counts = tr("xong {done}/{total}", done=row.done, total=row.total)
    late = tr("{count} quá hạn", count=row.late) if row.late else ""
    said = (
        unit_name(row.name), tr("Hoàn thành {done}/{total}", done=row.done, total=row.total), tr("đang làm {count}", count=row.doing),
        tr("chưa làm {count}", count=row.todo), tr("không thực hiện {count}", count=row.dropped) if row.dropped else "", late,
    )  # fmt: skip
    bar = StateBar(row.done, row.doing, row.todo, row.dropped, most)
    return UnitLine(row.name or "-", unit_name(row.name), bar, counts, late, ", ".join(part for part in said if part))


def paint_unit(painter: QPainter, rect: QRectF, line: UnitLine, palette: ChartPalette) -> None:
    """Name, stacked bar, counts, and what is late with its shape."""
    unit = palette.unit
    names, counts, late = rect.width() * 0.34, 76 * unit, 84 * unit
    palette.text(painter, QRectF(rect.left(), rect.top(), names - 8 * unit, rect.height()), line.name)
    bar = QRectF(rect.left() + names, rect.top() + 1.5 * unit, rect.width() - names - counts - late - 16 * unit, rect.height() - 3 * unit)
    paint_states(painter, bar, line.bar, palette)
    place = QRectF(bar.right() + 8 * unit, rect.top(), counts, rect.height())
    palette.text(painter, place, line.counts, "text_muted", factor=0.88)
    if line.late:
        side = rect.height() * 0.7
        at = place.right() + 8 * unit
        paint_mark(painter, QRectF(at, rect.center().y() - side / 2, side, side), "late", palette)
        room = QRectF(at + side + 5 * unit, rect.top(), late - side - 5 * unit, rect.height())
        palette.text(painter, room, line.late, "late", factor=0.88, bold=True, align=LEFT)


def unit_cells(rows: Iterable[UnitRow]) -> Cells:
    """The units as a table."""
    titles = (
        tr("Đơn vị"), tr("Hoàn thành"), tr("Đang làm"), tr("Chưa làm"), tr("Không thực hiện"), tr("Cộng"), tr("Quá hạn"),
    )  # fmt: skip
    return Cells(titles, tuple(
        (unit_name(r.name), str(r.done), str(r.doing), str(r.todo), str(r.dropped), str(r.total), str(r.late)) for r in rows
    ))  # fmt: skip


def month_bars(cells: Iterable[MonthCell], year: int, today: str) -> tuple[MonthBar, ...]:
    """The strip of the year."""
    return tuple(
        MonthBar(str(c.month), c.due, c.done, c.late, _month_words(c, year), today[:7] == f"{year}-{c.month:02d}") for c in cells
    )


def _month_words(cell: MonthCell, year: int) -> str:
    name = tr("Tháng {month}/{year}", month=cell.month, year=year)
    if not cell.due:
        return tr("{month}: không có việc đến hạn", month=name)
    return tr("{month}: {due} việc đến hạn, xong {done}, quá hạn {late}", month=name, due=cell.due, done=cell.done, late=cell.late)


def month_cells(cells: Iterable[MonthCell]) -> Cells:
    """The months as a table."""
    rows = tuple((tr("Tháng {month}", month=c.month), str(c.due), str(c.done), str(c.late), str(c.due - c.done - c.late)) for c in cells)
    return Cells((tr("Tháng"), tr("Đến hạn"), tr("Xong"), tr("Quá hạn"), tr("Còn lại")), rows)
