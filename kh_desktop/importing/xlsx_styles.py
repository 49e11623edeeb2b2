"""How the cells of a workbook look: fonts, frames, alignment and number formats by the number a cell refers to."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass

from kh_desktop.importing.ooxml import Package
from kh_desktop.importing.xlsx_numbers import NumberFormat, built_in, number_format

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CENTRED = frozenset({"center", "centerContinuous", "distributed"})
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Look:
    """The dress of a cell. ``size`` in pt, 0 when unknown; ``ruled``: it has a line on two sides or more; ``font``: its name."""

    bold: bool = False
    italic: bool = False
    centered: bool = False
    size: float = 0.0
    ruled: bool = False
    font: str = ""


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What a style number stands for."""

    look: Look
    form: NumberFormat


PLAIN = CellStyle(Look(), NumberFormat("general"))


def read_styles(package: Package, name: str) -> tuple[CellStyle, ...]:
    """The styles of the part ``name``, in the order cells count them; none when there is no such part."""
    root = package.tree(name) if name else None
    if root is None:
        return ()
    codes = {item.get("numFmtId", ""): item.get("formatCode", "") for item in root.iter(f"{MAIN}numFmt")}
    fonts = [_font(item) for item in _children(root, "fonts")]
    frames = [_is_ruled(item) for item in _children(root, "borders")]
    return tuple(_style(item, codes, fonts, frames) for item in _children(root, "cellXfs"))


def _children(root: ET.Element, name: str) -> Iterable[ET.Element]:
    found = root.find(MAIN + name)
    return found if found is not None else ()


def flag(parent: ET.Element, name: str) -> bool:
    """Whether a switch such as ``<b/>`` is there and on."""
    found = parent.find(MAIN + name)
    return found is not None and found.get("val", "1") not in _OFF


def _font(item: ET.Element) -> Look:
    name = item.find(f"{MAIN}name")
    size = item.find(f"{MAIN}sz")
    return Look(
        bold=flag(item, "b"),
        italic=flag(item, "i"),
        size=_number(size.get("val", "")) if size is not None else 0.0,
        font=name.get("val", "") if name is not None else "",
    )


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1000.0)
    except ValueError:
        return 0.0


def _is_ruled(item: ET.Element) -> bool:
    sides = sum(item.find(MAIN + side) is not None and item.find(MAIN + side).get("style", "none") != "none"  # type: ignore[union-attr]
                for side in ("left", "right", "top", "bottom", "start", "end"))  # fmt: skip
    return sides >= 2


def _at(items: list[Look] | list[bool], number: str | None) -> Look | bool | None:
    return items[int(number)] if number and number.isdecimal() and len(number) < 7 and int(number) < len(items) else None


def _style(item: ET.Element, codes: dict[str, str], fonts: list[Look], frames: list[bool]) -> CellStyle:
    font = _at(fonts, item.get("fontId"))
    look = font if isinstance(font, Look) else Look()
    aligned = item.find(f"{MAIN}alignment")
    centered = aligned is not None and aligned.get("horizontal") in _CENTRED
    number = item.get("numFmtId", "0")
    code = codes.get(number) or (built_in(int(number)) if number.isdecimal() and len(number) < 7 else "General")
    ruled = _at(frames, item.get("borderId")) is True
    return CellStyle(Look(look.bold, look.italic, centered, look.size, ruled, look.font), number_format(code))
