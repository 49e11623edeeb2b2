"""The page "Lịch" in the real window: keys, mouse, filters, moving, and what happens when plans come and go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from kh_desktop.domain.model import TaskState
from kh_desktop.domain.schedule import Entry
from kh_desktop.services import plans, progress, schedule
from kh_desktop.services.schedule import Agenda
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.calendar import CalendarPage
from kh_desktop.ui.calendar.boxes import Box
from kh_desktop.ui.calendar.data import CalendarData, opening_day
from kh_desktop.ui.calendar.filtering import Filter
from kh_desktop.ui.calendar.lists import Row
from kh_desktop.ui.calendar.move_dialog import MoveDialog
from kh_desktop.ui.calendar_output import CalendarOutput, write_calendar
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import EmptyState
from tests.ui.calendar_help import TODAY, calendar_of, entry, issue_sample, window_on

Key = Qt.Key


@pytest.fixture
def plan_id(sample_session: Session) -> int:
    """The issued sample plan."""
    return issue_sample(sample_session)


@pytest.fixture
def shown(sample_session: Session, settings: SettingsStore, plan_id: int) -> Iterator[MainWindow]:
    """A window on 20/6 of the plan's year, turned to the calendar."""
    with window_on(sample_session, settings) as window:
        calendar_of(window)
        yield window


@pytest.fixture
def page(shown: MainWindow) -> CalendarPage:
    """The calendar."""
    return calendar_of(shown)


def _open_due(page: CalendarPage) -> Entry:
    return next(e for e in page.data.entries if e.kind == "due" and e.open and e.day > "2027-06-20")


def _texts(page: CalendarPage) -> str:
    return "\n".join(label.text() for label in page.side.findChildren(QLabel) if label.isVisibleTo(page.side))


def _middle(box: Box) -> QPoint:
    return QPointF(box.x + box.w / 2, box.y + box.h / 2).toPoint()


def test_one_sees_at_once_what_is_late_and_what_comes_next(page: CalendarPage) -> None:
    rows = page.side.list.rows()
    assert [row.heading for row in rows if row.heading] == ["late", "next"]
    late = [e for e in page.data.entries if e.state == "late" and e.kind != "check"]
    assert late and page.bar.chips.buttons["late"].text().endswith(str(len(late)))
    assert all(row.entry.day >= "2027-06-20" for row in rows[[r.heading for r in rows].index("next") :] if row.entry)
    assert page.bar.title.text() == "Tháng 6/2027"


def test_ctrl_4_turns_to_the_calendar(sample_session: Session, settings: SettingsStore) -> None:
    with window_on(sample_session, settings) as window:
        assert window.page_id != "calendar"
        window.actions_by_id["page_calendar"].trigger()
        assert window.page_id == "calendar"
        assert window.actions_by_id["page_calendar"].shortcut().toString() == "Ctrl+4"
        assert window.page("calendar").views.month.hasFocus() or not window.isActiveWindow()  # type: ignore[attr-defined]


def test_a_walk_with_the_keys(page: CalendarPage) -> None:
    month = page.views.month
    walked = []
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up, Key.Key_Home, Key.Key_End, Key.Key_PageDown, Key.Key_PageUp):
        QTest.keyClick(month, key)
        walked.append(page.day)
    assert walked == [
        "2027-06-21", "2027-06-28", "2027-06-27", "2027-06-20", "2027-06-01", "2027-06-30", "2027-07-30", "2027-06-30",
    ]  # fmt: skip
    assert page.bar.title.text() == "Tháng 6/2027"
    assert month.accessibleName().startswith("Thứ Tư, 30/06/2027")
    QTest.keyClick(month, Key.Key_Return)
    keys = [row.key for row in page.side.list.rows()]
    assert keys and set(keys) == {e.key for e in page.data.entries if e.day == "2027-06-30"}
    QTest.keyClick(page.side.list, Key.Key_Return)
    assert page.side.stack.currentWidget() is page.side.pane
    page.side.back_button.click()
    assert page.side.list.rows()[0].heading == "late"


def test_a_day_says_what_it_is_to_a_screen_reader(page: CalendarPage) -> None:
    month = page.views.month
    month.set_day("2027-06-20")
    assert month.accessibleName() == "Chủ nhật, 20/06/2027, hôm nay, ngày nghỉ, không có việc"
    month.set_day("2027-06-15")
    assert "1 việc" in month.accessibleName() and "Báo cáo quý II/2027" in month.accessibleName()


def test_a_click_opens_an_entry_with_its_words(page: CalendarPage) -> None:
    one = _open_due(page)
    page._go(one.day)
    bar = next(b for c in page.views.month.layout_now().cells for b in c.bars if b.entry.key == one.key)
    QTest.mouseClick(page.views.month, Qt.MouseButton.LeftButton, pos=_middle(bar.box))
    texts = _texts(page)
    assert one.title in texts and f"“{one.phrase}”" in texts and "Chưa có minh chứng" in texts
    assert page.side.pane.understood.text() == page.data.understood(one.task_id) != ""


def test_what_has_no_room_is_counted_and_opens_the_day(page: CalendarPage) -> None:
    page._go("2027-06-01")
    cell = page.views.month.layout_now().cell_of("2027-06-30")
    assert cell is not None and cell.more is not None and cell.hidden == len(page.views.month.entries_on(cell.day)) - len(cell.bars)
    QTest.mouseClick(page.views.month, Qt.MouseButton.LeftButton, pos=_middle(cell.more))
    assert page.day == "2027-06-30" and len(page.side.list.rows()) == len(page.views.month.entries_on(cell.day))


def _accept(day: str, reason: str, asked: list[str]) -> object:
    def run(dialog: MoveDialog) -> int:
        asked.append(dialog.day())
        if day:
            dialog.day_field.setText(day)
            dialog.day_field.setModified(True)
        dialog.reason_field.setText(reason)
        dialog.reason_field.setModified(True)
        dialog.try_accept()
        return dialog.result()

    return run


def _drag(page: CalendarPage, key: str, day: str) -> None:
    month = page.views.month
    layout = month.layout_now()
    start = next(_middle(b.box) for c in layout.cells for b in c.bars if b.entry.key == key)
    target = layout.cell_of(day)
    assert target is not None
    QTest.mousePress(month, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(month, start + QPoint(30, 5))
    QTest.mouseMove(month, _middle(target.box))
    QTest.mouseRelease(month, Qt.MouseButton.LeftButton, pos=_middle(target.box))


def test_dragging_asks_why_and_is_one_undo_step(page: CalendarPage, sample_session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    one = _open_due(page)
    page._go(one.day)
    to = f"{one.day[:8]}{'10' if one.day[8:] != '10' else '11'}"
    asked: list[str] = []
    monkeypatch.setattr(MoveDialog, "exec", _accept("", "Theo Công văn số 12", asked))
    before = sample_session.undo_label
    _drag(page, one.key, to)
    assert asked == [to], "the day it was dropped on is filled in"
    moved = page.data.find(one.key)
    assert moved is not None and (moved.day, moved.moved, moved.reason) == (to, True, "Theo Công văn số 12")
    assert [m.reason for m in schedule.moves_of(sample_session, one.key)] == ["Theo Công văn số 12"]
    assert page.side.pane.back_button.isVisibleTo(page) and "Theo Công văn số 12" in _texts(page)
    sample_session.undo()
    back = page.data.find(one.key)
    assert back is not None and back.day == one.day and sample_session.undo_label == before
    sample_session.redo()
    page.side.pane.back_button.click()
    again = page.data.find(one.key)
    assert again is not None and (again.day, again.moved) == (one.day, False)


def test_escape_gives_a_drag_up_and_dropping_it_where_it_was_asks_nothing(page: CalendarPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(MoveDialog, "exec", _accept("", "x", asked))
    one = _open_due(page)
    page._go(one.day)
    _drag(page, one.key, one.day)
    month = page.views.month
    start = next(_middle(b.box) for c in month.layout_now().cells for b in c.bars if b.entry.key == one.key)
    QTest.mousePress(month, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(month, start + QPoint(40, 60))
    QTest.keyClick(month, Key.Key_Escape)
    QTest.mouseRelease(month, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 60))
    assert asked == []


@pytest.mark.parametrize("view", ["month", "quarter"])
def test_m_moves_with_the_keyboard(page: CalendarPage, monkeypatch: pytest.MonkeyPatch, view: str) -> None:
    page.turn_to(view)
    day = next(d for d in {e.day: e for e in page.data.entries if e.open} if len(page._entries_on(d)) == 1 and d > "2027-06-20")
    one = page._entries_on(day)[0]
    page._go(day)
    monkeypatch.setattr(MoveDialog, "exec", _accept("3/8/2027", "Chờ số liệu", []))
    QTest.keyClick(page.views.month if view == "month" else page.views.quarter.months, Key.Key_M)
    moved = page.data.find(one.key)
    assert moved is not None and moved.day == "2027-08-03"


def test_moving_needs_a_real_day_another_one_and_a_reason(qtbot: object) -> None:
    dialog = MoveDialog(entry("2027-06-15"))
    dialog.try_accept()
    assert "trùng" in dialog.problem.text()
    for text, words in (("31/6/2027", "ngày mới"), ("16/6/2027", "lý do")):
        dialog.day_field.setText(text)
        dialog.day_field.setModified(True)
        dialog.try_accept()
        assert words in dialog.problem.text().lower() and dialog.result() != QDialog.DialogCode.Accepted
    dialog.reason_field.setText("Hoãn họp")
    dialog.reason_field.setModified(True)
    dialog.try_accept()
    assert dialog.result() == QDialog.DialogCode.Accepted and (dialog.day(), dialog.reason()) == ("2027-06-16", "Hoãn họp")
    dialog.deleteLater()


def test_filters_by_unit_and_by_state(page: CalendarPage) -> None:
    unit = page.data.entries[0].lead[0]
    page.bar.unit.set_value(unit)
    page.bar.filter_changed.emit()
    shown = [e for d in page.views.month._by_day.values() for e in d]
    assert shown and all(unit in e.lead for e in shown) and len(shown) < len(page.data.entries)
    page.bar.clear.click()
    assert page.bar.unit.value() == ""
    page.bar.chips.buttons["late"].click()
    page.turn_to("agenda")
    rows = page.views.agenda.rows()
    assert {row.heading for row in rows if row.heading} == {"late"}
    page.bar.clear.click()
    headings = [row.heading for row in page.views.agenda.rows() if row.heading]
    assert headings == [h for h in ("late", "today", "week", "month", "later", "waiting", "ongoing") if h in headings]
    assert {"late", "waiting", "ongoing"} <= set(headings)
    page.bar.chips.buttons["done"].click()
    assert "closed" not in headings


def test_the_list_says_everything_the_pictures_show(page: CalendarPage) -> None:
    page.turn_to("agenda")
    keys = {row.key for row in page.views.agenda.rows() if row.entry}
    open_keys = {e.key for e in page.data.entries if e.open and e.kind != "check"}
    assert open_keys <= keys
    model = page.views.agenda.model()
    texts = [str(model.index(row, 2).data()) for row in range(model.rowCount())]
    assert sum(bool(text) for text in texts) == len([row for row in page.views.agenda.rows() if not row.heading])


def test_the_year_opens_tasks_and_months(page: CalendarPage) -> None:
    page.turn_to("year")
    year = page.views.year
    QTest.keyClick(year, Key.Key_Down)
    QTest.keyClick(year, Key.Key_Down)
    task_id = year.current_task()
    assert task_id and year.accessibleName().startswith(year.rows()[2].name.number)
    QTest.keyClick(year, Key.Key_Return)
    assert page.side.stack.currentWidget() is page.side.pane
    QTest.keyClick(year, Key.Key_End)
    assert year.current_task() == year.rows()[-1].name.task_id
    QTest.keyClick(year, Key.Key_PageDown)
    assert page.day[:4] == "2028" and page.bar.title.text() == "Năm 2028"
    QTest.keyClick(year, Key.Key_PageUp)
    QTest.mouseClick(year.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(year.viewport().width() - 5, 8))
    assert page.view == "month" and page.day[:7] == "2027-12"


def test_the_quarter_walks_and_lists(page: CalendarPage) -> None:
    page.turn_to("quarter")
    assert page.bar.title.text() == "Quý II/2027"
    rows = page.views.quarter.table.rows()
    assert [row.heading for row in rows if row.heading] == ["2027-04", "2027-05", "2027-06"]
    QTest.keyClick(page.views.quarter.months, Key.Key_PageDown)
    assert page.bar.title.text() == "Quý III/2027"
    page.bar.previous.click()
    assert page.bar.title.text() == "Quý II/2027"
    QTest.keyClick(page.views.quarter.months, Key.Key_Left)
    assert page.views.quarter.months.accessibleName().startswith("Thứ Bảy, 19/06/2027")


def test_the_state_is_changed_beside_the_calendar(page: CalendarPage, sample_session: Session) -> None:
    one = _open_due(page)
    page.open_entry(one.key)
    page.side.pane.state_chosen.emit(TaskState.DONE.value)
    now = page.data.find(one.key)
    assert now is not None and now.state == "done" and not page.side.pane.move_button.isVisibleTo(page)
    sample_session.undo()
    now = page.data.find(one.key)
    assert now is not None and now.open


def test_one_period_of_recurring_work_is_closed(page: CalendarPage) -> None:
    one = next(e for e in page.data.entries if e.kind == "occurrence" and e.state == "late")
    page.open_entry(one.key)
    page.side.pane.finish_button.click()
    now, others = page.data.find(one.key), [e for e in page.data.entries if e.task_id == one.task_id and e.key != one.key]
    assert now is not None and now.state == "done" and any(e.open for e in others)


def test_a_report_of_the_office_is_marked_as_sent(page: CalendarPage) -> None:
    one = next(e for e in page.data.entries if e.kind == "report" and e.open)
    page.open_entry(one.key)
    assert page.side.pane.finish_button.text() == "Đã gửi báo cáo" and not page.side.pane.state.isVisibleTo(page)
    page.side.pane.finish_button.click()
    now = page.data.find(one.key)
    assert now is not None and now.state == "done"


def test_a_task_opens_in_its_table(shown: MainWindow, page: CalendarPage, plan_id: int) -> None:
    one = _open_due(page)
    page.open_entry(one.key)
    page.side.pane.table_button.click()
    assert shown.page_id == "appendix" and shown.plan_id == plan_id
    shown.open_day(one.day)
    assert shown.page_id == "calendar" and page.day == one.day


def test_the_page_outlives_its_plan(shown: MainWindow, page: CalendarPage, sample_session: Session, plan_id: int) -> None:
    page.open_entry(_open_due(page).key)
    plans.delete_plan(sample_session, plan_id)
    empty = page.findChildren(EmptyState)
    assert empty and not page.data.entries and not page.views.isVisible()
    for view in ("quarter", "year", "agenda", "month"):
        page.turn_to(view)
    sample_session.undo()
    assert page.data.entries and page.views.isVisible()
    assert page.side.list.rows()[0].heading == "late"


def test_what_changes_elsewhere_is_seen_when_one_comes_back(shown: MainWindow, page: CalendarPage, sample_session: Session) -> None:
    one = _open_due(page)
    shown.show_page("home")
    progress.set_progress(sample_session, [one.task_id], state=TaskState.DONE)
    shown.show_page("calendar")
    now = page.data.find(one.key)
    assert now is not None and now.state == "done"


def test_a_new_day_is_noticed(sample_session: Session, settings: SettingsStore, plan_id: int) -> None:
    now = [TODAY]
    with window_on(sample_session, settings) as window:
        window.clock = lambda: now[0]
        page = calendar_of(window)
        now[0] = datetime(2027, 7, 1, 8, 0)
        window.tell_new_day()
        assert page.data.today == "2027-07-01"


def test_nothing_yet_says_what_to_do_first(session: Session, settings: SettingsStore) -> None:
    with window_on(session, settings) as window:
        page = calendar_of(window)
        assert "Chưa có kế hoạch nào" in [label.text() for label in page.findChildren(QLabel)]
        plans.new_plan(session, year=2027)
        assert "Chưa có nhiệm vụ nào có thời hạn" in [label.text() for label in page.findChildren(QLabel)]


def test_read_only_shows_and_moves_nothing(sample_session: Session, settings: SettingsStore, plan_id: int) -> None:
    from kh_desktop.services.session import open_session

    path = sample_session.path
    sample_session.close()
    other = open_session(path, read_only=True)
    with window_on(other, settings) as window:
        page = calendar_of(window)
        one = _open_due(page)
        page.ask_move(one.key, "2027-08-03")
        page.open_entry(one.key)
        pane = page.side.pane
        assert not pane.move_button.isVisibleTo(page) and not pane.state.isEnabled() and not page.views.month.can_move
    other.close()


def test_piles_are_said_and_open_their_day(page: CalendarPage, sample_session: Session) -> None:
    open_ones = [e for e in page.data.entries if e.open and e.kind != "check" and e.task_id][:7]
    for one in open_ones:
        schedule.move_due(sample_session, one.key, "2027-07-14", "Dồn việc")
    page.show_overview()
    QApplication.processEvents()  # what is put into a layout shows itself in the event loop
    (said,) = [b for b in page.side.findChildren(QPushButton) if "cùng hạn ngày 14/7" in b.text() and b.isVisibleTo(page)]
    said.click()
    assert page.day == "2027-07-14" and page.bar.title.text() == "Tháng 7/2027"
    page.show_overview()
    assert dict(page.data.piles(page.bar.filter()))["2027-07-14"] >= 6


def test_lunar_days_and_the_view_are_remembered(page: CalendarPage, settings: SettingsStore) -> None:
    page.bar.lunar.click()
    page.turn_to("year")
    assert settings.state.calendar_lunar and settings.state.calendar_view == "year"
    assert SettingsStore(settings.path).state.calendar_view == "year"


@pytest.mark.parametrize(
    ("how", "what"), [(".pdf", "month"), (".xlsx", "month"), (".pdf", "agenda"), (".xlsx", "agenda"), (".ics", "plan")]
)
def test_files(shown: MainWindow, page: CalendarPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, what: str) -> None:
    from PySide6.QtWidgets import QFileDialog

    out = tmp_path / f"lịch{how}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    monkeypatch.setattr("kh_desktop.ui.dialogs.export_done.ExportDone.exec", lambda _self: 0)
    page.bar.output_wanted.emit(how, what)
    assert out.read_bytes()[:4] in (b"%PDF", b"PK\x03\x04", b"BEGI")


def test_paper_gets_the_filter_of_the_screen(shown: MainWindow, page: CalendarPage) -> None:
    wanted: list[CalendarOutput] = []
    page.output_wanted.disconnect()
    page.output_wanted.connect(wanted.append)
    page.bar.output_wanted.emit(".pdf", "month")
    page.bar.chips.buttons["late"].click()
    page.bar.output_wanted.emit(".pdf", "agenda")
    assert wanted[0].shown is None and wanted[1].shown == page.bar.filter()
    words = Filter(unit="Văn phòng", meanings=frozenset({"done", "late"})).words
    assert words == "Chỉ in: chủ trì Văn phòng; quá hạn, hoàn thành"
    name = write_calendar(shown.session, wanted[1], shown.session.path.with_name("lọc.pdf"))
    assert name.stat().st_size > 1000


def test_printing_shows_the_pages_first(shown: MainWindow, page: CalendarPage, monkeypatch: pytest.MonkeyPatch) -> None:
    from kh_desktop.ui.preview.print_dialog import PrintDialog

    titles: list[str] = []
    monkeypatch.setattr(PrintDialog, "exec", lambda self: titles.append(f"{self._title} {self._pages.pages > 0}"))
    page.bar.output_wanted.emit("print", "month")
    page.bar.output_wanted.emit("print", "agenda")
    assert titles == ["Lịch tháng 6/2027 True", "Danh sách việc theo hạn True"]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_view_is_painted_in_both_themes(page: CalendarPage, look: str) -> None:
    theme.manager().apply(look)
    for view in ("month", "quarter", "year", "agenda"):
        page.turn_to(view)
        picture = page.views.grab().toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
        assert theme.hex_of("surface") in colours and len(colours) > 12


@pytest.mark.parametrize(
    ("now", "month"),
    [
        (datetime(2026, 10, 20, 9), "2027-0"),  # nothing within 60 days: the month of the next one
        (datetime(2028, 2, 1, 9), "2028-02"),  # all of it late: today
        (datetime(2027, 6, 20, 9), "2027-06"),
    ],
)
def test_it_opens_where_something_is_to_be_done(
    sample_session: Session, settings: SettingsStore, plan_id: int, now: datetime, month: str
) -> None:
    with window_on(sample_session, settings, now) as window:
        page = calendar_of(window)
        coming = [e.day for e in page.data.entries if e.open and e.kind != "check" and e.day >= page.data.today]
        assert page.day.startswith(month)
        assert page.day == page.data.today or page.day == coming[0]


def test_today_is_shown_before_the_year_of_the_plan_begins() -> None:
    soon, far = entry("2027-01-10"), entry("2027-03-31")
    assert opening_day(CalendarData("2026-11-20", agenda=Agenda([], [], [], [], [soon, far], [], [])), []) == "2026-11-20"
    assert opening_day(CalendarData("2026-11-20", agenda=Agenda([], [], [], [], [far], [], [])), []) == "2027-03-31"
    assert opening_day(CalendarData("2026-11-20", agenda=Agenda([entry("2026-11-13")], [], [], [], [far], [], [])), []) == "2026-11-20"
    assert opening_day(CalendarData("2026-11-20"), []) == "2026-11-20"


def test_long_titles_beside_take_two_lines(page: CalendarPage) -> None:
    view = page.side.list
    titles = ("Ngắn", "Rà soát quy trình nội bộ giải quyết thủ tục hành chính")
    rows = [Row(entry=replace(entry("2027-06-30"), title=title)) for title in titles]
    view.show_rows(rows, "2027-06-20")
    short, long = (view.sizeHintForIndex(view.model().index(i, 0)).height() for i in range(2))
    assert long > short
    page.show_overview()
    overview = [view.sizeHintForIndex(view.model().index(i, 0)).height() for i, row in enumerate(view.rows()) if row.entry]
    assert overview and long in overview
