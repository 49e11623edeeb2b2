"""The list marks Word makes and the text does not hold: "1.", "a)", "II.", "1.2.", "-" (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

from kh_desktop.importing.docx_names import VAL, W, is_on, value, whole
from kh_desktop.importing.docx_styles import Styles

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
          (4, "iv"), (1, "i"))  # fmt: skip
# Bullets people type themselves are kept; dots, squares, ticks of symbol fonts all say the same.
_TYPED_BULLETS = frozenset("-–—+*")
_MOST_LETTERS = 30


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    # Begins anew after a paragraph of this level (from 1) or a higher one; 0: never.
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """A ``w:num``: the levels it uses, the list whose counters it shares, where it begins anew."""

    shared: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: ET.Element | None, styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._seen: set[str] = set()
        if root is None:
            return
        kinds = {item.get(f"{W}abstractNumId", ""): item for item in root.findall(f"{W}abstractNum")}
        numbers = {item.get(f"{W}numId", ""): item for item in root.findall(f"{W}num")}
        for name, item in numbers.items():
            self._lists[name] = _read_list(item, kinds, numbers, styles)

    def mark(self, number_id: str, level: int | None, style: str) -> str:
        """Count one paragraph of a list and give its mark, "" for none. ``style``: the style that put it into the list, which may have
        a level of its own."""
        found = self._lists.get(number_id)
        if found is None:
            return ""
        if level is None:
            level = next((at for at, one in found.levels.items() if style and one.style == style), 0)
        level = min(max(level, 0), _LEVELS - 1)
        counts = self._counts.setdefault(found.shared, {})
        if number_id not in self._seen:
            self._seen.add(number_id)
            for at, start in found.starts.items():
                counts[at] = start - 1
                for below in range(at + 1, _LEVELS):
                    counts.pop(below, None)
        here = found.levels.get(level, _Level())
        counts[level] = counts.get(level, here.start - 1) + 1
        for below in [at for at in counts if at > level]:
            limit = found.levels.get(below, _Level()).restart
            if limit is None or level < limit:
                del counts[below]
        return _written(found, level, counts)


def _read_list(item: ET.Element, kinds: dict[str, ET.Element], numbers: dict[str, ET.Element], styles: Styles) -> _List:
    shared = value(item, "abstractNumId")
    kind = kinds.get(shared)
    link = value(kind, "numStyleLink") if kind is not None else ""
    if link and (other := numbers.get(styles.number_of(link))) is not None:
        shared = value(other, "abstractNumId")
        kind = kinds.get(shared)
    made = _List(shared, {})
    for level in kind.findall(f"{W}lvl") if kind is not None else ():
        made.levels[whole(level.get(f"{W}ilvl"))] = _read_level(level)
    for change in item.findall(f"{W}lvlOverride"):
        at = whole(change.get(f"{W}ilvl"))
        own = change.find(f"{W}lvl")
        if own is not None:
            made.levels[at] = _read_level(own)
        start = change.find(f"{W}startOverride")
        if start is not None:
            made.starts[at] = whole(start.get(VAL), 1)
    return made


def _read_level(item: ET.Element) -> _Level:
    restart = item.find(f"{W}lvlRestart")
    legal = item.find(f"{W}isLgl")
    return _Level(
        value(item, "numFmt") or "decimal",
        value(item, "lvlText")[:100],
        whole(value(item, "start"), 1),
        whole(restart.get(VAL)) if restart is not None else None,
        legal is not None and is_on(legal),
        value(item, "pStyle"),
    )


def _written(found: _List, level: int, counts: dict[int, int]) -> str:
    here = found.levels.get(level, _Level())
    if here.form == "bullet":
        text = here.text.strip()
        return text if text in _TYPED_BULLETS else "-"
    if here.form == "none" and "%" not in here.text:
        return here.text.strip()

    def number(place: re.Match[str]) -> str:
        at = int(place.group(1)) - 1
        form = found.levels.get(at, _Level()).form
        count = counts.get(at, found.levels.get(at, _Level()).start)
        return in_letters(count, "decimal" if here.legal else form)

    return " ".join(_PLACE.sub(number, here.text).split())


def in_letters(count: int, form: str) -> str:
    """A number as a list form writes it; forms no office uses are written as digits."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{count:02d}"
    if form in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    if form in ("upperLetter", "lowerLetter") and 0 < count <= 26 * _MOST_LETTERS:
        letters = chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    return str(count)


def _roman(count: int) -> str:
    found = ""
    for worth, letters in _ROMAN:
        while count >= worth:
            found += letters
            count -= worth
    return found
