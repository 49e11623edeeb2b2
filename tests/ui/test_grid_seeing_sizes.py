"""What the grid looks like: frozen columns, widths that are the printed ones, zoom, room for stacked marks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import Session
from kh_desktop.services.tasks import update_group, update_task
from kh_desktop.ui import theme
from kh_desktop.ui.grid.header import GroupedHeader
from kh_desktop.ui.grid.panel import GridPanel
from kh_desktop.ui.grid.widths import split_pair, usual_widths, with_width
from kh_desktop.ui.grid.zoom import STEPS
from tests.ui.grid_help import make_office, make_plan, press, type_letters


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[GridPanel]:
    make_office(session)
    made = GridPanel(session)
    qtbot.addWidget(made)
    stop = session.subscribe(made.on_changes)
    made.resize(800, 500)
    made.show()
    made.show_plan(make_plan(session, groups=3, tasks=6))
    qtbot.waitExposed(made)
    made.activateWindow()
    made.view.setFocus()
    yield made
    stop()


def header(panel: GridPanel) -> GroupedHeader:
    found = panel.view.horizontalHeader()
    assert isinstance(found, GroupedHeader)
    return found


def widths(panel: GridPanel) -> list[int]:
    return [panel.view.columnWidth(column) for column in range(panel.model.columnCount())]


def printed(session: Session, panel: GridPanel) -> list[float]:
    return [column.width for column in get_plan(session, panel.model.plan_id).columns]


def mouse(widget: QWidget, kind: QEvent.Type, x: float, y: float, *, held: bool = True) -> None:
    """One mouse event; QTest moves do not say which button is held."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    place = QPointF(x, y)
    event = QMouseEvent(kind, place, QPointF(widget.mapToGlobal(place)), button, left if held else none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def drag_border(panel: GridPanel, column: int, by: int) -> None:
    """Take the right border of ``column`` and let it go ``by`` px further."""
    bar = header(panel)
    x = bar.sectionViewportPosition(column) + bar.sectionSize(column)
    mouse(bar.viewport(), QEvent.Type.MouseButtonPress, x, 10)
    mouse(bar.viewport(), QEvent.Type.MouseMove, x + by / 2, 10)
    mouse(bar.viewport(), QEvent.Type.MouseMove, x + by, 10)
    mouse(bar.viewport(), QEvent.Type.MouseButtonRelease, x + by, 10, held=False)


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


# --- frozen columns


def test_number_and_content_stay_when_one_scrolls_sideways(panel: GridPanel) -> None:
    view = panel.view
    panel.seeing.zoom.set(200)
    before = picture(view.viewport())
    edge = view.columnWidth(0) + view.columnWidth(1)
    view.horizontalScrollBar().setValue(150)
    assert view.frozen_width() == edge
    after = picture(view.viewport())
    part = (0, 0, edge - 1, after.height())
    assert before.copy(*part) == after.copy(*part)
    assert before.copy(edge, 0, 150, after.height()) != after.copy(edge, 0, 150, after.height())
    assert picture(header(panel).viewport()).copy(0, 0, edge - 1, 20) == picture(header(panel).viewport()).copy(0, 0, edge - 1, 20)


def test_places_are_answered_as_they_are_seen(panel: GridPanel) -> None:
    view = panel.view
    panel.seeing.zoom.set(200)
    view.horizontalScrollBar().setValue(200)
    y = view.rowViewportPosition(1) + 5
    edge = view.frozen_width()
    assert view.indexAt(QPoint(3, y)).column() == 0
    assert view.indexAt(QPoint(edge - 3, y)).column() == 1
    assert view.indexAt(QPoint(edge + 3, y)).column() > 1
    assert view.visualRect(panel.model.index(1, 0)).left() == 0
    assert view.visualRect(panel.model.index(1, 1)).right() == edge - 1
    title = view.visualRect(panel.model.index(0, 1))
    assert title.left() == view.columnWidth(0) and title.right() >= view.viewport().width() - 1
    assert view.indexAt(QPoint(edge + 30, 5)).row() == 0


def test_a_click_into_a_frozen_column_edits_what_is_seen(panel: GridPanel, session: Session) -> None:
    view = panel.view
    panel.seeing.zoom.set(200)
    view.horizontalScrollBar().setValue(300)
    cell = view.visualRect(panel.model.index(1, 1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 1)
    assert view.horizontalScrollBar().value() == 300
    type_letters("Việc mới")
    editor = QApplication.focusWidget()
    assert editor is not None and abs(editor.geometry().left() - cell.left()) <= 1
    press(Qt.Key.Key_Return)
    assert get_plan(session, panel.model.plan_id).groups[0].tasks[0].content == "Việc mới"


def test_a_cell_comes_out_from_under_the_frozen_columns(panel: GridPanel) -> None:
    view = panel.view
    panel.seeing.zoom.set(200)
    view.go_to(1, "deadline")
    assert view.horizontalScrollBar().value() > 0
    view.go_to(1, "coord")
    assert view.visualRect(view.currentIndex()).left() >= view.frozen_width() > 0
    view.go_to(1, "content")
    assert view.visualRect(view.currentIndex()).left() == view.columnWidth(0)


@pytest.mark.parametrize("scale", [100, 125, 150])
def test_nothing_is_scrolled_sideways_on_the_commonest_screen(panel: GridPanel, scale: int) -> None:
    """1366 × 768 at 125 %: the window's other parts leave the grid about 700 px, whatever the size of its texts."""
    theme.manager().apply("light", scale)
    panel.resize(700, 440)
    QApplication.processEvents()
    assert panel.view.horizontalScrollBar().maximum() == 0


# --- widths


def test_a_dragged_border_is_the_printed_one_and_one_step(panel: GridPanel, session: Session) -> None:
    before, steps = printed(session, panel), len(session.workspace.history.done)
    pixels = widths(panel)
    drag_border(panel, 1, -60)
    after = printed(session, panel)
    assert after[1] < before[1] and after[2] > before[2]
    assert sum(after) == pytest.approx(sum(before))
    assert [after[place] for place in (0, 3, 4, 5)] == [before[place] for place in (0, 3, 4, 5)]
    assert widths(panel)[1] == pytest.approx(pixels[1] - 60, abs=6)
    assert len(session.workspace.history.done) == steps + 1
    assert session.undo_label == "Đổi độ rộng cột"
    session.undo()
    assert printed(session, panel) == before
    assert widths(panel) == pixels


def test_rows_follow_while_a_border_is_dragged(panel: GridPanel, session: Session) -> None:
    row = panel.model.rows[1]
    update_task(session, row.id, content="Đôn đốc các thôn báo cáo kết quả thực hiện nhiệm vụ được giao " * 3)
    height, bar = panel.view.rowHeight(1), header(panel)
    x = bar.sectionViewportPosition(1) + bar.sectionSize(1)
    mouse(bar.viewport(), QEvent.Type.MouseButtonPress, x, 10)
    mouse(bar.viewport(), QEvent.Type.MouseMove, x - 80, 10)
    assert panel.view.rowHeight(1) > height
    assert bar.is_dragging()
    mouse(bar.viewport(), QEvent.Type.MouseButtonRelease, x - 80, 10, held=False)
    assert not bar.is_dragging()


def test_the_edge_of_the_page_and_a_closed_plan_cannot_be_dragged(panel: GridPanel, session: Session) -> None:
    before, steps = printed(session, panel), len(session.workspace.history.done)
    drag_border(panel, 5, -50)
    panel.seeing.sort_by("lead")
    drag_border(panel, 1, -50)
    assert printed(session, panel) == before
    assert len(session.workspace.history.done) == steps


def test_a_double_click_fits_a_column_and_the_usual_widths_come_back(panel: GridPanel, session: Session) -> None:
    bar = header(panel)
    usual = printed(session, panel)
    for row in panel.model.rows:
        if row.kind == "task":
            update_task(session, row.id, product="Báo cáo kết quả rà soát, đánh giá")
    x = bar.sectionViewportPosition(4) + bar.sectionSize(4)
    mouse(bar.viewport(), QEvent.Type.MouseButtonDblClick, x, 10)
    fitted = printed(session, panel)
    assert fitted[4] > usual[4]
    assert sum(fitted) == pytest.approx(sum(usual))
    line = panel.view.fontMetrics().horizontalAdvance("Báo cáo kết quả rà soát, đánh giá")
    assert panel.view.columnWidth(4) > line
    panel.seeing.usual_widths()
    assert printed(session, panel) == usual


def test_widths_are_shared_exactly() -> None:
    assert split_pair(75, 100, 200) == (25, 50)
    assert split_pair(75, 1, 900) == (5, 70)
    for wanted in (1.0, 40.3, 500.0):
        out = with_width([10, 50, 26, 25, 29, 25], 1, wanted)
        assert sum(out) == pytest.approx(165)
        assert min(out) >= 5
    for columns in COLUMN_SETS.values():
        assert usual_widths(columns) == [column.width for column in columns]


# --- zoom


def test_the_wheel_zooms_with_ctrl_only(panel: GridPanel) -> None:
    def turn(by: int, modifiers: Qt.KeyboardModifier) -> None:
        place = QPointF(50, 50)
        viewport = panel.view.viewport()
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            place, QPointF(viewport.mapToGlobal(place)), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, modifiers, phase, False
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    turn(120, Qt.KeyboardModifier.NoModifier)
    assert panel.seeing.zoom.percent == 100
    turn(60, Qt.KeyboardModifier.ControlModifier)
    assert panel.seeing.zoom.percent == 100
    turn(60, Qt.KeyboardModifier.ControlModifier)
    assert panel.seeing.zoom.percent == 110
    for _ in range(20):
        turn(-120, Qt.KeyboardModifier.ControlModifier)
    assert panel.seeing.zoom.percent == 70
    panel.seeing.usual_size()
    assert panel.seeing.zoom.percent == 100
    assert not panel.seeing.size_button.isVisible()


def test_zooming_stores_what_is_being_typed(panel: GridPanel, session: Session) -> None:
    panel.view.go_to(1, "content")
    type_letters("Việc đang gõ")
    panel.seeing.larger()
    assert get_plan(session, panel.model.plan_id).groups[0].tasks[0].content == "Việc đang gõ"


def ink(image: QImage) -> int:
    """How many px are dark."""
    ground = image.pixelColor(image.width() - 2, image.height() // 2).lightness()
    return sum(abs(image.pixelColor(x, y).lightness() - ground) > 60 for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("percent", STEPS)
def test_stacked_marks_are_never_clipped(panel: GridPanel, session: Session, percent: int) -> None:
    """The ink of "Ế Ặ Ộ" in its own row is the ink it has where there is room above and below."""
    text = "Ế Ặ Ộ Ẫ Ữ"
    view = panel.view
    update_group(session, panel.model.rows[0].id, text)
    update_task(session, panel.model.rows[1].id, content=text, lead="", coord="", product="", deadline="")
    panel.seeing.zoom.set(percent)
    panel.selection.select_rows([panel.model.rows[4].key])
    view.scrollToTop()
    for row, column in ((1, 1), (0, 1)):
        cell = view.visualRect(panel.model.index(row, column))
        width = min(cell.width() - 8, view.viewport().width() - cell.left() - 30)
        tight = picture(view.viewport()).copy(cell.left() + 4, cell.top(), width, cell.height() - 1)
        view.setRowHeight(row, cell.height() * 2)
        cell = view.visualRect(panel.model.index(row, column))
        roomy = picture(view.viewport()).copy(cell.left() + 4, cell.top(), width, cell.height() - 1)
        assert ink(tight) == ink(roomy) > 50
