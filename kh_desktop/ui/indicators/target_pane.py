"""A target in full: where it stands, the sentence of the plan, its fields, its figures period by period."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.services.dashboard import TargetRow
from kh_desktop.services.indicators import indicators, update_target
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.errors import error_sentence
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.indicators import words
from kh_desktop.ui.indicators.lines import TargetLine, target_line
from kh_desktop.ui.indicators.target_form import TargetForm
from kh_desktop.ui.period_words import period_words
from kh_desktop.ui.widgets import danger_button, heading, muted, plain_button, quiet_button, text_label
from kh_desktop.ui.widgets.charts import Cells, TwinTable, paint_bullet, paint_spark, screen_palette
from kh_desktop.ui.widgets.flow import FlowLayout


class _Picture(QWidget):
    """The bullet bar over the trend, large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: TargetLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: TargetLine) -> None:
        self.line = line
        self.setAccessibleName(line.reading)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(220, round(80 * theme.font_scale()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self.line is None:
            return
        painter, palette, room = QPainter(self), screen_palette(), QRectF(self.rect()).adjusted(2, 2, -2, -2)
        high = 26 * theme.font_scale()
        paint_bullet(painter, QRectF(room.left(), room.top(), room.width(), high), self.line.bullet, palette)
        paint_spark(painter, QRectF(room.left(), room.top() + high + 6, room.width(), room.height() - high - 6), self.line.spark, palette)
        painter.end()


class TargetPane(QWidget):
    """``place_wanted()`` for the sentence in the plan, ``readings_wanted(indicator)``, ``remove_wanted()``, ``status(words)``."""

    place_wanted = Signal()
    readings_wanted = Signal(str)
    remove_wanted = Signal()
    status = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.row: TargetRow | None = None
        self.name, self.judged, self.facts = heading("", 2), text_label(""), muted("")
        self.picture, self.form = _Picture(self), TargetForm(self)
        self.sentence = text_label("", "muted")
        self.place = quiet_button(tr("Xem trong kế hoạch"), "plan")
        self.figures = plain_button(tr("Nhập số liệu"), "edit")
        self.remove = danger_button(tr("Bỏ chỉ tiêu này"), "trash")
        self.frozen_note = muted("")
        self.twin = TwinTable(tr("Số liệu các kỳ"), self)
        self._build()
        self.form.committed.connect(self._changed)
        self.place.clicked.connect(lambda _checked=False: self.place_wanted.emit())
        self.figures.clicked.connect(lambda _checked=False: self._ask_for_readings())
        self.remove.clicked.connect(lambda _checked=False: self.remove_wanted.emit())

    def _build(self) -> None:
        self.setObjectName("pageBody")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(6)
        for part in (self.name, self.judged, self.facts, self.picture, self.sentence):
            column.addWidget(part)
        deeds = FlowLayout(spacing=6)
        for button in (self.place, self.figures):
            deeds.addWidget(button)
        column.addLayout(deeds)
        column.addWidget(self.twin)
        column.addSpacing(6)
        column.addWidget(self.frozen_note)
        column.addWidget(self.form)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_row(self, row: TargetRow, *, frozen: bool, has_place: bool) -> None:
        """Show a target; typing that is not taken over yet stays."""
        other = self.row is None or self.row.target.id != row.target.id
        self.row = row
        line = target_line(row)
        self.name.setText(line.name)
        self.judged.setText(words.judged_words(row))
        facts = (words.reading_words(row.reading, words.row_unit(row)), words.source_words(row), line.forecast)
        self.facts.setText(" · ".join(dict.fromkeys(part for part in facts if part)))
        self.picture.show_line(line)
        said = " ".join(row.target.sentence.split())
        self.sentence.setText(f"“{said}”" if said else "")
        self.sentence.setVisible(bool(said))
        self.place.setVisible(has_place)
        self.figures.setVisible(row.indicator is not None)
        self.figures.setEnabled(not self._session.read_only)
        unit = words.row_unit(row)
        cells = tuple((period_words(key), words.unit_words(value, unit) if value is not None else "–") for key, value in row.trend)
        self.twin.show_cells(Cells((tr("Kỳ"), tr("Kết quả")), cells))
        self.twin.setVisible(bool(cells))
        self._show_form(row, frozen=frozen, other=other)

    def _show_form(self, row: TargetRow, *, frozen: bool, other: bool) -> None:
        if other:
            for key in ("value", "growth", "ceiling", "base", "denominator"):
                self.form.field(key).reset()  # type: ignore[union-attr]
        self.form.offer(indicators(self._session), row.target.indicator)
        self.form.show_target(row.target, frozen=frozen or self._session.read_only)
        self.frozen_note.setText(
            tr("Kế hoạch đã ban hành: mức giao giữ như đã ký. Sửa được chỉ tiêu gắn với nó, mức gốc, cách tính.") if frozen else ""
        )
        self.frozen_note.setVisible(frozen)
        if self._session.read_only:
            self.form.set_read_only(True)
        self.remove.setEnabled(not self._session.read_only)

    def _ask_for_readings(self) -> None:
        if self.row is not None:
            self.readings_wanted.emit(self.row.target.indicator)

    def _changed(self, key: str, value: str) -> None:
        if self.row is None:
            return
        try:
            update_target(self._session, self.row.target.id, **{key: value})
        except KhError as error:
            self.form.set_note(key, error_sentence(error))
        else:
            self.status.emit(tr("Đã sửa chỉ tiêu. Ctrl+Z để hoàn tác."))
