"""Reminders in the window: what was missed comes up once, put off until asked for, tells beside the clock, ends with the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import TaskState
from kh_desktop.services import progress, reminders
from kh_desktop.services.session import Session, open_session
from kh_desktop.services.tasks import get_tasks
from kh_desktop.ui.app import Program
from kh_desktop.ui.autostart import Autostart, start_command
from kh_desktop.ui.dialogs.help import TOPIC_OF_PAGE, HelpDialog
from kh_desktop.ui.doorbell import ring
from kh_desktop.ui.i18n import set_language
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.reminders.desk import later_time
from kh_desktop.ui.reminders.page import MOST_IN_GROUP, RemindersPage
from kh_desktop.ui.reminders.tray import Tray
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import TextReader
from tests.ui.due_help import Clock, choose, issued_plan, named
from tests.ui.typing_help import type_text


@pytest.fixture
def clock() -> Clock:
    """Stands at the morning of 16/6/2027."""
    return Clock()


@pytest.fixture
def ids(session: Session) -> list[int]:
    """The tasks of an issued plan, in order."""
    return issued_plan(session)[1]


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """A tray, and what is told there."""
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(Tray, "place_exists", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda self: None)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda self, title, text, *rest: told.append((title, text)))
    return told


@pytest.fixture
def window(session: Session, settings: SettingsStore, ids: list[int], clock: Clock) -> Iterator[MainWindow]:
    """The window of that morning."""
    yield from _shown(session, settings, clock)


def _shown(session: Session, settings: SettingsStore, clock: Clock) -> Iterator[MainWindow]:
    made = MainWindow(session, settings, clock=clock)
    made.resize(1093, 582)
    made.show()
    yield made
    if not made._released:
        made.release()
    made.hide()
    made.deleteLater()


def _page(window: MainWindow) -> RemindersPage:
    page = window.page("reminders")
    assert isinstance(page, RemindersPage)
    QApplication.processEvents()
    return page


def _names(window: MainWindow) -> list[str]:
    return [line.reminder.entry.title for line in _page(window).lines()]


# --- what was missed


def test_what_was_missed_is_the_first_page(window: MainWindow) -> None:
    assert window.page_id == "reminders"
    assert _names(window)[:2] == ["Ban hành kế hoạch truyền thông", "Tổng hợp kinh phí"]
    groups = [w.accessibleName() for w in _page(window).lines()[0].findChildren(QWidget) if w.accessibleName().startswith("quá hạn")]
    assert groups, "late and by how much"


def test_it_is_never_shown_twice(window: MainWindow, session: Session, settings: SettingsStore, clock: Clock) -> None:
    window.release()
    clock.pass_by(hours=3)
    for again in _shown(session, settings, clock):
        assert again.page_id == "home"
        assert not _names(again)
        again.reminders.desk.check()
        assert again.reminders.banner is None


def test_shown_ones_stay_shown_after_a_restart(session: Session, settings: SettingsStore, ids: list[int], clock: Clock) -> None:
    assert [w.page_id for w in _shown(session, settings, clock)] == ["reminders"]
    path = session.path
    session.close()
    reopened = open_session(path)
    try:
        assert [w.page_id for w in _shown(reopened, settings, clock)] == ["home"]
    finally:
        reopened.close()


def test_nothing_missed_nothing_said(session: Session, settings: SettingsStore, clock: Clock) -> None:
    issued_plan(session, (("Đánh giá cuối năm", "15/12/2027", "Văn phòng"),))
    for made in _shown(session, settings, clock):
        assert made.page_id == "home" and made.reminders.banner is None


def test_a_workspace_to_read_reminds_of_nothing(session: Session, settings: SettingsStore, ids: list[int], clock: Clock) -> None:
    path = session.path
    session.close()
    reading = open_session(path, read_only=True)
    try:
        assert [w.page_id for w in _shown(reading, settings, clock)] == ["home"]
    finally:
        reading.close()


# --- dealing with one


def test_done_closes_the_task_and_undo_brings_it_back(window: MainWindow, session: Session, ids: list[int]) -> None:
    named(_page(window), "Đã xong: I.1.")[0].click()
    assert get_tasks(session, ids[:1])[0].state is TaskState.DONE
    assert "Ban hành kế hoạch truyền thông" not in _names(window)
    said = _page(window).said
    assert said.isVisible() and "Hoàn thành" in said.text()
    said.undo.click()
    assert get_tasks(session, ids[:1])[0].state is TaskState.TODO
    assert "Ban hành kế hoạch truyền thông" in _names(window)


def test_open_goes_to_the_row(window: MainWindow, ids: list[int]) -> None:
    named(_page(window), "Mở: I.1.")[0].click()
    assert window.page_id == "appendix"
    row = window.page("appendix").panel.current_row()  # type: ignore[attr-defined]
    assert row is not None and row.id == ids[0]


def test_put_off_it_comes_again_then_and_not_before(window: MainWindow, clock: Clock) -> None:
    choose(named(_page(window), "Nhắc lại sau: I.1.")[0], "1 giờ nữa")
    assert "Ban hành kế hoạch truyền thông" not in _names(window)
    assert "09:00 ngày 16/06/2027" in _page(window).said.text()
    clock.pass_by(minutes=59)
    window.reminders.desk.check()
    assert "Ban hành kế hoạch truyền thông" not in _names(window)
    clock.pass_by(minutes=2)
    window.reminders.desk.check()
    assert "Ban hành kế hoạch truyền thông" in _names(window)
    assert window.reminders.banner is not None and "I.1." in window.reminders.banner.text()


def test_put_off_by_mistake_is_taken_back(window: MainWindow, clock: Clock) -> None:
    choose(named(_page(window), "Nhắc lại sau: I.1.")[0], "Tuần sau")
    _page(window).said.undo.click()
    assert "Ban hành kế hoạch truyền thông" in _names(window)
    clock.pass_by(minutes=5)
    window.reminders.desk.check()
    assert window.reminders.banner is None, "it was told already"


def test_put_off_to_another_day(window: MainWindow, clock: Clock) -> None:
    choose(named(_page(window), "Nhắc lại sau: I.1.")[0], "Ngày khác…")
    line = _page(window).lines()[0]
    line.day.selectAll()
    type_text(line.day, "15/6/2027")
    line.give_day()
    assert "Ban hành kế hoạch truyền thông" in _names(window), "that day is over"
    line.day.selectAll()
    type_text(line.day, "24/6/2027")
    line.give_day()
    assert "Ban hành kế hoạch truyền thông" not in _names(window)
    clock.now = datetime(2027, 6, 24, 8, 1)
    window.reminders.desk.check()
    assert "Ban hành kế hoạch truyền thông" in _names(window)


def test_never_again_is_kept_and_can_be_taken_back(window: MainWindow, session: Session, clock: Clock) -> None:
    button = named(_page(window), "Nhắc lại sau: I.1.")[0]
    choose(button, "Không nhắc nữa")
    assert "Ban hành kế hoạch truyền thông" not in _names(window)
    clock.pass_by(days=40)
    titles = {r.entry.title for r in reminders.pending(session, clock())}
    assert "Ban hành kế hoạch truyền thông" not in titles
    _page(window).said.undo.click()
    assert "Ban hành kế hoạch truyền thông" in _names(window)


def test_what_is_done_elsewhere_leaves_the_list(window: MainWindow, session: Session, ids: list[int]) -> None:
    progress.set_progress(session, ids[:1], state=TaskState.DONE)
    assert "Ban hành kế hoạch truyền thông" not in _names(window)


def test_the_list_gone_through_says_so(window: MainWindow) -> None:
    while lines := _page(window).lines():
        lines[0].never_wanted.emit()
    assert any("Không còn việc nào phải nhắc" in label.text() for label in _texts(_page(window)))
    named(_page(window), "Về Tổng quan")[0].click()
    assert window.page_id == "home"


def _texts(page: QWidget) -> list[QLabel]:
    return [label for label in page.findChildren(QLabel) if label.isVisible()]


def test_many_missed_ones_stay_calm(session: Session, settings: SettingsStore, clock: Clock) -> None:
    issued_plan(session, tuple((f"Việc {i}", "31/3/2027", "Văn phòng") for i in range(40)))
    for made in _shown(session, settings, clock):
        assert len(_page(made).lines()) == MOST_IN_GROUP


@pytest.mark.parametrize(
    ("choice", "until"), [("hour", (16, 9)), ("tomorrow", (17, 8)), ("week", (21, 8))], ids=["hour", "tomorrow", "Monday"]
)
def test_later_means(choice: str, until: tuple[int, int]) -> None:
    assert later_time(choice, datetime(2027, 6, 16, 8, 0)) == datetime(2027, 6, until[0], until[1])


# --- while running


def test_a_message_beside_the_clock_opens_the_task(
    messages: list[tuple[str, str]], session: Session, settings: SettingsStore, ids: list[int], clock: Clock
) -> None:
    for made in _shown(session, settings, clock):
        made.show_page("home")
        clock.now = datetime(2027, 6, 23, 8, 0)
        made.reminders.desk.check()
        assert messages and "I.2. Rà soát quy trình nội bộ: còn 7 ngày (30/06/2027)" in messages[-1][1]
        assert made.reminders.banner is None
        count = len(messages)
        made.reminders.desk.check()
        assert len(messages) == count, "told once"
        made.reminders._news = made.reminders._news[:1]
        made.hide()
        made.reminders.tray.message_clicked.emit()
        assert made.isVisible() and made.page_id == "appendix"


def test_without_a_tray_a_line_in_the_window_tells(window: MainWindow, clock: Clock) -> None:
    assert not window.reminders.tray.is_there
    window.show_page("home")
    clock.now = datetime(2027, 6, 23, 8, 0)
    window.reminders.desk.check()
    banner = window.reminders.banner
    assert banner is not None and "Nhắc" in banner.text() and window.page_id == "home", "the page stays as it is"
    named(banner, "Xem")[0].click()
    assert window.page_id in ("reminders", "appendix") and window.reminders.banner is None


def test_the_line_goes_when_its_task_is_done(window: MainWindow, session: Session, ids: list[int], clock: Clock) -> None:
    clock.now = datetime(2027, 6, 17, 8, 0)  # the second late one of the plan
    window.reminders.desk.check()
    assert window.reminders.banner is not None
    progress.set_progress(session, ids[3:4], note="khác")
    assert window.reminders.banner is not None
    progress.set_progress(session, ids, state=TaskState.DONE)
    assert window.reminders.banner is None


def test_the_timer_ends_with_the_window(window: MainWindow) -> None:
    timer = window.reminders.desk.timer
    assert timer.isActive()
    window.close()
    assert not timer.isActive()


def test_a_failed_look_is_tried_again(window: MainWindow, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    def fails(*_args: object) -> None:
        raise KhError("disk.full", path="x")

    monkeypatch.setattr(reminders, "pending", fails)
    window.reminders.desk.check()
    assert "Chưa xem được việc cần nhắc, sẽ thử lại" in window.status_line.texts()
    assert window.reminders.desk.timer.isActive()


# --- staying beside the clock, starting with Windows


def test_closing_closes_unless_staying_was_chosen(
    messages: list[tuple[str, str]], session: Session, settings: SettingsStore, clock: Clock, qtbot: QtBot
) -> None:
    for made in _shown(session, settings, clock):
        settings.update(keep_in_tray=True)
        made.close()
        assert not made.isVisible()
        assert _goes_on(made), "only out of sight"
        assert messages[-1][0] == "KH Desktop vẫn chạy để nhắc việc"
        made.reminders.tray.open_wanted.emit()
        assert made.isVisible()
        with qtbot.waitSignal(made.closed):
            made.reminders.tray.quit_wanted.emit()
        assert not _goes_on(made)


def _goes_on(window: MainWindow) -> bool:
    return window.reminders.desk.timer.isActive() and window.reminders.tray.is_there


def test_by_default_closing_ends_the_program(
    messages: list[tuple[str, str]], session: Session, settings: SettingsStore, clock: Clock, qtbot: QtBot
) -> None:
    for made in _shown(session, settings, clock):
        assert settings.state.keep_in_tray is False
        with qtbot.waitSignal(made.closed):
            made.close()


def test_staying_without_a_tray_is_no_trap(window: MainWindow, settings: SettingsStore, qtbot: QtBot) -> None:
    settings.update(keep_in_tray=True)
    with qtbot.waitSignal(window.closed):
        window.close()


def test_the_tray_menu_leads_to_the_list(
    messages: list[tuple[str, str]], session: Session, settings: SettingsStore, ids: list[int], clock: Clock
) -> None:
    for made in _shown(session, settings, clock):
        made.show_page("home")
        menu = made.reminders.tray.menu
        assert menu is not None
        assert [a.text() for a in menu.actions()] == ["Mở cửa sổ", "Nhắc việc", "Thoát"]
        menu.actions()[1].trigger()
        assert made.page_id == "reminders"


def test_starting_with_windows_is_one_value_written_and_taken_away(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    choice = Autostart(store)
    assert [choice.is_on, choice.set_on(True), choice.is_on] == [False, True, True], "off by default"
    assert store.value("KH Desktop") == start_command() and start_command().startswith('"')
    assert [choice.set_on(False), choice.is_on, store.allKeys()] == [True, False, []]


def test_elsewhere_there_is_no_such_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kh_desktop.ui.autostart.os.name", "posix")
    assert not Autostart().is_possible and not Autostart().is_on and not Autostart().set_on(True)


def test_it_speaks_the_language_of_the_window(session: Session, settings: SettingsStore, ids: list[int], clock: Clock) -> None:
    set_language("stretch")
    for made in _shown(session, settings, clock):
        assert "·" in _page(made).title
        assert all("·" in b.accessibleName() for b in named(_page(made), "Nhắc lại sau"))


# --- started again while it stays beside the clock


def test_starting_again_brings_up_the_window_that_is_there(
    messages: list[tuple[str, str]], qapp: QApplication, settings: SettingsStore, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "Sổ của xã.khdb"
    settings.update(keep_in_tray=True)
    first, second = Program(qapp, settings), Program(qapp, settings)
    try:
        assert first.start(path)
        window = first.window
        assert window is not None
        window.close()
        assert not window.isVisible()
        qtbot.waitUntil(lambda: bool(first._doorbells))
        assert not second.start(path), "no second window, and no question"
        assert second.is_open_elsewhere
        qtbot.waitUntil(window.isVisible)
        window.leave()
    finally:
        first.deleteLater()
        second.deleteLater()


def test_nobody_answers_for_a_workspace_that_is_not_open(tmp_path: Path) -> None:
    assert not ring(tmp_path / "không có.khdb")


def test_help_is_about_reminders_there(window: MainWindow) -> None:
    assert window.page_id == "reminders"
    topic = TOPIC_OF_PAGE[window.page_id]
    dialog = HelpDialog(topic, window)
    assert "Nhắc lại sau" in dialog.findChildren(TextReader)[0].toPlainText()
