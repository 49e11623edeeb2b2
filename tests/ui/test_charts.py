"""Charts: where things are drawn, what they say, the same on paper, and the table twin."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.widgets.charts import (
    Bullet,
    Cells,
    ChartList,
    ChartPalette,
    MonthBar,
    MonthStrip,
    Spark,
    StateBar,
    TwinTable,
    paint_bullet,
    paint_mark,
    paint_months,
    paint_spark,
    paint_states,
    paper_palette,
    screen_palette,
)
from kh_desktop.ui.widgets.charts.marks import MARKS
from kh_desktop.ui.widgets.charts.spark import spark_places
from kh_desktop.ui.widgets.charts.twin import fitted

D = Decimal
ROOM = QRectF(0, 0, 200, 20)


def _drawn(paint: object, data: object, size: tuple[int, int] = (200, 20)) -> QImage:
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ffffff"))
    painter = QPainter(picture)
    paint(painter, QRectF(0, 0, *size), data, screen_palette())  # type: ignore[operator]
    painter.end()
    return picture


def _columns(picture: QImage, token: str, row: int) -> list[int]:
    """Where a colour of the theme stands in a row of pixels."""
    wanted = theme.color(token).rgb()
    return [x for x in range(picture.width()) if picture.pixel(x, row) == wanted]


def test_the_bullet_bar_ends_at_its_figure_and_the_line_stands_at_the_target(qapp: QApplication) -> None:
    picture = _drawn(paint_bullet, Bullet(D(60), D(80), None, "missed"))
    bar = _columns(picture, "late", 10)
    assert (bar[0], bar[-1]) == (0, 119)
    assert _columns(picture, "text", 2) == [159, 160], "the target reaches over the bar"
    assert _columns(_drawn(paint_bullet, Bullet(None, D(80))), "late", 10) == []


def test_a_bar_has_room_for_what_is_beyond_a_hundred_and_for_small_limits() -> None:
    assert Bullet(D(60), D(80)).top() == 100
    assert Bullet(D(130), D(100)).top() == D("149.5")
    assert Bullet(D(1), D(5), less=True).top() == D("5.75"), "a limit of 5 % is not lost in a bar of 100"
    assert Bullet(None, None, share=False).top() == 1 and Bullet(D(3), D(12), share=False).top() == D("13.8")
    assert Bullet(D(0), D(0), less=True).top() == 1


def test_a_sparkline_breaks_where_there_is_no_figure(qapp: QApplication) -> None:
    data = Spark((D(10), None, D(30), D(20)))
    assert spark_places(QRectF(0, 0, 90, 20), data) == [QPointF(0, 20), None, QPointF(60, 0), QPointF(90, 10)]
    assert spark_places(QRectF(0, 0, 90, 20), Spark((D(7),))) == [QPointF(45, 10)]
    assert Spark((None, None)).bounds() == (-1, 1)
    picture = _drawn(paint_spark, data)
    assert not _columns(picture, "accent", 10) or all(x > 65 for x in _columns(picture, "accent", 10)), "no line over the gap"
    _drawn(paint_spark, Spark((None,), D(5)))


def test_the_parts_of_a_stacked_bar_are_as_long_as_their_numbers(qapp: QApplication) -> None:
    picture = _drawn(paint_states, StateBar(done=5, doing=2, todo=3, most=20))
    done = _columns(picture, "done", 3)
    assert 46 <= len(done) <= 50 and done[0] <= 1, "a quarter of the bar of the largest"
    assert _columns(picture, "line_strong", 3)[-1] <= 100
    assert not _columns(_drawn(paint_states, StateBar()), "done", 10)


def test_months_are_as_high_as_their_days(qapp: QApplication) -> None:
    months = [MonthBar(str(n + 1), due=n % 3 * 2, done=0, late=n % 3, words="") for n in range(12)]
    picture = _drawn(paint_months, months, (240, 120))
    late = [[y for y in range(120) if picture.pixel(10 + 20 * n, y) == theme.color("late").rgb()] for n in range(3)]
    assert not late[0] and len(late[2]) == pytest.approx(2 * len(late[1]), abs=2)


@pytest.mark.parametrize("meaning", MARKS)
def test_each_meaning_has_a_shape(qapp: QApplication, meaning: str) -> None:
    picture = QImage(16, 16, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ffffff"))
    painter = QPainter(picture)
    paint_mark(painter, QRectF(0, 0, 16, 16), meaning, screen_palette())
    painter.end()
    assert any(picture.pixel(x, y) != 0xFFFFFFFF for x in range(16) for y in range(16))


def test_meanings_of_one_colour_have_different_shapes() -> None:
    of_colour: dict[str, set[str]] = {}
    for group in (("met", "near", "missed", "no_figure", "nothing", "no_number"), ("done", "doing", "todo", "dropped", "late")):
        shapes = [MARKS[meaning][0] for meaning in group]
        assert len(set(shapes)) == len(shapes), "shape alone tells them apart"
        for meaning in group:
            of_colour.setdefault(MARKS[meaning][1], set()).add(meaning)
    assert len(of_colour) >= 5


def test_paper_is_light_also_in_the_dark_and_holds_no_pictures(qapp: QApplication) -> None:
    theme.manager().apply("dark")
    assert paper_palette().colour("surface") == QColor(theme.TOKENS["surface"].light) != screen_palette().colour("surface")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(720)
    painter, palette = QPainter(writer), paper_palette()
    paint_bullet(painter, QRectF(100, 100, 3000, 200), Bullet(D(60), D(80), D(70), "near"), palette)
    paint_spark(painter, QRectF(100, 400, 900, 200), Spark((D(1), D(2)), D(2)), palette)
    paint_states(painter, QRectF(100, 700, 3000, 200), StateBar(3, 2, 1, 1), palette)
    painter.end()
    data = bytes(buffer.data().data())
    assert data.startswith(b"%PDF") and b"/Subtype /Image" not in data and b"/Font" in data


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    reading: str


def _paint_row(painter: QPainter, rect: QRectF, row: _Row, palette: ChartPalette) -> None:
    palette.text(painter, rect, row.reading)


def test_a_list_is_one_stop_of_the_tab_key_and_arrows_go_from_row_to_row(qapp: QApplication) -> None:
    shown, opened = ChartList("Chỉ tiêu", _paint_row, lines=1), []
    shown.opened.connect(opened.append)
    shown.show_rows([_Row(f"k{n}", f"Dòng {n}") for n in range(30)])
    shown.resize(200, shown.sizeHint().height())
    shown.show()
    assert shown.accessibleName() == "Chỉ tiêu. Dòng 0"
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    assert shown.accessibleName() == "Chỉ tiêu. Dòng 9"
    QTest.keyClick(shown, Qt.Key.Key_Return)
    QTest.keyClick(shown, Qt.Key.Key_End)
    QTest.keyClick(shown, Qt.Key.Key_Space)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.row_place(3).center().toPoint())
    assert opened == ["k9", "k29", "k3"]
    shown.show_rows([_Row("k3", "Dòng ba"), _Row("k4", "Dòng bốn")])
    assert shown.current_key() == "k3", "one stays where one was"
    shown.show_rows([])
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert opened[3:] == [] and shown.accessibleName() == "Chỉ tiêu"


def test_the_strip_goes_month_by_month(qapp: QApplication) -> None:
    strip, opened = MonthStrip("Năm"), []
    strip.opened.connect(opened.append)
    strip.show_months([MonthBar(str(n), 1, 0, 0, f"Tháng {n}", n == 6) for n in range(1, 13)])
    strip.resize(248, 120)
    strip.show()
    assert strip.accessibleName() == "Năm. Tháng 6" and "Tháng 12" in strip.accessibleDescription()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPointF(235, 60).toPoint())
    assert opened == [7, 1, 12]


def test_the_table_says_the_same_and_can_be_copied(qapp: QApplication) -> None:
    table = TwinTable("Đơn vị")
    table.show_cells(Cells(("Đơn vị", "Xong"), (("Văn phòng", "3"), ("Tư pháp", "1.234,5%"))))
    table.resize(300, 200)
    table.show()
    model = table.model()
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Xong" and model.index(1, 1).data() == "1.234,5%"
    right = int(Qt.AlignmentFlag.AlignRight)
    assert model.index(1, 1).data(Qt.ItemDataRole.TextAlignmentRole) & right
    assert not model.index(1, 0).data(Qt.ItemDataRole.TextAlignmentRole) & right
    table.selectAll()
    table.copy()
    assert QGuiApplication.clipboard().text() == "Văn phòng\t3\nTư pháp\t1.234,5%"
    assert table.columnWidth(0) + table.columnWidth(1) <= table.viewport().width()


def test_columns_fit_the_room_and_the_widest_give_way() -> None:
    assert fitted([50, 40, 30], 200) == [130, 40, 30]
    narrow = fitted([300, 400, 80], 400)
    assert sum(narrow) <= 400 and narrow[2] == 80 and narrow[0] >= 120
    assert fitted([], 100) == []


def test_rows_are_taller_with_larger_letters(qapp: QApplication) -> None:
    holder = QWidget()
    shown = ChartList("", _paint_row, lines=2, parent=holder)
    shown.show_rows([_Row("a", "a")])
    before = shown.sizeHint().height()
    theme.manager().apply("light", 150)
    assert shown.sizeHint().height() > before * 1.3
