"""What every step's form is made of: labelled fields that know which printed field they fill, one way of saving."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Plan
from kh_desktop.services import plans
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.errors import show_error
from kh_desktop.ui.widgets import ComboBox, muted

ANCHOR = "anchor"
"""Dynamic property of a widget: the printed field it edits."""


def set_anchor(widget: QWidget, anchor: str) -> None:
    """Say which printed field ``widget`` (or what is in it) edits."""
    widget.setProperty(ANCHOR, anchor)


def anchor_of(widget: QWidget | None) -> str:
    """The printed field that the widget, or the nearest one around it, edits; "" for none."""
    while widget is not None:
        anchor = widget.property(ANCHOR)
        if anchor:
            return str(anchor)
        widget = widget.parentWidget()
    return ""


def give_focus(widget: QWidget) -> bool:
    """Put the focus on the widget, or on the first thing inside it that takes it."""
    for candidate in (widget, *widget.findChildren(QWidget)):
        if candidate.focusPolicy() & Qt.FocusPolicy.TabFocus and candidate.isVisibleTo(widget.window()) and candidate.isEnabled():
            candidate.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False


def shrinkable(combo: ComboBox) -> ComboBox:
    """A list whose long entries do not make the form wider; they are cut in the closed list and whole in the open one."""
    combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(10)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo


def labelled(label: str, field: QWidget, hint: str = "") -> QVBoxLayout:
    """The name of a field above it, a quiet hint below."""
    column = QVBoxLayout()
    column.setSpacing(3)
    name = QLabel(label)
    name.setBuddy(field)
    field.setAccessibleName(label)
    column.addWidget(name)
    column.addWidget(field)
    if hint:
        note = muted(hint)
        note.setWordWrap(True)
        column.addWidget(note)
    return column


def side_by_side(*columns: QVBoxLayout) -> QHBoxLayout:
    """Fields in one row, equally wide."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for column in columns:
        row.addLayout(column, 1)
        row.setAlignment(column, Qt.AlignmentFlag.AlignTop)
    return row


def narrow_first(first: QVBoxLayout, second: QVBoxLayout) -> QHBoxLayout:
    """A short field and a wide one in one row."""
    row = QHBoxLayout()
    row.setSpacing(20)
    first.addStretch(1)
    row.addLayout(first)
    row.addLayout(second, 1)
    return row


class Scroller(QScrollArea):
    """The form scrolls when it is higher than the window, never sideways."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The form has become wider or narrower inside: say so to the splitter."""
        taken = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return taken

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the form needs, because nothing of it may be cut off at the right."""
        content = self.widget().minimumSizeHint().width() if self.widget() else 0
        return QSize(content + self.verticalScrollBar().sizeHint().width(), 120)

    def reveal_soon(self, widget: QWidget) -> None:
        """``reveal`` for something new: wrapped text needs two rounds of layout before its place is known."""
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, lambda: self.reveal(widget)))

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that ``widget`` can be seen."""
        # What was to be shown soon may be gone by then: an editor that was closed again.
        if isValid(widget) and self.isAncestorOf(widget):
            self.ensureWidgetVisible(widget, 0, 24)


def bring_into_view(widget: QWidget) -> None:
    """Scroll the form so that ``widget``, which has just appeared, can be seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Scroller):
        around = around.parentWidget()
    if isinstance(around, Scroller):
        around.reveal_soon(widget)


class StepForm(QWidget):
    """The form of one step. ``load`` shows a plan, each field saves itself at once."""

    run_action = Signal(str)
    status = Signal(str)
    at_anchor = Signal(str)
    """The person is now at another printed field."""

    scrolls_itself = False
    says_frozen = False
    """Whether the form itself says that an issued plan cannot be changed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.plan: Plan | None = None

    def load(self, plan: Plan) -> None:
        """Show the plan as it is stored now; what is being typed stays."""
        self.plan = plan
        self.show_plan_fields(plan)

    def show_plan_fields(self, plan: Plan) -> None:
        """Fill the fields from the plan."""

    def set_frozen(self, frozen: bool) -> None:
        """Whether the plan is issued and nothing can be changed."""
        self.setEnabled(not frozen)

    def on_changes(self, changes: ChangeSet) -> None:
        """For embedded panels; fields of the form itself are filled by ``load``."""

    def focus_anchor(self, anchor: str) -> bool:
        """Put the focus on the field of ``anchor``, or on the closest thing to it."""
        widgets = [w for w in self.findChildren(QWidget) if w.property(ANCHOR)]
        while anchor:
            for widget in widgets:
                if widget.property(ANCHOR) == anchor and give_focus(widget):
                    return True
            anchor = anchor.rpartition(":")[0]
        return give_focus(self)

    def first_anchor(self) -> str:
        """The printed field this step begins with; the page beside the form is turned to it."""
        return ""

    def save(self, **fields: object) -> bool:
        """Store fields of the plan; says why not. True when stored."""
        if self.plan is None:
            return False
        try:
            plans.set_plan(self.session, self.plan.id, **fields)
        except KhError as error:
            show_error(self, error)
            self.load(plans.get_plan(self.session, self.plan.id))
            return False
        return True


def tell(widget: QWidget, method: str, *args: object) -> None:
    """Call a method of an embedded panel if it has one."""
    found = getattr(widget, method, None)
    if callable(found):
        found(*args)


def hear(widget: object, signal: str, slot: Callable[..., object] | SignalInstance) -> None:
    """Connect a signal of an embedded panel if it has one."""
    found = getattr(widget, signal, None)
    if found is not None:
        found.connect(slot)
