"""One change at full length: the text it stands in, why, the new words to edit, other words that make sense."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from kh_desktop.domain.roll_forward import Change, Left
from kh_desktop.services.roll_forward import left_doubt, left_said, place_said, reason_said
from kh_desktop.ui import theme
from kh_desktop.ui.due_words import say_of_day
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.roll.choosing import Choosing
from kh_desktop.ui.widgets import TextEdit, clear_layout, heading, muted, plain_button, quiet_button, text_label

_FIXED = ("period", "agency")
_AROUND = 700


class DetailPane(QFrame):
    """``edited(Change, text)`` when other words were written or chosen; ``jump(key)`` to the change a left year belongs to,
    ``left_field()`` when Enter or Esc ended the writing, ``open_there(place)`` to make the draft and mend it there."""

    edited = Signal(object, str)
    jump = Signal(str)
    left_field = Signal()
    open_there = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._change: Change | None = None
        self._choosing: Choosing | None = None
        self.field = TextEdit(tr("Chữ mới"), lines=2, max_lines=7)
        self.field.committed.connect(self._committed)
        self.field.installEventFilter(self)
        self._field_label = text_label(tr("Chữ mới"), "muted")
        self._place, self._reason = heading("", 3), text_label("", "muted")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(4)
        self._build()
        self.show_value(None, None)

    def _build(self) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for widget in (self._place, self._reason, self._text, self._field_label, self.field):
            layout.addWidget(widget)
        layout.addLayout(self._choices)
        layout.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        for plain in (area.viewport(), body):
            plain.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(area)

    def show_value(self, value: Change | Left | None, choosing: Choosing | None) -> None:
        """Show a change, a year that is left, or what the list is for."""
        self.field.commit()
        self._change, self._choosing = None, choosing
        clear_layout(self._choices)
        self._field_label.hide()
        self.field.hide()
        if choosing is None or value is None:
            self._place.setText(tr("Chọn một dòng để xem cả câu"))
            self._reason.setText(tr("Phím cách: đánh dấu hoặc bỏ. Enter: sửa chữ mới. Dòng không đánh dấu giữ như kế hoạch cũ."))
            self._reason.show()
            self._text.setText("")
        elif isinstance(value, Left):
            self._show_left(value, choosing)
        else:
            self._change = value
            self._show_change(value, choosing)

    def _show_left(self, left: Left, choosing: Choosing) -> None:
        self._place.setText(say(place_said(choosing.found.plan, left.where)))
        doubt = left_doubt(choosing.found.plan, left, choosing.found.year)
        self._reason.setText("\n".join(say(words) for words in (left_said(left), doubt) if words is not None))
        self._reason.show()
        marked = f'<span style="background-color:{theme.hex_of("warning_bg")};font-weight:600">{left.text[left.start : left.end]}</span>'
        self._text.setText(_cut_before(left.text[: left.start]) + marked + _cut_behind(left.text[left.end :]))
        if left.key:
            button = plain_button(tr("Đến thay đổi này"), "next")
            button.clicked.connect(lambda _checked=False: self.jump.emit(left.key))
            self._choices.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        there = quiet_button(tr("Lập kế hoạch rồi mở chỗ này"))
        there.setProperty("kind", "line")
        there.clicked.connect(lambda _checked=False: self.open_there.emit(left.where))
        self._choices.addWidget(there, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_change(self, change: Change, choosing: Choosing) -> None:
        self._place.setText(say(place_said(choosing.found.plan, change.where)))
        reason = reason_said(change)
        self._reason.setText(say_of_day(reason) if reason is not None else "")
        self._reason.setVisible(reason is not None)
        self._write(change, choosing)
        if change.kind not in _FIXED:
            words = tr("Ghi chú cho nhiệm vụ (không in)") if change.kind == "task" else tr("Chữ mới")
            self._field_label.setText(words)
            self._field_label.show()
            self.field.setAccessibleName(words)
            self.field.set_value(choosing.new_of(change))
            self.field.show()
        self._offer(change, choosing)

    def _write(self, change: Change, choosing: Choosing) -> None:
        new = choosing.new_of(change)
        if change.kind == "task" and new:
            self._text.setText(_html(change.old))
            return
        old = f'<span style="color:{theme.hex_of("late")};text-decoration:line-through">{_html(change.old)}</span>'
        put = _html(new) or tr("(bỏ)")
        put = f'<span style="color:{theme.hex_of("done")};font-weight:600">{put}</span>'
        text = choosing.texts.get(change.where, "")
        if change.kind in ("year", "deadline", "citation", "unit") and text:
            self._text.setText(f"{_cut_before(text[: change.start])}{old} {put}{_cut_behind(text[change.end :])}")
        else:
            self._text.setText(f"{old}<br>{put}")

    def _offer(self, change: Change, choosing: Choosing) -> None:
        """Other words that make sense here."""
        clear_layout(self._choices)
        for words in dict.fromkeys(change.choices):
            if words == choosing.new_of(change):
                continue
            button = quiet_button(self._name_of(change, words))
            button.setToolTip(words)
            button.setProperty("kind", "line")
            button.clicked.connect(lambda _checked=False, text=words: self._use(text))
            self._choices.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _name_of(self, change: Change, words: str) -> str:
        if change.kind == "task":
            return tr("Chuyển sang năm sau") if words else tr("Bỏ khỏi kế hoạch mới")
        if not words:
            return tr("Bỏ căn cứ này")
        line = " ".join(words.split())
        return tr("Dùng: {words}", words=line if len(line) <= 44 else line[:43] + "…")

    def _use(self, text: str) -> None:
        self.field.set_value(text)
        self._committed(text)

    def _committed(self, text: str) -> None:
        change, choosing = self._change, self._choosing
        if change is not None and choosing is not None:
            self.edited.emit(change, text)
            self.field.set_value(choosing.new_of(change))
            self._write(change, choosing)
            self._offer(change, choosing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """In the new words Enter is done, Esc gives the writing up; Shift+Enter begins a line."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
                self.field.commit()
                self.left_field.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self._change is not None and self._choosing is not None:
                    self.field.document().setModified(False)
                    self.field.setPlainText(self._choosing.new_of(self._change))
                    self.field.document().setModified(False)
                self.left_field.emit()
                return True
        return super().eventFilter(watched, event)

    def start_editing(self) -> None:
        """The caret into the new words."""
        if self.field.isVisible():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()


def quiet_note(text: str) -> QLabel:
    """A line of small quiet text that does not wrap."""
    label = muted(text)
    label.setWordWrap(False)
    return label


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _cut_before(text: str) -> str:
    return _html(text if len(text) <= _AROUND else "…" + text[-_AROUND:])


def _cut_behind(text: str) -> str:
    return _html(text if len(text) <= _AROUND else text[:_AROUND] + "…")
