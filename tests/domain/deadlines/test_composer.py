"""Composing deadlines by clicking: what is offered reads back to what was chosen; impossible days are mended only when asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.deadlines import read_deadline
from kh_desktop.domain.deadlines.composer import (
    FORMS,
    LAST_NUMBER,
    OPEN_PHRASES,
    RECURRENCES,
    UNITS,
    Choice,
    Part,
    compose_choice,
    part_text,
    range_of,
)
from kh_desktop.domain.deadlines.repair import Repair, repair

YEARS = st.integers(2020, 2035)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31)).map(date.isoformat)


@st.composite
def parts(draw: st.DrawFn, units: tuple[str, ...] = UNITS) -> Part:
    unit = draw(st.sampled_from(units))
    return Part(unit, draw(YEARS), draw(st.integers(1, LAST_NUMBER.get(unit, 1))), draw(DAYS) if unit == "day" else "")  # type: ignore[arg-type]


@st.composite
def periods(draw: st.DrawFn) -> tuple[str, str]:
    start = draw(st.dates(date(2020, 1, 1), date(2034, 12, 31)))
    return start.isoformat(), (start + timedelta(days=draw(st.integers(364, 730)))).isoformat()


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    form = draw(st.sampled_from(FORMS))
    asked = draw(st.booleans())
    if form == "open":
        return Choice(form, open_phrase=draw(st.sampled_from(OPEN_PHRASES)))
    if form == "recurring":
        day = draw(st.integers(0, 31))
        return Choice(form, every=draw(st.sampled_from(RECURRENCES)), day=day, before=draw(st.booleans()), conditional=asked)
    first = draw(parts())
    if form == "range" or (form == "ongoing" and first.unit == "day"):
        last = draw(parts((first.unit,)).filter(lambda part: range_of(part)[0] != range_of(first)[0]))
        first, last = sorted((first, last), key=lambda part: range_of(part)[0])
        return Choice(form, first, last, conditional=asked)
    if form == "ongoing" and draw(st.booleans()):
        return Choice(form, conditional=asked)
    return Choice(form, first, conditional=asked)


@given(choices(), YEARS, st.none() | periods())
def test_what_is_chosen_is_offered_and_reads_back(choice: Choice, year: int, period: tuple[str, str] | None) -> None:
    made = compose_choice(choice, year=year, period=period)
    assert made is not None
    assert made == read_deadline(made.text, year=year, period=period)
    assert made.kind not in ("invalid", "unknown")
    assert not made.misspelt
    if choice.first is not None:
        start, end = range_of(choice.first)
        last = range_of(choice.last)[1] if choice.last is not None else end
        day_before = (date.fromisoformat(start) - timedelta(days=1)).isoformat()
        assert (made.start, made.end) == {"before": (None, day_before), "latest": (None, end)}.get(choice.form, (start, last))
    if choice.form == "recurring":
        assert made.every == (choice.every,)
        assert bool(made.milestones) <= bool(choice.day)
        assert {m.end[8:] for m in made.milestones} <= {f"{d:02d}" for d in (choice.day - choice.before, *range(27, 32))}


@pytest.mark.parametrize(
    ("choice", "phrase"),
    [
        (Choice("before", Part("day", day="2027-09-15")), "Trước ngày 15/9/2027"),
        (Choice("latest", Part("day", day="2027-02-05")), "Chậm nhất ngày 05/02/2027"),
        (Choice("latest", Part("quarter", 2027, 2)), "Đến hết quý II/2027"),
        (Choice("within", Part("month", 2027, 2)), "Trong tháng 02/2027"),
        (Choice("within", Part("half", 2027, 2)), "6 tháng cuối năm 2027"),
        (Choice("within", Part("year", 2027)), "Trong năm 2027"),
        (Choice("range", Part("month", 2027, 11), Part("month", 2028, 1)), "Từ tháng 11/2027 đến tháng 01/2028"),
        (Choice("ongoing"), "Thường xuyên"),
        (Choice("recurring", every="quarter", day=15), "Chậm nhất ngày 15 của tháng cuối quý"),
        (Choice("recurring", every="half_year", conditional=True), "Định kỳ 6 tháng hoặc theo yêu cầu"),
        (Choice("open", open_phrase=OPEN_PHRASES[1]), "Khi có văn bản của cấp trên"),
    ],
)
def test_phrases_are_as_offices_write_them(choice: Choice, phrase: str) -> None:
    made = compose_choice(choice, year=2027)
    assert made is not None
    assert made.text == phrase


@pytest.mark.parametrize(
    "choice",
    [
        Choice("before", Part("day")),
        Choice("within"),
        Choice("range", Part("month", 2027, 6)),
        Choice("range", Part("month", 2027, 6), Part("month", 2027, 3)),
        Choice("range", Part("day", day="2027-03-01"), Part("day")),
        Choice("ongoing", Part("day", day="2027-03-01")),
        Choice("open", open_phrase="Khi rảnh"),
    ],
)
def test_a_choice_that_is_not_complete_or_turned_round_offers_nothing(choice: Choice) -> None:
    assert compose_choice(choice, year=2027) is None


def test_parts_in_words() -> None:
    assert part_text(Part("quarter", 2027, 4)) == "quý IV/2027"
    assert range_of(Part("half", 2028, 1)) == ("2028-01-01", "2028-06-30")
    assert range_of(Part("month", 2028, 2)) == ("2028-02-01", "2028-02-29")


@pytest.mark.parametrize(
    ("phrase", "mended"),
    [
        ("Trước ngày 31/9/2025", Repair("Trước ngày 30/9/2025", "31/9/2025", "30/9/2025")),
        ("ngày 31 tháng 9 năm 2025", Repair("ngày 30 tháng 9 năm 2025", "31 tháng 9 năm 2025", "30 tháng 9 năm 2025")),
        ("29/02/2027 hoặc theo yêu cầu", Repair("28/02/2027 hoặc theo yêu cầu", "29/02/2027", "28/02/2027")),
        ("Từ 31/4 đến 31/6/2027", Repair("Từ 30/4 đến 30/6/2027", "31/4", "30/4")),
        ("Trước ngày 31/09/2025; báo cáo 15/10/2025", Repair("Trước ngày 30/09/2025; báo cáo 15/10/2025", "31/09/2025", "30/09/2025")),
        ("Trước ngày 31/11 hằng năm", Repair("Trước ngày 30/11 hằng năm", "31/11", "30/11")),
        ("Quý V", None),
        ("Trước 15/13/2025", None),
        ("Trước ngày 30/9/2025", None),
        ("Ngày 30, 31 tháng 9", None),
        ("Sau Tết", None),
    ],
)
def test_a_day_that_does_not_exist_is_mended_in_its_own_writing(phrase: str, mended: Repair | None) -> None:
    assert repair(read_deadline(phrase, year=2027), year=2027) == mended


@given(
    st.integers(0, 45), st.integers(0, 15), st.sampled_from(["Trước {}", "Từ 01/01/2027 đến {}", "ngày {}; Quý IV", "{} hoặc theo yêu cầu"])
)
def test_what_is_proposed_is_never_invalid_and_changes_the_day_only(day: int, month: int, frame: str) -> None:
    phrase = frame.format(f"{day:02d}/{month:02d}/2027")
    mended = repair(read_deadline(phrase, year=2027), year=2027)
    if mended is not None:
        assert read_deadline(mended.phrase, year=2027).kind not in ("invalid", "unknown")
        assert mended.phrase == phrase.replace(mended.wrong, mended.right)
        assert mended.wrong[2:] == mended.right[2:]
