"""Paragraphs of the Word file, the rules below them, and blocks side by side."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from kh_desktop.documents.office_text import clean, escape
from kh_desktop.documents.text_width import WidthTable, balanced_width, last_line_width, widest_line, width_table
from kh_desktop.documents.tree import Columns, Paragraph, Run
from kh_desktop.documents.word_styles import RULE_STYLE, TWIPS_PER_MM, TWIPS_PER_PT, Dress, dress_of, size_xml, style_id, twips

# A line of the letterhead that is this much too wide is drawn together instead of being broken.
_MOST_SQUEEZE = 1.03
# Room in mm between the agency and the words beside it.
_LETTERHEAD_GAP = 3.0
_SPARE = 0.5  # mm a line is reckoned wider than its letters


class TextWriter:
    """Turns paragraphs into XML; knows the named styles and how wide words are."""

    def __init__(self, dresses: dict[str, Dress]) -> None:
        self._dresses = dresses
        self._regular = width_table(bold=False)
        self._bold = width_table(bold=True)

    def paragraph(self, paragraph: Paragraph, width: float, squeeze: bool = False) -> str:
        """One paragraph in a place ``width`` mm wide, with its rule.

        ``squeeze``: draw a line together that is hardly too wide, as the letterhead needs it."""
        style = self._dresses[paragraph.style]
        dress = dress_of(paragraph)
        sides = twips(self._sides(paragraph, width))
        own = (
            f'<w:pStyle w:val="{style_id(paragraph.style)}"/>'
            + ("" if dress.keep == style.keep else f'<w:keepNext w:val="{int(dress.keep)}"/>')
            + ("" if dress.spacing == style.spacing else dress.spacing)
            + (f'<w:ind w:left="{sides}" w:right="{sides}"/>' if sides else "" if dress.indent == style.indent else dress.indent)
            + ("" if dress.align == style.align else dress.align)
        )
        tight = self._squeeze(paragraph, width) if squeeze else ""
        runs = "".join(_run_xml(run, dress, style, tight) for run in paragraph.runs if run.text)
        if not paragraph.rule:
            return f"<w:p><w:pPr>{own}</w:pPr>{runs}</w:p>"
        return f"<w:p><w:pPr>{own}</w:pPr>{runs}</w:p>{self._rule(paragraph, width)}"

    def columns(self, pairs: Sequence[Columns], width: float) -> str:
        """Pairs of blocks side by side as one table without borders, a row for each."""
        left = round(twips(width) * pairs[0].left_share)
        widths = (left, twips(width) - left)
        rows = []
        for pair in pairs:
            sides = zip((pair.left, pair.right), widths, strict=True)
            gaps = (_LETTERHEAD_GAP if pair.kind == "letterhead" else 0.0, 0.0)
            cells = "".join(self._column(side, wide, gap) for (side, wide), gap in zip(sides, gaps, strict=True))
            rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
            '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="{widths[0]}"/><w:gridCol w:w="{widths[1]}"/></w:tblGrid>{"".join(rows)}</w:tbl>'
        )

    def _column(self, side: tuple[Paragraph, ...], wide: int, right_gap: float) -> str:
        width = wide / TWIPS_PER_MM - right_gap
        inside = "".join(self.paragraph(paragraph, width, squeeze=True) for paragraph in side)
        margin = f'<w:tcMar><w:right w:w="{twips(right_gap)}" w:type="dxa"/></w:tcMar>' if right_gap else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{margin}</w:tcPr>{inside or "<w:p/>"}</w:tc>'

    def _table(self, paragraph: Paragraph) -> WidthTable:
        return self._bold if any(run.bold for run in paragraph.runs) else self._regular

    def _squeeze(self, paragraph: Paragraph, width: float) -> str:
        room = width - paragraph.left_indent - paragraph.first_indent
        wide = widest_line(clean(paragraph.text), paragraph.size, self._table(paragraph)) + _SPARE
        if not room < wide <= room * _MOST_SQUEEZE:
            return ""
        per_letter = (wide - room) / max(len(paragraph.text), 1)
        return f'<w:spacing w:val="-{max(ceil(per_letter * TWIPS_PER_MM), 1)}"/>'

    def _sides(self, paragraph: Paragraph, width: float) -> float:
        """How far a centred text of several lines is drawn in on both sides, in mm, so that its lines are about equally long."""
        if paragraph.align != "center":
            return 0.0
        text, table = clean(paragraph.text), self._table(paragraph)
        if widest_line(text, paragraph.size, table) + _SPARE <= width * _MOST_SQUEEZE:
            return 0.0
        return max(width - balanced_width(text, width, paragraph.size, table) - 2 * _SPARE, 0.0) / 2

    def _rule(self, paragraph: Paragraph, width: float) -> str:
        """The line under a text: the top border of a very low paragraph, drawn in to its length. Word and LibreOffice both show it."""
        room = width - paragraph.left_indent
        wrapped = room - 2 * self._sides(paragraph, room)
        length = last_line_width(clean(paragraph.text), wrapped, paragraph.size, self._table(paragraph)) * paragraph.rule
        side = (room - length) / 2
        keep = "<w:keepNext/>" if paragraph.keep_with_next else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{RULE_STYLE}"/>{keep}'
            '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
            f'<w:spacing w:before="60" w:after="{round(paragraph.space_after * TWIPS_PER_PT)}" w:line="40" w:lineRule="exact"/>'
            f'<w:ind w:left="{twips(paragraph.left_indent + side)}" w:right="{twips(side)}"/></w:pPr></w:p>'
        )


def gap(section: str = "") -> str:
    """A paragraph of hardly any height: between two tables, and after a table at the end, where Word must have a paragraph."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{RULE_STYLE}"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        f"{section}</w:pPr></w:p>"
    )


def _run_xml(run: Run, dress: Dress, style: Dress, tight: str) -> str:
    marks = ""
    if run.bold != style.bold:
        marks += f'<w:b w:val="{int(run.bold)}"/><w:bCs w:val="{int(run.bold)}"/>'
    if run.italic != style.italic:
        marks += f'<w:i w:val="{int(run.italic)}"/><w:iCs w:val="{int(run.italic)}"/>'
    marks += tight
    if dress.half_points != style.half_points:
        marks += size_xml(dress.half_points)
    text = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(run.text).split("\n"))
    return f'<w:r>{f"<w:rPr>{marks}</w:rPr>" if marks else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'
