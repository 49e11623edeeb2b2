"""The window as a person uses it: nothing typed is lost, the next step is right, read-only and locked workspaces."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QTableWidget
from pytestqt.qtbot import QtBot

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import PlanState
from kh_desktop.services import backups, issuing, plans
from kh_desktop.services.office import get_office
from kh_desktop.services.places import default_workspace
from kh_desktop.services.session import Session, open_session
from kh_desktop.ui import theme
from kh_desktop.ui.actions import run_command
from kh_desktop.ui.app import Program
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.crash import CrashGuard, left_behind
from kh_desktop.ui.dialogs.base import Sheet, ask_sheet
from kh_desktop.ui.dialogs.issue import IssueDialog
from kh_desktop.ui.dialogs.workspace_problem import WayOn, WorkspaceProblem, ways_for
from kh_desktop.ui.frame.finder import Finder
from kh_desktop.ui.home.page import HomePage
from kh_desktop.ui.i18n import language
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.office.page import OfficePage
from kh_desktop.ui.settings_store import SettingsStore
from tests.ui.typing_help import press, type_text, unikey


def _type_name(window: MainWindow, name: str) -> OfficePage:
    """Type the name of the office and stay in the field."""
    window.show_page("office")
    page = window.page("office")
    assert isinstance(page, OfficePage)
    field = page.first.field("name")
    field.setFocus()
    unikey(field, name)
    assert field.is_dirty()
    return page


def _commit_counts(window: MainWindow) -> str:
    return get_office(window.session).agency.name


# --- what is being typed is committed first


def test_turning_to_another_page_commits(window: MainWindow) -> None:
    _type_name(window, "Đồng Xuân")
    window.show_page("home")
    assert _commit_counts(window) == "Đồng Xuân"


def test_every_command_that_changes_or_writes_commits_first(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, method in (("backup", "backup_now"), ("export_pdf", "export_pdf"), ("print", "print_plan"), ("search", "search_everything")):
        seen: list[str] = []
        monkeypatch.setattr(type(window), method, lambda self, seen=seen: seen.append(_commit_counts(self)), raising=True)
        page = _type_name(window, "á")
        run_command(window, name)
        assert seen == [page.first.values()["name"]] and seen[0].endswith("á"), name


def test_undo_takes_back_what_was_just_typed_and_redo_brings_it(window: MainWindow) -> None:
    page = _type_name(window, "Hòa Bình")
    window.actions_by_id["undo"].setEnabled(True)
    window.actions_by_id["undo"].trigger()
    assert _commit_counts(window) == ""
    assert page.first.field("name").text() == ""
    window.actions_by_id["redo"].trigger()
    assert _commit_counts(window) == "Hòa Bình"


def test_closing_commits(session: Session, settings: SettingsStore) -> None:
    window = MainWindow(session, settings)
    window.show()
    _type_name(window, "Suối Rồng")
    path = session.path
    window.close()
    again = open_session(path)
    assert get_office(again).agency.name == "Suối Rồng"
    again.close()


def test_an_open_cell_is_committed_too(qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    table.show()
    table.setCurrentCell(0, 0)
    table.setFocus()
    table.edit(table.currentIndex())
    editor = table.viewport().focusWidget() or QApplication.focusWidget() or table.indexWidget(table.currentIndex())
    assert editor is not None
    unikey(editor, "tiếng")
    assert table.item(0, 0) is None or table.item(0, 0).text() == ""
    commit_editors(table)
    assert table.item(0, 0).text() == "tiếng"
    assert table.state() != QTableWidget.State.EditingState


# --- finding one's way


def test_first_start_then_office_then_plan(window: MainWindow) -> None:
    assert window.page_id == "home"
    assert window.next.deed == "office" and not window.header.next.isHidden()
    run_command(window, "new_plan")
    assert window.page_id == "office" and not plans.list_plans(window.session), "first the office"
    page = _type_name(window, "Đồng Xuân")
    press(page.first.field("name"), Qt.Key.Key_Return, "\r")
    assert get_office(window.session).agency.place == "Đồng Xuân", "the place is proposed"
    window.refresh()
    assert window.next.deed == "new"
    window.do_next_step()
    assert window.page_id == "plan" and len(plans.list_plans(window.session)) == 1
    window.show_page("home")
    assert window.header.next.text().startswith("Soạn tiếp")
    window.go_back()
    assert window.page_id == "plan"


def test_the_next_step_follows_the_plan(sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sample_window
    plan_id = window.plan_id
    assert plan_id
    monkeypatch.setattr(Sheet, "exec", lambda self: QDialog.DialogCode.Accepted)
    assert window.next.deed == "submit"
    window.do_next_step()
    window.refresh()
    assert plans.get_plan(window.session, plan_id).state is PlanState.SUBMITTED
    assert window.header.stepper.current() == 1 and window.next.deed == "issue"
    issuing.issue(window.session, plan_id, number="24", issued="2026-11-20")
    window.refresh()
    assert window.header.stepper.current() == 2 and window.next.deed == "scans"
    assert not window.can("submit") and window.can("new_version")
    assert "24/KH-UBND" in window.header.stepper.toolTip()
    run_command(window, "new_version")
    assert window.plan_id != plan_id and window.next.deed in ("submit", "mend")


def test_undo_is_named_in_the_header(sample_window: MainWindow) -> None:
    plans.set_plan(sample_window.session, sample_window.plan_id, title="Tên khác")
    action = sample_window.actions_by_id["undo"]
    assert action.isEnabled() and sample_window.session.undo_label in action.text()
    tips = [b.toolTip() for b in sample_window.header._buttons.values()]
    assert any(tip.startswith("Hoàn tác: ") and tip.endswith("(Ctrl+Z)") for tip in tips)


def test_a_deleted_plan_leaves_the_window_and_undo_brings_it_back(sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sample_window
    plan_id = window.plan_id
    window.open_plan(plan_id)
    monkeypatch.setattr(Sheet, "exec", lambda self: QDialog.DialogCode.Accepted)
    run_command(window, "delete_plan")
    assert window.page_id == "plans" and window.plan_id == 0
    assert not window.can("print")
    run_command(window, "undo")
    window.open_plan(plan_id)
    assert window.page_id == "plan" and window.plan_id == plan_id


def test_deleting_needs_a_second_named_click(qtbot: QtBot) -> None:
    sheet = ask_sheet("Xóa kế hoạch năm 2027?", "", "Xóa kế hoạch", danger=True)
    qtbot.addWidget(sheet)
    sheet.show()
    press(sheet, Qt.Key.Key_Return, "\r")
    assert sheet.result() == QDialog.DialogCode.Rejected


def test_ctrl_k_finds_without_marks(sample_window: MainWindow) -> None:
    hits = sample_window.find_hits("xuat pdf")
    assert any(hit.text == "Xuất PDF" for hit in hits)
    finder = Finder(sample_window.find_hits, sample_window)
    finder.show()
    type_text(finder.field, "dau moi")
    press(finder.field, Qt.Key.Key_Down)
    press(finder.field, Qt.Key.Key_Return, "\r")
    assert sample_window.page_id in ("plan", "appendix")


def test_plans_page_offers_only_what_makes_sense(sample_window: MainWindow) -> None:
    issuing.submit(sample_window.session, sample_window.plan_id)
    sample_window.show_page("plans")
    menus = [b.menu() for b in sample_window.page("plans").findChildren(type(sample_window.header.chooser).__mro__[1]) if b.menu()]
    words = [a.text() for menu in menus for a in menu.actions()]
    assert "Rút về dự thảo" in words and "Trình ký…" not in words and "Lập bản sửa đổi…" not in words


def test_exporting_writes_where_one_says_and_remembers(sample_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tmp_path / "Kế hoạch"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(wanted), ""))
    shown: list[str] = []
    monkeypatch.setattr(Sheet, "exec", lambda self: shown.append(self.windowTitle()) or QDialog.DialogCode.Rejected)
    run_command(sample_window, "export_word")
    assert wanted.with_suffix(".docx").read_bytes().startswith(b"PK")
    assert shown == ["Đã ghi tệp"]
    assert sample_window.settings.state.export_folder == str(tmp_path)


def test_an_expected_failure_is_said_and_the_window_goes_on(sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("kh_desktop.ui.errors.show_error", lambda _parent, error: said.append(error.code))

    def full(*_args: object) -> None:
        raise KhError("disk.full", path="D:")

    monkeypatch.setattr(sample_window.deeds, "export", full)
    run_command(sample_window, "export_pdf")
    assert said == ["disk.full"]


def test_issue_needs_a_number_and_a_real_day(qtbot: QtBot) -> None:
    dialog = IssueDialog("KH-UBND", "25", "2026-11-20")
    qtbot.addWidget(dialog)
    assert dialog.problem() == "number"
    number, day = dialog.form.field("number"), dialog.form.field("issued")
    type_text(number, "24")
    day.selectAll()
    type_text(day, "31/11/2026")
    dialog.form.commit()
    assert dialog.problem() == "issued"
    day.selectAll()
    type_text(day, "20/11/2026")
    dialog.form.commit()
    assert (dialog.problem(), dialog.number(), dialog.issued()) == ("", "24", "2026-11-20")


# --- the office


def test_units_and_signers_are_edited_in_place(window: MainWindow) -> None:
    page = _type_name(window, "Đồng Xuân")
    page.units.add_row()
    first = page.units.findChildren(type(page.first.field("name")))[-3]
    unikey(first, "Văn phòng - Thống kê")
    commit_editors(window)
    page.signers.add_row()
    unit = get_office(window.session).units[0]
    assert unit.name == "Văn phòng - Thống kê" and unit.id
    type_text(first, " xã")
    commit_editors(window)
    assert [u.name for u in get_office(window.session).units] == ["Văn phòng - Thống kê xã"]
    assert get_office(window.session).units[0].id == unit.id, "the same unit, not a new one"


# --- workspaces


def test_read_only_shows_everything_and_writes_nothing(sample_session: Session, settings: SettingsStore) -> None:
    path = sample_session.path
    sample_session.close()
    session = open_session(path, read_only=True)
    window = MainWindow(session, settings)
    window.show()
    assert "Chỉ đọc" in " ".join(window.status_line.texts())
    assert window.header.next.isHidden()
    for name in ("new_plan", "undo", "submit", "delete_plan", "backup"):
        assert not window.can(name), name
    assert window.can("print") and window.can("export_pdf")
    for page_id in ("home", "plans", "plan", "appendix", "office", "settings"):
        window.show_page(page_id)
        assert window.page_id == page_id
    window.close()


@pytest.fixture
def program(qapp: QApplication, settings: SettingsStore) -> Iterator[Program]:
    """The composition root without an event loop."""
    made = Program(qapp, settings)
    yield made
    if made.window is not None and not made.window._released:
        made.window.release()
        made.window.session.close()
    qapp.setQuitOnLastWindowClosed(True)
    made.deleteLater()


def test_a_locked_workspace_offers_read_only(program: Program, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(error: KhError, _path: Path) -> WayOn:
        asked.append(error.code)
        return WayOn.READ_ONLY

    monkeypatch.setattr(program, "ask_way", answer)
    assert program.open(session.path)
    assert asked == ["workspace.locked"]
    assert program.window is not None and program.window.session.read_only


def test_what_is_no_workspace_is_said_and_left_alone(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "thư.khdb"
    path.write_text("không phải sổ", encoding="utf-8")
    asked: list[str] = []
    monkeypatch.setattr(program, "ask_way", lambda error, _path: asked.append(error.code) or WayOn.LEAVE)
    assert not program.open(path)
    assert asked == ["workspace.not_ours"]
    assert path.read_text(encoding="utf-8") == "không phải sổ"


@pytest.mark.parametrize(
    ("code", "has_backups", "ways"),
    [
        ("workspace.locked", False, (WayOn.READ_ONLY, WayOn.RETRY, WayOn.CHOOSE, WayOn.NEW)),
        ("workspace.damaged", True, (WayOn.RESTORE, WayOn.CHOOSE, WayOn.NEW)),
        ("workspace.damaged", False, (WayOn.CHOOSE, WayOn.NEW)),
        ("workspace.newer", True, (WayOn.CHOOSE, WayOn.NEW)),
        ("workspace.read_only", False, (WayOn.READ_ONLY, WayOn.CHOOSE, WayOn.NEW)),
    ],
)
def test_ways_on(code: str, has_backups: bool, ways: tuple[WayOn, ...]) -> None:
    assert ways_for(code, has_backups=has_backups) == ways


def test_the_dialog_of_a_locked_workspace_says_who_has_it(qtbot: QtBot) -> None:
    error = KhError("workspace.locked", path="S.khdb", host="MAY-1", user="lan", at="10:32")
    dialog = WorkspaceProblem(error, "S.khdb", has_backups=False)
    qtbot.addWidget(dialog)
    from kh_desktop.ui.widgets import Banner

    text = dialog.findChild(Banner).text()
    assert "lan" in text and "MAY-1" in text


def test_sample_and_back_and_a_new_look(program: Program) -> None:
    assert program.start(None)
    assert program.window is not None and program.window.session.path == default_workspace()
    home = program.window.page("home")
    assert isinstance(home, HomePage)
    program.open_sample()
    assert len(plans.list_plans(program.window.session)) == 1
    assert program.settings.state.workspace == "", "the sample is never what opens next time"
    program.window.show_page("settings")
    program.settings.update(theme="dark", scale=150, language="en")
    program.rebuild()
    assert program.window.page_id == "settings" and theme.is_dark() and theme.font_scale() == 1.5 and language() == "en"
    program.switch(None)
    assert program.window.session.path == default_workspace()


def test_restoring_a_backup(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program.start(None) and program.window is not None
    page = _type_name(program.window, "Bản cũ")
    commit_editors(program.window)
    backups.backup_now(program.window.session)
    page.first.field("name").selectAll()
    type_text(page.first.field("name"), "Mới")
    commit_editors(program.window)
    monkeypatch.setattr(Sheet, "exec", lambda self: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(
        "kh_desktop.ui.dialogs.restore.RestoreDialog.backup",
        lambda self: next(b for b in self._backups if b.reason == "tay"),
    )
    program.restore()
    assert get_office(program.window.session).agency.name == "Bản cũ"


# --- faults


def test_a_fault_leaves_a_report_without_a_word_of_the_plan(qtbot: QtBot, tmp_path: Path) -> None:
    shown: list[str] = []
    guard = CrashGuard(tmp_path, shown.append)

    def fail(title: str) -> None:
        raise ValueError(f"không đọc được {title}")

    with qtbot.waitSignal(guard.crashed):
        try:
            fail("Nhiệm vụ mật")
        except ValueError as error:
            guard.handle(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(shown))
    (report,) = tmp_path.glob("crash-*.txt")
    for text in (shown[0], report.read_text(encoding="utf-8")):
        assert "ValueError" in text and "test_shell_window.py" in text and " fail" in text
        assert "Nhiệm vụ mật" not in text


def test_hooks_are_given_back_and_an_orderly_end_leaves_nothing(tmp_path: Path) -> None:
    guard = CrashGuard(tmp_path, lambda _text: None)
    guard.install()
    assert sys.excepthook == guard.handle
    (tmp_path / "fault.log").write_text("Fatal Python error", encoding="utf-8")
    assert left_behind(tmp_path).startswith("Fatal")
    guard.remove()
    assert sys.excepthook is sys.__excepthook__
    assert left_behind(tmp_path) == ""
