"""The page "Mở kế hoạch có sẵn": choose a file or paste, watch it being read, look at what was understood, put it into the workspace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLayout, QMenu, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Unit
from kh_desktop.services import importing
from kh_desktop.services.attachments import attach_scan
from kh_desktop.services.import_review import Reading, Source
from kh_desktop.services.issuing import is_issued
from kh_desktop.services.office import get_office
from kh_desktop.services.plan_file import read_answers
from kh_desktop.services.plans import list_plans, new_plan_from
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui import theme
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.errors import error_sentence, guarded
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.importing.reading_job import ReadingJob
from kh_desktop.ui.importing.review import Review
from kh_desktop.ui.importing.work import Work
from kh_desktop.ui.next_step import plan_name
from kh_desktop.ui.widgets import (
    ElidedLabel,
    EmptyState,
    clear_layout,
    heading,
    icon_label,
    plain_button,
    primary_button,
    quiet_button,
    text_from_iso,
    text_label,
)

SHOW_PROGRESS_MS = 600
_ROOM = 1000  # px at 100 % for everything in the line above the review
SUFFIXES = (".docx", ".docm", ".xlsx", ".xlsm", ".pdf", ".txt", ".md", ".html", ".htm", ".json", ".doc", ".xls", ".rtf", ".odt")
_NO_TEXT = ("import.scanned_pdf", "import.no_text")

AskLeave = Callable[[QWidget], bool]


class ImportPage(QWidget):
    """``saved(plan_id, name)`` when a plan was put into the workspace, ``steps_changed()`` when there is something else to undo here,
    ``go(page)``. ``may_drop`` asks whether what was corrected may be given up, ``may_freeze``
    whether an issued plan may go in with so many places nobody has looked at."""

    saved = Signal(int, str)
    steps_changed = Signal()
    go = Signal(str)
    status = Signal(str)

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        may_drop: AskLeave | None = None,
        may_freeze: Callable[[QWidget, int], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.page_id, self.title = "import", tr("Mở kế hoạch có sẵn")
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.title)
        self._session, self._may_drop, self._may_freeze = session, may_drop, may_freeze
        self._path: Path | None = None
        self._failed: KhError | None = None
        # What was put into the workspace last, and how much of it nobody had looked at.
        self.saved_work: Work | None = None
        self.left_open = 0
        self.job, self.review = ReadingJob(self), Review(self)
        self._slow = QTimer(self, singleShot=True, interval=SHOW_PROGRESS_MS)
        self._slow.timeout.connect(self._show_progress)
        self._name = ElidedLabel("", "")
        self.issued_box = QCheckBox(self)
        self._is_issued = True  # what a person said last; plans with number and day are mostly issued ones
        self.save_button = primary_button(tr("Đưa vào sổ"), "check")
        self._bar = QProgressBar(self)
        self._waiting = text_label("")
        self.stop_button = plain_button(tr("Dừng"))
        self._empty, self._stack = QWidget(self), QStackedWidget(self)
        self._build()
        self._connect()
        self._show_empty()

    # --- put together

    def _build(self) -> None:
        QVBoxLayout(self._empty)
        review = QWidget(self)
        column = QVBoxLayout(review)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(self._top())
        column.addWidget(self.review, 1)
        for page in (self._empty, self._reading_page(), review):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon_label("import", 18, "text_muted"))
        title = heading(tr("Mở kế hoạch có sẵn"), 3)
        title.setWordWrap(False)
        row.addWidget(title)
        row.addWidget(self._name, 1)
        for words, run in ((tr("Chọn tệp khác…"), self.ask_file), (tr("Dán kế hoạch"), self.paste), (tr("Thôi"), self.give_up)):
            button = quiet_button(words)
            button.clicked.connect(lambda _checked=False, do=run: do())
            row.addWidget(button)
            if run == self.paste:
                self._paste_button = button
        self.issued_box.setVisible(False)
        self.issued_box.setToolTip(tr("Kế hoạch này đã ban hành: vào sổ với số và ngày của nó, nội dung được giữ nguyên, không sửa nữa."))
        row.addWidget(self.issued_box)
        row.addWidget(self.save_button)
        return row

    def _reading_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.addStretch(2)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(round(360 * theme.font_scale()))
        self._bar.setAccessibleName(tr("Đang đọc tệp"))
        for widget in (self._waiting, self._bar, self.stop_button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    def _connect(self) -> None:
        self.job.ready.connect(self._ready)
        self.job.failed.connect(self._refused)
        self.job.moved.connect(lambda done: self._bar.setValue(round(100 * done)))
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self.review.changed.connect(self.steps_changed)
        self.review.changed.connect(self._show_issued)
        self.issued_box.clicked.connect(self._say_issued)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.save)
        self.save_button.setToolTip(f"{tr('Đưa vào sổ')} (Ctrl+Enter)")

    # --- what the window asks

    @property
    def work(self) -> Work | None:
        """The source that is being looked at."""
        return self.review.work

    @property
    def is_unsaved(self) -> bool:
        """Whether something that was read is not in the workspace yet."""
        return self.work is not None

    @property
    def name(self) -> str:
        """What is being looked at: the file's name."""
        path = self.work.path if self.work is not None else None
        return path.name if path is not None else tr("nội dung vừa dán")

    def local_steps(self) -> tuple[bool, bool] | None:
        """Whether there is something to undo and to redo on this page; None when the window's own steps count."""
        return (self.work.can_undo, self.work.can_redo) if self.work is not None else None

    def undo(self) -> None:
        """Take the last correction back."""
        commit_editors(self)
        self.review.undo()

    def redo(self) -> None:
        """Make it again."""
        self.review.redo()

    def take_work(self, work: Work) -> None:
        """Go on with what was begun in another window of the program."""
        self._show_work(work)

    def on_shown(self) -> None:
        """The keyboard goes to where one was."""
        if self.work is not None:
            self.review.source.setFocus()

    def on_changes(self, changes: ChangeSet) -> None:
        """The plans a scan can be attached to may be others now."""
        if self._failed is not None and "plan" in changes.kinds:
            self._show_empty()

    # --- choosing

    def ask_file(self) -> None:
        """Choose a file."""
        folder = str(self._path.parent) if self._path is not None else ""
        kinds = f"{tr('Kế hoạch')} ({' '.join(f'*{suffix}' for suffix in SUFFIXES)});;{tr('Mọi tệp')} (*)"
        name, _kind = QFileDialog.getOpenFileName(self, tr("Mở kế hoạch có sẵn"), folder, kinds)
        if name:
            self.open_file(Path(name))

    @guarded
    def open_file(self, path: Path) -> None:
        """Read a file; what was being looked at is given up when the person agrees."""
        if not self._may_begin():
            return
        self._path = path
        if path.suffix.lower() == ".json":
            plan = read_answers(path)
            self.saved_work, self.left_open = None, 0
            self.saved.emit(new_plan_from(self._session, plan), path.name)
            return
        units = get_office(self._session).units
        self._start(lambda progress: _read(lambda: importing.read_file(path, progress), units), path.name)

    @guarded
    def paste(self) -> None:
        """Read what was copied somewhere."""
        data = QGuiApplication.clipboard().mimeData()
        html, text = (data.html(), data.text()) if data is not None else ("", "")
        if not self._may_begin():
            return
        self._path = None
        units = get_office(self._session).units
        self._start(lambda _progress: _read(lambda: importing.read_clipboard(html, text), units), tr("nội dung vừa dán"))

    def _may_begin(self) -> bool:
        commit_editors(self)
        if self.work is not None and self.work.touched and self._may_drop is not None and not self._may_drop(self):
            return False
        return not self._session.read_only

    def _start(self, read: Callable[[Callable[[float], None]], tuple[Source, Reading]], name: str) -> None:
        self.review.work, self._failed = None, None
        self._waiting.setText(tr("Đang đọc {name}", name=name))
        self._bar.setValue(0)
        self.setCursor(Qt.CursorShape.BusyCursor)
        self._stack.setCurrentIndex(0)
        clear_layout(self._empty.layout())  # type: ignore[arg-type]
        self._slow.start()
        self.job.start(read)
        self.steps_changed.emit()

    def _show_progress(self) -> None:
        if self.job.is_busy:
            self._stack.setCurrentIndex(1)
            self.stop_button.setFocus()

    def stop(self) -> None:
        """Stop reading."""
        self.job.stop()
        self._done_reading()
        self._show_empty()
        self.status.emit(tr("Đã dừng đọc tệp. Không có gì bị thay đổi."))

    def _done_reading(self) -> None:
        self._slow.stop()
        self.unsetCursor()

    def _ready(self, source: Source, reading: Reading) -> None:
        self._done_reading()
        understood = partial(importing.understood, units=get_office(self._session).units)
        self._show_work(Work(source, self._path, reading, understood))

    def _show_work(self, work: Work) -> None:
        self._path = work.path
        self._stack.setCurrentIndex(2)
        self.review.show_work(work)
        self._name.set_text(self.name)
        self._is_issued = True
        self._show_issued()
        self.steps_changed.emit()

    def _show_issued(self) -> None:
        """Whether the plan was issued is asked only when it has the number and the day of an issued plan."""
        plan = self.work.reading.plan if self.work is not None else None
        offered = plan is not None and is_issued(plan)
        self.issued_box.setVisible(offered)
        self.issued_box.setChecked(offered and self._is_issued)
        if plan is not None and offered:
            words = tr("Đã ban hành (số {number}, {day})", number=plan.number, day=text_from_iso(plan.issued))
            self.issued_box.setAccessibleName(words)
            self.issued_box.setText(tr("Đã ban hành") if self._is_narrow() else words)

    def _is_narrow(self) -> bool:
        return self.width() < round(_ROOM * theme.font_scale())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little room the file's name and the button that puts the plan into the workspace come first."""
        super().resizeEvent(event)
        self._paste_button.setVisible(not self._is_narrow())
        self._show_issued()

    def _say_issued(self, ticked: bool) -> None:
        self._is_issued = ticked

    def _refused(self, error: KhError) -> None:
        self._done_reading()
        self._failed = error
        self._show_empty()

    # --- nothing to look at

    def _show_empty(self) -> None:
        self._stack.setCurrentIndex(0)
        layout = self._empty.layout()
        if layout is None:
            return
        clear_layout(layout)
        choose = (tr("Chọn tệp"), self.ask_file)
        paste = (tr("Dán kế hoạch"), self.paste)
        if self._failed is not None:
            title = tr("Chưa đọc được {name}", name=self._path.name if self._path is not None else tr("nội dung vừa dán"))
            state = EmptyState("warn", title, error_sentence(self._failed), [choose, paste])
            layout.addWidget(state)
            if self._failed.code in _NO_TEXT and self._path is not None and self._path.suffix.lower() == ".pdf":
                self._offer_attaching(self._path, state.layout())
        else:
            words = tr("Tệp Word, PDF, Excel hoặc văn bản của kế hoạch đã ban hành. Kéo tệp vào đây cũng được.")
            layout.addWidget(EmptyState("import", tr("Mở kế hoạch có sẵn"), words, [] if self._session.read_only else [choose, paste]))

    def _offer_attaching(self, path: Path, layout: QLayout | None) -> None:
        """A scan says nothing to a program, but may be kept with a plan: offered below the other buttons."""
        plans = list_plans(self._session)
        if not plans or not isinstance(layout, QVBoxLayout):
            return
        button = plain_button(tr("Đính kèm bản chụp vào kế hoạch"), "attach", self._empty)
        menu = QMenu(button)
        for plan in plans:
            words = plan_name(plan).replace("&", "&&")
            menu.addAction(words).triggered.connect(lambda _checked=False, plan_id=plan.id: self.attach(path, plan_id))
        button.setMenu(menu)
        layout.insertWidget(layout.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)

    @guarded
    def attach(self, path: Path, plan_id: int) -> None:
        """Keep a scan with a plan."""
        attach_scan(self._session, plan_id, path)
        self._failed = None
        self._show_empty()
        self.status.emit(tr("Đã đính kèm bản chụp {name}", name=path.name))

    # --- ending

    def give_up(self) -> None:
        """Nothing goes into the workspace."""
        commit_editors(self)
        if self.work is not None and self.work.touched and self._may_drop is not None and not self._may_drop(self):
            return
        self.drop()
        self.go.emit("plans")

    def drop(self) -> None:
        """Forget what was being looked at."""
        self.review.work, self._failed = None, None
        self._show_empty()
        self.steps_changed.emit()

    @guarded
    def save(self) -> None:
        """Đưa vào sổ: the plan and the file it came from, as one step."""
        commit_editors(self)
        work = self.work
        if work is None:
            return
        name, issued = self.name, self.issued_box.isChecked()
        left = len(work.open_items())
        if issued and left and self._may_freeze is not None and not self._may_freeze(self, left):
            return
        plan_id = importing.save(self._session, work.reading, work.path, issued=issued)
        self.saved_work, self.left_open = work, left
        self.drop()
        self.saved.emit(plan_id, name)


def _read(source_of: Callable[[], Source], units: Sequence[Unit]) -> tuple[Source, Reading]:
    source = source_of()
    return source, importing.understood(source, units=units)
