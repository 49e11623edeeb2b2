"""What frames a plan: letterhead, title, nơi nhận and signature, and the heading of an appendix (NĐ 30/2020, Mẫu 1.4 and 2.1)."""

from __future__ import annotations

from kh_desktop.documents.build_common import BLANK, date_words, lines_of, number_words, paragraph, without_mark
from kh_desktop.documents.layout import layout
from kh_desktop.documents.tree import Block, Columns, Paragraph
from kh_desktop.domain.model import Agency, Plan

QUOC_HIEU = "Cộng hòa xã hội chủ nghĩa Việt Nam"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"


def letterhead(plan: Plan) -> tuple[Columns, Columns]:
    """Two pairs of blocks: agency beside quốc hiệu and tiêu ngữ, then the number level with place and date."""
    share = layout().letterhead_left_share
    nation = (paragraph("quoc_hieu", QUOC_HIEU, "agency"), paragraph("tieu_ngu", TIEU_NGU, "agency"))
    number = paragraph("so_ky_hieu", f"Số: {number_words(plan)}", "number", space_before=6.0, space_after=12.0)
    place = plan.agency.place or plan.agency.name
    where_when = f"{place}, {date_words(plan.issued)}" if place else date_words(plan.issued)
    # The date is filled in when the plan is issued, the place comes from the office: a click on the line goes to what is still open.
    dated = paragraph("dia_danh_thoi_gian", where_when, "issued" if plan.agency.place else "place", space_before=6.0, space_after=12.0)
    return (
        Columns(_agency(plan.agency), nation, share, "letterhead"),
        Columns((number,), (dated,), share, "letterhead"),
    )


def _agency(agency: Agency) -> tuple[Paragraph, ...]:
    names = lines_of(agency.letterhead) or ["Ủy ban nhân dân", f"{agency.level} {agency.name}".strip()]
    above = [paragraph("co_quan_chu_quan", line, "agency") for line in lines_of(agency.letterhead_superior)]
    bold = [paragraph("co_quan_ban_hanh", line, "agency", rule=0.0) for line in names[:-1]]
    return (*above, *bold, paragraph("co_quan_ban_hanh", names[-1], "agency"))


def title(plan: Plan) -> tuple[Paragraph, ...]:
    """Tên loại and trích yếu, the rule below the last line."""
    lines = lines_of(plan.title) or [BLANK]
    upper = [paragraph("trich_yeu", line, "title", rule=0.0, keep_with_next=True) for line in lines[:-1]]
    return (
        paragraph("ten_loai", "Kế hoạch", "title", keep_with_next=True),
        *upper,
        paragraph("trich_yeu", lines[-1], "title", space_after=12.0),
    )


def signature(plan: Plan) -> Columns:
    """Nơi nhận on the left, level with the signing authority on the right; room for the signature above the name."""
    block = plan.signature
    titles = [line for line in (*block.authority, block.position) if line.strip()] or [BLANK]
    signed = [paragraph("quyen_han_chuc_vu", line, "signature") for line in titles]
    name = paragraph("ho_ten", block.name or BLANK, "signature", space_before=layout().signature_gap)
    return Columns(_recipients(plan.recipients), (*signed, name), layout().signature_left_share, "signature")


def _recipients(recipients: tuple[str, ...]) -> tuple[Paragraph, ...]:
    names = [without_mark(line.removeprefix("-").strip()) for text in recipients for line in lines_of(text)]
    listed = [name for name in names if name]
    marks = [";"] * (len(listed) - 1) + ["."]
    return (
        paragraph("noi_nhan_label", "Nơi nhận:", "recipients"),
        *(
            paragraph("noi_nhan_list", f"- {name}{'' if name.endswith(('...', '…')) else mark}", "recipients")
            for name, mark in zip(listed, marks, strict=False)
        ),
    )


def appendix_heading(plan: Plan, name: str, heading: str, anchor: str) -> tuple[Block, ...]:
    """The lines above an appendix: "Phụ lục II", its title, the plan it belongs to."""
    lines = [paragraph("phu_luc_ten", line, anchor, keep_with_next=True) for line in lines_of(heading)]
    belongs = f"(Kèm theo Kế hoạch số {number_words(plan)} {date_words(plan.issued)} của {plan.agency.full_name})"
    return (
        paragraph("phu_luc_label", name, anchor, keep_with_next=True),
        *lines,
        paragraph("phu_luc_chi_dan", belongs, anchor, space_after=12.0, keep_with_next=True),
    )
