"""Lời văn: title, number and day, the sections with their sentences to be changed, the printed page beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from kh_desktop.domain.model import Plan
from kh_desktop.services.report_texts import ReportView, as_plan, outline_keys, report, set_section, set_text
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.reports.section_box import SectionBox
from kh_desktop.ui.reports.sentence_row import SentenceRow
from kh_desktop.ui.reports.step import ReportStep
from kh_desktop.ui.widgets import (
    DateField,
    LineEdit,
    NoteLine,
    TextEdit,
    clear_layout,
    heading,
    icon_button,
    muted,
    quiet_button,
    text_label,
)


class PageBeside(Protocol):
    """What the printed page beside the texts can do (the window gives it)."""

    anchor_clicked: SignalInstance
    close_asked: SignalInstance

    def show_source(self, source: Callable[[], Plan] | None, *, other: bool = False) -> None:
        """Show another document."""

    def show_anchor(self, anchor: str) -> None:
        """Frame a section."""


class TextsStep(ReportStep):
    """``make_preview(parent)`` gives the page beside."""

    def __init__(
        self, session: Session, clock: Callable[[], date], make_preview: Callable[[QWidget], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(session, clock, parent)
        self.view: ReportView | None = None
        self._shown_period = ""
        self.boxes: dict[str, SectionBox] = {}
        self.title = TextEdit(tr("Trích yếu"), lines=1, max_lines=5)
        self.number = LineEdit(tr("Số"), placeholder=tr("ghi sau khi ký"))
        self.issued = DateField(tr("Ngày"))
        self.intro, self.closing = SentenceRow(tr("Lời dẫn")), SentenceRow(tr("Đoạn kết"))
        self.preview = make_preview(self)
        self.page: PageBeside = self.preview  # type: ignore[assignment]
        self.show_page = icon_button("panel", tr("Hiện trang in"))
        self._build()
        self._connect()

    def _build(self) -> None:
        inside = QWidget()
        inside.setObjectName("pageBody")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 12, 12)
        self._column.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(muted(tr("Câu nào sửa tay được giữ nguyên khi số liệu đổi; xóa trắng một câu là bỏ câu ấy.")), 1)
        top.addWidget(self.show_page, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(top)
        self._column.addLayout(self._head())
        self._column.addWidget(heading(tr("Lời dẫn"), 3))
        self._column.addWidget(self.intro)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(12)
        self._column.addLayout(self._sections)
        self._column.addWidget(heading(tr("Đoạn kết"), 3))
        self._column.addWidget(self.closing)
        self._hidden = QVBoxLayout()
        self._column.addLayout(self._hidden)
        self._column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.area)
        self.splitter.addWidget(self.preview)
        self.splitter.setCollapsible(0, False)
        self.splitter.setSizes([560, 430])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.area.setMinimumWidth(round(300 * theme.font_scale()))

    def _head(self) -> QGridLayout:
        """Trích yếu, number and day, with the reason below when the day is none."""
        grid, note = QGridLayout(), NoteLine("")
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, column, field in ((0, 0, self.title), (1, 0, self.number), (1, 2, self.issued)):
            label = text_label(field.accessibleName(), "muted", wrap=False)
            label.setBuddy(field)
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1, 1, 3 if field is self.title else 1)
        grid.addWidget(note, 2, 1, 1, 3)
        note.hide()
        self.issued.refused.connect(note.say)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        return grid

    def _connect(self) -> None:
        for key, field in (("title", self.title), ("number", self.number), ("issued", self.issued)):
            field.committed.connect(lambda value, key=key: self.write(key, value or None))
        for row in (self.intro, self.closing):
            row.written.connect(self.write)
            row.taken_back.connect(lambda key: self.write(key, None))
        self.page.anchor_clicked.connect(self._page_clicked)
        self.page.close_asked.connect(lambda: self.set_page_shown(False))
        self.show_page.clicked.connect(lambda: self.set_page_shown(True))
        self.show_page.hide()

    def set_page_shown(self, shown: bool) -> None:
        """Show or hide the printed page."""
        self.preview.setVisible(shown)
        self.show_page.setVisible(not shown)

    # --- what is shown

    def load(self) -> None:
        view = report(self.session, self.period, today=self.clock())
        self.view = view
        writable = not self.session.read_only
        other = self._shown_period != self.period
        self._shown_period = self.period
        for field, value in ((self.title, view.title), (self.number, view.number), (self.issued, view.issued)):
            if other and isinstance(field, LineEdit):
                field.reset(value)
            field.set_value(value)
            field.setReadOnly(not writable)
        self.intro.show_sentence(view.intro, writable=writable, anew=other)
        self.closing.show_sentence(view.closing, writable=writable, anew=other)
        if list(self.boxes) != [part.key for part in view.sections]:
            self._make_boxes(view)
        for part in view.sections:
            self.boxes[part.key].show_section(part, writable=writable, anew=other)
        self._show_hidden(writable)
        if other:
            self.area.verticalScrollBar().setValue(0)
        self.page.show_source(self._content, other=other)

    def _content(self) -> Plan:
        view = self.view or report(self.session, self.period, today=self.clock())
        return as_plan(self.session, view)

    def _make_boxes(self, view: ReportView) -> None:
        keep = {part.key: self.boxes[part.key] for part in view.sections if part.key in self.boxes}
        for key, box in self.boxes.items():
            self._sections.removeWidget(box)
            if key not in keep:
                box.hide()
                box.deleteLater()
        self.boxes = {}
        for part in view.sections:
            box = keep.get(part.key) or self._new_box(part.key)
            self.boxes[part.key] = box
            self._sections.addWidget(box)

    def _new_box(self, key: str) -> SectionBox:
        box = SectionBox(key, self)
        box.written.connect(self.write)
        box.taken_back.connect(lambda name: self.write(name, None))
        box.renamed.connect(self._rename)
        box.hidden.connect(self._hide)
        box.entered.connect(self._entered)
        return box

    def _show_hidden(self, writable: bool) -> None:
        hidden = [(key, words) for key, words, _level, is_hidden in outline_keys(self.session) if is_hidden]
        clear_layout(self._hidden)
        if not hidden:
            return
        self._hidden.addWidget(muted(tr("Các mục báo cáo của cơ quan không dùng")))
        for key, words in hidden:
            button = quiet_button(tr("Dùng lại mục “{name}”", name=words), "plus")
            button.setEnabled(writable)
            button.clicked.connect(lambda _checked=False, key=key: self._unhide(key))
            self._hidden.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    # --- what is written

    @guarded
    def write(self, key: str, words: str | None) -> None:
        """Another text; None: as the program says it. One step."""
        set_text(self.session, self.period, key, words)

    @guarded
    def _rename(self, key: str, words: str) -> None:
        set_section(self.session, key, heading=words)

    @guarded
    def _hide(self, key: str) -> None:
        set_section(self.session, key, hidden=True)
        self.status.emit(tr("Đã bỏ mục khỏi báo cáo của cơ quan. Cuối trang có nút dùng lại; Ctrl+Z để hoàn tác."))

    @guarded
    def _unhide(self, key: str) -> None:
        set_section(self.session, key, hidden=False)

    # --- the page beside

    def keys_shown(self) -> Sequence[str]:
        """The sections in the order of the page."""
        return list(self.boxes)

    def _page_clicked(self, anchor: str) -> None:
        kind, _, place = anchor.partition(":")
        shown = self.keys_shown()
        if kind == "section" and place.isdigit() and 0 < int(place) <= len(shown):
            self.go_to(shown[int(place) - 1])

    def go_to(self, key: str) -> None:
        """Scroll to a section and put the caret into its first sentence."""
        box = self.boxes.get(key)
        if box is not None:
            self.area.ensureWidgetVisible(box, 0, 40)
            box.focus_first()

    def _entered(self, key: str) -> None:
        self.page.show_anchor(f"section:{self.keys_shown().index(key) + 1}")
