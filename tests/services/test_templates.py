"""The shipped wordings: complete for every shape and role, free of leftovers once filled, right for the level of government."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.model import Agency, Office, Plan, Section, SectionRole, Shape, Unit
from kh_desktop.domain.plan_json import plan_from_json, plan_to_json
from kh_desktop.resources import resource_json
from kh_desktop.services import templates
from kh_desktop.services.unit_names import own_name

COMMUNES = Path(__file__).parents[1] / "fixtures" / "communes"
AGENCY = Agency(level="phường", name="Tân Lạc Đông", superior="UBND thành phố Hồng Lam", place="Tân Lạc Đông")
PLAN = Plan(year=2027, agency=AGENCY)
ROLE_SHAPES = [(role, shape) for role in SectionRole for shape in Shape]


def _walk(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)


@pytest.mark.parametrize(("role", "shape"), ROLE_SHAPES)
def test_each_role_of_each_shape_has_a_choice(role: SectionRole, shape: Shape) -> None:
    found = templates.section_templates(role, shape)
    assert len(found) >= 2
    assert not found[0].before_two_levels
    assert all(section.role is role for template in found for section in template.sections)


@pytest.mark.parametrize(("role", "shape"), ROLE_SHAPES)
def test_filled_templates_have_no_placeholder_left(role: SectionRole, shape: Shape) -> None:
    for template in templates.section_templates(role, shape):
        for section in _walk(templates.fill_sections(template.sections, PLAN)):
            assert not re.search(r"[{}]", section.heading + section.text)
            assert section.heading or section.text
            assert all(line.strip() == line and line for line in section.text.split("\n") if section.text)


def test_old_years_get_their_own_wording_first() -> None:
    old, new = (templates.section_templates(SectionRole.PURPOSE, Shape.SECTIONS, year)[0] for year in (2024, 2027))
    assert old.before_two_levels
    assert not new.before_two_levels
    words = " ".join(s.heading + s.text for s in _walk(old.sections))
    assert "Bộ phận Một cửa" in words
    assert "Trung tâm Phục vụ hành chính công" not in words


def test_only_shapes_with_tasks_in_the_body_hold_them() -> None:
    for shape in Shape:
        for template in templates.section_templates(SectionRole.CONTENT, shape):
            holding = [s for s in _walk(template.sections) if s.holds_tasks]
            assert len(holding) == (1 if shape in (Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY) else 0)


def test_the_full_prose_template_has_its_ten_parts_with_report_duties_and_targets() -> None:
    template = next(t for t in templates.section_templates(SectionRole.CONTENT, Shape.SECTIONS) if t.id == "content.sections")
    parts = template.sections[0].children
    assert len(parts) == 10
    assert all(part.text.count("\n") >= 1 and part.text.startswith("- ") for part in parts)
    assert "ngày 15" in parts[-1].text
    assert any("98%" in part.text for part in parts)


def test_current_wordings_know_no_district() -> None:
    current = [t for role, shape in ROLE_SHAPES for t in templates.section_templates(role, shape) if not t.before_two_levels]
    words = [s.heading + s.text for t in current for s in _walk(t.sections)]
    words += [f"{t.task.content} {t.task.detail} {t.task.deadline}" for g in templates.task_library() for t in g.tasks]
    assert not [text for text in words if re.search(r"\b(huyện|thị trấn|mức độ 3)\b", text)]


def test_the_task_library_is_complete_and_its_keys_are_unique() -> None:
    library = templates.task_library()
    tasks = [entry for group in library for entry in group.tasks]
    assert len(library) == 10
    assert len(tasks) >= 45
    assert len({entry.key for entry in tasks}) == len(tasks)
    for entry in tasks:
        filled = templates.fill_task(entry.task, replace(PLAN, shape=Shape.ASSIGNMENTS))
        texts = (filled.content, filled.detail, filled.product, filled.deadline, *(u.label for u in filled.lead + filled.coord))
        assert all(text and "{" not in text for text in texts)
        assert filled.lead
        assert all(line.startswith("- ") for line in filled.detail.split("\n"))
        assert templates.fill_task(entry.task, PLAN).detail == ""


def test_the_words_of_the_plan_go_into_the_placeholders() -> None:
    text = "{nam_truoc}/{nam}/{ky}: {co_quan}, {co_quan_day_du}, {dia_ban}, {cap}, {cap_tren}, {don_vi_dau_moi}"
    assert templates.fill(text, PLAN) == (
        "2026/2027/năm 2027: UBND phường Tân Lạc Đông, Ủy ban nhân dân phường Tân Lạc Đông, phường Tân Lạc Đông, phường, "
        "UBND thành phố Hồng Lam, Trung tâm Phục vụ hành chính công"
    )
    assert templates.fill("{don_vi_dau_moi}", PLAN, Office(drafting_unit="Văn phòng")) == "Văn phòng"
    assert templates.fill("{don_vi_dau_moi}", Plan(year=2024)) == "Công chức Văn phòng - Thống kê"
    half = Plan(year=2025, period_start="2025-07-01", period_end="2025-12-31", agency=Agency(superior="tỉnh Hồng Lam"))
    assert templates.fill("{ky} {cap_tren} {don_vi_dau_moi}", half).startswith("6 tháng cuối năm 2025 UBND tỉnh Hồng Lam Trung tâm")
    odd = Plan(year=2027, period_start="2027-03-15", period_end="2027-06-14")
    assert templates.fill("{ky}", odd) == "từ ngày 15/03/2027 đến ngày 14/06/2027"


@given(st.text() | st.from_regex(r"[{}a-z_0-9! ]*", fullmatch=True))
def test_fill_leaves_unknown_braces_alone_and_never_fails(text: str) -> None:
    known = re.search(
        r"\{(nam|nam_truoc|ky|co_quan|co_quan_day_du|dia_ban|cap|cap_tren|don_vi_dau_moi|mot_cua|mot_cua_cap|van_phong|phong_kinh_te|phong_van_hoa)\}",
        text,
    )
    filled = templates.fill(text, Plan())
    assert (filled == text) is (known is None)


def test_opening_closing_and_titles_name_the_plan() -> None:
    office = Office(agency=AGENCY)
    assert templates.title_for(office, 2027).endswith("trên địa bàn phường Tân Lạc Đông năm 2027")
    assert templates.intro_for(PLAN).startswith("Ủy ban nhân dân phường Tân Lạc Đông")
    assert templates.intro_for(PLAN).endswith(":")
    assert templates.closing_for(PLAN).endswith("./.")
    assert templates.appendix_title_for(PLAN).isupper()
    assert templates.appendix_title_for(PLAN).endswith("NĂM 2027")


def test_recipients_begin_with_the_superior_and_end_with_the_archive() -> None:
    units = (Unit(name="Trung tâm Phục vụ hành chính công", short_name="TTPVHCC"),)
    office = Office(agency=AGENCY, drafting_unit="Trung tâm Phục vụ hành chính công", units=units)
    recipients = templates.default_recipients(office)
    assert recipients[0] == "UBND thành phố Hồng Lam"
    assert recipients[-1] == "Lưu: VT, TTPVHCC"
    assert "Tổ trưởng các tổ dân phố" in recipients
    assert templates.default_recipients(Office(agency=Agency()))[-1] == "Lưu: VT"
    assert templates.default_recipients(Office(drafting_unit="Văn phòng HĐND và UBND"))[-1] == "Lưu: VT, VPHĐNDUBND"
    assert templates.default_recipients(OWN)[-1] == "Lưu: VT, VPHĐNDUBND"


OWN_UNITS = tuple(
    Unit(place, name)
    for place, name in enumerate(
        ("Văn phòng HĐND và UBND xã", "Trung tâm PVHCC", "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng VH-XH", "Công an xã Đồi Sim"), start=1
    )
)
OWN = Office(agency=Agency("xã", "Đồi Sim"), drafting_unit="Văn phòng HĐND và UBND xã", units=OWN_UNITS)


def _organisation(office: Office) -> list[Section]:
    template = next(t for t in templates.section_templates(SectionRole.ORGANISATION, Shape.APPENDIX) if t.id == "organisation.units")
    return list(templates.fill_sections(template.sections, Plan(year=2027, agency=office.agency), office)[0].children)


def test_the_drafting_unit_has_one_section_and_the_centre_its_own_duties() -> None:
    parts = _organisation(OWN)
    assert [part.heading for part in parts[:4]] == [
        "Văn phòng HĐND và UBND xã",
        "Trung tâm PVHCC",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Phòng VH-XH",
    ]
    assert "đầu mối" in parts[0].text and "lịch làm việc" in parts[0].text
    assert "Vận hành nơi tiếp nhận" not in parts[0].text
    assert "Vận hành nơi tiếp nhận" in parts[1].text and "đầu mối" not in parts[1].text


def test_a_centre_that_drafts_has_the_duties_of_both() -> None:
    parts = _organisation(replace(OWN, drafting_unit="Trung tâm PVHCC"))
    assert [part.heading for part in parts[:3]] == ["Trung tâm PVHCC", "Văn phòng HĐND và UBND xã", "Phòng Kinh tế, Hạ tầng và Đô thị"]
    assert "đầu mối" in parts[0].text and "Vận hành nơi tiếp nhận" in parts[0].text


def test_a_drafting_unit_of_another_kind_keeps_its_own_section() -> None:
    headings = [part.heading for part in _organisation(replace(OWN, drafting_unit="Tổ công tác cải cách hành chính"))]
    assert headings[:3] == ["Tổ công tác cải cách hành chính", "Trung tâm PVHCC", "Văn phòng HĐND và UBND xã"]


def test_tasks_of_the_library_name_the_units_as_the_office_does() -> None:
    plan = Plan(year=2027, agency=OWN.agency)
    entries = {entry.key: entry.task for group in templates.task_library() for entry in group.tasks}
    filled = templates.fill_task(entries["direction.plan"], plan, OWN)
    assert [unit.label for unit in filled.lead + filled.coord] == ["Trung tâm PVHCC", "Văn phòng HĐND và UBND xã", "Các phòng chuyên môn"]
    own = {unit.name for unit in OWN_UNITS}
    labels = {unit.label for task in entries.values() for unit in (lambda t: t.lead + t.coord)(templates.fill_task(task, plan, OWN))}
    assert labels - own == {"Các phòng chuyên môn", "Các cơ quan ngành dọc trên địa bàn", "Đoàn Thanh niên xã", "Tổ công nghệ số cộng đồng"}
    assert "Trung tâm PVHCC" in templates.fill_task(entries["direction.regulation"], plan, OWN).content


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("Trung tâm Phục vụ hành chính công", Unit(1, "TTPVHCC")),
        ("Trung tâm Phục vụ hành chính công", Unit(1, "Bộ phận Một cửa xã Đồi Sim")),
        ("Văn phòng HĐND và UBND", Unit(1, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã")),
        ("Văn phòng HĐND và UBND", Unit(1, "Bộ phận giúp việc", aliases=("VP HĐND-UBND",))),
        ("Phòng Văn hóa - Xã hội", Unit(1, "Phòng Văn hoá – Xã hội")),
    ],
)
def test_units_are_known_by_abbreviations_aliases_and_other_names(asked: str, known: Unit) -> None:
    assert own_name(asked, replace(OWN, units=(Unit(2, "Phòng Kỹ thuật"), known))) == known.name


def test_names_the_unit_book_does_not_know_stay() -> None:
    assert (
        own_name("Phòng Kinh tế", replace(OWN, units=(Unit(1, "Phòng Kỹ thuật"), Unit(2, "Văn phòng Đăng ký đất đai")))) == "Phòng Kinh tế"
    )
    two = (Unit(1, "Văn phòng Đảng ủy"), Unit(2, "Văn phòng HĐND"), Unit(3, "Văn phòng UBND"))
    assert own_name("Văn phòng HĐND và UBND", replace(OWN, units=two)) == "Văn phòng UBND"


def test_the_sample_plan_is_whole() -> None:
    plan = plan_from_json(resource_json("sample", "plan.json"))
    office = resource_json("sample", "office.json")
    assert isinstance(office, dict)
    assert (plan.year, plan.shape, len(plan.groups)) == (2027, Shape.APPENDIX, 8)
    assert 38 <= sum(len(group.tasks) for group in plan.groups) <= 45
    assert {section.role for section in plan.sections} == set(SectionRole)
    assert plan.agency.name == office["agency"]["name"]
    assert plan.signature.name in [signer["name"] for signer in office["signers"]]
    known = {unit["name"] for unit in office["units"]}
    assert {ref.label for g in plan.groups for t in g.tasks for ref in t.lead} <= known


@pytest.mark.parametrize("name", ["appendix_portrait", "sections", "assignments", "appendix_grouped", "table_in_body"])
def test_the_made_up_communes_read_back_as_they_were_written(name: str) -> None:
    data = json.loads((COMMUNES / f"{name}.json").read_text(encoding="utf-8"))
    plan = plan_from_json(data)
    assert plan_from_json(plan_to_json(plan)) == plan
    assert plan.shape.value == data["layout"]
    assert {SectionRole.PURPOSE, SectionRole.CONTENT, SectionRole.ORGANISATION} <= {section.role for section in plan.sections}
