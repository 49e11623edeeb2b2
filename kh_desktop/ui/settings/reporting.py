"""Cài đặt, Kỳ báo cáo: from and to which day figures count, by when a report is due inside the office, the first day of the office."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kh_desktop.services.schedule import report_rules, set_report_rules
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import Field, FormTable, muted, text_label
from kh_desktop.ui.widgets.flow import FlowLayout

FIELDS = (
    Field("from_day", N_("Số liệu từ ngày"), hint=N_("của tháng trước kỳ báo cáo"), width=80),
    Field("to_day", N_("đến ngày"), hint=N_("của tháng cuối kỳ"), width=80),
    Field("due_day", N_("Xong trong cơ quan ngày"), hint=N_("của tháng cuối kỳ"), width=80),
    Field("first_start", N_("Có số liệu từ"), "date", hint=N_("Kỳ đầu tiên tính từ ngày này; để trống: không có kỳ đặc biệt"), width=160),
)
KINDS: tuple[tuple[str, str], ...] = (
    ("month", N_("Báo cáo tháng")), ("quarter", N_("Báo cáo quý")), ("half_year", N_("Báo cáo 6 tháng")),
    ("nine_months", N_("Báo cáo 9 tháng")), ("year", N_("Báo cáo năm")),
)  # fmt: skip


class ReportingPart(QWidget):
    """The reporting periods; every change is one undo step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.form = FormTable(FIELDS)
        self.form.committed.connect(self._commit)
        self.form.set_read_only(session.read_only)
        self.kinds: dict[str, QCheckBox] = {}
        row = FlowLayout(spacing=16)
        row.addWidget(text_label(tr("Nhắc lập"), wrap=False))
        for kind, words in KINDS:
            box = QCheckBox(tr(words))
            box.setEnabled(not session.read_only)
            box.clicked.connect(lambda _checked=False: self._set_kinds())
            self.kinds[kind] = box
            row.addWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(muted(tr("Ban đầu theo Nghị định 09/2019/NĐ-CP: số liệu từ ngày 15 đến ngày 14.")))
        layout.addLayout(row)
        layout.addWidget(self.form)
        self.show_rules()

    def on_changes(self, changes: ChangeSet) -> None:
        """Rules may have been undone."""
        if "setting" in changes.kinds:
            self.show_rules()

    def show_rules(self) -> None:
        """The rules as they are stored."""
        rules = report_rules(self._session)
        for field in FIELDS:
            self.form.set_values({field.key: str(getattr(rules, field.key))})
            self.form.set_note(field.key, "")
        for kind, box in self.kinds.items():
            box.setChecked(kind in rules.every)

    @guarded
    def _commit(self, key: str, text: str) -> None:
        value: object = text
        if key != "first_start":
            if not text.strip().isdecimal() or not 1 <= int(text) <= 31:
                self.form.set_note(key, tr("Hãy ghi một ngày từ 1 đến 31. Số cũ vẫn được giữ."))
                return
            value = int(text)
        set_report_rules(self._session, **{key: value})
        self.show_rules()

    @guarded
    def _set_kinds(self) -> None:
        set_report_rules(self._session, every=tuple(kind for kind, box in self.kinds.items() if box.isChecked()))
