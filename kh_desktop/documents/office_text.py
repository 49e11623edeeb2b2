"""What a text may hold inside an Office file: no control characters, halves of characters or codes that XML forbids."""

from __future__ import annotations

import re

# XML 1.0, production 2 (Char), turned round; tabs and line breaks are dealt with one by one. \x85, \u2028 and \u2029 are line ends too.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The text without characters no Office file may hold; every kind of line end as "\\n", a tab as a blank."""
    if text.isprintable():
        return text
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", " ")


def escape(text: str) -> str:
    """``clean``, with the characters that mean markup in XML written out."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
