"""Menu Sửa: cutting, copying, pasting and finding reach the field or the table that has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from kh_desktop.ui.actions import run_command
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.widgets import LineEdit

NAMES = ("cut", "copy", "paste", "find", "replace")


def _usable(window: MainWindow) -> set[str]:
    menu = next(m for m in window.menuBar().findChildren(QMenu) if m.title() == "&Sửa")
    menu.aboutToShow.emit()
    return {name for name in NAMES if window.actions_by_id[name].isEnabled()}


def test_text_is_cut_and_pasted_in_the_field_with_the_focus(window: MainWindow) -> None:
    window.show_page("office")
    field = window.page("office").first.field("name")  # type: ignore[attr-defined]
    assert isinstance(field, LineEdit)
    field.setFocus()
    field.insert("Xã Hòa Vân")
    assert _usable(window) == {"paste"}, "nothing is chosen"
    field.setSelection(0, 3)
    assert _usable(window) == {"cut", "copy", "paste"}
    run_command(window, "cut")
    assert field.text() == "Hòa Vân" and field.is_dirty(), "the field is still being typed in"
    run_command(window, "paste")
    assert field.text() == "Xã Hòa Vân"


@pytest.mark.parametrize("way", ["table", "details"])
def test_the_table_copies_and_finds(sample_window: MainWindow, way: str) -> None:
    sample_window.show_page("appendix")
    page = sample_window.page("appendix")
    grid = page.panel  # type: ignore[attr-defined]
    grid.view.setFocus()
    if way == "table":
        grid.view.setCurrentIndex(grid.model.index(1, 1))
        assert _usable(sample_window) == set(NAMES)
        QApplication.clipboard().clear()
        run_command(sample_window, "copy")
        assert QApplication.clipboard().text()
    else:
        sample_window.header.setFocus()
        assert {"find", "replace"} <= _usable(sample_window)
    run_command(sample_window, "replace")
    assert grid.seeing.find_bar.isVisible() and grid.seeing.find_bar.replacement.isVisible()


def test_where_nothing_can_be_done_the_menu_says_so(sample_window: MainWindow) -> None:
    sample_window.show_page("home")
    assert _usable(sample_window) == set()
    run_command(sample_window, "paste")
    assert [hit.text for hit in sample_window.find_hits("dán") if hit.kind == "Sửa"] == []


def test_the_keys_are_shown_and_left_to_what_has_the_focus(sample_window: MainWindow) -> None:
    for name in NAMES:
        action = sample_window.actions_by_id[name]
        assert "\tCtrl+" in action.text() and action.shortcut().isEmpty()
