"""``kh-desktop due`` and the calendar file on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Kh


def test_due_says_what_is_late_and_what_comes(kh: Kh, book: Path, answers: Path) -> None:
    assert kh("--workspace", book, "plan", "new", "--from", answers).code in (0, 1)
    early = kh("--workspace", book, "due", "--on", "2027-03-20", "--json")
    assert early.code == 1
    assert [e["key"] for e in early.json["overdue"]] == ["report:2027-Q1"]
    assert [(e["number"], e["day"], e["days_left"]) for e in early.json["coming"]] == [("I.1", "2027-03-31", 11)]
    assert kh("--workspace", book, "due", "--on", "2027-03-20", "--within", "10", "--json").json["coming"] == []
    late = kh("--workspace", book, "due", "--on", "2027-09-16")
    assert late.code == 1
    assert "Quá hạn: 5" in late.out and "14/09/2027 (quá 2 ngày)  I.2 =1+1 không phải là công thức – Văn phòng" in late.out


def test_due_without_anything_late_is_done(kh: Kh, book: Path, answers: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    ran = kh("--workspace", book, "due", "--on", "2027-01-05", "--within", "5")
    assert ran.code == 0 and ran.out.splitlines() == ["Đến ngày 05/01/2027, 5 ngày tới:", "Không có việc nào."]


def test_due_refuses_what_makes_no_sense(kh: Kh, book: Path, answers: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    for wrong in (("--on", "2027-02-30"), ("--on", "hôm nay"), ("--within", "-1"), ("--within", "x")):
        assert kh("--workspace", book, "due", *wrong).code == 2
    assert kh("--workspace", book.with_name("không có.khdb"), "due").code == 4


def test_export_of_the_calendar_file_and_demo(kh: Kh, book: Path, answers: Path, tmp_path: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    ran = kh("--workspace", book, "export", "1", "lịch.ics")
    assert ran.code == 0 and (tmp_path / "lịch.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    demo = kh("demo", tmp_path / "mẫu", "--json")
    assert any(name.endswith(".ics") for name in demo.json["files"])
