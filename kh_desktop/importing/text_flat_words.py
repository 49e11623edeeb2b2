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
    r"(?:truoc|trong|tron|tu|den|het|quy|thang|nam|ngay|tuan|thuong xuyen|dinh ky|hang|hai|theo|khi|dot xuat|xong|hoan thanh|cham nhat|ca nam|moi"
    r"|sau khi|sau|giua|cuoi|dau|kip thoi|lien tuc|\d{1,2}\s*[/.-]\s*\d|bao cao|6 thang|cac (?:thang|quy)|giai doan)\b"
)
_TIME_SURE = re.compile(
    r"(?:thuong xuyen|truoc (?:ngay|thang|quy|\d)|trong (?:nam|quy|thang)|tron nam|quy (?:[iv]+|\d)\b|thang \d|ngay \d|nam \d{4}|dinh ky|hang (?:nam|quy|thang|tuan)|"
    r"tu (?:ngay|thang|quy)|theo (?:tien do|lich|thoi|yeu cau|ke hoach|quy dinh|qd)|khi co|dot xuat|ca nam|\d{1,2}/\d{1,2}/\d{4}|cuoi (?:nam|quy|thang)|den (?:ngay|het))"
)
_UNIT = re.compile(
    r"(?:cac |nhung |toan the |lanh dao |thuong truc |dai dien |bo phan |to truong |truong |pho )*"
    r"(?:van phong|vp|cong chuc|can bo|vien chuc|bo phan|ubnd|hdnd|uy ban|ubmttq|mttq|mat tran|phong|ban|trung tam|tt pvhcc|dai|cong an|quan su|chi huy|chu tich|"
    r"pho chu tich|truong thon|thon|xom|to dan pho|khu pho|doan|hoi|tram|truong|so|chi cuc|co quan|don vi|nganh|doan the|to chuc|to |ke toan|tai chinh|tu phap|dia chinh|"
    r"van hoa|noi vu|lao dong|thong ke|dang uy|thuong truc|lanh dao|nguoi|bi thu|chi bo|ca nhan|toa an|vien|benh vien|hop tac xa|ngan hang|buu dien|kho bac|thanh vien)\b"
)
_PRODUCT = re.compile(
    r"(?:cac |nhung |ban |01 |so )*(?:bao cao|ke hoach|van ban|quyet dinh|quy che|cong van|ho so|danh muc|bieu|bieu mau|phieu|tin|bai|bang|thong bao|to trinh|"
    r"nghi quyet|hoi nghi|lop|chuong trinh|de an|phuong an|tai lieu|giay moi|bien ban|ket qua|chuyen muc|to roi|pano|so lieu|co so|he thong|quy trinh|huong dan|"
    r"cu |niem yet|duoc |ty le|kinh phi|phan bo|cap nhat|so dien thoai|thu tuc|du lieu|noi dung|phan mem|trang|ban sao|ban)"
)
# Words that do not end a cell.
_OPEN_END = re.compile(
    r"(?:^|\s)(?:của|và|về|các|những|theo|cho|với|tại|do|từ|đến|trong|bằng|là|trên|hoặc|số|ngày|tháng|năm|được|để|có|không|thực|giải|xã,|-|–|/|Nghị|Quyết|Thông|Kế|Đề|Hệ|Cơ|Cổng"
    r"|Công|Văn|Bộ|Trung|Ủy|Uỷ|Phòng|Chủ|Phó|cán|công|chuyên|thông|hành|thủ|quy|đơn|liên|kiểm|rà|tiếp|trả)$"
)
_ACRONYM = re.compile(r"[A-ZĐ&\-/]{2,8}[-,.;)]?")
_YEAR = 2024


def is_acronym(word: str) -> bool:
    """Whether a word of capitals says nothing about where a sentence begins: "TTHC", "CP"."""
    return _ACRONYM.fullmatch(word) is not None


def is_open(line: str) -> bool:
    """Whether a line ends with a word after which something must follow."""
    return line.endswith(("-", "–", "/", "(", ",")) or _OPEN_END.search(line) is not None


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
    return _UNIT.match(bare(text)) is not None


def begins_product(text: str) -> bool:
    """Whether ``text`` begins with a word for what comes out of work."""
    return _PRODUCT.match(bare(text)) is not None


@lru_cache(maxsize=20_000)
def unit_cost(text: str) -> float:
    """How little ``text`` names somebody who is charged with work."""
    folded = bare(text)
    words = folded.count(" ") + 1
    length = max(0, words - 22) * 0.25
    if _UNIT.match(folded):
        return length + (0.4 if _TIME_SURE.match(folded) else 0.0)
    if time_cost(text) < 2:
        return 6.0
    return 3.5 + length


@lru_cache(maxsize=20_000)
def product_cost(text: str) -> float:
    """How little ``text`` is a product."""
    folded = bare(text)
    if _PRODUCT.match(folded):
        return 0.0
    if _TIME_SURE.match(folded) and time_cost(text) < 1:
        return 5.0
    if _UNIT.match(folded):
        return 2.2
    return 0.8


@lru_cache(maxsize=20_000)
def content_cost(text: str) -> float:
    """How little ``text`` is work to be done."""
    words = text.count(" ") + 1
    if words <= 6 and _TIME_SURE.match(bare(text)) and time_cost(text) < 1:
        return 4.0
    return (0.6 if begins_unit(text) else 0.0) + (0.8 if words <= 2 else 0.0)
