"""PDF files damaged at random or made to do harm: each ends in blocks or in a KhError, soon, and nothing else is raised."""

from __future__ import annotations

import random
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kh_desktop.domain.errors import KhError
from kh_desktop.importing import pdf_grid, pdf_pages
from kh_desktop.importing.blocks import Source
from kh_desktop.importing.pdf_reader import read_pdf
from tests.importing.pdf_files import grid, pdf, read, tables, texts, write

_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_WORDS = (b"-1", b"0", b"1e38", b"99999999999999999999", b"nan", b"q 0 0 0 0 0 0 cm", b"1 0 0 1 1e30 0 cm", b"BT", b"/F1 1e9 Tf",
          b"3 Tr", b"0 1e20 m 1e20 0 l S", b"1e-30 0 0 1e-30 0 0 cm", b"endstream", b">>")  # fmt: skip


PHRASES = ["Việc", "một cửa", "Văn hóa - Xã hội", "số 5/KH-UBND", "- Lưu: VT;", "100%", "năm 2027."]


def _sample() -> bytes:
    def draw(c: Any) -> None:
        c.setFont("Times-Roman", 12)
        c.grid([60, 120, 300, 500], [700, 650, 600])
        for x, y in ((65, 680), (125, 680), (305, 680), (65, 630), (125, 630)):
            c.drawString(x, y, "Viec cua xa")
        for line in range(6):
            c.drawString(60, 500 - line * 15, f"Dong van ban thu {line} dai va dai hon nua cho ro rang ca trang")
        for x, y, text in ((60, 200, "UBND XA"), (300, 200, "CONG HOA"), (60, 180, "So 5"), (300, 180, "Doc lap")):
            c.drawString(x, y, text)
        c.rotate(90)
        c.drawString(100, -50, "doc")

    return pdf(draw, draw, pageCompression=0)


SAMPLE = _sample()


def _damaged(seed: int) -> bytes:
    chance = random.Random(seed)
    made = bytearray(SAMPLE)
    for _ in range(chance.randint(1, 8)):
        kind = chance.random()
        at = chance.randrange(len(made))
        if kind < 0.5:
            found = _NUMBER.search(made, at)
            if found:
                made[found.start() : found.end()] = chance.choice((*_WORDS[:5], str(chance.uniform(-3000, 3000)).encode()))
        elif kind < 0.7:
            made[at] ^= 1 << chance.randrange(8)
        elif kind < 0.8:
            del made[at : at + chance.randint(1, 60)]
        else:
            made[at:at] = b" " + chance.choice(_WORDS) + b" "
    return bytes(made)


def _read(data: bytes) -> Source | None:
    try:
        return read_pdf(data, "x")
    except KhError:
        return None


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_damaged_files_are_read_or_refused(seed: int) -> None:
    source = _read(_damaged(seed))
    for table in tables(source) if source else []:
        covered = [(c.row + row, c.col + col) for c in table.cells for row in range(c.rows) for col in range(c.cols)]
        assert len(covered) == len(set(covered))
        assert all(0 <= r < table.row_count and 0 <= c < table.col_count for r, c in covered)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_anything_after_the_mark_of_a_pdf_is_read_or_refused(tail: bytes) -> None:
    _read(b"%PDF-1.7\n" + tail)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=60), st.floats(60, 455), st.booleans())
def test_every_letter_comes_back(words: list[str], width: float, ruled: bool) -> None:
    text = " ".join(words)

    def draw(c: Any) -> None:
        if ruled:
            grid(c, (60, 60 + width, 575), (800, 20), ((text, "hai"),), 9)
        else:
            write(c, 85, 800, text, width, 9)

    source = read(draw)
    found = "".join([*texts(source), *(cell.text for table in tables(source) for cell in table.cells)])
    assert sorted(found.replace(" ", "").replace("\n", "")) == sorted((text + ("hai" if ruled else "")).replace(" ", ""))


def test_a_drawing_of_thousands_of_lines_is_no_table(monkeypatch: Any) -> None:
    def draw(c: Any) -> None:
        write(c, 85, 800, "Chữ bên cạnh hình vẽ có rất nhiều đường kẻ.")
        c.grid(range(100, 500, 10), range(100, 500, 10))

    assert tables(read(draw)) == []
    monkeypatch.setattr(pdf_grid, "_MAX_RULES", 20)
    assert tables(read(lambda c: grid(c, range(60, 500, 40), range(700, 100, -40), (("a", "b"),)))) == []


def test_more_pages_than_any_plan_has(monkeypatch: Any) -> None:
    monkeypatch.setattr(pdf_pages, "MAX_PAGES", 2)
    try:
        read(*[lambda c: write(c, 85, 700, "Trang")] * 3)
    except KhError as error:
        assert error.code == "import.too_big"
    else:
        raise AssertionError("three pages were read")
