"""The dialog "Lập kế hoạch năm sau" in the real window: keys, ticks, words, and the draft that comes of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeWidgetItem

from kh_desktop.domain.model import Agency, LegalBasis, Plan, Section, Task, TaskGroup, UnitRef
from kh_desktop.domain.roll_forward import Change, Left
from kh_desktop.services import plans
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.roll import RollDialog
from tests.ui.typing_help import type_text

Key = Qt.Key


@pytest.fixture
def plan_id(session: Session) -> int:
    """A plan of 2025 with something of each group in it."""
    tasks = (
        Task(content="Lập kế hoạch năm 2025", deadline="Trước ngày 15/3/2025", lead=(UnitRef("Bộ phận Một cửa"),)),
        *(Task(content=f"Việc {n}", deadline="Thường xuyên trong năm 2025") for n in range(4)),
    )
    bases = (LegalBasis(doc_type="Nghị định", number="61/2018/NĐ-CP"), LegalBasis(doc_type="Thông tư", number="01/2018/TT-VPCP"))
    return plans.new_plan_from(
        session,
        Plan(
            year=2025, title="Kiểm soát TTHC năm 2025", agency=Agency("xã", "Đồng Xuân Hạ", "UBND tỉnh Hồng Lam"), bases=bases,
            sections=(Section(heading="Mục đích", text="Khắc phục tồn tại năm 2023 theo ISO 9001:2015"),),
            groups=(TaskGroup(title="Việc", tasks=tasks),),
        ),
    )  # fmt: skip


@pytest.fixture
def dialog(window: MainWindow, session: Session, plan_id: int) -> Iterator[RollDialog]:
    """The proposal for 2026, as large as the window lets it be."""
    window.refresh()
    made = RollDialog(session, plan_id, 2026, window)
    made.show()
    yield made
    made.done(0)
    made.deleteLater()


def item_of(dialog: RollDialog, where: str) -> QTreeWidgetItem:
    """The line of the change at a place; it is made current."""
    key = next(c.key for c in dialog.choosing.found.changes if c.where == where)
    dialog.tree.go_to(key)
    item = dialog.tree.currentItem()
    assert item is not None
    return item


def shown_texts(dialog: RollDialog) -> list[str]:
    return [dialog.tree.topLevelItem(row).text(0) for row in range(dialog.tree.topLevelItemCount())]  # type: ignore[union-attr]


def test_groups_say_how_much_changes(dialog: RollDialog) -> None:
    years, bases, units, left = shown_texts(dialog)
    assert years == "Năm và thời hạn: đổi 7 trong 8 chỗ"
    assert bases == "Căn cứ: đổi 1 trong 2 chỗ"
    assert units == "Tên đơn vị: đổi 1 trong 1 chỗ"
    assert left.startswith("Còn lại của năm cũ (")
    assert dialog.make_button.text() == "Lập kế hoạch năm 2026"


def test_the_space_bar_ticks_a_line_and_a_group(dialog: RollDialog) -> None:
    item_of(dialog, "title")
    QTest.keyClick(dialog.tree, Key.Key_Space)
    title = next(c for c in dialog.choosing.found.changes if c.where == "title")
    assert title.key not in dialog.choosing.taken
    top = dialog.tree.topLevelItem(0)
    assert top is not None and top.checkState(0) == Qt.CheckState.PartiallyChecked
    dialog.tree.setCurrentItem(top)
    QTest.keyClick(dialog.tree, Key.Key_Space)
    assert {c.key for c in dialog.choosing.of_group("years")} <= dialog.choosing.taken
    QTest.keyClick(dialog.tree, Key.Key_Space)
    assert not {c.key for c in dialog.choosing.of_group("years")} & dialog.choosing.taken
    assert shown_texts(dialog)[0] == "Năm và thời hạn: đổi 0 trong 8 chỗ"


def test_the_buttons_tick_the_group_one_is_in(dialog: RollDialog) -> None:
    item_of(dialog, "basis:1")
    for words, count in (("Đánh dấu cả nhóm", 2), ("Bỏ cả nhóm", 0)):
        button = next(b for b in dialog.findChildren(QPushButton) if b.text() == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len({c.key for c in dialog.choosing.of_group("bases")} & dialog.choosing.taken) == count


def test_what_is_left_follows_the_ticks(dialog: RollDialog) -> None:
    before = [x for x in dialog.choosing.left() if x.why == "unticked"]
    item_of(dialog, "title")
    QTest.keyClick(dialog.tree, Key.Key_Space)
    dialog.tree.show_left()
    assert len([x for x in dialog.choosing.left() if x.why == "unticked"]) == len(before) + 1
    dialog.tree.turn_to_left()
    value = dialog.tree.currentItem()
    assert value is not None and "2025" in value.text(0)


def test_enter_on_what_is_left_goes_to_its_change(dialog: RollDialog) -> None:
    dialog.tree.turn_to_left()
    seen: list[object] = []
    dialog.tree.shown.connect(seen.append)
    QTest.keyClick(dialog.tree, Key.Key_Return)
    assert isinstance(seen[-1], Change) and not isinstance(seen[-1], Left) and not seen[-1].ticked


def test_enter_edits_and_enter_takes_it_over(dialog: RollDialog) -> None:
    item = item_of(dialog, "section:0:text")
    assert item.checkState(0) == Qt.CheckState.Unchecked
    QTest.keyClick(dialog.tree, Key.Key_Return)
    assert dialog.details.field.hasFocus() and dialog.details.field.toPlainText() == "năm 2025"
    type_text(dialog.details.field, "năm qua")
    QTest.keyClick(dialog.details.field, Key.Key_Return)
    assert dialog.tree.hasFocus() and item.checkState(0) == Qt.CheckState.Checked
    assert "năm qua" in item.text(0)
    QTest.keyClick(dialog.tree, Key.Key_F2)
    type_text(dialog.details.field, "bỏ đi")
    QTest.keyClick(dialog.details.field, Key.Key_Escape)
    assert dialog.tree.hasFocus() and "năm qua" in item.text(0) and dialog.isVisible()


def test_another_proposal_is_taken_by_a_click(dialog: RollDialog) -> None:
    item = item_of(dialog, "task:0.0:deadline")
    button = next(b for b in dialog.details.findChildren(QPushButton) if b.text() == "Dùng: 13/3/2026")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "13/3/2026" in item.text(0)
    assert dialog.choosing.found.after(dialog.choosing.taken, dialog.choosing.edits).groups[0].tasks[0].deadline == "Trước ngày 13/3/2026"


def test_another_year_is_another_proposal(dialog: RollDialog) -> None:
    item_of(dialog, "title")
    QTest.keyClick(dialog.tree, Key.Key_Space)
    dialog.year.setFocus()
    dialog.year.selectAll()
    type_text(dialog.year, "2028")
    QTest.keyClick(dialog.year, Key.Key_Return)
    assert dialog.make_button.text() == "Lập kế hoạch năm 2028"
    title = next(c for c in dialog.choosing.found.changes if c.where == "title")
    assert title.new == "năm 2028" and title.key not in dialog.choosing.taken
    dialog.year.selectAll()
    type_text(dialog.year, "2025")
    QTest.keyClick(dialog.year, Key.Key_Return)
    assert dialog.year.problem() and dialog.choosing.found.year == 2028
    dialog.make()
    assert not dialog.made


def test_leaving_asks_only_when_something_was_decided(window: MainWindow, session: Session, plan_id: int) -> None:
    asked: list[bool] = []
    dialog = RollDialog(session, plan_id, 2026, window, may_leave=lambda _parent: bool(asked.append(True)))
    dialog.show()
    item_of(dialog, "title")
    QTest.keyClick(dialog.tree, Key.Key_Space)
    QTest.keyClick(dialog.tree, Key.Key_Escape)
    assert asked == [True] and dialog.isVisible()
    QTest.keyClick(dialog.tree, Key.Key_Space)
    QTest.keyClick(dialog.tree, Key.Key_Escape)
    assert asked == [True] and not dialog.isVisible()
    dialog.deleteLater()


def test_the_window_opens_the_draft_in_the_wizard(
    window: MainWindow, session: Session, plan_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_once(dialog: RollDialog) -> int:
        QTest.mouseClick(dialog.make_button, Qt.MouseButton.LeftButton)
        return 1

    monkeypatch.setattr(RollDialog, "exec", at_once)
    window.plan_deed("next_year", plan_id)
    assert window.plan_id != plan_id and window.page_id == "plan"
    made = plans.get_plan(session, window.plan_id)
    assert made.year > 2025 and str(made.year) in made.title
    window.undo()
    assert [p.id for p in plans.list_plans(session)] == [plan_id]


def test_a_place_that_is_left_is_opened_in_the_draft(
    window: MainWindow, session: Session, plan_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []
    monkeypatch.setattr(window, "open_plan", lambda _plan, page="plan", anchor="": opened.append((page, anchor)))

    def at_once(dialog: RollDialog) -> int:
        dialog.show()
        dialog.tree.turn_to_left()
        button = next(b for b in dialog.details.findChildren(QPushButton) if b.text() == "Lập kế hoạch rồi mở chỗ này")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return 1

    monkeypatch.setattr(RollDialog, "exec", at_once)
    window.plan_id = plan_id
    window.next_year_plan()
    made = plans.get_plan(session, plans.list_plans(session)[0].id)
    assert opened == [("plan", f"basis:{made.bases[1].id}")]


@pytest.mark.parametrize(("look", "percent"), [("light", 125), ("dark", 100)])
def test_every_line_has_words_for_those_who_listen(window: MainWindow, session: Session, plan_id: int, look: str, percent: int) -> None:
    theme.manager().apply(look, percent)
    dialog = RollDialog(session, plan_id, 2026, window)
    dialog.show()
    assert dialog.tree.accessibleName() and dialog.year.accessibleName() and dialog.details.field.accessibleName()
    for row in range(dialog.tree.topLevelItemCount()):
        top = dialog.tree.topLevelItem(row)
        assert top is not None
        for child in (top.child(i) for i in range(top.childCount())):
            assert child.text(0).strip()
    assert dialog.width() <= window.width() and dialog.height() <= window.height()
    assert dialog.make_button.mapTo(dialog, QPoint(0, 0)).y() + dialog.make_button.height() <= dialog.height()
    dialog.done(0)
    dialog.deleteLater()
