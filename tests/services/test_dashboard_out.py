"""The dashboard as an Excel workbook: numbers as numbers, sums and rates as formulas, what is typed never a formula."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Agency, Plan, Target, Task, TaskGroup, TaskState, UnitRef
from kh_desktop.services import indicators, plans
from kh_desktop.services.dashboard_out import aim, dashboard_name, export_dashboard, filter_words
from kh_desktop.services.session import Session

TODAY = date(2026, 11, 21)
VP, TP = (UnitRef("Văn phòng"),), (UnitRef("=Tư pháp"),)
TASKS = (
    Task(content="Niêm yết", lead=VP, deadline="Trước ngày 15/9/2026", state=TaskState.DONE),
    Task(content="=HYPERLINK(1)", lead=VP, deadline="Trước ngày 15/9/2026"),
    Task(content="Tập huấn", lead=TP, deadline="Trước ngày 01/12/2026", state=TaskState.DOING),
    Task(content="Hội nghị", deadline="Trước ngày 10/10/2026"),
)
TARGETS = (
    Target(indicator="dung_han", value="98", comparator=">="),
    Target(indicator="qua_han", value="5", comparator="<="),
    Target(indicator="hai_long", value="90", comparator=">="),
    Target(indicator="so_hoa_hs", comparator="+", growth="20", ceiling="100", base="2024:40"),
    Target(value="80", comparator="=", sentence="@80% cán bộ dự tập huấn"),
)
PLAN = Plan(year=2026, period_start="2026-01-01", period_end="2026-12-31", title="Kế hoạch", agency=Agency("xã", "An Thạnh"))


@pytest.fixture
def plan_id(session: Session) -> int:
    made = plans.new_plan_from(session, replace(PLAN, groups=(TaskGroup(title="I", tasks=TASKS),), targets=TARGETS))
    indicators.set_reading(session, "dung_han", "2026-Q3", numerator=189, denominator=200)
    indicators.set_reading(session, "qua_han", "2026-Q3", numerator=11, denominator=200)
    indicators.set_reading(session, "hai_long", "2026-Q3", numerator=0, denominator=0)
    indicators.set_reading(session, "so_hoa_hs", "2026-Q3", value="82,5")
    return made


def test_numbers_are_numbers_and_rates_are_formulas(session: Session, plan_id: int, tmp_path: Path) -> None:
    out = export_dashboard(session, tmp_path / "Chỉ tiêu.xlsx", TODAY)
    shown, formulas = load_workbook(out, data_only=True), load_workbook(out)
    assert shown.sheetnames == ["Chỉ tiêu", "Quá hạn", "Đơn vị", "Tháng"]
    rows = [[cell.value for cell in row] for row in shown["Chỉ tiêu"].iter_rows(min_row=4)]
    on_time, late, satisfied, scanned, unsure = rows
    assert on_time[2:10] == ["≥ 98%", 98, "%", 189, 200, 94.5, -3.5, "Gần đạt"] and on_time[11:] == ["quý III/2026", "nhập tay"]
    assert late[2:10] == ["≤ 5%", 5, "%", 11, 200, 5.5, -0.5, "Gần đạt"]
    assert satisfied[5:10] == [0, 0, "không phát sinh", None, "Không phát sinh"], "never 100 %"
    assert scanned[2:10] == ["mỗi năm tăng 20 điểm %, đến 100%", 80, "%", None, None, 82.5, 2.5, "Đạt"]
    assert unsure[1] == "@80% cán bộ dự tập huấn" and unsure[9] == "Chưa có số liệu"
    first = [cell.value for cell in formulas["Chỉ tiêu"][4]]
    assert first[7] == '=IF(G4=0,"không phát sinh",F4/G4*100)' and first[8] == "=H4-D4"
    assert formulas["Chỉ tiêu"]["I5"].value == "=D5-H5", "below a limit is good"


def test_units_months_and_what_is_late(session: Session, plan_id: int, tmp_path: Path) -> None:
    book = load_workbook(export_dashboard(session, tmp_path / "b.xlsx", TODAY), data_only=True)
    units = {row[1]: row[2:] for row in book["Đơn vị"].iter_rows(min_row=4, values_only=True)}
    assert units["Văn phòng"] == (1, 0, 1, 0, 2, 1) and units["Chưa giao đơn vị"][:5] == (0, 0, 1, 0, 1)
    total = list(book["Đơn vị"].iter_rows(values_only=True))[-1]
    assert total[2:7] == (1, 1, 2, 0, 4)
    months = list(book["Tháng"].iter_rows(min_row=4, values_only=True))
    assert len(months) == 13 and months[12][0] == "Cả năm" and months[12][1] == sum(m[1] for m in months[:12])
    late = list(book["Quá hạn"].iter_rows(min_row=4, values_only=True))
    assert ("Văn phòng", "I.2. =HYPERLINK(1)") in [row[1:3] for row in late] and all(row[4] > 0 for row in late)


def test_what_people_typed_is_never_a_formula(session: Session, plan_id: int, tmp_path: Path) -> None:
    book = load_workbook(export_dashboard(session, tmp_path / "b.xlsx", TODAY))
    typed = [c for sheet in book for row in sheet.iter_rows() for c in row if isinstance(c.value, str) and c.value[:2] in ("=T", "@8")]
    assert len(typed) >= 2 and {cell.data_type for cell in typed} == {"s"}


def test_the_filters_are_in_the_file_and_work(session: Session, plan_id: int, tmp_path: Path) -> None:
    out = export_dashboard(session, tmp_path / "b.xlsx", TODAY, plan_id=plan_id, unit="Văn phòng", period="2026-Q2")
    book = load_workbook(out, data_only=True)
    assert book["Chỉ tiêu"]["A2"].value == "Kế hoạch · Đơn vị: Văn phòng · Kỳ: quý II/2026 · Đến ngày 21/11/2026"
    assert [row[1] for row in book["Đơn vị"].iter_rows(min_row=4, max_row=4, values_only=True)] == ["Văn phòng"]
    assert book["Chỉ tiêu"]["J4"].value == "Chưa có số liệu"
    with pytest.raises(KhError, match="period.unreadable"):
        export_dashboard(session, tmp_path / "c.xlsx", TODAY, period="quý V")
    assert not (tmp_path / "c.xlsx").exists()


def test_an_empty_workspace_gives_empty_tables(session: Session, tmp_path: Path) -> None:
    book = load_workbook(export_dashboard(session, tmp_path / "b.xlsx", TODAY), data_only=True)
    assert book["Quá hạn"]["A4"].value == "Không có việc nào quá hạn." and "Chưa có kế hoạch" in book["Chỉ tiêu"]["A2"].value
    assert book["Tháng"]["B16"].value == 0


def test_words() -> None:
    assert dashboard_name(TODAY, ".pdf") == "Chi-tieu-2026-11-21.pdf"
    assert filter_words([], "", "", TODAY) == "Chưa có kế hoạch · Mọi đơn vị · Kỳ mới nhất có số liệu · Đến ngày 21/11/2026"
    assert aim(Target(value="60", ceiling="80"), "%") == "60% đến 80%"
    assert aim(Target(comparator="assigned"), "%") == "theo mức cấp trên giao"
    assert aim(Target(comparator="+", growth="-20%"), "ngày") == "mỗi năm giảm 20%" and aim(Target(value="1234.5"), "") == "≥ 1.234,5"


@pytest.mark.libreoffice
def test_libreoffice_works_out_every_formula_to_what_is_shown(session: Session, plan_id: int, tmp_path: Path) -> None:
    out = export_dashboard(session, tmp_path / "b.xlsx", TODAY)
    bare = tmp_path / "bare.xlsx"
    # Without the results stored beside the formulas LibreOffice has to work them out itself.
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(bare, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            data = old.read(item)
            if item.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(<c r=\"[A-Z]+\d+\"[^>]*?)( t=\"str\")?>(<f>.*?</f>)<v>[^<]*</v>", rb"\1>\3", data)
            new.writestr(item, data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "lo"), str(bare)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    ours, formulas = load_workbook(out, data_only=True), load_workbook(out)
    theirs = load_workbook(tmp_path / "lo" / "bare.xlsx", data_only=True)
    cells = [(sheet.title, cell.coordinate) for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(cells) > 20
    for title, place in cells:
        mine, his = ours[title][place].value, theirs[title][place].value
        assert his == (pytest.approx(mine) if isinstance(mine, int | float | Decimal) else mine), (title, place)
    shutil.rmtree(tmp_path / "profile", ignore_errors=True)
