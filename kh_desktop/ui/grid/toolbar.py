"""The commands of the grid as one table: toolbar with words, context menu and keys are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class GridAction:
    """One command: ``edits`` is off on a plan that cannot be edited; ``bar`` shows it in the toolbar, ``line`` a separator before it,
    ``short``: its icon alone is enough where room is scarce."""

    id: str
    text: str
    icon: str
    keys: str = ""
    tip: str = ""
    edits: bool = True
    bar: bool = True
    line: bool = False
    short: bool = False
    more: str = ""  # other keys for the same, as keyboards name them


ACTIONS: tuple[GridAction, ...] = (
    GridAction("add_task", N_("Thêm nhiệm vụ"), "plus", "Ins", N_("Thêm một nhiệm vụ dưới dòng đang chọn")),
    GridAction("add_group", N_("Thêm nhóm"), "group", "Alt+Ins", N_("Thêm một nhóm (I, II, …) dưới nhóm đang chọn")),
    GridAction("library", N_("Thư viện nhiệm vụ"), "book", "Ctrl+L", N_("Chọn nhiều nhiệm vụ soạn sẵn rồi thêm một lần"), short=True),
    GridAction(
        "move_up", N_("Lên"), "up", "Alt+Shift+Up", N_("Chuyển dòng đang chọn lên; ở đầu nhóm thì sang nhóm trên"), line=True, short=True
    ),
    GridAction(
        "move_down", N_("Xuống"), "down", "Alt+Shift+Down", N_("Chuyển dòng đang chọn xuống; ở cuối nhóm thì sang nhóm dưới"), short=True
    ),
    GridAction(
        "indent", N_("Thành việc con"), "indent", "Ctrl+]", N_("Lùi xuống một cấp: 1 → 1.1 → gạch đầu dòng"),
        short=True, more="Alt+Shift+Right",
    ),  # fmt: skip
    GridAction("outdent", N_("Lên một cấp"), "outdent", "Ctrl+[", N_("Đưa việc con lên một cấp"), short=True, more="Alt+Shift+Left"),
    GridAction("remove", N_("Xóa dòng"), "trash", "Ctrl+-", N_("Xóa các dòng đang chọn; hoàn tác được"), line=True, short=True),
    GridAction("columns", N_("Cột"), "settings", "", N_("Chọn cột, thứ tự, tên và độ rộng khi in"), line=True, short=True),
    GridAction(
        "insert_above", N_("Chèn nhiệm vụ ở trên"), "", "Ctrl+Shift++", N_("Thêm một nhiệm vụ trên dòng đang chọn"), bar=False, line=True,
        more="Ctrl+Shift+=",
    ),  # fmt: skip
    GridAction("merge", N_("Gộp ô"), "", "", N_("Một ô chung cho các dòng đang chọn, ví dụ một đơn vị chủ trì nhiều việc"), bar=False),
    GridAction("unmerge", N_("Tách ô"), "", "", N_("Mỗi dòng lại có ô riêng"), bar=False),
    GridAction("fill_down", N_("Điền xuống"), "", "Ctrl+D", N_("Chép ô đầu vào các ô đang chọn bên dưới"), bar=False),
    GridAction("fill_right", N_("Điền sang phải"), "", "Ctrl+R", N_("Chép ô đầu vào các ô đang chọn bên phải"), bar=False),
    GridAction("cut", N_("Cắt"), "", "Ctrl+X", bar=False, line=True),
    GridAction("copy", N_("Chép"), "copy", "Ctrl+C", bar=False, edits=False),
    GridAction("paste", N_("Dán"), "paste", "Ctrl+V", N_("Ghi đè từ ô đang chọn"), bar=False),
    GridAction("paste_rows", N_("Dán thành dòng mới"), "", "Ctrl+Shift+V", N_("Thêm các dòng vừa chép dưới dòng đang chọn"), bar=False),
    GridAction("clear", N_("Xóa chữ trong ô"), "", "Del", bar=False),
)


def make_actions(view: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """An action for each command. Its keys work only while ``view`` itself has the focus: in an open cell they belong to the text."""
    actions: dict[str, QAction] = {}
    for entry in ACTIONS:
        action = QAction(tr(entry.text), view)
        action.setObjectName(entry.id)
        if entry.icon:
            action.setIcon(icon(entry.icon, "text_muted"))
        if entry.keys:
            action.setShortcuts([QKeySequence(entry.keys), *([QKeySequence(entry.more)] if entry.more else [])])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = tr(entry.tip) if entry.tip else tr(entry.text)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        action.triggered.connect(lambda _checked=False, run=handlers[entry.id]: run())
        view.addAction(action)
        actions[entry.id] = action
    return actions


class CommandBar(QWidget):
    """Icons with their words; where the words do not all fit, the short ones stand as icons with name and tooltip, and where even those do
    not fit the bar takes a second line: no command is ever out of reach."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._side = round(16 * theme.font_scale())
        self._short: list[QToolButton] = []
        self._shown: list[QWidget] = []
        flow = FlowLayout(self, spacing=0)
        for entry in ACTIONS:
            if entry.bar:
                if entry.line:
                    self._take(flow, self._separator())
                self._take(flow, self._dress(entry, actions[entry.id]))
        self._squeezed = False

    def _take(self, flow: FlowLayout, widget: QWidget) -> None:
        flow.addWidget(widget)
        self._shown.append(widget)

    def _separator(self) -> QWidget:
        line = QWidget(self)
        line.setFixedSize(9, 2 * self._side)
        return line

    def _dress(self, entry: GridAction, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(QSize(self._side, self._side))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(tr(entry.text))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if entry.short:
            self._short.append(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Words where there is room."""
        squeeze = event.size().width() < self._full_width()
        if squeeze != self._squeezed:
            self._squeezed = squeeze
            self._set_words(not squeeze)
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line, with the words that are shown now."""
        hints = [widget.sizeHint().expandedTo(widget.minimumSize()) for widget in self._shown]
        return QSize(sum(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The bar never keeps a page from getting narrow."""
        return QSize(40, self.sizeHint().height())

    def _set_words(self, words: bool) -> None:
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._short:
            button.setToolButtonStyle(style)

    def _full_width(self) -> int:
        """The width with all words: what the buttons ask for now, and the words that are hidden."""
        hidden = sum(self.fontMetrics().horizontalAdvance(button.text()) + 6 for button in self._short) if self._squeezed else 0
        return self.sizeHint().width() + hidden
