"""What a newcomer's trial found: each stumbling block stays mended."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QRadioButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import PlanState, Shape
from kh_desktop.services import backups, issuing, plans
from kh_desktop.services.export import preview, suggested_name
from kh_desktop.services.session import Session, open_session
from kh_desktop.ui import theme
from kh_desktop.ui.actions import run_command
from kh_desktop.ui.app import Program
from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.dialogs.export_done import ExportDone
from kh_desktop.ui.dialogs.help import HelpDialog
from kh_desktop.ui.dialogs.issue import IssueDialog
from kh_desktop.ui.dialogs.keys import key_text
from kh_desktop.ui.dialogs.workspace_problem import WorkspaceProblem, problem_words
from kh_desktop.ui.i18n import set_language
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.office.page import OfficePage
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import Banner, ComboBox, DateField, Field, FormTable, LineEdit, YearField, not_before, year_problem
from kh_desktop.ui.window_commands import key_groups
from kh_desktop.ui.wizard.shape_cards import ShapeCards
from kh_desktop.ui.words import backup_words
from tests.ui.typing_help import press, type_text


def _retype(field: YearField | DateField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    type_text(field, text)


# --- refused values stay, with the true sentence below


@pytest.mark.parametrize("text", ["1990", "1999", "2027", "2100"])
def test_years_a_plan_can_be_of(text: str) -> None:
    assert year_problem(text) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Hãy ghi năm"),
        ("hai", "“hai” không phải là năm"),
        ("20277", "bốn chữ số"),
        ("1989", "từ 1990 đến 2100"),
        ("²027", "không phải"),
    ],
)
def test_the_sentence_says_what_is_wrong_with_a_year(text: str, words: str) -> None:
    assert words in year_problem(text)


def test_a_refused_year_stays_with_its_sentence_and_the_value_is_the_old_one(qtbot: QtBot) -> None:
    form = FormTable([Field("year", "Năm", "year"), Field("other", "Khác", "line")])
    qtbot.addWidget(form)
    form.set_values({"year": "2027"})
    form.show()
    form.resize(460, 140)
    QApplication.processEvents()
    before = form.field("other").y()
    taken: list[str] = []
    form.committed.connect(lambda _key, value: taken.append(value))
    field = form.field("year")
    assert isinstance(field, YearField)
    _retype(field, "hai")
    form.commit()
    form.set_values({"year": "2027"})
    assert (field.text(), field.value(), taken) == ("hai", "2027", [])
    assert "“hai”" in form.note("year") and field.property("wrong") is True
    QApplication.processEvents()
    assert form.field("other").y() == before, "nothing jumps"
    _retype(field, "1999")
    assert form.note("year") == "" and field.property("wrong") is False, "the sentence goes while one corrects"
    form.commit()
    assert taken == ["1999"]


def test_days_that_do_not_exist_and_ends_before_the_start(qtbot: QtBot) -> None:
    form = FormTable([Field("start", "Từ", "date"), Field("end", "Đến", "date")])
    qtbot.addWidget(form)
    form.show()
    start, end = form.field("start"), form.field("end")
    assert isinstance(start, DateField) and isinstance(end, DateField)
    end.set_check(not_before(start.value))
    _retype(start, "31/2/2027")
    form.commit()
    assert form.note("start") == "Không có ngày 31/2/2027. Hãy xem lại ngày, tháng." and start.value() == ""
    _retype(start, "1/3/2027")
    _retype(end, "28/2/2027")
    form.commit()
    assert start.value() == "2027-03-01" and end.value() == ""
    assert form.note("end") == "Ngày cuối phải từ ngày 01/03/2027 trở đi." and end.text() == "28/2/2027"
    end.reset("2027-12-31")
    assert (end.text(), form.note("end"), end.is_dirty()) == ("31/12/2027", "", False)


# --- dialogs and lists


@pytest.mark.parametrize("scale", [100, 150])
def test_the_issue_dialog_grows_and_its_red_sentences_go(qtbot: QtBot, scale: int) -> None:
    theme.manager().apply("light", scale)
    dialog = IssueDialog("KH-UBND", "24", "2026-11-20")
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    number, issued = dialog.form.field("number"), dialog.form.field("issued")
    assert isinstance(issued, DateField)
    dialog._accept()
    _retype(issued, "31/2/2026")
    dialog.form.commit()
    QApplication.processEvents()
    assert dialog.form.note("number") == "Hãy ghi số của văn bản."
    for part in dialog.findChildren(QWidget):
        if part.isVisible() and part.parentWidget() in (dialog, dialog.form):
            assert part.height() >= part.minimumSizeHint().height(), part
    type_text(number, "24")
    _retype(issued, "20/11/2026")
    assert "Số tiếp theo" in dialog.form.note("number") and dialog.form.note("issued") == ""


@pytest.mark.parametrize(("count", "editable"), [(2, False), (7, False), (20, False), (6, True)])
def test_lists_show_up_to_twelve_whole_rows(qtbot: QtBot, count: int, editable: bool) -> None:
    box = ComboBox("Chọn", [(str(i), f"Mục {i}") for i in range(count)], "1", editable=editable)
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    view = box.view()
    assert view.viewport().height() >= min(count, 12) * view.sizeHintForRow(0)
    assert view.sizeHintForRow(0) >= box.fontMetrics().height() + 8, "rows are not cramped"
    box.hidePopup()


# --- the window


def _issue(window: MainWindow) -> int:
    plan_id = window.plan_id
    window.show_page("plan")
    issuing.issue(window.session, plan_id, number="24", issued="2026-11-20")
    window.refresh()
    return plan_id


def test_an_issued_plan_is_taken_back_only_when_a_person_says_so(sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window, asked = sample_window, list[Sheet]()
    plan_id = _issue(window)
    answer = QDialog.DialogCode.Rejected

    def take(self: Sheet) -> QDialog.DialogCode:
        asked.append(self)
        words = {b.text(): b.isDefault() for b in self.findChildren(QPushButton)}
        assert words == {"Hoàn tác việc ban hành": False, "Giữ nguyên": True}, "Enter keeps"
        return answer

    monkeypatch.setattr(Sheet, "exec", take)
    window.actions_by_id["undo"].trigger()
    assert len(asked) == 1 and plans.get_plan(window.session, plan_id).state is PlanState.ISSUED
    answer = QDialog.DialogCode.Accepted
    window.actions_by_id["undo"].trigger()
    window.refresh()
    assert plans.get_plan(window.session, plan_id).number == "" and window.can("issue")
    page = window.page("plan")
    assert page.frozen.isHidden()  # type: ignore[attr-defined]
    window.actions_by_id["redo"].trigger()
    window.refresh()
    assert len(asked) == 2 and plans.get_plan(window.session, plan_id).number == "24" and not window.can("issue")


def test_remarks_leave_with_time_with_the_page_and_with_the_next_change(sample_window: MainWindow) -> None:
    window = sample_window
    line = window.status_line
    window.say("Đã sao lưu")
    assert line._passing.isActive() and line._passing.interval() <= 10_000
    line._passing.timeout.emit()
    assert "Đã sao lưu" not in line.texts()
    window.say("một")
    window.show_page("plans")
    assert "một" not in line.texts()
    window.say("hai")
    plans.set_plan(window.session, window.plan_id, title="Tên khác")
    assert "hai" not in line.texts()


def test_letters_and_blanks_never_turn_the_page(sample_window: MainWindow) -> None:
    rail = sample_window.rail
    for button in rail.findChildren(QToolButton):
        assert "&" not in button.text() and button.shortcut().isEmpty()
        button.setFocus()
        type_text(button, "kế hoạch năm")
        assert sample_window.page_id == "home"
    press(rail._buttons["settings"], Qt.Key.Key_Return, "\r")
    assert sample_window.page_id == "settings"


def test_tab_goes_through_the_rows_to_the_add_button(window: MainWindow) -> None:
    page = window.page("office")
    assert isinstance(page, OfficePage)
    window.show_page("office")
    for rows in (page.signers, page.units):
        rows.add_row()
        rows.add_row()
        order: list[QWidget] = []
        widget = rows._rows[0][2][0]
        while widget is not rows.add_button and len(order) < 60:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget in [w for row in rows._rows for w in row[2]]:
                order.append(widget)
            widget = widget.nextInFocusChain() or rows.add_button
        assert order == [w for row in rows._rows for w in row[2]]
    after = page.signers.add_button.nextInFocusChain()
    while after is not None and not after.focusPolicy() & Qt.FocusPolicy.TabFocus:
        after = after.nextInFocusChain()
    assert after is not None and page.units.isAncestorOf(after), "then the next part, not the side menu"


def test_a_new_plan_begins_in_its_first_field(sample_window: MainWindow) -> None:
    sample_window.activateWindow()
    run_command(sample_window, "new_plan")
    focused = sample_window.focusWidget()
    assert focused is sample_window.page("plan")._forms["what"].title  # type: ignore[attr-defined]


def test_versions_are_told_apart(sample_window: MainWindow) -> None:
    window = sample_window
    plan_id = _issue(window)
    issuing.new_version(window.session, plan_id)
    window.refresh()
    found = [(h.text, h.kind) for h in window.find_hits("2027") if h.icon == "plan" and h.kind in ("Dự thảo", "Đã ban hành")]
    assert sorted((text.startswith("2027 · bản 2 · "), kind) for text, kind in found) == [(False, "Đã ban hành"), (True, "Dự thảo")]
    entries = [a.text() for a in window.header.chooser.menu().actions()]
    assert any(e.endswith("Đã ban hành") for e in entries) and any("bản 2" in e and e.endswith("Dự thảo") for e in entries)


def test_the_key_card_has_the_keys_of_states_and_of_seeing() -> None:
    keys = {key for _title, rows in key_groups() for key, _words in rows}
    assert {"Ctrl+Shift+1", "Ctrl+Shift+4", "Ctrl+Shift+L", "Ctrl+F", "Ctrl+0"} <= keys


def test_no_key_is_lost_on_the_card() -> None:
    for _title, rows in key_groups():
        for written, _words in rows:
            parts = key_text(written).split(", ")
            assert len(parts) == len(written.split(", ")) and all(part.strip() for part in parts), written


# --- opening, backups, the office, the first page


def test_the_program_open_twice_says_so_and_other_machines_are_named(qtbot: QtBot, session: Session) -> None:
    with pytest.raises(KhError) as caught:
        open_session(session.path)
    words = problem_words(caught.value)
    assert "cửa sổ khác trên máy này" in words and "?" not in words
    other = KhError("workspace.locked", path="S.khdb", host="MAY-1", user="lan", at="x", since="2026-11-21T01:16:00", here="")
    assert "lan mở trên máy MAY-1 từ 01:16 ngày 21/11/2026" in problem_words(other)
    set_language("en")
    assert "01:16 on 21/11/2026" in problem_words(other) and "this computer" in problem_words(caught.value)
    dialog = WorkspaceProblem(caught.value, "S.khdb", has_backups=False)
    qtbot.addWidget(dialog)


def test_choosing_another_workspace_opens_and_a_new_one_has_its_own_button(
    qapp: QApplication, settings: SettingsStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Program(qapp, settings)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(tmp_path / "a.khdb"), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "mới"), ""))
    assert program.choose_file(tmp_path / "x.khdb") == tmp_path / "a.khdb"
    assert program.name_file(tmp_path / "x.khdb") == tmp_path / "mới.khdb"
    qapp.setQuitOnLastWindowClosed(True)
    program.deleteLater()


@pytest.mark.parametrize(
    ("reason", "words"),
    [("dong", "khi đóng chương trình"), ("dinh-ky", "định kỳ"), ("tay-2", "bấm tay"), ("truoc-nang-cap", "trước khi nâng cấp")],
)
def test_backups_say_when_how_large_and_why(reason: str, words: str) -> None:
    backup = backups.Backup(Path("x"), datetime(2026, 11, 20, 10, 32), reason, 1_234_567)
    assert backup_words(backup) == f"10:32 ngày 20/11/2026 · 1,2 MB · {words}"


def test_what_the_office_stores_is_what_its_field_shows(window: MainWindow) -> None:
    page = window.page("office")
    assert isinstance(page, OfficePage)
    window.show_page("office")
    QApplication.processEvents()
    place = page.later.mapTo(page, QPoint(0, 0)).y()
    assert page.new_button.isVisible() and not page.new_button.isEnabled()
    name = page.first.field("name")
    assert isinstance(name, LineEdit)
    name.setFocus()
    type_text(name, "xã Vĩnh Thuận Đông")
    press(name, Qt.Key.Key_Return, "\r")
    QApplication.processEvents()
    assert name.text() == "Vĩnh Thuận Đông" == name.value()
    assert page.new_button.isEnabled() and page.later.mapTo(page, QPoint(0, 0)).y() == place, "nothing moves"
    assert page.drafting.mapTo(page, QPoint(0, 0)).y() > page.units.mapTo(page, QPoint(0, 0)).y()


def test_an_issued_plan_stays_on_the_first_page_beside_its_next_version(sample_window: MainWindow) -> None:
    window = sample_window
    _issue(window)
    issuing.new_version(window.session, window.plan_id)
    plans.new_plan(window.session, year=2028)
    plans.new_plan(window.session, year=2029)
    window.show_page("home")
    names = [b.accessibleName() for b in window.page("home").findChildren(QPushButton) if b.toolTip() == "Mở bảng nhiệm vụ"]
    assert len(names) == 1 and "2027" in names[0]


def test_what_a_field_lacks_is_said_at_the_field(window: MainWindow) -> None:
    run_command(window, "new_plan")
    page = window.page("office")
    assert isinstance(page, OfficePage)
    assert "Kế hoạch cần tên cơ quan" in page.first.note("name") and not any("cần tên" in t for t in window.status_line.texts())
    type_text(page.first.field("name"), "H")
    assert "Kế hoạch cần" not in page.first.note("name")


@pytest.mark.parametrize("language", ["vi", "en", "stretch"])
def test_the_next_step_is_never_cut(sample_session: Session, settings: SettingsStore, language: str) -> None:
    set_language(language)
    theme.manager().apply("light", 150)
    window = MainWindow(sample_session, settings)
    window.resize(1093, 582)
    window.show()
    for _turn in range(3):
        QApplication.processEvents()
        button = window.header.next
        assert button.width() >= button.sizeHint().width() and button.geometry().right() <= window.header.width()
        if plans.get_plan(window.session, window.plan_id).state is PlanState.DRAFT:
            issuing.submit(window.session, window.plan_id)
        elif plans.get_plan(window.session, window.plan_id).state is PlanState.SUBMITTED:
            issuing.issue(window.session, window.plan_id, number="24", issued="2026-11-20")
        window.refresh()
    window.release()


@pytest.mark.parametrize("language", ["en", "stretch"])
def test_no_button_of_a_dialog_is_cut_at_the_largest_letters(qtbot: QtBot, language: str) -> None:
    set_language(language)
    theme.manager().apply("light", 150)
    error = KhError("workspace.locked", path="S.khdb", host="MAY-1", user="lan", at="x", since="", here="1")
    for dialog in (WorkspaceProblem(error, "S.khdb", has_backups=True), IssueDialog("KH-UBND", "24", "2026-11-20")):
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        for button in dialog.findChildren(QPushButton):
            assert button.width() >= button.minimumSizeHint().width(), button.text()


def test_help_in_another_language_says_that_its_pages_are_vietnamese(qtbot: QtBot) -> None:
    for language, said in (("vi", False), ("en", True)):
        set_language(language)
        dialog = HelpDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        assert [b.text().startswith("The help pages") for b in dialog.findChildren(Banner)] == [True] * said


def test_focus_is_drawn_on_what_is_chosen_too(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = QVBoxLayout(box)
    cards, other = ShapeCards(box), QRadioButton("Cả năm", box)
    for widget in (cards, other):
        layout.addWidget(widget)
    other.setChecked(True)
    box.show()
    box.activateWindow()
    QApplication.processEvents()
    cards.set_shape(Shape.APPENDIX)
    for button in (cards.cards[Shape.APPENDIX], other):
        button.clearFocus()
        before = button.grab().toImage()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.hasFocus()
        assert button.grab().toImage() != before, button


def test_a_notice_of_the_table_cannot_take_the_issuing_back(sample_window: MainWindow) -> None:
    window = sample_window
    window.show_page("appendix")
    footer = window.page("appendix").panel.footer  # type: ignore[attr-defined]
    footer.say("Đã xóa 1 nhiệm vụ.", undo=True)
    issuing.issue(window.session, window.plan_id, number="24", issued="2026-11-20")
    assert footer._undo.isHidden()


def test_printing_into_a_file_goes_where_one_exports_and_says_so(
    sample_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, offered, said = sample_window, list[Path](), list[Sheet]()
    window.settings.update(export_folder=str(tmp_path))

    def name(_parent: QWidget, _title: str, start: str, *_more: object) -> tuple[str, str]:
        offered.append(Path(start))
        return start, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    monkeypatch.setattr(Sheet, "exec", lambda self: said.append(self))
    plan = plans.get_plan(window.session, window.plan_id)
    pages = preview(plan)
    save = window.deeds._saver(suggested_name(plan, ".pdf"))
    assert save(pages, range(pages.pages), window) == tmp_path / suggested_name(plan, ".pdf")
    part = save(pages, [1, 2], window)
    assert part is not None and part.name.endswith("-trang-2-3.pdf") and part.parent == tmp_path
    assert [type(sheet) for sheet in said] == [ExportDone, ExportDone] and len(offered) == 2


def test_what_was_undone_and_done_again_is_said(sample_window: MainWindow) -> None:
    window = sample_window
    plans.set_plan(window.session, window.plan_id, title="Tên khác")
    name = window.session.undo_label
    run_command(window, "undo")
    assert f"Đã hoàn tác: {name}" in window.status_line.texts()
    run_command(window, "redo")
    assert f"Đã làm lại: {name}" in window.status_line.texts()


@pytest.mark.parametrize("page_id", ["home", "reminders"])
def test_the_way_back_of_a_list_goes_with_the_page_and_takes_nothing_newer(sample_window: MainWindow, page_id: str) -> None:
    window = sample_window
    window.show_page(page_id)
    page = window.page(page_id)
    said = page.said  # type: ignore[attr-defined]
    said.show_words("Đã ghi.", undo=True)
    window.show_page("plans")
    window.show_page(page_id)
    assert said.isHidden()
    asked: list[str] = []
    page.run_action.connect(asked.append)  # type: ignore[attr-defined]
    issuing.issue(window.session, window.plan_id, number="24", issued="2026-11-20")
    if page_id == "home":
        page._step = object()  # type: ignore[attr-defined]
        page._undo()  # type: ignore[attr-defined]
    else:
        page._take_back(object())  # type: ignore[attr-defined]
    assert asked == [] and plans.get_plan(window.session, window.plan_id).state is PlanState.ISSUED


def test_undo_of_an_issuing_asks_and_says_nothing_when_kept(sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sample_window
    issuing.issue(window.session, window.plan_id, number="24", issued="2026-11-20")
    monkeypatch.setattr(window.deeds, "may_take_issue_back", lambda _year: False)
    run_command(window, "undo")
    assert plans.get_plan(window.session, window.plan_id).state is PlanState.ISSUED
    assert not any("Đã hoàn tác" in text for text in window.status_line.texts())
