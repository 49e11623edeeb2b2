"""The fields of one citation: for a document of one's own, or to correct one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.domain.citations import compose
from kh_desktop.domain.model import BasisForm, LegalBasis
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import Field, FormTable, heading, muted, plain_button, primary_button, quiet_button, text_label

DOC_TYPES = (
    "Luật", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư", "Kế hoạch", "Chương trình", "Công văn", "Thông báo", "Đề án",
)  # fmt: skip

_FIELDS = (
    Field(
        "form",
        N_("Mở đầu bằng"),
        "choice",
        choices=((BasisForm.CAN_CU.value, N_("Căn cứ …")), (BasisForm.THUC_HIEN.value, N_("Thực hiện …"))),
        width=180,
    ),
    Field("doc_type", N_("Loại văn bản"), "combo", choices=tuple((name, name) for name in DOC_TYPES), width=180),
    Field("number", N_("Số, ký hiệu"), placeholder=N_("ví dụ 25/KH-UBND"), width=180),
    Field("issued", N_("Ngày ban hành"), "date", width=180),
    Field("issuer", N_("Cơ quan ban hành")),
    Field("title", N_("Trích yếu"), "text", lines=2),
    Field("text", N_("Lời văn riêng"), "text", lines=2, hint=N_("Bỏ trống thì chương trình tự ghép câu từ các ô trên.")),
)


class BasisEditor(QFrame):
    """``done(LegalBasis)`` on the button that adds or keeps, ``cancelled`` on Esc. ``ready`` are bases to start from, by name."""

    done = Signal(object)
    cancelled = Signal()
    is_kh_field = True
    """Like a field: what was filled in is kept when the person goes elsewhere without a click on the button."""

    def __init__(self, basis: LegalBasis, ready: Sequence[tuple[str, LegalBasis]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._basis = self._start = basis
        self._open = True
        self._ready_title = ""
        self.form = FormTable(_FIELDS, parent=self)
        self.sample = text_label("")
        self.sample.setFont(_paper_font())
        self.accept_button = primary_button(tr("Lưu căn cứ này") if basis.id else tr("Thêm vào kế hoạch"))
        self.cancel_button = plain_button(tr("Thôi"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(heading(tr("Sửa căn cứ") if basis.id else tr("Văn bản khác"), 3))
        self._add_ready(column, ready)
        column.addWidget(self.form)
        column.addWidget(muted(tr("Sẽ in:")))
        column.addWidget(self.sample)
        row = QHBoxLayout()
        row.addWidget(self.accept_button)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        column.addLayout(row)
        self.form.committed.connect(lambda _key, _value: self._show_sample())
        self.accept_button.clicked.connect(self._accept)
        self.cancel_button.clicked.connect(self._cancel)
        self.show_basis(basis)

    def show_basis(self, basis: LegalBasis) -> None:
        """Fill the fields."""
        self._basis = replace(basis, id=self._basis.id, joined=self._basis.joined)
        values = {key: str(getattr(basis, key)) for key in ("doc_type", "number", "issued", "issuer", "title", "text")}
        self.form.set_values({**values, "form": basis.form.value})
        self._show_sample()

    def basis(self) -> LegalBasis:
        """The citation as the fields say."""
        values = self.form.values()
        changed = replace(
            self._basis,
            form=BasisForm(values["form"]),
            doc_type=values["doc_type"],
            number=values["number"],
            issued=values["issued"],
            issuer=values["issuer"],
            title=values["title"],
            text=values["text"],
        )
        same_document = changed.number == self._basis.number and changed.doc_type == self._basis.doc_type
        return changed if same_document else replace(changed, catalogue_id="")

    def commit(self) -> None:
        """Keep what was filled in, as far as it can be understood."""
        self.form.commit()
        changed = self.basis()
        if (
            self._open
            and changed != self._start
            and (changed.number or changed.text or (changed.title and changed.title != self._ready_title))
        ):
            self._open = False
            self.done.emit(changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _add_ready(self, column: QVBoxLayout, ready: Sequence[tuple[str, LegalBasis]]) -> None:
        if not ready:
            return
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(muted(tr("Điền sẵn:")))
        for name, basis in ready:
            button = quiet_button(name)
            button.clicked.connect(lambda _checked=False, start=basis: self._start_from(start))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _start_from(self, basis: LegalBasis) -> None:
        self._ready_title = basis.title
        self.show_basis(basis)
        self.form.field("number").setFocus()

    def _show_sample(self) -> None:
        text = compose(self.basis())
        self.sample.setText(f"{text};" if text else "…")

    def _accept(self) -> None:
        self.form.commit()
        if self.form.is_dirty():  # a date that is none; the line below it says why
            self.form.field("issued").setFocus()
            return
        basis = self.basis()
        if not basis.text and not basis.title and not basis.number:
            self.form.set_note("title", tr("Hãy ghi số, ký hiệu hoặc trích yếu của văn bản."))
            self.form.field("number").setFocus()
            return
        self._open = False
        self.done.emit(basis)

    def _cancel(self) -> None:
        self._open = False
        self.cancelled.emit()


def _paper_font() -> QFont:
    font = theme.scaled_font(1.1)
    font.setFamily(theme.document_font_family())
    font.setItalic(True)
    return font
