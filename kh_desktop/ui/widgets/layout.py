"""Headings, quiet texts, cards and pages in one rhythm of 8 px."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.icons import pixmap

_SIZES = {1: 1.6, 2: 1.2, 3: 1.0}


def text_label(text: str, kind: str = "", *, wrap: bool = True, parent: QWidget | None = None) -> QLabel:
    """A label of plain text; ``kind`` is "", "muted", "error", "warning", "done" or "accent"."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if kind:
        label.setProperty("kind", kind)
    return label


def heading(text: str, level: int = 1, parent: QWidget | None = None) -> QLabel:
    """A heading of level 1 (page), 2 (part) or 3 (block)."""
    label = text_label(text, wrap=level > 1, parent=parent)
    label.setFont(theme.scaled_font(_SIZES[level], bold=True))
    return label


def muted(text: str, parent: QWidget | None = None) -> QLabel:
    """Small quiet text."""
    label = text_label(text, "muted", parent=parent)
    label.setFont(theme.scaled_font(0.93))
    return label


def icon_label(name: str, size: int = 16, token: str = "text_muted", parent: QWidget | None = None) -> QLabel:
    """An icon as a picture; screen readers skip it."""
    label = QLabel(parent)
    side = round(size * theme.font_scale())
    label.setPixmap(pixmap(name, side, token, label.devicePixelRatioF()))
    label.setFixedSize(side, side)
    return label


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line that separates."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line


def card(parent: QWidget | None = None) -> tuple[QFrame, QVBoxLayout]:
    """A white block and its layout."""
    frame = QFrame(parent)
    frame.setProperty("kind", "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.setSpacing(8)
    return frame, layout


def scroll_page(page: QWidget, *, width: int = 920) -> QVBoxLayout:
    """Make ``page`` a scrolling column of at most ``width`` px (at 100 %), as wide as one reads well; its layout."""
    page.setObjectName("page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area = QScrollArea(page)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(page.accessibleName())
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    body = QWidget()
    body.setObjectName("pageBody")
    column = QWidget(body)
    column.setMaximumWidth(round(width * theme.font_scale()))
    column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    row = QHBoxLayout(body)
    row.setContentsMargins(32, 24, 32, 32)
    row.addWidget(column, 1)
    row.addStretch(0)
    area.setWidget(body)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    return layout


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while layout.count():
        item = layout.takeAt(0)
        widget: QWidget | None = item.widget()
        inner: QLayout | None = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if inner is not None:
            clear_layout(inner)
