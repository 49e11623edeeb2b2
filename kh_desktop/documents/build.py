"""A plan as a neutral document: the plan itself, then its appendices (NĐ 30/2020/NĐ-CP, Mẫu 1.4 and 2.1)."""

from __future__ import annotations

from kh_desktop.documents.build_body import body_blocks
from kh_desktop.documents.build_common import anchor_of
from kh_desktop.documents.build_letterhead import appendix_heading, letterhead, signature, title
from kh_desktop.documents.build_tables import annex_table, task_table
from kh_desktop.documents.layout import layout
from kh_desktop.documents.tree import Block, Document, Part
from kh_desktop.domain.model import Annex, Plan, Shape
from kh_desktop.domain.outline import roman


def build_document(plan: Plan) -> Document:
    """The whole document of ``plan``, whatever is still missing in it; nothing of the plan that is printed is left out."""
    shape = layout()
    main = Part("Kế hoạch", _main(plan), landscape=plan.landscape and plan.shape is Shape.TABLE_IN_BODY)
    name = " ".join(plan.title.split())
    meta = {"author": plan.agency.full_name, "subject": f"Kế hoạch số {plan.full_number}" if plan.number else ""}
    title_text = f"Kế hoạch {name[:1].lower()}{name[1:]}".strip()
    return Document(title_text, (main, *_appendices(plan)), shape.margins, shape.page_number, meta)


def _main(plan: Plan) -> tuple[Block, ...]:
    return (*letterhead(plan), *title(plan), *body_blocks(plan), signature(plan))


def _appendices(plan: Plan) -> list[Part]:
    """The task appendix, then the annexes; Roman numbers only when there are two or more (NĐ 30/2020, III)."""
    with_tasks = plan.shape is Shape.APPENDIX and bool(plan.groups)
    count = with_tasks + len(plan.annexes)
    names = [f"Phụ lục {roman(number)}" for number in range(1, count + 1)] if count > 1 else ["Phụ lục"] * count
    parts: list[Part] = []
    if with_tasks:
        heading = appendix_heading(plan, names[0], plan.appendix_title, "appendix_title")
        parts.append(Part(names[0], (*heading, task_table(plan)), plan.landscape))
    for index, annex in enumerate(plan.annexes):
        parts.append(_annex(plan, annex, index, names[len(parts)]))
    return parts


def _annex(plan: Plan, annex: Annex, index: int, name: str) -> Part:
    # A table of many columns is cramped on an upright page.
    landscape = plan.landscape or len(annex.columns) > 8
    table = annex_table(annex, index, landscape)
    heading = appendix_heading(plan, name, annex.title, anchor_of("annex", annex.id, index))
    return Part(name, (*heading, table) if table else heading, landscape)
