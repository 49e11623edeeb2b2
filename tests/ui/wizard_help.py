"""A made-up commune, the wizard page with the real panels in it, and keys as keyboards and input methods send them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QThreadPool
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.domain.model import Agency, Office, Plan, Shape, Signer, Unit
from kh_desktop.services import plans
from kh_desktop.services.office import save_office
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.grid import GridPanel
from kh_desktop.ui.preview import PreviewPane
from kh_desktop.ui.sections import SectionEditor
from kh_desktop.ui.wizard import PlanPage

AGENCY = Agency(level="xã", name="Đồi Sim", superior="tỉnh Nam Giang", place="Đồi Sim")
SIGNERS = (
    Signer(0, "Lò Thị Mẩy", "CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",)),
    Signer(0, "Đỗ Văn Ưởng", "PHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
)


def make_office(session: Session) -> None:
    """The office of the made-up commune."""
    unit = Unit(name="Trung tâm Phục vụ hành chính công", short_name="TTPVHCC")
    save_office(session, Office(agency=AGENCY, drafting_unit=unit.name, units=(unit,), signers=SIGNERS))


def make_plan(session: Session, shape: Shape = Shape.APPENDIX) -> int:
    """A new draft for 2027 as the wizard starts it."""
    make_office(session)
    return plans.new_plan(session, year=2027, shape=shape)


def open_page(session: Session, qtbot: QtBot, plan_id: int) -> PlanPage:
    """The wizard in a window of its own, hearing the changes as the main window passes them on."""
    if not QApplication.instance().styleSheet():  # type: ignore[union-attr]
        theme.manager().apply("light", 100)
    page = PlanPage(
        session,
        make_grid=lambda parent: GridPanel(session, parent),
        make_sections=lambda role, parent: SectionEditor(session, role, parent),
        make_preview=lambda parent: PreviewPane(session, parent),
    )
    unsubscribe = session.subscribe(page.on_changes)

    def closed(widget: QWidget) -> None:
        unsubscribe()
        QThreadPool.globalInstance().waitForDone()

    qtbot.addWidget(page, before_close_func=closed)
    page.resize(1270, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_plan(plan_id)
    return page


def laid_out() -> None:
    """Let the layouts settle: wrapped texts need some rounds of events."""
    for _ in range(10):
        QApplication.processEvents()


def plan_of(session: Session, page: PlanPage) -> Plan:
    """The plan as it is stored."""
    return plans.get_plan(session, page.plan_id)


def settled(qtbot: QtBot, page: PlanPage) -> PreviewPane:
    """The preview when it shows the present state of the plan."""
    pane = page.preview
    assert isinstance(pane, PreviewPane)
    qtbot.waitUntil(lambda: not pane.builder.is_busy and pane.view.preview() is not None, timeout=20000)
    return pane


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: int, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, widget: QWidget | None = None) -> None:
    """One key to what has the focus; ``QTest.keyClicks`` aborts on "ê"."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget or focused(), QKeyEvent(kind, key, modifiers, text))


def retype(widget: QWidget, text: str) -> None:
    """Replace what a field holds by typing, letter by letter."""
    widget.setFocus()
    press(Qt.Key.Key_A, "", Qt.KeyboardModifier.ControlModifier, widget)
    for letter in text:
        if letter == "\n":
            press(Qt.Key.Key_Return, "\r", widget=widget)
        else:
            press(0, letter, widget=widget)


def unikey(*steps: str) -> None:
    """UniKey's way: each step is typed; "<" presses Backspace first, so ("tie", "<ê", "ng") gives "tiêng"."""
    for step in steps:
        while step.startswith("<"):
            press(Qt.Key.Key_Backspace, "\b")
            step = step[1:]
        for letter in step:
            press(0, letter)


def inside(widget: QWidget, ancestor: QWidget) -> QRect:
    """The rectangle of a widget in the coordinates of one around it."""
    return QRect(widget.mapTo(ancestor, widget.rect().topLeft()), widget.size())


def pick(combo: QComboBox, value: str) -> None:
    """Choose an entry of a list as a person does."""
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())
