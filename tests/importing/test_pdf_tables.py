"""Ruled tables put back from lines: spans, pages, broken rows, and our own and other programs' files of whole plans."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kh_desktop.documents.build import build_document
from kh_desktop.documents.pdf import write_pdf
from kh_desktop.documents.tree import Columns, Document, Paragraph, Table
from kh_desktop.documents.word import write_word
from kh_desktop.domain.model import Plan
from kh_desktop.importing.blocks import Source
from kh_desktop.importing.pdf_reader import read_pdf
from kh_desktop.services.plan_file import plan_from_json
from tests.documents.plans_to_print import shapes
from tests.importing.pdf_files import grid, read, rows, tables, texts, write

ROOT = Path(__file__).parents[2]
XS = (60, 90, 280, 380, 470, 540)
HEADER = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn", "Sản phẩm")
TASK = ("1", "Tập huấn nghiệp vụ kiểm soát thủ tục hành chính cho công chức của xã", "Văn phòng", "Quý I", "Báo cáo\nKế hoạch")


def test_cells_are_the_text_between_the_lines_and_lists_stay_lists() -> None:
    content = "Rà soát các việc sau:\n- Quy trình nội bộ của từng lĩnh vực giải quyết;\n- Hồ sơ quá hạn."
    source = read(lambda c: grid(c, XS, (700, 660, 580, 480), (HEADER, TASK, ("2", content, "Tư pháp", "Thường xuyên", ""))))
    (table,) = tables(source)
    assert (table.row_count, table.col_count, table.ruled, table.guessed) == (3, 5, True, False)
    assert rows(table)[:2] == [list(HEADER), [*TASK[:4], "Báo cáo Kế hoạch"]]
    cell = next(c for c in table.cells if (c.row, c.col) == (2, 1))
    assert [p.text for p in cell.paragraphs] == content.split("\n")
    assert texts(source) == []


def test_missing_inner_lines_are_merged_cells() -> None:
    def draw(c: Any) -> None:
        ys = (700, 680, 660, 640, 620)
        # Two header rows with one grouped head, and a cell that covers two rows of tasks.
        for y in (700, 660, 620):
            c.line(60, y, 360, y)
        c.line(160, 680, 360, 680)
        c.line(160, 640, 360, 640)
        for x in (60, 160, 360):
            c.line(x, 700, x, 620)
        c.line(260, 680, 260, 620)
        for x, y, text in ((65, 0, "Việc"), (165, 0, "Đơn vị"), (165, 1, "Chủ trì"), (265, 1, "Phối hợp"), (65, 2, "Rà soát"),
                           (165, 2, "A"), (265, 2, "B"), (165, 3, "C"), (265, 3, "D")):  # fmt: skip
            c.drawString(x, ys[y] - 14, text)

    (table,) = tables(read(draw))
    assert [(c.row, c.col, c.rows, c.cols, c.text) for c in table.cells] == [
        (0, 0, 2, 1, "Việc"), (0, 1, 1, 2, "Đơn vị"), (1, 1, 1, 1, "Chủ trì"), (1, 2, 1, 1, "Phối hợp"),
        (2, 0, 2, 1, "Rà soát"), (2, 1, 1, 1, "A"), (2, 2, 1, 1, "B"), (3, 1, 1, 1, "C"), (3, 2, 1, 1, "D"),
    ]  # fmt: skip


def test_borders_drawn_as_thin_filled_boxes_and_within_forms_are_lines_too() -> None:
    def boxes(c: Any) -> None:
        for x in (100, 200, 300):
            c.rect(x, 600, 0.5, 100, stroke=0, fill=1)
        for y in (600, 650, 700):
            c.rect(100, y, 200.5, 0.5, stroke=0, fill=1)
        for x, y, text in ((105, 680, "a"), (205, 680, "b"), (105, 630, "c"), (205, 630, "d")):
            c.drawString(x, y, text)

    def form(c: Any) -> None:
        c.beginForm("F")
        c.setFont("Regular", 13)
        c.translate(-20, 10)
        boxes(c)
        c.endForm()
        c.translate(30, -40)
        c.doForm("F")

    for draw in (boxes, form):
        (table,) = tables(read(draw))
        assert rows(table) == [["a", "b"], ["c", "d"]]


def test_frames_and_underlines_are_no_tables() -> None:
    def draw(c: Any) -> None:
        c.rect(40, 40, 515, 760)
        c.drawString(85, 700, "Độc lập - Tự do - Hạnh phúc")
        c.line(85, 697, 240, 697)

    source = read(draw)
    assert not tables(source) and texts(source) == ["Độc lập - Tự do - Hạnh phúc"]


def test_turned_letters_in_a_cell_are_read() -> None:
    def draw(c: Any) -> None:
        grid(c, (100, 200, 300), (700, 600, 500), (("Cột một", ""), ("ba", "bốn")))
        c.translate(240, 610)
        c.rotate(90)
        c.drawString(0, 0, "Đơn vị chủ")
        c.drawString(0, -15, "trì")

    (table,) = tables(read(draw))
    assert rows(table) == [["Cột một", "Đơn vị chủ trì"], ["ba", "bốn"]]


def test_a_table_over_pages_is_one_and_says_where_pages_begin() -> None:
    def first(c: Any) -> None:
        write(c, 85, 780, "Bảng phân công nhiệm vụ")
        grid(c, XS, (700, 660, 580), (HEADER, TASK))

    def second(c: Any) -> None:
        c.drawCentredString(297, 810, "2")
        grid(c, XS, (780, 740, 660), (HEADER, ("2", *TASK[1:])))
        write(c, 85, 600, "Đoạn sau bảng.")

    source = read(first, second)
    (table,) = tables(source)
    assert (table.row_count, table.header_rows, table.page_starts, table.page) == (4, 1, (2,), 1)
    assert [row[0] for row in rows(table)] == ["TT", "1", "TT", "2"]
    assert texts(source) == ["Bảng phân công nhiệm vụ", "Đoạn sau bảng."]


def test_a_row_cut_by_a_page_goes_on_in_a_row_of_its_own() -> None:
    rest = ("", "tiếp theo của việc ấy", "", "", "")
    (table,) = tables(read(lambda c: grid(c, XS, (700, 660, 580), (HEADER, TASK)), lambda c: grid(c, XS, (780, 740), (rest,))))
    assert (table.row_count, table.header_rows, table.page_starts) == (3, 0, (2,))
    assert rows(table)[2] == list(rest)


def test_other_columns_or_text_between_make_two_tables() -> None:
    other = (60, 200, 300, 540)
    assert len(tables(read(lambda c: grid(c, XS, (700, 660), (HEADER,)), lambda c: grid(c, other, (780, 740), (("a", "b", "c"),))))) == 2

    def apart(c: Any) -> None:
        write(c, 85, 790, "Phụ lục hai")
        grid(c, XS, (740, 700), (HEADER,))

    assert len(tables(read(lambda c: grid(c, XS, (700, 660), (HEADER,)), apart))) == 2


# Whole plans: every paragraph and every cell of the tree a file was written from must come back, whatever the lines and pages.


def _plans() -> dict[str, Plan]:
    found = sorted((ROOT / "tests/fixtures/communes").glob("*.json"))
    return {path.stem: plan_from_json(json.loads(path.read_text(encoding="utf-8"))) for path in found} | shapes()


def _flat(text: str) -> str:
    return " ".join(text.split())


def _written(document: Document) -> Iterator[tuple[str, str]]:
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                yield "text", block.text
            elif isinstance(block, Columns):
                yield from (("side", p.text) for p in (*block.left, *block.right))
            elif isinstance(block, Table):
                yield from (("cell", "\n".join(cell.lines)) for row in (*block.header, *block.rows) for cell in row.cells)


def _came_back(source: Source) -> Iterator[tuple[str, str]]:
    for text in texts(source):
        yield "text", text
    for table in tables(source):
        repeated = {start + number for start in table.page_starts for number in range(table.header_rows)}
        for cell in table.cells:
            if table.ruled and cell.row not in repeated:
                yield "cell", cell.text
            elif not table.ruled:
                yield from (("side", p.text) for p in cell.paragraphs)


def _check(document: Document, data: bytes) -> None:
    source = read_pdf(data, "x")
    wanted: dict[str, list[str]] = {"text": [], "cell": [], "side": []}
    found: dict[str, list[str]] = {"text": [], "cell": [], "side": []}
    for kind, text in _written(document):
        wanted[kind] += [_flat(text)] if _flat(text) else []
    for kind, text in _came_back(source):
        found[kind] += [_flat(text)] if _flat(text) else []
    assert found["text"] == wanted["text"]
    # A long name of the agency takes two lines of the letterhead.
    assert sorted("".join(sorted(found["side"])).replace(" ", "")) == sorted("".join(sorted(wanted["side"])).replace(" ", ""))
    # A group row is said again on the next page ("… (tiếp)"), with its number.
    extra = list(found["cell"])
    for text in wanted["cell"]:
        assert text in extra, text
        extra.remove(text)
    told_again = [text for text in extra if text.endswith("(tiếp)")]
    assert len(extra) <= 2 * len(told_again), extra


@pytest.mark.parametrize("name", list(_plans()))
def test_our_own_files_come_back_whole(name: str) -> None:
    document = build_document(_plans()[name])
    out = io.BytesIO()
    write_pdf(document, out)
    _check(document, out.getvalue())


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on PATH: its PDF files are not read")
def test_files_printed_by_an_office_program_come_back_whole(tmp_path: Path) -> None:
    documents = {name: build_document(plan) for name, plan in _plans().items()}
    for name, document in documents.items():
        with (tmp_path / f"{name}.docx").open("wb") as out:
            write_word(document, out)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = sorted(map(str, tmp_path.glob("*.docx")))
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for name, document in documents.items():
        _check(document, (tmp_path / f"{name}.pdf").read_bytes())
