import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.model import PlanState
from kh_desktop.services import attachments, backups, export, issuing, plan_file, plans, search, tasks
from kh_desktop.services.session import Session, open_session

COMMUNES = sorted((Path(__file__).parents[1] / "fixtures" / "communes").glob("*.json"))


@pytest.fixture
def plan_id(sample_session: Session) -> int:
    return plans.list_plans(sample_session)[0].id


def test_issue_flows_number_and_date_and_freezes(sample_session: Session, plan_id: int) -> None:
    s = sample_session
    issuing.submit(s, plan_id, "Lan")
    issuing.issue(s, plan_id, number="05/KH-UBND", issued="2027-01-05", who="Hoa")
    plan = plans.get_plan(s, plan_id)
    assert (plan.state, plan.number, plan.issued, plan.full_number) == (PlanState.ISSUED, "5", "2027-01-05", "5/KH-UBND")
    assert [(e.who, e.state.value, e.note) for e in issuing.history(s, plan_id)] == [
        ("Lan", "submitted", ""),
        ("Hoa", "issued", "5/KH-UBND ngày 05/01/2027"),
    ]
    task = plan.groups[0].tasks[0]
    for change in (
        lambda: plans.set_plan(s, plan_id, title="x"),
        lambda: tasks.update_task(s, task.id, content="x"),
        lambda: tasks.update_task(s, task.id, lead="x"),
        lambda: tasks.remove_rows(s, task_ids=[task.id]),
        lambda: tasks.add_group(s, plan_id, "x"),
        lambda: tasks.move_tasks(s, [task.id], group_id=plan.groups[1].id, at=0),
    ):
        with pytest.raises(UsageError, match="frozen"):
            change()
    assert plans.get_plan(s, plan_id) == plan


def test_a_new_version_keeps_the_signed_one(sample_session: Session, plan_id: int) -> None:
    s = sample_session
    issuing.issue(s, plan_id, number="24", issued="2027-01-15")
    signed = plans.get_plan(s, plan_id)
    newer = issuing.new_version(s, plan_id)
    plans.set_plan(s, newer, title="Bản thay thế")
    assert plans.get_plan(s, plan_id) == signed
    draft = plans.get_plan(s, newer)
    assert (draft.version, draft.previous_id, draft.state, draft.number) == (2, plan_id, PlanState.DRAFT, "")
    assert {p.id: (p.superseded, p.has_newer) for p in plans.list_plans(s)} == {plan_id: (False, True), newer: (False, False)}
    with pytest.raises(UsageError, match="has_newer"):
        issuing.new_version(s, plan_id)
    issuing.issue(s, newer, number="25", issued="2027-02-15")
    assert {p.id: p.superseded for p in plans.list_plans(s)} == {plan_id: True, newer: False}


@pytest.mark.parametrize(
    ("number", "issued"), [("", "2027-01-05"), ("0", "2027-01-05"), ("hai", "2027-01-05"), ("5", ""), ("5", "2027-02-30")]
)
def test_impossible_numbers_and_days_are_refused(sample_session: Session, plan_id: int, number: str, issued: str) -> None:
    with pytest.raises(KhError):
        issuing.issue(sample_session, plan_id, number=number, issued=issued)
    assert plans.get_plan(sample_session, plan_id).state is PlanState.DRAFT


def test_a_number_is_used_once_a_year(sample_session: Session, plan_id: int) -> None:
    s = sample_session
    other = plans.new_plan_from(s, replace(plans.get_plan(s, plan_id), year=2028))
    issuing.issue(s, plan_id, number="7", issued="2027-01-05")
    with pytest.raises(UsageError, match="number_taken"):
        issuing.issue(s, other, number="07", issued="2027-12-30")
    assert issuing.next_number_hint(s, 2027) == "8"
    issuing.issue(s, other, number="7", issued="2028-01-02")


def test_the_signed_scan_comes_back_byte_for_byte(sample_session: Session, plan_id: int, tmp_path: Path) -> None:
    s = sample_session
    scan = tmp_path / "Bản ký.pdf"
    scan.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 100)
    issuing.issue(s, plan_id, number="1", issued="2027-01-05")
    kept = attachments.attach_scan(s, plan_id, scan)
    (found,) = attachments.attachments(s, plan_id)
    assert found.sha256 == hashlib.sha256(scan.read_bytes()).hexdigest() and found.name == "Bản ký.pdf"
    out = tmp_path / "ra"
    out.mkdir()
    assert attachments.save_attachment(s, kept, out).read_bytes() == scan.read_bytes()
    attachments.remove_attachment(s, kept)
    s.undo()
    assert [a.id for a in attachments.attachments(s, plan_id)] == [kept]


def test_a_scan_that_is_no_pdf_is_refused(sample_session: Session, plan_id: int, tmp_path: Path) -> None:
    wrong = tmp_path / "a.pdf"
    wrong.write_bytes(b"PK\x03\x04")
    with pytest.raises(KhError, match="not_pdf"):
        attachments.attach_scan(sample_session, plan_id, wrong)
    with pytest.raises(KhError, match="missing"):
        attachments.attach_scan(sample_session, plan_id, tmp_path / "không có.pdf")


@pytest.mark.parametrize("path", COMMUNES, ids=lambda p: p.stem)
def test_every_commune_goes_through_the_services_to_all_files(session: Session, path: Path, tmp_path: Path) -> None:
    plan = plan_file.read_answers(path)
    plan_id = plans.new_plan_from(session, plan)
    for suffix in export.SUFFIXES:
        made = export.export_plan(session, plan_id, tmp_path / f"{path.stem}{suffix}")
        assert made.stat().st_size > (1000 if suffix != ".ics" else 100)
    copy = plan_file.read_answers(tmp_path / f"{path.stem}.json")
    stored = plans.get_plan(session, plan_id)
    assert plan_file.plan_to_json(copy) == plan_file.plan_to_json(stored) == {**plan_file.plan_to_json(plan), "version": 1}
    assert not list(tmp_path.glob("*.tmp"))


def test_export_into_a_missing_folder_says_so_and_leaves_nothing(sample_session: Session, plan_id: int, tmp_path: Path) -> None:
    with pytest.raises(KhError):
        export.export_plan(sample_session, plan_id, tmp_path / "không có" / "a.pdf")
    with pytest.raises(UsageError, match="unknown_format"):
        export.export_plan(sample_session, plan_id, tmp_path / "a.odt")
    assert not [p for p in tmp_path.iterdir() if p.suffix in (".pdf", ".odt", ".tmp")]


def test_preview_knows_where_each_field_stands(sample_session: Session, plan_id: int) -> None:
    plan = plans.get_plan(sample_session, plan_id)
    seen = export.preview(plan)
    task = plan.groups[-1].tasks[-1]
    for anchor in ("title", f"basis:{plan.bases[0].id}", f"section:{plan.sections[1].id}", f"task:{task.id}", "signature", "recipients"):
        place = seen.place_of(anchor)
        assert place is not None, anchor
        page, x, y, w, h = place
        width, height = seen.page_size(page)
        assert 0 <= x < x + w <= width and 0 <= y < y + h <= height
        assert seen.anchor_at(page, x + w / 2, y + h / 2).startswith(anchor.split(":")[0])
    width, height, data = seen.render(0, 36)
    assert len(data) == width * height * 4


def test_suggested_names_are_plain(sample_session: Session, plan_id: int) -> None:
    plan = replace(plans.get_plan(sample_session, plan_id), version=2)
    name = export.suggested_name(plan, ".docx")
    assert name.isascii() and name.endswith("-ban-2.docx") and "2027" in name


def test_search_finds_without_accents_in_every_part(sample_session: Session, plan_id: int) -> None:
    plan = plans.get_plan(sample_session, plan_id)
    content = plan.groups[0].tasks[0].content
    words = " ".join(content.split()[:4])
    anchors = [h.anchor for h in search.search(sample_session, words.upper())]
    assert f"task:{plan.groups[0].tasks[0].id}" in anchors
    tasks.remove_rows(sample_session, task_ids=[plan.groups[0].tasks[0].id])
    assert f"task:{plan.groups[0].tasks[0].id}" not in [h.anchor for h in search.search(sample_session, words)]
    sample_session.undo()
    assert f"task:{plan.groups[0].tasks[0].id}" in [h.anchor for h in search.search(sample_session, words)]
    assert search.search(sample_session, "100%_\\") == []


def test_backup_restore_and_doctor(sample_session: Session, plan_id: int) -> None:
    path = sample_session.path
    made = backups.backup_now(sample_session)
    plans.delete_plan(sample_session, plan_id)
    sample_session.close()
    assert backups.doctor(path) == []
    backups.restore(path, made)
    again = open_session(path)
    assert [p.id for p in plans.list_plans(again)] == [plan_id]
    again.close()
    assert "Bản sao lưu" in str(backups.doctor(made.with_name("none.khdb"))) or "Không tìm thấy" in str(
        backups.doctor(made.with_name("none.khdb"))
    )


def test_a_backup_is_named_without_its_folder_and_never_overwrites_another(sample_session: Session, plan_id: int) -> None:
    path = sample_session.path
    made = [backups.backup_now(sample_session) for _ in range(3)]
    sample_session.close()
    assert len(set(made)) == 3
    aside = [backups.restore(path, Path(made[0].name)) for _ in range(2)]
    assert len({*made, *aside}) == 5 and all(p and p.exists() for p in aside)


def test_answers_that_cannot_be_read(tmp_path: Path) -> None:
    bad = tmp_path / "a.json"
    bad.write_bytes(b"\xff\xfe{")
    with pytest.raises(KhError, match="not_json"):
        plan_file.read_answers(bad)
    bad.write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(KhError, match="not_json"):
        plan_file.read_answers(bad)
    with_bom = tmp_path / "b.json"
    with_bom.write_text(json.dumps({"agency": "UBND xã X", "year": 2027, "title": "T"}), encoding="utf-8-sig")
    assert plan_file.read_answers(with_bom).title == "T"
