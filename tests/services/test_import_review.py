"""Texts a person writes into a reading: each field, each way back to its place, doubts that are over."""

from __future__ import annotations

import pytest

from kh_desktop.domain.model import (
    Agency,
    BasisForm,
    LegalBasis,
    Plan,
    Section,
    SignatureBlock,
    Task,
    TaskGroup,
    UnitRef,
)
from kh_desktop.services.import_review import (
    Doubt,
    Reading,
    Spot,
    can_write,
    edit_of,
    mended_deadline,
    path_of,
    text_at,
    with_edits,
    with_text,
)

TASKS = (
    Task(content="Rà soát", lead=(UnitRef("Tư pháp"), UnitRef("Văn phòng")), product="Báo cáo", deadline="Trước ngày 31/9/2026"),
    Task(content="Rà soát", lead=(UnitRef("Tư pháp"), UnitRef("Văn phòng")), product="Tờ trình", deadline="Quý IV/2026",
         continues=True, merged=("lead",)),
)  # fmt: skip
PLAN = Plan(
    year=2026, title="Kiểm soát TTHC năm 2026", number="15", code="KH-UBND", issued="2026-01-12", period_start="2026-01-01",
    period_end="2026-12-31", agency=Agency("xã", "Tân Lâm", "UBND tỉnh", "Tân Lâm", letterhead="ỦY BAN\nXÃ TÂN LÂM"),
    bases=(LegalBasis(doc_type="Nghị định", number="63/2010/NĐ-CP", issuer="Chính phủ"),),
    sections=(Section(heading="Mục đích", text="Bảo đảm.", children=(Section(heading="Yêu cầu"),)),),
    groups=(TaskGroup(title="Công khai", tasks=TASKS),), recipients=("Như trên", "Lưu: VT"),
    signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Nguyễn Văn Bình"),
)  # fmt: skip
PATHS = (
    "agency", "superior", "number", "place", "issued", "year", "title", "intro", "closing", "recipients", "signature", "section:0",
    "section:0:text", "section:0.0", "group:0", "task:0.0:content", "task:0.0:lead", "task:0.1:product", "task:0.1:deadline",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_the_same_text_changes_nothing(path: str) -> None:
    assert can_write(path)
    assert with_text(PLAN, path, text_at(PLAN, path)) == PLAN


@pytest.mark.parametrize(
    ("path", "text", "shown"),
    [
        ("number", "24", "24/KH-UBND"), ("number", "24/KH-HĐND", "24/KH-HĐND"), ("issued", "2026-02-03", "2026-02-03"),
        ("issued", "ba ngày", "2026-01-12"), ("year", "2027", "2027"), ("year", "hai nghìn", "2026"),
        ("agency", "phường Bắc Sơn", "UBND phường Bắc Sơn"), ("agency", "Ủy ban nhân dân đặc khu Đảo Xa", "UBND đặc khu Đảo Xa"),
        ("agency", "Nà Mạ", "UBND xã Nà Mạ"), ("signature", "Lê Thị Hoa", "Lê Thị Hoa"),
        ("signature", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Hoa", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Hoa"),
        ("recipients", "Như trên\n\nLưu: VT, TP", "Như trên\nLưu: VT, TP"), ("task:0.0:lead", "Công an; Đoàn xã", "Công an; Đoàn xã"),
        ("section:0.0", "Yêu cầu  mới", "Yêu cầu mới"),
        ("basis:0", "Thực hiện Kế hoạch số 5 của tỉnh;", "Thực hiện Kế hoạch số 5 của tỉnh"),
    ],
)  # fmt: skip
def test_another_text_is_taken_over_in_its_form(path: str, text: str, shown: str) -> None:
    assert text_at(with_text(PLAN, path, text), path) == shown


def test_a_year_takes_its_period_along() -> None:
    plan = with_text(PLAN, "year", "2027")
    assert (plan.period_start, plan.period_end) == ("2027-01-01", "2027-12-31")


def test_another_name_gives_up_the_letterhead_of_the_old_one() -> None:
    assert with_text(PLAN, "agency", "xã Nà Mạ").agency.letterhead == ""
    assert with_text(PLAN, "agency", "phường Tân Lâm").agency.letterhead


def test_a_citation_keeps_the_word_it_opens_with() -> None:
    assert with_text(PLAN, "basis:0", "Thực hiện Kế hoạch số 5").bases[0].form is BasisForm.THUC_HIEN


def test_a_cell_over_several_rows_changes_in_all_of_them() -> None:
    plan = with_text(PLAN, "task:0.1:lead", "Công an")
    assert [[ref.label for ref in task.lead] for task in plan.groups[0].tasks] == [["Công an"], ["Công an"]]
    assert [task.content for task in with_text(PLAN, "task:0.0:content", "Thống kê").groups[0].tasks] == ["Thống kê", "Thống kê"]


READING = Reading(
    PLAN,
    doubts=(Doubt("deadline_invalid", Spot(3, 1, 5), "task:0.0:deadline"), Doubt("number_missing", None, "number")),
    origins={"task:0.0": (Spot(3, 1),), "task:0.0:deadline": (Spot(3, 1, 5),), "task:0.1": (Spot(3, 2),), "section:0": (Spot(1),)},
)


def test_an_edit_follows_its_place() -> None:
    edit = edit_of(READING, "task:0.0:product", "Kế hoạch")
    assert edit.spot == Spot(3, 1)
    moved = Reading(PLAN, origins={"group:0": (Spot(3, 0),), "task:0.1": (Spot(3, 1),)})
    assert path_of(moved, edit) == "task:0.1:product"
    assert path_of(Reading(PLAN), edit) == ""
    assert path_of(Reading(PLAN), edit_of(READING, "title", "Khác")) == "title"


def test_a_doubt_is_over_when_its_field_is_written() -> None:
    wrong = with_edits(READING, [edit_of(READING, "task:0.0:deadline", "Trước ngày 30/2/2026")])
    assert [d.code for d in wrong.doubts] == ["deadline_invalid", "number_missing"]
    right = with_edits(READING, [edit_of(READING, "task:0.0:deadline", "Quý III/2026"), edit_of(READING, "number", "16")])
    assert not right.doubts
    assert (right.plan.groups[0].tasks[0].deadline, right.plan.number) == ("Quý III/2026", "16")


def test_the_nearest_day_is_proposed() -> None:
    assert mended_deadline(PLAN, "task:0.0:deadline") == "Trước ngày 30/9/2026"
    assert mended_deadline(PLAN, "task:0.1:deadline") == ""
