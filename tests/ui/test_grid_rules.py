"""The grid's pure parts: from one order of rows to another, joined cells, clipboard text, widths, what a paste means."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Plan, Shape, Task, TaskGroup, UnitRef
from kh_desktop.ui.grid.block import fill
from kh_desktop.ui.grid.changes import Step, apply, steps_between
from kh_desktop.ui.grid.families import Move, step_move
from kh_desktop.ui.grid.problems import place_of
from kh_desktop.ui.grid.rows import build_rows, grid_columns
from kh_desktop.ui.grid.sizing import share_width
from kh_desktop.ui.grid.spans import group_spans

PLAN = Plan(
    groups=(
        TaskGroup(1, "Một", (Task(11, "a"), Task(12, "b", continues=True), Task(13, "c"))),
        TaskGroup(2, "Hai"),
        TaskGroup(3, "Ba", (Task(31, "d"),)),
    ),
    columns=COLUMN_SETS["assignment"],
)
KEYS = [column.key for column in PLAN.columns]

orders = st.lists(st.integers(0, 12), unique=True)


@given(orders, orders)
def test_steps_lead_from_any_order_to_any_other(old: list[int], new: list[int]) -> None:
    current = list(old)
    for step in steps_between(old, new):
        assert step.count > 0
        assert step.kind != "move" or step.to < step.at
        apply(step, current, new)
    assert current == new


def test_a_moved_block_is_one_step() -> None:
    assert list(steps_between(list("Aab" + "Bc"), list("Bc" + "Aab"))) == [Step("move", 3, 2, 0)]
    assert list(steps_between([1, 2, 3], [1, 2, 3])) == []


def test_rows_are_numbered_within_their_group() -> None:
    assert [(row.kind, row.texts["no"]) for row in build_rows(PLAN)] == [
        ("group", "I"), ("task", "1"), ("task", ""), ("task", "2"), ("group", "II"), ("group", "III"), ("task", "1"),
    ]  # fmt: skip


def test_tasks_below_tasks_bear_their_printed_numbers() -> None:
    tasks = (Task(1), Task(2, level=1), Task(3, level=2), Task(4, level=1), Task(5))
    assert [row.texts["no"] for row in build_rows(Plan(groups=(TaskGroup(9, "", tasks),)))[1:]] == ["1", "1.1", "-", "1.2", "2"]


def test_cells_joined_with_the_cell_above_have_no_text_of_their_own() -> None:
    tasks = (Task(1, "a", deadline="Quý I"), Task(2, "b", deadline="cũ", product="y", merged=("deadline", "lead")))
    row = build_rows(Plan(groups=(TaskGroup(9, "", tasks),)))[2]
    assert (row.texts["content"], row.texts["deadline"], row.texts["product"]) == ("b", "", "y")
    changes = fill([(row, "deadline")], "mới")
    assert changes.tasks == {2: {"deadline": "mới", "merged": {"lead"}}}


def test_units_are_shown_one_a_line() -> None:
    row = build_rows(Plan(groups=(TaskGroup(1, "", (Task(2, lead=(UnitRef("A"), UnitRef("B; C"))),)),)))[1]
    assert row.texts["lead"] == "A\nB; C"


def test_tasks_printed_as_sections_show_their_paragraphs() -> None:
    keys = [column.key for column in grid_columns(Plan(shape=Shape.ASSIGNMENTS, columns=COLUMN_SETS["lines"]))]
    assert keys == ["no", "content", "detail", "lead", "coord", "product", "deadline"]
    assert "detail" not in [column.key for column in grid_columns(Plan())]


def test_group_titles_cover_everything_behind_the_number() -> None:
    rows = build_rows(PLAN)
    assert group_spans(rows, KEYS) == [(0, 1, 1, 5), (4, 1, 1, 5), (5, 1, 1, 5)]
    assert group_spans(rows, ["content", "lead"])[0] == (0, 0, 1, 2)
    assert group_spans(rows, ["no", "content"]) == []


def test_filling_leaves_numbers_covered_and_equal_cells_alone() -> None:
    rows = build_rows(PLAN)
    changes = fill([(rows[0], "no"), (rows[0], ""), (rows[0], "title"), (rows[1], "content"), (rows[3], "content")], "c")
    assert (changes.tasks, changes.titles) == ({11: {"content": "c"}}, {1: "c"})


def test_tasks_move_with_what_belongs_to_them_and_on_into_the_neighbour_group() -> None:
    assert step_move(PLAN, {11}, 1) == Move((11, 12), 1, 1)  # past 13, with the row that goes on with it
    assert step_move(PLAN, {13}, -1) == Move((13,), 1, 0)  # never between 11 and 12
    assert step_move(PLAN, {13}, 1) == Move((13,), 2, 0)
    assert step_move(PLAN, {31}, -1) == Move((31,), 2, 0)
    assert step_move(PLAN, {11}, -1) is None
    assert step_move(PLAN, {31}, 1) is None


@given(st.lists(st.tuples(st.integers(1, 90), st.integers(10, 200)), min_size=1, max_size=7), st.integers(0, 3000))
def test_columns_fill_the_width_and_stay_readable(parts: list[tuple[int, int]], total: int) -> None:
    shares, least = [float(share) for share, _ in parts], [least for _, least in parts]
    widths = share_width(total, shares, least)
    assert all(width >= low for width, low in zip(widths, least, strict=True))
    assert sum(widths) == max(total, sum(least))


def test_anchors_of_rows() -> None:
    assert place_of("task:33:product") == (("task", 33), "product")
    assert place_of("group:4") == (("group", 4), "title")
    assert place_of("section:4") is None
    assert place_of("task:#2") is None
