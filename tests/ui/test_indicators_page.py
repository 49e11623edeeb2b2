"""The dashboard in the real window: its numbers, the rows behind them, filters, what to do first, tables, paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from kh_desktop.domain.model import Plan, Target, Task, TaskGroup, TaskState
from kh_desktop.services import plans, progress
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import set_language
from kh_desktop.ui.indicators import IndicatorsPage
from kh_desktop.ui.indicators.data import RowLine
from kh_desktop.ui.indicators.paper import board_pages
from kh_desktop.ui.indicators.words import aim_words
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.page_output import PageOutput
from kh_desktop.ui.settings_store import SettingsStore
from tests.ui.calendar_help import TODAY, issue_sample, window_on
from tests.ui.indicators_help import FIGURES, page_of, set_figures, some_progress, take_all, targets_of


@pytest.fixture
def plan_id(sample_session: Session) -> int:
    """The issued sample plan, some of it done, its targets taken, figures of a quarter."""
    made = issue_sample(sample_session)
    some_progress(sample_session, made)
    take_all(sample_session, made)
    set_figures(sample_session)
    return made


@pytest.fixture
def shown(sample_session: Session, settings: SettingsStore, plan_id: int) -> Iterator[MainWindow]:
    """A window on 20/6 of the plan's year."""
    with window_on(sample_session, settings) as window:
        yield window


@pytest.fixture
def page(shown: MainWindow) -> IndicatorsPage:
    """The dashboard."""
    return page_of(shown)


def _faces(page: IndicatorsPage) -> dict[str, str]:
    return {card.face.key: card.face.number for card in page.board.cards.cards}


def _steps(page: IndicatorsPage) -> list[str]:
    return [page.board.steps.itemAt(n).widget().text() for n in range(page.board.steps.count())]  # type: ignore[union-attr]


def test_ctrl_5_answers_in_one_look(shown: MainWindow, page: IndicatorsPage) -> None:
    assert shown.actions_by_id["page_indicators"].shortcut().toString() == "Ctrl+5"
    board = page.board_data
    assert board is not None and board.late and board.targets
    late = {entry.key for unit in board.late for entry in unit.entries}
    assert _faces(page)["late"] == f"{len(late)} việc" and _faces(page)["tasks"].startswith("6/")
    assert _faces(page)["targets"] == f"1/{len(board.targets)}" and "ngày" in _faces(page)["report"]
    assert [row.key for row in page.board.late_list.rows()] == [unit.name or "-" for unit in board.late]
    first = page.board.target_list.rows()[0]
    assert "Chưa đạt, thiếu 12 điểm %" in first.reading and "86% (86/100)" in first.reading, "what is missed comes first"
    assert any("Không phát sinh" in row.reading for row in page.board.target_list.rows())
    assert page.board.months.months()[5].now and page.board.months.months()[5].late


def test_every_number_opens_the_rows_behind_it(shown: MainWindow, page: IndicatorsPage) -> None:
    page.board.cards.cards[0].click()
    rows = page.rows.list.rows()
    assert page.rows.isVisible() and f"{len(rows)} việc" == _faces(page)["late"]
    line = next(row for row in rows if isinstance(row, RowLine) and row.entry and row.entry.task_id)
    page.rows.list.opened.emit(line.key)
    assert shown.page_id == "appendix"
    shown.show_page("indicators")
    unit = page.board.unit_list.rows()[0]
    page.board.unit_list.opened.emit(unit.key)
    tasks = [row for row in page.rows.list.rows() if isinstance(row, RowLine)]
    row = next(u for u in page.board_data.units if u.name == unit.key)  # type: ignore[union-attr]
    assert len(tasks) == row.total and sum(t.meaning == "done" for t in tasks) == row.done
    page.rows.list.opened.emit(tasks[0].key)
    assert shown.page_id == "appendix"
    shown.show_page("indicators")
    page.board.months.opened.emit(9)
    assert shown.page_id == "calendar" and shown.page("calendar").day[:7] == "2027-09"  # type: ignore[attr-defined]


def test_the_rows_behind_a_number_follow_what_is_done(shown: MainWindow, page: IndicatorsPage, plan_id: int) -> None:
    unit = page.board.unit_list.rows()[0].key
    page.board.unit_list.opened.emit(unit)
    rows = [row for row in page.rows.list.rows() if isinstance(row, RowLine)]
    open_one = next(row for row in rows if row.meaning in ("todo", "late"))
    progress.set_progress(shown.session, [open_one.task_id], state=TaskState.DONE)
    assert next(row for row in page.rows.list.rows() if row.key == open_one.key).reading.find("Hoàn thành") > 0
    plans.delete_plan(shown.session, plan_id)
    assert page.rows.isHidden(), "its unit is gone"


def test_escape_closes_the_rows(page: IndicatorsPage) -> None:
    page.open_card("soon")
    assert page.rows.list.hasFocus()
    QTest.keyClick(page.rows.list, Qt.Key.Key_Escape)
    assert not page.rows.isVisible()


def test_a_target_opens_in_full(page: IndicatorsPage) -> None:
    key = page.board.target_list.rows()[0].key
    page.board.target_list.opened.emit(key)
    view = targets_of(page)
    assert page.bar.part() == "targets" and view.pane.row is not None and str(view.pane.row.target.id) == key


def test_a_filter_is_said_on_the_page(page: IndicatorsPage, plan_id: int) -> None:
    unit = page.board_data.units[0].name  # type: ignore[union-attr]
    before = _faces(page)["tasks"]
    page.bar.unit.set_value(unit)
    page.bar.filter_changed.emit()
    assert f"Đơn vị: {unit}" in page.said.full_text() and _faces(page)["tasks"] != before
    assert [row.key for row in page.board.unit_list.rows()] == [unit]
    page.bar.period.set_value("2027-Q1")
    page.bar.filter_changed.emit()
    assert "Kỳ: quý I/2027" in page.said.full_text()
    assert all(row.judged in ("no_figure", "no_number") for row in page.board_data.targets)  # type: ignore[union-attr]
    page.bar.plan.set_value(str(plan_id))
    page.bar.filter_changed.emit()
    assert page.plan_id == plan_id and "Đến ngày 20/06/2027" in page.said.full_text()


def test_a_plan_that_goes_is_no_longer_chosen(shown: MainWindow, page: IndicatorsPage) -> None:
    draft = plans.new_plan(shown.session, year=2028)
    page.bar.plan.set_value(str(draft))
    page.bar.filter_changed.emit()
    assert page.plan_id == draft
    plans.delete_plan(shown.session, draft)
    assert page.plan_id == 0 and page.board_data is not None


def test_tables_stand_in_for_the_charts(page: IndicatorsPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_F8)
    board = page.board_data
    assert board is not None and page.bar.tables.isChecked()
    for section, count in zip(page.board.sections(), (len(board.late), len(board.targets), len(board.units), 12), strict=True):
        assert section.twin.isVisible() and len(section.twin.cells().rows) == count
        assert section.chart is not None and not section.chart.isVisible()
    assert page.board.units.twin.cells().rows[0][1:] == tuple(
        str(n) for n in (board.units[0].done, board.units[0].doing, board.units[0].todo, board.units[0].dropped, board.units[0].total,
                         board.units[0].late)
    )  # fmt: skip
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert page.board.months.isVisible()


def test_the_next_report_says_what_is_missing(shown: MainWindow, page: IndicatorsPage) -> None:
    texts = [label.text() for label in page.board.report.findChildren(type(page.board.late.hint))]
    assert any("II.06a" in text for text in texts) and any(text.startswith("Báo cáo quý II/2027") for text in texts)


def test_the_button_opens_the_report_itself(shown: MainWindow, page: IndicatorsPage) -> None:
    page.board.report_button.click()
    assert shown.page_id == "reports" and shown.page("reports").period == "2027-Q2"  # type: ignore[attr-defined]


def test_print_and_export_mean_the_summary(shown: MainWindow, page: IndicatorsPage) -> None:
    wanted: list[PageOutput] = []
    page.paper_wanted.disconnect()
    page.paper_wanted.connect(wanted.append)
    shown.print_plan()
    shown.export_excel()
    shown.export_word()
    assert [w.how for w in wanted] == ["print", ".xlsx"]


def test_the_keys_go_from_part_to_part(page: IndicatorsPage) -> None:
    for number, part in enumerate(("board", "targets", "readings", "book"), start=1):
        QTest.keyClick(page, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert page.bar.part() == part and page.view(part).isVisible()


def test_a_change_shows_at_once_and_undo_takes_it_back(shown: MainWindow, page: IndicatorsPage) -> None:
    before = page.board.target_list.rows()
    set_figures(shown.session, "2027-Q3")
    assert page.board.target_list.rows() != before
    for _ in FIGURES:
        shown.session.undo()
    assert page.board.target_list.rows() == before


def test_an_empty_page_says_what_to_do_first(window: MainWindow) -> None:
    page = page_of(window)
    assert _steps(page) == ["Chưa có kế hoạch nào. Trang này lấy nhiệm vụ và chỉ tiêu từ kế hoạch."]
    asked: list[str] = []
    page.run_action.disconnect()
    page.run_action.connect(asked.append)
    _press(page, "Soạn kế hoạch mới")
    assert asked == ["new_plan"]
    groups = (TaskGroup(title="A", tasks=(Task(content="Bảo đảm 95% hồ sơ giải quyết đúng hạn"),)),)
    plans.new_plan_from(window.session, Plan(year=2026, groups=groups))
    assert [step.partition(".")[0] for step in _steps(page)] == ["Kế hoạch chưa có chỉ tiêu trong sổ"]
    take_all(window.session, plans.list_plans(window.session)[0].id)
    assert _steps(page) == ["Các chỉ tiêu chưa có số liệu của năm 2026."]
    _press(page, "Nhập số liệu")
    assert page.bar.part() == "readings"


def _press(page: IndicatorsPage, words: str) -> None:
    QApplication.processEvents()
    next(b for b in page.board.findChildren(QPushButton) if b.text() == words and b.isVisible()).click()


@pytest.mark.parametrize(("look", "scale", "language"), [("light", 100, "vi"), ("dark", 150, "en"), ("dark", 125, "stretch")])
def test_nothing_is_wider_than_the_window(
    sample_session: Session, settings: SettingsStore, plan_id: int, look: str, scale: int, language: str
) -> None:
    set_language(language)
    theme.manager().apply(look, scale)
    with window_on(sample_session, settings) as window:
        page = page_of(window)
        page.open_card("late")
        for part in ("board", "targets", "readings", "book"):
            page.turn_to(part)
            targets_of(page).choose(str(page.board_data.targets[0].target.id)) if part == "targets" else None  # type: ignore[union-attr]
            window.grab()
            assert page.width() <= window.width() and page.minimumSizeHint().width() <= window.width()
            assert page.bar.height() < 120


def test_paper_holds_charts_as_lines(page: IndicatorsPage) -> None:
    board = page.board_data
    assert board is not None
    theme.manager().apply("dark")
    pages = board_pages(board, "ỦY BAN NHÂN DÂN XÃ AN THẠNH", page.filter_words(), TODAY.date())
    assert pages.pdf.startswith(b"%PDF") and b"/Subtype /Image" not in pages.pdf and pages.pages >= 2
    width, height, data = pages.render(0, 40)
    assert pages.page_size(0) == pytest.approx((595.3, 841.9), abs=0.2) and data[:4] == b"\xff\xff\xff\xff", "white, also in the dark"
    assert len(data) >= width * height * 4


def test_the_text_of_the_paper_can_be_read(page: IndicatorsPage) -> None:
    import pypdfium2

    board = page.board_data
    assert board is not None
    made = board_pages(board, "Ủy ban nhân dân xã An Thạnh", page.filter_words(), TODAY.date())
    document = pypdfium2.PdfDocument(made.pdf)
    text = "\n".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))
    document.close()
    said = ("TỔNG HỢP CHỈ TIÊU, NHIỆM VỤ", "Chưa đạt, thiếu 12 điểm %", "Đến ngày 20/06/2027", board.units[0].name, "Quá hạn, của ai")
    for words in said:
        assert words in text.replace("\r\n", "\n"), words
    for row in board.targets:
        assert row.indicator is None or row.indicator.name.split()[-1] in text, "long names are whole on paper"
    assert "nhiệm vụ lặp lại tính từng lần" in " ".join(text.split()), "why the months hold more than there are tasks"


def test_the_page_is_written_as_pdf_and_excel(
    shown: MainWindow, page: IndicatorsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[PageOutput] = []
    page.paper_wanted.disconnect()
    page.paper_wanted.connect(wanted.append)
    for how in ("print", ".pdf", ".xlsx"):
        page.bar.output_wanted.emit(how)
    assert [w.how for w in wanted] == ["print", ".pdf", ".xlsx"] and wanted[1].name(".pdf") == "Chi-tieu-2027-06-20.pdf"
    assert wanted[0].pages().pages == 2
    for suffix, magic in ((".pdf", b"%PDF"), (".xlsx", b"PK")):
        path = tmp_path / f"Tổng hợp{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, path=path: (str(path), ""))
        monkeypatch.setattr("kh_desktop.ui.plan_deeds._accepted", lambda _dialog: True)
        shown.page_output(next(w for w in wanted if w.how == suffix))
        assert path.read_bytes().startswith(magic)


def test_what_a_target_asks_for_is_said_in_words(qapp: object) -> None:
    for target, words in (
        (Target(value="95"), "≥ 95%"), (Target(value="5", comparator="<="), "≤ 5%"), (Target(value="100", comparator="="), "100%"),
        (Target(value="60", ceiling="80"), "60% đến 80%"), (Target(comparator="assigned"), "theo mức cấp trên giao"),
        (Target(comparator="assigned", value="30"), "30%, cấp trên giao"),
        (Target(comparator="+", growth="20", ceiling="100"), "mỗi năm tăng 20 điểm %, đến 100%"),
        (Target(comparator="+", growth="-20%"), "mỗi năm giảm 20%"),
    ):  # fmt: skip
        assert aim_words(target) == words
    assert aim_words(Target(value="12", comparator="<="), "ngày") == "≤ 12 ngày"


def test_midnight_makes_more_late(sample_session: Session, settings: SettingsStore, plan_id: int) -> None:
    now = [TODAY]
    window = MainWindow(sample_session, settings, clock=lambda: now[0])
    window.show()
    page = page_of(window)
    before = _faces(page)["late"]
    now[0] = datetime(2027, 12, 31, 8)
    window.tell_new_day()
    assert _faces(page)["late"] != before
    window.release()
    window.hide()
    window.deleteLater()
