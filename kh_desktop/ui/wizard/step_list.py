"""The steps on the left: where one is, what is done, what is missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from kh_desktop.domain.wizard import WIZARD_STEPS
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import paint_icon
from kh_desktop.ui.wizard.step_names import step_name

_PAD, _MARK = 10, 20
_MOST_SAID = 6
_WIDTH = 180
"""Width of the list at 100 %, in logical pixels."""


class StepButton(QAbstractButton):
    """One step: a mark (number, tick, or the number of things missing), its name, a small line saying what is missing."""

    def __init__(self, step: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self._number = step, number
        self.visited = False
        self.missing = self.doubtful = 0
        self.setCheckable(True)
        self.setText(step_name(step))
        self._sentences: tuple[str, ...] = ()
        # A click turns to the step, whose form takes the focus; or says why not, and then the typing goes on where it was.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_state(self, *, visited: bool, missing: int, doubtful: int, sentences: Sequence[str] = ()) -> None:
        """How far this step is; ``sentences`` say what it lacks. One never visited is a later step and cannot be jumped to."""
        self.visited, self.missing, self.doubtful = visited, missing, doubtful
        self._sentences = tuple(sentences)
        self.setAccessibleDescription(self.note())
        self.setToolTip(self.tip())
        self.setCursor(Qt.CursorShape.PointingHandCursor if visited else Qt.CursorShape.ArrowCursor)
        self.update()

    def nextCheckState(self) -> None:
        """A later step is not marked as the open one by a click on it."""
        if self.visited:
            super().nextCheckState()

    def tip(self) -> str:
        """What is missing or doubtful, sentence by sentence; for a later step the way to it."""
        if not self.visited:
            return tr("Bước sau. Hãy đi lần lượt bằng nút “Tiếp”.")
        more = len(self._sentences) - _MOST_SAID
        lines = [*self._sentences[:_MOST_SAID], *([tr("và {count} chỗ khác", count=more)] if more > 0 else [])]
        return "\n".join(lines) or self.note()

    def note(self) -> str:
        """The state in words."""
        if not self.visited:
            return tr("bước sau")
        if self.missing:
            return tr("còn thiếu {count}", count=self.missing)
        if self.doubtful:
            return tr("cần xem lại {count}", count=self.doubtful)
        return tr("đủ") if self.step != "review" else ""

    def sizeHint(self) -> QSize:
        return QSize(round(_WIDTH * theme.font_scale()) - 8, self.fontMetrics().height() * 2 + 10)

    def minimumSizeHint(self) -> QSize:
        """One line: on a low screen the note gives way before a step does."""
        return QSize(self.sizeHint().width(), self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or (self.underMouse() and self.visited):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if self.isChecked() else "raised"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -1), 6, 6)
        self._paint_mark(painter)
        self._paint_words(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -1), 6, 6)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        mark = QRectF(_PAD, (self.height() - _MARK) / 2, _MARK, _MARK)
        if self.visited and not self.missing + self.doubtful and not self.isChecked() and self.step != "review":
            paint_icon(painter, mark.adjusted(2, 2, -2, -2), "check", "done")
            return
        fill = "accent" if self.isChecked() else "raised"
        # A later step is a ring that is not filled yet.
        painter.setPen(Qt.PenStyle.NoPen if self.visited else QPen(theme.color("line_strong"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color(fill) if self.visited else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(mark.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(theme.color("accent_text" if self.isChecked() else "text_muted"))
        painter.setFont(theme.scaled_font(0.85, bold=True))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter) -> None:
        left = _PAD + _MARK + 8
        width = self.width() - left - 6
        warn = self.visited and self.missing + self.doubtful > 0
        if warn and self.height() < self.fontMetrics().height() * 1.9:
            painter.setPen(theme.color("soon"))
            painter.drawText(QRectF(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "▲")
            width, warn = width - self.fontMetrics().horizontalAdvance("▲ "), False
        painter.setFont(theme.scaled_font(bold=self.isChecked()))
        painter.setPen(theme.color("text" if self.visited else "text_muted"))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        if not warn:
            painter.drawText(QRectF(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            return
        half = self.height() / 2
        painter.drawText(QRectF(left, 2, width, half), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(theme.scaled_font(0.85))
        painter.setPen(theme.color("soon"))
        painter.drawText(QRectF(left, half - 2, width, half), Qt.AlignmentFlag.AlignVCenter, "▲ " + self.note())


class StepList(QWidget):
    """All steps; ``chosen(step)`` when one is clicked, ``too_early(step)`` when it is one that comes later."""

    chosen = Signal(str)
    too_early = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Các bước"))
        self._fit()
        theme.notifier().changed.connect(self._fit)
        self.buttons = {step: StepButton(step, i, self) for i, step in enumerate(WIZARD_STEPS, start=1)}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(0)
        for step, button in self.buttons.items():
            self._group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _checked=False, name=step: self._clicked(name))
        column.addStretch(1)

    def _fit(self) -> None:
        self.setFixedWidth(round(_WIDTH * theme.font_scale()))

    def _clicked(self, step: str) -> None:
        (self.chosen if self.buttons[step].visited else self.too_early).emit(step)

    def show_state(self, current: str, visited: Collection[str], found: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Show which step is open, which were visited and what each lacks or should be looked at again: by step, the severity and the
        sentence of every finding."""
        for step, button in self.buttons.items():
            mine = found.get(step, ())
            missing = sum(severity == "missing" for severity, _sentence in mine)
            button.set_state(
                visited=step in visited or step == current,
                missing=missing,
                doubtful=len(mine) - missing,
                sentences=[sentence for _severity, sentence in mine],
            )
        self.buttons[current].setChecked(True)
