"""Breaking text into lines: nothing lost, nothing wider than its column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.documents.fonts import fonts
from kh_desktop.documents.text_flow import Line, Ruler, break_lines
from kh_desktop.documents.tree import Cell, Run

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyẢẤỆỘỮ/-.,; "
runs = st.lists(st.builds(Run, st.text(LETTERS, max_size=80), st.booleans(), st.booleans()), max_size=4)
RULER = Ruler(fonts())


def natural(line: Line, size: float) -> float:
    return sum(RULER.em(char, dress) * size for dress, text in line.pieces for char in text)


def bare(lines: list[Line]) -> str:
    return "".join(line.text for line in lines).replace(" ", "")


@given(runs, st.floats(8, 14), st.floats(20, 400), st.floats(0, 15), st.booleans())
def test_every_letter_once_and_no_line_too_wide(given_runs: list[Run], size: float, width: float, indent: float, balanced: bool) -> None:
    lines = break_lines(RULER, given_runs, size, width, indent, balanced=balanced)
    assert bare(lines) == "".join(run.text for run in given_runs).replace(" ", "")
    assert [line.last for line in lines] == [False] * (len(lines) - 1) + [True]
    for line in lines:
        room = width - indent if line is lines[0] else width
        assert line.width == pytest.approx(natural(line, size), abs=1e-6)
        assert line.width <= room + 1e-3 or len(line.text) == 1
        assert line.gaps == line.text.count(" ")


@given(st.lists(st.text("abcđê", min_size=1, max_size=8), min_size=1, max_size=60), st.floats(60, 300))
def test_lines_are_filled(words: list[str], width: float) -> None:
    lines = break_lines(RULER, (Run(" ".join(words)),), 12, width)
    for line, following in zip(lines, lines[1:], strict=False):
        first = Run(following.text.split(" ")[0])
        assert line.width + (RULER.em(" ", (False, False)) + RULER.em(first.text, (False, False))) * 12 > width


def test_words_stay_together() -> None:
    lines = break_lines(RULER, (Run("một hai ba bốn năm sáu bảy"),), 12, 60)
    assert " ".join(line.text for line in lines) == "một hai ba bốn năm sáu bảy"


def test_a_word_in_two_dresses_is_not_parted() -> None:
    lines = break_lines(RULER, (Run("Nhiệm vụ chung", bold=True), Run(": làm")), 12, RULER.em("Nhiệm vụ chung", (True, False)) * 12 + 1)
    assert [line.text for line in lines] == ["Nhiệm vụ", "chung: làm"]


def test_a_long_word_is_cut_after_a_slash_when_there_is_one() -> None:
    lines = break_lines(RULER, (Run("https://dichvucong.mau.example/tra-cuu/ho-so/2027"),), 12, 120)
    assert len(lines) > 1
    assert all(line.text[-1] in "/-." for line in lines[:-1])


def test_blanks_to_fill_in_do_not_collapse() -> None:
    line = break_lines(RULER, (Run("ngày \u00a0\u00a0\u00a0 tháng"),), 12, 400)[0]
    assert line.text == "ngày \u00a0\u00a0\u00a0 tháng"
    assert line.gaps == 5


def test_balanced_lines_are_about_equal() -> None:
    text = "Kiểm soát thủ tục hành chính và thực hiện cơ chế một cửa trong giải quyết hồ sơ của xã"
    greedy = break_lines(RULER, (Run(text, bold=True),), 14, 450)
    even = break_lines(RULER, (Run(text, bold=True),), 14, 450, balanced=True)
    assert len(even) == len(greedy) == 2
    assert abs(even[0].width - even[1].width) < abs(greedy[0].width - greedy[1].width)


def test_empty_text_is_one_empty_line() -> None:
    assert [line.text for line in break_lines(RULER, (), 12, 100)] == [""]
    assert [line.text for line in break_lines(RULER, (Run("   "),), 12, 100)] == [""]


def test_cells_with_the_same_text_are_broken_once() -> None:
    cell = Cell(("Phòng Kinh tế",))
    assert RULER.cell_lines(cell, 12, 80) is RULER.cell_lines(Cell(("Phòng Kinh tế",), anchor="khác"), 12, 80)
    assert RULER.cell_lines(cell, 12, 80) != RULER.cell_lines(cell, 12, 40)


def test_the_widths_are_those_of_the_font() -> None:
    # Times New Roman and Liberation Serif: "M" is 0.889 em wide, a digit 0.5, a blank 0.25.
    assert RULER.em("M", (False, False)) == pytest.approx(0.889, abs=1e-3)
    assert RULER.em("2027", (False, False)) == pytest.approx(2.0)
    assert RULER.em(" ", (True, True)) == pytest.approx(0.25)
