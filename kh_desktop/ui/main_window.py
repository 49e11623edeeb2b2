"""The main window: puts the pages, the header, the rail and the status line together and carries changes to all of them."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import PlanState, SectionRole
from kh_desktop.domain.schedule import Entry, Waiting
from kh_desktop.services import plans, progress
from kh_desktop.services.office import is_set_up
from kh_desktop.services.places import SAMPLE_NAME, is_carried
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.actions import build_actions, command, fill_menus, run_command
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.frame.header import Header
from kh_desktop.ui.frame.rail import Rail
from kh_desktop.ui.frame.status_line import StatusLine
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.next_step import NextStep, next_step, plan_name, short_state, state_steps
from kh_desktop.ui.reading_commands import may_drop_reading, may_freeze_reading
from kh_desktop.ui.reminders.reminding import Reminding
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import Banner
from kh_desktop.ui.window_commands import PAPER, WindowCommands

RAIL = (("home", "page_home"), ("plans", "page_plans"), ("appendix", "page_appendix"), ("calendar", "page_calendar"),
        ("indicators", "page_indicators"), ("reports", "page_reports"), ("", ""),
        ("settings", "page_settings"))  # fmt: skip
# Pages reached from another one, and the entry of the rail they belong to.
PARENT_PAGE = {"plan": "plans", "office": "settings", "reminders": "home", "import": "plans"}
PLAN_PAGES = ("plan", "appendix")
REFRESH_MS = 300
BACKUP_CHECK_MS = 5 * 60 * 1000


class MainWindow(WindowCommands):
    """One workspace, one window. Pages are built when they are first shown. ``closed()`` when a person closed the window.

    ``clock`` says what time it is: everything about late and soon asks it, so that tests and pictures can set a day.
    """

    closed = Signal()

    def __init__(self, session: Session, settings: SettingsStore, *, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.session, self.settings, self.clock = session, settings, clock
        self.plan_id, self.page_id, self.next = 0, "", NextStep()
        self._pages: dict[str, QWidget] = {}
        self._shown_plan: dict[str, int] = {}
        self._trail: list[str] = []
        self._released = False
        self._carried = is_carried(session.path)
        self.actions_by_id = build_actions(self)
        fill_menus(self.menuBar(), self.actions_by_id)["edit"].aboutToShow.connect(self.show_focus_deeds)
        self._frame()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._backup_timer = QTimer(self)
        self._backup_timer.setInterval(BACKUP_CHECK_MS)
        self._backup_timer.timeout.connect(self._back_up)
        self._backup_timer.start()
        self._unsubscribe = session.subscribe(self._on_changes)
        self._leaving = False
        self.reminders = Reminding(session, settings, clock, self, self)
        self.setWindowTitle(f"{session.path.stem} – KH Desktop")
        self.setMinimumSize(960, 540)
        self.setAcceptDrops(True)
        self._restore()
        self.reminders.start()

    # --- put together

    def _frame(self) -> None:
        acts = self.actions_by_id
        entries = [self._rail_entry(p, c) for p, c in RAIL if not p or self.has_page(p)]
        self.rail = Rail(entries, self)
        self.rail.chosen.connect(self._rail_chosen)
        self.header = Header(acts["back"], acts["undo"], acts["redo"], acts["search"], self, deeds=[acts["next_year"]])
        self.header.plan_chosen.connect(self.open_plan)
        self.header.all_plans.connect(lambda: self.show_page("plans"))
        self.header.next_step.connect(self._next_clicked)
        self.stack = QStackedWidget(self)
        # No page may make the window larger than its screen.
        self.stack.setMinimumSize(1, 1)
        self.status_line = StatusLine(self)
        self.banners = QVBoxLayout()
        self.banners.setContentsMargins(16, 0, 16, 0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addLayout(self.banners)
        right.addWidget(self.stack, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addLayout(right, 1)
        root = QWidget(self)
        outer = QVBoxLayout(root)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(body, 1)
        outer.addWidget(self.status_line)
        self.setCentralWidget(root)
        self._standing_banners()

    def _rail_entry(self, page_id: str, command_id: str) -> tuple[str, str, str, str]:
        if not page_id:
            return ("", "", "", "")
        entry = command(command_id)
        return (page_id, entry.icon, tr(entry.text), entry.shortcut)

    def _standing_banners(self) -> None:
        if self.session.path.stem == SAMPLE_NAME:
            banner = self.add_banner(tr("Dữ liệu mẫu: cứ sửa thử thoải mái, sổ của cơ quan không bị ảnh hưởng."), "info", closable=False)
            banner.add_action(tr("Về sổ của cơ quan"), lambda: self.workspace_wanted.emit(None))
        if self.session.read_only:
            self.add_banner(tr("Sổ đang mở chỉ để đọc: xem, in, xuất tệp được; sửa thì không."), "warning", closable=False)

    def add_banner(self, text: str, kind: str = "info", *, closable: bool = True) -> Banner:
        """A line under the header."""
        banner = Banner(text, kind, closable=closable, slim=True, parent=self)
        self.banners.addWidget(banner)
        self.banners.setContentsMargins(12, 8, 12, 0)
        return banner

    def has_page(self, page_id: str) -> bool:
        """Whether the window has such a page."""
        folder = {"appendix": "grid", "plan": "wizard", "calendar": "calendar", "indicators": "indicators"}.get(page_id)
        return folder is None or importlib.util.find_spec(f"kh_desktop.ui.{folder}") is not None

    def _make_page(self, page_id: str) -> QWidget:
        return {
            "home": self._make_home,
            "plans": self._make_plans,
            "plan": self._make_plan,
            "appendix": self._make_appendix,
            "calendar": self._make_calendar,
            "reports": self._make_reports,
            "indicators": self._make_indicators,
            "office": self._make_office,
            "reminders": self._make_reminders,
            "settings": self._make_settings,
            "import": self._make_import,
        }[page_id]()

    def _make_home(self) -> QWidget:
        from kh_desktop.ui.home.page import HomePage

        return HomePage(self.session, self, clock=self.clock, has_calendar=self.has_page("calendar"))

    def _make_reminders(self) -> QWidget:
        from kh_desktop.ui.reminders.page import RemindersPage

        return RemindersPage(self.session, self.reminders.desk, self)

    def _make_plans(self) -> QWidget:
        from kh_desktop.ui.plans.page import PlansPage

        return PlansPage(self.session, self)

    def _make_office(self) -> QWidget:
        from kh_desktop.ui.office.page import OfficePage

        return OfficePage(self.session, self)

    def _make_settings(self) -> QWidget:
        from kh_desktop.ui.settings.page import SettingsPage

        has_tray = self.reminders.tray.is_there
        return SettingsPage(self.session, self.settings, self, today=self.clock().date(), has_tray=has_tray)

    def _make_appendix(self) -> QWidget:
        from kh_desktop.ui.grid import AppendixPage

        return AppendixPage(self.session, self, settings=self.settings)

    def _make_import(self) -> QWidget:
        from kh_desktop.ui.importing import ImportPage

        page = ImportPage(self.session, self, may_drop=may_drop_reading, may_freeze=may_freeze_reading)
        page.saved.connect(self.say_imported)
        page.steps_changed.connect(self._reading_changed)
        return page

    def _make_calendar(self) -> QWidget:
        from kh_desktop.ui.calendar import CalendarPage

        return CalendarPage(self.session, self, clock=lambda: self.clock(), settings=self.settings)

    def _make_indicators(self) -> QWidget:
        from kh_desktop.ui.indicators import IndicatorsPage

        return IndicatorsPage(self.session, self, clock=lambda: self.clock())

    def _make_reports(self) -> QWidget:
        from kh_desktop.ui.reports import ReportsPage

        return ReportsPage(self.session, self, make_preview=self._report_preview, clock=lambda: self.clock())

    def _report_preview(self, parent: QWidget) -> QWidget:
        from kh_desktop.services.report_out import pages_of
        from kh_desktop.ui.preview.page_pane import PagePane

        return PagePane(tr("Trang in của báo cáo"), pages_of, parent)

    def _make_plan(self) -> QWidget:
        from kh_desktop.ui.wizard import PlanPage

        return PlanPage(
            self.session, make_grid=self._grid_panel, make_sections=self._section_editor, make_preview=self._preview_pane, parent=self
        )

    def _grid_panel(self, parent: QWidget) -> QWidget:
        from kh_desktop.ui.grid import GridPanel

        return GridPanel(self.session, parent, settings=self.settings)

    def _section_editor(self, role: SectionRole | None, parent: QWidget) -> QWidget:
        from kh_desktop.ui.sections import SectionEditor

        return SectionEditor(self.session, role, parent)

    def _preview_pane(self, parent: QWidget) -> QWidget:
        from kh_desktop.ui.preview import PreviewPane

        return PreviewPane(self.session, parent)

    def _connect_page(self, page: QWidget) -> None:
        routes: dict[str, Callable[..., object]] = {
            "open_plan": self.open_plan,
            "go": self.show_page,
            "status": self.say,
            "run_action": self._run_action,
            "plan_deed": self.plan_deed,
            "open_table": lambda plan_id: self.open_plan(plan_id, "appendix"),
            "open_row": lambda plan_id, anchor: self.open_plan(plan_id, "appendix", anchor),
            "output_wanted": self.calendar_output,
            "report_wanted": self.report_output,
            "paper_wanted": self.page_output,
            "open_entry": self.open_due,
            "open_day": self.open_day,
            "open_report": self.open_report,
            "open_at": lambda plan_id, anchor: self.open_plan(plan_id, "plan", anchor),
            "sample_wanted": self.sample_wanted.emit,
            "workspace_wanted": self.workspace_wanted.emit,
            "restore_wanted": lambda _place: self.restore_wanted.emit(),
            "look_changed": self.look_changed.emit,
        }
        for name, slot in routes.items():
            signal = getattr(page, name, None)
            if signal is not None and hasattr(signal, "connect"):
                signal.connect(slot)

    # --- going about

    def page(self, page_id: str) -> QWidget:
        """The page, built when it is first asked for."""
        if page_id not in self._pages:
            page = self._make_page(page_id)
            self._pages[page_id] = page
            self.stack.addWidget(page)
            self._connect_page(page)
        return self._pages[page_id]

    def shown_page(self) -> QWidget | None:
        """The page one is on; None before there is one."""
        return self._pages.get(self.page_id)

    def show_page(self, page_id: str) -> None:
        """Turn to a page; what is being typed is committed first. Pages of a plan need one: the list is shown instead."""
        commit_editors(self)
        if page_id in PLAN_PAGES and (not self.plan_id or not self.has_page(page_id)):
            page_id = "plans"
        if page_id != self.page_id and self.page_id:
            self._trail.append(self.page_id)
        self._turn_to(page_id)

    def _turn_to(self, page_id: str) -> None:
        self.say("")
        page = self.page(page_id)
        if page_id in PLAN_PAGES and self._shown_plan.get(page_id) != self.plan_id:
            self._shown_plan[page_id] = self.plan_id
            page.show_plan(self.plan_id)  # type: ignore[attr-defined]
        self.page_id = page_id
        self.stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        shown = getattr(page, "on_shown", None)
        if callable(shown):
            shown()
        self.rail.mark(PARENT_PAGE.get(page_id, page_id))
        self._reading_changed()
        self.refresh()

    def open_plan(self, plan_id: int, page_id: str = "plan", anchor: str = "") -> None:
        """Turn to a plan; ``anchor``: the field to go to. From the task table one stays in the table."""
        commit_editors(self)
        self.plan_id = plan_id
        if page_id == "plan" and self.page_id == "appendix" and not anchor:
            page_id = "appendix"
        self.show_page(page_id)
        if anchor and self.page_id == page_id:
            self._pages[page_id].focus_anchor(anchor)  # type: ignore[attr-defined]

    @guarded
    def open_due(self, item: object) -> None:
        """The row of what is due (Entry) or waits (Waiting); a report of the office has no row but a page."""
        if isinstance(item, Entry | Waiting) and item.task_id:
            self.open_plan(progress.plan_of(self.session, item.task_id), "appendix", f"task:{item.task_id}")
        elif isinstance(item, Entry) and item.kind == "report":
            self.open_report(item.key)
        elif isinstance(item, Entry):
            self.open_day(item.day)

    def open_report(self, key: str) -> None:
        """The report of a period ("report:2027-Q1")."""
        self.show_page("reports")
        self._pages["reports"].focus_anchor(key)  # type: ignore[attr-defined]

    def open_day(self, day: str) -> None:
        """A day in the calendar."""
        if self.has_page("calendar"):
            self.show_page("calendar")
            self._pages["calendar"].focus_anchor(f"day:{day}")  # type: ignore[attr-defined]

    def ask_for_office(self) -> None:
        """The page of the office, the field of its name asking to be filled in."""
        self.show_page("office")
        self._pages["office"].ask_for_name()  # type: ignore[attr-defined]

    def go_home(self) -> None:
        """Tổng quan."""
        self.show_page("home")

    def go_plans(self) -> None:
        """Kế hoạch: back to the plan one was writing; from there to the list."""
        writing = self.plan_id and "plan" in self._pages and self.page_id not in ("plan", "plans")
        self.show_page("plan" if writing else "plans")

    def go_appendix(self) -> None:
        """Phụ lục."""
        self.show_page("appendix")

    def go_calendar(self) -> None:
        """Lịch."""
        self.show_page("calendar")

    def go_indicators(self) -> None:
        """Chỉ tiêu."""
        self.show_page("indicators")

    def go_reports(self) -> None:
        """Báo cáo."""
        self.show_page("reports")

    def go_settings(self) -> None:
        """Cài đặt."""
        self.show_page("settings")

    def go_back(self) -> None:
        """The page before."""
        commit_editors(self)
        while self._trail:
            page_id = self._trail.pop()
            if page_id != self.page_id and (page_id not in PLAN_PAGES or self.plan_id):
                self._turn_to(page_id)
                return

    def _rail_chosen(self, page_id: str) -> None:
        run_command(self, f"page_{page_id}")
        self.rail.mark(PARENT_PAGE.get(self.page_id, self.page_id))

    def _run_action(self, command_id: str) -> None:
        run_command(self, command_id)

    def _next_clicked(self) -> None:
        commit_editors(self)
        self.do_next_step()

    def can(self, command_id: str) -> bool:
        """Whether a command can be used now."""
        return self.actions_by_id[command_id].isEnabled()

    def say(self, text: str) -> None:
        """A passing remark in the status line; it goes after a while, on another page and with the next change."""
        self.status_line.set_message(text)

    # --- what changed

    def _on_changes(self, changes: ChangeSet) -> None:
        # What was said before is no longer true; who made this change speaks after it.
        self.say("")
        if changes.structure_changed and "plan" in changes.kinds:
            self._plan_may_be_gone()
        for page in list(self._pages.values()):
            page.on_changes(changes)  # type: ignore[attr-defined]
        self.check_imported()
        self._show_undo()
        self._show_times()
        self._timer.start()

    def _plan_may_be_gone(self) -> None:
        ids = [p.id for p in plans.list_plans(self.session)]
        if self.plan_id and self.plan_id not in ids:
            self.plan_id = 0
            self._shown_plan.clear()
            self._trail = [p for p in self._trail if p not in PLAN_PAGES]
            if self.page_id in PLAN_PAGES:
                self._turn_to("plans")

    def refresh(self) -> None:
        """Header, status line and what can be done now, from the workspace."""
        self._timer.stop()
        summaries = plans.list_plans(self.session)
        self.header.show_plans([(p.id, plan_name(p), short_state(p)) for p in summaries], self.plan_id)
        state: PlanState | None = None
        if self.plan_id:
            plan = plans.get_plan(self.session, self.plan_id)
            state = plan.state
            self.header.show_state(state_steps(self.session, plan))
            self.next = next_step(self.session, plan)
        else:
            self.header.show_state([])
            self.next = self._first_step(bool(summaries))
        on_it = self.next.deed == "write" and self.page_id == "plan"
        on_it = on_it or hasattr(self.shown_page(), "has_next_step")
        hidden = on_it or (self.session.read_only and self.next.deed != "") or (self.next.deed == "office" and self.page_id == "office")
        self.header.show_next("" if hidden or self.page_id == "import" else self.next.text)
        self._enable(state)
        self._show_undo()
        self._show_times()

    def _first_step(self, any_plan: bool) -> NextStep:
        if not is_set_up(self.session):
            return NextStep("office", tr("Khai báo cơ quan"))
        return NextStep() if any_plan else NextStep("new", tr("Soạn kế hoạch mới"))

    def _enable(self, state: PlanState | None) -> None:
        draft, submitted, issued = (state is s for s in PlanState)
        allowed = {
            "submit": draft, "withdraw": submitted, "issue": draft or submitted, "new_version": issued, "back": bool(self._trail),
            "page_appendix": bool(self.plan_id) and self.has_page("appendix"),
            "move_workspace": self.session.path.stem != SAMPLE_NAME,
        }  # fmt: skip
        for name, action in self.actions_by_id.items():
            scope = command(name).scope
            has_plan = "plan" not in scope or bool(self.plan_id) or self._page_does(name)
            usable = has_plan and ("write" not in scope or not self.session.read_only)
            if name not in ("undo", "redo"):
                action.setEnabled(usable and allowed.get(name, True))
        self.rail.set_enabled("appendix", allowed["page_appendix"], tr("Hãy mở một kế hoạch trước"))

    def built_page(self, page_id: str) -> QWidget | None:
        """The page if it was built already."""
        return self._pages.get(page_id)

    def run_named(self, command_id: str) -> None:
        """Do a command as if it were chosen in a menu."""
        run_command(self, command_id)

    def _reading_changed(self) -> None:
        self._show_undo()
        self.remind_of_reading()

    def _page_does(self, name: str) -> bool:
        """Whether the page that is shown prints or exports by itself."""
        return name in PAPER and self.page_id in ("reports", "indicators")

    def _show_undo(self) -> None:
        own = self.local_steps()
        if own is not None:
            for name, usable in zip(("undo", "redo"), own, strict=True):
                self.actions_by_id[name].setText(tr("Hoàn tác") if name == "undo" else tr("Làm lại"))
                self.actions_by_id[name].setEnabled(usable)
            return
        for name, words, step in (
            ("undo", tr("Hoàn tác"), self.session.undo_name),
            ("redo", tr("Làm lại"), self.session.redo_name),
        ):
            action = self.actions_by_id[name]
            action.setText(f"{words}: {say(step)}".replace("&", "&&") if step else words)
            action.setEnabled(step is not None and not self.session.read_only)

    def _show_times(self) -> None:
        saved, backed = self.session.last_saved, self.session.last_backup
        words = tr("Chỉ đọc") if self.session.read_only else tr("Đã lưu {time}", time=_clock(saved)) if saved else tr("Mọi thứ đã lưu")
        self.header.saved.setText(words)
        self.status_line.set_times(words, tr("Đã sao lưu {time}", time=_clock(backed)) if backed else tr("Chưa sao lưu"))
        shared = "" if self.session.journal == "wal" or self._carried else tr("Sổ ở ổ mạng, ổ rời hoặc thư mục đồng bộ")
        mode = tr("Chế độ mang theo (USB)") if self._carried else ""
        self.status_line.set_place(str(self.session.path), tr("Chỉ đọc") if self.session.read_only else shared, mode)

    def _back_up(self) -> None:
        try:
            self.session.backup_if_due()
        except KhError:
            # The next try is in five minutes; the status line shows how old the last backup is.
            self.say(tr("Chưa sao lưu được, sẽ thử lại"))
        self._show_times()

    def tell_new_day(self) -> None:
        """It is another day: pages that say what is late say it anew."""
        for page in list(self._pages.values()):
            tell = getattr(page, "on_new_day", None)
            if callable(tell):
                tell()

    # --- opening and closing

    def come_up(self) -> None:
        """Show the window in front of the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Close the program, also when closing the window only hides it."""
        self._leaving = True
        self.close()

    def _restore(self) -> None:
        state = self.settings.state
        ids = [p.id for p in plans.list_plans(self.session)]
        if state.plan_id in ids:
            self.plan_id = state.plan_id
        elif len(ids) == 1:
            self.plan_id = ids[0]
        if state.geometry:
            self.restoreGeometry(QByteArray.fromBase64(state.geometry.encode("ascii", "ignore")))
        else:
            self.resize(1180, 720)
        self._turn_to("home")

    def release(self) -> None:
        """Commit what is being typed, remember the window, let go of the workspace (which stays open)."""
        commit_editors(self)
        self._timer.stop()
        self._backup_timer.stop()
        self.reminders.stop()
        self._unsubscribe()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.settings.update(geometry=geometry, plan_id=self.plan_id, page=self.page_id)
        self._released = True

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Nothing is asked, because everything is stored; the workspace is backed up and closed. The window only goes out of sight
        where a person chose to be reminded from the tray."""
        hides = not self._leaving and self.reminders.stays()
        if not self._released and not hides and not self.may_leave_reading():
            self._leaving = False
            event.ignore()
            return
        if not self._released and hides:
            commit_editors(self)
            self._back_up()
            self.hide()
            self.reminders.say_hidden()
            event.ignore()
            return
        if not self._released:
            self.release()
            self.session.close()
            self.closed.emit()
        event.accept()


def _clock(at: datetime) -> str:
    """"10:32", with the day when it is not today's."""
    return f"{at:%H:%M}" if at.date() == datetime.now().date() else f"{at:%H:%M %d/%m}"
