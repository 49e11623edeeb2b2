"""The end of a plan: nơi nhận, and who signs under which authority."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kh_desktop.domain.model import SignatureBlock
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.importing.lines import Findings, Line

_LABEL = re.compile(r"^\W*n[ơo]i nh[ậa]n\s*:?\s*(?:\(?như trên\)?)?\s*", re.IGNORECASE)
_AUTHORITY = re.compile(r"^(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s*[./]\s*\S")
_POSITION = re.compile(
    r"^(?:(?:PHÓ|QUYỀN|Q\.|CHÁNH|TRƯỞNG|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|PHỤ TRÁCH|ỦY VIÊN|UỶ VIÊN)\s*)*"
    r"(?:CHỦ TỊCH|VĂN PHÒNG|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|PHÒNG|GIÁM ĐỐC|CÔNG CHỨC|BAN|TRUNG TÂM|ỦY VIÊN|UỶ VIÊN)\b[^.;:!?]*$"
)
_SIDE = re.compile(r"^(?P<left>.*?[;.:])\s+(?P<right>(?:TM|KT|TL|TUQ|Q)\s*\..*|(?:PHÓ\s+|QUYỀN\s+)?CHỦ TỊCH\b.*)$")
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
    return bool(_AUTHORITY.match(text)) or bool(_POSITION.match(text) and "CHỦ TỊCH" in text)


def read_tail(lines: Sequence[Line], found: Findings) -> Tail:
    """Nơi nhận and signature in whatever order they were read."""
    recipients: list[str] = []
    signed: list[tuple[Line, str]] = []
    rest: list[Line] = []
    state = ""
    name = ""
    for line in lines:
        text = clean_line(line.whole)
        if line.role in ("recipient", "signature", "leftover"):
            state = line.role
        side = _SIDE.match(text) if not line.role else None
        if side and (state == "recipient" or _LABEL.match(text)):
            signed.append((line, side["right"]))
            found.origin("signature", line.spot)
            text = side["left"]
        label = _LABEL.match(text)
        if label:
            found.origin("recipients", line.spot, "recipient")
            state, text = "recipient", text[label.end() :]
        elif not line.role and (is_signing(text) or (signed and not name and _POSITION.match(text) and text.isupper())):
            state = "signature"
        elif not line.role and state == "recipient" and line.right:
            state = "signature"
        if not text:
            continue
        if state == "recipient" and _is_recipient(line, text, signed, recipients):
            if text.startswith(("-", "–", "+", "•", "*")) or line.mark or not recipients or line.first:
                recipients.append(text)
            else:
                recipients[-1] = f"{recipients[-1]} {text}"
            found.origin("recipients", line.spot, "recipient")
        elif line.role != "leftover" and _SIGNED.match(text):
            found.leave(line.spot, text)
        elif line.role != "leftover" and (state == "signature" or signed) and not name and _is_name(text) and signed:
            name = text
            found.origin("signature", line.spot, "signature")
        elif state == "signature" and not name and (text.isupper() or line.role == "signature"):
            signed.append((line, text))
            found.origin("signature", line.spot, "signature")
        elif name and not line.role:
            rest.append(line)
        else:
            found.leave(line.spot, text)
    titles = [text.rstrip(" :;") for _, text in signed]
    block = SignatureBlock(tuple(titles[:-1]), titles[-1] if titles else "", name)
    return Tail(_tidied(recipients), block, tuple(rest))


def _is_recipient(line: Line, text: str, signed: Sequence[object], so_far: Sequence[str]) -> bool:
    if line.role == "recipient":
        return True
    if line.right or text.startswith(("}", "- }")) or not re.search(r"\w", text):
        return False
    bullet = text.startswith(("-", "–", "+", "•", "*")) or bool(line.mark)
    # A name below the titles is no recipient unless the list goes on with its dashes.
    return bullet or not (signed and _is_name(text)) and not (so_far and so_far[-1].rstrip().endswith("."))


def _is_name(text: str) -> bool:
    words = _TITLES.sub("", text).split()
    if not 2 <= len(words) <= 6 or any(c.isdigit() for c in text) or re.search(r"[:;,/()]", text):
        return False
    return all(word[:1].isupper() for word in words) and not is_signing(text) and "nhan dan" not in fold(text)


def _tidied(recipients: Sequence[str]) -> tuple[str, ...]:
    """Each recipient without its dash and closing mark."""
    out = []
    for text in recipients:
        bare = re.sub(r"^[-–—+•*·]\s*", "", text).strip()
        bare = bare if bare.endswith(("...", "…")) else bare.rstrip(" ;.,")
        if bare:
            out.append(bare)
    return tuple(out)
