import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.vitext import clean, clean_line, fold, matches, sort_key


def test_fold_takes_marks_and_d_off() -> None:
    assert fold("Đôn ĐỐC  đường") == "don doc duong"
    assert fold(unicodedata.normalize("NFD", "Đôn đốc")) == fold("Đôn đốc")


def test_clean_composes_and_drops_control_characters() -> None:
    assert clean(unicodedata.normalize("NFD", "Thủ tục") + "\x07\x00") == "Thủ tục"
    assert clean("a\tb\r\n c \x0b d") == "a b\nc\nd"
    assert clean_line(" một\n hai\u00a0ba ") == "một hai ba"


def test_sort_key_is_the_dictionary_order() -> None:
    wanted = ["dung", "đà", "đi", "ma", "mà", "mả", "mã", "má", "mạ", "mai", "măn", "mân"]
    backwards = wanted[::-1]
    assert sorted(backwards, key=sort_key) == wanted


def test_matches_marks_count_only_when_typed() -> None:
    assert matches("duong", "Đường Dương")
    assert matches("đường", "Con đường")
    assert not matches("đường", "Dương")
    assert matches("don THU", "Đơn thư khiếu nại")


@given(st.text(max_size=80))
def test_clean_is_stable_and_fold_ignores_form(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(alphabet="aăâbcdđeêáàạăắơƯư ", max_size=8), max_size=12))
def test_sort_key_is_a_total_order(words: list[str]) -> None:
    assert len({sort_key(w) for w in set(words)}) == len(set(words))
