"""Which period the page is about: a list of periods, the due day, whether the report was sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kh_desktop.domain.periods import Period
from kh_desktop.services import periods
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.reports import keys
from kh_desktop.ui.reports.words import left_words, span_words, title_of
from kh_desktop.ui.widgets import ComboBox, ElidedLabel, icon_button, icon_label, text_label

OTHER = "\0other"


class PeriodBar(QWidget):
    """``chosen(key)`` a period, ``other_wanted()`` one that is not in the list, ``settings_wanted()``."""

    chosen = Signal(str)
    other_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self.list = ComboBox(tr("Kỳ báo cáo"), parent=self)
        self.list.setMinimumWidth(round(200 * theme.font_scale()))
        self.list.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.before = icon_button("chevron-left", tr("Kỳ trước"), keys.PERIOD_BEFORE)
        self.after = icon_button("chevron-right", tr("Kỳ sau"), keys.NEXT_PERIOD)
        self.span = ElidedLabel("")
        self.left = text_label("", wrap=False)
        self.sent_icon = icon_label("check", 16, "done")
        self.rules = icon_button("settings", tr("Ngày chốt số liệu, các kỳ phải báo cáo"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.before)
        row.addWidget(self.list)
        row.addWidget(self.after)
        row.addSpacing(6)
        row.addWidget(self.sent_icon)
        row.addWidget(self.left)
        row.addWidget(self.span, 1)
        row.addWidget(self.rules)
        self.list.committed.connect(self._chosen)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.rules.clicked.connect(self.settings_wanted)

    def show_periods(self, known: Sequence[tuple[Period, str]], current: Period, today: date, *, sent: bool) -> None:
        """Offer these periods (with what is said beside each name) and show ``current``."""
        self._keys = [period.key for period, _ in known]
        choices = [(period.key, title_of(period) + (f" ({note})" if note else "")) for period, note in known]
        self.list.set_choices([*choices, (OTHER, tr("Kỳ khác… (Ctrl+G)"))], current.key)
        place = self._keys.index(current.key) if current.key in self._keys else -1
        self.before.setEnabled(place > 0)
        self.after.setEnabled(0 <= place < len(self._keys) - 1)
        words, kind = (tr("Đã gửi"), "done") if sent else left_words(current, today)
        self.sent_icon.setVisible(sent)
        self.left.setText(words)
        self.left.setProperty("kind", kind)
        self.left.style().unpolish(self.left)
        self.left.style().polish(self.left)
        self.span.set_text(span_words(current))
        self.list.setToolTip(span_words(current))

    def step(self, by: int) -> None:
        """The period before or after in the list."""
        place = self._keys.index(self.list.value()) + by if self.list.value() in self._keys else -1
        if 0 <= place < len(self._keys):
            self.chosen.emit(self._keys[place])

    def _chosen(self, key: str) -> None:
        if key == OTHER:
            self.other_wanted.emit()
        else:
            self.chosen.emit(key)


def offered(session: Session, current: str, due_next: str, sent: frozenset[str], today: date) -> list[tuple[Period, str]]:
    """The periods of the list by last day: those the office reports in this and the last year, those with figures, the present one."""
    year = periods.period(session, due_next).year
    found = {p.key: p for y in (year - 1, year) for p in periods.periods(session, y)}
    found |= {p.key: p for p in periods.periods_in_use(session)}
    found |= {key: periods.period(session, key) for key in (due_next, current)}
    late = periods.period(session, due_next).due < today.isoformat()
    notes = {due_next: tr("quá hạn") if late else tr("kỳ tới")} | dict.fromkeys(sent, tr("đã gửi"))
    return [(p, notes.get(p.key, "")) for p in sorted(found.values(), key=lambda p: (p.end, p.days))]
