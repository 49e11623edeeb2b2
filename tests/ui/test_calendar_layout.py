"""Properties of the pictures of the calendar, told without Qt."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.schedule import Entry, Waiting
from kh_desktop.ui.calendar.boxes import Box
from kh_desktop.ui.calendar.day_notes import lunar_words, notes_of
from kh_desktop.ui.calendar.days import (
    month_end,
    month_of,
    month_weeks,
    place_in_year,
    quarter_months,
    range_of,
    shifted,
    week_start,
    weekday,
)
from kh_desktop.ui.calendar.filtering import Filter, units_of
from kh_desktop.ui.calendar.lists import by_day, by_month, rows_of
from kh_desktop.ui.calendar.meanings import MEANINGS, by_worry, meaning_of
from kh_desktop.ui.calendar.month_layout import Sizes, lay_out_month
from kh_desktop.ui.calendar.quarter_layout import lay_out_quarter
from kh_desktop.ui.calendar.year_layout import Named, Span, YearSizes, day_at, mark_box, span_box, year_rows
from tests.ui.calendar_help import entry

DAYS = st.dates(date(1991, 1, 1), date(2099, 12, 31)).map(date.isoformat)
STATES = st.sampled_from(["late", "today", "soon", "later", "done", "dropped"])
KINDS = st.sampled_from(["due", "window", "occurrence", "check", "report"])


@st.composite
def entries(draw: st.DrawFn, most: int = 40) -> list[Entry]:
    """Entries within three years, several on one day more often than not."""
    days = draw(st.lists(st.dates(date(2026, 1, 1), date(2028, 12, 31)).map(date.isoformat), min_size=1, max_size=6))
    found = draw(st.lists(st.tuples(st.sampled_from(days), STATES, KINDS), max_size=most))
    return [entry(day, f"task:{i + 1}:{day}", state=state, kind=kind, task_id=i + 1) for i, (day, state, kind) in enumerate(found)]


@given(year=st.integers(1991, 2099), month=st.integers(1, 12))
def test_weeks_begin_on_monday_and_hold_the_whole_month(year: int, month: int) -> None:
    weeks = month_weeks(year, month)
    days = [day for week in weeks for day in week]
    assert 4 <= len(weeks) <= 6 and all(weekday(week[0]) == 0 for week in weeks)
    assert [shifted(days[0], days=i) for i in range(len(days))] == days
    assert {f"{year}-{month:02d}-01", month_end(year, month)} <= set(days)


@given(day=DAYS, months=st.integers(-40, 40))
def test_months_later_is_that_month_and_never_another(day: str, months: int) -> None:
    moved = shifted(day, months=months)
    (y, m), (y2, m2) = month_of(day), month_of(moved)
    if 1990 < y2 < 2100:
        assert (y2 * 12 + m2) - (y * 12 + m) == months
        assert moved[8:] == day[8:] or moved == month_end(y2, m2)


@given(day=DAYS)
def test_ranges_hold_their_day(day: str) -> None:
    for view in ("month", "quarter", "year"):
        first, last = range_of(view, day)
        assert first <= day <= last
    assert month_of(day) in quarter_months(day)
    assert 0 <= (date.fromisoformat(day) - date.fromisoformat(week_start(day))).days <= 6


@given(
    found=entries(),
    month=st.tuples(st.integers(2026, 2028), st.integers(1, 12)),
    width=st.floats(60, 2500),
    height=st.floats(60, 1600),
    bar=st.floats(12, 40),
)
def test_a_month_shows_or_counts_every_entry_and_nothing_overlaps(
    found: list[Entry], month: tuple[int, int], width: float, height: float, bar: float
) -> None:
    by: dict[str, list[Entry]] = {}
    for one in found:
        by.setdefault(one.day, []).append(one)
    layout = lay_out_month(*month, by, width, height, Sizes(names=bar + 4, head=bar + 2, bar=bar))
    assert len(layout.cells) % 7 == 0 and len({c.day for c in layout.cells}) == len(layout.cells)
    for place, cell in enumerate(layout.cells):
        there = by.get(cell.day, [])
        assert len(cell.bars) + cell.hidden == len(there)
        assert (cell.more is not None) == (cell.hidden > 0)
        assert {b.entry.key for b in cell.bars} <= {e.key for e in there}
        assert all(b.box.inside(cell.box) and not b.box.touches(cell.head) for b in cell.bars)
        for upper, lower in zip(cell.bars, cell.bars[1:], strict=False):
            assert not upper.box.touches(lower.box)
        assert not any(cell.box.touches(other.box) for other in layout.cells[place + 1 :])
        middle = cell.box.x + cell.box.w / 2, cell.box.y + cell.box.h / 2
        assert layout.cell_at(*middle) is cell
        assert (cell.worst in MEANINGS) == (cell.hidden > 0)
        hidden = {e.key for e in there} - {b.entry.key for b in cell.bars}
        worst = [MEANINGS.index(meaning_of(e)) for e in there if e.key in hidden]
        assert not worst or not cell.bars or min(worst) >= max(MEANINGS.index(meaning_of(b.entry)) for b in cell.bars)


@given(day=DAYS, width=st.floats(100, 2000), line=st.floats(8, 40))
def test_a_quarter_shows_each_day_of_three_months_once(day: str, width: float, line: float) -> None:
    months = lay_out_quarter(quarter_months(day), width, line)
    days = [d.day for m in months for d in m.days]
    first, last = range_of("quarter", day)
    assert days == [shifted(first, days=i) for i in range((date.fromisoformat(last) - date.fromisoformat(first)).days + 1)]
    boxes = [d.box for m in months for d in m.days]
    assert not any(a.touches(b) for i, a in enumerate(boxes) for b in boxes[i + 1 : i + 9])


@given(first=DAYS, second=DAYS, year=st.integers(1991, 2099))
def test_later_days_stand_further_right(first: str, second: str, year: int) -> None:
    a, b = sorted((first, second))
    assert 0 <= place_in_year(a, year) <= place_in_year(b, year) <= 12
    if a != b and a[:4] == b[:4] == str(year):
        assert place_in_year(a, year) < place_in_year(b, year)


@given(start=DAYS, length=st.integers(0, 900), year=st.integers(1995, 2095), width=st.floats(300, 2000), row=st.integers(0, 60))
def test_what_is_drawn_in_a_year_stays_in_its_strip(start: str, length: int, year: int, width: float, row: int) -> None:
    sizes = YearSizes(head=24, row=20, names=150)
    strip = Box(sizes.names, sizes.head + row * sizes.row, width - sizes.names, sizes.row)
    mark = mark_box(start, year, row, width, sizes)
    assert mark.inside(strip)
    end = shifted(start, days=length)
    if start <= f"{year}-12-31" and end >= f"{year}-01-01":
        span = span_box(Span(start, end, "later"), year, row, width, sizes)
        assert span.x >= strip.x - 0.01 and span.right <= strip.right + 3.01 and span.y >= strip.y
    month = day_at(sizes.names + 1, year, width, sizes)
    assert month == f"{year}-01-01" and day_at(width - 0.5, year, width, sizes) == f"{year}-12-01" and day_at(3, year, width, sizes) == ""


@given(found=entries())
def test_rows_of_a_year_keep_every_mark_and_lead_with_a_task(found: list[Entry]) -> None:
    names = [Named(0, "I", "Nhóm"), *(Named(e.task_id, e.number, e.title) for e in found), Named(0, "II", "Trống")]
    rows = year_rows(names, found, [], 2027)
    tasks = [row for row in rows if row.name.task_id]
    assert sorted(e.key for row in tasks for e in row.marks) == sorted(e.key for e in found if e.day[:4] == "2027")
    assert all(row.meaning == meaning_of(row.marks[0]) for row in tasks)
    assert (not rows) == (not tasks) and not any(row.name.title == "Trống" for row in rows)


def test_a_year_shows_windows_ongoing_work_and_what_waits() -> None:
    names = [
        Named(1, "I.1", "Cửa sổ", "2026-11-01", "2027-03-31"),
        Named(2, "I.2", "Thường xuyên", "2027-01-01", "2027-12-31", ongoing=True),
        Named(3, "I.3", "Chờ"),
        Named(4, "I.4", "Năm khác", "2025-01-01", "2025-12-31"),
    ]
    due = entry("2027-03-31", state="late", kind="window", start="2026-11-01")
    rows = year_rows(names, [due], [Waiting(3, "I.3", "Chờ", "theo tỉnh", "open")], 2027)
    assert [(row.name.task_id, row.meaning) for row in rows] == [(1, "late"), (2, "ongoing"), (3, "waiting")]
    assert rows[0].spans == (Span("2026-11-01", "2027-03-31", "late"),)
    assert rows[1].spans == (Span("2027-01-01", "2027-12-31", "ongoing", ongoing=True),)


@pytest.mark.parametrize(
    ("state", "kind", "meaning"),
    [
        ("late", "due", "late"), ("today", "due", "soon"), ("soon", "window", "soon"), ("later", "report", "later"),
        ("late", "check", "ongoing"), ("later", "check", "ongoing"), ("done", "check", "done"), ("dropped", "due", "dropped"),
    ],
)  # fmt: skip
def test_meanings(state: str, kind: str, meaning: str) -> None:
    assert meaning_of(entry("2027-06-15", state=state, kind=kind)) == meaning


@given(found=entries())
def test_the_worst_comes_first_and_none_is_lost(found: list[Entry]) -> None:
    ordered = by_worry(found)
    places = [MEANINGS.index(meaning_of(e)) for e in ordered]
    assert places == sorted(places) and sorted(e.key for e in ordered) == sorted(e.key for e in found)


@given(found=entries(), most=st.integers(0, 5))
def test_lists_show_or_count_everything(found: list[Entry], most: int) -> None:
    for parts in (by_month(found), by_day(found)):
        rows = rows_of(parts, most)
        assert sum(row.count for row in rows if row.heading) == len(found)
        listed = sum(row.entry is not None for row in rows) + sum(row.count for row in rows if row.more)
        assert listed == len(found)
        assert all(row.count > 1 for row in rows if row.more), "one more line would show it"


def test_filters() -> None:
    late, done = entry("2027-06-01", state="late", lead="Văn phòng"), entry("2027-06-02", state="done", lead="Công an xã")
    assert Filter().keeps(late) and not Filter().is_on
    assert Filter("van phong").keeps(late) and not Filter("van phong").keeps(done)
    assert Filter(meanings=frozenset({"done"})).keeps(done) and not Filter(meanings=frozenset({"done"})).keeps(late)
    waiting = Waiting(1, "I.1", "", "", "open")
    assert Filter(meanings=frozenset({"waiting"})).keeps_waiting(waiting, ()) and not Filter("X").keeps_waiting(waiting, ("Y",))
    assert units_of([late, done, late]) == ["Công an xã", "Văn phòng"]


def test_lunar_days_are_short_but_tell_the_month_where_it_begins() -> None:
    # Tết Đinh Mùi is on 6/2/2027.
    assert lunar_words("2027-02-06") == "1/1" and lunar_words("2027-02-07") == "2"
    # The leap sixth month of 2025 begins on 25/7/2025.
    assert lunar_words("2025-07-25") == "1/6N"


def test_days_off_are_named(sample_session: object) -> None:
    from kh_desktop.services.session import Session
    from kh_desktop.services.workdays import set_day, workdays

    assert isinstance(sample_session, Session)
    set_day(sample_session, "2027-06-15", "off", "Nghỉ của xã")
    notes = notes_of(["2027-06-14", "2027-06-15", "2027-06-19", "2027-09-02"], workdays(sample_session), with_lunar=False)
    assert not notes["2027-06-14"].rest and notes["2027-06-15"].name == "Nghỉ của xã"
    assert notes["2027-06-19"].rest and notes["2027-06-19"].name == "" and notes["2027-09-02"].name
    assert all(note.lunar == "" for note in notes.values())
