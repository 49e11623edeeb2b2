"""Names of WordprocessingML (ECMA-376 part 1, 17) in full, as the parser gives them, and how its switches are read."""

from __future__ import annotations

import xml.etree.ElementTree as ET

# The namespace, as the parser writes it before each name.
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_OFF = frozenset({"0", "false", "off", "none"})


def is_on(element: ET.Element) -> bool:
    """Whether a switch such as ``<w:b/>`` is on."""
    return element.get(VAL, "1") not in _OFF


def value(parent: ET.Element, name: str) -> str:
    """``w:val`` of a child, "" when it is not there."""
    child = parent.find(W + name)
    return child.get(VAL, "") if child is not None else ""


def whole(text: str | None, default: int = 0) -> int:
    """A whole number as the file writes it; ``default`` for anything else. Never beyond a million either way."""
    digits = (text or "").strip()
    if not digits.removeprefix("-").isdecimal() or len(digits) > 12:
        return default
    return max(min(int(digits), 1_000_000), -1_000_000)
