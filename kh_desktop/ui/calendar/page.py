"""The page "Lịch": what is late, what comes next, month by month; click, move, print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.domain.schedule import Entry
from kh_desktop.services.plans import PlanSummary
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.workdays import workdays
from kh_desktop.ui import theme
from kh_desktop.ui.calendar import deeds
from kh_desktop.ui.calendar.bar import VIEWS, CalendarBar
from kh_desktop.ui.calendar.beside import fill_attention, fill_day, key_of_task, shown_of, task_of
from kh_desktop.ui.calendar.data import ALL, CalendarData, load, opening_day, plan_choices
from kh_desktop.ui.calendar.days import shifted
from kh_desktop.ui.calendar.filtering import units_of
from kh_desktop.ui.calendar.meanings import by_worry, count_meanings
from kh_desktop.ui.calendar.move_dialog import MoveDialog
from kh_desktop.ui.calendar.side import SidePanel
from kh_desktop.ui.calendar.views import Views
from kh_desktop.ui.calendar_output import CalendarOutput
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.next_step import plan_name
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import EmptyState, clear_layout

_SIDE_WIDTH, _SIDE_SHARE = 262, 0.27
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


class CalendarPage(QWidget):
    """``open_row(plan_id, "task:12")`` asks for a task in its table, ``output_wanted(CalendarOutput)`` for paper or a file."""

    open_row = Signal(int, str)
    open_table = Signal(int)
    output_wanted = Signal(object)
    run_action = Signal(str)
    plan_deed = Signal(str, int)
    go = Signal(str)
    status = Signal(str)

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], datetime] = datetime.now,
        settings: SettingsStore | None = None,
    ) -> None:
        super().__init__(parent)
        self.page_id, self.title = "calendar", tr("Lịch")
        self.setObjectName("page")
        self.setAccessibleName(self.title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._clock, self._settings = session, clock, settings
        self._sized = False
        self._stale, self._plan, self._summaries = True, ALL, list[PlanSummary]()
        self.data = CalendarData(self._today().isoformat())
        kept = settings.state.calendar_view if settings else ""
        self.view, self.day = kept if kept in VIEWS else "month", ""
        self._mode, self._key = "overview", ""
        self.bar, self.views, self.side = CalendarBar(self), Views(self), SidePanel(self)
        self._build()
        self._connect()

    def _today(self) -> date:
        return self._clock().date()

    # --- put together

    def _build(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.views, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        self._splitter.setCollapsible(1, False)
        self.side.setMinimumWidth(round(210 * theme.font_scale()))
        self._empty = QWidget(self)
        QVBoxLayout(self._empty)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._empty)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.bar.lunar.setChecked(bool(self._settings and self._settings.state.calendar_lunar))

    def _connect(self) -> None:
        bar, views, side = self.bar, self.views, self.side
        bar.view_chosen.connect(self.turn_to)
        bar.step.connect(self._step)
        bar.today_wanted.connect(self._go_today)
        bar.filter_changed.connect(self._show)
        bar.plan_chosen.connect(self._choose_plan)
        bar.lunar_toggled.connect(self._set_lunar)
        bar.output_wanted.connect(self._output)
        bar.panel_toggled.connect(side.setVisible)
        views.day_changed.connect(self._day_changed)
        views.day_opened.connect(self.open_day)
        views.entry_opened.connect(self.open_entry)
        views.task_opened.connect(self._open_task)
        views.move_wanted.connect(self.ask_move)
        views.move_asked.connect(self._move_on_day)
        views.month_opened.connect(self._open_month)
        views.year_changed.connect(lambda year: self._go(shifted(self.day, months=12 * (year - int(self.day[:4])))))
        side.entry_opened.connect(self.open_entry)
        side.day_opened.connect(self.open_day)
        side.move_asked.connect(lambda key: self.ask_move(key, ""))
        side.back.connect(self.show_overview)
        side.closed.connect(lambda: bar.panel.setChecked(False))
        pane = side.pane
        pane.state_chosen.connect(self._set_state)
        pane.finish_asked.connect(self._finish)
        pane.move_asked.connect(lambda: self.ask_move(self._key, ""))
        pane.put_back_asked.connect(self._put_back)
        pane.table_asked.connect(self._open_table)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            side = round(min(_SIDE_WIDTH * theme.font_scale(), self.width() * _SIDE_SHARE))
            self._splitter.setSizes([self.width() - side, side])

    # --- what is shown

    def on_shown(self) -> None:
        """Bring the page up to date when one turns to it, also to a new day."""
        if self._stale or self.data.today != self._today().isoformat():
            self.reload()
        self._focus()

    def _focus(self) -> None:
        if self._stack.currentWidget() is self._splitter:
            self.views.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changes(self, changes: ChangeSet) -> None:
        """Anything about plans, tasks, evidence or work days may change the calendar; it is read when the page is looked at."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def focus_anchor(self, anchor: str) -> None:
        """Go to a task ("task:12") or a day ("day:2027-06-15")."""
        kind, _, name = anchor.partition(":")
        if kind == "task" and name.isdigit():
            self._open_task(int(name), "")
        elif kind == "day" and self.data.rows:
            self.view, self.day = "month", name
            self._show()
            self.open_day(name)

    def on_new_day(self) -> None:
        """Midnight has passed: what is late is another matter now."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read the plans again; what one is looking at stays, as long as it is there."""
        self._stale = False
        followed, self._summaries = plan_choices(self._session, self._today())
        ids = [p.id for p in self._summaries]
        if self._plan and int(self._plan) not in ids:
            self._plan = ALL
        chosen = [int(self._plan)] if self._plan else followed or ids[:1]
        self.data = load(self._session, chosen, self._today())
        if not self.day:
            self.day = opening_day(self.data, self._summaries)
        self.bar.show_choices(self._plan_names(followed), self._plan, units_of(self.data.entries))
        if self._build_empty():
            self._stack.setCurrentWidget(self._empty)
            return
        self._stack.setCurrentWidget(self._splitter)
        self._show()

    def _plan_names(self, followed: list[int]) -> list[tuple[str, str]]:
        words = tr("Đang theo dõi") if followed else tr("Mới nhất")
        return [(ALL, words), *((str(p.id), plan_name(p)) for p in self._summaries)]

    def _build_empty(self) -> bool:
        """Fill the page that says what to do first; whether it is needed."""
        layout = self._empty.layout()
        if layout is None:
            return False
        clear_layout(layout)
        if not self._summaries:
            words = tr("Lịch lấy thời hạn từ bảng nhiệm vụ của kế hoạch.")
            new = (tr("Soạn kế hoạch mới"), lambda: self.run_action.emit("new_plan"))
            layout.addWidget(EmptyState("calendar", tr("Chưa có kế hoạch nào"), words, [] if self._session.read_only else [new]))
        elif not self.data.rows:
            plan_id = self.data.plan_ids[0]
            words = tr("Ghi thời hạn cho các nhiệm vụ trong phụ lục, ví dụ “Quý II/2027”, rồi trở lại đây.")
            actions = [(tr("Mở phụ lục"), lambda: self.open_table.emit(plan_id))]
            if self._plan and len(self._summaries) > 1:
                actions.append((tr("Xem các kế hoạch đang theo dõi"), lambda: self._choose_plan(ALL)))
            layout.addWidget(EmptyState("calendar", tr("Chưa có nhiệm vụ nào có thời hạn"), words, actions))
        else:
            return False
        return True

    def _show(self) -> None:
        """Show what is read, filtered as wanted."""
        wanted = self.bar.filter()
        by_unit = [e for e in self.data.entries if wanted.keeps_unit(e.lead)]
        counts = dict(count_meanings(e for e in by_unit if e.kind != "check"))
        counts["ongoing"] = sum(wanted.keeps_unit(e.lead) for e in self.data.agenda.ongoing)
        counts["waiting"] = sum(wanted.keeps_unit(self.data.lead_of(w.task_id)) for w in self.data.waiting)
        self.bar.show_counts(counts)
        self.bar.show_range(self.view, self.day)
        self.views.turn_to(self.view)
        lunar = self.bar.lunar.isChecked()
        self.views.show_data(self.view, self.day, self.data, wanted, workdays(self._session), lunar=lunar)
        self.views.month.can_move = not self._session.read_only
        self._show_side()

    # --- going about

    def turn_to(self, view: str) -> None:
        """Show "month", "quarter", "year" or "agenda"."""
        self.view = view
        if self._settings:
            self._settings.update(calendar_view=view)
        self._show()
        self._focus()

    def _go(self, day: str) -> None:
        self.day = day
        self._show()

    def _step(self, by: int) -> None:
        self._go(shifted(self.day, months=by * _MONTHS.get(self.view, 1)))

    def _go_today(self) -> None:
        self.show_overview()
        self._go(self.data.today)
        self._focus()

    def _day_changed(self, day: str) -> None:
        turned = day[:7] != self.day[:7]
        self.day = day
        if self._mode == "day":
            self._mode = "overview"
        if turned:
            self._show()
        else:
            self._show_side()

    def _open_month(self, day: str) -> None:
        self.day = day
        self.turn_to("month")

    def _choose_plan(self, value: str) -> None:
        self._plan, self._mode, self._key, self.day = value, "overview", "", ""
        self.reload()

    def _set_lunar(self, on: bool) -> None:
        if self._settings:
            self._settings.update(calendar_lunar=on)
        if self.data.plan_ids:
            self._show()

    # --- beside the calendar

    def show_overview(self) -> None:
        """What needs attention."""
        self._mode, self._key = "overview", ""
        self._show_side()

    def open_day(self, day: str) -> None:
        """The entries of a day beside the calendar; the keys go there. A day with one entry opens that."""
        turned, self.day = day[:7] != self.day[:7], day
        if turned:
            self._show()
        entries = self._entries_on(day)
        if len(entries) == 1:
            self.open_entry(entries[0].key)
            return
        self._mode, self._key = "day", ""
        self.bar.panel.setChecked(True)
        self._show_side()
        if entries:
            self.side.list.focus_first()

    def open_entry(self, key: str) -> None:
        """An entry (or "waiting:12") in full beside the calendar."""
        entry = self.data.find(key)
        if key.startswith("more:"):
            self._open_more(key.partition(":")[2])
        if entry is None and not key.startswith("waiting:"):
            return
        self._mode, self._key = "entry", key
        self.bar.panel.setChecked(True)
        if entry is not None and self.view == "month" and entry.day[:7] != self.day[:7]:
            self._go(entry.day)
        else:
            self._show_side()

    def _open_more(self, part: str) -> None:
        """All of a part that was cut: in the list, filtered by its meaning."""
        self.bar.chips.buttons["late" if part == "late" else "soon"].setChecked(True)
        self.turn_to("agenda")

    def _open_task(self, task_id: int, key: str) -> None:
        self.open_entry(key or key_of_task(self.data, task_id))

    def _entries_on(self, day: str) -> list[Entry]:
        wanted = self.bar.filter()
        return by_worry(e for e in self.data.entries if e.day == day and wanted.keeps(e))

    def _show_side(self) -> None:
        self.views.mark(self._key)
        shown = shown_of(self._session, self.data, self._key) if self._mode == "entry" else None
        if shown is not None:
            self.side.show_entry(shown)
        elif self._mode == "day":
            fill_day(self.side, self.day, self._entries_on(self.day), self.data.today)
        else:
            self._mode, self._key = "overview", ""
            fill_attention(self.side, self.data, self.bar.filter())

    # --- doing

    def ask_move(self, key: str, day: str) -> None:
        """Ask for the day (unless it was dropped on one) and the reason, then move."""
        entry = self.data.find(key)
        if entry is None or not entry.open or self._session.read_only:
            return
        dialog = MoveDialog(entry, day, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.move_entry(key, dialog.day(), dialog.reason())
        dialog.deleteLater()

    @guarded
    def move_entry(self, key: str, day: str, reason: str) -> None:
        """Move an entry to another day: one undo step, logged with its reason."""
        self._key, self._mode = key, "entry"
        deeds.move(self._session, key, day, reason)
        self.status.emit(tr("Đã dời hạn. Ctrl+Z để hoàn tác."))

    def _move_on_day(self) -> None:
        entries = [e for e in self._entries_on(self.day) if e.open]
        if len(entries) == 1:
            self.ask_move(entries[0].key, "")
        elif entries:
            self.open_day(self.day)

    @guarded
    def _put_back(self) -> None:
        deeds.put_back(self._session, self._key)
        self.status.emit(tr("Đã trả về ngày cũ. Ctrl+Z để hoàn tác."))

    @guarded
    def _set_state(self, state: str) -> None:
        task_id = task_of(self.data, self._key)
        if task_id:
            deeds.set_state(self._session, task_id, state)
            self.status.emit(tr("Đã ghi tình trạng. Ctrl+Z để hoàn tác."))

    @guarded
    def _finish(self) -> None:
        entry = self.data.find(self._key)
        if entry is not None:
            self.status.emit(deeds.finish_entry(self._session, entry, self._today()))

    def _open_table(self) -> None:
        task_id = task_of(self.data, self._key)
        if task_id in self.data.plan_of:
            self.open_row.emit(self.data.plan_of[task_id], f"task:{task_id}")

    def _output(self, how: str, what: str) -> None:
        if what == "plan":
            # A calendar file belongs to one plan: the one that is chosen, else the first that is followed.
            self.plan_deed.emit(f"export{how}", self.data.plan_ids[0])
            return
        wanted = self.bar.filter()
        self.output_wanted.emit(CalendarOutput(how, what, self.data.plan_ids, self.day, self._today(), wanted if wanted.is_on else None))
