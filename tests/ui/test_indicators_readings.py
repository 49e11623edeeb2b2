"""The table of figures: typing, what is refused stays, nothing arose, where a figure comes from, files, other years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox

from kh_desktop.services import indicators
from kh_desktop.services.indicators import readings
from kh_desktop.services.session import Session
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.indicators.bring_dialog import BringDialog
from kh_desktop.ui.indicators.page import IndicatorsPage
from kh_desktop.ui.indicators.readings_view import ReadingsView
from kh_desktop.ui.settings_store import SettingsStore
from tests.ui.calendar_help import window_on
from tests.ui.indicators_help import page_of, readings_of

Key = Qt.Key
NOW = datetime(2026, 11, 20, 9)


@pytest.fixture
def page(session: Session, settings: SettingsStore) -> Iterator[IndicatorsPage]:
    """The page of an office without a plan: figures can be typed at once."""
    with window_on(session, settings, NOW) as window:
        window.activateWindow()
        yield page_of(window)


@pytest.fixture
def view(page: IndicatorsPage) -> ReadingsView:
    """Its figures, at the third quarter of the first indicator."""
    made = readings_of(page)
    made.table.go_to("dung_han", "2026-Q3")
    return made


def _type(view: ReadingsView, text: str, *, enter: bool = True) -> None:
    """Type in the table, then in the field the keys went to."""
    QTest.keyClicks(view.table, text[0])
    field = next(view.pane.line(key) for key in ("numerator", "value") if view.pane.line(key).text() == text[0])
    QTest.keyClicks(field, text[1:])
    if enter:
        QTest.keyClick(field, Key.Key_Return)


def _cell(view: ReadingsView, key: str, period: str) -> str:
    model = view.table.figures
    row, column = [i.key for i in model.indicators].index(key), model.periods.index(period) + 1
    return str(model.index(row, column).data() or "")


def _said(view: ReadingsView) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in view.pane.findChildren(QLabel) if not label.isHidden())


def test_counts_typed_in_the_table_are_stored_and_one_goes_down(session: Session, view: ReadingsView) -> None:
    _type(view, "189/200")
    found = readings(session, indicator="dung_han")[0]
    assert (found.numerator, found.denominator, found.origin) == (189, 200, "typed")
    assert _cell(view, "dung_han", "2026-Q3") == "94,5%"
    at = view.table.at()
    assert at is not None and (at[0].key, at[1]) == ("qua_han", "2026-Q3"), "on to the next indicator of the period"
    session.undo()
    assert readings(session) == [] and _cell(view, "dung_han", "2026-Q3") == ""


def test_enter_goes_from_the_counts_above_to_those_below(session: Session, view: ReadingsView) -> None:
    _type(view, "50")
    assert view.pane.line("denominator").hasFocus() and readings(session) == []
    QTest.keyClicks(view.pane.line("denominator"), "80")
    QTest.keyClick(view.pane.line("denominator"), Key.Key_Return)
    assert readings(session)[0].denominator == 80


def test_a_result_alone_is_enough_and_replaces_counts(session: Session, view: ReadingsView) -> None:
    _type(view, "189/200")
    view.table.go_to("dung_han", "2026-Q3")
    value = view.pane.line("value")
    QTest.keyClicks(value, "96,2%")
    QTest.keyClick(value, Key.Key_Return)
    found = readings(session, indicator="dung_han")[0]
    assert found.numerator is None and str(found.value) == "96.2"


def test_a_result_typed_in_the_table_is_stored_at_once(session: Session, view: ReadingsView) -> None:
    _type(view, "94,5%")
    found = readings(session, indicator="dung_han")[0]
    assert (found.numerator, str(found.value)) == (None, "94.5") and _cell(view, "dung_han", "2026-Q3") == "94,5%"
    view.table.go_to("dung_han", "2026-Q3")
    _type(view, "189/200")
    view.table.go_to("dung_han", "2026-Q3")
    _type(view, "96%")
    found = readings(session, indicator="dung_han")[0]
    assert (found.numerator, found.denominator, str(found.value)) == (None, None, "96")


@pytest.mark.parametrize("text", ["0,95", "-5"])
def test_what_is_no_result_is_refused_at_the_first_enter(session: Session, view: ReadingsView, text: str) -> None:
    _type(view, text)
    assert readings(session) == [] and view.pane.note.text() and not view.pane.line("denominator").hasFocus()
    assert text in view.pane.note.text()


def test_what_is_refused_stays_with_the_reason(session: Session, view: ReadingsView) -> None:
    value = view.pane.line("value")
    QTest.keyClicks(value, "0,95")
    QTest.keyClick(value, Key.Key_Return)
    assert readings(session) == [] and value.text() == "0,95" and "0,95" in view.pane.note.text()
    view.table.go_to("qua_han", "2026-Q3")
    assert view.pane.line("value").text() == "" and view.pane.note.text() == ""
    view.table.go_to("dung_han", "2026-Q3")
    assert view.pane.line("value").text() == "0,95", "typing that is not taken over waits at its cell"
    view.pane.line("value").setText("95%")
    view.pane.store.click()
    assert str(readings(session)[0].value) == "95"


def test_half_a_figure_is_not_lost(session: Session, view: ReadingsView) -> None:
    QTest.keyClicks(view.pane.line("numerator"), "12")
    commit_editors(view.window())
    assert readings(session) == [] and view.pane.line("numerator").text() == "12"
    QTest.keyClicks(view.pane.line("denominator"), "20")
    commit_editors(view.window())
    assert readings(session)[0].numerator == 12, "leaving the page stores what is complete"


def test_nothing_arose_is_no_hundred_per_cent(session: Session, view: ReadingsView) -> None:
    view.pane.nothing.click()
    assert _cell(view, "dung_han", "2026-Q3") == "KPS"
    view.table.go_to("dung_han", "2026-Q3")
    assert "Không phát sinh" in _said(view)
    model = view.table.figures
    assert "Không phát sinh" in str(model.index(0, model.periods.index("2026-Q3") + 1).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_figure_says_where_it_comes_from_and_who_changed_it(session: Session, view: ReadingsView) -> None:
    indicators.set_reading(session, "dung_han", "2026-Q3", numerator=180, denominator=200, who="Lan")
    indicators.set_reading(session, "dung_han", "2026-Q3", numerator=189, denominator=200, who="Minh")
    said = _said(view)
    assert "Nhập tay" in said and "Minh" in said and "Ghi 90% (180/200)" in said and "Ghi 94,5% (189/200)" in said
    QTest.keyClick(view.table, Key.Key_Delete)
    assert readings(session) == []


def test_more_than_a_hundred_per_cent_is_doubted(session: Session, view: ReadingsView) -> None:
    _type(view, "120/100")
    view.table.go_to("dung_han", "2026-Q3")
    assert "lớn hơn 100%" in view.pane.doubt.text()


def test_a_table_from_a_file_and_what_counts_beside_it(
    session: Session, view: ReadingsView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Số liệu quý III.csv"
    path.write_text("Chỉ tiêu;Tử số;Mẫu số\ndung_han;90;100\nhai_long;0;0\n", encoding="utf-8-sig")
    monkeypatch.setattr(BringDialog, "exec", lambda _dialog: int(QDialog.DialogCode.Accepted))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    view.bring.click()
    assert "2 số liệu" in view.result.text() and _cell(view, "dung_han", "2026-Q3") == "90%" and _cell(view, "hai_long", "2026-Q3") == "KPS"
    assert "Số liệu quý III.csv" in _said(view)
    _type(view, "91/100")
    view.table.go_to("dung_han", "2026-Q3")
    assert _cell(view, "dung_han", "2026-Q3") == "91%" and "Số liệu khác của kỳ này" in _said(view) and "90% (90/100)" in _said(view)
    view.pane.remove.click()
    assert _cell(view, "dung_han", "2026-Q3") == "90%", "what was imported counts again"


def test_a_wrong_table_is_refused_as_a_whole(
    session: Session, view: ReadingsView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sai.csv"
    path.write_text("Chỉ tiêu;Tử số;Mẫu số\ndung_han;90;100\nhai_long;x;5\n", encoding="utf-8-sig")
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    view.bring_table(path, "2026-Q3")
    assert len(shown) == 1 and "dòng 3" in shown[0] and readings(session) == []


def test_other_years_and_other_periods(session: Session, view: ReadingsView) -> None:
    indicators.set_reading(session, "dung_han", "2025-07-01..2025-12-14", value="97")
    view.show_year(2025)
    assert "2025-07-01..2025-12-14" in view.table.figures.periods, "a special period that has figures is there"
    view.kind.set_value("month")
    view.reload()
    assert view.table.figures.periods[0] == "2025-M07", "the office was formed that month"
    view.show_year(2026)
    assert len(view.table.figures.periods) == 12
    view.show_year(3000)
    assert view.year == 2100


def test_the_newest_period_of_an_indicator_is_gone_to(page: IndicatorsPage) -> None:
    page.show_reading("hai_long")
    at = readings_of(page).table.at()
    assert at is not None and (at[0].key, at[1]) == ("hai_long", "2026-Q4")
