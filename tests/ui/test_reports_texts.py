"""Báo cáo, Lời văn and Xuất: sentences a person changes, the printed page beside them, files, paper, the mark that it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kh_desktop.domain.schedule import Entry
from kh_desktop.services import figures, periods
from kh_desktop.services.report_texts import outline_keys, report
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.dialogs.export_done import ExportDone
from kh_desktop.ui.i18n import set_language
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.preview.page_pane import PagePane
from kh_desktop.ui.preview.print_dialog import PrintDialog
from kh_desktop.ui.reports import ReportsPage
from kh_desktop.ui.reports.out_step import OutStep
from kh_desktop.ui.reports.page import OUT, TEXTS
from kh_desktop.ui.reports.sentence_row import SentenceRow
from kh_desktop.ui.reports.texts_step import TextsStep
from kh_desktop.ui.settings_store import SettingsStore
from tests.ui.report_help import PERIOD, TODAY, answer, reports_on
from tests.ui.typing_help import unikey

OWN = "Trong kỳ tiếp nhận năm hồ sơ."


@pytest.fixture
def shown(session: Session, settings: SettingsStore) -> Iterator[tuple[MainWindow, ReportsPage]]:
    """The page with a line of figures, turned to the texts."""
    figures.set_line(session, PERIOD, "Hộ tịch", online=5, on_time=5)
    with reports_on(session, settings) as (window, page):
        page.turn_to(TEXTS)
        yield window, page


@pytest.fixture
def step(shown: tuple[MainWindow, ReportsPage]) -> TextsStep:
    """The texts."""
    made = shown[1].form(TEXTS)
    assert isinstance(made, TextsStep)
    return made


def _said(session: Session, key: str, period: str = PERIOD) -> list[str]:
    view = report(session, period, today=TODAY.date())
    return [x.text for x in next(part for part in view.sections if part.key == key).sentences]


def _write(row: SentenceRow, text: str) -> None:
    row.edit.selectAll()
    unikey(row.edit, text)
    row.edit.commit()


def _built(qtbot: QtBot, step: TextsStep) -> PagePane:
    pane = step.preview
    assert isinstance(pane, PagePane)
    qtbot.waitUntil(lambda: pane.view.page_count() > 0 and not pane.builder.is_busy, timeout=10_000)
    return pane


def test_a_sentence_a_person_wrote_stays_until_it_is_taken_back(step: TextsStep, session: Session) -> None:
    row = step.boxes["settled"].rows[0]
    automatic = row.edit.toPlainText()
    assert automatic.startswith("Tổng số hồ sơ tiếp nhận: 5 hồ sơ") and row.back.isHidden()
    _write(row, OWN)
    assert _said(session, "settled")[0] == OWN
    assert row.mark.isVisible() and automatic in row.back.toolTip()
    figures.set_line(session, PERIOD, "Hộ tịch", online=7, on_time=7)
    assert row.edit.toPlainText() == OWN
    row.back.click()
    assert row.edit.toPlainText().startswith("Tổng số hồ sơ tiếp nhận: 7 hồ sơ") and row.mark.isHidden()
    session.undo()
    assert row.edit.toPlainText() == OWN


def test_an_emptied_sentence_is_left_out_and_paragraphs_are_added(step: TextsStep, session: Session) -> None:
    row = step.boxes["settled"].rows[1]
    row.edit.setPlainText("")
    row.edit.document().setModified(True)
    row.edit.commit()
    assert _said(session, "settled")[1] == ""
    added = step.boxes["proposals"].added
    unikey(added, "Đề nghị tập huấn.")
    added.commit()
    view = report(session, PERIOD, today=TODAY.date())
    assert next(part for part in view.sections if part.key == "proposals").added == "Đề nghị tập huấn."
    added.selectAll()
    added.cut()
    added.commit()
    assert next(part for part in report(session, PERIOD, today=TODAY.date()).sections if part.key == "proposals").added == ""


def test_sections_are_renamed_left_out_and_used_again(step: TextsStep, session: Session) -> None:
    title = step.boxes["public"].title
    title.setText("Niêm yết, công khai")
    title.setModified(True)
    title.commit()
    step.boxes["outreach"].leave_out.click()
    assert ("public", "Niêm yết, công khai", 2, False) in outline_keys(session)
    assert "outreach" not in step.boxes
    again = next(b for b in step.findChildren(QPushButton) if b.text().startswith("Dùng lại mục") and "Truyền thông" in b.text())
    again.click()
    keys = [part.key for part in report(session, PERIOD, today=TODAY.date()).sections]
    assert list(step.boxes) == keys
    places = [step._sections.indexOf(step.boxes[key]) for key in keys]
    assert places == sorted(places), "a section used again stands in its place"


def test_number_day_and_title_are_printed(qtbot: QtBot, step: TextsStep, session: Session) -> None:
    for field, text in ((step.number, "31"), (step.issued, "15/9/2026")):
        field.setText(text)
        field.setModified(True)
        field.commit()
    view = report(session, PERIOD, today=TODAY.date())
    assert (view.number, view.issued) == ("31", "2026-09-15")
    step.issued.setText("31/9/2026")
    step.issued.setModified(True)
    step.issued.commit()
    assert report(session, PERIOD, today=TODAY.date()).issued == "2026-09-15"
    assert any("31/9/2026" in label.text() for label in step.findChildren(QLabel) if label.isVisibleTo(step))


def test_the_printed_page_follows_and_leads_to_the_section(qtbot: QtBot, step: TextsStep) -> None:
    pane = _built(qtbot, step)
    before = pane.view.preview()
    _write(step.boxes["settled"].rows[0], OWN)
    qtbot.waitUntil(lambda: pane.view.preview() is not before and not pane.builder.is_busy, timeout=10_000)
    shown = pane.view.preview()
    place = step.keys_shown().index("proposals") + 1
    assert shown is not None and shown.place_of(f"section:{place}") is not None
    pane.anchor_clicked.emit(f"section:{place}")
    box = step.boxes["proposals"]
    assert box.rows[0].edit.hasFocus() or not step.isActiveWindow()
    pane.close_button.click()
    assert pane.isHidden() and step.show_page.isVisible()
    step.show_page.click()
    assert pane.isVisible()


def test_typing_never_lands_in_another_period(shown: tuple[MainWindow, ReportsPage], step: TextsStep, session: Session) -> None:
    row = step.boxes["settled"].rows[0]
    row.edit.selectAll()
    unikey(row.edit, OWN)
    shown[1].show_period("2026-Q2")
    assert _said(session, "settled")[0] == OWN
    assert _said(session, "settled", "2026-Q2") == ["Chưa có số liệu trong kỳ."]
    assert step.boxes["settled"].rows[0].edit.toPlainText() == "Chưa có số liệu trong kỳ."
    assert len(step.boxes["settled"].rows) == 1


def _out(page: ReportsPage) -> OutStep:
    page.turn_to(OUT)
    made = page.form(OUT)
    assert isinstance(made, OutStep)
    return made


def test_files_are_written_where_one_says(
    shown: tuple[MainWindow, ReportsPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = shown
    asked: list[str] = []

    def where(_parent: object, _title: str, start: str, _kind: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return (str(tmp_path / Path(start).name), "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    done = answer(monkeypatch, ExportDone, lambda _dialog: None)
    out = _out(page)
    for how in (".xlsx", ".docx", ".pdf"):
        out.buttons[how].click()
    assert asked == [f"Bao-cao-KSTTHC-quy-iii-2026{suffix}" for suffix in (".xlsx", ".docx", ".pdf")]
    assert all((tmp_path / name).stat().st_size > 1000 for name in asked) and len(done) == 3
    # The keys of the window mean what is on the page, also without a plan.
    assert window.plan_id == 0 and window.actions_by_id["export_word"].isEnabled()
    window.actions_by_id["export_word"].trigger()
    assert asked[-1].endswith(".docx") and len(asked) == 4
    window.show_page("home")
    assert not window.actions_by_id["export_word"].isEnabled()


def test_ctrl_p_prints_the_report(shown: tuple[MainWindow, ReportsPage], monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []

    def look(dialog: object) -> None:
        assert isinstance(dialog, PrintDialog)
        titles.append(dialog._title)

    answer(monkeypatch, PrintDialog, look, accept=False)
    shown[0].actions_by_id["print"].trigger()
    assert titles == ["Báo cáo quý III/2026"]


def test_the_mark_that_it_was_sent_ends_the_reminders(shown: tuple[MainWindow, ReportsPage], session: Session) -> None:
    out = _out(shown[1])
    assert periods.next_report(session, TODAY.date()).period.key == PERIOD
    out.mark_button.click()
    assert PERIOD in periods.sent_reports(session)
    assert periods.next_report(session, TODAY.date()).period.key != PERIOD
    assert out.mark_button.text() == "Bỏ đánh dấu" and shown[1].bar.left.text() == "Đã gửi"
    session.undo()
    assert out.mark_button.text() == "Đánh dấu đã gửi" and not out.is_sent


def test_what_is_missing_is_said_before_one_exports(shown: tuple[MainWindow, ReportsPage], session: Session) -> None:
    out = _out(shown[1])
    QApplication.processEvents()
    texts = [label.text() for label in out.findChildren(QLabel) if label.isVisibleTo(out)]
    assert "Đã đủ số liệu" in texts
    shown[1].show_period("2026-Q2")
    QApplication.processEvents()
    texts = [label.text() for label in out.findChildren(QLabel) if label.isVisibleTo(out)]
    assert any(text.startswith("Chưa có số liệu biểu II.06a") for text in texts)


@pytest.mark.parametrize("language", ["vi", "en", "stretch"])
def test_the_page_fits_the_smallest_window_at_every_size(
    session: Session, settings: SettingsStore, language: str, qapp: QApplication
) -> None:
    set_language(language)
    for scale, width in ((100, 900), (150, 1180)):
        theme.manager().apply("dark", scale)
        figures.set_line(session, PERIOD, "Hộ tịch", online=5, on_time=4)
        with reports_on(session, settings) as (_window, page):
            for place in range(4):
                page.turn_to(place)
                assert page.form(place).minimumSizeHint().width() <= width, (language, scale, place)
            assert page.steps.minimumSizeHint().width() <= width


def test_keys_are_named_on_the_key_card() -> None:
    from kh_desktop.ui.reports import keys
    from kh_desktop.ui.window_commands import key_groups

    group = dict(next(found for title, found in key_groups() if title == "Trong báo cáo"))
    assert {keys.TAKE_KEY, keys.NEXT_BREAK, keys.OTHER_PERIOD, keys.NEW_FIELD} <= set(group)


def test_the_period_and_the_steps_by_keys(shown: tuple[MainWindow, ReportsPage]) -> None:
    window, page = shown
    window.activateWindow()
    from PySide6.QtGui import QShortcut

    by_key = {s.key().toString(): s for s in page.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)}
    by_key["Ctrl+PgDown"].activated.emit()
    assert page.step == OUT
    by_key["Ctrl+PgUp"].activated.emit()
    assert page.step == TEXTS
    before = page.period
    by_key["Alt+PgUp"].activated.emit()
    assert page.period != before
    by_key["Alt+PgDown"].activated.emit()
    assert page.period == before


def test_a_report_that_is_due_leads_to_its_period(shown: tuple[MainWindow, ReportsPage], session: Session) -> None:
    window, page = shown
    window.show_page("home")
    duty = Entry("report:2026-Y", 0, "report", "2026-12-15", "2026-12-15", "2025-12-15", "", "Báo cáo năm 2026", (), "", state="later")
    window.open_due(duty)
    assert (window.page_id, page.period, page.bar.list.value()) == ("reports", "2026-Y", "2026-Y")
