"""What a person means by a deadline the program did not understand: stored beside the phrase, which is printed as it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QPushButton, QWidget

from kh_desktop.domain.model import Meaning
from kh_desktop.ui.deadline_words import reading_words
from kh_desktop.ui.grid.deadlines.composer_form import EVERY_NAMES
from kh_desktop.ui.grid.deadlines.lines import explained
from kh_desktop.ui.grid.deadlines.sheet import Sheet
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import ComboBox, DateField, muted, plain_button, quiet_button, text_label

KINDS = {
    "due": N_("Đến hết một ngày"), "window": N_("Từ ngày … đến ngày …"), "ongoing": N_("Thường xuyên"), "recurring": N_("Định kỳ"),
    "open": N_("Không có ngày, chờ nơi khác"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the form gives; days are ISO, "" for none."""

    kind: str
    start: str = ""
    end: str = ""
    every: tuple[str, ...] = ()


class ExplainForm(Sheet):
    """``explanation()`` after it was accepted; ``forgotten`` when the old one was taken back, ``compose_wanted`` when another phrase is
    to be written instead. ``shown``: what is known already."""

    def __init__(
        self, phrase: str, period: tuple[str, str], shown: Meaning | None, *, editable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Thời hạn này nghĩa là…"), tr("Chữ in trong kế hoạch giữ nguyên: “{phrase}”", phrase=" ".join(phrase.split())),
            width=480, parent=parent,
        )  # fmt: skip
        self.forgotten = self.compose_wanted = False
        self._phrase, self._period = phrase, period
        known = shown or Meaning(phrase, "due")
        self.kind = ComboBox(tr("Loại thời hạn"), [(kind, tr(name)) for kind, name in KINDS.items()], known.kind)
        every = known.every[0] if known.every else "month"
        self.every = ComboBox(tr("Bao lâu một lần"), [(unit, tr(name)) for unit, name in EVERY_NAMES.items()], every)
        self.start = DateField(tr("Từ ngày"), known.start)
        self.end = DateField(tr("Đến hết ngày"), known.end)
        self.forget: QPushButton | None = None
        self._build(explained_now=shown is not None, editable=editable)
        for box in (self.kind, self.every):
            box.committed.connect(lambda _value: self._show_parts())
        for field in (self.start, self.end):
            field.textChanged.connect(lambda _text: self._say())
        self._show_parts()

    def _build(self, *, explained_now: bool, editable: bool) -> None:
        self._rows = QFormLayout()
        self._rows.setSpacing(8)
        for name, field in (
            (tr("Nghĩa là"), self.kind), (tr("Bao lâu"), self.every), (tr("Từ ngày"), self.start), (tr("Đến hết ngày"), self.end)
        ):  # fmt: skip
            self._rows.addRow(name, field)
        self.body.addLayout(self._rows)
        self._words = muted("", self)
        self._problem = text_label("", "error", parent=self)
        self._problem.hide()
        self.body.addWidget(self._words)
        self.body.addWidget(self._problem)
        if editable:  # the row of buttons has no room for it
            other = quiet_button(tr("Soạn thời hạn khác"), parent=self)
            other.clicked.connect(lambda _checked=False: self._leave(forget=False))
            self.body.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.add_deed(tr("Ghi lời giải thích"))
        if explained_now:
            self.forget = plain_button(tr("Bỏ giải thích"), parent=self)
            self.forget.clicked.connect(lambda _checked=False: self._leave(forget=True))
            self.buttons.addWidget(self.forget)
        self.add_close()

    def explanation(self) -> Explanation:
        """What was said."""
        kind = self.kind.value()
        start = "" if kind in ("due", "open") else self._day(self.start)
        end = "" if kind == "open" else self._day(self.end)
        return Explanation(kind, start, end, (self.every.value(),) if kind == "recurring" else ())

    def problem(self) -> str:
        """What keeps it from being stored."""
        said = self.explanation()
        for field in (self.start, self.end):
            if not field.isHidden() and field.value_of(field.text()) is None:
                return tr("“{text}” không phải là ngày có thật.", text=field.text())
        if said.kind in ("due", "window") and not said.end:
            return tr("Hãy ghi ngày cuối.")
        if said.kind == "window" and not said.start:
            return tr("Hãy ghi ngày đầu.")
        start, end = (day or edge for day, edge in zip((said.start, said.end), self._period, strict=True))
        if said.kind != "due" and start > end:
            return tr("Ngày đầu phải trước ngày cuối.")
        return ""

    def show_problem(self, text: str) -> None:
        """Say it below the fields."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        if text:
            self.grow()

    def _leave(self, *, forget: bool) -> None:
        self.forgotten, self.compose_wanted = forget, not forget
        self.accept()

    def _show_parts(self) -> None:
        kind = self.kind.value()
        self._rows.setRowVisible(self.every, kind == "recurring")
        self._rows.setRowVisible(self.start, kind not in ("due", "open"))
        self._rows.setRowVisible(self.end, kind != "open")
        for field, edge in ((self.start, self._period[0]), (self.end, self._period[1])):
            free = kind in ("ongoing", "recurring")
            field.setPlaceholderText(field.text_of(edge) if free else tr("ngày/tháng/năm"))
        self._say()
        self.grow()

    def _say(self) -> None:
        self.show_problem("")
        said = self.explanation()
        if self.problem():
            self._words.setText("")
            return
        meaning = "|".join((said.kind, said.start, said.end, " ".join(said.every)))
        reading = reading_words(explained(self._phrase, meaning, self._period))
        self._words.setText(tr("Lịch và nhắc việc sẽ dùng: {reading}", reading=reading))

    @staticmethod
    def _day(field: DateField) -> str:
        return field.value_of(field.text()) or ""
