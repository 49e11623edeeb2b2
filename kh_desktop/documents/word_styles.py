"""The named styles of the Word file: one per component of the layout, so that a whole plan is changed by changing a style.

A style takes its dress from the first paragraph that wears it; another paragraph of that style states only what differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kh_desktop.documents.office_text import escape
from kh_desktop.documents.tree import Columns, Document, Paragraph, Table

TWIPS_PER_PT = 20
TWIPS_PER_MM = 1440 / 25.4
FONT = "Times New Roman"
RULE_STYLE = "KHGachNgang"
NAMES = {
    "quoc_hieu": "KH Quốc hiệu",
    "tieu_ngu": "KH Tiêu ngữ",
    "co_quan_chu_quan": "KH Cơ quan chủ quản",
    "co_quan_ban_hanh": "KH Cơ quan ban hành",
    "so_ky_hieu": "KH Số, ký hiệu",
    "dia_danh_thoi_gian": "KH Địa danh, thời gian",
    "ten_loai": "KH Tên loại văn bản",
    "trich_yeu": "KH Trích yếu",
    "can_cu": "KH Căn cứ",
    "noi_dung": "KH Nội dung",
    "phan_chuong": "KH Phần, chương",
    "tieu_de_phan_chuong": "KH Tiêu đề phần, chương",
    "muc_tieu_muc": "KH Mục, tiểu mục",
    "tieu_de_muc": "KH Tiêu đề mục, tiểu mục",
    "muc_la_ma": "KH Mục",
    "dieu": "KH Điều",
    "khoan_co_tieu_de": "KH Khoản có tiêu đề",
    "khoan": "KH Khoản",
    "diem": "KH Điểm",
    "kinh_gui": "KH Kính gửi",
    "quyen_han_chuc_vu": "KH Quyền hạn, chức vụ",
    "chu_ky": "KH Chữ ký",
    "ho_ten": "KH Họ và tên",
    "noi_nhan_label": "KH Nơi nhận",
    "noi_nhan_list": "KH Danh sách nơi nhận",
    "phu_luc_label": "KH Phụ lục",
    "phu_luc_ten": "KH Tên phụ lục",
    "phu_luc_chi_dan": "KH Chỉ dẫn phụ lục",
}
# Level in Word's navigation pane, from 0; a component not named here is text.
OUTLINE_LEVELS = {
    "ten_loai": 0,
    "phan_chuong": 0,
    "muc_tieu_muc": 0,
    "muc_la_ma": 0,
    "dieu": 1,
    "khoan_co_tieu_de": 1,
    "phu_luc_label": 0,
    "phu_luc_ten": 1,
}
_JC = {"left": "left", "center": "center", "right": "right", "justify": "both"}


@dataclass(frozen=True, slots=True)
class Dress:
    """How a paragraph looks, as the pieces of XML a style and a paragraph can both hold."""

    keep: bool
    spacing: str
    indent: str
    align: str
    half_points: int
    bold: bool
    italic: bool


def twips(mm: float) -> int:
    """A length in mm as twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def dress_of(paragraph: Paragraph) -> Dress:
    """The dress of a paragraph; bold and italic when all of its text is."""
    runs = [run for run in paragraph.runs if run.text]
    # The gap under a rule is below the rule, not between it and the text.
    after = 0.0 if paragraph.rule else paragraph.space_after
    first = twips(abs(paragraph.first_indent))
    return Dress(
        keep=paragraph.keep_with_next or bool(paragraph.rule),
        spacing=spacing(paragraph.space_before, after, paragraph.line_spacing),
        indent=f'<w:ind w:left="{twips(paragraph.left_indent)}" w:{"hanging" if paragraph.first_indent < 0 else "firstLine"}="{first}"/>',
        align=f'<w:jc w:val="{_JC[paragraph.align]}"/>',
        half_points=round(paragraph.size * 2),
        bold=bool(runs) and all(run.bold for run in runs),
        italic=bool(runs) and all(run.italic for run in runs),
    )


def spacing(before: float, after: float, lines: float) -> str:
    """Gaps in pt and line spacing as a multiple of the single line."""
    return (
        f'<w:spacing w:before="{round(before * TWIPS_PER_PT)}" w:after="{round(after * TWIPS_PER_PT)}"'
        f' w:line="{round(lines * 240)}" w:lineRule="auto"/>'
    )


def style_id(component: str) -> str:
    """The id of a component's style: plain letters and digits."""
    return "KH" + "".join(part.capitalize() for part in component.split("_") if part).replace(" ", "")


def table_style_id(size: float, kind: str) -> str:
    """The id of a table's cell style; ``kind`` is "Cell" or "Header"."""
    return f"KHTable{kind}{round(size * 2)}"


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """Every paragraph outside tables, in order."""
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                yield block
            elif isinstance(block, Columns):
                yield from block.left
                yield from block.right


def component_dresses(document: Document) -> dict[str, Dress]:
    """The dress of each component met in the document: that of its first paragraph."""
    dresses: dict[str, Dress] = {}
    for paragraph in paragraphs_of(document):
        if paragraph.style not in dresses:
            dresses[paragraph.style] = dress_of(paragraph)
    return dresses


def styles_xml(document: Document, dresses: dict[str, Dress]) -> str:
    """The whole of word/styles.xml."""
    sizes = sorted({block.size for part in document.parts for block in part.blocks if isinstance(block, Table)})
    styles = [_component_style(component, dress) for component, dress in dresses.items()]
    for number, size in enumerate(sizes):
        styles += _table_styles(size, "" if number == 0 else f" cỡ {size:g}")
    return f"{_head(document.page_number_size)}{''.join(styles)}</w:styles>"


def _component_style(component: str, dress: Dress) -> str:
    level = OUTLINE_LEVELS.get(component)
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    keep = "<w:keepNext/>" if dress.keep else ""
    marks = ("<w:b/><w:bCs/>" if dress.bold else "") + ("<w:i/><w:iCs/>" if dress.italic else "")
    name = NAMES.get(component, f"KH {component.replace('_', ' ')}")
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(component)}"><w:name w:val="{escape(name)}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}{dress.spacing}{dress.indent}{dress.align}{outline}</w:pPr>'
        f"<w:rPr>{marks}{size_xml(dress.half_points)}</w:rPr></w:style>"
    )


def _table_styles(size: float, suffix: str) -> list[str]:
    cell, header = table_style_id(size, "Cell"), table_style_id(size, "Header")
    half = round(size * 2)
    return [
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{cell}"><w:name w:val="KH Ô bảng{suffix}"/><w:basedOn w:val="Normal"/>'
        f'<w:qFormat/><w:pPr>{spacing(0, 0, 1)}<w:jc w:val="left"/></w:pPr><w:rPr>{size_xml(half)}</w:rPr></w:style>',
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{header}"><w:name w:val="KH Tiêu đề bảng{suffix}"/>'
        f'<w:basedOn w:val="{cell}"/><w:qFormat/><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr>'
        f"<w:rPr><w:b/><w:bCs/>{size_xml(half)}</w:rPr></w:style>",
    ]


def size_xml(half_points: int) -> str:
    """A font size, for Latin and for complex scripts."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _head(page_number_size: float) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{size_xml(28)}"
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        "<w:semiHidden/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr>{size_xml(round(page_number_size * 2))}</w:rPr></w:style>'
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{RULE_STYLE}"><w:name w:val="KH Gạch ngang"/><w:basedOn w:val="Normal"/>'
        f"<w:rPr>{size_xml(2)}</w:rPr></w:style>"
    )
