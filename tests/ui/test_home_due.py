"""Tổng quan in five seconds: what is late and whose, what comes, what waits; done right there and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from kh_desktop.domain.model import TaskState
from kh_desktop.domain.schedule import Entry
from kh_desktop.services.schedule import agenda
from kh_desktop.services.session import Session
from kh_desktop.services.tasks import get_tasks
from kh_desktop.ui.due_deeds import evidence_of_period
from kh_desktop.ui.due_words import days_left, days_words, due_words, entry_name, whose
from kh_desktop.ui.home.due_board import DueBoard, due_of, limits
from kh_desktop.ui.home.page import HomePage
from kh_desktop.ui.i18n import set_language
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import DueLine, ElidedButton
from tests.ui.due_help import MORNING, ROWS, Clock, choose, issued_plan, named

TODAY = MORNING.date()
# 1366 x 768 at 125 %, without the task bar.
SCREEN = (1093, 582)


@pytest.fixture
def clock() -> Clock:
    """Stands at the morning of 16/6/2027."""
    return Clock()


@pytest.fixture
def ids(session: Session) -> list[int]:
    """The tasks of an issued plan, in order."""
    return issued_plan(session)[1]


@pytest.fixture
def window(session: Session, settings: SettingsStore, ids: list[int], clock: Clock) -> Iterator[MainWindow]:
    """The window of that morning, at Tổng quan."""
    made = MainWindow(session, settings, clock=clock)
    made.resize(*SCREEN)
    made.show()
    made.show_page("home")
    yield made
    made.release()
    made.hide()
    made.deleteLater()


def _home(window: MainWindow) -> HomePage:
    page = window.page("home")
    assert isinstance(page, HomePage)
    return page


def _lines(window: MainWindow) -> list[str]:
    for _ in range(2):  # new lines come in sight with the next event; a new banner changes how many there are
        QApplication.processEvents()
    board = _home(window).board
    assert board is not None
    return [line.accessibleName() for line in board.findChildren(DueLine) if line.isVisible()]


def test_it_says_what_is_late_whose_and_what_comes(window: MainWindow) -> None:
    lines = _lines(window)
    assert lines[0].startswith("quá hạn 17 ngày (28/05/2027)") and lines[0].endswith(" · 30/05/2027 là Chủ nhật")
    assert "I.1. Ban hành kế hoạch truyền thông" in lines[0]
    assert "Văn phòng HĐND và UBND" in lines[0]
    assert any(line.startswith("hôm nay (16/06/2027). I.3.") for line in lines)
    assert any(line.startswith("còn 14 ngày (30/06/2027). I.2.") for line in lines)
    assert not any("Đánh giá cuối năm" in line for line in lines), "six months ahead"
    assert any("Chưa định ngày: Theo kế hoạch của cấp trên" in line for line in lines)
    assert any("Niêm yết thủ tục" in line for line in lines), "the check of this quarter"


def test_each_part_has_its_count(session: Session, ids: list[int]) -> None:
    due = due_of(agenda(session, TODAY), TODAY)
    assert [e.title for e in due.late] == [ROWS[0][0]]
    assert {e.title for e in due.coming} == {ROWS[1][0], ROWS[2][0]}
    assert {w.why for w in due.waiting} == {"open", "invalid"}
    assert [e.title for e in due.checks] == [ROWS[4][0]]
    assert due.after is not None and due.after.title == ROWS[3][0]


def test_done_there_and_taken_back_there(window: MainWindow, session: Session, ids: list[int]) -> None:
    (done,) = named(window, "Hoàn thành: I.1.")
    done.click()
    assert get_tasks(session, ids[:1])[0].state is TaskState.DONE
    assert not any("quá hạn" in line for line in _lines(window))
    said = _home(window).said
    assert said.isVisible() and said.text() == "Đã ghi “Hoàn thành” cho I.1."
    said.undo.click()
    assert get_tasks(session, ids[:1])[0].state is TaskState.TODO
    assert any("quá hạn" in line for line in _lines(window)) and not said.isVisible()


def test_other_states_are_in_the_menu(window: MainWindow, session: Session, ids: list[int]) -> None:
    (more,) = named(window, "Tình trạng khác, mở: I.1.")
    choose(more, "Không thực hiện")
    assert get_tasks(session, ids[:1])[0].state is TaskState.DROPPED
    assert _home(window).said.text() == "Đã ghi “Không thực hiện” cho I.1."


def test_a_line_opens_its_row(window: MainWindow, ids: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[int, str, str]] = []
    monkeypatch.setattr(window, "open_plan", lambda plan_id, page, anchor: opened.append((plan_id, page, anchor)))
    board = _home(window).board
    assert board is not None
    for line in board.findChildren(DueLine)[:1]:
        line.title.click()
    assert opened == [(1, "appendix", f"task:{ids[0]}")]


def test_one_period_of_recurring_work_is_closed_not_the_task(session: Session, settings: SettingsStore, clock: Clock) -> None:
    _plan, ids = issued_plan(session, (("Giao ban", "Hằng tháng", "Văn phòng"),))
    made = MainWindow(session, settings, clock=clock)
    made.show()
    try:
        made.show_page("home")
        before = agenda(session, TODAY).late
        assert len(before) == 5
        named(made, "Đã làm kỳ này: I.1.")[0].click()
        late = agenda(session, TODAY).late
        assert [e.key for e in late] == [e.key for e in before[1:]]
        (task,) = get_tasks(session, ids)
        assert task.state is TaskState.TODO and task.evidence[0].title == "Đã thực hiện kỳ đến 31/01/2027 (ghi ngày 16/06/2027)"
        _home(made).said.undo.click()
        assert len(agenda(session, TODAY).late) == 5
    finally:
        made.release()
        made.hide()


def test_a_running_period_is_written_down_today() -> None:
    entry = Entry("task:1:2027-06-30", 1, "occurrence", "2027-06-30", "2027-06-30", "2027-06-01", "I.1", "Giao ban", (), "Hằng tháng")
    assert evidence_of_period(entry, TODAY).issued == "2027-06-16"
    assert evidence_of_period(entry, date(2027, 7, 2)).issued == "2027-06-30"


def test_a_report_of_the_office_is_closed_there(session: Session, settings: SettingsStore, clock: Clock) -> None:
    issued_plan(session, ROWS[3:4], reports=True)
    clock.now = clock.now.replace(day=14)
    made = MainWindow(session, settings, clock=clock)
    made.show()
    try:
        made.show_page("home")
        assert any("Báo cáo quý II/2027" in line and "còn" not in line[:3] for line in _lines(made))
        named(made, "Đã gửi báo cáo: Báo cáo quý II/2027")[0].click()
        assert not any("Báo cáo quý II/2027" in line for line in _lines(made))
    finally:
        made.release()
        made.hide()


@pytest.mark.parametrize("count", [0, 3, 40])
def test_it_stays_within_one_screen(session: Session, settings: SettingsStore, clock: Clock, count: int) -> None:
    long = "với một tên rất dài để phải rút gọn ở cuối dòng vì không đủ chỗ"
    late = tuple((f"Việc trễ {i} {long}", "31/3/2027", "Văn phòng") for i in range(count))
    soon = tuple((f"Việc sắp tới {i}", "25/6/2027", "Văn phòng") for i in range(count))
    rest = tuple((f"Việc chờ {i}", "Theo yêu cầu", "Văn phòng") for i in range(count))
    kept = tuple((f"Việc thường xuyên {i}", "Thường xuyên", "Văn phòng") for i in range(count))
    issued_plan(session, late + soon + rest + kept + ROWS[3:4])
    made = MainWindow(session, settings, clock=clock)
    made.resize(*SCREEN)
    made.show()
    try:
        made.show_page("home")
        QApplication.processEvents()
        area = made.page("home").findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        assert area.verticalScrollBar().maximum() == 0, "the first page must not scroll"
        more = [b for b in named(made, "Còn ") if "Xem tất cả trong Lịch" in b.text()]
        assert len(more) == (4 if count == 40 else len(more)) and (count != 0 or not more)
    finally:
        made.release()
        made.hide()


def test_more_room_shows_more_lines() -> None:
    small, large = limits(430, 40, 40), limits(900, 40, 40)
    assert small.late >= 2 and small.coming >= 2 and large.late > small.late and large.coming > small.coming
    assert limits(430, 0, 40).coming > small.coming, "what one list leaves the other takes"
    assert limits(430, 1, 0).late == 1


def test_nothing_due_says_what_is_next(session: Session, settings: SettingsStore, clock: Clock) -> None:
    issued_plan(session, ROWS[3:4])
    made = MainWindow(session, settings, clock=clock)
    made.show()
    try:
        made.show_page("home")
        (line,) = _lines(made)
        assert "I.1. Đánh giá cuối năm" in line
        words = [label.text() for label in made.page("home").findChildren(ElidedButton)]
        assert any("2027" in text for text in words), "the plan is one click away"
    finally:
        made.release()
        made.hide()


def test_midnight_makes_things_late(window: MainWindow, clock: Clock) -> None:
    assert sum("quá hạn" in line for line in _lines(window)) == 1
    clock.pass_by(days=1)
    window.reminders.desk.check()
    assert sum("quá hạn" in line for line in _lines(window)) == 2


def test_days_are_said_plainly() -> None:
    assert [days_words(days) for days in (-12, 0, 1, 5)] == ["quá hạn 12 ngày", "hôm nay", "ngày mai", "còn 5 ngày"]


def test_a_day_off_between_is_no_delay() -> None:
    """Saturday's deadline is shown on Friday; on Saturday it is due, not late."""
    entry = Entry("task:1:2027-06-19", 1, "due", "2027-06-18", "2027-06-19", "", "I.1", "Việc", (), "19/6/2027", state="today")
    assert days_left(entry, date(2027, 6, 19)) == 0
    assert whose(entry) == "chưa giao đơn vị" and entry_name(entry) == "I.1. Việc"
    assert due_words(entry, 0) == "hôm nay (18/06/2027)"


def test_it_speaks_the_language_of_the_window(window: MainWindow) -> None:
    set_language("stretch")
    _home(window).on_changes(None)  # type: ignore[arg-type]
    lines = _lines(window)
    assert lines and all("·" in line for line in lines if line.startswith("quá hạn"))
    assert isinstance(_home(window).board, DueBoard)


def test_in_a_workspace_to_read_nothing_can_be_changed(session: Session, settings: SettingsStore, ids: list[int], clock: Clock) -> None:
    board = DueBoard(has_calendar=False, can_write=False)
    board.show_due(due_of(agenda(session, TODAY), TODAY), TODAY, limits(600, 1, 2))
    board.show()
    assert not named(board, "Hoàn thành") and not named(board, "Còn ")
    (more,) = named(board, "Tình trạng khác, mở: I.1.")
    assert [a.text() for a in more.menu().actions() if a.text()] == ["Mở trong Phụ lục"]  # type: ignore[attr-defined]
