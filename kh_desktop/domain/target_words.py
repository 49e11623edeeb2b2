"""How plans word a target: the figure, the words that compare, growth by the year, and the indicator it is about.

Everything is looked for in folded text (no marks, no case) of the same length as the original, so that places fit both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kh_desktop.domain.indicators import Indicator
from kh_desktop.domain.numbers import number_words, read_number, stored
from kh_desktop.domain.vitext import fold

_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_PERCENT = r"\s?(?:%|phan tram)"
_FIGURE = re.compile(
    rf"(?P<low>{_NUMBER})(?:{_PERCENT})?\s?(?:-|–|den|toi)\s?(?P<high>{_NUMBER}){_PERCENT}"
    rf"|(?P<one>{_NUMBER}){_PERCENT}"
    r"|(?<![\d/.,-])(?<!ngay )(?P<part>\d{1,2})/(?P<whole>2|3|4|5|10|100)(?![\d/.,]|\s?(?:/|den ngay))"
)
# A fraction is a share only when it is of something; else it may be a day.
_OF = re.compile(r"\s?(?:tong so|so|ho so|thu tuc|tthc|nguoi dan|y kien|phieu|truong hop|ket qua|linh vuc|don vi|nhiem vu)\b")
_AT_LEAST = re.compile(
    r"(?:toi thieu|it nhat|khong duoi|khong thap hon|khong it hon|khong nho hon|dat tu|tren|hon|>=|≥|>)"
    r"(?: la| dat| tu| muc| ty le)*\s?$"
)
_AT_MOST = re.compile(
    r"(?:khong (?:de |duoc )?qua|khong vuot qua|khong vuot|khong cao hon|khong hon|toi da|nhieu nhat|duoi|thap hon|<=|≤|<)"
    r"(?: la| con| dat| muc| ty le)*\s?$"
)
_OR_MORE, _OR_LESS = re.compile(r"^\s?(?:\)|so voi [^,;]{0,30})?\s?tro len"), re.compile(r"^\s?tro xuong")
_EACH_YEAR = re.compile(r"moi nam|hang nam|hang nam|tung nam|/\s?nam\b|mot nam\b")
_AGAINST_YEAR = re.compile(r"^[^,;.]{0,60}?so voi (?:cung ky|ky truoc|nam|thang|quy)")
_RISE, _FALL = re.compile(r"\btang\b"), re.compile(r"(?<!cat )\bgiam\b")
_UNTIL = re.compile(r"^[^;.]{0,25}?(?:cho den khi|den khi|cho toi khi|toi khi|den muc|cho den)[^;.\d]{0,25}$")
_ASSIGNED = re.compile(r"chi tieu[^,;.]{0,60}?\bgiao\b|giao chi tieu|chi tieu phap lenh")
_REACH = re.compile(r"\bdat\b|\bvuot\b|hoan thanh")
# Between two figures, the last of these parts what belongs to the first from what belongs to the second.
_PARTS = (
    re.compile(r";"),
    re.compile(r", (?=trong (?:so )?do|ty le|muc|phan dau|dong thoi|de xuat|bao dam|dam bao|toi thieu|it nhat|so |giao dich)"),
    re.compile(r" va "),
    re.compile(r", "),
)
# Procedures are called in full, in short and "thủ tục" alone, often in one plan.
_SHORT = (
    ("thu tuc hanh chinh", "thu tuc"), ("tthc", "thu tuc"), ("dvctt", "dich vu cong truc tuyen"), ("dvc", "dich vu cong"),
    ("httt", "he thong thong tin"), ("pakn", "phan anh, kien nghi"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A share in a sentence: its place and numbers in stored form. ``high`` of a range; ``fraction``: written as one ("9/10")."""

    start: int
    end: int
    value: str
    high: str = ""
    fraction: bool = False


def folded(text: str) -> str:
    """``text`` folded letter by letter, so that every place stays where it is."""
    return "".join(fold(char)[:1] or " " if not char.isspace() else " " for char in text)


def figures(plain: str) -> list[Figure]:
    """The shares in folded text, left to right: "85%", "80 - 90%", "từ 80% đến 90%", "9/10 hồ sơ"."""
    found = []
    for match in _FIGURE.finditer(plain):
        if match["whole"]:
            part, whole = int(match["part"]), int(match["whole"])
            if part < whole and _OF.match(plain, match.end()):
                value = stored(read_number(number_words(read_number(str(part)) * 100 / whole)))
                found.append(Figure(match.start(), match.end(), value, fraction=True))
        elif match["one"]:
            found.append(Figure(match.start(), match.end(), _stored(match["one"])))
        elif float(_stored(match["low"])) < float(_stored(match["high"])):
            found.append(Figure(match.start(), match.end(), _stored(match["low"]), _stored(match["high"])))
        else:
            found.append(Figure(match.start("high"), match.end(), _stored(match["high"])))
    return found


def _stored(text: str) -> str:
    return stored(read_number(text.replace(".", ",")))


def comparator(before: str, after: str, value: str, direction: str) -> str:
    """ ">=", "<=" or "=" by the words around a figure. A plan that says no word means at least (at most where less is better), and 100 %
    means all of it."""
    if _AT_MOST.search(before) or _OR_LESS.match(after):
        # "không dưới" ends like "dưới".
        return ">=" if _AT_LEAST.search(before) else "<="
    if _AT_LEAST.search(before) or _OR_MORE.match(after):
        return ">="
    if value == "100":
        return "="
    return "<=" if direction == "down" else ">="


def growth(before: str, value: str, after: str) -> str:
    """The growth a figure stands for: "20" (points) with "mỗi năm", "-20%" with "so với năm trước"; "" when it is a level."""
    yearly = _EACH_YEAR.search(before) or _EACH_YEAR.match(after.lstrip()[:12])
    if not yearly and not _AGAINST_YEAR.match(after):
        return ""
    rises, falls = (max((m.start() for m in word.finditer(before)), default=-1) for word in (_RISE, _FALL))
    if max(rises, falls) < 0:
        return ""
    return f"{'-' if falls > rises else ''}{value}{'' if yearly else '%'}"


def is_until(between: str) -> bool:
    """Whether the words between a growth and the next figure make that its ceiling ("cho đến khi đạt tỷ lệ")."""
    return bool(_UNTIL.match(between))


def is_assigned(plain: str) -> bool:
    """Whether a sentence promises what is given from above: "đạt và vượt chỉ tiêu … giao"."""
    return bool(_ASSIGNED.search(plain) and _REACH.search(plain))


def segments(plain: str, found: Sequence[Figure]) -> list[tuple[int, int]]:
    """For each figure the part of the sentence that speaks of it."""
    cuts = [0]
    for one, other in zip(found, found[1:], strict=False):
        between = plain[one.end : other.start]
        cut = next((last.start() for part in _PARTS if (last := _last(part, between))), 0)
        cuts.append(one.end + cut)
    ends = [*cuts[1:], len(plain)]
    out = []
    for figure, start, end in zip(found, cuts, ends, strict=True):
        start = max(start, plain.rfind(";", start, figure.start) + 1)
        stop = plain.find(";", figure.end, end)
        out.append((start, stop if stop >= 0 else end))
    return out


def _last(part: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(part.finditer(text))
    return found[-1] if found else None


def full_words(plain: str, keep: int = -1) -> str:
    """Folded text for comparing: asides in brackets off (but the one around ``keep``), short forms written out."""
    out, last = [], 0
    for aside in re.finditer(r"\([^()]*\)", plain):
        if not aside.start() <= keep < aside.end():
            out.append(plain[last : aside.start()])
            last = aside.end()
    words = " ".join("".join([*out, plain[last:]]).split())
    for short, full in _SHORT:
        words = re.sub(rf"\b{short}\b", full, words)
    return words


def best_indicator(words: str, indicators: Sequence[Indicator]) -> tuple[Indicator | None, bool]:
    """The indicator that a piece of folded text speaks of: the one with the longest phrase in it; and whether no other comes as close."""
    scores = sorted(((score, -n) for n, i in enumerate(indicators) if (score := max(map_scores(words, i), default=0))), reverse=True)
    if not scores:
        return None, False
    clear = len(scores) == 1 or scores[0][0] > scores[1][0]
    return indicators[-scores[0][1]], clear


def map_scores(words: str, indicator: Indicator) -> list[int]:
    """How many letters of ``words`` each phrase of an indicator covers; 0 for those that are not there."""
    return [_score(words, *phrase) for phrase in _phrases(indicator.words or (indicator.name,))]


def _score(words: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> int:
    if any(part in words for part in unwanted) or not all(part in words for part in wanted):
        return 0
    return sum(map(len, wanted))


@lru_cache(maxsize=256)
def _phrases(words: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Phrases as (parts that must be there, parts that must not): "hồ sơ + toàn trình - một phần"."""
    out = []
    for phrase in words:
        wanted, *unwanted = (full_words(folded(part.strip())) for part in phrase.split(" - "))
        out.append((tuple(part.strip() for part in wanted.split(" + ")), tuple(unwanted)))
    return tuple(out)
