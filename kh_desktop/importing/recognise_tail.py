"""The end of a plan: nơi nhận, and who signs under which authority."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kh_desktop.domain.model import SignatureBlock
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.importing.lines import Findings, Line

_LABEL = re.compile(r"^\W*n[ơo]i (?:nh[ậa]n|g[ửu]i)\s*:?\s*(?:\(?như trên\)?)?\s*", re.IGNORECASE)
_AUTHORITY = re.compile(r"^(?:(?:TM|KT|TL|TUQ|Q)\s*[./]|(?:T/M|K/T|T/L)\b\.?)\s*\S")
_POSITION = re.compile(
    r"^(?:(?:PHÓ|QUYỀN|Q\.|CHÁNH|TRƯỞNG|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|PHỤ TRÁCH|ỦY VIÊN|UỶ VIÊN)\s*)*"
    r"(?:CHỦ TỊCH|VĂN PHÒNG|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|PHÒNG|GIÁM ĐỐC|CÔNG CHỨC|BAN|TRUNG TÂM|ỦY VIÊN|UỶ VIÊN)\b[^.;:!?]*$"
)
_TITLE_STARTS = re.compile(
    r"\s+(?=(?:TM|KT|TL|TUQ|Q)\s*\.|T/M\b|K/T\b|(?:PHÓ\s+|QUYỀN\s+)?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|GIÁM ĐỐC|TRƯỞNG PHÒNG)(?:$|\s+PHÓ ))"
)
_HALF_TITLE = re.compile(r"(?:(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L|PHÓ|QUYỀN|Q|THỪA LỆNH|THAY MẶT)[\s.]*)+")
_SIDE = re.compile(r"^(?P<left>.*?[;.:])\s+(?P<right>(?:TM|KT|TL|TUQ|Q)\s*\..*|(?:PHÓ\s+|QUYỀN\s+)?CHỦ TỊCH\b.*)$")
_BULLET = re.compile(r"^[-–—+•*·]\s*(?=\S)")
_BRACE = re.compile(r"^[-–\s]*[}\]]|^\W*$")
_SIGNED = re.compile(r"^\(?\s*(?:đã ký|ký|ký tên|ký, đóng dấu|ký số|ký tên, đóng dấu)[^)]*\)?$", re.IGNORECASE)
_TITLES = re.compile(r"^(?:ThS|TS|PGS|GS|BS|CN)\.?\s+")


@dataclass(frozen=True, slots=True)
class Tail:
    """Nơi nhận, signature, and the lines behind them that belong to neither."""

    recipients: tuple[str, ...] = ()
    signature: SignatureBlock = SignatureBlock()
    rest: tuple[Line, ...] = ()


def starts_tail(line: Line) -> bool:
    """Whether nơi nhận or the signature begins here."""
    text = clean_line(line.text)
    return bool(_LABEL.match(text)) or is_signing(text)


def is_signing(text: str) -> bool:
    """Whether a line is the authority or position above a signature."""
    text = clean_line(text)
    if not text.isupper() or len(text) > 90:
        return False
    # "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …" opens a decision, it signs nothing.
    return bool(_AUTHORITY.match(text)) or bool(_POSITION.match(text) and "CHỦ TỊCH" in text and "nhan dan" not in fold(text))


def _titles(text: str) -> list[str]:
    """The authorities and the position on one line, as files have them that lost their line breaks: "TM. UBND PHƯỜNG CHỦ TỊCH"."""
    for found in _TITLE_STARTS.finditer(text):
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        if not _HALF_TITLE.fullmatch(before):
            return [before, *_titles(after)]
    return [text]


@dataclass(slots=True)
class _Reading:
    """The end while it is read: recipients, titles above the name, the name, what comes behind it."""

    recipients: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    name: str = ""
    state: str = ""


def read_tail(lines: Sequence[Line], found: Findings) -> Tail:
    """Nơi nhận and signature in whatever order they were read."""
    reading = _Reading()
    for line in lines:
        text = clean_line(line.whole)
        side = _SIDE.match(text) if not line.role else None
        if side and (_BULLET.match(text) or _LABEL.match(text)):
            # A file that lost its columns has both halves on one line.
            reading.titles.append(side["right"])
            found.origin("signature", line.spot)
            text = side["left"]
        label = _LABEL.match(text) if line.role in ("", "recipient") else None
        if label:
            found.origin("recipients", line.spot, "recipient")
            reading.state, text = "recipient", text[label.end() :]
        if text:
            _take(reading, line, text, found)
    titles = [title for text in reading.titles for title in _titles(text.rstrip(" :;"))]
    block = SignatureBlock(tuple(titles[:-1]), titles[-1] if titles else "", reading.name)
    return Tail(_tidied(reading.recipients), block, tuple(reading.rest))


def _take(reading: _Reading, line: Line, text: str, found: Findings) -> None:
    match _role(reading, line, text):
        case "recipient":
            if line.role or _BULLET.match(text) or line.mark or not reading.recipients or _is_closed(reading.recipients[-1]):
                reading.recipients.append(text)
            else:
                reading.recipients[-1] = f"{reading.recipients[-1]} {text}"
            found.origin("recipients", line.spot, "recipient")
        case "title":
            reading.titles.append(text)
            found.origin("signature", line.spot, "signature")
        case "name":
            reading.name = text
            found.origin("signature", line.spot, "signature")
        case "rest":
            reading.rest.append(line)
        case _:
            found.leave(line.spot, text)


def _role(reading: _Reading, line: Line, text: str) -> str:
    """What a line of the end is: "recipient", "title", "name", "rest" (behind the signature) or "" for none of these."""
    if line.role == "recipient":
        reading.state = "recipient"
        return "recipient"
    if line.role == "signature":
        return "name" if reading.titles and not reading.name and _is_name(text) else "title"
    if line.role or _BRACE.match(text) or _SIGNED.match(text):
        return ""
    if is_signing(text) or (reading.titles and not reading.name and text.isupper() and _POSITION.match(text)):
        reading.state = reading.state if line.right else "signature"
        return "title" if not reading.name else "rest"
    if reading.titles and not reading.name and not _BULLET.match(text) and _is_name(text):
        return "name"
    bullet = bool(_BULLET.match(text)) or bool(line.mark)
    if not line.right and (bullet or (reading.state == "recipient" and not _ended(reading))):
        return "recipient"
    if line.right and text.isupper() and not reading.name:
        return "title"
    return "rest" if reading.name else ""


def _is_closed(text: str) -> bool:
    return text.rstrip().endswith((";", ".", ","))


def _ended(reading: _Reading) -> bool:
    """The list of recipients ends with a full stop, or with the office's own copy ("Lưu: VT")."""
    return bool(reading.recipients) and (
        reading.recipients[-1].rstrip().endswith(".") or fold(reading.recipients[-1][:12]).lstrip("- ").startswith("luu")
    )


def _is_name(text: str) -> bool:
    words = _TITLES.sub("", text).split()
    if not 2 <= len(words) <= 6 or any(c.isdigit() for c in text) or re.search(r"[:;,/()]", text):
        return False
    return all(word[:1].isupper() for word in words) and not is_signing(text) and "nhan dan" not in fold(text)


def _tidied(recipients: Sequence[str]) -> tuple[str, ...]:
    """Each recipient without its dash and closing mark."""
    out = []
    for text in (part for whole in recipients for part in re.split(r"(?<=;)\s+(?=[-–+]\s)", whole)):
        bare = re.sub(r"^[-–—+•*·]\s*|\s*\./\.?$", "", text).strip()
        bare = bare if bare.endswith(("...", "…")) else bare.rstrip(" ;.,")
        if bare:
            out.append(bare)
    return tuple(out)
