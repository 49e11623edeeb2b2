"""The reading of a deadline is said in the language of the window, and in Vietnamese as ``describe`` says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from kh_desktop.domain.deadlines import EVERY, Deadline, Milestone, describe
from kh_desktop.ui.deadline_words import READ_EVERY, reading_words
from kh_desktop.ui.i18n import set_language

YEAR = ("2027-01-01", "2027-12-31")
DATES = tuple(Milestone(None if n % 2 else f"2027-0{n}-01", f"2027-0{n}-20") for n in range(1, 7))
VIETNAMESE = re.compile("[ăâđêôơưạ-ỹ]", re.IGNORECASE)
PLAIN = (
    Deadline("", "due", end="2027-06-30"),
    Deadline("", "window", *YEAR),
    Deadline("", "window", "2027-02-05", "2027-02-05"),
    Deadline("", "ongoing", *YEAR),
    Deadline("", "ongoing", "2026-12-15", "2027-12-14", milestones=DATES[:2]),
    Deadline("", "ongoing", "2027-03-01"),
    Deadline("", "recurring", None, "2027-10-31", every=("month",)),
    Deadline("", "recurring", *YEAR, every=EVERY),
    Deadline("", "recurring", *YEAR, every=("scheduled",), milestones=DATES),
    Deadline("", "recurring", *YEAR, every=("quarter",), milestones=(Milestone("2027-03-01", "2027-03-01"),)),
    Deadline("", "recurring", every=("half_year",)),
    Deadline("", "open"),
    Deadline("", "invalid"),
    Deadline("", "invalid", suggestion="2027-09-30"),
    Deadline("", "unknown"),
)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    set_language("en")
    yield
    set_language("vi")


def doubted(deadline: Deadline) -> tuple[Deadline, ...]:
    return tuple(replace(deadline, conditional=c, misspelt=m) for c in (False, True) for m in (False, True))


@pytest.mark.parametrize("deadline", [one for plain in PLAIN for one in doubted(plain)])
def test_vietnamese_is_what_the_domain_says(qapp: QApplication, deadline: Deadline) -> None:
    assert reading_words(deadline) == describe(deadline)


@pytest.mark.parametrize("deadline", [one for plain in PLAIN for one in doubted(plain)])
def test_nothing_vietnamese_is_left_in_english(english: None, deadline: Deadline) -> None:
    assert not VIETNAMESE.search(reading_words(deadline))


def test_english_reads_well(english: None) -> None:
    assert reading_words(PLAIN[0]) == "by the end of 30/6/2027"
    assert reading_words(PLAIN[1]) == "from 01/01/2027 to 31/12/2027"


def test_every_recurrence_has_a_name() -> None:
    assert set(READ_EVERY) == set(EVERY)
