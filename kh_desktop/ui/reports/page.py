"""The page "Báo cáo": the report of a period in four steps, from the files of several systems to what is sent upward."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.services import figures, periods
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.report_output import ReportOutput
from kh_desktop.ui.reports import keys
from kh_desktop.ui.reports.figures_step import FiguresStep
from kh_desktop.ui.reports.form_data import small_data
from kh_desktop.ui.reports.form_step import FormStep
from kh_desktop.ui.reports.out_step import OutStep
from kh_desktop.ui.reports.period_bar import PeriodBar, offered
from kh_desktop.ui.reports.period_dialog import PeriodDialog
from kh_desktop.ui.reports.step import ReportStep
from kh_desktop.ui.reports.texts_step import TextsStep
from kh_desktop.ui.widgets import NextStepButton

STEPS: tuple[str, ...] = (N_("Số liệu"), N_("Biểu II.06a"), N_("Lời văn"), N_("Xuất"))
FIGURES, FORM, TEXTS, OUT = range(4)


class ReportsPage(QWidget):
    """``report_wanted(ReportOutput)`` asks for paper or a file, ``go(page id)`` for another page. ``make_preview(parent)`` gives the page
    beside the texts."""

    # The window's own next step is that of a plan.
    has_next_step = True
    report_wanted = Signal(object)
    go = Signal(str)
    status = Signal(str)

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        make_preview: Callable[[QWidget], QWidget],
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self.page_id, self.title = "reports", tr("Báo cáo")
        self.setObjectName("page")
        self.setAccessibleName(self.title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._session, self._clock, self._make_preview = session, clock, make_preview
        self.period, self._stale = "", True
        self._notes = [""] * len(STEPS)
        self._forms: dict[int, ReportStep] = {}
        self._loaded: dict[int, str] = {}
        self.bar = PeriodBar(self)
        self.steps = QTabBar(self)
        self.next = NextStepButton(self)
        self.stack = QStackedWidget(self)
        self._build()
        self._connect()

    def today(self) -> date:
        """The day it is."""
        return self._clock().date()

    # --- put together

    def _build(self) -> None:
        self.steps.setAccessibleName(tr("Các bước lập báo cáo"))
        self.steps.setExpanding(False)
        self.steps.setDrawBase(False)
        for number, words in enumerate(STEPS, start=1):
            self.steps.addTab(f"{number}. {tr(words)}")
        line = QHBoxLayout()
        line.addWidget(self.steps, 1)
        line.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addLayout(line)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.bar.chosen.connect(self.show_period)
        self.bar.other_wanted.connect(self.choose_period)
        self.bar.settings_wanted.connect(lambda: self.go.emit("settings"))
        self.steps.currentChanged.connect(self._turned)
        self.next.clicked.connect(self.do_next)
        for key, run in (
            (keys.TAKE_KEY, self.take_figures), (keys.NEXT_STEP, lambda: self.turn_to(self.step + 1)),
            (keys.STEP_BEFORE, lambda: self.turn_to(self.step - 1)), (keys.NEXT_PERIOD, lambda: self.bar.step(1)),
            (keys.PERIOD_BEFORE, lambda: self.bar.step(-1)), (keys.OTHER_PERIOD, self.choose_period),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def form(self, step: int) -> ReportStep:
        """The widget of a step; made when it is first needed."""
        if step not in self._forms:
            makers: dict[int, Callable[[], ReportStep]] = {
                FIGURES: lambda: FiguresStep(self._session, self.today, self),
                FORM: lambda: FormStep(self._session, self.today, self),
                TEXTS: lambda: TextsStep(self._session, self.today, self._make_preview, self),
                OUT: lambda: OutStep(self._session, self.today, self),
            }
            made = makers[step]()
            made.status.connect(self.status)
            made.go_to_step.connect(self.turn_to)
            if isinstance(made, OutStep):
                made.output_wanted.connect(self.put_out)
            self._forms[step] = made
            self.stack.addWidget(made)
        return self._forms[step]

    @property
    def step(self) -> int:
        """The step that is open, from 0."""
        return self.steps.currentIndex()

    # --- what is shown

    def on_shown(self) -> None:
        """Bring the page up to date when one turns to it."""
        if self._stale or not self.period:
            self.reload()
        self.form(self.step).setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changes(self, changes: ChangeSet) -> None:
        """Figures, targets, tasks, rules: nearly everything may change a report; it is read when the page is looked at."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def on_new_day(self) -> None:
        """Midnight has passed: how long it is until the due day is another matter now."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def focus_anchor(self, anchor: str) -> None:
        """Go to the report of a period ("period:2027-Q1" or "report:2027-Q1")."""
        kind, _, key = anchor.partition(":")
        if kind in ("period", "report"):
            self.show_period(key)

    def reload(self) -> None:
        """Read everything again; at first the report that is due next."""
        self._stale = False
        self._loaded.clear()
        following = periods.next_report(self._session, self.today())
        try:
            current = periods.period(self._session, self.period or following.period.key)
        except KhError:  # the rules changed and there is no such period any more
            current = following.period
        self.period = current.key
        sent = periods.sent_reports(self._session)
        known = offered(self._session, current.key, following.period.key, sent, self.today())
        self.bar.show_periods(known, current, self.today(), sent=current.key in sent)
        self._show_marks(current.key in sent)
        self._show_step()

    def _show_marks(self, sent: bool) -> None:
        form = figures.form_06a(self._session, self.period)
        notes = ["", "", "", ""]
        signs: list[tuple[str, str]] = [("", "")] * 4
        if form.files:
            notes[FIGURES], signs[FIGURES] = tr("{count} tệp", count=len(form.files)), ("check", "done")
        if broken := len(form.breaks) + len(small_data(self._session, self.period, "pakn").breaks):
            notes[FORM], signs[FORM] = tr("{count} chỗ không khớp", count=broken), ("error", "late")
        elif form.lines:
            signs[FORM] = ("check", "done")
        if sent:
            notes[OUT], signs[OUT] = tr("đã gửi"), ("check", "done")
        for place, (name, token) in enumerate(signs):
            self.steps.setTabIcon(place, icon(name, token) if name else icon("chevron-right", "text_muted"))
            self.steps.setTabToolTip(place, notes[place])
        self._notes = notes
        self._name_next(bool(form.files or form.lines))
        self._name_steps()

    def _name_steps(self) -> None:
        """The steps with what is said of each, where there is room for it."""
        for notes in (self._notes, [""] * len(STEPS)):
            for place, words in enumerate(STEPS):
                title = f"{place + 1}. {tr(words)}"
                self.steps.setTabText(place, f"{title} ({notes[place]})" if notes[place] else title)
            room = self.width() - 44 - (0 if self.next.isHidden() else self.next.sizeHint().width())
            if self.steps.sizeHint().width() <= room:
                break

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._name_steps()

    def _name_next(self, any_figures: bool) -> None:
        words = {
            FIGURES: tr("Xem biểu II.06a") if any_figures else "",
            FORM: tr("Xem lời văn"), TEXTS: tr("Xuất báo cáo"), OUT: "",
        }[self.step]  # fmt: skip
        self.next.set_step(words)

    def _show_step(self) -> None:
        shown = self.form(self.step)
        self.stack.setCurrentWidget(shown)
        if self._loaded.get(self.step) != self.period:
            self._loaded[self.step] = self.period
            shown.show_period(self.period)

    # --- going about

    @guarded
    def show_period(self, key: str) -> None:
        """Turn to the report of another period. KhError is shown."""
        commit_editors(self)
        self.period = periods.period(self._session, key).key
        self.reload()

    def period_dialog(self) -> PeriodDialog:
        """The dialog for any period."""
        return PeriodDialog(self._session, periods.period(self._session, self.period).year, self)

    def choose_period(self) -> None:
        """Ask for any period, special ones too."""
        commit_editors(self)
        dialog = self.period_dialog()
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.period():
            self.show_period(dialog.period())
        else:
            self.bar.list.set_value(self.period)
        dialog.deleteLater()

    def turn_to(self, step: int) -> None:
        """Show a step; what is being typed is committed first."""
        if 0 <= step < len(STEPS):
            self.steps.setCurrentIndex(step)

    def _turned(self, _step: int) -> None:
        commit_editors(self)
        if self.period:
            self._show_step()
            self._show_marks(self.period in periods.sent_reports(self._session))

    def do_next(self) -> None:
        """The one next step."""
        self.turn_to(self.step + 1)

    # --- files in and out

    def take_figures(self) -> None:
        """Nhập tệp số liệu."""
        self.turn_to(FIGURES)
        shown = self.form(FIGURES)
        if isinstance(shown, FiguresStep):
            shown.choose()

    def put_out(self, how: str) -> None:
        """The report of the period on paper ("print") or as a file (".xlsx", ".docx", ".pdf")."""
        commit_editors(self)
        self.report_wanted.emit(ReportOutput(how, self.period, self.today()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if not self._session.read_only and dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        paths = dropped_files(event)
        if not paths or self._session.read_only:
            return
        event.acceptProposedAction()
        self.turn_to(FIGURES)
        shown = self.form(FIGURES)
        if isinstance(shown, FiguresStep):
            shown.take_files(paths)


def dropped_files(event: QDropEvent) -> list[Path]:
    """The files of a drop; folders are left out."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
