"""The picker of the task library: grouped, searched without marks, many ticked, added at once."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from kh_desktop.domain.model import Office, Plan
from kh_desktop.domain.vitext import fold, matches
from kh_desktop.services.templates import LibraryTask, fill, fill_task, task_library
from kh_desktop.ui import theme
from kh_desktop.ui.grid.rows import units_text
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import SearchField, heading, muted, plain_button, primary_button

_KEY = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1


class LibraryDialog(QDialog):
    """Tick tasks of the library; ``keys()`` tells which. Tasks the plan has already are marked and not ticked with their group."""

    def __init__(self, plan: Plan, parent: QWidget | None = None, *, office: Office | None = None) -> None:
        super().__init__(parent)
        self._plan, self._office = plan, office
        self._present = {fold(task.content) for group in plan.groups for task in group.tasks}
        self.setWindowTitle(tr("Thư viện nhiệm vụ"))
        self.resize(round(820 * theme.font_scale()), round(560 * theme.font_scale()))
        self.search = SearchField(tr("Tìm nhiệm vụ"), placeholder=tr("Tìm nhiệm vụ, sản phẩm, bộ phận (không cần dấu)"))
        self.search.setMinimumHeight(round(34 * theme.font_scale()))
        self.search.searched.connect(self._filter)
        self.tree = QTreeWidget()
        self._add = primary_button(tr("Thêm"), "plus")
        self._build()
        self._fill()
        self._count()
        self.tree.itemChanged.connect(self._ticked)

    def _build(self) -> None:
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([tr("Nhiệm vụ"), tr("Sản phẩm"), tr("Thời hạn")])
        self.tree.setAccessibleName(tr("Nhiệm vụ soạn sẵn"))
        self.tree.setUniformRowHeights(True)
        self.tree.setStyleSheet("QTreeView::item { padding: 3px 2px; }")
        self.tree.setColumnWidth(0, round(470 * theme.font_scale()))
        self.tree.setColumnWidth(1, round(160 * theme.font_scale()))
        self._note = muted("")
        cancel = plain_button(tr("Thôi"))
        cancel.clicked.connect(self.reject)
        self._add.clicked.connect(self.accept)
        self._add.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._note, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(tr("Chọn nhiệm vụ để thêm vào phụ lục"), 2))
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addLayout(buttons)

    def _fill(self) -> None:
        bold = theme.scaled_font(bold=True)
        for group in task_library():
            top = QTreeWidgetItem(self.tree, [fill(group.title, self._plan, self._office)])
            top.setFont(0, bold)
            for entry in group.tasks:
                self._add_task(top, entry)
            if any(not top.child(row).isDisabled() for row in range(top.childCount())):
                top.setCheckState(0, Qt.CheckState.Unchecked)
            top.setFirstColumnSpanned(True)
            top.setExpanded(True)

    def _add_task(self, top: QTreeWidgetItem, entry: LibraryTask) -> None:
        task = fill_task(entry.task, self._plan, self._office)
        texts = [task.content, task.product, task.deadline]
        present = fold(texts[0]) in self._present
        item = QTreeWidgetItem(top, [" ".join(text.split()) for text in texts])
        item.setData(0, _KEY, entry.key)
        item.setData(0, _WORDS, " ".join((*texts, units_text(task.lead), units_text(task.coord))))
        if present:
            item.setDisabled(True)
            item.setToolTip(0, tr("Đã có trong phụ lục"))
            item.setText(0, tr("Đã có: {task}", task=item.text(0)))
            for column in range(self.tree.columnCount()):
                item.setForeground(column, theme.color("text_disabled"))
        else:
            item.setCheckState(0, Qt.CheckState.Unchecked)
            item.setToolTip(0, texts[0])

    def keys(self) -> list[str]:
        """The keys of the ticked tasks, in library order."""
        return [str(item.data(0, _KEY)) for item in self._tasks() if item.checkState(0) == Qt.CheckState.Checked and not item.isDisabled()]

    def _tasks(self) -> list[QTreeWidgetItem]:
        tops = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        return [top.child(place) for top in tops if top is not None for place in range(top.childCount())]

    def _ticked(self, item: QTreeWidgetItem) -> None:
        """A ticked group ticks what is shown of it; a group of which some tasks are ticked says so."""
        with QSignalBlocker(self.tree):
            for row in range(item.childCount()):
                child = item.child(row)
                if not child.isDisabled() and not child.isHidden():
                    child.setCheckState(0, item.checkState(0))
            group = item if item.childCount() else item.parent()
            if group is not None:
                group.setCheckState(0, _state_of(group))
        self.tree.viewport().update()
        self._count()

    def _filter(self, query: str) -> None:
        for item in self._tasks():
            item.setHidden(bool(query) and not matches(query, str(item.data(0, _WORDS))))
        for place in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(place)
            if top is not None:
                top.setHidden(all(top.child(row).isHidden() for row in range(top.childCount())))

    def _count(self) -> None:
        count = len(self.keys())
        self._add.setEnabled(count > 0)
        self._add.setText(tr("Thêm {count} nhiệm vụ", count=count) if count else tr("Thêm"))
        chosen = tr("Tên đơn vị, năm được điền theo kế hoạch này; thêm xong vẫn sửa được.")
        self._note.setText(chosen if count else tr("Đánh dấu các nhiệm vụ cần thêm."))


def _state_of(group: QTreeWidgetItem) -> Qt.CheckState:
    """All, some or none of the tasks of a group that can be ticked."""
    children = [group.child(row) for row in range(group.childCount())]
    ticked = [child.checkState(0) == Qt.CheckState.Checked for child in children if not child.isDisabled()]
    if ticked and all(ticked):
        return Qt.CheckState.Checked
    return Qt.CheckState.PartiallyChecked if any(ticked) else Qt.CheckState.Unchecked
