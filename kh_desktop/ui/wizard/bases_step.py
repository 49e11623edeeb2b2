"""Second step: the legal bases, their order, and whether they are still good on the date of the plan."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.domain.citations import compose
from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import BasisForm, LegalBasis, Plan
from kh_desktop.services import bases
from kh_desktop.services.catalogue import LegalDocument, basis_from, status_on
from kh_desktop.services.review import basis_day
from kh_desktop.services.session import Session
from kh_desktop.services.templates import superior_of
from kh_desktop.ui.errors import guarded, show_error
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import EmptyState, plain_button
from kh_desktop.ui.wizard.basis_editor import BasisEditor
from kh_desktop.ui.wizard.basis_list import BasisList
from kh_desktop.ui.wizard.basis_row import BasisRow, RowData
from kh_desktop.ui.wizard.basis_search import BasisSearch
from kh_desktop.ui.wizard.form import StepForm, bring_into_view, set_anchor

_FIELDS = ("form", "catalogue_id", "doc_type", "number", "issuer", "issued", "title", "text")


def rows_of(plan: Plan) -> list[RowData]:
    """What the list shows for each citation of a plan."""
    count = len(plan.bases)
    return [
        RowData(basis, f"{compose(basis)}{'.' if place == count - 1 else ';'}", status_on(basis, basis_day(plan)), place, count)
        for place, basis in enumerate(plan.bases)
    ]


class BasesStep(StepForm):
    """Search above, the citations below, own documents by a form."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.search = BasisSearch(self)
        set_anchor(self.search, "bases")
        self.list = BasisList(self)
        self.empty = EmptyState(
            "book", tr("Chưa có căn cứ"), tr("Gõ số hoặc vài chữ của văn bản vào ô tìm ở trên. Kế hoạch có thể không cần căn cứ.")
        )
        self.own_button = plain_button(tr("Thêm văn bản khác"), "plus")
        self.order_button = plain_button(tr("Sắp xếp theo thứ bậc, ngày"), "list")
        self.order_button.setToolTip(
            tr("Luật, nghị quyết, nghị định, quyết định, thông tư, rồi văn bản của địa phương; cùng bậc thì theo ngày")
        )
        self._own_editor: BasisEditor | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        buttons = QHBoxLayout()
        buttons.addWidget(self.own_button)
        buttons.addWidget(self.order_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._own_place = QVBoxLayout()
        column.addLayout(self._own_place)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.search.picked.connect(self._add_document)
        self.list.row_made.connect(self._connect_row)
        self.list.move_asked.connect(self._move)
        self.own_button.clicked.connect(self.open_own_editor)
        self.order_button.clicked.connect(self._order)

    def _connect_row(self, row: BasisRow) -> None:
        row.form_chosen.connect(lambda i, form: self._update(i, {"form": BasisForm(form)}))
        row.joined_chosen.connect(lambda i, on: self._update(i, {"joined": on}))
        row.remove_asked.connect(self._remove)
        row.edit_asked.connect(self._edit)
        row.replace_asked.connect(self._replace)

    # showing

    def show_plan_fields(self, plan: Plan) -> None:
        self.list.show_rows(rows_of(plan))
        self.search.show_present({basis.catalogue_id for basis in plan.bases if basis.catalogue_id}, basis_day(plan))
        self.empty.setVisible(not plan.bases)
        self.list.setVisible(bool(plan.bases))
        self.order_button.setEnabled(len(plan.bases) > 1)

    def focus_anchor(self, anchor: str) -> bool:
        """A citation, or the search field for "bases"."""
        kind, _, number = anchor.partition(":")
        if kind == "basis" and number.isdecimal() and self.list.row(int(number)) is not None:
            self.list.choose(int(number), focus=True)
            return True
        self.search.field.setFocus()
        return True

    def first_anchor(self) -> str:
        return "basis"

    # deeds

    @guarded
    def _add_document(self, document: LegalDocument) -> None:
        if self.plan is not None:
            self.list.choose(bases.add_basis(self.session, self.plan.id, basis_from(document)))

    @guarded
    def _update(self, basis_id: int, fields: dict[str, object]) -> None:
        bases.update_basis(self.session, basis_id, **fields)

    @guarded
    def _move(self, basis_id: int, to: int) -> None:
        bases.move_basis(self.session, basis_id, to)

    @guarded
    def _remove(self, basis_id: int) -> None:
        bases.remove_bases(self.session, [basis_id])
        self.status.emit(tr("Đã bỏ một căn cứ. Bấm Ctrl+Z để lấy lại."))

    @guarded
    def _order(self) -> None:
        if self.plan is not None:
            bases.order_bases(self.session, self.plan.id)

    @guarded
    def _replace(self, basis_id: int, document: LegalDocument) -> None:
        old = self._basis(basis_id)
        if old is not None:
            self._store(basis_id, basis_from(document, old.form))

    def _basis(self, basis_id: int) -> LegalBasis | None:
        return next((b for b in self.plan.bases if b.id == basis_id), None) if self.plan else None

    def _store(self, basis_id: int, basis: LegalBasis) -> None:
        bases.update_basis(self.session, basis_id, **{name: getattr(basis, name) for name in _FIELDS})

    # own wording

    def _edit(self, basis_id: int) -> None:
        basis, row = self._basis(basis_id), self.list.row(basis_id)
        if basis is None or row is None:
            return
        editor = BasisEditor(basis, parent=row)
        editor.done.connect(lambda changed: self._edited(basis_id, changed))
        editor.cancelled.connect(lambda: self._close_editor(basis_id))
        row.open_editor(editor)
        editor.form.field("number").setFocus()
        bring_into_view(editor.accept_button)

    def _edited(self, basis_id: int, basis: LegalBasis) -> None:
        try:
            self._store(basis_id, basis)
        except KhError as error:
            show_error(self, error)
            return
        self._close_editor(basis_id)

    def _close_editor(self, basis_id: int) -> None:
        row = self.list.row(basis_id)
        if row is not None:
            row.open_editor(None)
            row.setFocus()

    def open_own_editor(self) -> None:
        """Show the empty form for a document that is not in the catalogue."""
        if self._own_editor is not None or self.plan is None:
            return
        agency, year = self.plan.agency, self.plan.year
        issuer = superior_of(agency) if agency.superior.strip() else ""
        superior = LegalBasis(form=BasisForm.THUC_HIEN, doc_type="Kế hoạch", issuer=issuer)
        reform = LegalBasis(
            form=BasisForm.THUC_HIEN, doc_type="Kế hoạch", issuer=agency.full_name, title=tr("cải cách hành chính năm {year}", year=year)
        )
        ready = ((tr("kế hoạch của cấp trên"), superior), (tr("kế hoạch CCHC của cơ quan"), reform))
        editor = BasisEditor(LegalBasis(), ready, parent=self)
        editor.done.connect(self._add_own)
        editor.cancelled.connect(self._close_own)
        self._own_editor = editor
        self._own_place.addWidget(editor)
        editor.form.field("doc_type").setFocus()
        bring_into_view(editor.accept_button)

    def _add_own(self, basis: LegalBasis) -> None:
        if self.plan is None:
            return
        try:
            basis_id = bases.add_basis(self.session, self.plan.id, replace(basis, id=0))
        except KhError as error:
            show_error(self, error)
            return
        self._close_own()
        self.list.choose(basis_id, focus=True)

    def _close_own(self) -> None:
        editor, self._own_editor = self._own_editor, None
        if editor is not None:
            self._own_place.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
            self.own_button.setFocus()
