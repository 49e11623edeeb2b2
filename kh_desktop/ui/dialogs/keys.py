"""Bảng phím tắt: made from the tables of actions, so that it cannot be wrong; can be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import heading, plain_button, text_label

Group = tuple[str, Sequence[tuple[str, str]]]


def key_text(shortcut: str) -> str:
    """A shortcut as it stands on the keyboard; several of them ("PgUp, PgDn") stand as they are written."""
    if ", " in shortcut:
        return shortcut
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText) or shortcut


class KeysDialog(Sheet):
    """``groups``: a heading and (shortcut, what it does) for each key."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(tr("Bảng phím tắt"), width=560, parent=parent)
        self._groups = groups
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Bảng phím tắt"))
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for title, keys in groups:
            grid.addWidget(heading(title, 3), grid.rowCount(), 0, 1, 2)
            for shortcut, words in keys:
                row = grid.rowCount()
                grid.addWidget(text_label(key_text(shortcut), "accent", wrap=False), row, 0)
                grid.addWidget(text_label(words), row, 1)
            grid.setRowMinimumHeight(grid.rowCount(), 8)
        grid.setRowStretch(grid.rowCount(), 1)
        area.setWidget(body)
        area.setMinimumHeight(round(300 * theme.font_scale()))
        self.body.addWidget(area, 1)
        button = plain_button(tr("In bảng này…"), "print", self)
        button.clicked.connect(lambda _checked=False: self.print_card())
        self.buttons.addWidget(button)
        self.add_close(tr("Đóng"), safe=True)

    def html(self) -> str:
        """The card as it is printed."""
        parts = [f"<h2>{tr('KH Desktop: bảng phím tắt')}</h2>"]
        for title, keys in self._groups:
            rows = "".join(f"<tr><td width='160'><b>{key_text(k)}</b></td><td>{w}</td></tr>" for k, w in keys)
            parts.append(f"<h3>{title}</h3><table cellpadding='3'>{rows}</table>")
        return "".join(parts)

    def print_card(self) -> None:
        """Print on one page."""
        # Loaded here: printing is rare, and every start would pay for it.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setHtml(self.html())
            document.print_(printer)
