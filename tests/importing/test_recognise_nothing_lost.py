"""Whatever a file holds: each of its words ends in a field or is left over, and reading never fails."""

import json
import random
import re
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from kh_desktop.domain.clip.numbers import is_number
from kh_desktop.domain.plan_json import plan_to_json
from kh_desktop.importing.blocks import Block, Cell, Paragraph, Source, Table
from kh_desktop.importing.recognise import recognise

_MADE = re.compile(r"từ\d+x")
_HEADERS = (
    ("STT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời hạn"),
    ("TT", "Nhiệm vụ", "Thời gian"),
    ("Stt", "Lĩnh vực", "Thời gian hoàn thành", "Ghi chú"),
    ("Nội dung", "Kết quả", "Người thực hiện", "Ghi chú"),
    (),
)
# "#" stands for a word that is in no other place of the file.
_LINES = (
    "# # # #",
    "I. # #",
    "II. # #: (# #)",
    "1. # # #",
    "2. # #: # # #",
    "1.1. # #.",
    "a) # #:",
    "- # # #;",
    "+ # #",
    "- Bộ phận chủ trì: # #;",
    "- Bộ phận phối hợp: # #; #",
    "- Sản phẩm: # #.",
    "- Thời gian thực hiện: #",
    "Căn cứ # # #;",
    "UBND xã Hòa Vân # # như sau:",
    "KẾ HOẠCH",
    "KẾ HOẠCH # #",
    "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về # #;",
    "QUYẾT ĐỊNH",
    "Nơi nhận:",
    "Nơi nhận: # #",
    "TM. ỦY BAN NHÂN DÂN",
    "Thực hiện Kế hoạch số 5/KH-UBND ngày 31/02/2025 của UBND huyện #; Quyết định số 7/QĐ-UBND của # #, UBND xã # # xây dựng như sau:",
    "CHỦ TỊCH",
    "Nguyễn Văn #",
    "PHỤ LỤC I",
    "Phụ lục II: # #",
    "(Kèm theo Kế hoạch số 8/KH-UBND ngày 23/01/2024 của # #)",
    "Trên đây là # #./.",
    "# # #./.",
    "ỦY BAN NHÂN DÂN",
    "XÃ # #",
    "UBND HUYỆN #",
    "Số: 12/KH-UBND #",
    "Hòa Vân, ngày 05 tháng 01 năm 2026 #",
    "#, ngày 31/02/2026",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM #",
    "# Độc lập - Tự do - Hạnh phúc",
    "Điều 1. # #",
    "-----",
)


class _Maker:
    """Makes files of any content from one random source; each made word is there once."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._words = 0

    def fill(self, pattern: str) -> str:
        def word(_match: re.Match[str]) -> str:
            self._words += 1
            return f"từ{self._words}x"

        return re.sub("#", word, pattern)

    def block(self) -> Block:
        if self.chance.random() < 0.15:
            return self.table()
        text = "\n".join(self.fill(self.chance.choice(_LINES)) for _ in range(self.chance.choice((1,) * 9 + (2,))))
        mark = self.chance.choice(("",) * 12 + ("1.", "a)", "-", "I."))
        return Paragraph(text, mark, self.chance.choice((0,) * 8 + (1, 2)), self.chance.random() < 0.3)

    def table(self) -> Table:
        header = self.chance.choice(_HEADERS)
        width = len(header) or self.chance.randint(1, 5)
        rows = [list(header)] if header else []
        rows += [self._row(width, header, number) for number in range(1, self.chance.randint(1, 8))]
        return Table(
            self._cells(rows, width),
            len(rows),
            width,
            self.chance.random() < 0.7,
            self.chance.random() < 0.2,
            page_starts=tuple(row for row in range(1, len(rows)) if self.chance.random() < 0.2),
        )

    def _row(self, width: int, header: tuple[str, ...], number: int) -> list[str]:
        kinds: tuple[Callable[[], list[str]], ...] = (
            lambda: [self.chance.choice(("I", "A", "")), *[self.fill("# #")] * (width > 1), *[""] * (width - 2)][:width],
            lambda: list(header) or [""] * width,
            lambda: [self.fill(self.chance.choice(("", "#"))) for _ in range(width)],
            lambda: [self.chance.choice((str(number), f"{number}.1", "-", "", self.fill("#"))), *self._texts(width - 1)],
        )
        return self.chance.choice(kinds)()

    def _texts(self, count: int) -> list[str]:
        return [self.fill(self.chance.choice(("# #", "", "#\n- #", "#; #"))) for _ in range(count)]

    def _cells(self, rows: list[list[str]], width: int) -> tuple[Cell, ...]:
        taken: set[tuple[int, int]] = set()
        cells = []
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if (r, c) in taken:
                    continue
                down, right = min(self.chance.choice((1,) * 8 + (2,)), len(rows) - r), min(self.chance.choice((1,) * 9 + (2,)), width - c)
                covered = {(r + i, c + j) for i in range(down) for j in range(right)}
                if covered & taken:
                    covered, down, right = {(r, c)}, 1, 1
                taken |= covered
                lines = tuple(Paragraph(line, bold=self.chance.random() < 0.2) for line in text.split("\n")) if text else ()
                cells.append(Cell(r, c, lines, down, right))
        return tuple(cells)


def _words(source: Source) -> set[str]:
    paragraphs = [p for b in source.blocks for p in ([b] if isinstance(b, Paragraph) else [p for c in b.cells for p in c.paragraphs])]
    return {word for p in paragraphs for word in _MADE.findall(p.text)}


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 30))
def test_every_word_is_in_a_field_or_left_over(seed: int, count: int) -> None:
    maker = _Maker(random.Random(seed))
    source = Source("docx", "x.docx", tuple(maker.block() for _ in range(count)))
    reading = recognise(source)
    said = [json.dumps(plan_to_json(reading.plan), ensure_ascii=False), *(left.text for left in reading.leftovers)]
    assert _words(source) - set(_MADE.findall("\n".join(said).casefold())) == set()
    assert all(is_number(number) or not _MADE.search(number) for numbers in reading.written.rows for number in numbers) or reading.leftovers


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=12), st.integers(1, 3))
def test_no_text_makes_it_fail(texts: list[str], width: int) -> None:
    cells = tuple(Cell(i // width, i % width, (Paragraph(text),)) for i, text in enumerate(texts))
    table = Table(cells, (len(texts) + width - 1) // width, width)
    recognise(Source("text", "", (*(Paragraph(text) for text in texts), table)))
