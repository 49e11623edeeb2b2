from dataclasses import replace

import pytest

from kh_desktop.domain.model import (
    Agency,
    Column,
    LegalBasis,
    Office,
    Plan,
    Section,
    SectionRole,
    Shape,
    SignatureBlock,
    Signer,
    Task,
    TaskGroup,
    UnitRef,
)
from kh_desktop.services import plans
from kh_desktop.services.review import problems
from kh_desktop.services.session import Session

BODY = "Thực hiện đúng quy định."
WHOLE = Plan(
    year=2027,
    title="Kiểm soát thủ tục hành chính năm 2027",
    agency=Agency("xã", "An Thạnh", place="An Thạnh"),
    intro="UBND xã An Thạnh ban hành Kế hoạch như sau:",
    appendix_title="NHIỆM VỤ",
    bases=(LegalBasis(1, doc_type="Nghị định", number="63/2010/NĐ-CP", issuer="Chính phủ", issued="2010-06-08", title="Về kiểm soát"),),
    sections=tuple(Section(i, r.value, BODY, r) for i, r in enumerate(SectionRole, start=1)),
    groups=(TaskGroup(1, "Nhóm", (Task(1, "Việc", lead=(UnitRef("VP"),), deadline="Quý I/2027"),)),),
    recipients=("UBND tỉnh", "Lưu: VT, TTPVHCC"),
    signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Trần Thị Mẫu"),
)


def test_a_whole_plan_has_no_problems(sample_session: Session) -> None:
    assert problems(WHOLE) == []
    sample = plans.get_plan(sample_session, plans.list_plans(sample_session)[0].id)
    assert [p.text for p in problems(sample)] == []


@pytest.mark.parametrize(
    ("change", "code", "anchor"),
    [
        ({"title": ""}, "title", "title"),
        ({"title": "Kế hoạch năm 2026"}, "title_year", "title"),
        ({"agency": Agency("xã", "An Thạnh")}, "place", "place"),
        ({"bases": ()}, "no_bases", "bases"),
        ({"bases": (LegalBasis(7, number="1/2020/NĐ-CP"),)}, "basis_empty", "basis:7"),
        ({"bases": (*WHOLE.bases, replace(WHOLE.bases[0], id=2))}, "basis_twice", "basis:2"),
        ({"sections": WHOLE.sections[1:]}, "no_sections", "purpose"),
        ({"sections": (*WHOLE.sections, Section(9, "Rỗng"))}, "section_empty", "section:9"),
        ({"shape": Shape.TABLE_IN_BODY}, "no_tasks_place", "content"),
        ({"groups": ()}, "no_tasks", "tasks"),
        ({"groups": (TaskGroup(1, "A", (Task(3, "Việc", deadline="Quý I"),)),)}, "task_lead", "task:3:lead"),
        ({"groups": (TaskGroup(1, "A", (Task(3, "Việc", lead=(UnitRef("x"),)),)),)}, "task_deadline", "task:3:deadline"),
        ({"recipients": ("UBND tỉnh",)}, "no_archive", "recipients"),
        ({"signature": SignatureBlock((), "CHỦ TỊCH", "")}, "signer", "signature"),
        ({"period_start": "2027-07-01", "period_end": "2027-01-01"}, "period_order", "period"),
    ],
)
def test_each_gap_is_named_with_its_place(change: dict[str, object], code: str, anchor: str) -> None:
    found = problems(replace(WHOLE, **change))  # type: ignore[arg-type]
    assert (code, anchor) in [(p.code, p.anchor) for p in found]
    assert all(p.text and "{" not in p.text for p in found)


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Kinh phí thực hiện Kế hoạch năm 2026 lấy từ ngân sách.", ["2026"]),
        ("Khắc phục những hạn chế trong năm 2026.", []),
        ("Khắc phục những hạn chế trong năm 2024.", ["2024"]),
        ("Nghị định ngày 08 tháng 6 năm 2010 của Chính phủ.", []),
        ("Báo cáo năm 2027 gửi trước ngày 20/12/2027; kế hoạch năm 2028.", []),
    ],
)
def test_left_over_years(text: str, slips: list[str]) -> None:
    plan = replace(WHOLE, sections=(*WHOLE.sections, Section(9, "Kinh phí", text)))
    found = [p for p in problems(plan) if p.code == "text_year"]
    assert [s for p in found for s in slips if s in p.text] == slips and len(found) == len(slips)


def test_a_task_without_product_is_doubtful_only_where_products_are_printed() -> None:
    printed = [Column("no", "TT"), Column("content", "Nội dung"), Column("product", "Sản phẩm")]
    found = [p for p in problems(replace(WHOLE, columns=tuple(printed))) if p.code == "task_product"]
    assert [(p.severity, p.anchor) for p in found] == [("warning", "task:1:product")] and "I.1" in found[0].text
    assert "task_product" not in [p.code for p in problems(replace(WHOLE, columns=tuple(printed[:2])))]
    done = (TaskGroup(1, "Nhóm", (replace(WHOLE.groups[0].tasks[0], product="Báo cáo"),)),)
    assert problems(replace(WHOLE, columns=tuple(printed), groups=done)) == []


def test_a_plan_without_bases_lacks_nothing_but_is_looked_at() -> None:
    assert [(p.code, p.severity) for p in problems(replace(WHOLE, bases=()))] == [("no_bases", "warning")]


def test_a_signer_known_by_another_position_is_doubtful() -> None:
    office = Office(signers=(Signer(1, "Trần Thị Mẫu", "Chủ tịch"), Signer(2, "Lê Văn Hai", "PHÓ CHỦ TỊCH")))
    assert problems(WHOLE, office) == []
    deputy = replace(WHOLE, signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Trần Thị Mẫu"))
    found = problems(deputy, office)
    assert [(p.code, p.severity, p.step) for p in found] == [("signer_position", "warning", "signature")]
    assert "Trần Thị Mẫu" in found[0].text and "Chủ tịch" in found[0].text and "PHÓ CHỦ TỊCH" in found[0].text
    assert problems(replace(deputy, signature=replace(deputy.signature, name="Người chưa ghi sổ")), office) == []


def test_a_law_is_cited_by_name_alone() -> None:
    assert problems(replace(WHOLE, bases=(LegalBasis(1, doc_type="Luật", title="Luật Tổ chức chính quyền địa phương"),))) == []
