"""Indicators through the command line: list, set, import, found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kh_desktop.services.figure_files import layouts
from kh_desktop.services.figures import form_06a
from kh_desktop.services.plan_file import plan_to_json
from kh_desktop.services.plans import get_plan, list_plans
from kh_desktop.services.sample import make_sample
from kh_desktop.services.session import open_session
from tests.cli.conftest import Kh
from tests.importing.figure_books import export

HO_TICH = [1, "Hộ tịch", 10, 6, 3, 1, 8, 4, 3, 1, 2, 2, 0]


@pytest.fixture
def full(book: Path) -> Path:
    """A workspace with the sample plan."""
    session = open_session(book)
    make_sample(session, figures=False)
    assert plan_to_json(get_plan(session, list_plans(session)[0].id))["targets"] == []
    session.close()
    return book


def test_a_figure_is_set_listed_and_removed(kh: Kh, full: Path) -> None:
    done = kh(
        "--workspace", full, "kpi", "set", "dung_han", "2026Q3", "--num", "189", "--den", "200", "--note", "Chốt 14/9", "--who", "Lan"
    )
    assert done.code == 0 and "quý III/2026: 94,5% (189/200) (nhập tay)" in done.out
    data = kh("--workspace", full, "kpi", "list", "--period", "quý III/2026", "--json").json
    found = next(i for i in data["indicators"] if i["key"] == "dung_han")["readings"][0]
    assert data["period"] == "2026-Q3" and len(data["indicators"]) == 29
    assert (found["figure"], found["numerator"], found["who"], found["note"]) == ("94.5", "189", "Lan", "Chốt 14/9")
    assert "94,5%" in kh("--workspace", full, "kpi", "list").out
    assert "Đã bỏ số liệu" in kh("--workspace", full, "kpi", "set", "dung_han", "2026Q3", "--remove").out
    assert "94,5%" not in kh("--workspace", full, "kpi", "list").out


def test_strange_and_wrong_figures(kh: Kh, full: Path) -> None:
    over = kh("--workspace", full, "kpi", "set", "thanh_toan_tt", "2026-9T", "120%", "--json")
    assert over.code == 1 and over.json["figure"] == "120" and len(over.json["doubts"]) == 1
    for arguments, code in (
        (("dung_han", "2026Q3", "0,95"), 3), (("dung_han", "2026Q7", "95%"), 3), (("khong_co", "2026Q3", "95%"), 2),
        (("dung_han", "2026Q3", "--num", "3"), 2), (("dung_han", "2026Q3"), 2), (("dung_han", "2026Q3", "--remove"), 2),
    ):  # fmt: skip
        refused = kh("--workspace", full, "kpi", "set", *arguments)
        assert refused.code == code and refused.err.strip(), arguments
    nothing = kh("--workspace", full, "kpi", "set", "xin_loi", "2026-07", "--num", "0", "--den", "0")
    assert nothing.code == 0 and "tháng 7/2026: không phát sinh" in nothing.out


def test_a_table_is_imported_or_not_at_all(kh: Kh, full: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Chỉ tiêu;Kết quả\nhai_long;94,5%\nso_hoa_hs;97\n", "utf-8-sig")
    done = kh("--workspace", full, "kpi", "import", tmp_path / "a.csv", "2026")
    assert done.code == 0 and done.out.strip() == "Đã lấy 2 số liệu của năm 2026 từ tệp."
    (tmp_path / "b.csv").write_text("Chỉ tiêu;Kết quả\nhai_long;94,5%\nso_hoa_hs;-7\n", "utf-8-sig")
    refused = kh("--workspace", full, "kpi", "import", tmp_path / "b.csv", "2025")
    assert refused.code == 3 and "dòng 3, cột 2: Số liệu không được âm: -7." in refused.err
    listed = kh("--workspace", full, "kpi", "list", "--json").json["indicators"]
    assert {r["period"] for i in listed for r in i["readings"]} == {"2026-Y"}


def test_the_same_dossiers_in_another_cut_are_not_added_in_silence(kh: Kh, full: Path, tmp_path: Path) -> None:
    week = [1, "UBND", 20, 10, 2, 2, 4, 2, 15, 5, 7, 3, 5, 4, 1]
    for name, kind, row in (("a.xlsx", "form_06a", HO_TICH), ("b.xlsx", "week_2026", week)):
        labels = [c.labels[0] for c in next(x for x in layouts() if x.id == kind).columns]
        (tmp_path / name).write_bytes(export(labels[: len(row)], [row]))
    assert kh("--workspace", full, "kpi", "import", tmp_path / "a.xlsx", "2027Q1").code == 0
    done = kh("--workspace", full, "kpi", "import", tmp_path / "b.xlsx", "2027Q1")
    assert done.code == 1 and "Không cộng b.xlsx vào biểu" in done.out
    session = open_session(full)
    assert form_06a(session, "2027-Q1").total.received == 10
    session.close()


def test_a_locked_file_is_called_locked(kh: Kh, full: Path, tmp_path: Path) -> None:
    book = tmp_path / "khoa.xlsx"
    book.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    refused = kh("--workspace", full, "kpi", "import", book, "2027Q1")
    assert refused.code == 3 and "mật khẩu" in refused.err


def test_found_targets_are_taken_and_go_with_the_exported_plan(kh: Kh, full: Path, tmp_path: Path) -> None:
    offered = kh("--workspace", full, "kpi", "found", 1, "--json").json
    assert offered["taken"] == 0 and {"dung_han", "hai_long", "thanh_toan_tt"} <= {f["indicator"] for f in offered["found"]}
    sure = sum(f["sure"] for f in offered["found"])
    taken = kh("--workspace", full, "kpi", "found", 1, "--take")
    assert f"Đã nhận {sure} mức giao vào kế hoạch." in taken.out
    assert kh("--workspace", full, "kpi", "found", 1, "--take", "--json").json["taken"] == 0
    assert "[≥ 98%]" in kh("--workspace", full, "kpi", "list", "--plan", 1).out
    kh("--workspace", full, "export", 1, tmp_path / "a.json")
    assert len(json.loads((tmp_path / "a.json").read_text("utf-8"))["targets"]) == sure
    back = kh("--workspace", full, "import", tmp_path / "a.json", "--save", "--json")
    assert len(kh("--workspace", full, "plan", "show", back.json["id"], "--json").json["plan"]["targets"]) == sure
