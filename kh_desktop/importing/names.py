"""Names, dates and numbers inside the lines of a plan: which commune, which day, which code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from kh_desktop.domain.json_reader import LEVELS
from kh_desktop.domain.vitext import clean_line, fold

NATION = re.compile(r"c[ộô]ng\s+h(?:òa|oà|oa)\s+x[ãa]\s+h[ộô]i\s+ch[ủu]\s+ngh[ĩi]a\s+vi[ệe]t\s+nam", re.IGNORECASE)
MOTTO = re.compile(r"độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc", re.IGNORECASE)
_BLANKS = r"[\s.…_]*"
NUMBER = re.compile(
    rf"\b[Ss][ốỐ]\s*:?{_BLANKS}(?P<number>\d{{1,5}}[a-z]?)?{_BLANKS}/{_BLANKS}"
    r"(?P<code>[A-ZĐ][A-Za-zĐđ]{0,4}(?:\s?-\s?[A-ZĐ][A-Za-zĐđ0-9&]*)*)"
)
_DASHES = re.compile(r"(?<=[A-ZĐa-z])\s?[\u2010-\u2014\u2212]\s?(?=[A-ZĐ])")
_GLUED = re.compile(
    r"(?<=/)(NĐ|QĐ|TT|TTLT|NQ|KH|CT|CTr|TB|KL|BC|HD|ĐA|VBHN|CV)(?=(?:CP|TTg|UBND|HĐND|VPCP|VPQH|TU|TW|HU|ĐU|B(?:CA|CT|GDĐT|KHCN|NV|NNMT|QP|TC|TP|TTTT|VHTTDL|XD|YT))\b)"
)
_CODE_WORD = re.compile(r"\d{1,5}[a-z]?\s?/\S+(?:\s?[\u2010-\u2014\u2212]\s?[A-ZĐ]\S*)*")
_DAY = rf"(?P<day>\d{{1,2}})?{_BLANKS}"
_WORDED = re.compile(
    rf"ngày{_BLANKS}(?P<day>\d{{1,2}})?{_BLANKS}tháng{_BLANKS}(?P<month>\d{{1,2}})?{_BLANKS}năm{_BLANKS}(?P<year>\d{{4}})?", re.IGNORECASE
)
_FIGURES = re.compile(
    rf"ngày{_BLANKS}(?P<day>\d{{1,2}})?{_BLANKS}[/.-]{_BLANKS}(?P<month>\d{{1,2}})?{_BLANKS}[/.-]{_BLANKS}(?P<year>\d{{4}})", re.I
)
_LEVEL = "|".join(LEVELS)
_OF_COMMUNE = re.compile(rf"(?:UBND|UBDN|[ỦU][ỷyỶY]\s+ban\s+nhân\s+dân)\s+({_LEVEL})\s+(?=\S)", re.IGNORECASE)
_LONGEST_NAME = 60
_YEAR = re.compile(r"\bnăm\s+(\d{4})\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def with_hyphens(text: str) -> str:
    """``text`` with the hyphens in codes of documents put back: "33/KH–UBND" has a dash for it, "63/2010/NĐCP" lost it on a portal."""
    if "/" not in text:
        return text
    return _CODE_WORD.sub(lambda code: _GLUED.sub(r"\1-", _DASHES.sub("-", code.group())), text)


def iso_day(year: str | None, month: str | None, day: str | None) -> str:
    """The ISO day of three figures; "" when one is missing. ValueError for a day there is not."""
    if not (year and month and day):
        return ""
    return date(int(year), int(month), int(day)).isoformat()


def find_date(text: str) -> re.Match[str] | None:
    """A date with day, month and year in words or figures, whatever of it is filled in."""
    return _WORDED.search(text) or _FIGURES.search(text)


def proper_name(words: str) -> str:
    """The proper name ``words`` begin with ("Hòa Vân" of "Hòa Vân xây dựng"): capitalised words in a row, at most five."""
    taken: list[str] = []
    for word in words.split():
        bare = word.strip(".,;:)(“”\"'/")
        if not (bare[:1].isupper() and (len(bare) == 1 or not bare[1:].isupper())) and not (taken and bare.isdigit() and len(bare) < 3):
            break
        taken.append(bare)
        if bare != word or len(taken) == 5:
            break
    return " ".join(taken)


def communes_in(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """How often each (level, name) is called with its people's committee in running text."""
    found: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for match in _OF_COMMUNE.finditer(text):
            following = text[match.end() : match.end() + _LONGEST_NAME]
            name = proper_name(following)
            if name and not following.isupper():
                found[(match.group(1).lower(), name)] += 1
    return found


def in_its_case(name: str, texts: Iterable[str]) -> str:
    """A name written in capitals as the running text spells it, else each word capitalised."""
    if not name.isupper():
        return name
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for text in texts:
        for found in pattern.findall(text):
            if not found.isupper() and found[:1].isupper():
                return clean_line(found)
    return " ".join(word.capitalize() for word in name.split())


def year_of(text: str) -> int:
    """The year a title names last ("năm 2025"), 0 when none."""
    years = _YEAR.findall(text) or _ANY_YEAR.findall(text)
    return int(years[-1]) if years and 1990 <= int(years[-1]) <= 2100 else 0


_HALVES = (
    (r"(?:nhung thang|6 thang|sau thang) cuoi nam|thang cuoi nam", ("07-01", "12-31")),
    (r"(?:nhung thang|6 thang|sau thang) dau nam", ("01-01", "06-30")),
    (r"quy (?:iv|4)\b", ("10-01", "12-31")),
    (r"quy (?:iii|3)\b", ("07-01", "09-30")),
    (r"quy (?:ii|2)\b", ("04-01", "06-30")),
    (r"quy (?:i|1)\b", ("01-01", "03-31")),
)


def period_of(title: str, year: int) -> tuple[str, str]:
    """First and last day of the time a title names when that is not one whole year; ("", "") otherwise."""
    folded = fold(title)
    if found := re.search(r"giai doan (\d{4})\s*[-–]\s*(\d{4})", folded):
        return f"{found[1]}-01-01", f"{found[2]}-12-31"
    for words, (start, end) in _HALVES:
        if year and re.search(words, folded):
            return f"{year}-{start}", f"{year}-{end}"
    return "", ""
