"""Rows of figures: written in steps, taken back whole, with a log that outlives the session."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kh_desktop.domain.indicators import Reading
from kh_desktop.store import figures, indicators, report_rows
from kh_desktop.store.workspace import Workspace, open_workspace

PERIOD = "2026-Q3"
FILE = {"period": PERIOD, "name": "một cửa.xlsx", "layout": "week_2026", "sha256": "ab", "size": 12, "row_count": 2, "added": "2026-09-15"}


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    opened = open_workspace(tmp_path / "a.khdb")
    yield opened
    opened.close()


def test_a_file_keeps_its_rows_packed_and_goes_with_its_lines(ws: Workspace) -> None:
    rows = [["H1", "Hộ tịch", 3], ["H2", "Đất đai", None]]
    with ws.unit_of_work("t") as uow:
        file_id = figures.add_file(uow, FILE, {"online": 2}, rows)
        figures.add_line(uow, PERIOD, "06a", "Hộ tịch", {"online": 2}, file_id=file_id)
        figures.add_line(uow, PERIOD, "06a", "Đất đai", {"late": 1})
        indicators.write_reading(uow, Reading(0, "so_hoa_hs", PERIOD, value=Decimal(95), origin="imported", file_id=file_id))
    assert figures.file_rows(ws.conn, file_id) == rows and figures.file_rows(ws.conn, 99) is None
    (kept,) = figures.files(ws.conn, PERIOD)
    assert (kept.name, kept.summary, kept.row_count) == ("một cửa.xlsx", {"online": 2}, 2) and figures.same_file(ws.conn, PERIOD, "ab") == [
        kept
    ]
    with ws.unit_of_work("t") as uow:
        figures.remove_file(uow, file_id)
    assert [line.field for line in figures.lines(ws.conn, PERIOD, "06a")] == ["Đất đai"] and indicators.readings(ws.conn) == []
    ws.undo()
    assert figures.file_rows(ws.conn, file_id) == rows
    assert [(line.field, line.file_id, line.counts) for line in figures.lines(ws.conn, PERIOD, "06a")] == [
        ("Hộ tịch", file_id, {"online": 2}), ("Đất đai", 0, {"late": 1}),
    ]  # fmt: skip
    assert figures.periods_with_figures(ws.conn) == indicators.periods_with_readings(ws.conn) == {PERIOD}


def test_one_reading_for_each_indicator_period_origin_and_file(ws: Workspace) -> None:
    base = Reading(0, "dung_han", PERIOD, Decimal(189), Decimal(200), at="2026-09-15T08:00:00", who="Lan")
    with ws.unit_of_work("t") as uow:
        first = indicators.write_reading(uow, base)
    with ws.unit_of_work("t") as uow:
        assert (
            indicators.write_reading(uow, Reading(0, "dung_han", PERIOD, Decimal(189), Decimal(200), at="2026-09-16", who="Hoa")) == first
        )
    assert (kept := indicators.reading(ws.conn, first)) and kept.who == "Lan", "the same figure again is no change"
    assert indicators.log(ws.conn, "reading", first) == []
    with ws.unit_of_work("t") as uow:
        indicators.write_reading(uow, Reading(0, "dung_han", PERIOD, value=Decimal("94.25"), who="Hoa"))
        indicators.write_reading(uow, Reading(0, "dung_han", PERIOD, value=Decimal(90), origin="imported"))
    assert [(r.id, r.value, r.numerator) for r in indicators.readings(ws.conn, indicator="dung_han")][0] == (first, Decimal("94.25"), None)
    assert len(indicators.readings(ws.conn, period=PERIOD)) == 2 and indicators.readings(ws.conn, period="2026-Q2") == []
    assert [p.before["numerator"] for p in indicators.log(ws.conn, "reading", first)] == ["189"]


def test_a_removed_figure_leaves_its_log_and_nobody_inherits_it(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path / "b.khdb")
    with ws.unit_of_work("t") as uow:
        gone = indicators.write_reading(uow, Reading(0, "dung_han", PERIOD, value=Decimal(90)))
    with ws.unit_of_work("t") as uow:
        uow.remove("reading", gone)
    ws.close()
    ws = open_workspace(tmp_path / "b.khdb")
    with ws.unit_of_work("t") as uow:
        new = indicators.write_reading(uow, Reading(0, "hai_long", PERIOD, value=Decimal(95)))
    assert new != gone and indicators.log(ws.conn, "reading", new) == []
    assert [p.before["value"] for p in indicators.log(ws.conn, "reading", gone)] == ["90"]
    ws.close()


def test_reports_templates_and_layouts(ws: Workspace) -> None:
    assert report_rows.report(ws.conn, PERIOD).id == 0 and report_rows.withdrawn_choices(ws.conn) == {}
    with ws.unit_of_work("t") as uow:
        made = report_rows.write_report(uow, PERIOD, at="2026-09-15", texts={"mo_dau": "Kính gửi"}, choices={"withdrawn": "open"})
        assert report_rows.write_report(uow, PERIOD, at="2026-09-16", state="sent") == made
        report_rows.write_template(uow, "II.06a", {"title": "Biểu"})
        figures.write_layout_map(uow, "abc", "Tỉnh", {"field": 1})
    kept = report_rows.report(ws.conn, PERIOD)
    assert (kept.state, kept.texts, kept.choices, kept.at) == ("sent", {"mo_dau": "Kính gửi"}, {"withdrawn": "open"}, "2026-09-16")
    assert report_rows.withdrawn_choices(ws.conn) == {PERIOD: "open"}
    assert report_rows.templates(ws.conn) == {"II.06a": {"title": "Biểu"}} and figures.layout_map(ws.conn, "abc") == ("Tỉnh", {"field": 1})
    with ws.unit_of_work("t") as uow:
        report_rows.write_template(uow, "II.06a", None)
        figures.write_layout_map(uow, "abc", "", None)
    assert report_rows.templates(ws.conn) == {} and figures.layout_maps(ws.conn) == {}
    for _ in range(2):
        ws.undo()
    assert report_rows.report(ws.conn, PERIOD).id == 0
    assert ws.conn.execute("SELECT count(*) FROM plan_touch").fetchone() == (0,), "the office's own report is no change of a plan"
