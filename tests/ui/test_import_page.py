"""Opening plans of other programs in the real window: files, the clipboard, refusals, saving, leaving."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kh_desktop.domain.model import PlanState
from kh_desktop.services import export, issuing, plans
from kh_desktop.services.attachments import attachments
from kh_desktop.services.import_review import Hint, Reading, Source, Spot, Table
from kh_desktop.services.plan_file import read_answers
from kh_desktop.services.session import Session
from kh_desktop.ui import errors, reading_commands
from kh_desktop.ui.dialogs.scans import ScansDialog
from kh_desktop.ui.importing import ImportPage
from kh_desktop.ui.importing import page as page_module
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.next_step import next_step
from kh_desktop.ui.widgets import Banner, EmptyState
from tests.ui.import_help import ROWS, opened, word_plan

COMMUNES = sorted((Path(__file__).parents[1] / "fixtures" / "communes").glob("*.json"))


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every question is answered with yes; what was asked."""
    found: list[str] = []

    def ask(title: str, *_rest: object, **_more: object) -> bool:
        found.append(title)
        return True

    monkeypatch.setattr(reading_commands, "ask", ask)
    return found


def banner(window: MainWindow, words: str) -> Banner | None:
    """The line under the header that says ``words``."""
    QApplication.processEvents()
    return next((b for b in window.findChildren(Banner) if words in b.text() and not b.isHidden()), None)


def press(root: Banner | ImportPage, words: str) -> None:
    """Press a button."""
    next(b for b in root.findChildren(QPushButton) if b.text() == words and not b.isHidden()).click()


def test_a_plan_goes_into_the_workspace_with_its_file_as_one_step(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(window, qtbot, word_plan(tmp_path / "Kế hoạch 2026.docx"))
    assert page.work is not None
    table = max(i for i, b in enumerate(page.work.source.blocks) if isinstance(b, Table))
    page.review.say(Hint(Spot(table, 4), "row", "continues"))
    page.review.write("task:0.1:deadline", "Quý III/2026")
    page.save_button.click()
    (summary,) = plans.list_plans(session)
    plan = plans.get_plan(session, summary.id)
    assert (plan.number, plan.year, plan.groups[0].tasks[1].deadline) == ("15", 2026, "Quý III/2026")
    assert plan.groups[0].tasks[2].continues
    assert [(a.name, a.kind) for a in attachments(session, plan.id)] == [("Kế hoạch 2026.docx", "original")]
    assert (window.page_id, window.plan_id) == ("plan", plan.id)
    said = banner(window, "Đã đưa kế hoạch vào sổ")
    assert said is not None and "Kế hoạch 2026.docx" in said.text()
    assert not page.is_unsaved
    assert "chưa xem lại" not in said.text()
    work = page.work
    press(said, "Hoàn tác")
    assert not plans.list_plans(session)
    assert banner(window, "Đã đưa kế hoạch vào sổ") is None
    assert work is None and window.page_id == "import" and page.is_unsaved and page.work.reading.plan.number == "15"


def test_a_plan_is_not_frozen_before_its_doubts_were_seen_unless_a_person_says_so(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_commands, "ask", lambda *_a, **_k: False)
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx"))
    page.save()
    assert page.is_unsaved and not plans.list_plans(session)
    page.issued_box.click()
    page.save()
    assert len(plans.list_plans(session)) == 1


def test_a_narrow_window_keeps_the_button_whole(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx"))
    window.resize(911, 520)
    qtbot.waitUntil(lambda: page.issued_box.text() == "Đã ban hành", timeout=5_000)
    assert page.save_button.width() >= page.save_button.sizeHint().width()
    assert page.issued_box.accessibleName() == "Đã ban hành (số 15, 12/01/2026)"


def test_what_nobody_looked_at_is_said_and_can_be_looked_at_again(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path, asked: list[str]
) -> None:
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx"))
    page.save()
    assert asked == ["Còn 2 chỗ chưa xem lại"]
    said = banner(window, "Còn 2 chỗ chưa xem lại")
    assert said is not None
    press(said, "Xem lại")
    assert not plans.list_plans(session) and window.page_id == "import"
    assert page.work is not None and len(page.work.open_items()) == 2


def test_what_was_said_about_the_last_plan_is_over_when_another_is_read(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened(window, qtbot, word_plan(tmp_path / "a.docx")).save()
    assert banner(window, "Đã đưa kế hoạch vào sổ") is not None
    opened(window, qtbot, word_plan(tmp_path / "b.docx"))
    assert banner(window, "Đã đưa kế hoạch vào sổ") is None


def test_the_original_is_among_the_files_of_the_plan(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    opened(window, qtbot, word_plan(tmp_path / "Kế hoạch 2026.docx")).save()
    dialog = ScansDialog(session, window.plan_id, window)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Tệp gốc: Kế hoạch 2026.docx" in texts and "Chưa có bản quét nào." in texts
    assert [b.text() for b in dialog.findChildren(QPushButton) if b.text() in ("Mở", "Lưu bản sao…", "Gỡ…")] == ["Mở", "Lưu bản sao…"]
    dialog.deleteLater()


def test_a_plan_with_number_and_day_comes_in_as_issued(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx"))
    assert page.issued_box.isVisible() and page.issued_box.isChecked()
    assert page.issued_box.accessibleName() == "Đã ban hành (số 15, 12/01/2026)"
    page.save()
    plan = plans.get_plan(session, window.plan_id)
    assert (plan.state, plan.number, plan.issued) == (PlanState.ISSUED, "15", "2026-01-12")
    assert [(e.state, e.note) for e in issuing.history(session, plan.id)] == [(PlanState.ISSUED, "15/KH-UBND ngày 12/01/2026")]
    step = next_step(session, plan)
    assert (step.deed, step.text) == ("next_year", "Lập kế hoạch năm sau")
    assert window.next == step


def test_a_plan_may_come_in_as_a_draft(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx"))
    page.issued_box.click()
    page.review.write("title", "Tên khác")
    assert not page.issued_box.isChecked()
    page.save()
    assert plans.get_plan(session, window.plan_id).state is PlanState.DRAFT


def test_a_plan_without_a_number_is_no_issued_one(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx", number="…"))
    assert not page.issued_box.isVisible()
    page.review.write("number", "16/KH-UBND")
    assert page.issued_box.isVisible() and page.issued_box.isChecked()
    page.review.undo()
    page.save()
    assert plans.get_plan(session, window.plan_id).state is PlanState.DRAFT


def test_a_number_is_issued_once(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, qtbot, word_plan(tmp_path / "a.docx")).save()
    said: list[str] = []
    monkeypatch.setattr(errors, "show_error", lambda _parent, error: said.append(error.code))
    page = opened(window, qtbot, word_plan(tmp_path / "b.docx"))
    page.save()
    assert said == ["import.already_there"] and page.is_unsaved and len(plans.list_plans(session)) == 1


def test_the_next_step_is_the_plan_of_the_next_year(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, qtbot, word_plan(tmp_path / "a.docx")).save_button.click()
    asked: list[int] = []
    monkeypatch.setattr(window, "next_year_plan", lambda: asked.append(window.plan_id))
    said = banner(window, "Đã đưa kế hoạch vào sổ")
    assert said is not None
    press(said, "Lập kế hoạch năm sau")
    assert asked == [window.plan_id] and window.plan_id


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf"])
def test_our_own_files_come_in_without_corrections(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    plan_id = plans.new_plan_from(session, read_answers(COMMUNES[0]))
    written = plans.get_plan(session, plan_id)
    page = opened(window, qtbot, export.export_plan(session, plan_id, tmp_path / f"kh{suffix}"))
    assert page.work is not None
    tasks = [t.content for g in page.work.reading.plan.groups for t in g.tasks]
    assert tasks == [t.content for g in written.groups for t in g.tasks]
    assert page.review.result.has("task:0.0:content")


def test_json_of_the_program_needs_no_review(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "kh.json"
    path.write_text(json.dumps(json.loads(COMMUNES[0].read_text(encoding="utf-8"))), encoding="utf-8")
    opened(window, qtbot, path)
    assert window.page_id == "plan" and len(plans.list_plans(session)) == 1


def test_what_was_copied_is_read(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("KẾ HOẠCH\nKiểm soát thủ tục hành chính năm 2026\n\nI. MỤC ĐÍCH\nNâng cao chất lượng phục vụ.\nII. NỘI DUNG\nRà soát.\n")
    QGuiApplication.clipboard().setMimeData(data)
    window.paste_plan()
    page = window.page("import")
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page.work is not None, timeout=10_000)
    page.save()
    (summary,) = plans.list_plans(session)
    assert summary.year == 2026 and not attachments(session, summary.id)


def test_an_empty_clipboard_is_refused_in_a_sentence(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    window.paste_plan()
    page = window.page("import")
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: not page.job.is_busy, timeout=10_000)
    assert page.findChildren(EmptyState) and page.work is None


def test_a_scanned_pdf_can_be_attached_to_a_plan(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    plan_id = plans.new_plan_from(session, read_answers(COMMUNES[0]))
    path = tmp_path / "bản chụp.pdf"
    canvas = Canvas(str(path))
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    page = opened(window, qtbot, path)
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Đính kèm bản chụp vào kế hoạch")
    button.menu().actions()[0].trigger()
    assert [a.name for a in attachments(session, plan_id)] == ["bản chụp.pdf"]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "rỗng"), (b"PK\x03\x04 no package", "hỏng"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".do")],
)
def test_files_that_cannot_be_read_are_refused_on_the_page(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "Kế hoạch.docx"
    path.write_bytes(content)
    page = opened(window, qtbot, path)
    assert page.work is None
    texts = " ".join(label.text() for state in page.findChildren(EmptyState) for label in state.findChildren(QLabel))
    assert words in texts and "Kế hoạch.docx" in texts
    assert not plans.list_plans(session)


def test_a_long_reading_shows_progress_and_can_be_stopped(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped, told = Event(), []

    def slow(path: Path, progress: Callable[[float], None]) -> Source:
        try:
            while True:
                progress(0.4)
                stopped.wait(0.005)
        except Exception:
            told.append(path.name)
            raise

    monkeypatch.setattr(page_module.importing, "read_file", slow)
    monkeypatch.setattr(page_module, "SHOW_PROGRESS_MS", 1)
    window.open_plan_file(tmp_path / "rất lớn.docx")
    page = window.page("import")
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(page.stop_button.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: page._bar.value() == 40, timeout=10_000)
    page.stop_button.click()
    qtbot.waitUntil(lambda: told == ["rất lớn.docx"], timeout=10_000)
    assert not page.job.is_busy and page.work is None


def test_a_file_dropped_on_the_window_is_read(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = word_plan(tmp_path / "thả vào.docx")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, none))
    page = window.page("import")
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page.work is not None, timeout=20_000)
    assert page.name == "thả vào.docx"


def test_other_pages_remind_of_a_reading_and_nothing_is_lost(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx"))
    page.review.write("title", "Tên khác")
    window.show_page("home")
    said = banner(window, "chưa đưa vào sổ")
    assert said is not None
    press(said, "Xem tiếp")
    assert window.page_id == "import" and banner(window, "chưa đưa vào sổ") is None
    assert page.work is not None and page.work.reading.plan.title == "Tên khác"


def test_giving_up_asks_only_when_something_was_corrected(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[bool] = []
    monkeypatch.setattr(reading_commands, "ask", lambda *_a, **_k: answers.append(True) or False)
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx"))
    page.review.write("title", "Tên khác")
    page.give_up()
    assert answers and page.work is not None
    assert not window.may_leave_reading()
    page.review.undo()
    page.give_up()
    assert len(answers) == 2 and page.work is None and window.page_id == "plans"


def test_closing_the_window_asks_before_corrections_are_lost(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx"))
    page.review.write("title", "Tên khác")
    monkeypatch.setattr(reading_commands, "ask", lambda *_a, **_k: False)
    window.close()
    assert window.isVisible()


def test_a_window_of_another_look_goes_on_with_the_reading(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx", rows=ROWS[:2]))
    page.review.write("title", "Tên khác")
    other = MainWindow(session, window.settings, clock=window.clock)
    other.take_reading(window)
    taken = other.page("import")
    assert isinstance(taken, ImportPage) and taken.work is not None
    reading: Reading = taken.work.reading
    assert reading.plan.title == "Tên khác"
    other.release()
    other.deleteLater()
