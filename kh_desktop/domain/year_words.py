"""Years and dates in the running text of a plan, and what each is: a date of the plan, a part of a citation, of a programme, of a standard.

Only the words of offices are known here; no year is changed. ``domain.roll_forward`` decides what the next plan says instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kh_desktop.domain.citations import CODE

YearRole = Literal["citation", "law", "standard", "programme", "goal", "school", "half", "date", "year", "bare"]
"""citation: number and date of a document, with the name that follows; law: "Luật Đất đai năm 2024"; standard: "ISO 9001:2015"; programme:
"giai đoạn 2021-2025"; goal: "đến năm 2030"; school: "năm học 2024-2025"; half: "6 tháng cuối năm 2025"; date: a whole date; year: "năm
2025", "quý II/2025"; bare: four digits alone, which may be a count."""

_TYPES = (
    "Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|QĐ|Chỉ thị|Thông tư liên tịch|Thông tư|Kế hoạch|"
    "KH|Công văn|CV|Thông báo|Kết luận|Hướng dẫn|Báo cáo|Tờ trình|Văn bản|Công điện|Đề án|Chương trình|Quy chế|Quy định"
)
# A code as ``citations.CODE`` has it, but also broken over lines ("61/2018/NĐ- CP"), short ("61/NĐ") or with a blank number ("…/KH-UBND").
_CODE = (
    r"(?:(?:\d{1,5}(?:\.\d{1,3})?\s?|[….]+\s?|(?<=số )\s*)/(?:\s?\d{4}\s?/)?\s?[A-ZĐ]{1,8}\d{0,3}"
    r"(?:\s?-\s?(?:[A-ZĐ]{2,}[A-Za-zĐ0-9]*|TTg))+"
    rf"|{CODE.pattern})"
)
_DAY = r"(?:\d{1,2}|[….]+)(?:\s*/\s*(?:\d{1,2}|[….]+)\s*/\s*\d{4}|\s+tháng\s+(?:\d{1,2}|[….]+)\s+năm\s+\d{4})"
_CORE = re.compile(rf"(?:\b(?:{_TYPES})\s+)?(?:số\s*:?\s*)?(?<![\d/]){_CODE}(?:\s*,?\s*(?:ngày\s+)?{_DAY})?")
_DATED = re.compile(rf"\b(?:{_TYPES})\b(?:\s+số\s+[\w….]+)?(?:\s+[^\s.;,:\d]+){{0,8}}\s+(?P<day>ngày\s+{_DAY})", re.IGNORECASE)
_TIME_WORDS = re.compile(r"\b(?:trước|từ|đến|hết|nhất|vào|trong|xong|thời hạn|hạn|quá)\s+ngày\s", re.IGNORECASE)
_ISSUED_BY = re.compile(
    r"\s*,?\s*(?:của|do)\s+(?:UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Chủ tịch|Chính phủ|Thủ tướng|Bộ|Văn phòng|"
    r"Quốc hội|Ban|Tỉnh|Sở)"
)
_LAW = re.compile(
    r"\b(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\b(?P<name>[^.;,:\n\d]{0,90}?)\b"
    r"(?:(?:năm|ngày \d{1,2} tháng \d{1,2} năm)\s+)?(?P<y>\d{4})\b"
)
_STANDARD = re.compile(r"\b(?:ISO|TCVN|IEC|QCVN)\b[\sA-Z\d./:-]*?\d[:/-]\s?(?P<y>\d{4})\b")
_RANGE = re.compile(
    r"(?:\b(?P<head>giai đoạn|nhiệm kỳ|năm học|từ năm|thời kỳ|các năm|năm)\s+)?(?<![\d/.])(?P<a>\d{4})\s*(?:-|–|—|đến|tới|và)\s*(?:năm\s+)?"
    r"(?P<b>\d{4})(?![\d/])",
    re.IGNORECASE,
)
_GOAL = re.compile(r"\b(?:tầm nhìn|định hướng|đến)\s+(?:đến\s+)?năm\s+(?P<y>\d{4})\b", re.IGNORECASE)
_HALF = re.compile(
    r"(?:\b(?:những|các|\d{1,2}|sáu|ba|chín)\s+)?\btháng\s+(?P<part>đầu|cuối)\s+(?:của\s+)?năm\s+(?P<y>\d{4})\b", re.IGNORECASE
)
_DATES = (
    re.compile(r"(?<![\d/.-])(?P<d>\d{1,2})\s*(?P<mark>[/.-])\s*(?P<m>\d{1,2})\s*(?P=mark)\s*(?P<y>\d{4}|\d{2})(?![\d/])"),
    re.compile(r"\b(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})\b", re.IGNORECASE),
)
_YEARS = (
    re.compile(r"\bqu[ýí]\s+(?:[IVX]{1,4}|\d)\s*(?:[/-]\s*(?:năm\s+)?|,?\s*(?:của\s+)?năm\s+|\s)(?P<y>\d{4})\b", re.IGNORECASE),
    re.compile(r"\bqu[ýí]\s+(?:[IVX]{1,4}|\d)/(?P<y>\d{2})(?![\d/])", re.IGNORECASE),
    re.compile(r"\btháng\s+\d{1,2}\s*(?:[/.-]\s*|,?\s*(?:của\s+)?năm\s+)(?P<y>\d{4})\b", re.IGNORECASE),
    re.compile(r"\btháng\s+\d{1,2}/(?P<y>\d{2})(?![\d/])", re.IGNORECASE),
    re.compile(r"(?<![\d/.])\d{1,2}\s*/\s*(?P<y>\d{4})\b"),
    re.compile(r"\bnăm\s+(?P<y>\d{4})\b", re.IGNORECASE),
)
_BARE = re.compile(r"(?<![\w./:-])(?P<y>(?:19|20)\d{2})(?![\w/:-]|\.\d|,\d)")
_COUNTED = re.compile(r"\s+(?!(?:trên|của|và|tại|theo|với|cho|đến|là|về|như|trong|do|để)\b)[^\W\d_]", re.IGNORECASE)
_ATTACHED = re.compile(r"(?:(?:ban hành\s+)?kèm theo|tại|theo)\s+$")
_STOP = re.compile(r"[;\n]|\s+trong\s+(?:năm|quý|tháng)\b|\.(?:\s|$)|,\s+(?=[A-ZĐÂÊÔƠƯĂÁÀẢÃẠỦ])|\)")


@dataclass(frozen=True, slots=True)
class YearSpot:
    """A year (or a span of years) in a text: ``start`` to ``end`` is what is shown, ``years`` the years in it, ``at`` where the digits of
    each stand in the text. ``day`` and ``month`` belong to a whole date."""

    start: int
    end: int
    role: YearRole
    years: tuple[int, ...] = ()
    at: tuple[int, ...] = ()
    day: int = 0
    month: int = 0


@dataclass(frozen=True, slots=True)
class Cited:
    """A document cited in a text: ``start`` to ``core_end`` type, number and date; up to ``end`` also its issuer and name where they stand
    behind, from ``start`` also what is said to be attached to it. ``core``: where the type begins."""

    start: int
    core: int
    core_end: int
    end: int
    code: str


def citations_in(text: str) -> list[Cited]:
    """The documents cited by number in a text, in order."""
    found: list[Cited] = []
    for match in _CORE.finditer(text):
        begin = _head(text, match.start(), found[-1].end if found else 0)
        code = re.search(_CODE, match[0])
        found.append(Cited(begin, match.start(), match.end(), match.end(), re.sub(r"\s+", "", code[0]) if code else ""))
    for index, cited in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else len(text)
        found[index] = Cited(cited.start, cited.core, cited.core_end, _tail(text, cited.core_end, limit), cited.code)
    return found


def _head(text: str, start: int, least: int) -> int:
    """Where the words begin that are "kèm theo" the document at ``start``."""
    before = text[least:start]
    attached = _ATTACHED.search(before)
    if not attached or "kèm" not in attached[0]:
        return start
    stops = [s.end() for s in _STOP.finditer(before)]
    begin = least + (stops[-1] if stops else 0)
    opening = re.match(r"\s*(?:(?:Thực hiện|Căn cứ|Triển khai)\s+)*", text[begin:start])
    return begin + (opening.end() if opening else 0)


def _tail(text: str, start: int, limit: int) -> int:
    """Where the issuer and the name end that follow a number: at the next mark, or where there are none at once."""
    rest = text[start:limit]
    if not re.match(r"\s*,?\s*(?:của|về|do|ban hành|quy định|hướng dẫn|phê duyệt)\s", rest):
        return start
    stop = _STOP.search(rest)
    return start + (stop.start() if stop else len(rest.rstrip()))


@lru_cache(maxsize=4096)
def years_in(text: str) -> tuple[YearSpot, ...]:
    """The years of a text in order, each with what it is; no two overlap."""
    if not re.search(r"\d|/[A-ZĐ]", text):
        return ()
    taken: list[YearSpot] = []
    for spot in _candidates(text):
        if all(spot.end <= other.start or spot.start >= other.end for other in taken):
            taken.append(spot)
    return tuple(sorted(taken, key=lambda s: s.start))


def _candidates(text: str) -> Iterator[YearSpot]:
    """Everything that looks like a year, the surest first."""
    for cited in citations_in(text):
        yield _spot(text, cited.start, cited.end, "citation")
    for match in _DATED.finditer(text):
        in_between = text[match.start() : match.start("day") + 5]
        if not _TIME_WORDS.search(in_between) and (" số " in in_between or _ISSUED_BY.match(text[match.end() :])):
            yield _spot(text, match.start(), match.end(), "citation")
    for match in _LAW.finditer(text):
        if not re.search(r"\b(?:trong|của)\s*$", match["name"]):
            yield _spot(text, match.start(), match.end(), "law")
    for match in _STANDARD.finditer(text):
        yield _spot(text, match.start(), match.end(), "standard")
    yield from _dates(text)
    for match in _RANGE.finditer(text):
        yield from _range(match)
    for match in _HALF.finditer(text):
        yield _one(match, "half")
    for match in _GOAL.finditer(text):
        yield _one(match, "goal")
    for pattern in _YEARS:
        for match in pattern.finditer(text):
            yield _one(match, "year")
    for match in _BARE.finditer(text):
        yield _one(match, "bare")


def _spot(text: str, start: int, end: int, role: YearRole) -> YearSpot:
    """A stretch that is left as it is, with all years in it."""
    digits = [m for m in re.finditer(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text) if start <= m.start() and m.end() <= end]
    return YearSpot(start, end, role, tuple(int(m[0]) for m in digits), tuple(m.start() for m in digits))


def _one(match: re.Match[str], role: YearRole) -> YearSpot:
    value = int(match["y"])
    return YearSpot(match.start(), match.end(), role, (value if value > 99 else 2000 + value,), (match.start("y"),))


def _dates(text: str) -> Iterator[YearSpot]:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            day, month = int(match["d"]), int(match["m"])
            if 1 <= day <= 31 and 1 <= month <= 12:
                found = _one(match, "date")
                yield YearSpot(found.start, found.end, "date", found.years, found.at, day, month)


def _range(match: re.Match[str]) -> Iterator[YearSpot]:
    first, last = int(match["a"]), int(match["b"])
    if not (1945 <= first < last <= 2100):
        return
    head = (match["head"] or "").casefold()
    role: YearRole = "school" if head == "năm học" else "programme"
    if head in ("các năm", "năm") and last == first + 1 and "và" in match[0]:
        role = "school"
    yield YearSpot(match.start(), match.end(), role, (first, last), (match.start("a"), match.start("b")))


def programmes_in(text: str) -> list[YearSpot]:
    """The programmes of several years named in a text, also within the name of a document."""
    return [spot for match in _RANGE.finditer(text) for spot in _range(match) if spot.role == "programme"]


def may_be_count(text: str, spot: YearSpot) -> bool:
    """Whether a bare number rather counts something: "2025 hồ sơ"."""
    return spot.role == "bare" and bool(_COUNTED.match(text[spot.end :]))
