"""The step of the legal bases: nothing is swapped silently, one click or key for each deed, each deed one undo step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kh_desktop.domain.model import BasisForm, LegalBasis
from kh_desktop.services import bases, catalogue, plans
from kh_desktop.services.session import Session
from kh_desktop.ui.wizard import PlanPage
from kh_desktop.ui.wizard.bases_step import BasesStep
from kh_desktop.ui.wizard.basis_row import DRAG_TYPE, BasisRow
from tests.ui.wizard_help import focused, laid_out, make_plan, open_page, pick, plan_of, press, retype


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> PlanPage:
    plan_id = make_plan(session)
    for number in ("63/2010/NĐ-CP", "61/2018/NĐ-CP", "02/2017/TT-VPCP"):
        bases.add_basis(session, plan_id, catalogue.basis_from(next(d for d in catalogue.catalogue() if d.number == number)))
    shown = open_page(session, qtbot, plan_id)
    shown.go_to("bases")
    return shown


def step(page: PlanPage) -> BasesStep:
    form = page.form("bases")
    assert isinstance(form, BasesStep)
    return form


def row(page: PlanPage, place: int) -> BasisRow:
    return step(page).list.rows()[place]


def numbers(session: Session, page: PlanPage) -> list[str]:
    return [basis.number for basis in plan_of(session, page).bases]


def test_the_list_shows_the_composed_text_as_printed(page: PlanPage) -> None:
    assert row(page, 0).text.text() == (
        "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính;"
    )
    assert row(page, 2).text.text().endswith(".")


def test_a_replaced_base_says_so_and_replacing_is_one_click_and_one_undo_step(session: Session, page: PlanPage) -> None:
    old = row(page, 1)
    assert "118/2025/NĐ-CP" in old.status.text() and old.status.property("kind") == "warning"
    assert numbers(session, page)[1] == "61/2018/NĐ-CP", "never swapped by itself"
    (button,) = old.replace_buttons()
    assert button.text() == "Thay bằng Nghị định 118/2025/NĐ-CP"
    assert page.steps.buttons["bases"].doubtful == 1
    button.click()
    assert numbers(session, page) == ["63/2010/NĐ-CP", "118/2025/NĐ-CP", "02/2017/TT-VPCP"]
    assert "118/2025/NĐ-CP" in row(page, 1).text.text() and not row(page, 1).replace_buttons()
    assert page.steps.buttons["bases"].doubtful == 0
    session.undo()
    assert numbers(session, page)[1] == "61/2018/NĐ-CP"
    assert "61/2018/NĐ-CP" in row(page, 1).text.text() and row(page, 1).replace_buttons()


def test_replacing_keeps_the_opening_word_and_the_place(session: Session, page: PlanPage) -> None:
    pick(row(page, 1).form, BasisForm.THUC_HIEN.value)
    row(page, 1).replace_buttons()[0].click()
    assert plan_of(session, page).bases[1].form is BasisForm.THUC_HIEN
    assert row(page, 1).text.text().startswith("Thực hiện Nghị định số 118/2025/NĐ-CP")


def test_a_base_that_lacks_something_says_so_in_its_row(session: Session, page: PlanPage) -> None:
    blank = LegalBasis(form=BasisForm.THUC_HIEN, doc_type="Kế hoạch", number="…/KH-UBND", issuer="UBND tỉnh", title="về kiểm soát thủ tục")
    bases.add_basis(session, page.plan_id, blank)
    page.go_to("bases")
    shown = row(page, 3)
    assert shown.status.text().startswith("Còn thiếu số, ngày") and shown.status.property("kind") == "warning"
    assert shown.status.isVisibleTo(shown) and not shown.replace_buttons()
    assert not row(page, 0).status.text().startswith("Còn thiếu")


def test_the_date_of_the_plan_decides(session: Session, qtbot: QtBot) -> None:
    plan_id = make_plan(session)
    plans.set_plan(session, plan_id, year=2024, period_start="2024-01-01", period_end="2024-12-31")
    bases.add_basis(session, plan_id, catalogue.basis_from(next(d for d in catalogue.catalogue() if d.number == "61/2018/NĐ-CP")))
    page = open_page(session, qtbot, plan_id)
    page.go_to("bases")
    assert not row(page, 0).replace_buttons(), "in 2024 the decree was in force"


def test_search_without_marks_adds_with_one_enter(session: Session, page: PlanPage) -> None:
    form = step(page)
    retype(form.search.field, "nghi dinh 118/2025")
    press(Qt.Key.Key_Return, "\r", widget=form.search.field)
    assert form.search.results.isVisible() and focused() is form.search.results
    press(Qt.Key.Key_Return, "\r")
    assert numbers(session, page)[-1] == "118/2025/NĐ-CP"
    item = form.search.results.item(0)
    assert "đã có trong kế hoạch" in item.text() and not item.flags() & Qt.ItemFlag.ItemIsEnabled
    form.search.results.itemClicked.emit(item)
    assert numbers(session, page).count("118/2025/NĐ-CP") == 1


def test_search_marks_what_is_no_longer_good(page: PlanPage) -> None:
    form = step(page)
    form.search.field.setText("92/2017")
    form.search.field.search_now()
    texts = [form.search.results.item(i).text() for i in range(form.search.results.count())]
    assert any("92/2017/NĐ-CP" in text for text in texts)
    form.search.field.setText("không có văn bản nào như thế")
    form.search.field.search_now()
    assert not form.search.results.isVisible() and "Thêm văn bản khác" in form.search.nothing.text()


def test_moving_by_keys_and_buttons(session: Session, page: PlanPage) -> None:
    row(page, 0).setFocus()
    press(Qt.Key.Key_Down, "", Qt.KeyboardModifier.AltModifier)
    assert numbers(session, page) == ["61/2018/NĐ-CP", "63/2010/NĐ-CP", "02/2017/TT-VPCP"]
    assert focused() is row(page, 1), "the moved one keeps the focus"
    row(page, 1).up.click()
    assert numbers(session, page)[0] == "63/2010/NĐ-CP"
    press(Qt.Key.Key_Down)
    assert focused() is row(page, 1)
    session.undo()
    session.undo()
    assert [r.data.basis.number for r in step(page).list.rows() if r.data] == numbers(session, page)


def test_dragging_moves(session: Session, page: PlanPage) -> None:
    laid_out()
    ours = step(page).list
    mime = QMimeData()
    mime.setData(DRAG_TYPE, str(row(page, 0).basis_id()).encode())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    ours.dropEvent(QDropEvent(QPointF(20, ours.height() - 2), Qt.DropAction.MoveAction, mime, left, none))
    assert numbers(session, page) == ["61/2018/NĐ-CP", "02/2017/TT-VPCP", "63/2010/NĐ-CP"]
    laid_out()
    ours.dropEvent(QDropEvent(QPointF(20, 0), Qt.DropAction.MoveAction, mime, left, none))
    assert numbers(session, page) == ["63/2010/NĐ-CP", "61/2018/NĐ-CP", "02/2017/TT-VPCP"]


def test_ordering_by_rank_and_date_is_one_click_and_one_step(session: Session, page: PlanPage) -> None:
    row(page, 0).down.click()
    row(page, 1).down.click()
    before = numbers(session, page)
    step(page).order_button.click()
    assert numbers(session, page) == ["63/2010/NĐ-CP", "61/2018/NĐ-CP", "02/2017/TT-VPCP"]
    session.undo()
    assert numbers(session, page) == before


def test_removing_keeps_a_neighbour_at_hand(session: Session, page: PlanPage) -> None:
    row(page, 1).setFocus()
    press(Qt.Key.Key_Delete)
    assert numbers(session, page) == ["63/2010/NĐ-CP", "02/2017/TT-VPCP"]
    assert step(page).list.chosen_id() == row(page, 1).basis_id()
    for _ in range(2):
        row(page, 0).remove.click()
    assert step(page).empty.isVisible()
    session.undo()
    assert not step(page).empty.isVisible() and len(step(page).list.rows()) == 1


def test_joining_to_the_one_above(session: Session, page: PlanPage) -> None:
    assert not row(page, 0).joined.isEnabled(), "the first one has nothing above it"
    row(page, 1).setFocus()
    row(page, 1).joined.click()
    assert plan_of(session, page).bases[1].joined


def test_own_wording_and_fields_by_the_form(session: Session, page: PlanPage) -> None:
    row(page, 0).setFocus()
    press(Qt.Key.Key_F2)
    editor = row(page, 0)._editor
    assert editor is not None
    retype(editor.form.field("text"), "các quy định hiện hành về TTHC")  # type: ignore[attr-defined]
    editor.accept_button.click()  # type: ignore[attr-defined]
    assert row(page, 0).text.text() == "Căn cứ các quy định hiện hành về TTHC;"
    assert row(page, 0)._editor is None and focused() is row(page, 0)
    session.undo()
    assert "63/2010/NĐ-CP" in row(page, 0).text.text()


def test_esc_leaves_a_citation_as_it_was(session: Session, page: PlanPage) -> None:
    before = plan_of(session, page).bases
    row(page, 0).edit.click()
    editor = row(page, 0)._editor
    assert editor is not None
    retype(editor.form.field("number"), "1/A")  # type: ignore[attr-defined]
    press(Qt.Key.Key_Escape, widget=editor)
    page.commit()
    assert plan_of(session, page).bases == before


def test_an_own_document_needs_a_name_and_a_real_date(session: Session, page: PlanPage) -> None:
    form = step(page)
    form.own_button.click()
    editor = form._own_editor
    assert editor is not None
    editor.accept_button.click()
    assert form._own_editor is editor, "nothing is added without number or title"
    retype(editor.form.field("number"), "12/KH-UBND")
    retype(editor.form.field("issued"), "31/9/2026")
    editor.accept_button.click()
    assert form._own_editor is editor and focused() is editor.form.field("issued")
    retype(editor.form.field("issued"), "30/9/2026")
    editor.accept_button.click()
    assert form._own_editor is None
    assert plan_of(session, page).bases[-1].issued == "2026-09-30"


@pytest.mark.parametrize("superior", ["UBND tỉnh Hậu Giang", "tỉnh Hậu Giang"])
def test_the_plan_of_the_superior_names_it_once(session: Session, page: PlanPage, superior: str) -> None:
    agency = plan_of(session, page).agency
    plans.set_plan(session, page.plan_id, agency=replace(agency, superior=superior))
    form = step(page)
    form.own_button.click()
    assert form._own_editor is not None
    button = next(b for b in form._own_editor.findChildren(QPushButton) if "cấp trên" in b.text())
    button.click()
    assert form._own_editor.form.field("issuer").value() == "UBND tỉnh Hậu Giang"


def test_a_filled_form_is_not_lost_when_one_goes_elsewhere(session: Session, page: PlanPage) -> None:
    form = step(page)
    form.own_button.click()
    assert form._own_editor is not None
    retype(form._own_editor.form.field("title"), "Đề án của xã")
    page.go_to("what")
    assert plan_of(session, page).bases[-1].title == "Đề án của xã"
    assert form._own_editor is None


def test_an_untouched_or_only_ready_filled_form_adds_nothing(session: Session, page: PlanPage) -> None:
    form = step(page)
    before = plan_of(session, page).bases
    form.own_button.click()
    assert form._own_editor is not None
    form._own_editor._start_from(LegalBasis(form=BasisForm.THUC_HIEN, doc_type="Kế hoạch", title="cải cách hành chính năm 2027"))
    page.commit()
    assert plan_of(session, page).bases == before
    form.open_own_editor()
    assert form._own_editor is not None, "and it stays open"
