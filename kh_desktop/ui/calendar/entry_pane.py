"""One entry of the calendar in full: what the plan prints, what was understood, how far it is, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kh_desktop.domain.model import TaskState
from kh_desktop.domain.schedule import Entry, Waiting
from kh_desktop.ui.calendar.looks import KINDS, LOOKS, ShapeLabel, day_words, state_words
from kh_desktop.ui.calendar.meanings import meaning_of
from kh_desktop.ui.due_words import entry_name, phrase_words, waiting_name, waiting_words
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import ComboBox, heading, muted, quiet_button, text_label
from kh_desktop.ui.widgets.flow import FlowLayout

STATES: tuple[tuple[str, str], ...] = (
    (TaskState.TODO.value, N_("Chưa làm")),
    (TaskState.DOING.value, N_("Đang làm")),
    (TaskState.DONE.value, N_("Hoàn thành")),
    (TaskState.DROPPED.value, N_("Không thực hiện")),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: an entry or a task that waits, with what the plan knows of the task. ``notes``: why it stands on its day.
    ``finish``: what closing it is called, "" when it cannot be closed here. ``state`` "" for a report of the office."""

    entry: Entry | None = None
    waiting: Waiting | None = None
    understood: str = ""
    notes: tuple[str, ...] = ()
    finish: str = ""
    state: str = ""
    evidence: int = 0
    lead: str = ""
    can_write: bool = True


class EntryPane(QScrollArea):
    """``state_chosen(value)``, ``move_asked()``, ``put_back_asked()``, ``table_asked()``, ``finish_asked()``."""

    finish_asked = Signal()
    state_chosen = Signal(str)
    move_asked = Signal()
    put_back_asked = Signal()
    table_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shape = ShapeLabel()
        self._state_words = text_label("")
        self._title = heading("", 3)
        self.phrase, self.understood = text_label(""), text_label("")
        self.notes = text_label("")
        self._lead, self.evidence = text_label(""), muted("")
        self.state = ComboBox(tr("Tình trạng của nhiệm vụ"), [(value, tr(word)) for value, word in STATES])
        self.state.committed.connect(self.state_chosen)
        self.table_button = quiet_button(tr("Mở trong phụ lục"), "table")
        self.move_button = quiet_button(tr("Dời hạn…"), "calendar")
        self.back_button = quiet_button(tr("Trả về ngày cũ"), "undo")
        self.finish_button = quiet_button("", "check")
        self.finish_button.clicked.connect(lambda _checked=False: self.finish_asked.emit())
        self.table_button.clicked.connect(lambda _checked=False: self.table_asked.emit())
        self.move_button.clicked.connect(lambda _checked=False: self.move_asked.emit())
        self.back_button.clicked.connect(lambda _checked=False: self.put_back_asked.emit())
        self._labels: dict[QWidget, QLabel] = {}
        self.setWidget(self._body())

    def _body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(2, 0, 8, 8)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._state_words, 1)
        column.addLayout(top)
        column.addWidget(self._title)
        deeds = FlowLayout(spacing=10)
        for button in (self.finish_button, self.table_button, self.move_button, self.back_button):
            button.setProperty("kind", "line")
            deeds.addWidget(button)
        column.addLayout(deeds)
        for name, part in (
            (tr("Thời hạn ghi trong kế hoạch"), self.phrase),
            (tr("Chương trình hiểu là"), self.understood),
            ("", self.notes),
            (tr("Chủ trì"), self._lead),
            (tr("Tình trạng"), self.state),
            ("", self.evidence),
        ):
            if name:
                label = muted(name)
                label.setContentsMargins(0, 6, 0, 0)
                self._labels[part] = label
                column.addWidget(label)
            column.addWidget(part)
        column.addStretch(1)
        return body

    def show_it(self, shown: Shown) -> None:
        """Show an entry or a waiting task."""
        entry, waiting = shown.entry, shown.waiting
        meaning = meaning_of(entry) if entry else "waiting"
        self._shape.show_meaning(meaning)
        if entry:
            self._state_words.setText(f"{state_words(entry)}: {day_words(entry.day)}")
            self._title.setText(entry_name(entry))
            self._say(self.phrase, f"“{phrase_words(entry)}”" if entry.phrase else tr(KINDS[entry.kind]))
        elif waiting:
            self._state_words.setText(tr(LOOKS["waiting"].word))
            self._title.setText(waiting_name(waiting))
            self._say(self.phrase, f"“{waiting.phrase}”")
        self._say(self.understood, shown.understood or (waiting_words(waiting) if waiting else ""))
        self._say(self.notes, "\n".join(shown.notes))
        self._say(self._lead, shown.lead)
        self._say(self.evidence, _evidence_words(shown.evidence) if shown.state else "")
        self.state.set_value(shown.state)
        for part in (self.state, self._labels[self.state], self.table_button):
            part.setVisible(bool(shown.state))
        self.state.setEnabled(shown.can_write)
        open_still = entry is not None and entry.open
        self.move_button.setVisible(open_still and shown.can_write)
        self.finish_button.setText(shown.finish)
        self.finish_button.setVisible(bool(shown.finish) and shown.can_write)
        self.back_button.setVisible(entry is not None and entry.moved and shown.can_write)

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))
        if label in self._labels:
            self._labels[label].setVisible(bool(words))


def _evidence_words(count: int) -> str:
    return tr("{count} minh chứng", count=count) if count else tr("Chưa có minh chứng")


def pile_up_words(day: str, count: int) -> str:
    """What is said of a day with too much on it: "7 việc cùng hạn ngày 15/6"."""
    return tr("{count} việc cùng hạn ngày {day}", count=count, day=f"{int(day[8:])}/{int(day[5:7])}")
