"""The wizard page: steps, findings, fields and the page beside them; nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.domain.model import Plan, SectionRole, Shape, SignatureBlock
from kh_desktop.domain.wizard import WIZARD_STEPS
from kh_desktop.services import bases, catalogue, issuing, office, plans, sections, tasks
from kh_desktop.services.review import problems
from kh_desktop.services.session import Session
from kh_desktop.services.templates import task_library
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.plan_deeds import PlanDeeds
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.wizard import PlanPage
from kh_desktop.ui.wizard.answers import answers
from kh_desktop.ui.wizard.period_field import DATES, LAST_MONTHS, WHOLE, kind_of
from kh_desktop.ui.wizard.review_step import ReviewStep
from kh_desktop.ui.wizard.section_step import ContentStep, OrganisationStep
from kh_desktop.ui.wizard.signature_step import COMBINATIONS, SignatureStep, combination_of, with_archive_last
from kh_desktop.ui.wizard.step_names import STEP_NAMES, step_of
from kh_desktop.ui.wizard.tasks_step import TasksStep
from kh_desktop.ui.wizard.what_step import WhatStep
from tests.ui.wizard_help import SIGNERS, focused, inside, laid_out, make_plan, open_page, pick, plan_of, press, retype, settled


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> PlanPage:
    return open_page(session, qtbot, make_plan(session))


def what(page: PlanPage) -> WhatStep:
    form = page.form("what")
    assert isinstance(form, WhatStep)
    return form


def signature(page: PlanPage) -> SignatureStep:
    form = page.form("signature")
    assert isinstance(form, SignatureStep)
    return form


def full(session: Session, page: PlanPage) -> None:
    """Tasks and bases, so that every kind of field is printed."""
    tasks.add_from_library(session, page.plan_id, [task_library()[0].tasks[0].key])
    bases.add_basis(session, page.plan_id, catalogue.basis_from(catalogue.search("63/2010")[0]))


# typing


def test_typing_is_stored_before_turning_to_another_step(session: Session, page: PlanPage) -> None:
    retype(what(page).title, "Tên đang gõ dở")
    assert plan_of(session, page).title != "Tên đang gõ dở"
    page.next_button.click()
    assert plan_of(session, page).title == "Tên đang gõ dở"


def test_typing_is_stored_before_undo_and_close(session: Session, page: PlanPage) -> None:
    before = plan_of(session, page).title
    retype(what(page).title, "Tên đang gõ dở")
    commit_editors(page)  # what the window does first in every action
    assert session.undo() is not None
    assert plan_of(session, page).title == before
    assert what(page).title.toPlainText() == before, "the field shows what is stored"
    session.redo()
    assert what(page).title.toPlainText() == "Tên đang gõ dở"
    retype(what(page).title, "Gõ rồi đóng")
    commit_editors(page)
    page.close()
    assert plan_of(session, page).title == "Gõ rồi đóng"


def test_a_change_elsewhere_does_not_wipe_what_is_being_typed(session: Session, page: PlanPage) -> None:
    retype(what(page).title, "Đang gõ")
    plans.set_plan(session, page.plan_id, intro="Lời dẫn đổi ở chỗ khác")
    assert what(page).title.toPlainText() == "Đang gõ"
    assert what(page).intro.toPlainText() == "Lời dẫn đổi ở chỗ khác"


def test_another_plan_commits_the_first_one(session: Session, page: PlanPage) -> None:
    first = page.plan_id
    second = plans.new_plan(session, year=2028)
    retype(what(page).title, "Của kế hoạch thứ nhất")
    page.show_plan(second)
    assert plans.get_plan(session, first).title == "Của kế hoạch thứ nhất"
    assert what(page).title.toPlainText() == plans.get_plan(session, second).title


def test_a_deleted_plan_leaves_an_empty_page(session: Session, page: PlanPage) -> None:
    plans.delete_plan(session, page.plan_id)
    assert page.plan_id == 0 and page.empty.isVisible() and not page.splitter.isVisible()


def test_a_hidden_page_catches_up(session: Session, page: PlanPage) -> None:
    page.hide()
    plans.set_plan(session, page.plan_id, title="Đổi lúc ẩn")
    page.show()
    assert what(page).title.toPlainText() == "Đổi lúc ẩn"


# what


def test_the_year_takes_period_and_ready_sentences_along_in_one_step(session: Session, page: PlanPage) -> None:
    before = plan_of(session, page)
    retype(what(page).year, "2028")
    page.commit()
    plan = plan_of(session, page)
    assert (plan.year, plan.period_start, plan.period_end) == (2028, "2028-01-01", "2028-12-31")
    for text in (plan.title, plan.intro, plan.closing, plan.appendix_title):
        assert "2027" not in text and "2028" in text
    session.undo()
    assert plan_of(session, page) == before


def test_a_title_somebody_wrote_is_not_changed_silently(session: Session, page: PlanPage) -> None:
    retype(what(page).title, "Kế hoạch riêng của xã năm 2027")
    page.commit()
    retype(what(page).year, "2028")
    page.commit()
    assert plan_of(session, page).title == "Kế hoạch riêng của xã năm 2027"
    assert what(page).stale_year.isVisible()
    what(page)._fix_year()
    assert plan_of(session, page).title == "Kế hoạch riêng của xã năm 2028"
    assert not what(page).stale_year.isVisible()


@pytest.mark.parametrize(
    ("typed", "reason"), [("27", "bốn chữ số"), ("1989", "1990 đến 2100"), ("hai", "không phải là năm"), ("", "Hãy ghi năm")]
)
def test_a_year_that_is_none_stays_with_the_reason_below(session: Session, page: PlanPage, typed: str, reason: str) -> None:
    form = what(page)
    retype(form.year, typed)
    if not typed:
        press(Qt.Key.Key_Backspace, "\b", widget=form.year)
    page.commit()
    assert form.year.text() == typed and plan_of(session, page).year == 2027
    assert reason in form.year_note.text() and form.year_note.isVisible()
    retype(form.year, "1999")
    page.commit()
    assert plan_of(session, page).year == 1999 and not form.year_note.text()


def test_refused_texts_do_not_go_over_to_another_plan(session: Session, page: PlanPage) -> None:
    other = plans.new_plan(session, year=2028)
    what(page).period.dates.click()
    retype(what(page).year, "12")
    retype(what(page).period.start, "31/2/2027")
    page.show_plan(other)
    assert what(page).year.text() == "2028" and not what(page).year_note.text() and not what(page).period.note.text()


def test_dates_that_are_none_or_turned_say_so_below(session: Session, page: PlanPage) -> None:
    field = what(page).period
    field.dates.click()
    retype(field.start, "31/2/2027")
    page.commit()
    assert "31/2/2027" in field.note.text() and field.start.text() == "31/2/2027"
    retype(field.start, "01/07/2027")
    retype(field.end, "30/06/2027")
    page.commit()
    assert "đứng trước" in field.note.text() and field.note.isVisible()
    assert "đứng trước" in page.steps.buttons["what"].toolTip()
    retype(field.end, "30/09/2027")
    page.commit()
    assert not field.note.text()


def test_the_three_periods(session: Session, page: PlanPage) -> None:
    field = what(page).period
    field.last.click()
    assert (plan_of(session, page).period_start, plan_of(session, page).period_end) == ("2027-07-01", "2027-12-31")
    pick(field.month, "10")
    assert plan_of(session, page).period_start == "2027-10-01"
    field.dates.click()
    retype(field.start, "15/3/2027")
    page.commit()
    assert plan_of(session, page).period_start == "2027-03-15"
    field.whole.click()
    assert plan_of(session, page).period_start == "2027-01-01"
    assert kind_of(2027, "", "") == WHOLE and kind_of(2027, "2027-02-01", "2027-12-31") == LAST_MONTHS
    assert kind_of(2027, "2027-02-02", "2027-12-31") == DATES


def test_changing_the_shape_keeps_every_text_and_says_what_moves(session: Session, page: PlanPage) -> None:
    full(session, page)
    before = plan_of(session, page)
    what(page).shapes.cards[Shape.TABLE_IN_BODY].click()
    plan = plan_of(session, page)
    assert plan.shape is Shape.TABLE_IN_BODY
    assert (plan.sections, plan.groups, plan.bases, plan.intro) == (before.sections, before.groups, before.bases, before.intro)
    assert what(page).moved.isVisible() and "1 nhiệm vụ" in what(page).moved.text()
    what(page)._shape_back()
    assert plan_of(session, page) == before and not what(page).moved.isVisible()
    assert what(page).shapes.cards[Shape.APPENDIX].isChecked()


@pytest.mark.parametrize("shape", [Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY])
def test_tasks_that_move_into_the_body_get_their_section_with_one_click(session: Session, page: PlanPage, shape: Shape) -> None:
    form = what(page)
    assert not form.holder.isVisible()
    form.shapes.cards[shape].click()
    assert form.holder.isVisible() and "NỘI DUNG" in form.holder.text()
    before = plan_of(session, page)
    form._hold.click()
    held = next(section for section in plan_of(session, page).sections if section.holds_tasks)
    assert held.role is SectionRole.CONTENT and held.text == "" and not form.holder.isVisible()
    session.undo()
    assert plan_of(session, page) == before, "one step"
    assert form.holder.isVisible()


def test_numbering_shows_a_live_example(session: Session, page: PlanPage) -> None:
    assert what(page).example.text().startswith("I. ")
    pick(what(page).numbering, "letter")
    assert what(page).example.text().startswith("A. ")


def test_layout_choices_are_stored(session: Session, page: PlanPage) -> None:
    pick(what(page).indent, "1.0")
    pick(what(page).landscape, "1")
    pick(what(page).columns, "responsible")
    retype(what(page).agency_name, "Đồi Mua")
    page.commit()
    plan = plan_of(session, page)
    assert (plan.indent_cm, plan.landscape, plan.columns[0].label, plan.agency.name) == (1.0, True, "STT", "Đồi Mua")


# steps of prose and tasks


def test_the_content_says_where_the_tasks_are_printed(session: Session, page: PlanPage) -> None:
    page.go_to("content")
    form = page.form("content")
    assert isinstance(form, ContentStep) and not form.place_part.isVisible()
    plans.set_plan(session, page.plan_id, shape=Shape.TABLE_IN_BODY)
    assert form.place_part.isVisible()
    wanted = next(section for section in plan_of(session, page).sections if section.role is SectionRole.CONTENT)
    pick(form.place, str(wanted.id))
    assert [s.id for s in plan_of(session, page).sections if s.holds_tasks] == [wanted.id]


def test_the_closing_sentence_and_its_ready_one(session: Session, page: PlanPage) -> None:
    page.go_to("organisation")
    form = page.form("organisation")
    assert isinstance(form, OrganisationStep) and not form.again.isVisible()
    ready = plan_of(session, page).closing
    retype(form.closing, "Câu kết riêng")
    page.commit()
    assert plan_of(session, page).closing == "Câu kết riêng" and form.again.isVisible()
    form.again.click()
    assert plan_of(session, page).closing == ready


def test_a_plan_of_prose_only_explains_the_step_of_tasks(session: Session, page: PlanPage) -> None:
    plans.set_plan(session, page.plan_id, shape=Shape.SECTIONS)
    page.go_to("tasks")
    form = page.form("tasks")
    assert isinstance(form, TasksStep)
    assert form.explained.isVisible() and not form.grid.isVisible()
    form._switch()
    assert plan_of(session, page).shape is Shape.APPENDIX and form.grid.isVisible()


# signature


def test_the_usual_combinations(session: Session, page: PlanPage) -> None:
    page.go_to("signature")
    for key, (_name, authority, position) in COMBINATIONS.items():
        block = SignatureBlock(authority, position, "Lò Thị Mẩy")
        assert combination_of(block) == key
        plans.set_plan(session, page.plan_id, signature=block)
        assert signature(page).combination.value() == key
    pick(signature(page).combination, "tm_kt")
    assert combination_of(SignatureBlock(("TM. ỦY BAN NHÂN DÂN XÃ",), "CHỦ TỊCH", "")) == "tm"
    assert combination_of(SignatureBlock(("THỪA LỆNH",), "X", "")) == "own"


def test_the_way_of_signing_takes_the_signer_whose_position_fits(session: Session, page: PlanPage) -> None:
    page.go_to("signature")
    form = signature(page)
    assert plan_of(session, page).signature.name == "Lò Thị Mẩy"
    pick(form.combination, "tm_kt")
    assert plan_of(session, page).signature == SignatureBlock(SIGNERS[1].authority, "PHÓ CHỦ TỊCH", "Đỗ Văn Ưởng")
    assert form.signer.currentText().startswith("Đỗ Văn Ưởng") and "Đỗ Văn Ưởng" in form.note.text()
    session.undo()
    assert plan_of(session, page).signature.name == "Lò Thị Mẩy", "one step"
    assert not form.note.text()


def test_without_a_fitting_signer_the_name_is_emptied_and_said(session: Session, page: PlanPage) -> None:
    page.go_to("signature")
    form = signature(page)
    pick(form.combination, "q")
    assert plan_of(session, page).signature == SignatureBlock(("TM. ỦY BAN NHÂN DÂN",), "Q. CHỦ TỊCH", "")
    assert "Q. CHỦ TỊCH" in form.note.text() and form.note.isVisible()
    retype(form.name, "Giàng A Tủa")
    page.commit()
    assert not form.note.text()
    pick(form.combination, "tl")
    assert plan_of(session, page).signature.name == "", "nobody signs by order"
    retype(form.position, "GIÁM ĐỐC TRUNG TÂM")
    retype(form.name, "Vàng Thị Say")
    page.commit()
    pick(form.combination, "tuq")
    assert plan_of(session, page).signature == SignatureBlock(("TUQ. CHỦ TỊCH",), "GIÁM ĐỐC TRUNG TÂM", "Vàng Thị Say")


def test_the_draft_goes_to_the_one_who_signs(session: Session, page: PlanPage, settings: SettingsStore) -> None:
    plans.set_plan(session, page.plan_id, signature=SignatureBlock(SIGNERS[1].authority, "PHÓ CHỦ TỊCH", "Đỗ Văn Ưởng"))
    dialog = PlanDeeds(session, settings, page).submit_dialog(page.plan_id)
    assert dialog.who() == "Đỗ Văn Ưởng"
    dialog.deleteLater()


def test_a_name_under_a_position_that_is_not_its_own_is_doubted(session: Session, page: PlanPage) -> None:
    page.go_to("signature")
    plans.set_plan(session, page.plan_id, signature=SignatureBlock(SIGNERS[1].authority, "PHÓ CHỦ TỊCH", "Lò Thị Mẩy"))
    assert "CHỦ TỊCH" in signature(page).note.text() and signature(page).note.kind() == "warning"
    assert page.steps.buttons["signature"].doubtful == 1


def test_choosing_a_signer_fills_the_block(session: Session, page: PlanPage) -> None:
    page.go_to("signature")
    second = office.get_office(session).signers[1]
    pick(signature(page).signer, str(second.id))
    assert plan_of(session, page).signature == SignatureBlock(SIGNERS[1].authority, "PHÓ CHỦ TỊCH", "Đỗ Văn Ưởng")
    assert signature(page).name.text() == "Đỗ Văn Ưởng"


def test_recipients_one_per_line_the_archive_last(session: Session, page: PlanPage) -> None:
    page.go_to("signature")
    retype(signature(page).recipients, "- Lưu: VT;\nĐoàn xã;\n\n- Hội Nông dân.")
    page.commit()
    assert plan_of(session, page).recipients == ("Đoàn xã", "Hội Nông dân", "Lưu: VT")
    action = next(a for a in signature(page)._menu.actions() if a.text() == "Sở Nội vụ")
    action.trigger()
    assert plan_of(session, page).recipients == ("Đoàn xã", "Hội Nông dân", "Sở Nội vụ", "Lưu: VT")
    assert "Sở Nội vụ" not in [a.text() for a in signature(page)._menu.actions()]
    assert with_archive_last(("", "  ")) == ()


# review


def broken(session: Session, page: PlanPage) -> Plan:
    """A plan with something missing or doubtful in every step."""
    plan = plan_of(session, page)
    plans.set_plan(
        session, plan.id, title="", intro="", appendix_title="", period_end="", recipients=(), signature=SignatureBlock(),
        agency=office.get_office(session).agency.__class__(),
    )  # fmt: skip
    old = next(d for d in catalogue.catalogue() if d.number == "61/2018/NĐ-CP")
    bases.add_basis(session, plan.id, catalogue.basis_from(old))
    for top in plan.sections:
        if top.role is SectionRole.PURPOSE:
            sections.update_section(session, top.children[0].id, text="")
    full(session, page)
    task = plan_of(session, page).groups[0].tasks[0]
    tasks.update_task(session, task.id, deadline="", lead=(), content="")
    return plan_of(session, page)


def test_every_finding_of_the_review_jumps_to_a_field_with_the_focus(session: Session, page: PlanPage) -> None:
    plan = broken(session, page)
    page.go_to("review")
    review = page.form("review")
    assert isinstance(review, ReviewStep)
    found = problems(plan)
    assert {p.step for p in found} >= {"what", "bases", "purpose", "tasks", "signature"}
    assert [b.problem for b in review.problem_buttons] == found
    for place, problem in enumerate(found):
        page.go_to("review")
        review.problem_buttons[place].click()
        assert page.step == problem.step, problem
        assert page.stack.currentWidget().isAncestorOf(focused()), problem
        assert focused() is not page.next_button


def test_findings_without_bases_sections_or_tasks_jump_too(session: Session, page: PlanPage) -> None:
    for top in plan_of(session, page).sections:
        sections.remove_section(session, top.id)
    for shape in Shape:
        plans.set_plan(session, page.plan_id, shape=shape)
        for problem in problems(plan_of(session, page)):
            page._jump(problem.step, problem.anchor)
            assert page.stack.currentWidget().isAncestorOf(focused()), problem


def test_missing_things_are_counted_at_their_step(session: Session, page: PlanPage) -> None:
    broken(session, page)
    page.reload()
    buttons = page.steps.buttons
    assert buttons["signature"].missing == 3 and buttons["tasks"].missing == 3
    assert buttons["bases"].doubtful == 1
    page.go_to("signature")
    assert buttons["signature"].note() == "còn thiếu 3"


def test_the_review_shows_every_answer_and_each_leads_to_its_field(session: Session, page: PlanPage) -> None:
    full(session, page)
    plan = plan_of(session, page)
    lines = answers(plan)
    said = " ".join(f"{line.label} {line.text}" for line in lines)
    for text in (plan.title, plan.intro, plan.closing, plan.appendix_title, *plan.recipients, plan.signature.name):
        assert text in said
    assert {line.step for line in lines} == set(STEP_NAMES) - {"review"}
    for line in lines:
        page.go_to("review")
        page._jump(line.step, line.anchor)
        assert page.step == line.step == step_of(line.anchor, plan), line
        assert page.stack.currentWidget().isAncestorOf(focused()), line


def test_a_good_plan_says_so(session: Session, page: PlanPage) -> None:
    full(session, page)
    for problem in problems(plan_of(session, page)):
        raise AssertionError(problem)
    page.go_to("review")
    review = page.form("review")
    assert isinstance(review, ReviewStep) and not review.problem_buttons
    assert review.verdict.property("kind") == "banner-done" and "Không thiếu" in review.verdict.text()
    task = plan_of(session, page).groups[0].tasks[0]
    tasks.update_task(session, task.id, product="")
    assert "Không thiếu mục nào, còn 1 chỗ nên xem lại" in review.verdict.text()
    assert review.verdict.property("kind") == "banner-warning"
    tasks.update_task(session, task.id, deadline="")
    assert "Còn thiếu 1 mục và 1 chỗ" in review.verdict.text()


def test_an_issued_plan_is_looked_at_not_mended(session: Session, page: PlanPage) -> None:
    def words() -> set[str]:
        review = page.form("review")
        shown = {button.text() for button in review.findChildren(QPushButton) if button.isVisibleTo(review)}
        return shown & {"Sửa", "Xem"}

    page.go_to("review")
    assert words() == {"Sửa"}
    issuing.submit(session, page.plan_id)
    issuing.issue(session, page.plan_id, number="7", issued="2027-01-05")
    laid_out()
    assert words() == {"Xem"}


# the page beside the form


def test_a_click_in_the_page_goes_to_the_field(session: Session, page: PlanPage, qtbot: QtBot) -> None:
    full(session, page)
    pane = settled(qtbot, page)
    task = plan_of(session, page).groups[0].tasks[0]
    targets = (
        "title",
        "intro",
        "closing",
        "recipients",
        "signature",
        f"basis:{plan_of(session, page).bases[0].id}",
        f"task:{task.id}:product",
    )
    for anchor in targets:
        page.set_preview_shown(True)
        pane = settled(qtbot, page)
        pane.view.show_anchor(anchor)
        at = pane.view.point_of(anchor)
        assert at is not None, anchor
        click(pane.view.viewport(), at)
        assert page.step == step_of(anchor, plan_of(session, page)), anchor
        assert page.stack.currentWidget().isAncestorOf(focused()), anchor


def click(viewport: QWidget, at: QPoint) -> None:
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(viewport, QMouseEvent(kind, QPointF(at), QPointF(at), left, left, none))


def test_number_and_date_are_said_to_come_later(page: PlanPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.status) as said:
        page._page_clicked("number")
    assert "ban hành" in said.args[0]


def test_the_field_one_is_in_is_framed_on_the_page(page: PlanPage, qtbot: QtBot) -> None:
    settled(qtbot, page)
    with qtbot.waitSignal(page.show_anchor) as asked:
        what(page).intro.setFocus()
    assert asked.args == ["intro"]


def test_the_page_can_be_shut_and_stays_shut(page: PlanPage) -> None:
    page.preview_button.click()
    assert not page.preview.isVisible()
    page.go_to("bases")
    assert not page.preview.isVisible()
    page.preview_button.click()
    assert page.preview.isVisible()


def test_closing_in_the_middle_of_building_is_quiet(session: Session, qtbot: QtBot) -> None:
    page = open_page(session, qtbot, make_plan(session))
    plans.set_plan(session, page.plan_id, title="Vừa đổi")
    page.close()


# frozen


def test_an_issued_plan_is_shown_but_cannot_be_changed(session: Session, page: PlanPage, qtbot: QtBot) -> None:
    issuing.issue(session, page.plan_id, number="15", issued="2027-01-10")
    assert page.frozen.isVisible() and "15/KH-UBND" in page.frozen.text() and "10/01/2027" in page.frozen.text()
    assert not what(page).title.isEnabled()
    for step in WIZARD_STEPS:
        page.go_to(step)
        assert page.step == step
    page.go_to("what")
    asked: list[str] = []
    page.run_action.connect(asked.append)
    page.frozen.findChildren(type(page.next_button))[0].click()
    assert asked == ["new_version"]


# look


@pytest.mark.parametrize("size", [(1270, 640), (996, 484)], ids=["1366x768", "1366x768 at 125 %"])
def test_nothing_essential_is_cut_off(session: Session, page: PlanPage, size: tuple[int, int]) -> None:
    full(session, page)
    page.resize(*size)
    for step in WIZARD_STEPS:
        page.go_to(step)
        laid_out()
        assert page.size().toTuple() == size, f"{step} forces a larger window"
        for button in (page.back_button, page.next_button):
            if button.isVisible():
                assert page.rect().contains(inside(button, page)), step
                assert button.width() >= button.sizeHint().width(), step
        frame = page._frames[step]
        if frame is not page.form(step):
            holder = frame.widget()  # type: ignore[attr-defined]
            assert holder.width() <= frame.viewport().width(), f"{step} is cut off at the right"  # type: ignore[attr-defined]


def test_the_wizard_can_be_walked_with_the_keyboard_alone(page: PlanPage) -> None:
    what(page).title.setFocus()
    reached = set()
    for _ in range(60):
        press(Qt.Key.Key_Tab, "\t")
        reached.add(focused())
    assert page.next_button in reached and what(page).intro in reached
    assert any(card in reached for card in what(page).shapes.cards.values())
