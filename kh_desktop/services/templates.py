"""Ready wordings a new plan starts from: sections, the task library, the opening and closing sentence, the recipients.

Texts are kept under ``resources/`` with placeholders; ``fill`` puts the words of one plan into them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from kh_desktop.domain.model import Agency, Office, Plan, Section, SectionRole, Shape, Task, UnitRef
from kh_desktop.resources import resource_json
from kh_desktop.services.unit_names import CULTURE, ECONOMY, OFFICE, ONE_STOP, own_name, own_refs, same_unit

# Since 1 July 2025 there are two levels of local government (Luật Tổ chức chính quyền địa phương số 72/2025/QH15).
TWO_LEVELS_SINCE = "2025-07-01"

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SUPERIOR_LEVEL = re.compile(r"^(?:tỉnh|thành phố|huyện|quận|thị xã)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SectionTemplate:
    """A ready wording for the sections of one role. ``before_two_levels``: meant for plans of before 1 July 2025."""

    id: str
    name: str
    role: SectionRole
    shapes: frozenset[Shape]
    sections: tuple[Section, ...]
    before_two_levels: bool = False


@dataclass(frozen=True, slots=True)
class LibraryTask:
    """A task of the library with the key it is asked for by; its texts still have placeholders."""

    key: str
    task: Task


@dataclass(frozen=True, slots=True)
class LibraryGroup:
    """A group of the task library."""

    title: str
    tasks: tuple[LibraryTask, ...]


def section_templates(role: SectionRole, shape: Shape, year: int = 0) -> list[SectionTemplate]:
    """The templates of ``role`` that fit ``shape``, the usual one first; those of three-level years come last, or first for such years."""
    fitting = [t for t in _templates() if t.role is role and shape in t.shapes]
    old_year = 0 < year < int(TWO_LEVELS_SINCE[:4])
    return sorted(fitting, key=lambda t: t.before_two_levels is not old_year)


def task_library() -> list[LibraryGroup]:
    """The library of tasks, grouped as such plans group them."""
    return list(_library())


def fill(text: str, plan: Plan, office: Office | None = None) -> str:
    """``text`` with the words of ``plan`` for its placeholders: {nam}, {nam_truoc}, {ky}, {co_quan}, {co_quan_day_du}, {dia_ban}, {cap},
    {cap_tren}, and the units {don_vi_dau_moi}, {mot_cua}, {mot_cua_cap}, {van_phong}, {phong_kinh_te}, {phong_van_hoa} as the unit book of
    ``office`` names them. Other braces stay as they are; never fails."""
    words = _words(plan, office)
    return _PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text)


def fill_sections(sections: Sequence[Section], plan: Plan, office: Office | None = None) -> tuple[Section, ...]:
    """The sections with headings and texts filled, all levels. Where the drafting unit is also a unit that has a section of its own, the
    two become one with the duties of both."""
    lead = next((place for place, section in enumerate(sections) if section.heading == "{don_vi_dau_moi}"), None)
    filled = [
        replace(
            section,
            heading=fill(section.heading, plan, office),
            text=fill(section.text, plan, office),
            children=fill_sections(section.children, plan, office),
        )
        for section in sections
    ]
    if lead is not None:
        others = [
            place for place, s in enumerate(filled) if place != lead and s.heading and same_unit(s.heading, filled[lead].heading, office)
        ]
        for place in reversed(others):
            own = filled.pop(place)
            text = "\n".join(part for part in (filled[lead].text, own.text) if part)
            filled[lead] = replace(filled[lead], text=text, children=filled[lead].children + own.children)
    return tuple(filled)


def fill_task(task: Task, plan: Plan, office: Office | None = None) -> Task:
    """The task with all its texts filled and its units under the office's own names. Its detail comes along only where tasks are printed as
    sections: in a table the content says it all, and bullets under each row would make the appendix three times as long."""

    def units(refs: Sequence[UnitRef]) -> tuple[UnitRef, ...]:
        return own_refs((replace(ref, label=fill(ref.label, plan, office)) for ref in refs), office)

    lead = units(task.lead)
    return replace(
        task,
        content=fill(task.content, plan, office),
        detail=fill(task.detail, plan, office) if plan.shape is Shape.ASSIGNMENTS else "",
        product=fill(task.product, plan, office),
        deadline=fill(task.deadline, plan, office),
        lead=lead,
        coord=tuple(ref for ref in units(task.coord) if ref not in lead),
    )


def title_for(office: Office, year: int) -> str:
    """The trích yếu of a new plan of ``office`` for ``year``."""
    return (
        "Kiểm soát thủ tục hành chính và thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính "
        f"{_where(office.agency)} năm {year}"
    )


def intro_for(plan: Plan, office: Office | None = None) -> str:
    """The sentence between the legal bases and the first section."""
    return fill(
        "{co_quan_day_du} ban hành Kế hoạch kiểm soát thủ tục hành chính (TTHC), thực hiện cơ chế một cửa, một cửa liên thông {ky} "
        "với những nội dung sau:",
        plan,
        office,
    )


def closing_for(plan: Plan, office: Office | None = None) -> str:
    """The last paragraph of the body, with the end mark of NĐ 30/2020."""
    return fill(
        "Trên đây là Kế hoạch kiểm soát TTHC, thực hiện cơ chế một cửa, một cửa liên thông {ky} của {co_quan}. Nếu có vướng mắc trong quá "
        "trình thực hiện, các đơn vị, cá nhân phản ánh về {don_vi_dau_moi} để tổng hợp, trình lãnh đạo {co_quan} xem xét, quyết định./.",
        plan,
        office,
    )


def appendix_title_for(plan: Plan) -> str:
    """The name of the appendix that holds the tasks, in capitals (NĐ 30/2020, Phụ lục I, III.1)."""
    return f"NHIỆM VỤ KIỂM SOÁT THỦ TỤC HÀNH CHÍNH VÀ THỰC HIỆN CƠ CHẾ MỘT CỬA, MỘT CỬA LIÊN THÔNG {_period(plan).upper()}"


def default_recipients(office: Office) -> tuple[str, ...]:
    """Nơi nhận of a new plan, without dashes and marks; the last one is the archive with the drafting unit's short name."""
    agency = office.agency
    below = "Tổ trưởng các tổ dân phố" if agency.level == "phường" else "Trưởng các thôn, tổ dân phố"
    archive = _archive_name(office)
    return (
        *((superior_of(agency),) if agency.superior else ()),
        f"Thường trực Đảng ủy, HĐND {agency.level}",
        f"Chủ tịch, các Phó Chủ tịch UBND {agency.level}",
        f"Ủy ban MTTQ Việt Nam {agency.level}",
        f"Các phòng, trung tâm thuộc UBND {agency.level}",
        below,
        f"Trang thông tin điện tử {agency.level}",
        f"Lưu: VT, {archive}" if archive else "Lưu: VT",
    )


def _words(plan: Plan, office: Office | None) -> dict[str, str]:
    agency = plan.agency
    one_stop = own_name(ONE_STOP, office)
    drafting = own_name(office.drafting_unit, office) if office is not None else ""
    return {
        "nam": str(plan.year) if plan.year else "…",
        "nam_truoc": str(plan.year - 1) if plan.year else "…",
        "ky": _period(plan),
        "co_quan": agency.short_name,
        "co_quan_day_du": agency.full_name,
        "dia_ban": f"{agency.level} {agency.name}".strip(),
        "cap": agency.level,
        "cap_tren": superior_of(agency),
        "don_vi_dau_moi": drafting or _usual_drafting_unit(plan, office),
        "mot_cua": one_stop,
        "mot_cua_cap": f"{one_stop} {agency.level}" if one_stop == ONE_STOP else one_stop,
        "van_phong": own_name(OFFICE, office),
        "phong_kinh_te": own_name(ECONOMY, office),
        "phong_van_hoa": own_name(CULTURE, office),
    }


def _usual_drafting_unit(plan: Plan, office: Office | None) -> str:
    if plan.year and max(plan.issued, plan.period_start, f"{plan.year}-01-01") < TWO_LEVELS_SINCE:
        return "Công chức Văn phòng - Thống kê"
    return own_name(ONE_STOP, office)


def superior_of(agency: Agency) -> str:
    """Who stands above the agency, as it is named in sentences: "UBND tỉnh …" also where only "tỉnh …" was written down."""
    superior = agency.superior.strip()
    if not superior:
        return "cấp trên"
    return f"UBND {superior}" if _SUPERIOR_LEVEL.match(superior) else superior


def _where(agency: Agency) -> str:
    return f"trên địa bàn {agency.level} {agency.name}".strip()


def _period(plan: Plan) -> str:
    if not plan.year:
        return "năm …"
    year, start, end = str(plan.year), plan.period_start, plan.period_end
    known = {
        ("", ""): f"năm {year}",
        (f"{year}-01-01", f"{year}-12-31"): f"năm {year}",
        (f"{year}-01-01", f"{year}-06-30"): f"6 tháng đầu năm {year}",
        (f"{year}-07-01", f"{year}-12-31"): f"6 tháng cuối năm {year}",
    }
    if (start, end) in known:
        return known[start, end]
    words = (f"từ ngày {_day(start)}" if start else "", f"đến ngày {_day(end)}" if end else "")
    return " ".join(word for word in words if word)


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _archive_name(office: Office) -> str:
    unit = office.drafting_unit.strip()
    short = next((u.short_name for u in office.units if unit and unit in (u.name, u.short_name)), "")
    # Words without weight and the level are left out of an abbreviation: "Văn phòng HĐND và UBND xã" gives "VPHĐNDUBND".
    words = (word for word in unit.removesuffix(f" {office.agency.level}").split() if word[0].isalpha() and word != "và")
    return short or "".join(word if word.isupper() else word[0].upper() for word in words)


@cache
def _templates() -> tuple[SectionTemplate, ...]:
    data = cast(Mapping[str, Any], resource_json("templates", "sections.json"))
    return tuple(
        SectionTemplate(
            id=item["id"],
            name=item["name"],
            role=SectionRole(item["role"]),
            shapes=frozenset(Shape(shape) for shape in item["shapes"]),
            sections=tuple(replace(_section(section), role=SectionRole(item["role"])) for section in item["sections"]),
            before_two_levels=item.get("before_two_levels", False),
        )
        for item in data["templates"]
    )


def _section(item: Mapping[str, Any]) -> Section:
    return Section(
        heading=item.get("heading", ""),
        text=item.get("text", ""),
        run_in=item.get("run_in", False),
        holds_tasks=item.get("holds_tasks", False),
        children=tuple(_section(child) for child in item.get("children", ())),
    )


@cache
def _library() -> tuple[LibraryGroup, ...]:
    data = cast(Mapping[str, Any], resource_json("tasks", "library.json"))
    return tuple(LibraryGroup(group["title"], tuple(LibraryTask(t["key"], _task(t)) for t in group["tasks"])) for group in data["groups"])


def _task(item: Mapping[str, Any]) -> Task:
    return Task(
        content=item["content"],
        detail=item["detail"],
        lead=tuple(UnitRef(name) for name in item["lead"]),
        coord=tuple(UnitRef(name) for name in item["coord"]),
        product=item["product"],
        deadline=item["deadline"],
    )
