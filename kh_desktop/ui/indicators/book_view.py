"""The indicators of the office: how each is worded and measured; own ones, hidden ones, back to the shipped wording."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.indicators import Indicator
from kh_desktop.services.indicators import hide_indicator, indicators, reset_indicator, save_indicator, shipped
from kh_desktop.services.session import Session
from kh_desktop.ui.errors import error_sentence, guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.indicators.rows_pane import scrolling
from kh_desktop.ui.widgets import Banner, ComboBox, Field, FormTable, heading, muted, plain_button, quiet_button, text_label
from kh_desktop.ui.widgets.charts import ChartList, ChartPalette
from kh_desktop.ui.widgets.flow import FlowLayout

FIELDS = (
    Field("name", N_("Tên chỉ tiêu"), "text", lines=2),
    Field("numerator", N_("Tử số"), "text", lines=1),
    Field("denominator", N_("Mẫu số"), "text", lines=1),
    Field("unit", N_("Đơn vị tính"), width=120),
    Field("direction", N_("Thế nào là tốt"), "choice", choices=(("up", N_("Càng cao càng tốt")), ("down", N_("Càng thấp càng tốt")))),
    Field("source", N_("Lấy số ở đâu"), "text", lines=1),
    Field("formula", N_("Tính từ biểu II.06a"), "choice", choices=(
        ("", N_("Không tính, nhập tay hoặc lấy từ tệp")), ("on_time", N_("(cột 8 + cột 9) / cột 7: trước và đúng hạn")),
        ("on_time_766", N_("(cột 8 + cột 9 + cột 12) / cột 3: đúng hạn theo Quyết định 766")),
        ("late", N_("(cột 10 + cột 13) / cột 3: quá hạn")), ("online", N_("cột 4 / (cột 4 + cột 5): nộp trực tuyến")),
    )),
)  # fmt: skip


class _Line:
    """An indicator as a row of the list."""

    def __init__(self, known: Indicator) -> None:
        self.key, self.known = known.key, known
        marks = (
            tr("riêng của cơ quan") if known.own else "", tr("đang ẩn") if known.hidden else "",
            "" if known.sure or known.own else tr("chưa kiểm chứng"), tr("tính từ biểu II.06a") if known.formula else "",
        )  # fmt: skip
        self.marks = " · ".join(mark for mark in marks if mark)
        self.reading = f"{known.name}. {self.marks}" if self.marks else known.name


def _paint(painter: QPainter, rect: QRectF, line: _Line, palette: ChartPalette) -> None:
    high = palette.line()
    token = "text_muted" if line.known.hidden else "text"
    name = QRectF(rect.left(), rect.top(), rect.width(), high)
    palette.text(painter, name, line.known.name, token)
    below = QRectF(rect.left(), name.bottom(), rect.width(), palette.line(0.88))
    words = line.marks or line.known.source
    palette.text(painter, below, words, "text_muted", factor=0.88)


class BookView(QWidget):
    """``status(words)`` tells what was done."""

    status = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.key = ""
        self.list = ChartList(tr("Danh mục chỉ tiêu"), _paint, lines=1.9, stays=True)
        self.add = plain_button(tr("Thêm chỉ tiêu riêng"), "plus")
        self.form = FormTable(FIELDS, above=True)
        for key in ("direction", "formula"):
            combo = self.form.field(key)
            assert isinstance(combo, ComboBox)
            # Long formulas must not push the column wider than its room.
            combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(14)
        self.title = heading("", 2)
        self.unsure = Banner("", "warning", slim=True)
        self.marks = muted("")
        self.hide_button, self.reset = quiet_button("", "eye"), quiet_button("", "undo")
        self._build()
        self.list.opened.connect(self.choose)
        self.add.clicked.connect(lambda _checked=False: self.add_own())
        self.form.committed.connect(self._changed)
        self.hide_button.clicked.connect(lambda _checked=False: self.turn_hidden())
        self.reset.clicked.connect(lambda _checked=False: self.put_back())

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("pageBody")
        left = QVBoxLayout(inner)
        left.setContentsMargins(12, 4, 8, 12)
        left.setSpacing(6)
        left.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.list)
        left.addStretch(1)
        body = QWidget()
        body.setObjectName("pageBody")
        right = QVBoxLayout(body)
        right.setContentsMargins(14, 6, 16, 12)
        right.setSpacing(6)
        for part in (self.title, self.marks, self.unsure):
            right.addWidget(part)
        deeds = FlowLayout(spacing=6)
        deeds.addWidget(self.hide_button)
        deeds.addWidget(self.reset)
        right.addLayout(deeds)
        right.addWidget(self.form)
        right.addStretch(1)
        self._beside = QStackedWidget()
        hint = text_label(tr("Chọn một chỉ tiêu để xem cách tính và sửa cho đúng với cơ quan."), "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setMargin(24)
        self._beside.addWidget(hint)
        self._beside.addWidget(scrolling(body))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolling(inner), 1)
        layout.addWidget(self._beside, 1)

    def show_book(self) -> None:
        """Read the indicators again."""
        self.list.show_rows([_Line(known) for known in indicators(self._session)])
        self.add.setEnabled(not self._session.read_only)
        self._show_chosen(other=False)

    def choose(self, key: str) -> None:
        """Show an indicator."""
        other, self.key = key != self.key, key
        self._show_chosen(other=other)

    def chosen(self) -> Indicator | None:
        """The indicator shown."""
        return next((i for i in indicators(self._session) if i.key == self.key), None)

    def _show_chosen(self, *, other: bool) -> None:
        known = self.chosen()
        self._beside.setCurrentIndex(1 if known else 0)
        self.list.choose(self.key if known else "")
        if known is None:
            return
        line = _Line(known)
        self.title.setText(known.name)
        self.marks.setText(line.marks)
        self.marks.setVisible(bool(line.marks))
        self.unsure.set_text("" if known.sure or known.own else tr(
            "Theo dữ liệu kèm chương trình (chưa kiểm chứng): hãy so với văn bản của tỉnh trước khi dùng cách tính này."
        ))  # fmt: skip
        if other:
            self.form.field("unit").reset()  # type: ignore[union-attr]
        self.form.set_values({f.key: str(getattr(known, f.key)) for f in FIELDS})
        for f in FIELDS:
            self.form.set_note(f.key, "")
        writable = not self._session.read_only
        self.form.set_read_only(not writable)
        self.hide_button.setText(tr("Hiện lại") if known.hidden else tr("Ẩn chỉ tiêu này"))
        self.hide_button.setEnabled(writable)
        worded = known.key in shipped() and replace(known, hidden=False) != replace(shipped()[known.key], hidden=False)
        self.reset.setText(tr("Bỏ chỉ tiêu này") if known.own else tr("Về như kèm chương trình"))
        self.reset.setVisible(writable and (known.own or worded))

    def _changed(self, key: str, value: str) -> None:
        known = self.chosen()
        if known is None:
            return
        try:
            save_indicator(self._session, replace(known, **{key: value}))  # type: ignore[arg-type]
        except KhError as error:
            self.form.set_note(key, error_sentence(error))
        else:
            self.status.emit(tr("Đã sửa chỉ tiêu. Ctrl+Z để hoàn tác."))

    @guarded
    def add_own(self) -> None:
        """A new indicator of the office's own, to be worded."""
        self.key = save_indicator(self._session, Indicator("", tr("Chỉ tiêu mới"), own=True))
        self.show_book()
        name = self.form.field("name")
        name.setFocus(Qt.FocusReason.OtherFocusReason)
        name.selectAll()  # type: ignore[union-attr]

    @guarded
    def turn_hidden(self) -> None:
        """Leave the indicator out of lists and reports, or show it again."""
        known = self.chosen()
        if known is not None:
            hide_indicator(self._session, known.key, not known.hidden)

    @guarded
    def put_back(self) -> None:
        """The shipped wording again; an own one is removed when nothing uses it."""
        known = self.chosen()
        if known is not None:
            reset_indicator(self._session, known.key)
            self.status.emit(tr("Đã bỏ chỉ tiêu. Ctrl+Z để hoàn tác.") if known.own else tr("Đã trả về như kèm chương trình."))
