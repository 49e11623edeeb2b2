"""The section editor: printed numbers, every command by key and one step, typing kept, templates shown first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from kh_desktop.domain.model import SectionRole, Shape
from kh_desktop.services import issuing, sections
from kh_desktop.services.office import get_office
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import Session
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.sections import SectionEditor
from kh_desktop.ui.sections.actions import ACTIONS
from kh_desktop.ui.sections.template_dialog import TemplateDialog
from tests.ui.grid_help import SECTIONS, focused, make_office, make_plan, press, type_letters, unikey

Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
MOVE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def make(session: Session, qtbot: QtBot) -> Iterator[Callable[..., SectionEditor]]:
    """Makes a shown editor of one step (or of all), told of every change."""
    make_office(session)
    ends = []

    def build(role: SectionRole | None = None, **fields: object) -> SectionEditor:
        editor = SectionEditor(session, role)
        qtbot.addWidget(editor)
        ends.append(session.subscribe(editor.on_changes))
        editor.resize(800, 500)
        editor.show_plan(make_plan(session, **{"sections": SECTIONS, **fields}))  # type: ignore[arg-type]
        editor.show()
        qtbot.waitExposed(editor)
        editor.activateWindow()
        editor.tree.setFocus()
        QTest.qWait(0)
        return editor

    yield build
    for end in ends:
        end()


@pytest.fixture
def editor(make: Callable[..., SectionEditor]) -> SectionEditor:
    """All sections."""
    return make()


def go(editor: SectionEditor, line: int) -> None:
    editor.tree.go_to(editor._lines[line].id)
    editor.tree.setFocus()


def key(number: int, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(focused(), Qt.Key(number), modifiers)


def one_step(session: Session, act: Callable[[], object]) -> None:
    before = len(session.workspace.history.done)
    act()
    assert len(session.workspace.history.done) == before + 1


ALL = ["I. MỤC ĐÍCH", "1. Mục đích", "2. Yêu cầu", "II. NỘI DUNG", "III. TỔ CHỨC"]


def test_the_outline_has_the_printed_numbers(make: Callable[..., SectionEditor]) -> None:
    assert make().tree.texts() == ALL
    assert make(SectionRole.PURPOSE).tree.texts() == ALL[:3]
    assert make(SectionRole.ORGANISATION).tree.texts() == ALL[4:]


def test_insert_adds_at_the_same_level_of_the_same_step(editor: SectionEditor, session: Session) -> None:
    go(editor, 0)
    one_step(session, lambda: key(Key.Key_Insert))
    assert QApplication.focusWidget() is editor.form.heading
    unikey("Ye", "<ê", "u")
    press(Key.Key_Return, "\r")
    assert QApplication.focusWidget() is editor.form.text
    assert editor.tree.texts() == [*ALL[:3], "II. Yêu", "III. NỘI DUNG", "IV. TỔ CHỨC"]
    assert get_plan(session, editor._plan.id).sections[1].role is SectionRole.PURPOSE  # type: ignore[union-attr]


def test_alt_insert_adds_a_part(editor: SectionEditor, session: Session) -> None:
    go(editor, 3)
    one_step(session, lambda: key(Key.Key_Insert, ALT))
    type_letters("Phần")
    commit_editors(editor)
    assert editor.tree.texts()[3:6] == ["II. NỘI DUNG", "1. Phần", "III. TỔ CHỨC"]


def test_sections_move_and_number_themselves(editor: SectionEditor, session: Session) -> None:
    go(editor, 2)
    one_step(session, lambda: key(Key.Key_Up, MOVE))
    assert editor.tree.texts()[1:3] == ["1. Yêu cầu", "2. Mục đích"]
    one_step(session, lambda: key(Key.Key_Left, MOVE))
    assert editor.tree.texts() == ["I. MỤC ĐÍCH", "1. Mục đích", "II. Yêu cầu", "III. NỘI DUNG", "IV. TỔ CHỨC"]
    assert get_plan(session, editor._plan.id).sections[1].role is SectionRole.PURPOSE  # type: ignore[union-attr]
    one_step(session, lambda: key(Key.Key_Right, MOVE))
    assert editor.tree.texts() == ["I. MỤC ĐÍCH", "1. Mục đích", "2. Yêu cầu", *ALL[3:]]
    for _ in range(3):
        session.undo()
    assert editor.tree.texts() == ALL


def test_moves_that_cannot_be_are_switched_off(make: Callable[..., SectionEditor], session: Session) -> None:
    editor = make(SectionRole.CONTENT)
    assert {name: action.isEnabled() for name, action in editor._actions.items()} == {
        "add": True, "add_below": True, "templates": True, "up": False, "down": False, "indent": False, "outdent": False, "remove": True,
    }  # fmt: skip
    before = session.undo_label
    key(Key.Key_Up, MOVE)
    assert session.undo_label == before


def test_a_section_with_parts_goes_only_after_a_named_click(
    editor: SectionEditor, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([QMessageBox.ButtonRole.RejectRole, QMessageBox.ButtonRole.DestructiveRole])

    def answer(box: QMessageBox) -> int:
        role = next(answers)
        next(button for button in box.buttons() if box.buttonRole(button) == role).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    go(editor, 0)
    key(Key.Key_Delete)
    assert editor.tree.texts() == ALL
    one_step(session, lambda: key(Key.Key_Delete))
    assert editor.tree.texts() == ["I. NỘI DUNG", "II. TỔ CHỨC"]
    one_step(session, lambda: key(Key.Key_Delete))
    assert editor.tree.texts() == ["I. TỔ CHỨC"]
    session.undo()
    session.undo()
    assert editor.tree.texts() == ALL


LEAVE: dict[str, Callable[[SectionEditor], object]] = {
    "ctrl+enter": lambda editor: press(Key.Key_Return, "\r", Qt.KeyboardModifier.ControlModifier),
    "focus": lambda editor: editor.form.heading.setFocus(),
    "another section": lambda editor: go(editor, 4),
    "action": lambda editor: editor._actions["up"].trigger(),
    "window action": lambda editor: commit_editors(editor),
}


@pytest.mark.parametrize("leave", LEAVE)
def test_text_is_one_step_stored_on_leaving(editor: SectionEditor, session: Session, leave: str) -> None:
    go(editor, 3)
    editor.form.text.setFocus()
    editor.form.text.selectAll()
    before = len(session.workspace.history.done)
    unikey("Tie", "<ế", "p tu", "<ụ", "c")
    assert len(session.workspace.history.done) == before
    press(Key.Key_Return, "\r")
    unikey("- d", "<đ", "ơn vị")
    LEAVE[leave](editor)
    section = next(s for s in get_plan(session, editor._plan.id).sections if s.heading == "NỘI DUNG")  # type: ignore[union-attr]
    assert section.text == "Tiếp tục\n- đơn vị"
    session.undo()
    if leave == "action":
        session.undo()
    assert len(session.workspace.history.done) == before


def test_a_change_from_elsewhere_keeps_what_is_being_typed(editor: SectionEditor, session: Session) -> None:
    go(editor, 3)
    editor.form.text.setFocus()
    type_letters("gõ dở ")
    sections.update_section(session, editor._lines[3].id, text="của người khác")
    sections.add_section(session, editor._plan.id, heading="Mới", at=0)  # type: ignore[union-attr]
    assert editor.form.text.toPlainText().startswith("gõ dở ")
    assert editor.tree.texts()[4] == "III. NỘI DUNG"
    commit_editors(editor)
    assert get_plan(session, editor._plan.id).sections[2].text.startswith("gõ dở ")  # type: ignore[union-attr]


def test_renaming_shows_in_the_outline(editor: SectionEditor, session: Session) -> None:
    go(editor, 4)
    editor.form.heading.setFocus()
    editor.form.heading.selectAll()
    unikey("THU", "<Ự", "C HIE", "<Ệ", "N")
    one_step(session, lambda: press(Key.Key_Return, "\r"))
    assert editor.tree.texts()[4] == "III. THỰC HIỆN"


def test_undo_goes_to_the_section_it_changed(editor: SectionEditor, session: Session) -> None:
    sections.update_section(session, editor._lines[4].id, heading="KHÁC")
    go(editor, 0)
    session.undo()
    assert editor.tree.current_id() == editor._lines[4].id
    assert editor.form.heading.value() == "TỔ CHỨC"


def test_options_in_plain_words(make: Callable[..., SectionEditor], session: Session) -> None:
    editor = make(shape=Shape.TABLE_IN_BODY)
    go(editor, 3)
    one_step(session, editor.form.run_in.click)
    one_step(session, editor.form.holds_tasks.click)
    section = get_plan(session, editor._plan.id).sections[1]  # type: ignore[union-attr]
    assert (section.run_in, section.holds_tasks) == (True, True)
    assert not make().form.holds_tasks.isVisible()


def test_focus_anchor(editor: SectionEditor) -> None:
    editor.focus_anchor(f"section:{editor._lines[2].id}")
    assert editor.tree.current_id() == editor._lines[2].id
    assert QApplication.focusWidget() is editor.form.text
    editor.focus_anchor("task:1")
    assert editor.tree.current_id() == editor._lines[2].id


def test_a_template_is_shown_first_and_is_one_step(editor: SectionEditor, session: Session, qtbot: QtBot) -> None:
    plan = get_plan(session, editor._plan.id)  # type: ignore[union-attr]
    dialog = TemplateDialog(plan, SectionRole.ORGANISATION, get_office(session))
    qtbot.addWidget(dialog)
    assert dialog.list.count() > 0
    assert dialog.text.toPlainText().startswith("III. ")
    assert "{" not in dialog.text.toPlainText()
    assert "Suối Rồng" in dialog.text.toPlainText()
    shown = dialog.text.toPlainText()
    one_step(session, lambda: editor.use_template(SectionRole.ORGANISATION, dialog.template_id()))
    assert editor.tree.texts()[:4] == ALL[:4]
    assert all(line.split(" ", 1)[1] in shown for line in editor.tree.texts()[4:] if "…" not in line)
    session.undo()
    assert editor.tree.texts() == ALL


def test_an_empty_step_says_what_to_do(make: Callable[..., SectionEditor], session: Session) -> None:
    editor = make(SectionRole.FUNDING)
    assert editor._empty.isVisible()
    editor.add()
    type_letters("KINH PHÍ")
    commit_editors(editor)
    headings = [section.heading for section in get_plan(session, editor._plan.id).sections]  # type: ignore[union-attr]
    assert headings == ["MỤC ĐÍCH", "NỘI DUNG", "KINH PHÍ", "TỔ CHỨC"]
    assert editor.tree.texts() == ["III. KINH PHÍ"]


def test_an_issued_plan_cannot_be_edited(editor: SectionEditor, session: Session) -> None:
    go(editor, 3)
    issuing.issue(session, editor._plan.id, number="3", issued="2027-01-05")  # type: ignore[union-attr]
    assert editor._locked.isVisible()
    assert editor.form.text.isReadOnly() and editor.form.heading.isReadOnly()
    assert not any(action.isEnabled() for action in editor._actions.values())


def test_a_narrow_editor_stacks_outline_and_text(editor: SectionEditor) -> None:
    assert editor._splitter.orientation() == Qt.Orientation.Horizontal
    editor.resize(430, 560)
    assert editor._splitter.orientation() == Qt.Orientation.Vertical
    assert editor.minimumSizeHint().width() <= 430


def test_a_plan_opens_at_the_first_text_and_a_parent_says_where_its_text_is(make: Callable[..., SectionEditor]) -> None:
    editor = make(SectionRole.PURPOSE)
    first = next(line for line in editor._lines if line.section.text)
    assert editor.tree.current_id() == first.id and editor.form.text.toPlainText() == first.section.text
    parent = next(line for line in editor._lines if line.section.children)
    editor.tree.go_to(parent.id)
    assert editor.form.text.placeholderText() == "Lời văn nằm ở các mục con bên dưới."


@pytest.mark.parametrize("width", [900, 420, 260])
def test_every_command_stays_in_sight_however_narrow_the_editor(editor: SectionEditor, width: int) -> None:
    editor.resize(width, 600)
    for _ in range(5):
        QApplication.processEvents()
    buttons = [button for button in editor._bar.findChildren(QToolButton) if button.defaultAction() is not None]
    assert [button.defaultAction().text() for button in buttons] == [entry.text for entry in ACTIONS]
    assert all(editor._bar.rect().contains(button.geometry()) for button in buttons)
