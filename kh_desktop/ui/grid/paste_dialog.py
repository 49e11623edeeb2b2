"""What a paste will change, before it does: old texts struck through, new rows marked, three ways to paste, columns to be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QShowEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QRadioButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kh_desktop.domain.clip.block import Block
from kh_desktop.domain.model import Column, Plan, Unit
from kh_desktop.services.pasting import MODES, PASTE_FIELDS, Mode, PastePlan, Place, plan_paste
from kh_desktop.ui import theme
from kh_desktop.ui.grid.columns_dialog import FIELD_NAMES
from kh_desktop.ui.grid.paste_preview import MOST, PreviewRow, preview_rows
from kh_desktop.ui.i18n import N_, say, tr
from kh_desktop.ui.widgets import ComboBox, heading, muted, plain_button, primary_button, text_label

_CELLS = Qt.ItemDataRole.UserRole
_MODE_NAMES: dict[Mode, str] = {
    "over": N_("Ghi đè từ ô đang chọn"),
    "below": N_("Thêm thành dòng mới bên dưới"),
    "each": N_("Mỗi dòng là một nhiệm vụ"),
}
_MOST_COLUMNS = 8
_LONGEST_SAMPLE = 24


@dataclass(frozen=True, slots=True)
class Draft:
    """A block that is to be pasted at a place; ``paste`` says what that changes."""

    plan: Plan
    block: Block
    at: Place
    order: tuple[int, ...] | None
    columns: tuple[Column, ...]
    units: tuple[Unit, ...]

    def paste(self, mode: Mode, keys: Sequence[str] | None = None) -> PastePlan:
        """What would change; ``keys`` are the fields of the block's columns when the person has corrected them."""
        return plan_paste(
            self.plan, self.block, at=self.at, mode=mode, keys=keys, order=self.order, columns=self.columns, units=self.units
        )


def ask_paste(draft: Draft, first: PastePlan, parent: QWidget) -> PastePlan | None:
    """Shows what ``first`` changes and lets the person choose; None when nothing is to be pasted."""
    dialog = PasteDialog(draft, first, parent)
    chosen = dialog.paste if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return chosen


class PasteDialog(QDialog):
    """``paste`` is what would be done now."""

    def __init__(self, draft: Draft, first: PastePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.paste = first
        self._keys: list[str] | None = None
        self.setWindowTitle(tr("Xem trước khi dán"))
        self.resize(round(900 * theme.font_scale()), round(560 * theme.font_scale()))
        self._modes = QButtonGroup(self)
        self._combos: list[ComboBox] = []
        self._summary, self._notes = text_label(""), text_label("", "warning")
        self._more = muted("")
        self.table = QTableWidget(self)
        self._accept = primary_button(tr("Dán"), "paste")
        self._build()
        self._show()

    def _build(self) -> None:
        cancel = plain_button(tr("Thôi"))
        cancel.clicked.connect(self.reject)
        self._accept.clicked.connect(self.accept)
        self._accept.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._more, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(tr("Nội dung đã chép sẽ thay đổi các dòng sau"), 2))
        layout.addLayout(self._mode_row())
        layout.addLayout(self._column_row())
        layout.addWidget(self._summary)
        layout.addWidget(self._notes)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.table.setAccessibleName(tr("Các dòng sẽ thay đổi"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        self.table.setItemDelegate(_ChangeDelegate(self.table))

    def _mode_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for number, mode in enumerate(MODES):
            button = QRadioButton(tr(_MODE_NAMES[mode]), self)
            button.setChecked(mode == self.paste.mode)
            button.setEnabled(mode != "over" or bool(self._draft.at.group_id))
            self._modes.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._modes.idToggled.connect(self._mode_chosen)
        return row

    def _column_row(self) -> QGridLayout:
        """A list of fields under the title of each column of the block."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        table = self.paste.table
        shown = [column.key for column in self._draft.columns]
        fields = [key for key in PASTE_FIELDS if key in shown]
        names = {**FIELD_NAMES, "detail": N_("Các việc cụ thể")}
        choices = [("", tr("(không dán)")), *((key, tr(names[key])) for key in fields)]
        for column in range(min(table.width, _MOST_COLUMNS)):
            title = table.titles[column] or tr("Cột {number}", number=column + 1)
            label = muted(title if len(title) <= _LONGEST_SAMPLE else title[: _LONGEST_SAMPLE - 1] + "…")
            label.setWordWrap(False)
            label.setToolTip(title)
            key = table.keys[column]
            combo = ComboBox(tr("Dán cột “{title}” vào", title=title), choices, key if key in fields else "")
            combo.committed.connect(lambda value, at=column: self._column_chosen(at, value))
            combo.setMinimumWidth(round(60 * theme.font_scale()))
            grid.addWidget(label, 0, column)
            grid.addWidget(combo, 1, column)
            self._combos.append(combo)
        return grid

    def choose_mode(self, mode: Mode) -> None:
        """One of the three ways."""
        button = self._modes.button(MODES.index(mode))
        if button is not None:
            button.setChecked(True)

    def choose_column(self, column: int, key: str) -> None:
        """Paste a column of the block into another field ("": nowhere)."""
        self._combos[column].set_value(key)
        self._column_chosen(column, key)

    def _mode_chosen(self, _number: int, on: bool) -> None:
        if on:
            self._plan_again()

    def _column_chosen(self, column: int, key: str) -> None:
        keys = list(self._keys or self.paste.table.keys)
        keys = ["" if other == key else other for other in keys]
        keys[column] = key
        self._keys = keys
        for at, combo in enumerate(self._combos):
            combo.set_value(keys[at])
        self._plan_again()

    def _plan_again(self) -> None:
        self.paste = self._draft.paste(MODES[self._modes.checkedId()], self._keys)
        self._show()

    # --- showing

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        # Only now the columns have their widths.
        super().showEvent(event)
        self.table.resizeRowsToContents()

    def _show(self) -> None:
        self._summary.setText(summary(self.paste))
        self._notes.setText("\n".join(map(say, self.paste.notes)))
        self._notes.setVisible(bool(self.paste.notes))
        self._accept.setEnabled(bool(self.paste))
        rows = preview_rows(self._draft.plan, self.paste)
        rest = self.paste.count - len(rows)
        self._more.setText(tr("Còn {count} dòng nữa không hiện ở đây.", count=rest) if len(rows) == MOST and rest > 0 else "")
        columns = [column for column in self._draft.columns if column.key in PASTE_FIELDS and column.key != "no"]
        self.table.setColumnCount(len(columns) + 1)
        self.table.setHorizontalHeaderLabels([tr("Dòng"), *(column.label for column in columns)])
        self.table.setRowCount(len(rows))
        self.table.clearSpans()
        for place, row in enumerate(rows):
            self._fill_row(place, row, columns)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(0, round(76 * theme.font_scale()))
        self.table.resizeRowsToContents()  # at most MOST rows

    def _fill_row(self, place: int, row: PreviewRow, columns: Sequence[Column]) -> None:
        mark = QTableWidgetItem(f"+ {tr('Mới')}" if row.new else row.where)
        mark.setForeground(theme.color("done" if row.new else "text_muted"))
        self.table.setItem(place, 0, mark)
        for at, column in enumerate(columns, start=1):
            old, new = row.cells.get(column.key, ("", ""))
            item = QTableWidgetItem(f"{old} → {new}" if old else new)
            item.setData(_CELLS, (old, new, row.group))
            item.setToolTip(item.text()[:2000])
            self.table.setItem(place, at, item)
        if row.group and len(columns) > 1:
            self.table.setSpan(place, 1, 1, len(columns))


def summary(paste: PastePlan) -> str:
    """Counts in one line: "Ghi đè 3 ô · thêm 5 nhiệm vụ · bỏ qua 2 dòng tiêu đề"."""
    parts = []
    if paste.overwritten:
        parts.append(tr("ghi đè {count} ô đang có chữ", count=paste.overwritten))
    filled = len(paste.cells) - paste.overwritten
    if filled:
        parts.append(tr("điền {count} ô trống", count=filled))
    if paste.new_groups:
        parts.append(tr("thêm {count} nhóm", count=len(paste.new_groups)))
    if paste.added:
        parts.append(tr("thêm {count} nhiệm vụ", count=paste.added))
    if paste.table.headers:
        parts.append(tr("bỏ qua {count} dòng tiêu đề", count=paste.table.headers))
    line = " · ".join(parts) if paste else tr("không có gì thay đổi")
    return line[:1].upper() + line[1:]


class _ChangeDelegate(QStyledItemDelegate):
    """Paints a cell: what was there struck through, what comes below it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """One cell."""
        cells = index.data(_CELLS)
        if cells is None:
            super().paint(painter, option, index)
            return
        document = self._document(cells, option)
        painter.save()
        painter.setClipRect(option.rect)  # type: ignore[attr-defined]
        painter.translate(option.rect.topLeft())  # type: ignore[attr-defined]
        document.drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """High enough for both texts, at most a few lines."""
        cells = index.data(_CELLS)
        if cells is None:
            return super().sizeHint(option, index)
        document = self._document(cells, option)
        line = option.fontMetrics.lineSpacing()  # type: ignore[attr-defined]
        return QSize(40, min(round(document.size().height()), 6 * line))

    def _document(self, cells: tuple[str, str, bool], option: QStyleOptionViewItem) -> QTextDocument:
        old, new, group = cells
        text, gone = theme.hex_of("text"), theme.hex_of("late")
        parts = []
        if old:
            parts.append(f'<span style="color:{gone};text-decoration:line-through">{_lines(old)}</span>')
        if new:
            parts.append(f'<span style="color:{text}{";font-weight:600" if group else ""}">{_lines(new)}</span>')
        document = QTextDocument()
        document.setDocumentMargin(4)
        document.setDefaultFont(option.font)  # type: ignore[attr-defined]
        document.setHtml("<br>".join(parts))
        width = option.rect.width() if option.rect.width() > 0 else 120  # type: ignore[attr-defined]
        document.setTextWidth(width)
        return document


_LONGEST = 600


def _lines(text: str) -> str:
    cut = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return escape(cut).replace("\n", "<br>")
