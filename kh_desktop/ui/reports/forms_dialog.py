"""The wording of the forms: titles, labels, legal basis, whether it was held against the official text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kh_desktop.domain.report_forms import ReportForm
from kh_desktop.services.form_lines import CODES, form, forms, reset_form, save_form
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.sheets import Sheet
from kh_desktop.ui.widgets import ComboBox, Field, FormTable, LineEdit, clear_layout, muted, plain_button, text_label

FIELDS = (
    Field("name", N_("Số biểu")),
    Field("title", N_("Tên biểu")),
    Field("legal_basis", N_("Căn cứ"), hint=N_("Chỉ in khi đã đối chiếu với văn bản gốc")),
    Field("unit", N_("Đơn vị tính"), width=200),
)


class FormsDialog(Sheet):
    """Every change is stored at once, one undo step each; "Về như ban đầu" takes the shipped wording."""

    def __init__(self, session: Session, name: str = "06a", parent: QWidget | None = None) -> None:
        super().__init__(tr("Mẫu biểu của văn phòng"), width=720, parent=parent)
        self._session = session
        self.which = ComboBox(tr("Biểu"), [(f.code, f.name) for f in forms(session)], CODES.get(name, name))
        self.fields = FormTable(FIELDS)
        self.confirmed = QCheckBox(tr("Đã đối chiếu với văn bản gốc"))
        self.legal = muted("")
        self.reset = plain_button(tr("Về như ban đầu"), "undo")
        self.labels: dict[str, LineEdit] = {}
        self._columns = QGridLayout()
        self._columns.setColumnStretch(1, 1)
        inside = QWidget()
        inside.setObjectName("pageBody")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        for widget in (self.fields, self.confirmed, self.legal):
            column.addWidget(widget)
        column.addWidget(muted(tr("Tên các cột (số cột và phép cộng giữ nguyên)")))
        column.addLayout(self._columns)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(round(300 * theme.font_scale()))
        area.setWidget(inside)
        self.body.addWidget(self.which)
        self.body.addWidget(area, 1)
        self.buttons.insertWidget(0, self.reset)
        self.add_close(tr("Đóng"), safe=True)
        self.which.committed.connect(lambda _code: self.show_form())
        self.fields.committed.connect(lambda key, value: self._save(replace(self._form(), **{key: value})))
        self.confirmed.clicked.connect(lambda on: self._save(replace(self._form(), confirmed=on)))
        self.reset.clicked.connect(lambda _checked=False: self.put_back())
        self.show_form()

    def _form(self) -> ReportForm:
        return form(self._session, self.which.value())

    def show_form(self) -> None:
        """The form chosen, as it is worded now."""
        shown = self._form()
        writable = not self._session.read_only
        self.fields.set_values({f.key: str(getattr(shown, f.key)) for f in FIELDS})
        self.fields.set_read_only(not writable)
        self.confirmed.setChecked(shown.confirmed)
        self.confirmed.setEnabled(writable)
        self.legal.setText(tr("In dưới số biểu: {line}", line=shown.legal_line))
        self.reset.setEnabled(shown.own and writable)
        if list(self.labels) != [c.key for c in shown.columns]:
            self._make_labels(shown)
        for column in shown.columns:
            self.labels[column.key].set_value(column.label)
            self.labels[column.key].setReadOnly(not writable)

    def _make_labels(self, shown: ReportForm) -> None:
        clear_layout(self._columns)
        self.labels = {}
        for row, column in enumerate(shown.columns):
            field = LineEdit(tr("Tên cột {number}", number=shown.numbers[column.key]))
            field.committed.connect(lambda text, key=column.key: self._rename(key, text))
            self.labels[column.key] = field
            above = " › ".join(column.group)
            self._columns.addWidget(text_label(f"({shown.numbers[column.key]}) {above}".strip(), "muted"), row, 0)
            self._columns.addWidget(field, row, 1)

    def _rename(self, key: str, label: str) -> None:
        shown = self._form()
        if label:
            self._save(replace(shown, columns=tuple(replace(c, label=label) if c.key == key else c for c in shown.columns)))
        else:
            self.labels[key].reset(next(c.label for c in shown.columns if c.key == key))

    @guarded
    def _save(self, changed: ReportForm) -> None:
        save_form(self._session, changed)
        self.show_form()

    @guarded
    def put_back(self) -> None:
        """The wording the program came with."""
        reset_form(self._session, self.which.value())
        self.show_form()
