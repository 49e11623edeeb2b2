"""The head of a plan: letterhead, number, place and date, tên loại and trích yếu."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kh_desktop.domain.json_reader import LEVELS
from kh_desktop.domain.model import Agency
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.importing.lines import Findings, Line
from kh_desktop.importing.names import MOTTO, NATION, NUMBER, communes_in, find_date, in_its_case, iso_day, proper_name, with_hyphens

_COMMUNE = re.compile(rf"^(?P<before>.*?)\b(?P<level>{'|'.join(LEVELS)})\s+(?P<name>\S.*)$", re.IGNORECASE)
_AREA = re.compile(r"(?:huyện|quận|thị xã|thành phố|tỉnh|sở|bộ)\s", re.IGNORECASE)
_BODY_OF = re.compile(r"\b(?:[ỦU][ỷyỶY]\s+ban\s+nhân\s+dân|UBND|HĐND|hội đồng nhân dân|đảng [ủu][ỷy])\b", re.IGNORECASE)
_OPEN_DATE = re.compile(r"(?:ngày|tháng|năm)(?:\s*\d{1,2})?$", re.IGNORECASE)
_DIGITS_AT_START = re.compile(r"^0+(?=\d)")


@dataclass(slots=True)
class Head:
    """What the head says; empty where it says nothing."""

    agency: Agency = field(default_factory=Agency)
    has_agency: bool = False
    number: str = ""
    written: str = ""  # the number with the zeros before it
    code: str = ""
    issued: str = ""
    place: str = ""
    dated: bool = False


def read_letterhead(lines: Sequence[Line], texts: Sequence[str], found: Findings) -> Head:
    """The letterhead. ``texts``: the running text, for the spelling of a name in capitals. What is no part of it is left over."""
    head = Head()
    names: list[tuple[Line, str]] = []
    seen: set[str] = set()
    for line in _with_whole_date(lines, found):
        rest = _without_nation(line, found)
        rest = take_number(head, line, rest, found)
        rest = take_date(head, line, rest, found)
        folded = fold(rest)
        if rest and folded in seen:
            found.origin("agency", line.spot, "letterhead")  # a decision and its plan have a letterhead each
        elif rest:
            names.append((line, rest))
            seen.add(folded)
    _take_agency(head, names, texts, found)
    return head


def _with_whole_date(lines: Sequence[Line], found: Findings) -> Iterator[Line]:
    """The lines; place and date that a narrow frame broke into two are one ("An Khánh, ngày 05 tháng 01 năm" / "2026")."""
    held: Line | None = None
    for line in lines:
        if held is None:
            held = line
            continue
        whole = f"{held.whole} {line.whole}"
        date = find_date(whole)
        broken = _OPEN_DATE.search(held.whole) or (held.whole.endswith(",") and line.folded.startswith("ngay"))
        if broken and date and all(date.groups()) and date.end() == len(whole.rstrip(" .")) and line.right == held.right:
            found.origin("issued", line.spot, "letterhead")
            held = replace(held, text=whole, mark="")
            continue
        yield held
        held = line
    if held is not None:
        yield held


def is_letterhead(line: Line) -> bool:
    """Whether a line by itself belongs to a letterhead: the nation, the motto, an agency in capitals, the number, place and date."""
    text = line.whole
    if NATION.search(text) or MOTTO.search(text):
        return True
    if len(text) > 110:
        return False
    if NUMBER.match(text) and re.match(r"[Ss]ố\s*:?\s*[\d.…_]*\s*/", text):
        return True
    dated = find_date(text)
    if dated and dated.end() >= len(text.rstrip(" .")) and (dated.start() == 0 or text[: dated.start()].rstrip().endswith(",")):
        return True
    return text.isupper() and bool(
        _BODY_OF.search(text) or re.match(rf"^(?:{'|'.join(LEVELS)}|huyện|tỉnh|thành phố|quận)\s", text, re.IGNORECASE)
    )


def _without_nation(line: Line, found: Findings) -> str:
    text = line.whole
    for pattern in (NATION, MOTTO):
        if pattern.search(text):
            found.origin("agency", line.spot, "letterhead")
            text = pattern.sub(" ", text)
    return clean_line(text).strip(" -–—_*.")


def take_number(head: Head, line: Line, text: str, found: Findings) -> str:
    """``text`` without the number of the plan in it."""
    text = with_hyphens(text)
    match = NUMBER.search(text)
    if not match:
        return text
    if not head.code:
        head.written = match["number"] or ""
        head.number = _DIGITS_AT_START.sub("", head.written)
        head.code = re.sub(r"\s", "", match["code"])
    found.origin("number", line.spot, "letterhead")
    return clean_line(text[: match.start()] + " " + text[match.end() :]).strip(" -–—_")


def take_date(head: Head, line: Line, text: str, found: Findings) -> str:
    """``text`` without place and date in it; a day there is not stays out of the plan and is doubted."""
    match = find_date(text)
    if not match:
        return text
    before = text[: match.start()].rstrip(" ,")
    place = before if text[: match.start()].rstrip().endswith(",") else ""
    # One line may hold agency, place and date side by side: the place is the last words before the comma.
    words = place.split()
    cut = len(words)
    while cut and words[cut - 1][:1].isupper() and not (words[cut - 1].isupper() and len(words[cut - 1]) > 1) and len(words) - cut < 5:
        cut -= 1
    if cut:
        before, place = (" ".join(words[:cut]), " ".join(words[cut:])) if place else (before, "")
    elif place:
        before = ""
    if not head.dated:
        head.dated = True
        head.place = place
        _set_day(head, line, match, found)
    if place:
        found.origin("place", line.spot, "letterhead")
    found.origin("issued", line.spot, "letterhead")
    return clean_line(f"{before} {text[match.end() :]}").strip(" -–—_,.")


def _set_day(head: Head, line: Line, match: re.Match[str], found: Findings) -> None:
    parts = match["year"], match["month"], match["day"]
    try:
        head.issued = iso_day(*parts)
    except ValueError:
        found.doubt("date_invalid", line.spot, "issued", text=clean_line(match.group()))
        return
    if not head.issued:
        if any(parts[1:]):
            found.doubt("date_incomplete", line.spot, "issued", text=clean_line(match.group()))
        else:
            found.doubt("date_missing", line.spot, "issued")


def _take_agency(head: Head, names: list[tuple[Line, str]], texts: Sequence[str], found: Findings) -> None:
    """The agency is the first line that names a commune, together with "ỦY BAN NHÂN DÂN" above it; what stands above is its superior."""
    at = next((i for i, (_, text) in enumerate(names) if _names_commune(text)), None)
    if at is None:
        for line, text in names:
            found.leave(line.spot, text)
        return
    match = _COMMUNE.match(names[at][1])
    assert match is not None
    first = at
    if at and not _BODY_OF.search(match["before"]) and _is_body_alone(names[at - 1][1]):
        first = at - 1
    above = [(line, text) for line, text in names[:first] if _is_agency(text)]
    below = [(line, text) for line, text in names[at + 1 :] if text.isupper()]
    level = match["level"].lower()
    name = clean_line(match["name"])
    while below and (longer := f"{name} {below[0][1]}") and _is_called(longer, texts):
        name = longer  # the frame was too narrow for the name
        names[at + 1] = (below[0][0], "")
        below = below[1:]
    name = in_its_case(name, texts)
    name = proper_name(name) or name
    whole = f"{match['before']}{match['level']} {name}"
    own = [*(text for _, text in names[first:at]), whole.upper() if names[at][1].isupper() else whole, *(text for _, text in below)]
    usual = not below and [fold(t) for t in own] == ["uy ban nhan dan", fold(f"{level} {name}")]
    superior = [text for _, text in above]
    head.agency = Agency(
        level=level,
        name=name,
        superior=_superior(superior[-1], texts) if superior else "",
        letterhead_superior="\n".join(superior),
        letterhead="" if usual else "\n".join(own),
    )
    head.has_agency = True
    taken = {id(line) for line, _ in (*above, *names[first : at + 1], *below)}
    for line, text in names:
        if id(line) in taken or not text:
            found.origin("superior" if (line, text) in above else "agency", line.spot, "letterhead")
        else:
            found.leave(line.spot, text)


def _is_called(name: str, texts: Sequence[str]) -> bool:
    """Whether running text has ``name``, so that its second line in a narrow frame belongs to it."""
    wanted = name.casefold()
    return any(wanted in text.casefold() for text in texts if not text.isupper())


def _names_commune(text: str) -> bool:
    match = _COMMUNE.match(text)
    if not match or len(text) > 100:
        return False
    name = match["name"].split()[0]
    return name[:1].isupper() and (not match["before"].strip() or bool(_BODY_OF.search(match["before"])))


def _is_body_alone(text: str) -> bool:
    return fold(text).strip(" .:") in ("uy ban nhan dan", "ubnd", "hoi dong nhan dan")


def _is_agency(text: str) -> bool:
    """Whether a line above the agency can name a superior: short, and in capitals or with the word of a body. Sheets begin with remarks."""
    return len(text) <= 90 and (text.isupper() or bool(_BODY_OF.search(text)) or bool(_AREA.match(text)))


def _superior(text: str, texts: Sequence[str]) -> str:
    """ "UBND huyện Sơn Trạch" of "ỦY BAN NHÂN DÂN HUYỆN SƠN TRẠCH"."""
    match = re.match(r"^(?:[ỦU][ỷyỶY]\s+ban\s+nhân\s+dân|UBND)\s+(huyện|quận|thị xã|thành phố|tỉnh)\s+(.+)$", text, re.IGNORECASE)
    return f"UBND {match[1].lower()} {in_its_case(match[2], texts)}" if match else text


def agency_from_text(texts: Sequence[str], place: str) -> Agency | None:
    """The commune a text speaks of most as its people's committee, the one of the place line first; None when there is none."""
    counted = communes_in(texts)
    if not counted:
        return None
    (level, name), _ = max(counted.items(), key=lambda item: (fold(item[0][1]) == fold(place), item[1]))
    return Agency(level=level, name=name)


_KIND = re.compile(r"^KẾ HOẠCH\b[\s:]*(?P<rest>.*)$")


def title_start(line: Line) -> str | None:
    """What follows the tên loại on its line, "" when it stands alone; None when the line is not it."""
    text = line.text.strip(" *_-–")
    if fold(text).strip(" .:") == "ke hoach":
        return ""
    match = _KIND.match(text)
    return match["rest"] if match and not line.mark else None


def is_decision(line: Line) -> bool:
    """Whether a line is the tên loại of a decision."""
    return fold(line.text).strip(" .:*") == "quyet dinh"
