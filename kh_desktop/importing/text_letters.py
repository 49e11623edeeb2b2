"""Whether plain text is in the letters of an old Vietnamese font (TCVN3, VNI), known by how its words look; and that text in Unicode."""

from __future__ import annotations

import re
import unicodedata

from kh_desktop.domain.clip.legacy import detect, from_tcvn3
from kh_desktop.importing.docx_fonts import from_vni

_WORD = re.compile(r"[^\W\d_]+")
_ONSET = "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x)?"
_SYLLABLE = re.compile(f"{_ONSET}[aăâeêioôơuưy]{{1,3}}(?:ch|c|m|ng|nh|n|p|t)?")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SEEN = 20_000
# So much of the words with marks must be Vietnamese syllables before text is changed.
_SURE = 0.85


def share_of_syllables(text: str) -> float:
    """How much of the words with marks could be Vietnamese, 0 to 1; 0 when there is none."""
    words = [word for word in _WORD.findall(text[:_SEEN]) if not word.isascii()]
    return sum(map(_is_syllable, words)) / len(words) if words else 0.0


def _is_syllable(word: str) -> bool:
    spread = unicodedata.normalize("NFD", word.lower())
    bare = unicodedata.normalize("NFC", "".join(c for c in spread if c not in _TONES))
    return sum(c in _TONES for c in spread) <= 1 and _SYLLABLE.fullmatch(bare) is not None


def to_unicode(text: str) -> tuple[str, str]:
    """``text`` in Unicode and the old encoding it was in: "tcvn3" or "vni"; "" when it was none or that is not sure (text unchanged)."""
    found = detect([text])
    if found == "tcvn3" or (found == "tcvn3?" and share_of_syllables(from_tcvn3(text)) >= _SURE):
        return from_tcvn3(text), "tcvn3"
    if found == "vni?":
        out = from_vni(text)
        if share_of_syllables(out) >= _SURE > share_of_syllables(text):
            return out, "vni"
    return text, ""
