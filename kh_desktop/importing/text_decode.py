"""Bytes of a text file as text, whatever encoding an office wrote it in."""

from __future__ import annotations

import codecs
import re
import unicodedata

from kh_desktop.importing.blocks import Notice
from kh_desktop.importing.text_letters import share_of_syllables, to_unicode

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Marks nobody sees; and what no text has.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_ODD_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HOLES = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
# More undecodable bytes than this, and it is not UTF-8 with a slip.
_MOST_SLIPS = 0.002


def decode(data: bytes | str) -> tuple[str, tuple[Notice, ...]]:
    """The text of ``data``: NFC, "\\n" line ends, tabs and form feeds kept, unseen marks gone; with a notice "legacy_font" when it was
    in TCVN3 or VNI letters and "damaged_text" when bytes of it are lost."""
    notices: list[Notice] = []
    text = data if isinstance(data, str) else _decoded(data, notices)
    text, old = to_unicode(text)
    if old:
        notices.append(Notice("legacy_font", text=old))
    text = _ODD_BLANKS.sub(" ", _BREAKS.sub("\n", text))
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text)), tuple(notices)


def _decoded(data: bytes, notices: list[Notice]) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    loose = data.decode("utf-8", "replace")
    lost = loose.count("\ufffd")
    if lost <= max(1, len(data) * _MOST_SLIPS) and share_of_syllables(loose) > 0:
        notices.append(Notice("damaged_text", count=lost))
        return loose
    return _eight_bit(data)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of the blanks and plain letters is zero."""
    sample = data[:4000]
    if len(sample) < 4 or b"\x00" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.3 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.3 and odd < half * 0.05 else ""


def _eight_bit(data: bytes) -> str:
    """Windows-1258, or the letters of Windows-1252 as TCVN3 and VNI fonts use them: what gives Vietnamese words."""
    # Latin-1 where Windows-1252 has nothing: TCVN3 uses those places too.
    plain = data.decode("latin-1" if _HOLES.search(data) else "cp1252")
    windows = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    if to_unicode(plain)[1]:
        return plain
    return windows if share_of_syllables(windows) >= share_of_syllables(plain) else plain
