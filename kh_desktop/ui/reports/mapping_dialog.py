"""What the columns of an unknown export are: a row for each column with its first values and a list to choose from."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kh_desktop.services.figure_files import FigureTable, layouts, likely_mapping, remember_mapping, unsaid
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.sheets import Sheet
from kh_desktop.ui.widgets import ComboBox, NoteLine, muted

_TITLES = (N_("Cột trong tệp"), N_("Vài dòng đầu"), N_("Là cột nào"))
_SAMPLES = 3
# So large a part of a kind's columns must be found for it to be proposed.
_ALIKE = 0.4


class MappingDialog(Sheet):
    """``columns()`` gives the key for each title; ``remember`` keeps it for the next time."""

    def __init__(self, table: FigureTable, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Chỉ ra các cột của {name}", name=table.name),
            tr("Chỉ làm một lần. Lần sau, tệp có các cột như thế được đọc ngay."), width=820, parent=parent,
        )  # fmt: skip
        self._table = table
        self._layouts = {layout.id: layout for layout in layouts()}
        self.kind = ComboBox(tr("Bảng này là"), [(x.id, x.title) for x in self._layouts.values()], self._best())
        self.list = QTableWidget(len(table.columns), len(_TITLES), self)
        self.note = NoteLine("", reserve=True)
        self._lists: list[ComboBox] = []
        self.body.addWidget(muted(tr("Bảng này là")))
        self.body.addWidget(self.kind)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.note)
        self.add_deed(tr("Ghi nhớ"))
        self.add_close()
        self._build()
        self._choose()
        self.kind.committed.connect(lambda _value: self._choose())

    def layout_id(self) -> str:
        """The kind of table it is said to be."""
        return self.kind.value()

    def columns(self) -> dict[str, str]:
        """The key of the layout for each title; "" leaves a column out."""
        return {title: combo.value() for title, combo in zip(self._table.columns, self._lists, strict=True)}

    def remember(self, session: Session) -> None:
        """Keep it: one step. UsageError as ``services.figure_files.remember_mapping``."""
        remember_mapping(session, self._table, self.layout_id(), self.columns())

    def _best(self) -> str:
        """The kind whose columns are most like those of the table; the form itself where none is."""
        found = {key: sum(bool(v) for v in likely_mapping(self._table, key).values()) / len(x.columns) for key, x in self._layouts.items()}
        best = max(found, key=lambda key: found[key])
        return best if found[best] >= _ALIKE else next(iter(self._layouts))

    def _build(self) -> None:
        self.list.setHorizontalHeaderLabels([tr(title) for title in _TITLES])
        self.list.setAccessibleName(tr("Các cột"))
        self.list.verticalHeader().hide()
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setFocusPolicy(self.list.focusPolicy().NoFocus)
        self.list.setMinimumHeight(round(250 * theme.font_scale()))
        self.list.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.list.horizontalHeader()
        for column in range(len(_TITLES)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for row, title in enumerate(self._table.columns):
            values = [line[row] for line in self._table.sample[:_SAMPLES] if row < len(line) and line[row]]
            for column, words in enumerate((title, " · ".join(values))):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.list.setItem(row, column, item)
            combo = ComboBox(tr("Cột “{title}” là", title=title), parent=self.list)
            combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.committed.connect(lambda _value: self.note.say(""))
            self._lists.append(combo)
            self.list.setCellWidget(row, 2, combo)
            self.list.setRowHeight(row, combo.sizeHint().height() + 4)

    def _choose(self) -> None:
        layout = self._layouts[self.kind.value()]
        guess = likely_mapping(self._table, layout.id)
        choices = [("", tr("Không dùng")), *((column.key, column.labels[0]) for column in layout.columns)]
        for title, combo in zip(self._table.columns, self._lists, strict=True):
            combo.set_choices(choices, guess[title])
        self.note.say("")

    def problem(self) -> str:
        layout, columns = self._layouts[self.kind.value()], self.columns()
        used = [key for key in columns.values() if key]
        twice = next((key for key in used if used.count(key) > 1), "")
        if twice:
            return tr("Hai cột cùng được chọn là “{column}”. Hãy chọn lại một cột.", column=layout.title_of(twice))
        if lacking := unsaid(layout, used):
            return tr("Hãy chỉ ra cột “{column}”.", column=layout.title_of(lacking))
        if not set(used) - {"no", "label"}:
            return tr("Hãy chỉ ra ít nhất một cột số liệu.")
        return ""

    def show_problem(self, text: str) -> None:
        self.note.say(text)
