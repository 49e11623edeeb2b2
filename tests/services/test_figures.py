"""Figures of a period: files in, form II.06a, doubles counted once, typed lines over files, nothing half-imported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.model import Agency, Office
from kh_desktop.domain.periods import period_of
from kh_desktop.resources import resource_json
from kh_desktop.services import figures
from kh_desktop.services.figure_files import layouts, likely_mapping, read_figures, remember_mapping
from kh_desktop.services.figure_tables import summary_of
from kh_desktop.services.messages import MESSAGES
from kh_desktop.services.office import save_office
from kh_desktop.services.schedule import report_rules
from kh_desktop.services.session import Session, open_session
from kh_desktop.store import indicators
from tests.importing.figure_books import book, export

PERIOD = "2026-Q3"
HO_TICH = [1, "Hộ tịch", 10, 6, 3, 1, 8, 4, 3, 1, 2, 2, 0]
TOTAL = [None, "Tổng số", 10, 6, 3, 1, 8, 4, 3, 1, 2, 2, 0]


@pytest.fixture
def s(tmp_path: Path) -> Iterator[Session]:
    with closing(open_session(tmp_path / "sổ.khdb")) as session:
        save_office(session, Office(agency=Agency("xã", "An Bình", place="An Bình")))
        yield session


def labels(layout_id: str, first: int | None = None) -> list[str]:
    layout = next(x for x in layouts() if x.id == layout_id)
    return [column.labels[0] for column in layout.columns][:first]


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def everything(s: Session) -> list[object]:
    tables = ("figure_file", "figure_line", "reading", "report")
    return [s.workspace.conn.execute(f"SELECT * FROM {t} ORDER BY id").fetchall() for t in tables]


def take(s: Session, path: Path, **changes: str) -> figures.FigureResult:
    return figures.import_figures(s, PERIOD, [replace(t, **changes) for t in read_figures(s, path)])


def test_files_of_several_systems_are_summed_by_field(s: Session, tmp_path: Path) -> None:
    """The same field written differently is one line; undo takes the whole import back."""
    take(s, put(tmp_path, "a.xlsx", export(labels("form_06a"), [HO_TICH, TOTAL])))
    take(
        s,
        put(
            tmp_path,
            "b.xlsx",
            export(labels("form_06a"), [[1, "HỘ TỊCH", 5, 5, 0, 0, 5, 5, 0, 0, 0, 0, 0], [2, "Đất đai", 1, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0]]),
        ),
    )
    form = figures.form_06a(s, PERIOD)
    assert [(line.field, line.received, line.settled, line.open) for line in form.lines] == [("Hộ tịch", 15, 13, 2), ("Đất đai", 1, 0, 1)]
    assert (form.total.received, form.total.early, form.breaks) == (16, 9, ())
    assert [f.name for f in form.files] == ["a.xlsx", "b.xlsx"]
    origin = figures.line_origin(s, PERIOD, "Hộ tịch", "online")
    assert [(o.file, o.sheet, o.row, o.value) for o in origin] == [("a.xlsx", "Sheet", 4, 6), ("b.xlsx", "Sheet", 4, 5)]
    s.undo()
    assert figures.form_06a(s, PERIOD).total.received == 10
    s.undo()
    assert figures.form_06a(s, PERIOD).lines == ()


def test_what_does_not_close_names_file_row_and_rule(s: Session, tmp_path: Path) -> None:
    """A stated sum that is wrong, an equation that does not close, a total that is not the sum."""
    rows = [
        [1, "Hộ tịch", 11, 6, 3, 1, 8, 4, 3, 1, 2, 2, 0],
        [2, "Đất đai", 3, 3, 0, 0, 1, 1, 0, 0, 1, 1, 0],
        [None, "Tổng số", 14, 9, 3, 1, 9, 5, 3, 1, 3, 4, 0],
    ]
    take(s, put(tmp_path, "a.xlsx", export(labels("form_06a"), rows)))
    form = figures.form_06a(s, PERIOD)
    found = [(b.rule, b.field, b.column, b.expected, b.found, b.row) for b in form.breaks]
    assert found == [
        ("3=4+5+6", "Hộ tịch", "received", 10, 11, 4), ("3=7+11", "Hộ tịch", "received", 10, 11, 4),
        ("3=7+11", "Đất đai", "received", 2, 3, 5),
        ("total", "", "open_in_time", 3, 4, 6), ("total", "", "received", 13, 14, 6),
    ]  # fmt: skip
    assert {b.file_id for b in form.breaks} == {form.files[0].id}


def test_a_typed_line_stands_in_place_of_files_until_it_is_taken_away(s: Session, tmp_path: Path) -> None:
    take(s, put(tmp_path, "a.xlsx", export(labels("form_06a"), [HO_TICH])))
    figures.set_line(s, PERIOD, "hộ tịch", late=2, early=3, who="Lan")
    form = figures.form_06a(s, PERIOD)
    assert [(x.field, x.early, x.late, x.online) for x in form.lines] == [("hộ tịch", 3, 2, 6)]
    assert form.typed == {"hộ tịch"}
    assert figures.line_origin(s, PERIOD, "Hộ tịch", "late")[0].who == "Lan"
    with pytest.raises(UsageError, match="figures.negative"):
        figures.set_line(s, PERIOD, "Hộ tịch", late=-1)
    figures.remove_line(s, PERIOD, "Hộ tịch")
    assert figures.form_06a(s, PERIOD).lines[0].late == 1


@pytest.mark.parametrize(
    ("choice", "early", "on_time", "open_in_time", "closes"),
    [("on_time", 0, 7, 1, True), ("open", 0, 5, 3, True), ("apart", 0, 5, 1, True)],
)
def test_withdrawn_dossiers_count_where_the_office_says(
    s: Session, tmp_path: Path, choice: str, early: int, on_time: int, open_in_time: int, closes: bool
) -> None:
    """A period table of the province: parts beside their whole are counted once; the footnote says where withdrawn ones went."""
    row = dict.fromkeys(labels("period_2026"), 0) | {
        "STT": 1, "Đơn vị giải quyết TTHC": "UBND xã An Bình", "Tiếp nhận: Tổng": 10, "Tiếp nhận: Trực tiếp": 3,
        "Tiếp nhận: Trực tuyến toàn trình": 4, "Tiếp nhận: Trực tuyến một phần": 1, "Tiếp nhận: Kỳ trước chuyển qua": 1,
        "Tiếp nhận: Bưu chính (BCCI)": 1, "Đã giải quyết: Tổng": 7, "Đã giải quyết: Đúng và trước hạn": 5,
        "Đã giải quyết: Quá hạn (đã có thư xin lỗi)": 1, "Đã giải quyết: Quá hạn (chưa có thư xin lỗi)": 1,
        "Đã giải quyết: Quá hạn (gộp)": 2,
        "Đang giải quyết: Tổng": 1, "Đang giải quyết: Chưa đến hạn": 1, "Hồ sơ dừng xử lý": 1, "Hồ sơ rút": 1, "Thanh toán: Tổng": 8,
        "Thanh toán: Trực tuyến": 6,
    }  # fmt: skip
    other = [*[2, "UBND xã Bình An"], *[9] * (len(row) - 2)]
    path = put(tmp_path, "tinh.xlsx", export(labels("period_2026"), [list(row.values()), other]))
    take(s, path, field="Tổng hợp")
    figures.set_withdrawn(s, PERIOD, choice)
    form = figures.form_06a(s, PERIOD)
    (line,) = form.lines
    assert (line.field, line.online, line.direct, line.carried, line.late) == ("Tổng hợp", 5, 4, 1, 2)
    assert (line.early, line.on_time, line.open_in_time, not form.breaks) == (early, on_time, open_in_time, closes)
    assert form.footnote == MESSAGES[f"withdrawn.{choice}"].format(count=2)
    found = {r.indicator: (r.numerator, r.denominator) for r in indicators.readings(s.workspace.conn, period=PERIOD)}
    assert found == {"thanh_toan_tt": (6, 8), "xin_loi": (1, 2)}


def register(rows: list[list[object]]) -> bytes:
    return export(labels("register", 12), rows)


def test_a_register_is_counted_by_the_period_and_each_dossier_once(s: Session, tmp_path: Path) -> None:
    """Quarter 3 runs from 15/6 to 14/9: carried over, early, late, open at the end though returned later, not of the period at all."""

    def row(code: str, came: str, due: str, returned: str) -> list[object]:
        return [1, code, "Khai sinh", 1, "Người A", "", "", came, due, returned, "", ""]

    first = [
        row("H1", "10/6/2026", "16/6/2026", "15/6/2026"),
        row("H2", "15/6/2026", "20/6/2026", "20/6/2026"),
        row("H3", "1/7/2026", "5/7/2026", "9/7/2026"),
        row("H4", "1/9/2026", "10/9/2026", "20/9/2026"),
        row("H5", "14/9/2026", "20/9/2026", ""),
        row("H6", "15/9/2026", "", ""),
        row("H7", "1/6/2026", "", "14/6/2026"),
    ]
    take(s, put(tmp_path, "so.xlsx", register(first)), field="Hộ tịch", channel="Trực tuyến")
    (line,) = figures.form_06a(s, PERIOD).lines
    assert (line.carried, line.online, line.early, line.on_time, line.late, line.open_in_time, line.open_late) == (1, 4, 1, 1, 1, 1, 1)
    again = take(
        s,
        put(tmp_path, "so2.xlsx", register([row(" h3 ", "1/7/2026", "5/7/2026", "9/7/2026"), row("H8", "2/7/2026", "5/7/2026", "")])),
        field="Hộ tịch",
    )
    assert again.doubles == (" h3 ".strip(),)
    assert again.same_kind == ("so.xlsx",)
    form = figures.form_06a(s, PERIOD)
    assert (form.total.received, form.files[1].doubles) == (6, 1)
    figures.remove_file(s, form.files[0].id)
    assert figures.form_06a(s, PERIOD).total.received == 1


def test_nothing_is_half_imported(s: Session, tmp_path: Path) -> None:
    """One wrong cell in the second of two sheets, the same file twice, a table whose row was not chosen."""
    good = put(tmp_path, "a.xlsx", export(labels("form_06a"), [HO_TICH]))
    bad = put(tmp_path, "b.xlsx", export(labels("form_06a"), [[1, "Hộ tịch", 10, "sáu", 3, 1, 8, 4, 3, 1, 2, 2, 0]]))
    before = everything(s)
    with pytest.raises(UsageError) as wrong:
        figures.import_figures(s, PERIOD, [*read_figures(s, good), *read_figures(s, bad)])
    assert (wrong.value.code, wrong.value.params["cell"], wrong.value.params["name"]) == ("figures.has_errors", "D4", "b.xlsx")
    assert everything(s) == before
    with pytest.raises(UsageError, match="figures.twice"):
        figures.import_figures(s, PERIOD, [*read_figures(s, good), *read_figures(s, good)])
    take(s, good)
    before = everything(s)
    with pytest.raises(UsageError, match="figures.twice"):
        take(s, good)
    week = [[1, "Xã Bình An", *[1] * 13], [2, "Xã An Hòa", *[1] * 13]]
    with pytest.raises(UsageError, match="figures.needs_unit"):
        take(s, put(tmp_path, "c.xlsx", export(labels("week_2026"), week)))
    assert everything(s) == before


def test_an_unknown_export_is_explained_once(s: Session, tmp_path: Path) -> None:
    titles = [
        "Thứ tự",
        "Mảng việc",
        "Nộp qua mạng",
        "Nộp tại quầy",
        "Tồn cũ",
        "Xong sớm",
        "Xong đúng",
        "Xong muộn",
        "Chưa xong còn hạn",
        "Chưa xong hết hạn",
    ]
    data = export(titles, [[1, "Hộ tịch", 5, 2, 1, 3, 3, 1, 1, 0]], above=["Bảng của huyện"])
    (table,) = read_figures(s, put(tmp_path, "la.xlsx", data))
    assert (table.needs_mapping, list(table.columns), table.sample[0][1]) == (True, titles, "Hộ tịch")
    with pytest.raises(UsageError, match="figures.needs_mapping"):
        figures.import_figures(s, PERIOD, [table])
    keys = ["no", "label", "online", "direct", "carried", "early", "on_time", "late", "open_in_time", "open_late"]
    remember_mapping(s, table, "form_06a", dict(zip(titles, keys, strict=True)))
    next_month = export(titles, [[1, "Hộ tịch", 7, 0, 0, 7, 0, 0, 0, 0]], above=["Bảng của huyện"])
    take(s, put(tmp_path, "sau.xlsx", next_month))
    assert figures.form_06a(s, PERIOD).total.early == 7


def test_a_file_without_a_table_is_said(s: Session, tmp_path: Path) -> None:
    with pytest.raises(KhError, match="figures.none"):
        read_figures(s, put(tmp_path, "x.xlsx", book(("Trang1", [["Xin chào"]]))))


def test_indicators_that_layouts_yield_are_shipped() -> None:
    """Each ratio names an indicator the program knows."""
    known = {x["key"] for x in resource_json("indicators.json")["indicators"]}
    assert {r.indicator for layout in layouts() for r in layout.ratios} <= known


def test_a_typed_correction_ends_what_did_not_close(s: Session, tmp_path: Path) -> None:
    """The file says 11 received of 10 and a total of 11: once a person typed the line, neither is held against the form any more."""
    wrong = [1, "Hộ tịch", 11, 6, 3, 1, 8, 4, 3, 1, 2, 2, 0]
    take(s, put(tmp_path, "a.xlsx", export(labels("form_06a"), [wrong, [None, "Tổng số", *wrong[2:]]])))
    assert {b.rule for b in figures.form_06a(s, PERIOD).breaks} == {"3=4+5+6", "3=7+11", "total"}
    figures.set_line(s, PERIOD, "Hộ tịch", online=7, early=5)
    assert figures.form_06a(s, PERIOD).breaks == ()
    figures.set_line(s, PERIOD, "Hộ tịch", online=8)
    assert [(b.rule, b.file_id) for b in figures.form_06a(s, PERIOD).breaks if b.rule != "total"] == [("3=7+11", 0)]


def test_a_column_with_withdrawn_dossiers_is_typed_as_it_is_shown(s: Session) -> None:
    figures.set_line(s, PERIOD, "Đất đai", online=10, on_time=6, withdrawn=2, open_in_time=2)
    assert figures.form_06a(s, PERIOD).lines[0].on_time == 8
    figures.set_line(s, PERIOD, "Đất đai", on_time=7, open_in_time=3)
    form = figures.form_06a(s, PERIOD)
    assert (form.lines[0].on_time, form.lines[0].open_in_time, form.breaks) == (7, 3, ())
    assert [o.value for o in figures.line_origin(s, PERIOD, "Đất đai", "on_time")] == [7]
    figures.set_line(s, PERIOD, "Đất đai", on_time=1)
    assert figures.form_06a(s, PERIOD).lines[0].on_time == 1


def test_a_line_of_files_that_name_no_field_can_be_corrected(s: Session, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="figures.no_field"):
        figures.set_line(s, PERIOD, " ", online=1)
    take(s, put(tmp_path, "so.xlsx", register([[1, "H1", "Khai sinh", 1, "A", "", "", "15/6/2026", "20/6/2026", "22/6/2026", "", ""]])))
    figures.set_line(s, PERIOD, "", late=0, early=4)
    assert [(x.field, x.early, x.late) for x in figures.form_06a(s, PERIOD).lines] == [("", 4, 0)]
    figures.remove_line(s, PERIOD, "")
    assert figures.form_06a(s, PERIOD).total.late == 1


def test_a_proposal_for_the_columns_of_an_unknown_export(s: Session, tmp_path: Path) -> None:
    titles = ["STT", "Tên mảng", "Hồ sơ nhận trực tuyến", "Quá hạn giải quyết", "Ghi chú"]
    (table,) = read_figures(s, put(tmp_path, "la.xlsx", export(titles, [[1, "Hộ tịch", 5, 2, ""], [2, "Đất đai", 5, 2, ""]])))
    found = likely_mapping(table, "form_06a")
    assert table.needs_mapping
    assert (found["STT"], found["Ghi chú"]) == ("no", "")
    assert len([key for key in found.values() if key]) == len({key for key in found.values() if key})


def test_what_a_table_will_add_is_said_before(s: Session, tmp_path: Path) -> None:
    """The same sums as after taking it in; dossiers that are there already are left out."""
    rows: list[list[object]] = [[1, f"H{i}", "Khai sinh", 1, "A", "", "", "15/7/2026", "20/7/2026", "19/7/2026", "", ""] for i in range(3)]
    take(s, put(tmp_path, "so.xlsx", register(rows[:1])), field="Hộ tịch")
    (table,) = read_figures(s, put(tmp_path, "so2.xlsx", register(rows)))
    period = period_of(report_rules(s), PERIOD)
    known = figures.known_codes(s, PERIOD)
    found = summary_of(replace(table, field="Hộ tịch"), period, known)
    assert found.total is not None
    assert (found.rows, found.total.early, found.doubles) == (3, 2, 1)
    assert known == {"h0"}
    (votes,) = read_figures(s, put(tmp_path, "hl.xlsx", export(labels("satisfaction"), [[1, "UBND", "Lan", 40, 30, "", 8, "", 2, ""]])))
    reading = summary_of(votes, period, set()).readings[0]
    assert (reading.indicator, reading.numerator, reading.denominator) == ("hai_long", 38, 40)


def test_the_whole_commune_in_one_row_beside_its_fields_is_told(s: Session, tmp_path: Path) -> None:
    """A table by units and one by fields tell of the same dossiers: said before they are added; one not counted keeps its indicators."""
    take(s, put(tmp_path, "a.xlsx", export(labels("form_06a"), [HO_TICH])))
    titles = [*labels("week_2026")[:15], "Dừng xử lý", "Rút", "Từ chối"]
    row = [1, "UBND xã An Bình", 20, 10, 2, 2, 4, 2, 13, 5, 5, 3, 4, 3, 1, 1, 1, 1]
    (table,) = read_figures(s, put(tmp_path, "b.xlsx", export(titles, [row])))
    assert figures.tells_the_same(s, PERIOD, table) == ["a.xlsx"]
    figures.import_figures(s, PERIOD, [replace(table, counted=False)])
    form = figures.form_06a(s, PERIOD)
    assert (form.total.received, len(form.files), form.breaks) == (10, 2, ())
    figures.remove_file(s, form.files[0].id)
    figures.remove_file(s, form.files[1].id)
    assert figures.tells_the_same(s, PERIOD, table) == []
    figures.import_figures(s, PERIOD, [table])
    form = figures.form_06a(s, PERIOD)
    # Stopped, taken back and refused dossiers close the form.
    assert (form.total.received, form.total.on_time, form.breaks) == (20, 8, ())


def test_a_register_can_be_taken_without_its_wrong_rows(s: Session, tmp_path: Path) -> None:
    rows: list[list[object]] = [[n, f"H{n}", "Khai sinh", 1, "A", "", "", "1/7/2026", "5/7/2026", "4/7/2026", "", ""] for n in range(5)]
    rows[2][7] = "31/6/2026"
    (table,) = read_figures(s, put(tmp_path, "so.xlsx", register(rows)))
    with pytest.raises(UsageError, match="figures.has_errors"):
        figures.import_figures(s, PERIOD, [table])
    figures.import_figures(s, PERIOD, [replace(table, field="Hộ tịch", skip_errors=True)])
    assert figures.form_06a(s, PERIOD).total.received == 4
    bad = put(tmp_path, "b.xlsx", export(labels("form_06a"), [[1, "Hộ tịch", 10, "sáu", 3, 1, 8, 4, 3, 1, 2, 2, 0]]))
    with pytest.raises(UsageError, match="figures.has_errors"):
        figures.import_figures(s, PERIOD, [replace(t, skip_errors=True) for t in read_figures(s, bad)])


def test_dossiers_one_by_one_beside_their_sums_are_told(s: Session, tmp_path: Path) -> None:
    """A register tells of the same dossiers as form II.06a of the same system: nobody adds both without being asked."""
    take(s, put(tmp_path, "a.xlsx", export(labels("form_06a"), [HO_TICH])))
    row = [1, "H1", "Khai sinh", 1, "A", "", "", "1/7/2026", "5/7/2026", "4/7/2026", "", ""]
    (table,) = read_figures(s, put(tmp_path, "so.xlsx", register([row])))
    assert figures.tells_the_same(s, PERIOD, table) == ["a.xlsx"]
    other = read_figures(s, put(tmp_path, "b.xlsx", export(labels("form_06a"), [HO_TICH, HO_TICH])))
    assert figures.tells_the_same(s, PERIOD, other[0]) == [], "another office's part of the same form is added"


def test_online_payment_by_field_is_summed(s: Session, tmp_path: Path) -> None:
    titles = ["STT", "Lĩnh vực", "Số hồ sơ phải thanh toán", "Số hồ sơ thanh toán trực tuyến", "Tỷ lệ"]
    rows = [[1, "Hộ tịch", 100, 80, 0.8], [2, "Chứng thực", 600, 400, 0.67], [3, "Đất đai", 50, 20, 0.4], [None, "Tổng số", 750, 500, 0.67]]
    (table,) = read_figures(s, put(tmp_path, "tt.xlsx", export(titles, rows)))
    reading = summary_of(table, period_of(report_rules(s), PERIOD), set()).readings[0]
    assert (reading.indicator, reading.numerator, reading.denominator) == ("thanh_toan_tt", 500, 750)


def test_all_rows_of_a_table_by_units_can_be_ours(s: Session, tmp_path: Path) -> None:
    rows = [[1, "Hộ tịch", "", 40, 30, "", 8, "", 2, ""], [2, "Đất đai", "", 10, 5, "", 5, "", 0, ""]]
    (table,) = read_figures(s, put(tmp_path, "hl.xlsx", export(labels("satisfaction"), rows)))
    assert table.needs_unit
    with pytest.raises(UsageError, match="figures.needs_unit"):
        figures.import_figures(s, PERIOD, [table])
    figures.import_figures(s, PERIOD, [replace(table, all_rows=True)])
    (reading,) = [r for r in indicators.readings(s.workspace.conn) if r.indicator == "hai_long"]
    assert (reading.numerator, reading.denominator) == (48, 50)


def test_what_was_left_out_is_told_of_a_file(s: Session, tmp_path: Path) -> None:
    rows: list[list[object]] = [[n, f"H{n}", "Khai sinh", 1, "A", "", "", "1/7/2026", "5/7/2026", "4/7/2026", "", ""] for n in range(3)]
    rows[0][7] = "31/6/2026"
    rows[0][8] = "35/6/2026"
    (table,) = read_figures(s, put(tmp_path, "so.xlsx", register(rows)))
    assert (len(table.errors), table.wrong_rows) == (2, 1)
    figures.import_figures(s, PERIOD, [replace(table, skip_errors=True)])
    assert [(f.skipped, f.counted) for f in figures.files(s, PERIOD)] == [(1, True)]
