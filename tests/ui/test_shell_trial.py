"""What a newcomer's trial found: each stumbling block stays mended."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.ui import theme
from kh_desktop.ui.dialogs.issue import IssueDialog
from kh_desktop.ui.widgets import ComboBox, DateField, Field, FormTable, YearField, not_before, year_problem
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
    [("", "Hãy ghi năm"), ("hai", "“hai” không phải là năm"), ("20277", "bốn chữ số"), ("1989", "từ 1990 đến 2100"), ("²027", "không phải")],
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
