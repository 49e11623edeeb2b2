from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.model import Numbering, Section
from kh_desktop.domain.outline import letter, number_sections, roman

TREE = (
    Section(
        heading="Mục đích", children=(Section(heading="a", children=(Section(heading="x"), Section(heading="y"))), Section(heading="b"))
    ),
    Section(heading="Nội dung"),
)


def labels(numbering: Numbering) -> list[str]:
    return [n.label for n in number_sections(TREE, numbering)]


def test_three_schemes() -> None:
    assert labels(Numbering.ROMAN) == ["I.", "1.", "a)", "b)", "2.", "II."]
    assert labels(Numbering.LETTER) == ["A.", "1.", "a)", "b)", "2.", "B."]
    assert labels(Numbering.DECIMAL) == ["I.", "1.", "1.1.", "1.2.", "2.", "II."]


def test_letters_follow_the_vietnamese_order() -> None:
    assert [letter(n) for n in range(1, 9)] == ["a", "b", "c", "d", "đ", "e", "g", "h"]


@given(st.integers(1, 3999))
def test_roman_reads_back(number: int) -> None:
    values = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
    digits = [values[d] for d in roman(number)]
    assert sum(d if d >= max(digits[i:]) else -d for i, d in enumerate(digits)) == number


@given(st.integers(1, 2000), st.integers(1, 2000))
def test_letters_are_unique(a: int, b: int) -> None:
    assert (letter(a) == letter(b)) == (a == b)


sections = st.recursive(
    st.builds(Section, heading=st.text(max_size=3)),
    lambda children: st.builds(Section, heading=st.text(max_size=3), children=st.lists(children, max_size=3).map(tuple)),
    max_leaves=12,
)


@given(st.lists(sections, max_size=4).map(tuple), st.sampled_from(list(Numbering)))
def test_every_section_once_in_order(tree: tuple[Section, ...], numbering: Numbering) -> None:
    def flat(level: tuple[Section, ...]) -> list[Section]:
        return [x for s in level for x in (s, *flat(s.children))]

    numbered = number_sections(tree, numbering)
    assert [n.section for n in numbered] == flat(tree)
    assert len({n.path for n in numbered}) == len(numbered)
