"""One picture of each page and each dialog, from the real window: for people who review them, for the help pages, for tests."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from kh_desktop.domain.errors import WorkspaceError
from kh_desktop.domain.model import Evidence, PlanState, TaskState
from kh_desktop.domain.target_finder import find_targets
from kh_desktop.services import backups, indicators, issuing, plans, progress, tasks
from kh_desktop.services.attachments import attach_scan
from kh_desktop.services.export import export_plan
from kh_desktop.services.import_review import Doubt, Hint, Spot, mended_deadline
from kh_desktop.services.places import SAMPLE_NAME
from kh_desktop.services.sample import make_sample
from kh_desktop.services.session import Session, open_session
from kh_desktop.ui import theme
from kh_desktop.ui.app import make_application
from kh_desktop.ui.calendar import CalendarPage
from kh_desktop.ui.calendar.move_dialog import MoveDialog
from kh_desktop.ui.crash import report_text
from kh_desktop.ui.dialogs.about import AboutDialog
from kh_desktop.ui.dialogs.base import ask_sheet
from kh_desktop.ui.dialogs.crash import CrashDialog
from kh_desktop.ui.dialogs.export_done import ExportDone
from kh_desktop.ui.dialogs.help import HelpDialog
from kh_desktop.ui.dialogs.history import HistoryDialog
from kh_desktop.ui.dialogs.keys import KeysDialog
from kh_desktop.ui.dialogs.restore import RestoreDialog
from kh_desktop.ui.dialogs.scans import ScansDialog
from kh_desktop.ui.dialogs.workspace_problem import WorkspaceProblem
from kh_desktop.ui.frame.finder import Finder
from kh_desktop.ui.i18n import set_language, tr
from kh_desktop.ui.importing import ImportPage
from kh_desktop.ui.indicators import IndicatorsPage
from kh_desktop.ui.indicators.found_dialog import FoundDialog
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.tour_reports import report_shots
from kh_desktop.ui.window_commands import key_groups

SCREEN = (1366, 768)
TASKBAR = 40
OFFICE_FOLDER = "D:\\KH Desktop"
SETTLE_MS = 450
AUTUMN, SPRING, SUMMER = "2026-11-20T10:32", "2027-03-15T08:00", "2027-06-20T08:00"

Shot = tuple[str, QWidget]
"""Name of the picture and the window to take."""


def run(folder: Path, *, lang: str = "vi", theme: str = "light", scale: float = 1.0) -> list[Path]:
    """Take all pictures into ``folder``; see ``run_tour``."""
    return run_tour(folder, lang, theme, scale)


def run_tour(out: Path, lang: str = "vi", theme_name: str = "light", scale: float = 1.0) -> list[Path]:
    """Pictures "01-tong-quan.png", … of the window as it is on a 1366 × 768 screen at ``scale`` (1.0 to 2.0)."""
    app = make_application(["kh-desktop"])
    out.mkdir(parents=True, exist_ok=True)
    set_language(lang)
    theme.manager().apply(theme_name, 100)
    written: list[Path] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        for number, (title, window) in enumerate(shots(Path(name), size_at(scale)), start=1):
            settle(app)
            _as_in_an_office(window, Path(name))
            path = out / f"{number:02d}-{title}.png"
            picture(window, scale).save(str(path))
            written.append(path)
    return written


def _as_in_an_office(window: QWidget, folder: Path) -> None:
    """The folder of the tour has another name each time; on the pictures it is one that an office might have."""
    for label in window.findChildren(QLabel):
        if str(folder) in label.text():
            label.setText(label.text().replace(f"{folder}{os.sep}", f"{OFFICE_FOLDER}\\").replace(str(folder), OFFICE_FOLDER))


def size_at(scale: float) -> QSize:
    """The room for the window, in logical pixels, on the commonest office screen."""
    return QSize(round(SCREEN[0] / scale), round((SCREEN[1] - TASKBAR) / scale))


def settle(app: QApplication, ms: int = SETTLE_MS) -> None:
    """Let previews and measuring come to rest."""
    app.processEvents()
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def picture(window: QWidget, scale: float) -> QPixmap:
    """The window as pixels of a screen at ``scale``."""
    shot = QPixmap(window.size() * scale)
    shot.setDevicePixelRatio(scale)
    shot.fill()
    window.render(shot)
    return shot


def shots(folder: Path, size: QSize) -> Iterator[Shot]:
    """Every page and dialog in turn; each is closed when the next is asked for."""
    with closing(open_session(folder / "Sổ kế hoạch.khdb")) as session, _window(session, folder, size) as window:
        yield "bat-dau", window
        window.show_page("office")
        yield "khai-bao-co-quan", window
        window.show_page("plans")
        yield "chua-co-ke-hoach", window
        window.show_page("calendar")
        yield "lich-chua-co-gi", window
        window.show_page("indicators")
        yield "chi-tieu-chua-co-gi", window
    with closing(open_session(folder / f"{SAMPLE_NAME}.khdb")) as session:
        plan_id = make_sample(session)
        with _window(session, folder, size) as window:
            yield from _pages(window, plan_id)
            yield from _deadlines(window, session, plan_id)
            yield from _dialogs(window, session, plan_id, folder)
            yield from _following(window, session, plan_id)
            yield from _next_year(window, plan_id)
            yield from _reading(window, session, plan_id, folder)
        with _window(session, folder, size, SPRING) as window:
            yield from report_shots(window, folder)
        with _window(session, folder, size, SUMMER) as window:
            yield from _due(window)
            yield from _calendar(window)
            yield from _indicators(window)


@contextmanager
def _window(session: Session, folder: Path, size: QSize, now: str = AUTUMN) -> Iterator[MainWindow]:
    window = MainWindow(session, SettingsStore(folder / "window.json"), clock=lambda: datetime.fromisoformat(now))
    window.setMinimumSize(0, 0)
    window.resize(size)
    window.show()
    try:
        yield window
    finally:
        window.release()
        window.hide()
        window.deleteLater()


def _pages(window: MainWindow, plan_id: int) -> Iterator[Shot]:
    session = window.session
    draft = plans.new_plan(session, year=2027)
    window.show_page("home")
    yield "tong-quan", window
    window.show_page("plans")
    yield "ke-hoach", window
    if window.has_page("plan"):
        for step, title in WIZARD_SHOTS:
            plans.set_bookmark(session, draft, step)
            window.plan_id = plan_id
            window.open_plan(plan_id)
            _to_step(window, step)
            yield f"soan-{title}", window
    window.plan_id = plan_id
    if window.has_page("appendix"):
        window.show_page("appendix")
        yield "phu-luc", window
    window.show_page("office")
    yield "co-quan", window
    window.show_page("settings")
    yield "cai-dat", window


def _deadlines(window: MainWindow, session: Session, plan_id: int) -> Iterator[Shot]:
    """Deadlines that need a person, what one says they mean, and the composer; afterwards the plan is as before."""
    ids = [task.id for group in plans.get_plan(session, plan_id).groups for task in group.tasks]
    changed = {ids[0]: {"deadline": "Trước ngày 31/9/2027"}, ids[1]: {"deadline": "Sau Tết Nguyên đán"}}
    tasks.update_tasks(session, changed)
    window.plan_id = plan_id
    window.show_page("appendix")
    page = window.page("appendix")
    page.focus_anchor(f"task:{ids[2]}:deadline")  # type: ignore[attr-defined]
    page.panel.review_now()  # type: ignore[attr-defined]
    yield "thoi-han", window
    deeds = page.panel.deadlines  # type: ignore[attr-defined]
    for title, form in (
        ("giai-thich-thoi-han", deeds.explain_form(page.panel.model.find(("task", ids[1])))), ("soan-thoi-han", deeds.composer_form())  # type: ignore[attr-defined]
    ):  # fmt: skip
        form.show()
        yield title, form
        form.close()
        form.deleteLater()
    session.undo()


def _following(window: MainWindow, session: Session, plan_id: int) -> Iterator[Shot]:
    """The issued plan some weeks later: progress in the table, beside it, and on the first page."""
    ids = [task.id for group in plans.get_plan(session, plan_id).groups for task in group.tasks]
    progress.set_progress(session, ids[:12], state=TaskState.DONE)
    progress.set_progress(session, ids[12:17], state=TaskState.DOING)
    progress.add_evidence(session, ids[0], Evidence(number="31/BC-UBND", issued="2027-03-15"))
    progress.set_progress(session, ids[:1], note=tr("Đã báo cáo cấp trên"))
    window.plan_id = plan_id
    window.show_page("appendix")
    page = window.page("appendix")
    page.focus_anchor(f"task:{ids[0]}")  # type: ignore[attr-defined]
    for title, part in (("tien-do", 1), ("lich-su-dong", 2)):
        page.side.turn_to(part)  # type: ignore[attr-defined]
        yield title, window
    window.show_page("home")
    yield "tong-quan-tien-do", window


def _next_year(window: MainWindow, plan_id: int) -> Iterator[Shot]:
    """The proposal for the plan of the next year: its changes, and what is left of the old year."""
    dialog = window.deeds.next_year_dialog(plan_id)
    dialog.show()
    yield "lap-nam-sau", dialog
    dialog.tree.turn_to_left()
    yield "lap-nam-sau-con-lai", dialog
    dialog.close()
    dialog.deleteLater()


def _reading(window: MainWindow, session: Session, plan_id: int, folder: Path) -> Iterator[Shot]:
    """A plan in Word that is read: places to look at on both sides, and what a person has said about some of them."""
    copy_id = plans.new_plan_from(session, replace(plans.get_plan(session, plan_id), number="", issued="", state=PlanState.DRAFT))
    ids = [task.id for group in plans.get_plan(session, copy_id).groups for task in group.tasks]
    tasks.update_tasks(session, {ids[1]: {"deadline": "Trước ngày 31/9/2027"}})
    file = export_plan(session, copy_id, folder / "KH kiểm soát TTHC 2027.docx")
    for _ in range(2):
        session.undo()
    window.open_plan_file(file)
    page = cast(ImportPage, window.page("import"))
    while page.job.is_busy:
        QApplication.processEvents()
    review, work = page.review, page.work
    if work is None:
        return
    day = next(item for item in work.open_items() if isinstance(item, Doubt) and item.code == "deadline_invalid")
    review.go_to_item(day)
    yield "mo-ke-hoach", window
    review.write(day.path, mended_deadline(work.reading.plan, day.path))
    review.write("number", "15/KH-UBND")
    if day.spot is not None:
        review.say(Hint(Spot(day.spot.block, day.spot.row), "row", "continues"))
        review.go_to_place(Spot(day.spot.block, day.spot.row, 1))
    yield "mo-ke-hoach-da-chinh", window
    page.drop()


def _due(window: MainWindow) -> Iterator[Shot]:
    """A day in June of the plan's year: the reminders of that morning, what the first page says, where it is set."""
    yield "nhac-viec", window
    window.show_page("home")
    yield "tong-quan-den-han", window
    window.show_page("settings")
    part = window.page("settings").reminding  # type: ignore[attr-defined]
    area = window.page("settings").findChild(QScrollArea)
    for title, below in (("cai-dat-nhac-viec", 0), ("cai-dat-ngay-lam-viec", part.height())):
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(part.parentWidget().y() + below)
        yield title, window


def _calendar(window: MainWindow) -> Iterator[Shot]:
    """The calendar in each of its views, an entry and a crowded day beside it, and the question that moves a deadline."""
    window.show_page("calendar")
    page = cast(CalendarPage, window.page("calendar"))
    for view, title in (("month", "thang"), ("quarter", "quy"), ("year", "nam"), ("agenda", "danh-sach")):
        page.turn_to(view)
        yield f"lich-{title}", window
    page.turn_to("month")
    entry = next(e for e in page.data.entries if e.open and e.kind == "due")
    page.open_entry(entry.key)
    yield "lich-mot-viec", window
    page.bar.lunar.setChecked(True)
    page.open_day(max({e.day for e in page.data.entries}, key=lambda day: sum(e.day == day for e in page.data.entries)))
    yield "lich-mot-ngay", window
    page.bar.lunar.setChecked(False)
    dialog = MoveDialog(entry, parent=window)
    dialog.show()
    yield "doi-han", dialog
    dialog.close()
    dialog.deleteLater()


def _indicators(window: MainWindow) -> Iterator[Shot]:
    """The dashboard and the rows behind a number, tables instead of charts, a target, the figures, the indicators, what was found."""
    for number, target in enumerate(indicators.targets(window.session, plans.list_plans(window.session)[-1].id)):
        for period, count in (("2027-Q1", 178 + 3 * number), ("2027-Q2", 182 + 4 * number)):
            if target.indicator and number != 3:
                indicators.set_reading(window.session, target.indicator, period, numerator=min(count, 200), denominator=200)
    window.show_page("indicators")
    page = cast(IndicatorsPage, window.page("indicators"))
    yield "chi-tieu", window
    bar = page.board.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "chi-tieu-don-vi", window
    bar.setValue(0)
    page.open_card("late")
    yield "chi-tieu-qua-han", window
    page.rows.closed.emit()
    page.bar.tables.setChecked(True)
    yield "chi-tieu-bang", window
    page.bar.tables.setChecked(False)
    rows = page.board_data.targets if page.board_data else ()
    if rows:
        page.show_target(str(rows[0].target.id))
        yield "chi-tieu-mot-chi-tieu", window
        page.show_reading(rows[0].target.indicator)
        yield "chi-tieu-so-lieu", window
    page.turn_to("book")
    page.view("book").choose("niem_yet_tthc")  # type: ignore[attr-defined]
    yield "chi-tieu-danh-muc", window
    known = indicators.indicators(window.session)
    dialog = FoundDialog(find_targets(plans.get_plan(window.session, rows[0].plan_id), known) if rows else (), known, window)
    dialog.show()
    yield "chi-tieu-tim-thay", dialog
    dialog.close()
    dialog.deleteLater()


WIZARD_SHOTS: tuple[tuple[str, str], ...] = (
    ("what", "thong-tin"),
    ("bases", "can-cu"),
    ("purpose", "muc-dich"),
    ("content", "noi-dung"),
    ("funding", "kinh-phi"),
    ("organisation", "to-chuc"),
    ("tasks", "nhiem-vu"),
    ("signature", "ky"),
    ("review", "kiem-tra"),
)


def _to_step(window: MainWindow, step: str) -> None:
    page = window.page("plan")
    go = getattr(page, "go_to", None)
    if callable(go):
        go(step)


def _dialogs(window: MainWindow, session: Session, plan_id: int, folder: Path) -> Iterator[Shot]:
    window.show_page("home")
    for title, make in _dialog_makers(window, session, plan_id, folder):
        dialog = make()
        dialog.show()
        yield title, dialog
        dialog.close()
        dialog.deleteLater()


def _dialog_makers(window: MainWindow, session: Session, plan_id: int, folder: Path) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    yield "tim-moi-thu", lambda: _finder(window)
    yield "trinh-ky", lambda: window.deeds.submit_dialog(plan_id)
    issuing.submit(session, plan_id, "Nguyễn Văn An")
    yield "ban-hanh", lambda: window.deeds.issue_dialog(plan_id)
    issuing.issue(session, plan_id, number="24", issued="2026-11-20")
    scan = folder / "Bản ký số 24.pdf"
    scan.write_bytes(b"%PDF-1.4\n% a picture of a signed paper\n")
    attach_scan(session, plan_id, scan)
    yield "ban-da-ky", lambda: ScansDialog(session, plan_id, window)
    yield "qua-trinh", lambda: HistoryDialog(issuing.history(session, plan_id), window)
    yield "xoa", lambda: _question(window)
    yield "da-xuat", lambda: ExportDone(folder / "KH kiểm soát TTHC 2027.pdf", window)
    yield "huong-dan", lambda: HelpDialog("bat-dau", window)
    yield "phim-tat", lambda: KeysDialog(key_groups(), window)
    yield "gioi-thieu", lambda: AboutDialog(window)
    backups.backup_now(session)
    yield "phuc-hoi", lambda: RestoreDialog(backups.list_backups(session.path), parent=window)
    locked = WorkspaceError("workspace.locked", path=session.path, host="MAY-1", user="lan", at="10:32 20/11/2026")
    yield "so-dang-mo", lambda: WorkspaceProblem(locked, str(session.path), has_backups=True, parent=window)
    yield "loi", lambda: _crash(window, folder)


def _finder(window: MainWindow) -> QWidget:
    finder = Finder(window.find_hits, window)
    finder.field.setText("ho so")
    finder.field.search_now()
    return finder


def _question(window: MainWindow) -> QWidget:
    title = tr("Xóa kế hoạch năm {year}?", year=2027)
    return ask_sheet(title, tr("Hoàn tác được bằng Ctrl+Z."), tr("Xóa kế hoạch"), danger=True, parent=window)


def _crash(window: MainWindow, folder: Path) -> QWidget:
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as error:
        text = report_text(type(error), error, error.__traceback__, datetime(2026, 11, 20, 10, 32))
    return CrashDialog(text, folder, window)
