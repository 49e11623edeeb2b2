"""What holds for every phrase: built from the grammar's words, from other words, from nothing sensible at all."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from kh_desktop.domain.deadlines import EVERY, KINDS, Deadline, compose, describe, read_deadline
from kh_desktop.domain.vitext import fold
from tests.domain.deadlines.phrase_table import TABLES, rows

PHRASES = sorted({row.phrase for name in TABLES for row in rows(name)})
PIECES = (
    "trước", "ngày", "tháng", "quý", "năm", "chậm nhất", "đến hết", "từ", "đến", "trong", "sau khi", "khi có", "theo", "kế hoạch",
    "hằng", "định kỳ", "thường xuyên", "đột xuất", "lần", "và", "hoặc", "của", "đầu", "cuối", "15/6/2024", "31/9", "2024", "2025", "6",
    "12", "II", "IV", "15", "/", "-", ",", ";", "(", ")", "báo cáo", "UBND", "tuần", "các", "tiếp theo", "giữa", "nửa", "giai đoạn",
    "29/02", "ngày làm việc", "kể từ", "mỗi", ".", "03",
)  # fmt: skip
mixed = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)
glued = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
phrases = st.one_of(st.sampled_from(PHRASES), mixed, glued, st.text(max_size=60))
years = st.integers(2000, 2090)
periods = st.one_of(
    st.none(),
    st.tuples(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 700)).map(
        lambda p: (p[0].isoformat(), (p[0] + timedelta(days=p[1])).isoformat())
    ),
)


@given(phrases, years, periods)
@example("9" * 400, 2024, None)
@example("ngày 9999999999999/9/2024", 2024, None)
@example("I" * 300 + "\x00\ud800", 2024, None)
@example("(" * 500, 2024, None)
def test_no_input_raises_and_every_answer_keeps_the_rules(phrase: str, year: int, period: tuple[str, str] | None) -> None:
    read = read_deadline(phrase, year=year, period=period)
    assert read.text == phrase
    assert read.kind in KINDS and set(read.every) <= set(EVERY)
    assert bool(read.every) == (read.kind == "recurring")
    assert describe(read)
    for day in (read.start, read.end, read.suggestion, *(m.end for m in read.milestones)):
        assert day is None or date.fromisoformat(day).isoformat() == day
    if read.kind in ("open", "invalid", "unknown"):
        assert (read.start, read.end, read.milestones) == (None, None, ())
    if read.kind == "due":
        assert read.start is None and read.end
    if read.kind == "window":
        assert read.start and read.end and read.start <= read.end
    if read.kind == "ongoing":
        assert read.start and (read.end is None or read.start <= read.end)
    assert read.suggestion is None or read.kind == "invalid"


@given(phrases, years, periods)
@example("Định kỳ 1/1/2000", 2000, None)
@example("Định kỳ ngày 15/6/2026", 2026, None)
@example("trước ngày 15/6/2024 và ngày 15/12/2024; ngày 20/12", 2024, None)
@example("Trước 15/6; ngày 15/12", 2024, None)
@example("Định kỳ 1/1/2000", 2026, None)
@example("Thường xuyên; ngày 15/6 và ngày 20/11", 2026, None)
@example("Thường xuyên; báo cáo ngày 31/12/2026", 2026, None)
def test_what_is_printed_reads_back_to_itself(phrase: str, year: int, period: tuple[str, str] | None) -> None:
    read = read_deadline(phrase, year=year, period=period)
    printed = compose(read)
    again = read_deadline(printed, year=2033)
    if read.kind in ("invalid", "unknown"):
        assert printed == phrase
        return
    assert _meaning(again) == _meaning(read), printed
    assert compose(again) == printed


def _meaning(read: Deadline) -> tuple[object, ...]:
    return read.kind, read.start, read.end, read.every, read.conditional, read.milestones


@given(mixed, years)
def test_without_a_year_in_it_a_phrase_moves_with_the_plan(phrase: str, year: int) -> None:
    if any(word.isdigit() and len(word) == 4 for word in phrase.replace("/", " ").split()) or "29/02" in phrase:
        return
    here, later = read_deadline(phrase, year=year), read_deadline(phrase, year=year + 1)
    assert (here.kind, here.every, here.conditional) == (later.kind, later.every, later.conditional)
    for a, b in ((here.start, later.start), (here.end, later.end), (here.suggestion, later.suggestion)):
        if a is None or b is None or "-02-2" in a:
            assert (a is None) == (b is None)
            continue
        moved = f"{int(a[:4]) + 1:04d}{a[4:]}"
        assert moved == b


@given(phrases, years)
def test_case_form_and_blanks_change_nothing(phrase: str, year: int) -> None:
    read = read_deadline(phrase, year=year)
    spread = phrase.replace(" ", "  ")
    for other in (unicodedata.normalize("NFD", phrase), spread, f" {phrase} "):
        assert _meaning(read_deadline(other, year=year)) == _meaning(read), other
    if phrase.isascii() or phrase in PHRASES:
        assert _meaning(read_deadline(phrase.upper(), year=year)) == _meaning(read)


DOUBTS = ("trừ", "âm lịch", "năm sau", "dịp Tết", "xyz 3%", "1/2/3/4", "tháng chạp")


@given(st.sampled_from(PHRASES), st.sampled_from(DOUBTS), st.booleans())
def test_a_part_that_is_not_understood_never_leaves_a_date(phrase: str, doubt: str, first: bool) -> None:
    if any(word in f" {fold(phrase)} " for word in (" theo ", " khi ", " sau ", "yeu cau", " ke tu ")):
        return  # inside such a clause the words belong to what it names
    read = read_deadline(f"{doubt} {phrase}" if first else f"{phrase} {doubt}", year=2024)
    assert read.kind in ("unknown", "open", "invalid"), read
