"""What an office itself calls a unit that ready wordings know under its usual name.

A name means a unit when they agree word by word, a word being allowed to stand as its first letter ("Trung tâm PVHCC", "VP HĐND-UBND"), or
when just one unit of the book begins as the name does ("Phòng Kinh tế" for "Phòng Kinh tế, Hạ tầng và Đô thị").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kh_desktop.domain.model import Agency, Office, Unit, UnitRef
from kh_desktop.domain.vitext import fold

ONE_STOP = "Trung tâm Phục vụ hành chính công"
OFFICE = "Văn phòng HĐND và UBND"
ECONOMY = "Phòng Kinh tế"
CULTURE = "Phòng Văn hóa - Xã hội"

_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    ONE_STOP: ("Trung tâm Hành chính công", "Bộ phận Một cửa", "Bộ phận tiếp nhận và trả kết quả"),
    OFFICE: ("Văn phòng UBND", "Văn phòng HĐND", "Văn phòng"),
    CULTURE: ("Phòng Văn hóa",),
}
_NOT_THE_OFFICE = ("van phong dang ky", "van phong cong chung", "van phong dang uy")
_WEIGHTLESS = ("va", "cua", "thuoc")
_SHORT_WORDS = {"p": "phong", "vp": "v.p", "tt": "t.t"}

Word = tuple[str, str]
"""The first letter of a word, and the whole folded word, "" where only the letter is known."""


def own_name(label: str, office: Office | None) -> str:
    """The name in the unit book that ``label`` means; ``label`` itself when the book knows none."""
    if office is None or not label.strip():
        return label
    unit = _meant(label, office)
    return unit.name if unit is not None else label


def same_unit(one: str, other: str, office: Office | None) -> bool:
    """Whether two names mean one unit."""
    agency = office.agency if office is not None else Agency()
    names = [_words(own_name(name, office), agency) for name in (one, other)]
    return _agree(*names)


def own_refs(refs: Iterable[UnitRef], office: Office | None) -> tuple[UnitRef, ...]:
    """``refs`` under the office's own names, each unit once."""
    labels = dict.fromkeys(own_name(ref.label, office) for ref in refs)
    return tuple(UnitRef(label) for label in labels)


def _meant(label: str, office: Office) -> Unit | None:
    usual = next((name for name in _OTHER_NAMES if _agree(_words(name, office.agency), _words(label, office.agency))), "")
    asked = [_words(name, office.agency) for name in (label, *_OTHER_NAMES.get(usual, ()))]
    for words in asked:
        for unit in office.units:
            if any(_agree(words, _words(name, office.agency)) for name in (unit.name, unit.short_name, *unit.aliases) if name):
                return unit
    for words in asked:
        beginning = [unit for unit in office.units if _begins(_words(unit.name, office.agency), words) and not _other_office(unit)]
        if len(beginning) == 1:
            return beginning[0]
    return None


def _other_office(unit: Unit) -> bool:
    return fold(unit.name).startswith(_NOT_THE_OFFICE)


def _agree(one: list[Word], other: list[Word]) -> bool:
    return bool(one) and len(one) == len(other) and _begins(one, other)


def _begins(words: list[Word], start: list[Word]) -> bool:
    if not start or len(start) > len(words):
        return False
    return all(a[0] == b[0] and (not a[1] or not b[1] or a[1] == b[1]) for a, b in zip(words, start, strict=False))


def _words(name: str, agency: Agency) -> list[Word]:
    """The words of a name without the place it ends in ("… xã", "… UBND xã Hòa Vân" keeps UBND); capitals written together are letters."""
    parts = re.findall(r"\w+", _without_place(name, agency))
    words: list[Word] = []
    for part in parts:
        plain = fold(part)
        if plain in _SHORT_WORDS:
            full = _SHORT_WORDS[plain]
            words += [(letter, "") for letter in full.split(".")] if "." in full else [(full[0], full)]
        elif len(part) > 1 and part.isupper():
            words += [(letter, "") for letter in plain]
        elif plain not in _WEIGHTLESS:
            words.append((plain[0], plain))
    return words


def _without_place(name: str, agency: Agency) -> str:
    text = " ".join(name.split())
    levels = "xã|phường|đặc khu|thị trấn"
    place = f"(?:\\s+{re.escape(agency.name)})?" if agency.name else ""
    short = re.sub(rf"\s+(?:{levels}){place}$", "", text, flags=re.IGNORECASE)
    return re.sub(r"\s+(?:thuộc|của)\s+UBND$", "", short, flags=re.IGNORECASE)
