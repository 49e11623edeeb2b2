"""The main job through the command line, and what each command answers."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Kh
from tests.cli.samples import ANSWERS, OFFICE

# A console that knows no Vietnamese: the plain C locale and a Windows code page.
POOR_CONSOLE = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "cp1252:strict"}


def test_office_is_set_and_shown(kh: Kh, book: Path, office: Path) -> None:
    done = kh("--workspace", book, "office", "set", "--from", office)
    assert done.code == 0 and "Hòa Vân Thượng" in done.out
    shown = kh("--workspace", book, "office", "show", "--json")
    assert shown.json["set_up"] is True
    assert shown.json["office"]["agency"]["name"] == OFFICE["agency"]["name"]
    assert [u["name"] for u in shown.json["office"]["units"]] == [u["name"] for u in OFFICE["units"]]
    assert shown.json["office"]["signers"][0]["name"] == "Đỗ Thị Ưỡn"
    assert "TTPVHCC" in kh("--workspace", book, "office", "show").out


def test_plan_from_answers(kh: Kh, book: Path, answers: Path) -> None:
    made = kh("--workspace", book, "plan", "new", "--from", answers, "--json")
    assert made.code in (0, 1) and (made.code == 1) == bool(made.json["problems"])
    listed = kh("--workspace", book, "plan", "list", "--json").json["plans"]
    assert [(p["id"], p["year"], p["title"], p["state"], p["task_count"]) for p in listed] == [
        (made.json["id"], 2027, ANSWERS["title"], "draft", 2)
    ]
    shown = kh("--workspace", book, "plan", "show", made.json["id"], "--json").json
    assert shown["plan"]["groups"][0]["rows"][0]["content"] == "Lập danh mục thủ tục cần rà soát"
    assert shown["plan"]["legal_bases"] == ["63/2010/NĐ-CP"]
    text = kh("--workspace", book, "plan", "show", made.json["id"])
    assert ANSWERS["title"] in text.out and "dự thảo" in text.out


def test_problems_are_findings(kh: Kh, book: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.json"
    bare.write_text(json.dumps({"agency": "UBND xã Khe Đá", "year": 2027, "title": "Thử"}), encoding="utf-8")
    made = kh("--workspace", book, "plan", "new", "--from", bare)
    assert made.code == 1 and "Còn thiếu: " in made.out


def test_export_and_import_are_lossless(kh: Kh, book: Path, answers: Path, tmp_path: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    for name, start in (("kế hoạch.pdf", b"%PDF"), ("kế hoạch.docx", b"PK"), ("kế hoạch.xlsx", b"PK"), ("kế hoạch.json", b"{")):
        ran = kh("--workspace", book, "export", 1, tmp_path / name, "--json")
        assert ran.code == 0 and Path(ran.json["file"]).read_bytes().startswith(start)
    exported = json.loads((tmp_path / "kế hoạch.json").read_text(encoding="utf-8"))
    read = kh("import", tmp_path / "kế hoạch.json", "--json")
    assert read.code == 0 and read.json == {"plan": exported, "doubts": []}
    other = tmp_path / "sổ khác.khdb"
    saved = kh("--workspace", other, "import", tmp_path / "kế hoạch.json", "--save", "--json")
    kh("--workspace", other, "export", saved.json["id"], tmp_path / "lại.json")
    assert json.loads((tmp_path / "lại.json").read_text(encoding="utf-8")) == exported


def test_text_is_never_a_formula(kh: Kh, book: Path, answers: Path, tmp_path: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    kh("--workspace", book, "export", 1, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as packed:
        sheets = "".join(packed.read(n).decode("utf-8") for n in packed.namelist() if n.startswith("xl/worksheets/"))
    assert "<f>" not in sheets


def test_catalogue_is_found_without_marks(kh: Kh) -> None:
    found = kh("catalogue", "search", "kiem soat thu tuc hanh chinh", "--json")
    assert any(d["number"] == "63/2010/NĐ-CP" for d in found.json["documents"])
    assert "63/2010/NĐ-CP" in kh("catalogue", "search", "63/2010").out
    assert kh("catalogue", "search", "zzzz không có").out.strip() == "Không tìm thấy văn bản nào."


def test_backup_restore_doctor(kh: Kh, book: Path, answers: Path, office: Path) -> None:
    kh("--workspace", book, "office", "set", "--from", office)
    backup = kh("--workspace", book, "backup", "--json").json["backup"]
    kh("--workspace", book, "plan", "new", "--from", answers)
    assert str(backup) in kh("--workspace", book, "restore").out
    done = kh("--workspace", book, "restore", backup, "--json")
    assert done.code == 0 and Path(done.json["kept"]).is_file()
    assert kh("--workspace", book, "plan", "list").out.strip() == "Sổ chưa có kế hoạch nào."
    assert kh("--workspace", done.json["kept"], "plan", "list", "--json").json["plans"][0]["title"] == ANSWERS["title"]
    healthy = kh("--workspace", book, "doctor", "--json")
    assert (healthy.code, healthy.json["findings"]) == (0, [])


def test_demo_makes_everything(kh: Kh, tmp_path: Path) -> None:
    folder = tmp_path / "mẫu" / "sâu hơn"
    made = kh("demo", folder, "--json")
    assert made.code == 0
    assert {Path(f).suffix for f in made.json["files"]} == {".pdf", ".docx", ".xlsx", ".json", ".ics"}
    assert all(Path(f).stat().st_size > 1000 for f in made.json["files"])
    again = kh("demo", folder)
    assert again.code == 2 and "đã có sổ mẫu" in again.err


def test_self_test(kh: Kh, tmp_path: Path) -> None:
    report = tmp_path / "kết quả.json"
    ran = kh("self-test", "--json", report)
    data = json.loads(report.read_text(encoding="utf-8"))
    assert ran.code == 0 and data["ok"] is True and "chạy tốt" in ran.out
    assert len(data["steps"]) >= 8 and all(s["ok"] and s["ms"] >= 0 for s in data["steps"])
    assert kh("self-test", "--json").json["ok"] is True


def test_self_test_finds_a_broken_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    from kh_desktop.commands import self_test
    from kh_desktop.domain.errors import Exit
    from kh_desktop.services import export

    def broken(*_: object) -> Path:
        raise RuntimeError("font files are gone")

    monkeypatch.setattr(export, "export_plan", broken)
    answer = self_test.run()
    assert answer.code is Exit.FINDINGS
    assert "font files are gone" in answer.data["failure"] and not answer.data["steps"][-1]["ok"]


def test_a_poor_console_still_gets_utf8(kh: Kh, book: Path, answers: Path) -> None:
    made = kh("--workspace", book, "plan", "new", "--from", answers, "--json", **POOR_CONSOLE)
    assert made.code in (0, 1)
    listed = kh("--workspace", book, "plan", "list", **POOR_CONSOLE)
    assert ANSWERS["title"] in listed.out
    assert kh("--workspace", book, "plan", "list", "--json", **POOR_CONSOLE).json["plans"][0]["title"] == ANSWERS["title"]
    assert "63/2010/NĐ-CP" in kh("catalogue", "search", "kiểm soát thủ tục hành chính", **POOR_CONSOLE).out
    assert "nhà/không có.khdb" in kh("--workspace", "nhà/không có.khdb", "doctor", **POOR_CONSOLE).err
