"""Where a plan stands, and what to do on an empty page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.icons import paint_icon
from kh_desktop.ui.widgets.buttons import plain_button, primary_button
from kh_desktop.ui.widgets.layout import heading, icon_label, text_label


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, who and when, and whether it is reached."""

    label: str
    note: str = ""
    reached: bool = False


class StateStepper(QWidget):
    """The line Dự thảo ▸ Đã trình ▸ Đã ban hành; the step the plan is at is bold, the ones behind it ticked."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._steps: tuple[Step, ...] = ()
        self._compact = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        said = "; ".join(f"{s.label} {s.note}".strip() for s in self._steps if s.reached)
        self.setAccessibleName(f"{self._name}: {said}")
        self.setToolTip("\n".join(f"{s.label}: {s.note}" for s in self._steps if s.reached and s.note))
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: int) -> None:
        """Where room is scarce (1) only the step the plan is at is drawn, where it is scarcer (2) without who and when; the tooltip
        and the accessible name say the rest."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def current_width(self) -> int:
        """The width of the step the plan is at with who and when, in px."""
        return int(self._width(self.current(), note=True)) + 4 if self.current() >= 0 else 0

    def full_width(self) -> int:
        """The width of the whole line, in px."""
        return int(sum(self._width(i, note=True) for i in range(len(self._steps))) + 20 * max(0, len(self._steps) - 1)) + 4

    def _drawn(self) -> list[int]:
        return [self.current()] if self._compact and self.current() >= 0 else list(range(len(self._steps)))

    def current(self) -> int:
        """Index of the last step reached; -1 for none."""
        return max((i for i, step in enumerate(self._steps) if step.reached), default=-1)

    def sizeHint(self) -> QSize:  # noqa: N802
        drawn = self._drawn()
        width = sum(self._width(i) for i in drawn) + 20 * max(0, len(drawn) - 1)
        return QSize(int(width) + 4, round(self.fontMetrics().height() * 1.95) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def _width(self, index: int, *, note: bool | None = None) -> float:
        bold, small = theme.scaled_font(bold=True), theme.scaled_font(0.84)
        step = self._steps[index]
        with_note = self._compact < 2 if note is None else note
        below = QFontMetricsF(small).horizontalAdvance(step.note) if with_note else 0
        text = max(QFontMetricsF(bold).horizontalAdvance(step.label), below)
        return text + 22 * theme.font_scale()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, current = 2.0, self.current()
        drawn = self._drawn()
        for index in drawn:
            width = self._width(index)
            self._paint_step(painter, index, left, width, current)
            left += width + 20
            if index != drawn[-1]:
                box = QRectF(left - 16, self._middle() - 6, 12, 12)
                paint_icon(painter, box, "chevron-right", "text_muted")

    def _middle(self) -> float:
        """Height of the dots: the middle, or higher when there are notes below the names."""
        if self._compact == 2 or not any(step.note for step in self._steps):
            return self.height() / 2
        return self.fontMetrics().height() * 0.55 + 1

    def _paint_step(self, painter: QPainter, index: int, left: float, width: float, current: int) -> None:
        step, scale, line = self._steps[index], theme.font_scale(), float(self.fontMetrics().height())
        dot = QRectF(left, self._middle() - 7 * scale, 14 * scale, 14 * scale)
        token = "accent" if step.reached else "text_muted"
        painter.setPen(QPen(theme.color(token), 1.4))
        painter.setBrush(theme.color("accent") if step.reached else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        if step.reached and index < current or step.reached and index == len(self._steps) - 1:
            paint_icon(painter, dot.adjusted(2.5, 2.5, -2.5, -2.5), "check", "accent_text")
        elif step.reached:
            painter.setBrush(theme.color("accent_text"))
            painter.drawEllipse(dot.adjusted(4.5, 4.5, -4.5, -4.5))
        text = left + 20 * scale
        painter.setFont(theme.scaled_font(bold=index == current))
        painter.setPen(theme.color("text" if index == current else "text_muted"))
        painter.drawText(QRectF(text, self._middle() - line * 0.55, width, line * 1.1), Qt.AlignmentFlag.AlignVCenter, step.label)
        if self._compact == 2:
            return
        painter.setFont(theme.scaled_font(0.84))
        painter.setPen(theme.color("text_muted"))
        painter.drawText(QRectF(text, line * 1.05, width, line * 0.95), Qt.AlignmentFlag.AlignVCenter, step.note)


class EmptyState(QWidget):
    """What an empty page says: what belongs here and the button that makes the first one."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 32, 24, 32)
        layout.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addStretch(1)
        layout.addWidget(icon_label(icon_name, 40), 0, centre)
        layout.addSpacing(8)
        head = heading(title, 2)
        head.setAlignment(centre)
        layout.addWidget(head)
        if text:
            label = text_label(text, "muted")
            label.setAlignment(centre)
            layout.addWidget(label)
        layout.addSpacing(8)
        for index, (words, handler) in enumerate(actions):
            button = primary_button(words) if index == 0 else plain_button(words)
            button.clicked.connect(lambda _checked=False, run=handler: run())
            layout.addWidget(button, 0, centre)
        layout.addStretch(2)
