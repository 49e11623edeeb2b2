"""Lập kế hoạch năm sau in a workspace: one step, the office's own names, the words people read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Agency, LegalBasis, Office, Plan, PlanState, Section, Task, TaskGroup, TaskState, Unit, UnitRef
from kh_desktop.domain.vitext import fold
from kh_desktop.domain.wizard import WIZARD_STEPS
from kh_desktop.importing.reading import Reading
from kh_desktop.services import importing, issuing, plans, progress, roll_forward
from kh_desktop.services.catalogue import basis_from, search
from kh_desktop.services.office import save_office
from kh_desktop.services.plan_file import plan_from_json
from kh_desktop.services.sample import make_sample
from kh_desktop.services.session import Session

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "gold" / "plans.json"
AGENCY = Agency("xã", "Đồng Xuân Hạ", "UBND tỉnh Hồng Lam", "Đồng Xuân Hạ")


def stored(session: Session, *tasks: Task, **fields: Any) -> int:
    plan = Plan(year=2025, title="Kiểm soát TTHC năm 2025", agency=AGENCY, groups=(TaskGroup(title="Việc", tasks=tasks),), **fields)
    return plans.new_plan_from(session, plan)


def test_the_draft_is_made_in_one_step_and_the_old_plan_stays(session: Session) -> None:
    plan_id = make_sample(session)
    issuing.issue(session, plan_id, number="24", issued="2027-01-05")
    before = plans.get_plan(session, plan_id)
    first = before.groups[0].tasks[0].id
    progress.set_progress(session, [first], state=TaskState.DONE, note="xong sớm")
    made = roll_forward.roll_forward(session, plan_id, 2028)
    assert session.undo_label == "Lập kế hoạch năm 2028 từ kế hoạch cũ"
    plan = plans.get_plan(session, made)
    assert (plan.year, plan.state, plan.number, plan.issued) == (2028, PlanState.DRAFT, "", "")
    assert "2028" in plan.title and "2027" not in plan.title
    assert all(t.state is TaskState.TODO and t.note != "xong sớm" for g in plan.groups for t in g.tasks)
    assert plans.get_plan(session, plan_id).title == before.title
    mark = plans.get_bookmark(session, made)
    assert not mark.done and mark.visited == WIZARD_STEPS
    session.undo()
    assert [p.id for p in plans.list_plans(session)] == [plan_id]


def test_only_what_is_ticked_and_as_it_was_edited(session: Session) -> None:
    plan_id = stored(session, Task(content="Lập kế hoạch năm 2025", deadline="Quý I/2025"))
    found = roll_forward.proposal(session, plan_id, 2026)
    title = next(c for c in found.changes if c.where == "title")
    plan = plans.get_plan(session, roll_forward.roll_forward(session, plan_id, 2026, {title.key}, {title.key: "năm tới"}))
    assert plan.title == "Kiểm soát TTHC năm tới"
    assert plan.groups[0].tasks[0].deadline == "Quý I/2025"


def test_what_cannot_be_is_refused(session: Session) -> None:
    plan_id = stored(session)
    for year, code in ((2025, "roll.not_later"), (2024, "roll.not_later"), (9999, "answers.wrong_year")):
        with pytest.raises(UsageError) as caught:
            roll_forward.roll_forward(session, plan_id, year)
        assert caught.value.code == code
    with pytest.raises(UsageError) as caught:
        roll_forward.roll_forward(session, plan_id, 2026, {"year@nowhere@0"})
    assert caught.value.code == "roll.unknown_change"
    assert len(plans.list_plans(session)) == 1


def test_a_place_of_the_old_plan_is_found_in_the_draft(session: Session) -> None:
    tasks = (
        Task(content="Bỏ", state=TaskState.DROPPED),
        Task(content="Rà soát năm 2019", deadline="Thường xuyên", state=TaskState.DONE),
    )
    sections = (Section(heading="A", children=(Section(heading="B", text="từ năm 2018"),)),)
    bases = (LegalBasis(doc_type="Quyết định", number="5/2020/QĐ-TTg"),)
    plan_id = stored(session, *tasks, sections=sections, bases=bases)
    found = roll_forward.proposal(session, plan_id, 2026)
    made = plans.get_plan(session, roll_forward.roll_forward(session, plan_id, 2026))
    wanted = {
        "basis:0": f"basis:{made.bases[0].id}",
        "section:0.0:text": f"section:{made.sections[0].children[0].id}",
        "task:0.1:content": f"task:{made.groups[0].tasks[0].id}:content",
    }
    assert [x.where for x in found.left()] == list(wanted)
    for where, anchor in wanted.items():
        assert roll_forward.anchor_in(session, made.id, found, found.ticked, {}, where) == anchor
    assert roll_forward.anchor_in(session, made.id, found, found.ticked, {}, "task:0.0:content") == "tasks"
    assert roll_forward.anchor_in(session, made.id, found, found.ticked, {}, "title") == "title"


def test_units_are_called_as_the_unit_book_calls_them(session: Session) -> None:
    units = (
        Unit(name="Trung tâm Phục vụ hành chính công xã", short_name="TTPVHCC", aliases=("Bộ phận Một cửa",)),
        Unit(name="Văn phòng HĐND và UBND", aliases=("VPTK", "Văn phòng", "VP HĐND-UBND")),
    )
    save_office(session, Office(agency=AGENCY, units=units))
    labels = ("Bộ phận Một cửa", "VPTK", "VP HĐND-UBND", "Văn phòng", "Công an xã")
    plan_id = stored(session, *(Task(content=f"Việc {x}", lead=(UnitRef(x),)) for x in labels))
    made = plans.get_plan(session, roll_forward.roll_forward(session, plan_id, 2026))
    leads = [t.lead[0] for t in made.groups[0].tasks]
    # Another name gives way; a mere short form of the same name stays as the office writes it.
    assert [u.label for u in leads] == [units[0].name, units[1].name, "VP HĐND-UBND", "Văn phòng", "Công an xã"]
    assert leads[0].unit_id and leads[1].unit_id and not leads[4].unit_id


def test_a_text_names_the_one_stop_centre_once(session: Session) -> None:
    save_office(session, Office(agency=AGENCY, units=(Unit(name="Trung tâm Phục vụ hành chính công xã"),)))
    plan_id = stored(session, sections=(Section(text="Tại Bộ phận Một cửa xã và Trung tâm Phục vụ hành chính công xã."),))
    made = plans.get_plan(session, roll_forward.roll_forward(session, plan_id, 2026))
    assert made.sections[0].text == "Tại Trung tâm Phục vụ hành chính công xã và Trung tâm Phục vụ hành chính công xã."


def test_a_plan_of_a_town_becomes_one_of_the_commune_that_took_its_place(session: Session) -> None:
    save_office(session, Office(agency=AGENCY))
    old = Agency("thị trấn", "Cồn Lữ", "UBND huyện Lam Sơn", "Cồn Lữ")
    text = "UBND thị trấn Cồn Lữ yêu cầu các bộ phận trên địa bàn thị trấn; báo cáo UBND huyện Lam Sơn."
    plan_id = plans.new_plan_from(
        session, Plan(year=2024, title="Kiểm soát TTHC thị trấn Cồn Lữ năm 2024", agency=old, sections=(Section(text=text),))
    )
    made = plans.get_plan(session, roll_forward.roll_forward(session, plan_id, 2026))
    assert made.agency == AGENCY
    assert made.title == "Kiểm soát TTHC xã Đồng Xuân Hạ năm 2026"
    assert made.sections[0].text == "UBND xã Đồng Xuân Hạ yêu cầu các bộ phận trên địa bàn xã; báo cáo UBND tỉnh Hồng Lam."


def test_what_is_not_sure_says_so_and_waits(session: Session) -> None:
    bases = (LegalBasis(doc_type="Thông tư", number="01/2018/TT-VPCP"), LegalBasis(doc_type="Nghị định", number="61/2018/NĐ-CP"))
    found = roll_forward.proposal(session, stored(session, bases=bases), 2027)
    unsure, sure = (c for c in found.changes if c.kind == "basis")
    assert not unsure.ticked and "chưa kiểm chứng" in str(roll_forward.reason_said(unsure))
    assert sure.ticked and "118/2025/NĐ-CP" in sure.new


def test_places_and_reasons_are_said_in_words(session: Session) -> None:
    make_sample(session)
    plan = replace(plans.get_plan(session, 1), number="", state=PlanState.DRAFT)
    for where, words in (
        ("title", "Trích yếu"), ("section:0.1:text", "Mục I.2"), ("task:1.0:deadline", "Nhiệm vụ II.1, thời hạn"),
        ("task:1.0", "Nhiệm vụ II.1"), ("group:2", "Nhóm III"), ("basis:0", "Căn cứ 1"), ("annex:0:cell.1.2", "Phụ lục kèm theo 1"),
        ("recipient:0", "Nơi nhận"), ("period", "Kỳ kế hoạch"), ("task:0.1:lead.0", "Nhiệm vụ I.2, chủ trì"),
    ):  # fmt: skip
        assert str(roll_forward.place_said(plan, where)) == words
    found = roll_forward.proposal(session, 1, 2028)
    for change in found.changes:
        assert "{" not in str(roll_forward.place_said(plan, change.where))
        assert "{" not in str(roll_forward.reason_said(change) or "")
    assert all(str(roll_forward.left_said(x)) for x in found.left())


@pytest.mark.skipif(not SOURCES.is_file(), reason="the source plans do not lie beside the checkout")
@pytest.mark.parametrize("place", range(5))
def test_the_source_plans_become_plans_of_2027(session: Session, place: int) -> None:
    save_office(session, Office(agency=AGENCY))
    old = plan_from_json(json.loads(SOURCES.read_text(encoding="utf-8"))[place])
    made = plans.get_plan(session, roll_forward.roll_forward(session, plans.new_plan_from(session, old), 2027))
    assert "2027" in made.title and str(old.year) not in made.title
    assert len(made.groups) == len(old.groups) and not made.number
    for task in (t for g in made.groups for t in g.tasks):
        assert str(old.year) not in task.deadline, task.deadline
    assert not any(fold(r).startswith("ubnd huyen") for r in made.recipients)


def test_a_plan_that_was_read_in_says_nothing_of_what_was_done(session: Session, tmp_path: Path) -> None:
    task = Task(content="Rà soát", deadline="Trước ngày 15/6/2025", note="Lồng ghép họp bản")
    groups = (TaskGroup(tasks=(task,)),)
    plan = Plan(year=2025, title="Kiểm soát TTHC năm 2025", agency=AGENCY, number="37", issued="2025-01-15", groups=groups)
    file = tmp_path / "cũ.txt"
    file.write_text("KẾ HOẠCH", encoding="utf-8")
    plan_id = importing.save(session, Reading(plan), file, issued=True)
    assert plans.get_plan(session, plan_id).state is PlanState.ISSUED
    found = roll_forward.proposal(session, plan_id, 2026)
    assert not [change for change in found.changes if change.kind == "task"]
    (made,) = plans.get_plan(session, roll_forward.roll_forward(session, plan_id, 2026)).groups[0].tasks
    assert (made.note, made.deadline) == ("Lồng ghép họp bản", "Trước ngày 15/6/2026")
    progress.set_progress(session, [plans.get_plan(session, plan_id).groups[0].tasks[0].id], state=TaskState.DOING)
    assert [c.kind for c in roll_forward.proposal(session, plan_id, 2026).changes if c.kind == "task"] == ["task"]


def test_a_citation_that_stays_is_doubted_when_nobody_knows_whether_it_holds(session: Session) -> None:
    plan_id = stored(session, bases=tuple(basis_from(d) for d in search("02/2017 TT-VPCP")[:1] + search("63/2010")[:1]))
    found = roll_forward.proposal(session, plan_id, 2027)
    doubts = {left.where: roll_forward.left_doubt(found.plan, left, 2027) for left in found.left() if left.why == "basis"}
    assert "Chưa xác định" in str(doubts["basis:0"]) and doubts["basis:1"] is None
