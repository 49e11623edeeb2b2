"""Numbers as people type them and as they are printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.numbers import number_words, of_stored, read_number, read_percent, stored


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("95", "95"), ("94,5", "94.5"), ("94.5", "94.5"), ("1.234", "1234"), ("1.234,5", "1234.5"), ("1.234.567", "1234567"),
        ("1,234.5", "1234.5"), ("1,234,567", "1234567"), ("1 234", "1234"), (" 12\u00a0", "12"),
        ("-3", "-3"), ("−3", "-3"), ("0", "0"), ("12,345", "12.345"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_officials_type_them(typed: str, value: str) -> None:
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "a", "1,2,3", "12.34.5", "1e5", "nan", "inf", "12%", "١٢", "1/2", "1.23.456", "--1"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(KhError) as refused:
        read_number(typed)
    assert refused.value.code == "number.unreadable"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("95", "95"), ("95%", "95"), ("94,5 %", "94.5"), ("94.567", "94.567"), ("0,95%", "0.95"), ("1%", "1"), ("0", "0"), ("120", "120")],
)
def test_percentages(typed: str, value: str) -> None:
    assert read_percent(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["0,95", "0.95", "1", "0,5"])
def test_a_share_that_may_be_two_things_is_asked_about(typed: str) -> None:
    with pytest.raises(KhError) as refused:
        read_percent(typed)
    assert refused.value.code == "number.percent_unclear"
    assert refused.value.params["high"] == number_words(read_number(typed) * 100)


def test_printing() -> None:
    assert [number_words(Decimal(t)) for t in ("1234.5", "94.50", "0", "1234567", "-2.345", "99.995")] == [
        "1.234,5", "94,5", "0", "1.234.567", "-2,35", "100",
    ]  # fmt: skip
    assert number_words(Decimal("33.3333"), 1) == "33,3"


@given(st.decimals(min_value=-10_000_000, max_value=10_000_000, places=2))
def test_what_is_printed_is_read_back(value: Decimal) -> None:
    assert read_number(number_words(value)) == value
    assert of_stored(stored(value)) == value


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert read_number(text).is_finite()
    except KhError as refused:
        assert refused.code == "number.unreadable"
