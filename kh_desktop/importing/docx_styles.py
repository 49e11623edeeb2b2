"""Styles of a Word file: what a paragraph, a run and a table look like after styles, what they are based on, and the defaults."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kh_desktop.domain.clip.legacy import font_encoding
from kh_desktop.importing.docx_names import VAL, W, is_on, value, whole

_DEEPEST = 30
_CENTRED = frozenset({"center"})
_HEADING = re.compile(r"(?:heading|đầu đề|tiêu đề) ?([1-9])", re.IGNORECASE)
_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_NO_LINE = frozenset({"nil", "none", ""})


@dataclass(frozen=True, slots=True)
class RunLook:
    """How letters look. None: not said. ``size`` in pt, 0 when not said."""

    bold: bool | None = None
    italic: bool | None = None
    size: float = 0.0
    font: str = ""
    caps: bool | None = None
    hidden: bool | None = None

    def over(self, base: RunLook) -> RunLook:
        """This look where it says something, else ``base``."""
        return RunLook(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            self.size or base.size,
            self.font or base.font,
            base.caps if self.caps is None else self.caps,
            base.hidden if self.hidden is None else self.hidden,
        )

    @property
    def encoding(self) -> str:
        """The old encoding of its font, "" for none."""
        return _encoding(self.font)


_NOTHING = RunLook()


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph looks. ``level`` of its heading from 1, 0 for none, None: not said; ``number_id`` and ``number_level``: its list;
    ``style``: the style that put it there."""

    run: RunLook = _NOTHING
    centered: bool | None = None
    level: int | None = None
    number_id: str = ""
    number_level: int | None = None
    style: str = ""

    def over(self, base: ParagraphLook) -> ParagraphLook:
        """This look where it says something, else ``base``."""
        return ParagraphLook(
            base.run if self.run is _NOTHING else self.run.over(base.run),
            base.centered if self.centered is None else self.centered,
            base.level if self.level is None else self.level,
            self.number_id or base.number_id,
            base.number_level if self.number_level is None else self.number_level,
            self.style if self.number_id else base.style,
        )


@lru_cache(maxsize=256)
def _encoding(font: str) -> str:
    return font_encoding(font)


_RUN_TAGS = {
    f"{W}b": "bold", f"{W}i": "italic", f"{W}caps": "caps", f"{W}vanish": "hidden", f"{W}sz": "size", f"{W}rFonts": "font",
}  # fmt: skip


def run_look(properties: ET.Element) -> RunLook:
    """What ``w:rPr`` itself says."""
    said: dict[str, bool | float | str] = {}
    for child in properties:
        name = _RUN_TAGS.get(child.tag)
        if not name:
            continue
        if name == "size":
            said[name] = min(max(whole(child.get(VAL)), 0), 2000) / 2
        elif name == "font":
            said[name] = child.get(f"{W}hAnsi") or child.get(f"{W}ascii") or ""
        else:
            said[name] = is_on(child)
    return RunLook(**said) if said else _NOTHING  # type: ignore[arg-type]


def paragraph_look(properties: ET.Element) -> ParagraphLook:
    """What ``w:pPr`` itself says; its ``w:rPr`` is about the paragraph mark and says nothing of the letters."""
    centered: bool | None = None
    level: int | None = None
    number_id = ""
    number_level: int | None = None
    for child in properties:
        tag = child.tag
        if tag == _JC:
            centered = child.get(VAL) in _CENTRED
        elif tag == _OUTLINE:
            depth = whole(child.get(VAL), 9)
            level = depth + 1 if 0 <= depth < 9 else 0
        elif tag == _NUMBER:
            number_id = value(child, "numId")
            at = child.find(f"{W}ilvl")
            number_level = whole(at.get(VAL)) if at is not None else None
    return ParagraphLook(_NOTHING, centered, level, number_id, number_level)


_JC, _OUTLINE, _NUMBER, _RUN_PROPERTIES = f"{W}jc", f"{W}outlineLvl", f"{W}numPr", f"{W}rPr"


def lines(borders: ET.Element | None) -> dict[str, bool]:
    """Which sides of a table or a cell have a line that is seen, as far as ``borders`` says."""
    found: dict[str, bool] = {}
    for side in _SIDES if borders is not None else ():
        line = borders.find(f"{W}{side}") if borders is not None else None
        if line is not None:
            white = line.get(f"{W}color", "").upper() == "FFFFFF"
            found[{"start": "left", "end": "right"}.get(side, side)] = line.get(VAL, "") not in _NO_LINE and not white
    return found


@dataclass(slots=True)
class Styles:
    """The styles of a document by id; looks are put together once and kept."""

    root: ET.Element | None
    _elements: dict[str, ET.Element] = field(default_factory=dict)
    _defaults: dict[str, str] = field(default_factory=dict)
    _paragraphs: dict[str, ParagraphLook] = field(default_factory=dict)
    _runs: dict[str, RunLook] = field(default_factory=dict)
    _base: RunLook = _NOTHING

    def __post_init__(self) -> None:
        for item in self.root.iter(f"{W}style") if self.root is not None else ():
            name = item.get(f"{W}styleId", "")
            self._elements.setdefault(name, item)
            if item.get(f"{W}default", "0") in ("1", "true", "on"):
                self._defaults.setdefault(item.get(f"{W}type", ""), name)
        usual = self.root.find(f"{W}docDefaults/{W}rPrDefault/{_RUN_PROPERTIES}") if self.root is not None else None
        self._base = (run_look(usual) if usual is not None else _NOTHING).over(RunLook(False, False, 10.0, "", False, False))

    def paragraph(self, name: str) -> ParagraphLook:
        """The look of a paragraph style, "" for the default one."""
        found = self._paragraphs.get(name)
        if found is None:
            look = ParagraphLook()
            for item in reversed(self._line(name if name in self._elements else self._defaults.get("paragraph", ""))):
                look = _style_look(item).over(look)
            found = self._paragraphs[name] = replace(look, run=look.run.over(self._base))
        return found

    def character(self, name: str) -> RunLook:
        """What a character style says."""
        found = self._runs.get(name)
        if found is None:
            look = _NOTHING
            for item in reversed(self._line(name)):
                properties = item.find(_RUN_PROPERTIES)
                look = run_look(properties).over(look) if properties is not None else look
            found = self._runs[name] = look
        return found

    def table_lines(self, name: str) -> dict[str, bool]:
        """The lines a table style draws, "" for the default one."""
        found: dict[str, bool] = {}
        for item in reversed(self._line(name or self._defaults.get("table", ""))):
            found |= lines(item.find(f"{W}tblPr/{W}tblBorders"))
        return found

    def number_of(self, name: str) -> str:
        """The list a numbering style stands for."""
        item = self._elements.get(name)
        found = item.find(f"{W}pPr/{_NUMBER}") if item is not None else None
        return value(found, "numId") if found is not None else ""

    def _line(self, name: str) -> list[ET.Element]:
        """A style and what it is based on, upwards."""
        found: list[ET.Element] = []
        while name in self._elements and len(found) < _DEEPEST:
            item = self._elements[name]
            if item in found:
                break
            found.append(item)
            name = value(item, "basedOn")
        return found


def _style_look(item: ET.Element) -> ParagraphLook:
    own, letters = item.find(f"{W}pPr"), item.find(_RUN_PROPERTIES)
    look = paragraph_look(own) if own is not None else ParagraphLook()
    if look.level is None:
        heading = _HEADING.fullmatch(value(item, "name"))
        look = replace(look, level=int(heading.group(1)) if heading else None)
    if look.number_id:
        look = replace(look, style=item.get(f"{W}styleId", ""))
    return replace(look, run=run_look(letters)) if letters is not None else look
