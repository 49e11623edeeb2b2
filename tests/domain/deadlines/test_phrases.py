"""Phrases of plans with the readings a person wrote down before the reader was run on them."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest

from kh_desktop.domain.deadlines import Milestone, read_deadline
from kh_desktop.resources import resource_json
from tests.domain.deadlines.phrase_table import TABLES, YEAR, Row, as_row, rows

ALL = [row for name in TABLES for row in rows(name)]
SECOND_HALF = ("2025-07-01", "2025-12-31")


@pytest.mark.parametrize("row", ALL, ids=[row.phrase for row in ALL])
def test_phrase_is_read_as_a_person_reads_it(row: Row) -> None:
    assert as_row(read_deadline(row.phrase, year=YEAR)) == row


@pytest.mark.parametrize("row", ALL, ids=[row.phrase for row in ALL])
def test_case_blanks_and_unicode_form_change_nothing(row: Row) -> None:
    for other in (row.phrase.upper(), unicodedata.normalize("NFD", row.phrase), f"  {row.phrase.replace(' ', '   ')} "):
        read = read_deadline(other, year=YEAR)
        assert as_row(read)._replace(phrase=row.phrase) == row, other
        assert read.text == other


def test_the_table_is_large_and_no_phrase_stands_in_it_twice() -> None:
    phrases = [row.phrase for row in ALL]
    assert len(phrases) > 1200
    assert len(set(phrases)) == len(phrases), sorted({p for p in phrases if phrases.count(p) > 1})


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("Thường xuyên", "2025-07-01", "2025-12-31"),
        ("Thường xuyên trong các tháng cuối năm 2025", "2025-07-01", "2025-12-31"),
        ("Hằng tháng", "2025-07-01", "2025-12-31"),
        ("Từ tháng 9", "2025-09-01", "2025-12-31"),
        ("Trong năm 2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_bare_phrase_takes_the_period_of_the_plan(phrase: str, start: str, end: str) -> None:
    read = read_deadline(phrase, year=2025, period=SECOND_HALF)
    assert (read.start, read.end) == (start, end)


def test_a_period_over_new_year_says_which_year_a_month_is_in() -> None:
    period = ("2024-10-01", "2025-09-30")
    assert read_deadline("Tháng 11", year=2024, period=period).start == "2024-11-01"
    assert read_deadline("Tháng 3", year=2024, period=period).start == "2025-03-01"


def test_milestones_of_a_list_and_of_a_recurrence_with_a_day() -> None:
    listed = read_deadline("Trước ngày 15/6 và 15/12/2024", year=2024).milestones
    assert listed == (Milestone(None, "2024-06-14"), Milestone(None, "2024-12-14"))
    quarters = read_deadline("chậm nhất ngày 15 của tháng cuối quý", year=2024).milestones
    assert [m.end for m in quarters] == ["2024-03-15", "2024-06-15", "2024-09-15", "2024-12-15"]
    months = read_deadline("Trước ngày 31 hằng tháng", year=2024).milestones
    assert [m.end for m in months[:3]] == ["2024-01-30", "2024-02-28", "2024-03-30"]
    assert read_deadline("Trước ngày 15/12 hằng năm", year=2024).milestones == (Milestone(None, "2024-12-14"),)


def test_a_day_after_the_quarter_or_month_is_in_the_month_that_follows() -> None:
    for phrase in ("Trước ngày 05 của tháng đầu quý sau", "Hằng quý, trước ngày 5 tháng đầu quý tiếp theo"):
        read = read_deadline(phrase, year=2026)
        assert [m.end for m in read.milestones] == ["2026-04-04", "2026-07-04", "2026-10-04", "2027-01-04"], phrase
    months = read_deadline("Trước ngày 05 của tháng sau", year=2026, period=("2026-10-01", "2026-12-31")).milestones
    assert [m.end for m in months] == ["2026-11-04", "2026-12-04", "2027-01-04"]
    # The month after the quarter or after each month: not said, so no day.
    assert read_deadline("Hằng quý, trước ngày 05 tháng sau", year=2026).milestones == ()
    assert read_deadline("Trước ngày 05 của tháng cuối quý sau", year=2026).milestones == ()


@pytest.mark.parametrize("phrase", ["Tron năm", "Thường xuyênn", "Tháng 12//2026", "Quý Il/2024"])
def test_a_slip_is_understood_and_flagged(phrase: str) -> None:
    assert read_deadline(phrase, year=2024).misspelt


@pytest.mark.parametrize("phrase", ["Trong năm", "Thường xuyên", "THUONG XUYEN", "Quý II/2024", "Theo yêu cầu của Thanh tra huyện"])
def test_a_right_phrase_is_not_flagged(phrase: str) -> None:
    assert not read_deadline(phrase, year=2024).misspelt


def test_a_day_that_does_not_exist_is_never_corrected() -> None:
    read = read_deadline("Trước ngày 31/9/2025", year=2025)
    assert (read.kind, read.start, read.end, read.suggestion) == ("invalid", None, None, "2025-09-30")


def test_every_deadline_of_the_task_library_is_understood() -> None:
    library = json.dumps(resource_json("tasks", "library.json"), ensure_ascii=False)
    phrases = set(re.findall(r'"deadline": "([^"]+)"', library))
    assert len(phrases) > 20
    for phrase in phrases:
        filled = phrase.replace("{nam}", "2027").replace("{cap_tren}", "UBND tỉnh")
        assert read_deadline(filled, year=2027).kind not in ("unknown", "invalid"), filled
