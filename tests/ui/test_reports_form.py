"""Báo cáo, Biểu II.06a: typed numbers, what does not close in which cell, where a number comes from, small forms, wording."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from kh_desktop.domain.form06a import Break
from kh_desktop.services import figures, form_lines
from kh_desktop.services.figure_files import read_figures
from kh_desktop.services.session import Session
from kh_desktop.ui.commit import commit_editors, open_editor
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.reports import ReportsPage
from kh_desktop.ui.reports.form_grid import count_problem, read_count
from kh_desktop.ui.reports.form_header import header_cells
from kh_desktop.ui.reports.form_step import FormStep
from kh_desktop.ui.reports.page import FORM
from kh_desktop.ui.reports.words import break_words
from kh_desktop.ui.settings_store import SettingsStore
from tests.ui.report_help import DAT_DAI, HO_TICH, PERIOD, put, reports_on
from tests.ui.typing_help import type_text

Key = Qt.Key
WRONG = [1, "Hộ tịch", 11, 6, 3, 1, 8, 4, 3, 1, 2, 2, 0]


@pytest.fixture
def shown(session: Session, settings: SettingsStore) -> Iterator[tuple[MainWindow, ReportsPage]]:
    """The page, turned to the form."""
    with reports_on(session, settings) as (window, page):
        page.turn_to(FORM)
        yield window, page


@pytest.fixture
def step(shown: tuple[MainWindow, ReportsPage]) -> FormStep:
    """The form."""
    made = shown[1].form(FORM)
    assert isinstance(made, FormStep)
    return made


def _cell(step: FormStep, row: int, column: str) -> str:
    model = step.grid.form_model
    place = next(i for i, c in enumerate(model.shown.form.columns) if c.key == column)
    return str(model.index(row, place).data())


def _go(step: FormStep, row: int, column: str) -> None:
    step.grid._go(row, column)


def _type(step: FormStep, text: str) -> None:
    """Type over the current cell and press Enter."""
    step.grid.setFocus()
    step.grid.edit(step.grid.currentIndex())
    editor = open_editor(step.grid)
    assert editor is not None
    type_text(editor, text)
    QTest.keyClick(editor, Key.Key_Return)


def _side(step: FormStep) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in step.side.findChildren(QLabel) if label.isVisibleTo(step.side))


def _take(session: Session, folder: Path, name: str, *rows: list[object]) -> None:
    figures.import_figures(session, PERIOD, read_figures(session, put(folder, name, rows)))


def test_an_empty_form_says_what_to_do_and_takes_a_line(step: FormStep, session: Session) -> None:
    assert "Gõ tên lĩnh vực vào dòng đầu của biểu" in _side(step)
    step.grid.go_to_new()
    editor = open_editor(step.grid)
    assert editor is not None
    type_text(editor, "Hộ tịch")
    QTest.keyClick(editor, Key.Key_Return)
    assert [line.field for line in figures.form_06a(session, PERIOD).lines] == ["Hộ tịch"]
    assert step.grid.place() == ("Hộ tịch", "online")
    _type(step, "1.234")
    _go(step, 0, "on_time")
    _type(step, "1234")
    assert (_cell(step, 0, "received"), _cell(step, 0, "settled"), _cell(step, step.grid.form_model.total_row, "received")) == (
        "1.234", "1.234", "1.234",
    )  # fmt: skip
    assert step.side.state.text() == "Mọi phép cộng đều khớp"


def test_what_is_no_number_stays_in_the_cell_marked(step: FormStep, session: Session) -> None:
    figures.set_line(session, PERIOD, "Hộ tịch", online=5, on_time=5)
    _go(step, 0, "online")
    step.grid.edit(step.grid.currentIndex())
    editor = open_editor(step.grid)
    assert editor is not None
    type_text(editor, "sáu")
    QTest.keyClick(editor, Key.Key_Return)
    assert open_editor(step.grid) is editor and editor.text() == "sáu"  # type: ignore[attr-defined]
    assert "“sáu” không phải là số hồ sơ" in step.banner.text()
    editor.clear()  # type: ignore[attr-defined]
    type_text(editor, "6")
    commit_editors(step)
    assert figures.form_06a(session, PERIOD).lines[0].online == 6
    assert [read_count(x) for x in ("1.234", " 12 ", "", "-1", "1,5", "²")] == [1234, 12, 0, None, None, None]
    assert count_problem("7") == "" and "-1" in count_problem("-1")


def test_what_does_not_close_is_listed_and_marked_and_jumped_to(step: FormStep, session: Session, tmp_path: Path) -> None:
    _take(session, tmp_path, "a.xlsx", WRONG, DAT_DAI)
    assert step.side.list.count() == 2
    assert step.side.list.item(0).text() == (
        "Hộ tịch: (3)=(4)+(5)+(6) không khớp, cột (3) là 11, cộng lại là 10. a.xlsx, trang Sheet, dòng 4."
    )
    QTest.keyClick(step.grid, Key.Key_F8)
    step.next_break()
    assert step.grid.place() == ("Hộ tịch", "received")
    assert "Không khớp (3)=(4)+(5)+(6): 11, cộng lại là 10" in str(step.grid.currentIndex().data(Qt.ItemDataRole.ToolTipRole))
    total = Break("total", "", 4, 5, 1, 6, "late", "Sheet")
    words = break_words(total, step.grid.form_model.shown.form, {1: "a.xlsx"})
    assert words.startswith("Dòng tổng của tệp, cột (10)")
    assert words.endswith("tệp ghi 5, các dòng cộng lại là 4. a.xlsx, trang Sheet, dòng 6.")
    _go(step, 0, "online")
    _type(step, "7")
    _go(step, 0, "early")
    _type(step, "5")
    assert step.side.list.count() == 0 and step.side.state.text() == "Mọi phép cộng đều khớp"


def test_a_number_says_where_it_comes_from(step: FormStep, session: Session, tmp_path: Path) -> None:
    _take(session, tmp_path, "a.xlsx", HO_TICH)
    _take(session, tmp_path, "b.xlsx", HO_TICH[:1] + ["HỘ TỊCH"] + HO_TICH[2:], DAT_DAI)
    _go(step, 0, "online")
    said = _side(step)
    assert "a.xlsx, trang Sheet, dòng 4: 6" in said and "b.xlsx, trang Sheet, dòng 4: 6" in said
    assert "cột (4) Trong kỳ: Trực tuyến: 12" in said
    _go(step, step.grid.form_model.total_row, "online")
    assert "Hộ tịch 12 + Đất đai 5" in _side(step)


def test_a_typed_line_is_marked_and_can_be_taken_away(step: FormStep, session: Session, tmp_path: Path) -> None:
    _take(session, tmp_path, "a.xlsx", HO_TICH)
    _go(step, 0, "late")
    _type(step, "0")
    assert step.grid.form_model.shown.rows[0].typed
    _go(step, 0, "late")
    assert "Nhập tay: 0" in _side(step)
    assert "Dòng nhập tay" in str(step.grid.currentIndex().data(Qt.ItemDataRole.ToolTipRole))
    next(b for b in step.side.findChildren(QPushButton) if b.text() == "Bỏ dòng nhập tay" and b.isVisibleTo(step)).click()
    assert (step.grid.form_model.shown.rows[0].typed, _cell(step, 0, "late")) == (False, "1")
    session.undo()
    assert _cell(step, 0, "late") == "0"
    QTest.keyClick(step.grid, Key.Key_Delete)
    assert _cell(step, 0, "late") == "1"
    QTest.keyClick(step.grid, Key.Key_Delete)
    assert _cell(step, 0, "late") == "1", "a line from files is not deleted here"


def test_undo_of_a_typed_cell_through_the_window(shown: tuple[MainWindow, ReportsPage], step: FormStep, session: Session) -> None:
    figures.set_line(session, PERIOD, "Hộ tịch", online=5, on_time=5)
    _go(step, 0, "online")
    _type(step, "9")
    assert _cell(step, 0, "online") == "9"
    shown[0].actions_by_id["undo"].trigger()
    assert (_cell(step, 0, "online"), step.grid.currentIndex().row()) == ("5", 1), "the caret stays where Enter led"


def test_typing_is_kept_when_one_leaves_by_the_steps(shown: tuple[MainWindow, ReportsPage], step: FormStep, session: Session) -> None:
    figures.set_line(session, PERIOD, "Hộ tịch", online=5, on_time=5)
    _go(step, 0, "online")
    step.grid.edit(step.grid.currentIndex())
    editor = open_editor(step.grid)
    assert editor is not None
    type_text(editor, "8")
    shown[1].turn_to(0)
    assert figures.form_06a(session, PERIOD).lines[0].online == 8


def test_where_withdrawn_dossiers_count_is_chosen(step: FormStep, session: Session) -> None:
    figures.set_line(session, PERIOD, "Đất đai", online=10, on_time=6, withdrawn=2, open_in_time=2)
    assert step.withdrawn.isVisible() and step.footnote.isVisible()
    assert _cell(step, 0, "on_time") == "8"
    place = step.withdrawn.findData("open")
    step.withdrawn.setCurrentIndex(place)
    step.withdrawn.activated.emit(place)
    assert (_cell(step, 0, "on_time"), _cell(step, 0, "open_in_time")) == ("6", "4")
    assert step.footnote.text() == figures.form_06a(session, PERIOD).footnote != ""


def test_small_forms_are_typed_as_well(step: FormStep, session: Session) -> None:
    step.turn_to("pakn")
    assert not step.withdrawn.isVisible() and "Theo mẫu của văn phòng" in step.legal.full_text()
    step.grid.form_model.setData(step.grid.form_model.index(0, 1), "Đất đai")
    _go(step, 0, "new")
    _type(step, "4")
    _go(step, 0, "carried")
    _type(step, "2")
    assert (_cell(step, 0, "total"), _cell(step, step.grid.form_model.total_row, "total")) == ("6", "6")
    assert form_lines.form_lines(session, PERIOD, "pakn") == [("Đất đai", {"carried": 2, "new": 4})]
    step.grid.form_model.setData(step.grid.form_model.index(1, 1), "đất đai")
    assert "đã có dòng" in step.banner.text()
    _go(step, 0, "new")
    QTest.keyClick(step.grid, Key.Key_Delete)
    assert form_lines.form_lines(session, PERIOD, "pakn") == []
    step.turn_to("06a")
    assert step.grid.form_model.columnCount() == 13


def test_the_head_joins_titles_over_their_columns(session: Session) -> None:
    cells, lines = header_cells(form_lines.form(session, "06a"))
    assert lines == 3
    assert (2, 5, 0, 0, "Số lượng hồ sơ tiếp nhận") in cells
    assert (3, 4, 1, 1, "Trong kỳ") in cells
    assert (0, 0, 0, 2, "TT") in cells and (2, 2, 1, 2, "Tổng số") in cells
    covered = [(c, line) for first, last, top, bottom, _ in cells for c in range(first, last + 1) for line in range(top, bottom + 1)]
    assert len(covered) == len(set(covered)) == 13 * 3


def test_the_office_words_its_forms(step: FormStep, session: Session) -> None:
    dialog = step.forms_dialog()
    dialog.show()
    dialog.confirmed.click()
    assert "Theo mẫu của văn phòng" in dialog.legal.text()
    assert "Theo mẫu của văn phòng" in step.legal.full_text()
    label = dialog.labels["label"]
    label.setText("Mảng việc")
    label.setModified(True)
    label.commit()
    assert form_lines.form(session, "06a").columns[1].label == "Mảng việc"
    assert any(title == "Mảng việc" for *_, title in step.grid.head._cells)
    label.setText("")
    label.setModified(True)
    label.commit()
    assert label.text() == "Mảng việc", "a column keeps a title"
    dialog.reset.click()
    assert not form_lines.form(session, "06a").own
    assert dialog.confirmed.isChecked() and dialog.labels["label"].text() != "Mảng việc"
    dialog.close()


def test_a_workspace_that_cannot_be_written_is_only_shown(tmp_path: Path, session: Session, settings: SettingsStore) -> None:
    from contextlib import closing

    from kh_desktop.services.session import open_session

    figures.set_line(session, PERIOD, "Hộ tịch", online=5, on_time=5)
    path = session.path
    session.close()
    with closing(open_session(path, read_only=True)) as only:
        window = MainWindow(only, settings)
        window.show()
        window.show_page("reports")
        page = window.page("reports")
        assert isinstance(page, ReportsPage)
        page.show_period(PERIOD)
        page.turn_to(FORM)
        step = page.form(FORM)
        assert isinstance(step, FormStep)
        assert step.grid.form_model.add_row == -1 and step.grid.form_model.rowCount() == 2
        assert not step.grid.form_model.flags(step.grid.form_model.index(0, 3)) & Qt.ItemFlag.ItemIsEditable
        for place in (2, 3, 0):
            page.turn_to(place)
        window.release()
        window.hide()
        window.deleteLater()


def test_withdrawn_dossiers_that_no_column_counts_are_told_beside_the_sums(step: FormStep, session: Session) -> None:
    figures.set_line(session, PERIOD, "Hộ tịch", online=10, early=8, withdrawn=2)
    assert step.side.state.text() == "Mọi phép cộng đều khớp"
    figures.set_withdrawn(session, PERIOD, "apart")
    assert "đúng 2 hồ sơ rút, dừng, trả lại không tính vào cột nào" in step.side.state.text()


def test_shares_have_no_total_on_the_screen(step: FormStep, session: Session) -> None:
    step.turn_to("review")
    for label, saving in (("Đăng ký kết hôn", 10), ("Chứng thực", 20)):
        form_lines.set_form_line(session, PERIOD, "review", label, reviewed=1, saving=saving)
    model = step.grid.form_model
    keys = [c.key for c in model.shown.form.columns]
    total = [str(model.index(model.total_row, place).data()) for place in range(len(keys))]
    assert (total[keys.index("reviewed")], total[keys.index("saving")]) == ("2", "")
    assert model.index(model.add_row, keys.index("label")).data() == "Thêm dòng…"


def test_long_names_of_files_are_whole_beside_the_form(step: FormStep, session: Session, tmp_path: Path) -> None:
    name = "a_bieu_so_lieu_theo_linh_vuc_cua_xa_quy_iii.xlsx"
    figures.import_figures(session, PERIOD, read_figures(session, put(tmp_path, name, [[1, "Hộ tịch", 11, 6, 3, 1, 8, 4, 3, 1, 2, 2, 0]])))
    words = step.side.list.item(0).text()
    assert name in words.replace("\u200b", "") and "_\u200bbieu" in words
    for form in ("review", "pakn", "06a"):
        step.turn_to(form)
        QApplication.processEvents()
        assert step.tabs.width() >= step.tabs.sizeHint().width(), form


def test_more_feedback_dealt_with_than_came_is_told(shown: tuple[MainWindow, ReportsPage], step: FormStep, session: Session) -> None:
    step.turn_to("pakn")
    form_lines.set_form_line(session, PERIOD, "pakn", "Hộ tịch", new=1, settled=2)
    assert "đã xử lý và đang xử lý là 2, nhiều hơn tổng số 1" in step.side.list.item(0).text()
    assert "1 chỗ không khớp" in shown[1].steps.tabToolTip(FORM)
    form_lines.set_form_line(session, PERIOD, "pakn", "Hộ tịch", settled=1)
    assert step.side.list.count() == 0
