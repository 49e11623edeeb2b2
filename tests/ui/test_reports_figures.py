"""Báo cáo, Số liệu: files read, looked at, completed, taken in as one step; what keeps a file out is said with sheet and cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from kh_desktop.services import figures, periods
from kh_desktop.services.figure_files import FigureTable, known, read_figures
from kh_desktop.services.session import Session
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.reports import ReportsPage
from kh_desktop.ui.reports.figures_step import FiguresStep
from kh_desktop.ui.reports.mapping_dialog import MappingDialog
from kh_desktop.ui.reports.page import FIGURES
from kh_desktop.ui.reports.period_bar import offered
from kh_desktop.ui.reports.period_dialog import PeriodDialog
from kh_desktop.ui.reports.reading import read_files
from kh_desktop.ui.reports.take_details import ALL_ROWS
from kh_desktop.ui.reports.take_dialog import TakeDialog
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import ComboBox, LineEdit
from tests.importing.figure_books import export
from tests.ui.report_help import DAT_DAI, HO_TICH, PERIOD, answer, put, reports_on


@pytest.fixture
def shown(session: Session, settings: SettingsStore) -> Iterator[tuple[MainWindow, ReportsPage]]:
    """The page, nothing taken in yet."""
    with reports_on(session, settings) as both:
        yield both


@pytest.fixture
def page(shown: tuple[MainWindow, ReportsPage]) -> ReportsPage:
    """The page."""
    return shown[1]


def _step(page: ReportsPage) -> FiguresStep:
    step = page.form(FIGURES)
    assert isinstance(step, FiguresStep)
    return step


def _take(qtbot: QtBot, page: ReportsPage, paths: Sequence[Path]) -> None:
    _step(page).take_files(paths)
    qtbot.waitUntil(lambda: not _step(page).is_reading, timeout=10_000)


def _dialog(page: ReportsPage, session: Session, paths: Sequence[Path]) -> TakeDialog:
    return _step(page).take_dialog(read_files(paths, known(session), lambda _done: None))


def _texts(dialog: TakeDialog) -> str:
    QApplication.processEvents()
    lists = [lst.item(i).text() for lst in dialog.details.findChildren(QListWidget) if lst.isVisibleTo(dialog) for i in range(lst.count())]
    return "\n".join([label.text() for label in dialog.details.findChildren(QLabel) if label.isVisibleTo(dialog)] + lists)


def test_ctrl_6_shows_the_report_that_is_due_next(shown: tuple[MainWindow, ReportsPage], session: Session) -> None:
    window, page = shown
    window.show_page("home")
    assert window.actions_by_id["page_reports"].shortcut().toString() == "Ctrl+6"
    window.actions_by_id["page_reports"].trigger()
    assert window.page_id == "reports"
    assert (page.period, page.bar.list.currentText()) == (PERIOD, "Quý III/2026 (kỳ tới)")
    assert page.bar.left.text() == "còn 5 ngày"
    assert "15/06/2026" in page.bar.span.full_text() and "14/09/2026" in page.bar.span.full_text()
    assert _step(page).empty.isVisible()
    assert not window.header.next.isVisible()


def test_files_are_read_looked_at_and_taken_in_as_one_step(
    qtbot: QtBot, page: ReportsPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look(dialog: object) -> None:
        assert isinstance(dialog, TakeDialog)
        seen.append(_texts(dialog))
        assert [t.name for t in dialog.chosen()] == ["a.xlsx", "b.xlsx"]

    answer(monkeypatch, TakeDialog, look)
    _take(qtbot, page, [put(tmp_path, "a.xlsx", [HO_TICH]), put(tmp_path, "b.xlsx", [DAT_DAI])])
    assert "Kiểu bảng: Biểu II.06a (13 cột), 1 dòng" in seen[0]
    assert "Tiếp nhận 10: trực tuyến 6, trực tiếp và bưu chính 3, kỳ trước chuyển sang 1" in seen[0]
    assert "Đã có bảng cùng kiểu: b.xlsx." in seen[0]
    step = _step(page)
    assert figures.form_06a(session, PERIOD).total.received == 15
    assert step.said.text() == "Đã đưa 2 bảng vào quý III/2026."
    assert "cùng kiểu (a.xlsx)" in step.note.text()
    assert [step.table.item(row, 3).text() for row in range(step.table.rowCount())] == ["10", "5"]
    assert page.steps.tabText(FIGURES) == "1. Số liệu (2 tệp)"
    step.said.undo.click()
    assert figures.files(session, PERIOD) == []
    assert step.empty.isVisible() and not step.said.isVisible()


def test_what_keeps_a_file_out_is_named_with_its_cell(page: ReportsPage, session: Session, tmp_path: Path) -> None:
    wrong = put(tmp_path, "sai.xlsx", [[1, "Hộ tịch", 10, "sáu", 3, 1, 8, 4, 3, 1, 2, 2, 0]])
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    good = put(tmp_path, "tot.xlsx", [HO_TICH])
    dialog = _dialog(page, session, [good, wrong, broken])
    dialog.show()
    assert [t.name for t in dialog.chosen()] == ["tot.xlsx"]
    assert dialog.list.currentRow() == 1, "the first that needs a person is shown"
    assert "ô D4: có chữ “sáu” ở chỗ phải là số hồ sơ" in _texts(dialog)
    assert not dialog.list.item(1).flags() & Qt.ItemFlag.ItemIsUserCheckable
    dialog.list.setCurrentRow(2)
    assert "hong.xlsx" in _texts(dialog) and len(_texts(dialog).split()) > 5
    dialog.close()


def test_the_same_file_is_not_taken_twice(page: ReportsPage, session: Session, tmp_path: Path) -> None:
    path = put(tmp_path, "a.xlsx", [HO_TICH])
    figures.import_figures(session, PERIOD, read_figures(session, path))
    dialog = _dialog(page, session, [path])
    dialog.show()
    assert dialog.chosen() == [] and not dialog.deed.isEnabled()
    assert "đã được nhập cho quý III/2026" in _texts(dialog)
    dialog.close()


def test_the_row_of_the_office_is_chosen_by_a_person(page: ReportsPage, session: Session, tmp_path: Path) -> None:
    week = [[1, "Xã Bình Minh", *[4] * 13], [2, "Xã An Hòa", *[1] * 13]]
    dialog = _dialog(page, session, [put(tmp_path, "tuan.xlsx", week, "week_2026")])
    dialog.show()
    assert "hãy chọn dòng của cơ quan" in dialog.problem()
    unit = next(box for box in dialog.details.findChildren(ComboBox) if box.accessibleName() == "Đơn vị")
    unit.setCurrentIndex(2)
    unit.activated.emit(2)
    assert (dialog.problem(), dialog.chosen()[0].unit) == ("", "Xã An Hòa")
    QApplication.processEvents()
    field = next(x for x in dialog.details.findChildren(LineEdit) if x.accessibleName() == "Lĩnh vực" and x.isVisibleTo(dialog))
    field.setText("Tổng hợp")
    field.setModified(True)
    field.commit()
    assert dialog.chosen()[0].field == "Tổng hợp"
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.chosen() == [] and not dialog.deed.isEnabled()
    dialog.close()


def _register(path: Path, codes: Sequence[str]) -> Path:
    rows = [[1, code, "Khai sinh", 1, "A", "", "", "15/7/2026", "20/7/2026", "19/7/2026", "", ""] for code in codes]
    return put(path.parent, path.name, rows, "register", 12)


def test_dossiers_of_two_registers_are_counted_once(page: ReportsPage, session: Session, tmp_path: Path) -> None:
    figures.import_figures(session, PERIOD, read_figures(session, _register(tmp_path / "so1.xlsx", ["H1", "H2"])))
    dialog = _dialog(page, session, [_register(tmp_path / "so2.xlsx", ["H2", "H3"])])
    dialog.show()
    assert "1 hồ sơ đã có trong tệp khác, chỉ tính một lần." in _texts(dialog)
    channel = next(box for box in dialog.details.findChildren(ComboBox) if box.accessibleName() == "Cách nộp")
    channel.setCurrentIndex(1)
    channel.activated.emit(1)
    assert "Tiếp nhận 1: trực tuyến 1" in _texts(dialog)
    step = _step(page)
    step.store(dialog.chosen())
    dialog.close()
    assert step.note.text().startswith("1 hồ sơ đã có trong tệp khác, chỉ tính một lần.")
    assert [step.table.item(row, 6).text() for row in range(2)] == ["", "1"]
    form = figures.form_06a(session, PERIOD)
    assert (form.total.received, form.total.online) == (3, 1)


def test_an_unknown_export_is_explained_once(
    qtbot: QtBot, page: ReportsPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = ["Thứ tự", "Mảng việc", "Nộp qua mạng", "Nộp tại quầy", "Xong sớm"]
    path = tmp_path / "la.xlsx"
    path.write_bytes(export(titles, [[1, "Hộ tịch", 5, 2, 7], [2, "Đất đai", 1, 0, 1]], above=["Bảng của huyện"]))
    dialog = _dialog(page, session, [path])
    dialog.show()
    assert "hãy chỉ ra các cột" in dialog.problem()

    def explain(mapping: object) -> None:
        assert isinstance(mapping, MappingDialog)
        assert [mapping.list.item(row, 1).text() for row in range(2)] == ["1 · 2", "Hộ tịch · Đất đai"]
        assert "Lĩnh vực" in mapping.problem()
        for row, key in enumerate(("no", "label", "online", "direct", "early")):
            mapping.list.cellWidget(row, 2).set_value(key)  # type: ignore[attr-defined]
        assert mapping.problem() == ""

    answer(monkeypatch, MappingDialog, explain)
    dialog.explain()
    assert (dialog.problem(), dialog.tables()[0].needs_mapping) == ("", False)
    _step(page).store(dialog.chosen())
    dialog.close()
    assert figures.form_06a(session, PERIOD).total.received == 8
    path.write_bytes(export(titles, [[1, "Hộ tịch", 9, 0, 9], [2, "Đất đai", 1, 0, 1]], above=["Bảng của huyện"]))
    answer(monkeypatch, TakeDialog, lambda _dialog: None)
    _take(qtbot, page, [path])
    assert figures.form_06a(session, PERIOD).total.received == 18


def test_files_are_dropped_on_any_step(
    qtbot: QtBot, page: ReportsPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.turn_to(3)
    answer(monkeypatch, TakeDialog, lambda _dialog: None)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(put(tmp_path, "a.xlsx", [HO_TICH]))), QUrl.fromLocalFile(str(tmp_path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(50, 50), action, data, button, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), action, data, button, none))
    qtbot.waitUntil(lambda: not _step(page).is_reading, timeout=10_000)
    assert page.step == FIGURES
    assert [f.name for f in figures.files(session, PERIOD)] == ["a.xlsx"]


def test_reading_can_be_stopped(page: ReportsPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = answer(monkeypatch, TakeDialog, lambda _dialog: None)
    step = _step(page)
    step.take_files([put(tmp_path, "a.xlsx", [HO_TICH])])
    assert step.is_reading
    step._stop.click()
    QTest.qWait(60)
    assert not step.is_reading and seen == [] and figures.files(session, PERIOD) == []


def test_delete_takes_a_file_out_and_undo_brings_it_back(page: ReportsPage, session: Session, tmp_path: Path) -> None:
    figures.import_figures(session, PERIOD, read_figures(session, put(tmp_path, "a.xlsx", [HO_TICH])))
    step = _step(page)
    assert not step.remove.isEnabled()
    step.table.selectRow(0)
    assert step.remove.isEnabled()
    QTest.keyClick(step.table, Qt.Key.Key_Delete)
    assert figures.files(session, PERIOD) == [] and step.said.text() == "Đã bỏ a.xlsx."
    session.undo()
    assert step.table.rowCount() == 1


def test_other_periods_and_reports_that_were_sent(page: ReportsPage, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    page.bar.before.click()
    assert page.period == "2026-H1" or page.period.startswith("2026")
    before = page.period

    def special(dialog: object) -> None:
        assert isinstance(dialog, PeriodDialog)
        dialog.kind.set_value("special")
        dialog._fill()
        assert dialog.problem()
        dialog.start.set_value("2025-07-01")
        dialog.end.set_value("2025-12-14")
        assert dialog.problem() == ""

    answer(monkeypatch, PeriodDialog, special)
    page.choose_period()
    assert page.period == "2025-07-01..2025-12-14"
    assert page.bar.list.currentText() == "Từ ngày 01/07/2025 đến ngày 14/12/2025"
    page.show_period(before)
    periods.mark_sent(session, before)
    assert page.bar.left.text() == "Đã gửi"
    assert page.steps.tabText(3) == "4. Xuất (đã gửi)"


def test_one_unreadable_file_does_not_keep_the_others_out(session: Session, tmp_path: Path) -> None:
    progress: list[float] = []
    found = read_files([tmp_path / "khong-co.xlsx", put(tmp_path, "a.xlsx", [HO_TICH])], known(session), progress.append)
    assert [(f.path.name, isinstance(f.table, FigureTable), f.error is not None) for f in found] == [
        ("khong-co.xlsx", False, True), ("a.xlsx", True, False),
    ]  # fmt: skip
    assert all(0 <= done <= 1 for done in progress)


def _pick(dialog: TakeDialog, name: str, value: str) -> None:
    QApplication.processEvents()
    box = next(x for x in dialog.details.findChildren(ComboBox) if x.accessibleName() == name and x.isVisibleTo(dialog))
    box.set_value(value)
    box.committed.emit(value)
    QApplication.processEvents()


WHOLE = [1, "UBND xã An Bình", 20, 10, 2, 2, 4, 2, 15, 5, 7, 3, 5, 4, 1]


def test_the_whole_commune_is_not_added_to_its_fields_unasked(page: ReportsPage, session: Session, tmp_path: Path) -> None:
    paths = [put(tmp_path, "a.xlsx", [HO_TICH]), put(tmp_path, "b.xlsx", [WHOLE], "week_2026", 15)]
    dialog = _dialog(page, session, paths)
    dialog.show()
    dialog.list.setCurrentRow(1)
    assert "Bảng này và a.xlsx cùng đếm hồ sơ" in _texts(dialog)
    assert [t.counted for t in dialog.chosen()] == [True, False] and dialog.problem() == ""
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert [t.counted for t in dialog.chosen()] == [True], "alone it counts"
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    _pick(dialog, "Hồ sơ của bảng này", "yes")
    assert "có cộng vào biểu hay không" in dialog.problem(), "now the other one is asked about"
    dialog.list.setCurrentRow(1)
    _pick(dialog, "Hồ sơ của bảng này", "no")
    step = _step(page)
    step.store(dialog.chosen())
    dialog.close()
    assert figures.form_06a(session, PERIOD).total.received == 10
    assert "Không cộng vào biểu: b.xlsx." in step.note.text()
    assert "không cộng vào biểu" in step.table.item(1, 1).text()


def test_a_register_beside_the_form_is_asked_about(page: ReportsPage, session: Session, tmp_path: Path) -> None:
    figures.import_figures(session, PERIOD, read_figures(session, put(tmp_path, "a.xlsx", [HO_TICH])))
    dialog = _dialog(page, session, [_register(tmp_path / "so.xlsx", ["H1", "H2"])])
    dialog.show()
    assert "có cộng vào biểu hay không" in dialog.problem()
    _pick(dialog, "Hồ sơ của bảng này", "no")
    assert dialog.problem() == ""
    figures.import_figures(session, PERIOD, dialog.chosen())
    dialog.close()
    assert figures.form_06a(session, PERIOD).total.received == 10
    again = read_figures(session, _register(tmp_path / "so2.xlsx", ["H2", "H3"]))
    figures.import_figures(session, PERIOD, again)
    assert figures.form_06a(session, PERIOD).total.received == 12, "what is not counted keeps no dossier out"


def test_a_register_is_taken_without_its_wrong_rows(page: ReportsPage, session: Session, tmp_path: Path) -> None:
    rows = [[n, f"H{n}", "Khai sinh", 1, "A", "", "", "15/7/2026", "20/7/2026", "19/7/2026", "", ""] for n in range(4)]
    rows[1][7] = "31/6/2026"
    dialog = _dialog(page, session, [put(tmp_path, "so.xlsx", rows, "register", 12)])
    dialog.show()
    assert dialog.chosen() == []
    QApplication.processEvents()
    button = next(b for b in dialog.details.findChildren(QPushButton) if b.text() == "Bỏ 1 dòng sai, lấy 3 dòng còn lại")
    button.click()
    assert [t.skip_errors for t in dialog.chosen()] == [True]
    step = _step(page)
    step.store(dialog.chosen())
    dialog.close()
    assert figures.form_06a(session, PERIOD).total.received == 3
    assert "bỏ 1 dòng sai" in step.table.item(0, 1).text() and "Đã bỏ 1 dòng sai." in step.note.text()


def test_what_was_taken_out_stays_out_when_a_file_is_explained(
    page: ReportsPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "la.xlsx"
    path.write_bytes(export(["Thứ tự", "Mảng việc", "Nộp qua mạng"], [[1, "Hộ tịch", 5], [2, "Đất đai", 1]]))
    dialog = _dialog(page, session, [put(tmp_path, "a.xlsx", [HO_TICH]), path, put(tmp_path, "b.xlsx", [DAT_DAI])])
    dialog.show()
    for row in (0, 2):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.list.setCurrentRow(1)

    def explain(mapping: object) -> None:
        assert isinstance(mapping, MappingDialog)
        mapping.kind.set_value("satisfaction")
        mapping.kind.committed.emit("satisfaction")
        mapping.list.cellWidget(2, 2).set_value("votes")  # type: ignore[attr-defined]
        assert mapping.problem() == "Hãy chỉ ra cột “Đơn vị”.", "said while the dialog is open"
        mapping.kind.set_value("form_06a")
        mapping.kind.committed.emit("form_06a")
        for row, key in enumerate(("no", "label", "online")):
            mapping.list.cellWidget(row, 2).set_value(key)  # type: ignore[attr-defined]

    answer(monkeypatch, MappingDialog, explain)
    dialog.explain()
    assert [t.name for t in dialog.chosen()] == ["la.xlsx"]
    dialog.close()


def test_all_rows_of_a_table_by_units_are_added_when_one_says_so(page: ReportsPage, session: Session, tmp_path: Path) -> None:
    rows = [[1, "Hộ tịch", "", 40, 30, "", 8, "", 2, ""], [2, "Đất đai", "", 10, 5, "", 5, "", 0, ""]]
    dialog = _dialog(page, session, [put(tmp_path, "hl.xlsx", rows, "satisfaction")])
    dialog.show()
    assert "dòng của cơ quan" in dialog.problem()
    _pick(dialog, "Đơn vị", ALL_ROWS)
    assert dialog.problem() == "" and "96% (48/50)" in _texts(dialog)
    dialog.close()


def test_figures_typed_into_the_form_are_not_said_to_be_missing(page: ReportsPage, session: Session) -> None:
    figures.set_line(session, PERIOD, "Hộ tịch", online=10, early=10)
    step = _step(page)
    assert step.typed.isVisible() and not step.empty.isVisible()


def test_a_period_that_is_late_is_not_called_the_next_one(session: Session) -> None:
    notes = {p.key: note for p, note in offered(session, PERIOD, PERIOD, frozenset(), date(2026, 11, 21))}
    assert notes[PERIOD] == "quá hạn"
    notes = {p.key: note for p, note in offered(session, PERIOD, PERIOD, frozenset(), date(2026, 9, 1))}
    assert notes[PERIOD] == "kỳ tới"


def test_a_report_that_was_sent_is_told_before_more_comes_in(page: ReportsPage, session: Session, tmp_path: Path) -> None:
    paths = [put(tmp_path, "a.xlsx", [HO_TICH])]
    words = "Báo cáo kỳ này đã gửi."
    before = _dialog(page, session, paths)
    assert not any(words in label.text() for label in before.findChildren(QLabel))
    periods.mark_sent(session, PERIOD)
    after = _dialog(page, session, paths)
    assert any(words in label.text() for label in after.findChildren(QLabel))
    for dialog in (before, after):
        dialog.deleteLater()
