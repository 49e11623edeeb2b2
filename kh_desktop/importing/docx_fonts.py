"""Text whose old font says how to read it: TCVN3 (.VnTime and its family, by the house's table) and VNI (VNI-Times and its family)."""

from __future__ import annotations

import re
import unicodedata

from kh_desktop.domain.clip.legacy import font_encoding, from_tcvn3

# VNI for Windows writes a letter and behind it one for its marks: "Coâng vieäc". What the second letter stands for.
_HAT, _BREVE = "\u0302", "\u0306"
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _HAT, "á": _HAT + _ACUTE, "à": _HAT + _GRAVE, "å": _HAT + _HOOK, "ã": _HAT + _TILDE, "ä": _HAT + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
# Letters with a place of their own. Behind these two, and behind u and y, only tones stand.
_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = re.compile(
    "([aeo])([ùøûõïâáàåãäêéèúüë])|([uyôö])([ùøûõï])|([ôöñíìæóòî])",
    re.IGNORECASE,
)


def from_vni(text: str) -> str:
    """``text`` of a VNI font in Unicode. A mark of another shape than its letter is kept as it is."""
    return unicodedata.normalize("NFC", _VNI.sub(_letter, text))


def _letter(found: re.Match[str]) -> str:
    base = found.group(1) or found.group(3) or found.group(5)
    mark = found.group(2) or found.group(4) or ""
    plain = _LETTERS.get(base.lower(), base.lower())
    return (plain if base.islower() else plain.upper()) + _MARKS.get(mark.lower(), "")


def to_unicode(text: str, font: str) -> str:
    """``text`` as the old ``font`` shows it; as it is when the font is none of the old ones."""
    encoding = font_encoding(font)
    if not encoding or text.isascii() and encoding != "tcvn3h":
        return text
    return from_vni(text) if encoding == "vni" else from_tcvn3(text, capitals=encoding == "tcvn3h")
