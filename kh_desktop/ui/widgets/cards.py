"""A card one can choose, for a first start or another fork in the road."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.widgets.buttons import plain_button, primary_button
from kh_desktop.ui.widgets.layout import heading, icon_label, text_label


def choice_card(
    icon_name: str, title: str, text: str, deed: str, run: Callable[[], object], *, primary: bool = False, parent: QWidget | None = None
) -> QFrame:
    """Icon, title, one sentence and a button with a verb."""
    frame = QFrame(parent)
    frame.setProperty("kind", "card")
    frame.setMinimumWidth(round(210 * theme.font_scale()))
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(20, 20, 20, 20)
    layout.setSpacing(8)
    layout.addWidget(icon_label(icon_name, 28, "accent"))
    layout.addSpacing(4)
    layout.addWidget(heading(title, 2))
    layout.addWidget(text_label(text, "muted"))
    layout.addStretch(1)
    layout.addSpacing(8)
    button = primary_button(deed) if primary else plain_button(deed)
    button.clicked.connect(lambda _checked=False: run())
    layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return frame
