"""A period's report: sentences from figures, edits that stay, the workbook LibreOffice recalculates, Word and PDF of the narrative."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.model import Evidence, Office, TaskState
from kh_desktop.services import figures, form_lines, indicators, periods, plans, progress, targets
from kh_desktop.services.figure_files import layouts, read_figures
from kh_desktop.services.office import get_office, save_office
from kh_desktop.services.report_out import export_report, preview_report
from kh_desktop.services.report_texts import as_plan, outline_keys, report, set_section, set_text
from kh_desktop.services.sample import make_sample
from kh_desktop.services.session import Session, open_session
from tests.importing.figure_books import export

PERIOD, TODAY = "2027-Q1", date(2027, 3, 15)
FIELDS = ("Hộ tịch", "Chứng thực")


def put(folder: Path, name: str, layout_id: str, rows: list[list[object]]) -> Path:
    layout = next(x for x in layouts() if x.id == layout_id)
    path = folder / name
    path.write_bytes(export([c.labels[0] for c in layout.columns], rows))
    return path


@pytest.fixture
def s(tmp_path: Path) -> Iterator[Session]:
    with closing(open_session(tmp_path / "sổ.khdb")) as session:
        plan_id = make_sample(session)
        targets.take_targets(session, plan_id, targets.found_targets(session, plan_id))
        rows: list[list[object]] = [
            [i, n, 10 * i, 6 * i, 3 * i, i, 8 * i, 4 * i, 3 * i, i, 2 * i, 2 * i, 0] for i, n in enumerate(FIELDS, 1)
        ]
        files = [
            put(tmp_path, "06a.xlsx", "form_06a", rows),
            put(tmp_path, "hai-long.xlsx", "satisfaction", [[1, "UBND", "Lan", 40, 30, "", 8, "", 2, ""]]),
            put(tmp_path, "phi.xlsx", "q766_payment", [[1, "UBND", 0, 0, 0, 0, 0, 0]]),
        ]
        for file in files:
            figures.import_figures(session, PERIOD, read_figures(session, file))
        typed = {"online": 18, "direct": 9, "carried": 3, "early": 12, "on_time": 9, "late": 3, "open_in_time": 6}
        figures.set_line(session, PERIOD, "=HYPERLINK(1)", **typed)
        task = plans.get_plan(session, plan_id).groups[0].tasks[0]
        progress.set_progress(session, [task.id], state=TaskState.DONE)
        progress.add_evidence(session, task.id, Evidence(number="05/KH-UBND", issued="2027-01-20"))
        yield session


def said(s: Session, key: str) -> list[str]:
    view = report(s, PERIOD, today=TODAY)
    return [x.text for x in next(section for section in view.sections if section.key == key).sentences]


def test_the_narrative_says_figures_targets_and_evidence(s: Session) -> None:
    settled = said(s, "settled")
    assert settled[0].startswith("Tổng số hồ sơ tiếp nhận: 60 hồ sơ, trong đó tiếp nhận trực tuyến 36, trực tiếp và qua bưu chính 18")
    assert "Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn: 87,5% (42/48); mức giao ≥ 98%: chưa đạt." in settled
    assert any("mức giao ≥ 95%: đạt" in x for x in said(s, "one_stop"))
    assert any("05/KH-UBND ngày 20/01/2027" in x for x in said(s, "one_stop"))
    assert "Tỷ lệ hồ sơ thanh toán trực tuyến: không phát sinh trong kỳ." in said(s, "electronic")
    assert said(s, "feedback") == ["Không phát sinh trong kỳ."]
    # What nobody measured is missing; it is not said that nothing arose.
    assert said(s, "public") == ["Chưa có số liệu trong kỳ."]
    assert said(s, "proposals") == ["Không có."]


def test_small_forms_speak_when_they_have_lines(s: Session) -> None:
    form_lines.set_form_line(s, PERIOD, "pakn", "Đất đai", carried=1, new=3, settled=2, open=1, forwarded=1)
    assert said(s, "feedback")[0].startswith("Tiếp nhận 4 phản ánh, kiến nghị, trong đó kỳ trước chuyển qua 1, mới tiếp nhận 3")
    with pytest.raises(UsageError, match="field.unknown"):
        form_lines.set_form_line(s, PERIOD, "pakn", "Đất đai", total=9)
    form_lines.remove_form_line(s, PERIOD, "pakn", "đất đai")
    assert said(s, "feedback") == ["Không phát sinh trong kỳ."]


def test_what_a_person_writes_stays_and_can_be_taken_back(s: Session) -> None:
    before = said(s, "settled")
    set_text(s, PERIOD, "settled.0", "Tiếp nhận 60 hồ sơ.")
    set_text(s, PERIOD, "settled.1", "")
    set_text(s, PERIOD, "proposals.added", "Đề nghị tập huấn thêm.")
    assert said(s, "settled")[:2] == ["Tiếp nhận 60 hồ sơ.", ""]
    view = report(s, PERIOD, today=TODAY)
    assert [x.own for x in view.sections[4].sentences[:3]] == [True, True, False]
    assert view.sections[-1].added == "Đề nghị tập huấn thêm."
    assert report(s, "2027-Q2", today=TODAY).sections[-1].added == ""
    set_text(s, PERIOD, "settled.0", None)
    s.undo()
    s.undo()
    s.undo()
    s.undo()
    assert said(s, "settled") == before


def test_the_office_names_and_leaves_out_sections(s: Session) -> None:
    set_section(s, "outreach", hidden=True)
    set_section(s, "public", heading="Niêm yết, công khai")
    keys = [section.key for section in report(s, PERIOD, today=TODAY).sections]
    assert "outreach" not in keys
    assert ("public", "Niêm yết, công khai", 2, False) in outline_keys(s)
    with pytest.raises(UsageError, match="report.unknown_section"):
        set_section(s, "x", hidden=True)


def test_a_form_worded_by_the_office_is_printed(s: Session, tmp_path: Path) -> None:
    from dataclasses import replace

    own = form_lines.form(s, "06a")
    changed = replace(
        own, title="Biểu của xã", confirmed=False, columns=(own.columns[0], replace(own.columns[1], label="Mảng việc"), *own.columns[2:])
    )
    form_lines.save_form(s, changed)
    sheet = load_workbook(export_report(s, PERIOD, tmp_path / "b.xlsx", today=TODAY)).worksheets[0]
    words = {cell.value for row in sheet.iter_rows(max_row=8) for cell in row}
    assert {"BIỂU CỦA XÃ", "Mảng việc", "Theo mẫu của văn phòng"} <= words
    with pytest.raises(KhError, match="forms.wrong_columns"):
        form_lines.save_form(s, replace(own, columns=own.columns[:-1]))
    small = form_lines.form(s, "pakn")
    with pytest.raises(UsageError, match="forms.columns_lost"):
        form_lines.save_form(s, replace(small, columns=small.columns[:-1]))
    form_lines.reset_form(s, own.code)
    assert form_lines.form(s, "06a") == own


def test_the_workbook_has_what_the_program_shows(s: Session, tmp_path: Path) -> None:
    form_lines.set_form_line(s, PERIOD, "pakn", "Đất đai", new=3, settled=3)
    out = export_report(s, PERIOD, tmp_path / "b.xlsx", today=TODAY)
    book = load_workbook(out)
    assert book.sheetnames == ["II.06a", "Chỉ tiêu", "Nhiệm vụ", "PAKN", "Nguồn số liệu"]
    first = book["II.06a"]
    assert (first.page_setup.orientation, first.page_setup.fitToWidth, first.page_setup.fitToHeight) == ("landscape", 1, 0)
    typed = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and cell.value == "=HYPERLINK(1)"
    ]
    assert [cell.data_type for cell in typed] == ["s"]
    # What we export can be read in again.
    (table,) = [t for t in read_figures(s, out) if t.layout and t.layout.id == "form_06a"]
    assert not table.errors
    assert [row.counts["received"] for row in table.read.rows] == [10, 20, 30]
    assert table.read.totals[-1].counts["settled"] == 48


@pytest.mark.libreoffice
def test_libreoffice_works_out_every_formula_to_the_result_stored(s: Session, tmp_path: Path) -> None:
    """The stored results are taken out first, so that what LibreOffice shows is its own work."""
    out = export_report(s, PERIOD, tmp_path / "b.xlsx", today=TODAY)
    bare = tmp_path / "bare.xlsx"
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
    count = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    count += 1
                    mine, his = ours[sheet.title][cell.coordinate].value, theirs[sheet.title][cell.coordinate].value
                    assert his == pytest.approx(mine) if isinstance(mine, int | float) else (his or "") == (mine or ""), (
                        sheet.title,
                        cell.coordinate,
                    )
    assert count > 25
    shutil.rmtree(tmp_path / "profile", ignore_errors=True)


def test_word_and_pdf_and_wrong_requests(s: Session, tmp_path: Path) -> None:
    assert export_report(s, PERIOD, tmp_path / "b.docx", today=TODAY).read_bytes().startswith(b"PK")
    assert export_report(s, PERIOD, tmp_path / "b.pdf", today=TODAY).read_bytes().startswith(b"%PDF-")
    assert preview_report(s, PERIOD, today=TODAY).pages >= 2
    with pytest.raises(UsageError, match="report.unknown_format"):
        export_report(s, PERIOD, tmp_path / "b.odt", today=TODAY)
    with pytest.raises(KhError, match="period.unreadable"):
        report(s, "xx", today=TODAY)


def test_a_workspace_without_plan_still_reports(tmp_path: Path) -> None:
    with closing(open_session(tmp_path / "trống.khdb")) as s:
        save_office(s, Office(agency=get_office(s).agency))
        view = report(s, PERIOD, today=TODAY)
        assert view.plan_id == 0
        assert export_report(s, PERIOD, tmp_path / "b.xlsx", today=TODAY).exists()
        assert export_report(s, PERIOD, tmp_path / "b.pdf", today=TODAY).exists()


def test_a_report_needs_the_figures_of_the_plan_it_is_about(tmp_path: Path) -> None:
    """A plan of the coming year that is not followed yet: its targets are what a report of that year is held against."""
    with closing(open_session(tmp_path / "s.khdb")) as session:
        make_sample(session)
        lacking = {m.code for m in periods.missing(session, PERIOD, date(2026, 11, 21))}
        assert lacking & {"ready.no_reading", "ready.no_readings"}


def test_shares_are_not_added_up(s: Session, tmp_path: Path) -> None:
    for label, saving in (("Đăng ký kết hôn", 10), ("Chứng thực", 20)):
        form_lines.set_form_line(s, PERIOD, "review", label, reviewed=1, saving=saving)
    book = load_workbook(export_report(s, PERIOD, tmp_path / "b.xlsx", today=TODAY))
    rows = [[c.value for c in row] for row in book["Rà soát"].iter_rows()]
    total = next(row for row in rows if any(str(v).upper() == "TỔNG SỐ" for v in row))
    place = next(row for row in rows if any(str(v).startswith("Chi phí tuân thủ") for v in row)).index("Chi phí tuân thủ tiết kiệm (%)")
    assert total[place] in (None, "") and any(str(v).startswith("=SUM") for v in total)


def test_just_short_of_a_target_is_not_reached(s: Session) -> None:
    indicators.set_reading(s, "dung_han", PERIOD, numerator=979, denominator=1000)
    assert any("97,9% (979/1.000); mức giao ≥ 98%: chưa đạt, còn cách 0,1 điểm %." in x for x in said(s, "settled"))
    assert any(x.startswith("Chưa đạt: Tỷ lệ hồ sơ giải quyết trước hạn") for x in said(s, "difficulties"))
    assert any(x.startswith("Đạt: Mức độ hài lòng") for x in said(s, "achieved"))
    late = next(x for x in said(s, "settled") if x.startswith("Lĩnh vực có hồ sơ quá hạn"))
    assert "đã giải quyết quá hạn và đang giải quyết quá hạn" in late


def test_where_withdrawn_dossiers_count_is_said_in_the_narrative(s: Session) -> None:
    figures.set_line(s, PERIOD, "Đất đai", online=3, early=2, withdrawn=1)
    assert any("được tính vào cột “Đúng hạn”" in x for x in said(s, "settled"))
    figures.set_withdrawn(s, PERIOD, "apart")
    assert any(x.startswith("Ngoài ra có 1 hồ sơ") for x in said(s, "settled"))


def test_a_task_that_comes_again_is_named_once(s: Session) -> None:
    coming = said(s, "next")
    tasks = [x.partition(" (đến ngày")[0] for x in coming]
    units = [x.rpartition("2027")[2] for x in coming]
    assert coming and len(set(zip(tasks, units, strict=True))) == len(coming)


def test_an_emptied_section_leaves_no_bare_heading(s: Session) -> None:
    heading = "Tiếp nhận, xử lý phản ánh, kiến nghị"
    set_text(s, PERIOD, "feedback.0", "")
    plan = as_plan(s, report(s, PERIOD, today=TODAY))
    assert heading not in [child.heading for top in plan.sections for child in top.children]
    set_text(s, PERIOD, "feedback.added", "Xã không có kiến nghị.")
    plan = as_plan(s, report(s, PERIOD, today=TODAY))
    assert heading in [child.heading for top in plan.sections for child in top.children]


def test_the_sources_name_lines_typed_by_hand(s: Session, tmp_path: Path) -> None:
    figures.set_line(s, PERIOD, "Hộ tịch", on_time=5)
    book = load_workbook(export_report(s, PERIOD, tmp_path / "b.xlsx", today=TODAY))
    words = [str(c.value) for row in book["Nguồn số liệu"].iter_rows() for c in row if c.value]
    assert "Nhập tay: Hộ tịch" in words
