"""The numbers of the official layout (NĐ 30/2020/NĐ-CP, Phụ lục I) as typed values, read from ``resources/nd30_layout.json``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from kh_desktop.documents.tree import Align
from kh_desktop.resources import resource_json

PT_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Component:
    """How one component of a document is dressed: ``size`` and ``limits`` (smallest, largest allowed) in pt, ``rule`` the share of
    its text a line below it takes, ``upper`` capitals only, ``space_after`` in pt."""

    size: float
    limits: tuple[float, float]
    bold: bool = False
    italic: bool = False
    align: Align = "justify"
    upper: bool = False
    rule: float = 0.0
    space_after: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Page and components. ``page`` is (width, height) in mm of a portrait sheet, ``margins`` (top, right, bottom, left) in mm,
    ``signature_gap`` the room for the signature in pt, the shares are parts of the text width."""

    page: tuple[float, float]
    margins: tuple[float, float, float, float]
    page_number: float
    indent_cm: tuple[float, float]
    space_after: float
    line_spacing: float
    letterhead_left_share: float
    signature_left_share: float
    signature_gap: float
    table_size: float
    components: Mapping[str, Component]

    def sheet(self, landscape: bool) -> tuple[float, float]:
        """Width and height of the sheet in mm."""
        width, height = self.page
        return (height, width) if landscape else (width, height)

    def text_width(self, landscape: bool) -> float:
        """Width between the margins in mm."""
        _top, right, _bottom, left = self.margins
        return self.sheet(landscape)[0] - left - right


def _component(facts: dict[str, Any]) -> Component:
    low, high = facts["limits"]
    return Component(**{**facts, "limits": (float(low), float(high))})


@cache
def layout() -> Layout:
    """The layout the program prints with; read once."""
    facts = cast(dict[str, Any], resource_json("nd30_layout.json"))
    width, height = facts["page_mm"]
    margins = facts["margins_mm"]
    low, high = facts["indent_cm"]
    return Layout(
        page=(width, height),
        margins=(margins["top"], margins["right"], margins["bottom"], margins["left"]),
        page_number=facts["page_number_pt"],
        indent_cm=(low, high),
        space_after=facts["space_after_pt"],
        line_spacing=facts["line_spacing"],
        letterhead_left_share=facts["letterhead_left_share"],
        signature_left_share=facts["signature_left_share"],
        signature_gap=facts["signature_gap_pt"],
        table_size=facts["table_pt"],
        components={name: _component(component) for name, component in facts["components"].items()},
    )
