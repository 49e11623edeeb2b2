"""The pure parts of editing: series, filling, walking about, joined cells, families of rows, numbers that change."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Plan, Task, TaskGroup, UnitRef
from kh_desktop.domain.task_rows import joined_values, repairs
from kh_desktop.ui.grid.families import Move, moved, number_after, printed_numbers, with_families
from kh_desktop.ui.grid.filling import drag_down, fill_down, fill_right
from kh_desktop.ui.grid.renumber import renumbered, runs
from kh_desktop.ui.grid.rows import build_rows
from kh_desktop.ui.grid.series import extend, read
from kh_desktop.ui.grid.spans import head_place, joined_spans, spread
from kh_desktop.ui.grid.walking import Ground, walk

KEYS = [column.key for column in COLUMN_SETS["assignment"]]  # no, content, lead, coord, product, deadline
LEAD, PRODUCT, DEADLINE = KEYS.index("lead"), KEYS.index("product"), KEYS.index("deadline")


@pytest.mark.parametrize(
    ("seeds", "after"),
    [
        (["Quý I/2027"], ["Quý II/2027", "Quý III/2027", "Quý IV/2027", "Quý I/2028"]),
        (["Báo cáo quý III năm 2027"], ["Báo cáo quý IV năm 2027", "Báo cáo quý I năm 2028"]),
        (["Quý IV"], ["Quý I", "Quý II"]),
        (["Tháng 02/2027"], ["Tháng 03/2027", "Tháng 04/2027"]),
        (["tháng 12 năm 2027"], ["tháng 01 năm 2028"]),
        (["tháng 9"], ["tháng 10", "tháng 11", "tháng 12", "tháng 1"]),
        (["Tháng 01/2027", "Tháng 04/2027"], ["Tháng 07/2027", "Tháng 10/2027", "Tháng 01/2028"]),
        (["31/12/2027"], ["01/01/2028", "02/01/2028"]),
        (["Trước ngày 15/12/2027"], ["Trước ngày 15/12/2027"]),
        (["Trước ngày 05/01/2027", "Trước ngày 12/01/2027"], ["Trước ngày 19/01/2027", "Trước ngày 26/01/2027"]),
        (["Năm 2027"], ["Năm 2028"]),
        (["7"], ["8", "9"]),
        (["099"], ["100"]),
        (["Nghị quyết 57"], ["Nghị quyết 57", "Nghị quyết 57"]),
        (["Đợt 1", "Đợt 2"], ["Đợt 3", "Đợt 4"]),
        (["a", "b"], ["a", "b", "a"]),
        (["Ngày 30 tháng 6"], ["Ngày 30 tháng 6"]),
        (["Thường xuyên"], ["Thường xuyên"]),
        (["30/02/2027"], ["30/02/2027"]),
        ([""], ["", ""]),
    ],
)
def test_what_filling_goes_on_with(seeds: list[str], after: list[str]) -> None:
    assert extend(seeds, len(after)) == after


quarters = st.builds(
    "{}Quý {}/{}".format, st.sampled_from(["", "Trong ", "Báo cáo "]), st.sampled_from(["I", "II", "III", "IV"]), st.integers(1990, 2100)
)
months = st.builds("Tháng {:02d}/{}".format, st.integers(1, 12), st.integers(1990, 2100))
days = st.dates(min_value=date(1990, 1, 1)).map(lambda day: f"{day.day:02d}/{day.month:02d}/{day.year:04d}")
anything = st.one_of(quarters, months, days, st.text(st.sampled_from("quý tháng IV/0129 năm\n"), max_size=16))


@given(anything, st.integers(1, 30))
def test_filling_far_is_filling_step_by_step(seed: str, count: int) -> None:
    step = seed
    for text in extend([seed], count):
        (step,) = extend([step], 1)
        assert text == step or read(text) is None or read(step) is None or read(text).value == read(step).value  # type: ignore[union-attr]


@given(st.lists(anything, min_size=1, max_size=4), st.integers(0, 12))
def test_filling_gives_as_many_texts_as_asked_for_and_goes_on_alike(seeds: list[str], count: int) -> None:
    made = extend(seeds, count)
    assert len(made) == count
    assert extend(seeds, count + 3)[:count] == made or read(seeds[-1]) is not None  # beyond the year 9999 all are copies


@given(st.one_of(quarters, months))
def test_a_phrase_written_again_is_the_same(text: str) -> None:
    phrase = read(text)
    assert phrase is not None and phrase.render(phrase.value) == text


# --- filling


def task(id: int, **fields: object) -> Task:
    return Task(id, content=f"Việc {id}", **fields)  # type: ignore[arg-type]


def test_ctrl_d_copies_the_first_cell_and_passes_over_group_rows() -> None:
    plan = Plan(groups=(TaskGroup(1, "A", (task(11, deadline="Quý I"), task(12))), TaskGroup(2, "B", (task(21),))))
    rows = build_rows(plan)
    assert fill_down(rows, KEYS, 1, 4, [DEADLINE]).tasks == {12: {"deadline": "Quý I"}, 21: {"deadline": "Quý I"}}
    assert fill_down(rows, KEYS, 4, 4, [DEADLINE]).tasks == {}  # the cell above is empty, so nothing changes
    assert fill_down(rows, KEYS, 2, 2, [DEADLINE]).tasks == {12: {"deadline": "Quý I"}}


def test_ctrl_r_copies_to_the_right() -> None:
    rows = build_rows(Plan(groups=(TaskGroup(1, "A", (task(11, product="Báo cáo"), task(12, product="Sổ"))),)))
    assert fill_right(rows, KEYS, [0, 1, 2], PRODUCT, DEADLINE).tasks == {11: {"deadline": "Báo cáo"}, 12: {"deadline": "Sổ"}}
    assert fill_right(rows, KEYS, [1], DEADLINE, DEADLINE).tasks == {11: {"deadline": "Báo cáo"}}


def test_the_handle_goes_on_with_a_series_or_copies() -> None:
    rows = build_rows(Plan(groups=(TaskGroup(1, "A", (task(11, deadline="Quý I/2027"), task(12), task(13))),)))
    assert drag_down(rows, KEYS, 1, 1, [DEADLINE], 3, copies=False).tasks == {
        12: {"deadline": "Quý II/2027"},
        13: {"deadline": "Quý III/2027"},
    }
    assert drag_down(rows, KEYS, 1, 1, [DEADLINE], 3, copies=True).tasks == {12: {"deadline": "Quý I/2027"}, 13: {"deadline": "Quý I/2027"}}


# --- joined cells


VP, DTN = (UnitRef("Văn phòng"),), (UnitRef("Đoàn Thanh niên"),)
JOINED = (task(11, lead=VP), task(12, merged=("lead",)), task(13, merged=("lead",), lead=DTN), task(14, lead=DTN))


def test_joined_cells_are_spans() -> None:
    rows = build_rows(Plan(groups=(TaskGroup(1, "A", JOINED),)))
    assert list(joined_spans(rows, KEYS)) == [(1, LEAD, 3, 1)]
    assert head_place(rows, KEYS, 3, LEAD) == (1, LEAD)
    assert head_place(rows, KEYS, 0, 4) == (0, 1)
    assert spread(rows, KEYS, (2, LEAD), (4, PRODUCT)) == (1, LEAD, 4, PRODUCT)
    assert list(joined_spans([rows[1], rows[3]], KEYS)) == []  # filtered: they are no neighbours in the plan


def test_walking_through_joined_cells() -> None:
    ground = Ground(build_rows(Plan(groups=(TaskGroup(1, "A", JOINED),))), KEYS)
    assert ground.step((1, LEAD), 1, 0) == (4, LEAD)
    assert ground.step((3, LEAD), 0, -1) == (3, LEAD - 1)
    assert ground.step((4, LEAD), -1, 0) == (3, LEAD)
    assert ground.step((0, 1), 0, 1) is None  # the title of a group goes to the end of its row


def test_ctrl_arrows_stop_at_the_edge_of_filled_cells() -> None:
    tasks = tuple(Task(n, product="x" if n in (1, 2, 3, 6) else "") for n in range(1, 8))
    ground = Ground(build_rows(Plan(groups=(TaskGroup(9, "A", tasks),))), KEYS)
    found = [(1, PRODUCT)]
    for _ in range(4):
        found.append(ground.edge(found[-1], 1, 0))
    assert [row for row, _ in found] == [1, 3, 6, 7, 7]
    assert ground.edge((7, PRODUCT), -1, 0) == (6, PRODUCT)


def test_enter_and_tab_walk_a_selection_round_and_round() -> None:
    cells = [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert walk(cells, (1, 1), 1, down=True) == (2, 1)
    assert walk(cells, (2, 1), 1, down=True) == (1, 2)
    assert walk(cells, (2, 2), 1, down=False) == (1, 1)
    assert walk(cells, (1, 1), -1, down=False) == (2, 2)


# --- what joined cells say when rows come, go and move

fields = st.sets(st.sampled_from(["lead", "product"]))


@st.composite
def groups(draw: st.DrawFn) -> list[Task]:
    out = []
    for n in range(draw(st.integers(1, 7))):
        goes_on, joined = (draw(st.booleans()), tuple(draw(fields))) if n else (False, ())
        product, lead = draw(st.sampled_from("ab")), draw(st.sampled_from([VP, DTN]))
        out.append(Task(n + 1, f"việc {n}", product=product, lead=lead, continues=goes_on, merged=joined))
    return out


@given(groups(), st.randoms())
def test_repairs_keep_what_every_joined_cell_shows(tasks: list[Task], random: object) -> None:
    before = joined_values(tasks)
    after = list(tasks)
    random.shuffle(after)  # type: ignore[attr-defined]
    after = after[: 1 + len(after) // 2] + [Task(99, "mới")]
    changes = repairs(before, after)
    mended = [
        Task(**{**{f: getattr(t, f) for f in ("id", "content", "product", "lead", "continues", "merged")}, **changes.get(t.id, {})})
        for t in after
    ]
    shown = joined_values(mended)
    for t in mended:
        for field, value in before.get(t.id, {}).items():
            assert shown.get(t.id, {}).get(field, getattr(t, field)) == value


# --- families and numbers

TREE = Plan(
    groups=(
        TaskGroup(1, "Một", (Task(11), Task(12, level=1), Task(13, level=1, continues=True), Task(14), Task(15))),
        TaskGroup(2, "Hai", (Task(21),)),
    )
)


def test_a_task_takes_its_sub_tasks_along() -> None:
    assert with_families(TREE, {11}) == [11, 12, 13]
    assert with_families(TREE, {12}) == [12, 13]
    assert number_after(TREE, Move((11, 12, 13), 1, 1)) == "I.2"
    assert number_after(TREE, Move((14,), 2, 1)) == "II.2"
    assert [(group, [t.id for t in tasks]) for group, tasks in moved(TREE, Move((14,), 2, 0))] == [(1, [11, 12, 13, 15]), (2, [14, 21])]


def test_what_was_renumbered_is_said_in_runs() -> None:
    before = printed_numbers(TREE)
    tasks = TREE.groups[0].tasks
    after = printed_numbers(Plan(groups=(TaskGroup(1, "Một", (Task(99), *tasks)), TREE.groups[1])))
    assert runs(after, renumbered(before, after)) == ["I.2–I.4"]
    swapped = printed_numbers(Plan(groups=(TREE.groups[1], TREE.groups[0])))
    assert runs(swapped, renumbered(before, swapped)) == ["I–II"]
