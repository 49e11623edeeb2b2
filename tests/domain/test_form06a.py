"""Form II.06a: derived sums, the checks, and where withdrawn dossiers count."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.form06a import (
    COLUMNS,
    COUNTED,
    FORMULAS,
    NUMBERS,
    Line06a,
    by_field,
    checks,
    column_of,
    counts_of,
    footnote_code,
    line_of,
    place_withdrawn,
    sum_lines,
)

GOOD = Line06a("Hộ tịch", online=60, direct=30, carried=10, early=50, on_time=40, late=2, open_in_time=7, open_late=1)
count = st.integers(0, 500)
lines = st.builds(Line06a, st.sampled_from(["Hộ tịch", "HỘ  TỊCH", "Đất đai"]), *([count] * 9), note=st.just(""), file_id=st.integers(0, 2))


def test_the_sums_of_a_line() -> None:
    assert (GOOD.received, GOOD.settled, GOOD.open) == (100, 92, 8) and checks([GOOD], {c: column_of(GOOD, c) for c in COLUMNS}) == []
    assert NUMBERS["received"] == 3 and NUMBERS["open_late"] == 13
    assert {key: formula(GOOD) for key, formula in FORMULAS.items()} == {
        "on_time": (90, 92), "on_time_766": (97, 100), "late": (3, 100), "online": (60, 90),
    }  # fmt: skip


def test_each_break_names_rule_file_and_row() -> None:
    bad = replace(GOOD, stated={"received": 101, "settled": 92, "open": 9}, file_id=7, sheet="Biểu 1", row=12)
    found = {b.rule: b for b in checks([bad])}
    assert found.keys() == {"3=4+5+6", "11=12+13"}
    assert (found["3=4+5+6"].expected, found["3=4+5+6"].found, found["3=4+5+6"].column) == (100, 101, "received")
    assert {(b.file_id, b.sheet, b.row) for b in found.values()} == {(7, "Biểu 1", 12)}
    lost = checks([replace(GOOD, open_late=0)])
    assert [(b.rule, b.expected, b.found) for b in lost] == [("3=7+11", 99, 100)]
    assert [b.rule for b in checks([replace(GOOD, late=-2, open_late=5)])] == [">=0"]


def test_the_total_row() -> None:
    other = replace(GOOD, field="Đất đai")
    total = {c: 2 * column_of(GOOD, c) for c in COLUMNS}
    assert checks([GOOD, other], total) == []
    assert [(b.rule, b.column, b.expected, b.found) for b in checks([GOOD, other], {**total, "late": 5})] == [("total", "late", 4, 5)]


def test_withdrawn_dossiers_count_where_the_office_says() -> None:
    line = replace(GOOD, open_in_time=4, withdrawn=3, stated={"received": 100, "settled": 92, "open": 5})
    assert checks([line]) == []
    (settled,), (still,), (apart,) = (place_withdrawn([line], c) for c in ("on_time", "open", "apart"))
    assert (settled.on_time, settled.settled, settled.open) == (43, 95, 5) and checks([settled]) == []
    assert (still.open_in_time, still.settled, still.open) == (7, 92, 8) and checks([still]) == []
    assert apart == line and checks([apart]) == []
    assert footnote_code([line], "open") == "withdrawn.open" and footnote_code([settled], "open") == ""


def test_a_typed_line_stands_in_place_of_the_files() -> None:
    files = [replace(GOOD, file_id=1), replace(GOOD, field="hộ tịch ", file_id=2), replace(GOOD, field="Đất đai", file_id=1)]
    assert [(x.field, x.online) for x in by_field(files)] == [("Hộ tịch", 120), ("Đất đai", 60)]
    assert [(x.field, x.online) for x in by_field([*files, Line06a("Hộ tịch", online=5)])] == [("Hộ tịch", 5), ("Đất đai", 60)]


@given(st.lists(lines, max_size=6))
def test_summing_by_field_loses_nothing(found: list[Line06a]) -> None:
    files = [replace(x, file_id=x.file_id or 1) for x in found]
    assert {key: column_of(sum_lines(by_field(files)), key) for key in COUNTED} == {
        key: column_of(sum_lines(files), key) for key in COUNTED
    }
    for choice in ("on_time", "open", "apart"):
        placed = place_withdrawn(files, choice)
        whole = [sum(column_of(x, key) for key in COUNTED) for x in (sum_lines(files), sum_lines(placed))]
        assert whole[0] == whole[1]


@given(lines)
def test_what_is_stored_is_read_back(found: Line06a) -> None:
    stated = replace(found, stated={"received": 9}, sheet="S", row=3)
    assert line_of(found.field, counts_of(stated), file_id=found.file_id, sheet="S", row=3) == stated
    assert line_of("x", {"nobody": 3, "late": 1}) == Line06a("x", late=1)
