"""The main job on real input: the source plans when they lie beside the checkout, and always the made-up communes shaped like them."""

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kh_desktop.domain.model import Plan, Section, Shape
from kh_desktop.services import export, plans
from kh_desktop.services.plan_file import plan_from_json, plan_to_json
from kh_desktop.services.session import Session

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "gold" / "plans.json"


def _cases() -> list[Any]:
    cases = [
        pytest.param(json.loads(p.read_text(encoding="utf-8")), id=p.stem)
        for p in sorted((ROOT / "tests/fixtures/communes").glob("*.json"))
    ]
    if SOURCES.is_file():
        cases += [pytest.param(p, id=p["place"] or p["agency"]) for p in json.loads(SOURCES.read_text(encoding="utf-8"))]
    return cases


def squeezed(text: str) -> str:
    """Text without blanks and hyphenation, so that line breaks of a page do not count."""
    return re.sub(r"[\s\u00ad\ufffe]+", "", unicodedata.normalize("NFC", text)).casefold()


def found(piece: str, text: str, *, by_word: bool) -> bool:
    """Whether ``piece`` stands in ``text``. A PDF has no lines: pdfium mixes neighbouring cells and drops hyphens at line ends."""
    if squeezed(piece) in text:
        return True
    bare = text.replace("-", "")
    return by_word and all(squeezed(word).replace("-", "") in bare for word in re.split(r"[\s/]+", piece))


def pdf_text(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def word_text(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        xml = parts.read("word/document.xml").decode("utf-8")
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def excel_text(path: Path) -> str:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    return "\n".join(str(v) for sheet in book for row in sheet.iter_rows(values_only=True) for v in row if v is not None)


def pieces(plan: Plan) -> Iterator[str]:
    """Every text of a plan that must stand on paper, line by line."""

    def of_sections(level: tuple[Section, ...]) -> Iterator[str]:
        for s in level:
            yield s.heading
            yield from s.text.split("\n")
            yield from of_sections(s.children)

    yield from (
        plan.title,
        plan.intro,
        plan.closing.removesuffix("./."),
        plan.signature.name,
        plan.signature.position,
        *plan.signature.authority,
    )
    yield from (r.rstrip(" .;") for r in plan.recipients)
    yield from (b.number for b in plan.bases)
    yield from of_sections(plan.sections)
    yield from (c for a in plan.annexes for c in (a.title, *a.columns, *(x for r in a.rows for x in r)))
    if plan.shape is not Shape.SECTIONS:
        if plan.shape is not Shape.ASSIGNMENTS:
            yield from (t for c in plan.columns for t in (c.label, c.group))
        for group in plan.groups:
            if len(plan.groups) > 1:
                yield group.title
            for t in group.tasks:
                content = () if t.continues else (t.content, t.detail)
                for text in (*content, t.product, t.deadline, *(u.label for u in (*t.lead, *t.coord))):
                    yield from text.split("\n")


@pytest.mark.parametrize("data", _cases())
def test_nothing_is_lost_on_the_way_to_any_file(session: Session, data: dict[str, Any], tmp_path: Path) -> None:
    plan = plan_from_json(data)
    plan_id = plans.new_plan_from(session, plan)
    stored = plans.get_plan(session, plan_id)
    assert plan_to_json(stored)["groups"] == plan_to_json(plan)["groups"]
    read = {".pdf": pdf_text, ".docx": word_text, ".xlsx": excel_text}
    for suffix, reader in read.items():
        text = squeezed(reader(export.export_plan(session, plan_id, tmp_path / f"a{suffix}")))
        lost = [p for p in pieces(stored) if not found(p.lstrip("-+• ").rstrip(" .;,:"), text, by_word=suffix == ".pdf")]
        assert not lost, f"{suffix} lost {lost}"
