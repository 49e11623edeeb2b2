"""Xuất: what is still missing, the files, paper, and the mark that the report was sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kh_desktop.services import periods
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, say, tr
from kh_desktop.ui.reports.step import ReportStep
from kh_desktop.ui.reports.words import title_of
from kh_desktop.ui.widgets import card, clear_layout, heading, icon_label, muted, plain_button, primary_button, text_label

WAYS: tuple[tuple[str, str, str, str, str], ...] = (
    (".xlsx", "excel", N_("Bảng Excel…"), "Ctrl+Shift+E",
     N_("Biểu II.06a có công thức, chỉ tiêu, nhiệm vụ, biểu nhỏ, nguồn số liệu: để gửi cấp trên")),
    (".docx", "word", N_("Báo cáo Word…"), "Ctrl+Shift+W", N_("Lời văn theo thể thức Nghị định 30, sửa tiếp được")),
    (".pdf", "pdf", N_("Báo cáo PDF…"), "Ctrl+Shift+P", N_("Đúng như trang in, để trình ký và lưu")),
    ("print", "print", N_("Xem và in…"), "Ctrl+P", N_("Lời văn của báo cáo")),
)  # fmt: skip


class OutStep(ReportStep):
    """``output_wanted(how)`` asks for a file or paper."""

    output_wanted = Signal(str)

    def __init__(self, session: Session, clock: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(session, clock, parent)
        body = QWidget()
        body.setObjectName("pageBody")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(8)
        self._state, self._lines = card()
        self._lines.setContentsMargins(16, 8, 16, 8)
        self._lines.setSpacing(4)
        self._column.addWidget(self._state)
        self._column.addWidget(self._ways())
        self._sent, self._mark = card()
        self._mark.setContentsMargins(16, 8, 16, 8)
        self._column.addWidget(self._sent)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        body.setMaximumWidth(round(820 * theme.font_scale()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _ways(self) -> QWidget:
        frame, column = card()
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        self.buttons = {}
        for how, icon_name, words, key, what in WAYS:
            row = QHBoxLayout()
            row.setSpacing(12)
            button = plain_button(tr(words), icon_name)
            button.setToolTip(key)
            button.setMinimumWidth(round(170 * theme.font_scale()))
            button.clicked.connect(lambda _checked=False, how=how: self.output_wanted.emit(how))
            self.buttons[how] = button
            row.addWidget(button)
            row.addWidget(text_label(tr(what), "muted"), 1)
            column.addLayout(row)
        return frame

    def load(self) -> None:
        lacking = periods.missing(self.session, self.period, self.clock())
        clear_layout(self._lines)
        self._lines.addWidget(heading(tr("Còn thiếu") if lacking else tr("Đã đủ số liệu"), 3))
        for lack in lacking:
            self._add_line("warn", "soon", say(lack))
        if lacking:
            self._lines.addWidget(muted(tr("Vẫn xuất được; chỗ chưa có số liệu ghi đúng như thế trong báo cáo.")))
        else:
            self._add_line("check", "done", tr("Biểu II.06a khớp, các chỉ tiêu có mức giao đều có số liệu."))
        self._show_mark()

    def _add_line(self, sign: str, token: str, words: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon_label(sign, 16, token), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(words), 1)
        self._lines.addLayout(row)

    @property
    def is_sent(self) -> bool:
        """Whether the report of the period is marked as sent."""
        return bool(self.period) and self.period in periods.sent_reports(self.session)

    def _show_mark(self) -> None:
        clear_layout(self._mark)
        row = QHBoxLayout()
        row.setSpacing(12)
        title = title_of(periods.period(self.session, self.period))
        if self.is_sent:
            row.addWidget(icon_label("check", 18, "done"))
            row.addWidget(text_label(tr("Báo cáo {period} đã gửi, không nhắc nữa.", period=title), "done"), 1)
        else:
            row.addWidget(text_label(tr("Gửi báo cáo xong thì đánh dấu, chương trình thôi nhắc kỳ này."), "muted"), 1)
        self.mark_button = plain_button(tr("Bỏ đánh dấu")) if self.is_sent else primary_button(tr("Đánh dấu đã gửi"), "check")
        self.mark_button.setEnabled(not self.session.read_only)
        self.mark_button.clicked.connect(lambda _checked=False: self.mark_sent(not self.is_sent))
        row.addWidget(self.mark_button)
        self._mark.addLayout(row)

    @guarded
    def mark_sent(self, sent: bool) -> None:
        """Says that the report was sent, or that it was not."""
        periods.mark_sent(self.session, self.period, sent)
        self.status.emit(tr("Đã đánh dấu. Ctrl+Z để hoàn tác."))
