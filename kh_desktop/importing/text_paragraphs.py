"""Physical lines joined into the paragraphs they were wrapped from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kh_desktop.domain.column_titles import is_number_title
from kh_desktop.importing.blocks import Paragraph
from kh_desktop.importing.text_lines import Line, usual_gap, usual_width
from kh_desktop.importing.text_marks import BREAK, heading, is_rule, paragraph, plain, without_markdown

_BULLET = re.compile(r"[-–—+•*·▪●○◦\uf0b7\uf02d\u2212]\s*(?=\S)")
_NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[IVXLC]{1,6}[.)/]|[A-HĐ][.)]|[a-zđ]\)|[a-zđ]\.(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3})(?=\s|[^\W\d_])"
)
# Words after which a figure at the beginning of the next line belongs to the sentence.
_BEFORE_FIGURE = re.compile(r"(?:ngày|tháng|năm|số|quý|điều|khoản|điểm|mục|và|đến|từ|là|/|-|,|–)$", re.IGNORECASE)
# How administrative texts begin a paragraph.
_OPENING = re.compile(
    r"(?:Căn cứ|Thực hiện|Xét|Theo đề nghị|Trên đây|Nơi nhận|Kính gửi|Phụ lục|PHỤ LỤC|KẾ HOẠCH|TM\.|KT\.|Số\s*:|CỘNG H[OÒ]|Độc lập"
    r"|UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân)"
)
_CITES = re.compile(
    r"(?:Căn cứ|Thực hiện|Xét|Theo) (?:các )?(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Kế hoạch|Chỉ thị|"
    r"Công văn|Chương trình|Kết luận|Văn bản|Tờ trình)\b"
)
_LEADS_ON = re.compile(
    r"(?:^|\s)(?:của|và|về|các|những|theo|cho|với|tại|do|từ|đến|trong|bằng|là|trên|hoặc|số|ngày|tháng|năm|được|để)$", re.IGNORECASE
)
_END = re.compile(r"[.;:!?…/][\"”’)]*$")
_FULL = 0.9


def paragraphs(lines: Sequence[Line], *, markdown: bool, width: int | None = None) -> list[Paragraph]:
    """The paragraphs of ``lines``, which hold no tables. ``width``: of a full line, when it is known from elsewhere."""
    lines = [line for line in lines if not is_rule(line.text)]
    if not lines:
        return []
    rules = _Joining(usual_gap(lines), usual_width(lines) if width is None else width, markdown, _blanks_tell(lines))
    made: list[Paragraph] = []
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or not rules.joined(lines[at - 1], lines[at]):
            made += _made(lines[start:at], markdown)
            start = at
    return made


def _blanks_tell(lines: Sequence[Line]) -> bool:
    """Whether blanks at line ends show where lines were wrapped: some lines have them, others not."""
    with_blank = sum(line.goes_on for line in lines)
    return len(lines) * 0.1 < with_blank < len(lines) * 0.9


class _Joining:
    """Says of two neighbouring lines whether they are one paragraph."""

    def __init__(self, gap: int, width: int, markdown: bool, blanks_tell: bool) -> None:
        self._gap, self._width, self._markdown, self._blanks_tell = gap, width, markdown, blanks_tell

    def joined(self, above: Line, below: Line) -> bool:
        """Whether ``below`` goes on with the paragraph of ``above``."""
        if self._markdown and (heading(above.raw)[0] or heading(below.raw)[0]):
            return False
        if self._markdown and below.gap == 0 and _hard_break(above):
            return _open_marks(above.text)
        first, last = _bare(below.text), _bare(above.text)
        if not first or not last:
            return below.gap == 0
        if _begins(last, first) or (first.isupper() and " " in first and not last.isupper()):
            return False
        full = not self._width or len(above.text) + 1 + len(first.split(" ", 1)[0]) > self._width * _FULL
        unfinished = not _END.search(last) or (full and last[-1:] in ":/" and first[0].isdigit())
        if first[0].islower() and unfinished:
            # The middle of a sentence, whatever stands between: a page, an empty line.
            return below.gap <= self._gap + 4 and (full or below.gap <= self._gap) and not (self._markdown and last[-1:] in ")}")
        if below.gap > self._gap:
            return False
        if self._markdown:
            return below.gap == 0 and self._width > 0 and full
        return self._goes_on(above, last, first, full=full, unfinished=unfinished)

    def _goes_on(self, above: Line, last: str, first: str, *, full: bool, unfinished: bool) -> bool:
        if not self._width or not (full or _LEADS_ON.search(last)):
            return False
        if self._blanks_tell and self._gap == 0:
            return above.goes_on
        if _OPENING.match(first) and not unfinished:
            return False
        if unfinished:
            return last.isupper() == first.isupper() or not last.isupper()
        return last.endswith((";", ",")) or (self._gap == 0 and not last.endswith(("./.", ":")))


def _bare(text: str) -> str:
    return plain(text).strip("*_ ")


def _begins(last: str, first: str) -> bool:
    """Whether a line begins a paragraph by its mark."""
    if _BULLET.match(first):
        # "Văn phòng -" / "- Thống kê" do not come in running text; a dash after a dash is a number range or a name.
        return not last.endswith(("-", "–"))
    number = _NUMBER.match(first)
    if first.isupper() and is_number_title(first):
        return True
    if _CITES.match(first) and not last.endswith((",", "(")):
        return True
    if number:
        return not (_BEFORE_FIGURE.search(last) and number.group()[0].isdigit()) or last.endswith((";", ".", ":"))
    return first.startswith(("Nơi nhận", "Trên đây là", "Căn cứ")) and (bool(_END.search(last)) or last.endswith(","))


def _hard_break(line: Line) -> bool:
    return line.raw.endswith("\\") or line.goes_on


def _open_marks(text: str) -> bool:
    return text.count("**") % 2 == 1 or (text.count("*") - 2 * text.count("**")) % 2 == 1


def _made(lines: Sequence[Line], markdown: bool) -> list[Paragraph]:
    page = lines[0].page
    if not markdown:
        return _kept(paragraph(" ".join(line.text for line in lines), page=page))
    level, first = heading(lines[0].raw)
    texts = [first if level else lines[0].text, *(line.text for line in lines[1:])]
    joints = [BREAK if _hard_break(line) else " " for line in lines[:-1]]
    text = without_markdown("".join(t.rstrip("\\") + j for t, j in zip(texts, [*joints, ""], strict=True)).removeprefix("> "))
    number = ""
    if text.startswith("* "):
        number, text = "-", text[2:]
    return _kept(paragraph(text, level=level, page=page, number=number))


def _kept(made: Paragraph) -> list[Paragraph]:
    return [made] if made.text else []
