"""Vietnamese text in the encodings of the years before Unicode, as old files and fonts still bring it to the clipboard.

TCVN3 ("ABC", fonts named .VnTime, .VnArial …) shows other letters for the characters of Windows-1252: "C«ng viÖc" is "Công việc".
VNI (fonts named VNI-Times …) writes marks behind the letter: "Coâng vieäc". TCVN3 is converted where that is sure: the font says so,
or what comes out is Vietnamese throughout. VNI and doubtful text are only reported.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from kh_desktop.domain.clip.block import Block

# TCVN 5712:1993, form VN3: 8-bit codes and the letters they stand for. The codes of accented capitals do not exist: capitals with
# tones are the small letters in a font of capitals (.VnTimeH).
_TCVN3 = {
    0xA1: "Ă", 0xA2: "Â", 0xA3: "Ê", 0xA4: "Ô", 0xA5: "Ơ", 0xA6: "Ư", 0xA7: "Đ", 0xA8: "ă", 0xA9: "â", 0xAA: "ê", 0xAB: "ô", 0xAC: "ơ",
    0xAD: "ư", 0xAE: "đ", 0xB5: "à", 0xB6: "ả", 0xB7: "ã", 0xB8: "á", 0xB9: "ạ", 0xBB: "ằ", 0xBC: "ẳ", 0xBD: "ẵ", 0xBE: "ắ", 0xC6: "ặ",
    0xC7: "ầ", 0xC8: "ẩ", 0xC9: "ẫ", 0xCA: "ấ", 0xCB: "ậ", 0xCC: "è", 0xCE: "ẻ", 0xCF: "ẽ", 0xD0: "é", 0xD1: "ẹ", 0xD2: "ề", 0xD3: "ể",
    0xD4: "ễ", 0xD5: "ế", 0xD6: "ệ", 0xD7: "ì", 0xD8: "ỉ", 0xDC: "ĩ", 0xDD: "í", 0xDE: "ị", 0xDF: "ò", 0xE1: "ỏ", 0xE2: "õ", 0xE3: "ó",
    0xE4: "ọ", 0xE5: "ồ", 0xE6: "ổ", 0xE7: "ỗ", 0xE8: "ố", 0xE9: "ộ", 0xEA: "ờ", 0xEB: "ở", 0xEC: "ỡ", 0xED: "ớ", 0xEE: "ợ", 0xEF: "ù",
    0xF1: "ủ", 0xF2: "ũ", 0xF3: "ú", 0xF4: "ụ", 0xF5: "ừ", 0xF6: "ử", 0xF7: "ữ", 0xF8: "ứ", 0xF9: "ự", 0xFA: "ỳ", 0xFB: "ỷ", 0xFC: "ỹ",
    0xFD: "ý", 0xFE: "ỵ",
}  # fmt: skip

_WORD = re.compile(r"[A-Za-z\u00a1-\u00ff]+")
# Signs no word of any language has inside: only TCVN3 puts them there.
_PLAIN = re.compile("[a-z]")
_SIGN = "\u00a1-\u00a9\u00ab-\u00ae\u00b6-\u00b9\u00bb-\u00be\u00d7"
_SIGN_IN_WORD = re.compile(f"[A-Za-z\u00b5-\u00ff][{_SIGN}]|[\u00a7\u00ae][A-Za-z\u00b5-\u00ff]")
# Letters of Unicode Vietnamese that neither old encoding has.
_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1ea0-\u1ef9]")
_VNI = re.compile("[aeoAEO][âáàåãäêéèúüëÂÁÀÅÃÄÊÉÈÚÜË]|[uyöôUYÖÔ][ùøûõïÙØÛÕÏ]|[aeoAEO][ùøûõïÙØÛÕÏ]|ñ[a-zöô]|Ñ[A-Za-zöô]")
_ONSET = "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x)?"
_SYLLABLE = re.compile(f"{_ONSET}[aăâeêioôơuưy]{{1,3}}(?:ch|c|m|ng|nh|n|p|t)?")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SEEN = 20_000


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """``text`` of a TCVN3 font in Unicode; ``capitals``: of a font that shows small letters as capitals."""
    out = text.translate(_TCVN3)
    return out.upper() if capitals else out


def font_encoding(family: str) -> str:
    """ "tcvn3", "tcvn3h" (capitals) or "vni" when the first font of ``family`` is one of the old ones; else ""."""
    first = family.split(",")[0].strip(" \"'").lower()
    if first.startswith(".vn"):
        return "tcvn3h" if first.endswith("h") else "tcvn3"
    return "vni" if first.startswith("vni-") else ""


def detect(texts: Iterable[str]) -> str:
    """The old encoding of ``texts``: "tcvn3" when that is sure, "tcvn3?" or "vni?" when it looks so, else ""."""
    sample = " ".join(texts)[:_SEEN]
    if sample.isascii() or _UNICODE.search(sample):
        return ""
    signs = len(_SIGN_IN_WORD.findall(sample))
    # A sign alone may be anything ("¶", "µ"): words count that also have plain letters.
    words = {word for word in _WORD.findall(sample) if not word.isascii() and _PLAIN.search(word)}
    if signs and signs + len(words) >= 4 and len(words) >= 2:
        good = sum(_is_syllable(from_tcvn3(word)) for word in words)
        return "tcvn3" if good == len(words) else "tcvn3?" if good * 2 > len(words) else ""
    return "vni?" if len(_VNI.findall(sample)) >= 3 else ""


def _is_syllable(word: str) -> bool:
    spread = unicodedata.normalize("NFD", word.lower())
    tones = sum(char in _TONES for char in spread)
    bare = unicodedata.normalize("NFC", "".join(char for char in spread if char not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None


def mended(block: Block) -> Block:
    """``block`` in Unicode where its encoding is sure, and marked where it is an old one."""
    if block.legacy:
        return block
    found = detect(cell.text for row in block.rows for cell in row if not cell.text.isascii())
    if found != "tcvn3":
        return replace(block, legacy=found)
    rows = tuple(tuple(replace(cell, text=from_tcvn3(cell.text)) for cell in row) for row in block.rows)
    return replace(block, rows=rows, legacy=found)
