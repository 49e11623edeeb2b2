"""Names of units, offices and terms that others have taken the place of, found in the texts of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kh_desktop.domain.vitext import fold


def _capitals() -> str:
    """Every capital letter of Vietnamese."""
    return "".join(chr(c) for c in range(0x41, 0x1EFA) if chr(c).isupper() and not 0x250 <= c < 0x1E00)


_CAPITALS = _capitals()
# "Lam Sơn"; behind words in capitals also "LAM SƠN". "ISO" behind "huyện" is no name.
_TITLED = rf"(?:\s+[{_CAPITALS}](?:(?![{_CAPITALS}])[^\W\d_])+){{1,4}}"
_SHOUTED = rf"(?<=[{_CAPITALS}])(?:\s+[{_CAPITALS}]{{2,}}){{1,4}}"
_ANY_NAME = rf"(?-i:{_TITLED}|{_SHOUTED})?"
# One syllable, two ways to place its tone.
_TONES = (("ủy", "uỷ"), ("óa", "oá"), ("òa", "oà"), ("ỏa", "oả"), ("úy", "uý"), ("ùy", "uỳ"))


@dataclass(frozen=True, slots=True)
class Rename:
    """``old`` is called ``new`` now. "{ten}" in ``old`` stands for a proper name that follows, or none ("UBND huyện{ten}").

    ``whole``: only where ``old`` is the whole name of a unit beside a task. ``sure``: known to hold; else it is only offered. ``why``: the
    reason as a sentence of its own, "" for the unit book.
    """

    old: str
    new: str
    sure: bool = True
    whole: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name found in a text, what it would be, and by which entry."""

    start: int
    end: int
    new: str
    by: Rename


def renames_in(text: str, renames: Sequence[Rename], *, is_label: bool = False) -> Iterator[Renamed]:
    """The old names in ``text`` in order, none overlapping, the longest first; ``is_label``: the text names a unit beside a task."""
    if is_label:
        whole = next((r for r in renames if r.whole and fold(r.old) == fold(text) and r.new != text), None)
        if whole is not None:
            yield Renamed(0, len(text), whole.new, whole)
            return
    partial = tuple(r for r in renames if not r.whole)
    pattern, order = _pattern(partial)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        by = order[int((match.lastgroup or "r0")[1:])]
        start, end = match.span()
        new = _dressed(match[0], by.new)
        if _stands_already(text, start, end, new):
            continue
        yield Renamed(start, _swallowed(text, end, new), new, by)


@lru_cache(maxsize=32)
def _pattern(renames: tuple[Rename, ...]) -> tuple[re.Pattern[str] | None, tuple[Rename, ...]]:
    order = tuple(sorted(renames, key=lambda r: -len(r.old)))
    if not order:
        return None, ()
    parts = [f"(?P<r{number}>{_flexible(r.old)})" for number, r in enumerate(order)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE), order


def _flexible(old: str) -> str:
    """The pattern of a name: any blanks, dashes with or without blanks, either place of the tone."""
    name, proper, _rest = old.partition("{ten}")
    pattern = r"\s+".join(re.escape(word) for word in name.split())
    pattern = pattern.replace(r"\s+\-\s+", r"\s*[-–]\s*").replace(r"\-", r"\s*[-–]\s*")
    for one, other in _TONES:
        pattern = pattern.replace(one, f"(?:{one}|{other})").replace(one.capitalize(), f"(?:{one}|{other})")
    return pattern + (_ANY_NAME if proper else "")


def _dressed(old: str, new: str) -> str:
    """``new`` in the capitals of the place it goes to."""
    if len(old) > 4 and old.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _stands_already(text: str, start: int, end: int, new: str) -> bool:
    """Whether the name found is only a part of the new name, which stands there already."""
    inner, around = text[start:end].casefold(), new.casefold()
    at = around.find(inner)
    while at >= 0:
        if start >= at and text[start - at : start - at + len(new)].casefold() == around:
            return True
        at = around.find(inner, at + 1)
    return False


def _swallowed(text: str, end: int, new: str) -> int:
    """The end of the old name with a following word that the new name has too ("… công xã" for "Bộ phận Một cửa xã")."""
    last = new.rsplit(None, 1)[-1] if new.split() else ""
    following = re.match(r"\s+(\w+)", text[end:])
    return end + following.end() if following and last and following[1].casefold() == last.casefold() else end
