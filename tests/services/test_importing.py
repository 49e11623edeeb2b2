"""Files read into plans through the services: exports come back, places and doubts have words, saving is one step."""

import json
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Unit
from kh_desktop.importing.blocks import Cell, Paragraph, Source, Spot, Table
from kh_desktop.importing.reading import Doubt
from kh_desktop.services import attachments, export, importing, plans
from kh_desktop.services.import_places import Places
from kh_desktop.services.messages import MESSAGES
from kh_desktop.services.plan_file import plan_from_json, plan_to_json
from kh_desktop.services.session import Session

ROOT = Path(__file__).parents[2]
COMMUNES = sorted((ROOT / "tests/fixtures/communes").glob("*.json"))
# What is not printed, or is made anew: widths of columns, the catalogue, the superior body, a place that is the commune's name.
_UNPRINTED = frozenset(("width", "state", "version", "catalogue_id", "superior", "indent_cm", "landscape", "period", "role", "place"))


def printed(value: Any) -> Any:
    """A plan as JSON the way it can be told from paper: without closing marks, capitals and what is not printed."""
    if isinstance(value, str):
        return re.sub(r"\s+", " ", value).strip(" .;,:/-").casefold()
    if isinstance(value, list):
        return [printed(item) for item in value]
    if isinstance(value, dict):
        return {key: printed(item) for key, item in value.items() if key not in _UNPRINTED}
    return value


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf"])
@pytest.mark.parametrize("file", COMMUNES, ids=lambda path: path.stem)
def test_exports_come_back(session: Session, tmp_path: Path, file: Path, suffix: str) -> None:
    plan_id = plans.new_plan_from(session, plan_from_json(json.loads(file.read_text(encoding="utf-8"))))
    out = export.export_plan(session, plan_id, tmp_path / f"kế hoạch{suffix}")
    reading = importing.understood(importing.read_file(out))
    assert printed(plan_to_json(reading.plan)) == printed(plan_to_json(plans.get_plan(session, plan_id)))
    assert reading.leftovers == ()


def made() -> Source:
    return Source(
        "docx",
        "kế hoạch.docx",
        (
            Paragraph("KẾ HOẠCH"),
            Paragraph("Kiểm soát thủ tục hành chính xã Gò Mây năm 2026"),
            Paragraph("Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa;"),
            Paragraph("I. MỤC ĐÍCH"),
            Paragraph("- Phục vụ tốt."),
            Table(
                tuple(
                    Cell(r, c, (Paragraph(t),))
                    for r, row in enumerate((("STT", "Nhiệm vụ", "Hạn"), ("1", "Rà soát", "31/9/2026")))
                    for c, t in enumerate(row)
                ),
                2,
                3,
            ),
            Paragraph("Trang hai", page=2),
        ),
    )


def test_citations_are_linked_to_the_catalogue() -> None:
    (basis,) = importing.understood(made()).plan.bases
    assert basis.catalogue_id


def test_a_reading_for_scripts() -> None:
    source = made()
    data = importing.reading_json(importing.understood(source), source)
    assert data["plan"]["sections"] == ["I. MỤC ĐÍCH"]
    assert data["plan"]["groups"][0]["rows"][0]["no"] == "1"
    assert {
        "where": "Bảng nhiệm vụ, dòng 2 (nhiệm vụ 1), cột “Hạn”",
        "field": "task:0.0:deadline",
        "code": "deadline_invalid",
        "message": "Thời hạn có ngày không có thật: 31/9/2026. Hãy sửa lại.",
    } in data["doubts"]
    assert data["source"] == {"name": "kế hoạch.docx", "kind": "docx"}


@pytest.mark.parametrize(
    ("spot", "words"),
    [
        (Spot(1), "Đoạn 2"),
        (Spot(5), "Bảng 1"),
        (Spot(5, 1), "Bảng 1, dòng 2"),
        (Spot(5, 1, 2), "Bảng 1, dòng 2, cột “Hạn”"),
        (Spot(5, -1, 1), "Bảng 1, cột “Nhiệm vụ”"),
        (Spot(6), "Trang 2, đoạn 1"),
        (Spot(99), "Cả tệp"),
    ],
)
def test_places_have_words(spot: Spot, words: str) -> None:
    assert str(Places(made()).words(spot)) == words


def test_every_doubt_has_a_sentence() -> None:
    found = set()
    for file in (ROOT / "kh_desktop/importing").glob("*.py"):
        found |= set(re.findall(r"found\.doubt\(\s*\"(\w+)\"", file.read_text(encoding="utf-8")))
    found |= {"row_joined", "row_unnumbered"}
    assert len(found) > 20
    assert {code for code in found if f"doubt.{code}" not in MESSAGES} == set()
    for code in found:
        params = dict.fromkeys(re.findall(r"\{(\w+)\}", MESSAGES[f"doubt.{code}"]), "x")
        assert str(importing.doubt_text(Doubt(code, params=params)))
    assert str(importing.doubt_text(Doubt("source_never_heard_of"))) == MESSAGES["doubt.source_other"]


def test_saving_keeps_the_file_and_is_one_step(session: Session, tmp_path: Path) -> None:
    original = tmp_path / "kế hoạch cũ.docx"
    original.write_bytes(b"PK as it came")
    reading = importing.understood(made())
    plan_id = importing.save(session, reading, original)
    stored = plans.get_plan(session, plan_id)
    assert stored.title == reading.plan.title
    (kept,) = attachments.attachments(session, plan_id, "original")
    assert (kept.name, kept.size) == ("kế hoạch cũ.docx", 13)
    session.undo()
    assert plans.list_plans(session) == []


def test_a_file_that_is_gone_changes_nothing(session: Session, tmp_path: Path) -> None:
    with pytest.raises(KhError):
        importing.save(session, importing.understood(made()), tmp_path / "không có.docx")
    assert plans.list_plans(session) == []
    with pytest.raises(KhError):
        importing.read_file(tmp_path / "không có.docx")


def test_what_was_copied() -> None:
    source = importing.read_clipboard(
        "<table><tr><td>STT</td><td>Nhiệm vụ</td><td>Hạn</td></tr><tr><td>1</td><td>Rà soát</td><td>Quý I</td></tr></table>", "x"
    )
    assert importing.understood(source).plan.groups[0].tasks[0].content == "Rà soát"
    assert importing.read_clipboard("", "KẾ HOẠCH\nRà soát năm 2026").kind == "text"
    with pytest.raises(KhError):
        importing.read_clipboard("", " ")


def test_a_plan_of_the_reader_is_frozen_and_whole() -> None:
    plan = importing.understood(made()).plan
    assert is_dataclass(plan) and replace(plan) == plan
    assert {f.name for f in fields(plan)} >= {"title", "groups", "annexes"}


def test_numbers_for_scripts_are_those_of_the_file() -> None:
    source = made()
    numbered = replace(source, blocks=(Paragraph("Số: 05/KH-UBND"), *source.blocks))
    reading = importing.understood(numbered)
    data = importing.reading_json(reading, numbered)["plan"]
    assert (data["number"], reading.plan.number) == ("05/KH-UBND", "5")
    assert data["groups"][0]["no"] is None


def tasked(*leads: str) -> Source:
    """A plan of one table: a task for each text of the column of who leads."""
    rows = (("STT", "Nhiệm vụ", "Chủ trì"), *((str(n), f"Việc {n}", lead) for n, lead in enumerate(leads, start=1)))
    cells = tuple(Cell(r, c, (Paragraph(t),)) for r, row in enumerate(rows) for c, t in enumerate(row))
    title = (Paragraph("KẾ HOẠCH"), Paragraph("Kiểm soát thủ tục năm 2026"), Paragraph("I. MỤC TIÊU"))
    return Source("docx", "x.docx", (*title, Paragraph("- Trên 95% hồ sơ giải quyết đúng hạn."), Table(cells, len(rows), 3)))


def test_units_the_book_does_not_know_are_said_once() -> None:
    source = tasked("Văn phòng", "Tổ Một cửa", "VP; Tổ Một cửa")
    units = (Unit(1, "Văn phòng", "VP"),)
    doubts = [d for d in importing.understood(source, units=units).doubts if d.code == "unit_unknown"]
    assert [(d.path, d.spot, d.params["unit"]) for d in doubts] == [("task:0.1:lead", Spot(4, 2, 2), "Tổ Một cửa")]
    assert "unit_unknown" not in [d.code for d in importing.understood(source).doubts]


def test_targets_for_scripts() -> None:
    source = tasked("Văn phòng")
    (target,) = importing.reading_json(importing.understood(source), source)["targets"]
    assert (target["value"], target["comparator"], target["sentence"]) == ("95", ">=", "- Trên 95% hồ sơ giải quyết đúng hạn.")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(KhError) as caught:
        importing.read_file(tmp_path)
    assert caught.value.code == "file.unreadable"
