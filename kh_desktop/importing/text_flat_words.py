"""What the text of one cell looks like: a time, somebody who is charged, a product. Costs are 0 for "surely" and grow with doubt.

The words are those of administrative Vietnamese at large; no office's own names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kh_desktop.domain.deadlines import read_deadline
from kh_desktop.domain.vitext import fold

_LEAD_MARK = re.compile(r"^[-–+•*]\s*")
_TIME = re.compile(
    r"(?:truoc|trong|tron|tu|den|het|quy|thang|nam|ngay|tuan|thuong xuyen|dinh ky|hang|theo|khi|dot xuat|xong|hoan thanh|cham nhat|ca nam"
    r"|moi|sau|giua|cuoi|dau|kip thoi|lien tuc|\d{1,2}\s*[/.-]\s*\d|bao cao|6 thang|cac (?:thang|quy)|giai doan)\b"
)
_TIME_SURE = re.compile(
    r"(?:thuong xuyen|truoc (?:ngay|thang|quy|\d)|trong (?:nam|quy|thang)|tron nam|quy (?:[iv]+|\d)\b|thang \d|ngay \d|nam \d{4}|dinh ky"
    r"|hang (?:nam|quy|thang|tuan)|tu (?:ngay|thang|quy)|theo (?:tien do|lich|thoi|yeu cau|ke hoach|quy dinh|qd)|khi co|dot xuat|ca nam"
    r"|\d{1,2}/\d{1,2}/\d{4}|cuoi (?:nam|quy|thang)|den (?:ngay|het))"
)
# With their marks: "số" is no "sở", "tổ chức thực hiện" no "tổ".
_WHO = (
    r"(?:văn phòng|vp|công chức|cán bộ|viên chức|bộ phận|ubnd|hđnd|ủy ban|uỷ ban|mttq|ubmttq|mặt trận|phòng(?! chống| ngừa)|ban(?! hành)"
    r"|trung tâm|đài|công an|quân sự|chỉ huy|chủ tịch|phó chủ tịch|thôn|xóm|tổ dân phố|khu phố|đoàn(?! kết)|hội(?! nghị| thảo| họp)|trạm"
    r"|trường|sở|chi cục|cơ quan|đơn vị|ngành|tổ(?! chức| quốc)"
    r"|tổ chức (?:chính trị|đoàn thể|xã hội|có)|kế toán|tài chính|tư pháp|địa chính"
    r"|văn hóa|văn hoá|nội vụ|lao động|thống kê|đảng ủy|đảng uỷ|thường trực|lãnh đạo|người|bí thư|chi bộ|cá nhân|tòa án|toà án|hợp tác xã"
    r"|kho bạc|bưu điện|thành viên|trưởng thôn|tổ trưởng)"
)
_UNIT = re.compile(rf"(?:các |những |toàn thể |lãnh đạo |thường trực |đại diện |trưởng |phó )*{_WHO}\b")
_UNIT_TAIL = re.compile(r"(?:liên quan|chuyên môn|thống kê|xã hội|hộ tịch|kế toán|(?:xã|phường|thị trấn|huyện|tỉnh))\s*[.;]?$")
# Names of kinds of units: nobody stands for himself with one alone, its name goes on in the next line.
_UNIT_HEAD = re.compile(
    r"(?:các |những )?(?:văn phòng|công chức|cán bộ|bộ phận|phòng|ban|trung tâm|các|ủy ban|uỷ ban|đài|đoàn|hội|tổ|hđnd-?|thống kê|cơ quan"
    r"|hđnd-ubnd|hđnd|công chức văn|công chức bộ phận|các cơ|ban biên tập)"
)
_UNIT_OPEN = re.compile(
    r"(?:các |những )?(?:văn phòng|công chức|cán bộ|bộ phận|phòng|trung tâm|ủy ban|uỷ ban|cơ quan|công chức văn|công chức bộ phận"
    r"|các cơ|các bộ|ban"
    r"|ban chỉ huy|ủy ban mặt trận|uỷ ban mặt trận|hội|đoàn|trạm|đài|hội liên hiệp)"
)
_PRODUCT = re.compile(
    r"(?:\d{1,3}(?:[.,]\d+)?\s*%|(?:các |những |bản |\d+ |số )*(?:báo cáo|kế hoạch|văn bản|quyết định|quy chế|công văn|hồ sơ"
    r"|danh mục|biểu|phiếu|tin|bài|bảng|thông báo"
    r"|tờ trình|nghị quyết|hội nghị|lớp|chương trình|đề án|phương án|tài liệu|giấy mời|biên bản|kết quả|chuyên mục|tờ rơi|pano|số liệu"
    r"|hệ thống|quy trình|hướng dẫn|cử|niêm yết|được|tỷ lệ|kinh phí|phân bổ|cập nhật|số điện thoại|thủ tục|dữ liệu|nội dung|phần mềm"
    r"|trang|bản|địa chỉ|tổ chức|tuyên truyền)\b)"
)
# Words that do not end a cell; and first halves of words of two syllables, which seldom do.
_OPEN_END = re.compile(
    r"(?:(?:^|\s)(?:của|và|về|các|những|theo|cho|với|tại|do|từ|đến|trong|bằng|là|trên|hoặc|được|để|không|-|–|/"
    r"|Nghị|Quyết|Ủy|Uỷ|cán|thủ|rà)|; công chức|; cán bộ|, công chức|, bộ phận|; bộ phận)$"
)
_HALF_WORD = re.compile(
    r"(?:^|\s)(?:số|ngày|tháng|năm|có|thực|giải|Thông|Kế|Đề|Hệ|Cơ|Cổng|Công|Văn|Bộ|Trung|Phòng|Chủ|Phó|công|chuyên|thông|hành|quy|đơn|liên"
    r"|kiểm|tiếp|Chỉ|Liên|Thanh|Mặt|Hành|Tư|Tài|Địa|Kinh|Nông|Nội|Dân|Hội)$"
)
_ACRONYM = re.compile(r"[A-ZĐ&\-/]{2,8}[-,.;)]?")
_YEAR = 2024


def is_acronym(word: str) -> bool:
    """Whether a word of capitals says nothing about where a sentence begins: "TTHC", "CP"."""
    return _ACRONYM.fullmatch(word) is not None


def openness(line: str) -> float:
    """How much a line asks for something to follow in the same cell, 0 to 1.4."""
    if line.endswith(","):
        return 1.4
    if line.endswith(("-", "–", "/", "(")) or _OPEN_END.search(line) or _UNIT_OPEN.fullmatch(lower(line)):
        return 1.0
    return 0.5 if _HALF_WORD.search(line) else 0.0


def lower(text: str) -> str:
    """``text`` in small letters with their marks, without a bullet before it."""
    return _LEAD_MARK.sub("", text).lower()


def alike(text: str) -> str:
    """What texts of cells have in common that say the same: no case, bullet or full stop."""
    return lower(text).strip(" .;,")


def bare(text: str) -> str:
    """``text`` folded, without a bullet before it."""
    return fold(_LEAD_MARK.sub("", text))


@lru_cache(maxsize=20_000)
def time_cost(text: str) -> float:
    """How little ``text`` is a deadline: 0 for one that is understood."""
    folded = bare(text)
    words = folded.count(" ") + 1
    if words > 30 or not folded:
        return 6.0
    sure, cue = _TIME_SURE.match(folded), _TIME.match(folded)
    if not cue and not sure:
        return 6.0
    read = read_deadline(_LEAD_MARK.sub("", text), year=_YEAR).kind != "unknown"
    if read:
        return 0.0 if sure else 0.7
    return (1.5 if sure else 3.5) + max(0, words - 10) * 0.2


def begins_time(text: str) -> bool:
    """Whether ``text`` (the rest of a line) surely begins a deadline."""
    return _TIME_SURE.match(bare(text)) is not None


def begins_unit(text: str) -> bool:
    """Whether ``text`` begins with a word for somebody who is charged with work."""
    return _UNIT.match(lower(text)) is not None


def begins_product(text: str) -> bool:
    """Whether ``text`` begins with a word for what comes out of work."""
    return _PRODUCT.match(lower(text)) is not None


@lru_cache(maxsize=20_000)
def unit_cost(text: str) -> float:
    """How little ``text`` names somebody who is charged with work."""
    folded = bare(text)
    words = folded.count(" ") + 1
    length = max(0, words - 22) * 0.25
    if _UNIT_HEAD.fullmatch(lower(text)):
        return 2.4
    if begins_unit(text):
        return length + (0.4 if _TIME_SURE.match(folded) else 0.0)
    if time_cost(text) < 2:
        return 6.0
    return (1.2 if _UNIT_TAIL.search(lower(text)) else 3.5) + length


@lru_cache(maxsize=20_000)
def product_cost(text: str) -> float:
    """How little ``text`` is a product."""
    folded = bare(text)
    if begins_product(text):
        return 0.0
    if _TIME_SURE.match(folded) and time_cost(text) < 1:
        return 5.0
    if begins_unit(text):
        return 2.8
    return 1.8 if is_acronym(text) else 0.8


@lru_cache(maxsize=20_000)
def content_cost(text: str) -> float:
    """How little ``text`` is work to be done."""
    words = text.count(" ") + 1
    if _UNIT_HEAD.fullmatch(lower(text)):
        return 1.5
    if words <= 6 and _TIME_SURE.match(bare(text)) and time_cost(text) < 1:
        return 4.0
    return (0.6 if begins_unit(text) else 0.0) + (0.8 if words <= 2 else 0.0)
