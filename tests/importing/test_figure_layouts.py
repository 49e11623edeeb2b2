"""Every export layout is recognised by its header, however the header is built; wrong cells are named."""

from __future__ import annotations

import pytest

from kh_desktop.domain.cell_names import cell_name
from kh_desktop.importing.figure_layouts import layouts_of, recognise_layout
from kh_desktop.importing.figure_tables import read_figure_sheet
from kh_desktop.importing.xlsx_sheets import read_sheets
from kh_desktop.resources import resource_json
from tests.importing.figure_books import book, export

LAYOUTS = layouts_of(resource_json("export_layouts.json"))
BY_ID = {layout.id: layout for layout in LAYOUTS}


def labels(layout_id: str) -> list[str]:
    return [column.labels[0] for column in BY_ID[layout_id].columns]


@pytest.mark.parametrize("joined", [True, False])
@pytest.mark.parametrize("layout_id", sorted(BY_ID))
def test_each_layout_is_known_by_its_header(layout_id: str, joined: bool) -> None:
    """With joined group titles and without, under title lines, with column numbers."""
    row = [1, "Hộ tịch", *["3"] * (len(labels(layout_id)) - 2)]
    data = export(labels(layout_id), [row], above=["UBND XÃ AN BÌNH", "", "BÁO CÁO"], numbers=True, joined=joined)
    match = recognise_layout(read_sheets(data)[0], LAYOUTS)
    assert match is not None
    assert match.layout.id == layout_id
    assert [match.keys[c] for c in sorted(match.keys)] == [c.key for c in BY_ID[layout_id].columns]
    assert match.header_row == 3


def test_one_row_of_flat_titles_and_other_words() -> None:
    """Another system: one header row, its own order and synonyms."""
    titles = ["TT", "Đơn vị", "Tổng hồ sơ tiếp nhận", "Hồ sơ tiếp nhận kỳ trước chuyển sang", "Tiếp nhận trực tiếp", "Tiếp nhận toàn trình",
              "Tiếp nhận một phần", "Tiếp nhận BCCI", "Tổng đã xử lý", "Đã xử lý trước hạn", "Đã xử lý đúng hạn", "Đã xử lý trễ hạn",
              "Tổng đang xử lý", "Đang xử lý còn hạn", "Đang xử lý trễ hạn"]  # fmt: skip
    data = export(titles, [[1, "UBND xã An Bình", 10, 1, 2, 3, 3, 1, 8, 5, 2, 1, 2, 2, 0]])
    match = recognise_layout(read_sheets(data)[0], LAYOUTS)
    assert match is not None
    assert match.layout.id == "week_2026"
    found = read_figure_sheet(read_sheets(data)[0], match)
    assert found.rows[0].counts == {
        "received": 10, "carried": 1, "walk_in": 2, "online_full": 3, "online_part": 3, "post": 1, "settled": 8, "early": 5,
        "on_time": 2, "late": 1, "open": 2, "open_in_time": 2, "open_late": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    "rows", [[["Họ tên", "Ngày sinh", "Quê quán"], ["A", "1/1/1990", "B"]], [["STT", "Nội dung công việc", "Thời hạn"]], [[]]]
)
def test_other_tables_are_not_forced(rows: list[list[str]]) -> None:
    sheets = read_sheets(book(("Sheet1", rows)))
    assert recognise_layout(sheets[0], LAYOUTS) is None


def test_totals_groups_and_signatures_are_not_fields() -> None:
    """Sums of groups in the middle, the whole total, a heading, column numbers and the foot."""
    names = labels("form_06a")
    rows = [
        ["I", "Tư pháp"],
        [1, "Hộ tịch", 10, 6, 3, 1, 8, 4, 3, 1, 2, 2, 0],
        [2, "Chứng thực", "1.200", "1.000", 200, "-", 1200, 1200, 0, 0, 0, None, "0"],
        [None, "Cộng Tư pháp", 1210, 1006, 203, 1, 1208, 1204, 3, 1, 2, 2, 0],
        [3, "Đất đai", 5, 5, 0, 0, 5, 0, 5, 0, 0, 0, 0],
        ["TỔNG SỐ", None, 1215, 1011, 203, 1, 1213, 1204, 8, 1, 2, 2, 0],
        [None, "Người lập biểu"],
    ]
    sheet = read_sheets(export(names, rows, numbers=True))[0]
    match = recognise_layout(sheet, LAYOUTS)
    assert match is not None
    found = read_figure_sheet(sheet, match)
    assert [(r.label, r.group) for r in found.rows] == [("Hộ tịch", "Tư pháp"), ("Chứng thực", "Tư pháp"), ("Đất đai", "Tư pháp")]
    assert found.rows[1].counts["online"] == 1000
    assert found.rows[1].counts["carried"] == 0
    assert found.totals[-1].counts["received"] == 1215
    assert [p.code for p in found.problems] == ["figures.subtotal"]


@pytest.mark.parametrize(
    ("value", "code"),
    [("mười", "figures.text_in_number"), (-3, "figures.negative"), (2.5, "figures.not_whole"), ("95%", "figures.text_in_number"),
     ("=1+1", "figures.no_value")],
)  # fmt: skip
def test_a_wrong_cell_is_named_and_its_row_keeps_the_rest(value: object, code: str) -> None:
    names = labels("form_06a")
    sheet = read_sheets(export(names, [[1, "Hộ tịch", 10, value, 3, 1, 8, 4, 3, 1, 2, 2, 0]], above=["Biểu"]))[0]
    match = recognise_layout(sheet, LAYOUTS)
    assert match is not None
    found = read_figure_sheet(sheet, match)
    (problem,) = found.problems
    assert (problem.code, problem.cell, problem.error) == (code, f"D{match.data_row + 1}", True)


def test_an_absurd_number_is_a_warning() -> None:
    sheet = read_sheets(export(labels("form_06a"), [[1, "Hộ tịch", 0, 40_000_000, 0, 0, 0, 0, 0, 0, 0, 0, 0]]))[0]
    match = recognise_layout(sheet, LAYOUTS)
    assert match is not None
    assert [(p.code, p.error) for p in read_figure_sheet(sheet, match).problems] == [("figures.huge", False)]


def test_days_as_text_and_numbers() -> None:
    """A register with days in four ways, one of them impossible."""
    names = labels("register")[:12]
    rows = [
        [1, "H01.1", "Khai sinh", 1, "Nguyễn Văn A", "", "", "15/3/2026 08:05", "2026-03-20", 46099, "", ""],
        [2, "H01.2", "Khai tử", 1, "Trần Thị B", "", "", "31/2/2026", "20/3/2026", "", "", ""],
        [3, "H01.3", "Khai tử", 1, "Trần Thị B", "", "", "", "20/3/2026", "", "", ""],
        [None, "Người lập"],
    ]
    sheet = read_sheets(export(names, rows))[0]
    match = recognise_layout(sheet, LAYOUTS)
    assert match is not None
    found = read_figure_sheet(sheet, match)
    (dossier,) = found.dossiers
    assert (dossier.code, dossier.received, dossier.due, dossier.returned) == ("H01.1", "2026-03-15", "2026-03-20", "2026-03-18")
    assert [(p.code, p.cell) for p in found.problems] == [("figures.not_a_day", "H3"), ("figures.no_day", "H4"), ("figures.no_day", "H5")]


@pytest.mark.parametrize(("row", "col", "name"), [(0, 0, "A1"), (11, 25, "Z12"), (4, 26, "AA5"), (9, 701, "ZZ10"), (9, 702, "AAA10")])
def test_cell_names(row: int, col: int, name: str) -> None:
    assert cell_name(row, col) == name
