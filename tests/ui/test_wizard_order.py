"""The order of the wizard: steps, fields, Tab, and what the page beside them shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.domain.model import Shape
from kh_desktop.domain.wizard import WIZARD_STEPS
from kh_desktop.services import issuing, plans
from kh_desktop.services.session import Session
from kh_desktop.ui.widgets import ComboBox
from kh_desktop.ui.wizard import PlanPage
from kh_desktop.ui.wizard.shape_cards import ShapeCard
from kh_desktop.ui.wizard.what_step import WhatStep
from tests.ui.wizard_help import focused, laid_out, make_plan, open_page, plan_of, press, retype, settled


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> PlanPage:
    return open_page(session, qtbot, make_plan(session))


def what(page: PlanPage) -> WhatStep:
    form = page.form("what")
    assert isinstance(form, WhatStep)
    return form


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 10))


def shown_anchors(page: PlanPage, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the page beside the form is asked to show from now on."""
    asked: list[str] = []
    monkeypatch.setattr(page.preview, "show_anchor", asked.append)
    return asked


# steps


def test_a_later_step_says_which_one_comes_and_leaves_the_typing_where_it_is(session: Session, page: PlanPage) -> None:
    form = what(page)
    retype(form.title, "Tên đang gõ dở")
    click(page.steps.buttons["signature"])
    assert page.step == "what" and focused() is form.title and form.title.is_dirty()
    assert page.early.isVisible() and page.early.text() == "Hãy đi lần lượt: bước tiếp theo là “Căn cứ”."
    assert page.steps.buttons["what"].isChecked() and not page.steps.buttons["signature"].isChecked()
    assert "lần lượt" in page.steps.buttons["signature"].toolTip()
    page.next_button.click()
    assert page.step == "bases" and not page.early.isVisible()
    click(page.steps.buttons["what"])
    assert page.step == "what", "a step seen once can be reached"


def test_the_step_behind_the_open_one_can_be_clicked(session: Session, page: PlanPage) -> None:
    click(page.steps.buttons["bases"])
    assert page.step == "bases" and page.steps.buttons["bases"].isChecked() and not page.early.isVisible()


@pytest.mark.parametrize("way", ["import", "finished", "issued"])
def test_every_step_of_a_whole_plan_can_be_reached(session: Session, page: PlanPage, way: str) -> None:
    if way == "import":
        page.show_plan(plans.new_plan_from(session, plan_of(session, page)))
    elif way == "finished":
        plans.finish_wizard(session, page.plan_id)
    else:
        issuing.submit(session, page.plan_id)
        issuing.issue(session, page.plan_id, number="7", issued="2027-01-05")
    for step in WIZARD_STEPS:
        click(page.steps.buttons[step])
        assert page.step == step and page.steps.buttons[step].visited


def test_the_step_list_says_in_sentences_what_to_look_at(session: Session, page: PlanPage) -> None:
    plans.set_plan(session, page.plan_id, period_start="2027-07-01", period_end="2027-01-01", title="")
    tip = page.steps.buttons["what"].toolTip()
    assert "Chưa có trích yếu." in tip and "Ngày cuối kỳ đứng trước ngày đầu kỳ." in tip


# Tab


@pytest.mark.parametrize("step", WIZARD_STEPS)
def test_tab_goes_through_the_fields_then_back_then_on(page: PlanPage, step: str) -> None:
    for each in WIZARD_STEPS[: WIZARD_STEPS.index(step) + 1]:
        page.go_to(each)
    laid_out()
    if step == "tasks":
        page.form(step).focus_anchor("tasks")
    frame, last = page.stack.currentWidget(), [button for button in (page.back_button, page.next_button) if button.isVisible()]
    seen: list[QWidget] = [focused()]
    for _ in range(400):
        if seen[-1] is last[-1]:
            break
        before = focused()
        press(Qt.Key.Key_Tab, "\t")
        assert focused() is not before or isinstance(before, QLabel), before  # a text with links has a stop for each
        if focused() is not before:
            seen.append(focused())
    assert seen[-len(last) :] == last
    assert all(frame.isAncestorOf(widget) for widget in seen[: -len(last)])
    press(Qt.Key.Key_Backtab, "", Qt.KeyboardModifier.ShiftModifier)
    assert focused() is seen[-2]


def test_the_fields_of_the_first_step_come_as_they_are_read(page: PlanPage) -> None:
    form = what(page)
    form.title.setFocus()
    order = []
    for _ in range(40):
        order.append(focused())
        press(Qt.Key.Key_Tab, "\t")
        if focused() is page.next_button:
            break
    wanted = [form.title, form.year, form.period.whole, form.shapes.cards[Shape.APPENDIX], form.intro, form.numbering, form.indent]
    wanted += [form.columns, form.landscape, form.appendix_title, form.level, form.agency_name, form.superior, form.place]
    assert [widget for widget in order if widget in wanted] == wanted
    assert order[-1] is form.place


def test_arrows_walk_over_the_shapes_without_choosing(session: Session, page: PlanPage) -> None:
    cards = what(page).shapes.cards
    cards[Shape.APPENDIX].setFocus()
    press(Qt.Key.Key_Right)
    assert focused() is cards[Shape.SECTIONS] and plan_of(session, page).shape is Shape.APPENDIX
    press(Qt.Key.Key_Down)
    assert focused() is cards[Shape.TABLE_IN_BODY] and cards[Shape.APPENDIX].isChecked()
    press(Qt.Key.Key_Tab, "\t")
    assert not isinstance(focused(), ShapeCard)
    press(Qt.Key.Key_Backtab, "", Qt.KeyboardModifier.ShiftModifier)
    assert focused() is cards[Shape.APPENDIX], "the way back is to the chosen one"
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return, "\r")
    assert plan_of(session, page).shape is Shape.SECTIONS


# the page beside


def test_the_paper_is_turned_to_the_part_of_the_step(session: Session, page: PlanPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = shown_anchors(page, monkeypatch)
    page.go_to("signature")
    assert asked[-1] == "recipients"
    page.go_to("organisation")
    top = plan_of(session, page).sections[-1]
    assert asked[-1] == f"section:{top.children[0].id}"
    QApplication.processEvents()


def test_the_paper_that_comes_back_into_view_is_turned_too(session: Session, page: PlanPage, qtbot: QtBot) -> None:
    page.resize(1093, 582)
    pane = settled(qtbot, page)
    page.go_to("tasks")
    laid_out()
    assert not page.preview.isVisible()
    page.go_to("signature")
    settled(qtbot, page)
    laid_out()
    middle = pane.view.point_of("recipients")
    assert middle is not None and pane.view.viewport().rect().contains(middle)


def test_a_long_choice_ends_in_dots(qtbot: QtBot) -> None:
    combo = ComboBox("", [("a", "Một lựa chọn dài hơn ô chọn rất nhiều"), ("b", "Một lựa chọn dài hơn ô chọn khác hẳn")], "a")
    qtbot.addWidget(combo)
    combo.resize(150, 32)
    combo.show()
    first = combo.grab().toImage()
    combo.set_value("b")
    assert combo.grab().toImage() == first, "both are cut at the same place, with the same dots"
    combo.resize(600, 32)
    wide = combo.grab().toImage()
    combo.set_value("a")
    assert combo.grab().toImage() != wide
