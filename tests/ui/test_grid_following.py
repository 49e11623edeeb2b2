"""Following the work beside and in the grid: state, note, evidence, history, also of issued plans; nothing of it is printed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.domain.model import Evidence, PlanState, Task, TaskState
from kh_desktop.services import export, issuing, plans, progress, tasks
from kh_desktop.services.session import Session, open_session
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.grid import AppendixPage
from kh_desktop.ui.grid.following import files as kept_files
from kh_desktop.ui.grid.following.side_panel import FIELDS, HISTORY, PROGRESS
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore
from tests.ui.grid_help import make_office, make_plan, press, type_letters, unikey

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Role = Qt.ItemDataRole
Make = Callable[..., AppendixPage]


@pytest.fixture
def make_page(session: Session, qtbot: QtBot) -> Iterator[Make]:
    """Makes a shown page for a plan, told of every change as the window does."""
    ends = []

    def make(plan_id: int, on: Session = session, settings: SettingsStore | None = None) -> AppendixPage:
        made = AppendixPage(on, settings=settings)
        qtbot.addWidget(made)
        ends.append(on.subscribe(made.on_changes))
        made.resize(1200, 650)
        made.show_plan(plan_id)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        made.panel.view.setFocus()
        QTest.qWait(0)
        return made

    yield make
    for end in ends:
        end()


@pytest.fixture
def plan_id(session: Session) -> int:
    """Two groups of three tasks."""
    make_office(session)
    return make_plan(session)


@pytest.fixture
def issued(session: Session, plan_id: int) -> int:
    """The same plan, issued."""
    issuing.issue(session, plan_id, number="24", issued="2027-01-05")
    return plan_id


@pytest.fixture
def page(make_page: Make, issued: int) -> AppendixPage:
    """The page of the issued plan at its first task."""
    made = make_page(issued)
    made.panel.view.go_to(1, "content")
    return made


def stored(session: Session, plan_id: int) -> list[Task]:
    return [task for group in plans.get_plan(session, plan_id).groups for task in group.tasks]


def words(widget: QWidget) -> str:
    """All texts shown in ``widget``."""
    QTest.qWait(0)
    return "\n".join(label.text().replace("\u200b", "") for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def ways_back(page: AppendixPage) -> list[QPushButton]:
    """The buttons of the history."""
    QTest.qWait(0)
    return [button for button in page.side.history.findChildren(QPushButton) if button.isVisible()]


def trigger(page: AppendixPage, state: TaskState) -> None:
    page.panel.follow.states[state].trigger()


# --- in the grid


def test_the_state_of_all_selected_rows_is_one_step(page: AppendixPage, session: Session, issued: int) -> None:
    page.panel.view.selectAll()
    trigger(page, TaskState.DONE)
    assert {task.state for task in stored(session, issued)} == {TaskState.DONE}
    assert session.undo_label == "Đổi tình trạng 6 nhiệm vụ"
    assert "6" in page.panel.footer._said.text()
    session.undo()
    assert {task.state for task in stored(session, issued)} == {TaskState.TODO}


@pytest.mark.parametrize(("key", "state"), list(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), TaskState, strict=True)))
def test_keys_set_the_state(page: AppendixPage, session: Session, issued: int, key: Qt.Key, state: TaskState) -> None:
    other = TaskState.DOING if state is TaskState.TODO else TaskState.TODO
    progress.set_progress(session, [stored(session, issued)[0].id], state=other)
    QTest.keyClick(page.panel.view, key, CTRL | SHIFT)
    assert stored(session, issued)[0].state is state


def test_the_number_cell_tells_the_state_by_shape_tip_and_name(page: AppendixPage, session: Session, issued: int) -> None:
    model = page.panel.model
    number = model.index(1, 0)
    before = page.panel.view.viewport().grab(page.panel.view.visualRect(number)).toImage()
    assert model.data(number, Role.ToolTipRole) is None
    trigger(page, TaskState.DOING)
    progress.set_progress(session, [stored(session, issued)[0].id], note="Chờ ý kiến Sở")
    assert page.panel.view.viewport().grab(page.panel.view.visualRect(number)).toImage() != before
    assert model.data(number, Role.ToolTipRole) == "Đang làm\nChờ ý kiến Sở"
    assert "Đang làm" in str(model.data(number, Role.AccessibleTextRole))


def test_a_task_and_the_rows_that_continue_it_are_one(make_page: Make, session: Session, plan_id: int) -> None:
    ids = [task.id for task in stored(session, plan_id)]
    tasks.update_task(session, ids[1], continues=True)
    page = make_page(plan_id)
    page.panel.view.go_to(1, "content")
    trigger(page, TaskState.DONE)
    assert [task.state for task in stored(session, plan_id)[:3]] == [TaskState.DONE, TaskState.DONE, TaskState.TODO]
    assert "Hoàn thành 1/5" in page.panel.footer._counts.text()


def test_only_a_group_selected_changes_nothing_and_says_so(page: AppendixPage, session: Session, issued: int) -> None:
    page.panel.view.go_to(0, "title")
    label = session.undo_label
    trigger(page, TaskState.DONE)
    assert session.undo_label == label and "chọn nhiệm vụ" in page.panel.footer._said.text()


def test_the_column_of_states_is_on_the_screen_only(make_page: Make, session: Session, issued: int, settings: SettingsStore) -> None:
    page = make_page(issued, settings=settings)
    model = page.panel.model
    assert model.keys[-1] == "state" and page.panel.follow.column.isChecked()
    assert not model.flags(model.index(1, len(model.keys) - 1)) & Qt.ItemFlag.ItemIsEditable
    trigger(page, TaskState.DONE)
    assert model.index(1, len(model.keys) - 1).data() == "Hoàn thành"
    assert "state" not in [column.key for column in plans.get_plan(session, issued).columns]
    pdf = export.preview(plans.get_plan(session, issued)).pdf
    page.panel.follow.column.trigger()
    assert "state" not in model.keys and settings.state.state_column == "never"
    session.undo()
    assert export.preview(plans.get_plan(session, issued)).pages and len(pdf) > 1000
    assert "state" not in make_page(issued, settings=SettingsStore(settings.path)).panel.model.keys


def test_a_draft_shows_the_column_when_wanted_and_its_cells_take_no_text(
    make_page: Make, session: Session, plan_id: int, settings: SettingsStore
) -> None:
    page = make_page(plan_id, settings=settings)
    model = page.panel.model
    assert "state" not in model.keys
    page.panel.follow.column.trigger()
    assert settings.state.state_column == "always" and model.keys[-1] == "state"
    first = stored(session, plan_id)[0]
    assert model.setData(model.index(1, len(model.keys) - 1), "Hoàn thành") is False
    page.panel.view.go_to(1, "state")
    page.panel.clip.clear()
    page.panel.clip.cut()
    assert page.panel.view.edit(page.panel.view.currentIndex(), page.panel.view.EditTrigger.AnyKeyPressed) is False
    assert stored(session, plan_id)[0] == first


def test_an_issued_plan_takes_progress_but_no_cells(page: AppendixPage, session: Session, issued: int) -> None:
    assert page.panel._locked.isVisible() and "vẫn ghi được" in page.panel._locked.text()
    type_letters("x")
    trigger(page, TaskState.DONE)
    assert [(t.content, t.state) for t in stored(session, issued)[:1]] == [("Việc 1", TaskState.DONE)]
    assert plans.get_plan(session, issued).state is PlanState.ISSUED


def test_a_read_only_workspace_refuses_in_words(make_page: Make, session: Session, issued: int) -> None:
    ids = [task.id for task in stored(session, issued)]
    progress.add_evidence(session, ids[0], Evidence(number="12/BC-UBND"))
    reader = open_session(session.path, read_only=True)
    page = make_page(issued, reader)
    page.panel.view.go_to(1, "content")
    said: list[str] = []
    page.status.connect(said.append)
    trigger(page, TaskState.DONE)
    assert said and "chỉ xem" in said[-1]
    pane = page.side.progress
    assert not any(button.isEnabled() for button in pane.choices.values())
    assert pane.note.isReadOnly() and not pane.add_file.isVisible() and "12/BC-UBND" in words(pane)
    page.side.attach([Path(__file__)])
    assert len(stored(reader, issued)[0].evidence) == 1
    reader.close()


# --- beside the grid


def test_an_issued_plan_opens_at_its_progress_a_draft_at_its_fields(make_page: Make, session: Session, plan_id: int) -> None:
    page = make_page(plan_id)
    assert page.side.tabs.currentIndex() == FIELDS
    issuing.issue(session, plan_id, number="24", issued="2027-01-05")
    page.side.turn_to(HISTORY)
    page.panel.view.go_to(2, "content")
    assert page.side.tabs.currentIndex() == HISTORY  # the part one looks at stays
    other = make_page(plan_id)
    assert other.side.tabs.currentIndex() == PROGRESS


def test_the_four_choices_set_the_state_and_tell_since_when(page: AppendixPage, session: Session, issued: int) -> None:
    pane = page.side.progress
    assert [b.text() for b in pane.choices.values()] == ["Chưa làm", "Đang làm", "Hoàn thành", "Không thực hiện"]
    pane.choices[TaskState.DROPPED].click()
    assert stored(session, issued)[0].state is TaskState.DROPPED
    assert [s for s, b in pane.choices.items() if b.isChecked()] == [TaskState.DROPPED]
    assert "Ghi lúc" in words(pane)
    session.undo()
    assert [s for s, b in pane.choices.items() if b.isChecked()] == [TaskState.TODO]


def test_a_note_typed_with_unikey_is_stored_when_one_goes_on(page: AppendixPage, session: Session, issued: int) -> None:
    page.side.progress.note.setFocus()
    unikey("Đa", "<ã gư", "<ử", "<ửi bao", "<<áo ca", "<áo")
    typed = page.side.progress.note.toPlainText()
    page.panel.view.go_to(2, "content")
    assert [t.note for t in stored(session, issued)[:2]] == [typed, ""] and typed
    assert page.side.progress.note.toPlainText() == ""
    page.panel.view.go_to(1, "content")
    assert page.side.progress.note.toPlainText() == typed


def test_a_document_is_named_by_number_and_day(page: AppendixPage, session: Session, issued: int) -> None:
    pane = page.side.progress
    pane.add_document.click()
    pane.form.number.setFocus()
    type_letters("12/BC-UBND")
    press(Qt.Key.Key_Return)
    pane.form.day.setFocus()
    type_letters("31/2/2027")
    press(Qt.Key.Key_Return)
    assert pane.form.isVisible() and "Không có ngày 31/2/2027" in words(pane.form)
    pane.form.day.selectAll()
    type_letters("15/3/2027")
    press(Qt.Key.Key_Return)
    (made,) = stored(session, issued)[0].evidence
    assert (made.number, made.issued) == ("12/BC-UBND", "2027-03-15")
    assert not pane.form.isVisible() and "12/BC-UBND ngày 15/03/2027" in words(pane)
    assert session.undo_label == "Thêm minh chứng cho nhiệm vụ I.1"


@pytest.mark.parametrize("leave", ["row", "commit", "tab"])
def test_a_refused_day_waits_with_its_warning(page: AppendixPage, session: Session, issued: int, leave: str) -> None:
    pane = page.side.progress
    pane.add_document.click()
    pane.form.number.setFocus()
    type_letters("12/BC-UBND")
    pane.form.day.setFocus()
    type_letters("31/9/2027")
    if leave == "row":
        page.panel.view.go_to(2, "content")
        assert not pane.form.isVisible()
        page.panel.view.go_to(1, "content")
    elif leave == "tab":
        page.side.turn_to(HISTORY)
        page.panel.view.go_to(2, "content")
        page.side.turn_to(PROGRESS)
        assert not pane.form.isVisible()
        page.panel.view.go_to(1, "content")
    else:
        commit_editors(page)
    assert all(not task.evidence for task in stored(session, issued))
    assert pane.form.isVisible() and "Không có ngày 31/9/2027" in words(pane.form)
    assert (pane.form.number.text(), pane.form.day.text()) == ("12/BC-UBND", "31/9/2027")
    pane.form.day.setFocus()
    pane.form.day.selectAll()
    type_letters("30/9/2027")
    page.panel.view.go_to(2, "content")
    (made,) = stored(session, issued)[0].evidence
    assert (made.number, made.issued, made.title) == ("12/BC-UBND", "2027-09-30", "")
    page.panel.view.go_to(1, "content")
    assert not pane.form.isVisible()


@pytest.mark.parametrize("leave", ["row", "commit", "tab"])
def test_a_document_half_typed_is_never_lost(page: AppendixPage, session: Session, issued: int, leave: str) -> None:
    pane = page.side.progress
    pane.add_document.click()
    pane.form.number.setFocus()
    type_letters("12/BC-UBND")
    if leave == "row":
        page.panel.view.go_to(2, "content")
    elif leave == "tab":
        page.side.turn_to(HISTORY)
    else:
        commit_editors(page)
    (made,) = stored(session, issued)[0].evidence
    assert (made.number, made.issued, made.title) == ("12/BC-UBND", "", "")
    assert stored(session, issued)[1].evidence == ()


def test_evidence_is_edited_and_removed_by_undoable_steps(page: AppendixPage, session: Session, issued: int) -> None:
    task = stored(session, issued)[0]
    progress.add_evidence(session, task.id, Evidence(number="12/BC-UBND"))
    pane = page.side.progress
    pane.evidence.edit_wanted.emit(stored(session, issued)[0].evidence[0])
    pane.form.day.setFocus()
    type_letters("15032027")
    pane.form.add.click()
    assert stored(session, issued)[0].evidence[0].issued == "2027-03-15"
    assert session.undo_label == "Sửa minh chứng của nhiệm vụ I.1"
    pane.evidence.remove_wanted.emit(stored(session, issued)[0].evidence[0])
    assert stored(session, issued)[0].evidence == () and "Chưa có minh chứng" in words(pane)
    session.undo()
    assert "12/BC-UBND" in words(pane)


def drop(page: AppendixPage, *paths: Path) -> bool:
    """Drops files on the panel; whether they were welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(QPoint(20, 200), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(page.side, enter)
    if enter.isAccepted():
        where = QPointF(20, 200)
        event = QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(page.side, event)
    return enter.isAccepted()


def test_files_dropped_are_kept_opened_and_saved(
    page: AppendixPage, session: Session, issued: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Báo cáo.pdf").write_text(folder, encoding="utf-8")
    page.side.turn_to(FIELDS)
    assert drop(page, tmp_path / "a" / "Báo cáo.pdf", tmp_path / "b" / "Báo cáo.pdf")
    assert page.side.tabs.currentIndex() == PROGRESS and words(page.side.progress).count("Báo cáo.pdf") == 2
    opened: list[str] = []
    monkeypatch.setattr(kept_files.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "bản sao.pdf"), ""))
    found = stored(session, issued)[0].evidence
    for evidence in found:
        page.side.open_file(evidence)
    assert [Path(path).read_text(encoding="utf-8") for path in opened] == ["a", "b"]
    assert [Path(path).name for path in opened] == ["Báo cáo.pdf"] * 2
    page.side.save_copy(found[1])
    assert (tmp_path / "bản sao.pdf").read_text(encoding="utf-8") == "b"
    session.undo()
    assert stored(session, issued)[0].evidence == ()


def test_files_that_cannot_be_kept_are_told_of(page: AppendixPage, session: Session, issued: int, tmp_path: Path) -> None:
    big = tmp_path / "to.bin"
    with big.open("wb") as out:
        out.truncate(progress.MAX_FILE + 1)
    for path, part in ((tmp_path / "không có.pdf", "Không tìm thấy"), (big, "50 MB"), (tmp_path, "Không đọc được")):
        page.side.attach([path])
        assert page.panel._trouble.isVisible() and part in page.panel._trouble.text()
    if os.name == "posix" and os.geteuid() != 0:
        secret = tmp_path / "mật.pdf"
        secret.write_text("x", encoding="utf-8")
        secret.chmod(0)
        page.side.attach([secret])
        assert "Không đọc được" in page.panel._trouble.text()
    assert stored(session, issued)[0].evidence == ()


def test_other_things_dropped_and_rows_without_task_are_not_welcome(page: AppendixPage, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a", encoding="utf-8")
    page.panel.view.go_to(0, "title")
    assert not drop(page, file)
    page.panel.view.go_to(1, "content")
    assert not drop(page)


# --- history


def test_history_tells_what_changed_and_puts_back(make_page: Make, session: Session, plan_id: int) -> None:
    page = make_page(plan_id)
    page.panel.view.go_to(1, "content")
    task = stored(session, plan_id)[0]
    tasks.update_task(session, task.id, deadline="Quý III/2027")
    progress.set_progress(session, [task.id], state=TaskState.DOING)
    page.side.turn_to(HISTORY)
    told = words(page.side.history)
    assert "Tình trạng: chưa làm → đang làm" in told and "Thời hạn: Quý II/2027 → Quý III/2027" in told
    assert told.index("Tình trạng") < told.index("Thời hạn")
    buttons = ways_back(page)
    assert [b.text() for b in buttons] == ["Trả về như trước"] * 2
    buttons[1].click()
    assert stored(session, plan_id)[0] == task
    assert session.undo_label == "Trả nhiệm vụ I.1 về như trước"
    session.undo()
    assert stored(session, plan_id)[0].deadline == "Quý III/2027"


def test_the_history_names_the_document(make_page: Make, session: Session, plan_id: int) -> None:
    task = stored(session, plan_id)[0]
    progress.add_evidence(session, task.id, Evidence(number="15/BC-UBND", issued="2027-03-20", title="Báo cáo quý I"))
    page = make_page(plan_id)
    page.panel.view.go_to(1, "content")
    page.side.turn_to(HISTORY)
    told = words(page.side.history).replace("\u200b", "")
    assert "Thêm minh chứng" in told and "15/BC-UBND ngày 20/03/2027: Báo cáo quý I" in told


def test_an_issued_plan_offers_only_the_way_back_of_progress(make_page: Make, session: Session, plan_id: int) -> None:
    task = stored(session, plan_id)[0]
    tasks.update_task(session, task.id, deadline="Quý III/2027")
    issuing.issue(session, plan_id, number="24", issued="2027-01-05")
    progress.set_progress(session, [task.id], state=TaskState.DOING)
    page = make_page(plan_id)
    page.panel.view.go_to(1, "content")
    page.side.turn_to(HISTORY)
    buttons = ways_back(page)
    assert len(buttons) == 1
    buttons[0].click()
    assert stored(session, plan_id)[0].state is TaskState.TODO


# --- in the window


def test_home_tells_the_progress_and_opens_the_table(sample_window: MainWindow) -> None:
    window = sample_window
    plan_id = window.plan_id
    ids = [task.id for task in stored(window.session, plan_id)]
    issuing.issue(window.session, plan_id, number="24", issued="2027-01-05")
    progress.set_progress(window.session, ids[:12], state=TaskState.DONE)
    progress.set_progress(window.session, ids[12:17], state=TaskState.DOING)
    window.show_page("home")
    QTest.qWait(0)
    (line,) = (b for b in window.page("home").findChildren(QPushButton) if b.isVisible() and "đang làm 5" in b.text())
    assert line.text().startswith("Hoàn thành 12/")
    line.click()
    assert window.page_id == "appendix"


def test_the_table_for_the_chief_is_saved_from_the_page(sample_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sample_window
    window.show_page("appendix")
    page = window.page("appendix")
    assert isinstance(page, AppendixPage)
    out = tmp_path / "theo dõi.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    monkeypatch.setattr("kh_desktop.ui.plan_deeds._accepted", lambda dialog: dialog.deleteLater())
    page.panel.follow.tracking.trigger()
    assert out.read_bytes().startswith(b"PK")


def test_a_new_version_shows_the_same_progress_and_opens_its_files(
    page: AppendixPage, session: Session, issued: int, tmp_path: Path
) -> None:
    file = tmp_path / "Báo cáo.pdf"
    file.write_text("x", encoding="utf-8")
    page.side.attach([file])
    trigger(page, TaskState.DONE)
    new = issuing.new_version(session, issued)
    page.show_plan(new)
    page.panel.view.go_to(1, "content")
    page.side.turn_to(PROGRESS)
    assert "Báo cáo.pdf" in words(page.side.progress) and "KB" in words(page.side.progress)
    assert page.side.progress.choices[TaskState.DONE].isChecked() and "Ghi lúc" in words(page.side.progress)


# --- the way back beside a notice


def test_the_way_back_goes_with_the_next_change_and_another_plan(page: AppendixPage, session: Session, issued: int) -> None:
    footer = page.panel.footer
    trigger(page, TaskState.DONE)
    assert footer._undo.isVisible()
    other = make_plan(session)  # not even a change of the plan shown
    assert footer._undo.isHidden() and footer._said.text() == ""
    trigger(page, TaskState.DOING)
    page.show_plan(other)
    assert footer._undo.isHidden()
    page.show_plan(issued)
    page.panel.view.go_to(1, "content")
    trigger(page, TaskState.DONE)
    assert footer._undo.isVisible()
    page.hide()
    page.show()
    assert footer._undo.isHidden()


def test_the_way_back_takes_its_own_step_only(page: AppendixPage, session: Session, issued: int) -> None:
    trigger(page, TaskState.DONE)
    said: list[str] = []
    page.panel.status.connect(said.append)
    page.panel.footer._undo.click()
    assert stored(session, issued)[0].state is TaskState.TODO and said[0].startswith("Đã hoàn tác: ")
    trigger(page, TaskState.TODO)  # nothing changed: there is nothing of its own to take back, only the issuing
    assert page.panel.footer._undo.isHidden()
    trigger(page, TaskState.DONE)
    note = page.side.progress.note
    note.setFocus()
    type_letters("Một")
    page.commit()
    page.panel.footer.undo_wanted.emit()
    assert stored(session, issued)[0].state is TaskState.DONE and stored(session, issued)[0].note == "Một"
