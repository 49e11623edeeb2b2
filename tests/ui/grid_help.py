"""Made-up plans and keys as keyboards and input methods send them, for the tests of the grid and of the section editor."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Agency, Office, Plan, Section, SectionRole, Shape, SignatureBlock, Task, TaskGroup, Unit, UnitRef
from kh_desktop.services.office import save_office
from kh_desktop.services.plans import new_plan_from
from kh_desktop.services.session import Session
from kh_desktop.ui.grid import GridPanel

AGENCY = Agency(level="xã", name="Suối Rồng", superior="tỉnh Vân Hải", place="Suối Rồng")
UNITS = (
    Unit(name="Văn phòng - Thống kê", short_name="VPTK", aliases=("Văn phòng xã",)),
    Unit(name="Trung tâm Phục vụ hành chính công", short_name="TTPVHCC"),
    Unit(name="Đoàn Thanh niên"),
)


def make_office(session: Session) -> None:
    """The office of the made-up commune with its unit book."""
    save_office(session, Office(agency=AGENCY, units=UNITS))


def task(number: int) -> Task:
    """A task whose texts tell which one it is."""
    lead = (UnitRef("Văn phòng - Thống kê"),)
    return Task(content=f"Việc {number}", lead=lead, product=f"Báo cáo {number}", deadline="Quý II/2027")


def make_plan(
    session: Session, *, groups: int = 2, tasks: int = 3, shape: Shape = Shape.APPENDIX, sections: tuple[Section, ...] = ()
) -> int:
    """A draft plan with numbered tasks; its id."""
    made = tuple(TaskGroup(title=f"Nhóm {g + 1}", tasks=tuple(task(g * tasks + t + 1) for t in range(tasks))) for g in range(groups))
    signature = SignatureBlock(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Nguyễn Văn Mẫu")
    plan = Plan(
        year=2027, title="Kiểm soát thủ tục hành chính năm 2027", shape=shape, agency=AGENCY, intro="Ủy ban nhân dân xã ban hành kế hoạch:",
        appendix_title="NHIỆM VỤ NĂM 2027", columns=COLUMN_SETS["assignment"], groups=made, sections=sections, signature=signature,
    )  # fmt: skip
    return new_plan_from(session, plan)


SECTIONS = (
    Section(heading="MỤC ĐÍCH", role=SectionRole.PURPOSE, children=(Section(heading="Mục đích", text="- Một"), Section(heading="Yêu cầu"))),
    Section(heading="NỘI DUNG", text="Đoạn mở đầu", role=SectionRole.CONTENT),
    Section(heading="TỔ CHỨC", text="Giao việc", role=SectionRole.ORGANISATION),
)


def focused() -> QWidget:
    """The widget that has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: int, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, widget: QWidget | None = None) -> None:
    """One key to ``widget`` (default: what has the focus); ``QTest.keyClicks`` aborts on "ê"."""
    target = widget or focused()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))


def type_letters(text: str) -> None:
    """Letters one by one, as an input method sends them: without a key code."""
    for letter in text:
        press(0, letter)


def unikey(*steps: str) -> None:
    """UniKey's way: each step is typed; "<" presses Backspace first, so ("tie", "<ê", "ng") gives "tiêng"."""
    for step in steps:
        while step.startswith("<"):
            press(Qt.Key.Key_Backspace, "\b")
            step = step[1:]
        type_letters(step)


def shown_panel(session: Session, qtbot: QtBot, width: int, height: int) -> Iterator[GridPanel]:
    """A shown panel with two groups of three tasks, told of every change as the window does."""
    make_office(session)
    made = GridPanel(session)
    qtbot.addWidget(made)
    end = session.subscribe(made.on_changes)
    made.resize(width, height)
    made.show_plan(make_plan(session))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.view.setFocus()
    QTest.qWait(0)
    yield made
    end()


def at(panel: GridPanel, row: int, key: str) -> None:
    """Goes to a cell with the keyboard."""
    panel.view.go_to(row, key)
    panel.view.setFocus()
