"""The whole wizard by typing, from an empty draft to a PDF that says everything; leaving half-way and coming back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kh_desktop.domain.model import BasisForm, Numbering, Shape
from kh_desktop.domain.wizard import WIZARD_STEPS
from kh_desktop.services import plans
from kh_desktop.services.export import export_plan
from kh_desktop.services.session import Session, open_session
from kh_desktop.ui.grid import GridPanel
from kh_desktop.ui.sections import SectionEditor
from kh_desktop.ui.widgets import ComboBox
from kh_desktop.ui.wizard import PlanPage
from kh_desktop.ui.wizard.bases_step import BasesStep
from kh_desktop.ui.wizard.review_step import ReviewStep
from kh_desktop.ui.wizard.section_step import OrganisationStep, SectionStep
from kh_desktop.ui.wizard.signature_step import SignatureStep
from kh_desktop.ui.wizard.tasks_step import TasksStep
from kh_desktop.ui.wizard.what_step import WhatStep
from tests.ui.wizard_help import focused, make_plan, open_page, pick, plan_of, press, retype, settled, unikey


def pdf_text(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def fill_what(page: PlanPage) -> None:
    form = page.form("what")
    assert isinstance(form, WhatStep)
    form.title.setFocus()
    press(Qt.Key.Key_A, "", Qt.KeyboardModifier.ControlModifier)
    unikey("Kie", "<ê", "<ể", "m soa", "<á", "t TTHC xa", "<ã", " ", "D", "<Đ", "o", "<ồ", "i Sim năm 2027")
    retype(form.intro, "Ủy ban nhân dân xã ban hành Kế hoạch với các việc dưới đây:")
    retype(form.appendix_title, "BẢNG VIỆC PHẢI LÀM NĂM 2027")
    page.commit()
    pick(form.numbering, Numbering.DECIMAL.value)


def fill_bases(page: PlanPage) -> None:
    form = page.form("bases")
    assert isinstance(form, BasesStep)
    retype(form.search.field, "118/2025")
    press(Qt.Key.Key_Return, "\r", widget=form.search.field)
    press(Qt.Key.Key_Return, "\r", widget=form.search.results)
    form.own_button.click()
    editor = form._own_editor
    assert editor is not None
    for key, text in (
        ("doc_type", "Kế hoạch"), ("number", "45/KH-UBND"), ("issued", "5/1/2027"), ("issuer", "UBND tỉnh Nam Giang"),
        ("title", "kiểm soát thủ tục hành chính năm 2027"),
    ):  # fmt: skip
        field = editor.form.field(key)
        target = field.lineEdit() if isinstance(field, ComboBox) else field
        assert target is not None
        retype(target, text)
    opening = editor.form.field("form")
    assert isinstance(opening, ComboBox)
    pick(opening, BasisForm.THUC_HIEN.value)
    assert "Thực hiện Kế hoạch số 45/KH-UBND ngày 05 tháng 01 năm 2027" in editor.sample.text()
    editor.accept_button.click()


def fill_sections(page: PlanPage, step: str, text: str) -> None:
    form = page.form(step)
    assert isinstance(form, SectionStep) and isinstance(form.editor, SectionEditor)
    retype(form.editor.form.text, text)
    if isinstance(form, OrganisationStep):
        retype(form.closing, "Yêu cầu mọi người nghiêm túc thực hiện kế hoạch này")


def fill_tasks(page: PlanPage) -> None:
    form = page.form("tasks")
    assert isinstance(form, TasksStep) and isinstance(form.grid, GridPanel)
    form.grid.rows.add_task()
    page.commit()
    plan = plan_of(page._session, page)
    task_id = plan.groups[-1].tasks[-1].id
    for key, text in (
        ("content", "Niêm yết thủ tục ở nhà văn hóa thôn"),
        ("lead", "Trung tâm Phục vụ hành chính công"),
        ("deadline", "Quý III/2027"),
    ):
        page.focus_anchor(f"task:{task_id}:{key}")
        press(Qt.Key.Key_F2)
        retype(focused(), text)
        page.commit()


def fill_signature(page: PlanPage) -> None:
    form = page.form("signature")
    assert isinstance(form, SignatureStep)
    retype(form.recipients, "UBND tỉnh Nam Giang\nLưu: VT\nTrưởng các bản")
    retype(form.name, "Giàng A Páo")
    page.commit()


def walk(page: PlanPage, session: Session) -> None:
    """Every step by typing, with "Tiếp" in between."""
    texts = {
        "purpose": "Nêu gương từng người một.",
        "content": "Việc chính là phục vụ người dân tại bản.",
        "funding": "Kinh phí lấy từ ngân sách xã.",
        "organisation": "Giao Trung tâm theo dõi hằng tuần.",
    }
    for step in WIZARD_STEPS:
        assert page.step == step
        match step:
            case "what":
                fill_what(page)
            case "bases":
                fill_bases(page)
            case "tasks":
                fill_tasks(page)
            case "signature":
                fill_signature(page)
            case _ if step in texts:
                fill_sections(page, step, texts[step])
        if step != "review":
            page.next_button.click()


def test_the_whole_wizard_by_typing_gives_a_pdf_with_every_answer(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(session, qtbot, make_plan(session))
    walk(page, session)
    plan = plan_of(session, page)
    assert plan.title == "Kiểm soát TTHC xã Đồi Sim năm 2027"
    assert plan.numbering is Numbering.DECIMAL
    assert plan.recipients == ("UBND tỉnh Nam Giang", "Trưởng các bản", "Lưu: VT")
    text = pdf_text(export_plan(session, plan.id, tmp_path / "kế hoạch.pdf"))
    for answer in (
        "Kiểm soát TTHC xã Đồi Sim năm 2027", "Ủy ban nhân dân xã ban hành Kế hoạch với các việc dưới đây:", "118/2025/NĐ-CP",
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 05 tháng 01 năm 2027 của UBND tỉnh Nam Giang", "BẢNG VIỆC PHẢI LÀM NĂM 2027",
        "Nêu gương từng người một.", "Việc chính là phục vụ người dân tại bản.", "Kinh phí lấy từ ngân sách xã.",
        "Giao Trung tâm theo dõi hằng tuần.",
        "Yêu cầu mọi người nghiêm túc thực hiện kế hoạch này", "Quý III/2027", "Trưởng các bản", "Giàng A Páo", "CHỦ TỊCH",
    ):  # fmt: skip
        assert answer in text, answer
    assert "Niêm yết thủ tục" in text and "nhà văn hóa" in text
    pane = settled(qtbot, page)
    shown = pane.view.preview()
    assert shown is not None and b"%PDF" in shown.pdf[:8]


def test_finishing_makes_the_wizard_one_step_and_offers_to_submit(session: Session, qtbot: QtBot) -> None:
    page = open_page(session, qtbot, make_plan(session))
    page.go_to("review")
    review = page.form("review")
    assert isinstance(review, ReviewStep)
    assert review.finish_button.isVisible() and not review.submit_button.isVisible()
    review.finish_button.click()
    assert plans.get_bookmark(session, page.plan_id).done
    assert review.submit_button.isVisible() and not review.finish_button.isVisible()
    assert all(button.isEnabled() for button in page.steps.buttons.values()), "every step can be reached afterwards"
    with qtbot.waitSignal(page.run_action) as asked:
        review.submit_button.click()
    assert asked.args == ["submit"]


def test_the_buttons_of_the_review_ask_the_window(session: Session, qtbot: QtBot) -> None:
    page = open_page(session, qtbot, make_plan(session))
    page.go_to("review")
    review = page.form("review")
    assert isinstance(review, ReviewStep)
    asked: list[str] = []
    page.run_action.connect(asked.append)
    for button in review.file_buttons.values():
        button.click()
    assert asked == ["print", "export_pdf", "export_word", "export_excel"]


def test_left_half_way_it_is_found_again_where_it_stood(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(session, qtbot, make_plan(session))
    for _ in range(3):
        page.next_button.click()
    assert page.step == "content"
    form = page.form("content")
    assert isinstance(form, SectionStep) and isinstance(form.editor, SectionEditor)
    retype(form.editor.form.text, "Chưa viết xong câu")
    page.commit()
    plan_id, before = page.plan_id, plan_of(session, page)
    page.close()
    path = session.path
    session.close()
    again = open_session(path)
    try:
        found = open_page(again, qtbot, plan_id)
        assert found.step == "content"
        assert plan_of(again, found) == before
        editor = found.form("content").editor  # type: ignore[attr-defined]
        assert editor.form.text.toPlainText() == "Chưa viết xong câu"
        reachable = [step for step, button in found.steps.buttons.items() if button.visited]
        assert reachable == ["what", "bases", "purpose", "content"], "visited steps can be reached, later ones not yet"
        found.close()
    finally:
        again.close()
        session.close = lambda: None  # type: ignore[method-assign]


def test_each_shape_can_be_walked_to_the_end(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(session, qtbot, make_plan(session, Shape.SECTIONS))
    for step in WIZARD_STEPS[:-1]:
        assert page.step == step
        page.next_button.click()
    assert page.step == "review"
    assert page.next_button.isHidden() and page.back_button.isVisible()
    for _ in WIZARD_STEPS[:-1]:
        page.back_button.click()
    assert page.step == "what" and page.back_button.isHidden()


def test_next_names_the_next_step(session: Session, qtbot: QtBot) -> None:
    page = open_page(session, qtbot, make_plan(session))
    assert page.next_button.text() == "Tiếp: Căn cứ"
    page.next_button.click()
    assert page.next_button.text() == "Tiếp: Mục đích, yêu cầu"
    assert isinstance(page.back_button, QPushButton) and page.back_button.text() == "Quay lại"
