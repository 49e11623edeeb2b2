"""A form as a table one types into: keys as in Excel, cells that do not close are marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPolygon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from kh_desktop.domain.form06a import Break
from kh_desktop.domain.printed import count_words
from kh_desktop.domain.report_forms import FormColumn
from kh_desktop.domain.vitext import fold
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import paint_icon
from kh_desktop.ui.reports.form_data import FormData
from kh_desktop.ui.reports.form_header import FormHeader
from kh_desktop.ui.reports.form_model import FormModel
from kh_desktop.ui.widgets import LineEdit

Index = QModelIndex | QPersistentModelIndex
_CORNER = 8
MOST = 99_999_999


def read_count(text: str) -> int | None:
    """A number of dossiers as typed: "1.234", "12", "" for none; None when it is no such number."""
    bare = text.replace(".", "").replace(" ", "").replace("\u00a0", "")
    if not bare:
        return 0
    return int(bare) if bare.isascii() and bare.isdecimal() and int(bare) <= MOST else None


def count_problem(text: str) -> str:
    """Why a cell does not take ``text``; "" when it does."""
    if read_count(text) is not None:
        return ""
    return tr("“{text}” không phải là số hồ sơ. Hãy ghi số nguyên không âm, ví dụ 12.", text=text.strip())


class CellDelegate(QStyledItemDelegate):
    """``refused(sentence)`` when a cell does not take what was typed."""

    refused = Signal(str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        model = index.model()
        assert isinstance(model, FormModel)
        editor = LineEdit(tr("Ô số liệu"), parent=parent)
        if model.column_at(index.column()).kind != "text":
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            editor.set_check(count_problem)
            editor.refused.connect(self.refused)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        if isinstance(editor, LineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: N802
        if not isinstance(editor, LineEdit) or not isinstance(model, FormModel) or not editor.isModified():
            return
        problem = editor.problem_of(editor.text())
        if problem:
            self.refused.emit(problem)
            return
        editor.setModified(False)
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        editor.setGeometry(option.rect)  # type: ignore[attr-defined]

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter goes down, Shift+Enter up; what is refused stays in the cell, marked."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, LineEdit):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if (enter or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)) and editor.isModified():
                problem = editor.problem_of(editor.text())
                if problem:
                    editor.commit()
                    return True
            view = self.parent()
            if enter and isinstance(view, FormGrid):
                place = (view.currentIndex().row(), view.currentIndex().column())
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                # A new line is gone to by itself.
                if place == (view.currentIndex().row(), view.currentIndex().column()):
                    view.step_down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, FormModel)
        row, column = index.row(), model.column_at(index.column())
        broken = row != model.add_row and bool(model.shown.breaks_at(model.row_in_data(row), column.key))
        rect = option.rect  # type: ignore[attr-defined]
        if broken:
            painter.fillRect(rect, theme.color("error_bg"))
        super().paint(painter, option, index)
        if broken:
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("late"))
            at = rect.topRight()
            painter.drawPolygon(QPolygon([at, QPoint(at.x() - _CORNER, at.y()), QPoint(at.x(), at.y() + _CORNER)]))
            painter.restore()
        if column.key == "no" and row < len(model.shown.rows) and model.shown.rows[row].typed:
            paint_icon(painter, QRectF(rect.left() + 2, rect.center().y() - 6, 12, 12), "edit", "accent")

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, FormModel) and index.row() != model.add_row:
            column = model.column_at(index.column())
            if model.shown.breaks_at(model.row_in_data(index.row()), column.key):
                option.backgroundBrush = theme.color("error_bg")  # type: ignore[attr-defined]


class FormGrid(QTableView):
    """``cell_chosen(label or None for the total, column)`` when the current cell changed."""

    cell_chosen = Signal(object, str)
    refused = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, data: FormData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form_model = FormModel(data, self)
        self.setModel(self.form_model)
        self.head = FormHeader(data.form, self)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(28 * theme.font_scale()))
        self.delegate = CellDelegate(self)
        self.delegate.refused.connect(self.refused)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.form_model.modelReset.connect(self._fit)

    def show_data(self, data: FormData) -> None:
        """Show a form; the cell one is in stays."""
        label, column = self.place()
        if data.form != self.form_model.shown.form:
            self.head.set_form(data.form)
        self.form_model.set_data(data)
        self.setAccessibleName(data.form.title)
        self._fit()
        row = data.row_of(label) if label is not None else -1
        if row >= 0:
            self._go(row, column)
        elif not self.currentIndex().isValid():
            self._go(0 if data.rows else max(0, self.form_model.add_row), "online" if data.rows else "label")
        self._tell()

    def place(self) -> tuple[str | None, str]:
        """The line and column of the current cell; None for the total and the row to add."""
        index = self.currentIndex()
        if not index.isValid():
            return None, ""
        key = self.form_model.column_at(index.column()).key
        rows = self.form_model.shown.rows
        return (rows[index.row()].label if index.row() < len(rows) else None), key

    def go_to_break(self, broken: Break) -> None:
        """The cell that does not close."""
        shown = self.form_model.shown
        row = shown.place_of(broken)
        self._go(self.form_model.total_row if row == len(shown.rows) else row, broken.column)
        self.setFocus()

    def go_to_new(self) -> None:
        """Type a new line."""
        if self.form_model.add_row >= 0:
            self._go(self.form_model.add_row, "label")
            self.setFocus()
            self.edit(self.currentIndex())

    def go_to_label(self, label: str) -> None:
        """The first number of a line."""
        row = next((place for place, x in enumerate(self.form_model.shown.rows) if fold(x.label) == fold(label)), -1)
        first = next((c.key for c in self.form_model.shown.form.columns if c.kind != "text" and not c.sum_of), "label")
        if row >= 0:
            self._go(row, first)

    def step_down(self, by: int) -> None:
        """The cell below or above."""
        index = self.currentIndex()
        row = index.row() + by
        if 0 <= row < self.form_model.rowCount():
            self.setCurrentIndex(self.form_model.index(row, index.column()))

    def _go(self, row: int, key: str) -> None:
        column = next((place for place, c in enumerate(self.form_model.shown.form.columns) if c.key == key), 1)
        index = self.form_model.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _tell(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            label, key = self.place()
            self.cell_chosen.emit(label, key if index.row() != self.form_model.add_row else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        if event.key() == Qt.Key.Key_Delete:
            label, _key = self.place()
            if label is not None:
                self.remove_wanted.emit(label)
            return
        super().keyPressEvent(event)

    # --- widths

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _floor(self, column: FormColumn) -> int:
        """As wide as its numbers and the longest word of its title."""
        words = max(self.head.word_width(word) for word in column.label.split()) + 8
        numbers = (row.counts.get(column.key, 0) for row in self.form_model.shown.rows)
        most = max((*numbers, self.form_model.shown.total.get(column.key, 0), 99))
        return max(words, self.fontMetrics().horizontalAdvance(count_words(most)) + 12)

    def _fit(self) -> None:
        """All columns in the width there is, in the proportions of the form; none narrower than its numbers."""
        columns = self.form_model.shown.form.columns
        room = self.viewport().width()
        floors = [round(c.width * 1.9 * theme.font_scale()) if c.kind == "text" and c.key != "no" else self._floor(c) for c in columns]
        whole = sum(c.width for c in columns)
        wanted = [max(floor, int(room * c.width / whole)) for floor, c in zip(floors, columns, strict=True)]
        label = next((place for place, c in enumerate(columns) if c.key == "label"), 0)
        number = next((place for place, c in enumerate(columns) if c.key == "no"), -1)
        if number >= 0:
            wanted[number] = round(34 * theme.font_scale())
        spare = room - sum(wanted)
        wanted[label] = max(floors[label], wanted[label] + spare)
        for place, width in enumerate(wanted):
            self.setColumnWidth(place, width)
        self.head.updateGeometry()
