"""The dialogs of the grid by themselves: columns, task library."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Plan
from kh_desktop.ui.grid.columns_dialog import ColumnsDialog
from kh_desktop.ui.grid.library_dialog import LibraryDialog


def test_choosing_columns(qtbot: QtBot) -> None:
    dialog = ColumnsDialog(COLUMN_SETS["assignment"])
    qtbot.addWidget(dialog)
    dialog.move_column(4, 1)
    dialog._labels[1].setText("Công việc")
    dialog._labels[1].setModified(True)
    dialog._groups[2].setText("")
    dialog._groups[2].setModified(True)
    dialog._widths[1].setValue(70)
    dialog._checks[3].setChecked(False)
    dialog._accept()
    chosen = dialog.columns()
    assert [column.key for column in chosen] == ["no", "content", "lead", "deadline", "product"]
    assert (chosen[1].label, chosen[1].width, chosen[2].group) == ("Công việc", 70.0, "")
    dialog.use_set("result_first")
    assert dialog.columns() == COLUMN_SETS["result_first"]


def test_a_ticked_group_ticks_what_is_shown_of_it(qtbot: QtBot) -> None:
    dialog = LibraryDialog(Plan(year=2027))
    qtbot.addWidget(dialog)
    first, second = dialog.tree.topLevelItem(0), dialog.tree.topLevelItem(1)
    assert first is not None and second is not None
    first.setCheckState(0, Qt.CheckState.Checked)
    assert len(dialog.keys()) == first.childCount() > 1
    second.child(0).setHidden(True)
    second.setCheckState(0, Qt.CheckState.Checked)
    assert len(dialog.keys()) == first.childCount() + second.childCount() - 1
    first.setCheckState(0, Qt.CheckState.Unchecked)
    assert len(dialog.keys()) == second.childCount() - 1


def test_a_group_of_which_some_are_ticked_says_so(qtbot: QtBot) -> None:
    dialog = LibraryDialog(Plan(year=2027))
    qtbot.addWidget(dialog)
    group = dialog.tree.topLevelItem(0)
    assert group is not None
    group.child(0).setCheckState(0, Qt.CheckState.Checked)
    assert group.checkState(0) == Qt.CheckState.PartiallyChecked
    assert len(dialog.keys()) == 1
    for row in range(group.childCount()):
        group.child(row).setCheckState(0, Qt.CheckState.Checked)
    assert group.checkState(0) == Qt.CheckState.Checked
    for row in range(group.childCount()):
        group.child(row).setCheckState(0, Qt.CheckState.Unchecked)
    assert group.checkState(0) == Qt.CheckState.Unchecked and not dialog.keys()


def test_the_library_is_searched_without_marks(qtbot: QtBot) -> None:
    dialog = LibraryDialog(Plan(year=2027))
    qtbot.addWidget(dialog)
    dialog._filter("ra soat")
    seen = [item.text(0) for item in dialog._tasks() if not item.isHidden()]
    assert 0 < len(seen) < len(dialog._tasks())
    assert any("à soát" in text for text in seen)
