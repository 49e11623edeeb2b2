"""Made-up plans of all shapes, and a reader of the pages printed from them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from kh_desktop.documents.build import build_document
from kh_desktop.documents.pdf import Placement, write_pdf
from kh_desktop.documents.tree import Document
from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import (
    Agency,
    Annex,
    BasisForm,
    LegalBasis,
    Numbering,
    Plan,
    Section,
    SectionRole,
    Shape,
    SignatureBlock,
    Task,
    TaskGroup,
    UnitRef,
)

LONG = "Các bộ phận làm đúng quy trình, đúng hẹn; người đứng đầu chịu trách nhiệm về kết quả giải quyết hồ sơ của bộ phận mình phụ trách."


def units(*names: str) -> tuple[UnitRef, ...]:
    """Units named as a task names them."""
    return tuple(UnitRef(name) for name in names)


def task(number: int, **fields: Any) -> Task:
    """A task whose texts all name its number."""
    given: dict[str, Any] = {
        "content": f"Ban hành văn bản hướng dẫn số {number} về giải quyết hồ sơ của người dân trên địa bàn",
        "lead": units(f"Bộ phận {number}"),
        "coord": units("Các công chức chuyên môn", f"Tổ giúp việc {number}"),
        "product": f"Văn bản {number}",
        "deadline": f"Tuần {number} năm 2027",
    }
    return Task(number, **{**given, **fields})


def groups(per_group: int = 6, count: int = 3) -> tuple[TaskGroup, ...]:
    """``count`` groups of ``per_group`` tasks."""
    made = []
    for index in range(count):
        first = index * per_group + 1
        made.append(TaskGroup(index + 1, f"Nhóm việc thứ {index + 1} của xã", tuple(task(n) for n in range(first, first + per_group))))
    return tuple(made)


def sections(content: Section) -> tuple[Section, ...]:
    """A body of four headings around ``content``."""
    aims = (
        Section(2, "Mục đích", f"- {LONG}\n- Giảm thời gian đi lại."),
        Section(3, "Yêu cầu", children=(Section(4, "Đối với bộ phận một cửa", LONG),)),
    )
    duties = (
        Section(9, "Văn phòng", LONG),
        Section(10, "Các công chức", "Làm theo phân công.", run_in=True),
        Section(11, "", "Báo cáo kịp thời."),
    )
    return (
        Section(1, "Mục đích, yêu cầu", role=SectionRole.PURPOSE, children=aims),
        content,
        Section(7, "Kinh phí", "Trong dự toán năm 2027.", role=SectionRole.FUNDING),
        Section(8, "Tổ chức thực hiện", role=SectionRole.ORGANISATION, children=duties),
    )


BASES = (
    LegalBasis(1, BasisForm.CAN_CU, "", "Nghị định", "63/2010/NĐ-CP", "Chính phủ", "2010-06-08", "Về kiểm soát thủ tục hành chính"),
    LegalBasis(2, BasisForm.CAN_CU, text="văn bản sửa đổi của cấp trên", joined=True),
    LegalBasis(3, BasisForm.THUC_HIEN, text="Kế hoạch số 5/KH-UBND của tỉnh Mẫu"),
)
ANNEX = Annex(
    31, "Danh mục hồ sơ", ("STT", "Tên hồ sơ", "Ghi chú"), (("1", "Hồ sơ đăng ký", "Mức độ một"), ("2", "Hồ sơ xác nhận", "Mức độ hai"))
)
TABLE_SECTION = Section(6, "Nội dung", role=SectionRole.CONTENT, holds_tasks=True)
PROSE_SECTION = Section(6, "Nội dung", "(Chi tiết tại Phụ lục)", role=SectionRole.CONTENT)


def plan(**fields: Any) -> Plan:
    """A complete plan with an appendix; ``fields`` change it."""
    given: dict[str, Any] = {
        "id": 1,
        "year": 2027,
        "title": "Kiểm soát thủ tục hành chính và thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết hồ sơ xã Suối Mơ năm 2027",
        "agency": Agency("xã", "Suối Mơ", "UBND tỉnh Mẫu", "Suối Mơ"),
        "number": "8",
        "issued": "2027-01-05",
        "intro": "Ủy ban nhân dân xã Suối Mơ ban hành Kế hoạch năm 2027 như sau:",
        "closing": "Trên đây là Kế hoạch của xã Suối Mơ.",
        "appendix_title": "Việc phải làm trong năm 2027",
        "columns": COLUMN_SETS["assignment"],
        "bases": BASES,
        "sections": sections(PROSE_SECTION),
        "groups": groups(),
        "recipients": ("UBND tỉnh", "Các công chức", "Lưu: VT, VP"),
        "signature": SignatureBlock(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Lò Văn Mẫu"),
    }
    return Plan(**{**given, **fields})


def shapes() -> dict[str, Plan]:
    """One plan of each shape and orientation."""
    lines = COLUMN_SETS["lines"]
    return {
        "appendix": plan(),
        "appendix_landscape": plan(landscape=True, columns=COLUMN_SETS["responsible"], annexes=(ANNEX,)),
        "sections": plan(shape=Shape.SECTIONS, groups=(), indent_cm=1.0),
        "assignments": plan(shape=Shape.ASSIGNMENTS, sections=sections(TABLE_SECTION), columns=lines, numbering=Numbering.DECIMAL),
        "assignments_one_group": plan(shape=Shape.ASSIGNMENTS, sections=sections(TABLE_SECTION), columns=lines, groups=groups(3, 1)),
        "table_in_body": plan(
            shape=Shape.TABLE_IN_BODY, sections=sections(TABLE_SECTION), numbering=Numbering.LETTER, columns=COLUMN_SETS["result_first"]
        ),
    }


@dataclass(frozen=True)
class PrintedLine:
    """One run of text on a page in one font; places in pt from the top left corner."""

    page: int
    text: str
    size: float
    font: str
    x0: float
    x1: float
    baseline: float


@dataclass(frozen=True)
class Printed:
    """A printed document read back: lines of text, straight lines (page, x0, y0, x1, y1), page sizes, all text per page."""

    lines: list[PrintedLine]
    strokes: list[tuple[int, float, float, float, float]]
    sizes: list[tuple[float, float]]
    texts: list[str]
    placement: Placement

    @property
    def text(self) -> str:
        """All text in one line."""
        return " ".join(" ".join(text.split()) for text in self.texts)

    def find(self, words: str, page: int | None = None) -> PrintedLine:
        """The first line that has ``words``."""
        return next(line for line in self.lines if words in line.text and page in (None, line.page))


def printed(what: Plan | Document) -> Printed:
    """``what`` written as PDF and read back with pdfium."""
    import pypdfium2

    out = io.BytesIO()
    placement = write_pdf(build_document(what) if isinstance(what, Plan) else what, out)
    pdf = pypdfium2.PdfDocument(out.getvalue())
    read = Printed([], [], [], [], placement)
    for index in range(len(pdf)):
        page = pdf[index]
        read.sizes.append(page.get_size())
        text_page = page.get_textpage()
        read.texts.append(text_page.get_text_range())
        _read_objects(page, text_page, index, read)
        text_page.close()
        page.close()
    pdf.close()
    return read


def _read_objects(page: Any, text_page: Any, index: int, read: Printed) -> None:
    import ctypes

    import pypdfium2.raw as raw

    height = page.get_size()[1]
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH)):
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            read.strokes.extend((index, x0, height - y0, x1, height - y1) for x0, y0, x1, y1 in _segments(item.raw))
            continue
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(item.raw, size)
        buffer = ctypes.create_string_buffer(200)
        raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(item.raw), buffer, 200)
        needed = raw.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
        codes = (ctypes.c_ushort * (needed // 2 + 1))()
        raw.FPDFTextObj_GetText(item.raw, text_page.raw, codes, needed)
        text = bytes(codes)[:needed].decode("utf-16-le").rstrip("\0")
        x0, _bottom, x1, _top = item.get_bounds()
        baseline = height - item.get_matrix().f
        read.lines.append(PrintedLine(index, text, size.value, buffer.value.decode(), x0, x1, baseline))


def _segments(path: Any) -> list[tuple[float, float, float, float]]:
    import ctypes

    import pypdfium2.raw as raw

    found = []
    at = (0.0, 0.0)
    for number in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            found.append((*at, x.value, y.value))
        at = (x.value, y.value)
    return found
