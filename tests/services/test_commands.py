import pytest

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.model import (
    Agency,
    BasisForm,
    LegalBasis,
    Numbering,
    Office,
    Section,
    SectionRole,
    Shape,
    SignatureBlock,
    Signer,
    Task,
    Unit,
    UnitRef,
)
from kh_desktop.services import bases, office, plans, sections, tasks
from kh_desktop.services.session import ChangeSet, Session

OFFICE = Office(
    Agency("xã", "An Thạnh Đông", "UBND tỉnh Đồng Tâm", "An Thạnh Đông"),
    drafting_unit="Trung tâm Phục vụ hành chính công",
    units=(
        Unit(name="Văn phòng HĐND và UBND", short_name="VP", aliases=("Văn phòng",)),
        Unit(name="Trung tâm Phục vụ hành chính công", short_name="TTPVHCC"),
        Unit(name="Phòng Văn hóa - Xã hội", short_name="VHXH"),
    ),
    signers=(Signer(name="Trần Thị Mẫu", position="CHỦ TỊCH", authority=("TM. ỦY BAN NHÂN DÂN",)),),
)


@pytest.fixture
def plan_id(session: Session) -> int:
    office.save_office(session, OFFICE)
    return plans.new_plan(session, year=2027, shape=Shape.APPENDIX)


def heard(session: Session) -> list[ChangeSet]:
    out: list[ChangeSet] = []
    session.subscribe(out.append)
    return out


def test_office_is_kept_and_changed_in_place(session: Session) -> None:
    office.save_office(session, OFFICE)
    first = office.get_office(session)
    assert [u.name for u in first.units] == [u.name for u in OFFICE.units] and office.is_set_up(session)
    changed = Office(first.agency, "KH-UBND", "VP", (first.units[2], first.units[0]), ())
    office.save_office(session, changed)
    assert [u.id for u in office.get_office(session).units] == [first.units[2].id, first.units[0].id]
    session.undo()
    assert office.get_office(session) == first


@pytest.mark.parametrize(
    ("query", "found"), [("ttpvhcc", 1), ("van phong", 0), ("VĂN PHÒNG", 0), ("vhxh", 2), ("phuc vu", 1), ("hdnd", 0), ("pvhxh", 2)]
)
def test_units_are_found_without_accents_by_short_names_and_initials(session: Session, query: str, found: int) -> None:
    office.save_office(session, OFFICE)
    assert office.find_units(session, query)[0].name == OFFICE.units[found].name


def test_units_of_a_cell_are_linked_and_only_short_names_are_written_out(session: Session) -> None:
    office.save_office(session, OFFICE)
    refs = office.units_from_text(session, "- Văn phòng;  các tổ dân phố\nvhxh")
    assert [u.label for u in refs] == ["Văn phòng", "các tổ dân phố", "Phòng Văn hóa - Xã hội"]
    assert [bool(u.unit_id) for u in refs] == [True, False, True]


def test_a_new_plan_starts_with_the_office_and_full_texts(session: Session, plan_id: int) -> None:
    plan = plans.get_plan(session, plan_id)
    assert plan.agency == OFFICE.agency and plan.signature.name == "Trần Thị Mẫu"
    assert [s.role for s in plan.sections] == list(SectionRole)
    assert "2027" in plan.title and "An Thạnh Đông" in plan.title
    whole = plan.intro + plan.closing + "".join(s.text + "".join(c.text for c in s.children) for s in plan.sections)
    assert "{" not in whole and "An Thạnh Đông" in whole
    assert session.undo_label == "Lập kế hoạch năm 2027"


@pytest.mark.parametrize("shape", list(Shape))
def test_every_shape_has_a_place_for_its_tasks(session: Session, shape: Shape) -> None:
    office.save_office(session, OFFICE)
    plan = plans.get_plan(session, plans.new_plan(session, year=2027, shape=shape))
    holding = [s for s in plan.sections if s.holds_tasks or any(c.holds_tasks for c in s.children)]
    assert len(holding) == (1 if shape in (Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY) else 0)


def test_fields_of_a_plan(session: Session, plan_id: int) -> None:
    changes = heard(session)
    plans.set_plan(
        session,
        plan_id,
        title="  Kế hoạch\tmới \n",
        numbering="letter",
        columns=COLUMN_SETS["responsible"],
        recipients=["- Sở Nội vụ", " "],
        signature=SignatureBlock(("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Lê Văn Thử"),
        landscape=True,
        indent_cm=1.0,
    )
    plan = plans.get_plan(session, plan_id)
    assert (plan.title, plan.numbering, plan.columns, plan.recipients) == (
        "Kế hoạch mới",
        Numbering.LETTER,
        COLUMN_SETS["responsible"],
        ("- Sở Nội vụ",),
    )
    assert plan.landscape and plan.indent_cm == 1.0 and plan.signature.name == "Lê Văn Thử"
    assert [c.plan_ids for c in changes] == [frozenset({plan_id})]


@pytest.mark.parametrize(
    "wrong", [{"year": 27}, {"shape": "x"}, {"period_start": "2027-02-30"}, {"titel": "x"}, {"columns": ()}, {"title": 5}, {"indent_cm": 2}]
)
def test_wrong_fields_are_refused_and_change_nothing(session: Session, plan_id: int, wrong: dict[str, object]) -> None:
    before = plans.get_plan(session, plan_id)
    with pytest.raises(UsageError):
        plans.set_plan(session, plan_id, **wrong)
    assert plans.get_plan(session, plan_id) == before


def test_tasks_move_with_their_units_and_undo_names_the_row(session: Session, plan_id: int) -> None:
    first, second = tasks.add_group(session, plan_id, "Chỉ đạo"), tasks.add_group(session, plan_id, "Rà soát")
    ids = tasks.add_tasks(session, first, [Task(content=c, lead=(UnitRef("VP"),)) for c in "abc"])
    tasks.move_tasks(session, [ids[2], ids[0]], group_id=second, at=0)
    groups = plans.get_plan(session, plan_id).groups
    assert [[t.content for t in g.tasks] for g in groups] == [["b"], ["c", "a"]]
    assert groups[1].tasks[0].lead == (UnitRef("VP", office.get_office(session).units[0].id),)
    tasks.update_task(session, ids[0], deadline="Quý I/2027")
    assert session.undo_label == "Sửa nhiệm vụ II.2"
    session.undo()
    session.undo()
    assert [[t.content for t in g.tasks] for g in plans.get_plan(session, plan_id).groups] == [["a", "b", "c"], []]


def test_inserting_at_one_place_many_times_keeps_the_order(session: Session, plan_id: int) -> None:
    group = tasks.add_group(session, plan_id, "Nhóm")
    tasks.add_tasks(session, group, [Task(content="đầu"), Task(content="cuối")])
    for i in range(60):
        tasks.add_tasks(session, group, [Task(content=str(i))], at=1)
    assert [t.content for t in plans.get_plan(session, plan_id).groups[0].tasks] == ["đầu", *map(str, reversed(range(60))), "cuối"]


def test_one_edited_cell_writes_one_row(session: Session, plan_id: int) -> None:
    group = tasks.add_group(session, plan_id, "Nhóm")
    (task,) = tasks.add_tasks(session, group, [Task(content="a")])
    change = tasks.update_task(session, task, product="Báo cáo")
    assert change.ids == {("task", task)} and not change.structure_changed
    assert not tasks.update_task(session, task, product="Báo cáo ")
    assert session.undo_label == "Sửa nhiệm vụ I.1"


def test_many_cells_are_one_step(session: Session, plan_id: int) -> None:
    group = tasks.add_group(session, plan_id, "Nhóm")
    ids = tasks.add_tasks(session, group, [Task(content="a"), Task(content="b")])
    tasks.update_tasks(session, {ids[0]: {"lead": "VP\nTTPVHCC"}, ids[1]: {"deadline": "Quý I"}})
    assert [len(t.lead) for t in plans.get_plan(session, plan_id).groups[0].tasks] == [2, 0]
    session.undo()
    assert [len(t.lead) for t in plans.get_plan(session, plan_id).groups[0].tasks] == [0, 0]


def test_the_first_row_of_a_group_never_continues_another(session: Session, plan_id: int) -> None:
    group = tasks.add_group(session, plan_id, "Nhóm")
    ids = tasks.add_tasks(session, group, [Task(content="a"), Task(product="b", continues=True)])
    tasks.remove_rows(session, task_ids=[ids[0]])
    assert not plans.get_plan(session, plan_id).groups[0].tasks[0].continues


def test_removing_a_group_takes_its_tasks_as_one_step(session: Session, plan_id: int) -> None:
    group = tasks.add_group(session, plan_id, "Nhóm")
    tasks.add_tasks(session, group, [Task(content="a", lead=(UnitRef("x"),)), Task(content="b")])
    before = plans.get_plan(session, plan_id)
    tasks.remove_rows(session, group_ids=[group])
    assert plans.get_plan(session, plan_id).groups == ()
    session.undo()
    assert plans.get_plan(session, plan_id) == before


def test_library_tasks_come_in_their_groups_with_the_year_filled_in(session: Session, plan_id: int) -> None:
    from kh_desktop.services.templates import task_library

    library = task_library()
    keys = [library[0].tasks[0].key, library[2].tasks[0].key, library[2].tasks[1].key]
    tasks.add_from_library(session, plan_id, keys)
    tasks.add_from_library(session, plan_id, [library[0].tasks[1].key])
    groups = plans.get_plan(session, plan_id).groups
    assert [(g.title, len(g.tasks)) for g in groups] == [(library[0].title, 2), (library[2].title, 2)]
    texts = [t.content + t.deadline + t.product for g in groups for t in g.tasks]
    assert not any("{" in t for t in texts)


def test_sections_move_but_never_into_themselves(session: Session, plan_id: int) -> None:
    top = sections.add_section(session, plan_id, heading="Mới", role=SectionRole.CONTENT)
    child = sections.add_section(session, plan_id, parent_id=top, heading="Con")
    with pytest.raises(UsageError, match="cycle"):
        sections.move_section(session, top, parent_id=child, at=0)
    sections.move_section(session, child, parent_id=0, at=0)
    plan = plans.get_plan(session, plan_id)
    assert plan.sections[0].heading == "Con" and plan.sections[0].role is SectionRole.CONTENT
    sections.remove_section(session, top)
    assert "Mới" not in [s.heading for s in plans.get_plan(session, plan_id).sections]


def test_only_one_section_holds_the_tasks(session: Session, plan_id: int) -> None:
    a, b = (sections.add_section(session, plan_id, heading=h) for h in "AB")
    sections.update_section(session, a, holds_tasks=True)
    sections.update_section(session, b, holds_tasks=True)
    assert [s.heading for s in plans.get_plan(session, plan_id).sections if s.holds_tasks] == ["B"]


def test_a_template_replaces_only_its_step(session: Session, plan_id: int) -> None:
    from kh_desktop.services.templates import section_templates

    before = plans.get_plan(session, plan_id)
    other = section_templates(SectionRole.FUNDING, before.shape, 2027)[1]
    sections.use_template(session, plan_id, SectionRole.FUNDING, other.id)
    after = plans.get_plan(session, plan_id)
    assert [s.role for s in after.sections] == [s.role for s in before.sections]
    assert [s for s in after.sections if s.role is not SectionRole.FUNDING] == [
        s for s in before.sections if s.role is not SectionRole.FUNDING
    ]
    assert [s.text for s in after.sections] != [s.text for s in before.sections]
    session.undo()
    assert plans.get_plan(session, plan_id) == before


def test_bases_are_added_moved_ordered_and_removed(session: Session, plan_id: int) -> None:
    circular = bases.add_basis(
        session, plan_id, LegalBasis(doc_type="Thông tư", number="02/2017/TT-VPCP", issued="2017-10-31", issuer="X", title="Y")
    )
    decree = bases.add_basis(
        session, plan_id, LegalBasis(doc_type="Nghị định", number="63/2010/NĐ-CP", issued="2010-06-08", issuer="Chính phủ", title="Y")
    )
    plan = bases.add_basis(session, plan_id, LegalBasis(form=BasisForm.THUC_HIEN, text="Kế hoạch của UBND tỉnh"), at=0)
    bases.order_bases(session, plan_id)
    assert [b.id for b in plans.get_plan(session, plan_id).bases] == [decree, circular, plan]
    bases.move_basis(session, plan, 0)
    bases.update_basis(session, decree, title="Về kiểm soát\nthủ tục hành chính")
    assert [b.id for b in plans.get_plan(session, plan_id).bases] == [plan, decree, circular]
    assert plans.get_plan(session, plan_id).bases[1].title == "Về kiểm soát thủ tục hành chính"
    bases.remove_bases(session, [plan, decree])
    session.undo()
    assert len(plans.get_plan(session, plan_id).bases) == 3
    with pytest.raises(KhError, match="wrong_date"):
        bases.update_basis(session, decree, issued="31/2/2010")


def test_bookmark_is_no_undo_step(session: Session, plan_id: int) -> None:
    label = session.undo_label
    plans.set_bookmark(session, plan_id, "bases")
    plans.set_bookmark(session, plan_id, "tasks")
    assert plans.get_bookmark(session, plan_id) == plans.Bookmark("tasks", ("bases", "tasks"), False)
    assert session.undo_label == label


def test_a_finished_wizard_is_one_step(session: Session, plan_id: int) -> None:
    plans.set_plan(session, plan_id, title="Một")
    tasks.add_group(session, plan_id, "Nhóm")
    plans.finish_wizard(session, plan_id)
    assert plans.get_bookmark(session, plan_id).done
    assert session.undo_label == "Soạn xong kế hoạch năm 2027"
    session.undo()
    assert plans.list_plans(session) == []
    session.redo()
    assert plans.get_plan(session, plan_id).title == "Một" and plans.get_plan(session, plan_id).groups


def test_a_wizard_finished_later_undoes_only_its_finish(session: Session, plan_id: int) -> None:
    other = plans.new_plan(session, year=2028)
    plans.finish_wizard(session, plan_id)
    session.undo()
    assert {p.id for p in plans.list_plans(session)} == {plan_id, other}


def test_deleting_a_plan_comes_back_whole(session: Session, plan_id: int) -> None:
    before = plans.get_plan(session, plan_id)
    plans.delete_plan(session, plan_id)
    with pytest.raises(UsageError, match="missing"):
        plans.get_plan(session, plan_id)
    session.undo()
    assert plans.get_plan(session, plan_id) == before


def test_a_failing_listener_or_command_keeps_the_session_usable(session: Session, plan_id: int) -> None:
    with pytest.raises(UsageError):
        tasks.update_task(session, 999, content="x")
    with pytest.raises(UsageError), session.step("task.edit_many", count=1):
        plans.set_plan(session, plan_id, title="Không được giữ")
        tasks.update_task(session, 999, content="x")
    assert plans.get_plan(session, plan_id).title != "Không được giữ"
    plans.set_plan(session, plan_id, title="Sau lỗi")
    assert plans.get_plan(session, plan_id).title == "Sau lỗi"


def test_use_section_without_heading(session: Session, plan_id: int) -> None:
    made = sections.add_section(session, plan_id, text="Đề nghị các đoàn thể phối hợp.", role=SectionRole.ORGANISATION)
    found = next(s for s in plans.get_plan(session, plan_id).sections if s.id == made)
    assert found == Section(made, "", "Đề nghị các đoàn thể phối hợp.", SectionRole.ORGANISATION)


@pytest.mark.parametrize(
    ("typed", "name", "place"),
    [("xã An Thạnh", "An Thạnh", "An Thạnh"), ("UBND xã An Thạnh", "An Thạnh", "An Thạnh"), ("Phường 5", "5", "Phường 5")],
)
def test_the_level_is_not_printed_twice(session: Session, typed: str, name: str, place: str) -> None:
    office.save_office(session, Office(Agency("xã", typed, place=typed)))
    assert (office.get_office(session).agency.name, office.get_office(session).agency.place) == (name, place)


def test_a_row_is_put_back_letter_for_letter(session: Session, plan_id: int) -> None:
    from kh_desktop.services import progress

    group = tasks.add_group(session, plan_id, "Nhóm")
    (task,) = tasks.add_tasks(session, group, [Task(content="a", lead=(UnitRef("VP"),))])
    tasks.update_task(session, task, lead="TTPVHCC")
    assert plans.get_plan(session, plan_id).groups[0].tasks[0].lead[0].label == "Trung tâm Phục vụ hành chính công"
    progress.put_back(session, task, progress.row_history(session, task)[0].id)
    assert plans.get_plan(session, plan_id).groups[0].tasks[0].lead[0].label == "VP"
