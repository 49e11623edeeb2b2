"""Cài đặt of reminders, work days and report periods: stored at once, shown as stored, taken back with undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel

from kh_desktop.services import reminders, workdays
from kh_desktop.services.schedule import report_rules
from kh_desktop.services.session import Session
from kh_desktop.ui.autostart import Autostart
from kh_desktop.ui.due_words import days_from_text
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings.page import SettingsPage
from kh_desktop.ui.settings.reminding import RemindingPart
from kh_desktop.ui.settings.workdays import WorkdaysPart, year_days
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import LineEdit
from tests.ui.due_help import Clock, issued_plan, named
from tests.ui.typing_help import type_text


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    """Cài đặt, shown."""
    window.show_page("settings")
    found = window.page("settings")
    assert isinstance(found, SettingsPage)
    return found


def _type(field: object, text: str) -> None:
    assert isinstance(field, LineEdit)
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    field.commit()


def _name_of(part: WorkdaysPart, name: str) -> LineEdit:
    return next(f for f in part.findChildren(LineEdit) if f.isVisible() and f.value() == name)


# --- days before


def test_days_before_are_read_leniently() -> None:
    assert days_from_text("15, 7;3  1") == [15, 7, 3, 1]
    assert days_from_text("") == [] and days_from_text("một tuần") is None


def test_days_before_of_a_kind_are_stored_and_undone(page: SettingsPage, session: Session) -> None:
    field = page.reminding.form.field("report")
    assert field.value() == "15, 7, 3, 1"
    _type(field, "3 10")
    assert reminders.offsets(session)["report"] == (10, 3) and field.value() == "10, 3"
    session.undo()
    assert reminders.offsets(session)["report"] == (15, 7, 3, 1) and field.value() == "15, 7, 3, 1"


def test_no_days_means_no_reminder(page: SettingsPage, session: Session) -> None:
    _type(page.reminding.form.field("check"), " ")
    assert reminders.offsets(session)["check"] == ()


def test_what_is_no_number_is_said_under_the_field(page: SettingsPage, session: Session) -> None:
    _type(page.reminding.form.field("due"), "tuần trước")
    assert reminders.offsets(session)["due"] == (15, 7, 3, 1)
    assert any("Số cũ vẫn được giữ" in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_staying_and_starting_are_hidden_where_there_is_no_such_thing(page: SettingsPage) -> None:
    assert page.reminding.tray.isHidden()
    assert page.reminding.start.isHidden() or Autostart().is_possible


def test_staying_and_starting_are_off_until_chosen(session: Session, settings: SettingsStore, tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    part = RemindingPart(session, settings, has_tray=True, autostart=Autostart(store))
    assert not part.tray.isChecked() and not part.start.isChecked()
    part.tray.click()
    part.start.click()
    assert settings.state.keep_in_tray and Autostart(store).is_on
    part.start.click()
    assert store.allKeys() == []


# --- work days


def test_the_year_lists_holidays_and_says_what_is_not_settled(page: SettingsPage, session: Session) -> None:
    part = page.workdays
    part.year.set_value("2027")
    part.show_days()
    QApplication.processEvents()
    days = year_days(workdays.workdays(session), workdays.edited_days(session), 2027)
    tet = [d for d in days if d.name.startswith("Tết Nguyên đán")]
    assert len(tet) >= 5 and any(d.provisional for d in tet)
    marks = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
    assert marks.count("dự kiến") == sum(d.provisional for d in days) > 0
    assert "Thứ Tư, 24/11/2027" in marks


def test_a_worked_saturday_is_added_and_undone(page: SettingsPage, session: Session) -> None:
    part = page.workdays
    _type(part.new_day, "20/2/2027")
    part.new_kind.set_value("work")
    _type(part.new_name, "Làm bù Tết")
    part.add.click()
    assert workdays.workdays(session).worked["2027-02-20"].name == "Làm bù Tết"
    assert part.year.value() == "2027" and part.new_day.value() == ""
    session.undo()
    assert "2027-02-20" not in workdays.workdays(session).worked


def test_a_day_off_is_renamed_dropped_and_put_back(page: SettingsPage, session: Session) -> None:
    part = page.workdays
    part.year.set_value("2027")
    part.show_days()
    QApplication.processEvents()
    field = _name_of(part, "Giỗ Tổ Hùng Vương")
    _type(field, "Giỗ Tổ")
    assert field.isVisible() and _name_of(part, "Giỗ Tổ") is field, "the row stays, so the caret does not jump"
    assert workdays.workdays(session).off["2027-04-16"].name == "Giỗ Tổ"
    named(part, "Bỏ, thành ngày thường: thứ Sáu, 16/04/2027")[0].click()
    assert "2027-04-16" not in workdays.workdays(session).off
    assert any(d.day == "2027-04-16" and not d.kind for d in year_days(workdays.workdays(session), workdays.edited_days(session), 2027))
    named(part, "Trở lại như ban đầu: thứ Sáu, 16/04/2027")[0].click()
    assert workdays.workdays(session).off["2027-04-16"].name == "Giỗ Tổ Hùng Vương"


def test_a_day_that_does_not_exist_is_not_taken(page: SettingsPage, session: Session) -> None:
    _type(page.workdays.new_day, "31/2/2027")
    page.workdays.add.click()
    assert not workdays.edited_days(session)


def test_weekly_rest_days(page: SettingsPage, session: Session) -> None:
    boxes = page.workdays.weekdays
    assert [box.isChecked() for box in boxes] == [False] * 5 + [True] * 2
    boxes[5].click()
    assert workdays.workdays(session).rest_weekdays == frozenset({6})
    session.undo()
    assert boxes[5].isChecked()


# --- report periods


def test_report_periods_are_stored_and_undone(page: SettingsPage, session: Session) -> None:
    form = page.reporting.form
    assert [form.field(key).value() for key in ("from_day", "to_day", "due_day", "first_start")] == ["15", "14", "15", "2025-07-01"]
    _type(form.field("due_day"), "20")
    assert report_rules(session).due_day == 20
    session.undo()
    assert report_rules(session).due_day == 15 and form.field("due_day").value() == "15"
    _type(form.field("first_start"), "01/10/2025")
    assert report_rules(session).first_start == "2025-10-01"


def test_a_day_no_month_has_is_refused_in_words(page: SettingsPage, session: Session) -> None:
    _type(page.reporting.form.field("to_day"), "32")
    assert report_rules(session).to_day == 14
    assert any("từ 1 đến 31" in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_kinds_of_reports_can_be_left_out(page: SettingsPage, session: Session) -> None:
    page.reporting.kinds["quarter"].click()
    assert report_rules(session).every == ("year",)
    session.undo()
    assert page.reporting.kinds["quarter"].isChecked()


# --- one task


def test_one_task_has_days_of_its_own(session: Session, settings: SettingsStore) -> None:
    plan_id, ids = issued_plan(session)
    made = MainWindow(session, settings, clock=Clock())
    made.show()
    try:
        made.open_plan(plan_id, "appendix", f"task:{ids[1]}")
        pane = made.page("appendix").side.progress  # type: ignore[attr-defined]
        assert pane.remind.value() == "" and "15, 7, 3, 1" in pane.remind.placeholderText()
        _type(pane.remind, "30, 10")
        assert reminders.offsets(session)[f"task:{ids[1]}"] == (30, 10) and pane.remind.value() == "30, 10"
        session.undo()
        assert f"task:{ids[1]}" not in reminders.offsets(session) and pane.remind.value() == ""
        _type(pane.remind, "sớm")
        assert f"task:{ids[1]}" not in reminders.offsets(session)
    finally:
        made.release()
        made.hide()
