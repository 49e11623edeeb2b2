"""Who signs a plan, and which lines stand above the name (NĐ 30/2020, Phụ lục I, II.7)."""

from __future__ import annotations

from collections.abc import Sequence

from kh_desktop.domain.model import SignatureBlock, Signer
from kh_desktop.domain.vitext import fold

FOR_COMMITTEE = "TM. ỦY BAN NHÂN DÂN"
FOR_CHAIRMAN = "KT. CHỦ TỊCH"
BY_ORDER = "TL. CHỦ TỊCH"


def position_key(position: str) -> str:
    """A position for comparing: without marks, case and dots, "Q." written out."""
    words = fold(position).replace(".", " ").split()
    return " ".join("quyen" if word == "q" else "pho chu tich" if word == "pct" else word for word in words)


def is_head(position: str) -> bool:
    """Whether the position is Chủ tịch, or acts as such."""
    return position_key(position) in ("chu tich", "quyen chu tich")


def is_deputy(position: str) -> bool:
    """Whether the position is Phó Chủ tịch."""
    return position_key(position).startswith("pho chu tich")


def fitting(signers: Sequence[Signer], block: SignatureBlock) -> list[Signer]:
    """The signers of the office who can sign above ``block``'s lines; by order or authorisation, everybody who is no (deputy) chairman."""
    if any(line.upper().startswith(("TL.", "TUQ.")) for line in block.authority):
        return [s for s in signers if s.name and not is_head(s.position) and not is_deputy(s.position)]
    wanted = position_key(block.position)
    return [s for s in signers if s.name and position_key(s.position) == wanted]


def block_of(signer: Signer) -> SignatureBlock:
    """The block a signer signs with; where the book gives no lines, or lines of another position, the usual ones."""
    return SignatureBlock(signer.authority if _fits(signer) else _usual(signer.position), signer.position, signer.name)


def _usual(position: str) -> tuple[str, ...]:
    if not position or is_head(position):
        return (FOR_COMMITTEE,)
    return (FOR_COMMITTEE, FOR_CHAIRMAN) if is_deputy(position) else (BY_ORDER,)


def _fits(signer: Signer) -> bool:
    lines = [line.upper() for line in signer.authority]
    for_another = any(line.startswith(("KT.", "TL.", "TUQ.")) for line in lines)
    if not signer.position:
        return bool(lines)
    return not for_another and bool(lines) if is_head(signer.position) else for_another


def known_position(signers: Sequence[Signer], block: SignatureBlock) -> str:
    """The position the office's list gives the person whose name is printed, where it is another one than is printed; "" otherwise."""
    known = [s.position for s in signers if s.position and s.name and fold(s.name) == fold(block.name)]
    if not known or position_key(block.position) in map(position_key, known):
        return ""
    return known[0]
