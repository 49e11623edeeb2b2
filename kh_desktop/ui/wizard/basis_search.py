"""Finding a document in the catalogue that comes with the program, and adding it with one click."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kh_desktop.domain.citations import short
from kh_desktop.services.catalogue import LegalDocument, basis_from, search, status_on
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import SearchField, muted, text_from_iso

_SHOWN = 30
_ROWS_SEEN = 5
_SPACING = 3
_STANDING = {"expired": N_("đã hết hiệu lực"), "replaced": N_("đã được thay thế"), "not_yet": N_("chưa có hiệu lực")}


class BasisSearch(QWidget):
    """``picked(LegalDocument)`` on a click or Enter in the results, which show while there is something in the field."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._there: frozenset[str] = frozenset()
        self._on = ""
        self._found: list[LegalDocument] = []
        self.field = SearchField(
            tr("Tìm văn bản để thêm"), placeholder=tr("Tìm văn bản để thêm: số hoặc chữ, ví dụ 61/2018 hoặc mot cua"), parent=self
        )
        self.results = QListWidget(self)
        self.results.setAccessibleName(tr("Văn bản tìm thấy"))
        self.results.setSpacing(_SPACING)
        self.results.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.hide()
        self.nothing = muted("")
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.field, self.results, self.nothing):
            column.addWidget(widget)
        self.field.searched.connect(self._search)
        self.field.installEventFilter(self)
        self.results.itemClicked.connect(self._pick)
        self.results.itemActivated.connect(self._pick)

    def show_present(self, catalogue_ids: Collection[str], on: str) -> None:
        """Which documents the plan cites already, and the day (ISO) on which a document must be good; both are marked."""
        if (frozenset(catalogue_ids), on) != (self._there, self._on):
            self._there, self._on = frozenset(catalogue_ids), on
            self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down or Enter goes from the field into the results."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.field:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.field.search_now()
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found:
                self.results.setFocus()
                self.results.setCurrentRow(0)
                return True
        return super().eventFilter(watched, event)

    def _search(self, query: str) -> None:
        self._found = search(query)[:_SHOWN] if query else []
        self._fill()
        self.results.setVisible(bool(self._found))
        self.nothing.setText(
            tr("Không có trong danh mục kèm chương trình. Bấm “Thêm văn bản khác” để tự ghi.") if query and not self._found else ""
        )
        self.nothing.setVisible(bool(self.nothing.text()))

    def _fill(self) -> None:
        kept = self.results.currentRow()
        self.results.clear()
        for document in self._found:
            self.results.addItem(self._item(document))
        self.results.setCurrentRow(min(kept, self.results.count() - 1))
        rows = min(_ROWS_SEEN, max(1, len(self._found)))
        self.results.setFixedHeight(rows * (self.fontMetrics().height() * 2 + 2 * _SPACING + 2) + 2 * _SPACING)

    def _item(self, document: LegalDocument) -> QListWidgetItem:
        """Two lines: what it is called, what it is about; the icon says whether it can be added."""
        there = document.id in self._there
        word = _STANDING.get(status_on(basis_from(document), self._on).kind, "")
        head = " · ".join(part for part in (short(basis_from(document)), text_from_iso(document.issued), tr(word) if word else "") if part)
        name, token = ("check", "done") if there else ("warn", "soon") if word else ("plus", "accent")
        item = QListWidgetItem(icon(name, token), f"{head}{' · ' + tr('đã có trong kế hoạch') if there else ''}\n{document.title}")
        item.setFlags(Qt.ItemFlag.NoItemFlags if there else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setToolTip(document.title if there else tr("Thêm vào kế hoạch: {title}", title=document.title))
        return item

    def _pick(self, item: QListWidgetItem) -> None:
        row = self.results.row(item)
        if 0 <= row < len(self._found) and self._found[row].id not in self._there:
            self.picked.emit(self._found[row])
