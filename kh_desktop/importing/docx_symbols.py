"""Signs typed in symbol fonts, which Word stores as numbers of that font, as the characters people see."""

from __future__ import annotations

import re

_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB0: "°", 0xB7: "•", 0xAE: "→", 0xAC: "←", 0xDE: "⇒",
    0x2D: "−", 0xA5: "∞", 0xD7: "⋅", 0xE5: "∑", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x44: "Δ", 0x57: "Ω",
}  # fmt: skip
_WINGDINGS = {
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x72: "□", 0x71: "□", 0xA7: "▪", 0x6E: "■", 0x6C: "●", 0x9F: "•",
    0xD8: "➢", 0x76: "❖", 0xE0: "→", 0xF0: "⇨", 0xDF: "←", 0x46: "☞", 0x28: "☎", 0x2A: "✉", 0xAB: "★", 0x77: "⬥", 0xA1: "○",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x53: "☒", 0xA3: "□", 0x4F: "✗", 0x54: "☒", 0x2A: "□"}
_PRIVATE = re.compile("[\uf020-\uf0ff]")
UNKNOWN = "□"


def symbol(code: int, font: str) -> str:
    """The sign number ``code`` of a symbol font; "□" for one nobody listed."""
    code = code - 0xF000 if code >= 0xF000 else code
    name = font.lower()
    table = _WINGDINGS_2 if "wingdings 2" in name or "webdings" in name else _WINGDINGS if "wingdings" in name else _SYMBOL
    return table.get(code) or (chr(code) if table is _SYMBOL and 0x20 <= code < 0x7F and not chr(code).isalpha() else UNKNOWN)


def with_signs(text: str, font: str) -> str:
    """Text with the numbers of symbol fonts as signs."""
    return _PRIVATE.sub(lambda found: symbol(ord(found.group()), font), text)
