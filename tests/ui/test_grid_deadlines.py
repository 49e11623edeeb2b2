"""What was understood of deadlines, in the grid and beside it: lines, mending, explaining, composing; the printed phrase stays its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from kh_desktop.domain.deadlines import Deadline, read_deadline
from kh_desktop.domain.deadlines.composer import Choice, Part
from kh_desktop.domain.model import Task
from kh_desktop.services import issuing, plans, schedule, tasks
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.grid import AppendixPage
from kh_desktop.ui.grid.deadlines.composer_form import ComposerForm
from kh_desktop.ui.grid.deadlines.explain_form import ExplainForm, Explanation
from kh_desktop.ui.grid.deadlines.field_line import PAUSE_MS
from kh_desktop.ui.grid.deadlines.live_line import LiveLine
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore
from tests.ui.grid_help import make_office, make_plan, press, unikey

Role = Qt.ItemDataRole
PHRASES = ("Trước ngày 31/9/2027", "Sau Tết", "Quý II/2027", "Theo kế hoạch của tỉnh", "Trước ngày 15 hằng tháng", "")
INVALID, UNKNOWN, WINDOW, OPEN, RECURRING, EMPTY = range(1, 7)


@pytest.fixture
def plan_id(session: Session) -> int:
    """One group whose tasks have these deadlines."""
    make_office(session)
    made = make_plan(session, groups=1, tasks=len(PHRASES))
    for task, phrase in zip(stored(session, made), PHRASES, strict=True):
        tasks.update_task(session, task.id, deadline=phrase)
    return made


@pytest.fixture
def page(session: Session, plan_id: int, settings: SettingsStore, qtbot: QtBot) -> Iterator[AppendixPage]:
    made = AppendixPage(session, settings=settings)
    qtbot.addWidget(made)
    end = session.subscribe(made.on_changes)
    made.resize(1200, 650)
    made.show_plan(plan_id)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.panel.review_now()
    yield made
    end()


def stored(session: Session, plan_id: int) -> list[Task]:
    return [task for group in plans.get_plan(session, plan_id).groups for task in group.tasks]


def cell(page: AppendixPage, row: int) -> QModelIndex:
    return page.panel.model.index(row, page.panel.model.keys.index("deadline"))


def spoken(page: AppendixPage, row: int) -> str:
    """What assistive tools say of the deadline cell."""
    return str(page.panel.model.data(cell(page, row), Role.AccessibleTextRole))


def stand(page: AppendixPage, row: int) -> None:
    page.panel.view.go_to(row, "deadline")
    page.panel.view.setFocus()
    QTest.qWait(0)


def picture(page: AppendixPage, row: int) -> QImage:
    view = page.panel.view
    return view.viewport().grab(view.visualRect(cell(page, row))).toImage()


def has_colour(image: QImage, token: str) -> bool:
    wanted = theme.color(token).rgb()
    return any(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(6, image.width()))


def entries(page: AppendixPage) -> list[str]:
    menu = QMenu()
    page.panel.deadlines.add_entries(menu)
    return [action.text().split("\t")[0] for action in menu.actions() if action.text()]


# --- the line


def test_under_each_deadline_stands_what_was_understood(page: AppendixPage) -> None:
    assert spoken(page, WINDOW).endswith("Quý II/2027; từ 01/4/2027 đến 30/6/2027")
    assert "không có ngày 31/9/2027 – sửa thành 30/9/2027?" in spoken(page, INVALID)
    assert "chưa hiểu thời hạn này" in spoken(page, UNKNOWN)
    assert "chờ sự việc" in spoken(page, OPEN)
    assert spoken(page, EMPTY).endswith(": ")


def test_the_line_has_room_and_is_amber_only_where_a_person_is_needed(page: AppendixPage) -> None:
    stand(page, EMPTY)
    assert has_colour(picture(page, INVALID), "soon")
    assert has_colour(picture(page, UNKNOWN), "soon")
    assert not has_colour(picture(page, WINDOW), "soon")
    height = page.panel.view.rowHeight(RECURRING)
    page.panel.deadlines.lines.trigger()
    assert page.panel.view.rowHeight(RECURRING) < height
    assert not has_colour(picture(page, INVALID), "soon")
    assert "từ 01/4" not in spoken(page, WINDOW)


def test_a_cell_shows_the_first_of_many_days_the_rest_is_told_beside_it(page: AppendixPage) -> None:
    line = page.panel.model.readings.line("Trước ngày 15 hằng tháng")
    assert line is not None
    assert line.short == "hằng tháng: đến hết 14/01/2027; …"
    assert "14/3/2027" in line.text
    stand(page, RECURRING)
    assert "14/3/2027" in page.details.deadline.words()


def test_showing_the_lines_is_a_setting_that_stays(page: AppendixPage, settings: SettingsStore, session: Session, plan_id: int) -> None:
    assert page.panel.deadlines.lines in page.panel.seeing.menu.actions()
    page.panel.deadlines.lines.trigger()
    assert not SettingsStore(settings.path).state.deadline_lines
    other = AppendixPage(session, settings=settings)
    other.show_plan(plan_id)
    assert not other.panel.deadlines.lines.isChecked()
    assert not other.panel.model.readings.on
    other.deleteLater()


def test_each_phrase_is_read_once(page: AppendixPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(text: str, *, year: int, period: tuple[str, str] | None = None) -> Deadline:
        asked.append(text)
        return read_deadline(text, year=year, period=period)

    monkeypatch.setattr("kh_desktop.ui.grid.deadlines.lines.read_deadline", counted)
    for _ in range(3):
        page.panel.view.viewport().repaint()
        page.panel.view.sizer.remeasure()
    assert asked == []
    page.panel.model.readings.line("Quý III/2027")
    page.panel.model.readings.line("Quý III/2027")
    assert asked == ["Quý III/2027"]


def test_another_period_of_the_plan_is_read_anew(page: AppendixPage, session: Session, plan_id: int) -> None:
    tasks.update_task(session, stored(session, plan_id)[5].id, deadline="Quý IV")
    assert "2027" in spoken(page, EMPTY)
    plans.set_plan(session, plan_id, year=2028)
    assert "từ 01/10/2028" in spoken(page, EMPTY)


# --- mending


def test_one_key_puts_the_day_that_exists_in_place_as_one_step(page: AppendixPage, session: Session, plan_id: int) -> None:
    stand(page, INVALID)
    QTest.keyClick(page.panel.view, Qt.Key.Key_F7)
    assert stored(session, plan_id)[0].deadline == "Trước ngày 30/9/2027"
    assert "đến hết 29/9/2027" in spoken(page, INVALID)
    assert session.undo_label == "Sửa ngày không có thật ở nhiệm vụ I.1"
    session.undo()
    assert stored(session, plan_id)[0].deadline == PHRASES[0]


def test_the_menu_and_the_panel_beside_offer_the_same(page: AppendixPage, session: Session, plan_id: int) -> None:
    stand(page, INVALID)
    assert entries(page) == ["Sửa thành 30/9/2027", "Thời hạn này nghĩa là…", "Soạn thời hạn"]
    assert page.details.deadline.mend.text() == "Sửa thành 30/9/2027"
    page.details.deadline.mend.click()
    assert stored(session, plan_id)[0].deadline == "Trước ngày 30/9/2027"
    assert page.details.deadline.words() == "đến hết 29/9/2027"
    assert page.details.deadline.mend.isHidden()


def test_the_list_of_problems_jumps_and_mends(page: AppendixPage, session: Session, plan_id: int) -> None:
    menu = page.panel.footer.problems_menu
    found = [action for action in menu.actions() if "Sửa thành 30/9/2027" in action.text()]
    assert len(found) == 1
    said = menu.actions()[menu.actions().index(found[0]) - 1]
    assert "31/9/2027" in said.text()
    said.trigger()
    assert page.panel.view.currentIndex() == cell(page, INVALID)
    found[0].trigger()
    assert stored(session, plan_id)[0].deadline == "Trước ngày 30/9/2027"
    page.panel.review_now()
    assert not any("30/9" in action.text() for action in menu.actions())
    assert any("chưa hiểu" in action.text() for action in menu.actions())


# --- explaining


def answered(monkeypatch: pytest.MonkeyPatch, form: type[QDialog], fill: Callable[..., None]) -> None:
    def run(self: QDialog) -> int:
        fill(self)
        return int(QDialog.DialogCode.Accepted.value) if self.result() else 0

    monkeypatch.setattr(form, "exec", lambda self: QDialog.DialogCode(run(self)))


def test_what_an_unknown_one_means_is_stored_and_the_phrase_stays(
    page: AppendixPage, session: Session, plan_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(form: ExplainForm) -> None:
        form.end.setText("28/02/2027")
        form.show()
        form._accept()

    answered(monkeypatch, ExplainForm, fill)
    stand(page, UNKNOWN)
    QTest.keyClick(page.panel.view, Qt.Key.Key_F7)
    task = stored(session, plan_id)[1]
    assert task.deadline == "Sau Tết"
    assert schedule.reading_of(plans.get_plan(session, plan_id), task).end == "2027-02-28"
    assert spoken(page, UNKNOWN).endswith("Sau Tết; đến hết 28/02/2027 (đã giải thích)")
    assert not has_colour(picture(page, UNKNOWN), "soon")
    assert session.undo_label == "Giải thích thời hạn nhiệm vụ I.2"
    assert "Bỏ giải thích" in entries(page)
    page.panel.review_now()
    assert not any("chưa hiểu" in action.text() for action in page.panel.footer.problems_menu.actions())


def test_an_explanation_is_taken_back_or_ends_with_its_phrase(page: AppendixPage, session: Session, plan_id: int) -> None:
    row = page.panel.model.rows[UNKNOWN]
    page.panel.deadlines.take_explanation(row, Explanation("ongoing"))
    assert "thường xuyên, 01/01–31/12/2027 (đã giải thích)" in spoken(page, UNKNOWN)
    page.panel.deadlines.forget(row)
    assert "chưa hiểu" in spoken(page, UNKNOWN)
    page.panel.deadlines.take_explanation(row, Explanation("recurring", every=("quarter",)))
    assert "hằng quý (đã giải thích)" in spoken(page, UNKNOWN)
    page.panel.model.setData(cell(page, UNKNOWN), "Sau Tết Nguyên đán")
    assert "chưa hiểu" in spoken(page, UNKNOWN)


def test_an_issued_plan_is_explained_but_not_mended(page: AppendixPage, session: Session, plan_id: int) -> None:
    issuing.issue(session, plan_id, number="24", issued="2027-01-05")
    stand(page, INVALID)
    assert entries(page) == ["Thời hạn này nghĩa là…"]
    page.panel.deadlines.take_explanation(page.panel.model.rows[INVALID], Explanation("due", end="2027-09-30"))
    assert "đến hết 30/9/2027 (đã giải thích)" in spoken(page, INVALID)
    assert stored(session, plan_id)[0].deadline == PHRASES[0]


@pytest.mark.parametrize(
    ("kind", "start", "end", "words"),
    [
        ("due", "", "", "Hãy ghi ngày cuối."),
        ("due", "", "31/9/2027", "“31/9/2027” không phải là ngày có thật."),
        ("window", "", "30/9/2027", "Hãy ghi ngày đầu."),
        ("window", "01/10/2027", "30/9/2027", "Ngày đầu phải trước ngày cuối."),
        ("ongoing", "", "", ""),
        ("recurring", "01/4/2027", "", ""),
        ("open", "", "", ""),
    ],
)
def test_the_form_says_what_is_missing(page: AppendixPage, kind: str, start: str, end: str, words: str) -> None:
    form = page.panel.deadlines.explain_form(page.panel.model.rows[UNKNOWN])
    assert form is not None
    form.show()
    form.kind.set_value(kind)
    form._show_parts()
    form.start.setText(start)
    form.end.setText(end)
    assert form.problem() == words
    form._accept()
    assert bool(form.result()) is not bool(words)
    form.deleteLater()


# --- composing


def composer(page: AppendixPage) -> ComposerForm:
    form = page.panel.deadlines.composer_form()
    assert form is not None
    return form


def test_a_composed_phrase_goes_into_the_cell_as_one_step(
    page: AppendixPage, session: Session, plan_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(form: ComposerForm) -> None:
        form.start_with(Choice("latest", Part("quarter", 2027, 3)))
        form._accept()

    answered(monkeypatch, ComposerForm, fill)
    stand(page, EMPTY)
    QTest.keyClick(page.panel.view, Qt.Key.Key_F7)
    assert stored(session, plan_id)[5].deadline == "Đến hết quý III/2027"
    assert "đến hết 30/9/2027" in spoken(page, EMPTY)
    assert session.undo_label == "Soạn thời hạn nhiệm vụ I.6"
    session.undo()
    assert stored(session, plan_id)[5].deadline == ""


@pytest.mark.parametrize(
    ("choice", "phrase", "reading"),
    [
        (Choice("within", Part("month", 2027, 9)), "Trong tháng 9/2027", "từ 01/9/2027 đến 30/9/2027"),
        (Choice("before", Part("day", day="2027-09-15")), "Trước ngày 15/9/2027", "đến hết 14/9/2027"),
        (Choice("range", Part("quarter", 2027, 2), Part("quarter", 2027, 4)), "Từ quý II/2027 đến quý IV/2027", "từ 01/4/2027"),
        (Choice("recurring", every="month"), "Định kỳ hằng quý", "hằng quý"),
        (Choice("open"), "Theo yêu cầu", "chưa có ngày"),
    ],
)
def test_the_phrase_and_its_reading_are_shown_at_once(page: AppendixPage, choice: Choice, phrase: str, reading: str) -> None:
    form = composer(page)
    form.start_with(choice)
    assert form.phrase_label().text() == form.phrase() == phrase
    assert reading in form.reading_label().text()
    assert form.deed.isEnabled()
    form.deleteLater()


def test_nothing_is_offered_before_the_choice_is_complete(page: AppendixPage) -> None:
    form = composer(page)
    form.start_with(Choice("before", Part("day")))
    assert (form.phrase(), form.deed.isEnabled(), form.reading_label().text()) == ("", False, "Hãy chọn ngày.")
    form.first.day.setText("15/9/2027")
    assert (form.phrase(), form.deed.isEnabled()) == ("Trước ngày 15/9/2027", True)
    form.start_with(Choice("range", Part("month", 2027, 6), Part("month", 2027, 3)))
    assert form.reading_label().text() == "Phần đầu phải trước phần cuối."
    form.deleteLater()


def test_every_kind_and_part_of_the_form_gives_a_phrase_or_says_why_not(page: AppendixPage) -> None:
    form = composer(page)
    for kind in range(form.form_box.count()):
        form.form_box.set_value(form.form_box.itemData(kind))
        form._show_parts()
        units = form.first.unit_box
        assert units is not None
        for unit in [units.itemData(place) for place in range(units.count())]:
            form.first.set_unit(unit)
            form._show_parts()
            assert form.deed.isEnabled() is bool(form.phrase())
            assert form.phrase() or form.reading_label().text() == "Hãy chọn ngày."
    form.deleteLater()


# --- while typing


def test_beside_the_grid_the_line_follows_the_typing_without_touching_it(page: AppendixPage) -> None:
    stand(page, WINDOW)
    field = page.details._parts["deadline"][1]
    field.setFocus()
    field.selectAll()  # type: ignore[union-attr]
    unikey("Hă", "<ằng qu", "y", "<ý")
    text, place = field.toPlainText(), field.textCursor().position()  # type: ignore[union-attr]
    QTest.qWait(PAUSE_MS + 50)
    assert page.details.deadline.words() == "hằng quý"
    assert (field.toPlainText(), field.textCursor().position()) == (text, place) == ("Hằng quý", 8)  # type: ignore[union-attr]
    assert QApplication.focusWidget() is field


def test_in_the_cell_the_line_lies_below_the_editor_and_goes_with_it(page: AppendixPage, session: Session, plan_id: int) -> None:
    stand(page, WINDOW)
    press(Qt.Key.Key_T, "T", widget=page.panel.view)
    unikey("rước 31/4")
    QTest.qWait(PAUSE_MS + 50)
    line = page.panel.view.findChild(LiveLine)
    assert line is not None
    assert line.isVisible()
    assert "sửa thành 30/4?" in line.text()
    assert line.parentWidget() is page.panel.view
    press(Qt.Key.Key_Return)
    QTest.qWait(0)
    assert stored(session, plan_id)[2].deadline == "Trước 31/4"
    assert page.panel.view.findChild(LiveLine) is None or not line.isVisible()


def test_an_explained_deadline_is_not_doubted_while_its_cell_is_open(page: AppendixPage) -> None:
    page.panel.deadlines.take_explanation(page.panel.model.rows[UNKNOWN], Explanation("open"))
    stand(page, UNKNOWN)
    press(Qt.Key.Key_F2, widget=page.panel.view)
    QTest.qWait(PAUSE_MS + 50)
    line = page.panel.view.findChild(LiveLine)
    assert line is not None
    assert line.text().endswith("(đã giải thích)")
    press(Qt.Key.Key_End)
    unikey("!")
    QTest.qWait(PAUSE_MS + 50)
    assert line.text() == "chưa hiểu thời hạn này"
    press(Qt.Key.Key_Escape)
    QTest.qWait(0)


def test_the_wizard_shows_the_lines_and_keeps_the_setting(sample_window: MainWindow) -> None:
    grid = sample_window._grid_panel(sample_window)
    grid.show_plan(sample_window.plan_id)  # type: ignore[attr-defined]
    assert grid.model.readings.on  # type: ignore[attr-defined]
    sample_window.settings.update(deadline_lines=False)
    grid.show_plan(sample_window.plan_id)  # type: ignore[attr-defined]
    assert not grid.model.readings.on  # type: ignore[attr-defined]
    grid.deleteLater()


def test_a_moved_deadline_says_so_under_its_phrase(page: AppendixPage, session: Session, plan_id: int) -> None:
    made = stored(session, plan_id)
    key = f"task:{made[2].id}:2027-06-30"
    schedule.move_due(session, key, "2027-07-14", "Chờ số liệu")
    schedule.move_due(session, f"task:{made[4].id}:2027-03-14", "2027-03-19", "Trùng hội nghị")
    model = page.panel.model

    def said(row: int) -> str:
        texts = model.rows[row].texts
        line = model.readings.line(texts["deadline"], texts["meaning"])
        return line.text if line is not None else ""

    assert said(WINDOW).endswith("; dời sang 14/07/2027")
    assert said(RECURRING).endswith("; đã dời 1 ngày")
    schedule.put_due_back(session, key)
    assert "dời" not in said(WINDOW)
    schedule.move_due(session, key, "2027-07-14", "Chờ số liệu")
    tasks.update_task(session, made[2].id, deadline="Quý III/2027")
    assert "dời" not in said(WINDOW), "the move was of a day the phrase does not name any more"
