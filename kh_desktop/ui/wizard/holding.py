"""Which section should hold the tasks when a plan becomes one that prints them in its body."""

from __future__ import annotations

import re

from kh_desktop.domain.model import Plan, SectionRole, Shape
from kh_desktop.domain.outline import Numbered, number_sections
from kh_desktop.domain.vitext import fold

_REFERENCE = re.compile(r"\W*(?:noi dung )?(?:chi tiet )?(?:co |theo |tai )*(?:cac )?phu luc (?:dinh )?kem theo\W*")


def without_reference(text: str) -> str:
    """``text`` without the lines that only send the reader to the appendix, "(Chi tiết theo Phụ lục kèm theo)"."""
    return "\n".join(line for line in text.split("\n") if not _REFERENCE.fullmatch(fold(line)))


def holder_for(plan: Plan) -> Numbered | None:
    """The section to print the tasks in where the shape wants one and none was chosen: the one that sent the reader to the appendix, else
    the last part of the content; None where nothing is to be chosen."""
    numbered = number_sections(plan.sections, plan.numbering)
    if plan.shape not in (Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY) or any(n.section.holds_tasks for n in numbered):
        return None
    mine = [n for n in numbered if (plan.sections[n.path[0]].role or SectionRole.CONTENT) is SectionRole.CONTENT]
    sending = [n for n in mine if without_reference(n.section.text) != n.section.text]
    tops = [n for n in mine if n.depth == 0]
    return next(iter(sending or tops[-1:]), None)
