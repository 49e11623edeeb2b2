"""Our Word and Excel files opened by another office program: nothing may be lost on the way to paper."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from kh_desktop.documents.build import build_document
from kh_desktop.documents.excel import write_excel
from kh_desktop.documents.tree import Document
from kh_desktop.documents.word import write_word
from tests.documents.office_trees import LONG, expected, full_document, hostile_document, lines_of, plan_part, task_table
from tests.documents.plans_to_print import shapes

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on PATH: our files are not opened with it"),
]

_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
_TXT = "txt:Text (encoded):UTF8"


def documents() -> dict[str, Document]:
    """Trees made by hand, and the trees of plans of all shapes."""
    made = {"full": full_document(), "hostile": hostile_document(), "in_body": Document("x", (plan_part(task_table(30)),))}
    return made | {f"plan_{name}": build_document(plan) for name, plan in shapes().items()}


NAMES = list(documents())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files, converted: one start of LibreOffice for each kind of output."""
    base = tmp_path_factory.mktemp("libreoffice")
    for name, document in documents().items():
        with (base / f"{name}.docx").open("wb") as out:
            write_word(document, out)
        with (base / f"{name}.xlsx").open("wb") as out:
            write_excel(document, out)
    words, sheets = sorted(base.glob("*.docx")), sorted(base.glob("*.xlsx"))
    for kind, output, files in (("pdf", "word", words), (_TXT, "text", words), ("pdf", "excel", sheets), (_CSV, "csv", sheets)):
        profile = f"-env:UserInstallation={(base / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(base / output), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
    return base


def packed(text: str) -> str:
    """Without blanks: lines break anywhere, also after a hyphen."""
    return "".join(text.split())


def pages(path: Path) -> list[str]:
    """The text of each page. Pdfium writes a hyphen at a line's end as U+FFFE or U+0002."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded().replace("\ufffe", "-").replace("\x02", "-") for page in pdf]


def wanted(document: Document) -> list[str]:
    return [line for words in lines_of(document) for line in expected(words).split("\n") if line.strip()]


def missing_words(document: Document, found: str) -> Counter[str]:
    """Words that stand less often in ``found`` than in the document."""
    everything, all_wanted = packed(found), packed(" ".join(wanted(document)))
    words = {word for line in wanted(document) for word in line.split()}
    return Counter({word: short for word in words if (short := all_wanted.count(word) - everything.count(word)) > 0})


@pytest.mark.parametrize("name", NAMES)
def test_word_as_text_has_every_paragraph_in_order(folder: Path, name: str) -> None:
    found = packed((folder / "text" / f"{name}.txt").read_text(encoding="utf-8-sig"))
    assert found == packed(" ".join(wanted(documents()[name])))


@pytest.mark.parametrize("name", NAMES)
def test_word_on_paper_has_every_word(folder: Path, name: str) -> None:
    printed = "\n".join(pages(folder / "word" / f"{name}.pdf"))
    assert not missing_words(documents()[name], printed)


@pytest.mark.parametrize("name", NAMES)
def test_excel_on_paper_has_every_word(folder: Path, name: str) -> None:
    printed = "\n".join(pages(folder / "excel" / f"{name}.pdf"))
    assert not missing_words(documents()[name], printed)


@pytest.mark.parametrize("name", NAMES)
def test_excel_cells_hold_every_paragraph_letter_for_letter(folder: Path, name: str) -> None:
    found: Counter[str] = Counter()
    for sheet in (folder / "csv").glob(f"{name}-*.csv"):
        with sheet.open(encoding="utf-8", newline="") as lines:
            found.update(line for row in csv.reader(lines) for value in row for line in value.split("\n") if line.strip())
    expected_lines = Counter(wanted(documents()[name]))
    # A text higher than a row may be stands in several cells, one below the other.
    pieces = sum(count for line, count in found.items() if line in LONG) if LONG in expected_lines else 0
    for counted in (found, expected_lines):
        for line in [line for line in counted if pieces and line in LONG]:
            del counted[line]
    assert found == expected_lines


def test_pages_turn_count_and_repeat_the_header(folder: Path) -> None:
    with pypdfium2.PdfDocument(folder / "word" / "full.pdf") as pdf:
        across = [page.get_width() > page.get_height() for page in pdf]
    texts = pages(folder / "word" / "full.pdf")
    plan, table = across.index(True), sum(across)
    assert plan >= 2 and table >= 3 and across == [False] * plan + [True] * table + [False]
    numbers = [text.split()[0] for text in texts]
    assert numbers[1:plan] == [str(n) for n in range(2, plan + 1)], "the plan counts from its second page"
    assert numbers[plan + 1 : plan + table] == [str(n) for n in range(2, table + 1)], "the appendix counts its own pages"
    assert numbers[0] != "1" and numbers[plan] != "1" and numbers[-1] != "1"
    assert all("Phân công nhiệm vụ" in " ".join(text.split()) for text in texts[plan : plan + table])


def test_excel_repeats_the_header_on_paper(folder: Path) -> None:
    with_table = [text for text in pages(folder / "excel" / "full.pdf") if "Niêm yết thủ tục" in " ".join(text.split())]
    assert len(with_table) >= 3
    assert all("Phối hợp" in " ".join(text.split()) for text in with_table)
