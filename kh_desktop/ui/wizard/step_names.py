"""The steps of the wizard in people's words, and the step each printed field belongs to."""

from __future__ import annotations

from kh_desktop.domain.model import Plan, Section, SectionRole
from kh_desktop.ui.i18n import N_, tr

STEP_NAMES: dict[str, str] = {
    "what": N_("Thông tin chung"),
    "bases": N_("Căn cứ"),
    "purpose": N_("Mục đích, yêu cầu"),
    "content": N_("Nội dung"),
    "funding": N_("Kinh phí"),
    "organisation": N_("Tổ chức thực hiện"),
    "tasks": N_("Nhiệm vụ"),
    "signature": N_("Nơi nhận, người ký"),
    "review": N_("Kiểm tra lại"),
}

STEP_HINTS: dict[str, str] = {
    "what": N_("Kế hoạch tên gì, cho năm nào, in theo hình thức nào."),
    "bases": N_("Các văn bản làm căn cứ, theo thứ tự in. Gõ vào ô tìm để thêm văn bản."),
    "purpose": N_("Vì sao lập kế hoạch và cần đạt được gì."),
    "content": N_("Những việc kế hoạch đề ra. Số thứ tự do chương trình đánh."),
    "funding": N_("Nguồn kinh phí để thực hiện."),
    "organisation": N_("Ai làm gì để kế hoạch được thực hiện, và câu kết."),
    "tasks": N_("Từng nhiệm vụ: ai chủ trì, ai phối hợp, sản phẩm và thời hạn."),
    "signature": N_("Gửi kế hoạch cho những nơi nào, ai ký."),
    "review": N_("Đọc lại tất cả một lượt. Bấm vào một dòng để sửa."),
}

ROLE_STEPS: dict[str, SectionRole] = {
    "purpose": SectionRole.PURPOSE,
    "content": SectionRole.CONTENT,
    "funding": SectionRole.FUNDING,
    "organisation": SectionRole.ORGANISATION,
}

_STEP_OF_ANCHOR = {
    "closing": "organisation",
    "recipients": "signature",
    "signature": "signature",
    "basis": "bases",
    "bases": "bases",
    "task": "tasks",
    "group": "tasks",
    "tasks": "tasks",
    "annex": "tasks",
    "columns": "what",
}


def step_name(step: str) -> str:
    """The name of a step."""
    return tr(STEP_NAMES[step])


def step_hint(step: str) -> str:
    """One sentence under the name of a step."""
    return tr(STEP_HINTS[step])


def step_of(anchor: str, plan: Plan) -> str:
    """The step whose form holds the field ``anchor`` ("basis:12", "section:5:text", "title")."""
    kind, _, rest = anchor.partition(":")
    if kind in ("section", "sections"):
        number = rest.partition(":")[0]
        if number in ROLE_STEPS:
            return number
        role = role_of_section(plan, int(number)) if number.isdecimal() else None
        return role.value if role is not None else "content"
    return _STEP_OF_ANCHOR.get(kind.partition(".")[0], kind if kind in STEP_NAMES else "what")


def role_of_section(plan: Plan, section_id: int) -> SectionRole | None:
    """The role of the top-level section that holds ``section_id``; sections without a role are edited with the content."""
    for top in plan.sections:
        if any(section.id == section_id for section in walk(top)):
            return top.role or SectionRole.CONTENT
    return None


def walk(section: Section) -> list[Section]:
    """A section and everything below it, in print order."""
    found = [section]
    for child in section.children:
        found.extend(walk(child))
    return found
