"""What all builders need: dressing a text as a component of the layout, anchors, the words for number and date."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

from kh_desktop.documents.layout import layout
from kh_desktop.documents.tree import Paragraph, Run
from kh_desktop.domain.model import Plan

# Blanks to be filled in by hand must not collapse or break, so they are no-break spaces.
BLANK = "\u00a0"


def paragraph(style: str, text: str | tuple[Run, ...], anchor: str, **changes: Any) -> Paragraph:
    """``text`` dressed as the component ``style``; ``changes`` replace single fields of the paragraph."""
    dress = layout().components[style]
    if isinstance(text, str):
        text = composed(text).replace("\n", " ")
        text = (Run(text.upper() if dress.upper else text, dress.bold, dress.italic),)
    made = Paragraph(
        text,
        style,
        size=dress.size,
        align=dress.align,
        space_after=dress.space_after,
        line_spacing=layout().line_spacing,
        rule=dress.rule,
        anchor=anchor,
    )
    return replace(made, **changes) if changes else made


def body(style: str, text: str | tuple[Run, ...], anchor: str, plan: Plan, **changes: Any) -> Paragraph:
    """A paragraph of the body: its first line indented as the plan asks (1 or 1.27 cm)."""
    return paragraph(style, text, anchor, first_indent=plan.indent_cm * 10, **changes)


def lines_of(text: str) -> list[str]:
    """The paragraphs of a text, empty ones left out."""
    return [line.strip(" ") for line in composed(text).split("\n") if line.strip()]


def composed(text: str) -> str:
    """``text`` in NFC: a letter and its marks as one character, the only form fonts draw well."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def anchor_of(kind: str, part_id: int, *place: int) -> str:
    """ "section:12"; a part that is not stored yet is named by its 0-based place in print order: "section:#3", "task:#0.2"."""
    return f"{kind}:{part_id}" if part_id else f"{kind}:#{'.'.join(str(index) for index in place)}"


def number_words(plan: Plan) -> str:
    """Number and code as printed, "08/KH-UBND" (a leading 0 below 10); room to write the number in while there is none."""
    number = plan.number.strip()
    if number.isdecimal():
        number = f"{int(number):02d}"
    return f"{number or BLANK * 6}/{plan.code}"


def date_words(issued: str) -> str:
    """ "ngày 05 tháng 01 năm 2027": the day padded, the month only for 1 and 2 (NĐ 30/2020, II.4.b); blanks for what is not known."""
    year, month, day = (*issued.split("-"), "", "", "")[:3]
    day_text = f"{int(day):02d}" if day else BLANK * 4
    month_text = f"{int(month):02d}" if month and int(month) < 3 else str(int(month)) if month else BLANK * 4
    return f"ngày {day_text} tháng {month_text} năm {year or BLANK * 6}"


def without_mark(text: str) -> str:
    """``text`` without the ";", "," or single "." at its end, so that the printed list can set its own."""
    text = text.rstrip(" ")
    if text.endswith(("...", "…")):
        return text
    return text.rstrip(" ;,.")
