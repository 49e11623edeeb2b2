"""Reports and days off are said in the language of the window; in Vietnamese as the domain names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from kh_desktop.commands.due import _line as due_line
from kh_desktop.domain.reports import ReportRules, report_periods
from kh_desktop.domain.schedule import Entry
from kh_desktop.services.messages import said
from kh_desktop.ui.calendar.list_words import row_note
from kh_desktop.ui.calendar.lists import Row
from kh_desktop.ui.due_words import days_left, due_words, entry_name, entry_tip, note_words, off_words, phrase_words, say_of_day, whose
from kh_desktop.ui.i18n import set_language

RULES = ReportRules(first_start="", every=("quarter", "half_year", "year"))


def reports() -> list[Entry]:
    return [
        Entry(f"report:{p.key}", 0, "report", p.due, p.due, p.start, "", p.name, (), "Số liệu từ 15/12/2026 đến 14/03/2027")
        for p in report_periods(RULES, "2027-01-01", "2027-12-31")
    ]


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    set_language("en")
    yield
    set_language("vi")


def test_vietnamese_is_what_the_domain_says(qapp: QApplication) -> None:
    assert len(reports()) == 7
    for entry in reports():
        assert entry_name(entry) == entry.title
        assert phrase_words(entry) == whose(entry) == entry.phrase
    for name in ("", "Chủ nhật", "Làm bù", "Tết Nguyên đán (dự kiến)"):
        assert off_words(name) == name


def test_reports_in_english(english: None) -> None:
    assert [entry_name(entry) for entry in reports()][:2] == ["Quarterly report I/2027", "Quarterly report II/2027"]
    assert {entry_name(entry) for entry in reports()} >= {"Half-year report 1/2027", "Half-year report 2/2027", "Yearly report 2027"}
    assert whose(reports()[0]) == "Figures from 15/12/2026 to 14/03/2027"


def test_a_phrase_of_a_plan_stays_as_it_is_printed(english: None) -> None:
    assert phrase_words(Entry("task:1:2027-06-30", 1, "due", "2027-06-30", "2027-06-30", "", "1", "Rà soát", (), "Quý II")) == "Quý II"


def test_days_off_in_english(english: None) -> None:
    assert off_words("thứ Bảy") == "Saturday"
    assert off_words("Tết Nguyên đán (dự kiến)") == "Tết Nguyên đán (provisional)"
    sentence = say_of_day(said("schedule.day_off_kept", original="27/02/2027", name="thứ Bảy", day="26/02/2027"))
    assert sentence == "27/02/2027 is a day off (Saturday)."


SATURDAY = Entry(
    "task:1:2026-11-14", 1, "due", "2026-11-13", "2026-11-14", "", "I.1", "Rà soát", ("Văn phòng",), "14/11/2026",
    day_off="thứ Bảy", state="late",
)  # fmt: skip


def test_a_deadline_on_a_day_off_is_said_alike_everywhere(qapp: QApplication) -> None:
    today = date(2026, 11, 21)
    days = days_left(SATURDAY, today)
    assert due_words(SATURDAY, days) == "quá hạn 7 ngày (13/11/2026)"
    assert note_words(SATURDAY, days) == "Văn phòng · 14/11/2026 là thứ Bảy"
    assert "14/11/2026 là thứ Bảy, tính ngày làm việc trước đó" in entry_tip(SATURDAY)
    calendar = row_note(Row(entry=SATURDAY), today.isoformat())
    assert calendar == "13/11/2026 (quá hạn 7 ngày) · Văn phòng · 14/11/2026 là thứ Bảy"
    assert due_line(SATURDAY, today).strip().startswith("13/11/2026 (quá 7 ngày, 14/11/2026 là thứ Bảy)")


def test_the_day_off_is_named_only_when_it_decides(qapp: QApplication) -> None:
    assert note_words(replace(SATURDAY, state="soon", unsigned=True), 3) == "Văn phòng · kế hoạch chưa ban hành"
    assert note_words(replace(SATURDAY, state="done", unsigned=True), 3) == "Văn phòng"
    assert "kế hoạch chưa ban hành" in due_line(replace(SATURDAY, unsigned=True), date(2026, 11, 1))
    assert note_words(replace(SATURDAY, state="soon"), 3) == "Văn phòng", "still ahead: the tool tip says it"
    assert note_words(replace(SATURDAY, day="2026-11-16", moved=True), -5) == "Văn phòng", "moved: the new day counts"


def test_a_deadline_on_a_day_off_in_english(english: None) -> None:
    assert note_words(SATURDAY, -7) == "Văn phòng · 14/11/2026 is Saturday"
    assert "14/11/2026 is Saturday; the working day before it counts" in entry_tip(SATURDAY)
