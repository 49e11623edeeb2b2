"""The header: which plan, where it stands, what can be undone, and the one next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QMenu, QSizePolicy, QToolButton, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import NextStepButton, StateStepper, Step, icon_button, muted

# Room for the title, in px at 100 %, and on the narrowest screens.
_TITLE, _SHORT_TITLE = 150, 80


class PlanChooser(QToolButton):
    """Year and title of the open plan; its menu lists all plans. The title is cut where the room ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planChooser")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("chevron-down", "text_muted"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(round(_TITLE * theme.font_scale()))
        self.setFont(theme.scaled_font(1.05, bold=True))
        self._full = ""

    def set_title(self, text: str) -> None:
        """Show this plan."""
        self._full = text
        self.setToolTip(text)
        self.setAccessibleName(tr("Kế hoạch đang mở: {title}", title=text))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - round(44 * theme.font_scale())
        text = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(40, room))
        self.setText(text.replace("&", "&&"))


class Header(QWidget):
    """``plan_chosen(id)``, ``all_plans()`` and ``next_step()``; the undo, redo and search buttons show the actions given.

    ``deeds``: what the menu of plans offers to do with the open one.
    """

    plan_chosen = Signal(int)
    all_plans = Signal()
    next_step = Signal()

    def __init__(
        self, back: QAction, undo: QAction, redo: QAction, search: QAction, parent: QWidget | None = None, *, deeds: Sequence[QAction] = ()
    ) -> None:
        super().__init__(parent)
        self._deeds = tuple(deeds)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chooser = PlanChooser(self)
        self.stepper = StateStepper(tr("Kế hoạch đang ở bước"), self)
        self.saved: QLabel = muted("", self)
        self.saved.setWordWrap(False)
        self.next = NextStepButton(self)
        self.next.clicked.connect(lambda _checked=False: self.next_step.emit())
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 16, 8)
        row.setSpacing(4)
        row.addWidget(self._bound("back", back))
        row.addWidget(self.chooser, 1)
        row.addSpacing(8)
        row.addWidget(self.stepper)
        row.addSpacing(12)
        row.addWidget(self.saved)
        row.addSpacing(4)
        for name, action in (("undo", undo), ("redo", redo), ("search", search)):
            row.addWidget(self._bound(name, action))
        row.addSpacing(8)
        row.addWidget(self.next)
        # The window must fit its screen at any font size; ``_fit`` makes the content fit the window.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumWidth(1)
        self.setMinimumHeight(round(54 * theme.font_scale()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """On a narrow screen the title needs the room: the saved time goes (the status line says it too), then the state is shortened."""
        scale = theme.font_scale()
        self.saved.setVisible(self.width() >= round(960 * scale))
        # Its name is never cut.
        self.next.setMinimumWidth(self.next.sizeHint().width())
        others = round(_TITLE * scale) + sum(b.sizeHint().width() for b in self._buttons.values()) + 100
        others += 0 if self.next.isHidden() else self.next.sizeHint().width()
        others += 0 if self.saved.isHidden() else self.saved.sizeHint().width()
        room = self.width() - others
        level = 0 if room >= self.stepper.full_width() else 1 if room >= self.stepper.current_width() else 2
        self.stepper.set_compact(level)
        self.chooser.setMinimumWidth(round((_TITLE if level < 2 else _SHORT_TITLE) * scale))

    def _bound(self, name: str, action: QAction) -> QToolButton:
        button = icon_button(name, action.text(), action.shortcut().toString(), parent=self)
        button.clicked.connect(lambda _checked=False: action.trigger())
        side = round(19 * theme.font_scale())
        button.setIconSize(QSize(side, side))
        self._buttons[name] = button
        action.changed.connect(lambda: self._follow(button, action))
        self._follow(button, action)
        return button

    def _follow(self, button: QToolButton, action: QAction) -> None:
        text = action.text().replace("&", "")
        key = action.shortcut().toString()
        button.setEnabled(action.isEnabled())
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({key})" if key else text)

    def show_plans(self, plans: Sequence[tuple[int, str, str]], current: int) -> None:
        """Offer these plans (id, name, state); ``current`` is the open one, 0 for none."""
        menu = QMenu(self.chooser)
        for plan_id, title, state in plans:
            entry = menu.addAction(f"{title} – {state}".replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(plan_id == current)
            entry.triggered.connect(lambda _checked=False, number=plan_id: self.plan_chosen.emit(number))
        if plans:
            menu.addSeparator()
        if current:
            menu.addActions(self._deeds)
        menu.addAction(tr("Tất cả kế hoạch")).triggered.connect(lambda _checked=False: self.all_plans.emit())
        old = self.chooser.menu()
        self.chooser.setMenu(menu)
        if old is not None:
            old.deleteLater()
        names = {plan_id: title for plan_id, title, _state in plans}
        self.chooser.set_title(names.get(current, tr("Chọn kế hoạch") if plans else tr("Chưa có kế hoạch")))

    def show_next(self, text: str) -> None:
        """Name the next step; an empty text hides its button."""
        self.next.set_step(text)
        self._fit()

    def show_state(self, steps: Sequence[Step]) -> None:
        """Show the three-step line; no steps hides it."""
        self.stepper.set_steps(steps)
        self.stepper.setVisible(bool(steps))
        self._fit()
