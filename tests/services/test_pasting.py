"""What a paste changes, and that it is one step."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kh_desktop.domain.clip.block import Block, Cell
from kh_desktop.domain.clip.html_reader import read_html
from kh_desktop.domain.clip.tsv import read_tsv
from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Agency, Office, Plan, Task, TaskGroup, Unit, UnitRef
from kh_desktop.services import issuing
from kh_desktop.services.office import get_office, save_office
from kh_desktop.services.pasting import MODES, Mode, PastePlan, Place, apply_paste, plan_paste, usual_mode
from kh_desktop.services.plans import get_plan, new_plan_from
from kh_desktop.services.session import Session
from kh_desktop.services.tasks import add_tasks

FIXTURES = Path(__file__).parents[1] / "fixtures" / "clipboard"
AGENCY = Agency(level="xã", name="Suối Rồng")


def task(text: str, **more: object) -> Task:
    return Task(content=text, lead=(UnitRef("VPTK"),), deadline="Quý I", **more)  # type: ignore[arg-type]


@pytest.fixture
def plan(session: Session) -> Plan:
    units = (Unit(name="Văn phòng - Thống kê", short_name="VPTK"), Unit(name="Công an xã"), Unit(name="Đoàn Thanh niên"))
    save_office(session, Office(agency=AGENCY, units=units))
    groups = (TaskGroup(0, "Một", (task("a"), task("b"), task("c"))), TaskGroup(0, "Hai", (task("d"),)))
    made = Plan(year=2027, title="x", agency=AGENCY, columns=COLUMN_SETS["assignment"], groups=groups)
    return get_plan(session, new_plan_from(session, made))


def paste(session: Session, plan: Plan, text: str | Block, index: int = 0, key: str = "content", mode: Mode = "over") -> PastePlan:
    block = read_tsv(text) if isinstance(text, str) else text
    at = Place(plan.groups[0].id, index, key) if plan.groups else Place()
    units = get_office(session).units
    made = plan_paste(plan, block, at=at, mode=mode, units=units)
    before = len(session.workspace.history.done)
    changes = apply_paste(session, plan.id, made)
    assert len(session.workspace.history.done) - before == int(bool(changes))
    return made


def now(session: Session, plan: Plan) -> list[tuple[str, list[str]]]:
    return [(group.title, [t.content for t in group.tasks]) for group in get_plan(session, plan.id).groups]


def test_over_passes_over_group_rows_and_adds_what_is_left(session: Session, plan: Plan) -> None:
    made = paste(session, plan, "1x\tVPTK\n2x\tCông an xã\n3x\n", index=2)
    assert now(session, plan) == [("Một", ["a", "b", "1x"]), ("Hai", ["2x", "3x"])]
    assert (made.overwritten, made.added, made.count) == (3, 1, 3)
    assert [(c.key, c.old, c.new) for c in made.cells] == [("content", "c", "1x"), ("content", "d", "2x"), ("lead", "VPTK", "Công an xã")]
    assert session.undo_label == "Dán vào 3 dòng"
    lead = get_plan(session, plan.id).groups[1].tasks[0].lead[0]
    assert lead.unit_id == next(u.id for u in get_office(session).units if u.name == "Công an xã")
    session.undo()
    assert get_plan(session, plan.id) == plan


def test_only_shown_rows_are_written_over(session: Session, plan: Plan) -> None:
    first, last = plan.groups[0].tasks[0].id, plan.groups[1].tasks[0].id
    made = plan_paste(plan, read_tsv("x\ny\nz"), at=Place(plan.groups[0].id, 0), mode="over", order=[last, first])
    apply_paste(session, plan.id, made)
    assert now(session, plan) == [("Một", ["y", "b", "c", "z"]), ("Hai", ["x"])]


def test_below_puts_groups_levels_and_joined_cells(session: Session, plan: Plan) -> None:
    made = paste(session, plan, read_html((FIXTURES / "calc_clipboard.html").read_text("utf-8")), mode="below")
    groups = get_plan(session, plan.id).groups
    assert [g.title for g in groups] == ["Một", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "RÀ SOÁT", "Hai"]
    assert [(t.level, t.continues, t.merged) for t in groups[1].tasks] == [
        (0, False, ()), (1, False, ()), (0, False, ()), (0, True, ("lead", "coord")),
    ]  # fmt: skip
    assert [u.label for u in groups[1].tasks[0].coord] == ["Các công chức chuyên môn", "Đoàn Thanh niên"]
    assert groups[2].tasks[0].content == '=HYPERLINK("http://x.invalid","bấm")'
    assert (made.added, len(made.new_groups), made.table.headers, made.simple) == (5, 2, 2, False)
    session.undo()
    assert get_plan(session, plan.id) == plan


def test_tasks_before_the_first_group_go_below_the_current_row(session: Session, plan: Plan) -> None:
    paste(session, plan, "1\tx\tVP\nII\tMới\t\n1\ty\tVP\n", index=0, mode="below")
    assert now(session, plan) == [("Một", ["a", "x", "b", "c"]), ("Mới", ["y"]), ("Hai", ["d"])]


def test_below_a_group_row_goes_first_and_into_an_empty_plan_a_group_is_made(session: Session, plan: Plan) -> None:
    paste(session, plan, "x\ny", index=-1, mode="below")
    assert now(session, plan)[0] == ("Một", ["x", "y", "a", "b", "c"])
    empty = get_plan(session, new_plan_from(session, Plan(year=2027, title="x", agency=AGENCY)))
    paste(session, empty, "1\tx\n2\ty\n", mode="over")
    assert now(session, empty) == [("", ["x", "y"])]


def test_a_table_taken_out_changed_and_pasted_back_goes_over_itself(session: Session, plan: Plan) -> None:
    text = "TT\tNội dung công việc\tBộ phận chủ trì\nI\tMột\t\n1\ta\tVPTK\n"
    text += "2\tB mới\tVPTK\n3\tc\tVPTK\nII\tHai đổi\t\n1\td\tVPTK\nIII\tBa\t\n1\te\t\n"
    made = paste(session, plan, text, index=-1)
    assert now(session, plan) == [("Một", ["a", "B mới", "c"]), ("Hai đổi", ["d"]), ("Ba", ["e"])]
    assert [(c.kind, c.old, c.new) for c in made.cells] == [("task", "b", "B mới"), ("group", "Hai", "Hai đổi")]


def test_each_row_is_a_task(session: Session, plan: Plan) -> None:
    paste(session, plan, "1\tx\tVP\nII\tMới\t\n\t\tCA\n", index=2, mode="each")
    assert now(session, plan)[0] == ("Một", ["a", "b", "c", "x", "Mới", ""])


def test_joined_cells_over_rows_and_a_text_parts_them(session: Session, plan: Plan) -> None:
    paste(session, plan, read_html("<table><tr><td rowspan=2>Công an xã</td><td>SP</td></tr><tr><td>SP2</td></tr></table>"), key="lead")
    tasks = get_plan(session, plan.id).groups[0].tasks
    assert [t.merged for t in tasks] == [(), ("lead",), ()]
    paste(session, get_plan(session, plan.id), "VPTK\nĐoàn Thanh niên", key="lead")
    tasks = get_plan(session, plan.id).groups[0].tasks
    assert [(t.merged, t.lead[0].label) for t in tasks[:2]] == [((), "VPTK"), ((), "Đoàn Thanh niên")]


def test_units_are_told_apart_by_the_book(session: Session, plan: Plan) -> None:
    paste(session, plan, "VPTK, Công an xã và Đoàn Thanh niên\nVăn hóa, Thể thao và Du lịch\nA; B\n", key="lead")
    leads = [[u.label for u in t.lead] for t in get_plan(session, plan.id).groups[0].tasks]
    assert leads == [["VPTK", "Công an xã", "Đoàn Thanh niên"], ["Văn hóa, Thể thao và Du lịch"], ["A", "B"]]


def test_what_does_not_fit_is_said(session: Session, plan: Plan) -> None:
    made = plan_paste(plan, read_tsv("SP\tQuý I\tthừa"), at=Place(plan.groups[0].id, 0, "product"), mode="over")
    assert [str(note) for note in made.notes] == ["1 ô nằm ở cột không có trong phụ lục nên không dán. Hãy chọn cột cho các ô đó nếu cần."]
    legacy = plan_paste(plan, read_tsv("Céng hßa x· héi chñ nghÜa ViÖt Nam"), at=Place(plan.groups[0].id), mode="below")
    assert "TCVN3" in str(legacy.notes[0])
    assert legacy.new_tasks[0].tasks[0].content == "Cộng hòa xã hội chủ nghĩa Việt Nam"


def test_filling_empty_cells_is_simple(plan: Plan) -> None:
    assert plan_paste(plan, read_tsv("SP\nSP2"), at=Place(plan.groups[0].id, 0, "product"), mode="over").simple
    assert not plan_paste(plan, read_tsv("x"), at=Place(plan.groups[0].id, 0), mode="over").simple
    same = plan_paste(plan, read_tsv("a\nb"), at=Place(plan.groups[0].id, 0), mode="over")
    assert same.simple and not same


def test_whole_tables_are_proposed_below_and_cells_over(plan: Plan) -> None:
    here = Place(plan.groups[0].id, 0)
    assert usual_mode(plan, read_tsv("1\tx\tVP\tCA\tSP\tQuý I\n"), at=here) == "below"
    assert usual_mode(plan, read_tsv("x\tVP\n"), at=here) == "over"
    assert usual_mode(plan, read_tsv("x\tVP\n"), at=Place(plan.groups[0].id, -1)) == "below"


def test_progress_can_take_everything_back(session: Session, plan: Plan) -> None:
    def stop(done: int, of: int) -> None:
        if done >= 2:
            raise UsageError("row.gone")

    made = plan_paste(plan, read_tsv("x\ny\nz"), at=Place(plan.groups[0].id, 0), mode="below")
    with pytest.raises(UsageError):
        apply_paste(session, plan.id, made, stop)
    assert get_plan(session, plan.id) == plan


def test_an_issued_plan_takes_no_paste(session: Session, plan: Plan) -> None:
    issuing.issue(session, plan.id, number="1", issued="2027-01-05")
    with pytest.raises(UsageError, match="frozen"):
        paste(session, plan, "x")


WORDS = ["", "", "Rà", "1", "1.1", "-", "II", "VPTK; Công an xã", "hai\ndòng", "=1+1", "Nội dung", "Chủ trì", "Quý II/2027", "x\u200by"]


def random_block(luck: random.Random) -> Block:
    def cell() -> Cell:
        return Cell(luck.choice(WORDS), luck.choice([1, 1, 1, 2]), luck.choice([1, 1, 1, 3]), luck.random() < 0.2)

    return Block(tuple(tuple(cell() for _ in range(luck.randint(1, 7))) for _ in range(luck.randint(1, 6))))


@pytest.mark.parametrize("seed", range(3))
def test_a_hundred_random_pastes_and_as_many_undos_leave_the_plan_as_it_was(session: Session, plan: Plan, seed: int) -> None:
    luck = random.Random(seed)
    states = [plan]
    steps = [len(session.workspace.history.done)]
    for _ in range(100):
        at = states[-1]
        group = luck.choice(at.groups)
        key = luck.choice(["no", "content", "lead", "product", "deadline", "state"])
        place = Place(group.id, luck.randint(-1, len(group.tasks) - 1), key)
        made = plan_paste(at, random_block(luck), at=place, mode=luck.choice(MODES), units=get_office(session).units)
        apply_paste(session, plan.id, made)
        states.append(get_plan(session, plan.id))
        steps.append(len(session.workspace.history.done))
        assert bool(made) or states[-1] == at
        if len(states[-1].groups) > 12 or sum(len(g.tasks) for g in states[-1].groups) > 120:
            break
    for before, count, after in zip(reversed(states[:-1]), reversed(steps[:-1]), reversed(steps[1:]), strict=True):
        for _ in range(after - count):
            session.undo()
        assert get_plan(session, plan.id) == before


def test_rows_pasted_below_a_task_come_behind_the_rows_that_go_on_with_it(session: Session, plan: Plan) -> None:
    first, *others = plan.groups[0].tasks
    add_tasks(session, plan.groups[0].id, [Task(continues=True, product="Sản phẩm nữa")], at=1)
    plan = get_plan(session, plan.id)
    paste(session, plan, "x\ny", index=0, mode="below")
    rows = get_plan(session, plan.id).groups[0].tasks
    assert [row.content for row in rows] == [first.content, "", "x", "y", *(other.content for other in others)]
    assert [row.continues for row in rows] == [False, True, False, False, False, False]
