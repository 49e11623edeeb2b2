"""The narrative of a period's report as an official document: letterhead, "Báo cáo", sections, nơi nhận and signature (NĐ 30/2020)."""

from __future__ import annotations

from kh_desktop.documents.build_body import body_blocks
from kh_desktop.documents.build_common import lines_of, paragraph
from kh_desktop.documents.build_letterhead import letterhead, signature
from kh_desktop.documents.layout import layout
from kh_desktop.documents.tree import Document, Part
from kh_desktop.domain.model import Plan


def build_report(content: Plan) -> Document:
    """The document of a report whose parts stand in ``content``: title, intro, sections, closing, recipients, signature."""
    shape = layout()
    lines = lines_of(content.title)
    name = " ".join(content.title.split())
    blocks = (
        *letterhead(content),
        paragraph("ten_loai", "Báo cáo", "title", keep_with_next=True),
        *(paragraph("trich_yeu", line, "title", rule=0.0, keep_with_next=True) for line in lines[:-1]),
        *(paragraph("trich_yeu", line, "title", space_after=12.0) for line in lines[-1:]),
        *body_blocks(content),
        signature(content),
    )
    meta = {"author": content.agency.full_name}
    return Document(f"Báo cáo {name[:1].lower()}{name[1:]}", (Part("Báo cáo", blocks),), shape.margins, shape.page_number, meta)
